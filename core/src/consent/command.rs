//! What can be asked about somebody's will.

use super::{ExtentRef, Indication, RepresentativeKind, Validity};
use crate::kernel::tagged;
use crate::types::{Date, DocumentId, FileDigest, HostId, Key, Language, Remark, RequirementId, Timestamp};

tagged! {
    /// The commands of the consent block, all for a stream `consent/ID`, named by the stream or by `data_subject`; where
    /// neither is there, the actor speaks of herself.
    pub enum Command {
        /// Asks for consent, in the name of the controller.
        "consent.request" RequestConsent {
            /// Whom, by the host's id.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub data_subject: Option<HostId>,
            /// The notice that goes with it.
            pub notice: DocumentId,
            /// The controller, by the host's id.
            pub organisation: HostId,
            /// The purpose.
            pub purpose: Key,
        }

        /// Puts the decision off.
        "consent.defer" DeferConsent {
            /// Whose decision, if not the actor's own.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub data_subject: Option<HostId>,
            /// The controller.
            pub organisation: HostId,
            /// The purpose.
            pub purpose: Key,
        }

        /// Consents to one purpose, under the notice that is in force.
        "consent.give" GiveConsent {
            /// The organisation in whose name an official records it.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub acting_for: Option<HostId>,
            /// Whose consent, if not the actor's own.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub data_subject: Option<HostId>,
            /// The SHA-256 of what she signed or of the minutes; an official needs it.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub evidence: Option<FileDigest>,
            /// Whether she said so in words or by a signature; special categories of data need it.
            #[serde(default, skip_serializing_if = "std::ops::Not::not")]
            pub explicit: bool,
            /// The language in which she read the notice.
            pub language: Language,
            /// How she said it.
            pub method: Indication,
            /// The notice that she read: the SHA-256 of its canonical JSON.
            pub notice: DocumentId,
            /// The controller.
            pub organisation: HostId,
            /// The purpose.
            pub purpose: Key,
            /// When she gave it elsewhere, where an official brings it over from another system or from paper. It counts from
            /// when it is recorded here, for no longer than it would have counted there, and not against anything that she
            /// said since.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub said_at: Option<Timestamp>,
            /// For how long.
            pub valid: Validity,
        }

        /// Consents again, before or after the end of what she gave.
        "consent.renew" RenewConsent {
            /// The organisation in whose name an official records it.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub acting_for: Option<HostId>,
            /// Whose consent, if not the actor's own.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub data_subject: Option<HostId>,
            /// The SHA-256 of what she signed or of the minutes; an official needs it.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub evidence: Option<FileDigest>,
            /// Whether she said so in words or by a signature.
            #[serde(default, skip_serializing_if = "std::ops::Not::not")]
            pub explicit: bool,
            /// The language in which she read the notice.
            pub language: Language,
            /// How she said it.
            pub method: Indication,
            /// The notice that she read.
            pub notice: DocumentId,
            /// The controller.
            pub organisation: HostId,
            /// The purpose.
            pub purpose: Key,
            /// For how long.
            pub valid: Validity,
        }

        /// Says no.
        "consent.refuse" RefuseConsent {
            /// Whose decision, if not the actor's own.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub data_subject: Option<HostId>,
            /// The controller.
            pub organisation: HostId,
            /// The purpose.
            pub purpose: Key,
        }

        /// Takes a consent back. Nobody asks for a reason (Art. 7(3)).
        "consent.withdraw" WithdrawConsent {
            /// Whose consent, if not the actor's own.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub data_subject: Option<HostId>,
            /// The controller.
            pub organisation: HostId,
            /// The purpose.
            pub purpose: Key,
        }

        /// Ends somebody's consent, in the name of the controller.
        "consent.revoke" RevokeConsent {
            /// Whose consent.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub data_subject: Option<HostId>,
            /// The controller.
            pub organisation: HostId,
            /// The purpose.
            pub purpose: Key,
            /// Why. Kept in the vault.
            pub reason: Remark,
        }

        /// Notes, in the name of the controller, that what a consent was tied to has come.
        "consent.expire" ExpireConsent {
            /// Whose consent.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub data_subject: Option<HostId>,
            /// What has come: the event that the consent names.
            pub event: Key,
            /// The controller.
            pub organisation: HostId,
            /// The purpose.
            pub purpose: Key,
        }

        /// Uses a consent up once, in the name of the controller; or sets a use aside for a gate, which the next act that passes
        /// it takes. A use for a gate is also set aside by herself, or by whoever speaks for her.
        "consent.use" UseConsent {
            /// Whose consent.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub data_subject: Option<HostId>,
            /// The controller.
            pub organisation: HostId,
            /// The purpose.
            pub purpose: Key,
            /// The gate that the use is for: where a process requires the purpose.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub requirement: Option<RequirementId>,
        }

        /// Notes, in the name of the controller, that an authority found a consent invalid.
        "consent.invalidate" InvalidateConsent {
            /// Whose consent.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub data_subject: Option<HostId>,
            /// What the authority decided, and where that can be read. Kept in the vault.
            pub decision: Remark,
            /// The SHA-256 of the decision.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub evidence: Option<FileDigest>,
            /// From when on it was invalid; not after the command's time.
            pub from: Timestamp,
            /// The controller.
            pub organisation: HostId,
            /// The purpose.
            pub purpose: Key,
            /// The consents that began before this are invalid, all of them; only the one that held at `from`, or began first
            /// after it, if absent.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub until: Option<Timestamp>,
        }

        /// Objects to processing for a public task or a legitimate interest (Art. 21).
        "objection.raise" RaiseObjection {
            /// Whose objection, if not the actor's own.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub data_subject: Option<HostId>,
            /// The grounds that lie in her situation. Kept in the vault.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub grounds: Option<Remark>,
            /// The controller.
            pub organisation: HostId,
            /// The purpose.
            pub purpose: Key,
        }

        /// Takes an objection back.
        "objection.withdraw" WithdrawObjection {
            /// Whose objection, if not the actor's own.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub data_subject: Option<HostId>,
            /// The controller.
            pub organisation: HostId,
            /// The purpose.
            pub purpose: Key,
        }

        /// Decides an objection, in the name of the controller: it stands, unless compelling grounds are shown.
        "objection.decide" DecideObjection {
            /// Whose objection.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub data_subject: Option<HostId>,
            /// The compelling legitimate grounds that override hers; none where the objection stands. Kept in the vault.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub grounds: Option<Remark>,
            /// The controller.
            pub organisation: HostId,
            /// The purpose.
            pub purpose: Key,
        }

        /// Notes, in the name of the controller, that a recipient knows that processing has to end (Art. 19).
        "recipient.notify" NotifyRecipient {
            /// Of whose data.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub data_subject: Option<HostId>,
            /// The controller.
            pub organisation: HostId,
            /// The purpose.
            pub purpose: Key,
            /// The recipient, by its name in the notice.
            pub recipient: Key,
        }

        /// Records a birthday, so that a child's consent is asked of who may give it (Art. 8). By herself, or by an
        /// official. Kept in the vault.
        "date_of_birth.record" RecordDateOfBirth {
            /// The organisation in whose name an official records it: one that an operator verified.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub acting_for: Option<HostId>,
            /// The day.
            pub date_of_birth: Date,
            /// The SHA-256 of what shows it; an official needs it.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub evidence: Option<FileDigest>,
            /// Whose, if not the actor's own.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub data_subject: Option<HostId>,
        }

        /// Lets somebody speak for a person: by herself, or by an official who has seen the evidence.
        "representative.appoint" AppointRepresentative {
            /// The organisation in whose name an official records it.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub acting_for: Option<HostId>,
            /// Whom she speaks for, if not the actor.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub data_subject: Option<HostId>,
            /// The SHA-256 of what shows it; an official needs it.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub evidence: Option<FileDigest>,
            /// From when on; not in the past. From now on if absent.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub from: Option<Timestamp>,
            /// In which capacity she is represented.
            pub kind: RepresentativeKind,
            /// Who speaks for her.
            pub representative: HostId,
            /// About what. Nobody speaks for another about everything unless that is said.
            pub scope: ExtentRef,
            /// Until when.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub until: Option<Timestamp>,
        }

        /// Ends a representation, whatever it was about: by the representative, who lays it down; by an official who has seen
        /// what shows it; or by herself, as far as she chose it.
        "representative.dismiss" DismissRepresentative {
            /// The organisation in whose name an official records it.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub acting_for: Option<HostId>,
            /// Whom she spoke for, if not the actor.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub data_subject: Option<HostId>,
            /// The SHA-256 of what shows it; an official needs it.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub evidence: Option<FileDigest>,
            /// Who no longer speaks for her.
            pub representative: HostId,
        }

        /// Records that an authority or a court decided where those who speak for somebody differ: their noes no longer stand in
        /// the way of a yes. It is no yes itself, and a later no stands again. By an official of a public administration that
        /// neither gains by it nor has one of them among its own.
        "disagreement.settle" SettleDisagreement {
            /// The public administration in whose name an official records it.
            pub acting_for: HostId,
            /// Whose.
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
    /// Whom it is about, by the host's id; the actor, or whoever the stream names, if absent.
    #[must_use]
    pub const fn subject(&self) -> Option<&HostId> {
        each!(self, c => c.data_subject.as_ref())
    }

    /// The controller that it names.
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

    /// The organisation in whose name an official acts.
    pub(crate) const fn acting_for(&self) -> Option<&HostId> {
        match self {
            Self::GiveConsent(c) => c.acting_for.as_ref(),
            Self::RenewConsent(c) => c.acting_for.as_ref(),
            Self::RecordDateOfBirth(c) => c.acting_for.as_ref(),
            Self::AppointRepresentative(c) => c.acting_for.as_ref(),
            Self::DismissRepresentative(c) => c.acting_for.as_ref(),
            Self::SettleDisagreement(c) => Some(&c.acting_for),
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
