//! What was decided, and every reason there is for it.
//!
//! Works with `loading` and the range of `span`. Invariant: a decision names the sets it was made from.

use super::super::history::SetLog;
use super::super::loading::Gear;
use super::super::remarks::Pain;
use super::super::units::{Load, Rir};
use super::span::{Aim, Span};

/// Which way the work goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// More weight, or more of it where there is no weight.
    Up,
    /// Less.
    Down,
    /// The same again.
    Same,
    /// There is nothing to go by yet.
    First,
    /// Not today: swap the exercise.
    Stop,
}

/// A step to another exercise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ladder {
    /// To a harder one.
    Harder,
    /// To an easier one.
    Easier,
}

/// Why. Each carries the numbers that its sentence needs; "step" is the rule's change before rounding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The first time with a weight; of the gear at hand the lightest, `None` where the gear is not known.
    First {
        /// The gear and its lightest load.
        gear: Option<(Gear, Load)>,
    },
    /// The first time without a weight.
    FirstBare,
    /// Led by the app, or of one fixed number: no progression.
    Planned,
    /// First session, and four or more repetitions were left.
    Finding,
    /// The set reached the top of its range. Source: C.
    Top {
        /// The top of the range.
        top: Aim,
        /// The rule's step.
        step: Load,
    },
    /// Every set of the session reached the top (the option).
    AllTop {
        /// The top of the range.
        top: Aim,
        /// The rule's step.
        step: Load,
    },
    /// Inside the range with more than two repetitions left. Source: C, "make the next set harder".
    Reserve {
        /// What was left.
        rir: Rir,
        /// The rule's step.
        step: Load,
    },
    /// At the top with nothing left: the load once more. Ours.
    Emptied,
    /// The next load is more than a step away, so the amount goes up first, to three over the range. Ours.
    RepsFirst {
        /// The next load there is.
        next: Load,
        /// Where it will be taken.
        over: Aim,
    },
    /// Three over the range are reached: the next load there is.
    Over {
        /// The next load.
        next: Load,
    },
    /// Time for more, and there is nothing heavier.
    Heaviest,
    /// Inside the range: the same load, a little more.
    Inside {
        /// The top of the range.
        top: Aim,
    },
    /// Under the range. Source: C.
    Under {
        /// The least of the range.
        min: Aim,
        /// The rule's step.
        step: Load,
    },
    /// Under the range with the lightest load there is.
    Lightest,
    /// Under the range, but more than two repetitions were left: the set was ended early. Ours.
    Early {
        /// What was left.
        rir: Rir,
        /// The least of the range.
        min: Aim,
    },
    /// With the option "all sets": the load stays within a session.
    Steady,
    /// With the option "all sets": not every set reached the top.
    NotAll {
        /// The top of the range.
        top: Aim,
    },
    /// Two sessions in a row under the range: 10 % off.
    Missed,
    /// Two or four weeks away: 10 or 20 % off.
    Away {
        /// Days since the last session with this exercise.
        days: u32,
        /// What comes off.
        percent: u32,
    },
    /// Pain of 4 or 5, or of 6 and more last time.
    Pain {
        /// 4 to 10.
        pain: Pain,
        /// Whether it was told today.
        today: bool,
        /// What comes off.
        percent: u32,
    },
    /// After pain the load does not rise in the same session.
    PainHold {
        /// 4 to 10.
        pain: Pain,
    },
    /// Pain of 6 or more today: stop and swap.
    PainStop {
        /// 6 to 10.
        pain: Pain,
    },
    /// Without a weight, every set at the top: add the lightest.
    AddLoad {
        /// The top of the range.
        top: Aim,
    },
    /// Without a weight, every set at the top: the harder exercise.
    Harder {
        /// What every set reached.
        top: Aim,
    },
    /// Without a weight, two sessions in a row under the range: the easier exercise.
    Easier {
        /// The least of the range.
        min: Aim,
    },
    /// Every hold or carry was full: a step longer.
    Longer {
        /// What every set reached.
        reached: Aim,
    },
    /// Without a weight: a little more than last time.
    More {
        /// The end of it.
        top: Aim,
    },
    /// Without a weight and without a last time: like the set before.
    Match,
}

/// Where the deciding set stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Basis {
    /// Its number in its session, from 1.
    pub(super) number: usize,
    /// Whether it is of today.
    pub(super) is_today: bool,
    /// How much was done in it.
    pub(super) score: u32,
    /// The range it is held against.
    pub(super) span: Span,
    /// Whether the prescription asks for repetitions in reserve.
    pub(super) asks_rir: bool,
}

/// The next set, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// The load; `None` without one, or where the person has to find it.
    pub load: Option<Load>,
    /// How much to aim at.
    pub aim: Aim,
    /// Why.
    pub reason: Reason,
    /// The sets it was made from, oldest first; the last one decided.
    pub from: Vec<SetLog>,
    /// What the rule gave before it was rounded to the gear, in the unit of the last load; `None` where no rule
    /// spoke of another load.
    pub wanted: Option<Load>,
    /// Which way it goes.
    pub change: Change,
    /// A step to another exercise, where that is the better way on.
    pub ladder: Option<Ladder>,
    /// The gear the load was rounded to.
    pub gear: Option<Gear>,
    /// Where the deciding set stands; `None` where there is none.
    pub(super) basis: Option<Basis>,
}

impl Decision {
    /// A decision without a load and without any set to go by.
    pub(super) fn bare(aim: Aim, reason: Reason, change: Change) -> Self {
        let (load, from, wanted, ladder, gear, basis) = (None, Vec::new(), None, None, None, None);
        Self { load, aim, reason, from, wanted, change, ladder, gear, basis }
    }
}
