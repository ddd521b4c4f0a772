//! From a plan to steps, and from a step to its timed phases.
//!
//! Invariant: the timeline is a pure function of the plan, so it is never stored.

use crate::training::exercise::{Laterality, Target};
use crate::training::history::Source;
use crate::training::prescription::{Pace, Prescription};
use crate::training::units::Seconds;

/// Time to get into position before anything timed begins. Source: training facts, "count-in 5 s".
pub const COUNT_IN: Seconds = Seconds::new(5);
/// Time to change sides. Source: training facts, "side switch 5 s".
pub const SWITCH: Seconds = Seconds::new(5);
/// A moment of ease between two short holds.
pub const EASE: Seconds = Seconds::new(3);
/// One slow breath: in, then out.
pub const BREATH: (Seconds, Seconds) = (Seconds::new(4), Seconds::new(5));

/// What a workout asks for, from start to end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// Its name: `Session A, deadlift`.
    pub title: String,
    /// The program's day it is, if any.
    pub source: Option<Source>,
    /// What is done, in order.
    pub items: Vec<Prescription>,
}

/// Which side of the body works.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Side {
    /// Both at once.
    Both,
    /// The left one.
    Left,
    /// The right one.
    Right,
}

/// What happens in one stretch of time within a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PhaseKind {
    /// Get into position.
    CountIn,
    /// Hold still, stretch or walk.
    Hold,
    /// The working way of a slow repetition.
    There,
    /// The hold at its end.
    Top,
    /// The way back.
    Back,
    /// Breathe in.
    In,
    /// Breathe out.
    Out,
    /// A moment between two holds.
    Ease,
    /// Change sides.
    Switch,
}

impl PhaseKind {
    /// Whether the person works (as against getting ready or changing over).
    #[must_use]
    pub const fn is_work(self) -> bool {
        !matches!(self, Self::CountIn | Self::Ease | Self::Switch)
    }
}

/// One stretch of time within a timed step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Phase {
    /// What happens.
    pub kind: PhaseKind,
    /// Which side works; during a switch, the side that comes next.
    pub side: Side,
    /// Which repetition, breath or hold of this side it belongs to, from 1; 0 outside of work.
    pub rep: u16,
    /// How long it lasts.
    pub length: Seconds,
}

/// How a step is worked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Work {
    /// The person does it in their own time and logs it.
    Logged,
    /// It runs by the clock, once started. Never empty.
    Timed(Vec<Phase>),
}

/// One set of one exercise, in order of doing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Which item of the plan.
    pub item: usize,
    /// Which set of that item, from 1.
    pub set: u8,
    /// Of how many.
    pub of: u8,
    /// How it is worked.
    pub work: Work,
    /// Whether it begins by itself.
    pub starts_itself: bool,
    /// Rest after it; zero goes straight on.
    pub rest: Seconds,
}

/// The steps of a plan, in order.
///
/// Worked example: one item of 3 sets at the person's own pace gives three steps, each but the last of
/// the workout followed by its rest.
#[must_use]
pub fn steps(plan: &Plan) -> Vec<Step> {
    let mut steps: Vec<Step> = Vec::new();
    for (item, prescription) in plan.items.iter().enumerate() {
        for set in 1..=prescription.sets {
            steps.push(Step {
                item,
                set,
                of: prescription.sets,
                work: work(prescription),
                starts_itself: prescription.pace == Pace::Guided,
                rest: prescription.rest,
            });
        }
    }
    if let Some(last) = steps.last_mut() {
        last.rest = Seconds::new(0);
    }
    steps
}

fn work(prescription: &Prescription) -> Work {
    let by_clock = prescription.pace == Pace::Guided || !matches!(prescription.target, Target::Reps { .. });
    if by_clock { Work::Timed(phases(prescription)) } else { Work::Logged }
}

/// The timed phases of one set: count-in, side A in full, time to switch, side B in full.
#[must_use]
pub fn phases(prescription: &Prescription) -> Vec<Phase> {
    let mut phases = Vec::new();
    let mut push = |kind, side, rep, length: Seconds| {
        if length.get() > 0 {
            phases.push(Phase { kind, side, rep, length });
        }
    };
    let sides: &[Side] = match prescription.laterality {
        Laterality::Both => &[Side::Both],
        Laterality::PerSide => &[Side::Left, Side::Right],
    };
    for (nth, &side) in sides.iter().enumerate() {
        let (lead, length) =
            if nth == 0 { (PhaseKind::CountIn, COUNT_IN) } else { (PhaseKind::Switch, SWITCH) };
        push(lead, side, 0, length);
        match prescription.target {
            Target::Hold(length) => push(PhaseKind::Hold, side, 1, length),
            Target::Holds { count, each } => {
                for rep in 1..=count {
                    push(PhaseKind::Hold, side, rep, each);
                    if rep < count {
                        push(PhaseKind::Ease, side, rep, EASE);
                    }
                }
            }
            Target::Breaths(count) => {
                for rep in 1..=count {
                    push(PhaseKind::In, side, rep, BREATH.0);
                    push(PhaseKind::Out, side, rep, BREATH.1);
                }
            }
            Target::Reps { max, .. } => {
                let tempo = prescription.tempo;
                for rep in 1..=max {
                    push(PhaseKind::There, side, rep, Seconds::new(u32::from(tempo.there)));
                    push(PhaseKind::Top, side, rep, Seconds::new(u32::from(tempo.hold)));
                    push(PhaseKind::Back, side, rep, Seconds::new(u32::from(tempo.back)));
                    if rep < max {
                        push(PhaseKind::Ease, side, rep, Seconds::new(u32::from(tempo.pause)));
                    }
                }
            }
        }
    }
    phases
}

/// How many minutes a day takes, about: timed work and rests by the clock, own-pace sets at their tempo.
/// Computed, because a figure that is written down would not follow the doses.
#[must_use]
pub fn minutes(items: &[Prescription]) -> u32 {
    let of_item = |item: &Prescription| {
        let phases = phases(item);
        let by_clock = matches!(work(item), Work::Timed(_));
        let counted = phases.iter().filter(|phase| by_clock || phase.kind.is_work());
        let set: u32 = counted.map(|phase| phase.length.get()).sum();
        u32::from(item.sets) * (set + item.rest.get())
    };
    let last_rest = items.last().map_or(0, |item| item.rest.get());
    (items.iter().map(of_item).sum::<u32>() - last_rest).div_ceil(60)
}
