//! Handing a link or a text on: by the system's share sheet, else by the clipboard; `promises.js` does it.

use std::cell::RefCell;

use wasm_bindgen::prelude::*;

use super::listener::Listener;
use super::window;

#[wasm_bindgen(module = "/src/web/platform/promises.js")]
extern "C" {
    fn how_shared() -> u8;
    fn hand_on(kind: &str, text: &str);
}

/// What became of a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shared {
    /// The system's share sheet took it, or the person closed that sheet.
    Taken,
    /// It is in the clipboard.
    Copied,
    /// Neither is possible: show it.
    Shown,
}

thread_local! {
    /// Whoever shared last, and hears what became of it.
    static WAITS: RefCell<Option<Listener>> = const { RefCell::new(None) };
}

/// The whole address of a place within the page, such as `#/timers/CODE`.
#[must_use]
pub fn address(hash: &str) -> String {
    let href = window().and_then(|window| window.location().href().ok()).unwrap_or_default();
    format!("{}{hash}", href.split('#').next().unwrap_or_default())
}

/// Hands a link on. `told` hears what became of it.
pub fn share(url: &str, told: impl Fn(Shared) + 'static) {
    wait("url", url, Box::new(told));
}

/// Hands a text on.
pub fn share_text(text: &str, told: impl Fn(Shared) + 'static) {
    wait("text", text, Box::new(told));
}

fn wait(kind: &str, text: &str, told: Box<dyn Fn(Shared)>) {
    let heard = move |_| {
        told(match how_shared() {
            0 => Shared::Taken,
            1 => Shared::Copied,
            _ => Shared::Shown,
        });
    };
    WAITS.set(Listener::on_window("yoke-shared", heard));
    hand_on(kind, text);
}
