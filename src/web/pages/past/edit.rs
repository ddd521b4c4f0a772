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
use crate::web::components::frame::{Frame, back_bar, go_to, link_to, section};
use crate::web::components::icon::{Glyph, icon};
use crate::web::components::rir::rir_row;
use crate::web::components::sheet::sheet;
use crate::web::dom::{El, View, button, el, heading, p, span, value_of};
use crate::web::pages::exercises::picker;
use crate::web::pages::unknown::unknown;
use crate::web::pages::workout::{Fields, area, set_fields};
use crate::web::routes::{NEW, Route};
use crate::web::signal::{RwSignal, untrack};
use crate::web::state::{Yoke, use_yoke};

/// What a sheet is open for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Open {
    /// One set: exercise and place.
    Set(usize, usize),
    /// Another exercise.
    Exercise,
}

/// One workout that is changed.
#[derive(Clone)]
struct Desk {
    yoke: Yoke,
    workout: Rc<Workout>,
    open: RwSignal<Option<Open>>,
}

impl Desk {
    /// The workout, to be changed.
    fn before(&self) -> Workout {
        Workout::clone(&self.workout)
    }

    /// Keeps the changed workout; one without exercises goes.
    fn put(&self, title: &'static str, after: Workout) {
        self.open.set(None);
        if after.entries.is_empty() {
            self.delete();
        } else if after != *self.workout {
            self.yoke.amend(title, Some(self.before()), Some(after));
        }
    }

    fn delete(&self) {
        if self.yoke.amend("Workout deleted", Some(self.before()), None) {
            go_to(Route::History);
        }
    }
}

/// The page.
pub fn edit(id: &str) -> View {
    if id == NEW {
        return begin();
    }
    let (wanted, other) = (WorkoutId::stored(id), id.to_owned());
    let yoke = use_yoke();
    let open = RwSignal::new(None);
    View::dynamic(move || {
        let found = yoke.history().with(|history| history.iter().find(|one| one.id == wanted).cloned());
        found.map_or_else(|| unknown(&other), |workout| desk(&Desk { yoke, workout: Rc::new(workout), open }))
    })
}

/// The first exercise of a workout that was done without the app.
fn begin() -> View {
    let yoke = use_yoke();
    let picked = move |id: &ExerciseId| {
        let Some(item) = yoke.usual(id) else { return };
        let mut workout = yoke.blank_workout();
        yoke.history().with_untracked(|history| workout.add_exercise(&item, history));
        let route = Route::PastEdit(workout.id.as_str().to_owned());
        if yoke.amend("Workout added", None, Some(workout)) {
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

fn desk(desk: &Desk) -> View {
    let Desk { yoke, workout, open } = desk.clone();
    let id = workout.id.as_str().to_owned();
    let (named, dated, gone, sheets) = (desk.clone(), desk.clone(), desk.clone(), desk.clone());
    let name = move |text: &str| {
        if let Ok(name) = tidy_name(text) {
            named.put("Name changed", Workout { title: name, ..named.before() });
        }
    };
    let today = yoke.day_untracked();
    let date = move |text: &str| {
        if let Some(day) = Day::parse(text) {
            let mut after = dated.before();
            // Nothing was done on a day that is to come.
            after.move_to(day.min(today));
            dated.put("Day changed", after);
        }
    };
    let content = move || match open.get() {
        None => View::none(),
        Some(Open::Set(entry, set)) => set_sheet(&sheets, entry, set),
        Some(Open::Exercise) => pick_sheet(&sheets),
    };
    let buttons = el("div.row-2")
        .child(button("btn line", move || open.set(Some(Open::Exercise))).text("Add exercise"))
        .child(link_to("btn pri", Route::Past(id.clone())).text("Done"));
    let date = field("Day", "date", &workout.day().to_string(), Box::new(date));
    let date = date.attr("max", today.to_string());
    Frame::new(back_bar(&Route::Past(id), "Edit workout"))
        .deck(buttons)
        .child(heading("h2 page-title", &workout.title))
        .child(el("div.acts").child(field("Name", "text", &workout.title, Box::new(name))).child(date))
        .children((0..workout.entries.len()).map(|nth| entry(desk, nth)))
        .child(
            el("div.acts")
                .child(button("btn line danger", move || gone.delete()).text("Delete this workout")),
        )
        .child(View::dynamic(content))
        .build()
}

/// A field whose text is kept as soon as it is left. The page of what was kept is made anew; what is not kept gives way to
/// what stands.
fn field(label: &str, kind: &str, text: &str, changed: Box<dyn Fn(&str)>) -> El {
    let input = el("input").attr("type", kind).attr("maxlength", "60").attr("value", text);
    let (shown, stands) = (input.clone(), text.to_owned());
    let input = input.on("change", move |event| {
        let typed = value_of(&event);
        let _ = shown.clone().value(&stands);
        changed(&typed);
    });
    el("label.form-row").child(span("rowt", label)).child(span("field", "").child(input))
}

/// The sets of an exercise, each a button.
fn entry(desk: &Desk, nth: usize) -> View {
    let Some(entry) = desk.workout.entries.get(nth) else { return View::none() };
    let open = desk.open;
    let mut list = el("ul.list");
    for (place, set) in entry.sets.iter().enumerate() {
        let name = if set.warm_up { "W".to_owned() } else { (place + 1).to_string() };
        let rir = set.rir.map_or(String::new(), |rir| ["RIR ", &rir.to_string()].concat());
        let row = button("li tall", move || open.set(Some(Open::Set(nth, place))))
            .child(span("date", "").child(el("b").text(name)))
            .child(el("span").child(span("tt", set.summary())).child(span("ss", rir)))
            .child(icon(Glyph::Right));
        list = list.child(el("li").child(row));
    }
    let this = desk.clone();
    let add = move || {
        let mut after = this.before();
        after.add_set(nth);
        this.put("Set added", after);
    };
    let add = button("txl", add).text("Add a set");
    View::many([section(desk.yoke.name_of(&entry.exercise)).child(add).into(), list.into()])
}

/// A set that is changed or taken out.
fn set_sheet(desk: &Desk, entry: usize, place: usize) -> View {
    let workout = &desk.workout;
    let Some((of, set)) = workout.entries.get(entry).and_then(|of| Some((of, *of.sets.get(place)?))) else {
        return View::none();
    };
    let item = asked(desk.yoke, &of.exercise, &set);
    let unit = desk.yoke.settings().with_untracked(|settings| settings.unit);
    let fields = Fields::logged(&item, set.load, set.done, set.load.map_or(unit, Load::unit));
    let note = RwSignal::new(workout.remarks.note(&About::Set(set.at)).to_owned());
    let rir = RwSignal::new(set.rir);
    // A hold or a stretch has no reserve, unless somebody said one.
    let target = item.rir.or(if set.rir.is_some() { RirRange::usual() } else { None });
    let effort = target.map(|target| rir_row(target, move || rir.get(), move |answer| rir.set(answer)));
    let (this, taken, open) = (desk.clone(), desk.clone(), desk.open);
    let save = move || {
        let Some((load, done)) = fields.read() else { return };
        let (rir, note) = untrack(|| (rir.get(), note.get()));
        let mut after = this.before();
        after.put_set(entry, place, SetLog { load, done, rir, ..set });
        after.remarks.set_note(About::Set(set.at), &note);
        this.put("Set changed", after);
    };
    let remove = move || {
        let mut after = taken.before();
        after.take_out(entry, place);
        taken.put("Set removed", after);
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
    sheet(desk.yoke.name_of(&of.exercise), move || open.set(None), content).into()
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

fn pick_sheet(desk: &Desk) -> View {
    let (this, open) = (desk.clone(), desk.open);
    let picked = move |id: &ExerciseId| {
        if let Some(item) = this.yoke.usual(id) {
            let mut after = this.before();
            this.yoke.history().with_untracked(|history| after.add_exercise(&item, history));
            this.put("Exercise added", after);
        }
    };
    let (field, list) = picker(Rc::new(picked));
    sheet("Add an exercise", move || open.set(None), View::many([field.into(), list])).into()
}
