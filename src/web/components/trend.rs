//! How a value goes: the latest one large, the line, how far back, and the table that says the same.

use super::chart::chart;
use crate::training::progress::Point;
use crate::training::time::Day;
use crate::web::dom::{El, View, button, el, span};
use crate::web::signal::RwSignal;

/// How far back a line goes, in days.
const RANGES: [(&str, i32); 3] = [("3 months", 91), ("1 year", 365), ("All", i32::MAX)];
/// The place of the range in which all is seen.
pub const ALL: usize = 2;

/// What is said where no point lies in it.
pub const NOTHING: &str = "Nothing in this time. Look further back.";

/// Leaves those points that lie in the chosen range.
pub fn within(points: &mut Vec<Point>, today: Day, range: RwSignal<usize>) {
    let since = RANGES.get(range.get()).map_or(i32::MAX, |(_, days)| *days);
    points.retain(|point| today.number().saturating_sub(point.day.number()) <= since);
}

/// The choice of the range.
pub fn ranges(range: RwSignal<usize>) -> El {
    seg("How far back", &RANGES.map(|(name, _)| name), range)
}

/// The last of some points, oldest first, what changed, and the line on a scale (see [`chart`]). `number` writes a value
/// without its unit.
pub fn trend(
    points: &[Point],
    scale: (u64, u64),
    name: &str,
    number: &dyn Fn(u64) -> String,
    symbol: &str,
    change: &str,
) -> View {
    let Some(last) = points.last() else { return View::none() };
    let text = |value| [&number(value), " ", symbol].concat();
    let label = [name, ": ", &text(last.value), ". ", change].concat();
    View::many([
        el("p.now")
            .child(span("n", number(last.value)))
            .child(span("u", symbol))
            .child(span("cap acc", change))
            .into(),
        chart(points, scale, &text, &label),
    ])
}

/// Points, oldest first, as a table, newest first and so many at most; `act` makes what can be done with one, by its place in
/// the table.
pub fn table(
    points: &[Point],
    most: usize,
    label: &str,
    text: &dyn Fn(u64) -> String,
    act: &dyn Fn(usize) -> View,
) -> El {
    let mut rows = el("tbody");
    for (nth, point) in points.iter().rev().take(most).enumerate() {
        let row = el("tr")
            .child(el("th").attr("scope", "row").text(point.day.to_string()))
            .child(el("td").text(text(point.value)))
            .child(el("td").text(if point.record { "record" } else { "" }));
        rows = rows.child(row.child(act(nth)));
    }
    el("table.sets past").label(label).child(rows)
}

/// One of some names is chosen.
pub fn seg(label: &str, names: &[&'static str], chosen: RwSignal<usize>) -> El {
    let mut seg = el("div.seg").role("group").label(label);
    for (nth, name) in names.iter().enumerate() {
        let one = button("", move || chosen.set(nth)).state("aria-pressed", move || chosen.get() == nth);
        seg = seg.child(one.text(name));
    }
    seg
}
