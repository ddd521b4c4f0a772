//! What an event says of finger, mouse and keyboard.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement, HtmlInputElement, KeyboardEvent, PointerEvent, UiEvent};

use crate::web::dom::El;

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

/// Lets a row be pulled up and down among its neighbours by its handle. `dropped` hears at which place, from 0, it was
/// let go.
pub fn pull(handle: El, row: &El, dropped: impl Fn(usize) + 'static) -> El {
    boxed_pull(handle, row.clone().into_element().unchecked_into(), Rc::new(dropped))
}

fn boxed_pull(handle: El, row: HtmlElement, dropped: Rc<dyn Fn(usize)>) -> El {
    let began = Rc::new(Cell::new(None));
    let holder = handle.clone().into_element();
    let heard = move |event: Event| {
        let kind = event.type_();
        let Some(pointer) = event.dyn_ref::<PointerEvent>() else { return };
        if kind == "pointerdown" && is_main(&event) {
            // All that follows goes to the handle, wherever the finger is.
            let _ = holder.set_pointer_capture(pointer.pointer_id());
            began.set(Some(pointer.page_y()));
        }
        let Some(from) = began.get() else { return };
        let held = kind == "pointerdown" || kind == "pointermove";
        let place = arrange(&row, pointer.page_y() - from, held);
        if !held {
            began.set(None);
            if kind == "pointerup" {
                dropped(place);
            }
        }
    };
    handle
        .on("pointerdown", heard.clone())
        .on("pointermove", heard.clone())
        .on("pointerup", heard.clone())
        .on("pointercancel", heard)
}

/// Shows a row `by` so many pixels away from its place, and its neighbours as they then stand; let go, all stand as they
/// did. Gives back its place among them.
fn arrange(row: &HtmlElement, by: i32, held: bool) -> usize {
    let middle = |row: &HtmlElement| row.offset_top() * 2 + row.offset_height();
    let (now, height) = (middle(row) + by * 2, row.offset_height());
    let (mut place, mut passed) = (0, false);
    let mut next = row.parent_node().and_then(|list| list.first_child());
    while let Some(node) = next {
        let one: &HtmlElement = node.unchecked_ref();
        let shift = if node.is_same_node(Some(row)) {
            passed = true;
            by
        } else {
            let above = middle(one) < now;
            place += usize::from(above);
            match (passed, above) {
                (false, false) => height,
                (true, true) => -height,
                _ => 0,
            }
        };
        let shift = if held { format!("translateY({shift}px)") } else { String::new() };
        let _ = one.style().set_property("transform", &shift);
        next = node.next_sibling();
    }
    let _ = row.class_list().toggle_with_force("held", held);
    place
}
