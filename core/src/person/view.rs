//! Everything that is held about a person (GDPR Art. 15 and 20), for that person.

use serde::Serialize;

use super::{Exception, Kept, Outcome, Person, SubjectRequest};
use crate::consent::view::ConsentView;
use crate::journal::{Event, Position};
use crate::messages::Sentence;
use crate::notice::Right;
use crate::party::PartyName;
use crate::types::json::Readable;
use crate::types::{
    Commitment, HostId, Localized, OrganisationId, PersonId, SubjectRequestId, Timestamp, shown_whole,
};

/// A data subject request, and its deadlines.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct SubjectRequestView {
    /// When it was answered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answered: Option<Timestamp>,
    /// The deadline for the answer.
    pub due: Timestamp,
    /// Whether the time was extended.
    pub extended: bool,
    /// When the restriction that was granted on it was lifted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lifted: Option<Timestamp>,
    /// The outcome.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Outcome>,
    /// Whether it was not answered in time.
    pub overdue: bool,
    /// The person who makes the request.
    pub person: PartyName,
    /// When it was received.
    pub received: Timestamp,
    /// The id of the request.
    pub request: SubjectRequestId,
    /// The right that is exercised.
    pub right: Right,
}

/// A text that is kept although the person it concerns is or would be erased (Art. 17(3)).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct KeptView {
    /// Whether that organisation can still find out whom the text concerns.
    pub attributed: bool,
    /// The exception that applies.
    pub exception: Exception,
    /// The law that requires it, in the languages in which it was given.
    pub law: Localized,
    /// The organisation that keeps it.
    pub organisation_id: OrganisationId,
    /// Whether its time is over but it is still there: the person must be erased again.
    pub over: bool,
    /// The person it concerns.
    pub person: PartyName,
    /// The text, by its commitment on record.
    pub text: Commitment,
    /// When it is no longer kept.
    pub until: Timestamp,
}

impl Person {
    /// The texts about the person that are or will be kept.
    pub(crate) fn kept_views(&self, name: &PartyName, at: Timestamp) -> Vec<KeptView> {
        let there = self.kept.iter().filter(|kept| self.erased.is_none() || self.left.contains(&kept.text));
        let view = |kept: &Kept| KeptView {
            attributed: kept.attributed,
            exception: kept.exception,
            law: kept.law.clone(),
            organisation_id: kept.organisation_id,
            over: self.erased.is_some() && kept.until <= at,
            person: name.clone(),
            text: kept.text,
            until: kept.until,
        };
        there.map(view).collect()
    }
}

/// All data subject requests to a controller, and the texts it keeps after erasures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct SubjectRequestsView {
    /// Texts that a law requires to be kept, in the order in which they end.
    pub kept: Vec<KeptView>,
    /// The requests, in the order of their deadlines.
    pub requests: Vec<SubjectRequestView>,
}

/// The person whom a text concerns that an organisation keeps for a legal claim after an erasure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct AttributionView {
    /// The id by which the host knew the person; absent if no event records that the organisation looked it up, or if
    /// it is not or no longer kept here.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub host_id: Option<HostId>,
    /// The pseudonym.
    pub person_id: PersonId,
    /// The text; absent if no event records that somebody looked it up.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<Commitment>,
}

impl SubjectRequest {
    pub(crate) fn view(&self, person: PartyName, at: Timestamp) -> SubjectRequestView {
        SubjectRequestView {
            answered: self.answered.map(|(answered, _)| answered),
            due: self.due(),
            extended: self.extended.is_some(),
            lifted: self.lifted,
            outcome: self.answered.map(|(_, outcome)| outcome),
            overdue: self.is_overdue(at),
            person,
            received: self.received,
            request: self.id,
            right: self.right,
        }
    }
}

/// Something on record that the person did or that names the person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct Trace {
    /// The event.
    #[cfg_attr(feature = "json-schema", schemars(with = "crate::schema::AnyEvent"))]
    pub event: Event,
    /// Its position in the store.
    pub position: Position,
    /// The event as a sentence.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sentence: Option<Sentence>,
}

/// A text about or by the person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct Held {
    /// Its commitment on record.
    pub commitment: Commitment,
    /// The text.
    pub text: String,
}

/// Everything that is held about a person: what the vault holds, and every event with the pseudonym.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct SubjectAccessView {
    /// The person's consents and objections, as of the last event; `receipt` writes a receipt for each.
    pub consents: Vec<ConsentView>,
    /// The texts about the person that a law requires to be kept, whatever the person requests.
    pub kept: Vec<KeptView>,
    /// The same in Markdown, for reading.
    pub markdown: String,
    /// The person.
    pub person: PartyName,
    /// The texts about or by the person.
    pub texts: Vec<Held>,
    /// The events, in order.
    pub traces: Vec<Trace>,
}

impl SubjectAccessView {
    /// Nobody is known, so nothing is held.
    pub(crate) const fn nothing() -> Self {
        let person = PartyName { person_id: None, team_id: None, organisation_id: None, host_id: None };
        Self {
            consents: Vec::new(),
            kept: Vec::new(),
            markdown: String::new(),
            person,
            texts: Vec::new(),
            traces: Vec::new(),
        }
    }

    pub(crate) fn new(
        person: PartyName,
        texts: Vec<Held>,
        traces: Vec<Trace>,
        consents: Vec<ConsentView>,
        kept: Vec<KeptView>,
    ) -> Self {
        let mut about = Self { consents, kept, markdown: String::new(), person, texts, traces };
        about.markdown = about.to_markdown();
        about
    }

    fn to_markdown(&self) -> String {
        let name = self.person.host_id.as_ref().map(ToString::to_string).unwrap_or_default();
        let pseudonym = self.person.person_id.map(|person| person.to_string()).unwrap_or_default();
        let mut text = format!("# {}\n\n`{pseudonym}`\n", isolated(&name));
        for Trace { event, sentence, .. } in &self.traces {
            let said = sentence.as_ref().map_or(event.data.type_name(), |sentence| &sentence.text);
            text.push_str(&line(event.head.at, said));
        }
        for consent in &self.consents {
            let said = format!("{}: {}", consent.purpose.purpose, consent.message);
            text.push_str(&line(consent.since.unwrap_or(consent.at), &said));
        }
        for held in &self.texts {
            text.push_str("\n> ");
            let lines: Vec<String> = held.text.lines().map(isolated).collect();
            text.push_str(&lines.join("\n> "));
            text.push('\n');
            for kept in self.kept.iter().filter(|kept| kept.text == held.commitment) {
                let law = kept.law.languages().next().map(|first| kept.law.read(first, first).text);
                let law = law.unwrap_or_default();
                text.push_str(&format!(">\n> — {} → {}\n", isolated(law), kept.until));
            }
        }
        text
    }
}

fn line(at: Timestamp, said: &str) -> String {
    format!("\n- {at} {}", escaped(said))
}

/// A text that Markdown shows literally, isolated in its own writing direction.
fn isolated(text: &str) -> String {
    escaped(&shown_whole(text).to_string())
}

/// A text that Markdown shows literally.
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
