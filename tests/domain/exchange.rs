//! Backups: what goes out comes back, in any order and as often as one likes; what is damaged is said and costs nothing else.

mod copies;
mod damage;
mod properties;

use std::collections::BTreeMap;

use serde_json::Value;
use yoke_app::exchange::backup::{self, NoBackup};
use yoke_app::exchange::merge::{Mode, changes, compare};
use yoke_app::session::interval::presets;
use yoke_app::session::{Event, Plan, Session};
use yoke_app::store::{
    Change, KeyValue, Loaded, Memory, Settings, StorageError, Store, StoreError, Texts, envelope, texts, v1,
};
use yoke_app::training::exercise::{ExerciseId, Measure};
use yoke_app::training::history::{Amount, Done, Entry, SetLog, Workout, WorkoutId};
use yoke_app::training::measure::Scale;
use yoke_app::training::own::{self, OwnExercise};
use yoke_app::training::remarks::Remarks;
use yoke_app::training::time::{Day, Now, UtcOffset, Wall};
use yoke_app::training::units::{Load, Reps, WeightUnit};

use crate::measure::measurement;

const START: Wall = Wall(1_795_255_200_000);

fn workout(number: u64, hundredths: u32) -> Workout {
    let started = START.plus(number * 86_400_000);
    let set = SetLog {
        load: Load::from_hundredths(hundredths, WeightUnit::Kg).ok(),
        done: Done::Both(Amount::Reps(Reps::new(6).unwrap())),
        rir: None,
        warm_up: false,
        at: started.plus(185_437),
    };
    Workout {
        id: WorkoutId::new(started, number as u32),
        title: "Rows \"<b>\" \u{1f3cb}\n".into(),
        source: None,
        started,
        ended: started.plus(2_700_000),
        offset: UtcOffset::minutes(60),
        entries: vec![Entry { exercise: ExerciseId::stored("barbell-row"), sets: vec![set] }],
        remarks: Remarks::default(),
    }
}

fn own_exercise(name: &str) -> OwnExercise {
    OwnExercise::new(own::new_id(START, 7), name.into(), Measure::BodyReps)
}

fn running() -> Session {
    let plan = Plan::of_timer(presets().swap_remove(0));
    Session::begin(WorkoutId::new(START, 99), plan, Now { wall: START, mono: 0 }, UtcOffset::default())
}

fn phone() -> Store<Memory> {
    open(Memory::default(), START).0
}

/// A phone without a journal.
fn open(memory: Memory, now: Wall) -> (Store<Memory>, Loaded) {
    let (mut store, loaded) = Store::open(memory, now);
    let settled = store.settle(None);
    (store, settled.loaded.unwrap_or(loaded))
}

/// What texts say, whenever they were written.
fn contents(texts: &Texts) -> Vec<(String, String)> {
    let payload = |key: &str, text: &str| envelope::open(text, key, u32::MAX).unwrap_or(text).to_owned();
    texts.iter().map(|(key, text)| (key.to_owned(), payload(key, text))).collect()
}

fn payloads(store: &Store<Memory>) -> Vec<(String, String)> {
    contents(&store.texts().unwrap())
}

/// All that the storage holds, also of others, once removals are through.
fn all(store: &mut Store<Memory>) -> Vec<(String, String)> {
    store.confirm();
    let memory = store.storage();
    let text = |key: String| memory.get(&key).unwrap().map(|text| (key, text));
    contents(&memory.keys().unwrap().into_iter().filter_map(text).collect())
}

/// A phone with three workouts, an own exercise, a timer, settings and a workout under way.
fn full_phone() -> Store<Memory> {
    let mut store = phone();
    store.save_settings(&Settings { volume: 35, ..Settings::default() }).unwrap();
    for number in 0..3 {
        store.save_workout(&workout(number, 8_000)).unwrap();
    }
    store.save_own(&own_exercise("Ring row")).unwrap();
    store.save_timer("1-1", &presets()[0]).unwrap();
    store.save_test(&measurement(0, Scale::HalfCm, 15)).unwrap();
    store.begin(&running()).unwrap();
    store
}

fn file_of(store: &Store<Memory>) -> String {
    backup::write(START, &store.texts().unwrap())
}

/// Merges a file; gives back what that changed.
fn take(store: &mut Store<Memory>, file: &str) -> Vec<Change> {
    let changes = changes(Mode::Merge, &store.texts().unwrap(), &backup::read(file).unwrap().texts);
    store.import(&changes).unwrap();
    changes
}

fn replace(store: &mut Store<Memory>, texts: &Texts) {
    let changes = changes(Mode::Replace, &store.texts().unwrap(), texts);
    store.import(&changes).unwrap();
}

fn lines(here: &Store<Memory>, file: &Store<Memory>) -> Vec<String> {
    compare(&here.texts().unwrap(), &file.texts().unwrap()).lines()
}

fn again(store: &Store<Memory>) -> Loaded {
    open(store.storage().clone(), START).1
}

#[test]
fn a_file_is_json_that_any_reader_reads_one_entry_to_a_line() {
    let store = full_phone();
    let texts = store.texts().unwrap();
    let file = file_of(&store);
    let value: Value = serde_json::from_str(&file).unwrap();
    assert_eq!(value[0], "yoke-backup");
    assert_eq!((value[1].as_u64(), value[2].as_u64()), (Some(1), Some(START.0)));
    assert_eq!(value[3].as_u64(), Some(texts.len() as u64));
    let entries = value[4].as_array().unwrap();
    let read: BTreeMap<_, _> =
        entries.iter().map(|entry| (entry[0].as_str().unwrap(), entry[1].as_str().unwrap())).collect();
    assert_eq!(read, texts.iter().collect());
    assert!(texts.iter().map(|(key, _)| key).is_sorted());
    assert_eq!(file.lines().count(), texts.len() + 2);
    let day = Day::local(START, UtcOffset::default());
    assert_eq!(backup::name(day), "yoke-backup-2026-11-21");
    // Nothing at all is a file as well, of which nothing can be taken.
    let empty = backup::write(START, &Texts::default());
    assert!(serde_json::from_str::<Value>(&empty).unwrap()[4].as_array().unwrap().is_empty());
    assert_eq!(backup::read(&empty), Err(NoBackup::Nothing));
}

#[test]
fn a_backup_is_asked_for_after_ten_workouts_and_two_weeks() {
    let history = |count: u64| (0..count).rev().map(|day| workout(day, 8_000)).collect::<Vec<_>>();
    let at = |day: u64| workout(day, 0).ended;
    for (count, last, day, expected) in [
        (0, Wall(0), 100, None),
        (9, Wall(0), 100, None),
        (10, Wall(0), 13, None),
        (10, Wall(0), 14, Some(10)),
        (60, Wall(0), 60, Some(60)),
        // The first without one is what counts.
        (60, at(49), 60, None),
        (60, at(49), 64, Some(10)),
        (60, at(50), 100, None),
    ] {
        assert_eq!(backup::overdue(&history(count), last, at(day)), expected, "{count} workouts, day {day}");
    }
}

#[test]
fn everything_comes_back_on_an_empty_phone() {
    let store = full_phone();
    let file = backup::read(&file_of(&store)).unwrap();
    assert_eq!((file.made, file.refused, file.missing), (Some(START), 0, 0));
    let mut fresh = phone();
    replace(&mut fresh, &file.texts);
    assert_eq!(payloads(&fresh), payloads(&store));
    let (had, has) = (again(&store), again(&fresh));
    assert_eq!(has.workouts, had.workouts);
    assert_eq!((has.own, has.timers, has.settings), (had.own, had.timers, had.settings));
    assert_eq!(has.tests, [measurement(0, Scale::HalfCm, 15)]);
    assert_eq!(has.session.unwrap().parts(), had.session.unwrap().parts());
}

#[test]
fn the_first_file_ever_shipped_is_still_read() {
    let file = backup::read(include_str!("../fixtures/backup-v1.json")).unwrap();
    assert_eq!((file.made, file.refused, file.missing, file.texts.len()), (Some(START), 0, 0, 8));
    let mut store = phone();
    replace(&mut store, &file.texts);
    let loaded = again(&store);
    assert!(loaded.findings.is_empty(), "{:?}", loaded.findings);
    assert_eq!(loaded.workouts, [workout(2, 8_000), workout(1, 8_000), workout(0, 8_000)]);
    assert_eq!(loaded.own, [own_exercise("Ring row")]);
    assert_eq!(loaded.timers, [("1-1".to_owned(), presets().swap_remove(0))]);
    assert_eq!(loaded.settings.volume, 35);
    assert_eq!(loaded.session.unwrap().parts(), running().parts());
}

#[test]
fn a_merge_adds_what_is_new_and_leaves_what_belongs_to_the_device() {
    let mut store = phone();
    store.save_settings(&Settings { volume: 70, ..Settings::default() }).unwrap();
    store.save_workout(&workout(7, 6_000)).unwrap();
    let other = full_phone();
    let expected =
        ["Workouts: 3 new, 1 only here", "Own exercises: 1 new", "Timers: 1 new", "Self-tests: 1 new"];
    assert_eq!(lines(&store, &other), expected);
    let changes = take(&mut store, &file_of(&other));
    assert_eq!(changes.len(), 6);
    let loaded = again(&store);
    assert_eq!(
        (loaded.workouts.len(), loaded.own.len(), loaded.timers.len(), loaded.tests.len()),
        (4, 1, 1, 1)
    );
    assert_eq!(loaded.settings.volume, 70, "this device's settings stay");
    assert!(loaded.session.is_none(), "a workout under way elsewhere is not under way here");
    assert_eq!(take(&mut store, &file_of(&other)), [], "the same file again");
    let expected = [
        "Workouts: 3 the same, 1 only here",
        "Own exercises: 1 the same",
        "Timers: 1 the same",
        "Self-tests: 1 the same",
    ];
    assert_eq!(lines(&store, &other), expected);
    // A phone that has not chosen anything yet takes the choices along.
    let mut fresh = phone();
    take(&mut fresh, &file_of(&other));
    assert_eq!(again(&fresh).settings.volume, 35);
    // So does one on which only the first run was passed over, also where that was written long after the file.
    let mut skipped = phone();
    for _ in 0..50 {
        skipped.save_settings(&Settings::default()).unwrap();
    }
    take(&mut skipped, &file_of(&other));
    assert_eq!(again(&skipped).settings.volume, 35);
    assert_eq!(take(&mut skipped, &file_of(&other)), [], "once");
    // An older app, which had fewer switches, wrote the same with fewer numbers.
    let texts_there = skipped.texts().unwrap();
    let key = texts_there.iter().map(|(key, _)| key).find(|key| key.ends_with("settings")).unwrap();
    let sealed = |settings: &Settings| {
        let text = v1::write_settings(settings);
        let mut row: Value = serde_json::from_str(&text).unwrap();
        let mut lists = row.as_array_mut().unwrap().iter_mut().filter_map(Value::as_array_mut);
        lists.find(|list| list.len() == 7).unwrap().truncate(4);
        envelope::seal(1, 3, key, &row.to_string())
    };
    assert!(texts::is_unchosen(&sealed(&Settings::default())));
    assert!(!texts::is_unchosen(&sealed(&Settings { volume: 70, ..Settings::default() })));
}

#[test]
fn a_workout_under_way_stays_whatever_comes_in() {
    let mut store = phone();
    let mut session = running();
    store.begin(&session).unwrap();
    let effects = session.step(Event::Pause, Now { wall: START.plus(3_000), mono: 3_000 }).unwrap();
    store.save_changes(&session, &effects).unwrap();
    // Elsewhere the same workout was brought in from a file and finished.
    let mut other = full_phone();
    other.finish(&Workout { id: session.id().clone(), ..workout(0, 5_000) }).unwrap();
    take(&mut store, &file_of(&full_phone()));
    take(&mut store, &file_of(&other));
    let loaded = again(&store);
    assert_eq!(loaded.session.unwrap().parts(), session.parts());
    assert_eq!(loaded.workouts.len(), 3);
}

#[test]
fn a_correction_wins_over_what_it_corrects_on_every_phone() {
    let (mut a, mut b) = (phone(), phone());
    for _ in 0..40 {
        a.save_own(&own_exercise("Ring row")).unwrap();
    }
    a.save_workout(&workout(0, 10_000)).unwrap();
    take(&mut b, &file_of(&a));
    // Corrected to less: neither the number nor the text is what makes it the later one.
    b.save_workout(&workout(0, 9_000)).unwrap();
    assert_eq!(lines(&a, &b), ["Workouts: 1 changed", "Own exercises: 1 the same"]);
    assert_eq!(lines(&b, &a), ["Workouts: 1 older than here", "Own exercises: 1 the same"]);
    take(&mut b, &file_of(&a));
    take(&mut a, &file_of(&b));
    for store in [&a, &b] {
        assert_eq!(again(store).workouts, [workout(0, 9_000)]);
    }
}

#[test]
fn merged_replaced_or_cleared_it_can_be_undone_to_the_letter() {
    let mut memory = Memory::default();
    memory.set("yoke/aside/1/yoke/own/x", "damaged").unwrap();
    memory.set("another-app", "text").unwrap();
    let (mut store, _) = open(memory, START);
    store.save_workout(&workout(0, 6_000)).unwrap();
    store.save_workout(&workout(9, 6_000)).unwrap();
    store.save_settings(&Settings::default()).unwrap();
    let before = all(&mut store);
    let file = backup::read(&file_of(&full_phone())).unwrap();
    for mode in [Mode::Merge, Mode::Replace] {
        let taken = store.import(&changes(mode, &store.texts().unwrap(), &file.texts)).unwrap();
        assert_ne!(all(&mut store), before, "{mode:?}");
        let taken = store.take_back(&taken).unwrap();
        assert_eq!(all(&mut store), before, "{mode:?}");
        let taken = store.take_back(&taken).unwrap();
        assert_ne!(all(&mut store), before, "the undo can be undone: {mode:?}");
        store.take_back(&taken).unwrap();
    }
    let taken = store.clear().unwrap();
    assert_eq!(all(&mut store), [("another-app".to_owned(), "text".to_owned())]);
    store.take_back(&taken).unwrap();
    assert_eq!(all(&mut store), before);
    // What was done since then is not undone with it.
    let taken = store.clear().unwrap();
    store.save_workout(&workout(0, 7_500)).unwrap();
    store.begin(&running()).unwrap();
    store.take_back(&taken).unwrap();
    let loaded = again(&store);
    assert_eq!(loaded.workouts, [workout(9, 6_000), workout(0, 7_500)]);
    assert!(loaded.session.is_some());
}

#[test]
fn a_workout_that_came_in_and_went_on_is_not_torn_by_an_undo() {
    let mut store = phone();
    let everything = changes(Mode::Replace, &Texts::default(), &full_phone().texts().unwrap());
    let taken = store.import(&everything).unwrap();
    let mut session = again(&store).session.unwrap();
    let effects = session.step(Event::Pause, Now { wall: START.plus(3_000), mono: 3_000 }).unwrap();
    store.save_changes(&session, &effects).unwrap();
    store.take_back(&taken).unwrap();
    let loaded = again(&store);
    assert_eq!(loaded.session.unwrap().parts(), session.parts());
    assert!(loaded.workouts.is_empty() && loaded.timers.is_empty() && loaded.tests.is_empty());
}

#[test]
fn without_room_for_all_of_it_nothing_is_changed() {
    let mut store = phone();
    store.save_workout(&workout(0, 6_000)).unwrap();
    let before = all(&mut store);
    let file = file_of(&full_phone());
    let changes = changes(Mode::Replace, &store.texts().unwrap(), &backup::read(&file).unwrap().texts);
    let full = Err(StoreError::Storage(StorageError::Full));
    let memory = store.storage().clone();
    let used: usize =
        memory.keys().unwrap().iter().map(|k| k.len() + memory.get(k).unwrap().unwrap().len()).sum();
    for room in used..used + 400 {
        store.storage_mut().make_room(room);
        assert_eq!(store.import(&changes), full);
        assert_eq!(all(&mut store), before);
    }
    store.storage_mut().make_room(100_000);
    store.import(&changes).unwrap();
    assert_eq!(again(&store).workouts.len(), 3);
    // Nor has an undo that finds no room for all of it changed anything, and it works once there is room.
    let after = all(&mut store);
    let taken = store.clear().unwrap();
    store.confirm();
    store.storage_mut().make_room(600);
    assert_eq!(store.take_back(&taken), full);
    assert_eq!(all(&mut store), []);
    store.storage_mut().make_room(100_000);
    store.take_back(&taken).unwrap();
    assert_eq!(all(&mut store), after);
}
