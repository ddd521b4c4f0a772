//! The machine that walks a timeline: `step(event, now)` and nothing else changes it.
//!
//! Invariants: every instant in it is a stored wall-clock time; catching up after a sleep goes through the
//! same states as being awake; an event that does not fit is refused with a reason and changes nothing.

use std::sync::Arc;

use super::clock::Clock;
use super::stage::{Effect, Event, Record, Refusal, Stage};
use super::timeline::{Plan, Step, Work, steps};
use crate::training::history::{Done, SetLog, WorkoutId};
use crate::training::remarks::Remarks;
use crate::training::time::{Now, UtcOffset, Wall};
use crate::training::units::Load;

mod look;
mod passing;
mod replan;
mod timed;
mod walk;

pub use replan::{MOST_SETS, MOST_WARM_UPS};

/// After a change of stage the deck ignores taps for so long, in milliseconds, so that a double tap on
/// "Log set" never skips the rest.
pub const DEAF_MILLIS: u64 = 600;

/// A running workout.
#[derive(Clone, Debug, PartialEq)]
pub struct Session {
    id: WorkoutId,
    plan: Arc<Plan>,
    steps: Arc<[Step]>,
    records: Vec<Record>,
    stage: Stage,
    started: Wall,
    offset: UtcOffset,
    revision: u32,
    remarks: Remarks,
    seen: Option<Now>,
}

/// The parts that are stored; the rest follows from them.
#[derive(Clone, Debug, PartialEq)]
pub struct Parts {
    /// The workout's id.
    pub id: WorkoutId,
    /// The plan.
    pub plan: Plan,
    /// One record a step.
    pub records: Vec<Record>,
    /// Where it stands.
    pub stage: Stage,
    /// When it began.
    pub started: Wall,
    /// Local time when it began.
    pub offset: UtcOffset,
    /// How often the plan was changed since; the numbers of the steps go with it.
    pub revision: u32,
    /// What was said beside the numbers.
    pub remarks: Remarks,
}

impl Session {
    /// Begins `plan` now.
    #[must_use]
    pub fn begin(id: WorkoutId, plan: Plan, now: Now, offset: UtcOffset) -> Self {
        let steps: Arc<[Step]> = steps(&plan).into();
        let mut session = Self {
            id,
            plan: Arc::new(plan),
            records: vec![Record::Open; steps.len()],
            steps,
            stage: Stage::Complete { since: now.wall },
            started: now.wall,
            offset,
            revision: 0,
            remarks: Remarks::default(),
            seen: Some(now),
        };
        session.stage = session.arrive(0, now.wall, false);
        session
    }

    /// The same workout again, from its stored parts. Records are cut or filled up to the steps of the plan,
    /// and a stage that points past them becomes the first open step.
    #[must_use]
    pub fn restore(parts: Parts) -> Self {
        let steps: Arc<[Step]> = steps(&parts.plan).into();
        let mut records = parts.records;
        records.resize(steps.len(), Record::Open);
        let mut session = Self {
            id: parts.id,
            plan: Arc::new(parts.plan),
            steps,
            records,
            stage: parts.stage,
            started: parts.started,
            offset: parts.offset,
            revision: parts.revision,
            remarks: parts.remarks,
            seen: None,
        };
        if !session.stage_fits() {
            let since = parts.stage.since();
            session.stage = match session.next_open(0) {
                Some(step) => Stage::Ready { step, since, rested: false },
                None => Stage::Complete { since },
            };
        }
        session
    }

    /// What is to be stored.
    #[must_use]
    pub fn parts(&self) -> Parts {
        Parts {
            id: self.id.clone(),
            plan: Plan::clone(&self.plan),
            records: self.records.clone(),
            stage: self.stage,
            started: self.started,
            offset: self.offset,
            revision: self.revision,
            remarks: self.remarks.clone(),
        }
    }

    /// Takes one event.
    ///
    /// # Errors
    /// A [`Refusal`] where the event does not fit; then nothing but the passing of time has changed.
    pub fn step(&mut self, event: Event, now: Now) -> Result<Vec<Effect>, Refusal> {
        let mut effects = Vec::new();
        self.mind_the_clock(now, &mut effects);
        self.catch_up(now.wall, &mut effects);
        let before = self.stage;
        let outcome = self.act(event, now.wall, &mut effects);
        if self.stage != before && !effects.contains(&Effect::StageChanged) {
            effects.push(Effect::StageChanged);
        }
        match outcome {
            Ok(()) => Ok(effects),
            // Time itself moved the workout on: the tap came too late, and what time did has to be stored.
            Err(_) if !effects.is_empty() => Ok(effects),
            Err(refusal) => Err(refusal),
        }
    }

    fn act(&mut self, event: Event, now: Wall, effects: &mut Vec<Effect>) -> Result<(), Refusal> {
        let from_deck = matches!(
            event,
            Event::Begin { .. }
                | Event::Log { .. }
                | Event::Undo
                | Event::Skip
                | Event::Back
                | Event::Stop
                | Event::Pause
        );
        if from_deck && !self.is_settled(now) {
            return Err(Refusal::TooSoon);
        }
        // A second tap on "Skip" must not end the work that the first one led into.
        if matches!(event, Event::Skip | Event::Stop) && self.work_has_just_begun(now) {
            return Err(Refusal::TooSoon);
        }
        match event {
            Event::Wake => Ok(()),
            Event::Begin { load } => self.start_timed(load, now),
            Event::Log { load, done } => self.log(load, done, now, effects),
            Event::Rate { step, rir } => self.change_log(step, effects, |log| log.rir = rir),
            Event::Correct { step, load, done } => self.change_log(step, effects, |log| {
                log.load = load;
                log.done = done;
            }),
            Event::Undo => self.undo(now, effects),
            Event::Pause => self.with_running(|clock| clock.paused(now)),
            Event::Resume => {
                self.with_clock(|clock| clock.resumed(now))?;
                self.catch_up(now, effects);
                Ok(())
            }
            Event::AddTime => self.with_clock(|clock| clock.extended(15_000, now)),
            Event::TakeTime => {
                self.with_clock(|clock| clock.extended(-15_000, now))?;
                self.catch_up(now, effects);
                Ok(())
            }
            Event::Skip => self.skip(now, effects),
            Event::Stop => self.stop(now, effects),
            Event::Jump { step } => self.jump(step, now),
            Event::Back => self.back(now),
            Event::Swap { item, with } => self.swap(item, *with, now, effects),
            Event::Append { with } => self.append(*with, now, effects),
            Event::AddSet { item } => self.change_sets(item, 1, now, effects),
            Event::DropSet { item } => self.change_sets(item, -1, now, effects),
            Event::WarmUp { item, sets } => self.warm_up(item, sets, now, effects),
            Event::Shorten { sets } => self.shorten(&sets, now, effects),
            Event::Note { about, text } => {
                self.remarks.set_note(about, &text);
                effects.push(Effect::RemarksChanged);
                Ok(())
            }
            Event::Hurts { exercise, spot, pain } => {
                self.remarks.set_pain(exercise, spot, pain, now);
                effects.push(Effect::RemarksChanged);
                Ok(())
            }
            Event::Finish => {
                self.stage = Stage::Complete { since: now };
                Ok(())
            }
        }
    }

    fn start_timed(&mut self, load: Option<Load>, now: Wall) -> Result<(), Refusal> {
        let Stage::Ready { step, .. } = self.stage else { return Err(Refusal::OutOfPlace) };
        let first = self.phases(step).first().copied().ok_or(Refusal::OutOfPlace)?;
        let clock = Clock::start(now, first.length.millis());
        self.stage = Stage::Timed { step, phase: 0, load, clock, since: now };
        Ok(())
    }

    fn log(
        &mut self,
        load: Option<Load>,
        done: Done,
        now: Wall,
        effects: &mut Vec<Effect>,
    ) -> Result<(), Refusal> {
        let Stage::Ready { step, .. } = self.stage else { return Err(Refusal::OutOfPlace) };
        let Some(Step { work: Work::Logged, warm_up, .. }) = self.steps.get(step) else {
            return Err(Refusal::OutOfPlace);
        };
        let log = SetLog { load, done, rir: None, warm_up: *warm_up, at: now };
        self.set_record(step, Record::Logged(log), effects);
        self.stage = self.leave(step, now);
        Ok(())
    }

    fn change_log(
        &mut self,
        step: usize,
        effects: &mut Vec<Effect>,
        change: impl FnOnce(&mut SetLog),
    ) -> Result<(), Refusal> {
        match self.records.get_mut(step).ok_or(Refusal::NoSuchStep)? {
            Record::Logged(log) => {
                change(log);
                effects.push(Effect::SetChanged(step));
                Ok(())
            }
            Record::Open | Record::Skipped => Err(Refusal::OutOfPlace),
        }
    }

    /// Where the workout stands after `step` was closed at `at`.
    fn leave(&self, step: usize, at: Wall) -> Stage {
        let Some(next) = self.next_open(step + 1) else { return Stage::Complete { since: at } };
        let rest = self.steps.get(step).map_or(0, |step| step.rest.millis());
        if rest == 0 {
            self.arrive(next, at, false)
        } else {
            Stage::Resting { after: step, next, clock: Clock::start(at, rest), since: at }
        }
    }

    /// Where the workout stands when it comes to `step` at `at`.
    fn arrive(&self, step: usize, at: Wall, rested: bool) -> Stage {
        let Some(arriving) = self.steps.get(step) else { return Stage::Complete { since: at } };
        match (&arriving.work, arriving.starts_itself) {
            (Work::Timed(phases), true) => {
                let whole = phases.first().map_or(0, |phase| phase.length.millis());
                Stage::Timed { step, phase: 0, load: None, clock: Clock::start(at, whole), since: at }
            }
            _ => Stage::Ready { step, since: at, rested },
        }
    }

    /// The next open step from `from` on, wrapping round to those passed by a jump.
    fn next_open(&self, from: usize) -> Option<usize> {
        let open = |&step: &usize| self.records.get(step) == Some(&Record::Open);
        (from..self.records.len()).find(open).or_else(|| (0..from.min(self.records.len())).find(open))
    }

    /// The step that was logged last in time, or else the last one that was passed over.
    fn closed_last(&self) -> Option<usize> {
        let logs = self.records.iter().enumerate().filter_map(|(nth, record)| Some((record.log()?.at, nth)));
        logs.max().map(|(_, nth)| nth).or_else(|| self.closed_before(self.steps.len()))
    }

    /// Whether a timed step has come from getting ready into its work so lately that a tap was not meant for it.
    fn work_has_just_begun(&self, now: Wall) -> bool {
        let Stage::Timed { step, phase, clock: clock @ Clock::Running { .. }, .. } = self.stage else {
            return false;
        };
        let is_work = |nth: usize| self.phases(step).get(nth).is_some_and(|phase| phase.kind.is_work());
        let begins = phase > 0 && is_work(phase) && !is_work(phase - 1);
        begins && clock.whole().saturating_sub(clock.left(now)) < DEAF_MILLIS
    }

    fn closed_before(&self, step: usize) -> Option<usize> {
        (0..step.min(self.records.len())).rev().find(|&step| self.records.get(step) != Some(&Record::Open))
    }

    fn set_record(&mut self, step: usize, record: Record, effects: &mut Vec<Effect>) {
        if let Some(slot) = self.records.get_mut(step) {
            *slot = record;
            effects.push(Effect::SetChanged(step));
        }
    }

    fn with_clock(&mut self, change: impl FnOnce(Clock) -> Clock) -> Result<(), Refusal> {
        if self.stage.clock().is_none() {
            return Err(Refusal::OutOfPlace);
        }
        self.stage = self.stage.with_clock(change);
        Ok(())
    }

    fn with_running(&mut self, change: impl FnOnce(Clock) -> Clock) -> Result<(), Refusal> {
        match self.stage.clock() {
            Some(Clock::Running { .. }) => self.with_clock(change),
            _ => Err(Refusal::OutOfPlace),
        }
    }

    fn stage_fits(&self) -> bool {
        match self.stage {
            Stage::Ready { step, .. } => step < self.steps.len(),
            Stage::Timed { step, phase, .. } => phase < self.phases(step).len(),
            Stage::Resting { after, next, .. } => after < self.steps.len() && next < self.steps.len(),
            Stage::Complete { .. } => true,
        }
    }
}
