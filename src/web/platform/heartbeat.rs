//! A beat that goes on while the page is hidden: the timer of a worker is not held back as those of a page are.
//!
//! Works with `public/beat.js`. Invariant: the worker ends with its owner.

use wasm_bindgen::JsValue;
use web_sys::Worker;

use super::listener::Listener;

/// A running beat; dropping it ends it.
#[must_use = "a heartbeat that is dropped is dead"]
#[derive(Debug)]
pub struct Heartbeat {
    worker: Worker,
    _heard: Listener,
}

impl Heartbeat {
    /// Calls `beat` every `millis`. `None` where there are no workers. A worker that cannot be loaded never beats
    /// and says nothing, so the page keeps a timer of its own beside it.
    pub fn start(millis: u32, beat: Box<dyn FnMut()>) -> Option<Self> {
        Self::start_at("./beat.js", millis, beat)
    }

    /// The same with another address of the worker's file.
    pub fn start_at(address: &str, millis: u32, mut beat: Box<dyn FnMut()>) -> Option<Self> {
        let worker = Worker::new(address).ok()?;
        let heard = Listener::on(&worker, "message", move |_| beat());
        worker.post_message(&JsValue::from_f64(f64::from(millis))).ok()?;
        Some(Self { worker, _heard: heard })
    }
}

impl Drop for Heartbeat {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}
