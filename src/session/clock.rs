//! Countdowns: a stored end, or what was left when they were paused.
//!
//! Works with `training::time`. Invariant: what is left lies between zero and the whole, whatever the clock says.

use crate::training::time::Wall;

/// A countdown: when it ends, or how much was left when it was paused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clock {
    /// Ends at a stored instant.
    Running {
        /// When it is over.
        ends: Wall,
        /// Its whole length in milliseconds.
        whole: u64,
    },
    /// Stands still.
    Paused {
        /// Milliseconds left.
        left: u64,
        /// Its whole length in milliseconds.
        whole: u64,
    },
}

impl Clock {
    pub(super) const fn start(at: Wall, whole: u64) -> Self {
        Self::Running { ends: at.plus(whole), whole }
    }

    /// Milliseconds left at `now`, between zero and the whole.
    #[must_use]
    pub fn left(self, now: Wall) -> u64 {
        match self {
            Self::Running { ends, whole } => ends.since(now).min(whole),
            Self::Paused { left, whole } => left.min(whole),
        }
    }

    /// Its whole length in milliseconds.
    #[must_use]
    pub const fn whole(self) -> u64 {
        match self {
            Self::Running { whole, .. } | Self::Paused { whole, .. } => whole,
        }
    }

    /// Whether it stands still.
    #[must_use]
    pub const fn is_paused(self) -> bool {
        matches!(self, Self::Paused { .. })
    }

    pub(super) fn paused(self, now: Wall) -> Self {
        Self::Paused { left: self.left(now), whole: self.whole() }
    }

    pub(super) fn resumed(self, now: Wall) -> Self {
        match self {
            Self::Paused { left, whole } => Self::Running { ends: now.plus(left), whole },
            running @ Self::Running { .. } => running,
        }
    }

    /// Longer (or shorter) by `millis`; never below zero left.
    pub(super) fn extended(self, millis: i64, now: Wall) -> Self {
        let left = self.left(now);
        let new_left = left.saturating_add_signed(millis);
        let whole = self.whole().saturating_add_signed(millis).max(new_left);
        match self {
            Self::Running { .. } => Self::Running { ends: now.plus(new_left), whole },
            Self::Paused { .. } => Self::Paused { left: new_left, whole },
        }
    }
}
