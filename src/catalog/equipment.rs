//! Names of things one needs.
//!
//! Works with `training::exercise`. Invariant: every piece of equipment has one name.

use crate::training::exercise::{Equipment, Exercise};
use crate::training::lines::add;
use crate::training::loading::Loading;
use crate::training::outfit::{Kind, Outfit};
use crate::training::units::WeightUnit;

/// The thing's name in a list.
#[must_use]
pub const fn name(thing: Equipment) -> &'static str {
    match thing {
        Equipment::Barbell => "Barbell",
        Equipment::Dumbbells => "Dumbbells",
        Equipment::Plates => "Weight plates",
        Equipment::Cable => "Cable machine",
        Equipment::Rope => "Rope handle",
        Equipment::CableBar => "Cable bar",
        Equipment::Bench => "Flat bench",
        Equipment::InclineBench => "Incline bench",
        Equipment::HighBench => "Raised bench",
        Equipment::Rack => "Rack with safety arms",
        Equipment::Landmine => "Landmine",
        Equipment::TBar => "T-bar machine",
        Equipment::LowBar => "Low fixed bar",
        Equipment::PullUpBar => "Pull-up bar",
        Equipment::Band => "Band",
        Equipment::SlingTrainer => "Sling trainer",
        Equipment::Backpack => "Backpack",
        Equipment::Bags => "Bags or buckets",
        Equipment::Towel => "Towel",
        Equipment::FoamRoller => "Foam roller",
        Equipment::Ball => "Massage ball",
        Equipment::Wall => "Wall",
        Equipment::Doorway => "Doorway",
        Equipment::Chair => "Chair",
        Equipment::Floor => "Floor",
    }
}

/// What an exercise needs, in a few words: `Barbell`, `Dumbbells, incline bench`, `No equipment`.
/// Of several ways the first is named.
#[must_use]
pub fn summary(exercise: &Exercise) -> String {
    let first: &[Equipment] = exercise.equipment.first().copied().unwrap_or_default();
    let mut text = String::new();
    for &thing in first {
        if text.is_empty() {
            text.push_str(name(thing));
        } else {
            text.push_str(", ");
            text.push_str(&name(thing).to_ascii_lowercase());
        }
    }
    if text.is_empty() { "No equipment".to_owned() } else { text }
}

/// All ways to equip an exercise: `Cable machine, or sling trainer, or nothing`.
#[must_use]
pub fn alternatives(exercise: &Exercise) -> String {
    let way = |things: &&[Equipment]| {
        let mut text = String::new();
        for &thing in *things {
            add(&mut text, " and ", &name(thing).to_ascii_lowercase());
        }
        if text.is_empty() { "nothing".to_owned() } else { text }
    };
    let mut text = String::new();
    for things in exercise.equipment {
        add(&mut text, ", or ", &way(things));
    }
    if let Some(first) = text.get_mut(0..1) {
        first.make_ascii_uppercase();
    }
    text
}

/// What can be loaded for an exercise with the weights of `outfit`; `None` where there is nothing to weigh, such as bands
/// or body weight. `unit` is for what was not told.
#[must_use]
pub fn loading(exercise: Option<&Exercise>, unit: WeightUnit, outfit: &Outfit) -> Option<Loading> {
    let first: &[Equipment] = exercise.and_then(|e| e.equipment.first().copied()).unwrap_or_default();
    first.iter().find_map(|thing| match thing {
        Equipment::Barbell => Some(outfit.of(Kind::Bar, unit)),
        Equipment::Dumbbells => Some(outfit.of(Kind::Dumbbells, unit)),
        Equipment::Cable => Some(outfit.of(Kind::Stack, unit)),
        Equipment::TBar | Equipment::Landmine | Equipment::Plates | Equipment::Backpack | Equipment::Bags => {
            Some(Loading::free(unit))
        }
        _ => None,
    })
}
