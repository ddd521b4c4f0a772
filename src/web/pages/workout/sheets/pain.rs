//! Something hurts: how much, where, and at once what to do about it.

use std::rc::Rc;

use super::in_hand;
use crate::session::Event;
use crate::training::exercise::ExerciseId;
use crate::training::remarks::Advice;
use crate::web::components::frame::link_to;
use crate::web::components::icon::{Glyph, icon};
use crate::web::components::pain::pain_scale;
use crate::web::dom::{El, View, button, el, p};
use crate::web::routes::Route;
use crate::web::signal::{RwSignal, untrack};
use crate::web::state::{Sheet, Yoke};

pub(super) fn hurts(yoke: Yoke) -> View {
    let Some((item, prescription)) = in_hand(yoke) else { return View::none() };
    let name = yoke.name_of(&prescription.exercise);
    let exercise = RwSignal::new(prescription.exercise.as_str().to_owned());
    let exercise = move || untrack(|| ExerciseId::stored(&exercise.get()));
    let told = move |spot| {
        yoke.session().with(|session| session.as_ref().and_then(|s| s.remarks().pain(&exercise(), spot)))
    };
    let tell = move |spot, pain| {
        yoke.act(Event::Hurts { exercise: exercise(), spot, pain });
    };
    View::many([
        p("cap", format!("{name}. 0 is nothing, 10 the worst you can think of.")).into(),
        pain_scale(Rc::new(told), Rc::new(tell)),
        el("div").attr("role", "status").dynamic(move || advice(yoke, item, &exercise())).into(),
    ])
}

/// What the worst pain told of the exercise means, and the way to do it.
fn advice(yoke: Yoke, item: usize, exercise: &ExerciseId) -> View {
    let worst = yoke.session().with(|session| session.as_ref().and_then(|s| s.remarks().worst(exercise)));
    let Some(worst) = worst else { return View::none() };
    let close = move || yoke.show_sheet(None);
    let swap = move || yoke.show_sheet(Some(Sheet::Swap));
    let skip = move || {
        yoke.leave_out(item);
        yoke.show_sheet(None);
    };
    let (class, glyph, title, text) = match worst.advice() {
        Advice::GoOn => ("ntc h", Glyph::Info, "Go on", "Watch it. If it climbs, come back here."),
        Advice::Ease => (
            "ntc h",
            Glyph::Easy,
            "Make it lighter, or stop short of where it hurts",
            "The next weight is 10 % lighter. If it climbs to 6, stop this exercise.",
        ),
        Advice::Stop => (
            "ntc w",
            Glyph::Stop,
            "Stop this exercise today",
            "It is kept in mind: next time begins lighter. Does it radiate, or is something numb or weak, see a \
             professional.",
        ),
    };
    let acts = el("div.acts");
    let acts: El = if worst.advice() == Advice::Stop {
        acts.child(button("btn pri", swap).text("Swap exercise"))
            .child(button("btn line", skip).text("Leave it out today"))
    } else {
        acts.child(button("btn pri", close).text("Go on"))
    };
    View::many([
        el("div").class(class).child(icon(glyph)).child(el("b").text(title)).child(p("", text)).into(),
        link_to("txl", Route::Learn("before".to_owned()))
            .text("When to stop, and when to call for help")
            .into(),
        acts.into(),
    ])
}
