//! What the parser says of JSON that it does not let in.

use interlink_derive::Refusal;

/// What is wrong with a text in JSON, as far as it is more than its syntax.
#[derive(Debug, Clone, PartialEq, Eq, Refusal)]
#[expect(
    missing_docs,
    reason = "the sentence beside each variant says what it is, and its fields are what that names"
)]
pub enum ParseFault {
    #[error(JsonTooLarge, "The text has {bytes} bytes; at most {most} are taken.")]
    TooLarge { bytes: usize, most: usize },
    #[error(JsonTooLarge, values: "The text holds more than {most} values.")]
    Values { most: usize },
    #[error(JsonTooDeep, "Lists and objects nest deeper than {most} levels.")]
    TooDeep { most: usize },
    #[error(JsonNotUtf8, "Byte {byte} is not UTF-8.")]
    NotUtf8 { byte: usize },
    #[error(JsonDuplicateKey, "The key “{key}” stands twice in one object.")]
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
    #[error(JsonUnknownField, "There is no field “{field}” here; there are {known}.")]
    Unknown { field: String, known: String },
    #[error(RequestUnknown, "“{word}” is none of: {known}.")]
    Request { word: String, known: String },
}
