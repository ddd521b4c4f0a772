//! A sheet that slides up from the deck.

use std::rc::Rc;

use super::icon::{Glyph, icon};
use crate::web::dom::{El, View, button, el, p, span};
use crate::web::platform::{dialog, pointer};

/// A sheet over a scrim. Escape, the scrim and the cross close it; the keyboard stays inside and returns.
pub fn sheet(title: impl AsRef<str>, close: impl Fn() + 'static, content: impl Into<View>) -> El {
    boxed(title.as_ref(), Rc::new(close), content.into())
}

fn boxed(title: &str, close: Rc<dyn Fn()>, content: View) -> El {
    let (crossed, cancelled, outside) = (close.clone(), close.clone(), close);
    el("dialog.sheet")
        .label(title)
        .child(
            el("div.sheet-in")
                .child(
                    el("div.sh")
                        .child(el("h2.h3").text(title))
                        .child(button("ib", move || crossed()).label("Close").child(icon(Glyph::Close))),
                )
                .child(content),
        )
        .on("cancel", move |event| {
            event.prevent_default();
            cancelled();
        })
        .on("click", move |event| {
            if event.target() == event.current_target() {
                outside();
            }
        })
        .with(dialog::show_soon)
}

/// A link itself, where the browser neither shares nor copies it.
pub fn link_sheet(title: &str, url: &str, close: impl Fn() + 'static) -> El {
    let field = el("input")
        .attr("type", "text")
        .attr("readonly", "")
        .attr("autofocus", "")
        .label(title)
        .attr("value", url)
        .on("focus", |event| pointer::select_all(&event));
    let content = View::many([
        p("body2 sheet-in-pad", "It carries all of it. Copy it from here.").into(),
        span("field", "").child(field).into(),
    ]);
    sheet(title, close, content)
}
