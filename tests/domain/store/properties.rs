//! Whatever a workout holds, it reads back as it was.

use proptest::prelude::*;
use yoke_app::store::Memory;
use yoke_app::training::exercise::ExerciseId;
use yoke_app::training::history::{Amount, Done, Entry, SetLog, Workout, WorkoutId};
use yoke_app::training::remarks::Remarks;
use yoke_app::training::time::UtcOffset;
use yoke_app::training::units::{Load, Metres, Reps, Rir, Seconds, WeightUnit};

use super::{START, into_memory, open};

fn any_amount() -> impl Strategy<Value = Amount> {
    prop_oneof![
        (1_u16..=500).prop_map(|n| Amount::Reps(Reps::new(n).unwrap())),
        (0_u16..500).prop_map(Amount::Breaths),
        (1_u16..20_000).prop_map(|m| Amount::Walked(Metres::new(m).unwrap())),
        (0_u32..=86_400).prop_map(|s| Amount::Held(Seconds::new(s))),
        (0_u16..500, 0_u32..=86_400).prop_map(|(count, s)| Amount::Holds { count, each: Seconds::new(s) }),
    ]
}

fn any_set() -> impl Strategy<Value = SetLog> {
    let done = prop_oneof![
        any_amount().prop_map(Done::Both),
        (prop::option::of(any_amount()), prop::option::of(any_amount()))
            .prop_map(|(left, right)| Done::Sides { left, right }),
    ];
    let load = (0_u32..=200_000, any::<bool>()).prop_map(|(h, lb)| {
        Load::from_hundredths(h, if lb { WeightUnit::Lb } else { WeightUnit::Kg }).unwrap()
    });
    (prop::option::of(load), done, prop::option::of(0_u8..=4), any::<bool>(), 0_u64..90_000_000).prop_map(
        |(load, done, rir, warm_up, at)| SetLog {
            load,
            done,
            rir: rir.map(|r| Rir::new(r).unwrap()),
            warm_up,
            at: START.plus(at),
        },
    )
}

proptest! {
    #[test]
    fn any_workout_reads_back_as_it_was(
        title in ".{0,40}",
        names in prop::collection::vec("[a-z-]{1,20}|.{1,10}", 1..5),
        sets in prop::collection::vec(any_set(), 1..30),
        offset in -840_i16..=840,
    ) {
        let per = sets.len().div_ceil(names.len());
        let entries: Vec<Entry> = names.iter().zip(sets.chunks(per))
            .map(|(name, sets)| Entry { exercise: ExerciseId::stored(name), sets: sets.to_vec() })
            .collect();
        let whole = Workout {
            id: WorkoutId::new(START, 5), title, source: None, started: START, ended: START.plus(5_000),
            offset: UtcOffset::minutes(offset), entries, remarks: Remarks::default(),
        };
        let (mut store, _) = open(Memory::default(), START);
        store.save_workout(&whole).unwrap();
        let (_, loaded) = open(into_memory(&store), START);
        prop_assert_eq!(loaded.workouts, vec![whole]);
    }
}
