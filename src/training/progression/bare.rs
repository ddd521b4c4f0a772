//! The next set of an exercise that was done without a load: body weight, bands, holds, carries without a number.
//!
//! Works with `scene`. Invariant: the amount rises by one step a session; beyond the top a weight or the ladder follows.

use super::super::exercise::Measure;
use super::super::history::SetLog;
use super::super::loading::Loading;
use super::decision::{Change, Decision, Ladder, Reason};
use super::scene::Scene;
use super::span::{Kind, Work};

/// The next set after `model`, a set without a load.
///
/// The same set of the last session is what it is held against: a third set is not asked to match a fresh first one.
/// Where the last session was shorter, its last set is taken.
pub(super) fn decide(scene: &Scene, model: Work) -> Decision {
    let span = scene.span;
    let like = scene.last.get(scene.today.len()).or(scene.last.last()).or(scene.today.first());
    let like = like.copied().unwrap_or(model);
    if let Some((percent, reason)) = scene.cut(true) {
        let fewer = (like.score.min(span.max) * (100 - percent) / 100).max(1);
        let change = if fewer < like.score { Change::Down } else { Change::Same };
        return make(scene, model, fewer, reason, change);
    }
    if scene.last.is_empty() {
        return make(scene, model, model.score.min(span.max), Reason::Match, Change::Same);
    }
    let more = (like.score + span.step(like.score)).min(span.max);
    let top = span.aim(span.max);
    if scene.missed_twice() {
        let mut made = make(scene, model, more, Reason::Easier { min: span.aim(span.min) }, Change::Down);
        made.ladder = Some(Ladder::Easier);
        return made;
    }
    if !scene.is_all_top(&scene.last) {
        return make(scene, model, more, Reason::More { top }, rise(more, like.score));
    }
    let was_emptied = scene.last.last().is_some_and(|work| work.is_empty());
    if was_emptied && !scene.is_all_top(&scene.before) {
        return make(scene, model, span.max, Reason::Emptied, Change::Same);
    }
    if span.kind == Kind::Reps { full_reps(scene, model) } else { full_length(scene, model) }
}

/// Every set had the most repetitions: a weight if the exercise takes one and there is gear, or else the harder
/// exercise.
fn full_reps(scene: &Scene, model: Work) -> Decision {
    let span = scene.span;
    let top = span.aim(span.max);
    let takes_load = scene.ask.prescription.measure == Measure::BodyReps;
    let gear = scene.ask.loading.filter(|_| takes_load);
    if let Some(lightest) = gear.and_then(Loading::lightest) {
        if !scene.today.is_empty() {
            // The person went on without it today.
            return make(scene, model, span.max, Reason::More { top }, Change::Same);
        }
        let mut made = make(scene, model, span.fresh(), Reason::AddLoad { top }, Change::Up);
        made.load = Some(lightest);
        made.gear = gear.map(Loading::gear);
        return made;
    }
    let mut made = make(scene, model, span.max, Reason::Harder { top }, Change::Same);
    made.ladder = Some(Ladder::Harder);
    made
}

/// Every hold or carry was full: a step longer than the shortest of them; at twice what is asked, the harder exercise.
fn full_length(scene: &Scene, model: Work) -> Decision {
    let span = scene.span;
    let reached = scene.last.iter().map(|work| work.score).min().unwrap_or(span.max);
    let most = span.max * 2;
    if reached >= most {
        let mut made = make(scene, model, most, Reason::Harder { top: span.aim(most) }, Change::Same);
        made.ladder = Some(Ladder::Harder);
        return made;
    }
    let longer = (reached + span.step(reached)).min(most);
    make(scene, model, longer, Reason::Longer { reached: span.aim(reached) }, Change::Up)
}

const fn rise(aim: u32, done: u32) -> Change {
    if aim > done { Change::Up } else { Change::Same }
}

fn make(scene: &Scene, model: Work, aim: u32, reason: Reason, change: Change) -> Decision {
    let from: Vec<SetLog> = if scene.last.is_empty() { vec![model.set] } else { scene.last_sets() };
    let mut made = Decision::bare(scene.span.aim(aim), reason, change);
    // Held against the last session even when sets of today are there.
    made.basis = Some(scene.last.last().map_or(scene.basis(model, true), |&last| scene.basis(last, false)));
    made.from = from;
    made
}
