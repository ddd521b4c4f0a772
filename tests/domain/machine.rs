//! The session machine: journeys by hand, and properties over any events, sleeps and clocks.

mod plans;
mod properties;

use yoke_app::catalog::{self, programs};
use yoke_app::session::machine::DEAF_MILLIS;
use yoke_app::session::timeline::{COUNT_IN, PhaseKind, Side, Work};
use yoke_app::session::{Clock, Effect, Event, Record, Refusal, Session, Stage};
use yoke_app::session::{Cue, Plan};
use yoke_app::training::exercise::Target;
use yoke_app::training::history::{Amount, Done, SetLog, WorkoutId};
use yoke_app::training::prescription::Prescription;
use yoke_app::training::time::{Now, UtcOffset, Wall};
use yoke_app::training::units::{Load, Metres, Reps, Rir, Seconds, WeightUnit};

fn both(reps: u16) -> Done {
    Done::Both(Amount::Reps(Reps::new(reps).unwrap()))
}

const START: u64 = 1_795_255_200_000;

/// A workout with a pair of clocks that the test turns.
struct Bench {
    session: Session,
    now: Now,
}

impl Bench {
    fn new(program: &str, day: usize) -> Self {
        let program = programs::program(program).unwrap();
        let plan =
            Plan { title: "Test".into(), source: None, items: program.days[day].items.clone(), timer: None };
        Self::of(plan)
    }

    fn of(plan: Plan) -> Self {
        let now = Now { wall: Wall(START), mono: 5_000 };
        let session = Session::begin(WorkoutId::new(now.wall, 7), plan, now, UtcOffset::minutes(60));
        let mut bench = Self { session, now };
        bench.wait(DEAF_MILLIS);
        bench
    }

    fn wait(&mut self, millis: u64) -> Vec<Effect> {
        self.now = Now { wall: self.now.wall.plus(millis), mono: self.now.mono + millis };
        self.act(Event::Wake)
    }

    fn act(&mut self, event: Event) -> Vec<Effect> {
        self.session.step(event.clone(), self.now).unwrap_or_else(|refusal| panic!("{event:?}: {refusal:?}"))
    }

    fn refused(&mut self, event: Event) -> Refusal {
        self.session.step(event, self.now).expect_err("should be refused")
    }

    fn log(&mut self, kilos: u32, reps: u16) {
        let load = Load::from_hundredths(kilos * 100, WeightUnit::Kg).ok();
        self.act(Event::Log { load, done: both(reps) });
    }

    fn left(&self) -> u64 {
        match self.session.stage() {
            Stage::Resting { clock, .. } | Stage::Timed { clock, .. } => clock.left(self.now.wall),
            other => panic!("no clock runs: {other:?}"),
        }
    }
}

#[test]
fn a_set_is_logged_rested_from_and_followed_by_the_next() {
    let mut bench = Bench::new("size-and-strength", 0);
    assert!(matches!(bench.session.stage(), Stage::Ready { step: 0, .. }));
    bench.log(80, 5);
    assert!(matches!(bench.session.stage(), Stage::Resting { after: 0, next: 1, .. }));
    assert_eq!(bench.left(), 180_000);
    bench.act(Event::Rate { step: 0, rir: Rir::new(2).ok() });
    bench.wait(60_000);
    bench.act(Event::AddTime);
    assert_eq!(bench.left(), 135_000);
    bench.act(Event::TakeTime);
    assert_eq!(bench.left(), 120_000);
    let effects = bench.wait(162_000);
    assert!(effects.contains(&Effect::RestEndedAgo(42_000)), "{effects:?}");
    assert!(matches!(bench.session.stage(), Stage::Ready { step: 1, rested: true, .. }));
    let log = bench.session.records()[0].log().unwrap();
    assert_eq!((log.summary(), log.rir), ("80 kg \u{d7} 5".to_owned(), Rir::new(2).ok()));
}

#[test]
fn a_double_tap_on_log_never_skips_the_rest() {
    let mut bench = Bench::new("size-and-strength", 0);
    bench.log(80, 5);
    assert_eq!(bench.refused(Event::Skip), Refusal::TooSoon);
    bench.wait(DEAF_MILLIS - 1);
    assert_eq!(bench.refused(Event::Undo), Refusal::TooSoon);
    bench.wait(1);
    bench.act(Event::Skip);
    assert!(matches!(bench.session.stage(), Stage::Ready { step: 1, rested: false, .. }));
}

#[test]
fn undo_brings_the_set_back_into_the_hand() {
    let mut bench = Bench::new("size-and-strength", 0);
    bench.log(80, 5);
    bench.wait(1_000);
    let effects = bench.act(Event::Undo);
    assert!(effects.contains(&Effect::SetChanged(0)));
    assert_eq!(bench.session.records()[0], Record::Open);
    assert!(matches!(bench.session.stage(), Stage::Ready { step: 0, .. }));
    bench.wait(1_000);
    assert_eq!(bench.refused(Event::Undo), Refusal::OutOfPlace, "nothing is left to undo");
}

#[test]
fn a_paused_rest_stands_still() {
    let mut bench = Bench::new("size-and-strength", 0);
    bench.log(80, 5);
    bench.wait(10_000);
    bench.act(Event::Pause);
    bench.wait(3_600_000);
    assert_eq!(bench.left(), 170_000);
    assert_eq!(bench.session.next_deadline(), None);
    bench.act(Event::AddTime);
    bench.act(Event::Resume);
    assert_eq!(bench.left(), 185_000);
}

#[test]
fn a_jump_to_another_exercise_and_back_loses_nothing() {
    let mut bench = Bench::new("size-and-strength", 0);
    bench.log(80, 5);
    bench.act(Event::Jump { step: 6 });
    bench.wait(1_000);
    bench.log(50, 10);
    bench.act(Event::Jump { step: 1 });
    assert_eq!(bench.refused(Event::Jump { step: 0 }), Refusal::OutOfPlace, "it is logged already");
    assert_eq!(bench.refused(Event::Jump { step: 99 }), Refusal::NoSuchStep);
    bench.wait(1_000);
    bench.log(80, 4);
    let logged: Vec<bool> = bench.session.records().iter().map(|record| record.log().is_some()).collect();
    assert_eq!(logged.iter().filter(|logged| **logged).count(), 3);
    assert!(logged[0] && logged[1] && logged[6]);
}

#[test]
fn a_carry_counts_in_runs_and_logs_the_seconds_really_held() {
    let mut bench = Bench::new("size-and-strength", 0);
    let carry = bench.session.steps().iter().position(|step| matches!(step.work, Work::Timed(_))).unwrap();
    bench.act(Event::Jump { step: carry });
    bench.wait(1_000);
    let load = Load::from_hundredths(2_400, WeightUnit::Kg).ok();
    bench.act(Event::Begin { load });
    assert_eq!(bench.session.phase().unwrap().kind, PhaseKind::CountIn);
    bench.wait(5_000);
    assert_eq!(bench.session.phase().unwrap().kind, PhaseKind::Hold);
    bench.wait(16_900);
    bench.act(Event::Stop);
    let log = *bench.session.records()[carry].log().unwrap();
    assert_eq!(
        log.done,
        Done::Both(Amount::Held(Seconds::new(16))),
        "nobody is credited with a second not held"
    );
    assert_eq!(log.load, load);
    assert!(matches!(bench.session.stage(), Stage::Resting { .. }));
    // Left alone, the next one runs to its end by itself.
    bench.wait(90_000);
    bench.wait(1_000);
    bench.act(Event::Begin { load });
    bench.wait(35_000);
    assert_eq!(
        bench.session.records()[carry + 1].log().unwrap().done,
        Done::Both(Amount::Held(Seconds::new(30)))
    );
}

#[test]
fn a_flow_does_side_a_in_full_then_side_b_in_full() {
    let bench = Bench::new("posture-reset", 0);
    let stretch = bench.session.steps().len() - 1;
    let phases = bench.session.phases(stretch);
    let expected = [
        (PhaseKind::CountIn, Side::Left, 5),
        (PhaseKind::Hold, Side::Left, 30),
        (PhaseKind::Switch, Side::Right, 5),
        (PhaseKind::Hold, Side::Right, 30),
    ];
    let found: Vec<_> = phases.iter().map(|phase| (phase.kind, phase.side, phase.length.get())).collect();
    assert_eq!(found, expected);
    let open_book = bench.session.phases(1);
    for side in [Side::Left, Side::Right] {
        let reps = open_book.iter().filter(|phase| phase.side == side).map(|phase| phase.rep).max();
        assert_eq!(reps, Some(6), "{side:?}");
    }
}

#[test]
fn a_flow_runs_to_its_end_by_itself_even_asleep() {
    let mut bench = Bench::new("posture-reset", 0);
    let total: u64 = (0..bench.session.steps().len())
        .flat_map(|step| bench.session.phases(step))
        .map(|phase| phase.length.millis())
        .sum();
    bench.wait(total - DEAF_MILLIS - 1);
    assert!(matches!(bench.session.stage(), Stage::Timed { step: 7, .. }));
    bench.wait(1);
    assert!(matches!(bench.session.stage(), Stage::Complete { since } if since == Wall(START + total)));
    let dones: Vec<String> =
        bench.session.records().iter().map(|record| record.log().unwrap().done.to_string()).collect();
    let expected = ["8 breaths", "6 a side", "12", "12", "10", "8 \u{d7} 5 s", "12", "30 s a side"];
    assert_eq!(dones, expected);
}

#[test]
fn ending_a_flow_step_early_logs_what_was_done() {
    let mut bench = Bench::new("posture-reset", 0);
    bench.act(Event::Skip);
    bench.wait(2 * 9_000 + 4_500);
    bench.act(Event::Stop);
    assert_eq!(bench.session.records()[0].log().unwrap().done, Done::Both(Amount::Breaths(2)));
    assert!(matches!(bench.session.stage(), Stage::Timed { step: 1, phase: 0, .. }));
    bench.wait(1_000);
    bench.act(Event::Skip);
    bench.wait(1_000);
    bench.act(Event::Stop);
    assert_eq!(bench.session.records()[1], Record::Skipped, "not one repetition was done");
}

#[test]
fn a_double_tap_on_skip_in_the_count_in_does_not_throw_the_set_away() {
    let mut bench = Bench::new("size-and-strength", 0);
    bench.act(Event::Jump { step: 12 });
    bench.wait(1_000);
    bench.act(Event::Begin { load: None });
    bench.wait(1_000);
    bench.act(Event::Skip);
    bench.wait(200);
    assert_eq!(bench.refused(Event::Stop), Refusal::TooSoon);
    assert_eq!(bench.refused(Event::Skip), Refusal::TooSoon);
    bench.wait(1_000);
    bench.act(Event::Stop);
    assert!(bench.session.records()[12].log().is_some());
}

#[test]
fn undo_takes_back_the_set_logged_last_in_time_and_a_finish_alone_takes_back_nothing() {
    let mut bench = Bench::new("size-and-strength", 0);
    bench.log(80, 5);
    bench.act(Event::Finish);
    bench.wait(1_000);
    bench.act(Event::Undo);
    assert!(bench.session.records()[0].log().is_some());
    assert!(matches!(bench.session.stage(), Stage::Ready { step: 1, .. }));
    // The last exercise first, then everything else: the last set in time is not the last in the list.
    for step in (0..15).rev().filter(|step| *step != 0) {
        bench.act(Event::Jump { step });
        bench.wait(1_000);
        if step >= 12 {
            bench.act(Event::Begin { load: None });
            bench.wait(36_000);
        } else {
            bench.log(50, 8);
        }
    }
    assert!(matches!(bench.session.stage(), Stage::Complete { .. }));
    bench.wait(1_000);
    bench.act(Event::Undo);
    assert!(matches!(bench.session.stage(), Stage::Ready { step: 1, .. }), "{:?}", bench.session.stage());
}

#[test]
fn a_clock_set_back_by_hand_moves_the_deadlines_with_it() {
    let mut bench = Bench::new("size-and-strength", 0);
    bench.log(80, 5);
    bench.wait(30_000);
    let hour = 3_600_000;
    bench.now = Now { wall: bench.now.wall.minus(hour), mono: bench.now.mono + 1_000 };
    bench.act(Event::Wake);
    assert!(bench.left().abs_diff(149_000) <= 1_000, "{}", bench.left());
}

#[test]
fn after_a_reload_a_clock_set_back_never_shows_more_than_the_whole() {
    let mut bench = Bench::new("size-and-strength", 0);
    bench.log(80, 5);
    let mut session = Session::restore(bench.session.parts());
    let yesterday = Now { wall: bench.now.wall.minus(86_400_000), mono: 10 };
    session.step(Event::Wake, yesterday).unwrap();
    let Stage::Resting { clock, .. } = session.stage() else { panic!("{:?}", session.stage()) };
    assert_eq!(clock.left(yesterday.wall), 180_000);
}

#[test]
fn the_cues_of_a_rest_are_those_of_its_deadline() {
    let mut bench = Bench::new("size-and-strength", 0);
    bench.log(80, 5);
    let rest_over = bench.now.wall.plus(180_000);
    let cues = bench.session.cues(bench.now.wall, rest_over.plus(60_000));
    let at = |before: u64, cue| yoke_app::session::TimedCue { at: rest_over.minus(before), cue };
    let expected = [
        at(10_000, Cue::TenLeft),
        at(3_000, Cue::Count(3)),
        at(2_000, Cue::Count(2)),
        at(1_000, Cue::Count(1)),
        at(0, Cue::RestOver),
    ];
    assert_eq!(cues, expected);
}

#[test]
fn finishing_early_keeps_what_was_logged_and_nothing_else() {
    let mut bench = Bench::new("size-and-strength", 0);
    bench.log(80, 5);
    bench.act(Event::Finish);
    let workout = bench.session.workout(bench.now.wall).unwrap();
    assert_eq!((workout.entries.len(), workout.sets()), (1, 1));
    assert_eq!(workout.grams_moved(), 400_000);
    let empty = Bench::new("size-and-strength", 0);
    assert_eq!(empty.session.workout(empty.now.wall), None);
}

/// What was logged, by exercise and time.
fn logged(session: &Session) -> Vec<(String, SetLog)> {
    let mut logs: Vec<_> = session
        .steps()
        .iter()
        .zip(session.records())
        .filter_map(|(step, record)| {
            Some((session.plan().items[step.item].exercise.to_string(), *record.log()?))
        })
        .collect();
    logs.sort_by_key(|(exercise, log)| (exercise.clone(), log.at));
    logs
}

#[test]
fn a_countdown_never_leaves_its_bounds() {
    let clock = Clock::Running { ends: Wall(10_000), whole: 5_000 };
    assert_eq!(
        [0, 5_000, 7_000, 10_000, 99_000].map(|now| clock.left(Wall(now))),
        [5_000, 5_000, 3_000, 0, 0]
    );
    assert_eq!(COUNT_IN.get(), 5);
}

fn tabata() -> Bench {
    let timer =
        yoke_app::session::interval::presets().into_iter().find(|timer| timer.title().contains("Tabata"));
    Bench::of(Plan::of_timer(timer.unwrap()))
}

#[test]
fn an_interval_timer_runs_on_the_same_machine_to_its_end() {
    let mut bench = tabata();
    assert_eq!(bench.session.phase().unwrap().kind, PhaseKind::CountIn);
    bench.wait(10_000);
    assert!(matches!(bench.session.phase().unwrap().kind, PhaseKind::Work(_)));
    bench.wait(20_000);
    assert!(matches!(bench.session.phase().unwrap().kind, PhaseKind::Rest(_)));
    bench.act(Event::Back);
    assert!(matches!(bench.session.phase().unwrap().kind, PhaseKind::Work(_)));
    assert_eq!(bench.left(), 20_000, "from its beginning");
    bench.wait(1_000);
    bench.act(Event::Pause);
    bench.act(Event::Back);
    bench.wait(60_000);
    assert_eq!(
        (bench.session.phase().unwrap().kind, bench.left()),
        (PhaseKind::CountIn, 10_000),
        "still paused"
    );
    bench.act(Event::Resume);
    bench.wait(240_000);
    assert!(matches!(bench.session.stage(), Stage::Complete { .. }));
    assert_eq!(bench.session.workout(bench.now.wall), None, "a timer says nothing of what was done");
}

#[test]
fn skipping_in_a_timer_goes_to_the_next_stretch() {
    let mut bench = tabata();
    bench.act(Event::Skip);
    bench.wait(1_000);
    bench.act(Event::Skip);
    assert!(matches!(bench.session.phase().unwrap().kind, PhaseKind::Rest(_)), "{:?}", bench.session.stage());
}

#[test]
fn a_carry_by_distance_is_logged_in_metres() {
    let target = Target::Distance(Metres::new(40).unwrap());
    let carry = Prescription::strength(catalog::find("farmer-carry").unwrap(), 2, target, Seconds::new(60));
    let mut bench = Bench::of(Plan { title: "Carry".into(), source: None, items: vec![carry], timer: None });
    assert_eq!(bench.session.steps()[0].work, Work::Logged);
    let done = Done::Both(Amount::Walked(Metres::new(35).unwrap()));
    bench.act(Event::Log { load: None, done });
    assert_eq!(bench.session.records()[0].log().unwrap().summary(), "35 m");
}
