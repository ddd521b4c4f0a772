//! All programs: the chosen one on top.

use crate::catalog;
use crate::session::timeline::minutes;
use crate::training::exercise::Muscle;
use crate::training::program::Program;
use crate::web::components::figure::{leading_muscles, muscle_glyph};
use crate::web::components::frame::{Frame, Tab, lead_bar, link_to, section};
use crate::web::components::icon::{Glyph, icon};
use crate::web::dom::{El, View, el, link, p, span};
use crate::web::routes::{NEW, Route};
use crate::web::state::{Yoke, use_yoke};

/// The list of programs.
pub fn programs() -> View {
    let yoke = use_yoke();
    let chosen = yoke.program();
    let title = if chosen.is_some() { "More programs" } else { "Choose one to begin" };
    let rows = |all: &[Program]| {
        let others =
            all.iter().filter(|program| chosen.as_ref().is_none_or(|chosen| chosen.id != program.id));
        el("ul.list").children(others.map(row))
    };
    let own = yoke.own_programs().with_untracked(|own| {
        (!own.is_empty()).then(|| View::many([section("Your own").into(), rows(own).into()]))
    });
    let new = link_to("ib", Route::Edit(NEW.to_owned())).label("New program").child(icon(Glyph::Plus));
    Frame::new(lead_bar("Programs").child(new))
        .tab(Tab::Programs)
        .child(chosen.as_ref().map(|program| active(yoke, program)))
        .child(own)
        .child(section(title).child(span("cap dim", "all work offline")))
        .child(rows(&catalog::programs::all()))
        .build()
}

fn active(yoke: Yoke, program: &Program) -> El {
    let next = program.days.get(yoke.next_day(program)).map(|day| day.name.clone()).unwrap_or_default();
    let text = el("div.tx").child(span("tag acc", "Active")).child(el("h2.h2").text(&program.name)).child(
        p("body2", format!("Next: {next}")).child(el("br")).text(format!(
            "{}, about {} min",
            program.cadence.text(),
            longest(program)
        )),
    );
    link("act", page_of(program))
        .child(text)
        .child(el("div.pic").child(muscle_glyph(&program_muscles(program))))
}

fn row(program: &Program) -> El {
    let text = el("span")
        .child(span("tt", &program.name))
        .child(span("ss", format!("{}, {} min", program.cadence.text(), longest(program))))
        .child((!program.is_own()).then(|| span("ss dim", &program.place)));
    let row = link("li tall", page_of(program))
        .child(span("thumb", "").child(muscle_glyph(&program_muscles(program))))
        .child(text)
        .child(icon(Glyph::Right));
    el("li").child(row)
}

/// Minutes of the longest day.
fn longest(program: &Program) -> u32 {
    program.days.iter().map(|day| minutes(&day.items)).max().unwrap_or(0)
}

fn page_of(program: &Program) -> String {
    Route::Program(program.id.clone().into_owned()).href()
}

/// The muscles that a program's exercises lead with, each once.
fn program_muscles(program: &Program) -> Vec<Muscle> {
    let mut muscles = Vec::new();
    let exercises = program.days.iter().flat_map(|day| &day.items);
    for exercise in exercises.filter_map(|item| catalog::find(item.exercise.as_str())) {
        for muscle in leading_muscles(exercise) {
            if !muscles.contains(&muscle) {
                muscles.push(muscle);
            }
        }
    }
    muscles
}
