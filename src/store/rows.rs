//! Rows of values as JSON text: the part of JSON that the stored shapes are made of.
//!
//! Lists, texts, whole numbers, yes and no, and nothing: no objects, no fractions, no white space. What is written here any
//! JSON reader reads; what is read is only what could have been written here, and it is read into one type, so that
//! serde's code is there once and not once a shape. The general `serde_json` carries messages that nobody would see.
//!
//! Invariant: reading never panics and never goes deeper than [`DEEPEST`].

mod read;
mod write;

use std::fmt::{self, Display};

pub use read::read;
pub use write::Out;

/// How deep lists may stand in each other.
pub const DEEPEST: u8 = 8;

/// The text is not a row, or something else stands at this place of it.
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

/// One value of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Nothing.
    Nothing,
    /// Yes or no.
    Flag(bool),
    /// A whole number.
    Number(i64),
    /// A text.
    Text(String),
    /// More values.
    List(Vec<Cell>),
}

/// The values of a list, taken one by one. Values behind those that are asked for came from a later version.
#[derive(Clone, Debug)]
pub struct Row(std::iter::Peekable<std::vec::IntoIter<Cell>>);

impl Default for Row {
    fn default() -> Self {
        Self::of(Vec::new())
    }
}

impl Row {
    fn of(cells: Vec<Cell>) -> Self {
        Self(cells.into_iter().peekable())
    }

    /// The next value, whatever it is.
    #[allow(clippy::should_implement_trait)] // one method of several that take the next value
    pub fn next(&mut self) -> Option<Cell> {
        self.0.next()
    }

    /// The next value, a text.
    ///
    /// # Errors
    /// [`Wrong`] if it is something else, or not there. The value is taken all the same.
    pub fn text(&mut self) -> Result<String, Wrong> {
        match self.0.next() {
            Some(Cell::Text(text)) => Ok(text),
            _ => Err(Wrong),
        }
    }

    /// The next value, a number within the range of its type.
    ///
    /// # Errors
    /// [`Wrong`] if it is something else, or not there.
    pub fn number<T: TryFrom<i64>>(&mut self) -> Result<T, Wrong> {
        match self.0.next() {
            Some(Cell::Number(number)) => T::try_from(number).map_err(|_| Wrong),
            _ => Err(Wrong),
        }
    }

    /// The next value, yes or no.
    ///
    /// # Errors
    /// [`Wrong`] if it is something else, or not there.
    pub fn flag(&mut self) -> Result<bool, Wrong> {
        match self.0.next() {
            Some(Cell::Flag(flag)) => Ok(flag),
            _ => Err(Wrong),
        }
    }

    /// The next value, a text or nothing; nothing as well if the row has ended.
    ///
    /// # Errors
    /// [`Wrong`] if it is something else.
    pub fn maybe(&mut self) -> Result<Option<String>, Wrong> {
        match self.0.next() {
            Some(Cell::Text(text)) => Ok(Some(text)),
            Some(Cell::Nothing) | None => Ok(None),
            Some(_) => Err(Wrong),
        }
    }

    /// The next value, a list. Anything else stays where it is.
    ///
    /// # Errors
    /// [`Wrong`] if it is something else, or not there.
    pub fn list(&mut self) -> Result<Self, Wrong> {
        match self.0.next_if(|cell| matches!(cell, Cell::List(_))) {
            Some(Cell::List(cells)) => Ok(Self::of(cells)),
            _ => Err(Wrong),
        }
    }

    /// All that is left, texts.
    ///
    /// # Errors
    /// [`Wrong`] if one is something else.
    pub fn texts(mut self) -> Result<Vec<String>, Wrong> {
        let mut texts = Vec::new();
        while self.0.peek().is_some() {
            texts.push(self.text()?);
        }
        Ok(texts)
    }
}
