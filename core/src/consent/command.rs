//! Commands about consent and objection.

use serde::Serialize;

use super::{ExtentRef, Indication, RepresentativeKind, Validity};
use crate::kernel::tagged;
use crate::types::json::Readable;
use crate::types::{Date, DocumentId, FileDigest, HostId, Key, Language, Remark, RequirementId, Timestamp};

/// How an official learnt what a data subject does not want, or no longer wants: on paper, by telephone or in person. This
/// must be as easy as consenting (GDPR Art. 7(3)), so the controller's own staff may record it, too.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Noted {
    /// The organisation on whose behalf it is recorded: a public administration that an operator verified, or the
    /// controller that received it.
    pub acting_for: HostId,
    /// The SHA-256 of the letter or of the minutes.
    pub evidence: FileDigest,
    /// How it was expressed; not in a form on a screen, which the data subject fills in themselves.
    pub method: Indication,
    /// When it was received, if that was earlier. It never ends what the data subject agreed to since.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub received_at: Option<Timestamp>,
}

impl Noted {
    const fn acting_for(noted: Option<&Self>) -> Option<&HostId> {
        match noted {
            Some(noted) => Some(&noted.acting_for),
            None => None,
        }
    }
}

tagged! {
    /// The commands of the consent block, all for a stream `consent/ID`, given by the stream or by `data_subject`; if
    /// neither is given, the actor is the data subject.
    pub enum Command {
        /// Requests consent, on behalf of the controller.
        "consent.request" RequestConsent {
            /// The data subject, by the host's id.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub data_subject: Option<HostId>,
            /// The notice that accompanies the request.
            pub notice: DocumentId,
            /// The controller, by the host's id.
            pub organisation: HostId,
            /// The purpose.
            pub purpose: Key,
        }

        /// Defers the decision.
        "consent.defer" DeferConsent {
            /// The data subject, if not the actor.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub data_subject: Option<HostId>,
            /// The controller.
            pub organisation: HostId,
            /// The purpose.
            pub purpose: Key,
        }

        /// Consents to one purpose, under the notice in force.
        "consent.give" GiveConsent {
            /// The organisation on whose behalf an official records it.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub acting_for: Option<HostId>,
            /// The data subject, if not the actor.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub data_subject: Option<HostId>,
            /// The SHA-256 of the signed document or of the minutes; required of an official.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub evidence: Option<FileDigest>,
            /// Whether consent was given in words or by a signature; required for special categories of data.
            #[serde(default, skip_serializing_if = "std::ops::Not::not")]
            pub explicit: bool,
            /// The language in which the data subject read the notice.
            pub language: Language,
            /// How it was expressed.
            pub method: Indication,
            /// The notice that was read: the SHA-256 of its canonical JSON.
            pub notice: DocumentId,
            /// The controller.
            pub organisation: HostId,
            /// The purpose.
            pub purpose: Key,
            /// When the consent was given elsewhere, if an official brings it over from another system or from paper.
            /// It counts from when it is recorded here, for no longer than it would have counted there, and never
            /// overrides anything that the data subject has expressed since.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub said_at: Option<Timestamp>,
            /// How long the consent is valid.
            pub valid: Validity,
        }

        /// Consents again, before or after the end of an earlier consent.
        "consent.renew" RenewConsent {
            /// The organisation on whose behalf an official records it.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub acting_for: Option<HostId>,
            /// The data subject, if not the actor.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub data_subject: Option<HostId>,
            /// The SHA-256 of the signed document or of the minutes; required of an official.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub evidence: Option<FileDigest>,
            /// Whether consent was given in words or by a signature.
            #[serde(default, skip_serializing_if = "std::ops::Not::not")]
            pub explicit: bool,
            /// The language in which the data subject read the notice.
            pub language: Language,
            /// How it was expressed.
            pub method: Indication,
            /// The notice that was read.
            pub notice: DocumentId,
            /// The controller.
            pub organisation: HostId,
            /// The purpose.
            pub purpose: Key,
            /// How long the consent is valid.
            pub valid: Validity,
        }

        /// Refuses consent.
        "consent.refuse" RefuseConsent {
            /// The data subject, if not the actor.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub data_subject: Option<HostId>,
            /// How an official learnt of it, if one records it.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub noted: Option<Noted>,
            /// The controller.
            pub organisation: HostId,
            /// The purpose.
            pub purpose: Key,
        }

        /// Withdraws a consent. No reason is needed (Art. 7(3)).
        "consent.withdraw" WithdrawConsent {
            /// The data subject, if not the actor.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub data_subject: Option<HostId>,
            /// How an official learnt of it, if one records it.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub noted: Option<Noted>,
            /// The controller.
            pub organisation: HostId,
            /// The purpose.
            pub purpose: Key,
        }

        /// Ends a consent, on behalf of the controller.
        "consent.revoke" RevokeConsent {
            /// The data subject.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub data_subject: Option<HostId>,
            /// The controller.
            pub organisation: HostId,
            /// The purpose.
            pub purpose: Key,
            /// The reason. Kept in the vault.
            pub reason: Remark,
        }

        /// Records, on behalf of the controller, that the event which ends a consent has occurred.
        "consent.expire" ExpireConsent {
            /// The data subject.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub data_subject: Option<HostId>,
            /// The controller.
            pub organisation: HostId,
            /// The purpose.
            pub purpose: Key,
            /// The event that the consent names.
            pub until_event: Key,
        }

        /// Records one use of a consent, on behalf of the controller; or sets a use aside for a requirement, which the
        /// next act that meets the requirement takes. The data subject and their representatives can also set a use
        /// aside for a requirement.
        "consent.use" UseConsent {
            /// The data subject.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub data_subject: Option<HostId>,
            /// The controller.
            pub organisation: HostId,
            /// The purpose.
            pub purpose: Key,
            /// The requirement that the use is for: where a process requires the purpose.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub requirement: Option<RequirementId>,
        }

        /// Records, on behalf of the controller, that an authority found a consent invalid.
        "consent.invalidate" InvalidateConsent {
            /// The data subject.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub data_subject: Option<HostId>,
            /// What the authority decided, and where the decision can be read. Kept in the vault.
            pub decision: Remark,
            /// The SHA-256 of the decision.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub evidence: Option<FileDigest>,
            /// From when on the consent was invalid; not after the command's time.
            pub from: Timestamp,
            /// The controller.
            pub organisation: HostId,
            /// The purpose.
            pub purpose: Key,
            /// All consents that began before this are invalid; if absent, only the one that was valid at `from`, or
            /// the first that began after it.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub until: Option<Timestamp>,
        }

        /// Objects to processing for a public task or a legitimate interest (Art. 21).
        "objection.raise" RaiseObjection {
            /// The data subject, if not the actor.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub data_subject: Option<HostId>,
            /// The grounds relating to the data subject's situation. Kept in the vault.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub grounds: Option<Remark>,
            /// How an official learnt of it, if one records it.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub noted: Option<Noted>,
            /// The controller.
            pub organisation: HostId,
            /// The purpose.
            pub purpose: Key,
        }

        /// Withdraws an objection.
        "objection.withdraw" WithdrawObjection {
            /// The data subject, if not the actor.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub data_subject: Option<HostId>,
            /// The controller.
            pub organisation: HostId,
            /// The purpose.
            pub purpose: Key,
        }

        /// Decides an objection, on behalf of the controller: it is upheld unless compelling grounds are given.
        "objection.decide" DecideObjection {
            /// The data subject.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub data_subject: Option<HostId>,
            /// The compelling legitimate grounds that override the objection; none if it is upheld. Kept in the vault.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub grounds: Option<Remark>,
            /// The controller.
            pub organisation: HostId,
            /// The purpose.
            pub purpose: Key,
        }

        /// Records, on behalf of the controller, that a recipient was notified that processing must end (Art. 19).
        "recipient.notify" NotifyRecipient {
            /// The data subject.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub data_subject: Option<HostId>,
            /// The controller.
            pub organisation: HostId,
            /// The purpose.
            pub purpose: Key,
            /// The recipient, by its name in the notice.
            pub recipient: Key,
        }

        /// Records a date of birth, so that a child's consent is requested from somebody who may give it (Art. 8).
        /// Given by the data subject or by an official. Kept in the vault.
        "date_of_birth.record" RecordDateOfBirth {
            /// The organisation on whose behalf an official records it: one that an operator verified.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub acting_for: Option<HostId>,
            /// The date of birth.
            pub date_of_birth: Date,
            /// The SHA-256 of the evidence; required of an official.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub evidence: Option<FileDigest>,
            /// The data subject, if not the actor.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub data_subject: Option<HostId>,
        }

        /// Appoints a representative: by the data subject, or by an official who has seen the evidence.
        "representative.appoint" AppointRepresentative {
            /// The organisation on whose behalf an official records it.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub acting_for: Option<HostId>,
            /// The data subject, if not the actor.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub data_subject: Option<HostId>,
            /// The SHA-256 of the evidence; required of an official.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub evidence: Option<FileDigest>,
            /// When the appointment begins; not in the past. Now, if absent.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub from: Option<Timestamp>,
            /// The capacity of the representative.
            pub kind: RepresentativeKind,
            /// The representative.
            pub representative: HostId,
            /// What the appointment is for. It is for everything only if it says so.
            pub scope: ExtentRef,
            /// When the appointment ends.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub until: Option<Timestamp>,
        }

        /// Ends an appointment, whatever it is for: by the representative, who resigns; by an official who has seen the
        /// evidence; or by the data subject, if they chose the representative.
        "representative.dismiss" DismissRepresentative {
            /// The organisation on whose behalf an official records it.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub acting_for: Option<HostId>,
            /// The data subject, if not the actor.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub data_subject: Option<HostId>,
            /// The SHA-256 of the evidence; required of an official.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub evidence: Option<FileDigest>,
            /// The representative.
            pub representative: HostId,
        }

        /// Records that an authority or a court settled a disagreement between representatives: their refusals no
        /// longer prevent consent. It is not itself a consent, and a later refusal counts again. Given by an official
        /// of a public administration that neither benefits nor has one of the representatives among its members.
        "disagreement.settle" SettleDisagreement {
            /// The public administration on whose behalf an official records it.
            pub acting_for: HostId,
            /// The data subject.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub data_subject: Option<HostId>,
            /// The SHA-256 of the decision.
            pub evidence: FileDigest,
            /// The controller.
            pub organisation: HostId,
            /// The purpose.
            pub purpose: Key,
        }
    }
}

macro_rules! each {
    ($command:expr, $c:ident => $value:expr) => {
        match $command {
            Command::RequestConsent($c) => $value,
            Command::DeferConsent($c) => $value,
            Command::GiveConsent($c) => $value,
            Command::RenewConsent($c) => $value,
            Command::RefuseConsent($c) => $value,
            Command::WithdrawConsent($c) => $value,
            Command::RevokeConsent($c) => $value,
            Command::ExpireConsent($c) => $value,
            Command::UseConsent($c) => $value,
            Command::InvalidateConsent($c) => $value,
            Command::RaiseObjection($c) => $value,
            Command::WithdrawObjection($c) => $value,
            Command::DecideObjection($c) => $value,
            Command::NotifyRecipient($c) => $value,
            Command::RecordDateOfBirth($c) => $value,
            Command::AppointRepresentative($c) => $value,
            Command::DismissRepresentative($c) => $value,
            Command::SettleDisagreement($c) => $value,
        }
    };
}

impl Command {
    /// The data subject, by the host's id; if absent, the actor or whoever the stream names.
    #[must_use]
    pub const fn subject(&self) -> Option<&HostId> {
        each!(self, c => c.data_subject.as_ref())
    }

    /// The controller that the command names.
    pub(crate) const fn controller(&self) -> Option<&HostId> {
        match self {
            Self::RequestConsent(c) => Some(&c.organisation),
            Self::DeferConsent(c) => Some(&c.organisation),
            Self::GiveConsent(c) => Some(&c.organisation),
            Self::RenewConsent(c) => Some(&c.organisation),
            Self::RefuseConsent(c) => Some(&c.organisation),
            Self::WithdrawConsent(c) => Some(&c.organisation),
            Self::RevokeConsent(c) => Some(&c.organisation),
            Self::ExpireConsent(c) => Some(&c.organisation),
            Self::UseConsent(c) => Some(&c.organisation),
            Self::InvalidateConsent(c) => Some(&c.organisation),
            Self::RaiseObjection(c) => Some(&c.organisation),
            Self::WithdrawObjection(c) => Some(&c.organisation),
            Self::DecideObjection(c) => Some(&c.organisation),
            Self::NotifyRecipient(c) => Some(&c.organisation),
            Self::SettleDisagreement(c) => Some(&c.organisation),
            Self::RecordDateOfBirth(_) | Self::AppointRepresentative(_) | Self::DismissRepresentative(_) => {
                None
            }
        }
    }

    /// The organisation on whose behalf an official acts.
    pub(crate) const fn acting_for(&self) -> Option<&HostId> {
        match self {
            Self::GiveConsent(c) => c.acting_for.as_ref(),
            Self::RenewConsent(c) => c.acting_for.as_ref(),
            Self::RefuseConsent(c) => Noted::acting_for(c.noted.as_ref()),
            Self::WithdrawConsent(c) => Noted::acting_for(c.noted.as_ref()),
            Self::RaiseObjection(c) => Noted::acting_for(c.noted.as_ref()),
            Self::RecordDateOfBirth(c) => c.acting_for.as_ref(),
            Self::AppointRepresentative(c) => c.acting_for.as_ref(),
            Self::DismissRepresentative(c) => c.acting_for.as_ref(),
            Self::SettleDisagreement(c) => Some(&c.acting_for),
            Self::RequestConsent(_)
            | Self::DeferConsent(_)
            | Self::RevokeConsent(_)
            | Self::ExpireConsent(_)
            | Self::UseConsent(_)
            | Self::InvalidateConsent(_)
            | Self::WithdrawObjection(_)
            | Self::DecideObjection(_)
            | Self::NotifyRecipient(_) => None,
        }
    }

    /// The host ids that the command names, for the kernel to look up.
    pub(crate) fn host_ids(&self, each: &mut dyn FnMut(&HostId)) {
        self.subject().into_iter().chain(self.controller()).chain(self.acting_for()).for_each(&mut *each);
        match self {
            Self::AppointRepresentative(c) => {
                each(&c.representative);
                if let ExtentRef::Only(matters) = &c.scope {
                    matters.iter().for_each(|matter| each(&matter.organisation));
                }
            }
            Self::DismissRepresentative(c) => each(&c.representative),
            Self::RequestConsent(_)
            | Self::DeferConsent(_)
            | Self::RefuseConsent(_)
            | Self::WithdrawConsent(_)
            | Self::RevokeConsent(_)
            | Self::ExpireConsent(_)
            | Self::UseConsent(_)
            | Self::InvalidateConsent(_)
            | Self::RaiseObjection(_)
            | Self::WithdrawObjection(_)
            | Self::DecideObjection(_)
            | Self::NotifyRecipient(_)
            | Self::GiveConsent(_)
            | Self::RenewConsent(_)
            | Self::RecordDateOfBirth(_)
            | Self::SettleDisagreement(_) => {}
        }
    }
}
