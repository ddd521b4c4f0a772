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

/// Texts under keys, sorted by key.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Texts(Vec<(String, String)>);

impl Texts {
    /// Where the key is, or else where it belongs.
    fn place(&self, key: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|(other, _)| other.as_str().cmp(key))
    }

    /// The text under a key.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&str> {
        self.place(key).ok().and_then(|at| self.0.get(at)).map(|(_, text)| text.as_str())
    }

    /// Puts a text under a key, in place of what is there.
    pub fn insert(&mut self, key: String, text: String) {
        match self.place(&key) {
            Ok(at) => self.0[at].1 = text,
            Err(at) => self.0.insert(at, (key, text)),
        }
    }

    /// Takes away what is under a key.
    pub fn remove(&mut self, key: &str) {
        if let Ok(at) = self.place(key) {
            self.0.remove(at);
        }
    }

    /// How many there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All of them, by key.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(key, text)| (key.as_str(), text.as_str()))
    }
}

impl IntoIterator for Texts {
    type Item = (String, String);
    type IntoIter = std::vec::IntoIter<(String, String)>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl FromIterator<(String, String)> for Texts {
    fn from_iter<I: IntoIterator<Item = (String, String)>>(entries: I) -> Self {
        let mut texts = Self::default();
        entries.into_iter().for_each(|(key, text)| texts.insert(key, text));
        texts
    }
}

/// Storage that lives as long as the page: for tests, and for browsers that block the real one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Memory {
    texts: Texts,
    room: Option<usize>,
}

impl Memory {
    /// Storage that holds at most `characters` of keys and texts.
    #[must_use]
    pub const fn with_room(characters: usize) -> Self {
        Self { texts: Texts(Vec::new()), room: Some(characters) }
    }

    /// Changes how much it holds.
    pub const fn make_room(&mut self, characters: usize) {
        self.room = Some(characters);
    }
}

impl KeyValue for Memory {
    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        Ok(self.texts.get(key).map(ToOwned::to_owned))
    }

    fn set(&mut self, key: &str, text: &str) -> Result<(), StorageError> {
        let others = self.texts.iter().filter(|(other, _)| *other != key);
        let used: usize = others.map(|(key, text)| key.len() + text.len()).sum();
        if self.room.is_some_and(|room| used + key.len() + text.len() > room) {
            return Err(StorageError::Full);
        }
        self.texts.insert(key.to_owned(), text.to_owned());
        Ok(())
    }

    fn remove(&mut self, key: &str) -> Result<(), StorageError> {
        self.texts.remove(key);
        Ok(())
    }

    fn keys(&self) -> Result<Vec<String>, StorageError> {
        Ok(self.texts.iter().map(|(key, _)| key.to_owned()).collect())
    }
}
