//! A ring that runs down, with a tick each five seconds of a minute.

use std::f64::consts::TAU;
use std::rc::Rc;

use crate::figure::math::sin_cos;
use crate::web::dom::{El, View, el, svg, tenths};

const RADIUS: f64 = 146.0;
const CENTRE: f64 = 170.0;

/// The ring. `left` is the share that is left, 0 to 1.
pub fn ring(left: impl Fn() -> f64 + 'static, inside: View) -> El {
    boxed(Rc::new(move || left().clamp(0.0, 1.0)), inside)
}

fn boxed(share: Rc<dyn Fn() -> f64>, inside: View) -> El {
    let needle = Rc::clone(&share);
    let length = TAU * RADIUS;
    let ticks = |every: usize, outer: f64| {
        let mut path = String::new();
        for nth in (0..60).filter(|nth| (nth % 5 == 0) == (every == 5)) {
            path += &spoke(f64::from(nth) / 60.0 * TAU, 163.0, outer);
        }
        path
    };
    let circle = |class| svg("circle").class(class).attr("cx", "170").attr("cy", "170").attr("r", "146");
    let drawing = svg("svg.rg")
        .attr("viewBox", "0 0 340 340")
        .unspoken()
        .child(svg("path.rg-minor").attr("d", ticks(1, 168.0)))
        .child(svg("path.rg-major").attr("d", ticks(5, 170.0)))
        .child(circle("rg-track"))
        .child(
            circle("rg-left")
                .attr("transform", "rotate(-90 170 170)")
                .attr_fn("stroke-dasharray", move || Some(pair(share() * length, length))),
        )
        .child(svg("path.rg-needle").attr_fn("d", move || Some(spoke(needle() * TAU, 131.0, 163.0))));
    el("div.ring").child(drawing).child(el("div.in").child(inside))
}

/// A line along the radius at `angle`, clockwise from the top.
fn spoke(angle: f64, inner: f64, outer: f64) -> String {
    let (sin, cos) = sin_cos(angle.to_degrees() as f32);
    let (sin, cos) = (f64::from(sin), f64::from(cos));
    let at = |radius: f64| pair(CENTRE + radius * sin, CENTRE - radius * cos);
    ["M", &*at(inner), "L", &*at(outer)].concat()
}

fn pair(one: f64, other: f64) -> String {
    [&*tenths(one), " ", &*tenths(other)].concat()
}
