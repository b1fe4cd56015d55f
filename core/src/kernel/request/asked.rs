//! Answers requests that are asked of a moment.

#[cfg(feature = "receipts")]
use super::answer::ReceiptView;
use super::ask::{ConsentRequest, NotificationsRequest};
#[cfg(feature = "receipts")]
use super::ask::{ReceiptFormat, ReceiptRequest};
use super::{Answer, MOST_CHANGES};
use crate::consent::{Asked, PurposeRef};
use crate::kernel::engine::NOBODY;
use crate::kernel::{Error, Moment};
#[cfg(feature = "receipts")]
use crate::types::Json;
use crate::types::Language;

impl Moment<'_> {
    pub(super) fn answer_notifications(&self, n: &NotificationsRequest) -> Result<Answer, Error> {
        let language = n.language.unwrap_or_else(Language::english);
        let limit = n.limit.min(MOST_CHANGES) as usize;
        let person = match &n.person {
            // Nothing concerns an unknown person.
            Some(host_id) => Some(self.person(host_id)?.unwrap_or(NOBODY)),
            None => None,
        };
        Ok(Answer::Notifications(self.notifications(n.after, limit, person, language)?))
    }

    pub(super) fn answer_consent(&self, c: &ConsentRequest) -> Result<Answer, Error> {
        let purpose = PurposeRef { organisation_id: c.organisation_id, purpose: c.purpose.clone() };
        let asked = Asked::new(c.at, c.past);
        Ok(Answer::Consent(Box::new(match c.as_known {
            Some(version) => {
                let person = self.person(&c.person)?.unwrap_or(NOBODY);
                self.consent_as_known(person, &purpose, asked, version)?
            }
            None => self.consent_of(&c.person, &purpose, asked)?,
        })))
    }

    #[cfg(feature = "receipts")]
    pub(super) fn receipt(&self, r: &ReceiptRequest) -> Result<ReceiptView, Error> {
        use crate::interop::receipt::{FormFault, dpv, govstack, kantara};
        let purpose = PurposeRef { organisation_id: r.organisation_id, purpose: r.purpose.clone() };
        // An erased person has no host id any more and is named by the pseudonym.
        let person = self.person(&r.person)?.or_else(|| r.person.as_str().parse().ok()).unwrap_or(NOBODY);
        let Some(record) = self.consent_record(person, &purpose, Asked::new(r.at, r.past))? else {
            return Ok(ReceiptView { receipt: None });
        };
        let written = match r.format {
            ReceiptFormat::Record => dpv::record(&record).map_err(FormFault::from),
            ReceiptFormat::Receipt => dpv::receipt(&record, r.at).map_err(FormFault::from),
            ReceiptFormat::Govstack => govstack::record(&record),
            ReceiptFormat::Kantara => kantara::receipt(&record),
        };
        match written {
            Ok(receipt) => Ok(ReceiptView { receipt: Some(Json::written(receipt)) }),
            Err(FormFault::NoConsent) => Ok(ReceiptView { receipt: None }),
            Err(fault @ FormFault::Incomplete { .. }) => Err(Error::Receipt(Box::new(fault))),
        }
    }
}
