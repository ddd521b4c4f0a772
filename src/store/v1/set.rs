//! One set in few letters, and its way back.

use super::super::envelope::{Unreadable, base36};
use crate::training::history::{Amount, Done, SetLog};
use crate::training::time::Wall;
use crate::training::units::{Load, Metres, Reps, Rir, Seconds, WeightUnit};

/// One set in few letters: `82.5k*6@2+3a8y`. Load and `*` only where there is a load; `@` and the reserve only
/// where it was said; then the time since `before` in milliseconds, base 36. Sides stand as `6|6`; amounts are
/// `6` reps, `8b` breaths, `30s` seconds, `40m` metres, `8x5s` holds. A `w` in front marks a set to get warm.
#[must_use]
pub fn write_set(set: &SetLog, before: Wall) -> String {
    let amount = |amount: Amount| match amount {
        Amount::Reps(reps) => reps.to_string(),
        Amount::Breaths(count) => format!("{count}b"),
        Amount::Held(seconds) => format!("{}s", seconds.get()),
        Amount::Walked(metres) => format!("{}m", metres.get()),
        Amount::Holds { count, each } => format!("{count}x{}s", each.get()),
    };
    let mut text = if set.warm_up { "w" } else { "" }.to_owned();
    text += &set.load.map_or(String::new(), |load| write_load(load) + "*");
    match set.done {
        Done::Both(both) => text += &amount(both),
        Done::Sides { left, right } => {
            text += &left.map_or(String::new(), amount);
            text.push('|');
            text += &right.map_or(String::new(), amount);
        }
    }
    if let Some(rir) = set.rir {
        text.push('@');
        text += &rir.get().to_string();
    }
    let (sign, millis) =
        if set.at < before { ('-', before.since(set.at)) } else { ('+', set.at.since(before)) };
    text.push(sign);
    text + &base36(millis)
}

/// The set, and when it was.
///
/// # Errors
/// [`Unreadable::Content`] if it is not that.
pub fn read_set(text: &str, before: Wall) -> Result<(SetLog, Wall), Unreadable> {
    let wrong = Unreadable::Content;
    let sign = text.rfind(['+', '-']).ok_or(wrong)?;
    let millis = u64::from_str_radix(&text[sign + 1..], 36).map_err(|_| wrong)?;
    let at = if text[sign..].starts_with('-') { before.minus(millis) } else { before.plus(millis) };
    let text = &text[..sign];
    let (text, warm_up) = text.strip_prefix('w').map_or((text, false), |text| (text, true));
    let (text, rir) = match text.split_once('@') {
        Some((text, rir)) => (text, Some(Rir::new(rir.parse().map_err(|_| wrong)?).map_err(|_| wrong)?)),
        None => (text, None),
    };
    let (load, text) = match text.split_once('*') {
        Some((load, text)) => (Some(read_load(load)?), text),
        None => (None, text),
    };
    let side = |text: &str| if text.is_empty() { Ok(None) } else { read_amount(text).map(Some) };
    let done = match text.split_once('|') {
        Some((left, right)) => Done::Sides { left: side(left)?, right: side(right)? },
        None => Done::Both(read_amount(text)?),
    };
    Ok((SetLog { load, done, rir, warm_up, at }, at))
}

fn read_amount(text: &str) -> Result<Amount, Unreadable> {
    let wrong = Unreadable::Content;
    let seconds = |text: &str| text.parse().map(Seconds::new).map_err(|_| wrong);
    if let Some(count) = text.strip_suffix('b') {
        return count.parse().map(Amount::Breaths).map_err(|_| wrong);
    }
    if let Some(count) = text.strip_suffix('m') {
        return Metres::new(count.parse().map_err(|_| wrong)?).map(Amount::Walked).map_err(|_| wrong);
    }
    let Some(text) = text.strip_suffix('s') else {
        let count = text.parse().map_err(|_| wrong)?;
        return Reps::new(count).map(Amount::Reps).map_err(|_| wrong);
    };
    match text.split_once('x') {
        Some((count, each)) => {
            Ok(Amount::Holds { count: count.parse().map_err(|_| wrong)?, each: seconds(each)? })
        }
        None => seconds(text).map(Amount::Held),
    }
}

pub(super) fn write_load(load: Load) -> String {
    let unit = match load.unit() {
        WeightUnit::Kg => 'k',
        WeightUnit::Lb => 'l',
    };
    format!("{}{unit}", load.number())
}

pub(super) fn read_load(text: &str) -> Result<Load, Unreadable> {
    let (number, unit) = match text.strip_suffix('k') {
        Some(number) => (number, WeightUnit::Kg),
        None => (text.strip_suffix('l').ok_or(Unreadable::Content)?, WeightUnit::Lb),
    };
    Load::parse(number, unit).map_err(|_| Unreadable::Content)
}
