//! What to put into the hand for the next set.
//!
//! Works with `prescription` and `history`. Invariant: a stranger is never given a number: without a set to go by,
//! no load is suggested. Source: training facts, "First time".

use super::exercise::{Measure, Target};
use super::history::{Amount, Done, SetLog};
use super::prescription::Prescription;
use super::units::{Load, Reps};

/// What the steppers begin with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// The load; `None` where the person has to find it.
    pub load: Option<Load>,
    /// The repetitions.
    pub reps: Reps,
}

/// The next set, by the last one of today, or else by the same set last time: the same load again, and as many
/// repetitions; without either, no load and the least repetitions of the range.
#[must_use]
pub fn suggest(
    prescription: &Prescription,
    today: Option<&SetLog>,
    last_time: Option<&SetLog>,
) -> Suggestion {
    let least = match prescription.target {
        Target::Reps { min, .. } => min,
        _ => 1,
    };
    let model = today.or(last_time);
    let reps = model.and_then(|set| reps_of(set.done)).or(Reps::new(least).ok());
    let load = model.and_then(|set| set.load).filter(|_| prescription.measure != Measure::Reps);
    Suggestion { load, reps: reps.unwrap_or(Reps::ONE) }
}

/// The repetitions of a set; of two unlike sides the smaller.
#[must_use]
pub fn reps_of(done: Done) -> Option<Reps> {
    let reps = |amount: Amount| match amount {
        Amount::Reps(reps) => Some(reps),
        _ => None,
    };
    match done {
        Done::Both(amount) => reps(amount),
        Done::Sides { left, right } => match (left.and_then(reps), right.and_then(reps)) {
            (Some(left), Some(right)) => Some(left.min(right)),
            (one, other) => one.or(other),
        },
    }
}
