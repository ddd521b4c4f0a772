//! A decision in words: one sentence, and the three lines behind "Why 42.5 kg?".
//!
//! Works with `decision`. Invariant: every number in these texts comes from the decision itself.

use super::super::history::SetLog;
use super::super::loading::{Gear, compare};
use super::super::units::Load;
use super::decision::{Basis, Change, Decision, Reason};

/// One line of the explanation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WhyLine {
    /// What the line is about.
    pub title: &'static str,
    /// Its number.
    pub value: String,
    /// One or two sentences.
    pub text: String,
}

impl Reason {
    /// The reason in one sentence, before any rounding to the gear.
    #[must_use]
    pub fn sentence(&self) -> String {
        match *self {
            Self::First { gear: Some((Gear::Bar, bar)) } => {
                format!("First time: start with the empty bar ({bar}) and go up until about 3 reps remain.")
            }
            Self::First { .. } => {
                "First time: start with the lightest weight and go up until about 3 reps remain.".into()
            }
            Self::FirstBare => "First time: do what is planned and stop before your form goes.".into(),
            Self::Planned => "This one stays as planned.".into(),
            Self::Finding => "Four or more reps were left: go up until about 3 remain.".into(),
            Self::Top { top, step } => format!("Top of the range, {top}: {step} more for the next set."),
            Self::AllTop { top, step } => format!("Every set reached {top}: {step} more."),
            Self::Reserve { rir, step } => format!("{rir} reps were left: {step} more for the next set."),
            Self::Emptied => "Nothing was left at the top: the same once more before it gets harder.".into(),
            Self::RepsFirst { next, over } => {
                format!("{next} is more than one step away: go up to {over} first.")
            }
            Self::Over { next } => format!("Well over the range: take the next weight, {next}."),
            Self::Heaviest => "There is nothing heavier to load: do a little more instead.".into(),
            Self::Inside { top } => format!("Inside the range: same load, a little more, up to {top}."),
            Self::Under { step, .. } => format!("Under the range: {step} off for the next set."),
            Self::Lightest => "Under the range, but there is nothing lighter to load.".into(),
            Self::Early { rir, min } => format!("{rir} reps were left: same load, go on to {min}."),
            Self::Steady => "You chose one load a session: it stays for today.".into(),
            Self::NotAll { top } => format!("The load rises when every set reaches {top}."),
            Self::Missed => "Two sessions in a row under the range: 10 % off, once.".into(),
            Self::Away { days, percent } => format!("{days} days away: {percent} % off to begin again."),
            Self::Pain { pain, today, percent } => {
                let when = if today { "today" } else { "last time" };
                format!("Pain {} of 10 {when}: {percent} % off.", pain.get())
            }
            Self::PainHold { pain } => format!("Pain {} of 10: no raise today.", pain.get()),
            Self::PainStop { pain } => {
                format!("Pain {} of 10: stop this exercise today, swap it and come back lighter.", pain.get())
            }
            Self::AddLoad { top } => format!("Every set reached {top}: add the lightest weight."),
            Self::Harder { top } => format!("Every set reached {top}: try the harder exercise."),
            Self::Easier { min } => format!("Two sessions in a row under {min}: try the easier exercise."),
            Self::Longer { reached } => format!("Every set reached {reached}: a little longer now."),
            Self::More { top } => format!("A little more than last time, up to {top}."),
            Self::Match => "Match the set before.".into(),
        }
    }
}

impl Decision {
    /// The reason in one sentence, with the rounding: `Under the range: 2.25 kg off for the next set, rounded to
    /// 42.5 kg.`
    #[must_use]
    pub fn sentence(&self) -> String {
        let mut text = self.reason.sentence();
        if !matches!(self.change, Change::Up | Change::Down) {
            return text;
        }
        let ending = match (self.wanted, self.load) {
            (Some(wanted), Some(load)) if compare(wanted, load).is_ne() => format!(", rounded to {load}."),
            (Some(_), None) => ", so without weight.".into(),
            _ => return text,
        };
        text.pop();
        text.push_str(&ending);
        text
    }

    /// The three lines behind "why": what was done, the rule, what can be loaded.
    #[must_use]
    pub fn steps(&self) -> Vec<WhyLine> {
        let line = |title, value, text| WhyLine { title, value, text };
        vec![
            line("You did", self.done_value(), self.done_text()),
            line(self.whose_rule(), self.rule_value(), self.reason.sentence()),
            line("What can be loaded", self.load_value(), self.load_text()),
        ]
    }

    /// Where the app departs from its source, it says so.
    const fn whose_rule(&self) -> &'static str {
        match self.reason {
            Reason::Top { .. }
            | Reason::Reserve { .. }
            | Reason::Inside { .. }
            | Reason::Under { .. }
            | Reason::Heaviest
            | Reason::Lightest => "The rule",
            _ => "The rule, ours",
        }
    }

    /// A remark on the repetitions in reserve; `None` where they are not asked, were said, or play no part.
    #[must_use]
    pub fn note(&self) -> Option<&'static str> {
        let is_asked = self.basis.is_some_and(|basis| basis.asks_rir)
            && !matches!(self.reason, Reason::Missed | Reason::Away { .. } | Reason::Pain { .. });
        let was_unsaid = self.from.last().is_some_and(|set| set.rir.is_none());
        (is_asked && was_unsaid).then_some("RIR was not logged, so it was not used.")
    }

    fn done_value(&self) -> String {
        self.from.last().map_or("\u{2013}".into(), SetLog::summary)
    }

    /// `Set 1 fell under the range of 8–12.`
    fn done_text(&self) -> String {
        let Some(Basis { number, is_today, score, span, .. }) = self.basis else {
            return "There is no set to go by.".into();
        };
        let set = if is_today { "Set" } else { "Last time, set" };
        let is_range = span.min < span.max;
        let range = span.text();
        let told = match (score < span.min, score >= span.max) {
            (true, _) if is_range => format!("fell under the range of {range}."),
            (true, _) => format!("fell under {range}."),
            (_, true) if is_range => format!("reached the top of the range of {range}."),
            (_, true) => format!("reached {range}."),
            _ => format!("was inside the range of {range}."),
        };
        let mut text = format!("{set} {number} {told}");
        if self.from.len() > 1 {
            text.push_str(" All sets: ");
            for (index, set) in self.from.iter().enumerate() {
                text.push_str(if index > 0 { ", " } else { "" });
                text.push_str(&set.summary());
            }
            text.push('.');
        }
        text
    }

    /// `−2.25 kg`, `−10 %`, `Same load`.
    fn rule_value(&self) -> String {
        let (sign, amount) = match self.reason {
            Reason::Under { step, .. } => ("\u{2212}", step.to_string()),
            Reason::Top { step, .. } | Reason::AllTop { step, .. } | Reason::Reserve { step, .. } => {
                ("+", step.to_string())
            }
            Reason::Missed => ("\u{2212}", "10 %".into()),
            Reason::Away { percent, .. } | Reason::Pain { percent, .. } => {
                ("\u{2212}", format!("{percent} %"))
            }
            Reason::Over { next } => ("", next.to_string()),
            _ => ("", self.aim.to_string()),
        };
        format!("{sign}{amount}")
    }

    fn load_value(&self) -> String {
        self.load.map_or(self.aim.to_string(), |load| load.to_string())
    }

    /// `The stack goes in 2.5 kg steps. Nothing to round.`
    fn load_text(&self) -> String {
        let Some(gear) = self.gear else { return "Nothing is loaded.".into() };
        let mut text = match gear {
            Gear::Bar => "Your bar and plates set the steps.".into(),
            Gear::Fixed => "Only whole weights can be taken.".into(),
            Gear::Stack(step) => format!("The stack goes in {step} steps."),
            Gear::Free(step) => format!("It goes in {step} steps."),
        };
        let rule = |wanted: Load| format!(" The rule gives {wanted}: ");
        match (self.wanted, self.load) {
            (Some(wanted), None) => {
                text.push_str(&rule(wanted));
                text.push_str("nothing that light, so without weight.");
            }
            (Some(wanted), Some(load)) if compare(wanted, load).is_ne() => {
                text.push_str(&rule(wanted));
                text.push_str(match self.change {
                    Change::Same if compare(wanted, load).is_gt() => "no load between, so it stays.",
                    Change::Same => "nothing lighter, so it stays.",
                    _ if compare(wanted, load).is_gt() => "rounded down.",
                    _ => "rounded up, still lighter than before.",
                });
            }
            _ => text.push_str(" Nothing to round."),
        }
        text
    }
}
