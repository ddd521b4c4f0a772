//! A running interval timer: the screen is the gauge, its colour the phase, readable from across the room.

use std::fmt::Write as _;

use super::{bezel, side_name};
use crate::session::interval::{Stretch, StretchKind};
use crate::session::{Clock, Event, IntervalTimer, Session, Side, Stage};
use crate::training::time::{clock_down, clock_up};
use crate::web::components::frame::{Frame, go_to, lead_bar};
use crate::web::components::icon::{Glyph, icon};
use crate::web::components::phase::level;
use crate::web::components::ruler::Tick;
use crate::web::dom::{El, View, button, el, heading, p, span};
use crate::web::pages::timers::bars::bars;
use crate::web::pages::timers::take_up;
use crate::web::routes::Route;
use crate::web::signal::{StoredValue, untrack};
use crate::web::state::Yoke;

/// From here on the numeral is smaller, in milliseconds: `10:00` has a digit more, `1:00:00` two.
const LONG_MILLIS: u64 = 599_000;
const HOUR_MILLIS: u64 = 3_599_000;
/// In the last moments before work the screen turns to its colour, in milliseconds.
const LAST_MILLIS: u64 = 3_000;
/// So many ticks fit the ruler.
const MOST_TICKS: usize = 20;

/// The timer that runs, with its stretches.
#[derive(Clone, Copy)]
struct Running {
    yoke: Yoke,
    timer: StoredValue<(IntervalTimer, Vec<Stretch>)>,
}

impl Running {
    fn clock(self) -> Option<(usize, Clock)> {
        self.yoke.session().with(|session| match session.as_ref().map(Session::stage) {
            Some(Stage::Timed { phase, clock, .. }) => Some((phase, clock)),
            _ => None,
        })
    }

    fn paused(self) -> bool {
        self.clock().is_some_and(|(_, clock)| clock.is_paused())
    }

    /// Milliseconds left of the stretch.
    fn left(self) -> u64 {
        let now = self.yoke.wall();
        self.clock().map_or(0, |(_, clock)| clock.left(now))
    }

    fn share(self) -> f64 {
        self.left() as f64 / self.clock().map_or(1, |(_, clock)| clock.whole()).max(1) as f64
    }

    /// Milliseconds left of all of it.
    fn left_of_all(self) -> u64 {
        let at = self.clock().map_or(0, |(at, _)| at);
        let after =
            |stretches: &[Stretch]| stretches.iter().skip(at + 1).map(|s| s.length.millis()).sum::<u64>();
        self.left() + self.timer.with_value(|(_, stretches)| after(stretches))
    }

    /// The stretch that runs, or the one before or after it.
    fn stretch(self, by: isize) -> Option<Stretch> {
        let at = self.clock()?.0.checked_add_signed(by)?;
        self.timer.with_value(|(_, stretches)| stretches.get(at).copied())
    }

    fn kind(self, by: isize) -> Option<StretchKind> {
        self.stretch(by).map(|stretch| stretch.kind)
    }

    /// What is done in a stretch: the name of the work with its side, or the word for the phase.
    fn title(self, stretch: Stretch) -> String {
        self.timer.with_value(|(timer, _)| title(timer, stretch))
    }

    /// The colour: orange for effort, ice blue for change and rest, citron for what winds down, none in a pause.
    fn class(self) -> String {
        let (now, next) = (self.kind(0), self.kind(1));
        let to_work = next == Some(StretchKind::Work) && self.left() <= LAST_MILLIS;
        let hue = match now {
            _ if self.paused() => " still",
            Some(StretchKind::Work) => " p-work",
            _ if to_work => " p-work",
            Some(StretchKind::CoolDown) => " p-hold",
            _ => "",
        };
        format!("screen phase run{hue}")
    }

    /// `round 3 of 8, 4:43 left`.
    fn place(self) -> String {
        let mut text = String::new();
        if let Some(stretch) = self.stretch(0) {
            let (sets, rounds) = self.timer.with_value(|(timer, _)| (timer.sets, timer.rounds));
            for (word, at, of) in [("set", stretch.set, sets), ("round", stretch.round, rounds)] {
                if at > 0 && of > 1 {
                    // Writing to a string cannot fail.
                    let _ = write!(text, "{word}\u{a0}{at}\u{a0}of\u{a0}{of}, ");
                }
            }
        }
        text + &clock_up(self.left_of_all()) + "\u{a0}left"
    }

    /// The line over what is large, what is large, and what follows.
    fn lines(self) -> [String; 3] {
        let next = match self.stretch(1) {
            Some(next) => format!("{} {}", self.title(next), clock_up(next.length.millis())),
            None => "Done".to_owned(),
        };
        let now = self.stretch(0).map(|now| self.title(now)).unwrap_or_default();
        // The word for the phase stands above; in a pause it does not.
        let named = self.kind(0) == Some(StretchKind::Work) && now != "Work";
        if named || self.paused() {
            ["Now".to_owned(), now, format!("Then: {next}")]
        } else {
            ["Next".to_owned(), next, String::new()]
        }
    }
}

/// The view of a timer that runs.
pub fn running(yoke: Yoke) -> View {
    let timer = yoke.session().with_untracked(|session| session.as_ref()?.plan().timer.clone());
    let Some(timer) = timer else { return View::none() };
    let stretches = timer.stretches();
    let run = Running { yoke, timer: StoredValue::new((timer, stretches)) };
    let word = move || match run.kind(0) {
        _ if run.paused() => "Paused".to_owned(),
        kind => kind.map_or("", word).to_owned(),
    };
    let size = move || match run.left() {
        left if left > HOUR_MILLIS => "big hours tint",
        left if left > LONG_MILLIS => "big long tint",
        _ => "big tint",
    };
    let place = move || el("p.place").text_fn(move || run.place());
    let lines = move || {
        let line = |nth: usize| move || run.lines().into_iter().nth(nth).unwrap_or_default();
        el("div.nxt")
            .child(p("tint", "").text_fn(line(0)))
            .child(p("h1", "").text_fn(line(1)))
            .child(p("then", "").text_fn(line(2)))
    };
    let content = move || {
        let number = el("div").class_fn(move || size().to_owned()).text_fn(move || clock_up(run.left()));
        View::many([
            el("div.phase-top").child(heading("h2 tint", "").text_fn(word)).child(place()).into(),
            el("div.big-wrap").child(number).into(),
            lines().into(),
        ])
    };
    let back =
        move || run.kind(-1).map_or("Start again".to_owned(), |kind| format!("Back to {}", name(kind)));
    let skip = move || format!("Skip to {}", run.kind(1).map_or("the end", name));
    // One button for both, so that the keyboard stays on it.
    let turn = move || {
        yoke.act(if untrack(|| run.paused()) { Event::Resume } else { Event::Pause });
    };
    let row = el("div")
        // After each change these two take no tap for a moment; an animation only begins anew under another name.
        .class_fn(move || format!("row-2 deaf-{}", run.clock().map_or(0, |(at, _)| at % 2)))
        .child(
            button("btn line sm", yoke.doing(Event::Back))
                .child(icon(Glyph::Undo))
                .child(span("", "").text_fn(back)),
        )
        .child(
            button("btn line sm", yoke.doing(Event::Skip))
                .child(span("", "").text_fn(skip))
                .child(icon(Glyph::Skip)),
        );
    let pause = button("btn xl", turn)
        .child(View::keyed(
            move || run.paused(),
            |paused| icon(if paused { Glyph::Play } else { Glyph::Pause }).into(),
        ))
        .text_fn(move || if run.paused() { "Resume" } else { "Pause" }.to_owned());
    el("div")
        .class_fn(move || run.class())
        .child(el("header.bezel").child(bezel(yoke)))
        .child(el("main.phase-main").attr("id", "main").child(level(move || run.share(), content)))
        .child(
            el("section.ctl")
                .label("Actions")
                // On a phone that lies down the words stand here, beside the number.
                .child(el("div.beside").child(place()).child(lines()))
                .child(row)
                .child(pause),
        )
        .into()
}

/// The view of a timer that is done, or that waits to be started.
pub fn standing(yoke: Yoke, done: bool) -> View {
    let facts = yoke.session().with_untracked(|session| {
        let session = session.as_ref()?;
        Some((session.plan().timer.clone()?, session.stage().since().since(session.started())))
    });
    let Some((timer, took)) = facts else { return View::none() };
    let drawing = bars(&timer);
    let (summary, title) = (timer.summary(), timer.title().to_owned());
    let close = move || close(yoke);
    let go = move || {
        if done {
            begin_again(yoke);
        } else {
            yoke.act(Event::Begin { load: None });
        }
    };
    let deck = el("div.row-go deaf")
        .child(button("btn pri xl", go).child(icon(Glyph::Play)).text(if done { "Again" } else { "Start" }))
        .child(button("btn xl side", close).text("Close"));
    let time = if done { took } else { timer.total().millis() };
    Frame::new(lead_bar(if done { "Done" } else { "Ready" }))
        .class("timer-done")
        .deck(deck)
        .child(p("h3", title))
        .child(p("body2", summary))
        .child(
            el("div.took")
                .child(p("rowt", if done { "Time" } else { "Total" }))
                .child(p("n", clock_down(time))),
        )
        .child(drawing)
        .build()
}

/// The sheet behind the three dots of a timer.
pub fn more(yoke: Yoke, done: impl Fn() + Copy + 'static) -> El {
    let again = move || {
        done();
        begin_again(yoke);
    };
    let end = move || {
        done();
        close(yoke);
    };
    el("div.acts")
        .child(button("btn line", again).text("Start from the beginning"))
        .child(button("btn line danger", end).text("End this timer"))
        .child(button("btn quiet", done).text("Go on"))
}

/// Back to where timers are built.
fn close(yoke: Yoke) {
    let timer = yoke.session().with_untracked(|session| session.as_ref()?.plan().timer.clone());
    if let Some(timer) = timer {
        take_up(yoke, &timer);
    }
    yoke.discard_workout();
    go_to(Route::Timers(String::new()));
}

/// The same timer from its beginning, as a session of its own.
fn begin_again(yoke: Yoke) {
    let timer = yoke.session().with_untracked(|session| session.as_ref()?.plan().timer.clone());
    if let Some(timer) = timer {
        yoke.discard_workout();
        yoke.begin_timer(timer);
    }
}

/// One group of ticks a set and side, one tick a round; many rounds share a tick.
pub fn ticks(session: &Session, timer: &IntervalTimer) -> Vec<Vec<Tick>> {
    let sides = if timer.sided { 2 } else { 1 };
    let (rounds, groups) = (usize::from(timer.rounds), usize::from(timer.sets) * sides);
    let all = rounds * groups;
    let of_set = |set: u16, side: Side| {
        (usize::from(set).saturating_sub(1) * sides + usize::from(side == Side::Right)) * rounds
    };
    // How many rounds are done, and whether one is in hand.
    let (done, current) = match (session.stage(), stretch_of(session, timer)) {
        (Stage::Complete { .. }, _) => (all, false),
        (_, Some(now)) => match now.kind {
            StretchKind::Prepare => (0, false),
            StretchKind::Work | StretchKind::Rest => {
                (of_set(now.set, now.side) + usize::from(now.round).saturating_sub(1), true)
            }
            StretchKind::Switch => (of_set(now.set, Side::Right), false),
            StretchKind::SetRest => (of_set(now.set + 1, Side::Both), false),
            StretchKind::CoolDown => (all, false),
        },
        _ => (0, false),
    };
    let shown = all.min(MOST_TICKS);
    let at = if all > MOST_TICKS { done * shown / all } else { done };
    let tick = |nth: usize| match nth {
        _ if nth < at => Tick::Done,
        _ if nth == at && current => Tick::Current,
        _ => Tick::Open,
    };
    let ticks: Vec<Tick> = (0..shown).map(tick).collect();
    ticks.chunks(if all > MOST_TICKS { shown } else { rounds.max(1) }).map(<[Tick]>::to_vec).collect()
}

/// What a screen reader hears of the ruler.
pub fn rounds_done(session: &Session, timer: &IntervalTimer) -> String {
    match stretch_of(session, timer) {
        Some(now) if now.round > 0 => format!("Round {} of {}", now.round, timer.rounds),
        _ => format!("{} rounds", timer.rounds),
    }
}

/// What a screen reader hears when the phase changes; never the ticking number.
pub fn announcement(session: &Session, timer: &IntervalTimer) -> String {
    match (session.stage(), stretch_of(session, timer)) {
        (Stage::Timed { clock, .. }, _) if clock.is_paused() => "Paused".to_owned(),
        (Stage::Complete { .. }, _) => "Timer done".to_owned(),
        (_, Some(now)) => match now.kind {
            StretchKind::Work => format!("{}, round {}", title(timer, now), now.round),
            _ => title(timer, now),
        },
        _ => String::new(),
    }
}

fn stretch_of(session: &Session, timer: &IntervalTimer) -> Option<Stretch> {
    let Stage::Timed { phase, .. } = session.stage() else { return None };
    timer.stretches().get(phase).copied()
}

fn title(timer: &IntervalTimer, stretch: Stretch) -> String {
    let side = side_name(stretch.side);
    match (stretch.kind, timer.work.get(usize::from(stretch.work))) {
        (StretchKind::Work, Some(work)) => match side {
            Some(side) => format!("{}, {side}", work.title()),
            None => work.title().to_owned(),
        },
        (StretchKind::Switch, _) => format!("Switch to {}", side.unwrap_or_default()),
        (kind, _) => word(kind).to_owned(),
    }
}

/// The phase in a word or two.
const fn word(kind: StretchKind) -> &'static str {
    match kind {
        StretchKind::Prepare => "Get ready",
        StretchKind::Work => "Work",
        StretchKind::Rest => "Rest",
        StretchKind::Switch => "Switch sides",
        StretchKind::SetRest => "Set rest",
        StretchKind::CoolDown => "Cool down",
    }
}

/// The phase as a place to go to.
const fn name(kind: StretchKind) -> &'static str {
    match kind {
        StretchKind::Prepare => "start",
        StretchKind::Work => "work",
        StretchKind::Rest | StretchKind::SetRest => "rest",
        StretchKind::Switch => "switch",
        StretchKind::CoolDown => "cool-down",
    }
}
