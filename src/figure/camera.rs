//! The camera: parallel projection from space to the picture. Flesh, muscles and props are all drawn
//! through it.
//!
//! Invariant: the picture's unit is the cm; x to the right, y down, the floor's origin at (0, 0).

use super::math::{V3, sin_cos, v3};

/// Where the figure is seen from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Angle {
    /// Degrees about the upright axis: 0 from the figure's right, 90 from behind, -90 from the front.
    pub yaw: f32,
    /// Degrees upward.
    pub pitch: f32,
    /// The body lies on its left side: it is solved standing, and the camera is laid down instead.
    pub lying: bool,
}

/// A projection that is ready to use.
#[derive(Clone, Copy, Debug)]
pub struct Camera {
    /// From the scene to the camera.
    pub to_eye: V3,
    /// To the right in the picture.
    pub right: V3,
    /// Up in the picture.
    pub up: V3,
}

impl Camera {
    /// The camera at an angle.
    #[must_use]
    pub fn new(angle: Angle) -> Self {
        let (ys, yc) = sin_cos(angle.yaw);
        let (ps, pc) = sin_cos(angle.pitch);
        let lay = |a: V3| if angle.lying { v3(a.x, -a.z, a.y) } else { a };
        Self {
            to_eye: lay(v3(-ys * pc, ps, yc * pc)),
            right: lay(v3(yc, 0.0, ys)),
            up: lay(v3(ys * ps, pc, -yc * ps)),
        }
    }

    /// A point in the picture.
    #[must_use]
    pub fn flat(&self, a: V3) -> (f32, f32) {
        (a.dot(self.right), -a.dot(self.up))
    }

    /// How near to the eye a point is, cm; larger is nearer.
    #[must_use]
    pub fn depth(&self, a: V3) -> f32 {
        a.dot(self.to_eye)
    }
}
