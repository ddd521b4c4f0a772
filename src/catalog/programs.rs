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
    vec![
        size_and_strength(),
        back_detail(),
        band_and_bag(),
        posture_reset(),
        desk_day(),
        mobility(),
        warm_up(),
        evening_release(),
    ]
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

const fn holds(count: u16, each: u32) -> Target {
    Target::Holds { count, each: Seconds::new(each) }
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
                ("chin-tuck", holds(8, 5)),
                ("posture-reset", reps(12, 12)),
                ("doorway-stretch", hold(30)),
            ],
        )],
    }
}

fn back_detail() -> Program {
    Program {
        id: Cow::Borrowed("back-detail"),
        name: Cow::Borrowed("Back detail"),
        who: Cow::Borrowed("For lifters who want a wide top, a narrow waist and a thick middle."),
        place: Cow::Borrowed("Gym, bars and cables"),
        rule: Cow::Borrowed(
            "Width from pulling down, thickness from rowing, and sets of their own for the rear delts and the mid-back. \
             Take the last set of inverted rows as far as good form goes.",
        ),
        cadence: Cadence::PerWeek(3),
        days: vec![
            strength_day(
                "A",
                "Session A, mid-back",
                &[
                    ("inverted-row", 3, reps(8, 12), LIGHT),
                    ("mid-back-shrug", 3, reps(10, 15), SMALL),
                    ("rear-delt-fly", 3, reps(12, 15), SMALL),
                ],
            ),
            strength_day(
                "B",
                "Session B, width",
                &[
                    ("pull-up", 3, reps(5, 8), MIDDLE),
                    ("t-bar-row", 3, reps(8, 10), MIDDLE),
                    ("face-pull", 3, reps(12, 15), SMALL),
                    ("barbell-shrug", 2, reps(10, 12), LIGHT),
                ],
            ),
            strength_day(
                "C",
                "Session C, thickness",
                &[
                    ("romanian-deadlift", 3, reps(6, 8), HEAVY),
                    ("cable-row", 3, reps(8, 12), LIGHT),
                    ("meadows-row", 2, reps(8, 10), LIGHT),
                    ("band-pull-apart", 2, reps(20, 20), SMALL),
                ],
            ),
        ],
    }
}

fn band_and_bag() -> Program {
    Program {
        id: Cow::Borrowed("band-and-bag"),
        name: Cow::Borrowed("Home: band and bag"),
        who: Cow::Borrowed("For home, with a band, a backpack and whatever can be carried."),
        place: Cow::Borrowed("Band, backpack, bags"),
        rule: Cow::Borrowed(
            "Fill the bag until one or two good reps are left at the end of a set. When all sets reach the top of the \
             range, pack more or take the harder exercise that the page names.",
        ),
        cadence: Cadence::PerWeek(3),
        days: vec![
            strength_day(
                "A",
                "Session A, bag row",
                &[
                    ("backpack-row", 3, reps(8, 15), LIGHT),
                    ("band-pull-apart", 3, reps(12, 20), SMALL),
                    ("prone-y-raise", 2, reps(8, 12), SMALL),
                    ("farmer-carry", 3, hold(40), LIGHT),
                ],
            ),
            strength_day(
                "B",
                "Session B, towel row",
                &[
                    ("towel-row", 3, reps(8, 15), LIGHT),
                    ("reverse-fly", 3, reps(12, 15), SMALL),
                    ("prone-t-raise", 2, reps(8, 12), SMALL),
                    ("superman-hold", 3, hold(20), SMALL),
                ],
            ),
            strength_day(
                "C",
                "Session C, face pull",
                &[
                    ("band-face-pull", 3, reps(12, 20), SMALL),
                    ("incline-push-up", 3, reps(8, 12), LIGHT),
                    ("prone-w-raise", 2, reps(8, 12), SMALL),
                    ("suitcase-carry", 2, hold(30), LIGHT),
                ],
            ),
        ],
    }
}

fn desk_day() -> Program {
    let moves = [("posture-reset", reps(12, 12)), ("chin-tuck", holds(6, 5)), ("wall-angel", reps(8, 8))];
    Program {
        id: Cow::Borrowed("desk-day"),
        name: Cow::Borrowed("Desk day"),
        who: Cow::Borrowed(
            "For the office: the same few minutes in the morning, at noon and in the afternoon.",
        ),
        place: Cow::Borrowed("A chair and a wall"),
        rule: Cow::Borrowed(
            "Three short breaks weigh more than one long one. Work at a third of your strength, slowly, and let go \
             fully in between.",
        ),
        cadence: Cadence::Daily,
        days: vec![
            guided_day("1", "Morning", &moves),
            guided_day("2", "Noon", &moves),
            guided_day("3", "Afternoon", &moves),
        ],
    }
}

fn mobility() -> Program {
    Program {
        id: Cow::Borrowed("mobility"),
        name: Cow::Borrowed("Mobility"),
        who: Cow::Borrowed("For any day on which the mid-back feels stiff."),
        place: Cow::Borrowed("Floor, roller and a doorway"),
        rule: Cow::Borrowed(
            "Slow turns and long stretches. Go as far as it stays easy to breathe, never into pain.",
        ),
        cadence: Cadence::Daily,
        days: vec![guided_day(
            "M",
            "Mobility",
            &[
                ("cat-cow", Target::Breaths(8)),
                ("thread-the-needle", reps(5, 5)),
                ("foam-roller-extension", hold(60)),
                ("open-book", reps(6, 6)),
                ("kneeling-lat-stretch", hold(30)),
                ("doorway-stretch", hold(30)),
            ],
        )],
    }
}

fn warm_up() -> Program {
    Program {
        id: Cow::Borrowed("warm-up"),
        name: Cow::Borrowed("Warm-up"),
        who: Cow::Borrowed("For the minutes before lifting."),
        place: Cow::Borrowed("Floor, wall and a band"),
        rule: Cow::Borrowed(
            "Sitting stiffens the mid-back; a few slow turns first make the lifting work better.",
        ),
        cadence: Cadence::Daily,
        days: vec![guided_day(
            "W",
            "Warm-up",
            &[
                ("cat-cow", Target::Breaths(6)),
                ("open-book", reps(5, 5)),
                ("wall-slide", reps(8, 8)),
                ("band-pull-apart", reps(15, 15)),
                ("scapular-push-up", reps(8, 8)),
            ],
        )],
    }
}

fn evening_release() -> Program {
    Program {
        id: Cow::Borrowed("evening-release"),
        name: Cow::Borrowed("Evening release"),
        who: Cow::Borrowed("For tight arms, chest and neck at the end of a day."),
        place: Cow::Borrowed("A ball, a roller or your hand"),
        rule: Cow::Borrowed(
            "Arms first, then the chest, the neck and the back: the author of this order holds that a back released first \
             leaves the tight front pulling harder. Press at most 5 of 10 and breathe. On the neck fingers only, never \
             the front of the throat or where you feel a pulse; keep off the spine, the armpit and the inner elbow. Stop \
             on tingling or sharp pain. Not with blood thinners, clots or a fresh injury.",
        ),
        cadence: Cadence::Daily,
        days: vec![guided_day(
            "E",
            "Evening release",
            &[
                ("release-biceps", hold(45)),
                ("release-chest", hold(45)),
                ("release-upper-traps", hold(45)),
                ("release-scalenes", hold(45)),
                ("release-lats-rhomboids", hold(45)),
                ("posture-reset", reps(12, 12)),
            ],
        )],
    }
}
