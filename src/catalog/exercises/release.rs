//! Gentle pressure on the five tight areas, arms and chest before neck and back.

use super::released;
use crate::training::exercise::{
    Dose, Equipment, Exercise, Goal, Laterality, Level, Measure, Muscle, Pattern, Share, Target, Tempo,
};
use crate::training::units::Seconds;
use crate::training::words::words;

/// The five areas of the release routine, in its order.
pub static EXERCISES: &[Exercise] = &[
    Exercise {
        id: "release-biceps",
        name: "Biceps release",
        goals: &[Goal::Release],
        pattern: Pattern::Massage,
        laterality: Laterality::PerSide,
        measure: Measure::Hold,
        level: Level::Easy,
        equipment: &[&[], &[Equipment::Ball], &[Equipment::FoamRoller]],
        muscles: &[released(Muscle::Biceps, Share::Primary)],
        words: words! {
            aliases: ["biceps massage", "bicep release", "arm release", "upper arm massage"],
            steps: [
                "Begin the routine with the arms: its author holds, as a view and not as proof, that the \
                 front comes first.",
                "Sit or stand with one elbow half bent, the forearm laid on a table or held loose, palm up.",
                "Press your other thumb, or a ball under the palm, into the soft middle of the upper arm.",
                "Keep the pressure at 5 of 10 at most, where 10 is the worst you can imagine.",
                "Take two slow breaths on a tender spot, then move on by a finger's width.",
                "Change arms after 30–60 s.",
            ],
            safely: "Stay on the fleshy front of the upper arm, and turn back well before the inner elbow \
                and the armpit. Leave the arm alone with blood thinners, a clot or a fresh injury.",
            mistakes: [
                "The thumb wanders down to the crease of the elbow: turn back a hand's width above it.",
                "The shoulder hunches while the hand works: let the elbow rest its full weight on the table.",
                "The pressing hand cramps: use the heel of the hand or roll the ball under a flat palm.",
            ],
            stop: "Stop at once if tingling runs into the forearm or fingers or the muscle answers with \
                sharp pain.",
            easier: ["Stroke the upper arm from below upward with a flat hand and some lotion."],
            harder: ["Straighten and bend the elbow slowly under the thumb, at the same pressure."],
            home: "Roll a tin can or a rolling pin over the front of your upper arm while it lies on the \
                table.",
            relatives: [],
        },
        dose: Dose { sets: 1, target: Target::Hold(Seconds::new(45)), rest: Seconds::new(5) },
        tempo: Tempo { there: 2, hold: 2, back: 3, pause: 0 },
    },
    Exercise {
        id: "release-chest",
        name: "Chest release",
        goals: &[Goal::Release],
        pattern: Pattern::Massage,
        laterality: Laterality::PerSide,
        measure: Measure::Hold,
        level: Level::Easy,
        equipment: &[&[], &[Equipment::Ball]],
        muscles: &[released(Muscle::PectoralisMinor, Share::Primary)],
        words: words! {
            aliases: ["pec release", "pec minor release", "chest massage", "pec ball release"],
            steps: [
                "Let one arm hang and bring the other hand, or a ball under its palm, to the front of that \
                 shoulder.",
                "Slide inward to the flat part of the chest, three fingers below the outer half of the \
                 collarbone.",
                "Press until it feels like 3 or 4, and never let it pass 5 of 10.",
                "Draw small circles there, away from the armpit, and breathe out through each of them.",
                "Spend 30–60 s on this half of your chest and then the same on the other.",
            ],
            safely: "Keep hand and ball on muscle, clear of the armpit, the collarbone, the breastbone and \
                any spot where a pulse is felt. Skip it if you take blood thinners, have had a clot or have \
                freshly injured the chest or shoulder.",
            mistakes: [
                "The hand slides out towards the armpit: bring it back to the flat part of the chest.",
                "The treated shoulder curls forward: draw its blade lightly back before you press.",
                "The knuckles drill between the ribs: lay the fingers flat and halve the force.",
            ],
            stop: "Stop if the arm or hand starts tingling, or a dull ache in the chest turns into sharp \
                pain.",
            easier: ["Leave the ball out and let the palm rest on the spot with its own weight."],
            harder: ["Lift the hanging arm slowly forward and down again under the same pressure."],
            home: "A tennis ball in a sock is easy to hold, and a jumper under it softens it.",
            relatives: [],
        },
        dose: Dose { sets: 1, target: Target::Hold(Seconds::new(45)), rest: Seconds::new(5) },
        tempo: Tempo { there: 2, hold: 2, back: 3, pause: 0 },
    },
    Exercise {
        id: "release-upper-traps",
        name: "Upper trap release",
        goals: &[Goal::Release],
        pattern: Pattern::Massage,
        laterality: Laterality::PerSide,
        measure: Measure::Hold,
        level: Level::Easy,
        equipment: &[&[], &[Equipment::Ball, Equipment::Wall]],
        muscles: &[released(Muscle::UpperTrapezius, Share::Primary)],
        words: words! {
            aliases: [
                "upper trapezius release", "trap massage", "shoulder massage", "trap release",
                "neck and shoulder release",
            ],
            steps: [
                "Sit or stand with one arm slack, best on an armrest, so that the shoulder can drop.",
                "Reach across and take the thick muscle between neck and shoulder tip with all fingers.",
                "Squeeze it softly like dough, up to 5 of 10 and no further.",
                "Breathe out long on every squeeze and let the muscle slip back through your fingers.",
                "Work from the shoulder tip inward for 30–60 s and then take the other shoulder.",
            ],
            safely: "Touch the neck itself with fingers only, stay behind the ear line, and keep off the \
                throat, the spine and any pulse. Keep a ball out on the shoulder, and do without all \
                pressure with blood thinners, a clot or a fresh neck injury.",
            mistakes: [
                "The fingers dig into the side of the neck: bring them out to the thick ridge above the \
                 shoulder blade.",
                "The working arm gets tired and its shoulder lifts: hold that elbow up with your free hand.",
                "A ball is pushed against the neck: keep it a hand's width out, over the top of the blade.",
            ],
            stop: "Stop if you turn light-headed, feel tingling down the arm or find one sharp pain point.",
            easier: ["Lay your warm palm on the ridge and let only its weight press."],
            harder: [
                "Tilt your head slowly away from the fingers and back again while you hold the squeeze.",
            ],
            home: "Lay a warm, damp cloth over the ridge of the shoulder for a few minutes before you knead \
                it.",
            relatives: [],
        },
        dose: Dose { sets: 1, target: Target::Hold(Seconds::new(45)), rest: Seconds::new(5) },
        tempo: Tempo { there: 2, hold: 2, back: 3, pause: 0 },
    },
    Exercise {
        id: "release-scalenes",
        name: "Scalene release",
        goals: &[Goal::Release],
        pattern: Pattern::Massage,
        laterality: Laterality::PerSide,
        measure: Measure::Hold,
        level: Level::Middle,
        equipment: &[&[]],
        muscles: &[released(Muscle::Scalenes, Share::Primary)],
        words: words! {
            aliases: ["scalenes release", "side neck release", "neck massage", "neck release"],
            steps: [
                "Sit upright and lay two flat fingertips on the side of the neck, below and behind the ear.",
                "Look for the firm cords between the long muscle at the front of the neck and the thick one \
                 behind.",
                "Let the fingers sink in to 2 or 3, because 5 of 10 is the limit and the neck needs less.",
                "Stroke slowly down towards the outer collarbone while you breathe out.",
                "Treat one side at a time, 30–60 s each, with your elbow low.",
            ],
            safely: "Use fingers only and never a ball, and move away from the front of the throat and from \
                any place where you feel a pulse. Whoever takes blood thinners, has a clot or has a fresh \
                injury such as whiplash keeps off the neck altogether.",
            mistakes: [
                "The fingers slip forward beside the windpipe: lift them and start again below the ear.",
                "Both sides of the neck are pressed at once: put one hand in your lap until the first side \
                 is done.",
                "The fingertips poke like a point: lay them flat so that the pads share the pressure.",
            ],
            stop: "Stop immediately with tingling in the hand, sharp pain, dizziness, a cough or a throb \
                under the fingers.",
            easier: ["Rest a whole hand on the side of the neck and follow five breaths without stroking."],
            harder: ["Turn your face a little to the other side and back while the fingertips rest."],
            home: "Do it after a warm shower in front of the bathroom mirror, so that you see where your \
                fingers lie.",
            relatives: [],
        },
        dose: Dose { sets: 1, target: Target::Hold(Seconds::new(45)), rest: Seconds::new(5) },
        tempo: Tempo { there: 2, hold: 2, back: 3, pause: 0 },
    },
    Exercise {
        id: "release-lats-rhomboids",
        name: "Lat and rhomboid release",
        goals: &[Goal::Release],
        pattern: Pattern::Massage,
        laterality: Laterality::PerSide,
        measure: Measure::Hold,
        level: Level::Easy,
        equipment: &[&[Equipment::Ball, Equipment::Wall], &[Equipment::FoamRoller, Equipment::Floor], &[]],
        muscles: &[
            released(Muscle::LatissimusDorsi, Share::Primary),
            released(Muscle::Rhomboids, Share::Primary),
        ],
        words: words! {
            aliases: [
                "lat release", "rhomboid release", "upper back ball release", "mid-back massage",
                "shoulder blade massage",
            ],
            steps: [
                "Come here last, since the author believes, without proof, that loosening the back first \
                 lets a tight front pull harder and worsens posture.",
                "Lean your back on a ball at the wall, in the soft strip between spine and shoulder blade.",
                "Hug yourself with the arm of that side and bend the knees to roll the ball up and down.",
                "Then turn side-on and roll the lat, the broad muscle on the side of the back, below the \
                 armpit.",
                "Stop at 5 of 10, breathe into the ribs behind the ball and give the side 30–60 s in all.",
                "Change sides, and train the back as well, because release alone never lasts.",
            ],
            safely: "Keep the ball off the spine and the edge of the blade, and a hand's width below the \
                armpit. Blood thinners, a clot or a fresh injury of rib or back rule this one out.",
            mistakes: [
                "The ball rolls across the spine to the other side: step off and set it down anew beside the \
                 blade.",
                "The ball climbs into the armpit: straighten the knees until it lies a hand lower on the \
                 ribs.",
                "The back stiffens against the ball: breathe out, soften the knees and lean less.",
            ],
            stop: "Stop with sharp pain at a rib, tingling round the blade or down the arm, or when \
                breathing hurts.",
            easier: [
                "Put a folded towel between the ball and your back.",
                "Rub the side of the back with the flat of the opposite hand.",
            ],
            harder: ["Raise the arm of that side slowly overhead while the ball rests beside the blade."],
            home: "Two rolled socks or an orange between you and a door press more kindly than a hard ball.",
            relatives: [],
        },
        dose: Dose { sets: 1, target: Target::Hold(Seconds::new(45)), rest: Seconds::new(5) },
        tempo: Tempo { there: 2, hold: 2, back: 3, pause: 0 },
    },
];
