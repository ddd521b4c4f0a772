//! Muscles as closed outlines whose anchors are bound to bones, so that they stretch and shorten with the
//! joints. The scene tints them.
//!
//! Invariant: an outline is written for the right side; the left is its mirror image.

use super::body::SECTIONS;
use super::flesh::arm_radius;
use super::math::{V3, sin_cos};
use super::solve::{Limbs, Skeleton};
use crate::training::exercise::Muscle;

/// Binds anchors of one side to its bones.
struct Side<'a> {
    sk: &'a Skeleton,
    j: &'a Limbs,
    /// Square to the upper arm: away from the body, and backward.
    arm: (V3, V3),
    out: &'a mut Vec<V3>,
}

impl Side<'_> {
    fn put(&mut self, at: V3) {
        self.out.push(at);
    }

    /// On the back: height above the hips, distance from the spine, lift.
    fn back(&mut self, points: &[(f32, f32, f32)]) {
        for (h, m, lift) in points {
            self.put(self.sk.trunk.back(*h, m * self.j.g, *lift));
        }
    }

    /// On the front: height above the hips, distance from the midline, lift.
    fn front(&mut self, points: &[(f32, f32, f32)]) {
        for (h, m, lift) in points {
            self.put(self.sk.trunk.front(*h, m * self.j.g, *lift));
        }
    }

    /// On the blade: outward, up, lift.
    fn blade(&mut self, points: &[(f32, f32, f32)]) {
        for (u, v, lift) in points {
            self.put(self.sk.blade(self.j, *u, *v, *lift));
        }
    }

    /// Round the upper arm: share of its length, degrees (0 outward, 90 backward), radius (0: on the skin).
    fn arm(&mut self, points: &[(f32, f32, f32)]) {
        for (t, degrees, r) in points {
            let r = if *r > 0.0 { *r } else { arm_radius(*t) };
            let (s, c) = sin_cos(*degrees);
            self.put(self.j.shoulder.lerp(self.j.elbow, *t) + (self.arm.0 * c + self.arm.1 * s) * r);
        }
    }

    /// At the side of the trunk: height above the hips, distance from the midline.
    fn flank(&mut self, points: &[(f32, f32)]) {
        for (h, m) in points {
            let cut = self.sk.trunk.cut(*h);
            self.put(cut.at + cut.axes.right * (m * self.j.g));
        }
    }
}

/// Directions square to the upper arm, away from the body and backward; steady in every arm position.
fn about_arm(j: &Limbs) -> (V3, V3) {
    let axis = j.upper();
    let mut back = (-j.chest.fwd).without(axis);
    if back.len() < 0.25 {
        back = j.chest.up.without(axis);
    }
    let back = back.unit();
    let mut out = j.outward().without(axis).without(back);
    if out.len() < 0.2 {
        out = j.chest.up.without(axis).without(back);
    }
    (out.unit(), back)
}

/// Whether a muscle lies on the upper arm, so that it is drawn with it.
#[must_use]
pub fn on_arm(muscle: Muscle) -> bool {
    matches!(muscle, Muscle::PosteriorDeltoid | Muscle::AnteriorDeltoid | Muscle::Biceps)
}

/// Writes the outline of a muscle into `out`, replacing what it held. Muscles that lie too deep to show
/// leave it empty. `from_side` says how much of this side faces the eye, -1 to 1.
#[allow(clippy::too_many_lines)] // a table of anchors
pub fn outline(sk: &Skeleton, j: &Limbs, muscle: Muscle, from_side: f32, out: &mut Vec<V3>) {
    out.clear();
    let (trunk, g) = (&sk.trunk, j.g);
    let top = trunk.axes[SECTIONS - 1];
    let (neck0, neck1) = (trunk.neck[0], trunk.neck[1]);
    let aside = |k: f32| j.chest.right * (k * g);
    let nape = trunk.head + trunk.face.fwd * -5.5 + trunk.face.up * -6.0;
    let (shoulder, chest_up) = (j.shoulder, j.chest.up);
    let mut on = Side { sk, j, arm: about_arm(j), out };
    match muscle {
        Muscle::UpperTrapezius => {
            on.put(nape + aside(0.4));
            on.back(&[(55.0, 0.2, 0.3), (51.0, 0.2, 0.3)]);
            on.blade(&[(0.5, 6.2, 1.2), (7.6, 7.2, 1.3)]);
            on.put(shoulder + chest_up * 5.4 + aside(-3.6));
            on.put(neck0 + top.up * 4.0 + aside(4.6));
            on.put(nape + aside(3.0));
        }
        Muscle::MiddleTrapezius => {
            on.back(&[(51.0, 0.2, 0.3), (47.0, 0.1, 0.3), (43.5, 0.2, 0.3)]);
            on.blade(&[
                (-4.0, 3.6, 0.9),
                (2.0, 4.6, 1.0),
                (7.8, 6.0, 1.2),
                (3.0, 6.8, 1.2),
                (-2.0, 6.6, 1.0),
            ]);
        }
        Muscle::LowerTrapezius => {
            on.back(&[(43.5, 0.2, 0.3), (34.0, 0.1, 0.3), (23.0, 0.2, 0.3), (28.5, 1.9, 0.3)]);
            on.blade(&[(-5.4, -1.0, 0.9), (-4.2, 3.4, 0.9)]);
        }
        Muscle::Rhomboids => {
            on.back(&[(49.5, 0.8, 0.3), (45.0, 0.7, 0.3), (40.0, 0.8, 0.3)]);
            on.blade(&[(-3.4, -6.6, 0.4), (-4.6, -1.0, 0.4), (-4.8, 4.0, 0.4), (-3.8, 6.4, 0.5)]);
        }
        Muscle::PosteriorDeltoid => {
            // with the elbow behind the back it bunches on the outside of the shoulder
            let behind = 60.0 * (-j.upper().dot(j.chest.fwd)).max(0.0);
            on.blade(&[(1.6, 5.0, 1.2), (7.6, 7.0, 1.4)]);
            for (t, degrees) in [
                (-0.02, 48.0),
                (0.16, 34.0),
                (0.36, 30.0),
                (0.5, 44.0),
                (0.38, 96.0),
                (0.2, 124.0),
                (0.08, 126.0),
            ] {
                on.arm(&[(t, degrees - behind, 0.0)]);
            }
            on.blade(&[(5.0, 3.4, 1.4)]);
        }
        Muscle::AnteriorDeltoid => on.arm(&[
            (-0.02, -40.0, 0.0),
            (0.16, -28.0, 0.0),
            (0.36, -28.0, 0.0),
            (0.5, -44.0, 0.0),
            (0.38, -84.0, 0.0),
            (0.2, -108.0, 0.0),
            (0.06, -104.0, 0.0),
        ]),
        Muscle::Infraspinatus => {
            on.blade(&[(-4.0, 2.2, 0.9), (1.0, 3.6, 1.0), (6.4, 3.2, 1.3)]);
            on.arm(&[(0.06, 78.0, 6.2)]);
            on.blade(&[(4.0, -0.8, 1.2), (-1.6, -6.6, 0.9), (-3.4, -2.5, 0.9)]);
        }
        Muscle::Supraspinatus => on.blade(&[
            (-3.4, 4.2, 1.0),
            (2.0, 5.0, 1.1),
            (7.4, 5.6, 1.3),
            (8.2, 7.2, 1.4),
            (2.0, 7.0, 1.2),
            (-3.0, 6.4, 1.0),
        ]),
        Muscle::TeresMajor => {
            on.blade(&[(-1.8, -9.0, 0.8), (-0.9, -6.8, 0.9), (3.4, -2.6, 1.1)]);
            on.arm(&[(0.16, 104.0, 6.0), (0.2, 120.0, 5.6)]);
            on.blade(&[(3.2, -5.4, 1.0)]);
        }
        Muscle::TeresMinor => {
            on.blade(&[(-0.7, -6.4, 0.9), (4.2, -1.0, 1.2)]);
            on.arm(&[(0.1, 88.0, 6.1), (0.15, 100.0, 6.0)]);
            on.blade(&[(3.4, -2.8, 1.1)]);
        }
        Muscle::LatissimusDorsi => {
            on.back(&[
                (28.0, 0.5, 0.3),
                (18.0, 0.6, 0.3),
                (9.0, 1.2, 0.3),
                (7.0, 6.0, 0.3),
                (12.0, 11.4, 0.3),
                (22.0, 13.6, 0.3),
                (32.0, 15.0, 0.3),
            ]);
            on.arm(&[(0.2, 140.0, 5.6)]);
            on.blade(&[(3.6, -5.8, 0.8), (-1.0, -9.0, 0.7)]);
            on.back(&[(30.0, 3.0, 0.3)]);
        }
        // from the side the long back muscles show as a band along the back's edge
        Muscle::ErectorSpinae if from_side > 0.8 => on.back(&[
            (44.0, 3.0, 0.3),
            (30.0, 4.0, 0.3),
            (18.0, 4.5, 0.3),
            (6.0, 5.0, 0.3),
            (5.0, 5.0, -4.0),
            (12.0, 5.0, -5.6),
            (24.0, 4.5, -5.0),
            (36.0, 4.0, -4.0),
        ]),
        Muscle::ErectorSpinae => on.back(&[
            (42.0, 1.0, 0.3),
            (24.0, 0.9, 0.3),
            (6.0, 1.0, 0.3),
            (4.0, 4.0, 0.3),
            (12.0, 5.6, 0.3),
            (24.0, 5.4, 0.3),
            (36.0, 4.4, 0.3),
        ]),
        Muscle::Biceps => on.arm(&[
            (0.2, -60.0, 0.0),
            (0.35, -100.0, 0.0),
            (0.7, -110.0, 0.0),
            (0.92, -90.0, 0.0),
            (0.7, -50.0, 0.0),
            (0.4, -40.0, 0.0),
        ]),
        Muscle::SerratusAnterior => {
            on.front(&[(39.0, 13.5, 0.2), (31.0, 13.2, 0.2)]);
            on.flank(&[(27.0, 14.6), (34.0, 16.6), (41.0, 17.4)]);
        }
        Muscle::PectoralisMinor => {
            on.front(&[(49.0, 1.6, 0.3), (37.0, 1.6, 0.3), (35.0, 8.0, 0.3), (38.0, 14.0, 0.3)]);
            on.arm(&[(0.24, -60.0, 0.0), (0.05, -60.0, 0.0)]);
            on.front(&[(50.0, 9.0, 0.3)]);
        }
        Muscle::Scalenes => {
            on.put(neck1 + trunk.face.up + aside(5.2));
            on.put(neck1 + trunk.face.fwd * 2.2 + trunk.face.up + aside(4.8));
            on.put(neck0 + top.fwd * 3.4 + top.up + aside(5.0));
            on.put(neck0 + top.fwd * 0.4 + aside(6.6));
        }
        Muscle::DeepNeckFlexors => {
            on.put(neck1 + trunk.face.fwd * 4.8);
            on.put(neck1 + trunk.face.fwd * 3.6 + aside(3.6));
            on.put(neck0 + top.fwd * 4.6 + top.up * 1.5 + aside(3.0));
            on.put(neck0 + top.fwd * 5.6 + top.up);
        }
        Muscle::Subscapularis | Muscle::SerratusPosterior => {}
    }
}
