//! Listeners that remove themselves when their owner drops them.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Event, EventTarget};

use super::window;
use crate::web::call::Hear;

/// A listener on some target; removed when dropped.
#[must_use = "a listener that is dropped hears nothing"]
#[derive(Debug)]
pub struct Listener {
    target: EventTarget,
    event: &'static str,
    callback: Closure<dyn FnMut(Event)>,
}

impl Listener {
    /// Calls `heard` on each `event` of `target`.
    pub fn on(target: &EventTarget, event: &'static str, heard: impl FnMut(Event) + 'static) -> Self {
        Self::boxed(target, event, Box::new(heard))
    }

    /// The same, of a closure in a box.
    pub fn boxed(target: &EventTarget, event: &'static str, mut heard: Box<dyn Hear<Event>>) -> Self {
        let callback = Closure::wrap(Box::new(move |event| heard.hear(event)) as Box<dyn FnMut(Event)>);
        // A browser that refuses a plain listener has no events to miss.
        let _ = target.add_event_listener_with_callback(event, callback.as_ref().unchecked_ref());
        Self { target: target.clone(), event, callback }
    }

    /// Calls `heard` on each `event` of the window.
    pub fn on_window(event: &'static str, heard: impl FnMut(Event) + 'static) -> Option<Self> {
        Self::boxed_on_window(event, Box::new(heard))
    }

    fn boxed_on_window(event: &'static str, heard: Box<dyn Hear<Event>>) -> Option<Self> {
        Some(Self::boxed(window()?.as_ref(), event, heard))
    }

    /// Calls `heard` on each `event` of the document.
    pub fn on_document(event: &'static str, heard: impl FnMut(Event) + 'static) -> Option<Self> {
        Some(Self::on(window()?.document()?.as_ref(), event, heard))
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let callback = self.callback.as_ref().unchecked_ref();
        let _ = self.target.remove_event_listener_with_callback(self.event, callback);
    }
}
