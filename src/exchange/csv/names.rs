//! What the exercises of a file are called here.

use super::sum_of;
use crate::catalog::search::{Confidence, Index, folded};
use crate::training::exercise::{ExerciseId, Measure};
use crate::training::history::{Amount, Done, SetLog};
use crate::training::own::{self, LONGEST_NAME, OwnExercise};
use crate::training::time::Wall;

/// An exercise of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// Its name there.
    pub name: String,
    /// How many sets of it are new.
    pub sets: usize,
    /// What it seems to be here.
    pub found: Option<(ExerciseId, Confidence)>,
    /// What it is to be here. At first what is sure, else [`own_id`]: a lateral raise is likely a rear lateral raise by its
    /// words, and is another exercise.
    pub choice: ExerciseId,
    /// What its sets are counted in.
    pub measure: Measure,
}

/// The id of the own exercise that a name of a file becomes: the same each time.
#[must_use]
pub fn own_id(name: &str) -> ExerciseId {
    own::new_id(Wall(0), sum_of(&folded(name)))
}

impl Name {
    /// A name without sets, nothing known of it yet.
    pub(super) fn new(name: String) -> Self {
        Self { choice: own_id(&name), name, sets: 0, found: None, measure: Measure::Hold }
    }

    /// Finds what it is here: an exercise that was brought in before, whatever its name is by now, one of that name, or one
    /// of the catalog.
    pub(super) fn find(&mut self, index: &Index, own: &[OwnExercise]) {
        let known = own.iter().find(|own| own.id == self.choice || own.name.eq_ignore_ascii_case(&self.name));
        self.found = match known {
            Some(own) => Some((own.id.clone(), Confidence::Sure)),
            None => index.closest(&self.name),
        };
        if let Some((id, Confidence::Sure)) = &self.found {
            self.choice = id.clone();
        }
    }
}

/// What sets are counted in, with one more of them: repetitions if there are any, else a time or a way; with a load if
/// there ever was one.
pub(super) fn measure(before: Measure, set: &SetLog) -> Measure {
    let loaded = set.load.is_some_and(|load| !load.is_none());
    match (set.done, before) {
        (_, Measure::LoadReps) => before,
        (Done::Both(Amount::Reps(_)), _) if loaded => Measure::LoadReps,
        (Done::Both(Amount::Reps(_)), _) | (_, Measure::BodyReps) => Measure::BodyReps,
        (Done::Both(Amount::Walked(_)), _) => Measure::LoadCarry,
        _ if loaded => Measure::LoadCarry,
        _ => before,
    }
}

/// The exercises that are to be made for these names. `own` are those that are here, also those put away.
#[must_use]
pub fn made(names: &[Name], own: &[OwnExercise]) -> Vec<OwnExercise> {
    let mut made = Vec::new();
    for Name { name, sets, choice: id, measure, .. } in names {
        if *sets > 0 && *id == own_id(name) && own.iter().all(|known| known.id != *id) {
            let name = name.chars().take(LONGEST_NAME).collect();
            made.push(OwnExercise::new(id.clone(), name, *measure));
        }
    }
    made
}
