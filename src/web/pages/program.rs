//! One program: its days, its rule, and the two things one does with it: choose it, start a day.

use crate::web::signal::{RwSignal, StoredValue};

use crate::catalog;
use crate::session::timeline::minutes;
use crate::training::prescription::{Pace, Prescription};
use crate::training::program::{DayPlan, Program};
use crate::training::time::clock_up;
use crate::web::components::figure::exercise_thumb;
use crate::web::components::frame::{Frame, back_bar, section};
use crate::web::components::icon::{Glyph, icon};
use crate::web::dom::{El, View, button, el, heading, link, p, span};
use crate::web::pages::unknown::unknown;
use crate::web::platform::page;
use crate::web::routes::Route;
use crate::web::state::{Yoke, use_yoke};

/// The page of one program.
pub fn program(id: &str) -> View {
    match catalog::programs::program(id) {
        Some(program) => detail(program),
        None => unknown(&format!("programs/{id}")),
    }
}

fn detail(program: Program) -> View {
    let yoke = use_yoke();
    let day = RwSignal::new(yoke.next_day(&program));
    let several = program.days.len() > 1;
    let (name, who, rule) = (program.name.clone(), program.who.clone(), program.rule.clone());
    let program = StoredValue::new(program);
    let shown = move || program.with_value(|program| program.days.get(day.get()).map(day_view));
    Frame::new(back_bar(&Route::Programs, ""))
        .deck(View::dynamic(move || actions(yoke, program, day, several)))
        .child(heading("h1 page-title", name))
        .child(p("body2", who))
        .child(several.then(|| day_choice(program, day)))
        .child(View::dynamic(move || shown().into()))
        .child(section("How it works"))
        .child(p("rule", rule))
        .build()
}

fn actions(yoke: Yoke, program: StoredValue<Program>, day: RwSignal<usize>, several: bool) -> View {
    if yoke.session().with(Option::is_some) {
        return link("btn pri xl", Route::Workout.href())
            .child(icon(Glyph::Play))
            .text("Resume workout")
            .into();
    }
    let choose =
        move || yoke.choose(|settings| settings.program = Some(program.with_value(|p| p.id.clone())));
    let start = move || {
        // A posture reset in between does not end the strength program.
        if yoke.settings().with_untracked(|settings| settings.program.is_none()) {
            choose();
        }
        program.with_value(|program| yoke.begin(program, day.get_untracked()));
        page::go(&Route::Workout.href());
    };
    let mark = move || {
        program.with_value(|p| {
            p.days.get(day.get()).map(|day| day.mark.clone().into_owned()).unwrap_or_default()
        })
    };
    let is_chosen = move || {
        yoke.settings().with(|settings| program.with_value(|p| settings.program.as_ref() == Some(&p.id)))
    };
    let start_text = move || if several { format!("Start {}", mark()) } else { "Start".to_owned() };
    el("div.row-go")
        .child(button("btn pri xl", start).child(icon(Glyph::Play)).text_fn(start_text))
        .child(
            button("btn xl side", choose)
                .attr_fn("disabled", move || is_chosen().then(String::new))
                .text_fn(move || if is_chosen() { "Chosen" } else { "Choose" }.to_owned()),
        )
        .into()
}

fn day_choice(program: StoredValue<Program>, day: RwSignal<usize>) -> El {
    let marks: Vec<_> = program.with_value(|p| p.days.iter().map(|day| day.mark.clone()).collect());
    let one = move |(nth, mark): (usize, std::borrow::Cow<'static, str>)| {
        button("", move || day.set(nth))
            .attr_fn("aria-pressed", move || Some((day.get() == nth).to_string()))
            .text(format!("Session {mark}"))
    };
    el("div.seg").attr("role", "group").label("Day").children(marks.into_iter().enumerate().map(one))
}

fn day_view(day: &DayPlan) -> View {
    let sets = day.sets();
    let amount = if day.is_guided() { format!("{sets} moves") } else { format!("{sets} sets") };
    let head = el("div.day-head")
        .child(el("h2.h3").text(&day.name))
        .child(span("cap", format!("{amount}, about {} min", minutes(&day.items))));
    View::many([head.into(), el("ul.list").children(day.items.iter().map(item)).into()])
}

fn item(item: &Prescription) -> El {
    let rest = clock_up(item.rest.millis());
    let detail = match item.rir {
        Some(rir) => format!("leave {}\u{2013}{} reps, rest {rest}", rir.min, rir.max),
        None if item.pace == Pace::Guided => "led by the app".to_owned(),
        None => format!("rest {rest}"),
    };
    let dose = if item.sets > 1 {
        format!("{} \u{d7} {}", item.sets, item.target_text())
    } else {
        item.target_text()
    };
    let row = link("li tall", Route::Exercise(item.exercise.as_str().to_owned()).href())
        .child(span("thumb", "").child(exercise_thumb(item.exercise.as_str())))
        .child(el("span").child(span("tt", catalog::name_of(&item.exercise))).child(span("ss", detail)))
        .child(span("dose", dose));
    el("li").child(row)
}
