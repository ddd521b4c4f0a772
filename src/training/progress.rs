//! How an exercise goes, workout by workout, and which days were trained.
//!
//! Works with `history` and `records`. Invariants: derived, never stored; what was entered stays as it was, whatever unit is
//! looked at; sets to get warm count for nothing.

use super::exercise::ExerciseId;
use super::history::{Amount, Entry, SetLog, Workout};
use super::records::{amount, e1rm, reps};
use super::time::Day;
use super::units::{Load, WeightUnit};

/// What of an exercise is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// The best estimated single.
    Estimate,
    /// The heaviest load.
    Top,
    /// Load times repetitions, summed up.
    Volume,
    /// The most repetitions in one set; of two sides the weaker.
    Reps,
    /// The longest hold.
    Held,
    /// The longest carry.
    Walked,
    /// The worst pain that was told.
    Pain,
}

impl Measure {
    /// All of them, the most telling first.
    pub const ALL: [Self; 7] =
        [Self::Estimate, Self::Top, Self::Volume, Self::Reps, Self::Held, Self::Walked, Self::Pain];

    /// Its name, as short as a button.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Estimate => "e1RM",
            Self::Top => "Top set",
            Self::Volume => "Volume",
            Self::Reps => "Reps",
            Self::Held => "Seconds",
            Self::Walked => "Metres",
            Self::Pain => "Pain",
        }
    }

    /// What it is, in a sentence.
    #[must_use]
    pub const fn about(self) -> &'static str {
        match self {
            Self::Estimate => {
                "The single that your best set speaks for (Epley, reps in reserve counted, up to 12 reps)."
            }
            Self::Top => "The heaviest set of each workout.",
            Self::Volume => "Load times reps of all sets, both sides counted.",
            Self::Reps => "The most reps in one set; of two sides the weaker.",
            Self::Held => "The longest hold of each workout.",
            Self::Walked => "The longest carry of each workout.",
            Self::Pain => {
                "The worst you told on each day; days without a word on it are left out. 0 to 3: go on. 4 and 5: lighter, or a \
                 shorter range. 6 and more: stop for the day."
            }
        }
    }

    /// The unit's symbol.
    #[must_use]
    pub const fn symbol(self, unit: WeightUnit) -> &'static str {
        match self {
            Self::Estimate | Self::Top | Self::Volume => unit.symbol(),
            Self::Reps => "reps",
            Self::Held => "s",
            Self::Walked => "m",
            Self::Pain => "of 10",
        }
    }

    /// A value without its unit: `93`, `92.5`; sums without a fraction.
    ///
    /// ```
    /// use yoke_app::training::progress::Measure;
    /// assert_eq!(Measure::Top.number(9_250), "92.5");
    /// assert_eq!(Measure::Volume.number(241_255), "2412");
    /// ```
    #[must_use]
    pub fn number(self, value: u64) -> String {
        let (whole, rest) = (value / 100, value % 100);
        match self {
            Self::Estimate | Self::Top if rest >= 5 => {
                [&whole.to_string(), ".", &(rest / 10).to_string()].concat()
            }
            _ => whole.to_string(),
        }
    }

    /// Whether more is better, so that there are records.
    #[must_use]
    pub fn has_records(self) -> bool {
        self != Self::Pain
    }

    /// What the sets of an exercise in one workout come to, in hundredths of `unit` or of one repetition, second or metre.
    /// Loads entered in the other unit are converted for this alone, through grams. Sets say nothing of pain.
    ///
    /// Worked example: 80 kg x 6 with 2 left, then 75 kg x 8: the estimate is 80 x (1 + 8 / 30) = 101.33 kg, the volume
    /// 80 x 6 + 75 x 8 = 1,080 kg.
    #[must_use]
    pub fn of(self, entry: &Entry, unit: WeightUnit) -> Option<u64> {
        let one = |set: &SetLog| -> Option<u64> {
            match (self, amount(set)?) {
                (Self::Estimate, Amount::Reps(count)) => {
                    e1rm(set.load?, count, set.rir).map(|load| from_grams(load.grams(), unit))
                }
                (Self::Top, _) => set.load.map(|load| from_grams(load.grams(), unit)),
                (Self::Reps, _) => reps(set).map(|count| u64::from(count.get()) * 100),
                (Self::Held, Amount::Held(seconds)) => Some(u64::from(seconds.get()) * 100),
                (Self::Walked, Amount::Walked(metres)) => Some(u64::from(metres.get()) * 100),
                _ => None,
            }
        };
        let (mut most, mut moved) = (None, 0);
        for set in &entry.sets {
            if !set.warm_up {
                most = most.max(one(set));
                moved += set.grams_moved();
            }
        }
        let value = if self == Self::Volume { Some(from_grams(moved, unit)) } else { most };
        value.filter(|value| *value > 0)
    }
}

/// Grams in hundredths of a unit, rounded.
fn from_grams(grams: u64, unit: WeightUnit) -> u64 {
    match unit {
        WeightUnit::Kg => (grams + 5) / 10,
        // 1 lb = 453.59237 g exactly.
        WeightUnit::Lb => (grams * 10_000_000 + 22_679_618) / 45_359_237,
    }
}

/// What one workout came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    /// The local day.
    pub day: Day,
    /// The value, in hundredths; see [`Measure::of`].
    pub value: u64,
    /// Whether it was more than ever before; the first is not.
    pub record: bool,
}

/// By how much a value changed and in which time; `text` writes an amount, and `alike` says of two values that do not differ:
/// "the same".
///
/// Worked example: 75 kg, and 80 kg 24 days later: `+5 kg in 3 weeks`.
///
/// ```
/// use yoke_app::training::{progress::{Point, change}, time::Day};
/// let at = |day, value| Point { day: Day::of(2026, 11, day).unwrap(), value, record: false };
/// let kg = |value: u64| format!("{} kg", value / 100);
/// assert_eq!(change(&at(1, 7_500), &at(25, 8_000), &kg, None), "+5 kg in 3 weeks");
/// assert_eq!(change(&at(1, 7_500), &at(2, 7_500), &kg, Some("the same")), "the same for 1 day");
/// ```
#[must_use]
pub fn change(first: &Point, last: &Point, text: &dyn Fn(u64) -> String, alike: Option<&str>) -> String {
    let days = last.day.number() - first.day.number();
    let weeks = (days + 3) / 7;
    let (count, word) = match weeks {
        _ if days == 0 => return String::new(),
        0 if days == 1 => (1, " day"),
        0 => (days, " days"),
        1 => (1, " week"),
        _ => (weeks, " weeks"),
    };
    let count = count.to_string();
    if let Some(alike) = alike {
        return [alike, " for ", &count, word].concat();
    }
    let sign = if last.value >= first.value { "+" } else { "\u{2212}" };
    [sign, &text(last.value.abs_diff(first.value)), " in ", &count, word].concat()
}

/// How an exercise went, oldest first. `history` is newest first.
///
/// Worked example of pain: told were 3 on the left and 5 on the right, nothing the time after, then 0 in the middle. That is
/// 5 and 0: the worst of the spots, no point where nothing was told, and nothing at all is a pain of 0 only if that was told.
#[must_use]
pub fn points(history: &[Workout], exercise: &ExerciseId, measure: Measure, unit: WeightUnit) -> Vec<Point> {
    let (times, pains) = times(history, exercise);
    match measure {
        Measure::Pain => pains,
        _ => line(&times, &|entry| measure.of(entry, unit)),
    }
}

/// The measures by which an exercise has any [`points`], the most telling first.
pub fn measures(
    history: &[Workout],
    exercise: &ExerciseId,
    unit: WeightUnit,
) -> impl Iterator<Item = Measure> {
    let (times, pains) = times(history, exercise);
    Measure::ALL.into_iter().filter(move |measure| match measure {
        Measure::Pain => !pains.is_empty(),
        measure => times.iter().any(|(_, entry)| measure.of(entry, unit).is_some()),
    })
}

/// Each time that an exercise was done, and the worst pain of each day on which one was told, oldest first.
fn times<'a>(history: &'a [Workout], exercise: &ExerciseId) -> (Vec<(Day, &'a Entry)>, Vec<Point>) {
    let (mut times, mut pains) = (Vec::new(), Vec::<Point>::new());
    for workout in history.iter().rev() {
        let day = workout.day();
        for entry in &workout.entries {
            if entry.exercise == *exercise {
                times.push((day, entry));
            }
        }
        if let Some(worst) = workout.remarks.worst(exercise) {
            let value = u64::from(worst.get()) * 100;
            match pains.last_mut() {
                Some(last) if last.day == day => last.value = last.value.max(value),
                _ => pains.push(Point { day, value, record: false }),
            }
        }
    }
    (times, pains)
}

/// The loads that repetitions of an exercise were done with, the heaviest first; of equal ones in two units the latest.
#[must_use]
pub fn loads(history: &[Workout], exercise: &ExerciseId) -> Vec<Load> {
    let mut loads: Vec<Load> = Vec::new();
    for (_, entry) in times(history, exercise).0.iter().rev() {
        for set in &entry.sets {
            let Some(load) = set.load.filter(|load| !load.is_none() && !set.warm_up && reps(set).is_some())
            else {
                continue;
            };
            let mut at = 0;
            while loads.get(at).is_some_and(|known| known.grams() > load.grams()) {
                at += 1;
            }
            if loads.get(at).is_none_or(|known| known.grams() < load.grams()) {
                loads.insert(at, load);
            }
        }
    }
    loads
}

/// The most repetitions in one set with `least` or more, workout by workout, as [`Measure::Reps`] counts them.
///
/// Worked example: 100 kg x 5, a week later 102.5 kg x 6 and 90 kg x 10. With 100 kg that is 5 and then 6, a record; the 10
/// were with less.
#[must_use]
pub fn reps_with(history: &[Workout], exercise: &ExerciseId, least: Load) -> Vec<Point> {
    let most = |entry: &Entry| {
        let mut most = None;
        for set in &entry.sets {
            if !set.warm_up && set.load.is_some_and(|load| load.grams() >= least.grams()) {
                most = most.max(reps(set));
            }
        }
        most.map(|most| u64::from(most.get()) * 100)
    };
    line(&times(history, exercise).0, &most)
}

fn line(times: &[(Day, &Entry)], value: &dyn Fn(&Entry) -> Option<u64>) -> Vec<Point> {
    let mut points = Vec::new();
    let mut best = None;
    for &(day, entry) in times {
        if let Some(value) = value(entry) {
            let record = best.is_some_and(|best| value > best);
            best = best.max(Some(value));
            points.push(Point { day, value, record });
        }
    }
    points
}

/// The exercises that were done for more than to get warm, the latest first.
#[must_use]
pub fn exercises(history: &[Workout]) -> Vec<ExerciseId> {
    let mut found = Vec::new();
    for workout in history {
        for entry in &workout.entries {
            if entry.has_work() && !found.contains(&entry.exercise) {
                found.push(entry.exercise.clone());
            }
        }
    }
    found
}

/// How many sets were logged on each of so many days, the last of which is `last`.
#[must_use]
pub fn days(history: &[Workout], last: Day, count: usize) -> Vec<usize> {
    let mut days = vec![0; count];
    for workout in history {
        let ago = last.number() - workout.day().number();
        let place = usize::try_from(ago).ok().and_then(|ago| count.checked_sub(ago + 1));
        if let Some(day) = place.and_then(|place| days.get_mut(place)) {
            *day += workout.sets().max(1);
        }
    }
    days
}

/// The month so many months before that of `today`: its first day, and how many days it has.
///
/// Worked example: of 21 November 2026 none before is 1 November with 30 days, and nine before 1 February with 28.
#[must_use]
pub fn month(today: Day, back: usize) -> (Day, usize) {
    let first = |day: Day| day.plus(1 - day.civil().2 as i32);
    let mut begins = first(today);
    for _ in 0..back {
        begins = first(begins.plus(-1));
    }
    // 31 days on it is the first of the next month, or the second to the fourth after a shorter one.
    (begins, 32 - begins.plus(31).civil().2 as usize)
}

/// How many workouts began on each of so many days from `first` on. `history` is newest first.
#[must_use]
pub fn workouts(history: &[Workout], first: Day, count: usize) -> Vec<usize> {
    let mut days = vec![0; count];
    for workout in history {
        let Ok(after) = usize::try_from(workout.day().number() - first.number()) else { break };
        if let Some(day) = days.get_mut(after) {
            *day += 1;
        }
    }
    days
}

/// So many weeks in a row were trained, up to the one of `today`. Rest days do not break it, nor does one week off between
/// two that were trained; two weeks off in a row do. The present week counts once it was trained. The rule is ours.
///
/// Worked example: trained this week, not last week, and the two before: 3.
#[must_use]
pub fn streak(history: &[Workout], today: Day) -> usize {
    let (mut expected, mut count, mut off) = (today.monday(), 0, 0);
    let mut weeks: Vec<Day> = history.iter().map(|workout| workout.day().monday()).collect();
    weeks.dedup();
    for week in weeks {
        while week < expected {
            // The present week may still come.
            off += usize::from(expected != today.monday());
            expected = expected.plus(-7);
            if off > 1 {
                return count;
            }
        }
        if week == expected {
            count += 1;
            off = 0;
            expected = expected.plus(-7);
        }
    }
    count
}
