//! From a pose to joints: spine, shoulder girdle, arms and legs. The drawing modules read the result.
//!
//! Invariant: links are rigid. A hand or foot that cannot be reached stays short of its target by
//! `Skeleton::miss`, a bone never stretches.

use super::body::{ANKLE, BALL, CLAVICLE, FOREARM, GRIP, HEEL, HIP, SHANK, THIGH, UPPER_ARM};
use super::math::{Axes, V3, lerp, sin_cos, v3};
use super::pose::{Field, Foot, Hand, HandMode, HipMode, LEFT, Pivot, Pose, RIGHT, Solve};
use super::trunk::{Cut, Trunk, trunk};

/// The joints of one side.
#[derive(Clone, Copy, Debug)]
pub struct Limbs {
    /// 1 on the right, -1 on the left.
    pub g: f32,
    /// Where the collarbone meets the breastbone.
    pub collar: V3,
    /// Shoulder joint.
    pub shoulder: V3,
    /// Elbow joint.
    pub elbow: V3,
    /// Wrist.
    pub wrist: V3,
    /// Middle of the closed hand.
    pub grip: V3,
    /// Direction from elbow to wrist.
    pub forearm: V3,
    /// Direction from wrist to fingers.
    pub fingers: V3,
    /// The way the elbow points, square to the line from shoulder to hand.
    pub elbow_way: V3,
    /// The way the thumb points, square to the fingers.
    pub thumb: V3,
    /// How the hand is held.
    pub hand: Hand,
    /// How far the hand stays from its target, cm.
    pub arm_miss: f32,
    /// Axes of the chest at the shoulder's height.
    pub chest: Axes,
    /// Blade raised, cm.
    pub raised: f32,
    /// Blade drawn forward, cm.
    pub forward: f32,
    /// Hip joint.
    pub hip: V3,
    /// Knee joint.
    pub knee: V3,
    /// Ankle joint.
    pub ankle: V3,
    /// The way the knee points, square to the line from hip to ankle.
    pub knee_way: V3,
    /// Along the sole.
    pub foot: V3,
    /// Square to the sole.
    pub instep: V3,
    /// Along the toes, which stay flat when the heel rises.
    pub toe: V3,
    /// Square to the toes.
    pub toe_up: V3,
    /// How far the foot stays from its target, cm.
    pub leg_miss: f32,
    /// Upward turn of the blade, degrees.
    pub blade_turn: f32,
    /// Middle of the blade: from the spine, and above the hips.
    pub blade_at: (f32, f32),
}

impl Limbs {
    /// A point of the sole, `x` cm in front of the ankle.
    #[must_use]
    pub fn sole(&self, x: f32) -> V3 {
        self.ankle + self.foot * x - self.instep * ANKLE
    }

    /// Direction of the upper arm.
    #[must_use]
    pub fn upper(&self) -> V3 {
        (self.elbow - self.shoulder).unit()
    }

    /// A direction to this side's own outside, on the chest.
    #[must_use]
    pub fn outward(&self) -> V3 {
        self.chest.right * self.g
    }
}

/// Everything that is solved for one instant.
#[derive(Clone, Copy, Debug)]
pub struct Skeleton {
    /// The trunk and head.
    pub trunk: Trunk,
    /// The bar's middle, if the exercise has one.
    pub bar: V3,
    /// Right and left limbs.
    pub sides: [Limbs; 2],
    /// The largest distance at which a hand or foot stays from its target, cm.
    pub miss: f32,
}

impl Skeleton {
    /// A point on a blade: `u` outward and `v` up in the blade's own axes, `lift` off the ribs.
    #[must_use]
    pub fn blade(&self, limbs: &Limbs, u: f32, v: f32, lift: f32) -> V3 {
        let (s, c) = sin_cos(limbs.blade_turn);
        let (lateral, height) = limbs.blade_at;
        self.trunk.back(height + v * c + u * s, (lateral + u * c - v * s) * limbs.g, lift)
    }

    /// Middle between the hands.
    #[must_use]
    pub fn between_hands(&self) -> V3 {
        self.sides[RIGHT].grip.lerp(self.sides[LEFT].grip, 0.5)
    }
}

/// Collarbone end and shoulder joint: the collarbone turns about the breastbone at constant length.
fn girdle(trunk: &Trunk, pose: &Pose, side: usize, g: f32) -> (Cut, V3, V3) {
    let cut = trunk.cut(49.0);
    let a = cut.axes;
    let collar = cut.at + a.fwd * 6.4 + a.up * 0.5 + a.right * (2.2 * g);
    // at rest the collarbone points 7.2 back for every 15.8 outward, and a little up
    let azimuth = (pose.of(side, Field::Forward) / CLAVICLE).to_degrees() - 24.498_85;
    let elevation = (0.02 + pose.of(side, Field::Up) / CLAVICLE).to_degrees();
    let (az, el) = (sin_cos(azimuth), sin_cos(elevation));
    let out = v3(az.0 * el.1, el.0, az.1 * el.1 * g) * CLAVICLE;
    (cut, collar, collar + a.dir(out))
}

struct Bent {
    middle: V3,
    end: V3,
    miss: f32,
    way: V3,
}

/// Two bones from `from` towards `to`; the joint between them points along `pole`.
fn two_bones(from: V3, to: V3, first: f32, second: f32, pole: V3) -> Bent {
    let v = to - from;
    let wanted = v.len();
    let n = if wanted > 1e-6 { v * (1.0 / wanted) } else { -V3::UP };
    let d = wanted.min((first + second) * 0.9995).max((first - second).abs() * 1.02);
    let along = (first * first - second * second + d * d) / (2.0 * d);
    let off = (first * first - along * along).max(0.0).sqrt();
    let way = pole.without(n).unit();
    Bent { middle: from + n * along + way * off, end: from + n * d, miss: (wanted - d).abs(), way }
}

const ARM: f32 = UPPER_ARM + FOREARM + GRIP;

/// Length from the elbow to what the hand's target names.
fn lower_arm(hand: Hand) -> f32 {
    if hand.flat { FOREARM } else { FOREARM + GRIP }
}

fn bar(pose: &Pose, shoulder: V3) -> V3 {
    let (x, mut y, grip) = (pose[Field::BarX], pose[Field::BarY], pose[Field::Grip]);
    let hang = pose[Field::Hang];
    if hang > 0.0 {
        let (long, dx, dz) = (ARM * 0.998, x - shoulder.x, grip - shoulder.z);
        let straight = shoulder.y - (long * long - dx * dx - dz * dz).max(1.0).sqrt();
        y = lerp(y, straight, hang);
    }
    v3(x, y, 0.0)
}

fn hand_target(pose: &Pose, trunk: &Trunk, chest: Axes, shoulder: V3, bar: V3, side: usize, g: f32) -> V3 {
    let t = pose.vec(side, Field::HandX);
    let hand = pose.hands[side];
    match hand.mode {
        HandMode::Bar => v3(bar.x, bar.y, pose[Field::Grip] * g),
        HandMode::At => t.on_side(g),
        HandMode::Body => {
            let cut = trunk.cut(t.x);
            cut.at + cut.axes.fwd * t.y + cut.axes.right * (t.z * g)
        }
        HandMode::Skull => trunk.head + trunk.face.dir(v3(t.x, t.y, t.z * g)),
        HandMode::Swing => {
            let (forward, aside) = (sin_cos(t.x), sin_cos(t.y));
            let way = v3(forward.0 * aside.1, -forward.1 * aside.1, aside.0 * g);
            let way = if hand.chest { chest.dir(way) } else { way };
            shoulder + way * (t.z * 0.01 * (UPPER_ARM + lower_arm(hand)))
        }
    }
}

/// How much farther the measured hand is from its shoulder than `Reach` asks, cm.
fn reach_error(pose: &Pose, lean: f32, height: f32) -> f32 {
    let trunk = trunk(pose, lean, height);
    let (side, g) = if pose.measure == LEFT { (LEFT, -1.0) } else { (RIGHT, 1.0) };
    let (cut, _, shoulder) = girdle(&trunk, pose, side, g);
    let (_, _, right) = girdle(&trunk, pose, RIGHT, 1.0);
    let target = hand_target(pose, &trunk, cut.axes, shoulder, bar(pose, right), side, g);
    let wanted = pose[Field::Reach] * 0.01 * (UPPER_ARM + lower_arm(pose.hands[side]));
    (target - shoulder).len() - wanted
}

/// The value nearest to `near` at which `f` is zero, looked for within 20 either way.
fn nearest_zero(near: f32, f: impl Fn(f32) -> f32) -> f32 {
    let middle = f(near);
    let (mut up, mut down) = (middle, middle);
    let mut far = 0.0;
    while far < 20.0 {
        for way in [1.0, -1.0] {
            let (mut a, mut b) = (near + way * far, near + way * (far + 1.0));
            let last = if way > 0.0 { &mut up } else { &mut down };
            let (fa, fb) = (*last, f(b));
            *last = fb;
            if fa * fb > 0.0 {
                continue;
            }
            for _ in 0..22 {
                let half = (a + b) * 0.5;
                if fa * f(half) <= 0.0 {
                    b = half;
                } else {
                    a = half;
                }
            }
            return (a + b) * 0.5;
        }
        far += 1.0;
    }
    near
}

fn leg(pose: &Pose, trunk: &Trunk, side: usize, g: f32) -> (V3, Bent, [V3; 4]) {
    let Foot { pivot, hips } = pose.feet[side];
    let mut at = pose.vec(side, Field::FootX).on_side(g);
    let mut pitch = pose.of(side, Field::Pitch);
    if pose.hip == HipMode::Rigid {
        at = v3(pose[Field::PivotX], pose[Field::PivotY], at.z);
        pitch = -trunk.lean;
    }
    if hips {
        at += trunk.hip;
    }
    let (s, c) = sin_cos(pitch);
    let (ys, yc) = sin_cos(pose.of(side, Field::ToeOut) * g);
    let foot = v3(c * yc, s, c * ys);
    let instep = v3(-s, c, 0.0);
    let flat = if pitch < 0.0 && pitch > -120.0 { pitch.max(-6.0) } else { pitch };
    let (ts, tc) = sin_cos(flat);
    let (toe, toe_up) = (v3(tc * yc, ts, tc * ys), v3(-ts, tc, 0.0));
    let (along, above) = match pivot {
        Pivot::Heel => (HEEL, ANKLE),
        Pivot::Toe => (BALL, ANKLE),
        Pivot::Ankle => (0.0, 0.0),
    };
    let ankle = at - foot * along + instep * above;
    let hip = trunk.hip + v3(0.0, 0.0, HIP * g);
    let bent = two_bones(hip, ankle, THIGH, SHANK, pose.vec(side, Field::KneeX).on_side(g));
    (hip, bent, [foot, instep, toe, toe_up])
}

fn limbs(pose: &Pose, trunk: &Trunk, bar: V3, side: usize) -> Limbs {
    let g = if side == LEFT { -1.0 } else { 1.0 };
    let (cut, collar, shoulder) = girdle(trunk, pose, side, g);
    let chest = cut.axes;
    let hand = pose.hands[side];
    let mut pole = pose.vec(side, Field::PoleX).on_side(g);
    if hand.chest {
        pole = chest.dir(pole);
    }
    let target = hand_target(pose, trunk, chest, shoulder, bar, side, g);
    let arm = two_bones(shoulder, target, UPPER_ARM, lower_arm(hand), pole);
    let forearm = (arm.end - arm.middle).unit();
    let wrist = arm.middle + forearm * FOREARM;
    let palm = pose.vec(side, Field::PalmX).on_side(g);
    let palm = if hand.chest { chest.dir(palm) } else { palm };
    let fingers = if hand.flat { palm.unit() } else { forearm };
    let grip = if hand.flat { wrist + fingers * GRIP } else { arm.end };
    let (hip, leg, [foot, instep, toe, toe_up]) = leg(pose, trunk, side, g);
    let (raised, forward) = (pose.of(side, Field::Up), pose.of(side, Field::Forward));
    let upper = (arm.middle - shoulder).unit();
    let lifted = upper.cross(chest.up).len().atan2(-upper.dot(chest.up)).to_degrees();
    let turned = (lifted - 30.0).max(0.0);
    Limbs {
        g,
        collar,
        shoulder,
        elbow: arm.middle,
        wrist,
        grip,
        forearm,
        fingers,
        elbow_way: arm.way,
        thumb: thumb(hand, palm, forearm, arm.way, g),
        hand,
        arm_miss: arm.miss,
        chest,
        raised,
        forward,
        hip,
        knee: leg.middle,
        ankle: leg.end,
        knee_way: leg.way,
        foot,
        instep,
        toe,
        toe_up,
        leg_miss: leg.miss,
        blade_turn: turned * 0.33,
        blade_at: (10.6 + forward * 0.75, 40.5 + raised * 0.9 + turned * 0.012),
    }
}

/// Where the thumb points: as authored, else inward on a bar (overhand), else away from the elbow.
fn thumb(hand: Hand, palm: V3, forearm: V3, elbow_way: V3, g: f32) -> V3 {
    let asked = if hand.flat {
        V3::default()
    } else if hand.mode == HandMode::Bar && palm.len() < 0.01 {
        V3::RIGHT * -g
    } else {
        palm
    };
    let asked = asked.without(forearm);
    if asked.len() > 0.05 { asked.unit() } else { (-elbow_way).without(forearm).unit() }
}

/// Solves a pose into joints.
#[must_use]
pub fn solve(pose: &Pose) -> Skeleton {
    let (mut lean, mut height) = (pose[Field::Lean], pose[Field::HipY]);
    match pose.solve {
        Solve::None => {}
        Solve::Lean => lean = nearest_zero(lean, |x| reach_error(pose, x, height)),
        Solve::Height => height = nearest_zero(height, |y| reach_error(pose, lean, y)),
    }
    let trunk = trunk(pose, lean, height);
    let (_, _, right) = girdle(&trunk, pose, RIGHT, 1.0);
    let bar = bar(pose, right);
    let sides = [RIGHT, LEFT].map(|side| limbs(pose, &trunk, bar, side));
    let miss = sides.iter().fold(0.0_f32, |m, s| m.max(s.arm_miss).max(s.leg_miss));
    Skeleton { trunk, bar, sides, miss }
}
