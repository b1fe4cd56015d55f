//! Everything that is held about a person (GDPR Art. 15 and 20), for herself.

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

/// A request of a data subject, and its clock.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct SubjectRequestView {
    /// When it was answered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answered: Option<Timestamp>,
    /// Until when it has to be answered.
    pub due: Timestamp,
    /// Whether its time was extended.
    pub extended: bool,
    /// When the restriction that was granted on it ended.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lifted: Option<Timestamp>,
    /// What became of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Outcome>,
    /// Whether it was not answered in time.
    pub overdue: bool,
    /// Who asks.
    pub person: PartyName,
    /// When it was received.
    pub received: Timestamp,
    /// Its id.
    pub request: SubjectRequestId,
    /// What she asks for.
    pub right: Right,
}

/// A text that is kept although whom it is about is erased, or would be (Art. 17(3)).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct KeptView {
    /// Whether it stays known to that organisation whose text it is.
    pub attributed: bool,
    /// Which of the exceptions it is.
    pub exception: Exception,
    /// Which law, in the languages that it was named in.
    pub law: Localized,
    /// By whom.
    pub organisation_id: OrganisationId,
    /// Whether its time is over and it is still there: then she is to be erased again.
    pub over: bool,
    /// Whom it is about.
    pub person: PartyName,
    /// Which text, by what the record holds in its place.
    pub text: Commitment,
    /// Until when.
    pub until: Timestamp,
}

impl Person {
    /// What is kept of her, or will be.
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

/// Everything that data subjects asked of a controller, and what it keeps of those who were erased.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct SubjectRequestsView {
    /// Texts that a law wants kept, the first to end first.
    pub kept: Vec<KeptView>,
    /// The first due first.
    pub requests: Vec<SubjectRequestView>,
}

/// Whose text it is that an organisation keeps for a legal claim of somebody who was erased.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct AttributionView {
    /// By which id the host knew her; absent where no event participations that the organisation looked, where it is not kept here, or no
    /// longer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub host_id: Option<HostId>,
    /// Her pseudonym.
    pub person_id: PersonId,
    /// Which text; absent where no event participations that somebody looked.
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

/// Something on record that she did or that names her.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
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
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct Held {
    /// What the record holds in its place.
    pub commitment: Commitment,
    /// The text.
    pub text: String,
}

/// Everything that is held about a person: what the vault has of her, and every event with her pseudonym in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct SubjectAccessView {
    /// What she said about her data, as it stood with the last event; `receipt` writes each for her.
    pub consents: Vec<ConsentView>,
    /// The texts about her that a law wants kept, whatever she asks.
    pub kept: Vec<KeptView>,
    /// The same to read, in Markdown.
    pub markdown: String,
    /// Who.
    pub person: PartyName,
    /// The texts about her or by her.
    pub texts: Vec<Held>,
    /// What is on record, in order.
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

/// A text that Markdown shows as it is, in a direction of its own.
fn isolated(text: &str) -> String {
    escaped(&shown_whole(text).to_string())
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
