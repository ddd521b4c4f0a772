//! The camera as a mirror; names for what `camera.js` does.

use wasm_bindgen::prelude::*;

/// The event of the window: how the camera stands has changed; [`camera_state`] says how.
pub const CHANGED: &str = "yoke-camera";

#[wasm_bindgen(module = "/src/web/platform/camera.js")]
extern "C" {
    /// How the camera stands: 0 off, 1 on, 2 refused, 3 none there, 4 in use elsewhere.
    pub fn camera_state() -> usize;

    /// Shows the picture in the canvas of `.cam` so many seconds late, at most 10.
    pub fn camera_late(seconds: usize);

    /// Asks for a camera, the one in front or the one at the back. To be called in a tap.
    pub fn camera_on(front: bool);

    /// Lets go of the camera and of all pictures.
    pub fn camera_off();
}
