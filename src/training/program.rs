//! A program: named days of prescriptions.
//!
//! Invariant: shipped programs have at least one day, and each day at least one prescription (held by a test).

use std::borrow::Cow;

use super::prescription::{Pace, Prescription};

/// Names one program for good, such as `size-and-strength`.
pub type ProgramId = Cow<'static, str>;

/// How often a program's days come round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cadence {
    /// So many days a week, in rotation.
    PerWeek(u8),
    /// Every day.
    Daily,
}

/// One day of a program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayPlan {
    /// One letter or number for the week strip: `A`.
    pub mark: Cow<'static, str>,
    /// The day's name: `Session A, deadlift`.
    pub name: Cow<'static, str>,
    /// What is done, in order.
    pub items: Vec<Prescription>,
}

impl DayPlan {
    /// Working sets of the day.
    #[must_use]
    pub fn sets(&self) -> usize {
        self.items.iter().map(|item| usize::from(item.sets)).sum()
    }

    /// Whether the app leads through the whole day.
    #[must_use]
    pub fn is_guided(&self) -> bool {
        self.items.iter().all(|item| item.pace == Pace::Guided)
    }
}

/// A program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Program {
    /// Names it for good.
    pub id: ProgramId,
    /// Its name in lists.
    pub name: Cow<'static, str>,
    /// Who it is for, one sentence.
    pub who: Cow<'static, str>,
    /// Where it is done and what it takes, a few words.
    pub place: Cow<'static, str>,
    /// How it works, in plain words.
    pub rule: Cow<'static, str>,
    /// How often.
    pub cadence: Cadence,
    /// Its days, in rotation.
    pub days: Vec<DayPlan>,
}

impl Program {
    /// The day after `last` in rotation; the first when nothing was done yet.
    #[must_use]
    pub fn next_day(&self, last: Option<usize>) -> usize {
        match last {
            Some(done) if !self.days.is_empty() => (done + 1) % self.days.len(),
            _ => 0,
        }
    }

    /// `2 days a week`, `Daily`.
    #[must_use]
    pub fn cadence_text(&self) -> String {
        match self.cadence {
            Cadence::PerWeek(days) => format!("{days} days a week"),
            Cadence::Daily => "Daily".to_owned(),
        }
    }
}
