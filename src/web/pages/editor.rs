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
use crate::training::edit::{At, Edit, Words, fresh};
use crate::training::exercise::ExerciseId;
use crate::training::program::{Cadence, Program};
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

/// What can be done with a day.
static DAY: [(Edit<'static>, &str, &str); 4] = [
    (Edit::CopyDay, "", "Copy session"),
    (Edit::Earlier, "", "Earlier"),
    (Edit::Later, "", "Later"),
    (Edit::RemoveDay, "", "Remove session"),
];

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
            page::focus_soon(id);
        };
        button("chip", tap)
            .attr_maybe("id", Some(id).filter(|id| !id.is_empty()))
            .attr_fn("aria-pressed", move || self.now().is_on(act).map(|on| on.to_string()))
            .text(text)
    }

    /// A row of buttons; those that have no meaning here are left out.
    fn tools(self, nth: usize, tools: &[(Edit<'static>, &'static str, &'static str)]) -> El {
        let (now, mut row) = (self.now(), el("div.chips wrap"));
        for &(edit, id, text) in tools {
            if now.draft.knows(At { day: now.day, item: nth }, edit) {
                row = row.child(self.chip(Act::Do(nth, edit), id, text));
            }
        }
        row
    }

    /// A text of the program, kept as soon as it is left.
    fn words(self, which: Words, tag: &'static str, label: &str) -> El {
        let text = RwSignal::new(String::new());
        dom::effect(move || text.set(self.now().words(which).to_owned()));
        let field = el(tag)
            .attr("maxlength", "1000")
            .attr("autocomplete", "off")
            .bind(text)
            .on("change", move |event| self.act(Act::Do(0, Edit::Words(which, &value_of(&event)))));
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
    let mut days = el("div.chips").attr("role", "group").label("Sessions");
    for (nth, day) in now.draft.program().days.iter().enumerate() {
        days = days.child(desk.chip(Act::Show(nth), "", &day.mark).label(format!("Session {}", day.mark)));
    }
    days = days.child(desk.chip(Act::Pick(Some(Pick::Day)), "", "+").label("Add a session"));
    let mut list = el("ul.list");
    for nth in 0..now.items().len() {
        list = list.child(row(desk, &now, nth));
    }
    View::many([
        days.into(),
        desk.words(Words::Day, "input", "Name of this session").into(),
        list.into(),
        desk.tools(0, &DAY).into(),
    ])
}

/// How often: so many days a week in rotation, or on fixed days.
fn schedule(desk: Desk) -> View {
    let group = |label| el("div.chips wrap").attr("role", "group").label(label);
    let (mut often, mut fixed) = (group("Days a week"), group("Days of the week"));
    for (nth, name) in WEEKDAYS.iter().enumerate() {
        let way = if nth == 6 { Cadence::Daily } else { Cadence::PerWeek(nth as u8 + 1) };
        let act = |edit, text: &str| desk.chip(Act::Do(0, edit), "", text);
        often = often.child(act(Edit::Cadence(way), &(nth + 1).to_string()).label(way.text()));
        fixed = fixed.child(act(Edit::Weekday(nth), name.get(..3).unwrap_or_default()).label(name));
    }
    View::many([
        p("rowt", "Days a week, in turn").into(),
        often.into(),
        p("rowt", "Or on fixed days").into(),
        fixed.into(),
    ])
}

fn pick_sheet(desk: Desk, what: Pick) -> El {
    let picked = move |id: &ExerciseId| {
        if let Some(item) = desk.yoke.usual(id) {
            let (nth, edit) = match what {
                Pick::Add => (0, Edit::Add(&item)),
                Pick::Day => (0, Edit::AddDay(&item)),
                Pick::Replace(nth) => (nth, Edit::Replace(&item)),
            };
            desk.act(Act::Do(nth, edit));
        }
    };
    let title = match what {
        Pick::Add => "Add an exercise",
        Pick::Day => "Begin a session with",
        Pick::Replace(_) => "Replace it with",
    };
    let (field, list) = picker(Rc::new(picked));
    sheet(title, move || desk.act(Act::Pick(None)), View::many([field.into(), list]))
}
