//! What comes of a timed step: the seconds really held, the repetitions really done, side by side.

use std::cmp::Ordering;

use super::super::stage::{Effect, Record};
use super::super::timeline::{PhaseKind, Side};
use super::Session;
use crate::training::exercise::Target;
use crate::training::history::{Amount, Done, SetLog};
use crate::training::time::Wall;
use crate::training::units::{Load, Metres, Reps, Seconds};

impl Session {
    /// Logs a timed step of which `phases_done` whole phases and `passed` milliseconds of the next were done.
    pub(super) fn complete_timed(
        &mut self,
        step: usize,
        load: Option<Load>,
        phases_done: usize,
        passed: u64,
        at: Wall,
        effects: &mut Vec<Effect>,
    ) {
        let warm_up = self.steps.get(step).is_some_and(|step| step.warm_up);
        let record = match self.done_timed(step, phases_done, passed) {
            Some(done) => Record::Logged(SetLog { load, done, rir: None, warm_up, at }),
            None => Record::Skipped,
        };
        self.set_record(step, record, effects);
        self.stage = self.leave(step, at);
    }

    /// What came of a timed step, side by side; `None` if no work was done at all.
    fn done_timed(&self, step: usize, phases_done: usize, passed: u64) -> Option<Done> {
        let target = self.prescription(step)?.target;
        let phases = self.phases(step);
        let of_side = |side: Side| {
            let mut held = 0;
            let mut reps = 0;
            for (nth, phase) in phases.iter().enumerate().filter(|(_, phase)| phase.side == side) {
                let whole = phase.length.millis();
                let done = match nth.cmp(&phases_done) {
                    Ordering::Less => whole,
                    Ordering::Equal => passed.min(whole),
                    Ordering::Greater => 0,
                };
                if phase.kind == PhaseKind::Hold {
                    held += done;
                }
                let ends_rep = matches!(phase.kind, PhaseKind::Hold | PhaseKind::Back | PhaseKind::Out);
                if ends_rep && nth < phases_done {
                    reps = phase.rep;
                }
            }
            match target {
                Target::Distance(_) => Metres::new((held / 1_000) as u16).ok().map(Amount::Walked),
                Target::Hold(_) => (held >= 1_000).then(|| Amount::Held(Seconds::held(held))),
                Target::Holds { each, .. } => (reps > 0).then_some(Amount::Holds { count: reps, each }),
                Target::Breaths(_) => (reps > 0).then_some(Amount::Breaths(reps)),
                Target::Reps { .. } => Reps::new(reps).ok().map(Amount::Reps),
            }
        };
        if phases.iter().any(|phase| phase.side == Side::Both) {
            return of_side(Side::Both).map(Done::Both);
        }
        match (of_side(Side::Left), of_side(Side::Right)) {
            (None, None) => None,
            (left, right) => Some(Done::Sides { left, right }),
        }
    }
}
