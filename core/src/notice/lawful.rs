//! What a notice must not say, whatever else it says: processing that the law does not allow in this way.

use super::complete::{List, in_eea};
use super::{Automation, DataItem, LawfulBasis, Purpose, SpecialCondition, Transfer};
use crate::types::Country;

impl Purpose {
    /// Everything that keeps the purpose from being published, for an organisation that is a public administration or
    /// not.
    pub(super) fn refuses(&self, public: bool, path: &str, list: &mut List) {
        self.leaves(path, list);
        self.criminal(public, path, list);
        self.automated(path, list);
    }

    /// Data that are kept or processed outside the European Economic Area are transferred, whoever does it: Art. 44.
    fn leaves(&self, path: &str, list: &mut List) {
        let grounded = |places: &[Country], ground: &Option<Transfer>| {
            ground.is_some() || places.iter().all(|place| in_eea(*place))
        };
        list.ask(
            self.storage.as_ref().is_none_or(|storage| grounded(&storage.places, &storage.transfer)),
            "GDPR Art. 44, 13(1)(f)",
            format!("{path}/storage/transfer"),
            "Data are kept outside the European Economic Area, and the ground for that is missing.",
        );
        list.ask(
            self.processing_at.as_ref().is_none_or(|done| grounded(&done.places, &done.transfer)),
            "GDPR Art. 44, 13(1)(f)",
            format!("{path}/processing_at/transfer"),
            "Data are processed outside the European Economic Area, and the ground for that is missing.",
        );
    }

    /// Criminal convictions and offences are for authorities, and for others where a law says so.
    fn criminal(&self, public: bool, path: &str, list: &mut List) {
        if !self.data.iter().any(DataItem::is_criminal) {
            return;
        }
        list.ask(
            self.basis != LawfulBasis::LegitimateInterest,
            "GDPR Art. 10",
            format!("{path}/basis"),
            "Data about criminal convictions and offences are not processed on a legitimate interest.",
        );
        list.ask(
            public || self.law.is_some(),
            "GDPR Art. 10",
            format!("{path}/law"),
            "The law that allows processing data about criminal convictions and offences is missing.",
        );
    }

    /// Machines decide about special categories of data only with explicit consent or for a substantial public interest,
    /// and only after the impact was assessed.
    fn automated(&self, path: &str, list: &mut List) {
        let sensitive = self.data.iter().any(|item| item.is_special() || item.is_criminal());
        if self.automation != Automation::Full || !sensitive {
            return;
        }
        list.ask(
            self.impact_assessment.is_some(),
            "GDPR Art. 22(4), 35(3)",
            format!("{path}/impact_assessment"),
            "Machines decide about special categories of data, and the assessment of the impact is missing.",
        );
        let allowed = [SpecialCondition::ExplicitConsent, SpecialCondition::PublicInterest];
        list.ask(
            !self.is_special() || self.condition.is_none_or(|condition| allowed.contains(&condition)),
            "GDPR Art. 22(4)",
            format!("{path}/condition"),
            "Machines decide about special categories of data only with explicit consent, or for a substantial public interest.",
        );
    }
}
