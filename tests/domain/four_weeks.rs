//! Four weeks of three people, through the real engine and the real store: what was asked before each set, against numbers
//! worked out by hand from the rules.

use yoke_app::catalog::{self, equipment, programs};
use yoke_app::session::{Event, Plan, Session, Stage};
use yoke_app::store::{Memory, Store};
use yoke_app::training::exercise::Pattern;
use yoke_app::training::history::{Amount, Done, SetLog, Workout, WorkoutId};
use yoke_app::training::outfit::Outfit;
use yoke_app::training::progression::{Ask, Mode, PastSession, StepSize, decide};
use yoke_app::training::remarks::Pain;
use yoke_app::training::time::{Day, Now, UtcOffset, Wall};
use yoke_app::training::units::{Load, Reps, WeightUnit};

const MONDAY: Wall = Wall(1_795_428_000_000);
const WEEK: u64 = 7 * 86_400_000;

/// The first exercise of a program's day, week by week. Each week is what was done: `135x5` or, without a load, `x12`; what
/// comes back is what was asked before each set: `135 lb x 6`.
fn weeks(program: &str, day: usize, unit: WeightUnit, done: &[(u64, &str)]) -> Vec<String> {
    let program = programs::program(program).unwrap();
    let item = program.days[day].items[0].clone();
    let exercise = catalog::find(item.exercise.as_str());
    let loading = equipment::loading(exercise, unit, &Outfit::default());
    let small = exercise.is_some_and(|e| matches!(e.pattern, Pattern::Fly | Pattern::Raise));
    let (mut store, _) = Store::open(Memory::default(), MONDAY);
    store.settle(None);
    done.iter()
        .map(|(week, sets)| {
            let start = MONDAY.plus(week * WEEK);
            let mut at = Now { wall: start, mono: 0 };
            let plan = Plan { title: "Day".into(), source: None, items: vec![item.clone()], timer: None };
            let mut session = Session::begin(WorkoutId::new(start, 1), plan, at, UtcOffset::minutes(0));
            store.begin(&session).unwrap();
            let mut asked = Vec::new();
            for set in sets.split_whitespace() {
                // Each set is decided from what the store gives back, as after a reload.
                let (_, loaded) = Store::open(store.storage().clone(), at.wall);
                let history: Vec<Workout> = loaded.workouts;
                session = loaded.session.unwrap();
                let today: Vec<SetLog> = session.records().iter().filter_map(|r| r.log().copied()).collect();
                let past: Vec<PastSession> = history
                    .iter()
                    .map(|workout| PastSession {
                        day: workout.day(),
                        sets: &workout.entries[0].sets,
                        pain: workout.remarks.worst(&item.exercise),
                    })
                    .collect();
                let next = decide(&Ask {
                    prescription: &item,
                    mode: Mode::SetToSet,
                    size: if small { StepSize::Small } else { StepSize::Usual },
                    loading: loading.as_ref(),
                    today: &today,
                    past: &past,
                    day: Day::local(at.wall, UtcOffset::minutes(0)),
                    pain_today: None::<Pain>,
                    pain_is_new: false,
                });
                let load = next.load.map_or("-".to_owned(), |load| load.to_string());
                asked.push(format!("{load} x {}", next.aim));
                at = Now { wall: at.wall.plus(60_000), mono: at.mono + 60_000 };
                if let Stage::Resting { .. } = session.stage() {
                    session.step(Event::Skip, at).unwrap();
                    at = Now { wall: at.wall.plus(60_000), mono: at.mono + 60_000 };
                }
                let (load, reps) = set.split_once('x').unwrap();
                let load = (!load.is_empty()).then(|| Load::parse(load, unit).unwrap());
                let amount = Amount::Reps(Reps::new(reps.parse().unwrap()).unwrap());
                let effects = session.step(Event::Log { load, done: Done::Both(amount) }, at).unwrap();
                store.save_changes(&session, &effects).unwrap();
            }
            store.finish(&session.workout(at.wall).unwrap()).unwrap();
            asked.join(", ")
        })
        .collect()
}

/// Barbell row 4-6, in pounds. A stranger is given no number. 5 reps are inside the range: one more with the same load. 6 are the
/// top: the source's 10 lb or 5 % of 135 (6.75), the smaller, down to what can be loaded: 140. 3 with 140 are under the
/// range: 5 lb off. Two weeks without training: 10 % off 140 is 126, down to 125.
#[test]
fn a_barbell_in_pounds() {
    let asked = weeks(
        "size-and-strength",
        1,
        WeightUnit::Lb,
        &[
            (0, "135x5 135x5 135x6"),
            (1, "140x4 140x3 135x5"),
            (2, "135x6 140x5 140x5"),
            (5, "125x6 130x6 135x4"),
        ],
    );
    assert_eq!(
        asked,
        [
            "- x 4 reps, 135 lb x 6 reps, 135 lb x 6 reps",
            "140 lb x 4 reps, 140 lb x 5 reps, 135 lb x 4 reps",
            "135 lb x 6 reps, 140 lb x 4 reps, 140 lb x 6 reps",
            "125 lb x 4 reps, 130 lb x 4 reps, 135 lb x 4 reps",
        ]
    );
}

/// At home: backpack row 8-15, filled by the kilogram. 5 % of 10 kg is half a kilogram, which nobody can add: the reps go up
/// first, one by one to three over the range, 18; then the next kilogram. 7 are under the range: half a kilogram off 11 is
/// 10.45, down to 10.
#[test]
fn a_backpack_at_home() {
    let asked = weeks(
        "band-and-bag",
        0,
        WeightUnit::Kg,
        &[
            (0, "10x12 10x13 10x14"),
            (1, "10x15 10x16 10x17"),
            (2, "10x18 11x10 11x11"),
            (3, "11x7 10x12 10x13"),
        ],
    );
    assert_eq!(
        asked,
        [
            "- x 8 reps, 10 kg x 13 reps, 10 kg x 14 reps",
            "10 kg x 15 reps, 10 kg x 16 reps, 10 kg x 17 reps",
            "10 kg x 18 reps, 11 kg x 8 reps, 11 kg x 11 reps",
            "11 kg x 12 reps, 10 kg x 8 reps, 10 kg x 13 reps",
        ]
    );
}

/// Posture alone: a led drill asks for the same each week, for nothing in it is to be raised.
#[test]
fn posture_only() {
    let program = programs::program("posture-reset").unwrap();
    for item in &program.days[0].items {
        let next = decide(&Ask {
            prescription: item,
            mode: Mode::SetToSet,
            size: StepSize::Usual,
            loading: None,
            today: &[],
            past: &[],
            day: Day::local(MONDAY, UtcOffset::minutes(0)),
            pain_today: None,
            pain_is_new: false,
        });
        assert_eq!(
            (next.load, next.sentence()),
            (None, "This one stays as planned.".to_owned()),
            "{}",
            item.exercise
        );
    }
}
