//! Props: bars, weights, benches, cables, walls. They stand in the world or hang on a hand.
//!
//! Invariant: what is held before a trunk that is seen from behind is painted behind it.

use super::canvas::Canvas;
use super::math::{V3, lerp, v3};
use super::path::{ball, disc, ellipsoid};
use super::pose::{LEFT, RIGHT};
use super::sheet::{Anchor, Layer, Prop};
use super::solve::Skeleton;

/// Depth beyond everything that moves.
const BEYOND: f32 = 1e3;

struct Stage<'a, 'b> {
    c: &'a mut Canvas<'b>,
    sk: &'a Skeleton,
}

/// Draws a prop.
pub(super) fn prop(c: &mut Canvas<'_>, sk: &Skeleton, prop: &Prop) {
    let mut stage = Stage { c, sk };
    match prop {
        Prop::Barbell { half, radius } => stage.barbell(*half, *radius),
        Prop::Dumbbell { axis, length, radius, sides } => {
            for side in [RIGHT, LEFT] {
                if sides[side] {
                    stage.dumbbell(side, *axis, *length, *radius);
                }
            }
        }
        Prop::Rack { x, y, half } => stage.rack(*x, *y, *half),
        Prop::Cable { at, height, knot } => stage.cable(*at, *height, *knot),
        Prop::Bands { from, sides } => {
            for side in [RIGHT, LEFT] {
                if sides[side] {
                    let end = sk.sides[side].grip;
                    stage.held(from.lerp(end, 0.6), -1.0, end);
                    stage.c.shape("band").line(&[*from, end]);
                }
            }
        }
        Prop::Band => stage.band(),
        Prop::Pack => stage.pack(),
        Prop::Bench { from, to } => stage.bench(*from, *to),
        Prop::Landmine { pivot, hand, plate } => stage.landmine(*pivot, *hand, *plate),
        Prop::Block { at, half, round, class, layer } => {
            let at = stage.point(*at);
            stage.layer(*layer, at);
            stage.block(class, at, *half, *round);
        }
        Prop::Rod { a, b, width, class, layer } => {
            let (a, b) = (stage.point(*a), stage.point(*b));
            stage.layer(*layer, a.lerp(b, 0.5));
            stage.rod(class, *width, a, b);
        }
        Prop::Ball { at, radius, class, layer } => {
            let at = stage.point(*at);
            stage.layer(*layer, at);
            stage.c.shape(class).blob(&ball(at, *radius));
        }
        Prop::Disc { at, axis, radius, half, class, layer } => {
            let at = stage.point(*at);
            stage.layer(*layer, at);
            stage.plate(class, at, axis.unit(), *radius, *half);
        }
        Prop::Curve { points, class, layer } => {
            let points: Vec<V3> = points.iter().map(|p| stage.point(*p)).collect();
            stage.layer(*layer, points.first().copied().unwrap_or_default());
            stage.c.shape(class).line(&points);
        }
        Prop::PlainBar { half, width } => {
            let bar = sk.bar;
            stage.layer(Layer::Depth(0.0), bar);
            stage.rod("rod", *width, bar - V3::RIGHT * *half, bar + V3::RIGHT * *half);
        }
        Prop::Pull { at, to, bare, far } => {
            let end = stage.point(*to);
            let depth = if *far { -480.0 } else { stage.c.cam.depth(end) - 2.0 };
            stage.c.at(depth);
            stage.rod("wire", 1.1, *at, end);
            if !bare {
                stage.c.at(-490.0);
                stage.plate("metal", *at, V3::RIGHT, 4.2, 1.6);
            }
        }
        Prop::Bag { at } => stage.bag(*at),
    }
}

impl Stage<'_, '_> {
    fn point(&self, anchor: Anchor) -> V3 {
        match anchor {
            Anchor::Point(at) => at,
            Anchor::Hand(side) => self.sk.sides[side].grip,
            Anchor::Between => self.sk.between_hands(),
            Anchor::Bar => self.sk.bar,
            Anchor::Back => self.sk.trunk.back(self.sk.bar.x, self.sk.bar.y, 3.0),
        }
    }

    fn layer(&mut self, layer: Layer, at: V3) {
        let depth = match layer {
            Layer::Depth(nudge) => self.c.cam.depth(at) + nudge,
            Layer::Far(nudge) => nudge - BEYOND,
            Layer::Near(nudge) => nudge + BEYOND,
        };
        self.c.at(depth);
    }

    /// The layer of a held thing at `at`, behind the trunk when the trunk hides it from the eye.
    fn held(&mut self, at: V3, nudge: f32, reference: V3) {
        let chest = self.sk.trunk.cut(42.0);
        let cam = self.c.cam;
        let mut depth = cam.depth(at) + nudge;
        if -cam.depth(chest.axes.fwd) > 0.3 && (reference - chest.at).dot(chest.axes.fwd) > 2.0 {
            depth = depth.min(cam.depth(chest.at) - 12.0);
        }
        self.c.at(depth);
    }

    fn rod(&mut self, class: &'static str, width: f32, a: V3, b: V3) {
        self.c.line(class, width).line(&[a, b]);
    }

    fn plate(&mut self, class: &'static str, at: V3, axis: V3, radius: f32, half: f32) {
        let [a, b] = disc(at, axis, radius, half);
        self.c.shape(class).hull(&a, &b);
    }

    fn block(&mut self, class: &'static str, at: V3, half: V3, round: f32) {
        let mut corners = [at; 8];
        for (i, corner) in corners.iter_mut().enumerate() {
            let sign = |bit: usize| if i & bit == 0 { -1.0 } else { 1.0 };
            *corner += v3(half.x * sign(1), half.y * sign(2), half.z * sign(4));
        }
        self.c.shape(class).rounded(&corners, round);
    }

    fn barbell(&mut self, half: f32, radius: f32) {
        let bar = self.sk.bar;
        let (far, near) = (bar - V3::RIGHT * half, bar + V3::RIGHT * half);
        // seen from the front right the near plate is the left one
        let (far, near, out) = if self.c.cam.depth(V3::RIGHT) < -0.05 {
            (near, far, -V3::RIGHT)
        } else {
            (far, near, V3::RIGHT)
        };
        self.c.at(self.c.cam.depth(far) - 30.0);
        self.plate("plate far", far, V3::RIGHT, radius, 2.0);
        self.plate("platehub far", far, V3::RIGHT, radius * 0.86, 2.0);
        self.rod("rod far", 3.4, far - out * 12.0, far);
        self.held(bar, -1.0, bar);
        self.rod("rod", 2.8, far, near);
        self.c.at(BEYOND);
        self.plate("plate", near, V3::RIGHT, radius, 2.0);
        self.plate("platehub", near, V3::RIGHT, radius * 0.86, 2.0);
        self.plate("hub", near + out * 2.0, V3::RIGHT, 2.6, 1.2);
    }

    fn dumbbell(&mut self, side: usize, axis: V3, length: f32, radius: f32) {
        let j = &self.sk.sides[side];
        let cam = self.c.cam;
        let axis = axis.on_side(j.g).unit();
        let far = cam.depth(V3::RIGHT) * j.g < -0.35;
        let (mut near_end, mut far_end) = (j.grip + axis * length, j.grip - axis * length);
        if cam.depth(near_end) < cam.depth(far_end) {
            std::mem::swap(&mut near_end, &mut far_end);
        }
        let class = |near: &'static str, dim: &'static str| if far { dim } else { near };
        self.held(j.grip, -8.0, j.grip);
        self.plate(class("metal", "metal far"), far_end, axis, radius, 3.4);
        self.rod(class("rod", "rod far"), 2.8, far_end, near_end);
        self.held(j.grip, 8.0, j.grip);
        self.plate(class("metal", "metal far"), near_end, axis, radius, 3.4);
        let face = if cam.depth(axis) > 0.0 { 3.4 } else { -3.4 };
        self.plate(class("metalface", "metalface far"), near_end + axis * face, axis, radius * 0.62, 0.1);
    }

    fn rack(&mut self, x: f32, y: f32, half: f32) {
        for (z, class, depth) in [(-half, "frame far", -BEYOND), (half, "frame ghost", BEYOND)] {
            self.c.at(depth);
            self.rod(class, 5.0, v3(x, 0.0, z), v3(x, y + 14.0, z));
            self.rod(class, 4.0, v3(x - 14.0, 1.0, z), v3(x + 14.0, 1.0, z));
        }
        self.layer(Layer::Depth(0.0), v3(x, y, 0.0));
        self.rod("rod", 3.4, v3(x, y, -half), v3(x, y, half));
    }

    fn cable(&mut self, at: V3, height: f32, knot: f32) {
        let cam = self.c.cam;
        let middle = self.sk.between_hands();
        let end = middle + (at - middle).unit() * knot;
        self.c.at(-500.0);
        self.rod("frame", 7.0, v3(at.x + 7.0, 0.0, 0.0), v3(at.x + 7.0, height, 0.0));
        self.rod("frame", 4.0, v3(at.x - 6.0, 1.5, 0.0), v3(at.x + 26.0, 1.5, 0.0));
        self.c.at(-490.0);
        self.plate("metal", at, V3::RIGHT, 4.2, 1.6);
        self.c.at(cam.depth(end) - 2.0);
        self.rod("wire", 1.1, at, end);
        self.c.shape("hub").blob(&ball(end, 1.8));
        for (side, rope, stop) in [(LEFT, "rope far", "metal far"), (RIGHT, "rope", "metal")] {
            let hand = self.sk.sides[side].grip;
            let way = (hand - end).unit();
            self.c.at(cam.depth(hand) - 6.0);
            let sag = end.lerp(hand, 0.6) - V3::UP * 0.8;
            self.c.shape(rope).line(&[end, sag, hand, hand + way * 5.0]);
            self.c.shape(stop).blob(&ball(hand + way * 6.0, 2.3));
        }
    }

    fn band(&mut self) {
        let (right, left) = (self.sk.sides[RIGHT].grip, self.sk.sides[LEFT].grip);
        let way = (right - left).unit();
        let middle = left.lerp(right, 0.5);
        self.held(middle, -1.0, middle);
        self.c.shape("band").line(&[left, right]);
        for (hand, way) in [(right, way), (left, -way)] {
            self.held(hand, 9.0, hand);
            self.c.shape("band").line(&[hand + way * 2.0, hand + way * 6.0 - V3::UP * 5.0]);
        }
    }

    fn pack(&mut self) {
        let middle = self.sk.between_hands();
        let part = |y: f32, x: f32, tall: f32, z: f32| {
            ellipsoid(middle + V3::UP * y, [V3::FORWARD * x, V3::UP * tall, V3::RIGHT * z])
        };
        self.held(middle, -3.0, middle);
        for (side, z) in [(RIGHT, 8.0), (LEFT, -8.0)] {
            let hand = self.sk.sides[side].grip;
            self.rod("strap", 2.2, hand, middle + v3(2.0, -13.0, z));
        }
        self.c.shape("pack").hull(&part(-20.0, 9.0, 8.0, 13.0), &part(-40.0, 10.0, 9.0, 15.0));
        self.c.shape("packp").hull(&part(-36.0, 5.0, 5.0, 15.2), &part(-42.0, 5.0, 4.0, 15.2));
    }

    fn bench(&mut self, from: (f32, f32), to: (f32, f32)) {
        let along = |t: f32| (lerp(from.0, to.0, t), lerp(from.1, to.1, t));
        let middle = along(0.5);
        self.c.at(self.c.cam.depth(v3(middle.0, middle.1, 0.0)) - 26.0);
        for t in [0.12, 0.82] {
            let (x, y) = along(t);
            self.rod("frame", 5.0, v3(x, 1.0, 0.0), v3(x, y, 0.0));
            self.rod("frame", 4.0, v3(x, 1.0, -14.0), v3(x, 1.0, 14.0));
        }
        self.rod("frame", 4.0, v3(along(0.12).0, 9.0, 0.0), v3(along(0.82).0, 9.0, 0.0));
        let corners = [-14.0, 14.0].map(|z| [v3(from.0, from.1, z), v3(to.0, to.1, z)]);
        self.c.shape("pad").rounded(corners.as_flattened(), 3.6);
    }

    fn landmine(&mut self, pivot: V3, hand: Option<usize>, plate: f32) {
        let cam = self.c.cam;
        let end = hand.map_or_else(|| self.sk.between_hands(), |side| self.sk.sides[side].grip);
        let way = (end - pivot).unit();
        let at = end + way * plate;
        let (depth, tip) = match hand {
            Some(_) => (pivot.lerp(end, 0.9), end + way * 6.0),
            None => (end, at + way * 12.0),
        };
        self.c.at(cam.depth(depth) - 8.0);
        self.rod("rod", 3.0, pivot, tip);
        self.c.shape("metal").blob(&ball(pivot, 4.0));
        self.held(at, -6.0, at);
        self.plate("metal", at, way, 17.0, 3.0);
        self.plate("metalface", at + way * 3.0, way, 10.0, 0.1);
    }

    fn bag(&mut self, at: Anchor) {
        let at = self.point(at);
        let part = |y: f32, x: f32, tall: f32, z: f32| {
            ellipsoid(at + V3::UP * y, [V3::FORWARD * x, V3::UP * tall, V3::RIGHT * z])
        };
        self.layer(Layer::Depth(-2.0), at);
        self.rod("strap", 2.0, at, at - V3::UP * 14.0);
        self.c.shape("pack").hull(&part(-16.0, 7.0, 4.0, 8.0), &part(-36.0, 8.0, 7.0, 9.5));
    }
}
