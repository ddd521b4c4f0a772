//! Rest: the screen is the gauge. The reserve is asked here; nothing is stored until it is tapped.

use crate::web::signal::untrack;

use super::bezel;
use super::ready::Next;
use crate::catalog::{self, flows::filler};
use crate::session::Session;
use crate::session::{Clock, Event, Stage};
use crate::training::prescription::Prescription;
use crate::training::time::clock_up;
use crate::web::components::figure::exercise_thumb;
use crate::web::components::frame::link_to;
use crate::web::components::icon::{Glyph, icon};
use crate::web::components::phase::level;
use crate::web::components::rir::rir_row;
use crate::web::dom::{El, View, button, el, heading, p, span};
use crate::web::pages::program::dose;
use crate::web::routes::Route;
use crate::web::state::Yoke;

/// From here on the numeral is smaller, in milliseconds: `10:00` has a digit more.
const LONG_MILLIS: u64 = 599_000;
/// In the last moments the screen turns to the colour of work, in milliseconds.
const LAST_MILLIS: u64 = 3_000;

/// The view of the rest after a step and before the next.
pub fn rest(yoke: Yoke, after: usize, next: usize) -> View {
    let clock = move || {
        yoke.session().with(|session| match session.as_ref().map(Session::stage) {
            Some(Stage::Resting { clock, .. }) => Some(clock),
            _ => None,
        })
    };
    let left = move || {
        let now = yoke.wall();
        clock().map_or(0, |clock| clock.left(now))
    };
    let share = move || left() as f64 / clock().map_or(1, Clock::whole).max(1) as f64;
    let paused = move || clock().is_some_and(Clock::is_paused);
    // The answer to the question below may change what comes next.
    let next_lines = move || next_lines(yoke, after, next);
    let content = move || {
        let title =
            heading("h2 tint", "").text_fn(move || if paused() { "Rest, paused" } else { "Rest" }.to_owned());
        let number = el("div.big tint")
            .class_if("long", move || left() > LONG_MILLIS)
            .text_fn(move || clock_up(left()));
        View::many([
            el("div.phase-top")
                .child(title)
                .child(span("logged", "").text_fn(move || logged_line(yoke, after)).child(saved_tick(yoke)))
                .into(),
            el("div.big-wrap").child(number).into(),
            el("div.nxt")
                .child(p("tint", "").text_fn(move || next_lines().0))
                .child(p("h1", "").text_fn(move || next_lines().1))
                .into(),
        ])
    };
    let act = move |event| yoke.doing(event);
    let go_on = move || {
        yoke.act(if untrack(paused) { Event::Resume } else { Event::Skip });
    };
    let go_on = button("btn line sm", go_on)
        .text_fn(move || if paused() { "Resume rest" } else { "Skip rest" }.to_owned())
        .child(View::keyed(paused, |paused| icon(if paused { Glyph::Play } else { Glyph::Skip }).into()));
    let undo = button("btn line sm", act(Event::Undo)).child(icon(Glyph::Undo)).text(undo_label(yoke, after));
    let times = el("div.row-2")
        .child(
            button("btn tt2", act(Event::TakeTime)).label("\u{2212}15 s, shorter rest").text("\u{2212}15 s"),
        )
        .child(button("btn tt2", act(Event::AddTime)).label("+15 s, longer rest").text("+15 s"));
    el("div.screen phase rest")
        .class_if("last3", move || left() <= LAST_MILLIS && !paused())
        .child(el("header.bezel").child(bezel(yoke)))
        .child(el("main.phase-main").attr("id", "main").child(level(share, content)))
        .child(
            el("section.ctl deaf")
                .label("Actions")
                .child(drill(yoke, after, next))
                .child(el("div.row-2").child(undo).child(go_on))
                .child(ask_reserve(yoke, after))
                .child(times),
        )
        .into()
}

/// A drill for the time until the next set, where the rest is long and drills are wanted. It is not logged.
fn drill(yoke: Yoke, after: usize, next: usize) -> Option<El> {
    if !yoke.settings().with_untracked(|settings| settings.fillers) {
        return None;
    }
    let drill = yoke.session().with_untracked(|session| {
        let session = session.as_ref()?;
        let needed = yoke.muscles_of(&session.prescription(next)?.exercise);
        filler(&needed, session.steps().get(after)?.rest, after)
    })?;
    let dose = dose(&Prescription::usual(drill));
    let words = el("span").child(span("ss", "Meanwhile, if you like")).child(span("tt", drill.name));
    Some(
        link_to("li tall drill", Route::Exercise(drill.id.to_owned()))
            .child(span("thumb", "").child(exercise_thumb(drill.id)))
            .child(words)
            .child(span("dose", dose)),
    )
}

/// The question of the reserve for a logged step, where the program asks for effort.
pub fn ask_reserve(yoke: Yoke, step: usize) -> Option<El> {
    let target = yoke.session().with_untracked(|s| s.as_ref().and_then(|s| s.prescription(step)?.rir))?;
    let answer = move || yoke.session().with(|s| s.as_ref().and_then(|s| s.records().get(step)?.log()?.rir));
    let answered = move |rir| {
        yoke.act(Event::Rate { step, rir });
    };
    Some(rir_row(target, answer, answered))
}

/// `Set 2 logged: 80 kg × 6`.
fn logged_line(yoke: Yoke, step: usize) -> String {
    yoke.session().with(|session| {
        let line = session.as_ref().and_then(|session| {
            let set = session.steps().get(step)?.set;
            Some(format!("Set {set} logged: {}", session.records().get(step)?.log()?.summary()))
        });
        line.unwrap_or_default()
    })
}

/// The tick that says that all is safe, also from a crash.
fn saved_tick(yoke: Yoke) -> El {
    let tick = icon(Glyph::Check).attr("role", "img").attr("aria-hidden", "false").label("Saved");
    tick.class_if("saving", move || yoke.saving().get())
}

fn undo_label(yoke: Yoke, step: usize) -> String {
    let set = yoke.session().with_untracked(|s| s.as_ref().and_then(|s| Some(s.steps().get(step)?.set)));
    set.map_or("Undo".to_owned(), |set| format!("Undo set {set}"))
}

/// What comes next: whose set it is, and what is to be done.
fn next_lines(yoke: Yoke, after: usize, next: usize) -> (String, String) {
    yoke.session().with(|session| {
        let lines = session.as_ref().and_then(|session| {
            let coming = session.steps().get(next)?;
            let prescription = session.prescription(next)?;
            let same = session.steps().get(after)?.item == coming.item;
            let name = catalog::name_of(&prescription.exercise);
            let title = if same {
                format!("Next, set {} of {}", coming.set, coming.of)
            } else {
                format!("Next: {name}")
            };
            let next = Next::of(yoke.grounds(session, next).as_ref(), prescription, coming);
            let load = next.load.filter(|load| !load.is_none());
            let target = if coming.warm_up { "warm-up".to_owned() } else { prescription.target_text() };
            Some((title, load.map_or(target.clone(), |load| format!("{load} \u{d7} {target}"))))
        });
        lines.unwrap_or_default()
    })
}
