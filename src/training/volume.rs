//! Weekly hard sets a muscle, and the targets they are held against.
//!
//! Works with `history`; which muscles an exercise works is handed in. Invariant: derived, never stored.

use super::exercise::{ExerciseId, Muscle, MuscleUse, Role, Share, Target};
use super::history::{Amount, Done, SetLog, Workout};
use super::program::Program;
use super::time::Day;

/// Half hard sets, so that sums stay exact: a primary muscle counts two of them, a secondary one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct HalfSets(pub u32);

impl HalfSets {
    /// `7` or `7.5`.
    #[must_use]
    pub fn text(self) -> String {
        if self.0.is_multiple_of(2) { (self.0 / 2).to_string() } else { format!("{}.5", self.0 / 2) }
    }
}

/// A muscle group with its weekly target.
#[derive(Debug, PartialEq, Eq)]
pub struct Group {
    /// Its name.
    pub name: &'static str,
    /// The muscles that count for it.
    pub muscles: &'static [Muscle],
    /// Hard sets a week, from and to.
    pub target: (u32, u32),
}

/// The groups and their weekly targets. Source: training facts, "Weekly targets, hard sets".
pub static GROUPS: [Group; 8] = [
    Group { name: "Middle traps", muscles: &[Muscle::MiddleTrapezius], target: (10, 16) },
    Group { name: "Lower traps", muscles: &[Muscle::LowerTrapezius], target: (8, 12) },
    Group { name: "Rhomboids", muscles: &[Muscle::Rhomboids], target: (10, 16) },
    Group { name: "Rear delts", muscles: &[Muscle::PosteriorDeltoid], target: (8, 14) },
    Group {
        name: "Rotator cuff",
        muscles: &[Muscle::Infraspinatus, Muscle::Supraspinatus, Muscle::Subscapularis, Muscle::TeresMinor],
        target: (6, 10),
    },
    Group { name: "Lats", muscles: &[Muscle::LatissimusDorsi], target: (10, 16) },
    Group { name: "Spinal erectors", muscles: &[Muscle::ErectorSpinae], target: (8, 12) },
    Group { name: "Upper traps", muscles: &[Muscle::UpperTrapezius], target: (6, 12) },
];

impl Group {
    /// How many half sets one hard set of an exercise with these muscles counts: 2, 1 or 0.
    #[must_use]
    pub fn share(&self, uses: &[MuscleUse]) -> u32 {
        let weight = |used: &MuscleUse| match (used.role, used.share) {
            (Role::Trained, Share::Primary) => 2,
            (Role::Trained, Share::Secondary) => 1,
            _ => 0,
        };
        uses.iter().filter(|used| self.muscles.contains(&used.muscle)).map(weight).max().unwrap_or(0)
    }
}

/// How a week's hard sets stand to a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Heat {
    /// None.
    None,
    /// Under half of the lower target.
    Low,
    /// Under the target.
    Under,
    /// Within it.
    InRange,
    /// Above it.
    Above,
}

impl Heat {
    /// The heat of `sets` against `target`.
    #[must_use]
    pub const fn of(sets: HalfSets, target: (u32, u32)) -> Self {
        match sets.0 {
            0 => Self::None,
            half if half < target.0 => Self::Low,
            half if half < target.0 * 2 => Self::Under,
            half if half <= target.1 * 2 => Self::InRange,
            _ => Self::Above,
        }
    }

    /// 0 to 4, as the tokens number it.
    #[must_use]
    pub const fn level(self) -> u8 {
        self as u8
    }
}

/// The group that has the smallest part of its weekly target, if any is under it; of several the first.
///
/// Worked example: rear delts 4 of 8 are half, lats 6 of 10 are more: the rear delts.
#[must_use]
pub fn furthest_behind(sets: &[(&'static Group, HalfSets)]) -> Option<(&'static Group, HalfSets)> {
    let mut found: Option<(&'static Group, HalfSets)> = None;
    for &(group, done) in sets {
        let (low, _) = group.target;
        let is_further = match found {
            Some((other, least)) => done.0 * other.target.0 < least.0 * low,
            None => done.0 < 2 * low,
        };
        if is_further {
            found = Some((group, done));
        }
    }
    found
}

/// Whether a set counts as hard: repetitions with at most four in reserve, or not said.
/// Holds, carries and breaths count minutes instead. Source: training facts, "A hard set".
#[must_use]
pub const fn is_hard(set: &SetLog) -> bool {
    match set.done {
        _ if set.warm_up => false,
        Done::Both(Amount::Reps(_)) => true,
        Done::Sides { left, right } => {
            matches!(left, Some(Amount::Reps(_))) || matches!(right, Some(Amount::Reps(_)))
        }
        Done::Both(_) => false,
    }
}

/// Hard sets of one group in the week that begins on `monday`. A group's muscles count once a set:
/// the one with the larger share.
///
/// Worked example: 3 sets of barbell row (rhomboids primary) and 2 of face pull (rhomboids secondary) are
/// 3 x 2 + 2 x 1 = 8 half sets, which is 4 hard sets.
pub fn week<'a>(
    group: &Group,
    history: &[Workout],
    monday: Day,
    muscles_of: impl Fn(&ExerciseId) -> Option<&'a [MuscleUse]>,
) -> HalfSets {
    let in_week = |workout: &&Workout| workout.day() >= monday && workout.day() < monday.plus(7);
    let entries = history.iter().filter(in_week).flat_map(|workout| &workout.entries);
    let halves = entries.map(|entry| {
        let share = group.share(muscles_of(&entry.exercise).unwrap_or_default());
        share * entry.sets.iter().filter(|set| is_hard(set)).count() as u32
    });
    HalfSets(halves.sum())
}

/// Hard sets of one group that a program adds up to in a week, its days taken in turn and rounded to half a set.
/// `share` gives the half sets that one hard set of an exercise counts.
///
/// Worked example: two days with 3 and 2 sets of barbell row (rhomboids primary), three days a week, are on average
/// (3 + 2) x 3 / 2 = 7.5 hard sets.
pub fn planned(program: &Program, share: impl Fn(&ExerciseId) -> u32) -> HalfSets {
    let items = program.days.iter().flat_map(|day| &day.items);
    let hard = items.filter(|item| matches!(item.target, Target::Reps { .. }));
    let halves: u32 = hard.map(|item| u32::from(item.sets) * share(&item.exercise)).sum();
    let days = (program.days.len() as u32).max(1);
    HalfSets((halves * program.days_a_week() + days / 2) / days)
}
