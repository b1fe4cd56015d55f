"""What crosses the border, as JSON says it.

Generated from the JSON Schemas that the library publishes (`cargo xtask generate`).
"""

from __future__ import annotations

import sys
from datetime import date, datetime
from typing import TYPE_CHECKING, Literal, NotRequired, TypeAlias, Union

# What checks data at run time (pydantic, FastAPI) needs the later form of both.
if sys.version_info >= (3, 12):
    from typing import TypeAliasType, TypedDict
else:
    from typing_extensions import TypeAliasType, TypedDict

__all__ = [
    "Json",
    "AcceptContribution",
    "AcceptParticipation",
    "ActName",
    "Activity",
    "AddArchiveRequest",
    "AddAsset",
    "AddCatalogueRequest",
    "AddItem",
    "AddMember",
    "AddPrerequisite",
    "AddTeamMember",
    "AddedView",
    "AdministratorAppointed",
    "AdministratorDismissed",
    "AdoptCatalogue",
    "AdoptGovernance",
    "AdoptTemplate",
    "AgeRow",
    "Anomaly",
    "AnswerSubjectRequest",
    "AppointAdministrator",
    "AppointOperator",
    "AppointRepresentative",
    "AppointedBy",
    "ApprovalAsked",
    "ApprovalGiven",
    "ApprovalId",
    "ApprovalRequestView",
    "ApprovalRule",
    "ApprovalUsed",
    "ApprovalView",
    "ApprovalWithdrawn",
    "ApprovalsView",
    "ArchiveFile",
    "ArchivePerson",
    "ArchiveView",
    "ArchiveWrittenView",
    "ArrayOfInterlinkProblemProfile",
    "AsOfSeq",
    "AsOfTime",
    "AsOf",
    "AskApproval",
    "AskParticipation",
    "AssetAdded",
    "AssetDeleted",
    "AssetEdited",
    "AssetId",
    "AssetOpened",
    "AssetRevised",
    "AssetView",
    "AssetsRequest",
    "AssetsView",
    "AssignmentCompleted",
    "AssignmentId",
    "AssignmentMade",
    "AssignmentView",
    "AssignmentWithdrawn",
    "AttributeText",
    "Attributed",
    "AttributionRequest",
    "AttributionView",
    "AuditEntry",
    "AuditEntryPage",
    "AuditTrailRequest",
    "AuthMethod",
    "Automation",
    "AwardId",
    "AwardPoints",
    "AwardView",
    "Base64",
    "Body",
    "Brought",
    "BundleImported",
    "Capability",
    "Carried",
    "CatalogueAdopted",
    "CatalogueDocument",
    "CatalogueFilesView",
    "CatalogueMark",
    "CatalogueView",
    "Cause",
    "ChangeEvent",
    "ChangesRequest",
    "ChangesView",
    "CheckRequest",
    "ChoiceView",
    "ClaimContribution",
    "CloneProcess",
    "CloseProcess",
    "CloseTeam",
    "CloudEvent",
    "CloudEventsRequest",
    "CloudEventsView",
    "Code",
    "CollectionDataSubjectData",
    "CollectionDataSubject",
    "CollectionElsewhereData",
    "CollectionElsewhere",
    "Collection",
    "CommandEnvelope",
    "AppointOperatorCommand",
    "DismissOperatorCommand",
    "RegisterOrganisationCommand",
    "EditOrganisationCommand",
    "VerifyOrganisationCommand",
    "UnverifyOrganisationCommand",
    "AppointAdministratorCommand",
    "DismissAdministratorCommand",
    "AddMemberCommand",
    "RemoveMemberCommand",
    "CreateTeamCommand",
    "AddTeamMemberCommand",
    "EditTeamCommand",
    "CloseTeamCommand",
    "MergeTeamCommand",
    "RemoveTeamMemberCommand",
    "GrantRoleCommand",
    "RevokeRoleCommand",
    "PlaceRestrictionCommand",
    "LiftRestrictionCommand",
    "AskApprovalCommand",
    "GiveApprovalCommand",
    "WithdrawApprovalCommand",
    "AdoptGovernanceCommand",
    "CreateProcessCommand",
    "EditProcessCommand",
    "CloneProcessCommand",
    "ImportProcessCommand",
    "PublishProcessCommand",
    "CloseProcessCommand",
    "AddItemCommand",
    "EditItemCommand",
    "MoveItemCommand",
    "DisableItemCommand",
    "EnableItemCommand",
    "ScheduleItemCommand",
    "AddPrerequisiteCommand",
    "RemovePrerequisiteCommand",
    "ReplaceTreeCommand",
    "StartTaskCommand",
    "CompleteTaskCommand",
    "ReopenTaskCommand",
    "WaivePrerequisiteCommand",
    "AdoptCatalogueCommand",
    "AdoptTemplateCommand",
    "AddAssetCommand",
    "EditAssetCommand",
    "ReviseAssetCommand",
    "OpenAssetCommand",
    "DeleteAssetCommand",
    "MakeAssignmentCommand",
    "WithdrawAssignmentCommand",
    "CompleteAssignmentCommand",
    "ClaimContributionCommand",
    "RecordContributionCommand",
    "ConfirmContributionCommand",
    "WithdrawContributionCommand",
    "AcceptContributionCommand",
    "ReturnContributionCommand",
    "EstimateTaskCommand",
    "AwardPointsCommand",
    "ReversePointsCommand",
    "AskParticipationCommand",
    "AcceptParticipationCommand",
    "DeclineParticipationCommand",
    "GiveRatingCommand",
    "WithdrawRatingCommand",
    "ErasePersonCommand",
    "MakeSubjectRequestCommand",
    "ExtendSubjectRequestCommand",
    "AnswerSubjectRequestCommand",
    "LiftProcessingRestrictionCommand",
    "RectifyTextCommand",
    "KeepTextCommand",
    "AttributeTextCommand",
    "PublishNoticeCommand",
    "WithdrawNoticeCommand",
    "RequestConsentCommand",
    "DeferConsentCommand",
    "GiveConsentCommand",
    "RenewConsentCommand",
    "RefuseConsentCommand",
    "WithdrawConsentCommand",
    "RevokeConsentCommand",
    "ExpireConsentCommand",
    "UseConsentCommand",
    "InvalidateConsentCommand",
    "RaiseObjectionCommand",
    "WithdrawObjectionCommand",
    "DecideObjectionCommand",
    "NotifyRecipientCommand",
    "RecordDateOfBirthCommand",
    "AppointRepresentativeCommand",
    "DismissRepresentativeCommand",
    "SettleDisagreementCommand",
    "RequirePurposeCommand",
    "ReleasePurposeCommand",
    "RedactTextCommand",
    "Command",
    "CommandId",
    "CommandOutcome",
    "CommandRefused",
    "CommandTaken",
    "Commitment",
    "CompleteAssignment",
    "CompleteTask",
    "Complexity",
    "Concern",
    "ConfirmContribution",
    "ConsentDeferred",
    "ConsentExpired",
    "ConsentGiven",
    "ConsentInvalidated",
    "ConsentLackView",
    "ConsentReasonConsentData",
    "ConsentReasonConsent",
    "ConsentReasonBasis",
    "ConsentReasonPurposeUnknown",
    "ConsentReasonNotInForce",
    "ConsentReasonNoConsent",
    "ConsentReasonEndedData",
    "ConsentReasonEnded",
    "ConsentReasonNotSetAside",
    "ConsentReasonDespiteRestriction",
    "ConsentReasonRenewalDue",
    "ConsentReasonNotExplicit",
    "ConsentReasonChildData",
    "ConsentReasonChild",
    "ConsentReasonObjected",
    "ConsentReasonRestricted",
    "ConsentReasonErased",
    "ConsentReasonUnreadable",
    "ConsentReason",
    "ConsentRefused",
    "ConsentRenewed",
    "ConsentRequest",
    "ConsentRequested",
    "ConsentRevoked",
    "ConsentUsed",
    "ConsentView",
    "ConsentWithdrawn",
    "ConsentWithheld",
    "ConsentsRequest",
    "ConsentsView",
    "ContentFileData",
    "ContentFile",
    "ContentHeldData",
    "ContentHeld",
    "ContentLinkData",
    "ContentLink",
    "Content",
    "ContributionAccepted",
    "ContributionClaimed",
    "ContributionConfirmed",
    "ContributionId",
    "ContributionKind",
    "ContributionRecorded",
    "ContributionReturned",
    "ContributionStage",
    "ContributionView",
    "ContributionWithdrawn",
    "Country",
    "CreateProcess",
    "CreateTeam",
    "DataItem",
    "DataTerm",
    "Date",
    "DateOfBirthRecorded",
    "DecideObjection",
    "DeclineParticipation",
    "Deed",
    "DeedName",
    "DeferConsent",
    "DeleteAsset",
    "DeletionView",
    "Derivation",
    "Difficulty",
    "DisableItem",
    "DisagreementSettled",
    "DismissAdministrator",
    "DismissOperator",
    "DismissRepresentative",
    "Document",
    "DocumentId",
    "DocumentInput",
    "DocumentRequest",
    "DocumentView",
    "EditAsset",
    "EditItem",
    "EditOrganisation",
    "EditProcess",
    "EditTeam",
    "Effect",
    "EnableItem",
    "Enforcement",
    "EnrolledAs",
    "Enrolled",
    "Entropy",
    "EntryView",
    "ErasePerson",
    "EstimateTask",
    "EventEnvelope",
    "OperatorAppointedEvent",
    "OperatorDismissedEvent",
    "OrganisationRegisteredEvent",
    "OrganisationEditedEvent",
    "OrganisationVerifiedEvent",
    "OrganisationUnverifiedEvent",
    "AdministratorAppointedEvent",
    "AdministratorDismissedEvent",
    "MemberAddedEvent",
    "MemberRemovedEvent",
    "TeamCreatedEvent",
    "TeamEditedEvent",
    "TeamClosedEvent",
    "TeamMergedEvent",
    "TeamMemberAddedEvent",
    "TeamMemberRemovedEvent",
    "RoleGrantedEvent",
    "RoleRevokedEvent",
    "RestrictionPlacedEvent",
    "RestrictionLiftedEvent",
    "ApprovalAskedEvent",
    "ApprovalGivenEvent",
    "ApprovalUsedEvent",
    "ApprovalWithdrawnEvent",
    "GovernanceAdoptedEvent",
    "ProcessCreatedEvent",
    "ProcessEditedEvent",
    "ProcessPublishedEvent",
    "ProcessClosedEvent",
    "ProcessImportedEvent",
    "ItemAddedEvent",
    "ItemEditedEvent",
    "ItemMovedEvent",
    "TreeReplacedEvent",
    "ItemDisabledEvent",
    "ItemEnabledEvent",
    "ItemScheduledEvent",
    "PrerequisiteAddedEvent",
    "PrerequisiteRemovedEvent",
    "TaskStartedEvent",
    "TaskCompletedEvent",
    "TaskReopenedEvent",
    "PrerequisiteWaivedEvent",
    "CatalogueAdoptedEvent",
    "TemplateAdoptedEvent",
    "AssetAddedEvent",
    "AssetEditedEvent",
    "AssetRevisedEvent",
    "AssetOpenedEvent",
    "AssetDeletedEvent",
    "AssignmentMadeEvent",
    "AssignmentWithdrawnEvent",
    "AssignmentCompletedEvent",
    "ContributionClaimedEvent",
    "ContributionRecordedEvent",
    "ContributionConfirmedEvent",
    "ContributionWithdrawnEvent",
    "ContributionAcceptedEvent",
    "ContributionReturnedEvent",
    "TaskEstimatedEvent",
    "PointsAwardedEvent",
    "PointsReversedEvent",
    "ParticipationAskedEvent",
    "ParticipationAcceptedEvent",
    "ParticipationDeclinedEvent",
    "RatingGivenEvent",
    "RatingWithdrawnEvent",
    "PersonErasedEvent",
    "SubjectRequestMadeEvent",
    "SubjectRequestExtendedEvent",
    "SubjectRequestAnsweredEvent",
    "ProcessingRestrictionLiftedEvent",
    "TextRectifiedEvent",
    "PersonWithheldEvent",
    "TextKeptEvent",
    "TextAttributedEvent",
    "NoticePublishedEvent",
    "NoticeWithdrawnEvent",
    "ConsentRequestedEvent",
    "ConsentDeferredEvent",
    "ConsentGivenEvent",
    "ConsentRenewedEvent",
    "ConsentRefusedEvent",
    "ConsentWithdrawnEvent",
    "ConsentRevokedEvent",
    "ConsentExpiredEvent",
    "ConsentUsedEvent",
    "ConsentInvalidatedEvent",
    "ObjectionRaisedEvent",
    "ObjectionWithdrawnEvent",
    "ObjectionDecidedEvent",
    "ObjectionResumedEvent",
    "RecipientNotifiedEvent",
    "ConsentWithheldEvent",
    "DateOfBirthRecordedEvent",
    "RepresentativeAppointedEvent",
    "RepresentativeDismissedEvent",
    "DisagreementSettledEvent",
    "PurposeRequiredEvent",
    "PurposeUsedEvent",
    "PurposeReleasedEvent",
    "TextRedactedEvent",
    "BundleImportedEvent",
    "Event",
    "EventId",
    "Exception",
    "ExecutedView",
    "ExpectedHead",
    "ExpireConsent",
    "Explained",
    "Explanation",
    "ExpressedOfficial",
    "Expressed",
    "ExtendSubjectRequest",
    "ExtentOnly",
    "Extent",
    "ExtentRefOnly",
    "ExtentRef",
    "FactsView",
    "Figure",
    "FileDigest",
    "FitReasonView",
    "FitView",
    "Form",
    "Format",
    "Found",
    "FoundView",
    "Gap",
    "GiveApproval",
    "GiveConsent",
    "GiveRating",
    "GovernanceAdopted",
    "GrantId",
    "GrantRole",
    "GrantView",
    "GrantWord",
    "Group",
    "GuideRequest",
    "GuideView",
    "Held",
    "HolderPerson",
    "HolderTeamData",
    "HolderTeam",
    "Holder",
    "HolderRefPerson",
    "HolderRefTeam",
    "HolderRef",
    "Home",
    "HostId",
    "ImportAsset",
    "ImportBundleRequest",
    "ImportDocument",
    "ImportDocumentInput",
    "ImportFile",
    "ImportMark",
    "ImportPerson",
    "ImportPlace",
    "ImportProcess",
    "ImportStatus",
    "Imported",
    "ImportedPerson",
    "Indication",
    "Integration",
    "InterlinkLicence",
    "InterlinkMetadata",
    "InterlinkNoPrerequisite",
    "InterlinkObjective",
    "InterlinkPhase",
    "InterlinkPrerequisiteWithStatus",
    "InterlinkPrerequisiteWithType",
    "InterlinkPrerequisite",
    "InterlinkPrerequisiteStatus",
    "InterlinkPrerequisites",
    "InterlinkPreviousType",
    "InterlinkProblemProfile",
    "InterlinkTask",
    "Interlinker",
    "InterlinkerBodyKnowledgeData",
    "InterlinkerBodyKnowledge",
    "InterlinkerBodyExternalKnowledgeData",
    "InterlinkerBodyExternalKnowledge",
    "InterlinkerBodySoftwareData",
    "InterlinkerBodySoftware",
    "InterlinkerBodyExternalSoftwareData",
    "InterlinkerBodyExternalSoftware",
    "InterlinkerBody",
    "InterlinkerKind",
    "InterlinkerUse",
    "InvalidateConsent",
    "ItemAdded",
    "ItemDisabled",
    "ItemEdited",
    "ItemEnabled",
    "ItemId",
    "ItemKind",
    "ItemMoved",
    "ItemPermissions",
    "ItemScheduled",
    "ItemView",
    "KeepText",
    "Kept",
    "KeptView",
    "Key",
    "Language",
    "LanguageView",
    "LawfulBasis",
    "Leaderboard",
    "LeaderboardRequest",
    "LeftOut",
    "Level",
    "Licence",
    "LicenceClass",
    "LiftProcessingRestriction",
    "LiftRestriction",
    "LimitDays",
    "LimitUntilEventData",
    "LimitUntilEvent",
    "Limit",
    "Localized",
    "MakeAssignment",
    "MakeSubjectRequest",
    "Material",
    "Matter",
    "MatterRef",
    "MatterView",
    "MediaType",
    "MemberAdded",
    "MemberRemoved",
    "MembershipView",
    "MergeTeam",
    "MessageCatalogueDocument",
    "MineBy",
    "MineView",
    "ModelDocument",
    "ModelMark",
    "ModelView",
    "ModelsRequest",
    "ModelsView",
    "MonthUse",
    "MoveItem",
    "MustStopView",
    "MyApprovalView",
    "MyAssignmentView",
    "MyProcessView",
    "MyRequest",
    "MyTeamView",
    "MyView",
    "Named",
    "Necessity",
    "Needs",
    "NextAct",
    "NextRequest",
    "NextView",
    "NextWaitView",
    "NoticeDocument",
    "NoticeDocumentInput",
    "NoticeGapsRequest",
    "NoticeGapsView",
    "NoticeMark",
    "NoticePublished",
    "NoticeView",
    "NoticeWithdrawn",
    "NoticesRequest",
    "NoticesView",
    "Notification",
    "NotificationPage",
    "NotificationsRequest",
    "NotifyRecipient",
    "ObjectionDecided",
    "ObjectionRaised",
    "ObjectionResumed",
    "ObjectionWithdrawn",
    "ObligationView",
    "ObligationsRequest",
    "ObligationsView",
    "Offer",
    "OpenAsset",
    "OperatorAppointed",
    "OperatorDismissed",
    "OperatorsRequest",
    "OperatorsView",
    "OrganisationEdited",
    "OrganisationId",
    "OrganisationRegistered",
    "OrganisationRequest",
    "OrganisationUnverified",
    "OrganisationVerified",
    "OrganisationView",
    "Origin",
    "Outcome",
    "OutcomesView",
    "Owner",
    "Part",
    "ParticipationAccepted",
    "ParticipationAsked",
    "ParticipationDeclined",
    "ParticipationId",
    "ParticipationView",
    "PartyName",
    "PartyRequest",
    "PartyView",
    "PeopleView",
    "Permission",
    "PermissionSet",
    "PermissionTable",
    "PermissionsRequest",
    "PersonErased",
    "PersonId",
    "PersonWithheld",
    "Place",
    "PlaceRestriction",
    "PointsAwarded",
    "PointsEntry",
    "PointsReversed",
    "Position",
    "PrerequisiteAdded",
    "PrerequisitePolicy",
    "PrerequisiteRemoved",
    "PrerequisiteWaive",
    "PrerequisiteWaived",
    "Problem",
    "ProblemProfile",
    "ProcessClosed",
    "ProcessCreated",
    "ProcessEdited",
    "ProcessId",
    "ProcessImported",
    "ProcessPublished",
    "Processed",
    "ProcessingRequest",
    "ProcessingRestrictionLifted",
    "ProcessingTerm",
    "ProcessingView",
    "PublicationDocument",
    "PublicationDocumentInput",
    "PublicationFound",
    "PublicationMark",
    "PublicationSearch",
    "PublicationsRequest",
    "PublicationsView",
    "PublishNotice",
    "PublishProcess",
    "Purpose",
    "PurposeInput",
    "PurposeRef",
    "PurposeReleased",
    "PurposeRequired",
    "PurposeTerm",
    "PurposeUsed",
    "PurposeView",
    "QuestionView",
    "RaiseObjection",
    "RankBy",
    "RatedInterlinkerData",
    "RatedInterlinker",
    "RatedProcessData",
    "RatedProcess",
    "Rated",
    "RatingGiven",
    "RatingView",
    "RatingWithdrawn",
    "RatingWords",
    "RatingsRequest",
    "ReadStoryRequest",
    "ReadText",
    "ReasonGrounds",
    "ReasonRoles",
    "ReasonEnded",
    "ReasonFrom",
    "ReasonClosed",
    "ReasonItem",
    "ReasonNeeds",
    "ReasonGiven",
    "ReasonDataSubjectId",
    "Reason",
    "ReceiptFormat",
    "ReceiptRequest",
    "ReceiptView",
    "Receiver",
    "Recipient",
    "RecipientNotified",
    "RecipientRole",
    "RecommendRequest",
    "Recommendation",
    "RecommendedView",
    "RecordContribution",
    "RecordDateOfBirth",
    "RectifyText",
    "RedactText",
    "RedactedDocument",
    "RedactedEvent",
    "RefersView",
    "RefuseConsent",
    "RegisterEntry",
    "RegisterOrganisation",
    "ReleasePurpose",
    "Reliance",
    "Remark",
    "Remedy",
    "RemoveMember",
    "RemovePrerequisite",
    "RemoveTeamMember",
    "RenewConsent",
    "RenewalView",
    "ReopenTask",
    "ReplaceTree",
    "Report",
    "RepresentativeAppointed",
    "RepresentativeDismissed",
    "RepresentativeKind",
    "RequestConsent",
    "RequirePurpose",
    "RequirementId",
    "RequirementLeftOut",
    "RestrictionException",
    "RestrictionId",
    "RestrictionLifted",
    "RestrictionPlaced",
    "RestrictionView",
    "RetentionDays",
    "RetentionUntilEventData",
    "RetentionUntilEvent",
    "Retention",
    "ReturnContribution",
    "ReversePoints",
    "ReviseAsset",
    "RevokeConsent",
    "RevokeRole",
    "Right",
    "RightException",
    "RoleDefinition",
    "RoleGranted",
    "RoleRevoked",
    "RoleView",
    "RulesRequest",
    "RulesView",
    "Salt",
    "ScheduleItem",
    "Scope",
    "Search",
    "SearchRequest",
    "Seen",
    "Sentence",
    "Seq",
    "ServedTask",
    "Service",
    "SetLanguageRequest",
    "SettleDisagreement",
    "SpecialCondition",
    "StakeholderKind",
    "Stars",
    "StartTask",
    "State",
    "Status",
    "StepView",
    "Storage",
    "StorageView",
    "Story",
    "StoryView",
    "StreamId",
    "StreamsRequest",
    "StreamsView",
    "SubjectAccessRequest",
    "SubjectAccessView",
    "SubjectMatter",
    "SubjectMatterRef",
    "SubjectRequestAnswered",
    "SubjectRequestExtended",
    "SubjectRequestId",
    "SubjectRequestMade",
    "SubjectRequestView",
    "SubjectRequestsRequest",
    "SubjectRequestsView",
    "SubjectTerm",
    "Supporter",
    "Target",
    "TaskCompleted",
    "TaskEstimated",
    "TaskRecommendations",
    "TaskReopened",
    "TaskStarted",
    "TasksServedRequest",
    "TasksServedView",
    "TeamClosed",
    "TeamCreated",
    "TeamEdited",
    "TeamId",
    "TeamMemberAdded",
    "TeamMemberRemoved",
    "TeamMerged",
    "TeamPolicy",
    "TeamView",
    "TemplateAdopted",
    "TemplateDocument",
    "TemplateDocumentInput",
    "TemplateEffect",
    "TemplateMark",
    "TemplateObjective",
    "TemplatePhase",
    "TemplatePhaseInput",
    "TemplatePrerequisite",
    "TemplateTask",
    "TextAttributed",
    "TextFile",
    "TextKept",
    "TextRectified",
    "TextRedacted",
    "Timestamp",
    "Trace",
    "Transfer",
    "TransferTerm",
    "TransferView",
    "TreeReplaced",
    "TreeRequest",
    "TreeView",
    "Unmet",
    "Unsettled",
    "UnverifyOrganisation",
    "Uri",
    "UsageRequest",
    "UsageView",
    "UseConsent",
    "ValidityDays",
    "ValidityUntil",
    "ValidityUntilEvent",
    "ValidityUses",
    "Validity",
    "Verb",
    "VerificationView",
    "Verified",
    "VerifiedStore",
    "VerifyOrganisation",
    "VerifyRequest",
    "VersionView",
    "Wait",
    "WaivePrerequisite",
    "WhoMayRequest",
    "WhyView",
    "Window",
    "WithdrawApproval",
    "WithdrawAssignment",
    "WithdrawConsent",
    "WithdrawContribution",
    "WithdrawNotice",
    "WithdrawObjection",
    "WithdrawRating",
    "Withdrawal",
    "WorkPolicy",
    "WorkRequest",
    "WorkView",
    "WriteArchiveRequest",
    "WriteCatalogueRequest",
]

Json: TypeAlias = Union[None, bool, int, float, str, list["Json"], dict[str, "Json"]]
"""Anything that JSON can say."""


class AcceptContribution(TypedDict):
    """Accepts a contribution. Needs `contribution.review` on its task, and that it is somebody else's,
    unless the governance model lets people review themselves.
    """

    contribution: ContributionId
    """Which."""
    level: NotRequired[Level | None]
    """How much it was; suggested from its share of the task's claims if absent."""


class AcceptParticipation(TypedDict):
    """Accepts a request to take part, and gives a role. Needs what giving the role needs."""

    acting_for: NotRequired[HostId | None]
    """The organisation in whose name she will hold the role; as a citizen if absent."""
    item: NotRequired[ItemId | None]
    """On which item and below; on the whole process if absent."""
    reason: NotRequired[Remark | None]
    """Why. Kept in the vault, as a text about whoever asked."""
    request: ParticipationId
    """Which request."""
    role: Key
    """The role."""


ActName: TypeAlias = Literal[
    # `process.edit`
    "process.edit",
    # `process.publish`
    "process.publish",
    # `process.close`
    "process.close",
    # `template.adopt`
    "template.adopt",
    # `catalogue.adopt`
    "catalogue.adopt",
    # `governance.adopt`
    "governance.adopt",
    # `item.add`
    "item.add",
    # `item.edit`
    "item.edit",
    # `item.move`
    "item.move",
    # `tree.replace`
    "tree.replace",
    # `task.estimate`
    "task.estimate",
    # `prerequisite.add`
    "prerequisite.add",
    # `prerequisite.remove`
    "prerequisite.remove",
    # `item.disable`
    "item.disable",
    # `item.enable`
    "item.enable",
    # `item.schedule`
    "item.schedule",
    # `task.start`
    "task.start",
    # `task.complete`
    "task.complete",
    # `task.reopen`
    "task.reopen",
    # `assignment.make`
    "assignment.make",
    # `assignment.withdraw`
    "assignment.withdraw",
    # `assignment.complete`
    "assignment.complete",
    # `prerequisite.waive`
    "prerequisite.waive",
    # `role.grant`
    "role.grant",
    # `role.revoke`
    "role.revoke",
    # `participation.decline`
    "participation.decline",
    # `restriction.place`
    "restriction.place",
    # `restriction.lift`
    "restriction.lift",
    # `asset.add`
    "asset.add",
    # `asset.edit`
    "asset.edit",
    # `asset.revise`
    "asset.revise",
    # `asset.delete`
    "asset.delete",
    # `asset.open`
    "asset.open",
    # `contribution.claim`
    "contribution.claim",
    # `contribution.record`
    "contribution.record",
    # `contribution.accept`
    "contribution.accept",
    # `contribution.return`
    "contribution.return",
    # `points.award`
    "points.award",
    # `points.reverse`
    "points.reverse",
    # `purpose.require`
    "purpose.require",
    # `purpose.release`
    "purpose.release",
]
"""The commands that may need approval: one for each thing that can be done with a permission."""


class Activity(TypedDict):
    """One processing activity."""

    basis: LawfulBasis
    """Why it is lawful."""
    data: list[str]
    """The kinds of data, by their terms in the Data Privacy Vocabulary: Art. 30(1)(c)."""
    data_subjects: list[str]
    """Whose they are, by their terms there: Art. 30(1)(c)."""
    kept: NotRequired[Kept]
    """Where they are kept."""
    limit: NotRequired[Limit]
    """How long they are kept."""
    notice: DocumentId
    """The notice that says so."""
    purpose: Key
    """The purpose, by its name for programs."""
    purpose_name: ReadText
    """The purpose: Art. 30(1)(b)."""
    recipients: list[Receiver]
    """Who receives them."""
    special: NotRequired[list[str]]
    """Those of the kinds that belong to the special categories of Art. 9."""


class AddArchiveRequest(TypedDict):
    """Reads an export of the INTERLINK platform, and keeps it as the document that `process.import` takes."""

    archive: Base64
    """The zip archive."""


class AddAsset(TypedDict):
    """Puts an asset on a task. Needs `asset.create` there.

    Where the governance model says so, the first asset of a task that is awaiting starts the task.
    """

    content: Content
    """What it is."""
    derived_from: NotRequired[list[Derivation]]
    """What it was made from."""
    description: NotRequired[Localized | None]
    """What it is about."""
    interlinker: NotRequired[Key | None]
    """The knowledge resource of the process's catalogue that it was made from."""
    item: ItemId
    """The task."""
    licence: NotRequired[Licence | None]
    """Under what licence it may be used."""
    title: Localized
    """What it is called. Public: it must not be about a private person."""


class AddCatalogueRequest(TypedDict):
    """Reads a catalogue in INTERLINK's folders, and keeps it with its templates."""

    files: NotRequired[list[TextFile] | None]
    """Its files; the small catalogue that comes with the library if absent. Of pictures and documents the
    path is enough.
    """


class AddItem(TypedDict):
    """Adds a phase, an objective or a task. Needs `item.add` on what it lies in."""

    before: NotRequired[ItemId | None]
    """The sibling it comes before; it comes last if absent."""
    codelivery: NotRequired[bool]
    """Whether the service is delivered in it; for phases only."""
    description: NotRequired[Localized | None]
    """What it is about."""
    kind: ItemKind
    """What it is."""
    name: Localized
    """Its name."""
    parent: NotRequired[ItemId | None]
    """What it lies in; nothing for a phase."""
    problem_profiles: NotRequired[list[Key]]
    """The problem profiles that it has."""


AddMember = TypedDict(
    "AddMember",
    {
        # From when; from the command's time if absent.
        "from": NotRequired[Union["Timestamp", None]],
        # The host's id of the person.
        "person": "HostId",
        # Until when; without end if absent.
        "until": NotRequired[Union["Timestamp", None]],
    },
)
"""Makes a person a member of the organisation."""


class AddPrerequisite(TypedDict):
    """Makes an item wait for another. A cycle is refused. Needs `item.edit`."""

    item: ItemId
    """The item that will wait."""
    needs: Needs
    """What of the other it waits for."""
    on: ItemId
    """The other."""


AddTeamMember = TypedDict(
    "AddTeamMember",
    {
        # From when; from the command's time if absent.
        "from": NotRequired[Union["Timestamp", None]],
        # The host's id of the person.
        "person": "HostId",
        # The host's id of the team.
        "team": "HostId",
        # Until when; without end if absent.
        "until": NotRequired[Union["Timestamp", None]],
    },
)
"""Puts a person into a team."""


class AddedView(TypedDict):
    """A document is kept."""

    document: DocumentId
    """The SHA-256 of its canonical JSON."""


class AdministratorAppointed(TypedDict):
    """A person became an administrator."""

    person_id: PersonId
    """Who."""
    relied_on: NotRequired[list[Reliance]]
    """What the decision read elsewhere."""
    successor: NotRequired[bool]
    """Whether an operator appointed her, since every administrator was erased."""


class AdministratorDismissed(TypedDict):
    """A person is no longer an administrator."""

    person_id: PersonId
    """Who."""


class AdoptCatalogue(TypedDict):
    """Takes interlinkers from this catalogue, or this version of it, from now on. Needs
    `process.administer`.
    """

    catalogue: DocumentId
    """The catalogue, by the SHA-256 of its canonical JSON."""


class AdoptGovernance(TypedDict):
    """Puts the process under another governance model. Needs `process.administer`.

    Once work has begun, only a higher version of the same model is taken, and its effect must be
    declared; a dry run says what it is.
    """

    effect: NotRequired[Effect | None]
    """What the change does. Required once work has begun."""
    model: DocumentId
    """The model, by the SHA-256 of its canonical JSON."""
    reason: Remark
    """Why. Kept in the vault, as a text by the actor."""


class AdoptTemplate(TypedDict):
    """Takes over a higher version of the template that the process was made from. Needs
    `process.administer`.

    New items come, items that the new version lacks are disabled, texts and prerequisites follow the
    new version where the process had not changed them itself. Once work has begun, the effect must be
    declared; a dry run says what it is.
    """

    effect: NotRequired[TemplateEffect | None]
    """What the change does. Required once work has begun."""
    reason: Remark
    """Why. Kept in the vault, as a text by the actor."""
    template: DocumentId
    """The template, by the SHA-256 of its canonical JSON."""


AgeRow = TypedDict(
    "AgeRow",
    {
        # The age, 13 to 16.
        "age": int,
        # Where.
        "country": "Country",
        # From which day on.
        "from": "Date",
        # The law that says so. A row that lowers the age which the shipped table has needs it.
        "law": NotRequired["Uri"],
        # Where it was read.
        "source": str,
    },
)
"""From a day on, this is the age in a country."""


class Anomaly(TypedDict):
    """One place where the files are not as they should be."""

    code: Code
    """What kind of anomaly it is."""
    file: str
    """The file, by its path in the catalogue's folder."""
    message: str
    """What is wrong there."""
    pointer: str
    """A JSON Pointer to the place in the file."""
    repair: str
    """What was read instead."""


class AnswerSubjectRequest(TypedDict):
    """Answers a request, in the name of the controller."""

    outcome: Outcome
    """What became of it."""
    reason: NotRequired[Remark | None]
    """Why, as she is told; a refusal participations why. Kept in the vault."""
    request: SubjectRequestId
    """The request."""


class AppointAdministrator(TypedDict):
    """Makes a person an administrator of the organisation: by an administrator; or, where every
    administrator was erased, by an operator of the store.
    """

    person: HostId
    """The host's id of the person."""


class AppointOperator(TypedDict):
    """Makes a person an operator of the store: by an operator, or by the host in its own name."""

    person: HostId
    """The host's id of the person."""


AppointRepresentative = TypedDict(
    "AppointRepresentative",
    {
        # The organisation in whose name an official records it.
        "acting_for": NotRequired[Union["HostId", None]],
        # Whom she speaks for, if not the actor.
        "data_subject": NotRequired[Union["HostId", None]],
        # The SHA-256 of what shows it; an official needs it.
        "evidence": NotRequired[Union["FileDigest", None]],
        # From when on; not in the past. From now on if absent.
        "from": NotRequired[Union["Timestamp", None]],
        # In which capacity she is represented.
        "kind": "RepresentativeKind",
        # Who speaks for her.
        "representative": "HostId",
        # About what. Nobody speaks for another about everything unless that is said.
        "scope": "ExtentRef",
        # Until when.
        "until": NotRequired[Union["Timestamp", None]],
    },
)
"""Lets somebody speak for a person: by herself, or by an official who has seen the evidence."""

AppointedBy: TypeAlias = Literal[
    # The host, in its own name.
    "host",
    # Another operator, or she herself.
    "operator",
]
"""Who appointed or dismissed an operator."""


class ApprovalAsked(TypedDict):
    """Somebody asks others to stand behind an act to come."""

    content: Commitment
    """What is asked for, word for word: a commitment to a text in the vault, the command with parties by
    the library's ids.
    """
    item: NotRequired[ItemId]
    """On which item; the process as a whole if absent."""
    matter: Matter
    """What the act is about besides the item."""
    permission: Permission
    """The permission that the act needs."""
    relied_on: NotRequired[list[Reliance]]
    """What the decision read elsewhere."""
    request: ApprovalId
    """The request's id."""
    seen: Seen
    """What the act is about as it stood then: a hash, which another state does not have."""


class ApprovalGiven(TypedDict):
    """Somebody stands behind an act to come."""

    approval: ApprovalId
    """The approval's id."""
    item: NotRequired[ItemId]
    """On which item; the process as a whole if absent."""
    permission: Permission
    """The permission that the act needs."""
    relied_on: NotRequired[list[Reliance]]
    """What the decision read elsewhere."""
    request: ApprovalId
    """What was asked, and is approved as it was asked."""
    roles: list[Key]
    """The roles in which it was given, of those that the model names for the act."""


ApprovalId: TypeAlias = str
"""16 bytes as lower-case hexadecimal."""


class ApprovalRequestView(TypedDict):
    """An act that somebody asks others to stand behind, and that has not been done."""

    act: NotRequired[Deed]
    """The command that is to be given, word for word, with parties by the library's ids; absent if the
    text was erased.
    """
    at: Timestamp
    """When."""
    by: PartyName
    """Who asks."""
    changed: bool
    """Whether what it is about has changed since, so that it has to be asked anew."""
    item: NotRequired[ItemId]
    """On which item; the process as a whole if absent."""
    matter: MatterView
    """What it is about."""
    of: list[PartyName]
    """Who can stand behind it at the moment asked about."""
    permission: Permission
    """The permission that the act needs."""
    request: ApprovalId
    """Its id."""


class ApprovalRule(TypedDict):
    """An act that needs the approval of others before it."""

    by: Key
    """The role whose holders must stand behind the act."""
    count: int
    """How many of them; whoever does it counts as one if she holds the role herself and did not give it to
    herself.
    """
    permission: Permission
    """The act."""


class ApprovalUsed(TypedDict):
    """An act was done for which approvals were asked. It stands with the act, and uses them up."""

    request: ApprovalId
    """What was asked."""


class ApprovalView(TypedDict):
    """An approval that was given and not yet used."""

    approval: ApprovalId
    """Its id."""
    at: Timestamp
    """When."""
    by: PartyName
    """Who gave it."""
    item: NotRequired[ItemId]
    """On which item; the process as a whole if absent."""
    matter: MatterView
    """What it is about."""
    permission: Permission
    """The permission that the act needs."""
    request: ApprovalId
    """What was asked, which says what is approved."""
    roles: list[Key]
    """The roles in which it was given."""


class ApprovalWithdrawn(TypedDict):
    """An approval was taken back."""

    approval: ApprovalId
    """Which."""


class ApprovalsView(TypedDict):
    """Who has to stand behind an act."""

    given: int
    """How many do."""
    role: Key
    """The role whose holders approve."""
    wanted: int
    """How many are wanted."""
    who: NotRequired[list[PartyName]]
    """Some of those who could still be asked; nobody where the asker may not see who takes part."""


class ArchiveFile(TypedDict):
    """A file of an export."""

    bytes: int
    """How long it is."""
    content: NotRequired[Base64]
    """Its bytes, in the answer to a request; a binding that hands bytes on gives them beside."""
    digest: FileDigest
    """The SHA-256 of it."""


class ArchivePerson(TypedDict):
    """Somebody whom an export names."""

    administrator: bool
    """Whether she administered the process; such a person has to be told who she is here."""
    named: HostId
    """How: an e-mail address or the id of an account."""


ArchiveView = TypedDict(
    "ArchiveView",
    {
        # The files that came along; their bytes are the host's to keep.
        "files": "list[ArchiveFile]",
        # The document that was made of it: what `process.import` takes.
        "import": "DocumentId",
        # The shipped governance models that it participations it follows, by their names.
        "models": "list[Key]",
        # Whom it names, in the order in which `process.import` names them.
        "people": "list[ArchivePerson]",
        # What was noticed in reading it.
        "report": "Report",
    },
)
"""What stands in an export of the INTERLINK platform."""


class ArchiveWrittenView(TypedDict):
    """A process as an export of the INTERLINK platform."""

    archive: Base64
    """The zip archive."""
    report: Report
    """What has no place in it, or whose bytes are not here."""


ArrayOfInterlinkProblemProfile: TypeAlias = "list[InterlinkProblemProfile]"


class AsOfSeq(TypedDict):
    """As it was when the stream had this version."""

    seq: Seq


class AsOfTime(TypedDict):
    """As it was at this time: after the last event at or before it."""

    time: Timestamp | datetime


AsOf: TypeAlias = Union[Literal["now"], "AsOfSeq", "AsOfTime"]
"""Which moment of a stream is meant."""


class AskApproval(TypedDict):
    """Asks others to stand behind an act that the governance model wants approved. Needs the permission
    itself.

    Whoever may approve it is told so by the news.
    """

    act: Deed
    """The command that is to be given, word for word: this is what is approved, and nothing else. Kept in
    the vault, as a text about whom its own texts would be about, so that whoever is asked can read it.
    """
    item: NotRequired[ItemId | None]
    """On which item the act will be; the process as a whole if absent."""
    matter: NotRequired[MatterRef | None]
    """What the act is about besides the item."""
    permission: Permission
    """The permission that the act needs."""


class AskParticipation(TypedDict):
    """Asks to take part in the process. Takes no permission; one may ask once at a time."""

    text: Remark
    """Why. Kept in the vault, as a text about whoever asks."""


class AssetAdded(TypedDict):
    """An asset was put on a task."""

    asset: AssetId
    """Its id."""
    content: Content
    """What it is."""
    derived_from: NotRequired[list[Derivation]]
    """What it was made from."""
    description: NotRequired[Localized]
    """What it is about."""
    despite: NotRequired[list[Unmet]]
    """What was unmet, where the model only warns of it."""
    interlinker: NotRequired[Key]
    """The knowledge resource of the process's catalogue that it was made from."""
    item: ItemId
    """The task."""
    licence: NotRequired[Licence]
    """Under what licence it may be used."""
    relied_on: NotRequired[list[Reliance]]
    """What the decision read elsewhere."""
    title: Localized
    """What it is called."""


class AssetDeleted(TypedDict):
    """An asset was deleted."""

    asset: AssetId
    """The asset."""
    reason: NotRequired[Commitment]
    """Why: a commitment to a text in the vault."""
    relied_on: NotRequired[list[Reliance]]
    """What the decision read elsewhere."""


class AssetEdited(TypedDict):
    """What is said of an asset was changed; what is absent stayed as it was."""

    asset: AssetId
    """The asset."""
    description: NotRequired[Localized]
    """The new description."""
    licence: NotRequired[Licence]
    """The new licence."""
    relied_on: NotRequired[list[Reliance]]
    """What the decision read elsewhere."""
    title: NotRequired[Localized]
    """The new title."""


AssetId: TypeAlias = str
"""16 bytes as lower-case hexadecimal."""


class AssetOpened(TypedDict):
    """Somebody opened an asset."""

    asset: AssetId
    """The asset."""
    relied_on: NotRequired[list[Reliance]]
    """What the decision read elsewhere."""


class AssetRevised(TypedDict):
    """An asset has a new version."""

    asset: AssetId
    """The asset."""
    content: Content
    """What it is now."""
    relied_on: NotRequired[list[Reliance]]
    """What the decision read elsewhere."""


class AssetView(TypedDict):
    """An asset."""

    asset: AssetId
    """Its id."""
    claimed_created: NotRequired[Timestamp]
    """When it was made, as the system says that it was brought from; no time of this record."""
    closed: NotRequired[bool]
    """Whether a purpose that is required of it is missing, so that its versions are not shown."""
    deleted: NotRequired[DeletionView]
    """Whether it was deleted."""
    derived_from: NotRequired[list[Derivation]]
    """What it was made from."""
    description: NotRequired[ReadText]
    """What it is about."""
    interlinker: NotRequired[Key]
    """The knowledge resource that it was made from."""
    item: ItemId
    """The task it lies on."""
    licence: NotRequired[Licence]
    """Under what licence it may be used."""
    licence_class: NotRequired[LicenceClass]
    """Which of INTERLINK's classes that is."""
    offers: list[Offer]
    """What the person who asks can be offered."""
    title: ReadText
    """What it is called."""
    versions: list[VersionView]
    """Its versions, the first first."""


class AssetsRequest(TypedDict):
    """The assets of a process or a task."""

    actor: HostId
    """Who asks, by the host's id."""
    as_of: NotRequired[AsOf]
    """The state that is asked about."""
    at: Timestamp | datetime
    """For which moment."""
    item: NotRequired[ItemId | None]
    """Of which task; of all if absent."""
    language: NotRequired[Language | None]
    """In which language; in the process's own if absent."""
    process: ProcessId
    """Of which process."""


class AssetsView(TypedDict):
    """Assets."""

    assets: list[AssetView]
    """In the order in which they were added."""


class AssignmentCompleted(TypedDict):
    """What an assignment asks for is done."""

    assignment: AssignmentId
    """Which."""
    relied_on: NotRequired[list[Reliance]]
    """What the decision read elsewhere."""


AssignmentId: TypeAlias = str
"""16 bytes as lower-case hexadecimal."""


class AssignmentMade(TypedDict):
    """Somebody was asked to do something on a task."""

    asset: NotRequired[AssetId]
    """On which asset."""
    assignment: AssignmentId
    """Its id."""
    holder: Holder
    """Who is asked."""
    item: ItemId
    """The task."""
    relied_on: NotRequired[list[Reliance]]
    """What the decision read elsewhere."""
    text: NotRequired[Commitment]
    """What to do: a commitment to a text in the vault."""


class AssignmentView(TypedDict):
    """An assignment."""

    asset: NotRequired[AssetId]
    """On which asset, if on one."""
    assignment: AssignmentId
    """Its id."""
    at: Timestamp
    """When."""
    by: PartyName
    """By whom."""
    completed: NotRequired[Timestamp]
    """When it was done."""
    completed_by: NotRequired[PartyName]
    """Who said that it was."""
    holder: PartyName
    """Who is asked."""
    item: ItemId
    """The task."""
    text: NotRequired[str]
    """What to do; absent if nothing was said or the text was erased."""
    withdrawn: NotRequired[Timestamp]
    """When it was taken back."""


class AssignmentWithdrawn(TypedDict):
    """An assignment was taken back."""

    assignment: AssignmentId
    """Which."""
    relied_on: NotRequired[list[Reliance]]
    """What the decision read elsewhere."""


class AttributeText(TypedDict):
    """Looks whose text it is that is kept attributably of somebody who was erased, in the name of the
    controller that keeps it. It leaves an event; the request `attribution` names that and gives the
    answer.
    """

    text: Commitment
    """Which text, by what the record holds in its place."""


class Attributed(TypedDict):
    """A text whose person is known to the organisation that keeps it although she is erased."""

    text: Commitment
    """Which text."""
    tie: Commitment
    """Where the vault has whose it is."""


class AttributionRequest(TypedDict):
    """Whose text it is that an organisation keeps for a legal claim. Only an event participations who may
    know: `text.attributed`.
    """

    at: Timestamp | datetime
    """For which moment."""
    event: EventId
    """The event by which the organisation looked."""
    person_id: PersonId
    """The pseudonym whose text it is."""


class AttributionView(TypedDict):
    """Whose text it is that an organisation keeps for a legal claim of somebody who was erased."""

    host_id: NotRequired[HostId]
    """By which id the host knew her; absent where no event participations that the organisation looked,
    where it is not kept here, or no longer.
    """
    person_id: PersonId
    """Her pseudonym."""
    text: NotRequired[Commitment]
    """Which text; absent where no event participations that somebody looked."""


class AuditEntry(TypedDict):
    """An event of the feed as a sentence."""

    at: Timestamp
    """When it happened."""
    event: EventId
    """The event."""
    position: Position
    """Its position; ask for what comes after it next time."""
    sentence: Sentence
    """What is said."""
    stream: StreamId
    """The stream."""


class AuditEntryPage(TypedDict):
    """A page of what is told."""

    after: Position
    """How far the feed was read: ask for what comes after it next time."""
    entries: list[AuditEntry]
    """What there is to tell, in order."""


class AuditTrailRequest(TypedDict):
    """The feed as sentences."""

    after: NotRequired[Position]
    """After which position; from the beginning if absent."""
    language: NotRequired[Language | None]
    """In which language; in English if absent."""
    limit: int
    """How many events are read at most; 10 000 is the most there is."""


AuthMethod: TypeAlias = Literal[
    # From a header.
    "header",
    # From a cookie.
    "cookie",
]
"""How a piece of software learns who its user is."""

Automation: TypeAlias = Literal[
    # People do it.
    "none",
    # Machines help.
    "partial",
    # Machines do it alone; what that means for her stands in `automated_decisions` (Art. 22).
    "full",
]
"""How far machines do it by themselves."""

AwardId: TypeAlias = str
"""16 bytes as lower-case hexadecimal."""


class AwardPoints(TypedDict):
    """Awards the points of a finished task to all its contributors at once. Needs `contribution.review`
    there, and that no claim waits for review.
    """

    item: ItemId
    """The task."""


class AwardView(TypedDict):
    """The points of one task."""

    at: Timestamp
    """When."""
    award: AwardId
    """Its id."""
    by: PartyName
    """By whom."""
    entries: list[EntryView]
    """Who has how many for what."""
    item: ItemId
    """The task."""
    reversed: NotRequired[Timestamp]
    """When it was taken back."""
    unsettled: NotRequired[Unsettled]
    """What came of the task since: its points stand until they are taken back, and do not rest on finished
    work.
    """


Base64: TypeAlias = str
"""Bytes in Base64 (RFC 4648), with padding."""


class Body(TypedDict):
    """A body with a name and a way to reach it: a controller, its data protection officer, an authority.
    Public: a function, never a private person.
    """

    address: NotRequired[Localized]
    """Its postal address."""
    contact: NotRequired[Uri]
    """How to reach it, such as `mailto:` and an address."""
    email: NotRequired[str]
    """Its e-mail address, where that is not the way to reach it. Some forms of receipts demand one."""
    name: Localized
    """What it is called."""
    organisation: NotRequired[Enrolled]
    """Which organisation of the record it is."""
    phone: NotRequired[str]
    """Its telephone number. Some forms of receipts demand one."""
    uri: NotRequired[Uri]
    """Its pages."""


class Brought(TypedDict):
    """How far an import brought a stream."""

    as_of: NotRequired[Timestamp]
    """As of when its home disclosed of it, where the source has it from elsewhere itself; otherwise as of
    when the bundle was written.
    """
    home: Home
    """Where it is at home from now on."""
    id: EventId
    """The id of its last event in the bundle."""
    path: NotRequired[list[Key]]
    """The places behind the source, as each called the next; the last is its home. None where the source
    is.
    """
    seq: Seq
    """The number of that event."""
    stream: StreamId
    """The stream."""


class BundleImported(TypedDict):
    """A bundle was taken in, on the word of the host."""

    disclosed: NotRequired[list[StreamId]]
    """The streams of which it disclosed events that were withheld here so far. Whoever follows the feed
    reads them again.
    """
    exported_at: Timestamp
    """As of when the bundle knows what is in it."""
    people: NotRequired[list[PersonId]]
    """Whom the vault got to know by it."""
    process: ProcessId
    """The process that it was about."""
    source: Key
    """What the host calls the place that it comes from."""
    streams: list[Brought]
    """The streams that it brought, began to be a replica of, or moved here."""


Capability: TypeAlias = Literal[
    # To copy an asset.
    "clone",
    # To delete an asset.
    "delete",
    # To download an asset.
    "download",
    # To change an asset.
    "edit",
    # A new asset.
    "instantiate",
    # To open an asset in a window of the host.
    "open_in_modal",
    # To see an asset in short.
    "preview",
    # To be reached directly.
    "shortcut",
    # To look at an asset.
    "view",
]
"""What a piece of software offers for the assets that it holds. In the order of their names, which is the
canonical order of keys.
"""


class Carried(TypedDict):
    """Something of another format that the model has no place for, kept so that it can be written back."""

    json: NotRequired[str]
    """What stands there, as JSON; nothing where there is nothing although the model has something."""
    pointer: str
    """Where, as a JSON Pointer (RFC 6901)."""


class CatalogueAdopted(TypedDict):
    """The process takes interlinkers from another catalogue, or another version of it."""

    catalogue: DocumentId
    """The catalogue."""
    relied_on: NotRequired[list[Reliance]]
    """What the decision read elsewhere."""


class CatalogueDocument(TypedDict):
    """A catalogue as it is written. Fields stand in canonical order."""

    carried: NotRequired[list[Carried]]
    """What the format that it came from has and a catalogue has not."""
    document: CatalogueMark
    """Says what kind of document this is."""
    id: Key
    """The catalogue's name for programs; all versions of it share it."""
    interlinkers: NotRequired[list[Interlinker]]
    """Its interlinkers."""
    name: NotRequired[Localized]
    """Its name for people."""
    problem_profiles: NotRequired[list[ProblemProfile]]
    """Its problem profiles."""
    templates: NotRequired[list[DocumentId]]
    """Its templates, which are documents of their own."""
    version: int
    """Which version of the catalogue this is, from 1."""


class CatalogueFilesView(TypedDict):
    """A catalogue as it is written."""

    files: list[TextFile]
    """The files, in the order of their paths."""


CatalogueMark: TypeAlias = Literal[
    # This document is a catalogue.
    "catalogue",
]
"""The word `catalogue`."""


class CatalogueView(TypedDict):
    """A catalogue that was read and kept, with its templates."""

    catalogue: DocumentId
    """The catalogue."""
    report: Report
    """What was noticed in reading it."""
    templates: list[DocumentId]
    """Its templates, in the order of their folders' names."""


Cause: TypeAlias = Literal[
    # Processing for the purpose has ended.
    "ended",
    # Her data were put right (Art. 16).
    "rectified",
    # Her data were erased (Art. 17).
    "erased",
    # Her data are only to be stored (Art. 18).
    "restricted",
]
"""Of what a recipient has to be told."""


class ChangeEvent(TypedDict):
    """An event of the feed, with its position in the whole store."""

    event: Event
    """The event."""
    position: Position
    """Its position; ask for what comes after it next time."""


class ChangesRequest(TypedDict):
    """The feed."""

    after: NotRequired[Position]
    """The position after which to begin; 0 for the beginning."""
    limit: int
    """How many events at most; 10 000 is the most there is."""


class ChangesView(TypedDict):
    """Events of the feed."""

    changes: list[ChangeEvent]
    """The events, in order."""


class CheckRequest(TypedDict):
    """May this party do this here, and why?"""

    actor: HostId
    """Who, by the host's id."""
    as_of: NotRequired[AsOf]
    """The state that is asked about."""
    at: Timestamp | datetime
    """For which moment."""
    item: NotRequired[ItemId | None]
    """On which item; on the process as a whole if absent."""
    permission: Permission
    """What."""
    process: ProcessId
    """In which process."""


class ChoiceView(TypedDict):
    """An answer that can be given."""

    id: Key
    """Its name for programs."""
    text: ReadText
    """What it says."""


class ClaimContribution(TypedDict):
    """Says that oneself did something on a task. Needs `contribution.claim` there."""

    asset: NotRequired[AssetId | None]
    """On which of the task's assets, if on one."""
    assignment: NotRequired[AssignmentId | None]
    """The assignment that it answers."""
    item: ItemId
    """The task."""
    kind: ContributionKind
    """Of which kind it is."""
    team: NotRequired[HostId | None]
    """The team that she contributed for, of which she is a member."""
    text: Remark
    """What she did. Kept in the vault, as a text about her."""


class CloneProcess(TypedDict):
    """Creates a process like another: the same rules, catalogue and plan; nothing of the people and their
    work. Needs `process.view` there, and what creating needs.
    """

    acting_for: NotRequired[HostId | None]
    """The organisation in whose name it is created. Without one she acts for herself, as a citizen."""
    name: NotRequired[Localized | None]
    """Its name; that of the other if absent."""
    source: ProcessId
    """The other process, in the same store."""


class CloseProcess(TypedDict):
    """Closes the process for good: what is in it stays to be read, and nothing is changed any more. The
    vault forgets the key by which it knew who had her say in it. Needs `process.administer`.
    """


class CloseTeam(TypedDict):
    """Closes a team: everybody's time in it ends, and nobody joins it any more. Its roles stay on record
    and give nothing. Needs to lead it or to administer the organisation.
    """

    team: HostId
    """The host's id of the team."""


class CloudEvent(TypedDict):
    """An event of the feed as CloudEvents have it."""

    data: Event
    """The event in its envelope."""
    datacontenttype: str
    """What `data` is: JSON."""
    id: EventId
    """The event's id."""
    sequence: str
    """Its position in the store."""
    source: Uri
    """Who speaks."""
    specversion: str
    """The version of the specification."""
    subject: StreamId
    """The stream."""
    time: Timestamp
    """When it happened."""
    type: str
    """The event's type."""


class CloudEventsRequest(TypedDict):
    """The feed as CloudEvents 1.0."""

    after: NotRequired[Position]
    """The position after which to begin; 0 for the beginning."""
    limit: int
    """How many events at most; 10 000 is the most there is."""
    source: Uri
    """Who speaks: the `source` of the events."""


class CloudEventsView(TypedDict):
    """Events of the feed as CloudEvents."""

    cloud_events: list[CloudEvent]
    """The events, in order."""


Code: TypeAlias = Union[
    Literal[
        "json.too_large",
        "json.not_utf8",
        "json.syntax",
        "json.too_deep",
        "json.duplicate_key",
        "json.number",
        "json.unknown_field",
        "json.unknown_variant",
        "json.missing_field",
        "json.wrong_type",
        "id.malformed",
        "host_id.malformed",
        "command_id.malformed",
        "key.malformed",
        "time.malformed",
        "date.malformed",
        "window.empty",
        "window.backdated",
        "country.malformed",
        "language.malformed",
        "uri.malformed",
        "media_type.malformed",
        "licence.malformed",
        "language.unknown",
        "text.empty",
        "text.control",
        "text.too_long",
        "command.reused",
        "command.stream_missing",
        "command.stream_given",
        "command.stream_unsuited",
        "stream.unknown",
        "stream.exists",
        "stream.replica",
        "entropy.weak",
        "version.conflict",
        "version.unknown",
        "time.ahead",
        "request.unknown",
        "party.unknown",
        "party.kind_mismatch",
        "party.host_id_taken",
        "organisation.denied",
        "organisation.last_administrator",
        "organisation.administered",
        "organisation.not_verified",
        "administrator.exists",
        "administrator.unknown",
        "member.exists",
        "team.kind",
        "member.unknown",
        "team.closed",
        "team.merge",
        "team.unknown",
        "operator.denied",
        "operator.exists",
        "operator.unknown",
        "operator.last",
        "host.not_permitted",
        "authority.not_verified",
        "party.conflict_of_interest",
        "permission.denied",
        "permission.unknown",
        "role.unknown",
        "role.kind_not_admitted",
        "role.scope_too_narrow",
        "role.exceeds_granter",
        "grant.unknown",
        "grant.ended",
        "restriction.unknown",
        "restriction.ended",
        "restriction.empty",
        "process.last_administrator",
        "acting_for.not_member",
        "approval.not_asked",
        "approval.not_approver",
        "approval.exists",
        "approval.matter",
        "approval.act",
        "approval.changed",
        "approval.unknown",
        "governance_model.invalid",
        "governance_model.version",
        "effect.undeclared",
        "document.unknown",
        "document.kind",
        "import.invalid",
        "import.people",
        "publication.invalid",
        "template.invalid",
        "template.version",
        "template.none",
        "edit.empty",
        "process.closed",
        "item.unknown",
        "item.kind",
        "tree.in_use",
        "item.not_sibling",
        "item.disabled",
        "item.enabled",
        "item.disabled_above",
        "item.limit",
        "dates.reversed",
        "dates.derived",
        "task.status",
        "prerequisite.exists",
        "prerequisite.unknown",
        "prerequisite.cycle",
        "prerequisite.reason",
        "prerequisite.met",
        "asset.unknown",
        "asset.version_unknown",
        "asset.deleted",
        "asset.no_host",
        "asset.no_resource",
        "asset.limit",
        "team.not_member",
        "assignment.unknown",
        "assignment.withdrawn",
        "assignment.done",
        "assignment.not_assignee",
        "assignment.exists",
        "contribution.unknown",
        "contribution.closed",
        "contribution.not_reviewer",
        "contribution.own",
        "complexity.range",
        "award.exists",
        "award.pending",
        "award.empty",
        "award.unknown",
        "award.reversed",
        "participation.exists",
        "participation.held",
        "participation.unknown",
        "person.erased",
        "person.not_permitted",
        "person.reason",
        "subject_request.unknown",
        "subject_request.answered",
        "subject_request.too_late",
        "subject_request.reason",
        "subject_request.other",
        "subject_request.command",
        "text.unknown",
        "redaction.denied",
        "redaction.too_short",
        "redaction.absent",
        "redaction.unfit",
        "redaction.shared",
        "text.kept_until",
        "text.attribution",
        "text.erasure_asked",
        "text.not_attributed",
        "text.kept_over",
        "text.not_owner",
        "person.unrelated",
        "person.already_counted",
        "term.unknown",
        "notice.invalid",
        "notice.incomplete",
        "notice.version",
        "notice.wording",
        "notice.unknown",
        "notice.not_in_force",
        "purpose.unknown",
        "purpose.cycle",
        "purpose.basis",
        "purpose.moved",
        "purpose.interest",
        "purpose.optional",
        "requirement.target",
        "requirement.exists",
        "requirement.unknown",
        "requirement.limit",
        "legal_basis.command",
        "consent.transition",
        "consent.language",
        "consent.not_explicit",
        "consent.validity",
        "consent.not_data_subject",
        "consent.by_controller",
        "consent.not_controller",
        "consent.evidence",
        "consent.child",
        "consent.handed_over",
        "consent.other_event",
        "consent.not_allowed",
        "consent.none_then",
        "consent.event_unknown",
        "objection.absolute",
        "consent.not_counted",
        "consent.overtaken",
        "consent.brought",
        "consent.from_later",
        "recipient.unknown",
        "recipient.nothing",
        "recipient.notified",
        "representative.ended",
        "representative.later",
        "representative.scope",
        "representative.matters",
        "consent.joint_controller",
        "consent.declined",
        "consent.differ",
        "disagreement.none",
        "representative.unknown",
        "representative.own",
        "date_of_birth.evidence",
        "date_of_birth.later",
        "rating.range",
        "rating.not_shown",
        "rating.exists",
        "rating.unknown",
        "phrasebook.invalid",
        "reason.administrator",
        "reason.granted",
        "reason.restricted",
        "reason.stranger",
        "reason.no_grant",
        "reason.grant_ended",
        "reason.grant_not_yet",
        "reason.grant_elsewhere",
        "reason.not_in_team",
        "reason.process_closed",
        "reason.item_disabled",
        "reason.waits_for",
        "reason.approval_missing",
        "reason.consent",
        "reason.basis",
        "reason.purpose_unknown",
        "reason.not_in_force",
        "reason.no_consent",
        "reason.consent_ended",
        "reason.not_set_aside",
        "reason.despite_restriction",
        "reason.not_explicit",
        "reason.renewal_due",
        "reason.child",
        "reason.objected",
        "reason.processing_restricted",
        "reason.erased",
        "reason.unreadable",
        "reason.no_basis",
        "next.start",
        "next.complete",
        "next.claim",
        "next.approve",
        "next.approved",
        "next.review",
        "next.participation",
        "next.award",
        "next.must_stop",
        "next.no_items",
        "next.no_role",
        "next.no_team",
        "next.no_dates",
        "next.no_catalogue",
        "next.right",
        "next.tell",
        "next.renew",
        "next.storage",
        "next.asked",
        "next.team_asked",
        "next.late",
        "next.chain",
        "next.frees",
        "next.waits",
        "next.waits_hidden",
        "next.approval_missing",
        "next.consent_missing",
        "next.not_permitted",
        "record.tampered",
        "record.gap",
        "record.order",
        "record.chain",
        "record.truncated",
        "record.malformed",
        "record.head",
        "record.document",
        "record.reliance",
        "record.command",
        "record.unlisted",
        "record.redacted",
        "record.withheld",
        "record.vault",
        "record.row",
        "record.snapshot",
        "bundle.malformed",
        "bundle.changed",
        "bundle.truncated",
        "bundle.version",
        "bundle.diverged",
        "bundle.home",
        "bundle.terms",
        "bundle.tie",
        "store.url",
        "store.not_a_database",
        "store.foreign",
        "store.too_new",
        "store.read_only",
        "store.no_backup",
        "store.not_simulated",
        "store.busy",
        "store.failed",
        "store.altered",
        "store.inconsistent",
        "store.nonconformant",
        "call.null",
        "call.length",
        "call.not_utf8",
        "call.struct",
        "call.closed",
        "call.not_ready",
        "call.panic",
        "folder.unreadable",
        "folder.unwritable",
        "folder.too_large",
        "bytes.malformed",
        "archive.damaged",
        "archive.too_large",
        "archive.name",
        "archive.kind",
        "archive.duplicate",
        "export.process",
        "export.malformed",
        "export.unknown",
        "govstack.hash",
        "receipt.incomplete",
        "catalogue.invalid",
        "catalogue.anomalous",
        "catalogue.empty",
        "anomaly.malformed",
        "anomaly.id_malformed",
        "anomaly.metadata_missing",
        "anomaly.unknown_file",
        "anomaly.unknown_field",
        "anomaly.list_for_object",
        "anomaly.translation_missing",
        "anomaly.text_empty",
        "anomaly.text_none",
        "anomaly.language_unknown",
        "anomaly.enum_fused",
        "anomaly.enum_unknown",
        "anomaly.dangling_reference",
        "anomaly.duplicate_id",
        "anomaly.duplicate_reference",
        "anomaly.personal",
        "anomaly.not_exported",
        "anomaly.cycle",
        "anomaly.prerequisite_form",
    ],
    str,
]
"""A stable name for one way of being refused."""


class CollectionDataSubjectData(TypedDict):
    """Nothing."""


class CollectionDataSubject(TypedDict):
    """From the person herself: Art. 13."""

    data_subject: CollectionDataSubjectData


class CollectionElsewhereData(TypedDict):
    public: bool
    """Whether anybody can read them there."""
    source: Localized
    """Which source that is."""


class CollectionElsewhere(TypedDict):
    """From elsewhere: Art. 14."""

    elsewhere: CollectionElsewhereData


Collection: TypeAlias = Union["CollectionDataSubject", "CollectionElsewhere"]
"""Where data come from."""


class CommandEnvelope(TypedDict):
    """What every `Command` has beside its data."""

    actor: HostId
    at: Timestamp | datetime
    entropy: Entropy
    expect: NotRequired[Seq]
    id: CommandId
    stream: NotRequired[StreamId]


class AppointOperatorCommand(CommandEnvelope):
    """Makes a person an operator of the store: by an operator, or by the host in its own name."""

    data: AppointOperator
    type: Literal["operator.appoint"]


class DismissOperatorCommand(CommandEnvelope):
    """Ends a person's time as an operator: by an operator, or by the host in its own name. The last
    operator stays.
    """

    data: DismissOperator
    type: Literal["operator.dismiss"]


class RegisterOrganisationCommand(CommandEnvelope):
    """Founds an organisation; whoever asks becomes its administrator."""

    data: RegisterOrganisation
    type: Literal["organisation.register"]


class EditOrganisationCommand(CommandEnvelope):
    """Changes an organisation's name or who may create teams."""

    data: EditOrganisation
    type: Literal["organisation.edit"]


class VerifyOrganisationCommand(CommandEnvelope):
    """Notes, as an operator of the store, that the organisation is what it participations it is."""

    data: VerifyOrganisation
    type: Literal["organisation.verify"]


class UnverifyOrganisationCommand(CommandEnvelope):
    """Takes a verification back, as an operator of the store."""

    data: UnverifyOrganisation
    type: Literal["organisation.unverify"]


class AppointAdministratorCommand(CommandEnvelope):
    """Makes a person an administrator of the organisation: by an administrator; or, where every
    administrator was erased, by an operator of the store.
    """

    data: AppointAdministrator
    type: Literal["administrator.appoint"]


class DismissAdministratorCommand(CommandEnvelope):
    """Ends a person's administration. The last administrator stays."""

    data: DismissAdministrator
    type: Literal["administrator.dismiss"]


class AddMemberCommand(CommandEnvelope):
    """Makes a person a member of the organisation."""

    data: AddMember
    type: Literal["member.add"]


class RemoveMemberCommand(CommandEnvelope):
    """Ends a membership at the command's time."""

    data: RemoveMember
    type: Literal["member.remove"]


class CreateTeamCommand(CommandEnvelope):
    """Creates a team in the organisation; whoever asks leads it."""

    data: CreateTeam
    type: Literal["team.create"]


class AddTeamMemberCommand(CommandEnvelope):
    """Puts a person into a team."""

    data: AddTeamMember
    type: Literal["team_member.add"]


class EditTeamCommand(CommandEnvelope):
    """Renames a team. Needs to lead it or to administer the organisation."""

    data: EditTeam
    type: Literal["team.edit"]


class CloseTeamCommand(CommandEnvelope):
    """Closes a team: everybody's time in it ends, and nobody joins it any more. Its roles stay on record
    and give nothing. Needs to lead it or to administer the organisation.
    """

    data: CloseTeam
    type: Literal["team.close"]


class MergeTeamCommand(CommandEnvelope):
    """Closes a team and takes whoever is in it into another of the same kind, for as long as they were
    meant to stay. Roles do not go along: who gives roles in a process gives them to the other team.
    Needs to lead both, or to administer the organisation.
    """

    data: MergeTeam
    type: Literal["team.merge"]


class RemoveTeamMemberCommand(CommandEnvelope):
    """Takes a person out of a team at the command's time."""

    data: RemoveTeamMember
    type: Literal["team_member.remove"]


class GrantRoleCommand(CommandEnvelope):
    """Gives a party a role on the process or on an item and all below it.

    Needs `role.grant` there. Nobody gives what she does not hold: who is no administrator can only
    grant roles whose every permission she has there herself.
    """

    data: GrantRole
    type: Literal["role.grant"]


class RevokeRoleCommand(CommandEnvelope):
    """Ends a grant at the command's time. Needs `role.grant` on its scope."""

    data: RevokeRole
    type: Literal["role.revoke"]


class PlaceRestrictionCommand(CommandEnvelope):
    """Takes permissions from a party on the process or on an item and all below it.

    Needs `restriction.place` there. Only an administrator takes `process.administer` away.
    """

    data: PlaceRestriction
    type: Literal["restriction.place"]


class LiftRestrictionCommand(CommandEnvelope):
    """Ends a restriction at the command's time. Needs `restriction.place` on its scope."""

    data: LiftRestriction
    type: Literal["restriction.lift"]


class AskApprovalCommand(CommandEnvelope):
    """Asks others to stand behind an act that the governance model wants approved. Needs the permission
    itself.

    Whoever may approve it is told so by the news.
    """

    data: AskApproval
    type: Literal["approval.ask"]


class GiveApprovalCommand(CommandEnvelope):
    """Stands behind an act of somebody else before it happens, where the governance model asks for it.

    Only a holder of a role that the model names for the act, on the item's scope, can, and only in a
    role that somebody else gave her. It is for the command that was asked about, word for word, while
    that which it is about stays as it was then, and counts while she holds the role without a break.
    """

    data: GiveApproval
    type: Literal["approval.give"]


class WithdrawApprovalCommand(CommandEnvelope):
    """Takes back an approval of one's own that has not been used."""

    data: WithdrawApproval
    type: Literal["approval.withdraw"]


class AdoptGovernanceCommand(CommandEnvelope):
    """Puts the process under another governance model. Needs `process.administer`.

    Once work has begun, only a higher version of the same model is taken, and its effect must be
    declared; a dry run says what it is.
    """

    data: AdoptGovernance
    type: Literal["governance.adopt"]


class CreateProcessCommand(CommandEnvelope):
    """Creates a process under a governance model, empty or from a template.

    Whoever asks receives the model's founder role, if the model opens it to her stakeholder kind.
    """

    data: CreateProcess
    type: Literal["process.create"]


class EditProcessCommand(CommandEnvelope):
    """Changes what the process says of itself. Needs `process.edit`."""

    data: EditProcess
    type: Literal["process.edit"]


class CloneProcessCommand(CommandEnvelope):
    """Creates a process like another: the same rules, catalogue and plan; nothing of the people and their
    work. Needs `process.view` there, and what creating needs.
    """

    data: CloneProcess
    type: Literal["process.clone"]


class ImportProcessCommand(CommandEnvelope):
    """Creates a process as another system had it: its plan and how far that had come, its assets, and who
    administered it. All of it or nothing. Needs what creating needs.
    """

    data: ImportProcess
    type: Literal["process.import"]


class PublishProcessCommand(CommandEnvelope):
    """Publishes the process as a good practice: its story, and a template to do it again. Nothing of the
    people goes with it. Needs `process.publish`.
    """

    data: PublishProcess
    type: Literal["process.publish"]


class CloseProcessCommand(CommandEnvelope):
    """Closes the process for good: what is in it stays to be read, and nothing is changed any more. The
    vault forgets the key by which it knew who had her say in it. Needs `process.administer`.
    """

    data: CloseProcess
    type: Literal["process.close"]


class AddItemCommand(CommandEnvelope):
    """Adds a phase, an objective or a task. Needs `item.add` on what it lies in."""

    data: AddItem
    type: Literal["item.add"]


class EditItemCommand(CommandEnvelope):
    """Changes an item. What is absent stays as it is. Needs `item.edit`."""

    data: EditItem
    type: Literal["item.edit"]


class MoveItemCommand(CommandEnvelope):
    """Moves an item among its siblings, or with all that is in it to another parent. Needs `item.edit`,
    and for another parent `item.add` there; where a role, a restriction or a required purpose stands on
    what it leaves or comes into, so that others may do other things with it there,
    `process.administer`.

    Where something need not wait any longer then, that passes a gate: it needs `prerequisite.waive`
    there too, the approvals that the model asks for, and a reason.
    """

    data: MoveItem
    type: Literal["item.move"]


class DisableItemCommand(CommandEnvelope):
    """Disables an item with everything below it. Nothing is lost. Needs `item.disable`.

    Where work waits for it and need not wait any longer then, that passes a gate: it needs
    `prerequisite.waive` there too, the approvals that the model asks for, and a reason.
    """

    data: DisableItem
    type: Literal["item.disable"]


class EnableItemCommand(CommandEnvelope):
    """Enables an item again, and what below it was not disabled itself. Needs `item.disable`."""

    data: EnableItem
    type: Literal["item.enable"]


class ScheduleItemCommand(CommandEnvelope):
    """Plans a task; a day that is absent is unset. Needs `item.schedule`."""

    data: ScheduleItem
    type: Literal["item.schedule"]


class AddPrerequisiteCommand(CommandEnvelope):
    """Makes an item wait for another. A cycle is refused. Needs `item.edit`."""

    data: AddPrerequisite
    type: Literal["prerequisite.add"]


class RemovePrerequisiteCommand(CommandEnvelope):
    """Makes an item wait for another no longer. Needs `item.edit`.

    Where it still waits for it, that passes a gate: it needs `prerequisite.waive` there too, the
    approvals that the model asks for, and a reason.
    """

    data: RemovePrerequisite
    type: Literal["prerequisite.remove"]


class ReplaceTreeCommand(CommandEnvelope):
    """Puts another plan in the place of this one, or none: all its items go. Only as long as nothing hangs
    on any of them: no work, no asset, no assignment, no role or restriction on an item, no required
    purpose, no approval. Needs `process.administer`.
    """

    data: ReplaceTree
    type: Literal["tree.replace"]


class StartTaskCommand(CommandEnvelope):
    """Starts a task that is awaiting. Needs `task.start`, and that nothing enforced holds it back."""

    data: StartTask
    type: Literal["task.start"]


class CompleteTaskCommand(CommandEnvelope):
    """Completes a task in progress. Needs `task.complete`, and that nothing enforced holds it back."""

    data: CompleteTask
    type: Literal["task.complete"]


class ReopenTaskCommand(CommandEnvelope):
    """Puts a finished task back in progress. Needs `task.reopen`."""

    data: ReopenTask
    type: Literal["task.reopen"]


class WaivePrerequisiteCommand(CommandEnvelope):
    """Lets work begin although a prerequisite is unmet. Needs `prerequisite.waive`."""

    data: WaivePrerequisite
    type: Literal["prerequisite.waive"]


class AdoptCatalogueCommand(CommandEnvelope):
    """Takes interlinkers from this catalogue, or this version of it, from now on. Needs
    `process.administer`.
    """

    data: AdoptCatalogue
    type: Literal["catalogue.adopt"]


class AdoptTemplateCommand(CommandEnvelope):
    """Takes over a higher version of the template that the process was made from. Needs
    `process.administer`.

    New items come, items that the new version lacks are disabled, texts and prerequisites follow the
    new version where the process had not changed them itself. Once work has begun, the effect must be
    declared; a dry run says what it is.
    """

    data: AdoptTemplate
    type: Literal["template.adopt"]


class AddAssetCommand(CommandEnvelope):
    """Puts an asset on a task. Needs `asset.create` there.

    Where the governance model says so, the first asset of a task that is awaiting starts the task.
    """

    data: AddAsset
    type: Literal["asset.add"]


class EditAssetCommand(CommandEnvelope):
    """Changes what is said of an asset. What is absent stays as it is. Needs `asset.edit` on its task."""

    data: EditAsset
    type: Literal["asset.edit"]


class ReviseAssetCommand(CommandEnvelope):
    """Adds a version of an asset; those before stay. Needs `asset.edit` on its task."""

    data: ReviseAsset
    type: Literal["asset.revise"]


class OpenAssetCommand(CommandEnvelope):
    """Opens an asset, on record: who looked at what, and when. Needs `asset.view` on its task, and the
    purposes that are required of it.
    """

    data: OpenAsset
    type: Literal["asset.open"]


class DeleteAssetCommand(CommandEnvelope):
    """Deletes an asset. That it was there stays on record. Needs `asset.delete` on its task."""

    data: DeleteAsset
    type: Literal["asset.delete"]


class MakeAssignmentCommand(CommandEnvelope):
    """Asks a person or a team to do something on a task. Needs `task.assign` there."""

    data: MakeAssignment
    type: Literal["assignment.make"]


class WithdrawAssignmentCommand(CommandEnvelope):
    """Takes an assignment back. Needs `task.assign` on its task, or to be the person asked."""

    data: WithdrawAssignment
    type: Literal["assignment.withdraw"]


class CompleteAssignmentCommand(CommandEnvelope):
    """Says that what an assignment asks for is done. Needs to be the person asked or in the team asked, or
    `task.assign` on its task. What was done is claimed and reviewed as a contribution; this only ends
    the asking.
    """

    data: CompleteAssignment
    type: Literal["assignment.complete"]


class ClaimContributionCommand(CommandEnvelope):
    """Says that oneself did something on a task. Needs `contribution.claim` there."""

    data: ClaimContribution
    type: Literal["contribution.claim"]


class RecordContributionCommand(CommandEnvelope):
    """Records what somebody else did, who did not say it herself: she was there without a screen. Needs
    `contribution.review` on the task, and that she herself may contribute there. It participations by
    whom it was recorded; she confirms it or takes it back, and whoever recorded it does not review it.
    """

    data: RecordContribution
    type: Literal["contribution.record"]


class ConfirmContributionCommand(CommandEnvelope):
    """Says that what somebody else recorded of oneself is so."""

    data: ConfirmContribution
    type: Literal["contribution.confirm"]


class WithdrawContributionCommand(CommandEnvelope):
    """Takes back a claim of one's own that was not reviewed; or what somebody else recorded of oneself, as
    long as one has not confirmed it and no points were awarded for it.
    """

    data: WithdrawContribution
    type: Literal["contribution.withdraw"]


class AcceptContributionCommand(CommandEnvelope):
    """Accepts a contribution. Needs `contribution.review` on its task, and that it is somebody else's,
    unless the governance model lets people review themselves.
    """

    data: AcceptContribution
    type: Literal["contribution.accept"]


class ReturnContributionCommand(CommandEnvelope):
    """Returns a contribution, with the reason. Needs what accepting needs."""

    data: ReturnContribution
    type: Literal["contribution.return"]


class EstimateTaskCommand(CommandEnvelope):
    """Says how hard a task is. Needs `item.edit` there."""

    data: EstimateTask
    type: Literal["task.estimate"]


class AwardPointsCommand(CommandEnvelope):
    """Awards the points of a finished task to all its contributors at once. Needs `contribution.review`
    there, and that no claim waits for review.
    """

    data: AwardPoints
    type: Literal["points.award"]


class ReversePointsCommand(CommandEnvelope):
    """Takes one award back, with the reason. Needs `contribution.review` on its task."""

    data: ReversePoints
    type: Literal["points.reverse"]


class AskParticipationCommand(CommandEnvelope):
    """Asks to take part in the process. Takes no permission; one may ask once at a time."""

    data: AskParticipation
    type: Literal["participation.ask"]


class AcceptParticipationCommand(CommandEnvelope):
    """Accepts a request to take part, and gives a role. Needs what giving the role needs."""

    data: AcceptParticipation
    type: Literal["participation.accept"]


class DeclineParticipationCommand(CommandEnvelope):
    """Declines a request to take part. Needs `role.grant` on the process."""

    data: DeclineParticipation
    type: Literal["participation.decline"]


class GiveRatingCommand(CommandEnvelope):
    """Rates something, or changes what the actor said of it before."""

    data: GiveRating
    type: Literal["rating.give"]


class WithdrawRatingCommand(CommandEnvelope):
    """Takes the actor's rating back."""

    data: WithdrawRating
    type: Literal["rating.withdraw"]


class ErasePersonCommand(CommandEnvelope):
    """Erases the person (GDPR Art. 17): her tie to the host's id, and every text about her.

    For herself, everywhere. Or for an organisation that the actor administers and that has to do with
    her, with a reason: then what that organisation holds, and her tie once nobody else has to do with
    her.
    """

    data: ErasePerson
    type: Literal["person.erase"]


class MakeSubjectRequestCommand(CommandEnvelope):
    """Asks a controller for something under GDPR Art. 15 to 22. By herself; by who speaks for her in
    everything that this controller does; or by somebody who acts for the controller and received it.
    Without a stream it is the actor's own.
    """

    data: MakeSubjectRequest
    type: Literal["subject_request.make"]


class ExtendSubjectRequestCommand(CommandEnvelope):
    """Takes two months more, in the name of the controller, within the first (Art. 12(3))."""

    data: ExtendSubjectRequest
    type: Literal["subject_request.extend"]


class AnswerSubjectRequestCommand(CommandEnvelope):
    """Answers a request, in the name of the controller."""

    data: AnswerSubjectRequest
    type: Literal["subject_request.answer"]


class LiftProcessingRestrictionCommand(CommandEnvelope):
    """Ends a restriction that was granted, in the name of the controller. She is told before (Art. 18(3))."""

    data: LiftProcessingRestriction
    type: Literal["processing_restriction.lift"]


class RectifyTextCommand(CommandEnvelope):
    """Puts a text about her right, in the name of the controller that holds it, while she asks for it
    (Art. 16); or by whoever wrote it in her own name. The vault forgets the text that stood there.
    """

    data: RectifyText
    type: Literal["text.rectify"]


class KeepTextCommand(CommandEnvelope):
    """Keeps a text about her when she is erased, in the name of the controller that holds it and whom a
    law asks for it (Art. 17(3)), for thirty years at most. Her tie to the host's id goes nevertheless.
    Later times take the place of earlier ones, and what is said later of whether it is kept
    attributably.
    """

    data: KeepText
    type: Literal["text.keep"]


class AttributeTextCommand(CommandEnvelope):
    """Looks whose text it is that is kept attributably of somebody who was erased, in the name of the
    controller that keeps it. It leaves an event; the request `attribution` names that and gives the
    answer.
    """

    data: AttributeText
    type: Literal["text.attribute"]


class PublishNoticeCommand(CommandEnvelope):
    """Publishes a notice, or the next version of one. It must be complete: see `Notice::missing`."""

    data: PublishNotice
    type: Literal["notice.publish"]


class WithdrawNoticeCommand(CommandEnvelope):
    """Ends a notice: from now on nothing is processed on what it says."""

    data: WithdrawNotice
    type: Literal["notice.withdraw"]


class RequestConsentCommand(CommandEnvelope):
    """Asks for consent, in the name of the controller."""

    data: RequestConsent
    type: Literal["consent.request"]


class DeferConsentCommand(CommandEnvelope):
    """Puts the decision off."""

    data: DeferConsent
    type: Literal["consent.defer"]


class GiveConsentCommand(CommandEnvelope):
    """Consents to one purpose, under the notice that is in force."""

    data: GiveConsent
    type: Literal["consent.give"]


class RenewConsentCommand(CommandEnvelope):
    """Consents again, before or after the end of what she gave."""

    data: RenewConsent
    type: Literal["consent.renew"]


class RefuseConsentCommand(CommandEnvelope):
    """Says no."""

    data: RefuseConsent
    type: Literal["consent.refuse"]


class WithdrawConsentCommand(CommandEnvelope):
    """Takes a consent back. Nobody asks for a reason (Art. 7(3))."""

    data: WithdrawConsent
    type: Literal["consent.withdraw"]


class RevokeConsentCommand(CommandEnvelope):
    """Ends somebody's consent, in the name of the controller."""

    data: RevokeConsent
    type: Literal["consent.revoke"]


class ExpireConsentCommand(CommandEnvelope):
    """Notes, in the name of the controller, that what a consent was tied to has come."""

    data: ExpireConsent
    type: Literal["consent.expire"]


class UseConsentCommand(CommandEnvelope):
    """Uses a consent up once, in the name of the controller; or sets a use aside for a gate, which the
    next act that passes it takes. A use for a gate is also set aside by herself, or by whoever speaks
    for her.
    """

    data: UseConsent
    type: Literal["consent.use"]


class InvalidateConsentCommand(CommandEnvelope):
    """Notes, in the name of the controller, that an authority found a consent invalid."""

    data: InvalidateConsent
    type: Literal["consent.invalidate"]


class RaiseObjectionCommand(CommandEnvelope):
    """Objects to processing for a public task or a legitimate interest (Art. 21)."""

    data: RaiseObjection
    type: Literal["objection.raise"]


class WithdrawObjectionCommand(CommandEnvelope):
    """Takes an objection back."""

    data: WithdrawObjection
    type: Literal["objection.withdraw"]


class DecideObjectionCommand(CommandEnvelope):
    """Decides an objection, in the name of the controller: it stands, unless compelling grounds are shown."""

    data: DecideObjection
    type: Literal["objection.decide"]


class NotifyRecipientCommand(CommandEnvelope):
    """Notes, in the name of the controller, that a recipient knows that processing has to end (Art. 19)."""

    data: NotifyRecipient
    type: Literal["recipient.notify"]


class RecordDateOfBirthCommand(CommandEnvelope):
    """Records a birthday, so that a child's consent is asked of who may give it (Art. 8). By herself, or
    by an official. Kept in the vault.
    """

    data: RecordDateOfBirth
    type: Literal["date_of_birth.record"]


class AppointRepresentativeCommand(CommandEnvelope):
    """Lets somebody speak for a person: by herself, or by an official who has seen the evidence."""

    data: AppointRepresentative
    type: Literal["representative.appoint"]


class DismissRepresentativeCommand(CommandEnvelope):
    """Ends a representation, whatever it was about: by the representative, who lays it down; by an
    official who has seen what shows it; or by herself, as far as she chose it.
    """

    data: DismissRepresentative
    type: Literal["representative.dismiss"]


class SettleDisagreementCommand(CommandEnvelope):
    """Records that an authority or a court decided where those who speak for somebody differ: their noes
    no longer stand in the way of a yes. It is no yes itself, and a later no stands again. By an
    official of a public administration that neither gains by it nor has one of them among its own.
    """

    data: SettleDisagreement
    type: Literal["disagreement.settle"]


class RequirePurposeCommand(CommandEnvelope):
    """Requires a purpose: of a process, of an item and what lies below, or of an asset."""

    data: RequirePurpose
    type: Literal["purpose.require"]


class ReleasePurposeCommand(CommandEnvelope):
    """Requires a purpose no longer."""

    data: ReleasePurpose
    type: Literal["purpose.release"]


class RedactTextCommand(CommandEnvelope):
    """Takes words out of every public text of the stream, for good: out of its events, and out of the
    imported and published documents that it alone relies on (GDPR Art. 17). By whoever administers the
    process or the organisation, or by an operator of the store; also once the process is closed. What
    operators wrote is for operators to take out. A document that others rely on stays as it is, and is
    named in the event.

    What reads the same is the same: capital and small letters, an accent however it is written, any
    blank. Words that are part of a longer word stay. Decide it with `dry_run` first: there is no way
    back.
    """

    data: RedactText
    type: Literal["text.redact"]


Command: TypeAlias = Union[
    "AppointOperatorCommand",
    "DismissOperatorCommand",
    "RegisterOrganisationCommand",
    "EditOrganisationCommand",
    "VerifyOrganisationCommand",
    "UnverifyOrganisationCommand",
    "AppointAdministratorCommand",
    "DismissAdministratorCommand",
    "AddMemberCommand",
    "RemoveMemberCommand",
    "CreateTeamCommand",
    "AddTeamMemberCommand",
    "EditTeamCommand",
    "CloseTeamCommand",
    "MergeTeamCommand",
    "RemoveTeamMemberCommand",
    "GrantRoleCommand",
    "RevokeRoleCommand",
    "PlaceRestrictionCommand",
    "LiftRestrictionCommand",
    "AskApprovalCommand",
    "GiveApprovalCommand",
    "WithdrawApprovalCommand",
    "AdoptGovernanceCommand",
    "CreateProcessCommand",
    "EditProcessCommand",
    "CloneProcessCommand",
    "ImportProcessCommand",
    "PublishProcessCommand",
    "CloseProcessCommand",
    "AddItemCommand",
    "EditItemCommand",
    "MoveItemCommand",
    "DisableItemCommand",
    "EnableItemCommand",
    "ScheduleItemCommand",
    "AddPrerequisiteCommand",
    "RemovePrerequisiteCommand",
    "ReplaceTreeCommand",
    "StartTaskCommand",
    "CompleteTaskCommand",
    "ReopenTaskCommand",
    "WaivePrerequisiteCommand",
    "AdoptCatalogueCommand",
    "AdoptTemplateCommand",
    "AddAssetCommand",
    "EditAssetCommand",
    "ReviseAssetCommand",
    "OpenAssetCommand",
    "DeleteAssetCommand",
    "MakeAssignmentCommand",
    "WithdrawAssignmentCommand",
    "CompleteAssignmentCommand",
    "ClaimContributionCommand",
    "RecordContributionCommand",
    "ConfirmContributionCommand",
    "WithdrawContributionCommand",
    "AcceptContributionCommand",
    "ReturnContributionCommand",
    "EstimateTaskCommand",
    "AwardPointsCommand",
    "ReversePointsCommand",
    "AskParticipationCommand",
    "AcceptParticipationCommand",
    "DeclineParticipationCommand",
    "GiveRatingCommand",
    "WithdrawRatingCommand",
    "ErasePersonCommand",
    "MakeSubjectRequestCommand",
    "ExtendSubjectRequestCommand",
    "AnswerSubjectRequestCommand",
    "LiftProcessingRestrictionCommand",
    "RectifyTextCommand",
    "KeepTextCommand",
    "AttributeTextCommand",
    "PublishNoticeCommand",
    "WithdrawNoticeCommand",
    "RequestConsentCommand",
    "DeferConsentCommand",
    "GiveConsentCommand",
    "RenewConsentCommand",
    "RefuseConsentCommand",
    "WithdrawConsentCommand",
    "RevokeConsentCommand",
    "ExpireConsentCommand",
    "UseConsentCommand",
    "InvalidateConsentCommand",
    "RaiseObjectionCommand",
    "WithdrawObjectionCommand",
    "DecideObjectionCommand",
    "NotifyRecipientCommand",
    "RecordDateOfBirthCommand",
    "AppointRepresentativeCommand",
    "DismissRepresentativeCommand",
    "SettleDisagreementCommand",
    "RequirePurposeCommand",
    "ReleasePurposeCommand",
    "RedactTextCommand",
]
"""Something that somebody asks for."""

CommandId: TypeAlias = str
"""The host's id of a command."""

CommandOutcome: TypeAlias = Union["CommandTaken", "CommandRefused"]
"""What became of one of several commands."""


class CommandRefused(TypedDict):
    """A command that led to nothing."""

    problem: Problem
    """Why."""


class CommandTaken(TypedDict):
    """A command that was taken."""

    ok: ExecutedView
    """What it led to."""
    position: Position
    """The position of the store with it."""


Commitment: TypeAlias = str
"""32 bytes as lower-case hexadecimal."""


class CompleteAssignment(TypedDict):
    """Says that what an assignment asks for is done. Needs to be the person asked or in the team asked, or
    `task.assign` on its task. What was done is claimed and reviewed as a contribution; this only ends
    the asking.
    """

    assignment: AssignmentId
    """Which."""


class CompleteTask(TypedDict):
    """Completes a task in progress. Needs `task.complete`, and that nothing enforced holds it back."""

    item: ItemId
    """The task."""


class Complexity(TypedDict):
    """How hard a task is in each kind of contribution, from 0 to 100."""

    development: int
    """In making the service."""
    exploitation: int
    """In running and spreading it."""
    management: int
    """In holding the work together."""


Concern: TypeAlias = Literal[
    # She is asked to work on something.
    "assigned",
    # She is no longer asked to.
    "unassigned",
    # What she asked somebody to do is done.
    "done",
    # What she did was accepted or returned.
    "reviewed",
    # What she did was recorded by somebody else.
    "recorded",
    # She has points, or no longer has them.
    "credited",
    # Something that she is asked to work on has to wait now.
    "blocked",
    # Something that she is asked to work on need not wait any more.
    "unblocked",
    # Somebody asks to take part in a process that she administers.
    "asked",
    # Her request to take part was answered.
    "answered",
    # Somebody asks her to stand behind an act.
    "approval",
    # Work in a process that she administers must stop, since a consent that it rests on is no more.
    "must_stop",
    # What she may do in a process has changed.
    "role",
    # She belongs to an organisation or a team now, or no longer does.
    "membership",
    # Somebody acted on what she wants done with her data.
    "consent",
]
"""Why something concerns a person."""


class ConfirmContribution(TypedDict):
    """Says that what somebody else recorded of oneself is so."""

    contribution: ContributionId
    """Which."""


class ConsentDeferred(TypedDict):
    """She will decide later."""

    by: Expressed
    """Who said so."""
    organisation_id: OrganisationId
    """The controller."""
    purpose: Key
    """The purpose."""


class ConsentExpired(TypedDict):
    """What her consent was tied to has come."""

    event: Key
    """What has come."""
    organisation_id: OrganisationId
    """The controller."""
    purpose: Key
    """The purpose."""
    relied_on: list[Reliance]
    """What the decision read elsewhere."""


class ConsentGiven(TypedDict):
    """She consented."""

    by: Expressed
    """Who said so."""
    evidence: NotRequired[Commitment]
    """What shows it: a commitment to its SHA-256 in the vault, for a digest of few words could be guessed."""
    explicit: NotRequired[bool]
    """Whether she said so in words or by a signature."""
    language: Language
    """The language in which the notice was read."""
    method: Indication
    """How it was said."""
    notice: DocumentId
    """The notice that was read."""
    organisation_id: OrganisationId
    """The controller."""
    purpose: Key
    """The purpose."""
    relied_on: list[Reliance]
    """What the decision read elsewhere."""
    said_at: NotRequired[Timestamp]
    """When she gave it elsewhere, as the official says who brought it over from there."""
    valid: Validity
    """For how long."""


ConsentInvalidated = TypedDict(
    "ConsentInvalidated",
    {
        # What it decided: a commitment to a text in the vault.
        "decision": "Commitment",
        # The decision: a commitment to its SHA-256 in the vault.
        "evidence": NotRequired["Commitment"],
        # From when on.
        "from": "Timestamp",
        # The controller.
        "organisation_id": "OrganisationId",
        # The purpose.
        "purpose": "Key",
        # What the decision read elsewhere.
        "relied_on": "list[Reliance]",
        # The consents that began before this were invalid; only the one that held at `from`, or began first
        # after it, if absent.
        "until": NotRequired["Timestamp"],
    },
)
"""An authority found her consent invalid."""


class ConsentLackView(TypedDict):
    """A purpose that is required and has no basis."""

    own: bool
    """Whether it is about the asker's own data. Of somebody else no more is told than that something is
    missing.
    """
    purpose: PurposeRef
    """The purpose."""
    requirement: RequirementId
    """The requirement."""


class ConsentReasonConsentData(TypedDict):
    seq: Seq
    """The number of its event in her stream."""
    within: bool
    """Whether it was given for a purpose that contains this one."""


class ConsentReasonConsent(TypedDict):
    """A consent holds."""

    consent: ConsentReasonConsentData


class ConsentReasonBasis(TypedDict):
    """Another basis holds, and she has no objection that stands."""

    basis: LawfulBasis


class ConsentReasonPurposeUnknown(TypedDict):
    """Nobody has published such a purpose."""

    purpose_unknown: dict[str, Json]


class ConsentReasonNotInForce(TypedDict):
    """No notice with it is in force at that moment."""

    not_in_force: dict[str, Json]


class ConsentReasonNoConsent(TypedDict):
    """What she said, or did not say, is no consent."""

    no_consent: State


class ConsentReasonEndedData(TypedDict):
    at: NotRequired[Timestamp]
    """When; absent where its uses were used up."""


class ConsentReasonEnded(TypedDict):
    """Her consent came to an end."""

    ended: ConsentReasonEndedData


class ConsentReasonNotSetAside(TypedDict):
    """Her consent is counted, and no use of it was set aside for what is asked."""

    not_set_aside: dict[str, Json]


class ConsentReasonDespiteRestriction(TypedDict):
    """Data are restricted, and it goes on for this reason (Art. 18(2))."""

    despite_restriction: RestrictionException


class ConsentReasonRenewalDue(TypedDict):
    """A newer notice asks for her consent again."""

    renewal_due: dict[str, Json]


class ConsentReasonNotExplicit(TypedDict):
    """The notice in force needs an explicit consent, and hers was not."""

    not_explicit: dict[str, Json]


class ConsentReasonChildData(TypedDict):
    age: int
    """The age from which on she could."""


class ConsentReasonChild(TypedDict):
    """She was a child then and consented alone."""

    child: ConsentReasonChildData


class ConsentReasonObjected(TypedDict):
    """She objects."""

    objected: State


class ConsentReasonRestricted(TypedDict):
    """The controller granted her that her data are only stored (Art. 18)."""

    restricted: dict[str, Json]


class ConsentReasonErased(TypedDict):
    """She was erased."""

    erased: dict[str, Json]


class ConsentReasonUnreadable(TypedDict):
    """The record cannot be read."""

    unreadable: dict[str, Json]


ConsentReason: TypeAlias = Union[
    "ConsentReasonConsent",
    "ConsentReasonBasis",
    "ConsentReasonPurposeUnknown",
    "ConsentReasonNotInForce",
    "ConsentReasonNoConsent",
    "ConsentReasonEnded",
    "ConsentReasonNotSetAside",
    "ConsentReasonDespiteRestriction",
    "ConsentReasonRenewalDue",
    "ConsentReasonNotExplicit",
    "ConsentReasonChild",
    "ConsentReasonObjected",
    "ConsentReasonRestricted",
    "ConsentReasonErased",
    "ConsentReasonUnreadable",
]
"""Why, in short."""


class ConsentRefused(TypedDict):
    """She said no."""

    by: Expressed
    """Who said so."""
    organisation_id: OrganisationId
    """The controller."""
    purpose: Key
    """The purpose."""


class ConsentRenewed(TypedDict):
    """She consented again."""

    by: Expressed
    """Who said so."""
    evidence: NotRequired[Commitment]
    """What shows it: a commitment to its SHA-256 in the vault, for a digest of few words could be guessed."""
    explicit: NotRequired[bool]
    """Whether she said so in words or by a signature."""
    language: Language
    """The language in which the notice was read."""
    method: Indication
    """How it was said."""
    notice: DocumentId
    """The notice that was read."""
    organisation_id: OrganisationId
    """The controller."""
    purpose: Key
    """The purpose."""
    relied_on: list[Reliance]
    """What the decision read elsewhere."""
    valid: Validity
    """For how long."""


class ConsentRequest(TypedDict):
    """May a person's data be processed for a purpose, and why?"""

    as_known: NotRequired[Seq | None]
    """As it was known when her stream had this version; as it is known now if absent."""
    at: Timestamp | datetime
    """For which moment."""
    organisation_id: OrganisationId
    """The controller."""
    past: NotRequired[bool]
    """Whether `at` is a past moment: then the times of what is on record decide. Without it `at` is what
    the clock participations now, and whatever has ended something counts, however it is dated.
    """
    person: HostId
    """Whose data, by the host's id."""
    purpose: Key
    """The purpose."""


class ConsentRequested(TypedDict):
    """She was asked."""

    notice: DocumentId
    """The notice that went with it."""
    organisation_id: OrganisationId
    """The controller."""
    purpose: Key
    """The purpose."""
    relied_on: list[Reliance]
    """What the decision read elsewhere."""


class ConsentRevoked(TypedDict):
    """The controller ended her consent."""

    organisation_id: OrganisationId
    """The controller."""
    purpose: Key
    """The purpose."""
    reason: Commitment
    """Why: a commitment to a text in the vault."""
    relied_on: list[Reliance]
    """What the decision read elsewhere."""


class ConsentUsed(TypedDict):
    """Her consent was used up once."""

    organisation_id: OrganisationId
    """The controller."""
    purpose: Key
    """The purpose."""
    relied_on: list[Reliance]
    """What the decision read elsewhere."""
    requirement: NotRequired[RequirementId]
    """The gate that the use was set aside for."""


class ConsentView(TypedDict):
    """The answer to a question about one purpose, with all that led to it."""

    allowed: bool
    """Whether her data may be processed for it."""
    at: Timestamp
    """For which moment."""
    basis: NotRequired[LawfulBasis]
    """Why it is lawful; absent if nobody has published the purpose."""
    explicit: bool
    """Whether she said so in words or by a signature."""
    message: str
    """Why, in a sentence."""
    notice: NotRequired[DocumentId]
    """The notice that was read."""
    purpose: PurposeRef
    """The purpose."""
    reason: ConsentReason
    """Why, for programs."""
    said_at: NotRequired[Timestamp]
    """When it was said in another system, where it was brought over from there."""
    seq: NotRequired[Seq]
    """The number of the event behind the state, in her stream."""
    since: NotRequired[Timestamp]
    """Since when it is so."""
    state: State
    """What became of her will."""
    until: NotRequired[Timestamp]
    """Until when her consent holds, if it is bound to a time."""
    uses: NotRequired[int]
    """How many uses are left, if they are counted."""
    verbs: list[Verb]
    """What can be done about it now."""


class ConsentWithdrawn(TypedDict):
    """She took her consent back."""

    by: Expressed
    """Who said so."""
    organisation_id: OrganisationId
    """The controller."""
    purpose: Key
    """The purpose."""


class ConsentWithheld(TypedDict):
    """Stands in a replica in the place of an event that is nobody's business here."""

    event: EventId
    """The id of that event."""


class ConsentsRequest(TypedDict):
    """Everything that a person said about her data."""

    at: Timestamp | datetime
    """For which moment."""
    past: NotRequired[bool]
    """Whether `at` is a past moment: then the times of what is on record decide. Without it `at` is what
    the clock participations now, and whatever has ended something counts, however it is dated.
    """
    person: HostId
    """Who, by the host's id."""


class ConsentsView(TypedDict):
    """Everything that a person said."""

    consents: list[ConsentView]
    """By purpose."""
    person: PartyName
    """Who."""
    seq: Seq
    """The version of her stream."""


class ContentFileData(TypedDict):
    media_type: MediaType
    """What kind of bytes they are."""
    sha256: FileDigest
    """SHA-256 of the bytes."""
    size: int
    """How many bytes."""


class ContentFile(TypedDict):
    """A file. Its bytes stay with the host, who finds them by their digest."""

    file: ContentFileData


class ContentHeldData(TypedDict):
    asset: Key
    """Its id there."""
    interlinker: Key
    """The interlinker."""


class ContentHeld(TypedDict):
    """Something that an interlinker of the process's catalogue holds."""

    held: ContentHeldData


class ContentLinkData(TypedDict):
    uri: Uri
    """Where to."""


class ContentLink(TypedDict):
    """A link."""

    link: ContentLinkData


Content: TypeAlias = Union["ContentFile", "ContentHeld", "ContentLink"]
"""What a version of an asset is."""


class ContributionAccepted(TypedDict):
    """A contribution was accepted."""

    contribution: ContributionId
    """Which."""
    level: NotRequired[Level]
    """How much it was, if the reviewer said so."""
    relied_on: NotRequired[list[Reliance]]
    """What the decision read elsewhere."""


class ContributionClaimed(TypedDict):
    """Somebody said that she did something on a task."""

    asset: NotRequired[AssetId]
    """On which asset."""
    assignment: NotRequired[AssignmentId]
    """The assignment that it answers."""
    awarded: NotRequired[AwardId]
    """The award of the task that stood already. Points go to all at once, so this claim brings some only
    if that award is taken back and given anew.
    """
    contribution: ContributionId
    """Its id."""
    despite: NotRequired[list[Unmet]]
    """What was unmet, where the model only warns of it."""
    item: ItemId
    """The task."""
    kind: ContributionKind
    """Of which kind it is."""
    organisation_id: NotRequired[OrganisationId]
    """The organisation of the team."""
    relied_on: NotRequired[list[Reliance]]
    """What the decision read elsewhere."""
    stakeholder: StakeholderKind
    """The stakeholder kind in which she contributed."""
    team_id: NotRequired[TeamId]
    """The team that she contributed for."""
    text: Commitment
    """What she did: a commitment to a text in the vault."""


class ContributionConfirmed(TypedDict):
    """She whose contribution somebody else recorded participations that it is so."""

    contribution: ContributionId
    """Which."""


ContributionId: TypeAlias = str
"""16 bytes as lower-case hexadecimal."""

ContributionKind: TypeAlias = Literal[
    # Making the service.
    "development",
    # Running and spreading it.
    "exploitation",
    # Holding the work together.
    "management",
]
"""INTERLINK's three kinds of contribution."""


class ContributionRecorded(TypedDict):
    """Somebody recorded what somebody else did."""

    asset: NotRequired[AssetId]
    """On which asset."""
    awarded: NotRequired[AwardId]
    """The award of the task that stood already. Points go to all at once, so this claim brings some only
    if that award is taken back and given anew.
    """
    contribution: ContributionId
    """Its id."""
    despite: NotRequired[list[Unmet]]
    """What was unmet, where the model only warns of it."""
    item: ItemId
    """The task."""
    kind: ContributionKind
    """Of which kind it is."""
    organisation_id: NotRequired[OrganisationId]
    """The organisation of the team."""
    person_id: PersonId
    """Who did it."""
    relied_on: NotRequired[list[Reliance]]
    """What the decision read elsewhere."""
    stakeholder: StakeholderKind
    """The stakeholder kind in which she contributed."""
    team_id: NotRequired[TeamId]
    """The team that she contributed for."""
    text: Commitment
    """What she did: a commitment to a text in the vault."""


class ContributionReturned(TypedDict):
    """A contribution was returned."""

    contribution: ContributionId
    """Which."""
    reason: Commitment
    """Why: a commitment to a text in the vault."""
    relied_on: NotRequired[list[Reliance]]
    """What the decision read elsewhere."""


ContributionStage: TypeAlias = Literal[
    # It waits for review.
    "claimed",
    # It was taken back.
    "withdrawn",
    # It was accepted.
    "accepted",
    # It was returned.
    "returned",
]
"""How far a contribution has come."""


class ContributionView(TypedDict):
    """A contribution."""

    after_award: NotRequired[AwardId]
    """The award of its task that stood when it was claimed, while that stands. Points go to all at once:
    this claim brings some only if that award is taken back and given anew.
    """
    asset: NotRequired[AssetId]
    """On which asset, if on one."""
    assignment: NotRequired[AssignmentId]
    """The assignment that it answers."""
    at: Timestamp
    """When it was claimed."""
    by: PartyName
    """Who did it."""
    confirmed: NotRequired[Timestamp]
    """Of what somebody else recorded: when she confirmed it; absent as long as she did not."""
    contribution: ContributionId
    """Its id."""
    item: ItemId
    """The task."""
    kind: ContributionKind
    """Of which kind it is."""
    level: NotRequired[Level]
    """How much it was, if the reviewer said so."""
    reason: NotRequired[str]
    """Why it was returned."""
    recorded_by: NotRequired[PartyName]
    """Who recorded it, where that was somebody else."""
    reviewer: NotRequired[PartyName]
    """Who reviewed it."""
    stage: ContributionStage
    """How far it has come."""
    stakeholder: StakeholderKind
    """The stakeholder kind in which she did."""
    team: NotRequired[PartyName]
    """The team that she did it for."""
    text: NotRequired[str]
    """What she did; absent if the text was erased."""


class ContributionWithdrawn(TypedDict):
    """A claim was taken back."""

    contribution: ContributionId
    """Which."""


Country: TypeAlias = str
"""A country (ISO 3166-1 alpha-2)."""


class CreateProcess(TypedDict):
    """Creates a process under a governance model, empty or from a template.

    Whoever asks receives the model's founder role, if the model opens it to her stakeholder kind.
    """

    acting_for: NotRequired[HostId | None]
    """The organisation in whose name it is created, which makes the founder of its stakeholder kind.
    Without one she acts for herself, as a citizen.
    """
    catalogue: NotRequired[DocumentId | None]
    """The catalogue it takes interlinkers from, by the SHA-256 of its canonical JSON."""
    description: NotRequired[Localized | None]
    """What it is about."""
    governance: DocumentId
    """The governance model it runs under, by the SHA-256 of its canonical JSON."""
    language: Language
    """The language it is read in where no other is asked for."""
    name: Localized
    """Its name."""
    template: NotRequired[DocumentId | None]
    """The template it is made from, by the SHA-256 of its canonical JSON."""


class CreateTeam(TypedDict):
    """Creates a team in the organisation; whoever asks leads it."""

    kind: StakeholderKind
    """What kind of stakeholder the team is; a municipality may host a team of citizens."""
    name: Localized
    """Its name. Public: it must not be the name of a private person."""
    team: HostId
    """The host's id for it."""


class DataItem(TypedDict):
    """One kind of data."""

    category: DataTerm
    """Which."""
    criminal: NotRequired[bool]
    """Whether it is about criminal convictions and offences (Art. 10). What the vocabulary counts among
    them is; here more can be.
    """
    necessity: Necessity
    """Whether it must be there."""
    special: NotRequired[bool]
    """Whether it belongs to the special categories of Art. 9. What the vocabulary counts among them does;
    here more can.
    """


DataTerm: TypeAlias = str
"""A kind of personal data of the Data Privacy Vocabulary 2.3, by name or IRI."""

Date: TypeAlias = str
"""A day of the calendar."""


class DateOfBirthRecorded(TypedDict):
    """Her birthday was recorded."""

    date_of_birth: Commitment
    """The day: a commitment to a text in the vault."""
    evidence: NotRequired[Commitment]
    """What shows it: a commitment to its SHA-256 in the vault, for a digest of few words could be guessed."""
    organisation_id: NotRequired[OrganisationId]
    """The public administration in whose name an official recorded it; none where she said it herself."""
    relied_on: NotRequired[list[Reliance]]
    """What the decision read elsewhere."""


class DecideObjection(TypedDict):
    """Decides an objection, in the name of the controller: it stands, unless compelling grounds are shown."""

    data_subject: NotRequired[HostId | None]
    """Whose objection."""
    grounds: NotRequired[Remark | None]
    """The compelling legitimate grounds that override hers; none where the objection stands. Kept in the
    vault.
    """
    organisation: HostId
    """The controller."""
    purpose: Key
    """The purpose."""


class DeclineParticipation(TypedDict):
    """Declines a request to take part. Needs `role.grant` on the process."""

    reason: Remark
    """Why. Kept in the vault, as a text about whoever asked."""
    request: ParticipationId
    """Which request."""


class Deed(TypedDict):
    """A command that is to be given: its type and its data."""

    data: dict[str, Json]
    """The data, as the command takes them."""
    type: DeedName


DeedName: TypeAlias = Literal[
    "process.edit",
    "process.publish",
    "process.close",
    "template.adopt",
    "catalogue.adopt",
    "governance.adopt",
    "item.add",
    "item.edit",
    "item.move",
    "tree.replace",
    "task.estimate",
    "prerequisite.add",
    "prerequisite.remove",
    "item.disable",
    "item.enable",
    "item.schedule",
    "task.start",
    "task.complete",
    "task.reopen",
    "assignment.make",
    "assignment.withdraw",
    "assignment.complete",
    "prerequisite.waive",
    "role.grant",
    "role.revoke",
    "participation.decline",
    "restriction.place",
    "restriction.lift",
    "asset.add",
    "asset.edit",
    "asset.revise",
    "asset.delete",
    "asset.open",
    "contribution.claim",
    "contribution.record",
    "contribution.accept",
    "contribution.return",
    "points.award",
    "points.reverse",
    "purpose.require",
    "purpose.release",
    "participation.accept",
]
"""The type of a command that others can stand behind."""


class DeferConsent(TypedDict):
    """Puts the decision off."""

    data_subject: NotRequired[HostId | None]
    """Whose decision, if not the actor's own."""
    organisation: HostId
    """The controller."""
    purpose: Key
    """The purpose."""


class DeleteAsset(TypedDict):
    """Deletes an asset. That it was there stays on record. Needs `asset.delete` on its task."""

    asset: AssetId
    """The asset."""
    reason: NotRequired[Remark | None]
    """Why. Kept in the vault, as a text by the actor."""


class DeletionView(TypedDict):
    """That an asset was deleted."""

    at: Timestamp
    """When."""
    by: PartyName
    """By whom."""
    reason: NotRequired[str]
    """Why; absent if nothing was said or the text was erased."""


class Derivation(TypedDict):
    """What an asset was made from."""

    asset: AssetId
    """The asset."""
    process: NotRequired[ProcessId]
    """The process that it belongs to, if that is another one."""
    version: int
    """Which version of it, from 1."""


Difficulty: TypeAlias = Literal[
    # No preparation.
    "very_easy",
    # Little preparation.
    "easy",
    # Some preparation.
    "medium",
    # Much preparation.
    "difficult",
    # For specialists.
    "very_difficult",
]
"""How hard it is to use, from the easiest."""


class DisableItem(TypedDict):
    """Disables an item with everything below it. Nothing is lost. Needs `item.disable`.

    Where work waits for it and need not wait any longer then, that passes a gate: it needs
    `prerequisite.waive` there too, the approvals that the model asks for, and a reason.
    """

    item: ItemId
    """The item."""
    reason: NotRequired[Remark | None]
    """Why. Needed where it passes a gate. Kept in the vault, as a text by the actor."""


class DisagreementSettled(TypedDict):
    """Those who speak for her differed about a purpose, and a public administration decided: what they
    said no longer stands in each other's way.
    """

    evidence: Commitment
    """The decision: a commitment to its SHA-256 in the vault."""
    office: OrganisationId
    """The public administration in whose name an official recorded it."""
    organisation_id: OrganisationId
    """The controller."""
    purpose: Key
    """The purpose."""
    relied_on: list[Reliance]
    """What the decision read elsewhere."""


class DismissAdministrator(TypedDict):
    """Ends a person's administration. The last administrator stays."""

    person: HostId
    """The host's id of the person."""


class DismissOperator(TypedDict):
    """Ends a person's time as an operator: by an operator, or by the host in its own name. The last
    operator stays.
    """

    person: HostId
    """The host's id of the person."""


class DismissRepresentative(TypedDict):
    """Ends a representation, whatever it was about: by the representative, who lays it down; by an
    official who has seen what shows it; or by herself, as far as she chose it.
    """

    acting_for: NotRequired[HostId | None]
    """The organisation in whose name an official records it."""
    data_subject: NotRequired[HostId | None]
    """Whom she spoke for, if not the actor."""
    evidence: NotRequired[FileDigest | None]
    """The SHA-256 of what shows it; an official needs it."""
    representative: HostId
    """Who no longer speaks for her."""


Document: TypeAlias = Union[
    "ModelDocument",
    "TemplateDocument",
    "CatalogueDocument",
    "PublicationDocument",
    "ImportDocument",
    "NoticeDocument",
]
"""A document, known by the SHA-256 of its canonical JSON."""

DocumentId: TypeAlias = str
"""32 bytes as lower-case hexadecimal."""

DocumentInput: TypeAlias = Union[
    "ModelDocument",
    "TemplateDocumentInput",
    "CatalogueDocument",
    "PublicationDocumentInput",
    "ImportDocumentInput",
    "NoticeDocumentInput",
]
"""A document, known by the SHA-256 of its canonical JSON."""


class DocumentRequest(TypedDict):
    """A document."""

    document: DocumentId
    """The SHA-256 of its canonical JSON."""


class DocumentView(TypedDict):
    """A document."""

    content: Document
    """Its canonical JSON."""


class EditAsset(TypedDict):
    """Changes what is said of an asset. What is absent stays as it is. Needs `asset.edit` on its task."""

    asset: AssetId
    """The asset."""
    description: NotRequired[Localized | None]
    """The new description."""
    licence: NotRequired[Licence | None]
    """The new licence."""
    title: NotRequired[Localized | None]
    """The new title."""


class EditItem(TypedDict):
    """Changes an item. What is absent stays as it is. Needs `item.edit`."""

    codelivery: NotRequired[bool | None]
    """Whether the service is delivered in it; for phases only."""
    description: NotRequired[Localized | None]
    """The new description, in all its languages."""
    item: ItemId
    """The item."""
    name: NotRequired[Localized | None]
    """The new name, in all its languages."""
    problem_profiles: NotRequired[list[Key] | None]
    """The problem profiles that it has from now on."""


class EditOrganisation(TypedDict):
    """Changes an organisation's name or who may create teams."""

    name: NotRequired[Localized | None]
    """The new name."""
    team_creation: NotRequired[TeamPolicy | None]
    """Who may create teams from now on."""


class EditProcess(TypedDict):
    """Changes what the process says of itself. Needs `process.edit`."""

    description: NotRequired[Localized | None]
    """The new description."""
    language: NotRequired[Language | None]
    """The language it is read in from now on where no other is asked for."""
    name: NotRequired[Localized | None]
    """The new name."""


class EditTeam(TypedDict):
    """Renames a team. Needs to lead it or to administer the organisation."""

    name: Localized
    """Its new name. Public: it must not be the name of a private person."""
    team: HostId
    """The host's id of the team."""


class Effect(TypedDict):
    """The difference that a new model makes. Whoever changes the rules of a process in which work has
    begun must declare it in full, so that no rule changes unnoticed.
    """

    approvals_added: NotRequired[list[ApprovalRule]]
    """Approvals that are asked for from now on."""
    approvals_removed: NotRequired[list[ApprovalRule]]
    """Approvals that are asked for no longer."""
    eased: NotRequired[PermissionSet]
    """Acts that are held back less than before: fewer must stand behind them, or for `prerequisite.waive`
    less is waited for. Adopting the model takes, for each of them, the approvals that the old model
    asks for.
    """
    grants_ended: NotRequired[list[GrantId]]
    """Grants that end, because their role is gone or closed to the holder's kind."""
    holders_added: NotRequired[dict[str, list[StakeholderKind]]]
    """Stakeholder kinds that may hold a role from now on."""
    holders_removed: NotRequired[dict[str, list[StakeholderKind]]]
    """Stakeholder kinds that may hold a role no longer."""
    permissions_added: NotRequired[dict[str, PermissionSet]]
    """Permissions that a role gains."""
    permissions_removed: NotRequired[dict[str, PermissionSet]]
    """Permissions that a role loses."""
    prerequisites: NotRequired[PrerequisitePolicy]
    """How prerequisites are treated from now on, if that changes."""
    roles_added: NotRequired[list[Key]]
    """Roles that are new."""
    roles_removed: NotRequired[list[Key]]
    """Roles that are gone."""


class EnableItem(TypedDict):
    """Enables an item again, and what below it was not disabled itself. Needs `item.disable`."""

    item: ItemId
    """The item."""


Enforcement: TypeAlias = Literal[
    # Work cannot begin until the prerequisite is met or its gate is passed.
    "enforced",
    # Work can begin; the record says what was unmet.
    "warned",
]
"""Whether a kind of prerequisite holds work back or is only pointed out."""

EnrolledAs = TypedDict(
    "EnrolledAs",
    {
        "as": "OrganisationId",
    },
)
"""This one, by the id that was given out for it."""

Enrolled: TypeAlias = Union[Literal["outside"], "EnrolledAs"]
"""Which organisation of the record somebody in a notice is. Nobody who belongs to one that a notice names
agrees to what it says for another person.
"""

Entropy: TypeAlias = str
"""16 bytes as lower-case hexadecimal."""


class EntryView(TypedDict):
    """One line of an award."""

    kind: ContributionKind
    """For which kind of contribution."""
    level: Level
    """How much it was."""
    person: PartyName
    """Who."""
    points: int
    """How many points."""


class ErasePerson(TypedDict):
    """Erases the person (GDPR Art. 17): her tie to the host's id, and every text about her.

    For herself, everywhere. Or for an organisation that the actor administers and that has to do with
    her, with a reason: then what that organisation holds, and her tie once nobody else has to do with
    her.
    """

    acting_for: NotRequired[HostId | None]
    """The organisation that does it for her; nothing where she does it herself."""
    reason: NotRequired[Remark | None]
    """Why, where somebody else does it. Kept in the vault, as a text by the actor; it must not name her."""


class EstimateTask(TypedDict):
    """Says how hard a task is. Needs `item.edit` there."""

    complexity: Complexity
    """In each kind of contribution."""
    item: ItemId
    """The task."""


class EventEnvelope(TypedDict):
    """What every `Event` has beside its data."""

    actor: PersonId
    at: Timestamp
    command: CommandId
    corrected_from: NotRequired[Timestamp]
    id: EventId
    made_at: NotRequired[Timestamp]
    on_behalf_of: NotRequired[PersonId]
    prev: NotRequired[EventId]
    redacted: NotRequired[EventId]
    salt: NotRequired[Salt]
    seq: Seq
    stream: StreamId
    v: Literal[1]


class OperatorAppointedEvent(EventEnvelope):
    """A person became an operator."""

    data: OperatorAppointed
    type: Literal["operator.appointed"]


class OperatorDismissedEvent(EventEnvelope):
    """A person is no longer an operator."""

    data: OperatorDismissed
    type: Literal["operator.dismissed"]


class OrganisationRegisteredEvent(EventEnvelope):
    """An organisation was founded; the actor is its first administrator."""

    data: OrganisationRegistered
    type: Literal["organisation.registered"]


class OrganisationEditedEvent(EventEnvelope):
    """The organisation's name or team policy changed."""

    data: OrganisationEdited
    type: Literal["organisation.edited"]


class OrganisationVerifiedEvent(EventEnvelope):
    """An operator of the store verified what the organisation is."""

    data: OrganisationVerified
    type: Literal["organisation.verified"]


class OrganisationUnverifiedEvent(EventEnvelope):
    """An operator of the store took the verification back."""

    data: OrganisationUnverified
    type: Literal["organisation.unverified"]


class AdministratorAppointedEvent(EventEnvelope):
    """A person became an administrator."""

    data: AdministratorAppointed
    type: Literal["administrator.appointed"]


class AdministratorDismissedEvent(EventEnvelope):
    """A person is no longer an administrator."""

    data: AdministratorDismissed
    type: Literal["administrator.dismissed"]


class MemberAddedEvent(EventEnvelope):
    """A person became a member."""

    data: MemberAdded
    type: Literal["member.added"]


class MemberRemovedEvent(EventEnvelope):
    """A membership ended, at the event's time."""

    data: MemberRemoved
    type: Literal["member.removed"]


class TeamCreatedEvent(EventEnvelope):
    """A team was created; the actor leads it."""

    data: TeamCreated
    type: Literal["team.created"]


class TeamEditedEvent(EventEnvelope):
    """A team has another name."""

    data: TeamEdited
    type: Literal["team.edited"]


class TeamClosedEvent(EventEnvelope):
    """A team was closed, and everybody's time in it ended at the event's time."""

    data: TeamClosed
    type: Literal["team.closed"]


class TeamMergedEvent(EventEnvelope):
    """A team was closed, and whoever was in it is in another from the event's time on."""

    data: TeamMerged
    type: Literal["team.merged"]


class TeamMemberAddedEvent(EventEnvelope):
    """A person joined a team."""

    data: TeamMemberAdded
    type: Literal["team_member.added"]


class TeamMemberRemovedEvent(EventEnvelope):
    """A person left a team, at the event's time."""

    data: TeamMemberRemoved
    type: Literal["team_member.removed"]


class RoleGrantedEvent(EventEnvelope):
    """A party received a role."""

    data: RoleGranted
    type: Literal["role.granted"]


class RoleRevokedEvent(EventEnvelope):
    """A grant ended, at the event's time."""

    data: RoleRevoked
    type: Literal["role.revoked"]


class RestrictionPlacedEvent(EventEnvelope):
    """Permissions were taken from a party."""

    data: RestrictionPlaced
    type: Literal["restriction.placed"]


class RestrictionLiftedEvent(EventEnvelope):
    """A restriction ended, at the event's time."""

    data: RestrictionLifted
    type: Literal["restriction.lifted"]


class ApprovalAskedEvent(EventEnvelope):
    """Somebody asks others to stand behind an act to come."""

    data: ApprovalAsked
    type: Literal["approval.asked"]


class ApprovalGivenEvent(EventEnvelope):
    """Somebody stands behind an act to come."""

    data: ApprovalGiven
    type: Literal["approval.given"]


class ApprovalUsedEvent(EventEnvelope):
    """An act was done for which approvals were asked. It stands with the act, and uses them up."""

    data: ApprovalUsed
    type: Literal["approval.used"]


class ApprovalWithdrawnEvent(EventEnvelope):
    """An approval was taken back."""

    data: ApprovalWithdrawn
    type: Literal["approval.withdrawn"]


class GovernanceAdoptedEvent(EventEnvelope):
    """The process came under another governance model."""

    data: GovernanceAdopted
    type: Literal["governance.adopted"]


class ProcessCreatedEvent(EventEnvelope):
    """A process was created. Its template's items came with it; their ids follow from their keys."""

    data: ProcessCreated
    type: Literal["process.created"]


class ProcessEditedEvent(EventEnvelope):
    """What the process says of itself changed."""

    data: ProcessEdited
    type: Literal["process.edited"]


class ProcessPublishedEvent(EventEnvelope):
    """The process was published as a good practice."""

    data: ProcessPublished
    type: Literal["process.published"]


class ProcessClosedEvent(EventEnvelope):
    """The process was closed."""

    data: ProcessClosed
    type: Literal["process.closed"]


class ProcessImportedEvent(EventEnvelope):
    """The process was taken over from another system, as it was there."""

    data: ProcessImported
    type: Literal["process.imported"]


class ItemAddedEvent(EventEnvelope):
    """An item was added by hand."""

    data: ItemAdded
    type: Literal["item.added"]


class ItemEditedEvent(EventEnvelope):
    """An item was changed; what is absent stayed as it was."""

    data: ItemEdited
    type: Literal["item.edited"]


class ItemMovedEvent(EventEnvelope):
    """An item was moved among its siblings, or to another parent."""

    data: ItemMoved
    type: Literal["item.moved"]


class TreeReplacedEvent(EventEnvelope):
    """Another plan took the place of the one that was there."""

    data: TreeReplaced
    type: Literal["tree.replaced"]


class ItemDisabledEvent(EventEnvelope):
    """An item was disabled with everything below it."""

    data: ItemDisabled
    type: Literal["item.disabled"]


class ItemEnabledEvent(EventEnvelope):
    """An item was enabled again."""

    data: ItemEnabled
    type: Literal["item.enabled"]


class ItemScheduledEvent(EventEnvelope):
    """A task was planned."""

    data: ItemScheduled
    type: Literal["item.scheduled"]


class PrerequisiteAddedEvent(EventEnvelope):
    """An item waits for another."""

    data: PrerequisiteAdded
    type: Literal["prerequisite.added"]


class PrerequisiteRemovedEvent(EventEnvelope):
    """An item waits for another no longer."""

    data: PrerequisiteRemoved
    type: Literal["prerequisite.removed"]


class TaskStartedEvent(EventEnvelope):
    """A task was started."""

    data: TaskStarted
    type: Literal["task.started"]


class TaskCompletedEvent(EventEnvelope):
    """A task was completed."""

    data: TaskCompleted
    type: Literal["task.completed"]


class TaskReopenedEvent(EventEnvelope):
    """A finished task went back in progress."""

    data: TaskReopened
    type: Literal["task.reopened"]


class PrerequisiteWaivedEvent(EventEnvelope):
    """Somebody let work begin although a prerequisite was unmet."""

    data: PrerequisiteWaived
    type: Literal["prerequisite.waived"]


class CatalogueAdoptedEvent(EventEnvelope):
    """The process takes interlinkers from another catalogue, or another version of it."""

    data: CatalogueAdopted
    type: Literal["catalogue.adopted"]


class TemplateAdoptedEvent(EventEnvelope):
    """The process took over a higher version of its template."""

    data: TemplateAdopted
    type: Literal["template.adopted"]


class AssetAddedEvent(EventEnvelope):
    """An asset was put on a task."""

    data: AssetAdded
    type: Literal["asset.added"]


class AssetEditedEvent(EventEnvelope):
    """What is said of an asset was changed; what is absent stayed as it was."""

    data: AssetEdited
    type: Literal["asset.edited"]


class AssetRevisedEvent(EventEnvelope):
    """An asset has a new version."""

    data: AssetRevised
    type: Literal["asset.revised"]


class AssetOpenedEvent(EventEnvelope):
    """Somebody opened an asset."""

    data: AssetOpened
    type: Literal["asset.opened"]


class AssetDeletedEvent(EventEnvelope):
    """An asset was deleted."""

    data: AssetDeleted
    type: Literal["asset.deleted"]


class AssignmentMadeEvent(EventEnvelope):
    """Somebody was asked to do something on a task."""

    data: AssignmentMade
    type: Literal["assignment.made"]


class AssignmentWithdrawnEvent(EventEnvelope):
    """An assignment was taken back."""

    data: AssignmentWithdrawn
    type: Literal["assignment.withdrawn"]


class AssignmentCompletedEvent(EventEnvelope):
    """What an assignment asks for is done."""

    data: AssignmentCompleted
    type: Literal["assignment.completed"]


class ContributionClaimedEvent(EventEnvelope):
    """Somebody said that she did something on a task."""

    data: ContributionClaimed
    type: Literal["contribution.claimed"]


class ContributionRecordedEvent(EventEnvelope):
    """Somebody recorded what somebody else did."""

    data: ContributionRecorded
    type: Literal["contribution.recorded"]


class ContributionConfirmedEvent(EventEnvelope):
    """She whose contribution somebody else recorded participations that it is so."""

    data: ContributionConfirmed
    type: Literal["contribution.confirmed"]


class ContributionWithdrawnEvent(EventEnvelope):
    """A claim was taken back."""

    data: ContributionWithdrawn
    type: Literal["contribution.withdrawn"]


class ContributionAcceptedEvent(EventEnvelope):
    """A contribution was accepted."""

    data: ContributionAccepted
    type: Literal["contribution.accepted"]


class ContributionReturnedEvent(EventEnvelope):
    """A contribution was returned."""

    data: ContributionReturned
    type: Literal["contribution.returned"]


class TaskEstimatedEvent(EventEnvelope):
    """Somebody said how hard a task is."""

    data: TaskEstimated
    type: Literal["task.estimated"]


class PointsAwardedEvent(EventEnvelope):
    """All contributors of a task have their points."""

    data: PointsAwarded
    type: Literal["points.awarded"]


class PointsReversedEvent(EventEnvelope):
    """One award was taken back."""

    data: PointsReversed
    type: Literal["points.reversed"]


class ParticipationAskedEvent(EventEnvelope):
    """Somebody asks to take part."""

    data: ParticipationAsked
    type: Literal["participation.asked"]


class ParticipationAcceptedEvent(EventEnvelope):
    """A request to take part was accepted; the grant follows."""

    data: ParticipationAccepted
    type: Literal["participation.accepted"]


class ParticipationDeclinedEvent(EventEnvelope):
    """A request to take part was declined."""

    data: ParticipationDeclined
    type: Literal["participation.declined"]


class RatingGivenEvent(EventEnvelope):
    """Somebody rated it; what she said before no longer counts."""

    data: RatingGiven
    type: Literal["rating.given"]


class RatingWithdrawnEvent(EventEnvelope):
    """Somebody took her rating back."""

    data: RatingWithdrawn
    type: Literal["rating.withdrawn"]


class PersonErasedEvent(EventEnvelope):
    """The person was erased from the vault: everywhere, or what one organisation held."""

    data: PersonErased
    type: Literal["person.erased"]


class SubjectRequestMadeEvent(EventEnvelope):
    """She asks for something."""

    data: SubjectRequestMade
    type: Literal["subject_request.made"]


class SubjectRequestExtendedEvent(EventEnvelope):
    """The controller takes two months more."""

    data: SubjectRequestExtended
    type: Literal["subject_request.extended"]


class SubjectRequestAnsweredEvent(EventEnvelope):
    """The controller answered."""

    data: SubjectRequestAnswered
    type: Literal["subject_request.answered"]


class ProcessingRestrictionLiftedEvent(EventEnvelope):
    """The controller ended a restriction."""

    data: ProcessingRestrictionLifted
    type: Literal["processing_restriction.lifted"]


class TextRectifiedEvent(EventEnvelope):
    """A text about her was put right."""

    data: TextRectified
    type: Literal["text.rectified"]


class PersonWithheldEvent(EventEnvelope):
    """Stands in a replica in the place of an event that is nobody's business here."""

    data: PersonWithheld
    type: Literal["person.withheld"]


class TextKeptEvent(EventEnvelope):
    """A text about her is kept when she is erased."""

    data: TextKept
    type: Literal["text.kept"]


class TextAttributedEvent(EventEnvelope):
    """The organisation that keeps a text of somebody who was erased looks whose it is."""

    data: TextAttributed
    type: Literal["text.attributed"]


class NoticePublishedEvent(EventEnvelope):
    """A notice was published; it takes the place of the version before."""

    data: NoticePublished
    type: Literal["notice.published"]


class NoticeWithdrawnEvent(EventEnvelope):
    """A notice was ended."""

    data: NoticeWithdrawn
    type: Literal["notice.withdrawn"]


class ConsentRequestedEvent(EventEnvelope):
    """She was asked."""

    data: ConsentRequested
    type: Literal["consent.requested"]


class ConsentDeferredEvent(EventEnvelope):
    """She will decide later."""

    data: ConsentDeferred
    type: Literal["consent.deferred"]


class ConsentGivenEvent(EventEnvelope):
    """She consented."""

    data: ConsentGiven
    type: Literal["consent.given"]


class ConsentRenewedEvent(EventEnvelope):
    """She consented again."""

    data: ConsentRenewed
    type: Literal["consent.renewed"]


class ConsentRefusedEvent(EventEnvelope):
    """She said no."""

    data: ConsentRefused
    type: Literal["consent.refused"]


class ConsentWithdrawnEvent(EventEnvelope):
    """She took her consent back."""

    data: ConsentWithdrawn
    type: Literal["consent.withdrawn"]


class ConsentRevokedEvent(EventEnvelope):
    """The controller ended her consent."""

    data: ConsentRevoked
    type: Literal["consent.revoked"]


class ConsentExpiredEvent(EventEnvelope):
    """What her consent was tied to has come."""

    data: ConsentExpired
    type: Literal["consent.expired"]


class ConsentUsedEvent(EventEnvelope):
    """Her consent was used up once."""

    data: ConsentUsed
    type: Literal["consent.used"]


class ConsentInvalidatedEvent(EventEnvelope):
    """An authority found her consent invalid."""

    data: ConsentInvalidated
    type: Literal["consent.invalidated"]


class ObjectionRaisedEvent(EventEnvelope):
    """She objects."""

    data: ObjectionRaised
    type: Literal["objection.raised"]


class ObjectionWithdrawnEvent(EventEnvelope):
    """She took her objection back."""

    data: ObjectionWithdrawn
    type: Literal["objection.withdrawn"]


class ObjectionDecidedEvent(EventEnvelope):
    """Her objection was decided."""

    data: ObjectionDecided
    type: Literal["objection.decided"]


class ObjectionResumedEvent(EventEnvelope):
    """Somebody who was erased had objected, and has come back: the objection stands as it stood. Nobody
    says it, the library does, when it meets her host's id again.
    """

    data: ObjectionResumed
    type: Literal["objection.resumed"]


class RecipientNotifiedEvent(EventEnvelope):
    """A recipient knows that processing has to end."""

    data: RecipientNotified
    type: Literal["recipient.notified"]


class ConsentWithheldEvent(EventEnvelope):
    """Stands in a replica in the place of an event that is nobody's business here."""

    data: ConsentWithheld
    type: Literal["consent.withheld"]


class DateOfBirthRecordedEvent(EventEnvelope):
    """Her birthday was recorded."""

    data: DateOfBirthRecorded
    type: Literal["date_of_birth.recorded"]


class RepresentativeAppointedEvent(EventEnvelope):
    """Somebody speaks for her."""

    data: RepresentativeAppointed
    type: Literal["representative.appointed"]


class RepresentativeDismissedEvent(EventEnvelope):
    """Somebody speaks for her no longer."""

    data: RepresentativeDismissed
    type: Literal["representative.dismissed"]


class DisagreementSettledEvent(EventEnvelope):
    """Those who speak for her differed about a purpose, and a public administration decided: what they
    said no longer stands in each other's way.
    """

    data: DisagreementSettled
    type: Literal["disagreement.settled"]


class PurposeRequiredEvent(EventEnvelope):
    """A purpose is required."""

    data: PurposeRequired
    type: Literal["purpose.required"]


class PurposeUsedEvent(EventEnvelope):
    """An act passed a gate with a use of a consent whose uses are counted. It stands with the act, and no
    other takes that use.
    """

    data: PurposeUsed
    type: Literal["purpose.used"]


class PurposeReleasedEvent(EventEnvelope):
    """A purpose is required no longer."""

    data: PurposeReleased
    type: Literal["purpose.released"]


class TextRedactedEvent(EventEnvelope):
    """Words were taken out of public texts."""

    data: TextRedacted
    type: Literal["text.redacted"]


class BundleImportedEvent(EventEnvelope):
    """A bundle was taken in, on the word of the host."""

    data: BundleImported
    type: Literal["bundle.imported"]


Event: TypeAlias = Union[
    "OperatorAppointedEvent",
    "OperatorDismissedEvent",
    "OrganisationRegisteredEvent",
    "OrganisationEditedEvent",
    "OrganisationVerifiedEvent",
    "OrganisationUnverifiedEvent",
    "AdministratorAppointedEvent",
    "AdministratorDismissedEvent",
    "MemberAddedEvent",
    "MemberRemovedEvent",
    "TeamCreatedEvent",
    "TeamEditedEvent",
    "TeamClosedEvent",
    "TeamMergedEvent",
    "TeamMemberAddedEvent",
    "TeamMemberRemovedEvent",
    "RoleGrantedEvent",
    "RoleRevokedEvent",
    "RestrictionPlacedEvent",
    "RestrictionLiftedEvent",
    "ApprovalAskedEvent",
    "ApprovalGivenEvent",
    "ApprovalUsedEvent",
    "ApprovalWithdrawnEvent",
    "GovernanceAdoptedEvent",
    "ProcessCreatedEvent",
    "ProcessEditedEvent",
    "ProcessPublishedEvent",
    "ProcessClosedEvent",
    "ProcessImportedEvent",
    "ItemAddedEvent",
    "ItemEditedEvent",
    "ItemMovedEvent",
    "TreeReplacedEvent",
    "ItemDisabledEvent",
    "ItemEnabledEvent",
    "ItemScheduledEvent",
    "PrerequisiteAddedEvent",
    "PrerequisiteRemovedEvent",
    "TaskStartedEvent",
    "TaskCompletedEvent",
    "TaskReopenedEvent",
    "PrerequisiteWaivedEvent",
    "CatalogueAdoptedEvent",
    "TemplateAdoptedEvent",
    "AssetAddedEvent",
    "AssetEditedEvent",
    "AssetRevisedEvent",
    "AssetOpenedEvent",
    "AssetDeletedEvent",
    "AssignmentMadeEvent",
    "AssignmentWithdrawnEvent",
    "AssignmentCompletedEvent",
    "ContributionClaimedEvent",
    "ContributionRecordedEvent",
    "ContributionConfirmedEvent",
    "ContributionWithdrawnEvent",
    "ContributionAcceptedEvent",
    "ContributionReturnedEvent",
    "TaskEstimatedEvent",
    "PointsAwardedEvent",
    "PointsReversedEvent",
    "ParticipationAskedEvent",
    "ParticipationAcceptedEvent",
    "ParticipationDeclinedEvent",
    "RatingGivenEvent",
    "RatingWithdrawnEvent",
    "PersonErasedEvent",
    "SubjectRequestMadeEvent",
    "SubjectRequestExtendedEvent",
    "SubjectRequestAnsweredEvent",
    "ProcessingRestrictionLiftedEvent",
    "TextRectifiedEvent",
    "PersonWithheldEvent",
    "TextKeptEvent",
    "TextAttributedEvent",
    "NoticePublishedEvent",
    "NoticeWithdrawnEvent",
    "ConsentRequestedEvent",
    "ConsentDeferredEvent",
    "ConsentGivenEvent",
    "ConsentRenewedEvent",
    "ConsentRefusedEvent",
    "ConsentWithdrawnEvent",
    "ConsentRevokedEvent",
    "ConsentExpiredEvent",
    "ConsentUsedEvent",
    "ConsentInvalidatedEvent",
    "ObjectionRaisedEvent",
    "ObjectionWithdrawnEvent",
    "ObjectionDecidedEvent",
    "ObjectionResumedEvent",
    "RecipientNotifiedEvent",
    "ConsentWithheldEvent",
    "DateOfBirthRecordedEvent",
    "RepresentativeAppointedEvent",
    "RepresentativeDismissedEvent",
    "DisagreementSettledEvent",
    "PurposeRequiredEvent",
    "PurposeUsedEvent",
    "PurposeReleasedEvent",
    "TextRedactedEvent",
    "BundleImportedEvent",
]
"""One fact in the journal, in its envelope of version 1."""

EventId: TypeAlias = str
"""32 bytes as lower-case hexadecimal."""

Exception: TypeAlias = Literal[
    # Freedom of expression and information: (a).
    "expression",
    # A legal obligation, or a task in the public interest: (b).
    "legal_obligation",
    # Public health: (c).
    "public_health",
    # Archives, research and statistics: (d).
    "archiving",
    # Legal claims: (e).
    "legal_claims",
]
"""Why a text is kept although whom it is about is erased (GDPR Art. 17(3))."""


class ExecutedView(TypedDict):
    """What a command led to."""

    events: list[Event]
    """The events, in order."""
    repeated: bool
    """Whether the command had come before."""
    scrubbed: NotRequired[bool]
    """After an erasure, or where a text was put right: whether what went is physically gone from the
    store. If not, the store removes it as soon as nobody reads an older state any more.
    """
    seq: Seq
    """The stream's version after them."""
    stream: StreamId
    """The stream."""


class ExpectedHead(TypedDict):
    """An event that is known to belong to a stream."""

    id: EventId
    """Its id."""
    seq: Seq
    """Its number."""


class ExpireConsent(TypedDict):
    """Notes, in the name of the controller, that what a consent was tied to has come."""

    data_subject: NotRequired[HostId | None]
    """Whose consent."""
    event: Key
    """What has come: the event that the consent names."""
    organisation: HostId
    """The controller."""
    purpose: Key
    """The purpose."""


class Explained(TypedDict):
    """A reason with its sentence."""

    code: Code
    """The stable code of the reason."""
    facts: Reason
    """What it says, for programs."""
    language: NotRequired[Language]
    """The language of the message, where one was asked for: not always that one."""
    message: str
    """What it says, for people."""


class Explanation(TypedDict):
    """The answer to a question with all that led to it."""

    allowed: bool
    """Yes or no."""
    at: Timestamp
    """For which moment."""
    item: NotRequired[ItemId]
    """On which item; the process as a whole if absent."""
    permission: Permission
    """What was asked about."""
    reasons: list[Explained]
    """For a yes, whose word it rests on; for a no, everything that stands against it."""
    warnings: NotRequired[list[Explained]]
    """What is unmet and only warned of."""


class ExpressedOfficial(TypedDict):
    """She herself, as an official of this organisation recorded it."""

    official: OrganisationId


Expressed: TypeAlias = Union[Literal["data_subject", "representative"], "ExpressedOfficial"]
"""Who expressed somebody's will."""


class ExtendSubjectRequest(TypedDict):
    """Takes two months more, in the name of the controller, within the first (Art. 12(3))."""

    reason: Remark
    """Why, as she is told. Kept in the vault."""
    request: SubjectRequestId
    """The request."""


class ExtentOnly(TypedDict):
    """These matters alone."""

    only: list[SubjectMatter]


Extent: TypeAlias = Union[Literal["everything"], "ExtentOnly"]
"""What an appointment is for, as the record says it."""


class ExtentRefOnly(TypedDict):
    """These matters alone; at least one."""

    only: list[SubjectMatterRef]


ExtentRef: TypeAlias = Union[Literal["everything"], "ExtentRefOnly"]
"""What an appointment is for, as a command says it. There is no default: whoever appoints says so."""


class FactsView(TypedDict):
    """What a reason says, for programs."""

    count: NotRequired[int]
    """How many."""
    date: NotRequired[Date]
    """Which day."""
    item: NotRequired[ItemId]
    """The item that waits."""
    on: NotRequired[ItemId]
    """The item that is waited for."""
    purpose: NotRequired[PurposeRef]
    """The purpose."""
    role: NotRequired[Key]
    """The role."""


class Figure(TypedDict):
    """A figure that says something of what was reached. The value is a text, so that it stays exact."""

    category: NotRequired[str]
    """What it counts as."""
    name: Localized
    """What is measured."""
    unit: NotRequired[str]
    """In which unit."""
    value: str
    """How much."""


FileDigest: TypeAlias = str
"""32 bytes as lower-case hexadecimal."""


class FitReasonView(TypedDict):
    """Something that speaks for a model or a template."""

    answer: Key
    """What was answered."""
    because: ReadText
    """Why it speaks for it."""
    question: Key
    """To which question."""


class FitView(TypedDict):
    """A model or a template, with what speaks for it."""

    document: NotRequired[DocumentId]
    """The document, if it comes with the library."""
    id: Key
    """Its name for programs."""
    name: NotRequired[ReadText]
    """Its name for people."""
    weight: int
    """How much speaks for it."""
    why: list[FitReasonView]
    """What speaks for it, answer by answer."""


Form: TypeAlias = Literal[
    # Software.
    "software",
    # A template to look at.
    "visual_template",
    # A template to write in.
    "document_template",
    # A canvas.
    "canvas",
    # Best practices.
    "best_practices",
    # Guidelines.
    "guidelines",
    # A checklist.
    "checklist",
    # A template of a survey.
    "survey_template",
    # A template of a legal agreement.
    "legal_agreement_template",
    # Something else.
    "other",
]
"""The shape of a knowledge resource."""

Format: TypeAlias = Literal[
    # PDF.
    "pdf",
    # A document that can be edited.
    "editable_source_document",
    # An open document.
    "open_document",
    # A structured format.
    "structured_format",
    # Software.
    "software",
]
"""The format of a knowledge resource."""


class Found(TypedDict):
    """An interlinker that was found."""

    interlinker: Key
    """Which one."""
    kind: InterlinkerKind
    """What it is."""
    name: ReadText
    """Its name."""


class FoundView(TypedDict):
    """Interlinkers that were found."""

    interlinkers: list[Found]
    """The best first."""


class Gap(TypedDict):
    """Something that a notice does not say, or must not."""

    article: str
    """The article that asks for it."""
    message: str
    """What it is."""
    path: str
    """Where it would stand: a JSON Pointer."""


class GiveApproval(TypedDict):
    """Stands behind an act of somebody else before it happens, where the governance model asks for it.

    Only a holder of a role that the model names for the act, on the item's scope, can, and only in a
    role that somebody else gave her. It is for the command that was asked about, word for word, while
    that which it is about stays as it was then, and counts while she holds the role without a break.
    """

    request: ApprovalId
    """What was asked: the id of the `approval.asked`."""


class GiveConsent(TypedDict):
    """Consents to one purpose, under the notice that is in force."""

    acting_for: NotRequired[HostId | None]
    """The organisation in whose name an official records it."""
    data_subject: NotRequired[HostId | None]
    """Whose consent, if not the actor's own."""
    evidence: NotRequired[FileDigest | None]
    """The SHA-256 of what she signed or of the minutes; an official needs it."""
    explicit: NotRequired[bool]
    """Whether she said so in words or by a signature; special categories of data need it."""
    language: Language
    """The language in which she read the notice."""
    method: Indication
    """How she said it."""
    notice: DocumentId
    """The notice that she read: the SHA-256 of its canonical JSON."""
    organisation: HostId
    """The controller."""
    purpose: Key
    """The purpose."""
    said_at: NotRequired[Timestamp | datetime | None]
    """When she gave it elsewhere, where an official brings it over from another system or from paper. It
    counts from when it is recorded here, for no longer than it would have counted there, and not
    against anything that she said since.
    """
    valid: Validity
    """For how long."""


class GiveRating(TypedDict):
    """Rates something, or changes what the actor said of it before."""

    rated: Rated
    """What."""
    seen_in: DocumentId
    """Where she found it: the catalogue, or the publication, by the SHA-256 of its canonical JSON."""
    stars: Stars
    """How helpful it was, from 0 to 5."""
    text: NotRequired[Remark | None]
    """Why, in her own words. Kept in the vault, as a text about her; whoever reads the ratings reads it,
    without her name.
    """


class GovernanceAdopted(TypedDict):
    """The process came under another governance model."""

    effect: Effect
    """What the change did."""
    model: DocumentId
    """The model."""
    reason: Commitment
    """Why: a commitment to a text in the vault."""
    relied_on: NotRequired[list[Reliance]]
    """What the decision read elsewhere."""


GrantId: TypeAlias = str
"""16 bytes as lower-case hexadecimal."""

GrantRole = TypedDict(
    "GrantRole",
    {
        # The organisation in whose name a person will act, which makes her of its stakeholder kind. Without
        # one she acts for herself, as a citizen. Not for teams, which have a kind of their own.
        "acting_for": NotRequired[Union["HostId", None]],
        # From when; from the command's time if absent.
        "from": NotRequired[Union["Timestamp", None]],
        # To whom.
        "holder": "HolderRef",
        # On which item; on the whole process if absent.
        "item": NotRequired[Union["ItemId", None]],
        # Which role of the governance model.
        "role": "Key",
        # Until when; without end if absent.
        "until": NotRequired[Union["Timestamp", None]],
    },
)
"""Gives a party a role on the process or on an item and all below it.

Needs `role.grant` there. Nobody gives what she does not hold: who is no administrator can only grant
roles whose every permission she has there herself.
"""


class GrantView(TypedDict):
    """A grant."""

    ended: NotRequired[Timestamp]
    """When it was ended before that."""
    grant: GrantId
    """Its id."""
    granted_by: PartyName
    """Who gave it."""
    holder: PartyName
    """Who holds it."""
    holds: bool
    """Whether it holds at the moment asked about."""
    item: NotRequired[ItemId]
    """The item it holds on and below; the whole process if absent."""
    kind: StakeholderKind
    """The stakeholder kind in which it is held."""
    organisation_id: NotRequired[OrganisationId]
    """The organisation in whose name it is held: it rests while the holder does not belong there."""
    role: Key
    """The role."""
    window: Window
    """From when until when it was meant."""


class GrantWord(TypedDict):
    """A grant as it is spoken of in a reason."""

    grant: GrantId
    """The grant."""
    item: NotRequired[ItemId]
    """The item it holds on and below; the whole process if absent."""
    role: Key
    """Its role."""
    team_id: NotRequired[TeamId]
    """The team that holds it; the person herself if absent."""


Group: TypeAlias = Literal[
    # A decision that others wait for.
    "decision",
    # What a controller, or whoever administers, owes by law.
    "duty",
    # A task that the person is asked to do, can do now, and that is late.
    "overdue",
    # Any other act that is possible now.
    "possible",
    # What the person may do but cannot yet.
    "blocked",
    # What a process lacks before work can go on well.
    "set_up",
]
"""What kind of step it is; the groups come in the order of the ranking."""


class GuideRequest(TypedDict):
    """Which governance model and template fit."""

    answers: NotRequired[dict[str, Key]]
    """The answers so far, by question; the answer to an empty request has the questions."""
    language: NotRequired[Language | None]
    """In which language; in English if absent."""


class GuideView(TypedDict):
    """What fits."""

    models: list[FitView]
    """Governance models that something speaks for, the best first."""
    questions: list[QuestionView]
    """The questions that have no answer yet."""
    templates: list[FitView]
    """Templates of the official catalogue that something speaks for, by their ids there, the best first."""
    unknown: list[Key]
    """Answers that no question has: they say nothing."""


class Held(TypedDict):
    """A text about her, or by her."""

    commitment: Commitment
    """What the record holds in its place."""
    text: str
    """The text."""


class HolderPerson(TypedDict):
    """A person, by pseudonym."""

    person: PersonId


class HolderTeamData(TypedDict):
    organisation_id: OrganisationId
    """The organisation."""
    team_id: TeamId
    """The team."""


class HolderTeam(TypedDict):
    """A team, in the organisation that it belongs to."""

    team: HolderTeamData


Holder: TypeAlias = Union["HolderPerson", "HolderTeam"]
"""The party that holds a grant or is held by a restriction."""


class HolderRefPerson(TypedDict):
    """A person."""

    person: HostId


class HolderRefTeam(TypedDict):
    """A team."""

    team: HostId


HolderRef: TypeAlias = Union["HolderRefPerson", "HolderRefTeam"]
"""The party that a role is given to or permissions are taken from, by the host's id."""

Home: TypeAlias = Literal[
    # Where the bundle comes from: here it is a replica.
    "elsewhere",
    # In this store, by the host's word.
    "here",
]
"""Where a stream is at home."""

HostId: TypeAlias = str
"""The id by which the host knows a party."""


class ImportAsset(TypedDict):
    """An asset as the other system had it."""

    claimed_created: NotRequired[Timestamp]
    """When it was made, as the other system says. That is its word, and no time of this record."""
    content: NotRequired[Content]
    """What it is; absent if the model has no place for it, and it is only carried."""
    id: Key
    """Its id there."""
    interlinker: NotRequired[Key]
    """The knowledge resource that it was made from, as the other system knows it."""
    item: Key
    """The key of the task it lies on."""
    licence: NotRequired[Licence]
    """Under what licence it may be used."""
    title: Localized
    """What it is called."""


class ImportBundleRequest(TypedDict):
    """Takes a bundle in, on the word of the host."""

    at: NotRequired[Timestamp | datetime | None]
    """When it is taken in. Without it, the store's clock participations so, or else the bundle."""
    bundle: str
    """The bundle, as it was exported."""
    homes: NotRequired[list[StreamId]]
    """Streams that are at home where the bundle comes from, although they are of people who are known
    here, are at home here so far, or came from another source.
    """
    source: NotRequired[Key | None]
    """What the host calls the place that the bundle comes from: a system, nobody's name."""
    take_over: NotRequired[list[StreamId]]
    """Streams of the bundle that are at home here from now on."""


class ImportDocument(TypedDict):
    """An import as it is written. Fields stand in canonical order."""

    administrators: NotRequired[list[int]]
    """Which of the people administered it, counted from 0."""
    assets: NotRequired[list[ImportAsset]]
    """Its assets, in order."""
    carried: NotRequired[list[Carried]]
    """What the other system's format has and the model has not."""
    description: NotRequired[Localized]
    """What the process is about."""
    document: ImportMark
    """Says what kind of document this is."""
    files: NotRequired[list[ImportFile]]
    """The files that came along."""
    id: Key
    """The process's id there."""
    language: Language
    """The language it is read in where no other is asked for."""
    name: Localized
    """Its name."""
    people: int
    """How many people it speaks of."""
    places: NotRequired[list[ImportPlace]]
    """Where it speaks of whom."""
    statuses: NotRequired[list[ImportStatus]]
    """How far its items had come, where they had."""
    template: NotRequired[TemplateDocument]
    """Its plan, if it had any."""


class ImportDocumentInput(TypedDict):
    """An import as it is written. Fields stand in canonical order."""

    administrators: NotRequired[list[int]]
    """Which of the people administered it, counted from 0."""
    assets: NotRequired[list[ImportAsset]]
    """Its assets, in order."""
    carried: NotRequired[list[Carried]]
    """What the other system's format has and the model has not."""
    description: NotRequired[Localized | None]
    """What the process is about."""
    document: ImportMark
    """Says what kind of document this is."""
    files: NotRequired[list[ImportFile]]
    """The files that came along."""
    id: Key
    """The process's id there."""
    language: Language
    """The language it is read in where no other is asked for."""
    name: Localized
    """Its name."""
    people: int
    """How many people it speaks of."""
    places: NotRequired[list[ImportPlace]]
    """Where it speaks of whom."""
    statuses: NotRequired[list[ImportStatus]]
    """How far its items had come, where they had."""
    template: NotRequired[TemplateDocumentInput | None]
    """Its plan, if it had any."""


class ImportFile(TypedDict):
    """A file that came along. Its bytes stay with the host."""

    asset: NotRequired[Key]
    """The asset that it belongs to."""
    path: str
    """Its path, with `/` between the parts."""
    sha256: FileDigest
    """SHA-256 of the bytes."""
    size: int
    """How many bytes."""


ImportMark: TypeAlias = Literal[
    # This document is an import.
    "import",
]
"""The word `import`."""


class ImportPerson(TypedDict):
    """Who is meant by one of the people that an import speaks of."""

    acting_for: NotRequired[HostId | None]
    """The organisation for which she administers the process; without one she does as a citizen."""
    host_id: HostId
    """By which id the host knows her."""
    named: NotRequired[HostId | None]
    """How the other system names her, if that is not the host's id. Kept in the vault, as a text about
    her.
    """


class ImportPlace(TypedDict):
    """Where the other system named somebody."""

    person: int
    """Which of the people, counted from 0."""
    pointer: str
    """Where, as a JSON Pointer (RFC 6901)."""


ImportProcess = TypedDict(
    "ImportProcess",
    {
        # The organisation in whose name it is created. Without one she acts for herself, as a citizen.
        "acting_for": NotRequired[Union["HostId", None]],
        # The catalogue it takes interlinkers from, by the SHA-256 of its canonical JSON.
        "catalogue": NotRequired[Union["DocumentId", None]],
        # The governance model it runs under, by the SHA-256 of its canonical JSON.
        "governance": "DocumentId",
        # What the other system handed over, by the SHA-256 of its canonical JSON.
        "import": "DocumentId",
        # Who is meant by each of the people that it speaks of, in their order.
        "people": NotRequired["list[ImportPerson]"],
    },
)
"""Creates a process as another system had it: its plan and how far that had come, its assets, and who
administered it. All of it or nothing. Needs what creating needs.
"""


class ImportStatus(TypedDict):
    """How far an item had come."""

    claimed_finished: NotRequired[Timestamp]
    """When the task was finished, as the other system says. That is its word, and no time of this record."""
    claimed_started: NotRequired[Timestamp]
    """When work on the task began, as the other system says."""
    disabled: NotRequired[bool]
    """Whether it was disabled."""
    item: Key
    """The item's key."""
    status: NotRequired[Status]
    """The task's status. A parent's follows from its children."""


class Imported(TypedDict):
    """What an import has brought."""

    disclosed: int
    """How many events that were withheld here it tells, so that they are known from now on."""
    erased: list[PersonId]
    """Who was erased where she is at home, and is by this import erased here."""
    events: int
    """How many of the bundle's events are new here."""
    exported_at: Timestamp
    """As of when the bundle knows what is in it."""
    process: ProcessId
    """The process."""
    scrubbed: NotRequired[bool]
    """After an erasure or a redaction, or where a text was put right: whether what was there is physically
    gone as well. If not, the store removes it as soon as it can.
    """
    source: Key
    """What the host calls the place that it came from."""
    streams: list[Verified]
    """The streams of the bundle, each verified: its events follow from each other. Who wrote them, nothing
    in them proves.
    """
    taken_over: list[StreamId]
    """Those of them that are at home here from now on."""
    trusted: list[StreamId]
    """Those of them that were taken on trust, as replicas of what is at home elsewhere."""
    withheld: int
    """How many of its events are withheld: of those there is only the id."""


class ImportedPerson(TypedDict):
    """One of the people that an import speaks of."""

    named: Commitment
    """How the other system names her: a commitment to a text in the vault."""
    person_id: PersonId
    """Who."""


Indication: TypeAlias = Literal[
    # In a form on a screen, where nothing was ticked before.
    "form",
    # On paper.
    "paper",
    # Before an official.
    "in_person",
]
"""How somebody expressed her will."""


class Integration(TypedDict):
    """How the host reaches a piece of software that it runs. Kept as data; nothing here is ever followed."""

    api_path: NotRequired[str]
    """The path of its programming interface."""
    auth_method: NotRequired[AuthMethod]
    """How it learns who its user is."""
    capabilities: NotRequired[dict[str, Localized | None]]
    """What it can do, with the texts it shows for that."""
    domain: NotRequired[str]
    """Its domain, where it is not the host's."""
    path: NotRequired[str]
    """Its path at that domain."""
    service: NotRequired[str]
    """The name of its service."""
    subdomain: NotRequired[bool]
    """Whether it is reached as a subdomain."""


InterlinkLicence: TypeAlias = Literal[
    "public_domain",
    "permissive",
    "copyleft",
    "non_commercial",
    "propietary",
]
"""The licence classes, in the official spelling."""


class InterlinkMetadata(TypedDict):
    """`schemas/NAME/metadata.json`."""

    author: str
    description_translations: dict[str, str]
    environments: NotRequired[list[str]]
    id: str
    languages: NotRequired[list[str]]
    licence: InterlinkLicence
    name_translations: dict[str, str]
    tags_translations: dict[str, list[str]]


class InterlinkNoPrerequisite(TypedDict):
    """An empty object."""


class InterlinkObjective(TypedDict):
    description_translations: dict[str, str]
    id: str
    name_translations: dict[str, str]
    prerequisites: InterlinkPrerequisites
    problemprofiles: list[str]
    tasks: list[InterlinkTask]


class InterlinkPhase(TypedDict):
    """`schemas/NAME/phases/*.json`."""

    description_translations: dict[str, str]
    id: str
    is_part_of_codelivery: bool
    name_translations: dict[str, str]
    objectives: list[InterlinkObjective]
    prerequisites: InterlinkPrerequisites


class InterlinkPrerequisiteWithStatus(TypedDict):
    """The other item has to reach a status."""

    item: str
    status: InterlinkPrerequisiteStatus


class InterlinkPrerequisiteWithType(TypedDict):
    """The other item comes first."""

    item: str
    type: InterlinkPreviousType


InterlinkPrerequisite: TypeAlias = Union["InterlinkPrerequisiteWithStatus", "InterlinkPrerequisiteWithType"]

InterlinkPrerequisiteStatus: TypeAlias = Literal["in_progress", "finished"]

InterlinkPrerequisites: TypeAlias = Union[
    "list[InterlinkPrerequisite]",
    "InterlinkPrerequisite",
    "InterlinkNoPrerequisite",
]
"""The list that the official files have, or the one object that the official JSON Schema asks for."""

InterlinkPreviousType: TypeAlias = Literal["previous"]


class InterlinkProblemProfile(TypedDict):
    """One entry of `problemprofiles.json`."""

    description_translations: dict[str, str]
    functionality_translations: dict[str, str]
    id: str
    name_translations: dict[str, str]


class InterlinkTask(TypedDict):
    description_translations: dict[str, str]
    id: str
    name_translations: dict[str, str]
    prerequisites: InterlinkPrerequisites
    problemprofiles: list[str]


class Interlinker(TypedDict):
    """An entry of a catalogue. Fields stand in canonical order."""

    body: InterlinkerBody
    """What only its kind has."""
    constraints: NotRequired[Localized]
    """What keeps it from being used everywhere."""
    description: NotRequired[Localized]
    """What it is."""
    difficulty: NotRequired[Difficulty]
    """How hard it is to use."""
    domain: NotRequired[str]
    """The field it is for."""
    environments: NotRequired[list[str]]
    """The installations that it is meant for, where it is not meant for all."""
    form: NotRequired[Form]
    """Its shape."""
    format: NotRequired[Format]
    """Its format."""
    id: Key
    """Its name for programs, unique in the catalogue."""
    instructions: NotRequired[dict[str, str]]
    """How to use it: a text, a file or a link, per language."""
    languages: NotRequired[list[Language]]
    """The languages that it is offered in."""
    licence: NotRequired[LicenceClass]
    """Under what class of licence it may be used."""
    logotype: NotRequired[str]
    """The file of its picture."""
    name: Localized
    """Its name for people."""
    overview: NotRequired[Localized]
    """What it is, in a line."""
    problem_profiles: NotRequired[list[Key]]
    """The problem profiles that it answers."""
    process: NotRequired[str]
    """The process it is for."""
    regulations: NotRequired[Localized]
    """What it complies with."""
    scopes: NotRequired[list[Scope]]
    """Where it applies."""
    services: NotRequired[list[Service]]
    """What it does for a service."""
    sustainability: NotRequired[bool]
    """Whether it has to do with sustaining a service."""
    tags: NotRequired[dict[str, list[str]]]
    """Words to find it by, per language."""
    targets: NotRequired[list[Target]]
    """Whom it is for."""


class InterlinkerBodyKnowledgeData(TypedDict):
    files: NotRequired[dict[str, str]]
    """The file of the resource, per language."""
    host: NotRequired[Key]
    """The software that holds copies of it."""


class InterlinkerBodyKnowledge(TypedDict):
    """A resource that is copied."""

    knowledge: InterlinkerBodyKnowledgeData


class InterlinkerBodyExternalKnowledgeData(TypedDict):
    asset_name: NotRequired[Localized]
    """What a link to it is called."""
    uris: NotRequired[dict[str, str]]
    """Where it is, per language."""


class InterlinkerBodyExternalKnowledge(TypedDict):
    """A resource that is linked."""

    external_knowledge: InterlinkerBodyExternalKnowledgeData


class InterlinkerBodySoftwareData(TypedDict):
    deployment_manual: NotRequired[str]
    """Where its manual for deploying is."""
    developer_manual: NotRequired[str]
    """Where its manual for developers is."""
    integration: NotRequired[Integration]
    """How the host reaches it."""
    internationalised: NotRequired[bool]
    """Whether it speaks several languages."""
    responsive: NotRequired[bool]
    """Whether it suits small screens."""
    supported_by: NotRequired[list[Supporter]]
    """Who runs it."""
    user_manual: NotRequired[str]
    """Where its manual for users is."""


class InterlinkerBodySoftware(TypedDict):
    """A program that the host runs."""

    software: InterlinkerBodySoftwareData


class InterlinkerBodyExternalSoftwareData(TypedDict):
    asset_name: NotRequired[Localized]
    """What a link to it is called."""
    uris: NotRequired[dict[str, str]]
    """Where it is, per language."""


class InterlinkerBodyExternalSoftware(TypedDict):
    """A program that others run."""

    external_software: InterlinkerBodyExternalSoftwareData


InterlinkerBody: TypeAlias = Union[
    "InterlinkerBodyKnowledge",
    "InterlinkerBodyExternalKnowledge",
    "InterlinkerBodySoftware",
    "InterlinkerBodyExternalSoftware",
]
"""What one kind of interlinker has that the others have not."""

InterlinkerKind: TypeAlias = Literal[
    # A resource that is copied and filled in: a template, a canvas, a guide.
    "knowledge",
    # A resource that lies elsewhere and is linked.
    "external_knowledge",
    # A program that the host runs, and that keeps assets for tasks.
    "software",
    # A program that others run.
    "external_software",
]
"""What an interlinker is."""


class InterlinkerUse(TypedDict):
    """How much an interlinker is used in a process: by the assets that were made from it and those that it
    holds, also where they were deleted since.
    """

    assets: int
    """How many assets."""
    first: Timestamp
    """When the first of them was added."""
    interlinker: Key
    """Which interlinker."""
    last: Timestamp
    """When the last of them was added."""
    months: list[MonthUse]
    """How many were added in each month in which any was, the first first."""
    process: ProcessId
    """The process."""
    tasks: int
    """On how many tasks they lie."""


InvalidateConsent = TypedDict(
    "InvalidateConsent",
    {
        # Whose consent.
        "data_subject": NotRequired[Union["HostId", None]],
        # What the authority decided, and where that can be read. Kept in the vault.
        "decision": "Remark",
        # The SHA-256 of the decision.
        "evidence": NotRequired[Union["FileDigest", None]],
        # From when on it was invalid; not after the command's time.
        "from": Union["Timestamp", datetime],
        # The controller.
        "organisation": "HostId",
        # The purpose.
        "purpose": "Key",
        # The consents that began before this are invalid, all of them; only the one that held at `from`, or
        # began first after it, if absent.
        "until": NotRequired[Union["Timestamp", None]],
    },
)
"""Notes, in the name of the controller, that an authority found a consent invalid."""


class ItemAdded(TypedDict):
    """An item was added by hand."""

    before: NotRequired[ItemId]
    """The sibling it came before; it came last if absent."""
    codelivery: NotRequired[bool]
    """Whether the service is delivered in it."""
    description: NotRequired[Localized]
    """What it is about."""
    item: ItemId
    """Its id."""
    kind: ItemKind
    """What it is."""
    name: Localized
    """Its name."""
    parent: NotRequired[ItemId]
    """What it lies in."""
    problem_profiles: NotRequired[list[Key]]
    """The problem profiles that it has."""
    relied_on: NotRequired[list[Reliance]]
    """What the decision read elsewhere."""


class ItemDisabled(TypedDict):
    """An item was disabled with everything below it."""

    item: ItemId
    """The item."""
    prerequisites_waived: NotRequired[list[Unmet]]
    """What was waited for, enforced, and is not waited for any more."""
    reason: NotRequired[Commitment]
    """Why: a commitment to a text in the vault."""
    relied_on: NotRequired[list[Reliance]]
    """What the decision read elsewhere."""


class ItemEdited(TypedDict):
    """An item was changed; what is absent stayed as it was."""

    codelivery: NotRequired[bool]
    """Whether the service is delivered in it."""
    description: NotRequired[Localized]
    """The new description."""
    item: ItemId
    """The item."""
    name: NotRequired[Localized]
    """The new name."""
    problem_profiles: NotRequired[list[Key]]
    """The new problem profiles."""
    relied_on: NotRequired[list[Reliance]]
    """What the decision read elsewhere."""


class ItemEnabled(TypedDict):
    """An item was enabled again."""

    item: ItemId
    """The item."""
    relied_on: NotRequired[list[Reliance]]
    """What the decision read elsewhere."""


ItemId: TypeAlias = str
"""16 bytes as lower-case hexadecimal."""

ItemKind: TypeAlias = Literal[
    # A stretch of the process; holds objectives.
    "phase",
    # Something to be reached; holds tasks.
    "objective",
    # Something to be done.
    "task",
]
"""What an item is."""


class ItemMoved(TypedDict):
    """An item was moved among its siblings, or to another parent."""

    before: NotRequired[ItemId]
    """The sibling it came before; it came last if absent."""
    item: ItemId
    """The item."""
    parent: NotRequired[ItemId]
    """What it lies in from now on; absent if that is what it lay in before."""
    prerequisites_waived: NotRequired[list[Unmet]]
    """What was waited for, enforced, and is not waited for any more."""
    reason: NotRequired[Commitment]
    """Why: a commitment to a text in the vault."""
    relied_on: NotRequired[list[Reliance]]
    """What the decision read elsewhere."""


class ItemPermissions(TypedDict):
    """What a party may do on one item."""

    item: ItemId
    """The item."""
    permissions: PermissionSet
    """What she may do there now."""


class ItemScheduled(TypedDict):
    """A task was planned."""

    end: NotRequired[Date]
    """The last day."""
    item: ItemId
    """The task."""
    relied_on: NotRequired[list[Reliance]]
    """What the decision read elsewhere."""
    start: NotRequired[Date]
    """The first day."""


class ItemView(TypedDict):
    """An item and all below it."""

    blocked: bool
    """Whether something enforced holds work back here."""
    children: NotRequired[list[ItemView]]
    """What lies in it, in order."""
    claimed_finished: NotRequired[Timestamp]
    """When it was finished, as that system says."""
    claimed_started: NotRequired[Timestamp]
    """When work on it began, as the system says that it was brought from; no time of this record."""
    codelivery: NotRequired[bool]
    """Whether the service is delivered in it."""
    description: NotRequired[ReadText]
    """What it is about."""
    enabled: bool
    """Whether neither it nor anything above it is disabled."""
    end: NotRequired[Date]
    """The last day it is planned for."""
    item: ItemId
    """Its id."""
    key: NotRequired[Key]
    """Its key in the template."""
    kind: ItemKind
    """What it is."""
    name: ReadText
    """Its name."""
    problem_profiles: NotRequired[list[Key]]
    """The problem profiles that it has."""
    progress: int
    """How far it is, in whole percent."""
    start: NotRequired[Date]
    """The first day it is planned for."""
    status: Status
    """How far it is."""
    waits_for: NotRequired[list[Wait]]
    """What it waits for itself."""


class KeepText(TypedDict):
    """Keeps a text about her when she is erased, in the name of the controller that holds it and whom a
    law asks for it (Art. 17(3)), for thirty years at most. Her tie to the host's id goes nevertheless.
    Later times take the place of earlier ones, and what is said later of whether it is kept
    attributably.
    """

    attributed: NotRequired[bool]
    """Whether it stays known to this controller whose text it is: for legal claims alone, and not while
    her request to be erased is open. The tie is sealed when she is erased, and used for nothing else.
    """
    exception: Exception
    """Which of the exceptions it is."""
    law: Localized
    """Which law. It is public."""
    organisation: HostId
    """The controller, by the host's id."""
    text: Commitment
    """Which text, by what the record holds in its place."""
    until: Timestamp | datetime
    """Until when."""


class Kept(TypedDict):
    """Where data are kept: Art. 30(1)(e) where that is outside the European Economic Area."""

    places: list[Country]
    """The countries."""
    transfer: NotRequired[TransferView]
    """The ground of the transfer."""


class KeptView(TypedDict):
    """A text that is kept although whom it is about is erased, or would be (Art. 17(3))."""

    attributed: bool
    """Whether it stays known to that organisation whose text it is."""
    exception: Exception
    """Which of the exceptions it is."""
    law: Localized
    """Which law, in the languages that it was named in."""
    organisation_id: OrganisationId
    """By whom."""
    over: bool
    """Whether its time is over and it is still there: then she is to be erased again."""
    person: PartyName
    """Whom it is about."""
    text: Commitment
    """Which text, by what the record holds in its place."""
    until: Timestamp
    """Until when."""


Key: TypeAlias = str
"""The name of a part of a document."""

Language: TypeAlias = str
"""A BCP 47 language tag."""


class LanguageView(TypedDict):
    """A message catalogue is spoken by."""

    language: Language
    """Its language."""


LawfulBasis: TypeAlias = Literal[
    # She consented: Art. 6(1)(a).
    "consent",
    # A contract with her needs it: Art. 6(1)(b).
    "contract",
    # The law demands it: Art. 6(1)(c).
    "legal_obligation",
    # A life depends on it: Art. 6(1)(d).
    "vital_interest",
    # A task in the public interest or of official authority needs it: Art. 6(1)(e).
    "public_task",
    # A legitimate interest that hers do not override: Art. 6(1)(f).
    "legitimate_interest",
]
"""Why data may be processed: the six bases of GDPR Art. 6(1). A purpose has exactly one here, although the
law says “at least one”, so that it is always clear which rights and which verb apply.
"""


class Leaderboard(TypedDict):
    """Who has how many points."""

    places: list[Place]
    """The places, the first first."""
    process: ProcessId
    """The process."""


LeaderboardRequest = TypedDict(
    "LeaderboardRequest",
    {
        # The state that is asked about: awards taken back later still count.
        "as_of": NotRequired["AsOf"],
        # By what it ranks; by person if absent.
        "by": NotRequired["RankBy"],
        # From when on awards count; from the beginning if absent.
        "from": NotRequired[Union["Timestamp", None]],
        # In which process.
        "process": "ProcessId",
        # Until when awards count, that moment not included; without end if absent.
        "until": NotRequired[Union["Timestamp", None]],
    },
)
"""Who has how many points."""


class LeftOut(TypedDict):
    """What a copy of a process did not take along: how much there was."""

    assets: int
    """Assets."""
    contributions: int
    """Claims of contributions."""
    requirements: NotRequired[list[RequirementLeftOut]]
    """What the model required and the copy does not: purposes of other controllers, of items that stayed
    behind, and of assets.
    """


Level: TypeAlias = Literal[
    # A little; counts once.
    "low",
    # Counts twice.
    "average",
    # Much; counts three times.
    "high",
]
"""How much somebody contributed."""

Licence: TypeAlias = str
"""An SPDX licence expression."""

LicenceClass: TypeAlias = Literal[
    # No rights are reserved.
    "public_domain",
    # May be used, changed and shared with few conditions.
    "permissive",
    # May be used, changed and shared under the same licence.
    "copyleft",
    # Not for commercial use.
    "non_commercial",
    # All rights are reserved.
    "proprietary",
]
"""The five licence classes of the INTERLINK catalogue."""


class LiftProcessingRestriction(TypedDict):
    """Ends a restriction that was granted, in the name of the controller. She is told before (Art. 18(3))."""

    reason: Remark
    """Why, as she is told. Kept in the vault."""
    request: SubjectRequestId
    """The request that the restriction was granted on."""


class LiftRestriction(TypedDict):
    """Ends a restriction at the command's time. Needs `restriction.place` on its scope."""

    restriction: RestrictionId
    """Which restriction."""


class LimitDays(TypedDict):
    """So many days."""

    days: int


class LimitUntilEventData(TypedDict):
    days: int
    """The longest, in days."""
    text: ReadText
    """What happens."""


class LimitUntilEvent(TypedDict):
    """Until something happens, or for so many days if it does not."""

    until_event: LimitUntilEventData


Limit: TypeAlias = Union["LimitDays", "LimitUntilEvent"]
"""How long data are kept: Art. 30(1)(f)."""

Localized: TypeAlias = dict[str, str]
"""The same text in one or more languages; never empty."""


class MakeAssignment(TypedDict):
    """Asks a person or a team to do something on a task. Needs `task.assign` there."""

    asset: NotRequired[AssetId | None]
    """On which of the task's assets, if on one."""
    holder: HolderRef
    """Who is asked."""
    item: ItemId
    """The task."""
    text: NotRequired[Remark | None]
    """What to do. Kept in the vault, as a text about the person asked."""


class MakeSubjectRequest(TypedDict):
    """Asks a controller for something under GDPR Art. 15 to 22. By herself; by who speaks for her in
    everything that this controller does; or by somebody who acts for the controller and received it.
    Without a stream it is the actor's own.
    """

    organisation: HostId
    """The controller, by the host's id."""
    right: Right
    """What."""
    text: NotRequired[Remark | None]
    """In her words. Kept in the vault."""


class Material(TypedDict):
    """Something to read or use."""

    kind: NotRequired[str]
    """What kind of thing it is, in a word."""
    name: Localized
    """What it is called."""
    uri: Uri
    """Where it is."""


class Matter(TypedDict):
    """What an act is about besides its item, as the record has it. Fields stand in canonical order."""

    asset: NotRequired[AssetId]
    """The asset."""
    command: NotRequired[ActName]
    """The type of the command that does it."""
    document: NotRequired[DocumentId]
    """The governance model, template or catalogue that is adopted."""
    grant: NotRequired[GrantId]
    """The grant that is revoked."""
    holder: NotRequired[Holder]
    """Who receives the role or the assignment, or is restricted."""
    on: NotRequired[ItemId]
    """The item that is waited for."""
    purpose: NotRequired[Key]
    """The purpose that is required."""
    restriction: NotRequired[RestrictionId]
    """The restriction that is lifted."""
    role: NotRequired[Key]
    """The role."""


class MatterRef(TypedDict):
    """What an act is about besides its item, as it is asked: parties by the host's ids."""

    asset: NotRequired[AssetId | None]
    """The asset."""
    command: NotRequired[ActName | None]
    """The type of the command that does it; may be left out where only one command needs the permission."""
    document: NotRequired[DocumentId | None]
    """The governance model, template or catalogue that is adopted."""
    grant: NotRequired[GrantId | None]
    """The grant that is revoked."""
    holder: NotRequired[HolderRef | None]
    """Who receives the role or the assignment, or is restricted."""
    on: NotRequired[ItemId | None]
    """The item that is waited for; may be left out where the item waits for one only."""
    purpose: NotRequired[Key | None]
    """The purpose that is required."""
    restriction: NotRequired[RestrictionId | None]
    """The restriction that is lifted."""
    role: NotRequired[Key | None]
    """The role."""


class MatterView(TypedDict):
    """What an act is about besides its item."""

    asset: NotRequired[AssetId]
    """The asset."""
    command: NotRequired[ActName]
    """The type of the command that does it."""
    document: NotRequired[DocumentId]
    """The governance model, template or catalogue that is adopted."""
    grant: NotRequired[GrantId]
    """The grant that is revoked."""
    holder: NotRequired[PartyName]
    """Who receives the role or the assignment, or is restricted."""
    on: NotRequired[ItemId]
    """The item that is waited for."""
    purpose: NotRequired[Key]
    """The purpose that is required."""
    restriction: NotRequired[RestrictionId]
    """The restriction that is lifted."""
    role: NotRequired[Key]
    """The role."""


MediaType: TypeAlias = str
"""A media type without parameters."""


class MemberAdded(TypedDict):
    """A person became a member."""

    person_id: PersonId
    """Who."""
    window: Window
    """From when until when."""


class MemberRemoved(TypedDict):
    """A membership ended, at the event's time."""

    person_id: PersonId
    """Whose."""


class MembershipView(TypedDict):
    """A time for which a person belongs to something."""

    ended: NotRequired[Timestamp]
    """When it was ended before that."""
    person: PartyName
    """Who."""
    window: Window
    """From when until when it was meant."""


class MergeTeam(TypedDict):
    """Closes a team and takes whoever is in it into another of the same kind, for as long as they were
    meant to stay. Roles do not go along: who gives roles in a process gives them to the other team.
    Needs to lead both, or to administer the organisation.
    """

    into: HostId
    """The host's id of the team that goes on."""
    team: HostId
    """The host's id of the team that is closed."""


class MessageCatalogueDocument(TypedDict):
    """A message catalogue as it is written.

    A phrase is a text with names in braces for what is put in: `{actor} completed “{item}”.` Which
    names there are follows from the type of event; `Slot` says what they mean.
    """

    help: NotRequired[dict[str, str]]
    """What somebody who is refused can do, by the code of the refusal."""
    language: Language
    """The language."""
    phrases: dict[str, str]
    """What is said, by the type of the event; also `blocked` and `unblocked`, which no event says by
    itself, and what is said of what there is to do, by its code (`next.…`). For a type that is missing,
    another language is taken.
    """
    refusals: NotRequired[dict[str, str]]
    """What is said where something is refused, and why, by the code of the refusal or reason. Where there
    are several sentences under one code, the name of the sentence stands behind a slash; `short` is
    what is said of texts that programs write.
    """
    somebody: str
    """Stands for a person whom the vault no longer knows."""
    something: str
    """Stands for what is no longer known."""
    words: NotRequired[dict[str, str]]
    """What is put into refusals that is no name: by the English of it."""


MineBy: TypeAlias = Literal[
    # An assignment asks this person.
    "assignment",
    # An assignment asks a team that this person is in.
    "team",
    # A role lets this person.
    "role",
]
"""By what something is a person's to do."""


class MineView(TypedDict):
    """What makes a step a person's."""

    assignment: NotRequired[AssignmentId]
    """The assignment."""
    by: MineBy
    """By what."""
    role: NotRequired[Key]
    """The role that lets the person do it."""
    team: NotRequired[PartyName]
    """The team that is asked, or that holds the role."""


class ModelDocument(TypedDict):
    """A governance model as it is written. Fields stand in canonical order."""

    approvals: NotRequired[list[ApprovalRule]]
    """What needs whose approval."""
    description: NotRequired[Localized]
    """What the model is for."""
    document: ModelMark
    """Says what kind of document this is."""
    founder: Key
    """The role that whoever creates a process receives. It must administer the process."""
    id: Key
    """The model's name for programs; all versions of a model share it."""
    name: Localized
    """The model's name for people."""
    prerequisites: PrerequisitePolicy
    """How prerequisites are treated."""
    roles: dict[str, RoleDefinition]
    """The roles."""
    version: int
    """Which version of the model this is, from 1."""
    work: NotRequired[WorkPolicy]
    """How work and credit are treated."""


ModelMark: TypeAlias = Literal[
    # This document is a governance model.
    "governance_model",
]
"""The word `governance_model`."""


class ModelView(TypedDict):
    """A governance model that comes with the library."""

    document: DocumentId
    """The SHA-256 of its canonical JSON."""
    id: Key
    """Its name for programs."""
    name: ReadText
    """Its name for people."""
    version: int
    """Its version."""


class ModelsRequest(TypedDict):
    """The governance models that come with the library."""

    language: NotRequired[Language | None]
    """The language that names are read in; English if absent."""


class ModelsView(TypedDict):
    """The governance models that come with the library."""

    models: list[ModelView]
    """All of them."""


class MonthUse(TypedDict):
    """How many assets were added in a month."""

    assets: int
    """How many."""
    month: Date
    """The first day of the month, in UTC."""


class MoveItem(TypedDict):
    """Moves an item among its siblings, or with all that is in it to another parent. Needs `item.edit`,
    and for another parent `item.add` there; where a role, a restriction or a required purpose stands on
    what it leaves or comes into, so that others may do other things with it there,
    `process.administer`.

    Where something need not wait any longer then, that passes a gate: it needs `prerequisite.waive`
    there too, the approvals that the model asks for, and a reason.
    """

    before: NotRequired[ItemId | None]
    """The sibling it comes before; it comes last if absent."""
    item: ItemId
    """The item."""
    parent: NotRequired[ItemId | None]
    """What it lies in from now on; it stays where it lies if absent."""
    reason: NotRequired[Remark | None]
    """Why. Needed where it passes a gate. Kept in the vault, as a text by the actor."""


class MustStopView(TypedDict):
    """Work that must stop, since a purpose that is required there has no basis for somebody's data."""

    assignment: NotRequired[AssignmentId]
    """The assignment, if it is one."""
    contribution: NotRequired[ContributionId]
    """The claim that waits for review, if it is one."""
    data_subject: PartyName
    """Whose data may not be processed for it."""
    item: ItemId
    """The task."""
    person: PartyName
    """Whose work it is."""
    purpose: PurposeRef
    """The purpose that is required."""
    requirement: RequirementId
    """The requirement."""
    why: str
    """Why not, for people."""


class MyApprovalView(TypedDict):
    """An act that approvals are asked for."""

    act: NotRequired[NextAct]
    """The act."""
    approval: ApprovalId
    """The request."""
    at: Timestamp
    """When it was asked for."""
    item: NotRequired[ItemId]
    """On which item."""
    own: bool
    """Whether this person asks for it; otherwise this person could stand behind it."""
    permission: Permission
    """The permission that it needs."""
    process: ProcessId
    """The process."""


class MyAssignmentView(TypedDict):
    """An assignment that is open."""

    assignment: AssignmentId
    """The assignment."""
    at: Timestamp
    """When it was made."""
    due: NotRequired[Date]
    """The last day of the task."""
    item: ItemId
    """The task."""
    name: ReadText
    """Its name."""
    process: ProcessId
    """The process."""
    status: Status
    """How far the task is."""
    team: NotRequired[PartyName]
    """The team that is asked, if it is one."""


class MyProcessView(TypedDict):
    """A process of one's own."""

    closed: NotRequired[Timestamp]
    """When it was closed."""
    name: ReadText
    """Its name."""
    process: ProcessId
    """The process."""
    progress: int
    """How far it is, in whole percent."""
    roles: list[Key]
    """The roles that this person holds anywhere in it, also through teams."""
    status: Status
    """How far it is."""


class MyRequest(TypedDict):
    """What is a person's."""

    at: Timestamp | datetime
    """What the clock participations now."""
    language: NotRequired[Language | None]
    """In which language; in English if absent."""
    person: HostId
    """Who, by the host's id."""


class MyTeamView(TypedDict):
    """A team of one's own."""

    name: ReadText
    """What it is called."""
    team: PartyName
    """The team, with its organisation."""


class MyView(TypedDict):
    """What is one person's."""

    approvals: list[MyApprovalView]
    """Acts that wait for approval, asked for or to be given by this person."""
    assignments: list[MyAssignmentView]
    """What this person, or a team of theirs, is asked to do."""
    processes: list[MyProcessView]
    """The processes that this person may see, in the order of their ids."""
    teams: list[MyTeamView]
    """The teams that this person is in."""


class Named(TypedDict):
    """Somebody who is named in the record."""

    contact: NotRequired[str]
    """How to reach it."""
    name: ReadText
    """What it is called."""


Necessity: TypeAlias = Literal[
    # Without them it cannot be done.
    "required",
    # They are a help; nothing may depend on them (Art. 7(4)).
    "optional",
]
"""Whether data must be there for the purpose."""

Needs: TypeAlias = Literal[
    # It comes before in order, and is finished first. INTERLINK's `"type": "previous"`.
    "previous",
    # It is in progress or finished.
    "in_progress",
    # It is finished. INTERLINK's `"status": "finished"`.
    "finished",
]
"""What of the other item is waited for."""

NextAct: TypeAlias = Literal[
    "approval.give",
    "participation.accept",
    "subject_request.answer",
    "recipient.notify",
    "consent.request",
    "process.edit",
    "process.publish",
    "process.close",
    "template.adopt",
    "catalogue.adopt",
    "governance.adopt",
    "item.add",
    "item.edit",
    "item.move",
    "tree.replace",
    "task.estimate",
    "prerequisite.add",
    "prerequisite.remove",
    "item.disable",
    "item.enable",
    "item.schedule",
    "task.start",
    "task.complete",
    "task.reopen",
    "assignment.make",
    "assignment.withdraw",
    "assignment.complete",
    "prerequisite.waive",
    "role.grant",
    "role.revoke",
    "participation.decline",
    "restriction.place",
    "restriction.lift",
    "asset.add",
    "asset.edit",
    "asset.revise",
    "asset.delete",
    "asset.open",
    "contribution.claim",
    "contribution.record",
    "contribution.accept",
    "contribution.return",
    "points.award",
    "points.reverse",
    "purpose.require",
    "purpose.release",
]
"""The type of the command that a step is done by."""


class NextRequest(TypedDict):
    """What a person can do next."""

    at: Timestamp | datetime
    """What the clock participations now."""
    language: NotRequired[Language | None]
    """In which language; in English if absent."""
    limit: int
    """How many steps are told at most; 10 000 is the most there is."""
    person: HostId
    """Who, by the host's id. Somebody whom nobody knows has nothing to do."""
    process: NotRequired[ProcessId | None]
    """In which process; in all of theirs, and for the organisations that they administer, if absent."""


class NextView(TypedDict):
    """Everything that a person can do next, the most urgent first."""

    steps: list[StepView]
    """As many as were asked for."""
    total: int
    """How many there are in all."""


class NextWaitView(TypedDict):
    """Something that a step waits for, and who could end the waiting."""

    act: NotRequired[NextAct]
    """By which command it would go on."""
    first: NotRequired[ItemId]
    """The task that somebody would have to start or complete first, at the root of what it waits for."""
    item: ItemId
    """The item that waits: the step's own, or one that it lies in."""
    more: bool
    """Whether there are more people than are named."""
    name: ReadText
    """The name of what is waited for."""
    needs: Needs
    """What of it."""
    on: ItemId
    """What is waited for."""
    roles: list[Key]
    """The roles that can do it."""
    who: NotRequired[list[PartyName]]
    """Some of the people who could do it now; nobody where the asker may not see who takes part."""


class NoticeDocument(TypedDict):
    """A notice as it is written: what somebody is told before her data are processed (GDPR Art. 13 and
    14). Fields stand in canonical order.
    """

    authority: NotRequired[Body]
    """The authority to complain to."""
    child_ages: NotRequired[list[AgeRow]]
    """Ages of consent that differ from the shipped table."""
    collection: NotRequired[Collection]
    """Where data come from."""
    controllers: list[Body]
    """Who decides why and how data are processed; the first is the organisation that publishes the notice."""
    document: NoticeMark
    """Says what kind of document this is."""
    id: Key
    """Its name for programs, the same in all versions."""
    joint_arrangement: NotRequired[Localized]
    """Who of several controllers does what, and whom she turns to: the essence of their arrangement (Art.
    26(2)).
    """
    jurisdiction: Country
    """Under whose law."""
    languages: list[Language]
    """The languages that all of it is written in."""
    officer: NotRequired[Body]
    """The data protection officer of the controller."""
    purposes: list[Purpose]
    """What processing is for."""
    recipients: NotRequired[list[Recipient]]
    """Who receives data; an empty list says that nobody does."""
    renews: NotRequired[list[Key]]
    """Whether this version asks again those who consented to an earlier one; by purpose."""
    rewords: NotRequired[list[Key]]
    """The purposes about which this version says the same in other words, so that nobody has to be asked
    again. It is checked: whatever else differs is refused.
    """
    rights_at: NotRequired[Uri]
    """Where rights are exercised."""
    tell_within_days: NotRequired[int]
    """Within how many days recipients are told that data must no longer be processed (Art. 19)."""
    text: Localized
    """What she is told, as she reads it."""
    title: Localized
    """Its title."""
    uri: Uri
    """Where exactly this version can be read."""
    version: int
    """The version, from 1."""
    withdrawal: NotRequired[Withdrawal]
    """How to withdraw consent."""


class NoticeDocumentInput(TypedDict):
    """A notice as it is written: what somebody is told before her data are processed (GDPR Art. 13 and
    14). Fields stand in canonical order.
    """

    authority: NotRequired[Body | None]
    """The authority to complain to."""
    child_ages: NotRequired[list[AgeRow]]
    """Ages of consent that differ from the shipped table."""
    collection: NotRequired[Collection | None]
    """Where data come from."""
    controllers: list[Body]
    """Who decides why and how data are processed; the first is the organisation that publishes the notice."""
    document: NoticeMark
    """Says what kind of document this is."""
    id: Key
    """Its name for programs, the same in all versions."""
    joint_arrangement: NotRequired[Localized | None]
    """Who of several controllers does what, and whom she turns to: the essence of their arrangement (Art.
    26(2)).
    """
    jurisdiction: Country
    """Under whose law."""
    languages: list[Language]
    """The languages that all of it is written in."""
    officer: NotRequired[Body | None]
    """The data protection officer of the controller."""
    purposes: list[PurposeInput]
    """What processing is for."""
    recipients: NotRequired[list[Recipient] | None]
    """Who receives data; an empty list says that nobody does."""
    renews: NotRequired[list[Key]]
    """Whether this version asks again those who consented to an earlier one; by purpose."""
    rewords: NotRequired[list[Key]]
    """The purposes about which this version says the same in other words, so that nobody has to be asked
    again. It is checked: whatever else differs is refused.
    """
    rights_at: NotRequired[Uri | None]
    """Where rights are exercised."""
    tell_within_days: NotRequired[int | None]
    """Within how many days recipients are told that data must no longer be processed (Art. 19)."""
    text: Localized
    """What she is told, as she reads it."""
    title: Localized
    """Its title."""
    uri: Uri
    """Where exactly this version can be read."""
    version: int
    """The version, from 1."""
    withdrawal: NotRequired[Withdrawal | None]
    """How to withdraw consent."""


class NoticeGapsRequest(TypedDict):
    """What a notice still misses before an organisation of a kind may publish it."""

    kind: StakeholderKind
    """What kind of stakeholder the organisation is."""
    notice: DocumentId
    """The notice, which was added."""


class NoticeGapsView(TypedDict):
    """What a notice misses."""

    gaps: list[Gap]
    """Each with the article that asks for it; nothing if the notice is complete."""


NoticeMark: TypeAlias = Literal[
    # This document is a notice.
    "notice",
]
"""The word `notice`."""


class NoticePublished(TypedDict):
    """A notice was published; it takes the place of the version before."""

    notice: DocumentId
    """The notice."""


NoticeView = TypedDict(
    "NoticeView",
    {
        # The SHA-256 of its canonical JSON.
        "document": "DocumentId",
        # From when it is in force.
        "from": "Timestamp",
        # Its name for programs.
        "id": "Key",
        # What it is for.
        "purposes": "list[PurposeView]",
        # What she is told.
        "text": "ReadText",
        # Its title.
        "title": "ReadText",
        # Until when it was in force.
        "until": NotRequired["Timestamp"],
        # Its version.
        "version": int,
    },
)
"""A notice that is or was in force, in one language."""


class NoticeWithdrawn(TypedDict):
    """A notice was ended."""

    notice: Key
    """Its name."""


class NoticesRequest(TypedDict):
    """What an organisation tells people about their data."""

    language: NotRequired[Language | None]
    """In which language; in English if absent."""
    organisation_id: OrganisationId
    """Which organisation."""


class NoticesView(TypedDict):
    """The notices of an organisation."""

    notices: list[NoticeView]
    """In the order in which they were published."""


class Notification(TypedDict):
    """What concerns a person."""

    at: Timestamp
    """When it happened."""
    concern: Concern
    """Why it concerns her."""
    event: EventId
    """The event."""
    item: NotRequired[ItemId]
    """The item that it is about."""
    person: PartyName
    """Whom it concerns."""
    position: Position
    """The event's position."""
    sentence: Sentence
    """What is said."""
    stream: StreamId
    """The stream."""


class NotificationPage(TypedDict):
    """A page of what is told."""

    after: Position
    """How far the feed was read: ask for what comes after it next time."""
    entries: list[Notification]
    """What there is to tell, in order."""


class NotificationsRequest(TypedDict):
    """What concerns whom."""

    after: NotRequired[Position]
    """After which position; from the beginning if absent."""
    language: NotRequired[Language | None]
    """In which language; in English if absent."""
    limit: int
    """How many events are read at most; 10 000 is the most there is."""
    person: NotRequired[HostId | None]
    """Only what concerns this person, by the host's id."""


class NotifyRecipient(TypedDict):
    """Notes, in the name of the controller, that a recipient knows that processing has to end (Art. 19)."""

    data_subject: NotRequired[HostId | None]
    """Of whose data."""
    organisation: HostId
    """The controller."""
    purpose: Key
    """The purpose."""
    recipient: Key
    """The recipient, by its name in the notice."""


class ObjectionDecided(TypedDict):
    """Her objection was decided."""

    grounds: NotRequired[Commitment]
    """The grounds that override hers, if there are any: a commitment to a text in the vault."""
    organisation_id: OrganisationId
    """The controller."""
    purpose: Key
    """The purpose."""
    relied_on: list[Reliance]
    """What the decision read elsewhere."""


class ObjectionRaised(TypedDict):
    """She objects."""

    by: Expressed
    """Who said so."""
    grounds: NotRequired[Commitment]
    """Her grounds: a commitment to a text in the vault."""
    organisation_id: OrganisationId
    """The controller."""
    purpose: Key
    """The purpose."""


class ObjectionResumed(TypedDict):
    """Somebody who was erased had objected, and has come back: the objection stands as it stood. Nobody
    says it, the library does, when it meets her host's id again.
    """

    organisation_id: OrganisationId
    """The controller."""
    purpose: Key
    """The purpose."""
    upheld: NotRequired[bool]
    """Whether the controller had accepted it; it was not decided otherwise."""


class ObjectionWithdrawn(TypedDict):
    """She took her objection back."""

    by: Expressed
    """Who said so."""
    organisation_id: OrganisationId
    """The controller."""
    purpose: Key
    """The purpose."""


class ObligationView(TypedDict):
    """A recipient that has to be told of something (Art. 19), or was told."""

    cause: Cause
    """Of what."""
    data_subject: PartyName
    """Whose data."""
    notified: NotRequired[Timestamp]
    """When it was notified."""
    overdue: bool
    """Whether it was not told in time."""
    purpose: PurposeRef
    """The purpose."""
    recipient: Key
    """The recipient, by its name in the notice."""
    recipient_country: Country
    """Where it is."""
    recipient_name: ReadText
    """What it is called."""
    since: Timestamp
    """Since when it is so."""
    state: State
    """What became of her will."""
    tell_until: Timestamp
    """Until when it has to be told."""


class ObligationsRequest(TypedDict):
    """What a controller has to tell whom."""

    at: Timestamp | datetime
    """For which moment."""
    language: NotRequired[Language | None]
    """In which language; in English if absent."""
    organisation_id: OrganisationId
    """The controller."""


class ObligationsView(TypedDict):
    """Everything that a controller has to tell, or told."""

    obligations: list[ObligationView]
    """By person, purpose and recipient."""
    renewals: list[RenewalView]
    """Consents that a newer notice asks for again, by person."""
    storage: list[StorageView]
    """Data that are past the time for which the notice lets them be stored, by person."""


class Offer(TypedDict):
    """Something that can be offered to do with an asset."""

    text: NotRequired[ReadText]
    """What the interlinker that holds the asset calls it."""
    what: Capability
    """What."""


class OpenAsset(TypedDict):
    """Opens an asset, on record: who looked at what, and when. Needs `asset.view` on its task, and the
    purposes that are required of it.
    """

    asset: AssetId
    """The asset."""


class OperatorAppointed(TypedDict):
    """A person became an operator."""

    by: AppointedBy
    """By the host in its own name, or by an operator."""
    person_id: PersonId
    """Who."""


class OperatorDismissed(TypedDict):
    """A person is no longer an operator."""

    by: AppointedBy
    """By the host in its own name, or by an operator."""
    person_id: PersonId
    """Who."""


class OperatorsRequest(TypedDict):
    """Who speaks for the host."""


class OperatorsView(TypedDict):
    """Who speaks for the host."""

    operators: list[PartyName]
    """The operators, in the order in which they were appointed."""
    seq: Seq
    """The version of the host's stream; 0 where nobody was appointed yet."""


class OrganisationEdited(TypedDict):
    """The organisation's name or team policy changed."""

    name: NotRequired[Localized]
    """The new name, if it changed."""
    team_creation: NotRequired[TeamPolicy]
    """The new policy, if it changed."""


OrganisationId: TypeAlias = str
"""16 bytes as lower-case hexadecimal."""


class OrganisationRegistered(TypedDict):
    """An organisation was founded; the actor is its first administrator."""

    kind: StakeholderKind
    """What kind of stakeholder it is."""
    name: Localized
    """Its name."""
    team_creation: TeamPolicy
    """Who may create teams in it."""


class OrganisationRequest(TypedDict):
    """An organisation."""

    as_of: NotRequired[AsOf]
    """The state that is asked about."""
    organisation_id: OrganisationId
    """Which organisation."""


class OrganisationUnverified(TypedDict):
    """An operator of the store took the verification back."""

    relied_on: list[Reliance]
    """The host's stream, which participations that the actor is an operator."""


class OrganisationVerified(TypedDict):
    """An operator of the store verified what the organisation is."""

    evidence: NotRequired[FileDigest]
    """The SHA-256 of what the operator saw."""
    kind: StakeholderKind
    """What kind of stakeholder it is by the register."""
    register: RegisterEntry
    """Its entry in the register."""
    relied_on: list[Reliance]
    """The host's stream, which participations that the actor is an operator."""


class OrganisationView(TypedDict):
    """An organisation."""

    administrators: list[PartyName]
    """Its administrators."""
    host_id: NotRequired[HostId]
    """The host's id for it."""
    kind: StakeholderKind
    """What kind of stakeholder it is."""
    members: list[MembershipView]
    """Who was, is or will be a member."""
    name: Localized
    """Its name, in all its languages."""
    organisation_id: OrganisationId
    """Its id."""
    seq: Seq
    """The version that is shown."""
    team_creation: TeamPolicy
    """Who may create teams in it."""
    teams: list[TeamView]
    """Its teams."""
    verified: NotRequired[VerificationView]
    """What it was verified to be; absent where it only participations so itself."""


class Origin(TypedDict):
    """Where a copy comes from: a process, as it was after one of its events. It means the same in every
    system.
    """

    event: EventId
    """The id of its last event then."""
    process: ProcessId
    """The process."""
    seq: Seq
    """Its version then."""


Outcome: TypeAlias = Literal[
    # It was done.
    "fulfilled",
    # It was not, for a reason that is on record (Art. 12(4) and (5)).
    "refused",
]
"""What became of a request."""


class OutcomesView(TypedDict):
    """What became of commands."""

    outcomes: list[CommandOutcome]
    """In the order of the commands."""


class Owner(TypedDict):
    """An organisation that stands behind the practice. Public: never a private person."""

    info: NotRequired[Localized]
    """What it is."""
    name: Localized
    """What it is called."""
    uri: NotRequired[Uri]
    """Where to find it."""


class Part(TypedDict):
    """A piece of a sentence."""

    party: NotRequired[PartyName]
    """The party that the piece names, for a host that has a better name or a link for it."""
    text: str
    """The words; a name stands in them isolated (U+2068 … U+2069) and cut where it is long, so that
    neither its direction nor its length reaches the words around it.
    """


class ParticipationAccepted(TypedDict):
    """A request to take part was accepted; the grant follows."""

    reason: NotRequired[Commitment]
    """Why: a commitment to a text in the vault."""
    relied_on: NotRequired[list[Reliance]]
    """What the decision read elsewhere."""
    request: ParticipationId
    """Which."""


class ParticipationAsked(TypedDict):
    """Somebody asks to take part."""

    request: ParticipationId
    """Its id."""
    text: Commitment
    """Why: a commitment to a text in the vault."""


class ParticipationDeclined(TypedDict):
    """A request to take part was declined."""

    reason: Commitment
    """Why: a commitment to a text in the vault."""
    relied_on: NotRequired[list[Reliance]]
    """What the decision read elsewhere."""
    request: ParticipationId
    """Which."""


ParticipationId: TypeAlias = str
"""16 bytes as lower-case hexadecimal."""


class ParticipationView(TypedDict):
    """A request to take part."""

    accepted: NotRequired[bool]
    """Whether it was accepted; absent while it is open."""
    answered_by: NotRequired[PartyName]
    """Who answered."""
    at: Timestamp
    """When."""
    by: PartyName
    """Who asks."""
    reason: NotRequired[str]
    """Why she answered so."""
    request: ParticipationId
    """Its id."""
    text: NotRequired[str]
    """Why; absent if the text was erased."""


class PartyName(TypedDict):
    """A party as views name it: by the library's id, and by the host's where the vault still knows it."""

    host_id: NotRequired[HostId]
    """The host's id; absent for a person who was erased."""
    organisation_id: NotRequired[OrganisationId]
    """The organisation: the party itself, or the one that the team belongs to."""
    person_id: NotRequired[PersonId]
    """The person, by pseudonym, if it is one."""
    team_id: NotRequired[TeamId]
    """The team, if it is one."""


class PartyRequest(TypedDict):
    """The party behind a host id."""

    host_id: HostId
    """The host's id."""


class PartyView(TypedDict):
    """The party behind a host id."""

    party: NotRequired[PartyName]
    """The party; absent if nobody is known by that id."""


class PeopleView(TypedDict):
    """Everyone who may do a thing."""

    people: list[PartyName]
    """Who, in the order of their pseudonyms."""


Permission: TypeAlias = Literal[
    # See the process and its items.
    "process.view",
    # Change the process's name and description.
    "process.edit",
    # Administer the process: everything else, and its rules. Only ever for the whole process.
    "process.administer",
    # Publish the process as a good practice.
    "process.publish",
    # Add items below.
    "item.add",
    # Change, move and link items.
    "item.edit",
    # Disable items and enable them again.
    "item.disable",
    # Set the dates of tasks.
    "item.schedule",
    # Start a task.
    "task.start",
    # Complete a task.
    "task.complete",
    # Reopen a finished task.
    "task.reopen",
    # Ask others to work on a task.
    "task.assign",
    # Let work begin although a prerequisite is unmet, with a reason.
    "prerequisite.waive",
    # Grant roles and revoke them.
    "role.grant",
    # Place restrictions and lift them.
    "restriction.place",
    # See assets.
    "asset.view",
    # Create assets.
    "asset.create",
    # Change assets.
    "asset.edit",
    # Delete assets.
    "asset.delete",
    # Claim a contribution.
    "contribution.claim",
    # Review the contributions of others.
    "contribution.review",
    # Manage notices and what consents are asked for.
    "consent.manage",
]
"""One thing that a party may be allowed to do.

The set is closed: a governance model combines these, it cannot invent others. What belongs to a data
subject alone (giving and withdrawing consent) is no permission and nobody can be given it.
"""

PermissionSet: TypeAlias = "list[Permission]"


class PermissionTable(TypedDict):
    """Everything that a party may do in a process at one moment."""

    at: Timestamp
    """For which moment."""
    items: list[ItemPermissions]
    """On each item, parents before children."""
    process: PermissionSet
    """On the process as a whole."""


class PermissionsRequest(TypedDict):
    """Everything that a party may do in a process."""

    as_of: NotRequired[AsOf]
    """The state that is asked about."""
    at: Timestamp | datetime
    """For which moment."""
    party: HolderRef
    """Who: a person, with all that her teams bring; or a team, with what it passes on."""
    process: ProcessId
    """In which process."""


class PersonErased(TypedDict):
    """The person was erased from the vault: everywhere, or what one organisation held."""

    attributed: NotRequired[list[Attributed]]
    """The texts of these that are kept attributably, each with where the vault has whose it is."""
    kept: NotRequired[list[Commitment]]
    """The texts about her that a law wants kept."""
    organisation_id: NotRequired[OrganisationId]
    """The organisation that did it for her."""
    reason: NotRequired[Commitment]
    """Why: a commitment to a text in the vault."""
    relied_on: NotRequired[list[Reliance]]
    """What the decision read elsewhere."""
    tied: NotRequired[bool]
    """Whether she is still known by the host's id, since others have to do with her."""


PersonId: TypeAlias = str
"""16 bytes as lower-case hexadecimal."""


class PersonWithheld(TypedDict):
    """Stands in a replica in the place of an event that is nobody's business here."""

    event: EventId
    """The id of that event."""


class Place(TypedDict):
    """One place on a leaderboard."""

    party: NotRequired[PartyName]
    """The person or team, if it ranks by those."""
    points: int
    """How many points."""
    rank: int
    """Which place, from 1; equal points share one."""
    stakeholder: NotRequired[StakeholderKind]
    """The stakeholder kind, if it ranks by that."""
    unsettled: NotRequired[int]
    """How many of them are for tasks that were reopened or disabled since; absent if none."""


PlaceRestriction = TypedDict(
    "PlaceRestriction",
    {
        # From when; from the command's time if absent.
        "from": NotRequired[Union["Timestamp", None]],
        # From whom.
        "holder": "HolderRef",
        # On which item; on the whole process if absent.
        "item": NotRequired[Union["ItemId", None]],
        # What is taken away.
        "permissions": "PermissionSet",
        # Why. Kept in the vault, as a text about the person restricted.
        "reason": "Remark",
        # Until when; without end if absent.
        "until": NotRequired[Union["Timestamp", None]],
    },
)
"""Takes permissions from a party on the process or on an item and all below it.

Needs `restriction.place` there. Only an administrator takes `process.administer` away.
"""


class PointsAwarded(TypedDict):
    """All contributors of a task have their points."""

    award: AwardId
    """Its id."""
    entries: list[PointsEntry]
    """Who has how many for what."""
    item: ItemId
    """The task."""
    relied_on: NotRequired[list[Reliance]]
    """What the decision read elsewhere."""


class PointsEntry(TypedDict):
    """One line of the ledger: the points that one person has from one award for one kind of contribution."""

    kind: ContributionKind
    """For which kind of contribution."""
    level: Level
    """How much she contributed."""
    organisation_id: NotRequired[OrganisationId]
    """The organisation whose team she contributed for."""
    person_id: PersonId
    """Who."""
    points: int
    """How many points."""
    stakeholder: StakeholderKind
    """The stakeholder kind in which she contributed."""
    team_id: NotRequired[TeamId]
    """The team she contributed for."""


class PointsReversed(TypedDict):
    """One award was taken back."""

    award: AwardId
    """Which."""
    reason: Commitment
    """Why: a commitment to a text in the vault."""
    relied_on: NotRequired[list[Reliance]]
    """What the decision read elsewhere."""


Position: TypeAlias = int
"""A place in the order of the whole store: later events have higher ones. 0 is before the first."""


class PrerequisiteAdded(TypedDict):
    """An item waits for another."""

    item: ItemId
    """The item that waits."""
    needs: Needs
    """What it waits for."""
    on: ItemId
    """In which item."""
    relied_on: NotRequired[list[Reliance]]
    """What the decision read elsewhere."""


class PrerequisitePolicy(TypedDict):
    """How a model treats the two kinds of prerequisite."""

    previous: Enforcement
    """Those that only give an order (`previous`)."""
    status: Enforcement
    """Those that wait for another item to reach a status."""


class PrerequisiteRemoved(TypedDict):
    """An item waits for another no longer."""

    item: ItemId
    """The item that waited."""
    on: ItemId
    """The other."""
    prerequisites_waived: NotRequired[list[Unmet]]
    """What was waited for, enforced, and is not waited for any more."""
    reason: NotRequired[Commitment]
    """Why: a commitment to a text in the vault."""
    relied_on: NotRequired[list[Reliance]]
    """What the decision read elsewhere."""


class PrerequisiteWaive(TypedDict):
    """A gate that was passed."""

    at: Timestamp
    """When."""
    by: PartyName
    """By whom."""
    reason: NotRequired[str]
    """Why; absent if the text was erased."""


class PrerequisiteWaived(TypedDict):
    """Somebody let work begin although a prerequisite was unmet."""

    item: ItemId
    """The item that waits."""
    on: ItemId
    """What it waits for."""
    reason: Commitment
    """Why: a commitment to a text in the vault."""
    relied_on: NotRequired[list[Reliance]]
    """What the decision read elsewhere."""


class Problem(TypedDict):
    """A refusal or failure in the form that every language receives."""

    code: Code
    """Which refusal it is."""
    details: NotRequired[dict[str, Json]]
    """Facts for a program, by name."""
    help: str
    """What can be done about it."""
    language: NotRequired[Language]
    """The language of the message, where one was asked for: not always that one."""
    message: str
    """What happened, in one sentence: bounded, in one line. Names in it are isolated (U+2068 … U+2069);
    all that a long list would have named is in the details.
    """
    path: NotRequired[str]
    """A JSON Pointer (RFC 6901) to the fault in what was sent."""
    reasons: NotRequired[list[Explained]]
    """Why, one by one, where a question was answered with no."""


class ProblemProfile(TypedDict):
    """A named need that tasks have and interlinkers answer."""

    description: NotRequired[Localized]
    """What the need is."""
    functionality: NotRequired[Localized]
    """What would help."""
    id: Key
    """Its id."""
    name: Localized
    """Its name."""


class ProcessClosed(TypedDict):
    """The process was closed."""

    relied_on: NotRequired[list[Reliance]]
    """What the decision read elsewhere."""


class ProcessCreated(TypedDict):
    """A process was created. Its template's items came with it; their ids follow from their keys."""

    catalogue: NotRequired[DocumentId]
    """The catalogue it takes interlinkers from."""
    description: NotRequired[Localized]
    """What it is about."""
    governance: DocumentId
    """The governance model."""
    kind: StakeholderKind
    """The stakeholder kind in which the founder acted."""
    language: Language
    """The language it is read in where no other is asked for."""
    left_out: NotRequired[LeftOut]
    """What a copy did not take along of what its model had."""
    name: Localized
    """Its name."""
    organisation_id: NotRequired[OrganisationId]
    """The organisation in whose name it was created."""
    relied_on: NotRequired[list[Reliance]]
    """What the decision read elsewhere."""
    template: NotRequired[DocumentId]
    """The template."""


class ProcessEdited(TypedDict):
    """What the process says of itself changed."""

    description: NotRequired[Localized]
    """The new description."""
    language: NotRequired[Language]
    """The new default language."""
    name: NotRequired[Localized]
    """The new name."""
    relied_on: NotRequired[list[Reliance]]
    """What the decision read elsewhere."""


ProcessId: TypeAlias = str
"""16 bytes as lower-case hexadecimal."""

ProcessImported = TypedDict(
    "ProcessImported",
    {
        # What the other system handed over.
        "import": "DocumentId",
        # The people that it speaks of, in their order.
        "people": NotRequired["list[ImportedPerson]"],
    },
)
"""The process was taken over from another system, as it was there."""


class ProcessPublished(TypedDict):
    """The process was published as a good practice."""

    publication: DocumentId
    """The publication."""
    relied_on: NotRequired[list[Reliance]]
    """What the decision read elsewhere."""


class Processed(TypedDict):
    """Where data are processed, and nowhere else."""

    places: list[Country]
    """The countries."""
    transfer: NotRequired[Transfer]
    """On what ground that is done outside the European Economic Area, where a country is."""


class ProcessingRequest(TypedDict):
    """The record of processing activities of a controller."""

    at: Timestamp | datetime
    """For which moment."""
    language: NotRequired[Language | None]
    """In which language; in English if absent."""
    organisation_id: OrganisationId
    """The controller."""


class ProcessingRestrictionLifted(TypedDict):
    """The controller ended a restriction."""

    reason: Commitment
    """Why: a commitment to a text in the vault."""
    relied_on: list[Reliance]
    """What the decision read elsewhere."""
    request: SubjectRequestId
    """The request that it was granted on."""


ProcessingTerm: TypeAlias = str
"""A processing of the Data Privacy Vocabulary 2.3, by name or IRI."""


class ProcessingView(TypedDict):
    """The record of processing activities of a controller at a moment. The security measures of Art. 32
    that it may describe (Art. 30(1)(g)) are the controller's to add.
    """

    activities: list[Activity]
    """One for each purpose in force."""
    at: Timestamp
    """For which moment."""
    controllers: list[Named]
    """The controllers and joint controllers: Art. 30(1)(a)."""
    officers: list[Named]
    """The data protection officers."""


class PublicationDocument(TypedDict):
    """A publication as it is written. Fields stand in canonical order."""

    document: PublicationMark
    """Says what kind of document this is."""
    left_out: NotRequired[list[RequirementLeftOut]]
    """The purposes that the process required. They do not come along, since they are those of its
    controllers.
    """
    licence: Licence
    """Under what licence it may be used."""
    origin: Origin
    """The process that it tells of."""
    salt: NotRequired[Salt]
    """Keeps its id from telling what stood in it, once words were taken out: the salt goes with them."""
    story: Story
    """Its story."""
    template: TemplateDocument
    """How to do it again."""
    version: int
    """Which publication of the process this is, from 1."""


class PublicationDocumentInput(TypedDict):
    """A publication as it is written. Fields stand in canonical order."""

    document: PublicationMark
    """Says what kind of document this is."""
    left_out: NotRequired[list[RequirementLeftOut]]
    """The purposes that the process required. They do not come along, since they are those of its
    controllers.
    """
    licence: Licence
    """Under what licence it may be used."""
    origin: Origin
    """The process that it tells of."""
    salt: NotRequired[Salt | None]
    """Keeps its id from telling what stood in it, once words were taken out: the salt goes with them."""
    story: Story
    """Its story."""
    template: TemplateDocumentInput
    """How to do it again."""
    version: int
    """Which publication of the process this is, from 1."""


class PublicationFound(TypedDict):
    """A publication that was found."""

    countries: NotRequired[list[Country]]
    """The countries it took place in."""
    end: NotRequired[Date]
    """The last day."""
    languages: NotRequired[list[Language]]
    """The languages that were spoken."""
    licence: Licence
    """Under what licence it may be used."""
    process: ProcessId
    """The process that it tells of."""
    publication: DocumentId
    """The publication: a document, and a template for whoever does it again."""
    start: NotRequired[Date]
    """The first day."""
    summary: NotRequired[ReadText]
    """The story in a line."""
    title: ReadText
    """Its title."""
    version: int
    """Which publication of the process it is, from 1."""


PublicationMark: TypeAlias = Literal[
    # This document is a publication.
    "publication",
]
"""The word `publication`."""


class PublicationSearch(TypedDict):
    """What is looked for among publications. Everything that is said must hold; what is not said does not
    matter.
    """

    country: NotRequired[Country | None]
    """It took place in this country."""
    language: NotRequired[Language | None]
    """This language was spoken."""
    licence: NotRequired[LicenceClass | None]
    """Under a licence at least as free as this."""
    text: NotRequired[str | None]
    """Every word of this in its title, in what it tells or in its tags, in any language. Case does not
    matter.
    """


class PublicationsRequest(TypedDict):
    """The publications of the store that are as asked for: of each process the latest."""

    language: NotRequired[Language | None]
    """The language that titles are read in; English if absent."""
    search: NotRequired[PublicationSearch]
    """What is looked for; everything if absent."""


class PublicationsView(TypedDict):
    """Publications that were found."""

    publications: list[PublicationFound]
    """In the order of their processes."""


class PublishNotice(TypedDict):
    """Publishes a notice, or the next version of one. It must be complete: see `Notice::missing`."""

    notice: DocumentId
    """The SHA-256 of its canonical JSON."""


class PublishProcess(TypedDict):
    """Publishes the process as a good practice: its story, and a template to do it again. Nothing of the
    people goes with it. Needs `process.publish`.
    """

    licence: Licence
    """Under what licence it may be used."""
    story: Story
    """Its story. Public: it must not be about private persons."""


class Purpose(TypedDict):
    """What data are processed for. Fields stand in canonical order."""

    automated_decisions: NotRequired[Localized]
    """Decisions by machines alone: what they follow, and what they mean for her (Art. 13(2)(f), 22)."""
    automation: Automation
    """How far machines do it by themselves."""
    basis: LawfulBasis
    """Why that is lawful: exactly one reason."""
    condition: NotRequired[SpecialCondition]
    """Why special categories of data may be processed."""
    data: list[DataItem]
    """The data."""
    data_subjects: NotRequired[list[SubjectTerm]]
    """Whose data, by category (Art. 30(1)(c))."""
    description: Localized
    """What it is, at length."""
    despite_restriction: NotRequired[RestrictionException]
    """Why it goes on while her data are restricted (Art. 18(2)); it stops then if absent."""
    freely_given: NotRequired[Localized]
    """Why consent is freely given although a public authority asks for it (Recital 43)."""
    id: Key
    """Its name among the purposes of the organisation, the same in all versions of its notices."""
    impact_assessment: NotRequired[Uri]
    """Where the assessment of its impact can be read (Art. 35). Some forms of receipts demand it."""
    interest: NotRequired[Localized]
    """The legitimate interest, where that is the basis (Art. 13(1)(d))."""
    law: NotRequired[Localized]
    """The law, where an obligation or a public task is the basis (Art. 6(3))."""
    name: Localized
    """What it is, in a few words."""
    obligation: NotRequired[Localized]
    """Whether she must provide the data, by law or contract, and what happens if she does not (Art.
    13(2)(e)).
    """
    processing: list[ProcessingTerm]
    """What is done with the data."""
    processing_at: NotRequired[Processed]
    """Where that is done, if it is bound to places."""
    recipients: NotRequired[list[Key]]
    """Who receives them, by their names in the notice."""
    rights: NotRequired[list[RightException]]
    """Rights that differ from those that go with the basis."""
    storage: NotRequired[Storage]
    """Where and how long data are kept."""
    term: PurposeTerm
    """Its term in the Data Privacy Vocabulary."""
    until_events: NotRequired[list[Key]]
    """What a consent to it can be tied to, with `until_event`: names for programs, public as all of the
    notice is.
    """
    valid_days: NotRequired[int]
    """For how many days a consent holds at most."""
    within: NotRequired[Key]
    """The purpose that it lies within: a consent for that one is a consent for this one too."""


class PurposeInput(TypedDict):
    """What data are processed for. Fields stand in canonical order."""

    automated_decisions: NotRequired[Localized | None]
    """Decisions by machines alone: what they follow, and what they mean for her (Art. 13(2)(f), 22)."""
    automation: NotRequired[Automation]
    """How far machines do it by themselves."""
    basis: LawfulBasis
    """Why that is lawful: exactly one reason."""
    condition: NotRequired[SpecialCondition | None]
    """Why special categories of data may be processed."""
    data: list[DataItem]
    """The data."""
    data_subjects: NotRequired[list[SubjectTerm]]
    """Whose data, by category (Art. 30(1)(c))."""
    description: Localized
    """What it is, at length."""
    despite_restriction: NotRequired[RestrictionException | None]
    """Why it goes on while her data are restricted (Art. 18(2)); it stops then if absent."""
    freely_given: NotRequired[Localized | None]
    """Why consent is freely given although a public authority asks for it (Recital 43)."""
    id: Key
    """Its name among the purposes of the organisation, the same in all versions of its notices."""
    impact_assessment: NotRequired[Uri | None]
    """Where the assessment of its impact can be read (Art. 35). Some forms of receipts demand it."""
    interest: NotRequired[Localized | None]
    """The legitimate interest, where that is the basis (Art. 13(1)(d))."""
    law: NotRequired[Localized | None]
    """The law, where an obligation or a public task is the basis (Art. 6(3))."""
    name: Localized
    """What it is, in a few words."""
    obligation: NotRequired[Localized | None]
    """Whether she must provide the data, by law or contract, and what happens if she does not (Art.
    13(2)(e)).
    """
    processing: list[ProcessingTerm]
    """What is done with the data."""
    processing_at: NotRequired[Processed | None]
    """Where that is done, if it is bound to places."""
    recipients: NotRequired[list[Key]]
    """Who receives them, by their names in the notice."""
    rights: NotRequired[list[RightException]]
    """Rights that differ from those that go with the basis."""
    storage: NotRequired[Storage | None]
    """Where and how long data are kept."""
    term: PurposeTerm
    """Its term in the Data Privacy Vocabulary."""
    until_events: NotRequired[list[Key]]
    """What a consent to it can be tied to, with `until_event`: names for programs, public as all of the
    notice is.
    """
    valid_days: NotRequired[int | None]
    """For how many days a consent holds at most."""
    within: NotRequired[Key | None]
    """The purpose that it lies within: a consent for that one is a consent for this one too."""


class PurposeRef(TypedDict):
    """A purpose of a controller."""

    organisation_id: OrganisationId
    """The controller."""
    purpose: Key
    """The purpose, by its name in the controller's notices."""


class PurposeReleased(TypedDict):
    """A purpose is required no longer."""

    relied_on: NotRequired[list[Reliance]]
    """What the decision read elsewhere."""
    requirement: RequirementId
    """The requirement."""


class PurposeRequired(TypedDict):
    """A purpose is required."""

    asset: NotRequired[AssetId]
    """The asset that it is about."""
    item: NotRequired[ItemId]
    """The item that it is about."""
    purpose: PurposeRef
    """The purpose."""
    relied_on: list[Reliance]
    """What the decision read elsewhere."""
    requirement: RequirementId
    """Its id."""
    subjects: NotRequired[list[PersonId]]
    """The people whose data the asset holds."""


PurposeTerm: TypeAlias = str
"""A purpose of the Data Privacy Vocabulary 2.3, by name or IRI."""


class PurposeUsed(TypedDict):
    """An act passed a gate with a use of a consent whose uses are counted. It stands with the act, and no
    other takes that use.
    """

    data_subject_id: PersonId
    """Whose consent."""
    relied_on: list[Reliance]
    """What the decision read elsewhere: the stream of the person whose consent it is, where the use was
    set aside.
    """
    requirement: RequirementId
    """The requirement."""
    used: Seq
    """The use: the number of its event in that stream."""


class PurposeView(TypedDict):
    """A purpose, in one language."""

    basis: LawfulBasis
    """Why it is lawful."""
    description: ReadText
    """What it is, at length."""
    id: Key
    """Its name among the purposes of the organisation."""
    name: ReadText
    """What it is."""
    remedy: Remedy
    """What somebody does who wants it ended."""
    rights: list[Right]
    """The rights that go with it."""
    special: bool
    """Whether special categories of data are processed, so that consent is explicit."""
    within: NotRequired[Key]
    """The purpose that it lies within."""


class QuestionView(TypedDict):
    """A question."""

    answers: list[ChoiceView]
    """What can be answered."""
    id: Key
    """Its name for programs."""
    text: ReadText
    """What is asked."""


class RaiseObjection(TypedDict):
    """Objects to processing for a public task or a legitimate interest (Art. 21)."""

    data_subject: NotRequired[HostId | None]
    """Whose objection, if not the actor's own."""
    grounds: NotRequired[Remark | None]
    """The grounds that lie in her situation. Kept in the vault."""
    organisation: HostId
    """The controller."""
    purpose: Key
    """The purpose."""


RankBy: TypeAlias = Literal[
    # By person.
    "person",
    # By the team that was contributed for.
    "team",
    # By stakeholder kind.
    "stakeholder_kind",
]
"""By what a leaderboard ranks."""


class RatedInterlinkerData(TypedDict):
    catalogue: Key
    """The catalogue, by the id that all its versions share."""
    interlinker: Key
    """The interlinker."""


class RatedInterlinker(TypedDict):
    """An interlinker of a catalogue."""

    interlinker: RatedInterlinkerData


class RatedProcessData(TypedDict):
    process: ProcessId
    """Which."""


class RatedProcess(TypedDict):
    """A process that was published."""

    process: RatedProcessData


Rated: TypeAlias = Union["RatedInterlinker", "RatedProcess"]
"""What is rated. All versions of a catalogue and all publications of a process are one."""


class RatingGiven(TypedDict):
    """Somebody rated it; what she said before no longer counts."""

    rated: Rated
    """What."""
    seen_in: DocumentId
    """Where she found it."""
    stars: Stars
    """How helpful it was."""
    text: NotRequired[Commitment]
    """Why: a commitment to a text in the vault."""


class RatingView(TypedDict):
    """What people say of one thing."""

    average: NotRequired[str]
    """The average with two decimals, rounded half up; absent if nobody rated it. `sum` / `count` is exact."""
    count: int
    """How many people rated it."""
    counts: list[int]
    """How many gave 0, 1, … 5."""
    own: NotRequired[Stars]
    """What the person who asks participations herself."""
    own_text: NotRequired[str]
    """And why."""
    rated: Rated
    """What."""
    seq: Seq
    """The version of its stream; 0 if nobody ever rated it."""
    sum: int
    """All stars together."""
    words: NotRequired[list[RatingWords]]
    """What people say in words, without their names, in no order that means anything. What was erased is
    not there.
    """


class RatingWithdrawn(TypedDict):
    """Somebody took her rating back."""

    rated: Rated
    """Of what."""


class RatingWords(TypedDict):
    """What somebody participations in words."""

    stars: Stars
    """How helpful they found it."""
    text: str
    """Why."""


class RatingsRequest(TypedDict):
    """What people say of something."""

    actor: NotRequired[HostId | None]
    """Who asks, by the host's id, to see what she said herself."""
    as_of: NotRequired[AsOf]
    """The state that is asked about."""
    rated: Rated
    """Of what."""


class ReadStoryRequest(TypedDict):
    """Reads the platform's `data_story`."""

    file: str
    """What stands in the file."""


class ReadText(TypedDict):
    """A text with the language it is in, which is not always the one asked for."""

    language: Language
    """The language it is in."""
    text: str
    """The text."""


class ReasonGrounds(TypedDict):
    """A restriction takes it away."""

    grounds: Commitment
    """Why it was placed: a commitment to a text in the vault."""
    item: NotRequired[ItemId]
    """The item it holds on and below; the whole process if absent."""
    restriction: RestrictionId
    """The restriction."""


class ReasonRoles(TypedDict):
    """She has roles here, none with this permission."""

    roles: list[Key]
    """The roles that have it."""


class ReasonEnded(TypedDict):
    """A grant allowed it until it ended."""

    ended: Timestamp
    """When it ended."""
    grant: GrantId
    """The grant."""
    item: NotRequired[ItemId]
    """The item it holds on and below; the whole process if absent."""
    role: Key
    """Its role."""
    team_id: NotRequired[TeamId]
    """The team that holds it; the person herself if absent."""


ReasonFrom = TypedDict(
    "ReasonFrom",
    {
        # From when.
        "from": "Timestamp",
        # The grant.
        "grant": "GrantId",
        # The item it holds on and below; the whole process if absent.
        "item": NotRequired["ItemId"],
        # Its role.
        "role": "Key",
        # The team that holds it; the person herself if absent.
        "team_id": NotRequired["TeamId"],
    },
)
"""A grant will allow it."""


class ReasonClosed(TypedDict):
    """The process is closed."""

    closed: Timestamp
    """Since when."""


class ReasonItem(TypedDict):
    """The item, or something it lies in, is disabled."""

    item: ItemId
    """The item that was disabled."""


class ReasonNeeds(TypedDict):
    """Something else has to come first."""

    item: ItemId
    """The item that has the prerequisite: the task itself, or one it lies in."""
    needs: Needs
    """What was waited for."""
    on: ItemId
    """In which item."""
    status: Status
    """How far that is."""


class ReasonGiven(TypedDict):
    """Not enough people stand behind the act."""

    given: int
    """How many there are."""
    needed: int
    """How many are needed."""
    role: Key
    """The role whose holders approve."""


class ReasonDataSubjectId(TypedDict):
    """Somebody's data may not be processed for a purpose that is required."""

    data_subject_id: PersonId
    """Whose data."""
    organisation_id: OrganisationId
    """The controller."""
    purpose: Key
    """The purpose, by its name in the controller's notices."""
    requirement: RequirementId
    """The requirement."""
    why: ConsentReason
    """Why not."""


Reason: TypeAlias = Union[
    "GrantWord",
    "ReasonGrounds",
    "dict[str, Json]",
    "ReasonRoles",
    "ReasonEnded",
    "ReasonFrom",
    "ReasonClosed",
    "ReasonItem",
    "ReasonNeeds",
    "ReasonGiven",
    "ReasonDataSubjectId",
]
"""One reason for a yes or a no. In JSON: its code, a sentence, and its facts."""

ReceiptFormat: TypeAlias = Literal[
    # The consent record as JSON-LD with the Data Privacy Vocabulary.
    "record",
    # A receipt as JSON-LD with the Data Privacy Vocabulary.
    "receipt",
    # A `ConsentRecord` of the GovStack Consent Building Block.
    "govstack",
    # A Kantara Consent Receipt 1.1.
    "kantara",
]
"""The format of a receipt."""


class ReceiptRequest(TypedDict):
    """A receipt for the last consent of a person to a purpose."""

    at: Timestamp | datetime
    """For which moment; the receipt is dated so."""
    format: ReceiptFormat
    """In which format."""
    organisation_id: OrganisationId
    """The controller."""
    past: NotRequired[bool]
    """Whether `at` is a past moment: then the times of what is on record decide. Without it `at` is what
    the clock participations now, and whatever has ended something counts, however it is dated.
    """
    person: HostId
    """Whose consent, by the host's id; by her pseudonym once she was erased."""
    purpose: Key
    """The purpose."""


class ReceiptView(TypedDict):
    """A receipt."""

    receipt: NotRequired[Json]
    """The receipt, in the format that was asked for; absent if the person never consented."""


class Receiver(TypedDict):
    """A recipient, and the ground on which data leave the European Economic Area for it: Art. 30(1)(d) and
    (e).
    """

    country: Country
    """Where it is."""
    name: ReadText
    """What it is called, or which kind of recipient it is."""
    role: NotRequired[RecipientRole]
    """What it is to the controller."""
    transfer: NotRequired[TransferView]
    """The ground of the transfer."""


class Recipient(TypedDict):
    """Who receives data besides the controller."""

    address: NotRequired[Localized]
    """Its postal address."""
    contact: NotRequired[Uri]
    """How to reach it."""
    country: Country
    """Where it is."""
    id: Key
    """Its name in this notice."""
    name: Localized
    """What it is called, or which kind of recipient it is."""
    organisation: NotRequired[Enrolled]
    """Which organisation of the record it is."""
    role: NotRequired[RecipientRole]
    """What it is to the controller."""
    transfer: NotRequired[Transfer]
    """On what ground data go to it, where its country lies outside the European Economic Area: Art. 45 to
    49.
    """
    uri: NotRequired[Uri]
    """Its pages."""


class RecipientNotified(TypedDict):
    """A recipient knows that processing has to end."""

    organisation_id: OrganisationId
    """The controller."""
    purpose: Key
    """The purpose."""
    recipient: Key
    """The recipient, by its name in the notice."""
    relied_on: list[Reliance]
    """What the decision read elsewhere."""


RecipientRole: TypeAlias = Literal[
    # It decides with the controller why and how data are processed: Art. 26.
    "joint_controller",
    # It processes on the controller's behalf: Art. 28.
    "processor",
    # It is neither: Art. 4(10).
    "third_party",
]
"""What a recipient is to the controller."""


class RecommendRequest(TypedDict):
    """For tasks of a process, the interlinkers that answer their problem profiles."""

    as_of: NotRequired[AsOf]
    """The state that is asked about."""
    item: NotRequired[ItemId | None]
    """Which task; every enabled one with a problem profile if absent."""
    language: NotRequired[Language | None]
    """In which language; in the process's own if absent."""
    process: ProcessId
    """Which process."""


class Recommendation(TypedDict):
    """An interlinker that answers problem profiles, with the reasons for its place in the list."""

    answers: list[Key]
    """Which of the task's own problem profiles it answers. The more, the higher it stands."""
    answers_besides: int
    """How many other problem profiles it answers. Among equals, the fewer the higher: it is made for this."""
    answers_of_objective: list[Key]
    """Which of those it answers that the task has by the objective it lies in. Among equals, the more the
    higher.
    """
    difficulty: NotRequired[Difficulty]
    """How hard it is to use; the easier stands higher among equals."""
    in_language: bool
    """Whether it is offered in the language that was asked for; those that are stand higher among equals."""
    interlinker: Key
    """Which one."""
    kind: InterlinkerKind
    """What it is."""
    licence: NotRequired[LicenceClass]
    """Under what class of licence it may be used."""
    name: ReadText
    """Its name."""


class RecommendedView(TypedDict):
    """What is recommended for tasks."""

    tasks: list[TaskRecommendations]
    """The tasks, in the tree's order."""


class RecordContribution(TypedDict):
    """Records what somebody else did, who did not say it herself: she was there without a screen. Needs
    `contribution.review` on the task, and that she herself may contribute there. It participations by
    whom it was recorded; she confirms it or takes it back, and whoever recorded it does not review it.
    """

    asset: NotRequired[AssetId | None]
    """On which of the task's assets, if on one."""
    item: ItemId
    """The task."""
    kind: ContributionKind
    """Of which kind it is."""
    person: HostId
    """Who did it, by the host's id."""
    team: NotRequired[HostId | None]
    """The team that she contributed for, of which she is a member."""
    text: Remark
    """What she did. Kept in the vault, as a text about her."""


class RecordDateOfBirth(TypedDict):
    """Records a birthday, so that a child's consent is asked of who may give it (Art. 8). By herself, or
    by an official. Kept in the vault.
    """

    acting_for: NotRequired[HostId | None]
    """The organisation in whose name an official records it: one that an operator verified."""
    data_subject: NotRequired[HostId | None]
    """Whose, if not the actor's own."""
    date_of_birth: Date | date
    """The day."""
    evidence: NotRequired[FileDigest | None]
    """The SHA-256 of what shows it; an official needs it."""


class RectifyText(TypedDict):
    """Puts a text about her right, in the name of the controller that holds it, while she asks for it
    (Art. 16); or by whoever wrote it in her own name. The vault forgets the text that stood there.
    """

    request: NotRequired[SubjectRequestId | None]
    """The request; none where whoever wrote it puts it right."""
    text: Commitment
    """Which text, by what the record holds in its place."""
    words: Remark
    """What it participations from now on. Kept in the vault."""


class RedactText(TypedDict):
    """Takes words out of every public text of the stream, for good: out of its events, and out of the
    imported and published documents that it alone relies on (GDPR Art. 17). By whoever administers the
    process or the organisation, or by an operator of the store; also once the process is closed. What
    operators wrote is for operators to take out. A document that others rely on stays as it is, and is
    named in the event.

    What reads the same is the same: capital and small letters, an accent however it is written, any
    blank. Words that are part of a longer word stay. Decide it with `dry_run` first: there is no way
    back.
    """

    reason: Remark
    """Why. Kept in the vault, as a text by the actor; it must not repeat the words."""
    words: Remark
    """What is taken out: a name, an address. Nobody keeps it."""


class RedactedDocument(TypedDict):
    """A document that words were taken out of."""

    document: DocumentId
    """Which: its id stays what it was."""
    now: DocumentId
    """The SHA-256 of what stands there now."""


class RedactedEvent(TypedDict):
    """An event that words were taken out of."""

    now: EventId
    """The SHA-256 of the envelope that stands there now. The event's id stays what it was."""
    seq: Seq
    """Its number."""


class RefersView(TypedDict):
    """What a step's command is about."""

    approval: NotRequired[ApprovalId]
    """The request for approvals."""
    assignment: NotRequired[AssignmentId]
    """The assignment."""
    contribution: NotRequired[ContributionId]
    """The contribution."""
    data_subject: NotRequired[PartyName]
    """The person whose data it is about."""
    on: NotRequired[ItemId]
    """The item whose being unmet is passed."""
    participation: NotRequired[ParticipationId]
    """The request to take part."""
    purpose: NotRequired[Key]
    """The purpose."""
    recipient: NotRequired[Key]
    """The recipient, by its name in the notice."""
    right: NotRequired[SubjectRequestId]
    """The request of a data subject."""
    roles: NotRequired[list[Key]]
    """The roles that can be given."""


class RefuseConsent(TypedDict):
    """Says no."""

    data_subject: NotRequired[HostId | None]
    """Whose decision, if not the actor's own."""
    organisation: HostId
    """The controller."""
    purpose: Key
    """The purpose."""


class RegisterEntry(TypedDict):
    """An entry in a public register, by which anybody can find the organisation there."""

    number: Key
    """The number that the organisation has there."""
    register: Key
    """The register: by its code in ISO 6523, or as it is known in its country, such as `LV-UR`."""


class RegisterOrganisation(TypedDict):
    """Founds an organisation; whoever asks becomes its administrator."""

    kind: StakeholderKind
    """What kind of stakeholder it is."""
    name: Localized
    """Its name. Public: it must not be the name of a private person."""
    organisation: HostId
    """The host's id for it."""
    team_creation: TeamPolicy
    """Who may create teams in it."""


class ReleasePurpose(TypedDict):
    """Requires a purpose no longer."""

    requirement: RequirementId
    """The requirement."""


class Reliance(TypedDict):
    """Another stream that a decision read, and how far it had read it: the event named is the last it saw."""

    id: EventId
    """The id of that stream's last event then."""
    seq: Seq
    """Its number."""
    stream: StreamId
    """The stream."""


Remark: TypeAlias = str
"""Something that a person wrote in her own words."""

Remedy: TypeAlias = Literal[
    # She withdraws her consent (Art. 7(3)).
    "withdraw",
    # She objects (Art. 21).
    "object",
    # Neither: the processing ends with the contract, the law or the danger.
    "neither",
]
"""What a person does to end processing on a basis."""


class RemoveMember(TypedDict):
    """Ends a membership at the command's time."""

    person: HostId
    """The host's id of the person."""


class RemovePrerequisite(TypedDict):
    """Makes an item wait for another no longer. Needs `item.edit`.

    Where it still waits for it, that passes a gate: it needs `prerequisite.waive` there too, the
    approvals that the model asks for, and a reason.
    """

    item: ItemId
    """The item that waits."""
    on: ItemId
    """The other."""
    reason: NotRequired[Remark | None]
    """Why. Needed where it passes a gate. Kept in the vault, as a text by the actor."""


class RemoveTeamMember(TypedDict):
    """Takes a person out of a team at the command's time."""

    person: HostId
    """The host's id of the person."""
    team: HostId
    """The host's id of the team."""


class RenewConsent(TypedDict):
    """Consents again, before or after the end of what she gave."""

    acting_for: NotRequired[HostId | None]
    """The organisation in whose name an official records it."""
    data_subject: NotRequired[HostId | None]
    """Whose consent, if not the actor's own."""
    evidence: NotRequired[FileDigest | None]
    """The SHA-256 of what she signed or of the minutes; an official needs it."""
    explicit: NotRequired[bool]
    """Whether she said so in words or by a signature."""
    language: Language
    """The language in which she read the notice."""
    method: Indication
    """How she said it."""
    notice: DocumentId
    """The notice that she read."""
    organisation: HostId
    """The controller."""
    purpose: Key
    """The purpose."""
    valid: Validity
    """For how long."""


class RenewalView(TypedDict):
    """A consent that has to be asked for again."""

    data_subject: PartyName
    """Whose."""
    purpose: PurposeRef
    """The purpose."""


class ReopenTask(TypedDict):
    """Puts a finished task back in progress. Needs `task.reopen`."""

    item: ItemId
    """The task."""


class ReplaceTree(TypedDict):
    """Puts another plan in the place of this one, or none: all its items go. Only as long as nothing hangs
    on any of them: no work, no asset, no assignment, no role or restriction on an item, no required
    purpose, no approval. Needs `process.administer`.
    """

    template: NotRequired[DocumentId | None]
    """The template of the new plan, by the SHA-256 of its canonical JSON; the process is empty if absent."""


class Report(TypedDict):
    """Everything that was noticed in reading a catalogue."""

    anomalies: list[Anomaly]
    """The anomalies, in the order in which they were met."""
    unread: list[str]
    """Files that are no part of what is read, for whoever expected them to be."""


RepresentativeAppointed = TypedDict(
    "RepresentativeAppointed",
    {
        # What shows it: a commitment to its SHA-256 in the vault, for a digest of few words could be guessed.
        "evidence": NotRequired["Commitment"],
        # From when on; from now on if absent.
        "from": NotRequired["Timestamp"],
        # In which capacity.
        "kind": "RepresentativeKind",
        # The public administration in whose name an official recorded it; none where she chose it herself.
        "organisation_id": NotRequired["OrganisationId"],
        # What the decision read elsewhere.
        "relied_on": NotRequired["list[Reliance]"],
        # Who.
        "representative_id": "PersonId",
        # About what.
        "scope": "Extent",
        # Until when.
        "until": NotRequired["Timestamp"],
    },
)
"""Somebody speaks for her."""


class RepresentativeDismissed(TypedDict):
    """Somebody speaks for her no longer."""

    evidence: NotRequired[Commitment]
    """What shows it: a commitment to its SHA-256 in the vault."""
    organisation_id: NotRequired[OrganisationId]
    """The public administration in whose name an official recorded it; none where she, or who spoke for
    her, said so.
    """
    relied_on: NotRequired[list[Reliance]]
    """What the decision read elsewhere."""
    representative_id: PersonId
    """Who."""


RepresentativeKind: TypeAlias = Literal[
    # As a holder of parental responsibility.
    "parental",
    # Because she wanted it so, or a court.
    "authorised",
]
"""In which capacity somebody speaks for a person."""


class RequestConsent(TypedDict):
    """Asks for consent, in the name of the controller."""

    data_subject: NotRequired[HostId | None]
    """Whom, by the host's id."""
    notice: DocumentId
    """The notice that goes with it."""
    organisation: HostId
    """The controller, by the host's id."""
    purpose: Key
    """The purpose."""


class RequirePurpose(TypedDict):
    """Requires a purpose: of a process, of an item and what lies below, or of an asset."""

    asset: NotRequired[AssetId | None]
    """The asset, if it is about one."""
    item: NotRequired[ItemId | None]
    """The item, if it is about one and what lies below."""
    organisation: HostId
    """The organisation that has published the purpose, by the host's id."""
    purpose: Key
    """The purpose."""
    subjects: NotRequired[list[HostId]]
    """The people whose data an asset holds, by the host's ids; whoever opens it if nobody is named."""


RequirementId: TypeAlias = str
"""16 bytes as lower-case hexadecimal."""


class RequirementLeftOut(TypedDict):
    """A purpose that a process requires and what was made of it does not. Whoever does the work again
    needs to know that it was asked for there: without it, data may be processed on no basis at all
    (GDPR Art. 6(1)).
    """

    asset: NotRequired[AssetId]
    """The asset of the original that it is about."""
    item: NotRequired[ItemId]
    """The item of the original that it is about, or that the asset lies on; the whole process if absent."""
    key: NotRequired[Key]
    """The key of that item in the template; absent where the item stayed behind."""
    purpose: PurposeRef
    """The purpose, of the controller of the original."""


RestrictionException: TypeAlias = Literal[
    # To establish, exercise or defend legal claims.
    "legal_claims",
    # To protect the rights of another person.
    "rights_of_others",
    # For reasons of important public interest of the Union or of a member state; the purpose names the law.
    "public_interest",
]
"""Why data are processed although their use is restricted (GDPR Art. 18(2)). The fourth exception, her
consent, is given by herself, after the restriction.
"""

RestrictionId: TypeAlias = str
"""16 bytes as lower-case hexadecimal."""


class RestrictionLifted(TypedDict):
    """A restriction ended, at the event's time."""

    relied_on: NotRequired[list[Reliance]]
    """What the decision read elsewhere."""
    restriction: RestrictionId
    """The restriction."""


class RestrictionPlaced(TypedDict):
    """Permissions were taken from a party."""

    holder: Holder
    """From whom."""
    item: NotRequired[ItemId]
    """The item it holds on and below; the whole process if absent."""
    permissions: PermissionSet
    """What was taken."""
    reason: Commitment
    """Why: a commitment to a text in the vault."""
    relied_on: NotRequired[list[Reliance]]
    """What the decision read elsewhere."""
    restriction: RestrictionId
    """The restriction's id."""
    window: Window
    """From when until when."""


class RestrictionView(TypedDict):
    """A restriction."""

    ended: NotRequired[Timestamp]
    """When it was ended before that."""
    holder: PartyName
    """From whom something is taken."""
    holds: bool
    """Whether it holds at the moment asked about."""
    item: NotRequired[ItemId]
    """The item it holds on and below; the whole process if absent."""
    permissions: PermissionSet
    """What is taken."""
    placed_by: PartyName
    """Who placed it."""
    reason: NotRequired[str]
    """Why; absent if the text was erased."""
    restriction: RestrictionId
    """Its id."""
    window: Window
    """From when until when it was meant."""


class RetentionDays(TypedDict):
    """So many days, 36 524 at most."""

    days: int


class RetentionUntilEventData(TypedDict):
    days: int
    """The longest, in days; 36 524 at most."""
    event: Key
    """What happens, by its name for programs."""
    text: Localized
    """What happens, as she reads it."""


class RetentionUntilEvent(TypedDict):
    """Until something happens, or for so many days if it does not."""

    until_event: RetentionUntilEventData


Retention: TypeAlias = Union["RetentionDays", "RetentionUntilEvent"]
"""How long data are kept. There is no “for ever”: whatever they are kept for, there is a last day."""


class ReturnContribution(TypedDict):
    """Returns a contribution, with the reason. Needs what accepting needs."""

    contribution: ContributionId
    """Which."""
    reason: Remark
    """Why. Kept in the vault, as a text about whoever claimed it."""


class ReversePoints(TypedDict):
    """Takes one award back, with the reason. Needs `contribution.review` on its task."""

    award: AwardId
    """Which."""
    reason: Remark
    """Why. Kept in the vault, as a text by the actor."""


class ReviseAsset(TypedDict):
    """Adds a version of an asset; those before stay. Needs `asset.edit` on its task."""

    asset: AssetId
    """The asset."""
    content: Content
    """What it is now."""


class RevokeConsent(TypedDict):
    """Ends somebody's consent, in the name of the controller."""

    data_subject: NotRequired[HostId | None]
    """Whose consent."""
    organisation: HostId
    """The controller."""
    purpose: Key
    """The purpose."""
    reason: Remark
    """Why. Kept in the vault."""


class RevokeRole(TypedDict):
    """Ends a grant at the command's time. Needs `role.grant` on its scope."""

    grant: GrantId
    """Which grant."""
    reason: NotRequired[Remark | None]
    """Why. Kept in the vault, as a text about the holder."""


Right: TypeAlias = Literal[
    # To be told, where data come from her: Art. 13.
    "informed",
    # To be told, where data come from elsewhere: Art. 14.
    "informed_elsewhere",
    # To see her data: Art. 15.
    "access",
    # To have them put right: Art. 16.
    "rectification",
    # To have them erased: Art. 17.
    "erasure",
    # To have their use restricted: Art. 18.
    "restriction",
    # To take them along: Art. 20.
    "portability",
    # To object: Art. 21.
    "objection",
    # Not to be decided about by machines alone: Art. 22.
    "automated",
    # To withdraw consent: Art. 7(3).
    "withdrawal",
    # To complain to an authority: Art. 77.
    "complaint",
]
"""A right of the person whose data they are."""


class RightException(TypedDict):
    """A right that goes with a purpose although it does not go with its basis, or the other way round."""

    applies: bool
    """Whether she has it."""
    reason: Localized
    """Why it differs."""
    right: Right
    """Which right."""


class RoleDefinition(TypedDict):
    """A role: a named set of permissions, and who may hold it."""

    description: NotRequired[Localized]
    """What the role is for."""
    holders: list[StakeholderKind]
    """The stakeholder kinds that may hold it."""
    name: Localized
    """Its name."""
    permissions: PermissionSet
    """What it permits."""


class RoleGranted(TypedDict):
    """A party received a role."""

    grant: GrantId
    """The grant's id."""
    holder: Holder
    """Who received it."""
    item: NotRequired[ItemId]
    """The item it holds on and below; the whole process if absent."""
    kind: StakeholderKind
    """The stakeholder kind in which the holder received it."""
    organisation_id: NotRequired[OrganisationId]
    """The organisation in whose name a person holds it."""
    relied_on: NotRequired[list[Reliance]]
    """What the decision read elsewhere."""
    role: Key
    """The role."""
    successor: NotRequired[bool]
    """Whether it was given from outside the process, since nobody in it could govern it any more: by an
    administrator of the organisation that the process is run for, or by an operator where it is
    nobody's.
    """
    window: Window
    """From when until when."""


class RoleRevoked(TypedDict):
    """A grant ended, at the event's time."""

    grant: GrantId
    """The grant."""
    reason: NotRequired[Commitment]
    """Why: a commitment to a text in the vault."""
    relied_on: NotRequired[list[Reliance]]
    """What the decision read elsewhere."""


class RoleView(TypedDict):
    """A role of the governance model."""

    holders: list[StakeholderKind]
    """The stakeholder kinds that may hold it."""
    name: ReadText
    """Its name."""
    permissions: PermissionSet
    """What it permits."""


class RulesRequest(TypedDict):
    """The rules of a process."""

    as_of: NotRequired[AsOf]
    """The state that is asked about."""
    at: Timestamp | datetime
    """For which moment."""
    language: NotRequired[Language | None]
    """In which language; in the process's own if absent."""
    process: ProcessId
    """Which process."""


class RulesView(TypedDict):
    """The rules of a process at one moment."""

    approvals: list[ApprovalView]
    """The approvals that are open."""
    approvals_asked: list[ApprovalRequestView]
    """The acts that others are asked to stand behind."""
    at: Timestamp
    """The moment that is asked about."""
    governance: DocumentId
    """The governance model."""
    grants: list[GrantView]
    """Every grant there ever was, in the order in which they were given."""
    name: ReadText
    """The governance model's name."""
    prerequisites: PrerequisitePolicy
    """How prerequisites are treated."""
    process: ProcessId
    """The process."""
    restrictions: list[RestrictionView]
    """Every restriction there ever was, in the order in which they were placed."""
    roles: dict[str, RoleView]
    """The roles, by key."""
    seq: Seq
    """The version that is shown."""


Salt: TypeAlias = str
"""16 bytes as lower-case hexadecimal."""


class ScheduleItem(TypedDict):
    """Plans a task; a day that is absent is unset. Needs `item.schedule`."""

    end: NotRequired[Date | date | None]
    """The last day."""
    item: ItemId
    """The task."""
    start: NotRequired[Date | date | None]
    """The first day."""


Scope: TypeAlias = Literal[
    # In the European Union.
    "eu",
    # In one country.
    "national",
    # In one place.
    "local",
]
"""Where it applies."""


class Search(TypedDict):
    """What is looked for. Everything that is said must hold; what is not said does not matter."""

    difficulty: NotRequired[Difficulty | None]
    """Not harder to use than this."""
    kind: NotRequired[InterlinkerKind | None]
    """Of this kind."""
    language: NotRequired[Language | None]
    """Offered in this language."""
    licence: NotRequired[LicenceClass | None]
    """Under a licence at least as free as this."""
    problem_profile: NotRequired[Key | None]
    """Answering this problem profile."""
    scope: NotRequired[Scope | None]
    """Applying here."""
    target: NotRequired[Target | None]
    """For these, or for broader ones that contain them."""
    text: NotRequired[str | None]
    """Every word of this in the name, the overview, the description or the tags, in any language. Case
    does not matter.
    """


class SearchRequest(TypedDict):
    """The interlinkers of a catalogue that are as asked for."""

    catalogue: DocumentId
    """Which catalogue."""
    language: NotRequired[Language | None]
    """The language that names are read in; English if absent."""
    search: NotRequired[Search]
    """What is looked for; everything if absent."""


Seen: TypeAlias = str
"""32 bytes as lower-case hexadecimal."""


class Sentence(TypedDict):
    """One sentence."""

    language: Language
    """The language that its phrase is in, which is not always the one asked for."""
    parts: list[Part]
    """Its pieces, in order."""
    text: str
    """All of it."""


Seq: TypeAlias = int
"""How many events a stream has: its first event makes it version 1."""


class ServedTask(TypedDict):
    """A task that an interlinker serves."""

    answers: list[Key]
    """Which of its own problem profiles the interlinker answers."""
    answers_of_objective: list[Key]
    """Which of those the interlinker answers that it has by the objective it lies in."""
    item: ItemId
    """The task."""
    name: ReadText
    """Its name."""


Service: TypeAlias = Literal[
    # Makes a service possible.
    "enabling",
    # Makes it possible by implementing software.
    "implementing",
    # Makes it possible by operating it.
    "operating",
    # Makes a service better.
    "enhancing",
    # Makes it better by bringing people in.
    "onboarding",
    # Makes it better by following up.
    "follow_up",
    # Makes it better by experts from outside.
    "external_experts",
]
"""What it does for a service."""


class SetLanguageRequest(TypedDict):
    """In which language the engine participations refusals, reasons and what it shows, where a request
    names none.
    """

    language: NotRequired[Language | None]
    """The language; English if absent."""


class SettleDisagreement(TypedDict):
    """Records that an authority or a court decided where those who speak for somebody differ: their noes
    no longer stand in the way of a yes. It is no yes itself, and a later no stands again. By an
    official of a public administration that neither gains by it nor has one of them among its own.
    """

    acting_for: HostId
    """The public administration in whose name an official records it."""
    data_subject: NotRequired[HostId | None]
    """Whose."""
    evidence: FileDigest
    """The SHA-256 of the decision."""
    organisation: HostId
    """The controller."""
    purpose: Key
    """The purpose."""


SpecialCondition: TypeAlias = Literal[
    # She consented explicitly: (a).
    "explicit_consent",
    # Employment and social security law: (b).
    "employment_law",
    # A life depends on it and she cannot consent: (c).
    "vital_interest",
    # A non-profit body about its own members: (d).
    "own_members",
    # She made them public herself: (e).
    "made_public",
    # Legal claims: (f).
    "legal_claims",
    # Substantial public interest: (g).
    "public_interest",
    # Health and social care: (h).
    "health_care",
    # Public health: (i).
    "public_health",
    # Archiving, research, statistics: (j).
    "research",
]
"""Why special categories of data may be processed all the same (GDPR Art. 9(2))."""

StakeholderKind: TypeAlias = Literal[
    # People acting for themselves.
    "citizen",
    # A public administration.
    "public_administration",
    # An association, a foundation, a cooperative: not for profit.
    "nonprofit_organisation",
    # A company.
    "forprofit_organisation",
]
"""The four kinds of stakeholder that INTERLINK distinguishes."""

Stars: TypeAlias = int
"""How helpful something was found: 0 to 5."""


class StartTask(TypedDict):
    """Starts a task that is awaiting. Needs `task.start`, and that nothing enforced holds it back."""

    item: ItemId
    """The task."""


State: TypeAlias = Literal[
    # Nothing is on record.
    "unknown",
    # She was asked.
    "requested",
    # She will decide later.
    "deferred",
    # She consented.
    "given",
    # She said no.
    "refused",
    # She took her consent back.
    "withdrawn",
    # Somebody else ended her consent.
    "revoked",
    # Its time, its uses or what it was tied to came to an end.
    "expired",
    # An authority found it invalid, possibly from an earlier moment on.
    "invalidated",
    # She consented again.
    "renewed",
    # She objects, and nobody has decided yet.
    "objected",
    # Her objection stands.
    "objection_upheld",
    # Grounds that override hers were shown, and stay on record.
    "objection_overruled",
]
"""What became of somebody's will about one purpose. The states of consent are those of the Data Privacy
Vocabulary 2.3.
"""

Status: TypeAlias = Literal[
    # Not begun.
    "awaiting",
    # Begun and not finished.
    "in_progress",
    # Finished.
    "finished",
]
"""How far an item is."""


class StepView(TypedDict):
    """One thing to do."""

    act: NotRequired[NextAct]
    """By which command; absent where it is done outside: data that are past their time are deleted by
    whoever holds them.
    """
    approvals: NotRequired[list[ApprovalsView]]
    """Who has to stand behind it, and who does."""
    chain: int
    """How many open tasks follow one another from here, this one first; 0 where it is no task."""
    consents: NotRequired[list[ConsentLackView]]
    """The purposes that are required here and have no basis."""
    due: NotRequired[Date]
    """The last day for it."""
    frees: int
    """How many tasks can go on once it is done, that wait for nothing else."""
    group: Group
    """What kind of step it is."""
    interlinkers: NotRequired[list[Recommendation]]
    """The three interlinkers that answer its problem profiles best."""
    item: NotRequired[ItemId]
    """The item; the process as a whole, or an organisation, if absent."""
    mine: NotRequired[MineView]
    """What makes it this person's."""
    name: NotRequired[ReadText]
    """The name of the item, the process or the organisation."""
    organisation_id: NotRequired[OrganisationId]
    """The organisation whose duty it is."""
    overdue: bool
    """Whether it is late."""
    process: NotRequired[ProcessId]
    """The process."""
    ready: bool
    """Whether it can be done now: the command would be taken at that moment."""
    refers: RefersView
    """What the command is about besides the item."""
    since: NotRequired[Timestamp]
    """Since when it is so, as far as that is known."""
    waits_for: NotRequired[list[NextWaitView]]
    """What it waits for."""
    why: list[WhyView]
    """Why it is here, and what stands against it."""


class Storage(TypedDict):
    """Where data are kept, and how long."""

    places: list[Country]
    """The countries."""
    retention: Retention
    """How long."""
    transfer: NotRequired[Transfer]
    """On what ground they are kept outside the European Economic Area, where a country is."""


class StorageView(TypedDict):
    """Data of a person for a purpose that are past their storage time: they are to be erased, or their
    person asked anew.
    """

    data_subject: PartyName
    """Whose."""
    purpose: PurposeRef
    """The purpose."""
    since: Timestamp
    """Since when the time runs: since the last that happened to her consent."""
    state: State
    """What became of her consent."""
    until: Timestamp
    """When it was over."""


class Story(TypedDict):
    """The story of a practice: INTERLINK's `data_story`. Public, and by whom it is told is not in it."""

    countries: NotRequired[list[Country]]
    """The countries it took place in."""
    description: NotRequired[Localized]
    """What happened."""
    end: NotRequired[Date]
    """The last day."""
    figures: NotRequired[list[Figure]]
    """Figures."""
    incentives: NotRequired[Localized]
    """What people had from taking part."""
    languages: NotRequired[list[Language]]
    """The languages that were spoken."""
    lessons_learned: NotRequired[Localized]
    """What was learned."""
    materials: NotRequired[list[Material]]
    """What there is to read or use."""
    objectives: NotRequired[Localized]
    """What was meant to be reached."""
    owners: NotRequired[list[Owner]]
    """The organisations that stand behind it."""
    results: Localized
    """What was reached."""
    start: NotRequired[Date]
    """The first day."""
    summary: NotRequired[Localized]
    """The story in a line."""
    tags: NotRequired[dict[str, list[str]]]
    """RulesAlone to find it by, per language."""
    title: Localized
    """Its title."""


class StoryView(TypedDict):
    """A story that was read."""

    licence: NotRequired[Licence]
    """The licence that it names, if it is one: what `process.publish` asks for beside the story."""
    report: Report
    """What was noticed in reading it."""
    story: Story
    """The story: what `process.publish` takes."""


StreamId: TypeAlias = str
"""A stream of the journal."""


class StreamsRequest(TypedDict):
    """The streams of the store."""

    after: NotRequired[StreamId | None]
    """The stream after which to begin; at the first if absent."""
    limit: int
    """How many at most; 10 000 is the most there is."""


class StreamsView(TypedDict):
    """Streams of the store."""

    streams: list[StreamId]
    """In the order of their names."""


class SubjectAccessRequest(TypedDict):
    """Everything that is held about a person."""

    language: NotRequired[Language | None]
    """In which language events are told; in English if absent."""
    person: HostId
    """Who, by the host's id. About somebody whom nobody knows, nothing is held."""


class SubjectAccessView(TypedDict):
    """Everything that is held about a person: what the vault has of her, and every event with her
    pseudonym in it.
    """

    consents: list[ConsentView]
    """What she said about her data, as it stood with the last event; `receipt` writes each for her."""
    kept: list[KeptView]
    """The texts about her that a law wants kept, whatever she asks."""
    markdown: str
    """The same to read, in Markdown."""
    person: PartyName
    """Who."""
    texts: list[Held]
    """The texts about her or by her."""
    traces: list[Trace]
    """What is on record, in order."""


class SubjectMatter(TypedDict):
    """A matter that somebody speaks about."""

    notice: NotRequired[DocumentId]
    """The version of a notice."""
    organisation_id: OrganisationId
    """The controller."""
    purpose: NotRequired[Key]
    """The purpose."""


class SubjectMatterRef(TypedDict):
    """A matter that somebody speaks about: all purposes of a controller, one with what lies within it,
    those of one version of a notice, or that one as that version says it.
    """

    notice: NotRequired[DocumentId | None]
    """The version of a notice: a yes is to no other."""
    organisation: HostId
    """The controller, by the host's id."""
    purpose: NotRequired[Key | None]
    """The purpose."""


class SubjectRequestAnswered(TypedDict):
    """The controller answered."""

    outcome: Outcome
    """What became of it."""
    reason: NotRequired[Commitment]
    """Why: a commitment to a text in the vault."""
    relied_on: list[Reliance]
    """What the decision read elsewhere."""
    request: SubjectRequestId
    """The request."""


class SubjectRequestExtended(TypedDict):
    """The controller takes two months more."""

    reason: Commitment
    """Why: a commitment to a text in the vault."""
    relied_on: list[Reliance]
    """What the decision read elsewhere."""
    request: SubjectRequestId
    """The request."""


SubjectRequestId: TypeAlias = str
"""16 bytes as lower-case hexadecimal."""


class SubjectRequestMade(TypedDict):
    """She asks for something."""

    noted: NotRequired[bool]
    """Whether the controller noted it, as it came to it by another way."""
    organisation_id: OrganisationId
    """Of whom."""
    relied_on: list[Reliance]
    """What the decision read elsewhere."""
    represented: NotRequired[bool]
    """Whether somebody who speaks for her made it."""
    request: SubjectRequestId
    """Its id."""
    right: Right
    """What."""
    text: NotRequired[Commitment]
    """In her words: a commitment to a text in the vault."""


class SubjectRequestView(TypedDict):
    """A request of a data subject, and its clock."""

    answered: NotRequired[Timestamp]
    """When it was answered."""
    due: Timestamp
    """Until when it has to be answered."""
    extended: bool
    """Whether its time was extended."""
    lifted: NotRequired[Timestamp]
    """When the restriction that was granted on it ended."""
    outcome: NotRequired[Outcome]
    """What became of it."""
    overdue: bool
    """Whether it was not answered in time."""
    person: PartyName
    """Who asks."""
    received: Timestamp
    """When it was received."""
    request: SubjectRequestId
    """Its id."""
    right: Right
    """What she asks for."""


class SubjectRequestsRequest(TypedDict):
    """What data subjects asked of a controller."""

    at: Timestamp | datetime
    """For which moment."""
    organisation_id: OrganisationId
    """The controller."""


class SubjectRequestsView(TypedDict):
    """Everything that data subjects asked of a controller, and what it keeps of those who were erased."""

    kept: list[KeptView]
    """Texts that a law wants kept, the first to end first."""
    requests: list[SubjectRequestView]
    """The first due first."""


SubjectTerm: TypeAlias = str
"""A category of data subjects of the Data Privacy Vocabulary 2.3, by name or IRI."""

Supporter: TypeAlias = Literal[
    # A provider, for many.
    "saas",
    # The organisation itself.
    "on_premise",
    # Whoever installs it.
    "installed_app",
]
"""Who runs a piece of software."""

Target: TypeAlias = Literal[
    # Everybody.
    "all",
    # Public administrations.
    "administrations",
    # Public servants.
    "public_servants",
    # Politicians.
    "politicians",
    # Businesses.
    "businesses",
    # Small and medium enterprises.
    "small_businesses",
    # Freelancers.
    "freelancers",
    # Large companies.
    "large_companies",
    # Private non-profit organisations.
    "non_profits",
    # Citizens.
    "citizens",
    # Those who might use the service.
    "potential_users",
    # Citizens with expertise.
    "expert_citizens",
    # Research organisations.
    "research_organisations",
    # Universities.
    "universities",
    # Other research organisations.
    "other_research",
]
"""Whom it is for. The broader ones contain the narrower ones."""


class TaskCompleted(TypedDict):
    """A task was completed."""

    despite: NotRequired[list[Unmet]]
    """What was unmet, where the model only warns of it."""
    item: ItemId
    """The task."""
    relied_on: NotRequired[list[Reliance]]
    """What the decision read elsewhere."""


class TaskEstimated(TypedDict):
    """Somebody said how hard a task is."""

    complexity: Complexity
    """In each kind of contribution."""
    item: ItemId
    """The task."""
    relied_on: NotRequired[list[Reliance]]
    """What the decision read elsewhere."""


class TaskRecommendations(TypedDict):
    """What is recommended for one task."""

    item: ItemId
    """The task."""
    recommendations: list[Recommendation]
    """What helps it along, the best first."""


class TaskReopened(TypedDict):
    """A finished task went back in progress."""

    item: ItemId
    """The task."""
    relied_on: NotRequired[list[Reliance]]
    """What the decision read elsewhere."""


class TaskStarted(TypedDict):
    """A task was started."""

    despite: NotRequired[list[Unmet]]
    """What was unmet, where the model only warns of it."""
    item: ItemId
    """The task."""
    relied_on: NotRequired[list[Reliance]]
    """What the decision read elsewhere."""


class TasksServedRequest(TypedDict):
    """The tasks of a process that an interlinker serves."""

    as_of: NotRequired[AsOf]
    """The state that is asked about."""
    interlinker: Key
    """Which interlinker of the process's catalogue."""
    language: NotRequired[Language | None]
    """In which language; in the process's own if absent."""
    process: ProcessId
    """Which process."""


class TasksServedView(TypedDict):
    """Tasks that an interlinker serves."""

    serves: list[ServedTask]
    """The tasks, in the tree's order."""


class TeamClosed(TypedDict):
    """A team was closed, and everybody's time in it ended at the event's time."""

    team_id: TeamId
    """Which."""


class TeamCreated(TypedDict):
    """A team was created; the actor leads it."""

    kind: StakeholderKind
    """What kind of stakeholder it is."""
    name: Localized
    """Its name."""
    team_id: TeamId
    """Its id."""


class TeamEdited(TypedDict):
    """A team has another name."""

    name: Localized
    """Its name."""
    team_id: TeamId
    """Which."""


TeamId: TypeAlias = str
"""16 bytes as lower-case hexadecimal."""


class TeamMemberAdded(TypedDict):
    """A person joined a team."""

    person_id: PersonId
    """Who."""
    team_id: TeamId
    """Which team."""
    window: Window
    """From when until when."""


class TeamMemberRemoved(TypedDict):
    """A person left a team, at the event's time."""

    person_id: PersonId
    """Who."""
    team_id: TeamId
    """Which team."""


class TeamMerged(TypedDict):
    """A team was closed, and whoever was in it is in another from the event's time on."""

    into_team_id: TeamId
    """The team that goes on."""
    team_id: TeamId
    """The team that was closed."""


TeamPolicy: TypeAlias = Literal[
    # Anyone the host lets in.
    "anyone",
    # Members and administrators.
    "members",
    # Administrators only.
    "administrators",
]
"""Who may create teams in an organisation."""


class TeamView(TypedDict):
    """A team."""

    closed: NotRequired[Timestamp]
    """When it was closed."""
    host_id: NotRequired[HostId]
    """The host's id for it."""
    kind: StakeholderKind
    """What kind of stakeholder it is."""
    lead: PartyName
    """Who leads it."""
    members: list[MembershipView]
    """Who was, is or will be in it."""
    name: Localized
    """Its name, in all its languages."""
    team_id: TeamId
    """Its id."""


class TemplateAdopted(TypedDict):
    """The process took over a higher version of its template."""

    effect: TemplateEffect
    """What the change did."""
    reason: Commitment
    """Why: a commitment to a text in the vault."""
    relied_on: NotRequired[list[Reliance]]
    """What the decision read elsewhere."""
    template: DocumentId
    """The template."""


class TemplateDocument(TypedDict):
    """A template as it is written. Fields stand in canonical order."""

    author: NotRequired[str]
    """Who made it."""
    description: NotRequired[Localized]
    """What it is for."""
    document: TemplateMark
    """Says what kind of document this is."""
    environments: NotRequired[list[str]]
    """The installations that it is meant for, where it is not meant for all."""
    id: Key
    """The template's name for programs; all versions of a template share it."""
    languages: NotRequired[list[Language]]
    """The languages that it is offered in."""
    licence: NotRequired[LicenceClass]
    """Under what class of licence it may be used."""
    name: Localized
    """The template's name for people."""
    origin: NotRequired[Origin]
    """The process that it was made from."""
    phases: list[TemplatePhase]
    """Its phases, in order."""
    tags: NotRequired[dict[str, list[str]]]
    """RulesAlone to find it by, per language."""
    version: int
    """Which version of the template this is, from 1."""


class TemplateDocumentInput(TypedDict):
    """A template as it is written. Fields stand in canonical order."""

    author: NotRequired[str | None]
    """Who made it."""
    description: NotRequired[Localized | None]
    """What it is for."""
    document: TemplateMark
    """Says what kind of document this is."""
    environments: NotRequired[list[str]]
    """The installations that it is meant for, where it is not meant for all."""
    id: Key
    """The template's name for programs; all versions of a template share it."""
    languages: NotRequired[list[Language]]
    """The languages that it is offered in."""
    licence: NotRequired[LicenceClass | None]
    """Under what class of licence it may be used."""
    name: Localized
    """The template's name for people."""
    origin: NotRequired[Origin | None]
    """The process that it was made from."""
    phases: list[TemplatePhaseInput]
    """Its phases, in order."""
    tags: NotRequired[dict[str, list[str]]]
    """RulesAlone to find it by, per language."""
    version: int
    """Which version of the template this is, from 1."""


class TemplateEffect(TypedDict):
    """The difference that a new version of the template makes. Whoever changes a process in which work has
    begun must declare it in full.
    """

    items_added: NotRequired[list[Key]]
    """Items that come, by their keys."""
    items_retired: NotRequired[list[ItemId]]
    """Items that the new version lacks and that are disabled."""
    items_reworded: NotRequired[list[ItemId]]
    """Items whose texts or marks follow the new version."""
    prerequisites_added: NotRequired[list[Unmet]]
    """Prerequisites that come."""
    prerequisites_removed: NotRequired[list[Unmet]]
    """Prerequisites that go."""
    prerequisites_waived: NotRequired[list[Unmet]]
    """What is waited for, enforced and unmet, and will not be waited for any more: gates that the change
    passes.
    """


TemplateMark: TypeAlias = Literal[
    # This document is a template.
    "template",
]
"""The word `template`."""


class TemplateObjective(TypedDict):
    """An objective of a template."""

    description: NotRequired[Localized]
    """What it is about."""
    key: Key
    """Its name for programs, unique in the template."""
    name: Localized
    """Its name for people."""
    prerequisites: NotRequired[list[TemplatePrerequisite]]
    """What it waits for."""
    problem_profiles: NotRequired[list[Key]]
    """The problem profiles that it answers."""
    tasks: NotRequired[list[TemplateTask]]
    """Its tasks, in order."""


class TemplatePhase(TypedDict):
    """A phase of a template."""

    codelivery: bool
    """Whether the service is delivered in it, not only designed. INTERLINK's `is_part_of_codelivery`."""
    description: NotRequired[Localized]
    """What it is about."""
    key: Key
    """Its name for programs, unique in the template."""
    name: Localized
    """Its name for people."""
    objectives: NotRequired[list[TemplateObjective]]
    """Its objectives, in order."""
    prerequisites: NotRequired[list[TemplatePrerequisite]]
    """What it waits for."""


class TemplatePhaseInput(TypedDict):
    """A phase of a template."""

    codelivery: NotRequired[bool]
    """Whether the service is delivered in it, not only designed. INTERLINK's `is_part_of_codelivery`."""
    description: NotRequired[Localized | None]
    """What it is about."""
    key: Key
    """Its name for programs, unique in the template."""
    name: Localized
    """Its name for people."""
    objectives: NotRequired[list[TemplateObjective]]
    """Its objectives, in order."""
    prerequisites: NotRequired[list[TemplatePrerequisite]]
    """What it waits for."""


class TemplatePrerequisite(TypedDict):
    """An item of a template waits for another of it."""

    item: Key
    """The key of the other."""
    needs: Needs
    """What of it is waited for."""


class TemplateTask(TypedDict):
    """A task of a template."""

    description: NotRequired[Localized]
    """What is to be done."""
    key: Key
    """Its name for programs, unique in the template."""
    name: Localized
    """Its name for people."""
    prerequisites: NotRequired[list[TemplatePrerequisite]]
    """What it waits for."""
    problem_profiles: NotRequired[list[Key]]
    """The problem profiles that it has."""


class TextAttributed(TypedDict):
    """The organisation that keeps a text of somebody who was erased looks whose it is."""

    organisation_id: OrganisationId
    """By whom it is kept."""
    relied_on: list[Reliance]
    """What the decision read elsewhere."""
    text: Commitment
    """Which text."""


class TextFile(TypedDict):
    """A text file of a folder."""

    path: str
    """The way to it in the folder, with `/` between the parts."""
    text: str
    """What stands in it."""


class TextKept(TypedDict):
    """A text about her is kept when she is erased."""

    attributed: NotRequired[bool]
    """Whether it stays known whose it is."""
    exception: Exception
    """Which of the exceptions it is."""
    law: Localized
    """Which law."""
    organisation_id: OrganisationId
    """By whom."""
    relied_on: list[Reliance]
    """What the decision read elsewhere."""
    text: Commitment
    """Which text."""
    until: Timestamp
    """Until when."""


class TextRectified(TypedDict):
    """A text about her was put right."""

    now: Commitment
    """A commitment to what stands there now."""
    relied_on: list[Reliance]
    """What the decision read elsewhere."""
    request: NotRequired[SubjectRequestId]
    """The request; none where whoever wrote it put it right."""
    text: Commitment
    """Which text."""


class TextRedacted(TypedDict):
    """Words were taken out of public texts."""

    documents: NotRequired[list[RedactedDocument]]
    """The documents that were written anew."""
    events: NotRequired[list[RedactedEvent]]
    """The events of this stream that were written anew."""
    left: NotRequired[list[DocumentId]]
    """The documents in which the words still stand, since others rely on them."""
    reason: Commitment
    """Why: a commitment to a text in the vault."""
    relied_on: NotRequired[list[Reliance]]
    """What the decision read elsewhere."""
    texts: NotRequired[list[Commitment]]
    """What others were asked to stand behind in these words: commitments to texts that the vault forgot."""


Timestamp: TypeAlias = str
"""A moment (RFC 3339). It is written in UTC with milliseconds, and what is finer is cut."""


class Trace(TypedDict):
    """Something on record that she did or that names her."""

    event: Event
    """The event."""
    position: Position
    """Its position in the store."""
    sentence: NotRequired[Sentence]
    """The event in words."""


class Transfer(TypedDict):
    """On what ground data leave the European Economic Area."""

    ground: TransferTerm
    """The article that allows it."""
    text: Localized
    """What that is here, and where a copy of it can be had (Art. 13(1)(f))."""


TransferTerm: TypeAlias = str
"""A ground for a transfer of the Data Privacy Vocabulary 2.3, by name or IRI."""


class TransferView(TypedDict):
    """Why data may leave the European Economic Area: Art. 30(1)(e)."""

    ground: TransferTerm
    """The article that allows it, by its term in the GDPR extension of the Data Privacy Vocabulary."""
    text: ReadText
    """What that is."""


class TreeReplaced(TypedDict):
    """Another plan took the place of the one that was there."""

    relied_on: NotRequired[list[Reliance]]
    """What the decision read elsewhere."""
    template: NotRequired[DocumentId]
    """The template of the new plan; none for an empty one."""


class TreeRequest(TypedDict):
    """A process as a tree."""

    as_of: NotRequired[AsOf]
    """The state that is asked about."""
    language: NotRequired[Language | None]
    """In which language; in the process's own if absent."""
    process: ProcessId
    """Which process."""


class TreeView(TypedDict):
    """A process as a tree, in one language."""

    catalogue: NotRequired[DocumentId]
    """The catalogue that it takes interlinkers from, if any."""
    closed: NotRequired[Timestamp]
    """When it was closed; nothing is changed in it since."""
    description: NotRequired[ReadText]
    """What it is about."""
    end: NotRequired[Date]
    """The last day it is planned for."""
    governance: DocumentId
    """The governance model that it runs under."""
    languages: list[Language]
    """The languages that any of its texts is in."""
    name: ReadText
    """Its name."""
    organisation_id: NotRequired[OrganisationId]
    """The organisation in whose name it was created."""
    phases: list[ItemView]
    """The phases, in order."""
    process: ProcessId
    """The process."""
    progress: int
    """How far it is, in whole percent."""
    publications: NotRequired[list[DocumentId]]
    """Its publications as a good practice, the first first."""
    seq: Seq
    """The version that is shown."""
    start: NotRequired[Date]
    """The first day it is planned for."""
    status: Status
    """How far it is."""
    template: NotRequired[DocumentId]
    """The template that it follows."""


class Unmet(TypedDict):
    """A prerequisite that was unmet when work went on in spite of it, since the governance model only
    warns.
    """

    item: ItemId
    """The item that has the prerequisite: the task itself, or one it lies in."""
    needs: Needs
    """What was waited for."""
    on: ItemId
    """In which item."""


Unsettled: TypeAlias = Literal[
    # The task was reopened and is not finished again.
    "reopened",
    # The task was disabled, or something that it lies in was.
    "disabled",
]
"""Why points do not rest on finished work."""


class UnverifyOrganisation(TypedDict):
    """Takes a verification back, as an operator of the store."""


Uri: TypeAlias = str
"""An absolute URI that is shown, never followed."""


class UsageRequest(TypedDict):
    """How much interlinkers are used, process by process."""

    interlinker: NotRequired[Key | None]
    """Which interlinker; all if absent."""
    process: NotRequired[ProcessId | None]
    """In which process; in all of the store if absent."""


class UsageView(TypedDict):
    """How much interlinkers are used."""

    usage: list[InterlinkerUse]
    """One entry for each process and interlinker, in the order of their ids."""


class UseConsent(TypedDict):
    """Uses a consent up once, in the name of the controller; or sets a use aside for a gate, which the
    next act that passes it takes. A use for a gate is also set aside by herself, or by whoever speaks
    for her.
    """

    data_subject: NotRequired[HostId | None]
    """Whose consent."""
    organisation: HostId
    """The controller."""
    purpose: Key
    """The purpose."""
    requirement: NotRequired[RequirementId | None]
    """The gate that the use is for: where a process requires the purpose."""


class ValidityDays(TypedDict):
    """So many days of 24 hours from the act on."""

    days: int


class ValidityUntil(TypedDict):
    """Until a moment."""

    until: Timestamp


class ValidityUntilEvent(TypedDict):
    """Until something comes that the controller notes with `consent.expire`."""

    until_event: Key


class ValidityUses(TypedDict):
    """For so many uses that the controller notes with `consent.use`."""

    uses: int


Validity: TypeAlias = Union["ValidityDays", "ValidityUntil", "ValidityUntilEvent", "ValidityUses"]
"""For how long a consent holds. There is no “for ever”."""

Verb: TypeAlias = Literal[
    # To ask for consent.
    "request",
    # To put the decision off.
    "defer",
    # To consent.
    "give",
    # To say no.
    "refuse",
    # To consent again, before or after the end.
    "renew",
    # To take consent back.
    "withdraw",
    # To end somebody else's consent.
    "revoke",
    # To note that what a consent was tied to has come.
    "expire",
    # To use it up once.
    "use",
    # To note that an authority found it invalid.
    "invalidate",
    # To object.
    "object",
    # To take an objection back.
    "withdraws_objection",
    # To accept an objection.
    "uphold",
    # To show grounds that override an objection.
    "overrule",
    # To let an upheld objection stand again, of somebody who was erased and came back. Nobody gives it.
    "resume",
]
"""An act that changes the state."""


class VerificationView(TypedDict):
    """What an operator of the store verified an organisation to be."""

    at: Timestamp
    """When."""
    by: PartyName
    """By whom."""
    evidence: NotRequired[FileDigest]
    """The SHA-256 of what the operator saw."""
    here: bool
    """Whether an operator of this store did it. What others' operators verified gives no right here."""
    register: RegisterEntry
    """Its entry in a public register."""


class Verified(TypedDict):
    """A stream that is whole."""

    head: EventId
    """The id of its last event: keep it elsewhere, and nobody can shorten or rewrite the stream unnoticed."""
    seq: Seq
    """How many events it has."""
    stream: StreamId
    """The stream."""


class VerifiedStore(TypedDict):
    """A store that is whole."""

    events: int
    """How many events they have together."""
    streams: list[Verified]
    """Its streams."""
    vault_entries: int
    """How many entries of the vault match their commitments."""


class VerifyOrganisation(TypedDict):
    """Notes, as an operator of the store, that the organisation is what it participations it is."""

    evidence: NotRequired[FileDigest | None]
    """The SHA-256 of what the operator saw, such as an extract from the register."""
    kind: StakeholderKind
    """What kind of stakeholder it is by the register; from then on that is its kind."""
    register: RegisterEntry
    """Its entry in the register."""


class VerifyRequest(TypedDict):
    """Checks one stream, or the whole store."""

    expected: NotRequired[ExpectedHead | None]
    """An event that is known to belong to the stream."""
    stream: NotRequired[StreamId | None]
    """Which stream; all if absent."""


class VersionView(TypedDict):
    """One version of an asset."""

    at: Timestamp
    """Since when."""
    by: PartyName
    """Who made it."""
    content: Content
    """What it is."""


class Wait(TypedDict):
    """One thing that an item waits for."""

    enforcement: Enforcement
    """Whether it holds work back or is only pointed out."""
    needs: Needs
    """What of it."""
    on: ItemId
    """The item that is waited for."""
    passed: NotRequired[PrerequisiteWaive]
    """Who let work begin all the same."""
    unmet: bool
    """Whether it stands in the way now: it is not met, its gate was not passed, and the other is enabled."""


class WaivePrerequisite(TypedDict):
    """Lets work begin although a prerequisite is unmet. Needs `prerequisite.waive`."""

    item: ItemId
    """The item that waits."""
    on: ItemId
    """What it waits for."""
    reason: Remark
    """Why. Kept in the vault, as a text by the actor."""


class WhoMayRequest(TypedDict):
    """Everyone who may do a thing here."""

    as_of: NotRequired[AsOf]
    """The state that is asked about."""
    at: Timestamp | datetime
    """For which moment."""
    item: NotRequired[ItemId | None]
    """On which item; on the process as a whole if absent."""
    permission: Permission
    """What."""
    process: ProcessId
    """In which process."""


class WhyView(TypedDict):
    """A reason: its code, a sentence, and its facts."""

    code: Code
    """The stable code."""
    facts: FactsView
    """What it says, for programs."""
    language: Language
    """The language that the sentence is in, which is not always the one asked for."""
    message: str
    """What it says, for people."""


Window = TypedDict(
    "Window",
    {
        "from": "Timestamp",
        "until": NotRequired["Timestamp"],
    },
)
"""From a moment (included) until a moment (excluded), or without end."""


class WithdrawApproval(TypedDict):
    """Takes back an approval of one's own that has not been used."""

    approval: ApprovalId
    """Which approval."""


class WithdrawAssignment(TypedDict):
    """Takes an assignment back. Needs `task.assign` on its task, or to be the person asked."""

    assignment: AssignmentId
    """Which."""


class WithdrawConsent(TypedDict):
    """Takes a consent back. Nobody asks for a reason (Art. 7(3))."""

    data_subject: NotRequired[HostId | None]
    """Whose consent, if not the actor's own."""
    organisation: HostId
    """The controller."""
    purpose: Key
    """The purpose."""


class WithdrawContribution(TypedDict):
    """Takes back a claim of one's own that was not reviewed; or what somebody else recorded of oneself, as
    long as one has not confirmed it and no points were awarded for it.
    """

    contribution: ContributionId
    """Which."""


class WithdrawNotice(TypedDict):
    """Ends a notice: from now on nothing is processed on what it says."""

    notice: Key
    """Its name, the same in all versions."""


class WithdrawObjection(TypedDict):
    """Takes an objection back."""

    data_subject: NotRequired[HostId | None]
    """Whose objection, if not the actor's own."""
    organisation: HostId
    """The controller."""
    purpose: Key
    """The purpose."""


class WithdrawRating(TypedDict):
    """Takes the actor's rating back."""

    rated: Rated
    """Of what."""


class Withdrawal(TypedDict):
    """How to withdraw consent."""

    at: Uri
    """Where."""
    how: Localized
    """How."""


class WorkPolicy(TypedDict):
    """How work and credit are treated."""

    asset_starts_task: NotRequired[bool]
    """Whether the first asset of a task that is awaiting starts the task."""
    self_review: NotRequired[bool]
    """Whether people may review their own contributions."""


class WorkRequest(TypedDict):
    """The work of a process and the credit for it."""

    as_of: NotRequired[AsOf]
    """The state that is asked about."""
    at: NotRequired[Timestamp | datetime | None]
    """The moment for which to say what must stop, since a basis is missing."""
    process: ProcessId
    """Of which process."""


class WorkView(TypedDict):
    """The work of a process and the credit for it."""

    assignments: list[AssignmentView]
    """Every assignment, in order."""
    awards: list[AwardView]
    """Every award, in order."""
    complexities: dict[str, Complexity]
    """How hard tasks are, where somebody said."""
    contributions: list[ContributionView]
    """Every contribution, in order."""
    must_stop: NotRequired[list[MustStopView]]
    """Assignments and claims that must stop at the moment that was asked about, since a purpose that is
    required there has no basis; nothing if no moment was.
    """
    participations: list[ParticipationView]
    """Every request to take part, in order."""
    process: ProcessId
    """The process."""


class WriteArchiveRequest(TypedDict):
    """Writes a process as an export of the INTERLINK platform."""

    files: NotRequired[list[Base64]]
    """What assets hold, as far as the host has it, in any order: each is known by its SHA-256. What is
    missing is reported.
    """
    process: ProcessId
    """Which process."""


class WriteCatalogueRequest(TypedDict):
    """A catalogue in INTERLINK's folders."""

    catalogue: DocumentId
    """Which catalogue."""


if not TYPE_CHECKING:
    for _name in (
        "Json",
        "ArrayOfInterlinkProblemProfile",
        "AsOf",
        "Collection",
        "Command",
        "CommandOutcome",
        "ConsentReason",
        "Content",
        "Document",
        "DocumentInput",
        "Enrolled",
        "Event",
        "Expressed",
        "Extent",
        "ExtentRef",
        "Holder",
        "HolderRef",
        "InterlinkPrerequisite",
        "InterlinkPrerequisites",
        "InterlinkerBody",
        "Limit",
        "PermissionSet",
        "Rated",
        "Reason",
        "Retention",
        "Validity",
    ):
        globals()[_name] = TypeAliasType(_name, globals()[_name])
