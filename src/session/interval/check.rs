//! What an interval timer may not be, and what it comes to.
//!
//! Invariant: all of it is arithmetic on the fields, so an absurd timer costs no more than a short one.

use std::fmt;

use super::IntervalTimer;
use crate::session::timeline::SWITCH;
use crate::training::units::Seconds;

/// The most work intervals in a round.
pub const MOST_WORK: usize = 12;
/// The longest work interval: one hour.
pub const LONGEST_WORK: Seconds = Seconds::new(3_600);
/// The most stretches that a timer can come to.
pub const MOST_STRETCHES: u16 = 2_000;
/// The longest name, in characters.
pub const LONGEST_NAME: usize = 40;

/// What a timer that can run comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Total {
    /// From the first second to the last.
    pub length: Seconds,
    /// How many stretches, 1 to 2,000.
    pub stretches: u16,
}

/// Why a timer cannot run. The text says what would be accepted and can stand beside the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimerError {
    /// No work interval.
    NoWork,
    /// More than 12 work intervals.
    TooMuchWork,
    /// No round.
    NoRounds,
    /// No set.
    NoSets,
    /// This work interval, counted from 0, lasts 0 s.
    WorkZero(u8),
    /// This work interval, counted from 0, lasts more than an hour.
    WorkTooLong(u8),
    /// All of it takes more than a day: so many seconds.
    TooLong {
        /// The whole length in seconds; it does not fit [`Seconds`].
        seconds: u64,
    },
    /// It comes to more than 2,000 stretches: so many.
    TooMany(u32),
    /// The timer's name has more than 40 characters.
    LongName,
    /// The name of this work interval, counted from 0, has more than 40 characters.
    LongWorkName(u8),
}

impl fmt::Display for TimerError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::NoWork => f.write_str("Add a work interval first."),
            Self::TooMuchWork => write!(f, "{MOST_WORK} work intervals are the most that fit in a round."),
            Self::NoRounds => f.write_str("It takes at least 1 round."),
            Self::NoSets => f.write_str("It takes at least 1 set."),
            Self::WorkZero(at) => {
                write!(f, "Work interval {} lasts 0 s. Give it 1 s or more.", at + 1)
            }
            Self::WorkTooLong(at) => {
                write!(f, "Work interval {} lasts more than an hour. 60 minutes are the most.", at + 1)
            }
            Self::TooLong { seconds } => {
                let minutes = seconds.div_ceil(60);
                let hours = grouped(minutes / 60);
                match minutes % 60 {
                    0 => write!(f, "{hours} hours")?,
                    rest => write!(f, "{hours} h {rest} min")?,
                }
                f.write_str(" is more than a day. Shorten the work, the rest or the rounds.")
            }
            Self::TooMany(count) => {
                let (count, most) = (grouped(count.into()), grouped(MOST_STRETCHES.into()));
                write!(f, "{count} parts are too many, {most} fit. Take fewer rounds or sets.")
            }
            Self::LongName => {
                write!(f, "The timer\u{2019}s name is too long. {LONGEST_NAME} letters are the most.")
            }
            Self::LongWorkName(at) => {
                let nth = at + 1;
                write!(f, "The name of work interval {nth} is too long. {LONGEST_NAME} letters are the most.")
            }
        }
    }
}

impl std::error::Error for TimerError {}

impl IntervalTimer {
    /// Whether it can run, and what it then comes to. Costs the same for one round as for 10,000.
    ///
    /// # Errors
    /// The first [`TimerError`] found; its text can stand beside the form.
    pub fn check(&self) -> Result<Total, TimerError> {
        match self.work.len() {
            0 => return Err(TimerError::NoWork),
            1..=MOST_WORK => {}
            _ => return Err(TimerError::TooMuchWork),
        }
        if self.rounds == 0 {
            return Err(TimerError::NoRounds);
        }
        if self.sets == 0 {
            return Err(TimerError::NoSets);
        }
        for (at, work) in self.work.iter().enumerate() {
            if work.length.get() == 0 {
                return Err(TimerError::WorkZero(at as u8));
            }
            if work.length > LONGEST_WORK {
                return Err(TimerError::WorkTooLong(at as u8));
            }
        }
        let (seconds, stretches) = self.sums();
        if seconds > u64::from(Seconds::MAX) {
            return Err(TimerError::TooLong { seconds });
        }
        if stretches > u64::from(MOST_STRETCHES) {
            // At most one a second of the day, or it would have been too long.
            return Err(TimerError::TooMany(stretches as u32));
        }
        if is_long(&self.name) {
            return Err(TimerError::LongName);
        }
        for (at, work) in self.work.iter().enumerate() {
            if is_long(&work.name) {
                return Err(TimerError::LongWorkName(at as u8));
            }
        }
        Ok(Total { length: Seconds::new(seconds as u32), stretches: stretches as u16 })
    }

    /// How long it takes. Of a timer that cannot run, as long as that can be said: a day at most.
    #[must_use]
    pub fn total(&self) -> Seconds {
        Seconds::new(self.sums().0.min(Seconds::MAX.into()) as u32)
    }

    /// How many rests of more than zero there are, and how many between sets.
    pub(super) fn rests(&self) -> (u64, u64) {
        let works = u64::from(self.rounds).saturating_mul(self.work.len() as u64);
        let sides = self.sides().len() as u64 * u64::from(self.sets);
        let pauses = u64::from(self.sets.saturating_sub(1));
        let within = works.saturating_sub(1).saturating_mul(sides);
        // Without a rest of their own, sets are parted by the ordinary one.
        let (plain, between_sets) = if self.set_rest.get() > 0 { (0, pauses) } else { (pauses, 0) };
        (if self.rest.get() > 0 { within.saturating_add(plain) } else { 0 }, between_sets)
    }

    /// Seconds and stretches in all. Saturating, because an absurd timer may be asked too.
    fn sums(&self) -> (u64, u64) {
        let round: u64 = self.work.iter().map(|work| u64::from(work.length.get())).sum();
        let parts = self.work.len() as u64;
        let sets = u64::from(self.sets);
        let rounds = (u64::from(self.rounds) * sets).saturating_mul(self.sides().len() as u64);
        let switches = if self.sided { sets } else { 0 };
        let (rests, between_sets) = self.rests();
        let pieces = [
            (rounds, round, parts),
            (switches, SWITCH.get().into(), 1),
            (rests, self.rest.get().into(), 1),
            (between_sets, self.set_rest.get().into(), 1),
            (1, self.prepare.get().into(), (self.prepare.get() > 0).into()),
            (1, self.cool_down.get().into(), (self.cool_down.get() > 0).into()),
        ];
        let mut sums = (0_u64, 0_u64);
        for (times, seconds, stretches) in pieces {
            sums.0 = sums.0.saturating_add(times.saturating_mul(seconds));
            sums.1 = sums.1.saturating_add(times.saturating_mul(stretches));
        }
        sums
    }
}

/// A name as it will be kept: trimmed, white space folded, without control characters and without the
/// marks that turn the direction of the text around it.
#[must_use]
pub fn tidy_name(typed: &str) -> String {
    let turns = |c| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let mut name = String::new();
    let mut gap = false;
    for c in typed.chars() {
        if c.is_whitespace() {
            gap = !name.is_empty();
        } else if !c.is_control() && !turns(c) {
            if gap {
                name.push(' ');
            }
            gap = false;
            name.push(c);
        }
    }
    name
}

fn is_long(name: &str) -> bool {
    name.trim().chars().count() > LONGEST_NAME
}

/// `19,999`.
fn grouped(number: u64) -> String {
    if number < 1_000 {
        return number.to_string();
    }
    format!("{},{:03}", grouped(number / 1_000), number % 1_000)
}
