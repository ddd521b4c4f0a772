//! One program: its days, its rule, and what one does with it: start a day, choose it, change it, hand it on.

use crate::web::signal::{RwSignal, StoredValue};

use crate::session::timeline::minutes;
use crate::store::link as links;
use crate::training::edit::{copy, takes_turns};
use crate::training::own::OwnExercise;
use crate::training::prescription::{Pace, Prescription};
use crate::training::program::{DayPlan, Program};
use crate::training::time::clock_up;
use crate::web::components::frame::{Frame, Tab, back_bar, lead_bar, section};
use crate::web::components::icon::{Glyph, icon};
use crate::web::components::sheet::link_sheet;
use crate::web::dom::{El, View, button, el, heading, link, p, span};
use crate::web::pages::exercises::face;
use crate::web::pages::today::planned_bars;
use crate::web::pages::unknown::unknown;
use crate::web::platform::page;
use crate::web::platform::share::{self, Shared};
use crate::web::routes::Route;
use crate::web::state::{Yoke, use_yoke};

/// The page of one program.
pub fn program(id: &str) -> View {
    let Some(program) = use_yoke().find_program(id) else { return unknown(&format!("programs/{id}")) };
    let gone = RwSignal::new(false);
    View::keyed(
        move || gone.get(),
        move |is_gone| if is_gone { deleted(&program, gone) } else { detail(program.clone(), None, gone) },
    )
}

/// The program that a link carries, before it is added.
pub fn shared(code: &str) -> View {
    match links::decode(code, "".into()) {
        Ok(shared) => detail(shared.program, Some(shared.own), RwSignal::new(false)),
        Err(error) => Frame::new(lead_bar("This link does not open"))
            .tab(Tab::Programs)
            .child(
                el("div.empty")
                    .child(p("lead2", error.to_string()).attr("role", "alert"))
                    .child(p("lead2", "Your own programs are here, unchanged."))
                    .child(link("btn pri", Route::Programs.href()).text("See programs")),
            )
            .build(),
    }
}

/// What stands here once the program is deleted, and the way back.
fn deleted(program: &Program, gone: RwSignal<bool>) -> View {
    let back = program.clone();
    let undo = move || {
        use_yoke().keep_program(back.clone());
        gone.set(false);
    };
    Frame::new(lead_bar(format!("{} is deleted", program.name)))
        .tab(Tab::Programs)
        .child(
            el("div.empty")
                .child(p("lead2", "What you did with it stays in your history."))
                .child(button("btn pri", undo).text("Undo"))
                .child(link("btn line", Route::Programs.href()).text("See programs")),
        )
        .build()
}

fn detail(program: Program, linked: Option<Vec<OwnExercise>>, gone: RwSignal<bool>) -> View {
    let yoke = use_yoke();
    let is_linked = linked.is_some();
    let day = RwSignal::new(if is_linked { 0 } else { yoke.next_day(&program) });
    let linked = StoredValue::new(linked.unwrap_or_default());
    let own = move |item: &Prescription| {
        let linked = linked.with_value(|own| own.iter().find(|own| own.id == item.exercise).cloned());
        linked.or_else(|| yoke.own_exercise(&item.exercise))
    };
    let several = program.days.len() > 1;
    let (name, who, rule) = (program.name.clone(), program.who.clone(), program.rule.clone());
    let cadence = program.cadence.text();
    let bars = planned_bars(yoke, &program);
    let tools = (!is_linked).then(|| tools(yoke, &program, gone));
    let program = StoredValue::new(program);
    let shown =
        move || program.with_value(|program| program.days.get(day.get()).map(|it| day_view(it, &own)));
    let add = move || {
        let id = yoke.take_program(program.with_value(Program::clone), linked.get_value());
        yoke.replace(Route::Program(id.into_owned()));
    };
    let deck = if is_linked {
        button("btn pri xl", add).child(icon(Glyph::Plus)).text("Add to my programs").into()
    } else {
        View::dynamic(move || actions(yoke, program, day, several))
    };
    let how = (!rule.is_empty())
        .then(|| View::many([section("How it works").into(), p("rule notes-text", rule).into()]));
    Frame::new(back_bar(&Route::Programs, if is_linked { "A program from a link" } else { "" }))
        .deck(deck)
        .child(heading("h1 page-title", name))
        .child(p("body2", who))
        .child(tools)
        .child(several.then(|| day_choice(program, day)))
        .child(View::dynamic(move || shown().into()))
        .child(how)
        .child(section("Hard sets a week").child(span("cap dim", cadence)))
        .child(bars)
        .build()
}

/// Change it, make another one of it, hand it on, delete it.
fn tools(yoke: Yoke, program: &Program, gone: RwSignal<bool>) -> View {
    let said = RwSignal::new(String::new());
    let shown = RwSignal::new(String::new());
    let own = program.is_own();
    let (this, that, id) = (program.clone(), program.clone(), program.id.clone());
    let copy = move || {
        let copy = copy(&this, yoke.new_program_id());
        let edit = Route::Edit(copy.id.to_string()).href();
        yoke.keep_program(copy);
        page::go(&edit);
    };
    let hand_on = move || {
        let items = that.days.iter().flat_map(|day| &day.items);
        let named: Vec<OwnExercise> = items.filter_map(|item| yoke.own_exercise(&item.exercise)).collect();
        let url = share::address(&Route::ProgramLink(links::encode(&that, &named)).href());
        share::share(url.clone(), move |done| match done {
            Shared::Taken => {}
            Shared::Copied => said.set("Link copied. It carries the whole program.".to_owned()),
            Shared::Shown => shown.set(url.clone()),
        });
    };
    let change = own.then(|| link("chip", Route::Edit(program.id.to_string()).href()).text("Change"));
    let remove = move || {
        yoke.drop_program(&id);
        gone.set(true);
    };
    let delete = own.then(|| button("chip danger", remove).text("Delete"));
    let sheet = move || {
        let url = shown.get();
        let close = move || shown.set(String::new());
        (!url.is_empty()).then(|| link_sheet("Link to this program", &url, close)).into()
    };
    View::many([
        el("div.chips wrap")
            .child(change)
            .child(button("chip", copy).text(if own { "Copy" } else { "Copy and change" }))
            .child(button("chip", hand_on).text("Share"))
            .child(delete)
            .into(),
        p("cap", "").attr("role", "status").text_fn(move || said.get()).into(),
        View::dynamic(sheet),
    ])
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
    let (class, word) = if marks.len() > 4 { ("chips", "") } else { ("seg", "Session ") };
    let one = move |(nth, mark): (usize, std::borrow::Cow<'static, str>)| {
        button("chip", move || day.set(nth))
            .attr_fn("aria-pressed", move || Some((day.get() == nth).to_string()))
            .label(format!("Session {mark}"))
            .text(format!("{word}{mark}"))
    };
    el("div").class(class).attr("role", "group").label("Day").children(marks.into_iter().enumerate().map(one))
}

fn day_view(day: &DayPlan, own: &impl Fn(&Prescription) -> Option<OwnExercise>) -> View {
    let sets = day.sets();
    let amount = if day.is_guided() { format!("{sets} moves") } else { format!("{sets} sets") };
    let head = el("div.day-head")
        .child(el("h2.h3").text(&day.name))
        .child(span("cap", format!("{amount}, about {} min", minutes(&day.items))));
    let row =
        |nth: usize| day.items.get(nth).map(|it| item(it, own(it).as_ref()).class(turns(&day.items, nth)));
    View::many([head.into(), el("ul.list").children((0..day.items.len()).map(row)).into()])
}

/// The class of an exercise's row: it marks which ones take turns.
pub fn turns(items: &[Prescription], nth: usize) -> &'static str {
    let before = nth > 0 && takes_turns(items, nth - 1);
    match (before, takes_turns(items, nth)) {
        (false, false) => "",
        (false, true) => "turns first",
        (true, true) => "turns",
        (true, false) => "turns last",
    }
}

fn item(item: &Prescription, own: Option<&OwnExercise>) -> El {
    let (name, picture) = face(own, &item.exercise);
    let row = link("li tall", Route::of_exercise(&item.exercise).href())
        .child(span("thumb", "").child(picture))
        .child(el("span").child(span("tt", name)).child(span("ss", effort(item))))
        .child(span("dose", dose(item)));
    el("li").child(row)
}

/// How hard, and with what rest: `leave 1–2 reps, rest 3:00`.
pub fn effort(item: &Prescription) -> String {
    let rest = clock_up(item.rest.millis());
    match item.rir {
        Some(rir) => format!("leave {}\u{2013}{} reps, rest {rest}", rir.min, rir.max),
        None if item.pace == Pace::Guided => "led by the app".to_owned(),
        None => format!("rest {rest}"),
    }
}

/// `3 × 4–6`.
pub fn dose(item: &Prescription) -> String {
    let target = item.target_text();
    if item.sets > 1 { format!("{} \u{d7} {target}", item.sets) } else { target }
}
