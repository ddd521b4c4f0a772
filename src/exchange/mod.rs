//! Data on its way in and out: the files of other apps.
//!
//! Works with `training` and `catalog`. Invariant: nothing here writes; a file is data, of any size and from anybody, and
//! whatever it holds is read or refused without a panic.

pub mod csv;
