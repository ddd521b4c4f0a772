//! Hard sets a week, worked out by hand.

use yoke_app::catalog;
use yoke_app::training::exercise::{ExerciseId, Muscle};
use yoke_app::training::history::{Amount, Done, Entry, SetLog, Workout, WorkoutId};
use yoke_app::training::remarks::Remarks;
use yoke_app::training::time::{Day, UtcOffset, Wall};
use yoke_app::training::units::{Reps, Rir, Seconds};
use yoke_app::training::volume::{GROUPS, HalfSets, Heat, furthest_behind, week};

const WEDNESDAY: Wall = Wall(1_795_600_000_000);

fn set(done: Done, rir: Option<u8>) -> SetLog {
    SetLog { load: None, done, rir: rir.map(|rir| Rir::new(rir).unwrap()), warm_up: false, at: WEDNESDAY }
}

fn reps(count: u16) -> Done {
    Done::Both(Amount::Reps(Reps::new(count).unwrap()))
}

fn workout(at: Wall, entries: Vec<(&str, Vec<SetLog>)>) -> Workout {
    let entries =
        entries.into_iter().map(|(id, sets)| Entry { exercise: ExerciseId::stored(id), sets }).collect();
    let (title, source, offset) = (String::new(), None, UtcOffset::default());
    Workout {
        id: WorkoutId::new(at, 1),
        title,
        source,
        started: at,
        ended: at.plus(1),
        offset,
        entries,
        remarks: Remarks::default(),
    }
}

fn halves(name: &str, history: &[Workout]) -> HalfSets {
    let group = GROUPS.iter().find(|group| group.name == name).unwrap();
    let monday = Day::local(WEDNESDAY, UtcOffset::default()).monday();
    week(group, history, monday, |id| catalog::find(id.as_str()).map(|exercise| exercise.muscles))
}

#[test]
fn primary_counts_one_secondary_half_holds_nothing() {
    let history = [workout(
        WEDNESDAY,
        vec![
            ("barbell-row", vec![set(reps(5), Some(2)), set(reps(5), None), set(reps(4), Some(4))]),
            ("farmer-carry", vec![set(Done::Both(Amount::Held(Seconds::new(30))), None)]),
        ],
    )];
    let of = |muscle| {
        let row = catalog::find("barbell-row").unwrap();
        row.muscles.iter().find(|used| used.muscle == muscle).map(|used| used.share)
    };
    assert_eq!(of(Muscle::Rhomboids), Some(yoke_app::training::exercise::Share::Primary));
    assert_eq!(halves("Rhomboids", &history).text(), "3");
    assert_eq!(of(Muscle::PosteriorDeltoid), Some(yoke_app::training::exercise::Share::Secondary));
    assert_eq!(halves("Rear delts", &history).text(), "1.5");
    assert_eq!(halves("Upper traps", &history), HalfSets(0), "a carry counts minutes, not sets");
}

#[test]
fn the_week_begins_on_monday_and_ends_on_sunday() {
    let row = || vec![("barbell-row", vec![set(reps(5), None)])];
    let days = |count: u64| count * 86_400_000;
    let monday = WEDNESDAY.minus(days(2));
    let history = [
        workout(monday.plus(days(7)), row()),
        workout(monday.plus(days(6)), row()),
        workout(monday, row()),
        workout(monday.minus(days(1)), row()),
    ];
    assert_eq!(halves("Rhomboids", &history).text(), "2");
}

#[test]
fn heat_follows_the_target() {
    let heat = |sets: u32| Heat::of(HalfSets(sets * 2), (10, 16));
    let cases = [(0, Heat::None), (4, Heat::Low), (5, Heat::Under), (9, Heat::Under), (10, Heat::InRange)];
    for (sets, expected) in cases {
        assert_eq!(heat(sets), expected, "{sets}");
    }
    assert_eq!((heat(16), heat(17)), (Heat::InRange, Heat::Above));
}

#[test]
fn the_group_with_the_smallest_part_of_its_target_is_furthest_behind() {
    // In half sets, in the order of the groups: targets from 10, 8, 10, 8, 6, 10, 8 and 6 sets.
    let rows: [([u32; 8], &str); 6] = [
        ([20, 16, 20, 16, 12, 20, 16, 12], ""),
        ([32, 24, 32, 28, 20, 32, 24, 24], ""),
        ([20, 16, 20, 8, 12, 12, 16, 12], "Rear delts"), // 4 of 8 is less than 6 of 10
        ([20, 16, 20, 8, 12, 9, 16, 12], "Lats"),        // 4.5 of 10 is less than 4 of 8
        ([0; 8], "Middle traps"),                        // of several the first
        ([20, 16, 20, 16, 12, 20, 16, 11], "Upper traps"),
    ];
    for (sets, expected) in rows {
        let sets: Vec<_> = GROUPS.iter().zip(sets).map(|(group, sets)| (group, HalfSets(sets))).collect();
        assert_eq!(furthest_behind(&sets).map_or("", |(group, _)| group.name), expected, "{sets:?}");
    }
}
