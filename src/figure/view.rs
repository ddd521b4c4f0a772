//! Views of a figure: the camera that shows the exercise best, and plain side and back views for the switch.
//!
//! Invariant: a view keeps its camera and its frame over the whole cycle, so nothing jumps.

use super::Figure;
use super::camera::{Angle, Camera};
use super::math::V3;
use super::pose::{LEFT, RIGHT};
use super::sheet::{Anchor, Prop, ViewBox};
use super::solve::Skeleton;

/// Where a figure is seen from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum View {
    /// The camera that shows this exercise best.
    #[default]
    Best,
    /// From the figure's right side.
    Side,
    /// From behind.
    Back,
}

/// How many instants are looked at to find a view's frame.
const LOOKS: u8 = 12;

impl Figure {
    /// The views that show this exercise well; `Best` is always the first.
    #[must_use]
    pub fn views(&self) -> Vec<View> {
        let (side, back) = self.sheet.views;
        let mut views = vec![View::Best];
        views.extend(side.then_some(View::Side));
        views.extend(back.then_some(View::Back));
        views
    }

    /// The camera of a view.
    #[must_use]
    pub fn angle(&self, view: View) -> Angle {
        let best = self.sheet.angle;
        match view {
            View::Best => best,
            View::Side => Angle { yaw: 10.0, pitch: 5.0, ..best },
            // the farther the trunk leans, the higher the camera must stand to see its back
            View::Back => {
                let upright = |t_ms: f64| self.skeleton(t_ms).trunk.cut(42.0).axes.up.y;
                let least = upright(self.start_t()).min(upright(self.end_t())).max(0.0);
                Angle { yaw: 84.0, pitch: 5.0 + 33.0 * (1.0 - least), ..best }
            }
        }
    }

    /// The part of the picture that shows the whole cycle in a view: left, top, width, height in cm.
    #[must_use]
    pub fn view_box(&self, view: View) -> ViewBox {
        let angle = self.angle(view);
        if angle == self.sheet.angle {
            return self.sheet.frame;
        }
        let cam = Camera::new(angle);
        let mut bounds = (f32::MAX, f32::MAX, f32::MIN, f32::MIN);
        for i in 0..LOOKS {
            let t_ms = self.duration_ms() * f64::from(i) / f64::from(LOOKS);
            let sk = self.skeleton(t_ms);
            let mut take = |at: V3, r: f32| {
                let (x, y) = cam.flat(at);
                bounds = (bounds.0.min(x - r), bounds.1.min(y - r), bounds.2.max(x + r), bounds.3.max(y + r));
            };
            outer_points(&sk).for_each(|(at, r)| take(at, r));
            self.sheet.props.iter().for_each(|prop| prop_points(prop, &sk, &mut take));
        }
        let margin = 8.0;
        let (w, h) = (bounds.2 - bounds.0 + 2.0 * margin, bounds.3 - bounds.1 + 2.0 * margin);
        // never narrower than the height asks for, so that figures keep one scale
        let wide = w.max(h * 0.72);
        ViewBox { x: bounds.0 - margin - (wide - w) * 0.5, y: bounds.1 - margin, w: wide, h }
    }
}

/// Points near the silhouette with the flesh about them, cm.
fn outer_points(sk: &Skeleton) -> impl Iterator<Item = (V3, f32)> {
    let side = |i: usize| {
        let j = sk.sides[i];
        [
            (j.shoulder, 7.0),
            (j.elbow, 5.0),
            (j.grip + j.fingers * 6.0, 8.0),
            (j.knee, 7.0),
            (j.sole(-6.0), 3.0),
            (j.sole(20.0), 3.0),
            (j.hip, 10.0),
        ]
    };
    let trunk = [(sk.trunk.head, 11.0), (sk.trunk.cut(20.0).at, 14.0)];
    side(RIGHT).into_iter().chain(side(LEFT)).chain(trunk)
}

/// Points of a prop that the frame should hold; what goes up to a ceiling or far along the floor is cut.
fn prop_points(prop: &Prop, sk: &Skeleton, take: &mut impl FnMut(V3, f32)) {
    const CEILING: f32 = 170.0;
    let mut low = |at: V3, r: f32| {
        if at.y < CEILING {
            take(at, r);
        }
    };
    match prop {
        Prop::Barbell { half, radius } => {
            low(sk.bar + V3::RIGHT * *half, *radius);
            low(sk.bar - V3::RIGHT * *half, *radius);
        }
        Prop::Cable { at, .. } | Prop::Pull { at, .. } => low(*at, 6.0),
        Prop::Bands { from, .. } => low(*from, 6.0),
        Prop::Rod { a: Anchor::Point(a), b: Anchor::Point(b), width, .. } => {
            low(*a, *width);
            low(*b, *width);
        }
        Prop::Block { at: Anchor::Point(at), half, class: "pad" | "mat", .. } => {
            low(*at + *half, 0.0);
            low(*at - *half, 0.0);
        }
        _ => {}
    }
}
