//! A notice to try things with.

use interlink::notice::Notice;
use interlink::types::DocumentId;
use serde_json::{Value, json};

use crate::Town;

/// A complete notice of a public administration, in two languages: `news` and `news.local` within it by consent,
/// `health` by explicit consent, `register` by a legal obligation, `planning` by a public task.
pub fn notice(version: u32) -> Value {
    let purpose = |id: &str, basis: &str, category: &str, more: Value| {
        let mut purpose = json!({
            "basis": basis,
            "data": [{"category": category, "necessity": "required"}, {"category": "Interest", "necessity": "optional"}],
            "description": {"en": format!("What {id} is for."), "it": format!("A cosa serve {id}.")},
            "id": id,
            "name": {"en": format!("Purpose {id}"), "it": format!("Finalità {id}")},
            "processing": ["Collect", "Store", "Use"],
            "storage": {"places": ["LV"], "retention": {"days": 730}},
            "term": "ServiceProvision",
        });
        for (key, value) in more.as_object().unwrap() {
            purpose[key] = value.clone();
        }
        purpose
    };
    let free = json!({"en": "Every service is there without it.", "it": "Ogni servizio resta disponibile."});
    json!({
        "authority": {"name": {"en": "Data protection authority"}, "uri": "https://authority.example/complain"},
        "collection": {"subject": {}},
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
            purpose("news", "consent", "EmailAddress", json!({"freely_given": free, "recipients": ["printer"], "term": "CommunicationManagement"})),
            purpose("news.local", "consent", "EmailAddress", json!({"freely_given": free, "within": "news"})),
            purpose("health", "consent", "HealthRecord", json!({"condition": "explicit_consent", "freely_given": free, "valid_days": 365})),
            purpose("register", "legal_obligation", "Name", json!({"law": {"en": "The law on municipalities"}, "obligation": {"en": "The law demands it."}})),
            purpose("planning", "public_task", "Name", json!({"law": {"en": "The law on planning"}, "recipients": ["printer", "cloud"]})),
        ],
        "recipients": [
            {"contact": "mailto:office@printer.example", "country": "LV", "id": "printer", "name": {"en": "A printing house"}},
            {"country": "US", "id": "cloud", "name": {"en": "A hosting company"}, "transfer": {"en": "Adequacy decision of 10 July 2023"}},
        ],
        "rights_at": "https://city.example/rights",
        "tell_within_days": 14,
        "text": {"en": "We ask for your data to plan with you.", "it": "Chiediamo i tuoi dati per progettare con te."},
        "title": {"en": "Taking part", "it": "Partecipare"},
        "uri": format!("https://city.example/notices/participation/{version}"),
        "version": version,
        "withdrawal": {"at": "https://city.example/withdraw", "how": {"en": "One click.", "it": "Un clic."}},
    })
}

impl Town {
    /// Keeps a notice.
    pub fn keep_notice(&self, notice: &Value) -> DocumentId {
        self.engine.add_document(Notice::parse(notice.to_string().as_bytes()).unwrap()).unwrap()
    }

    /// Publishes a notice.
    pub fn publish_notice(
        &self,
        actor: &str,
        organisation: interlink::types::OrganisationId,
        notice: &Value,
    ) -> DocumentId {
        let notice = self.keep_notice(notice);
        self.act(actor, Some(organisation.into()), "notice.publish", json!({"notice": notice}));
        notice
    }

    /// Consents, as somebody does in a form.
    pub fn consent(&self, actor: &str, organisation: &str, notice: DocumentId, purpose: &str) {
        self.act(actor, None, "consent.give", giving(organisation, notice, purpose));
    }
}

/// What somebody says in a form.
pub fn giving(organisation: &str, notice: DocumentId, purpose: &str) -> Value {
    json!({
        "language": "en", "method": "form", "notice": notice, "organisation": organisation, "purpose": purpose,
        "valid": {"days": 300},
    })
}
