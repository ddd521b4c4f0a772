//! A beat that goes on while the page is hidden: the timer of a worker is not held back as those of a page are.
//!
//! The worker's text is a few words of our own, handed over as a blob, so that nothing is asked of the network in the
//! middle of a workout. Invariant: the worker ends with its owner.

use js_sys::Array;
use wasm_bindgen::JsValue;
use web_sys::{Blob, BlobPropertyBag, Url, Worker};

use super::listener::Listener;

/// Each message is an interval in milliseconds; the answer comes once an interval.
const BEAT: &str = "onmessage=e=>setInterval(()=>postMessage(0),e.data)";

/// A running beat; dropping it ends it.
#[must_use = "a heartbeat that is dropped is dead"]
#[derive(Debug)]
pub struct Heartbeat {
    worker: Worker,
    address: String,
    _heard: Listener,
}

impl Heartbeat {
    /// Calls `beat` every `millis`. `None` where there are no workers. A worker that the browser does not let run
    /// never beats and says nothing, so the page keeps a timer of its own beside it.
    pub fn start(millis: u32, mut beat: Box<dyn FnMut()>) -> Option<Self> {
        let kind = BlobPropertyBag::new();
        kind.set_type("text/javascript");
        let text = Blob::new_with_str_sequence_and_options(&Array::of1(&BEAT.into()), &kind).ok()?;
        let address = Url::create_object_url_with_blob(&text).ok()?;
        let worker = Worker::new(&address).ok()?;
        let heard = Listener::on(&worker, "message", move |_| beat());
        worker.post_message(&JsValue::from_f64(f64::from(millis))).ok()?;
        Some(Self { worker, address, _heard: heard })
    }
}

impl Drop for Heartbeat {
    fn drop(&mut self) {
        self.worker.terminate();
        let _ = Url::revoke_object_url(&self.address);
    }
}
