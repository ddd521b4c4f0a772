//! Legs, arms and hands, each before or behind the trunk.

use std::ops::Range;

use super::super::flesh::{HandAxes, SideFlesh, hand_axes};
use super::super::math::v3;
use super::super::muscles::on_arm;
use super::super::pose::{LEFT, RIGHT};
use super::super::solve::Limbs;
use super::{Scene, mean_depth};

impl Scene<'_> {
    pub(super) fn legs(&mut self) {
        let (cam, flesh) = (self.c.cam, self.flesh);
        let mut nearest = self.middle;
        for side in [RIGHT, LEFT] {
            let (j, parts) = (&self.sk.sides[side], &flesh.sides[side]);
            let far = self.far(j);
            let off = if self.frontal() {
                -4.0 + cam.depth(j.knee) * 0.01
            } else if far {
                -6.0
            } else {
                3.0
            } + self.sheet.nudge.leg[side];
            nearest = nearest.max(self.middle + off);
            self.c.at(self.middle + off);
            self.leg(j, parts, far);
        }
        self.c.at(nearest + 0.05);
        let mut pen = self.c.shape("shorts top");
        pen.chain(&flesh.pelvis);
        for side in &flesh.sides {
            pen.chain(&side.glute);
        }
    }

    fn leg(&mut self, j: &Limbs, parts: &SideFlesh, far: bool) {
        let class = |near: &'static str, dim: &'static str| if far { dim } else { near };
        let (thigh, shank) = (self.soft(&parts.thigh), self.soft(&parts.shank));
        let shank_first = self.c.cam.depth(j.ankle) <= self.c.cam.depth(j.hip) + 6.0;
        for turn in [true, false] {
            if turn == shank_first {
                self.c.shape(class("skin ed", "skin far ed")).chain(&shank);
                let mut pen = self.c.shape(class("shoe ed", "shoe far ed"));
                pen.chain(&parts.heel);
                pen.chain(&parts.shoe);
            } else {
                self.c.shape(class("skin ed", "skin far ed")).chain(&thigh);
            }
        }
        // the knee once more without its gap line, so that thigh and shank flow into each other
        let half = if self.c.plain { (2, 3) } else { (4, 5) };
        let mut pen = self.c.shape(class("skin", "skin far"));
        pen.chain(thigh.get(half.0..).unwrap_or(&[]));
        pen.chain(shank.get(..half.1).unwrap_or(&[]));
        self.c.shape(class("shorts", "shorts far")).chain(&parts.short);
    }

    /// Depths of upper arm and forearm.
    pub(super) fn arm_depths(&self, side: usize) -> (f32, f32) {
        let cam = &self.c.cam;
        let (j, parts) = (&self.sk.sides[side], &self.flesh.sides[side]);
        let (nudge, frontal) = (&self.sheet.nudge, self.frontal());
        let beside = if frontal { 9.0 } else { 0.0 };
        // a hand near the midline is truly before or behind the trunk; one beside it is always over it
        let hips = cam.depth(v3(self.sk.trunk.hip.x, self.sk.trunk.hip.y, 0.0));
        let fore_off = if frontal && j.grip.z.abs() < 16.0 {
            14.0 * (cam.depth(j.grip) - hips).signum()
        } else {
            beside
        };
        let upper = mean_depth(cam, &parts.upper) + beside + nudge.arm[side];
        let fore = mean_depth(cam, &parts.fore) + fore_off + nudge.arm[side] + nudge.fore[side];
        (upper, fore)
    }

    pub(super) fn arm(&mut self, side: usize, torso: Range<usize>) {
        let (upper, fore) = self.arm_depths(side);
        let frontal = self.frontal();
        if fore >= upper || frontal && fore > upper - 2.0 {
            self.upper_arm(side, upper, torso, false);
            self.forearm(side, fore.max(upper + 0.01), true);
        } else {
            self.forearm(side, fore, false);
            self.upper_arm(side, upper, torso, true);
        }
    }

    fn upper_arm(&mut self, side: usize, depth: f32, torso: Range<usize>, elbow: bool) {
        let (j, parts) = (&self.sk.sides[side], &self.flesh.sides[side]);
        let chain = self.soft(&parts.upper);
        self.c.at(depth);
        if self.far(j) {
            self.c.shape("skin far ed").chain(&chain);
        } else {
            // no gap line at the shoulder: the deltoid flows into the trunk
            let below = if self.c.plain { 1 } else { 3 };
            self.c.shape("edge").chain(chain.get(below..).unwrap_or(&[]));
            self.c.shape("skin").chain(&chain);
            let text = self.c.end();
            self.c.shape("skin").chain(&parts.cap);
            self.c.end();
            if self.sheet.primary.iter().chain(&self.sheet.secondary).any(|m| on_arm(*m)) {
                let clip = self.c.clip(text, torso);
                self.c.cut(Some(clip));
                self.tints(Some(side));
                self.c.cut(None);
            }
        }
        if elbow {
            self.elbow(side);
        }
    }

    fn forearm(&mut self, side: usize, depth: f32, elbow: bool) {
        let (j, parts) = (&self.sk.sides[side], &self.flesh.sides[side]);
        let chain = self.soft(&parts.fore);
        self.c.at(depth);
        let far = self.far(j);
        let mut pen = self.c.shape(if far { "skin far ed" } else { "skin ed" });
        pen.chain(&chain);
        pen.chain(&parts.hand);
        pen.chain(&parts.thumb);
        if !self.c.plain && !far {
            self.fingers(j);
        }
        if elbow {
            self.elbow(side);
        }
    }

    /// The gaps between the fingers, on the side of the hand that is seen: it tells overhand from underhand.
    fn fingers(&mut self, j: &Limbs) {
        let HandAxes { fingers: f, thumb: t, palm: p } = hand_axes(j);
        let seen = self.c.cam.depth(p);
        // the gaps grow as the hand turns to the eye, so that they never blink
        let grown = ((seen.abs() - 0.3) / 0.3).clamp(0.0, 1.0);
        if grown == 0.0 {
            return;
        }
        let out = p * seen.signum();
        let fist = !(j.hand.flat || j.hand.open);
        // a fist seen from the palm shows the curled fingers whole, from behind only the knuckles
        let (middle, from, to, lift) = match (fist, seen > 0.0) {
            (true, true) => (j.grip, -2.4, 3.0, 3.6),
            (true, false) => (j.grip, 0.6, 3.4, 3.2),
            (false, _) => (j.wrist, 9.6, 15.4, 1.2),
        };
        let mut pen = self.c.shape("crease");
        for gap in [-1.7, 0.1, 1.9] {
            let at = |along: f32, narrow: f32| middle + f * along + t * (gap * narrow) + out * lift;
            pen.line(&[at(to + (from - to) * grown, 1.0), at(to, 0.8)]);
        }
    }

    /// The elbow once more without its gap line.
    fn elbow(&mut self, side: usize) {
        let (j, parts) = (&self.sk.sides[side], &self.flesh.sides[side]);
        let (upper, fore) = (self.soft(&parts.upper), self.soft(&parts.fore));
        let part = if self.c.plain { (3, 2) } else { (6, 3) };
        let mut pen = self.c.shape(if self.far(j) { "skin far" } else { "skin" });
        pen.chain(upper.get(part.0..).unwrap_or(&[]));
        pen.chain(fore.get(..part.1).unwrap_or(&[]));
    }
}
