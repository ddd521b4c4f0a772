//! One exercise of the day that is changed: its row, and the fields that it opens to.

use super::Desk;
use super::table::{Act, NONE, Pick, Table};
use crate::training::edit::{At, Edit, Field, Kind};
use crate::training::program::DayPlan;
use crate::training::time::clock_up;
use crate::web::components::icon::{Glyph, icon};
use crate::web::components::stepper::{Words, stepper};
use crate::web::dom::{self, El, View, el, p, span};
use crate::web::pages::exercises::face;
use crate::web::pages::program::{dose, effort, turns};
use crate::web::pages::timers::slot;
use crate::web::platform::pointer;
use crate::web::signal::RwSignal;

/// So many fields are shown at once; the others behind *More*.
const FIRST: usize = 10;

/// What can be done with an exercise.
static ITEM: [(Edit<'static>, &str, &str); 5] = [
    (Edit::Up, "up", "Move up"),
    (Edit::Down, "down", "Move down"),
    (Edit::Join, "join", "Superset with the next"),
    (Edit::Copy, "", "Copy"),
    (Edit::Remove, "", "Remove"),
];

pub(super) fn row(desk: Desk, now: &Table, nth: usize) -> El {
    let items = now.items();
    let Some(item) = items.get(nth) else { return el("li") };
    let (name, picture) = face(desk.yoke.own_exercise(&item.exercise).as_ref(), &item.exercise);
    let line = move || {
        let now = desk.now();
        now.items().get(nth).map(|item| dose(item) + ", " + &effort(item)).unwrap_or_default()
    };
    let head = desk
        .chip(Act::Open(nth), "", "")
        .class("li tall")
        .attr_fn("aria-expanded", move || Some((desk.now().open == nth).to_string()))
        .child(span("thumb", "").child(picture))
        .child(el("span").child(span("tt", name)).child(span("ss", "").text_fn(line)))
        .child(icon(Glyph::Down));
    let class = turns(items, nth);
    let label = (class == "turns first").then(|| p("cap acc", "Superset: take turns, rest after each round"));
    let row = el("li").class(format!("er {class}"));
    let handle = pointer::pull(span("handle", ""), &row, move |item| {
        desk.act(Act::Do(nth, Edit::Move(At { day: desk.table.get_untracked().day, item })));
    });
    // Made anew when other fields apply; 0 while it is closed.
    let shape = move || {
        let now = desk.now();
        let has = |field: &Field| now.open == nth && now.number(nth, *field).is_some();
        Field::ALL.iter().fold(0_u32, |bits, field| bits << 1 | u32::from(has(field)))
    };
    let fields = move |shape: u32| if shape == 0 { View::none() } else { fields(desk, nth) };
    row.child(label).child(handle.child(icon(Glyph::Drag))).child(head).child(View::keyed(shape, fields))
}

fn fields(desk: Desk, nth: usize) -> View {
    let now = desk.now();
    let (mut first, mut flags, mut more) = (el("div.fields"), el("div.chips wrap"), el("details.more"));
    more = more.child(el("summary").child(span("rowt", "Tempo and more")).child(icon(Glyph::Down)));
    let act = |edit, id, text| desk.chip(Act::Do(nth, edit), id, text);
    for (at, &field) in Field::ALL.iter().enumerate() {
        if now.number(nth, field).is_none() {
        } else if field.limits().kind == Kind::Flag {
            flags = flags.child(act(Edit::Flip(field), id_of(field), field.limits().label));
        } else if at < FIRST {
            first = first.child(number(desk, nth, field));
        } else {
            more = more.child(number(desk, nth, field));
        }
    }
    let replace = desk.chip(Act::Pick(Some(Pick::Replace(nth))), "", "Replace");
    let tools = desk.tools(nth, &ITEM).child(replace);
    let mut days = el("div.chips wrap").attr("role", "group").label("Move to session");
    for (day, DayPlan { mark, .. }) in now.draft.program().days.iter().enumerate() {
        if day != now.day {
            let to = Edit::Move(At { day, item: NONE });
            days = days.child(desk.chip(Act::Do(nth, to), "", &format!("To session {mark}")));
        }
    }
    first.child(flags).child(more).child(tools).child(days).into()
}

/// Names a field in the page: a letter each.
fn id_of(field: Field) -> &'static str {
    "abcdefghijklmnopqrst".get(field as usize..=field as usize).unwrap_or_default()
}

fn number(desk: Desk, nth: usize, field: Field) -> El {
    let limits = field.limits();
    let show = move |number: u32| match limits.kind {
        Kind::Span => clock_up(u64::from(number) * 1_000),
        Kind::Count | Kind::Flag => number.to_string(),
    };
    let (text, error) = (RwSignal::new(String::new()), RwSignal::new(None));
    dom::effect(move || {
        if let Some(number) = desk.now().number(nth, field) {
            text.set(show(number));
            error.set(None);
        }
    });
    let put = move |number| desk.act(Act::Do(nth, Edit::Number(field, number)));
    let step = move |by| {
        let now = desk.table.get_untracked().number(nth, field);
        put(field.stepped(now.unwrap_or_default(), by));
    };
    let typed = move |_| {
        let text = text.get_untracked();
        let number = match limits.kind {
            Kind::Span => slot::span(&text).ok(),
            Kind::Count | Kind::Flag => text.trim().parse().ok(),
        };
        match number {
            Some(number) if (limits.min..=limits.max).contains(&number) => put(number),
            _ => error.set(Some(format!("From {} to {}.", show(limits.min), show(limits.max)))),
        }
    };
    let label = limits.label.to_owned();
    let words = Words { id: id_of(field), label: label.clone(), unit: label.clone(), step: label };
    stepper(&words, text, error, step).class("step es").on("change", typed)
}
