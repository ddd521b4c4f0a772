//! The browser half: draws what the pure half says, and tells it what happened.
//!
//! Arrows: pages to state and components, state to platform, components to nothing but types.
//! Invariant: only `platform`, `dom` and `components::moving`, which draw by hand, name `web_sys`.

mod app;
pub mod call;
mod components;
pub mod dom;
mod pages;
pub mod platform;
pub mod routes;
pub mod signal;
pub mod state;

/// Starts the app in the page that loaded it.
pub fn start() {
    app::mount();
}
