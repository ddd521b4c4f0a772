//! How an exercise goes, and which days were trained: values worked out by hand.

use proptest::prelude::*;
use yoke_app::training::exercise::ExerciseId;
use yoke_app::training::history::{SetLog, Workout};
use yoke_app::training::progress::{Measure, days, exercises, month, points, streak, workouts};
use yoke_app::training::time::{Day, UtcOffset, Wall};
use yoke_app::training::units::{Load, Rir, WeightUnit};

use super::records::{entry, set, workout};

const DAY: u64 = 86_400_000;
/// Monday 23 November 2026, 12:00 UTC.
const MONDAY: Wall = Wall(1_795_435_200_000);

fn at(days_ago: u64, sets: &str) -> Workout {
    let started = MONDAY.minus(days_ago * DAY);
    Workout { started, ended: started.plus(60_000), ..workout(sets) }
}

fn today() -> Day {
    Day::local(MONDAY, UtcOffset::default())
}

fn value(measure: Measure, sets: &str) -> Option<u64> {
    measure.of(&entry(sets), WeightUnit::Kg)
}

#[test]
fn what_a_workout_comes_to() {
    use Measure::{Estimate, Held, Reps, Top, Volume, Walked};
    for (measure, sets, expected) in [
        // 80 x (1 + 6 / 30) = 96.
        (Estimate, "80x6 75x8", Some(9_600)),
        (Estimate, "80x1", Some(8_000)),
        // 12 reps is the last that is estimated: 40 x (1 + 12 / 30) = 56.
        (Estimate, "40x12 60x13", Some(5_600)),
        (Estimate, "x8 30s", None),
        (Top, "w100x1 80x6 82.5x3", Some(8_250)),
        (Top, "x8", None),
        // 80 x 6 + 75 x 8 = 1,080; a set to get warm counts for nothing.
        (Volume, "w60x8 80x6 75x8", Some(108_000)),
        (Volume, "20x8|6", Some(28_000)),
        (Volume, "x8", None),
        (Reps, "80x6 75x8", Some(800)),
        (Reps, "20x8|6", Some(600)),
        (Reps, "30s", None),
        (Held, "30s 45s", Some(4_500)),
        (Held, "24x60s", Some(6_000)),
        (Walked, "24x40m 24x20m", Some(4_000)),
        (Walked, "", None),
    ] {
        assert_eq!(value(measure, sets), expected, "{measure:?} of {sets}");
    }
    let with_reserve = SetLog { rir: Rir::new(2).ok(), ..set("80x6") };
    let one = yoke_app::training::history::Entry { sets: vec![with_reserve], ..entry("") };
    // 80 x (1 + 8 / 30) = 101.33.
    assert_eq!(Measure::Estimate.of(&one, WeightUnit::Kg), Some(10_133));
}

#[test]
fn a_unit_is_looked_through_not_written() {
    let pounds = |text: &str| {
        let load = Load::parse(text, WeightUnit::Lb).ok();
        let one = SetLog { load, ..set("1x5") };
        let entry = yoke_app::training::history::Entry { sets: vec![one], ..entry("") };
        (Measure::Top.of(&entry, WeightUnit::Lb), Measure::Top.of(&entry, WeightUnit::Kg))
    };
    // 135 lb = 61.235 kg.
    assert_eq!(pounds("135"), (Some(13_500), Some(6_124)));
    assert_eq!(pounds("2.5"), (Some(250), Some(113)));
    // 100 kg = 220.46 lb.
    assert_eq!(Measure::Top.of(&entry("100x5"), WeightUnit::Lb), Some(22_046));
    assert_eq!(Measure::Top.number(22_046), "220.4");
    assert_eq!(Measure::Top.number(22_000), "220");
    assert_eq!(Measure::Estimate.number(10_003), "100");
    assert_eq!(Measure::Volume.number(108_050), "1080");
}

#[test]
fn points_are_oldest_first_and_know_records() {
    let history = [at(0, "80x6"), at(2, "85x5"), at(4, "x5"), at(7, "80x6"), at(9, "77.5x6")];
    let row = ExerciseId::stored("barbell-row");
    let tops = points(&history, &row, Measure::Top, WeightUnit::Kg);
    let told: Vec<_> =
        tops.iter().map(|point| (today().number() - point.day.number(), point.value, point.record)).collect();
    assert_eq!(told, [(9, 7_750, false), (7, 8_000, true), (2, 8_500, true), (0, 8_000, false)]);
    assert!(points(&history, &ExerciseId::stored("pull-up"), Measure::Top, WeightUnit::Kg).is_empty());
    assert!(points(&history, &row, Measure::Held, WeightUnit::Kg).is_empty());
    assert_eq!(exercises(&history), [row]);
    assert!(exercises(&[]).is_empty());
}

#[test]
fn days_count_sets_and_end_today() {
    let history = [at(0, "80x6 80x6"), at(0, "80x6"), at(3, "80x6"), at(30, "80x6"), at(4, "")];
    assert_eq!(days(&history, today(), 5), [1, 1, 0, 0, 3]);
    assert_eq!(days(&[], today(), 3), [0, 0, 0]);
    // A workout of tomorrow, by a phone whose clock was wrong, is on none of them.
    let ahead = Workout { started: MONDAY.plus(DAY), ..workout("80x6") };
    assert_eq!(days(&[ahead], today(), 3), [0, 0, 0]);
}

#[test]
fn a_streak_forgives_one_week_off() {
    for (days_ago, expected) in [
        (&[][..], 0),
        (&[0], 1),
        (&[3], 1),
        // Two weeks off, this one not counted yet: it goes on.
        (&[8], 1),
        (&[15], 0),
        (&[0, 0, 3, 5], 2),
        (&[0, 8, 15], 3),
        // Last week off.
        (&[0, 14, 21], 3),
        // Two weeks off.
        (&[0, 21, 28], 1),
        // Every second week is enough.
        (&[0, 14, 28, 42], 4),
    ] {
        let history: Vec<Workout> = days_ago.iter().map(|ago| at(*ago, "80x6")).collect();
        assert_eq!(streak(&history, today()), expected, "{days_ago:?} days ago");
    }
}

proptest! {
    #[test]
    fn a_streak_never_exceeds_the_trained_weeks_and_more_training_never_shortens_it(
        ago in prop::collection::btree_set(0_u64..400, 0..60),
        more in 0_u64..400,
    ) {
        let history = |ago: &std::collections::BTreeSet<u64>| ago.iter().map(|ago| at(*ago, "80x6")).collect::<Vec<_>>();
        let weeks = ago.iter().map(|ago| ago.div_ceil(7)).collect::<std::collections::BTreeSet<_>>().len();
        let before = streak(&history(&ago), today());
        prop_assert!(before <= weeks);
        let mut with = ago;
        with.insert(more);
        prop_assert!(streak(&history(&with), today()) >= before);
    }
}

#[test]
fn months_before_today_begin_and_end_where_the_calendar_says() {
    for (today, back, first, length) in [
        ("2026-11-21", 0, "2026-11-01", 30),
        ("2026-11-01", 0, "2026-11-01", 30),
        ("2026-10-31", 0, "2026-10-01", 31),
        ("2026-10-31", 1, "2026-09-01", 30),
        ("2026-11-21", 9, "2026-02-01", 28),
        ("2024-03-31", 1, "2024-02-01", 29),
        ("2026-01-31", 1, "2025-12-01", 31),
        ("2026-11-21", 240, "2006-11-01", 30),
    ] {
        let today = Day::parse(today).unwrap();
        assert_eq!(month(today, back), (Day::parse(first).unwrap(), length), "{back} before {today}");
    }
}

#[test]
fn each_day_of_a_month_has_its_workouts() {
    // Monday 23 November, twice; the first of November; the last of October; and one that a wrong clock put into December.
    let mut history = vec![at(0, "80x5"), at(0, "30s"), at(22, "80x5"), at(23, "80x5")];
    let ahead = MONDAY.plus(10 * DAY);
    history.insert(0, Workout { started: ahead, ended: ahead, ..workout("80x5") });
    let days = workouts(&history, Day::parse("2026-11-01").unwrap(), 30);
    let trained: Vec<(usize, usize)> = days
        .into_iter()
        .enumerate()
        .filter(|(_, count)| *count > 0)
        .map(|(nth, count)| (nth + 1, count))
        .collect();
    assert_eq!(trained, [(1, 1), (23, 2)]);
    assert_eq!(workouts(&[], today(), 28), [0; 28]);
}
