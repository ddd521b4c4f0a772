//! The ruler: one tick a set, a gap at each next exercise.

use std::rc::Rc;

use crate::web::dom::{El, el};

/// One tick.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tick {
    /// Done.
    Done,
    /// In hand.
    Current,
    /// To come, or passed over.
    Open,
}

/// The ruler of a workout: ticks by exercise.
pub fn ruler(groups: impl Fn() -> Vec<Vec<Tick>> + 'static) -> El {
    boxed(Rc::new(groups))
}

fn boxed(groups: Rc<dyn Fn() -> Vec<Vec<Tick>>>) -> El {
    let counted = Rc::clone(&groups);
    let label = move || {
        let groups = counted();
        let all = groups.iter().map(Vec::len).sum::<usize>();
        let done = groups.iter().flatten().filter(|tick| **tick == Tick::Done).count();
        Some(format!("{done} of {all} sets done"))
    };
    let tick = |tick: &Tick| {
        el("i").class(match tick {
            Tick::Done => "t d",
            Tick::Current => "t c",
            Tick::Open => "t",
        })
    };
    let group = move |ticks: &Vec<Tick>| {
        el("span.g").style("--n", ticks.len().to_string()).children(ticks.iter().map(tick))
    };
    el("div.ruler")
        .role("img")
        .attr_fn("aria-label", label)
        .dynamic(move || crate::web::dom::View::many(groups().iter().map(|ticks| group(ticks).into())))
}
