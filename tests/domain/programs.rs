//! The shipped programs against the doses of the training facts.

use yoke_app::catalog::programs;
use yoke_app::session::timeline::minutes;
use yoke_app::training::prescription::{Pace, Prescription};

#[test]
fn doses_are_those_of_the_training_facts() {
    let lines = |id: &str, day: usize| -> Vec<String> {
        let program = programs::program(id).unwrap();
        let items = &program.days[day].items;
        items.iter().map(|item| format!("{} {}x{}", item.exercise, item.sets, item.target_text())).collect()
    };
    assert_eq!(
        lines("size-and-strength", 0),
        [
            "deadlift 3x4\u{2013}6",
            "chest-supported-row 3x6\u{2013}10",
            "lat-pulldown 3x8\u{2013}12",
            "face-pull 3x12\u{2013}15",
            "farmer-carry 3x30 s",
        ]
    );
    assert_eq!(
        lines("size-and-strength", 1),
        [
            "barbell-row 3x4\u{2013}6",
            "pull-up 3x6\u{2013}10",
            "single-arm-row 2x8\u{2013}10 a side",
            "rear-lateral-raise 3x12\u{2013}15",
            "mid-back-shrug 3x10\u{2013}15",
        ]
    );
    assert_eq!(
        lines("posture-reset", 0),
        [
            "cat-cow 1x8 breaths",
            "open-book 1x6 a side",
            "scapular-pull-down 1x12",
            "scapular-push-up 1x10\u{2013}12",
            "wall-slide 1x10",
            "chin-tuck 1x8 \u{d7} 5 s",
            "posture-reset 1x12",
            "doorway-stretch 1x30 s a side",
        ]
    );
}

#[test]
fn doses_of_the_other_six_are_those_of_the_training_facts() {
    let lines = |id: &str| -> Vec<String> {
        let program = programs::program(id).unwrap();
        let day = |items: &[Prescription]| -> String {
            let item =
                |item: &Prescription| format!("{} {}x{}", item.exercise, item.sets, item.target_text());
            items.iter().map(item).collect::<Vec<_>>().join(", ")
        };
        program.days.iter().map(|it| day(&it.items).replace('\u{2013}', "-").replace('\u{d7}', "x")).collect()
    };
    assert_eq!(
        lines("back-detail"),
        [
            "inverted-row 3x8-12, mid-back-shrug 3x10-15, rear-delt-fly 3x12-15",
            "pull-up 3x5-8, t-bar-row 3x8-10, face-pull 3x12-15, barbell-shrug 2x10-12",
            "romanian-deadlift 3x6-8, cable-row 3x8-12, meadows-row 2x8-10 a side, band-pull-apart 2x20",
        ]
    );
    assert_eq!(
        lines("band-and-bag"),
        [
            "backpack-row 3x8-15, band-pull-apart 3x12-20, prone-y-raise 2x8-12, farmer-carry 3x40 s",
            "towel-row 3x8-15, reverse-fly 3x12-15, prone-t-raise 2x8-12, superman-hold 3x20 s",
            "band-face-pull 3x12-20, incline-push-up 3x8-12, prone-w-raise 2x8-12, suitcase-carry 2x30 s a side",
        ]
    );
    let desk = "posture-reset 1x12, chin-tuck 1x6 x 5 s, wall-angel 1x8";
    assert_eq!(lines("desk-day"), [desk, desk, desk]);
    assert_eq!(
        lines("mobility"),
        [
            "cat-cow 1x8 breaths, thread-the-needle 1x5 a side, foam-roller-extension 1x60 s, open-book 1x6 a side, \
          kneeling-lat-stretch 1x30 s a side, doorway-stretch 1x30 s a side"
        ]
    );
    assert_eq!(
        lines("warm-up"),
        [
            "cat-cow 1x6 breaths, open-book 1x5 a side, wall-slide 1x8, band-pull-apart 1x15, scapular-push-up 1x8"
        ]
    );
    assert_eq!(
        lines("evening-release"),
        ["release-biceps 1x45 s a side, release-chest 1x45 s a side, release-upper-traps 1x45 s a side, \
          release-scalenes 1x45 s a side, release-lats-rhomboids 1x45 s a side, posture-reset 1x12"]
    );
    // Whatever is added has its doses written above.
    let all = programs::all();
    let mut all: Vec<_> = all.iter().map(|program| &*program.id).collect();
    all.sort_unstable();
    let known = [
        "back-detail",
        "band-and-bag",
        "desk-day",
        "evening-release",
        "mobility",
        "posture-reset",
        "size-and-strength",
        "warm-up",
    ];
    assert_eq!(all, known);
}

#[test]
fn rests_are_those_of_the_training_facts() {
    for program in programs::all() {
        for item in program.days.iter().flat_map(|day| &day.items) {
            let rest = item.rest.get();
            let fits = if item.pace == Pace::Guided { rest == 0 } else { (60..=180).contains(&rest) };
            assert!(fits, "{} in {} rests {rest} s", item.exercise, program.id);
        }
    }
}

#[test]
fn every_program_has_days_with_something_to_do() {
    for program in programs::all() {
        assert!(!program.days.is_empty(), "{}", program.id);
        for day in &program.days {
            assert!(!day.items.is_empty(), "{} in {}", day.name, program.id);
        }
        assert_eq!(program.next_day(None), 0);
        assert_eq!(program.next_day(Some(program.days.len() - 1)), 0, "the rotation begins anew");
    }
}

#[test]
fn minutes_follow_the_doses() {
    // Session A by hand: work 3 sets x 6 reps x 4 s (deadlift, tempo 1-1-2), and so on; rests 3 x 180, 3 x 90,
    // 3 x 90, 3 x 75 and 2 x 90 s alone are 1,485 s.
    let strength = programs::program("size-and-strength").unwrap();
    assert!((35..=45).contains(&minutes(&strength.days[0].items)), "{}", minutes(&strength.days[0].items));
    // Posture reset by hand, in seconds, each with its count-in of 5 and a switch of 5 where there are sides:
    // 77 + 94 + 89 + 89 + 75 + 66 + 89 + 70 = 649, which is 11 min.
    assert_eq!(minutes(&programs::program("posture-reset").unwrap().days[0].items), 11);
}
