//! Supersets, swaps, sets more or less, warm-up, and what of a plan went by unseen.

use yoke_app::catalog;
use yoke_app::session::{Effect, Event, Plan, Refusal, Session, Stage};
use yoke_app::training::exercise::Target;
use yoke_app::training::prescription::Prescription;
use yoke_app::training::units::Seconds;

use super::Bench;

/// A superset of two exercises in three rounds, then one alone.
fn superset() -> Plan {
    let item = |id: &str, sets, rest| {
        let target = Target::Reps { min: 8, max: 12 };
        Prescription::strength(catalog::find(id).unwrap(), sets, target, Seconds::new(rest))
    };
    let items = vec![
        Prescription { group: 1, ..item("lat-pulldown", 3, 60) },
        Prescription { group: 1, ..item("face-pull", 2, 75) },
        item("barbell-row", 2, 120),
    ];
    Plan { title: "Superset".into(), source: None, items, timer: None }
}

fn order(session: &Session) -> Vec<(usize, u8, u32)> {
    session.steps().iter().map(|step| (step.item, step.set, step.rest.get())).collect()
}

#[test]
fn a_superset_takes_turns_and_rests_after_each_round_as_long_as_the_longest_asks() {
    let bench = Bench::of(superset());
    let expected = [(0, 1, 0), (1, 1, 75), (0, 2, 0), (1, 2, 75), (0, 3, 75), (2, 1, 120), (2, 2, 0)];
    assert_eq!(order(&bench.session), expected);
}

#[test]
fn in_a_superset_the_second_exercise_follows_at_once_and_a_jump_out_and_back_loses_nothing() {
    let mut bench = Bench::of(superset());
    bench.log(50, 10);
    assert!(matches!(bench.session.stage(), Stage::Ready { step: 1, rested: false, .. }));
    bench.act(Event::Jump { step: 5 });
    bench.wait(1_000);
    bench.log(60, 8);
    bench.wait(1_000);
    bench.act(Event::Jump { step: 1 });
    bench.wait(1_000);
    bench.log(25, 12);
    assert!(matches!(bench.session.stage(), Stage::Resting { after: 1, next: 2, .. }));
    assert_eq!(bench.session.logged(), 3);
}

#[test]
fn a_swap_does_the_rest_of_the_sets_with_the_other_exercise() {
    let mut bench = Bench::new("size-and-strength", 0);
    bench.log(100, 5);
    bench.wait(1_000);
    let row = Prescription::strength(
        catalog::find("barbell-row").unwrap(),
        9,
        Target::Reps { min: 4, max: 6 },
        Seconds::new(150),
    );
    let effects = bench.act(Event::Swap { item: 0, with: Box::new(row.clone()) });
    assert!(effects.contains(&Effect::PlanChanged));
    let names: Vec<&str> = bench.session.steps()[..4]
        .iter()
        .map(|step| bench.session.plan().items[step.item].exercise.as_str())
        .collect();
    assert_eq!(names, ["deadlift", "barbell-row", "barbell-row", "chest-supported-row"]);
    assert!(bench.session.records()[0].log().is_some(), "the set stays, as a deadlift");
    assert!(matches!(bench.session.stage(), Stage::Resting { after: 0, next: 1, .. }), "the rest goes on");
    assert_eq!(bench.refused(Event::Swap { item: 99, with: Box::new(row.clone()) }), Refusal::NoSuchStep);
    assert_eq!(bench.refused(Event::Swap { item: 1, with: Box::new(row) }), Refusal::OutOfPlace);
    let workout = bench.session.workout(bench.now.wall).unwrap();
    assert_eq!(workout.entries[0].exercise.as_str(), "deadlift");
}

#[test]
fn a_swap_within_a_superset_keeps_its_place_in_the_rounds() {
    let mut bench = Bench::of(superset());
    bench.log(50, 10);
    bench.wait(1_000);
    bench.log(25, 12);
    bench.wait(80_000);
    let pull_up = Prescription::strength(
        catalog::find("pull-up").unwrap(),
        3,
        Target::Reps { min: 5, max: 8 },
        Seconds::new(60),
    );
    bench.act(Event::Swap { item: 0, with: Box::new(pull_up) });
    let steps: Vec<(usize, u8)> = bench.session.steps().iter().map(|step| (step.item, step.set)).collect();
    assert_eq!(steps, [(0, 1), (2, 1), (1, 1), (2, 2), (1, 2), (3, 1), (3, 2)]);
    assert!(matches!(bench.session.stage(), Stage::Ready { step: 2, .. }), "{:?}", bench.session.stage());
}

#[test]
fn sets_can_be_added_and_open_ones_dropped_but_none_that_was_done() {
    let mut bench = Bench::new("size-and-strength", 0);
    bench.log(100, 5);
    bench.wait(1_000);
    bench.act(Event::AddSet { item: 0 });
    assert_eq!(bench.session.steps().iter().filter(|step| step.item == 0).count(), 4);
    bench.act(Event::DropSet { item: 0 });
    bench.act(Event::DropSet { item: 0 });
    bench.act(Event::DropSet { item: 0 });
    assert_eq!(bench.refused(Event::DropSet { item: 0 }), Refusal::OutOfPlace);
    assert_eq!(bench.session.steps().iter().filter(|step| step.item == 0).count(), 1);
    // Nothing is left of the exercise that was rested for: the next one comes.
    assert!(matches!(bench.session.stage(), Stage::Resting { after: 0, next: 1, .. }));
}

#[test]
fn warm_up_sets_come_first_are_marked_and_count_for_nothing() {
    let mut bench = Bench::new("size-and-strength", 0);
    bench.act(Event::WarmUp { item: 0, sets: 3 });
    assert!(matches!(bench.session.stage(), Stage::Ready { step: 0, .. }));
    assert_eq!(bench.session.steps().iter().filter(|step| step.warm_up).count(), 3);
    bench.wait(1_000);
    bench.log(40, 8);
    assert!(bench.session.records()[0].log().unwrap().warm_up);
    assert_eq!(bench.left(), 45_000);
    let refused = bench.refused(Event::WarmUp { item: 0, sets: 0 });
    assert_eq!(refused, Refusal::OutOfPlace, "one was done already");
    assert_eq!(bench.session.workout(bench.now.wall).unwrap().grams_moved(), 0);
}

#[test]
fn shortening_keeps_what_was_done() {
    let mut bench = Bench::new("size-and-strength", 0);
    bench.log(100, 5);
    bench.wait(1_000);
    bench.act(Event::Skip);
    bench.wait(1_000);
    bench.log(100, 5);
    bench.act(Event::Shorten { sets: vec![0, 2, 2, 0, 1] });
    let sets = |item| bench.session.steps().iter().filter(|step| step.item == item).count();
    assert_eq!([0, 1, 2, 3, 4].map(sets), [2, 2, 2, 0, 1]);
    assert_eq!(bench.session.logged(), 2);
}

#[test]
fn a_rest_has_a_window_and_past_it_the_muscles_are_cold() {
    let mut bench = Bench::new("size-and-strength", 0);
    bench.log(100, 5);
    bench.wait(180_000);
    bench.wait(179_000);
    assert_eq!(bench.session.rested_too_long(bench.now.wall), None);
    bench.wait(1_000);
    assert_eq!(bench.session.rested_too_long(bench.now.wall), Some(180_000));
}

#[test]
fn a_flow_that_ran_on_unseen_says_how_much_went_by() {
    let mut bench = Bench::new("posture-reset", 0);
    let effects = bench.wait(77_000 + 94_000 + 10_000);
    assert!(effects.contains(&Effect::StepsWentBy(2)), "{effects:?}");
    let mut awake = Bench::new("posture-reset", 0);
    for _ in 0..200 {
        assert!(!awake.wait(1_000).iter().any(|effect| matches!(effect, Effect::StepsWentBy(_))));
    }
}
