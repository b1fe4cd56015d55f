//! The data processed for each purpose, according to the notice.

use super::{Json, Writer, days, kinds, percent, place, prefixed, reference, shortened};
use crate::interop::receipt::owned;
use crate::notice::{Automation, Collection, DataItem, Necessity, Retention, Right, Storage, Transfer};
use crate::types::Country;
use crate::types::json::Node;

impl Writer<'_> {
    /// The process required by the vocabulary's profile: the same as in the record, by name.
    pub(super) fn process(&self, entities: &[Json]) -> Json {
        let of = |kind: &str| {
            let is = |entity: &&Json| kinds(entity).any(|name| name == kind);
            let list: Vec<Json> =
                entities.iter().filter(is).map(|entity| shortened(entity, ["@id", "@type"])).collect();
            (!list.is_empty()).then_some(Node::List(list))
        };
        let names = |list: Vec<Json>| {
            let named = list.iter().map(|node| shortened(node, ["@id"])).collect::<Vec<Json>>();
            (!named.is_empty()).then_some(Node::List(named))
        };
        let subjects =
            self.purpose.data_subject_categories.iter().map(|term| reference(format!("dpv:{term}")));
        Node::object([
            ("@id", Some(self.part("process"))),
            ("@type", Some(Node::text("dpv:Process"))),
            ("dpv:hasDataController", of("dpv:DataController")),
            ("dpv:hasDataSubject", names(subjects.collect())),
            ("dpv:hasLegalBasis", Some(shortened(&self.basis(), ["@id"]))),
            ("dpv:hasPersonalData", names(self.data())),
            ("dpv:hasProcessing", names(self.processing())),
            ("dpv:hasProcessingCondition", names(self.processed_at())),
            ("dpv:hasPurpose", Some(self.purpose())),
            ("dpv:hasRecipient", of("dpv:Recipient")),
            ("dpv:hasStorageCondition", names(self.storage())),
        ])
    }

    pub(super) fn notice(&self) -> Json {
        let document = self.notice.document();
        let kind = if self.by_consent() { "dpv:ConsentNotice" } else { "dpv:PrivacyNotice" };
        Node::object([
            ("@id", Some(owned(document.uri.as_str()))),
            ("@type", Some(Node::text(kind))),
            ("dct:identifier", Some(owned(format!("urn:sha256:{}", self.notice.id())))),
            ("dct:title", Some(self.say(&document.title))),
        ])
    }

    pub(super) fn purpose(&self) -> Json {
        let key = percent(self.purpose.id.as_str());
        let name = format!("urn:interlink:purpose:{}:{key}", self.record.controller());
        let term = owned(format!("dpv:{}", self.purpose.term));
        Node::object([
            ("@id", Some(owned(name))),
            ("@type", Some(Node::List(vec![Node::text("dpv:Purpose"), term]))),
            ("dct:description", Some(self.say(&self.purpose.description))),
            ("dct:title", Some(self.say(&self.purpose.name))),
        ])
    }

    pub(super) fn data(&self) -> Vec<Json> {
        let one = |(nth, item): (usize, &DataItem)| {
            let mut kinds = vec![owned(format!("pd:{}", item.category))];
            if item.is_special() {
                kinds.push(Node::text("dpv:SpecialCategoryPersonalData"));
            }
            let necessity = match item.necessity {
                Necessity::Required => "dpv:Required",
                Necessity::Optional => "dpv:Optional",
            };
            Node::object([
                ("@id", Some(self.part(&format!("data:{nth}")))),
                ("@type", Some(Node::List(kinds))),
                ("dpv:hasNecessity", Some(reference(necessity))),
            ])
        };
        self.purpose.data.iter().enumerate().map(one).collect()
    }

    /// The processing of the data, and every transfer out of the European Economic Area.
    pub(super) fn processing(&self) -> Vec<Json> {
        let mut all: Vec<Json> =
            self.purpose.processing.iter().map(|term| reference(format!("dpv:{term}"))).collect();
        for recipient in self.notice.recipients(self.purpose) {
            let to = ("dpv:hasRecipient", Some(reference(self.recipient_iri(recipient))));
            let what = format!("transfer:{}", percent(recipient.id.as_str()));
            all.extend(
                recipient.transfer.as_ref().map(|why| self.transfer(why, &what, &[recipient.country], to)),
            );
        }
        let nobody = || ("dpv:hasRecipient", None);
        if let Some(storage) = &self.purpose.storage {
            let kept = |why| self.transfer(why, "transfer-of-storage", &storage.places, nobody());
            all.extend(storage.transfer.as_ref().map(kept));
        }
        if let Some(done) = &self.purpose.processing_at {
            let processed = |why| self.transfer(why, "transfer-of-processing", &done.places, nobody());
            all.extend(done.transfer.as_ref().map(processed));
        }
        all
    }

    fn transfer(
        &self,
        why: &Transfer,
        what: &str,
        places: &[Country],
        to: (&'static str, Option<Json>),
    ) -> Json {
        let ground = Node::object([
            ("@id", Some(self.part(&format!("{what}:ground")))),
            ("@type", Some(owned(prefixed(&why.ground.iri())))),
            ("dct:description", Some(self.say(&why.text))),
        ]);
        Node::object([
            ("@id", Some(self.part(what))),
            ("@type", Some(Node::text("dpv:Transfer"))),
            ("dpv:hasLegalBasis", Some(ground)),
            ("dpv:hasLocation", Some(Node::List(places.iter().map(|country| place(*country)).collect()))),
            to,
        ])
    }

    pub(super) const fn automation(&self) -> &'static str {
        match self.purpose.automation {
            Automation::None => "dpv:NotAutomated",
            Automation::Partial => "dpv:PartialAutomation",
            Automation::Full => "dpv:FullAutomation",
        }
    }

    pub(super) fn assessment(&self) -> Option<Json> {
        let uri = self.purpose.impact_assessment.as_ref()?;
        Some(Node::object([("@id", Some(owned(uri.as_str()))), ("@type", Some(Node::text("dpv:DPIA")))]))
    }

    /// The essence of the arrangement between joint controllers: Art. 26(2).
    pub(super) fn arrangement(&self) -> Option<Json> {
        let text = self.notice.document().joint_arrangement.as_ref()?;
        Some(Node::object([
            ("@id", Some(self.part("arrangement"))),
            ("@type", Some(Node::text("dpv:JointDataControllersAgreement"))),
            ("dct:description", Some(self.say(text))),
        ]))
    }

    pub(super) fn source(&self, from: &Collection) -> Json {
        match from {
            Collection::DataSubject {} => reference("dpv:DataSubjectDataSource"),
            Collection::Elsewhere { public, source } => {
                let kind = if *public { "dpv:PublicDataSource" } else { "dpv:ThirdPartyDataSource" };
                Node::object([("@type", Some(Node::text(kind))), ("dct:title", Some(self.say(source)))])
            }
        }
    }

    /// How consent can be withdrawn, if there is consent.
    pub(super) fn control(&self) -> Option<Json> {
        let way = self.notice.document().withdrawal.as_ref().filter(|_| self.by_consent())?;
        Some(Node::object([
            ("@type", Some(Node::text("dpv:WithdrawConsent"))),
            ("dct:description", Some(self.say(&way.how))),
            ("dpv:isExercisedAt", Some(reference(way.uri.as_str()))),
        ]))
    }

    /// Each right with the place where it is exercised: withdrawal at the place for withdrawing consent, a complaint at
    /// the authority, information in the notice itself, the others as the notice says.
    pub(super) fn rights(&self) -> Json {
        let document = self.notice.document();
        let authority = document.authority.as_ref();
        let one = |right: Right| {
            let at = match right {
                Right::Withdrawal => document.withdrawal.as_ref().map(|way| &way.uri),
                Right::Complaint => authority.and_then(|body| body.uri.as_ref().or(body.contact.as_ref())),
                Right::Informed | Right::InformedElsewhere => Some(&document.uri),
                Right::Access
                | Right::Rectification
                | Right::Erasure
                | Right::ProcessingRestriction
                | Right::Portability
                | Right::Objection
                | Right::Automated => document.rights_at.as_ref(),
            };
            Node::object([
                ("@type", Some(owned(prefixed(&right.iri())))),
                ("dpv:isExercisedAt", at.map(|uri| reference(uri.as_str()))),
            ])
        };
        Node::List(self.purpose.rights().into_iter().map(one).collect())
    }

    /// The place of processing, if the notice states it.
    pub(super) fn processed_at(&self) -> Vec<Json> {
        let places = self.purpose.processing_at.as_ref().map_or(&[][..], |done| &done.places);
        self.locations("dpv:ProcessingLocation", "processed", places)
    }

    /// The rule that data is processed only there, if the notice states it.
    pub(super) fn geographic_rule(&self) -> Option<Json> {
        let done = self.purpose.processing_at.as_ref()?;
        Some(Node::object([
            ("@type", Some(Node::text("dpv:Permission"))),
            (
                "dpv:hasLocation",
                Some(Node::List(done.places.iter().map(|country| place(*country)).collect())),
            ),
        ]))
    }

    fn locations(&self, kind: &'static str, what: &str, places: &[Country]) -> Vec<Json> {
        let one = |country: &Country| {
            Node::object([
                ("@id", Some(self.part(&format!("{what}:{country}")))),
                ("@type", Some(Node::text(kind))),
                ("dpv:hasLocation", Some(place(*country))),
            ])
        };
        places.iter().map(one).collect()
    }

    /// Where data is stored, and for how long at most.
    pub(super) fn storage(&self) -> Vec<Json> {
        let Some(storage) = &self.purpose.storage else { return Vec::new() };
        let mut all = self.locations("dpv:StorageLocation", "kept", &storage.places);
        all.push(Node::object([
            ("@id", Some(self.part("kept"))),
            ("@type", Some(Node::text("dpv:StorageDuration"))),
            ("dpv:hasDuration", Some(self.durations(storage))),
        ]));
        all
    }

    /// Until something happens, but no longer than a number of days.
    fn durations(&self, storage: &Storage) -> Json {
        match &storage.retention {
            Retention::Days(count) => days(*count),
            Retention::UntilEvent { days: longest, key, text } => {
                let until = Node::object([
                    ("@type", Some(Node::text("dpv:UntilEventDuration"))),
                    ("dct:identifier", Some(owned(key.to_string()))),
                    ("rdf:value", Some(self.say(text))),
                ]);
                Node::List(vec![until, days(*longest)])
            }
        }
    }
}
