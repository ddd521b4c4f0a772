//! What training is: quantities, exercises, prescriptions, programs and the history of what was done.
//!
//! Works with nothing but the standard library. Invariant: no type here knows how it is stored or shown.

pub mod amend;
pub mod balance;
pub mod edit;
pub mod exercise;
pub mod history;
pub mod length;
pub mod lines;
pub mod loading;
pub mod measure;
pub mod outfit;
pub mod own;
pub mod prescription;
pub mod program;
pub mod progress;
pub mod progression;
pub mod records;
pub mod remarks;
pub mod reminder;
pub mod shorten;
pub mod time;
pub mod units;
pub mod volume;
pub mod words;
