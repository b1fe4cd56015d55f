//! The faults of the strict JSON parser.

use interlink_derive::Refusal;

/// A fault in a JSON text, beyond its syntax.
#[derive(Debug, Clone, PartialEq, Eq, Refusal)]
#[expect(missing_docs, reason = "the sentence of each variant describes it and its fields")]
pub enum ParseFault {
    #[error(JsonTooLarge, "The text has {bytes} bytes; at most {most} are accepted.")]
    TooLarge { bytes: usize, most: usize },
    #[error(JsonTooLarge, values: "The text contains more than {most} values.")]
    Values { most: usize },
    #[error(JsonTooDeep, "Lists and objects are nested deeper than {most} levels.")]
    TooDeep { most: usize },
    #[error(JsonNotUtf8, "Byte {byte} is not UTF-8.")]
    NotUtf8 { byte: usize },
    #[error(JsonDuplicateKey, "The key “{key}” occurs twice in one object.")]
    Twice { key: String },
    #[error(JsonNumber, "{number} is not a whole number between −(2^53 − 1) and 2^53 − 1.")]
    Number { number: String },
    #[error(JsonWrongType, "{expected} is expected here, not {found}.")]
    WrongType { expected: &'static str, found: &'static str },
    #[error(JsonWrongType, range: "{number} is out of range here.")]
    OutOfRange { number: i64 },
    #[error(JsonUnknownVariant, "“{word}” is none of: {known}.")]
    Variant { word: String, known: String },
    #[error(JsonMissingField, "The field “{field}” is missing.")]
    Missing { field: String },
    #[error(JsonUnknownField, "The field “{field}” is unknown here; known fields: {known}.")]
    Unknown { field: String, known: String },
    #[error(RequestUnknown, "“{word}” is none of: {known}.")]
    Request { word: String, known: String },
}
