//! Mandates: one party acts on behalf of another.
//!
//! A [kind](MandateKind) is a document: who may be acted for, by whom, with which powers, who may grant, withdraw,
//! renounce and pass on such a mandate, and for how long. A mandate is a stream `mandate/…`: granted by the principal's
//! side, requested by the future holder, registered by an operator from a register, a court or the law, or passed on by
//! its holder.
//!
//! | rule | where |
//! |---|---|
//! | what a kind may say | [`kind`](self) |
//! | since when, until when, and in which status | `state.rs` |
//! | which mandates lead from a person to whom they act for; a chain permits no more than its narrowest link | `chain.rs` |
//! | who may grant, withdraw, renounce, pass on: asked at the principal or at the holder | `authority.rs` |
//! | what a mandate may be granted or passed on for | `terms.rs` |
//! | what several people exercise only together | `together.rs` |
//! | which acts in a process somebody else can do | `representation.rs` |
//!
//! The library calls no register. It takes what the host verified, and records how.

mod authority;
mod chain;
mod command;
mod decide;
mod event;
mod kind;
mod length;
mod needs;
mod party_ref;
mod refusal;
mod register;
mod representation;
mod shipped;
mod state;
mod terms;
mod together;
pub mod view;

pub(crate) use authority::Sides;
pub(crate) use chain::{Asked, Exercise, Place};
pub use chain::{Dimension, LinkFault, Represented};
pub use command::{
    AcceptMandate, Command, GrantMandate, PassOnMandate, RefuseMandate, RegisterMandate, RenounceMandate,
    RequestMandate, ResumeMandate, RevokeMandate, SuspendMandate, UseMandate,
};
pub(crate) use decide::decide;
pub use event::{
    Event, MandateAccepted, MandateGranted, MandatePassedOn, MandateRefused, MandateRegistered,
    MandateRenounced, MandateRequested, MandateResumed, MandateRevoked, MandateSuspended, MandateUsed,
};
pub use kind::{
    Acceptance, Authority, EndRule, EvidenceFor, KindDocument, KindMark, MandateKind, PartyForm, PassOn,
    PassingOn, Power, PowerRight, Source, Together, WrongCode,
};
pub use length::Length;
pub use party_ref::{MandateHolderRef, PrincipalRef};
pub use refusal::{MandateRefusal, Unrepresented};
pub(crate) use register::Mandates;
pub(crate) use representation::{Represent, Representation};
pub use shipped::ShippedKind;
pub use state::{Mandate, MandateStatus};
pub use terms::{Evidence, EvidenceRef, MandateHolder, MandateTarget, MandateTerms, Principal};
pub(crate) use together::{Joint, JointAct};
