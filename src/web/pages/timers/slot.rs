//! The numbers of a timer: which there are, and how one is read from what a person types.

use crate::session::IntervalTimer;
use crate::session::interval::MOST_WORK;
use crate::training::time::clock_up;
use crate::training::units::{InputError, Seconds, parse_count};

const NOT_A_TIME: &str = "Type a time such as 1:30, or seconds such as 90.";
const TOO_LONG: &str = "24 hours are the most.";

/// Which number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slot {
    Prepare,
    Rest,
    Rounds,
    Sets,
    SetRest,
    CoolDown,
    /// The length of a work interval, from 0.
    Work(usize),
}

impl Slot {
    pub const FIXED: [(Self, &'static str); 6] = [
        (Self::Prepare, "Get ready"),
        (Self::Rest, "Rest"),
        (Self::Rounds, "Rounds"),
        (Self::Sets, "Sets"),
        (Self::SetRest, "Rest between sets"),
        (Self::CoolDown, "Cool-down"),
    ];

    pub const fn is_count(self) -> bool {
        matches!(self, Self::Rounds | Self::Sets)
    }

    pub const fn least(self) -> u32 {
        if self.is_count() || matches!(self, Self::Work(_)) { 1 } else { 0 }
    }

    /// The id of its field.
    pub const fn id(self) -> &'static str {
        const WORK: [&str; MOST_WORK] =
            ["w1", "w2", "w3", "w4", "w5", "w6", "w7", "w8", "w9", "w10", "w11", "w12"];
        match self {
            Self::Prepare => "prepare",
            Self::Rest => "rest",
            Self::Rounds => "rounds",
            Self::Sets => "sets",
            Self::SetRest => "set-rest",
            Self::CoolDown => "cool-down",
            Self::Work(nth) => WORK[nth],
        }
    }

    /// The number of a timer that it stands for.
    pub fn of(self, timer: &IntervalTimer) -> u32 {
        match self {
            Self::Prepare => timer.prepare.get(),
            Self::Rest => timer.rest.get(),
            Self::Rounds => timer.rounds.into(),
            Self::Sets => timer.sets.into(),
            Self::SetRest => timer.set_rest.get(),
            Self::CoolDown => timer.cool_down.get(),
            Self::Work(nth) => timer.work.get(nth).map_or(0, |work| work.length.get()),
        }
    }

    pub fn put(self, timer: &mut IntervalTimer, number: u32) {
        let span = Seconds::new(number);
        match self {
            Self::Prepare => timer.prepare = span,
            Self::Rest => timer.rest = span,
            Self::Rounds => timer.rounds = number as u16,
            Self::Sets => timer.sets = number as u16,
            Self::SetRest => timer.set_rest = span,
            Self::CoolDown => timer.cool_down = span,
            Self::Work(nth) => {
                if let Some(work) = timer.work.get_mut(nth) {
                    work.length = span;
                }
            }
        }
    }

    pub fn text(self, number: u32) -> String {
        if self.is_count() { number.to_string() } else { clock_up(Seconds::new(number).millis()) }
    }

    pub fn read(self, text: &str) -> Result<u32, String> {
        if !self.is_count() {
            return span(text).map_err(str::to_owned);
        }
        // `10,000` is no fraction that happens to be whole: whoever typed it meant ten thousand.
        let count = if text.contains([',', '.']) {
            Err(InputError::Fraction)
        } else {
            parse_count(text, u16::MAX.into())
        };
        count.map_err(|error| error.to_string())
    }
}

/// Seconds as people type them: `90`, `90 s`, `1:30`, `1.30` from a keypad without a colon, `2 min`, `1:00:00`.
pub fn span(text: &str) -> Result<u32, &'static str> {
    let text = text.trim();
    let (number, unit) = text.split_at(text.find(|c: char| c.is_ascii_alphabetic()).unwrap_or(text.len()));
    let mut seconds = 0_u64;
    let mut parts = 0;
    for part in number.trim().split([':', '.', ',']) {
        let part_of_clock = parts > 0;
        let fits = part.len() <= 6 && !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        let value = part.parse::<u64>().unwrap_or(0);
        if !fits && !part_of_clock && part.len() > 6 && part.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(TOO_LONG);
        }
        if !fits || part_of_clock && (part.len() != 2 || value > 59) || parts > 2 {
            return Err(NOT_A_TIME);
        }
        seconds = seconds * 60 + value;
        parts += 1;
    }
    let factor = match (unit, parts) {
        ("" | "s" | "S" | "sec", _) | ("min" | "m", 2..) => 1,
        ("min" | "m", _) => 60,
        ("h", 1) => 3_600,
        _ => return Err(NOT_A_TIME),
    };
    match seconds * factor {
        fits if fits <= Seconds::MAX.into() => Ok(fits as u32),
        _ => Err(TOO_LONG),
    }
}
