//! Finding: what people type, what the chips leave, and that the address carries all of it.

use std::sync::LazyLock;

use proptest::prelude::*;
use yoke_app::catalog::search::{
    ALWAYS_THERE, Facts, GEAR, GOALS, Gear, Index, Kit, LEVELS, LONGEST_TEXT, Query, by_id, id_of,
};
use yoke_app::catalog::{self, muscles};
use yoke_app::training::exercise::{Equipment, Exercise, ExerciseId, Goal, Level, Muscle, Share};

fn typed(text: &str) -> Query {
    Query { text: text.to_owned(), ..Query::default() }
}

fn find(query: &Query, mine: Kit) -> Vec<String> {
    static INDEX: LazyLock<Index> = LazyLock::new(Index::of_catalog);
    INDEX.search(query, mine).iter().map(ToString::to_string).collect()
}

fn found(text: &str) -> Vec<String> {
    find(&typed(text), Kit::default())
}

/// What is typed, and the ids that must come first, in this order.
const FIRST: [(&str, &[&str]); 103] = [
    // Names, in any case.
    ("Deadlift", &["deadlift", "romanian-deadlift", "rack-pull"]),
    ("deadlift", &["deadlift"]),
    ("ROMANIAN DEADLIFT", &["romanian-deadlift"]),
    ("  face   pull ", &["face-pull", "band-face-pull"]),
    ("open book", &["open-book"]),
    ("Farmer's carry", &["farmer-carry"]),
    ("Farmer\u{2019}s carry", &["farmer-carry"]),
    ("posture reset", &["posture-reset"]),
    // Only begun.
    ("de", &["dead-hang", "deadlift", "rear-delt-fly", "romanian-deadlift"]),
    ("dead", &["dead-hang", "deadlift", "romanian-deadlift"]),
    ("rom dea", &["romanian-deadlift"]),
    ("ope", &["open-book"]),
    ("pull u", &["pull-up", "scapular-pull-up"]),
    ("scap", &["scapular-pull-down", "scapular-pull-up", "scapular-push-up"]),
    ("lat", &["kneeling-lat-stretch", "release-lats-rhomboids", "lat-pulldown", "rear-lateral-raise"]),
    ("exter rot", &["band-external-rotation", "side-lying-external-rotation"]),
    ("res", &["posture-reset"]),
    // Other names.
    ("RDL", &["romanian-deadlift"]),
    ("dl", &["deadlift", "romanian-deadlift"]),
    ("bor", &["barbell-row"]),
    ("db row", &["dumbbell-row"]),
    ("seated row", &["cable-row"]),
    ("kelso shrug", &["mid-back-shrug"]),
    ("trx", &["inverted-row"]),
    ("australian pull-up", &["inverted-row"]),
    ("press-up", &["push-up", "incline-push-up"]),
    ("snow angel", &["wall-angel"]),
    ("shrug", &["barbell-shrug", "mid-back-shrug"]),
    ("cat camel", &["cat-cow"]),
    ("pec stretch", &["doorway-stretch"]),
    ("farmers walk", &["farmer-carry", "suitcase-carry"]),
    ("rucksack", &["backpack-row"]),
    ("ytwl", &["prone-y-raise"]),
    ("t raise", &["prone-t-raise"]),
    ("active hang", &["scapular-pull-up"]),
    // The order of words.
    ("pull face", &["band-face-pull", "face-pull"]),
    ("carry farmer", &["farmer-carry"]),
    ("row cable", &["cable-row"]),
    ("up pull", &["pull-up", "scapular-pull-up"]),
    ("needle thread", &["thread-the-needle"]),
    ("stretch lat", &["kneeling-lat-stretch"]),
    ("cow cat", &["cat-cow"]),
    ("squeeze blade", &["posture-reset"]),
    // Hyphens, spaces and neither; plurals; fillers.
    ("pullup", &["pull-up", "scapular-pull-up", "inverted-row"]),
    ("pull up", &["pull-up", "scapular-pull-up", "inverted-row"]),
    ("pull-up", &["pull-up", "scapular-pull-up", "inverted-row"]),
    ("Pull\u{2011}ups", &["pull-up"]),
    ("pullups", &["pull-up"]),
    ("pull ups", &["pull-up"]),
    ("pull-down", &["lat-pulldown", "scapular-pull-down"]),
    ("latpulldown", &["lat-pulldown"]),
    ("tbar row", &["t-bar-row"]),
    ("t bar", &["t-bar-row"]),
    ("catcow", &["cat-cow"]),
    ("back pack row", &["backpack-row"]),
    ("bentover row", &["dumbbell-row"]),
    ("chest supported row", &["chest-supported-row"]),
    ("facepull band", &["band-face-pull"]),
    ("wall slides", &["wall-slide"]),
    ("rows", &["backpack-row", "barbell-row"]),
    ("reverse flies", &["reverse-fly"]),
    ("farmer carries", &["farmer-carry"]),
    ("chest stretches", &["doorway-stretch"]),
    ("the row for cable", &["cable-row"]),
    // Typos: one in four to six letters, two from seven on, the first letter too.
    ("dedlift", &["deadlift"]),
    ("daedlift", &["deadlift"]),
    ("eadlift", &["deadlift"]),
    ("romanain deadlfit", &["romanian-deadlift"]),
    ("dealift", &["deadlift", "romanian-deadlift", "rack-pull"]),
    ("shurg", &["barbell-shrug", "mid-back-shrug"]),
    ("barbel row", &["barbell-row"]),
    ("dumbel row", &["dumbbell-row", "single-arm-row"]),
    ("invrted row", &["inverted-row"]),
    ("seeted row", &["cable-row"]),
    ("pulup", &["pull-up", "scapular-pull-up"]),
    ("psuh up", &["push-up"]),
    ("scaplar pulup", &["scapular-pull-up"]),
    ("medows row", &["meadows-row"]),
    ("suticase", &["suitcase-carry"]),
    ("farmres walk", &["farmer-carry"]),
    ("lat strech", &["kneeling-lat-stretch"]),
    ("lat pull dwon", &["lat-pulldown"]),
    ("thread neadle", &["thread-the-needle"]),
    ("external rotaton", &["band-external-rotation", "side-lying-external-rotation"]),
    ("supermna", &["superman-hold"]),
    ("superm\u{e0}n", &["superman-hold"]),
    ("chin tcuk", &["chin-tuck"]),
    ("poture reset", &["posture-reset"]),
    ("wal angle", &["wall-angel"]),
    ("trpas", &["release-upper-traps"]),
    ("romboid release", &["release-lats-rhomboids"]),
    ("rwo", &[]),
    // Muscles, equipment and goals: names first, then what is made for them, then what helps.
    ("rhomboid", &["release-lats-rhomboids", "backpack-row", "band-pull-apart"]),
    ("scalenes", &["release-scalenes"]),
    ("serratus", &["wall-slide", "scapular-push-up"]),
    ("infraspinatus", &["band-external-rotation", "prone-w-raise", "side-lying-external-rotation"]),
    ("erector spinae", &["cat-cow", "deadlift", "foam-roller-extension", "rack-pull"]),
    (
        "band",
        &["band-external-rotation", "band-face-pull", "band-pull-apart", "reverse-fly", "rear-delt-fly"],
    ),
    ("landmine", &["meadows-row"]),
    ("sling trainer", &["inverted-row", "scapular-pull-down"]),
    ("rows with dumbbells", &["dumbbell-row", "single-arm-row", "chest-supported-row"]),
    ("exercises for rear delts", &["rear-delt-fly", "rear-lateral-raise"]),
    ("squat", &[]),
];

#[test]
fn what_people_type_finds_what_they_mean() {
    let mut wrong = Vec::new();
    for (text, first) in FIRST {
        let found = found(text);
        let fits = if first.is_empty() { found.is_empty() } else { found.iter().take(first.len()).eq(first) };
        if !fits {
            wrong.push(format!("{text:?} found {:?}, not {first:?}", &found[..found.len().min(5)]));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_exercise_is_first_under_each_of_its_names() {
    for exercise in catalog::exercises() {
        for name in std::iter::once(exercise.name).chain(exercise.words.aliases().iter()) {
            for text in [
                (*name).to_owned(),
                name.to_uppercase(),
                name.replace(['-', '\''], ""),
                name.replace('-', " "),
            ] {
                assert_eq!(found(&text).first().map(String::as_str), Some(exercise.id), "{text}");
            }
        }
    }
}

#[test]
fn one_typo_in_a_name_still_finds_it_among_the_first() {
    for exercise in catalog::exercises().filter(|exercise| exercise.name.len() > 8) {
        for at in 1..exercise.name.len() {
            let mut text = exercise.name.as_bytes().to_vec();
            text.swap(at - 1, at);
            let text = String::from_utf8(text).unwrap();
            // Words of three letters are taken as typed, and a letter may move over a space.
            if text.split([' ', '-']).all(|word| word.len() > 3) && !text.contains('\'') {
                let found = found(&text);
                assert!(found.iter().take(3).any(|id| id == exercise.id), "{text}: {found:?}");
            }
        }
    }
}

#[test]
fn typos_are_looked_for_only_where_nothing_is_found_as_typed() {
    assert_eq!(found("band").len(), 5, "neither hand nor and");
    assert!(!found("back").contains(&"rack-pull".to_owned()));
}

#[test]
fn no_text_lists_all_by_name() {
    let mut names: Vec<&Exercise> = catalog::exercises().collect();
    names.sort_by_key(|exercise| exercise.name.to_lowercase().replace(['-', '\''], " "));
    let ids: Vec<String> = names.iter().map(|exercise| exercise.id.to_owned()).collect();
    for text in ["", "   ", " -'- ", "!?"] {
        assert_eq!(found(text), ids, "{text:?}");
    }
}

#[test]
fn a_muscle_lists_what_is_made_for_it_before_what_it_helps() {
    for about in &muscles::ALL {
        let ids = find(&Query { muscle: Some(about.muscle), ..Query::default() }, Kit::default());
        let share = |id: &String| {
            let uses = catalog::find(id).unwrap().muscles.iter().filter(|used| used.muscle == about.muscle);
            uses.map(|used| used.share == Share::Secondary).min().unwrap()
        };
        assert!(ids.is_sorted_by_key(share), "{}: {ids:?}", about.id);
        let using = |exercise: &&Exercise| exercise.muscles.iter().any(|used| used.muscle == about.muscle);
        assert_eq!(ids.len(), catalog::exercises().filter(using).count(), "{}", about.id);
    }
    assert!(find(&Query::parse("muscle=serratus-posterior"), Kit::default()).is_empty());
}

#[test]
fn chips_leave_only_what_fits() {
    let count = |part: &str| find(&Query::parse(part), Kit::default()).len();
    for (goal, id) in GOALS {
        let fitting = catalog::exercises().filter(|exercise| exercise.goals.contains(&goal)).count();
        assert_eq!(count(&format!("goal={id}")), fitting, "{id}");
    }
    let levels = LEVELS.map(|(_, id)| count(&format!("level={id}")));
    assert_eq!(levels.iter().sum::<usize>(), catalog::exercises().count(), "each has exactly one level");
    assert_eq!(find(&Query::parse("level=hard"), Kit::default()), ["pull-up"]);
    assert_eq!(
        find(&Query::parse("q=row&muscle=biceps&level=easy&gear=cable"), Kit::default()),
        ["cable-row"]
    );
    assert_eq!(find(&Query::parse("q=release&goal=strength"), Kit::default()), Vec::<String>::new());
}

#[test]
fn gear_asks_for_one_complete_set() {
    let with = |things: &[Equipment]| find(&Query::parse("gear=mine"), Kit::of(things));
    let nothing = with(&[]);
    for id in ["push-up", "wall-slide", "doorway-stretch", "chin-tuck", "scapular-pull-down", "release-chest"]
    {
        assert!(nothing.contains(&id.to_owned()), "{id} needs nothing");
    }
    for id in ["deadlift", "towel-row", "dead-hang", "foam-roller-extension"] {
        assert!(!nothing.contains(&id.to_owned()), "{id} needs something");
    }
    assert!(!with(&[Equipment::Dumbbells]).contains(&"single-arm-row".to_owned()), "the bench is missing");
    assert!(with(&[Equipment::Dumbbells, Equipment::Bench]).contains(&"single-arm-row".to_owned()));
    assert!(with(&[Equipment::Towel]).contains(&"foam-roller-extension".to_owned()), "the second way");
    assert_eq!(with(&ALWAYS_THERE), nothing);
    assert_eq!(
        find(&Query::parse("gear=none"), Kit::of(&[Equipment::Band])),
        nothing,
        "says none, whatever I have"
    );
    assert_eq!(with(&GEAR.map(|(thing, _)| thing)).len(), catalog::exercises().count());
}

#[test]
fn ids_go_both_ways_and_are_complete() {
    for (thing, id) in GEAR {
        assert_eq!((by_id(&GEAR, id), id_of(&GEAR, thing)), (Some(thing), id));
        assert_eq!(Kit::of(&[thing]).things().collect::<Vec<_>>(), [(thing, id)]);
        assert!(id.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'), "{id}");
    }
    assert_eq!(GEAR.len() + ALWAYS_THERE.len(), Equipment::Floor as usize + 1);
    assert_eq!(GOALS.len(), Goal::Release as usize + 1);
    assert_eq!(LEVELS.len(), Level::Hard as usize + 1);
    assert_eq!(by_id(&GEAR, "floor"), None);
    assert_eq!(id_of(&GEAR, Equipment::Floor), "");
    let kit = Kit::of(&[Equipment::Band, Equipment::Towel]);
    assert_eq!(kit.with(Kit::of(&[Equipment::Band]), false), Kit::of(&[Equipment::Towel]));
}

#[test]
fn addresses_say_what_is_looked_for() {
    let query = Query {
        text: "pull up & 50%".to_owned(),
        muscle: Some(Muscle::Rhomboids),
        goal: Some(Goal::Posture),
        level: Some(Level::Easy),
        gear: Some(Gear::These(Kit::of(&[Equipment::Towel, Equipment::Band, Equipment::Floor]))),
    };
    let part = "q=pull%20up%20%26%2050%25&muscle=rhomboids&goal=posture&level=easy&gear=band,towel";
    assert_eq!(query.to_string(), part);
    assert_eq!(Query::parse(part), query);
    let same = "gear=towel%2Cband,floor&x&y=1&level=easy&goal=posture&&muscle=rhomboids&q=pull+up+%26+50%";
    assert_eq!(Query::parse(same), query);
    let mine = "q=row&muscle=rhomboids&goal=posture&level=easy&gear=mine";
    assert_eq!(Query::parse(mine).to_string(), mine);
    assert_eq!(Query::default().to_string(), "");
}

#[test]
fn what_an_address_does_not_know_is_left_out() {
    for part in
        ["", "&", "=", "q", "q=", "q=%ff", "muscle=x&goal=&level=4&gear=,", "gear=floor", "Q=row", "q=%E4%"]
    {
        assert_eq!(Query::parse(part), Query::default(), "{part}");
    }
    assert_eq!(Query::parse("q=100%").text, "100%");
    assert_eq!(Query::parse("q=%zz%4").text, "%zz%4");
    assert_eq!(Query::parse("q=%C3%BC").text, "\u{fc}");
    assert_eq!(Query::parse(&format!("q={}", "\u{fc}".repeat(99))).text, "\u{fc}".repeat(LONGEST_TEXT));
}

#[test]
fn a_persons_own_exercises_are_found_among_the_others() {
    let mut index = Index::of_catalog();
    for (id, name) in
        [("own-1", "\u{dc}berzug am Kabel"), ("own-2", "\u{422}\u{44f}\u{433}\u{430}"), ("own-3", "Row")]
    {
        index.add(&Facts {
            id: ExerciseId::stored(id),
            name,
            aliases: "",
            muscles: &[],
            goals: &[],
            level: Level::Easy,
            equipment: &[],
        });
    }
    let first = |text: &str| index.search(&typed(text), Kit::default()).first().map(ToString::to_string);
    for (text, id) in [
        ("\u{fc}berzug", "own-1"),
        ("UBERZUG", "own-1"),
        ("kabel u\u{308}berzg", "own-1"),
        ("\u{442}\u{42f}\u{413}", "own-2"),
        ("row", "own-3"),
    ] {
        assert_eq!(first(text).as_deref(), Some(id), "{text}");
    }
    let mine = Query { gear: Some(Gear::Mine), ..typed("row") };
    assert_eq!(index.search(&mine, Kit::default()).len(), 1, "it asks for nothing");
}

fn any_query() -> impl Strategy<Value = Query> {
    let things = GEAR.map(|(thing, _)| thing).to_vec();
    let gear = prop_oneof![
        Just(Gear::Mine),
        prop::sample::subsequence(things, 0..=21).prop_map(|things| Gear::These(Kit::of(&things))),
    ];
    (
        prop_oneof![".{0,60}", "[a-z ]{0,20}", Just(String::new())],
        prop::option::of(prop::sample::select(
            muscles::ALL.iter().map(|info| info.muscle).collect::<Vec<_>>(),
        )),
        prop::option::of(prop::sample::select(&GOALS[..])),
        prop::option::of(prop::sample::select(&LEVELS[..])),
        prop::option::of(gear),
    )
        .prop_map(|(text, muscle, goal, level, gear)| Query {
            text,
            muscle,
            goal: goal.map(|row| row.0),
            level: level.map(|row| row.0),
            gear,
        })
}

/// Text near the catalog: names, bent.
fn any_text() -> impl Strategy<Value = String> {
    let names: Vec<&str> = catalog::exercises().map(|exercise| exercise.name).collect();
    let bent = (prop::sample::select(names), any::<prop::sample::Index>(), any::<char>(), 0_u8..4).prop_map(
        |(name, at, letter, what)| {
            let mut letters: Vec<char> = name.chars().collect();
            let at = at.index(letters.len());
            match what {
                0 => letters.insert(at, letter),
                1 => letters[at] = letter,
                2 => letters.truncate(at),
                _ => letters.rotate_left(at),
            }
            letters.into_iter().collect()
        },
    );
    prop_oneof![any::<String>(), "\\PC{0,200}", "[a-z]{30,70}", "[a-z \u{300}'-]{0,40}", bent]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn an_address_carries_the_whole_query(query in any_query()) {
        let part = query.to_string();
        prop_assert!(part.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'#' && byte != b'/' && byte != b'?'));
        prop_assert_eq!(Query::parse(&part), query);
    }

    #[test]
    fn any_address_is_read_and_settles_at_once(part in prop_oneof![any::<String>(), "(q|gear|goal)=[%a-f0-9+,&=]{0,40}"]) {
        let query = Query::parse(&part);
        prop_assert!(query.text.chars().count() <= LONGEST_TEXT);
        prop_assert_eq!(Query::parse(&query.to_string()), query);
    }

    #[test]
    fn any_text_is_searched_and_each_hit_comes_once(text in any_text()) {
        let mut ids = found(&text);
        let count = ids.len();
        ids.sort();
        ids.dedup();
        prop_assert_eq!(ids.len(), count);
    }

    #[test]
    fn filters_only_take_away(query in any_query(), text in any_text(), own in any::<bool>()) {
        let text = if own { query.text.clone() } else { text };
        let all = found(&text);
        let filtered = find(&Query { text: text.clone(), muscle: None, ..query.clone() }, Kit::default());
        let kept: Vec<String> = all.iter().filter(|id| filtered.contains(id)).cloned().collect();
        prop_assert_eq!(&kept, &filtered, "the order stays");
        let of_muscle = find(&Query { text, ..query }, Kit::default());
        prop_assert!(of_muscle.iter().all(|id| filtered.contains(id)));
    }

    #[test]
    fn any_own_exercise_is_found_by_its_name(name in "\\PC{1,60}") {
        let mut index = Index::of_catalog();
        index.add(&Facts {
            id: ExerciseId::stored("own"),
            name: &name,
            aliases: &name,
            muscles: &[],
            goals: &[],
            level: Level::Easy,
            equipment: &[],
        });
        let ids = index.search(&typed(&name), Kit::default());
        prop_assert!(ids.iter().any(|id| id.as_str() == "own"));
    }
}
