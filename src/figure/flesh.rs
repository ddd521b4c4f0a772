//! Flesh: balls and ellipsoids on the bones, whose hulls are the silhouette. The scene draws them.
//!
//! Invariant: flesh follows the solved joints only; it adds no movement of its own.

use super::body::{SECTIONS, TRUNK};
use super::math::{V3, lerp, v3};
use super::path::{Blob, ball, ellipsoid};
use super::solve::{Limbs, Skeleton};

/// Flesh of one side.
pub struct SideFlesh {
    /// Buttock.
    pub glute: [Blob; 2],
    /// From the neck to the shoulder.
    pub trap: [Blob; 3],
    /// Half the chest.
    pub chest: [Blob; 2],
    /// From the back to the arm.
    pub lat: [Blob; 2],
    /// The cap that joins the upper arm to the trunk.
    pub cap: [Blob; 2],
    /// Upper arm, from the shoulder.
    pub upper: [Blob; 5],
    /// Forearm, from the elbow.
    pub fore: [Blob; 4],
    /// Hand, from the wrist.
    pub hand: [Blob; 4],
    /// Thumb, from its root.
    pub thumb: [Blob; 3],
    /// Thigh, from the hip.
    pub thigh: [Blob; 5],
    /// Leg of the shorts.
    pub short: [Blob; 3],
    /// Lower leg, from the knee.
    pub shank: [Blob; 6],
    /// Heel of the shoe.
    pub heel: [Blob; 2],
    /// Rest of the shoe, from the heel.
    pub shoe: [Blob; 4],
}

/// All flesh of one figure.
pub struct Flesh {
    /// The trunk from seat to neck.
    pub torso: [Blob; SECTIONS],
    /// The shorts about the hips.
    pub pelvis: [Blob; 3],
    /// The neck, from its root.
    pub neck: [Blob; 3],
    /// The head.
    pub skull: [Blob; 2],
    /// The lower jaw.
    pub jaw: [Blob; 2],
    /// The nose.
    pub nose: [Blob; 3],
    /// The face, where it shows skin when seen from the front.
    pub face: [Blob; 3],
    /// The hair.
    pub hair: [Blob; 3],
    /// Right and left.
    pub sides: [SideFlesh; 2],
}

/// Where the fingers, thumb and palm of a hand point.
pub struct HandAxes {
    /// From the wrist to the fingers.
    pub fingers: V3,
    /// To the thumb's side.
    pub thumb: V3,
    /// The way the palm faces.
    pub palm: V3,
}

/// The axes of a hand.
#[must_use]
pub fn hand_axes(j: &Limbs) -> HandAxes {
    let fingers = j.fingers;
    if j.hand.flat {
        // a planted palm faces the way the forearm presses
        let palm = j.forearm.without(fingers).unit();
        return HandAxes { fingers, thumb: fingers.cross(palm) * j.g, palm };
    }
    HandAxes { fingers, thumb: j.thumb, palm: j.thumb.cross(fingers) * j.g }
}

fn hand(j: &Limbs) -> ([Blob; 4], [Blob; 3]) {
    let HandAxes { fingers: f, thumb: t, palm: p } = hand_axes(j);
    let at = |along: f32, aside: f32, down: f32| j.wrist + f * along + t * aside + p * down;
    let slab = |along: f32, down: f32, wide: f32, long: f32, thick: f32| {
        ellipsoid(at(along, 0.0, down), [t * wide, f * long, p * thick])
    };
    if j.hand.flat || j.hand.open {
        let blades = [
            ball(j.wrist, 2.7),
            slab(5.6, 0.0, 3.9, 3.4, 1.9),
            slab(11.0, 0.2, 3.5, 3.0, 1.5),
            slab(15.6, 0.5, 2.3, 2.2, 1.1),
        ];
        (blades, [ball(at(2.8, 1.8, 0.3), 1.9), ball(at(6.0, 4.4, 0.9), 1.4), ball(at(8.8, 5.4, 1.2), 1.1)])
    } else {
        let fist = [
            ball(j.wrist, 2.7),
            slab(4.2, 0.0, 3.6, 2.8, 2.5),
            ellipsoid(j.grip - p * 0.4, [t * 4.3, f * 3.5, p * 3.2]),
            ellipsoid(j.grip + p * 1.2 + f * 0.6, [t * 4.0, f * 2.9, p * 2.7]),
        ];
        (fist, [ball(at(3.4, 2.4, 0.9), 2.0), ball(at(7.0, 4.4, 2.2), 1.5), ball(at(9.6, 2.0, 4.0), 1.3)])
    }
}

fn side(sk: &Skeleton, j: &Limbs) -> SideFlesh {
    let trunk = &sk.trunk;
    let hips = trunk.axes[0];
    let c42 = trunk.cut(42.5);
    let (upper, knee, out, up) = (j.upper(), j.knee_way, j.outward(), j.chest.up);
    let aside = |k: f32| v3(0.0, 0.0, k * j.g);
    let arm = |t: f32| j.shoulder.lerp(j.elbow, t);
    let fore = |t: f32| j.elbow.lerp(j.wrist, t);
    let thigh = |t: f32| j.hip.lerp(j.knee, t);
    let shank = |t: f32| j.knee.lerp(j.ankle, t);
    let sole = |x: f32, r: f32| ball(j.sole(x) + j.instep * r, r);
    let long = (j.knee - j.hip).unit();
    let before = knee.without(long).unit();
    let hem = ellipsoid(thigh(0.46) + knee * 0.5, [before * 8.35, long.cross(before) * 8.35, long * 1.8]);
    let toes = j.sole(13.5) + j.toe * 5.4 + j.toe_up * 1.9;
    let (hand, thumb) = hand(j);
    SideFlesh {
        glute: [
            ball(trunk.hip - hips.fwd * 3.6 + aside(7.2), 8.4),
            ball(trunk.hip - hips.fwd * 1.6 + hips.up * 3.2 + aside(7.8), 7.6),
        ],
        trap: [
            ball(trunk.neck[0] + trunk.axes[SECTIONS - 1].up * 2.6, 5.0),
            ball(j.shoulder + up * 3.2 - out * 4.5, 3.2),
            ball(j.shoulder + up * 0.9, 5.2),
        ],
        chest: [
            ellipsoid(
                c42.at + c42.axes.fwd * 4.4 + out * 8.0,
                [c42.axes.fwd * 7.6, j.chest.right * 8.2, c42.axes.up * 6.6],
            ),
            ball(j.shoulder, 5.4),
        ],
        lat: [ball(trunk.back(36.0, 10.4 * j.g, -5.0), 6.0), ball(arm(0.2), 4.8)],
        cap: [ball(j.shoulder + up * 2.0 - out * 4.2, 4.6), ball(j.shoulder - out * 0.8, 6.05)],
        upper: [
            ball(j.shoulder - upper * 0.5, 6.0),
            ball(arm(0.17), 6.1),
            ball(arm(0.45), 5.1),
            ball(arm(0.76), 4.4),
            ball(j.elbow, 4.0),
        ],
        fore: [
            ball(j.elbow, 4.0),
            ball(fore(0.22) - j.elbow_way * 0.3, 4.5),
            ball(fore(0.6), 3.6),
            ball(j.wrist, 2.7),
        ],
        hand,
        thumb,
        thigh: [
            ball(j.hip - knee * 0.4, 8.7),
            ball(thigh(0.28) + knee * 0.2, 8.6),
            ball(thigh(0.62) + knee * 0.7, 7.3),
            ball(thigh(0.9) + knee * 0.3, 5.8),
            ball(j.knee, 5.5),
        ],
        short: [ball(j.hip - knee * 0.4, 9.2), ball(thigh(0.28) + knee * 0.2, 9.0), hem],
        shank: [
            ball(j.knee, 5.4),
            ball(shank(0.12) - knee * 0.6, 5.3),
            ball(shank(0.3) - knee * 1.6, 5.4),
            ball(shank(0.5) - knee * 1.1, 4.7),
            ball(shank(0.78) - knee * 0.2, 3.6),
            ball(j.ankle, 3.3),
        ],
        heel: [sole(-4.4, 3.2), ball(j.ankle - j.instep * 2.0 - j.foot * 0.4, 4.0)],
        shoe: [sole(-4.4, 3.2), sole(6.0, 3.7), sole(13.8, 2.6), ball(toes, 1.9)],
    }
}

/// A point on the head: forward, up and to the right of its middle.
#[must_use]
pub fn on_head(sk: &Skeleton, forward: f32, up: f32, right: f32) -> V3 {
    sk.trunk.head + sk.trunk.face.dir(v3(forward, up, right))
}

/// The flesh on a skeleton.
#[must_use]
pub fn flesh(sk: &Skeleton) -> Flesh {
    let trunk = &sk.trunk;
    let mut torso = [ball(trunk.hip, 1.0); SECTIONS];
    for (i, blob) in torso.iter_mut().enumerate() {
        let (cut, a) = (&TRUNK[i], trunk.axes[i]);
        let tall = match i {
            0 => 3.0,
            8 => 2.6,
            _ => 4.2,
        };
        *blob = ellipsoid(
            trunk.spine[i] + a.fwd * cut.offset,
            [a.fwd * cut.depth, a.right * cut.width, a.up * tall],
        );
    }
    let mut pelvis = [torso[0], torso[1], torso[2]];
    for (i, blob) in pelvis.iter_mut().enumerate() {
        let (cut, a) = (&TRUNK[i], trunk.axes[i]);
        let tall = if i == 2 { 1.4 } else { 3.4 };
        blob.axes = Some([a.fwd * (cut.depth + 0.5), V3::RIGHT * (cut.width + 0.5), a.up * tall]);
    }
    let face = trunk.face;
    let p = |x: f32, y: f32| on_head(sk, x, y, 0.0);
    let e = |x: f32, y: f32, deep: f32, tall: f32, wide: f32| {
        ellipsoid(p(x, y), [face.fwd * deep, face.up * tall, face.right * wide])
    };
    let neck_front = trunk.axes[SECTIONS - 1].fwd;
    Flesh {
        torso,
        pelvis,
        neck: [
            ball(trunk.neck[0] - neck_front * 0.4, 6.2),
            ball(trunk.neck[1] - face.fwd * 0.4, 5.5),
            ball(p(-1.8, -4.4), 5.2),
        ],
        skull: [e(-0.4, 2.8, 9.0, 8.4, 7.3), e(2.4, -4.6, 5.4, 6.0, 5.5)],
        jaw: [e(2.8, -5.4, 5.0, 5.2, 5.0), ball(p(6.3, -8.6), 2.2)],
        nose: [ball(p(8.2, 1.6), 1.2), ball(p(9.5, -1.9), 1.05), ball(p(7.6, -3.4), 1.5)],
        face: [e(1.2, 0.9, 7.6, 8.0, 6.7), e(2.6, -4.8, 5.4, 5.9, 5.4), ball(p(5.8, -8.8), 2.2)],
        hair: [e(-0.8, 6.6, 8.7, 5.4, 7.3), e(-5.6, 1.8, 4.4, 7.0, 7.0), e(-5.4, -3.0, 3.2, 3.8, 5.7)],
        sides: [side(sk, &sk.sides[0]), side(sk, &sk.sides[1])],
    }
}

/// Radius of the upper arm a share `t` of the way from shoulder to elbow.
#[must_use]
pub fn arm_radius(t: f32) -> f32 {
    if t < 0.17 { 6.0 } else { lerp(6.1, 4.2, (t - 0.17) / 0.7) }
}
