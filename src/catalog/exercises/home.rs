//! Rows, band work and carries that a home can hold.

use super::{primary, secondary};
use crate::training::exercise::{
    Dose, Equipment, Exercise, Goal, Laterality, Level, Measure, Muscle, Pattern, Target, Tempo,
};
use crate::training::units::Seconds;
use crate::training::words::words;

/// Backpack, towel, band and bag exercises.
pub static EXERCISES: &[Exercise] = &[
    Exercise {
        id: "backpack-row",
        name: "Backpack row",
        goals: &[Goal::Strength],
        pattern: Pattern::HorizontalPull,
        laterality: Laterality::Both,
        measure: Measure::LoadReps,
        level: Level::Easy,
        equipment: &[&[Equipment::Backpack]],
        muscles: &[
            primary(Muscle::MiddleTrapezius),
            primary(Muscle::Rhomboids),
            primary(Muscle::LatissimusDorsi),
            secondary(Muscle::PosteriorDeltoid),
            secondary(Muscle::Biceps),
            secondary(Muscle::ErectorSpinae),
        ],
        words: words! {
            aliases: ["rucksack row", "bag row", "bent-over backpack row", "home row"],
            steps: [
                "Pack books or bottles tightly, close every zip and grip the backpack by both shoulder \
                 straps.",
                "Stand with your feet under your hips, push the hips back and tip your flat back towards the \
                 floor.",
                "Let the pack hang below your shoulders on long arms.",
                "Row it to your lower ribs, elbows close, while the blades glide down and together.",
                "Lower it slowly and stay bent over until the last rep is done.",
            ],
            safely: "Keep your lower back flat with soft knees, and stand up to rest as soon as it begins to \
                round.",
            mistakes: [
                "The trunk rises with every rep: fix your eyes on one spot of the floor a step ahead and \
                 hold the angle.",
                "The shoulders shrug up as the pack comes in: slide the elbows towards your back pockets.",
                "The pack swings against the knees: let it hang still on long arms before you row.",
            ],
            stop: "Stop when the pack no longer touches your ribs or your lower back tires before your arms.",
            easier: [
                "Rest one hand on a chair and row the pack by its top handle with the other.",
                "Take out a few books.",
            ],
            harder: [
                "Put in another full bottle, which adds about as many kilograms as it holds litres.",
                "Keep the pack against your ribs for two seconds.",
            ],
            home: "Any school bag works, with hard things wrapped in a jumper so that nothing shifts inside.",
            relatives: [],
        },
        dose: Dose { sets: 3, target: Target::Reps { min: 8, max: 15 }, rest: Seconds::new(90) },
        tempo: Tempo { there: 1, hold: 1, back: 2, pause: 0 },
    },
    Exercise {
        id: "towel-row",
        name: "Towel row",
        goals: &[Goal::Strength],
        pattern: Pattern::HorizontalPull,
        laterality: Laterality::Both,
        measure: Measure::BodyReps,
        level: Level::Easy,
        equipment: &[&[Equipment::Towel]],
        muscles: &[
            primary(Muscle::Rhomboids),
            primary(Muscle::MiddleTrapezius),
            secondary(Muscle::LatissimusDorsi),
            secondary(Muscle::PosteriorDeltoid),
            secondary(Muscle::Biceps),
        ],
        words: words! {
            aliases: ["door row", "towel door row", "doorknob row", "door handle row"],
            steps: [
                "Loop a strong towel round a post, or round the handle of a locked door that opens away from \
                 you.",
                "Hold one end in each hand and set your feet close to the door or post.",
                "Lean back on long arms with your body straight from ankles to head.",
                "Pull your chest towards your hands, elbows close to the sides, and squeeze the blades \
                 together.",
                "Let the towel draw your arms long again, slowly.",
            ],
            safely: "Test the lock, the handle and the towel with a short tug first. Keep one foot a little \
                behind the other so that you can catch yourself if anything gives.",
            mistakes: [
                "The hips fold and only the upper body moves: squeeze the buttocks and tilt like a board.",
                "The arms yank the towel towards the face: aim your hands at the lower ribs and start with \
                 the blades.",
                "The feet slide towards the door: wear shoes with grip or brace the toes against its foot.",
            ],
            stop: "Stop when your hands slip along the towel or you bounce back into the lean.",
            easier: ["Stand further from the door so that you lean back less."],
            harder: [
                "inverted-row" => "Lying under a bar, you pull far more of your weight.",
                "Walk your feet forward until you lean back at about 45°.",
            ],
            home: "Shut a bed sheet over the top of a locked door that opens away from you, with a big knot \
                on the far side.",
            relatives: ["cable-row", "inverted-row"],
        },
        dose: Dose { sets: 3, target: Target::Reps { min: 8, max: 15 }, rest: Seconds::new(60) },
        tempo: Tempo { there: 1, hold: 1, back: 2, pause: 0 },
    },
    Exercise {
        id: "band-pull-apart",
        name: "Band pull-apart",
        goals: &[Goal::Strength, Goal::Posture],
        pattern: Pattern::Fly,
        laterality: Laterality::Both,
        measure: Measure::BodyReps,
        level: Level::Easy,
        equipment: &[&[Equipment::Band]],
        muscles: &[
            primary(Muscle::PosteriorDeltoid),
            primary(Muscle::MiddleTrapezius),
            primary(Muscle::Rhomboids),
            secondary(Muscle::Infraspinatus),
        ],
        words: words! {
            aliases: ["pull-apart", "pull apart", "band pullapart", "resistance band pull-apart"],
            steps: [
                "Stand tall and hold the band in front of your chest, hands at shoulder width, palms down.",
                "Straighten your arms, but leave a soft bend in the elbows.",
                "Draw the band apart to both sides until it touches your chest.",
                "Pause with the shoulder blades squeezed together, then let the band close slowly.",
            ],
            safely: "Keep your ribs down, and take a wider grip on the band if your lower back arches to \
                stretch it. Look the band over for cracks, because a snap flies towards your face.",
            mistakes: [
                "The band climbs to the throat and the shoulders follow: keep your hands at breastbone \
                 height.",
                "The wrists bend back under the pull: close the fists and keep them flat with the forearms.",
                "The band snaps shut and drags the arms in: count to two while your hands come together.",
            ],
            stop: "Stop when the band stops short of your chest on two reps in a row.",
            easier: ["Hold the band wider, so that more of it stretches."],
            harder: [
                "reverse-fly" => "Bent over with weights, the top of the arc is the heaviest.",
                "Slide your hands a palm's width closer on the band.",
            ],
            home: "An old pair of tights or a bicycle inner tube stretches enough for the first weeks.",
            relatives: ["reverse-fly", "band-face-pull"],
        },
        dose: Dose { sets: 3, target: Target::Reps { min: 12, max: 20 }, rest: Seconds::new(60) },
        tempo: Tempo { there: 1, hold: 1, back: 2, pause: 0 },
    },
    Exercise {
        id: "band-face-pull",
        name: "Band face pull",
        goals: &[Goal::Strength, Goal::Posture],
        pattern: Pattern::HorizontalPull,
        laterality: Laterality::Both,
        measure: Measure::BodyReps,
        level: Level::Easy,
        equipment: &[&[Equipment::Band]],
        muscles: &[
            primary(Muscle::PosteriorDeltoid),
            primary(Muscle::MiddleTrapezius),
            secondary(Muscle::Rhomboids),
            secondary(Muscle::LowerTrapezius),
            secondary(Muscle::Infraspinatus),
            secondary(Muscle::TeresMinor),
        ],
        words: words! {
            aliases: ["resistance band face pull", "banded face pull", "face pull with band"],
            steps: [
                "Fix the middle of the band at eye level, to a post or knotted behind the top half of a \
                 closed door.",
                "Take an end in each hand and step back until the band is just tight.",
                "Stand tall with soft knees and lift your elbows to shoulder height.",
                "Pull towards your eyes and spread the band on the way, until the fists stand above the \
                 shoulders.",
                "Return along the same path without letting the band go slack.",
            ],
            safely: "Pull the band past your temples, never straight at your eyes, and check the knot before \
                each set. Lower the elbows a little if the front of a shoulder pinches.",
            mistakes: [
                "The elbows drop and it turns into a row: lead with the elbows and keep them level with the \
                 shoulders.",
                "The trunk leans back to beat the band: put one foot forward and step closer.",
                "The chin juts towards the door: stand with ears over shoulders and let only the hands \
                 travel.",
            ],
            stop: "Stop when the fists can no longer get behind the line of your ears.",
            easier: [
                "band-pull-apart" => "The arms stay in front of you, and nothing has to be fixed to a door.",
                "Step closer to the post so that the band begins slack.",
            ],
            harder: [
                "face-pull" => "A cable pulls evenly and can be loaded in small steps.",
                "At the end of each rep, push your fists up overhead and bring them back.",
            ],
            home: "Tie a knot in the band, shut the knot behind a door that opens away from you and turn the \
                key.",
            relatives: ["face-pull", "band-pull-apart"],
        },
        dose: Dose { sets: 3, target: Target::Reps { min: 12, max: 20 }, rest: Seconds::new(60) },
        tempo: Tempo { there: 1, hold: 1, back: 2, pause: 0 },
    },
    Exercise {
        id: "band-external-rotation",
        name: "Band external rotation",
        goals: &[Goal::Strength, Goal::Posture],
        pattern: Pattern::Rotation,
        laterality: Laterality::PerSide,
        measure: Measure::BodyReps,
        level: Level::Easy,
        equipment: &[&[Equipment::Band]],
        muscles: &[primary(Muscle::Infraspinatus), primary(Muscle::TeresMinor)],
        words: words! {
            aliases: ["rotator cuff band", "standing external rotation", "banded external rotation"],
            steps: [
                "Fix a light band at elbow height and stand sideways to it, the working arm on the far side.",
                "Bend that elbow to 90° and pin a folded cloth between elbow and waist.",
                "Start with the forearm across your belly and the band just tight.",
                "Turn the forearm outward like a gate, as far as the cloth stays in place.",
                "Come back slowly, finish the reps and then face the other way for the second arm.",
            ],
            safely: "Use the lightest band you own, and shorten the swing of the forearm if the shoulder \
                clicks or aches.",
            mistakes: [
                "The elbow drifts away from the waist: press it lightly on the cloth from first to last rep.",
                "The whole trunk turns with the arm: point your navel straight ahead and move only the \
                 forearm.",
                "The wrist bends back to win distance: hold the fist straight as if it were in a splint.",
            ],
            stop: "Stop when the cloth falls out twice or the turn gets shorter than at the start.",
            easier: [
                "side-lying-external-rotation" => "Lying down, your trunk is held still and the arm alone \
                    can be the weight.",
            ],
            harder: [
                "Step sideways by one foot's length so that the band starts tighter.",
                "Hold the gate open for three seconds.",
            ],
            home: "Loop the band round a table leg and kneel beside it, so that your elbow is level with the \
                loop.",
            relatives: ["side-lying-external-rotation"],
        },
        dose: Dose { sets: 2, target: Target::Reps { min: 12, max: 15 }, rest: Seconds::new(60) },
        tempo: Tempo { there: 1, hold: 1, back: 2, pause: 0 },
    },
    Exercise {
        id: "farmer-carry",
        name: "Farmer's carry",
        goals: &[Goal::Strength, Goal::Posture],
        pattern: Pattern::Carry,
        laterality: Laterality::Both,
        measure: Measure::LoadCarry,
        level: Level::Easy,
        equipment: &[&[Equipment::Dumbbells], &[Equipment::Bags]],
        muscles: &[
            primary(Muscle::UpperTrapezius),
            primary(Muscle::MiddleTrapezius),
            secondary(Muscle::Rhomboids),
            secondary(Muscle::ErectorSpinae),
        ],
        words: words! {
            aliases: ["farmer carry", "farmer's walk", "farmers walk", "farmer walk", "loaded carry"],
            steps: [
                "Stand between two equal weights with your feet hip width apart, squat and stand up with \
                 them.",
                "Brace your core, the muscles round your waist, squeeze the blades and take up your best \
                 posture.",
                "Walk a straight line with even steps, turn and walk back, for time or for distance.",
                "Choose weights so heavy that you feel the core work and a slight pull down on the \
                 shoulders.",
                "Squat to set both weights down at the end.",
            ],
            safely: "Pick the weights up and put them down with a good squat, and bend your knees more \
                whenever the back would round.",
            mistakes: [
                "The shoulders roll forward under the weight: turn your thumbs slightly out and squeeze the \
                 blades.",
                "The weights swing and knock the thighs: take shorter steps and hold your arms a little off \
                 the body.",
                "The head hangs to watch the floor: look at a point at eye height on the far wall.",
            ],
            stop: "Stop when a handle begins to roll out of your fingers or your walk starts to weave.",
            easier: ["Take lighter weights and put them down at every turn."],
            harder: [
                "suitcase-carry" => "With one weight only, your sides must stop the lean.",
                "Walk more slowly over the same line.",
            ],
            home: "Fill buckets, gardening supplies, backpacks, luggage or grocery bags and walk the \
                hallway.",
            relatives: ["suitcase-carry"],
        },
        dose: Dose { sets: 3, target: Target::Hold(Seconds::new(30)), rest: Seconds::new(90) },
        tempo: Tempo { there: 1, hold: 0, back: 2, pause: 0 },
    },
    Exercise {
        id: "suitcase-carry",
        name: "Suitcase carry",
        goals: &[Goal::Strength, Goal::Posture],
        pattern: Pattern::Carry,
        laterality: Laterality::PerSide,
        measure: Measure::LoadCarry,
        level: Level::Middle,
        equipment: &[&[Equipment::Dumbbells], &[Equipment::Bags], &[Equipment::Backpack]],
        muscles: &[
            primary(Muscle::ErectorSpinae),
            primary(Muscle::UpperTrapezius),
            secondary(Muscle::MiddleTrapezius),
        ],
        words: words! {
            aliases: ["one-arm carry", "single-arm farmer's carry", "suitcase walk", "one-sided carry"],
            steps: [
                "Squat beside one weight and stand up with it in one hand, as you would lift a suitcase.",
                "Level your shoulders and let the free arm hang loose.",
                "Walk a straight line as if both hands were loaded, the trunk upright and quiet.",
                "Set the weight down with a squat, turn round and carry it back in the other hand.",
            ],
            safely: "Keep your waist straight: change to a lighter weight if your ribs tip to either side.",
            mistakes: [
                "The trunk leans away from the weight: stack ribs over hips and tighten the far side of the \
                 waist.",
                "The loaded shoulder is dragged down: keep it as high as the empty one and the blade snug to \
                 the ribs.",
                "The free arm sticks out for balance: let that hand brush your trouser seam.",
            ],
            stop: "Stop when your belt line tilts or the hand that carries begins to cramp.",
            easier: [
                "farmer-carry" => "Two equal weights balance each other.",
                "Split the walk into two halves with the weight on the ground between them.",
            ],
            harder: ["Lift each knee to hip height and stand on one leg for a second at every step."],
            home: "Take a watering can, a crate of bottles with a handle or a real suitcase round the flat.",
            relatives: ["farmer-carry"],
        },
        dose: Dose { sets: 2, target: Target::Hold(Seconds::new(30)), rest: Seconds::new(60) },
        tempo: Tempo { there: 1, hold: 0, back: 2, pause: 0 },
    },
];
