//! Building blocks of screens: props in, callbacks out. They know no state of the app.

pub mod chart;
pub mod figure;
pub mod frame;
pub mod icon;
pub mod load_map;
pub mod moving;
pub mod notice;
pub mod pain;
pub mod phase;
pub mod ring;
pub mod rir;
pub mod ruler;
pub mod sheet;
pub mod stepper;
pub mod trend;
