//! What stands in one cell: numbers, lengths of time, moments.
//!
//! Invariant: what is not understood to its end is not understood.

use crate::catalog::search::folded;
use crate::training::time::Day;

/// A number in thousandths, and whether it is that to its last digit: `82.5`, `82,5`, `8.0`. Digits after the third are cut
/// off.
#[must_use]
pub fn thousandths(text: &str) -> Option<(u32, bool)> {
    // How many digits of the three behind the point are still to come, once there was one.
    let (mut value, mut left, mut any, mut exact) = (0_u32, None, false, true);
    for byte in text.bytes() {
        match byte {
            b'.' | b',' if left.is_none() => left = Some(3),
            b'0'..=b'9' if left == Some(0) => exact &= byte == b'0',
            b'0'..=b'9' => {
                any = true;
                value = value.checked_mul(10)?.checked_add(u32::from(byte - b'0'))?;
                left = left.map(|left| left - 1);
            }
            _ => return None,
        }
    }
    Some((any.then_some(value)?.checked_mul(10_u32.pow(left.unwrap_or(3)))?, exact))
}

/// A length of time in seconds, parts of one cut off: `90`, `0:32:06`, `1:30`, `45m`, `1h 12m`, `8 min`.
#[must_use]
pub fn seconds(text: &str) -> Option<u32> {
    let (mut total, mut number, mut any, mut part) = (0_u32, None, false, false);
    for byte in text.bytes() {
        let unit = match byte | 0x20 {
            digit @ b'0'..=b'9' => {
                any = true;
                if !part {
                    let before = number.unwrap_or(0_u32);
                    number = Some(before.saturating_mul(10).saturating_add(u32::from(digit - b'0')));
                }
                continue;
            }
            b'.' | b',' => {
                part = true;
                continue;
            }
            b'h' => 3_600,
            b'm' | b':' => 60,
            b's' => 1,
            // The rest of a word.
            b' ' | b'r' | b'i' | b'n' | b'e' | b'c' => continue,
            _ => return None,
        };
        if byte == b':' {
            // All before it, and what stands behind it is a sixtieth.
            total = total.saturating_add(number.take()?).saturating_mul(60);
        } else {
            total = total.saturating_add(number.take().unwrap_or(0).saturating_mul(unit));
        }
    }
    any.then(|| total.saturating_add(number.unwrap_or(0)))
}

/// How the days of a file are to be read, and what its days tell about that.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DayOrder {
    /// `05/06/2026` is the sixth of May.
    pub month_first: bool,
    /// A day stood there that could be either.
    pub unsure: bool,
    /// A day stood there that has its month first; one that has its day first.
    pub proof: [bool; 2],
}

/// A moment as it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// Day and time as written, in milliseconds, as if it were UTC.
    pub local: u64,
    /// Minutes ahead of UTC, where that was written as well.
    pub zone: Option<i16>,
}

/// First letters of the months in the languages that phones write them in, a month a part.
const MONTHS: &str = "jan ene gen \u{44f}\u{43d}\u{432} sty oca|feb fev \u{444}\u{435}\u{432} lut \u{15f}ub|\
    mar maa mrt mrz \u{43c}\u{430}\u{440}|apr abr avr \u{430}\u{43f}\u{440} kwi nis|\
    may mai mag mei maj \u{43c}\u{430}\u{439} \u{43c}\u{430}\u{44f}|jun juin giu \u{438}\u{44e}\u{43d} cze haz|\
    jul juil lug \u{438}\u{44e}\u{43b} lip tem|aug ago aou \u{430}\u{432}\u{433} sie a\u{11f}u|\
    sep set \u{441}\u{435}\u{43d} wrz eyl|oct okt ott out \u{43e}\u{43a}\u{442} pa\u{17a} eki|\
    nov \u{43d}\u{43e}\u{44f} lis kas|dec dez dic \u{434}\u{435}\u{43a} gru ara";

/// Words behind the time: the two halves of the day, and what changes nothing.
const CLOCK: [&str; 3] = ["am a", "pm p", "m h uhr utc gmt z"];

/// A day, with a time or without, in any of the ways that phones write them. `order` says how `05/06/2026` is read, and
/// learns from what stands there. A day without a time is taken at noon.
#[must_use]
pub fn moment(text: &str, order: &mut DayOrder) -> Option<Moment> {
    let (end, mut zone) = zone_of(text).map_or((text.len(), None), |(at, zone)| (at, Some(zone)));
    let words = folded(text.get(..end)?);
    let (mut rest, mut numbers, mut count) = (words.as_str(), [0_u32; 7], 0);
    let (mut month, mut half) = (0, None);
    while let Some(first) = rest.bytes().next() {
        let digit = first.is_ascii_digit();
        let other = |byte: u8| byte == b' ' || byte.is_ascii_digit() != digit;
        let end = rest.bytes().position(other).unwrap_or(rest.len()).max(1);
        let (word, after) = rest.split_at_checked(end)?;
        rest = after;
        if digit {
            *numbers.get_mut(count)? = word.parse().ok()?;
            count += 1;
            continue;
        }
        // The time has begun behind three numbers, or two where the month is a word.
        let begun = count > 3 - usize::from(month > 0);
        match CLOCK.iter().position(|words| words.split(' ').any(|known| known == word)) {
            Some(2) if word == "z" && begun => zone = Some(0),
            Some(2) => {}
            Some(nth) if begun => half = Some(nth as u32),
            _ if word == " " => {}
            _ if begun => return None,
            _ => {
                let named = |names: &str| names.split(' ').any(|name| word.starts_with(name));
                month = MONTHS.split('|').position(named).map_or(month, |at| at as u32 + 1);
            }
        }
    }
    let time = 3 - usize::from(month > 0);
    let [first, second, third, ..] = numbers;
    if count < time {
        return None;
    }
    let (year, month, day) = match (month, first > 31) {
        (0, true) => (first, second, third),
        (0, false) => {
            let dotted = text.bytes().find(|byte| !byte.is_ascii_digit()) == Some(b'.');
            if !dotted && first != second {
                order.unsure |= first <= 12 && second <= 12;
                order.proof[0] |= second > 12;
                order.proof[1] |= first > 12;
            }
            if order.month_first && !dotted { (third, first, second) } else { (third, second, first) }
        }
        (month, true) => (first, month, second),
        (month, false) => (second, month, first),
    };
    let day = Day::of(if year < 100 { year + 2_000 } else { year } as i32, month, day)?;
    let &[mut hour, minute, second, ..] = numbers.get(time..)? else { return None };
    if count == time {
        hour = 12;
    } else if let Some(half) = half {
        hour = if (1..=12).contains(&hour) { hour % 12 + half * 12 } else { 24 };
    }
    if hour > 23 || minute > 59 || second > 59 {
        return None;
    }
    let seconds = u64::from(hour * 3_600 + minute * 60 + second);
    Some(Moment { local: day.begins().0 + seconds * 1_000, zone })
}

/// Where `+02:00` or `-0500` stands at the end of a time, and how many minutes ahead of UTC that is.
fn zone_of(text: &str) -> Option<(usize, i16)> {
    let at = text.rfind(['+', '-'])?;
    let (time, zone) = text.split_at(at);
    let (sign, digits) = zone.split_at(1);
    // Hours and minutes are read as if they were minutes and seconds.
    let minutes = match seconds(digits)? {
        parted if digits.contains(':') => parted,
        whole => whole / 100 * 60 + whole % 100,
    };
    let ahead = i16::try_from(minutes).ok().filter(|minutes| *minutes <= 840)?;
    // A sign before the time belongs to the day.
    time.contains(':').then_some((at, if sign == "-" { -ahead } else { ahead }))
}
