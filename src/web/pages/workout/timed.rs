//! A step that runs by the clock: a hold or carry under a ring, slow repetitions and breaths under their tempo.

use crate::web::signal::untrack;

use super::{bezel, side_name};
use crate::catalog;
use crate::figure::Figure;
use crate::session::{Clock, Event, Stage};
use crate::session::{Phase, PhaseKind, Session, Side};
use crate::training::exercise::{BREATH, Laterality, Measure, Target};
use crate::training::prescription::{Pace, Prescription};
use crate::training::units::Seconds;
use crate::web::components::figure::exercise_stage;
use crate::web::components::frame::Frame;
use crate::web::components::icon::{Glyph, icon};
use crate::web::components::ring::ring;
use crate::web::dom::{El, View, button, el, heading, p, percent, span};
use crate::web::state::Yoke;

/// The clock of the running step, read four times a second.
#[derive(Clone, Copy)]
struct Running {
    yoke: Yoke,
}

impl Running {
    fn phase(self) -> Option<Phase> {
        self.yoke.session().with(|session| session.as_ref().and_then(Session::phase))
    }

    fn clock(self) -> Option<Clock> {
        self.yoke.session().with(|session| match session.as_ref().map(Session::stage) {
            Some(Stage::Timed { clock, .. }) => Some(clock),
            _ => None,
        })
    }

    /// Milliseconds left of the phase.
    fn left(self) -> u64 {
        let now = self.yoke.wall();
        self.clock().map_or(0, |clock| clock.left(now))
    }

    /// The phase's whole length in milliseconds.
    fn whole(self) -> u64 {
        self.clock().map_or(1, Clock::whole).max(1)
    }

    fn paused(self) -> bool {
        self.clock().is_some_and(Clock::is_paused)
    }

    /// The instant of the figure that goes with the running phase, in milliseconds: it moves as the tempo says.
    fn instant(self, figure: &Figure) -> f64 {
        let (start, end) = (figure.start_t(), figure.end_t());
        let whole_way = figure.duration_ms() + start;
        let session = self.yoke.session();
        let (clock, breathes) = session.with_untracked(|session| {
            let Some(session) = session.as_ref() else { return (None, false) };
            let Stage::Timed { clock, step, .. } = session.stage() else { return (None, false) };
            let target = session.prescription(step).map(|item| item.target);
            (Some(clock), matches!(target, Some(Target::Breaths(_))))
        });
        let kind = session
            .with_untracked(|session| session.as_ref().and_then(Session::phase))
            .map(|phase| phase.kind);
        let now = self.yoke.instant();
        let done = clock.map_or(0.0, |clock| 1.0 - clock.left(now) as f64 / clock.whole().max(1) as f64);
        match kind {
            // A figure that breathes is drawn from the full breath on: it breathes out on its way there.
            Some(PhaseKind::There | PhaseKind::Out) => start + (end - start) * done,
            Some(PhaseKind::Top | PhaseKind::Hold) => end,
            Some(PhaseKind::Back | PhaseKind::In) => end + (whole_way - end) * done,
            _ if breathes => end,
            _ => start,
        }
    }

    fn kind(self) -> Option<PhaseKind> {
        self.phase().map(|phase| phase.kind)
    }

    fn share(self) -> f64 {
        self.left() as f64 / self.whole() as f64
    }
}

/// The view of a running timed step.
pub fn timed(yoke: Yoke, step: usize) -> View {
    let facts = yoke.session().with_untracked(|session| {
        let session = session.as_ref()?;
        let this = session.steps().get(step)?;
        let load = match session.stage() {
            Stage::Timed { load, .. } => load.filter(|load| !load.is_none()),
            _ => None,
        };
        let place = if this.warm_up {
            ["Warm-up, move ", &(this.item + 1).to_string()].concat()
        } else if this.of > 1 {
            format!("set {} of {}", this.set, this.of)
        } else {
            format!("move {} of {}", this.item + 1, session.plan().items.len())
        };
        let line = load.map_or(place.clone(), |load| format!("{load}, {place}"));
        Some((session.prescription(step)?.clone(), line))
    });
    let Some((prescription, line)) = facts else { return View::none() };
    let running = Running { yoke };
    let exercise = catalog::find(prescription.exercise.as_str());
    let first_step = exercise.map_or("", |exercise| exercise.words.steps().first());
    let figure = Figure::for_exercise(prescription.exercise.as_str());
    // Getting ready: how to begin. Then the word that goes with what the figure does.
    let hint = move || match (&figure, running.kind()) {
        (Some(figure), Some(kind)) if kind.is_work() => {
            figure.cue_at(running.instant(figure) + 1.0).to_owned()
        }
        _ => first_step.to_owned(),
    };
    let head = el("div.timed-head")
        .child(heading("h3", catalog::name_of(&prescription.exercise)))
        .child(p("rowt dim", line));
    let by_tempo = matches!(prescription.target, Target::Reps { .. } | Target::Breaths(_));
    let picture =
        if by_tempo { tempo_view(running, &prescription) } else { ring_view(running, &prescription).into() };
    Frame::new(bezel(yoke))
        .class("timed")
        .deck(controls(running, &prescription))
        .child(head)
        .child(picture)
        .child(p("hint body2", "").text_fn(hint))
        .build()
}

fn ring_view(running: Running, prescription: &Prescription) -> El {
    let target = prescription.target;
    let carries = prescription.measure == Measure::LoadCarry;
    let held = if carries { "Carry" } else { "Hold" };
    let seconds = move || running.left().div_ceil(1_000);
    let of = move || format!("s left of {}", running.whole().div_ceil(1_000));
    let count = move || match (target, running.phase()) {
        (Target::Holds { count, .. }, Some(phase)) if phase.rep > 0 => format!("{} of {count}", phase.rep),
        _ => String::new(),
    };
    let inside = View::many([
        span("h3 word", "").text_fn(move || word(running, held)).into(),
        span("big1", "")
            .class_if("long", move || seconds() > 99)
            .text_fn(move || seconds().to_string())
            .into(),
        span("of", "").text_fn(of).into(),
        span("of count", "").text_fn(count).into(),
    ]);
    el("div")
        .class_fn(move || format!("ring-wrap {}", tone(running.kind(), carries)))
        .child(ring(move || running.share(), inside))
}

/// Slow repetitions or breaths: what to do now, which one it is, and how the tempo runs.
fn tempo_view(running: Running, prescription: &Prescription) -> View {
    let target = prescription.target;
    let total = match target {
        Target::Reps { max, .. } => max,
        Target::Breaths(count) => count,
        Target::Hold(_) | Target::Holds { .. } | Target::Distance(_) => 0,
    };
    let number = move || match running.phase() {
        Some(phase) if phase.rep > 0 => phase.rep.to_string(),
        _ => running.left().div_ceil(1_000).to_string(),
    };
    let of = move || match running.phase() {
        Some(phase) if phase.rep > 0 => format!("of {total}"),
        _ => "s".to_owned(),
    };
    let name = catalog::name_of(&prescription.exercise);
    let picture =
        exercise_stage(prescription.exercise.as_str(), &name, move |figure, _| running.instant(figure));
    let head = el("div")
        .class_fn(move || format!("tempo-head {}", tone(running.kind(), false)))
        .child(p("h1 word", "").text_fn(move || word(running, "Hold")))
        .child(p("count", "").child(span("n", "").text_fn(number)).child(span("of", "").text_fn(of)));
    let beats = beats(prescription).into_iter().filter(|(_, _, length)| length.get() > 0);
    View::many([
        el("div.stage tall").class_if("left", move || on_left(running)).child(picture).into(),
        head.into(),
        el("div.tempo").attr("aria-hidden", "true").children(beats.map(|beat| bar(running, beat))).into(),
    ])
}

/// One-sided figures are drawn for the right side; for the left the picture is turned round.
fn on_left(running: Running) -> bool {
    running.phase().is_some_and(|phase| phase.side == Side::Left)
}

type Beat = (PhaseKind, &'static str, Seconds);

/// The beats of one repetition or breath.
fn beats(prescription: &Prescription) -> Vec<Beat> {
    if let Target::Breaths(_) = prescription.target {
        return vec![(PhaseKind::In, "In", BREATH.0), (PhaseKind::Out, "Out", BREATH.1)];
    }
    let tempo = prescription.tempo;
    let beat = |kind, name, length: u8| (kind, name, Seconds::new(u32::from(length)));
    vec![
        beat(PhaseKind::There, "There", tempo.there),
        beat(PhaseKind::Top, "Hold", tempo.hold),
        beat(PhaseKind::Back, "Back", tempo.back),
    ]
}

fn bar(running: Running, (kind, name, length): Beat) -> El {
    let state = move || {
        match running.kind() {
            Some(now) if now == kind => "c",
            Some(now) if order(now) > order(kind) => "d",
            _ => "",
        }
        .to_owned()
    };
    let filled = move || match running.kind() {
        Some(now) if now == kind => percent(1.0 - running.share()),
        _ => "0%".to_owned(),
    };
    let seconds = length.get();
    el("span")
        .class_fn(state)
        .style("flex-grow", seconds.to_string())
        .style_fn("--f", filled)
        .text(format!("{name} {seconds}"))
}

fn controls(running: Running, prescription: &Prescription) -> View {
    let yoke = running.yoke;
    let guided = prescription.pace == Pace::Guided;
    let target = prescription.target;
    let held = move || running.whole().saturating_sub(running.left()) / 1_000;
    // A count-in, switch or pause is passed over alone; work is ended, and what was done is logged.
    let second = move || match (running.kind().is_some_and(|kind| !kind.is_work()), target) {
        (true, _) => (Event::Skip, "Skip".to_owned()),
        (false, Target::Hold(_)) if !guided => (Event::Stop, format!("Stop, log {}\u{a0}s", held())),
        (false, _) => (Event::Stop, "Next".to_owned()),
    };
    let act = move |event| yoke.doing(event);
    // One button for both, so that the keyboard stays on it.
    let turn = move || {
        yoke.act(if running.paused() { Event::Resume } else { Event::Pause });
    };
    let first = button("btn pri xl", move || untrack(turn))
        .child(View::keyed(
            move || running.paused(),
            |paused| icon(if paused { Glyph::Play } else { Glyph::Pause }).into(),
        ))
        .text_fn(move || if running.paused() { "Resume" } else { "Pause" }.to_owned());
    let sides = (prescription.laterality == Laterality::PerSide).then(|| sides(running));
    let end = button("btn xl side", move || act(untrack(second).0)())
        .child(View::keyed(
            move || second().1.starts_with("Stop"),
            |stops| icon(if stops { Glyph::Stop } else { Glyph::Skip }).into(),
        ))
        .child(span("", "").text_fn(move || second().1));
    View::many([sides.into(), el("div.row-go deaf").child(first).child(end).into()])
}

/// Which side works, and which is done.
fn sides(running: Running) -> El {
    let now = move || running.phase().map(|phase| phase.side);
    let cell = move |side: Side, name: &'static str| {
        let text = move || match (side, now()) {
            (Side::Left, Some(Side::Right)) => format!("{name}, done"),
            _ => name.to_owned(),
        };
        el("li")
            .class_if("on", move || now() == Some(side))
            .attr_fn("aria-current", move || (now() == Some(side)).then(|| "step".to_owned()))
            .text_fn(text)
    };
    el("ol.sides").label("Side").child(cell(Side::Left, "Left")).child(cell(Side::Right, "Right"))
}

/// What to do now, in a word or two.
fn word(running: Running, held: &str) -> String {
    if running.paused() {
        return "Paused".to_owned();
    }
    let Some(phase) = running.phase() else { return String::new() };
    let side = side_name(phase.side);
    match phase.kind {
        PhaseKind::CountIn => side.map_or("Get ready".to_owned(), |side| format!("Get ready, {side}")),
        PhaseKind::Switch => side.map_or("Switch sides".to_owned(), |side| format!("Switch to {side}")),
        PhaseKind::Hold => side.map_or(held.to_owned(), |side| format!("{held}, {side}")),
        PhaseKind::There => "There".to_owned(),
        PhaseKind::Top => "Hold".to_owned(),
        PhaseKind::Back => "Back".to_owned(),
        PhaseKind::In => "Breathe in".to_owned(),
        PhaseKind::Out => "Breathe out".to_owned(),
        PhaseKind::Ease | PhaseKind::Rest(_) | PhaseKind::SetRest => "Ease".to_owned(),
        PhaseKind::Work(_) => "Work".to_owned(),
        PhaseKind::CoolDown => "Cool down".to_owned(),
    }
}

/// Effort is orange, stillness and breath citron, change ice blue.
pub(super) const fn tone(kind: Option<PhaseKind>, carries: bool) -> &'static str {
    match kind {
        Some(PhaseKind::Hold) if carries => "t-work",
        Some(PhaseKind::There | PhaseKind::Work(_)) => "t-work",
        None
        | Some(
            PhaseKind::CountIn
            | PhaseKind::Switch
            | PhaseKind::Ease
            | PhaseKind::Rest(_)
            | PhaseKind::SetRest
            | PhaseKind::CoolDown,
        ) => "t-rest",
        Some(PhaseKind::Hold | PhaseKind::Top | PhaseKind::Back | PhaseKind::In | PhaseKind::Out) => "t-hold",
    }
}

/// The order of beats within one repetition.
const fn order(kind: PhaseKind) -> u8 {
    match kind {
        PhaseKind::There | PhaseKind::In => 1,
        PhaseKind::Top => 2,
        PhaseKind::Back | PhaseKind::Out => 3,
        PhaseKind::Ease => 4,
        _ => 0,
    }
}
