//! What can be loaded and with which plates, worked out by hand, and properties over any gear.

use std::cmp::Ordering;

use proptest::prelude::*;
use yoke_app::training::loading::{Gear, Loading, compare, mass};
use yoke_app::training::units::{Load, WeightUnit};

use WeightUnit::{Kg, Lb};

fn kg(hundredths: u32) -> Load {
    Load::from_hundredths(hundredths, Kg).unwrap()
}

fn lb(hundredths: u32) -> Load {
    Load::from_hundredths(hundredths, Lb).unwrap()
}

fn bar(bar: u32, pairs: &[(u32, u8)]) -> Loading {
    Loading::Bar { bar: kg(bar), pairs: pairs.iter().map(|&(plate, count)| (kg(plate), count)).collect() }
}

fn text(load: Option<Load>) -> String {
    load.map_or("-".into(), |load| load.to_string())
}

#[test]
fn a_pound_is_exact() {
    // 100 lb = 45,359.237 g, in tenths of a microgram.
    assert_eq!(mass(lb(10_000)), 453_592_370_000);
    assert_eq!(mass(kg(100)), 10_000_000_000);
    // 2.20 lb = 0.99790 kg, 2.21 lb = 1.00244 kg.
    assert_eq!((compare(lb(220), kg(100)), compare(lb(221), kg(100))), (Ordering::Less, Ordering::Greater));
}

#[test]
fn the_neighbours_of_a_load() {
    let (kg_bar, lb_bar) = (Loading::bar(Kg), Loading::bar(Lb));
    let (kg_bells, lb_bells) = (Loading::dumbbells(Kg), Loading::dumbbells(Lb));
    let (kg_stack, lb_stack) = (Loading::stack(Kg), Loading::stack(Lb));
    let (kg_free, lb_free) = (Loading::free(Kg), Loading::free(Lb));
    // gear, asked, below, at most, nearest, at least, above
    let rows: &[(&Loading, Load, [&str; 5])] = &[
        // 2.5 kg is the least a pair of 1.25 adds.
        (&kg_bar, kg(8_000), ["77.5 kg", "80 kg", "80 kg", "80 kg", "82.5 kg"]),
        (&kg_bar, kg(8_100), ["80 kg", "80 kg", "80 kg", "82.5 kg", "82.5 kg"]),
        (&kg_bar, kg(1_999), ["-", "-", "20 kg", "20 kg", "20 kg"]),
        (&kg_bar, kg(2_000), ["-", "20 kg", "20 kg", "20 kg", "22.5 kg"]),
        // All of it: 20 + 2 x (100 + 40 + 15 + 20 + 10 + 5 + 1.25) = 402.5.
        (&kg_bar, kg(50_000), ["402.5 kg", "402.5 kg", "402.5 kg", "-", "-"]),
        (&lb_bar, lb(4_900), ["45 lb", "45 lb", "50 lb", "50 lb", "50 lb"]),
        // All of it: 45 + 2 x (225 + 35 + 50 + 20 + 10 + 2.5) = 730.
        (&lb_bar, lb(99_900), ["730 lb", "730 lb", "730 lb", "-", "-"]),
        // Of 10 and 12, equally near, the lighter.
        (&kg_bells, kg(1_100), ["10 kg", "10 kg", "10 kg", "12 kg", "12 kg"]),
        (&kg_bells, kg(4_001), ["40 kg", "40 kg", "40 kg", "-", "-"]),
        (&lb_bells, lb(10_000), ["95 lb", "100 lb", "100 lb", "100 lb", "-"]),
        (&kg_stack, kg(4_375), ["42.5 kg", "42.5 kg", "42.5 kg", "45 kg", "45 kg"]),
        (&kg_stack, kg(4_380), ["42.5 kg", "42.5 kg", "45 kg", "45 kg", "45 kg"]),
        (&kg_stack, kg(0), ["-", "-", "5 kg", "5 kg", "5 kg"]),
        (&lb_stack, lb(25_000), ["245 lb", "250 lb", "250 lb", "250 lb", "-"]),
        (&kg_free, kg(3_050), ["30 kg", "30 kg", "30 kg", "31 kg", "31 kg"]),
        (&lb_free, lb(3_100), ["30 lb", "30 lb", "30 lb", "32.5 lb", "32.5 lb"]),
        // The other unit: 100 lb = 45.36 kg, 45 kg = 99.21 lb.
        (&kg_bar, lb(10_000), ["45 kg", "45 kg", "45 kg", "47.5 kg", "47.5 kg"]),
        (&lb_stack, kg(4_500), ["95 lb", "95 lb", "100 lb", "100 lb", "100 lb"]),
    ];
    for (gear, asked, expected) in rows {
        let found = [
            gear.next_below(*asked),
            gear.at_most(*asked),
            gear.nearest(*asked),
            gear.at_least(*asked),
            gear.next_above(*asked),
        ];
        assert_eq!(found.map(text), *expected, "{asked} on {:?}", gear.gear());
    }
}

#[test]
fn plates_for_each_side() {
    let (kg_bar, lb_bar) = (Loading::bar(Kg), Loading::bar(Lb));
    // A poor man's bar: 20 kg, one pair each of 25, 20 and 10.
    let few = bar(2_000, &[(1_000, 1), (2_500, 1), (2_000, 1)]);
    let rows: &[(&Loading, Load, Option<&str>)] = &[
        (&kg_bar, kg(2_000), Some("")),
        (&kg_bar, kg(8_000), Some("25 5")),
        (&kg_bar, kg(8_250), Some("25 5 1.25")),
        (&kg_bar, kg(4_750), Some("10 2.5 1.25")),
        (&kg_bar, kg(10_000), Some("25 15")),
        (&kg_bar, kg(12_000), Some("25 25")),
        // 81 kg would need 0.5 kg a side; 10 kg is less than the bar.
        (&kg_bar, kg(8_100), None),
        (&kg_bar, kg(1_000), None),
        (&lb_bar, lb(13_500), Some("45")),
        (&lb_bar, lb(10_000), Some("25 2.5")),
        (&lb_bar, lb(23_000), Some("45 45 2.5")),
        // 30 a side: with 25 on there is no 5, so 20 and 10.
        (&few, kg(8_000), Some("20 10")),
        // 50 a side: there is one pair of 25 only.
        (&few, kg(12_000), None),
        (&few, kg(13_000), Some("25 20 10")),
        (&Loading::stack(Kg), kg(4_500), None),
        // 44.09 lb is not 20 kg to the last digit.
        (&kg_bar, lb(4_409), None),
    ];
    for (gear, asked, expected) in rows {
        let found = gear.plates(*asked).map(|plates| {
            let each = |(plate, count): (Load, u8)| vec![plate.number(); usize::from(count)];
            plates.into_iter().flat_map(each).collect::<Vec<_>>().join(" ")
        });
        assert_eq!(found.as_deref(), *expected, "{asked}");
    }
}

#[test]
fn gear_that_is_not_whole_gives_nothing_wrong() {
    let empty = Loading::Fixed(Vec::new());
    assert_eq!((empty.lightest(), empty.heaviest(), empty.nearest(kg(1_000))), (None, None, None));
    // A pound plate on a kilogram bar, a plate of nothing and no plates: the empty bar is left.
    let mixed = Loading::Bar { bar: kg(2_000), pairs: vec![(lb(4_500), 2), (kg(0), 4), (kg(500), 0)] };
    assert_eq!((mixed.lightest(), mixed.heaviest()), (Some(kg(2_000)), Some(kg(2_000))));
    let odd = Loading::Stack { first: kg(500), step: lb(500), top: kg(10_000) };
    assert_eq!((odd.heaviest(), odd.gear()), (Some(kg(500)), Gear::Stack(lb(500))));
    let still = Loading::Stack { first: kg(500), step: kg(0), top: kg(10_000) };
    assert_eq!((still.at_most(kg(9_000)), still.next_above(kg(500))), (Some(kg(500)), None));
    assert_eq!(Loading::Free { step: kg(0) }.lightest(), Some(kg(1)));
    let heavy = bar(2_000, &[(2_500, 255)]);
    assert_eq!(heavy.heaviest(), Some(kg(197_000)), "20 + 39 x 50: 2,000 kg is the end");
}

fn any_load() -> impl Strategy<Value = Load> {
    (0_u32..=200_000, any::<bool>()).prop_map(|(amount, is_kg)| if is_kg { kg(amount) } else { lb(amount) })
}

fn any_gear() -> impl Strategy<Value = Loading> {
    let of = |is_kg: bool, amount: u32| if is_kg { kg(amount) } else { lb(amount) };
    let plates = prop::collection::vec((1_u32..40, 0_u8..4), 0..6);
    prop_oneof![
        (0_u32..10, plates, any::<bool>()).prop_map(move |(bar, plates, is_kg)| Loading::Bar {
            bar: of(is_kg, bar * 250),
            pairs: plates.into_iter().map(|(plate, count)| (of(is_kg, plate * 125), count)).collect(),
        }),
        prop::collection::vec(any_load(), 0..12).prop_map(Loading::Fixed),
        (0_u32..9_000, 0_u32..900, 0_u32..20_000, any::<bool>()).prop_map(
            move |(first, step, top, is_kg)| {
                Loading::Stack { first: of(is_kg, first), step: of(is_kg, step), top: of(is_kg, top) }
            }
        ),
        (0_u32..1_000, any::<bool>()).prop_map(move |(step, is_kg)| Loading::Free { step: of(is_kg, step) }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn neighbours_enclose_a_load_and_fit(gear in any_gear(), asked in any_load()) {
        let order = |load: Option<Load>| load.map(|load| compare(load, asked));
        prop_assert!(matches!(order(gear.next_below(asked)), None | Some(Ordering::Less)));
        prop_assert!(matches!(order(gear.next_above(asked)), None | Some(Ordering::Greater)));
        prop_assert!(order(gear.at_most(asked)) != Some(Ordering::Greater));
        prop_assert!(order(gear.at_least(asked)) != Some(Ordering::Less));
        let all = [gear.next_below(asked), gear.at_most(asked), gear.nearest(asked), gear.next_above(asked)];
        for found in all.into_iter().flatten() {
            prop_assert!(gear.fits(found), "{found} is not loadable");
            prop_assert_eq!(gear.at_most(found), gear.at_least(found));
            // What is next above has the first one next below.
            if let Some(above) = gear.next_above(found) {
                prop_assert_eq!(gear.next_below(above).map(mass), Some(mass(found)));
            }
        }
        prop_assert_eq!(gear.lightest().is_some(), gear.heaviest().is_some());
    }

    #[test]
    fn plates_add_up_and_are_owned(gear in any_gear(), asked in any_load()) {
        let Loading::Bar { bar, pairs } = &gear else { return Ok(()) };
        let Some(found) = gear.nearest(asked) else { return Ok(()) };
        let plates = gear.plates(found).unwrap();
        let sum: u32 = plates.iter().map(|(plate, count)| 2 * plate.hundredths() * u32::from(*count)).sum();
        prop_assert_eq!(bar.hundredths() + sum, found.hundredths());
        let count = |all: &[(Load, u8)], size: u32| -> u32 {
            all.iter().filter(|(plate, _)| plate.hundredths() == size).map(|(_, count)| u32::from(*count)).sum()
        };
        for (plate, _) in &plates {
            prop_assert!(count(&plates, plate.hundredths()) <= count(pairs, plate.hundredths()));
        }
    }

    #[test]
    fn a_load_in_the_other_unit_is_only_compared(asked in any_load()) {
        // Written, read again and found among the weights one owns, it is what was entered, digit by digit.
        prop_assert_eq!(Load::parse(&asked.number(), asked.unit()), Ok(asked));
        prop_assert_eq!(Loading::Fixed(vec![asked]).nearest(kg(100)), Some(asked));
    }
}
