//! The exercises, one table a family.
//!
//! Texts are the app's own words, true to the training facts; each sentence stands in one entry only.

mod bar;
mod dumbbell;
mod gym_other;
mod hang_and_push;
mod home;
mod mobility;
mod posture;
mod release;

use crate::training::exercise::{Exercise, Muscle, MuscleUse, Role, Share};

/// All exercises, family by family.
pub static FAMILIES: [&[Exercise]; 8] = [
    bar::EXERCISES,
    dumbbell::EXERCISES,
    gym_other::EXERCISES,
    hang_and_push::EXERCISES,
    home::EXERCISES,
    posture::EXERCISES,
    mobility::EXERCISES,
    release::EXERCISES,
];

const fn primary(muscle: Muscle) -> MuscleUse {
    MuscleUse { muscle, role: Role::Trained, share: Share::Primary }
}

const fn secondary(muscle: Muscle) -> MuscleUse {
    MuscleUse { muscle, role: Role::Trained, share: Share::Secondary }
}

const fn stretched(muscle: Muscle, share: Share) -> MuscleUse {
    MuscleUse { muscle, role: Role::Stretched, share }
}

const fn released(muscle: Muscle, share: Share) -> MuscleUse {
    MuscleUse { muscle, role: Role::Released, share }
}
