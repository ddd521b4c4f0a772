//! What is asked of a person: an exercise, how much of it, how hard, and with what rest.
//!
//! Invariant: a prescription carries all that the session needs, so a running workout never depends on
//! what the catalog says tomorrow.

use super::exercise::{Exercise, ExerciseId, Laterality, Measure, Target, Tempo};
use super::units::{Rir, Seconds};

/// How many repetitions should be left in reserve at the end of a set, both ends included.
/// Source: training facts, "end each set 1-2 reps short of failure".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RirRange {
    /// The fewest.
    pub min: Rir,
    /// The most.
    pub max: Rir,
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
    /// `exercise` at its own default dose, led by the app.
    #[must_use]
    pub const fn guided(exercise: &Exercise, sets: u8, target: Target) -> Self {
        Self {
            exercise: exercise.exercise_id(),
            sets,
            warm_ups: 0,
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
        let rir = Rir::new(1).ok().zip(Rir::new(2).ok()).map(|(min, max)| RirRange { min, max });
        Self {
            rir: if asks_effort { rir } else { None },
            rest,
            rest_to: Self::rest_window(rest),
            pace: Pace::Own,
            ..Self::guided(exercise, sets, target)
        }
    }

    /// The same work with another exercise: sets, rest and effort stay, and so does what a set asks for if the new one is
    /// counted alike; else its own dose says that.
    #[must_use]
    pub fn with(&self, exercise: &Exercise) -> Self {
        let counts = |measure| !matches!(measure, Measure::Hold | Measure::LoadCarry);
        let alike = counts(self.measure) == counts(exercise.measure) && exercise.measure != Measure::Reps;
        let target = if alike { self.target } else { exercise.dose.target };
        let rir = self.rir.filter(|_| matches!(target, Target::Reps { .. }));
        Self {
            exercise: exercise.exercise_id(),
            target,
            rir,
            measure: exercise.measure,
            laterality: exercise.laterality,
            tempo: exercise.tempo,
            ..self.clone()
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
