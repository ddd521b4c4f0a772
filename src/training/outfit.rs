//! The weights that a person really has: bar and plates, dumbbells, the stack of a cable.
//!
//! Works with `loading`. Invariants: each kind keeps the unit it was told in, so pounds and kilograms may stand side by side;
//! what is not told is as a usual gym has it.

use super::lines::add;
use super::loading::Loading;
use super::units::{InputError, Load, WeightUnit};

/// The most weights that a list may have.
pub const LONGEST_LIST: usize = 60;

/// A kind of weights.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A bar with plates.
    Bar,
    /// Weights of one piece.
    Dumbbells,
    /// A stack with a pin.
    Stack,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Bar, Self::Dumbbells, Self::Stack];

    /// What a usual gym has of it.
    #[must_use]
    pub fn usual(self, unit: WeightUnit) -> Loading {
        match self {
            Self::Bar => Loading::bar(unit),
            Self::Dumbbells => Loading::dumbbells(unit),
            Self::Stack => Loading::stack(unit),
        }
    }
}

/// What was told of each [`Kind`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outfit(pub [Option<Loading>; 3]);

impl Outfit {
    /// What there is of a kind; as usual, in `unit`, if nothing was told.
    #[must_use]
    pub fn of(&self, kind: Kind, unit: WeightUnit) -> Loading {
        self.0[kind as usize].clone().unwrap_or_else(|| kind.usual(unit))
    }
}

/// The weights of a list as it is typed: numbers with white space or semicolons between, and ranges such as
/// `2-40/2`, from 2 to 40 by 2. Sorted, lightest first.
///
/// ```
/// use yoke_app::training::{outfit::list, units::WeightUnit};
/// let all = list("2-10/4; 12.5 12,5", WeightUnit::Kg)?;
/// assert_eq!(all.iter().map(|load| load.number()).collect::<Vec<_>>(), ["2", "6", "10", "12.5", "12.5"]);
/// # Ok::<(), yoke_app::training::units::InputError>(())
/// ```
///
/// # Errors
/// The [`InputError`] of the first number that makes no sense; [`InputError::Empty`] for an empty list, and
/// [`InputError::TooLarge`] for more than [`LONGEST_LIST`].
pub fn list(text: &str, unit: WeightUnit) -> Result<Vec<Load>, InputError> {
    let mut all: Vec<Load> = Vec::new();
    for word in text.split(|c: char| c == ';' || c.is_whitespace()).filter(|word| !word.is_empty()) {
        let (range, step) = word.split_once('/').unwrap_or((word, ""));
        let (from, to) = range.split_once(['-', '\u{2013}']).unwrap_or((range, range));
        let (from, to) = (Load::parse(from, unit)?, Load::parse(to, unit)?);
        let step = if step.is_empty() { to } else { Load::parse(step, unit)? };
        if from.is_none() || step.is_none() {
            return Err(InputError::Zero);
        }
        let mut at = from.hundredths();
        while at <= to.hundredths() {
            let place = all.iter().position(|known| known.hundredths() > at).unwrap_or(all.len());
            all.insert(place, Load::from_hundredths(at, unit)?);
            if all.len() > LONGEST_LIST {
                return Err(InputError::TooLarge(LONGEST_LIST as u32));
            }
            at += step.hundredths();
        }
    }
    if all.is_empty() {
        return Err(InputError::Empty);
    }
    Ok(all)
}

/// A kind of weights from what was typed; `bar` is the empty bar, and the list then the plates of one side.
///
/// # Errors
/// See [`list`].
pub fn read(kind: Kind, unit: WeightUnit, bar: &str, weights: &str) -> Result<Loading, InputError> {
    let mut all = list(weights, unit)?;
    Ok(match kind {
        Kind::Bar => {
            let mut pairs: Vec<(Load, u8)> = Vec::new();
            for plate in all.into_iter().rev() {
                match pairs.last_mut() {
                    Some((known, count)) if *known == plate => *count += 1,
                    _ => pairs.push((plate, 1)),
                }
            }
            Loading::Bar { bar: Load::parse(bar, unit)?, pairs }
        }
        Kind::Dumbbells | Kind::Stack => {
            all.dedup();
            Loading::Fixed(all)
        }
    })
}

/// What would be typed for it: the unit, the bar (empty where there is none) and the list.
#[must_use]
pub fn write(loading: &Loading) -> (WeightUnit, String, String) {
    let text = |loads: &mut dyn Iterator<Item = Load>| {
        let mut text = String::new();
        for load in loads {
            add(&mut text, " ", &load.number());
        }
        text
    };
    match loading {
        Loading::Bar { bar, pairs } => {
            let mut plates =
                pairs.iter().flat_map(|(plate, count)| std::iter::repeat_n(*plate, usize::from(*count)));
            (bar.unit(), bar.number(), text(&mut plates))
        }
        Loading::Fixed(all) => {
            let unit = all.first().map_or(WeightUnit::Kg, |load| load.unit());
            (unit, String::new(), text(&mut all.iter().copied()))
        }
        Loading::Stack { first, step, top } => {
            let range = format!("{}-{}/{}", first.number(), top.number(), step.number());
            (first.unit(), String::new(), range)
        }
        Loading::Free { step } => (step.unit(), String::new(), step.number()),
    }
}
