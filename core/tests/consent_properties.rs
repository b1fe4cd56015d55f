//! Whatever people say in whatever order: what the register answers is what the record says.
#![cfg(test)]

use interlink::consent::{Asked, Event, PurposeRef, State, Validity};
use interlink::journal::{EventData, Position, StreamId};
use interlink::problem::{Code, Problem};
use interlink::types::{DocumentId, OrganisationId, PersonId, Timestamp};
use proptest::prelude::*;
use serde_json::{Value, json};
use testkit::{Town, giving, host, notice};

const PEOPLE: [&str; 3] = ["dora", "elena", "fabio"];
const PURPOSES: [&str; 4] = ["news", "news.local", "register", "planning"];

/// What somebody tries.
#[derive(Debug, Clone)]
enum Act {
    Consent { person: usize, purpose: usize, verb: usize, length: u32 },
    Wait { minutes: u16 },
    Renew,
    Erase { person: usize },
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        6 => (0..PEOPLE.len(), 0..PURPOSES.len(), 0..14_usize, 1..4_u32)
            .prop_map(|(person, purpose, verb, length)| Act::Consent { person, purpose, verb, length }),
        // Mostly about one purpose of one person, so that one act meets what another left.
        12 => (proptest::sample::select(vec![0, 1, 2, 2, 2, 3, 3, 4, 5, 6, 7, 8, 9, 9, 9, 9, 10]), 1..4_u32).prop_map(|(verb, length)| Act::Consent { person: 0, purpose: 0, verb, length }),
        2 => (1..4000_u16).prop_map(|minutes| Act::Wait { minutes }),
        1 => Just(Act::Renew),
        1 => (0..PEOPLE.len()).prop_map(|person| Act::Erase { person }),
    ]
}

/// One thing that was said, and what is left of it.
#[derive(Clone, Copy)]
struct Plain {
    from: Timestamp,
    /// When the consent was given that this is, or is a use of.
    begun: Timestamp,
    state: State,
    until: Option<Timestamp>,
    uses: Option<u32>,
}

struct Stage {
    town: Town,
    city: OrganisationId,
    notice: DocumentId,
    versions: u32,
    /// Everybody who was ever met, also under names that others have by now.
    met: Vec<PersonId>,
}

impl Stage {
    fn new() -> Self {
        let town = Town::new();
        let city = town.found("anna", "city", "public_administration");
        let notice = town.publish_notice("anna", city, &notice(1));
        Self { town, city, notice, versions: 1, met: Vec::new() }
    }

    fn purpose(&self, name: &str) -> PurposeRef {
        PurposeRef { organisation_id: self.city, purpose: name.parse().unwrap() }
    }

    /// Tries something; a refusal must be one of those that the state explains.
    fn play(&mut self, act: &Act) {
        match *act {
            Act::Wait { minutes } => self.town.wait_minutes(i64::from(minutes)),
            Act::Renew => {
                self.versions += 1;
                let mut next = notice(self.versions);
                next["renews"] = json!(["news"]);
                self.notice = self.town.publish_notice("anna", self.city, &next);
            }
            Act::Erase { person } => {
                let Some(person) = self.town.engine.person(&host(PEOPLE[person])).unwrap() else { return };
                let others: Vec<_> = self.met.iter().filter(|other| **other != person).copied().collect();
                let said = |town: &Town, at| {
                    others
                        .iter()
                        .map(|other| town.engine.consents_of(*other, Asked::Now(at)).unwrap())
                        .collect::<Vec<_>>()
                };
                let at = self.town.now();
                let before = said(&self.town, at);
                let name = self.town.engine.host_id(person).unwrap().unwrap();
                self.town.act(name.as_str(), Some(StreamId::Person(person)), "person.erase", json!({}));
                assert_eq!(said(&self.town, at), before, "everybody else's words stay as they were");
            }
            Act::Consent { person, purpose, verb, length } => {
                let (name, purpose) = (PEOPLE[person], PURPOSES[purpose]);
                let (actor, kind, data) = self.command(name, purpose, verb, length);
                match self.town.try_do(actor, None, kind, data) {
                    Ok(executed) => {
                        let StreamId::Consent(id) = executed.stream else { panic!("a consent's stream") };
                        if !self.met.contains(&id) {
                            self.met.push(id);
                        }
                    }
                    Err(error) => {
                        let problem = Problem::from(&error);
                        let known = [
                            Code::ConsentTransition,
                            Code::LegalBasisCommand,
                            Code::ConsentNotCounted,
                            Code::ConsentOtherEvent,
                            Code::ConsentNotAllowed,
                            Code::ConsentNoneThen,
                        ];
                        assert!(known.contains(&problem.code), "{problem}");
                    }
                }
            }
        }
    }

    fn command(
        &self,
        name: &'static str,
        purpose: &str,
        verb: usize,
        length: u32,
    ) -> (&'static str, &'static str, Value) {
        let about = || json!({"organisation": "city", "purpose": purpose});
        let of = |more: Value| {
            let mut data = about();
            data["data_subject"] = json!(name);
            for (key, value) in more.as_object().unwrap() {
                data[key] = value.clone();
            }
            data
        };
        let give = || {
            let mut give = giving("city", self.notice, purpose);
            give["valid"] = match length {
                1 => json!({"days": 1}),
                2 => json!({"uses": 1}),
                _ => json!({"until_event": "the end"}),
            };
            give
        };
        let back = self.town.now().as_millis() - i64::from(length) * 600_000;
        let from = Timestamp::from_millis(back).unwrap();
        match verb {
            0 => ("anna", "consent.request", of(json!({"notice": self.notice}))),
            1 => (name, "consent.defer", about()),
            2 | 3 => (name, "consent.give", give()),
            4 => (name, "consent.refuse", about()),
            5 => (name, "consent.renew", give()),
            6 => (name, "consent.withdraw", about()),
            7 => ("anna", "consent.revoke", of(json!({"reason": "It ends."}))),
            8 => ("anna", "consent.expire", of(json!({"until_event": "the end"}))),
            9 => ("anna", "consent.use", of(json!({}))),
            10 => ("anna", "consent.invalidate", of(json!({"decision": "Decision 1", "from": from}))),
            11 => (name, "objection.raise", about()),
            12 => (name, "objection.withdraw", about()),
            _ => ("anna", "objection.decide", of(json!({}))),
        }
    }

    /// What the record says of somebody's will at a moment, by a plain walk over every event.
    fn plainly(&self, person: PersonId, purpose: &str, at: Timestamp) -> State {
        let (mut said, mut voids): (Vec<Plain>, Vec<(Timestamp, Timestamp)>) = (Vec::new(), Vec::new());
        for change in self.town.engine.changes(Position(0), usize::MAX).unwrap() {
            let (head, EventData::Consent(event)) = (&change.event.head, &change.event.data) else {
                continue;
            };
            let about = event.purpose().is_some_and(|(_, named)| named.as_str() == purpose);
            if head.stream != StreamId::Consent(person) || !about {
                continue;
            }
            let plain = |state| Plain { from: head.at, begun: head.at, state, until: None, uses: None };
            let given = |state, valid: &Validity| match valid {
                Validity::Days(days) => Plain { until: Some(head.at.plus_days(*days)), ..plain(state) },
                Validity::Until(until) => Plain { until: Some(*until), ..plain(state) },
                Validity::UntilEvent(_) => plain(state),
                Validity::Uses(uses) => Plain { uses: Some(*uses), ..plain(state) },
            };
            let next = match event {
                Event::ConsentRequested(_) => plain(State::Requested),
                Event::ConsentDeferred(_) => plain(State::Deferred),
                Event::ConsentGiven(e) => given(State::Given, &e.valid),
                Event::ConsentRenewed(e) => given(State::Renewed, &e.valid),
                Event::ConsentRefused(_) => plain(State::Refused),
                Event::ConsentWithdrawn(_) => plain(State::Withdrawn),
                Event::ConsentRevoked(_) => plain(State::Revoked),
                Event::ConsentExpired(_) => plain(State::Expired),
                Event::ConsentUsed(_) => {
                    let last = *said.last().unwrap();
                    Plain { from: head.at, uses: last.uses.map(|uses| uses - 1), ..last }
                }
                Event::ConsentInvalidated(e) => {
                    // Each consent, until the next thing that was said: the finding reaches the first that had not ended.
                    let ends = |nth: usize| {
                        let next = said[nth + 1..].iter().find(|next| next.begun != said[nth].begun);
                        let next = next.map_or(Timestamp::MAX, |next| next.from);
                        said[nth].until.unwrap_or(Timestamp::MAX).min(next)
                    };
                    let reached =
                        (0..said.len()).find(|nth| said[*nth].state.is_consent() && e.from < ends(*nth));
                    let reached = reached.unwrap();
                    voids.push((e.from, said[reached].begun));
                    match said.last() {
                        Some(last) if last.begun == said[reached].begun => plain(State::Invalidated),
                        _ => continue,
                    }
                }
                Event::ObjectionRaised(_) => plain(State::Objected),
                Event::ObjectionResumed(e) if e.upheld => plain(State::ObjectionUpheld),
                Event::ObjectionResumed(_) => plain(State::Objected),
                Event::ObjectionWithdrawn(_) => plain(State::Unknown),
                Event::ObjectionDecided(e) if e.grounds.is_some() => plain(State::ObjectionOverruled),
                Event::ObjectionDecided(_) => plain(State::ObjectionUpheld),
                _ => continue,
            };
            said.push(next);
        }
        let Some(last) = said.into_iter().rev().find(|said| said.from <= at) else { return State::Unknown };
        let over = last.until.is_some_and(|until| at >= until) || last.uses == Some(0);
        match last.state.is_consent() {
            true if over => State::Expired,
            true if voids.iter().any(|(from, begun)| *from <= at && *begun == last.begun) => {
                State::Invalidated
            }
            _ => last.state,
        }
    }

    fn compare(&self) {
        let (now, first) = (self.town.now(), Timestamp::from_millis(1_772_442_000_000).unwrap());
        let span = now.as_millis() - first.as_millis();
        let moments = (0..=8).map(|nth| Timestamp::from_millis(first.as_millis() + span * nth / 8).unwrap());
        let moments: Vec<Timestamp> = moments.collect();
        for person in &self.met {
            let stream = StreamId::Consent(*person);
            let head = self.town.engine.store().read().unwrap().head(stream).unwrap().unwrap();
            for name in PURPOSES {
                let purpose = self.purpose(name);
                for at in &moments {
                    let view = self.town.engine.consent(*person, &purpose, Asked::Past(*at)).unwrap();
                    assert_eq!(view.state, self.plainly(*person, name, *at), "{name} at {at}");
                    let held = view.state.is_consent()
                        || name == "news.local" && self.plainly(*person, "news", *at).is_consent();
                    let lawful =
                        held || ["register", "planning"].contains(&name) && !view.state.is_objection();
                    assert!(!view.allowed || lawful, "{name} at {at}: {}", view.message);
                    if view.allowed {
                        continue;
                    }
                    // Read from its first event on, it says the same.
                    let again = self
                        .town
                        .engine
                        .consent_as_known(*person, &purpose, Asked::Past(*at), head.seq)
                        .unwrap();
                    assert_eq!(again.state, view.state);
                }
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn the_register_says_what_the_record_says(acts in proptest::collection::vec(act(), 1..40)) {
        let mut stage = Stage::new();
        for act in &acts {
            stage.play(act);
        }
        stage.compare();
        stage.town.engine.verify_all().unwrap();
    }

    #[test]
    fn nothing_is_allowed_after_a_withdrawal_until_she_says_so_again(acts in proptest::collection::vec(act(), 1..30)) {
        let mut stage = Stage::new();
        for act in &acts {
            stage.play(act);
            let Act::Consent { person, purpose: 0, verb: 6, .. } = act else { continue };
            let Some(person) = stage.town.engine.person(&host(PEOPLE[*person])).unwrap() else { continue };
            let (news, now) = (stage.purpose("news"), stage.town.now());
            for later in [0, 1, 1000] {
                let view = stage.town.engine.consent(person, &news, Asked::Past(now.plus_days(later))).unwrap();
                prop_assert!(!view.allowed, "{}", view.message);
            }
        }
    }
}
