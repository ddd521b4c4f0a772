//! The plan changes while it runs: another exercise in place of one or at the end, a set more or less, a shorter
//! workout.
//!
//! Invariant: what was logged stays logged, with its exercise; what ran or was rested from goes on where it still exists.

use super::super::stage::{Effect, Record, Refusal, Stage};
use super::super::timeline::{Plan, Step, minutes_of, steps};
use super::Session;
use crate::training::prescription::Prescription;
use crate::training::shorten::shorten;
use crate::training::time::Wall;

pub use crate::training::prescription::{MOST_SETS, MOST_WARM_UPS};

/// Where an item of the new plan comes from.
#[derive(Clone, Copy)]
struct Origin {
    /// The item of the old plan.
    item: usize,
    /// Whether it takes over what was done of it (or else what is still to do).
    done: bool,
    /// Whether it takes over what is still to do.
    open: bool,
}

/// Which set of its item a step is, counted apart for done and open ones.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Place {
    item: usize,
    warm_up: bool,
    closed: bool,
    rank: usize,
}

impl Session {
    /// Working sets of an item that were done or passed over, and those to get warm.
    fn closed_of(&self, item: usize) -> (u8, u8) {
        let closed = |warm_up: bool| {
            let of_item = self.steps.iter().zip(&self.records).filter(|(step, _)| step.item == item);
            of_item.filter(|(step, record)| step.warm_up == warm_up && **record != Record::Open).count() as u8
        };
        (closed(false), closed(true))
    }

    pub(super) fn swap(
        &mut self,
        item: usize,
        with: Prescription,
        now: Wall,
        effects: &mut Vec<Effect>,
    ) -> Result<(), Refusal> {
        let old = self.plan.items.get(item).ok_or(Refusal::NoSuchStep)?.clone();
        let (work, warm) = self.closed_of(item);
        let left = old.sets.saturating_sub(work);
        // A move of the warm-up has no other sets.
        let warm_ups = if left > 0 { with.warm_ups } else { old.warm_ups.saturating_sub(warm) };
        if left + warm_ups == 0 || with.exercise == old.exercise {
            return Err(Refusal::OutOfPlace);
        }
        let new = Prescription {
            sets: left,
            warm_ups,
            group: old.group,
            from_round: old.from_round.saturating_add(work),
            ..with
        };
        let mut plan = Plan::clone(&self.plan);
        let mut origins = self.same_origins();
        if work == 0 && warm == 0 {
            plan.items[item] = new;
        } else {
            plan.items[item] = Prescription { sets: work, warm_ups: warm, ..old };
            plan.items.insert(item + 1, new);
            origins[item] = Origin { item, done: true, open: false };
            origins.insert(item + 1, Origin { item, done: false, open: true });
        }
        self.rearrange(plan, &origins, now, effects);
        Ok(())
    }

    pub(super) fn change_sets(
        &mut self,
        item: usize,
        by: i8,
        now: Wall,
        effects: &mut Vec<Effect>,
    ) -> Result<(), Refusal> {
        let (work, _) = self.closed_of(item);
        let mut plan = Plan::clone(&self.plan);
        let changed = plan.items.get_mut(item).ok_or(Refusal::NoSuchStep)?;
        let sets = changed.sets.saturating_add_signed(by);
        if sets < work.max(1) || sets > MOST_SETS {
            return Err(Refusal::OutOfPlace);
        }
        changed.sets = sets;
        self.rearrange(plan, &self.same_origins(), now, effects);
        Ok(())
    }

    pub(super) fn append(
        &mut self,
        with: Prescription,
        now: Wall,
        effects: &mut Vec<Effect>,
    ) -> Result<(), Refusal> {
        // An interval timer has no exercises.
        if self.plan.timer.is_some() {
            return Err(Refusal::OutOfPlace);
        }
        let mut plan = Plan::clone(&self.plan);
        plan.items.push(with);
        self.rearrange(plan, &self.same_origins(), now, effects);
        Ok(())
    }

    pub(super) fn warm_up(
        &mut self,
        item: usize,
        sets: u8,
        now: Wall,
        effects: &mut Vec<Effect>,
    ) -> Result<(), Refusal> {
        let mut plan = Plan::clone(&self.plan);
        let changed = plan.items.get_mut(item).ok_or(Refusal::NoSuchStep)?;
        if self.has_begun(item) || sets > MOST_WARM_UPS {
            return Err(Refusal::OutOfPlace);
        }
        changed.warm_ups = sets;
        self.rearrange(plan, &self.same_origins(), now, effects);
        // The sets to get warm come first.
        let first = |step: &Step| step.item == item && step.warm_up;
        if let (Stage::Ready { .. }, Some(step)) = (self.stage, self.steps.iter().position(first)) {
            self.stage = Stage::Ready { step, since: now, rested: false };
        }
        Ok(())
    }

    pub(super) fn shorten(
        &mut self,
        sets: &[u8],
        now: Wall,
        effects: &mut Vec<Effect>,
    ) -> Result<(), Refusal> {
        let mut plan = Plan::clone(&self.plan);
        if sets.len() != plan.items.len() {
            return Err(Refusal::OutOfPlace);
        }
        for (item, (changed, wanted)) in plan.items.iter_mut().zip(sets).enumerate() {
            changed.sets = changed.sets.min(*wanted).max(self.closed_of(item).0);
        }
        self.rearrange(plan, &self.same_origins(), now, effects);
        Ok(())
    }

    /// Whether a set of an item was done or passed over.
    #[must_use]
    pub fn has_begun(&self, item: usize) -> bool {
        self.closed_of(item) != (0, 0)
    }

    /// How many minutes the open steps still take, about, if each item had so many sets as `sets` says.
    #[must_use]
    pub fn minutes_left(&self, sets: &[u8]) -> u32 {
        let items = &self.plan.items;
        let open = self.steps.iter().zip(&self.records).filter(|(step, record)| {
            let wanted = sets.get(step.item).is_none_or(|sets| step.warm_up || step.set <= *sets);
            **record == Record::Open && wanted
        });
        minutes_of(items, open.map(|(step, _)| step))
    }

    /// The sets of each item that fit into so many minutes from here.
    #[must_use]
    pub fn shortened(&self, minutes: u32) -> Vec<u8> {
        let done: Vec<u8> = (0..self.plan.items.len()).map(|item| self.closed_of(item).0).collect();
        shorten(&self.plan.items, &done, minutes, |sets| self.minutes_left(sets))
    }

    fn same_origins(&self) -> Vec<Origin> {
        (0..self.plan.items.len()).map(|item| Origin { item, done: true, open: true }).collect()
    }

    /// Which set of its item a step is.
    fn place(&self, nth: usize) -> Option<Place> {
        let step = self.steps.get(nth)?;
        let closed = *self.records.get(nth)? != Record::Open;
        let alike = |(other, record): &(&Step, &Record)| {
            other.item == step.item && other.warm_up == step.warm_up && (**record != Record::Open) == closed
        };
        let rank = self.steps.iter().zip(&self.records).take(nth).filter(alike).count();
        Some(Place { item: step.item, warm_up: step.warm_up, closed, rank })
    }

    /// Goes over to `plan`, whose items come from where `origins` says.
    fn rearrange(&mut self, plan: Plan, origins: &[Origin], now: Wall, effects: &mut Vec<Effect>) {
        let places: Vec<Place> = (0..self.steps.len()).filter_map(|nth| self.place(nth)).collect();
        let new_steps = steps(&plan);
        let mut origin_of: Vec<Option<usize>> = Vec::new();
        for step in &new_steps {
            let origin = origins.get(step.item);
            let closed = places.iter().filter(|place| {
                origin.is_some_and(|origin| origin.done && place.item == origin.item)
                    && place.closed
                    && place.warm_up == step.warm_up
            });
            let (closed, rank) = (closed.count(), usize::from(step.set) - 1);
            origin_of.push(origin.and_then(|origin| {
                let (is_closed, rank) = if rank < closed { (true, rank) } else { (false, rank - closed) };
                let wanted = Place { item: origin.item, warm_up: step.warm_up, closed: is_closed, rank };
                let takes = is_closed || origin.open;
                places.iter().position(|place| takes && *place == wanted)
            }));
        }
        let moved = |old: usize| origin_of.iter().position(|origin| *origin == Some(old));
        let records = origin_of.iter().map(|old| old.map_or(Record::Open, |old| self.records[old])).collect();
        let stage = match self.stage {
            Stage::Ready { step, since, rested } => {
                moved(step).map(|step| Stage::Ready { step, since, rested })
            }
            // What ran was of the exercise that is gone: the person begins anew.
            Stage::Timed { step, phase, load, clock, since } => moved(step)
                .filter(|new| {
                    new_steps.get(*new).map(|step| &step.work) == self.steps.get(step).map(|step| &step.work)
                })
                .map(|step| Stage::Timed { step, phase, load, clock, since }),
            Stage::Resting { after, next, clock, since } => {
                moved(after).map(|after| Stage::Resting { after, next, clock, since })
            }
            Stage::Complete { .. } => None,
        };
        let from = self.current().and_then(moved).unwrap_or(0);
        self.plan = plan.into();
        self.steps = new_steps.into();
        self.records = records;
        self.revision += 1;
        let ready = |step| Stage::Ready { step, since: now, rested: false };
        self.stage = match stage {
            Some(Stage::Resting { after, clock, since, .. }) => match self.next_open(after + 1) {
                Some(next) => Stage::Resting { after, next, clock, since },
                None => Stage::Complete { since: now },
            },
            Some(stage) => stage,
            None => self.next_open(from).map_or(Stage::Complete { since: now }, ready),
        };
        effects.push(Effect::PlanChanged);
    }
}
