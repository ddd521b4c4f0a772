//! Am I getting stronger, and what did I do: a line for each exercise, the weeks, the records.

use crate::training::exercise::ExerciseId;
use crate::training::history::Workout;
use crate::training::progress::{Measure, Point, days, exercises, points, streak};
use crate::training::time::Day;
use crate::training::units::WeightUnit;
use crate::web::components::chart::{calendar, chart};
use crate::web::components::frame::{Frame, Tab, lead_bar, section};
use crate::web::components::icon::{Glyph, icon};
use crate::web::dom::{El, View, button, el, link, p, span, value_of};
use crate::web::pages::history::empty;
use crate::web::routes::Route;
use crate::web::signal::RwSignal;
use crate::web::state::{Yoke, use_yoke};

/// How far back a line goes, in days.
const RANGES: [(&str, i32); 3] = [("3 months", 91), ("1 year", 365), ("All", i32::MAX)];
/// So many weeks are shown.
const WEEKS: usize = 16;
/// So many rows a table shows.
const MOST_ROWS: usize = 100;
/// So many exercises have their best shown.
const BESTS: usize = 6;

/// What is looked at: the exercise (by its place in the list), the measure (by its place among those that apply), the range, and
/// whether the table is open.
#[derive(Clone, Copy)]
struct Desk {
    yoke: Yoke,
    exercise: RwSignal<usize>,
    measure: RwSignal<usize>,
    range: RwSignal<usize>,
    table: RwSignal<bool>,
}

/// The page.
pub fn progress() -> View {
    let yoke = use_yoke();
    let desk = Desk {
        yoke,
        exercise: RwSignal::new(0),
        measure: RwSignal::new(0),
        range: RwSignal::new(0),
        table: RwSignal::new(false),
    };
    let content =
        move || yoke.history().with(|history| if history.is_empty() { empty() } else { all(desk, history) });
    let list = link("ib", Route::History.href()).label("History").child(icon(Glyph::Cal));
    Frame::new(lead_bar("Progress").child(list)).tab(Tab::Progress).child(View::dynamic(content)).build()
}

fn all(desk: Desk, history: &[Workout]) -> View {
    let yoke = desk.yoke;
    let ids: Vec<ExerciseId> = exercises(history).into_iter().cloned().collect();
    let options = ids.iter().map(|id| el("option").text(yoke.name_of(id)));
    let picker = el("select").label("Exercise").children(options.collect::<Vec<_>>());
    let names: Vec<String> = ids.iter().map(|id| yoke.name_of(id)).collect();
    let picker = picker.on("change", move |event| {
        let name = value_of(&event);
        desk.exercise.set(names.iter().position(|known| *known == name).unwrap_or(0));
        desk.measure.set(0);
    });
    let today = yoke.day_untracked();
    let bests = ids.iter().take(BESTS).filter_map(|id| best(yoke, history, id)).collect::<Vec<_>>();
    View::many([
        picker.into(),
        View::dynamic(move || {
            let id = ids.get(desk.exercise.get());
            id.map_or(View::none(), |id| yoke.history().with_untracked(|history| way(desk, history, id)))
        }),
        section("Weeks").child(span("cap", weeks(streak(history, today)))).into(),
        trained(history, today).into(),
        section("Best").into(),
        el("ul.list").children(bests).into(),
    ])
}

fn weeks(count: usize) -> String {
    match count {
        0 => String::new(),
        1 => "1 week".to_owned(),
        count => format!("{count} weeks in a row"),
    }
}

fn trained(history: &[Workout], today: Day) -> El {
    let last = today.monday().plus(6);
    let days = days(history, last, WEEKS * 7);
    let count = days.iter().filter(|sets| **sets > 0).count();
    calendar(&days, &format!("Trained on {count} days in {WEEKS} weeks"))
}

/// The unit that sums are shown in.
fn unit(yoke: Yoke) -> WeightUnit {
    yoke.settings().with(|settings| settings.unit)
}

fn with_unit(measure: Measure, unit: WeightUnit, value: u64) -> String {
    [&measure.number(value), " ", measure.symbol(unit)].concat()
}

/// The way of one exercise.
fn way(desk: Desk, history: &[Workout], id: &ExerciseId) -> View {
    let unit = unit(desk.yoke);
    let applies = |measure: &Measure| !points(history, id, *measure, unit).is_empty();
    let measures: Vec<Measure> = Measure::ALL.into_iter().filter(applies).collect();
    let Some(&measure) = measures.get(desk.measure.get()) else { return View::none() };
    let all = points(history, id, measure, unit);
    let today = desk.yoke.day_untracked();
    let since = RANGES.get(desk.range.get()).map_or(i32::MAX, |(_, days)| *days);
    let shown: Vec<Point> =
        all.into_iter().filter(|point| today.number().saturating_sub(point.day.number()) <= since).collect();
    let text = move |value| with_unit(measure, unit, value);
    let content = match (shown.first(), shown.last()) {
        (Some(first), Some(last)) => {
            let change = if last.value >= first.value {
                ["+", &text(last.value - first.value)].concat()
            } else {
                ["\u{2212}", &text(first.value - last.value)].concat()
            };
            let days = last.day.number() - first.day.number();
            let within = match (days + 3) / 7 {
                0 => format!("in {days} days"),
                1 => "in 1 week".to_owned(),
                weeks => format!("in {weeks} weeks"),
            };
            let change = if days == 0 { String::new() } else { [&change, " ", &within].concat() };
            let label = format!("{}: {}. {change}", measure.name(), text(last.value));
            View::many([
                el("p.now")
                    .child(span("n", measure.number(last.value)))
                    .child(span("u", measure.symbol(unit)))
                    .child(span("cap acc", &change))
                    .into(),
                chart(&shown, &text, &label),
                table(desk, shown, measure, unit),
            ])
        }
        _ => p("body2", "Nothing in this time. Look further back.").into(),
    };
    let names: Vec<&'static str> = measures.iter().map(|measure| measure.name()).collect();
    View::many([
        seg("What is shown", &names, desk.measure).into(),
        content,
        seg("How far back", &RANGES.map(|(name, _)| name), desk.range).into(),
        p("cap", [measure.about(), " Diamonds are records."].concat()).into(),
    ])
}

fn seg(label: &str, names: &[&'static str], chosen: RwSignal<usize>) -> El {
    let one = |(nth, name): (usize, &&'static str)| {
        button("", move || chosen.set(nth))
            .attr_fn("aria-pressed", move || Some((chosen.get() == nth).to_string()))
            .text(name)
    };
    el("div.seg").attr("role", "group").label(label).children(names.iter().enumerate().map(one))
}

/// The points as a table, for who cannot see the line; newest first.
fn table(desk: Desk, shown: Vec<Point>, measure: Measure, unit: WeightUnit) -> View {
    let open = desk.table;
    let toggle = button("link", move || open.update(|open| *open = !*open))
        .attr_fn("aria-expanded", move || Some(open.get().to_string()))
        .text("As a table");
    let row = move |point: &Point| {
        el("tr")
            .child(el("th").attr("scope", "row").text(point.day.to_string()))
            .child(el("td").text(with_unit(measure, unit, point.value)))
            .child(el("td").text(if point.record { "record" } else { "" }))
    };
    let rows = move || {
        let rows = || {
            el("table.sets past")
                .label(measure.name())
                .child(el("tbody").children(shown.iter().rev().take(MOST_ROWS).map(row)))
        };
        open.get().then(rows).into()
    };
    View::many([toggle.into(), View::dynamic(rows)])
}

/// The best there was of an exercise, and when.
fn best(yoke: Yoke, history: &[Workout], id: &ExerciseId) -> Option<El> {
    let unit = unit(yoke);
    let (measure, all) = Measure::ALL.into_iter().find_map(|measure| {
        let all = points(history, id, measure, unit);
        (!all.is_empty()).then_some((measure, all))
    })?;
    let best = all.iter().rev().max_by_key(|point| point.value)?;
    let when = format!("{}, {} {}", measure.name(), best.day.day_month(), best.day.civil().0);
    let words = el("span").child(span("tt", yoke.name_of(id))).child(span("ss", when));
    let row = link("li", Route::of_exercise(id).href())
        .child(words)
        .child(span("rowt", with_unit(measure, unit, best.value)));
    Some(el("li").child(row))
}
