//! Hanging, pulling the body up and pushing it away.

use super::{primary, secondary, stretched};
use crate::training::exercise::{
    Dose, Equipment, Exercise, Goal, Laterality, Level, Measure, Muscle, Pattern, Share, Target, Tempo,
};
use crate::training::units::Seconds;
use crate::training::words::words;

/// Hangs, pull-ups, inverted rows and push-ups.
pub static EXERCISES: &[Exercise] = &[
    Exercise {
        id: "pull-up",
        name: "Pull-up",
        goals: &[Goal::Strength],
        pattern: Pattern::VerticalPull,
        laterality: Laterality::Both,
        measure: Measure::BodyReps,
        level: Level::Hard,
        equipment: &[&[Equipment::PullUpBar]],
        muscles: &[
            primary(Muscle::LatissimusDorsi),
            secondary(Muscle::TeresMajor),
            secondary(Muscle::LowerTrapezius),
            secondary(Muscle::Rhomboids),
            secondary(Muscle::Biceps),
        ],
        words: words! {
            aliases: ["pullup", "overhand pull-up", "wide-grip pull-up", "bodyweight pull-up"],
            steps: [
                "Take the bar overhand, hands just outside shoulder width, and let yourself hang on long \
                 arms.",
                "Bring the blades back and down first, which lifts you a finger's width.",
                "Drive your elbows towards your ribs until your chin is over the bar.",
                "Lower yourself under control until both arms are straight.",
            ],
            safely: "Keep your ribs down and your legs still, and tighten your belly if the lower back \
                arches.",
            mistakes: [
                "The shoulders hug the ears as the pull begins: set the blades first, then bend the elbows.",
                "The neck cranes to get the chin over the bar: look straight ahead and lift the chest \
                 instead.",
                "The legs kick to finish the rep: cross your ankles and end the set one rep sooner.",
            ],
            stop: "Stop when only a kick would bring your chin over the bar.",
            easier: [
                "lat-pulldown" => "The machine lets you pull less than your own weight.",
                "scapular-pull-up" => "Only the first few centimetres of the pull remain.",
                "Loop a band over the bar and stand in it with one foot so that it carries part of you.",
            ],
            harder: [
                "Wear a packed backpack once the top of the rep range feels light.",
                "Take five seconds for every way down from the bar.",
            ],
            home: "Use a bar made for door frames, and pull hard on it with both feet on the floor before \
                you trust it.",
            relatives: ["lat-pulldown"],
        },
        dose: Dose { sets: 3, target: Target::Reps { min: 5, max: 8 }, rest: Seconds::new(90) },
        tempo: Tempo { there: 1, hold: 0, back: 2, pause: 0 },
    },
    Exercise {
        id: "dead-hang",
        name: "Dead hang",
        goals: &[Goal::Mobility],
        pattern: Pattern::Hang,
        laterality: Laterality::Both,
        measure: Measure::Hold,
        level: Level::Easy,
        equipment: &[&[Equipment::PullUpBar]],
        muscles: &[
            stretched(Muscle::LatissimusDorsi, Share::Primary),
            stretched(Muscle::TeresMajor, Share::Secondary),
        ],
        words: words! {
            aliases: ["bar hang", "passive hang", "hanging", "deadhang"],
            steps: [
                "Stand on a stool and take the bar at shoulder width, palms facing away.",
                "Take your feet off the stool slowly until your hands carry you.",
                "Let the shoulders rise beside your ears and feel both sides of your back grow long.",
                "Breathe slowly into your ribs for the whole hang.",
                "Put both feet back on the stool before you open your hands.",
            ],
            safely: "Never drop from the bar: find the stool with your feet first. If a shoulder pinches in \
                the full hang, pull the blades down by a centimetre and keep them there.",
            mistakes: [
                "Swinging legs tug at the shoulders: wait until the body is still and keep the feet a little \
                 in front.",
                "Only the fingertips hold the bar: set it deep in the palm and close the thumb round it.",
                "The jaw clenches and the breath stops: breathe out slowly and count the seconds by breaths.",
            ],
            stop: "Stop when your fingers begin to open or a shoulder pinches, and step back on the stool.",
            easier: ["Leave your feet on the stool and give the bar only half of your weight."],
            harder: [
                "scapular-pull-up" => "Out of the same hang you now lift yourself with the shoulder blades.",
                "Add five seconds to the hang each week, up to one minute.",
            ],
            home: "A playground bar or a tree branch as thick as your wrist will do, if your toes can reach \
                the ground.",
            relatives: ["scapular-pull-up"],
        },
        dose: Dose { sets: 3, target: Target::Hold(Seconds::new(20)), rest: Seconds::new(30) },
        tempo: Tempo { there: 2, hold: 2, back: 3, pause: 0 },
    },
    Exercise {
        id: "scapular-pull-up",
        name: "Scapular pull-up",
        goals: &[Goal::Posture, Goal::Strength],
        pattern: Pattern::Scapular,
        laterality: Laterality::Both,
        measure: Measure::Reps,
        level: Level::Middle,
        equipment: &[&[Equipment::PullUpBar]],
        muscles: &[
            primary(Muscle::LowerTrapezius),
            secondary(Muscle::LatissimusDorsi),
            secondary(Muscle::Rhomboids),
        ],
        words: words! {
            aliases: ["scap pull-up", "scap pullup", "active hang", "shoulder blade pull-up"],
            steps: [
                "Hang from the bar with your hands at shoulder width and your elbows straight.",
                "Pull your shoulder blades down, away from the ears, without bending the elbows.",
                "Let your head and chest rise the few centimetres that this gives.",
                "Stay up there for two seconds, then sink slowly back into the hang.",
            ],
            safely: "Keep your elbows straight but not jammed, and rest your toes on a chair if a shoulder \
                pinches.",
            mistakes: [
                "The elbows bend and the arms do the pulling: use the hands as hooks and lift from below the \
                 blades.",
                "The head pokes forward to look higher: keep the neck long and let the chest do the rising.",
                "The hips swing to start the lift: squeeze the buttocks and begin each rep from stillness.",
            ],
            stop: "Stop when the blades will not move any more unless your elbows bend.",
            easier: [
                "scapular-pull-down" => "The movement is the same, but your feet carry your weight.",
                "dead-hang" => "You only hold on and build the grip for it.",
            ],
            harder: [
                "pull-up" => "The pull goes on until the chin is over the bar.",
                "Stay at the top of each rep for five seconds.",
            ],
            home: "A climbing frame or door-frame bar is enough, with a stool under your toes while your \
                grip is weak.",
            relatives: ["scapular-pull-down", "dead-hang"],
        },
        dose: Dose { sets: 2, target: Target::Reps { min: 6, max: 10 }, rest: Seconds::new(30) },
        tempo: Tempo { there: 2, hold: 2, back: 3, pause: 0 },
    },
    Exercise {
        id: "inverted-row",
        name: "Inverted row",
        goals: &[Goal::Strength],
        pattern: Pattern::HorizontalPull,
        laterality: Laterality::Both,
        measure: Measure::BodyReps,
        level: Level::Middle,
        equipment: &[&[Equipment::LowBar], &[Equipment::SlingTrainer]],
        muscles: &[
            primary(Muscle::Rhomboids),
            primary(Muscle::MiddleTrapezius),
            primary(Muscle::LatissimusDorsi),
            secondary(Muscle::PosteriorDeltoid),
            secondary(Muscle::Biceps),
        ],
        words: words! {
            aliases: ["bodyweight row", "body row", "australian pull-up", "horizontal pull-up", "TRX row"],
            steps: [
                "Lie under a fixed or Smith machine bar about 90 cm (3 ft) above the floor, heels on the \
                 ground.",
                "Grip the bar a bit wider than your shoulders, and wider still in later weeks.",
                "Make one line from heels to head and pull up, turning on your heels, until the chest \
                 touches the bar.",
                "Hug the bar for a moment by squeezing both blades towards the spine.",
                "Lower yourself slowly until the arms are long again.",
            ],
            safely: "Check that the bar is locked before it carries you. Keep your hips in line with your \
                ribs, and set the bar higher if they sag.",
            mistakes: [
                "Only the chest comes up while the hips stay behind: squeeze the buttocks and move as one \
                 stiff beam.",
                "The chin gets to the bar before the chest: keep the neck long and lead with the breastbone.",
                "The wrists curl to win the last bit: keep your knuckles in line with the forearms.",
            ],
            stop: "Stop when your chest stays a hand's width short of the bar.",
            easier: [
                "towel-row" => "You stand nearly upright, so much less of your weight is pulled.",
                "Bend your knees and plant both feet flat under them.",
            ],
            harder: [
                "Put your heels on a bench so that your head is lower than your feet.",
                "With your heels on the bench, let a partner lay a plate on your abdomen.",
                "Finish with one burnout set to your limit, as fast as is still safe.",
            ],
            home: "Lie under a heavy table that stays put in a test pull, hold its edge and row your chest \
                up to the wood.",
            relatives: ["towel-row"],
        },
        dose: Dose { sets: 3, target: Target::Reps { min: 8, max: 12 }, rest: Seconds::new(90) },
        tempo: Tempo { there: 1, hold: 1, back: 2, pause: 0 },
    },
    Exercise {
        id: "push-up",
        name: "Push-up",
        goals: &[Goal::Strength],
        pattern: Pattern::Push,
        laterality: Laterality::Both,
        measure: Measure::BodyReps,
        level: Level::Middle,
        equipment: &[&[Equipment::Floor]],
        muscles: &[
            primary(Muscle::PectoralisMinor),
            primary(Muscle::AnteriorDeltoid),
            secondary(Muscle::SerratusAnterior),
        ],
        words: words! {
            aliases: ["press-up", "pushup", "floor push-up"],
            steps: [
                "Put your hands on the floor a little wider than your shoulders and straighten arms and \
                 legs.",
                "Set your shoulder blades back and down, and tighten belly and buttocks.",
                "Bend your elbows at about 45° to your sides until your chest is a fist above the floor.",
                "Push the floor away until both arms are straight and the blades have spread again.",
            ],
            safely: "Keep your lower back level, and move your hands up to a chair as soon as the hips sag. \
                Do at least as many sets of rows, so that the rhomboids between your blades balance the \
                pushing.",
            mistakes: [
                "The elbows point straight out to the sides: turn the elbow creases forward and bring the \
                 arms in to 45°.",
                "The nose reaches the floor long before the chest: look just past your fingertips and keep \
                 the neck long.",
                "The shoulders slide up to the ears on the way up: push the floor away and towards your \
                 feet.",
            ],
            stop: "Stop when your hips come down before your chest or one arm pushes ahead of the other.",
            easier: [
                "incline-push-up" => "With your hands raised, the feet carry more of you.",
                "Put your knees down and keep one line from knees to head.",
            ],
            harder: [
                "Place your feet on a low step.",
                "Wait for two seconds with your chest just above the floor.",
            ],
            home: "A bath mat keeps your palms from sliding, and a rolled towel under the heels of the hands \
                eases sore wrists.",
            relatives: ["incline-push-up"],
        },
        dose: Dose { sets: 3, target: Target::Reps { min: 8, max: 12 }, rest: Seconds::new(90) },
        tempo: Tempo { there: 1, hold: 0, back: 2, pause: 0 },
    },
    Exercise {
        id: "incline-push-up",
        name: "Incline push-up",
        goals: &[Goal::Strength],
        pattern: Pattern::Push,
        laterality: Laterality::Both,
        measure: Measure::BodyReps,
        level: Level::Easy,
        equipment: &[&[Equipment::Chair], &[Equipment::Bench], &[Equipment::Wall]],
        muscles: &[
            primary(Muscle::PectoralisMinor),
            primary(Muscle::AnteriorDeltoid),
            secondary(Muscle::SerratusAnterior),
        ],
        words: words! {
            aliases: [
                "hands-elevated push-up", "raised push-up", "bench push-up", "wall push-up",
                "incline press-up",
            ],
            steps: [
                "Push a sturdy chair or table against the wall and lay your hands on its edge at shoulder \
                 width.",
                "Walk your feet back until heels, hips and head form one slanted line.",
                "Lower your lower chest towards the edge with the elbows close to your ribs.",
                "Press yourself away from the edge until your arms are long.",
            ],
            safely: "Wedge the chair so that it cannot slip under your hands. Turn the fingers slightly \
                outward if the wrists feel squeezed.",
            mistakes: [
                "The throat comes down over the edge: step the feet back until the lower chest meets it.",
                "The hips hang below the slanted line: pull the belly in and press the thighs together.",
                "The heels creep closer with every rep: plant the toes against a skirting board or a mat.",
            ],
            stop: "Stop when you must bend at the hips to get away from the edge.",
            easier: ["Lean on a wall at chest height and stand an arm's length away."],
            harder: [
                "push-up" => "On the floor your arms carry about two thirds of you.",
                "Choose a lower edge, such as a stair two steps up.",
            ],
            home: "Work down your own ladder: the wall, the kitchen counter, the sofa arm, then the second \
                stair.",
            relatives: ["push-up"],
        },
        dose: Dose { sets: 3, target: Target::Reps { min: 8, max: 12 }, rest: Seconds::new(60) },
        tempo: Tempo { there: 1, hold: 0, back: 2, pause: 0 },
    },
];
