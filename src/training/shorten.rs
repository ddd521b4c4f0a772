//! A workout cut to the time there is.
//!
//! Works with prescriptions; how long they take is handed in. Invariant: what is done stays, and the first exercise keeps
//! its sets the longest.

use super::prescription::Prescription;

/// How many sets of each item fit into `limit`: the whole plan if it does. `done` has the sets of each item that are behind
/// one; `length` says how long so many sets of each item, done ones left out, would still take, in the unit of `limit`.
///
/// Sets go from the back of the workout, down to two each; then whole exercises from the back, but never the first that
/// is still open; then its own sets, down to one more. Ours: the heavy lifts stand first, and two sets keep an exercise alive.
#[must_use]
pub fn shorten(items: &[Prescription], done: &[u8], limit: u32, length: impl Fn(&[u8]) -> u32) -> Vec<u8> {
    let mut sets: Vec<u8> = items.iter().map(|item| item.sets).collect();
    let behind = |item: usize| done.get(item).copied().unwrap_or(0);
    let first = sets.iter().enumerate().position(|(item, sets)| *sets > behind(item)).unwrap_or(0);
    for (least, spare_first) in [(2, true), (0, true), (0, false)] {
        for item in (0..sets.len()).rev() {
            if spare_first && item == first {
                continue;
            }
            let floor = if spare_first { behind(item).max(least) } else { behind(item) + 1 };
            while sets[item] > floor {
                if length(&sets) <= limit {
                    return sets;
                }
                sets[item] -= 1;
            }
        }
    }
    sets
}
