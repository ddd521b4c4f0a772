//! Changing a program of one's own: each change is saved at once and can be taken back.
//!
//! Works with `training::edit`, which decides, and `table`, which holds what is seen of it. Invariant: a running workout
//! carries its own plan and is never touched.

mod item;
mod table;

use std::rc::Rc;

use self::item::row;
use self::table::{Act, Pick, Table};
use crate::session::timeline::minutes;
use crate::training::edit::{Edit, Words, fresh};
use crate::training::exercise::ExerciseId;
use crate::training::program::{Cadence, Program, Weekdays};
use crate::training::time::WEEKDAYS;
use crate::web::components::frame::{Frame, back_bar, section};
use crate::web::components::sheet::sheet;
use crate::web::dom::{self, El, View, button, el, heading, link, p, span, value_of};
use crate::web::pages::exercises::picker;
use crate::web::pages::today::planned_bars;
use crate::web::pages::unknown::unknown;
use crate::web::platform::page;
use crate::web::routes::{NEW, Route};
use crate::web::signal::{RwSignal, untrack};
use crate::web::state::{Yoke, use_yoke};

/// The page's state, in one signal.
#[derive(Clone, Copy)]
struct Desk {
    yoke: Yoke,
    table: RwSignal<Rc<Table>>,
}

impl Desk {
    fn now(self) -> Rc<Table> {
        self.table.get()
    }

    /// Does something, and saves the program if that changed it.
    fn act(self, act: Act<'_>) {
        let changed = self.table.try_update_untracked(|table| {
            let table = Rc::make_mut(table);
            table.act(act).then(|| table.draft.program().clone())
        });
        if let Some(program) = changed.flatten() {
            self.yoke.keep_program(program);
        }
        self.table.notify();
    }

    /// A button. One that goes when its row is made anew has an id, and the keyboard stays on it.
    fn chip(self, act: Act<'static>, id: &'static str, text: &str) -> El {
        let tap = move || {
            self.act(act);
            page::focus_soon(id.to_owned(), false);
        };
        button("chip", tap)
            .attr_maybe("id", Some(id).filter(|id| !id.is_empty()))
            .attr_fn("aria-pressed", move || self.now().is_on(act).map(|on| on.to_string()))
            .text(text)
    }

    /// A choice among acts.
    fn choice(self, label: &str, acts: Vec<(String, Act<'static>)>) -> El {
        let options = acts.iter().map(|(name, _)| el("option").text(name)).collect::<Vec<_>>();
        let (acts, chosen) = (Rc::new(acts), RwSignal::new(String::new()));
        let all = Rc::clone(&acts);
        dom::effect(move || {
            let now = self.now();
            if let Some((name, _)) = all.iter().find(|(_, act)| now.is_on(*act) == Some(true)) {
                chosen.set(name.clone());
            }
        });
        let select = el("select").children(options).bind(chosen).on("change", move |event| {
            let chosen = value_of(&event);
            if let Some((_, act)) = acts.iter().find(|(name, _)| *name == chosen) {
                self.act(*act);
            }
        });
        el("label.form-row").child(span("rowt", label)).child(select)
    }

    /// A text of the program, kept as soon as it is left.
    fn words(self, which: Words, tag: &'static str, label: &str) -> El {
        let text = RwSignal::new(String::new());
        dom::effect(move || text.set(self.now().words(which).to_owned()));
        let field = el(tag)
            .attr("maxlength", "1000")
            .attr("autocomplete", "off")
            .bind(text)
            .on("change", move |event| self.act(Act::Do(Edit::Words(which, &value_of(&event)))));
        let class = if tag == "input" { "field" } else { "" };
        el("label.form-row").child(span("rowt", label)).child(span(class, "").child(field))
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
    let day = yoke.next_day(&program);
    let desk = Desk { yoke, table: RwSignal::new(Rc::new(Table::new(program, day))) };
    let said = move || {
        let now = desk.now();
        if now.said.is_empty() { format!("About {} min", minutes(now.items())) } else { now.said.clone() }
    };
    let no_undo = move || (!desk.now().draft.can_undo()).then(String::new);
    let foot = View::many([
        el("div.said")
            .child(p("cap", "").attr("role", "status").text_fn(said))
            .child(desk.chip(Act::Undo, "", "Undo").attr_fn("disabled", no_undo))
            .into(),
        el("div.row-2")
            .child(desk.chip(Act::Pick(Some(Pick::Add)), "", "Add exercise").class("btn line"))
            .child(link("btn pri", back.href()).text("Done"))
            .into(),
    ]);
    let picking = move || desk.now().picking.map(|what| pick_sheet(desk, what)).into();
    Frame::new(back_bar(&back, "Edit program"))
        .class("editor")
        .deck(foot)
        .child(heading("h2 page-title", "").text_fn(move || desk.now().words(Words::Name).to_owned()))
        .child(View::keyed(move || desk.now().key(), move |_| session(desk)))
        .child(section("Hard sets a week"))
        .child(View::dynamic(move || planned_bars(yoke, desk.now().draft.program()).into()))
        .child(section("This program"))
        .child(desk.words(Words::Name, "input", "Name"))
        .child(desk.words(Words::Note, "textarea", "Note"))
        .child(schedule(desk))
        .child(View::dynamic(picking))
        .build()
}

/// The days to choose from, and of the one that is shown its name, its exercises, and what can be done with all of it.
fn session(desk: Desk) -> View {
    let now = desk.now();
    let (day, all) = (now.day, &now.draft.program().days);
    let mut days = el("div.chips").attr("role", "group").label("Sessions");
    for (nth, day) in all.iter().enumerate() {
        days = days.child(desk.chip(Act::Show(nth), "", &day.mark).label(format!("Session {}", day.mark)));
    }
    days = days.child(desk.chip(Act::Pick(Some(Pick::Day)), "", "+").label("Add a session"));
    let mut tools = el("div.chips wrap").child(desk.chip(Act::Do(Edit::CopyDay), "", "Copy session"));
    if day > 0 {
        tools = tools.child(desk.chip(Act::Do(Edit::SwapDay(day - 1)), "", "Earlier"));
    }
    if day + 1 < all.len() {
        tools = tools.child(desk.chip(Act::Do(Edit::SwapDay(day + 1)), "", "Later"));
    }
    let mut list = el("ul.list");
    for nth in 0..now.items().len() {
        list = list.child(row(desk, &now, nth));
    }
    View::many([
        days.into(),
        desk.words(Words::Day, "input", "Name of this session").into(),
        list.into(),
        tools.child(desk.chip(Act::Do(Edit::RemoveDay), "", "Remove session")).into(),
    ])
}

/// How often: so many days a week in rotation, every day, or on fixed days.
fn schedule(desk: Desk) -> View {
    let act = |cadence| Act::Do(Edit::Cadence(cadence));
    let mut ways: Vec<_> =
        (1..7).map(Cadence::PerWeek).chain([Cadence::Daily]).map(|way| (way.text(), act(way))).collect();
    // Monday, Wednesday, Friday to begin with.
    ways.extend(Weekdays::of(0b1_0101).map(|days| ("On fixed days".to_owned(), act(Cadence::On(days)))));
    let mut chips = el("div.chips wrap").attr("role", "group").label("Days of the week");
    chips = chips
        .attr_fn("hidden", move || (desk.now().draft.program().cadence.weekdays() == 0).then(String::new));
    for (nth, name) in WEEKDAYS.iter().enumerate() {
        chips = chips
            .child(desk.chip(Act::Do(Edit::Weekday(nth)), "", name.get(..3).unwrap_or_default()).label(name));
    }
    View::many([desk.choice("How often", ways).into(), chips.into()])
}

fn pick_sheet(desk: Desk, what: Pick) -> El {
    let picked = move |id: &ExerciseId| {
        if let Some(item) = desk.yoke.usual(id) {
            desk.act(Act::Do(match what {
                Pick::Add => Edit::Add(&item),
                Pick::Day => Edit::AddDay(&item),
                Pick::Replace => Edit::Replace(&item),
            }));
        }
    };
    let title = match what {
        Pick::Add => "Add an exercise",
        Pick::Day => "Begin a session with",
        Pick::Replace => "Replace it with",
    };
    let (field, list) = picker(Rc::new(picked));
    sheet(title, move || desk.act(Act::Pick(None)), View::many([field.into(), list]))
}
