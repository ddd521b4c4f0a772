//! Handing a link on: by the system's share sheet, else by the clipboard.

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::window;

// The `web_sys` types take both for granted; many browsers have only one of them, or none without https.
#[wasm_bindgen]
extern "C" {
    type SharingNavigator;
    type Clipboard;

    #[wasm_bindgen(method, getter, js_name = share)]
    fn can_share(this: &SharingNavigator) -> Option<js_sys::Function>;

    #[wasm_bindgen(method, catch)]
    fn share(this: &SharingNavigator, what: &JsValue) -> Result<js_sys::Promise, JsValue>;

    #[wasm_bindgen(method, getter)]
    fn clipboard(this: &SharingNavigator) -> Option<Clipboard>;

    #[wasm_bindgen(method, catch, js_name = writeText)]
    fn write_text(this: &Clipboard, text: &str) -> Result<js_sys::Promise, JsValue>;
}

/// What became of a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shared {
    /// The system's share sheet took it, or the person closed that sheet.
    Taken,
    /// It is in the clipboard.
    Copied,
    /// Neither is possible: show it.
    Shown,
}

/// The whole address of a place within the page, such as `#/timers/CODE`.
#[must_use]
pub fn address(hash: &str) -> String {
    let href = window().and_then(|window| window.location().href().ok()).unwrap_or_default();
    format!("{}{hash}", href.split('#').next().unwrap_or_default())
}

/// Hands a link on. `told` hears what became of it.
pub fn share(url: String, told: impl Fn(Shared) + 'static) {
    hand_on("url", url, Box::new(told));
}

/// Hands a text on.
pub fn share_text(text: String, told: impl Fn(Shared) + 'static) {
    hand_on("text", text, Box::new(told));
}

fn hand_on(kind: &'static str, what: String, told: Box<dyn Fn(Shared)>) {
    let Some(window) = window() else { return };
    let navigator: SharingNavigator = JsValue::from(window.navigator()).unchecked_into();
    spawn_local(async move {
        if navigator.can_share().is_some() {
            let data = js_sys::Object::new();
            let _ = js_sys::Reflect::set(&data, &kind.into(), &what.as_str().into());
            let taken = match navigator.share(&data) {
                Ok(promise) => JsFuture::from(promise).await,
                Err(error) => Err(error),
            };
            let closed = |error: &JsValue| js_sys::Error::unchecked_from_js_ref(error).name() == "AbortError";
            if taken.as_ref().map_or_else(closed, |_| true) {
                return told(Shared::Taken);
            }
        }
        let copied = match navigator.clipboard().map(|clipboard| clipboard.write_text(&what)) {
            Some(Ok(promise)) => JsFuture::from(promise).await.is_ok(),
            _ => false,
        };
        told(if copied { Shared::Copied } else { Shared::Shown });
    });
}
