//! One finished workout, with every set.

pub mod edit;
mod sheets;

use crate::training::exercise::ExerciseId;
use crate::training::history::{Entry, SetLog, Workout, WorkoutId};
use crate::training::lines::add;
use crate::training::remarks::{About, Remarks, Spot};
use crate::web::components::frame::{Frame, back_bar, go_to, link_to};
use crate::web::components::icon::{Glyph, icon};
use crate::web::dom::{El, View, button, el, heading, link, p};
use crate::web::pages::history::{minutes, sets};
use crate::web::pages::unknown::unknown;
use crate::web::pages::workout::share_button;
use crate::web::routes::Route;
use crate::web::state::use_yoke;

/// The page of one finished workout.
pub fn past(id: &str) -> View {
    let wanted = WorkoutId::stored(id);
    let yoke = use_yoke();
    let other = format!("history/{id}");
    View::dynamic(move || {
        let found = yoke.history().with(|history| history.iter().find(|one| one.id == wanted).map(detail));
        yoke.lacks(found.is_none());
        found.unwrap_or_else(|| unknown(&other))
    })
}

fn detail(workout: &Workout) -> View {
    let yoke = use_yoke();
    let day = workout.day();
    let again = workout.clone();
    let again = move || {
        yoke.begin_again(&again);
        go_to(Route::Workout);
    };
    let deck = el("div.row-2")
        .child(button("btn line", again).child(icon(Glyph::Play)).text("Do again"))
        .child(link_to("btn line", Route::PastEdit(workout.id.as_str().to_owned())).text("Edit"));
    Frame::new(back_bar(&Route::History, format!("{}, {}", day.weekday_name(), day.day_month())))
        .deck(deck)
        .child(heading("h2 page-title", &workout.title))
        .child(p("body2", format!("{}, {}", minutes(workout), sets(workout))))
        .child(note(&workout.remarks.workout))
        .children(workout.entries.iter().map(|one| entry(one, &workout.remarks)))
        .child(el("div.acts").child(share_button(yoke, workout.clone())))
        .build()
}

fn entry(entry: &Entry, remarks: &Remarks) -> View {
    let name = use_yoke().name_of(&entry.exercise);
    let title = link("", Route::of_exercise(&entry.exercise).href()).text(&name);
    let head = |text| el("th").attr("scope", "col").text(text);
    let row = |(nth, set): (usize, &SetLog)| {
        el("tr")
            .child(el("th").attr("scope", "row").text((nth + 1).to_string()))
            .child(el("td").text(set.summary()).child(note(remarks.note(&About::Set(set.at)))))
            .child(el("td").text(set.rir.map_or_else(|| "\u{2013}".to_owned(), |rir| rir.to_string())))
    };
    let table: El = el("table.sets past")
        .label(&name)
        .child(el("thead").child(el("tr").children(["Set", "Done", "RIR"].map(head))))
        .child(el("tbody").children(entry.sets.iter().enumerate().map(row)));
    let about = said(remarks, &entry.exercise).map(|text| note(&text));
    View::many([el("div.sec").child(el("h2").child(title)).into(), about.into(), table.into()])
}

fn note(text: &str) -> Option<El> {
    (!text.is_empty()).then(|| p("said-note", text))
}

/// What was said about an exercise: its note, and where it hurt.
pub fn said(remarks: &Remarks, exercise: &ExerciseId) -> Option<String> {
    let mut said = remarks.note(&About::Exercise(exercise.clone())).to_owned();
    for spot in Spot::ALL {
        if let Some(pain) = remarks.pain(exercise, spot) {
            let pain = pain.get().to_string();
            let then = if said.ends_with('.') { " " } else { ". " };
            add(&mut said, then, &[spot.name(), ": pain ", &pain, " of 10"].concat());
        }
    }
    (!said.is_empty()).then_some(said)
}
