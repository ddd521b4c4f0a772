//! Vibration, where the phone has it: Chrome on Android only.

use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Navigator;

use super::window;

/// Whether the browser can vibrate; a desktop's may say so too.
#[must_use]
pub fn is_here() -> bool {
    vibrate().is_some()
}

/// Vibrates for so many milliseconds, if the browser can.
pub fn buzz(millis: u32) {
    if let Some((navigator, vibrate)) = vibrate() {
        let _ = vibrate.call1(&navigator, &JsValue::from_f64(f64::from(millis)));
    }
}

fn vibrate() -> Option<(Navigator, Function)> {
    let navigator = window()?.navigator();
    let function = Reflect::get(&navigator, &JsValue::from_str("vibrate")).ok()?;
    Some((navigator, function.dyn_into().ok()?))
}
