//! Copies of earlier days: names, and the ring of them.

use proptest::prelude::*;
use yoke_app::exchange::copies::{Copy, MOST, is_due, superfluous};
use yoke_app::training::time::{Day, UtcOffset, Wall, day_and_time};

const HOUR: u64 = 3_600_000;

fn name(at: Wall, workouts: usize) -> String {
    Copy { at, workouts, size: 140_100 }.name()
}

#[test]
fn a_copy_is_told_in_one_line() {
    // 21 November 2026, 10:00 UTC.
    let at = Wall(1_795_255_200_000);
    let copy = Copy::read(&name(at, 214)).unwrap();
    assert_eq!(day_and_time(copy.at, UtcOffset::minutes(60)), "21 November 2026, 11:00");
    assert_eq!(day_and_time(copy.at, UtcOffset::minutes(-615)), "20 November 2026, 23:45");
    assert_eq!(copy.content(), "Workouts: 214, 141 kB");
    for wrong in ["", "x", "1 2", "1 2 x", "-1 2 3"] {
        assert_eq!(Copy::read(wrong), None, "{wrong:?}");
    }
}

#[test]
fn one_copy_a_day_by_the_local_clock() {
    let offset = UtcOffset::minutes(120);
    // 23:30 on the 20th, two hours ahead of UTC.
    let late = Wall(1_795_210_200_000);
    let due = |names: &[String], at: Wall| is_due(names, Day::local(at, offset), offset);
    assert!(due(&[], late));
    assert!(!due(&[name(late, 3)], late.plus(HOUR / 3)));
    assert!(due(&[name(late, 3)], late.plus(HOUR)));
    assert!(due(&["nonsense".to_owned()], late));
}

proptest! {
    #[test]
    fn names_sort_by_time_and_the_newest_stay(times in prop::collection::btree_set(0_u64..4_000_000_000_000, 0..40)) {
        let names: Vec<String> = times.iter().map(|at| name(Wall(*at), 7)).collect();
        prop_assert!(names.is_sorted());
        for (name, at) in names.iter().zip(&times) {
            prop_assert_eq!(Copy::read(name), Some(Copy { at: Wall(*at), workouts: 7, size: 140_100 }));
        }
        prop_assert_eq!(names.len() - superfluous(&names), names.len().min(MOST));
    }
}
