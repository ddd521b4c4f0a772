//! Repetitions, seconds and metres as one kind of number, so that all of them progress by the same idea.
//!
//! Works with `prescription` and `history`. Invariant: a set counted otherwise than asked is no evidence and is left out.

use std::fmt;

use super::super::exercise::{Measure, Target};
use super::super::history::{Amount, Done, SetLog};
use super::super::prescription::{Pace, Prescription};
use super::super::units::{Metres, Reps, Rir, Seconds};

/// How much of one set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aim {
    /// Repetitions.
    Reps(Reps),
    /// Seconds held or carried.
    Seconds(Seconds),
    /// Metres carried.
    Metres(Metres),
    /// What the prescription says, without change.
    AsPlanned,
}

impl Aim {
    /// The number without its unit; `None` for what stays as planned.
    #[must_use]
    pub const fn amount(self) -> Option<u32> {
        match self {
            Self::Reps(reps) => Some(reps.get() as u32),
            Self::Seconds(seconds) => Some(seconds.get()),
            Self::Metres(metres) => Some(metres.get() as u32),
            Self::AsPlanned => None,
        }
    }
}

impl fmt::Display for Aim {
    /// `8 reps`, `30 s`, `40 m`, `as planned`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Reps(Reps::ONE) => f.write_str("1 rep"),
            Self::Reps(reps) => write!(f, "{reps} reps"),
            Self::Seconds(seconds) => seconds.fmt(f),
            Self::Metres(metres) => metres.fmt(f),
            Self::AsPlanned => f.write_str("as planned"),
        }
    }
}

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Reps,
    Seconds,
    Metres,
}

/// A set as the rules see it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Work {
    pub(super) set: SetLog,
    /// How much was done; of two sides the smaller.
    pub(super) score: u32,
}

impl Work {
    /// Whether the person said that nothing was left. Not said is not zero.
    pub(super) fn is_empty(self) -> bool {
        self.set.rir.map(Rir::get) == Some(0)
    }
}

/// The range that is asked for, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Span {
    pub(super) kind: Kind,
    pub(super) min: u32,
    pub(super) max: u32,
}

impl Span {
    /// The range of a prescription; `None` for what the app leads through, breaths, rows of short holds and drills of
    /// one fixed number: these stay as planned.
    ///
    /// A carry with a weight has no range in the sources. Ours: it is full at what is asked and falls short under two
    /// thirds of it.
    pub(super) fn of(asked: &Prescription) -> Option<Self> {
        if asked.pace == Pace::Guided {
            return None;
        }
        let carried = asked.measure == Measure::LoadCarry;
        let whole = |kind, max: u32| {
            let min = if carried { (max * 2).div_ceil(3) } else { max };
            Some(Self { kind, min: min.max(1), max: max.max(1) })
        };
        match asked.target {
            Target::Reps { min, max } if asked.measure != Measure::Reps || min < max => {
                let min = u32::from(min.max(1));
                Some(Self { kind: Kind::Reps, min, max: u32::from(max).max(min) })
            }
            Target::Hold(length) => whole(Kind::Seconds, length.get()),
            Target::Distance(metres) => whole(Kind::Metres, u32::from(metres.get())),
            _ => None,
        }
    }

    /// The working sets that say something about this range, in their order.
    pub(super) fn works(self, sets: &[SetLog]) -> Vec<Work> {
        let mut works = Vec::with_capacity(sets.len());
        for &set in sets {
            if let Some(score) = self.score(set.done)
                && !set.warm_up
            {
                works.push(Work { set, score });
            }
        }
        works
    }

    fn score(self, done: Done) -> Option<u32> {
        let one = |amount| match (self.kind, amount) {
            (Kind::Reps, Amount::Reps(reps)) => Some(u32::from(reps.get())),
            (Kind::Seconds, Amount::Held(seconds)) => Some(seconds.get()),
            (Kind::Metres, Amount::Walked(metres)) => Some(u32::from(metres.get())),
            _ => None,
        };
        match done {
            Done::Both(amount) => one(amount),
            Done::Sides { left, right } => match (left.and_then(one), right.and_then(one)) {
                (Some(left), Some(right)) => Some(left.min(right)),
                (left, right) => left.or(right),
            },
        }
    }

    /// One step up from `from`: one repetition, 5 s or 10 % of the seconds if that is more, 10 % of the metres.
    /// Ours: the sources speak of repetitions only.
    pub(super) const fn step(self, from: u32) -> u32 {
        let tenth = from / 10;
        match self.kind {
            Kind::Seconds if tenth > 5 => tenth,
            Kind::Seconds => 5,
            Kind::Metres if tenth > 1 => tenth,
            Kind::Reps | Kind::Metres => 1,
        }
    }

    /// Three steps over the range: how far one goes up before a weight is taken that is heavier than the step allows.
    pub(super) const fn over(self) -> u32 {
        self.max + 3 * self.step(self.max)
    }

    /// What to aim at with a new weight: the least of a range of repetitions, but the whole hold or carry.
    pub(super) const fn fresh(self) -> u32 {
        if matches!(self.kind, Kind::Reps) { self.min } else { self.max }
    }

    /// A number of this range as a quantity, at least 1.
    pub(super) fn aim(self, amount: u32) -> Aim {
        let amount = amount.max(1);
        let small = u16::try_from(amount).unwrap_or(u16::MAX);
        match self.kind {
            Kind::Reps => Aim::Reps(Reps::new(small.min(Reps::MAX)).unwrap_or(Reps::ONE)),
            Kind::Seconds => Aim::Seconds(Seconds::new(amount)),
            Kind::Metres => Metres::new(small.min(Metres::MAX)).map_or(Aim::AsPlanned, Aim::Metres),
        }
    }

    /// The range in words: `8–12`, `30 s`.
    pub(super) fn text(self) -> String {
        if self.kind == Kind::Reps && self.min < self.max {
            format!("{}\u{2013}{}", self.min, self.max)
        } else {
            self.aim(self.max).to_string()
        }
    }
}
