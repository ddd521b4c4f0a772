//! What the week still lacks, and one tap that adds an exercise for it to the next workout; pulling against pushing, left
//! against right, minutes of posture and mobility.

use crate::catalog;
use crate::catalog::search::Query;
use crate::catalog::swap::fills;
use crate::training::balance::{MINUTES, Uneven, balance, sides, uneven};
use crate::training::exercise::{Exercise, ExerciseId};
use crate::training::history::Workout;
use crate::training::prescription::Prescription;
use crate::training::time::Day;
use crate::training::volume::{Group, furthest_behind};
use crate::web::components::frame::link_to;
use crate::web::components::load_map::sets_of;
use crate::web::dom::{El, View, button, el, p};
use crate::web::routes::Route;
use crate::web::signal::untrack;
use crate::web::state::Yoke;

/// The group that is furthest behind, what trains it, and the tap.
pub(super) fn lacking(yoke: Yoke, history: &[Workout], today: Day) -> View {
    let sets = sets_of(history, today.monday());
    let Some((group, done)) = furthest_behind(&sets) else {
        return p("body2", "Every muscle group has its hard sets.").into();
    };
    let low = group.target.0.to_string();
    let text = ["Furthest behind: ", group.name, ", ", &done.text(), " of ", &low, " hard sets. "].concat();
    let muscle = group.muscles.first().copied();
    let find = Route::Exercises(Query { muscle, ..Query::default() }.to_string());
    View::many([
        p("body2", text).child(link_to("txl", find).text("Exercises for it")).into(),
        add(yoke, group).into(),
    ])
}

/// A plain sentence for whatever there is to say of these exercises and of the whole.
pub(super) fn balanced(yoke: Yoke, history: &[Workout], today: Day, ids: &[ExerciseId]) -> El {
    let sum = balance(history, today, |id| catalog::find(id.as_str()));
    let mut said = el("div");
    let mut say = |parts: &[&str]| said = said.clone().child(p("body2", parts.concat()));
    if sum.pulls + sum.pushes > 0 {
        let (pulls, pushes) = (sum.pulls.to_string(), sum.pushes.to_string());
        // Source: training facts, "Balance pulling against the pushing".
        let advice = if sum.pulls < sum.pushes { " Pull at least as much as you push." } else { "" };
        say(&["Pulling to pushing in 4 weeks: ", &pulls, " to ", &pushes, " hard sets.", advice]);
    }
    for id in ids {
        let sides = sides(history, id, today);
        if let Some(uneven) = uneven(sides) {
            let [left, right] = sides.map(|side| match uneven {
                Uneven::Load => side.top.map_or("no load".to_owned(), |load| load.to_string()),
                Uneven::Reps => [&side.reps.to_string(), " reps"].concat(),
            });
            say(&[&yoke.name_of(id), " in 4 weeks: left ", &left, ", right ", &right, "."]);
        }
    }
    let minutes = (sum.seconds + 30) / 60;
    let lacks = minutes < MINUTES;
    let (minutes, of, days) = (minutes.to_string(), MINUTES.to_string(), sum.days.to_string());
    let (on, days, end) = match sum.days {
        0 => ("", "", "."),
        1 => (", on ", &*days, " day."),
        _ => (", on ", &*days, " days."),
    };
    say(&["Posture, mobility and release: ", &minutes, " of ", &of, " min this week", on, days, end]);
    if lacks && yoke.session().with_untracked(Option::is_none) {
        said = said.child(link_to("link", Route::Break).text("Posture break"));
    }
    said
}

/// Adds an exercise for `group` to the open workout, or else to the next one of the chosen program.
fn add(yoke: Yoke, group: &'static Group) -> El {
    let is_open = yoke
        .session()
        .with_untracked(|session| session.as_ref().is_some_and(|session| session.plan().timer.is_none()));
    // Not followed: the page is not made anew with the settings.
    if !is_open && untrack(|| yoke.program()).is_none() {
        return link_to("link", Route::Programs).text("Choose a program to add one to");
    }
    let fitting = move || {
        let mut planned: Vec<ExerciseId> = Vec::new();
        let mut plan = |items: &[Prescription]| {
            for item in items {
                if item.sets + item.warm_ups > 0 {
                    planned.push(item.exercise.clone());
                }
            }
        };
        if is_open {
            yoke.session()
                .with(|session| plan(session.as_ref().map_or(&[], |it| it.plan().items.as_slice())));
        } else if let Some(program) = yoke.program() {
            plan(program.days.get(yoke.next_day(&program)).map_or(&[], |day| day.items.as_slice()));
        }
        fills(group, yoke.settings().with(|settings| settings.gear), &planned)
    };
    let extra = move || yoke.settings().with(|settings| settings.extra.clone().filter(|_| !is_open));
    let tap = move || match (extra(), fitting()) {
        (Some(_), _) => yoke.end_next_with(None),
        (None, Some(exercise)) if is_open => yoke.append(exercise),
        (None, exercise) => yoke.end_next_with(exercise.map(Exercise::exercise_id)),
    };
    let said = move || match extra() {
        Some(id) => [&yoke.name_of(&id), " comes at the end of the next workout."].concat(),
        None => String::new(),
    };
    let what = move || match (extra(), fitting()) {
        (Some(_), _) => "Undo".to_owned(),
        (None, Some(exercise)) => {
            ["Add ", exercise.name, if is_open { " to the workout" } else { " to the next workout" }].concat()
        }
        (None, None) => "Nothing to add fits your gear".to_owned(),
    };
    // One button for there and back keeps the focus.
    el("div").child(p("body2", "").role("status").text_fn(said)).child(button("link", tap).text_fn(what))
}
