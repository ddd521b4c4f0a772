//! Files: handed out as a download or through the system's share sheet, and read.
//!
//! In the app on an iPhone's home screen a download goes nowhere, so there the share sheet is the way. Invariant: at most
//! one file that was handed out is kept for the browser to fetch.

use std::cell::RefCell;

use js_sys::Array;
use wasm_bindgen::prelude::*;
use web_sys::{File, FilePropertyBag, FileReader, HtmlElement, HtmlInputElement, Url};

use super::listener::Listener;
use super::share::{Shared, SharingNavigator, hand, navigator, thing};
use super::window;
use crate::web::dom::{El, el, keep};

#[wasm_bindgen]
extern "C" {
    // Older browsers have none; then the call itself fails.
    #[wasm_bindgen(method, catch, js_class = "Navigator", js_name = canShare)]
    fn takes(this: &SharingNavigator, what: &JsValue) -> Result<bool, JsValue>;

    // Only Safari knows it.
    #[wasm_bindgen(method, getter)]
    fn standalone(this: &SharingNavigator) -> Option<bool>;
}

/// The address of a file that was handed out; it ends with its owner.
struct Offered(String);

impl Drop for Offered {
    fn drop(&mut self) {
        let _ = Url::revoke_object_url(&self.0);
    }
}

thread_local! {
    static OFFERED: RefCell<Option<Offered>> = const { RefCell::new(None) };
}

/// How a file is handed out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// As a download; where that goes nowhere, through the share sheet.
    Save,
    /// Through the share sheet.
    Share,
}

/// Whether the share sheet takes a text as a file.
#[must_use]
pub fn can_share() -> bool {
    shared("a", "").is_some()
}

/// Hands a text out as a file. `name` comes without its ending. What the share sheet refuses after all is downloaded.
pub fn hand_out(way: Way, name: String, text: String) {
    let share =
        way == Way::Share || navigator().is_some_and(|navigator| navigator.standalone() == Some(true));
    match shared(&name, &text).filter(|_| share) {
        Some(what) => {
            let told = move |shared| {
                if shared != Shared::Taken {
                    download(&name, &text);
                }
            };
            hand(what, None, Box::new(told));
        }
        None => download(&name, &text),
    }
}

/// A field, not to be seen, that asks for a file when it is clicked. `told` hears its text, cut after so many bytes; what
/// cannot be read is empty.
pub fn field(most: i32, told: impl Fn(String) + 'static) -> El {
    let Ok(reader) = FileReader::new() else { return el("i") };
    let source = reader.clone();
    let read = move |_| told(source.result().ok().and_then(|text| text.as_string()).unwrap_or_default());
    keep(Box::new(Listener::on(&reader, "loadend", read)));
    el("input").attr("type", "file").attr("hidden", "").on("change", move |event| {
        let Some(input) = event.target().map(JsCast::unchecked_into::<HtmlInputElement>) else { return };
        if let Some(file) = input.files().and_then(|files| files.get(0)) {
            let _ = file.slice_with_i32_and_i32(0, most).and_then(|part| reader.read_as_text(&part));
        }
        // The same file can be chosen again.
        input.set_value("");
    })
}

/// What the share sheet would be handed, if it takes it. By another name, for some take plain texts only.
fn shared(name: &str, text: &str) -> Option<JsValue> {
    let what = thing("files", &Array::of1(&file(&[name, ".txt"], "text/plain", text)?.into()).into());
    navigator()?.takes(&what).is_ok_and(|takes| takes).then_some(what)
}

fn file(name: &[&str], kind: &str, text: &str) -> Option<File> {
    let options = FilePropertyBag::new();
    options.set_type(kind);
    File::new_with_str_sequence_and_options(&Array::of1(&text.into()), &name.concat(), &options).ok()
}

fn download(name: &str, text: &str) {
    let name = [name, ".json"];
    let address =
        file(&name, "application/json", text).and_then(|file| Url::create_object_url_with_blob(&file).ok());
    let link = window().and_then(|window| window.document()).and_then(|page| page.create_element("a").ok());
    let (Some(address), Some(link)) = (address, link) else { return };
    let _ = link.set_attribute("href", &address);
    let _ = link.set_attribute("download", &name.concat());
    link.unchecked_ref::<HtmlElement>().click();
    OFFERED.replace(Some(Offered(address)));
}
