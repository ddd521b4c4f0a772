//! The sheet behind the three dots, and the two that only it leads to: go to another exercise, and end.

use std::rc::Rc;

use super::{coming, in_hand, note, row};
use crate::session::Session;
use crate::session::machine::MOST_WARM_UPS;
use crate::session::{Event, Record, Stage};
use crate::training::prescription::Prescription;
use crate::training::remarks::About;
use crate::web::components::frame::go_to;
use crate::web::components::icon::{Glyph, icon};
use crate::web::dom::{El, View, button, el, p, span};
use crate::web::platform::wake_lock::Awake;
use crate::web::routes::Route;
use crate::web::signal::RwSignal;
use crate::web::state::{Sheet, Yoke};

/// One exercise of the workout, as the sheet lists it.
#[derive(Clone)]
struct Line {
    name: String,
    done: usize,
    of: usize,
    open: Option<usize>,
}

fn lines(yoke: Yoke) -> Vec<Line> {
    yoke.session().with_untracked(|session| {
        let Some(session) = session else { return Vec::new() };
        let line = |(item, prescription): (usize, &Prescription)| {
            let of_item = session
                .steps()
                .iter()
                .zip(session.records())
                .enumerate()
                .filter(|(_, (s, _))| s.item == item);
            let records: Vec<(usize, &Record)> = of_item.map(|(nth, (_, record))| (nth, record)).collect();
            Line {
                name: yoke.name_of(&prescription.exercise),
                done: records.iter().filter(|(_, record)| record.log().is_some()).count(),
                of: records.len(),
                open: records.iter().find(|(_, record)| record.log().is_none()).map(|(nth, _)| *nth),
            }
        };
        // What was added and left out again has no sets.
        session.plan().items.iter().enumerate().map(line).filter(|line| line.of > 0).collect()
    })
}

/// What else can be done.
pub(super) fn more(yoke: Yoke) -> View {
    let close = move || yoke.show_sheet(None);
    let to = move |sheet| move || yoke.show_sheet(Some(sheet));
    let act = move |event| {
        let act = yoke.doing(event);
        move || {
            act();
            close();
        }
    };
    let stage = yoke.session().with_untracked(|session| session.as_ref().map(Session::stage));
    let runs = matches!(stage, Some(Stage::Timed { step, .. }) if step > 0);
    let waits = matches!(stage, Some(Stage::Ready { .. }));
    let rests = matches!(stage, Some(Stage::Resting { clock, .. }) if !clock.is_paused());
    let coming = coming(yoke);
    let changes = coming.map(|(item, prescription)| {
        let name = yoke.name_of(&prescription.exercise);
        let whole = yoke.session().with_untracked(|s| s.as_ref().map_or(0, |s| s.minutes_left(&[])));
        let begun = yoke.session().with_untracked(|s| s.as_ref().is_some_and(|s| s.has_begun(item)));
        let (sets, line) = match prescription.warm_ups {
            0 => (MOST_WARM_UPS, "Three light sets, 40, 60 and 80 %"),
            _ => (0, "Leave out the sets to get warm"),
        };
        let warm = prescription.takes_load() && !begun && !prescription.is_guided();
        View::many([
            row(
                Glyph::Swap,
                "Swap exercise",
                &format!("{name}: rack busy, no gear, or it hurts"),
                to(Sheet::Swap),
            )
            .into(),
            row(
                Glyph::Timer,
                "Shorten to the time I have",
                &format!("About {whole} minutes left"),
                to(Sheet::Shorten),
            )
            .into(),
            row(Glyph::Plus, "A set more", &name, act(Event::AddSet { item })).into(),
            (prescription.sets > 1)
                .then(|| row(Glyph::Minus, "A set less", &name, act(Event::DropSet { item })))
                .into(),
            warm.then(|| row(Glyph::Hard, "Warm-up", line, act(Event::WarmUp { item, sets }))).into(),
        ])
    });
    let note =
        in_hand(yoke).map(|(_, item)| note::known(yoke, &About::Exercise(item.exercise))).unwrap_or_default();
    View::many([
        el("ul")
            .child(row(Glyph::Warn, "Something hurts", "", to(Sheet::Hurts)))
            .child(changes.unwrap_or_else(View::none))
            .child(row(Glyph::Prog, "Note", &note, to(Sheet::Note)))
            .child(row(Glyph::Ex, "Go to another exercise", "Nothing you logged is lost", to(Sheet::Go)))
            .child(
                runs.then(|| row(Glyph::Undo, "Back to the one before", "It is done anew", act(Event::Undo))),
            )
            .child(waits.then(|| row(Glyph::Skip, "Skip this set", "", act(Event::Skip))))
            .child(rests.then(|| row(Glyph::Pause, "Pause the rest", "", act(Event::Pause))))
            .child(row(Glyph::Stop, "End this workout", "", to(Sheet::End)))
            .into(),
        p("cap sheet-in-pad", "").text_fn(move || screen_line(yoke)).into(),
    ])
}

/// The exercises of the workout, to go to one that is open.
pub(super) fn places(yoke: Yoke) -> View {
    let place = move |line: Line| {
        let text = |state: String| el("span").child(span("tt", &line.name)).child(span("ss", state));
        match line.open {
            Some(step) => {
                let go = move || {
                    yoke.act(Event::Jump { step });
                    yoke.show_sheet(None);
                };
                let state = format!("{} of {} sets", line.done, line.of);
                el("li").child(button("li", go).child(text(state)).child(icon(Glyph::Right)))
            }
            None => el("li.li").child(text("done".to_owned())).child(icon(Glyph::Check)),
        }
    };
    el("ul.list").children(lines(yoke).into_iter().map(place)).into()
}

/// Whether what runs is an interval timer.
pub fn is_timer(yoke: Yoke) -> bool {
    yoke.session().with_untracked(|session| session.as_ref().is_some_and(|s| s.plan().timer.is_some()))
}

/// Whether the screen stays on, as the browser last said.
fn screen_line(yoke: Yoke) -> String {
    match yoke.awake().get() {
        Awake::On => "The screen stays on while Yoke is in front.",
        Awake::Off => "The screen goes dark as the phone is set to.",
        Awake::Refused => {
            "The browser lets the screen go dark; a low battery is the usual reason. Timers stay right."
        }
        Awake::Absent => "This browser cannot keep the screen on. Timers stay right.",
    }
    .to_owned()
}

/// Finish here, or throw away: the second asks once more.
pub fn end_workout(yoke: Yoke, done: impl Fn() + 'static) -> View {
    boxed_end(yoke, Rc::new(done))
}

fn boxed_end(yoke: Yoke, done: Rc<dyn Fn()>) -> View {
    let (finished, discarded) = (Rc::clone(&done), Rc::clone(&done));
    let sure = RwSignal::new(false);
    let logged = yoke.session().with_untracked(|s| s.as_ref().map_or(0, Session::logged));
    let finish = move || {
        yoke.act(Event::Finish);
        finished();
        go_to(Route::Workout);
    };
    let discard = move || {
        yoke.discard_workout();
        discarded();
        go_to(Route::Today);
    };
    let kept = match logged {
        _ if is_timer(yoke) => "A timer keeps nothing in the history.".to_owned(),
        0 => "Nothing is logged yet.".to_owned(),
        1 => "1 set is logged.".to_owned(),
        count => format!("{count} sets are logged."),
    };
    let throw_away = move || -> El {
        if is_timer(yoke) {
            button("btn pri", discard.clone()).text("End the timer")
        } else if sure.get() || logged == 0 {
            button("btn line danger", discard.clone()).text("Yes, discard this workout")
        } else {
            button("btn line danger", move || sure.set(true)).text("Discard")
        }
    };
    let acts = el("div.acts")
        .child((logged > 0).then(|| button("btn pri", finish).text("Finish here")))
        .dynamic(throw_away)
        .child(button("btn quiet", move || done()).text("Go on training"));
    View::many([p("body2 sheet-in-pad", kept).into(), acts.into()])
}
