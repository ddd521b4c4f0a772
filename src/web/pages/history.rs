//! What was done, newest first, and the month as a calendar.

use crate::web::signal::RwSignal;

use crate::training::history::Workout;
use crate::training::progress::{month as month_before, workouts};
use crate::training::time::{Day, MONTHS, WEEKDAYS};
use crate::web::components::frame::{Frame, Tab, back_bar, link_to, section};
use crate::web::components::icon::{Glyph, icon};
use crate::web::dom::{El, View, button, el, heading, p, span};
use crate::web::platform::page;
use crate::web::routes::{NEW, Route};
use crate::web::state::{Yoke, use_yoke};

/// How many workouts are listed at first, and how many more with each tap.
const PAGE: usize = 20;

/// The list of finished workouts, by month.
pub fn history() -> View {
    let yoke = use_yoke();
    let history = yoke.history();
    let shown = RwSignal::new(PAGE);
    let (day, back) = (RwSignal::new(0), RwSignal::new(0));
    let left = move |history: &Vec<Workout>| since(history, yoke.day_untracked(), back.get()).len();
    let list = move || {
        history.with(|history| {
            yoke.lacks(day.get() > 0 || left(history) < shown.get());
            if history.is_empty() {
                return empty();
            }
            match day.get() {
                0 => View::many(months(history, yoke.day_untracked(), back.get(), shown.get())),
                only => of_day(history, only, day),
            }
        })
    };
    // It stands while it goes on, and the keyboard on it.
    let no_more = move || (day.get() > 0 || yoke.lacks(history.with(left) <= shown.get())).then(String::new);
    let more = button("btn line", move || shown.update(|shown| *shown += PAGE)).attr_fn("hidden", no_more);
    let add = link_to("btn line", Route::PastEdit(NEW.to_owned())).text("Add a past workout");
    Frame::new(back_bar(&Route::Progress, "History"))
        .tab(Tab::Progress)
        .child(heading("vh", "History"))
        .child(calendar(yoke, day, back))
        .child(View::dynamic(list))
        .child(el("div.acts").child(more.text("Show more")).child(add))
        .build()
}

/// A month with the days that were trained, each to be chosen; `day` is the number of the chosen one, 0 for none, and `back`
/// how many months ago it is.
fn calendar(yoke: Yoke, day: RwSignal<usize>, back: RwSignal<usize>) -> Option<El> {
    if yoke.history().with_untracked(Vec::is_empty) {
        return None;
    }
    let today = yoke.day_untracked();
    let go = move |to: usize| {
        day.set(0);
        back.set(to);
    };
    let is_first = move || {
        let first = month_before(today, back.get()).0;
        yoke.lacks(yoke.history().with(|history| history.last().is_none_or(|oldest| first <= oldest.day())))
    };
    let earlier = move || {
        if !is_first() {
            go(back.get_untracked() + 1);
        }
    };
    let later = move || go(back.get_untracked().saturating_sub(1));
    let grid = move || {
        let (first, length) = month_before(today, back.get());
        // Follows what was done long ago, if the month may have some of it.
        is_first();
        let mut grid = el("div.mc");
        for name in WEEKDAYS {
            grid = grid.child(span("", name.get(..1).unwrap_or_default()).unspoken());
        }
        for _ in 0..first.weekday() {
            grid = grid.child(span("", ""));
        }
        let counts = yoke.history().with(|history| workouts(history, first, length));
        for (nth, count) in counts.into_iter().enumerate() {
            let at = first.plus(nth as i32);
            let (number, date) = (at.number() as usize, (nth + 1).to_string());
            let cell = if count == 0 {
                el("i")
            } else {
                let many = if count == 1 { " workout" } else { " workouts" };
                button("", move || day.update(|day| *day = if *day == number { 0 } else { number }))
                    .state("aria-pressed", move || day.get() == number)
                    .attr("id", number.to_string())
                    .label([&named(at), ", ", &count.to_string(), many].concat())
            };
            let now = (at == today).then_some("date");
            grid = grid.child(cell.attr_maybe("aria-current", now).text(date));
        }
        grid.into()
    };
    let title = move || month(month_before(today, back.get()).0);
    let arrow = |glyph, label, go: Box<dyn Fn()>| button("ib", go).label(label).child(icon(glyph));
    Some(
        el("section")
            .label("Calendar")
            .child(
                el("div.sec mh")
                    .child(el("h2").attr("aria-live", "polite").text_fn(title))
                    .child(
                        arrow(Glyph::Left, "Earlier month", Box::new(earlier))
                            .state("aria-disabled", is_first),
                    )
                    .child(
                        arrow(Glyph::Right, "Later month", Box::new(later))
                            .state("aria-disabled", move || back.get() == 0),
                    ),
            )
            .child(View::dynamic(grid)),
    )
}

/// What stands there before the first workout.
pub fn empty() -> View {
    el("div.empty")
        .child(p("lead2", "No workout yet. The first one you save will stand here, with every set."))
        .child(link_to("btn pri", Route::Today).text("Go to Today"))
        .into()
}

/// The workouts of so many months ago and of before.
fn since(history: &[Workout], today: Day, back: usize) -> &[Workout] {
    let (first, length) = month_before(today, back);
    let end = first.plus(length as i32);
    let newer = history.iter().take_while(|workout| back > 0 && workout.day() >= end).count();
    history.get(newer..).unwrap_or_default()
}

/// The newest of them, under the headings of their months; that of the calendar has its heading there.
fn months(history: &[Workout], today: Day, back: usize, most: usize) -> Vec<View> {
    let (mut months, mut under, mut list) = (Vec::new(), String::new(), el("ul.list"));
    let above = month(month_before(today, back).0);
    for workout in since(history, today, back).iter().take(most) {
        let title = month(workout.day());
        if title != under {
            list = el("ul.list");
            months.push((title != above).then(|| section(&title)).into());
            months.push(list.clone().into());
            under = title;
        }
        list = list.child(row(workout));
    }
    months
}

/// The workouts of one day, by its number, and the way back to all.
fn of_day(history: &[Workout], only: usize, day: RwSignal<usize>) -> View {
    let (mut list, mut title) = (el("ul.list"), String::new());
    for workout in history {
        if workout.day().number() as usize == only {
            title = named(workout.day());
            list = list.child(row(workout));
        }
    }
    let all = move || {
        day.set(0);
        page::focus_soon(only.to_string(), false);
    };
    let head = section(title).child(button("txl", all).text("Show all"));
    View::many([head.into(), list.into()])
}

/// `Saturday 21 November`.
fn named(day: Day) -> String {
    [day.weekday_name(), " ", &day.day_month()].concat()
}

fn month(day: Day) -> String {
    let (year, month, _) = day.civil();
    format!("{} {year}", MONTHS.get(month as usize - 1).copied().unwrap_or_default())
}

fn row(workout: &Workout) -> El {
    let day = workout.day();
    let (_, _, number) = day.civil();
    let weekday = WEEKDAYS.get(day.weekday()).and_then(|name| name.get(..3)).unwrap_or_default();
    let date = span("date", "").child(el("b").text(number.to_string())).child(span("", weekday));
    let text = el("span")
        .child(span("tt", &workout.title))
        .child(span("ss", format!("{}, {}", minutes(workout), sets(workout))));
    let row = link_to("li tall", Route::Past(workout.id.as_str().to_owned()));
    el("li").child(row.child(date).child(text).child(icon(Glyph::Right)))
}

/// `43 min`, at least one.
#[must_use]
pub fn minutes(workout: &Workout) -> String {
    format!("{} min", workout.millis().div_ceil(60_000).max(1))
}

/// `14 sets`.
#[must_use]
pub fn sets(workout: &Workout) -> String {
    match workout.sets() {
        1 => "1 set".to_owned(),
        count => format!("{count} sets"),
    }
}
