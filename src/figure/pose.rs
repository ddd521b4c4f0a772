//! A pose: what an author writes down for one instant, before any joint is solved. The table decodes into
//! it, the timeline blends it, the solver reads it.
//!
//! Invariant: every number has a place in one array, so blending two poses is blending two arrays.

use std::ops::{Index, IndexMut};

use super::math::{V3, lerp, v3};

/// The side of the body.
pub const RIGHT: usize = 0;
/// The side of the body.
pub const LEFT: usize = 1;

/// A number of a pose. Cm and degrees; the fields after `Reach` exist once for each side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(usize)]
pub enum Field {
    /// Hip midpoint, forward.
    HipX,
    /// Hip midpoint, up.
    HipY,
    /// Pivot of an arc or of a rigid body, forward (three more follow: up, radius, angle).
    PivotX,
    /// Pivot, up.
    PivotY,
    /// Distance of the hip from the pivot.
    PivotR,
    /// Angle of the hip about the pivot, from straight ahead.
    PivotA,
    /// Pelvis pitch: 0 upright, 90 face down, -90 face up.
    Lean,
    /// Lumbar flexion added to neutral.
    Lumbar,
    /// Thoracic flexion added to neutral.
    Thorax,
    /// Neck flexion.
    Neck,
    /// Head flexion.
    Head,
    /// Trunk twist, chest to the figure's right.
    Twist,
    /// Side bend to the figure's right.
    Side,
    /// Head turn to the right.
    Turn,
    /// Head tilt to the right.
    Tilt,
    /// Head glide forward, cm.
    Chin,
    /// The bar's middle, forward.
    BarX,
    /// The bar's middle, up.
    BarY,
    /// Hands on the bar, from its middle.
    Grip,
    /// 1: the bar hangs from straight arms, whatever `BarY` says; 0: it does not.
    Hang,
    /// Percent of the arm's length at which the planted hands must be from the shoulder.
    Reach,
    /// Shoulder blade up, cm along its arc. From here on, the right side's.
    Up,
    /// Shoulder blade forward round the ribs, cm along its arc.
    Forward,
    /// Hand target, three numbers; their meaning depends on the hand's mode.
    HandX,
    /// See `HandX`.
    HandY,
    /// See `HandX`.
    HandZ,
    /// Which way the elbow points, a direction in tenths.
    PoleX,
    /// See `PoleX`.
    PoleY,
    /// See `PoleX`.
    PoleZ,
    /// Flat palm: which way the fingers point. Otherwise: which way the thumb points; zero: taken from the elbow.
    PalmX,
    /// See `PalmX`.
    PalmY,
    /// See `PalmX`.
    PalmZ,
    /// The foot's pivot, forward (up and right follow).
    FootX,
    /// See `FootX`.
    FootY,
    /// See `FootX`.
    FootZ,
    /// Foot pitch, toes up positive.
    Pitch,
    /// Toe-out.
    ToeOut,
    /// Which way the knee points, a direction in tenths.
    KneeX,
    /// See `KneeX`.
    KneeY,
    /// See `KneeX`.
    KneeZ,
}

/// Where the right side's fields begin.
pub const FIRST_SIDED: usize = Field::Up as usize;
/// How many fields each side has.
pub const SIDED: usize = Field::KneeZ as usize + 1 - FIRST_SIDED;
/// How many numbers a pose has.
pub const NUMBERS: usize = FIRST_SIDED + 2 * SIDED;

/// How the hip's place is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum HipMode {
    /// By `HipX` and `HipY`.
    #[default]
    Free,
    /// On an arc about the pivot, as in kneeling.
    Arc,
    /// The body is stiff about the planted feet, as in a plank; only the lean is free.
    Rigid,
}

/// What is solved so that the planted hands are at `Reach`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Solve {
    /// Nothing.
    #[default]
    None,
    /// The lean.
    Lean,
    /// The hip's height.
    Height,
}

/// How a hand's target is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum HandMode {
    /// Degrees forward from hanging, degrees to the side, percent of the arm's length.
    #[default]
    Swing,
    /// A point in the world.
    At,
    /// On the bar.
    Bar,
    /// On the trunk: height, forward, to its own side.
    Body,
    /// On the head: forward, up, to its own side.
    Skull,
}

/// How one hand is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Hand {
    /// What the target means.
    pub mode: HandMode,
    /// Swing and pole are in the chest's own axes.
    pub chest: bool,
    /// The palm lies flat and the target is the wrist.
    pub flat: bool,
    /// An open hand instead of a fist.
    pub open: bool,
    /// A flat palm that slides on purpose.
    pub slides: bool,
}

/// The point a foot turns about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Pivot {
    /// The back of the heel.
    #[default]
    Heel,
    /// The ball of the foot.
    Toe,
    /// The ankle.
    Ankle,
}

/// How one foot is placed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Foot {
    /// The point that `FootX` names.
    pub pivot: Pivot,
    /// That point counts from the hips.
    pub hips: bool,
}

/// One instant of an exercise as its author wrote it.
#[derive(Clone, Copy, Debug)]
pub struct Pose {
    numbers: [f32; NUMBERS],
    /// How the hip is given.
    pub hip: HipMode,
    /// What is solved to keep the hands planted.
    pub solve: Solve,
    /// Which arm is measured for it.
    pub measure: usize,
    /// Right and left hand.
    pub hands: [Hand; 2],
    /// Right and left foot.
    pub feet: [Foot; 2],
}

/// What is not zero on both sides of one who stands.
const STANDING: [(Field, &[f32]); 5] = [
    (Field::HandX, &[6.0, 9.0, 98.5]),
    (Field::PoleX, &[-10.0, -2.5, 3.5]),
    (Field::FootX, &[-9.0, 0.0, 10.0]),
    (Field::ToeOut, &[8.0]),
    (Field::KneeX, &[10.0, 1.5, 2.2]),
];

impl Default for Pose {
    fn default() -> Self {
        let mut pose = Self {
            numbers: [0.0; NUMBERS],
            hip: HipMode::Free,
            solve: Solve::None,
            measure: RIGHT,
            hands: [Hand::default(); 2],
            feet: [Foot::default(); 2],
        };
        pose[Field::HipY] = 95.0;
        pose[Field::Grip] = 24.0;
        for side in [RIGHT, LEFT] {
            for (field, values) in STANDING {
                for (nth, value) in values.iter().enumerate() {
                    pose.set_raw(place(side, field) + nth, *value);
                }
            }
        }
        pose
    }
}

impl Index<Field> for Pose {
    type Output = f32;
    fn index(&self, field: Field) -> &f32 {
        &self.numbers[field as usize]
    }
}

impl IndexMut<Field> for Pose {
    fn index_mut(&mut self, field: Field) -> &mut f32 {
        &mut self.numbers[field as usize]
    }
}

const fn place(side: usize, field: Field) -> usize {
    let at = field as usize;
    if at >= FIRST_SIDED && side == LEFT { at + SIDED } else { at }
}

impl Pose {
    /// A number of one side.
    #[must_use]
    pub fn of(&self, side: usize, field: Field) -> f32 {
        self.raw(place(side, field))
    }

    /// Three numbers of one side, beginning at `field`.
    #[must_use]
    pub fn vec(&self, side: usize, field: Field) -> V3 {
        let at = place(side, field);
        v3(self.raw(at), self.raw(at + 1), self.raw(at + 2))
    }

    /// Sets a number of one side.
    pub fn set(&mut self, side: usize, field: Field, value: f32) {
        self.set_raw(place(side, field), value);
    }

    /// Sets three numbers of one side.
    pub fn set_vec(&mut self, side: usize, field: Field, value: V3) {
        let at = place(side, field);
        self.set_raw(at, value.x);
        self.set_raw(at + 1, value.y);
        self.set_raw(at + 2, value.z);
    }

    /// A number by its place in the array; 0 beyond its end.
    #[must_use]
    pub fn raw(&self, at: usize) -> f32 {
        self.numbers.get(at).copied().unwrap_or(0.0)
    }

    /// Sets a number by its place in the array; places beyond its end are ignored.
    pub fn set_raw(&mut self, at: usize, value: f32) {
        if let Some(number) = self.numbers.get_mut(at) {
            *number = value;
        }
    }

    /// The pose a share `t` of the way to `to`.
    #[must_use]
    pub fn blend(&self, to: &Self, t: f32) -> Self {
        let mut out = if t < 0.5 { *self } else { *to };
        for (at, number) in out.numbers.iter_mut().enumerate() {
            *number = lerp(self.raw(at), to.raw(at), t);
        }
        out
    }

    /// The pose between `b` and `c` on a smooth curve (uniform Catmull-Rom) that also sees `a` and `d`.
    #[must_use]
    pub fn curve(a: &Self, b: &Self, c: &Self, d: &Self, t: f32) -> Self {
        let mut out = if t < 0.5 { *b } else { *c };
        for (at, number) in out.numbers.iter_mut().enumerate() {
            let (a, b, c, d) = (a.raw(at), b.raw(at), c.raw(at), d.raw(at));
            let (one, two) = ((c - a) * t, (2.0 * a - 5.0 * b + 4.0 * c - d) * t * t);
            *number = 0.5 * (2.0 * b + one + two + (3.0 * b - a - 3.0 * c + d) * t * t * t);
        }
        out
    }

    /// The mirror image: what the right side did, the left does.
    #[must_use]
    pub fn mirrored(&self) -> Self {
        let mut out = *self;
        for at in FIRST_SIDED..FIRST_SIDED + SIDED {
            out.set_raw(at, self.raw(at + SIDED));
            out.set_raw(at + SIDED, self.raw(at));
        }
        for field in [Field::Twist, Field::Side, Field::Turn, Field::Tilt] {
            out[field] = -self[field];
        }
        out.hands.swap(RIGHT, LEFT);
        out.feet.swap(RIGHT, LEFT);
        out
    }

    /// Only the legs change places.
    #[must_use]
    pub fn step(&self) -> Self {
        let (mut out, other) = (*self, self.mirrored());
        for side in [RIGHT, LEFT] {
            for at in place(side, Field::FootX)..=place(side, Field::KneeZ) {
                out.set_raw(at, other.raw(at));
            }
        }
        out.feet = other.feet;
        out
    }
}
