//! The service worker that keeps the whole app on the phone, and its new versions; names for what `service_worker.js` does.

use wasm_bindgen::prelude::*;

/// The event of the window: a new version waits.
pub const WAITS: &str = "yoke-update";

#[wasm_bindgen(module = "/src/web/platform/service_worker.js")]
extern "C" {
    /// Registers it, and looks out for new versions.
    pub fn register();

    /// Lets the version that waits take over, and loads the page anew.
    pub fn update();
}
