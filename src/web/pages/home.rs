//! The way to the home screen: asked once, after the third workout, and a row of the settings.

use crate::web::components::icon::{Glyph, icon};
use crate::web::components::sheet::sheet;
use crate::web::dom::{El, View, button, el, p, span};
use crate::web::platform::install;
use crate::web::signal::RwSignal;
use crate::web::state::Yoke;

const TITLE: &str = "Put Yoke on the home screen";

/// The question.
pub fn asked(yoke: Yoke) -> View {
    ways(yoke, RwSignal::new(true))
}

/// The row of the settings, where Yoke does not run from the home screen.
pub fn row(yoke: Yoke) -> View {
    if install::way_home() == install::THERE {
        return View::none();
    }
    let open = RwSignal::new(false);
    let words = el("span").child(span("tt", TITLE)).child(span("ss", "Full screen, and safer data"));
    let row = button("set-row", move || open.set(true)).child(icon(Glyph::Phone)).child(words);
    View::many([row.into(), ways(yoke, open)])
}

/// What it gives and how it is done here, while this is open.
fn ways(yoke: Yoke, open: RwSignal<bool>) -> View {
    let close = move || {
        open.set(false);
        yoke.choose(|settings| settings.home_asked = true);
    };
    View::dynamic(move || open.get().then(|| sheet(TITLE, close, steps(Box::new(close)))).into())
}

fn steps(close: Box<dyn Fn()>) -> El {
    let way = install::way_home();
    let content = el("div").child(p(
        "body2",
        "Opens full screen, works in a gym without network, and the phone is more likely to keep your data.",
    ));
    let acts = el("div.acts");
    if way == install::ASKS {
        let accept = button("btn pri xl", move || {
            install::install();
            close();
        });
        return content.child(acts.child(accept.text("Install")));
    }
    let mut list = el("ol.steps2");
    let rest = if way == install::SHARE {
        for step in ["Tap Share in Safari's bar", "Scroll, tap Add to Home Screen", "Open Yoke from its icon"]
        {
            list = list.child(el("li").text(step));
        }
        "The app does not share data with Safari: save a backup here first, bring it in there. Safari may clear what was not \
         used for 7 days; the app keeps it."
    } else {
        "In the browser's menu, choose Install or Add to Home screen. Not every browser has it."
    };
    content.child(list).child(acts.child(p("body2", rest)).child(button("btn md", close).text("OK")))
}
