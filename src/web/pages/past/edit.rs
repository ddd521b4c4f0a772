//! A finished workout put right, or one added that was done without the app. Each change is kept at once and can be
//! taken back.

use std::rc::Rc;

use crate::training::exercise::{ExerciseId, Laterality, Measure};
use crate::training::history::{Done, SetLog, Workout, WorkoutId};
use crate::training::own::{OwnExercise, tidy_name};
use crate::training::prescription::{Prescription, RirRange};
use crate::training::remarks::About;
use crate::training::time::Day;
use crate::training::units::Load;
use crate::web::components::frame::{Frame, back_bar, go_to, link_to};
use crate::web::components::icon::{Glyph, icon};
use crate::web::components::pain::pain_scale;
use crate::web::components::rir::rir_row;
use crate::web::components::sheet::sheet;
use crate::web::dom::{self, El, View, button, el, heading, p, span};
use crate::web::pages::exercises::picker;
use crate::web::pages::past::said;
use crate::web::pages::unknown::unknown;
use crate::web::pages::workout::{Fields, area, lines, set_fields};
use crate::web::platform::page;
use crate::web::routes::{NEW, Route};
use crate::web::signal::{RwSignal, untrack};
use crate::web::state::{Yoke, use_yoke};

/// What a sheet is open for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Open {
    /// One set: exercise and place.
    Set(usize, usize),
    /// What was said of an exercise.
    Said(usize),
    /// Another exercise.
    Exercise,
}

/// The places of the button that adds a set, and of what was said, after all sets; see [`spot`].
const ADD: usize = 999;
const SAID: usize = 998;

/// The id of a set's row, by the places of its exercise and its own: the keyboard comes back there.
fn spot(entry: usize, place: usize) -> String {
    ["at-", &entry.to_string(), "-", &place.to_string()].concat()
}

/// What of the workout stands in a field.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Text {
    Title,
    Day,
    Note,
}

/// One workout that is changed. Only what a change touches is made anew: a row when the sets of its exercise are fewer or
/// more, an exercise when the exercises are.
#[derive(Clone, Copy)]
struct Desk {
    yoke: Yoke,
    /// As it stands; `None` until it is found.
    workout: RwSignal<Option<Rc<Workout>>>,
    open: RwSignal<Option<Open>>,
}

impl Desk {
    #[inline(never)]
    fn now(self) -> Option<Rc<Workout>> {
        self.workout.get()
    }

    fn entries(self) -> usize {
        self.now().map_or(0, |now| now.entries.len())
    }

    fn sets(self, entry: usize) -> usize {
        self.now().and_then(|now| Some(now.entries.get(entry)?.sets.len())).unwrap_or_default()
    }

    #[inline(never)]
    fn set(self, entry: usize, place: usize) -> Option<SetLog> {
        self.now()?.entries.get(entry)?.sets.get(place).copied()
    }

    /// What a field of it says.
    #[inline(never)]
    fn text(self, of: Text) -> String {
        let Some(now) = self.now() else { return String::new() };
        match of {
            Text::Title => now.title.clone(),
            Text::Day => now.day().to_string(),
            Text::Note => now.remarks.workout.clone(),
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
            Text::Note => {
                after.remarks.set_note(About::Workout, text);
                self.put("Note changed", after, None, String::new());
            }
        }
    }

    /// The workout, to be changed.
    #[inline(never)]
    fn copy(self) -> Option<Workout> {
        self.now().map(|now| Workout::clone(&now))
    }

    /// Keeps the changed workout; one without exercises goes. The keyboard goes to `there`, if that is said, and to `back`
    /// when the change is taken back.
    fn put(self, title: &'static str, after: Workout, there: Option<String>, back: String) {
        self.open.set(None);
        if after.entries.is_empty() {
            self.delete();
        } else if let Some(before) = self.copy().filter(|before| *before != after)
            && self.yoke.amend(title, Some(before), Some(after), back)
            && let Some(there) = there
        {
            page::focus_soon(there, false);
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
            Some(workout) => desk.workout.set(Some(Rc::new(workout))),
            None if desk.workout.with_untracked(Option::is_some) => go_to(Route::History),
            // One of long ago is there a moment after the start.
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
        Some(Open::Set(entry, place)) => untrack(|| set_sheet(desk, entry, place)),
        Some(Open::Said(entry)) => untrack(|| said_sheet(desk, entry)),
        Some(Open::Exercise) => pick_sheet(desk),
    };
    let add = button("btn line", move || open.set(Some(Open::Exercise))).attr("id", "add");
    let buttons =
        el("div.row-2").child(add.text("Add exercise")).child(link_to("btn pri", back.clone()).text("Done"));
    let entries = move |count| View::many((0..count).map(|nth| entry(desk, nth)));
    let (name, day) = (el("input").attr("type", "text"), el("input").attr("type", "date").attr("id", "day"));
    let note = field(desk, "Note on the workout", Text::Note, lines());
    let name = field(desk, "Name", Text::Title, name.attr("maxlength", "60"));
    let day = field(desk, "Day", Text::Day, day.attr("max", yoke.day_untracked().to_string()));
    Frame::new(back_bar(&back, "Edit workout"))
        .deck(buttons)
        .child(heading("h2 page-title", "").text_fn(move || desk.text(Text::Title)))
        .child(el("div.acts").child(name).child(day).child(note))
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
    let framed = if of == Text::Note { input } else { span("field", "").child(input) };
    el("label.form-row").child(span("rowt", label)).child(framed)
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
    let remarks = button("li", move || desk.open.set(Some(Open::Said(nth))))
        .attr("id", spot(nth, SAID))
        .child(el("span").child(span("tt", "Note and pain").child(of())).child(span("ss", "").text_fn(note)))
        .child(icon(Glyph::Right));
    View::many([
        el("div.sec").child(el("h2").text_fn(name)).child(add).into(),
        View::keyed(move || desk.sets(nth), rows),
        el("div.list").child(remarks).into(),
    ])
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

/// A set that is changed or taken out.
fn set_sheet(desk: Desk, entry: usize, place: usize) -> View {
    let (Some(workout), Some(set)) = (desk.copy(), desk.set(entry, place)) else { return View::none() };
    let Some(of) = workout.entries.get(entry) else { return View::none() };
    let item = asked(desk.yoke, &of.exercise, &set);
    let unit = desk.yoke.settings().with_untracked(|settings| settings.unit);
    let fields = Fields::logged(&item, set.load, set.done, set.load.map_or(unit, Load::unit));
    let note = RwSignal::new(workout.remarks.note(&About::Set(set.at)).to_owned());
    let rir = RwSignal::new(set.rir);
    // A hold or a stretch has no reserve, unless somebody said one.
    let target = item.rir.or(if set.rir.is_some() { RirRange::usual() } else { None });
    let effort = target.map(|target| rir_row(target, move || rir.get(), move |answer| rir.set(answer)));
    let save = move || {
        let (Some((load, done)), Some(mut after)) = (fields.read(), desk.copy()) else { return };
        let (rir, note) = untrack(|| (rir.get(), note.get()));
        after.put_set(entry, place, SetLog { load, done, rir, ..set });
        after.remarks.set_note(About::Set(set.at), &note);
        desk.put("Set changed", after, None, spot(entry, place));
    };
    let remove = move || {
        let Some(mut after) = desk.copy() else { return };
        let before = after.entries.len();
        after.take_out(entry, place);
        // To what stands in its place now, or before it.
        let last = after.entries.len().saturating_sub(1);
        let there = match after.entries.get(entry) {
            Some(of) if last + 1 == before => spot(entry, place.min(of.sets.len().saturating_sub(1))),
            _ => spot(entry.min(last), ADD),
        };
        desk.put("Set removed", after, Some(there), spot(entry, place));
    };
    let content = View::many([
        set_fields(fields),
        effort.into(),
        area("Note on this set", note).into(),
        el("div.row-2")
            .child(button("btn line danger", remove).text("Remove"))
            .child(button("btn pri", save).text("Save"))
            .into(),
    ]);
    sheet(desk.yoke.name_of(&of.exercise), move || desk.open.set(None), content).into()
}

/// The note on an exercise, and the pain in it. Nothing is kept before all of it is.
fn said_sheet(desk: Desk, entry: usize) -> View {
    let draft = Desk { workout: RwSignal::new(desk.now()), ..desk };
    let of = move |now: &Workout| Some(now.entries.get(entry)?.exercise.clone());
    let Some((now, id)) = draft.now().and_then(|now| Some((now.clone(), of(&now)?))) else {
        return View::none();
    };
    let note = RwSignal::new(now.remarks.note(&About::Exercise(id.clone())).to_owned());
    let told = move |spot| draft.now().and_then(|now| now.remarks.pain(&of(&now)?, spot));
    let tell = move |spot, pain| {
        if let Some(mut after) = draft.copy()
            && let Some(id) = of(&after)
        {
            after.remarks.set_pain(id, spot, pain, after.ended);
            draft.workout.set(Some(Rc::new(after)));
        }
    };
    let save = move || {
        if let Some(mut after) = untrack(|| draft.copy())
            && let Some(id) = of(&after)
        {
            after.remarks.set_note(About::Exercise(id), &note.get_untracked());
            desk.put("Note changed", after, None, spot(entry, SAID));
        }
    };
    let content = View::many([
        el("div.acts").child(area("Note on this exercise", note)).into(),
        p("cap hint", "Pain, 0 to 10. A second tap takes it back.").into(),
        pain_scale(Rc::new(told), Rc::new(tell)),
        button("btn pri", save).text("Save").into(),
    ]);
    sheet(desk.yoke.name_of(&id), move || desk.open.set(None), content).into()
}

/// What the fields of a set go by: the exercise's own way, but sides and load as the set has them. A set of a file may have
/// others.
fn asked(yoke: Yoke, id: &ExerciseId, set: &SetLog) -> Prescription {
    let usual = yoke.usual(id);
    let mut item =
        usual.unwrap_or_else(|| OwnExercise::new(id.clone(), String::new(), Measure::BodyReps).usual());
    item.laterality = if matches!(set.done, Done::Both(_)) { Laterality::Both } else { Laterality::PerSide };
    item.measure = match (set.load, item.measure) {
        (None, Measure::LoadReps | Measure::LoadCarry) => Measure::BodyReps,
        (Some(_), Measure::Reps | Measure::Hold) => Measure::LoadReps,
        (_, measure) => measure,
    };
    item
}

fn pick_sheet(desk: Desk) -> View {
    let picked = move |id: &ExerciseId| {
        if let (Some(item), Some(mut after)) = (desk.yoke.usual(id), desk.copy()) {
            desk.yoke.history().with_untracked(|history| after.add_exercise(&item, history));
            let there = spot(after.entries.len() - 1, 0);
            desk.put("Exercise added", after, Some(there), "add".to_owned());
        }
    };
    let (field, list) = picker(Rc::new(picked));
    sheet("Add an exercise", move || desk.open.set(None), View::many([field.into(), list])).into()
}
