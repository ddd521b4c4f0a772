//! From values to their text.

/// A row under way.
#[derive(Debug)]
pub struct Out {
    text: String,
    in_row: bool,
}

impl Out {
    /// An empty row.
    #[must_use]
    pub fn row() -> Self {
        Self { text: "[".to_owned(), in_row: true }
    }

    /// A single value without a row around it.
    #[must_use]
    pub const fn alone() -> Self {
        Self { text: String::new(), in_row: false }
    }

    /// The text of the whole row.
    #[must_use]
    pub fn end(mut self) -> String {
        if self.in_row {
            self.close();
        }
        self.text
    }

    /// Begins a list within the row.
    pub fn open(&mut self) {
        self.next();
        self.text.push('[');
    }

    /// Ends it.
    pub fn close(&mut self) {
        self.text.push(']');
    }

    /// Adds a number.
    pub fn number(&mut self, number: u64) {
        // A number above this would not be read again; no count or moment here comes near it.
        self.signed(i64::try_from(number).unwrap_or(i64::MAX));
    }

    /// Adds a number that may be below zero.
    pub fn signed(&mut self, number: i64) {
        self.next();
        self.text += &number.to_string();
    }

    /// Adds a list of numbers.
    pub fn numbers(&mut self, numbers: &[u64]) {
        self.open();
        for number in numbers {
            self.number(*number);
        }
        self.close();
    }

    /// Adds yes or no.
    pub fn flag(&mut self, flag: bool) {
        self.next();
        self.text += if flag { "true" } else { "false" };
    }

    /// Adds a text, or nothing.
    pub fn maybe(&mut self, text: Option<&str>) {
        if let Some(text) = text {
            self.text(text);
        } else {
            self.next();
            self.text += "null";
        }
    }

    /// Adds a text.
    pub fn text(&mut self, text: &str) {
        self.next();
        self.text.push('"');
        for c in text.chars() {
            match c {
                '"' | '\\' => {
                    self.text.push('\\');
                    self.text.push(c);
                }
                '\0'..='\u{1f}' => {
                    self.text += "\\u00";
                    for digit in [c as u32 >> 4, c as u32 & 15] {
                        self.text.push(char::from_digit(digit, 16).unwrap_or('0'));
                    }
                }
                _ => self.text.push(c),
            }
        }
        self.text.push('"');
    }

    /// A comma, unless this is the first value of its list. A text never ends with a bracket: its quote comes last.
    fn next(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with('[') {
            self.text.push(',');
        }
    }
}
