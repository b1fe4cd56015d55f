//! The Kantara Consent Receipt 1.1, for systems that read nothing newer. Out only.

use super::{NoConsent, contact, method, owned, person_of, read};
use crate::consent::{ConsentRecord, Validity};
use crate::notice::Body;
use crate::types::Language;
use crate::types::json::Node;

/// A receipt, in canonical JSON.
///
/// Its times are whole seconds. What the format demands and the notice need not have is written as it can be: a
/// controller without a telephone has an empty one.
///
/// # Errors
/// [`NoConsent`] for a record that no engine has made.
pub fn receipt(record: &ConsentRecord) -> Result<String, NoConsent> {
    let (purpose, words) = record.purpose().zip(record.words()).ok_or(NoConsent)?;
    let (document, language) = (record.notice.document(), words.language);
    let data = |special: bool| {
        let items = purpose.data.iter().filter(|item| !special || item.is_special());
        Node::List(items.map(|item| owned(item.category.to_string())).collect())
    };
    let recipients: Vec<String> =
        record.notice.recipients(purpose).map(|r| read(&r.name, &language)).collect();
    let termination = match words.valid {
        Validity::Days(days) => record.event.head.at.plus_days(*days).to_string(),
        Validity::Until(until) => until.to_string(),
        Validity::UntilEvent(event) => event.to_string(),
        Validity::Uses(uses) => format!("after {uses} uses"),
    };
    let purpose_node = Node::object([
        ("consentType", Some(Node::text(if words.explicit { "EXPLICIT" } else { "EXPRESSED" }))),
        ("piiCategory", Some(data(false))),
        ("primaryPurpose", Some(Node::Bool(purpose.within.is_none()))),
        ("purpose", Some(owned(read(&purpose.name, &language)))),
        ("purposeCategory", Some(Node::List(vec![owned(purpose.term.to_string())]))),
        ("termination", Some(owned(termination))),
        ("thirdPartyDisclosure", Some(Node::Bool(!recipients.is_empty()))),
        ("thirdPartyName", (!recipients.is_empty()).then(|| owned(recipients.join("; ")))),
    ]);
    let service = Node::object([
        ("purposes", Some(Node::List(vec![purpose_node]))),
        ("service", Some(owned(read(&document.title, &language)))),
    ]);
    let controllers = document.controllers.iter().map(|body| controller(body, &language));
    let node = Node::object([
        ("collectionMethod", Some(Node::text(method(words.method)))),
        ("consentReceiptID", Some(owned(record.event.id.to_string()))),
        ("consentTimestamp", Some(Node::Integer(record.event.head.at.as_millis().div_euclid(1000)))),
        ("jurisdiction", Some(owned(document.jurisdiction.to_string()))),
        ("language", Some(owned(language.to_string()))),
        ("piiControllers", Some(Node::List(controllers.collect()))),
        ("piiPrincipalId", Some(owned(person_of(record)))),
        ("policyUrl", Some(owned(document.uri.as_str()))),
        ("sensitive", Some(Node::Bool(purpose.is_special()))),
        ("services", Some(Node::List(vec![service]))),
        ("spiCat", Some(data(true))),
        ("version", Some(Node::text("KI-CR-v1.1.0"))),
    ]);
    Ok(node.to_string())
}

fn controller(body: &Body, language: &Language) -> Node<'static> {
    let address = body.address.as_ref().map(|address| read(address, language)).unwrap_or_default();
    Node::object([
        ("address", Some(Node::object([("streetAddress", Some(owned(address)))]))),
        ("contact", Some(owned(contact(body)))),
        ("email", Some(owned(contact(body)))),
        ("phone", Some(owned(body.phone.clone().unwrap_or_default()))),
        ("piiController", Some(owned(read(&body.name, language)))),
        ("piiControllerUrl", body.uri.as_ref().map(|uri| owned(uri.as_str()))),
    ])
}
