//! What was done: sets, and the workouts they belong to.
//!
//! Invariant: what a person entered is kept as entered; everything else is derived from it when it is shown.

use std::fmt;

use super::exercise::ExerciseId;
use super::lines::add;
use super::program::ProgramId;
use super::remarks::Remarks;
use super::time::{Day, UtcOffset, Wall};
use super::units::{Load, Metres, Reps, Rir, Seconds};

/// How much of one side, or of both together, was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Amount {
    /// Repetitions.
    Reps(Reps),
    /// Slow breaths.
    Breaths(u16),
    /// Seconds really held or carried.
    Held(Seconds),
    /// Metres carried.
    Walked(Metres),
    /// Several short holds.
    Holds {
        /// How many.
        count: u16,
        /// How long each was.
        each: Seconds,
    },
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Reps(reps) => reps.fmt(f),
            Self::Breaths(count) => write!(f, "{count} breaths"),
            Self::Held(seconds) => seconds.fmt(f),
            Self::Walked(metres) => metres.fmt(f),
            Self::Holds { count, each } => write!(f, "{count} \u{d7} {each}"),
        }
    }
}

/// What one set came to, by side where sides count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Done {
    /// Both sides at once.
    Both(Amount),
    /// Each side for itself; a side that was not done is missing.
    Sides {
        /// The left side.
        left: Option<Amount>,
        /// The right side.
        right: Option<Amount>,
    },
}

impl fmt::Display for Done {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Both(amount) => amount.fmt(f),
            Self::Sides { left: Some(left), right: Some(right) } if left == right => {
                write!(f, "{left} a side")
            }
            Self::Sides { left, right } => {
                let side = |amount: &Option<Amount>| amount.map_or("\u{2013}".to_owned(), |a| a.to_string());
                write!(f, "L {}, R {}", side(left), side(right))
            }
        }
    }
}

/// One logged set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SetLog {
    /// The load, in the unit it was entered in; `None` for work without one.
    pub load: Option<Load>,
    /// What was done.
    pub done: Done,
    /// Repetitions in reserve, if the person said.
    pub rir: Option<Rir>,
    /// Whether it was there to get warm: it counts for nothing else.
    pub warm_up: bool,
    /// When it was logged.
    pub at: Wall,
}

impl SetLog {
    /// Load moved in grams: load times repetitions, both sides counted.
    #[must_use]
    pub fn grams_moved(&self) -> u64 {
        let reps = |amount: Amount| match amount {
            Amount::Reps(reps) => u64::from(reps.get()),
            _ => 0,
        };
        let count = match self.done {
            Done::Both(amount) => reps(amount),
            Done::Sides { left, right } => left.map_or(0, reps) + right.map_or(0, reps),
        };
        self.load.map_or(0, |load| load.grams() * count)
    }

    /// `80 kg × 6`, `45 s`, `8 a side`.
    #[must_use]
    pub fn summary(&self) -> String {
        match self.load {
            Some(load) if !load.is_none() => format!("{load} \u{d7} {}", self.done),
            _ => self.done.to_string(),
        }
    }
}

/// One exercise within a workout.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Which exercise.
    pub exercise: ExerciseId,
    /// Its sets, in the order they were done.
    pub sets: Vec<SetLog>,
}

impl Entry {
    /// Whether any of it was there for more than to get warm.
    #[must_use]
    pub fn has_work(&self) -> bool {
        self.sets.iter().any(|set| !set.warm_up)
    }

    /// `80 kg × 6, 80 kg × 5`: what was done, but for the sets to get warm, unless there are no others.
    #[must_use]
    pub fn summary(&self) -> String {
        let mut text = String::new();
        let all = !self.has_work();
        for set in self.sets.iter().filter(|set| all || !set.warm_up) {
            add(&mut text, ", ", &set.summary());
        }
        text
    }
}

/// Names one workout for good: its start in milliseconds and four random letters, so that two phones never clash.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct WorkoutId(String);

impl WorkoutId {
    /// The id of a workout begun at `start`; `salt` is random.
    ///
    /// ```
    /// use yoke_app::training::{history::WorkoutId, time::Wall};
    /// assert_eq!(WorkoutId::new(Wall(1_795_255_200_000), 35).as_str(), "1795255200000-000z");
    /// ```
    #[must_use]
    pub fn new(start: Wall, salt: u32) -> Self {
        let digit = |n: u32| char::from_digit(n % 36, 36).unwrap_or('0');
        let letters: String = [salt / 46_656, salt / 1_296, salt / 36, salt].map(digit).iter().collect();
        Self(format!("{:013}-{letters}", start.0))
    }

    /// An id read from the store.
    #[must_use]
    pub fn stored(text: &str) -> Self {
        Self(text.to_owned())
    }

    /// As text; sorts by start.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Where a workout came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The program.
    pub program: ProgramId,
    /// The day in the program's rotation, from 0.
    pub day: usize,
    /// The day's letter.
    pub mark: String,
}

/// A finished workout.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Workout {
    /// Names it for good.
    pub id: WorkoutId,
    /// Its name as it was then.
    pub title: String,
    /// The program's day it was, if any.
    pub source: Option<Source>,
    /// When it began.
    pub started: Wall,
    /// When it ended.
    pub ended: Wall,
    /// Local time as it was then: a flight later does not move the workout to another day.
    pub offset: UtcOffset,
    /// What was done.
    pub entries: Vec<Entry>,
    /// What was said beside the numbers.
    pub remarks: Remarks,
}

impl Workout {
    /// The local day on which it began.
    #[must_use]
    pub const fn day(&self) -> Day {
        Day::local(self.started, self.offset)
    }

    /// How long it took, in milliseconds.
    #[must_use]
    pub const fn millis(&self) -> u64 {
        self.ended.since(self.started)
    }

    /// Number of logged sets.
    #[must_use]
    pub fn sets(&self) -> usize {
        self.entries.iter().map(|entry| entry.sets.len()).sum()
    }

    /// Load moved in grams: load times repetitions, both sides counted.
    ///
    /// Worked example: 3 sets of 80 kg x 5 are 1,200,000 g.
    #[must_use]
    pub fn grams_moved(&self) -> u64 {
        let mut grams = 0;
        for entry in &self.entries {
            grams += entry.sets.iter().filter(|set| !set.warm_up).map(SetLog::grams_moved).sum::<u64>();
        }
        grams
    }
}

/// The latest workout that has `exercise` for more than to get warm, and its sets; `history` has the newest workout first.
#[must_use]
pub fn last_time<'a>(history: &'a [Workout], exercise: &ExerciseId) -> Option<(&'a Workout, &'a Entry)> {
    history.iter().find_map(|workout| {
        let entry = workout.entries.iter().find(|entry| &entry.exercise == exercise && entry.has_work())?;
        Some((workout, entry))
    })
}
