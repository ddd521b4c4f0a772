//! The screens. They read state, call its methods, and lay out components.

pub mod before;
pub mod data;
pub mod editor;
pub mod exercise;
pub mod exercises;
pub mod history;
pub mod home;
pub mod import;
pub mod learn;
pub mod measure;
pub mod mirror;
pub mod own;
pub mod past;
pub mod program;
pub mod programs;
pub mod progress;
pub mod reminders;
pub mod settings;
pub mod sound;
pub mod start;
pub mod timers;
pub mod today;
pub mod unknown;
pub mod weights;
pub mod workout;
