//! Hard sets on the chart of the back, and as bars.

use crate::catalog;
use crate::figure::musclemap::{Crop, Side};
use crate::training::exercise::{ExerciseId, Muscle};
use crate::training::history::Workout;
use crate::training::time::Day;
use crate::training::volume::{GROUPS, Group, HalfSets, Heat, week};
use crate::web::components::figure::muscle_chart;
use crate::web::dom::{El, el, percent, span};

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

/// The hard sets of a group as a number and a bar, with the ends of its target.
pub fn gauge(group: &Group, sets: HalfSets) -> El {
    let (low, high) = group.target;
    let full = f64::from(high) * 1.15;
    let share = |sets: f64| percent(sets / full);
    let bar = span("b", "")
        .attr("aria-hidden", "true")
        .attr("data-h", Heat::of(sets, group.target).level().to_string())
        .style("--lo", share(f64::from(low)))
        .style("--hi", share(f64::from(high)))
        .style("--v", share(f64::from(sets.0) / 2.0));
    el("li.gauge")
        .child(span("n", group.name))
        .child(span("v", sets.text()).child(el("i").text(format!(" / {low}\u{2013}{high}"))))
        .child(bar)
}
