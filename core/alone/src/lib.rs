//! A city that asks for consent, for the tests of the library without processes.
#![forbid(unsafe_code)]
#![expect(clippy::unwrap_in_result, reason = "a helper of tests stops at what the test did not mean")]
#![expect(clippy::expect_used, clippy::panic, reason = "it helps tests, which fail by panicking")]

use std::cell::Cell;

use interlink::Engine;
use interlink::consent::{GiveConsent, Indication, PurposeRef, Validity};
use interlink::journal::{Basis, Batch, Deadline, Event, Seq, Stored, StreamId};
use interlink::kernel::{Action, Error, Executed, Host};
use interlink::notice::Right;
use interlink::notice::{Notice, PublishNotice};
use interlink::party::{RegisterOrganisation, StakeholderKind, TeamPolicy};
use interlink::person::MakeSubjectRequest;
use interlink::types::{
    DocumentId, EventId, Fingerprint, Key, Language, Localized, OrganisationId, PersonId, Timestamp,
};

/// A clock that goes on by a minute, and bytes that differ each time.
#[derive(Debug, Default)]
pub struct Clockwork(Cell<u8>);

impl Host for Clockwork {
    fn now(&self) -> Timestamp {
        self.0.set(self.0.get().wrapping_add(1));
        Timestamp::from_millis(1_772_500_000_000 + i64::from(self.0.get()) * 60_000).expect("a time")
    }

    fn random(&self) -> [u8; 16] {
        self.0.set(self.0.get().wrapping_add(1));
        let mut bytes = *b"sixteen of these";
        bytes.iter_mut().take(1).for_each(|byte| *byte = self.0.get());
        bytes
    }
}

/// A city with a notice in force.
#[derive(Debug)]
pub struct City {
    /// The engine.
    pub engine: Engine,
    /// Its clock and its random bytes.
    pub host: Clockwork,
    /// The city.
    pub id: OrganisationId,
    /// Its notice.
    pub notice: DocumentId,
}

/// The text of the notice.
const NOTICE: &str = include_str!("../../../examples/src/notice.json");

impl City {
    /// The city on a store.
    #[must_use]
    pub fn on(url: &str) -> Self {
        let engine = Engine::open(url).expect("a store");
        let host = Clockwork::default();
        let name = Localized::new(Language::english(), "The City").expect("a name");
        let kind = StakeholderKind::PublicAdministration;
        let city: interlink::types::HostId = "city".parse().expect("an id");
        let register =
            RegisterOrganisation { kind, name, organisation: city, team_creation: TeamPolicy::Members };
        let founded = engine.acting("anna", &host).expect("an id").execute(register).expect("a city");
        let id = founded.organisation().expect("a city");
        let notice = Notice::parse(NOTICE.as_bytes()).expect("a notice");
        let notice = engine.add_document(notice).expect("a notice");
        let city = Self { engine, host, id, notice };
        city.on_city("anna", PublishNotice::new(notice)).expect("it is published");
        city
    }

    /// What somebody does for themselves.
    ///
    /// # Errors
    /// The refusal.
    pub fn act(&self, who: &str, action: impl Into<Action>) -> Result<Executed, Error> {
        self.engine.acting(who, &self.host).expect("an id").execute(action)
    }

    /// What somebody does in the city's stream.
    ///
    /// # Errors
    /// The refusal.
    pub fn on_city(&self, who: &str, action: impl Into<Action>) -> Result<Executed, Error> {
        self.engine.acting(who, &self.host).expect("an id").execute_on(self.id, action)
    }

    /// The purpose that people are asked about.
    #[must_use]
    pub fn news(&self) -> PurposeRef {
        PurposeRef { organisation_id: self.id, purpose: "keep-in-touch".parse().expect("a purpose") }
    }

    /// Somebody consents to the news.
    ///
    /// # Errors
    /// The refusal.
    pub fn consent(&self, who: &str) -> Result<Executed, Error> {
        let purpose: Key = self.news().purpose;
        let city = "city".parse().expect("an id");
        let give = GiveConsent::new(
            Language::english(),
            Indication::Form,
            self.notice,
            city,
            purpose,
            Validity::Days(300),
        );
        self.act(who, give)
    }

    /// Somebody asks for their data, with reasons that the vault keeps.
    ///
    /// # Errors
    /// The refusal.
    pub fn request(&self, who: &str) -> Result<Executed, Error> {
        let ask = MakeSubjectRequest {
            organisation: "city".parse().expect("an id"),
            right: Right::Access,
            text: Some("what do you know about me?".parse().expect("a remark")),
        };
        self.act(who, ask)
    }

    /// The pseudonym of somebody.
    #[must_use]
    pub fn person(&self, who: &str) -> PersonId {
        let found = self.engine.person(&who.parse().expect("an id")).expect("a store");
        found.unwrap_or_else(|| panic!("{who} is not known"))
    }

    /// Appends an event to the store as another build of the library would have: nothing here decides it.
    #[must_use]
    pub fn plant(&self, stream: StreamId, actor: PersonId, kind: &str, data: &str) -> EventId {
        let at = "2026-03-04T09:00:00.000Z";
        let body = format!(
            r#"{{"actor":"{actor}","at":"{at}","command":"abc1","data":{data},"seq":1,"stream":"{stream}","type":"{kind}","v":1}}"#
        );
        let (body, at) = (body.into_bytes(), at.parse().expect("a time"));
        let id = Event::hash(&body);
        let stored = [Stored { seq: Seq(1), at, id, body: body.into() }];
        let batch = Batch {
            stream,
            expected: Seq(0),
            events: &stored,
            command: "abc1".parse().expect("an id"),
            fingerprint: Fingerprint::from_bytes([7; 32]),
            vault: &[],
            documents: &[],
            rewrites: &[],
            basis: Basis::default(),
        };
        self.engine.store().append_all(&[batch], Deadline::NEVER).expect("it is appended");
        id
    }
}
