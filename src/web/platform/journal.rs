//! The journal in `IndexedDB` and the lock of the one page that writes: names for what `journal.js` does.
//!
//! The other half is JavaScript because both are callbacks and promises, which cost five times the bytes from here. What
//! happens is told by events of the window ([`LOCK`], [`READ`], [`SAVED`], [`CHANGED`],
//! [`COPY`]). Invariant: only texts are handed over.

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

/// The event: a copy was read; [`recalled`] has it.
pub const COPY: &str = "yoke-copy";

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

    /// The next name of a copy of an earlier day, oldest first; each is told once after the journal was read.
    pub fn next_name() -> Option<String>;

    /// Reads the copy of that name.
    pub fn recall(name: &str);

    /// The copy that was read; none if it is not there any more.
    pub fn recalled() -> Option<String>;

    /// Writes a text under its key, or a copy under its name, together with the others of this moment. Of a copy an empty text
    /// takes it away.
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
