//! Yoke: upper-back training in the browser.
//!
//! Two halves. The **pure half** decides: it knows no browser, no clock and no randomness, and is tested natively.
//! The **browser half** (`web`, behind the feature of that name) obeys: it draws, listens, plays and stores.
//! Modules in reading order; `ARCHITECTURE.md` has the map, the arrows and the invariants.

pub mod training;

pub mod catalog;

pub mod figure;

pub mod session;

pub mod store;

pub mod exchange;

pub mod sound;

#[cfg(feature = "web")]
pub mod web;
