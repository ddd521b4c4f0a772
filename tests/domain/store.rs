//! The store: exact round trips, and nothing readable lost whatever happens to the bytes.

mod properties;
mod running;

use yoke_app::catalog::programs;
use yoke_app::catalog::search::Kit;
use yoke_app::session::Plan;
use yoke_app::session::{Event, Session};
use yoke_app::store::settings::Theme;
use yoke_app::store::{
    Finding, KeyValue, Loaded, Memory, Settings, StorageError, Store, StoreError, Unreadable, envelope, v1,
};
use yoke_app::training::edit;
use yoke_app::training::exercise::{Equipment, ExerciseId, Laterality, Measure, Muscle};
use yoke_app::training::history::{Amount, Done, Entry, SetLog, Source, Workout, WorkoutId};
use yoke_app::training::outfit::Outfit;
use yoke_app::training::own::{self, OwnExercise};
use yoke_app::training::program::Weekdays;
use yoke_app::training::remarks::Remarks;
use yoke_app::training::reminder::{Plan as Reminders, Reminder, Standing};
use yoke_app::training::time::{Day, Now, TimeOfDay, UtcOffset, Wall};
use yoke_app::training::units::{Load, Reps, Rir, WeightUnit};

pub const START: Wall = Wall(1_795_255_200_000);

/// Opens a store without a journal, to the state in which it can be worked with.
fn open(local: Memory, now: Wall) -> (Store<Memory>, Loaded) {
    let (mut store, loaded) = Store::open(local, now);
    let again = store.settle(None).loaded;
    (store, again.unwrap_or(loaded))
}

pub fn session() -> Session {
    let program = programs::program("size-and-strength").unwrap();
    let source = Some(Source { program: program.id.clone(), day: 0, mark: "A".into() });
    let plan = Plan {
        title: "Session A, deadlift".into(),
        source,
        items: program.days[0].items.clone(),
        timer: None,
    };
    Session::begin(WorkoutId::new(START, 99), plan, Now { wall: START, mono: 0 }, UtcOffset::minutes(-330))
}

pub fn log(session: &mut Session, at: u64, hundredths: u32) -> Vec<yoke_app::session::Effect> {
    let now = Now { wall: START.plus(at), mono: at };
    let load = Load::from_hundredths(hundredths, WeightUnit::Kg).ok();
    session.step(Event::Log { load, done: Done::Both(Amount::Reps(Reps::new(5).unwrap())) }, now).unwrap()
}

pub fn workout(number: u64) -> Workout {
    let started = START.plus(number * 86_400_000);
    let set = |nth: u64| SetLog {
        load: Load::from_hundredths(8_250, WeightUnit::Kg).ok(),
        done: Done::Both(Amount::Reps(Reps::new(6).unwrap())),
        rir: Rir::new(2).ok(),
        warm_up: false,
        at: started.plus(nth * 185_437),
    };
    let names = ["barbell-row", "pull-up", "single-arm-row", "rear-lateral-raise", "mid-back-shrug"];
    let entries = names.iter().zip(0_u64..).map(|(name, nth)| Entry {
        exercise: ExerciseId::stored(name),
        sets: (nth * 5..nth * 5 + 5).map(set).collect(),
    });
    Workout {
        id: WorkoutId::new(started, number as u32),
        title: "Session B, rows".into(),
        source: Some(Source { program: "size-and-strength".into(), day: 1, mark: "B".into() }),
        started,
        ended: started.plus(2_700_000),
        offset: UtcOffset::minutes(60),
        entries: entries.collect(),
        remarks: Remarks::default(),
    }
}

#[test]
fn a_running_workout_comes_back_to_the_millisecond() {
    let (mut store, loaded) = open(Memory::default(), START);
    assert!(loaded.session.is_none() && loaded.workouts.is_empty() && loaded.findings.is_empty());
    let mut running = session();
    store.begin(&running).unwrap();
    let effects = log(&mut running, 12_345, 8_050);
    store.save_changes(&running, &effects).unwrap();
    let set = into_memory(&store).get("yoke/run/set/000").unwrap();
    assert!(set.is_some_and(|text| text.len() < 80), "a set has its own small key");
    let (_, again) = open(into_memory(&store), START);
    assert_eq!(again.session.unwrap().parts(), running.parts());
}

#[test]
fn writing_a_set_costs_the_same_with_a_long_history() {
    let cost = |workouts: u64| {
        let (mut store, _) = open(Memory::default(), START);
        for number in 0..workouts {
            store.save_workout(&workout(number)).unwrap();
        }
        let mut running = session();
        store.begin(&running).unwrap();
        let effects = log(&mut running, 9_000, 8_000);
        store.outgoing();
        store.save_changes(&running, &effects).unwrap();
        let mutations = store.outgoing();
        (mutations.len(), mutations.iter().map(|mutation| mutation.text.len()).sum::<usize>())
    };
    let (few, many) = (cost(1), cost(400));
    assert_eq!(few.0, many.0);
    assert!(many.1 <= few.1 + 8, "{few:?} against {many:?}: only the sequence number may grow");
}

#[test]
fn a_finished_workout_is_one_small_record_and_leaves_nothing_running() {
    let (mut store, _) = open(Memory::default(), START);
    let running = session();
    store.begin(&running).unwrap();
    let done = workout(0);
    store.finish(&done).unwrap();
    store.confirm();
    let memory = into_memory(&store);
    let keys = memory.keys().unwrap();
    assert_eq!(keys.len(), 1, "{keys:?}");
    let text = memory.get(&keys[0]).unwrap().unwrap();
    assert!(text.len() <= 640, "{} characters for 25 sets: {text}", text.len());
    let (_, again) = open(memory, START);
    assert_eq!(again.workouts, [done]);
    assert!(again.session.is_none());
}

#[test]
fn a_crash_between_packing_and_clearing_keeps_the_record_once() {
    let (mut store, _) = open(Memory::default(), START);
    let mut running = session();
    store.begin(&running).unwrap();
    let effects = log(&mut running, 9_000, 8_000);
    store.save_changes(&running, &effects).unwrap();
    store.save_workout(&running.workout(START.plus(10_000)).unwrap()).unwrap();
    let (_, again) = open(into_memory(&store), START);
    assert_eq!(again.workouts.len(), 1);
    assert!(again.session.is_none(), "its running parts are cleared, not resumed");
}

#[test]
fn settings_come_back() {
    let (mut store, _) = open(Memory::default(), START);
    let settings = Settings {
        unit: WeightUnit::Lb,
        sound: false,
        pocket: true,
        volume: 30,
        voice: true,
        voice_name: Some("Aunt \u{1f3cb}".into()),
        flash: true,
        quiet: 0b10_0101,
        vibrate: false,
        keep_awake: false,
        theme: Theme::Light,
        gear: Kit::of(&[Equipment::Band, Equipment::Backpack]),
        outfit: Outfit::default(),
        all_sets: vec![ExerciseId::stored("barbell-row")],
        warm_up: true,
        fillers: true,
        program: Some("posture-reset".into()),
        extras: ["face-pull", "prone-y-raise"].map(ExerciseId::stored).into(),
        backed_up: START,
        reminder: Reminder {
            on: true,
            plan: Reminders::new(TimeOfDay::minutes(600), TimeOfDay::minutes(1_020), 45, Weekdays::WORKING)
                .unwrap(),
            standing: Standing::NotToday(Day::local(START, UtcOffset::default())),
            made: START,
        },
        home_asked: true,
        tests_put_off: START,
    };
    store.save_settings(&settings).unwrap();
    let (_, again) = open(into_memory(&store), START);
    assert_eq!(again.settings, settings);
    // As the first version wrote them.
    let first = v1::read_settings(r#"["lb",false,30,false,false,"light",["band"],"posture-reset"]"#).unwrap();
    assert_eq!((first.volume, first.pocket, first.voice, first.quiet), (30, false, false, 0));
    assert_eq!((first.reminder, first.extras), (Reminder::default(), Vec::new()));
    assert!(!first.home_asked);
    assert_eq!(first.tests_put_off, Wall(0));
    // Before the home screen was spoken of there were six numbers.
    let text = v1::write_settings(&settings);
    let six = text.replace("[1,1,1,37,1,1,1]", "[1,1,1,37,1,1]");
    assert_ne!(six, text, "{text}");
    assert_eq!(v1::read_settings(&six).unwrap(), Settings { home_asked: false, ..settings.clone() });
    // As this one writes them; a reminder that makes no sense is not believed, and the rest stays.
    let written = "[1,600,1020,45,31,1795255200000,3,1795219200000]";
    let end = format!(",{written},\"face-pull\",{},[\"prone-y-raise\"]]", START.0);
    assert!(text.ends_with(&end), "{text}");
    // Before there could be several of them there was one.
    let one = text.replace(",[\"prone-y-raise\"]]", "]");
    let extras = vec![ExerciseId::stored("face-pull")];
    assert_eq!(v1::read_settings(&one).unwrap(), Settings { extras, ..settings.clone() });
    let usual = Reminder::default();
    for (numbers, plan) in [
        (written, settings.reminder.plan),
        ("[1,1020,600,45,31,0,0,0]", usual.plan),
        ("[1,600,1020,7,31,0,0,0]", usual.plan),
        ("[1,600,1020,45,0,0,0,0]", usual.plan),
        ("[1,600,1020,45,31]", usual.plan),
        ("[]", usual.plan),
        ("null", usual.plan),
    ] {
        let read = v1::read_settings(&text.replace(written, numbers)).unwrap();
        assert_eq!((read.reminder.plan, read.backed_up), (plan, START), "{numbers}");
        assert_eq!(read.reminder.on, numbers == written, "{numbers}");
    }
}

#[test]
fn own_exercises_come_back_and_are_put_away_not_erased() {
    let (mut store, _) = open(Memory::default(), START);
    let mut own = OwnExercise {
        id: own::new_id(START, 7),
        name: "Ring row \u{1f3cb} \"wide\"".into(),
        measure: Measure::BodyReps,
        laterality: Laterality::PerSide,
        muscles: vec![Muscle::Rhomboids, Muscle::Biceps],
        equipment: vec![Equipment::SlingTrainer],
        figure: Some(ExerciseId::shipped("inverted-row")),
        notes: "Rings at hip height.\nSlow.".into(),
        put_away: false,
    };
    store.save_own(&own).unwrap();
    own.put_away = true;
    store.save_own(&own).unwrap();
    let (_, again) = open(into_memory(&store), START);
    assert_eq!(again.own, [own]);
}

#[test]
fn own_programs_come_back_newest_first_and_can_be_taken_away() {
    let (mut store, _) = Store::open(Memory::default(), START);
    let older = edit::copy(&programs::program("desk-day").unwrap(), "own-1795255200000-5".into());
    let mut newer = edit::copy(&programs::program("back-detail").unwrap(), "own-1795255200001-5".into());
    store.save_program(&older).unwrap();
    store.save_program(&newer).unwrap();
    let at = edit::At { day: 1, item: 2 };
    let name = edit::Edit::Words(edit::Words::Name, "Upper day \u{1f3cb} \"two\"");
    edit::apply(&mut newer, at, name).unwrap();
    edit::apply(&mut newer, at, edit::Edit::Join).unwrap();
    store.save_program(&newer).unwrap();
    let (_, again) = Store::open(into_memory(&store), START);
    assert_eq!(again.programs, [newer.clone(), older.clone()]);
    store.remove_program(&newer.id).unwrap();
    let (_, again) = Store::open(into_memory(&store), START);
    assert_eq!(again.programs, [older]);
}

#[test]
fn own_programs_are_read_as_the_first_version_wrote_them() {
    let row =
        r#"["Pull day","Slow.",149,[["Session A",[["deadlift",[3,0,4,6,0,0,180,1,1,2,1,0,1,2,0,0,360,0]]]]]"#;
    let program = v1::read_program(&format!("{row}]"), "own-1-1".into()).unwrap();
    assert_eq!((program.name.as_ref(), program.rule.as_ref()), ("Pull day", "Slow."));
    assert_eq!(program.cadence.text(), "Mon, Wed, Fri");
    assert_eq!(program.days[0].items[0].target_text(), "4\u{2013}6");
    assert_eq!(v1::write_program(&program), format!("{row}]"));
    let with_increment = row.replace("360,0]", "360,0,10]") + "]";
    let raised = v1::read_program(&with_increment, "own-1-1".into()).unwrap();
    assert_eq!(raised.days[0].items[0].increment, 10);
    assert_eq!(v1::write_program(&raised), with_increment);
    // What a later version adds behind is left out, what makes no program is refused.
    assert_eq!(v1::read_program(&format!(r#"{row},7,["x"]]"#), "own-1-1".into()), Ok(program));
    for row in [r#"["A","",0,[]]"#, r#"["","",0,[["B",[]]]]"#, r#"["A","",8,[["B",[]]]]"#, "[]", "7"] {
        assert_eq!(v1::read_program(row, "own-1-1".into()), Err(Unreadable::Content), "{row}");
    }
}

#[test]
fn what_cannot_be_read_is_set_aside_unchanged_and_the_rest_goes_on() {
    let (mut store, _) = open(Memory::default(), START);
    for number in 0..3 {
        store.save_workout(&workout(number)).unwrap();
    }
    let mut memory = into_memory(&store);
    let key = format!("yoke/w/{}", workout(1).id.as_str());
    let broken = memory.get(&key).unwrap().unwrap().replace("rear-lateral", "rear-lateral\u{0}");
    memory.set(&key, &broken).unwrap();
    let (mut store, loaded) = open(memory, Wall(42));
    store.confirm();
    assert_eq!(loaded.workouts.len(), 2);
    assert_eq!(loaded.findings, [Finding::SetAside { key: key.clone(), why: Unreadable::Checksum }]);
    let memory = into_memory(&store);
    let aside = memory.get(&format!("yoke/aside/42/{key}")).unwrap().unwrap();
    assert!(aside.ends_with(&broken) && aside.starts_with(&Unreadable::Checksum.to_string()));
    assert_eq!(memory.get(&key).unwrap(), None);
    let (_, quiet) = open(memory, Wall(43));
    assert!(quiet.findings.is_empty(), "told once: {:?}", quiet.findings);
}

#[test]
fn without_room_to_set_it_aside_it_stays_where_it_is() {
    let mut memory = Memory::with_room(60);
    memory.set("yoke/settings", "nonsense that is rather long, see").unwrap();
    let (store, loaded) = open(memory, START);
    assert!(matches!(loaded.findings[..], [Finding::LeftInPlace { .. }]));
    assert!(into_memory(&store).get("yoke/settings").unwrap().unwrap().starts_with("nonsense"));
    let mut store = store;
    let full = Err(StoreError::Storage(StorageError::Full));
    assert_eq!(store.save_settings(&Settings::default()), full, "nothing takes its place before it is safe");
    assert!(into_memory(&store).get("yoke/settings").unwrap().unwrap().starts_with("nonsense"));
}

#[test]
fn data_of_a_newer_version_is_not_touched() {
    let mut memory = Memory::default();
    let newer = envelope::seal(9, 5, "yoke/settings", "{\"whatever\":1}");
    memory.set("yoke/settings", &newer).unwrap();
    let before = memory.clone();
    let (mut store, loaded) = open(memory, START);
    assert_eq!(loaded.findings, [Finding::Newer { version: 9 }]);
    assert_eq!(store.save_settings(&Settings::default()), Err(StoreError::ReadOnly));
    assert_eq!(store.begin(&session()), Err(StoreError::ReadOnly));
    assert_eq!(into_memory(&store), before);
}

#[test]
fn a_full_store_says_so_and_keeps_what_it_had() {
    let (mut store, _) = open(Memory::with_room(900), START);
    store.save_workout(&workout(0)).unwrap();
    let before = into_memory(&store);
    assert_eq!(store.save_workout(&workout(1)), Err(StoreError::Storage(StorageError::Full)));
    assert_eq!(into_memory(&store), before);
}

#[test]
fn once_there_is_room_again_everything_that_was_not_kept_is_written() {
    let (mut store, _) = open(Memory::with_room(300), START);
    let mut running = session();
    assert!(store.begin(&running).is_err());
    let effects = log(&mut running, 9_000, 8_000);
    assert!(store.save_changes(&running, &effects).is_err());
    store.storage_mut().make_room(100_000);
    let now = Now { wall: START.plus(12_000), mono: 12_000 };
    let effects = running.step(Event::Rate { step: 0, rir: Rir::new(1).ok() }, now).unwrap();
    store.save_changes(&running, &effects).unwrap();
    let (_, again) = open(into_memory(&store), START);
    assert_eq!(again.session.unwrap().parts(), running.parts());
    // What is taken back while nothing can be kept does not come back either.
    store.storage_mut().make_room(10);
    let now = Now { wall: START.plus(14_000), mono: 14_000 };
    let mut effects = running.step(Event::Undo, now).unwrap();
    effects.sort_by_key(|effect| *effect != yoke_app::session::Effect::StageChanged);
    assert!(store.save_changes(&running, &effects).is_err());
    store.storage_mut().make_room(100_000);
    store.save_changes(&running, &[]).unwrap();
    let (_, again) = open(into_memory(&store), START);
    assert_eq!(again.session.unwrap().parts(), running.parts());
}

pub fn into_memory(store: &Store<Memory>) -> Memory {
    store.storage().clone()
}
