//! From a plan to steps, and from a step to its timed phases.
//!
//! Invariant: the timeline is a pure function of the plan, so it is never stored.

use std::ops::Range;

use super::interval::{IntervalTimer, Stretch, StretchKind, Tone};
use crate::training::exercise::{BREATH, Laterality, Target};
use crate::training::history::Source;
use crate::training::prescription::{Pace, Prescription};
use crate::training::units::Seconds;

/// Time to get into position before anything timed begins. Source: training facts, "count-in 5 s".
pub const COUNT_IN: Seconds = Seconds::new(5);
/// Time to change sides. Source: training facts, "side switch 5 s".
pub const SWITCH: Seconds = Seconds::new(5);
/// A moment of ease between two short holds.
pub const EASE: Seconds = Seconds::new(3);
/// Rest after a set to get warm. Ours: long enough to change the plates.
pub const WARM_UP_REST: Seconds = Seconds::new(45);

/// What a workout asks for, from start to end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// Its name: `Session A, deadlift`.
    pub title: String,
    /// The program's day it is, if any.
    pub source: Option<Source>,
    /// What is done, in order.
    pub items: Vec<Prescription>,
    /// An interval timer instead: then there are no items.
    pub timer: Option<IntervalTimer>,
}

impl Plan {
    /// The plan that runs an interval timer.
    #[must_use]
    pub fn of_timer(timer: IntervalTimer) -> Self {
        Self { title: timer.title().to_owned(), source: None, items: Vec::new(), timer: Some(timer) }
    }
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
    /// Work of an interval timer, with the tone at its start.
    Work(Tone),
    /// Its rest after work, with the tone at its start.
    Rest(Tone),
    /// Its rest between two sets.
    SetRest,
    /// Its cool-down.
    CoolDown,
}

impl PhaseKind {
    /// Whether the person works (as against getting ready or changing over).
    #[must_use]
    pub const fn is_work(self) -> bool {
        !matches!(
            self,
            Self::CountIn | Self::Ease | Self::Switch | Self::Rest(_) | Self::SetRest | Self::CoolDown
        )
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
    /// Which set of that item, from 1; sets to get warm count for themselves.
    pub set: u8,
    /// Of how many.
    pub of: u8,
    /// Whether it is there to get warm.
    pub warm_up: bool,
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
    if let Some(timer) = &plan.timer {
        let (work, rest) = (Work::Timed(timer_phases(timer)), Seconds::new(0));
        return vec![Step { item: 0, set: 1, of: 1, warm_up: false, work, starts_itself: true, rest }];
    }
    let mut steps: Vec<Step> = Vec::new();
    let mut first = 0;
    while let Some(leader) = plan.items.get(first) {
        let more = plan.items.iter().skip(first + 1);
        let count = 1 + more.take_while(|item| leader.group != 0 && item.group == leader.group).count();
        group_steps(&plan.items, first..first + count, &mut steps);
        first += count;
    }
    if let Some(last) = steps.last_mut() {
        last.rest = Seconds::new(0);
    }
    steps
}

/// The steps of one exercise, or of a superset or circuit: first the sets to get warm, then round by round, with the
/// rest (the longest that any of them asks for) after each round.
fn group_steps(items: &[Prescription], members: Range<usize>, steps: &mut Vec<Step>) {
    let of = |item: usize| items.get(item).into_iter();
    let rest = members.clone().flat_map(of).map(|p| p.rest).max().unwrap_or_default();
    let step = |item: usize, prescription: &Prescription, set: u8| Step {
        item,
        set,
        of: prescription.sets,
        warm_up: false,
        work: work(prescription),
        starts_itself: prescription.pace == Pace::Guided,
        rest: Seconds::new(0),
    };
    for item in members.clone() {
        for prescription in of(item) {
            for set in 1..=prescription.warm_ups {
                let of = prescription.warm_ups;
                let step = Step { of, warm_up: true, ..step(item, prescription, set) };
                // A flow in front of the lifting runs through.
                steps.push(if step.starts_itself {
                    step
                } else {
                    Step { work: Work::Logged, rest: WARM_UP_REST, ..step }
                });
            }
        }
    }
    let last = |p: &Prescription| u16::from(p.from_round) + u16::from(p.sets);
    let rounds = members.clone().flat_map(of).map(last).max().unwrap_or(0);
    for round in 0..rounds {
        for item in members.clone() {
            for prescription in of(item) {
                let from = u16::from(prescription.from_round);
                if (from..last(prescription)).contains(&round) {
                    steps.push(step(item, prescription, (round - from + 1) as u8));
                }
            }
        }
        if let Some(step) = steps.last_mut() {
            step.rest = rest;
        }
    }
}

/// The stretches of an interval timer as phases.
fn timer_phases(timer: &IntervalTimer) -> Vec<Phase> {
    let phase = |stretch: Stretch| Phase {
        kind: match stretch.kind {
            StretchKind::Prepare => PhaseKind::CountIn,
            StretchKind::Work => PhaseKind::Work(
                timer.work.get(usize::from(stretch.work)).map_or(Tone::Bell, |work| work.tone),
            ),
            StretchKind::Rest => PhaseKind::Rest(timer.rest_tone),
            StretchKind::Switch => PhaseKind::Switch,
            StretchKind::SetRest => PhaseKind::SetRest,
            StretchKind::CoolDown => PhaseKind::CoolDown,
        },
        side: stretch.side,
        rep: stretch.round,
        length: stretch.length,
    };
    timer.stretches().into_iter().map(phase).collect()
}

fn work(prescription: &Prescription) -> Work {
    let own_pace = matches!(prescription.target, Target::Reps { .. } | Target::Distance(_));
    let by_clock = prescription.pace == Pace::Guided || !own_pace;
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
            // Led by the clock, a distance takes as long as a calm walk with a load: about a metre a second.
            Target::Distance(metres) => {
                push(PhaseKind::Hold, side, 1, Seconds::new(u32::from(metres.get())));
            }
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

/// How many minutes a day takes, about. Computed, because a figure that is written down would not follow the doses.
#[must_use]
pub fn minutes(items: &[Prescription]) -> u32 {
    let plan = Plan { title: String::new(), source: None, items: items.to_vec(), timer: None };
    minutes_of(items, &steps(&plan))
}

/// How many minutes steps take, about: timed work and rests by the clock, own-pace sets at their tempo.
pub(super) fn minutes_of<'a>(items: &[Prescription], steps: impl IntoIterator<Item = &'a Step>) -> u32 {
    let of_step = |step: &Step| {
        let phases = items.get(step.item).map(phases).unwrap_or_default();
        let by_clock = matches!(step.work, Work::Timed(_));
        let counted = phases.iter().filter(|phase| by_clock || phase.kind.is_work());
        counted.map(|phase| phase.length.get()).sum::<u32>() + step.rest.get()
    };
    steps.into_iter().map(of_step).sum::<u32>().div_ceil(60)
}
