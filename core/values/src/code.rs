//! The stable codes of refusals, reasons, suggestions and anomalies, each with a help text on what to do about it.

use std::fmt;
use std::str::FromStr;

use serde::{Serialize, Serializer};

use crate::json::{Readable, Reader};
use crate::{ValueFault, excerpt};

macro_rules! codes {
    ($($variant:ident $name:literal $help:literal;)+) => {
        /// The stable name of a refusal, a reason or an anomaly. Codes are never renamed; new ones may be added.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Code {
            $(#[doc = concat!("`", $name, "`: ", $help)] $variant,)+
        }

        impl Code {
            /// Every code, grouped by block.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// The dotted name, the block first.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $name),+ }
            }

            /// What to do about it.
            #[must_use]
            pub const fn help(self) -> &'static str {
                match self { $(Self::$variant => $help),+ }
            }
        }
    };
}

codes! {
    // Values and JSON.
    JsonTooLarge "json.too_large" "Send less in one piece.";
    JsonNotUtf8 "json.not_utf8" "Encode the text as UTF-8.";
    JsonSyntax "json.syntax" "Correct the JSON at the place that the path names.";
    JsonTooDeep "json.too_deep" "Flatten the structure.";
    JsonDuplicateKey "json.duplicate_key" "Keep only one of the two.";
    JsonNumber "json.number" "Write whole numbers within ±(2^53 − 1); write anything else as a string.";
    JsonUnknownField "json.unknown_field" "Check the spelling against the JSON Schema, or leave the field out.";
    JsonUnknownVariant "json.unknown_variant" "Choose one of the values that the message names or the JSON Schema lists.";
    JsonMissingField "json.missing_field" "Add the field that the message names.";
    JsonWrongType "json.wrong_type" "See the JSON Schema for what belongs there.";
    IdMalformed "id.malformed" "Take the id from an event or a view; ids are lower-case hexadecimal.";
    HostIdMalformed "host_id.malformed" "Give an id of 1 to 256 bytes without control characters.";
    CommandIdMalformed "command_id.malformed" "Use a UUID.";
    KeyMalformed "key.malformed" "Give a key of 1 to 128 visible ASCII characters.";
    TimeMalformed "time.malformed" "Write times in RFC 3339 format with an offset, from 1970 to 9999: 2026-03-02T09:00:00Z or 2026-03-02T10:00:00+01:00.";
    DateMalformed "date.malformed" "Write dates as 2026-03-02.";
    TimeZoneUnknown "time_zone.unknown" "Give a time zone of Europe by its name in the IANA database, like Europe/Riga, or UTC.";
    WindowEmpty "window.empty" "Set an end that is later than the beginning.";
    WindowBackdated "window.backdated" "Leave the beginning out, or set it in the future.";
    CountryMalformed "country.malformed" "Write a country as two capital letters, like LV.";
    LanguageMalformed "language.malformed" "Write a BCP 47 tag like en or sr-Latn.";
    UriMalformed "uri.malformed" "Write an absolute link, with a scheme like https in front.";
    MediaTypeMalformed "media_type.malformed" "Write a media type like application/pdf, without parameters.";
    LicenceMalformed "licence.malformed" "Write an SPDX licence expression, or LicenseRef-… for what is not on the SPDX list.";
    LanguageUnknown "language.unknown" "Use a language of ISO 639.";
    TextEmpty "text.empty" "Write something in at least one language.";
    TextControl "text.control" "Remove the control characters.";
    TextTooLong "text.too_long" "Shorten the text.";

    // Commands.
    CommandReused "command.reused" "Give every command an id of its own; repeat one only with the same content.";
    CommandStreamMissing "command.stream_missing" "Name the stream that the command is for.";
    CommandStreamGiven "command.stream_given" "Leave the stream out: the command creates its own.";
    CommandStreamUnsuited "command.stream_unsuited" "Send the command to a stream of its own kind.";
    StreamUnknown "stream.unknown" "Check the id; it comes from the event that created the process or organisation.";
    StreamExists "stream.exists" "The stream exists already; use another command id to create another one.";
    StreamReplica "stream.replica" "Give the command in the store where the stream is at home, or have the host take the stream over when it imports it.";
    EntropyWeak "entropy.weak" "Draw sixteen bytes from the operating system's generator for each command.";
    StreamConflict "stream.conflict" "Read the current state, look at what changed, and decide again.";
    StreamSeqUnknown "stream.seq_unknown" "Ask for an event number or a time that the stream has reached.";
    TimeAhead "time.ahead" "Check the clock and its time zone; times are in UTC.";
    RequestUnknown "request.unknown" "Check the request's name against the JSON Schema.";

    // Parties.
    PartyUnknown "party.unknown" "Check the id, or create the organisation or team first.";
    PartyKindMismatch "party.kind_mismatch" "Name a party of the required kind.";
    PartyHostIdTaken "party.host_id_taken" "Use an id that no other party has.";
    OrganisationDenied "organisation.denied" "Ask an administrator of the organisation.";
    OrganisationLastAdministrator "organisation.last_administrator" "Appoint another administrator first.";
    OrganisationAdministered "organisation.administered" "Ask an administrator of the organisation.";
    OrganisationNotVerified "organisation.not_verified" "Nothing needs to be done.";
    AdministratorExists "administrator.exists" "Nothing needs to be done.";
    AdministratorUnknown "administrator.unknown" "Only an administrator of the organisation can be dismissed.";
    MemberExists "member.exists" "Nothing needs to be done; end the membership first to change its dates.";
    TeamKind "team.kind" "Choose the organisation's own kind, or citizen.";
    MemberUnknown "member.unknown" "Only a member can leave.";
    TeamClosed "team.closed" "Name a team that is not closed, or create one.";
    TeamMerge "team.merge" "Name another team of the organisation, of the same kind.";
    TeamUnknown "team.unknown" "Check the id; the team must belong to this organisation.";

    // The host and its operators.
    OperatorDenied "operator.denied" "Ask an operator of the store; the host appoints the first in its own name.";
    OperatorExists "operator.exists" "Nothing needs to be done.";
    OperatorUnknown "operator.unknown" "Only an operator of the store can be dismissed.";
    OperatorLast "operator.last" "Appoint another operator first.";
    HostNotPermitted "host.not_permitted" "A person must give this command.";
    AuthorityNotVerified "authority.not_verified" "Ask an operator of the store to verify that the organisation is a public administration.";
    PartyConflictOfInterest "party.conflict_of_interest" "Ask somebody who does not belong to the organisation that benefits.";

    // Governance.
    PermissionDenied "permission.denied" "Read the reasons: they name what was missing or what prevented it.";
    PermissionUnknown "permission.unknown" "Choose one of the permissions that the message lists.";
    RoleUnknown "role.unknown" "Choose one of the roles of the process's governance model.";
    RoleKindNotAdmitted "role.kind_not_admitted" "Choose a role that the governance model opens to this stakeholder kind, or act for an organisation of a kind that may hold it.";
    RoleScopeTooNarrow "role.scope_too_narrow" "Grant a role that administers the process on the whole process.";
    RoleExceedsGranter "role.exceeds_granter" "Ask an administrator: nobody can grant permissions that they do not hold.";
    GrantUnknown "grant.unknown" "Take the id from the event that granted the role.";
    GrantEnded "grant.ended" "Nothing needs to be done.";
    RestrictionUnknown "restriction.unknown" "Take the id from the event that placed the restriction.";
    RestrictionEnded "restriction.ended" "Nothing needs to be done.";
    RestrictionEmpty "restriction.empty" "Name the permissions to take away.";
    LastAdministrator "process.last_administrator" "First grant somebody else a role that administers the process, without an end.";
    ActingForNotMember "acting_for.not_member" "Only a member or an administrator of an organisation can act for it.";
    ApprovalNotAsked "approval.not_asked" "The governance model does not require an approval for this act.";
    ApprovalNotApprover "approval.not_approver" "Only a holder of a role that the governance model names can approve.";
    ApprovalExists "approval.exists" "Nothing needs to be done.";
    ApprovalMatter "approval.matter" "Name what the approval is for: the command, and the parts of it that the message lists.";
    ApprovalAct "approval.act" "Name the command exactly as it will be given.";
    ApprovalChanged "approval.changed" "Request the approval again, for the current state.";
    ApprovalUnknown "approval.unknown" "Take the id of an open approval or request: the rules of the process list them.";
    ModelInvalid "governance_model.invalid" "Correct the governance model at the place that the path names.";
    ModelVersion "governance_model.version" "Once work has begun, adopt a higher version of the same model.";
    EffectUndeclared "effect.undeclared" "Declare the effect as the details give it.";

    // The process.
    DocumentUnknown "document.unknown" "Add the document first; it is known by the SHA-256 of its canonical JSON.";
    DocumentKind "document.kind" "Name a document of the kind that is asked for.";
    ImportInvalid "import.invalid" "Correct the import at the place that the path names.";
    ImportPeople "import.people" "State who each person named in the import is.";
    PublicationInvalid "publication.invalid" "Correct the publication at the place that the path names.";
    TemplateInvalid "template.invalid" "Correct the template at the place that the path names.";
    TemplateVersion "template.version" "Adopt a higher version of the template that the process was made from.";
    TemplateNone "template.none" "The process was built by hand and follows no template.";
    NothingToChange "edit.empty" "Name at least one thing to change.";
    ProcessClosed "process.closed" "Copy the process to continue with a new one.";
    ItemUnknown "item.unknown" "Check the id; the item must belong to this process.";
    ItemKind "item.kind" "Place phases in the process, objectives in a phase and tasks in an objective.";
    TreeInUse "tree.in_use" "Edit, move and disable the items instead, or create another process from the template.";
    ItemNotSibling "item.not_sibling" "Name another item of the same parent.";
    ItemDisabled "item.disabled" "Enable the item first.";
    ItemEnabled "item.enabled" "Nothing needs to be done.";
    ItemDisabledAbove "item.disabled_above" "Enable the item above first.";
    ItemLimit "item.limit" "Split the process: it has reached the largest number of items.";
    DatesReversed "dates.reversed" "Set an end that is on or after the start.";
    DatesDerived "dates.derived" "Set the dates of the tasks; the dates of the items above follow from them.";
    TaskStatus "task.status" "Check the status of the task: this act needs another status.";
    PrerequisiteExists "prerequisite.exists" "Nothing needs to be done.";
    PrerequisiteUnknown "prerequisite.unknown" "Name a prerequisite that the item has.";
    PrerequisiteCycle "prerequisite.cycle" "Remove one of the links of the cycle that the message names.";
    PrerequisiteReason "prerequisite.reason" "State a reason, as when a prerequisite is waived: this lets waiting work begin.";
    PrerequisiteMet "prerequisite.met" "The prerequisites are met; none needs to be waived.";

    // Mandates.
    LengthMalformed "length.malformed" "Write a length of time in years, months or days: P3Y, P6M, P30D.";
    MandateKindInvalid "mandate_kind.invalid" "Correct the kind of mandates at the place that the path names.";
    MandateKindUnknown "mandate_kind.unknown" "Add the kind of mandates to the store first.";
    MandateUnknown "mandate.unknown" "Take the id of a mandate between these parties from the list of mandates.";
    MandateNotPermitted "mandate.not_permitted" "Ask somebody whom the kind of mandate names: the party itself, or who acts for it.";
    MandateOwnCase "mandate.own_case" "Let somebody do it who does not gain from it.";
    MandateSource "mandate.source" "See the sources in the kind: a mandate is granted, or an operator registers it.";
    MandateNotRequestable "mandate.not_requestable" "Let the principal grant it.";
    MandatePrincipal "mandate.principal" "Choose a kind for this form of party.";
    MandateHolder "mandate.holder" "Choose another holder, or a kind for this form of party.";
    MandateToItself "mandate.to_itself" "Act in your own name: no mandate is needed.";
    MandatePowerUnknown "mandate.power_unknown" "Choose powers that the kind has, or that the mandate can pass on.";
    MandateNeverPassedOn "mandate.never_passed_on" "Ask the principal for a mandate of your own.";
    MandateMustBePassedOn "mandate.must_be_passed_on" "Let the holder pass it on, or choose another kind.";
    MandateWider "mandate.wider" "Stay within the mandate that is passed on.";
    MandateBackdated "mandate.backdated" "Let it begin today or later.";
    MandateEndBackdated "mandate.end_backdated" "Let it end now or later.";
    MandateEndForbidden "mandate.end_forbidden" "Leave out the last day.";
    MandateEndMissing "mandate.end_missing" "Add the last day.";
    MandateEndsBeforeItBegins "mandate.ends_before_it_begins" "Set a last day that is not before the first.";
    MandateTooLong "mandate.too_long" "Choose an earlier last day.";
    MandateOverlaps "mandate.overlaps" "Revoke the other mandate, or name it as the one that is superseded.";
    MandateEvidenceMissing "mandate.evidence_missing" "Add the evidence: its kind and its SHA-256.";
    MandateCodeMissing "mandate.code_missing" "Add the code.";
    MandateCodeUnneeded "mandate.code_unneeded" "Leave out the code.";
    MandateWrongCode "mandate.wrong_code" "Ask the principal for the code.";
    MandateStatus "mandate.status" "See the mandate for its status and since when.";
    MandateNone "mandate.none" "Ask that party for a mandate.";
    MandateNotReaching "mandate.not_reaching" "See what each mandate lacks, and ask its principal.";
    MandateNotRepresentable "mandate.not_representable" "Let the party do it itself.";
    MandateNotForOrganisation "mandate.not_for_organisation" "Act as a member of one of its teams.";
    MandateActorRestricted "mandate.actor_restricted" "Ask for the restriction to be lifted.";

    // Assets.
    AssetUnknown "asset.unknown" "Check the id; the asset must belong to that task of this process.";
    AssetVersionUnknown "asset.version_unknown" "Name a version that the asset has; versions are numbered from 1.";
    AssetDeleted "asset.deleted" "Add it again as a new asset; deleted assets stay deleted.";
    AssetNoHost "asset.no_host" "Name a piece of software of the process's catalogue that holds assets, or adopt a catalogue that has one.";
    AssetNoResource "asset.no_resource" "Name a knowledge resource of the catalogue that the process uses.";
    AssetLimit "asset.limit" "Split the process: it has reached the largest number of assets.";

    // Work and credit.
    TeamNotMember "team.not_member" "Only somebody who is in the team at that time can contribute for it.";
    AssignmentUnknown "assignment.unknown" "Check the id; the assignment must be on that task.";
    AssignmentWithdrawn "assignment.withdrawn" "Leave the assignment out, or ask for a new one.";
    AssignmentDone "assignment.done" "Nothing needs to be done; claim a contribution for what was done.";
    AssignmentNotAssignee "assignment.not_assignee" "Only the assignee can answer an assignment.";
    AssignmentExists "assignment.exists" "Nothing needs to be done.";
    ContributionUnknown "contribution.unknown" "Take the id from the event that claimed it.";
    ContributionClosed "contribution.closed" "A review is final; claim a returned contribution again.";
    ContributionNotReviewer "contribution.not_reviewer" "A reviewer can return the contribution instead.";
    ContributionOwn "contribution.own" "Let somebody else review it.";
    ComplexityRange "complexity.range" "Give a whole number from 0 to 100 for each kind.";
    AwardExists "award.exists" "Reverse the award first.";
    AwardPending "award.pending" "Review every claim on the task first.";
    AwardEmpty "award.empty" "Accept at least one contribution first.";
    AwardUnknown "award.unknown" "Take the id from the event that awarded it.";
    AwardReversed "award.reversed" "Nothing needs to be done.";
    ParticipationExists "participation.exists" "Wait for the answer.";
    ParticipationHeld "participation.held" "Nothing needs to be done.";
    ParticipationUnknown "participation.unknown" "Only an open request can be answered.";

    // People.
    PersonErased "person.erased" "Nothing needs to be done.";
    PersonNotPermitted "person.not_permitted" "Ask the person, or an administrator of the organisation that is responsible.";
    PersonReason "person.reason" "State the reason; it stays on record.";
    SubjectRequestUnknown "subject_request.unknown" "Take the id from the event that made the request.";
    SubjectRequestAnswered "subject_request.answered" "Nothing needs to be done.";
    SubjectRequestTooLate "subject_request.too_late" "Answer the request now.";
    SubjectRequestReason "subject_request.reason" "State the reason, as the person will read it.";
    SubjectRequestOther "subject_request.other" "Name a request that asks for this.";
    SubjectRequestCommand "subject_request.command" "Use the command that the message names.";
    TextUnknown "text.unknown" "Take the commitment from the data held about the person.";
    RedactionDenied "redaction.denied" "Ask an administrator of the process or the organisation, or an operator of the store.";
    RedactionTooShort "redaction.too_short" "Name the whole words to remove.";
    RedactionAbsent "redaction.absent" "Check how it is written there; each spelling is removed separately. Texts about people are erased with `person.erase`.";
    RedactionUnfit "redaction.unfit" "Edit the text first, or remove all of it instead of a part.";
    RedactionShared "redaction.shared" "Edit the text where it is used and publish it again; text that others rely on stays.";
    TextKeptUntil "text.kept_until" "Name a time in the future, within thirty years.";
    TextAttribution "text.attribution" "Keep the text without the person it concerns, or state the legal claim.";
    TextErasureAsked "text.erasure_asked" "Answer the erasure request, with the reason if it is refused, or keep the text without the person it concerns.";
    TextNotAttributed "text.not_attributed" "Ask the organisation that keeps the text.";
    TextKeptOver "text.kept_over" "Erase the person again; the text that was kept is then erased too.";
    TextNotOwner "text.not_owner" "Ask whoever wrote the text, or the organisation that holds it.";
    PersonUnrelated "person.unrelated" "Only an organisation that holds data about a person can erase that person.";
    PersonAlreadyCounted "person.already_counted" "Nothing can be done: each person counts once in a process.";

    // Notices and consent.
    TermUnknown "term.unknown" "Choose a term of the W3C Data Privacy Vocabulary 2.3; the JSON Schema names the vocabulary.";
    NoticeInvalid "notice.invalid" "Correct the notice at the place that the path names.";
    NoticeIncomplete "notice.incomplete" "Add what the details name; each entry gives the article that requires it.";
    NoticeVersion "notice.version" "Give the notice a higher version.";
    NoticeWording "notice.wording" "Leave the purpose out of the reworded ones: everyone who consented is then asked again.";
    NoticeUnknown "notice.unknown" "Name a notice that the organisation has in force.";
    NoticeNotInForce "notice.not_in_force" "Show the notice in force, which the details name, and ask again.";
    PurposeUnknown "purpose.unknown" "Name a purpose that the organisation has published.";
    PurposeCycle "purpose.cycle" "Put the purpose within another purpose, or within none.";
    PurposeBasis "purpose.basis" "Give a purpose with another legal basis a name of its own.";
    PurposeMoved "purpose.moved" "Leave the purpose where it was published, or give it another name.";
    PurposeInterest "purpose.interest" "Name the public task and its law instead (GDPR Art. 6(1), last paragraph).";
    PurposeOptional "purpose.optional" "Require a purpose that cannot do without some data, or none.";
    RequirementTarget "requirement.target" "Name an item, or an asset with the people in it, or neither.";
    RequirementExists "requirement.exists" "Nothing needs to be done.";
    RequirementUnknown "requirement.unknown" "Take the id from the event that required the purpose.";
    RequirementLimit "requirement.limit" "Require purposes for the process rather than for each task.";
    LegalBasisCommand "legal_basis.command" "Use the command that fits the legal basis; the details name it.";
    ConsentTransition "consent.transition" "Check the state of the consent; the details name what is possible.";
    ConsentLanguage "consent.language" "Show the notice in one of its languages.";
    ConsentNotExplicit "consent.not_explicit" "Ask for consent in words or by a signature, and say that it is explicit.";
    ConsentValidity "consent.validity" "Limit the consent to a time, to a number of uses, or until an event.";
    ConsentNotDataSubject "consent.not_data_subject" "Ask the person, their representative, or an official with evidence.";
    ConsentByController "consent.by_controller" "Ask the person, or somebody who does not belong to the controller.";
    ConsentNotController "consent.not_controller" "Ask an administrator or member of the organisation that is the controller.";
    ConsentEvidence "consent.evidence" "Give the SHA-256 of the paper or of the minutes.";
    ConsentChild "consent.child" "Ask a holder of parental responsibility, once one is on record.";
    ConsentHandedOver "consent.handed_over" "Ask the person.";
    ConsentOtherEvent "consent.other_event" "Name the event that the consent names.";
    ConsentNotAllowed "consent.not_allowed" "Check whether the person's data may be used, and why not, before using them.";
    ConsentNoneThen "consent.none_then" "Look at the history of this consent, and name a time at which a consent was valid.";
    ConsentEventUnknown "consent.event_unknown" "Name one of the purpose’s `until_events`, or publish a version of the notice that names it.";
    ObjectionAbsolute "objection.absolute" "Accept the objection: decide it without grounds, and end the marketing.";
    ConsentNotCounted "consent.not_counted" "Nothing needs to be recorded.";
    ConsentReceivedLater "consent.received_later" "Give the time at which you received it, in UTC.";
    ConsentOvertaken "consent.overtaken" "Show the person what was decided in the meantime, and ask again.";
    ConsentBrought "consent.brought" "State when the consent was given and how long it is valid, or ask the person again.";
    ConsentFromLater "consent.from_later" "Give a time in the past.";
    RecipientUnknown "recipient.unknown" "Name a recipient of the notice that was read.";
    RecipientNothing "recipient.nothing" "Nothing needs to be done.";
    RecipientNotified "recipient.notified" "Nothing needs to be done.";
    RepresentativeEnded "representative.ended" "Have an authority or the person appoint the representative again, or ask another appointed representative.";
    RepresentativeLater "representative.later" "Wait until the appointment begins, or ask another appointed representative.";
    RepresentativeScope "representative.scope" "Ask a representative who is appointed for this purpose, or have this one appointed for it.";
    RepresentativeMatters "representative.matters" "Name what the appointment is for, or state that it is for everything.";
    ConsentJointController "consent.joint_controller" "Publish a version of the notice that states for each controller which organisation it is, or that it is outside.";
    ConsentDeclined "consent.declined" "Ask this person.";
    ConsentDiffer "consent.differ" "Whoever refused can consent, or a public administration can record what an authority or a court decided (disagreement.settle).";
    DisagreementNone "disagreement.none" "Nothing needs to be settled.";
    RepresentativeUnknown "representative.unknown" "Name a current representative of the person.";
    RepresentativeOwn "representative.own" "Name somebody else.";
    DateOfBirthEvidence "date_of_birth.evidence" "Ask a public administration that is not the controller to record the date of birth, with evidence.";
    DateOfBirthLater "date_of_birth.later" "Give a date that is not in the future.";

    // Ratings.
    RatingRange "rating.range" "Give a whole number from 0 to 5.";
    RatingNotShown "rating.not_shown" "Name the catalogue that has the interlinker, or a publication of the process.";
    RatingExists "rating.exists" "Nothing needs to be done.";
    RatingUnknown "rating.unknown" "Only an existing rating can be withdrawn.";

    // Messages.
    MessageCatalogueInvalid "message_catalogue.invalid" "Correct the message catalogue at the place that the path names.";

    // Reasons in an explanation.
    ReasonAdministrator "reason.administrator" "Administrators of a process may do everything in it.";
    ReasonGranted "reason.granted" "A grant allows it.";
    ReasonRestricted "reason.restricted" "A restriction denies it; whoever placed the restriction or an administrator can lift it.";
    ReasonStranger "reason.stranger" "An administrator can grant a role.";
    ReasonNoGrant "reason.no_grant" "An administrator can grant a role that has the permission.";
    ReasonGrantEnded "reason.grant_ended" "An administrator can grant the role again.";
    ReasonGrantNotYet "reason.grant_not_yet" "Wait until the grant begins.";
    ReasonGrantElsewhere "reason.grant_elsewhere" "The grant applies elsewhere; an administrator can grant a role here.";
    ReasonNotInTeam "reason.not_in_team" "A team holds the permission, but this person is not in it at that time.";
    ReasonProcessClosed "reason.process_closed" "A closed process can be read but not changed; copy it to continue with a new one.";
    ReasonItemDisabled "reason.item_disabled" "Disabled items can be read but not worked on; enable the item first.";
    ReasonWaitsFor "reason.waits_for" "Finish what it waits for, or waive the prerequisite with a reason.";
    ReasonApprovalMissing "reason.approval_missing" "Ask a holder of the named role for an approval.";
    ReasonConsent "reason.consent" "A valid consent exists.";
    ReasonBasis "reason.basis" "A lawful basis other than consent applies.";
    ReasonPurposeUnknown "reason.purpose_unknown" "The organisation can publish a notice with the purpose.";
    ReasonNotInForce "reason.not_in_force" "The organisation can publish the notice again.";
    ReasonNoConsent "reason.no_consent" "Ask the person for consent.";
    ReasonConsentEnded "reason.consent_ended" "Ask the person to consent again.";
    ReasonNotSetAside "reason.not_set_aside" "Set a use aside for this requirement (consent.use names it), then do it.";
    ReasonDespiteProcessingRestriction "reason.despite_processing_restriction" "Nothing needs to be done: the notice says why this continues while processing is restricted.";
    ReasonNotExplicit "reason.not_explicit" "Ask the person to consent explicitly, under the notice in force.";
    ReasonRenewalDue "reason.renewal_due" "Ask the person to consent again, under the notice in force.";
    ReasonChild "reason.child" "Ask a holder of parental responsibility.";
    ReasonObjected "reason.objected" "Stop, and decide the objection.";
    ReasonProcessingRestricted "reason.processing_restricted" "Wait until the controller lifts the restriction.";
    ReasonErased "reason.erased" "Nothing can be done; the person was erased.";
    ReasonUnreadable "reason.unreadable" "Run verify.";
    ReasonMandateMissing "reason.mandate_missing" "Ask that party for a mandate.";
    ReasonMandateNotReaching "reason.mandate_not_reaching" "Ask that party for a mandate that reaches so far.";
    ReasonNotRepresentable "reason.not_representable" "Let the party do it itself.";
    ReasonActorRestricted "reason.actor_restricted" "Ask for the restriction to be lifted.";
    ReasonNoBasis "reason.no_basis" "Ask the data subject for consent; the facts name the purpose.";

    // What next.
    NextStart "next.start" "Start the task.";
    NextComplete "next.complete" "Complete the task when its work is done.";
    NextClaim "next.claim" "Claim what you did as a contribution.";
    NextApprove "next.approve" "Approve it, or tell the requester why not.";
    NextApproved "next.approved" "Do what you requested approvals for.";
    NextReview "next.review" "Accept the contribution, or return it with a reason.";
    NextParticipation "next.participation" "Give the person a role, or decline with a reason.";
    NextAward "next.award" "Award the points.";
    NextMustStop "next.must_stop" "Withdraw the assignment or return the claim, or ask for the consent that is missing.";
    NextNoItems "next.no_items" "Add a phase, or create the process from a template.";
    NextNoRole "next.no_role" "Grant roles to those who take part.";
    NextNoTeam "next.no_team" "Grant a role to a team.";
    NextNoDates "next.no_dates" "Set the dates by which the tasks are to be done.";
    NextNoCatalogue "next.no_catalogue" "Adopt a catalogue, so that tasks have interlinkers to choose from.";
    NextRight "next.right" "Answer the request in time (GDPR Art. 12(3)).";
    NextNotify "next.notify" "Notify the recipient (GDPR Art. 19).";
    NextRenew "next.renew" "Ask for the consent again, under the notice in force.";
    NextStorage "next.storage" "Delete the data, or name the law that requires keeping them (GDPR Art. 5(1)(e)).";
    NextAsked "next.asked" "An assignment asks you by name.";
    NextTeamAsked "next.team_asked" "An assignment asks a team that you are in.";
    NextLate "next.late" "The planned end date has passed.";
    NextChain "next.chain" "A chain of other work waits for it.";
    NextFrees "next.frees" "Work that waits only for this can then continue.";
    NextWaits "next.waits" "The people named can finish what it waits for.";
    NextWaitsHidden "next.waits_hidden" "Ask an administrator what it waits for.";
    NextApprovalMissing "next.approval_missing" "Ask a holder of the named role for an approval.";
    NextConsentMissing "next.consent_missing" "Consent is voluntary: nobody may be pressed for it.";
    NextNotPermitted "next.not_permitted" "The people named can start it.";

    // The record.
    RecordTampered "record.tampered" "The event's bytes do not match its id. Compare with a copy from elsewhere.";
    RecordGap "record.gap" "An event is missing. Compare with a copy from elsewhere.";
    RecordOrder "record.order" "Events are in the wrong order. Compare with a copy from elsewhere.";
    RecordChain "record.chain" "The event does not follow the one before it. Compare with a copy from elsewhere.";
    RecordTruncated "record.truncated" "The stream ends before its recorded head. Compare with a copy from elsewhere.";
    RecordMalformed "record.malformed" "The event cannot be read. Compare with a copy from elsewhere.";
    RecordHead "record.head" "The stream does not contain the event that you hold. Compare with a copy from elsewhere.";
    RecordDocument "record.document" "A document that the record relies on is missing or was changed.";
    RecordReliance "record.reliance" "Another stream was shortened or removed. Compare with a copy from elsewhere.";
    RecordCommand "record.command" "The store's record of its commands was changed. Compare with a copy from elsewhere.";
    RecordUnlisted "record.unlisted" "A stream was removed but its events were not. Compare with a copy from elsewhere.";
    RecordRedacted "record.redacted" "Restore the store from a backup; words were removed or put back without a command.";
    RecordWithheld "record.withheld" "Restore the store from a backup; an event that this store wrote was removed.";
    RecordVault "record.vault" "An entry of the vault does not match its commitment.";
    RecordRow "record.row" "Restore the store from a backup; the rows stored beside the events do not match them.";
    RecordBlockUnknown "record.block_unknown" "Nothing was changed. Use a build of the library that has all blocks for this store.";
    RecordSnapshot "record.snapshot" "A snapshot differs from the replayed record; it can be deleted.";

    // Bundles.
    BundleMalformed "bundle.malformed" "Export it again; the line that the message names is not valid in a bundle.";
    BundleChanged "bundle.changed" "Get it again from where it was exported; the line that the message names was changed on the way.";
    BundleTruncated "bundle.truncated" "Get it again from where it was exported; its end is missing.";
    BundleVersion "bundle.version" "Import it with the version of the library that wrote it, or a newer one.";
    BundleDiverged "bundle.diverged" "The process was continued in two places; keep one of the two.";
    BundleHome "bundle.home" "Ask where the bundle comes from; if the streams are at home there, say so in the terms of the import.";
    BundleTerms "bundle.terms" "Name streams that the bundle has.";
    BundleLink "bundle.link" "Import it without the vault, or rename the host id.";

    // The store.
    StoreUrl "store.url" "Use memory: or sqlite:PATH.";
    StoreNotADatabase "store.not_a_database" "Check the path; the file is not an SQLite database.";
    StoreForeign "store.foreign" "Check the path; the database belongs to another program.";
    StoreTooNew "store.too_new" "Open it with the version of the library that wrote it, or a newer one.";
    StoreReadOnly "store.read_only" "Open the store where it can be written.";
    StoreNoBackup "store.no_backup" "Back up the medium that the store is on with its own tools, or keep the record in a file.";
    StoreNotSimulated "store.not_simulated" "Simulate in memory, or in a file of its own.";
    StoreBusy "store.busy" "Try again; another program is using the store.";
    StoreFailed "store.failed" "Read the message of the store.";
    StoreAltered "store.altered" "Remove what was added to the database; the library writes only to its own schema.";
    StoreInconsistent "store.inconsistent" "Run verify; the record breaks its own rules.";

    StoreNonconformant "store.nonconformant" "Correct the store where the message says; see the conformance suite.";

    // Calls from other languages.
    CallNull "call.null" "Give a pointer; the description of the function says where NULL is allowed.";
    CallLength "call.length" "Give the length in bytes; no text is longer than half of the memory.";
    CallNotUtf8 "call.not_utf8" "Encode the text as UTF-8.";
    CallStruct "call.struct" "Fill in the struct as the header says: its size first, and every function that is not optional.";
    CallClosed "call.closed" "Open an engine again; this one was closed.";
    CallNotReady "call.not_ready" "Load the module first, or see why it could not be loaded.";
    CallPanic "call.panic" "The library failed internally and changed nothing; please report it together with the call.";

    // Reading others' formats.
    FolderUnreadable "folder.unreadable" "Check the path and its permissions.";
    FolderUnwritable "folder.unwritable" "Check the path and its permissions; names must stay within the folder.";
    FolderTooLarge "folder.too_large" "Read a folder with fewer or smaller files.";
    BytesMalformed "bytes.malformed" "Write the bytes in Base64 (RFC 4648), with padding, in one line.";
    ArchiveDamaged "archive.damaged" "Get the archive again; its bytes are not a sound zip file.";
    ArchiveTooLarge "archive.too_large" "Leave large files out of the archive.";
    ArchiveName "archive.name" "Give every file a name that stays within the folder it is written to.";
    ArchiveKind "archive.kind" "Pack it again with plain files only: no links, no encryption.";
    ArchiveDuplicate "archive.duplicate" "Pack it again with every file once.";
    ExportProcess "export.process" "Take the archive as the platform's export made it: processes_exported/NAME with coproduction.json and schema.json.";
    ExportMalformed "export.malformed" "Correct the file at the place that the path names.";
    ExportUnknown "export.unknown" "State who each administrator is in your system.";
    GovstackHash "govstack.hash" "Get the record again; its revision was changed on the way.";
    ReceiptIncomplete "receipt.incomplete" "Add what the details name to the next version of the notice, or ask for another form.";
    CatalogueInvalid "catalogue.invalid" "Correct the catalogue at the place that the path names.";
    CatalogueAnomalous "catalogue.anomalous" "Correct what the report lists, or read without strict mode.";
    CatalogueEmpty "catalogue.empty" "Name the folder that holds schemas/NAME/metadata.json.";
    AnomalyMalformed "anomaly.malformed" "Correct the file; it was left out.";
    AnomalyIdMalformed "anomaly.id_malformed" "Correct the id.";
    AnomalyMetadataMissing "anomaly.metadata_missing" "Add metadata.json; the schema was left out.";
    AnomalyUnknownFile "anomaly.unknown_file" "Nothing was read from this file.";
    AnomalyUnknownField "anomaly.unknown_field" "The field is not part of the format and was left out.";
    AnomalyListForObject "anomaly.list_for_object" "The list was read as intended; the official JSON Schema requires an object.";
    AnomalyTranslationMissing "anomaly.translation_missing" "Add the translation; another language is shown instead.";
    AnomalyTextEmpty "anomaly.text_empty" "Write the text or leave the field out; it was read as absent.";
    AnomalyTextNone "anomaly.text_none" "“None” was read as no text.";
    AnomalyLanguageUnknown "anomaly.language_unknown" "Correct the tag; the text was left out.";
    AnomalyEnumFused "anomaly.enum_fused" "The value was split at the semicolon.";
    AnomalyEnumUnknown "anomaly.enum_unknown" "Correct the value; it was read as absent.";
    AnomalyDanglingReference "anomaly.dangling_reference" "Correct the reference; it was left out.";
    AnomalyDuplicateId "anomaly.duplicate_id" "Rename one; the later one was given a new id.";
    AnomalyDuplicateReference "anomaly.duplicate_reference" "Keep one; the others were left out.";
    AnomalyPersonal "anomaly.personal" "Remove the address from the text before the process is imported.";
    AnomalyNotExported "anomaly.not_exported" "The other system has no place for it; hand it over in another way.";
    AnomalyCycle "anomaly.cycle" "Remove one of the links; the last one read was left out.";
    AnomalyPrerequisiteForm "anomaly.prerequisite_form" "Correct the prerequisite; it was left out.";
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// An unknown code, such as one of a later version, is refused.
impl FromStr for Code {
    type Err = ValueFault;

    fn from_str(text: &str) -> Result<Self, ValueFault> {
        let known = Self::ALL.iter().find(|code| code.as_str() == text);
        known.copied().ok_or_else(|| {
            let message = format!("“{}” is not a code that this version knows.", excerpt(text));
            ValueFault::new(Self::JsonUnknownVariant, message)
        })
    }
}

impl Readable for Code {
    fn read(reader: &mut Reader<'_>) -> Self {
        reader.parsed(|| Self::JsonSyntax)
    }
}

crate::deserialized!(Code);

impl Serialize for Code {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

#[cfg(feature = "json-schema")]
impl schemars::JsonSchema for Code {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Code".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let names: Vec<&str> = Self::ALL.iter().map(|code| code.as_str()).collect();
        schemars::json_schema!({ "type": "string", "description": "The stable name of a refusal, a reason or an anomaly.", "examples": names })
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn names_are_dotted_and_unique() {
        let names: BTreeSet<&str> = Code::ALL.iter().map(|code| code.as_str()).collect();
        assert_eq!(names.len(), Code::ALL.len());
        for name in names {
            let (block, rest) = name.split_once('.').unwrap();
            let plain = |part: &str| {
                !part.is_empty()
                    && part.bytes().all(|b| b.is_ascii_lowercase() || b"_0123456789".contains(&b))
            };
            assert!(plain(block) && plain(rest), "{name}");
        }
    }
}
