//! Whatever a file holds: no panic, nothing lost on the way out and in again, nothing twice.

use proptest::prelude::*;
use yoke_app::catalog;
use yoke_app::exchange::csv::{Ask, DayOrder, Reader, Row, export, made, moment, read, seconds, thousandths};
use yoke_app::training::exercise::ExerciseId;
use yoke_app::training::history::{Amount, Done, Entry, SetLog, Workout, WorkoutId};
use yoke_app::training::remarks::{About, Remarks};
use yoke_app::training::time::{UtcOffset, Wall};
use yoke_app::training::units::{Load, Metres, Reps, Rir, Seconds, WeightUnit};

use super::{ASK, all, new};

fn rows(text: &str) -> Option<Vec<Vec<String>>> {
    let (mut reader, mut row, mut rows) = (Reader::new(text), Row::default(), Vec::new());
    while reader.next(&mut row) {
        if row.open_quote {
            return None;
        }
        let cells: Vec<String> = (0..row.len()).map(|nth| row.cell(nth).to_owned()).collect();
        if cells.iter().any(|cell| !cell.is_empty()) {
            rows.push(cells);
        }
    }
    Some(rows)
}

fn any_amount() -> impl Strategy<Value = Amount> {
    prop_oneof![
        4 => (1_u16..=500).prop_map(|reps| Amount::Reps(Reps::new(reps).unwrap())),
        1 => (0_u16..=99).prop_map(Amount::Breaths),
        1 => (0_u32..=86_400).prop_map(|seconds| Amount::Held(Seconds::new(seconds))),
        1 => (1_u16..=20_000).prop_map(|metres| Amount::Walked(Metres::new(metres).unwrap())),
        1 => (0_u16..=20, 0_u32..=60).prop_map(|(count, each)| Amount::Holds { count, each: Seconds::new(each) }),
    ]
}

fn any_set() -> impl Strategy<Value = SetLog> {
    let unit = prop_oneof![Just(WeightUnit::Kg), Just(WeightUnit::Lb)];
    let load = prop::option::of(
        (0_u32..=200_000, unit).prop_map(|(n, unit)| Load::from_hundredths(n, unit).unwrap()),
    );
    let done = prop_oneof![
        3 => any_amount().prop_map(Done::Both),
        1 => (prop::option::of(any_amount()), prop::option::of(any_amount()))
            .prop_map(|(left, right)| Done::Sides { left, right }),
    ];
    (load, done, prop::option::of(0_u8..=4), any::<bool>()).prop_map(|(load, done, rir, warm_up)| SetLog {
        load,
        done,
        rir: rir.map(|rir| Rir::new(rir).unwrap()),
        warm_up,
        at: Wall(0),
    })
}

/// A name as it can be here: no white space at its ends or in runs.
fn any_name() -> impl Strategy<Value = String> {
    prop_oneof!["[a-z=+@\",;\u{e9}\u{1f3cb}\\-]{1,12}", "[A-Z][a-z]{0,8} [a-z\"\u{5e74}]{1,9}"]
}

fn any_history() -> impl Strategy<Value = Vec<Workout>> {
    let exercises: Vec<&'static str> = catalog::exercises().map(|exercise| exercise.id).collect();
    let entries = prop::collection::btree_map(
        prop::sample::select(exercises),
        prop::collection::vec((any_set(), "(|[a-z,\"\n]{1,12}[a-z])"), 1..4),
        1..4,
    );
    let workout =
        (any_name(), 1_u64..200_000_000, 0_u64..80_000, -56_i16..=56, entries, "(|[a-z\",\n]{0,9}[a-z])");
    prop::collection::vec(workout, 0..5).prop_map(|workouts| {
        let mut history: Vec<Workout> = Vec::new();
        for (title, start, length, quarters, entries, note) in workouts {
            let started = Wall((start + 800_000_000) * 1_000);
            let mut workout = Workout {
                id: WorkoutId::new(started, 7),
                title,
                source: None,
                started,
                ended: started.plus(length * 1_000),
                offset: UtcOffset::minutes(quarters * 15),
                entries: Vec::new(),
                remarks: Remarks::default(),
            };
            workout.remarks.set_note(About::Workout, &note);
            let mut millis = 0;
            for (id, sets) in entries {
                let mut entry = Entry { exercise: ExerciseId::shipped(id), sets: Vec::new() };
                for (set, note) in sets {
                    let at = started.plus(millis);
                    millis += 1;
                    entry.sets.push(SetLog { at, ..set });
                    workout.remarks.set_note(About::Set(at), &note);
                }
                workout.entries.push(entry);
            }
            history.push(workout);
        }
        history.sort_by_key(|workout| std::cmp::Reverse(workout.started));
        history.dedup_by_key(|workout| workout.started.0 / 86_400_000);
        history
    })
}

/// All of a workout that a table can say: the place of the clock is not in it, nor where the workout came from.
fn said(workout: &Workout) -> impl PartialEq + std::fmt::Debug + use<> {
    let local = workout.started.0.saturating_add_signed(i64::from(workout.offset.get()) * 60_000);
    let entries: Vec<_> = workout
        .entries
        .iter()
        .map(|entry| {
            let set = |set: &SetLog| {
                (SetLog { at: Wall(0), ..*set }, workout.remarks.note(&About::Set(set.at)).to_owned())
            };
            (entry.exercise.clone(), entry.sets.iter().map(set).collect::<Vec<_>>())
        })
        .collect();
    (local, workout.millis(), workout.title.clone(), entries, workout.remarks.workout.clone())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(5_000))]

    #[test]
    fn any_bytes_are_read_to_their_end(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let text = String::from_utf8_lossy(&bytes);
        let _ = read(&text, &ASK, Vec::new());
        all(&format!("Date,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,RPE\n{text}"), &ASK);
        let _ = (thousandths(&text), seconds(&text), moment(&text, &mut DayOrder::default()));
    }

    #[test]
    fn any_cells_are_taken_or_told(cells in prop::collection::vec("(|[0-9]{1,12}|[0-9:.,hms -]{1,12}|\\PC{0,9}|W|D|Yoke set .{0,20}|2024-01-02 10:00)", 9..40)) {
        let mut text = "Date,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,RPE".to_owned();
        let whole = cells.chunks_exact(9).count();
        for row in cells.chunks_exact(9) {
            let row: Vec<String> = row.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect();
            text += "\n2024-01-02 10:00,Row,1,5,5,,,,\n";
            text += &row.join(",");
        }
        let found = all(&text, &ASK);
        let sets: usize = found.workouts().map(Workout::sets).sum();
        prop_assert!(sets >= whole);
        prop_assert_eq!(found.names.iter().map(|name| name.sets).sum::<usize>(), sets);
    }

    #[test]
    fn quoted_cells_come_back_as_they_were(
        table in prop::collection::vec(prop::collection::vec("[a-z\",;\t\n\r\u{e9}\u{1f3cb}]{0,6}x", 1..6), 1..8),
        separator in prop::sample::select(vec![",", ";", "\t"]), end in prop::sample::select(vec!["\n", "\r\n", "\r"]),
    ) {
        // The first line shows what parts the cells.
        let mut text = format!("x{separator}x{end}");
        for row in &table {
            let row: Vec<String> = row.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect();
            text += &(row.join(separator) + end);
        }
        let trimmed = |row: &Vec<String>| row.iter().map(|cell| cell.trim().to_owned()).collect();
        let expected: Vec<Vec<String>> = table.iter().map(trimmed).collect();
        prop_assert_eq!(&rows(&text).unwrap()[1..], &expected[..]);
    }

    #[test]
    fn what_goes_out_comes_back_and_only_once(history in any_history()) {
        let text = export(&history, None, &catalog::name_of);
        let found = all(&text, &ASK);
        prop_assert_eq!(&found.skipped, &[]);
        prop_assert_eq!(made(&found.names, &[]), []);
        let mut back = new(&found);
        back.reverse();
        let said = |history: &[Workout]| history.iter().map(said).collect::<Vec<_>>();
        prop_assert_eq!(said(&back), said(&history));
        for history in [&history, &back] {
            let again = all(&text, &Ask { history, ..ASK });
            prop_assert_eq!((again.workouts().count(), again.here()), (0, history.len()));
        }
    }
}
