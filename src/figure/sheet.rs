//! All that is known about one exercise's figure: camera, poses, tints, props. The table decodes into it,
//! the scene draws from it.
//!
//! Invariant: a sheet is never changed while its figure moves.

use super::camera::Angle;
use super::math::V3;
use super::timeline::Timeline;
use crate::training::exercise::{Muscle, Role};

/// A rectangle of the picture, cm: left, top, width, height; y down, the floor at 0.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct ViewBox {
    /// Left edge.
    pub x: f32,
    /// Top edge.
    pub y: f32,
    /// Width.
    pub w: f32,
    /// Height.
    pub h: f32,
}

impl std::fmt::Display for ViewBox {
    /// As the `viewBox` attribute wants it.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        #[allow(clippy::cast_possible_truncation)]
        let [x, y, w, h] = [self.x, self.y, self.w, self.h].map(|n| n.round() as i32);
        write!(f, "{x} {y} {w} {h}")
    }
}

/// A place that a prop is bound to.
#[derive(Clone, Copy, Debug)]
pub enum Anchor {
    /// A point in the world.
    Point(V3),
    /// The right or left hand.
    Hand(usize),
    /// Between the hands.
    Between,
    /// The bar's middle.
    Bar,
    /// On the back: the pose's `BarX` is the height above the hips, `BarY` the distance right of the spine.
    Back,
}

/// Where a prop goes in the order of painting.
#[derive(Clone, Copy, Debug)]
pub enum Layer {
    /// By its depth, with a nudge in cm.
    Depth(f32),
    /// Behind everything, with a nudge.
    Far(f32),
    /// Before everything, with a nudge.
    Near(f32),
}

/// A thing in the picture. Lengths in cm.
#[allow(missing_docs)] // the sentence over each variant names its parts in their order
#[derive(Clone, Debug)]
pub enum Prop {
    /// A loaded barbell on the bar's place: half the width between the plates, plate radius.
    Barbell { half: f32, radius: f32 },
    /// A dumbbell in each hand or in one.
    Dumbbell { axis: V3, length: f32, radius: f32, sides: [bool; 2] },
    /// A bar on two uprights: forward, up, half width.
    Rack { x: f32, y: f32, half: f32 },
    /// A cable tower with a rope.
    Cable { at: V3, height: f32, knot: f32 },
    /// Bands from a post to the hands.
    Bands { from: V3, sides: [bool; 2] },
    /// A band from hand to hand.
    Band,
    /// A backpack held by both hands.
    Pack,
    /// A bench pad on legs, from its lower to its upper end.
    Bench { from: (f32, f32), to: (f32, f32) },
    /// A bar that turns about a pivot on the floor, held by both hands or one; the plate's place before them.
    Landmine { pivot: V3, hand: Option<usize>, plate: f32 },
    /// A box with rounded edges.
    Block { at: Anchor, half: V3, round: f32, class: &'static str, layer: Layer },
    /// A straight round bar or post.
    Rod { a: Anchor, b: Anchor, width: f32, class: &'static str, layer: Layer },
    /// A ball.
    Ball { at: Anchor, radius: f32, class: &'static str, layer: Layer },
    /// A plate or a roller.
    Disc { at: Anchor, axis: V3, radius: f32, half: f32, class: &'static str, layer: Layer },
    /// A soft line.
    Curve { points: Vec<Anchor>, class: &'static str, layer: Layer },
    /// A plain bar on the bar's place: half its width.
    PlainBar { half: f32, width: f32 },
    /// A cable from a pulley.
    Pull { at: V3, to: Anchor, bare: bool, far: bool },
    /// A bag hanging from a hand.
    Bag { at: Anchor },
}

/// Corrections to the order of painting, cm nearer to the eye.
#[derive(Clone, Copy, Debug, Default)]
pub struct Nudge {
    /// Whole arm, right and left.
    pub arm: [f32; 2],
    /// Forearm, right and left.
    pub fore: [f32; 2],
    /// Leg, right and left.
    pub leg: [f32; 2],
    /// Head.
    pub head: f32,
    /// Far limbs are not dimmed.
    pub bright: bool,
}

/// One exercise's figure.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// The camera that shows it best.
    pub angle: Angle,
    /// The picture's frame from there.
    pub frame: ViewBox,
    /// The shadow: middle x and y, half width, depth.
    pub shadow: [f32; 4],
    /// Speed of a moving floor, cm/s.
    pub tread: f32,
    /// Tinted strongly.
    pub primary: Vec<Muscle>,
    /// Tinted softly.
    pub secondary: Vec<Muscle>,
    /// What the tint means.
    pub role: Role,
    /// Tint only this side.
    pub tint_side: Option<usize>,
    /// The things around it, back to front.
    pub props: Vec<Prop>,
    /// The blades are outlined.
    pub blades: bool,
    /// Corrections to the order of painting.
    pub nudge: Nudge,
    /// The feet move on purpose.
    pub feet_move: bool,
    /// Other cameras that show it well: from the side, from behind.
    pub views: (bool, bool),
    /// The instant of the list picture, ms, and its frame.
    pub thumb: (f32, ViewBox),
    /// The poses.
    pub timeline: Timeline,
}
