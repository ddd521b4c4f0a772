//! Rows of values as JSON text: the part of JSON that the stored shapes are made of, for serde.
//!
//! Lists, texts, whole numbers, yes and no, and nothing: no objects, no fractions, no white space. What is written here any
//! JSON reader reads; what is read is only what could have been written here. The general `serde_json` cost 7 kB more,
//! most of it for messages that nobody would see.
//!
//! Invariant: reading never panics and never goes deeper than [`DEEPEST`].

mod read;
mod write;

use std::fmt::{self, Display};

pub use read::read;
pub use write::write;

/// How deep lists may stand in each other.
pub const DEEPEST: u8 = 8;

/// The text is not of the shape that was asked for, or a shape that rows cannot hold was to be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wrong;

impl Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a row of the expected shape")
    }
}

impl std::error::Error for Wrong {}

impl serde::de::Error for Wrong {
    fn custom<T: Display>(_: T) -> Self {
        Self
    }
}

impl serde::ser::Error for Wrong {
    fn custom<T: Display>(_: T) -> Self {
        Self
    }
}
