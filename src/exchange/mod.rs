//! Data on its way in and out: the backup file, how what it holds goes together with what is here, the files of other
//! apps, and a plan for the calendar.
//!
//! Works with `store`, which gives out its texts and takes changes in. Invariant: nothing here writes; a file is data, of
//! any size and from anybody, and whatever it holds is read or refused without a panic.

pub mod backup;
pub mod calendar;
pub mod copies;
pub mod csv;
pub mod merge;
