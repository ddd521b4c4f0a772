//! The next set and its reason: numbers worked out by hand from the training facts, then properties.

mod properties;
mod sessions;
mod words;

use yoke_app::catalog;
use yoke_app::training::exercise::{Measure, Target};
use yoke_app::training::history::{Amount, Done, SetLog};
use yoke_app::training::loading::Loading;
use yoke_app::training::prescription::Prescription;
use yoke_app::training::progression::{
    Ask, Change, Decision, Ladder, Mode, PastSession, Reason, StepSize, decide,
};
use yoke_app::training::remarks::Pain;
use yoke_app::training::time::{Day, UtcOffset, Wall};
use yoke_app::training::units::{Load, Metres, Reps, Rir, Seconds, WeightUnit};

use WeightUnit::{Kg, Lb};

/// 21 November 2026.
fn today() -> Day {
    Day::local(Wall(1_795_255_200_000), UtcOffset::default())
}

/// `80 kg`, `42.5 lb`.
fn load(text: &str) -> Load {
    let (number, unit) = text.split_once(' ').unwrap();
    Load::parse(number, if unit == "lb" { Lb } else { Kg }).unwrap()
}

fn log(load: Option<Load>, amount: Amount, rir: Option<u8>) -> SetLog {
    let rir = rir.map(|rir| Rir::new(rir).unwrap());
    SetLog { load, done: Done::Both(amount), rir, at: Wall(0), warm_up: false }
}

/// Sets as people write them: `80 kg x 6, 82.5 kg x 3 @2`, `12`, `30s`, `10 kg x 40m`.
fn sets(text: &str) -> Vec<SetLog> {
    let one = |text: &str| {
        let (text, rir) = text.split_once(" @").map_or((text, None), |(text, rir)| (text, rir.parse().ok()));
        let (weight, amount) = text.split_once(" x ").map_or((None, text), |(w, a)| (Some(load(w)), a));
        let amount = if let Some(seconds) = amount.strip_suffix('s') {
            Amount::Held(Seconds::new(seconds.parse().unwrap()))
        } else if let Some(metres) = amount.strip_suffix('m') {
            Amount::Walked(Metres::new(metres.parse().unwrap()).unwrap())
        } else {
            Amount::Reps(Reps::new(amount.parse().unwrap()).unwrap())
        };
        log(weight, amount, rir)
    };
    text.split(", ").filter(|text| !text.is_empty()).map(one).collect()
}

/// Three sets of a range of repetitions.
fn range(min: u16, max: u16) -> Prescription {
    let row = catalog::find("barbell-row").unwrap();
    Prescription::strength(row, 3, Target::Reps { min, max }, Seconds::new(120))
}

fn of(measure: Measure, target: Target) -> Prescription {
    Prescription { measure, target, rir: None, ..range(8, 12) }
}

/// A question in a few words.
#[derive(Clone, Debug)]
struct Case {
    asked: Prescription,
    mode: Mode,
    size: StepSize,
    gear: Option<Loading>,
    today: Vec<SetLog>,
    /// Days ago, the sets, the pain.
    past: Vec<(i32, Vec<SetLog>, Option<u8>)>,
    pain: Option<u8>,
}

impl Case {
    fn new(asked: Prescription, gear: Option<Loading>) -> Self {
        let (mode, size) = (Mode::SetToSet, StepSize::Usual);
        Self { asked, mode, size, gear, today: Vec::new(), past: Vec::new(), pain: None }
    }

    fn today(mut self, text: &str) -> Self {
        self.today = sets(text);
        self
    }

    /// One session more, older than those before.
    fn past(mut self, days: i32, text: &str) -> Self {
        self.past.push((days, sets(text), None));
        self
    }

    fn ask<T>(&self, then: impl FnOnce(&Ask) -> T) -> T {
        let past: Vec<PastSession> = self
            .past
            .iter()
            .map(|(days, sets, pain)| PastSession {
                day: today().plus(-days),
                sets,
                pain: pain.map(Pain::new),
            })
            .collect();
        then(&Ask {
            prescription: &self.asked,
            mode: self.mode,
            size: self.size,
            loading: self.gear.as_ref(),
            today: &self.today,
            past: &past,
            day: today(),
            pain_today: self.pain.map(Pain::new),
            pain_is_new: true,
        })
    }

    fn decide(&self) -> Decision {
        self.ask(decide)
    }
}

/// `82.5 kg x 4 reps`, `9 reps`.
fn text(decision: &Decision) -> String {
    decision.load.map_or(decision.aim.to_string(), |load| format!("{load} x {}", decision.aim))
}

#[test]
fn set_to_set_on_a_stack_by_2_5_kg_range_8_to_12() {
    let rows = [
        // Top: the smaller of 5 kg and 5 %, rounded down to the stack.
        ("100 kg x 12", "105 kg x 8 reps"),  // 5 % = 5 = 5 kg
        ("60 kg x 12", "62.5 kg x 8 reps"),  // 5 % = 3: 63
        ("60 kg x 13", "62.5 kg x 8 reps"),  // over the top is at the top
        ("110 kg x 12", "115 kg x 8 reps"),  // 5 % = 5.5, the source's 5 is less
        ("50 kg x 12", "52.5 kg x 8 reps"),  // 5 % = 2.5 exactly
        ("45 kg x 12", "45 kg x 13 reps"),   // 5 % = 2.25: 47.25, nothing there: reps first
        ("45 kg x 14", "45 kg x 15 reps"),   // up to 3 over the range
        ("45 kg x 15", "47.5 kg x 8 reps"),  // then the next there is
        ("45 kg x 30", "47.5 kg x 8 reps"),  // one step at once, however many
        ("120 kg x 12", "120 kg x 13 reps"), // the whole stack: nothing heavier
        ("120 kg x 15", "120 kg x 15 reps"),
        // Inside: the same, and one more.
        ("45 kg x 8", "45 kg x 9 reps"),
        ("45 kg x 11", "45 kg x 12 reps"),
        // Under: the smaller of 2.5 kg and 5 %.
        ("45 kg x 7", "42.5 kg x 8 reps"), // 5 % = 2.25: 42.75, and the next below 45 is 42.5
        ("100 kg x 7", "97.5 kg x 8 reps"), // 2.5
        ("60 kg x 1", "57.5 kg x 8 reps"), // 2.5
        ("5 kg x 7", "5 kg x 8 reps"),     // the first plate: nothing lighter
        // Reserve: more than two left makes the next set harder; nothing left keeps the load once.
        ("60 kg x 9 @2", "60 kg x 10 reps"),
        ("60 kg x 9 @3", "62.5 kg x 8 reps"),
        ("60 kg x 8 @3", "62.5 kg x 8 reps"),
        ("45 kg x 9 @3", "45 kg x 10 reps"), // 47.25, nothing there: reps first
        ("60 kg x 12 @2", "62.5 kg x 8 reps"),
        ("60 kg x 12 @1", "62.5 kg x 8 reps"),
        ("60 kg x 12 @0", "60 kg x 12 reps"),
        ("60 kg x 12 @0, 60 kg x 12 @0", "62.5 kg x 8 reps"), // kept once already
        ("57.5 kg x 12, 60 kg x 12 @0", "60 kg x 12 reps"),   // another load: not kept yet
        ("60 kg x 9 @0", "60 kg x 10 reps"),
        ("60 kg x 7 @0", "57.5 kg x 8 reps"),
        ("60 kg x 6 @3", "60 kg x 8 reps"), // ended early: there was more in it
        // Only the last set decides.
        ("60 kg x 12, 62.5 kg x 7", "60 kg x 8 reps"),
        ("60 kg x 7, 57.5 kg x 9", "57.5 kg x 10 reps"),
    ];
    let case = || Case::new(range(8, 12), Some(Loading::stack(Kg))).past(3, "40 kg x 10");
    for (today, expected) in rows {
        assert_eq!(text(&case().today(today).decide()), expected, "{today}");
        // The same sets in the last session lead to the same first set today.
        let last = Case::new(range(8, 12), Some(Loading::stack(Kg))).past(3, today);
        assert_eq!(text(&last.decide()), expected, "last time {today}");
    }
}

#[test]
fn an_increment_of_ones_own_goes_before_the_rule() {
    let rows = [
        // Quarters, today, next: a 10 % wide step where somebody wants it, and a small one where the rule takes more.
        (10, "25 kg x 6", "27.5 kg x 4 reps"),
        (10, "100 kg x 6", "102.5 kg x 4 reps"),
        (10, "100 kg x 3", "97.5 kg x 4 reps"),
        (40, "60 kg x 6", "70 kg x 4 reps"),
        (40, "60 kg x 3", "50 kg x 4 reps"),
        (40, "25 kg x 3", "20 kg x 4 reps"), // 15 is under the empty bar: the next lighter there is
        (4, "60 kg x 6", "60 kg x 7 reps"),  // 61 cannot be built: reps first
        (4, "60 kg x 9", "62.5 kg x 4 reps"),
        (0, "100 kg x 6", "105 kg x 4 reps"),
        (20, "200 lb x 6", "205 lb x 4 reps"), // in the unit in which the load is counted
    ];
    for (increment, today, expected) in rows {
        let unit = if today.contains("kg") { Kg } else { Lb };
        let asked = Prescription { increment, ..range(4, 6) };
        let case = Case::new(asked, Some(Loading::bar(unit))).past(3, "50 kg x 5").today(today);
        assert_eq!(text(&case.decide()), expected, "{increment}, {today}");
    }
}

#[test]
fn set_to_set_on_bars_range_4_to_6() {
    let rows = [
        (Kg, "80 kg x 6", "82.5 kg x 4 reps"),   // 5 % = 4: 84
        (Kg, "80 kg x 3", "77.5 kg x 4 reps"),   // the source's example, in kilograms
        (Kg, "100 kg x 6", "105 kg x 4 reps"),   // 5
        (Kg, "120 kg x 6", "125 kg x 4 reps"),   // 5, not 6
        (Kg, "42.5 kg x 6", "42.5 kg x 7 reps"), // 5 % = 2.12: 44.62, nothing there
        (Kg, "42.5 kg x 9", "45 kg x 4 reps"),   // 3 over
        (Kg, "20 kg x 3", "20 kg x 4 reps"),     // the empty bar
        (Lb, "200 lb x 6", "210 lb x 4 reps"),   // the source's worked example: 10 lb
        (Lb, "200 lb x 3", "195 lb x 4 reps"),   // and 5 lb off
        (Lb, "300 lb x 6", "310 lb x 4 reps"),   // 10, not 15
        (Lb, "135 lb x 6", "140 lb x 4 reps"),   // 5 % = 6.75: 141.75
        (Lb, "95 lb x 6", "95 lb x 7 reps"),     // 5 % = 4.75: 99.75, nothing there
        (Lb, "95 lb x 9", "100 lb x 4 reps"),
        (Lb, "95 lb x 3", "90 lb x 4 reps"), // 4.75: 90.25, and the next below 95 is 90
    ];
    for (unit, today, expected) in rows {
        let case = Case::new(range(4, 6), Some(Loading::bar(unit))).past(3, "50 kg x 5").today(today);
        assert_eq!(text(&case.decide()), expected, "{today}");
    }
}

#[test]
fn small_lifts_and_other_gear_range_8_to_12() {
    let (usual, small) = (StepSize::Usual, StepSize::Small);
    let rows = [
        (Loading::stack(Kg), small, "45 kg x 12", "47.5 kg x 8 reps"), // 10 % = 4.5: 49.5
        (Loading::stack(Kg), small, "45 kg x 7", "42.5 kg x 8 reps"),  // 2.5, nothing to round
        (Loading::stack(Kg), small, "20 kg x 12", "20 kg x 13 reps"),  // 10 % = 2: 22, nothing there
        (Loading::stack(Kg), small, "25 kg x 12", "27.5 kg x 8 reps"), // 2.5 exactly
        (Loading::dumbbells(Kg), usual, "20 kg x 12", "20 kg x 13 reps"), // 5 % = 1: the next is 22
        (Loading::dumbbells(Kg), usual, "20 kg x 15", "22 kg x 8 reps"),
        (Loading::dumbbells(Kg), small, "20 kg x 12", "22 kg x 8 reps"), // 2
        (Loading::dumbbells(Kg), usual, "20 kg x 7", "18 kg x 8 reps"),  // 1: 19, the next below is 18
        (Loading::dumbbells(Kg), usual, "40 kg x 12", "40 kg x 13 reps"),
        (Loading::dumbbells(Lb), small, "50 lb x 12", "55 lb x 8 reps"), // 5
        (Loading::dumbbells(Lb), small, "45 lb x 12", "45 lb x 13 reps"), // 4.5
        (Loading::free(Kg), usual, "30 kg x 12", "31 kg x 8 reps"),      // 1.5: 31.5
        (Loading::free(Kg), usual, "45 kg x 7", "43 kg x 8 reps"), // 2.25: 42.75, not more than that off
        // Another unit: the step is that of the load, the result that of the gear. 105 lb = 47.63 kg,
        // 95 lb = 43.09 kg, 100 lb = 45.36 kg.
        (Loading::stack(Kg), usual, "100 lb x 12", "47.5 kg x 8 reps"),
        (Loading::stack(Kg), usual, "100 lb x 10", "100 lb x 11 reps"),
        (Loading::stack(Kg), usual, "100 lb x 7", "45 kg x 8 reps"),
        // Another gym: what was used stays until a rule changes it.
        (Loading::stack(Kg), usual, "43 kg x 10", "43 kg x 11 reps"),
        (Loading::stack(Kg), usual, "43 kg x 12", "45 kg x 8 reps"), // 2.15: 45.15
        (Loading::stack(Kg), usual, "43 kg x 7", "42.5 kg x 8 reps"), // 2.15: 40.85
        (Loading::stack(Kg), usual, "150 kg x 10", "150 kg x 11 reps"),
        (Loading::stack(Kg), usual, "150 kg x 12", "150 kg x 13 reps"),
        (Loading::stack(Kg), usual, "150 kg x 7", "120 kg x 8 reps"),
    ];
    for (gear, size, today, expected) in rows {
        let case = Case { size, ..Case::new(range(8, 12), Some(gear)).past(3, "10 kg x 10").today(today) };
        assert_eq!(text(&case.decide()), expected, "{today}");
    }
    // Gear that is not known goes by 1 kg or 2.5 lb.
    let case = |today| text(&Case::new(range(8, 12), None).past(3, "10 kg x 10").today(today).decide());
    assert_eq!(
        (case("30 kg x 12"), case("60 lb x 12")),
        ("31 kg x 8 reps".into(), "62.5 lb x 8 reps".into())
    );
}

#[test]
fn a_stranger_is_given_no_number() {
    let first = |asked, gear| Case::new(asked, gear).decide();
    for gear in [None, Some(Loading::bar(Kg)), Some(Loading::stack(Lb)), Some(Loading::Fixed(Vec::new()))] {
        let found = first(range(4, 6), gear);
        assert_eq!((found.load, found.change, text(&found)), (None, Change::First, "4 reps".to_owned()));
        assert!(found.from.is_empty() && found.wanted.is_none());
    }
    let bar = first(range(4, 6), Some(Loading::bar(Kg)));
    let told = "First time: start with the empty bar (20 kg) and go up until about 3 reps remain.";
    assert_eq!(bar.sentence(), told);
    let carry = first(of(Measure::LoadCarry, Target::Hold(Seconds::new(30))), None);
    assert_eq!((carry.load, text(&carry)), (None, "30 s".into()));
    let pull_up = first(of(Measure::BodyReps, Target::Reps { min: 5, max: 8 }), Some(Loading::free(Kg)));
    assert_eq!((pull_up.load, pull_up.reason, text(&pull_up)), (None, Reason::FirstBare, "5 reps".into()));
    // Going up until about 3 remain: with 4 or more left the source's whole step, or the next there is.
    let rows = [
        ("20 kg x 4 @4", "25 kg x 4 reps"), // 5 kg
        ("40 kg x 6 @4", "45 kg x 4 reps"), // 5 kg, not 2
        ("20 kg x 5 @3", "20 kg x 6 reps"), // about 3 remain: the usual rule, 5 % = 1, reps first
        ("20 kg x 5", "20 kg x 6 reps"),    // not said is not 4
    ];
    for (today, expected) in rows {
        let case = Case::new(range(4, 6), Some(Loading::bar(Kg))).today(today);
        assert_eq!(text(&case.decide()), expected, "{today}");
    }
    let heavy = Loading::Fixed(vec![load("10 kg"), load("24 kg")]);
    let case = Case::new(range(4, 6), Some(heavy)).today("10 kg x 6 @4");
    assert_eq!(text(&case.decide()), "24 kg x 4 reps", "no repetitions first while the load is looked for");
}

#[test]
fn warm_up_sets_do_not_count() {
    let mut case =
        Case::new(range(8, 12), Some(Loading::stack(Kg))).past(3, "60 kg x 10").today("40 kg x 12");
    case.today[0].warm_up = true;
    assert_eq!(text(&case.decide()), "60 kg x 11 reps");
}

#[test]
fn all_sets_range_8_to_12() {
    let rows = [
        // today, last time, expected
        ("", "60 kg x 12, 60 kg x 12, 60 kg x 12", "62.5 kg x 8 reps"),
        ("", "60 kg x 12, 60 kg x 12, 60 kg x 11", "60 kg x 12 reps"), // set 1 had 12
        ("", "60 kg x 12, 60 kg x 12", "60 kg x 12 reps"),             // three are asked for
        ("", "60 kg x 10, 60 kg x 9, 60 kg x 8", "60 kg x 11 reps"),   // set 1 had 10
        ("60 kg x 11", "60 kg x 10, 60 kg x 9, 60 kg x 8", "60 kg x 10 reps"), // set 2 had 9
        ("60 kg x 12", "60 kg x 10", "60 kg x 12 reps"),               // stays within the session
        ("60 kg x 5", "60 kg x 10", "60 kg x 8 reps"),
        ("", "60 kg x 12, 60 kg x 12, 60 kg x 12 @0", "60 kg x 12 reps"),
        ("", "60 kg x 12 @0, 60 kg x 12, 60 kg x 12 @1", "62.5 kg x 8 reps"), // the last set speaks
        ("", "60 kg x 7, 60 kg x 7, 60 kg x 6", "57.5 kg x 8 reps"),          // not one set in the range
        ("", "60 kg x 8, 60 kg x 7, 60 kg x 6", "60 kg x 9 reps"),
        ("", "45 kg x 12, 45 kg x 12, 45 kg x 12", "45 kg x 13 reps"), // nothing within 2.25
        ("45 kg x 13", "45 kg x 12, 45 kg x 12, 45 kg x 12", "45 kg x 13 reps"),
        ("", "45 kg x 13, 45 kg x 14, 45 kg x 15", "45 kg x 14 reps"), // the least of them and one more
        ("", "45 kg x 15, 45 kg x 15, 45 kg x 15", "47.5 kg x 8 reps"),
    ];
    for (today, last, expected) in rows {
        let case = Case::new(range(8, 12), Some(Loading::stack(Kg))).today(today).past(3, last);
        assert_eq!(text(&Case { mode: Mode::AllSets, ..case }.decide()), expected, "{today} after {last}");
    }
    let full = "60 kg x 12, 60 kg x 12, 60 kg x 12 @0";
    let twice = Case::new(range(8, 12), Some(Loading::stack(Kg))).past(3, full).past(6, full);
    assert_eq!(text(&Case { mode: Mode::AllSets, ..twice }.decide()), "62.5 kg x 8 reps");
}

#[test]
fn the_ladder_follows_where_weight_ends() {
    let case = |today| Case::new(range(8, 12), Some(Loading::stack(Kg))).past(3, "50 kg x 10").today(today);
    assert_eq!(case("120 kg x 14").decide().ladder, None);
    assert_eq!(case("120 kg x 15").decide().ladder, Some(Ladder::Harder));
    let lightest = Case::new(range(8, 12), Some(Loading::stack(Kg))).past(3, "5 kg x 6").past(6, "5 kg x 5");
    let found = lightest.decide();
    assert_eq!((text(&found), found.ladder), ("5 kg x 8 reps".into(), Some(Ladder::Easier)));
}
