//! What holds for all phones, all files and all damage.

use proptest::prelude::*;
use yoke_app::exchange::backup;
use yoke_app::exchange::merge::{Mode, Standing, changes, compare};
use yoke_app::store::{Change, KeyValue, Memory, Mutation, Store, Texts, envelope, texts, v1};

use yoke_app::training::measure::Scale;

use super::{START, again, contents, file_of, full_phone, own_exercise, payloads, phone, workout};
use crate::measure::measurement;

/// What a phone may hold: a few keys, each with one of a few contents, written at any time.
fn any_texts() -> impl Strategy<Value = Texts> {
    let entry = (0_u64..6, 0_u32..3, 1_u64..6).prop_map(|(key, content, seq)| match key {
        0..=2 => {
            let workout = workout(key, 8_000 + content);
            let key = format!("yoke/w/{}", workout.id.as_str());
            let text = envelope::seal(1, seq, &key, &v1::write_workout(&workout));
            (key, text)
        }
        3 => {
            let own = own_exercise(["Ring row", "Towel row", "Row"][content as usize]);
            let key = format!("yoke/own/{}", own.id);
            let text = envelope::seal(1, seq, &key, &v1::write_own(&own));
            (key, text)
        }
        4 => {
            let one = measurement(7, Scale::Hang, 30 + content);
            let key = format!("yoke/test/{}", one.id);
            let text = envelope::seal(1, seq, &key, &v1::write_test(&one));
            (key, text)
        }
        _ => ("yoke/later/1".to_owned(), envelope::seal(1, seq, "yoke/later/1", &content.to_string())),
    });
    prop::collection::vec(entry, 0..8).prop_map(|entries| entries.into_iter().collect())
}

fn merge(here: &Texts, file: &Texts) -> Vec<Change> {
    changes(Mode::Merge, here, file)
}

fn merged(here: &Texts, file: &Texts) -> Texts {
    let mut texts = here.clone();
    for Change { key, text, .. } in merge(here, file) {
        match text {
            Some(text) => texts.insert(key, text),
            None => texts.remove(&key),
        }
    }
    texts
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn merging_is_commutative_associative_and_idempotent(a in any_texts(), b in any_texts(), c in any_texts()) {
        let ab = merged(&a, &b);
        prop_assert_eq!(&ab, &merged(&b, &a));
        prop_assert_eq!(merged(&ab, &c), merged(&a, &merged(&b, &c)));
        prop_assert_eq!(merged(&merged(&c, &a), &b), merged(&merged(&c, &b), &a));
        prop_assert_eq!(merge(&ab, &b), vec![]);
        prop_assert_eq!(merge(&ab, &ab), vec![]);
        prop_assert!(merge(&ab, &a).is_empty());
    }

    #[test]
    fn what_a_comparison_says_is_what_a_merge_does(a in any_texts(), b in any_texts()) {
        let after = merged(&a, &b);
        let comparison = compare(&a, &b);
        let sum = |standing| comparison.sum(standing);
        let in_both = |alike: bool| b.iter().filter(|(key, text)| {
            a.get(key).is_some_and(|ours| texts::same_content(ours, text) == alike)
        }).count();
        prop_assert_eq!(sum(Standing::New), after.len() - a.len());
        prop_assert_eq!(sum(Standing::OnlyHere), after.len() - b.len());
        prop_assert_eq!(sum(Standing::Same), in_both(true));
        prop_assert_eq!(sum(Standing::Changed) + sum(Standing::Older), in_both(false));
        let changed = a.iter().filter(|(key, ours)| !texts::same_content(after.get(key).unwrap(), ours)).count();
        prop_assert_eq!(sum(Standing::Changed), changed);
    }

    /// Phones that edit and exchange files in any order agree once each has seen each, and a phone that has seen all
    /// edits has the last word with its own.
    #[test]
    fn phones_agree_in_the_end_and_the_last_word_stands(
        steps in prop::collection::vec((0_usize..3, 0_usize..3, 0_u64..2, 0_u32..50), 0..24),
        word in (0_usize..3, 0_u32..50),
    ) {
        let mut phones = [phone(), phone(), phone()];
        for (from, to, number, load) in steps {
            if from == to {
                phones[to].save_workout(&workout(number, load * 100)).unwrap();
            } else {
                let file = file_of(&phones[from]);
                if let Ok(file) = backup::read(&file) {
                    let changes = merge(&phones[to].texts().unwrap(), &file.texts);
                    phones[to].import(&changes).unwrap();
                }
            }
        }
        let everyone_sees_all = |phones: &mut [Store<Memory>; 3]| {
            for from in [0, 1, 2, 0, 1, 2] {
                let file = phones[from].texts().unwrap();
                for phone in phones.iter_mut() {
                    let changes = merge(&phone.texts().unwrap(), &file);
                    phone.import(&changes).unwrap();
                }
            }
        };
        everyone_sees_all(&mut phones);
        prop_assert_eq!(phones[0].texts(), phones[1].texts());
        prop_assert_eq!(phones[1].texts(), phones[2].texts());
        let last = workout(0, word.1 * 100);
        phones[word.0].save_workout(&last).unwrap();
        everyone_sees_all(&mut phones);
        for phone in &phones {
            let loaded = again(phone);
            prop_assert!(loaded.workouts.contains(&last));
        }
    }

    #[test]
    fn replacing_is_exact_and_so_is_undoing(a in any_texts(), b in any_texts()) {
        let mut store = phone();
        store.import(&changes(Mode::Replace, &Texts::default(), &a)).unwrap();
        prop_assert_eq!(payloads(&store), contents(&a));
        for mode in [Mode::Merge, Mode::Replace] {
            let here = store.texts().unwrap();
            let taken = store.import(&changes(mode, &here, &b)).unwrap();
            let expected = if mode == Mode::Merge { merged(&here, &b) } else { b.clone() };
            prop_assert_eq!(payloads(&store), contents(&expected));
            store.take_back(&taken).unwrap();
            prop_assert_eq!(payloads(&store), contents(&a));
        }
    }

    /// Whatever comes in or goes out is in the journal as the later: after a crash that loses what localStorage was told,
    /// and also after one that loses nothing, both stores hold what there was on screen.
    #[test]
    fn the_journal_agrees_with_every_import(
        a in any_texts(),
        b in any_texts(),
        replaces in any::<bool>(),
        back in any::<bool>(),
        clears in any::<bool>(),
    ) {
        let mut store = phone();
        let mut journal = Texts::default();
        let mut hand_on = |store: &mut Store<Memory>| {
            for Mutation { key, text } in store.outgoing() {
                journal.insert(key, text);
            }
            store.confirm();
        };
        store.import(&changes(Mode::Merge, &Texts::default(), &a)).unwrap();
        hand_on(&mut store);
        let lost = store.storage().clone();
        let mode = if replaces { Mode::Replace } else { Mode::Merge };
        let changes = changes(mode, &store.texts().unwrap(), &b);
        let taken = if clears { store.clear() } else { store.import(&changes) }.unwrap();
        if back {
            hand_on(&mut store);
            store.take_back(&taken).unwrap();
        }
        hand_on(&mut store);
        for local in [lost, store.storage().clone()] {
            let mut differing = journal.clone();
            for key in local.keys().unwrap() {
                if journal.get(&key).is_none() {
                    differing.insert(key, String::new());
                }
            }
            let (mut again, _) = Store::open(local, START);
            again.settle(Some(differing));
            prop_assert_eq!(payloads(&again), payloads(&store));
        }
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        prop_assert!(backup::read(&String::from_utf8_lossy(&bytes)).is_err());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(20_000))]

    /// Bytes changed, cut out, put in, doubled, moved or zeroed anywhere in a file: no panic, whatever is read is as it
    /// was written, and what is not read is said.
    #[test]
    fn no_damage_to_a_file_changes_an_entry_or_goes_unsaid(
        kind in 0_u8..8,
        at in any::<prop::sample::Index>(),
        to in any::<prop::sample::Index>(),
        bytes in prop::collection::vec(any::<u8>(), 1..6),
    ) {
        let whole = full_phone().texts().unwrap();
        let file = backup::write(START, &whole).into_bytes();
        let (at, to) = (at.index(file.len()), to.index(file.len()));
        let (low, high) = (at.min(to), at.max(to));
        let mut damaged = file.clone();
        match kind {
            0 => damaged[at] = bytes[0],
            1 => damaged[at] ^= 1 << (bytes[0] % 8),
            2 => damaged.truncate(at),
            3 => drop(damaged.drain(low..high)),
            4 => drop(damaged.splice(at..at, bytes)),
            5 => drop(damaged.splice(at..at, file[low..high].to_vec())),
            6 => damaged[low..high].fill(0),
            _ => damaged.swap(at, to),
        }
        match backup::read(&String::from_utf8_lossy(&damaged)) {
            Ok(read) => {
                for (key, text) in read.texts.iter() {
                    prop_assert_eq!(whole.get(key), Some(text));
                }
                let head_is_whole = read.made == Some(START);
                let lost = (whole.len() - read.texts.len()) as u64;
                prop_assert!(lost == 0 || read.refused + read.missing > 0, "{lost} lost");
                prop_assert!(!head_is_whole || lost <= read.refused + read.missing || kind >= 4, "{lost} lost");
                prop_assert_eq!(read.listed.len() as u64, read.refused);
            }
            Err(wrong) => prop_assert!(wrong.text().contains("Nothing was changed.")),
        }
    }
}
