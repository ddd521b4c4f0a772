//! What the week still lacks, and for each group that lacks it one tap that adds an exercise to the open workout or the next;
//! pulling against pushing, left against right, minutes of posture and mobility.

use crate::catalog;
use crate::catalog::search::Query;
use crate::catalog::swap::fills;
use crate::session::Session;
use crate::training::balance::{MINUTES, Uneven, balance, sides, uneven};
use crate::training::exercise::ExerciseId;
use crate::training::history::Workout;
use crate::training::prescription::Prescription;
use crate::training::program::Program;
use crate::training::time::Day;
use crate::training::volume::{HalfSets, furthest_behind};
use crate::web::components::frame::link_to;
use crate::web::components::icon::{Glyph, icon};
use crate::web::components::load_map::{gauge, sets_of};
use crate::web::dom::{El, View, button, el, p, span};
use crate::web::routes::Route;
use crate::web::state::Yoke;

/// The hard sets of the week as bars, and for each group that is behind an exercise that the open workout, or else the next one
/// of the chosen program, can end with.
pub(super) fn lacking(yoke: Yoke, history: &[Workout], today: Day) -> View {
    let sets = sets_of(history, today.monday());
    let said = match furthest_behind(&sets) {
        Some((group, done)) => {
            let low = group.target.0.to_string();
            ["Furthest behind: ", group.name, ", ", &done.text(), " of ", &low, " hard sets."].concat()
        }
        None => "Every muscle group has its hard sets.".to_owned(),
    };
    let is_open = yoke
        .session()
        .with_untracked(|session| session.as_ref().is_some_and(|session| session.plan().timer.is_none()));
    let has_next = yoke.program().is_some();
    // Without what was added: the same is offered again, to be taken out.
    let mut planned = planned(yoke, is_open);
    let own = planned.len();
    let (gear, extras) = yoke.settings().with_untracked(|settings| (settings.gear, settings.extras.clone()));
    let mut bars = el("ul.gs");
    for (group, done) in sets {
        let lacks = HalfSets((group.target.0 * 2).saturating_sub(done.0));
        let bar = gauge(group, done);
        if lacks.0 == 0 {
            bars = bars.child(bar);
            continue;
        }
        let mut acts = el("div.adds").child(span("cap", [&lacks.text(), " to go"].concat()));
        if let Some(exercise) = fills(group, gear, &planned).filter(|_| is_open || has_next) {
            acts = acts.child(chip(yoke, exercise.exercise_id(), is_open));
            planned.push(exercise.exercise_id());
        }
        let muscle = group.muscles.first().copied();
        let find = Route::Exercises(Query { muscle, ..Query::default() }.to_string());
        let find = link_to("ib", find).label(["Exercises for ", group.name].concat());
        bars = bars.child(bar.child(acts.child(find.child(icon(Glyph::Search)))));
    }
    // What was added for a group that has its sets by now.
    let mut kept = None;
    for id in extras {
        if !is_open && !planned.get(own..).unwrap_or_default().contains(&id) {
            kept = Some(kept.unwrap_or_else(|| el("div.chips wrap")).child(chip(yoke, id, false)));
        }
    }
    let how = match (is_open, has_next) {
        (true, _) => p("cap", "A tap adds an exercise to the end of the workout."),
        (_, true) => p("cap", "A tap adds an exercise to the end of the next workout."),
        _ => link_to("link", Route::Programs).text("Choose a program to add exercises to"),
    };
    View::many([p("body2", said).into(), how.into(), bars.into(), kept.into()])
}

/// The exercises that the day of the open workout has, or the next one of the chosen program. A workout without a program has
/// those in hand.
fn planned(yoke: Yoke, is_open: bool) -> Vec<ExerciseId> {
    let of = |items: &[Prescription]| items.iter().map(|item| item.exercise.clone()).collect();
    let day_of = |program: Option<Program>, day: Option<usize>| {
        let program = program?;
        let day = day.unwrap_or_else(|| yoke.next_day(&program));
        program.days.get(day).map(|day| of(&day.items))
    };
    if !is_open {
        return day_of(yoke.program(), None).unwrap_or_default();
    }
    yoke.session().with_untracked(|session| {
        let Some(plan) = session.as_ref().map(Session::plan) else { return Vec::new() };
        let source = plan.source.as_ref();
        let day = source.and_then(|source| day_of(yoke.find_program(&source.program), Some(source.day)));
        day.unwrap_or_else(|| of(&plan.items))
    })
}

/// Adds an exercise, or takes it out again.
fn chip(yoke: Yoke, id: ExerciseId, is_open: bool) -> El {
    let text = ["Add ", &yoke.name_of(&id)].concat();
    let of = id.clone();
    let is_added = move || {
        if is_open {
            yoke.item_of(&of).is_some()
        } else {
            yoke.settings().with(|settings| settings.extras.contains(&of))
        }
    };
    let tap = move || {
        if is_open {
            yoke.turn_last(&id);
        } else {
            yoke.turn_extra(&id);
        }
    };
    button("chip", tap).state("aria-pressed", is_added).text(text)
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
