//! The sheets over a finished workout that is put right: a set, what was said, another exercise.

use std::rc::Rc;

use super::edit::{ADD, Desk, NOTE, SAID, spot};
use crate::training::exercise::{ExerciseId, Laterality, Measure};
use crate::training::history::{Done, SetLog, Workout};
use crate::training::own::OwnExercise;
use crate::training::prescription::{Prescription, RirRange};
use crate::training::remarks::{About, Spot};
use crate::training::units::Load;
use crate::web::components::pain::pain_scale;
use crate::web::components::rir::rir_row;
use crate::web::components::sheet::sheet;
use crate::web::dom::{View, button, el, p};
use crate::web::pages::exercises::picker;
use crate::web::pages::workout::{Fields, area, set_fields};
use crate::web::signal::{RwSignal, untrack};
use crate::web::state::Yoke;

/// A set that is changed or taken out.
pub(super) fn set(desk: Desk, entry: usize, place: usize) -> View {
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

/// The note on the whole workout.
pub(super) fn note(desk: Desk) -> View {
    let note = RwSignal::new(desk.note());
    let save = move || {
        if let Some(mut after) = desk.copy() {
            after.remarks.set_note(About::Workout, &note.get_untracked());
            desk.put("Remarks changed", after, None, NOTE.to_owned());
        }
    };
    let content = View::many([
        el("div.acts").child(area("Note on the workout", note)).into(),
        el("div.acts").child(button("btn pri", save).text("Save")).into(),
    ]);
    sheet("Note", move || desk.open.set(None), content).into()
}

/// The note on an exercise, and the pain in it. Nothing is kept before all of it is.
pub(super) fn said(desk: Desk, entry: usize) -> View {
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
        let Some((mut after, id)) = desk.copy().and_then(|now| Some((now.clone(), of(&now)?))) else {
            return;
        };
        for spot in Spot::ALL {
            let told = told(spot);
            if told != after.remarks.pain(&id, spot) {
                after.remarks.set_pain(id.clone(), spot, told, after.ended);
            }
        }
        after.remarks.set_note(About::Exercise(id), &note.get_untracked());
        desk.put("Remarks changed", after, None, spot(entry, SAID));
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

/// Another exercise.
pub(super) fn pick(desk: Desk) -> View {
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
