//! What was found when all was read.
//!
//! Invariant: what cannot be read is left out and told, the rest is there.

use super::{OWN, PROGRAM, SETTINGS, Settings, TEST, TIMER, Unreadable, WORKOUT, v1};
use crate::session::{IntervalTimer, Session};
use crate::training::amend::insert;
use crate::training::exercise::ExerciseId;
use crate::training::history::{Workout, WorkoutId};
use crate::training::measure::Measurement;
use crate::training::own::OwnExercise;
use crate::training::program::Program;

/// How the keys begin of what stands alone and is read by [`Loaded::add`].
pub(super) const KNOWN: [&str; 6] = [SETTINGS, WORKOUT, OWN, TIMER, PROGRAM, TEST];

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
    /// More than four fifths of what browsers keep for a page is taken.
    NearlyFull,
    /// The storage itself cannot be reached: everything stays in memory.
    Blocked,
}

/// What was found at start-up.
#[derive(Debug, Default)]
pub struct Loaded {
    /// Whether nothing at all is stored.
    pub fresh: bool,
    /// The settings, or the defaults.
    pub settings: Settings,
    /// Exercises that the person made.
    pub own: Vec<OwnExercise>,
    /// Interval timers that the person saved, oldest first, each with its id.
    pub timers: Vec<(String, IntervalTimer)>,
    /// Programs that the person made, newest first.
    pub programs: Vec<Program>,
    /// The measurements of the self-tests, newest first.
    pub tests: Vec<Measurement>,
    /// The running workout, if there is one.
    pub session: Option<Session>,
    /// The finished workouts, newest first; those of long ago come by [`Store::read_on`](super::Store::read_on).
    pub workouts: Vec<Workout>,
    /// What the person should know.
    pub findings: Vec<Finding>,
}

impl Loaded {
    /// Adds what stands under a key of [`KNOWN`]; any other is passed over.
    pub(super) fn add(&mut self, key: &str, payload: &str) -> Result<(), Unreadable> {
        if key == SETTINGS {
            self.settings = v1::read_settings(payload)?;
        } else if let Some(id) = key.strip_prefix(WORKOUT) {
            insert(&mut self.workouts, v1::read_workout(payload, WorkoutId::stored(id))?);
        } else if let Some(id) = key.strip_prefix(OWN) {
            self.own.push(v1::read_own(payload, ExerciseId::stored(id))?);
        } else if let Some(id) = key.strip_prefix(TIMER) {
            self.timers.push((id.to_owned(), v1::read_timer(payload)?));
        } else if let Some(id) = key.strip_prefix(PROGRAM) {
            self.programs.push(v1::read_program(payload, id.to_owned().into())?);
        } else if let Some(id) = key.strip_prefix(TEST) {
            self.tests.push(v1::read_test(payload, id)?);
        }
        Ok(())
    }
}
