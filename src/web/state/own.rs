//! Exercises of the person's own, beside the shipped ones.

use super::Yoke;
use crate::catalog;
use crate::training::exercise::{ExerciseId, Muscle};
use crate::training::own::OwnExercise;

impl Yoke {
    /// The own exercises that are in the lists.
    #[must_use]
    pub fn own_exercises(self) -> Vec<OwnExercise> {
        self.0.own.with(|own| own.iter().filter(|one| !one.put_away).cloned().collect())
    }

    /// The own exercise of that id, also one that was put away.
    #[must_use]
    pub fn own_exercise(self, id: &ExerciseId) -> Option<OwnExercise> {
        self.0.own.with_untracked(|own| own.iter().find(|one| one.id == *id).cloned())
    }

    /// The name to show for an exercise, shipped or own.
    #[must_use]
    pub fn name_of(self, id: &ExerciseId) -> String {
        self.own_exercise(id).map_or_else(|| catalog::name_of(id), |own| own.name)
    }

    /// The muscles that an exercise trains, shipped or own.
    #[must_use]
    pub fn muscles_of(self, id: &ExerciseId) -> Vec<Muscle> {
        if let Some(own) = self.own_exercise(id) {
            return own.muscles;
        }
        let uses = catalog::find(id.as_str()).map_or(&[][..], |exercise| exercise.muscles);
        uses.iter().map(|used| used.muscle).collect()
    }

    /// All names in use but that of `id`.
    #[must_use]
    pub fn exercise_names_but(self, id: &ExerciseId) -> Vec<String> {
        let mut names: Vec<String> = catalog::exercises().map(|exercise| exercise.name.to_owned()).collect();
        for own in self.own_exercises() {
            if own.id != *id {
                names.push(own.name);
            }
        }
        names
    }

    /// Keeps an own exercise, new or changed. Not where another page writes; then it says so.
    pub fn keep_own(self, exercise: OwnExercise) -> bool {
        if self.refuses() {
            return false;
        }
        self.write(|store| store.save_own(&exercise));
        self.0.own.update(|own| match own.iter_mut().find(|one| one.id == exercise.id) {
            Some(known) => *known = exercise,
            None => own.push(exercise),
        });
        true
    }

    /// Takes an own exercise out of the lists; the history still knows it.
    pub fn put_away(self, id: &ExerciseId) {
        if let Some(exercise) = self.own_exercise(id) {
            self.keep_own(OwnExercise { put_away: true, ..exercise });
        }
    }
}
