//! What follows from the answers of the first run.

use yoke_app::catalog::search::Kit;
use yoke_app::catalog::start::{AIMS, SORE};
use yoke_app::catalog::{self, programs};
use yoke_app::store::{KeyValue, Memory, Settings, Store};
use yoke_app::training::exercise::Equipment;
use yoke_app::training::time::Wall;

#[test]
fn every_aim_and_every_sore_place_leads_to_a_shipped_program() {
    for aim in &AIMS {
        let program = programs::program(aim.program).expect(aim.program);
        assert!(catalog::find(aim.picture).is_some(), "{}", aim.picture);
        assert_eq!(program.days[0].is_guided(), aim.leads(), "{}", aim.name);
    }
    for sore in &SORE {
        let program = programs::program(sore.flow).expect(sore.flow);
        assert!(program.days[0].is_guided(), "{}", sore.name);
        assert!(sore.line.contains(program.name.as_ref()), "{}", sore.line);
    }
}

#[test]
fn the_gear_of_an_aim_is_enough_for_its_program() {
    for aim in &AIMS {
        let gear = aim.gear(Kit::default());
        for day in programs::program(aim.program).unwrap().days {
            for item in day.items {
                let exercise = catalog::find(item.exercise.as_str()).unwrap();
                let way = |things: &&[Equipment]| gear.covers(Kit::of(things));
                let can = exercise.equipment.is_empty() || exercise.equipment.iter().any(way);
                assert!(can, "{} in {}", exercise.id, aim.name);
            }
        }
    }
}

#[test]
fn an_aim_fills_gear_in_and_takes_none_away_that_was_told() {
    let [posture, strength, home] = &AIMS;
    let none = Kit::default();
    let told = Kit::of(&[Equipment::Band]);
    for (aim, known, gear) in [
        (posture, none, none),
        (home, none, home.gear(none)),
        // What another aim had put in was not told by anybody.
        (home, strength.gear(none), home.gear(none)),
        (posture, home.gear(none), none),
        (strength, told, told),
        (home, told, told),
    ] {
        assert_eq!(aim.gear(known), gear, "{}", aim.name);
    }
}

#[test]
fn a_phone_is_fresh_until_anything_is_stored() {
    let (mut store, loaded) = Store::open(Memory::default(), Wall(1));
    assert!(loaded.fresh);
    store.save_settings(&Settings::default()).unwrap();
    assert!(!store.load().fresh);
}

#[test]
fn a_text_that_nobody_can_read_is_something_too() {
    let mut memory = Memory::default();
    KeyValue::set(&mut memory, "yoke/settings", "scribble").unwrap();
    let (_, loaded) = Store::open(memory, Wall(1));
    assert!(!loaded.fresh);
}
