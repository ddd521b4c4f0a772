//! Modal dialogs: the browser traps the focus and gives it back.

use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDialogElement, window};

use crate::web::dom::{at_end, keep};

/// Closes its dialog when it goes, which gives the focus back to where it was.
struct Shown(HtmlDialogElement);

impl Drop for Shown {
    fn drop(&mut self) {
        self.0.close();
    }
}

/// Shows a dialog as soon as it stands in the page: one that does not cannot be shown.
pub fn show_soon(element: &Element) {
    let Ok(dialog) = element.clone().dyn_into::<HtmlDialogElement>() else { return };
    keep(Box::new(Shown(dialog.clone())));
    let show = move || {
        if dialog.is_connected() && !dialog.open() {
            let _ = dialog.show_modal();
        }
    };
    keep(Box::new(Timeout::new(0, show)));
}

/// Puts an element at the end of the dialog that is open, if one is, and in view: what is said behind it nobody would see. It
/// goes with its reactive owner, or with the dialog.
pub fn say_in_open(element: impl FnOnce() -> Element) {
    let open = window()
        .and_then(|window| window.document())
        .and_then(|document| document.query_selector("dialog[open] > div").ok().flatten());
    let Some(open) = open else { return };
    let element = element();
    let _ = open.append_child(&element);
    element.scroll_into_view();
    at_end(move || element.remove());
}
