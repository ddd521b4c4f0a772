//! A whole timer as a short text that fits behind the `#` of an address; programs use the same form.
//!
//! The text is a version (`1`), the bits, six to a character, and a checksum of six characters.
//! Invariants: [`decode`] of [`encode`] is the same timer; a timer has exactly one text, so whatever was cut
//! off, changed or made up is refused; only letters, digits, `-` and `_` occur, which no address escapes.

use std::fmt;

use super::{IntervalTimer, TimerError, Tone, WorkInterval};
use crate::training::units::Seconds;

/// The longest link, in characters. The largest timer there can be takes 1,985.
pub const LONGEST: usize = 2_000;
/// Every version begins with its own character and ends with the same kind of checksum.
const VERSION: char = '1';
const SEAL: usize = 6;
const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Bits of a span: 0 to 86,400.
const SPAN: u32 = 17;
/// Bits of a number of rounds or sets.
const COUNT: u32 = 16;
/// Bits of a tone.
const TONE: u32 = 3;
/// Bits of the number of work intervals: 1 to 12.
const WORKS: u32 = 4;
/// Bits of the length of a name: 0 to 40.
const NAME: u32 = 6;

/// Why a link was not understood. The text is for the person who opened it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkError {
    /// Cut off, changed, or never a link of this app.
    Damaged,
    /// More characters than the longest one has.
    TooLong,
    /// Its version is above the one that is known here.
    Newer,
    /// Whole, but its timer cannot run.
    Refused(TimerError),
}

impl fmt::Display for LinkError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Damaged => f.write_str("This link is cut off or was changed. Ask for it again."),
            Self::TooLong => f.write_str("This link is too long. Ask for it again."),
            Self::Newer => {
                f.write_str("This link was made by a newer version of the app. Update, then open it again.")
            }
            Self::Refused(error) => write!(f, "The timer in this link cannot run. {error}"),
        }
    }
}

impl std::error::Error for LinkError {}

/// The timer as text, its names as [`super::tidy_name`] leaves them.
///
/// # Errors
/// The [`TimerError`] of a timer that cannot run: no link is made that could not be opened.
pub fn encode(timer: &IntervalTimer) -> Result<String, TimerError> {
    timer.check()?;
    Ok(write(&timer.clone().tidied()))
}

/// The timer of a text. White space around it is ignored.
///
/// # Errors
/// A [`LinkError`] for any text that [`encode`] did not make. Takes no longer than the longest link does.
pub fn decode(text: &str) -> Result<IntervalTimer, LinkError> {
    let mut reader = unsealed(text, LONGEST)?;
    let timer = reader.timer().ok_or(LinkError::Damaged)?;
    timer.check().map_err(LinkError::Refused)?;
    // One text a timer: a number out of range, an untidy name or bits left over come out differently.
    if write(&timer.clone().tidied()) == text.trim() { Ok(timer) } else { Err(LinkError::Damaged) }
}

/// The bits of a text whose checksum is right.
pub(crate) fn unsealed(text: &str, longest: usize) -> Result<Reader<'_>, LinkError> {
    if text.len() > longest {
        return Err(LinkError::TooLong);
    }
    let text = text.trim();
    let body = text.len().checked_sub(SEAL).and_then(|at| text.split_at_checked(at));
    let Some((body, seal)) = body else { return Err(LinkError::Damaged) };
    let mut expected = String::new();
    push_seal(&mut expected, body);
    if seal != expected {
        return Err(LinkError::Damaged);
    }
    let Some(bits) = body.strip_prefix(VERSION) else {
        let newer = body.chars().next().is_some_and(|version| version > VERSION);
        return Err(if newer { LinkError::Newer } else { LinkError::Damaged });
    };
    Ok(Reader { digits: bits.as_bytes(), at: 0 })
}

fn write(timer: &IntervalTimer) -> String {
    let mut out = Writer::new();
    for span in [timer.prepare, timer.rest, timer.set_rest, timer.cool_down] {
        out.put(span.get(), SPAN);
    }
    out.put(timer.rounds.into(), COUNT);
    out.put(timer.sets.into(), COUNT);
    out.put(timer.sided.into(), 1);
    out.put(timer.rest_tone as u32, TONE);
    out.name(&timer.name);
    out.put(timer.work.len() as u32, WORKS);
    for work in &timer.work {
        out.put(work.length.get(), SPAN);
        out.put(work.tone as u32, TONE);
        out.name(&work.name);
    }
    out.sealed()
}

/// FNV-1a, 32 bits: any one changed character changes it. The lowest bits come first, so that a link ends
/// in one of the letters A to D and in no mark that a messenger would leave out of it.
fn push_seal(text: &mut String, body: &str) {
    let mut sum = 0x811c_9dc5_u32;
    for byte in body.bytes() {
        sum = (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    }
    for _ in 0..SEAL {
        push_digit(text, sum);
        sum >>= 6;
    }
}

/// The digit of the lowest six bits.
fn push_digit(text: &mut String, bits: u32) {
    text.push(char::from(DIGITS[(bits & 63) as usize]));
}

/// Writes the bits of a link.
pub(crate) struct Writer {
    text: String,
    /// Bits that do not fill a digit yet, and how many.
    held: u32,
    count: u32,
}

impl Writer {
    /// Nothing but the version.
    pub(crate) fn new() -> Self {
        Self { text: String::from(VERSION), held: 0, count: 0 }
    }

    /// The whole text with its checksum.
    pub(crate) fn sealed(mut self) -> String {
        while self.count > 0 {
            self.put(0, 1);
        }
        let body = self.text.clone();
        push_seal(&mut self.text, &body);
        self.text
    }

    /// The lowest `width` bits of `value`, the highest first.
    fn put(&mut self, value: u32, width: u32) {
        for bit in (0..width).rev() {
            self.held = self.held << 1 | (value >> bit & 1);
            self.count += 1;
            if self.count == 6 {
                push_digit(&mut self.text, self.held);
                self.count = 0;
            }
        }
    }

    /// How many characters, then each.
    fn name(&mut self, name: &str) {
        self.put(name.chars().count() as u32, NAME);
        self.chars(name);
    }

    /// Characters: a plain one in 1 + 7 bits, any other in 1 + 21.
    pub(crate) fn chars(&mut self, text: &str) {
        for c in text.chars() {
            self.put((!c.is_ascii()).into(), 1);
            self.put(c.into(), if c.is_ascii() { 7 } else { 21 });
        }
    }
}

/// Reads what a [`Writer`] wrote; `None` where the text ends too early or holds what cannot be.
pub(crate) struct Reader<'a> {
    digits: &'a [u8],
    /// The next bit.
    at: usize,
}

impl Reader<'_> {
    fn take(&mut self, width: u32) -> Option<u32> {
        let mut value = 0;
        for _ in 0..width {
            let digit = self.digits.get(self.at / 6)?;
            let digit = DIGITS.iter().position(|known| known == digit)?;
            value = value << 1 | (digit as u32 >> (5 - self.at % 6) & 1);
            self.at += 1;
        }
        Some(value)
    }

    fn span(&mut self) -> Option<Seconds> {
        self.take(SPAN).map(Seconds::new)
    }

    fn tone(&mut self) -> Option<Tone> {
        let tone = self.take(TONE)?;
        Tone::ALL.get(tone as usize).copied()
    }

    pub(crate) fn char(&mut self) -> Option<char> {
        let width = if self.take(1)? == 0 { 7 } else { 21 };
        char::from_u32(self.take(width)?)
    }

    fn name(&mut self) -> Option<String> {
        let mut name = String::new();
        for _ in 0..self.take(NAME)? {
            name.push(self.char()?);
        }
        Some(name)
    }

    fn timer(&mut self) -> Option<IntervalTimer> {
        let (prepare, rest, set_rest, cool_down) = (self.span()?, self.span()?, self.span()?, self.span()?);
        let (rounds, sets) = (self.take(COUNT)? as u16, self.take(COUNT)? as u16);
        let sided = self.take(1)? == 1;
        let rest_tone = self.tone()?;
        let name = self.name()?;
        let mut work = Vec::new();
        for _ in 0..self.take(WORKS)? {
            let (length, tone) = (self.span()?, self.tone()?);
            work.push(WorkInterval { name: self.name()?, length, tone });
        }
        Some(IntervalTimer { name, prepare, work, rest, rounds, sets, set_rest, cool_down, sided, rest_tone })
    }
}

#[cfg(test)]
mod tests {
    use super::super::presets;
    use super::*;

    #[test]
    fn a_well_made_link_to_an_absurd_timer_says_what_is_wrong_with_it() {
        let mut timer = presets().remove(0);
        timer.rounds = 10_000;
        assert!(matches!(decode(&write(&timer)), Err(LinkError::Refused(TimerError::TooLong { .. }))));
        timer.rounds = 0;
        assert_eq!(decode(&write(&timer)), Err(LinkError::Refused(TimerError::NoRounds)));
        timer.rounds = 8;
        timer.name = " 40\n".to_owned();
        assert_eq!(decode(&write(&timer)), Err(LinkError::Damaged), "an untidy name");
    }
}
