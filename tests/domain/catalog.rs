//! The catalog is complete, says nothing twice, and leads nowhere in vain.

use std::collections::{BTreeMap, BTreeSet};

use yoke_app::catalog::{self, equipment, muscles, programs};
use yoke_app::training::exercise::{Equipment, Exercise, Role, Share};
use yoke_app::training::lines::Lines;
use yoke_app::training::words::rung;

const BODY: [&str; 47] = [
    "abdomen",
    "ankle",
    "arm",
    "back",
    "belly",
    "biceps",
    "blade",
    "body",
    "breast",
    "chest",
    "chin",
    "collarbone",
    "elbow",
    "eye",
    "face",
    "finger",
    "fist",
    "foot",
    "feet",
    "forearm",
    "forehead",
    "glute",
    "grip",
    "hand",
    "head",
    "heel",
    "hip",
    "jaw",
    "knee",
    "leg",
    "muscle",
    "neck",
    "palm",
    "pelvis",
    "rib",
    "shin",
    "shoulder",
    "side",
    "skin",
    "spine",
    "thigh",
    "throat",
    "thumb",
    "torso",
    "trap",
    "trunk",
    "wrist",
];

#[test]
fn all_54_are_there_and_each_id_once() {
    let ids: Vec<&str> = catalog::exercises().map(|exercise| exercise.id).collect();
    let unique: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(ids.len(), 54);
    assert_eq!(unique.len(), 54);
    for id in ids {
        assert!(id.bytes().all(|b| b.is_ascii_lowercase() || b == b'-'), "{id}");
        assert_eq!(catalog::find(id).map(|exercise| exercise.id), Some(id));
    }
}

#[test]
fn no_field_is_empty() {
    for one in catalog::exercises() {
        let id = one.id;
        assert!(
            (3..=6).contains(&one.words.steps().iter().count()),
            "{id}: {} steps",
            one.words.steps().iter().count()
        );
        assert!(
            (2..=4).contains(&one.words.mistakes().iter().count()),
            "{id}: {} mistakes",
            one.words.mistakes().iter().count()
        );
        assert!(
            !one.goals.is_empty() && !one.equipment.is_empty() && one.words.aliases().iter().count() > 0,
            "{id}"
        );
        assert!(texts(one).iter().all(|text| !text.is_empty() && !text.contains('>')), "{id}");
        assert_eq!(format!("{:?}", one.words).matches('|').count(), 10, "{id}: nine parts between two marks");
        assert!(!one.words.easier().first().is_empty() && !one.words.harder().first().is_empty(), "{id}");
        assert!(one.muscles_with(Share::Primary).next().is_some(), "{id} has no main muscle");
        assert!((1..=10).contains(&one.dose.sets), "{id}");
        for text in texts(one) {
            let sentence =
                text.len() >= 20 && text.ends_with('.') && text.starts_with(|c: char| c.is_uppercase());
            assert!(sentence, "{id}: {text:?} is no sentence");
            let plain = text.chars().all(|c| c.is_ascii() || c == '\u{b0}' || c == '\u{2013}');
            assert!(plain && !text.contains('!') && !text.contains("  "), "{id}: {text:?}");
        }
    }
}

#[test]
fn no_sentence_stands_in_two_entries() {
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    for one in catalog::exercises() {
        for sentence in texts(one).iter().flat_map(|text| text.split(". ")) {
            let key = sentence.trim_end_matches('.').to_lowercase();
            if let Some(other) = seen.insert(key, one.id) {
                assert_eq!(other, one.id, "{} and {other} both say {sentence:?}", one.id);
            }
        }
    }
}

#[test]
fn cautions_name_a_part_of_the_body_and_what_to_do() {
    for one in catalog::exercises() {
        let names_body = |text: &str| {
            let text = text.to_lowercase();
            BODY.iter().any(|part| text.contains(part))
        };
        assert!(names_body(one.words.safely()), "{}: {:?}", one.id, one.words.safely());
        for mistake in one.words.mistakes().iter() {
            assert!(names_body(mistake), "{}: {mistake:?}", one.id);
            let correction = mistake.split_once(": ").map(|(_, correction)| correction);
            assert!(
                correction.is_some_and(|text| text.len() > 10),
                "{}: {mistake:?} corrects nothing",
                one.id
            );
        }
    }
}

#[test]
fn links_lead_somewhere_and_relatives_know_each_other() {
    for one in catalog::exercises() {
        for id in
            linked(one.words.easier()).chain(linked(one.words.harder())).chain(one.words.relatives().iter())
        {
            assert!(catalog::find(id).is_some(), "{} links to {id}", one.id);
            assert_ne!(id, one.id, "{id} links to itself");
        }
        for id in one.words.relatives().iter() {
            let back =
                catalog::find(id).is_some_and(|other| other.words.relatives().iter().any(|id| id == one.id));
            assert!(back, "{id} does not know {}", one.id);
        }
    }
}

#[test]
fn ladders_have_no_loops() {
    type Rungs = fn(&'static Exercise) -> Lines;
    let ways: [(&str, Rungs); 2] =
        [("easier", |one| one.words.easier()), ("harder", |one| one.words.harder())];
    for (name, rungs) in ways {
        for start in catalog::exercises() {
            let mut seen = BTreeSet::new();
            let mut todo: Vec<&str> = linked(rungs(start)).collect();
            while let Some(id) = todo.pop() {
                assert_ne!(id, start.id, "the {name} ladder of {id} comes back to it");
                if seen.insert(id) {
                    todo.extend(linked(rungs(catalog::find(id).unwrap())));
                }
            }
        }
    }
}

#[test]
fn every_piece_of_equipment_is_used_and_named() {
    let used: BTreeSet<Equipment> =
        catalog::exercises().flat_map(|one| one.equipment.iter().copied().flatten().copied()).collect();
    assert_eq!(used.len(), 25, "used: {used:?}");
    let names: BTreeSet<&str> = used.iter().map(|&thing| equipment::name(thing)).collect();
    assert_eq!(names.len(), used.len());
    for one in catalog::exercises() {
        assert!(!equipment::alternatives(one).is_empty(), "{}", one.id);
    }
}

#[test]
fn names_and_aliases_are_not_shared() {
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    for one in catalog::exercises() {
        for name in one.words.aliases().iter().chain([one.name]) {
            let other = seen.insert(name.to_lowercase(), one.id);
            assert_eq!(other, None, "{name:?} is {} and {other:?}", one.id);
        }
    }
}

#[test]
fn every_muscle_is_described_once_and_release_is_not_training() {
    let ids: BTreeSet<&str> = muscles::ALL.iter().map(|info| info.id).collect();
    assert_eq!(ids.len(), muscles::ALL.len());
    for info in &muscles::ALL {
        assert_eq!(muscles::about(info.muscle).id, info.id);
    }
    for one in catalog::exercises().filter(|one| one.id.starts_with("release-")) {
        assert!(one.muscles.iter().all(|used| used.role == Role::Released), "{}", one.id);
    }
}

#[test]
fn programs_name_exercises_that_exist() {
    for program in programs::all() {
        for item in program.days.iter().flat_map(|day| &day.items) {
            assert!(catalog::find(item.exercise.as_str()).is_some(), "{} in {}", item.exercise, program.id);
        }
    }
}

fn linked(rungs: Lines) -> impl Iterator<Item = &'static str> {
    rungs.iter().filter_map(|line| rung(line).0)
}

fn texts(one: &Exercise) -> Vec<&'static str> {
    let words = one.words;
    let mut all = vec![words.safely(), words.stop(), words.home()];
    all.extend(words.steps().iter().chain(words.mistakes().iter()));
    all.extend(words.easier().iter().chain(words.harder().iter()).map(|line| rung(line).1));
    all
}
