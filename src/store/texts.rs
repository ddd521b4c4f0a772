//! The stored texts as they stand: given out for a backup, and taken in from one.
//!
//! Works with `exchange`, which decides what is taken in. Invariants: of a set of changes all are made or none; a text that
//! comes in as the later one keeps its seal, so that two phones agree on which of two edits is the later.

use super::{
    ASIDE, KeyValue, Loaded, OWN, Outcome, RUN, RUN_PLAN, Settings, Store, StoreError, Texts, Unreadable,
    VERSION, WORKOUT, envelope, v1,
};
use crate::training::history::{Workout, WorkoutId};
use crate::training::own::OwnExercise;

/// How the keys of this app begin.
const ALL: &str = "yoke/";
/// No key of ours is as long, in bytes.
const LONGEST_KEY: usize = 200;
/// No phone has counted so far: a text that says so is made up, and would leave no numbers for what comes after it.
const LAST_SEQ: u64 = 1 << 53;

/// One text to be stored, or one key to be emptied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The key.
    pub key: String,
    /// The text with its seal; `None` removes what is there.
    pub text: Option<String>,
    /// Whether the seal is made anew, so that the text counts as later than all that is here and in the journal.
    pub anew: bool,
}

impl Change {
    /// Keeps a workout.
    #[must_use]
    pub fn workout(workout: &Workout) -> Self {
        Self::keep([WORKOUT, workout.id.as_str()].concat(), &v1::write_workout(workout))
    }

    /// Takes a workout away.
    #[must_use]
    pub fn no_workout(id: &WorkoutId) -> Self {
        Self { key: [WORKOUT, id.as_str()].concat(), text: None, anew: true }
    }

    /// Keeps an exercise of the person's own.
    #[must_use]
    pub fn own(own: &OwnExercise) -> Self {
        Self::keep([OWN, own.id.as_str()].concat(), &v1::write_own(own))
    }

    fn keep(key: String, payload: &str) -> Self {
        let text = Some(envelope::seal(VERSION, 0, &key, payload));
        Self { key, text, anew: true }
    }
}

/// One change that was made: what takes it back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    key: String,
    before: Option<String>,
    after: Option<String>,
}

/// What was changed, or why nothing was.
pub type Imported = Result<Vec<Taken>, StoreError>;

impl<K: KeyValue> Store<K> {
    /// All texts whose seal is whole, also those of a newer version: what a backup carries. What was removed or set aside is
    /// left out.
    ///
    /// # Errors
    /// [`StoreError`] if the storage cannot be reached.
    pub fn texts(&self) -> Result<Texts, StoreError> {
        let mut texts = Texts::default();
        for key in self.keys()? {
            if travels(&key)
                && let Some(text) = self.standing(&key)?
                && envelope::open(&text, &key, u32::MAX).is_ok()
            {
                texts.insert(key, text);
            }
        }
        Ok(texts)
    }

    /// What was set aside because it could not be read, as it was found.
    ///
    /// # Errors
    /// [`StoreError`] if the storage cannot be reached.
    pub fn aside(&self) -> Result<Texts, StoreError> {
        let mut texts = Texts::default();
        for key in self.keys()? {
            if key.starts_with(ASIDE)
                && let Some(text) = self.standing(&key)?
            {
                texts.insert(key, text);
            }
        }
        Ok(texts)
    }

    /// What is under a key, if it was not removed.
    fn standing(&self, key: &str) -> Result<Option<String>, StoreError> {
        Ok(self.get(key)?.filter(|text| !envelope::is_tombstone(text, key)))
    }

    /// Makes these changes in this order, all of them or none. Later changes made here count as later than any of them, and
    /// a text that could not be read is copied aside before its key is used. What comes back is for [`Self::take_back`].
    ///
    /// # Errors
    /// [`StoreError`] if something was not kept. Then everything is as it was.
    pub fn import(&mut self, changes: &[Change]) -> Imported {
        self.closed.map_or(Ok(()), Err)?;
        let mut taken = Vec::new();
        for change in changes {
            let (key, before) = (change.key.clone(), self.standing(&change.key)?);
            let outcome = self.make(change);
            let after = self.standing(&key)?;
            taken.push(Taken { key, before, after });
            if let Err(error) = outcome {
                // What stood there a moment ago finds its room again: what took it is taken back first.
                for Taken { key, before, .. } in taken.into_iter().rev() {
                    let _ = self.make(&Change { key, text: before, anew: true });
                }
                return Err(error);
            }
        }
        Ok(taken)
    }

    fn make(&mut self, Change { key, text, anew }: &Change) -> Outcome {
        let Some(text) = text else { return self.remove(key) };
        let mut text = text.clone();
        if let Some((version, seq)) = envelope::heading(&text)
            && let Ok(payload) = envelope::open(&text, key, u32::MAX)
        {
            let later = self.next_seq.max(seq);
            self.next_seq = later.saturating_add(1);
            if *anew {
                text = envelope::seal(version, later, key, payload);
            }
        }
        self.place(key, text)
    }

    /// Takes back what was made, the last change first. What was changed again since then stays; a workout that came in and
    /// went on since then stays whole.
    ///
    /// # Errors
    /// [`StoreError`] if something was not kept. Then everything is as it was, and this can be tried again.
    pub fn take_back(&mut self, taken: &[Taken]) -> Imported {
        let untouched = |taken: &Taken| self.standing(&taken.key).is_ok_and(|text| text == taken.after);
        let of_run = |taken: &Taken| taken.key.starts_with(RUN);
        let went_on = taken.iter().any(|taken| of_run(taken) && !untouched(taken));
        let mut changes = Vec::new();
        for taken in taken.iter().rev().filter(|taken| untouched(taken) && !(went_on && of_run(taken))) {
            changes.push(Change { key: taken.key.clone(), text: taken.before.clone(), anew: true });
        }
        self.import(&changes)
    }

    /// Removes everything of this app, also what could not be read.
    ///
    /// # Errors
    /// [`StoreError`] if something could not be removed. Then everything is as it was.
    pub fn clear(&mut self) -> Imported {
        let mut changes = Vec::new();
        for key in self.keys()? {
            if key.starts_with(ALL) {
                changes.push(Change { key, text: None, anew: true });
            }
        }
        self.unread.clear();
        self.import(&changes)
    }
}

/// Whether texts under this key go from device to device.
fn travels(key: &str) -> bool {
    key.starts_with(ALL) && !key.starts_with(ASIDE) && key.len() <= LONGEST_KEY
}

/// Whether a text from elsewhere may stand under this key: its seal is whole, and where this version knows what
/// belongs there, its content makes sense.
///
/// # Errors
/// [`Unreadable`] says what is wrong with it.
pub fn check(key: &str, text: &str) -> Result<(), Unreadable> {
    let payload = envelope::open(text, key, VERSION)?;
    if !travels(key) || payload.is_empty() || age(text).0 > LAST_SEQ {
        return Err(Unreadable::Form);
    }
    Loaded::default().add(key, payload)
}

/// Whether the workout with this key runs here and is not finished.
#[must_use]
pub fn runs(here: &Texts, key: &str) -> bool {
    // A plan begins with the workout's id.
    let plan =
        here.get(RUN_PLAN).and_then(|text| envelope::split(text)).map_or("", |(_, _, _, payload)| payload);
    key.strip_prefix(WORKOUT).is_some_and(|id| plan.get(2..).is_some_and(|plan| plan.starts_with(id)))
}

/// Whether two texts say the same, whenever they were written.
#[must_use]
pub fn same_content(one: &str, other: &str) -> bool {
    let content = |text| envelope::split(text).map(|(version, _, _, payload)| (version, payload));
    content(one) == content(other)
}

/// Whether these are settings in which nothing was chosen: the first run was passed over, and that is all. An older app wrote
/// fewer of them, so they are read and not compared as texts.
#[must_use]
pub fn is_unchosen(settings: &str) -> bool {
    let anew = |settings: &Settings| v1::write_settings(settings);
    let read = |(_, _, _, payload)| v1::read_settings(payload).ok();
    envelope::split(settings).and_then(read).is_some_and(|read| anew(&read) == anew(&Settings::default()))
}

/// When a text was written in the order of all phones that know of each other, then the text itself: of two, the
/// greater is the later edit.
#[must_use]
pub fn age(text: &str) -> (u64, &str) {
    (envelope::heading(text).map_or(0, |(_, seq)| seq), text)
}
