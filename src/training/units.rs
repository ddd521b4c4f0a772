//! Quantities with their units in the type: no bare number crosses a function border.
//!
//! Invariant: every value here was checked when it was made, so the rest of the code need not.

use std::fmt;

/// The unit a load was entered in. A load is never converted in place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum WeightUnit {
    /// Kilograms.
    #[default]
    Kg,
    /// Pounds (avoirdupois, 0.453 592 37 kg).
    Lb,
}

impl WeightUnit {
    /// The unit's symbol as it is shown after a number.
    #[must_use]
    pub const fn symbol(self) -> &'static str {
        match self {
            Self::Kg => "kg",
            Self::Lb => "lb",
        }
    }
}

/// Why a typed number was refused. The text says what would be accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InputError {
    /// Nothing was typed.
    Empty,
    /// Not a number at all.
    NotANumber,
    /// Below zero.
    Negative,
    /// Zero where at least one is needed.
    Zero,
    /// Above the largest value the app can keep; the value says which.
    TooLarge(u32),
    /// A fraction where only whole numbers make sense.
    Fraction,
    /// More than two digits after the decimal sign.
    TooFine,
}

impl fmt::Display for InputError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("Type a number first."),
            Self::NotANumber => f.write_str("Use digits only, such as 42.5."),
            Self::Negative => f.write_str("It cannot be below zero."),
            Self::Zero => f.write_str("It must be at least 1."),
            Self::TooLarge(max) => write!(f, "{max} is the most that fits here."),
            Self::Fraction => f.write_str("Whole numbers only, such as 8."),
            Self::TooFine => f.write_str("Two digits after the point are enough."),
        }
    }
}

impl std::error::Error for InputError {}

/// A weight on the bar, in the hand or on the stack, in hundredths of the unit it was entered in.
/// Range 0 to 2,000 of its unit. Zero means no added load.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Load {
    hundredths: u32,
    unit: WeightUnit,
}

impl Load {
    /// The largest load that can be entered, in whole units.
    pub const MAX: u32 = 2_000;

    /// A load of `hundredths` / 100 of `unit`.
    ///
    /// # Errors
    /// [`InputError::TooLarge`] above 2,000 of the unit.
    pub const fn from_hundredths(hundredths: u32, unit: WeightUnit) -> Result<Self, InputError> {
        if hundredths > Self::MAX * 100 {
            return Err(InputError::TooLarge(Self::MAX));
        }
        Ok(Self { hundredths, unit })
    }

    /// No load at all.
    #[must_use]
    pub const fn none(unit: WeightUnit) -> Self {
        Self { hundredths: 0, unit }
    }

    /// What a person typed: `42.5`, `42,5`, ` 80 `.
    ///
    /// # Errors
    /// An [`InputError`] whose text can stand beside the field.
    ///
    /// ```
    /// use yoke_app::training::units::{Load, WeightUnit};
    /// assert_eq!(Load::parse("42,5", WeightUnit::Kg)?.to_string(), "42.5 kg");
    /// assert!(Load::parse("1e9", WeightUnit::Kg).is_err());
    /// # Ok::<(), yoke_app::training::units::InputError>(())
    /// ```
    pub fn parse(text: &str, unit: WeightUnit) -> Result<Self, InputError> {
        Self::from_hundredths(parse_hundredths(text, Self::MAX)?, unit)
    }

    /// The amount in hundredths of [`Self::unit`].
    #[must_use]
    pub const fn hundredths(self) -> u32 {
        self.hundredths
    }

    /// The unit the load was entered in.
    #[must_use]
    pub const fn unit(self) -> WeightUnit {
        self.unit
    }

    /// Whether there is no load.
    #[must_use]
    pub const fn is_none(self) -> bool {
        self.hundredths == 0
    }

    /// The load `steps` of `step` hundredths away, kept within the range.
    #[must_use]
    pub const fn stepped(self, steps: i32, step: u32) -> Self {
        let moved = self.hundredths as i64 + steps as i64 * step as i64;
        let max = (Self::MAX * 100) as i64;
        let clamped = if moved < 0 {
            0
        } else if moved > max {
            max
        } else {
            moved
        };
        Self { hundredths: clamped as u32, unit: self.unit }
    }

    /// The mass in grams, rounded, for sums over mixed units. Never written back as a load.
    #[must_use]
    pub const fn grams(self) -> u64 {
        match self.unit {
            WeightUnit::Kg => self.hundredths as u64 * 10,
            // 1 lb = 453.59237 g exactly (international yard and pound agreement, 1959).
            WeightUnit::Lb => (self.hundredths as u64 * 45_359_237 + 5_000_000) / 10_000_000,
        }
    }

    /// The number without its unit: `80`, `42.5`, `1.25`.
    #[must_use]
    pub fn number(self) -> String {
        hundredths_text(self.hundredths)
    }
}

impl fmt::Display for Load {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.number(), self.unit.symbol())
    }
}

/// Repetitions of one set, 1 to 500.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Reps(u16);

impl Reps {
    /// The most repetitions a set can have.
    pub const MAX: u16 = 500;
    /// The fewest.
    pub const ONE: Self = Self(1);

    /// # Errors
    /// [`InputError::Zero`] for 0, [`InputError::TooLarge`] above [`Self::MAX`].
    pub const fn new(count: u16) -> Result<Self, InputError> {
        match count {
            0 => Err(InputError::Zero),
            1..=Self::MAX => Ok(Self(count)),
            _ => Err(InputError::TooLarge(Self::MAX as u32)),
        }
    }

    /// What a person typed.
    ///
    /// # Errors
    /// An [`InputError`] whose text can stand beside the field.
    pub fn parse(text: &str) -> Result<Self, InputError> {
        Self::new(parse_count(text, u32::from(Self::MAX))? as u16)
    }

    /// The count.
    #[must_use]
    pub const fn get(self) -> u16 {
        self.0
    }

    /// The count moved by `by`, kept within the range.
    #[must_use]
    pub fn stepped(self, by: i32) -> Self {
        Self((i32::from(self.0) + by).clamp(1, i32::from(Self::MAX)) as u16)
    }
}

impl fmt::Display for Reps {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// A length of time in whole seconds, 0 to 86,400 (one day).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Seconds(u32);

impl Seconds {
    /// The longest span: one day.
    pub const MAX: u32 = 86_400;

    /// A span, cut to one day.
    #[must_use]
    pub const fn new(seconds: u32) -> Self {
        Self(if seconds > Self::MAX { Self::MAX } else { seconds })
    }

    /// Whole seconds.
    #[must_use]
    pub const fn get(self) -> u32 {
        self.0
    }

    /// The same span in milliseconds.
    #[must_use]
    pub const fn millis(self) -> u64 {
        self.0 as u64 * 1_000
    }

    /// Whole seconds held in a span of milliseconds, rounded down: nobody is credited with a second not held.
    #[must_use]
    pub const fn held(millis: u64) -> Self {
        let seconds = millis / 1_000;
        if seconds > Self::MAX as u64 { Self(Self::MAX) } else { Self(seconds as u32) }
    }
}

impl fmt::Display for Seconds {
    /// `45 s` below a minute and a half, `1:30` from there on.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0 < 90 { write!(f, "{} s", self.0) } else { write!(f, "{}:{:02}", self.0 / 60, self.0 % 60) }
    }
}

/// A distance walked in whole metres, 1 to 20,000.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Metres(u16);

impl Metres {
    /// The longest distance.
    pub const MAX: u16 = 20_000;

    /// # Errors
    /// [`InputError::Zero`] for 0, [`InputError::TooLarge`] above [`Self::MAX`].
    pub const fn new(count: u16) -> Result<Self, InputError> {
        match count {
            0 => Err(InputError::Zero),
            1..=Self::MAX => Ok(Self(count)),
            _ => Err(InputError::TooLarge(Self::MAX as u32)),
        }
    }

    /// Whole metres.
    #[must_use]
    pub const fn get(self) -> u16 {
        self.0
    }
}

impl fmt::Display for Metres {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} m", self.0)
    }
}

/// Repetitions in reserve: how many more could have been done with good form, 0 to 4, where 4 means four or more.
/// A set whose reserve was not asked or not answered has no `Rir`; that is not zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Rir(u8);

impl Rir {
    /// The highest answer, "4 or more".
    pub const MOST: u8 = 4;

    /// # Errors
    /// [`InputError::TooLarge`] above 4.
    pub const fn new(count: u8) -> Result<Self, InputError> {
        if count > Self::MOST { Err(InputError::TooLarge(Self::MOST as u32)) } else { Ok(Self(count)) }
    }

    /// 0 to 4.
    #[must_use]
    pub const fn get(self) -> u8 {
        self.0
    }

    /// All answers, in the order of the buttons.
    #[must_use]
    pub const fn all() -> [Self; 5] {
        [Self(0), Self(1), Self(2), Self(3), Self(4)]
    }
}

impl fmt::Display for Rir {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0 == Self::MOST { f.write_str("4+") } else { self.0.fmt(f) }
    }
}

/// A whole number from 1 to `max`, as a person types it.
///
/// # Errors
/// An [`InputError`] whose text can stand beside the field.
pub fn parse_count(text: &str, max: u32) -> Result<u32, InputError> {
    let (whole, fraction) = split_decimal(text)?;
    if fraction.bytes().any(|b| b != b'0') {
        return Err(InputError::Fraction);
    }
    match digits(whole) {
        Ok(0) => Err(InputError::Zero),
        Ok(count) if count <= max => Ok(count),
        Ok(_) => Err(InputError::TooLarge(max)),
        Err(error) => Err(error),
    }
}

/// A number as a person types it, of at most so many wholes, in hundredths.
///
/// # Errors
/// An [`InputError`] whose text can stand beside the field.
pub fn parse_hundredths(text: &str, most: u32) -> Result<u32, InputError> {
    let (whole, fraction) = split_decimal(text)?;
    let fraction = match fraction {
        "" => 0,
        one if one.len() == 1 => digits(one)? * 10,
        two if two.len() == 2 => digits(two)?,
        _ => return Err(InputError::TooFine),
    };
    let whole = if whole.is_empty() { 0 } else { digits(whole)? };
    if whole > most {
        return Err(InputError::TooLarge(most));
    }
    Ok(whole * 100 + fraction)
}

/// Hundredths as a number without trailing noughts: `80`, `42.5`, `1.25`.
#[must_use]
pub fn hundredths_text(hundredths: u32) -> String {
    let whole = hundredths / 100;
    match hundredths % 100 {
        0 => whole.to_string(),
        rest if rest % 10 == 0 => format!("{whole}.{}", rest / 10),
        rest => format!("{whole}.{rest:02}"),
    }
}

/// Digits before and after one decimal sign; a comma is a decimal sign.
fn split_decimal(text: &str) -> Result<(&str, &str), InputError> {
    let text = text.trim();
    if text.is_empty() {
        return Err(InputError::Empty);
    }
    if let Some(rest) = text.strip_prefix(['-', '\u{2212}']) {
        return Err(if digits(rest).is_ok() || split_decimal(rest).is_ok() {
            InputError::Negative
        } else {
            InputError::NotANumber
        });
    }
    let (whole, fraction) = text.split_once(['.', ',']).unwrap_or((text, ""));
    let all_digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    if !all_digits(whole) || !all_digits(fraction) || (whole.is_empty() && fraction.is_empty()) {
        return Err(InputError::NotANumber);
    }
    Ok((whole, fraction))
}

/// Plain digits. So many that no number holds them are too large for anything here.
fn digits(text: &str) -> Result<u32, InputError> {
    if text.is_empty() || !text.bytes().all(|b| b.is_ascii_digit()) {
        return Err(InputError::NotANumber);
    }
    Ok(text.parse().unwrap_or(u32::MAX))
}
