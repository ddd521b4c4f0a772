//! Exercises of the person's own: the page of one, and the form that makes or changes one.

use crate::web::signal::{RwSignal, untrack};

use crate::catalog::search::GEAR;
use crate::catalog::{self, equipment, muscles};
use crate::training::exercise::{Equipment, ExerciseId, Laterality, Measure, Muscle};
use crate::training::own::{LONGEST_NOTES, OwnExercise, check_name};
use crate::web::components::figure::{exercise_stage, exercise_thumb};
use crate::web::components::frame::{Frame, back_bar, section};
use crate::web::components::icon::{Glyph, icon};
use crate::web::components::sheet::sheet;
use crate::web::dom::{El, View, button, el, heading, link, p, span, value_of};
use crate::web::pages::exercise::last_sets;
use crate::web::pages::unknown::unknown;
use crate::web::platform::{clock, page};
use crate::web::routes::Route;
use crate::web::state::{Yoke, use_yoke};

/// The measures a person can choose from.
const MEASURES: [(Measure, &str); 4] = [
    (Measure::LoadReps, "Weight, reps"),
    (Measure::BodyReps, "Reps"),
    (Measure::Hold, "Seconds"),
    (Measure::LoadCarry, "Carry"),
];

const SIDES: [(Laterality, &str); 2] =
    [(Laterality::Both, "Both at once"), (Laterality::PerSide, "Each side")];

fn all() -> Route {
    Route::Exercises(String::new())
}

/// The page of one own exercise.
pub fn own(id: &str) -> View {
    let yoke = use_yoke();
    match yoke.own_exercise(&ExerciseId::stored(id)) {
        Some(own) => detail(yoke, own),
        None => unknown(&format!("own/{id}")),
    }
}

fn detail(yoke: Yoke, own: OwnExercise) -> View {
    let asking = RwSignal::new(false);
    let muscles: Vec<&str> = own.muscles.iter().map(|muscle| muscles::about(*muscle).name).collect();
    let gear: Vec<&str> = own.equipment.iter().map(|thing| equipment::name(*thing)).collect();
    let or_none =
        |words: Vec<&str>| if words.is_empty() { "none named".to_owned() } else { words.join(", ") };
    let measure = MEASURES.iter().find(|(measure, _)| *measure == own.measure).map_or("", |(_, name)| name);
    let sides = if own.laterality == Laterality::PerSide { ", each side" } else { "" };
    let fact = |name, value: String| [el("dt").text(name), el("dd").text(value)];
    let facts = [
        fact("Counted in", format!("{measure}{sides}")),
        fact("Muscles", or_none(muscles)),
        fact("Gear", or_none(gear)),
    ];
    let stage = own.figure.as_ref().map(|figure| {
        el("div.stage show").child(exercise_stage(figure.as_str(), &own.name, |_, millis| millis))
    });
    let notes = (!own.notes.is_empty()).then(|| p("body2 notes-text", &own.notes));
    let edit = link("btn line", Route::OwnEdit(own.id.to_string()).href()).text("Edit");
    let (id, name) = (own.id.clone(), own.name.clone());
    let close = move || asking.set(false);
    let put_away = move || {
        let id = id.clone();
        let go = move || {
            yoke.put_away(&id);
            page::go(&all().href());
        };
        let content = View::many([
            p("body2 sheet-in-pad", "It leaves the lists. Sets you logged with it stay in your history.")
                .into(),
            el("div.acts")
                .child(button("btn line danger", go).text("Yes, put it away"))
                .child(button("btn quiet", close).text("Keep it"))
                .into(),
        ]);
        sheet(format!("Put {name} away?"), close, content)
    };
    Frame::new(back_bar(&all(), "Your own exercise"))
        .child(stage)
        .child(heading("h2 page-title", &own.name))
        .child(notes)
        .child(el("dl.facts").children(facts.into_iter().flatten()))
        .child(last_sets(yoke, own.id))
        .child(
            el("div.acts")
                .child(edit)
                .child(button("btn line danger", move || asking.set(true)).text("Put away")),
        )
        .child(View::dynamic(move || asking.get().then(&put_away).into()))
        .build()
}

/// The form for a new own exercise, or for one that is there.
pub fn form(id: Option<&str>) -> View {
    let yoke = use_yoke();
    let known = id.map(|id| yoke.own_exercise(&ExerciseId::stored(id)));
    match known {
        Some(None) => unknown("own"),
        Some(Some(own)) => fields(yoke, own, false),
        None => {
            let now = clock::now().wall;
            let id = crate::training::own::new_id(now, clock::salt());
            fields(yoke, OwnExercise::new(id, String::new(), Measure::LoadReps), true)
        }
    }
}

fn fields(yoke: Yoke, own: OwnExercise, is_new: bool) -> View {
    let name = RwSignal::new(own.name.clone());
    let notes = RwSignal::new(own.notes.clone());
    let error = RwSignal::new(String::new());
    let draft = RwSignal::new(own);
    let back = if is_new { all() } else { Route::Own(draft.with_untracked(|own| own.id.to_string())) };
    let save = move || {
        let id = draft.with_untracked(|own| own.id.clone());
        let taken = yoke.exercise_names_but(&id);
        match check_name(&name.get_untracked(), taken.iter().map(String::as_str)) {
            Ok(name) => {
                let notes: String = notes.get_untracked().chars().take(LONGEST_NOTES).collect();
                if yoke.keep_own(OwnExercise { name, notes, ..draft.get_untracked() }) {
                    yoke.replace(Route::Own(id.to_string()));
                }
            }
            Err(wrong) => {
                error.set(wrong.to_string());
                page::focus("own-name");
            }
        }
    };
    let name_field = el("label.form-row")
        .child(span("rowt", "Name"))
        .child(
            el("span.field").child(
                el("input")
                    .attr("id", "own-name")
                    .attr("type", "text")
                    .attr("maxlength", "80")
                    .attr("autocomplete", "off")
                    .attr("aria-describedby", "own-name-error")
                    .attr_fn("aria-invalid", move || Some(error.with(|error| !error.is_empty()).to_string()))
                    .bind(name),
            ),
        )
        .child(p("err", "").attr("id", "own-name-error").role("alert").text_fn(move || error.get()));
    let measure_chip = |(measure, name): (Measure, &'static str)| {
        toggle(
            name,
            move || draft.with(|own| own.measure == measure),
            move || {
                draft.update(|own| own.measure = measure);
            },
        )
    };
    let side_chip = |(side, name): (Laterality, &'static str)| {
        toggle(
            name,
            move || draft.with(|own| own.laterality == side),
            move || {
                draft.update(|own| own.laterality = side);
            },
        )
    };
    let chips = |label: &str, chips: Vec<El>| el("div.chips wrap").role("group").label(label).children(chips);
    let muscle_chip = |info: &muscles::Info| {
        let (muscle, short) = (info.muscle, info.short);
        toggle(
            short,
            move || draft.with(|own| own.muscles.contains(&muscle)),
            move || {
                draft.update(|own| flip::<Muscle>(&mut own.muscles, muscle));
            },
        )
    };
    let gear_chip = |&(thing, _): &(Equipment, &str)| {
        toggle(
            equipment::name(thing),
            move || draft.with(|own| own.equipment.contains(&thing)),
            move || {
                draft.update(|own| flip::<Equipment>(&mut own.equipment, thing));
            },
        )
    };
    let chosen_figure =
        move || draft.with(|own| own.figure.as_ref().map(ToString::to_string)).unwrap_or_default();
    let option = |id: &str, name: &str| {
        let chosen = untrack(chosen_figure) == id;
        el("option").attr("value", id).attr_maybe("selected", chosen.then_some("")).text(name)
    };
    let figure = el("div.figure-choice")
        .child(
            el("select")
                .label("Figure of a catalog exercise")
                .on("change", move |event| {
                    let id = value_of(&event);
                    draft.update(|own| own.figure = (!id.is_empty()).then(|| ExerciseId::stored(&id)));
                })
                .child(option("", "None"))
                .children(catalog::exercises().map(|exercise| option(exercise.id, exercise.name))),
        )
        .child(
            span("thumb", "")
                .child(View::keyed(chosen_figure, |id| (!id.is_empty()).then(|| exercise_thumb(&id)).into())),
        );
    let notes_field = el("textarea")
        .label("Notes")
        .attr("rows", "4")
        .attr("maxlength", LONGEST_NOTES.to_string())
        .bind(notes);
    let deck = el("div.row-go")
        .child(button("btn pri xl", save).child(icon(Glyph::Check)).text("Save"))
        .child(link("btn xl side", back.href()).text("Cancel"));
    Frame::new(back_bar(&back, ""))
        .deck(deck)
        .child(heading("h2 page-title", if is_new { "New exercise" } else { "Edit exercise" }))
        .child(name_field)
        .child(section("Counted in"))
        .child(chips("Counted in", MEASURES.map(measure_chip).into()))
        .child(section("Sides"))
        .child(chips("Sides", SIDES.map(side_chip).into()))
        .child(section("Muscles"))
        .child(chips("Muscles", muscles::ALL.iter().map(muscle_chip).collect()))
        .child(section("Gear"))
        .child(chips("Gear", GEAR.iter().map(gear_chip).collect()))
        .child(section("Figure"))
        .child(figure)
        .child(section("Notes"))
        .child(notes_field)
        .build()
}

fn toggle(name: &str, is_on: impl Fn() -> bool + 'static, flip: impl Fn() + 'static) -> El {
    button("chip", flip).attr_fn("aria-pressed", move || Some(is_on().to_string())).text(name)
}

fn flip<T: PartialEq>(set: &mut Vec<T>, one: T) {
    match set.iter().position(|known| *known == one) {
        Some(at) => drop(set.remove(at)),
        None => set.push(one),
    }
}
