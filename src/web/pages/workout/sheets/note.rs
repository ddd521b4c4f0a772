//! A note on the exercise in hand and one on the workout.

use super::in_hand;
use crate::session::Event;
use crate::training::history::last_time;
use crate::training::remarks::{About, LONGEST_NOTE};
use crate::web::dom::{El, View, button, el, p};
use crate::web::signal::{RwSignal, untrack};
use crate::web::state::Yoke;

pub(super) fn notes(yoke: Yoke) -> View {
    let mut fields = Vec::new();
    let mut before = String::new();
    if let Some((_, prescription)) = in_hand(yoke) {
        let id = prescription.exercise;
        fields.push((About::Exercise(id.clone()), format!("On {}", yoke.name_of(&id))));
        before = yoke.history().with_untracked(|history| {
            let note = last_time(history, &id)
                .map(|(workout, _)| workout.remarks.note(&About::Exercise(id.clone())));
            note.filter(|note| !note.is_empty()).map_or(String::new(), |note| format!("Last time: {note}"))
        });
    }
    fields.push((About::Workout, "On the whole workout".to_owned()));
    let texts: Vec<(About, RwSignal<String>)> =
        fields.iter().map(|(about, _)| (about.clone(), RwSignal::new(known(yoke, about)))).collect();
    let areas: Vec<El> =
        fields.iter().zip(&texts).map(|((_, label), (_, text))| area(label, *text)).collect();
    let save_all = move || {
        for (about, text) in &texts {
            save(yoke, about, *text);
        }
        yoke.show_sheet(None);
    };
    View::many([
        (!before.is_empty()).then(|| p("body2 sheet-in-pad", before)).into(),
        el("div.acts").children(areas).into(),
        el("div.acts").child(button("btn pri xl", save_all).text("Save")).into(),
    ])
}

/// What is written about something now.
pub fn known(yoke: Yoke, about: &About) -> String {
    yoke.session().with_untracked(|session| {
        session.as_ref().map_or(String::new(), |s| s.remarks().note(about).to_owned())
    })
}

/// Writes the note that stands in a field, if it is another than before.
pub fn save(yoke: Yoke, about: &About, text: RwSignal<String>) {
    let text = untrack(|| text.get());
    if text != known(yoke, about) {
        yoke.act(Event::Note { about: about.clone(), text });
    }
}

/// A field for a note.
pub fn area(label: &str, text: RwSignal<String>) -> El {
    el("label.form-row")
        .child(el("span.rowt").text(label))
        .child(el("textarea").attr("rows", "2").attr("maxlength", LONGEST_NOTE.to_string()).bind(text))
}
