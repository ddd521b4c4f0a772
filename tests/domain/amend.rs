//! Finished workouts put right: what changes, what stays, and where they stand among the others.

use proptest::prelude::*;
use yoke_app::catalog;
use yoke_app::training::amend::insert;
use yoke_app::training::exercise::{ExerciseId, Target};
use yoke_app::training::history::{Amount, Done, Entry, SetLog, Workout, WorkoutId};
use yoke_app::training::prescription::Prescription;
use yoke_app::training::remarks::{About, Pain, Remarks, Spot};
use yoke_app::training::time::{Day, UtcOffset, Wall};
use yoke_app::training::units::{Load, Reps, Rir, WeightUnit};

/// 23:30 on 21 November 2026 where the clock is an hour ahead of UTC.
const START: Wall = Wall(1_795_300_200_000);

fn set(kg: u32, reps: u16, nth: u64) -> SetLog {
    SetLog {
        load: Load::from_hundredths(kg * 100, WeightUnit::Kg).ok(),
        done: Done::Both(Amount::Reps(Reps::new(reps).unwrap())),
        rir: Rir::new(1).ok(),
        warm_up: false,
        at: START.plus(nth * 60_000),
    }
}

/// Rows of 80 and 85 kg, then a pull-up; notes on the second row and on both exercises.
fn workout() -> Workout {
    let entry = |id: &str, sets: &[SetLog]| Entry { exercise: ExerciseId::stored(id), sets: sets.to_vec() };
    let mut remarks = Remarks::default();
    remarks.set_note(About::Set(START.plus(120_000)), "grip");
    remarks.set_note(About::Exercise(ExerciseId::stored("pull-up")), "new bar");
    remarks.set_pain(ExerciseId::stored("barbell-row"), Spot::Left, Some(Pain::new(3)), START.plus(1));
    Workout {
        id: WorkoutId::new(START, 7),
        title: "Pull".into(),
        source: None,
        started: START,
        ended: START.plus(3_000_000),
        offset: UtcOffset::minutes(60),
        entries: vec![
            entry("barbell-row", &[set(80, 6, 1), set(85, 5, 2)]),
            entry("pull-up", &[set(0, 8, 3)]),
        ],
        remarks,
    }
}

fn moments(workout: &Workout) -> Vec<Wall> {
    workout.entries.iter().flat_map(|entry| &entry.sets).map(|set| set.at).collect()
}

#[test]
fn a_set_is_corrected_in_its_place_and_keeps_its_note() {
    let mut now = workout();
    now.put_set(0, 1, set(90, 4, 9));
    assert_eq!(now.entries[0].sets[1], SetLog { at: START.plus(120_000), ..set(90, 4, 9) });
    assert_eq!(now.remarks.note(&About::Set(START.plus(120_000))), "grip");
    let before = now.clone();
    now.put_set(0, 2, set(1, 1, 1));
    now.put_set(5, 0, set(1, 1, 1));
    assert_eq!(now, before, "what is not there is left as it is");
}

#[test]
fn a_set_more_is_like_the_last_one_with_its_reserve_unknown() {
    let mut now = workout();
    now.add_set(0);
    assert_eq!(now.entries[0].sets[2], SetLog { rir: None, at: START.plus(180_001), ..set(85, 5, 0) });
}

#[test]
fn what_is_taken_out_takes_along_what_was_said_of_it() {
    let mut now = workout();
    now.take_out(0, 1);
    assert_eq!((now.entries[0].sets.len(), now.remarks.sets.len()), (1, 0));
    now.take_out(1, 0);
    assert_eq!(now.entries.len(), 1);
    assert_eq!(now.remarks.note(&About::Exercise(ExerciseId::stored("pull-up"))), "");
    assert!(now.remarks.worst(&ExerciseId::stored("barbell-row")).is_some(), "the other one keeps its own");
    now.take_out(0, 3);
    assert_eq!(now.entries.len(), 1);
}

#[test]
fn another_exercise_begins_as_it_was_last_done_or_with_the_least_that_is_asked() {
    let row = Prescription::usual(catalog::find("barbell-row").unwrap());
    let mut now = Workout { entries: Vec::new(), remarks: Remarks::default(), ..workout() };
    now.add_exercise(&row, &[workout()]);
    assert_eq!(now.entries[0].sets, [SetLog { rir: None, at: START.plus(1), ..set(80, 6, 0) }]);
    now.add_exercise(&Prescription { target: Target::Reps { min: 8, max: 12 }, ..row }, &[]);
    let fresh = now.entries[1].sets[0];
    assert_eq!((fresh.load, fresh.summary(), fresh.at), (None, "8".to_owned(), START.plus(2)));
}

#[test]
fn on_another_day_it_is_the_same_time_by_the_clock_on_the_wall() {
    let mut now = workout();
    assert_eq!(now.day().to_string(), "2026-11-21");
    now.move_to(Day::parse("2026-02-28").unwrap());
    assert_eq!((now.day().to_string(), now.millis()), ("2026-02-28".to_owned(), 3_000_000));
    assert_eq!(now.remarks.note(&About::Set(now.entries[0].sets[1].at)), "grip");
    now.move_to(Day::parse("2026-11-21").unwrap());
    assert_eq!(now, workout());
    for text in
        ["", "2026", "2026-11", "2026-02-30", "1969-12-31", "a-b-c", "2026-11-21-1", "99999999999-1-1"]
    {
        assert_eq!(Day::parse(text), None, "{text}");
    }
}

#[test]
fn a_workout_stands_among_the_others_by_its_start() {
    let at = |days: u64| Workout { started: START.plus(days * 86_400_000), ..workout() };
    let mut history = Vec::new();
    for days in [5, 1, 9, 3, 9, 0] {
        insert(&mut history, at(days));
    }
    let days: Vec<u64> = history.iter().map(|w| (w.started.0 - START.0) / 86_400_000).collect();
    assert_eq!(days, [9, 9, 5, 3, 1, 0]);
}

proptest! {
    #[test]
    fn whatever_is_changed_no_two_sets_have_one_moment(steps in prop::collection::vec((0_u8..5, 0_usize..4, 0_usize..4, 0_i32..40_000), 0..30)) {
        let row = Prescription::usual(catalog::find("face-pull").unwrap());
        let mut now = workout();
        for (kind, entry, place, day) in steps {
            let sets = now.sets();
            match kind {
                0 => now.put_set(entry, place, set(10, 3, 1)),
                1 => now.add_set(entry),
                2 => now.add_exercise(&row, &[workout()]),
                3 => now.take_out(entry, place),
                _ => now.move_to(Day::parse("1970-01-02").unwrap().plus(day)),
            }
            prop_assert!(now.sets().abs_diff(sets) <= 1);
            let mut moments = moments(&now);
            moments.sort_unstable();
            moments.dedup();
            prop_assert_eq!(moments.len(), now.sets());
            prop_assert!(now.entries.iter().all(|entry| !entry.sets.is_empty()));
        }
    }
}
