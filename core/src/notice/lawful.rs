//! What a notice must not contain: processing that the law does not allow in this way.

use super::complete::{List, in_eea};
use super::gap::GapKind;
use super::{Automation, DataItem, LawfulBasis, Purpose, SpecialCondition, Transfer};
use crate::types::Country;

/// The grounds that public authorities may not use in the exercise of their powers: consent, contract, a contract in
/// the data subject's interest, and compelling legitimate interests.
const CLOSED_TO_AUTHORITIES: [&str; 4] = ["A49-1-a", "A49-1-b", "A49-1-c", "A49-2"];

/// Lists a gap if the ground is closed to an authority in the exercise of its powers.
pub(super) fn open_to_authorities(transfer: Option<&Transfer>, path: String, list: &mut List) {
    let closed = |transfer: &Transfer| CLOSED_TO_AUTHORITIES.contains(&transfer.ground.as_str());
    list.ask(!transfer.is_some_and(closed), "GDPR Art. 49(3)", path, GapKind::ClosedGround);
}

impl Purpose {
    /// Lists everything that keeps the purpose from being published, for a public administration or another
    /// organisation.
    pub(super) fn refuses(&self, public: bool, path: &str, list: &mut List) {
        self.leaves(path, list);
        if self.exercises_power(public) {
            self.excepted(path, list);
        }
        self.criminal(public, path, list);
        self.automated(path, list);
    }

    /// Checks that data kept or processed outside the European Economic Area have a ground for the transfer: Art. 44.
    fn leaves(&self, path: &str, list: &mut List) {
        let grounded = |places: &[Country], ground: &Option<Transfer>| {
            ground.is_some() || places.iter().all(|place| in_eea(*place))
        };
        list.ask(
            self.storage.as_ref().is_none_or(|storage| grounded(&storage.places, &storage.transfer)),
            "GDPR Art. 44, 13(1)(f)",
            format!("{path}/storage/transfer"),
            GapKind::StorageTransfer,
        );
        list.ask(
            self.processing_at.as_ref().is_none_or(|done| grounded(&done.places, &done.transfer)),
            "GDPR Art. 44, 13(1)(f)",
            format!("{path}/processing_at/transfer"),
            GapKind::ProcessingTransfer,
        );
    }

    /// Whether a public administration processes the data because a law requires it, in the exercise of its powers.
    pub(super) fn exercises_power(&self, public: bool) -> bool {
        public && matches!(self.basis, LawfulBasis::PublicTask | LawfulBasis::LegalObligation)
    }

    /// Checks that storage and processing elsewhere, by an authority in the exercise of its powers, use no ground
    /// closed to it.
    fn excepted(&self, path: &str, list: &mut List) {
        let kept = self.storage.as_ref().and_then(|storage| storage.transfer.as_ref());
        let done = self.processing_at.as_ref().and_then(|done| done.transfer.as_ref());
        for (transfer, place) in [(kept, "storage"), (done, "processing_at")] {
            open_to_authorities(transfer, format!("{path}/{place}/transfer/ground"), list);
        }
    }

    /// Checks that data about criminal convictions and offences are processed by an authority, or as a law allows.
    fn criminal(&self, public: bool, path: &str, list: &mut List) {
        if !self.data.iter().any(DataItem::is_criminal) {
            return;
        }
        list.ask(
            self.basis != LawfulBasis::LegitimateInterest,
            "GDPR Art. 10",
            format!("{path}/basis"),
            GapKind::CriminalInterest,
        );
        list.ask(public || self.law.is_some(), "GDPR Art. 10", format!("{path}/law"), GapKind::CriminalLaw);
    }

    /// Checks that automated decisions on special categories of data have explicit consent or a substantial public
    /// interest, and an impact assessment.
    fn automated(&self, path: &str, list: &mut List) {
        let sensitive = self.data.iter().any(|item| item.is_special() || item.is_criminal());
        if self.automation != Automation::Full || !sensitive {
            return;
        }
        list.ask(
            self.impact_assessment.is_some(),
            "GDPR Art. 22(4), 35(3)",
            format!("{path}/impact_assessment"),
            GapKind::Assessment,
        );
        let allowed = [SpecialCondition::ExplicitConsent, SpecialCondition::PublicInterest];
        list.ask(
            !self.is_special() || self.condition.is_none_or(|condition| allowed.contains(&condition)),
            "GDPR Art. 22(4)",
            format!("{path}/condition"),
            GapKind::SpecialAutomation,
        );
    }
}
