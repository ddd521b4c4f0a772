//! The proportions of the figure: one adult of 180 cm. The solver and the flesh both read them.
//!
//! Invariant: lengths are in cm and never change while the figure moves.

/// Hip joint to knee joint.
pub const THIGH: f32 = 44.0;
/// Knee joint to ankle joint.
pub const SHANK: f32 = 43.5;
/// Ankle joint above the sole.
pub const ANKLE: f32 = 8.0;
/// Back of the heel, measured forward from the ankle.
pub const HEEL: f32 = -6.0;
/// Ball of the foot, measured forward from the ankle.
pub const BALL: f32 = 13.5;
/// Shoulder joint to elbow joint.
pub const UPPER_ARM: f32 = 30.5;
/// Elbow joint to wrist.
pub const FOREARM: f32 = 26.0;
/// Wrist to the middle of the closed hand.
pub const GRIP: f32 = 8.0;
/// Hip joint from the midline.
pub const HIP: f32 = 8.6;
/// Length of the collarbone.
pub const CLAVICLE: f32 = 17.4;

/// A cross-section of the trunk.
#[derive(Clone, Copy, Debug)]
pub struct Section {
    /// Height above the hip line, standing.
    pub height: f32,
    /// Half its width.
    pub width: f32,
    /// Half its depth.
    pub depth: f32,
    /// How far its middle lies in front of the spine's line.
    pub offset: f32,
}

const fn section(height: f32, width: f32, depth: f32, offset: f32) -> Section {
    Section { height, width, depth, offset }
}

/// How many sections the trunk has.
pub const SECTIONS: usize = 9;

/// The trunk from the seat to the root of the neck.
pub const TRUNK: [Section; SECTIONS] = [
    section(-5.0, 12.5, 8.6, -0.6),
    section(3.0, 16.0, 10.2, -0.9),
    section(10.0, 15.4, 9.8, -0.2),
    section(18.0, 13.2, 8.8, 0.9),
    section(26.0, 14.2, 9.6, 0.9),
    section(34.0, 16.2, 11.2, 0.6),
    section(42.0, 17.2, 11.7, 0.0),
    section(49.0, 14.0, 9.2, -0.8),
    section(55.0, 6.8, 6.0, -1.2),
];

/// The spine's neutral curve: degrees of forward bend on entering each section.
pub const CURVE: [f32; SECTIONS] = [0.0, 0.0, 0.0, -3.0, -3.0, 2.0, 4.0, 4.0, 2.0];

/// Share of a twist or a side bend that enters at each section; most of it is in the chest.
pub const TWIST: [f32; SECTIONS] = [0.0, 0.0, 0.08, 0.1, 0.12, 0.25, 0.25, 0.2, 0.0];
