//! What is to be heard, and when: computed from the timeline, never from ticks.
//!
//! Invariant: the cues of a stretch of time do not depend on how often one asks for them.

use super::interval::Tone;
use super::timeline::{PhaseKind, Side};
use crate::training::time::Wall;

/// One thing to hear, see or feel.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Cue {
    /// Three, two or one second before work begins.
    Count(u8),
    /// Work begins.
    Go,
    /// Half of a hold of 20 s or more is over.
    Halfway,
    /// Ten seconds left of a rest of 30 s or more.
    TenLeft,
    /// The working way of a slow repetition begins.
    There,
    /// Hold, at the end of a slow repetition.
    Top,
    /// The way back begins.
    Back,
    /// Change sides.
    Switch,
    /// A stretch of an interval timer begins, in the tone chosen for it.
    Bell(Tone),
    /// A hold, carry or set by the clock is over.
    End,
    /// The rest is over.
    RestOver,
    /// The whole workout is over.
    Finished,
}

/// Kinds of cues that a person may want, or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CueKind {
    /// Three, two, one.
    Countdown,
    /// Work, rest or the workout begins or ends.
    StartAndEnd,
    /// The other side.
    Sides,
    /// Half of a hold.
    Halfway,
    /// Ten seconds left of a rest.
    TenLeft,
    /// The beat of slow repetitions and breaths.
    Tempo,
}

impl CueKind {
    /// All kinds, in the order of the bits that stand for them where they are stored.
    pub const ALL: [Self; 6] =
        [Self::Countdown, Self::StartAndEnd, Self::Sides, Self::Halfway, Self::TenLeft, Self::Tempo];
}

impl Cue {
    /// What kind of cue it is.
    #[must_use]
    pub const fn kind(self) -> CueKind {
        match self {
            Self::Count(_) => CueKind::Countdown,
            Self::Go | Self::End | Self::RestOver | Self::Finished | Self::Bell(_) => CueKind::StartAndEnd,
            Self::Switch => CueKind::Sides,
            Self::Halfway => CueKind::Halfway,
            Self::TenLeft => CueKind::TenLeft,
            Self::There | Self::Top | Self::Back => CueKind::Tempo,
        }
    }
}

/// A cue and its moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimedCue {
    /// When it is to sound.
    pub at: Wall,
    /// What is to sound.
    pub cue: Cue,
}

/// One stretch of time that lies ahead and will pass by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Span {
    pub starts: Wall,
    pub ends: Wall,
    pub what: SpanKind,
    /// Whether nothing more follows in the workout.
    pub last_of_workout: bool,
}

/// What a span is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SpanKind {
    Rest,
    /// A phase; `ends_set` where the set is over with it.
    Phase {
        kind: PhaseKind,
        side: Side,
        ends_set: bool,
    },
}

impl Span {
    /// The cues of this span, in order of time. Cues at its very start belong to it, those at its end too,
    /// save that work which follows at once says so itself.
    pub fn cues(&self, out: &mut Vec<TimedCue>) {
        let length = self.ends.since(self.starts);
        let mut say = |at, cue| out.push(TimedCue { at, cue });
        match self.what {
            SpanKind::Rest => {
                if length >= 30_000 {
                    say(self.ends.minus(10_000), Cue::TenLeft);
                }
                self.count_down(&mut say);
                say(self.ends, Cue::RestOver);
            }
            SpanKind::Phase { kind, ends_set, .. } => {
                match kind {
                    PhaseKind::CountIn | PhaseKind::SetRest | PhaseKind::CoolDown => {
                        if kind != PhaseKind::CountIn {
                            say(self.starts, Cue::End);
                        }
                        self.count_down(&mut say);
                    }
                    PhaseKind::Work(tone) | PhaseKind::Rest(tone) => {
                        if tone != Tone::Silent {
                            say(self.starts, Cue::Bell(tone));
                        }
                        if length >= 20_000 && kind.is_work() {
                            say(self.starts.plus(length / 2), Cue::Halfway);
                        }
                        // Of a short stretch the count would fill it all.
                        if length >= 5_000 {
                            self.count_down(&mut say);
                        }
                    }
                    PhaseKind::Switch => {
                        say(self.starts, Cue::Switch);
                        self.count_down(&mut say);
                    }
                    PhaseKind::Hold => {
                        say(self.starts, Cue::Go);
                        if length >= 20_000 {
                            say(self.starts.plus(length / 2), Cue::Halfway);
                            self.count_down(&mut say);
                        }
                    }
                    PhaseKind::There | PhaseKind::In => say(self.starts, Cue::There),
                    PhaseKind::Top => say(self.starts, Cue::Top),
                    PhaseKind::Back | PhaseKind::Out => say(self.starts, Cue::Back),
                    PhaseKind::Ease => say(self.starts, Cue::End),
                }
                if ends_set {
                    say(self.ends, if self.last_of_workout { Cue::Finished } else { Cue::End });
                }
            }
        }
    }

    fn count_down(&self, say: &mut impl FnMut(Wall, Cue)) {
        let length = self.ends.since(self.starts);
        for left in [3_u8, 2, 1] {
            let before = u64::from(left) * 1_000;
            if length >= before {
                say(self.ends.minus(before), Cue::Count(left));
            }
        }
    }
}
