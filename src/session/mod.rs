//! The running workout, sans-IO: a timeline of steps and a machine that walks it.
//!
//! Works with `training` alone. Invariant: no tick is ever counted. What is shown is computed from stored
//! instants and the `now` that is handed in; a phone that slept wakes into the same state as one that did not.

pub mod clock;
pub mod cue;
pub mod interval;
pub mod machine;
pub mod stage;
pub mod timeline;

pub use clock::Clock;
pub use cue::{Cue, CueKind, TimedCue};
pub use interval::{IntervalTimer, Tone};
pub use machine::{Parts, Session};
pub use stage::{Effect, Event, Record, Refusal, Stage};
pub use timeline::{Phase, PhaseKind, Plan, Side, Step};
