//! One exercise of the day that is changed: its row, and the fields that it opens to.

use super::act::{Act, chip};
use super::{Desk, NONE, Pick, choice};
use crate::training::edit::{At, Edit, Field, Kind};
use crate::training::prescription::Prescription;
use crate::training::time::clock_up;
use crate::web::components::icon::{Glyph, icon};
use crate::web::components::stepper::{Words, stepper};
use crate::web::dom::{self, El, View, el, p, span};
use crate::web::pages::exercises::face;
use crate::web::pages::program::{dose, effort, turns};
use crate::web::pages::timers::slot;
use crate::web::platform::pointer;
use crate::web::signal::{RwSignal, untrack};

/// So many fields are shown at once; the others behind *More*.
const FIRST: usize = 10;

pub(super) fn row(desk: Desk, items: &[Prescription], nth: usize) -> El {
    let Some(item) = items.get(nth) else { return el("li") };
    let (name, picture) = face(desk.yoke.own_exercise(&item.exercise).as_ref(), &item.exercise);
    let is_open = move || desk.open.get() == nth;
    let line =
        move || desk.item(nth).map(|item| format!("{}, {}", dose(&item), effort(&item))).unwrap_or_default();
    let head = chip(desk, Act::Open(nth), "", "")
        .class("li tall")
        .attr_fn("aria-expanded", move || Some(is_open().to_string()))
        .child(span("thumb", "").child(picture))
        .child(el("span").child(span("tt", name)).child(span("ss", "").text_fn(line)))
        .child(icon(Glyph::Down));
    let class = turns(items, nth);
    let label = (class == "turns first").then(|| p("cap acc", "Superset: take turns, rest after each round"));
    let row = el("li").class(format!("er {class}"));
    let handle = pointer::pull(span("handle", "").attr("aria-hidden", "true"), &row, move |place| {
        if place != nth {
            desk.open.set(nth);
            go(desk, desk.day.get_untracked(), place);
        }
    });
    // Made anew when other fields apply; 0 while it is closed.
    let shape = move || {
        let item = if is_open() { desk.item(nth) } else { None };
        let has = |field: &Field| item.as_ref().and_then(|item| field.get(item)).is_some();
        Field::ALL.iter().fold(0_u32, |bits, field| bits << 1 | u32::from(has(field)))
    };
    let last = nth + 1 == items.len();
    let fields = move |shape: u32| if shape == 0 { View::none() } else { fields(desk, nth, last) };
    row.child(label).child(handle.child(icon(Glyph::Drag))).child(head).child(View::keyed(shape, fields))
}

/// Takes the exercise that is open to another place, where it is closed.
fn go(desk: Desk, day: usize, item: usize) {
    desk.edit(Edit::Move(At { day, item }));
    desk.open.set(NONE);
}

fn fields(desk: Desk, nth: usize, last: bool) -> View {
    let Some(item) = desk.item(nth) else { return View::none() };
    let (mut first, mut flags, mut more) = (el("div.fields"), el("div.chips wrap"), el("details.more"));
    more = more.child(el("summary").child(span("rowt", "Tempo and more")).child(icon(Glyph::Down)));
    for (at, &field) in Field::ALL.iter().enumerate().filter(|(_, field)| field.get(&item).is_some()) {
        let limits = field.limits();
        if limits.kind == Kind::Flag {
            flags = flags.child(chip(desk, Act::Flip(field), limits.id, limits.label));
        } else if at < FIRST {
            first = first.child(number(desk, nth, field));
        } else {
            more = more.child(number(desk, nth, field));
        }
    }
    // The keyboard goes with the exercise; at the end of the way it turns.
    let step = |to: usize, id, text| chip(desk, Act::Step(to), id, text);
    let tools = el("div.chips wrap")
        .child((nth > 0).then(|| step(nth - 1, "up", "Move up")))
        .child((!last).then(|| step(nth + 1, "down", "Move down")))
        .child((!last).then(|| chip(desk, Act::Join, "join", "Superset with the next")))
        .child(chip(desk, Act::Pick(Pick::Replace), "", "Replace"))
        .child(chip(desk, Act::Copy, "", "Copy"))
        .child(chip(desk, Act::Remove, "", "Remove"));
    let names: Vec<String> =
        desk.look(|program| program.days.iter().map(|day| format!("{}: {}", day.mark, day.name)).collect());
    let now = names.get(desk.day.get()).cloned().unwrap_or_default();
    let elsewhere = (names.len() > 1).then(|| {
        choice("Session", names, Box::new(move || now.clone()), Box::new(move |day| go(desk, day, NONE)))
    });
    first.child(flags).child(more).child(tools).child(elsewhere).into()
}

fn number(desk: Desk, nth: usize, field: Field) -> El {
    let limits = field.limits();
    let show = move |number: u32| match limits.kind {
        Kind::Span => clock_up(u64::from(number) * 1_000),
        Kind::Count | Kind::Flag => number.to_string(),
    };
    let now = move || desk.item(nth).and_then(|item| field.get(&item));
    let (text, error) = (RwSignal::new(String::new()), RwSignal::new(None));
    dom::effect(move || {
        if let Some(number) = now() {
            text.set(show(number));
            error.set(None);
        }
    });
    let put = move |number: Option<u32>| number.is_some_and(|number| desk.edit(Edit::Number(field, number)));
    let step = move |by| {
        put(untrack(now).map(|number| field.stepped(number, by)));
    };
    let typed = move |_| {
        let text = text.get_untracked();
        let number = match limits.kind {
            Kind::Span => slot::span(&text).ok(),
            Kind::Count | Kind::Flag => text.trim().parse().ok(),
        };
        if !put(number.filter(|number| (limits.min..=limits.max).contains(number))) {
            error.set(Some(format!("From {} to {}.", show(limits.min), show(limits.max))));
        }
    };
    let label = limits.label.to_owned();
    let words = Words { id: limits.id, label: label.clone(), unit: label.clone(), step: label };
    stepper(&words, text, error, step).class("step es").on("change", typed)
}
