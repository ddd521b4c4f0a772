//! The weights a person has: typed, kept, and what follows from them.

use proptest::prelude::*;
use yoke_app::catalog::{self, equipment};
use yoke_app::store::{Memory, Settings, Store};
use yoke_app::training::exercise::ExerciseId;
use yoke_app::training::loading::Loading;
use yoke_app::training::outfit::{self, Kind, LONGEST_LIST, Outfit};
use yoke_app::training::progression::Mode;
use yoke_app::training::time::Wall;
use yoke_app::training::units::{InputError, Load, WeightUnit};

fn numbers(text: &str) -> Result<String, InputError> {
    let list = outfit::list(text, WeightUnit::Kg)?;
    Ok(list.into_iter().map(Load::number).collect::<Vec<_>>().join(" "))
}

#[test]
fn lists_are_read_as_people_type_them() {
    for (typed, read) in [
        ("20", "20"),
        ("  10 5;2.5\n2,5 ", "2.5 2.5 5 10"),
        ("2-10/2", "2 4 6 8 10"),
        ("2\u{2013}10/3 40", "2 5 8 40"),
        ("1.25-2.5/1.25", "1.25 2.5"),
        ("10-10", "10"),
        ("10-20", "10"),
    ] {
        assert_eq!(numbers(typed).as_deref(), Ok(read), "{typed:?}");
    }
    for (typed, error) in [
        ("", InputError::Empty),
        (" ; ", InputError::Empty),
        ("20 kg", InputError::NotANumber),
        ("0", InputError::Zero),
        ("2-10/0", InputError::Zero),
        ("1-600/1", InputError::TooLarge(LONGEST_LIST as u32)),
    ] {
        assert_eq!(numbers(typed), Err(error), "{typed:?}");
    }
}

#[test]
fn a_bar_counts_its_plates_and_is_asked_for_nothing_else() {
    let bar = outfit::read(Kind::Bar, WeightUnit::Kg, "15", "10 20 10 2.5").unwrap();
    let kg = |hundredths| Load::from_hundredths(hundredths, WeightUnit::Kg).unwrap();
    let pairs = vec![(kg(2_000), 1), (kg(1_000), 2), (kg(250), 1)];
    assert_eq!(bar, Loading::Bar { bar: kg(1_500), pairs });
    // 15 + 2 x 2.5 = 20, then 2 x 10 = 35: nothing between.
    assert_eq!((bar.next_above(kg(1_500)), bar.next_above(kg(2_000))), (Some(kg(2_000)), Some(kg(3_500))));
    assert!(outfit::read(Kind::Bar, WeightUnit::Kg, "x", "10").is_err());
}

#[test]
fn each_kind_keeps_its_unit_and_the_rest_is_usual() {
    let mut own = Outfit::default();
    own.0[Kind::Dumbbells as usize] = outfit::read(Kind::Dumbbells, WeightUnit::Lb, "", "10 20 20 35").ok();
    let unit = |id: &str| {
        let exercise = catalog::find(id);
        equipment::loading(exercise, WeightUnit::Kg, &own).and_then(|l| l.lightest()).map(Load::unit)
    };
    assert_eq!(unit("single-arm-row"), Some(WeightUnit::Lb));
    assert_eq!(unit("deadlift"), Some(WeightUnit::Kg));
    assert_eq!(unit("dead-hang"), None);
    let same = Outfit::default().of(Kind::Bar, WeightUnit::Lb);
    assert_eq!(same, Loading::bar(WeightUnit::Lb));
}

#[test]
fn settings_keep_weights_and_rules_and_older_ones_are_read() {
    let mut settings = Settings::default();
    settings.outfit.0[0] = outfit::read(Kind::Bar, WeightUnit::Lb, "35", "45 45 25 10 5 2.5").ok();
    settings.outfit.0[2] = outfit::read(Kind::Stack, WeightUnit::Kg, "", "5-50/5").ok();
    let row = ExerciseId::stored("barbell-row");
    settings.set_mode(&row, Mode::AllSets);
    settings.set_mode(&row, Mode::AllSets);
    assert_eq!(settings.all_sets.len(), 1);
    let (mut store, _) = Store::open(Memory::default(), Wall(1));
    store.save_settings(&settings).unwrap();
    let (_, loaded) = Store::open(store.storage().clone(), Wall(1));
    assert_eq!(loaded.settings, settings);
    assert_eq!(settings.mode(&row), Mode::AllSets);
    settings.set_mode(&row, Mode::SetToSet);
    assert_eq!(settings.mode(&row), Mode::SetToSet);
    let old = r#"["kg",true,80,true,true,"system",[],null,[0,0,0,0],null]"#;
    assert_eq!(yoke_app::store::v1::read_settings(old), Ok(Settings::default()));
}

proptest! {
    #[test]
    fn what_is_written_reads_back(
        lb in any::<bool>(), bar in 0_u32..5_000, plates in prop::collection::vec(1_u32..5_000, 1..20), kind in 0_usize..3,
    ) {
        let unit = if lb { WeightUnit::Lb } else { WeightUnit::Kg };
        let number = |hundredths: &u32| Load::from_hundredths(*hundredths, unit).unwrap().number();
        let typed = plates.iter().map(number).collect::<Vec<_>>().join(" ");
        let kind = Kind::ALL[kind];
        let told = outfit::read(kind, unit, &number(&bar), &typed).unwrap();
        let (unit, bar, list) = outfit::write(&told);
        prop_assert_eq!(outfit::read(kind, unit, &bar, &list), Ok(told));
    }

    #[test]
    fn no_text_does_harm(text in ".{0,60}") {
        let _ = outfit::list(&text, WeightUnit::Kg);
    }
}
