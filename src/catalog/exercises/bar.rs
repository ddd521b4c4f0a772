//! Barbell lifts from the floor, the rack or the bench.

use super::{primary, secondary};
use crate::training::exercise::{
    Dose, Equipment, Exercise, Goal, Laterality, Level, Measure, Muscle, Pattern, Target, Tempo,
};
use crate::training::units::Seconds;
use crate::training::words::words;

/// Barbell lifts.
pub static EXERCISES: &[Exercise] = &[
    Exercise {
        id: "deadlift",
        name: "Deadlift",
        goals: &[Goal::Strength],
        pattern: Pattern::Hinge,
        laterality: Laterality::Both,
        measure: Measure::LoadReps,
        level: Level::Middle,
        equipment: &[&[Equipment::Barbell]],
        muscles: &[
            primary(Muscle::ErectorSpinae),
            secondary(Muscle::UpperTrapezius),
            secondary(Muscle::MiddleTrapezius),
            secondary(Muscle::Rhomboids),
            secondary(Muscle::LatissimusDorsi),
        ],
        words: words! {
            aliases: ["DL", "conventional deadlift", "barbell deadlift"],
            steps: [
                "Stand with your feet a little narrower than your shoulders, toes slightly out.",
                "Set the bar over mid-foot, about 2.5 cm (1 in) from your shins.",
                "Breathe deep into your belly and grip the bar just outside your shins, palms towards you.",
                "Flatten your back and tighten your arms until they take the weight of the bar.",
                "Drive through your heels, up and slightly back, until you stand tall.",
                "Send the hips back first and let the bar return along your thighs to the floor.",
            ],
            safely: "This lift moves the heaviest loads and works the whole rear of the body, so let your \
                lower back set the limit: put the bar down the moment it starts to round. Let your breath go \
                once the bar has passed your knees.",
            mistakes: [
                "The bar drifts away from the shins: drag it up close along your legs.",
                "The hips shoot up before the bar moves: press with the legs so that chest and hips rise \
                 together.",
                "Leaning back at the top loads the spine: stand straight and squeeze the buttocks instead.",
            ],
            stop: "Stop when your lower back rounds, your grip opens or the bar stalls at the knee.",
            easier: [
                "rack-pull" => "The bar starts at the knees, so you fold less far.",
                "romanian-deadlift" => "It tires you less, so it can be trained more often.",
                "Raise the plates on two low blocks to shorten the first pull.",
            ],
            harder: ["Pause for a second with the plates a hand's width off the floor."],
            home: "Fill two strong bags, stand between them and lift both from bent legs with a flat back.",
            relatives: ["romanian-deadlift", "rack-pull"],
        },
        dose: Dose { sets: 3, target: Target::Reps { min: 4, max: 6 }, rest: Seconds::new(180) },
        tempo: Tempo { there: 1, hold: 1, back: 2, pause: 1 },
    },
    Exercise {
        id: "romanian-deadlift",
        name: "Romanian deadlift",
        goals: &[Goal::Strength],
        pattern: Pattern::Hinge,
        laterality: Laterality::Both,
        measure: Measure::LoadReps,
        level: Level::Middle,
        equipment: &[&[Equipment::Barbell]],
        muscles: &[
            primary(Muscle::ErectorSpinae),
            secondary(Muscle::LatissimusDorsi),
            secondary(Muscle::MiddleTrapezius),
        ],
        words: words! {
            aliases: ["RDL", "barbell RDL", "Romanian DL"],
            steps: [
                "Stand tall with the bar at your thighs, hands shoulder width apart, palms towards you.",
                "Push your hips back and lower the bar straight down with a flat back and mostly straight \
                 legs.",
                "When the backs of your thighs stretch, bend your knees a little more and go on down.",
                "Change direction just before your lower back would begin to round.",
                "Bring your hips forward and rise by the same path.",
            ],
            safely: "Your lower back decides the depth, not the floor: start back up while it is still flat, \
                even if the bar has only just passed your knees.",
            mistakes: [
                "The knees bend first and it becomes a squat: move your hips back before anything else \
                 bends.",
                "The arms let the bar swing out over the toes: brush it lightly along your thighs and shins.",
                "The chin lifts towards the mirror and kinks the neck: look at a spot on the floor ahead of \
                 you.",
            ],
            stop: "Stop when the pull leaves the backs of your thighs and settles in your lower back.",
            easier: ["Go no deeper than the lower edge of your kneecaps."],
            harder: [
                "deadlift" => "The load is heavier and comes from the floor, so it asks for more days of \
                    rest.",
                "Wait for two seconds at your deepest point.",
            ],
            home: "Pack a backpack with books, hold it by both straps at your thighs and reach your hips \
                back towards a wall behind you.",
            relatives: ["deadlift"],
        },
        dose: Dose { sets: 3, target: Target::Reps { min: 6, max: 8 }, rest: Seconds::new(180) },
        tempo: Tempo { there: 1, hold: 0, back: 2, pause: 0 },
    },
    Exercise {
        id: "rack-pull",
        name: "Rack pull",
        goals: &[Goal::Strength],
        pattern: Pattern::Hinge,
        laterality: Laterality::Both,
        measure: Measure::LoadReps,
        level: Level::Middle,
        equipment: &[&[Equipment::Barbell, Equipment::Rack]],
        muscles: &[
            primary(Muscle::ErectorSpinae),
            primary(Muscle::UpperTrapezius),
            secondary(Muscle::MiddleTrapezius),
            secondary(Muscle::Rhomboids),
            secondary(Muscle::LatissimusDorsi),
        ],
        words: words! {
            aliases: ["rack deadlift", "partial deadlift"],
            steps: [
                "Set the safety arms of the rack at knee height or just below and lay the bar on them.",
                "Step in until the bar is above the middle of your feet, which are slightly closer than your \
                 shoulders.",
                "Take an overhand grip (knuckles forward) just outside your shins.",
                "Fill your belly with air, tighten it and lift your chest until the back is flat.",
                "Press into the floor and bring your hips to the bar until you are upright.",
                "Set the bar back on the arms without dropping it.",
            ],
            safely: "The way is shorter than in a deadlift and the load heavier, so the lower back feels \
                every slack start: tighten your belly before the bar leaves the arms of the rack.",
            mistakes: [
                "The shoulders slump forward at the top: finish with an open chest and the blades drawn \
                 slightly back.",
                "The thighs slide under the bar and bounce it up: keep the shins upright and bring the hips \
                 forward.",
                "The bar crashes on the safety arms and jolts the spine: set it down quietly and start each \
                 rep from rest.",
            ],
            stop: "Stop when you cannot set the bar down quietly or your upper back caves in.",
            easier: ["Move the safety arms one hole up, so that the bar starts above the knee."],
            harder: ["deadlift" => "Legs and hips have further to push, all the way from the floor."],
            home: "Put a loaded crate with two handles on a sturdy stool about knee high and stand up with \
                it.",
            relatives: ["deadlift"],
        },
        dose: Dose { sets: 3, target: Target::Reps { min: 4, max: 6 }, rest: Seconds::new(180) },
        tempo: Tempo { there: 1, hold: 1, back: 2, pause: 1 },
    },
    Exercise {
        id: "barbell-row",
        name: "Barbell row",
        goals: &[Goal::Strength],
        pattern: Pattern::HorizontalPull,
        laterality: Laterality::Both,
        measure: Measure::LoadReps,
        level: Level::Middle,
        equipment: &[&[Equipment::Barbell]],
        muscles: &[
            primary(Muscle::LatissimusDorsi),
            primary(Muscle::MiddleTrapezius),
            primary(Muscle::Rhomboids),
            secondary(Muscle::PosteriorDeltoid),
            secondary(Muscle::LowerTrapezius),
            secondary(Muscle::ErectorSpinae),
            secondary(Muscle::Biceps),
        ],
        words: words! {
            aliases: ["BOR", "BB row", "bent-over barbell row", "bent row"],
            steps: [
                "Place your feet shoulder width apart under the bar, toes slightly out.",
                "Grip the bar slightly wider than your shoulders, palms towards you.",
                "Straighten your back and raise your hips until your torso is about parallel to the floor.",
                "Start the bar with a little push of the legs and squeeze your shoulder blades together.",
                "Bring the bar to your body anywhere between lower chest and navel.",
                "Let your arms lengthen and return the bar to where it started.",
            ],
            safely: "Holding the torso level is hard work for the lower back: keep one straight line from \
                hips to head and take weight off the bar when that line bends.",
            mistakes: [
                "The torso climbs higher with each rep: lighten the bar until you stay near parallel.",
                "The wrists curl the bar in: hang it from your fingers like hooks and lead with the elbows.",
                "The legs throw the bar up: use them for the first few centimetres only and finish with the \
                 blades.",
            ],
            stop: "Stop when only a jerk of the legs or a rising trunk still brings the bar to your belly.",
            easier: [
                "dumbbell-row" => "Two small dumbbells can weigh less than an empty bar.",
                "t-bar-row" => "One end of the bar is fixed, so less has to be steered.",
                "Hold the torso halfway between upright and level.",
            ],
            harder: ["seal-row" => "The bench takes away the push of your legs."],
            home: "Run a strong broomstick through the handles of two equally filled bags and row the stick.",
            relatives: ["dumbbell-row", "t-bar-row"],
        },
        dose: Dose { sets: 3, target: Target::Reps { min: 4, max: 6 }, rest: Seconds::new(180) },
        tempo: Tempo { there: 1, hold: 1, back: 2, pause: 0 },
    },
    Exercise {
        id: "seal-row",
        name: "Seal row",
        goals: &[Goal::Strength],
        pattern: Pattern::HorizontalPull,
        laterality: Laterality::Both,
        measure: Measure::LoadReps,
        level: Level::Middle,
        equipment: &[&[Equipment::Barbell, Equipment::HighBench]],
        muscles: &[
            primary(Muscle::MiddleTrapezius),
            primary(Muscle::Rhomboids),
            primary(Muscle::LatissimusDorsi),
            secondary(Muscle::PosteriorDeltoid),
            secondary(Muscle::LowerTrapezius),
            secondary(Muscle::Biceps),
        ],
        words: words! {
            aliases: ["bench pull", "prone barbell row", "lying barbell row"],
            steps: [
                "Stretch out on your front on a raised bench, the bar below your chest on the floor or on \
                 blocks.",
                "Take the bar a little wider than your shoulders, palms facing your feet.",
                "Lift it just clear and let it hang from long arms.",
                "Pull it towards your body until it touches the underside of the bench.",
                "Return it slowly to the full hang.",
            ],
            safely: "Your legs cannot help here, so the shoulders take the whole load: choose a bar that you \
                can let down slowly without a tug at the bottom.",
            mistakes: [
                "The thighs push into the bench to start the pull: let the legs lie heavy and begin with the \
                 shoulder blades.",
                "The breastbone peels off the bench near the top: use less weight so that it stays down.",
                "The head cranes up to look forward: move up until your chin is past the padding and look at \
                 the floor.",
            ],
            stop: "Stop when you miss the underside of the bench, or your breastbone rises to meet the bar.",
            easier: [
                "chest-supported-row" => "The bench slopes and each arm lifts a small weight of its own.",
                "Pull to a hand's width under the bench instead of touching it.",
            ],
            harder: ["Keep the bar against the bench for two seconds before it goes down."],
            home: "Lie face down on a sturdy table, shoulders just past its end, and row two packed bags up \
                beside the table top.",
            relatives: ["chest-supported-row"],
        },
        dose: Dose { sets: 3, target: Target::Reps { min: 6, max: 10 }, rest: Seconds::new(150) },
        tempo: Tempo { there: 1, hold: 1, back: 2, pause: 0 },
    },
    Exercise {
        id: "upright-row",
        name: "Upright row",
        goals: &[Goal::Strength],
        pattern: Pattern::Shrug,
        laterality: Laterality::Both,
        measure: Measure::LoadReps,
        level: Level::Middle,
        equipment: &[&[Equipment::Barbell]],
        muscles: &[
            primary(Muscle::UpperTrapezius),
            secondary(Muscle::PosteriorDeltoid),
            secondary(Muscle::MiddleTrapezius),
            secondary(Muscle::Biceps),
        ],
        words: words! {
            aliases: ["barbell upright row", "wide-grip upright row"],
            steps: [
                "Stand with the bar in front of your thighs and grip it wider than your shoulders.",
                "Lift it straight up, close to your body.",
                "Let the elbows lead, above your forearms from start to finish.",
                "End the lift while your upper arms are still below shoulder height.",
                "Lower the bar slowly to your thighs.",
            ],
            safely: "The usual finish, upper arms parallel to the floor, can provoke the shoulders: take a \
                wider grip, stop below shoulder height, or choose the face pull instead.",
            mistakes: [
                "Hands close together twist the shoulders inward: move them out past shoulder width.",
                "The wrists overtake the elbows: let the bar hang below them all the way.",
                "The lower back sways to swing the bar up: stand still and load less.",
            ],
            stop: "Stop at the first pinch on the front or top of a shoulder, even if the muscles could go \
                on.",
            easier: [
                "face-pull" => "It works the rear shoulders and the upper back with the arms turned outward, \
                    which is kinder to the joint.",
                "Raise the elbows only as high as your lower ribs.",
            ],
            harder: ["Take four seconds on the way down rather than adding weight or height."],
            home: "Pass a towel through the handle of a packed bag, hold its ends wide apart and lift no \
                higher than your lower chest.",
            relatives: [],
        },
        dose: Dose { sets: 2, target: Target::Reps { min: 10, max: 12 }, rest: Seconds::new(90) },
        tempo: Tempo { there: 1, hold: 0, back: 2, pause: 0 },
    },
    Exercise {
        id: "barbell-shrug",
        name: "Barbell shrug",
        goals: &[Goal::Strength],
        pattern: Pattern::Shrug,
        laterality: Laterality::Both,
        measure: Measure::LoadReps,
        level: Level::Easy,
        equipment: &[&[Equipment::Barbell]],
        muscles: &[primary(Muscle::UpperTrapezius), secondary(Muscle::MiddleTrapezius)],
        words: words! {
            aliases: ["shrug", "shoulder shrug", "trap shrug", "BB shrug"],
            steps: [
                "Pick the bar up from a rack or from the floor and stand with it across your thighs.",
                "Hold it a little outside your hips, arms long and knees unlocked.",
                "Raise both shoulders straight up towards your ears.",
                "Stay at the top for one second with your head still.",
                "Let the weight draw your shoulders slowly down until they rest.",
            ],
            safely: "The upper trapezius runs from shoulder to neck and tugs at it: hold your head over your \
                shoulders with the chin level, and leave this lift out on days when the neck is tense.",
            mistakes: [
                "The shoulders roll in circles: move them in one line, up and down.",
                "The elbows bend to help: think of your arms as ropes tied to the bar.",
                "The head pokes forward as the bar rises: draw your chin in before each rep.",
            ],
            stop: "Stop when the top can no longer be held for a second, or at any ache that climbs into \
                neck or head.",
            easier: ["Hold a dumbbell at each side, so that nothing presses on your thighs."],
            harder: ["Stay up near your ears for three seconds on every rep."],
            home: "Stand between two filled buckets, pick them up with bent legs and shrug with one in each \
                hand.",
            relatives: [],
        },
        dose: Dose { sets: 2, target: Target::Reps { min: 10, max: 12 }, rest: Seconds::new(90) },
        tempo: Tempo { there: 1, hold: 1, back: 2, pause: 0 },
    },
];
