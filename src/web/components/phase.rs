//! The full-bleed countdown: the screen is the gauge, and numerals change colour exactly at the level.

use crate::web::dom::{El, View, el, percent};

/// A countdown that fills the screen; `left` is the share that is left, 0 to 1. The content is drawn twice, in the
/// tint on the ground and in the ground's colour on the fill; the upper drawing is cut off at the level and hidden
/// from screen readers.
pub fn level(left: impl Fn() -> f64 + 'static, content: impl Fn() -> View) -> El {
    boxed(Box::new(left), [content(), content()])
}

fn boxed(left: Box<dyn Fn() -> f64>, [under, over]: [View; 2]) -> El {
    let scale = || {
        let tick = |nth: i32| {
            let top = percent(f64::from(nth) / 12.0);
            el("i").class(if nth % 2 == 0 { "m" } else { "" }).style("top", top)
        };
        el("div.scale").unspoken().children((1..12).map(tick))
    };
    let layer = |class, content| el("div").class(class).child(content).child(scale());
    el("div.lv")
        .style_fn("--cut", move || percent(1.0 - left()))
        .child(layer("layer under", under))
        .child(layer("layer over", over).unspoken().attr("inert", ""))
}
