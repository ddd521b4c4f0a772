//! A measurement as a row, and its way back.

use super::super::envelope::Unreadable;
use super::super::rows::Out;
use super::row;
use crate::training::measure::{Measurement, Reading, Scale};
use crate::training::time::{UtcOffset, Wall};

/// A measurement as stored: the number of its scale, how many steps of that, when, minutes ahead of UTC.
#[must_use]
pub fn write_test(one: &Measurement) -> String {
    let mut out = Out::row();
    out.number(one.reading.scale() as u64);
    out.number(one.reading.steps().into());
    out.number(one.at.0);
    out.signed(one.offset.get().into());
    out.end()
}

/// A measurement from its stored text.
///
/// # Errors
/// [`Unreadable::Content`] if it is not that.
pub fn read_test(text: &str, id: &str) -> Result<Measurement, Unreadable> {
    let mut row = row(text)?;
    let scale = Scale::ALL.get(row.number::<usize>()?).ok_or(Unreadable::Content)?;
    let reading = Reading::new(*scale, row.number()?).map_err(|_| Unreadable::Content)?;
    let (at, offset) = (Wall(row.number()?), UtcOffset::minutes(row.number()?));
    Ok(Measurement { id: id.to_owned(), at, offset, reading })
}
