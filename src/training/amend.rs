//! A finished workout put right: sets changed, added and taken out, another exercise, another day.
//!
//! Works with `history` and `remarks`. Invariant: no two sets of a workout have the same moment, because notes go by it.

use super::exercise::{Laterality, Target};
use super::history::{Amount, Done, Entry, SetLog, Workout, last_time};
use super::prescription::Prescription;
use super::remarks::About;
use super::time::{Day, Wall};
use super::units::Reps;

/// The most sets that are added to an exercise: more than anybody does of one.
const MOST_SETS: usize = 100;

impl Workout {
    /// Puts a set in the place of another; its moment stays. What is not there is left as it is.
    pub fn put_set(&mut self, entry: usize, set: usize, log: SetLog) {
        if let Some(old) = self.entries.get_mut(entry).and_then(|entry| entry.sets.get_mut(set)) {
            *old = SetLog { at: old.at, ..log };
        }
    }

    /// Adds a set like the last one of an exercise, its reserve unknown.
    pub fn add_set(&mut self, entry: usize) {
        let at = self.free_moment();
        if let Some(entry) = self.entries.get_mut(entry)
            && let Some(&last) = entry.sets.last()
            && entry.sets.len() < MOST_SETS
        {
            entry.sets.push(SetLog { rir: None, at, ..last });
        }
    }

    /// Adds an exercise with its first set: as it was last done in `history`, else what `item` asks for at the least.
    pub fn add_exercise(&mut self, item: &Prescription, history: &[Workout]) {
        let known = last_time(history, &item.exercise);
        let known = known.and_then(|(_, entry)| entry.sets.iter().find(|set| !set.warm_up));
        let fresh = SetLog { load: None, done: least(item), rir: None, warm_up: false, at: Wall(0) };
        let set = SetLog { rir: None, at: self.free_moment(), ..known.copied().unwrap_or(fresh) };
        self.entries.push(Entry { exercise: item.exercise.clone(), sets: vec![set] });
    }

    /// Takes a set out, with its note; with the last set of an exercise the exercise goes, and what was said of it.
    pub fn take_out(&mut self, entry: usize, set: usize) {
        let Some(of) = self.entries.get_mut(entry).filter(|entry| set < entry.sets.len()) else { return };
        let gone = of.sets.remove(set);
        self.remarks.set_note(About::Set(gone.at), "");
        if of.sets.is_empty() {
            let gone = self.entries.remove(entry).exercise;
            if self.entries.iter().all(|entry| entry.exercise != gone) {
                self.remarks.exercises.retain(|said| said.exercise != gone);
            }
        }
    }

    /// Moves it to another day, at the same time by the clock on the wall.
    pub fn move_to(&mut self, day: Day) {
        let days = i64::from(day.number()) - i64::from(self.day().number());
        let shift = |at: &mut Wall| *at = Wall(at.0.saturating_add_signed(days * 86_400_000));
        shift(&mut self.started);
        shift(&mut self.ended);
        for entry in &mut self.entries {
            for set in &mut entry.sets {
                shift(&mut set.at);
            }
        }
        for (at, _) in &mut self.remarks.sets {
            shift(at);
        }
        for said in &mut self.remarks.exercises {
            if said.pain.iter().any(Option::is_some) {
                shift(&mut said.told);
            }
        }
    }

    /// A moment that no set has.
    fn free_moment(&self) -> Wall {
        let mut last = self.started;
        for entry in &self.entries {
            for set in &entry.sets {
                last = last.max(set.at);
            }
        }
        last.plus(1)
    }
}

/// Puts a workout where it belongs among others, newest first.
pub fn insert(history: &mut Vec<Workout>, workout: Workout) {
    let mut at = history.len();
    while at > 0 && history.get(at - 1).is_some_and(|older| older.started < workout.started) {
        at -= 1;
    }
    history.insert(at, workout);
}

/// The least that a set of this asks for.
fn least(item: &Prescription) -> Done {
    let amount = match item.target {
        Target::Reps { min, .. } => Amount::Reps(Reps::new(min).unwrap_or(Reps::ONE)),
        Target::Breaths(count) => Amount::Breaths(count),
        Target::Hold(length) => Amount::Held(length),
        Target::Distance(metres) => Amount::Walked(metres),
        Target::Holds { count, each } => Amount::Holds { count, each },
    };
    match item.laterality {
        Laterality::Both => Done::Both(amount),
        Laterality::PerSide => Done::Sides { left: Some(amount), right: Some(amount) },
    }
}
