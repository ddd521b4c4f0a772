//! Changing a program of one's own: each change is saved at once and can be taken back.
//!
//! Works with `training::edit`, which decides. Invariant: a running workout carries its own plan and is never touched.

mod item;

use std::rc::Rc;

use self::item::row;
use crate::session::timeline::minutes;
use crate::training::edit::{At, Draft, Edit, fresh};
use crate::training::exercise::ExerciseId;
use crate::training::prescription::Prescription;
use crate::training::program::{Cadence, Program, Weekdays};
use crate::training::time::WEEKDAYS;
use crate::web::components::frame::{Frame, back_bar, section};
use crate::web::components::icon::{Glyph, icon};
use crate::web::components::sheet::sheet;
use crate::web::dom::{self, El, View, button, el, heading, link, p, span, value_of};
use crate::web::pages::exercises::picker;
use crate::web::pages::today::planned_bars;
use crate::web::pages::unknown::unknown;
use crate::web::routes::{NEW, Route};
use crate::web::signal::{RwSignal, untrack};
use crate::web::state::{Yoke, use_yoke};

/// No exercise is open.
const NONE: usize = usize::MAX;

/// What an exercise is picked for.
#[derive(Clone, Copy)]
enum Pick {
    /// To stand last in the day that is shown.
    Add,
    /// To begin a new day.
    Day,
    /// To take the place of this one.
    Replace(usize),
}

/// The program that is being changed, and what is seen of it.
#[derive(Clone, Copy)]
struct Desk {
    yoke: Yoke,
    draft: RwSignal<Draft>,
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

    fn item(self, at: At) -> Option<Prescription> {
        self.look(|program| program.days.get(at.day)?.items.get(at.item).cloned())
    }

    fn items(self) -> Vec<Prescription> {
        let day = self.day.get();
        self.look(|program| program.days.get(day).map(|day| day.items.clone())).unwrap_or_default()
    }

    /// Changes the program and saves it, or says why not. Returns whether it was changed.
    fn edit(self, edit: Edit) -> bool {
        let refused = self.draft.try_update_untracked(|draft| draft.apply(edit).err()).flatten();
        self.settle(refused.map_or(String::new(), |error| error.to_string()));
        refused.is_none()
    }

    /// The same, where nothing follows from it.
    fn put(self, edit: Edit) {
        self.edit(edit);
    }

    fn undo(self) {
        self.draft.try_update_untracked(Draft::undo);
        self.settle(String::new());
    }

    fn settle(self, said: String) {
        let program = self.draft.with_untracked(|draft| draft.program().clone());
        // The day that is shown may have gone.
        let day = self.day.get_untracked().min(program.days.len() - 1);
        self.show(day);
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

    /// Changes whenever the rows of the day are others.
    fn key(self) -> String {
        let mut key = self.day.get().to_string();
        for item in self.items() {
            key += item.exercise.as_str();
            key += if item.group == 0 { " " } else { ":" };
            key += &item.group.to_string();
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
        .child(p(
            "body2",
            "Begin with its first exercise. More of them, their sets and further sessions come next.",
        ))
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
    let about = move || {
        let items = desk.items();
        let sets: u32 = items.iter().map(|item| u32::from(item.sets)).sum();
        format!("{sets} sets, about {} min", minutes(&items))
    };
    let said = move || Some(desk.said.get()).filter(|said| !said.is_empty()).unwrap_or_else(about);
    let no_undo = move || desk.draft.with(|draft| !draft.can_undo()).then(String::new);
    let foot = View::many([
        el("div.said")
            .child(p("cap", "").attr("role", "status").text_fn(said))
            .child(button("link", move || desk.undo()).attr_fn("hidden", no_undo).text("Undo"))
            .into(),
        el("div.row-2")
            .child(
                button("btn", move || desk.picking.set(Some(Pick::Add)))
                    .child(icon(Glyph::Plus))
                    .text("Exercise"),
            )
            .child(link("btn pri", back.href()).text("Done"))
            .into(),
    ]);
    Frame::new(back_bar(&back, "Edit program"))
        .class("editor")
        .deck(foot)
        .child(heading("h2 page-title", "").text_fn(move || desk.look(|program| program.name.to_string())))
        .child(View::keyed(
            move || desk.look(|program| program.days.len()),
            move |count| days(desk, count).into(),
        ))
        .child(View::keyed(move || desk.key(), move |_| session(desk)))
        .child(section("Hard sets a week"))
        .child(View::dynamic(move || desk.look(|program| planned_bars(yoke, program)).into()))
        .child(section("This program"))
        .child(words(
            desk,
            "input",
            "Name",
            |program, _| program.name.to_string(),
            |_, name| Edit::Name(name),
        ))
        .child(words(
            desk,
            "textarea",
            "Note",
            |program, _| program.rule.to_string(),
            |_, rule| Edit::Rule(rule),
        ))
        .child(schedule(desk))
        .child(View::dynamic(move || desk.picking.get().map(|what| pick_sheet(desk, what)).into()))
        .build()
}

/// The days to choose from, and the way to one more.
fn days(desk: Desk, count: usize) -> El {
    let one = |nth: usize| {
        let mark = untrack(|| desk.look(|program| program.days.get(nth).map(|day| day.mark.to_string())));
        let mark = mark.unwrap_or_default();
        button("chip", move || desk.show(nth))
            .attr_fn("aria-pressed", move || Some((desk.day.get() == nth).to_string()))
            .label(format!("Session {mark}"))
            .text(mark)
    };
    let add = button("chip", move || desk.picking.set(Some(Pick::Day)));
    el("div.chips")
        .attr("role", "group")
        .label("Sessions")
        .children((0..count).map(one))
        .child(add.label("Add a session").child(icon(Glyph::Plus)))
}

/// The day that is shown: its name, its exercises, and what can be done with all of it.
fn session(desk: Desk) -> View {
    let day = desk.day.get();
    let items = desk.items();
    let rows = (0..items.len()).map(|item| row(desk, At { day, item }, &items));
    let several = desk.look(|program| program.days.len()) > 1;
    let moved = move |to: usize| {
        if desk.edit(Edit::MoveDay(day, to)) {
            desk.show(to);
        }
    };
    let remove = move || {
        let name = untrack(|| desk.look(|program| program.days.get(day).map(|day| day.name.clone())));
        if desk.edit(Edit::RemoveDay(day)) {
            desk.said.set(format!("{} is removed.", name.unwrap_or_default()));
        }
    };
    let copy = move || {
        if desk.edit(Edit::CopyDay(day)) {
            desk.show(day + 1);
        }
    };
    let tools = el("div.chips wrap")
        .child(button("chip", copy).text("Copy session"))
        .child(several.then(|| button("chip", move || moved(day.wrapping_sub(1))).text("Earlier")))
        .child(several.then(|| button("chip", move || moved(day + 1)).text("Later")))
        .child(button("chip danger", remove).text("Remove session"));
    View::many([
        words(
            desk,
            "input",
            "Name of this session",
            |program, day| program.days.get(day).map(|day| day.name.to_string()).unwrap_or_default(),
            Edit::DayName,
        )
        .into(),
        el("ul.list").children(rows).into(),
        tools.into(),
    ])
}

/// A text of the program, kept as soon as it is left.
fn words(
    desk: Desk,
    tag: &'static str,
    label: &str,
    read: fn(&Program, usize) -> String,
    edit: fn(usize, String) -> Edit,
) -> El {
    let text = RwSignal::new(String::new());
    dom::effect(move || text.set(desk.look(|program| read(program, desk.day.get()))));
    let field = el(tag)
        .attr("maxlength", "1000")
        .attr("autocomplete", "off")
        .bind(text)
        .on("change", move |_| desk.put(edit(desk.day.get_untracked(), text.get_untracked())));
    let class = if tag == "input" { "field" } else { "" };
    el("label.form-row").child(span("rowt", label)).child(span(class, "").child(field))
}

/// How often: so many days a week in rotation, or on fixed days.
fn schedule(desk: Desk) -> View {
    const FIXED: &str = "On fixed days";
    // Monday, Wednesday, Friday to begin with.
    let fixed = Weekdays::of(0b1_0101).map(Cadence::On);
    let ways: Vec<Cadence> = (1..7).map(Cadence::PerWeek).chain([Cadence::Daily]).chain(fixed).collect();
    let name =
        |cadence: Cadence| if let Cadence::On(_) = cadence { FIXED.to_owned() } else { cadence.text() };
    let cadence = move || desk.look(|program| program.cadence);
    let text = RwSignal::new(String::new());
    dom::effect(move || text.set(name(cadence())));
    let select = el("select").children(ways.iter().map(|way| el("option").text(name(*way)))).bind(text).on(
        "change",
        move |event| {
            let chosen = value_of(&event);
            if let Some(way) = ways.iter().find(|way| name(**way) == chosen) {
                desk.edit(Edit::Cadence(*way));
            }
        },
    );
    let bits = move || if let Cadence::On(days) = cadence() { days.bits() } else { 0 };
    let chip = |(nth, day): (usize, &&'static str)| {
        let flip = move || {
            if let Some(days) = Weekdays::of(untrack(bits) ^ 1 << nth) {
                desk.edit(Edit::Cadence(Cadence::On(days)));
            }
        };
        button("chip", flip)
            .attr_fn("aria-pressed", move || Some((bits() >> nth & 1 == 1).to_string()))
            .label(day)
            .text(day.get(..3).unwrap_or_default())
    };
    let chips = el("div.chips wrap").attr("role", "group").label("Days of the week");
    let chips = chips.attr_fn("hidden", move || (bits() == 0).then(String::new));
    View::many([
        el("label.form-row").child(span("rowt", "How often")).child(select).into(),
        chips.children(WEEKDAYS.iter().enumerate().map(chip)).into(),
    ])
}

fn pick_sheet(desk: Desk, what: Pick) -> El {
    let picked = move |id: &ExerciseId| {
        let Some(item) = desk.yoke.usual(id).map(Box::new) else { return };
        desk.picking.set(None);
        let day = desk.day.get_untracked();
        let edit = match what {
            Pick::Add => Edit::Add(day, item),
            Pick::Day => Edit::AddDay(item),
            Pick::Replace(nth) => Edit::Replace(At { day, item: nth }, item),
        };
        if desk.edit(edit) && matches!(what, Pick::Day) {
            desk.show(untrack(|| desk.look(|program| program.days.len())) - 1);
        }
    };
    let title = match what {
        Pick::Add => "Add an exercise",
        Pick::Day => "Begin a session with",
        Pick::Replace(_) => "Replace it with",
    };
    let (field, list) = picker(Rc::new(picked));
    sheet(title, move || desk.picking.set(None), View::many([field.into(), list]))
}
