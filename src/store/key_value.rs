//! The storage the store stands on: text under keys, and its twin in memory.
//!
//! Works with the browser half, which implements it over localStorage. Invariant: a failed `set` keeps the old value.

use std::fmt;

/// Why the storage did not do what was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StorageError {
    /// There is no room left.
    Full,
    /// The browser does not let us.
    Blocked,
}

impl fmt::Display for StorageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Full => "The browser's storage is full.",
            Self::Blocked => "The browser does not let this page store anything.",
        })
    }
}

impl std::error::Error for StorageError {}

/// Text under keys.
pub trait KeyValue {
    /// The text under `key`.
    ///
    /// # Errors
    /// [`StorageError::Blocked`] if the storage cannot be reached.
    fn get(&self, key: &str) -> Result<Option<String>, StorageError>;

    /// Puts `text` under `key`.
    ///
    /// # Errors
    /// [`StorageError`]; the old text is still there then.
    fn set(&mut self, key: &str, text: &str) -> Result<(), StorageError>;

    /// Removes what is under `key`, if anything.
    ///
    /// # Errors
    /// [`StorageError::Blocked`] if the storage cannot be reached.
    fn remove(&mut self, key: &str) -> Result<(), StorageError>;

    /// All keys, in any order.
    ///
    /// # Errors
    /// [`StorageError::Blocked`] if the storage cannot be reached.
    fn keys(&self) -> Result<Vec<String>, StorageError>;
}

/// Storage that lives as long as the page: for tests, and for browsers that block the real one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Memory {
    /// Sorted by key.
    texts: Vec<(String, String)>,
    room: Option<usize>,
}

impl Memory {
    /// Storage that holds at most `characters` of keys and texts.
    #[must_use]
    pub const fn with_room(characters: usize) -> Self {
        Self { texts: Vec::new(), room: Some(characters) }
    }

    /// Where the key is, or else where it belongs.
    fn place(&self, key: &str) -> Result<usize, usize> {
        self.texts.binary_search_by(|(other, _)| other.as_str().cmp(key))
    }

    /// Changes how much it holds.
    pub const fn make_room(&mut self, characters: usize) {
        self.room = Some(characters);
    }
}

impl KeyValue for Memory {
    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        Ok(self.place(key).ok().and_then(|at| self.texts.get(at)).map(|(_, text)| text.clone()))
    }

    fn set(&mut self, key: &str, text: &str) -> Result<(), StorageError> {
        let others = self.texts.iter().filter(|(other, _)| other != key);
        let used: usize = others.map(|(key, text)| key.len() + text.len()).sum();
        if self.room.is_some_and(|room| used + key.len() + text.len() > room) {
            return Err(StorageError::Full);
        }
        match self.place(key) {
            Ok(at) => self.texts[at].1 = text.to_owned(),
            Err(at) => self.texts.insert(at, (key.to_owned(), text.to_owned())),
        }
        Ok(())
    }

    fn remove(&mut self, key: &str) -> Result<(), StorageError> {
        if let Ok(at) = self.place(key) {
            self.texts.remove(at);
        }
        Ok(())
    }

    fn keys(&self) -> Result<Vec<String>, StorageError> {
        Ok(self.texts.iter().map(|(key, _)| key.clone()).collect())
    }
}
