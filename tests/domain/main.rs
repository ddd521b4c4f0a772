//! Native tests of the pure half: tables for rules, properties for engines, corruption for the store.

// Helpers of tests may stop a test as tests do.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::missing_panics_doc)]

mod amend;
mod balance;
mod calendar;
mod capacity;
mod catalog;
mod csv;
mod edit;
mod exchange;
mod figure_golden;
mod figure_motion;
mod figure_snapshot;
mod flows;
mod four_weeks;
mod interval;
mod journal;
mod layers;
mod learn;
mod loading;
mod machine;
mod measure;
mod musclemap;
mod outfit;
mod player;
mod program_link;
mod programs;
mod progress;
mod progression;
mod records;
mod reminder;
mod rows;
mod search;
mod start;
mod store;
mod units;
mod volume;
