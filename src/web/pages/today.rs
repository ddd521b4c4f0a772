//! What is next, how the week stands, and one tap to start.

use crate::web::signal::RwSignal;

use crate::catalog::flows::{asks_care, begun};
use crate::session::timeline::minutes;
use crate::session::{Session, Stage};
use crate::training::length::Length;
use crate::training::lines::add;
use crate::training::prescription::Prescription;
use crate::training::program::{Cadence, Program};
use crate::training::reminder::ABOUT;
use crate::training::time::{Day, clock_down};
use crate::training::volume::GROUPS;
use crate::web::components::figure::exercise_thumb;
use crate::web::components::frame::{Frame, Tab, go_to, link_to, section};
use crate::web::components::icon::{Glyph, icon};
use crate::web::components::load_map::{gauge, load_map, sets_of};
use crate::web::components::ruler::ruler;
use crate::web::components::sheet::sheet;
use crate::web::dom::{El, View, button, el, heading, p, span};
use crate::web::pages::before::{before, chosen};
use crate::web::pages::settings::place;
use crate::web::pages::workout::sheets::more::{end_workout, is_timer};
use crate::web::pages::workout::ticks;
use crate::web::pages::{home, measure};
use crate::web::routes::Route;
use crate::web::state::{Yoke, use_yoke};

/// Marks a day on which something was done beside the program.
const BESIDE: &str = "\u{2022}";

/// The start page.
pub fn today() -> View {
    let yoke = use_yoke();
    let today = yoke.today();
    let words = el("div").child(heading("rowt", today.weekday_name())).child(p("cap dim", today.day_month()));
    let bezel = el("div.bar lead")
        .child(el("div.brand").child(icon(Glyph::Today)).child(words))
        .child(link_to("ib", Route::Settings).label("Settings").child(icon(Glyph::Sliders)));
    let deck = move |is_open| {
        if is_open {
            return resume_deck(yoke);
        }
        yoke.program().map_or_else(first_deck, |program| next_deck(yoke, program))
    };
    Frame::new(bezel)
        .class("today")
        .tab(Tab::Today)
        .deck(View::keyed(move || yoke.session().with(Option::is_some), deck))
        .child(week_strip(yoke))
        .child(section("Hard sets this week").child(link_to("link", Route::Progress).text("Progress")))
        .child(week_load(yoke))
        .child(View::keyed(
            move || yoke.session().with(Option::is_some),
            move |is_open| (!is_open).then(|| posture_break(yoke)).into(),
        ))
        .child(View::dynamic(move || {
            let line = |count| {
                place(&Route::Data, Glyph::Easy, "Save a backup", move || {
                    format!("{count} workouts are in none yet")
                })
            };
            View::many([yoke.backup_overdue().map(line).into(), measure::due(yoke)])
        }))
        .child(yoke.asks_home().then(|| home::asked(yoke)))
        .build()
}

/// For a desk and 90 seconds.
fn posture_break(yoke: Yoke) -> El {
    let begin = move || {
        yoke.begin_break();
        go_to(Route::Workout);
    };
    let words = el("span").child(span("tt", "Posture break")).child(span("ss", ABOUT));
    button("li tall tile", begin)
        .child(span("thumb", "").child(exercise_thumb("posture-reset")))
        .child(words)
        .child(icon(Glyph::Play))
}

fn week_strip(yoke: Yoke) -> El {
    let today = yoke.today();
    let program = yoke.program();
    // On fixed days nothing is next but what is due.
    let planned = |day: Day| {
        let program = program.as_ref()?;
        let rotates = day == today && matches!(program.cadence, Cadence::PerWeek(_));
        let next = yoke.due(program, day).or_else(|| rotates.then(|| yoke.next_day(program)))?;
        program.days.get(next).map(|day| day.mark.clone().into_owned())
    };
    let cell = |nth: i32| {
        let day = today.monday().plus(nth);
        let done = yoke.history().with_untracked(|history| {
            // A program's day goes before what was done beside it.
            let mut mark = None;
            for workout in history.iter().take_while(|workout| workout.day() >= day) {
                if workout.day() == day && mark.as_deref().is_none_or(|mark| mark == BESIDE) {
                    mark =
                        Some(workout.source.as_ref().map_or(BESIDE.to_owned(), |source| source.mark.clone()));
                }
            }
            mark
        });
        let name = day.weekday_name();
        let short = if day == today { "Today" } else { name.get(..3).unwrap_or(name) };
        let is_done = done.is_some();
        let next = planned(day);
        let (class, says) = match (is_done, day == today, next.is_some()) {
            (true, ..) => ("done", " done"),
            (_, true, true) => ("now", " is next"),
            (_, true, _) => ("now", "today"),
            (.., true) => ("plan", " is planned"),
            _ => ("", "free"),
        };
        let content = done.or(next);
        let label = format!("{name}: {}{says}", content.as_deref().unwrap_or_default());
        let mark = span("c", content.as_deref().unwrap_or("\u{2013}"))
            .attr("aria-hidden", "true")
            .child(is_done.then(|| icon(Glyph::Check)));
        el("li")
            .class(class)
            .child(span("vh", label))
            .child(span("d", short).attr("aria-hidden", "true"))
            .child(mark)
    };
    el("ol.week").label("This week").children((0..7).map(cell))
}

fn week_load(yoke: Yoke) -> View {
    let monday = yoke.today().monday();
    let sets = yoke.history().with_untracked(|history| sets_of(history, monday));
    let map = load_map(&sets, |group| group.target, "Hard sets this week");
    let gauges = el("ul.gs").children(sets.iter().map(|(group, sets)| gauge(group, *sets)));
    let none_yet = sets.iter().all(|(_, sets)| sets.0 == 0);
    let hint =
        none_yet.then(|| p("cap hint", "Nothing logged this week yet. Each hard set fills these bars."));
    View::many([el("div.tg").child(map).child(gauges).into(), hint.into()])
}

/// The hard sets that a program adds up to in a week, a bar a muscle group.
pub fn planned_bars(yoke: Yoke, program: &Program) -> El {
    el("ul.gs").children(GROUPS.iter().map(|group| gauge(group, yoke.planned(program, group))))
}

fn first_deck() -> View {
    View::many([
        p("cap", "Welcome").into(),
        p("h2 deck-title", "Choose a program to begin").into(),
        link_to("btn pri xl", Route::Programs).text("See programs").into(),
    ])
}

fn next_deck(yoke: Yoke, program: Program) -> View {
    let day = yoke.next_day(&program);
    let Some(next) = program.days.get(day) else { return View::none() };
    let length = RwSignal::new(Length::Written as usize);
    let choice = before(yoke, next, length);
    let care = asks_care(next);
    let extras = yoke.extras(&program, &next.items);
    let about = [false, true].map(|warm_up| {
        let mut items = begun(next, warm_up, Length::Written);
        items.extend(extras.iter().cloned());
        minutes(&items).to_string()
    });
    let about = move || ["about ", &about[usize::from(yoke.settings().with(|s| s.warm_up))], " min"].concat();
    let today = yoke.day_untracked();
    let due = (0..7).map(|ahead| today.plus(ahead)).find(|at| yoke.due(&program, *at).is_some());
    let when = match due {
        Some(at) if at != today => format!("Next, on {}", at.weekday_name()),
        _ => "Next".to_owned(),
    };
    let head = deck_head(
        p("cap", format!("{when}: {}", program.name)),
        p("h2 deck-title", &next.name),
        plus(yoke, &extras),
        p("cap end", [&(next.items.len() + extras.len()).to_string(), " exercises"].concat())
            .child(el("br"))
            .text_fn(about),
    );
    // What presses on soft tissue is read about before it begins.
    let to = if care { Route::Program(program.id.to_string()) } else { Route::Workout };
    let start = move || {
        if !care {
            yoke.begin(&program, day, chosen(length));
        }
        go_to(to.clone());
    };
    let start = button("btn pri xl", start)
        .child(icon(if care { Glyph::Info } else { Glyph::Play }))
        .text(if care { "Read, then start" } else { "Start" });
    View::many([head.into(), (!care).then_some(choice).into(), start.into()])
}

/// What the workout ends with beside its own exercises.
fn plus(yoke: Yoke, extras: &[Prescription]) -> Option<El> {
    let mut names = String::new();
    for extra in extras {
        add(&mut names, ", ", &yoke.name_of(&extra.exercise));
    }
    (!names.is_empty()).then(|| p("cap", ["plus ", &names].concat()))
}

fn deck_head(above: El, title: El, under: Option<El>, aside: El) -> El {
    el("div.nx").child(el("div").child(above).child(title).child(under)).child(aside)
}

fn resume_deck(yoke: Yoke) -> View {
    let ending = RwSignal::new(false);
    let of_session = move |read: fn(&Session) -> String| {
        yoke.session().with(|session| session.as_ref().map(read).unwrap_or_default())
    };
    let complete = move || {
        yoke.session().with(|s| s.as_ref().is_some_and(|s| matches!(s.stage(), Stage::Complete { .. })))
    };
    let state = move || {
        let started = yoke.session().with(|s| s.as_ref().map(Session::started).unwrap_or_default());
        let elapsed = clock_down(yoke.wall().since(started));
        match complete() {
            true if is_timer(yoke) => "Done".to_owned(),
            true => "Done, not saved yet".to_owned(),
            false => format!("In progress, {elapsed}"),
        }
    };
    let head = deck_head(
        p("cap acc strong", "").text_fn(state),
        p("h2 deck-title", "").text_fn(move || of_session(|session| session.plan().title.clone())),
        None,
        p("cap end", "").text_fn(move || {
            of_session(|session| match session.plan().timer {
                Some(_) => String::new(),
                None => format!("{} of {} sets", session.logged(), session.steps().len()),
            })
        }),
    );
    let go = el("div.row-go")
        .child(
            link_to("btn pri xl", Route::Workout)
                .child(icon(Glyph::Play))
                .text_fn(move || if complete() { "Review" } else { "Resume" }.to_owned()),
        )
        .child(
            button("btn xl square", move || ending.set(true))
                .label("Finish or discard")
                .child(icon(Glyph::Stop)),
        );
    let resume = el("div.resume").child(head).child(ruler(ticks(yoke))).child(go);
    let close = move || ending.set(false);
    let end = View::dynamic(move || {
        let title = if is_timer(yoke) { "End this timer" } else { "End this workout" };
        ending.get().then(|| sheet(title, close, end_workout(yoke, close))).into()
    });
    View::many([resume.into(), end])
}
