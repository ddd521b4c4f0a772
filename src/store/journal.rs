//! Two stores, one truth: what localStorage and the journal each have to be told after a start.
//!
//! The journal is a twin of localStorage in the browser's second store, which loses nothing in a crash; localStorage may lose
//! a minute of it. Works with `envelope`, whose numbers say which of two texts came later. Invariants: a readable text gives
//! way only to a later one; an unreadable one wins over nothing, and is copied aside before its place is used.

use super::{ASIDE, Texts, envelope};

/// Where a repair puts its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Aside: the text was found under the key and would be lost there.
    Aside,
    /// Into localStorage, under the key.
    Local,
    /// Into the journal, under the key.
    Journal,
}

/// One thing to do so that both stores agree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repair {
    /// Where to.
    pub place: Place,
    /// Under which key the text belongs.
    pub key: String,
    /// The stored text; a tombstone where the key was removed.
    pub text: String,
}

/// What has to be done so that both stores hold the later text of each key, in the order in which to do it. Both may be
/// behind, each for other keys. A key that is missing on one side was lost there: what was removed has a tombstone.
#[must_use]
pub fn reconcile(local: &Texts, journal: &Texts) -> Vec<Repair> {
    let mut repairs = Vec::new();
    for (key, text) in local.iter() {
        compare(key, Some(text), journal.get(key), &mut repairs);
    }
    for (key, text) in journal.iter().filter(|(key, _)| local.get(key).is_none()) {
        compare(key, None, Some(text), &mut repairs);
    }
    repairs
}

fn compare(key: &str, local: Option<&str>, journal: Option<&str>, repairs: &mut Vec<Repair>) {
    if local == journal {
        return;
    }
    let mut repair = |place, text: &str| {
        repairs.push(Repair { place, key: key.to_owned(), text: text.to_owned() });
    };
    let ranked = [local, journal].map(|text| text.and_then(|text| Some((number(key, text)?, text))));
    let later = ranked[0].max(ranked[1]);
    for text in [local, journal].into_iter().flatten() {
        let seq = number(key, text);
        // Two texts of one number come of two writers, which should never be; then both are kept.
        let twin = seq == later.map(|(seq, _)| seq) && later.is_none_or(|(_, later)| later != text);
        if seq.is_none() || twin {
            repair(Place::Aside, text);
        }
    }
    let text = later.map_or_else(|| envelope::tombstone(0, key), |(_, text)| text.to_owned());
    let removed = envelope::is_tombstone(&text, key);
    for (place, known) in [(Place::Local, local), (Place::Journal, journal)] {
        if known.map_or(!removed, |known| known != text) {
            repair(place, &text);
        }
    }
}

/// The number of a text, or none if it cannot be read. What was set aside stands as it was found: it comes before all.
pub(super) fn number(key: &str, text: &str) -> Option<u64> {
    envelope::number(text, key).or_else(|| key.starts_with(ASIDE).then_some(0))
}
