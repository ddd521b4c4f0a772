//! Files: handed out as a download or through the system's share sheet, and read; names for what `file.js` does.
//!
//! Invariant: only texts are handed over, and at most one file that was handed out is kept for the browser to fetch.

use wasm_bindgen::prelude::*;

/// The event of the window: a file was chosen; [`chosen`] has its text.
pub const CHOSEN: &str = "yoke-file";

#[wasm_bindgen(module = "/src/web/platform/file.js")]
extern "C" {
    /// Whether the share sheet takes a text as a file.
    pub fn can_share() -> bool;

    /// Hands a text out as a file of that name and ending (`json`, `csv`, `ics` or `txt`): through the share sheet where that is
    /// wanted or the only way, else as a download.
    pub fn hand_out(share: bool, name: &str, ending: &str, text: &str);

    /// Asks for a file, of which so many bytes are read. To be called in a tap.
    pub fn ask(most: u32);

    /// The text of the file that was chosen; empty if it could not be read.
    pub fn chosen() -> String;
}
