//! Small values that every block shares: identifiers, times, languages, and the JSON parser.
//!
//! Each type holds only valid values: its parser refuses everything else, so no later rule has to check again.

pub use interlink_values::{
    ApprovalId, AssetId, AssignmentId, AwardId, Base64, Carried, CommandId, Commitment, ContributionId,
    Country, Date, DocumentId, Entries, Entropy, EventId, FileDigest, Fingerprint, GrantId, HostId,
    InputFault, ItemId, Json, Key, Language, Licence, LicenceClass, Localized, MandateId, Map, OrganisationId,
    ParticipationId, ParticipationMarker, PersonId, ProcessId, RatingId, ReadText, Reading, Remark,
    RequirementId, RestrictionId, Salt, Seen, Set, SubjectRequestId, TeamId, TimeZone, Timestamp, Uri,
    ValueFault, Window,
};
pub(crate) use interlink_values::{
    Written, as_string, derive, distance, excerpt, leaves_no_mark, nearest, sentence, shown, shown_whole,
    shows_nothing, string_schema,
};

/// JSON from outside, read by one strict parser and written in one form (RFC 8785).
pub mod json {
    pub(crate) use interlink_values::deserialized;
    pub(crate) use interlink_values::json::{
        Fields, MapKey, Node, ParseFault, Raw, Readable, Reader, escape, own, read, relayed, text, utf8,
    };
    pub use interlink_values::json::{
        InputFault, Json, MOST_BYTES, MOST_DEPTH, MOST_DOCUMENT_BYTES, MOST_INTEGER, MOST_VALUES, canonical,
    };
}
