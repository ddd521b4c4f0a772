//! What follows from the answers of the first run: a program, the gear for it, and how gently it begins.
//!
//! Works with `programs` and `search`. Invariants: every aim leads to a shipped program; what a person told of their gear
//! is never taken away by an aim.

use super::search::Kit;
use crate::training::exercise::Equipment;

/// What a person wants of the app.
#[derive(Debug, PartialEq, Eq)]
pub struct Aim {
    /// Its name.
    pub name: &'static str,
    /// What it comes to, a short line.
    pub line: &'static str,
    /// The exercise whose picture stands for it.
    pub picture: &'static str,
    /// The id of its program.
    pub program: &'static str,
    /// What that program asks for.
    gear: &'static [Equipment],
}

/// A part of the body that is stiff or sore.
#[derive(Debug, PartialEq, Eq)]
pub struct Sore {
    /// Its name.
    pub name: &'static str,
    /// The id of the flow that suits it, for whoever trains by flows.
    pub flow: &'static str,
    /// What is said of that flow.
    pub line: &'static str,
}

/// The aims, in the order in which they are offered.
pub static AIMS: [Aim; 3] = [
    Aim {
        name: "Posture",
        line: "A few minutes a day. Neck, shoulders, upper back.",
        picture: "posture-reset",
        program: "posture-reset",
        gear: &[],
    },
    Aim {
        name: "Size and strength",
        line: "Two gym days a week. Rows, pulls, carries.",
        picture: "barbell-row",
        program: "size-and-strength",
        gear: &[
            Equipment::Barbell,
            Equipment::Dumbbells,
            Equipment::Plates,
            Equipment::Cable,
            Equipment::Rope,
            Equipment::CableBar,
            Equipment::Bench,
            Equipment::InclineBench,
            Equipment::PullUpBar,
        ],
    },
    Aim {
        name: "At home",
        line: "Three days a week. A band, a backpack and bags.",
        picture: "band-pull-apart",
        program: "band-and-bag",
        gear: &[Equipment::Band, Equipment::Backpack, Equipment::Bags, Equipment::Towel],
    },
];

/// Where it may be stiff or sore.
pub static SORE: [Sore; 3] = [
    Sore {
        name: "Neck",
        flow: "desk-day",
        line: "You begin with Desk day: short, and it trains the neck without load.",
    },
    Sore {
        name: "Shoulders",
        flow: "posture-reset",
        line: "You begin with Posture reset, which is made for stiff shoulders.",
    },
    Sore {
        name: "Mid-back",
        flow: "mobility",
        line: "You begin with Mobility: slow turns and long stretches.",
    },
];

/// Said beside [`SORE`]. Source: training facts, the paragraph on pain.
pub const CARE: &str = "Pain of 4 or more out of 10: lighten it or leave it out. Pain that radiates, numbness or \
                        weakness: stop and see a professional.";

/// Said where the work has weights. Source: training facts, "First time".
pub const FIRST_TIME: &str =
    "Start with the empty bar or the lightest weight and rise until about 3 good reps are left.";

/// Said of [`SORE`] where the work has weights.
pub const GENTLY: &str =
    "Your sessions begin with the Warm-up, 5 light moves for the upper back. You can switch it off on Today.";

impl Aim {
    /// Whether the app leads through its program: then there is nothing to lift.
    #[must_use]
    pub const fn leads(&self) -> bool {
        self.gear.is_empty()
    }

    /// What there is to train with once this aim is chosen, where `known` was there before: the aim's own, unless the
    /// person told something else than what another aim had put in.
    #[must_use]
    pub fn gear(&self, known: Kit) -> Kit {
        let filled_in = known.is_empty() || AIMS.iter().any(|aim| Kit::of(aim.gear) == known);
        if filled_in { Kit::of(self.gear) } else { known }
    }
}
