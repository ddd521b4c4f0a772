//! Everything at once: given out, taken in, deleted, and put back.
//!
//! Works with `exchange`, which decides what changes. Invariant: what was changed here can be taken back until the app is
//! closed.

use super::Yoke;
use super::notes::{self, Note};
use crate::exchange::backup;
use crate::exchange::merge::{self, Mode};
use crate::store::{Imported, Store, Texts};
use crate::web::platform::clock;
use crate::web::platform::storage::PageStorage;

impl Yoke {
    /// All that is here, as a backup carries it; nothing where the storage cannot be reached.
    #[must_use]
    pub fn texts(self) -> Texts {
        self.0.store.with(Store::texts).unwrap_or_default()
    }

    /// A backup was handed out.
    pub fn backed_up(self) {
        if !self.follows() {
            self.choose(|settings| settings.backed_up = clock::now().wall);
        }
    }

    /// How many workouts no backup has, once that is worth a word.
    #[must_use]
    pub fn backup_overdue(self) -> Option<usize> {
        let last = self.0.settings.with(|settings| settings.backed_up);
        self.lacks(true);
        self.0.history.with(|history| backup::overdue(history, last, clock::now().wall))
    }

    /// What was set aside because it could not be read.
    #[must_use]
    pub fn aside(self) -> Texts {
        self.0.store.with(Store::aside).unwrap_or_default()
    }

    /// Takes in what a file holds.
    pub fn take_in(self, mode: Mode, file: &Texts) {
        if mode == Mode::Replace {
            self.make_copy();
        }
        let changes = merge::changes(mode, &self.texts(), file);
        let title = if mode == Mode::Merge { "Merged" } else { "Replaced" };
        self.change_all(title, &|store| store.import(&changes));
    }

    /// Deletes everything of this app.
    pub fn delete_everything(self) {
        self.change_all("Everything is deleted", &Store::clear);
        self.drop_copies();
    }

    pub(super) fn change_all(
        self,
        title: &'static str,
        change: &dyn Fn(&mut Store<PageStorage>) -> Imported,
    ) {
        if self.refuses() {
            return;
        }
        let outcome = self.0.store.change(change);
        self.hand_on();
        let note = match outcome {
            Err(_) => notes::not_taken(),
            Ok(taken) if taken.is_empty() => notes::nothing_new(),
            Ok(taken) => {
                self.read_again();
                let back = move || self.change_all("Undone", &|store| store.take_back(&taken));
                Note::undo(title, "This can be taken back until Yoke is closed.", back)
            }
        };
        // In place of one that says the same of an earlier change.
        self.dismiss(&note);
        self.note(note);
    }
}
