//! Forward, back and aside: undo, skip, one stretch back, stop, jump.

use super::super::clock::Clock;
use super::super::stage::{Effect, Record, Refusal, Stage};
use super::Session;
use crate::training::time::Wall;

impl Session {
    /// Back before the step that was done or passed over last.
    pub(super) fn undo(&mut self, now: Wall, effects: &mut Vec<Effect>) -> Result<(), Refusal> {
        let step = match self.stage {
            Stage::Resting { after, .. } => after,
            Stage::Ready { step, .. } | Stage::Timed { step, .. } => {
                self.closed_before(step).ok_or(Refusal::OutOfPlace)?
            }
            Stage::Complete { .. } => match self.next_open(0) {
                // It was finished early: go on where it was left, nothing is taken back.
                Some(step) => {
                    self.stage = Stage::Ready { step, since: now, rested: false };
                    return Ok(());
                }
                None => self.closed_last().ok_or(Refusal::OutOfPlace)?,
            },
        };
        self.set_record(step, Record::Open, effects);
        self.stage = Stage::Ready { step, since: now, rested: false };
        Ok(())
    }

    pub(super) fn skip(&mut self, now: Wall, effects: &mut Vec<Effect>) -> Result<(), Refusal> {
        match self.stage {
            Stage::Resting { next, .. } => self.stage = self.arrive(next, now, false),
            Stage::Timed { step, phase, load, since, .. } => {
                // An interval timer has no set to log: each of its stretches is passed over alone.
                let in_work = self.plan.timer.is_none()
                    && self.phases(step).get(phase).is_some_and(|p| p.kind.is_work());
                match self.phases(step).get(phase + 1).copied() {
                    // A count-in, switch or pause between holds is passed over alone.
                    Some(following) if !in_work => {
                        let clock = Clock::start(now, following.length.millis());
                        self.stage = Stage::Timed { step, phase: phase + 1, load, clock, since };
                    }
                    _ => return self.stop(now, effects),
                }
            }
            Stage::Ready { step, .. } => {
                self.set_record(step, Record::Skipped, effects);
                self.stage = match self.next_open(step + 1) {
                    Some(next) => self.arrive(next, now, false),
                    None => Stage::Complete { since: now },
                };
            }
            Stage::Complete { .. } => return Err(Refusal::OutOfPlace),
        }
        Ok(())
    }

    /// One phase back, or to the beginning of the first; a step that stands still goes on standing.
    pub(super) fn back(&mut self, now: Wall) -> Result<(), Refusal> {
        let Stage::Timed { step, phase, load, clock, since } = self.stage else {
            return Err(Refusal::OutOfPlace);
        };
        let phase = phase.saturating_sub(1);
        let whole = self.phases(step).get(phase).map_or(0, |phase| phase.length.millis());
        let fresh = Clock::start(now, whole);
        let clock = if clock.is_paused() { fresh.paused(now) } else { fresh };
        self.stage = Stage::Timed { step, phase, load, clock, since };
        Ok(())
    }

    pub(super) fn stop(&mut self, now: Wall, effects: &mut Vec<Effect>) -> Result<(), Refusal> {
        let Stage::Timed { step, phase, load, clock, .. } = self.stage else {
            return Err(Refusal::OutOfPlace);
        };
        let passed = clock.whole().saturating_sub(clock.left(now));
        self.complete_timed(step, load, phase, passed, now, effects);
        Ok(())
    }

    pub(super) fn jump(&mut self, step: usize, now: Wall) -> Result<(), Refusal> {
        match self.records.get(step) {
            None => Err(Refusal::NoSuchStep),
            Some(Record::Logged(_)) => Err(Refusal::OutOfPlace),
            Some(Record::Open | Record::Skipped) => {
                self.stage = Stage::Ready { step, since: now, rested: false };
                Ok(())
            }
        }
    }
}
