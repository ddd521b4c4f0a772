//! What goes with a day as it is begun: the warm-up in front of it, or the length of a flow; and what a long rest is good for.
//!
//! Works with `programs`. Invariants: what is there to get warm counts as that and for nothing else; a drill in a rest
//! touches no muscle that the next set needs.

use super::{find, programs};
use crate::training::exercise::{Exercise, Muscle, Pattern};
use crate::training::length::Length;
use crate::training::prescription::Prescription;
use crate::training::program::DayPlan;
use crate::training::units::Seconds;

/// From this rest on a drill is suggested. Ours: a drill and the way back to the bar take about a minute and a half.
pub const LONG_REST: Seconds = Seconds::new(120);

/// Drills without a load, none of them tiring, the standing ones first.
const DRILLS: [&str; 6] =
    ["doorway-stretch", "chin-tuck", "cat-cow", "open-book", "thread-the-needle", "kneeling-lat-stretch"];

/// What a day asks for when it is begun: a flow at this length; a day at one's own pace as it is, with the moves of the
/// warm-up in front of it if that is wanted.
#[must_use]
pub fn begun(day: &DayPlan, warm_up: bool, length: Length) -> Vec<Prescription> {
    let mut items = Vec::new();
    if day.is_guided() {
        for item in &day.items {
            items.push(length.at(item));
        }
        return items;
    }
    for first in programs::program("warm-up").filter(|_| warm_up).iter().flat_map(|flow| &flow.days) {
        for item in &first.items {
            items.push(Prescription { sets: 0, warm_ups: 1, ..item.clone() });
        }
    }
    items.extend_from_slice(&day.items);
    items
}

/// A drill for a rest of this length in front of a set that needs these muscles; another one each time, by `nth`. None
/// where the rest is short, or where all drills touch what is needed.
#[must_use]
pub fn filler(needed: &[Muscle], rest: Seconds, nth: usize) -> Option<&'static Exercise> {
    if rest < LONG_REST || needed.is_empty() {
        return None;
    }
    let mut fits = Vec::new();
    for drill in DRILLS.iter().filter_map(|id| find(id)) {
        if drill.muscles.iter().all(|used| !needed.contains(&used.muscle)) {
            fits.push(drill);
        }
    }
    fits.get(nth.checked_rem(fits.len())?).copied()
}

/// Whether one should read what to keep off before a day is begun: it presses on soft tissue.
#[must_use]
pub fn asks_care(day: &DayPlan) -> bool {
    day.items.iter().filter_map(|item| find(item.exercise.as_str())).any(|it| it.pattern == Pattern::Massage)
}
