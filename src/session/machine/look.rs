//! What can be asked of a running workout, and what it comes to: nothing here changes it.

use super::super::clock::Clock;
use super::super::cue::{Span, SpanKind, TimedCue};
use super::super::stage::{Record, Stage};
use super::super::timeline::{Phase, Plan, Step, Work};
use super::{DEAF_MILLIS, Session};
use crate::training::history::{Entry, SetLog, Workout, WorkoutId};
use crate::training::prescription::Prescription;
use crate::training::remarks::Remarks;
use crate::training::time::Wall;

impl Session {
    /// The workout's id.
    #[must_use]
    pub const fn id(&self) -> &WorkoutId {
        &self.id
    }

    /// The plan it follows.
    #[must_use]
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// Its steps.
    #[must_use]
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// One record a step.
    #[must_use]
    pub fn records(&self) -> &[Record] {
        &self.records
    }

    /// Where it stands.
    #[must_use]
    pub const fn stage(&self) -> Stage {
        self.stage
    }

    /// When it began.
    #[must_use]
    pub const fn started(&self) -> Wall {
        self.started
    }

    /// The step in hand: the one that waits or runs, or during a rest the one that comes next.
    #[must_use]
    pub fn current(&self) -> Option<usize> {
        match self.stage {
            Stage::Ready { step, .. } | Stage::Timed { step, .. } => Some(step),
            Stage::Resting { next, .. } => Some(next),
            Stage::Complete { .. } => None,
        }
    }

    /// What is prescribed for a step.
    #[must_use]
    pub fn prescription(&self, step: usize) -> Option<&Prescription> {
        self.plan.items.get(self.steps.get(step)?.item)
    }

    /// The phases of a timed step; empty for one that is logged.
    #[must_use]
    pub fn phases(&self, step: usize) -> &[Phase] {
        match self.steps.get(step).map(|step| &step.work) {
            Some(Work::Timed(phases)) => phases,
            _ => &[],
        }
    }

    /// The phase that runs now.
    #[must_use]
    pub fn phase(&self) -> Option<Phase> {
        match self.stage {
            Stage::Timed { step, phase, .. } => self.phases(step).get(phase).copied(),
            _ => None,
        }
    }

    /// Changes whenever the plan or a told pain does: what is shown of a step is then to be made anew.
    #[must_use]
    pub fn edition(&self) -> (u32, u32) {
        let told = self.remarks.exercises.iter().flat_map(|said| said.pain).flatten();
        (self.revision, told.map(|pain| u32::from(pain.get())).sum())
    }

    /// What was said beside the numbers.
    #[must_use]
    pub const fn remarks(&self) -> &Remarks {
        &self.remarks
    }

    /// Number of logged sets.
    #[must_use]
    pub fn logged(&self) -> usize {
        self.records.iter().filter(|record| record.log().is_some()).count()
    }

    /// When the machine wants to be woken, if ever.
    #[must_use]
    pub const fn next_deadline(&self) -> Option<Wall> {
        match self.stage.clock() {
            Some(Clock::Running { ends, .. }) => Some(ends),
            _ => None,
        }
    }

    /// Whether a tap on the deck is taken yet.
    #[must_use]
    pub const fn is_settled(&self, now: Wall) -> bool {
        now.since(self.stage.since()) >= DEAF_MILLIS || now.0 < self.stage.since().0
    }

    /// Milliseconds since the rest ended, once it has lasted longer than it should; the muscles are cold then.
    #[must_use]
    pub fn rested_too_long(&self, now: Wall) -> Option<u64> {
        let Stage::Ready { step, since, rested: true } = self.stage else { return None };
        let prescription = self.prescription(step)?;
        let over = now.since(since);
        let window = prescription.rest_to.millis().saturating_sub(prescription.rest.millis());
        (window > 0 && over >= window).then_some(over)
    }

    /// The cues from `from` (not included) to `to` (included) that will sound if nobody does anything.
    #[must_use]
    pub fn cues(&self, from: Wall, to: Wall) -> Vec<TimedCue> {
        let mut cues = Vec::new();
        for span in self.spans(to) {
            span.cues(&mut cues);
        }
        cues.retain(|cue| cue.at > from && cue.at <= to);
        cues
    }

    /// The finished workout: what was logged, as one record for the history. `None` if nothing was logged.
    #[must_use]
    pub fn workout(&self, ended: Wall) -> Option<Workout> {
        let mut entries: Vec<Entry> = Vec::new();
        for (item, prescription) in self.plan.items.iter().enumerate() {
            let of_item = self.steps.iter().zip(&self.records).filter(|(step, _)| step.item == item);
            let sets: Vec<SetLog> = of_item.filter_map(|(_, record)| record.log().copied()).collect();
            // An exercise that was left and taken up again is one entry.
            match entries.iter_mut().find(|entry| entry.exercise == prescription.exercise) {
                _ if sets.is_empty() => {}
                Some(entry) => entry.sets.extend(sets),
                None => entries.push(Entry { exercise: prescription.exercise.clone(), sets }),
            }
        }
        if entries.is_empty() {
            return None;
        }
        Some(Workout {
            id: self.id.clone(),
            title: self.plan.title.clone(),
            source: self.plan.source.clone(),
            started: self.started,
            ended: Wall(ended.0.max(self.started.0)),
            offset: self.offset,
            entries,
            remarks: self.remarks.clone(),
        })
    }

    /// The stretches of time that will pass by themselves, up to `until`.
    fn spans(&self, until: Wall) -> Vec<Span> {
        let mut ahead = Self { seen: None, ..self.clone() };
        let mut spans = Vec::new();
        let mut ignored = Vec::new();
        while let Some(Clock::Running { ends, whole }) = ahead.stage.clock() {
            let starts = ends.minus(whole);
            if starts > until {
                break;
            }
            let here = ahead.stage;
            ahead.expire(ends, &mut ignored);
            ignored.clear();
            let what = match here {
                Stage::Timed { step, phase, .. } => match self.phases(step).get(phase) {
                    Some(now) => SpanKind::Phase {
                        kind: now.kind,
                        side: now.side,
                        ends_set: phase + 1 == self.phases(step).len(),
                    },
                    None => break,
                },
                _ => SpanKind::Rest,
            };
            let last_of_workout = matches!(ahead.stage, Stage::Complete { .. });
            spans.push(Span { starts, ends, what, last_of_workout });
        }
        spans
    }
}
