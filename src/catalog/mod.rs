//! What we know: exercises, muscles, equipment and programs, as constant tables.
//!
//! Works with `training`. Invariant: ids given out once are never reused or renamed; histories hold them.

pub mod equipment;
mod exercises;
pub mod flows;
pub mod learn;
pub mod muscles;
pub mod programs;
pub mod search;
pub mod start;
pub mod swap;

use crate::training::exercise::{Exercise, ExerciseId};

/// All exercises, in the order of the families.
pub fn exercises() -> impl Iterator<Item = &'static Exercise> {
    exercises::FAMILIES.iter().flat_map(|family| family.iter())
}

/// The exercise of that id, if this version knows it.
#[must_use]
pub fn find(id: &str) -> Option<&'static Exercise> {
    exercises().find(|exercise| exercise.id == id)
}

/// The name to show for an id: the exercise's name, or the id itself made readable, so that a history
/// written by a newer version still reads well.
#[must_use]
pub fn name_of(id: &ExerciseId) -> String {
    if let Some(exercise) = find(id.as_str()) {
        return exercise.name.to_owned();
    }
    let mut name = id.as_str().replace('-', " ");
    if let Some(first) = name.get_mut(0..1) {
        first.make_ascii_uppercase();
    }
    name
}
