//! The next set of an exercise that was done with a load.
//!
//! Works with `scene` and `loading`. Invariants: a raise or a fall is never more than one step, the rule's or the next
//! load there is; a deload is given once, because a session that began lighter ends the row of misses.

use std::cmp::Ordering;

use super::super::exercise::Measure;
use super::super::history::SetLog;
use super::super::loading::{Loading, compare};
use super::super::units::{Load, Rir, WeightUnit};
use super::decision::{Change, Decision, Ladder, Reason};
use super::scene::{Scene, less};
use super::span::Work;
use super::{Mode, StepSize};

/// More repetitions in reserve than wanted. Source: training facts, "More than two".
const EASY: u8 = 3;
/// What two sessions under the range take off, in percent. Source: training facts.
const MISSED: u32 = 10;

/// What the rule of sets says, before anything is loaded.
enum Verdict {
    /// Up by this step.
    Up(Load, Reason),
    /// The same load, aiming at this much.
    Same(u32, Reason),
    /// Down by this step.
    Down(Load),
}

/// A decision in the making.
struct Table<'a> {
    scene: &'a Scene<'a>,
    model: Work,
    /// The load of the deciding set.
    load: Load,
    loading: &'a Loading,
}

/// The next set after `model`, a set with a load.
pub(super) fn decide(scene: &Scene, model: Work) -> Decision {
    let Some(load) = model.set.load else { return super::bare::decide(scene, model) };
    let usual;
    let loading = if let Some(loading) = scene.ask.loading {
        loading
    } else {
        usual = Loading::free(load.unit());
        &usual
    };
    Table { scene, model, load, loading }.decide()
}

impl Table<'_> {
    fn decide(&self) -> Decision {
        if let Some((percent, reason)) = self.scene.cut(self.scene.today.is_empty()) {
            return self.lighten(percent, reason);
        }
        if self.is_missed() {
            return self.lighten(MISSED, Reason::Missed);
        }
        match self.verdict() {
            Verdict::Up(step, reason) => match self.scene.sore() {
                Some(pain) if !self.scene.today.is_empty() => {
                    self.same(self.scene.span.max, Reason::PainHold { pain })
                }
                _ => self.raise(step, reason),
            },
            Verdict::Same(aim, reason) => self.same(aim, reason),
            Verdict::Down(step) => self.lower(step),
        }
    }

    /// Two sessions in a row under the range, the newer one not begun lighter by 10 % already.
    fn is_missed(&self) -> bool {
        let first = self.scene.last.first().and_then(|work| work.set.load);
        let before = self.scene.before.last().and_then(|work| work.set.load);
        let is_lighter =
            first.zip(before).is_some_and(|(now, then)| compare(now, less(then, MISSED)).is_le());
        self.scene.today.is_empty() && self.scene.missed_twice() && !is_lighter
    }

    fn verdict(&self) -> Verdict {
        let rir = self.model.set.rir;
        let is_first_session = self.scene.last.is_empty();
        if is_first_session && rir.map(Rir::get) == Some(Rir::MOST) {
            return Verdict::Up(source_step(self.load.unit(), true), Reason::Finding);
        }
        match self.scene.ask.mode {
            Mode::SetToSet => self.set_to_set(),
            Mode::AllSets => self.all_sets(),
        }
    }

    /// The source's rule, with the gate of the reserve.
    fn set_to_set(&self) -> Verdict {
        let (span, score, step) = (self.scene.span, self.model.score, self.step(true));
        let (top, min) = (span.aim(span.max), span.aim(span.min));
        let easy = self.model.set.rir.filter(|rir| rir.get() >= EASY);
        if score >= span.max {
            if self.model.is_empty() && !self.was_at_top() {
                return Verdict::Same(span.max, Reason::Emptied);
            }
            return Verdict::Up(step, Reason::Top { top, step });
        }
        match easy {
            Some(rir) if score < span.min => Verdict::Same(span.min, Reason::Early { rir, min }),
            Some(rir) => Verdict::Up(step, Reason::Reserve { rir, step }),
            None if score < span.min => Verdict::Down(self.step(false)),
            None => Verdict::Same(self.more(self.model), Reason::Inside { top }),
        }
    }

    /// The option: one load a session, and a raise when all sets of the last one reached the top. Ours: it falls when
    /// not one set reached the range.
    fn all_sets(&self) -> Verdict {
        let (scene, span) = (self.scene, self.scene.span);
        let top = span.aim(span.max);
        // The same set last time, if it had this load.
        let same = scene.last.get(scene.today.len()).copied().filter(|work| self.is_same_load(*work));
        if !scene.today.is_empty() {
            // Over the top today: the weight is out of reach as yet, and every set goes up first.
            let over = if self.model.score > span.max { self.model.score.min(span.over()) } else { 0 };
            let more = self.more(same.unwrap_or(self.model));
            return Verdict::Same(more.max(span.min).max(over), Reason::Steady);
        }
        if scene.is_all_top(&scene.last) {
            let again =
                scene.is_all_top(&scene.before) && scene.before.last().is_some_and(|w| self.is_same_load(*w));
            if self.model.is_empty() && !again {
                return Verdict::Same(span.max, Reason::Emptied);
            }
            let step = self.step(true);
            return Verdict::Up(step, Reason::AllTop { top, step });
        }
        if scene.is_under(&scene.last) {
            return Verdict::Down(self.step(false));
        }
        Verdict::Same(self.more(same.unwrap_or(self.model)).max(span.min), Reason::NotAll { top })
    }

    /// A step more than in `work`, not beyond the top.
    fn more(&self, work: Work) -> u32 {
        let span = self.scene.span;
        (work.score + span.step(work.score)).min(span.max)
    }

    fn is_same_load(&self, work: Work) -> bool {
        work.set.load.is_some_and(|load| compare(load, self.load).is_eq())
    }

    /// Whether the set before the deciding one was at the top with the same load: then it was kept once already.
    fn was_at_top(&self) -> bool {
        let scene = self.scene;
        let previous = if scene.today.is_empty() {
            let end = scene.last.len().saturating_sub(1);
            scene.last[..end].last().or(scene.before.last())
        } else {
            let end = scene.today.len() - 1;
            scene.today[..end].last().or(scene.last.last())
        };
        previous.is_some_and(|work| work.score >= scene.span.max && self.is_same_load(*work))
    }

    /// The person's own increment; else the smaller of the source's step and the limit in percent, in the unit of the load.
    fn step(&self, is_up: bool) -> Load {
        let increment = u32::from(self.scene.ask.prescription.increment) * 25;
        if increment > 0 {
            return Load::none(self.load.unit()).stepped(1, increment);
        }
        let percent = match self.scene.ask.size {
            StepSize::Usual => 5,
            StepSize::Small => 10,
        };
        let limit = self.load.hundredths() * percent / 100;
        let step = source_step(self.load.unit(), is_up);
        Load::from_hundredths(limit.min(step.hundredths()), self.load.unit()).unwrap_or(step)
    }

    fn same(&self, aim: u32, reason: Reason) -> Decision {
        self.make(Some(self.load), aim, reason, Change::Same)
    }

    /// Up by one step, or to more of it where no load lies within the step.
    fn raise(&self, step: Load, reason: Reason) -> Decision {
        let span = self.scene.span;
        // Where all sets have to reach it, the least of them counts.
        let least = self.scene.last.iter().map(|work| work.score).min();
        let score = if matches!(reason, Reason::AllTop { .. }) { least } else { None };
        let score = score.unwrap_or(self.model.score);
        let limit = self.load.stepped(1, step.hundredths());
        let within = self.loading.at_most(limit).filter(|&found| compare(found, self.load).is_gt());
        let (more, over) = (score + span.step(score), span.over());
        let best = self.loading.next_above(self.load);
        let mut made = match (within, best) {
            (Some(load), _) => self.make(Some(load), span.fresh(), reason, Change::Up),
            (None, None) => {
                let mut made = self.same(more.min(over), Reason::Heaviest);
                made.ladder = (score >= over).then_some(Ladder::Harder);
                made
            }
            // Finding one's load the first time asks for weight, not for repetitions.
            (None, Some(next)) if score >= over || matches!(reason, Reason::Finding) => {
                let reason = if matches!(reason, Reason::Finding) { reason } else { Reason::Over { next } };
                let mut made = self.make(Some(next), span.fresh(), reason, Change::Up);
                made.wanted = Some(next);
                return made;
            }
            (None, Some(next)) => self.same(more.min(over), Reason::RepsFirst { next, over: span.aim(over) }),
        };
        made.wanted = Some(limit);
        made
    }

    /// Down by one step; where no load lies within it, to the next lighter one.
    fn lower(&self, step: Load) -> Decision {
        let span = self.scene.span;
        let limit = self.load.stepped(-1, step.hundredths());
        let within = self.loading.at_least(limit).filter(|&found| compare(found, self.load).is_lt());
        let load = within.or(self.loading.next_below(self.load));
        let reason = Reason::Under { min: span.aim(span.min), step };
        let mut made = match load {
            Some(load) => self.make(Some(load), span.fresh(), reason, Change::Down),
            None if self.can_be_bare() => self.make(None, span.fresh(), reason, Change::Down),
            None => self.same(span.fresh(), Reason::Lightest),
        };
        made.wanted = Some(limit);
        made
    }

    /// Some percent off, rounded down to what can be loaded. During a session it is taken off the heaviest set of
    /// today, so that it comes off once and not after every set.
    fn lighten(&self, percent: u32, reason: Reason) -> Decision {
        let mut base = self.load;
        for load in self.scene.today.iter().filter_map(|work| work.set.load) {
            if compare(load, base) == Ordering::Greater {
                base = load;
            }
        }
        let wanted = less(base, percent);
        let fresh = self.scene.span.fresh();
        if compare(self.load, wanted).is_le() {
            return self.make(Some(self.load), fresh, reason, Change::Same);
        }
        let lightest = || self.loading.lightest().filter(|&found| compare(found, self.load).is_lt());
        let found = self.loading.at_most(wanted);
        let load = if found.is_none() && self.can_be_bare() {
            None
        } else {
            found.or_else(lightest).or(Some(self.load))
        };
        let change = if load == Some(self.load) { Change::Same } else { Change::Down };
        let mut made = self.make(load, fresh, reason, change);
        made.wanted = Some(wanted);
        made.ladder = (change == Change::Same && matches!(reason, Reason::Missed)).then_some(Ladder::Easier);
        made
    }

    /// Whether the exercise can be done without the load.
    fn can_be_bare(&self) -> bool {
        self.scene.ask.prescription.measure == Measure::BodyReps
    }

    fn make(&self, load: Option<Load>, aim: u32, reason: Reason, change: Change) -> Decision {
        let from = self.sets_of(reason);
        let (aim, basis) =
            (self.scene.span.aim(aim), Some(self.scene.basis(self.model, !self.scene.today.is_empty())));
        let gear = Some(self.loading.gear());
        Decision { load, aim, reason, from, wanted: None, change, ladder: None, gear, basis }
    }

    /// The sets that a reason rests on.
    fn sets_of(&self, reason: Reason) -> Vec<SetLog> {
        match reason {
            Reason::AllTop { .. } | Reason::NotAll { .. } => self.scene.last_sets(),
            Reason::Missed => {
                let mut sets: Vec<SetLog> = self.scene.before.iter().map(|work| work.set).collect();
                sets.extend(self.scene.last_sets());
                sets
            }
            _ => vec![self.model.set],
        }
    }
}

/// The source's step: 10 lb up and 5 lb down; 5 and 2.5 for those who count in kilograms.
fn source_step(unit: WeightUnit, is_up: bool) -> Load {
    let hundredths = match (unit, is_up) {
        (WeightUnit::Kg, true) | (WeightUnit::Lb, false) => 500,
        (WeightUnit::Kg, false) => 250,
        (WeightUnit::Lb, true) => 1_000,
    };
    Load::none(unit).stepped(1, hundredths)
}
