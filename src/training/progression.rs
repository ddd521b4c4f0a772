//! What to do in the next set, and why.
//!
//! Works with `prescription`, `history` and `loading`. Invariants: a stranger is never given a number; the same
//! question has the same answer; no load is given that the gear cannot build, but one that was really used stays as it
//! was entered until a rule changes it. Source: training facts, "Training rules"; where a rule is ours, it says so.

mod bare;
mod decision;
mod forecast;
mod loaded;
mod scene;
mod span;
mod warm_up;
mod why;

pub use decision::{Change, Decision, Ladder, Reason};
pub use forecast::{ASSUMPTION, Forecast, forecast};
pub use span::Aim;
pub use warm_up::warm_ups;
pub use why::WhyLine;

use super::exercise::{Measure, Target};
use super::history::SetLog;
use super::loading::Loading;
use super::prescription::Prescription;
use super::remarks::{Advice, Pain};
use super::time::Day;
use super::units::Reps;
use scene::Scene;
use span::Span;

/// When a load may rise. The person chooses it for each exercise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Mode {
    /// After each set that reached the top of its range. Source: C.
    #[default]
    SetToSet,
    /// In the next session, after all sets reached the top. Ours.
    AllSets,
}

/// The most that a load may change at once. Ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum StepSize {
    /// 5 % of the load.
    #[default]
    Usual,
    /// 10 % of the load, for small isolation lifts.
    Small,
}

/// An earlier session, as far as one exercise is concerned.
#[derive(Clone, Copy, Debug)]
pub struct PastSession<'a> {
    /// Its local day.
    pub day: Day,
    /// The sets of this exercise, in their order.
    pub sets: &'a [SetLog],
    /// The worst pain that was told; `None` if none was.
    pub pain: Option<Pain>,
}

/// All that a decision depends on.
#[derive(Clone, Copy, Debug)]
pub struct Ask<'a> {
    /// What is asked of the person.
    pub prescription: &'a Prescription,
    /// When the load may rise.
    pub mode: Mode,
    /// How far at once.
    pub size: StepSize,
    /// The gear. Where it is not known, loads go by 1 kg or 2.5 lb.
    pub loading: Option<&'a Loading>,
    /// The sets of this exercise logged today, in their order. Warm-ups are left out.
    pub today: &'a [SetLog],
    /// Earlier sessions with this exercise, newest first. Two with sets are looked at.
    pub past: &'a [PastSession<'a>],
    /// Today.
    pub day: Day,
    /// The worst pain told today; `None` if none was.
    pub pain_today: Option<Pain>,
    /// Whether it was told after the last set of today, so that no set was made lighter for it yet.
    pub pain_is_new: bool,
}

/// The next set.
///
/// The deciding set is the last one of today, or else the last one of the last session: a load that rose or fell
/// within that session carries over, and the last set is the one the person was most tired in, so a raise that it
/// earned is safe. Pain comes before time away, that before misses, and all of these before the rule of sets.
#[must_use]
pub fn decide(ask: &Ask) -> Decision {
    let planned = planned(ask.prescription.target);
    if let Some(pain) = ask.pain_today.filter(|pain| pain.advice() == Advice::Stop) {
        return Decision::bare(planned, Reason::PainStop { pain }, Change::Stop);
    }
    let Some(span) = Span::of(ask.prescription) else {
        return Decision::bare(planned, Reason::Planned, Change::Same);
    };
    let scene = Scene::of(ask, span);
    match scene.model() {
        None => first(ask, span),
        Some(model) if model.set.load.is_some_and(|load| !load.is_none()) => loaded::decide(&scene, model),
        Some(model) => bare::decide(&scene, model),
    }
}

/// The first time: the least of the range, and no number for the load.
fn first(ask: &Ask, span: Span) -> Decision {
    let aim = span.aim(span.fresh());
    if !matches!(ask.prescription.measure, Measure::LoadReps | Measure::LoadCarry) {
        return Decision::bare(aim, Reason::FirstBare, Change::First);
    }
    let gear = ask.loading.and_then(|loading| Some((loading.gear(), loading.lightest()?)));
    Decision::bare(aim, Reason::First { gear }, Change::First)
}

/// What the prescription says itself.
fn planned(target: Target) -> Aim {
    match target {
        Target::Reps { max, .. } => Reps::new(max).map_or(Aim::AsPlanned, Aim::Reps),
        Target::Hold(length) => Aim::Seconds(length),
        Target::Distance(metres) => Aim::Metres(metres),
        _ => Aim::AsPlanned,
    }
}
