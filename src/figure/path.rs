//! Outlines as SVG path text: hulls of balls and ellipsoids, smooth closed shapes and lines. Flesh, muscles
//! and props write through it.
//!
//! Invariant: every closed outline runs clockwise on the screen, so parts that overlap in one path fill as one.

use super::camera::Camera;
use super::math::{V3, sort_by_number};

/// A ball or an ellipsoid, the stuff flesh and props are made of.
#[derive(Clone, Copy, Debug)]
pub struct Blob {
    /// Its middle.
    pub at: V3,
    /// Radius of a ball, cm.
    pub r: f32,
    /// Half axes of an ellipsoid.
    pub axes: Option<[V3; 3]>,
}

/// A ball.
#[must_use]
pub const fn ball(at: V3, r: f32) -> Blob {
    Blob { at, r, axes: None }
}

/// An ellipsoid from its three half axes.
#[must_use]
pub const fn ellipsoid(at: V3, axes: [V3; 3]) -> Blob {
    Blob { at, r: 0.0, axes: Some(axes) }
}

/// A flat round plate: half as thick as `half`, about `axis` (of length 1).
#[must_use]
pub fn disc(at: V3, axis: V3, r: f32, half: f32) -> [Blob; 2] {
    let a = axis.cross(if axis.y.abs() < 0.9 { V3::UP } else { V3::FORWARD }).unit();
    let axes = [a * r, axis.cross(a) * r, axis * 0.01];
    [ellipsoid(at - axis * half, axes), ellipsoid(at + axis * half, axes)]
}

/// A blob in the picture: an ellipse with its support function h(n) = c·n + √(nᵀQn).
#[derive(Clone, Copy)]
struct Spot {
    x: f32,
    y: f32,
    a: f32,
    b: f32,
    d: f32,
    r: f32,
}

impl Spot {
    fn new(cam: &Camera, blob: &Blob) -> Self {
        let (x, y) = cam.flat(blob.at);
        let Some(axes) = blob.axes else {
            let q = blob.r * blob.r;
            return Self { x, y, a: q, b: 0.0, d: q, r: blob.r };
        };
        let (mut a, mut b, mut d) = (0.0, 0.0, 0.0);
        for axis in axes {
            let (u, v) = cam.flat(axis);
            a += u * u;
            b += u * v;
            d += v * v;
        }
        Self { x, y, a, b, d, r: 0.0 }
    }

    fn width(&self, n: (f32, f32)) -> f32 {
        (self.a * n.0 * n.0 + 2.0 * self.b * n.0 * n.1 + self.d * n.1 * n.1).max(1e-6).sqrt()
    }

    fn support(&self, n: (f32, f32)) -> (f32, f32) {
        let w = self.width(n);
        (self.x + (self.a * n.0 + self.b * n.1) / w, self.y + (self.b * n.0 + self.d * n.1) / w)
    }

    /// Balls are drawn to a tenth of a cm; thin ellipses need a hundredth, or their arcs would not close.
    fn digits(&self) -> Digits {
        if self.r > 0.0 { Digits::Tenths } else { Digits::Hundredths }
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Digits {
    Tenths,
    Hundredths,
}

fn push_number(out: &mut String, x: f32, digits: Digits) {
    let scale = if digits == Digits::Tenths { 10 } else { 100 };
    #[allow(clippy::cast_possible_truncation, clippy::cast_precision_loss)]
    push_scaled(out, (x * scale as f32).round() as i32, scale);
}

/// Writes a number of tenths or hundredths, as `scale` says.
pub(super) fn push_scaled(out: &mut String, n: i32, scale: u32) {
    if n < 0 {
        out.push('-');
    }
    let n = n.unsigned_abs();
    push_whole(out, n / scale);
    let rest = n % scale;
    if rest > 0 {
        out.push('.');
        if scale == 100 {
            push_digit(out, rest / 10);
            if !rest.is_multiple_of(10) {
                push_digit(out, rest % 10);
            }
        } else {
            push_digit(out, rest);
        }
    }
}

fn push_whole(out: &mut String, n: u32) {
    if n >= 10 {
        push_whole(out, n / 10);
    }
    push_digit(out, n % 10);
}

fn push_digit(out: &mut String, n: u32) {
    #[allow(clippy::cast_possible_truncation)]
    out.push(char::from(b'0' + (n % 10) as u8));
}

/// Writes path text at the end of a string.
pub struct Pen<'a> {
    out: &'a mut String,
    cam: &'a Camera,
}

impl<'a> Pen<'a> {
    /// A pen that draws through a camera.
    pub fn new(out: &'a mut String, cam: &'a Camera) -> Self {
        Self { out, cam }
    }

    fn point(&mut self, command: char, p: (f32, f32), digits: Digits) {
        self.out.push(command);
        self.pair(p, digits);
    }

    fn pair(&mut self, p: (f32, f32), digits: Digits) {
        push_number(self.out, p.0, digits);
        self.out.push(' ');
        push_number(self.out, p.1, digits);
    }

    fn arc(&mut self, spot: &Spot, to: (f32, f32), large: bool) {
        let digits = spot.digits();
        if spot.r > 0.0 {
            self.point('A', (spot.r, spot.r), digits);
            self.out.push_str(" 0");
        } else {
            let t = f32::midpoint(spot.a, spot.d);
            let k = length((spot.a - spot.d) / 2.0, spot.b);
            let (rx, ry) = ((t + k).sqrt(), (t - k).max(1e-4).sqrt().max(0.05));
            self.point('A', (rx, ry), digits);
            self.out.push(' ');
            push_number(self.out, 0.5 * (2.0 * spot.b).atan2(spot.a - spot.d).to_degrees(), Digits::Tenths);
        }
        self.out.push_str(if large { " 1 1 " } else { " 0 1 " });
        self.pair(to, digits);
    }

    fn whole(&mut self, spot: &Spot) {
        let p = spot.support((1.0, 0.0));
        let q = (2.0 * spot.x - p.0, 2.0 * spot.y - p.1);
        self.point('M', p, spot.digits());
        self.arc(spot, q, false);
        self.arc(spot, p, false);
        self.out.push('Z');
    }

    /// The whole outline of one blob.
    pub fn blob(&mut self, blob: &Blob) {
        let spot = Spot::new(self.cam, blob);
        self.whole(&spot);
    }

    /// The outline around two blobs: two arcs and the two outer tangents.
    pub fn hull(&mut self, first: &Blob, second: &Blob) {
        let (one, two) = (Spot::new(self.cam, first), Spot::new(self.cam, second));
        let (Some(na), Some(nb)) = (tangent(&one, &two, -1.0), tangent(&one, &two, 1.0)) else {
            // one lies inside the other
            self.whole(if one.a + one.d > two.a + two.d { &one } else { &two });
            return;
        };
        let large = na.0 * nb.1 < na.1 * nb.0;
        self.point('M', one.support(na), one.digits());
        self.arc(&one, one.support(nb), large);
        self.point('L', two.support(nb), two.digits());
        self.arc(&two, two.support(na), !large);
        self.out.push('Z');
    }

    /// A chain of hulls, each around two neighbours.
    pub fn chain(&mut self, blobs: &[Blob]) {
        for (a, b) in blobs.iter().zip(blobs.iter().skip(1)) {
            self.hull(a, b);
        }
    }

    /// The outline around points, rounded by `r` cm.
    pub fn rounded(&mut self, points: &[V3], r: f32) {
        let mut flat: Vec<(f32, f32)> = points.iter().map(|p| self.cam.flat(*p)).collect();
        // the tiny share of y puts points above each other in order too
        sort_by_number(&mut flat, |p| p.0 + p.1 * 1e-3);
        // two runs of the monotone chain, each without its last point: clockwise on a screen with y down
        let mut ring = half_ring(flat.iter().copied());
        ring.extend(half_ring(flat.iter().rev().copied()));
        let n = ring.len();
        let spot = Spot { x: 0.0, y: 0.0, a: 0.0, b: 0.0, d: 0.0, r };
        for (i, p) in ring.iter().enumerate() {
            let Some(q) = ring.get((i + 1) % n) else { break };
            let (dx, dy) = (q.0 - p.0, q.1 - p.1);
            let l = length(dx, dy).max(1e-6);
            let off = (dy / l * r, -dx / l * r);
            let (start, end) = ((p.0 + off.0, p.1 + off.1), (q.0 + off.0, q.1 + off.1));
            if i == 0 {
                self.point('M', start, Digits::Hundredths);
            } else {
                self.arc(&spot, start, false);
            }
            self.point('L', end, Digits::Hundredths);
            if i + 1 == n
                && let Some(first) = ring.first()
                && let Some(second) = ring.get(1)
            {
                let (dx, dy) = (second.0 - first.0, second.1 - first.1);
                let l = length(dx, dy).max(1e-6);
                self.arc(&spot, (first.0 + dy / l * r, first.1 - dx / l * r), false);
            }
        }
        if n > 0 {
            self.out.push('Z');
        }
    }

    fn bezier(&mut self, before: V3, from: V3, to: V3, after: V3, k: f32) {
        let a = self.cam.flat(from + (to - before) * k);
        let b = self.cam.flat(to - (after - from) * k);
        self.point('C', a, Digits::Tenths);
        self.out.push(' ');
        self.pair(b, Digits::Tenths);
        self.out.push(' ');
        self.pair(self.cam.flat(to), Digits::Tenths);
    }

    /// A smooth closed outline through points.
    pub fn closed(&mut self, points: &[V3]) {
        let n = points.len();
        let at = |i: usize| points.get(i % n.max(1)).copied().unwrap_or_default();
        self.point('M', self.cam.flat(at(0)), Digits::Tenths);
        for i in 0..n {
            self.bezier(at(i + n - 1), at(i), at(i + 1), at(i + 2), 0.16);
        }
        self.out.push('Z');
    }

    /// An open line through points, smooth when there are more than two.
    pub fn line(&mut self, points: &[V3]) {
        let last = points.len().saturating_sub(1);
        let at = |i: usize| points.get(i.min(last)).copied().unwrap_or_default();
        self.point('M', self.cam.flat(at(0)), Digits::Tenths);
        if points.len() == 2 {
            self.point('L', self.cam.flat(at(1)), Digits::Tenths);
            return;
        }
        for i in 0..last {
            self.bezier(at(i.saturating_sub(1)), at(i), at(i + 1), at(i + 2), 0.166);
        }
    }

    /// An ellipse in the picture itself, in cm.
    pub fn ellipse(&mut self, x: f32, y: f32, rx: f32, ry: f32) {
        self.whole(&Spot { x, y, a: rx * rx, b: 0.0, d: ry * ry, r: 0.0 });
    }

    /// A straight line in the picture itself, in cm.
    pub fn stroke(&mut self, from: (f32, f32), to: (f32, f32)) {
        self.point('M', from, Digits::Tenths);
        self.point('L', to, Digits::Tenths);
    }
}

fn half_ring(points: impl Iterator<Item = (f32, f32)>) -> Vec<(f32, f32)> {
    let mut ring: Vec<(f32, f32)> = Vec::new();
    for p in points {
        while let [.., a, b] = ring[..] {
            if (b.0 - a.0) * (p.1 - a.1) - (b.1 - a.1) * (p.0 - a.0) > 0.0 {
                break;
            }
            ring.pop();
        }
        ring.push(p);
    }
    ring.pop();
    ring
}

/// Normal of the outer tangent on one side (`g`), if neither blob covers the other.
fn tangent(one: &Spot, two: &Spot, g: f32) -> Option<(f32, f32)> {
    let (dx, dy) = (one.x - two.x, one.y - two.y);
    let apart = length(dx, dy);
    let (ux, uy) = (dx / apart, dy / apart);
    if one.r > 0.0 && two.r > 0.0 {
        let c = (two.r - one.r) / apart;
        let s = g * (1.0 - c * c).max(0.0).sqrt();
        return (c > -1.0 && c < 1.0).then_some((ux * c - uy * s, uy * c + ux * s));
    }
    let f = |n: (f32, f32)| dx * n.0 + dy * n.1 + one.width(n) - two.width(n);
    let (mut u, mut v) = ((ux, uy), (-ux, -uy));
    // written so that blobs with the same middle count as one in the other
    if !(f(u) > 0.0 && f(v) < 0.0) {
        return None;
    }
    let mut m = (-uy * g, ux * g);
    for _ in 0..14 {
        if f(m) > 0.0 {
            u = m;
        } else {
            v = m;
        }
        let (x, y) = (u.0 + v.0, u.1 + v.1);
        let l = length(x, y);
        m = (x / l, y / l);
    }
    Some(m)
}

fn length(x: f32, y: f32) -> f32 {
    (x * x + y * y).sqrt()
}

/// One smooth in-between blob for each link, so that a limb's outline curves instead of kinking.
#[must_use]
pub fn soften(blobs: &[Blob]) -> Vec<Blob> {
    let last = blobs.len().saturating_sub(1);
    let mut out = Vec::with_capacity(2 * blobs.len());
    for (i, blob) in blobs.iter().enumerate() {
        out.push(*blob);
        if let (Some(a), Some(c)) = (blobs.get(i.saturating_sub(1)), blobs.get(i + 1)) {
            out.push(between(a, blob, c, blobs.get((i + 2).min(last)).unwrap_or(c)));
        }
    }
    out
}

fn between(a: &Blob, b: &Blob, c: &Blob, d: &Blob) -> Blob {
    let mix = |a: V3, b: V3, c: V3, d: V3| ((b + c) * 9.0 - a - d) * 0.0625;
    let at = mix(a.at, b.at, c.at, d.at);
    let r = ((b.r + c.r) * 9.0 - a.r - d.r) * 0.0625;
    let axes = match (a.axes, b.axes, c.axes, d.axes) {
        (Some(a), Some(b), Some(c), Some(d)) => {
            Some([mix(a[0], b[0], c[0], d[0]), mix(a[1], b[1], c[1], d[1]), mix(a[2], b[2], c[2], d[2])])
        }
        _ => None,
    };
    Blob { at, r, axes }
}
