//! Lighter sets before a heavy lift.
//!
//! Works with `loading`. Invariant: they rise, and none is as heavy as the work.

use super::super::loading::{Loading, compare};
use super::super::units::{Load, Reps};

/// Percent of the working load, and repetitions. Source: training facts, "Warm-up sets before heavy lifts".
const SETS: [(u32, u16); 3] = [(40, 8), (60, 5), (80, 2)];

/// The warm-up sets before work with `working`: 40 % x 8, 60 % x 5 and 80 % x 2, each the nearest that can be loaded,
/// from the bar (or the lightest weight) up. A load comes once only, and none reaches the working load.
///
/// Worked example: 100 kg on a 20 kg bar: 40 x 8, 60 x 5, 80 x 2.
#[must_use]
pub fn warm_ups(working: Load, loading: &Loading) -> Vec<(Load, Reps)> {
    let mut sets: Vec<(Load, Reps)> = Vec::with_capacity(SETS.len());
    for (percent, reps) in SETS {
        let share = Load::from_hundredths(working.hundredths() * percent / 100, working.unit());
        let Some(load) = share.ok().and_then(|share| loading.nearest(share)) else { continue };
        let is_new = sets.last().is_none_or(|&(before, _)| compare(load, before).is_gt());
        if is_new
            && compare(load, working).is_lt()
            && let Ok(reps) = Reps::new(reps)
        {
            sets.push((load, reps));
        }
    }
    sets
}
