//! What to do in place of an exercise: another one for the same movement and muscles, with the gear at hand.
//!
//! Works with the catalog alone. Invariant: what is offered needs nothing that is not there.

use super::search::Kit;
use crate::training::exercise::{Exercise, ExerciseId, MuscleUse, Role, Share};

/// How many are offered.
const MOST: usize = 6;

/// Exercises that can stand in for `instead`, best first: the same movement or close relatives, each by the muscles they
/// share, then other movements with a primary muscle in common. `mine` is what there is to train with; an empty kit
/// leaves nothing out. Those of `planned` are left out, for they are done anyway. Ours; the source only says "same
/// pattern, same muscles".
#[must_use]
pub fn stand_ins(instead: &Exercise, mine: Kit, planned: &[ExerciseId]) -> Vec<&'static Exercise> {
    let there = |exercise: &Exercise| {
        mine.is_empty() || exercise.equipment.iter().any(|set| mine.covers(Kit::of(set)))
    };
    let mut found: Vec<(u32, &Exercise)> = Vec::new();
    for other in super::exercises() {
        let left_out = other.id == instead.id
            || other.goals.first() != instead.goals.first()
            || !there(other)
            || planned.iter().any(|planned| planned.as_str() == other.id);
        let shared = shared(instead.muscles, other.muscles);
        let related = knows(instead, other) || knows(other, instead);
        let alike = other.pattern == instead.pattern;
        if !left_out && (shared > 3 || shared > 0 && (alike || related)) {
            let rank = shared + 4 * u32::from(alike) + 2 * u32::from(related);
            let at = found.iter().position(|(other, _)| *other < rank).unwrap_or(found.len());
            found.insert(at, (rank, other));
        }
    }
    found.truncate(MOST);
    found.into_iter().map(|(_, other)| other).collect()
}

/// Whether one has the other among its close relatives.
fn knows(one: &Exercise, other: &Exercise) -> bool {
    one.words.relatives().iter().any(|id| id == other.id)
}

/// How much two exercises have in common: four for a muscle that is primary in both, two where it is so in one.
fn shared(one: &[MuscleUse], other: &[MuscleUse]) -> u32 {
    let weight = |used: &MuscleUse| match (used.role, used.share) {
        (Role::Trained | Role::Stretched, Share::Primary) => 2,
        (Role::Trained | Role::Stretched, Share::Secondary) => 1,
        (Role::Released, _) => 0,
    };
    let mut sum = 0;
    for (used, of) in one.iter().flat_map(|used| other.iter().map(move |of| (used, of))) {
        if used.muscle == of.muscle && used.role == of.role && weight(used).max(weight(of)) == 2 {
            sum += weight(used) * weight(of);
        }
    }
    sum
}
