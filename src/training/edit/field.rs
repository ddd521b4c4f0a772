//! The numbers of a prescription: what each is called, its limits and steps, and how it is read and put.
//!
//! Invariant: what is put is within the limits, and a range never ends before it begins.

use crate::training::exercise::{Laterality, Measure, Target};
use crate::training::prescription::{MOST_INCREMENT, MOST_SETS, MOST_WARM_UPS, Pace, Prescription, RirRange};
use crate::training::units::{Metres, Rir, Seconds};

/// A number of a prescription.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// Working sets.
    Sets,
    /// The least repetitions.
    RepsFrom,
    /// The most repetitions.
    RepsTo,
    /// Slow breaths.
    Breaths,
    /// Short holds.
    Holds,
    /// Seconds of a hold or carry.
    Each,
    /// Metres of a carry.
    Metres,
    /// The fewest repetitions to leave in reserve.
    RirFrom,
    /// The most of them.
    RirTo,
    /// Rest after each set, in seconds.
    Rest,
    /// Where the rest becomes too long, in seconds.
    RestTo,
    /// Sets to get warm.
    WarmUps,
    /// What a raise changes the load by, in quarters of a kilogram or pound; 0 as the rule says.
    Increment,
    /// Tempo: the working way, in seconds.
    There,
    /// Tempo: the hold at its end, in seconds.
    Top,
    /// Tempo: the way back, in seconds.
    Back,
    /// Tempo: the pause before the next repetition, in seconds.
    Pause,
    /// 1 where each side works for itself.
    Sided,
    /// 1 where the reserve is asked.
    Asked,
    /// 1 where the app leads.
    Guided,
    /// 1 where a carry counts metres.
    ByDistance,
}

/// How a number is shown and entered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A count.
    Count,
    /// Seconds, shown as minutes and seconds.
    Span,
    /// Quarters, shown with decimals.
    Quarters,
    /// Yes or no.
    Flag,
}

/// What belongs to a number.
#[derive(Debug)]
pub struct Limits {
    /// Names it in a page; unique.
    pub id: &'static str,
    /// Its name.
    pub label: &'static str,
    /// How it is shown.
    pub kind: Kind,
    /// The least.
    pub min: u32,
    /// The most.
    pub max: u32,
    /// One tap on plus.
    pub step: u32,
}

const fn limits(id: &'static str, label: &'static str, kind: Kind, min: u32, max: u32, step: u32) -> Limits {
    Limits { id, label, kind, min, max, step }
}

/// In the order of [`Field::ALL`].
static LIMITS: [Limits; 21] = [
    limits("sets", "Sets", Kind::Count, 1, MOST_SETS as u32, 1),
    limits("min", "Reps from", Kind::Count, 1, 100, 1),
    limits("max", "Reps to", Kind::Count, 1, 100, 1),
    limits("breaths", "Breaths", Kind::Count, 1, 100, 1),
    limits("holds", "Holds", Kind::Count, 1, 100, 1),
    limits("time", "Time", Kind::Span, 1, 3_600, 5),
    limits("metres", "Metres", Kind::Count, 1, 5_000, 5),
    limits("leave", "RIR from", Kind::Count, 0, Rir::MOST as u32, 1),
    limits("spare", "RIR to", Kind::Count, 0, Rir::MOST as u32, 1),
    limits("rest", "Rest", Kind::Span, 0, 1_800, 15),
    limits("window", "Longest rest", Kind::Span, 0, 3_600, 15),
    limits("warm", "Warm-up sets", Kind::Count, 0, MOST_WARM_UPS as u32, 1),
    limits("raise", "Increment, 0: by rule", Kind::Quarters, 0, MOST_INCREMENT as u32, 1),
    limits("there", "Way there, s", Kind::Count, 1, 30, 1),
    limits("top", "Hold, s", Kind::Count, 0, 30, 1),
    limits("back", "Way back, s", Kind::Count, 0, 30, 1),
    limits("pause", "Pause, s", Kind::Count, 0, 30, 1),
    limits("sided", "Each side", Kind::Flag, 0, 1, 1),
    limits("asked", "Ask RIR", Kind::Flag, 0, 1, 1),
    limits("led", "Led by the app", Kind::Flag, 0, 1, 1),
    limits("far", "By distance", Kind::Flag, 0, 1, 1),
];

impl Field {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; LIMITS.len()] = [
        Self::Sets,
        Self::RepsFrom,
        Self::RepsTo,
        Self::Breaths,
        Self::Holds,
        Self::Each,
        Self::Metres,
        Self::RirFrom,
        Self::RirTo,
        Self::Rest,
        Self::RestTo,
        Self::WarmUps,
        Self::Increment,
        Self::There,
        Self::Top,
        Self::Back,
        Self::Pause,
        Self::Sided,
        Self::Asked,
        Self::Guided,
        Self::ByDistance,
    ];

    /// What belongs to it.
    #[must_use]
    pub fn limits(self) -> &'static Limits {
        &LIMITS[self as usize]
    }

    /// The number; `None` where it has no meaning.
    #[must_use]
    pub fn get(self, item: &Prescription) -> Option<u32> {
        let reps = matches!(item.target, Target::Reps { .. });
        let of_reps = |beat: u8| reps.then_some(u32::from(beat));
        let tempo = item.tempo;
        match (self, item.target) {
            (Self::Sets, _) => Some(item.sets.into()),
            (Self::RepsFrom, Target::Reps { min, .. }) => Some(min.into()),
            (Self::RepsTo, Target::Reps { max, .. }) => Some(max.into()),
            (Self::Breaths, Target::Breaths(count)) | (Self::Holds, Target::Holds { count, .. }) => {
                Some(count.into())
            }
            (Self::Each, Target::Hold(each) | Target::Holds { each, .. }) => Some(each.get()),
            (Self::Metres, Target::Distance(metres)) => Some(metres.get().into()),
            (Self::RirFrom, _) => item.rir.map(|range| range.min.get().into()),
            (Self::RirTo, _) => item.rir.map(|range| range.max.get().into()),
            (Self::Rest, _) => Some(item.rest.get()),
            (Self::RestTo, _) => Some(item.rest_to.get()),
            (Self::WarmUps, _) => item.takes_load().then_some(item.warm_ups.into()),
            (Self::Increment, _) => item.takes_load().then_some(item.increment.into()),
            (Self::There, _) => of_reps(tempo.there),
            (Self::Top, _) => of_reps(tempo.hold),
            (Self::Back, _) => of_reps(tempo.back),
            (Self::Pause, _) => of_reps(tempo.pause),
            (Self::Sided, _) => Some((item.laterality == Laterality::PerSide).into()),
            (Self::Asked, _) => of_reps(item.rir.is_some().into()),
            (Self::Guided, _) => (!matches!(item.measure, Measure::LoadReps | Measure::LoadCarry))
                .then_some((item.pace == Pace::Guided).into()),
            (Self::ByDistance, _) => (item.measure == Measure::LoadCarry)
                .then_some(matches!(item.target, Target::Distance(_)).into()),
            _ => None,
        }
    }

    /// Puts a number, cut to its limits. Asked only where [`Field::get`] gives one.
    pub(super) fn put(self, item: &mut Prescription, number: u32) {
        let Limits { min, max, .. } = *self.limits();
        let number = number.clamp(min, max);
        let (count, beat, on) = (number as u16, number as u8, number == 1);
        let span = Seconds::new(number);
        match (self, &mut item.target) {
            (Self::Sets, _) => item.sets = beat,
            (Self::RepsFrom, Target::Reps { min, max }) => (*min, *max) = (count, count.max(*max)),
            (Self::RepsTo, Target::Reps { min, max }) => (*min, *max) = (count.min(*min), count),
            (Self::Breaths, Target::Breaths(slot)) | (Self::Holds, Target::Holds { count: slot, .. }) => {
                *slot = count;
            }
            (Self::Each, Target::Hold(each) | Target::Holds { each, .. }) => *each = span,
            (Self::Metres, Target::Distance(slot)) => *slot = Metres::new(count).unwrap_or(*slot),
            (Self::RirFrom | Self::RirTo, _) => {
                if let (Some(range), Ok(rir)) = (&mut item.rir, Rir::new(beat)) {
                    let from = self == Self::RirFrom;
                    *range = RirRange {
                        min: if from { rir } else { range.min.min(rir) },
                        max: if from { range.max.max(rir) } else { rir },
                    };
                }
            }
            (Self::Rest, _) => {
                let usual = item.rest_to == Prescription::rest_window(item.rest);
                item.rest = span;
                item.rest_to = if usual { Prescription::rest_window(span) } else { item.rest_to.max(span) };
            }
            (Self::RestTo, _) => (item.rest, item.rest_to) = (item.rest.min(span), span),
            (Self::WarmUps, _) => item.warm_ups = beat,
            (Self::Increment, _) => item.increment = beat,
            (Self::There, _) => item.tempo.there = beat,
            (Self::Top, _) => item.tempo.hold = beat,
            (Self::Back, _) => item.tempo.back = beat,
            (Self::Pause, _) => item.tempo.pause = beat,
            (Self::Sided, _) => {
                item.laterality = if on { Laterality::PerSide } else { Laterality::Both };
            }
            (Self::Asked, _) if on != item.rir.is_some() => {
                item.rir = if on { RirRange::usual() } else { None };
            }
            (Self::Guided, _) => item.pace = if on { Pace::Guided } else { Pace::Own },
            (Self::ByDistance, target) if on != matches!(target, Target::Distance(_)) => {
                *target = match Metres::new(30) {
                    Ok(metres) if on => Target::Distance(metres),
                    _ => Target::Hold(Seconds::new(30)),
                };
            }
            _ => {}
        }
    }

    /// The number so many steps on, at a multiple of the step.
    #[must_use]
    pub fn stepped(self, number: u32, by: i32) -> u32 {
        let Limits { min, max, step, .. } = *self.limits();
        let steps = if by < 0 { number.saturating_sub(1) / step } else { number / step + 1 };
        (steps * step).clamp(min, max)
    }
}
