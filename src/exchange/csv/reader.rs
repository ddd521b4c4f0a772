//! Rows of comma-separated text (RFC 4180, and what else is found in the wild), each with its line.
//!
//! Invariant: any text is read to its end, without a panic and in time that grows with its length alone.

/// More bytes than a row can have. A quote that is open for longer was never meant to be one.
pub const LONGEST_ROW: usize = 20_000;

/// One row; its memory is used again for the next.
#[derive(Debug, Default)]
pub struct Row {
    text: String,
    ends: Vec<usize>,
    /// The line of the file on which it begins, from 1.
    pub line: u32,
    /// A quote was opened and not closed: only the first line of the row was passed over, and its cells mean nothing.
    pub open_quote: bool,
    /// Nothing came behind it, not even the end of a line.
    pub last: bool,
}

impl Row {
    /// How many cells it has.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether no cell holds anything.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// A cell without the white space around it; empty where there is none.
    #[must_use]
    pub fn cell(&self, nth: usize) -> &str {
        let start = nth.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        let end = self.ends.get(nth).copied().unwrap_or(start);
        self.text.get(start..end).unwrap_or_default().trim()
    }
}

/// Reads row after row. Commas, semicolons or tabs part the cells: whichever the text has first.
#[derive(Debug)]
pub struct Reader<'a> {
    rest: &'a str,
    line: u32,
    separator: u8,
}

impl<'a> Reader<'a> {
    /// Begins at the first row.
    #[must_use]
    pub fn new(text: &'a str) -> Self {
        let rest = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut quoted = false;
        let parts = |byte: &u8| {
            quoted ^= *byte == b'"';
            !quoted && matches!(byte, b',' | b';' | b'\t' | b'\n')
        };
        let separator = rest.bytes().find(parts).filter(|byte| *byte != b'\n').unwrap_or(b',');
        Self { rest, line: 1, separator }
    }

    /// Reads the next row into `row`; says no at the end of the text.
    pub fn next(&mut self, row: &mut Row) -> bool {
        row.text.clear();
        row.ends.clear();
        row.line = self.line;
        row.open_quote = false;
        let whole = self.rest;
        while !whole.is_empty() {
            if self.takes(b'"') && !self.quoted(row) {
                row.open_quote = true;
                self.rest = whole;
                self.pass(b'\n');
            } else {
                row.text += self.pass(self.separator);
                row.ends.push(row.text.len());
                if self.takes(self.separator) {
                    continue;
                }
            }
            row.last = self.rest.is_empty();
            let ended = self.takes(b'\r');
            self.line += u32::from(self.takes(b'\n') || ended);
            return true;
        }
        false
    }

    /// Reads up to the closing quote; says no if it is not there.
    fn quoted(&mut self, row: &mut Row) -> bool {
        loop {
            let part = self.pass(b'"');
            if row.text.len() + part.len() > LONGEST_ROW || !self.takes(b'"') {
                self.line = row.line;
                return false;
            }
            row.text += part;
            self.line += part.bytes().map(|byte| u32::from(byte == b'\n')).sum::<u32>();
            if !self.takes(b'"') {
                return true;
            }
            row.text.push('"');
        }
    }

    /// Takes a sign off the front, if it stands there.
    fn takes(&mut self, sign: u8) -> bool {
        let there = self.rest.as_bytes().first() == Some(&sign);
        if there {
            self.rest = self.rest.get(1..).unwrap_or_default();
        }
        there
    }

    /// Takes all up to this sign; up to the end of the line as well, unless the sign is a quote.
    fn pass(&mut self, sign: u8) -> &'a str {
        let ends = |byte: u8| byte == sign || sign != b'"' && matches!(byte, b'\n' | b'\r');
        let length = self.rest.bytes().position(ends).unwrap_or(self.rest.len());
        let (passed, rest) = self.rest.split_at_checked(length).unwrap_or_default();
        self.rest = rest;
        passed
    }
}
