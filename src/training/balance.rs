//! How training is balanced: pulling against pushing, left against right, and minutes of what has no hard sets.
//!
//! Works with `history` and `volume`; what an exercise is, is handed in. Invariants: derived, never stored; sets to get warm
//! count for nothing.

use super::exercise::{BREATH, Exercise, ExerciseId, Goal, Pattern, Tempo};
use super::history::{Amount, Done, Workout};
use super::time::Day;
use super::units::Load;
use super::volume::is_hard;

/// So many minutes of posture and mobility a week are asked for. Source: training facts, "Weekly targets".
pub const MINUTES: u32 = 30;

/// So many days back balance is looked at: four weeks.
pub const DAYS: i32 = 28;

/// What the exercises of some days came to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Balance {
    /// Hard sets of pulling in four weeks: rows, and what is pulled down or up.
    pub pulls: u32,
    /// Hard sets of pushing in four weeks: push-ups.
    pub pushes: u32,
    /// Seconds of exercises that are for posture, mobility or release before all else, in the present week.
    pub seconds: u32,
    /// On so many days of the present week there were any of these.
    pub days: u32,
}

/// What one side did of an exercise.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Side {
    /// The heaviest load, in the unit it was entered in.
    pub top: Option<Load>,
    /// Repetitions of all sets.
    pub reps: u32,
}

/// What the last four weeks up to `today`, and the week it is in, came to; `history` is newest first.
///
/// An exercise's seconds: holds as they were held, repetitions by its tempo, breaths at their pace, both sides; what is
/// counted in metres has none.
///
/// Worked example: 3 sets of a row and 1 of a push-up are 3 hard sets of pulling to 1 of pushing; a stretch of 30 s a side
/// is 60 s, and 8 breaths of cat-cow are 72 s; both on one day are one day of these.
pub fn balance<'a>(
    history: &[Workout],
    today: Day,
    find: impl Fn(&ExerciseId) -> Option<&'a Exercise>,
) -> Balance {
    let (mut sum, mut counted) = (Balance::default(), None);
    for workout in history {
        let day = workout.day();
        if day <= today.plus(-DAYS) {
            break;
        }
        for entry in &workout.entries {
            let Some(exercise) = find(&entry.exercise) else { continue };
            for set in entry.sets.iter().filter(|set| !set.warm_up) {
                let hard = u32::from(is_hard(set));
                match exercise.pattern {
                    Pattern::HorizontalPull | Pattern::VerticalPull => sum.pulls += hard,
                    Pattern::Push => sum.pushes += hard,
                    _ => {}
                }
                if exercise.goals.first() != Some(&Goal::Strength) && day >= today.monday() {
                    let took = seconds(set.done, exercise.tempo);
                    sum.seconds += took;
                    if took > 0 && counted != Some(day) {
                        sum.days += 1;
                        counted = Some(day);
                    }
                }
            }
        }
    }
    sum
}

/// What left and right did of an exercise in the last four weeks up to `today`, where it was logged side by side; `history` is
/// newest first.
///
/// Worked example: 8 left and 6 right with 22 kg, then 10 a side with 20 kg: left 22 kg and 18 repetitions, right 22 kg
/// and 16.
#[must_use]
pub fn sides(history: &[Workout], exercise: &ExerciseId, today: Day) -> [Side; 2] {
    let mut sum = [Side::default(); 2];
    for workout in history {
        if workout.day() <= today.plus(-DAYS) {
            break;
        }
        for entry in workout.entries.iter().filter(|entry| entry.exercise == *exercise) {
            for set in entry.sets.iter().filter(|set| !set.warm_up) {
                if let Done::Sides { left, right } = set.done {
                    count(&mut sum[0], left, set.load);
                    count(&mut sum[1], right, set.load);
                }
            }
        }
    }
    sum
}

fn count(side: &mut Side, done: Option<Amount>, load: Option<Load>) {
    if let Some(Amount::Reps(reps)) = done {
        side.reps += u32::from(reps.get());
        if grams(load) > grams(side.top) {
            side.top = load;
        }
    }
}

fn grams(load: Option<Load>) -> u64 {
    load.map_or(0, Load::grams)
}

fn seconds(done: Done, tempo: Tempo) -> u32 {
    let one = |amount: Amount| match amount {
        Amount::Reps(reps) => {
            let all = [tempo.there, tempo.hold, tempo.back, tempo.pause];
            u32::from(reps.get()) * all.into_iter().map(u32::from).sum::<u32>()
        }
        Amount::Breaths(count) => u32::from(count) * (BREATH.0.get() + BREATH.1.get()),
        Amount::Held(length) => length.get(),
        Amount::Holds { count, each } => u32::from(count) * each.get(),
        Amount::Walked(_) => 0,
    };
    match done {
        Done::Both(amount) => one(amount),
        Done::Sides { left, right } => left.map_or(0, one) + right.map_or(0, one),
    }
}

/// What the sides of an exercise differ in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Uneven {
    /// The heaviest load.
    Load,
    /// The repetitions of all sets.
    Reps,
}

/// What two sides differ in by more than a tenth of the larger one, load before repetitions. The tenth is ours.
///
/// Worked example: 20 kg and 22 kg are within it, 20 kg and 24 kg are not; 27 and 30 repetitions are, 26 and 30 are not.
#[must_use]
pub fn uneven([left, right]: [Side; 2]) -> Option<Uneven> {
    let differ = |one: u64, other: u64| one.abs_diff(other) * 10 > one.max(other);
    if differ(grams(left.top), grams(right.top)) {
        return Some(Uneven::Load);
    }
    differ(left.reps.into(), right.reps.into()).then_some(Uneven::Reps)
}
