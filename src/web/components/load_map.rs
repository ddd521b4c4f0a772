//! Hard sets on the chart of the back.

use crate::catalog;
use crate::figure::musclemap::{Crop, Side};
use crate::training::exercise::{ExerciseId, Muscle};
use crate::training::history::Workout;
use crate::training::time::Day;
use crate::training::volume::{GROUPS, Group, HalfSets, Heat, week};
use crate::web::components::figure::muscle_chart;
use crate::web::dom::{El, el, span};

/// The hard sets of each group in the week of `monday`.
#[must_use]
pub fn sets_of(history: &[Workout], monday: Day) -> Vec<(&'static Group, HalfSets)> {
    let muscles_of = |id: &ExerciseId| catalog::find(id.as_str()).map(|exercise| exercise.muscles);
    GROUPS.iter().map(|group| (group, week(group, history, monday, muscles_of))).collect()
}

/// The chart; `target` says against what a group's sets are held, `label` what is shown.
pub fn load_map(sets: &[(&'static Group, HalfSets)], target: fn(&Group) -> (u32, u32), label: &str) -> El {
    let mut heat: Vec<(Muscle, u8)> = Vec::new();
    let mut spoken = String::new();
    for (group, sets) in sets {
        let level = Heat::of(*sets, target(group)).level();
        heat.extend(group.muscles.iter().map(|muscle| (*muscle, level)));
        spoken = format!("{spoken} {} {},", group.name, sets.text());
    }
    let label = format!("Muscle chart of the back. {label}:{}", spoken.trim_end_matches(','));
    let layer = |class, text| span(class, text).unspoken();
    el("div.map")
        .child(muscle_chart(Side::Back, Crop::Trunk, &heat, &label))
        .child(layer("lay l", "deep"))
        .child(layer("lay r", "surface"))
}
