//! Files: one that a person picks, and one that is handed out as a download.

use std::cell::RefCell;

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, HtmlInputElement, Url};

use super::listener::Listener;
use super::window;

thread_local! {
    /// Waits for the file; the next one takes its place. It also keeps the input alive, which nothing else refers to.
    static PICKING: RefCell<Option<Listener>> = const { RefCell::new(None) };
}

/// Lets a person pick a file of these kinds, as the attribute `accept` names them. `told` hears the text of a file of at most
/// `most` bytes, or nothing where it is longer or cannot be read; if none is picked, it is not called. Only within a tap.
pub fn pick(accept: &str, most: u32, told: Box<dyn FnOnce(Option<String>)>) {
    let Some(input) = made::<HtmlInputElement>("input") else { return };
    input.set_type("file");
    input.set_accept(accept);
    let (picked, mut told) = (input.clone(), Some(told));
    let heard = move |_| {
        let file = picked.files().and_then(|files| files.get(0));
        let (Some(file), Some(told)) = (file, told.take()) else { return };
        spawn_local(async move {
            let fits = file.size() <= f64::from(most);
            let text = if fits { JsFuture::from(file.text()).await.ok() } else { None };
            told(text.and_then(|text| text.as_string()));
        });
    };
    PICKING.set(Some(Listener::on(&input, "change", heard)));
    input.click();
}

/// Hands a text out as a file of that name and media type.
pub fn save(name: &str, media: &str, text: &str) {
    let kind = BlobPropertyBag::new();
    kind.set_type(media);
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&JsValue::from_str(text)), &kind);
    let address = blob.and_then(|blob| Url::create_object_url_with_blob(&blob));
    if let (Ok(address), Some(link)) = (address, made::<HtmlAnchorElement>("a")) {
        link.set_href(&address);
        link.set_download(name);
        // The address stays good as long as the page: Safari asks for the file only after this has returned.
        link.click();
    }
}

fn made<T: JsCast>(tag: &str) -> Option<T> {
    window()?.document()?.create_element(tag).ok().map(JsCast::unchecked_into)
}
