//! From a text to its values.

use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, SeqAccess, Visitor};
use serde::forward_to_deserialize_any;

use super::{Cell, DEEPEST, Row, Wrong};

/// The values of a row.
///
/// # Errors
/// [`Wrong`] if the text is not one row and nothing else.
pub fn read(text: &str) -> Result<Row, Wrong> {
    let mut input = Input { rest: text, depth: 0 };
    match Cell::deserialize(&mut input)? {
        Cell::List(cells) if input.rest.is_empty() => Ok(Row::of(cells)),
        _ => Err(Wrong),
    }
}

impl<'de> Deserialize<'de> for Cell {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(CellVisitor)
    }
}

struct CellVisitor;

impl<'de> Visitor<'de> for CellVisitor {
    type Value = Cell;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a list, a text, a whole number, yes or no, or nothing")
    }

    fn visit_bool<E>(self, value: bool) -> Result<Cell, E> {
        Ok(Cell::Flag(value))
    }

    fn visit_u64<E: serde::de::Error>(self, value: u64) -> Result<Cell, E> {
        i64::try_from(value).map(Cell::Number).map_err(|_| E::custom("too large"))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Cell, E> {
        Ok(Cell::Number(value))
    }

    fn visit_str<E>(self, value: &str) -> Result<Cell, E> {
        Ok(Cell::Text(value.to_owned()))
    }

    fn visit_string<E>(self, value: String) -> Result<Cell, E> {
        Ok(Cell::Text(value))
    }

    fn visit_unit<E>(self) -> Result<Cell, E> {
        Ok(Cell::Nothing)
    }

    fn visit_none<E>(self) -> Result<Cell, E> {
        Ok(Cell::Nothing)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Cell, A::Error> {
        let mut cells = Vec::new();
        while let Some(cell) = list.next_element()? {
            cells.push(cell);
        }
        Ok(Cell::List(cells))
    }
}

struct Input<'a> {
    rest: &'a str,
    depth: u8,
}

/// The next value, whatever it is.
enum Token {
    Yes(bool),
    Nothing,
    Up(u64),
    Down(i64),
    Text(String),
    List,
}

impl Input<'_> {
    /// Takes `expected` off the front, if it stands there.
    fn takes(&mut self, expected: &str) -> bool {
        match self.rest.strip_prefix(expected) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    fn next(&mut self) -> Result<Token, Wrong> {
        match self.rest.as_bytes().first() {
            Some(b't') if self.takes("true") => Ok(Token::Yes(true)),
            Some(b'f') if self.takes("false") => Ok(Token::Yes(false)),
            Some(b'n') if self.takes("null") => Ok(Token::Nothing),
            Some(b'[') if self.takes("[") => Ok(Token::List),
            Some(b'"') => self.text().map(Token::Text),
            Some(b'-' | b'0'..=b'9') => self.number(),
            _ => Err(Wrong),
        }
    }

    fn number(&mut self) -> Result<Token, Wrong> {
        let negative = self.takes("-");
        let end = self.rest.bytes().position(|b| !b.is_ascii_digit()).unwrap_or(self.rest.len());
        let (digits, rest) = self.rest.split_at(end);
        if digits.len() > 1 && digits.starts_with('0') {
            return Err(Wrong);
        }
        self.rest = rest;
        let number: u64 = digits.parse().map_err(|_| Wrong)?;
        if negative {
            i64::try_from(number).map(|n| Token::Down(-n)).map_err(|_| Wrong)
        } else {
            Ok(Token::Up(number))
        }
    }

    fn text(&mut self) -> Result<String, Wrong> {
        let mut text = String::new();
        let mut chars = self.rest.char_indices().skip(1);
        while let Some((at, c)) = chars.next() {
            match c {
                '"' => {
                    self.rest = &self.rest[at + 1..];
                    return Ok(text);
                }
                '\\' => match chars.next().ok_or(Wrong)?.1 {
                    c @ ('"' | '\\' | '/') => text.push(c),
                    'b' => text.push('\u{8}'),
                    'f' => text.push('\u{c}'),
                    'n' => text.push('\n'),
                    'r' => text.push('\r'),
                    't' => text.push('\t'),
                    'u' => text.push(escaped(&mut chars).ok_or(Wrong)?),
                    _ => return Err(Wrong),
                },
                '\0'..='\u{1f}' => return Err(Wrong),
                c => text.push(c),
            }
        }
        Err(Wrong)
    }
}

/// The character of an escape of four digits, or of two where it takes a pair.
fn escaped(chars: &mut impl Iterator<Item = (usize, char)>) -> Option<char> {
    let mut unit = |lead: &str| {
        let begins = lead.chars().all(|expected| chars.next().is_some_and(|(_, c)| c == expected));
        let mut digits = (0..4).map(|_| chars.next()?.1.to_digit(16));
        begins.then(|| digits.try_fold(0_u32, |unit, digit| Some(unit * 16 + digit?)))?
    };
    let first = unit("")?;
    if !(0xd800..0xdc00).contains(&first) {
        return char::from_u32(first);
    }
    let second = unit("\\u")?.checked_sub(0xdc00).filter(|low| *low < 0x400)?;
    char::from_u32(0x1_0000 + ((first - 0xd800) << 10) + second)
}

impl<'de> Deserializer<'de> for &mut Input<'_> {
    type Error = Wrong;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        match self.next()? {
            Token::Yes(value) => visitor.visit_bool(value),
            Token::Nothing => visitor.visit_none(),
            Token::Up(number) => visitor.visit_u64(number),
            Token::Down(number) => visitor.visit_i64(number),
            Token::Text(text) => visitor.visit_string(text),
            Token::List => {
                self.depth += 1;
                if self.depth > DEEPEST {
                    return Err(Wrong);
                }
                let value = visitor.visit_seq(Elements { input: self, first: true })?;
                self.depth -= 1;
                // What the shape does not ask for must not be there.
                if self.takes("]") { Ok(value) } else { Err(Wrong) }
            }
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct option newtype_struct seq
        tuple tuple_struct map struct enum identifier ignored_any
    }
}

struct Elements<'a, 'b> {
    input: &'a mut Input<'b>,
    first: bool,
}

impl<'de> SeqAccess<'de> for Elements<'_, '_> {
    type Error = Wrong;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Wrong> {
        if self.input.rest.starts_with(']') {
            return Ok(None);
        }
        if !std::mem::take(&mut self.first) && !self.input.takes(",") {
            return Err(Wrong);
        }
        seed.deserialize(&mut *self.input).map(Some)
    }
}
