//! Vibration, where the phone has it: Chrome on Android only.

use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use super::window;

/// Vibrates for so many milliseconds, if the browser can.
pub fn buzz(millis: u32) {
    let Some(navigator) = window().map(|window| window.navigator()) else { return };
    let function = Reflect::get(&navigator, &JsValue::from_str("vibrate")).ok();
    if let Some(vibrate) = function.and_then(|function| function.dyn_into::<Function>().ok()) {
        let _ = vibrate.call1(&navigator, &JsValue::from_f64(f64::from(millis)));
    }
}
