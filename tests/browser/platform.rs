//! What the browser lends: storage, clocks.

use wasm_bindgen_test::wasm_bindgen_test;
use yoke_app::store::{KeyValue, Store};
use yoke_app::training::time::Wall;
use yoke_app::web::platform::clock;
use yoke_app::web::platform::storage::PageStorage;

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
