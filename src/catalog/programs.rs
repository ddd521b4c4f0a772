//! The programs the app ships.
//!
//! Works with `training`. Invariant: doses are exactly those of the training facts; a test compares them.

use std::borrow::Cow;

use super::find;
use crate::training::exercise::Target;
use crate::training::prescription::Prescription;
use crate::training::program::{Cadence, DayPlan, Program};
use crate::training::units::Seconds;

/// A shipped program as it stands in the table.
struct Shipped {
    id: &'static str,
    name: &'static str,
    who: &'static str,
    place: &'static str,
    rule: &'static str,
    /// Whether the app leads.
    guided: bool,
    cadence: Cadence,
    days: &'static [Planned],
}

/// A day's mark and name, and what is done.
type Planned = (&'static str, &'static str, &'static [Item]);

/// An exercise's id, its sets, what each asks for, and the rest after it in seconds.
type Item = (&'static str, u8, Target, u32);

impl Shipped {
    fn program(&self) -> Program {
        let mut days = Vec::with_capacity(self.days.len());
        for &(mark, name, planned) in self.days {
            let mut items = Vec::with_capacity(planned.len());
            for &(id, sets, target, rest) in planned {
                match find(id) {
                    Some(exercise) if self.guided => items.push(Prescription::guided(exercise, sets, target)),
                    Some(exercise) => {
                        items.push(Prescription::strength(exercise, sets, target, Seconds::new(rest)));
                    }
                    None => {}
                }
            }
            days.push(DayPlan { mark: Cow::Borrowed(mark), name: Cow::Borrowed(name), items });
        }
        Program {
            id: Cow::Borrowed(self.id),
            name: Cow::Borrowed(self.name),
            who: Cow::Borrowed(self.who),
            place: Cow::Borrowed(self.place),
            rule: Cow::Borrowed(self.rule),
            cadence: self.cadence,
            days,
        }
    }
}

/// All shipped programs.
#[must_use]
pub fn all() -> Vec<Program> {
    PROGRAMS.iter().map(Shipped::program).collect()
}

/// The posture break: the blades back and down, twelve times slowly, 90 seconds with the count-in.
/// Source: training facts, exercise 12.
#[must_use]
pub fn posture_break() -> Option<Prescription> {
    find("posture-reset").map(|reset| Prescription::guided(reset, 1, reps(12, 12)))
}

/// The shipped program of that id.
#[must_use]
pub fn program(id: &str) -> Option<Program> {
    PROGRAMS.iter().find(|shipped| shipped.id == id).map(Shipped::program)
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

/// One set that the app leads through.
const fn led(id: &'static str, target: Target) -> Item {
    (id, 1, target, 0)
}

/// What a desk day has three times.
const DESK_MOVES: &[Item] =
    &[led("posture-reset", reps(12, 12)), led("chin-tuck", holds(6, 5)), led("wall-angel", reps(8, 8))];

static PROGRAMS: &[Shipped] = &[
    Shipped {
        id: "size-and-strength",
        name: "Size and strength",
        who: "For lifters with a barbell and two gym days a week.",
        place: "Gym, barbell",
        rule: "The heavy lift comes first, then the small muscles that hold the blades. End each set with one or two \
             good reps left. When a set reaches the top of its range, put weight on for the next one.",
        guided: false,
        cadence: Cadence::PerWeek(2),
        days: &[
            (
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
            (
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
    },
    Shipped {
        id: "back-detail",
        name: "Back detail",
        who: "For lifters who want a wide top, a narrow waist and a thick middle.",
        place: "Gym, bars and cables",
        rule: "Width from pulling down, thickness from rowing, and sets of their own for the rear delts and the mid-back. \
             Take the last set of inverted rows as far as good form goes.",
        guided: false,
        cadence: Cadence::PerWeek(3),
        days: &[
            (
                "A",
                "Session A, mid-back",
                &[
                    ("inverted-row", 3, reps(8, 12), LIGHT),
                    ("mid-back-shrug", 3, reps(10, 15), SMALL),
                    ("rear-delt-fly", 3, reps(12, 15), SMALL),
                ],
            ),
            (
                "B",
                "Session B, width",
                &[
                    ("pull-up", 3, reps(5, 8), MIDDLE),
                    ("t-bar-row", 3, reps(8, 10), MIDDLE),
                    ("face-pull", 3, reps(12, 15), SMALL),
                    ("barbell-shrug", 2, reps(10, 12), LIGHT),
                ],
            ),
            (
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
    },
    Shipped {
        id: "band-and-bag",
        name: "Home: band and bag",
        who: "For home, with a band, a backpack and whatever can be carried.",
        place: "Band, backpack, bags",
        rule: "Fill the bag until one or two good reps are left at the end of a set. When all sets reach the top of the \
             range, pack more or take the harder exercise that the page names.",
        guided: false,
        cadence: Cadence::PerWeek(3),
        days: &[
            (
                "A",
                "Session A, bag row",
                &[
                    ("backpack-row", 3, reps(8, 15), LIGHT),
                    ("band-pull-apart", 3, reps(12, 20), SMALL),
                    ("prone-y-raise", 2, reps(8, 12), SMALL),
                    ("farmer-carry", 3, hold(40), LIGHT),
                ],
            ),
            (
                "B",
                "Session B, towel row",
                &[
                    ("towel-row", 3, reps(8, 15), LIGHT),
                    ("reverse-fly", 3, reps(12, 15), SMALL),
                    ("prone-t-raise", 2, reps(8, 12), SMALL),
                    ("superman-hold", 3, hold(20), SMALL),
                ],
            ),
            (
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
    },
    Shipped {
        id: "posture-reset",
        name: "Posture reset",
        who: "For desk workers with stiff shoulders, every day.",
        place: "Floor and a doorway",
        rule: "The app leads: slow repetitions, short holds, both sides. Work at a third of your strength and let go \
             fully between repetitions.",
        guided: true,
        cadence: Cadence::Daily,
        days: &[(
            "P",
            "Posture reset",
            &[
                led("cat-cow", Target::Breaths(8)),
                led("open-book", reps(6, 6)),
                led("scapular-pull-down", reps(12, 12)),
                led("scapular-push-up", reps(10, 12)),
                led("wall-slide", reps(10, 10)),
                led("chin-tuck", holds(8, 5)),
                led("posture-reset", reps(12, 12)),
                led("doorway-stretch", hold(30)),
            ],
        )],
    },
    Shipped {
        id: "desk-day",
        name: "Desk day",
        who: "For the office: the same few minutes in the morning, at noon and in the afternoon.",
        place: "A chair and a wall",
        rule: "Three short breaks weigh more than one long one. Work at a third of your strength, slowly, and let go \
             fully in between.",
        guided: true,
        cadence: Cadence::Daily,
        days: &[("1", "Morning", DESK_MOVES), ("2", "Noon", DESK_MOVES), ("3", "Afternoon", DESK_MOVES)],
    },
    Shipped {
        id: "mobility",
        name: "Mobility",
        who: "For any day on which the mid-back feels stiff.",
        place: "Floor, roller and a doorway",
        rule: "Slow turns and long stretches. Go as far as it stays easy to breathe, never into pain.",
        guided: true,
        cadence: Cadence::Daily,
        days: &[(
            "M",
            "Mobility",
            &[
                led("cat-cow", Target::Breaths(8)),
                led("thread-the-needle", reps(5, 5)),
                led("foam-roller-extension", hold(60)),
                led("open-book", reps(6, 6)),
                led("kneeling-lat-stretch", hold(30)),
                led("doorway-stretch", hold(30)),
            ],
        )],
    },
    Shipped {
        id: "warm-up",
        name: "Warm-up",
        who: "For the minutes before lifting.",
        place: "Floor, wall and a band",
        rule: "Sitting stiffens the mid-back; a few slow turns first make the lifting work better.",
        guided: true,
        cadence: Cadence::Daily,
        days: &[(
            "W",
            "Warm-up",
            &[
                led("cat-cow", Target::Breaths(6)),
                led("open-book", reps(5, 5)),
                led("wall-slide", reps(8, 8)),
                led("band-pull-apart", reps(15, 15)),
                led("scapular-push-up", reps(8, 8)),
            ],
        )],
    },
    Shipped {
        id: "evening-release",
        name: "Evening release",
        who: "For tight arms, chest and neck at the end of a day.",
        place: "A ball, a roller or your hand",
        rule: "Arms first, then the chest, the neck and the back: the author of this order holds that a back released first \
             leaves the tight front pulling harder. Press at most 5 of 10 and breathe. On the neck fingers only, never \
             the front of the throat or where you feel a pulse; keep off the spine, the armpit and the inner elbow. Stop \
             on tingling or sharp pain. Not with blood thinners, clots or a fresh injury.",
        guided: true,
        cadence: Cadence::Daily,
        days: &[(
            "E",
            "Evening release",
            &[
                led("release-biceps", hold(45)),
                led("release-chest", hold(45)),
                led("release-upper-traps", hold(45)),
                led("release-scalenes", hold(45)),
                led("release-lats-rhomboids", hold(45)),
                led("posture-reset", reps(12, 12)),
            ],
        )],
    },
];
