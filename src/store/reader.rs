//! Reading all that is stored, once, at start-up.
//!
//! Invariant: what cannot be read is copied aside before its key is used, or stays where it is.

use super::{
    ASIDE, Finding, KeyValue, RUN_PLAN, RUN_SAID, RUN_SET, RUN_STAGE, Store, Unreadable, VERSION, aside_key,
    envelope, is_set_of_other, set_prefix, v1,
};
use crate::session::Session;

/// Reads once at start-up and sets aside what it cannot read.
pub(super) struct Reader<'a, K> {
    pub store: &'a mut Store<K>,
    pub findings: Vec<Finding>,
}

impl<K: KeyValue> Reader<'_, K> {
    /// Finds the highest sequence number, and whether a newer version has written here.
    pub fn scan(&mut self, keys: &[String]) {
        for key in keys.iter().filter(|key| key.starts_with("yoke/") && !key.starts_with(ASIDE)) {
            let Ok(Some(text)) = self.store.kv.get(key) else { continue };
            let Some((version, seq)) = envelope::heading(&text) else { continue };
            if version > VERSION && envelope::open(&text, key, version).is_ok() {
                self.store.read_only = true;
                if !self.findings.iter().any(|found| matches!(found, Finding::Newer { .. })) {
                    self.findings.push(Finding::Newer { version });
                }
            }
            if envelope::open(&text, key, version).is_ok() {
                self.store.next_seq = self.store.next_seq.max(seq.saturating_add(1));
            }
        }
    }

    pub fn read<T>(&mut self, key: &str, decode: impl FnOnce(&str) -> Result<T, Unreadable>) -> Option<T> {
        let text = self.store.kv.get(key).ok()??;
        match envelope::open(&text, key, VERSION).and_then(decode) {
            Ok(value) => Some(value),
            Err(why) => {
                self.refuse(key, &text, why);
                None
            }
        }
    }

    /// What a newer version wrote is not touched; anything else that cannot be read is set aside.
    #[inline(never)]
    fn refuse(&mut self, key: &str, text: &str, why: Unreadable) {
        if !matches!(why, Unreadable::Newer(_)) {
            self.set_aside(key, text, why);
        }
    }

    /// First the copy, then the removal: at no moment is the text in neither place.
    fn set_aside(&mut self, key: &str, text: &str, why: Unreadable) {
        if self.store.read_only {
            self.findings.push(Finding::LeftInPlace { key: key.to_owned(), why });
            return;
        }
        let aside = aside_key(self.store.opened, key);
        let copied = self.store.kv.set(&aside, &format!("{why}\n{text}"));
        let finding = if copied.is_ok() && self.store.kv.remove(key).is_ok() {
            Finding::SetAside { key: key.to_owned(), why }
        } else {
            self.store.unread.push((key.to_owned(), why));
            Finding::LeftInPlace { key: key.to_owned(), why }
        };
        self.findings.push(finding);
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
