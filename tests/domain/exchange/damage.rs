//! What is newer, unread, hostile or of another system does no harm.

use yoke_app::exchange::backup::{self, Backup, NoBackup};
use yoke_app::exchange::merge::{Mode, changes, compare};
use yoke_app::store::{Change, KeyValue, Memory, Texts, Unreadable, envelope, texts, v1};
use yoke_app::training::time::Wall;

use super::{START, again, all, file_of, full_phone, open, phone, replace, workout};

#[test]
fn data_of_a_newer_version_is_given_out_and_not_taken_in() {
    let mut memory = Memory::default();
    let newer = envelope::seal(9, 5, "yoke/settings", "{\"whatever\":1}");
    memory.set("yoke/settings", &newer).unwrap();
    let (mut store, _) = open(memory, START);
    store.import(&[Change { key: "yoke/own/x".into(), text: None, anew: true }]).unwrap_err();
    let file = file_of(&store);
    assert!(file.contains("whatever"));
    assert_eq!(backup::read(&file), Err(NoBackup::Nothing));
    // Beside entries that are read, it is named; what a later version keeps in today's form is kept for it.
    let mut texts = full_phone().texts().unwrap();
    texts.insert("yoke/w/2".into(), envelope::seal(2, 5, "yoke/w/2", "[]"));
    texts.insert("yoke/pain/1".into(), envelope::seal(1, 5, "yoke/pain/1", "[4]"));
    let file = backup::read(&backup::write(START, &texts)).unwrap();
    assert_eq!(file.refused, 1);
    assert_eq!(file.listed, ["Line 12, yoke/w/2: written by a newer version (2)"]);
    assert_eq!(compare(&Texts::default(), &file.texts).lines().last().unwrap(), "Others: 1 new");
    let mut store = phone();
    store.import(&changes(Mode::Merge, &Texts::default(), &file.texts)).unwrap();
    let (store, loaded) = open(store.storage().clone(), START);
    assert!(loaded.findings.is_empty());
    assert!(store.texts().unwrap().get("yoke/pain/1").is_some());
    let later = file_of(&store).replace("[\"yoke-backup\",1,", "[\"yoke-backup\",2,");
    assert_eq!(backup::read(&later), Err(NoBackup::Newer));
}

#[test]
fn what_was_set_aside_stays_out_of_backups_and_of_the_way() {
    let mut memory = full_phone().storage().clone();
    memory.set("yoke/own/own-1", "broken").unwrap();
    memory.set("another-app", "text").unwrap();
    let (mut store, _) = open(memory, Wall(5));
    let aside = "yoke/aside/5/yoke/own/own-1";
    let kept = store.aside().unwrap();
    assert_eq!(kept.iter().map(|(key, _)| key).collect::<Vec<_>>(), [aside]);
    assert!(kept.get(aside).unwrap().ends_with("\nbroken"), "as it was found, for whoever can read it");
    assert!(store.texts().unwrap().iter().all(|(key, _)| !key.starts_with("yoke/aside/")));
    replace(&mut store, &Texts::default());
    assert!(store.texts().unwrap().is_empty());
    assert_eq!(all(&mut store).len(), 2, "what was set aside, and what is another's");
    store.clear().unwrap();
    assert_eq!(
        all(&mut store),
        [("another-app".to_owned(), "text".to_owned())],
        "all of this app's, and no more"
    );
    for (key, text) in [
        (aside, "x".to_owned()),
        (aside, envelope::seal(1, 1, aside, "x")),
        ("another-app", envelope::seal(1, 1, "another-app", "x")),
        ("yoke/later", envelope::seal(1, 1, "yoke/later", "")),
    ] {
        assert_eq!(texts::check(key, &text), Err(Unreadable::Form), "{key}");
    }
}

#[test]
fn what_cannot_be_read_here_is_moved_aside_before_a_file_takes_its_place() {
    let key = format!("yoke/w/{}", workout(0, 0).id.as_str());
    let mut memory = Memory::with_room(200);
    memory.set(&key, "x".repeat(120).as_str()).unwrap();
    let (mut store, loaded) = open(memory, Wall(5));
    assert_eq!(loaded.findings.len(), 1);
    let file = backup::read(&file_of(&full_phone())).unwrap();
    let changes = changes(Mode::Merge, &store.texts().unwrap(), &file.texts);
    assert!(store.import(&changes).is_err());
    assert_eq!(store.storage().get(&key).unwrap(), Some("x".repeat(120)));
    store.storage_mut().make_room(100_000);
    store.import(&changes).unwrap();
    assert_eq!(again(&store).workouts.len(), 3);
    let aside = store.aside().unwrap();
    assert!(aside.iter().any(|(of, text)| of.ends_with(&key) && text.ends_with(&"x".repeat(120))));
}

#[test]
fn hostile_files_are_refused_or_stay_data() {
    let line = |key: &str, text: &str| serde_json::to_string(&[key, text]).unwrap();
    let file =
        |lines: &[String]| format!("[\"yoke-backup\",1,5,{},[\n{}\n]]\n", lines.len(), lines.join(",\n"));
    let sealed = |key: &str, seq, payload: &str| line(key, &envelope::seal(1, seq, key, payload));
    let workout = v1::write_workout(&workout(0, 8_000));
    let good = sealed("yoke/w/1", 1, &workout);
    for (nonsense, why) in [
        (sealed("yoke/w/2", 1, "[]"), Unreadable::Content),
        (sealed("yoke/w/2", 1, &workout.replace("2700000", "-1")), Unreadable::Content),
        (sealed("yoke/w/2", 1, &workout.replace("2700000", "1e300")), Unreadable::Content),
        (sealed("yoke/w/2", 1, &workout.replace("2700000", "NaN")), Unreadable::Content),
        (sealed("yoke/w/2", 1, &"[".repeat(100_000)), Unreadable::Content),
        (sealed("yoke/own/2", 1, "{}"), Unreadable::Content),
        (sealed("yoke/timer/2", 1, "\"1cutoff\""), Unreadable::Content),
        (sealed("yoke/settings", 1, "[true]"), Unreadable::Content),
        (line("yoke/w/2", "1.1.00000000.[]"), Unreadable::Checksum),
        (line("yoke/w/2", "[]"), Unreadable::Form),
        (sealed("__proto__", 1, "[]"), Unreadable::Form),
        (sealed(&format!("yoke/{}", "x".repeat(200)), 1, "[]"), Unreadable::Form),
        ("[".repeat(100_000), Unreadable::Form),
        ("[\"yoke/w/2\",7]".to_owned(), Unreadable::Form),
        ("[\"yoke/w/2\"]".to_owned(), Unreadable::Form),
        ("{\"yoke/w/2\":\"\"}".to_owned(), Unreadable::Form),
        ("\u{0}\u{1f}".to_owned(), Unreadable::Form),
    ] {
        let read = backup::read(&file(&[nonsense.clone(), good.clone()])).unwrap();
        assert_eq!((read.texts.len(), read.refused), (1, 1), "{nonsense:.60}");
        assert!(read.listed[0].starts_with("Line 2"), "{:?}", read.listed);
        assert!(read.listed[0].ends_with(&why.to_string()), "{nonsense:.60}: {:?}", read.listed);
        assert!(read.listed[0].len() < 90, "{:?}", read.listed);
    }
    // One key twice: the later edit, wherever it stands.
    let twice = [
        sealed("yoke/later/1", 4, "[4]"),
        sealed("yoke/later/1", 9, "[9]"),
        sealed("yoke/later/1", 5, "[5]"),
    ];
    let read = backup::read(&file(&twice)).unwrap();
    assert!(read.texts.get("yoke/later/1").unwrap().ends_with("[9]"));
    // A number that leaves none for what comes after it is made up.
    let read = backup::read(&file(&[sealed("yoke/w/1", (1 << 53) + 1, &workout), good.clone()])).unwrap();
    assert_eq!((read.refused, read.texts.len()), (1, 1));
    for (text, wrong) in [
        ("", NoBackup::Other),
        ("\u{fffd}\u{0}PNG", NoBackup::Other),
        ("Date;Workout Name;Exercise Name\n", NoBackup::Other),
        ("[\"other\",1,5,0,[\n]]", NoBackup::Other),
        ("[\"yoke-backup\",4294967295,5,0,[\n]]", NoBackup::Newer),
        ("[\"yoke-backup\",1,5,0,[\n]]", NoBackup::Nothing),
    ] {
        assert_eq!(backup::read(text), Err(wrong), "{text}");
    }
    assert_eq!(backup::read(&"[".repeat(50_000_000)), Err(NoBackup::TooLarge));
    let many = "x\n".repeat(100_000) + &good;
    let read = backup::read(&many).unwrap();
    assert_eq!((read.refused, read.listed.len(), read.texts.len()), (100_000, backup::MOST_LISTED, 1));
    let countless: Vec<_> =
        (0..=backup::MOST_ENTRIES).map(|nth| sealed(&format!("yoke/later/{nth}"), 1, "[]")).collect();
    assert_eq!(backup::read(&file(&countless)), Err(NoBackup::TooLarge));
    let late = file(&[good]).replacen(",5,", &format!(",{},", i64::MAX), 1);
    assert_eq!(backup::read(&late).unwrap().made, None);
}

#[test]
fn line_ends_of_other_systems_do_no_harm() {
    let file = file_of(&full_phone());
    let whole = backup::read(&file).unwrap();
    for text in [file.replace('\n', "\r\n"), format!("{file}\n\n"), file.trim_end().to_owned()] {
        assert_eq!(backup::read(&text).unwrap(), whole);
    }
    let cut = file.lines().take(4).collect::<Vec<_>>().join("\n");
    let Backup { texts, refused, missing, .. } = backup::read(&cut).unwrap();
    assert_eq!((texts.len(), refused, missing), (3, 0, whole.texts.len() as u64 - 3));
    let headless = file.split_once('\n').unwrap().1;
    let read = backup::read(headless).unwrap();
    assert_eq!((read.texts, read.made), (whole.texts, None));
}
