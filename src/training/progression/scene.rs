//! What the rules look at: today and the two sessions before, and what takes precedence over the rule of sets.
//!
//! Works with `span`. Invariant: everything is computed from the history, so nothing is counted twice.

use super::super::history::SetLog;
use super::super::remarks::{Advice, Pain};
use super::super::units::Load;
use super::Ask;
use super::decision::{Basis, Reason};
use super::span::{Span, Work};

/// Two and four weeks. Source: training facts, "After 2 weeks away 10 % off, after 4 weeks 20 %".
const AWAY: i32 = 14;
const LONG_AWAY: i32 = 28;

/// What a decision is made from.
pub(super) struct Scene<'a> {
    pub(super) ask: &'a Ask<'a>,
    pub(super) span: Span,
    /// The sets of today.
    pub(super) today: Vec<Work>,
    /// Those of the last session that has any.
    pub(super) last: Vec<Work>,
    /// Those of the one before.
    pub(super) before: Vec<Work>,
    /// Days since the last session that has sets.
    days: i32,
    /// The pain of the newest session, with or without sets.
    pain_last: Option<Pain>,
}

impl<'a> Scene<'a> {
    pub(super) fn of(ask: &'a Ask<'a>, span: Span) -> Self {
        let (mut last, mut before, mut days) = (Vec::new(), Vec::new(), 0);
        for session in ask.past {
            let works = span.works(session.sets);
            if works.is_empty() {
                continue;
            }
            if last.is_empty() {
                days = ask.day.number().saturating_sub(session.day.number());
                last = works;
            } else {
                before = works;
                break;
            }
        }
        let pain_last = ask.past.first().and_then(|session| session.pain);
        Self { ask, span, today: span.works(ask.today), last, before, days, pain_last }
    }

    /// The set that decides; see [`super::decide`].
    pub(super) fn model(&self) -> Option<Work> {
        self.today.last().or(self.last.last()).copied()
    }

    /// What comes off before any rule of sets, in percent, and why. Of several the most; of equals the first.
    /// What belongs to the start of a session (pain last time, time away) counts if `at_start`.
    pub(super) fn cut(&self, at_start: bool) -> Option<(u32, Reason)> {
        let mut found = None;
        let mut offer = |offered: (u32, Reason)| {
            if found.is_none_or(|(percent, _)| offered.0 > percent) {
                found = Some(offered);
            }
        };
        let hurts = |pain: &Pain| pain.advice() > Advice::GoOn;
        if let Some(pain) = self.ask.pain_today.filter(|pain| self.ask.pain_is_new && hurts(pain)) {
            offer((10, Reason::Pain { pain, today: true, percent: 10 }));
        }
        if at_start {
            if let Some(pain) = self.pain_last.filter(hurts) {
                let percent = if pain.advice() == Advice::Stop { 20 } else { 10 };
                offer((percent, Reason::Pain { pain, today: false, percent }));
            }
            if self.days >= AWAY {
                let percent = if self.days >= LONG_AWAY { 20 } else { 10 };
                offer((percent, Reason::Away { days: self.days.unsigned_abs(), percent }));
            }
        }
        found
    }

    /// The pain that forbids a raise today: told today, or last time and not asked again.
    pub(super) fn sore(&self) -> Option<Pain> {
        self.ask.pain_today.or(self.pain_last).filter(|pain| pain.advice() > Advice::GoOn)
    }

    /// Whether the two last sessions stayed under the range: not one set of theirs reached it.
    pub(super) fn missed_twice(&self) -> bool {
        self.is_under(&self.last) && self.is_under(&self.before)
    }

    /// Whether no set of a session reached the range.
    pub(super) fn is_under(&self, session: &[Work]) -> bool {
        !session.is_empty() && session.iter().all(|work| work.score < self.span.min)
    }

    /// Whether all the sets that are asked for were done and reached the top.
    pub(super) fn is_all_top(&self, session: &[Work]) -> bool {
        session.len() >= usize::from(self.ask.prescription.sets.max(1))
            && session.iter().all(|work| work.score >= self.span.max)
    }

    /// Where the deciding set stands, the last one of today or of the last session.
    pub(super) fn basis(&self, set: Work, is_today: bool) -> Basis {
        let number = if is_today { self.today.len() } else { self.last.len() };
        let asks_rir = self.ask.prescription.rir.is_some();
        Basis { number, is_today, score: set.score, span: self.span, asks_rir }
    }

    /// The last session's sets.
    pub(super) fn last_sets(&self) -> Vec<SetLog> {
        self.last.iter().map(|work| work.set).collect()
    }
}

/// A load with some percent off, in hundredths of its unit, rounded down.
pub(super) fn less(load: Load, percent: u32) -> Load {
    Load::from_hundredths(load.hundredths() * (100 - percent.min(100)) / 100, load.unit()).unwrap_or(load)
}
