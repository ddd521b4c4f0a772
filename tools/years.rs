//! A backup of so many years of training, made up: four workouts a week of 25 sets, and the four self-tests each month, as
//! `make bench-years` and the tests of capacity want it.

use yoke_app::exchange::backup;
use yoke_app::store::{Memory, Settings, Store};
use yoke_app::training::exercise::ExerciseId;
use yoke_app::training::history::{Amount, Done, Entry, SetLog, Source, Workout, WorkoutId};
use yoke_app::training::measure::{Measurement, Reading, Scale};
use yoke_app::training::remarks::Remarks;
use yoke_app::training::time::{UtcOffset, Wall};
use yoke_app::training::units::{Load, Reps, Rir, WeightUnit};

const DAY: u64 = 86_400_000;
/// Sunday 22 November 2026, 8:00 UTC: the day after the last workout.
const NOW: u64 = 1_795_334_400_000;
const EXERCISES: [[&str; 5]; 2] = [
    ["deadlift", "barbell-row", "pull-up", "face-pull", "farmer-carry"],
    ["single-arm-row", "lat-pulldown", "rear-lateral-raise", "mid-back-shrug", "inverted-row"],
];

/// The workouts of so many years, oldest first.
pub fn workouts(years: u64) -> Vec<Workout> {
    (0..years * 208).rev().map(workout).collect()
}

/// The workout so many workouts ago.
fn workout(ago: u64) -> Workout {
    let started = Wall(NOW - DAY - (ago / 4 * 7 + ago % 4 * 2) * DAY);
    let (program, day) = (EXERCISES[(ago % 2) as usize], (ago % 2) as usize);
    // Loads rise by a tenth of a kilogram a workout, to the nearest plate.
    let load = |nth: u64| 20_000 - (ago.min(1_000) * 10 + nth * 1_000) / 250 * 250;
    let set = |exercise: u64, nth: u64| SetLog {
        load: Load::from_hundredths(load(exercise) as u32, WeightUnit::Kg).ok(),
        done: Done::Both(Reps::new((8 - (ago + nth) % 4) as u16).map_or(Amount::Breaths(8), Amount::Reps)),
        rir: Rir::new(((ago + nth) % 4) as u8).ok(),
        warm_up: false,
        at: started.plus((exercise * 5 + nth) * 165_437 + 61_000 + ago % 977),
    };
    let entry = |(exercise, id): (u64, &&str)| Entry {
        exercise: ExerciseId::stored(id),
        sets: (0..5).map(|nth| set(exercise, nth)).collect(),
    };
    Workout {
        id: WorkoutId::new(started, ago as u32),
        title: ["Session A, deadlift", "Session B, rows"][day].into(),
        source: Some(Source { program: "size-and-strength".into(), day, mark: ["A", "B"][day].into() }),
        started,
        ended: started.plus(4_200_000),
        offset: UtcOffset::minutes(60),
        entries: (0..).zip(&program).map(entry).collect(),
        remarks: Remarks::default(),
    }
}

/// What the self-tests of so many months ago came to.
fn measured(ago: u64) -> impl Iterator<Item = Measurement> {
    let of = move |(nth, (scale, steps)): (u64, (Scale, u64))| {
        let at = Wall(NOW - DAY - ago * 30 * DAY + nth * 90_000);
        let reading = Reading::new(scale, steps as u32).ok()?;
        let id = WorkoutId::new(at, nth as u32).as_str().to_owned();
        Some(Measurement { id, at, offset: UtcOffset::minutes(60), reading })
    };
    let steps = [
        (Scale::HalfCm, 8 + ago % 3 + ago / 40),
        (Scale::Points, 7 - ago.min(60) / 12),
        (Scale::Hang, 90 - ago.min(60) + ago % 5),
        (Scale::ProneY, 60 - ago.min(50) + ago % 4),
    ];
    (0..).zip(steps).filter_map(of)
}

/// A store with all of them, as the app keeps them.
pub fn store(years: u64) -> Store<Memory> {
    let (mut store, _) = Store::open(Memory::default(), Wall(NOW));
    store.settle(None);
    let settings = Settings { program: Some("size-and-strength".into()), ..Settings::default() };
    let _ = store.save_settings(&settings);
    for workout in workouts(years) {
        let _ = store.save_workout(&workout);
    }
    for one in (0..years * 12).rev().flat_map(measured) {
        let _ = store.save_test(&one);
    }
    store
}

#[allow(dead_code, clippy::print_stdout)] // the tests take the rest; its text is its purpose
fn main() {
    let years = std::env::args().nth(1).and_then(|years| years.parse().ok()).unwrap_or(20);
    print!("{}", backup::write(Wall(NOW), &store(years).texts().unwrap_or_default()));
}
