//! What a stream answers to a redaction.

use super::{Command, Event, RedactText, RedactedDocument, RedactedEvent, RedactionRefusal, TextRedacted};
use crate::check::ProcessView;
use crate::governance::Permission;
use crate::journal::{Event as Recorded, Reliance, Rewrite, Stored, StoredDocument, Stream, StreamId};
use crate::kernel::{Context, Refused};
use crate::party::{Organisation, Parties};
use crate::types::{Commitment, DocumentId, PersonId};

/// Whose stream it is.
#[derive(Debug)]
pub(crate) enum Target<'a> {
    Process(&'a ProcessView),
    Organisation(&'a Stream<Organisation>),
    Person,
}

/// What the engine found of the words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Found {
    /// The events of the stream as they are without them.
    pub(crate) events: Vec<Stored>,
    /// The documents as they are without them.
    pub(crate) documents: Vec<StoredDocument>,
    /// The documents with the words that others rely on as well.
    pub(crate) shared: Vec<DocumentId>,
    /// The requests to stand behind an act in which they stand, each with whom the text is about.
    pub(crate) texts: Vec<(Commitment, PersonId)>,
    /// Whether one of the events is what an operator wrote.
    pub(crate) of_operators: bool,
    /// The first place where the words cannot be taken out.
    pub(crate) unfit: Option<RedactionRefusal>,
}

impl Found {
    /// What a store has to write anew.
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
    let event = |stored: &Stored| RedactedEvent { now: Recorded::hash(&stored.body), seq: stored.seq };
    let document = |(document, bytes): &StoredDocument| RedactedDocument {
        document: *document,
        now: DocumentId::of(bytes),
    };
    let events = events.iter().map(event).collect();
    let documents = documents.iter().map(document).collect();
    for (text, subject) in texts {
        context.forget(*text, *subject);
    }
    let (left, texts) = (shared.clone(), texts.iter().map(|(text, _)| *text).collect());
    Ok(TextRedacted { documents, events, left, reason, relied_on, texts }.into())
}

/// Whoever runs the place where the text stands, or whoever speaks for the host. The text is nobody else's to change, and in a
/// person's own stream organisations write, so there it is the host's.
fn standing(
    context: &Context<'_>,
    parties: &Parties,
    target: &Target<'_>,
) -> Result<Vec<Reliance>, RedactionRefusal> {
    let (actor, at) = (context.actor(), context.at());
    match target {
        Target::Process(view) if view.is_administered_by(actor, at) => {
            let question = crate::check::Question {
                actor,
                permission: Permission::ProcessAdminister,
                item: None,
                asset: None,
                at,
            };
            // Once it is closed nothing is permitted any more but this.
            return Ok(view.require(&question).map(|pass| pass.relied_on).unwrap_or_default());
        }
        Target::Organisation(organisation) if organisation.state.is_administrator(actor) => {
            return Ok(Vec::new());
        }
        Target::Process(_) | Target::Organisation(_) | Target::Person => {}
    }
    match parties.host() {
        Some(host) if host.state.has(actor) => Ok(parties.host_reliance().into_iter().collect()),
        Some(_) | None => Err(RedactionRefusal::NotHers),
    }
}
