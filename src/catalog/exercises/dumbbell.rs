//! Dumbbell lifts: rows, flys and the mid-back shrug.

use super::{primary, secondary};
use crate::training::exercise::{
    Dose, Equipment, Exercise, Goal, Laterality, Level, Measure, Muscle, Pattern, Target, Tempo,
};
use crate::training::units::Seconds;
use crate::training::words::words;

/// Dumbbell lifts.
pub static EXERCISES: &[Exercise] = &[
    Exercise {
        id: "dumbbell-row",
        name: "Bent-over dumbbell row",
        goals: &[Goal::Strength, Goal::Posture],
        pattern: Pattern::HorizontalPull,
        laterality: Laterality::Both,
        measure: Measure::LoadReps,
        level: Level::Middle,
        equipment: &[&[Equipment::Dumbbells]],
        muscles: &[
            primary(Muscle::MiddleTrapezius),
            primary(Muscle::Rhomboids),
            primary(Muscle::LatissimusDorsi),
            secondary(Muscle::LowerTrapezius),
            secondary(Muscle::PosteriorDeltoid),
            secondary(Muscle::ErectorSpinae),
            secondary(Muscle::Biceps),
        ],
        words: words! {
            aliases: ["bent-over row", "DB row", "two-arm dumbbell row", "dumbbell bent-over row"],
            steps: [
                "Stand with your feet under your hips and a dumbbell in each hand, palms facing each other.",
                "Fold at the hips with a flat back until your chest points towards the floor.",
                "Row both weights to your ribs and squeeze the shoulder blades.",
                "Lower the pair slowly until it hangs again.",
                "Stay bent over to the end of the set.",
            ],
            safely: "Let the back be neither round nor arched, with the neck in line with it. Relax your \
                shoulders and draw the blades down and together, so that the middle of the back works rather \
                than the top.",
            mistakes: [
                "The spine bends instead of the hips: fold as for a deadlift, which this row also teaches.",
                "The torso comes up for a rest between reps: put the dumbbells down and take a real break.",
                "The shoulders bunch around the neck: let them sink before each pull.",
            ],
            stop: "Stop when your chest no longer points at the floor or the dumbbells fall short of your \
                ribs.",
            easier: [
                "Use one dumbbell and lean on a chair with your other hand.",
                "single-arm-row" => "The bench carries part of your weight through one knee and one hand.",
            ],
            harder: [
                "barbell-row" => "One bar takes more weight, and the torso goes down to about level.",
                "Row a bar in this stance with your hands just outside the thighs.",
            ],
            home: "Fill two water canisters equally and row them by their handles, palms facing each other.",
            relatives: ["barbell-row", "single-arm-row"],
        },
        dose: Dose { sets: 3, target: Target::Reps { min: 8, max: 12 }, rest: Seconds::new(90) },
        tempo: Tempo { there: 1, hold: 1, back: 2, pause: 0 },
    },
    Exercise {
        id: "single-arm-row",
        name: "Single-arm dumbbell row",
        goals: &[Goal::Strength],
        pattern: Pattern::HorizontalPull,
        laterality: Laterality::PerSide,
        measure: Measure::LoadReps,
        level: Level::Easy,
        equipment: &[&[Equipment::Dumbbells, Equipment::Bench]],
        muscles: &[
            primary(Muscle::LatissimusDorsi),
            primary(Muscle::MiddleTrapezius),
            primary(Muscle::Rhomboids),
            secondary(Muscle::PosteriorDeltoid),
            secondary(Muscle::TeresMajor),
            secondary(Muscle::Biceps),
        ],
        words: words! {
            aliases: ["one-arm row", "one-arm dumbbell row", "single-arm row", "1-arm row"],
            steps: [
                "Put one knee and the hand of the same side on the bench.",
                "Plant the other foot on the floor about 30–60 cm (1–2 ft) away.",
                "Let your free arm hang straight with the dumbbell.",
                "Pull the dumbbell to the side of your torso.",
                "Lower it until the elbow is straight.",
                "Do all reps, then change sides.",
            ],
            safely: "Keep hips and shoulders square to the bench: if the spine has to twist to heave the \
                dumbbell up, take a smaller one.",
            mistakes: [
                "The chest rolls open at the top: keep the breastbone pointing at the bench.",
                "The supporting shoulder sags towards its ear: press the bench away with a straight arm.",
                "The stronger arm sets the pace and hides a weak side: begin with the weaker one and match \
                 its reps.",
            ],
            stop: "Stop that side when the working hip lifts or the dumbbell needs a swing.",
            easier: [
                "cable-row" => "You sit, and both arms share the pull.",
                "Lean your free hand on something waist high, so that you bend less.",
            ],
            harder: [
                "dumbbell-row" => "Both hands pull, so neither can prop you up.",
                "meadows-row" => "Without a bench, legs and trunk must hold the pose.",
            ],
            home: "Kneel with one knee on a firm sofa, lean on the hand of that side and row a bag of books \
                with the other.",
            relatives: ["dumbbell-row", "meadows-row"],
        },
        dose: Dose { sets: 2, target: Target::Reps { min: 8, max: 10 }, rest: Seconds::new(90) },
        tempo: Tempo { there: 1, hold: 1, back: 2, pause: 0 },
    },
    Exercise {
        id: "chest-supported-row",
        name: "Chest-supported row",
        goals: &[Goal::Strength],
        pattern: Pattern::HorizontalPull,
        laterality: Laterality::Both,
        measure: Measure::LoadReps,
        level: Level::Easy,
        equipment: &[&[Equipment::Dumbbells, Equipment::InclineBench]],
        muscles: &[
            primary(Muscle::MiddleTrapezius),
            primary(Muscle::Rhomboids),
            primary(Muscle::LatissimusDorsi),
            secondary(Muscle::LowerTrapezius),
            secondary(Muscle::PosteriorDeltoid),
            secondary(Muscle::Biceps),
        ],
        words: words! {
            aliases: ["incline row", "incline bench row", "chest-supported dumbbell row", "CSR"],
            steps: [
                "Set the bench to about 30° and lie on it face down with your feet on the floor.",
                "Reach both arms straight down with the dumbbells.",
                "Pull until the weights are beside your body, one on either side.",
                "Let them sink to the full length of your arms.",
            ],
            safely: "The bench is there to rule out momentum and cheating: if your chest must leave the pad \
                to move the dumbbells, choose a lighter pair.",
            mistakes: [
                "The lower back arches to gain a few centimetres: press your belly into the pad and finish \
                 at your sides.",
                "The elbows flare out to shoulder height: steer them closer to your ribs.",
                "The throat rests on the edge of the pad: slide up until head and neck are free.",
            ],
            stop: "Stop when the dumbbells no longer get to your sides while your chest stays on the pad.",
            easier: [
                "mid-back-shrug" => "The arms stay long and only the blades move.",
                "Hug the bench with one arm and row with the other.",
            ],
            harder: [
                "seal-row" => "Lying level, you pull one heavier bar all the way up to the bench.",
                "Add a half rep each time: sink halfway, pull again, then lower.",
            ],
            home: "Lie with your chest over the padded arm of a sturdy sofa and row two full bottles from \
                the floor.",
            relatives: ["seal-row"],
        },
        dose: Dose { sets: 3, target: Target::Reps { min: 6, max: 10 }, rest: Seconds::new(150) },
        tempo: Tempo { there: 1, hold: 1, back: 2, pause: 0 },
    },
    Exercise {
        id: "rear-lateral-raise",
        name: "Dumbbell rear lateral raise",
        goals: &[Goal::Strength],
        pattern: Pattern::Fly,
        laterality: Laterality::Both,
        measure: Measure::LoadReps,
        level: Level::Middle,
        equipment: &[&[Equipment::Dumbbells]],
        muscles: &[
            primary(Muscle::PosteriorDeltoid),
            secondary(Muscle::MiddleTrapezius),
            secondary(Muscle::Rhomboids),
        ],
        words: words! {
            aliases: ["rear lateral", "bent-over lateral raise", "rear raise", "rear delt raise"],
            steps: [
                "Stand, or sit on the end of a bench, with a dumbbell in each hand.",
                "Bend at the hips until your torso is as near parallel to the floor as you can manage.",
                "With a straight back, raise the dumbbells to the sides until your upper arms are parallel \
                 to the floor.",
                "Squeeze the shoulder blades for a moment at the top.",
                "Lower until the dumbbells hang under your shoulders.",
            ],
            safely: "No dumbbell move works the rear of the shoulders better, as long as they do it alone: \
                pick weights that need no heave from the lower back.",
            mistakes: [
                "The torso rises to meet the weights: sit down and rest your belly on your thighs.",
                "The shoulders hunch at the top: slide them away from your ears before you raise.",
                "The elbows bend more and more: fix a slight bend before the first rep and leave it.",
            ],
            stop: "Stop when your upper arms fall short of parallel twice in a row.",
            easier: ["Raise one arm at a time with the other hand on your knee."],
            harder: ["Stop for one second halfway down."],
            home: "Sit on the front edge of a chair, belly on thighs, and raise two full half-litre bottles.",
            relatives: ["reverse-fly", "rear-delt-fly"],
        },
        dose: Dose { sets: 3, target: Target::Reps { min: 12, max: 15 }, rest: Seconds::new(75) },
        tempo: Tempo { there: 1, hold: 1, back: 2, pause: 0 },
    },
    Exercise {
        id: "reverse-fly",
        name: "Bent-over reverse fly",
        goals: &[Goal::Strength, Goal::Posture],
        pattern: Pattern::Fly,
        laterality: Laterality::Both,
        measure: Measure::LoadReps,
        level: Level::Middle,
        equipment: &[&[Equipment::Dumbbells], &[Equipment::Band]],
        muscles: &[
            primary(Muscle::PosteriorDeltoid),
            primary(Muscle::Rhomboids),
            secondary(Muscle::MiddleTrapezius),
        ],
        words: words! {
            aliases: ["reverse fly", "band reverse fly", "rear fly", "bent-over fly", "reverse flye"],
            steps: [
                "Stand with your feet hip width apart, dumbbells or a band in your hands, palms facing each \
                 other.",
                "Fold forward at the hips with your back straight and let your arms hang.",
                "Open your arms, straight but soft at the elbows, into one long line like wings.",
                "Squeeze between the shoulder blades when the wings are wide.",
                "Close the wings slowly until your hands meet in front of your chest.",
            ],
            safely: "Open slowly and only as far as is comfortable, elbows never over-straightened, with no \
                jerk of the neck or chest and no arch in the lower back. Small muscles make this harder than \
                a row: go light.",
            mistakes: [
                "The neck or chest jerks to get the wings going: begin slowly and go down a weight.",
                "The elbows are forced straight: soften them before the hands part.",
                "The lower back arches as the arms open: draw your lower ribs towards the belly.",
            ],
            stop: "Stop when your neck tenses to help or your hands fall back faster than you want.",
            easier: [
                "band-pull-apart" => "You stand upright, so the trunk has nothing to hold.",
                "Open the wings only halfway.",
            ],
            harder: ["Hold the wings wide for three seconds before they close."],
            home: "Hold a band by its ends, not by the handles, and pull it apart as if to rip it.",
            relatives: ["rear-lateral-raise", "rear-delt-fly", "band-pull-apart"],
        },
        dose: Dose { sets: 3, target: Target::Reps { min: 12, max: 15 }, rest: Seconds::new(75) },
        tempo: Tempo { there: 2, hold: 1, back: 2, pause: 0 },
    },
    Exercise {
        id: "rear-delt-fly",
        name: "Rear delt fly",
        goals: &[Goal::Strength],
        pattern: Pattern::Fly,
        laterality: Laterality::Both,
        measure: Measure::LoadReps,
        level: Level::Middle,
        equipment: &[&[Equipment::Dumbbells], &[Equipment::Plates], &[Equipment::Band], &[Equipment::Cable]],
        muscles: &[
            primary(Muscle::PosteriorDeltoid),
            secondary(Muscle::MiddleTrapezius),
            secondary(Muscle::Rhomboids),
        ],
        words: words! {
            aliases: ["rear deltoid fly", "rear delt flye", "rear delt cable fly", "plate rear delt fly"],
            steps: [
                "Take two dumbbells, two small plates, a band under your feet or two crossed low cables.",
                "Soften your knees and bend over with a straight back until you face the floor.",
                "With slightly bent elbows raise your hands wide, in line with your shoulders, as high as \
                 you can.",
                "Squeeze the rear delts, the muscles at the back of your shoulders.",
                "Lower slowly until your hands are below your chest.",
            ],
            safely: "If your lower back rocks to get the hands moving, brace your belly and change to \
                smaller plates or a thinner band.",
            mistakes: [
                "The blades do all the moving: reach your knuckles out to the side walls.",
                "The arms drift towards the waist: raise them level with the shoulders.",
                "Locked knees tip the pelvis and round the lower back: unlock them and push the hips back.",
            ],
            stop: "Stop when your hands rise a hand's width less than on the first rep.",
            easier: ["face-pull" => "You stand tall, and bent elbows make the lever shorter."],
            harder: ["Start each rep before your hands have come all the way down."],
            home: "Face the floor with a thick book in each hand and lift both out wide.",
            relatives: ["rear-lateral-raise", "reverse-fly"],
        },
        dose: Dose { sets: 3, target: Target::Reps { min: 12, max: 15 }, rest: Seconds::new(75) },
        tempo: Tempo { there: 1, hold: 1, back: 2, pause: 0 },
    },
    Exercise {
        id: "mid-back-shrug",
        name: "Mid-back shrug",
        goals: &[Goal::Strength, Goal::Posture],
        pattern: Pattern::Scapular,
        laterality: Laterality::Both,
        measure: Measure::LoadReps,
        level: Level::Easy,
        equipment: &[
            &[Equipment::Dumbbells, Equipment::InclineBench],
            &[Equipment::Dumbbells, Equipment::HighBench],
        ],
        muscles: &[primary(Muscle::Rhomboids), secondary(Muscle::MiddleTrapezius)],
        words: words! {
            aliases: ["chest-supported shrug", "Kelso shrug", "prone shrug", "incline shrug"],
            steps: [
                "Lie face down on a raised or incline bench, set steeper to work higher up the back.",
                "Hang your arms at full length with a dumbbell each.",
                "Squeeze the blades with straight elbows, so that the weights rise a few centimetres.",
                "Hold the squeeze for two or three seconds.",
                "Release and let the weights draw the blades apart.",
            ],
            safely: "Let your head hang in line with the spine, face free of the padding, and let the \
                shoulders down gently after every squeeze.",
            mistakes: [
                "The elbows bend, so you pull with the arms: straighten them and take lighter dumbbells.",
                "The shoulders creep up and the trapezius, from neck to shoulder, takes over: aim the blades \
                 straight at the spine so that the rhomboids, the muscles between them, do the work.",
                "The chest pushes up off the bench: lie heavy and be content with a small lift.",
            ],
            stop: "Stop when the blades slide apart before two seconds are over.",
            easier: [
                "posture-reset" => "The same squeeze, sitting or standing, with no weight.",
                "Leave your hands empty until you can feel the blades meet.",
            ],
            harder: [
                "chest-supported-row" => "The elbows bend too, so a heavier pair travels a longer way.",
                "Stretch the squeeze to five seconds.",
            ],
            home: "Lie across a bed with both arms over its side, a heavy bottle in each hand, and squeeze \
                the blades.",
            relatives: [],
        },
        dose: Dose { sets: 3, target: Target::Reps { min: 10, max: 15 }, rest: Seconds::new(75) },
        tempo: Tempo { there: 1, hold: 2, back: 2, pause: 0 },
    },
];
