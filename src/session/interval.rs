//! Interval timers: what one is, what it may not be, and the stretches of time that it comes to.
//!
//! Works with `timeline`; limits and names stand in `check`, the text to share in `link`. Invariant: the
//! stretches are a pure function of the timer, so they are never stored.

use std::fmt::Write as _;

use super::timeline::{EASE, SWITCH, Side};
use crate::training::units::Seconds;

mod check;
pub mod link;

pub use check::{LONGEST_NAME, LONGEST_WORK, MOST_STRETCHES, MOST_WORK, TimerError, Total, tidy_name};

/// What sounds at the start of an interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Tone {
    /// A bell.
    #[default]
    Bell,
    /// A high tone.
    High,
    /// A low tone.
    Low,
    /// Two tones.
    Double,
    /// Nothing.
    Silent,
}

impl Tone {
    /// All of them, in the order of a list to choose from. Links count in this order: add at the end only.
    pub const ALL: [Self; 5] = [Self::Bell, Self::High, Self::Low, Self::Double, Self::Silent];

    /// Its name.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Bell => "Bell",
            Self::High => "High tone",
            Self::Low => "Low tone",
            Self::Double => "Two tones",
            Self::Silent => "Silent",
        }
    }
}

/// One stretch of work within a round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkInterval {
    /// What is done, up to 40 characters; empty is shown as `Work`.
    pub name: String,
    /// How long, 1 s to 1 h; with sides, each side so long.
    pub length: Seconds,
    /// What sounds when it begins.
    pub tone: Tone,
}

impl WorkInterval {
    /// The name to show.
    #[must_use]
    pub fn title(&self) -> &str {
        or_else(&self.name, "Work")
    }
}

/// A timer. Its fields are free to edit; [`IntervalTimer::check`] says whether it can run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IntervalTimer {
    /// Its name, up to 40 characters; empty is shown as `Timer`.
    pub name: String,
    /// Time to get ready; zero begins at once.
    pub prepare: Seconds,
    /// The work of one round, in order, 1 to 12 intervals.
    pub work: Vec<WorkInterval>,
    /// Rest between two work intervals.
    pub rest: Seconds,
    /// Rounds in a set, from 1.
    pub rounds: u16,
    /// Sets, from 1.
    pub sets: u16,
    /// Rest between two sets, in place of the rest; zero leaves the rest in its place.
    pub set_rest: Seconds,
    /// Time to cool down after the last work; zero for none.
    pub cool_down: Seconds,
    /// Whether each work interval is done left, then right, with [`SWITCH`] between them.
    pub sided: bool,
    /// What sounds when work is over.
    pub rest_tone: Tone,
}

/// What happens in a stretch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum StretchKind {
    /// Get ready.
    Prepare,
    /// Work.
    Work,
    /// Rest between two work intervals.
    Rest,
    /// Change sides.
    Switch,
    /// Rest between two sets.
    SetRest,
    /// Cool down.
    CoolDown,
}

/// One stretch of time of a timer, never of zero length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// What happens.
    pub kind: StretchKind,
    /// Which side works; during a switch, the side that comes next.
    pub side: Side,
    /// The round within its set, from 1; a rest belongs to the round that it follows. 0 outside of rounds.
    pub round: u16,
    /// The set, from 1; a rest between sets belongs to the set that it follows. 0 outside of sets.
    pub set: u16,
    /// Which of the timer's work intervals, from 0; a rest belongs to the one that it follows.
    pub work: u8,
    /// How long it lasts.
    pub length: Seconds,
}

impl IntervalTimer {
    /// The name to show.
    #[must_use]
    pub fn title(&self) -> &str {
        or_else(&self.name, "Timer")
    }

    /// The same timer with each name as [`tidy_name`] leaves it.
    #[must_use]
    pub fn tidied(mut self) -> Self {
        self.name = tidy_name(&self.name);
        for work in &mut self.work {
            work.name = tidy_name(&work.name);
        }
        self
    }

    /// Its stretches, in order. A timer that cannot run has none.
    #[must_use]
    pub fn stretches(&self) -> Vec<Stretch> {
        let Ok(total) = self.check() else { return Vec::new() };
        let mut stretches = Vec::with_capacity(total.stretches.into());
        let mut push = |kind, side, (set, round, work), length: Seconds| {
            if length.get() > 0 {
                stretches.push(Stretch { kind, side, round, set, work, length });
            }
        };
        push(StretchKind::Prepare, Side::Both, (0, 0, 0), self.prepare);
        for set in 1..=self.sets {
            for &side in self.sides() {
                for round in 1..=self.rounds {
                    for (nth, work) in self.work.iter().enumerate() {
                        let place = (set, round, nth as u8);
                        push(StretchKind::Work, side, place, work.length);
                        let ends_set = round == self.rounds && nth + 1 == self.work.len();
                        if !ends_set {
                            push(StretchKind::Rest, side, place, self.rest);
                        } else if side == Side::Left {
                            push(StretchKind::Switch, Side::Right, (set, 0, 0), SWITCH);
                        } else if set == self.sets {
                            break;
                        } else if self.set_rest.get() > 0 {
                            push(StretchKind::SetRest, Side::Both, (set, 0, 0), self.set_rest);
                        } else {
                            push(StretchKind::Rest, side, place, self.rest);
                        }
                    }
                }
            }
        }
        push(StretchKind::CoolDown, Side::Both, (0, 0, 0), self.cool_down);
        stretches
    }

    /// The sides that work, one after the other: the first in full, then the second.
    const fn sides(&self) -> &'static [Side] {
        if self.sided { &[Side::Left, Side::Right] } else { &[Side::Both] }
    }

    /// One line about it: `8 × 40 s, rest 20 s, 7:50 in all`.
    #[must_use]
    pub fn summary(&self) -> String {
        let mut text = String::new();
        let several_sets = self.sets > 1;
        // Writing to a string cannot fail.
        if several_sets {
            let _ = write!(text, "{} sets of ", self.sets);
        }
        let _ = match self.work.as_slice() {
            [work] => write!(text, "{} \u{d7} {}", self.rounds, work.length),
            work => write!(text, "{} \u{d7} {} intervals", self.rounds, work.len()),
        };
        if self.sided {
            text.push_str(" a side");
        }
        if self.rests().0 > 0 {
            let _ = write!(text, ", rest {}", self.rest);
        }
        if self.rests().1 > 0 {
            let _ = write!(text, ", {} between sets", self.set_rest);
        }
        let _ = write!(text, ", {} in all", self.total());
        text
    }
}

/// The timers that the app brings along.
#[must_use]
pub fn presets() -> Vec<IntervalTimer> {
    let hold = preset("Hold 10 s \u{d7} 5 a side", ("Hold", 10), EASE.get(), 5);
    vec![
        preset("40 / 20", ("", 40), 20, 8),
        preset("Tabata", ("", 20), 10, 8),
        preset("Every minute (EMOM)", ("", 60), 0, 10),
        preset("30 / 30", ("", 30), 30, 10),
        IntervalTimer { sided: true, ..hold },
    ]
}

fn preset(name: &str, (work, length): (&str, u32), rest: u32, rounds: u16) -> IntervalTimer {
    IntervalTimer {
        name: name.to_owned(),
        prepare: Seconds::new(10),
        work: vec![WorkInterval { name: work.to_owned(), length: Seconds::new(length), tone: Tone::Bell }],
        rest: Seconds::new(rest),
        rounds,
        sets: 1,
        set_rest: Seconds::new(0),
        cool_down: Seconds::new(0),
        sided: false,
        rest_tone: Tone::Low,
    }
}

fn or_else<'a>(name: &'a str, fallback: &'a str) -> &'a str {
    let name = name.trim();
    if name.is_empty() { fallback } else { name }
}
