//! Finished workouts that are put right, each change with its way back.

use super::Yoke;
use super::notes::{self, Note};
use crate::session::Plan;
use crate::store::Change;
use crate::training::amend::insert;
use crate::training::history::{Workout, WorkoutId};
use crate::training::prescription::{MOST_SETS, Prescription};
use crate::training::remarks::Remarks;
use crate::web::platform::{clock, page};

/// Marks the notes of these changes.
const FOLLOWS: &str = "Records and the next targets follow it.";
/// The title of a change that was taken back: it needs no note.
const BACK: &str = "";

impl Yoke {
    /// Puts `after` in the place of `before`, stored or not at all, and says `title` with a way back, after which the keyboard
    /// is on the element with the id `spot`. Returns whether it was stored.
    pub fn amend(
        self,
        title: &'static str,
        before: Option<Workout>,
        after: Option<Workout>,
        spot: String,
    ) -> bool {
        if self.refuses() {
            return false;
        }
        let change = match (&before, &after) {
            (_, Some(after)) => Change::workout(after),
            (Some(before), None) => Change::no_workout(&before.id),
            (None, None) => return false,
        };
        let outcome = self.0.store.change(|store| store.import(&[change]));
        self.hand_on();
        if outcome.is_err() {
            self.note(notes::not_taken());
            return false;
        }
        self.0.history.update(|history| {
            if let Some(before) = &before {
                history.retain(|known| known.id != before.id);
            }
            if let Some(after) = &after {
                insert(history, after.clone());
            }
        });
        // The way back of an earlier change would undo this one too.
        self.0.notes.update(|notes| notes.retain(|note| note.text != FOLLOWS));
        if title != BACK {
            let back = move || {
                self.amend(BACK, after.clone(), before.clone(), String::new());
                page::focus_soon(spot.clone(), true);
            };
            self.note(Note::undo(title, FOLLOWS, back));
        }
        true
    }

    /// A workout of now without any set, for what was done without the app.
    #[must_use]
    pub fn blank_workout(self) -> Workout {
        let now = clock::now().wall;
        Workout {
            id: WorkoutId::new(now, clock::salt()),
            title: "Workout".to_owned(),
            source: None,
            started: now,
            ended: now,
            offset: clock::utc_offset(),
            entries: Vec::new(),
            remarks: Remarks::default(),
        }
    }

    /// Begins the same exercises with as many sets. An open workout is not replaced.
    pub fn begin_again(self, workout: &Workout) {
        let mut items = Vec::new();
        for entry in &workout.entries {
            let sets = entry.sets.iter().filter(|set| !set.warm_up).count().clamp(1, MOST_SETS.into());
            items.extend(self.usual(&entry.exercise).map(|item| Prescription { sets: sets as u8, ..item }));
        }
        if !items.is_empty() && self.0.session.with_untracked(Option::is_none) {
            self.begin_plan(Plan { title: workout.title.clone(), source: None, items, timer: None });
        }
    }
}
