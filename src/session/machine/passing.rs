//! What the passing of time does: deadlines that take effect, and a clock that was set by hand.

use super::super::clock::Clock;
use super::super::stage::{Effect, Stage};
use super::Session;
use crate::training::time::{Now, Wall};

/// What ended longer ago than this, in milliseconds, was not seen to end.
const MISSED_MILLIS: u64 = 2_000;
/// A wall clock that went back by more than this against the monotonic one was set by hand.
const CLOCK_TOLERANCE_MILLIS: u64 = 1_500;

impl Session {
    /// A wall clock that went back against the monotonic one was set by hand: move every instant with it.
    pub(super) fn mind_the_clock(&mut self, now: Now, effects: &mut Vec<Effect>) {
        if let Some(seen) = self.seen {
            let really = now.mono.saturating_sub(seen.mono);
            let should_be = seen.wall.plus(really);
            let back = should_be.since(now.wall);
            if back > CLOCK_TOLERANCE_MILLIS {
                self.shift_back(back);
                effects.push(Effect::StageChanged);
            }
        }
        self.seen = Some(now);
    }

    fn shift_back(&mut self, millis: u64) {
        let moved = |clock| match clock {
            Clock::Running { ends, whole } => Clock::Running { ends: ends.minus(millis), whole },
            paused @ Clock::Paused { .. } => paused,
        };
        self.stage = match self.stage.with_clock(moved) {
            Stage::Ready { step, since, rested } => Stage::Ready { step, since: since.minus(millis), rested },
            Stage::Timed { step, phase, load, clock, since } => {
                Stage::Timed { step, phase, load, clock, since: since.minus(millis) }
            }
            Stage::Resting { after, next, clock, since } => {
                Stage::Resting { after, next, clock, since: since.minus(millis) }
            }
            Stage::Complete { since } => Stage::Complete { since: since.minus(millis) },
        };
    }

    /// Lets all deadlines that have passed take effect, each at its own moment.
    pub(super) fn catch_up(&mut self, now: Wall, effects: &mut Vec<Effect>) {
        let mut went_by = 0;
        while let Some(deadline) = self.next_deadline() {
            if deadline > now {
                break;
            }
            let running = self.current();
            self.expire(deadline, effects);
            let late = now.since(deadline) >= MISSED_MILLIS;
            went_by +=
                usize::from(late && matches!(self.stage, Stage::Timed { .. }) && running != self.current());
            if let Stage::Ready { since, rested: true, .. } = self.stage
                && now.since(since) >= 1_000
            {
                effects.push(Effect::RestEndedAgo(now.since(since)));
            }
        }
        if went_by > 0 {
            effects.push(Effect::StepsWentBy(went_by));
        }
    }

    /// The running countdown ends at `at`.
    pub(super) fn expire(&mut self, at: Wall, effects: &mut Vec<Effect>) {
        match self.stage {
            Stage::Resting { next, .. } => self.stage = self.arrive(next, at, true),
            Stage::Timed { step, phase, load, since, .. } => match self.phases(step).get(phase + 1) {
                Some(following) => {
                    let clock = Clock::start(at, following.length.millis());
                    self.stage = Stage::Timed { step, phase: phase + 1, load, clock, since };
                }
                None => self.complete_timed(step, load, phase + 1, 0, at, effects),
            },
            Stage::Ready { .. } | Stage::Complete { .. } => return,
        }
        if !effects.contains(&Effect::StageChanged) {
            effects.push(Effect::StageChanged);
        }
    }
}
