//! Drawn, moving figures of the exercises: a skeleton solved in three coordinates and drawn flat.
//!
//! The web half asks for [`Figure::for_exercise`], then for one [`Frame`] per animation step, and puts each
//! of its shapes into a path element. This module works with the exercise model only for muscle names.
//!
//! Invariant: a frame depends on the exercise, the instant and the view alone. Time is an argument; there is
//! no clock, no chance and no input or output in here.

// geometry is written in the letters of its formulas
#![allow(clippy::many_single_char_names, clippy::similar_names, clippy::struct_excessive_bools)]

pub mod blades;
pub mod body;
pub mod camera;
mod canvas;
mod data;
mod describe;
mod flesh;
pub mod math;
pub mod musclemap;
mod muscles;
pub mod outline;
mod path;
pub mod pose;
mod poses;
mod props;
mod scene;
pub mod sheet;
pub mod solve;
pub mod timeline;
pub mod trunk;
mod view;

pub use canvas::{Drawn, Frame};
pub use data::{ids, table_bytes};
pub use sheet::{Sheet, ViewBox};
pub use view::View;

use solve::Skeleton;

/// The moving figure of one exercise.
#[derive(Clone, Debug)]
pub struct Figure {
    id: &'static str,
    sheet: Sheet,
}

impl Figure {
    /// The figure of an exercise by its catalog id; `None` if it has none.
    #[must_use]
    pub fn for_exercise(id: &str) -> Option<Self> {
        data::sheet(id).map(|(id, sheet)| Self { id, sheet })
    }

    /// The exercise's catalog id.
    #[must_use]
    pub fn id(&self) -> &'static str {
        self.id
    }

    /// Everything the figure is made from.
    #[must_use]
    pub fn sheet(&self) -> &Sheet {
        &self.sheet
    }

    /// Length of one cycle, ms.
    #[must_use]
    pub fn duration_ms(&self) -> f64 {
        f64::from(self.sheet.timeline.duration_ms())
    }

    /// The cue word at an instant (ms, any number): what is being done now.
    #[must_use]
    pub fn cue_at(&self, t_ms: f64) -> &'static str {
        self.sheet.timeline.cue_at(t_ms)
    }

    /// The instant of the start position, ms. A still for reduced motion.
    #[must_use]
    pub fn start_t(&self) -> f64 {
        f64::from(self.sheet.timeline.ends_ms().0)
    }

    /// The instant of the end position, ms. A still for reduced motion.
    #[must_use]
    pub fn end_t(&self) -> f64 {
        f64::from(self.sheet.timeline.ends_ms().1)
    }

    /// The solved joints at an instant (ms).
    #[must_use]
    pub fn skeleton(&self, t_ms: f64) -> Skeleton {
        solve::solve(&self.sheet.timeline.pose_at(t_ms))
    }

    /// Draws an instant (ms).
    #[must_use]
    pub fn frame(&self, t_ms: f64, view: View) -> Frame {
        let mut frame = Frame::default();
        self.draw(t_ms, view, &mut frame);
        frame
    }

    /// Draws an instant (ms) into a frame that is kept, which saves allocations in an animation.
    pub fn draw(&self, t_ms: f64, view: View, frame: &mut Frame) {
        scene::draw(&self.sheet, &self.skeleton(t_ms), t_ms, self.angle(view), false, frame);
    }

    /// The still for lists, drawn plainly; its frame is [`Self::thumb_box`].
    #[must_use]
    pub fn thumb(&self) -> Frame {
        let t_ms = f64::from(self.sheet.thumb.0);
        let mut frame = Frame::default();
        scene::draw(&self.sheet, &self.skeleton(t_ms), t_ms, self.sheet.angle, true, &mut frame);
        frame
    }

    /// The part of the picture that the list still shows.
    #[must_use]
    pub fn thumb_box(&self) -> ViewBox {
        self.sheet.thumb.1
    }
}
