//! What was done, newest first.

use crate::web::signal::RwSignal;

use crate::training::history::Workout;
use crate::training::time::{Day, MONTHS, WEEKDAYS};
use crate::web::components::frame::{Frame, Tab, back_bar, link_to, section};
use crate::web::components::icon::{Glyph, icon};
use crate::web::dom::{El, View, button, el, heading, p, span};
use crate::web::routes::{NEW, Route};
use crate::web::state::use_yoke;

/// How many workouts are listed at first, and how many more with each tap.
const PAGE: usize = 20;

/// The list of finished workouts, by month.
pub fn history() -> View {
    let history = use_yoke().history();
    let shown = RwSignal::new(PAGE);
    let list = move || {
        history.with(|history| {
            if history.is_empty() {
                return empty();
            }
            let more = (history.len() > shown.get())
                .then(|| button("btn line", move || shown.update(|count| *count += PAGE)).text("Show more"));
            View::many(months(history, shown.get()).into_iter().chain([more.into()]))
        })
    };
    let add = link_to("btn line", Route::PastEdit(NEW.to_owned())).text("Add a past workout");
    Frame::new(back_bar(&Route::Progress, "History"))
        .tab(Tab::Progress)
        .child(heading("vh", "History"))
        .child(View::dynamic(list))
        .child(el("div.acts").child(add))
        .build()
}

/// What stands there before the first workout.
pub fn empty() -> View {
    el("div.empty")
        .child(p("lead2", "No workout yet. The first one you save will stand here, with every set."))
        .child(link_to("btn pri", Route::Today).text("Go to Today"))
        .into()
}

/// The newest workouts under the headings of their months.
fn months(history: &[Workout], most: usize) -> Vec<View> {
    let newest = history.get(..most).unwrap_or(history);
    let (mut months, mut under, mut list) = (Vec::new(), String::new(), el("ul.list"));
    for workout in newest {
        let title = month(workout.day());
        if title != under {
            list = el("ul.list");
            months.push(section(&title).into());
            months.push(list.clone().into());
            under = title;
        }
        list = list.child(row(workout));
    }
    months
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
