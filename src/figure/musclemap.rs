//! The muscle map: a chart of the body from the back and from the front, in two layers, whose muscles can be
//! addressed one by one. It is used for picking a muscle, for what an exercise works and for the week's load.
//!
//! Works with [`crate::training::exercise`], whose [`Muscle`] names the regions; colour is the style sheet's business,
//! through [`Kind::class`], and the words that say the same thing belong to whoever draws the map.
//!
//! Units are half centimetres, x from the middle of the body to the viewer's right, y down. Only the right half is
//! stored. By default the right half shows the surface, and the left half, mirrored, what lies under it, so that
//! rhomboids and rotator cuff are as large as trapezius and latissimus.
//!
//! Invariant: a muscle has one outline, of one or more pieces, in each half in which it shows; the shapes of a muscle
//! follow one another, so each can be drawn as one group that takes the focus.

use std::fmt;

use super::outline::path_data;
use crate::training::exercise::Muscle;

#[path = "musclemap_paths.rs"]
mod paths;

/// From where the body is seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Side {
    /// From behind.
    Back,
    /// From the front.
    Front,
}

/// Which layers a map shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Layers {
    /// The deep layer in the viewer's left half, the surface in the right one.
    Split,
    /// The surface in both halves.
    Surface,
    /// The deep layer in both halves.
    Deep,
}

/// One layer of the body.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Layer {
    /// Under the outer muscles.
    Deep,
    /// As seen through the skin.
    Surface,
}

/// What a shape stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// The silhouette, under everything else.
    Body,
    /// The line of the jaw.
    Face,
    /// A muscle that the app does not deal in: scenery.
    Context,
    /// A sheet of connective tissue: scenery in the colour of the body.
    Fascia,
    /// A bone.
    Bone,
    /// Ribs, drawn as lines.
    Rib,
    /// A muscle's outline.
    Region(Muscle),
    /// Fibre lines on a muscle, or on scenery.
    Fibre(Option<Muscle>),
    /// The line between two different layers.
    Midline,
}

impl Kind {
    /// The classes of the style sheet that paint it. Regions also take `data-h`, the heat step 0 to 4.
    #[must_use]
    pub const fn class(self) -> &'static str {
        match self {
            Self::Body => "mm-b",
            Self::Face => "mm-face",
            Self::Context => "mm-c",
            Self::Fascia => "mm-c mm-c2",
            Self::Bone => "mm-c mm-c3",
            Self::Rib => "mm-rib",
            Self::Region(_) => "mm-r",
            Self::Fibre(Some(_)) => "mm-f",
            Self::Fibre(None) => "mm-f mm-fc",
            Self::Midline => "mm-mid",
        }
    }
}

/// One path to draw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shape {
    /// What it stands for.
    pub kind: Kind,
    /// The layer it belongs to; `None` for what spans both halves.
    pub layer: Option<Layer>,
    /// Drawn in the viewer's left half, with `scale(-1 1)`.
    pub mirrored: bool,
    /// SVG path data, in half centimetres.
    pub d: String,
}

/// A part of the plane, in half centimetres. Displays as the value of a `viewBox` attribute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ViewBox {
    /// Left edge.
    pub x: i32,
    /// Top edge.
    pub y: i32,
    /// Width.
    pub width: i32,
    /// Height.
    pub height: i32,
}

impl fmt::Display for ViewBox {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} {} {}", self.x, self.y, self.width, self.height)
    }
}

/// How much of the body a map shows. The crops fit both sides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Crop {
    /// Head to thighs, with the hands.
    Whole,
    /// Head to hips: the week's load.
    Trunk,
    /// Neck to hips, without the forearms: one exercise or one muscle.
    Torso,
    /// Neck to waist: the small picture in a list.
    Glyph,
}

impl Crop {
    /// The part of the plane it shows.
    #[must_use]
    pub const fn view_box(self) -> ViewBox {
        let (x, y, width, height) = match self {
            Self::Whole => (-84, -4, 168, 266),
            Self::Trunk => (-78, 4, 156, 202),
            Self::Torso => (-64, 26, 128, 152),
            Self::Glyph => (-62, 26, 124, 140),
        };
        ViewBox { x, y, width, height }
    }
}

/// Where the picture starts to fade out, as a share of its height from the top. A body that ends in a hard edge looks
/// cut off.
pub const FADE_FROM: f32 = 0.86;

/// The muscles of the back in the order in which they take the focus and are drawn.
const BACK: &[Muscle] = &[
    Muscle::UpperTrapezius,
    Muscle::MiddleTrapezius,
    Muscle::LowerTrapezius,
    Muscle::Supraspinatus,
    Muscle::PosteriorDeltoid,
    Muscle::Infraspinatus,
    Muscle::TeresMinor,
    Muscle::TeresMajor,
    Muscle::Rhomboids,
    Muscle::LatissimusDorsi,
    Muscle::ErectorSpinae,
];

/// The muscles of the front, likewise. The serratus comes before the pectoralis minor, which covers a part of it.
const FRONT: &[Muscle] = &[
    Muscle::Scalenes,
    Muscle::UpperTrapezius,
    Muscle::AnteriorDeltoid,
    Muscle::SerratusAnterior,
    Muscle::PectoralisMinor,
    Muscle::Biceps,
];

const fn table(side: Side, layer: Layer) -> &'static [(Kind, &'static str)] {
    match (side, layer) {
        (Side::Back, Layer::Surface) => paths::BACK_SURFACE,
        (Side::Back, Layer::Deep) => paths::BACK_DEEP,
        (Side::Front, Layer::Surface) => paths::FRONT_SURFACE,
        (Side::Front, Layer::Deep) => paths::FRONT_DEEP,
    }
}

const fn halves(layers: Layers) -> [(Layer, bool); 2] {
    match layers {
        Layers::Split => [(Layer::Deep, true), (Layer::Surface, false)],
        Layers::Surface => [(Layer::Surface, true), (Layer::Surface, false)],
        Layers::Deep => [(Layer::Deep, true), (Layer::Deep, false)],
    }
}

/// Adds those shapes of both halves whose kind is wanted.
fn half_shapes(side: Side, layers: Layers, wanted: &dyn Fn(Kind) -> bool, shapes: &mut Vec<Shape>) {
    for (layer, mirrored) in halves(layers) {
        for &(kind, d) in table(side, layer) {
            if wanted(kind) {
                shapes.push(Shape { kind, layer: Some(layer), mirrored, d: path_data(d) });
            }
        }
    }
}

fn whole(kind: Kind, outline: &str) -> Shape {
    Shape { kind, layer: None, mirrored: false, d: path_data(outline) }
}

fn outline(side: Side, layer: Layer, muscle: Muscle) -> Option<&'static str> {
    table(side, layer).iter().find(|(kind, _)| *kind == Kind::Region(muscle)).map(|&(_, d)| d)
}

/// Every shape of a map, in drawing order: scenery, muscle by muscle, and the line between the layers.
pub fn shapes(side: Side, layers: Layers) -> impl Iterator<Item = Shape> {
    scenery(side, layers)
        .into_iter()
        .chain(regions(side, layers).flat_map(move |muscle| muscle_shapes(side, layers, muscle)))
        .chain(midline(side, layers))
}

/// What is drawn under the muscles: body, face, other muscles, bones, ribs. None of it can be picked.
#[must_use]
pub fn scenery(side: Side, layers: Layers) -> Vec<Shape> {
    let mut shapes = vec![whole(Kind::Body, paths::BODY)];
    if side == Side::Front {
        shapes.push(whole(Kind::Face, paths::FACE));
    }
    let wanted =
        |kind| matches!(kind, Kind::Context | Kind::Fascia | Kind::Bone | Kind::Rib | Kind::Fibre(None));
    half_shapes(side, layers, &wanted, &mut shapes);
    shapes
}

/// The outlines and fibres of one muscle, to be drawn as one group. Empty where the muscle has no region.
#[must_use]
pub fn muscle_shapes(side: Side, layers: Layers, muscle: Muscle) -> Vec<Shape> {
    let mut shapes = Vec::new();
    let wanted = |kind| kind == Kind::Region(muscle) || kind == Kind::Fibre(Some(muscle));
    half_shapes(side, layers, &wanted, &mut shapes);
    shapes
}

/// The line between the layers, drawn over everything. Only a split map has one.
#[must_use]
pub fn midline(side: Side, layers: Layers) -> Option<Shape> {
    match (layers, side) {
        (Layers::Split, Side::Back) => Some(whole(Kind::Midline, paths::MIDLINE_BACK)),
        (Layers::Split, Side::Front) => Some(whole(Kind::Midline, paths::MIDLINE_FRONT)),
        (Layers::Surface | Layers::Deep, _) => None,
    }
}

/// The muscles a map shows, in the order in which they take the focus: from the top down.
///
/// [`Muscle::PectoralisMinor`] stands for the chest: on the surface its region is the great muscle above it.
pub fn regions(side: Side, layers: Layers) -> impl Iterator<Item = Muscle> {
    let all = match side {
        Side::Back => BACK,
        Side::Front => FRONT,
    };
    all.iter().copied().filter(move |&muscle| {
        halves(layers).iter().any(|&(layer, _)| outline(side, layer, muscle).is_some())
    })
}

/// Whether the map shows the muscle at all. One without a region is told in words only.
#[must_use]
pub fn has_region(muscle: Muscle) -> bool {
    BACK.contains(&muscle) || FRONT.contains(&muscle)
}

/// Whether the muscle shows on this side.
#[must_use]
pub fn shows(side: Side, muscle: Muscle) -> bool {
    match side {
        Side::Back => BACK.contains(&muscle),
        Side::Front => FRONT.contains(&muscle),
    }
}

/// The side that shows more of these muscles; between equals the one that shows the first of them, else the back.
#[must_use]
pub fn best_side(muscles: &[Muscle]) -> Side {
    let count = |side| muscles.iter().filter(|&&muscle| shows(side, muscle)).count();
    let first = muscles.iter().find(|&&muscle| has_region(muscle));
    match count(Side::Front).cmp(&count(Side::Back)) {
        std::cmp::Ordering::Greater => Side::Front,
        std::cmp::Ordering::Less => Side::Back,
        std::cmp::Ordering::Equal => match first {
            Some(&muscle) if !shows(Side::Back, muscle) => Side::Front,
            _ => Side::Back,
        },
    }
}

/// The small picture for a list: the silhouette with some muscles lit, alike on both sides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Glyph {
    /// The silhouette, drawn once.
    pub body: String,
    /// The lit outlines, each drawn as it is and once more with `scale(-1 1)`. Empty if this side shows none.
    pub regions: Vec<String>,
}

/// The small picture of these muscles, to be shown in [`Crop::Glyph`]. Each is drawn in the layer that shows it best,
/// the deep ones first.
#[must_use]
pub fn glyph(side: Side, muscles: &[Muscle]) -> Glyph {
    // Only the deep layer shows the whole cuff, so its muscles stay together there.
    let cuff = muscles.iter().any(|muscle| matches!(muscle, Muscle::Supraspinatus | Muscle::TeresMinor));
    let home = |muscle| match muscle {
        Muscle::Supraspinatus
        | Muscle::TeresMinor
        | Muscle::Rhomboids
        | Muscle::ErectorSpinae
        | Muscle::Scalenes
        | Muscle::SerratusAnterior => Layer::Deep,
        Muscle::Infraspinatus | Muscle::TeresMajor if cuff => Layer::Deep,
        _ => Layer::Surface,
    };
    let mut outlines: Vec<&'static str> = Vec::with_capacity(muscles.len());
    for layer in [Layer::Deep, Layer::Surface] {
        for &muscle in muscles {
            if home(muscle) == layer
                && let Some(found) = outline(side, layer, muscle)
                && !outlines.contains(&found)
            {
                outlines.push(found);
            }
        }
    }
    let mut regions = Vec::with_capacity(outlines.len());
    for outline in outlines {
        regions.push(path_data(outline));
    }
    Glyph { body: path_data(paths::BODY), regions }
}
