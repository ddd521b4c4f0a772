//! How texts get into localStorage, and into the journal beside it.
//!
//! Works with `journal`, which decides what each side lacks; the browser half carries the texts. Invariants: whatever is
//! changed goes to the journal as well, also where localStorage has no room for it; a follower writes nothing.

use super::journal::{Place, number, reconcile};
use super::{
    ASIDE, Finding, KeyValue, Loaded, Mutation, Outcome, StorageError, Store, StoreError, Texts, Unreadable,
    VERSION, envelope,
};

/// What came of comparing both stores.
#[derive(Debug, Default)]
pub struct Settled {
    /// How many changes localStorage had lost.
    pub brought_back: usize,
    /// All that there is, if that is another than was found before, or something could not be read.
    pub loaded: Option<Loaded>,
}

impl<K: KeyValue> Store<K> {
    /// Whether another page writes and this one only looks.
    #[must_use]
    pub fn follows(&self) -> bool {
        self.closed == Some(StoreError::Follows)
    }

    /// From now on another page writes.
    pub fn follow(&mut self) {
        self.closed.get_or_insert(StoreError::Follows);
        self.settled = false;
    }

    /// From now on this page writes. Whether it followed until now.
    pub fn lead(&mut self) -> bool {
        self.closed.take_if(|why| *why == StoreError::Follows).is_some()
    }

    /// Brings localStorage and the journal to the same state, each by the other. `journal` is what the journal has under the
    /// keys where the two differ, an empty text where it has nothing; `None` where there is no journal. What it lacks is
    /// among [`Store::outgoing`]. What cannot be read in either is set aside.
    pub fn settle(&mut self, journal: Option<Texts>) -> Settled {
        self.settled = true;
        let (mut brought_back, mut findings) = (0, Vec::new());
        if let (Some(journal), None) = (journal, self.closed) {
            (brought_back, findings) = self.repair(journal);
        }
        let changed = brought_back > 0 || !findings.is_empty() || !self.unread.is_empty();
        let loaded = changed.then(|| {
            let mut loaded = self.load();
            loaded.findings.extend(findings);
            loaded
        });
        Settled { brought_back, loaded }
    }

    /// How many changes localStorage had lost, and what the person should know.
    fn repair(&mut self, differing: Texts) -> (usize, Vec<Finding>) {
        let (mut brought_back, mut findings) = (0, Vec::new());
        let (mut local, mut journal) = (Texts::default(), Texts::default());
        for (key, text) in differing {
            if let Ok(Some(text)) = self.get(&key) {
                local.insert(key.clone(), text);
            }
            if !text.is_empty() {
                journal.insert(key, text);
            }
        }
        let seq = |key: &str| number(key, journal.get(key)?);
        // Written between the start and now, by a page that did not know the later state in the journal.
        for Mutation { key, .. } in std::mem::take(&mut self.outgoing) {
            if seq(&key).is_some_and(|seq| seq > self.found_seq) {
                let nothing = envelope::tombstone(0, &key);
                local.insert(key, nothing);
            }
        }
        let last = journal.iter().filter_map(|(key, _)| seq(key)).max().unwrap_or_default();
        self.next_seq = self.next_seq.max(last.saturating_add(1));
        for repair in reconcile(&local, &journal) {
            let (key, text) = (repair.key, repair.text);
            match repair.place {
                Place::Aside => {
                    let why = envelope::open(&text, &key, VERSION).err().unwrap_or(Unreadable::Content);
                    let aside = self.aside_of(&key, &text, why);
                    // Where there is no room, the journal's copy will do.
                    let _ = self.kv.set(&aside.key, &aside.text);
                    self.outgoing.push(aside);
                    findings.push(Finding::SetAside { key, why });
                }
                Place::Local => {
                    self.unread.retain(|(unread, _)| *unread != key);
                    // What has no room stays in memory, and in the journal.
                    let _ = self.set(&key, text);
                    brought_back += 1;
                }
                Place::Journal => self.outgoing.push(Mutation { key, text }),
            }
        }
        (brought_back, findings)
    }

    /// What the journal has not been handed yet, in order; nothing before both stores were compared.
    pub fn outgoing(&mut self) -> Vec<Mutation> {
        if self.settled { std::mem::take(&mut self.outgoing) } else { Vec::new() }
    }

    /// The journal has all that it was handed, or there is none: tombstones have done their work.
    pub fn confirm(&mut self) {
        for key in std::mem::take(&mut self.buried) {
            if self.closed.is_none()
                && let Ok(Some(text)) = self.kv.get(&key)
                && envelope::is_tombstone(&text, &key)
            {
                // One that stays does no harm.
                let _ = self.kv.remove(&key);
            }
        }
    }

    pub(super) fn remove_all(&mut self, which: impl Fn(&str) -> bool) -> Outcome {
        let keys = self.keys()?;
        keys.iter().filter(|key| which(key)).try_for_each(|key| self.remove(key))
    }

    pub(super) fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        match self.refused.get(key) {
            Some(text) => Ok(Some(text.to_owned())),
            None => self.kv.get(key),
        }
    }

    /// All keys, in order.
    pub(super) fn keys(&self) -> Result<Vec<String>, StorageError> {
        let mut keys = self.kv.keys()?;
        for (key, _) in self.refused.iter() {
            if !keys.iter().any(|known| known == key) {
                keys.push(key.to_owned());
            }
        }
        keys.sort_unstable();
        Ok(keys)
    }

    pub(super) fn put(&mut self, key: &str, payload: &str) -> Outcome {
        let text = envelope::seal(VERSION, self.next_seq, key, payload);
        self.next_seq = self.next_seq.saturating_add(1);
        self.place(key, text)
    }

    /// Puts a text in its place, here and in the journal.
    pub(super) fn place(&mut self, key: &str, text: String) -> Outcome {
        self.closed.map_or(Ok(()), Err)?;
        self.rescue(key)?;
        self.outgoing.push(Mutation { key: key.to_owned(), text: text.clone() });
        self.set(key, text)
    }

    /// A removal is kept as a tombstone until the journal has it too, or the journal would bring back what was removed.
    pub(super) fn remove(&mut self, key: &str) -> Outcome {
        match self.get(key)? {
            Some(text) if !envelope::is_tombstone(&text, key) => self.put(key, ""),
            _ => Ok(()),
        }
    }

    /// Puts a sealed text in its place. What there is no room for stays in memory; a removal makes its own room.
    fn set(&mut self, key: &str, text: String) -> Outcome {
        let removed = envelope::is_tombstone(&text, key);
        if removed {
            self.buried.push(key.to_owned());
        }
        self.refused.remove(key);
        match self.kv.set(key, &text) {
            Err(StorageError::Full) if removed => self.kv.remove(key)?,
            outcome @ Err(StorageError::Full) => {
                self.refused.insert(key.to_owned(), text);
                outcome?;
            }
            outcome => outcome?,
        }
        Ok(())
    }

    /// Moves a text that could not be read aside, before its key is used.
    fn rescue(&mut self, key: &str) -> Outcome {
        let Some(at) = self.unread.iter().position(|(unread, _)| unread == key) else { return Ok(()) };
        if let (Some(text), Some(&(_, why))) = (self.kv.get(key)?, self.unread.get(at)) {
            self.set_aside(key, &text, why)?;
        }
        self.unread.remove(at);
        Ok(())
    }

    /// Copies a text aside.
    pub(super) fn set_aside(&mut self, key: &str, text: &str, why: Unreadable) -> Result<(), StorageError> {
        let aside = self.aside_of(key, text, why);
        self.kv.set(&aside.key, &aside.text)?;
        self.outgoing.push(aside);
        Ok(())
    }

    /// A text as it is set aside, under a key of its own.
    fn aside_of(&mut self, key: &str, text: &str, why: Unreadable) -> Mutation {
        let at = self.opened;
        self.opened = at.plus(1);
        Mutation { key: format!("{ASIDE}{}/{key}", at.0), text: format!("{why}\n{text}") }
    }
}
