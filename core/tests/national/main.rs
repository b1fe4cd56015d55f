//! Mandates as Norway, Sweden, the Netherlands and the European Union write them. None of these data are ours: each test
//! puts them into the record by the public interface and asks whether the answers are those that their owners expect.
//!
//! Where the record cannot say what the data say, a test says so by name; no case is left out in silence.
#![cfg(test)]

mod europe;
mod netherlands;
mod norway;
mod sweden;

use interlink::journal::StreamId;
use interlink::kernel::MandateQuestion;
use interlink::mandate::view::{MandateAnswer, MandateView, MandatesView};
use interlink::mandate::{MandateKind, MandateTarget};
use interlink::problem::Problem;
use interlink::types::{DocumentId, Key, MandateId, OrganisationId, Set, Timestamp};
use interlink::vault::Party;
use serde_json::{Value, json};
use testkit::{Town, host, with};

/// A file of the mandates beside the project.
fn read(path: &str) -> String {
    let path = format!("{}/../../shared/data/mandates/{path}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn read_json(path: &str) -> Value {
    serde_json::from_str(&read(path)).unwrap()
}

fn time(text: &str) -> Timestamp {
    text.parse().unwrap()
}

/// What the host saw. The record holds a commitment to its hash, and nothing of its content.
fn evidence(seen: &str) -> Value {
    json!({"sha256": DocumentId::of(seen.as_bytes())})
}

/// A kind that is registered from outside. Its powers can be exercised, and assigned by organisations.
fn attested(kind_code: &str, powers: &[&str], change: &Value) -> Value {
    let power = |code: &&str| {
        ((*code).to_owned(), json!({"name": {"en": *code}, "power_rights": ["assign", "exercise"]}))
    };
    let powers: serde_json::Map<String, Value> = powers.iter().map(power).collect();
    let kind = json!({
        "document": "mandate_kind", "kind_code": kind_code, "version": 1, "name": {"en": kind_code},
        "acceptance": "none", "end_rule": "optional", "time_zone": "UTC", "powers": powers,
        "principal_forms": ["organisation", "person"], "holder_forms": ["organisation", "person"],
        "mandate_sources": ["attestation"],
    });
    with(kind, change)
}

/// A town in which an operator registers what the data say.
struct Hall {
    town: Town,
}

impl Hall {
    /// A hall whose clock begins at a moment.
    fn at(moment: &str) -> Self {
        let hall = Self { town: Town::new() };
        hall.town.wait_minutes(hall.minutes_to(moment));
        hall.town.try_as_host("operator.appoint", json!({"person": "opal"})).unwrap();
        hall
    }

    fn minutes_to(&self, moment: &str) -> i64 {
        (time(moment).as_millis() - self.town.now().as_millis()) / 60_000
    }

    /// Advances the clock, which also goes on by a minute with each command.
    fn wait_until(&self, moment: &str) {
        self.town.wait_minutes(self.minutes_to(moment).max(0));
    }

    fn company(&self, organisation: &str, founder: &str) -> OrganisationId {
        self.town.found(founder, organisation, "forprofit_organisation")
    }

    fn organisation(&self, id: &str) -> OrganisationId {
        match self.town.engine.party_of(&host(id)).unwrap() {
            Some(Party::Organisation(id)) => id,
            other => panic!("{other:?}"),
        }
    }

    fn kind(&self, kind: &Value) -> DocumentId {
        let parsed = MandateKind::parse(kind.to_string().as_bytes());
        self.add(parsed.unwrap_or_else(|fault| panic!("{fault} {}", fault.path())))
    }

    fn add(&self, kind: MandateKind) -> DocumentId {
        self.town.engine.add_document(kind).unwrap()
    }

    fn registering(&self, kind: DocumentId, (principal, holder): (&str, &str), more: &Value) -> Value {
        let data = json!({"mandate_kind": kind, "principal": self.town.named(principal), "mandate_holder": self.town.named(holder),
            "mandate_source": "attestation", "act_evidence": evidence("seen")});
        with(data, more)
    }

    fn register(&self, kind: DocumentId, parties: (&str, &str), more: &Value) -> MandateId {
        id_of(self.town.act("opal", None, "mandate.register", self.registering(kind, parties, more)).stream)
    }

    fn cannot_register(&self, kind: DocumentId, parties: (&str, &str), more: &Value) -> Problem {
        self.town.refused("opal", None, "mandate.register", self.registering(kind, parties, more))
    }

    fn grant(&self, actor: &str, kind: DocumentId, (principal, holder): (&str, &str)) -> MandateId {
        let data = json!({"mandate_kind": kind, "principal": self.town.named(principal), "mandate_holder": self.town.named(holder)});
        id_of(self.town.act(actor, None, "mandate.grant", data).stream)
    }

    fn on(&self, actor: &str, mandate: MandateId, kind: &str, data: Value) {
        self.town.act(actor, StreamId::from(mandate), kind, data);
    }

    fn cannot(&self, actor: &str, mandate: MandateId, kind: &str, data: Value) -> Problem {
        self.town.refused(actor, StreamId::from(mandate), kind, data)
    }

    fn ask(&self, actor: &str, principal: &str, power: &str) -> MandateAnswer {
        self.ask_about((actor, principal, power), None, self.town.now())
    }

    fn may(&self, actor: &str, principal: &str, power: &str) -> bool {
        self.ask(actor, principal, power).allowed
    }

    fn may_at(&self, actor: &str, principal: &str, power: &str, at: Timestamp) -> bool {
        self.ask_about((actor, principal, power), None, at).allowed
    }

    fn ask_about(
        &self,
        (actor, principal, power): (&str, &str, &str),
        target: Option<&MandateTarget>,
        at: Timestamp,
    ) -> MandateAnswer {
        let (actor, principal, power) = (host(actor), host(principal), power.parse::<Key>().unwrap());
        let question = MandateQuestion {
            actor: &actor,
            on_behalf_of: &principal,
            power: &power,
            target,
            effective_on: None,
            looks: false,
            together_with: &Set::default(),
            at,
        };
        self.town.engine.mandate_check(&question).unwrap()
    }

    fn view(&self, mandate: MandateId) -> MandateView {
        self.town.engine.mandate(mandate, self.town.now()).unwrap()
    }

    fn mandates(&self, party: &str) -> MandatesView {
        self.town.engine.mandates(&host(party), self.town.now()).unwrap()
    }
}

fn id_of(stream: StreamId) -> MandateId {
    let StreamId::Mandate(id) = stream else { panic!("{stream} is no mandate") };
    id
}
