//! The way to the home screen; names for what `install.js` does.

use wasm_bindgen::prelude::*;

/// Yoke runs from the home screen already; see [`way_home`].
pub const THERE: usize = 0;
/// The browser asks, with [`install`].
pub const ASKS: usize = 1;
/// Safari's Share sheet on iPhone and iPad.
pub const SHARE: usize = 2;

#[wasm_bindgen(module = "/src/web/platform/install.js")]
extern "C" {
    /// How Yoke gets to the home screen here: [`THERE`], [`ASKS`], [`SHARE`], or else by the browser's menu, if it can at all.
    pub fn way_home() -> usize;

    /// Lets the browser ask. To be called in a tap.
    pub fn install();
}
