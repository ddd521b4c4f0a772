//! How an exercise goes, and which days were trained: values worked out by hand.

use proptest::prelude::*;
use yoke_app::training::exercise::ExerciseId;
use yoke_app::training::history::{SetLog, Workout};
use yoke_app::training::progress::{
    Measure, days, exercises, loads, measures, month, points, reps_with, streak, workouts,
};
use yoke_app::training::remarks::{Pain, Spot};
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
fn repetitions_at_a_load_leave_out_what_was_lighter() {
    let row = ExerciseId::stored("barbell-row");
    let kg = |text: &str| Load::parse(text, WeightUnit::Kg).unwrap();
    let history = [
        at(0, "w100x9 105x4 100x6"),
        at(3, "x12 30s"),
        at(7, "102.5x6 90x10"),
        at(14, "90x8"),
        at(21, "100x5 100x3"),
        at(28, "20x8|6 20x9|5"),
    ];
    let told = |least: &str| -> Vec<(i32, u64, bool)> {
        let points = reps_with(&history, &row, kg(least));
        points.iter().map(|it| (today().number() - it.day.number(), it.value / 100, it.record)).collect()
    };
    assert_eq!(told("100"), [(21, 5, false), (7, 6, true), (0, 6, false)]);
    assert_eq!(told("105"), [(0, 4, false)]);
    assert_eq!(told("105.5"), []);
    // Of two sides the weaker, and no load is less than any.
    assert_eq!(told("20"), [(28, 6, false), (21, 5, false), (14, 8, true), (7, 10, true), (0, 6, false)]);
    let names: Vec<String> = loads(&history, &row).iter().map(ToString::to_string).collect();
    assert_eq!(names, ["105 kg", "102.5 kg", "100 kg", "90 kg", "20 kg"]);
    assert!(loads(&history, &ExerciseId::stored("pull-up")).is_empty());
    // Held and carried loads have no repetitions.
    assert!(loads(&[at(0, "24x60s 24x40m")], &row).is_empty());
    // A load in the other unit is as heavy as it is: 220.5 lb are a little more than 100 kg.
    let mut pounds = at(0, "100x7");
    pounds.entries[0].sets[0].load = Load::parse("220.5", WeightUnit::Lb).ok();
    assert_eq!(reps_with(&[pounds.clone()], &row, kg("100")).len(), 1);
    assert_eq!(reps_with(&[pounds], &row, kg("100.5")).len(), 0);
}

#[test]
fn a_workout_is_on_the_day_that_its_own_clock_showed() {
    // Each began at this moment (UTC), where the clock was so many minutes ahead.
    for (what, began, minutes, day) in [
        ("a minute before midnight in Berlin, over which it goes on", "2026-11-21T22:59", 60, "2026-11-21"),
        ("at midnight in Berlin", "2026-11-21T23:00", 60, "2026-11-22"),
        ("the same moment in New York", "2026-11-21T23:00", -300, "2026-11-21"),
        ("the same moment in Auckland", "2026-11-21T23:00", 780, "2026-11-22"),
        ("in Kathmandu", "2026-11-21T18:15", 345, "2026-11-22"),
        // The clocks went forward on 29 March and back on 25 October 2026.
        ("before the night that was short", "2026-03-28T22:30", 60, "2026-03-28"),
        ("in the short night", "2026-03-29T01:30", 120, "2026-03-29"),
        ("half past midnight of the long night", "2026-10-24T22:30", 120, "2026-10-25"),
        ("its last hour", "2026-10-25T22:59", 60, "2026-10-25"),
        ("as if the clocks had not gone back", "2026-10-25T22:59", 120, "2026-10-26"),
    ] {
        let (date, time) = began.split_once('T').unwrap();
        let (hours, rest) = time.split_once(':').unwrap();
        let minute: u64 = hours.parse::<u64>().unwrap() * 60 + rest.parse::<u64>().unwrap();
        let started = Day::parse(date).unwrap().begins().plus(minute * 60_000);
        let day = Day::parse(day).unwrap();
        let history = [Workout {
            started,
            ended: started.plus(7_200_000),
            offset: UtcOffset::minutes(minutes),
            ..workout("80x6")
        }];
        assert_eq!(history[0].day(), day, "{what}");
        let row = ExerciseId::stored("barbell-row");
        assert_eq!(points(&history, &row, Measure::Top, WeightUnit::Kg)[0].day, day, "{what}");
        // Wherever the phone is now, the calendar and the weeks go by that day.
        let (first, length) = month(day, 0);
        let nth = usize::try_from(day.number() - first.number()).unwrap();
        assert_eq!(
            workouts(&history, first, length).iter().position(|count| *count == 1),
            Some(nth),
            "{what}"
        );
        assert_eq!(days(&history, day, 1), [1], "{what}");
        assert_eq!(streak(&history, day), 1, "{what}");
    }
}

/// A workout of rows in which pains were told: `L3 R5` at these spots of the row, `-` nothing.
fn hurt(days_ago: u64, sets: &str, told: &str) -> Workout {
    let mut workout = at(days_ago, sets);
    for word in told.split_whitespace().filter(|word| *word != "-") {
        let (spot, score) = word.split_at(1);
        let spot = ["L", "R", "M"].iter().position(|one| *one == spot).unwrap();
        let pain = Pain::new(score.parse().unwrap());
        let row = ExerciseId::stored("barbell-row");
        workout.remarks.set_pain(row, Spot::ALL[spot], Some(pain), workout.ended);
    }
    workout
}

#[test]
fn pain_has_a_point_a_day_on_which_it_was_told() {
    let row = ExerciseId::stored("barbell-row");
    for (told, expected) in [
        (&[][..], &[][..]),
        // Never told: no measure at all.
        (&[(7, "80x6", "-"), (0, "80x6", "-")], &[]),
        (&[(7, "80x6", "M4")], &[(7, 400)]),
        // The worst of the spots; a day without a word is a gap; 0 was told and is a point.
        (&[(21, "80x6", "L3 R5"), (14, "80x6", "-"), (7, "80x6", "M0")], &[(21, 500), (7, 0)]),
        (&[(21, "80x6", "R10"), (0, "80x6", "L10 M2")], &[(21, 1_000), (0, 1_000)]),
        // Two workouts of one day are one point, the worse of both, in whichever order.
        (&[(3, "80x6", "M2"), (3, "80x6", "M6"), (3, "80x6", "M1")], &[(3, 600)]),
        // Told before the first set, after which there was none.
        (&[(2, "", "L6")], &[(2, 600)]),
        (&[(2, "w60x5", "L6")], &[(2, 600)]),
    ] {
        let mut history: Vec<Workout> = told.iter().map(|(ago, sets, told)| hurt(*ago, sets, told)).collect();
        history.reverse();
        let points = points(&history, &row, Measure::Pain, WeightUnit::Kg);
        let found: Vec<_> =
            points.iter().map(|point| (today().number() - point.day.number(), point.value)).collect();
        assert_eq!(found, expected, "{told:?}");
        assert!(points.iter().all(|point| !point.record), "more pain is no record");
        let has_way = measures(&history, &row, WeightUnit::Kg).any(|measure| measure == Measure::Pain);
        assert_eq!(has_way, !expected.is_empty(), "{told:?}");
    }
}

#[test]
fn pain_comes_after_what_was_lifted_and_belongs_to_its_exercise() {
    let row = ExerciseId::stored("barbell-row");
    let history = [hurt(0, "80x6", "L4"), hurt(7, "80x6 30s", "-")];
    let names: Vec<_> = measures(&history, &row, WeightUnit::Kg).map(Measure::name).collect();
    assert_eq!(names, ["e1RM", "Top set", "Volume", "Reps", "Seconds", "Pain"]);
    assert_eq!(measures(&history, &ExerciseId::stored("pull-up"), WeightUnit::Kg).next(), None);
    for measure in Measure::ALL {
        assert_eq!(measure.has_records(), measure != Measure::Pain);
    }
    assert_eq!(Measure::Pain.of(&history[0].entries[0], WeightUnit::Kg), None, "sets say nothing of it");
    assert_eq!([Measure::Pain.number(700), Measure::Pain.number(0)], ["7", "0"]);
    assert_eq!(Measure::Pain.symbol(WeightUnit::Lb), "of 10");
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
