//! A program: named days of prescriptions.
//!
//! Invariant: shipped programs have at least one day, and each day at least one prescription (held by a test).

use std::borrow::Cow;

use super::own::ID_PREFIX;
use super::prescription::{Pace, Prescription};
use super::time::{Day, WEEKDAYS};

/// Names one program for good, such as `size-and-strength`.
pub type ProgramId = Cow<'static, str>;

/// How often a program's days come round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cadence {
    /// So many days a week, in rotation.
    PerWeek(u8),
    /// Every day.
    Daily,
    /// On these days of the week, in rotation.
    On(Weekdays),
}

impl Cadence {
    /// The bits of its days of the week (see [`Weekdays::of`]); 0 where they are not fixed.
    #[must_use]
    pub const fn weekdays(self) -> u8 {
        match self {
            Self::On(days) => days.0,
            Self::PerWeek(_) | Self::Daily => 0,
        }
    }

    /// `2 days a week`, `Daily`, `Mon, Thu`.
    #[must_use]
    pub fn text(self) -> String {
        match self {
            Self::PerWeek(1) => "Once a week".to_owned(),
            Self::PerWeek(days) => format!("{days} days a week"),
            Self::Daily => "Daily".to_owned(),
            Self::On(days) => {
                let mut text = String::new();
                for name in (0..7).filter(|day| days.has(*day)).filter_map(|day| WEEKDAYS[day].get(..3)) {
                    text += if text.is_empty() { "" } else { ", " };
                    text += name;
                }
                text
            }
        }
    }
}

/// Days of the week, at least one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weekdays(u8);

impl Weekdays {
    /// Monday to Friday.
    pub const WORKING: Self = Self(0b1_1111);

    /// Bit 0 for Monday to bit 6 for Sunday; `None` where none of these is set.
    #[must_use]
    pub const fn of(bits: u8) -> Option<Self> {
        match bits & 127 {
            0 => None,
            bits => Some(Self(bits)),
        }
    }

    /// The bits, as in [`Self::of`].
    #[must_use]
    pub const fn bits(self) -> u8 {
        self.0
    }

    /// Whether a day is among them; 0 for Monday.
    #[must_use]
    pub const fn has(self, weekday: usize) -> bool {
        self.0 >> weekday & 1 == 1
    }
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

    /// Which of its days a calendar day asks for, if `next` is to be done on the first scheduled one from `from` on.
    /// What was missed is not owed: it is simply next. `None` before `from` and on days that nothing is planned for.
    #[must_use]
    pub fn due(&self, day: Day, from: Day, next: usize) -> Option<usize> {
        let on = |day: Day| match self.cadence {
            Cadence::PerWeek(_) => false,
            Cadence::Daily => true,
            Cadence::On(days) => days.has(day.weekday()),
        };
        let ahead = day.number().checked_sub(from.number()).filter(|ahead| *ahead >= 0 && on(day))?;
        let before = (0..ahead).filter(|nth| on(from.plus(*nth))).count();
        (next + before).checked_rem(self.days.len())
    }

    /// How many of its days come in a week.
    #[must_use]
    pub const fn days_a_week(&self) -> u32 {
        match self.cadence {
            Cadence::PerWeek(days) => days as u32,
            Cadence::Daily => 7,
            Cadence::On(days) => days.0.count_ones(),
        }
    }

    /// Whether a person made it.
    #[must_use]
    pub fn is_own(&self) -> bool {
        self.id.starts_with(ID_PREFIX)
    }
}
