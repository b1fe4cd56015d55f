//! Reading the types of the standard library.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use super::read::{Fields, Readable, Reader};
use crate::Code;
use crate::{ValueFault, has_control};

macro_rules! integers {
    ($($name:ident)+) => {$(
        impl Readable for $name {
            fn read(reader: &mut Reader<'_>) -> Self {
                Self::try_from(reader.integer(0, Self::MAX.into())).unwrap_or_default()
            }
        }
    )+};
}
integers! { u8 u16 u32 }

impl Readable for u64 {
    fn read(reader: &mut Reader<'_>) -> Self {
        Self::try_from(reader.integer(0, i64::MAX)).unwrap_or_default()
    }
}

impl Readable for bool {
    fn read(reader: &mut Reader<'_>) -> Self {
        reader.boolean()
    }
}

impl Readable for String {
    /// A text without control characters, like all texts.
    fn read(reader: &mut Reader<'_>) -> Self {
        let at = reader.at();
        let text = reader.string().into_owned();
        if has_control(&text) {
            let message = "A text must not contain control characters except line ends and tabs.";
            reader.refuse(at, &ValueFault::new(Code::TextControl, message));
        }
        text
    }
}

/// A phrase of the library, or of another version of it.
impl Readable for Cow<'static, str> {
    fn read(reader: &mut Reader<'_>) -> Self {
        Self::Owned(String::read(reader))
    }
}

impl<T: Readable> Readable for Option<T> {
    fn read(reader: &mut Reader<'_>) -> Self {
        if reader.null() { None } else { Some(T::read(reader)) }
    }

    fn absent(_: &Fields, _: &mut Reader<'_>) -> Self {
        None
    }
}

impl<T: Readable> Readable for Arc<T> {
    fn read(reader: &mut Reader<'_>) -> Self {
        Self::new(T::read(reader))
    }
}

impl<T: Readable> Readable for Box<T> {
    fn read(reader: &mut Reader<'_>) -> Self {
        Self::new(T::read(reader))
    }
}

impl<T: Readable> Readable for Vec<T> {
    fn read(reader: &mut Reader<'_>) -> Self {
        let (mut all, mut items) = (Self::new(), reader.list());
        while items.next(reader) {
            all.push(T::read(reader));
        }
        all
    }
}

/// A list of exactly this length.
impl<T: Readable, const N: usize> Readable for [T; N] {
    fn read(reader: &mut Reader<'_>) -> Self {
        let mut items = reader.list();
        let all = std::array::from_fn(|_| {
            items.need(reader);
            T::read(reader)
        });
        items.end(reader);
        all
    }
}

/// A pair is a list of two.
impl<A: Readable, B: Readable> Readable for (A, B) {
    fn read(reader: &mut Reader<'_>) -> Self {
        let mut items = reader.list();
        items.need(reader);
        let first = A::read(reader);
        items.need(reader);
        let pair = (first, B::read(reader));
        items.end(reader);
        pair
    }
}

/// The name of a member of an object.
pub trait MapKey: fmt::Display {
    /// Reads a name.
    fn of(text: &str) -> Result<Self, ValueFault>
    where
        Self: Sized;
}

impl MapKey for String {
    fn of(text: &str) -> Result<Self, ValueFault> {
        Ok(text.to_owned())
    }
}

impl MapKey for Cow<'static, str> {
    fn of(text: &str) -> Result<Self, ValueFault> {
        Ok(Self::Owned(text.to_owned()))
    }
}
