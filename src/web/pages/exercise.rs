//! One exercise: how it is done, safely, easier, harder, at home.

use std::rc::Rc;

use crate::web::signal::{RwSignal, StoredValue};

use crate::catalog::{self, equipment, muscles};
use crate::figure::musclemap::{Crop, best_side};
use crate::figure::{Figure, View as Angle};
use crate::training::exercise::{Exercise, ExerciseId, Muscle, MuscleUse, Role, Share};
use crate::training::history::last_time;
use crate::training::prescription::Prescription;
use crate::training::words::rung;
use crate::web::components::figure::{leading_muscles, muscle_chart};
use crate::web::components::frame::{Frame, back_bar, link_to, section};
use crate::web::components::icon::{Glyph, icon};
use crate::web::components::moving::{moving, stills};
use crate::web::dom::{El, View, button, el, heading, p, span};
use crate::web::pages::exercises::goal_name;
use crate::web::pages::unknown::unknown;
use crate::web::platform::{file, page};
use crate::web::routes::Route;
use crate::web::state::{Yoke, use_yoke};

/// The page of one exercise.
pub fn exercise(id: &str) -> View {
    match catalog::find(id) {
        Some(exercise) => detail(exercise),
        None => unknown(&format!("exercises/{id}")),
    }
}

fn detail(exercise: &'static Exercise) -> View {
    let yoke = use_yoke();
    let in_workout = yoke.session().with_untracked(Option::is_some);
    let back = if in_workout { Route::Workout } else { Route::Exercises(String::new()) };
    let words = exercise.words;
    let goal = exercise.goals.first().map_or("", |goal| goal_name(*goal));
    let title = format!("{}, {}", equipment::summary(exercise), goal.to_ascii_lowercase());
    let aliases = p("cap", format!("Also called {}", words.aliases().joined()));
    let step = |step: &str| el("li").child(span("", step));
    let mistake = |text: &str| el("li").text(text);
    let folds = [
        fold("wrn", Glyph::Shield, "Lift safely", [p("", words.safely()), p("", words.stop())]),
        fold(
            "",
            Glyph::Warn,
            "Common mistakes",
            [el("ul.dots").children(words.mistakes().iter().map(mistake))],
        ),
        fold("rst", Glyph::Easy, "Make it easier", words.easier().iter().map(rung_row)),
        fold("acc", Glyph::Hard, "Make it harder", words.harder().iter().map(rung_row)),
        fold("", Glyph::House, "Home hack", [p("", words.home())]),
    ];
    let facts = el("dl.facts")
        .child(el("dt").text("Usual dose"))
        .child(el("dd").text(dose(exercise)))
        .child(el("dt").text("You need"))
        .child(el("dd").text(equipment::alternatives(exercise)));
    Frame::new(back_bar(&back, title))
        .child(picture(exercise))
        .child(heading("h2 page-title", exercise.name))
        .child(aliases)
        .child(el("ol.steps2").children(words.steps().iter().map(step)))
        .child(
            link_to("btn line", Route::Mirror(exercise.id.to_owned()))
                .child(icon(Glyph::Camera))
                .text("Form check"),
        )
        .child(el("div.folds").children(folds))
        .child(section("Muscles").child(span("cap dim", "deep | surface")))
        .child(worked(exercise))
        .child(section("Dose and gear"))
        .child(facts)
        .child(last_sets(yoke, exercise.exercise_id()))
        .child(relatives(exercise))
        .build()
}

/// The moving figure: from the side or the back where both help, at half speed, or standing still.
pub(super) fn picture(exercise: &'static Exercise) -> View {
    let Some(figure) = Figure::for_exercise(exercise.id) else { return View::none() };
    let angle = RwSignal::new(Angle::Best);
    let slow = RwSignal::new(false);
    let still = RwSignal::new(page::prefers_still());
    // The instant is carried on, so that a change of speed does not jump.
    let at = StoredValue::new((0.0_f64, 0.0_f64));
    let views = figure.views();
    let figure = Rc::new(figure);
    let cue_of = Rc::clone(&figure);
    let shown = move |(angle, still): (Angle, bool)| -> View {
        if still {
            return stills(&figure, angle).into();
        }
        at.update_value(|at| at.1 = 0.0);
        let instant = move |millis: f64| {
            let speed = if slow.get_untracked() { 0.5 } else { 1.0 };
            at.try_update_value(|(t_ms, before)| {
                *t_ms += (millis - *before).max(0.0) * speed;
                *before = millis;
                *t_ms
            })
            .unwrap_or_default()
        };
        moving(Rc::clone(&figure), angle, exercise.name, instant).into()
    };
    let cue = move || {
        if still.get() { String::new() } else { cue_of.cue_at(at.with_value(|at| at.0)).to_owned() }
    };
    let view_button = move |(view, name): (Angle, &'static str)| {
        button("", move || angle.set(view)).state("aria-pressed", move || angle.get() == view).text(name)
    };
    let switch = (views.len() > 1).then(|| {
        let name = |view: &Angle| match view {
            Angle::Best => "Best",
            Angle::Side => "Side",
            Angle::Back => "Back",
        };
        let buttons = views.iter().map(|view| view_button((*view, name(view))));
        el("div.seg").role("group").label("View").children(buttons)
    });
    let speed = button("ib box", move || slow.update(|slow| *slow = !*slow))
        .label("\u{bd}\u{d7} speed")
        .state("aria-pressed", move || slow.get())
        .child(el("b").text("\u{bd}\u{d7}"));
    let pause = button("ib box", move || still.update(|still| *still = !*still))
        .label("Stand still")
        .state("aria-pressed", move || still.get())
        .child(View::keyed(
            move || still.get(),
            |still| icon(if still { Glyph::Play } else { Glyph::Pause }).into(),
        ));
    let yoke = use_yoke();
    let beat = move || {
        yoke.wall();
        cue()
    };
    let stage = el("div.stage show")
        .child(View::keyed(move || (angle.get(), still.get()), shown))
        .child(p("cue", "").unspoken().text_fn(beat));
    let turn = el("div.turn").child(switch).child(el("div.turn-2").child(speed).child(pause));
    View::many([stage.into(), turn.into()])
}

fn fold(class: &str, glyph: Glyph, title: &str, content: impl IntoIterator<Item = El>) -> El {
    el("section.fold")
        .child(el("h2").class(format!("rowt {class}")).child(icon(glyph)).text(title))
        .child(el("div.fold-in").children(content))
}

fn rung_row(line: &'static str) -> El {
    let (other, text) = rung(line);
    let Some(id) = other else { return p("", text) };
    let name = catalog::find(id).map_or(id, |exercise| exercise.name);
    p("", "").child(link_to("txl", Route::Exercise(id.to_owned())).text(name)).text(": ").text(text)
}

fn worked(exercise: &Exercise) -> El {
    let level = |share| if share == Share::Primary { 3 } else { 1 };
    let heat: Vec<(Muscle, u8)> =
        exercise.muscles.iter().map(|used| (used.muscle, level(used.share))).collect();
    let names: Vec<&str> = exercise.muscles.iter().map(|used| muscles::about(used.muscle).name).collect();
    let label = format!("Muscle chart: {}", names.join(", "));
    let row = |used: &MuscleUse| {
        let role = match (used.role, used.share) {
            (Role::Trained, Share::Primary) => "main",
            (Role::Trained, Share::Secondary) => "helps",
            (Role::Stretched, _) => "stretched",
            (Role::Released, _) => "released",
        };
        el("li")
            .class(if used.share == Share::Primary { "p1" } else { "p2" })
            .child(
                link_to("", Route::Muscle(muscles::about(used.muscle).id.to_owned()))
                    .text(muscles::about(used.muscle).short),
            )
            .child(span("cap", role))
    };
    let side = best_side(&leading_muscles(exercise));
    el("div.mus")
        .child(muscle_chart(side, Crop::Torso, &heat, &label))
        .child(el("ul").children(exercise.muscles.iter().map(row)))
}

fn dose(exercise: &Exercise) -> String {
    let sets = exercise.dose.sets;
    let target = Prescription::guided(exercise, sets, exercise.dose.target).target_text();
    let amount = if sets > 1 { format!("{sets} \u{d7} {target}") } else { target };
    if exercise.dose.rest.get() > 0 { format!("{amount}, rest {}", exercise.dose.rest) } else { amount }
}

/// What was done of an exercise last time, and all of it as a file.
pub fn last_sets(yoke: Yoke, exercise: ExerciseId) -> View {
    let line = yoke.history().with_untracked(|history| {
        last_time(history, &exercise)
            .map(|(workout, entry)| format!("{}: {}", workout.day().day_month(), entry.summary()))
    });
    let save = line.is_some().then(|| {
        let save = move || file::hand_out(false, exercise.as_str(), "csv", &yoke.table(Some(&exercise)));
        el("div.acts").child(button("btn line sm", save).text("Save all my sets as CSV"))
    });
    let line = line.unwrap_or_else(|| "Not done yet. Your sets will stand here.".to_owned());
    View::many([section("Last time").into(), p("body2", line).into(), save.into()])
}

fn relatives(exercise: &Exercise) -> View {
    let row = |relative: &Exercise| {
        let row = link_to("li", Route::Exercise(relative.id.to_owned()));
        el("li").child(row.child(span("tt", relative.name)).child(icon(Glyph::Right)))
    };
    let relatives: Vec<_> = exercise.words.relatives().iter().filter_map(catalog::find).map(row).collect();
    if relatives.is_empty() {
        return View::none();
    }
    View::many([section("Close relatives").into(), el("ul.list").children(relatives).into()])
}
