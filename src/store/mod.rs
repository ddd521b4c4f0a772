//! Bytes to training and back: what is kept, under which keys, and what happens to what cannot be read.
//!
//! Works with `session` and `training`; the browser half lends it a [`KeyValue`]. Invariant: no stored text is
//! ever overwritten or removed because it could not be read. It is set aside under its own key, and the
//! person is told.

pub mod envelope;
pub mod journal;
pub mod key_value;
pub mod link;
mod loaded;
mod reader;
pub mod rows;
pub mod settings;
pub mod texts;
mod twin;
pub mod v1;

pub use envelope::Unreadable;
pub use key_value::{KeyValue, Memory, StorageError, Texts};
pub use loaded::{Finding, Loaded};
pub use settings::Settings;
pub use texts::{Change, Imported, Taken};
pub use twin::Settled;

use loaded::KNOWN;
use reader::Reader;

use crate::session::{Effect, IntervalTimer, Parts, Session};
use crate::training::history::Workout;
use crate::training::measure::Measurement;
use crate::training::own::OwnExercise;
use crate::training::program::Program;
use crate::training::time::Wall;

/// The schema version this code writes.
pub const VERSION: u32 = 1;

pub(crate) const SETTINGS: &str = "yoke/settings";
pub(crate) const RUN: &str = "yoke/run/";
const RUN_PLAN: &str = "yoke/run/plan";
const RUN_STAGE: &str = "yoke/run/now";
const RUN_SET: &str = "yoke/run/set/";
const RUN_SAID: &str = "yoke/run/said";
pub(crate) const WORKOUT: &str = "yoke/w/";
pub(crate) const OWN: &str = "yoke/own/";
pub(crate) const TIMER: &str = "yoke/timer/";
pub(crate) const PROGRAM: &str = "yoke/program/";
pub(crate) const TEST: &str = "yoke/test/";
const ASIDE: &str = "yoke/aside/";

/// So many workouts, about a year, are read at once; older ones by [`Store::read_on`], so that a start takes as long after
/// twenty years as after one.
const AT_ONCE: usize = 200;

/// One write or removal, as the journal is to hear of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mutation {
    /// The key.
    pub key: String,
    /// The stored text, which holds the number of the mutation; a tombstone for a removal.
    pub text: String,
}

/// Why something could not be kept. It is still in memory and on screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StoreError {
    /// The browser did not take it.
    Storage(StorageError),
    /// The data here was written by a newer version: nothing is touched.
    ReadOnly,
    /// Another page writes; this one only looks.
    Follows,
}

impl From<StorageError> for StoreError {
    fn from(error: StorageError) -> Self {
        Self::Storage(error)
    }
}

/// The store over some key-value storage.
#[derive(Debug)]
pub struct Store<K> {
    kv: K,
    next_seq: u64,
    /// The highest number that was there when it was read, before anything was written.
    found_seq: u64,
    /// Why nothing may be written, if so.
    closed: Option<StoreError>,
    /// When it was opened; dates what is set aside. Each text set aside after that counts a millisecond on.
    opened: Wall,
    /// Keys whose text could not be read and is not set aside yet. It is moved there before anything takes its place.
    unread: Vec<(String, Unreadable)>,
    /// Keys of workouts that are not read yet, oldest first.
    older: Vec<String>,
    /// A part of the running workout was not kept: the next change writes all of it.
    behind: bool,
    /// What there was no room for. It is read as if it were stored; the journal has it.
    refused: Texts,
    /// What the journal has not been handed yet.
    outgoing: Vec<Mutation>,
    /// Keys whose tombstones stand until the journal has them too.
    buried: Vec<String>,
    /// The journal was read, or there is none.
    settled: bool,
}

/// Whether something was kept, or why not.
pub type Outcome = Result<(), StoreError>;

impl<K: KeyValue> Store<K> {
    /// Opens the store and reads all that is there. `now` dates what has to be set aside, once [`Store::settle`] was told
    /// what the journal has.
    pub fn open(kv: K, now: Wall) -> (Self, Loaded) {
        Self::open_as(kv, now, None)
    }

    /// Opens the store while another page writes: it is read, and not touched.
    pub fn open_to_follow(kv: K, now: Wall) -> (Self, Loaded) {
        Self::open_as(kv, now, Some(StoreError::Follows))
    }

    fn open_as(kv: K, now: Wall, closed: Option<StoreError>) -> (Self, Loaded) {
        let mut store = Self {
            kv,
            next_seq: 1,
            found_seq: 0,
            closed,
            opened: now,
            unread: Vec::new(),
            older: Vec::new(),
            behind: false,
            refused: Texts::default(),
            outgoing: Vec::new(),
            buried: Vec::new(),
            settled: false,
        };
        let loaded = store.load();
        (store, loaded)
    }

    /// Reads all that is there, again.
    pub fn load(&mut self) -> Loaded {
        let mut loaded = Loaded::default();
        self.unread.clear();
        let Ok(mut keys) = self.keys() else {
            loaded.findings.push(Finding::Blocked);
            return loaded;
        };
        loaded.fresh = keys.is_empty();
        // Ids begin with the start of the workout: newest first.
        keys.reverse();
        let mut reader = Reader { store: self, findings: Vec::new() };
        reader.scan(&keys);
        let mut older = Vec::new();
        for key in keys.iter().filter(|key| KNOWN.iter().any(|known| key.starts_with(known))) {
            if key.starts_with(WORKOUT) && loaded.workouts.len() >= AT_ONCE {
                older.push(key.clone());
            } else {
                reader.read(key, |payload| loaded.add(key, payload));
            }
        }
        loaded.timers.reverse();
        loaded.session = reader.session(&keys);
        loaded.findings = reader.findings;
        older.reverse();
        self.older = older;
        // A workout that was packed just before a crash may still have its running parts.
        if let Some(session) = &loaded.session
            && loaded.workouts.iter().any(|workout| &workout.id == session.id())
        {
            let _ = self.discard();
            loaded.session = None;
        }
        loaded
    }

    /// Whether [`Self::load`] left workouts for later.
    pub const fn has_older(&self) -> bool {
        !self.older.is_empty()
    }

    /// Reads so many of the workouts that were left for later, newest first.
    pub fn read_on(&mut self, count: usize) -> Loaded {
        let at = self.older.len().saturating_sub(count);
        let keys = self.older.split_off(at);
        let mut loaded = Loaded::default();
        let mut reader = Reader { store: self, findings: Vec::new() };
        for key in keys.iter().rev() {
            reader.read(key, |payload| loaded.add(key, payload));
        }
        loaded.findings = reader.findings;
        loaded
    }

    /// The storage below, for looking into.
    pub const fn storage(&self) -> &K {
        &self.kv
    }

    /// The storage below, to be changed from outside: by tests, and by whoever makes room.
    pub const fn storage_mut(&mut self) -> &mut K {
        &mut self.kv
    }

    /// Keeps the settings.
    ///
    /// # Errors
    /// [`StoreError`] if they were not kept; what was stored before still is.
    pub fn save_settings(&mut self, settings: &Settings) -> Outcome {
        self.put(SETTINGS, &v1::write_settings(settings))
    }

    /// Keeps an exercise that the person made, in place of an earlier form of it.
    ///
    /// # Errors
    /// [`StoreError`] if it was not kept.
    pub fn save_own(&mut self, own: &OwnExercise) -> Outcome {
        let key = [OWN, own.id.as_str()].concat();
        self.put(&key, &v1::write_own(own))
    }

    /// Keeps an interval timer under an id.
    ///
    /// # Errors
    /// [`StoreError`] if it was not kept.
    pub fn save_timer(&mut self, id: &str, timer: &IntervalTimer) -> Outcome {
        self.put(&[TIMER, id].concat(), &v1::write_timer(timer))
    }

    /// Takes away the interval timer of that id.
    ///
    /// # Errors
    /// [`StoreError`] if the storage cannot be reached.
    pub fn remove_timer(&mut self, id: &str) -> Outcome {
        self.remove(&[TIMER, id].concat())
    }

    /// Keeps a measurement.
    ///
    /// # Errors
    /// [`StoreError`] if it was not kept.
    pub fn save_test(&mut self, one: &Measurement) -> Outcome {
        self.put(&[TEST, &*one.id].concat(), &v1::write_test(one))
    }

    /// Takes away the measurement of that id.
    ///
    /// # Errors
    /// [`StoreError`] if the storage cannot be reached.
    pub fn remove_test(&mut self, id: &str) -> Outcome {
        self.remove(&[TEST, id].concat())
    }

    /// Keeps a program that the person made, in place of an earlier form of it.
    ///
    /// # Errors
    /// [`StoreError`] if it was not kept.
    pub fn save_program(&mut self, program: &Program) -> Outcome {
        let key = [PROGRAM, &*program.id].concat();
        self.put(&key, &v1::write_program(program))
    }

    /// Takes away the own program of that id.
    ///
    /// # Errors
    /// [`StoreError`] if the storage cannot be reached.
    pub fn remove_program(&mut self, id: &str) -> Outcome {
        self.remove(&[PROGRAM, id].concat())
    }

    /// Keeps a workout that has just begun.
    ///
    /// # Errors
    /// [`StoreError`] if it was not kept.
    pub fn begin(&mut self, session: &Session) -> Outcome {
        self.behind = true;
        self.discard().and(self.save_all(session))
    }

    /// Keeps what an event changed: the stage, and each changed set under its own small key. If something was not kept
    /// before, everything is written again.
    ///
    /// # Errors
    /// [`StoreError`] if something was not kept; the rest is.
    pub fn save_changes(&mut self, session: &Session, effects: &[Effect]) -> Outcome {
        if self.behind || effects.contains(&Effect::PlanChanged) {
            return self.save_all(session);
        }
        let parts = session.parts();
        let mut outcome = Ok(());
        for effect in effects {
            outcome = outcome.and(match *effect {
                Effect::SetChanged(step) => self.save_set(&parts, step),
                Effect::StageChanged => self.put(RUN_STAGE, &v1::write_stage(&parts)),
                Effect::RemarksChanged => self.save_said(&parts),
                Effect::RestEndedAgo(_) | Effect::StepsWentBy(_) | Effect::PlanChanged => Ok(()),
            });
        }
        self.behind = outcome.is_err();
        outcome
    }

    fn save_all(&mut self, session: &Session) -> Outcome {
        let parts = session.parts();
        let mut outcome = Ok(());
        // The sets of a changed plan have keys of their own, which count only once the plan says so: a crash in between
        // leaves the plan as it was, with its sets.
        for step in 0..parts.records.len() {
            // Also an open step: its log may have been taken back while nothing could be kept.
            outcome = outcome.and(self.save_set(&parts, step));
        }
        outcome = outcome.and(self.put(RUN_PLAN, &v1::write_plan(&parts)));
        outcome = outcome.and(self.save_said(&parts));
        outcome = outcome.and(self.put(RUN_STAGE, &v1::write_stage(&parts)));
        let ours = set_prefix(parts.revision);
        if outcome.is_ok() {
            outcome = self.remove_all(|key| is_set_of_other(key, &ours));
        }
        self.behind = outcome.is_err();
        outcome
    }

    fn save_said(&mut self, parts: &Parts) -> Outcome {
        match v1::write_said(parts) {
            Some(text) => self.put(RUN_SAID, &text),
            None => self.remove(RUN_SAID),
        }
    }

    fn save_set(&mut self, parts: &Parts, step: usize) -> Outcome {
        let key = format!("{}{step:03}", set_prefix(parts.revision));
        match v1::write_record(parts, step) {
            Some(text) => self.put(&key, &text),
            None => self.remove(&key),
        }
    }

    /// Keeps a finished workout as one record, then clears the running parts.
    ///
    /// # Errors
    /// [`StoreError`] if the record was not kept; the running parts stay.
    pub fn finish(&mut self, workout: &Workout) -> Outcome {
        self.save_workout(workout)?;
        self.discard()
    }

    /// Keeps a workout's record, in place of an earlier one with the same id.
    ///
    /// # Errors
    /// [`StoreError`] if it was not kept.
    pub fn save_workout(&mut self, workout: &Workout) -> Outcome {
        let key = [WORKOUT, workout.id.as_str()].concat();
        self.put(&key, &v1::write_workout(workout))
    }

    /// Clears the running workout's parts.
    ///
    /// # Errors
    /// [`StoreError`] if the storage cannot be reached.
    pub fn discard(&mut self) -> Outcome {
        self.remove_all(|key| key.starts_with(RUN))
    }
}

/// How the keys of the sets begin in a plan that was changed so often.
fn set_prefix(revision: u32) -> String {
    if revision == 0 { RUN_SET.to_owned() } else { format!("{RUN_SET}{revision}.") }
}

/// Whether a key is that of a set, but not of the plan whose sets have this prefix.
fn is_set_of_other(key: &str, prefix: &str) -> bool {
    let number = |rest: &str| rest.bytes().all(|byte| byte.is_ascii_digit());
    key.starts_with(RUN_SET) && !key.strip_prefix(prefix).is_some_and(number)
}
