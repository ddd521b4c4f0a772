//! Everything at once: given out, taken in, deleted, and put back.
//!
//! Works with `exchange`, which decides what changes. Invariant: what was changed here can be taken back until the app is
//! closed.

use super::notes::{Note, NoteKind};
use super::{Yoke, notes};
use crate::exchange::merge::{self, Mode};
use crate::store::{Outcome, RUN, Store, Texts};
use crate::web::platform::clock;
use crate::web::platform::storage::PageStorage;

impl Yoke {
    /// All that is here, as a backup carries it; nothing where the storage cannot be reached.
    #[must_use]
    pub fn texts(self) -> Texts {
        self.0.store.with(Store::texts).unwrap_or_default()
    }

    /// Takes in what a file holds.
    pub fn take_in(self, mode: Mode, file: &Texts) {
        let changes = merge::changes(mode, &self.texts(), file);
        let title = if mode == Mode::Merge { "Merged" } else { "Replaced" };
        self.change_all(NoteKind::Undo, title, &|store| store.import(&changes));
    }

    /// Deletes everything of this app.
    pub fn delete_everything(self) {
        self.change_all(NoteKind::Undo, "Everything is deleted", &Store::clear);
    }

    /// Takes back what was taken in or deleted last.
    pub fn undo(self) {
        self.change_all(NoteKind::Done, "Undone", &Store::undo);
    }

    fn change_all(
        self,
        kind: NoteKind,
        title: &'static str,
        write: &dyn Fn(&mut Store<PageStorage>) -> Outcome,
    ) {
        let Ok(mutations) = self.0.store.change(write) else { return self.note(notes::not_taken()) };
        if mutations.iter().any(|mutation| mutation.key.starts_with(RUN) && mutation.value.is_none()) {
            // An open workout that came in a moment ago goes with the rest.
            self.close();
        }
        self.reload();
        let (kind, title, text) = match kind {
            _ if mutations.is_empty() => {
                (NoteKind::Done, "Nothing was changed", "All of it is here already.")
            }
            NoteKind::Undo => (kind, title, "Undo works until Yoke is closed."),
            _ => (kind, title, "Everything is as it was before."),
        };
        self.0.notes.update(|notes| {
            notes.retain(|note| !matches!(note.kind, NoteKind::Done | NoteKind::Undo));
            notes.push(Note { kind, title, text: text.to_owned() });
        });
    }

    /// Reads everything from the store again. A workout that runs goes on as it is.
    fn reload(self) {
        let loaded = self.0.store.change(|store| store.load(clock::now().wall));
        for note in notes::at_start(&loaded.findings, true) {
            self.note(note);
        }
        self.0.history.set(loaded.workouts);
        self.0.own.set(loaded.own);
        self.0.timers.set(loaded.timers);
        if self.0.session.with_untracked(Option::is_none) {
            self.0.session.set(loaded.session);
            self.keep_time();
        }
        self.follow_screen_lock(&loaded.settings);
        self.0.settings.set(loaded.settings);
        self.follow_theme();
    }
}
