//! The running workout: one view for each stage of the machine, under one bezel.

mod fields;
mod interval;
mod ready;
mod rest;
pub mod sheets;
mod summary;
mod timed;
mod why;

pub use fields::{Fields, set_fields};
pub use sheets::note::area;
pub use summary::share_button;

use crate::session::{PhaseKind, Session, Side};
use crate::session::{Record, Stage};
use crate::training::time::clock_down;
use crate::web::components::frame::{Frame, Tab, lead_bar, link_to};
use crate::web::components::icon::{Glyph, icon};
use crate::web::components::ruler::{Tick, ruler};
use crate::web::dom::{self, View, button, el, p, span};
use crate::web::platform::page;
use crate::web::routes::Route;
use crate::web::state::{Sheet, Yoke, use_yoke};

/// Which view the stage asks for; an interval timer has its own two. Time passing within a stage does not change it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shown {
    Nothing,
    Ready { step: usize, rested: bool },
    Timed { step: usize },
    Rest { after: usize, next: usize },
    Complete,
    Interval,
    Standing { done: bool },
}

impl Shown {
    fn of(session: Option<&Session>) -> Self {
        match session {
            None => Self::Nothing,
            Some(session) if session.plan().timer.is_some() => match session.stage() {
                Stage::Timed { .. } => Self::Interval,
                stage => Self::Standing { done: matches!(stage, Stage::Complete { .. }) },
            },
            Some(session) => match session.stage() {
                Stage::Ready { step, rested, .. } => Self::Ready { step, rested },
                Stage::Timed { step, .. } => Self::Timed { step },
                Stage::Resting { after, next, .. } => Self::Rest { after, next },
                Stage::Complete { .. } => Self::Complete,
            },
        }
    }
}

/// The page of the running workout.
pub fn workout() -> View {
    let yoke = use_yoke();
    let shown = move || yoke.session().with(|session| Shown::of(session.as_ref()));
    let said =
        p("vh", "").attr("role", "status").attr("aria-live", "polite").text_fn(move || announcement(yoke));
    // What the view rests on besides its stage: a plan that was changed, a pain that was told, a rule that was chosen.
    let grounds = move || {
        let chosen = yoke.settings().with(|settings| settings.all_sets.len());
        (chosen, yoke.session().with(|session| session.as_ref().map(Session::edition)))
    };
    let view = move |(shown, _)| match shown {
        Shown::Nothing => no_workout(),
        Shown::Ready { step, rested } => ready::ready(yoke, step, rested),
        Shown::Timed { step } => timed::timed(yoke, step),
        Shown::Rest { after, next } => rest::rest(yoke, after, next),
        Shown::Complete => summary::summary(yoke),
        Shown::Interval => interval::running(yoke),
        Shown::Standing { done } => interval::standing(yoke, done),
    };
    yoke.show_sheet(None);
    let page = View::many([said.into(), View::keyed(move || (shown(), grounds()), view), sheets::open(yoke)]);
    let mut before = shown();
    dom::effect(move || {
        let now = shown();
        if now != before {
            before = now;
            page::focus_heading();
        }
    });
    page
}

fn no_workout() -> View {
    let empty = el("div.empty")
        .child(p("lead2", "Start one from Today or from a program."))
        .child(link_to("btn pri", Route::Today).text("Go to Today"));
    Frame::new(lead_bar("No workout is open")).tab(Tab::Today).child(empty).build()
}

/// The line above every view of the workout: minimise, elapsed time, sound, more; and the ruler.
fn bezel(yoke: Yoke) -> View {
    let show_more = move || yoke.show_sheet(Some(Sheet::More));
    let elapsed = move || {
        let started =
            yoke.session().with(|session| session.as_ref().map(Session::started).unwrap_or_default());
        clock_down(yoke.wall().since(started))
    };
    let sound = move || yoke.settings().with(|settings| settings.sound);
    let sound_button = button("ib", move || yoke.choose(|settings| settings.sound = !settings.sound))
        .label("Sound")
        .state("aria-pressed", sound)
        .dynamic(move || icon(if sound() { Glyph::Sound } else { Glyph::Mute }));
    let more_button = button("ib", show_more).label("More").child(icon(Glyph::More));
    let bar = el("div.bar")
        .child(link_to("ib", Route::Today).label("Minimise workout").child(icon(Glyph::Down)))
        .child(el("div.mid elapsed").attr("role", "timer").label("Elapsed time").text_fn(elapsed))
        .child(span("bx", "").child(sound_button).child(more_button));
    let is_timer = yoke.session().with_untracked(|s| s.as_ref().is_some_and(|s| s.plan().timer.is_some()));
    let rounds = move || {
        yoke.session().with(|session| {
            let session = session.as_ref()?;
            Some(interval::rounds_done(session, session.plan().timer.as_ref()?))
        })
    };
    let ruler = ruler(ticks(yoke));
    let row = el("div.ruler-row");
    let row = if is_timer {
        row.attr("role", "img").attr_fn("aria-label", rounds).child(ruler.attr("aria-hidden", "true"))
    } else {
        row.child(ruler)
    };
    let held_back = move || {
        let line = "No sound yet: tap anywhere and the tones come back.";
        yoke.held_back().get().then(|| p("cap held", line).attr("role", "status"))
    };
    View::many([bar.into(), row.into(), View::dynamic(move || held_back().into())])
}

/// The ticks of the ruler: one group an exercise.
pub fn ticks(yoke: Yoke) -> impl Fn() -> Vec<Vec<Tick>> + Clone + 'static {
    move || {
        yoke.session().with(|session| {
            let Some(session) = session else { return Vec::new() };
            if let Some(timer) = &session.plan().timer {
                return interval::ticks(session, timer);
            }
            let resting = matches!(session.stage(), Stage::Resting { .. });
            let current = session.current().filter(|_| !resting);
            let mut groups: Vec<Vec<Tick>> = vec![Vec::new(); session.plan().items.len()];
            for (nth, (step, record)) in session.steps().iter().zip(session.records()).enumerate() {
                let tick = match record {
                    Record::Logged(_) => Tick::Done,
                    _ if current == Some(nth) => Tick::Current,
                    Record::Open | Record::Skipped => Tick::Open,
                };
                if let Some(group) = groups.get_mut(step.item) {
                    group.push(tick);
                }
            }
            groups
        })
    }
}

/// What a screen reader hears when the phase changes; never the ticking number.
fn announcement(yoke: Yoke) -> String {
    yoke.session().with(|session| {
        let Some(session) = session else { return String::new() };
        if let Some(timer) = &session.plan().timer {
            return interval::announcement(session, timer);
        }
        match (session.stage(), session.phase()) {
            (Stage::Timed { clock, .. }, _) if clock.is_paused() => "Paused".to_owned(),
            (Stage::Timed { .. }, Some(phase)) => match (phase.kind, side_name(phase.side)) {
                (PhaseKind::CountIn, Some(side)) => format!("Get ready, {side} side"),
                (PhaseKind::CountIn, None) => "Get ready".to_owned(),
                (PhaseKind::Switch, Some(side)) => format!("Switch, {side} side next"),
                (PhaseKind::Hold, _) => "Hold".to_owned(),
                // Slow repetitions would talk without end: their number is enough.
                _ => format!("Number {}", phase.rep),
            },
            (Stage::Resting { .. }, _) => "Rest".to_owned(),
            (Stage::Complete { .. }, _) => "Workout done".to_owned(),
            _ => String::new(),
        }
    })
}

const fn side_name(side: Side) -> Option<&'static str> {
    match side {
        Side::Both => None,
        Side::Left => Some("left"),
        Side::Right => Some("right"),
    }
}
