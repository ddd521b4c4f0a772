//! What a person has chosen.
//!
//! Invariant: every choice has a default that works for everyone.

use crate::catalog::search::Kit;
use crate::training::program::ProgramId;
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
pub struct Settings {
    /// The unit that steppers begin in; logged loads keep theirs.
    pub unit: WeightUnit,
    /// Whether cues are heard.
    pub sound: bool,
    /// Loudness of cues, 0 to 100.
    pub volume: u8,
    /// Whether cues are felt, where the phone can vibrate.
    pub vibrate: bool,
    /// Whether the screen stays on during a workout.
    pub keep_awake: bool,
    /// Light or dark.
    pub theme: Theme,
    /// What the person has to train with.
    pub gear: Kit,
    /// The chosen program.
    pub program: Option<ProgramId>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            unit: WeightUnit::Kg,
            sound: true,
            volume: 80,
            vibrate: true,
            keep_awake: true,
            theme: Theme::System,
            gear: Kit::default(),
            program: None,
        }
    }
}
