//! Am I getting stronger, and what did I do: a line for each exercise, the weeks, the records.

mod balance;

use std::rc::Rc;

use crate::training::exercise::ExerciseId;
use crate::training::history::Workout;
use crate::training::progress::{
    Measure, Point, change, days, exercises, loads, measures, points, reps_with, streak,
};
use crate::training::remarks::Pain;
use crate::training::time::Day;
use crate::training::units::{Load, WeightUnit};
use crate::web::components::chart::calendar;
use crate::web::components::frame::{Frame, Tab, lead_bar, section};
use crate::web::components::icon::{Glyph, icon};
use crate::web::components::trend::{NOTHING, ranges, seg, table, trend, within};
use crate::web::dom::{El, View, button, el, link, p, span, value_of};
use crate::web::pages::history::empty;
use crate::web::pages::measure::tests;
use crate::web::platform::animation;
use crate::web::routes::Route;
use crate::web::signal::RwSignal;
use crate::web::state::{Yoke, use_yoke};

/// So many weeks are shown.
const WEEKS: usize = 16;
/// So many rows a table shows.
const MOST_ROWS: usize = 100;
/// So many parts stand below the line of an exercise, see [`part`].
const PARTS: usize = 3;
/// So many exercises have their best shown.
const BESTS: usize = 6;

/// What is looked at: the exercise (by its place in the list), the measure (by its place among those that apply), the range, the
/// least load of repetitions, and whether the table is open.
#[derive(Clone, Copy)]
struct Desk {
    yoke: Yoke,
    exercise: RwSignal<usize>,
    measure: RwSignal<usize>,
    range: RwSignal<usize>,
    load: RwSignal<Option<Load>>,
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
        load: RwSignal::new(None),
        table: RwSignal::new(false),
    };
    let content = move || {
        yoke.lacks(true);
        yoke.history().with(|history| if history.is_empty() { empty() } else { all(desk, history) })
    };
    let list = link("ib", Route::History.href()).label("History").child(icon(Glyph::Cal));
    Frame::new(lead_bar("Progress").child(list))
        .tab(Tab::Progress)
        .child(View::dynamic(content))
        .child(View::dynamic(move || tests(yoke)))
        .build()
}

fn all(desk: Desk, history: &[Workout]) -> View {
    let yoke = desk.yoke;
    let ids = Rc::new(exercises(history));
    let mut picker = el("select").label("Exercise");
    for (nth, id) in ids.iter().enumerate() {
        let option = option(nth, desk.exercise.get_untracked() == nth);
        picker = picker.child(option.text(yoke.name_of(id)));
    }
    let picker = picker.on("change", move |event| {
        desk.exercise.set(value_of(&event).parse().unwrap_or(0));
        desk.measure.set(0);
        desk.load.set(None);
    });
    let below = Rc::clone(&ids);
    let way = View::dynamic(move || {
        let id = ids.get(desk.exercise.get());
        id.map_or(View::none(), |id| yoke.history().with_untracked(|history| way(desk, history, id)))
    });
    // What stands further down comes after the first look, one part after the other: a tap is not to wait for all of them.
    let there = RwSignal::new(0);
    let next = move || animation::soon(move || there.update(|there| *there += 1));
    next();
    let rest = (0..PARTS).map(move |nth| {
        let below = Rc::clone(&below);
        View::keyed(
            move || there.get() > nth,
            move |is_time| {
                if !is_time {
                    return View::none();
                }
                next();
                yoke.history().with_untracked(|history| part(nth, yoke, history, &below))
            },
        )
    });
    View::many([picker.into(), way, View::many(rest)])
}

/// What stands below the line of an exercise: the week, the weeks, and the best of those exercises that were done most lately.
fn part(nth: usize, yoke: Yoke, history: &[Workout], ids: &[ExerciseId]) -> View {
    let today = yoke.day_untracked();
    View::many(match nth {
        0 => vec![section("Hard sets this week").into(), balance::lacking(yoke, history, today)],
        1 => vec![
            balance::balanced(yoke, history, today, ids).into(),
            section("Weeks").child(span("cap", weeks(streak(history, today)))).into(),
            trained(history, today).into(),
        ],
        _ => {
            let bests = ids.iter().take(BESTS).map(|id| best(yoke, history, id));
            vec![section("Best").into(), el("ul.list").children(bests).into()]
        }
    })
}

fn weeks(count: usize) -> String {
    match count {
        0 => String::new(),
        1 => "1 week".to_owned(),
        count => [&count.to_string(), " weeks in a row"].concat(),
    }
}

fn trained(history: &[Workout], today: Day) -> El {
    let last = today.monday().plus(6);
    let days = days(history, last, WEEKS * 7);
    let mut count = 0;
    for sets in &days {
        count += usize::from(*sets > 0);
    }
    let label = ["Trained on ", &count.to_string(), " days in ", &WEEKS.to_string(), " weeks"].concat();
    calendar(&days, &label)
}

/// The unit that sums are shown in.
fn unit(yoke: Yoke) -> WeightUnit {
    yoke.settings().with_untracked(|settings| settings.unit)
}

fn with_unit(measure: Measure, unit: WeightUnit, value: u64) -> String {
    [&measure.number(value), " ", measure.symbol(unit)].concat()
}

/// The way of one exercise. What is chosen among stands still while what it shows is made anew.
fn way(desk: Desk, history: &[Workout], id: &ExerciseId) -> View {
    let unit = unit(desk.yoke);
    let measures: Vec<Measure> = measures(history, id, unit).collect();
    let names: Vec<&'static str> = measures.iter().map(|measure| measure.name()).collect();
    if names.is_empty() {
        return p("body2", "Breaths and short holds have no line.").into();
    }
    let measure = move || measures.get(desk.measure.get()).copied();
    let (is_reps, of, id) = (measure.clone(), id.clone(), id.clone());
    let with_load = move || match is_reps() {
        Some(Measure::Reps) => {
            load_picker(desk, desk.yoke.history().with_untracked(|history| loads(history, &of))).into()
        }
        _ => View::none(),
    };
    let chosen = measure.clone();
    let lines = move || {
        let Some(measure) = chosen() else { return View::none() };
        let least = desk.load.get().filter(|_| measure == Measure::Reps);
        let shown = desk.yoke.history().with_untracked(|history| match least {
            Some(least) => reps_with(history, &id, least),
            None => points(history, &id, measure, unit),
        });
        lines(desk, measure, shown, unit)
    };
    let about = move || match measure() {
        Some(measure) if measure.has_records() => [measure.about(), " Diamonds are records."].concat(),
        measure => measure.map_or("", Measure::about).to_owned(),
    };
    View::many([
        seg("What is shown", &names, desk.measure).into(),
        View::dynamic(with_load),
        View::dynamic(lines),
        ranges(desk.range).into(),
        p("cap", "").text_fn(about).into(),
    ])
}

/// Repetitions with any load, or with one and more.
fn load_picker(desk: Desk, loads: Vec<Load>) -> Option<El> {
    let chosen = desk.load.get_untracked();
    // The first is any load.
    let mut picker = el("select").label("With").child(option(0, false).text("Any load"));
    for (nth, load) in loads.iter().enumerate() {
        let text = [&load.to_string(), " or more"].concat();
        picker = picker.child(option(nth + 1, chosen == Some(*load)).text(text));
    }
    let is_empty = loads.is_empty();
    let picker = picker.on("change", move |event| {
        let nth = value_of(&event).parse::<usize>().unwrap_or(0);
        desk.load.set(loads.get(nth.wrapping_sub(1)).copied());
    });
    (!is_empty).then_some(picker)
}

/// One of those that a picker has, and whether it is the one that stands there now.
fn option(nth: usize, is_chosen: bool) -> El {
    let option = el("option").attr("value", nth.to_string());
    if is_chosen { option.attr("selected", "") } else { option }
}

/// The line, the number it has come to, and the table.
fn lines(desk: Desk, measure: Measure, mut shown: Vec<Point>, unit: WeightUnit) -> View {
    within(&mut shown, desk.yoke.day_untracked(), desk.range);
    let (Some(first), Some(last)) = (shown.first(), shown.last()) else { return p("body2", NOTHING).into() };
    // What has no records has its whole scale, on which less is better.
    let records = measure.has_records();
    let scale = if records { (u64::MAX, 0) } else { (0, u64::from(Pain::MOST) * 100) };
    let text = move |value| if records { with_unit(measure, unit, value) } else { measure.number(value) };
    let alike = (first.value == last.value).then_some("the same");
    let mut change = change(first, last, &text, alike);
    let end = match last.value {
        value if records || value == first.value => "",
        value if value > first.value => ": more pain",
        _ => ": less pain",
    };
    change.push_str(end);
    View::many([
        trend(&shown, scale, measure.name(), &|value| measure.number(value), measure.symbol(unit), &change),
        twin(desk, shown, measure, unit),
    ])
}

/// The points as a table, for who cannot see the line; newest first.
fn twin(desk: Desk, shown: Vec<Point>, measure: Measure, unit: WeightUnit) -> View {
    let open = desk.table;
    let toggle = button("link", move || open.update(|open| *open = !*open))
        .state("aria-expanded", move || open.get())
        .text("As a table");
    let rows = move || {
        if !open.get() {
            return View::none();
        }
        let text = |value| with_unit(measure, unit, value);
        let (most, all) = (MOST_ROWS.to_string(), shown.len().to_string());
        View::many([
            table(&shown, MOST_ROWS, measure.name(), &text, &|_| View::none()).into(),
            (shown.len() > MOST_ROWS).then(|| p("cap", ["The newest ", &most, " of ", &all].concat())).into(),
        ])
    };
    View::many([toggle.into(), View::dynamic(rows)])
}

/// The best there was of an exercise, and when.
fn best(yoke: Yoke, history: &[Workout], id: &ExerciseId) -> Option<El> {
    let unit = unit(yoke);
    let measure = measures(history, id, unit).next().filter(|measure| measure.has_records())?;
    let all = points(history, id, measure, unit);
    let mut best = all.first()?;
    for point in &all {
        if point.value > best.value {
            best = point;
        }
    }
    let (year, ..) = best.day.civil();
    let when = [measure.name(), ", ", &best.day.day_month(), " ", &year.to_string()].concat();
    let words = el("span").child(span("tt", yoke.name_of(id))).child(span("ss", when));
    let row = link("li", Route::of_exercise(id).href())
        .child(words)
        .child(span("rowt", with_unit(measure, unit, best.value)));
    Some(el("li").child(row))
}
