//! One program: its days, its rule, and what one does with it: start a day, choose it, change it, hand it on.

use std::rc::Rc;

use crate::web::signal::{RwSignal, StoredValue};

use crate::catalog::flows::asks_care;
use crate::session::timeline::minutes;
use crate::store::link as links;
use crate::training::edit::{copy, takes_turns};
use crate::training::length::Length;
use crate::training::own::OwnExercise;
use crate::training::prescription::{Pace, Prescription};
use crate::training::program::{DayPlan, Program};
use crate::training::time::clock_up;
use crate::web::components::frame::{Frame, Tab, back_bar, go_to, lead_bar, link_to, section};
use crate::web::components::icon::{Glyph, icon};
use crate::web::dom::{El, View, button, el, heading, p, span};
use crate::web::pages::before::{before, chosen};
use crate::web::pages::exercises::face;
use crate::web::pages::today::planned_bars;
use crate::web::pages::unknown::unknown;
use crate::web::platform::page;
use crate::web::platform::share::{self, Shared};
use crate::web::routes::Route;
use crate::web::state::{Yoke, use_yoke};

/// What the page shows, and what there is to say of it.
#[derive(Clone, Copy)]
struct Page {
    yoke: Yoke,
    /// The program, and the own exercises that a link brought along with it.
    shared: StoredValue<Rc<links::Shared>>,
    /// Whether it came by a link and is not added yet.
    linked: bool,
    day: RwSignal<usize>,
    length: RwSignal<usize>,
    said: RwSignal<String>,
    gone: RwSignal<bool>,
}

/// What a tap does.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Tap {
    Day(usize),
    Start,
    Choose,
    Copy,
    Share,
    Delete,
    Undo,
    Add,
}

impl Page {
    fn button(self, class: &'static str, tap: Tap) -> El {
        button(class, move || self.act(tap))
    }

    fn own(self, item: &Prescription) -> Option<OwnExercise> {
        let shared = self.shared.get_value();
        let linked = shared.own.iter().find(|own| own.id == item.exercise).cloned();
        linked.or_else(|| self.yoke.own_exercise(&item.exercise))
    }

    fn act(self, tap: Tap) {
        let (yoke, shared) = (self.yoke, self.shared.get_value());
        let program = &shared.program;
        // A posture reset in between does not end the strength program.
        let first = yoke.settings().with_untracked(|settings| settings.program.is_none());
        if tap == Tap::Choose || tap == Tap::Start && first {
            yoke.choose(|settings| settings.program = Some(program.id.clone()));
        }
        match tap {
            Tap::Day(day) => self.day.set(day),
            Tap::Choose => {}
            Tap::Start => {
                yoke.begin(program, self.day.get_untracked(), chosen(self.length));
                go_to(Route::Workout);
            }
            Tap::Copy => {
                let copy = copy(program, yoke.new_program_id());
                let edit = Route::Edit(copy.id.to_string()).href();
                yoke.keep_program(copy);
                page::go(&edit);
            }
            Tap::Share => {
                let mut named = Vec::new();
                for item in program.days.iter().flat_map(|day| &day.items) {
                    named.extend(yoke.own_exercise(&item.exercise));
                }
                let url = share::address(&Route::ProgramLink(links::encode(program, &named)).href());
                let shown = url.clone();
                share::share(&url, move |shared| match shared {
                    Shared::Taken => {}
                    Shared::Copied => self.said.set("Link copied. It carries the whole program.".to_owned()),
                    Shared::Shown => self.said.set(shown.clone()),
                });
            }
            Tap::Delete => {
                yoke.drop_program(&program.id);
                self.gone.set(true);
            }
            Tap::Undo => {
                yoke.keep_program(program.clone());
                self.gone.set(false);
            }
            Tap::Add => {
                let id = yoke.take_program(program.clone(), shared.own.clone());
                yoke.replace(Route::Program(id.into_owned()));
            }
        }
    }
}

/// The page of one program.
pub fn program(id: &str) -> View {
    match use_yoke().find_program(id) {
        Some(program) => open(links::Shared { program, own: Vec::new() }, false),
        None => unknown(&format!("programs/{id}")),
    }
}

/// The program that a link carries, before it is added.
pub fn shared(code: &str) -> View {
    match links::decode(code, "".into()) {
        Ok(shared) => open(shared, true),
        Err(error) => empty(
            "This link does not open",
            &format!("{error} Your own programs are unchanged."),
            View::none(),
        ),
    }
}

fn open(shared: links::Shared, linked: bool) -> View {
    let yoke = use_yoke();
    let page = Page {
        yoke,
        day: RwSignal::new(if linked { 0 } else { yoke.next_day(&shared.program) }),
        length: RwSignal::new(Length::Written as usize),
        shared: StoredValue::new(Rc::new(shared)),
        linked,
        said: RwSignal::new(String::new()),
        gone: RwSignal::new(false),
    };
    let gone = move |gone: bool| {
        if !gone {
            return detail(page);
        }
        let title = format!("{} is deleted", page.shared.get_value().program.name);
        let undo = page.button("btn pri", Tap::Undo).text("Undo");
        empty(&title, "What you did with it stays in your history.", undo.into())
    };
    View::keyed(move || page.gone.get(), gone)
}

fn empty(title: &str, text: &str, action: View) -> View {
    let programs = link_to("btn line", Route::Programs).text("See programs");
    Frame::new(lead_bar(title))
        .tab(Tab::Programs)
        .child(el("div.empty").child(p("lead2", text).role("alert")).child(action).child(programs))
        .build()
}

fn detail(page: Page) -> View {
    let shared = page.shared.get_value();
    let program = &shared.program;
    let mut tools = el("div.chips wrap");
    if program.is_own() {
        tools = tools
            .child(link_to("chip", Route::Edit(program.id.to_string())).text("Change"))
            .child(page.button("chip", Tap::Copy).text("Copy"))
            .child(page.button("chip", Tap::Share).text("Share"))
            .child(page.button("chip", Tap::Delete).text("Delete"));
    } else if !page.linked {
        tools = tools
            .child(page.button("chip", Tap::Copy).text("Copy and change"))
            .child(page.button("chip", Tap::Share).text("Share"));
    }
    let shown =
        move || page.shared.get_value().program.days.get(page.day.get()).map(|day| day_view(page, day));
    let rule = (!program.rule.is_empty())
        .then(|| View::many([section("How it works").into(), p("rule notes-text", &program.rule).into()]));
    // What to keep off is read before what is done.
    let first = program.days.first().is_some_and(asks_care);
    let (above, below) = if first { (rule, None) } else { (None, rule) };
    Frame::new(back_bar(&Route::Programs, if page.linked { "A program from a link" } else { "" }))
        .deck(View::dynamic(move || actions(page)))
        .child(heading("h1 page-title", &program.name))
        .child(p("body2", &program.who))
        .child(tools)
        .child(p("cap path", "").role("status").text_fn(move || page.said.get()))
        .child(above)
        .child(day_choice(page, program))
        .child(View::dynamic(move || shown().into()))
        .child(below)
        .child(section("Hard sets a week").child(span("cap dim", program.cadence.text())))
        .child(planned_bars(page.yoke, program))
        .build()
}

fn actions(page: Page) -> View {
    if page.linked {
        return page
            .button("btn pri xl", Tap::Add)
            .child(icon(Glyph::Plus))
            .text("Add to my programs")
            .into();
    }
    if page.yoke.session().with(Option::is_some) {
        return link_to("btn pri xl", Route::Workout).child(icon(Glyph::Play)).text("Resume workout").into();
    }
    let shared = page.shared.get_value();
    let program = &shared.program;
    let mark =
        program.days.get(page.day.get()).filter(|_| program.days.len() > 1).map_or("", |day| &day.mark);
    let chosen = page.yoke.settings().with(|settings| settings.program.as_ref() == Some(&program.id));
    el("div.row-go")
        .child(
            page.button("btn pri xl", Tap::Start)
                .child(icon(Glyph::Play))
                .text(format!("Start {mark}").trim_end()),
        )
        .child(
            page.button("btn xl side", Tap::Choose)
                .attr_maybe("disabled", chosen.then_some(""))
                .text(if chosen { "Chosen" } else { "Choose" }),
        )
        .into()
}

fn day_choice(page: Page, program: &Program) -> Option<El> {
    let count = program.days.len();
    let (class, word) = if count > 4 { ("chips", "") } else { ("seg", "Session ") };
    let mut days = el("div").class(class).role("group").label("Day");
    for (nth, day) in program.days.iter().enumerate() {
        let day = page
            .button("chip", Tap::Day(nth))
            .state("aria-pressed", move || page.day.get() == nth)
            .label(format!("Session {}", day.mark))
            .text(format!("{word}{}", day.mark));
        days = days.child(day);
    }
    (count > 1).then_some(days)
}

fn day_view(page: Page, day: &DayPlan) -> View {
    let sets = day.sets();
    let amount = if day.is_guided() { "moves" } else { "sets" };
    let head = el("div.day-head")
        .child(el("h2.h3").text(&day.name))
        .child(span("cap", format!("{sets} {amount}, about {} min", minutes(&day.items))));
    let mut list = el("ul.list");
    for (nth, it) in day.items.iter().enumerate() {
        list = list.child(item(it, page.own(it).as_ref()).class(turns(&day.items, nth)));
    }
    let choice = (!page.linked).then(|| before(page.yoke, day, page.length));
    View::many([head.into(), choice.into(), list.into()])
}

/// The class of an exercise's row: it marks which ones take turns.
pub fn turns(items: &[Prescription], nth: usize) -> &'static str {
    let before = nth > 0 && takes_turns(items, nth - 1);
    match (before, takes_turns(items, nth)) {
        (false, false) => "",
        (false, true) => "turns first",
        (true, true) => "turns",
        (true, false) => "turns last",
    }
}

fn item(item: &Prescription, own: Option<&OwnExercise>) -> El {
    let (name, picture) = face(own, &item.exercise);
    let row = link_to("li tall", Route::of_exercise(&item.exercise))
        .child(span("thumb", "").child(picture))
        .child(el("span").child(span("tt", name)).child(span("ss", effort(item))))
        .child(span("dose", dose(item)));
    el("li").child(row)
}

/// How hard, and with what rest: `leave 1–2 reps, rest 3:00`.
pub fn effort(item: &Prescription) -> String {
    let rest = clock_up(item.rest.millis());
    match item.rir {
        Some(rir) => format!("leave {}\u{2013}{} reps, rest {rest}", rir.min, rir.max),
        None if item.pace == Pace::Guided => "led by the app".to_owned(),
        None => format!("rest {rest}"),
    }
}

/// `3 × 4–6`.
pub fn dose(item: &Prescription) -> String {
    let target = item.target_text();
    if item.sets > 1 { format!("{} \u{d7} {target}", item.sets) } else { target }
}
