//! An address that leads nowhere: say so, and lead home.

use crate::web::components::frame::{Frame, Tab, lead_bar, link_to};
use crate::web::dom::{View, el, p};
use crate::web::routes::Route;

/// The page for an unknown address.
pub fn unknown(path: &str) -> View {
    let shown: String = path.chars().take(60).collect();
    let text = p("lead2", "The address ").child(el("b.path").text(shown)).text(
        " leads nowhere. It may be from another version, or a letter went missing. Your data is untouched.",
    );
    let home = link_to("btn pri", Route::Today).text("Go to Today");
    Frame::new(lead_bar("Nothing here"))
        .tab(Tab::Today)
        .child(el("div.empty").child(text).child(home))
        .build()
}
