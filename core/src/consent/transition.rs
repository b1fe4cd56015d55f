//! Which act is possible when: the one table behind every consent and every objection.

use std::fmt;

use crate::types::json::Readable;
use serde::Serialize;

/// What became of somebody's will about one purpose. The states of consent are those of the Data Privacy Vocabulary 2.3.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[repr(u8)]
pub enum State {
    /// Nothing is on record.
    Unknown,
    /// She was asked.
    Requested,
    /// She will decide later.
    Deferred,
    /// She consented.
    Given,
    /// She said no.
    Refused,
    /// She took her consent back.
    Withdrawn,
    /// Somebody else ended her consent.
    Revoked,
    /// Its time, its uses or what it was tied to came to an end.
    Expired,
    /// An authority found it invalid, possibly from an earlier moment on.
    Invalidated,
    /// She consented again.
    Renewed,
    /// She objects, and nobody has decided yet.
    Objected,
    /// Her objection stands.
    ObjectionUpheld,
    /// Grounds that override hers were shown, and stay on record.
    ObjectionOverruled,
}

impl State {
    /// Whether it is a no of the person whom it is about, or of who speaks for her.
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

    /// Whether it is a no, or the end of a yes.
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
    /// To ask for consent.
    Request,
    /// To put the decision off.
    Defer,
    /// To consent.
    Give,
    /// To say no.
    Refuse,
    /// To consent again, before or after the end.
    Renew,
    /// To take consent back.
    Withdraw,
    /// To end somebody else's consent.
    Revoke,
    /// To note that what a consent was tied to has come.
    Expire,
    /// To use it up once.
    Use,
    /// To note that an authority found it invalid.
    Invalidate,
    /// To object.
    Object,
    /// To take an objection back.
    WithdrawsObjection,
    /// To accept an objection.
    Uphold,
    /// To show grounds that override an objection.
    Overrule,
    /// To let an upheld objection stand again, of somebody who was erased and came back. Nobody gives it.
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

    /// Its term in the Data Privacy Vocabulary, if it is a state of consent.
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

    /// Whether it is a consent that holds, as long as its time does.
    #[must_use]
    pub const fn is_consent(self) -> bool {
        matches!(self, Self::Given | Self::Renewed)
    }

    /// Whether somebody's objection holds the processing back; so it does while it is looked into (Art. 18(1)(d)).
    #[must_use]
    pub const fn is_objection(self) -> bool {
        matches!(self, Self::Objected | Self::ObjectionUpheld)
    }

    /// What comes after an act; `None` where the act is not possible.
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
            // What an authority finds of a consent before it leaves this as it is.
            (Verb::Invalidate, Withdrawn) => Some(Withdrawn),
            (Verb::Invalidate, Revoked) => Some(Revoked),
            (Verb::Invalidate, Requested) => Some(Requested),
            (Verb::Invalidate, Deferred) => Some(Deferred),
            (Verb::Invalidate, Refused) => Some(Refused),
            (Verb::Invalidate, Invalidated) => Some(Invalidated),
            (Verb::Object, Unknown | ObjectionOverruled) => Some(Objected),
            (Verb::WithdrawsObjection, Objected | ObjectionUpheld) => Some(Unknown),
            (Verb::Uphold, Objected) => Some(ObjectionUpheld),
            (Verb::Overrule, Objected) => Some(ObjectionOverruled),
            (Verb::Resume, Unknown) => Some(ObjectionUpheld),
            _ => None,
        }
    }

    /// What comes after the no of one more of those who speak for somebody, where there is a no already: the same. It is on
    /// record as hers, and stands when the other is taken back.
    #[must_use]
    pub const fn seconded(self, verb: Verb) -> Option<Self> {
        match (verb, self) {
            (Verb::Refuse, Self::Refused) | (Verb::Object, Self::Objected | Self::ObjectionUpheld) => {
                Some(self)
            }
            _ => None,
        }
    }

    /// The acts that somebody can give.
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
        Self::WithdrawsObjection,
        Self::Uphold,
        Self::Overrule,
        Self::Resume,
    ];
}

interlink_values::words!(Verb);

impl Verb {
    /// How a sentence calls it, in English.
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
            Self::WithdrawsObjection => "relent",
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
    /// How a sentence calls it, in English.
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
