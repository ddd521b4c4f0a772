//! Self-tests: readings and their scales, how a test went, when it is due, the stopwatch, and the stored text.

use proptest::prelude::*;
use yoke_app::store::{Finding, KeyValue, Memory, Store, Unreadable, v1};
use yoke_app::training::measure::{
    EVERY_DAYS, Measurement, Reading, Scale, Test, Watch, due, insert, last, points,
};
use yoke_app::training::progress::{Point, change};
use yoke_app::training::time::{Day, Now, UtcOffset, Wall};
use yoke_app::training::units::WeightUnit::{self, Kg, Lb};

/// 21 November 2026, 10:00 UTC.
const START: Wall = Wall(1_795_255_200_000);
const DAY: u64 = 86_400_000;
const SCALES: [Scale; 5] = [Scale::HalfCm, Scale::QuarterInch, Scale::Points, Scale::Hang, Scale::ProneY];

/// So many steps, measured so many days after [`START`].
pub fn measurement(day: u64, scale: Scale, steps: u32) -> Measurement {
    let at = START.plus(day * DAY);
    let reading = Reading::new(scale, steps).unwrap();
    Measurement { id: format!("{}-0000", at.0), at, offset: UtcOffset::minutes(60), reading }
}

/// Measurements of one scale, a day and so many steps each, newest first.
fn taken(scale: Scale, all: &[(u64, u32)]) -> Vec<Measurement> {
    let mut tests = Vec::new();
    for (day, steps) in all {
        insert(&mut tests, measurement(*day, scale, *steps));
    }
    tests
}

fn today(days: i32) -> Day {
    Day::local(START, UtcOffset::default()).plus(days)
}

#[test]
fn what_is_typed_becomes_a_reading_or_says_why_not() {
    for (text, scale, expected) in [
        ("7.5", Scale::HalfCm, Ok("7.5")),
        ("7,5", Scale::HalfCm, Ok("7.5")),
        ("0", Scale::HalfCm, Ok("0")),
        // Lengths go to the nearest half or quarter.
        ("7.2", Scale::HalfCm, Ok("7")),
        ("7.25", Scale::HalfCm, Ok("7.5")),
        ("40", Scale::HalfCm, Ok("40")),
        ("40.3", Scale::HalfCm, Err("40 is the most that fits here.")),
        ("41", Scale::HalfCm, Err("40 is the most that fits here.")),
        ("2.3", Scale::QuarterInch, Ok("2.25")),
        ("16.25", Scale::QuarterInch, Err("16 is the most that fits here.")),
        ("7", Scale::Points, Ok("7")),
        ("8", Scale::Points, Err("7 is the most that fits here.")),
        ("6.5", Scale::Points, Err("Whole numbers only, such as 8.")),
        ("41", Scale::Hang, Ok("41")),
        ("41.0", Scale::Hang, Ok("41")),
        ("41.9", Scale::Hang, Err("Whole numbers only, such as 8.")),
        ("3600", Scale::ProneY, Ok("3600")),
        ("3601", Scale::ProneY, Err("3600 is the most that fits here.")),
        ("", Scale::Hang, Err("Type a number first.")),
        ("-3", Scale::Hang, Err("It cannot be below zero.")),
        ("1:30", Scale::Hang, Err("Use digits only, such as 42.5.")),
        ("99999999999", Scale::Hang, Err("3600 is the most that fits here.")),
    ] {
        let read = Reading::parse(text, scale).map(Reading::number).map_err(|error| error.to_string());
        assert_eq!(read, expected.map(str::to_owned).map_err(str::to_owned), "{text} {scale:?}");
    }
}

#[test]
fn every_test_has_its_scale_words_and_place() {
    for test in Test::ALL {
        assert_eq!(Test::find(test.id()), Some(test));
        for unit in [Kg, Lb] {
            assert_eq!(test.scale(unit).test(), test);
        }
        let exercise = test.exercise();
        assert!(yoke_app::figure::Figure::for_exercise(exercise).is_some(), "{exercise}");
        assert!(yoke_app::catalog::find(exercise).is_some(), "{exercise}");
        let words = test.words();
        for said in [words.steps().first(), words.better(), words.stop()] {
            assert!(said.ends_with('.') && said.len() > 30, "{said}");
        }
        assert!(words.better().contains(" better. ") && words.stop().contains("top "));
    }
    assert_eq!(Test::find("jump"), None);
    // Their numbers are stored.
    assert_eq!(Scale::ALL, SCALES);
    assert_eq!(SCALES.map(|scale| scale as u8), [0, 1, 2, 3, 4]);
    assert_eq!((Scale::HalfCm.symbol(), Scale::QuarterInch.symbol()), ("cm", "in"));
}

#[test]
fn a_gap_is_looked_at_in_the_length_that_goes_with_the_weights() {
    for (scale, steps, unit, hundredths) in [
        (Scale::HalfCm, 15, Kg, 750),
        (Scale::HalfCm, 15, Lb, 295),
        (Scale::QuarterInch, 9, Lb, 225),
        (Scale::QuarterInch, 9, Kg, 572),
        (Scale::Points, 5, Lb, 500),
        (Scale::Hang, 41, Lb, 4_100),
    ] {
        assert_eq!(Reading::new(scale, steps).unwrap().value(unit), hundredths, "{scale:?} {steps}");
    }
    // The reading itself stays in the unit it was entered in.
    assert_eq!(Reading::new(Scale::QuarterInch, 9).unwrap().number(), "2.25");
}

#[test]
fn less_gap_and_more_of_all_else_are_records() {
    let values = |tests: &[Measurement], test, unit| -> Vec<(i32, u64, bool)> {
        let day = |point: &Point| point.day.number() - today(0).number();
        points(tests, test, unit).iter().map(|point| (day(point), point.value, point.record)).collect()
    };
    let mut tests = taken(Scale::HalfCm, &[(0, 15), (30, 12), (60, 13), (90, 12), (120, 10)]);
    let expected = [(0, 750, false), (30, 600, true), (60, 650, false), (90, 600, false), (120, 500, true)];
    assert_eq!(values(&tests, Test::Wall, Kg), expected);
    // A hang of an hour is far out, and stands there; what comes after it is no record.
    for (day, steps) in [(1, 30), (31, 3_600), (61, 45)] {
        insert(&mut tests, measurement(day, Scale::Hang, steps));
    }
    assert_eq!(values(&tests, Test::Hang, Kg), [(1, 3_000, false), (31, 360_000, true), (61, 4_500, false)]);
    // Centimetres and inches are one line.
    insert(&mut tests, measurement(150, Scale::QuarterInch, 8));
    assert_eq!(values(&tests, Test::Wall, Kg).last(), Some(&(150, 508, false)));
    assert_eq!(values(&tests, Test::ProneY, Kg), []);
}

#[test]
fn a_change_within_the_error_of_measuring_is_none() {
    for (test, unit, first, last, expected) in [
        (Test::Wall, Kg, 750, 500, "\u{2212}2.5 in 8 weeks"),
        (Test::Wall, Kg, 500, 550, "alike for 8 weeks"),
        (Test::Wall, Kg, 500, 600, "+1 in 8 weeks"),
        (Test::Wall, Lb, 200, 225, "alike for 8 weeks"),
        (Test::Wall, Lb, 200, 250, "+0.5 in 8 weeks"),
        (Test::Angel, Kg, 400, 500, "alike for 8 weeks"),
        (Test::Angel, Kg, 400, 600, "+2 in 8 weeks"),
        (Test::Hang, Kg, 500, 700, "alike for 8 weeks"),
        (Test::Hang, Kg, 500, 800, "+3 in 8 weeks"),
        (Test::Hang, Kg, 3_000, 3_300, "alike for 8 weeks"),
        (Test::ProneY, Kg, 3_000, 3_400, "+4 in 8 weeks"),
        (Test::ProneY, Kg, 10_000, 9_000, "alike for 8 weeks"),
        (Test::ProneY, Kg, 10_000, 8_900, "\u{2212}11 in 8 weeks"),
    ] {
        let at = |day, value| Point { day: today(day), value, record: false };
        let text = |value: u64| yoke_app::training::units::hundredths_text(value as u32);
        let alike = test.alike(first, last, unit).then_some("alike");
        assert_eq!(change(&at(0, first), &at(56, last), &text, alike), expected, "{test:?} {first} {last}");
    }
    assert!(Test::Wall.is_better(500, 600) && !Test::Wall.is_better(600, 500));
    assert!(Test::Hang.is_better(600, 500) && !Test::Hang.is_better(500, 500));
}

#[test]
fn a_test_is_due_thirty_days_after_it_was_taken_and_not_when_put_off() {
    assert_eq!(EVERY_DAYS, 30);
    let long_ago = today(-20_000);
    let tests = taken(Scale::Hang, &[(0, 30)]);
    for (day, expected) in
        [(0, None), (29, None), (30, Some((Test::Hang, 30))), (400, Some((Test::Hang, 400)))]
    {
        assert_eq!(due(&tests, long_ago, today(day)), expected, "day {day}");
    }
    // What was never taken is never due, nor is anything before the clock was put back.
    assert_eq!(due(&[], long_ago, today(0)), None);
    assert_eq!(due(&tests, long_ago, today(-3)), None);
    // Of several the one that waited longest; one that is taken gives way to the next.
    let mut tests = taken(Scale::Points, &[(0, 5)]);
    insert(&mut tests, measurement(9, Scale::HalfCm, 10));
    insert(&mut tests, measurement(20, Scale::ProneY, 10));
    assert_eq!(due(&tests, long_ago, today(40)), Some((Test::Angel, 40)));
    insert(&mut tests, measurement(40, Scale::Points, 6));
    assert_eq!(due(&tests, long_ago, today(40)), Some((Test::Wall, 31)));
    // Put off on day 40: quiet until day 70.
    for (day, expected) in [(40, None), (69, None), (70, Some((Test::Wall, 61)))] {
        assert_eq!(due(&tests, today(40), today(day)), expected, "day {day}");
    }
    // Put off by a clock that ran ahead: that was not said today.
    assert_eq!(due(&tests, today(4_000), today(40)), Some((Test::Wall, 31)));
    assert_eq!(last(&tests, Test::Angel).map(Measurement::day), Some(today(40)));
    assert_eq!(last(&tests, Test::Hang), None);
}

#[test]
fn the_day_is_that_of_the_place_where_one_measured() {
    // 23:30 by the clock there is the day before in UTC+0 terms; what counts is the day one lived.
    let late = Measurement { offset: UtcOffset::minutes(840), ..measurement(0, Scale::Hang, 30) };
    assert_eq!(late.day(), today(1));
    assert_eq!(due(std::slice::from_ref(&late), today(-999), today(30)), None);
}

#[test]
fn a_stopwatch_believes_the_clock_that_went_on_further() {
    let watch = Watch(Now { wall: START, mono: 1_000 });
    for (wall, mono, left, held) in [
        (0, 1_000, 5_000, 0),
        (1_200, 2_200, 3_800, 0),
        (5_000, 6_000, 0, 0),
        (37_300, 38_300, 0, 32_300),
        // The device slept: the monotonic clock stood still.
        (37_300, 6_000, 0, 32_300),
    ] {
        let now = Now { wall: START.plus(wall), mono };
        assert_eq!((watch.left(now), watch.held(now)), (left, held), "{wall} {mono}");
    }
    // The wall clock was put back by an hour.
    let back = Now { wall: START.minus(3_600_000), mono: 48_000 };
    assert_eq!((watch.left(back), watch.held(back)), (0, 42_000));
}

#[test]
fn measurements_come_back_newest_first_and_stay_away_once_removed() {
    let (mut store, loaded) = Store::open(Memory::default(), START);
    assert_eq!(loaded.tests, []);
    store.settle(None);
    let mut all = Vec::new();
    for (day, scale) in (0..).zip(SCALES) {
        let one = measurement(day, scale, 7);
        store.save_test(&one).unwrap();
        insert(&mut all, one);
    }
    let again = |store: &Store<Memory>| Store::open(store.storage().clone(), START).1.tests;
    assert_eq!(again(&store), all);
    store.remove_test(&all.remove(2).id).unwrap();
    assert_eq!(again(&store), all);
    store.clear().unwrap();
    assert_eq!(again(&store), []);
}

#[test]
fn a_measurement_that_cannot_be_read_is_set_aside_whole() {
    let (mut store, _) = Store::open(Memory::default(), START);
    store.settle(None);
    let good = measurement(0, Scale::Hang, 30);
    store.save_test(&good).unwrap();
    let key = "yoke/test/1-0000";
    let text = yoke_app::store::envelope::seal(1, 9, key, "[2,8,1,0]");
    store.storage_mut().set(key, &text).unwrap();
    let (mut store, _) = Store::open(store.storage().clone(), START);
    let loaded = store.settle(None).loaded.unwrap();
    assert_eq!(loaded.tests, [good]);
    assert_eq!(loaded.findings, [Finding::SetAside { key: key.to_owned(), why: Unreadable::Content }]);
    assert_eq!(store.aside().unwrap().iter().count(), 1);
}

#[test]
fn the_stored_text_is_this_one_and_nothing_else_is_read() {
    let one = measurement(0, Scale::HalfCm, 15);
    assert_eq!(v1::write_test(&one), "[0,15,1795255200000,60]");
    assert_eq!(v1::read_test(r#"[0,15,1795255200000,60,"later"]"#, &one.id), Ok(one));
    for text in [
        "",
        "[]",
        "null",
        "[0]",
        "[5,15,1795255200000,60]",
        "[-1,15,1795255200000,60]",
        r#"["cm",15,1795255200000,60]"#,
        "[0,81,1795255200000,60]",
        "[0,-1,1795255200000,60]",
        "[0,15,-1,60]",
        "[0,15,1795255200000]",
        "[0,1.5,1795255200000,60]",
    ] {
        assert_eq!(v1::read_test(text, "1"), Err(Unreadable::Content), "{text}");
    }
}

fn any_measurement() -> impl Strategy<Value = Measurement> {
    let scale = prop::sample::select(SCALES.to_vec());
    (scale, 0_u32..3_601, 0_u64..1 << 42, -840_i16..841).prop_map(|(scale, steps, at, offset)| {
        let reading = (0..=steps).rev().find_map(|steps| Reading::new(scale, steps).ok()).unwrap();
        Measurement { id: format!("{at}-0001"), at: Wall(at), offset: UtcOffset::minutes(offset), reading }
    })
}

proptest! {
    #[test]
    fn written_and_read_it_is_the_same(one in any_measurement()) {
        prop_assert_eq!(v1::read_test(&v1::write_test(&one), &one.id), Ok(one.clone()));
        let text = one.reading.number();
        prop_assert_eq!(Reading::parse(&text, one.reading.scale()), Ok(one.reading));
    }

    #[test]
    fn a_damaged_text_is_refused_or_a_reading_within_its_scale(one in any_measurement(), at in 0_usize..40, byte in 32_u8..127) {
        let mut text = v1::write_test(&one).into_bytes();
        let at = at % text.len();
        text[at] = byte;
        if let Ok(read) = v1::read_test(&String::from_utf8(text).unwrap(), &one.id) {
            prop_assert!(Reading::new(read.reading.scale(), read.reading.steps()).is_ok());
        }
    }

    #[test]
    fn the_order_of_entry_does_not_matter(mut all in prop::collection::vec(any_measurement(), 0..12)) {
        all.dedup_by(|one, other| one.id == other.id);
        let put = |all: &[Measurement]| {
            let mut tests = Vec::new();
            for one in all {
                insert(&mut tests, one.clone());
            }
            tests
        };
        let forth = put(&all);
        prop_assert!(forth.windows(2).all(|pair| pair[0].id > pair[1].id));
        for unit in [WeightUnit::Kg, WeightUnit::Lb] {
            let count: usize = Test::ALL.iter().map(|test| points(&forth, *test, unit).len()).sum();
            prop_assert_eq!(count, forth.len());
        }
    }
}
