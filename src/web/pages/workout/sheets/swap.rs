//! The rack is busy: another exercise for the same muscles.

use super::{coming, items};
use crate::catalog::{self, swap::stand_ins};
use crate::session::Event;
use crate::training::exercise::{Exercise, ExerciseId};
use crate::training::history::last_time;
use crate::web::components::figure::exercise_thumb;
use crate::web::components::icon::{Glyph, icon};
use crate::web::dom::{El, View, button, el, p, span};
use crate::web::state::Yoke;

pub(super) fn swap(yoke: Yoke) -> View {
    let Some((item, prescription)) = coming(yoke) else { return View::none() };
    let planned: Vec<ExerciseId> = items(yoke).into_iter().map(|item| item.exercise).collect();
    let gear = yoke.settings().with_untracked(|settings| settings.gear);
    let found = catalog::find(prescription.exercise.as_str())
        .map_or(Vec::new(), |exercise| stand_ins(exercise, gear, &planned));
    let choice = |exercise: &&'static Exercise| -> El {
        let with = prescription.with(exercise);
        let taken = move || {
            yoke.act(Event::Swap { item, with: Box::new(with.clone()) });
            yoke.show_sheet(None);
        };
        let text = el("span").child(span("tt", exercise.name)).child(span("ss", known(yoke, exercise)));
        el("li").child(
            button("li tall", taken)
                .child(span("thumb", "").child(exercise_thumb(exercise.id)))
                .child(text)
                .child(icon(Glyph::Right)),
        )
    };
    let rule = if found.is_empty() {
        "Nothing in the catalog does the same with the gear you chose in the settings. Go to another exercise, and come \
         back to this one later."
    } else {
        "Sets that are done stay as they are. The weight goes by your own last sets of the new exercise, and by nobody \
         else's."
    };
    View::many([el("ul.list").children(found.iter().map(choice)).into(), p("cap", rule).into()])
}

/// What the person has done of it.
fn known(yoke: Yoke, exercise: &Exercise) -> String {
    yoke.history().with_untracked(|history| {
        let last = last_time(history, &exercise.exercise_id()).and_then(|(workout, entry)| {
            let set = entry.sets.iter().rfind(|set| !set.warm_up)?;
            Some(format!("{}: {}", workout.day().day_month(), set.summary()))
        });
        last.unwrap_or_else(|| "New to you: begin light, rise until about 3 are left".to_owned())
    })
}
