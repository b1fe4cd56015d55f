//! Everything that is held about a person (GDPR Art. 15 and 20), for herself.

use serde::Serialize;

use crate::journal::{Event, Position};
use crate::news::Sentence;
use crate::types::{Commitment, Timestamp};
use crate::vault::PartyName;

/// Something on record that she did or that names her.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct Trace {
    /// The event.
    #[cfg_attr(feature = "json-schema", schemars(with = "crate::schema::AnyEvent"))]
    pub event: Event,
    /// Its position in the store.
    pub position: Position,
    /// The event in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sentence: Option<Sentence>,
}

/// A text about her, or by her.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct Held {
    /// What the record holds in its place.
    pub commitment: Commitment,
    /// The text.
    pub text: String,
}

/// Everything that is held about a person: what the vault has of her, and every event with her pseudonym in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct AboutPerson {
    /// The same to read, in Markdown.
    pub markdown: String,
    /// Who.
    pub person: PartyName,
    /// The texts about her or by her.
    pub texts: Vec<Held>,
    /// What is on record, in order.
    pub traces: Vec<Trace>,
}

impl AboutPerson {
    /// Nobody is known, so nothing is held.
    pub(crate) const fn nothing() -> Self {
        let person = PartyName { person: None, team: None, organisation: None, host_id: None };
        Self { markdown: String::new(), person, texts: Vec::new(), traces: Vec::new() }
    }

    pub(crate) fn new(person: PartyName, texts: Vec<Held>, traces: Vec<Trace>) -> Self {
        let mut about = Self { markdown: String::new(), person, texts, traces };
        about.markdown = about.to_markdown();
        about
    }

    fn to_markdown(&self) -> String {
        let name = self.person.host_id.as_ref().map(ToString::to_string).unwrap_or_default();
        let pseudonym = self.person.person.map(|person| person.to_string()).unwrap_or_default();
        let mut text = format!("# {}\n\n`{pseudonym}`\n", escaped(&name));
        for Trace { event, sentence, .. } in &self.traces {
            let said = sentence.as_ref().map_or(event.data.type_name(), |sentence| &sentence.text);
            text.push_str(&line(event.head.at, said));
        }
        for held in &self.texts {
            text.push_str("\n> ");
            text.push_str(&escaped(&held.text).replace('\n', "\n> "));
            text.push('\n');
        }
        text
    }
}

fn line(at: Timestamp, said: &str) -> String {
    format!("\n- {at} {}", escaped(said))
}

/// A text that Markdown shows as it is.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii_punctuation() && "\\`*_{}[]<>()#+-!|&~".contains(c) {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_somebody_wrote_is_no_markup() {
        assert_eq!(escaped("<b>*a*</b> [x](y)"), "\\<b\\>\\*a\\*\\</b\\> \\[x\\]\\(y\\)");
    }
}
