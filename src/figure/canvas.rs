//! Collects the shapes of one frame in any order and hands them out from back to front.
//!
//! Invariant: all path text of a frame lives in one buffer, and shapes are ranges of it.

use std::ops::Range;

use super::camera::Camera;
use super::math::sort_by_number;
use super::path::Pen;

/// One drawn frame. Keep it and draw into it again to save allocations.
#[derive(Clone, Debug, Default)]
pub struct Frame {
    text: String,
    shapes: Vec<Shape>,
    clips: Vec<Range<usize>>,
}

#[derive(Clone, Debug)]
struct Shape {
    class: &'static str,
    width: f32,
    clip: Option<usize>,
    depth: f32,
    text: Range<usize>,
}

/// One shape of a frame, ready to become a path element.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Drawn<'a> {
    /// Paint classes, separated by spaces.
    pub class: &'static str,
    /// Path data.
    pub d: &'a str,
    /// Line width in cm; `None` leaves it to the class.
    pub width: Option<f32>,
    /// Index into [`Frame::clips`] of the outline that this shape is cut off at.
    pub clip: Option<usize>,
}

impl Frame {
    /// The shapes from back to front.
    #[must_use]
    pub fn shapes(&self) -> impl ExactSizeIterator<Item = Drawn<'_>> {
        self.shapes.iter().map(|s| Drawn {
            class: s.class,
            d: self.text.get(s.text.clone()).unwrap_or(""),
            width: (s.width > 0.0).then_some(s.width),
            clip: s.clip,
        })
    }

    /// Path data of the clip outlines that the shapes name by index.
    #[must_use]
    pub fn clips(&self) -> impl ExactSizeIterator<Item = &str> {
        self.clips.iter().map(|c| self.text.get(c.clone()).unwrap_or(""))
    }
}

/// A frame while it is being drawn.
pub(super) struct Canvas<'a> {
    pub(super) cam: Camera,
    frame: &'a mut Frame,
    depth: f32,
    clip: Option<usize>,
    open: Option<Shape>,
    /// Few shapes and plain outlines, for list pictures.
    pub(super) plain: bool,
}

impl<'a> Canvas<'a> {
    /// An empty canvas on a frame that is drawn anew.
    pub(super) fn new(frame: &'a mut Frame, cam: Camera, plain: bool) -> Self {
        frame.text.clear();
        frame.shapes.clear();
        frame.clips.clear();
        Self { cam, frame, depth: 0.0, clip: None, open: None, plain }
    }

    /// What follows lies at this depth; larger is nearer.
    pub(super) fn at(&mut self, depth: f32) {
        self.close();
        self.depth = depth;
        self.clip = None;
    }

    /// What follows in this layer is cut off at a clip.
    pub(super) fn cut(&mut self, clip: Option<usize>) {
        self.close();
        self.clip = clip;
    }

    fn close(&mut self) {
        if let Some(mut shape) = self.open.take() {
            shape.text.end = self.frame.text.len();
            if !shape.text.is_empty() {
                self.frame.shapes.push(shape);
            }
        }
    }

    /// Begins a shape; the pen writes its outline.
    pub(super) fn shape(&mut self, class: &'static str) -> Pen<'_> {
        self.line(class, 0.0)
    }

    /// Begins a shape with a line of this width, cm.
    pub(super) fn line(&mut self, class: &'static str, width: f32) -> Pen<'_> {
        self.close();
        let start = self.frame.text.len();
        self.open = Some(Shape { class, width, clip: self.clip, depth: self.depth, text: start..start });
        Pen::new(&mut self.frame.text, &self.cam)
    }

    /// Ends the open shape and says where its text lies, so that a clip can share it.
    pub(super) fn end(&mut self) -> Range<usize> {
        self.close();
        self.frame.shapes.last().map_or(0..0, |s| s.text.clone())
    }

    /// A clip from text that is already there, joined with text written before.
    pub(super) fn clip(&mut self, first: Range<usize>, second: Range<usize>) -> usize {
        self.close();
        let range = if second.is_empty() {
            first
        } else {
            let start = self.frame.text.len();
            self.frame.text.extend_from_within(first);
            self.frame.text.extend_from_within(second);
            start..self.frame.text.len()
        };
        self.frame.clips.push(range);
        self.frame.clips.len() - 1
    }

    /// Puts the shapes in order.
    pub(super) fn finish(mut self) {
        self.close();
        sort_by_number(&mut self.frame.shapes, |shape| shape.depth);
    }
}
