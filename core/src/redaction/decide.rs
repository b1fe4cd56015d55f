//! Decides redactions.

use super::{Command, Event, RedactText, RedactedDocument, RedactedEvent, RedactionRefusal, TextRedacted};
use crate::check::ProcessView;
use crate::journal::{Event as Recorded, Reliance, Rewrite, Stored, StoredDocument, Stream, StreamId};
use crate::kernel::{Context, Refused};
use crate::party::{Organisation, Parties};
use crate::types::{Commitment, DocumentId, PersonId};

/// What the stream belongs to.
#[derive(Debug)]
pub(crate) enum Target<'a> {
    Process(&'a ProcessView),
    Organisation(&'a Stream<Organisation>),
    Person,
}

/// What the engine found about the words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Found {
    /// The rewritten events of the stream, without the words.
    pub(crate) events: Vec<Stored>,
    /// The rewritten documents, without the words.
    pub(crate) documents: Vec<StoredDocument>,
    /// The documents with the words that others rely on as well.
    pub(crate) shared: Vec<DocumentId>,
    /// The requests for approval that contain the words, each with the person whom the text concerns.
    pub(crate) texts: Vec<(Commitment, PersonId)>,
    /// Whether an operator wrote one of the events.
    pub(crate) of_operators: bool,
    /// The first place from which the words cannot be removed.
    pub(crate) unfit: Option<RedactionRefusal>,
}

impl Found {
    /// What a store must rewrite.
    pub(crate) fn rewrites(&self, stream: StreamId) -> Vec<Rewrite> {
        let events = self.events.iter().map(|stored| Rewrite::Event(stream, stored.clone()));
        events.chain(self.documents.iter().cloned().map(Rewrite::Document)).collect()
    }
}

/// Decides a redaction.
pub(crate) fn decide(
    context: &mut Context<'_>,
    parties: &Parties,
    target: &Target<'_>,
    found: &Found,
    command: &Command,
) -> Result<Event, Refused> {
    let Command::RedactText(c) = command;
    let relied_on = standing(context, parties, target)?;
    let Found { events, documents, shared, texts, of_operators, unfit } = found;
    let (actor, host) = (context.actor(), parties.host());
    if *of_operators && !host.is_some_and(|host| host.state.has(actor)) {
        return Err(RedactionRefusal::OfOperators.into());
    }
    if let Some(unfit) = unfit {
        return Err(unfit.clone().into());
    }
    if events.is_empty() && documents.is_empty() && texts.is_empty() {
        return Err(match shared.first() {
            Some(document) => RedactionRefusal::Shared { document: *document }.into(),
            None => RedactionRefusal::Absent.into(),
        });
    }
    let RedactText { reason, .. } = c;
    let reason = context.commit(context.actor(), reason.as_str());
    let event =
        |stored: &Stored| RedactedEvent { replaced_by: Recorded::hash(&stored.body), seq: stored.seq };
    let document = |(document, bytes): &StoredDocument| RedactedDocument {
        document: *document,
        replaced_by: DocumentId::of(bytes),
    };
    let events = events.iter().map(event).collect();
    let documents = documents.iter().map(document).collect();
    for (text, subject) in texts {
        context.forget(*text, *subject);
    }
    let (left, texts) = (shared.clone(), texts.iter().map(|(text, _)| *text).collect());
    Ok(TextRedacted { documents, events, left, reason, relied_on, texts }.into())
}

/// Checks that the actor administers the place of the text, or is an operator. In a person's own stream organisations
/// write, so only an operator may redact there.
fn standing(
    context: &Context<'_>,
    parties: &Parties,
    target: &Target<'_>,
) -> Result<Vec<Reliance>, RedactionRefusal> {
    let (actor, at) = (context.actor(), context.at());
    match target {
        Target::Process(view) => {
            if let Some(relied_on) = view.administered(actor, at) {
                return Ok(relied_on);
            }
        }
        Target::Organisation(organisation) if organisation.state.is_administrator(actor) => {
            return Ok(Vec::new());
        }
        Target::Organisation(_) | Target::Person => {}
    }
    match parties.host() {
        Some(host) if host.state.has(actor) => Ok(parties.host_reliance().into_iter().collect()),
        Some(_) | None => Err(RedactionRefusal::NotHers),
    }
}
