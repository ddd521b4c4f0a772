//! The screen wake lock: names for what `promises.js` does.

use wasm_bindgen::prelude::*;

/// The event of the window: the browser answered; [`awake`] says what.
pub const ANSWERED: &str = "yoke-awake";

#[wasm_bindgen(module = "/src/web/platform/promises.js")]
extern "C" {
    /// Keeps the screen on, as must be asked again each time the page becomes visible.
    pub fn keep_on();

    /// Lets the screen go dark.
    pub fn let_go();

    fn how_awake() -> u8;
}

/// Whether the screen is kept on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Awake {
    /// Not asked for.
    Off,
    /// The screen stays on.
    On,
    /// The browser said no, for instance because the battery is low.
    Refused,
    /// This browser cannot.
    Absent,
}

/// Whether the screen is kept on now.
#[must_use]
pub fn awake() -> Awake {
    match how_awake() {
        0 => Awake::Off,
        1 => Awake::On,
        2 => Awake::Refused,
        _ => Awake::Absent,
    }
}
