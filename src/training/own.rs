//! Exercises that a person makes: what they are, and what a form has to hold before one is kept.
//!
//! Works with `exercise`. Invariant: an own exercise that was made is never erased, only put away, because
//! histories hold its id.

use std::fmt;

use super::exercise::{Equipment, ExerciseId, Laterality, Measure, Muscle, Target, Tempo};
use super::prescription::{Pace, Prescription, RirRange};
use super::time::Wall;
use super::units::Seconds;

/// The longest name, in characters.
pub const LONGEST_NAME: usize = 60;
/// The longest notes, in characters.
pub const LONGEST_NOTES: usize = 1_000;
/// Ids of own exercises begin so; no shipped one does.
pub const ID_PREFIX: &str = "own-";

/// An exercise that a person made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnExercise {
    /// Names it for good.
    pub id: ExerciseId,
    /// Its name, trimmed, not empty.
    pub name: String,
    /// What is counted.
    pub measure: Measure,
    /// One side or both.
    pub laterality: Laterality,
    /// What it is for; each counts as primary.
    pub muscles: Vec<Muscle>,
    /// What it takes, all of it.
    pub equipment: Vec<Equipment>,
    /// The catalog exercise whose figure stands for it.
    pub figure: Option<ExerciseId>,
    /// Whatever the person wants to remember.
    pub notes: String,
    /// Put away: not in lists any more, but known to the history.
    pub put_away: bool,
}

impl OwnExercise {
    /// An exercise of which only its name and measure are known.
    #[must_use]
    pub const fn new(id: ExerciseId, name: String, measure: Measure) -> Self {
        Self {
            id,
            name,
            measure,
            laterality: Laterality::Both,
            muscles: Vec::new(),
            equipment: Vec::new(),
            figure: None,
            notes: String::new(),
            put_away: false,
        }
    }

    /// What is asked of it at first: three sets at the person's own pace. Ours: the middle of what the catalog asks.
    #[must_use]
    pub fn usual(&self) -> Prescription {
        let by_time = matches!(self.measure, Measure::Hold | Measure::LoadCarry);
        let (target, rir) = if by_time {
            (Target::Hold(Seconds::new(30)), None)
        } else {
            (Target::Reps { min: 8, max: 12 }, RirRange::usual())
        };
        let rest = Seconds::new(90);
        Prescription {
            exercise: self.id.clone(),
            sets: 3,
            warm_ups: 0,
            increment: 0,
            target,
            measure: self.measure,
            laterality: self.laterality,
            rir,
            rest,
            rest_to: Prescription::rest_window(rest),
            tempo: Tempo { there: 1, hold: 1, back: 2, pause: 0 },
            pace: Pace::Own,
            group: 0,
            from_round: 0,
        }
    }
}

/// Why a name was refused. The text says what would be accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameError {
    /// Nothing was typed.
    Empty,
    /// Too long to show.
    TooLong,
    /// Another exercise is called so.
    Taken,
}

impl fmt::Display for NameError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("Give it a name first."),
            Self::TooLong => write!(f, "{LONGEST_NAME} letters are the most that fit."),
            Self::Taken => f.write_str("Another exercise has this name. Add a word that tells them apart."),
        }
    }
}

impl std::error::Error for NameError {}

/// A name as it will be kept: trimmed, white space folded.
///
/// # Errors
/// [`NameError::Empty`] or [`NameError::TooLong`]; its text can stand beside the field.
pub fn tidy_name(typed: &str) -> Result<String, NameError> {
    let name = squeezed(typed);
    match name.chars().count() {
        0 => Err(NameError::Empty),
        1..=LONGEST_NAME => Ok(name),
        _ => Err(NameError::TooLong),
    }
}

/// Each run of white space one space, none around.
#[must_use]
pub fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A name as [`tidy_name`] leaves it, if nothing else is called so.
///
/// # Errors
/// A [`NameError`] whose text can stand beside the field. `others` are the names in use.
pub fn check_name<'a>(typed: &str, others: impl IntoIterator<Item = &'a str>) -> Result<String, NameError> {
    let name = tidy_name(typed)?;
    if others.into_iter().any(|other| other.eq_ignore_ascii_case(&name)) {
        return Err(NameError::Taken);
    }
    Ok(name)
}

/// The id of an own exercise made at `now`; `salt` is random.
#[must_use]
pub fn new_id(now: Wall, salt: u32) -> ExerciseId {
    ExerciseId::stored(&format!("{ID_PREFIX}{}-{salt}", now.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_trimmed_and_told_apart() {
        let check = |typed| check_name(typed, ["Barbell row"]);
        assert_eq!(check("  Ring \t row "), Ok("Ring row".to_owned()));
        assert_eq!(check("\u{1f3cb} \u{661}"), Ok("\u{1f3cb} \u{661}".to_owned()));
        assert_eq!(check(" \n "), Err(NameError::Empty));
        assert_eq!(check("BARBELL ROW"), Err(NameError::Taken));
        assert_eq!(check(&"x".repeat(61)), Err(NameError::TooLong));
    }
}
