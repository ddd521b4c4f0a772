//! What can be said of a running workout: where it stands, what may happen to it, what is known of its steps.
//!
//! Works with `clock`. Invariant: every instant in it is a stored wall-clock time.

use super::clock::Clock;
use crate::training::exercise::ExerciseId;
use crate::training::history::{Done, SetLog};
use crate::training::prescription::Prescription;
use crate::training::remarks::{About, Pain, Spot};
use crate::training::time::Wall;
use crate::training::units::{Load, Rir};

/// Where the workout stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Waits for the person: to log a set, or to start a timed one.
    Ready {
        /// Which step.
        step: usize,
        /// Since when; after a rest, when the rest ended.
        since: Wall,
        /// Whether a rest came before.
        rested: bool,
    },
    /// A timed step runs.
    Timed {
        /// Which step.
        step: usize,
        /// Which of its phases.
        phase: usize,
        /// The load it is done with.
        load: Option<Load>,
        /// The phase's countdown.
        clock: Clock,
        /// Since when this step runs.
        since: Wall,
    },
    /// Rest after a step.
    Resting {
        /// The step that was done.
        after: usize,
        /// The step that comes next.
        next: usize,
        /// The rest's countdown.
        clock: Clock,
        /// Since when.
        since: Wall,
    },
    /// Every step is done or was passed over; to be saved.
    Complete {
        /// Since when.
        since: Wall,
    },
}

impl Stage {
    /// Since when the stage (not the phase within it) lasts.
    #[must_use]
    pub const fn since(self) -> Wall {
        match self {
            Self::Ready { since, .. }
            | Self::Timed { since, .. }
            | Self::Resting { since, .. }
            | Self::Complete { since } => since,
        }
    }

    pub(super) const fn clock(self) -> Option<Clock> {
        match self {
            Self::Timed { clock, .. } | Self::Resting { clock, .. } => Some(clock),
            Self::Ready { .. } | Self::Complete { .. } => None,
        }
    }

    pub(super) fn with_clock(self, change: impl FnOnce(Clock) -> Clock) -> Self {
        match self {
            Self::Timed { step, phase, load, clock, since } => {
                Self::Timed { step, phase, load, clock: change(clock), since }
            }
            Self::Resting { after, next, clock, since } => {
                Self::Resting { after, next, clock: change(clock), since }
            }
            still => still,
        }
    }
}

/// Everything that can happen to a running workout.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// Time may have passed: catch up.
    Wake,
    /// The person starts the timed step that waits.
    Begin {
        /// The load it is done with.
        load: Option<Load>,
    },
    /// The person logs the set in hand.
    Log {
        /// The load, if there was one.
        load: Option<Load>,
        /// What was done, side by side where sides count.
        done: Done,
    },
    /// The person says how many more there would have been, or takes that back.
    Rate {
        /// Which step.
        step: usize,
        /// The answer; `None` clears it.
        rir: Option<Rir>,
    },
    /// The person corrects the numbers of a logged set.
    Correct {
        /// Which step.
        step: usize,
        /// The load, if there was one.
        load: Option<Load>,
        /// What was done, side by side where sides count.
        done: Done,
    },
    /// Takes back the last logged or passed-over step and stands before it again.
    Undo,
    /// Stops the clock.
    Pause,
    /// Lets it go on.
    Resume,
    /// Ends the rest, passes over the phase (count-in, switch) or the step in hand.
    Skip,
    /// Ends a timed step early and logs what was really held.
    Stop,
    /// Goes to another step; nothing logged is lost.
    Jump {
        /// Which step.
        step: usize,
    },
    /// Fifteen seconds more of the running countdown.
    AddTime,
    /// Fifteen seconds less.
    TakeTime,
    /// One stretch of time back: to the one before, or to the beginning of the first.
    Back,
    /// Does the rest of an exercise's sets with another one.
    Swap {
        /// Which item of the plan.
        item: usize,
        /// What takes its place; its number of sets is not looked at.
        with: Box<Prescription>,
    },
    /// One working set more of an exercise.
    AddSet {
        /// Which item of the plan.
        item: usize,
    },
    /// The last open set of an exercise less.
    DropSet {
        /// Which item of the plan.
        item: usize,
    },
    /// Sets to get warm in front of an exercise that has not begun.
    WarmUp {
        /// Which item of the plan.
        item: usize,
        /// How many, 0 to 3.
        sets: u8,
    },
    /// Another exercise at the end of the plan.
    Append {
        /// What is done.
        with: Box<Prescription>,
    },
    /// So many sets of each item and no more, in the order of the items; what is done stays.
    Shorten {
        /// One number an item.
        sets: Vec<u8>,
    },
    /// The person writes a note, or takes it away.
    Note {
        /// What it is about.
        about: About,
        /// The note; empty for none.
        text: String,
    },
    /// The person tells where an exercise hurts and how much, or takes that back.
    Hurts {
        /// Which exercise.
        exercise: ExerciseId,
        /// Where.
        spot: Spot,
        /// How much.
        pain: Option<Pain>,
    },
    /// Ends the workout here.
    Finish,
}

/// Why an event was not taken. It changed nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The stage has just changed; the tap was meant for the one before.
    TooSoon,
    /// It does not fit where the workout stands.
    OutOfPlace,
    /// No such step.
    NoSuchStep,
}

/// What the outside has to do after an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// The stage changed: store it.
    StageChanged,
    /// The log of this step changed (or was taken back): store it.
    SetChanged(usize),
    /// A rest ended while nobody looked, so many milliseconds ago.
    RestEndedAgo(u64),
    /// So many timed steps ran out while nobody looked.
    StepsWentBy(usize),
    /// The plan changed, and with it the numbers of the steps: store all of it.
    PlanChanged,
    /// What was said beside the numbers changed: store it.
    RemarksChanged,
}

/// What is known of one step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Record {
    /// Still to come.
    #[default]
    Open,
    /// Passed over.
    Skipped,
    /// Logged.
    Logged(SetLog),
}

impl Record {
    /// The log, if there is one.
    #[must_use]
    pub const fn log(&self) -> Option<&SetLog> {
        match self {
            Self::Logged(log) => Some(log),
            Self::Open | Self::Skipped => None,
        }
    }
}
