//! A notice for tests.

use interlink::consent::{PurposeRef, State};
use interlink::notice::Notice;
use interlink::problem::Problem;
use interlink::types::{DocumentId, OrganisationId, PersonId};
use serde_json::{Value, json};

use crate::{Town, host};

/// A complete notice of a public administration, in two languages: `news` and, within it, `news.local` by consent,
/// `health` by explicit consent and without an assessment, `register` by a legal obligation, `planning` by a public
/// task.
pub fn notice(version: u32) -> Value {
    let purpose = |id: &str, basis: &str, category: &str, more: Value| {
        let mut purpose = json!({
            "basis": basis,
            "data": [{"category": category, "necessity": "required"}, {"category": "Interest", "necessity": "optional"}],
            "data_subject_categories": ["Citizen"],
            "description": {"en": format!("What {id} is for."), "it": format!("A cosa serve {id}.")},
            "id": id,
            "name": {"en": format!("Purpose {id}"), "it": format!("Finalità {id}")},
            "processing": ["Collect", "Store", "Use"],
            "storage": {"places": ["LV"], "retention": {"days": 730}},
            "term": "ServiceProvision",
        });
        if basis == "consent" {
            purpose["until_events"] = json!(["the end", "the park opens"]);
        }
        for (key, value) in more.as_object().unwrap() {
            purpose[key] = value.clone();
        }
        purpose
    };
    let assessed = "https://city.example/assessment";
    let free = json!({"en": "Every service is there without it.", "it": "Ogni servizio resta disponibile."});
    json!({
        "authority": {"address": {"en": "2 Law Street"}, "name": {"en": "Data protection authority"}, "uri": "https://authority.example/complain"},
        "collection": {"data_subject": {}},
        "controllers": [{
            "address": {"en": "1 Town Hall Square"}, "contact": "mailto:privacy@city.example", "name": {"en": "The City"},
            "phone": "+371 0000000", "uri": "https://city.example",
        }],
        "document": "notice",
        "id": "participation",
        "jurisdiction": "LV",
        "languages": ["en", "it"],
        "officer": {"contact": "mailto:dpo@city.example", "name": {"en": "Data protection officer"}},
        "purposes": [
            purpose("news", "consent", "EmailAddress", json!({"freely_given": free, "impact_assessment": assessed, "processing_at": {"places": ["LV"]}, "recipients": ["printer"], "term": "CommunicationManagement"})),
            purpose("news.local", "consent", "EmailAddress", json!({"freely_given": free, "impact_assessment": assessed, "within": "news"})),
            purpose("health", "consent", "HealthRecord", json!({"condition": "explicit_consent", "freely_given": free, "valid_days": 365})),
            purpose("register", "legal_obligation", "Name", json!({"law": {"en": "The law on municipalities"}, "obligation": {"en": "The law demands it."}})),
            purpose("planning", "public_task", "Name", json!({"impact_assessment": assessed, "law": {"en": "The law on planning"}, "recipients": ["printer", "cloud"]})),
        ],
        "recipients": [
            {
                "address": {"en": "3 Print Street"}, "contact": "mailto:office@printer.example", "country": "LV", "id": "printer",
                "name": {"en": "A printing house"}, "recipient_role": "processor",
            },
            {
                "address": {"en": "4 Cloud Street"}, "country": "US", "id": "cloud", "name": {"en": "A hosting company"}, "recipient_role": "third_party",
                "transfer": {"ground": "A45-3", "text": {"en": "Adequacy decision of 10 July 2023"}}, "uri": "https://cloud.example",
            },
        ],
        "rights_at": "https://city.example/rights",
        "notify_within_days": 14,
        "text": {"en": "We ask for your data to plan with you.", "it": "Chiediamo i tuoi dati per progettare con te."},
        "title": {"en": "Taking part", "it": "Partecipare"},
        "uri": format!("https://city.example/notices/participation/{version}"),
        "version": version,
        "withdrawal": {"uri": "https://city.example/withdraw", "how": {"en": "One click.", "it": "Un clic."}},
    })
}

impl Town {
    /// Stores a notice.
    pub fn keep_notice(&self, notice: &Value) -> DocumentId {
        self.engine.add_document(Notice::parse(notice.to_string().as_bytes()).unwrap()).unwrap()
    }

    /// Publishes a notice.
    pub fn publish_notice(&self, actor: &str, organisation: OrganisationId, notice: &Value) -> DocumentId {
        let notice = self.keep_notice(notice);
        self.act(actor, Some(organisation.into()), "notice.publish", json!({"notice": notice}));
        notice
    }

    /// Gives consent by a form.
    pub fn consent(&self, actor: &str, organisation: &str, notice: DocumentId, purpose: &str) {
        self.act(actor, None, "consent.give", giving(organisation, notice, purpose));
    }
}

/// The data of a consent by a form.
pub fn giving(organisation: &str, notice: DocumentId, purpose: &str) -> Value {
    json!({
        "language": "en", "method": "form", "notice": notice, "organisation": organisation, "purpose": purpose,
        "valid": {"days": 300},
    })
}

/// A city, administered by Anna, with a notice in force.
#[derive(Debug)]
pub struct Controller {
    /// The town it belongs to.
    pub town: Town,
    /// The city.
    pub id: OrganisationId,
    /// The notice.
    pub notice: DocumentId,
}

impl Default for Controller {
    fn default() -> Self {
        Self::new()
    }
}

impl Controller {
    /// Registers it and publishes the notice.
    pub fn new() -> Self {
        Self::at("memory:")
    }

    /// The same in the store named by a URL.
    pub fn at(url: &str) -> Self {
        let town = Town::at(url);
        let id = town.found("anna", "city", "public_administration");
        let notice = town.publish_notice("anna", id, &notice(1));
        Self { town, id, notice }
    }

    /// A purpose of it.
    pub fn purpose(&self, key: &str) -> PurposeRef {
        PurposeRef { organisation_id: self.id, purpose: key.parse().unwrap() }
    }

    /// A person's pseudonym; nobody's if the person is unknown.
    pub fn person(&self, id: &str) -> PersonId {
        self.town.engine.person(&host(id)).unwrap().unwrap_or(PersonId::from_bytes([0; 16]))
    }

    /// Whether a person's data may be processed for a purpose now.
    pub fn holds(&self, person: &str, purpose: &str) -> bool {
        let now = self.town.now();
        self.town
            .engine
            .consent(self.person(person), &self.purpose(purpose), interlink::consent::Asked::Now(now))
            .unwrap()
            .allowed
    }

    /// The state of a person's consent.
    pub fn state(&self, person: &str, purpose: &str) -> State {
        let now = self.town.now();
        self.town
            .engine
            .consent(self.person(person), &self.purpose(purpose), interlink::consent::Asked::Now(now))
            .unwrap()
            .state
    }

    /// Gives consent by a form.
    pub fn give(&self, person: &str, purpose: &str) {
        self.town.consent(person, "city", self.notice, purpose);
    }

    /// Why a command is refused.
    pub fn refused(&self, actor: &str, kind: &str, data: Value) -> Problem {
        self.town.refused(actor, None, kind, data)
    }
}

/// The data of a person's command about a purpose of the city.
pub fn about(purpose: &str) -> Value {
    json!({"organisation": "city", "purpose": purpose})
}

/// The data of a command about another person and a purpose of the city.
pub fn of(subject: &str, purpose: &str) -> Value {
    json!({"organisation": "city", "purpose": purpose, "data_subject": subject})
}

/// The same with more.
pub fn with(mut data: Value, more: &Value) -> Value {
    for (key, value) in more.as_object().unwrap() {
        data[key] = value.clone();
    }
    data
}
