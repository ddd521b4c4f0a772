//! What holds whatever is tapped, slept through and done to the clock.

use proptest::prelude::*;
use yoke_app::catalog;
use yoke_app::session::{Effect, Event, Session, Stage};
use yoke_app::training::exercise::Target;
use yoke_app::training::prescription::Prescription;
use yoke_app::training::time::Wall;
use yoke_app::training::units::{Load, Rir, Seconds, WeightUnit};

use super::{Bench, both, logged};

fn any_item() -> impl Strategy<Value = Prescription> {
    let ids = ["barbell-row", "pull-up", "dead-hang", "open-book", "face-pull"];
    (prop::sample::select(ids.to_vec()), 1_u16..12).prop_map(|(id, reps)| {
        let target = Target::Reps { min: reps, max: reps + 3 };
        Prescription::strength(catalog::find(id).unwrap(), 3, target, Seconds::new(90))
    })
}

fn any_event() -> impl Strategy<Value = Event> {
    let load =
        prop_oneof![Just(None), (0_u32..30_000).prop_map(|h| Load::from_hundredths(h, WeightUnit::Lb).ok())];
    prop_oneof![
        3 => Just(Event::Wake),
        3 => (load.clone(), 1_u16..20).prop_map(|(load, reps)| Event::Log { load, done: both(reps) }),
        2 => load.prop_map(|load| Event::Begin { load }),
        1 => (0_usize..20, 0_u8..=4).prop_map(|(step, rir)| Event::Rate { step, rir: Rir::new(rir).ok() }),
        1 => (0_usize..20, 1_u16..20)
            .prop_map(|(step, reps)| Event::Correct { step, load: None, done: both(reps) }),
        1 => Just(Event::Undo),
        1 => Just(Event::Pause),
        1 => Just(Event::Resume),
        2 => Just(Event::Skip),
        1 => Just(Event::Stop),
        1 => (0_usize..20).prop_map(|step| Event::Jump { step }),
        1 => Just(Event::AddTime),
        1 => Just(Event::TakeTime),
        1 => Just(Event::Back),
        1 => (0_usize..6, any_item()).prop_map(|(item, with)| Event::Swap { item, with: Box::new(with) }),
        1 => (0_usize..6).prop_map(|item| Event::AddSet { item }),
        1 => (0_usize..6).prop_map(|item| Event::DropSet { item }),
        1 => (0_usize..6, 0_u8..5).prop_map(|(item, sets)| Event::WarmUp { item, sets }),
        1 => prop::collection::vec(0_u8..4, 5).prop_map(|sets| Event::Shorten { sets }),
        1 => Just(Event::Finish),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_events_sleeps_and_clock_jumps_keep_the_invariants(
        day in 0_usize..3,
        script in prop::collection::vec((any_event(), 0_u64..400_000, -4_000_000_i64..4_000_000, 0_u8..20), 1..60),
    ) {
        let mut bench = if day == 2 { Bench::new("posture-reset", 0) } else { Bench::new("size-and-strength", day) };
        for (event, sleep, jump, luck) in script {
            bench.now.mono += sleep;
            bench.now.wall = bench.now.wall.plus(sleep);
            if luck == 0 {
                bench.now.wall = Wall(bench.now.wall.0.saturating_add_signed(jump));
            }
            let before = bench.session.clone();
            let outcome = bench.session.step(event, bench.now);
            prop_assert_eq!(bench.session.records().len(), bench.session.steps().len());
            if let Stage::Resting { clock, .. } | Stage::Timed { clock, .. } = bench.session.stage() {
                prop_assert!(clock.left(bench.now.wall) <= clock.whole());
            }
            if let Some(deadline) = bench.session.next_deadline() {
                prop_assert!(deadline > bench.now.wall, "a deadline that has passed still stands");
            }
            // A record changes only with the effect that says so, so that what is stored is what is shown.
            let effects = outcome.unwrap_or_default();
            let replanned = effects.contains(&Effect::PlanChanged);
            for (step, (old, new)) in before.records().iter().zip(bench.session.records()).enumerate() {
                prop_assert!(replanned || old == new || effects.contains(&Effect::SetChanged(step)));
            }
            if replanned {
                // Whatever the plan, what was logged is still there, with its exercise.
                let changed = effects.iter().any(|effect| matches!(effect, Effect::SetChanged(_)));
                prop_assert!(changed || logged(&before) == logged(&bench.session));
                prop_assert!(bench.session.parts().revision > before.parts().revision);
            }
            prop_assert!(before.stage() == bench.session.stage() || effects.contains(&Effect::StageChanged));
            let again = Session::restore(bench.session.parts());
            prop_assert_eq!(again.parts(), bench.session.parts());
            let cues = bench.session.cues(bench.now.wall, bench.now.wall.plus(300_000));
            prop_assert!(cues.is_sorted_by_key(|cue| cue.at), "{:?}", cues);
        }
    }

    #[test]
    fn sleeping_through_is_the_same_as_ticking_through(
        sleeps in prop::collection::vec(1_u64..20_000, 1..40),
        posture in any::<bool>(),
    ) {
        let make = || if posture { Bench::new("posture-reset", 0) } else {
            let mut bench = Bench::new("size-and-strength", 0);
            bench.log(80, 5);
            bench
        };
        let (mut awake, mut asleep) = (make(), make());
        let total: u64 = sleeps.iter().sum();
        for sleep in sleeps {
            awake.wait(sleep);
        }
        asleep.wait(total);
        prop_assert_eq!(awake.session.parts(), asleep.session.parts());
    }

    #[test]
    fn cues_asked_for_in_pieces_are_the_cues_of_the_whole(cuts in prop::collection::vec(1_u64..5_000, 1..60)) {
        let bench = Bench::new("posture-reset", 0);
        let (mut from, mut pieces) = (bench.now.wall, Vec::new());
        for cut in cuts {
            pieces.extend(bench.session.cues(from, from.plus(cut)));
            from = from.plus(cut);
        }
        prop_assert_eq!(pieces, bench.session.cues(bench.now.wall, from));
    }
}
