//! The workout is done: what it came to, the last question, and one tap to keep it.

use super::rest::ask_reserve;
use super::ticks;
use crate::session::Session;
use crate::session::{self, Event, Stage};
use crate::training::history::{Entry, Workout};
use crate::training::progression::Change;
use crate::training::records::{Record, as_text, records};
use crate::training::units::WeightUnit;
use crate::training::volume::HalfSets;
use crate::web::components::frame::{Frame, go_to, lead_bar, section};
use crate::web::components::icon::{Glyph, icon};
use crate::web::components::load_map::{load_map, sets_of};
use crate::web::components::ruler::ruler;
use crate::web::dom::{El, View, button, el, p, span};
use crate::web::platform::share::{Shared, share_text};
use crate::web::routes::Route;
use crate::web::signal::RwSignal;
use crate::web::state::{Saved, Yoke};

/// The view of a workout that is done.
pub fn summary(yoke: Yoke) -> View {
    let workout = move || {
        yoke.session().with(|session| {
            let session = session.as_ref()?;
            let Stage::Complete { since } = session.stage() else { return None };
            session.workout(since)
        })
    };
    let unfinished = yoke.session().with_untracked(|session| {
        session.as_ref().is_some_and(|s| s.records().contains(&session::Record::Open))
    });
    let (title, last, can_undo) = yoke.session().with_untracked(|session| {
        let session = session.as_ref();
        let title = session.map(|session| session.plan().title.clone()).unwrap_or_default();
        let undo = session.is_some_and(|s| s.records().iter().any(|record| *record != session::Record::Open));
        (title, session.and_then(last_logged), undo)
    });
    let save = move || {
        if yoke.save_workout() != Saved::No {
            go_to(Route::Today);
        }
    };
    let undo = move || {
        yoke.act(Event::Undo);
    };
    let save_text = move || if workout().is_some() { "Save" } else { "Close" }.to_owned();
    let deck = el("div.row-go deaf").child(button("btn pri xl", save).text_fn(save_text)).child(
        button("btn xl side", undo)
            .attr_maybe("disabled", (!can_undo && !unfinished).then_some(""))
            .child(icon(Glyph::Undo))
            .child(span("", if unfinished { "Go on" } else { "Undo last" })),
    );
    let unit = yoke.settings().with_untracked(|settings| settings.unit);
    let content = move || match workout() {
        Some(workout) => View::many([
            numbers(&workout, unit).into(),
            section("What you did").into(),
            el("ul").children(workout.entries.iter().map(|entry| done(yoke, entry))).into(),
            worked(&workout),
            share_button(yoke, workout).into(),
        ]),
        None => p("lead2", "Nothing was logged, so there is nothing to keep.").into(),
    };
    Frame::new(lead_bar(title))
        .class("summary")
        .deck(deck)
        .child(ruler(ticks(yoke)).class("ruler big"))
        .child(View::dynamic(content))
        .child(last.and_then(|step| ask_reserve(yoke, step)).map(|asked| el("div.ask").child(asked)))
        .build()
}

/// The step that was logged last in time.
fn last_logged(session: &Session) -> Option<usize> {
    let logs = session.records().iter().enumerate().filter_map(|(nth, record)| Some((nth, record.log()?.at)));
    logs.max_by_key(|(nth, at)| (*at, *nth)).map(|(nth, _)| nth)
}

fn numbers(workout: &Workout, unit: WeightUnit) -> El {
    let grams = workout.grams_moved();
    let (moved, moved_unit) = match unit {
        WeightUnit::Kg if grams >= 1_000_000 => {
            (format!("{}.{}", grams / 1_000_000, grams / 100_000 % 10), "t")
        }
        WeightUnit::Kg => ((grams / 1_000).to_string(), "kg"),
        WeightUnit::Lb => ((grams * 1_000 / 453_592).to_string(), "lb"),
    };
    let minutes = workout.millis().div_ceil(60_000).max(1);
    let number = |name, value: String, unit| {
        el("div").child(el("dt").text(name)).child(el("dd").text(value).child(span("unit", unit)))
    };
    el("dl.big3")
        .child(number("Time", minutes.to_string(), "min"))
        .child((grams > 0).then(|| number("Moved", moved, moved_unit)))
        .child(number("Sets", workout.sets().to_string(), ""))
}

/// An exercise: what was done, what was a record, and what comes next time.
fn done(yoke: Yoke, entry: &Entry) -> El {
    let records = yoke.history().with_untracked(|history| records(entry, history));
    let next = yoke.session().with(|session| {
        let session = session.as_ref()?;
        let of = |step: usize| session.prescription(step).is_some_and(|item| item.exercise == entry.exercise);
        let works = |step: &usize| of(*step) && session.steps().get(*step).is_some_and(|step| !step.warm_up);
        let step = (0..session.steps().len()).find(works)?;
        yoke.grounds(session, step)?.forecast().into_iter().next()
    });
    let next = next.map(|next| {
        let (glyph, how) = match next.change {
            Change::Up => (Glyph::Hard, ", up"),
            Change::Down => (Glyph::Easy, ", down"),
            Change::First | Change::Same | Change::Stop => (Glyph::Right, ""),
        };
        let what = next.load.map_or(next.aim.to_string(), |load| format!("{load} \u{d7} {}", next.aim));
        el("span.next").child(icon(glyph)).text(format!("Next time {what}{how}"))
    });
    let record = |record: Record| span("tag acc", record.sentence());
    el("li.up")
        .child(span("rowt", yoke.name_of(&entry.exercise)))
        .child(span("cap", entry.summary()))
        .children(records.into_iter().map(record))
        .child(next)
}

/// The muscles that had hard sets, on the chart. One session's worth of a week's target, twice a week: ours.
fn worked(workout: &Workout) -> View {
    let sets = sets_of(std::slice::from_ref(workout), workout.day().monday());
    if sets.iter().all(|(_, sets)| *sets == HalfSets(0)) {
        return View::none();
    }
    let map = load_map(&sets, |group| (group.target.0 / 2, group.target.1 / 2), "Hard sets in this workout");
    View::many([section("What worked").into(), el("div.worked").child(map).into()])
}

/// Hands a workout on as text.
pub fn share_button(yoke: Yoke, workout: Workout) -> El {
    let said = RwSignal::new("Share as text");
    let share = move || {
        let text = as_text(&workout, |id| yoke.name_of(id));
        share_text(&text, move |shared| {
            said.set(match shared {
                Shared::Taken => "Share as text",
                Shared::Copied => "Copied",
                Shared::Shown => "This browser can neither share nor copy",
            });
        });
    };
    button("btn line", share)
        .child(icon(Glyph::Share))
        .child(span("", "").text_fn(move || said.get().to_owned()))
}
