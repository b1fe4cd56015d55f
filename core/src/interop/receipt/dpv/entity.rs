//! The parties named in a record, each with an IRI, a name and a contact.

use super::{Json, Writer, percent, place, reference};
use crate::consent::Author;
use crate::interop::receipt::{owned, person_of};
use crate::notice::{Body, Recipient};
use crate::types::Uri;
use crate::types::json::Node;

impl Writer<'_> {
    /// Everybody named: the person, the controllers, their officer, the authority, the recipients.
    pub(super) fn entities(&self) -> Vec<Json> {
        let document = self.notice.document();
        let mut all = vec![self.subject()];
        for (nth, body) in document.controllers.iter().enumerate() {
            let iri = if nth == 0 {
                self.organisation()
            } else {
                self.iri(body.uri.as_ref(), &format!("controller:{nth}"))
            };
            let mut kinds = vec!["dpv:LegalEntity", "dpv:DataController"];
            if document.controllers.len() > 1 {
                kinds.push("dpv:JointDataControllers");
            }
            all.push(self.body(body, iri, kinds));
        }
        let one = |body: &Body, what, kind| {
            self.body(body, self.iri(body.uri.as_ref(), what), vec!["dpv:LegalEntity", kind])
        };
        // An officer is a role, held by a person or a body.
        let officer =
            |body| self.body(body, self.iri(body.uri.as_ref(), "officer"), vec!["dpv:DataProtectionOfficer"]);
        all.extend(document.officer.as_ref().map(officer));
        all.extend(
            document.authority.as_ref().map(|body| one(body, "authority", "dpv:DataProtectionAuthority")),
        );
        all.extend(self.notice.recipients(self.purpose).map(|recipient| self.recipient(recipient)));
        all
    }

    /// The controller that published the notice.
    fn organisation(&self) -> String {
        format!("urn:interlink:organisation:{}", self.record.controller())
    }

    fn iri(&self, uri: Option<&Uri>, what: &str) -> String {
        uri.map_or_else(
            || format!("urn:interlink:notice:{}:{what}", self.notice.id()),
            |uri| uri.as_str().to_owned(),
        )
    }

    fn body(&self, body: &Body, iri: String, kinds: Vec<&'static str>) -> Json {
        let contact = body.contact.as_ref().or(body.uri.as_ref());
        let identifier = body.uri.as_ref().map_or_else(|| iri.clone(), |uri| uri.as_str().to_owned());
        Node::object([
            ("@id", Some(owned(iri))),
            ("@type", Some(Node::List(kinds.into_iter().map(Node::text).collect()))),
            ("dpv:hasAddress", body.address.as_ref().map(|address| self.say(address))),
            ("dpv:hasContact", contact.map(|uri| owned(uri.as_str()))),
            ("dpv:hasIdentifier", Some(owned(identifier))),
            ("dpv:hasName", Some(self.say(&body.name))),
            ("schema:telephone", body.phone.clone().map(owned)),
            ("schema:url", body.uri.as_ref().map(|uri| owned(uri.as_str()))),
        ])
    }

    fn recipient(&self, recipient: &Recipient) -> Json {
        let contact = recipient.contact.as_ref().or(recipient.uri.as_ref());
        let role = recipient.recipient_role.map(|role| super::prefixed(role.iri()));
        let kinds = ["dpv:LegalEntity".to_owned(), "dpv:Recipient".to_owned()].into_iter().chain(role);
        Node::object([
            ("@id", Some(owned(self.recipient_iri(recipient)))),
            ("@type", Some(Node::List(kinds.map(owned).collect()))),
            ("dpv:hasAddress", recipient.address.as_ref().map(|address| self.say(address))),
            ("dpv:hasContact", contact.map(|uri| owned(uri.as_str()))),
            ("dpv:hasIdentifier", Some(owned(recipient.id.to_string()))),
            ("dpv:hasLocation", Some(place(recipient.country))),
            ("dpv:hasName", Some(self.say(&recipient.name))),
            ("schema:url", recipient.uri.as_ref().map(|uri| owned(uri.as_str()))),
        ])
    }

    pub(super) fn recipient_iri(&self, recipient: &Recipient) -> String {
        self.iri(recipient.uri.as_ref(), &format!("recipient:{}", percent(recipient.id.as_str())))
    }

    fn subject(&self) -> Json {
        let name = self.record.data_subject.host_id.as_ref().map(ToString::to_string);
        Node::object([
            ("@id", Some(owned(self.person()))),
            ("@type", Some(Node::text("dpv:DataSubject"))),
            ("dpv:hasIdentifier", Some(owned(person_of(self.record)))),
            // The host's id of the person; an erased person has none.
            ("dpv:hasName", name.map(owned)),
        ])
    }

    fn person(&self) -> String {
        format!("urn:interlink:person:{}", person_of(self.record))
    }

    /// The author of an act; `None` if it is only the end of a period.
    pub(super) fn author(&self, by: &Author) -> Option<Json> {
        match by {
            Author::Subject | Author::Official { .. } => Some(reference(self.person())),
            Author::Representative(who) => {
                who.person_id.map(|person| reference(format!("urn:interlink:person:{person}")))
            }
            Author::Controller(_) => Some(reference(self.organisation())),
            Author::Nobody => None,
        }
    }
}
