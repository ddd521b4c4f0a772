//! From a shape to its text.

use std::fmt::Display;

use serde::Serialize;
use serde::ser::{Impossible, SerializeSeq, SerializeTuple, SerializeTupleStruct, Serializer};

use super::Wrong;

/// The row of a value.
///
/// # Errors
/// [`Wrong`] if it holds something that rows cannot: an object, a fraction, a byte string.
pub fn write<T: Serialize>(value: &T) -> Result<String, Wrong> {
    let mut out = Out(String::new());
    value.serialize(&mut out)?;
    Ok(out.0)
}

struct Out(String);

impl Out {
    fn number(&mut self, number: impl Display) -> Result<(), Wrong> {
        self.0.push_str(&number.to_string());
        Ok(())
    }

    fn text(&mut self, text: &str) {
        self.0.push('"');
        for c in text.chars() {
            match c {
                '"' | '\\' => {
                    self.0.push('\\');
                    self.0.push(c);
                }
                '\0'..='\u{1f}' => {
                    self.0.push_str("\\u00");
                    for digit in [c as u32 >> 4, c as u32 & 15] {
                        self.0.push(char::from_digit(digit, 16).unwrap_or('0'));
                    }
                }
                _ => self.0.push(c),
            }
        }
        self.0.push('"');
    }
}

/// A list under way.
struct List<'a> {
    out: &'a mut Out,
    first: bool,
}

impl List<'_> {
    fn add<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Wrong> {
        if !std::mem::take(&mut self.first) {
            self.out.0.push(',');
        }
        value.serialize(&mut *self.out)
    }

    fn close(self) {
        self.out.0.push(']');
    }
}

macro_rules! lists {
    ($($of:ident $add:ident),*) => {$(
        impl $of for List<'_> {
            type Ok = ();
            type Error = Wrong;

            fn $add<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Wrong> {
                self.add(value)
            }

            fn end(self) -> Result<(), Wrong> {
                self.close();
                Ok(())
            }
        }
    )*};
}

lists!(SerializeSeq serialize_element, SerializeTuple serialize_element, SerializeTupleStruct serialize_field);

macro_rules! refused {
    ($($name:ident($($kind:ty),*)),*) => {$(
        fn $name(self, $(_: $kind),*) -> Result<(), Wrong> {
            Err(Wrong)
        }
    )*};
}

macro_rules! numbers {
    ($($name:ident $kind:ty),*) => {$(
        fn $name(self, number: $kind) -> Result<(), Wrong> {
            self.number(number)
        }
    )*};
}

impl<'a> Serializer for &'a mut Out {
    type Ok = ();
    type Error = Wrong;
    type SerializeSeq = List<'a>;
    type SerializeTuple = List<'a>;
    type SerializeTupleStruct = List<'a>;
    type SerializeTupleVariant = Impossible<(), Wrong>;
    type SerializeMap = Impossible<(), Wrong>;
    type SerializeStruct = Impossible<(), Wrong>;
    type SerializeStructVariant = Impossible<(), Wrong>;

    numbers!(
        serialize_u8 u8, serialize_u16 u16, serialize_u32 u32, serialize_u64 u64,
        serialize_i8 i8, serialize_i16 i16, serialize_i32 i32, serialize_i64 i64
    );
    refused!(
        serialize_f32(f32),
        serialize_f64(f64),
        serialize_char(char),
        serialize_bytes(&[u8]),
        serialize_unit(),
        serialize_unit_struct(&'static str),
        serialize_unit_variant(&'static str, u32, &'static str)
    );

    fn serialize_bool(self, value: bool) -> Result<(), Wrong> {
        self.0.push_str(if value { "true" } else { "false" });
        Ok(())
    }

    fn serialize_str(self, text: &str) -> Result<(), Wrong> {
        self.text(text);
        Ok(())
    }

    fn serialize_none(self) -> Result<(), Wrong> {
        self.0.push_str("null");
        Ok(())
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Wrong> {
        value.serialize(self)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<(), Wrong> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<(), Wrong> {
        Err(Wrong)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<List<'a>, Wrong> {
        self.0.push('[');
        Ok(List { out: self, first: true })
    }

    fn serialize_tuple(self, _: usize) -> Result<List<'a>, Wrong> {
        self.serialize_seq(None)
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<List<'a>, Wrong> {
        self.serialize_seq(None)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, Wrong> {
        Err(Wrong)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Self::SerializeMap, Wrong> {
        Err(Wrong)
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Self::SerializeStruct, Wrong> {
        Err(Wrong)
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, Wrong> {
        Err(Wrong)
    }
}
