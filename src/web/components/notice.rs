//! A notice: what happened, what was kept, what to do now.

use std::rc::Rc;

use super::icon::{Glyph, icon};
use crate::web::dom::{El, button, el, p};

/// A notice that pushes the content down and never covers the deck, with what can be done about it. Where data is at stake
/// it is said at once.
pub fn notice(
    warn: bool,
    title: &str,
    text: &str,
    undo: Option<Rc<dyn Fn()>>,
    (label, done): (&str, Box<dyn Fn()>),
) -> El {
    let done = Rc::new(done);
    let undo = undo.map(|undo| {
        let done = Rc::clone(&done);
        button("link", move || {
            undo();
            done();
        })
        .text("Undo")
    });
    let (class, role, glyph) =
        if warn { ("ntc w", "alert", Glyph::Warn) } else { ("ntc h", "status", Glyph::Info) };
    el("div")
        .class(class)
        .attr("role", role)
        .child(icon(glyph))
        .child(el("b").text(title))
        .child(p("", text))
        .child(el("div.na").child(undo).child(button("link", move || done()).text(label)))
}

/// A quiet line that can wait, without an icon, with what can be done about it.
pub fn plain(title: &str, text: &str, acts: El) -> El {
    el("div.ntc plain").role("status").child(el("b").text(title)).child(p("", text)).child(acts)
}
