//! Data on its way in and out: the backup file, and how what it holds goes together with what is here.
//!
//! Works with `store`, which gives out its texts and takes changes in. Invariant: nothing here writes; a file is data, of
//! any size and from anybody, and whatever it holds is read or refused without a panic.

pub mod backup;
pub mod copies;
pub mod merge;
