//! What a week lacks and what fills it, pulling against pushing, left against right, and minutes that are no sets.

use yoke_app::catalog::search::Kit;
use yoke_app::catalog::swap::fills;
use yoke_app::catalog::{self, programs};
use yoke_app::session::interval::presets;
use yoke_app::session::{Event, Plan, Record, Session, Stage};
use yoke_app::training::balance::{self, Balance, Side, Uneven, balance, uneven};
use yoke_app::training::exercise::{Equipment, ExerciseId, Target};
use yoke_app::training::history::{Amount, Done, Entry, SetLog, Workout, WorkoutId};
use yoke_app::training::prescription::Prescription;
use yoke_app::training::remarks::Remarks;
use yoke_app::training::time::{Day, Now, UtcOffset, Wall};
use yoke_app::training::units::{Load, Metres, Reps, Seconds, WeightUnit};
use yoke_app::training::volume::GROUPS;

/// A Saturday.
const START: Wall = Wall(1_795_255_200_000);

fn now(millis: u64) -> Now {
    Now { wall: START.plus(millis), mono: millis }
}

fn begin(plan: Plan) -> Session {
    Session::begin(WorkoutId::new(START, 7), plan, now(0), UtcOffset::default())
}

fn reps(count: u16) -> Amount {
    Amount::Reps(Reps::new(count).unwrap())
}

#[test]
fn what_fills_a_gap_goes_by_muscles_gear_and_what_is_planned() {
    use Equipment::{Band, Barbell, Bench, Dumbbells, PullUpBar};
    let rows: [(&str, &[Equipment], &[&str], &str); 10] = [
        ("Rear delts", &[Band], &[], "band-pull-apart"),
        ("Rear delts", &[Band], &["band-pull-apart"], "band-face-pull"),
        ("Rear delts", &[Dumbbells], &[], "rear-lateral-raise"),
        ("Middle traps", &[], &[], "single-arm-row"),
        ("Middle traps", &[Dumbbells, Bench], &["single-arm-row"], "prone-t-raise"),
        // Nothing at all is needed for what lies on the floor.
        ("Lower traps", &[PullUpBar], &[], "prone-w-raise"),
        ("Spinal erectors", &[Band], &[], ""),
        ("Spinal erectors", &[Barbell], &[], "deadlift"),
        ("Upper traps", &[], &[], "barbell-shrug"),
        // The upright row comes for nobody by itself.
        ("Upper traps", &[Barbell], &["barbell-shrug", "rack-pull", "deadlift"], ""),
    ];
    for (name, gear, planned, expected) in rows {
        let group = GROUPS.iter().find(|group| group.name == name).unwrap();
        let planned: Vec<ExerciseId> = planned.iter().map(|id| ExerciseId::stored(id)).collect();
        let found = fills(group, Kit::of(gear), &planned);
        assert_eq!(found.map_or("", |found| found.id), expected, "{name} with {gear:?}, not {planned:?}");
    }
}

#[test]
fn what_fills_a_gap_counts_for_it_and_needs_what_is_there() {
    for (group, kit) in GROUPS.iter().flat_map(|group| {
        let kits = [Kit::default(), Kit::of(&[Equipment::Band]), Kit::of(&[Equipment::Cable])];
        kits.map(|kit| (group, kit))
    }) {
        let mut planned: Vec<ExerciseId> = Vec::new();
        while let Some(found) = fills(group, kit, &planned) {
            assert!(group.share(found.muscles) > 0, "{} for {}", found.id, group.name);
            assert!(matches!(Prescription::usual(found).target, Target::Reps { .. }), "{}", found.id);
            assert!(kit.is_empty() || found.equipment.iter().any(|set| kit.covers(Kit::of(set))));
            assert!(!planned.contains(&found.exercise_id()), "{} twice", found.id);
            planned.push(found.exercise_id());
        }
    }
}

#[test]
fn an_exercise_comes_at_the_end_of_the_open_workout_and_what_is_logged_stays() {
    let items = programs::program("size-and-strength").unwrap().days[0].items[..1].to_vec();
    let mut running = begin(Plan { title: "Pull".into(), source: None, items, timer: None });
    let steps = running.steps().len();
    running.step(Event::Log { load: None, done: Done::Both(reps(5)) }, now(9_000)).unwrap();
    let with = Prescription::usual(catalog::find("face-pull").unwrap());
    let append = || Event::Append { with: Box::new(with.clone()) };
    running.step(append(), now(10_000)).unwrap();
    assert_eq!(running.steps().len(), steps + usize::from(with.sets));
    assert_eq!(running.plan().items.last(), Some(&with));
    assert_eq!(running.logged(), 1);
    assert!(matches!(running.stage(), Stage::Resting { after: 0, next: 1, .. }), "{:?}", running.stage());
    // Done and not saved yet: it goes on with what was added.
    while !matches!(running.stage(), Stage::Complete { .. }) {
        let step = running.records().iter().position(|record| *record == Record::Open).unwrap();
        running.step(Event::Jump { step }, now(20_000 * (step as u64 + 1))).unwrap();
        let at = now(20_000 * (step as u64 + 1) + 9_000);
        running.step(Event::Log { load: None, done: Done::Both(reps(5)) }, at).unwrap();
    }
    let done = running.logged();
    running.step(append(), now(900_000)).unwrap();
    assert!(matches!(running.stage(), Stage::Ready { step, .. } if step == done), "{:?}", running.stage());
    assert_eq!(running.logged(), done);
}

#[test]
fn an_interval_timer_takes_no_exercise() {
    let mut running = begin(Plan::of_timer(presets().remove(0)));
    let before = running.clone();
    let with = Box::new(Prescription::usual(catalog::find("face-pull").unwrap()));
    assert!(running.step(Event::Append { with }, now(5_000)).is_err());
    assert_eq!(running.plan(), before.plan());
}

/// A set: what it weighed, and what was done.
type Row = (Option<u32>, Done);

/// A workout of so many days ago.
fn ago(days: u64, entries: &[(&str, &[Row])]) -> Workout {
    let started = START.minus(days * 86_400_000);
    let set = |(load, done): &(Option<u32>, Done)| SetLog {
        load: load.map(|kilos| Load::parse(&kilos.to_string(), WeightUnit::Kg).unwrap()),
        done: *done,
        rir: None,
        warm_up: false,
        at: started,
    };
    let entry = |(id, sets): &(&str, &[(Option<u32>, Done)])| Entry {
        exercise: ExerciseId::stored(id),
        sets: sets.iter().map(set).collect(),
    };
    Workout {
        id: WorkoutId::new(started, 1),
        title: String::new(),
        source: None,
        started,
        ended: started.plus(1),
        offset: UtcOffset::default(),
        entries: entries.iter().map(entry).collect(),
        remarks: Remarks::default(),
    }
}

fn of(history: &[Workout]) -> Balance {
    let today = Day::local(START, UtcOffset::default());
    balance(history, today, |id| catalog::find(id.as_str()))
}

fn both(amount: Amount) -> Done {
    Done::Both(amount)
}

fn sides(left: u16, right: u16) -> Done {
    Done::Sides { left: Some(reps(left)), right: Some(reps(right)) }
}

#[test]
fn pulls_are_rows_and_pull_downs_pushes_are_push_ups() {
    let five = (Some(60), both(reps(5)));
    let mut history = vec![
        ago(
            0,
            &[
                ("barbell-row", &[five, five, five]),
                ("lat-pulldown", &[five]),
                ("push-up", &[(None, both(reps(9)))]),
            ],
        ),
        // Neither a pull nor a push: a hinge, a shrug, a fly; a scapular push-up only moves the blades.
        ago(
            1,
            &[
                ("deadlift", &[five]),
                ("barbell-shrug", &[five]),
                ("reverse-fly", &[five]),
                ("scapular-push-up", &[five]),
            ],
        ),
        ago(27, &[("pull-up", &[five]), ("of-my-own", &[five])]),
        ago(28, &[("barbell-row", &[five])]),
    ];
    assert_eq!((of(&history).pulls, of(&history).pushes), (5, 1), "four weeks are 28 days, today included");
    history[0].entries[0].sets[0].warm_up = true;
    assert_eq!(of(&history).pulls, 4, "what was there to get warm counts for nothing");
    assert_eq!(of(&[]), Balance::default());
}

#[test]
fn minutes_go_by_clock_tempo_and_breath() {
    let hold = |seconds| Amount::Held(Seconds::new(seconds));
    let stretch = Done::Sides { left: Some(hold(30)), right: Some(hold(30)) };
    let rows: [(&str, Done, u32); 8] = [
        ("doorway-stretch", stretch, 60),
        ("doorway-stretch", Done::Sides { left: None, right: Some(hold(30)) }, 30),
        ("cat-cow", both(Amount::Breaths(8)), 72),
        // Two seconds there, two held, three back.
        ("thread-the-needle", sides(4, 4), 56),
        ("chin-tuck", both(Amount::Holds { count: 8, each: Seconds::new(5) }), 40),
        ("doorway-stretch", both(Amount::Walked(Metres::new(20).unwrap())), 0),
        // What makes stronger has hard sets or none; what is not known has no tempo.
        ("farmer-carry", both(hold(40)), 0),
        ("of-my-own", both(hold(40)), 0),
    ];
    let last_week = ago(6, &[("cat-cow", &[(None, both(Amount::Breaths(8)))])]);
    assert_eq!(of(&[last_week]).seconds, 0, "a Sunday's minutes are those of its week");
    for (id, done, expected) in rows {
        assert_eq!(of(&[ago(0, &[(id, &[(None, done)])])]).seconds, expected, "{id} {done}");
    }
}

#[test]
fn days_of_posture_are_counted_once_and_only_those_of_the_week() {
    let breaths = ("cat-cow", &[(None, both(Amount::Breaths(8)))][..]);
    let row = ("barbell-row", &[(Some(60), both(reps(5)))][..]);
    for (days_ago, expected) in
        [(&[][..], 0), (&[0], 1), (&[0, 0, 0], 1), (&[0, 1, 3], 3), (&[5, 6, 7], 1), (&[6], 0)]
    {
        let history: Vec<Workout> =
            days_ago.iter().map(|days| ago(*days, &[breaths, row, breaths])).collect();
        assert_eq!(of(&history).days, expected, "{days_ago:?} days ago");
    }
    assert_eq!(of(&[ago(0, &[row])]).days, 0);
}

#[test]
fn sides_differ_by_more_than_a_tenth_in_load_or_else_in_reps() {
    let left = |count| Done::Sides { left: Some(reps(count)), right: None };
    let right = |count| Done::Sides { left: None, right: Some(reps(count)) };
    let rows: [(&[Row], Option<Uneven>); 9] = [
        (&[(Some(20), sides(10, 10))], None),
        (&[(Some(20), sides(10, 9))], None),
        (&[(Some(20), sides(10, 8))], Some(Uneven::Reps)),
        (&[(None, sides(9, 10)), (None, sides(9, 10)), (None, sides(9, 10))], None),
        (&[(None, sides(9, 10)), (None, sides(9, 10)), (None, sides(8, 10))], Some(Uneven::Reps)),
        (&[(Some(20), left(10)), (Some(22), right(10))], None),
        (&[(Some(20), left(10)), (Some(24), right(10))], Some(Uneven::Load)),
        (&[(Some(20), left(10)), (None, right(10))], Some(Uneven::Load)),
        // Holds are no repetitions.
        (&[(None, Done::Sides { left: Some(Amount::Held(Seconds::new(9))), right: None })], None),
    ];
    let of_row = |history: &[Workout]| {
        let today = Day::local(START, UtcOffset::default());
        balance::sides(history, &ExerciseId::stored("single-arm-row"), today)
    };
    assert_eq!(uneven(of_row(&[ago(28, &[("single-arm-row", &[(None, left(9))])])])), None, "long ago");
    for (sets, expected) in rows {
        assert_eq!(uneven(of_row(&[ago(3, &[("single-arm-row", sets)])])), expected, "{sets:?}");
    }
    // Of several sets and days the heaviest, and all repetitions.
    let mut history = [
        ago(1, &[("single-arm-row", &[(Some(22), sides(8, 6))])]),
        ago(
            4,
            &[
                ("single-arm-row", &[(Some(24), left(5)), (Some(20), sides(10, 10))]),
                ("barbell-row", &[(None, both(reps(5)))]),
            ],
        ),
    ];
    let load = |kilos: &str| Load::parse(kilos, WeightUnit::Kg).ok();
    let expected = [Side { top: load("24"), reps: 23 }, Side { top: load("22"), reps: 16 }];
    assert_eq!(of_row(&history), expected);
    history[0].entries[0].sets[0].warm_up = true;
    assert_eq!(of_row(&history)[1], Side { top: load("20"), reps: 10 });
}
