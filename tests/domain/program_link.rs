//! Programs as links: whole with the own exercises they name, one text each, and nothing made up gets through.

use proptest::prelude::*;
use yoke_app::catalog::{self, programs};
use yoke_app::session::interval::link::LinkError;
use yoke_app::session::interval::{link as timers, presets};
use yoke_app::store::link::{LONGEST, Shared, decode, encode};
use yoke_app::training::edit::{At, Edit, Field, Words, apply, copy, fresh};
use yoke_app::training::exercise::{Equipment, Laterality, Measure, Muscle};
use yoke_app::training::own::{self, OwnExercise};
use yoke_app::training::prescription::Prescription;
use yoke_app::training::program::{Cadence, Program, Weekdays};
use yoke_app::training::time::Wall;

fn own(salt: u32, name: &str) -> OwnExercise {
    OwnExercise {
        laterality: Laterality::PerSide,
        muscles: vec![Muscle::Rhomboids],
        equipment: vec![Equipment::SlingTrainer],
        notes: "My left shoulder hurts.".into(),
        put_away: true,
        ..OwnExercise::new(own::new_id(Wall(1_795_255_200_000), salt), name.into(), Measure::BodyReps)
    }
}

const FIRST: At = At { day: 0, item: 0 };

fn id() -> yoke_app::training::program::ProgramId {
    "own-9-9".into()
}

#[test]
fn shipped_programs_come_back_whole_and_short() {
    for shipped in programs::all() {
        let program = copy(&shipped, id());
        let code = encode(&program, &[]);
        assert!(code.len() < 2_000, "{}: {} characters", shipped.id, code.len());
        assert!(code.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte)));
        assert_eq!(decode(&format!(" {code}\n"), id()), Ok(Shared { program, own: Vec::new() }));
    }
}

#[test]
fn own_exercises_travel_along_if_named_and_without_their_notes() {
    let (ring, other) = (own(1, "Ring row \u{1f3cb} \"wide\""), own(2, "Not in it"));
    let mut program = fresh(id(), ring.usual());
    apply(&mut program, FIRST, Edit::Cadence(Cadence::On(Weekdays::of(0b10_0001).unwrap()))).unwrap();
    apply(&mut program, FIRST, Edit::Words(Words::Note, "Slowly.\nWith care.")).unwrap();
    let shared = decode(&encode(&program, &[other, ring.clone()]), id()).unwrap();
    assert_eq!(shared.program, program);
    assert_eq!(shared.own, [OwnExercise { notes: String::new(), put_away: false, ..ring }]);
}

#[test]
fn the_largest_program_fits() {
    let wide = "\u{1f3cb}".repeat(60);
    let exercises: Vec<OwnExercise> = (0..420)
        .map(|nth| OwnExercise {
            muscles: catalog::muscles::ALL.iter().map(|info| info.muscle).collect(),
            equipment: catalog::search::GEAR.iter().map(|(thing, _)| *thing).collect(),
            figure: Some(catalog::find("side-lying-external-rotation").unwrap().exercise_id()),
            ..own(u32::MAX - nth, &wide)
        })
        .collect();
    let mut program = fresh(id(), exercises[0].usual());
    apply(&mut program, FIRST, Edit::Words(Words::Note, &"\u{1}".repeat(1_000))).unwrap();
    apply(&mut program, FIRST, Edit::Words(Words::Day, &wide)).unwrap();
    for item in &exercises[1..30] {
        apply(&mut program, FIRST, Edit::Add(&item.usual())).unwrap();
    }
    for day in 1..14 {
        apply(&mut program, At { day: day - 1, item: 0 }, Edit::CopyDay).unwrap();
        for item in 0..30 {
            let new = exercises[day * 30 + item].usual();
            apply(&mut program, At { day, item }, Edit::Replace(&new)).unwrap();
        }
    }
    let code = encode(&program, &exercises);
    assert!(code.len() <= LONGEST, "{} characters", code.len());
    assert_eq!(decode(&code, id()).unwrap().program, program);
}

#[test]
fn what_is_no_program_is_refused_with_its_reason() {
    let code = encode(&copy(&programs::all()[0], id()), &[]);
    let timer = timers::encode(&presets()[0]).unwrap();
    let longer = "A".repeat(LONGEST + 1);
    for text in ["", "1", "hello", "\u{1f4aa}", &code[..code.len() - 1], &format!("{code}A"), &timer] {
        assert_eq!(decode(text, id()), Err(LinkError::Damaged), "{text}");
    }
    assert_eq!(decode(&longer, id()), Err(LinkError::TooLong));
    // The same text as a later version would begin it, with the seal that goes with it.
    let mut sum = 0x811c_9dc5_u32;
    let body = format!("2{}", &code[1..code.len() - 6]);
    body.bytes().for_each(|byte| sum = (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    let digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".as_bytes();
    let seal: String = (0..6).map(|nth| char::from(digits[(sum >> (6 * nth) & 63) as usize])).collect();
    assert_eq!(decode(&(body + &seal), id()), Err(LinkError::Newer));
}

fn any_program() -> impl Strategy<Value = Program> {
    let fields = prop::collection::vec((0_usize..2, 0_usize..5, 0..Field::ALL.len(), 0_u32..4_000), 0..20);
    (".{1,60}", "(.|\n){0,80}", 1_u8..=255, fields).prop_map(|(name, rule, bits, fields)| {
        let mut program = copy(&programs::all()[0], id());
        let cadence = Weekdays::of(bits).map_or(Cadence::Daily, Cadence::On);
        let numbers = fields
            .into_iter()
            .map(|(day, item, field, number)| (At { day, item }, Edit::Number(Field::ALL[field], number)));
        let edits = [
            (FIRST, Edit::Words(Words::Name, &name)),
            (FIRST, Edit::Words(Words::Note, &rule)),
            (FIRST, Edit::Cadence(cadence)),
            (At { day: 0, item: 2 }, Edit::Join),
        ];
        for (at, edit) in edits.into_iter().chain(numbers) {
            let _ = apply(&mut program, at, edit);
        }
        program
    })
}

proptest! {
    #[test]
    fn any_program_reads_back_as_it_was(program in any_program()) {
        let own = [own(3, "Ring row")];
        let code = encode(&program, &own);
        prop_assert_eq!(decode(&code, id()), Ok(Shared { program, own: Vec::new() }));
    }

    #[test]
    fn a_damaged_link_is_refused(at in 0_usize..1_500, byte in "[A-Za-z0-9_-]", kind in 0_u8..3) {
        let code = encode(&copy(&programs::all()[0], id()), &[]);
        let at = at % code.len();
        let damaged = match kind {
            0 => format!("{}{byte}{}", &code[..at], &code[at + 1..]),
            1 => code[..at].to_owned(),
            _ => format!("{}{byte}{}", &code[..at], &code[at..]),
        };
        prop_assume!(damaged != code);
        prop_assert!(decode(&damaged, id()).is_err());
    }

    #[test]
    fn nothing_typed_panics(text in ".{0,300}") {
        prop_assert!(decode(&text, id()).is_err());
    }
}

#[test]
fn a_number_out_of_range_is_refused_even_with_the_right_seal() {
    // `encode` seals whatever it is handed, so a made-up program is one whose numbers are set by hand.
    let mut program = fresh(id(), Prescription::usual(catalog::find("deadlift").unwrap()));
    program.days[0].items[0].sets = 21;
    assert_eq!(decode(&encode(&program, &[]), id()), Err(LinkError::Damaged));
    program.days[0].items.clear();
    assert_eq!(decode(&encode(&program, &[]), id()), Err(LinkError::Damaged));
}
