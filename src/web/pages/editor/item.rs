//! One exercise of the day that is changed: its row, and the fields that it opens to.

use super::Desk;
use super::table::{Act, NONE, Pick, Table};
use crate::training::edit::{At, Edit, Field, Kind};
use crate::training::time::clock_up;
use crate::training::units::{Load, WeightUnit};
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
    let handle = pointer::pull(span("handle", ""), &row, move |place| desk.act(Act::Drop(nth, place)));
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
    for (at, &field) in Field::ALL.iter().enumerate() {
        let limits = field.limits();
        if now.number(nth, field).is_none() {
        } else if limits.kind == Kind::Flag {
            flags = flags.child(desk.chip(Act::Do(Edit::Flip(field)), limits.id, limits.label));
        } else if at < FIRST {
            first = first.child(number(desk, nth, field));
        } else {
            more = more.child(number(desk, nth, field));
        }
    }
    let act = |edit, id, text| desk.chip(Act::Do(edit), id, text);
    let to = |item| Edit::Move(At { day: now.day, item });
    let mut tools = el("div.chips wrap");
    if nth > 0 {
        tools = tools.child(act(to(nth - 1), "up", "Move up"));
    }
    if nth + 1 < now.items().len() {
        tools = tools.child(act(to(nth + 1), "down", "Move down"));
        tools = tools.child(act(Edit::Join, "join", "Superset with the next"));
    }
    tools = tools
        .child(desk.chip(Act::Pick(Some(Pick::Replace)), "", "Replace"))
        .child(act(Edit::Copy, "", "Copy"))
        .child(act(Edit::Remove, "", "Remove"));
    let mut days = Vec::new();
    for (nth, day) in now.draft.program().days.iter().enumerate() {
        let to = Edit::Move(At { day: nth, item: NONE });
        days.push((format!("{}: {}", day.mark, day.name), Act::Do(to)));
    }
    let elsewhere = (days.len() > 1).then(|| desk.choice("Session", days));
    first.child(flags).child(more).child(tools).child(elsewhere).into()
}

/// So many quarters, for their decimals; the unit is not shown.
fn quarters(number: u32) -> Load {
    Load::none(WeightUnit::Kg).stepped(1, number * 25)
}

fn number(desk: Desk, nth: usize, field: Field) -> El {
    let limits = field.limits();
    let show = move |number: u32| match limits.kind {
        Kind::Span => clock_up(u64::from(number) * 1_000),
        Kind::Quarters => quarters(number).number(),
        Kind::Count | Kind::Flag => number.to_string(),
    };
    let (text, error) = (RwSignal::new(String::new()), RwSignal::new(None));
    dom::effect(move || {
        if let Some(number) = desk.now().number(nth, field) {
            text.set(show(number));
            error.set(None);
        }
    });
    let put = move |number| desk.act(Act::Do(Edit::Number(field, number)));
    let step = move |by| {
        let now = desk.table.get_untracked().number(nth, field);
        put(field.stepped(now.unwrap_or_default(), by));
    };
    let typed = move |_| {
        let text = text.get_untracked();
        let number = match limits.kind {
            Kind::Span => slot::span(&text).ok(),
            Kind::Quarters => Load::parse(&text, WeightUnit::Kg).ok().map(|load| load.hundredths() / 25),
            Kind::Count | Kind::Flag => text.trim().parse().ok(),
        };
        match number {
            Some(number) if (limits.min..=limits.max).contains(&number) => put(number),
            _ => error.set(Some(format!("From {} to {}.", show(limits.min), show(limits.max)))),
        }
    };
    let label = limits.label.to_owned();
    let words = Words { id: limits.id, label: label.clone(), unit: label.clone(), step: label };
    stepper(&words, text, error, step).class("step es").on("change", typed)
}
