//! A program of the person's own as a row, and its way back.

use std::borrow::Cow;

use super::super::envelope::Unreadable;
use super::super::rows::{Out, Row};
use super::{read_item, row, write_item};
use crate::training::edit::checked;
use crate::training::program::{Cadence, DayPlan, Program, ProgramId, Weekdays};

/// On days of the week: this and their bits. Below it, days a week in rotation; 0 is every day.
const ON_WEEKDAYS: u8 = 128;

/// An own program as stored: name, note, how often (0 every day, 1 to 7 days a week, 128 and a bit a weekday with Monday
/// lowest), and each day with its name and exercises (see `write_item`).
#[must_use]
pub fn write_program(program: &Program) -> String {
    let mut out = Out::row();
    program_cells(&mut out, program);
    out.end()
}

pub(in crate::store) fn program_cells(out: &mut Out, program: &Program) {
    out.text(&program.name);
    out.text(&program.rule);
    let cadence = match program.cadence {
        Cadence::Daily => 0,
        Cadence::PerWeek(days) => days,
        on @ Cadence::On(_) => ON_WEEKDAYS | on.weekdays(),
    };
    out.number(cadence.into());
    out.open();
    for day in &program.days {
        out.open();
        out.text(&day.name);
        out.open();
        day.items.iter().for_each(|item| write_item(out, item));
        out.close();
        out.close();
    }
    out.close();
}

/// An own program from its stored text.
///
/// # Errors
/// [`Unreadable::Content`] if it is not that, or not a program that could be kept.
pub fn read_program(text: &str, id: ProgramId) -> Result<Program, Unreadable> {
    program_of(&mut row(text)?, id)
}

pub(in crate::store) fn program_of(row: &mut Row, id: ProgramId) -> Result<Program, Unreadable> {
    let wrong = Unreadable::Content;
    let (name, rule) = (row.text()?.into(), row.text()?.into());
    let cadence = match row.number::<u8>()? {
        0 => Cadence::Daily,
        days @ 1..=7 => Cadence::PerWeek(days),
        days @ ON_WEEKDAYS.. => Cadence::On(Weekdays::of(days).ok_or(wrong)?),
        _ => return Err(wrong),
    };
    let mut days = Vec::new();
    let mut stored = row.list()?;
    while let Ok(mut day) = stored.list() {
        let (name, mut stored) = (day.text()?.into(), day.list()?);
        let mut items = Vec::new();
        while let Ok(item) = stored.list() {
            items.push(read_item(item)?);
        }
        days.push(DayPlan { mark: Cow::Borrowed(""), name, items });
    }
    let none = Cow::Borrowed("");
    checked(Program { id, name, who: none.clone(), place: none, rule, cadence, days }).ok_or(wrong)
}
