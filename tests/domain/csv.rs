//! Files of other apps: every set by hand, every odd line with its reason, and nothing that a file can do to the reader.

mod cells;
mod names;
mod properties;

use yoke_app::exchange::csv::{Ask, Found, Reason, Refusal, export, made, read};
use yoke_app::store::{Memory, Store};
use yoke_app::training::exercise::ExerciseId;
use yoke_app::training::history::Workout;
use yoke_app::training::remarks::About;
use yoke_app::training::time::{UtcOffset, Wall};
use yoke_app::training::units::WeightUnit;

/// Two hours ahead of UTC, in kilograms, the day first, nothing here yet.
pub const ASK: Ask =
    Ask { unit: WeightUnit::Kg, month_first: false, offset: UtcOffset::minutes(120), history: &[], own: &[] };

macro_rules! fixture {
    ($name:literal) => {
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/csv/", $name))
    };
}

/// What a file brings in if every sure name is taken and the others are kept as own exercises.
pub fn all(text: &str, ask: &Ask) -> Found {
    let names = read(text, ask, Vec::new()).unwrap().names;
    read(text, ask, names).unwrap()
}

/// The workouts that are new.
pub fn new(found: &Found) -> Vec<Workout> {
    found.workouts().cloned().collect()
}

/// Each set as a line: its exercise, `w` before sets to get warm, reserve behind `@`, its note in brackets.
fn sets(found: &Found) -> Vec<String> {
    let own = made(&found.names, &[]);
    let name = |id: &ExerciseId| {
        own.iter().find(|own| own.id == *id).map_or_else(|| id.to_string(), |own| format!("\"{}\"", own.name))
    };
    let mut lines = Vec::new();
    for workout in found.workouts() {
        for entry in &workout.entries {
            for set in &entry.sets {
                let rir = set.rir.map_or(String::new(), |rir| format!(" @{rir}"));
                let warm = if set.warm_up { "w " } else { "" };
                let note = match workout.remarks.note(&About::Set(set.at)) {
                    "" => String::new(),
                    note => format!(" ({note})"),
                };
                lines.push(format!("{}: {warm}{}{rir}{note}", name(&entry.exercise), set.summary()));
            }
        }
    }
    lines
}

/// Each workout as a line: when it began in UTC, how long it took, minutes ahead, its name, how many exercises.
fn workouts(found: &Found) -> Vec<String> {
    let line = |workout: &Workout| {
        let started = workout.started.0;
        assert_eq!(started % 1_000, 0);
        let clock = |seconds: u64| {
            format!("{:02}:{:02}:{:02}", seconds / 3_600 % 24, seconds / 60 % 60, seconds % 60)
        };
        format!(
            "{} {} {} min {:+} {} ({})",
            workout.day(),
            clock(started / 1_000),
            workout.millis() / 60_000,
            workout.offset.get(),
            workout.title,
            workout.entries.len()
        )
    };
    found.workouts().map(line).collect()
}

/// The names by the ids that were chosen for them.
fn name_of(found: &Found) -> impl Fn(&ExerciseId) -> String {
    let own = made(&found.names, &[]);
    move |id| {
        own.iter()
            .find(|own| own.id == *id)
            .map_or_else(|| yoke_app::catalog::name_of(id), |own| own.name.clone())
    }
}

#[test]
fn a_file_of_strong_comes_in_set_by_set() {
    let found = all(fixture!("strong.csv"), &ASK);
    assert_eq!(
        workouts(&found),
        ["2024-03-04 16:02:11 72 min +120 Back, heavy (3)", "2024-03-06 05:30:00 45 min +120 Morning (3)"]
    );
    assert_eq!(
        sets(&found),
        [
            "deadlift: w 60 kg \u{d7} 5",
            "deadlift: 142.5 kg \u{d7} 5 @1 (grip slipped. RPE 8.5)",
            "deadlift: 142.5 kg \u{d7} 4 @0",
            "deadlift: 100 kg \u{d7} 9 (Drop set)",
            "barbell-row: 80 kg \u{d7} 8",
            "barbell-row: 80 kg \u{d7} 6 @0",
            "\"Lateral Raise (Dumbbell)\": 10 kg \u{d7} 12",
            "\"Plank\": 1:30",
            "farmer-carry: 32 kg \u{d7} 40 m",
            "pull-up: 10",
        ]
    );
    assert_eq!(
        found.skipped,
        [
            (11, Reason::Reps),
            (16, Reason::Weight),
            (17, Reason::Nothing),
            (18, Reason::Date),
            (19, Reason::Cells),
        ]
    );
    assert!(found.asks_unit && !found.asks_order);
}

#[test]
fn notes_come_along() {
    let workouts = new(&all(fixture!("strong.csv"), &ASK));
    let [heavy, morning] = &workouts[..] else { panic!("{workouts:?}") };
    assert_eq!(heavy.remarks.note(&About::Workout), "Slept \"badly\".\r\nWent anyway.");
    assert_eq!(heavy.remarks.sets.len(), 2);
    assert_eq!(morning.remarks.note(&About::Exercise(ExerciseId::shipped("pull-up"))), "Dead hang each time");
    let long = format!(
        "Date,Exercise,Category,Reps,Comment\n2024-01-01,Row,Back,5,{}\n2024-01-01,Row,Back,5,short\n",
        "n".repeat(501)
    );
    let found = all(&long, &ASK);
    assert_eq!(found.skipped, [(2, Reason::Note)]);
    assert_eq!(sets(&found).len(), 2);
}

#[test]
fn units_of_each_row_count() {
    let found = all(fixture!("strong-units.csv"), &Ask { unit: WeightUnit::Lb, ..ASK });
    assert_eq!(
        workouts(&found),
        ["2025-01-31 15:04:09 8 min +120 Pull (3)", "2025-01-31 22:15:00 0 min +120 Pull (1)"]
    );
    assert_eq!(
        sets(&found),
        [
            "cable-row: 120 lb \u{d7} 10 @3",
            "cable-row: 55 kg \u{d7} 10",
            "face-pull: 22.5 kg \u{d7} 15 @0 (RPE 9,5)",
            "farmer-carry: 50 lb \u{d7} 37 m",
            "\"\u{1f3cb}\u{fe0f} \u{61f8}\u{5782}\": 6",
        ]
    );
    assert_eq!(found.skipped, [(6, Reason::Weight)]);
    assert!(!found.asks_unit);
}

#[test]
fn german_headings_of_strong_are_known() {
    let found = all(fixture!("strong-german.csv"), &ASK);
    assert_eq!(workouts(&found), ["2023-10-29 00:30:00 60 min +120 R\u{fc}cken (1)"]);
    assert_eq!(sets(&found), ["\"Klimmz\u{fc}ge\": 7.5 kg \u{d7} 6 @2", "\"Klimmz\u{fc}ge\": 5 (A)"]);
    assert_eq!(found.skipped, []);
}

#[test]
fn a_file_of_hevy_comes_in_set_by_set() {
    let found = all(fixture!("hevy.csv"), &ASK);
    assert_eq!(
        workouts(&found),
        ["2026-07-06 15:59:00 65 min +120 Upper A (4)", "2026-06-28 06:05:00 0 min +120 Lower (1)"]
    );
    assert_eq!(
        sets(&found),
        [
            "lat-pulldown: w 35 kg \u{d7} 12",
            "lat-pulldown: 61.23 kg \u{d7} 10 @2 (61.2349 kg. RPE 7.5)",
            "t-bar-row: 40 kg \u{d7} 9 @0",
            "push-up: 15 (Drop set)",
            "\"Rowing Machine\": 10:15 (2500 m)",
            "\"Sumo Squat\": 80 kg \u{d7} 5 @4+",
        ]
    );
    assert_eq!(found.skipped, [(7, Reason::Distance), (8, Reason::Length), (9, Reason::Reps)]);
    let remarks = new(&found)[0].remarks.clone();
    assert_eq!(remarks.note(&About::Workout), "Hot.");
    assert_eq!(remarks.note(&About::Exercise(ExerciseId::shipped("lat-pulldown"))), "Slow down");
    assert_eq!(remarks.note(&About::Exercise(ExerciseId::shipped("t-bar-row"))), "Superset 1");
}

#[test]
fn pounds_miles_and_other_dates_of_hevy() {
    let found = all(fixture!("hevy-lbs.csv"), &ASK);
    assert_eq!(
        workouts(&found),
        [
            "2026-05-15 17:26:00 60 min +120 Day 1 (2)",
            "2026-06-05 05:30:00 30 min +120 Day 2 (1)",
            "2026-06-07 05:30:00 30 min +120 Day 3 (1)",
        ]
    );
    assert_eq!(
        sets(&found),
        [
            "deadlift: 225 lb \u{d7} 5 @2",
            "deadlift: 102.06 kg \u{d7} 5",
            "\"Walking\": 805 m",
            "deadlift: 235 lb \u{d7} 3",
            "deadlift: 245 lb \u{d7} 1",
        ]
    );
    assert_eq!(found.skipped, []);
    let pounds = all(fixture!("hevy-lbs.csv"), &Ask { unit: WeightUnit::Lb, ..ASK });
    assert_eq!(sets(&pounds)[1], "deadlift: 225 lb \u{d7} 5", "of two units the person's own counts");
}

#[test]
fn a_file_of_fitnotes_comes_in_set_by_set() {
    let found = all(fixture!("fitnotes.csv"), &ASK);
    assert_eq!(
        workouts(&found),
        ["2022-09-14 10:00:00 0 min +120 Workout (2)", "2022-09-15 10:00:00 0 min +120 Workout (1)"]
    );
    assert_eq!(
        sets(&found),
        [
            "barbell-row: 70 kg \u{d7} 8",
            "barbell-row: 70 kg \u{d7} 8 (felt light, go up)",
            "\"Cycling\": 32:06 (12500 m)",
            "dead-hang: 45 s"
        ]
    );
    assert_eq!(found.skipped, [(6, Reason::Weight)]);
}

#[test]
fn the_file_settles_the_order_of_day_and_month_if_it_can() {
    for month_first in [true, false] {
        let found = all(fixture!("fitnotes-dates.csv"), &Ask { month_first, ..ASK });
        assert_eq!(
            workouts(&found),
            ["2023-05-06 10:00:00 0 min +120 Workout (1)", "2023-05-13 10:00:00 0 min +120 Workout (1)"]
        );
        assert_eq!(sets(&found), ["cable-row: 60 kg \u{d7} 10", "cable-row: 135 lb \u{d7} 10"]);
        assert!(!found.asks_order);
    }
    let open = "Date,Exercise,Category,Reps\n05/06/2023,Row,Back,5\n07/07/2023,Row,Back,5\n";
    for (month_first, first) in [(true, "2023-05-06"), (false, "2023-06-05")] {
        let found = all(open, &Ask { month_first, ..ASK });
        assert!(found.asks_order);
        assert!(workouts(&found)[0].starts_with(first));
    }
}

#[test]
fn other_files_are_refused_with_a_reason() {
    for text in ["", "\u{feff}"] {
        assert_eq!(read(text, &ASK, Vec::new()).unwrap_err(), Refusal::Empty);
    }
    for text in [
        "\n\n",
        "a,b,c\n1,2,3",
        "Date,Exercise\n2024-01-01,Row",
        "{\"workouts\": []}",
        "PK\u{3}\u{4}\0\0",
        "<!doctype html>\n<html><head><title>Date, Exercise, Reps</title>",
    ] {
        assert_eq!(read(text, &ASK, Vec::new()).unwrap_err(), Refusal::Unknown, "{text}");
    }
    let long = "x".repeat(20_000_001);
    assert_eq!(read(&long, &ASK, Vec::new()).unwrap_err(), Refusal::TooLarge);
}

#[test]
fn a_file_that_was_cut_off_brings_all_but_its_last_line() {
    let whole = fixture!("strong.csv");
    let cut = &whole[..whole.find("80.0,8.0").unwrap() + 4];
    let found = all(cut, &ASK);
    assert_eq!(sets(&found).len(), 4);
    assert_eq!(found.skipped, [(7 + 1, Reason::Cells)]);
    let quote = &whole[..whole.find("Went").unwrap()];
    assert_eq!(all(quote, &ASK).skipped, [(2, Reason::Quote)]);
}

#[test]
fn the_same_file_twice_brings_nothing_new_wherever_it_is_read() {
    let text = fixture!("strong.csv");
    let first = all(text, &ASK);
    let own = made(&first.names, &[]);
    for offset in [120, 60, -480] {
        let offset = UtcOffset::minutes(offset);
        let again = all(text, &Ask { offset, history: &new(&first), own: &own, ..ASK });
        assert_eq!((again.workouts().count(), again.here()), (0, 2), "{offset:?}");
        assert!(again.names.iter().all(|name| name.sets == 0));
        let elsewhere = all(text, &Ask { offset, ..ASK });
        let ids = |found: &Found| found.workouts().map(|it| it.id.clone()).collect::<Vec<_>>();
        assert_eq!(ids(&elsewhere), ids(&first));
    }
    let ids: Vec<_> = first.workouts().map(|workout| workout.id.as_str()).collect();
    assert!(ids[0].starts_with("1709575331000-") && ids[0].len() == 18, "{ids:?}");
}

#[test]
fn what_comes_in_is_stored_as_read_and_taken_back_whole() {
    let found = all(fixture!("strong.csv"), &ASK);
    let (mut store, _) = Store::open(Memory::default(), Wall(1_800_000_000_000));
    let taken = store.import(&found.changes(&[])).unwrap();
    let loaded = store.load();
    assert!(loaded.findings.is_empty());
    let mut newest_first = new(&found);
    newest_first.reverse();
    assert_eq!(loaded.workouts, newest_first);
    let mut own = made(&found.names, &[]);
    own.sort_by(|one, other| other.id.cmp(&one.id));
    assert_eq!(loaded.own, own);
    store.take_back(&taken).unwrap();
    let loaded = store.load();
    assert_eq!((loaded.workouts.len(), loaded.own.len()), (0, 0));
    // Room for a part only: then nothing is kept.
    let (mut store, _) = Store::open(Memory::with_room(600), Wall(1_800_000_000_000));
    assert!(store.import(&found.changes(&[])).is_err());
    assert_eq!(store.load().workouts, []);
}

#[test]
fn a_longer_file_of_the_same_app_brings_only_what_is_new() {
    let head = "Date,Exercise,Category,Weight (kg),Reps\n";
    let first = format!("{head}2024-01-01,Bench Press (Barbell),Chest,60,5\n");
    let before = all(&first, &ASK);
    let mut own = made(&before.names, &[]);
    own[0].name = "My bench".into();
    let longer = format!("{first}2024-01-03,bench press (barbell),Chest,62.5,5\n");
    let more = all(&longer, &Ask { history: &new(&before), own: &own, ..ASK });
    assert_eq!((more.workouts().count(), more.here()), (1, 1));
    assert_eq!(made(&more.names, &own), [], "renamed since, and still known");
    assert_eq!(new(&more)[0].entries[0].exercise, own[0].id);
}

#[test]
fn what_goes_out_reads_as_strong_writes_it() {
    let found = all(fixture!("strong.csv"), &ASK);
    let mut history = new(&found);
    history.reverse();
    let head = "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE,\
                Weight Unit,Distance Unit\n";
    let carry = export(&history, Some(&ExerciseId::shipped("farmer-carry")), &name_of(&found));
    let row =
        r#"2024-03-06 07:30:00,"Morning",2700s,"Farmer's carry","1","32","0","40","0","","","","kg","m""#;
    assert_eq!(carry, format!("{head}{row}\n"));
    let text = export(&history, None, &name_of(&found));
    let lines: Vec<_> = text.lines().collect();
    let lead = r#"2024-03-04 18:02:11,"Back, heavy",4320s,"Deadlift","#;
    assert_eq!(lines[1], format!(r#"{lead}"W","60","5","0","0","","Slept ""badly""."#));
    assert_eq!(lines[2], r#"Went anyway.","","kg","m""#);
    let second = r#""2","142.5","5","0","0","grip slipped. RPE 8.5","Slept ""badly""."#;
    assert_eq!(lines[3], format!("{lead}{second}"));
    assert!(text.contains(r#","Plank","1","","0","0","90","","","","","m""#), "{text}");
    assert!(text.contains(r#","Pull-up","Note","","","","","Dead hang each time","","","","""#), "{text}");
}

#[test]
fn a_name_cannot_become_a_formula() {
    let text = "Date,Exercise,Category,Reps\n2024-01-01,=1+1,Back,5\n2024-01-01,\"@SUM(A1,A2)\",Back,5\n";
    let found = all(text, &ASK);
    let out = export(&new(&found), None, &name_of(&found));
    assert!(out.contains(",\" =1+1\",") && out.contains(",\" @SUM(A1,A2)\","), "{out}");
    assert_eq!(all(&out, &ASK).names[0].name, "=1+1");
}
