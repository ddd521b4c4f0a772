//! Changing programs: what each edit does and refuses, any sequence of them, and the way back.

use proptest::prelude::*;
use yoke_app::catalog::{self, programs};
use yoke_app::training::edit::{
    At, Draft, Edit, EditError, Field, MOST_DAYS, MOST_ITEMS, MOST_UNDO, Words, apply, checked, copy, fresh,
    takes_turns,
};
use yoke_app::training::exercise::{ExerciseId, Laterality, Measure, Target};
use yoke_app::training::own::{self, NameError, OwnExercise};
use yoke_app::training::prescription::{Pace, Prescription};
use yoke_app::training::program::{Cadence, Program, Weekdays};
use yoke_app::training::time::{Day, UtcOffset, Wall};
use yoke_app::training::volume::{GROUPS, HalfSets, planned};

/// The usual dose of an exercise. It is never let go: edits only borrow it.
fn usual(id: &str) -> &'static Prescription {
    Box::leak(Box::new(Prescription::usual(catalog::find(id).unwrap())))
}

/// `Size and strength` as a person's own: deadlift, chest-supported row, lat pull-down, face pull, carry; five more.
fn mine() -> Program {
    copy(&programs::program("size-and-strength").unwrap(), "own-1-1".into())
}

fn at(day: usize, item: usize) -> At {
    At { day, item }
}

fn changed(edits: impl IntoIterator<Item = (At, Edit<'static>)>) -> Program {
    let mut program = mine();
    for (at, edit) in edits {
        apply(&mut program, at, edit).unwrap();
    }
    program
}

/// The exercises of a day, shortened, each with the number of its superset where it has one.
fn line(program: &Program, day: usize) -> String {
    let short = |item: &Prescription| {
        let name = item.exercise.as_str().split('-').next().unwrap_or_default().to_owned();
        if item.group == 0 { name } else { format!("{name}{}", item.group) }
    };
    program.days[day].items.iter().map(short).collect::<Vec<_>>().join(" ")
}

#[test]
fn a_copy_is_ones_own_and_has_letters_in_order() {
    let desk = programs::program("desk-day").unwrap();
    let copied = copy(&desk, "own-5-7".into());
    assert!(copied.is_own() && !desk.is_own());
    assert_eq!((copied.name.as_ref(), copied.who.as_ref(), copied.rule), ("Desk day, copy", "", desk.rule));
    let marks: Vec<_> = copied.days.iter().map(|day| day.mark.as_ref()).collect();
    assert_eq!(marks, ["A", "B", "C"]);
    let long = Program { name: "\u{1f3cb}".repeat(60).into(), ..mine() };
    assert_eq!(copy(&long, "own-6-1".into()).name.chars().count(), 60);
}

#[test]
fn every_shipped_program_can_be_changed_without_losing_a_dose() {
    for program in programs::all() {
        let copied = copy(&program, "own-1-1".into());
        assert_eq!(checked(copied.clone()).as_ref(), Some(&copied), "{}", program.id);
        for (old, new) in program.days.iter().zip(&copied.days) {
            assert_eq!(old.items, new.items, "{}", program.id);
        }
    }
    for exercise in catalog::exercises() {
        let program = fresh("own-1-1".into(), Prescription::usual(exercise));
        assert_eq!(checked(program.clone()), Some(program), "{}", exercise.id);
    }
}

#[test]
fn days_are_added_copied_moved_and_taken_out() {
    let names = |program: &Program| {
        let name = |day: &yoke_app::training::program::DayPlan| format!("{}: {}", day.mark, day.name);
        program.days.iter().map(name).collect::<Vec<_>>()
    };
    let added = changed([(at(0, 0), Edit::AddDay(usual("face-pull"))), (at(0, 0), Edit::CopyDay)]);
    assert_eq!(
        names(&added),
        ["A: Session A, deadlift", "B: Session A, deadlift, copy", "C: Session B, rows", "D: Session C"]
    );
    let moved = changed([
        (at(0, 0), Edit::AddDay(usual("face-pull"))),
        (at(2, 0), Edit::SwapDay(0)),
        (at(1, 0), Edit::RemoveDay),
    ]);
    assert_eq!(names(&moved), ["A: Session C", "B: Session A, deadlift"]);
    let mut one = changed([(at(0, 0), Edit::RemoveDay)]);
    assert_eq!(apply(&mut one, at(0, 0), Edit::RemoveDay), Err(EditError::LastDay));
    let mut full = changed((2..MOST_DAYS).map(|_| (at(0, 0), Edit::CopyDay)));
    assert_eq!(full.days.last().unwrap().mark, "N");
    assert_eq!(apply(&mut full, at(0, 0), Edit::CopyDay), Err(EditError::TooManyDays));
    for (day, edit) in [(14, Edit::RemoveDay), (13, Edit::SwapDay(14))] {
        assert_eq!(apply(&mut full, at(day, 0), edit), Err(EditError::NotThere));
    }
}

#[test]
fn exercises_move_within_a_day_and_to_another() {
    let within = changed([(at(0, 0), Edit::Move(at(0, 3))), (at(0, 4), Edit::Move(at(0, 0)))]);
    assert_eq!(line(&within, 0), "farmer chest lat face deadlift");
    let across = changed([(at(0, 1), Edit::Move(at(1, 99)))]);
    assert_eq!(line(&across, 0), "deadlift lat face farmer");
    assert_eq!(line(&across, 1), "barbell pull single rear mid chest");
    let mut program = changed((0..4).map(|_| (at(0, 0), Edit::Remove)));
    assert_eq!(line(&program, 0), "farmer");
    let before = program.clone();
    for edit in [Edit::Remove, Edit::Move(at(1, 0))] {
        assert_eq!(apply(&mut program, at(0, 0), edit), Err(EditError::LastItem));
    }
    assert_eq!(program, before, "what is refused changes nothing");
    let mut full = changed((5..MOST_ITEMS).map(|_| (at(1, 2), Edit::Copy)));
    for (day, edit) in [(1, Edit::Add(usual("cat-cow"))), (1, Edit::Copy), (0, Edit::Move(at(1, 0)))] {
        assert_eq!(apply(&mut full, at(day, 0), edit), Err(EditError::TooManyItems));
    }
}

#[test]
fn supersets_are_joined_left_and_kept_whole() {
    let join = |item| (at(0, item), Edit::Join);
    let to = |from, item| (at(0, from), Edit::Move(at(0, item)));
    let cases: [(&[(At, Edit<'static>)], &str); 9] = [
        (&[join(2)], "deadlift chest lat1 face1 farmer"),
        (&[join(2), join(0)], "deadlift1 chest1 lat2 face2 farmer"),
        (&[join(2), join(3)], "deadlift chest lat1 face1 farmer1"),
        (&[join(2), join(3), join(2)], "deadlift chest lat face1 farmer1"),
        (&[join(2), join(2)], "deadlift chest lat face farmer"),
        // One that leaves its superset is alone, and so is who stays behind.
        (&[join(2), to(2, 0)], "lat deadlift chest face farmer"),
        // Within it the order changes.
        (&[join(2), join(3), to(4, 2)], "deadlift chest farmer1 lat1 face1"),
        // Put between two that take turns it takes turns with them.
        (&[join(2), to(0, 2)], "chest lat1 deadlift1 face1 farmer"),
        (&[join(2), (at(0, 3), Edit::Remove)], "deadlift chest lat farmer"),
    ];
    for (edits, expected) in cases {
        assert_eq!(line(&changed(edits.iter().copied()), 0), expected, "{edits:?}");
    }
    let mut program = changed([join(3)]);
    assert!(takes_turns(&program.days[0].items, 3) && !takes_turns(&program.days[0].items, 4));
    assert_eq!(
        apply(&mut program, at(0, 4), Edit::Join),
        Err(EditError::NotThere),
        "the last has no next one"
    );
    let elsewhere = changed([join(2), (at(1, 0), Edit::Join), (at(0, 2), Edit::Move(at(1, 1)))]);
    assert_eq!(line(&elsewhere, 1), "barbell1 lat1 pull1 single rear mid");
}

#[test]
fn numbers_stay_within_their_limits_and_ranges_in_order() {
    let number = |field, number| (at(0, 0), Edit::Number(field, number));
    let of = |edits: &[(At, Edit<'static>)]| changed(edits.iter().copied()).days[0].items[0].clone();
    let reps = |min, max| Target::Reps { min, max };
    assert_eq!(of(&[number(Field::Sets, 0)]).sets, 1);
    assert_eq!(of(&[number(Field::Sets, 99)]).sets, 20);
    assert_eq!(of(&[number(Field::RepsFrom, 8)]).target, reps(8, 8));
    assert_eq!(of(&[number(Field::RepsTo, 3)]).target, reps(3, 3));
    assert_eq!(of(&[number(Field::RepsTo, 1_000)]).target, reps(4, 100));
    let rir = of(&[number(Field::RirFrom, 3)]).rir.unwrap();
    assert_eq!((rir.min.get(), rir.max.get()), (3, 3));
    assert_eq!(of(&[number(Field::Asked, 0)]).rir, None);
    let rest = |edits: &[(At, Edit<'static>)]| {
        let item = of(edits);
        (item.rest.get(), item.rest_to.get())
    };
    assert_eq!(rest(&[number(Field::Rest, 120)]), (120, 240), "the usual window is twice the rest");
    assert_eq!(rest(&[number(Field::RestTo, 200), number(Field::Rest, 195)]), (195, 200));
    assert_eq!(rest(&[number(Field::RestTo, 200), number(Field::Rest, 215)]), (215, 215));
    assert_eq!(rest(&[number(Field::RestTo, 60)]), (60, 60));
    assert_eq!(of(&[number(Field::WarmUps, 9)]).warm_ups, 3);
    assert_eq!(of(&[number(Field::Increment, 81)]).increment, 80, "20 kg at the most");
    let tempo = of(&[number(Field::There, 0), number(Field::Top, 5), number(Field::Back, 31)]).tempo;
    assert_eq!((tempo.there, tempo.hold, tempo.back, tempo.pause), (1, 5, 30, 1));
    assert_eq!(of(&[number(Field::Sided, 1)]).laterality, Laterality::PerSide);
    let flip = (at(0, 0), Edit::Flip(Field::Sided));
    assert_eq!(of(&[flip]).laterality, Laterality::PerSide);
    assert_eq!(of(&[flip, flip]).laterality, Laterality::Both);
    let mut program = mine();
    for field in [Field::Each, Field::Breaths, Field::Guided, Field::ByDistance] {
        assert_eq!(
            apply(&mut program, at(0, 0), Edit::Number(field, 1)),
            Err(EditError::NotThere),
            "{field:?} of a deadlift"
        );
    }
    let carry = |edits: &[(Field, u32)]| {
        let edits = edits.iter().map(|(field, number)| (at(0, 4), Edit::Number(*field, *number)));
        changed(edits).days[0].items[4].target_text()
    };
    assert_eq!(carry(&[(Field::Each, 45)]), "45 s");
    assert_eq!(carry(&[(Field::ByDistance, 1), (Field::Metres, 60)]), "60 m");
    assert_eq!(carry(&[(Field::ByDistance, 1), (Field::ByDistance, 0)]), "30 s");
}

#[test]
fn steps_stand_at_multiples() {
    let cases = [(Field::Rest, 90, 1, 105), (Field::Rest, 100, 1, 105), (Field::Rest, 100, -1, 90)];
    let ends =
        [(Field::Rest, 0, -1, 0), (Field::Sets, 20, 1, 20), (Field::Each, 1, -1, 1), (Field::RirTo, 3, 1, 4)];
    for (field, from, by, to) in cases.into_iter().chain(ends) {
        assert_eq!(field.stepped(from, by), to, "{field:?} {from} {by}");
    }
}

#[test]
fn another_exercise_keeps_the_dose_where_it_counts_the_same() {
    let number = |field, number| (at(0, 0), Edit::Number(field, number));
    let replace = |id| (at(0, 0), Edit::Replace(usual(id)));
    let dosed = [number(Field::Sets, 5), number(Field::WarmUps, 2), number(Field::Rest, 200)];
    let item = |id| changed(dosed.into_iter().chain([replace(id)])).days[0].items[0].clone();
    let rack = item("rack-pull");
    assert_eq!((rack.sets, rack.warm_ups, rack.rest.get()), (5, 2, 200));
    assert_eq!((rack.exercise.as_str(), rack.target_text()), ("rack-pull", "4\u{2013}6".to_owned()));
    let slide = item("wall-slide");
    assert_eq!(
        (slide.sets, slide.warm_ups, slide.measure),
        (5, 0, Measure::Reps),
        "no load, nothing to warm up with"
    );
    let hang = item("dead-hang");
    assert_eq!((hang.sets, hang.target_text(), hang.rir), (3, "20 s".to_owned(), None));
    let joined = changed([(at(0, 0), Edit::Join), replace("dead-hang")]);
    assert_eq!(line(&joined, 0), "dead1 chest1 lat face farmer");
}

#[test]
fn what_is_added_has_the_dose_of_the_catalog() {
    let row = usual("dumbbell-row");
    assert_eq!((row.sets, row.target_text(), row.pace), (3, "8\u{2013}12".to_owned(), Pace::Own));
    let slide = usual("wall-slide");
    assert_eq!((slide.sets, slide.rest.get(), slide.pace), (1, 0, Pace::Guided));
    let hang = usual("dead-hang");
    assert_eq!((hang.sets, hang.rest.get(), hang.pace), (3, 30, Pace::Guided));
    let own = |measure| OwnExercise {
        laterality: Laterality::PerSide,
        ..OwnExercise::new(own::new_id(Wall(5), 6), "Ring row".into(), measure)
    };
    let (row, carry) = (own(Measure::BodyReps).usual(), own(Measure::LoadCarry).usual());
    assert_eq!((row.target_text(), row.rir.is_some()), ("8\u{2013}12 a side".to_owned(), true));
    assert_eq!((carry.target_text(), carry.rir), ("30 s a side".to_owned(), None));
}

#[test]
fn names_are_tidied_or_refused() {
    let name = |name| Edit::Words(Words::Name, name);
    let program = changed([(at(0, 0), name("  Pull \t day ")), (at(1, 0), Edit::Words(Words::Day, "Rows"))]);
    assert_eq!((program.name.as_ref(), program.days[1].name.as_ref()), ("Pull day", "Rows"));
    let mut program = mine();
    let refused = |error| Err(EditError::Name(error));
    assert_eq!(apply(&mut program, at(0, 0), name(" ")), refused(NameError::Empty));
    assert_eq!(
        apply(&mut program, at(0, 0), Edit::Words(Words::Day, &"x".repeat(61))),
        refused(NameError::TooLong)
    );
    apply(&mut program, at(0, 0), Edit::Words(Words::Note, &"x".repeat(2_000))).unwrap();
    assert_eq!(program.rule.len(), 1_000);
}

#[test]
fn a_stepper_that_is_held_is_one_edit_and_undo_ends() {
    let mut draft = Draft::new(mine());
    assert!(!draft.can_undo());
    for sets in 4..9 {
        draft.apply(at(0, 0), Edit::Number(Field::Sets, sets)).unwrap();
    }
    draft.apply(at(0, 1), Edit::Number(Field::Sets, 6)).unwrap();
    assert!(draft.apply(at(7, 0), Edit::RemoveDay).is_err());
    for _ in 0..2 {
        draft.apply(at(0, 0), Edit::Words(Words::Name, "Other")).unwrap();
    }
    let sets = |draft: &Draft| (draft.program().days[0].items[0].sets, draft.program().days[0].items[1].sets);
    draft.undo();
    assert_eq!((draft.program().name.as_ref(), sets(&draft)), ("Size and strength, copy", (8, 6)));
    draft.undo();
    assert_eq!(sets(&draft), (8, 3));
    draft.undo();
    assert_eq!((draft.program(), draft.can_undo()), (&mine(), false));
    draft.undo();
    assert_eq!(draft.program(), &mine());
    // A number changed after an undo is an edit of its own.
    draft.apply(at(0, 0), Edit::Number(Field::Sets, 5)).unwrap();
    draft.undo();
    assert_eq!(draft.program(), &mine());
}

#[test]
fn weekdays_say_what_is_due_and_what_was_missed_is_next() {
    let days = Weekdays::of(0b001_0101).unwrap();
    let program = Program { cadence: Cadence::On(days), ..mine() };
    assert_eq!((program.cadence.text().as_str(), program.days_a_week()), ("Mon, Wed, Fri", 3));
    // 16 November 2026 is a Monday.
    let monday = Day::local(Wall(1_794_787_200_000), UtcOffset::default());
    assert_eq!(monday.to_string(), "2026-11-16");
    let week = |program: &Program, from: i32, next| {
        let due = |nth| program.due(monday.plus(nth), monday.plus(from), next);
        (0..7).map(due).map(|day| day.map_or("-", |day| ["A", "B"][day])).collect::<String>()
    };
    assert_eq!(week(&program, 0, 0), "A-B-A--");
    assert_eq!(week(&program, 1, 0), "--A-B--", "Monday was missed: A is still next, on Wednesday");
    assert_eq!(week(&program, 5, 1), "-------");
    assert_eq!(program.due(monday.plus(7), monday.plus(5), 1), Some(1), "on the Monday after");
    assert_eq!(week(&Program { cadence: Cadence::Daily, ..mine() }, 3, 1), "---BABA");
    assert_eq!(week(&Program { cadence: Cadence::PerWeek(2), ..mine() }, 0, 0), "-------");
    assert_eq!(Weekdays::of(128), None);
}

#[test]
fn days_of_the_week_are_turned_on_and_off_but_the_last() {
    let weekday = |nth| (at(0, 0), Edit::Weekday(nth));
    assert_eq!(changed([weekday(1), weekday(4)]).cadence.text(), "Tue, Fri");
    assert_eq!(changed([weekday(1), weekday(4), weekday(1)]).cadence.text(), "Fri");
    assert_eq!(changed([weekday(4), weekday(4)]).cadence.text(), "Fri");
}

#[test]
fn hard_sets_a_week_are_those_computed_by_hand() {
    let rhomboids = |program: &Program| {
        let group = GROUPS.iter().find(|group| group.name == "Rhomboids").unwrap();
        let muscles = |id: &ExerciseId| catalog::find(id.as_str()).map(|e| e.muscles).unwrap_or_default();
        planned(program, |id| group.share(muscles(id)))
    };
    let mut program = fresh("own-1-1".into(), usual("barbell-row").clone());
    assert_eq!(rhomboids(&program), HalfSets(12), "3 sets twice a week are 6");
    apply(&mut program, at(0, 0), Edit::AddDay(usual("farmer-carry"))).unwrap();
    assert_eq!(rhomboids(&program).text(), "3", "every other time a carry");
    apply(&mut program, at(0, 0), Edit::AddDay(usual("barbell-row"))).unwrap();
    // 6 sets in three sessions, twice a week: 6 x 2 / 3 = 4. Every day: 6 x 7 / 3 = 14.
    assert_eq!(rhomboids(&program).text(), "4");
    apply(&mut program, at(0, 0), Edit::Cadence(Cadence::Daily)).unwrap();
    assert_eq!(rhomboids(&program).text(), "14");
    apply(&mut program, at(0, 0), Edit::Number(Field::Sets, 4)).unwrap();
    // 7 x 7 / 3 = 16.33, to the half set 16.5.
    assert_eq!(rhomboids(&program).text(), "16.5");
}

fn any_item() -> impl Strategy<Value = &'static Prescription> {
    let ids = ["deadlift", "cat-cow", "chin-tuck", "farmer-carry", "band-pull-apart", "doorway-stretch"];
    (0..ids.len()).prop_map(move |nth| usual(ids[nth]))
}

fn any_edit() -> impl Strategy<Value = (At, Edit<'static>)> {
    let place = || (0_usize..4, 0_usize..8).prop_map(|(day, item)| at(day, item));
    let field = (0..Field::ALL.len()).prop_map(|nth| Field::ALL[nth]);
    let words = (0_usize..3).prop_map(|nth| [Words::Name, Words::Note, Words::Day][nth]);
    let edit = prop_oneof![
        (words, ".{0,70}").prop_map(|(which, text)| Edit::Words(which, text.leak())),
        (0_u8..255).prop_map(|bits| {
            Edit::Cadence(Weekdays::of(bits).map_or(Cadence::PerWeek(1 + bits % 7), Cadence::On))
        }),
        any_item().prop_map(Edit::AddDay),
        Just(Edit::CopyDay),
        Just(Edit::RemoveDay),
        (0_usize..4).prop_map(Edit::SwapDay),
        any_item().prop_map(Edit::Add),
        any_item().prop_map(Edit::Replace),
        Just(Edit::Copy),
        Just(Edit::Remove),
        place().prop_map(Edit::Move),
        (field, prop_oneof![0_u32..20, 0_u32..10_000]).prop_map(|(field, n)| Edit::Number(field, n)),
        (0_usize..7).prop_map(Edit::Weekday),
        (0..Field::ALL.len()).prop_map(|nth| Edit::Flip(Field::ALL[nth])),
        Just(Edit::Join),
    ];
    (place(), edit)
}

/// What [`checked`] promises, said once more in other words.
fn is_sound(program: &Program) -> bool {
    let name = |name: &str| (1..=60).contains(&name.chars().count()) && name.trim() == name;
    program.is_own()
        && (1..=14).contains(&program.days.len())
        && name(&program.name)
        && program.days.iter().zip("ABCDEFGHIJKLMN".chars()).all(|(day, letter)| {
            let alone = |item: usize| {
                let before = item > 0 && takes_turns(&day.items, item - 1);
                !before && !takes_turns(&day.items, item)
            };
            day.mark == letter.to_string()
                && name(&day.name)
                && (1..=30).contains(&day.items.len())
                && day.items.iter().enumerate().all(|(nth, item)| {
                    let ordered = match item.target {
                        Target::Reps { min, max } => 1 <= min && min <= max && max <= 100,
                        Target::Breaths(count) | Target::Holds { count, .. } => (1..=100).contains(&count),
                        Target::Hold(length) => (1..=3_600).contains(&length.get()),
                        Target::Distance(metres) => metres.get() <= 5_000,
                    };
                    ordered
                        && (1..=20).contains(&item.sets)
                        && item.warm_ups <= 3
                        && item.increment <= 80
                        && item.rest <= item.rest_to
                        && item.rir.is_none_or(|range| range.min <= range.max)
                        && (item.group == 0) == alone(nth)
                })
        })
}

proptest! {
    #[test]
    fn any_edits_keep_a_program_a_program(edits in prop::collection::vec(any_edit(), 1..60)) {
        let mut program = mine();
        for (at, edit) in edits {
            let (before, said) = (program.clone(), format!("{edit:?}"));
            if apply(&mut program, at, edit).is_err() {
                prop_assert_eq!(&program, &before);
            }
            prop_assert!(is_sound(&program), "{} made {:?}", said, program);
            prop_assert_eq!(checked(program.clone()), Some(program.clone()), "{}", said);
        }
    }

    #[test]
    fn undo_gives_back_each_former_program(edits in prop::collection::vec(any_edit(), 1..90)) {
        let mut draft = Draft::new(mine());
        let mut former = Vec::new();
        let mut held = None;
        for (at, edit) in edits {
            let number = match edit { Edit::Number(field, _) => Some((at, field)), _ => None };
            let before = draft.program().clone();
            if draft.apply(at, edit).is_ok() {
                if *draft.program() != before && (number.is_none() || number != held) {
                    former.push(before);
                }
                held = number;
            }
        }
        for before in former.iter().rev().take(MOST_UNDO) {
            prop_assert!(draft.can_undo());
            draft.undo();
            prop_assert_eq!(draft.program(), before);
        }
        prop_assert!(!draft.can_undo());
    }
}
