//! Reminders outside of the page: notification and mark on the icon; names for what `remind.js` does.

use wasm_bindgen::prelude::*;

/// The event of the window: the question was answered; [`may_notify`] says how.
pub const ANSWERED: &str = "yoke-notify";

#[wasm_bindgen(module = "/src/web/platform/remind.js")]
extern "C" {
    /// Whether notifications can be shown: 0 not asked yet, 1 refused, 2 allowed; more where there are none.
    pub fn may_notify() -> usize;

    /// Asks for notifications. To be called in a tap.
    pub fn ask_to_notify();

    /// Shows a notification, where that is allowed and the page is not in front.
    pub fn notify(title: &str, body: &str);

    /// Marks the app's icon, where that can be done, or takes the mark and the notification away.
    pub fn mark(on: bool);
}
