//! Properties over any gear, any history and any answer.

use proptest::prelude::*;
use yoke_app::training::exercise::{Measure, Target};
use yoke_app::training::history::{Amount, Done, SetLog};
use yoke_app::training::loading::{Loading, compare, mass};
use yoke_app::training::prescription::Prescription;
use yoke_app::training::progression::{Change, Decision, Mode, Reason, StepSize, decide, forecast, warm_ups};
use yoke_app::training::units::{Load, Metres, Reps, Rir, Seconds, WeightUnit};

use super::{Case, log, of, range};

fn unit(is_kg: bool) -> WeightUnit {
    if is_kg { WeightUnit::Kg } else { WeightUnit::Lb }
}

fn weight(hundredths: u32, is_kg: bool) -> Load {
    Load::from_hundredths(hundredths, unit(is_kg)).unwrap()
}

fn any_gear() -> impl Strategy<Value = Option<Loading>> {
    let plates = prop::collection::vec((1_u32..20, 0_u8..4), 0..6);
    prop_oneof![
        Just(None),
        (0_u8..4, any::<bool>()).prop_map(|(kind, is_kg)| Some(match kind {
            0 => Loading::bar(unit(is_kg)),
            1 => Loading::dumbbells(unit(is_kg)),
            2 => Loading::stack(unit(is_kg)),
            _ => Loading::free(unit(is_kg)),
        })),
        (2_u32..10, plates, any::<bool>()).prop_map(|(bar, plates, is_kg)| Some(Loading::Bar {
            bar: weight(bar * 250, is_kg),
            pairs: plates.into_iter().map(|(plate, count)| (weight(plate * 125, is_kg), count)).collect(),
        })),
        prop::collection::vec((1_u32..9_000, any::<bool>()), 0..9).prop_map(|all| Some(Loading::Fixed(
            all.into_iter().map(|(w, is_kg)| weight(w, is_kg)).collect()
        ))),
    ]
}

/// A set: mostly with a load of whole, half and quarter units.
fn any_set() -> impl Strategy<Value = SetLog> {
    let amount = (0_u8..12, 1_u16..20).prop_map(|(kind, count)| match kind {
        0 => Amount::Held(Seconds::new(u32::from(count) * 3)),
        1 => Amount::Walked(Metres::new(count * 3).unwrap()),
        _ => Amount::Reps(Reps::new(count).unwrap()),
    });
    (0_u32..700, any::<bool>(), 0_u8..8, amount, prop::option::of(0_u8..5), 0_u8..20).prop_map(
        |(load, is_kg, bare, amount, rir, warm)| SetLog {
            warm_up: warm == 0,
            ..log((bare > 0).then(|| weight(load * 25, is_kg)), amount, rir)
        },
    )
}

fn any_case() -> impl Strategy<Value = Case> {
    let target = (1_u16..14, 0_u16..6, 0_u8..10).prop_map(|(min, more, kind)| match kind {
        0 => (Measure::Hold, Target::Hold(Seconds::new(u32::from(min) * 5))),
        1 => (Measure::LoadCarry, Target::Hold(Seconds::new(u32::from(min) * 5))),
        2 => (Measure::LoadCarry, Target::Distance(Metres::new(min * 5).unwrap())),
        3 | 4 => (Measure::BodyReps, Target::Reps { min, max: min + more }),
        5 => (Measure::Reps, Target::Reps { min, max: min + more }),
        _ => (Measure::LoadReps, Target::Reps { min, max: min + more }),
    });
    let sets = || prop::collection::vec(any_set(), 0..4);
    let session = (1_i32..40, sets(), prop::option::of(0_u8..11));
    let increment = prop_oneof![2 => Just(0), 1 => 1_u8..=80];
    let choices = (any::<bool>(), any::<bool>(), prop::option::of(0_u8..11), increment);
    (target, any_gear(), sets(), prop::collection::vec(session, 0..4), choices).prop_map(
        |((measure, target), gear, today, mut past, (all, small, pain, increment))| {
            past.sort_by_key(|session| session.0);
            let asked = if measure == Measure::LoadReps {
                Prescription { target, ..range(8, 12) }
            } else {
                of(measure, target)
            };
            let asked = Prescription { increment, ..asked };
            let mode = if all { Mode::AllSets } else { Mode::SetToSet };
            let size = if small { StepSize::Small } else { StepSize::Usual };
            Case { asked, mode, size, gear, today, past, pain: pain.filter(|pain| *pain < 7) }
        },
    )
}

/// Every set of a case.
fn all_sets(case: &Case) -> Vec<SetLog> {
    case.past.iter().flat_map(|session| session.1.clone()).chain(case.today.clone()).collect()
}

/// The gear that the rules go by.
fn gear(case: &Case, load: Load) -> Loading {
    case.gear.clone().unwrap_or(Loading::free(load.unit()))
}

/// Where the last set of a case stands: today's, or else that of the last session that has any.
fn last_set(case: &mut Case) -> Option<&mut SetLog> {
    if !case.today.is_empty() {
        return case.today.last_mut();
    }
    case.past.iter_mut().find_map(|session| session.1.last_mut())
}

/// A case all of whose sets are loaded repetitions.
fn plain(mut case: Case) -> Case {
    let target = Target::Reps { min: 8, max: 12 };
    case.asked =
        if case.asked.measure == Measure::BodyReps { of(Measure::BodyReps, target) } else { range(8, 12) };
    let sets = case.past.iter_mut().flat_map(|session| session.1.iter_mut()).chain(case.today.iter_mut());
    for set in sets {
        set.warm_up = false;
        set.load = Some(set.load.filter(|load| !load.is_none()).unwrap_or(weight(5_000, true)));
        if !matches!(set.done, Done::Both(Amount::Reps(_))) {
            set.done = Done::Both(Amount::Reps(Reps::new(7).unwrap()));
        }
    }
    case
}

fn mass_of(decision: &Decision) -> u64 {
    decision.load.map_or(0, mass)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn what_is_given_can_be_loaded_or_was_really_used(case in any_case()) {
        let found = case.decide();
        let rows = case.ask(|ask| forecast(ask, 4));
        for load in found.load.into_iter().chain(rows.iter().filter_map(|row| row.load)) {
            let was_used = all_sets(&case).iter().any(|set| set.load == Some(load));
            let units = [WeightUnit::Kg, WeightUnit::Lb];
            let fits = case.gear.as_ref().map_or_else(
                || units.iter().any(|&unit| Loading::free(unit).fits(load)),
                |gear| gear.fits(load),
            );
            prop_assert!(was_used || fits, "{load}: {found:?}");
        }
        if found.change == Change::Same && found.reason != Reason::Planned
            && let Some(load) = found.load
        {
            // Kept as it was entered, digit by digit and in its unit.
            prop_assert!(all_sets(&case).iter().any(|set| set.load == Some(load)));
        }
        prop_assert!(found.aim.amount() != Some(0));
        prop_assert_eq!(found.steps().len(), 3);
        prop_assert!(found.sentence().ends_with('.') && found.note().is_none_or(|note| note.ends_with('.')));
    }

    #[test]
    fn a_jump_is_one_step_or_the_next_load(case in any_case()) {
        let found = case.decide();
        let (Some(load), Some(from)) = (found.load, found.from.last().and_then(|set| set.load)) else {
            return Ok(());
        };
        let gear = gear(&case, from);
        let percent = if case.size == StepSize::Small { 10 } else { 5 };
        let (up, down) = if from.unit() == WeightUnit::Kg { (500, 250) } else { (1_000, 500) };
        let limit = from.hundredths() * percent / 100;
        let increment = u32::from(case.asked.increment) * 25;
        let limit = |source: u32| match found.reason {
            Reason::Finding => source,
            _ if increment > 0 => increment,
            _ => source.min(limit),
        };
        match found.reason {
            Reason::Pain { .. } | Reason::Away { .. } | Reason::Missed | Reason::AddLoad { .. } => {}
            _ if compare(load, from).is_gt() => {
                let fits = mass(load) <= mass(from.stepped(1, limit(up)));
                prop_assert!(fits || gear.next_above(from) == Some(load), "{from} to {load}");
            }
            _ => {
                let fits = mass(load) >= mass(from.stepped(-1, limit(down)));
                prop_assert!(fits || gear.next_below(from) == Some(load), "{from} to {load}");
            }
        }
        prop_assert_eq!(found.change == Change::Up, compare(load, from).is_gt(), "{:?}", found);
    }

    #[test]
    fn the_same_question_has_the_same_answer(case in any_case()) {
        let (one, other) = case.ask(|ask| (decide(ask), decide(ask)));
        prop_assert_eq!(one, other);
    }

    #[test]
    fn a_deload_comes_off_once(case in any_case()) {
        let mut case = plain(case);
        case.today.clear();
        let found = case.decide();
        let Some(from) = found.from.last().and_then(|set| set.load) else { return Ok(()) };
        let Some(load) = found.load.filter(|_| found.reason == Reason::Missed) else { return Ok(()) };
        prop_assert!(compare(load, from).is_le());
        // It is followed, and the set falls short again.
        let short = log(Some(load), Amount::Reps(Reps::ONE), None);
        case.past.insert(0, (0, vec![short], None));
        let is_lower = mass(load) * 10 <= mass(from) * 9;
        prop_assert!(case.decide().reason != Reason::Missed || !is_lower);
        // And within the session it does not come off again.
        case.past.remove(0);
        case.today.push(short);
        prop_assert!(case.decide().reason != Reason::Missed);
    }

    #[test]
    fn more_repetitions_never_give_less(case in any_case(), reps in 1_u16..18) {
        let mut case = plain(case);
        let mut with = |reps| {
            if let Some(set) = last_set(&mut case) {
                set.done = Done::Both(Amount::Reps(Reps::new(reps).unwrap()));
            }
            case.decide()
        };
        let (fewer, more) = (with(reps), with(reps + 1));
        prop_assert!(mass_of(&fewer) <= mass_of(&more), "{reps}: {fewer:?}\n{more:?}");
        if mass_of(&fewer) == mass_of(&more) {
            prop_assert!(fewer.aim.amount() <= more.aim.amount(), "{reps}: {fewer:?}\n{more:?}");
        }
    }

    #[test]
    fn more_in_reserve_never_gives_less(case in any_case(), left in 0_u8..4) {
        let mut case = plain(case);
        let mut with = |left| {
            if let Some(set) = last_set(&mut case) {
                set.rir = Rir::new(left).ok();
            }
            case.decide()
        };
        let (fewer, more) = (with(left), with(left + 1));
        prop_assert!(mass_of(&fewer) <= mass_of(&more), "{left}: {fewer:?}\n{more:?}");
    }

    #[test]
    fn reserve_that_was_not_logged_is_not_zero(case in any_case()) {
        let without = case.decide();
        let mut said = case;
        for set in said.past.iter_mut().flat_map(|session| session.1.iter_mut()).chain(said.today.iter_mut()) {
            set.rir = set.rir.or(Rir::new(2).ok());
        }
        // As one or two in reserve: neither a reason to hold back nor to go on.
        let with = said.decide();
        prop_assert_eq!((without.load, without.aim, without.reason), (with.load, with.aim, with.reason));
    }

    #[test]
    fn warm_ups_rise_and_stay_below_the_work(gear in any_gear(), amount in 0_u32..30_000, is_kg in any::<bool>()) {
        let working = weight(amount, is_kg);
        let Some(gear) = gear else { return Ok(()) };
        let sets = warm_ups(working, &gear);
        prop_assert!(sets.windows(2).all(|two| compare(two[0].0, two[1].0).is_lt()));
        prop_assert!(sets.iter().all(|(load, _)| compare(*load, working).is_lt() && gear.fits(*load)));
    }
}
