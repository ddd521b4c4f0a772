//! What comes next, if all goes as asked.
//!
//! Works with `decide`, which it asks again and again. Invariant: nothing here knows a rule of its own.

use super::super::history::{Amount, Done, SetLog};
use super::super::time::{Day, Wall};
use super::super::units::Load;
use super::{Aim, Ask, Change, Ladder, PastSession, decide};

/// What the forecast takes for granted, to be said beside it.
pub const ASSUMPTION: &str = "If you do every set as asked, one or two repetitions short of failure.";

/// The longest pause that the forecast plans between two sessions, and the one it plans without a history, in days.
const LONGEST: i32 = 7;
const USUAL: i32 = 3;

/// One session to come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Forecast {
    /// When, if the sessions follow each other as the last two did.
    pub day: Day,
    /// The load of its first set; `None` without one.
    pub load: Option<Load>,
    /// What each set aims at.
    pub aim: Aim,
    /// Which way it goes from the session before.
    pub change: Change,
    /// A step to another exercise, where that is the better way on.
    pub ladder: Option<Ladder>,
    /// On what it rests: `if you did 3 × 12 reps with 42.5 kg`; empty for the first.
    pub condition: String,
}

/// The next `sessions` sessions, the first of them today if no set is logged yet. Empty where there is nothing to go
/// by (a stranger, pain) and where nothing progresses.
///
/// Each set is taken as done as it was asked, with the aim of the session's first set for all its sets.
#[must_use]
pub fn forecast(ask: &Ask, sessions: usize) -> Vec<Forecast> {
    let gap = gap(ask);
    // What is done: today's sets so far count as a session.
    let mut done: Vec<(Day, Vec<SetLog>)> = Vec::new();
    let mut day = ask.day;
    if !ask.today.is_empty() {
        done.push((day, ask.today.to_vec()));
        day = day.plus(gap);
    }
    let mut found: Vec<Forecast> = Vec::with_capacity(sessions);
    let mut condition = String::new();
    while found.len() < sessions {
        let mut past: Vec<PastSession> = Vec::with_capacity(done.len() + 2);
        for (index, (day, sets)) in done.iter().enumerate().rev() {
            // Pain of today belongs to today's sets.
            let pain = if index == 0 && !ask.today.is_empty() { ask.pain_today } else { None };
            past.push(PastSession { day: *day, sets, pain });
        }
        past.extend_from_slice(ask.past);
        let is_today = found.is_empty() && ask.today.is_empty();
        let pain_today = ask.pain_today.filter(|_| is_today);
        let next = decide(&Ask { today: &[], past: &past, day, pain_today, ..*ask });
        let Some(amount) = amount(next.aim) else { break };
        if matches!(next.change, Change::First | Change::Stop) || next.basis.is_none() {
            break;
        }
        let set =
            SetLog { load: next.load, done: Done::Both(amount), rir: None, at: Wall(0), warm_up: false };
        let sets = ask.prescription.sets.max(1);
        let then = match next.load {
            Some(load) => format!("if you did {sets} \u{d7} {} with {load}", next.aim),
            None => format!("if you did {sets} \u{d7} {}", next.aim),
        };
        done.push((day, vec![set; usize::from(sets)]));
        let (load, aim, change, ladder) = (next.load, next.aim, next.change, next.ladder);
        found.push(Forecast { day, load, aim, change, ladder, condition });
        condition = then;
        day = day.plus(gap);
    }
    found
}

/// Days between two sessions, as between the last two.
fn gap(ask: &Ask) -> i32 {
    let newest = if ask.today.is_empty() { None } else { Some(ask.day) };
    let mut days = newest.into_iter().chain(ask.past.iter().map(|session| session.day));
    match (days.next(), days.next()) {
        (Some(later), Some(earlier)) => later.number().saturating_sub(earlier.number()).clamp(1, LONGEST),
        _ => USUAL,
    }
}

const fn amount(aim: Aim) -> Option<Amount> {
    match aim {
        Aim::Reps(reps) => Some(Amount::Reps(reps)),
        Aim::Seconds(seconds) => Some(Amount::Held(seconds)),
        Aim::Metres(metres) => Some(Amount::Walked(metres)),
        Aim::AsPlanned => None,
    }
}
