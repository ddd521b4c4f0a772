//! Copies of earlier days: what the name of one says of it, when one is due, and which stay.
//!
//! Each is a backup, kept by the browser half beside the journal. Invariant: names sort by time.

use crate::training::time::{Day, UtcOffset, Wall};

/// How many copies stay.
pub const MOST: usize = 14;

/// What the name of a copy says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Copy {
    /// When it was made.
    pub at: Wall,
    /// How many finished workouts are in it.
    pub workouts: usize,
    /// Its length in bytes.
    pub size: usize,
}

impl Copy {
    /// The name.
    #[must_use]
    pub fn name(&self) -> String {
        format!("{:013} {} {}", self.at.0, self.workouts, self.size)
    }

    /// What a name says; none if it is not one of ours.
    #[must_use]
    pub fn read(name: &str) -> Option<Self> {
        let mut numbers = name.split(' ').map(|number| number.parse::<u64>().ok());
        let mut next = || numbers.next().flatten();
        Some(Self { at: Wall(next()?), workouts: next()? as usize, size: next()? as usize })
    }

    /// `Workouts: 214, 140 kB`.
    #[must_use]
    pub fn content(&self) -> String {
        format!("Workouts: {}, {} kB", self.workouts, self.size.div_ceil(1_000))
    }
}

/// Whether a day has no copy yet. `names` are sorted.
#[must_use]
pub fn is_due(names: &[String], today: Day, offset: UtcOffset) -> bool {
    let last = names.last().and_then(|name| Copy::read(name));
    last.is_none_or(|last| Day::local(last.at, offset) != today)
}

/// How many of the oldest have to go so that the newest [`MOST`] stay.
#[must_use]
pub const fn superfluous(names: &[String]) -> usize {
    names.len().saturating_sub(MOST)
}
