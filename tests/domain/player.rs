//! What a person can do in the middle of a workout: swap, shorten, say where it hurts, write notes.

use proptest::prelude::*;
use yoke_app::catalog::search::Kit;
use yoke_app::catalog::{self, programs, swap};
use yoke_app::session::{Effect, Event, Plan, Session};
use yoke_app::store::{Memory, Store};
use yoke_app::training::exercise::{Equipment, ExerciseId, Measure, Share, Target};
use yoke_app::training::history::{Amount, Done, WorkoutId};
use yoke_app::training::prescription::Prescription;
use yoke_app::training::remarks::{About, Advice, LONGEST_NOTE, Pain, Remarks, Spot};
use yoke_app::training::time::{Now, UtcOffset, Wall};
use yoke_app::training::units::{Load, Reps, WeightUnit};

const START: Wall = Wall(1_795_255_200_000);

fn now(millis: u64) -> Now {
    Now { wall: START.plus(millis), mono: millis }
}

fn session(day: usize) -> Session {
    let program = programs::program("size-and-strength").unwrap();
    let items = program.days[day].items.clone();
    let plan = Plan { title: "Session".into(), source: None, items, timer: None };
    Session::begin(WorkoutId::new(START, 7), plan, now(0), UtcOffset::minutes(0))
}

fn stand_ins(id: &str, gear: &[Equipment], planned: &[&str]) -> Vec<&'static str> {
    let planned: Vec<ExerciseId> = planned.iter().map(|id| ExerciseId::stored(id)).collect();
    let found = swap::stand_ins(catalog::find(id).unwrap(), Kit::of(gear), &planned);
    found.iter().map(|exercise| exercise.id).collect()
}

#[test]
fn a_stand_in_moves_alike_and_needs_what_is_there() {
    for exercise in catalog::exercises() {
        for other in swap::stand_ins(exercise, Kit::default(), &[]) {
            let shared = other
                .muscles_with(Share::Primary)
                .any(|muscle| exercise.muscles.iter().any(|used| used.muscle == muscle))
                || exercise
                    .muscles_with(Share::Primary)
                    .any(|muscle| other.muscles.iter().any(|used| used.muscle == muscle));
            assert!(shared && other.id != exercise.id, "{} for {}", other.id, exercise.id);
        }
    }
    let lifts = ["barbell-row", "pull-up", "face-pull", "rear-lateral-raise", "deadlift", "lat-pulldown"];
    for id in lifts.into_iter().filter(|id| catalog::find(id).is_some()) {
        assert!(stand_ins(id, &[], &[]).len() >= 2, "{id} has {:?}", stand_ins(id, &[], &[]));
    }
    let rows = stand_ins("barbell-row", &[Equipment::Dumbbells, Equipment::Bench], &[]);
    assert!(rows.contains(&"single-arm-row"), "{rows:?}");
    assert!(!rows.contains(&"cable-row") && !rows.contains(&"t-bar-row"), "{rows:?}");
    let without = stand_ins("barbell-row", &[Equipment::Dumbbells, Equipment::Bench], &["single-arm-row"]);
    assert!(!without.contains(&"single-arm-row"), "what is planned anyway is no stand-in: {without:?}");
}

#[test]
fn the_dose_goes_over_where_it_can() {
    let row = programs::program("size-and-strength").unwrap().days[1].items[0].clone();
    let other = row.with(catalog::find("single-arm-row").unwrap());
    assert_eq!((other.target, other.sets, other.rest, other.rir), (row.target, row.sets, row.rest, row.rir));
    let hang = catalog::find("dead-hang").unwrap();
    let held = row.with(hang);
    assert_eq!((held.target, held.measure, held.rir), (hang.dose.target, Measure::Hold, None));
}

#[test]
fn a_shorter_workout_keeps_the_heavy_lift_and_what_is_done() {
    let mut running = session(0);
    let whole = running.minutes_left(&[20; 9]);
    let sets: Vec<u8> = running.plan().items.iter().map(|item| item.sets).collect();
    assert_eq!(running.shortened(whole), sets, "all of it fits");
    // Deadlift, row, pull-down, face pull and carry, three sets each: sets go from the back, down to two.
    let trimmed = running.shortened(whole - 1);
    assert_eq!(trimmed, [3, 3, 3, 3, 2]);
    let half = running.shortened(whole / 2);
    assert_eq!(half[0], 3, "{half:?}");
    assert!(running.minutes_left(&half) <= whole / 2, "{half:?}");
    assert_eq!(running.shortened(0), [1, 0, 0, 0, 0], "one set at least");
    let load = Load::from_hundredths(8_000, WeightUnit::Kg).ok();
    let done = Done::Both(Amount::Reps(Reps::new(5).unwrap()));
    running.step(Event::Log { load, done }, now(5_000)).unwrap();
    let sets = running.shortened(0);
    assert_eq!(sets, [2, 0, 0, 0, 0], "what is done stays, and one more set");
    running.step(Event::Shorten { sets }, now(6_000)).unwrap();
    assert_eq!((running.steps().len(), running.logged()), (2, 1));
}

proptest! {
    #[test]
    fn shortening_only_takes_away_and_is_monotone(minutes in 0_u32..120, day in 0_usize..2) {
        let running = session(day);
        let (less, more) = (running.shortened(minutes), running.shortened(minutes + 5));
        for ((less, more), item) in less.iter().zip(&more).zip(&running.plan().items) {
            prop_assert!(less <= more && *more <= item.sets);
        }
        prop_assert!(less[0] >= 1);
    }
}

#[test]
fn pain_is_read_as_the_scale_says() {
    let advice: Vec<Advice> = (0..=11).map(|score| Pain::new(score).advice()).collect();
    let (go, ease, stop) = (Advice::GoOn, Advice::Ease, Advice::Stop);
    assert_eq!(advice, [go, go, go, go, ease, ease, stop, stop, stop, stop, stop, stop]);
    assert_eq!(Pain::new(200).get(), 10);
}

fn said() -> (Session, Vec<Event>) {
    let mut running = session(1);
    let load = Load::from_hundredths(8_000, WeightUnit::Kg).ok();
    let done = Done::Both(Amount::Reps(Reps::new(5).unwrap()));
    running.step(Event::Log { load, done }, now(5_000)).unwrap();
    let row = ExerciseId::stored("barbell-row");
    let events = vec![
        Event::Note { about: About::Workout, text: "  Slept badly\n".into() },
        Event::Note { about: About::Exercise(row.clone()), text: "Straps from \"set\" 3".into() },
        Event::Note { about: About::Set(START.plus(5_000)), text: "Left knee in".into() },
        Event::Hurts { exercise: row, spot: Spot::Left, pain: Some(Pain::new(4)) },
    ];
    (running, events)
}

#[test]
fn what_was_said_is_kept_and_comes_back() {
    let (mut running, events) = said();
    let (mut store, _) = Store::open(Memory::default(), START);
    store.begin(&running).unwrap();
    for event in events {
        let effects = running.step(event, now(9_000)).unwrap();
        assert_eq!(effects, [Effect::RemarksChanged]);
        store.save_changes(&running, &effects).unwrap();
    }
    let row = ExerciseId::stored("barbell-row");
    assert_eq!(running.remarks().note(&About::Workout), "Slept badly");
    assert_eq!(running.remarks().worst(&row), Some(Pain::new(4)));
    let (_, loaded) = Store::open(store.storage().clone(), START);
    assert_eq!(loaded.session.unwrap().parts(), running.parts());
    // Taken back, it leaves nothing behind.
    let none = Event::Hurts { exercise: row.clone(), spot: Spot::Left, pain: None };
    running.step(none, now(10_000)).unwrap();
    assert_eq!(running.remarks().worst(&row), None);
    assert_eq!(running.remarks().note(&About::Exercise(row)), "Straps from \"set\" 3");
    let workout = running.workout(START.plus(60_000)).unwrap();
    store.finish(&workout).unwrap();
    let (_, loaded) = Store::open(store.storage().clone(), START);
    assert!(loaded.session.is_none(), "nothing of it runs on");
    assert_eq!(loaded.workouts, [workout]);
}

#[test]
fn a_changed_plan_keeps_what_was_said() {
    let (mut running, events) = said();
    for event in events {
        running.step(event, now(9_000)).unwrap();
    }
    let before = running.remarks().clone();
    let with = Prescription::clone(&running.plan().items[1]);
    let with = with.with(catalog::find("chest-supported-row").unwrap());
    running.step(Event::Swap { item: 0, with: Box::new(with) }, now(9_500)).unwrap();
    assert_eq!(*running.remarks(), before);
    assert_eq!(running.workout(START.plus(60_000)).unwrap().remarks, before);
}

#[test]
fn an_empty_note_is_no_note_and_a_long_one_is_cut() {
    let mut remarks = Remarks::default();
    for about in [About::Workout, About::Exercise(ExerciseId::stored("x")), About::Set(START)] {
        remarks.set_note(about.clone(), &"\u{e9}".repeat(LONGEST_NOTE + 9));
        assert_eq!(remarks.note(&about).chars().count(), LONGEST_NOTE);
        remarks.set_note(about.clone(), " \n ");
        assert_eq!(remarks.note(&about), "");
    }
    assert!(remarks.is_empty());
}

#[test]
fn targets_of_reps_stay_reps() {
    let row = programs::program("size-and-strength").unwrap().days[1].items[0].clone();
    assert!(matches!(row.with(catalog::find("inverted-row").unwrap()).target, Target::Reps { .. }));
}
