//! What was better than ever before.
//!
//! Works with `history`. Invariants: derived, never stored; a first time is no record; sets to get warm count for nothing.

use std::cmp::Ordering;

use super::exercise::ExerciseId;
use super::history::{Amount, Done, Entry, SetLog, Workout};
use super::loading::compare;
use super::units::{Load, Metres, Reps, Rir, Seconds};

/// The most repetitions from which a single is estimated; above it the formula is far off.
pub const MOST_ESTIMATED: u16 = 12;

/// One record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Record {
    /// More load than ever.
    Load(Load),
    /// More repetitions than ever with this load or more.
    Reps(Reps, Option<Load>),
    /// A higher estimated single.
    Estimate(Load),
    /// Held longer than ever.
    Held(Seconds),
    /// Carried further than ever.
    Walked(Metres),
}

impl Record {
    /// The record in words: `Heaviest: 102.5 kg`.
    #[must_use]
    pub fn sentence(self) -> String {
        match self {
            Self::Load(load) => format!("Heaviest: {load}"),
            Self::Reps(reps, Some(load)) => format!("Most reps with {load}: {reps}"),
            Self::Reps(reps, None) => format!("Most reps: {reps}"),
            Self::Estimate(load) => format!("Best estimated single (Epley): {load}"),
            Self::Held(seconds) => format!("Longest: {seconds}"),
            Self::Walked(metres) => format!("Furthest: {metres}"),
        }
    }
}

/// The single that a set speaks for: load x (1 + n / 30) for n repetitions done and left in reserve, the load itself for
/// one. `None` without a load or above [`MOST_ESTIMATED`]; a reserve that was not said counts as none.
/// Source: B. Epley, "Poundage chart", 1985.
///
/// Worked example: 100 kg x 5 with 1 left is n = 6, and 100 x (1 + 6 / 30) is 120 kg.
#[must_use]
pub fn e1rm(load: Load, reps: Reps, rir: Option<Rir>) -> Option<Load> {
    let n = reps.get().saturating_add(rir.map_or(0, |rir| u16::from(rir.get())));
    if load.is_none() || n > MOST_ESTIMATED {
        return None;
    }
    let more = if n == 1 { 0 } else { load.hundredths() * u32::from(n) / 30 };
    Load::from_hundredths(load.hundredths() + more, load.unit()).ok()
}

/// The weaker side, where sides count.
pub(super) fn amount(set: &SetLog) -> Option<Amount> {
    match set.done {
        Done::Both(amount) => Some(amount),
        Done::Sides { left: Some(Amount::Reps(left)), right: Some(Amount::Reps(right)) } => {
            Some(Amount::Reps(left.min(right)))
        }
        Done::Sides { left, right } => left.zip(right).map(|(left, _)| left),
    }
}

pub(super) fn reps(set: &SetLog) -> Option<Reps> {
    match amount(set)? {
        Amount::Reps(reps) => Some(reps),
        _ => None,
    }
}

/// The load of a set; none is less than any.
fn load(set: &SetLog) -> Option<Load> {
    set.load.filter(|load| !load.is_none())
}

fn heavier(one: Load, other: Load) -> bool {
    compare(one, other) == Ordering::Greater
}

/// The records that the sets of an exercise set against those of `earlier` workouts. At most one of each kind.
#[must_use]
pub fn records(entry: &Entry, earlier: &[Workout]) -> Vec<Record> {
    let working = |set: &&SetLog| !set.warm_up;
    let before: Vec<&SetLog> = earlier
        .iter()
        .flat_map(|workout| &workout.entries)
        .filter(|known| known.exercise == entry.exercise)
        .flat_map(|known| known.sets.iter().filter(working))
        .collect();
    if before.is_empty() {
        return Vec::new();
    }
    let now: Vec<&SetLog> = entry.sets.iter().filter(working).collect();
    let mut found = Vec::new();
    let top = heaviest(now.iter().filter_map(|set| load(set)));
    if let Some(top) =
        top.filter(|top| before.iter().all(|set| load(set).is_none_or(|old| heavier(*top, old))))
    {
        found.push(Record::Load(top));
    }
    // With an equal or heavier load never so many; a load that nobody lifted before has its own record.
    let as_heavy = |set: &SetLog, as_this: &SetLog| match (load(set), load(as_this)) {
        (_, None) => true,
        (None, Some(_)) => false,
        (Some(one), Some(other)) => !heavier(other, one),
    };
    let more = |set: &&&SetLog| {
        let mut rivals = before.iter().filter(|old| as_heavy(old, set)).peekable();
        rivals.peek().is_some() && reps(set).is_some_and(|own| rivals.all(|old| reps(old) < Some(own)))
    };
    if let Some(set) = now.iter().filter(more).max_by_key(|set| reps(set)) {
        found.extend(reps(set).map(|count| Record::Reps(count, load(set))));
    }
    let single = |set: &&SetLog| e1rm(load(set)?, reps(set)?, set.rir);
    let old_single = heaviest(before.iter().filter_map(single));
    let new_single = heaviest(now.iter().filter_map(single));
    if let (Some(new), Some(old)) = (new_single, old_single)
        && heavier(new, old)
    {
        found.push(Record::Estimate(new));
    }
    let held = |sets: &[&SetLog]| sets.iter().filter_map(|set| seconds(set)).max();
    if let Some(new) = held(&now).filter(|new| held(&before).is_some_and(|old| *new > old)) {
        found.push(Record::Held(new));
    }
    let walked = |sets: &[&SetLog]| sets.iter().filter_map(|set| metres(set)).max();
    if let Some(new) = walked(&now).filter(|new| walked(&before).is_some_and(|old| *new > old)) {
        found.push(Record::Walked(new));
    }
    found
}

fn seconds(set: &SetLog) -> Option<Seconds> {
    match amount(set)? {
        Amount::Held(seconds) => Some(seconds),
        _ => None,
    }
}

fn metres(set: &SetLog) -> Option<Metres> {
    match amount(set)? {
        Amount::Walked(metres) => Some(metres),
        _ => None,
    }
}

fn heaviest(loads: impl Iterator<Item = Load>) -> Option<Load> {
    loads.fold(None, |best, load| match best {
        Some(known) if !heavier(load, known) => Some(known),
        _ => Some(load),
    })
}

/// A workout as text, to hand on: its title, then a line an exercise.
#[must_use]
pub fn as_text(workout: &Workout, name: impl Fn(&ExerciseId) -> String) -> String {
    let day = workout.day();
    let mut text = format!("{}\n{}, {}", workout.title, day.weekday_name(), day.day_month());
    for entry in &workout.entries {
        text = format!("{text}\n{}: {}", name(&entry.exercise), entry.summary());
    }
    text
}
