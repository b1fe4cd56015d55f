//! The full record about one purpose of one person, for receipts.

use super::replay::replay;
use super::{Error, Moment};
use crate::consent::view::ConsentView;
use crate::consent::{
    Asked, Author, ConsentRecord, Heard, HistoryEntry, PurposeRef, Register, State, Step, Verb, act_about,
    agreed, words,
};
use crate::journal::{EventData, Seq, StreamId};
use crate::kernel::fold::apply_consent;
use crate::notice::{Notices, Published};
use crate::party::Names;
use crate::types::{DocumentId, PersonId, Timestamp};
use crate::vault::Party;

impl Moment<'_> {
    /// The state of a person's consent for a purpose at a moment, with everything it is based on; `None` if nothing was
    /// asked or decided by then. Receipts are written from it. It remains after an erasure, under the person's
    /// pseudonym.
    ///
    /// # Examples
    ///
    /// ```
    /// # let testkit::Example { engine, city, now, .. } = testkit::example();
    /// use interlink::consent::{Asked, PurposeRef};
    /// let news = PurposeRef { organisation_id: city, purpose: "news".parse()? };
    /// let nora = engine.person(&"nora".parse()?)?.unwrap();
    /// // Nora was never asked, so there is no record for a receipt.
    /// assert!(engine.consent_record(nora, &news, Asked::Now(now))?.is_none());
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// `stream.unknown` if the controller is not known here, `document.unknown` if its notice is missing, or what the
    /// store reports.
    pub fn consent_record(
        &self,
        person: PersonId,
        purpose: &PurposeRef,
        asked: Asked,
    ) -> Result<Option<ConsentRecord>, Error> {
        let view = self.consent(person, purpose, asked)?;
        let Some(reached) = view.seq else { return Ok(None) };
        let heard = self.heard(person, purpose, asked, reached)?;
        let Some(last) = heard.last() else { return Ok(None) };
        let controller = self
            .organisation_stream(purpose.organisation_id)?
            .ok_or_else(|| Error::StreamUnknown(Box::new(purpose.organisation_id.into())))?;
        let notices = Told { notices: controller.state.notices(), purpose };
        let read = heard.iter().rev().find_map(Heard::notice);
        let agreements = notices.up_to(read, last.event.head.at)?;
        let Some(published) = agreements.last() else { return Ok(None) };
        let notice = published.notice.clone();
        let (subject, mut history) = Names::ask(self.reading()?, |names| {
            let entry = |heard: &Heard| HistoryEntry {
                act: Some(heard.act),
                at: heard.at(),
                by: heard.author(names.name(Party::Person(heard.actor()))),
                event: heard.event.id,
                from: heard.from(),
                jurisdiction: notices.at(heard.event.head.at).unwrap_or(published).jurisdiction(),
                recorded: heard.event.head.at,
                seq: heard.event.head.seq,
                state: heard.state,
            };
            let history: Vec<HistoryEntry> = heard.iter().map(entry).collect();
            (names.name(Party::Person(person)), history)
        })?;
        history.extend(ended_by_itself(&view, history.last()));
        let Some(step) = history.iter().rev().find(|entry| entry.act != Some(Verb::Use)).cloned() else {
            return Ok(None);
        };
        let behind = heard.iter().find(|heard| heard.event.id == step.event).unwrap_or(last);
        let given = agreed(&heard).map(|heard| heard.event.clone());
        let evidence = given.as_ref().and_then(|event| words(event)?.evidence);
        let reading = self.reading()?;
        let evidence = evidence.map(|place| reading.entry(place)).transpose()?.flatten();
        Ok(Some(ConsentRecord {
            at: asked.at(),
            erased: self.with_register(|register| register.erased_since(person, purpose, asked))?,
            event: behind.event.clone(),
            evidence: evidence.and_then(|entry| entry.text.parse().ok()),
            given,
            history,
            notice,
            purpose: purpose.clone(),
            step,
            data_subject: subject,
            agreements,
        }))
    }

    /// What led to the state at a moment, up to the event behind it. An authority's decision may reach back over later
    /// events.
    fn heard(
        &self,
        person: PersonId,
        purpose: &PurposeRef,
        asked: Asked,
        reached: Seq,
    ) -> Result<Vec<Heard>, Error> {
        let (mut register, mut heard) = (Register::default(), Vec::new());
        let stream = StreamId::Consent(person);
        replay(self.reading()?, stream, Seq(0), Some(reached), &mut |event| {
            apply_consent(&mut register, person, event, None)?;
            let EventData::Consent(data) = &event.data else { return Ok(()) };
            let Some(act) = act_about(data, purpose) else { return Ok(()) };
            if !asked.counts(event.head.at) && event.head.seq != reached {
                return Ok(());
            }
            let state = if act == Verb::Invalidate {
                // Also if it invalidates a consent before the last.
                State::Invalidated
            } else {
                register.last(person, purpose).map_or(State::Unknown, Step::state)
            };
            heard.push(Heard { act, event: event.clone(), state });
            Ok(())
        })?;
        Ok(heard)
    }
}

/// The end of a consent that expired or was used up: no event records it.
fn ended_by_itself(view: &ConsentView, last: Option<&HistoryEntry>) -> Option<HistoryEntry> {
    let last = last.filter(|last| view.state == State::Expired && last.state != State::Expired)?;
    let until = view.until.filter(|until| *until <= view.at);
    let at = until.unwrap_or(last.at);
    Some(HistoryEntry { act: None, at, by: Author::Nobody, state: State::Expired, ..last.clone() })
}

/// What a controller's notices say about a purpose.
struct Told<'a> {
    notices: &'a Notices,
    purpose: &'a PurposeRef,
}

impl<'a> Told<'a> {
    fn all(&self) -> impl DoubleEndedIterator<Item = &'a Published> {
        let key = &self.purpose.purpose;
        self.notices.all().filter(move |published| published.notice.purpose(key).is_some())
    }

    /// The version in force at a moment.
    fn at(&self, at: Timestamp) -> Option<&'a Published> {
        self.all().rev().find(|published| published.holds_at(at))
    }

    /// Every version up to the one that was read; if none was, up to the one in force at a moment, or the last before.
    fn up_to(&self, read: Option<DocumentId>, at: Timestamp) -> Result<Vec<Published>, Error> {
        let all: Vec<Published> = self.all().cloned().collect();
        let wanted = match read {
            Some(id) => id,
            None => match self.at(at).or_else(|| self.all().rev().find(|published| published.from <= at)) {
                Some(published) => published.notice.id(),
                None => return Ok(Vec::new()),
            },
        };
        let place = all.iter().position(|published| published.notice.id() == wanted);
        let place = place.ok_or_else(|| Error::DocumentUnknown(wanted.into()))?;
        Ok(all.into_iter().take(place + 1).collect())
    }
}
