//! What people type, and what becomes of it.

use proptest::prelude::*;
use yoke_app::training::units::{InputError, Load, Reps, Rir, Seconds, WeightUnit};

#[test]
fn loads_are_read_as_people_type_them() {
    let kg = |text| Load::parse(text, WeightUnit::Kg).map(Load::number);
    let cases: [(&str, Result<&str, InputError>); 19] = [
        ("80", Ok("80")),
        ("42.5", Ok("42.5")),
        ("42,5", Ok("42.5")),
        ("1.25", Ok("1.25")),
        ("1,05", Ok("1.05")),
        (" 80 ", Ok("80")),
        ("080", Ok("80")),
        (".5", Ok("0.5")),
        ("5.", Ok("5")),
        ("0", Ok("0")),
        ("2000", Ok("2000")),
        ("", Err(InputError::Empty)),
        ("  ", Err(InputError::Empty)),
        ("-5", Err(InputError::Negative)),
        ("abc", Err(InputError::NotANumber)),
        ("1e9", Err(InputError::NotANumber)),
        ("1.2.3", Err(InputError::NotANumber)),
        ("2000.01", Err(InputError::TooLarge(2000))),
        ("1.125", Err(InputError::TooFine)),
    ];
    for (text, expected) in cases {
        assert_eq!(kg(text), expected.map(str::to_owned), "{text:?}");
    }
    assert_eq!(kg("99999999999999999999"), Err(InputError::TooLarge(2000)));
    assert_eq!(kg("\u{661}\u{662}"), Err(InputError::NotANumber), "only the digits of the keypad");
}

#[test]
fn repetitions_are_whole_and_at_least_one() {
    let cases: [(&str, Result<u16, InputError>); 9] = [
        ("8", Ok(8)),
        ("8.0", Ok(8)),
        ("500", Ok(500)),
        ("0", Err(InputError::Zero)),
        ("8.5", Err(InputError::Fraction)),
        ("501", Err(InputError::TooLarge(500))),
        ("-1", Err(InputError::Negative)),
        ("", Err(InputError::Empty)),
        ("x", Err(InputError::NotANumber)),
    ];
    for (text, expected) in cases {
        assert_eq!(Reps::parse(text).map(Reps::get), expected, "{text:?}");
    }
}

#[test]
fn errors_say_what_would_be_accepted() {
    for error in [
        InputError::Empty,
        InputError::NotANumber,
        InputError::Negative,
        InputError::Zero,
        InputError::TooLarge(500),
        InputError::Fraction,
        InputError::TooFine,
    ] {
        let text = error.to_string();
        assert!(text.ends_with('.') && text.len() > 15, "{text}");
    }
}

#[test]
fn seconds_held_are_never_rounded_up() {
    assert_eq!(Seconds::held(29_999).get(), 29);
    assert_eq!(Seconds::new(90_000).get(), Seconds::MAX);
    assert_eq!((Seconds::new(45).to_string(), Seconds::new(90).to_string()), ("45 s".into(), "1:30".into()));
    assert_eq!(Rir::all().map(|rir| rir.to_string()), ["0", "1", "2", "3", "4+"]);
}

proptest! {
    #[test]
    fn a_load_reads_back_as_it_was_shown(hundredths in 0_u32..=200_000, lb in any::<bool>()) {
        let unit = if lb { WeightUnit::Lb } else { WeightUnit::Kg };
        let load = Load::from_hundredths(hundredths, unit).unwrap();
        prop_assert_eq!(Load::parse(&load.number(), unit), Ok(load));
    }

    #[test]
    fn whatever_is_typed_gives_a_load_in_range_or_a_reason(text in ".{0,12}") {
        if let Ok(load) = Load::parse(&text, WeightUnit::Lb) {
            prop_assert!(load.hundredths() <= Load::MAX * 100);
        }
        if let Ok(reps) = Reps::parse(&text) {
            prop_assert!((1..=Reps::MAX).contains(&reps.get()));
        }
    }

    #[test]
    fn stepping_stays_in_range_and_goes_back(hundredths in 0_u32..=200_000, steps in -50_i32..50) {
        let load = Load::from_hundredths(hundredths, WeightUnit::Kg).unwrap();
        let there = load.stepped(steps, 250);
        prop_assert!(there.hundredths() <= Load::MAX * 100);
        let free = i64::from(hundredths) + i64::from(steps) * 250;
        if (0..=200_000).contains(&free) {
            prop_assert_eq!(there.stepped(-steps, 250), load);
        }
    }
}
