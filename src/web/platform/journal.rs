//! The journal in `IndexedDB` and the lock of the one page that writes: names for what `journal.js` does.
//!
//! The other half is JavaScript because both are callbacks and promises, which cost five times the bytes from here. What
//! happens is told by events of the window ([`LOCK`], [`READ`], [`SAVED`], [`CHANGED`]). Invariant: only texts are handed over.

use wasm_bindgen::prelude::*;

use crate::store::Texts;

/// The event: this page may write now, or no longer; [`leads`] says which.
pub const LOCK: &str = "yoke-lock";
/// The event: the journal was read; [`texts`] has what is in it.
pub const READ: &str = "yoke-read";
/// The event: a batch is safe, or was refused; [`is_saved`] says whether anything waits.
pub const SAVED: &str = "yoke-saved";
/// The event: another page wrote, or [`changed`] was called.
pub const CHANGED: &str = "yoke-changed";

#[wasm_bindgen(module = "/src/web/platform/journal.js")]
extern "C" {
    /// Whether this page is the one that writes. Where there are no locks every page is.
    pub fn leads() -> bool;

    /// Makes this page the one that writes; the other stops first.
    pub fn seize();

    /// Reads the journal.
    pub fn read();

    /// Whether there is a journal; not before it was read.
    pub fn is_there() -> bool;

    fn next() -> Option<String>;

    /// Writes a text under its key, together with the others of this moment.
    pub fn put(key: &str, text: &str);

    /// Whether nothing waits to be written.
    pub fn is_saved() -> bool;

    /// Has the stored texts read again, in a moment.
    pub fn changed();

    /// Asks the browser not to clear this page's storage. Some ask the person.
    pub fn persist();
}

/// What the journal has under the keys where localStorage has something else, told once; nothing as an empty text. `None`
/// where there is no journal.
#[must_use]
pub fn texts() -> Option<Texts> {
    is_there().then(|| std::iter::from_fn(|| Some((next()?, next()?))).collect())
}
