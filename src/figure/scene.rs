//! The scene: draws skeleton, tints and props in the right order, back to front.
//!
//! Invariant: the order comes from depth along the camera, corrected only by what [`Nudge`] says.
//!
//! [`Nudge`]: super::sheet::Nudge

mod limbs;

use std::ops::Range;

use super::camera::{Angle, Camera};
use super::canvas::{Canvas, Frame};
use super::flesh::{Flesh, flesh, on_head};
use super::math::{V3, sin_cos, wrap};
use super::muscles::{on_arm, outline};
use super::path::{Blob, Pen, soften};
use super::pose::{LEFT, RIGHT};
use super::props::prop;
use super::sheet::Sheet;
use super::solve::{Limbs, Skeleton};
use crate::training::exercise::Muscle;

/// Draws one instant into `frame`. `plain` leaves out what a small picture cannot show.
pub(super) fn draw(sheet: &Sheet, sk: &Skeleton, t_ms: f64, angle: Angle, plain: bool, frame: &mut Frame) {
    let cam = Camera::new(angle);
    let flesh = flesh(sk);
    let chest = sk.trunk.cut(42.0);
    let mut scene = Scene {
        c: Canvas::new(frame, cam, plain),
        sheet,
        sk,
        flesh: &flesh,
        chest: chest.at,
        chest_up: chest.axes.up,
        middle: cam.depth(chest.at),
        sideways: cam.depth(V3::RIGHT),
    };
    if !plain {
        scene.ground(t_ms, angle);
    }
    let torso = scene.torso(chest.axes.fwd);
    scene.head();
    scene.legs();
    scene.arm(RIGHT, torso.clone());
    scene.arm(LEFT, torso);
    for thing in &sheet.props {
        prop(&mut scene.c, sk, thing);
    }
    scene.c.finish();
}

struct Scene<'a> {
    c: Canvas<'a>,
    sheet: &'a Sheet,
    sk: &'a Skeleton,
    flesh: &'a Flesh,
    chest: V3,
    chest_up: V3,
    /// Depth of the chest.
    middle: f32,
    /// How much of the figure's right faces the eye.
    sideways: f32,
}

/// The rim of a shoulder blade and its ridge: outward, up, lift.
const BLADE_EDGE: [[f32; 3]; 9] = [
    [-4.0, 7.0, 0.9],
    [-4.8, 3.6, 0.9],
    [-4.0, -2.0, 0.8],
    [-1.6, -9.2, 0.7],
    [1.4, -6.0, 0.8],
    [4.6, 1.6, 1.0],
    [8.4, 6.2, 1.2],
    [3.0, 5.6, 1.0],
    [0.0, 7.4, 1.0],
];
const BLADE_SPINE: [[f32; 3]; 3] = [[-4.6, 3.4, 1.0], [0.0, 4.4, 1.1], [8.2, 6.2, 1.3]];

/// Both brows, the nose and the mouth: forward, up and to the right of the head's middle.
const CREASES: [[[f32; 3]; 3]; 4] = [
    [[8.4, 1.0, -1.5], [8.0, 1.5, -3.0], [6.9, 0.9, -4.6]],
    [[8.4, 1.0, 1.5], [8.0, 1.5, 3.0], [6.9, 0.9, 4.6]],
    [[9.6, -1.4, 0.0], [10.2, -2.6, 0.0], [8.6, -3.2, 1.1]],
    [[7.5, -6.1, -1.4], [8.0, -6.2, 0.0], [7.5, -6.1, 1.4]],
];

fn mean_depth(cam: &Camera, blobs: &[Blob]) -> f32 {
    let sum: f32 = blobs.iter().map(|b| cam.depth(b.at)).sum();
    #[allow(clippy::cast_precision_loss)]
    let n = blobs.len().max(1) as f32;
    sum / n
}

impl Scene<'_> {
    fn soft(&self, blobs: &[Blob]) -> Vec<Blob> {
        if self.c.plain { blobs.to_vec() } else { soften(blobs) }
    }

    fn frontal(&self) -> bool {
        self.sideways.abs() < 0.48
    }

    fn far(&self, j: &Limbs) -> bool {
        !self.sheet.nudge.bright && self.sideways * j.g < -0.48
    }

    fn ground(&mut self, t_ms: f64, angle: Angle) {
        let [x, y, rx, ry] = self.sheet.shadow;
        let (tread, up) = (self.sheet.tread, sin_cos(angle.pitch).0);
        self.c.at(-3e3);
        self.c.shape("shadow").ellipse(x, y, rx, (ry * up * 2.2).max(2.2));
        if tread > 0.0 {
            #[allow(clippy::cast_possible_truncation)]
            let off = wrap(t_ms / 1000.0 * f64::from(tread), 20.0) as f32;
            let mut pen = self.c.shape("tick");
            for i in 0..10_i16 {
                let x = -80.0 + 20.0 * f32::from(i) - off;
                pen.stroke((x, 7.0), (x, 11.0));
            }
            self.c.shape("floor").stroke((-70.0, 7.0), (80.0, 7.0));
        }
    }

    /// The trunk with its tints; returns where its outline is written.
    fn torso(&mut self, forward: V3) -> Range<usize> {
        let flesh = self.flesh;
        let body = self.soft(&flesh.torso);
        self.c.at(self.middle);
        let mut pen = self.c.shape("skin ed");
        pen.chain(&body);
        let [root, top, _] = &flesh.neck;
        pen.hull(root, top);
        for side in &flesh.sides {
            pen.chain(&side.trap);
            pen.chain(&side.chest);
            pen.chain(&side.lat);
        }
        let text = self.c.end();
        let clip = self.c.clip(text.clone(), 0..0);
        // an arm that lies behind the trunk still grows out of it: no gap line across the shoulder
        let behind = [RIGHT, LEFT]
            .map(|side| !self.far(&self.sk.sides[side]) && self.arm_depths(side).0 < self.middle);
        for side in [RIGHT, LEFT] {
            if behind[side] {
                let parts = &flesh.sides[side];
                let root = self.soft(&parts.upper);
                let mut pen = self.c.shape("skin");
                pen.chain(&parts.cap);
                pen.chain(root.get(..if root.len() > 5 { 4 } else { 2 }).unwrap_or(&[]));
            }
        }
        self.c.cut(Some(clip));
        self.tints(None);
        for side in [RIGHT, LEFT] {
            if behind[side] {
                self.tints(Some(side));
            }
        }
        if self.sheet.blades && !self.c.plain {
            self.blades();
        }
        if -self.c.cam.depth(forward) > 0.25 {
            let line = [50.0, 44.0, 38.0, 32.0, 26.0, 20.0, 14.0].map(|h| self.sk.trunk.back(h, 0.0, 0.1));
            self.c.shape("spl").line(&line);
        }
        text
    }

    /// Tints of the trunk, or of one arm.
    fn tints(&mut self, arm: Option<usize>) {
        let sheet = self.sheet;
        let mut points = Vec::with_capacity(12);
        for side in [RIGHT, LEFT] {
            if sheet.tint_side.is_some_and(|only| only != side) || arm.is_some_and(|only| only != side) {
                continue;
            }
            let j = &self.sk.sides[side];
            for (muscles, class) in [(&sheet.secondary, "m2"), (&sheet.primary, "m1")] {
                for muscle in muscles {
                    if on_arm(*muscle) != arm.is_some() {
                        continue;
                    }
                    outline(self.sk, j, *muscle, self.sideways * j.g, &mut points);
                    let (middle, share) = self.seen(*muscle, j, &points);
                    if share > 0.0 {
                        // a muscle that turns away shrinks out of sight instead of vanishing
                        for p in &mut points {
                            *p = middle.lerp(*p, share);
                        }
                        self.c.shape(class).closed(&points);
                    }
                }
            }
        }
    }

    /// The middle of a muscle, and how far it has turned to the eye, from 0 (away) to 1.
    fn seen(&self, muscle: Muscle, j: &Limbs, points: &[V3]) -> (V3, f32) {
        if points.is_empty() {
            return (V3::default(), 0.0);
        }
        let sum = points.iter().fold(V3::default(), |a, b| a + *b);
        #[allow(clippy::cast_precision_loss)]
        let middle = sum * (1.0 / points.len() as f32);
        let (origin, axis, least) =
            if on_arm(muscle) { (j.shoulder, j.upper(), -0.05) } else { (self.chest, self.chest_up, -0.12) };
        let facing = self.c.cam.depth((middle - origin).without(axis).unit());
        (middle, ((facing - least) / 0.12).clamp(0.0, 1.0))
    }

    fn blades(&mut self) {
        for j in &self.sk.sides {
            let away = self.sk.blade(j, 0.0, 0.0, 0.9) - self.sk.trunk.cut(40.0).at;
            if self.c.cam.depth(away.unit()) <= 0.15 {
                continue;
            }
            let edge = BLADE_EDGE.map(|[u, v, lift]| self.sk.blade(j, u, v, lift));
            let spine = BLADE_SPINE.map(|[u, v, lift]| self.sk.blade(j, u, v, lift));
            self.c.shape("scap").closed(&edge);
            self.c.shape("scapline").line(&spine);
        }
    }

    fn head(&mut self) {
        let cam = self.c.cam;
        let trunk = &self.sk.trunk;
        let facing = cam.depth(trunk.face.fwd);
        let behind = cam.depth(trunk.head) < cam.depth(trunk.neck[0]) - 3.0;
        self.c.at(self.middle + if behind { -0.5 } else { 0.5 } + self.sheet.nudge.head);
        let flesh = self.flesh;
        let skull = |pen: &mut Pen<'_>| {
            pen.chain(&flesh.skull);
            pen.chain(&flesh.jaw);
            pen.chain(&flesh.nose);
        };
        // the neck goes into the head without a line; only the jaw is set off from it
        let nape = |pen: &mut Pen<'_>| pen.hull(&flesh.neck[1], &flesh.neck[2]);
        if facing > 0.55 {
            let mut pen = self.c.shape("edge");
            pen.chain(&flesh.hair);
            skull(&mut pen);
            self.c.shape("hair").chain(&flesh.hair);
            let mut pen = self.c.shape("skin");
            pen.chain(&flesh.face);
            nape(&mut pen);
        } else {
            if facing >= -0.45 {
                let mut pen = self.c.shape("edge");
                skull(&mut pen);
                pen.chain(&flesh.hair);
            }
            let mut pen = self.c.shape("skin");
            skull(&mut pen);
            nape(&mut pen);
            self.c.shape("hair").chain(&flesh.hair);
        }
        if !self.c.plain {
            self.features(facing);
        }
        self.ears();
        if behind && facing < 0.3 {
            // bent over and seen from behind, the nape lies before the head: the hair goes on over it
            self.c.at(self.middle + 0.4);
            self.c.shape("hair").chain(flesh.hair.get(1..).unwrap_or(&[]));
        }
    }

    /// Brows, nose and mouth, as quiet creases.
    fn features(&mut self, facing: f32) {
        if facing < 0.3 {
            return;
        }
        let sk = self.sk;
        let mut pen = self.c.shape("face");
        for crease in CREASES {
            pen.line(&crease.map(|[forward, up, right]| on_head(sk, forward, up, right)));
        }
    }

    fn ears(&mut self) {
        let cam = self.c.cam;
        let face = self.sk.trunk.face;
        let side = cam.depth(face.right);
        if side.abs() <= 0.3 {
            return;
        }
        let at = on_head(self.sk, -0.4, -0.4, 7.5 * side.signum());
        let shell = |at: V3, deep: f32, tall: f32| {
            super::path::ellipsoid(at, [face.fwd * deep, face.up * tall, face.right * 0.8])
        };
        self.c.shape("skin").blob(&shell(at, 2.3, 3.2));
        self.c.shape("ear").blob(&shell(at + face.fwd * 0.2, 1.1, 2.0));
    }
}
