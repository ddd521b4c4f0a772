//! Short of time: the workout cut to so many minutes, seen before it is taken.

use super::items;
use crate::session::Event;
use crate::training::units::parse_count;
use crate::web::components::stepper::{Words, stepper};
use crate::web::dom::{El, View, button, effect, el, p, span};
use crate::web::signal::RwSignal;
use crate::web::state::Yoke;

/// One step of the stepper, in minutes.
const STEP: u32 = 5;
/// The longest workout that can be asked for, in minutes.
const LONGEST: u32 = 600;

pub(super) fn shorten(yoke: Yoke) -> View {
    let whole = yoke.session().with_untracked(|s| s.as_ref().map_or(0, |s| s.minutes_left(&[])));
    let two_thirds = whole * 2 / 3 / STEP * STEP;
    let text = RwSignal::new(two_thirds.max(STEP).to_string());
    let error = RwSignal::new(None);
    let typed = move || text.with(|text| parse_count(text, LONGEST));
    let minutes = move || typed().unwrap_or(whole);
    effect(move || error.set(typed().err().map(|error| error.to_string())));
    let sets = move || -> Vec<u8> {
        yoke.session().with(|session| session.as_ref().map_or(Vec::new(), |s| s.shortened(minutes())))
    };
    let step = move |by: i32| {
        let next = (minutes() / STEP).saturating_add_signed(by) * STEP;
        text.set(next.clamp(STEP, whole.max(STEP)).to_string());
    };
    let words = Words {
        id: "minutes",
        label: "Minutes".to_owned(),
        unit: "min".to_owned(),
        step: format!("{STEP} minutes"),
    };
    let rows = move || {
        let sets = sets();
        let lines = items(yoke).into_iter().zip(sets);
        View::many(lines.map(|(item, keep)| line(&yoke.name_of(&item.exercise), keep, item.sets).into()))
    };
    let take = move || {
        yoke.act(Event::Shorten { sets: sets() });
        yoke.show_sheet(None);
    };
    View::many([
        el("div.steps one").child(stepper(&words, text, error, step)).into(),
        p("cap", format!("About {whole} minutes are planned from here.")).into(),
        el("ul.outs").dynamic(rows).into(),
        p(
            "cap",
            "Sets go from the back of the workout first. The heavy lift in front and what is done stay.",
        )
        .into(),
        el("div.acts").child(button("btn pri xl", take).text("Shorten it")).into(),
    ])
}

fn line(name: &str, keep: u8, of: u8) -> El {
    let sets = match (keep, of) {
        (0, _) => "out".to_owned(),
        (1, 1) => "1 set".to_owned(),
        (keep, of) if keep == of => format!("{of} sets"),
        (keep, of) => format!("{keep} of {of} sets"),
    };
    el("li.up")
        .class(if keep == 0 { "up out" } else { "up" })
        .child(span("rowt", name))
        .child(span("cap", sets))
}
