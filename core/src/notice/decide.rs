//! Decides commands about the notices of an organisation.

use crate::kernel::Refused;
use interlink_derive::Refusal;
use std::sync::Arc;

use super::{Change, Command, Event, Gap, LawfulBasis, Notice, NoticePublished, NoticeWithdrawn, Notices};
use crate::kernel::{Context, Documents};
use crate::party::{Organisation, StakeholderKind};
use crate::types::{DocumentId, Key};
use interlink_values::wording::{AsFact, Fact};

/// A command of the notice block was refused.
#[derive(Debug, Clone, PartialEq, Eq, Refusal)]
pub enum NoticeRefusal {
    /// The actor does not administer the organisation.
    #[error(OrganisationDenied, "Only an administrator of the organisation may do this.")]
    NotAdministrator,
    /// The store does not have the document.
    #[error(DocumentUnknown, "There is no document {document} here.")]
    DocumentUnknown(DocumentId),
    /// The document is not a notice.
    #[error(DocumentKind, "The document {document} is not a {expected}.", expected = "notice")]
    DocumentKind(DocumentId),
    /// The notice lacks something, or contains something that it must not.
    #[error(NoticeIncomplete, "The notice is not complete: {missing}", missing = missing(it))]
    Incomplete(Vec<Gap>),
    /// It is not the next version.
    #[error(NoticeVersion, "The notice “{notice}” is at version {current}; a higher one is needed.")]
    Version {
        /// The notice.
        notice: Key,
        /// The version that was published last.
        current: u32,
    },
    /// The purpose was published with another lawful basis.
    #[error(
        PurposeBasis,
        "The purpose “{purpose}” was published on the basis of {was}; the basis cannot be changed."
    )]
    BasisSwapped {
        /// The purpose.
        purpose: Key,
        /// The published basis.
        was: LawfulBasis,
    },
    /// The purpose was published within another purpose, or in another notice.
    #[error(
        PurposeMoved,
        "The purpose “{purpose}” was published within another purpose or notice; this cannot be changed."
    )]
    Moved {
        /// The purpose.
        purpose: Key,
    },
    /// A public authority claims a legitimate interest.
    #[error(
        PurposeInterest,
        "The purpose “{purpose}” rests on a legitimate interest, which a public authority cannot claim for its tasks."
    )]
    InterestOfAuthority {
        /// The purpose.
        purpose: Key,
    },
    /// More than the wording of a purpose changed.
    #[error(NoticeWording, "“{purpose}” is not only reworded; this differs: {changes}.")]
    NotWording {
        /// The purpose.
        purpose: Key,
        /// What differs.
        changes: Vec<Change>,
    },
    /// The notice is not in force.
    #[error(NoticeUnknown, "The organisation does not have a notice “{notice}” in force.")]
    Unknown(Key),
}

/// The gaps, each with the article that requires it.
fn missing(missing: &[Gap]) -> Fact {
    let one = |one: &Gap| {
        let article = Fact::Plain(one.article.to_string());
        let lack = one.lack.get().map_or_else(|| Fact::Plain(one.message.clone()), |lack| lack.said().fact());
        Fact::Words("{lack} ({article})", vec![("lack", lack), ("article", article)])
    };
    Fact::List(" ", missing.iter().map(one).collect())
}

impl NoticeRefusal {
    /// The path of the fault within the command.
    #[must_use]
    pub const fn path(&self) -> &'static str {
        match self {
            Self::NotAdministrator => "/actor",
            Self::DocumentUnknown(_)
            | Self::DocumentKind(_)
            | Self::Incomplete(_)
            | Self::Version { .. }
            | Self::BasisSwapped { .. }
            | Self::Moved { .. }
            | Self::InterestOfAuthority { .. }
            | Self::NotWording { .. }
            | Self::Unknown(_) => "/data/notice",
        }
    }
}

/// Decides a command about the notices of an organisation.
pub(crate) fn decide(
    context: &Context<'_>,
    documents: &dyn Documents,
    organisation: &Organisation,
    command: &Command,
) -> Result<Event, Refused> {
    if !organisation.is_administrator(context.actor()) {
        return Err(NoticeRefusal::NotAdministrator.into());
    }
    let notices = organisation.notices();
    match command {
        Command::PublishNotice(c) => {
            let document = documents.document(c.notice).ok_or(NoticeRefusal::DocumentUnknown(c.notice))?;
            let notice = document.notice().ok_or(NoticeRefusal::DocumentKind(c.notice))?;
            publish(organisation.kind, notices, &notice)?;
            Ok(NoticePublished { notice: c.notice }.into())
        }
        Command::WithdrawNotice(c) => {
            let last = notices.last(&c.notice).filter(|published| published.until.is_none());
            last.ok_or_else(|| NoticeRefusal::Unknown(c.notice.clone()))?;
            Ok(NoticeWithdrawn { notice: c.notice.clone() }.into())
        }
    }
}

fn publish(kind: StakeholderKind, notices: &Notices, notice: &Arc<Notice>) -> Result<(), Refused> {
    let document = notice.document();
    if let Some(last) = notices.last(&document.id) {
        let current = last.notice.document().version;
        if document.version <= current {
            return Err(NoticeRefusal::Version { notice: document.id.clone(), current }.into());
        }
    }
    for purpose in &document.purposes {
        let id = || purpose.id.clone();
        if kind == StakeholderKind::PublicAdministration && purpose.basis == LawfulBasis::LegitimateInterest {
            return Err(NoticeRefusal::InterestOfAuthority { purpose: id() }.into());
        }
        let Some((earlier, before)) = notices.purpose(&purpose.id) else { continue };
        if before.basis != purpose.basis {
            return Err(NoticeRefusal::BasisSwapped { purpose: id(), was: before.basis }.into());
        }
        if before.within != purpose.within || earlier.notice.document().id != document.id {
            return Err(NoticeRefusal::Moved { purpose: id() }.into());
        }
    }
    for purpose in &document.rewords {
        let earlier = notices.purpose(purpose).map(|(published, _)| published.notice.clone());
        let changes = earlier.map(|earlier| notice.changes(&earlier, purpose)).unwrap_or_default();
        let changes: Vec<Change> = changes.into_iter().filter(|change| !change.is_wording()).collect();
        if !changes.is_empty() {
            return Err(NoticeRefusal::NotWording { purpose: purpose.clone(), changes }.into());
        }
    }
    match notice.gaps(kind) {
        gaps if gaps.is_empty() => Ok(()),
        gaps => Err(NoticeRefusal::Incomplete(gaps).into()),
    }
}
