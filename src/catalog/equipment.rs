//! Names of things one needs.
//!
//! Works with `training::exercise`. Invariant: every piece of equipment has one name.

use crate::training::exercise::{Equipment, Exercise};
use crate::training::loading::Loading;
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
        if things.is_empty() {
            return "nothing".to_owned();
        }
        things.iter().map(|&thing| name(thing).to_ascii_lowercase()).collect::<Vec<_>>().join(" and ")
    };
    let mut text = exercise.equipment.iter().map(way).collect::<Vec<_>>().join(", or ");
    if let Some(first) = text.get_mut(0..1) {
        first.make_ascii_uppercase();
    }
    text
}

/// What can be loaded for an exercise, as a usual gym has it; `None` where there is nothing to weigh, such as bands or
/// body weight.
#[must_use]
pub fn loading(exercise: Option<&Exercise>, unit: WeightUnit) -> Option<Loading> {
    let first: &[Equipment] = exercise.and_then(|e| e.equipment.first().copied()).unwrap_or_default();
    first.iter().find_map(|thing| match thing {
        Equipment::Barbell => Some(Loading::bar(unit)),
        Equipment::Dumbbells => Some(Loading::dumbbells(unit)),
        Equipment::Cable => Some(Loading::stack(unit)),
        Equipment::TBar | Equipment::Landmine | Equipment::Plates | Equipment::Backpack | Equipment::Bags => {
            Some(Loading::free(unit))
        }
        _ => None,
    })
}

/// How loads step on a piece of gear, in hundredths of the unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LoadSteps {
    /// The first load there is: the empty bar, the lightest dumbbell.
    pub first: u32,
    /// From one load to the next.
    pub step: u32,
}

/// How loads step for an exercise: an empty bar of 20 kg or 45 lb and 2.5 kg or 5 lb from there; dumbbells by
/// 2 kg or 5 lb; else by 2.5 kg or 5 lb.
#[must_use]
pub fn load_steps(exercise: Option<&Exercise>, unit: WeightUnit) -> LoadSteps {
    let first: &[Equipment] = exercise.and_then(|e| e.equipment.first().copied()).unwrap_or_default();
    let has = |thing| first.contains(&thing);
    match unit {
        WeightUnit::Kg if has(Equipment::Barbell) => LoadSteps { first: 2_000, step: 250 },
        WeightUnit::Kg if has(Equipment::Dumbbells) => LoadSteps { first: 200, step: 200 },
        WeightUnit::Kg => LoadSteps { first: 250, step: 250 },
        WeightUnit::Lb if has(Equipment::Barbell) => LoadSteps { first: 4_500, step: 500 },
        WeightUnit::Lb => LoadSteps { first: 500, step: 500 },
    }
}
