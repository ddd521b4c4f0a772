//! The spine with pelvis, neck and head, and points on back and front.
//!
//! Invariant: the links of the spine are rigid; they turn against one another and never stretch.

use super::body::{CURVE, SECTIONS, TRUNK, TWIST};
use super::math::{Axes, V3, lerp, sin_cos, v3};
use super::pose::{Field, HipMode, Pose};

/// The spine with the head.
#[derive(Clone, Copy, Debug)]
pub struct Trunk {
    /// Hip midpoint.
    pub hip: V3,
    /// Lean that was used, degrees; the solver may have found it.
    pub lean: f32,
    /// The nine section points from seat to neck.
    pub spine: [V3; SECTIONS],
    /// Axes at each, for drawing: halfway between the links.
    pub axes: [Axes; SECTIONS],
    /// Root of the neck, and its upper end.
    pub neck: [V3; 2],
    /// Middle of the head.
    pub head: V3,
    /// Axes of the head.
    pub face: Axes,
}

/// A cross-section of the trunk at any height.
#[derive(Clone, Copy, Debug)]
pub struct Cut {
    /// On the spine's line.
    pub at: V3,
    /// Its axes.
    pub axes: Axes,
    /// Half its width.
    pub width: f32,
    /// Half its depth.
    pub depth: f32,
    /// How far its middle lies before the spine's line.
    pub offset: f32,
}

/// The trunk of a pose that leans so far, degrees, its hip at that height.
pub(super) fn trunk(pose: &Pose, lean: f32, height: f32) -> Trunk {
    let hip = match pose.hip {
        HipMode::Free => v3(pose[Field::HipX], height, 0.0),
        mode => {
            let turned = if mode == HipMode::Rigid { lean } else { 0.0 };
            let (s, c) = sin_cos(pose[Field::PivotA] - turned);
            let r = pose[Field::PivotR];
            v3(pose[Field::PivotX] + r * c, pose[Field::PivotY] + r * s, 0.0)
        }
    };
    let pelvis = Axes::WORLD.bend(lean);
    let mut links = [pelvis; SECTIONS];
    let mut spine = [hip; SECTIONS];
    let mut m = pelvis;
    let mut at = hip;
    for (i, ((link, point), ((section, curve), twist))) in
        links.iter_mut().zip(&mut spine).zip(TRUNK.iter().zip(CURVE).zip(TWIST)).enumerate()
    {
        let flexion = match i {
            2..=4 => pose[Field::Lumbar] / 3.0,
            5..=7 => pose[Field::Thorax] / 3.0,
            _ => 0.0,
        };
        m = m.bend(curve + flexion).twist(pose[Field::Twist] * twist).side(pose[Field::Side] * twist);
        *link = m;
        at = if i < 2 {
            hip + pelvis.up * section.height
        } else {
            at + m.up * (section.height - TRUNK.get(i - 1).map_or(0.0, |s| s.height))
        };
        *point = at;
    }
    let mut axes = links;
    for (i, frame) in axes.iter_mut().enumerate().skip(1) {
        if let Some(next) = links.get(i + 1) {
            *frame = frame.between(*next, 0.5);
        }
    }
    let (turn, tilt) = (pose[Field::Turn], pose[Field::Tilt]);
    let neck = m.bend(6.0 + pose[Field::Neck]).twist(turn * 0.4).side(tilt * 0.5);
    let face = neck.bend(-12.0 + pose[Field::Head]).twist(turn * 0.6).side(tilt * 0.5);
    let top = at + neck.up * 8.5 + neck.fwd * pose[Field::Chin];
    let head = top + face.up * 9.2 + face.fwd * 1.6;
    Trunk { hip, lean, spine, axes, neck: [at, top], head, face }
}

impl Trunk {
    /// The cross-section at a height above the hips.
    #[must_use]
    pub fn cut(&self, height: f32) -> Cut {
        let mut i = 0;
        while i < SECTIONS - 2 && TRUNK.get(i + 1).is_some_and(|s| height > s.height) {
            i += 1;
        }
        let (a, b) = (&TRUNK[i], &TRUNK[i + 1]);
        let t = ((height - a.height) / (b.height - a.height)).clamp(-0.5, 1.5);
        Cut {
            at: self.spine[i].lerp(self.spine[i + 1], t),
            axes: self.axes[i].between(self.axes[i + 1], t),
            width: lerp(a.width, b.width, t),
            depth: lerp(a.depth, b.depth, t),
            offset: lerp(a.offset, b.offset, t),
        }
    }

    fn shell(&self, height: f32, lateral: f32, lift: f32, way: f32) -> V3 {
        let cut = self.cut(height);
        let r = (lateral / (cut.width + 1.2)).clamp(-0.985, 0.985);
        let out = cut.offset + way * (cut.depth * (1.0 - r * r).sqrt() + lift);
        cut.at + cut.axes.fwd * out + cut.axes.right * lateral
    }

    /// A point on the back: height above the hips, signed distance to the right, lift off the skin.
    #[must_use]
    pub fn back(&self, height: f32, lateral: f32, lift: f32) -> V3 {
        self.shell(height, lateral, lift, -1.0)
    }

    /// A point on the front, as [`Self::back`].
    #[must_use]
    pub fn front(&self, height: f32, lateral: f32, lift: f32) -> V3 {
        self.shell(height, lateral, lift, 1.0)
    }
}
