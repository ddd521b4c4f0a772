//! The sheets over the running workout: what else can be done, and what there is to say.
//!
//! Works with `state`, which knows which one is open. Invariant: a sheet does one thing and closes; the workout under it goes
//! on all the while.

pub mod more;
pub mod note;
mod pain;
mod short;
mod swap;

use super::{Shown, interval, why};
use crate::session::{Session, Stage};
use crate::training::exercise::ExerciseId;
use crate::training::prescription::Prescription;
use crate::web::components::icon::{Glyph, icon};
use crate::web::components::sheet::sheet;
use crate::web::dom::{El, View, button, el, span};
use crate::web::state::{Sheet, Yoke};

/// The sheet that is open, if any.
pub fn open(yoke: Yoke) -> View {
    View::keyed(move || yoke.sheet().get(), move |open| open.map_or_else(View::none, |open| show(yoke, open)))
}

fn show(yoke: Yoke, open: Sheet) -> View {
    let close = move || yoke.show_sheet(None);
    if open == Sheet::More && more::is_timer(yoke) {
        return sheet("This timer", close, interval::more(yoke, close)).into();
    }
    let name = |id: Option<ExerciseId>| id.map_or(String::new(), |id| yoke.name_of(&id));
    let (title, content) = match open {
        Sheet::More => {
            let stage = move || yoke.session().with(|session| Shown::of(session.as_ref()));
            ("This workout".to_owned(), View::keyed(stage, move |_| more::more(yoke)))
        }
        Sheet::Go => ("Go to another exercise".to_owned(), more::places(yoke)),
        Sheet::End => ("End this workout".to_owned(), more::end_workout(yoke, close)),
        Sheet::Swap => (format!("Swap {}", name(coming(yoke).map(|(_, p)| p.exercise))), swap::swap(yoke)),
        Sheet::Shorten => ("Short of time".to_owned(), short::shorten(yoke)),
        Sheet::Hurts => ("Something hurts".to_owned(), pain::hurts(yoke)),
        Sheet::Why => (why::title(yoke), why::all(yoke)),
        Sheet::Note => ("Note".to_owned(), note::notes(yoke)),
    };
    sheet(title, close, content).into()
}

/// A row that does something or leads on; `sub` says how things stand.
fn row(glyph: Glyph, title: &str, sub: &str, tapped: impl Fn() + 'static) -> El {
    row_of(button("set-row", tapped), glyph, title, sub)
}

fn row_of(button: El, glyph: Glyph, title: &str, sub: &str) -> El {
    let text = el("span").child(span("tt", title)).child((!sub.is_empty()).then(|| span("ss", sub)));
    el("li").child(button.child(icon(glyph)).child(text).child(icon(Glyph::Right)))
}

/// What the plan of the running workout asks for, in order.
fn items(yoke: Yoke) -> Vec<Prescription> {
    yoke.session().with_untracked(|session| session.as_ref().map_or(Vec::new(), |s| s.plan().items.clone()))
}

/// The item of the plan that is done now or comes next, by its number.
fn coming(yoke: Yoke) -> Option<(usize, Prescription)> {
    yoke.session().with_untracked(|session| item(session.as_ref()?, session.as_ref()?.current()?))
}

/// The item that was in hand last: in a rest the one that one rests from.
fn in_hand(yoke: Yoke) -> Option<(usize, Prescription)> {
    yoke.session().with_untracked(|session| {
        let session = session.as_ref()?;
        let step = match session.stage() {
            Stage::Resting { after, .. } => Some(after),
            _ => session.current(),
        };
        item(session, step?)
    })
}

fn item(session: &Session, step: usize) -> Option<(usize, Prescription)> {
    Some((session.steps().get(step)?.item, session.prescription(step)?.clone()))
}
