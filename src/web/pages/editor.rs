//! Changing a program of one's own: each change is saved at once and can be taken back.
//!
//! Works with `training::edit`, which decides. Invariant: a running workout carries its own plan and is never touched.

mod act;
mod item;

use std::rc::Rc;

use self::act::{Act, chip};
use self::item::row;
use crate::session::timeline::minutes;
use crate::training::edit::{At, Draft, Edit, Words, fresh};
use crate::training::exercise::ExerciseId;
use crate::training::prescription::Prescription;
use crate::training::program::{Cadence, DayPlan, Program, Weekdays};
use crate::training::time::WEEKDAYS;
use crate::web::components::frame::{Frame, back_bar, section};
use crate::web::components::sheet::sheet;
use crate::web::dom::{self, El, View, el, heading, link, p, span, value_of};
use crate::web::pages::exercises::picker;
use crate::web::pages::today::planned_bars;
use crate::web::pages::unknown::unknown;
use crate::web::routes::{NEW, Route};
use crate::web::signal::{RwSignal, untrack};
use crate::web::state::{Yoke, use_yoke};

/// No exercise is open.
const NONE: usize = usize::MAX;

/// What an exercise is picked for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Pick {
    /// To stand last in the day that is shown.
    Add,
    /// To begin a new day.
    Day,
    /// To take the place of the one that is open.
    Replace,
}

/// The program that is being changed, and what is seen of it.
#[derive(Clone, Copy)]
struct Desk {
    yoke: Yoke,
    draft: RwSignal<Draft>,
    /// The day that is shown.
    day: RwSignal<usize>,
    /// The exercise that is open, or [`NONE`].
    open: RwSignal<usize>,
    said: RwSignal<String>,
    picking: RwSignal<Option<Pick>>,
}

impl Desk {
    fn look<T>(self, look: impl FnOnce(&Program) -> T) -> T {
        self.draft.with(|draft| look(draft.program()))
    }

    /// The day that is shown.
    fn shown(self) -> Option<DayPlan> {
        let day = self.day.get();
        self.look(|program| program.days.get(day).cloned())
    }

    fn item(self, item: usize) -> Option<Prescription> {
        let day = self.day.get();
        self.look(|program| program.days.get(day)?.items.get(item).cloned())
    }

    /// Changes the program and saves it, or says why not. Returns whether it was changed.
    fn edit(self, edit: Edit) -> bool {
        let at = At { day: self.day.get_untracked(), item: self.open.get_untracked() };
        let refused = self.draft.try_update_untracked(|draft| draft.apply(at, edit).err()).flatten();
        self.settle(refused.map_or(String::new(), |error| error.to_string()));
        refused.is_none()
    }

    fn settle(self, said: String) {
        let program = self.draft.with_untracked(|draft| draft.program().clone());
        // The day that is shown may have gone.
        self.show(self.day.get_untracked().min(program.days.len() - 1));
        self.said.set(said);
        self.draft.notify();
        self.yoke.keep_program(program);
    }

    fn show(self, day: usize) {
        if self.day.get_untracked() != day {
            self.open.set(NONE);
            self.day.set(day);
        }
    }

    /// Changes whenever the days or the rows of the one that is shown are others.
    fn key(self) -> String {
        let mut key = format!("{} {}", self.day.get(), self.look(|program| program.days.len()));
        for item in self.shown().map(|day| day.items).unwrap_or_default() {
            key.push(char::from(b' ' + item.group));
            key += item.exercise.as_str();
        }
        key
    }
}

/// The page that changes an own program, or begins a new one.
pub fn editor(id: &str) -> View {
    let yoke = use_yoke();
    match untrack(|| yoke.find_program(id)).filter(Program::is_own) {
        Some(program) => desk(yoke, program),
        None if id == NEW => begin(yoke),
        None => unknown(&format!("edit/{id}")),
    }
}

fn begin(yoke: Yoke) -> View {
    let picked = move |id: &ExerciseId| {
        let Some(item) = yoke.usual(id) else { return };
        let program = fresh(yoke.new_program_id(), item);
        let route = Route::Edit(program.id.to_string());
        yoke.keep_program(program);
        yoke.replace(route);
    };
    let (field, list) = picker(Rc::new(picked));
    Frame::new(back_bar(&Route::Programs, ""))
        .deck(field)
        .child(heading("h2 page-title", "New program"))
        .child(p("body2", "Begin with its first exercise. More exercises and sessions come next."))
        .child(list)
        .build()
}

fn desk(yoke: Yoke, program: Program) -> View {
    let back = Route::Program(program.id.to_string());
    let desk = Desk {
        yoke,
        day: RwSignal::new(yoke.next_day(&program)),
        draft: RwSignal::new(Draft::new(program)),
        open: RwSignal::new(NONE),
        said: RwSignal::new(String::new()),
        picking: RwSignal::new(None),
    };
    let said = move || match (desk.said.get(), desk.shown()) {
        (said, Some(day)) if said.is_empty() => {
            format!("{} sets, about {} min", day.sets(), minutes(&day.items))
        }
        (said, _) => said,
    };
    let no_undo = move || desk.draft.with(|draft| !draft.can_undo()).then(String::new);
    let foot = View::many([
        el("div.said")
            .child(p("cap", "").attr("role", "status").text_fn(said))
            .child(chip(desk, Act::Undo, "undo", "Undo").class("link").attr_fn("hidden", no_undo))
            .into(),
        el("div.row-2")
            .child(chip(desk, Act::Pick(Pick::Add), "", "Add exercise").class("btn line"))
            .child(link("btn pri", back.href()).text("Done"))
            .into(),
    ]);
    Frame::new(back_bar(&back, "Edit program"))
        .class("editor")
        .deck(foot)
        .child(heading("h2 page-title", "").text_fn(move || desk.look(|program| program.name.to_string())))
        .child(View::keyed(move || desk.key(), move |_| session(desk)))
        .child(section("Hard sets a week"))
        .child(View::dynamic(move || desk.look(|program| planned_bars(yoke, program)).into()))
        .child(section("This program"))
        .child(words(desk, Words::Name))
        .child(words(desk, Words::Note))
        .child(schedule(desk))
        .child(View::dynamic(move || desk.picking.get().map(|what| pick_sheet(desk, what)).into()))
        .build()
}

/// The days to choose from, and of the one that is shown its name, its exercises, and what can be done with all of it.
fn session(desk: Desk) -> View {
    let Some(shown) = desk.shown() else { return View::none() };
    let day = desk.day.get();
    let count = desk.look(|program| program.days.len());
    let tab = |nth: usize| {
        let mark = desk.look(|program| program.days.get(nth).map(|day| day.mark.clone())).unwrap_or_default();
        chip(desk, Act::Show(nth), "", &mark).label(format!("Session {mark}"))
    };
    let days = el("div.chips")
        .attr("role", "group")
        .label("Sessions")
        .children((0..count).map(tab))
        .child(chip(desk, Act::Pick(Pick::Day), "", "+").label("Add a session"));
    let rows = (0..shown.items.len()).map(|item| row(desk, &shown.items, item));
    let tools = el("div.chips wrap")
        .child(chip(desk, Act::CopyDay, "", "Copy session"))
        .child((day > 0).then(|| chip(desk, Act::SwapDay(day - 1), "", "Earlier")))
        .child((day + 1 < count).then(|| chip(desk, Act::SwapDay(day + 1), "", "Later")))
        .child(chip(desk, Act::RemoveDay, "", "Remove session"));
    View::many([
        days.into(),
        words(desk, Words::Day).into(),
        el("ul.list").children(rows).into(),
        tools.into(),
    ])
}

/// A text of the program, kept as soon as it is left.
fn words(desk: Desk, which: Words) -> El {
    let (tag, class, label) = match which {
        Words::Name => ("input", "field", "Name"),
        Words::Note => ("textarea", "", "Note"),
        Words::Day => ("input", "field", "Name of this session"),
    };
    let text = RwSignal::new(String::new());
    dom::effect(move || {
        let day = desk.shown();
        text.set(desk.look(|program| match (which, day) {
            (Words::Note, _) => program.rule.to_string(),
            (Words::Day, Some(day)) => day.name.into_owned(),
            _ => program.name.to_string(),
        }));
    });
    let typed = move |_| drop(desk.edit(Edit::Words(which, text.get_untracked())).then_some(""));
    let field = el(tag).attr("maxlength", "1000").attr("autocomplete", "off").bind(text).on("change", typed);
    el("label.form-row").child(span("rowt", label)).child(span(class, "").child(field))
}

/// A choice among names; `chosen` hears which.
fn choice(label: &str, names: Vec<String>, now: Box<dyn Fn() -> String>, chosen: Box<dyn Fn(usize)>) -> El {
    let text = RwSignal::new(String::new());
    dom::effect(move || text.set(now()));
    let options = names.iter().map(|name| el("option").text(name)).collect::<Vec<_>>();
    let select = el("select").children(options).bind(text).on("change", move |event| {
        let name = value_of(&event);
        if let Some(nth) = names.iter().position(|known| *known == name) {
            chosen(nth);
        }
    });
    el("label.form-row").child(span("rowt", label)).child(select)
}

/// How often: so many days a week in rotation, every day, or on fixed days.
fn way(nth: usize) -> Cadence {
    match nth {
        0..6 => Cadence::PerWeek(nth as u8 + 1),
        // Monday, Wednesday, Friday to begin with.
        7 => Weekdays::of(0b1_0101).map_or(Cadence::Daily, Cadence::On),
        _ => Cadence::Daily,
    }
}

fn schedule(desk: Desk) -> View {
    let name = |cadence: Cadence| match cadence {
        Cadence::On(_) => "On fixed days".to_owned(),
        cadence => cadence.text(),
    };
    let cadence = move || desk.look(|program| program.cadence);
    let set = move |nth| drop(desk.edit(Edit::Cadence(way(nth))).then_some(""));
    let names = (0..8).map(|nth| name(way(nth))).collect();
    let rotates = move || (!matches!(cadence(), Cadence::On(_))).then(String::new);
    let day = |(nth, name): (usize, &&str)| {
        chip(desk, Act::Weekday(nth), "", name.get(..3).unwrap_or_default()).label(name)
    };
    View::many([
        choice("How often", names, Box::new(move || name(cadence())), Box::new(set)).into(),
        el("div.chips wrap")
            .attr("role", "group")
            .label("Days of the week")
            .attr_fn("hidden", rotates)
            .children(WEEKDAYS.iter().enumerate().map(day))
            .into(),
    ])
}

fn pick_sheet(desk: Desk, what: Pick) -> El {
    let picked = move |id: &ExerciseId| {
        let Some(item) = desk.yoke.usual(id).map(Box::new) else { return };
        desk.picking.set(None);
        let edit = match what {
            Pick::Add => Edit::Add(item),
            Pick::Day => Edit::AddDay(item),
            Pick::Replace => Edit::Replace(item),
        };
        if desk.edit(edit) && what == Pick::Day {
            desk.show(untrack(|| desk.look(|program| program.days.len())) - 1);
        }
    };
    let title = match what {
        Pick::Add => "Add an exercise",
        Pick::Day => "Begin a session with",
        Pick::Replace => "Replace it with",
    };
    let (field, list) = picker(Rc::new(picked));
    sheet(title, move || desk.picking.set(None), View::many([field.into(), list]))
}
