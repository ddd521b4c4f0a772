//! Texts of several lines in the catalog, and lists in one line.

/// Some lines of text, kept as one: a list of texts would cost eight bytes of addresses for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lines(pub(crate) &'static str);

impl Lines {
    /// One line after the other.
    pub fn iter(self) -> impl DoubleEndedIterator<Item = &'static str> + Clone {
        self.0.split('\n').filter(|line| !line.is_empty())
    }

    /// The first line; empty if there is none.
    #[must_use]
    pub fn first(self) -> &'static str {
        self.iter().next().unwrap_or_default()
    }

    /// The lines as one, commas between.
    #[must_use]
    pub fn joined(self) -> String {
        self.0.replace('\n', ", ")
    }
}

/// Adds to a text, with a gap between this and what is there.
pub fn add(text: &mut String, gap: &str, more: &str) {
    if !text.is_empty() {
        text.push_str(gap);
    }
    text.push_str(more);
}
