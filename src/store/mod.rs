//! Bytes to training and back: what is kept, under which keys, and what happens to what cannot be read.
//!
//! Works with `session` and `training`; the browser half lends it a [`KeyValue`]. Invariant: no stored text is
//! ever overwritten or removed because it could not be read. It is set aside under its own key, and the
//! person is told.

pub mod envelope;
pub mod key_value;
pub mod link;
mod reader;
pub mod rows;
pub mod settings;
pub mod v1;

pub use envelope::Unreadable;
pub use key_value::{KeyValue, Memory, StorageError};
pub use settings::Settings;

use reader::Reader;

use crate::session::{Effect, IntervalTimer, Parts, Session};
use crate::training::exercise::ExerciseId;
use crate::training::history::{Workout, WorkoutId};
use crate::training::own::OwnExercise;
use crate::training::program::Program;
use crate::training::time::Wall;

/// The schema version this code writes.
pub const VERSION: u32 = 1;

const SETTINGS: &str = "yoke/settings";
const RUN: &str = "yoke/run/";
const RUN_PLAN: &str = "yoke/run/plan";
const RUN_STAGE: &str = "yoke/run/now";
const RUN_SET: &str = "yoke/run/set/";
const WORKOUT: &str = "yoke/w/";
const OWN: &str = "yoke/own/";
const TIMER: &str = "yoke/timer/";
const PROGRAM: &str = "yoke/program/";
const ASIDE: &str = "yoke/aside/";

/// One write or removal, as a second store will want to hear of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mutation {
    /// Its number; grows by one with each mutation.
    pub seq: u64,
    /// The key.
    pub key: String,
    /// The stored text; `None` for a removal.
    pub value: Option<String>,
}

/// Why something could not be kept. It is still in memory and on screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StoreError {
    /// The browser did not take it.
    Storage(StorageError),
    /// The data here was written by a newer version: nothing is touched.
    ReadOnly,
}

impl From<StorageError> for StoreError {
    fn from(error: StorageError) -> Self {
        Self::Storage(error)
    }
}

/// Something the person should know about the state of the store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// A value could not be read and was set aside.
    SetAside {
        /// Under which key it was.
        key: String,
        /// What was wrong with it.
        why: Unreadable,
    },
    /// A value could not be read, and there was no room to set it aside: it stays where it is.
    LeftInPlace {
        /// Under which key it is.
        key: String,
        /// What is wrong with it.
        why: Unreadable,
    },
    /// Data of a newer version is here: nothing is written.
    Newer {
        /// That version.
        version: u32,
    },
    /// The storage itself cannot be reached: everything stays in memory.
    Blocked,
}

/// What was found at start-up.
#[derive(Debug, Default)]
pub struct Loaded {
    /// The settings, or the defaults.
    pub settings: Settings,
    /// Exercises that the person made.
    pub own: Vec<OwnExercise>,
    /// Interval timers that the person saved, oldest first, each with its id.
    pub timers: Vec<(String, IntervalTimer)>,
    /// Programs that the person made, newest first.
    pub programs: Vec<Program>,
    /// The running workout, if there is one.
    pub session: Option<Session>,
    /// The finished workouts, newest first.
    pub workouts: Vec<Workout>,
    /// What the person should know.
    pub findings: Vec<Finding>,
}

/// The store over some key-value storage.
#[derive(Debug)]
pub struct Store<K> {
    kv: K,
    next_seq: u64,
    read_only: bool,
    /// When it was opened; dates what is set aside.
    opened: Wall,
    /// Keys whose text could not be read and found no room aside. It is moved there before anything takes its place.
    unread: Vec<(String, Unreadable)>,
    /// A part of the running workout was not kept: the next change writes all of it.
    behind: bool,
}

type Outcome = Result<Vec<Mutation>, StoreError>;

impl<K: KeyValue> Store<K> {
    /// Opens the store and reads all that is there. `now` dates what has to be set aside.
    pub fn open(kv: K, now: Wall) -> (Self, Loaded) {
        let mut store =
            Self { kv, next_seq: 1, read_only: false, opened: now, unread: Vec::new(), behind: false };
        let mut loaded = Loaded::default();
        let Ok(mut keys) = store.kv.keys() else {
            loaded.findings.push(Finding::Blocked);
            return (store, loaded);
        };
        // Ids begin with the start of the workout: newest first.
        keys.sort_unstable_by(|one, other| other.cmp(one));
        let mut reader = Reader { store: &mut store, findings: Vec::new() };
        reader.scan(&keys);
        if let Some(settings) = reader.read(SETTINGS, v1::read_settings) {
            loaded.settings = settings;
        }
        for key in keys.iter().filter(|key| key.starts_with(WORKOUT)) {
            let id = WorkoutId::stored(&key[WORKOUT.len()..]);
            loaded.workouts.extend(reader.read(key, |text| v1::read_workout(text, id)));
        }
        for key in keys.iter().filter(|key| key.starts_with(OWN)) {
            let id = ExerciseId::stored(&key[OWN.len()..]);
            loaded.own.extend(reader.read(key, |text| v1::read_own(text, id)));
        }
        for key in keys.iter().rev().filter(|key| key.starts_with(TIMER)) {
            let timer = reader.read(key, v1::read_timer);
            loaded.timers.extend(timer.map(|timer| (key[TIMER.len()..].to_owned(), timer)));
        }
        for key in keys.iter().filter(|key| key.starts_with(PROGRAM)) {
            let id = key[PROGRAM.len()..].to_owned().into();
            loaded.programs.extend(reader.read(key, |text| v1::read_program(text, id)));
        }
        loaded.session = reader.session(&keys);
        loaded.findings = reader.findings;
        // A workout that was packed just before a crash may still have its running parts.
        if let Some(session) = &loaded.session
            && loaded.workouts.iter().any(|workout| &workout.id == session.id())
        {
            let _ = store.discard();
            loaded.session = None;
        }
        (store, loaded)
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
        Ok(vec![self.put(SETTINGS, &v1::write_settings(settings))?])
    }

    /// Keeps an exercise that the person made, in place of an earlier form of it.
    ///
    /// # Errors
    /// [`StoreError`] if it was not kept.
    pub fn save_own(&mut self, own: &OwnExercise) -> Outcome {
        let key = format!("{OWN}{}", own.id);
        Ok(vec![self.put(&key, &v1::write_own(own))?])
    }

    /// Keeps an interval timer under an id.
    ///
    /// # Errors
    /// [`StoreError`] if it was not kept.
    pub fn save_timer(&mut self, id: &str, timer: &IntervalTimer) -> Outcome {
        Ok(vec![self.put(&format!("{TIMER}{id}"), &v1::write_timer(timer))?])
    }

    /// Takes away the interval timer of that id.
    ///
    /// # Errors
    /// [`StoreError`] if the storage cannot be reached.
    pub fn remove_timer(&mut self, id: &str) -> Outcome {
        Ok(vec![self.remove(&format!("{TIMER}{id}"))?])
    }

    /// Keeps a program that the person made, in place of an earlier form of it.
    ///
    /// # Errors
    /// [`StoreError`] if it was not kept.
    pub fn save_program(&mut self, program: &Program) -> Outcome {
        let key = format!("{PROGRAM}{}", program.id);
        Ok(vec![self.put(&key, &v1::write_program(program))?])
    }

    /// Takes away the own program of that id.
    ///
    /// # Errors
    /// [`StoreError`] if the storage cannot be reached.
    pub fn remove_program(&mut self, id: &str) -> Outcome {
        Ok(vec![self.remove(&format!("{PROGRAM}{id}"))?])
    }

    /// Keeps a workout that has just begun.
    ///
    /// # Errors
    /// [`StoreError`] if it was not kept.
    pub fn begin(&mut self, session: &Session) -> Outcome {
        self.behind = true;
        let mut mutations = self.discard()?;
        mutations.extend(self.save_all(session)?);
        Ok(mutations)
    }

    /// Keeps what an event changed: the stage, and each changed set under its own small key. If something was not kept
    /// before, everything is written again.
    ///
    /// # Errors
    /// [`StoreError`] if something was not kept; the sets before it are.
    pub fn save_changes(&mut self, session: &Session, effects: &[Effect]) -> Outcome {
        if self.behind || effects.contains(&Effect::PlanChanged) {
            return self.save_all(session);
        }
        self.behind = true;
        let parts = session.parts();
        let mut mutations = Vec::new();
        for effect in effects {
            match *effect {
                Effect::SetChanged(step) => mutations.push(self.save_set(&parts, step)?),
                Effect::StageChanged => mutations.push(self.put(RUN_STAGE, &v1::write_stage(&parts))?),
                Effect::RestEndedAgo(_)
                | Effect::StepsWentBy(_)
                | Effect::PlanChanged
                | Effect::Abandoned => {}
            }
        }
        self.behind = false;
        Ok(mutations)
    }

    fn save_all(&mut self, session: &Session) -> Outcome {
        self.behind = true;
        let parts = session.parts();
        let mut mutations = Vec::new();
        // The sets of a changed plan have keys of their own, which count only once the plan says so: a crash in between
        // leaves the plan as it was, with its sets.
        for step in 0..parts.records.len() {
            // Also an open step: its log may have been taken back while nothing could be kept.
            mutations.push(self.save_set(&parts, step)?);
        }
        mutations.push(self.put(RUN_PLAN, &v1::write_plan(&parts))?);
        mutations.push(self.put(RUN_STAGE, &v1::write_stage(&parts))?);
        let ours = set_prefix(parts.revision);
        for key in self.kv.keys()?.iter().filter(|key| is_set_of_other(key, &ours)) {
            mutations.push(self.remove(key)?);
        }
        self.behind = false;
        Ok(mutations)
    }

    fn save_set(&mut self, parts: &Parts, step: usize) -> Result<Mutation, StoreError> {
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
        let mut mutations = self.save_workout(workout)?;
        mutations.extend(self.discard()?);
        Ok(mutations)
    }

    /// Keeps a workout's record, in place of an earlier one with the same id.
    ///
    /// # Errors
    /// [`StoreError`] if it was not kept.
    pub fn save_workout(&mut self, workout: &Workout) -> Outcome {
        let key = format!("{WORKOUT}{}", workout.id.as_str());
        Ok(vec![self.put(&key, &v1::write_workout(workout))?])
    }

    /// Clears the running workout's parts.
    ///
    /// # Errors
    /// [`StoreError`] if the storage cannot be reached.
    pub fn discard(&mut self) -> Outcome {
        let keys = self.kv.keys()?;
        let running = keys.iter().filter(|key| key.starts_with(RUN));
        running.map(|key| self.remove(key)).collect()
    }

    fn put(&mut self, key: &str, payload: &str) -> Result<Mutation, StoreError> {
        if self.read_only {
            return Err(StoreError::ReadOnly);
        }
        self.rescue(key)?;
        let seq = self.next_seq;
        let text = envelope::seal(VERSION, seq, key, payload);
        self.kv.set(key, &text)?;
        self.next_seq += 1;
        Ok(Mutation { seq, key: key.to_owned(), value: Some(text) })
    }

    fn remove(&mut self, key: &str) -> Result<Mutation, StoreError> {
        if self.read_only {
            return Err(StoreError::ReadOnly);
        }
        self.rescue(key)?;
        self.kv.remove(key)?;
        let seq = self.next_seq;
        self.next_seq += 1;
        Ok(Mutation { seq, key: key.to_owned(), value: None })
    }

    /// Moves a text that could not be read aside, before its key is used.
    fn rescue(&mut self, key: &str) -> Result<(), StoreError> {
        let Some(at) = self.unread.iter().position(|(unread, _)| unread == key) else { return Ok(()) };
        if let (Some(text), Some((_, why))) = (self.kv.get(key)?, self.unread.get(at)) {
            let aside = aside_key(self.opened, key);
            self.kv.set(&aside, &format!("{why}\n{text}"))?;
        }
        self.unread.remove(at);
        Ok(())
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

/// Where a text that cannot be read is set aside.
fn aside_key(at: Wall, key: &str) -> String {
    format!("{ASIDE}{}/{key}", at.0)
}
