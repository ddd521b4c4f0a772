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
    assert_eq!(keys.len(), 4_161, "a record each, and the settings");
    assert!(all < 2_500_000, "{all} characters");
    let loaded = Store::open(memory.clone(), Wall(0)).1;
    assert_eq!(
        loaded
            .workouts
            .iter()
            .flat_map(|workout| &workout.entries)
            .map(|entry| entry.sets.len())
            .sum::<usize>(),
        104_000
    );
    assert!(loaded.findings.is_empty(), "{:?}", loaded.findings);
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
