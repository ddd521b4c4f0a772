//! The course of a timer as bars: as wide as they last, as tall as they are hard.

use crate::session::IntervalTimer;
use crate::session::interval::{Stretch, StretchKind};
use crate::web::dom::{El, el, percent};

/// So many bars at most: more would be too narrow to see, and slow to make.
const MOST_BARS: usize = 60;

/// The drawing. With many stretches a bar stands for a round, with very many for a set, then for all of them.
pub fn bars(timer: &IntervalTimer) -> El {
    let stretches = timer.stretches();
    let mut coarse = 0;
    let mut groups = grouped(&stretches, coarse);
    while groups.len() > MOST_BARS && coarse < 3 {
        coarse += 1;
        groups = grouped(&stretches, coarse);
    }
    let bar = |group: &&[Stretch]| {
        let seconds = |work: bool| {
            group.iter().filter(|s| !work || s.kind == StretchKind::Work).map(|s| s.length.get()).sum()
        };
        let (all, work): (u32, u32) = (seconds(false), seconds(true));
        let class = match group.first().map(|stretch| stretch.kind) {
            _ if work > 0 => "w",
            Some(StretchKind::CoolDown) => "c",
            Some(StretchKind::Prepare | StretchKind::Switch) => "p",
            _ => "",
        };
        el("i")
            .class(class)
            .style("flex-grow", all.to_string())
            .style("--f", percent(f64::from(work) / f64::from(all.max(1))))
    };
    el("div.tl").role("img").label(timer.summary()).children(groups.iter().map(bar))
}

/// Neighbours that one bar stands for: each alone, rounds, sets, all of the rounds.
fn grouped(stretches: &[Stretch], coarse: u8) -> Vec<&[Stretch]> {
    let in_round = |s: &Stretch| matches!(s.kind, StretchKind::Work | StretchKind::Rest);
    let in_sets = |s: &Stretch| !matches!(s.kind, StretchKind::Prepare | StretchKind::CoolDown);
    let together = |one: &Stretch, next: &Stretch| match coarse {
        0 => false,
        1 => {
            in_round(one)
                && in_round(next)
                && (one.set, one.side, one.round) == (next.set, next.side, next.round)
        }
        2 => in_round(one) && in_round(next) && (one.set, one.side) == (next.set, next.side),
        _ => in_sets(one) && in_sets(next),
    };
    stretches.chunk_by(together).collect()
}
