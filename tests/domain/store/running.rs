//! The running workout: its sets under keys of their own, whose plan may change in the middle.

use yoke_app::catalog::programs;
use yoke_app::session::{Event, Plan, Record, Session, Stage};
use yoke_app::store::{KeyValue, Memory, v1};
use yoke_app::training::history::WorkoutId;
use yoke_app::training::remarks::Remarks;
use yoke_app::training::time::{Now, UtcOffset};

use super::{START, into_memory, log, open, session};

#[test]
fn a_set_of_another_workout_is_not_mixed_in() {
    let (mut store, _) = open(Memory::default(), START);
    let mut old = session();
    store.begin(&old).unwrap();
    let effects = log(&mut old, 9_000, 8_000);
    store.save_changes(&old, &effects).unwrap();
    let mut memory = into_memory(&store);
    let set = memory.get("yoke/run/set/000").unwrap().unwrap();
    let (mut other, _) = open(Memory::default(), START);
    let program = programs::program("posture-reset").unwrap();
    let plan = Plan { title: "P".into(), source: None, items: program.days[0].items.clone(), timer: None };
    let fresh = Session::begin(
        WorkoutId::new(START.plus(1), 1),
        plan,
        Now { wall: START, mono: 0 },
        UtcOffset::default(),
    );
    other.begin(&fresh).unwrap();
    memory = into_memory(&other);
    memory.set("yoke/run/set/000", &set).unwrap();
    let (_, loaded) = open(memory, START);
    assert!(loaded.session.unwrap().records().iter().all(|record| *record == Record::Open));
    assert_eq!(loaded.findings.len(), 1);
}

/// A workout whose plan is changed in the middle, with what is stored before and after.
fn replanned() -> (Memory, Memory, Session) {
    let (mut store, _) = open(Memory::default(), START);
    let mut running = session();
    store.begin(&running).unwrap();
    let effects = log(&mut running, 10_000, 8_000);
    store.save_changes(&running, &effects).unwrap();
    let before = into_memory(&store);
    let row = running.plan().items[3].clone();
    let now = Now { wall: START.plus(20_000), mono: 20_000 };
    let effects = running.step(Event::Swap { item: 0, with: Box::new(row) }, now).unwrap();
    store.save_changes(&running, &effects).unwrap();
    (before, into_memory(&store), running)
}

#[test]
fn a_changed_plan_comes_back_with_its_sets() {
    let (_, stored, running) = replanned();
    let (_, loaded) = open(stored, START);
    assert!(loaded.findings.is_empty(), "{:?}", loaded.findings);
    assert_eq!(loaded.session.unwrap().parts(), running.parts());
}

#[test]
fn a_crash_in_the_middle_of_a_changed_plan_loses_no_set() {
    let (before, after, _) = replanned();
    // The storage keeps writes in their order; the crash comes after any number of them.
    let (mut store, _) = open(before.clone(), START);
    let mut running = open(before.clone(), START).1.session.unwrap();
    let row = running.plan().items[3].clone();
    let now = Now { wall: START.plus(20_000), mono: 20_000 };
    let effects = running.step(Event::Swap { item: 0, with: Box::new(row) }, now).unwrap();
    store.save_changes(&running, &effects).unwrap();
    let mutations = store.outgoing();
    assert!(mutations.len() > 3);
    for done in 0..=mutations.len() {
        let mut torn = before.clone();
        for mutation in &mutations[..done] {
            torn.set(&mutation.key, &mutation.text).unwrap();
        }
        let (_, loaded) = open(torn, START);
        assert!(loaded.findings.is_empty(), "after {done}: {:?}", loaded.findings);
        let session = loaded.session.unwrap();
        assert_eq!(session.logged(), 1, "after {done}");
        let first = session.workout(START).unwrap().entries[0].exercise.to_string();
        assert_eq!(first, "deadlift", "after {done}");
    }
    let (mut store, _) = open(after, START);
    store.confirm();
    let left = into_memory(&store).keys().unwrap();
    assert!(left.iter().all(|key| !key.ends_with("set/000")), "the old sets are gone: {left:?}");
}

#[test]
fn plans_of_the_first_days_are_still_read() {
    // As the first version wrote them: rows end before or after the reserve, no timer, no count of changes.
    let payload = r#"["1795255200000-002r","Session A",null,1795255200000,60,[["deadlift",[3,0,4,6,0,0,180,1,0,2,0,0,1,2]],["cat-cow",[1,1,8,0,2,0,0,2,2,3,0,1]]]]"#;
    let plan = v1::read_plan(payload).unwrap();
    let parts = v1::join(plan, None, Vec::new(), Remarks::default());
    assert_eq!(parts.plan.items[0].target_text(), "4\u{2013}6");
    assert_eq!(parts.plan.items[0].rir.map(|range| range.max.get()), Some(2));
    assert_eq!(parts.plan.items[0].rest_to.get(), 360, "the window is twice the rest");
    assert_eq!(parts.plan.items[1].rir, None);
    assert_eq!((parts.revision, parts.plan.timer), (0, None));
}

#[test]
fn without_its_stage_a_workout_waits_before_its_first_open_set() {
    let (mut store, _) = open(Memory::default(), START);
    let mut running = session();
    store.begin(&running).unwrap();
    let effects = log(&mut running, 9_000, 8_000);
    store.save_changes(&running, &effects).unwrap();
    let mut memory = into_memory(&store);
    memory.set("yoke/run/now", "garbage").unwrap();
    let (_, loaded) = open(memory, START);
    let session = loaded.session.unwrap();
    assert!(matches!(session.stage(), Stage::Ready { step: 1, .. }), "{:?}", session.stage());
    assert_eq!(session.logged(), 1);
}
