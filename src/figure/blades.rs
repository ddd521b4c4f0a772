//! The moving picture of the six movements of the shoulder blade: a back with its blades, seen from behind.
//!
//! Works with [`crate::catalog::learn`], which names the muscles to tint, and draws with the pen of the figures.
//!
//! Invariant: the picture is its own mirror image about x = 0. Units are cm, y down from the root of the neck.

use super::camera::Camera;
use super::math::{V3, lerp, sin_cos, v3};
use super::path::{Blob, Pen, ball};
use crate::catalog::learn::{Glide, Movement, movement};
use crate::training::exercise::Muscle;

/// The part of the picture to show, as the attribute wants it.
pub const VIEW_BOX: &str = "-36 -14 72 48";

const BEHIND: Camera = Camera { to_eye: v3(-1.0, 0.0, 0.0), right: V3::RIGHT, up: V3::UP };

/// Where a blade and its arm are.
#[derive(Clone, Copy)]
struct Pose {
    /// Outward and down from rest, cm.
    slide: (f32, f32),
    /// The socket's turn upward, degrees.
    turn: f32,
    /// How broad the blade looks; it faces aside as it slides round the ribs.
    broad: f32,
    /// The arm's angle from hanging, degrees.
    arm: f32,
}

const REST: Pose = Pose { slide: (0.0, 0.0), turn: 0.0, broad: 1.0, arm: 10.0 };
const OVERHEAD: Pose = Pose { slide: (-0.2, 0.5), turn: 40.0, broad: 0.88, arm: 148.0 };

/// Where a movement starts and ends.
const fn ends(glide: Glide) -> (Pose, Pose) {
    match glide {
        Glide::Elevation => (REST, Pose { slide: (0.0, -4.5), turn: 4.0, ..REST }),
        Glide::Depression => (REST, Pose { slide: (0.0, 3.2), arm: 13.0, ..REST }),
        Glide::Retraction => (REST, Pose { slide: (-3.6, 0.4), broad: 1.06, arm: 13.0, ..REST }),
        Glide::Protraction => (REST, Pose { slide: (3.8, 0.0), broad: 0.78, arm: 4.0, ..REST }),
        Glide::UpwardRotation => (REST, OVERHEAD),
        Glide::DownwardRotation => (OVERHEAD, Pose { turn: -7.0, arm: 5.0, ..REST }),
    }
}

impl Pose {
    fn toward(self, end: Self, t: f32) -> Self {
        Self {
            slide: (lerp(self.slide.0, end.slide.0, t), lerp(self.slide.1, end.slide.1, t)),
            turn: lerp(self.turn, end.turn, t),
            broad: lerp(self.broad, end.broad, t),
            arm: lerp(self.arm, end.arm, t),
        }
    }

    /// A point of the blade, given where it is at rest.
    fn blade(self, x: f32, y: f32) -> (f32, f32) {
        let (s, c) = sin_cos(self.turn);
        let (u, v) = ((x - 6.5) * self.broad - 4.0, y - 6.0);
        (10.5 + u * c + v * s + self.slide.0, 6.0 - u * s + v * c + self.slide.1)
    }

    /// A point along the upper arm, cm from the shoulder and aside to the body.
    fn arm(self, along: f32, aside: f32) -> (f32, f32) {
        let (s, c) = sin_cos(self.arm);
        let (x, y) = self.blade(18.4, 6.6);
        (x + s * along - c * aside, y + c * along + s * aside)
    }

    /// Where an anchor is, on the right side (1) or the left (-1).
    fn place(self, at: At, side: f32) -> V3 {
        let spot = match at {
            Trunk(x, y) => (x, y),
            Blade(x, y) => self.blade(x, y),
            Arm(along, aside) => self.arm(along, aside),
        };
        on_sheet(spot, side)
    }
}

/// An anchor on one of the parts that move against each other.
#[derive(Clone, Copy)]
enum At {
    /// Outward from the middle and down, cm.
    Trunk(f32, f32),
    /// The same, as it is at rest.
    Blade(f32, f32),
    /// Along the arm and aside to the body, cm.
    Arm(f32, f32),
}
use At::{Arm, Blade, Trunk};

/// Chains of balls, each an anchor and a radius in cm.
type Chains = &'static [&'static [(At, f32)]];

/// Neck and shoulder, arm, shoulder to chest, side of the trunk to arm, trunk.
#[rustfmt::skip] // points, kept in rows
const FLESH: Chains = &[
    &[(Trunk(0.0, -13.0), 4.6), (Trunk(0.0, -4.0), 5.0), (Blade(14.0, 3.6), 3.4), (Blade(17.6, 5.6), 5.2)],
    &[(Arm(0.0, 0.0), 6.0), (Arm(14.0, 0.0), 5.2), (Arm(44.0, 0.0), 3.6)],
    &[(Trunk(6.0, 6.0), 7.0), (Blade(14.6, 7.0), 5.4)],
    &[(Trunk(9.2, 17.5), 6.6), (Blade(9.4, 16.4), 3.6), (Arm(6.0, 0.0), 5.0), (Trunk(9.2, 17.5), 6.6)],
    &[(Trunk(6.0, 6.0), 7.0), (Trunk(9.2, 17.5), 6.6), (Trunk(6.0, 40.0), 7.4), (Trunk(0.0, 6.0), 7.0)],
];
const HAIR: Chains = &[&[(Trunk(1.2, -20.0), 6.0), (Trunk(1.0, -13.4), 4.2)]];
/// The head of the arm bone, in the socket: the outline around two balls one inside the other is the outer one.
const SOCKET: Chains = &[&[(Arm(0.0, 0.0), 2.5), (Arm(0.0, 0.0), 1.0)]];

/// The blade's edge, without the ridge.
#[rustfmt::skip] // points, kept in rows
const OUTLINE: &[At] = &[
    Blade(7.4, 2.4), Blade(6.3, 6.4), Blade(6.5, 11.5), Blade(8.0, 17.4), Blade(9.2, 19.0), Blade(10.6, 17.6),
    Blade(13.4, 12.0), Blade(15.4, 9.6), Blade(16.6, 8.4), Blade(16.2, 5.0), Blade(13.6, 4.2), Blade(10.0, 2.6),
    Blade(8.2, 1.6),
];
/// The roof over the shoulder, the outer end of the ridge.
const ROOF: &[At] =
    &[Blade(14.6, 3.2), Blade(17.6, 1.0), Blade(20.0, 2.2), Blade(18.8, 3.6), Blade(15.4, 4.6)];
/// The ridge across the blade.
const RIDGE: &[At] = &[Blade(6.5, 6.8), Blade(10.0, 5.6), Blade(14.5, 3.8), Blade(18.6, 2.2)];

/// The outline of a muscle, and whether it lies over the blade; empty for one that does not show from behind.
#[rustfmt::skip] // points, kept in rows
const fn outline(muscle: Muscle) -> (&'static [At], bool) {
    match muscle {
        Muscle::UpperTrapezius => (&[
            Trunk(0.3, -12.0), Trunk(0.3, -5.0), Trunk(0.3, 1.6), Blade(10.0, 4.0), Blade(18.2, 2.4),
            Blade(16.5, 0.6), Blade(11.0, -0.4), Trunk(4.6, -3.6), Trunk(2.8, -8.0), Trunk(2.4, -12.0),
        ], true),
        Muscle::MiddleTrapezius => (&[
            Trunk(0.3, 1.6), Trunk(0.3, 9.4), Blade(7.2, 7.4), Blade(12.0, 5.8), Blade(17.6, 3.2), Blade(10.0, 4.0),
        ], true),
        Muscle::LowerTrapezius => (&[
            Trunk(0.3, 9.4), Trunk(0.3, 29.0), Trunk(1.6, 25.0), Blade(8.6, 7.8), Blade(7.0, 6.0),
        ], true),
        Muscle::Rhomboids => (&[
            Trunk(0.6, -0.5), Trunk(0.6, 8.6), Blade(8.2, 17.8), Blade(6.6, 11.5), Blade(6.6, 5.6),
        ], false),
        Muscle::SerratusAnterior => (&[
            Blade(6.5, 9.0), Blade(8.6, 19.0), Trunk(11.4, 24.6), Trunk(13.8, 25.6), Trunk(15.4, 20.0),
            Trunk(15.6, 14.0), Blade(13.4, 10.0),
        ], false),
        Muscle::LatissimusDorsi => (&[
            Trunk(0.3, 16.0), Trunk(0.3, 22.0), Trunk(0.3, 30.0), Trunk(1.4, 38.0), Trunk(11.0, 38.0),
            Trunk(13.6, 28.0), Trunk(15.2, 21.0), Blade(15.4, 16.0), Arm(6.0, 4.6), Arm(4.5, 3.2),
            Blade(13.0, 13.5), Blade(9.0, 17.0),
        ], false),
        _ => (&[], false),
    }
}

/// Shapes of a frame, from back to front.
struct Sheet {
    movement: &'static Movement,
    pose: Pose,
    shapes: Vec<(&'static str, String)>,
}

impl Sheet {
    /// Adds a shape: `draw` is called for the right side and for the left.
    fn both(&mut self, class: &'static str, draw: &dyn Fn(&mut Pen<'_>, f32)) {
        let mut d = String::new();
        for side in [1.0, -1.0] {
            draw(&mut Pen::new(&mut d, &BEHIND), side);
        }
        self.shapes.push((class, d));
    }

    fn closed(&mut self, class: &'static str, pose: Pose, outlines: &[&[At]]) {
        self.both(class, &|pen, side| {
            for anchors in outlines {
                pen.closed(&placed(anchors, pose, side));
            }
        });
    }

    fn balls(&mut self, class: &'static str, chains: Chains) {
        let pose = self.pose;
        self.both(class, &|pen, side| {
            for chain in chains {
                let balls: Vec<Blob> = chain.iter().map(|(at, r)| ball(pose.place(*at, side), *r)).collect();
                pen.chain(&balls);
            }
        });
    }

    /// Tints the muscles under the blade, or those over it; helpers first, so that they stay behind.
    fn tint(&mut self, over: bool) {
        for (muscles, class) in [(self.movement.helped_by, "m2"), (self.movement.by, "m1")] {
            for muscle in muscles {
                let (anchors, lies_over) = outline(*muscle);
                if lies_over == over && !anchors.is_empty() {
                    self.closed(class, self.pose, &[anchors]);
                }
            }
        }
    }
}

fn on_sheet((x, y): (f32, f32), side: f32) -> V3 {
    v3(0.0, -y, x * side)
}

fn placed(anchors: &[At], pose: Pose, side: f32) -> Vec<V3> {
    anchors.iter().map(|at| pose.place(*at, side)).collect()
}

/// Draws a movement at `t`, from 0 where it starts to 1 where it ends: paint classes and path data, back to front.
///
/// All movements start at rest except downward rotation, which starts with the arms overhead.
#[must_use]
pub fn frame(glide: Glide, t: f32) -> Vec<(&'static str, String)> {
    let (start, end) = ends(glide);
    let pose = start.toward(end, t.clamp(0.0, 1.0));
    let mut sheet = Sheet { movement: movement(glide), pose, shapes: Vec::with_capacity(12) };

    sheet.balls("skin", FLESH);
    sheet.both("crease", &|pen, side| {
        for k in 0..7_u8 {
            let y = 3.0 + 3.6 * f32::from(k);
            let x = 10.0 + 0.5 * f32::from(k);
            let rib = [(1.8, y), (x * 0.55, y - 0.6), (x, y + 2.6)];
            pen.line(&rib.map(|p| on_sheet(p, side)));
        }
    });
    sheet.tint(false);
    sheet.closed("start", start, &[OUTLINE]);
    sheet.balls("bone", SOCKET);
    sheet.closed("bone", pose, &[OUTLINE, ROOF]);
    sheet.tint(true);
    sheet.both("scapline", &|pen, side| pen.line(&placed(RIDGE, pose, side)));
    sheet.both("skin far", &|pen, side| {
        for k in 0..16_u8 {
            pen.blob(&ball(on_sheet((0.0, -7.0 + 2.7 * f32::from(k)), side), 0.9));
        }
    });
    sheet.balls("hair", HAIR);
    sheet.shapes
}
