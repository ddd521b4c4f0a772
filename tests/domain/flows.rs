//! Flows at every length, the warm-up in front of the lifting, and drills in long rests.

use yoke_app::catalog::flows::{LONG_REST, asks_care, begun, filler};
use yoke_app::catalog::{self, programs};
use yoke_app::session::machine::DEAF_MILLIS;
use yoke_app::session::timeline::minutes;
use yoke_app::session::{Event, Plan, Record, Session, Stage};
use yoke_app::store::{Memory, Store};
use yoke_app::training::exercise::{Goal, Laterality, Measure, Muscle, Target};
use yoke_app::training::history::{Amount, Done, Workout, WorkoutId, last_time};
use yoke_app::training::length::Length;
use yoke_app::training::prescription::Prescription;
use yoke_app::training::program::{DayPlan, Program};
use yoke_app::training::progress::exercises;
use yoke_app::training::time::{Now, UtcOffset, Wall};
use yoke_app::training::units::{Load, Reps, Seconds, WeightUnit};
use yoke_app::training::volume::is_hard;

const START: Wall = Wall(1_795_255_200_000);

fn at(millis: u64) -> Now {
    Now { wall: START.plus(millis), mono: 5_000 + millis }
}

fn begin(items: Vec<Prescription>) -> Session {
    let plan = Plan { title: "Test".into(), source: None, items, timer: None };
    Session::begin(WorkoutId::new(START, 7), plan, at(0), UtcOffset::minutes(60))
}

fn day(program: &str, day: usize) -> DayPlan {
    programs::program(program).unwrap().days[day].clone()
}

fn flows() -> impl Iterator<Item = Program> {
    programs::all().into_iter().filter(|program| program.days.iter().all(DayPlan::is_guided))
}

fn finished(session: &Session) -> Workout {
    let Stage::Complete { since } = session.stage() else { panic!("not done: {:?}", session.stage()) };
    session.workout(since).unwrap()
}

/// All that a target asks of one side.
fn amount(target: Target) -> Amount {
    match target {
        Target::Reps { max, .. } => Amount::Reps(Reps::new(max).unwrap()),
        Target::Breaths(count) => Amount::Breaths(count),
        Target::Hold(length) => Amount::Held(length),
        Target::Holds { count, each } => Amount::Holds { count, each },
        Target::Distance(metres) => Amount::Walked(metres),
    }
}

fn whole(item: &Prescription) -> Done {
    let amount = amount(item.target);
    match item.laterality {
        Laterality::Both => Done::Both(amount),
        Laterality::PerSide => Done::Sides { left: Some(amount), right: Some(amount) },
    }
}

#[test]
fn every_flow_runs_to_its_end_at_every_length_with_both_sides_and_all_of_it() {
    let mut seen = 0;
    for program in flows() {
        for day in &program.days {
            for length in Length::ALL {
                let items = begun(day, true, length);
                let mut session = begin(items.clone());
                // Five looks a second, as the page takes them.
                let mut millis = 0;
                while !matches!(session.stage(), Stage::Complete { .. }) {
                    millis += 200;
                    assert!(millis < 3_600_000, "{} has no end", program.name);
                    session.step(Event::Wake, at(millis)).unwrap();
                }
                let workout = finished(&session);
                let done: Vec<_> = workout
                    .entries
                    .iter()
                    .map(|entry| (entry.exercise.clone(), entry.sets[0].done))
                    .collect();
                let asked: Vec<_> = items.iter().map(|item| (item.exercise.clone(), whole(item))).collect();
                assert_eq!(done, asked, "{} {length:?}", program.name);
                assert!(workout.entries.iter().all(|entry| entry.sets.len() == 1 && !entry.sets[0].warm_up));
                // As long as was said before it began, rounded up.
                assert_eq!(workout.millis().div_ceil(60_000), u64::from(minutes(&items)), "{}", program.name);
                seen += 1;
            }
        }
    }
    assert_eq!(seen, 7 * 3, "five flows, one of them with three days");
}

#[test]
fn a_flow_is_made_shorter_and_longer_by_a_third() {
    let texts = |program: &str, length| -> Vec<String> {
        begun(&day(program, 0), false, length).iter().map(Prescription::target_text).collect()
    };
    for (length, area, reset) in [
        (Length::Short, "30 s a side", "8"),
        (Length::Written, "45 s a side", "12"),
        (Length::Long, "60 s a side", "16"),
    ] {
        assert_eq!(texts("evening-release", length), [area, area, area, area, area, reset], "{length:?}");
    }
    assert_eq!(
        texts("posture-reset", Length::Short),
        ["5 breaths", "4 a side", "8", "7\u{2013}8", "7", "5 \u{d7} 5 s", "8", "20 s a side"]
    );
    assert_eq!(
        texts("posture-reset", Length::Long),
        ["11 breaths", "8 a side", "16", "13\u{2013}16", "13", "11 \u{d7} 5 s", "16", "40 s a side"]
    );
}

#[test]
fn lengths_follow_each_other_in_minutes() {
    for program in flows() {
        for day in &program.days {
            let [short, written, long] = Length::ALL.map(|length| minutes(&begun(day, false, length)));
            assert!(short < written && written < long, "{}: {short}, {written}, {long}", program.name);
            assert_eq!(begun(day, false, Length::Written), day.items, "as written is as written");
        }
    }
}

#[test]
fn the_smallest_dose_stays_one() {
    let find = |id: &str| catalog::find(id).unwrap();
    for (target, short) in [
        (Target::Reps { min: 1, max: 1 }, Target::Reps { min: 1, max: 1 }),
        (Target::Hold(Seconds::new(1)), Target::Hold(Seconds::new(1))),
        (Target::Breaths(0), Target::Breaths(1)),
    ] {
        let item = Prescription::guided(find("cat-cow"), 1, target);
        assert_eq!(Length::Short.at(&item).target, short);
    }
}

#[test]
fn a_move_is_passed_over_done_twice_or_done_anew_while_the_flow_runs() {
    let mut session = begin(begun(&day("mobility", 0), false, Length::Short));
    // The first move is passed over before it began.
    session.step(Event::Stop, at(DEAF_MILLIS)).unwrap();
    assert_eq!(session.records()[0], Record::Skipped);
    assert!(matches!(session.stage(), Stage::Timed { step: 1, .. }), "the next one begins by itself");
    // The second is done twice: 3 a side.
    session.step(Event::AddSet { item: 1 }, at(2_000)).unwrap();
    assert!(matches!(session.stage(), Stage::Timed { step: 1, .. }), "it goes on");
    let twice = 2 * (5 + 3 * 7 + 5 + 3 * 7) * 1_000 + DEAF_MILLIS;
    session.step(Event::Wake, at(twice + 10)).unwrap();
    assert!(matches!(session.stage(), Stage::Timed { step: 3, .. }), "{:?}", session.stage());
    // Back to the second time of it, which is done anew.
    session.step(Event::Undo, at(twice + 3_000)).unwrap();
    assert!(matches!(session.stage(), Stage::Ready { step: 2, .. }));
    session.step(Event::Begin { load: None }, at(twice + 4_000)).unwrap();
    session.step(Event::Wake, at(3_600_000)).unwrap();
    // What was passed over stays so.
    let workout = finished(&session);
    let side = Some(Amount::Reps(Reps::new(3).unwrap()));
    let threaded = &workout.entries[0];
    assert_eq!(threaded.exercise.as_str(), "thread-the-needle");
    assert_eq!(
        threaded.sets.iter().map(|set| set.done).collect::<Vec<_>>(),
        [Done::Sides { left: side, right: side }; 2]
    );
    assert_eq!(workout.entries.len(), 5);
}

#[test]
fn the_warm_up_runs_through_in_front_of_the_lifting_and_counts_for_nothing_else() {
    let day = day("band-and-bag", 0);
    let items = begun(&day, true, Length::Long);
    assert_eq!(items.len(), 5 + day.items.len());
    assert_eq!(items[5..], day.items, "a day at one's own pace has no length");
    let mut session = begin(items);
    session.step(Event::Wake, at(600_000)).unwrap();
    assert!(matches!(session.stage(), Stage::Ready { step: 5, rested: false, .. }), "{:?}", session.stage());
    assert_eq!(session.prescription(5).unwrap().exercise.as_str(), "backpack-row");
    session.step(Event::Jump { step: 8 }, at(601_000)).unwrap();
    let load = Load::from_hundredths(0, WeightUnit::Kg).ok();
    let twelve = Done::Both(Amount::Reps(Reps::new(12).unwrap()));
    session.step(Event::Log { load, done: twelve }, at(602_000)).unwrap();
    session.step(Event::Finish, at(603_000)).unwrap();
    let workout = finished(&session);
    assert_eq!(workout.sets(), 6);
    let hard = workout.entries.iter().flat_map(|entry| &entry.sets).filter(|set| is_hard(set)).count();
    assert_eq!(hard, 1, "only the set that was lifted");
    let five = Some(Amount::Reps(Reps::new(5).unwrap()));
    let entry = |id: &str| workout.entries.iter().find(|entry| entry.exercise.as_str() == id).unwrap();
    assert_eq!(entry("open-book").sets[0].done, Done::Sides { left: five, right: five });
    assert!(entry("open-book").sets[0].warm_up);
    assert_eq!(entry("open-book").summary(), "5 a side", "there is nothing else to tell of it");
    // The band of the warm-up and the band of the day are one exercise; its summary tells the work.
    assert_eq!(
        entry("band-pull-apart").sets.iter().map(|set| set.warm_up).collect::<Vec<_>>(),
        [true, false]
    );
    assert_eq!(entry("band-pull-apart").summary(), "12");
    // Next time one looks back at work, not at what was there to get warm.
    let history = [workout.clone()];
    assert!(last_time(&history, &entry("band-pull-apart").exercise).is_some());
    assert!(last_time(&history, &entry("open-book").exercise).is_none());
    let shown: Vec<String> = exercises(&history).iter().map(ToString::to_string).collect();
    assert_eq!(shown, ["band-pull-apart"]);
}

#[test]
fn a_day_with_its_warm_up_is_the_same_after_a_restart() {
    let mut session = begin(begun(&day("size-and-strength", 0), true, Length::Written));
    session.step(Event::Wake, at(100_000)).unwrap();
    let (mut store, _) = Store::open(Memory::default(), START);
    store.begin(&session).unwrap();
    let again = store.load().session.unwrap();
    assert_eq!(again.parts(), session.parts());
    assert_eq!(again.steps(), session.steps());
}

#[test]
fn without_the_switch_and_for_flows_nothing_goes_in_front() {
    let strength = day("size-and-strength", 0);
    assert_eq!(begun(&strength, false, Length::Short), strength.items);
    let flow = day("mobility", 0);
    assert_eq!(begun(&flow, true, Length::Written), flow.items);
}

#[test]
fn a_move_of_the_warm_up_can_be_swapped_and_left_out() {
    let mut session = begin(begun(&day("size-and-strength", 0), true, Length::Written));
    let thread = Prescription::usual(catalog::find("thread-the-needle").unwrap());
    session.step(Event::Swap { item: 1, with: Box::new(thread) }, at(1_000)).unwrap();
    assert_eq!(session.prescription(1).unwrap().exercise.as_str(), "thread-the-needle");
    assert!(session.steps()[1].warm_up);
    let steps = session.steps().len();
    session.step(Event::WarmUp { item: 2, sets: 0 }, at(2_000)).unwrap();
    assert_eq!(session.steps().len(), steps - 1);
    assert!(matches!(session.stage(), Stage::Timed { step: 0, .. }), "what runs goes on");
}

#[test]
fn a_long_rest_has_a_drill_that_leaves_the_next_set_alone() {
    let muscles = |id: &str| -> Vec<Muscle> {
        catalog::find(id).unwrap().muscles.iter().map(|used| used.muscle).collect()
    };
    let id = |next: &str, rest, nth| filler(&muscles(next), Seconds::new(rest), nth).map(|drill| drill.id);
    for (next, rest, nth, drill) in [
        ("barbell-row", 180, 0, Some("doorway-stretch")),
        ("barbell-row", 180, 1, Some("chin-tuck")),
        ("barbell-row", 180, 2, Some("doorway-stretch")),
        ("pull-up", 120, 0, Some("doorway-stretch")),
        ("push-up", 150, 0, Some("chin-tuck")),
        ("barbell-row", 119, 0, None),
        ("barbell-row", 0, 0, None),
    ] {
        assert_eq!(id(next, rest, nth), drill, "{next}, {rest} s");
    }
    assert_eq!(filler(&[], LONG_REST, 0), None, "of an unknown exercise nothing is known");
    for next in catalog::exercises() {
        for nth in 0..6 {
            let needed = muscles(next.id);
            let Some(drill) = filler(&needed, LONG_REST, nth) else { continue };
            assert!(drill.muscles.iter().all(|used| !needed.contains(&used.muscle)), "{}", next.id);
            assert!(matches!(drill.measure, Measure::Reps | Measure::Hold), "{} has a load", drill.id);
            assert!(!drill.goals.contains(&Goal::Strength), "{} tires", drill.id);
        }
    }
}

#[test]
fn every_long_rest_of_the_shipped_programs_has_one() {
    let mut seen = 0;
    for item in programs::all().iter().flat_map(|program| &program.days).flat_map(|day| &day.items) {
        if item.rest >= LONG_REST {
            let uses = catalog::find(item.exercise.as_str()).unwrap().muscles;
            let needed: Vec<Muscle> = uses.iter().map(|used| used.muscle).collect();
            assert!(filler(&needed, item.rest, 0).is_some(), "{}", item.exercise);
            seen += 1;
        }
    }
    assert_eq!(seen, 6);
}

#[test]
fn only_the_release_asks_to_be_read_first() {
    for program in programs::all() {
        assert_eq!(program.days.iter().any(asks_care), program.id == "evening-release", "{}", program.name);
    }
}
