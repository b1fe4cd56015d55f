//! The Kantara Consent Receipt 1.1, for systems that read nothing newer. Written only, not read.

use super::{
    Demands, FormFault, NoConsent, contact, email, method, name_of, owned, person_of, read, since, state_name,
};
use crate::consent::{ConsentRecord, Validity};
use crate::notice::{Body, Recipient, RecipientRole};
use crate::types::Language;
use crate::types::json::Node;

/// A receipt, in canonical JSON. If no consent is valid, `consentType` and `termination` give its status, and
/// `consentTimestamp` the time of it.
///
/// Its times are whole seconds. A processor is not a third party.
///
/// # Errors
/// [`FormFault`] if the notice lacks what the format requires: for every controller an address, a contact, an e-mail
/// address and a telephone number.
pub fn receipt(record: &ConsentRecord) -> Result<String, FormFault> {
    let purpose = record.purpose().ok_or(NoConsent)?;
    let (document, language) = (record.notice.document(), record.language());
    let data = |special: bool| {
        let items = purpose.data.iter().filter(|item| !special || item.is_special());
        Node::List(items.map(|item| owned(item.category.to_string())).collect())
    };
    let third = |recipient: &&Recipient| recipient.recipient_role != Some(RecipientRole::Processor);
    let recipients: Vec<String> =
        record.notice.recipients(purpose).filter(third).map(|r| read(&r.name, &language)).collect();
    let purpose_node = Node::object([
        ("consentType", Some(owned(consent_type(record)))),
        ("piiCategory", Some(data(false))),
        ("primaryPurpose", Some(Node::Bool(purpose.within.is_none()))),
        ("purpose", Some(owned(read(&purpose.name, &language)))),
        ("purposeCategory", Some(Node::List(vec![owned(purpose.term.to_string())]))),
        ("termination", Some(owned(termination(record)))),
        ("thirdPartyDisclosure", Some(Node::Bool(!recipients.is_empty()))),
        ("thirdPartyName", (!recipients.is_empty()).then(|| owned(recipients.join("; ")))),
    ]);
    let service = Node::object([
        ("purposes", Some(Node::List(vec![purpose_node]))),
        ("service", Some(owned(read(&document.title, &language)))),
    ]);
    let mut demands = Demands::default();
    let controllers = document.controllers.iter().enumerate();
    let controllers: Vec<Node<'static>> =
        controllers.map(|(nth, body)| controller(&mut demands, nth, body, &language)).collect();
    demands.met("Kantara form")?;
    let node = Node::object([
        ("collectionMethod", Some(Node::text(collection(record)))),
        ("consentReceiptID", Some(owned(name_of(record).replace("urn:interlink:consent:", "")))),
        ("consentTimestamp", Some(Node::Integer(since(record).as_millis().div_euclid(1000)))),
        ("jurisdiction", Some(owned(record.step.jurisdiction.to_string()))),
        ("language", Some(owned(language.to_string()))),
        ("piiControllers", Some(Node::List(controllers))),
        ("piiPrincipalId", Some(owned(person_of(record)))),
        ("policyUrl", Some(owned(document.uri.as_str()))),
        ("sensitive", Some(Node::Bool(purpose.is_special()))),
        ("services", Some(Node::List(vec![service]))),
        ("spiCat", Some(data(true))),
        ("version", Some(Node::text("KI-CR-v1.1.0"))),
    ]);
    Ok(node.to_string())
}

/// How the consent was given, if there is one.
fn collection(record: &ConsentRecord) -> &'static str {
    record.words().map_or("No consent was collected", |words| method(words.method))
}

fn consent_type(record: &ConsentRecord) -> String {
    match record.words() {
        Some(words) if record.holds() => if words.explicit { "EXPLICIT" } else { "EXPRESSED" }.to_owned(),
        _ if record.state().is_consent() => "ERASED".to_owned(),
        _ => state_name(record.state()).to_uppercase(),
    }
}

/// When the consent will end, or since when there is none.
fn termination(record: &ConsentRecord) -> String {
    let words = record.words().filter(|_| record.holds());
    let Some(words) = words else {
        let what = if record.state().is_consent() { "erased".into() } else { state_name(record.state()) };
        let now = if record.words().is_some() { "Ended" } else { "No consent" };
        return format!("{now}: {} since {}", what.replace('_', " "), since(record));
    };
    match words.valid {
        Validity::Days(days) => record.step.at.plus_days(*days).to_string(),
        Validity::Until(until) => until.to_string(),
        Validity::UntilEvent(event) => event.to_string(),
        Validity::Uses(uses) => format!("after {uses} uses"),
    }
}

fn controller(demands: &mut Demands, nth: usize, body: &Body, language: &Language) -> Node<'static> {
    let at = |field: &str| format!("/controllers/{nth}/{field}");
    let address = body.address.as_ref().map(|address| read(address, language));
    let address = demands.ask(address, "piiControllers/address", at("address"));
    let contact = demands.ask(contact(body), "piiControllers/contact", at("contact"));
    let email = demands.ask(email(body), "piiControllers/email", at("email"));
    let phone = demands.ask(body.phone.clone(), "piiControllers/phone", at("phone"));
    Node::object([
        ("address", address.map(|address| Node::object([("streetAddress", Some(owned(address)))]))),
        ("contact", contact.map(owned)),
        ("email", email.map(owned)),
        ("phone", phone.map(owned)),
        ("piiController", Some(owned(read(&body.name, language)))),
        ("piiControllerUrl", body.uri.as_ref().map(|uri| owned(uri.as_str()))),
    ])
}
