//! Two stores against crashes, damage and two pages: what was kept once is there after the next start.

use std::collections::BTreeMap;

use proptest::prelude::*;
use yoke_app::session::Event;
use yoke_app::session::interval::presets;
use yoke_app::store::journal::{self, Place, Repair};
use yoke_app::store::settings::Settings;
use yoke_app::store::{Finding, KeyValue, Memory, Mutation, Settled, Store, StoreError, envelope};
use yoke_app::training::time::Now;
use yoke_app::training::units::Rir;

use super::store::{START, into_memory, log, session, workout};

const KEY: &str = "yoke/a";

/// The texts of a store as these tests take them apart.
type Texts = BTreeMap<String, String>;

fn table(texts: &Texts) -> yoke_app::store::Texts {
    texts.clone().into_iter().collect()
}

fn reconcile(local: &Texts, journal: &Texts) -> Vec<Repair> {
    journal::reconcile(&table(local), &table(journal))
}

fn sealed(seq: u64, payload: &str) -> String {
    envelope::seal(1, seq, KEY, payload)
}

fn one(text: Option<&str>) -> Texts {
    text.map(|text| (KEY.to_owned(), text.to_owned())).into_iter().collect()
}

/// Does what the repairs say; what is set aside comes into both stores.
fn apply(repairs: &[Repair], local: &mut Texts, journal: &mut Texts) {
    for (nth, Repair { place, key, text }) in repairs.iter().enumerate() {
        match place {
            Place::Aside => {
                let aside = format!("yoke/aside/{nth}{}/{key}", text.len());
                local.insert(aside.clone(), text.clone());
                journal.insert(aside, text.clone());
            }
            Place::Local => drop(local.insert(key.clone(), text.clone())),
            Place::Journal => drop(journal.insert(key.clone(), text.clone())),
        }
    }
}

/// What stands in localStorage, what in the journal, and what is to be done.
type Case<'a> = (Option<&'a str>, Option<&'a str>, &'a [(Place, &'a str)]);

#[test]
fn the_later_text_of_a_key_stands_in_both_stores() {
    use Place::{Aside, Journal, Local};
    let (old, new, gone) = (sealed(4, "[1]"), sealed(9, "[2]"), sealed(11, ""));
    let other = sealed(9, "[3]");
    let damaged = new.replace("[2]", "[2");
    let nothing = envelope::tombstone(0, KEY);
    let (old, new, gone, other) = (old.as_str(), new.as_str(), gone.as_str(), other.as_str());
    let (damaged, nothing) = (damaged.as_str(), nothing.as_str());
    let cases: [Case; 15] = [
        (Some(new), Some(new), &[]),
        (Some(damaged), Some(damaged), &[]),
        (Some(new), Some(old), &[(Journal, new)]),
        (Some(old), Some(new), &[(Local, new)]),
        (Some(new), None, &[(Journal, new)]),
        (None, Some(new), &[(Local, new)]),
        // Removed: the tombstone is later than the text, and enough where there is nothing any more.
        (Some(new), Some(gone), &[(Local, gone)]),
        (Some(gone), Some(new), &[(Journal, gone)]),
        (None, Some(gone), &[]),
        (Some(gone), None, &[]),
        // What cannot be read is set aside, and wins over nothing.
        (Some(damaged), Some(old), &[(Aside, damaged), (Local, old)]),
        (Some(old), Some(damaged), &[(Aside, damaged), (Journal, old)]),
        (None, Some(damaged), &[(Aside, damaged), (Journal, nothing)]),
        (Some(damaged), None, &[(Aside, damaged), (Local, nothing)]),
        // Two writers, which should never be: both texts are kept.
        (Some(other), Some(new), &[(Aside, new), (Journal, other)]),
    ];
    for (local, journal, expected) in cases {
        let repairs = reconcile(&one(local), &one(journal));
        let found: Vec<(Place, &str)> =
            repairs.iter().map(|repair| (repair.place, repair.text.as_str())).collect();
        assert_eq!(found, expected, "local {local:?}, journal {journal:?}");
    }
}

#[test]
fn a_text_moved_to_another_key_is_damage() {
    let local: Texts = [("yoke/b".to_owned(), sealed(9, "[2]"))].into();
    let journal: Texts = [("yoke/b".to_owned(), envelope::seal(1, 2, "yoke/b", "[1]"))].into();
    let repairs = reconcile(&local, &journal);
    assert_eq!(repairs.iter().map(|repair| repair.place).collect::<Vec<_>>(), [Place::Aside, Place::Local]);
}

fn any_texts() -> impl Strategy<Value = Texts> {
    let keys = prop::sample::select(vec!["yoke/a", "yoke/b", "yoke/c", "yoke/aside/7/yoke/a"]);
    let text = prop_oneof![
        4 => (0_u64..6, 0_u8..3).prop_map(|(seq, payload)| (Some(seq), ["", "[1]", "[2]"][usize::from(payload)].to_owned())),
        1 => "[a-z.]{0,12}".prop_map(|garbage| (None, garbage)),
    ];
    prop::collection::vec((keys, text), 0..8).prop_map(|entries| {
        let texts = entries.into_iter().map(|(key, (seq, payload))| {
            let text = seq.map_or(payload.clone(), |seq| envelope::seal(1, seq, key, &payload));
            (key.to_owned(), text)
        });
        texts.collect()
    })
}

/// The number of a text; what was set aside comes before all.
fn number(key: &str, text: &str) -> Option<u64> {
    envelope::number(text, key).or_else(|| key.starts_with("yoke/aside/").then_some(0))
}

/// What stands in a store: a tombstone is nothing, and so is an empty text.
fn standing(texts: &Texts) -> Texts {
    let there = texts.iter().filter(|(key, text)| !text.is_empty() && !envelope::is_tombstone(text, key));
    there.map(|(key, text)| (key.clone(), text.clone())).collect()
}

proptest! {
    #[test]
    fn repairs_make_both_stores_one_and_lose_nothing(local in any_texts(), journal in any_texts()) {
        let (mut one, mut other) = (local.clone(), journal.clone());
        apply(&reconcile(&local, &journal), &mut one, &mut other);
        prop_assert_eq!(standing(&one), standing(&other));
        prop_assert_eq!(reconcile(&one, &other), [], "once is enough");
        // With the stores exchanged the same stands in both.
        let (mut swapped, mut twin) = (journal.clone(), local.clone());
        apply(&reconcile(&journal, &local), &mut swapped, &mut twin);
        let values = |texts: &Texts| {
            let mut values: Vec<String> = standing(texts).into_values().collect();
            values.sort();
            values
        };
        prop_assert_eq!(values(&one), values(&swapped));
        for (key, text) in local.iter().chain(&journal) {
            let rivals = [local.get(key), journal.get(key)].into_iter().flatten();
            let latest = rivals.filter_map(|text| number(key, text)).max();
            let stands = one.get(key).and_then(|text| number(key, text));
            prop_assert!(stands >= latest || !one.contains_key(key), "{key}: {stands:?} for {latest:?}");
            match number(key, text) {
                // An earlier text gives way, and no other.
                Some(seq) if Some(seq) < latest => {}
                Some(_) if envelope::is_tombstone(text, key) => {}
                _ => prop_assert!(one.values().any(|kept| kept == text), "{key}: {text} is gone"),
            }
        }
    }
}

/// What the browser half tells of a journal: where the two differ, what it has.
fn differing(store: &Store<Memory>, journal: &Texts) -> Texts {
    let local = texts(&into_memory(store));
    let keys = local.keys().chain(journal.keys()).filter(|key| local.get(*key) != journal.get(*key));
    keys.map(|key| (key.clone(), journal.get(key).cloned().unwrap_or_default())).collect()
}

/// A page with both stores: what it is told to write, the journal gets as well.
struct Page {
    store: Store<Memory>,
    journal: Texts,
}

impl Page {
    fn open(local: Memory, journal: Texts) -> (Self, usize, Vec<Finding>) {
        let (mut store, loaded) = Store::open(local, START);
        let Settled { brought_back, loaded: again } = store.settle(Some(table(&differing(&store, &journal))));
        let mut page = Self { store, journal };
        page.flush();
        (page, brought_back, again.unwrap_or(loaded).findings)
    }

    fn flush(&mut self) {
        for Mutation { key, text } in self.store.outgoing() {
            self.journal.insert(key, text);
        }
        self.store.confirm();
    }
}

/// Everything a life leaves behind, write for write: settings, workouts, a timer that was removed, sets logged, rated and
/// taken back.
fn life() -> Vec<Mutation> {
    let (mut store, _) = Store::open(Memory::default(), START);
    store.settle(Some(table(&Texts::new())));
    store.save_settings(&Settings::default()).unwrap();
    let timer = presets().remove(0);
    store.save_timer("1-1", &timer).unwrap();
    store.remove_timer("1-1").unwrap();
    for number in 0..2 {
        store.save_workout(&workout(number)).unwrap();
    }
    let mut running = session();
    store.begin(&running).unwrap();
    for at in [9_000, 200_000] {
        let effects = log(&mut running, at, 8_000);
        store.save_changes(&running, &effects).unwrap();
        let now = Now { wall: START.plus(at + 170_000), mono: at + 170_000 };
        let effects = running.step(Event::Skip, now).unwrap();
        store.save_changes(&running, &effects).unwrap();
    }
    let now = Now { wall: START.plus(400_000), mono: 400_000 };
    let effects = running.step(Event::Rate { step: 1, rir: Rir::new(1).ok() }, now).unwrap();
    store.save_changes(&running, &effects).unwrap();
    store.outgoing()
}

fn after(mutations: &[Mutation]) -> Texts {
    mutations.iter().map(|mutation| (mutation.key.clone(), mutation.text.clone())).collect()
}

fn memory(texts: &Texts) -> Memory {
    let mut memory = Memory::default();
    for (key, text) in texts {
        memory.set(key, text).unwrap();
    }
    memory
}

fn texts(memory: &Memory) -> Texts {
    memory.keys().unwrap().into_iter().map(|key| (key.clone(), memory.get(&key).unwrap().unwrap())).collect()
}

#[test]
fn whichever_store_a_crash_left_behind_everything_is_there() {
    let life = life();
    let whole = standing(&after(&life));
    for cut in 0..=life.len() {
        for (local, journal) in [(cut, life.len()), (life.len(), cut)] {
            let (page, brought_back, findings) =
                Page::open(memory(&after(&life[..local])), after(&life[..journal]));
            assert_eq!(findings, [], "{local} of local, {journal} of the journal");
            assert_eq!(standing(&texts(&into_memory(&page.store))), whole, "{local} and {journal}");
            assert_eq!(standing(&page.journal), whole, "{local} and {journal}");
            assert_eq!(brought_back == 0, standing(&after(&life[..local])) == whole, "{local} and {journal}");
        }
    }
}

#[test]
fn what_is_written_before_the_journal_is_read_does_not_stand_over_what_a_crash_took() {
    let life = life();
    let whole = after(&life);
    // The last five writes are lost; the page that starts does not know of them and moves the workout on.
    let (mut store, loaded) = Store::open(memory(&after(&life[..life.len() - 5])), START);
    let mut behind = loaded.session.unwrap();
    let effects = log(&mut behind, 500_000, 7_000);
    store.save_changes(&behind, &effects).unwrap();
    let mut settings = loaded.settings;
    settings.volume = 5;
    store.save_settings(&settings).unwrap();
    assert_eq!(store.outgoing(), [], "nothing goes to a journal that was not read");
    let Settled { brought_back, loaded } = store.settle(Some(table(&differing(&store, &whole))));
    assert!(brought_back > 0);
    let again = loaded.unwrap();
    let (_, expected) = Store::open(memory(&whole), START);
    assert_eq!(again.session.unwrap().parts(), expected.session.unwrap().parts());
    assert_eq!(again.settings.volume, 5, "what nobody had changed since stays as it was chosen");
    let told = store.outgoing();
    assert_eq!(told.iter().map(|told| told.key.as_str()).collect::<Vec<_>>(), ["yoke/settings"]);
    store.save_settings(&Settings::default()).unwrap();
    let newest = store.outgoing().pop().unwrap();
    let before = whole.iter().map(|(key, text)| number(key, text)).max().unwrap();
    assert!(number(&newest.key, &newest.text) > before, "numbers go on after those of the journal");
}

#[test]
fn an_emptied_storage_is_filled_from_the_journal() {
    let whole = standing(&after(&life()));
    let (page, brought_back, findings) = Page::open(Memory::default(), whole.clone());
    assert_eq!((brought_back, findings), (whole.len(), vec![]));
    assert_eq!(texts(&into_memory(&page.store)), whole);
}

#[test]
fn what_was_removed_stays_removed() {
    let (mut page, ..) = Page::open(Memory::default(), Texts::new());
    page.store.save_workout(&workout(0)).unwrap();
    let timer = presets().remove(0);
    page.store.save_timer("1-1", &timer).unwrap();
    page.flush();
    let before = page.journal.clone();
    page.store.remove_timer("1-1").unwrap();
    let removed = into_memory(&page.store);
    page.flush();
    // The page dies before the journal hears of it, or after: neither brings the timer back.
    for (local, journal) in [(removed, before), (into_memory(&page.store), page.journal.clone())] {
        let (again, brought_back, _) = Page::open(local, journal);
        assert_eq!(brought_back, 0);
        let (_, loaded) = Store::open(into_memory(&again.store), START);
        assert_eq!((loaded.timers.len(), loaded.workouts.len()), (0, 1));
    }
    assert!(
        !texts(&into_memory(&page.store)).contains_key("yoke/timer/1-1"),
        "no tombstone is left for good"
    );
}

#[test]
fn a_set_that_found_no_room_is_in_the_journal_and_comes_back() {
    let (mut page, ..) = Page::open(Memory::default(), Texts::new());
    let mut running = session();
    page.store.begin(&running).unwrap();
    page.store.storage_mut().make_room(10);
    let effects = log(&mut running, 9_000, 8_000);
    assert!(page.store.save_changes(&running, &effects).is_err());
    page.flush();
    let full = into_memory(&page.store);
    assert!(!texts(&full).contains_key("yoke/run/set/000"));
    // Still no room at the next start: it is shown all the same. With room it is stored.
    for room in [10, 100_000] {
        let mut local = full.clone();
        local.make_room(room);
        let (mut again, brought_back, _) = Page::open(local, page.journal.clone());
        assert!(brought_back > 0);
        assert_eq!(again.store.load().session.unwrap().parts(), running.parts(), "with room for {room}");
        assert_eq!(texts(&into_memory(&again.store)).contains_key("yoke/run/set/000"), room > 10);
    }
}

#[test]
fn a_follower_writes_nothing_and_takes_over_with_all_that_was_written() {
    let (mut first, ..) = Page::open(Memory::default(), Texts::new());
    let mut running = session();
    first.store.begin(&running).unwrap();
    first.flush();
    let seen = into_memory(&first.store);
    let (mut second, loaded) = Store::open_to_follow(seen.clone(), START);
    assert_eq!(loaded.session.unwrap().parts(), running.parts());
    assert_eq!(second.save_settings(&Settings::default()), Err(StoreError::Follows));
    assert_eq!(into_memory(&second), seen);
    // The first logs a set; the second leads before localStorage has told it so, and finds the set in the journal.
    let effects = log(&mut running, 9_000, 8_000);
    first.store.save_changes(&running, &effects).unwrap();
    first.flush();
    first.store.follow();
    assert_eq!(first.store.save_settings(&Settings::default()), Err(StoreError::Follows));
    assert!(second.lead() && !second.follows());
    assert_eq!(
        second
            .settle(Some(table(&differing(&second, &first.journal))))
            .loaded
            .unwrap()
            .session
            .unwrap()
            .parts(),
        running.parts()
    );
    second.save_settings(&Settings::default()).unwrap();
    let told = second.outgoing().pop().unwrap();
    let before = first.journal.iter().map(|(key, text)| number(key, text)).max().unwrap();
    assert!(number(&told.key, &told.text) > before, "its numbers go on after those of the first");
}

#[test]
fn data_of_a_newer_version_is_not_touched_by_the_journal_either() {
    let newer = envelope::seal(9, 5, "yoke/settings", "{\"whatever\":1}");
    let local = memory(&[("yoke/settings".to_owned(), newer)].into());
    let journal: Texts = [(KEY.to_owned(), sealed(9, "[2]"))].into();
    let (page, brought_back, findings) = Page::open(local.clone(), journal.clone());
    assert_eq!((brought_back, findings), (0, vec![Finding::Newer { version: 9 }]));
    assert_eq!((into_memory(&page.store), page.journal), (local, journal));
}

/// Numbers that look random and are the same in each run (xorshift).
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % end as u64) as usize
    }
}

/// A byte changed, cut off, put in, the text doubled, emptied, cut, or put in the place of another.
fn damage(texts: &mut Texts, chance: &mut Chance) {
    let keys: Vec<String> = texts.keys().cloned().collect();
    if keys.is_empty() {
        return;
    }
    let key = &keys[chance.below(keys.len())];
    let other = texts[&keys[chance.below(keys.len())]].clone();
    let text = texts[key].clone();
    let at = chance.below(text.len().max(1)).min(text.len().saturating_sub(1));
    let byte = char::from(32 + chance.below(95) as u8);
    let damaged = match chance.below(7) {
        _ if text.is_empty() => byte.to_string(),
        0 => format!("{}{byte}{}", &text[..at], &text[at + 1..]),
        1 => format!("{}{}", &text[..at], &text[at + 1..]),
        2 => format!("{}{byte}{}", &text[..at], &text[at..]),
        3 => text[..at].to_owned(),
        4 => text.repeat(2),
        5 => String::new(),
        _ => other,
    };
    texts.insert(key.clone(), damaged);
}

/// 20,000 times: both stores somewhere in their life, one of them perhaps behind, up to three texts of either damaged.
#[test]
fn no_damage_to_either_store_costs_a_readable_text() {
    let life = life();
    for seed in 1..=20_000_u64 {
        let mut chance = Chance(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15));
        let (first, second) = (chance.below(life.len() + 1), chance.below(life.len() + 1));
        let (mut local, mut journal) = (after(&life[..first]), after(&life[..second]));
        for _ in 0..=chance.below(3) {
            damage(if chance.below(2) == 0 { &mut local } else { &mut journal }, &mut chance);
        }
        let (page, ..) = Page::open(memory(&local), journal.clone());
        let (kept, twin) = (texts(&into_memory(&page.store)), page.journal.clone());
        assert_eq!(standing(&kept), standing(&twin), "seed {seed}: the stores differ");
        for (key, text) in local.iter().chain(&journal) {
            let rivals = [local.get(key), journal.get(key)].into_iter().flatten();
            let latest = rivals.filter_map(|text| number(key, text)).max();
            let here = number(key, text).is_none_or(|seq| Some(seq) == latest);
            if here && !text.is_empty() && !envelope::is_tombstone(text, key) {
                let found = kept.values().any(|kept| kept == text || kept.ends_with(&format!("\n{text}")));
                assert!(found, "seed {seed}: {key} was {text:?}");
            }
        }
        let (_, loaded) = Store::open(memory(&kept), START);
        let records = standing(&kept).keys().filter(|key| key.starts_with("yoke/w/")).count();
        assert_eq!(loaded.workouts.len(), records, "seed {seed}");
        assert_eq!(loaded.session.is_some(), standing(&kept).contains_key("yoke/run/plan"), "seed {seed}");
        let (_, brought_back, findings) = Page::open(memory(&kept), twin);
        assert_eq!((brought_back, findings), (0, vec![]), "seed {seed}: the next start has nothing to do");
    }
}
