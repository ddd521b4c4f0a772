//! The programs the app ships.
//!
//! Works with `training`. Invariant: doses are exactly those of the training facts; a test compares them.

use std::borrow::Cow;

use super::find;
use crate::training::exercise::Target;
use crate::training::prescription::Prescription;
use crate::training::program::{Cadence, DayPlan, Program};
use crate::training::units::Seconds;

/// All shipped programs.
#[must_use]
pub fn all() -> Vec<Program> {
    vec![size_and_strength(), posture_reset()]
}

/// The shipped program of that id.
#[must_use]
pub fn program(id: &str) -> Option<Program> {
    all().into_iter().find(|program| program.id == id)
}

const fn reps(min: u16, max: u16) -> Target {
    Target::Reps { min, max }
}

const fn hold(seconds: u32) -> Target {
    Target::Hold(Seconds::new(seconds))
}

/// Heavy lifts rest longest. Source: training facts, "2-3 min for heavy lifts, 60-90 s for the rest".
const HEAVY: u32 = 180;
const MIDDLE: u32 = 150;
const LIGHT: u32 = 90;
const SMALL: u32 = 75;

fn strength_day(
    mark: &'static str,
    name: &'static str,
    items: &[(&'static str, u8, Target, u32)],
) -> DayPlan {
    let item = |&(id, sets, target, rest): &(&str, u8, Target, u32)| {
        find(id).map(|exercise| Prescription::strength(exercise, sets, target, Seconds::new(rest)))
    };
    DayPlan {
        mark: Cow::Borrowed(mark),
        name: Cow::Borrowed(name),
        items: items.iter().filter_map(item).collect(),
    }
}

fn guided_day(mark: &'static str, name: &'static str, items: &[(&'static str, Target)]) -> DayPlan {
    let item =
        |&(id, target): &(&str, Target)| find(id).map(|exercise| Prescription::guided(exercise, 1, target));
    DayPlan {
        mark: Cow::Borrowed(mark),
        name: Cow::Borrowed(name),
        items: items.iter().filter_map(item).collect(),
    }
}

fn size_and_strength() -> Program {
    Program {
        id: Cow::Borrowed("size-and-strength"),
        name: Cow::Borrowed("Size and strength"),
        who: Cow::Borrowed("For lifters with a barbell and two gym days a week."),
        place: Cow::Borrowed("Gym, barbell"),
        rule: Cow::Borrowed(
            "The heavy lift comes first, then the small muscles that hold the blades. End each set with one or two \
             good reps left. When a set reaches the top of its range, put weight on for the next one.",
        ),
        cadence: Cadence::PerWeek(2),
        days: vec![
            strength_day(
                "A",
                "Session A, deadlift",
                &[
                    ("deadlift", 3, reps(4, 6), HEAVY),
                    ("chest-supported-row", 3, reps(6, 10), LIGHT),
                    ("lat-pulldown", 3, reps(8, 12), LIGHT),
                    ("face-pull", 3, reps(12, 15), SMALL),
                    ("farmer-carry", 3, hold(30), LIGHT),
                ],
            ),
            strength_day(
                "B",
                "Session B, rows",
                &[
                    ("barbell-row", 3, reps(4, 6), HEAVY),
                    ("pull-up", 3, reps(6, 10), MIDDLE),
                    ("single-arm-row", 2, reps(8, 10), LIGHT),
                    ("rear-lateral-raise", 3, reps(12, 15), SMALL),
                    ("mid-back-shrug", 3, reps(10, 15), SMALL),
                ],
            ),
        ],
    }
}

fn posture_reset() -> Program {
    Program {
        id: Cow::Borrowed("posture-reset"),
        name: Cow::Borrowed("Posture reset"),
        who: Cow::Borrowed("For desk workers with stiff shoulders, every day."),
        place: Cow::Borrowed("Floor and a doorway"),
        rule: Cow::Borrowed(
            "The app leads: slow repetitions, short holds, both sides. Work at a third of your strength and let go \
             fully between repetitions.",
        ),
        cadence: Cadence::Daily,
        days: vec![guided_day(
            "P",
            "Posture reset",
            &[
                ("cat-cow", Target::Breaths(8)),
                ("open-book", reps(6, 6)),
                ("scapular-pull-down", reps(12, 12)),
                ("scapular-push-up", reps(10, 12)),
                ("wall-slide", reps(10, 10)),
                ("chin-tuck", Target::Holds { count: 8, each: Seconds::new(5) }),
                ("posture-reset", reps(12, 12)),
                ("doorway-stretch", hold(30)),
            ],
        )],
    }
}
