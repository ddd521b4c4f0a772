//! Reads the compact table of figures. The public API asks it for a sheet by exercise id.
//!
//! Invariant: any bytes decode to some sheet without a panic; what is missing counts as 0.

use super::camera::Angle;
use super::math::{V3, v3};
use super::pose::{
    FIRST_SIDED, Field, Foot, Hand, HandMode, HipMode, LEFT, NUMBERS, Pivot, Pose, RIGHT, SIDED, Solve,
};
use super::poses::{CUES, FIGURES, NUMBERS as FIGURE_NUMBERS, TAGS};
use super::sheet::{Anchor, Layer, Nudge, Prop, Sheet, ViewBox};
use super::timeline::{Ease, Key, Mirror, Timeline};
use crate::training::exercise::{Muscle, Role};

/// Ids of all exercises that have a figure, sorted.
#[must_use]
pub fn ids() -> impl ExactSizeIterator<Item = &'static str> {
    FIGURES.iter().map(|(id, ..)| *id)
}

/// Size of the whole table: bytes of ids, poses, props and cue words.
#[must_use]
pub fn table_bytes() -> usize {
    let ids = FIGURES.iter().map(|(id, ..)| id.len()).sum::<usize>();
    CUES.len() + ids + TAGS.len() + FIGURE_NUMBERS.len()
}

/// The sheet of an exercise, if it has a figure.
pub(super) fn sheet(id: &str) -> Option<(&'static str, Sheet)> {
    let (mut tags, mut numbers) = (TAGS, FIGURE_NUMBERS);
    for &(name, tags_of_it, numbers_of_it) in FIGURES {
        if name == id {
            return Some((name, Reader { tags, numbers }.sheet()));
        }
        tags = tags.get(usize::from(tags_of_it)..)?;
        numbers = numbers.get(usize::from(numbers_of_it)..)?;
    }
    None
}

const CLASSES: [&str; 15] = [
    "pad",
    "wall",
    "glass",
    "frame",
    "frame ghost",
    "rod",
    "metal",
    "metal far",
    "gear",
    "roll",
    "rope",
    "towel",
    "strap",
    "pad hi",
    "mat",
];

struct Reader<'a> {
    tags: &'a [u8],
    numbers: &'a [u8],
}

fn take(column: &mut &[u8]) -> u8 {
    let Some((first, rest)) = column.split_first() else {
        return 0;
    };
    *column = rest;
    *first
}

impl Reader<'_> {
    fn byte(&mut self) -> u8 {
        take(&mut self.tags)
    }

    /// Tenths, zigzag, seven bits at a time.
    fn num(&mut self) -> f32 {
        let (mut z, mut shift) = (0_i32, 0_u32);
        loop {
            let b = take(&mut self.numbers);
            z |= i32::from(b & 127) << shift;
            shift += 7;
            if b < 128 || shift > 21 {
                break;
            }
        }
        let n = (z >> 1) ^ -(z & 1);
        #[allow(clippy::cast_precision_loss)]
        let x = n as f32;
        x / 10.0
    }

    fn vec(&mut self) -> V3 {
        v3(self.num(), self.num(), self.num())
    }

    fn view_box(&mut self) -> ViewBox {
        ViewBox { x: self.num(), y: self.num(), w: self.num(), h: self.num() }
    }

    fn list<T>(&mut self, read: impl Fn(&mut Self) -> T) -> Vec<T> {
        let n = self.byte();
        (0..n).map(|_| read(self)).collect()
    }

    fn sheet(&mut self) -> Sheet {
        let (flags, more) = (self.byte(), self.byte());
        let angle = Angle { yaw: self.num(), pitch: self.num(), lying: flags & 8 != 0 };
        let frame = self.view_box();
        let shadow = [self.num(), self.num(), self.num(), self.num()];
        let tread = self.num();
        let thumb = (self.num() * 10.0, self.view_box());
        let primary = self.list(Self::muscle);
        let secondary = self.list(Self::muscle);
        let nudge = self.nudge(flags & 64 != 0);
        let props = self.list(Self::prop);
        let keys = self.keys();
        let mirror = match flags & 3 {
            1 => Mirror::Body,
            2 => Mirror::Legs,
            _ => Mirror::No,
        };
        Sheet {
            angle,
            frame,
            shadow,
            tread,
            primary,
            secondary,
            role: match more & 3 {
                1 => Role::Stretched,
                2 => Role::Released,
                _ => Role::Trained,
            },
            tint_side: match more & 0x0c {
                4 => Some(RIGHT),
                8 => Some(LEFT),
                _ => None,
            },
            props,
            blades: flags & 16 != 0,
            nudge,
            feet_move: flags & 32 != 0,
            views: (more & 16 != 0, more & 32 != 0),
            thumb,
            timeline: Timeline::new(keys, mirror, flags & 4 != 0),
        }
    }

    fn muscle(&mut self) -> Muscle {
        match self.byte() {
            0 => Muscle::UpperTrapezius,
            1 => Muscle::MiddleTrapezius,
            2 => Muscle::LowerTrapezius,
            3 => Muscle::Rhomboids,
            4 => Muscle::PosteriorDeltoid,
            5 => Muscle::Infraspinatus,
            6 => Muscle::Supraspinatus,
            7 => Muscle::TeresMajor,
            8 => Muscle::TeresMinor,
            9 => Muscle::LatissimusDorsi,
            10 => Muscle::ErectorSpinae,
            11 => Muscle::SerratusAnterior,
            12 => Muscle::PectoralisMinor,
            13 => Muscle::Biceps,
            14 => Muscle::Scalenes,
            15 => Muscle::DeepNeckFlexors,
            _ => Muscle::AnteriorDeltoid,
        }
    }

    fn nudge(&mut self, bright: bool) -> Nudge {
        let mut nudge = Nudge { bright, ..Nudge::default() };
        for _ in 0..self.byte() {
            let (part, value) = (self.byte(), self.num());
            let side = usize::from(part & 1);
            match part {
                0 | 1 => nudge.arm[side] = value,
                2 | 3 => nudge.fore[side] = value,
                4 | 5 => nudge.leg[side] = value,
                _ => nudge.head = value,
            }
        }
        nudge
    }

    fn anchor(&mut self) -> Anchor {
        match self.byte() {
            0 => Anchor::Point(self.vec()),
            1 => Anchor::Hand(RIGHT),
            2 => Anchor::Hand(LEFT),
            3 => Anchor::Between,
            5 => Anchor::Back,
            _ => Anchor::Bar,
        }
    }

    fn layer(&mut self) -> Layer {
        let (kind, nudge) = (self.byte(), self.num());
        match kind {
            1 => Layer::Far(nudge),
            2 => Layer::Near(nudge),
            _ => Layer::Depth(nudge),
        }
    }

    fn class(&mut self) -> &'static str {
        CLASSES.get(usize::from(self.byte())).copied().unwrap_or("pad")
    }

    fn sides(&mut self) -> [bool; 2] {
        let b = self.byte();
        [b & 1 != 0, b & 2 != 0]
    }

    fn prop(&mut self) -> Prop {
        match self.byte() {
            0 => Prop::Barbell { half: self.num(), radius: self.num() },
            1 => Prop::Dumbbell {
                axis: self.vec(),
                length: self.num(),
                radius: self.num(),
                sides: self.sides(),
            },
            2 => Prop::Rack { x: self.num(), y: self.num(), half: self.num() },
            3 => Prop::Cable { at: self.vec(), height: self.num(), knot: self.num() },
            4 => Prop::Bands { from: self.vec(), sides: self.sides() },
            5 => Prop::Band,
            6 => Prop::Pack,
            7 => Prop::Bench { from: (self.num(), self.num()), to: (self.num(), self.num()) },
            8 => Prop::Landmine {
                pivot: self.vec(),
                hand: match self.byte() {
                    1 => Some(RIGHT),
                    2 => Some(LEFT),
                    _ => None,
                },
                plate: self.num(),
            },
            9 => Prop::Block {
                at: self.anchor(),
                half: self.vec(),
                round: self.num(),
                class: self.class(),
                layer: self.layer(),
            },
            10 => Prop::Rod {
                a: self.anchor(),
                b: self.anchor(),
                width: self.num(),
                class: self.class(),
                layer: self.layer(),
            },
            11 => {
                Prop::Ball { at: self.anchor(), radius: self.num(), class: self.class(), layer: self.layer() }
            }
            12 => Prop::Disc {
                at: self.anchor(),
                axis: self.vec(),
                radius: self.num(),
                half: self.num(),
                class: self.class(),
                layer: self.layer(),
            },
            13 => Prop::Curve { points: self.list(Self::anchor), class: self.class(), layer: self.layer() },
            14 => Prop::PlainBar { half: self.num(), width: self.num() },
            15 => {
                let (at, to, flags) = (self.vec(), self.anchor(), self.byte());
                Prop::Pull { at, to, bare: flags & 1 != 0, far: flags & 2 != 0 }
            }
            _ => Prop::Bag { at: self.anchor() },
        }
    }

    fn keys(&mut self) -> Vec<Key> {
        let n = self.byte();
        let mut pose = Pose::default();
        let mut keys = Vec::with_capacity(2 * usize::from(n));
        for _ in 0..n {
            let (travel_ms, hold_ms) = (self.num() * 10.0, self.num() * 10.0);
            let ease = match self.byte() {
                1 => Ease::Linear,
                2 => Ease::StartSine,
                3 => Ease::StopSine,
                4 => Ease::Pull,
                5 => Ease::Return,
                _ => Ease::Sine,
            };
            let cue = match self.byte() {
                0 => "",
                number => CUES.lines().nth(usize::from(number) - 1).unwrap_or(""),
            };
            self.change(&mut pose);
            keys.push(Key { travel_ms, ease, hold_ms, cue, pose });
        }
        keys
    }

    /// What a key changes in the pose of the key before.
    fn change(&mut self, pose: &mut Pose) {
        while !self.tags.is_empty() {
            let tag = self.byte();
            if tag == 0xff {
                return;
            }
            if tag & 0xc0 == 0xc0 {
                let mode = self.byte();
                change_mode(pose, tag & 63, mode);
                continue;
            }
            let field = usize::from(tag & 63);
            let at = if tag & 128 == 0 { field } else { field + SIDED };
            for i in at..(at + span(field)).min(NUMBERS) {
                let value = self.num();
                pose.set_raw(i, value);
                if tag & 64 != 0 {
                    pose.set_raw(i + SIDED, value);
                }
            }
        }
    }
}

/// How many numbers are written together with a field.
fn span(field: usize) -> usize {
    const BY_SIDE: [usize; SIDED] = [1, 1, 3, 0, 0, 3, 0, 0, 3, 0, 0, 3, 0, 0, 1, 1, 3, 0, 0];
    if field >= FIRST_SIDED {
        return BY_SIDE.get(field - FIRST_SIDED).copied().unwrap_or(0);
    }
    match field {
        f if f == Field::PivotX as usize => 4,
        f if f == Field::HipX as usize || f == Field::BarX as usize => 2,
        _ => 1,
    }
}

fn change_mode(pose: &mut Pose, code: u8, mode: u8) {
    let both = |code: u8| match code {
        0 => RIGHT..=LEFT,
        1 => RIGHT..=RIGHT,
        _ => LEFT..=LEFT,
    };
    match code {
        0 => {
            pose.hip = match mode & 3 {
                1 => HipMode::Arc,
                2 => HipMode::Rigid,
                _ => HipMode::Free,
            };
            pose.solve = match mode >> 2 & 3 {
                1 => Solve::Lean,
                2 => Solve::Height,
                _ => Solve::None,
            };
            pose.measure = if mode & 16 == 0 { RIGHT } else { LEFT };
        }
        1..=3 => {
            for side in both(code - 1) {
                pose.hands[side] = Hand {
                    mode: match mode & 7 {
                        1 => HandMode::At,
                        2 => HandMode::Bar,
                        3 => HandMode::Body,
                        4 => HandMode::Skull,
                        _ => HandMode::Swing,
                    },
                    chest: mode & 8 != 0,
                    flat: mode & 16 != 0,
                    open: mode & 32 != 0,
                    slides: mode & 64 != 0,
                };
            }
        }
        _ => {
            for side in both(code.saturating_sub(4)) {
                pose.feet[side] = Foot {
                    pivot: match mode & 3 {
                        1 => Pivot::Toe,
                        2 => Pivot::Ankle,
                        _ => Pivot::Heel,
                    },
                    hips: mode & 4 != 0,
                };
            }
        }
    }
}
