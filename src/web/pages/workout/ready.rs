//! The set in hand: target, last time, two numbers, one big button.

use crate::web::signal::RwSignal;

use super::fields::{Fields, set_fields};
use super::sheets::note;
use super::{bezel, why};
use crate::catalog;
use crate::session::Session;
use crate::session::timeline::{Step, Work};
use crate::session::{Event, Record, Stage};
use crate::training::exercise::Target;
use crate::training::history::{SetLog, last_time};
use crate::training::lines::add;
use crate::training::prescription::Prescription;
use crate::training::progression::Decision;
use crate::training::remarks::About;
use crate::training::time::clock_down;
use crate::training::units::Load;
use crate::web::components::figure::exercise_stage;
use crate::web::components::frame::{Frame, section};
use crate::web::components::icon::{Glyph, icon};
use crate::web::components::sheet::sheet;
use crate::web::dom::{El, View, button, el, heading, link, p, span};
use crate::web::routes::Route;
use crate::web::state::{Grounds, Yoke};

/// What the view needs to know of its step; fixed while the view stands.
struct Facts {
    item: usize,
    set: u8,
    of: u8,
    timed: bool,
    warm_up: bool,
    prescription: Prescription,
    next: Next,
    before: Vec<SetLog>,
}

impl Facts {
    fn of(yoke: Yoke, session: &Session, step: usize) -> Option<Self> {
        let prescription = session.prescription(step)?.clone();
        let this = session.steps().get(step)?;
        let before = yoke.history().with_untracked(|history| {
            let sets = last_time(history, &prescription.exercise).map(|(_, entry)| entry.sets.as_slice());
            sets.unwrap_or_default().iter().copied().filter(|set| !set.warm_up).collect()
        });
        let grounds = yoke.grounds(session, step);
        let next = Next::of(grounds.as_ref(), &prescription, this);
        let timed = this.work != Work::Logged;
        let (item, set, of, warm_up) = (this.item, this.set, this.of, this.warm_up && !timed);
        Some(Self { item, set, of, timed, warm_up, prescription, next, before })
    }
}

/// What the fields begin with, and why.
pub(super) struct Next {
    pub load: Option<Load>,
    amount: u16,
    pub decision: Option<Decision>,
}

impl Next {
    pub(super) fn of(grounds: Option<&Grounds>, prescription: &Prescription, step: &Step) -> Self {
        let least = match prescription.target {
            Target::Reps { min, .. } => min,
            Target::Distance(metres) => metres.get(),
            _ => 1,
        };
        let decision = grounds.map(Grounds::decide);
        let load = decision.as_ref().and_then(|decision| decision.load);
        if step.warm_up {
            let sets = grounds.zip(load).map(|(grounds, load)| grounds.warm_ups(load)).unwrap_or_default();
            let set = sets.get(usize::from(step.set) - 1);
            let amount = set.map_or(WARM_UP_REPS[usize::from(step.set - 1).min(2)], |(_, reps)| reps.get());
            return Self { load: set.map(|(load, _)| *load), amount, decision: None };
        }
        let amount = decision.as_ref().and_then(|decision| decision.aim.amount());
        let amount = amount.and_then(|amount| u16::try_from(amount).ok()).unwrap_or(least);
        Self { load, amount, decision }
    }
}

/// The repetitions of sets to get warm, where no load is known yet. Source: training facts.
const WARM_UP_REPS: [u16; 3] = [8, 5, 2];

/// The view of a step that waits for the person; `rested` says whether a rest came before.
pub fn ready(yoke: Yoke, step: usize, rested: bool) -> View {
    let facts =
        yoke.session().with_untracked(|session| session.as_ref().and_then(|s| Facts::of(yoke, s, step)));
    facts.map_or(View::none(), |facts| set_in_hand(yoke, &facts, step, rested))
}

fn set_in_hand(yoke: Yoke, facts: &Facts, step: usize, rested: bool) -> View {
    let Facts { set, of, timed, warm_up, prescription, next, .. } = facts;
    let timed = *timed;
    let unit = yoke.settings().with_untracked(|settings| settings.unit);
    let fields = Fields::coming(prescription, next.load, next.amount, unit, timed);
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
        (Glyph::Check, if *warm_up { format!("Log warm-up {set}") } else { format!("Log set {set}") })
    };
    let deck = el("div.deaf")
        .child(set_fields(fields))
        .child(button("btn pri xl", go).child(icon(glyph)).text(text));
    let name = catalog::name_of(&prescription.exercise);
    let partners = partners(yoke, facts);
    let mut turns = String::new();
    for partner in &partners {
        add(&mut turns, ", ", &yoke.name_of(&partner.prescription.exercise));
    }
    let effort = prescription.rir.map(|rir| format!(", leave {}\u{2013}{} (RIR)", rir.min, rir.max));
    let head = el("div.player-head")
        .child(heading("h3", &name))
        .child(
            p("target", "")
                .child(el("b").text(if *warm_up {
                    format!("Warm-up {set} of {of}, then {target}")
                } else {
                    format!("Set {set} of {of}: {target}")
                }))
                .text(effort.unwrap_or_default()),
        )
        .child((!turns.is_empty()).then(|| p("cap acc", format!("Taking turns with {turns}"))))
        .child(rested.then(|| p("rst ended", "").text_fn(move || rest_ended(yoke))));
    let how_to = Route::Exercise(prescription.exercise.as_str().to_owned()).href();
    let stage = el("div.stage")
        .child(exercise_stage(prescription.exercise.as_str(), &name, |_, millis| millis))
        .child(link("ib how", how_to).label("How to do it").child(icon(Glyph::Info)));
    let why = why::line(yoke, next.decision.as_ref());
    let table = |partner: &Facts| {
        let name = yoke.name_of(&partner.prescription.exercise);
        View::many([section(name).into(), set_table(yoke, partner, step)])
    };
    Frame::new(bezel(yoke))
        .class("player")
        .deck(deck)
        .child(head)
        .child(stage)
        .child(why)
        .child(set_table(yoke, facts, step))
        .children(partners.iter().map(table))
        .build()
}

/// The exercises with which this one takes turns, each at its first step.
fn partners(yoke: Yoke, facts: &Facts) -> Vec<Facts> {
    let group = facts.prescription.group;
    yoke.session().with_untracked(|session| {
        let Some(session) = session.as_ref().filter(|_| group != 0) else { return Vec::new() };
        let turns = |item: usize| {
            item != facts.item && session.plan().items.get(item).is_some_and(|other| other.group == group)
        };
        let mut found: Vec<Facts> = Vec::new();
        for (nth, step) in session.steps().iter().enumerate().filter(|(_, step)| turns(step.item)) {
            if found.iter().all(|known| known.item != step.item) {
                found.extend(Facts::of(yoke, session, nth));
            }
        }
        found
    })
}

/// "Rest ended 0:42 ago", once it is a second ago.
fn rest_ended(yoke: Yoke) -> String {
    let since = yoke.session().with(|session| match session.as_ref().map(Session::stage) {
        Some(Stage::Ready { since, .. }) => Some(since),
        _ => None,
    });
    let ago = since.map_or(0, |since| yoke.wall().since(since));
    let too_long = yoke
        .session()
        .with(|session| session.as_ref().and_then(|session| session.rested_too_long(yoke.wall())));
    if too_long.is_some() {
        return format!(
            "Rest ended {} ago. You have cooled down: do a few easy reps first.",
            clock_down(ago)
        );
    }
    if ago >= 1_000 { format!("Rest ended {} ago", clock_down(ago)) } else { String::new() }
}

/// The sets of the exercise: last time, target, today. A done one can be tapped to correct it.
fn set_table(yoke: Yoke, facts: &Facts, current: usize) -> View {
    let correcting = RwSignal::new(None::<usize>);
    let target = facts.prescription.target_text();
    let steps: Vec<(usize, u8, bool)> = yoke.session().with_untracked(|session| {
        let steps = session.as_ref().map(Session::steps).unwrap_or_default();
        let of_item = steps.iter().enumerate().filter(|(_, s)| s.item == facts.item);
        of_item.map(|(nth, s)| (nth, s.set, s.warm_up)).collect()
    });
    let row = |(step, set, warm_up): (usize, u8, bool)| {
        let last = facts.before.get(usize::from(set) - 1).filter(|_| !warm_up).map(SetLog::summary);
        let name = if warm_up { "W".to_owned() } else { set.to_string() };
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
            .child(el("th").attr("scope", "row").text(name))
            .child(el("td").text(last.as_deref().unwrap_or("\u{2013}")))
            .child(el("td").text(if warm_up { "warm-up" } else { &target }))
            .child(el("td").dynamic(today))
    };
    let head = |text| el("th").attr("scope", "col").text(text);
    let table: El = el("table.sets")
        .class_if("saving", move || yoke.saving().get())
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
    let about = About::Set(log.at);
    let said = RwSignal::new(note::known(yoke, &about));
    let save = move || {
        if let Some((load, amount)) = fields.read() {
            yoke.act(Event::Correct { step, load, done: amount });
            note::save(yoke, &about, said);
            done();
        }
    };
    let content = View::many([
        set_fields(fields),
        note::area("Note on this set", said).into(),
        button("btn pri xl", save).text("Save").into(),
    ]);
    sheet(format!("Correct set {set}"), done, content).into()
}
