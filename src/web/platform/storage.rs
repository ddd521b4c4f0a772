//! localStorage as a [`KeyValue`], with its twin in memory where the browser blocks it.

use wasm_bindgen::JsCast;
use web_sys::{DomException, Storage};

use super::window;
use crate::store::{KeyValue, Memory, StorageError};

/// The storage this page got.
#[derive(Debug)]
pub enum PageStorage {
    /// The browser's.
    Local(Storage),
    /// None: everything lives as long as the page.
    Memory(Memory),
}

impl PageStorage {
    /// The browser's storage if it takes and gives back a probe, else memory.
    #[must_use]
    pub fn find() -> Self {
        match window().and_then(|window| window.local_storage().ok().flatten()) {
            Some(storage) if works(&storage) => Self::Local(storage),
            _ => Self::Memory(Memory::default()),
        }
    }

    /// Whether what is kept outlives the page.
    #[must_use]
    pub const fn is_lasting(&self) -> bool {
        matches!(self, Self::Local(_))
    }
}

/// A full storage still works: it can be read, and things can be removed from it.
fn works(storage: &Storage) -> bool {
    const PROBE: &str = "yoke-probe";
    match storage.set_item(PROBE, "1") {
        Ok(()) => storage.remove_item(PROBE).is_ok(),
        Err(error) => reason(&error) == StorageError::Full && storage.length().is_ok_and(|count| count > 0),
    }
}

fn reason(error: &wasm_bindgen::JsValue) -> StorageError {
    // Code 22 is QuotaExceededError in every engine.
    match error.dyn_ref::<DomException>() {
        Some(error) if error.code() == 22 || error.name() == "QuotaExceededError" => StorageError::Full,
        _ => StorageError::Blocked,
    }
}

impl KeyValue for PageStorage {
    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        match self {
            Self::Local(storage) => storage.get_item(key).map_err(|error| reason(&error)),
            Self::Memory(memory) => memory.get(key),
        }
    }

    fn set(&mut self, key: &str, text: &str) -> Result<(), StorageError> {
        match self {
            Self::Local(storage) => storage.set_item(key, text).map_err(|error| reason(&error)),
            Self::Memory(memory) => memory.set(key, text),
        }
    }

    fn remove(&mut self, key: &str) -> Result<(), StorageError> {
        match self {
            Self::Local(storage) => storage.remove_item(key).map_err(|error| reason(&error)),
            Self::Memory(memory) => memory.remove(key),
        }
    }

    fn keys(&self) -> Result<Vec<String>, StorageError> {
        let Self::Local(storage) = self else { return Self::memory_keys(self) };
        let count = storage.length().map_err(|error| reason(&error))?;
        (0..count).filter_map(|nth| storage.key(nth).map_err(|error| reason(&error)).transpose()).collect()
    }
}

impl PageStorage {
    fn memory_keys(&self) -> Result<Vec<String>, StorageError> {
        match self {
            Self::Memory(memory) => memory.keys(),
            Self::Local(_) => Ok(Vec::new()),
        }
    }
}
