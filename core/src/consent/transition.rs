//! Which act is possible when: the one table behind every consent and every objection.

use std::fmt;

use crate::types::json::Readable;
use serde::Serialize;

/// The state of a person's will about one purpose. The states of consent are those of the Data Privacy Vocabulary 2.3.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[repr(u8)]
pub enum State {
    /// Nothing is on record.
    Unknown,
    /// Consent was requested.
    Requested,
    /// The data subject will decide later.
    Deferred,
    /// Consent was given.
    Given,
    /// Consent was refused.
    Refused,
    /// Consent was withdrawn.
    Withdrawn,
    /// Somebody else ended the consent.
    Revoked,
    /// The validity period, the number of uses or the event that ends the consent was reached.
    Expired,
    /// An authority found the consent invalid, possibly retroactively.
    Invalidated,
    /// Consent was renewed.
    Renewed,
    /// An objection was raised and is undecided.
    Objected,
    /// The objection was upheld.
    ObjectionUpheld,
    /// Grounds that override the objection were given, and stay on record.
    ObjectionOverruled,
}

impl State {
    /// Whether it is a refusal of the data subject or of a representative.
    pub(super) const fn is_no(self) -> bool {
        match self {
            Self::Refused | Self::Withdrawn | Self::Objected | Self::ObjectionUpheld => true,
            Self::Unknown
            | Self::Requested
            | Self::Deferred
            | Self::Given
            | Self::Renewed
            | Self::Revoked
            | Self::Expired
            | Self::Invalidated
            | Self::ObjectionOverruled => false,
        }
    }

    /// Whether it is a refusal, or the end of a consent.
    pub(crate) const fn ends(self) -> bool {
        match self {
            Self::Refused
            | Self::Withdrawn
            | Self::Revoked
            | Self::Expired
            | Self::Invalidated
            | Self::Objected
            | Self::ObjectionUpheld => true,
            Self::Unknown
            | Self::Requested
            | Self::Deferred
            | Self::Given
            | Self::Renewed
            | Self::ObjectionOverruled => false,
        }
    }
}

interlink_values::words!(State);

/// An act that changes the state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Verb {
    /// To request consent.
    Request,
    /// To defer the decision.
    Defer,
    /// To consent.
    Give,
    /// To refuse consent.
    Refuse,
    /// To renew consent, before or after its end.
    Renew,
    /// To withdraw consent.
    Withdraw,
    /// To end somebody else's consent.
    Revoke,
    /// To record that the event which ends a consent has occurred.
    Expire,
    /// To record one use of a consent.
    Use,
    /// To record that an authority found a consent invalid.
    Invalidate,
    /// To object.
    Object,
    /// To withdraw an objection.
    WithdrawObjection,
    /// To uphold an objection.
    Uphold,
    /// To override an objection with compelling grounds.
    Overrule,
    /// To resume an upheld objection of somebody who was erased and came back. No command gives it.
    Resume,
}

impl State {
    /// All of them.
    pub const ALL: [Self; 13] = [
        Self::Unknown,
        Self::Requested,
        Self::Deferred,
        Self::Given,
        Self::Refused,
        Self::Withdrawn,
        Self::Revoked,
        Self::Expired,
        Self::Invalidated,
        Self::Renewed,
        Self::Objected,
        Self::ObjectionUpheld,
        Self::ObjectionOverruled,
    ];

    /// The term in the Data Privacy Vocabulary, if it is a state of consent.
    #[must_use]
    pub const fn iri(self) -> Option<&'static str> {
        match self {
            Self::Unknown => Some("https://w3id.org/dpv#ConsentUnknown"),
            Self::Requested => Some("https://w3id.org/dpv#ConsentRequested"),
            Self::Deferred => Some("https://w3id.org/dpv#ConsentRequestDeferred"),
            Self::Given => Some("https://w3id.org/dpv#ConsentGiven"),
            Self::Refused => Some("https://w3id.org/dpv#ConsentRefused"),
            Self::Withdrawn => Some("https://w3id.org/dpv#ConsentWithdrawn"),
            Self::Revoked => Some("https://w3id.org/dpv#ConsentRevoked"),
            Self::Expired => Some("https://w3id.org/dpv#ConsentExpired"),
            Self::Invalidated => Some("https://w3id.org/dpv#ConsentInvalidated"),
            Self::Renewed => Some("https://w3id.org/dpv#RenewedConsentGiven"),
            Self::Objected | Self::ObjectionUpheld | Self::ObjectionOverruled => None,
        }
    }

    /// Whether it is a consent, valid until its time ends.
    #[must_use]
    pub const fn is_consent(self) -> bool {
        matches!(self, Self::Given | Self::Renewed)
    }

    /// Whether it is an objection that stops processing; it does so while it is examined (Art. 18(1)(d)).
    #[must_use]
    pub const fn is_objection(self) -> bool {
        matches!(self, Self::Objected | Self::ObjectionUpheld)
    }

    /// The state after an act; `None` if the act is not possible.
    ///
    /// # Examples
    ///
    /// ```
    /// use interlink::consent::{State, Verb};
    /// assert_eq!(State::Given.after(Verb::Withdraw), Some(State::Withdrawn));
    /// assert_eq!(State::Refused.after(Verb::Withdraw), None);
    /// ```
    #[must_use]
    pub const fn after(self, verb: Verb) -> Option<Self> {
        use State::{
            Deferred, Expired, Given, Invalidated, Objected, ObjectionOverruled, ObjectionUpheld, Refused,
            Renewed, Requested, Revoked, Unknown, Withdrawn,
        };
        match (verb, self) {
            (Verb::Request, Unknown | Deferred | Refused | Withdrawn | Revoked | Expired | Invalidated) => {
                Some(Requested)
            }
            (Verb::Defer, Requested) => Some(Deferred),
            (
                Verb::Give,
                Unknown | Requested | Deferred | Refused | Withdrawn | Revoked | Expired | Invalidated,
            ) => Some(Given),
            (
                Verb::Refuse,
                Unknown | Requested | Deferred | Given | Renewed | Withdrawn | Revoked | Expired
                | Invalidated,
            ) => Some(Refused),
            (Verb::Renew, Given | Renewed | Expired) => Some(Renewed),
            (Verb::Withdraw, Given | Renewed) => Some(Withdrawn),
            (Verb::Revoke, Given | Renewed) => Some(Revoked),
            (Verb::Expire, Given | Renewed) => Some(Expired),
            (Verb::Use, Given) => Some(Given),
            (Verb::Use, Renewed) => Some(Renewed),
            (Verb::Invalidate, Given | Renewed | Expired) => Some(Invalidated),
            // A finding about an earlier consent leaves the state as it is.
            (Verb::Invalidate, Withdrawn) => Some(Withdrawn),
            (Verb::Invalidate, Revoked) => Some(Revoked),
            (Verb::Invalidate, Requested) => Some(Requested),
            (Verb::Invalidate, Deferred) => Some(Deferred),
            (Verb::Invalidate, Refused) => Some(Refused),
            (Verb::Invalidate, Invalidated) => Some(Invalidated),
            (Verb::Object, Unknown | ObjectionOverruled) => Some(Objected),
            (Verb::WithdrawObjection, Objected | ObjectionUpheld) => Some(Unknown),
            (Verb::Uphold, Objected) => Some(ObjectionUpheld),
            (Verb::Overrule, Objected) => Some(ObjectionOverruled),
            (Verb::Resume, Unknown) => Some(ObjectionUpheld),
            _ => None,
        }
    }

    /// The state after one more representative refuses what is already refused: the same. The second refusal is
    /// recorded for that representative, and remains when the first is withdrawn.
    #[must_use]
    pub const fn seconded(self, verb: Verb) -> Option<Self> {
        match (verb, self) {
            (Verb::Refuse, Self::Refused) | (Verb::Object, Self::Objected | Self::ObjectionUpheld) => {
                Some(self)
            }
            _ => None,
        }
    }

    /// The acts that somebody can perform in this state.
    #[must_use]
    pub fn verbs(self) -> Vec<Verb> {
        let given = |verb: &Verb| *verb != Verb::Resume && self.after(*verb).is_some();
        Verb::ALL.into_iter().filter(given).collect()
    }

    pub(crate) const fn from_code(code: u8) -> Self {
        match Self::ALL.as_slice().split_at_checked(code as usize) {
            Some((_, [state, ..])) => *state,
            _ => Self::Unknown,
        }
    }
}

impl Verb {
    /// All of them.
    pub const ALL: [Self; 15] = [
        Self::Request,
        Self::Defer,
        Self::Give,
        Self::Refuse,
        Self::Renew,
        Self::Withdraw,
        Self::Revoke,
        Self::Expire,
        Self::Use,
        Self::Invalidate,
        Self::Object,
        Self::WithdrawObjection,
        Self::Uphold,
        Self::Overrule,
        Self::Resume,
    ];
}

interlink_values::words!(Verb);

impl Verb {
    /// The word for it in a sentence, in English.
    pub(crate) const fn words(self) -> &'static str {
        match self {
            Self::Request => "request",
            Self::Defer => "defer",
            Self::Give => "give",
            Self::Refuse => "refuse",
            Self::Renew => "renew",
            Self::Withdraw => "withdraw",
            Self::Revoke => "revoke",
            Self::Expire => "expire",
            Self::Use => "use",
            Self::Invalidate => "invalidate",
            Self::Object => "object",
            Self::WithdrawObjection => "withdraw the objection",
            Self::Uphold => "uphold",
            Self::Overrule => "overrule",
            Self::Resume => "resume",
        }
    }
}

impl fmt::Display for Verb {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.words())
    }
}

impl State {
    /// The word for it in a sentence, in English.
    pub(crate) const fn words(self) -> &'static str {
        match self {
            Self::Unknown => "not decided",
            Self::Requested => "requested",
            Self::Deferred => "deferred",
            Self::Given => "given",
            Self::Refused => "refused",
            Self::Withdrawn => "withdrawn",
            Self::Revoked => "revoked",
            Self::Expired => "expired",
            Self::Invalidated => "invalidated",
            Self::Renewed => "renewed",
            Self::Objected => "objected to",
            Self::ObjectionUpheld => "ended by an objection",
            Self::ObjectionOverruled => "objected to and overruled",
        }
    }
}

impl fmt::Display for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.words())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn states_keep_their_codes() {
        for state in State::ALL {
            assert_eq!(State::from_code(state as u8), state);
        }
        assert_eq!(State::from_code(200), State::Unknown);
    }

    #[test]
    fn from_everywhere_there_is_a_way_on_and_consent_never_comes_by_itself() {
        for state in State::ALL {
            assert!(!state.verbs().is_empty(), "{state}");
            for verb in Verb::ALL {
                let becomes_consent = state.after(verb).is_some_and(State::is_consent) && !state.is_consent();
                assert!(!becomes_consent || matches!(verb, Verb::Give | Verb::Renew), "{state} {verb}");
            }
        }
    }

    #[test]
    fn taking_back_is_possible_wherever_a_consent_holds() {
        for state in State::ALL {
            assert_eq!(state.is_consent(), state.after(Verb::Withdraw).is_some(), "{state}");
        }
    }
}
