//! Columns, filled row by row.

use std::sync::Arc;

use arrow_array::builder::{
    ArrayBuilder, BooleanBuilder, Date32Builder, FixedSizeBinaryBuilder, Int32Builder, Int64Builder,
    LargeStringBuilder, StringBuilder, TimestampMillisecondBuilder, UInt8Builder,
};
use arrow_array::types::Int32Type;
use arrow_array::{ArrayRef, DictionaryArray, ListArray};
use arrow_buffer::OffsetBufferBuilder;
use arrow_schema::{ArrowError, DataType, Field, TimeUnit};
use hashbrown::HashMap;
use serde::Serialize;

use interlink::types::{Date, EventId, Timestamp};
use interlink_values::json;

/// What a column holds, and how it is filled.
pub(super) trait Column: Default {
    fn data_type() -> DataType;
    fn finish(self) -> Result<ArrayRef, ArrowError>;
}

/// Texts that repeat: each is written once, and then referred to by number.
#[derive(Debug, Default)]
pub(super) struct Word {
    known: HashMap<Box<str>, i32>,
    texts: StringBuilder,
    keys: Int32Builder,
    /// The last text and its number: it often repeats.
    last: String,
    again: i32,
}

impl Word {
    pub(super) fn put(&mut self, text: &str) {
        if self.last != text || self.known.is_empty() {
            self.again = self.key(text);
            self.last.clear();
            self.last.push_str(text);
        }
        self.put_key(self.again);
    }

    fn len(&self) -> usize {
        self.keys.len()
    }

    /// Adds a text by its number.
    pub(super) fn put_key(&mut self, key: i32) {
        self.keys.append_value(key);
    }

    /// The number of a text, which is assigned here if it has none.
    pub(super) fn key(&mut self, text: &str) -> i32 {
        match self.known.get(text) {
            Some(key) => *key,
            None => {
                // Two thousand million distinct texts do not fit into memory.
                let next = i32::try_from(self.known.len()).unwrap_or(i32::MAX);
                self.texts.append_value(text);
                self.known.insert(text.into(), next);
                next
            }
        }
    }

    /// Adds a value that is a text in JSON.
    pub(super) fn put_name(&mut self, name: &impl Serialize) {
        let text = json::text(name);
        self.put(text.trim_matches('"'));
    }

    pub(super) fn put_id(&mut self, id: &impl std::fmt::Display) {
        self.put(&id.to_string());
    }

    pub(super) fn none(&mut self) {
        self.keys.append_null();
    }

    pub(super) fn maybe(&mut self, text: Option<&str>) {
        match text {
            Some(text) => self.put(text),
            None => self.none(),
        }
    }

    pub(super) fn maybe_id(&mut self, id: Option<&impl std::fmt::Display>) {
        match id {
            Some(id) => self.put_id(id),
            None => self.none(),
        }
    }

    pub(super) fn maybe_name(&mut self, name: Option<&impl Serialize>) {
        match name {
            Some(name) => self.put_name(name),
            None => self.none(),
        }
    }
}

impl Column for Word {
    fn data_type() -> DataType {
        DataType::Dictionary(Box::new(DataType::Int32), Box::new(DataType::Utf8))
    }

    fn finish(mut self) -> Result<ArrayRef, ArrowError> {
        let texts = Arc::new(self.texts.finish());
        Ok(Arc::new(DictionaryArray::<Int32Type>::try_new(self.keys.finish(), texts)?))
    }
}

/// Lists of texts that repeat.
#[derive(Debug)]
pub(super) struct Words {
    words: Word,
    ends: OffsetBufferBuilder<i32>,
}

impl Default for Words {
    fn default() -> Self {
        Self { words: Word::default(), ends: OffsetBufferBuilder::new(0) }
    }
}

impl Words {
    pub(super) fn put<T: AsRef<str>>(&mut self, texts: impl IntoIterator<Item = T>) {
        let before = self.words.len();
        texts.into_iter().for_each(|text| self.words.put(text.as_ref()));
        self.ends.push_length(self.words.len().saturating_sub(before));
    }

    /// The number of a text.
    pub(super) fn key(&mut self, text: &str) -> i32 {
        self.words.key(text)
    }

    /// Adds a list of texts by their numbers.
    pub(super) fn put_keys(&mut self, keys: &[i32]) {
        keys.iter().for_each(|key| self.words.put_key(*key));
        self.ends.push_length(keys.len());
    }
}

impl Column for Words {
    fn data_type() -> DataType {
        DataType::List(Arc::new(Field::new_list_field(Word::data_type(), true)))
    }

    fn finish(self) -> Result<ArrayRef, ArrowError> {
        let field = Arc::new(Field::new_list_field(Word::data_type(), true));
        Ok(Arc::new(ListArray::try_new(field, self.ends.finish(), self.words.finish()?, None)?))
    }
}

macro_rules! columns_of {
    ($($(#[$doc:meta])* $name:ident($builder:ty, $make:expr, $type:expr) from $value:ty, $put:expr;)+) => {$(
        $(#[$doc])*
        #[derive(Debug)]
        pub(super) struct $name($builder);

        impl Default for $name {
            fn default() -> Self {
                Self($make)
            }
        }

        impl $name {
            pub(super) fn put(&mut self, value: $value) {
                ($put)(&mut self.0, value);
            }
        }

        impl Column for $name {
            fn data_type() -> DataType {
                $type
            }

            fn finish(mut self) -> Result<ArrayRef, ArrowError> {
                Ok(Arc::new(self.0.finish()))
            }
        }
    )+};
}

columns_of! {
    /// Texts that do not repeat.
    Text(StringBuilder, StringBuilder::new(), DataType::Utf8)
        from Option<&str>, |to: &mut StringBuilder, text: Option<&str>| to.append_option(text);
    /// Texts that may be long in total.
    Long(LargeStringBuilder, LargeStringBuilder::new(), DataType::LargeUtf8)
        from &str, |to: &mut LargeStringBuilder, text: &str| to.append_value(text);
    /// Moments, in UTC with milliseconds.
    Moment(
        TimestampMillisecondBuilder,
        TimestampMillisecondBuilder::new().with_timezone("UTC"),
        DataType::Timestamp(TimeUnit::Millisecond, Some("UTC".into()))
    ) from Option<Timestamp>, |to: &mut TimestampMillisecondBuilder, at: Option<Timestamp>| {
        to.append_option(at.map(Timestamp::as_millis));
    };
    /// Days.
    Day(Date32Builder, Date32Builder::new(), DataType::Date32)
        from Option<Date>, |to: &mut Date32Builder, day: Option<Date>| to.append_option(day.map(Date::days));
    /// Whole numbers.
    Whole(Int64Builder, Int64Builder::new(), DataType::Int64) from Option<u64>,
        |to: &mut Int64Builder, number: Option<u64>| {
            to.append_option(number.map(|number| i64::try_from(number).unwrap_or(i64::MAX)));
        };
    /// Whole percent.
    Percent(UInt8Builder, UInt8Builder::new(), DataType::UInt8)
        from u8, |to: &mut UInt8Builder, number| to.append_value(number);
    /// Booleans.
    Flag(BooleanBuilder, BooleanBuilder::new(), DataType::Boolean)
        from bool, |to: &mut BooleanBuilder, yes| to.append_value(yes);
}

/// Hashes.
#[derive(Debug)]
pub(super) struct Digest(FixedSizeBinaryBuilder);

impl Default for Digest {
    fn default() -> Self {
        Self(FixedSizeBinaryBuilder::new(32))
    }
}

impl Digest {
    pub(super) fn put(&mut self, id: EventId) -> Result<(), ArrowError> {
        self.0.append_value(id.as_bytes())
    }
}

impl Column for Digest {
    fn data_type() -> DataType {
        DataType::FixedSizeBinary(32)
    }

    fn finish(mut self) -> Result<ArrayRef, ArrowError> {
        Ok(Arc::new(self.0.finish()))
    }
}

/// A table's columns, each with its description: a schema, and rows that are filled one after another.
macro_rules! columns {
    ($about:literal { $($name:ident: $kind:ident $what:literal,)+ }) => {
        #[derive(Debug, Default)]
        pub(super) struct Rows {
            $($name: crate::column::$kind,)+
        }

        impl Rows {
            pub(super) fn schema() -> arrow_schema::SchemaRef {
                use crate::column::described;
                let fields = vec![$(described::<crate::column::$kind>(stringify!($name), $what)),+];
                std::sync::Arc::new(arrow_schema::Schema::new(fields).with_metadata(crate::column::about($about)))
            }

            fn finish(self) -> Result<arrow_array::RecordBatch, arrow_schema::ArrowError> {
                use crate::column::Column;
                arrow_array::RecordBatch::try_new(Self::schema(), vec![$(self.$name.finish()?),+])
            }
        }
    };
}
pub(super) use columns;

pub(super) fn described<C: Column>(name: &str, about: &str) -> Field {
    let name = name.strip_prefix("r#").unwrap_or(name);
    Field::new(name, C::data_type(), true).with_metadata(self::about(about))
}

pub(super) fn about(what: &str) -> std::collections::HashMap<String, String> {
    std::collections::HashMap::from([("about".to_owned(), what.to_owned())])
}
