//! The muscles: ids, names and what they do.
//!
//! Works with `training::exercise`. Invariant: one entry a muscle, in the order of [`ALL`].

use crate::training::exercise::Muscle;

/// What we know of a muscle.
#[derive(Debug, PartialEq, Eq)]
pub struct Info {
    /// Which muscle.
    pub muscle: Muscle,
    /// Stable id, as in links.
    pub id: &'static str,
    /// Its full name.
    pub name: &'static str,
    /// Its name in narrow places.
    pub short: &'static str,
    /// What it does and why that matters.
    pub does: &'static str,
}

const fn info(
    muscle: Muscle,
    id: &'static str,
    name: &'static str,
    short: &'static str,
    does: &'static str,
) -> Info {
    Info { muscle, id, name, short, does }
}

/// All muscles.
pub static ALL: [Info; 19] = [
    info(
        Muscle::UpperTrapezius,
        "upper-trapezius",
        "Upper trapezius",
        "Upper traps",
        "Lifts the shoulder and turns and tilts the neck. Often tense from desk work, and best kept quiet in most rows.",
    ),
    info(
        Muscle::MiddleTrapezius,
        "middle-trapezius",
        "Middle trapezius",
        "Middle traps",
        "Draws the shoulder blade towards the spine.",
    ),
    info(
        Muscle::LowerTrapezius,
        "lower-trapezius",
        "Lower trapezius",
        "Lower traps",
        "Pulls the shoulder blade down and turns it upward. Usually weak, and the first aim of posture work.",
    ),
    info(
        Muscle::Rhomboids,
        "rhomboids",
        "Rhomboids, major and minor",
        "Rhomboids",
        "Tie the blades to the spine under the trapezius and squeeze them together, against all the pushing of a day.",
    ),
    info(
        Muscle::PosteriorDeltoid,
        "posterior-deltoid",
        "Posterior deltoid",
        "Rear delts",
        "Moves the arm backward and caps the V seen from behind. Often left out.",
    ),
    info(
        Muscle::Infraspinatus,
        "infraspinatus",
        "Infraspinatus",
        "Infraspinatus",
        "A muscle of the rotator cuff: turns the arm outward and steadies the shoulder.",
    ),
    info(
        Muscle::Supraspinatus,
        "supraspinatus",
        "Supraspinatus",
        "Supraspinatus",
        "A muscle of the rotator cuff: begins lifting the arm to the side and holds its head in the socket.",
    ),
    info(
        Muscle::Subscapularis,
        "subscapularis",
        "Subscapularis",
        "Subscapularis",
        "A muscle of the rotator cuff on the front of the blade: turns the arm inward.",
    ),
    info(
        Muscle::TeresMajor,
        "teres-major",
        "Teres major",
        "Teres major",
        "Turns the arm and pulls it to the body, beside the lats.",
    ),
    info(
        Muscle::TeresMinor,
        "teres-minor",
        "Teres minor",
        "Teres minor",
        "A muscle of the rotator cuff: helps to turn the arm outward.",
    ),
    info(
        Muscle::LatissimusDorsi,
        "latissimus-dorsi",
        "Latissimus dorsi",
        "Lats",
        "Pulls the arm down and back in pull-ups and pull-downs. Gives the back its width.",
    ),
    info(
        Muscle::ErectorSpinae,
        "erector-spinae",
        "Erector spinae",
        "Spinal erectors",
        "Runs along the spine, keeps it upright and helps to turn it.",
    ),
    info(
        Muscle::SerratusPosterior,
        "serratus-posterior",
        "Serratus posterior",
        "Serratus posterior",
        "Two thin muscles that raise and lower the ribs in breathing. Nothing here claims to train them.",
    ),
    info(
        Muscle::SerratusAnterior,
        "serratus-anterior",
        "Serratus anterior",
        "Serratus",
        "Draws the blade forward round the ribs and holds it flat against them.",
    ),
    info(
        Muscle::PectoralisMinor,
        "pectoralis-minor",
        "Chest and pectoralis minor",
        "Chest",
        "Tips the shoulder forward. Tight in people with rounded shoulders, so it is stretched and released here.",
    ),
    info(
        Muscle::Biceps,
        "biceps",
        "Biceps",
        "Biceps",
        "Bends the elbow and works along in every row. Released first of an evening.",
    ),
    info(
        Muscle::Scalenes,
        "scalenes",
        "Scalenes",
        "Side of neck",
        "Three muscles at the side of the neck that tilt it and lift the upper ribs.",
    ),
    info(
        Muscle::DeepNeckFlexors,
        "deep-neck-flexors",
        "Deep neck flexors",
        "Neck flexors",
        "Lie in front of the neck's spine and hold the chin in.",
    ),
    info(
        Muscle::AnteriorDeltoid,
        "anterior-deltoid",
        "Anterior deltoid",
        "Front delts",
        "Lifts the arm forward and pushes. Usually has more work than the back can answer.",
    ),
];

/// What we know of `muscle`.
#[must_use]
pub fn about(muscle: Muscle) -> &'static Info {
    ALL.iter().find(|info| info.muscle == muscle).unwrap_or(&ALL[0])
}
