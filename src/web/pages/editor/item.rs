//! One exercise of the day that is changed: its row, and the fields that it opens to.

use super::{Desk, NONE, Pick};
use crate::training::edit::{At, Edit, Field, Kind, takes_turns};
use crate::training::prescription::Prescription;
use crate::training::time::clock_up;
use crate::web::components::icon::{Glyph, icon};
use crate::web::components::stepper::{Words, stepper};
use crate::web::dom::{self, El, View, button, el, p, span, value_of};
use crate::web::pages::exercises::face;
use crate::web::pages::program::{dose, effort, turns};
use crate::web::pages::timers::slot;
use crate::web::platform::{page, pointer};
use crate::web::signal::{RwSignal, untrack};

/// So many fields are shown at once; the others behind *More*.
const FIRST: usize = 10;

pub(super) fn row(desk: Desk, at: At, items: &[Prescription]) -> El {
    let Some(item) = items.get(at.item) else { return el("li") };
    let (name, picture) = face(desk.yoke.own_exercise(&item.exercise).as_ref(), &item.exercise);
    let is_open = move || desk.open.get() == at.item;
    let turn = move || desk.open.set(if untrack(is_open) { NONE } else { at.item });
    let line =
        move || desk.item(at).map(|item| format!("{}, {}", dose(&item), effort(&item))).unwrap_or_default();
    let head = button("li tall", turn)
        .attr_fn("aria-expanded", move || Some(is_open().to_string()))
        .child(span("thumb", "").child(picture))
        .child(el("span").child(span("tt", &name)).child(span("ss", "").text_fn(line)))
        .child(icon(Glyph::Down));
    let class = turns(items, at.item);
    let label = (class == "turns first").then(|| p("cap acc", "Superset: take turns, rest after each round"));
    let row = el("li").class(format!("er {class}"));
    let handle = pointer::pull(span("handle", "").attr("aria-hidden", "true"), &row, move |place| {
        if place != at.item {
            moved(desk, at, At { item: place, ..at });
        }
    });
    // Made anew when other fields apply; 0 while it is closed.
    let shape = move || {
        let item = if is_open() { desk.item(at) } else { None };
        let has = |field: &Field| item.as_ref().and_then(|item| field.get(item)).is_some();
        Field::ALL.iter().fold(0_u32, |bits, field| bits << 1 | u32::from(has(field)))
    };
    let last = at.item + 1 == items.len();
    let fields = move |shape: u32| if shape == 0 { View::none() } else { fields(desk, at, &name, last) };
    row.child(label).child(handle.child(icon(Glyph::Drag))).child(head).child(View::keyed(shape, fields))
}

/// Moves an exercise; what was open closes.
fn moved(desk: Desk, from: At, to: At) -> bool {
    let moved = desk.edit(Edit::Move(from, to));
    if moved {
        desk.open.set(NONE);
    }
    moved
}

fn fields(desk: Desk, at: At, name: &str, last: bool) -> View {
    let of_kind = |flag: bool, all: &[Field]| {
        let all = all.iter().filter(move |field| (field.limits().kind == Kind::Flag) == flag);
        View::many(all.map(|field| {
            if flag { toggle(desk, at, *field).into() } else { number(desk, at, *field).into() }
        }))
    };
    let (first, more) = Field::ALL.split_at(FIRST);
    let more = el("details.more")
        .child(el("summary").child(span("rowt", "Tempo and more")).child(icon(Glyph::Down)))
        .child(of_kind(false, more));
    // The row goes with its exercise, and stays open there.
    let step = move |to: usize, id: &'static str| {
        if moved(desk, at, At { item: to, ..at }) {
            desk.open.set(to);
            page::focus_soon(id);
        }
    };
    let arrow = |id: &'static str, label: &str, glyph, off: bool, to: usize| {
        button("chip", move || step(to, id))
            .attr("id", id)
            .attr_maybe("disabled", off.then_some(""))
            .label(label)
            .child(icon(glyph))
    };
    let joined = move || {
        desk.look(|program| program.days.get(at.day).is_some_and(|day| takes_turns(&day.items, at.item)))
    };
    let join = (!last).then(|| {
        button("chip", move || {
            desk.edit(Edit::Join(at));
            page::focus_soon("join");
        })
        .attr("id", "join")
        .attr("aria-pressed", untrack(joined).to_string())
        .text("Superset with the next")
    });
    let removed = format!("{name} is removed.");
    let remove = move || {
        if desk.edit(Edit::Remove(at)) {
            desk.open.set(NONE);
            desk.said.set(removed.clone());
        }
    };
    let tools = el("div.chips wrap")
        .child(arrow("up", "Move up", Glyph::Up, at.item == 0, at.item.wrapping_sub(1)))
        .child(arrow("down", "Move down", Glyph::Down, last, at.item + 1))
        .child(join)
        .child(button("chip", move || desk.picking.set(Some(Pick::Replace(at.item)))).text("Replace"))
        .child(button("chip", move || desk.put(Edit::Copy(at))).text("Copy"))
        .child(button("chip danger", remove).text("Remove"));
    el("div.fields")
        .child(of_kind(false, first))
        .child(el("div.chips wrap").child(of_kind(true, &Field::ALL)))
        .child(more)
        .child(tools)
        .child(elsewhere(desk, at))
        .into()
}

/// The number as it stands.
fn now(desk: Desk, at: At, field: Field) -> Option<u32> {
    field.get(&desk.item(at)?)
}

fn toggle(desk: Desk, at: At, field: Field) -> Option<El> {
    untrack(|| now(desk, at, field))?;
    let limits = field.limits();
    let on = move || now(desk, at, field) == Some(1);
    let flip = move || {
        desk.edit(Edit::Number(at, field, u32::from(!untrack(on))));
        page::focus_soon(limits.id);
    };
    Some(
        button("chip", flip)
            .attr("id", limits.id)
            .attr_fn("aria-pressed", move || Some(on().to_string()))
            .text(limits.label),
    )
}

fn number(desk: Desk, at: At, field: Field) -> Option<El> {
    untrack(|| now(desk, at, field))?;
    let limits = field.limits();
    let show = move |number: u32| match limits.kind {
        Kind::Span => clock_up(u64::from(number) * 1_000),
        Kind::Count | Kind::Flag => number.to_string(),
    };
    let (text, error) = (RwSignal::new(String::new()), RwSignal::new(None));
    dom::effect(move || {
        if let Some(number) = now(desk, at, field) {
            text.set(show(number));
            error.set(None);
        }
    });
    let put = move |number| desk.put(Edit::Number(at, field, number));
    let step = move |by| {
        if let Some(number) = untrack(|| now(desk, at, field)) {
            put(field.stepped(number, by));
        }
    };
    let typed = move |_| {
        let text = text.get_untracked();
        let number = match limits.kind {
            Kind::Span => slot::span(&text).ok(),
            Kind::Count | Kind::Flag => text.trim().parse().ok(),
        };
        match number.filter(|number| (limits.min..=limits.max).contains(number)) {
            Some(number) => put(number),
            None => error.set(Some(format!("From {} to {}.", show(limits.min), show(limits.max)))),
        }
    };
    let label = limits.label.to_owned();
    let words = Words { id: limits.id, label: label.clone(), unit: label.clone(), step: label };
    Some(stepper(&words, text, error, step).class("step es").on("change", typed))
}

/// Takes an exercise to another session.
fn elsewhere(desk: Desk, at: At) -> Option<El> {
    let names: Vec<String> = untrack(|| {
        desk.look(|program| program.days.iter().map(|day| format!("{}: {}", day.mark, day.name)).collect())
    });
    let option = |(nth, name): (usize, &String)| {
        el("option")
            .attr("value", nth.to_string())
            .attr_maybe("selected", (nth == at.day).then_some(""))
            .text(name)
    };
    let go = move |event| {
        if let Ok(day) = value_of(&event).parse() {
            moved(desk, at, At { day, item: NONE });
        }
    };
    (names.len() > 1).then(|| {
        el("label.form-row")
            .child(span("rowt", "Session"))
            .child(el("select").children(names.iter().enumerate().map(option)).on("change", go))
    })
}
