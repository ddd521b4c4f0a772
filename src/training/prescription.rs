//! What is asked of a person: an exercise, how much of it, how hard, and with what rest.
//!
//! Invariant: a prescription carries all that the session needs, so a running workout never depends on
//! what the catalog says tomorrow.

use std::mem::discriminant;

use super::exercise::{Exercise, ExerciseId, Goal, Laterality, Measure, Target, Tempo};
use super::units::{Rir, Seconds};

/// The most sets an exercise can have.
pub const MOST_SETS: u8 = 20;
/// The most sets to get warm.
pub const MOST_WARM_UPS: u8 = 3;
/// The largest increment, in quarters of a kilogram or pound.
pub const MOST_INCREMENT: u8 = 80;

/// How many repetitions should be left in reserve at the end of a set, both ends included.
/// Source: training facts, "end each set 1-2 reps short of failure".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RirRange {
    /// The fewest.
    pub min: Rir,
    /// The most.
    pub max: Rir,
}

impl RirRange {
    /// One or two. Source: as above.
    #[must_use]
    pub fn usual() -> Option<Self> {
        Rir::new(1).ok().zip(Rir::new(2).ok()).map(|(min, max)| Self { min, max })
    }
}

/// Who sets the pace.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pace {
    /// The person works and logs each set.
    Own,
    /// The app leads through phases by time and goes on by itself.
    Guided,
}

/// One exercise as it stands in a program's day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prescription {
    /// What to do.
    pub exercise: ExerciseId,
    /// Working sets, 1 to 20.
    pub sets: u8,
    /// Lighter sets before them, 0 to 3. Source: training facts, "40 % x 8, 60 % x 5, 80 % x 2".
    pub warm_ups: u8,
    /// What a raise or a fall changes the load by, in quarters of a kilogram or pound, whichever it is counted in, 0 to
    /// [`MOST_INCREMENT`]; 0 leaves it to the rule.
    pub increment: u8,
    /// What each set asks for.
    pub target: Target,
    /// What is counted.
    pub measure: Measure,
    /// One side or both.
    pub laterality: Laterality,
    /// How hard; `None` where effort is not asked (drills, holds, carries).
    pub rir: Option<RirRange>,
    /// Rest after each set: from here on one is ready. Zero goes straight on.
    pub rest: Seconds,
    /// From here on the rest was too long and the muscles are cold; never below `rest`.
    pub rest_to: Seconds,
    /// How fast one repetition goes.
    pub tempo: Tempo,
    /// Who sets the pace.
    pub pace: Pace,
    /// Neighbours with the same number, other than 0, take turns: a superset or circuit.
    pub group: u8,
    /// The round of its group in which its first set falls, from 0.
    pub from_round: u8,
}

impl Prescription {
    /// Whether any of it is to be done: what is left out stays in its plan without sets.
    #[must_use]
    pub const fn is_planned(&self) -> bool {
        self.sets > 0 || self.warm_ups > 0
    }

    /// `exercise` at its own default dose, led by the app.
    #[must_use]
    pub const fn guided(exercise: &Exercise, sets: u8, target: Target) -> Self {
        Self {
            exercise: exercise.exercise_id(),
            sets,
            warm_ups: 0,
            increment: 0,
            target,
            measure: exercise.measure,
            laterality: exercise.laterality,
            rir: None,
            rest: Seconds::new(0),
            rest_to: Seconds::new(0),
            tempo: exercise.tempo,
            pace: Pace::Guided,
            group: 0,
            from_round: 0,
        }
    }

    /// `exercise` at the person's own pace, one or two repetitions short of failure.
    #[must_use]
    pub fn strength(exercise: &Exercise, sets: u8, target: Target, rest: Seconds) -> Self {
        let asks_effort = matches!(target, Target::Reps { .. });
        Self {
            rir: if asks_effort { RirRange::usual() } else { None },
            rest,
            rest_to: Self::rest_window(rest),
            pace: Pace::Own,
            ..Self::guided(exercise, sets, target)
        }
    }

    /// `exercise` as most people should do it: at their own pace where it makes stronger, else led by the app.
    #[must_use]
    pub fn usual(exercise: &Exercise) -> Self {
        let dose = exercise.dose;
        if exercise.goals.first() == Some(&Goal::Strength) {
            return Self::strength(exercise, dose.sets, dose.target, dose.rest);
        }
        let rest = if dose.sets > 1 { dose.rest } else { Seconds::new(0) };
        Self { rest, rest_to: Self::rest_window(rest), ..Self::guided(exercise, dose.sets, dose.target) }
    }

    /// This in the place of `old`: sets, rest, effort and what a set asks for go over where both are counted alike; else its
    /// own dose stands. It takes turns with whom the old one did.
    #[must_use]
    pub fn in_place_of(self, old: &Self) -> Self {
        let group = old.group;
        if discriminant(&old.target) != discriminant(&self.target) {
            return Self { group, ..self };
        }
        Self {
            sets: old.sets,
            warm_ups: if self.takes_load() { old.warm_ups } else { 0 },
            target: old.target,
            rir: old.rir,
            rest: old.rest,
            rest_to: old.rest_to,
            group,
            ..self
        }
    }

    /// Where a rest becomes too long, unless the person says otherwise: twice the rest. Ours; the sources name none.
    #[must_use]
    pub const fn rest_window(rest: Seconds) -> Seconds {
        Seconds::new(rest.get() * 2)
    }

    /// Whether a set of this carries or could carry a load.
    #[must_use]
    pub const fn takes_load(&self) -> bool {
        matches!(self.measure, Measure::LoadReps | Measure::BodyReps | Measure::LoadCarry)
    }

    /// Whether the app sets the pace.
    #[must_use]
    pub fn is_guided(&self) -> bool {
        self.pace == Pace::Guided
    }

    /// The target in short: `4–6`, `30 s`, `8 × 5 s`, `8 breaths`.
    #[must_use]
    pub fn target_text(&self) -> String {
        let side = if self.laterality == Laterality::PerSide { " a side" } else { "" };
        match self.target {
            Target::Reps { min, max } if min == max => format!("{max}{side}"),
            Target::Reps { min, max } => format!("{min}\u{2013}{max}{side}"),
            Target::Breaths(count) => format!("{count} breaths"),
            Target::Distance(metres) => format!("{metres}{side}"),
            Target::Hold(length) => format!("{length}{side}"),
            Target::Holds { count, each } => format!("{count} \u{d7} {each}{side}"),
        }
    }
}
