//! Whether a notice contains everything that GDPR Art. 13 and 14 require.

use std::borrow::Cow;

use serde::Serialize;

use super::gap::GapKind;
use super::lawful::open_to_authorities;
use super::{
    Automation, Body, Collection, DataItem, LawfulBasis, Notice, NoticeDocument,
    ProcessingRestrictionException, Purpose, Recipient, RecipientRole, Retention, SpecialCondition,
};
use crate::party::StakeholderKind;
use crate::types::json::Readable;
use crate::types::{Country, Language, Localized};
use interlink_values::wording::Aside;

/// The European Economic Area: the Union, Iceland, Liechtenstein and Norway; Greece under both its codes.
const EEA: [&str; 31] = [
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "EL", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IS",
    "IT", "LI", "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK",
];

/// Something that a notice lacks, or must not contain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct Gap {
    /// The article that requires it.
    pub article: Cow<'static, str>,
    #[serde(skip)]
    pub(crate) lack: Aside<GapKind>,
    /// A sentence that describes it.
    pub message: String,
    /// The place in the notice: a JSON Pointer.
    pub path: String,
}

pub(super) struct List(Vec<Gap>);

impl List {
    pub(super) fn ask(
        &mut self,
        is_there: bool,
        article: &'static str,
        path: impl Into<String>,
        lack: GapKind,
    ) {
        if !is_there {
            let (message, path) = (lack.said().to_string(), path.into());
            self.0.push(Gap { article: article.into(), lack: lack.into(), message, path });
        }
    }
}

impl Notice {
    /// Everything that is missing before an organisation of this kind may publish the notice; empty if it is complete.
    ///
    /// This checks that the information is there; people must judge whether it is true and plain.
    ///
    /// # Examples
    ///
    /// ```
    /// use interlink::{notice::Notice, party::StakeholderKind};
    /// # let mut text = testkit::notice(1);
    /// text["rights_at"].take();
    /// let notice = Notice::parse(text.to_string().as_bytes())?;
    /// let missing = notice.gaps(StakeholderKind::PublicAdministration);
    /// assert_eq!((&*missing[0].article, &*missing[0].path), ("GDPR Art. 13(2)(b)", "/rights_at"));
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn gaps(&self, kind: StakeholderKind) -> Vec<Gap> {
        let (document, mut list) = (self.document(), List(Vec::new()));
        let public = kind == StakeholderKind::PublicAdministration;
        document.who(public, &mut list);
        let has =
            |right: super::Right| document.purposes.iter().any(|purpose| purpose.rights().contains(&right));
        list.ask(document.collection.is_some(), "GDPR Art. 13, 14", "/collection", GapKind::Collection);
        let said = document.recipients.is_some();
        list.ask(said, "GDPR Art. 13(1)(e)", "/recipients", GapKind::Recipients);
        list.ask(document.rights_at.is_some(), "GDPR Art. 13(2)(b)", "/rights_at", GapKind::RightsAt);
        let withdrawable = has(super::Right::Withdrawal);
        list.ask(
            !withdrawable || document.withdrawal.is_some(),
            "GDPR Art. 13(2)(c)",
            "/withdrawal",
            GapKind::Withdrawal,
        );
        for (nth, row) in document.child_ages.iter().enumerate() {
            list.ask(
                !row.lowers() || row.law.is_some(),
                "GDPR Art. 8(1)",
                format!("/child_ages/{nth}/law"),
                GapKind::ChildAge,
            );
        }
        document.to_whom(&mut list);
        for (nth, purpose) in document.purposes.iter().enumerate() {
            let path = format!("/purposes/{nth}");
            purpose.asks(public, &path, &mut list);
            purpose.refuses(public, &path, &mut list);
        }
        document.untranslated(&mut list);
        document.powers(public, &mut list);
        list.0
    }
}

impl NoticeDocument {
    /// Checks the grounds on which an authority transfers data to recipients in the exercise of its powers.
    fn powers(&self, public: bool, list: &mut List) {
        let sent: Vec<_> = self
            .purposes
            .iter()
            .filter(|one| one.exercises_power(public))
            .flat_map(|one| &one.recipients)
            .collect();
        for (nth, recipient) in
            self.recipients.iter().flatten().enumerate().filter(|(_, r)| sent.contains(&&r.id))
        {
            let path = format!("/recipients/{nth}/transfer/ground");
            open_to_authorities(recipient.transfer.as_ref(), path, list);
        }
    }

    fn who(&self, public: bool, list: &mut List) {
        for (nth, controller) in self.controllers.iter().enumerate() {
            list.ask(
                controller.contact.is_some(),
                "GDPR Art. 13(1)(a)",
                format!("/controllers/{nth}/contact"),
                GapKind::ControllerContact,
            );
            list.ask(
                controller.address.is_some(),
                "ISO/IEC TS 27560 party_address",
                format!("/controllers/{nth}/address"),
                GapKind::ControllerAddress,
            );
        }
        let officer = self.officer.as_ref().is_some_and(|officer| officer.contact.is_some());
        let told = !public && self.officer.is_none();
        list.ask(officer || told, "GDPR Art. 13(1)(b), 37(1)(a)", "/officer", GapKind::Officer);
        let reachable = |a: &Body| a.contact.is_some() || a.uri.is_some();
        list.ask(
            self.authority.as_ref().is_some_and(reachable),
            "GDPR Art. 13(2)(d)",
            "/authority",
            GapKind::Authority,
        );
        list.ask(
            self.authority.as_ref().is_none_or(|authority| authority.address.is_some()),
            "ISO/IEC TS 27560 party_address",
            "/authority/address",
            GapKind::AuthorityAddress,
        );
        let with_others =
            |recipient: &Recipient| recipient.recipient_role == Some(RecipientRole::JointController);
        let joint = self.controllers.len() > 1 || self.recipients.iter().flatten().any(with_others);
        list.ask(
            !joint || self.joint_arrangement.is_some(),
            "GDPR Art. 26(2)",
            "/joint_arrangement",
            GapKind::Arrangement,
        );
    }

    fn to_whom(&self, list: &mut List) {
        for (nth, recipient) in self.recipients.iter().flatten().enumerate() {
            let path = |field: &str| format!("/recipients/{nth}/{field}");
            list.ask(
                recipient.recipient_role.is_some(),
                "GDPR Art. 13(1)(e)",
                path("recipient_role"),
                GapKind::RecipientRole,
            );
            list.ask(
                recipient.address.is_some(),
                "ISO/IEC TS 27560 party_address",
                path("address"),
                GapKind::RecipientAddress,
            );
            list.ask(
                recipient.contact.is_some() || recipient.uri.is_some(),
                "ISO/IEC TS 27560 party_contact",
                path("contact"),
                GapKind::RecipientContact,
            );
            list.ask(
                !recipient.is_outside() || recipient.transfer.is_some(),
                "GDPR Art. 13(1)(f)",
                path("transfer"),
                GapKind::RecipientTransfer,
            );
        }
    }

    /// Lists the texts that are missing in a language of the notice (Art. 12(1)).
    fn untranslated(&self, list: &mut List) {
        let mut texts: Vec<(String, &Localized)> =
            vec![("/text".into(), &self.text), ("/title".into(), &self.title)];
        for (nth, purpose) in self.purposes.iter().enumerate() {
            texts.push((format!("/purposes/{nth}/name"), &purpose.name));
            texts.push((format!("/purposes/{nth}/description"), &purpose.description));
        }
        for (nth, purpose) in self.purposes.iter().enumerate() {
            let Some(storage) = &purpose.storage else { continue };
            if let Retention::UntilEvent { text, .. } = &storage.retention {
                texts.push((format!("/purposes/{nth}/storage/retention/until_event/text"), text));
            }
        }
        texts.extend(self.joint_arrangement.iter().map(|text| ("/joint_arrangement".into(), text)));
        texts.extend(self.withdrawal.iter().map(|withdrawal| ("/withdrawal/how".into(), &withdrawal.how)));
        for (path, text) in texts {
            let lacks: Vec<&Language> = self.languages.iter().filter(|tag| text.get(tag).is_none()).collect();
            for tag in lacks {
                list.ask(
                    false,
                    "GDPR Art. 12(1)",
                    format!("{path}/{tag}"),
                    GapKind::Untranslated { language: *tag },
                );
            }
        }
    }
}

impl Purpose {
    fn asks(&self, public: bool, path: &str, list: &mut List) {
        let mut ask = |is_there: bool, article, field: &str, lack: GapKind| {
            list.ask(is_there, article, format!("{path}/{field}"), lack);
        };
        ask(self.storage.is_some(), "GDPR Art. 13(2)(a)", "storage", GapKind::Storage);
        ask(
            !self.data_subject_categories.is_empty(),
            "GDPR Art. 30(1)(c)",
            "data_subject_categories",
            GapKind::DataSubjects,
        );
        let is = |basis| self.basis == basis;
        ask(
            !is(LawfulBasis::LegitimateInterest) || self.interest.is_some(),
            "GDPR Art. 13(1)(d)",
            "interest",
            GapKind::Interest,
        );
        let by_law = is(LawfulBasis::LegalObligation) || is(LawfulBasis::PublicTask);
        ask(!by_law || self.law.is_some(), "GDPR Art. 6(3)", "law", GapKind::Law);
        let in_public_interest =
            self.despite_processing_restriction == Some(ProcessingRestrictionException::PublicInterest);
        ask(!in_public_interest || self.law.is_some(), "GDPR Art. 18(2)", "law", GapKind::PublicInterest);
        let must = is(LawfulBasis::LegalObligation) || is(LawfulBasis::Contract);
        ask(!must || self.obligation.is_some(), "GDPR Art. 13(2)(e)", "obligation", GapKind::Obligation);
        let alone = self.automation == Automation::Full;
        ask(
            !alone || self.automated_decisions.is_some(),
            "GDPR Art. 13(2)(f)",
            "automated_decisions",
            GapKind::AutomatedDecisions,
        );
        let asked_by_authority = public && is(LawfulBasis::Consent);
        ask(
            !asked_by_authority || self.freely_given.is_some(),
            "GDPR Recital 43",
            "freely_given",
            GapKind::FreelyGiven,
        );
        let special = self.data.iter().any(DataItem::is_special);
        ask(!special || self.condition.is_some(), "GDPR Art. 9(2)", "condition", GapKind::Condition);
        let by_consent = self.condition == Some(SpecialCondition::ExplicitConsent);
        ask(!by_consent || is(LawfulBasis::Consent), "GDPR Art. 9(2)(a)", "basis", GapKind::ExplicitBasis);
    }
}

/// Whether a country is in the European Economic Area.
pub(super) fn in_eea(country: Country) -> bool {
    EEA.contains(&country.as_str())
}

impl Recipient {
    /// Whether data transferred to it leave the European Economic Area.
    #[must_use]
    pub fn is_outside(&self) -> bool {
        !in_eea(self.country)
    }
}

impl Collection {
    /// Whether the data subject provides the data.
    #[must_use]
    pub const fn is_subject(&self) -> bool {
        matches!(self, Self::DataSubject {})
    }
}
