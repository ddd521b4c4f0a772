//! Time: which pose an exercise has at which instant. Works on the poses that the table decodes into.
//!
//! Invariant: time is an argument in milliseconds; the cycle is closed, so any instant, also a negative one,
//! has a pose.

use super::math::{power, sin_cos, wrap};
use super::pose::Pose;

/// How a movement gains and loses speed on its way to a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Ease {
    /// Starts and ends softly.
    #[default]
    Sine,
    /// Even speed.
    Linear,
    /// Starts from rest and passes through.
    StartSine,
    /// Arrives at rest, coming from full speed.
    StopSine,
    /// The pull: quick off the start, soft at the end.
    Pull,
    /// The slow way back.
    Return,
}

impl Ease {
    /// The share of the way that is done after a share `t` of the time.
    #[must_use]
    pub fn at(self, t: f32) -> f32 {
        match self {
            Self::Sine => 0.5 - 0.5 * sin_cos(180.0 * t).1,
            Self::Linear => t,
            Self::StartSine => 1.0 - sin_cos(90.0 * t).1,
            Self::StopSine => sin_cos(90.0 * t).0,
            Self::Pull => 1.0 - power(1.0 - t, 2.4) * (1.0 - t * 0.15),
            Self::Return => 0.5 - 0.5 * sin_cos(180.0 * power(t, 0.92)).1,
        }
    }
}

/// What follows after the keys have been gone through once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Mirror {
    /// The cycle begins again.
    #[default]
    No,
    /// The same with left and right swapped, as in walking.
    Body,
    /// The same with only the legs swapped, as in walking with one bag.
    Legs,
}

/// One key of an exercise.
#[derive(Clone, Copy, Debug)]
pub struct Key {
    /// Time to move to this key from the one before, ms.
    pub travel_ms: f32,
    /// How that movement goes.
    pub ease: Ease,
    /// Rest at this key, ms.
    pub hold_ms: f32,
    /// The cue while moving here; empty when the cue before goes on.
    pub cue: &'static str,
    /// The pose at this key.
    pub pose: Pose,
}

/// All keys of an exercise in their order.
#[derive(Clone, Debug, Default)]
pub struct Timeline {
    keys: Vec<Key>,
    smooth: bool,
    mirrored: bool,
}

/// Where in the cycle an instant lies.
struct Spot {
    from: usize,
    to: usize,
    /// Share of the time from one to the other; `None` while held.
    share: Option<f32>,
}

impl Timeline {
    /// A timeline from its keys. `smooth` runs one curve through all keys instead of stopping at each.
    #[must_use]
    pub fn new(mut keys: Vec<Key>, mirror: Mirror, smooth: bool) -> Self {
        let once = keys.len();
        for i in 0..once {
            let Some(mut key) = keys.get(i).copied() else {
                break;
            };
            key.pose = match mirror {
                Mirror::No => break,
                Mirror::Body => key.pose.mirrored(),
                Mirror::Legs => key.pose.step(),
            };
            keys.push(key);
        }
        Self { keys, smooth, mirrored: mirror != Mirror::No }
    }

    /// Length of one cycle, ms.
    #[must_use]
    pub fn duration_ms(&self) -> f32 {
        self.keys.iter().map(|k| k.travel_ms + k.hold_ms).sum()
    }

    /// The keys in order; the first is the start.
    #[must_use]
    pub fn keys(&self) -> &[Key] {
        &self.keys
    }

    fn spot(&self, t_ms: f64) -> Spot {
        let total = self.duration_ms();
        let n = self.keys.len().max(1);
        // the clock may have run for hours: the remainder is taken before precision is dropped
        #[allow(clippy::cast_possible_truncation)]
        let mut t = wrap(t_ms, f64::from(total)) as f32;
        for (i, key) in self.keys.iter().enumerate() {
            if t < key.hold_ms {
                return Spot { from: i, to: i, share: None };
            }
            t -= key.hold_ms;
            let to = (i + 1) % n;
            let travel = self.keys.get(to).map_or(0.0, |k| k.travel_ms);
            if t < travel {
                return Spot { from: i, to, share: Some(t / travel) };
            }
            t -= travel;
        }
        Spot { from: 0, to: 0, share: None }
    }

    fn key(&self, i: usize) -> Option<&Key> {
        self.keys.get(i % self.keys.len().max(1))
    }

    /// The pose at an instant.
    #[must_use]
    pub fn pose_at(&self, t_ms: f64) -> Pose {
        let spot = self.spot(t_ms);
        let (Some(from), Some(to)) = (self.key(spot.from), self.key(spot.to)) else {
            return Pose::default();
        };
        let Some(share) = spot.share else { return from.pose };
        if self.smooth {
            let n = self.keys.len();
            if let (Some(before), Some(after)) = (self.key(spot.from + n - 1), self.key(spot.to + 1)) {
                return Pose::curve(&before.pose, &from.pose, &to.pose, &after.pose, share);
            }
        }
        from.pose.blend(&to.pose, to.ease.at(share))
    }

    /// The cue at an instant: what is being done now.
    #[must_use]
    pub fn cue_at(&self, t_ms: f64) -> &'static str {
        let n = self.keys.len();
        let to = self.spot(t_ms).to;
        (0..n).filter_map(|back| self.key(to + n - back)).map(|k| k.cue).find(|c| !c.is_empty()).unwrap_or("")
    }

    /// Start and end of the movement, ms: the middles of the first hold and of the hold at the far end.
    #[must_use]
    pub fn ends_ms(&self) -> (f32, f32) {
        if self.mirrored {
            return (0.0, self.duration_ms() * 0.25);
        }
        let far = if self.keys.len() > 2 { 2 } else { 1 };
        let (mut t, mut start) = (0.0, 0.0);
        for (i, key) in self.keys.iter().enumerate().take(far + 1) {
            if i == 0 {
                start = key.hold_ms * 0.5;
                t = key.hold_ms;
            } else if i < far {
                t += key.travel_ms + key.hold_ms;
            } else {
                t += key.travel_ms + key.hold_ms * 0.5;
            }
        }
        (start, t)
    }
}
