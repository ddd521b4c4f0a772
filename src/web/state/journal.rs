//! One page writes, the others follow; what it writes is in the journal too, and comes back from there after a crash.
//!
//! Invariant: a page that follows changes nothing, and says so instead.

use super::{Yoke, notes};
use crate::store::{Loaded, Mutation, Store};
use crate::training::amend::insert;
use crate::web::platform::audio::Cues;
use crate::web::platform::listener::Listener;
use crate::web::platform::{journal, page};
use crate::web::routes::Route;
use crate::web::signal::ReadSignal;

/// So many workouts of long ago are read in one go, which a slow phone does in some milliseconds; and the pause after each.
const OLDER_AT_ONCE: usize = 20;
const PAUSE_MILLIS: u32 = 4;

impl Yoke {
    /// Whether something that was written is not in the journal yet.
    pub fn saving(self) -> ReadSignal<bool> {
        self.0.saving.read_only()
    }

    /// Makes this page the one that writes.
    pub fn use_here(self) {
        journal::seize();
    }

    /// Whether another page writes; then a word is said of it, and nothing may be changed.
    pub fn refuses(self) -> bool {
        let follows = self.follows();
        if follows {
            // Anew, so that it is read out again.
            self.dismiss(&notes::follows());
            self.note(notes::follows());
            page::to_top();
        }
        follows
    }

    pub(super) fn follows(self) -> bool {
        self.0.store.with(Store::follows)
    }

    /// Asks for the journal and hears of it and of the lock; nothing of either where nothing lasts.
    pub(super) fn join(self, lasting: bool) {
        if !lasting {
            self.0.store.change(|store| store.settle(None));
            return;
        }
        let listeners = [
            Listener::on_window(journal::LOCK, move |_| self.lock_moved()),
            Listener::on_window(journal::READ, move |_| self.settle()),
            Listener::on_window(journal::SAVED, move |_| self.saved()),
            Listener::on_window(journal::CHANGED, move |_| self.read_again()),
        ];
        self.0.listeners.change(|known| known.extend(listeners.into_iter().flatten()));
        self.lock_moved();
    }

    fn lock_moved(self) {
        if journal::leads() {
            // Whoever wrote until now has put everything into the journal.
            journal::read();
        } else {
            self.0.store.change(Store::follow);
            self.0.saving.set(false);
            self.end_sound();
            self.0.cues.change(Cues::hush);
            self.note(notes::follows());
            self.remind();
        }
    }

    /// The journal was read: both stores are brought to the same state.
    fn settle(self) {
        if !journal::leads() {
            return;
        }
        let texts = journal::texts();
        let (followed, settled) = self.0.store.change(|store| (store.lead(), store.settle(texts)));
        if followed {
            self.dismiss(&notes::follows());
            self.read_again();
        } else if settled.brought_back > 0 {
            self.note(notes::brought_back(settled.brought_back));
        }
        if let Some(loaded) = settled.loaded {
            self.show(loaded);
        }
        self.hand_on();
        self.look_at_copies();
        self.remind();
    }

    /// What was just written goes to the journal.
    pub(super) fn hand_on(self) {
        for Mutation { key, text } in self.0.store.change(Store::outgoing) {
            journal::put(&key, &text);
        }
        self.saved();
    }

    fn saved(self) {
        let is_saved = journal::is_saved();
        if is_saved {
            self.0.store.change(Store::confirm);
        }
        if self.0.saving.with_untracked(|saving| *saving == is_saved) {
            self.0.saving.set(!is_saved);
        }
    }

    pub(super) fn read_again(self) {
        self.show(self.0.store.change(Store::load));
    }

    /// Whether what was done long ago is still being read.
    pub fn reads_on(self) -> bool {
        self.0.store.with(Store::has_older)
    }

    /// Reads what was done long ago, little by little. Only a page that lacks it is made anew, see [`Yoke::lacks`].
    pub(super) fn read_on(self) {
        if !self.reads_on() {
            return;
        }
        let read = move || {
            let older = self.0.store.change(|store| store.read_on(OLDER_AT_ONCE));
            self.0.history.update_untracked(|history| {
                older.workouts.into_iter().for_each(|workout| insert(history, workout));
            });
            for note in notes::at_start(&older.findings, true) {
                self.note(note);
            }
            self.read_on();
            if !self.reads_on() {
                self.0.older.notify();
            }
        };
        gloo_timers::callback::Timeout::new(PAUSE_MILLIS, read).forget();
    }

    /// Puts what was read in the place of what is known.
    fn show(self, loaded: Loaded) {
        let runs = loaded.session.is_some();
        // What was lost here came back from the journal: nothing is asked of who has been here before.
        if self.is_fresh() && !loaded.fresh && self.0.route.with_untracked(|route| *route == Route::Start) {
            self.replace(Route::Today);
        }
        self.0.fresh.set(loaded.fresh);
        self.0.settings.set(loaded.settings);
        self.0.own.set(loaded.own);
        self.0.programs.set(loaded.programs);
        self.0.timers.set(loaded.timers);
        self.0.tests.set(loaded.tests);
        self.0.history.set(loaded.workouts);
        self.0.session.set(loaded.session);
        for note in notes::at_start(&loaded.findings, true) {
            self.note(note);
        }
        self.read_on();
        self.follow_theme();
        if !runs {
            self.stop();
        } else if self.0.beat.with(Option::is_none) {
            self.keep_time();
        }
    }
}
