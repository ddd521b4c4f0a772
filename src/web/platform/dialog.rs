//! Modal dialogs: the browser traps the focus and gives it back.

use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDialogElement};

/// Shows a dialog as soon as it stands in the page: one that does not cannot be shown.
pub fn show_soon(element: &Element) {
    let Ok(dialog) = element.clone().dyn_into::<HtmlDialogElement>() else { return };
    let show = move || {
        if dialog.is_connected() && !dialog.open() {
            let _ = dialog.show_modal();
        }
    };
    crate::web::dom::keep(Box::new(Timeout::new(0, show)));
}
