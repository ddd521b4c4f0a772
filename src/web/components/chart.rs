//! A line over days: an exercise's way, with its records. A picture for the eye; its table twin is the page's.

use crate::training::progress::Point;
use crate::web::dom::{El, View, el, span, svg};

/// The drawing's size in its own units; the line keeps clear of the edges by [`EDGE`].
const WIDTH: u64 = 320;
const HEIGHT: u64 = 140;
const VIEW_BOX: &str = "0 0 320 140";
const EDGE: u64 = 8;
/// More points than this would run together: then only records and the last one are marked.
const MOST_MARKED: usize = 40;

/// The chart of points, oldest first. The scale goes from `low` to `high`, and further where a value lies outside. `text`
/// writes a value, `label` says it all in words.
pub fn chart(
    points: &[Point],
    (mut low, mut high): (u64, u64),
    text: &dyn Fn(u64) -> String,
    label: &str,
) -> View {
    let (Some(first), Some(last)) = (points.first(), points.last()) else { return View::none() };
    for point in points {
        low = low.min(point.value);
        high = high.max(point.value);
    }
    // A value's share of the height, or a day's of the width; in the middle where all are one.
    let along = |at: u64, whole: u64, size: u64| match whole {
        0 => size / 2,
        whole => EDGE + at * (size - 2 * EDGE) / whole,
    };
    let days = |point: &Point| u64::try_from(point.day.number() - first.day.number()).unwrap_or_default();
    let (mut line, mut marks) = (String::new(), String::new());
    // Goes to a place, there or by a line, and draws `then` from there.
    let draw = |path: &mut String, pen: &str, x: u64, y: u64, then: &str| {
        *path = [path.as_str(), pen, &x.to_string(), " ", &y.to_string(), then].concat();
    };
    for (nth, point) in points.iter().enumerate() {
        let x = along(days(point), days(last), WIDTH);
        let y = HEIGHT - along(point.value - low, high - low, HEIGHT);
        draw(&mut line, if nth == 0 { "M" } else { "L" }, x, y, "");
        if point.record {
            draw(&mut marks, "M", x, y.saturating_sub(5), "l5 5-5 5-5-5z");
        } else if points.len() <= MOST_MARKED || nth + 1 == points.len() {
            draw(&mut marks, "M", x.saturating_sub(3), y, "a3 3 0 1 0 6 0 3 3 0 1 0-6 0z");
        }
    }
    let path = |class, path: &str| svg("path").class(class).attr("d", path);
    let drawing = svg("svg")
        .attr("viewBox", VIEW_BOX)
        .role("img")
        .label(label)
        .child(path("ln", &line))
        .child(path("mk", &marks));
    let beside = |class, words: String| span(class, words).unspoken();
    let when = |point: &Point| {
        let (day, (year, ..)) = (point.day.day_month(), point.day.civil());
        if days(last) > 300 { [&day, " ", &year.to_string()].concat() } else { day }
    };
    let (left, right) = (when(first), when(last));
    // Where the line does not end.
    let below = if last.value < first.value { "lo l" } else { "lo" };
    el("div.chart")
        .child(beside("hi", text(high)))
        .child((low < high).then(|| beside(below, text(low))))
        .child(drawing)
        .child(beside("from", left))
        .child((days(last) > 0).then(|| beside("to", right)))
        .into()
}

/// Weeks as columns of days, the last at the right end; each day's shade by its sets.
pub fn calendar(days: &[usize], label: &str) -> El {
    let mut calendar = el("div.cal").role("img").label(label);
    for sets in days {
        let level = match sets {
            0 => "0",
            1..=5 => "1",
            6..=12 => "2",
            _ => "3",
        };
        calendar = calendar.child(el("i").attr("data-h", level));
    }
    calendar
}
