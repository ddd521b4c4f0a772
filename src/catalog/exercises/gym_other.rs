//! Cable, T-bar and landmine lifts.

use super::{primary, secondary};
use crate::training::exercise::{
    Dose, Equipment, Exercise, Goal, Laterality, Level, Measure, Muscle, Pattern, Target, Tempo,
};
use crate::training::units::Seconds;
use crate::training::words::words;

/// Lifts with cables, machines and a landmine.
pub static EXERCISES: &[Exercise] = &[
    Exercise {
        id: "cable-row",
        name: "Cable row",
        goals: &[Goal::Strength],
        pattern: Pattern::HorizontalPull,
        laterality: Laterality::Both,
        measure: Measure::LoadReps,
        level: Level::Easy,
        equipment: &[&[Equipment::Cable]],
        muscles: &[
            primary(Muscle::MiddleTrapezius),
            primary(Muscle::Rhomboids),
            primary(Muscle::LatissimusDorsi),
            secondary(Muscle::PosteriorDeltoid),
            secondary(Muscle::TeresMajor),
            secondary(Muscle::Biceps),
        ],
        words: words! {
            aliases: ["seated row", "seated cable row", "low row", "low cable row"],
            steps: [
                "Sit down, feet against the rest, knees soft.",
                "Lean forward to take the handle, then lean back until you sit upright with long arms.",
                "With a straight back, pull the handle to your stomach.",
                "Let your arms go forward until they are long.",
                "Start the next rep before the weights touch down, so that the cable stays tight throughout.",
            ],
            safely: "The cable also pulls on the way out: let only the arms go forward and hold the lower \
                back where it is.",
            mistakes: [
                "The trunk rocks as in a rowing boat: fix the hips and move only arms and blades.",
                "Stiff knees make the lower back round: slide closer until they bend a little.",
                "The elbows wing out at the end: brush them past your waist.",
            ],
            stop: "Stop when you must lean further back to get the handle to your stomach.",
            easier: ["Put a firm cushion on the seat if tight thighs pull your back round."],
            harder: [
                "t-bar-row" => "You stand folded and hold up your own torso.",
                "Row with one hand on a single handle and do not let the trunk turn.",
            ],
            home: "Sit on the floor with long legs, loop a band round your feet and pull its ends to your \
                stomach.",
            relatives: ["towel-row"],
        },
        dose: Dose { sets: 3, target: Target::Reps { min: 8, max: 12 }, rest: Seconds::new(90) },
        tempo: Tempo { there: 1, hold: 1, back: 2, pause: 0 },
    },
    Exercise {
        id: "face-pull",
        name: "Face pull",
        goals: &[Goal::Strength, Goal::Posture],
        pattern: Pattern::HorizontalPull,
        laterality: Laterality::Both,
        measure: Measure::LoadReps,
        level: Level::Easy,
        equipment: &[&[Equipment::Cable, Equipment::Rope]],
        muscles: &[
            primary(Muscle::PosteriorDeltoid),
            primary(Muscle::MiddleTrapezius),
            secondary(Muscle::LowerTrapezius),
            secondary(Muscle::Rhomboids),
            secondary(Muscle::Infraspinatus),
            secondary(Muscle::TeresMinor),
        ],
        words: words! {
            aliases: ["cable face pull", "rope face pull", "facepull"],
            steps: [
                "Set the rope at eye level and take one end in each hand.",
                "Step back until the cable is tight, then stand tall with soft knees.",
                "Raise your elbows and pull towards your eyes.",
                "Let your hands part on the way until they are above your shoulders.",
                "Give way slowly until both elbows are straight.",
            ],
            safely: "If your lower back sways or your shoulders jump to your ears, the stack is too heavy: \
                move the pin up two plates.",
            mistakes: [
                "The elbows drop and it turns into a row: lift them to shoulder height before you pull.",
                "The head comes forward to meet the rope: hold your chin in and let the rope come to you.",
                "The hands stay together at the nose: spread the rope until each fist is above its shoulder.",
            ],
            stop: "Stop when your hands arrive below your eyes or you need a step to get the rope moving.",
            easier: [
                "band-face-pull" => "A thin band is light at the start of the pull.",
                "Sit on a bench in front of the cable, so that you cannot sway.",
            ],
            harder: [
                "rear-delt-fly" => "The arms stay nearly long and you hold yourself bent over.",
                "Press the hands straight up once from the end of the pull before they return.",
            ],
            home: "Knot a band, trap the knot at eye level in a door that opens away from you and pull the \
                ends to your brow.",
            relatives: ["band-face-pull"],
        },
        dose: Dose { sets: 3, target: Target::Reps { min: 12, max: 15 }, rest: Seconds::new(75) },
        tempo: Tempo { there: 1, hold: 1, back: 2, pause: 0 },
    },
    Exercise {
        id: "lat-pulldown",
        name: "Lat pull-down",
        goals: &[Goal::Strength],
        pattern: Pattern::VerticalPull,
        laterality: Laterality::Both,
        measure: Measure::LoadReps,
        level: Level::Easy,
        equipment: &[&[Equipment::Cable, Equipment::CableBar]],
        muscles: &[
            primary(Muscle::LatissimusDorsi),
            secondary(Muscle::LowerTrapezius),
            secondary(Muscle::Rhomboids),
            secondary(Muscle::TeresMajor),
            secondary(Muscle::Biceps),
        ],
        words: words! {
            aliases: ["lat pulldown", "pulldown", "pull-down", "cable pulldown"],
            steps: [
                "Sit under the bar with the pads snug on your thighs.",
                "Reach up for a grip slightly past shoulder width, palms forward.",
                "Draw your shoulder blades back and down before the elbows bend.",
                "Pull the bar to the top of your chest, elbows pointing at the floor.",
                "Let it rise slowly until your arms are long and the blades have turned up again.",
            ],
            safely: "Bring the bar down in front of your face, never behind the neck, and let the shoulders \
                rise at the top instead of pinning them.",
            mistakes: [
                "The trunk swings back to start the stack: lean back only slightly and stay there.",
                "The shoulders stay by the ears while the arms bend: begin each rep with the small drop of \
                 the blades.",
                "The hands clamp the bar and tire before the back does: hook the fingers over it and drive \
                 the elbows down.",
            ],
            stop: "Stop when the bar no longer comes down to your collarbones without a swing.",
            easier: [
                "scapular-pull-down" => "It is only the first part of this pull, with straight elbows and \
                    little weight.",
                "Turn your palms towards you and grip at shoulder width.",
            ],
            harder: [
                "pull-up" => "You lift your whole body instead of a stack.",
                "Take four seconds to let the bar rise.",
            ],
            home: "Fix a band at the top of a closed door with a door anchor, kneel below it and draw both \
                ends to your collarbones.",
            relatives: ["pull-up"],
        },
        dose: Dose { sets: 3, target: Target::Reps { min: 8, max: 12 }, rest: Seconds::new(90) },
        tempo: Tempo { there: 1, hold: 1, back: 2, pause: 0 },
    },
    Exercise {
        id: "t-bar-row",
        name: "T-bar row",
        goals: &[Goal::Strength],
        pattern: Pattern::HorizontalPull,
        laterality: Laterality::Both,
        measure: Measure::LoadReps,
        level: Level::Middle,
        equipment: &[&[Equipment::TBar]],
        muscles: &[
            primary(Muscle::LatissimusDorsi),
            primary(Muscle::MiddleTrapezius),
            primary(Muscle::Rhomboids),
            secondary(Muscle::PosteriorDeltoid),
            secondary(Muscle::TeresMajor),
            secondary(Muscle::ErectorSpinae),
            secondary(Muscle::Biceps),
        ],
        words: words! {
            aliases: ["tbar row", "T bar", "lever row"],
            steps: [
                "Stand on the foot plate facing the loaded end, the bar between your legs.",
                "Bend your knees slightly and fold at the hips, back flat, until your torso is at 30–45° to \
                 the floor.",
                "Take the handle with your palms facing each other and lift it off the rest.",
                "Drive your elbows back until the handle meets your body.",
                "Lower it until the arms hang, and put it back on the rest after the last rep.",
            ],
            safely: "Palms that face each other let the shoulders carry a heavy load safely, but the lower \
                back has to hold the angle: if you rise, unload a plate.",
            mistakes: [
                "The knees straighten with every pull: leave them slightly bent so that the hips stay still.",
                "Large plates meet the chest before the hands do: load smaller ones for a full pull.",
                "The upper back rounds over the handle on the way down: stretch the arms and keep the chest \
                 proud.",
            ],
            stop: "Stop when the handle only reaches you with a heave of the hips.",
            easier: [
                "cable-row" => "You sit, so the lower back has far less to hold.",
                "Use the version of the machine with a pad for your chest.",
            ],
            harder: ["barbell-row" => "Both ends of the bar are free and you fold until almost level."],
            home: "Straddle a packed suitcase, loop a towel through its handle and row both towel ends to \
                your belly.",
            relatives: ["barbell-row"],
        },
        dose: Dose { sets: 3, target: Target::Reps { min: 8, max: 10 }, rest: Seconds::new(150) },
        tempo: Tempo { there: 1, hold: 1, back: 2, pause: 0 },
    },
    Exercise {
        id: "meadows-row",
        name: "Meadows row",
        goals: &[Goal::Strength],
        pattern: Pattern::HorizontalPull,
        laterality: Laterality::PerSide,
        measure: Measure::LoadReps,
        level: Level::Middle,
        equipment: &[&[Equipment::Barbell, Equipment::Landmine]],
        muscles: &[
            primary(Muscle::LatissimusDorsi),
            primary(Muscle::PosteriorDeltoid),
            secondary(Muscle::MiddleTrapezius),
            secondary(Muscle::Rhomboids),
            secondary(Muscle::TeresMajor),
            secondary(Muscle::Biceps),
        ],
        words: words! {
            aliases: ["one-arm landmine row", "single-arm landmine row"],
            steps: [
                "Put one end of a bar in a corner or a landmine (a swivel mount on the floor) and load the \
                 other.",
                "Stand across the loaded end, right foot forward, left foot 60–90 cm (2–3 ft) behind it.",
                "Fold over your front leg until your back is almost level with the floor.",
                "Take the end of the bar with your left hand, knuckles up.",
                "Pull until the hand touches your torso, then lower it.",
                "After the last rep swap sides: left foot forward, right hand on the bar.",
            ],
            safely: "Rest your free forearm on the front thigh and keep both hips at one height, so that the \
                lower back is not twisted under load.",
            mistakes: [
                "The feet stand along the bar: turn your body across it so that its end hangs under the \
                 pulling shoulder.",
                "The hip of the pulling side swings up: push that heel into the floor.",
                "The wrist folds round the thick end of the bar: grip firmly with knuckles and forearm in \
                 line.",
            ],
            stop: "Stop that side when your fingers slip on the thick end or the hand no longer touches your \
                torso.",
            easier: [
                "single-arm-row" => "A bench props you up and the handle is thinner.",
                "Leave the bar without plates until your stance is steady.",
            ],
            harder: ["Load several small plates in place of a large one, so that the arm reaches deeper."],
            home: "Wedge a strong pole into a corner over a folded towel, hang a packed bag on its free end \
                and row that end.",
            relatives: ["single-arm-row"],
        },
        dose: Dose { sets: 2, target: Target::Reps { min: 8, max: 10 }, rest: Seconds::new(90) },
        tempo: Tempo { there: 1, hold: 1, back: 2, pause: 0 },
    },
];
