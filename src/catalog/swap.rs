//! What to do in place of an exercise: another one for the same movement and muscles, with the gear at hand; and what to
//! do for a muscle group that the week lacks.
//!
//! Works with the catalog alone. Invariant: what is offered needs nothing that is not there.

use super::search::Kit;
use crate::training::exercise::{Exercise, ExerciseId, Goal, MuscleUse, Role, Share, Target};
use crate::training::volume::Group;

/// How many are offered.
const MOST: usize = 6;

/// Exercises that can stand in for `instead`, best first: the same movement or close relatives, each by the muscles they
/// share, then other movements with a primary muscle in common. `mine` is what there is to train with; an empty kit
/// leaves nothing out. Those of `planned` are left out, for they are done anyway. Ours; the source only says "same
/// pattern, same muscles".
#[must_use]
pub fn stand_ins(instead: &Exercise, mine: Kit, planned: &[ExerciseId]) -> Vec<&'static Exercise> {
    let mut found: Vec<(u32, &Exercise)> = Vec::new();
    for other in super::exercises() {
        let left_out = other.id == instead.id
            || other.goals.first() != instead.goals.first()
            || !is_open(other, mine, planned);
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

/// What to do for a muscle group that lacks hard sets: an exercise that counts for it, whose gear is in `mine` (an empty kit
/// leaves nothing out) and that is not among `planned`. What works the group in full goes before what helps, then what makes
/// stronger before drills, then what is easier; of several the first in the catalog. Ours; the source names no order.
/// The upright row is never offered: by the training facts it is nobody's default.
///
/// Worked example: for the rear delts, with a band alone, the band pull-apart; with that one planned, the band face pull.
#[must_use]
pub fn fills(group: &Group, mine: Kit, planned: &[ExerciseId]) -> Option<&'static Exercise> {
    let mut found: Option<(u32, &Exercise)> = None;
    for other in super::exercises() {
        let share = group.share(other.muscles);
        let drill = other.goals.first() != Some(&Goal::Strength);
        let rank = share * 8 + 4 * u32::from(!drill) + 2 - other.level as u32;
        let counts =
            share > 0 && matches!(other.dose.target, Target::Reps { .. }) && other.id != "upright-row";
        if counts && found.is_none_or(|(best, _)| rank > best) && is_open(other, mine, planned) {
            found = Some((rank, other));
        }
    }
    found.map(|(_, other)| other)
}

/// Whether the gear for an exercise is there, and it is not planned anyway.
fn is_open(exercise: &Exercise, mine: Kit, planned: &[ExerciseId]) -> bool {
    let there = mine.is_empty() || exercise.equipment.iter().any(|set| mine.covers(Kit::of(set)));
    there && !planned.iter().any(|planned| planned.as_str() == exercise.id)
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
