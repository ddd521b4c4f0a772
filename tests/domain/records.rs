//! Records and the estimated single, by hand.

use yoke_app::training::exercise::ExerciseId;
use yoke_app::training::history::{Amount, Done, Entry, SetLog, Workout, WorkoutId};
use yoke_app::training::records::{Record, as_text, e1rm, records};
use yoke_app::training::remarks::Remarks;
use yoke_app::training::time::{UtcOffset, Wall};
use yoke_app::training::units::{Load, Metres, Reps, Rir, Seconds, WeightUnit};

fn kg(text: &str) -> Load {
    Load::parse(text, WeightUnit::Kg).unwrap()
}

fn reps(count: u16) -> Reps {
    Reps::new(count).unwrap()
}

/// `80x5`, `x8` without a load, `30s`, `40m`, `w60x5` to get warm, `20x8|6` with sides.
pub fn set(text: &str) -> SetLog {
    let warm_up = text.starts_with('w');
    let text = text.trim_start_matches('w');
    let amount = |text: &str| match text.chars().last() {
        Some('s') => Amount::Held(Seconds::new(text.trim_end_matches('s').parse().unwrap())),
        Some('m') => Amount::Walked(Metres::new(text.trim_end_matches('m').parse().unwrap()).unwrap()),
        _ => Amount::Reps(reps(text.parse().unwrap())),
    };
    let (load, done) = text.split_once('x').unwrap_or(("", text));
    let done = match done.split_once('|') {
        Some((left, right)) => Done::Sides { left: Some(amount(left)), right: Some(amount(right)) },
        None => Done::Both(amount(done)),
    };
    let load = (!load.is_empty()).then(|| kg(load));
    SetLog { load, done, rir: None, warm_up, at: Wall(5) }
}

pub fn entry(sets: &str) -> Entry {
    Entry { exercise: ExerciseId::stored("barbell-row"), sets: sets.split_whitespace().map(set).collect() }
}

pub fn workout(sets: &str) -> Workout {
    let at = Wall(1_795_255_200_000);
    Workout {
        id: WorkoutId::new(at, 1),
        title: "Session B, rows".into(),
        source: None,
        started: at,
        ended: at.plus(60_000),
        offset: UtcOffset::minutes(0),
        entries: vec![entry(sets)],
        remarks: Remarks::default(),
    }
}

fn found(now: &str, before: &[&str]) -> Vec<String> {
    let earlier: Vec<Workout> = before.iter().map(|sets| workout(sets)).collect();
    records(&entry(now), &earlier).into_iter().map(Record::sentence).collect()
}

#[test]
fn records_of_every_kind() {
    let cases: [(&str, &[&str], &[&str]); 13] = [
        ("100x5", &[], &[]),
        ("100x5", &["100x5"], &[]),
        ("102.5x5", &["100x5"], &["Heaviest: 102.5 kg", "Best estimated single (Epley): 119.58 kg"]),
        ("100x6", &["100x5"], &["Most reps with 100 kg: 6", "Best estimated single (Epley): 120 kg"]),
        // More repetitions with less than ever was used for so many, though a heavier single stands.
        ("90x9", &["100x5", "110x1"], &["Most reps with 90 kg: 9", "Best estimated single (Epley): 117 kg"]),
        ("90x5", &["100x5"], &[]),
        ("90x20", &["100x5"], &["Most reps with 90 kg: 20"]),
        ("w120x5 100x5", &["100x5"], &[]),
        ("100x5", &["w120x5 100x5"], &[]),
        ("x9", &["x8"], &["Most reps: 9"]),
        ("20x8|6", &["20x7|7"], &[]),
        ("30s", &["25s", "28s"], &["Longest: 30 s"]),
        ("24x40m", &["24x30m"], &["Furthest: 40 m"]),
    ];
    for (now, before, expected) in cases {
        assert_eq!(found(now, before), expected, "{now} after {before:?}");
    }
}

#[test]
fn the_estimate_knows_the_reserve_and_its_limits() {
    let estimate =
        |load, count, rir: Option<u8>| e1rm(kg(load), reps(count), rir.and_then(|rir| Rir::new(rir).ok()));
    assert_eq!(estimate("100", 5, Some(1)), Some(kg("120")));
    assert_eq!(estimate("100", 6, None), Some(kg("120")));
    assert_eq!(estimate("100", 1, None), Some(kg("100")));
    assert_eq!(estimate("100", 12, None), Some(kg("140")));
    assert_eq!(estimate("100", 13, None), None);
    assert_eq!(estimate("100", 10, Some(3)), None);
    assert_eq!(estimate("0", 5, None), None);
}

#[test]
fn a_workout_reads_as_text() {
    let text = as_text(&workout("w60x5 80x5 80x4"), |id| id.as_str().to_uppercase());
    assert_eq!(text, "Session B, rows\nSaturday, 21 November\nBARBELL-ROW: 80 kg \u{d7} 5, 80 kg \u{d7} 4");
}
