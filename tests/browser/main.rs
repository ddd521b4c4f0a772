//! Tests of the browser half in a real browser: storage, routes, elements, sound.

#![cfg(target_arch = "wasm32")]
// Helpers of tests may stop a test as tests do.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod dom;
mod platform;
mod routes;
mod sound;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
