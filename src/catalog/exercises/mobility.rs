//! Drills and stretches that give the upper back, chest and sides more room.

use super::{released, stretched};
use crate::training::exercise::{
    Dose, Equipment, Exercise, Goal, Laterality, Level, Measure, Muscle, Pattern, Share, Target, Tempo,
};
use crate::training::units::Seconds;
use crate::training::words::words;

/// Spine drills and stretches.
pub static EXERCISES: &[Exercise] = &[
    Exercise {
        id: "open-book",
        name: "Open book",
        goals: &[Goal::Mobility],
        pattern: Pattern::Spine,
        laterality: Laterality::PerSide,
        measure: Measure::Reps,
        level: Level::Easy,
        equipment: &[&[Equipment::Floor]],
        muscles: &[
            stretched(Muscle::PectoralisMinor, Share::Primary),
            stretched(Muscle::ErectorSpinae, Share::Secondary),
        ],
        words: words! {
            aliases: [
                "side-lying T-spine rotation", "side-lying thoracic rotation", "book opener",
                "T-spine rotation",
            ],
            steps: [
                "Lie on one side with both arms straight in front of your chest, palms together.",
                "Keep the bottom leg straight and bend the top knee to 90°.",
                "Open the top hand towards the floor on the other side, and let your eyes follow it.",
                "Twist through the mid-back and head until the arms make 180° and your face is turned away.",
                "Leave the top knee bent where it is and return slowly.",
                "Finish all turns, then roll over for the other side.",
            ],
            safely: "Turn from the middle of your back, and stop the hand in mid-air if the lower back or \
                the shoulder complains.",
            mistakes: [
                "The top knee lifts and the hips roll along: press that knee on the floor or on a cushion.",
                "The arm flings back while the chest stays put: move the breastbone first and let the arm \
                 ride along.",
                "The neck stays behind, eyes on the floor: watch your top hand all the way over.",
            ],
            stop: "Stop when a turn sends pain or pins and needles down the opened arm.",
            easier: [
                "Put a pillow under your head and another where the hand would land.",
                "Bend the top elbow and lead the turn with it.",
            ],
            harder: [
                "thread-the-needle" => "On hands and knees you turn while the other arm props you up.",
                "Breathe out twice with the book fully open and let the shoulder sink each time.",
            ],
            home: "Do it in bed before you get up, with a rolled blanket under the bent knee.",
            relatives: ["thread-the-needle"],
        },
        dose: Dose { sets: 1, target: Target::Reps { min: 6, max: 6 }, rest: Seconds::new(10) },
        tempo: Tempo { there: 2, hold: 2, back: 3, pause: 0 },
    },
    Exercise {
        id: "cat-cow",
        name: "Cat-cow",
        goals: &[Goal::Mobility, Goal::Posture],
        pattern: Pattern::Spine,
        laterality: Laterality::Both,
        measure: Measure::Reps,
        level: Level::Easy,
        equipment: &[&[Equipment::Floor]],
        muscles: &[stretched(Muscle::ErectorSpinae, Share::Primary)],
        words: words! {
            aliases: ["cat cow", "cat-camel", "cat and cow", "cat stretch"],
            steps: [
                "Kneel on all fours with your hands under the shoulders, knees under the hips and toes down.",
                "Breathe out, drop your head, tuck the hips under and round the back like a cat.",
                "Breathe in, lift your head and arch the lower back like a cow.",
                "Flow from one to the other at the pace of your breath.",
                "End halfway between them: that is the neutral spine, its natural shape, which lifting asks \
                 you to keep.",
            ],
            safely: "Let your lower back sag only as far as it feels easy, and pull the navel up a little if \
                it pinches.",
            mistakes: [
                "The elbows bend and the shoulders sink: push the floor away and move only the spine.",
                "The head jerks up alone in the cow: start the wave at the hips and let the head come last.",
                "The hips rock back to the heels: keep them above the knees from cat to cow.",
            ],
            stop: "Stop when a round or an arch pinches, or your wrists begin to hurt.",
            easier: [
                "Sit on a chair, hands on your knees, and round and arch from there.",
                "Lean on your fists or forearms to spare the wrists.",
            ],
            harder: [
                "foam-roller-extension" => "A roller under the mid-back takes the arch to where sitting has \
                    stiffened it.",
                "Roll up one vertebra after the other, and let each way take a whole slow breath.",
            ],
            home: "Use the carpet after a desk day: it suits shoulders that sit forward and a spine that has \
                rounded.",
            relatives: [],
        },
        dose: Dose { sets: 1, target: Target::Breaths(8), rest: Seconds::new(0) },
        tempo: Tempo { there: 2, hold: 2, back: 3, pause: 0 },
    },
    Exercise {
        id: "thread-the-needle",
        name: "Thread the needle",
        goals: &[Goal::Mobility],
        pattern: Pattern::Spine,
        laterality: Laterality::PerSide,
        measure: Measure::Reps,
        level: Level::Easy,
        equipment: &[&[Equipment::Floor]],
        muscles: &[
            stretched(Muscle::Rhomboids, Share::Primary),
            stretched(Muscle::PosteriorDeltoid, Share::Secondary),
            stretched(Muscle::ErectorSpinae, Share::Secondary),
        ],
        words: words! {
            aliases: ["quadruped thoracic rotation", "kneeling T-spine rotation", "thread needle"],
            steps: [
                "Start on hands and knees, your knees as wide as the hips.",
                "Slide one arm, palm up, through the gap behind the other hand.",
                "Let that shoulder and the side of your head come down towards the floor.",
                "Stay for two seconds and feel the space between spine and blade widen.",
                "Draw the arm out again and set the hand back under its shoulder.",
                "Change arms after the last rep.",
            ],
            safely: "Rest your weight on the shoulder and not on the neck, and put a cushion under the head \
                if it hangs.",
            mistakes: [
                "The hips drift to one side: keep them square above the knees and turn only the ribs.",
                "The supporting elbow locks and the wrist takes the load: bend that arm as the other slides \
                 through.",
                "The breath is held at the bottom and the ribs stay stiff: breathe out as the arm goes \
                 under.",
            ],
            stop: "Stop when the neck feels pressed or the arm that lies under you goes numb.",
            easier: [
                "open-book" => "You lie on your side, so no arm has to hold you up.",
                "Slide the arm through only as far as the elbow.",
            ],
            harder: [
                "After each rep, open the arm up to the ceiling and look at the hand.",
                "Stretch the propping arm out overhead while your shoulder lies on the floor.",
            ],
            home: "Put a pillow where the shoulder lands and slide your hand over the carpet on a sock.",
            relatives: ["open-book"],
        },
        dose: Dose { sets: 1, target: Target::Reps { min: 5, max: 5 }, rest: Seconds::new(10) },
        tempo: Tempo { there: 2, hold: 2, back: 3, pause: 0 },
    },
    Exercise {
        id: "foam-roller-extension",
        name: "Foam roller extension",
        goals: &[Goal::Mobility, Goal::Posture],
        pattern: Pattern::Spine,
        laterality: Laterality::Both,
        measure: Measure::Hold,
        level: Level::Easy,
        equipment: &[&[Equipment::FoamRoller, Equipment::Floor], &[Equipment::Towel, Equipment::Floor]],
        muscles: &[
            released(Muscle::ErectorSpinae, Share::Primary),
            stretched(Muscle::PectoralisMinor, Share::Secondary),
        ],
        words: words! {
            aliases: [
                "foam roller thoracic extension", "T-spine extension", "thoracic extension",
                "foam rolling upper back",
            ],
            steps: [
                "Sit in front of the roller and lie back so that it crosses your mid-back at blade height.",
                "Bend your knees, keep your seat on the floor and cup your head in both hands.",
                "Breathe out and let the upper back bend backward over the roller.",
                "Breathe in, curl back up to level, and repeat without hurry.",
                "Shift the roller by a few centimetres every few breaths, between the bottom of the ribs and \
                 the shoulders.",
            ],
            safely: "Hold the head in your hands so that the neck stays long, and keep the roller off your \
                lower back and neck. With osteoporosis, ask a clinician before you bend over a roller.",
            mistakes: [
                "The lower ribs flare and the bend happens at the waist: keep the seat down and draw the \
                 ribs in.",
                "The elbows splay and the neck drops back: point the elbows forward and carry the head's \
                 weight.",
                "The roller slips down to the lower back: lift the hips, move it up and start again at the \
                 blades.",
            ],
            stop: "Stop when a spot under the roller hurts sharply or you feel dizzy with your head low.",
            easier: [
                "cat-cow" => "Nothing hard presses on the back, and you set the range.",
                "Use a rolled towel, which is lower and softer.",
            ],
            harder: ["Reach both arms overhead in each backward bend."],
            home: "Two bath towels rolled tightly and tied with string are firm enough in place of the \
                roller.",
            relatives: [],
        },
        dose: Dose { sets: 1, target: Target::Hold(Seconds::new(60)), rest: Seconds::new(0) },
        tempo: Tempo { there: 2, hold: 2, back: 3, pause: 0 },
    },
    Exercise {
        id: "doorway-stretch",
        name: "Doorway chest stretch",
        goals: &[Goal::Mobility, Goal::Posture],
        pattern: Pattern::Stretch,
        laterality: Laterality::PerSide,
        measure: Measure::Hold,
        level: Level::Easy,
        equipment: &[&[Equipment::Doorway]],
        muscles: &[
            stretched(Muscle::PectoralisMinor, Share::Primary),
            stretched(Muscle::AnteriorDeltoid, Share::Secondary),
        ],
        words: words! {
            aliases: [
                "doorway stretch", "chest stretch", "pec stretch", "door frame stretch", "pec minor stretch",
            ],
            steps: [
                "Stand in a doorway and lay one forearm on the frame, the elbow as high as the shoulder.",
                "Step through with the foot of the same side.",
                "Turn your chest slowly away from that arm until the front of the shoulder feels a mild \
                 pull.",
                "Stay there, breathe low into the belly and let the shoulder blade slide back.",
                "Step back out, lower the arm and change sides.",
            ],
            safely: "Feel the pull in the chest and not inside the joint: lower the elbow if the shoulder \
                pinches.",
            mistakes: [
                "The lower back arches to get further: bring the ribs down and take a smaller step.",
                "The shoulder tips forward off its socket: draw the blade back first and then turn the \
                 chest.",
                "The neck twists further than the chest: let your nose and breastbone point the same way.",
            ],
            stop: "Stop when the hand on the frame tingles or the shoulder feels loose instead of long.",
            easier: ["Slide the forearm down the frame until the elbow is at rib height."],
            harder: ["Slide the forearm up by a hand's width, which moves the pull deeper under the chest."],
            home: "The corner of a cupboard or a tree trunk holds the forearm as well as a door frame does.",
            relatives: [],
        },
        dose: Dose { sets: 1, target: Target::Hold(Seconds::new(30)), rest: Seconds::new(10) },
        tempo: Tempo { there: 2, hold: 2, back: 3, pause: 0 },
    },
    Exercise {
        id: "kneeling-lat-stretch",
        name: "Kneeling lat stretch",
        goals: &[Goal::Mobility],
        pattern: Pattern::Stretch,
        laterality: Laterality::PerSide,
        measure: Measure::Hold,
        level: Level::Easy,
        equipment: &[&[Equipment::Chair, Equipment::Floor], &[Equipment::Bench, Equipment::Floor]],
        muscles: &[
            stretched(Muscle::LatissimusDorsi, Share::Primary),
            stretched(Muscle::TeresMajor, Share::Secondary),
        ],
        words: words! {
            aliases: ["lat stretch", "bench lat stretch", "kneeling side stretch", "prayer stretch"],
            steps: [
                "Kneel an arm's length from a chair and lay both hands flat on the seat.",
                "Set your knees hip width apart and straighten your arms.",
                "Sit your hips back and let the chest sink below the level of the seat.",
                "Shift the hips a little to one side until that flank feels long from waist to armpit.",
                "Breathe into the long flank for the whole hold, then shift to the other side.",
            ],
            safely: "Keep the belly lightly pulled in so that the lower back does not hang, and bend both \
                elbows if the top of a shoulder pinches.",
            mistakes: [
                "The lower back sags and the flank stays short: tuck the hips under before you sit back.",
                "The shoulders jam against the ears: bend the elbows a little and let the blades spread.",
                "The hands push hard on the seat and the sides tense up: let the chair carry two idle arms.",
            ],
            stop: "Stop when a hand goes numb or the pull moves from your flank up into the shoulder joint.",
            easier: ["Sit back on your heels, with both hands on a thick cushion on the floor."],
            harder: ["Cross the hand of the long side over to the far edge of the seat."],
            home: "The edge of your bed or sofa is the right height, with a folded blanket under the knees.",
            relatives: [],
        },
        dose: Dose { sets: 1, target: Target::Hold(Seconds::new(30)), rest: Seconds::new(10) },
        tempo: Tempo { there: 2, hold: 2, back: 3, pause: 0 },
    },
];
