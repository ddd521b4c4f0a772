//! All exercises, found by typing.

use leptos::prelude::*;

use crate::catalog::{self, equipment};
use crate::training::exercise::{Exercise, Goal};
use crate::web::components::figure::exercise_thumb;
use crate::web::components::frame::{Frame, Tab, lead_bar};
use crate::web::components::icon::{Glyph, icon};
use crate::web::dom::{El, View, button, el, link, p, span};
use crate::web::routes::Route;

/// The list of exercises. All rows are made once; those that are not meant are hidden.
pub fn exercises() -> View {
    let query = RwSignal::new(String::new());
    let mut all: Vec<&'static Exercise> = catalog::exercises().collect();
    all.sort_by_key(|exercise| exercise.name);
    let total = all.len();
    let everything = all.clone();
    let found = move || query.with(|query| everything.iter().filter(|one| matches(one, query)).count());
    let (counted, found) = (found.clone(), move || found() == 0);
    let search = el("input")
        .attr("type", "search")
        .attr("placeholder", format!("Search {total} exercises"))
        .attr("autocomplete", "off")
        .label("Search exercises")
        .bind(query);
    let rows = all.into_iter().map(|exercise| row(exercise, query));
    let none = move |none_found: bool| {
        none_found.then(|| {
            el("div")
                .class("empty")
                .child(
                    p("lead2", "Nothing is called \u{201c}").text_fn(move || query.get()).text("\u{201d}."),
                )
                .child(button("btn line", move || query.set(String::new())).text("Show all exercises"))
        })
    };
    Frame::new(lead_bar("Exercises"))
        .tab(Tab::Exercises)
        .deck(el("label").class("field").child(icon(Glyph::Search)).child(search))
        .child(p("vh", "").attr("role", "status").text_fn(move || format!("{} exercises", counted())))
        .child(el("ul").class("list").children(rows))
        .child(View::keyed(found, move |none_found| none(none_found).into()))
        .build()
}

fn row(exercise: &'static Exercise, query: RwSignal<String>) -> El {
    let goal = exercise.goals.first().map_or("", |goal| goal_name(*goal));
    let text = el("span")
        .child(span("tt", exercise.name))
        .child(span("ss", format!("{}, {}", equipment::summary(exercise), goal.to_lowercase())));
    let row = link("li tall", Route::Exercise(exercise.id.to_owned()).href())
        .child(span("thumb", "").child(exercise_thumb(exercise.id)))
        .child(text)
        .child(icon(Glyph::Right));
    let hidden = move || (!query.with(|query| matches(exercise, query))).then(String::new);
    el("li").attr_fn("hidden", hidden).child(row)
}

/// The name of a goal.
#[must_use]
pub const fn goal_name(goal: Goal) -> &'static str {
    match goal {
        Goal::Strength => "Strength",
        Goal::Posture => "Posture",
        Goal::Mobility => "Mobility",
        Goal::Release => "Release",
    }
}

/// Whether every word of the query is somewhere in the exercise's names.
fn matches(exercise: &Exercise, query: &str) -> bool {
    let mut names = exercise.name.to_lowercase();
    for alias in exercise.aliases {
        names.push(' ');
        names.push_str(&alias.to_lowercase());
    }
    query.to_lowercase().split_whitespace().all(|word| names.contains(word))
}
