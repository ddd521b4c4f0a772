//! The set in hand: target, last time, two numbers, one big button.

use crate::web::signal::*;

use super::bezel;
use super::fields::{Fields, set_fields};
use crate::catalog;
use crate::session::Session;
use crate::session::timeline::Work;
use crate::session::{Event, Record, Stage};
use crate::training::history::{SetLog, last_time};
use crate::training::prescription::Prescription;
use crate::training::progression::{Suggestion, suggest};
use crate::training::time::clock_down;
use crate::training::units::Load;
use crate::web::components::figure::exercise_stage;
use crate::web::components::frame::Frame;
use crate::web::components::icon::{Glyph, icon};
use crate::web::components::sheet::sheet;
use crate::web::dom::{El, View, button, el, heading, link, p, span};
use crate::web::routes::Route;
use crate::web::state::Yoke;

/// What the view needs to know of its step; fixed while the view stands.
struct Facts {
    item: usize,
    set: u8,
    of: u8,
    timed: bool,
    prescription: Prescription,
    suggestion: Suggestion,
    before: Vec<SetLog>,
}

impl Facts {
    fn of(yoke: Yoke, session: &Session, step: usize) -> Option<Self> {
        let prescription = session.prescription(step)?.clone();
        let this = session.steps().get(step)?;
        let before = yoke.history().with_untracked(|history| {
            last_time(history, &prescription.exercise)
                .map(|(_, entry)| entry.sets.clone())
                .unwrap_or_default()
        });
        let same_set = before.get(usize::from(this.set) - 1).or(before.last());
        let suggestion = suggest(&prescription, session.last_log_of_item(this.item), same_set);
        let timed = this.work != Work::Logged;
        Some(Self { item: this.item, set: this.set, of: this.of, timed, prescription, suggestion, before })
    }
}

/// The view of a step that waits for the person; `rested` says whether a rest came before.
pub fn ready(yoke: Yoke, step: usize, rested: bool) -> View {
    let facts =
        yoke.session().with_untracked(|session| session.as_ref().and_then(|s| Facts::of(yoke, s, step)));
    facts.map_or(View::none(), |facts| set_in_hand(yoke, &facts, step, rested))
}

fn set_in_hand(yoke: Yoke, facts: &Facts, step: usize, rested: bool) -> View {
    let Facts { set, of, timed, prescription, suggestion, before, .. } = facts;
    let timed = *timed;
    let unit = yoke.settings().with_untracked(|settings| settings.unit);
    let fields = Fields::coming(prescription, suggestion.load, suggestion.reps.get(), unit, timed);
    let go = move || {
        if timed {
            if let Ok(load) = fields.read_load() {
                yoke.act(Event::Begin { load });
            }
        } else if let Some((load, done)) = fields.read() {
            yoke.act(Event::Log { load, done });
        }
    };
    let target = prescription.target_text();
    let (glyph, text) = if timed {
        (Glyph::Play, format!("Start {target}"))
    } else {
        (Glyph::Check, format!("Log set {set}"))
    };
    let deck = el("div")
        .class("deaf")
        .child(set_fields(fields))
        .child(button("btn pri xl", go).child(icon(glyph)).text(text));
    let name = catalog::name_of(&prescription.exercise);
    let effort = prescription.rir.map(|rir| format!(", leave {}\u{2013}{} (RIR)", rir.min, rir.max));
    let head = el("div")
        .class("player-head")
        .child(heading("h3", &name))
        .child(
            p("target", "")
                .child(el("b").text(format!("Set {set} of {of}: {target}")))
                .text(effort.unwrap_or_default()),
        )
        .child(rested.then(|| p("rst ended", "").text_fn(move || rest_ended(yoke))));
    let how_to = Route::Exercise(prescription.exercise.as_str().to_owned()).href();
    let stage = el("div")
        .class("stage")
        .child(exercise_stage(prescription.exercise.as_str(), &name, |_, millis| millis))
        .child(link("ib how", how_to).label("How to do it").child(icon(Glyph::Info)));
    let first_time = before.is_empty() && prescription.takes_load() && suggestion.load.is_none();
    let hint = first_time.then(|| {
        p("cap hint", "First time: begin with the empty bar or the lightest weight and rise until about three good reps remain.")
    });
    Frame::new(bezel(yoke))
        .class("player")
        .deck(deck)
        .child(head)
        .child(stage)
        .child(set_table(yoke, facts, step))
        .child(hint)
        .build()
}

/// "Rest ended 0:42 ago", once it is a second ago.
fn rest_ended(yoke: Yoke) -> String {
    let since = yoke.session().with(|session| match session.as_ref().map(Session::stage) {
        Some(Stage::Ready { since, .. }) => Some(since),
        _ => None,
    });
    let ago = since.map_or(0, |since| yoke.wall().since(since));
    if ago >= 1_000 { format!("Rest ended {} ago", clock_down(ago)) } else { String::new() }
}

/// The sets of the exercise: last time, target, today. A done one can be tapped to correct it.
fn set_table(yoke: Yoke, facts: &Facts, current: usize) -> View {
    let correcting = RwSignal::new(None::<usize>);
    let target = facts.prescription.target_text();
    let steps: Vec<(usize, u8)> = yoke.session().with_untracked(|session| {
        let steps = session.as_ref().map(Session::steps).unwrap_or_default();
        steps.iter().enumerate().filter(|(_, s)| s.item == facts.item).map(|(nth, s)| (nth, s.set)).collect()
    });
    let row = |(step, set): (usize, u8)| {
        let last = facts.before.get(usize::from(set) - 1).map(SetLog::summary);
        let record = move || {
            yoke.session()
                .with(|s| s.as_ref().and_then(|s| s.records().get(step).copied()).unwrap_or_default())
        };
        let today = move || match record() {
            Record::Logged(log) => button("ok", move || correcting.set(Some(step)))
                .label(format!("Set {set}: {}. Correct", log.summary()))
                .text(log.summary())
                .child(icon(Glyph::Check)),
            Record::Skipped => span("dim", "skipped"),
            Record::Open => span("", if step == current { "now" } else { "" }),
        };
        el("tr")
            .class(if step == current { "cur" } else { "" })
            .class_if("done", move || record().log().is_some())
            .attr_maybe("aria-current", (step == current).then_some("step"))
            .child(el("th").attr("scope", "row").text(set.to_string()))
            .child(el("td").text(last.as_deref().unwrap_or("\u{2013}")))
            .child(el("td").text(&target))
            .child(el("td").dynamic(today))
    };
    let head = |text| el("th").attr("scope", "col").text(text);
    let table: El = el("table")
        .class("sets")
        .child(el("thead").child(el("tr").children(["Set", "Last time", "Target", "Today"].map(head))))
        .child(el("tbody").children(steps.into_iter().map(row)));
    let correct_sheet = View::dynamic(move || {
        correcting.get().map(|step| correct(yoke, step, move || correcting.set(None))).into()
    });
    View::many([table.into(), correct_sheet])
}

/// A sheet in which a logged set is corrected.
fn correct(yoke: Yoke, step: usize, done: impl Fn() + Copy + 'static) -> View {
    let known = yoke.session().with_untracked(|session| {
        let session = session.as_ref()?;
        let log = *session.records().get(step)?.log()?;
        Some((session.prescription(step)?.clone(), log, session.steps().get(step)?.set))
    });
    let Some((prescription, log, set)) = known else { return View::none() };
    let unit = log.load.map_or(yoke.settings().with_untracked(|settings| settings.unit), Load::unit);
    let fields = Fields::logged(&prescription, log.load, log.done, unit);
    let save = move || {
        if let Some((load, amount)) = fields.read() {
            yoke.act(Event::Correct { step, load, done: amount });
            done();
        }
    };
    let content = View::many([
        set_fields(fields),
        button("btn pri xl", save).text("Save").into(),
    ]);
    sheet(format!("Correct set {set}"), done, content).into()
}
