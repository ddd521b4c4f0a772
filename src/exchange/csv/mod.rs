//! CSV files of Strong, Hevy and `FitNotes`: what they would bring in, and this app's own history as such a file.
//!
//! Works with `training` and the search of the catalog. [`read`] gives out workouts and names; whoever asked keeps them.
//! Invariant: reading a file changes nothing, and the same file twice has the same ids.

mod cells;
mod columns;
mod export;
mod names;
mod reader;
mod reason;
mod rows;

pub use cells::{DayOrder, Moment, moment, seconds, thousandths};
pub use export::export;
pub use names::{Name, made, own_id};
pub use reader::{LONGEST_ROW, Reader, Row};
pub use reason::Reason;

use columns::Columns;
use rows::{Cells, HERE, Rows};

use crate::catalog::search::Index;
use crate::store::texts::Change;
use crate::training::history::{Workout, WorkoutId};
use crate::training::own::OwnExercise;
use crate::training::time::{UtcOffset, Wall};
use crate::training::units::WeightUnit;

/// The longest file that is read, in bytes.
pub const LARGEST: u32 = 20_000_000;

/// What the file may leave open, and what is here already.
#[derive(Clone, Copy, Debug)]
pub struct Ask<'a> {
    /// The unit of weights where the file names none.
    pub unit: WeightUnit,
    /// Whether `05/06/2026` is in May, where the file does not show it.
    pub month_first: bool,
    /// Local time where the file names no zone.
    pub offset: UtcOffset,
    /// What was done.
    pub history: &'a [Workout],
    /// The person's own exercises, also those put away.
    pub own: &'a [OwnExercise],
}

/// Why a whole file is refused. The text says what to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// There is nothing in it, or the browser could not read it.
    Empty,
    /// Its first line names no date, exercise and repetitions.
    Unknown,
    /// Longer than [`LARGEST`].
    TooLarge,
}

impl Refusal {
    /// What happened, and what to do.
    #[must_use]
    pub const fn text(self) -> &'static str {
        match self {
            Self::Empty => "This file is empty, or the browser cannot read it. Export it again.",
            Self::Unknown => {
                "This is no CSV file of Strong, Hevy or FitNotes: its first line names no date, exercise and reps. If it is \
                 one, set that app to English and export again."
            }
            Self::TooLarge => "This file is over 20 MB. Export a part of it.",
        }
    }
}

/// What a file would bring in.
#[derive(Debug, Default)]
pub struct Found {
    workouts: Vec<Workout>,
    /// Lines that were not understood, or not in full, and what of them.
    pub skipped: Vec<(u32, Reason)>,
    /// The exercises of the new workouts, in the order of the file.
    pub names: Vec<Name>,
    /// Whether the unit of weights was assumed.
    pub asks_unit: bool,
    /// Whether the order of day and month was assumed.
    pub asks_order: bool,
}

impl Found {
    /// The workouts that are new, as their exercises were chosen.
    pub fn workouts(&self) -> impl Iterator<Item = &Workout> {
        self.workouts.iter().filter(|workout| !workout.entries.is_empty())
    }

    /// How many workouts of the file are left out because one that began at the same second is here.
    #[must_use]
    pub fn here(&self) -> usize {
        self.workouts.iter().filter(|workout| workout.id.as_str() == HERE).count()
    }

    /// What is to be stored; `own` are the exercises that are here.
    #[must_use]
    pub fn changes(&self, own: &[OwnExercise]) -> Vec<Change> {
        let mut changes: Vec<Change> = self.workouts().map(Change::workout).collect();
        changes.extend(made(&self.names, own).iter().map(Change::own));
        changes
    }
}

/// What `text` would bring in; `names` is what was chosen for the exercises when it was read before, if it was.
///
/// # Errors
/// A [`Refusal`] if it is none of the files that are known, or too large.
pub fn read(text: &str, ask: &Ask, names: Vec<Name>) -> Result<Found, Refusal> {
    if text.len() > LARGEST as usize {
        return Err(Refusal::TooLarge);
    }
    let (mut reader, mut row) = (Reader::new(text), Row::default());
    if !reader.next(&mut row) {
        return Err(Refusal::Empty);
    }
    let columns = Columns::of(&row).ok_or(Refusal::Unknown)?;
    let mut rows = Rows::new(ask, names);
    while reader.next(&mut row) {
        if let Err(reason) = rows.take(Cells { columns: &columns, row: &row }) {
            rows.found.skipped.push((row.line, reason));
        }
    }
    let Rows { mut found, order, settled, .. } = rows;
    // What the file shows counts more than what was chosen.
    if order.proof == [!ask.month_first, ask.month_first] {
        found.names.truncate(settled);
        return read(text, &Ask { month_first: !ask.month_first, ..*ask }, found.names);
    }
    found.asks_order = order.unsure && order.proof == [false; 2];
    let index = Index::of_catalog();
    for name in found.names.iter_mut().skip(settled) {
        name.find(&index, ask.own);
    }
    Ok(found)
}

/// When it began by the clock on the wall, in seconds.
fn local_second(started: Wall, offset: UtcOffset) -> u64 {
    started.0.saturating_add_signed(i64::from(offset.get()) * 60_000) / 1_000
}

/// FNV-1a of 32 bits over a text.
fn sum_of(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |sum, byte| (sum ^ u32::from(byte)).wrapping_mul(16_777_619))
}

/// The id by what the file says: the start as it was written, and the name.
fn id_of(started: Wall, offset: UtcOffset, title: &str) -> WorkoutId {
    WorkoutId::new(Wall(local_second(started, offset) * 1_000), sum_of(title))
}
