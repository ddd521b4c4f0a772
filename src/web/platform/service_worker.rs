//! Registers the service worker that keeps the whole app on the phone.

use js_sys::Reflect;
use wasm_bindgen::JsValue;

use super::window;

/// Registers it. Without one (an old browser, plain http, some private windows) the app works all the same,
/// but only online.
pub fn register() {
    let Some(navigator) = window().map(|window| window.navigator()) else { return };
    let container = Reflect::get(&navigator, &JsValue::from_str("serviceWorker"));
    if container.is_ok_and(|container| container.is_object()) {
        // The promise tells nothing that the next visit does not.
        let _ = navigator.service_worker().register("sw.js");
    }
}
