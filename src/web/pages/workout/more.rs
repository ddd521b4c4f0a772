//! The sheet behind the three dots: go to another exercise, skip, pause, finish, throw away.

use crate::web::signal::RwSignal;

use crate::catalog;
use crate::session::Session;
use crate::session::{Event, Record, Stage};
use crate::training::prescription::Prescription;
use crate::web::components::icon::{Glyph, icon};
use crate::web::dom::{El, View, button, el, p, span};
use crate::web::platform::page;
use crate::web::platform::wake_lock::Awake;
use crate::web::routes::Route;
use crate::web::state::Yoke;

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
                name: catalog::name_of(&prescription.exercise),
                done: records.iter().filter(|(_, record)| record.log().is_some()).count(),
                of: records.len(),
                open: records.iter().find(|(_, record)| record.log().is_none()).map(|(nth, _)| *nth),
            }
        };
        session.plan().items.iter().enumerate().map(line).collect()
    })
}

/// The content of the sheet; `done` closes it.
pub fn more(yoke: Yoke, done: impl Fn() + Copy + 'static) -> View {
    let ending = RwSignal::new(false);
    View::dynamic(move || if ending.get() { end_workout(yoke, done) } else { choices(yoke, ending, done) })
}

fn choices(yoke: Yoke, ending: RwSignal<bool>, done: impl Fn() + Copy + 'static) -> View {
    let act = move |event| {
        let act = yoke.doing(event);
        move || {
            act();
            done();
        }
    };
    let stage = yoke.session().with_untracked(|session| session.as_ref().map(Session::stage));
    let waits = matches!(stage, Some(Stage::Ready { .. }));
    let rests = matches!(stage, Some(Stage::Resting { clock, .. }) if !clock.is_paused());
    let row = move |line: Line| {
        let text = |state: String| el("span").child(span("tt", &line.name)).child(span("ss", state));
        match line.open {
            Some(step) => el("li").child(
                button("li", act(Event::Jump { step }))
                    .child(text(format!("{} of {} sets", line.done, line.of)))
                    .child(icon(Glyph::Right)),
            ),
            None => el("li.li").child(text("done".to_owned())).child(icon(Glyph::Check)),
        }
    };
    let acts = el("div.acts")
        .child(waits.then(|| button("btn line", act(Event::Skip)).text("Skip this set")))
        .child(rests.then(|| button("btn line", act(Event::Pause)).text("Pause the rest")))
        .child(button("btn line", move || ending.set(true)).text("End this workout"));
    View::many([
        p("cap sheet-in-pad", "Go to another exercise. Nothing you logged is lost.").into(),
        el("ul.list").children(lines(yoke).into_iter().map(row)).into(),
        acts.into(),
        p("cap sheet-in-pad", "").text_fn(move || screen_line(yoke)).into(),
    ])
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
pub fn end_workout(yoke: Yoke, done: impl Fn() + Copy + 'static) -> View {
    let sure = RwSignal::new(false);
    let logged = yoke.session().with_untracked(|s| s.as_ref().map_or(0, Session::logged));
    let finish = move || {
        yoke.act(Event::Finish);
        done();
        page::go(&Route::Workout.href());
    };
    let discard = move || {
        yoke.discard_workout();
        done();
        page::go(&Route::Today.href());
    };
    let kept = match logged {
        _ if is_timer(yoke) => "A timer keeps nothing in the history.".to_owned(),
        0 => "Nothing is logged yet.".to_owned(),
        1 => "1 set is logged.".to_owned(),
        count => format!("{count} sets are logged."),
    };
    let throw_away = move || -> El {
        if is_timer(yoke) {
            button("btn pri", discard).text("End the timer")
        } else if sure.get() || logged == 0 {
            button("btn line danger", discard).text("Yes, discard this workout")
        } else {
            button("btn line danger", move || sure.set(true)).text("Discard")
        }
    };
    let acts = el("div.acts")
        .child((logged > 0).then(|| button("btn pri", finish).text("Finish here")))
        .dynamic(throw_away)
        .child(button("btn quiet", done).text("Go on training"));
    View::many([p("body2 sheet-in-pad", kept).into(), acts.into()])
}
