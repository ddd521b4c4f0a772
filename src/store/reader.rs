//! Reading all that is stored, at start-up and when another page has written.
//!
//! Invariant: what cannot be read is copied aside before its key is used, or stays where it is.

use super::{
    ASIDE, Finding, KeyValue, RUN_PLAN, RUN_SAID, RUN_SET, RUN_STAGE, Store, StoreError, Unreadable, VERSION,
    envelope, is_set_of_other, set_prefix, v1,
};
use crate::session::Session;

/// Four fifths of the 5,242,880 characters that browsers keep for a page.
const NEARLY_FULL: usize = 4_194_304;

/// Reads all, and sets aside what it cannot read.
pub(super) struct Reader<'a, K> {
    pub store: &'a mut Store<K>,
    pub findings: Vec<Finding>,
}

impl<K: KeyValue> Reader<'_, K> {
    /// Finds the highest sequence number, tombstones, and whether a newer version has written here.
    pub fn scan(&mut self, keys: &[String]) {
        let mut used = 0;
        for key in keys.iter().filter(|key| key.starts_with("yoke/") && !key.starts_with(ASIDE)) {
            let Ok(Some(text)) = self.store.get(key) else { continue };
            used += key.len() + text.len();
            let Some((version, seq)) = envelope::heading(&text) else { continue };
            let Ok(payload) = envelope::open(&text, key, version) else { continue };
            if version > VERSION {
                self.store.closed = Some(StoreError::ReadOnly);
                if !self.findings.iter().any(|found| matches!(found, Finding::Newer { .. })) {
                    self.findings.push(Finding::Newer { version });
                }
            }
            if payload.is_empty() {
                self.store.buried.push(key.clone());
            }
            self.store.next_seq = self.store.next_seq.max(seq.saturating_add(1));
        }
        if used > NEARLY_FULL {
            self.findings.push(Finding::NearlyFull);
        }
        if self.store.outgoing.is_empty() {
            self.store.found_seq = self.store.next_seq - 1;
        }
    }

    pub fn read<T>(&mut self, key: &str, decode: impl FnOnce(&str) -> Result<T, Unreadable>) -> Option<T> {
        let payload = self.payload(key)?;
        decode(&payload).map_err(|why| self.refuse(key, why)).ok()
    }

    /// What is stored under a key, if it is there and sound. What was removed is not there.
    #[inline(never)]
    fn payload(&mut self, key: &str) -> Option<String> {
        let text = self.store.get(key).ok()??;
        match envelope::open(&text, key, VERSION) {
            Ok(payload) => (!payload.is_empty()).then(|| payload.to_owned()),
            Err(why) => {
                self.refuse(key, why);
                None
            }
        }
    }

    /// What a newer version wrote is not touched. Anything else that cannot be read stays until the journal was asked for it,
    /// and is then set aside: first the copy, then the removal, so that at no moment is the text in neither place.
    #[inline(never)]
    fn refuse(&mut self, key: &str, why: Unreadable) {
        let Ok(Some(text)) = self.store.get(key) else { return };
        if matches!(why, Unreadable::Newer(_)) {
            return;
        }
        let settled = self.store.settled && self.store.closed.is_none();
        let key = key.to_owned();
        // With a tombstone, for the journal may have the same text.
        let aside =
            settled && self.store.set_aside(&key, &text, why).is_ok() && self.store.remove(&key).is_ok();
        if !aside {
            self.store.unread.push((key.clone(), why));
        }
        if aside {
            self.findings.push(Finding::SetAside { key, why });
        } else if self.store.settled {
            self.findings.push(Finding::LeftInPlace { key, why });
        }
    }

    pub fn session(&mut self, keys: &[String]) -> Option<Session> {
        let plan = self.read(RUN_PLAN, v1::read_plan);
        let stage = self.read(RUN_STAGE, v1::read_stage);
        let said = self.read(RUN_SAID, v1::read_said);
        let mut sets = Vec::new();
        let owner = plan.as_ref().map(|plan| v1::owner(&plan.id, plan.revision));
        let ours = set_prefix(plan.as_ref().map_or(0, |plan| plan.revision));
        for key in keys.iter().filter(|key| key.starts_with(RUN_SET)) {
            // Those of another state of the plan were copied into this one, or it never came to be.
            if plan.is_none() || !is_set_of_other(key, &ours) {
                sets.extend(self.read(key, |text| v1::read_record(text, owner.as_deref())));
            }
        }
        let plan = plan?;
        let stage = stage.filter(|(of, _)| Some(of) == owner.as_ref()).map(|(_, stage)| stage);
        let said = said.filter(|(of, _)| *of == plan.id).map(|(_, said)| said).unwrap_or_default();
        Some(Session::restore(v1::join(plan, stage, sets, said)))
    }
}
