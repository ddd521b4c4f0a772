//! What the browser lends: storage, clocks.

use js_sys::Promise;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;
use yoke_app::store::{KeyValue, Store};
use yoke_app::training::time::Wall;
use yoke_app::web::platform::listener::Listener;
use yoke_app::web::platform::storage::PageStorage;
use yoke_app::web::platform::{clock, journal};

#[wasm_bindgen_test]
fn the_browser_keeps_texts_under_keys() {
    let mut storage = PageStorage::find();
    assert!(storage.is_lasting());
    let text = "\u{1f3cb} 82.5k*6@2+3a8y";
    storage.set("yoke-test", text).unwrap();
    assert_eq!(storage.get("yoke-test").unwrap().as_deref(), Some(text));
    assert!(storage.keys().unwrap().contains(&"yoke-test".to_owned()));
    storage.remove("yoke-test").unwrap();
    assert_eq!(storage.get("yoke-test").unwrap(), None);
}

#[wasm_bindgen_test]
fn settings_outlive_the_store_that_wrote_them() {
    let (mut store, loaded) = Store::open(PageStorage::find(), Wall(1));
    let mut settings = loaded.settings;
    settings.volume = 30;
    store.save_settings(&settings).unwrap();
    let (_, again) = Store::open(PageStorage::find(), Wall(2));
    assert_eq!(again.settings, settings);
}

#[wasm_bindgen_test]
fn the_clocks_are_plausible() {
    let (one, other) = (clock::now(), clock::now());
    assert!(one.wall > Wall(1_700_000_000_000) && other.mono >= one.mono);
    assert!(clock::utc_offset().get().abs() <= 840);
}

/// Does something, and waits until the window tells of it.
async fn until(event: &'static str, act: impl FnOnce()) {
    let mut listener = None;
    let told = Promise::new(&mut |told, _| {
        let told = move |_| drop(told.call0(&wasm_bindgen::JsValue::NULL));
        listener = Listener::on_window(event, told);
    });
    act();
    JsFuture::from(told).await.unwrap();
}

#[wasm_bindgen_test]
async fn the_journal_gives_back_what_localstorage_does_not_have() {
    assert!(journal::leads(), "the only page is the one that writes");
    until(journal::READ, journal::read).await;
    assert!(journal::is_there() && journal::is_saved());
    let (key, text) = ("yoke/journal-test", "1.2.3.\u{1f3cb}");
    until(journal::SAVED, || {
        journal::put(key, "an earlier text");
        journal::put(key, text);
        assert!(!journal::is_saved());
    })
    .await;
    assert!(journal::is_saved());
    until(journal::READ, journal::read).await;
    assert_eq!(journal::texts().unwrap().get(key), Some(text));
    let mut local = PageStorage::find();
    local.set(key, text).unwrap();
    local.set("yoke/only-here", text).unwrap();
    until(journal::READ, journal::read).await;
    let differing = journal::texts().unwrap();
    assert!(differing.get(key).is_none(), "what is the same is not told");
    assert_eq!(differing.get("yoke/only-here"), Some(""));
    local.remove(key).unwrap();
    local.remove("yoke/only-here").unwrap();
}
