//! The consent block alone: a notice, people's decisions about their data, and what follows. It needs no process.
//!
//! ```text
//! cargo run --package coproduce --bin consent
//! ```

use std::cell::Cell;

use interlink::Engine;
use interlink::consent::{
    Asked, GiveConsent, Indication, NotifyRecipient, PurposeRef, RaiseObjection, RecordDateOfBirth, Validity,
    WithdrawConsent,
};
use interlink::interop::receipt::dpv;
use interlink::journal::{StreamHead, StreamId};
use interlink::kernel::{Acting, Action, Host};
use interlink::notice::{Notice, NoticeDocument, PublishNotice};
use interlink::party::{RegisterOrganisation, StakeholderKind, TeamPolicy};
use interlink::person::ErasePerson;
use interlink::problem::Problem;
use interlink::types::{DocumentId, Language, Localized, OrganisationId, Timestamp};

type Fallible<T> = Result<T, Box<dyn std::error::Error>>;

/// A clock that advances by a minute at each reading, and the system's random bytes.
struct Handler {
    minutes: Cell<i64>,
}

impl Host for Handler {
    fn now(&self) -> Timestamp {
        self.minutes.set(self.minutes.get() + 1);
        Timestamp::from_millis(self.minutes.get() * 60_000).unwrap_or(Timestamp::MAX)
    }

    fn random(&self) -> [u8; 16] {
        let mut bytes = [0; 16];
        // Zeros are refused, so nothing is recorded on a system without randomness.
        getrandom::fill(&mut bytes).ok();
        bytes
    }
}

/// Prints why an act is refused.
fn refused(what: &str, who: &Acting<'_, Handler>, action: impl Into<Action>) -> Fallible<()> {
    match who.execute(action) {
        Ok(_) => Err(format!("{what} should have been refused").into()),
        Err(error) => {
            let Problem { code, message, .. } = Problem::from(&error);
            anstream::println!("  ✗ {what}\n      {message} ({code})");
            Ok(())
        }
    }
}

/// A city that asks for consent.
struct City<'a> {
    engine: &'a Engine,
    handler: &'a Handler,
    id: OrganisationId,
    notice: DocumentId,
}

impl City<'_> {
    fn purpose(&self, name: &str) -> Fallible<PurposeRef> {
        Ok(PurposeRef { organisation_id: self.id, purpose: name.parse()? })
    }

    /// Prints whether a person's data may be processed for a purpose, and why.
    fn holds(&self, question: &str, person: &str, purpose: &str) -> Fallible<()> {
        let answer = match self.engine.person(&person.parse()?)? {
            None => "denied: nobody is known by that id".to_owned(),
            Some(person) => {
                let asked = Asked::Now(self.handler.now());
                let view = self.engine.consent(person, &self.purpose(purpose)?, asked)?;
                format!("{}: {}", if view.allowed { "yes" } else { "no" }, view.message)
            }
        };
        anstream::println!("  {question:<31} {answer}");
        Ok(())
    }

    /// A consent for a year, by a form in English; for another person, if one is named.
    fn yes(&self, purpose: &str, subject: Option<&str>) -> Fallible<GiveConsent> {
        Ok(GiveConsent {
            acting_for: None,
            evidence: None,
            explicit: false,
            language: Language::english(),
            method: Indication::Form,
            notice: self.notice,
            organisation: "city".parse()?,
            purpose: purpose.parse()?,
            said_at: None,
            data_subject: subject.map(str::parse).transpose()?,
            valid: Validity::Days(365),
        })
    }

    fn no(purpose: &str) -> Fallible<WithdrawConsent> {
        Ok(WithdrawConsent {
            organisation: "city".parse()?,
            purpose: purpose.parse()?,
            data_subject: None,
            noted: None,
        })
    }
}

fn heading(text: &str) {
    anstream::println!("\n{}{text}{}", anstyle::Style::new().bold(), anstyle::Reset);
}

fn main() -> Fallible<()> {
    let engine = Engine::open("memory:")?;
    let begin: Timestamp = "2026-03-02T09:00:00.000Z".parse()?;
    let handler = Handler { minutes: Cell::new(begin.as_millis() / 60_000) };
    let anna = engine.acting("anna", &handler)?;
    let founded = anna.execute(RegisterOrganisation {
        kind: StakeholderKind::PublicAdministration,
        name: Localized::new(Language::english(), "City of Porto Nuovo")?,
        organisation: "city".parse()?,
        team_creation: TeamPolicy::Members,
    })?;
    let StreamId::Organisation(id) = founded.stream else {
        return Err("an organisation was to be registered".into());
    };
    let notice = publish(&engine, &anna, id)?;
    let city = City { engine: &engine, handler: &handler, id, notice };
    let dora = engine.acting("dora", &handler)?;

    heading("Dora decides about her data");
    city.holds("may the city write to her?", "dora", "keep-in-touch")?;
    let for_her = city.yes("keep-in-touch", Some("dora"))?;
    refused("Anna, who works for the city, consents for Dora", &anna, for_her.clone())?;
    refused("Bruno, a friend, consents for Dora", &engine.acting("bruno", &handler)?, for_her)?;
    refused("Dora withdraws what she never gave", &dora, City::no("keep-in-touch")?)?;
    let given = dora.execute(city.yes("keep-in-touch", None)?)?;
    city.holds("may the city write to her?", "dora", "keep-in-touch")?;
    city.holds("may it ask her how it worked?", "dora", "surveys")?;
    let StreamId::Consent(person) = given.stream else { return Err("a consent was to be given".into()) };
    let now = handler.now();
    let record = engine.consent_record(person, &city.purpose("keep-in-touch")?, Asked::Now(now))?;
    let record = record.ok_or("there is a consent")?;
    let receipt = dpv::receipt(&record, now)?;
    anstream::println!("  her receipt: {} bytes of JSON-LD, event {}", receipt.len(), record.event.id);

    heading("Dora withdraws it: one command, no reason");
    dora.execute(City::no("keep-in-touch")?)?;
    city.holds("may the city write to her?", "dora", "keep-in-touch")?;
    for duty in engine.obligations(id, handler.now(), Language::english())?.obligations {
        anstream::println!("  {} must be notified by {}", duty.recipient_name.text, duty.notify_until);
    }
    anna.execute(NotifyRecipient {
        organisation: "city".parse()?,
        purpose: "keep-in-touch".parse()?,
        recipient: "printer".parse()?,
        data_subject: Some("dora".parse()?),
    })?;

    heading("Dora objects to processing based on law");
    refused("Dora withdraws from the list of participants", &dora, City::no("list-of-participants")?)?;
    let (organisation, purpose) = ("city".parse()?, "list-of-participants".parse()?);
    dora.execute(RaiseObjection { grounds: None, organisation, purpose, data_subject: None, noted: None })?;
    city.holds("may the city list her?", "dora", "list-of-participants")?;

    heading("For a child, the holder of parental responsibility is asked");
    let vera = engine.acting("vera", &handler)?;
    vera.execute(RecordDateOfBirth {
        date_of_birth: "2015-05-05".parse()?,
        acting_for: None,
        evidence: None,
        data_subject: None,
    })?;
    refused("Vera, who is ten, consents", &vera, city.yes("keep-in-touch", None)?)?;

    heading("Dora is erased, and the record remains valid");
    dora.execute_on(StreamId::Person(person), ErasePerson { acting_for: None, reason: None })?;
    let head = StreamHead { seq: record.event.head.seq, id: record.event.id };
    let verified = engine.verify(given.stream, Some(head))?;
    anstream::println!(
        "  her receipt still proves its place: {} events, each matches its hash",
        verified.seq
    );
    let all = engine.verify_all()?;
    anstream::println!("  {} streams with {} events verify", all.streams.len(), all.events);
    Ok(())
}

/// A notice is refused until it is complete, and then published.
fn publish(engine: &Engine, anna: &Acting<'_, Handler>, city: OrganisationId) -> Fallible<DocumentId> {
    heading("A notice is published once it is complete");
    let whole = Notice::parse(include_bytes!("../notice.json"))?;
    let lacking = NoticeDocument { officer: None, rights_at: None, ..whole.document().clone() };
    for missing in Notice::new(lacking)?.gaps(StakeholderKind::PublicAdministration) {
        anstream::println!("  ✗ {} ({})", missing.message, missing.article);
    }
    let notice = engine.add_document(whole)?;
    anna.execute_on(city, PublishNotice { notice })?;
    anstream::println!("  version 1 is in force: {notice}");
    Ok(notice)
}
