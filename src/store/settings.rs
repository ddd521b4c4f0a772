//! What a person has chosen.
//!
//! Invariant: every choice has a default that works for everyone.

use crate::catalog::search::Kit;
use crate::session::CueKind;
use crate::training::exercise::ExerciseId;
use crate::training::outfit::Outfit;
use crate::training::program::ProgramId;
use crate::training::progression::Mode;
use crate::training::reminder::Reminder;
use crate::training::time::Wall;
use crate::training::units::WeightUnit;

/// Light or dark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Theme {
    /// As the system says.
    #[default]
    System,
    /// Dark.
    Dark,
    /// Light.
    Light,
}

/// The settings.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools)] // each is a switch of its own on the page
pub struct Settings {
    /// The unit that steppers begin in; logged loads keep theirs.
    pub unit: WeightUnit,
    /// Whether cues are heard.
    pub sound: bool,
    /// Whether cues play through a locked or muted phone, at the price of other music.
    pub pocket: bool,
    /// Loudness of cues, 0 to 100.
    pub volume: u8,
    /// Whether words are said aloud.
    pub voice: bool,
    /// The name of the voice; `None` leaves it to the browser.
    pub voice_name: Option<String>,
    /// Whether the screen flashes with the cues.
    pub flash: bool,
    /// Kinds of cues that are not wanted, one bit each in the order of [`CueKind::ALL`].
    pub quiet: u8,
    /// Whether cues are felt, where the phone can vibrate.
    pub vibrate: bool,
    /// Whether the screen stays on during a workout.
    pub keep_awake: bool,
    /// Light or dark.
    pub theme: Theme,
    /// What the person has to train with.
    pub gear: Kit,
    /// The weights the person has.
    pub outfit: Outfit,
    /// Exercises whose load rises only when all sets reached the top.
    pub all_sets: Vec<ExerciseId>,
    /// Whether sessions at one's own pace begin with the warm-up.
    pub warm_up: bool,
    /// Whether long rests suggest a drill.
    pub fillers: bool,
    /// The chosen program.
    pub program: Option<ProgramId>,
    /// What is done at the end of the next workout of that program, once.
    pub extras: Vec<ExerciseId>,
    /// When the last backup was saved; 0 for never.
    pub backed_up: Wall,
    /// When to be reminded of the posture break.
    pub reminder: Reminder,
    /// Whether the way to the home screen was shown.
    pub home_asked: bool,
    /// When the self-tests that were due were put off; 0 for never.
    pub tests_put_off: Wall,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            unit: WeightUnit::Kg,
            sound: true,
            pocket: false,
            volume: 80,
            voice: false,
            voice_name: None,
            flash: false,
            quiet: 0,
            vibrate: true,
            keep_awake: true,
            theme: Theme::System,
            gear: Kit::default(),
            outfit: Outfit::default(),
            all_sets: Vec::new(),
            warm_up: false,
            fillers: false,
            program: None,
            extras: Vec::new(),
            backed_up: Wall(0),
            reminder: Reminder::default(),
            home_asked: false,
            tests_put_off: Wall(0),
        }
    }
}

impl Settings {
    /// Whether cues of this kind are wanted.
    #[must_use]
    pub fn wants(&self, kind: CueKind) -> bool {
        self.quiet & Self::bit(kind) == 0
    }

    /// When the load of an exercise may rise.
    #[must_use]
    pub fn mode(&self, exercise: &ExerciseId) -> Mode {
        if self.all_sets.contains(exercise) { Mode::AllSets } else { Mode::SetToSet }
    }

    /// Chooses when the load of an exercise may rise.
    pub fn set_mode(&mut self, exercise: &ExerciseId, mode: Mode) {
        self.all_sets.retain(|known| known != exercise);
        if mode == Mode::AllSets {
            self.all_sets.push(exercise.clone());
        }
    }

    /// Wants cues of this kind, or no longer.
    pub fn turn(&mut self, kind: CueKind) {
        self.quiet ^= Self::bit(kind);
    }

    const fn bit(kind: CueKind) -> u8 {
        1 << kind as u8
    }
}
