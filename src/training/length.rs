//! How long a flow that the app leads through is made: shorter or longer than it is written.
//!
//! Works with prescriptions. Invariant: the moves, their order, sides and tempo stay; only how much of each changes.

use super::exercise::Target;
use super::prescription::Prescription;
use super::units::Seconds;

/// How long a flow is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Length {
    /// Two thirds of it.
    Short,
    /// As it is written.
    Written,
    /// Four thirds of it.
    Long,
}

impl Length {
    /// All of them, shortest first.
    pub const ALL: [Self; 3] = [Self::Short, Self::Written, Self::Long];

    /// Its name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Short => "Short",
            Self::Written => "As written",
            Self::Long => "Long",
        }
    }

    /// Thirds of `count`, rounded, at least one. Ours; a release of 45 s becomes 30 s or 60 s, the ends of what the source
    /// gives for an area.
    const fn of(self, count: u32) -> u32 {
        let thirds = (count * (self as u32 + 2) + 1) / 3;
        if thirds == 0 { 1 } else { thirds }
    }

    /// An item at this length. How many holds there are changes, not how long each is; a distance stays.
    #[must_use]
    pub fn at(self, item: &Prescription) -> Prescription {
        let count = |count: u16| self.of(count.into()) as u16;
        let target = match item.target {
            Target::Reps { min, max } => Target::Reps { min: count(min), max: count(max) },
            Target::Breaths(breaths) => Target::Breaths(count(breaths)),
            Target::Hold(length) => Target::Hold(Seconds::new(self.of(length.get()))),
            Target::Holds { count: holds, each } => Target::Holds { count: count(holds), each },
            Target::Distance(metres) => Target::Distance(metres),
        };
        Prescription { target, ..item.clone() }
    }
}
