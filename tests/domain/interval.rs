//! Interval timers: totals by hand, limits, stretches against totals, and links against corruption.

use proptest::prelude::*;
use yoke_app::session::Side;
use yoke_app::session::interval::link::{self, LinkError, decode, encode};
use yoke_app::session::interval::{
    IntervalTimer, LONGEST_NAME, MOST_STRETCHES, MOST_WORK, Stretch, StretchKind, TimerError, Tone,
    WorkInterval, presets, tidy_name,
};
use yoke_app::training::units::Seconds;

fn work(length: u32) -> WorkInterval {
    WorkInterval { name: String::new(), length: Seconds::new(length), tone: Tone::Bell }
}

/// `rounds` of this work with this rest, nothing else.
fn timer(works: &[u32], rest: u32, rounds: u16) -> IntervalTimer {
    IntervalTimer {
        name: String::new(),
        prepare: Seconds::new(0),
        work: works.iter().copied().map(work).collect(),
        rest: Seconds::new(rest),
        rounds,
        sets: 1,
        set_rest: Seconds::new(0),
        cool_down: Seconds::new(0),
        sided: false,
        rest_tone: Tone::Low,
    }
}

fn with(mut timer: IntervalTimer, change: impl FnOnce(&mut IntervalTimer)) -> IntervalTimer {
    change(&mut timer);
    timer
}

fn sets(timer: IntervalTimer, count: u16, rest: u32) -> IntervalTimer {
    IntervalTimer { sets: count, set_rest: Seconds::new(rest), ..timer }
}

fn sided(timer: IntervalTimer) -> IntervalTimer {
    IntervalTimer { sided: true, ..timer }
}

fn around(timer: IntervalTimer, prepare: u32, cool_down: u32) -> IntervalTimer {
    IntervalTimer { prepare: Seconds::new(prepare), cool_down: Seconds::new(cool_down), ..timer }
}

#[test]
fn totals_are_those_computed_by_hand() {
    let cases = [
        // One interval: no rest after it. 40; 1 stretch.
        (timer(&[40], 20, 1), 40, 1),
        // 10 + 8*40 + 7*20 = 10 + 320 + 140 = 470; 1 + 8 + 7 = 16.
        (around(timer(&[40], 20, 8), 10, 0), 470, 16),
        // 8*40 + 7*20 + 60 = 320 + 140 + 60 = 520; 8 + 7 + 1 = 16: no rest before the cool-down.
        (around(timer(&[40], 20, 8), 0, 60), 520, 16),
        // 10 * 60 = 600; 10.
        (timer(&[60], 0, 10), 600, 10),
        // Three intervals, 4 rounds: 4*(30 + 20 + 10) = 240, rests 4*3 - 1 = 11 of 15 = 165; 405; 12 + 11 = 23.
        (timer(&[30, 20, 10], 15, 4), 405, 23),
        // 3 sets of 4 rounds: work 3*4*30 = 360, rests 3*(4 - 1) = 9 of 10 = 90, 2 of 60 between sets = 120;
        // 570; 12 + 9 + 2 = 23.
        (sets(timer(&[30], 10, 4), 3, 60), 570, 23),
        // The same without a rest between sets: the rest stays, 12 - 1 = 11 of 10 = 110; 360 + 110 = 470; 23.
        (sets(timer(&[30], 10, 4), 3, 0), 470, 23),
        // A single set has no rest between sets: 4*30 + 3*10 = 150; 7.
        (sets(timer(&[30], 10, 4), 1, 60), 150, 7),
        // Left, switch, right: 10 + 5 + 10 = 25; 3.
        (sided(timer(&[10], 3, 1)), 25, 3),
        // Each side 5*10 + 4*3 = 62, a switch of 5 between them: 129; 2*(5 + 4) + 1 = 19.
        (sided(timer(&[10], 3, 5)), 129, 19),
        // Two intervals, sides, 2 sets of 3 rounds, 10 before and 30 after:
        // a side is 3*(20 + 40) + 5*15 = 255, a set 2*255 + 5 = 515; one rest of 90;
        // 10 + 2*515 + 90 + 30 = 1160; 1 + 2*(2*(6 + 5) + 1) + 1 + 1 = 49.
        (around(sets(sided(timer(&[20, 40], 15, 3)), 2, 90), 10, 30), 1_160, 49),
        // The longest: 24 rounds of an hour = 86,400; 24.
        (timer(&[3_600], 0, 24), 86_400, 24),
        // The most stretches: 1,000 works and 999 rests, one to get ready: 3 + 1,000*1 + 999*2 = 3,001; 2,000.
        (around(timer(&[1], 2, 1_000), 3, 0), 3_001, 2_000),
    ];
    for (timer, seconds, stretches) in cases {
        let total = timer.check().unwrap_or_else(|error| panic!("{timer:?}: {error}"));
        assert_eq!((total.length.get(), total.stretches), (seconds, stretches), "{timer:?}");
        assert_eq!(timer.total().get(), seconds);
        assert_eq!(timer.stretches().len(), usize::from(stretches));
    }
}

#[test]
fn presets_say_what_they_are() {
    let lines: Vec<_> =
        presets().iter().map(|timer| format!("{}: {}", timer.title(), timer.summary())).collect();
    assert_eq!(
        lines,
        [
            // 10 + 8*40 + 7*20 = 470.
            "40 / 20: 8 \u{d7} 40 s, rest 20 s, 7:50 in all",
            // 10 + 8*20 + 7*10 = 240.
            "Tabata: 8 \u{d7} 20 s, rest 10 s, 4:00 in all",
            // 10 + 10*60 = 610.
            "Every minute (EMOM): 10 \u{d7} 60 s, 10:10 in all",
            // 10 + 10*30 + 9*30 = 580.
            "30 / 30: 10 \u{d7} 30 s, rest 30 s, 9:40 in all",
            // 10 + 2*(5*10 + 4*3) + 5 = 139.
            "Hold 10 s \u{d7} 5 a side: 5 \u{d7} 10 s a side, rest 3 s, 2:19 in all",
        ]
    );
    for timer in presets() {
        assert_eq!(timer.clone().tidied(), timer);
    }
}

#[test]
fn a_summary_leaves_out_what_does_not_happen() {
    // 2*(2*(30 + 20)) + 2 rests a set less one, of 10: 2*3 = 6 of 10; one of 90: 200 + 60 + 90 = 350.
    let several = sets(timer(&[30, 20], 10, 2), 2, 90);
    assert_eq!(
        several.summary(),
        "2 sets of 2 \u{d7} 2 intervals, rest 10 s, 1:30 between sets, 5:50 in all"
    );
    assert_eq!(timer(&[30], 10, 1).summary(), "1 \u{d7} 30 s, 30 s in all");
    // One round a set: 2*30 + 90 = 150, and the rest of 10 s never comes.
    assert_eq!(
        sets(timer(&[30], 10, 1), 2, 90).summary(),
        "2 sets of 1 \u{d7} 30 s, 1:30 between sets, 2:30 in all"
    );
    assert_eq!((timer(&[1], 0, 1).title(), work(1).title()), ("Timer", "Work"));
}

#[test]
fn stretches_come_in_order_with_their_place() {
    use Side::{Both, Left, Right};
    use StretchKind::{CoolDown, Prepare, Rest, SetRest, Switch, Work};

    let timer = around(sets(sided(timer(&[10, 20], 4, 1)), 2, 60), 5, 30);
    let short: Vec<_> = timer
        .stretches()
        .into_iter()
        .map(|Stretch { kind, side, round, set, work, length }| (kind, side, set, round, work, length.get()))
        .collect();
    let one_set = |set| {
        [
            (Work, Left, set, 1, 0, 10),
            (Rest, Left, set, 1, 0, 4),
            (Work, Left, set, 1, 1, 20),
            (Switch, Right, set, 0, 0, 5),
            (Work, Right, set, 1, 0, 10),
            (Rest, Right, set, 1, 0, 4),
            (Work, Right, set, 1, 1, 20),
        ]
    };
    let mut expected = vec![(Prepare, Both, 0, 0, 0, 5)];
    expected.extend(one_set(1));
    expected.push((SetRest, Both, 1, 0, 0, 60));
    expected.extend(one_set(2));
    expected.push((CoolDown, Both, 0, 0, 0, 30));
    assert_eq!(short, expected);
}

#[test]
fn absurd_timers_get_a_clear_message() {
    let long = "x".repeat(LONGEST_NAME + 1);
    let cases = [
        (timer(&[], 20, 8), "Add a work interval first."),
        (timer(&[5; MOST_WORK + 1], 0, 1), "12 work intervals are the most that fit in a round."),
        (timer(&[5], 0, 0), "It takes at least 1 round."),
        (sets(timer(&[5], 0, 1), 0, 60), "It takes at least 1 set."),
        (timer(&[5, 0], 0, 1), "Work interval 2 lasts 0 s. Give it 1 s or more."),
        // 25 hours, which a span cannot even hold.
        (timer(&[90_000], 0, 1), "Work interval 1 lasts more than an hour. 60 minutes are the most."),
        // 25 rounds of an hour.
        (timer(&[3_600], 0, 25), "25 hours is more than a day. Shorten the work, the rest or the rounds."),
        // A second over the day is shown as a minute over it.
        (
            around(timer(&[3_600], 0, 24), 1, 0),
            "24 h 1 min is more than a day. Shorten the work, the rest or the rounds.",
        ),
        // 10,000*40 + 9,999*20 = 599,980 s, rounded up 10,000 min = 166 h 40 min.
        (
            timer(&[40], 20, 10_000),
            "166 h 40 min is more than a day. Shorten the work, the rest or the rounds.",
        ),
        // 65,535*65,535*12*3,600 s = 51,538,034,700 hours.
        (
            sets(timer(&[3_600; 12], 0, u16::MAX), u16::MAX, 0),
            "51,538,034,700 hours is more than a day. Shorten the work, the rest or the rounds.",
        ),
        // 10,000 works of a second and 9,999 rests of one.
        (timer(&[1], 1, 10_000), "19,999 parts are too many, 2,000 fit. Take fewer rounds or sets."),
        // 1,000 works, 999 rests, one before and one after.
        (
            around(timer(&[1], 2, 1_000), 3, 1),
            "2,001 parts are too many, 2,000 fit. Take fewer rounds or sets.",
        ),
        (
            with(timer(&[5], 0, 1), |timer| timer.name.clone_from(&long)),
            "The timer\u{2019}s name is too long. 40 letters are the most.",
        ),
        (
            with(timer(&[5, 5], 0, 1), |timer| timer.work[1].name = long),
            "The name of work interval 2 is too long. 40 letters are the most.",
        ),
    ];
    for (timer, message) in cases {
        let error = timer.check().expect_err(message);
        assert_eq!(error.to_string(), message);
        assert_eq!(timer.stretches(), []);
        assert_eq!(encode(&timer), Err(error));
        let _ = (timer.total(), timer.summary());
    }
}

#[test]
fn even_a_million_intervals_are_only_counted() {
    let timer = sided(sets(timer(&vec![86_400; 1_000_000], 86_400, u16::MAX), u16::MAX, 86_400));
    assert_eq!(timer.check(), Err(TimerError::TooMuchWork));
    assert_eq!((timer.total().get(), timer.stretches().len()), (Seconds::MAX, 0));
}

#[test]
fn names_are_kept_tidy() {
    let cases = [
        ("  Ring \t row \n", "Ring row"),
        (
            "\u{1f3cb}\u{1f3fd}\u{200d}\u{2640}\u{fe0f} \u{661}",
            "\u{1f3cb}\u{1f3fd}\u{200d}\u{2640}\u{fe0f} \u{661}",
        ),
        ("a\0\u{1b}b \u{7} c", "ab c"),
        ("\u{202e}evil\u{2066}", "evil"),
        (" \u{2028}\u{a0} ", ""),
    ];
    for (typed, kept) in cases {
        assert_eq!(tidy_name(typed), kept);
    }
    let emoji = with(timer(&[5], 0, 1), |timer| timer.name = "\u{1f4aa}".repeat(LONGEST_NAME));
    assert_eq!(emoji.check().map(|total| total.stretches), Ok(1));
}

/// A timer of everything at its largest, names included.
fn largest() -> IntervalTimer {
    let name = "\u{10ffff}".repeat(LONGEST_NAME);
    let interval = WorkInterval { name: name.clone(), length: Seconds::new(3_600), tone: Tone::Silent };
    IntervalTimer { name, work: vec![interval; MOST_WORK], ..around(timer(&[1], 60, 1), 600, 600) }
}

#[test]
fn links_stay_what_they_are() {
    // Pinned: links that were shared must open for ever.
    let links: Vec<_> = presets().iter().map(|timer| encode(timer).unwrap()).collect();
    assert_eq!(links, PINNED);
    for (link, timer) in links.iter().zip(presets()) {
        assert_eq!(decode(link), Ok(timer.clone()));
        assert_eq!(decode(&format!(" {link}\n")), Ok(timer));
    }
    let link = encode(&largest()).unwrap();
    assert_eq!(link.len(), 1_985);
    assert!(link.len() <= link::LONGEST);
    assert_eq!(decode(&link), Ok(largest()));
}

const PINNED: [&str; 5] = [
    "1AAUABQAAAAAAAIAAEhzQwIC8gMjAQAUAA8pregD",
    "1AAUAAoAAAAAAAIAAEhlRhYmF0YRAAoAAZwVkKD",
    "1AAUAAAAAAAAAAKAAEk0V2ZXJ5IG1pbnV0ZSAoRU1PTSkQAeAAoNW6bD",
    "1AAUAB4AAAAAAAKAAEhzMwIC8gMzAQAPAAAd8T0B",
    "1AAUAAMAAAAAAAFAAGlEhvbGQgMTAgcyCAA1yA1IGEgc2lkZRAAUBEhvbGQEgnp4C",
];

#[test]
fn a_link_that_was_cut_or_changed_is_told_from_a_newer_one() {
    let damaged = "This link is cut off or was changed. Ask for it again.";
    for timer in [presets().remove(4), largest()] {
        let link = encode(&timer).unwrap();
        for at in 0..link.len() {
            assert_eq!(decode(&link[..at]), Err(LinkError::Damaged), "cut at {at}");
            assert_eq!(decode(&link[at + 1..]), Err(LinkError::Damaged), "begun after {at}");
            for flip in [1, 2, 4, 8, 16, 32, 64] {
                let mut bytes = link.clone().into_bytes();
                bytes[at] ^= flip;
                let changed = String::from_utf8(bytes).unwrap();
                assert_eq!(decode(&changed), Err(LinkError::Damaged), "{changed}");
            }
        }
    }
    for text in ["", "1", "1AAAAAA", "hello", "1.40.20.8", "\u{1f4aa}\u{1f4aa}", "2AAAAAAAAAA", "AAAAAAA%20"]
    {
        assert_eq!(decode(text).unwrap_err().to_string(), damaged, "{text}");
    }
    assert_eq!(
        decode(&sealed("2future")).unwrap_err().to_string(),
        "This link was made by a newer version of the app. Update, then open it again."
    );
    assert_eq!(decode(&sealed("0past")), Err(LinkError::Damaged));
    assert_eq!(decode(&sealed("")), Err(LinkError::Damaged));
    assert_eq!(
        decode(&"A".repeat(2_001)).unwrap_err().to_string(),
        "This link is too long. Ask for it again."
    );
    assert_eq!(
        LinkError::Refused(TimerError::NoRounds).to_string(),
        "The timer in this link cannot run. It takes at least 1 round."
    );
}

const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// `body` with the checksum that makes it whole, as somebody who read the code would make it.
fn sealed(body: &str) -> String {
    let sum =
        body.bytes().fold(0x811c_9dc5_u32, |sum, byte| (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    (0..6).fold(body.to_owned(), |text, nth| {
        text + &char::from(DIGITS[(sum >> (6 * nth) & 63) as usize]).to_string()
    })
}

fn any_name() -> impl Strategy<Value = String> {
    prop_oneof![
        "[ -~]{0,40}",
        prop::collection::vec(any::<char>(), 0..=LONGEST_NAME).prop_map(String::from_iter),
    ]
    .prop_map(|name| tidy_name(&name))
}

fn any_tone() -> impl Strategy<Value = Tone> {
    prop::sample::select(Tone::ALL.to_vec())
}

prop_compose! {
    fn any_work(longest: u32)(name in any_name(), length in 0..=longest, tone in any_tone()) -> WorkInterval {
        WorkInterval { name, length: Seconds::new(length), tone }
    }
}

prop_compose! {
    /// Mostly timers that can run, of all kinds.
    fn any_timer()(
        name in any_name(),
        work in prop::collection::vec(prop_oneof![9 => any_work(90), 1 => any_work(4_000)], 1..=MOST_WORK),
        spans in prop::array::uniform4(prop_oneof![Just(0), 1_u32..120, 0_u32..5_000]),
        rounds in prop_oneof![9 => 1_u16..12, 1 => any::<u16>()],
        sets in prop_oneof![9 => 1_u16..5, 1 => any::<u16>()],
        sided in any::<bool>(),
        rest_tone in any_tone(),
    ) -> IntervalTimer {
        let [prepare, rest, set_rest, cool_down] = spans.map(Seconds::new);
        IntervalTimer { name, prepare, work, rest, rounds, sets, set_rest, cool_down, sided, rest_tone }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn what_was_counted_is_what_comes(timer in any_timer()) {
        let stretches = timer.stretches();
        let sum: u32 = stretches.iter().map(|stretch| stretch.length.get()).sum();
        if let Ok(total) = timer.check() {
            prop_assert_eq!((sum, stretches.len()), (total.length.get(), usize::from(total.stretches)));
            prop_assert_eq!(timer.total(), total.length);
            prop_assert!(total.stretches <= MOST_STRETCHES);
            prop_assert!(stretches.iter().all(|stretch| stretch.length.get() > 0));
            let of = |kind| stretches.iter().filter(|stretch| stretch.kind == kind).count();
            let works = usize::from(timer.rounds) * usize::from(timer.sets) * timer.work.len();
            prop_assert_eq!(of(StretchKind::Work), if timer.sided { 2 * works } else { works });
            prop_assert_eq!(of(StretchKind::Switch), if timer.sided { timer.sets.into() } else { 0 });
            // Never two rests in a row, none at the end.
            let rests = |stretch: &Stretch| matches!(stretch.kind, StretchKind::Rest | StretchKind::SetRest);
            prop_assert!(!stretches.windows(2).any(|pair| rests(&pair[0]) && pair[1].kind != StretchKind::Work));
            prop_assert!(!stretches.last().is_some_and(rests));
        } else {
            prop_assert!(stretches.is_empty());
        }
    }

    #[test]
    fn a_link_brings_the_whole_timer(timer in any_timer()) {
        match encode(&timer) {
            Ok(link) => {
                prop_assert!(link.len() <= link::LONGEST);
                prop_assert!(link.bytes().all(|byte| DIGITS.contains(&byte)), "{}", link);
                prop_assert_eq!(decode(&link), Ok(timer));
            }
            Err(error) => prop_assert_eq!(timer.check(), Err(error)),
        }
    }

    #[test]
    fn any_text_is_read_without_harm(text in any::<String>(), junk in "[A-Za-z0-9_-]{0,2100}") {
        prop_assert!(decode(&text).is_err());
        prop_assert!(decode(&junk).is_err());
    }

    #[test]
    fn only_the_text_of_a_timer_opens_it(junk in "[A-Za-z0-9_-]{0,200}", zeros in 0_usize..40) {
        // Whole by its checksum, made up otherwise.
        for body in [format!("1{junk}"), format!("1{}{junk}", "A".repeat(zeros))] {
            let link = sealed(&body);
            if let Ok(timer) = decode(&link) {
                prop_assert_eq!(encode(&timer), Ok(link));
            }
        }
    }

    #[test]
    fn a_changed_piece_of_a_link_is_noticed(
        timer in any_timer(),
        at in any::<prop::sample::Index>(),
        pieces in prop::collection::vec(prop::sample::select(DIGITS.to_vec()), 1..8),
    ) {
        if let Ok(link) = encode(&timer) {
            let at = at.index(link.len());
            let mut bytes = link.clone().into_bytes();
            for (place, piece) in bytes.iter_mut().skip(at).zip(pieces) {
                *place = piece;
            }
            let changed = String::from_utf8(bytes).unwrap();
            prop_assert!(changed == link || decode(&changed).is_err());
        }
    }

    #[test]
    fn tidying_twice_changes_nothing_more(name in any::<String>()) {
        let once = tidy_name(&name);
        prop_assert_eq!(tidy_name(&once), once);
    }
}
