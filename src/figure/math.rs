//! Vectors in the figure's space and the few angle functions it needs. Everything in this module folder
//! builds on it.
//!
//! Invariant: axes are x forward, y up, z to the figure's right, in centimetres; angles are in degrees.

use std::ops::{Add, AddAssign, Mul, Neg, Sub};

/// A point or a direction, in cm.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct V3 {
    /// Forward.
    pub x: f32,
    /// Up.
    pub y: f32,
    /// To the figure's right.
    pub z: f32,
}

/// A vector from its parts.
#[must_use]
pub const fn v3(x: f32, y: f32, z: f32) -> V3 {
    V3 { x, y, z }
}

// kept as calls: inlined everywhere they would add some kilobytes of WebAssembly and gain no time
impl Add for V3 {
    type Output = Self;
    #[inline(never)]
    fn add(self, o: Self) -> Self {
        v3(self.x + o.x, self.y + o.y, self.z + o.z)
    }
}

impl AddAssign for V3 {
    fn add_assign(&mut self, o: Self) {
        *self = *self + o;
    }
}

impl Sub for V3 {
    type Output = Self;
    #[inline(never)]
    fn sub(self, o: Self) -> Self {
        v3(self.x - o.x, self.y - o.y, self.z - o.z)
    }
}

impl Mul<f32> for V3 {
    type Output = Self;
    #[inline(never)]
    fn mul(self, k: f32) -> Self {
        v3(self.x * k, self.y * k, self.z * k)
    }
}

impl Neg for V3 {
    type Output = Self;
    fn neg(self) -> Self {
        self * -1.0
    }
}

impl V3 {
    /// Straight up.
    pub const UP: Self = v3(0.0, 1.0, 0.0);
    /// Straight ahead.
    pub const FORWARD: Self = v3(1.0, 0.0, 0.0);
    /// To the figure's right.
    pub const RIGHT: Self = v3(0.0, 0.0, 1.0);

    /// Dot product.
    #[must_use]
    pub fn dot(self, o: Self) -> f32 {
        self.x * o.x + self.y * o.y + self.z * o.z
    }

    /// Cross product.
    #[must_use]
    pub fn cross(self, o: Self) -> Self {
        v3(self.y * o.z - self.z * o.y, self.z * o.x - self.x * o.z, self.x * o.y - self.y * o.x)
    }

    /// Length in cm.
    #[must_use]
    pub fn len(self) -> f32 {
        self.dot(self).sqrt()
    }

    /// The same direction with length 1; the zero vector stays zero.
    #[must_use]
    pub fn unit(self) -> Self {
        let l = self.len();
        if l > 0.0 { self * (1.0 / l) } else { self }
    }

    /// The point a share `t` of the way to `o`.
    #[must_use]
    pub fn lerp(self, o: Self, t: f32) -> Self {
        self + (o - self) * t
    }

    /// What is left when the part along the unit vector `axis` is taken out.
    #[must_use]
    pub fn without(self, axis: Self) -> Self {
        self - axis * self.dot(axis)
    }

    /// The mirror image in the midplane for the left side (`g` = -1), itself for the right (`g` = 1).
    #[must_use]
    pub fn on_side(self, g: f32) -> Self {
        v3(self.x, self.y, self.z * g)
    }
}

/// The number a share `t` of the way from `a` to `b`.
#[must_use]
pub fn lerp(a: f32, b: f32, t: f32) -> f32 {
    a + (b - a) * t
}

/// Sine and cosine of an angle in degrees.
///
/// Written out because degrees reduce to a quarter turn without loss, and the general functions of the
/// standard library would cost several kilobytes of WebAssembly.
#[must_use]
pub fn sin_cos(degrees: f32) -> (f32, f32) {
    let quarters = (degrees * (1.0 / 90.0)).round_ties_even();
    let r = (degrees - quarters * 90.0).to_radians();
    let q = r * r;
    let s = r * (1.0 + q * (-1.0 / 6.0 + q * (1.0 / 120.0 - q * (1.0 / 5040.0))));
    let c = 1.0 + q * (-0.5 + q * (1.0 / 24.0 + q * (-1.0 / 720.0 + q * (1.0 / 40320.0))));
    #[allow(clippy::cast_possible_truncation)]
    match quarters as i32 & 3 {
        0 => (s, c),
        1 => (c, -s),
        2 => (-s, -c),
        _ => (-c, s),
    }
}

/// A power of a number from 0 to 1, by repeated square roots.
#[must_use]
pub fn power(x: f32, exponent: f32) -> f32 {
    let mut rest = exponent.fract();
    let (mut root, mut out) = (x, 1.0);
    for _ in 0..14 {
        root = root.sqrt();
        rest *= 2.0;
        if rest >= 1.0 {
            rest -= 1.0;
            out *= root;
        }
    }
    let mut whole = exponent;
    while whole >= 1.0 {
        out *= x;
        whole -= 1.0;
    }
    out
}

/// The rest of `x` after whole turns of length `turn`, never negative.
#[must_use]
pub fn wrap(x: f64, turn: f64) -> f64 {
    if turn > 0.0 { x - (x / turn).floor() * turn } else { 0.0 }
}

/// Sorts by a number, smallest first; equal ones keep their order. For the few dozen things of a frame.
pub fn sort_by_number<T>(things: &mut [T], number: impl Fn(&T) -> f32) {
    for i in 1..things.len() {
        let mut j = i;
        while j > 0 && number(&things[j - 1]) > number(&things[j]) {
            things.swap(j - 1, j);
            j -= 1;
        }
    }
}

/// Three axes of a body part, each of length 1 and square to the others.
#[derive(Clone, Copy, Debug)]
pub struct Axes {
    /// Along the part, towards the head.
    pub up: V3,
    /// The way its front faces.
    pub fwd: V3,
    /// To the figure's right.
    pub right: V3,
}

impl Axes {
    /// Standing upright and facing forward.
    pub const WORLD: Self = Self { up: V3::UP, fwd: V3::FORWARD, right: V3::RIGHT };

    /// Bent forward by an angle in degrees.
    #[must_use]
    pub fn bend(self, degrees: f32) -> Self {
        let (up, fwd) = turn(self.up, self.fwd, degrees);
        Self { up, fwd, right: self.right }
    }

    /// Turned to its right about its own long axis, in degrees.
    #[must_use]
    pub fn twist(self, degrees: f32) -> Self {
        let (fwd, right) = turn(self.fwd, self.right, degrees);
        Self { up: self.up, fwd, right }
    }

    /// Bent to its right, in degrees.
    #[must_use]
    pub fn side(self, degrees: f32) -> Self {
        let (up, right) = turn(self.up, self.right, degrees);
        Self { up, fwd: self.fwd, right }
    }

    /// Halfway to other axes.
    #[must_use]
    pub fn between(self, o: Self, t: f32) -> Self {
        Self {
            up: self.up.lerp(o.up, t).unit(),
            fwd: self.fwd.lerp(o.fwd, t).unit(),
            right: self.right.lerp(o.right, t).unit(),
        }
    }

    /// A direction given in these axes: forward, up, right.
    #[must_use]
    pub fn dir(self, v: V3) -> V3 {
        self.fwd * v.x + self.up * v.y + self.right * v.z
    }
}

/// Turns `a` towards `b` by an angle, and `b` along with it.
fn turn(a: V3, b: V3, degrees: f32) -> (V3, V3) {
    if degrees == 0.0 {
        return (a, b);
    }
    let (s, c) = sin_cos(degrees);
    (a * c + b * s, b * c - a * s)
}
