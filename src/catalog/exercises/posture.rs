//! Control of the shoulder blades, the neck and an upright carriage.

use super::{primary, secondary, stretched};
use crate::training::exercise::{
    Dose, Equipment, Exercise, Goal, Laterality, Level, Measure, Muscle, Pattern, Share, Target, Tempo,
};
use crate::training::units::Seconds;
use crate::training::words::words;

/// Posture drills and the small raises that go with them.
pub static EXERCISES: &[Exercise] = &[
    Exercise {
        id: "scapular-pull-down",
        name: "Scapular pull-down",
        goals: &[Goal::Posture],
        pattern: Pattern::Scapular,
        laterality: Laterality::Both,
        measure: Measure::Reps,
        level: Level::Easy,
        equipment: &[&[Equipment::Cable], &[Equipment::SlingTrainer], &[]],
        muscles: &[
            primary(Muscle::LowerTrapezius),
            secondary(Muscle::LatissimusDorsi),
            secondary(Muscle::Rhomboids),
        ],
        words: words! {
            aliases: ["scap pull-down", "scap pulldown", "scapular pulldown", "shoulder depression"],
            steps: [
                "Reach both arms straight overhead, and hold a cable or sling handle if you have one.",
                "Keep the elbows straight and let both blades slide down and a little back.",
                "Expect a small movement, because this is only the first part of a lat pull-down.",
                "Hold the low position for two seconds and then let the blades rise again.",
            ],
            safely: "Use a light weight if you use one at all. The upper traps, between neck and shoulder, \
                should stay quiet, so pull more gently if they harden.",
            mistakes: [
                "The elbows bend and the weight comes down far: keep the arms like rods and move the hands \
                 by a few centimetres only.",
                "The neck shortens and the upper traps take over: breathe out and pull from below the \
                 blades.",
                "The chest heaves and the lower back arches: keep the ribs where they are and let the blades \
                 slide alone.",
            ],
            stop: "Stop when you feel it more in the neck than below the shoulder blades.",
            easier: [
                "posture-reset" => "With your arms at your sides it is simpler to find the way down.",
                "Work one arm at a time and lay the free hand on its blade.",
            ],
            harder: [
                "scapular-pull-up" => "You hang from a bar, so the blades must lift your whole body.",
                "Go from no weight to the lightest plate of the cable.",
            ],
            home: "Reach up to the top of a door frame and imagine sliding it down the wall with straight \
                arms.",
            relatives: ["scapular-pull-up"],
        },
        dose: Dose { sets: 1, target: Target::Reps { min: 10, max: 12 }, rest: Seconds::new(30) },
        tempo: Tempo { there: 2, hold: 2, back: 3, pause: 0 },
    },
    Exercise {
        id: "scapular-push-up",
        name: "Scapular push-up",
        goals: &[Goal::Posture],
        pattern: Pattern::Scapular,
        laterality: Laterality::Both,
        measure: Measure::Reps,
        level: Level::Middle,
        equipment: &[&[Equipment::Floor]],
        muscles: &[
            primary(Muscle::Rhomboids),
            primary(Muscle::SerratusAnterior),
            secondary(Muscle::MiddleTrapezius),
        ],
        words: words! {
            aliases: ["scap push-up", "scap pushup", "push-up shoulder retraction", "scapular press-up"],
            steps: [
                "Take the top of a push-up with straight arms, your shoulders right over the wrists.",
                "Look at a spot a little ahead of your hands and not at your feet.",
                "Squeeze the shoulder blades together as if you held a pencil between them.",
                "Let the pencil go and press your chest slowly back to the level where you began.",
            ],
            safely: "Keep your hips as high as the chest, and go down on your knees when they sink. Soreness \
                between the blades the day after only means that this work is new.",
            mistakes: [
                "The elbows bend and it becomes a half push-up: lock the arms long and let only the blades \
                 glide.",
                "The head drops as the blades meet: keep your eyes ahead of the hands and the neck in line.",
                "The belly falls towards the floor in the squeeze: tighten it and let only the chest sink \
                 between the arms.",
            ],
            stop: "Stop when you can no longer squeeze the pencil without bending your arms.",
            easier: [
                "Stand and put your hands against a wall at shoulder height.",
                "Kneel with your hands under your shoulders and squeeze from there.",
            ],
            harder: ["Raise your feet on a step, which puts more weight on the blades."],
            home: "Lean your straight arms on the kitchen counter while the kettle boils and squeeze the \
                pencil there.",
            relatives: [],
        },
        dose: Dose { sets: 1, target: Target::Reps { min: 10, max: 12 }, rest: Seconds::new(30) },
        tempo: Tempo { there: 2, hold: 2, back: 3, pause: 0 },
    },
    Exercise {
        id: "posture-reset",
        name: "Posture reset",
        goals: &[Goal::Posture],
        pattern: Pattern::Scapular,
        laterality: Laterality::Both,
        measure: Measure::Reps,
        level: Level::Easy,
        equipment: &[&[]],
        muscles: &[
            primary(Muscle::LowerTrapezius),
            primary(Muscle::Rhomboids),
            secondary(Muscle::LatissimusDorsi),
        ],
        words: words! {
            aliases: [
                "shoulder reset", "retract and depress", "back and down", "shoulder blade squeeze",
                "desk reset",
            ],
            steps: [
                "Sit or stand tall wherever you are and let your arms hang.",
                "Draw both shoulder blades back and down with about a third of your strength.",
                "Hold briefly, then relax fully, because the blades are not meant to be pinned all day.",
                "Do it at the computer, texting, waiting, cycling, trail running, under a backpack or moving \
                 furniture.",
                "Do it walking the dog as well, and change the arm that holds the leash.",
                "Take it into pull-downs, push-ups and pull-ups, until the new habit overrides the old one.",
            ],
            safely: "Let the shoulder blades rotate up whenever your arms go overhead instead of forcing \
                them down. Never look at the phone while driving, not even for a reminder.",
            mistakes: [
                "The chest is thrown out like a soldier's: leave the ribs alone and slide only the blades.",
                "The shoulders go back but also up: think of tucking each blade into the back pocket below \
                 it.",
                "The squeeze is so hard that the neck tenses: halve the effort and breathe out as you let \
                 go.",
            ],
            stop: "Stop for now when the squeeze creeps into your neck or you feel the need to force it.",
            easier: ["Lie on your back and press the blades softly into the mattress."],
            harder: [
                "scapular-pull-down" => "With the arms overhead the way down is longer and harder to find.",
                "Keep the reset for five slow steps while you walk.",
            ],
            home: "Set reminders through the day, such as the kettle, a phone alarm or every door you walk \
                through.",
            relatives: [],
        },
        dose: Dose { sets: 1, target: Target::Reps { min: 12, max: 12 }, rest: Seconds::new(0) },
        tempo: Tempo { there: 2, hold: 2, back: 3, pause: 0 },
    },
    Exercise {
        id: "wall-slide",
        name: "Wall slide",
        goals: &[Goal::Posture, Goal::Mobility],
        pattern: Pattern::Raise,
        laterality: Laterality::Both,
        measure: Measure::Reps,
        level: Level::Easy,
        equipment: &[&[Equipment::Wall]],
        muscles: &[primary(Muscle::SerratusAnterior), primary(Muscle::LowerTrapezius)],
        words: words! {
            aliases: ["forearm wall slide", "serratus wall slide", "wall slides"],
            steps: [
                "Face a wall and lean your forearms on it, elbows at shoulder height and thumbs towards you.",
                "Press the forearms lightly into the wall until the blades spread round your ribs.",
                "Slide both forearms up and slightly outward without losing that pressure.",
                "Reach as high as your neck stays soft, wait for two seconds and slide back down.",
            ],
            safely: "Keep your ribs from poking towards the wall: end the slide lower when the back starts \
                to arch.",
            mistakes: [
                "The shoulders bunch up round the ears: press the forearms forward more than up.",
                "The elbows spread apart and leave the wall: think of carrying a plate upright between the \
                 forearms.",
                "The belly leans on the wall as you tire: stand half a step further back on firm feet.",
            ],
            stop: "Stop when your forearms come off the wall on the way up or a shoulder catches.",
            easier: ["Slide one forearm at a time and stop at the height of your eyes."],
            harder: [
                "wall-angel" => "Your back is to the wall, so tight chest muscles have to give way.",
                "Lift both forearms a finger's width off the wall at the top.",
            ],
            home: "Hold a dry cloth under each forearm so that they glide on a painted wall or the fridge \
                door.",
            relatives: ["wall-angel"],
        },
        dose: Dose { sets: 1, target: Target::Reps { min: 10, max: 10 }, rest: Seconds::new(30) },
        tempo: Tempo { there: 2, hold: 2, back: 3, pause: 0 },
    },
    Exercise {
        id: "wall-angel",
        name: "Wall angel",
        goals: &[Goal::Posture, Goal::Mobility],
        pattern: Pattern::Raise,
        laterality: Laterality::Both,
        measure: Measure::Reps,
        level: Level::Middle,
        equipment: &[&[Equipment::Wall]],
        muscles: &[
            primary(Muscle::LowerTrapezius),
            primary(Muscle::MiddleTrapezius),
            secondary(Muscle::Infraspinatus),
            stretched(Muscle::PectoralisMinor, Share::Secondary),
        ],
        words: words! {
            aliases: ["wall angels", "standing snow angel", "snow angel", "goalpost slide"],
            steps: [
                "Stand with your back against a wall and your heels about 15 cm (6 in) in front of it.",
                "Rest the back of the head, the mid-back and the seat on the wall.",
                "Raise your arms like goalposts, elbows at 90° and the backs of the hands as near the wall \
                 as they go.",
                "Slide elbows and hands up along the wall until the arms are almost straight.",
                "Slide them down again until the elbows come close to your sides.",
            ],
            safely: "Keep the lower ribs against the wall, and let the hands float in front of it rather \
                than force a stiff shoulder.",
            mistakes: [
                "The lower back bows away from the wall: bend the knees a little and tuck the hips under.",
                "The chin tips up to keep the head back: nod gently and lay a thin book behind the head.",
                "The wrists fold to touch the wall: keep hands and forearms in one line and leave a gap.",
            ],
            stop: "Stop when the ribs lift off the wall each time the arms go up, or the fingers prickle.",
            easier: [
                "wall-slide" => "Facing the wall, you need far less room in the chest.",
                "Do it lying on your back with bent knees, the arms on the floor.",
            ],
            harder: [
                "prone-w-raise" => "Face down, the same bent arms must be lifted against gravity.",
                "Move your heels right up to the skirting board.",
            ],
            home: "A closed wardrobe or an office door does as well, and socks off keep your feet from \
                slipping.",
            relatives: ["wall-slide"],
        },
        dose: Dose { sets: 1, target: Target::Reps { min: 8, max: 8 }, rest: Seconds::new(30) },
        tempo: Tempo { there: 2, hold: 2, back: 3, pause: 0 },
    },
    Exercise {
        id: "prone-y-raise",
        name: "Prone Y raise",
        goals: &[Goal::Strength, Goal::Posture],
        pattern: Pattern::Raise,
        laterality: Laterality::Both,
        measure: Measure::BodyReps,
        level: Level::Middle,
        equipment: &[&[Equipment::Floor], &[Equipment::InclineBench]],
        muscles: &[
            primary(Muscle::LowerTrapezius),
            secondary(Muscle::MiddleTrapezius),
            secondary(Muscle::PosteriorDeltoid),
        ],
        words: words! {
            aliases: ["YTWL", "Y raise", "prone Y", "floor Y raise", "lower trap raise"],
            steps: [
                "Lie face down with your forehead on a folded towel and both arms up and out like the letter \
                 Y.",
                "Turn your thumbs to the ceiling.",
                "Slide the blades gently down your back and lift both arms a hand's width.",
                "Hold the Y for one second and lower it without letting the arms drop.",
            ],
            safely: "Leave your forehead on the towel so that the neck stays straight, and spread the Y \
                wider if a shoulder pinches.",
            mistakes: [
                "The shoulders shrug into the ears as the Y goes up: slide the blades down before the hands \
                 leave the floor.",
                "The chest peels off the floor to gain height: press the breastbone down and be content with \
                 less.",
                "The elbows bend on the last reps: reach the thumbs far away from each other and end there.",
            ],
            stop: "Stop when the thumbs no longer rise above the level of your head.",
            easier: [
                "prone-t-raise" => "Arms straight out to the sides are easier to lift.",
                "Lift one arm of the Y at a time.",
            ],
            harder: ["Hold a half-litre bottle in each hand, thumbs still up."],
            home: "Lie across the bed with your head and arms over the edge, and the Y gets more room to \
                move.",
            relatives: ["prone-t-raise", "prone-w-raise"],
        },
        dose: Dose { sets: 2, target: Target::Reps { min: 8, max: 12 }, rest: Seconds::new(60) },
        tempo: Tempo { there: 1, hold: 1, back: 2, pause: 0 },
    },
    Exercise {
        id: "prone-t-raise",
        name: "Prone T raise",
        goals: &[Goal::Strength, Goal::Posture],
        pattern: Pattern::Raise,
        laterality: Laterality::Both,
        measure: Measure::BodyReps,
        level: Level::Easy,
        equipment: &[&[Equipment::Floor], &[Equipment::InclineBench]],
        muscles: &[
            primary(Muscle::MiddleTrapezius),
            primary(Muscle::Rhomboids),
            secondary(Muscle::PosteriorDeltoid),
        ],
        words: words! {
            aliases: ["YTWL T", "T raise", "prone T", "floor T raise", "prone horizontal abduction"],
            steps: [
                "Lie on your belly and stretch the arms straight out to the sides, so that you form a T.",
                "Point the thumbs up and tuck the chin slightly, nose close to the floor.",
                "Draw the blades towards the spine and let that lift the arms off the floor.",
                "Squeeze for one second, then bring the arms down as slowly as you can.",
            ],
            safely: "Squeeze between the blades instead of heaving with the lower back, and lay a pillow \
                under the belly if it aches.",
            mistakes: [
                "The hands creep down towards the hips: keep them level with the shoulders, as on a \
                 crossbar.",
                "The arms flap faster and faster and the blades do nothing: start each lift with the blades.",
                "The feet lift along with the arms: press the tops of the feet into the floor.",
            ],
            stop: "Stop when the blades no longer meet and only your hands go up.",
            easier: [
                "prone-w-raise" => "Bent elbows shorten the arms and so lighten them.",
                "Stand, bend forward at the hips with one hand on a table and lift one side of the T.",
            ],
            harder: [
                "prone-y-raise" => "Overhead the arms are harder to lift and the range is small.",
                "Stay in the lifted T for five seconds.",
            ],
            home: "Spread a blanket between sofa and table where both arms have room, and hold two tins when \
                it gets easy.",
            relatives: ["prone-y-raise", "prone-w-raise"],
        },
        dose: Dose { sets: 2, target: Target::Reps { min: 8, max: 12 }, rest: Seconds::new(60) },
        tempo: Tempo { there: 1, hold: 1, back: 2, pause: 0 },
    },
    Exercise {
        id: "prone-w-raise",
        name: "Prone W raise",
        goals: &[Goal::Strength, Goal::Posture],
        pattern: Pattern::Raise,
        laterality: Laterality::Both,
        measure: Measure::BodyReps,
        level: Level::Easy,
        equipment: &[&[Equipment::Floor], &[Equipment::InclineBench]],
        muscles: &[
            primary(Muscle::LowerTrapezius),
            primary(Muscle::Infraspinatus),
            secondary(Muscle::MiddleTrapezius),
            secondary(Muscle::Rhomboids),
            secondary(Muscle::TeresMinor),
        ],
        words: words! {
            aliases: ["YTWL W", "W raise", "prone W", "floor W raise", "W squeeze"],
            steps: [
                "Lie prone, which means face down, elbows bent and close to your ribs so that arms and trunk \
                 form a W.",
                "Lift elbows and hands together from the floor.",
                "Pull the elbows towards your waist and turn the backs of the hands to the ceiling side.",
                "Keep the W in the air for one second, then set elbows and hands down at the same time.",
            ],
            safely: "Lift the hands only as high as the elbows, and turn the arms less far if the front of \
                the shoulder pulls.",
            mistakes: [
                "The elbows rise while the hands stay down: lead with the thumbs and turn the forearms up.",
                "The elbows slide out to shoulder height: bring them back until they nearly brush the ribs.",
                "The head lifts to look forward: leave the brow on the towel and keep the back of the neck \
                 long.",
            ],
            stop: "Stop when your hands hang lower than your elbows.",
            easier: [
                "wall-angel" => "Standing at a wall, the arms slide and need not be lifted.",
                "Sit upright and draw the W with your arms in the air.",
            ],
            harder: [
                "prone-t-raise" => "Straight arms make a longer lever to lift.",
                "From each W, stretch the arms overhead and pull them back before you lower.",
            ],
            home: "The bedside rug is long enough for this one, since the elbows stay close to you.",
            relatives: ["prone-y-raise", "prone-t-raise"],
        },
        dose: Dose { sets: 2, target: Target::Reps { min: 8, max: 12 }, rest: Seconds::new(60) },
        tempo: Tempo { there: 1, hold: 1, back: 2, pause: 0 },
    },
    Exercise {
        id: "chin-tuck",
        name: "Chin tuck",
        goals: &[Goal::Posture],
        pattern: Pattern::Neck,
        laterality: Laterality::Both,
        measure: Measure::Hold,
        level: Level::Easy,
        equipment: &[&[]],
        muscles: &[primary(Muscle::DeepNeckFlexors)],
        words: words! {
            aliases: [
                "neck retraction", "cervical retraction", "double chin exercise", "head glide", "chin tucks",
            ],
            steps: [
                "Sit or stand tall, look straight ahead and imagine a fingertip resting on your chin.",
                "Glide the head straight back, away from that fingertip, as if to make a double chin.",
                "Grow long at the back of the neck and hold for five seconds while you breathe.",
                "Let the chin come forward to its old place, and repeat.",
            ],
            safely: "Glide the head with little force, and make the way shorter if your throat feels \
                squeezed.",
            mistakes: [
                "The face tips down to the chest: keep your eyes on one point and slide as a drawer slides.",
                "The jaw bites together: leave a small gap between the teeth and rest the tongue.",
                "The shoulders lift as the head goes back: let both hands lie heavy on your thighs.",
            ],
            stop: "Stop when you get dizzy, your head aches or an arm tingles.",
            easier: ["Do the glide lying down, with the floor as the mark for the back of your head."],
            harder: [
                "Lie on your back, tuck the chin and raise your head one centimetre.",
                "Lean with straight body against a wall, back of the head only, and hold the tuck.",
            ],
            home: "Use the car's headrest when parked, or the wall behind your desk, as a mark to glide back \
                to.",
            relatives: [],
        },
        dose: Dose {
            sets: 1,
            target: Target::Holds { count: 8, each: Seconds::new(5) },
            rest: Seconds::new(0),
        },
        tempo: Tempo { there: 2, hold: 2, back: 3, pause: 0 },
    },
    Exercise {
        id: "superman-hold",
        name: "Superman hold",
        goals: &[Goal::Strength, Goal::Posture],
        pattern: Pattern::Spine,
        laterality: Laterality::Both,
        measure: Measure::Hold,
        level: Level::Middle,
        equipment: &[&[Equipment::Floor]],
        muscles: &[
            primary(Muscle::ErectorSpinae),
            secondary(Muscle::LowerTrapezius),
            secondary(Muscle::PosteriorDeltoid),
        ],
        words: words! {
            aliases: ["superman", "supermans", "back extension hold", "prone back hold"],
            steps: [
                "Lie flat on your belly, arms stretched out beside your head and legs together.",
                "Squeeze the buttocks and reach fingers and toes away from each other.",
                "Lift arms, chest and thighs a few centimetres, as if you flew low over the floor.",
                "Keep breathing in short sips for the whole hold.",
                "Lower everything at once and rest your cheek on your hands.",
            ],
            safely: "Think long rather than high, and lower the legs as soon as the lower back feels \
                pinched.",
            mistakes: [
                "The head is thrown back to see ahead: look at the floor one hand's length in front of you.",
                "The knees bend and the heels fly up: straighten the legs and lift them from the hips.",
                "The breath is held and the ribs lock: let the belly push softly into the floor with each \
                 breath.",
            ],
            stop: "Stop when your thighs or hands sink to the floor or your lower back begins to cramp.",
            easier: [
                "Leave your legs down and raise only chest and arms.",
                "Raise one arm and the opposite leg, then the other pair.",
            ],
            harder: ["Draw your elbows down to the ribs and out again while you fly."],
            home: "A doubled blanket under hips and ribs makes a hard floor bearable.",
            relatives: [],
        },
        dose: Dose { sets: 3, target: Target::Hold(Seconds::new(20)), rest: Seconds::new(60) },
        tempo: Tempo { there: 1, hold: 1, back: 2, pause: 0 },
    },
    Exercise {
        id: "side-lying-external-rotation",
        name: "Side-lying external rotation",
        goals: &[Goal::Strength, Goal::Posture],
        pattern: Pattern::Rotation,
        laterality: Laterality::PerSide,
        measure: Measure::BodyReps,
        level: Level::Easy,
        equipment: &[&[Equipment::Floor, Equipment::Dumbbells], &[Equipment::Floor]],
        muscles: &[primary(Muscle::Infraspinatus), primary(Muscle::TeresMinor)],
        words: words! {
            aliases: [
                "side-lying ER", "lying rotator cuff raise", "side lying external rotation",
                "dumbbell external rotation",
            ],
            steps: [
                "Lie on your side, head on the lower arm or a pillow, and put a rolled towel under the upper \
                 elbow.",
                "Bend the upper elbow to 90° and let the forearm hang in front of your belly.",
                "Turn the forearm up until it points a little above level, with the elbow still on the \
                 towel.",
                "Take two seconds to let it sink again.",
                "Roll over and give the second shoulder the same number.",
            ],
            safely: "Begin with no weight in the hand, and lower the arm at once if the shoulder pinches at \
                the top.",
            mistakes: [
                "The elbow leaves the towel and the arm swings: keep it heavy on the towel and turn like a \
                 key.",
                "The upper shoulder rolls back with the hip: stack hip over hip and shoulder over shoulder.",
                "The wrist flicks the weight up at the end: let the knuckles point away and move from the \
                 shoulder.",
            ],
            stop: "Stop when the forearm stays below level or the top of the shoulder takes over the lift.",
            easier: ["Lift the empty hand, and only to half height."],
            harder: [
                "band-external-rotation" => "Standing, you must hold elbow and trunk still by yourself.",
                "Hold a dumbbell of half a kilogram (1 lb), then a full one.",
            ],
            home: "Use a small water bottle or a tin of beans, lying on the sofa with your back against its \
                cushions.",
            relatives: ["band-external-rotation"],
        },
        dose: Dose { sets: 2, target: Target::Reps { min: 10, max: 15 }, rest: Seconds::new(60) },
        tempo: Tempo { there: 1, hold: 1, back: 2, pause: 0 },
    },
];
