//! What an event says of finger, mouse and keyboard.

use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement, KeyboardEvent, PointerEvent, UiEvent};

/// Whether the main button, finger or pen went down.
#[must_use]
pub fn is_main(event: &Event) -> bool {
    event.dyn_ref::<PointerEvent>().is_some_and(|event| event.button() == 0)
}

/// Whether a click came without a pointer: from a keyboard or a screen reader.
#[must_use]
pub fn is_keyboard_click(event: &Event) -> bool {
    event.dyn_ref::<UiEvent>().is_some_and(|event| event.detail() == 0)
}

/// Whether a key press means a tap: Enter or the space bar.
#[must_use]
pub fn is_activation(event: &Event) -> bool {
    event.dyn_ref::<KeyboardEvent>().is_some_and(|event| matches!(event.key().as_str(), "Enter" | " "))
}

/// Whoever taps a number wants another one: select what is there.
pub fn select_all(event: &Event) {
    if let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) {
        input.select();
    }
}
