//! Copies of earlier days: one is made on the first start of a day, and before everything is replaced.

use super::Yoke;
use crate::exchange::backup;
use crate::exchange::copies::{Copy, is_due, superfluous};
use crate::web::platform::{clock, journal};
use crate::web::signal::ReadSignal;

impl Yoke {
    /// The names of the copies, oldest first.
    pub fn copies(self) -> ReadSignal<Vec<String>> {
        self.0.copies.read_only()
    }

    /// The journal was read: the names of its copies are there.
    pub(super) fn look_at_copies(self) {
        self.0.copies.set(std::iter::from_fn(journal::next_name).collect());
        if self.0.copies.with_untracked(|names| is_due(names, self.day_untracked(), clock::utc_offset())) {
            self.make_copy();
        }
    }

    /// Copies how things stand, if there is anything.
    pub(super) fn make_copy(self) {
        let (texts, at) = (self.texts(), clock::now().wall);
        if texts.is_empty() || !journal::is_there() {
            return;
        }
        let text = backup::write(at, &texts);
        let name = Copy { at, workouts: self.0.history.with_untracked(Vec::len), size: text.len() }.name();
        journal::put(&name, &text);
        self.0.copies.update(|names| {
            names.push(name);
            for name in names.drain(..superfluous(names)) {
                journal::put(&name, "");
            }
        });
    }

    /// Takes all copies away.
    pub(super) fn drop_copies(self) {
        self.0.copies.update(|names| {
            for name in names.drain(..) {
                journal::put(&name, "");
            }
        });
    }
}
