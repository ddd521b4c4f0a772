//! Twenty years of training: what they take, and that nothing grows with them but what has to.

use yoke_app::exchange::backup;
use yoke_app::exchange::merge::{Mode, changes};
use yoke_app::store::{KeyValue, Memory, Store, Texts};
use yoke_app::training::time::Wall;

#[path = "../../tools/years.rs"]
mod years;

#[test]
fn twenty_years_fit_into_half_of_what_browsers_keep() {
    let store = years::store(20);
    let memory = store.storage();
    let size = |key: &String| key.len() + memory.get(key).unwrap().unwrap().len();
    let keys = memory.keys().unwrap();
    let all: usize = keys.iter().map(size).sum();
    assert_eq!(keys.len(), 5_121, "a record each, four self-tests a month, and the settings");
    assert!(all < 2_600_000, "{all} characters");
    let (mut store, mut loaded) = Store::open(memory.clone(), Wall(0));
    assert_eq!(loaded.workouts.len(), 200, "about a year at once");
    assert_eq!(loaded.tests.len(), 960, "and all self-tests");
    while store.has_older() {
        let older = store.read_on(73);
        loaded.workouts.extend(older.workouts);
        loaded.findings.extend(older.findings);
    }
    let all: Vec<_> = years::workouts(20).into_iter().rev().collect();
    assert!(loaded.workouts == all, "all of them, newest first");
    assert_eq!(
        all.iter().flat_map(|workout| &workout.entries).map(|entry| entry.sets.len()).sum::<usize>(),
        104_000
    );
    assert!(loaded.findings.is_empty(), "{:?}", loaded.findings);
}

#[test]
fn a_record_of_long_ago_that_cannot_be_read_is_set_aside_when_its_turn_comes() {
    let mut memory = years::store(2).storage().clone();
    let key = memory.keys().unwrap().into_iter().find(|key| key.starts_with("yoke/w/")).unwrap();
    memory.set(&key, "broken").unwrap();
    let (mut store, loaded) = Store::open(memory, Wall(5));
    assert!(loaded.findings.is_empty());
    store.settle(None);
    let older = store.read_on(usize::MAX);
    assert_eq!((older.workouts.len(), older.findings.len(), store.has_older()), (215, 1, false));
    assert_eq!(
        store.storage().get(&format!("yoke/aside/5/{key}")).unwrap().unwrap().lines().last(),
        Some("broken")
    );
}

#[test]
fn a_backup_of_twenty_years_comes_back_whole() {
    let texts = years::store(20).texts().unwrap();
    let read = backup::read(&backup::write(Wall(1), &texts)).unwrap();
    assert_eq!((read.refused, read.missing), (0, 0));
    let mut fresh = Store::open(Memory::default(), Wall(0)).0;
    let taken = fresh.import(&changes(Mode::Merge, &Texts::default(), &read.texts)).unwrap();
    assert_eq!(fresh.texts().unwrap(), texts);
    fresh.take_back(&taken).unwrap();
    assert!(fresh.texts().unwrap().is_empty());
}
