//! A finished workout put right, or one added that was done without the app. Each change is kept at once and can be
//! taken back.
//!
//! Works with `sheets`, which open over it.

use std::rc::Rc;

use super::{said, sheets};
use crate::training::exercise::ExerciseId;
use crate::training::history::{SetLog, Workout, WorkoutId};
use crate::training::own::tidy_name;
use crate::training::time::Day;
use crate::web::components::frame::{Frame, back_bar, go_to, link_to};
use crate::web::components::icon::{Glyph, icon};
use crate::web::dom::{self, El, View, button, el, heading, p, span};
use crate::web::pages::exercises::picker;
use crate::web::pages::unknown::unknown;
use crate::web::platform::page;
use crate::web::routes::{NEW, Route};
use crate::web::signal::{RwSignal, untrack};
use crate::web::state::{Yoke, use_yoke};

/// What a sheet is open for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Open {
    /// One set: exercise and place.
    Set(usize, usize),
    /// What was said of an exercise.
    Said(usize),
    /// The note on the whole.
    Note,
    /// Another exercise.
    Exercise,
}

/// The places of the button that adds a set, and of what was said, after all sets; see [`spot`].
pub(super) const ADD: usize = 999;
pub(super) const SAID: usize = 998;
/// The id of the row with the note on the whole.
pub(super) const NOTE: &str = "note";

/// The id of a set's row, by the places of its exercise and its own: the keyboard comes back there.
pub(super) fn spot(entry: usize, place: usize) -> String {
    ["at-", &entry.to_string(), "-", &place.to_string()].concat()
}

/// What of the workout stands in a field.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Text {
    Title,
    Day,
}

/// One workout that is changed. Only what a change touches is made anew: a row when the sets of its exercise are fewer or
/// more, an exercise when the exercises are.
#[derive(Clone, Copy)]
pub(super) struct Desk {
    pub(super) yoke: Yoke,
    /// As it stands; `None` until it is found.
    pub(super) workout: RwSignal<Option<Rc<Workout>>>,
    pub(super) open: RwSignal<Option<Open>>,
}

impl Desk {
    #[inline(never)]
    pub(super) fn now(self) -> Option<Rc<Workout>> {
        self.workout.get()
    }

    fn entries(self) -> usize {
        self.now().map_or(0, |now| now.entries.len())
    }

    fn sets(self, entry: usize) -> usize {
        self.now().and_then(|now| Some(now.entries.get(entry)?.sets.len())).unwrap_or_default()
    }

    #[inline(never)]
    pub(super) fn set(self, entry: usize, place: usize) -> Option<SetLog> {
        self.now()?.entries.get(entry)?.sets.get(place).copied()
    }

    /// The note on the whole.
    pub(super) fn note(self) -> String {
        self.now().map_or(String::new(), |now| now.remarks.workout.clone())
    }

    /// What a field of it says.
    #[inline(never)]
    fn text(self, of: Text) -> String {
        let Some(now) = self.now() else { return String::new() };
        match of {
            Text::Title => now.title.clone(),
            Text::Day => now.day().to_string(),
        }
    }

    /// Takes what was typed into a field, if it makes sense.
    fn take(self, of: Text, text: &str) {
        let Some(mut after) = self.copy() else { return };
        match of {
            Text::Title => {
                if let Ok(title) = tidy_name(text) {
                    after.title = title;
                }
                self.put("Name changed", after, None, String::new());
            }
            Text::Day => {
                if let Some(day) = Day::parse(text) {
                    // Nothing was done on a day that is to come.
                    after.move_to(day.min(self.yoke.day_untracked()));
                }
                self.put("Day changed", after, None, "day".to_owned());
            }
        }
    }

    /// The workout, to be changed.
    #[inline(never)]
    pub(super) fn copy(self) -> Option<Workout> {
        self.now().map(|now| Workout::clone(&now))
    }

    /// Keeps the changed workout; one without exercises goes. The keyboard goes to `there`, if that is said, and to `back`
    /// when the change is taken back.
    pub(super) fn put(self, title: &'static str, after: Workout, there: Option<String>, back: String) {
        let before = self.copy().filter(|before| *before != after);
        if after.entries.is_empty() {
            self.open.set(None);
            self.delete();
        } else if before.is_none() || self.yoke.amend(title, before, Some(after), back) {
            // What was refused stays as it was typed.
            self.open.set(None);
            if let Some(there) = there {
                page::focus_soon(there, false);
            }
        }
    }

    fn delete(self) {
        self.yoke.amend("Workout deleted", self.copy(), None, String::new());
    }
}

/// The page.
pub fn edit(id: &str) -> View {
    if id == NEW {
        return begin();
    }
    let (wanted, other) = (WorkoutId::stored(id), id.to_owned());
    let yoke = use_yoke();
    let desk = Desk { yoke, workout: RwSignal::new(None), open: RwSignal::new(None) };
    dom::effect(move || {
        match yoke.history().with(|history| history.iter().find(|one| one.id == wanted).cloned()) {
            // What is typed stands until this very workout changes.
            Some(workout) if desk.workout.with_untracked(|known| known.as_deref() == Some(&workout)) => {}
            Some(workout) => desk.workout.set(Some(Rc::new(workout))),
            // One of long ago is there a moment after the start, or after another page was followed.
            None if yoke.lacks(true) && yoke.reads_on() => {}
            None if desk.workout.with_untracked(Option::is_some) => go_to(Route::History),
            None => {}
        }
    });
    let id = id.to_owned();
    View::keyed(
        move || desk.workout.with(Option::is_some),
        move |is_there| if is_there { all(desk, &id) } else { unknown(&other) },
    )
}

/// The first exercise of a workout that was done without the app.
fn begin() -> View {
    let yoke = use_yoke();
    let picked = move |id: &ExerciseId| {
        let Some(item) = yoke.usual(id) else { return };
        let mut workout = yoke.blank_workout();
        yoke.history().with_untracked(|history| workout.add_exercise(&item, history));
        let route = Route::PastEdit(workout.id.as_str().to_owned());
        if yoke.amend("Workout added", None, Some(workout), String::new()) {
            yoke.replace(route);
        }
    };
    let (field, list) = picker(Rc::new(picked));
    Frame::new(back_bar(&Route::History, ""))
        .deck(field)
        .child(heading("h2 page-title", "A past workout"))
        .child(p("body2", "Begin with its first exercise. The day and the sets come next."))
        .child(list)
        .build()
}

fn all(desk: Desk, id: &str) -> View {
    let Desk { yoke, open, .. } = desk;
    let back = Route::Past(id.to_owned());
    let content = move || match open.get() {
        None => View::none(),
        Some(Open::Set(entry, place)) => untrack(|| sheets::set(desk, entry, place)),
        Some(Open::Said(entry)) => untrack(|| sheets::said(desk, entry)),
        Some(Open::Note) => untrack(|| sheets::note(desk)),
        Some(Open::Exercise) => sheets::pick(desk),
    };
    let add = button("btn line", move || open.set(Some(Open::Exercise))).attr("id", "add");
    let buttons =
        el("div.row-2").child(add.text("Add exercise")).child(link_to("btn pri", back.clone()).text("Done"));
    let entries = move |count| View::many((0..count).map(|nth| entry(desk, nth)));
    let (name, day) = (el("input").attr("type", "text"), el("input").attr("type", "date").attr("id", "day"));
    let title = span("tt", "Note on the workout");
    let note = said_row(desk, Open::Note, NOTE.to_owned(), title, move || desk.note());
    let name = field(desk, "Name", Text::Title, name.attr("maxlength", "60"));
    let day = field(desk, "Day", Text::Day, day.attr("max", yoke.day_untracked().to_string()));
    Frame::new(back_bar(&back, "Edit workout"))
        .deck(buttons)
        .child(heading("h2 page-title", "").text_fn(move || desk.text(Text::Title)))
        .child(el("div.acts").child(name).child(day))
        .child(el("div.list").child(note))
        .child(View::keyed(move || desk.entries(), entries))
        .child(
            el("div.acts")
                .child(button("btn line danger", move || desk.delete()).text("Delete this workout")),
        )
        .child(View::dynamic(content))
        .build()
}

/// A field whose text is kept as soon as it is left or chosen; what is not kept gives way to what stands. A date that is
/// typed is a date at each digit of its year, and kept when it is left.
fn field(desk: Desk, label: &str, of: Text, input: El) -> El {
    let (text, typed) = (RwSignal::new(String::new()), RwSignal::new(false));
    dom::effect(move || text.set(desk.text(of)));
    let done = move |is_left: bool| {
        if is_left || !typed.get_untracked() {
            typed.set(false);
            desk.take(of, &text.get_untracked());
            text.set(desk.text(of));
        }
    };
    let input = input
        .bind(text)
        .on("keydown", move |_| typed.set(of == Text::Day))
        .on("change", move |_| done(false))
        .on("blur", move |_| done(true));
    el("label.form-row").child(span("rowt", label)).child(span("field", "").child(input))
}

/// The sets of an exercise, each a button, and what was said of it.
fn entry(desk: Desk, nth: usize) -> View {
    let name = move || {
        let of = desk.workout.get().and_then(|now| Some(now.entries.get(nth)?.exercise.clone()));
        of.map(|exercise| desk.yoke.name_of(&exercise)).unwrap_or_default()
    };
    let add = move || {
        if let Some(mut after) = desk.copy() {
            after.add_set(nth);
            desk.put("Set added", after, None, spot(nth, ADD));
        }
    };
    let of = || span("vh", "").text_fn(move || [": ", &name()].concat());
    let add = button("txl", add).attr("id", spot(nth, ADD)).text("Add a set").child(of());
    let rows = move |count| {
        let mut list = el("ul.list");
        for place in 0..count {
            list = list.child(row(desk, nth, place));
        }
        list.into()
    };
    let note = move || {
        let now = desk.workout.get();
        now.and_then(|now| said(&now.remarks, &now.entries.get(nth)?.exercise)).unwrap_or_default()
    };
    let title = span("tt", "Note and pain").child(of());
    let remarks = said_row(desk, Open::Said(nth), spot(nth, SAID), title, note);
    View::many([
        el("div.sec").child(el("h2").text_fn(name)).child(add).into(),
        View::keyed(move || desk.sets(nth), rows),
        el("div.list").child(remarks).into(),
    ])
}

/// The row that opens what was said.
fn said_row(desk: Desk, open: Open, id: String, title: El, said: impl Fn() -> String + 'static) -> El {
    button("li", move || desk.open.set(Some(open)))
        .attr("id", id)
        .child(el("span").child(title).child(span("ss", "").text_fn(said)))
        .child(icon(Glyph::Right))
}

fn row(desk: Desk, nth: usize, place: usize) -> El {
    let set = move || desk.set(nth, place);
    let name = move || match set() {
        Some(set) if set.warm_up => "W".to_owned(),
        _ => (place + 1).to_string(),
    };
    let done = move || set().map(|set| set.summary()).unwrap_or_default();
    let rir = move || {
        set().and_then(|set| set.rir).map_or(String::new(), |rir| ["RIR ", &rir.to_string()].concat())
    };
    let row = button("li tall", move || desk.open.set(Some(Open::Set(nth, place))))
        .attr("id", spot(nth, place))
        .child(span("date", "").child(el("b").text_fn(name)))
        .child(el("span").child(span("tt", "").text_fn(done)).child(span("ss", "").text_fn(rir)))
        .child(icon(Glyph::Right));
    el("li").child(row)
}
