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
    "AcceptMandate",
    "AcceptParticipation",
    "Acceptance",
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
    "Area",
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
    "Authority",
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
    "GrantMandateCommand",
    "RequestMandateCommand",
    "RegisterMandateCommand",
    "PassOnMandateCommand",
    "AcceptMandateCommand",
    "RefuseMandateCommand",
    "RenounceMandateCommand",
    "RevokeMandateCommand",
    "SuspendMandateCommand",
    "ResumeMandateCommand",
    "UseMandateCommand",
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
    "ConsentReasonDespiteProcessingRestriction",
    "ConsentReasonRenewalDue",
    "ConsentReasonNotExplicit",
    "ConsentReasonChildData",
    "ConsentReasonChild",
    "ConsentReasonObjected",
    "ConsentReasonProcessingRestricted",
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
    "Dimension",
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
    "EndRule",
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
    "MandateGrantedEvent",
    "MandateRequestedEvent",
    "MandateRegisteredEvent",
    "MandatePassedOnEvent",
    "MandateAcceptedEvent",
    "MandateRefusedEvent",
    "MandateRenouncedEvent",
    "MandateRevokedEvent",
    "MandateSuspendedEvent",
    "MandateResumedEvent",
    "MandateUsedEvent",
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
    "Evidence",
    "EvidenceFor",
    "EvidenceRef",
    "Exception",
    "ExecutedView",
    "ExpectedHead",
    "ExpireConsent",
    "Explained",
    "Explanation",
    "ExpressedOfficialOrganisationId",
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
    "GrantMandate",
    "GrantRole",
    "GrantView",
    "GrantWord",
    "Group",
    "GuideRequest",
    "GuideView",
    "Held",
    "HolderPersonId",
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
    "KindDocument",
    "KindDocumentInput",
    "KindMark",
    "Language",
    "LanguageView",
    "LawfulBasis",
    "Leaderboard",
    "LeaderboardRequest",
    "LeftOut",
    "Length",
    "Level",
    "Licence",
    "LicenceClass",
    "LiftProcessingRestriction",
    "LiftRestriction",
    "LimitDays",
    "LimitUntilEventData",
    "LimitUntilEvent",
    "Limit",
    "LinkFault",
    "Localized",
    "MakeAssignment",
    "MakeSubjectRequest",
    "MandateAccepted",
    "MandateAnswer",
    "MandateCheckRequest",
    "MandateGranted",
    "MandateHolderOrganisationId",
    "MandateHolderPersonId",
    "MandateHolderTeamData",
    "MandateHolderTeam",
    "MandateHolder",
    "MandateHolderRefOrganisation",
    "MandateHolderRefPerson",
    "MandateHolderRefTeam",
    "MandateHolderRef",
    "MandateId",
    "MandateKindView",
    "MandateKindsRequest",
    "MandateKindsView",
    "MandatePassedOn",
    "MandateRefused",
    "MandateRegistered",
    "MandateRenounced",
    "MandateRequest",
    "MandateRequested",
    "MandateResumed",
    "MandateRevoked",
    "MandateStatus",
    "MandateSuspended",
    "MandateTargetAreaCode",
    "MandateTargetProcessItemData",
    "MandateTargetProcessItem",
    "MandateTargetProcess",
    "MandateTargetServiceCode",
    "MandateTarget",
    "MandateTerms",
    "MandateUsed",
    "MandateView",
    "MandatesRequest",
    "MandatesView",
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
    "NextReasonView",
    "NextRequest",
    "NextView",
    "NextWaitView",
    "Noted",
    "NotedRef",
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
    "PartyForm",
    "PartyName",
    "PartyRequest",
    "PartyView",
    "PassOn",
    "PassOnInput",
    "PassOnMandate",
    "PassingOn",
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
    "Power",
    "PowerRight",
    "PowerView",
    "PrerequisiteAdded",
    "PrerequisitePolicy",
    "PrerequisiteRemoved",
    "PrerequisiteWaive",
    "PrerequisiteWaived",
    "PrincipalOrganisationId",
    "PrincipalPersonId",
    "Principal",
    "PrincipalRefOrganisation",
    "PrincipalRefPerson",
    "PrincipalRef",
    "PrincipalView",
    "PrincipalsRequest",
    "PrincipalsView",
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
    "ProcessingRestrictionException",
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
    "RefuseMandate",
    "RegisterEntry",
    "RegisterMandate",
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
    "RenounceMandate",
    "ReopenTask",
    "ReplaceTree",
    "Report",
    "RepresentativeAppointed",
    "RepresentativeDismissed",
    "RepresentativeKind",
    "RequestConsent",
    "RequestMandate",
    "RequirePurpose",
    "RequirementId",
    "RequirementLeftOut",
    "RestrictionId",
    "RestrictionLifted",
    "RestrictionPlaced",
    "RestrictionView",
    "ResumeMandate",
    "RetentionDays",
    "RetentionUntilEventData",
    "RetentionUntilEvent",
    "Retention",
    "ReturnContribution",
    "ReversePoints",
    "ReviseAsset",
    "RevokeConsent",
    "RevokeMandate",
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
    "Search",
    "SearchRequest",
    "Seen",
    "Sentence",
    "Seq",
    "ServedTask",
    "Service",
    "SetLanguageRequest",
    "SettleDisagreement",
    "Source",
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
    "SuspendMandate",
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
    "TimeZone",
    "Timestamp",
    "TogetherAtLeast",
    "Together",
    "TogetherView",
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
    "UseMandate",
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
    "WrongCode",
]

Json: TypeAlias = Union[None, bool, int, float, str, list["Json"], dict[str, "Json"]]
"""Anything that JSON can say."""


class AcceptContribution(TypedDict):
    """Accepts a contribution. Needs `contribution.review` on its task. It must be another person's, unless
    the governance model lets people review their own.
    """

    contribution: ContributionId
    """The contribution."""
    level: NotRequired[Level | None]
    """Its level; if absent, suggested from its share of the task's claims."""


class AcceptMandate(TypedDict):
    """Accepts a mandate that waits for it: as the holder, or as the principal if the holder requested it."""

    acceptance_code: NotRequired[Key | None]
    """The code, if the kind asks for one."""


class AcceptParticipation(TypedDict):
    """Accepts a request to take part and grants a role. Needs what granting the role needs."""

    acting_for: NotRequired[HostId | None]
    """The organisation in whose name the person will hold the role; as a citizen if absent."""
    item: NotRequired[ItemId | None]
    """The item to which the role applies, with everything below; the whole process if absent."""
    reason: NotRequired[Remark | None]
    """Why. Kept in the vault, as a text about the person asking."""
    request: ParticipationId
    """The request."""
    role: Key
    """The role."""


Acceptance: TypeAlias = Literal[
    # The holder accepts it with a code that the principal passed to them outside this record.
    "by_code",
    # The holder accepts it.
    "by_holder",
    # It takes effect when it is granted.
    "none",
]
"""Whether a mandate takes effect without its holder."""

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
"""The commands that can need approval: one for each act that a permission allows."""


class Activity(TypedDict):
    """One processing activity."""

    basis: LawfulBasis
    """The lawful basis."""
    data: list[str]
    """The categories of data, by their terms in the Data Privacy Vocabulary: Art. 30(1)(c)."""
    data_subject_categories: list[str]
    """The categories of data subjects, by their terms there: Art. 30(1)(c)."""
    kept: NotRequired[Kept]
    """Where the data are kept."""
    limit: NotRequired[Limit]
    """How long the data are kept."""
    notice: DocumentId
    """The notice with the purpose."""
    purpose: Key
    """The purpose, by its name for programs."""
    purpose_name: ReadText
    """The purpose: Art. 30(1)(b)."""
    recipients: list[Receiver]
    """The recipients."""
    special: NotRequired[list[str]]
    """The categories of data that belong to the special categories of Art. 9."""


class AddArchiveRequest(TypedDict):
    """Reads an export of the INTERLINK platform and stores it as the document that `process.import` takes."""

    archive: Base64
    """The zip archive."""


class AddAsset(TypedDict):
    """Adds an asset to a task. Needs `asset.create` there.

    If the governance model says so, the first asset of an awaiting task starts the task.
    """

    content: Content
    """Its content."""
    derived_from: NotRequired[list[Derivation]]
    """What it was made from."""
    description: NotRequired[Localized | None]
    """A description."""
    interlinker: NotRequired[Key | None]
    """The knowledge resource of the process's catalogue it was made from."""
    item: ItemId
    """The task."""
    licence: NotRequired[Licence | None]
    """The licence for using it."""
    title: Localized
    """Its title. Public: it must not be about a private person."""


class AddCatalogueRequest(TypedDict):
    """Reads a catalogue in INTERLINK's folder layout and stores it with its templates."""

    files: NotRequired[list[TextFile] | None]
    """Its files; the small catalogue that comes with the library if absent. For pictures and documents the
    path is enough.
    """


class AddItem(TypedDict):
    """Adds a phase, an objective or a task. Needs `item.add` on its parent."""

    before: NotRequired[ItemId | None]
    """The sibling it comes before; it comes last if absent."""
    codelivery: NotRequired[bool]
    """Whether the service is delivered in it; for phases only."""
    description: NotRequired[Localized | None]
    """A description."""
    kind: ItemKind
    """Its kind."""
    name: Localized
    """Its name."""
    parent: NotRequired[ItemId | None]
    """Its parent; absent for a phase."""
    problem_profiles: NotRequired[list[Key]]
    """Its problem profiles."""


AddMember = TypedDict(
    "AddMember",
    {
        # When the membership begins; at the command's time if absent.
        "from": NotRequired[Union["Timestamp", None]],
        # The host's id of the person.
        "person": "HostId",
        # When the membership ends; never if absent.
        "until": NotRequired[Union["Timestamp", None]],
    },
)
"""Makes a person a member of the organisation."""


class AddPrerequisite(TypedDict):
    """Makes an item wait for another. A cycle is refused. Needs `item.edit`."""

    item: ItemId
    """The item that will wait."""
    needs: Needs
    """The status it waits for."""
    on: ItemId
    """The other."""


AddTeamMember = TypedDict(
    "AddTeamMember",
    {
        # When the membership begins; at the command's time if absent.
        "from": NotRequired[Union["Timestamp", None]],
        # The host's id of the person.
        "person": "HostId",
        # The host's id of the team.
        "team": "HostId",
        # When the membership ends; never if absent.
        "until": NotRequired[Union["Timestamp", None]],
    },
)
"""Adds a person to a team."""


class AddedView(TypedDict):
    """A stored document."""

    document: DocumentId
    """The SHA-256 of its canonical JSON."""


class AdministratorAppointed(TypedDict):
    """A person became an administrator."""

    person_id: PersonId
    """The person."""
    relied_on: NotRequired[list[Reliance]]
    """What the decision read in other streams."""
    successor: NotRequired[bool]
    """Whether an operator appointed the person, because every administrator was erased."""


class AdministratorDismissed(TypedDict):
    """A person is no longer an administrator."""

    person_id: PersonId
    """The person."""


class AdoptCatalogue(TypedDict):
    """Changes the catalogue, or its version, from which interlinkers are taken. Needs
    `process.administer`.
    """

    catalogue: DocumentId
    """The catalogue, by the SHA-256 of its canonical JSON."""


class AdoptGovernance(TypedDict):
    """Adopts another governance model for the process. Needs `process.administer`.

    Once work has begun, only a higher version of the same model can be adopted, and its effect must be
    declared; a dry run returns the effect.
    """

    effect: NotRequired[Effect | None]
    """The effect of the change. Required once work has begun."""
    model: DocumentId
    """The model, by the SHA-256 of its canonical JSON."""
    reason: Remark
    """The reason. Kept in the vault, as a text by the actor."""


class AdoptTemplate(TypedDict):
    """Adopts a higher version of the template from which the process was made. Needs `process.administer`.

    New items are added and items that the new version lacks are disabled. Texts and prerequisites
    follow the new version unless the process changed them itself. Once work has begun, the effect must
    be declared; a dry run computes it.
    """

    effect: NotRequired[TemplateEffect | None]
    """The effect of the change. Required once work has begun."""
    reason: Remark
    """Why. Kept in the vault, as a text by the actor."""
    template: DocumentId
    """The template, by the SHA-256 of its canonical JSON."""


AgeRow = TypedDict(
    "AgeRow",
    {
        # The age, 13 to 16.
        "age": int,
        # The country.
        "country": "Country",
        # The first day on which it applies.
        "from": "Date",
        # The law. Required for a row that lowers the age of the shipped table.
        "law": NotRequired["Uri"],
        # The source of the row.
        "source": str,
    },
)
"""The age in a country from a day on."""


class Anomaly(TypedDict):
    """One place where the files are not correct."""

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
    """Answers a request, on behalf of the controller."""

    outcome: Outcome
    """The outcome."""
    reason: NotRequired[Remark | None]
    """The reason that the person is told; required for a refusal. Kept in the vault."""
    request: SubjectRequestId
    """The request."""


class AppointAdministrator(TypedDict):
    """Makes a person an administrator of the organisation: by an administrator; or by an operator of the
    store, if every administrator was erased.
    """

    person: HostId
    """The host's id of the person."""


class AppointOperator(TypedDict):
    """Makes a person an operator of the store: by an operator, or by the host itself."""

    person: HostId
    """The host's id of the person."""


AppointRepresentative = TypedDict(
    "AppointRepresentative",
    {
        # The organisation on whose behalf an official records it.
        "acting_for": NotRequired[Union["HostId", None]],
        # The data subject, if not the actor.
        "data_subject": NotRequired[Union["HostId", None]],
        # The SHA-256 of the evidence; required of an official.
        "evidence": NotRequired[Union["FileDigest", None]],
        # When the appointment begins; not in the past. Now, if absent.
        "from": NotRequired[Union["Timestamp", None]],
        # The capacity of the representative.
        "kind": "RepresentativeKind",
        # The representative.
        "representative": "HostId",
        # What the appointment is for. It is for everything only if it says so.
        "scope": "ExtentRef",
        # When the appointment ends.
        "until": NotRequired[Union["Timestamp", None]],
    },
)
"""Appoints a representative: by the data subject, or by an official who has seen the evidence."""

AppointedBy: TypeAlias = Literal[
    # The host itself.
    "host",
    # An operator.
    "operator",
]
"""Who appointed or dismissed an operator."""


class ApprovalAsked(TypedDict):
    """Approval for an act was requested."""

    content: Commitment
    """The exact command: a commitment to a text in the vault, with parties by the library's ids."""
    item: NotRequired[ItemId]
    """The item; the process as a whole if absent."""
    matter: Matter
    """What the act concerns besides the item."""
    permission: Permission
    """The permission that the act needs."""
    relied_on: NotRequired[list[Reliance]]
    """What the decision read in other streams."""
    request: ApprovalId
    """The request's id."""
    seen: Seen
    """A hash of the state of what the act concerns; any other state has another hash."""


class ApprovalGiven(TypedDict):
    """An act was approved."""

    approval: ApprovalId
    """The approval's id."""
    item: NotRequired[ItemId]
    """The item; the process as a whole if absent."""
    permission: Permission
    """The permission that the act needs."""
    relied_on: NotRequired[list[Reliance]]
    """What the decision read in other streams."""
    request: ApprovalId
    """The request; the approval is for exactly what it contains."""
    roles: list[Key]
    """The roles in which it was given, among those that the model names for the act."""


ApprovalId: TypeAlias = str
"""16 bytes as lower-case hexadecimal."""


class ApprovalRequestView(TypedDict):
    """An open request for the approval of an act."""

    act: NotRequired[Deed]
    """The exact command, with parties by the library's ids; absent if the text was erased."""
    at: Timestamp
    """When it was requested."""
    by: PartyName
    """The person who requests it."""
    changed: bool
    """Whether what it concerns has changed since, so that it must be requested again."""
    item: NotRequired[ItemId]
    """The item; the process as a whole if absent."""
    matter: MatterView
    """What the act concerns."""
    of: list[PartyName]
    """The people who can approve it at the moment of the view."""
    permission: Permission
    """The permission that the act needs."""
    request: ApprovalId
    """Its id."""


class ApprovalRule(TypedDict):
    """An act that others must approve first."""

    by: Key
    """The role whose holders must approve the act."""
    count: int
    """How many must approve it; the actor counts as one if they hold the role and did not grant it to
    themselves.
    """
    permission: Permission
    """The act."""


class ApprovalUsed(TypedDict):
    """An act with approvals was done. This event accompanies the act, and uses the approvals up."""

    request: ApprovalId
    """The request."""


class ApprovalView(TypedDict):
    """An approval that has not been used yet."""

    approval: ApprovalId
    """Its id."""
    at: Timestamp
    """When it was given."""
    by: PartyName
    """The person who gave it."""
    item: NotRequired[ItemId]
    """The item; the process as a whole if absent."""
    matter: MatterView
    """What the act concerns."""
    permission: Permission
    """The permission that the act needs."""
    request: ApprovalId
    """The request, which contains what is approved."""
    roles: list[Key]
    """The roles in which it was given."""


class ApprovalWithdrawn(TypedDict):
    """An approval was withdrawn."""

    approval: ApprovalId
    """The approval."""


class ApprovalsView(TypedDict):
    """The approvals that an act needs."""

    given: int
    """How many were given."""
    role: Key
    """The role whose holders approve."""
    wanted: int
    """How many are needed."""
    who: NotRequired[list[PartyName]]
    """Some of the people who could still approve; empty if the asker may not see who takes part."""


class ArchiveFile(TypedDict):
    """A file of an export."""

    content: NotRequired[Base64]
    """Its bytes, in the answer to a request. A binding that hands over bytes returns them separately."""
    sha256: FileDigest
    """Its SHA-256."""
    size: int
    """Its length in bytes."""


class ArchivePerson(TypedDict):
    """A person named in an export."""

    administrator: bool
    """Whether the person administered the process. The host must map such a person to an id of its own."""
    named: HostId
    """How the export names them: an e-mail address or an account id."""


ArchiveView = TypedDict(
    "ArchiveView",
    {
        # The files in the export. The host stores their bytes.
        "files": "list[ArchiveFile]",
        # The document made from it: the input of `process.import`.
        "import": "DocumentId",
        # The shipped governance models that the export says it follows, by name.
        "models": "list[Key]",
        # The people it names, in the order in which `process.import` names them.
        "people": "list[ArchivePerson]",
        # Remarks made while reading it.
        "report": "Report",
    },
)
"""The contents of an export of the INTERLINK platform."""


class ArchiveWrittenView(TypedDict):
    """A process as an export of the INTERLINK platform."""

    archive: Base64
    """The zip archive."""
    report: Report
    """What the export format cannot hold, and files whose bytes were not given."""


Area: TypeAlias = Literal[
    # In the European Union.
    "eu",
    # In one country.
    "national",
    # In one place.
    "local",
]
"""The area where it applies."""

ArrayOfInterlinkProblemProfile: TypeAlias = "list[InterlinkProblemProfile]"


class AsOfSeq(TypedDict):
    """The state when the stream had this `seq`."""

    seq: Seq


class AsOfTime(TypedDict):
    """The state at this time: after the last event at or before it."""

    time: Timestamp | datetime


AsOf: TypeAlias = Union[Literal["now"], "AsOfSeq", "AsOfTime"]
"""A point in the history of a stream."""


class AskApproval(TypedDict):
    """Requests approval for an act for which the governance model requires it. Needs the permission of the
    act.

    Whoever may approve it is notified.
    """

    act: Deed
    """The exact command that will be given: the approval is for this command and nothing else. Kept in the
    vault, as a text about the person whom the command's own texts would concern, so that the approvers
    can read it.
    """
    item: NotRequired[ItemId | None]
    """The item of the act; the process as a whole if absent."""
    matter: NotRequired[MatterRef | None]
    """What the act concerns besides the item."""
    permission: Permission
    """The permission that the act needs."""


class AskParticipation(TypedDict):
    """Asks to take part in the process. Needs no permission; a person may have one open request at a time."""

    text: Remark
    """Why. Kept in the vault, as a text about the person asking."""


class AssetAdded(TypedDict):
    """An asset was added to a task."""

    asset: AssetId
    """Its id."""
    content: Content
    """Its content."""
    derived_from: NotRequired[list[Derivation]]
    """What it was made from."""
    description: NotRequired[Localized]
    """A description."""
    despite: NotRequired[list[Unmet]]
    """Unmet prerequisites of which the model only warns."""
    interlinker: NotRequired[Key]
    """The knowledge resource of the process's catalogue it was made from."""
    item: ItemId
    """The task."""
    licence: NotRequired[Licence]
    """The licence for using it."""
    relied_on: NotRequired[list[Reliance]]
    """What the decision read in other streams."""
    title: Localized
    """Its title."""


class AssetDeleted(TypedDict):
    """An asset was deleted."""

    asset: AssetId
    """The asset."""
    reason: NotRequired[Commitment]
    """Why: a commitment to a text in the vault."""
    relied_on: NotRequired[list[Reliance]]
    """What the decision read in other streams."""


class AssetEdited(TypedDict):
    """The title, description or licence of an asset changed; absent fields stayed unchanged."""

    asset: AssetId
    """The asset."""
    description: NotRequired[Localized]
    """The new description."""
    licence: NotRequired[Licence]
    """The new licence."""
    relied_on: NotRequired[list[Reliance]]
    """What the decision read in other streams."""
    title: NotRequired[Localized]
    """The new title."""


AssetId: TypeAlias = str
"""16 bytes as lower-case hexadecimal."""


class AssetOpened(TypedDict):
    """A person opened an asset."""

    asset: AssetId
    """The asset."""
    relied_on: NotRequired[list[Reliance]]
    """What the decision read in other streams."""


class AssetRevised(TypedDict):
    """An asset got a new version."""

    asset: AssetId
    """The asset."""
    content: Content
    """Its new content."""
    relied_on: NotRequired[list[Reliance]]
    """What the decision read in other streams."""


class AssetView(TypedDict):
    """An asset."""

    asset: AssetId
    """Its id."""
    claimed_created: NotRequired[Timestamp]
    """When it was made, by the account of the system it was imported from; not a time of this record."""
    closed: NotRequired[bool]
    """Whether a required purpose has no consent, so that its versions are not shown."""
    deleted: NotRequired[DeletionView]
    """Its deletion, if it was deleted."""
    derived_from: NotRequired[list[Derivation]]
    """What it was made from."""
    description: NotRequired[ReadText]
    """Its description."""
    interlinker: NotRequired[Key]
    """The knowledge resource it was made from."""
    item: ItemId
    """Its task."""
    licence: NotRequired[Licence]
    """The licence for using it."""
    licence_class: NotRequired[LicenceClass]
    """The licence's INTERLINK class."""
    offers: list[Offer]
    """The actions available to the person who asks."""
    title: ReadText
    """Its title."""
    versions: list[VersionView]
    """Its versions, in order."""


class AssetsRequest(TypedDict):
    """The assets of a process or a task."""

    actor: HostId
    """The person who asks, by the host's id."""
    as_of: NotRequired[AsOf]
    """The state asked about."""
    at: Timestamp | datetime
    """The moment of the check."""
    item: NotRequired[ItemId | None]
    """The task; all if absent."""
    language: NotRequired[Language | None]
    """The language; the process's own if absent."""
    process: ProcessId
    """The process."""


class AssetsView(TypedDict):
    """Assets."""

    assets: list[AssetView]
    """In the order in which they were added."""


class AssignmentCompleted(TypedDict):
    """An assignment was marked as done."""

    assignment: AssignmentId
    """The assignment."""
    relied_on: NotRequired[list[Reliance]]
    """What the decision read in other streams."""


AssignmentId: TypeAlias = str
"""16 bytes as lower-case hexadecimal."""


class AssignmentMade(TypedDict):
    """Work on a task was assigned."""

    asset: NotRequired[AssetId]
    """The asset, if any."""
    assignment: AssignmentId
    """Its id."""
    holder: Holder
    """The assignee."""
    item: ItemId
    """The task."""
    relied_on: NotRequired[list[Reliance]]
    """What the decision read in other streams."""
    text: NotRequired[Commitment]
    """The work: a commitment to a text in the vault."""


class AssignmentView(TypedDict):
    """An assignment."""

    asset: NotRequired[AssetId]
    """The asset, if any."""
    assignment: AssignmentId
    """Its id."""
    at: Timestamp
    """When."""
    by: PartyName
    """By whom."""
    completed: NotRequired[Timestamp]
    """When it was done."""
    completed_by: NotRequired[PartyName]
    """Who said that it was done."""
    holder: PartyName
    """The assignee."""
    item: ItemId
    """The task."""
    text: NotRequired[str]
    """The work; absent if no text was given or it was erased."""
    withdrawn: NotRequired[Timestamp]
    """When it was withdrawn."""


class AssignmentWithdrawn(TypedDict):
    """An assignment was withdrawn."""

    assignment: AssignmentId
    """The assignment."""
    relied_on: NotRequired[list[Reliance]]
    """What the decision read in other streams."""


class AttributeText(TypedDict):
    """Looks up whom a text concerns that is kept with attribution after an erasure, on behalf of the
    controller that keeps it. This leaves an event; the request `attribution` names that event and
    returns the answer.
    """

    text: Commitment
    """The text, by its commitment on record."""


class Attributed(TypedDict):
    """A text whose person the organisation that keeps it can still find out after an erasure."""

    pseudonym_link: Commitment
    """The place of the sealed link in the vault."""
    text: Commitment
    """The text."""


class AttributionRequest(TypedDict):
    """The owner of a text that an organisation keeps for a legal claim. Requires an event that records the
    access: `text.attributed`.
    """

    at: Timestamp | datetime
    """The moment of the check."""
    event: EventId
    """The event by which the organisation recorded the access."""
    person_id: PersonId
    """The pseudonym of the text's owner."""


class AttributionView(TypedDict):
    """The person whom a text concerns that an organisation keeps for a legal claim after an erasure."""

    host_id: NotRequired[HostId]
    """The id by which the host knew the person; absent if no event records that the organisation looked it
    up, or if it is not or no longer kept here.
    """
    person_id: PersonId
    """The pseudonym."""
    text: NotRequired[Commitment]
    """The text; absent if no event records that somebody looked it up."""


class AuditEntry(TypedDict):
    """An event of the audit trail."""

    at: Timestamp
    """When it happened."""
    event: EventId
    """The event."""
    position: Position
    """Its position; ask for what comes after it next time."""
    sentence: Sentence
    """The sentence."""
    stream: StreamId
    """The stream."""


class AuditEntryPage(TypedDict):
    """A page of entries."""

    after: Position
    """How far the feed was read: ask for what comes after it next time."""
    entries: list[AuditEntry]
    """The entries, in order."""


class AuditTrailRequest(TypedDict):
    """The audit trail: the feed as sentences."""

    after: NotRequired[Position]
    """The position after which to begin; 0 for the beginning."""
    language: NotRequired[Language | None]
    """The language; English if absent."""
    limit: int
    """How many events are read at most, up to 10 000."""


AuthMethod: TypeAlias = Literal[
    # From a header.
    "header",
    # From a cookie.
    "cookie",
]
"""How a program learns who its user is."""


class Authority(TypedDict):
    """Who may perform an act on a mandate, on one side of it. If nothing is set, nobody may."""

    by_kinds: NotRequired[list[Key]]
    """Whoever acts for this side by an active mandate of one of these kinds, by their codes."""
    party_itself: NotRequired[bool]
    """The side itself: the person; the administrators of the organisation; the lead of the team."""


Automation: TypeAlias = Literal[
    # People decide.
    "none",
    # Machines assist.
    "partial",
    # Machines decide alone; `automated_decisions` explains the consequences (Art. 22).
    "full",
]
"""The degree of automation."""

AwardId: TypeAlias = str
"""16 bytes as lower-case hexadecimal."""


class AwardPoints(TypedDict):
    """Awards the points of a finished task to all its contributors at once. Needs `contribution.review`
    there; no claim may be waiting for review.
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
    """The points of each contributor."""
    item: ItemId
    """The task."""
    reversed: NotRequired[Timestamp]
    """When it was reversed."""
    unsettled: NotRequired[Unsettled]
    """Why its points do not rely on finished work any more; they count until they are reversed."""


Base64: TypeAlias = str
"""Bytes in Base64 (RFC 4648), with padding."""


class Body(TypedDict):
    """A body with a name and a contact: a controller, its data protection officer, an authority. Public: a
    function, never a private person.
    """

    address: NotRequired[Localized]
    """The postal address."""
    contact: NotRequired[Uri]
    """The contact, such as `mailto:` and an address."""
    email: NotRequired[str]
    """The e-mail address, if it is not the contact. Some receipt forms require one."""
    name: Localized
    """The name."""
    organisation: NotRequired[Enrolled]
    """The organisation on record that this is."""
    phone: NotRequired[str]
    """The telephone number. Some receipt forms require one."""
    uri: NotRequired[Uri]
    """The website."""


class Brought(TypedDict):
    """How much of a stream an import brought."""

    as_of: NotRequired[Timestamp]
    """The time of the home's last report, if the source itself imported the stream; otherwise the time
    when the bundle was written.
    """
    home: Home
    """Where the stream is at home from now on."""
    id: EventId
    """The id of the stream's last event in the bundle."""
    path: NotRequired[list[Key]]
    """The places behind the source, as each called the next; the last is the home. Empty if the source is
    the home.
    """
    seq: Seq
    """The number of that event."""
    stream: StreamId
    """The stream."""


class BundleImported(TypedDict):
    """A bundle was imported, by the host's decision."""

    disclosed: NotRequired[list[StreamId]]
    """The streams with events that were withheld here before and that this bundle contains. Whoever
    follows the feed must read them again.
    """
    exported_at: Timestamp
    """The time up to which the bundle is current."""
    person_ids: NotRequired[list[PersonId]]
    """The people that the vault learned of from the bundle."""
    process: ProcessId
    """The process of the bundle."""
    source: Key
    """The host's name for the place that the bundle comes from."""
    streams: list[Brought]
    """The streams that it brought, made replicas of, or moved here."""


Capability: TypeAlias = Literal[
    # To copy an asset.
    "clone",
    # To delete an asset.
    "delete",
    # To download an asset.
    "download",
    # To change an asset.
    "edit",
    # To create an asset.
    "instantiate",
    # To open an asset in a window of the host.
    "open_in_modal",
    # To show a preview of an asset.
    "preview",
    # To be reached directly.
    "shortcut",
    # To look at an asset.
    "view",
]
"""The actions that a program offers for the assets it holds, ordered by name, which is the canonical order
of keys.
"""


class Carried(TypedDict):
    """A part of another format that the model cannot represent, kept so that it can be written back."""

    json: NotRequired[str]
    """The JSON at this place; absent if the other format has nothing there although the model has
    something.
    """
    pointer: str
    """The place, as a JSON Pointer (RFC 6901)."""


class CatalogueAdopted(TypedDict):
    """The process takes interlinkers from another catalogue, or another version of it."""

    catalogue: DocumentId
    """The catalogue."""
    relied_on: NotRequired[list[Reliance]]
    """What the decision read in other streams."""


class CatalogueDocument(TypedDict):
    """A catalogue in its written form. Fields are in canonical order."""

    carried: NotRequired[list[Carried]]
    """Data of the source format that a catalogue cannot represent."""
    document: CatalogueMark
    """The kind of this document."""
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
    """The version of the catalogue, from 1."""


class CatalogueFilesView(TypedDict):
    """A catalogue as files."""

    files: list[TextFile]
    """The files, ordered by path."""


CatalogueMark: TypeAlias = Literal[
    # This document is a catalogue.
    "catalogue",
]
"""The text `catalogue`."""


class CatalogueView(TypedDict):
    """A catalogue that was read and stored, with its templates."""

    catalogue: DocumentId
    """The catalogue."""
    report: Report
    """Remarks made while reading it."""
    templates: list[DocumentId]
    """Its templates, ordered by folder name."""


Cause: TypeAlias = Literal[
    # Processing for the purpose has ended.
    "ended",
    # The data were rectified (Art. 16).
    "rectified",
    # The data were erased (Art. 17).
    "erased",
    # Processing was restricted (Art. 18).
    "processing_restricted",
]
"""What a recipient must be notified of."""


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
    """How many events at most, up to 10 000."""


class ChangesView(TypedDict):
    """Events of the feed."""

    changes: list[ChangeEvent]
    """The events, in order."""


class CheckRequest(TypedDict):
    """May this party do this here, and why?"""

    actor: HostId
    """The actor, by the host's id."""
    as_of: NotRequired[AsOf]
    """The state asked about."""
    at: Timestamp | datetime
    """The moment of the check."""
    item: NotRequired[ItemId | None]
    """The item; the process as a whole if absent."""
    on_behalf_of: NotRequired[HostId | None]
    """The person in whose name the actor would act, by the host's id; absent for an act of their own. It
    is answered for the present state.
    """
    permission: Permission
    """The permission asked for."""
    process: ProcessId
    """The process."""


class ChoiceView(TypedDict):
    """A possible answer."""

    id: Key
    """Its name for programs."""
    text: ReadText
    """The answer in words."""


class ClaimContribution(TypedDict):
    """Claims the actor's own contribution to a task. Needs `contribution.claim` there."""

    asset: NotRequired[AssetId | None]
    """The asset of the task, if any."""
    assignment: NotRequired[AssignmentId | None]
    """The assignment it answers."""
    item: ItemId
    """The task."""
    kind: ContributionKind
    """Its kind."""
    team: NotRequired[HostId | None]
    """The team for which the person contributed, as a member of it."""
    text: Remark
    """The work done. Kept in the vault, as a text about the contributor."""


class CloneProcess(TypedDict):
    """Creates a process from another: with the same rules, catalogue and plan, but without its people and
    their work. Needs `process.view` there, and what creating needs.
    """

    acting_for: NotRequired[HostId | None]
    """The organisation in whose name it is created. Without one the actor acts for themselves, as a
    citizen.
    """
    name: NotRequired[Localized | None]
    """Its name; that of the source if absent."""
    source: ProcessId
    """The source process, in the same store."""


class CloseProcess(TypedDict):
    """Closes the process permanently: it can still be read, but not changed. The vault forgets the key of
    its participation markers. Needs `process.administer`.
    """


class CloseTeam(TypedDict):
    """Closes a team: every membership in it ends, and nobody can join it any more. Its roles stay on
    record and no longer permit anything. The actor must lead the team or administer the organisation.
    """

    team: HostId
    """The host's id of the team."""


class CloudEvent(TypedDict):
    """An event of the feed as a `CloudEvent`."""

    data: Event
    """The event in its envelope."""
    datacontenttype: str
    """The content type of `data`: JSON."""
    id: EventId
    """The event's id."""
    sequence: str
    """Its position in the store."""
    source: Uri
    """The source."""
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
    """How many events at most, up to 10 000."""
    source: Uri
    """The `source` of the events."""


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
        "time_zone.unknown",
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
        "stream.conflict",
        "stream.seq_unknown",
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
        "length.malformed",
        "mandate_kind.invalid",
        "mandate_kind.unknown",
        "mandate.unknown",
        "mandate.not_permitted",
        "mandate.own_case",
        "mandate.source",
        "mandate.not_requestable",
        "mandate.principal",
        "mandate.holder",
        "mandate.to_itself",
        "mandate.power_unknown",
        "mandate.never_passed_on",
        "mandate.must_be_passed_on",
        "mandate.wider",
        "mandate.backdated",
        "mandate.end_backdated",
        "mandate.end_forbidden",
        "mandate.end_missing",
        "mandate.ends_before_it_begins",
        "mandate.too_long",
        "mandate.overlaps",
        "mandate.evidence_missing",
        "mandate.code_missing",
        "mandate.code_unneeded",
        "mandate.wrong_code",
        "mandate.status",
        "mandate.none",
        "mandate.not_reaching",
        "mandate.not_representable",
        "mandate.not_for_organisation",
        "mandate.actor_restricted",
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
        "consent.received_later",
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
        "message_catalogue.invalid",
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
        "reason.despite_processing_restriction",
        "reason.not_explicit",
        "reason.renewal_due",
        "reason.child",
        "reason.objected",
        "reason.processing_restricted",
        "reason.erased",
        "reason.unreadable",
        "reason.mandate_missing",
        "reason.mandate_not_reaching",
        "reason.not_representable",
        "reason.actor_restricted",
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
        "next.notify",
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
        "record.block_unknown",
        "record.snapshot",
        "bundle.malformed",
        "bundle.changed",
        "bundle.truncated",
        "bundle.version",
        "bundle.diverged",
        "bundle.home",
        "bundle.terms",
        "bundle.link",
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
"""The stable name of a refusal, a reason or an anomaly."""


class CollectionDataSubjectData(TypedDict):
    """Nothing."""


class CollectionDataSubject(TypedDict):
    """From the data subject: Art. 13."""

    data_subject: CollectionDataSubjectData


class CollectionElsewhereData(TypedDict):
    public: bool
    """Whether the source is publicly accessible."""
    source: Localized
    """The source."""


class CollectionElsewhere(TypedDict):
    """From elsewhere: Art. 14."""

    elsewhere: CollectionElsewhereData


Collection: TypeAlias = Union["CollectionDataSubject", "CollectionElsewhere"]
"""The source of the data."""


class CommandEnvelope(TypedDict):
    """What every `Command` has beside its data."""

    actor: HostId
    at: Timestamp | datetime
    entropy: Entropy
    expect: NotRequired[Seq]
    id: CommandId
    on_behalf_of: NotRequired[HostId]
    stream: NotRequired[StreamId]


class AppointOperatorCommand(CommandEnvelope):
    """Makes a person an operator of the store: by an operator, or by the host itself."""

    data: AppointOperator
    type: Literal["operator.appoint"]


class DismissOperatorCommand(CommandEnvelope):
    """Dismisses an operator: by an operator, or by the host itself. The last operator cannot be dismissed."""

    data: DismissOperator
    type: Literal["operator.dismiss"]


class RegisterOrganisationCommand(CommandEnvelope):
    """Registers an organisation; the actor becomes its administrator."""

    data: RegisterOrganisation
    type: Literal["organisation.register"]


class EditOrganisationCommand(CommandEnvelope):
    """Changes an organisation's name or who may create teams."""

    data: EditOrganisation
    type: Literal["organisation.edit"]


class VerifyOrganisationCommand(CommandEnvelope):
    """Records, as an operator of the store, that the organisation is what it claims to be."""

    data: VerifyOrganisation
    type: Literal["organisation.verify"]


class UnverifyOrganisationCommand(CommandEnvelope):
    """Revokes a verification, as an operator of the store."""

    data: UnverifyOrganisation
    type: Literal["organisation.unverify"]


class AppointAdministratorCommand(CommandEnvelope):
    """Makes a person an administrator of the organisation: by an administrator; or by an operator of the
    store, if every administrator was erased.
    """

    data: AppointAdministrator
    type: Literal["administrator.appoint"]


class DismissAdministratorCommand(CommandEnvelope):
    """Ends a person's administration. The last administrator cannot be dismissed."""

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
    """Creates a team in the organisation; the actor leads it."""

    data: CreateTeam
    type: Literal["team.create"]


class AddTeamMemberCommand(CommandEnvelope):
    """Adds a person to a team."""

    data: AddTeamMember
    type: Literal["team_member.add"]


class EditTeamCommand(CommandEnvelope):
    """Renames a team. The actor must lead it or administer the organisation."""

    data: EditTeam
    type: Literal["team.edit"]


class CloseTeamCommand(CommandEnvelope):
    """Closes a team: every membership in it ends, and nobody can join it any more. Its roles stay on
    record and no longer permit anything. The actor must lead the team or administer the organisation.
    """

    data: CloseTeam
    type: Literal["team.close"]


class MergeTeamCommand(CommandEnvelope):
    """Closes a team and moves its members into another team of the same kind, each for the rest of their
    membership. Roles are not moved: whoever grants roles in a process grants them to the other team.
    The actor must lead both teams, or administer the organisation.
    """

    data: MergeTeam
    type: Literal["team.merge"]


class RemoveTeamMemberCommand(CommandEnvelope):
    """Removes a person from a team at the command's time."""

    data: RemoveTeamMember
    type: Literal["team_member.remove"]


class GrantRoleCommand(CommandEnvelope):
    """Grants a party a role on the process, or on an item and everything below it.

    Needs `role.grant` there. Nobody can grant permissions that they do not hold: an actor who is not an
    administrator can only grant roles whose every permission they hold there.
    """

    data: GrantRole
    type: Literal["role.grant"]


class RevokeRoleCommand(CommandEnvelope):
    """Ends a grant at the command's time. Needs `role.grant` on its scope."""

    data: RevokeRole
    type: Literal["role.revoke"]


class PlaceRestrictionCommand(CommandEnvelope):
    """Denies a party permissions on the process, or on an item and everything below it.

    Needs `restriction.place` there. Only an administrator can deny `process.administer`.
    """

    data: PlaceRestriction
    type: Literal["restriction.place"]


class LiftRestrictionCommand(CommandEnvelope):
    """Ends a restriction at the command's time. Needs `restriction.place` on its scope."""

    data: LiftRestriction
    type: Literal["restriction.lift"]


class AskApprovalCommand(CommandEnvelope):
    """Requests approval for an act for which the governance model requires it. Needs the permission of the
    act.

    Whoever may approve it is notified.
    """

    data: AskApproval
    type: Literal["approval.ask"]


class GiveApprovalCommand(CommandEnvelope):
    """Approves somebody else's act before it happens, where the governance model requires it.

    Only a holder of a role that the model names for the act, on the item's scope, can approve, and only
    in a role that somebody else granted. The approval is for the exact command that was requested, as
    long as what it concerns does not change, and counts while the approver holds the role without
    interruption.
    """

    data: GiveApproval
    type: Literal["approval.give"]


class WithdrawApprovalCommand(CommandEnvelope):
    """Withdraws the actor's own approval that has not been used."""

    data: WithdrawApproval
    type: Literal["approval.withdraw"]


class AdoptGovernanceCommand(CommandEnvelope):
    """Adopts another governance model for the process. Needs `process.administer`.

    Once work has begun, only a higher version of the same model can be adopted, and its effect must be
    declared; a dry run returns the effect.
    """

    data: AdoptGovernance
    type: Literal["governance.adopt"]


class CreateProcessCommand(CommandEnvelope):
    """Creates a process under a governance model, empty or from a template.

    The actor receives the model's founder role, if the model opens it to their stakeholder kind.
    """

    data: CreateProcess
    type: Literal["process.create"]


class EditProcessCommand(CommandEnvelope):
    """Changes the description, language or name of a process. Needs `process.edit`."""

    data: EditProcess
    type: Literal["process.edit"]


class CloneProcessCommand(CommandEnvelope):
    """Creates a process from another: with the same rules, catalogue and plan, but without its people and
    their work. Needs `process.view` there, and what creating needs.
    """

    data: CloneProcess
    type: Literal["process.clone"]


class ImportProcessCommand(CommandEnvelope):
    """Creates a process from another system's export: its plan and progress, its assets, and its
    administrators. All of it or nothing. Needs what creating needs.
    """

    data: ImportProcess
    type: Literal["process.import"]


class PublishProcessCommand(CommandEnvelope):
    """Publishes the process as a good practice: its story, and a template for repeating it. No personal
    data are included. Needs `process.publish`.
    """

    data: PublishProcess
    type: Literal["process.publish"]


class CloseProcessCommand(CommandEnvelope):
    """Closes the process permanently: it can still be read, but not changed. The vault forgets the key of
    its participation markers. Needs `process.administer`.
    """

    data: CloseProcess
    type: Literal["process.close"]


class AddItemCommand(CommandEnvelope):
    """Adds a phase, an objective or a task. Needs `item.add` on its parent."""

    data: AddItem
    type: Literal["item.add"]


class EditItemCommand(CommandEnvelope):
    """Changes an item. Absent fields stay unchanged. Needs `item.edit`."""

    data: EditItem
    type: Literal["item.edit"]


class MoveItemCommand(CommandEnvelope):
    """Moves an item among its siblings, or with everything in it to another parent. Needs `item.edit`, and
    for another parent `item.add` there. If a role, a restriction or a required purpose applies to the
    old or new place, so that others' permissions change, also needs `process.administer`.

    If something no longer has to wait then, this waives a prerequisite: it also needs
    `prerequisite.waive` there, the approvals that the model asks for, and a reason.
    """

    data: MoveItem
    type: Literal["item.move"]


class DisableItemCommand(CommandEnvelope):
    """Disables an item with everything below it. Nothing is lost. Needs `item.disable`.

    If work waits for it and no longer has to then, this waives a prerequisite: it also needs
    `prerequisite.waive` there, the approvals that the model asks for, and a reason.
    """

    data: DisableItem
    type: Literal["item.disable"]


class EnableItemCommand(CommandEnvelope):
    """Enables an item again, with those below it that were not disabled themselves. Needs `item.disable`."""

    data: EnableItem
    type: Literal["item.enable"]


class ScheduleItemCommand(CommandEnvelope):
    """Plans a task; an absent day is unset. Needs `item.schedule`."""

    data: ScheduleItem
    type: Literal["item.schedule"]


class AddPrerequisiteCommand(CommandEnvelope):
    """Makes an item wait for another. A cycle is refused. Needs `item.edit`."""

    data: AddPrerequisite
    type: Literal["prerequisite.add"]


class RemovePrerequisiteCommand(CommandEnvelope):
    """Removes a prerequisite. Needs `item.edit`.

    If it is still unmet, this waives it: it also needs `prerequisite.waive` there, the approvals that
    the model asks for, and a reason.
    """

    data: RemovePrerequisite
    type: Literal["prerequisite.remove"]


class ReplaceTreeCommand(CommandEnvelope):
    """Replaces the plan with another, or with none: all its items go. Allowed only while nothing is
    attached to them: no work, asset, assignment, role or restriction on an item, required purpose or
    approval. Needs `process.administer`. `process.administer`.
    """

    data: ReplaceTree
    type: Literal["tree.replace"]


class StartTaskCommand(CommandEnvelope):
    """Starts an awaiting task. Needs `task.start`; no enforced prerequisite may be unmet."""

    data: StartTask
    type: Literal["task.start"]


class CompleteTaskCommand(CommandEnvelope):
    """Completes a task in progress. Needs `task.complete`; no enforced prerequisite may be unmet."""

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
    """Changes the catalogue, or its version, from which interlinkers are taken. Needs
    `process.administer`.
    """

    data: AdoptCatalogue
    type: Literal["catalogue.adopt"]


class AdoptTemplateCommand(CommandEnvelope):
    """Adopts a higher version of the template from which the process was made. Needs `process.administer`.

    New items are added and items that the new version lacks are disabled. Texts and prerequisites
    follow the new version unless the process changed them itself. Once work has begun, the effect must
    be declared; a dry run computes it.
    """

    data: AdoptTemplate
    type: Literal["template.adopt"]


class AddAssetCommand(CommandEnvelope):
    """Adds an asset to a task. Needs `asset.create` there.

    If the governance model says so, the first asset of an awaiting task starts the task.
    """

    data: AddAsset
    type: Literal["asset.add"]


class EditAssetCommand(CommandEnvelope):
    """Changes the title, description or licence of an asset. Absent fields stay unchanged. Needs
    `asset.edit` on its task.
    """

    data: EditAsset
    type: Literal["asset.edit"]


class ReviseAssetCommand(CommandEnvelope):
    """Adds a version of an asset; earlier ones are kept. Needs `asset.edit` on its task."""

    data: ReviseAsset
    type: Literal["asset.revise"]


class OpenAssetCommand(CommandEnvelope):
    """Opens an asset and records the access: who, what, and when. Needs `asset.view` on its task, and the
    purposes required for it.
    """

    data: OpenAsset
    type: Literal["asset.open"]


class DeleteAssetCommand(CommandEnvelope):
    """Deletes an asset. The record keeps that it existed. Needs `asset.delete` on its task."""

    data: DeleteAsset
    type: Literal["asset.delete"]


class MakeAssignmentCommand(CommandEnvelope):
    """Assigns work on a task to a person or a team. Needs `task.assign` there."""

    data: MakeAssignment
    type: Literal["assignment.make"]


class WithdrawAssignmentCommand(CommandEnvelope):
    """Withdraws an assignment. Needs `task.assign` on its task, or to be the assignee."""

    data: WithdrawAssignment
    type: Literal["assignment.withdraw"]


class CompleteAssignmentCommand(CommandEnvelope):
    """Marks an assignment as done. Needs to be the assignee or a member of the assigned team, or
    `task.assign` on its task. Credit for the work is claimed and reviewed as a contribution; this only
    closes the assignment.
    """

    data: CompleteAssignment
    type: Literal["assignment.complete"]


class ClaimContributionCommand(CommandEnvelope):
    """Claims the actor's own contribution to a task. Needs `contribution.claim` there."""

    data: ClaimContribution
    type: Literal["contribution.claim"]


class RecordContributionCommand(CommandEnvelope):
    """Records another person's contribution, for example of somebody who took part without a screen. Needs
    `contribution.review` on the task, and the contributor must be permitted to contribute there. It
    names its recorder. The contributor can confirm it or withdraw it, and the recorder may not review
    it.
    """

    data: RecordContribution
    type: Literal["contribution.record"]


class ConfirmContributionCommand(CommandEnvelope):
    """Confirms a contribution that another person recorded of the actor."""

    data: ConfirmContribution
    type: Literal["contribution.confirm"]


class WithdrawContributionCommand(CommandEnvelope):
    """Withdraws the actor's own claim if it was not reviewed; or a contribution that another person
    recorded of the actor, if it was not confirmed and no points were awarded for it.
    """

    data: WithdrawContribution
    type: Literal["contribution.withdraw"]


class AcceptContributionCommand(CommandEnvelope):
    """Accepts a contribution. Needs `contribution.review` on its task. It must be another person's, unless
    the governance model lets people review their own.
    """

    data: AcceptContribution
    type: Literal["contribution.accept"]


class ReturnContributionCommand(CommandEnvelope):
    """Returns a contribution with a reason. Needs what accepting needs."""

    data: ReturnContribution
    type: Literal["contribution.return"]


class EstimateTaskCommand(CommandEnvelope):
    """Estimates the complexity of a task. Needs `item.edit` there."""

    data: EstimateTask
    type: Literal["task.estimate"]


class AwardPointsCommand(CommandEnvelope):
    """Awards the points of a finished task to all its contributors at once. Needs `contribution.review`
    there; no claim may be waiting for review.
    """

    data: AwardPoints
    type: Literal["points.award"]


class ReversePointsCommand(CommandEnvelope):
    """Reverses one award, with a reason. Needs `contribution.review` on its task."""

    data: ReversePoints
    type: Literal["points.reverse"]


class AskParticipationCommand(CommandEnvelope):
    """Asks to take part in the process. Needs no permission; a person may have one open request at a time."""

    data: AskParticipation
    type: Literal["participation.ask"]


class AcceptParticipationCommand(CommandEnvelope):
    """Accepts a request to take part and grants a role. Needs what granting the role needs."""

    data: AcceptParticipation
    type: Literal["participation.accept"]


class DeclineParticipationCommand(CommandEnvelope):
    """Declines a request to take part. Needs `role.grant` on the process."""

    data: DeclineParticipation
    type: Literal["participation.decline"]


class GiveRatingCommand(CommandEnvelope):
    """Rates something, or changes the actor's earlier rating."""

    data: GiveRating
    type: Literal["rating.give"]


class WithdrawRatingCommand(CommandEnvelope):
    """Withdraws the actor's rating."""

    data: WithdrawRating
    type: Literal["rating.withdraw"]


class GrantMandateCommand(CommandEnvelope):
    """Grants a mandate: by the principal, or by whoever the kind says may grant it for them."""

    data: GrantMandate
    type: Literal["mandate.grant"]


class RequestMandateCommand(CommandEnvelope):
    """Asks for a mandate, as its future holder. It takes effect if the principal accepts it."""

    data: RequestMandate
    type: Literal["mandate.request"]


class RegisterMandateCommand(CommandEnvelope):
    """Registers a mandate that exists outside this record, as an operator who saw the evidence. It begins
    when it is registered: the record permits nothing for the time before.
    """

    data: RegisterMandate
    type: Literal["mandate.register"]


class PassOnMandateCommand(CommandEnvelope):
    """Passes a mandate on: in each respect at most as far as it reaches. What is passed on ends with it."""

    data: PassOnMandate
    type: Literal["mandate.pass_on"]


class AcceptMandateCommand(CommandEnvelope):
    """Accepts a mandate that waits for it: as the holder, or as the principal if the holder requested it."""

    data: AcceptMandate
    type: Literal["mandate.accept"]


class RefuseMandateCommand(CommandEnvelope):
    """Refuses a mandate that waits for acceptance."""

    data: RefuseMandate
    type: Literal["mandate.refuse"]


class RenounceMandateCommand(CommandEnvelope):
    """Gives a mandate back, as its holder."""

    data: RenounceMandate
    type: Literal["mandate.renounce"]


class RevokeMandateCommand(CommandEnvelope):
    """Revokes a mandate or some of its powers, on the principal's side; of one that was passed on, also on
    the side of whoever passed it on.
    """

    data: RevokeMandate
    type: Literal["mandate.revoke"]


class SuspendMandateCommand(CommandEnvelope):
    """Suspends a mandate until it is resumed."""

    data: SuspendMandate
    type: Literal["mandate.suspend"]


class ResumeMandateCommand(CommandEnvelope):
    """Lets a suspended mandate continue."""

    data: ResumeMandate
    type: Literal["mandate.resume"]


class UseMandateCommand(CommandEnvelope):
    """Notes that a power was used outside a process, as its holder. It counts towards the limit."""

    data: UseMandate
    type: Literal["mandate.use"]


class ErasePersonCommand(CommandEnvelope):
    """Erases the person (GDPR Art. 17): the pseudonym link to the host's id, and every text about them.

    By the person, everywhere. Or by an administrator for an organisation that has dealings with the
    person, with a reason: this erases what that organisation holds, and the pseudonym link if no other
    organisation has dealings with the person.
    """

    data: ErasePerson
    type: Literal["person.erase"]


class MakeSubjectRequestCommand(CommandEnvelope):
    """Makes a request to a controller under GDPR Art. 15 to 22. By the person; by a representative for
    everything that this controller does; or by somebody who acts for the controller and received it.
    Without a stream, it concerns the actor.
    """

    data: MakeSubjectRequest
    type: Literal["subject_request.make"]


class ExtendSubjectRequestCommand(CommandEnvelope):
    """Extends the time by two months, on behalf of the controller, within the first month (Art. 12(3))."""

    data: ExtendSubjectRequest
    type: Literal["subject_request.extend"]


class AnswerSubjectRequestCommand(CommandEnvelope):
    """Answers a request, on behalf of the controller."""

    data: AnswerSubjectRequest
    type: Literal["subject_request.answer"]


class LiftProcessingRestrictionCommand(CommandEnvelope):
    """Lifts a restriction of processing, on behalf of the controller. The person is told first (Art.
    18(3)).
    """

    data: LiftProcessingRestriction
    type: Literal["processing_restriction.lift"]


class RectifyTextCommand(CommandEnvelope):
    """Rectifies a text about the person: on behalf of the controller that holds it, while a request for it
    is open (Art. 16); or by whoever wrote it in their own name. The vault forgets the previous text.
    """

    data: RectifyText
    type: Literal["text.rectify"]


class KeepTextCommand(CommandEnvelope):
    """Keeps a text about the person despite an erasure, on behalf of the controller that holds it and is
    required by law to keep it (Art. 17(3)), for thirty years at most. The pseudonym link is erased
    nevertheless. A later command replaces the time of an earlier one, and whether the text is kept with
    attribution.
    """

    data: KeepText
    type: Literal["text.keep"]


class AttributeTextCommand(CommandEnvelope):
    """Looks up whom a text concerns that is kept with attribution after an erasure, on behalf of the
    controller that keeps it. This leaves an event; the request `attribution` names that event and
    returns the answer.
    """

    data: AttributeText
    type: Literal["text.attribute"]


class PublishNoticeCommand(CommandEnvelope):
    """Publishes a notice, or its next version. It must be complete: see `Notice::gaps`."""

    data: PublishNotice
    type: Literal["notice.publish"]


class WithdrawNoticeCommand(CommandEnvelope):
    """Withdraws a notice: from now on, no processing can rest on it."""

    data: WithdrawNotice
    type: Literal["notice.withdraw"]


class RequestConsentCommand(CommandEnvelope):
    """Requests consent, on behalf of the controller."""

    data: RequestConsent
    type: Literal["consent.request"]


class DeferConsentCommand(CommandEnvelope):
    """Defers the decision."""

    data: DeferConsent
    type: Literal["consent.defer"]


class GiveConsentCommand(CommandEnvelope):
    """Consents to one purpose, under the notice in force."""

    data: GiveConsent
    type: Literal["consent.give"]


class RenewConsentCommand(CommandEnvelope):
    """Consents again, before or after the end of an earlier consent."""

    data: RenewConsent
    type: Literal["consent.renew"]


class RefuseConsentCommand(CommandEnvelope):
    """Refuses consent."""

    data: RefuseConsent
    type: Literal["consent.refuse"]


class WithdrawConsentCommand(CommandEnvelope):
    """Withdraws a consent. No reason is needed (Art. 7(3))."""

    data: WithdrawConsent
    type: Literal["consent.withdraw"]


class RevokeConsentCommand(CommandEnvelope):
    """Ends a consent, on behalf of the controller."""

    data: RevokeConsent
    type: Literal["consent.revoke"]


class ExpireConsentCommand(CommandEnvelope):
    """Records, on behalf of the controller, that the event which ends a consent has occurred."""

    data: ExpireConsent
    type: Literal["consent.expire"]


class UseConsentCommand(CommandEnvelope):
    """Records one use of a consent, on behalf of the controller; or sets a use aside for a requirement,
    which the next act that meets the requirement takes. The data subject and their representatives can
    also set a use aside for a requirement.
    """

    data: UseConsent
    type: Literal["consent.use"]


class InvalidateConsentCommand(CommandEnvelope):
    """Records, on behalf of the controller, that an authority found a consent invalid."""

    data: InvalidateConsent
    type: Literal["consent.invalidate"]


class RaiseObjectionCommand(CommandEnvelope):
    """Objects to processing for a public task or a legitimate interest (Art. 21)."""

    data: RaiseObjection
    type: Literal["objection.raise"]


class WithdrawObjectionCommand(CommandEnvelope):
    """Withdraws an objection."""

    data: WithdrawObjection
    type: Literal["objection.withdraw"]


class DecideObjectionCommand(CommandEnvelope):
    """Decides an objection, on behalf of the controller: it is upheld unless compelling grounds are given."""

    data: DecideObjection
    type: Literal["objection.decide"]


class NotifyRecipientCommand(CommandEnvelope):
    """Records, on behalf of the controller, that a recipient was notified that processing must end (Art.
    19).
    """

    data: NotifyRecipient
    type: Literal["recipient.notify"]


class RecordDateOfBirthCommand(CommandEnvelope):
    """Records a date of birth, so that a child's consent is requested from somebody who may give it (Art.
    8). Given by the data subject or by an official. Kept in the vault.
    """

    data: RecordDateOfBirth
    type: Literal["date_of_birth.record"]


class AppointRepresentativeCommand(CommandEnvelope):
    """Appoints a representative: by the data subject, or by an official who has seen the evidence."""

    data: AppointRepresentative
    type: Literal["representative.appoint"]


class DismissRepresentativeCommand(CommandEnvelope):
    """Ends an appointment, whatever it is for: by the representative, who resigns; by an official who has
    seen the evidence; or by the data subject, if they chose the representative.
    """

    data: DismissRepresentative
    type: Literal["representative.dismiss"]


class SettleDisagreementCommand(CommandEnvelope):
    """Records that an authority or a court settled a disagreement between representatives: their refusals
    no longer prevent consent. It is not itself a consent, and a later refusal counts again. Given by an
    official of a public administration that neither benefits nor has one of the representatives among
    its members.
    """

    data: SettleDisagreement
    type: Literal["disagreement.settle"]


class RequirePurposeCommand(CommandEnvelope):
    """Requires a purpose: for a process, for an item and everything below it, or for an asset."""

    data: RequirePurpose
    type: Literal["purpose.require"]


class ReleasePurposeCommand(CommandEnvelope):
    """Removes a requirement."""

    data: ReleasePurpose
    type: Literal["purpose.release"]


class RedactTextCommand(CommandEnvelope):
    """Removes words from every public text of the stream, permanently: from its events, and from the
    imported and published documents that only this stream relies on (GDPR Art. 17). By an administrator
    of the process or the organisation, or by an operator of the store; also once the process is closed.
    Only operators can redact what operators wrote. A document that others rely on stays unchanged, and
    the event names it.

    Spellings that read the same count as the same: upper and lower case, any encoding of accents, any
    white space. Words that are part of a longer word stay. Decide it with `dry_run` first: it cannot be
    undone.
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
    "GrantMandateCommand",
    "RequestMandateCommand",
    "RegisterMandateCommand",
    "PassOnMandateCommand",
    "AcceptMandateCommand",
    "RefuseMandateCommand",
    "RenounceMandateCommand",
    "RevokeMandateCommand",
    "SuspendMandateCommand",
    "ResumeMandateCommand",
    "UseMandateCommand",
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
"""A request to change the record."""

CommandId: TypeAlias = str
"""The host's id of a command."""

CommandOutcome: TypeAlias = Union["CommandTaken", "CommandRefused"]
"""The outcome of one of several commands."""


class CommandRefused(TypedDict):
    """A command that was refused."""

    problem: Problem
    """The reason."""


class CommandTaken(TypedDict):
    """A command that was executed."""

    ok: ExecutedView
    """Its result."""
    position: Position
    """The position of the store after it."""


Commitment: TypeAlias = str
"""32 bytes as lower-case hexadecimal."""


class CompleteAssignment(TypedDict):
    """Marks an assignment as done. Needs to be the assignee or a member of the assigned team, or
    `task.assign` on its task. Credit for the work is claimed and reviewed as a contribution; this only
    closes the assignment.
    """

    assignment: AssignmentId
    """The assignment."""


class CompleteTask(TypedDict):
    """Completes a task in progress. Needs `task.complete`; no enforced prerequisite may be unmet."""

    item: ItemId
    """The task."""


class Complexity(TypedDict):
    """How complex a task is for each kind of contribution, from 0 to 100."""

    development: int
    """For making the service."""
    exploitation: int
    """For running and spreading it."""
    management: int
    """For coordinating the work."""


Concern: TypeAlias = Literal[
    # Work was assigned to them.
    "assigned",
    # An assignment of theirs was withdrawn.
    "unassigned",
    # Work that they assigned is done.
    "done",
    # Their contribution was accepted or returned.
    "reviewed",
    # Their contribution was recorded by another person.
    "recorded",
    # They were awarded points, or lost them.
    "credited",
    # Work assigned to them has to wait now.
    "blocked",
    # Work assigned to them no longer has to wait.
    "unblocked",
    # A person asks to take part in a process that they administer.
    "asked",
    # Their request to take part was answered.
    "answered",
    # Their approval of an act is asked for.
    "approval",
    # Work in a process that they administer must stop because a consent it relies on has ended.
    "must_stop",
    # Their permissions in a process changed.
    "role",
    # Their membership of an organisation or a team changed.
    "membership",
    # Another person acted on their consents.
    "consent",
    # A mandate that they gave or hold changed.
    "mandate",
    # Another person acted on their behalf.
    "represented",
]
"""Why something concerns a person."""


class ConfirmContribution(TypedDict):
    """Confirms a contribution that another person recorded of the actor."""

    contribution: ContributionId
    """The contribution."""


class ConsentDeferred(TypedDict):
    """The data subject will decide later."""

    by: Expressed
    """Who expressed it."""
    organisation_id: OrganisationId
    """The controller."""
    purpose: Key
    """The purpose."""


class ConsentExpired(TypedDict):
    """The event that ends a consent has occurred."""

    organisation_id: OrganisationId
    """The controller."""
    purpose: Key
    """The purpose."""
    relied_on: list[Reliance]
    """What the decision read in other streams."""
    until_event: Key
    """The event."""


class ConsentGiven(TypedDict):
    """Consent was given."""

    by: Expressed
    """Who expressed it."""
    evidence: NotRequired[Commitment]
    """The evidence: a commitment to its SHA-256 in the vault, because the digest of a short text could be
    guessed.
    """
    explicit: NotRequired[bool]
    """Whether consent was given in words or by a signature."""
    language: Language
    """The language in which the notice was read."""
    method: Indication
    """How it was expressed."""
    notice: DocumentId
    """The notice that was read."""
    organisation_id: OrganisationId
    """The controller."""
    purpose: Key
    """The purpose."""
    relied_on: list[Reliance]
    """What the decision read in other streams."""
    said_at: NotRequired[Timestamp]
    """When consent was given elsewhere, according to the official who brought it over."""
    valid: Validity
    """How long the consent is valid."""


ConsentInvalidated = TypedDict(
    "ConsentInvalidated",
    {
        # What the authority decided: a commitment to a text in the vault.
        "decision": "Commitment",
        # The decision: a commitment to its SHA-256 in the vault.
        "evidence": NotRequired["Commitment"],
        # From when on the consent was invalid.
        "from": "Timestamp",
        # The controller.
        "organisation_id": "OrganisationId",
        # The purpose.
        "purpose": "Key",
        # What the decision read in other streams.
        "relied_on": "list[Reliance]",
        # The consents that began before this were invalid; if absent, only the one that was valid at `from`,
        # or the first that began after it.
        "until": NotRequired["Timestamp"],
    },
)
"""An authority found a consent invalid."""


class ConsentLackView(TypedDict):
    """A required purpose without a legal basis."""

    own: bool
    """Whether it is about the asker's own data. For another person, no more is shown than that something
    is missing.
    """
    purpose: PurposeRef
    """The purpose."""
    requirement: RequirementId
    """The requirement."""


class ConsentReasonConsentData(TypedDict):
    by_wider_purpose: bool
    """Whether it was given for a purpose that contains this one."""
    seq: Seq
    """The number of the event in the data subject's stream."""


class ConsentReasonConsent(TypedDict):
    """A valid consent."""

    consent: ConsentReasonConsentData


class ConsentReasonBasis(TypedDict):
    """Another lawful basis, and no objection that applies."""

    basis: LawfulBasis


class ConsentReasonPurposeUnknown(TypedDict):
    """Nobody has published the purpose."""

    purpose_unknown: dict[str, Json]


class ConsentReasonNotInForce(TypedDict):
    """No notice with the purpose is in force at that moment."""

    not_in_force: dict[str, Json]


class ConsentReasonNoConsent(TypedDict):
    """The state is not a consent."""

    no_consent: State


class ConsentReasonEndedData(TypedDict):
    at: NotRequired[Timestamp]
    """When; absent if its uses were used up."""


class ConsentReasonEnded(TypedDict):
    """The consent has ended."""

    ended: ConsentReasonEndedData


class ConsentReasonNotSetAside(TypedDict):
    """The consent has a limited number of uses, and none was set aside for this requirement."""

    not_set_aside: dict[str, Json]


class ConsentReasonDespiteProcessingRestriction(TypedDict):
    """Processing is restricted, but continues for this reason (Art. 18(2))."""

    despite_processing_restriction: ProcessingRestrictionException


class ConsentReasonRenewalDue(TypedDict):
    """A newer notice requires consent again."""

    renewal_due: dict[str, Json]


class ConsentReasonNotExplicit(TypedDict):
    """The notice in force requires an explicit consent, and this one was not explicit."""

    not_explicit: dict[str, Json]


class ConsentReasonChildData(TypedDict):
    age: int
    """The age from which they could consent alone."""


class ConsentReasonChild(TypedDict):
    """The data subject was a child at that time and consented alone."""

    child: ConsentReasonChildData


class ConsentReasonObjected(TypedDict):
    """An objection applies."""

    objected: State


class ConsentReasonProcessingRestricted(TypedDict):
    """The controller granted a restriction of processing (Art. 18)."""

    processing_restricted: dict[str, Json]


class ConsentReasonErased(TypedDict):
    """The person was erased."""

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
    "ConsentReasonDespiteProcessingRestriction",
    "ConsentReasonRenewalDue",
    "ConsentReasonNotExplicit",
    "ConsentReasonChild",
    "ConsentReasonObjected",
    "ConsentReasonProcessingRestricted",
    "ConsentReasonErased",
    "ConsentReasonUnreadable",
]
"""The reason of a verdict."""


class ConsentRefused(TypedDict):
    """Consent was refused."""

    by: Expressed
    """Who expressed it."""
    noted: NotRequired[NotedRef]
    """How an official learnt of it, if one recorded it."""
    organisation_id: OrganisationId
    """The controller."""
    purpose: Key
    """The purpose."""
    relied_on: NotRequired[list[Reliance]]
    """What the decision read in other streams."""


class ConsentRenewed(TypedDict):
    """Consent was renewed."""

    by: Expressed
    """Who expressed it."""
    evidence: NotRequired[Commitment]
    """The evidence: a commitment to its SHA-256 in the vault, because the digest of a short text could be
    guessed.
    """
    explicit: NotRequired[bool]
    """Whether consent was given in words or by a signature."""
    language: Language
    """The language in which the notice was read."""
    method: Indication
    """How it was expressed."""
    notice: DocumentId
    """The notice that was read."""
    organisation_id: OrganisationId
    """The controller."""
    purpose: Key
    """The purpose."""
    relied_on: list[Reliance]
    """What the decision read in other streams."""
    valid: Validity
    """How long the consent is valid."""


class ConsentRequest(TypedDict):
    """May a person's data be processed for a purpose, and why?"""

    as_known: NotRequired[Seq | None]
    """The `seq` of the person's stream as of which the record is read; as known now if absent."""
    at: Timestamp | datetime
    """The moment of the check."""
    organisation_id: OrganisationId
    """The controller."""
    past: NotRequired[bool]
    """Whether `at` is a past moment: then the recorded times decide. Otherwise `at` is the current time,
    and whatever has ended something counts, however it is dated.
    """
    person: HostId
    """The data subject, by the host's id."""
    purpose: Key
    """The purpose."""


class ConsentRequested(TypedDict):
    """Consent was requested."""

    notice: DocumentId
    """The notice that accompanied the request."""
    organisation_id: OrganisationId
    """The controller."""
    purpose: Key
    """The purpose."""
    relied_on: list[Reliance]
    """What the decision read in other streams."""


class ConsentRevoked(TypedDict):
    """The controller ended a consent."""

    organisation_id: OrganisationId
    """The controller."""
    purpose: Key
    """The purpose."""
    reason: Commitment
    """The reason: a commitment to a text in the vault."""
    relied_on: list[Reliance]
    """What the decision read in other streams."""


class ConsentUsed(TypedDict):
    """One use of a consent was recorded."""

    organisation_id: OrganisationId
    """The controller."""
    purpose: Key
    """The purpose."""
    relied_on: list[Reliance]
    """What the decision read in other streams."""
    requirement: NotRequired[RequirementId]
    """The requirement for which the use was set aside."""


class ConsentView(TypedDict):
    """The answer to a question about one purpose, with everything that led to it."""

    allowed: bool
    """Whether the data may be processed for the purpose."""
    at: Timestamp
    """The moment that the answer is for."""
    basis: NotRequired[LawfulBasis]
    """The lawful basis; absent if nobody has published the purpose."""
    explicit: bool
    """Whether consent was given in words or by a signature."""
    message: str
    """The reason, as a sentence."""
    notice: NotRequired[DocumentId]
    """The notice that was read."""
    purpose: PurposeRef
    """The purpose."""
    reason: ConsentReason
    """The reason, as data."""
    said_at: NotRequired[Timestamp]
    """When consent was given in another system, if it was brought over from there."""
    seq: NotRequired[Seq]
    """The number of the event behind the state, in the data subject's stream."""
    since: NotRequired[Timestamp]
    """Since when the state applies."""
    state: State
    """The state of the consent or objection."""
    until: NotRequired[Timestamp]
    """Until when the consent is valid, if it is limited in time."""
    uses: NotRequired[int]
    """How many uses are left, if uses are counted."""
    verbs: list[Verb]
    """The acts that are possible now."""


class ConsentWithdrawn(TypedDict):
    """Consent was withdrawn."""

    by: Expressed
    """Who expressed it."""
    noted: NotRequired[NotedRef]
    """How an official learnt of it, if one recorded it."""
    organisation_id: OrganisationId
    """The controller."""
    purpose: Key
    """The purpose."""
    relied_on: NotRequired[list[Reliance]]
    """What the decision read in other streams."""


class ConsentWithheld(TypedDict):
    """Replaces, in a replica, an event that must not be disclosed there."""

    event: EventId
    """The id of the replaced event."""


class ConsentsRequest(TypedDict):
    """All consents of a person."""

    at: Timestamp | datetime
    """The moment of the check."""
    past: NotRequired[bool]
    """Whether `at` is a past moment: then the recorded times decide. Otherwise `at` is the current time,
    and whatever has ended something counts, however it is dated.
    """
    person: HostId
    """The person, by the host's id."""


class ConsentsView(TypedDict):
    """All consents and objections of a person."""

    consents: list[ConsentView]
    """By purpose."""
    person: PartyName
    """The person."""
    seq: Seq
    """The number of the last event of the person's stream."""


class ContentFileData(TypedDict):
    media_type: MediaType
    """The media type."""
    sha256: FileDigest
    """SHA-256 of the bytes."""
    size: int
    """Its length in bytes."""


class ContentFile(TypedDict):
    """A file. The host stores its bytes and finds them by their digest."""

    file: ContentFileData


class ContentHeldData(TypedDict):
    asset: Key
    """Its id there."""
    interlinker: Key
    """The interlinker."""


class ContentHeld(TypedDict):
    """An asset held by an interlinker of the process's catalogue."""

    held: ContentHeldData


class ContentLinkData(TypedDict):
    uri: Uri
    """The target."""


class ContentLink(TypedDict):
    """A link."""

    link: ContentLinkData


Content: TypeAlias = Union["ContentFile", "ContentHeld", "ContentLink"]
"""The content of a version of an asset."""


class ContributionAccepted(TypedDict):
    """A contribution was accepted."""

    contribution: ContributionId
    """The contribution."""
    level: NotRequired[Level]
    """Its level, if the reviewer gave one."""
    relied_on: NotRequired[list[Reliance]]
    """What the decision read in other streams."""


class ContributionClaimed(TypedDict):
    """A person claimed a contribution to a task."""

    asset: NotRequired[AssetId]
    """The asset, if any."""
    assignment: NotRequired[AssignmentId]
    """The assignment it answers."""
    awarded: NotRequired[AwardId]
    """The award that the task already had. Points go to all at once, so this claim gets points only if
    that award is reversed and made again.
    """
    contribution: ContributionId
    """Its id."""
    despite: NotRequired[list[Unmet]]
    """Unmet prerequisites of which the model only warns."""
    item: ItemId
    """The task."""
    kind: ContributionKind
    """Its kind."""
    organisation_id: NotRequired[OrganisationId]
    """The organisation of the team."""
    relied_on: NotRequired[list[Reliance]]
    """What the decision read in other streams."""
    stakeholder_kind: StakeholderKind
    """The stakeholder kind in which the person contributed."""
    team_id: NotRequired[TeamId]
    """The team for which the person contributed."""
    text: Commitment
    """The work done: a commitment to a text in the vault."""


class ContributionConfirmed(TypedDict):
    """The contributor confirmed a contribution that another person recorded."""

    contribution: ContributionId
    """The contribution."""


ContributionId: TypeAlias = str
"""16 bytes as lower-case hexadecimal."""

ContributionKind: TypeAlias = Literal[
    # Making the service.
    "development",
    # Running and spreading it.
    "exploitation",
    # Coordinating the work.
    "management",
]
"""INTERLINK's three kinds of contribution."""


class ContributionRecorded(TypedDict):
    """A person recorded another person's contribution."""

    asset: NotRequired[AssetId]
    """The asset, if any."""
    awarded: NotRequired[AwardId]
    """The award that the task already had. Points go to all at once, so this claim gets points only if
    that award is reversed and made again.
    """
    contribution: ContributionId
    """Its id."""
    despite: NotRequired[list[Unmet]]
    """Unmet prerequisites of which the model only warns."""
    item: ItemId
    """The task."""
    kind: ContributionKind
    """Its kind."""
    organisation_id: NotRequired[OrganisationId]
    """The organisation of the team."""
    person_id: PersonId
    """The contributor."""
    relied_on: NotRequired[list[Reliance]]
    """What the decision read in other streams."""
    stakeholder_kind: StakeholderKind
    """The stakeholder kind in which the person contributed."""
    team_id: NotRequired[TeamId]
    """The team for which the person contributed."""
    text: Commitment
    """The work done: a commitment to a text in the vault."""


class ContributionReturned(TypedDict):
    """A contribution was returned."""

    contribution: ContributionId
    """The contribution."""
    reason: Commitment
    """Why: a commitment to a text in the vault."""
    relied_on: NotRequired[list[Reliance]]
    """What the decision read in other streams."""


ContributionStage: TypeAlias = Literal[
    # It waits for review.
    "claimed",
    # It was withdrawn.
    "withdrawn",
    # It was accepted.
    "accepted",
    # It was returned.
    "returned",
]
"""The status of a contribution."""


class ContributionView(TypedDict):
    """A contribution."""

    after_award: NotRequired[AwardId]
    """The award that its task had when it was claimed, while that award is valid. Points go to all at
    once: this claim gets points only if that award is reversed and made again.
    """
    asset: NotRequired[AssetId]
    """The asset, if any."""
    assignment: NotRequired[AssignmentId]
    """The assignment it answers."""
    at: Timestamp
    """When it was claimed."""
    by: PartyName
    """The contributor."""
    confirmed: NotRequired[Timestamp]
    """When the contributor confirmed what another person recorded; absent if not confirmed."""
    contribution: ContributionId
    """Its id."""
    item: ItemId
    """The task."""
    kind: ContributionKind
    """Its kind."""
    level: NotRequired[Level]
    """Its level, if the reviewer gave one."""
    reason: NotRequired[str]
    """Why it was returned."""
    recorded_by: NotRequired[PartyName]
    """Who recorded it, if another person."""
    reviewer: NotRequired[PartyName]
    """The reviewer."""
    stage: ContributionStage
    """Its status."""
    stakeholder_kind: StakeholderKind
    """The stakeholder kind in which the person contributed."""
    team: NotRequired[PartyName]
    """The team for which the person contributed."""
    text: NotRequired[str]
    """The work done; absent if the text was erased."""


class ContributionWithdrawn(TypedDict):
    """A contribution was withdrawn."""

    contribution: ContributionId
    """The contribution."""


Country: TypeAlias = str
"""A country (ISO 3166-1 alpha-2)."""


class CreateProcess(TypedDict):
    """Creates a process under a governance model, empty or from a template.

    The actor receives the model's founder role, if the model opens it to their stakeholder kind.
    """

    acting_for: NotRequired[HostId | None]
    """The organisation in whose name it is created, which determines the founder's stakeholder kind.
    Without one the actor acts for themselves, as a citizen.
    """
    catalogue: NotRequired[DocumentId | None]
    """The catalogue it takes interlinkers from, by the SHA-256 of its canonical JSON."""
    description: NotRequired[Localized | None]
    """A description."""
    governance: DocumentId
    """The governance model, by the SHA-256 of its canonical JSON."""
    language: Language
    """Its language by default."""
    name: Localized
    """Its name."""
    template: NotRequired[DocumentId | None]
    """The template it is made from, by the SHA-256 of its canonical JSON."""


class CreateTeam(TypedDict):
    """Creates a team in the organisation; the actor leads it."""

    kind: StakeholderKind
    """What kind of stakeholder the team is; a municipality may host a team of citizens."""
    name: Localized
    """Its name. Public: it must not be the name of a private person."""
    team: HostId
    """The host's id for it."""


class DataItem(TypedDict):
    """One kind of data."""

    category: DataTerm
    """The category."""
    criminal: NotRequired[bool]
    """Whether the data concern criminal convictions and offences (Art. 10). Data that the vocabulary
    counts among them always do; this marks others.
    """
    necessity: Necessity
    """Whether the purpose needs the data."""
    special: NotRequired[bool]
    """Whether the data belong to the special categories of Art. 9. Data that the vocabulary counts among
    them always do; this marks others.
    """


DataTerm: TypeAlias = str
"""A kind of personal data of the Data Privacy Vocabulary 2.3, by name or IRI."""

Date: TypeAlias = str
"""A date."""


class DateOfBirthRecorded(TypedDict):
    """A date of birth was recorded."""

    date_of_birth: Commitment
    """The date: a commitment to a text in the vault."""
    evidence: NotRequired[Commitment]
    """The evidence: a commitment to its SHA-256 in the vault, because the digest of a short text could be
    guessed.
    """
    organisation_id: NotRequired[OrganisationId]
    """The public administration on whose behalf an official recorded it; none if the data subject gave it."""
    relied_on: NotRequired[list[Reliance]]
    """What the decision read in other streams."""


class DecideObjection(TypedDict):
    """Decides an objection, on behalf of the controller: it is upheld unless compelling grounds are given."""

    data_subject: NotRequired[HostId | None]
    """The data subject."""
    grounds: NotRequired[Remark | None]
    """The compelling legitimate grounds that override the objection; none if it is upheld. Kept in the
    vault.
    """
    organisation: HostId
    """The controller."""
    purpose: Key
    """The purpose."""


class DeclineParticipation(TypedDict):
    """Declines a request to take part. Needs `role.grant` on the process."""

    reason: Remark
    """Why. Kept in the vault, as a text about the person asking."""
    request: ParticipationId
    """The request."""


class Deed(TypedDict):
    """The command to be given: its type and its data."""

    data: dict[str, Json]
    """The data of the command."""
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
"""The type of a command for which approval can be asked."""


class DeferConsent(TypedDict):
    """Defers the decision."""

    data_subject: NotRequired[HostId | None]
    """The data subject, if not the actor."""
    organisation: HostId
    """The controller."""
    purpose: Key
    """The purpose."""


class DeleteAsset(TypedDict):
    """Deletes an asset. The record keeps that it existed. Needs `asset.delete` on its task."""

    asset: AssetId
    """The asset."""
    reason: NotRequired[Remark | None]
    """Why. Kept in the vault, as a text by the actor."""


class DeletionView(TypedDict):
    """The deletion of an asset."""

    at: Timestamp
    """When."""
    by: PartyName
    """By whom."""
    reason: NotRequired[str]
    """The reason; absent if none was given or the text was erased."""


class Derivation(TypedDict):
    """What an asset was made from."""

    asset: AssetId
    """The asset."""
    process: NotRequired[ProcessId]
    """The process it belongs to, if another one."""
    version: int
    """Its version, from 1."""


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

Dimension: TypeAlias = Literal[
    # One of its parties was erased.
    "parties",
    # The power.
    "powers",
    # The right to exercise, assign or pass on.
    "rights",
    # Its status.
    "status",
    # The target.
    "targets",
    # The time.
    "time",
    # It is exercised only together with others.
    "together",
    # How often it can be used.
    "uses",
]
"""In which respect a mandate does not reach."""


class DisableItem(TypedDict):
    """Disables an item with everything below it. Nothing is lost. Needs `item.disable`.

    If work waits for it and no longer has to then, this waives a prerequisite: it also needs
    `prerequisite.waive` there, the approvals that the model asks for, and a reason.
    """

    item: ItemId
    """The item."""
    reason: NotRequired[Remark | None]
    """Why. Required if it waives a prerequisite. Kept in the vault, as a text by the actor."""


class DisagreementSettled(TypedDict):
    """Representatives disagreed about a purpose, and a public administration settled it: their earlier
    refusals no longer prevent consent.
    """

    evidence: Commitment
    """The decision: a commitment to its SHA-256 in the vault."""
    official_organisation_id: OrganisationId
    """The public administration on whose behalf an official recorded it."""
    organisation_id: OrganisationId
    """The controller."""
    purpose: Key
    """The purpose."""
    relied_on: list[Reliance]
    """What the decision read in other streams."""


class DismissAdministrator(TypedDict):
    """Ends a person's administration. The last administrator cannot be dismissed."""

    person: HostId
    """The host's id of the person."""


class DismissOperator(TypedDict):
    """Dismisses an operator: by an operator, or by the host itself. The last operator cannot be dismissed."""

    person: HostId
    """The host's id of the person."""


class DismissRepresentative(TypedDict):
    """Ends an appointment, whatever it is for: by the representative, who resigns; by an official who has
    seen the evidence; or by the data subject, if they chose the representative.
    """

    acting_for: NotRequired[HostId | None]
    """The organisation on whose behalf an official records it."""
    data_subject: NotRequired[HostId | None]
    """The data subject, if not the actor."""
    evidence: NotRequired[FileDigest | None]
    """The SHA-256 of the evidence; required of an official."""
    representative: HostId
    """The representative."""


Document: TypeAlias = Union[
    "ModelDocument",
    "TemplateDocument",
    "CatalogueDocument",
    "PublicationDocument",
    "ImportDocument",
    "NoticeDocument",
    "KindDocument",
]
"""A document, identified by the SHA-256 of its canonical JSON."""

DocumentId: TypeAlias = str
"""32 bytes as lower-case hexadecimal."""

DocumentInput: TypeAlias = Union[
    "ModelDocument",
    "TemplateDocumentInput",
    "CatalogueDocument",
    "PublicationDocumentInput",
    "ImportDocumentInput",
    "NoticeDocumentInput",
    "KindDocumentInput",
]
"""A document, identified by the SHA-256 of its canonical JSON."""


class DocumentRequest(TypedDict):
    """A document."""

    document: DocumentId
    """The SHA-256 of its canonical JSON."""


class DocumentView(TypedDict):
    """A document."""

    content: Document
    """Its canonical JSON."""


class EditAsset(TypedDict):
    """Changes the title, description or licence of an asset. Absent fields stay unchanged. Needs
    `asset.edit` on its task.
    """

    asset: AssetId
    """The asset."""
    description: NotRequired[Localized | None]
    """The new description."""
    licence: NotRequired[Licence | None]
    """The new licence."""
    title: NotRequired[Localized | None]
    """The new title."""


class EditItem(TypedDict):
    """Changes an item. Absent fields stay unchanged. Needs `item.edit`."""

    codelivery: NotRequired[bool | None]
    """Whether the service is delivered in it; for phases only."""
    description: NotRequired[Localized | None]
    """The new description, in all its languages."""
    item: ItemId
    """The item."""
    name: NotRequired[Localized | None]
    """The new name, in all its languages."""
    problem_profiles: NotRequired[list[Key] | None]
    """The new problem profiles."""


class EditOrganisation(TypedDict):
    """Changes an organisation's name or who may create teams."""

    name: NotRequired[Localized | None]
    """The new name."""
    team_creation: NotRequired[TeamPolicy | None]
    """Who may create teams from now on."""


class EditProcess(TypedDict):
    """Changes the description, language or name of a process. Needs `process.edit`."""

    description: NotRequired[Localized | None]
    """The new description."""
    language: NotRequired[Language | None]
    """The new default language."""
    name: NotRequired[Localized | None]
    """The new name."""


class EditTeam(TypedDict):
    """Renames a team. The actor must lead it or administer the organisation."""

    name: Localized
    """Its new name. Public: it must not be the name of a private person."""
    team: HostId
    """The host's id of the team."""


class Effect(TypedDict):
    """The difference that a new model makes. Whoever changes the rules of a process in which work has
    begun must declare it in full, so that no rule changes unnoticed.
    """

    approvals_added: NotRequired[list[ApprovalRule]]
    """Approvals that are newly required."""
    approvals_removed: NotRequired[list[ApprovalRule]]
    """Approvals that are no longer required."""
    eased: NotRequired[PermissionSet]
    """Acts that become less restricted: fewer approvals are needed, or for `prerequisite.waive` fewer
    prerequisites are enforced. Adopting the model needs, for each of them, the approvals that the old
    model requires.
    """
    grants_ended: NotRequired[list[GrantId]]
    """Grants that end, because their role was removed or no longer admits the holder's kind."""
    holders_added: NotRequired[dict[str, list[StakeholderKind]]]
    """Stakeholder kinds that are newly admitted to a role."""
    holders_removed: NotRequired[dict[str, list[StakeholderKind]]]
    """Stakeholder kinds that are no longer admitted to a role."""
    permissions_added: NotRequired[dict[str, PermissionSet]]
    """Permissions that a role gains."""
    permissions_removed: NotRequired[dict[str, PermissionSet]]
    """Permissions that a role loses."""
    prerequisites: NotRequired[PrerequisitePolicy]
    """Whether prerequisites are enforced from now on, if that changes."""
    roles_added: NotRequired[list[Key]]
    """New roles."""
    roles_removed: NotRequired[list[Key]]
    """Removed roles."""


class EnableItem(TypedDict):
    """Enables an item again, with those below it that were not disabled themselves. Needs `item.disable`."""

    item: ItemId
    """The item."""


EndRule: TypeAlias = Literal[
    # It must not have one.
    "forbidden",
    # It may have one.
    "optional",
    # It must have one.
    "required",
]
"""Whether a mandate has a last day."""

Enforcement: TypeAlias = Literal[
    # Work cannot begin until the prerequisite is met or waived.
    "enforced",
    # Work can begin; the record says which prerequisites were unmet.
    "warned",
]
"""Whether a kind of prerequisite blocks work or only causes a warning."""

EnrolledAs = TypedDict(
    "EnrolledAs",
    {
        "as": "OrganisationId",
    },
)
"""This organisation, by its id."""

Enrolled: TypeAlias = Union[Literal["outside"], "EnrolledAs"]
"""The organisation on record that a body in a notice is. Nobody who belongs to an organisation that a
notice names may consent to it for another person.
"""

Entropy: TypeAlias = str
"""16 bytes as lower-case hexadecimal."""


class EntryView(TypedDict):
    """One line of an award."""

    kind: ContributionKind
    """The kind of contribution."""
    level: Level
    """The level of the contribution."""
    person: PartyName
    """The person."""
    points: int
    """The points."""


class ErasePerson(TypedDict):
    """Erases the person (GDPR Art. 17): the pseudonym link to the host's id, and every text about them.

    By the person, everywhere. Or by an administrator for an organisation that has dealings with the
    person, with a reason: this erases what that organisation holds, and the pseudonym link if no other
    organisation has dealings with the person.
    """

    acting_for: NotRequired[HostId | None]
    """The organisation on whose behalf the person is erased; none if the person does it."""
    reason: NotRequired[Remark | None]
    """The reason, if somebody else does it. Kept in the vault, as a text by the actor; it must not name
    the person.
    """


class EstimateTask(TypedDict):
    """Estimates the complexity of a task. Needs `item.edit` there."""

    complexity: Complexity
    """For each kind of contribution."""
    item: ItemId
    """The task."""


class EventEnvelope(TypedDict):
    """What every `Event` has beside its data."""

    actor: PersonId
    at: Timestamp
    by_mandate_id: NotRequired[MandateId]
    command: CommandId
    corrected_from: NotRequired[Timestamp]
    id: EventId
    made_at: NotRequired[Timestamp]
    mandate_id: NotRequired[MandateId]
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
    """An organisation was registered; the actor is its first administrator."""

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
    """An operator of the store revoked the verification."""

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
    """A team was renamed."""

    data: TeamEdited
    type: Literal["team.edited"]


class TeamClosedEvent(EventEnvelope):
    """A team was closed, and every membership in it ended at the event's time."""

    data: TeamClosed
    type: Literal["team.closed"]


class TeamMergedEvent(EventEnvelope):
    """A team was closed, and its members are in another team from the event's time on."""

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
    """A role was granted."""

    data: RoleGranted
    type: Literal["role.granted"]


class RoleRevokedEvent(EventEnvelope):
    """A grant ended, at the event's time."""

    data: RoleRevoked
    type: Literal["role.revoked"]


class RestrictionPlacedEvent(EventEnvelope):
    """A party was restricted."""

    data: RestrictionPlaced
    type: Literal["restriction.placed"]


class RestrictionLiftedEvent(EventEnvelope):
    """A restriction ended, at the event's time."""

    data: RestrictionLifted
    type: Literal["restriction.lifted"]


class ApprovalAskedEvent(EventEnvelope):
    """Approval for an act was requested."""

    data: ApprovalAsked
    type: Literal["approval.asked"]


class ApprovalGivenEvent(EventEnvelope):
    """An act was approved."""

    data: ApprovalGiven
    type: Literal["approval.given"]


class ApprovalUsedEvent(EventEnvelope):
    """An act with approvals was done. This event accompanies the act, and uses the approvals up."""

    data: ApprovalUsed
    type: Literal["approval.used"]


class ApprovalWithdrawnEvent(EventEnvelope):
    """An approval was withdrawn."""

    data: ApprovalWithdrawn
    type: Literal["approval.withdrawn"]


class GovernanceAdoptedEvent(EventEnvelope):
    """The process adopted another governance model."""

    data: GovernanceAdopted
    type: Literal["governance.adopted"]


class ProcessCreatedEvent(EventEnvelope):
    """A process was created. Its template's items came with it; their ids are derived from their keys."""

    data: ProcessCreated
    type: Literal["process.created"]


class ProcessEditedEvent(EventEnvelope):
    """The description, language or name of the process changed."""

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
    """The process was imported from another system, as it was there."""

    data: ProcessImported
    type: Literal["process.imported"]


class ItemAddedEvent(EventEnvelope):
    """An item was added by hand."""

    data: ItemAdded
    type: Literal["item.added"]


class ItemEditedEvent(EventEnvelope):
    """An item was changed; absent fields stayed unchanged."""

    data: ItemEdited
    type: Literal["item.edited"]


class ItemMovedEvent(EventEnvelope):
    """An item was moved among its siblings, or to another parent."""

    data: ItemMoved
    type: Literal["item.moved"]


class TreeReplacedEvent(EventEnvelope):
    """The plan was replaced."""

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
    """An item waits for another from now on."""

    data: PrerequisiteAdded
    type: Literal["prerequisite.added"]


class PrerequisiteRemovedEvent(EventEnvelope):
    """An item no longer waits for another."""

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
    """A prerequisite was waived: work may begin although it is unmet."""

    data: PrerequisiteWaived
    type: Literal["prerequisite.waived"]


class CatalogueAdoptedEvent(EventEnvelope):
    """The process takes interlinkers from another catalogue, or another version of it."""

    data: CatalogueAdopted
    type: Literal["catalogue.adopted"]


class TemplateAdoptedEvent(EventEnvelope):
    """The process adopted a higher version of its template."""

    data: TemplateAdopted
    type: Literal["template.adopted"]


class AssetAddedEvent(EventEnvelope):
    """An asset was added to a task."""

    data: AssetAdded
    type: Literal["asset.added"]


class AssetEditedEvent(EventEnvelope):
    """The title, description or licence of an asset changed; absent fields stayed unchanged."""

    data: AssetEdited
    type: Literal["asset.edited"]


class AssetRevisedEvent(EventEnvelope):
    """An asset got a new version."""

    data: AssetRevised
    type: Literal["asset.revised"]


class AssetOpenedEvent(EventEnvelope):
    """A person opened an asset."""

    data: AssetOpened
    type: Literal["asset.opened"]


class AssetDeletedEvent(EventEnvelope):
    """An asset was deleted."""

    data: AssetDeleted
    type: Literal["asset.deleted"]


class AssignmentMadeEvent(EventEnvelope):
    """Work on a task was assigned."""

    data: AssignmentMade
    type: Literal["assignment.made"]


class AssignmentWithdrawnEvent(EventEnvelope):
    """An assignment was withdrawn."""

    data: AssignmentWithdrawn
    type: Literal["assignment.withdrawn"]


class AssignmentCompletedEvent(EventEnvelope):
    """An assignment was marked as done."""

    data: AssignmentCompleted
    type: Literal["assignment.completed"]


class ContributionClaimedEvent(EventEnvelope):
    """A person claimed a contribution to a task."""

    data: ContributionClaimed
    type: Literal["contribution.claimed"]


class ContributionRecordedEvent(EventEnvelope):
    """A person recorded another person's contribution."""

    data: ContributionRecorded
    type: Literal["contribution.recorded"]


class ContributionConfirmedEvent(EventEnvelope):
    """The contributor confirmed a contribution that another person recorded."""

    data: ContributionConfirmed
    type: Literal["contribution.confirmed"]


class ContributionWithdrawnEvent(EventEnvelope):
    """A contribution was withdrawn."""

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
    """The complexity of a task was estimated."""

    data: TaskEstimated
    type: Literal["task.estimated"]


class PointsAwardedEvent(EventEnvelope):
    """Points were awarded to all contributors of a task."""

    data: PointsAwarded
    type: Literal["points.awarded"]


class PointsReversedEvent(EventEnvelope):
    """An award was reversed."""

    data: PointsReversed
    type: Literal["points.reversed"]


class ParticipationAskedEvent(EventEnvelope):
    """A person asked to take part."""

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
    """A rating was given; it replaces the actor's earlier one."""

    data: RatingGiven
    type: Literal["rating.given"]


class RatingWithdrawnEvent(EventEnvelope):
    """A rating was withdrawn."""

    data: RatingWithdrawn
    type: Literal["rating.withdrawn"]


class MandateGrantedEvent(EventEnvelope):
    """A mandate was granted."""

    data: MandateGranted
    type: Literal["mandate.granted"]


class MandateRequestedEvent(EventEnvelope):
    """A mandate was requested by its future holder."""

    data: MandateRequested
    type: Literal["mandate.requested"]


class MandateRegisteredEvent(EventEnvelope):
    """A mandate that exists outside the record was registered."""

    data: MandateRegistered
    type: Literal["mandate.registered"]


class MandatePassedOnEvent(EventEnvelope):
    """A mandate was passed on."""

    data: MandatePassedOn
    type: Literal["mandate.passed_on"]


class MandateAcceptedEvent(EventEnvelope):
    """A mandate was accepted."""

    data: MandateAccepted
    type: Literal["mandate.accepted"]


class MandateRefusedEvent(EventEnvelope):
    """A mandate was refused."""

    data: MandateRefused
    type: Literal["mandate.refused"]


class MandateRenouncedEvent(EventEnvelope):
    """A mandate was given back."""

    data: MandateRenounced
    type: Literal["mandate.renounced"]


class MandateRevokedEvent(EventEnvelope):
    """A mandate or some of its powers were revoked."""

    data: MandateRevoked
    type: Literal["mandate.revoked"]


class MandateSuspendedEvent(EventEnvelope):
    """A mandate was suspended."""

    data: MandateSuspended
    type: Literal["mandate.suspended"]


class MandateResumedEvent(EventEnvelope):
    """A suspended mandate continues."""

    data: MandateResumed
    type: Literal["mandate.resumed"]


class MandateUsedEvent(EventEnvelope):
    """A power was used outside a process."""

    data: MandateUsed
    type: Literal["mandate.used"]


class PersonErasedEvent(EventEnvelope):
    """A person was erased from the vault: everywhere, or only what one organisation held."""

    data: PersonErased
    type: Literal["person.erased"]


class SubjectRequestMadeEvent(EventEnvelope):
    """A data subject request was made."""

    data: SubjectRequestMade
    type: Literal["subject_request.made"]


class SubjectRequestExtendedEvent(EventEnvelope):
    """The controller extended the time by two months."""

    data: SubjectRequestExtended
    type: Literal["subject_request.extended"]


class SubjectRequestAnsweredEvent(EventEnvelope):
    """The controller answered."""

    data: SubjectRequestAnswered
    type: Literal["subject_request.answered"]


class ProcessingRestrictionLiftedEvent(EventEnvelope):
    """The controller lifted a restriction of processing."""

    data: ProcessingRestrictionLifted
    type: Literal["processing_restriction.lifted"]


class TextRectifiedEvent(EventEnvelope):
    """A text about the person was rectified."""

    data: TextRectified
    type: Literal["text.rectified"]


class PersonWithheldEvent(EventEnvelope):
    """Replaces, in a replica, an event that must not be disclosed there."""

    data: PersonWithheld
    type: Literal["person.withheld"]


class TextKeptEvent(EventEnvelope):
    """A text about the person will be kept despite an erasure."""

    data: TextKept
    type: Literal["text.kept"]


class TextAttributedEvent(EventEnvelope):
    """The organisation that keeps a text after an erasure looked up whom it concerns."""

    data: TextAttributed
    type: Literal["text.attributed"]


class NoticePublishedEvent(EventEnvelope):
    """A notice was published; it replaces the previous version."""

    data: NoticePublished
    type: Literal["notice.published"]


class NoticeWithdrawnEvent(EventEnvelope):
    """A notice was withdrawn."""

    data: NoticeWithdrawn
    type: Literal["notice.withdrawn"]


class ConsentRequestedEvent(EventEnvelope):
    """Consent was requested."""

    data: ConsentRequested
    type: Literal["consent.requested"]


class ConsentDeferredEvent(EventEnvelope):
    """The data subject will decide later."""

    data: ConsentDeferred
    type: Literal["consent.deferred"]


class ConsentGivenEvent(EventEnvelope):
    """Consent was given."""

    data: ConsentGiven
    type: Literal["consent.given"]


class ConsentRenewedEvent(EventEnvelope):
    """Consent was renewed."""

    data: ConsentRenewed
    type: Literal["consent.renewed"]


class ConsentRefusedEvent(EventEnvelope):
    """Consent was refused."""

    data: ConsentRefused
    type: Literal["consent.refused"]


class ConsentWithdrawnEvent(EventEnvelope):
    """Consent was withdrawn."""

    data: ConsentWithdrawn
    type: Literal["consent.withdrawn"]


class ConsentRevokedEvent(EventEnvelope):
    """The controller ended a consent."""

    data: ConsentRevoked
    type: Literal["consent.revoked"]


class ConsentExpiredEvent(EventEnvelope):
    """The event that ends a consent has occurred."""

    data: ConsentExpired
    type: Literal["consent.expired"]


class ConsentUsedEvent(EventEnvelope):
    """One use of a consent was recorded."""

    data: ConsentUsed
    type: Literal["consent.used"]


class ConsentInvalidatedEvent(EventEnvelope):
    """An authority found a consent invalid."""

    data: ConsentInvalidated
    type: Literal["consent.invalidated"]


class ObjectionRaisedEvent(EventEnvelope):
    """An objection was raised."""

    data: ObjectionRaised
    type: Literal["objection.raised"]


class ObjectionWithdrawnEvent(EventEnvelope):
    """An objection was withdrawn."""

    data: ObjectionWithdrawn
    type: Literal["objection.withdrawn"]


class ObjectionDecidedEvent(EventEnvelope):
    """An objection was decided."""

    data: ObjectionDecided
    type: Literal["objection.decided"]


class ObjectionResumedEvent(EventEnvelope):
    """An erased person who had objected has come back: the objection resumes as it was. No command makes
    this event; the library does, when it meets the person's host id again.
    """

    data: ObjectionResumed
    type: Literal["objection.resumed"]


class RecipientNotifiedEvent(EventEnvelope):
    """A recipient was notified that processing must end."""

    data: RecipientNotified
    type: Literal["recipient.notified"]


class ConsentWithheldEvent(EventEnvelope):
    """Replaces, in a replica, an event that must not be disclosed there."""

    data: ConsentWithheld
    type: Literal["consent.withheld"]


class DateOfBirthRecordedEvent(EventEnvelope):
    """A date of birth was recorded."""

    data: DateOfBirthRecorded
    type: Literal["date_of_birth.recorded"]


class RepresentativeAppointedEvent(EventEnvelope):
    """A representative was appointed."""

    data: RepresentativeAppointed
    type: Literal["representative.appointed"]


class RepresentativeDismissedEvent(EventEnvelope):
    """A representative was dismissed."""

    data: RepresentativeDismissed
    type: Literal["representative.dismissed"]


class DisagreementSettledEvent(EventEnvelope):
    """Representatives disagreed about a purpose, and a public administration settled it: their earlier
    refusals no longer prevent consent.
    """

    data: DisagreementSettled
    type: Literal["disagreement.settled"]


class PurposeRequiredEvent(EventEnvelope):
    """A purpose is required."""

    data: PurposeRequired
    type: Literal["purpose.required"]


class PurposeUsedEvent(EventEnvelope):
    """An act met a requirement with a use of a consent whose uses are counted. This event accompanies the
    act, and no other act can take that use.
    """

    data: PurposeUsed
    type: Literal["purpose.used"]


class PurposeReleasedEvent(EventEnvelope):
    """A requirement was removed."""

    data: PurposeReleased
    type: Literal["purpose.released"]


class TextRedactedEvent(EventEnvelope):
    """Words were removed from public texts."""

    data: TextRedacted
    type: Literal["text.redacted"]


class BundleImportedEvent(EventEnvelope):
    """A bundle was imported, by the host's decision."""

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
    "MandateGrantedEvent",
    "MandateRequestedEvent",
    "MandateRegisteredEvent",
    "MandatePassedOnEvent",
    "MandateAcceptedEvent",
    "MandateRefusedEvent",
    "MandateRenouncedEvent",
    "MandateRevokedEvent",
    "MandateSuspendedEvent",
    "MandateResumedEvent",
    "MandateUsedEvent",
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


class Evidence(TypedDict):
    """Evidence for an act on a mandate, as a command names it: what the host saw. The library never opens
    it.
    """

    received_at: NotRequired[Timestamp | None]
    """When the act was declared or the evidence received, if that was earlier."""
    sha256: FileDigest
    """The SHA-256 of it. Kept in the vault, salted."""


EvidenceFor: TypeAlias = Literal[
    # Granting it.
    "grant",
    # Passing it on.
    "pass_on",
    # Registering it.
    "register",
    # Renouncing it.
    "renounce",
    # Requesting it.
    "request",
    # Revoking it.
    "revoke",
]
"""An act on a mandate for which evidence can be required."""


class EvidenceRef(TypedDict):
    """Evidence in the record: its SHA-256 as a commitment."""

    received_at: NotRequired[Timestamp]
    """When the act was declared or the evidence received, if that was earlier."""
    text: Commitment
    """Its SHA-256: a commitment to a text in the vault."""


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
"""Why a text is kept although the person it concerns is erased (GDPR Art. 17(3))."""


class ExecutedView(TypedDict):
    """The result of a command."""

    events: list[Event]
    """The events, in order."""
    repeated: bool
    """Whether the command had been executed before."""
    scrubbed: NotRequired[bool]
    """After an erasure or a rectification: whether the old data is physically gone from the store. If not,
    the store removes it as soon as nobody reads an older state any more.
    """
    seq: Seq
    """The stream's `seq` after them."""
    stream: StreamId
    """The stream."""


class ExpectedHead(TypedDict):
    """An event known to belong to a stream."""

    id: EventId
    """Its id."""
    seq: Seq
    """Its `seq`."""


class ExpireConsent(TypedDict):
    """Records, on behalf of the controller, that the event which ends a consent has occurred."""

    data_subject: NotRequired[HostId | None]
    """The data subject."""
    organisation: HostId
    """The controller."""
    purpose: Key
    """The purpose."""
    until_event: Key
    """The event that the consent names."""


class Explained(TypedDict):
    """A reason with its sentence."""

    code: Code
    """The stable code of the reason."""
    facts: Reason
    """The facts, for programs."""
    language: NotRequired[Language]
    """The language of the message, if one was requested: the nearest available."""
    message: str
    """The sentence, for people."""


class Explanation(TypedDict):
    """The answer to a question, with everything that led to it."""

    allowed: bool
    """Whether it is allowed."""
    at: Timestamp
    """The moment that the answer is for."""
    item: NotRequired[ItemId]
    """The item; the process as a whole if absent."""
    permission: Permission
    """The permission in question."""
    reasons: list[Explained]
    """If allowed, the grant that allows it; if denied, everything that prevents it."""
    representation: NotRequired[MandateAnswer]
    """For whom the actor would act, and by which mandates; absent for an act in their own name."""
    warnings: NotRequired[list[Explained]]
    """Prerequisites that are unmet and only cause a warning."""


class ExpressedOfficialOrganisationId(TypedDict):
    """The data subject, as recorded by an official of this organisation."""

    official_organisation_id: OrganisationId


Expressed: TypeAlias = Union[Literal["data_subject", "representative"], "ExpressedOfficialOrganisationId"]
"""Who expressed a data subject's will."""


class ExtendSubjectRequest(TypedDict):
    """Extends the time by two months, on behalf of the controller, within the first month (Art. 12(3))."""

    reason: Remark
    """The reason that the person is told. Kept in the vault."""
    request: SubjectRequestId
    """The request."""


class ExtentOnly(TypedDict):
    """Only these matters."""

    only: list[SubjectMatter]


Extent: TypeAlias = Union[Literal["everything"], "ExtentOnly"]
"""What an appointment is for, on record."""


class ExtentRefOnly(TypedDict):
    """Only these matters; at least one."""

    only: list[SubjectMatterRef]


ExtentRef: TypeAlias = Union[Literal["everything"], "ExtentRefOnly"]
"""What an appointment is for, in a command. There is no default: the command must say it."""


class FactsView(TypedDict):
    """The facts of a reason, for programs."""

    count: NotRequired[int]
    """A number."""
    date: NotRequired[Date]
    """A day."""
    item: NotRequired[ItemId]
    """The item that waits."""
    on: NotRequired[ItemId]
    """The item that is waited for."""
    purpose: NotRequired[PurposeRef]
    """The purpose."""
    role: NotRequired[Key]
    """The role."""


class Figure(TypedDict):
    """A figure about the results. The value is a text, so that it stays exact."""

    category: NotRequired[str]
    """Its category."""
    name: Localized
    """What is measured."""
    unit: NotRequired[str]
    """The unit."""
    value: str
    """The value."""


FileDigest: TypeAlias = str
"""32 bytes as lower-case hexadecimal."""


class FitReasonView(TypedDict):
    """A reason for a recommendation."""

    answer: Key
    """The answer."""
    because: ReadText
    """The reason."""
    question: Key
    """The question."""


class FitView(TypedDict):
    """A recommended model or template, with the reasons."""

    document: NotRequired[DocumentId]
    """The document, if it comes with the library."""
    id: Key
    """Its name for programs."""
    name: NotRequired[ReadText]
    """Its name for people."""
    reasons: list[FitReasonView]
    """The reasons, one per answer."""
    weight: int
    """The weight of the recommendation."""


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
    """The interlinker."""
    kind: InterlinkerKind
    """Its kind."""
    name: ReadText
    """Its name."""


class FoundView(TypedDict):
    """Interlinkers that were found."""

    interlinkers: list[Found]
    """The best first."""


class Gap(TypedDict):
    """Something that a notice lacks, or must not contain."""

    article: str
    """The article that requires it."""
    message: str
    """A sentence that describes it."""
    path: str
    """The place in the notice: a JSON Pointer."""


class GiveApproval(TypedDict):
    """Approves somebody else's act before it happens, where the governance model requires it.

    Only a holder of a role that the model names for the act, on the item's scope, can approve, and only
    in a role that somebody else granted. The approval is for the exact command that was requested, as
    long as what it concerns does not change, and counts while the approver holds the role without
    interruption.
    """

    request: ApprovalId
    """The request: the id of the `approval.asked`."""


class GiveConsent(TypedDict):
    """Consents to one purpose, under the notice in force."""

    acting_for: NotRequired[HostId | None]
    """The organisation on whose behalf an official records it."""
    data_subject: NotRequired[HostId | None]
    """The data subject, if not the actor."""
    evidence: NotRequired[FileDigest | None]
    """The SHA-256 of the signed document or of the minutes; required of an official."""
    explicit: NotRequired[bool]
    """Whether consent was given in words or by a signature; required for special categories of data."""
    language: Language
    """The language in which the data subject read the notice."""
    method: Indication
    """How it was expressed."""
    notice: DocumentId
    """The notice that was read: the SHA-256 of its canonical JSON."""
    organisation: HostId
    """The controller."""
    purpose: Key
    """The purpose."""
    said_at: NotRequired[Timestamp | datetime | None]
    """When the consent was given elsewhere, if an official brings it over from another system or from
    paper. It counts from when it is recorded here, for no longer than it would have counted there, and
    never overrides anything that the data subject has expressed since.
    """
    valid: Validity
    """How long the consent is valid."""


class GiveRating(TypedDict):
    """Rates something, or changes the actor's earlier rating."""

    rated: Rated
    """What is rated."""
    seen_in: DocumentId
    """The document that shows it: the catalogue or the publication, by the SHA-256 of its canonical JSON."""
    stars: Stars
    """How helpful it was, from 0 to 5."""
    text: NotRequired[Remark | None]
    """The reason in the actor's words. Kept in the vault, as a text about the actor; readers of the
    ratings see it without the actor's name.
    """


class GovernanceAdopted(TypedDict):
    """The process adopted another governance model."""

    effect: Effect
    """The effect of the change."""
    model: DocumentId
    """The model."""
    reason: Commitment
    """The reason: a commitment to a text in the vault."""
    relied_on: NotRequired[list[Reliance]]
    """What the decision read in other streams."""


GrantId: TypeAlias = str
"""16 bytes as lower-case hexadecimal."""

GrantMandate = TypedDict(
    "GrantMandate",
    {
        # The code by which the holder will accept it, if the kind asks for one. Kept in the vault.
        "acceptance_code": NotRequired[Union["Key", None]],
        # Evidence, if the kind asks for it.
        "act_evidence": NotRequired[Union["Evidence", None]],
        # The first day; today if absent.
        "from": NotRequired[Union["Date", None]],
        # The party that will act, by the host's id.
        "mandate_holder": "MandateHolderRef",
        # The kind.
        "mandate_kind": "DocumentId",
        # What it is limited to.
        "mandate_targets": NotRequired["list[MandateTarget]"],
        # Whether the holder may pass it on.
        "may_pass_on": NotRequired[bool],
        # The powers, by their codes; all of the kind's if none is named.
        "powers": NotRequired["list[Key]"],
        # The party that will be acted for, by the host's id.
        "principal": "PrincipalRef",
        # An earlier mandate between the same parties that this one replaces once it begins.
        "supersedes": NotRequired[Union["MandateId", None]],
        # The last day.
        "through": NotRequired[Union["Date", None]],
        # How often it can be used.
        "uses": NotRequired[Union[int, None]],
    },
)
"""Grants a mandate: by the principal, or by whoever the kind says may grant it for them."""

GrantRole = TypedDict(
    "GrantRole",
    {
        # The organisation for which a person will act; the role is then held in its stakeholder kind. Without
        # one, the person acts for themselves, as a citizen. Not for teams, which have their own kind.
        "acting_for": NotRequired[Union["HostId", None]],
        # When the grant begins; at the command's time if absent.
        "from": NotRequired[Union["Timestamp", None]],
        # The party that receives the role.
        "holder": "HolderRef",
        # The item; the whole process if absent.
        "item": NotRequired[Union["ItemId", None]],
        # The role, by its key in the governance model.
        "role": "Key",
        # When the grant ends; never if absent.
        "until": NotRequired[Union["Timestamp", None]],
    },
)
"""Grants a party a role on the process, or on an item and everything below it.

Needs `role.grant` there. Nobody can grant permissions that they do not hold: an actor who is not an
administrator can only grant roles whose every permission they hold there.
"""


class GrantView(TypedDict):
    """A grant."""

    ended: NotRequired[Timestamp]
    """When it was ended early."""
    grant: GrantId
    """Its id."""
    granted_by: PartyName
    """The person who granted it."""
    holder: PartyName
    """The party that holds it."""
    holds: bool
    """Whether it is in force at the moment of the view."""
    item: NotRequired[ItemId]
    """The item on and below which it applies; the whole process if absent."""
    kind: StakeholderKind
    """The stakeholder kind in which it is held."""
    organisation_id: NotRequired[OrganisationId]
    """The organisation for which it is held: the grant is suspended while the holder does not belong to
    it.
    """
    role: Key
    """The role."""
    window: Window
    """The intended time of the grant."""


class GrantWord(TypedDict):
    """A grant, as a reason names it."""

    grant: GrantId
    """The grant."""
    item: NotRequired[ItemId]
    """The item on and below which it applies; the whole process if absent."""
    role: Key
    """The role."""
    team_id: NotRequired[TeamId]
    """The team that holds it; the person if absent."""


Group: TypeAlias = Literal[
    # A decision that others wait for.
    "decision",
    # A legal obligation of a controller or an administrator.
    "duty",
    # A late task that is assigned to the person and can be done now.
    "overdue",
    # Any other act that is possible now.
    "possible",
    # What the person is permitted to do but cannot do yet.
    "blocked",
    # What a process lacks for work to go well.
    "set_up",
]
"""The kind of a step; the groups come in the order of the ranking."""


class GuideRequest(TypedDict):
    """Which governance model and template fit."""

    answers: NotRequired[dict[str, Key]]
    """The answers so far, by question; the answer to an empty request lists the questions."""
    language: NotRequired[Language | None]
    """The language; English if absent."""


class GuideView(TypedDict):
    """Advice on governance models and templates."""

    models: list[FitView]
    """Recommended governance models, the best first."""
    questions: list[QuestionView]
    """The questions that have no answer yet."""
    templates: list[FitView]
    """Recommended templates of the official catalogue, by their ids there, the best first."""
    unknown: list[Key]
    """Answers to unknown questions, which have no effect."""


class Held(TypedDict):
    """A text about or by the person."""

    commitment: Commitment
    """Its commitment on record."""
    text: str
    """The text."""


class HolderPersonId(TypedDict):
    """A person, by pseudonym."""

    person_id: PersonId


class HolderTeamData(TypedDict):
    organisation_id: OrganisationId
    """The organisation."""
    team_id: TeamId
    """The team."""


class HolderTeam(TypedDict):
    """A team, in the organisation that it belongs to."""

    team: HolderTeamData


Holder: TypeAlias = Union["HolderPersonId", "HolderTeam"]
"""The party that holds a grant or is restricted."""


class HolderRefPerson(TypedDict):
    """A person."""

    person: HostId


class HolderRefTeam(TypedDict):
    """A team."""

    team: HostId


HolderRef: TypeAlias = Union["HolderRefPerson", "HolderRefTeam"]
"""The party that receives a role or is restricted, by the host's id."""

Home: TypeAlias = Literal[
    # The store that the bundle comes from: here the stream is a replica.
    "elsewhere",
    # This store, as the host decided.
    "here",
]
"""Where a stream is at home."""

HostId: TypeAlias = str
"""The id by which the host knows a party."""


class ImportAsset(TypedDict):
    """An asset as the other system had it."""

    claimed_created: NotRequired[Timestamp]
    """When it was made, by the other system's account. This is not a time of this record."""
    content: NotRequired[Content]
    """Its content; absent if the model cannot represent it and it is only carried."""
    id: Key
    """Its id there."""
    interlinker: NotRequired[Key]
    """The knowledge resource it was made from, as known to the other system."""
    item: Key
    """The key of its task."""
    licence: NotRequired[Licence]
    """The licence for using it."""
    title: Localized
    """Its title."""


class ImportBundleRequest(TypedDict):
    """Imports a bundle on the host's terms."""

    at: NotRequired[Timestamp | datetime | None]
    """The time of the import; by default the store's clock, or else the time of the bundle."""
    bundle: str
    """The bundle, as exported."""
    homes: NotRequired[list[StreamId]]
    """Streams that are at home at the bundle's source, although they are of people known here, are at home
    here so far, or came from another source.
    """
    source: NotRequired[Key | None]
    """The host's name for the source of the bundle: a system, never a person's name."""
    take_over: NotRequired[list[StreamId]]
    """Streams of the bundle that are at home here from now on."""


class ImportDocument(TypedDict):
    """An import in its written form. Fields are in canonical order."""

    administrators: NotRequired[list[int]]
    """The numbers of its administrators, counted from 0."""
    assets: NotRequired[list[ImportAsset]]
    """Its assets, in order."""
    carried: NotRequired[list[Carried]]
    """Data of the other system's format that the model cannot represent."""
    description: NotRequired[Localized]
    """A description of the process."""
    document: ImportMark
    """The kind of this document."""
    files: NotRequired[list[ImportFile]]
    """The files of the export."""
    id: Key
    """The process's id there."""
    language: Language
    """Its language by default."""
    name: Localized
    """Its name."""
    people: int
    """The number of people it names."""
    places: NotRequired[list[ImportPlace]]
    """The places where it names people."""
    statuses: NotRequired[list[ImportStatus]]
    """The statuses of its items, if not the initial ones."""
    template: NotRequired[TemplateDocument]
    """Its plan, if it had any."""


class ImportDocumentInput(TypedDict):
    """An import in its written form. Fields are in canonical order."""

    administrators: NotRequired[list[int]]
    """The numbers of its administrators, counted from 0."""
    assets: NotRequired[list[ImportAsset]]
    """Its assets, in order."""
    carried: NotRequired[list[Carried]]
    """Data of the other system's format that the model cannot represent."""
    description: NotRequired[Localized | None]
    """A description of the process."""
    document: ImportMark
    """The kind of this document."""
    files: NotRequired[list[ImportFile]]
    """The files of the export."""
    id: Key
    """The process's id there."""
    language: Language
    """Its language by default."""
    name: Localized
    """Its name."""
    people: int
    """The number of people it names."""
    places: NotRequired[list[ImportPlace]]
    """The places where it names people."""
    statuses: NotRequired[list[ImportStatus]]
    """The statuses of its items, if not the initial ones."""
    template: NotRequired[TemplateDocumentInput | None]
    """Its plan, if it had any."""


class ImportFile(TypedDict):
    """A file of the export. The host stores its bytes."""

    asset: NotRequired[Key]
    """The asset it belongs to."""
    path: str
    """Its path, with `/` between the parts."""
    sha256: FileDigest
    """SHA-256 of the bytes."""
    size: int
    """Its length in bytes."""


ImportMark: TypeAlias = Literal[
    # This document is an import.
    "import",
]
"""The text `import`."""


class ImportPerson(TypedDict):
    """A person named in an export."""

    acting_for: NotRequired[HostId | None]
    """The organisation for which the person administers the process; without one they do as a citizen."""
    host_id: HostId
    """The host's id of the person."""
    named: NotRequired[HostId | None]
    """How the other system names the person, if not by the host's id. Kept in the vault, as a text about
    them.
    """


class ImportPlace(TypedDict):
    """A place where the other system named a person."""

    person: int
    """The person's number, counted from 0."""
    pointer: str
    """The place, as a JSON Pointer (RFC 6901)."""


ImportProcess = TypedDict(
    "ImportProcess",
    {
        # The organisation in whose name it is created. Without one the actor acts for themselves, as a
        # citizen.
        "acting_for": NotRequired[Union["HostId", None]],
        # The catalogue it takes interlinkers from, by the SHA-256 of its canonical JSON.
        "catalogue": NotRequired[Union["DocumentId", None]],
        # The governance model, by the SHA-256 of its canonical JSON.
        "governance": "DocumentId",
        # The export of the other system, by the SHA-256 of its canonical JSON.
        "import": "DocumentId",
        # The host's ids of the people named in the export, in their order.
        "people": NotRequired["list[ImportPerson]"],
    },
)
"""Creates a process from another system's export: its plan and progress, its assets, and its
administrators. All of it or nothing. Needs what creating needs.
"""


class ImportStatus(TypedDict):
    """The progress of an item."""

    claimed_finished: NotRequired[Timestamp]
    """When the task was finished, by the other system's account. This is not a time of this record."""
    claimed_started: NotRequired[Timestamp]
    """When work on the task began, by the other system's account."""
    disabled: NotRequired[bool]
    """Whether it was disabled."""
    item: Key
    """The item's key."""
    status: NotRequired[Status]
    """The task's status. A parent's is derived from its children."""


class Imported(TypedDict):
    """The result of an import."""

    disclosed: int
    """The number of events withheld here so far that it tells."""
    erased: list[PersonId]
    """The people erased at their home, whom this import erases here."""
    events: int
    """The number of the bundle's events that are new here."""
    exported_at: Timestamp
    """The time as of which the bundle knows its content."""
    process: ProcessId
    """The process."""
    scrubbed: NotRequired[bool]
    """After an erasure, a redaction or a rectification: whether the old data is physically gone too. If
    not, the store removes it as soon as it can.
    """
    source: Key
    """The host's name for the source."""
    streams: list[Verified]
    """The streams of the bundle, each verified: its events follow from each other. The record cannot prove
    who wrote them.
    """
    taken_over: list[StreamId]
    """Those that are at home here from now on."""
    trusted: list[StreamId]
    """Those taken on trust, as replicas of streams that are at home elsewhere."""
    withheld: int
    """The number of its events that are withheld: only their ids are known."""


class ImportedPerson(TypedDict):
    """A person named in an export."""

    named: Commitment
    """How the other system names the person: a commitment to a text in the vault."""
    person_id: PersonId
    """The person."""


Indication: TypeAlias = Literal[
    # In a form on a screen, with nothing ticked in advance.
    "form",
    # On paper.
    "paper",
    # In person, before an official.
    "in_person",
    # By telephone, to an official.
    "telephone",
]
"""How a data subject expressed their will."""


class Integration(TypedDict):
    """How the host reaches a program that it runs. Stored as data; the library never follows it."""

    api_path: NotRequired[str]
    """The path of its programming interface."""
    auth_method: NotRequired[AuthMethod]
    """How it learns who its user is."""
    capabilities: NotRequired[dict[str, Localized | None]]
    """The actions it offers, with their names there."""
    host_name: NotRequired[str]
    """The host name of its addresses, if not the host's own."""
    path: NotRequired[str]
    """Its path at that host name."""
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
    """The other item must reach a status."""

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
"""The list of the official files, or the one object of the official JSON Schema."""

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
    """An entry of a catalogue. Fields are in canonical order."""

    areas: NotRequired[list[Area]]
    """The areas where it applies."""
    body: InterlinkerBody
    """The fields of its kind."""
    constraints: NotRequired[Localized]
    """Limits to its use."""
    description: NotRequired[Localized]
    """A description."""
    difficulty: NotRequired[Difficulty]
    """How hard it is to use."""
    domain: NotRequired[str]
    """The field it is for."""
    environments: NotRequired[list[str]]
    """The installations it is meant for, if not for all."""
    form: NotRequired[Form]
    """Its shape."""
    format: NotRequired[Format]
    """Its format."""
    id: Key
    """Its name for programs, unique in the catalogue."""
    instructions: NotRequired[dict[str, str]]
    """How to use it: a text, a file or a link, per language."""
    languages: NotRequired[list[Language]]
    """The languages it is offered in."""
    licence: NotRequired[LicenceClass]
    """The licence class under which it may be used."""
    logotype: NotRequired[str]
    """The file of its picture."""
    name: Localized
    """Its name for people."""
    overview: NotRequired[Localized]
    """A description in a line."""
    problem_profiles: NotRequired[list[Key]]
    """The problem profiles it answers."""
    process: NotRequired[str]
    """The process it is for."""
    regulations: NotRequired[Localized]
    """The regulations it complies with."""
    services: NotRequired[list[Service]]
    """Its effects on a service."""
    sustainability: NotRequired[bool]
    """Whether it helps to sustain a service."""
    tags: NotRequired[dict[str, list[str]]]
    """Words to find it by, per language."""
    targets: NotRequired[list[Target]]
    """Its target groups."""


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
    """The name of a link to it."""
    uris: NotRequired[dict[str, str]]
    """Its address, per language."""


class InterlinkerBodyExternalKnowledge(TypedDict):
    """A resource that is linked."""

    external_knowledge: InterlinkerBodyExternalKnowledgeData


class InterlinkerBodySoftwareData(TypedDict):
    deployment_manual: NotRequired[str]
    """The address of its deployment manual."""
    developer_manual: NotRequired[str]
    """The address of its developer manual."""
    integration: NotRequired[Integration]
    """How the host reaches it."""
    internationalised: NotRequired[bool]
    """Whether it has several languages."""
    responsive: NotRequired[bool]
    """Whether it suits small screens."""
    supported_by: NotRequired[list[Supporter]]
    """Who runs it."""
    user_manual: NotRequired[str]
    """The address of its user manual."""


class InterlinkerBodySoftware(TypedDict):
    """A program that the host runs."""

    software: InterlinkerBodySoftwareData


class InterlinkerBodyExternalSoftwareData(TypedDict):
    asset_name: NotRequired[Localized]
    """The name of a link to it."""
    uris: NotRequired[dict[str, str]]
    """Its address, per language."""


class InterlinkerBodyExternalSoftware(TypedDict):
    """A program that others run."""

    external_software: InterlinkerBodyExternalSoftwareData


InterlinkerBody: TypeAlias = Union[
    "InterlinkerBodyKnowledge",
    "InterlinkerBodyExternalKnowledge",
    "InterlinkerBodySoftware",
    "InterlinkerBodyExternalSoftware",
]
"""The fields of one kind of interlinker."""

InterlinkerKind: TypeAlias = Literal[
    # A resource that is copied and filled in: a template, a canvas, a guide.
    "knowledge",
    # A resource elsewhere, which is linked.
    "external_knowledge",
    # A program run by the host that keeps assets for tasks.
    "software",
    # A program run by others.
    "external_software",
]
"""The kind of an interlinker."""


class InterlinkerUse(TypedDict):
    """How much an interlinker is used in a process: counted by the assets made from it and those it holds,
    including deleted ones.
    """

    assets: int
    """The number of assets."""
    first: Timestamp
    """When the first of them was added."""
    interlinker: Key
    """The interlinker."""
    last: Timestamp
    """When the last of them was added."""
    months: list[MonthUse]
    """The number added per month, for months with any, in order."""
    process: ProcessId
    """The process."""
    tasks: int
    """The number of tasks with such assets."""


InvalidateConsent = TypedDict(
    "InvalidateConsent",
    {
        # The data subject.
        "data_subject": NotRequired[Union["HostId", None]],
        # What the authority decided, and where the decision can be read. Kept in the vault.
        "decision": "Remark",
        # The SHA-256 of the decision.
        "evidence": NotRequired[Union["FileDigest", None]],
        # From when on the consent was invalid; not after the command's time.
        "from": Union["Timestamp", datetime],
        # The controller.
        "organisation": "HostId",
        # The purpose.
        "purpose": "Key",
        # All consents that began before this are invalid; if absent, only the one that was valid at `from`,
        # or the first that began after it.
        "until": NotRequired[Union["Timestamp", None]],
    },
)
"""Records, on behalf of the controller, that an authority found a consent invalid."""


class ItemAdded(TypedDict):
    """An item was added by hand."""

    before: NotRequired[ItemId]
    """The sibling it came before; it came last if absent."""
    codelivery: NotRequired[bool]
    """Whether the service is delivered in it."""
    description: NotRequired[Localized]
    """A description."""
    item: ItemId
    """Its id."""
    kind: ItemKind
    """Its kind."""
    name: Localized
    """Its name."""
    parent: NotRequired[ItemId]
    """Its parent."""
    problem_profiles: NotRequired[list[Key]]
    """Its problem profiles."""
    relied_on: NotRequired[list[Reliance]]
    """What the decision read in other streams."""


class ItemDisabled(TypedDict):
    """An item was disabled with everything below it."""

    item: ItemId
    """The item."""
    prerequisites_waived: NotRequired[list[Unmet]]
    """Enforced prerequisites that no longer apply."""
    reason: NotRequired[Commitment]
    """Why: a commitment to a text in the vault."""
    relied_on: NotRequired[list[Reliance]]
    """What the decision read in other streams."""


class ItemEdited(TypedDict):
    """An item was changed; absent fields stayed unchanged."""

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
    """What the decision read in other streams."""


class ItemEnabled(TypedDict):
    """An item was enabled again."""

    item: ItemId
    """The item."""
    relied_on: NotRequired[list[Reliance]]
    """What the decision read in other streams."""


ItemId: TypeAlias = str
"""16 bytes as lower-case hexadecimal."""

ItemKind: TypeAlias = Literal[
    # A phase of the process; holds objectives.
    "phase",
    # A goal; holds tasks.
    "objective",
    # A piece of work.
    "task",
]
"""The kind of an item."""


class ItemMoved(TypedDict):
    """An item was moved among its siblings, or to another parent."""

    before: NotRequired[ItemId]
    """The sibling it came before; it came last if absent."""
    item: ItemId
    """The item."""
    parent: NotRequired[ItemId]
    """Its new parent; absent if unchanged."""
    prerequisites_waived: NotRequired[list[Unmet]]
    """Enforced prerequisites that no longer apply."""
    reason: NotRequired[Commitment]
    """Why: a commitment to a text in the vault."""
    relied_on: NotRequired[list[Reliance]]
    """What the decision read in other streams."""


class ItemPermissions(TypedDict):
    """What a party may do on one item."""

    item: ItemId
    """The item."""
    permissions: PermissionSet
    """The permissions on the item."""


class ItemScheduled(TypedDict):
    """A task was planned."""

    end: NotRequired[Date]
    """The last day."""
    item: ItemId
    """The task."""
    relied_on: NotRequired[list[Reliance]]
    """What the decision read in other streams."""
    start: NotRequired[Date]
    """The first day."""


class ItemView(TypedDict):
    """An item and everything below it."""

    blocked: bool
    """Whether an enforced prerequisite holds work back here."""
    children: NotRequired[list[ItemView]]
    """Its parts, in order."""
    claimed_finished: NotRequired[Timestamp]
    """When it was finished, by that system's account."""
    claimed_started: NotRequired[Timestamp]
    """When work on it began, by the account of the system it was imported from; not a time of this record."""
    codelivery: NotRequired[bool]
    """Whether the service is delivered in it."""
    description: NotRequired[ReadText]
    """Its description."""
    enabled: bool
    """Whether neither it nor anything above it is disabled."""
    end: NotRequired[Date]
    """Its planned last day."""
    item: ItemId
    """Its id."""
    key: NotRequired[Key]
    """Its key in the template."""
    kind: ItemKind
    """Its kind."""
    name: ReadText
    """Its name."""
    problem_profiles: NotRequired[list[Key]]
    """Its problem profiles."""
    progress: int
    """Its progress, in whole percent."""
    start: NotRequired[Date]
    """Its planned first day."""
    status: Status
    """Its status."""
    waits_for: NotRequired[list[Wait]]
    """Its own prerequisites."""


class KeepText(TypedDict):
    """Keeps a text about the person despite an erasure, on behalf of the controller that holds it and is
    required by law to keep it (Art. 17(3)), for thirty years at most. The pseudonym link is erased
    nevertheless. A later command replaces the time of an earlier one, and whether the text is kept with
    attribution.
    """

    attributed: NotRequired[bool]
    """Whether this controller can still find out whom the text concerns: for legal claims only, and not
    while an erasure request is open. The link is sealed when the person is erased, and used for nothing
    else.
    """
    exception: Exception
    """The exception that applies."""
    law: Localized
    """The law that requires it. Public."""
    organisation: HostId
    """The controller, by the host's id."""
    text: Commitment
    """The text, by its commitment on record."""
    until: Timestamp | datetime
    """When the text is no longer kept."""


class Kept(TypedDict):
    """Where data are kept: Art. 30(1)(e) if outside the European Economic Area."""

    places: list[Country]
    """The countries."""
    transfer: NotRequired[TransferView]
    """The ground for the transfer."""


class KeptView(TypedDict):
    """A text that is kept although the person it concerns is or would be erased (Art. 17(3))."""

    attributed: bool
    """Whether that organisation can still find out whom the text concerns."""
    exception: Exception
    """The exception that applies."""
    law: Localized
    """The law that requires it, in the languages in which it was given."""
    organisation_id: OrganisationId
    """The organisation that keeps it."""
    over: bool
    """Whether its time is over but it is still there: the person must be erased again."""
    person: PartyName
    """The person it concerns."""
    text: Commitment
    """The text, by its commitment on record."""
    until: Timestamp
    """When it is no longer kept."""


Key: TypeAlias = str
"""The name of a part of a document."""


class KindDocument(TypedDict):
    """A kind of mandates as a document. Fields are in canonical order."""

    acceptance: Acceptance
    """Whether a mandate takes effect without its holder."""
    default_length: NotRequired[Length]
    """For how long a mandate holds if its grant does not say."""
    description: NotRequired[Localized]
    """What the kind is for."""
    document: KindMark
    """The kind of this document."""
    end_rule: EndRule
    """Whether a mandate has a last day."""
    evidence_for: NotRequired[list[EvidenceFor]]
    """The acts that need evidence."""
    holder_forms: list[PartyForm]
    """The forms of party that can hold a mandate."""
    kind_code: Key
    """Its code, which all its versions share: `NAMESPACE:CODE`."""
    longest_length: NotRequired[Length]
    """The longest time from the first to the last day; without limit if absent."""
    look_back_days: NotRequired[int]
    """How many days before the mandate begins its holder may look back. It permits no act for that time."""
    mandate_sources: list[Source]
    """Where mandates of this kind come from."""
    may_grant: NotRequired[Authority]
    """Who may grant a mandate, asked at the principal."""
    may_pass_on: NotRequired[Authority]
    """Who may pass a mandate on, asked at its holder."""
    may_renounce: NotRequired[Authority]
    """Who may renounce a mandate, asked at its holder."""
    may_withdraw: NotRequired[Authority]
    """Who may revoke, suspend and resume a mandate, asked at the principal."""
    name: Localized
    """Its name."""
    pass_on: NotRequired[PassOn]
    """Whether a mandate can be passed on."""
    pending_days: NotRequired[int]
    """After how many days a mandate that nobody accepted expires."""
    powers: dict[str, Power]
    """The powers, by code: `NAMESPACE:CODE`."""
    principal_forms: list[PartyForm]
    """The forms of party that can be acted for."""
    requestable: NotRequired[bool]
    """Whether the future holder can ask for a mandate, for the principal to accept."""
    self_for_organisations: NotRequired[bool]
    """Whether an organisation can give itself a mandate, to assign its powers to its people."""
    time_zone: TimeZone
    """The time zone of its days."""
    together: NotRequired[Together]
    """How many of its holders must act together, each of them another person; each acts alone if absent."""
    version: int
    """The version of the document, from 1."""
    wrong_code: NotRequired[WrongCode]
    """The effect of a wrong code."""


class KindDocumentInput(TypedDict):
    """A kind of mandates as a document. Fields are in canonical order."""

    acceptance: Acceptance
    """Whether a mandate takes effect without its holder."""
    default_length: NotRequired[Length | None]
    """For how long a mandate holds if its grant does not say."""
    description: NotRequired[Localized | None]
    """What the kind is for."""
    document: KindMark
    """The kind of this document."""
    end_rule: EndRule
    """Whether a mandate has a last day."""
    evidence_for: NotRequired[list[EvidenceFor]]
    """The acts that need evidence."""
    holder_forms: list[PartyForm]
    """The forms of party that can hold a mandate."""
    kind_code: Key
    """Its code, which all its versions share: `NAMESPACE:CODE`."""
    longest_length: NotRequired[Length | None]
    """The longest time from the first to the last day; without limit if absent."""
    look_back_days: NotRequired[int]
    """How many days before the mandate begins its holder may look back. It permits no act for that time."""
    mandate_sources: list[Source]
    """Where mandates of this kind come from."""
    may_grant: NotRequired[Authority]
    """Who may grant a mandate, asked at the principal."""
    may_pass_on: NotRequired[Authority]
    """Who may pass a mandate on, asked at its holder."""
    may_renounce: NotRequired[Authority]
    """Who may renounce a mandate, asked at its holder."""
    may_withdraw: NotRequired[Authority]
    """Who may revoke, suspend and resume a mandate, asked at the principal."""
    name: Localized
    """Its name."""
    pass_on: NotRequired[PassOnInput | None]
    """Whether a mandate can be passed on."""
    pending_days: NotRequired[int | None]
    """After how many days a mandate that nobody accepted expires."""
    powers: dict[str, Power]
    """The powers, by code: `NAMESPACE:CODE`."""
    principal_forms: list[PartyForm]
    """The forms of party that can be acted for."""
    requestable: NotRequired[bool]
    """Whether the future holder can ask for a mandate, for the principal to accept."""
    self_for_organisations: NotRequired[bool]
    """Whether an organisation can give itself a mandate, to assign its powers to its people."""
    time_zone: TimeZone
    """The time zone of its days."""
    together: NotRequired[Together | None]
    """How many of its holders must act together, each of them another person; each acts alone if absent."""
    version: int
    """The version of the document, from 1."""
    wrong_code: NotRequired[WrongCode]
    """The effect of a wrong code."""


KindMark: TypeAlias = Literal[
    # This document is a kind of mandates.
    "mandate_kind",
]
"""The word `mandate_kind`."""

Language: TypeAlias = str
"""A BCP 47 language tag."""


class LanguageView(TypedDict):
    """An added message catalogue."""

    language: Language
    """Its language."""


LawfulBasis: TypeAlias = Literal[
    # The data subject consented: Art. 6(1)(a).
    "consent",
    # A contract with the data subject requires it: Art. 6(1)(b).
    "contract",
    # A law requires it: Art. 6(1)(c).
    "legal_obligation",
    # It protects somebody's life: Art. 6(1)(d).
    "vital_interest",
    # A task in the public interest or of official authority requires it: Art. 6(1)(e).
    "public_task",
    # A legitimate interest that is not overridden by those of the data subject: Art. 6(1)(f).
    "legitimate_interest",
]
"""The six lawful bases of GDPR Art. 6(1). A purpose has exactly one here, although the law says “at least
one”, so that it is always clear which rights and which act apply.
"""


class Leaderboard(TypedDict):
    """The leaderboard of points."""

    places: list[Place]
    """The places, in order."""
    process: ProcessId
    """The process."""


LeaderboardRequest = TypedDict(
    "LeaderboardRequest",
    {
        # The state asked about: awards taken back later still count.
        "as_of": NotRequired["AsOf"],
        # What to rank by; people if absent.
        "by": NotRequired["RankBy"],
        # Awards count from this time; from the beginning if absent.
        "from": NotRequired[Union["Timestamp", None]],
        # The process.
        "process": "ProcessId",
        # Awards count until this time, exclusive; without end if absent.
        "until": NotRequired[Union["Timestamp", None]],
    },
)
"""The points of each person or team."""


class LeftOut(TypedDict):
    """How much a copy of a process left out."""

    assets: int
    """Assets."""
    contributions: int
    """Claims of contributions."""
    requirements: NotRequired[list[RequirementLeftOut]]
    """Required purposes that the copy does not have: those of other controllers, of items left out, and of
    assets.
    """


Length: TypeAlias = str
"""A length of civil time (ISO 8601): years, months or days."""

Level: TypeAlias = Literal[
    # A little; counts once.
    "low",
    # Counts twice.
    "medium",
    # Much; counts three times.
    "high",
]
"""The level of a contribution."""

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
    """Lifts a restriction of processing, on behalf of the controller. The person is told first (Art.
    18(3)).
    """

    reason: Remark
    """The reason that the person is told. Kept in the vault."""
    request: SubjectRequestId
    """The request on which the restriction was granted."""


class LiftRestriction(TypedDict):
    """Ends a restriction at the command's time. Needs `restriction.place` on its scope."""

    restriction: RestrictionId
    """The restriction."""


class LimitDays(TypedDict):
    """This many days."""

    days: int


class LimitUntilEventData(TypedDict):
    days: int
    """The longest, in days."""
    text: ReadText
    """The event."""


class LimitUntilEvent(TypedDict):
    """Until an event, or for this many days if it does not occur."""

    until_event: LimitUntilEventData


Limit: TypeAlias = Union["LimitDays", "LimitUntilEvent"]
"""How long data are kept: Art. 30(1)(f)."""


class LinkFault(TypedDict):
    """The first respect in which a mandate does not reach."""

    dimension: Dimension
    """In which respect."""
    mandate_id: MandateId
    """The mandate."""
    mandate_status: MandateStatus
    """Its status at that moment."""


Localized: TypeAlias = dict[str, str]
"""The same text in one or more languages; never empty."""


class MakeAssignment(TypedDict):
    """Assigns work on a task to a person or a team. Needs `task.assign` there."""

    asset: NotRequired[AssetId | None]
    """The asset of the task to work on, if any."""
    holder: HolderRef
    """The assignee."""
    item: ItemId
    """The task."""
    text: NotRequired[Remark | None]
    """The work. Kept in the vault, as a text about the assignee."""


class MakeSubjectRequest(TypedDict):
    """Makes a request to a controller under GDPR Art. 15 to 22. By the person; by a representative for
    everything that this controller does; or by somebody who acts for the controller and received it.
    Without a stream, it concerns the actor.
    """

    organisation: HostId
    """The controller, by the host's id."""
    right: Right
    """The right that is exercised."""
    text: NotRequired[Remark | None]
    """The request in the person's words. Kept in the vault."""


class MandateAccepted(TypedDict):
    """A mandate was accepted."""

    by_mandate_id: NotRequired[MandateId]
    """The mandate by which the actor accepted it; the party's own act if absent."""
    relied_on: NotRequired[list[Reliance]]
    """The other streams that the decision read."""


class MandateAnswer(TypedDict):
    """Whether a person may exercise a power for a party."""

    actor: PartyName
    """Who acts."""
    allowed: bool
    """Whether they may."""
    mandate_ids: list[MandateId]
    """The mandates from the actor's to those that the principal granted; empty if not allowed."""
    mandates: list[LinkFault]
    """Why not: for each mandate between the two, the first respect in which it does not reach. Empty if
    there is none.
    """
    on_behalf_of: PartyName
    """For whom."""
    through: list[PartyName]
    """Who stands between the two, from the actor's side."""
    together: NotRequired[TogetherView]
    """Who counts, where several people must act together; absent where the actor alone would do, or nobody
    could.
    """


class MandateCheckRequest(TypedDict):
    """May this person exercise this power for that party?"""

    actor: HostId
    """The person who would act, by the host's id."""
    at: Timestamp | datetime
    """The moment of the check."""
    effective_on: NotRequired[Date | date | None]
    """The day on which the act would take effect, or that what is looked at is of."""
    looks: NotRequired[bool]
    """Whether the actor would only look."""
    mandate_target: NotRequired[MandateTarget | None]
    """What it would be exercised for."""
    on_behalf_of: HostId
    """The party that they would act for, by the host's id."""
    power: Key
    """The power, by its code."""
    together_with: NotRequired[list[HostId]]
    """The people with whom the actor would act, by the host's ids, where several must act together."""


class MandateGranted(TypedDict):
    """A mandate was granted."""

    acceptance_code: NotRequired[Commitment]
    """The code that the holder must give: a commitment to a text in the vault."""
    act_evidence: NotRequired[EvidenceRef]
    """The evidence."""
    awaits_holder: NotRequired[bool]
    """Whether it waits for the holder's acceptance."""
    by_mandate_id: NotRequired[MandateId]
    """The mandate by which the actor granted it; the principal's own act if absent."""
    expires_at: NotRequired[Timestamp]
    """When it expires if nobody accepts it."""
    relied_on: NotRequired[list[Reliance]]
    """The other streams that the decision read."""
    supersedes: NotRequired[MandateId]
    """The mandate that it replaces once it begins."""
    terms: MandateTerms
    """What it says."""


class MandateHolderOrganisationId(TypedDict):
    """An organisation: those to whom it assigns the powers by mandates of its own."""

    organisation_id: OrganisationId


class MandateHolderPersonId(TypedDict):
    """A person, by pseudonym."""

    person_id: PersonId


class MandateHolderTeamData(TypedDict):
    organisation_id: OrganisationId
    """Its organisation."""
    team_id: TeamId
    """The team."""


class MandateHolderTeam(TypedDict):
    """Whoever is in a team at the time."""

    team: MandateHolderTeamData


MandateHolder: TypeAlias = Union["MandateHolderOrganisationId", "MandateHolderPersonId", "MandateHolderTeam"]
"""The party that acts for another."""


class MandateHolderRefOrganisation(TypedDict):
    """An organisation, which is registered here."""

    organisation: HostId


class MandateHolderRefPerson(TypedDict):
    """A person, who may be new here."""

    person: HostId


class MandateHolderRefTeam(TypedDict):
    """A team."""

    team: HostId


MandateHolderRef: TypeAlias = Union[
    "MandateHolderRefOrganisation",
    "MandateHolderRefPerson",
    "MandateHolderRefTeam",
]
"""The party that acts, by the host's id."""

MandateId: TypeAlias = str
"""16 bytes as lower-case hexadecimal."""


class MandateKindView(TypedDict):
    """A kind of mandates that comes with the library."""

    document: DocumentId
    """The SHA-256 of its canonical JSON."""
    kind_code: Key
    """Its code."""
    name: ReadText
    """Its name for people."""
    version: int
    """Its version."""


class MandateKindsRequest(TypedDict):
    """The kinds of mandates that come with the library."""

    language: NotRequired[Language | None]
    """The language; English if absent."""


class MandateKindsView(TypedDict):
    """The kinds of mandates that come with the library."""

    mandate_kinds: list[MandateKindView]
    """All of them."""


class MandatePassedOn(TypedDict):
    """A mandate was passed on."""

    act_evidence: NotRequired[EvidenceRef]
    """The evidence."""
    awaits_holder: NotRequired[bool]
    """Whether it waits for the holder's acceptance."""
    by_mandate_id: NotRequired[MandateId]
    """The mandate by which the actor passed it on; the parent holder's own act if absent."""
    expires_at: NotRequired[Timestamp]
    """When it expires if nobody accepts it."""
    parent_id: MandateId
    """The mandate that was passed on."""
    relied_on: NotRequired[list[Reliance]]
    """The other streams that the decision read."""
    terms: MandateTerms
    """What it says."""


class MandateRefused(TypedDict):
    """A mandate was refused."""

    by_mandate_id: NotRequired[MandateId]
    """The mandate by which the actor refused it; the party's own act if absent."""
    relied_on: NotRequired[list[Reliance]]
    """The other streams that the decision read."""


class MandateRegistered(TypedDict):
    """A mandate that exists outside the record was registered."""

    act_evidence: EvidenceRef
    """The evidence."""
    awaits_holder: NotRequired[bool]
    """Whether it waits for the holder's acceptance."""
    expires_at: NotRequired[Timestamp]
    """When it expires if nobody accepts it."""
    mandate_source: Source
    """Where it comes from."""
    relied_on: NotRequired[list[Reliance]]
    """The other streams that the decision read: the event that made the actor an operator."""
    terms: MandateTerms
    """What it says."""


class MandateRenounced(TypedDict):
    """A mandate was given back."""

    act_evidence: NotRequired[EvidenceRef]
    """The evidence."""
    by_mandate_id: NotRequired[MandateId]
    """The mandate by which the actor renounced it; the holder's own act if absent."""
    effective_at: Timestamp
    """When it ends."""
    relied_on: NotRequired[list[Reliance]]
    """The other streams that the decision read."""


class MandateRequest(TypedDict):
    """A mandate."""

    at: Timestamp | datetime
    """The moment that its status is for."""
    mandate_id: MandateId
    """The mandate."""


class MandateRequested(TypedDict):
    """A mandate was requested by its future holder."""

    act_evidence: NotRequired[EvidenceRef]
    """The evidence."""
    expires_at: NotRequired[Timestamp]
    """When the request expires."""
    relied_on: NotRequired[list[Reliance]]
    """The other streams that the decision read."""
    terms: MandateTerms
    """What it says."""


class MandateResumed(TypedDict):
    """A suspended mandate continues."""

    by_mandate_id: NotRequired[MandateId]
    """The mandate by which the actor resumed it; the principal's own act if absent."""
    relied_on: NotRequired[list[Reliance]]
    """The other streams that the decision read."""


class MandateRevoked(TypedDict):
    """A mandate or some of its powers were revoked."""

    act_evidence: NotRequired[EvidenceRef]
    """The evidence."""
    by_mandate_id: NotRequired[MandateId]
    """The mandate by which the actor revoked it; the party's own act if absent."""
    effective_at: Timestamp
    """When it ends."""
    powers: NotRequired[list[Key]]
    """The powers that end; all of them if none is named."""
    relied_on: NotRequired[list[Reliance]]
    """The other streams that the decision read."""
    wrong_code: NotRequired[bool]
    """Whether it ended because somebody gave a wrong code."""


MandateStatus: TypeAlias = Literal[
    # In force.
    "active",
    # Used as often as it can be.
    "consumed",
    # Its last day is over, or nobody accepted it in time.
    "expired",
    # It waits for an acceptance.
    "pending",
    # Whoever should have accepted it refused.
    "refused",
    # Its holder gave it back.
    "renounced",
    # It was revoked.
    "revoked",
    # It begins later.
    "scheduled",
    # Another mandate replaced it.
    "superseded",
    # It is suspended.
    "suspended",
]
"""The status of a mandate at a moment."""


class MandateSuspended(TypedDict):
    """A mandate was suspended."""

    by_mandate_id: NotRequired[MandateId]
    """The mandate by which the actor suspended it; the principal's own act if absent."""
    relied_on: NotRequired[list[Reliance]]
    """The other streams that the decision read."""


class MandateTargetAreaCode(TypedDict):
    """An area, by the host's code."""

    area_code: Key


class MandateTargetProcessItemData(TypedDict):
    item: ItemId
    """The item."""
    process: ProcessId
    """The process."""


class MandateTargetProcessItem(TypedDict):
    """An item of a process and everything below it."""

    process_item: MandateTargetProcessItemData


class MandateTargetProcess(TypedDict):
    """A process."""

    process: ProcessId


class MandateTargetServiceCode(TypedDict):
    """A public service, by the host's code."""

    service_code: Key


MandateTarget: TypeAlias = Union[
    "MandateTargetAreaCode",
    "MandateTargetProcessItem",
    "MandateTargetProcess",
    "MandateTargetServiceCode",
]
"""What a mandate is limited to. It applies to whatever at least one of its targets includes; without
targets, to everything.
"""

MandateTerms = TypedDict(
    "MandateTerms",
    {
        # The first day.
        "from": "Date",
        # The party that acts.
        "mandate_holder": "MandateHolder",
        # The kind.
        "mandate_kind": "DocumentId",
        # What it is limited to.
        "mandate_targets": NotRequired["list[MandateTarget]"],
        # The rights that the holder has in them, as far as the kind gives these.
        "power_rights": "list[PowerRight]",
        # The powers, by their codes.
        "powers": "list[Key]",
        # The party that is acted for.
        "principal": "Principal",
        # The last day; without end if absent.
        "through": NotRequired["Date"],
        # How often it can be used; without limit if absent.
        "uses": NotRequired[int],
    },
)
"""What a mandate says. Fields are in canonical order."""


class MandateUsed(TypedDict):
    """A power was used outside a process."""

    by_mandate_id: NotRequired[MandateId]
    """The mandate by which the actor acts for the holder; the holder's own act if absent."""
    mandate_target: NotRequired[MandateTarget]
    """What it was used for."""
    power: Key
    """The power."""
    relied_on: NotRequired[list[Reliance]]
    """The other streams that the decision read."""


MandateView = TypedDict(
    "MandateView",
    {
        # The first day.
        "from": "Date",
        # Who recorded it.
        "granted_by": "PartyName",
        # The code of its kind.
        "kind_code": "Key",
        # The party that acts.
        "mandate_holder": "PartyName",
        # The mandate.
        "mandate_id": "MandateId",
        # Its kind.
        "mandate_kind": "DocumentId",
        # Where it comes from.
        "mandate_source": "Source",
        # Its status at the moment asked about.
        "mandate_status": "MandateStatus",
        # What it is limited to; everything if absent.
        "mandate_targets": NotRequired["list[MandateTarget]"],
        # The name of its kind.
        "name": "Localized",
        # The mandate that it passes on.
        "parent_id": NotRequired["MandateId"],
        # The powers.
        "powers": "list[PowerView]",
        # The party that is acted for.
        "principal": "PartyName",
        # When it was recorded.
        "recorded_at": "Timestamp",
        # The last day; without end if absent.
        "through": NotRequired["Date"],
        # How often it was used outside processes.
        "times_used": int,
        # How often it can be used; without limit if absent.
        "uses": NotRequired[int],
    },
)
"""A mandate."""


class MandatesRequest(TypedDict):
    """The mandates of a party."""

    at: Timestamp | datetime
    """The moment that their status is for."""
    host_id: HostId
    """The party, by the host's id."""


class MandatesView(TypedDict):
    """The mandates of a party."""

    mandates_granted: list[MandateView]
    """Those by which others act for it, in the order in which they were recorded."""
    mandates_held: list[MandateView]
    """Those by which it acts for others."""


class Material(TypedDict):
    """A resource to read or use."""

    kind: NotRequired[str]
    """Its kind, in a word."""
    name: Localized
    """Its name."""
    uri: Uri
    """Its address."""


class Matter(TypedDict):
    """What an act concerns besides its item, on record. Fields are in canonical order."""

    asset: NotRequired[AssetId]
    """The asset."""
    command: NotRequired[ActName]
    """The type of the command."""
    document: NotRequired[DocumentId]
    """The governance model, template or catalogue that is adopted."""
    grant: NotRequired[GrantId]
    """The grant that is revoked."""
    holder: NotRequired[Holder]
    """The party that receives the role or the assignment, or is restricted."""
    on: NotRequired[ItemId]
    """The item that must be finished first."""
    purpose: NotRequired[Key]
    """The purpose that is required."""
    restriction: NotRequired[RestrictionId]
    """The restriction that is lifted."""
    role: NotRequired[Key]
    """The role."""


class MatterRef(TypedDict):
    """What an act concerns besides its item, in a command: parties by the host's ids."""

    asset: NotRequired[AssetId | None]
    """The asset."""
    command: NotRequired[ActName | None]
    """The type of the command; may be omitted if only one command needs the permission."""
    document: NotRequired[DocumentId | None]
    """The governance model, template or catalogue that is adopted."""
    grant: NotRequired[GrantId | None]
    """The grant that is revoked."""
    holder: NotRequired[HolderRef | None]
    """The party that receives the role or the assignment, or is restricted."""
    on: NotRequired[ItemId | None]
    """The item that must be finished first; may be omitted if the item waits for only one."""
    purpose: NotRequired[Key | None]
    """The purpose that is required."""
    restriction: NotRequired[RestrictionId | None]
    """The restriction that is lifted."""
    role: NotRequired[Key | None]
    """The role."""


class MatterView(TypedDict):
    """What an act concerns besides its item."""

    asset: NotRequired[AssetId]
    """The asset."""
    command: NotRequired[ActName]
    """The type of the command."""
    document: NotRequired[DocumentId]
    """The governance model, template or catalogue that is adopted."""
    grant: NotRequired[GrantId]
    """The grant that is revoked."""
    holder: NotRequired[PartyName]
    """The party that receives the role or the assignment, or is restricted."""
    on: NotRequired[ItemId]
    """The item that must be finished first."""
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
    """The person."""
    window: Window
    """The time of the membership."""


class MemberRemoved(TypedDict):
    """A membership ended, at the event's time."""

    person_id: PersonId
    """The person."""


class MembershipView(TypedDict):
    """A membership of a person."""

    ended: NotRequired[Timestamp]
    """When it was ended early."""
    person: PartyName
    """The person."""
    window: Window
    """The intended time of the membership."""


class MergeTeam(TypedDict):
    """Closes a team and moves its members into another team of the same kind, each for the rest of their
    membership. Roles are not moved: whoever grants roles in a process grants them to the other team.
    The actor must lead both teams, or administer the organisation.
    """

    into: HostId
    """The host's id of the team that continues."""
    team: HostId
    """The host's id of the team that is closed."""


class MessageCatalogueDocument(TypedDict):
    """A message catalogue in its written form.

    A phrase is a text with names in braces for what is filled in: `{actor} completed “{item}”.` The
    available names depend on the type of event; `Slot` describes them.
    """

    help: NotRequired[dict[str, str]]
    """Help after a refusal, by the code of the refusal."""
    language: Language
    """The language."""
    phrases: dict[str, str]
    """The phrases, by the type of the event; also `blocked` and `unblocked`, for which there is no event,
    and those for possible steps, by their code (`next.…`). For a missing type, another language is
    used.
    """
    refusals: NotRequired[dict[str, str]]
    """The sentences of refusals and reasons, by their code. If a code has several sentences, the name of
    the sentence follows after a slash; `short` is used for texts that programs write.
    """
    somebody: str
    """Stands for a person whom the vault no longer knows."""
    something: str
    """Stands for something that is no longer known."""
    words: NotRequired[dict[str, str]]
    """Words that are filled into refusals and are not names, by their English."""


MineBy: TypeAlias = Literal[
    # It is assigned to this person.
    "assignment",
    # It is assigned to a team of this person.
    "team",
    # A role permits it.
    "role",
]
"""Why something is a person's to do."""


class MineView(TypedDict):
    """Why a step is a person's."""

    assignment: NotRequired[AssignmentId]
    """The assignment."""
    by: MineBy
    """The reason."""
    role: NotRequired[Key]
    """The role that permits it."""
    team: NotRequired[PartyName]
    """The team to which it is assigned, or that holds the role."""


class ModelDocument(TypedDict):
    """A governance model as a document. Fields are in canonical order."""

    approvals: NotRequired[list[ApprovalRule]]
    """Which acts need whose approval."""
    description: NotRequired[Localized]
    """What the model is for."""
    document: ModelMark
    """The kind of this document."""
    founder: Key
    """The role that the creator of a process receives. It must administer the process."""
    id: Key
    """The model's name for programs, shared by all its versions."""
    name: Localized
    """The model's name for people."""
    prerequisites: PrerequisitePolicy
    """Whether prerequisites are enforced."""
    roles: dict[str, RoleDefinition]
    """The roles."""
    version: int
    """The version of the model, from 1."""
    work: NotRequired[WorkPolicy]
    """The rules for work and credit."""


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
    """The language of names; English if absent."""


class ModelsView(TypedDict):
    """The governance models that come with the library."""

    models: list[ModelView]
    """All of them."""


class MonthUse(TypedDict):
    """The number of assets added in a month."""

    assets: int
    """The number of assets."""
    month: Date
    """The first day of the month, in UTC."""


class MoveItem(TypedDict):
    """Moves an item among its siblings, or with everything in it to another parent. Needs `item.edit`, and
    for another parent `item.add` there. If a role, a restriction or a required purpose applies to the
    old or new place, so that others' permissions change, also needs `process.administer`.

    If something no longer has to wait then, this waives a prerequisite: it also needs
    `prerequisite.waive` there, the approvals that the model asks for, and a reason.
    """

    before: NotRequired[ItemId | None]
    """The sibling it comes before; it comes last if absent."""
    item: ItemId
    """The item."""
    parent: NotRequired[ItemId | None]
    """Its new parent; unchanged if absent."""
    reason: NotRequired[Remark | None]
    """Why. Required if it waives a prerequisite. Kept in the vault, as a text by the actor."""


class MustStopView(TypedDict):
    """Work that must stop because a purpose required there has no legal basis for a person's data."""

    assignment: NotRequired[AssignmentId]
    """The assignment, if it is one."""
    contribution: NotRequired[ContributionId]
    """The claim waiting for review, if it is one."""
    data_subject: PartyName
    """The person whose data may not be processed for it."""
    item: ItemId
    """The task."""
    person: PartyName
    """The person whose work it is."""
    purpose: PurposeRef
    """The required purpose."""
    reason: str
    """Why not, as a sentence."""
    requirement: RequirementId
    """The requirement."""


class MyApprovalView(TypedDict):
    """An act for which approval was asked."""

    act: NotRequired[NextAct]
    """The act."""
    approval: ApprovalId
    """The request."""
    at: Timestamp
    """When approval was asked for."""
    item: NotRequired[ItemId]
    """The item."""
    own: bool
    """Whether this person asked for it; otherwise this person could approve it."""
    permission: Permission
    """The permission that it needs."""
    process: ProcessId
    """The process."""


class MyAssignmentView(TypedDict):
    """An open assignment."""

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
    """The task's status."""
    team: NotRequired[PartyName]
    """The assigned team, if it is one."""


class MyProcessView(TypedDict):
    """A process of a person."""

    closed: NotRequired[Timestamp]
    """When it was closed."""
    name: ReadText
    """Its name."""
    process: ProcessId
    """The process."""
    progress: int
    """Its progress, in whole percent."""
    roles: list[Key]
    """The roles that this person holds anywhere in it, also through teams."""
    status: Status
    """Its status."""


class MyRequest(TypedDict):
    """A person's processes, teams, assignments and approvals."""

    at: Timestamp | datetime
    """The current time."""
    language: NotRequired[Language | None]
    """The language; English if absent."""
    person: HostId
    """The person, by the host's id."""


class MyTeamView(TypedDict):
    """A team of a person."""

    name: ReadText
    """Its name."""
    team: PartyName
    """The team, with its organisation."""


class MyView(TypedDict):
    """A person's processes, teams, assignments and approvals."""

    approvals: list[MyApprovalView]
    """Acts that wait for approval, requested by this person or to be approved by them."""
    assignments: list[MyAssignmentView]
    """The open assignments of this person, or of a team of theirs."""
    processes: list[MyProcessView]
    """The processes that this person may see, ordered by id."""
    teams: list[MyTeamView]
    """The teams of this person."""


class Named(TypedDict):
    """A body named in the record."""

    contact: NotRequired[str]
    """The contact."""
    name: ReadText
    """The name."""


Necessity: TypeAlias = Literal[
    # The purpose cannot be fulfilled without them.
    "required",
    # They help, but nothing may depend on them (Art. 7(4)).
    "optional",
]
"""Whether the purpose needs the data."""

Needs: TypeAlias = Literal[
    # It comes before in order and must be finished first. INTERLINK's `"type": "previous"`.
    "previous",
    # It is in progress or finished.
    "in_progress",
    # It is finished. INTERLINK's `"status": "finished"`.
    "finished",
]
"""The status of the other item that is waited for."""

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
"""The type of the command by which a step is done."""


class NextReasonView(TypedDict):
    """A reason: its code, a sentence, and its facts."""

    code: Code
    """The stable code."""
    facts: FactsView
    """The facts of the reason, for programs."""
    language: Language
    """The language of the sentence, which may not be the one asked for."""
    message: str
    """The sentence."""


class NextRequest(TypedDict):
    """What a person can do next."""

    at: Timestamp | datetime
    """The current time."""
    language: NotRequired[Language | None]
    """The language; English if absent."""
    limit: int
    """How many steps are returned at most, up to 10 000."""
    person: HostId
    """The person, by the host's id. An unknown person has nothing to do."""
    process: NotRequired[ProcessId | None]
    """The process; if absent, all of theirs, and the organisations they administer."""


class NextView(TypedDict):
    """Everything that a person can do next, the most urgent first."""

    steps: list[StepView]
    """As many as were asked for."""
    total: int
    """The total number of steps."""


class NextWaitView(TypedDict):
    """Something that a step waits for, and who could end the waiting."""

    act: NotRequired[NextAct]
    """The command that would end it."""
    first: NotRequired[ItemId]
    """The task that would have to be started or completed first."""
    item: ItemId
    """The item that waits: the step's own, or a parent of it."""
    more: bool
    """Whether there are more people than those named."""
    name: ReadText
    """The name of the item waited for."""
    needs: Needs
    """The status waited for."""
    on: ItemId
    """The item waited for."""
    roles: list[Key]
    """The roles that can do it."""
    who: NotRequired[list[PartyName]]
    """Some of the people who could do it now; empty if the asker may not see who takes part."""


class Noted(TypedDict):
    """How an official learnt what a data subject does not want, or no longer wants: on paper, by telephone
    or in person. This must be as easy as consenting (GDPR Art. 7(3)), so the controller's own staff may
    record it, too.
    """

    acting_for: HostId
    """The organisation on whose behalf it is recorded: a public administration that an operator verified,
    or the controller that received it.
    """
    evidence: FileDigest
    """The SHA-256 of the letter or of the minutes."""
    method: Indication
    """How it was expressed; not in a form on a screen, which the data subject fills in themselves."""
    received_at: NotRequired[Timestamp | None]
    """When it was received, if that was earlier. It never ends what the data subject agreed to since."""


class NotedRef(TypedDict):
    """How an official learnt of a refusal, a withdrawal or an objection, on record."""

    evidence: Commitment
    """What the official saw: a commitment to its SHA-256 in the vault."""
    method: Indication
    """How it was expressed."""
    received_at: NotRequired[Timestamp]
    """When it was received, if that was earlier."""


class NoticeDocument(TypedDict):
    """A notice as a document: what people are told before their data are processed (GDPR Art. 13 and 14).
    Fields are in canonical order.
    """

    authority: NotRequired[Body]
    """The authority to complain to."""
    child_ages: NotRequired[list[AgeRow]]
    """Ages of consent that differ from the shipped table."""
    collection: NotRequired[Collection]
    """The source of the data."""
    controllers: list[Body]
    """The controllers; the first is the organisation that publishes the notice."""
    document: NoticeMark
    """The kind of this document."""
    id: Key
    """The name for programs, the same in all versions."""
    joint_arrangement: NotRequired[Localized]
    """The responsibilities of joint controllers and the contact for data subjects: the essence of their
    arrangement (Art. 26(2)).
    """
    jurisdiction: Country
    """The country whose law applies."""
    languages: list[Language]
    """The languages in which all of it is written."""
    notify_within_days: NotRequired[int]
    """The number of days within which recipients are notified that data may no longer be processed (Art.
    19).
    """
    officer: NotRequired[Body]
    """The data protection officer of the controller."""
    purposes: list[Purpose]
    """The purposes of the processing."""
    recipients: NotRequired[list[Recipient]]
    """The recipients; an empty list means that there are none."""
    renews: NotRequired[list[Key]]
    """The purposes for which this version asks again those who consented to an earlier one."""
    rewords: NotRequired[list[Key]]
    """The purposes that this version only rewords, so that nobody has to be asked again. This is checked:
    any other difference is refused.
    """
    rights_at: NotRequired[Uri]
    """Where data subjects exercise their rights."""
    text: Localized
    """The text for the data subject."""
    title: Localized
    """Its title."""
    uri: Uri
    """Where exactly this version can be read."""
    version: int
    """The version, from 1."""
    withdrawal: NotRequired[Withdrawal]
    """How to withdraw consent."""


class NoticeDocumentInput(TypedDict):
    """A notice as a document: what people are told before their data are processed (GDPR Art. 13 and 14).
    Fields are in canonical order.
    """

    authority: NotRequired[Body | None]
    """The authority to complain to."""
    child_ages: NotRequired[list[AgeRow]]
    """Ages of consent that differ from the shipped table."""
    collection: NotRequired[Collection | None]
    """The source of the data."""
    controllers: list[Body]
    """The controllers; the first is the organisation that publishes the notice."""
    document: NoticeMark
    """The kind of this document."""
    id: Key
    """The name for programs, the same in all versions."""
    joint_arrangement: NotRequired[Localized | None]
    """The responsibilities of joint controllers and the contact for data subjects: the essence of their
    arrangement (Art. 26(2)).
    """
    jurisdiction: Country
    """The country whose law applies."""
    languages: list[Language]
    """The languages in which all of it is written."""
    notify_within_days: NotRequired[int | None]
    """The number of days within which recipients are notified that data may no longer be processed (Art.
    19).
    """
    officer: NotRequired[Body | None]
    """The data protection officer of the controller."""
    purposes: list[PurposeInput]
    """The purposes of the processing."""
    recipients: NotRequired[list[Recipient] | None]
    """The recipients; an empty list means that there are none."""
    renews: NotRequired[list[Key]]
    """The purposes for which this version asks again those who consented to an earlier one."""
    rewords: NotRequired[list[Key]]
    """The purposes that this version only rewords, so that nobody has to be asked again. This is checked:
    any other difference is refused.
    """
    rights_at: NotRequired[Uri | None]
    """Where data subjects exercise their rights."""
    text: Localized
    """The text for the data subject."""
    title: Localized
    """Its title."""
    uri: Uri
    """Where exactly this version can be read."""
    version: int
    """The version, from 1."""
    withdrawal: NotRequired[Withdrawal | None]
    """How to withdraw consent."""


class NoticeGapsRequest(TypedDict):
    """What a notice still lacks before an organisation of a kind may publish it."""

    kind: StakeholderKind
    """The organisation's stakeholder kind."""
    notice: DocumentId
    """The notice; it must have been added."""


class NoticeGapsView(TypedDict):
    """The gaps of a notice."""

    gaps: list[Gap]
    """Each with the article that requires it; empty if the notice is complete."""


NoticeMark: TypeAlias = Literal[
    # This document is a notice.
    "notice",
]
"""The kind mark `notice`."""


class NoticePublished(TypedDict):
    """A notice was published; it replaces the previous version."""

    notice: DocumentId
    """The notice."""


NoticeView = TypedDict(
    "NoticeView",
    {
        # The SHA-256 of its canonical JSON.
        "document": "DocumentId",
        # When it came into force.
        "from": "Timestamp",
        # The name for programs.
        "id": "Key",
        # The purposes.
        "purposes": "list[PurposeView]",
        # The text for the data subject.
        "text": "ReadText",
        # Its title.
        "title": "ReadText",
        # When it ceased to be in force.
        "until": NotRequired["Timestamp"],
        # Its version.
        "version": int,
    },
)
"""A notice that is or was in force, in one language."""


class NoticeWithdrawn(TypedDict):
    """A notice was withdrawn."""

    notice: Key
    """The name of the notice."""


class NoticesRequest(TypedDict):
    """The notices of an organisation."""

    language: NotRequired[Language | None]
    """The language; English if absent."""
    organisation_id: OrganisationId
    """The organisation."""


class NoticesView(TypedDict):
    """The notices of an organisation."""

    notices: list[NoticeView]
    """The notices, in the order in which they were published."""


class Notification(TypedDict):
    """A notification for a person."""

    at: Timestamp
    """When it happened."""
    concern: Concern
    """Why it concerns the person."""
    event: EventId
    """The event."""
    item: NotRequired[ItemId]
    """The item."""
    person: PartyName
    """The person it concerns."""
    position: Position
    """The event's position."""
    sentence: Sentence
    """The sentence."""
    stream: StreamId
    """The stream."""


class NotificationPage(TypedDict):
    """A page of entries."""

    after: Position
    """How far the feed was read: ask for what comes after it next time."""
    entries: list[Notification]
    """The entries, in order."""


class NotificationsRequest(TypedDict):
    """Notifications: each tells whom an event concerns."""

    after: NotRequired[Position]
    """The position after which to begin; 0 for the beginning."""
    language: NotRequired[Language | None]
    """The language; English if absent."""
    limit: int
    """How many events are read at most, up to 10 000."""
    person: NotRequired[HostId | None]
    """Only notifications for this person, by the host's id."""


class NotifyRecipient(TypedDict):
    """Records, on behalf of the controller, that a recipient was notified that processing must end (Art.
    19).
    """

    data_subject: NotRequired[HostId | None]
    """The data subject."""
    organisation: HostId
    """The controller."""
    purpose: Key
    """The purpose."""
    recipient: Key
    """The recipient, by its name in the notice."""


class ObjectionDecided(TypedDict):
    """An objection was decided."""

    grounds: NotRequired[Commitment]
    """The grounds that override the objection, if any: a commitment to a text in the vault."""
    organisation_id: OrganisationId
    """The controller."""
    purpose: Key
    """The purpose."""
    relied_on: list[Reliance]
    """What the decision read in other streams."""


class ObjectionRaised(TypedDict):
    """An objection was raised."""

    by: Expressed
    """Who expressed it."""
    grounds: NotRequired[Commitment]
    """The data subject's grounds: a commitment to a text in the vault."""
    noted: NotRequired[NotedRef]
    """How an official learnt of it, if one recorded it."""
    organisation_id: OrganisationId
    """The controller."""
    purpose: Key
    """The purpose."""
    relied_on: NotRequired[list[Reliance]]
    """What the decision read in other streams."""


class ObjectionResumed(TypedDict):
    """An erased person who had objected has come back: the objection resumes as it was. No command makes
    this event; the library does, when it meets the person's host id again.
    """

    organisation_id: OrganisationId
    """The controller."""
    purpose: Key
    """The purpose."""
    upheld: NotRequired[bool]
    """Whether the controller had upheld it; otherwise it was undecided."""


class ObjectionWithdrawn(TypedDict):
    """An objection was withdrawn."""

    by: Expressed
    """Who expressed it."""
    organisation_id: OrganisationId
    """The controller."""
    purpose: Key
    """The purpose."""


class ObligationView(TypedDict):
    """A recipient that must be or was notified (Art. 19)."""

    cause: Cause
    """What the recipient must be notified of."""
    data_subject: PartyName
    """The data subject."""
    notified: NotRequired[Timestamp]
    """When the recipient was notified."""
    notify_until: Timestamp
    """The deadline for the notification."""
    overdue: bool
    """Whether the recipient was not notified in time."""
    purpose: PurposeRef
    """The purpose."""
    recipient: Key
    """The recipient, by its name in the notice."""
    recipient_country: Country
    """The recipient's country."""
    recipient_name: ReadText
    """The recipient's name."""
    since: Timestamp
    """Since when the cause exists."""
    state: State
    """The state of the consent or objection."""


class ObligationsRequest(TypedDict):
    """The notification obligations of a controller."""

    at: Timestamp | datetime
    """The moment of the check."""
    language: NotRequired[Language | None]
    """The language; English if absent."""
    organisation_id: OrganisationId
    """The controller."""


class ObligationsView(TypedDict):
    """All notification obligations of a controller, open and met, with renewals and storage."""

    obligations: list[ObligationView]
    """By person, purpose and recipient."""
    renewals: list[RenewalView]
    """Consents to be renewed because of a newer notice, by person."""
    storage: list[StorageView]
    """Data kept beyond the storage period of the notice, by person."""


class Offer(TypedDict):
    """An action available for an asset."""

    text: NotRequired[ReadText]
    """Its name at the interlinker that holds the asset."""
    what: Capability
    """The action."""


class OpenAsset(TypedDict):
    """Opens an asset and records the access: who, what, and when. Needs `asset.view` on its task, and the
    purposes required for it.
    """

    asset: AssetId
    """The asset."""


class OperatorAppointed(TypedDict):
    """A person became an operator."""

    by: AppointedBy
    """Whether the host itself or an operator appointed the person."""
    person_id: PersonId
    """The person."""


class OperatorDismissed(TypedDict):
    """A person is no longer an operator."""

    by: AppointedBy
    """Whether the host itself or an operator dismissed the person."""
    person_id: PersonId
    """The person."""


class OperatorsRequest(TypedDict):
    """The host's operators."""


class OperatorsView(TypedDict):
    """The operators of the store."""

    operators: list[PartyName]
    """The operators, in the order in which they were appointed."""
    seq: Seq
    """The number of the last event of the host's stream; 0 if nobody was appointed yet."""


class OrganisationEdited(TypedDict):
    """The organisation's name or team policy changed."""

    name: NotRequired[Localized]
    """The new name, if it changed."""
    team_creation: NotRequired[TeamPolicy]
    """The new policy, if it changed."""


OrganisationId: TypeAlias = str
"""16 bytes as lower-case hexadecimal."""


class OrganisationRegistered(TypedDict):
    """An organisation was registered; the actor is its first administrator."""

    kind: StakeholderKind
    """What kind of stakeholder it is."""
    name: Localized
    """Its name."""
    team_creation: TeamPolicy
    """Who may create teams in it."""


class OrganisationRequest(TypedDict):
    """An organisation."""

    as_of: NotRequired[AsOf]
    """The state asked about."""
    organisation_id: OrganisationId
    """The organisation."""


class OrganisationUnverified(TypedDict):
    """An operator of the store revoked the verification."""

    relied_on: list[Reliance]
    """The host's stream, which records that the actor is an operator."""


class OrganisationVerified(TypedDict):
    """An operator of the store verified what the organisation is."""

    evidence: NotRequired[FileDigest]
    """The SHA-256 of the evidence that the operator saw."""
    kind: StakeholderKind
    """The kind of stakeholder according to the register."""
    register: RegisterEntry
    """Its entry in the register."""
    relied_on: list[Reliance]
    """The host's stream, which records that the actor is an operator."""


class OrganisationView(TypedDict):
    """An organisation."""

    administrators: list[PartyName]
    """Its administrators."""
    host_id: NotRequired[HostId]
    """The host's id for it."""
    kind: StakeholderKind
    """What kind of stakeholder it is."""
    members: list[MembershipView]
    """Past, present and future members."""
    name: Localized
    """Its name, in all its languages."""
    organisation_id: OrganisationId
    """Its id."""
    seq: Seq
    """The number of the last event that the view includes."""
    team_creation: TeamPolicy
    """Who may create teams in it."""
    teams: list[TeamView]
    """Its teams."""
    verified: NotRequired[VerificationView]
    """The verification; absent if there is only the organisation's own claim."""


class Origin(TypedDict):
    """The source of a copy: a process, as it was after one of its events. It means the same in every
    system.
    """

    event: EventId
    """The id of its last event at that point."""
    process: ProcessId
    """The process."""
    seq: Seq
    """Its `seq` at that point."""


Outcome: TypeAlias = Literal[
    # The request was fulfilled.
    "fulfilled",
    # The request was refused, for a reason that is on record (Art. 12(4) and (5)).
    "refused",
]
"""The outcome of a request."""


class OutcomesView(TypedDict):
    """The outcomes of commands."""

    outcomes: list[CommandOutcome]
    """In the order of the commands."""


class Owner(TypedDict):
    """An organisation responsible for the practice. Public: never a private person."""

    info: NotRequired[Localized]
    """A description."""
    name: Localized
    """Its name."""
    uri: NotRequired[Uri]
    """Its address."""


class Part(TypedDict):
    """A piece of a sentence."""

    party: NotRequired[PartyName]
    """The party that the piece names, so that a host can use a better name or a link."""
    text: str
    """The text. A name is isolated in it (U+2068 … U+2069) and cut if long, so that neither its direction
    nor its length affects the text around it.
    """


class ParticipationAccepted(TypedDict):
    """A request to take part was accepted; the grant follows."""

    reason: NotRequired[Commitment]
    """Why: a commitment to a text in the vault."""
    relied_on: NotRequired[list[Reliance]]
    """What the decision read in other streams."""
    request: ParticipationId
    """The request."""


class ParticipationAsked(TypedDict):
    """A person asked to take part."""

    request: ParticipationId
    """Its id."""
    text: Commitment
    """Why: a commitment to a text in the vault."""


class ParticipationDeclined(TypedDict):
    """A request to take part was declined."""

    reason: Commitment
    """Why: a commitment to a text in the vault."""
    relied_on: NotRequired[list[Reliance]]
    """What the decision read in other streams."""
    request: ParticipationId
    """The request."""


ParticipationId: TypeAlias = str
"""16 bytes as lower-case hexadecimal."""


class ParticipationView(TypedDict):
    """A request to take part."""

    accepted: NotRequired[bool]
    """Whether it was accepted; absent while it is open."""
    answered_by: NotRequired[PartyName]
    """Who answered it."""
    at: Timestamp
    """When."""
    by: PartyName
    """The person asking."""
    reason: NotRequired[str]
    """The reason for the answer."""
    request: ParticipationId
    """Its id."""
    text: NotRequired[str]
    """The reason; absent if the text was erased."""


PartyForm: TypeAlias = Literal[
    # An organisation.
    "organisation",
    # A person.
    "person",
    # A team: whoever is in it at the time.
    "team",
]
"""A form of party."""


class PartyName(TypedDict):
    """How views name a party: by the library's id, and by the host's id if the vault still knows it."""

    host_id: NotRequired[HostId]
    """The host's id; absent for a person who was erased."""
    organisation_id: NotRequired[OrganisationId]
    """The organisation: the party, or the organisation that the team belongs to."""
    person_id: NotRequired[PersonId]
    """The person's pseudonym, if the party is a person."""
    team_id: NotRequired[TeamId]
    """The team, if the party is a team."""


class PartyRequest(TypedDict):
    """The party behind a host id."""

    host_id: HostId
    """The host's id."""


class PartyView(TypedDict):
    """The party behind a host id."""

    party: NotRequired[PartyName]
    """The party; absent if nobody is known by that id."""


class PassOn(TypedDict):
    """Whether, how often and to whom mandates of a kind are passed on."""

    depth: int
    """How often in a row: 1 if what was passed on is never passed on again."""
    organisation_holders: PassingOn
    """Mandates held by organisations."""
    person_holders: PassingOn
    """Mandates held by persons."""
    team_holders: PassingOn
    """Mandates held by teams."""
    to: list[PartyForm]
    """The forms of party that can receive it."""


class PassOnInput(TypedDict):
    """Whether, how often and to whom mandates of a kind are passed on."""

    depth: int
    """How often in a row: 1 if what was passed on is never passed on again."""
    organisation_holders: NotRequired[PassingOn]
    """Mandates held by organisations."""
    person_holders: NotRequired[PassingOn]
    """Mandates held by persons."""
    team_holders: NotRequired[PassingOn]
    """Mandates held by teams."""
    to: list[PartyForm]
    """The forms of party that can receive it."""


PassOnMandate = TypedDict(
    "PassOnMandate",
    {
        # Evidence, if the kind asks for it.
        "act_evidence": NotRequired[Union["Evidence", None]],
        # The first day; today if absent.
        "from": NotRequired[Union["Date", None]],
        # The party that will act, by the host's id.
        "mandate_holder": "MandateHolderRef",
        # What it is limited to; as the parent if nothing is named.
        "mandate_targets": NotRequired["list[MandateTarget]"],
        # Whether it may be passed on again.
        "may_pass_on": NotRequired[bool],
        # The mandate that is passed on.
        "parent_id": "MandateId",
        # The powers, by their codes; all that can be passed on if none is named.
        "powers": NotRequired["list[Key]"],
        # The last day; the parent's if absent.
        "through": NotRequired[Union["Date", None]],
        # How often it can be used.
        "uses": NotRequired[Union[int, None]],
    },
)
"""Passes a mandate on: in each respect at most as far as it reaches. What is passed on ends with it."""

PassingOn: TypeAlias = Literal[
    # Never.
    "never",
    # If whoever grants it says so.
    "optional",
    # Always: a mandate that cannot be passed on cannot be granted.
    "required",
]
"""Whether a mandate may be passed on, if its holder is of one form."""


class PeopleView(TypedDict):
    """Everyone who may do a thing."""

    people: list[PartyName]
    """The people, ordered by pseudonym."""


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
    # Waive an unmet prerequisite, with a reason, so that work can begin.
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
    # Manage notices and the purposes for which consent is requested.
    "consent.manage",
]
"""One thing that a party may be allowed to do.

The set is closed: a governance model combines these and cannot invent others. What belongs to the data
subject alone (giving and withdrawing consent) is not a permission, and nobody can be given it.
"""

PermissionSet: TypeAlias = "list[Permission]"


class PermissionTable(TypedDict):
    """Everything that a party may do in a process at one moment."""

    at: Timestamp
    """The moment of the table."""
    items: list[ItemPermissions]
    """The permissions on each item, parents before children."""
    process: PermissionSet
    """The permissions on the process as a whole."""


class PermissionsRequest(TypedDict):
    """Everything that a party may do in a process."""

    as_of: NotRequired[AsOf]
    """The state asked about."""
    at: Timestamp | datetime
    """The moment of the check."""
    party: HolderRef
    """The party: a person, with everything their teams bring; or a team, with what it passes on."""
    process: ProcessId
    """The process."""


class PersonErased(TypedDict):
    """A person was erased from the vault: everywhere, or only what one organisation held."""

    attributed: NotRequired[list[Attributed]]
    """The kept texts with attribution, each with the place of its sealed link in the vault."""
    kept: NotRequired[list[Commitment]]
    """The texts about the person that a law requires to be kept."""
    link_kept: NotRequired[bool]
    """Whether the pseudonym link remains, because other organisations have dealings with the person."""
    organisation_id: NotRequired[OrganisationId]
    """The organisation on whose behalf the person was erased."""
    reason: NotRequired[Commitment]
    """The reason: a commitment to a text in the vault."""
    relied_on: NotRequired[list[Reliance]]
    """What the decision read in other streams."""


PersonId: TypeAlias = str
"""16 bytes as lower-case hexadecimal."""


class PersonWithheld(TypedDict):
    """Replaces, in a replica, an event that must not be disclosed there."""

    event: EventId
    """The id of the replaced event."""


class Place(TypedDict):
    """One place on a leaderboard."""

    party: NotRequired[PartyName]
    """The person or team, if it ranks by those."""
    points: int
    """The points."""
    rank: int
    """The rank, from 1; equal points share one."""
    stakeholder_kind: NotRequired[StakeholderKind]
    """The stakeholder kind, if it ranks by that."""
    unsettled: NotRequired[int]
    """How many of the points are for tasks that were reopened or disabled since; absent if none."""


PlaceRestriction = TypedDict(
    "PlaceRestriction",
    {
        # When the restriction begins; at the command's time if absent.
        "from": NotRequired[Union["Timestamp", None]],
        # The party that is restricted.
        "holder": "HolderRef",
        # The item; the whole process if absent.
        "item": NotRequired[Union["ItemId", None]],
        # The permissions that are denied.
        "permissions": "PermissionSet",
        # The reason. Kept in the vault, as a text about the person restricted.
        "reason": "Remark",
        # When the restriction ends; never if absent.
        "until": NotRequired[Union["Timestamp", None]],
    },
)
"""Denies a party permissions on the process, or on an item and everything below it.

Needs `restriction.place` there. Only an administrator can deny `process.administer`.
"""


class PointsAwarded(TypedDict):
    """Points were awarded to all contributors of a task."""

    award: AwardId
    """Its id."""
    entries: list[PointsEntry]
    """The points of each contributor."""
    item: ItemId
    """The task."""
    relied_on: NotRequired[list[Reliance]]
    """What the decision read in other streams."""


class PointsEntry(TypedDict):
    """One line of the ledger: the points of one person from one award for one kind of contribution."""

    kind: ContributionKind
    """The kind of contribution."""
    level: Level
    """The level of the contribution."""
    organisation_id: NotRequired[OrganisationId]
    """The organisation of the team for which the person contributed."""
    person_id: PersonId
    """The person."""
    points: int
    """The points."""
    stakeholder_kind: StakeholderKind
    """The stakeholder kind in which the person contributed."""
    team_id: NotRequired[TeamId]
    """The team for which the person contributed."""


class PointsReversed(TypedDict):
    """An award was reversed."""

    award: AwardId
    """The award."""
    reason: Commitment
    """Why: a commitment to a text in the vault."""
    relied_on: NotRequired[list[Reliance]]
    """What the decision read in other streams."""


Position: TypeAlias = int
"""A place in the order of the whole store: later events have higher ones. 0 is before the first."""


class Power(TypedDict):
    """A power of a kind."""

    name: Localized
    """Its name."""
    permissions: NotRequired[PermissionSet]
    """What it lets the holder do in a process where the principal is permitted to do it."""
    power_rights: list[PowerRight]
    """The rights that a mandate can give in it."""


PowerRight: TypeAlias = Literal[
    # An organisation that holds the mandate lets its own people exercise the power, by mandates of its own.
    "assign",
    # The holder exercises the power.
    "exercise",
    # The holder passes the power on to another party.
    "pass_on",
]
"""What a mandate lets its holder do with a power. Each is a right of its own: having a power does not
include passing it on, and passing it on does not include having it.
"""


class PowerView(TypedDict):
    """A power of a mandate."""

    name: Localized
    """Its name."""
    power: Key
    """Its code."""
    power_rights: list[PowerRight]
    """The rights that the holder has in it at the moment asked about; none if it ended."""


class PrerequisiteAdded(TypedDict):
    """An item waits for another from now on."""

    item: ItemId
    """The item that waits."""
    needs: Needs
    """The status it waits for."""
    on: ItemId
    """The item it waits for."""
    relied_on: NotRequired[list[Reliance]]
    """What the decision read in other streams."""


class PrerequisitePolicy(TypedDict):
    """How a model treats the two kinds of prerequisite."""

    previous: Enforcement
    """Those that only give an order (`previous`)."""
    status: Enforcement
    """Those that wait for another item to reach a status."""


class PrerequisiteRemoved(TypedDict):
    """An item no longer waits for another."""

    item: ItemId
    """The item that waited."""
    on: ItemId
    """The other."""
    prerequisites_waived: NotRequired[list[Unmet]]
    """Enforced prerequisites that no longer apply."""
    reason: NotRequired[Commitment]
    """Why: a commitment to a text in the vault."""
    relied_on: NotRequired[list[Reliance]]
    """What the decision read in other streams."""


class PrerequisiteWaive(TypedDict):
    """A waived prerequisite."""

    at: Timestamp
    """The time."""
    by: PartyName
    """The actor."""
    reason: NotRequired[str]
    """The reason; absent if the text was erased."""


class PrerequisiteWaived(TypedDict):
    """A prerequisite was waived: work may begin although it is unmet."""

    item: ItemId
    """The item that waits."""
    on: ItemId
    """What it waits for."""
    reason: Commitment
    """Why: a commitment to a text in the vault."""
    relied_on: NotRequired[list[Reliance]]
    """What the decision read in other streams."""


class PrincipalOrganisationId(TypedDict):
    """An organisation."""

    organisation_id: OrganisationId


class PrincipalPersonId(TypedDict):
    """A person, by pseudonym."""

    person_id: PersonId


Principal: TypeAlias = Union["PrincipalOrganisationId", "PrincipalPersonId"]
"""The party that is acted for."""


class PrincipalRefOrganisation(TypedDict):
    """An organisation, which is registered here."""

    organisation: HostId


class PrincipalRefPerson(TypedDict):
    """A person."""

    person: HostId


PrincipalRef: TypeAlias = Union["PrincipalRefOrganisation", "PrincipalRefPerson"]
"""The party that is acted for, by the host's id."""


class PrincipalView(TypedDict):
    """A party for whom a person may act."""

    joint_powers: NotRequired[list[Key]]
    """The powers that the person can exercise for it only together with others, by their codes."""
    on_behalf_of: PartyName
    """The party."""
    powers: list[Key]
    """The powers that the person can exercise for it alone, by their codes, wherever the mandates apply."""


class PrincipalsRequest(TypedDict):
    """Everybody for whom a person may act."""

    actor: HostId
    """The person, by the host's id."""
    at: Timestamp | datetime
    """The moment of the check."""


class PrincipalsView(TypedDict):
    """Everybody for whom a person may act."""

    principals: list[PrincipalView]
    """The parties, ordered by id."""


class Problem(TypedDict):
    """A refusal or failure in the form that every binding receives."""

    code: Code
    """The code."""
    details: NotRequired[dict[str, Json]]
    """Facts for a program, by name."""
    help: str
    """What can be done about it."""
    language: NotRequired[Language]
    """The language of the message, if a language was asked for; it may be another one."""
    message: str
    """What happened, in one sentence of limited length, on one line. Names in it are isolated (U+2068 …
    U+2069); the details contain the full list if the sentence shortens one.
    """
    path: NotRequired[str]
    """A JSON Pointer (RFC 6901) to the fault in the input."""
    reasons: NotRequired[list[Explained]]
    """Each reason for a denial."""


class ProblemProfile(TypedDict):
    """A named need that tasks have and interlinkers answer."""

    description: NotRequired[Localized]
    """A description of the need."""
    functionality: NotRequired[Localized]
    """The functionality that would help."""
    id: Key
    """Its id."""
    name: Localized
    """Its name."""


class ProcessClosed(TypedDict):
    """The process was closed."""

    relied_on: NotRequired[list[Reliance]]
    """What the decision read in other streams."""


class ProcessCreated(TypedDict):
    """A process was created. Its template's items came with it; their ids are derived from their keys."""

    catalogue: NotRequired[DocumentId]
    """The catalogue it takes interlinkers from."""
    description: NotRequired[Localized]
    """A description."""
    governance: DocumentId
    """The governance model."""
    kind: StakeholderKind
    """The stakeholder kind in which the founder acted."""
    language: Language
    """Its language by default."""
    left_out: NotRequired[LeftOut]
    """What a copy left out of its source."""
    name: Localized
    """Its name."""
    organisation_id: NotRequired[OrganisationId]
    """The organisation in whose name it was created."""
    relied_on: NotRequired[list[Reliance]]
    """What the decision read in other streams."""
    template: NotRequired[DocumentId]
    """The template."""


class ProcessEdited(TypedDict):
    """The description, language or name of the process changed."""

    description: NotRequired[Localized]
    """The new description."""
    language: NotRequired[Language]
    """The new default language."""
    name: NotRequired[Localized]
    """The new name."""
    relied_on: NotRequired[list[Reliance]]
    """What the decision read in other streams."""


ProcessId: TypeAlias = str
"""16 bytes as lower-case hexadecimal."""

ProcessImported = TypedDict(
    "ProcessImported",
    {
        # The export of the other system.
        "import": "DocumentId",
        # The people named in it, in their order.
        "people": NotRequired["list[ImportedPerson]"],
    },
)
"""The process was imported from another system, as it was there."""


class ProcessPublished(TypedDict):
    """The process was published as a good practice."""

    publication: DocumentId
    """The publication."""
    relied_on: NotRequired[list[Reliance]]
    """What the decision read in other streams."""


class Processed(TypedDict):
    """The only places where data are processed."""

    places: list[Country]
    """The countries."""
    transfer: NotRequired[Transfer]
    """The ground for processing them outside the European Economic Area, if one of the countries is
    outside.
    """


class ProcessingRequest(TypedDict):
    """The record of processing activities of a controller."""

    at: Timestamp | datetime
    """The moment of the check."""
    language: NotRequired[Language | None]
    """The language; English if absent."""
    organisation_id: OrganisationId
    """The controller."""


ProcessingRestrictionException: TypeAlias = Literal[
    # To establish, exercise or defend legal claims.
    "legal_claims",
    # To protect the rights of another person.
    "rights_of_others",
    # For reasons of important public interest of the Union or of a member state; the purpose names the law.
    "public_interest",
]
"""Why processing continues although it is restricted (GDPR Art. 18(2)). The fourth exception, consent, is
given by the data subject after the restriction.
"""


class ProcessingRestrictionLifted(TypedDict):
    """The controller lifted a restriction of processing."""

    reason: Commitment
    """The reason: a commitment to a text in the vault."""
    relied_on: list[Reliance]
    """What the decision read in other streams."""
    request: SubjectRequestId
    """The request on which it was granted."""


ProcessingTerm: TypeAlias = str
"""A processing of the Data Privacy Vocabulary 2.3, by name or IRI."""


class ProcessingView(TypedDict):
    """The record of processing activities of a controller at a moment. The controller must add the
    security measures of Art. 32 (Art. 30(1)(g)).
    """

    activities: list[Activity]
    """One activity for each purpose in force."""
    at: Timestamp
    """The moment of the record."""
    controllers: list[Named]
    """The controllers and joint controllers: Art. 30(1)(a)."""
    officers: list[Named]
    """The data protection officers."""


class PublicationDocument(TypedDict):
    """A publication in its written form. Fields are in canonical order."""

    document: PublicationMark
    """The kind of this document."""
    left_out: NotRequired[list[RequirementLeftOut]]
    """The purposes that the process required. They are not included, since they belong to its controllers."""
    licence: Licence
    """The licence for using it."""
    origin: Origin
    """The process it is about."""
    salt: NotRequired[Salt]
    """Keeps its id from revealing redacted words: the salt is removed with them."""
    story: Story
    """Its story."""
    template: TemplateDocument
    """The template for repeating it."""
    version: int
    """The number of this publication of the process, from 1."""


class PublicationDocumentInput(TypedDict):
    """A publication in its written form. Fields are in canonical order."""

    document: PublicationMark
    """The kind of this document."""
    left_out: NotRequired[list[RequirementLeftOut]]
    """The purposes that the process required. They are not included, since they belong to its controllers."""
    licence: Licence
    """The licence for using it."""
    origin: Origin
    """The process it is about."""
    salt: NotRequired[Salt | None]
    """Keeps its id from revealing redacted words: the salt is removed with them."""
    story: Story
    """Its story."""
    template: TemplateDocumentInput
    """The template for repeating it."""
    version: int
    """The number of this publication of the process, from 1."""


class PublicationFound(TypedDict):
    """A publication that was found."""

    countries: NotRequired[list[Country]]
    """The countries where it took place."""
    end: NotRequired[Date]
    """The last day."""
    languages: NotRequired[list[Language]]
    """The languages used."""
    licence: Licence
    """The licence for using it."""
    process: ProcessId
    """The process it is about."""
    publication: DocumentId
    """The publication: a document, and a template for repeating it."""
    start: NotRequired[Date]
    """The first day."""
    summary: NotRequired[ReadText]
    """The story in a line."""
    title: ReadText
    """Its title."""
    version: int
    """The number of this publication of the process, from 1."""


PublicationMark: TypeAlias = Literal[
    # This document is a publication.
    "publication",
]
"""The text `publication`."""


class PublicationSearch(TypedDict):
    """A search among publications. Every given condition must hold; absent ones do not matter."""

    country: NotRequired[Country | None]
    """It took place in this country."""
    language: NotRequired[Language | None]
    """This language was used."""
    licence: NotRequired[LicenceClass | None]
    """Its licence is at least as free as this."""
    text: NotRequired[str | None]
    """Every word of this occurs in its title, its story or its tags, in any language. Case does not
    matter.
    """


class PublicationsRequest(TypedDict):
    """The publications of the store that match a search: for each process the latest."""

    language: NotRequired[Language | None]
    """The language of titles; English if absent."""
    search: NotRequired[PublicationSearch]
    """The search; everything if absent."""


class PublicationsView(TypedDict):
    """Publications that were found."""

    publications: list[PublicationFound]
    """Ordered by process."""


class PublishNotice(TypedDict):
    """Publishes a notice, or its next version. It must be complete: see `Notice::gaps`."""

    notice: DocumentId
    """The SHA-256 of its canonical JSON."""


class PublishProcess(TypedDict):
    """Publishes the process as a good practice: its story, and a template for repeating it. No personal
    data are included. Needs `process.publish`.
    """

    licence: Licence
    """The licence for using it."""
    story: Story
    """Its story. Public: it must not be about private persons."""


class Purpose(TypedDict):
    """A purpose of processing. Fields are in canonical order."""

    automated_decisions: NotRequired[Localized]
    """Solely automated decisions: their logic and their consequences for the data subject (Art. 13(2)(f),
    22).
    """
    automation: Automation
    """The degree of automation."""
    basis: LawfulBasis
    """The lawful basis: exactly one."""
    condition: NotRequired[SpecialCondition]
    """The condition for processing special categories of data."""
    data: list[DataItem]
    """The data."""
    data_subject_categories: NotRequired[list[SubjectTerm]]
    """The categories of data subjects (Art. 30(1)(c))."""
    description: Localized
    """The detailed description."""
    despite_processing_restriction: NotRequired[ProcessingRestrictionException]
    """Why processing continues while it is restricted (Art. 18(2)); it stops if absent."""
    freely_given: NotRequired[Localized]
    """Why consent is freely given although a public authority requests it (Recital 43)."""
    id: Key
    """The key among the purposes of the organisation, the same in all versions of its notices."""
    impact_assessment: NotRequired[Uri]
    """Where the impact assessment can be read (Art. 35). Some receipt forms require it."""
    interest: NotRequired[Localized]
    """The legitimate interest, if that is the basis (Art. 13(1)(d))."""
    law: NotRequired[Localized]
    """The law, if a legal obligation or a public task is the basis (Art. 6(3))."""
    name: Localized
    """The name, in a few words."""
    obligation: NotRequired[Localized]
    """Whether the data subject must provide the data, by law or contract, and what happens otherwise (Art.
    13(2)(e)).
    """
    processing: list[ProcessingTerm]
    """What is done with the data."""
    processing_at: NotRequired[Processed]
    """Where the data are processed, if only in certain places."""
    recipients: NotRequired[list[Key]]
    """The recipients, by their keys in the notice."""
    rights: NotRequired[list[RightException]]
    """Rights that differ from those that go with the basis."""
    storage: NotRequired[Storage]
    """Where and how long data are kept."""
    term: PurposeTerm
    """The term in the Data Privacy Vocabulary."""
    until_events: NotRequired[list[Key]]
    """The events that can end a consent, for `until_event`: names for programs, public like all of the
    notice.
    """
    valid_days: NotRequired[int]
    """The longest validity of a consent, in days."""
    within: NotRequired[Key]
    """The containing purpose: a consent to that purpose includes this one."""


class PurposeInput(TypedDict):
    """A purpose of processing. Fields are in canonical order."""

    automated_decisions: NotRequired[Localized | None]
    """Solely automated decisions: their logic and their consequences for the data subject (Art. 13(2)(f),
    22).
    """
    automation: NotRequired[Automation]
    """The degree of automation."""
    basis: LawfulBasis
    """The lawful basis: exactly one."""
    condition: NotRequired[SpecialCondition | None]
    """The condition for processing special categories of data."""
    data: list[DataItem]
    """The data."""
    data_subject_categories: NotRequired[list[SubjectTerm]]
    """The categories of data subjects (Art. 30(1)(c))."""
    description: Localized
    """The detailed description."""
    despite_processing_restriction: NotRequired[ProcessingRestrictionException | None]
    """Why processing continues while it is restricted (Art. 18(2)); it stops if absent."""
    freely_given: NotRequired[Localized | None]
    """Why consent is freely given although a public authority requests it (Recital 43)."""
    id: Key
    """The key among the purposes of the organisation, the same in all versions of its notices."""
    impact_assessment: NotRequired[Uri | None]
    """Where the impact assessment can be read (Art. 35). Some receipt forms require it."""
    interest: NotRequired[Localized | None]
    """The legitimate interest, if that is the basis (Art. 13(1)(d))."""
    law: NotRequired[Localized | None]
    """The law, if a legal obligation or a public task is the basis (Art. 6(3))."""
    name: Localized
    """The name, in a few words."""
    obligation: NotRequired[Localized | None]
    """Whether the data subject must provide the data, by law or contract, and what happens otherwise (Art.
    13(2)(e)).
    """
    processing: list[ProcessingTerm]
    """What is done with the data."""
    processing_at: NotRequired[Processed | None]
    """Where the data are processed, if only in certain places."""
    recipients: NotRequired[list[Key]]
    """The recipients, by their keys in the notice."""
    rights: NotRequired[list[RightException]]
    """Rights that differ from those that go with the basis."""
    storage: NotRequired[Storage | None]
    """Where and how long data are kept."""
    term: PurposeTerm
    """The term in the Data Privacy Vocabulary."""
    until_events: NotRequired[list[Key]]
    """The events that can end a consent, for `until_event`: names for programs, public like all of the
    notice.
    """
    valid_days: NotRequired[int | None]
    """The longest validity of a consent, in days."""
    within: NotRequired[Key | None]
    """The containing purpose: a consent to that purpose includes this one."""


class PurposeRef(TypedDict):
    """A purpose of a controller."""

    organisation_id: OrganisationId
    """The controller."""
    purpose: Key
    """The purpose, by its name in the controller's notices."""


class PurposeReleased(TypedDict):
    """A requirement was removed."""

    relied_on: NotRequired[list[Reliance]]
    """What the decision read in other streams."""
    requirement: RequirementId
    """The requirement."""


class PurposeRequired(TypedDict):
    """A purpose is required."""

    asset: NotRequired[AssetId]
    """The asset for which the purpose is required."""
    data_subject_ids: NotRequired[list[PersonId]]
    """The people whose data the asset holds."""
    item: NotRequired[ItemId]
    """The item for which the purpose is required."""
    purpose: PurposeRef
    """The purpose."""
    relied_on: list[Reliance]
    """What the decision read in other streams."""
    requirement: RequirementId
    """The id of the requirement."""


PurposeTerm: TypeAlias = str
"""A purpose of the Data Privacy Vocabulary 2.3, by name or IRI."""


class PurposeUsed(TypedDict):
    """An act met a requirement with a use of a consent whose uses are counted. This event accompanies the
    act, and no other act can take that use.
    """

    data_subject_id: PersonId
    """The data subject."""
    relied_on: list[Reliance]
    """What the decision read in other streams: the data subject's stream, where the use was set aside."""
    requirement: RequirementId
    """The requirement."""
    used: Seq
    """The use: the number of its event in that stream."""


class PurposeView(TypedDict):
    """A purpose, in one language."""

    basis: LawfulBasis
    """The lawful basis."""
    description: ReadText
    """The detailed description."""
    id: Key
    """The key among the purposes of the organisation."""
    name: ReadText
    """The name, in a few words."""
    remedy: Remedy
    """How a data subject can end the processing."""
    rights: list[Right]
    """The rights that apply."""
    special: bool
    """Whether special categories of data are processed, so that consent must be explicit."""
    within: NotRequired[Key]
    """The purpose that contains it."""


class QuestionView(TypedDict):
    """A question."""

    answers: list[ChoiceView]
    """The possible answers."""
    id: Key
    """Its name for programs."""
    text: ReadText
    """The question in words."""


class RaiseObjection(TypedDict):
    """Objects to processing for a public task or a legitimate interest (Art. 21)."""

    data_subject: NotRequired[HostId | None]
    """The data subject, if not the actor."""
    grounds: NotRequired[Remark | None]
    """The grounds relating to the data subject's situation. Kept in the vault."""
    noted: NotRequired[Noted | None]
    """How an official learnt of it, if one records it."""
    organisation: HostId
    """The controller."""
    purpose: Key
    """The purpose."""


RankBy: TypeAlias = Literal[
    # People.
    "person",
    # Teams that were contributed for.
    "team",
    # Stakeholder kinds.
    "stakeholder_kind",
]
"""What a leaderboard ranks."""


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
    """The process."""


class RatedProcess(TypedDict):
    """A process that was published."""

    process: RatedProcessData


Rated: TypeAlias = Union["RatedInterlinker", "RatedProcess"]
"""What is rated. All versions of a catalogue, and all publications of a process, count as one."""


class RatingGiven(TypedDict):
    """A rating was given; it replaces the actor's earlier one."""

    rated: Rated
    """What is rated."""
    seen_in: DocumentId
    """The document that shows it."""
    stars: Stars
    """How helpful it was."""
    text: NotRequired[Commitment]
    """The reason: a commitment to a text in the vault."""


class RatingView(TypedDict):
    """The ratings of one thing."""

    average: NotRequired[str]
    """The average with two decimals, rounded half up; absent if nobody rated it. `sum` / `count` is exact."""
    count: int
    """How many people rated it."""
    counts: list[int]
    """How many gave 0, 1, … 5."""
    own: NotRequired[Stars]
    """The rating of the person who asks."""
    own_text: NotRequired[str]
    """The reason of the person who asks."""
    rated: Rated
    """What is rated."""
    seq: Seq
    """The number of the last event of the stream; 0 if nobody has rated it."""
    sum: int
    """The sum of all stars."""
    words: NotRequired[list[RatingWords]]
    """The ratings with words, without names, in an order that reveals nothing. Erased texts are absent."""


class RatingWithdrawn(TypedDict):
    """A rating was withdrawn."""

    rated: Rated
    """What was rated."""


class RatingWords(TypedDict):
    """A rating with words."""

    stars: Stars
    """How helpful they found it."""
    text: str
    """The reason."""


class RatingsRequest(TypedDict):
    """The ratings of something."""

    actor: NotRequired[HostId | None]
    """The person who asks, by the host's id, to see their own rating."""
    as_of: NotRequired[AsOf]
    """The state asked about."""
    rated: Rated
    """What is rated."""


class ReadStoryRequest(TypedDict):
    """Reads the platform's `data_story`."""

    file: str
    """The content of the file."""


class ReadText(TypedDict):
    """A text with its language, which is not always the requested one."""

    language: Language
    """The language it is in."""
    text: str
    """The text."""


class ReasonGrounds(TypedDict):
    """A restriction denies it."""

    grounds: Commitment
    """The reason for the restriction: a commitment to a text in the vault."""
    item: NotRequired[ItemId]
    """The item on and below which it applies; the whole process if absent."""
    restriction: RestrictionId
    """The restriction."""


class ReasonRoles(TypedDict):
    """The person has roles here, but none with this permission."""

    roles: list[Key]
    """The roles that have it."""


class ReasonEnded(TypedDict):
    """A grant allowed it until the grant ended."""

    ended: Timestamp
    """When it ended."""
    grant: GrantId
    """The grant."""
    item: NotRequired[ItemId]
    """The item on and below which it applies; the whole process if absent."""
    role: Key
    """The role."""
    team_id: NotRequired[TeamId]
    """The team that holds it; the person if absent."""


ReasonFrom = TypedDict(
    "ReasonFrom",
    {
        # When it begins.
        "from": "Timestamp",
        # The grant.
        "grant": "GrantId",
        # The item on and below which it applies; the whole process if absent.
        "item": NotRequired["ItemId"],
        # The role.
        "role": "Key",
        # The team that holds it; the person if absent.
        "team_id": NotRequired["TeamId"],
    },
)
"""A grant begins later."""


class ReasonClosed(TypedDict):
    """The process is closed."""

    closed: Timestamp
    """When it was closed."""


class ReasonItem(TypedDict):
    """The item, or something above it, is disabled."""

    item: ItemId
    """The item that was disabled."""


class ReasonNeeds(TypedDict):
    """A prerequisite is unmet."""

    item: ItemId
    """The item that has the prerequisite: the task itself, or one it lies in."""
    needs: Needs
    """The status that was waited for."""
    on: ItemId
    """The item that was waited for."""
    status: Status
    """The status of the item that is waited for."""


class ReasonGiven(TypedDict):
    """The act does not have enough approvals."""

    given: int
    """How many there are."""
    needed: int
    """How many are needed."""
    role: Key
    """The role whose holders approve."""


class ReasonDataSubjectId(TypedDict):
    """A person's data may not be processed for a required purpose."""

    data_subject_id: PersonId
    """The data subject."""
    organisation_id: OrganisationId
    """The controller."""
    purpose: Key
    """The purpose, by its name in the controller's notices."""
    reason: ConsentReason
    """The reason."""
    requirement: RequirementId
    """The requirement."""


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
    "LinkFault",
    "ReasonDataSubjectId",
]
"""One reason why an act is allowed or denied. In JSON: a code, a sentence and its facts."""

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
    """The moment; also the date of the receipt."""
    format: ReceiptFormat
    """The format."""
    organisation_id: OrganisationId
    """The controller."""
    past: NotRequired[bool]
    """Whether `at` is a past moment: then the recorded times decide. Otherwise `at` is the current time,
    and whatever has ended something counts, however it is dated.
    """
    person: HostId
    """The data subject, by the host's id; by the pseudonym after an erasure."""
    purpose: Key
    """The purpose."""


class ReceiptView(TypedDict):
    """A receipt."""

    receipt: NotRequired[Json]
    """The receipt, in the format asked for; absent if the person never consented."""


class Receiver(TypedDict):
    """A recipient, and the ground for transferring data to it out of the European Economic Area: Art.
    30(1)(d) and (e).
    """

    country: Country
    """The country."""
    name: ReadText
    """The name, or the kind of recipient."""
    recipient_role: NotRequired[RecipientRole]
    """The role towards the controller."""
    transfer: NotRequired[TransferView]
    """The ground for the transfer."""


class Recipient(TypedDict):
    """A recipient of data besides the controller."""

    address: NotRequired[Localized]
    """The postal address."""
    contact: NotRequired[Uri]
    """The contact."""
    country: Country
    """The country."""
    id: Key
    """The key in this notice."""
    name: Localized
    """The name, or the kind of recipient."""
    organisation: NotRequired[Enrolled]
    """The organisation on record that this is."""
    recipient_role: NotRequired[RecipientRole]
    """The role towards the controller."""
    transfer: NotRequired[Transfer]
    """The ground for the transfer, if its country is outside the European Economic Area: Art. 45 to 49."""
    uri: NotRequired[Uri]
    """The website."""


class RecipientNotified(TypedDict):
    """A recipient was notified that processing must end."""

    organisation_id: OrganisationId
    """The controller."""
    purpose: Key
    """The purpose."""
    recipient: Key
    """The recipient, by its name in the notice."""
    relied_on: list[Reliance]
    """What the decision read in other streams."""


RecipientRole: TypeAlias = Literal[
    # It determines the purposes and means jointly with the controller: Art. 26.
    "joint_controller",
    # It processes data on behalf of the controller: Art. 28.
    "processor",
    # It is a third party: Art. 4(10).
    "third_party",
]
"""The role of a recipient towards the controller."""


class RecommendRequest(TypedDict):
    """For tasks of a process, the interlinkers that answer their problem profiles."""

    as_of: NotRequired[AsOf]
    """The state asked about."""
    item: NotRequired[ItemId | None]
    """The task; every enabled one with a problem profile if absent."""
    language: NotRequired[Language | None]
    """The language; the process's own if absent."""
    process: ProcessId
    """The process."""


class Recommendation(TypedDict):
    """An interlinker that answers problem profiles, with the reasons for its rank."""

    answers: list[Key]
    """The task's own problem profiles that it answers. More rank higher."""
    answers_besides: int
    """The number of other problem profiles it answers. Among equals, fewer rank higher: it is more
    specific.
    """
    answers_of_objective: list[Key]
    """The problem profiles of the task's objective that it answers. Among equals, more rank higher."""
    difficulty: NotRequired[Difficulty]
    """How hard it is to use; easier ones rank higher among equals."""
    in_language: bool
    """Whether it is offered in the language asked for; these rank higher among equals."""
    interlinker: Key
    """The interlinker."""
    kind: InterlinkerKind
    """Its kind."""
    licence: NotRequired[LicenceClass]
    """The licence class under which it may be used."""
    name: ReadText
    """Its name."""


class RecommendedView(TypedDict):
    """Recommendations for tasks."""

    tasks: list[TaskRecommendations]
    """The tasks, in the tree's order."""


class RecordContribution(TypedDict):
    """Records another person's contribution, for example of somebody who took part without a screen. Needs
    `contribution.review` on the task, and the contributor must be permitted to contribute there. It
    names its recorder. The contributor can confirm it or withdraw it, and the recorder may not review
    it.
    """

    asset: NotRequired[AssetId | None]
    """The asset of the task, if any."""
    item: ItemId
    """The task."""
    kind: ContributionKind
    """Its kind."""
    person: HostId
    """The contributor, by the host's id."""
    team: NotRequired[HostId | None]
    """The team for which the person contributed, as a member of it."""
    text: Remark
    """The work done. Kept in the vault, as a text about the contributor."""


class RecordDateOfBirth(TypedDict):
    """Records a date of birth, so that a child's consent is requested from somebody who may give it (Art.
    8). Given by the data subject or by an official. Kept in the vault.
    """

    acting_for: NotRequired[HostId | None]
    """The organisation on whose behalf an official records it: one that an operator verified."""
    data_subject: NotRequired[HostId | None]
    """The data subject, if not the actor."""
    date_of_birth: Date | date
    """The date of birth."""
    evidence: NotRequired[FileDigest | None]
    """The SHA-256 of the evidence; required of an official."""


class RectifyText(TypedDict):
    """Rectifies a text about the person: on behalf of the controller that holds it, while a request for it
    is open (Art. 16); or by whoever wrote it in their own name. The vault forgets the previous text.
    """

    request: NotRequired[SubjectRequestId | None]
    """The request; none if the author rectifies the text."""
    text: Commitment
    """The text, by its commitment on record."""
    words: Remark
    """The new text. Kept in the vault."""


class RedactText(TypedDict):
    """Removes words from every public text of the stream, permanently: from its events, and from the
    imported and published documents that only this stream relies on (GDPR Art. 17). By an administrator
    of the process or the organisation, or by an operator of the store; also once the process is closed.
    Only operators can redact what operators wrote. A document that others rely on stays unchanged, and
    the event names it.

    Spellings that read the same count as the same: upper and lower case, any encoding of accents, any
    white space. Words that are part of a longer word stay. Decide it with `dry_run` first: it cannot be
    undone.
    """

    reason: Remark
    """The reason. Kept in the vault, as a text by the actor; it must not repeat the words."""
    words: Remark
    """The words to remove: a name, an address. They are not stored anywhere."""


class RedactedDocument(TypedDict):
    """A document from which words were removed."""

    document: DocumentId
    """The document: its id does not change."""
    replaced_by: DocumentId
    """The SHA-256 of the rewritten document."""


class RedactedEvent(TypedDict):
    """An event from which words were removed."""

    replaced_by: EventId
    """The SHA-256 of the rewritten envelope. The event's id does not change."""
    seq: Seq
    """The number of the event."""


class RefersView(TypedDict):
    """What a step's command refers to."""

    approval: NotRequired[ApprovalId]
    """The request for approval."""
    assignment: NotRequired[AssignmentId]
    """The assignment."""
    contribution: NotRequired[ContributionId]
    """The contribution."""
    data_subject: NotRequired[PartyName]
    """The person whose data it is about."""
    on: NotRequired[ItemId]
    """The item whose unmet prerequisite is waived."""
    participation: NotRequired[ParticipationId]
    """The request to take part."""
    purpose: NotRequired[Key]
    """The purpose."""
    recipient: NotRequired[Key]
    """The recipient, by its name in the notice."""
    right: NotRequired[SubjectRequestId]
    """The subject request."""
    roles: NotRequired[list[Key]]
    """The roles that can be granted."""


class RefuseConsent(TypedDict):
    """Refuses consent."""

    data_subject: NotRequired[HostId | None]
    """The data subject, if not the actor."""
    noted: NotRequired[Noted | None]
    """How an official learnt of it, if one records it."""
    organisation: HostId
    """The controller."""
    purpose: Key
    """The purpose."""


class RefuseMandate(TypedDict):
    """Refuses a mandate that waits for acceptance."""


class RegisterEntry(TypedDict):
    """An entry in a public register, by which anybody can look up the organisation."""

    number: Key
    """The organisation's number in the register."""
    register: Key
    """The register: by its code in ISO 6523, or as it is known in its country, such as `LV-UR`."""


RegisterMandate = TypedDict(
    "RegisterMandate",
    {
        # The evidence.
        "act_evidence": "Evidence",
        # The first day; today if absent.
        "from": NotRequired[Union["Date", None]],
        # The party that acts, by the host's id.
        "mandate_holder": "MandateHolderRef",
        # The kind.
        "mandate_kind": "DocumentId",
        # Where it comes from. What is granted is not registered.
        "mandate_source": "Source",
        # What it is limited to.
        "mandate_targets": NotRequired["list[MandateTarget]"],
        # Whether the holder may pass it on.
        "may_pass_on": NotRequired[bool],
        # The powers, by their codes; all of the kind's if none is named.
        "powers": NotRequired["list[Key]"],
        # The party that is acted for, by the host's id.
        "principal": "PrincipalRef",
        # The last day.
        "through": NotRequired[Union["Date", None]],
        # How often it can be used.
        "uses": NotRequired[Union[int, None]],
    },
)
"""Registers a mandate that exists outside this record, as an operator who saw the evidence. It begins when
it is registered: the record permits nothing for the time before.
"""


class RegisterOrganisation(TypedDict):
    """Registers an organisation; the actor becomes its administrator."""

    kind: StakeholderKind
    """What kind of stakeholder it is."""
    name: Localized
    """Its name. Public: it must not be the name of a private person."""
    organisation: HostId
    """The host's id for it."""
    team_creation: TeamPolicy
    """Who may create teams in it."""


class ReleasePurpose(TypedDict):
    """Removes a requirement."""

    requirement: RequirementId
    """The requirement."""


class Reliance(TypedDict):
    """Another stream that a decision read, with the last event it saw there."""

    id: EventId
    """The id of that event."""
    seq: Seq
    """Its `seq`."""
    stream: StreamId
    """The stream."""


Remark: TypeAlias = str
"""Something that a person wrote in their own words."""

Remedy: TypeAlias = Literal[
    # By withdrawing consent (Art. 7(3)).
    "withdraw",
    # By objecting (Art. 21).
    "object",
    # Not at all: processing ends with the contract, the law or the danger.
    "neither",
]
"""How a data subject can end processing."""


class RemoveMember(TypedDict):
    """Ends a membership at the command's time."""

    person: HostId
    """The host's id of the person."""


class RemovePrerequisite(TypedDict):
    """Removes a prerequisite. Needs `item.edit`.

    If it is still unmet, this waives it: it also needs `prerequisite.waive` there, the approvals that
    the model asks for, and a reason.
    """

    item: ItemId
    """The item that waits."""
    on: ItemId
    """The other."""
    reason: NotRequired[Remark | None]
    """Why. Required if it waives the prerequisite. Kept in the vault, as a text by the actor."""


class RemoveTeamMember(TypedDict):
    """Removes a person from a team at the command's time."""

    person: HostId
    """The host's id of the person."""
    team: HostId
    """The host's id of the team."""


class RenewConsent(TypedDict):
    """Consents again, before or after the end of an earlier consent."""

    acting_for: NotRequired[HostId | None]
    """The organisation on whose behalf an official records it."""
    data_subject: NotRequired[HostId | None]
    """The data subject, if not the actor."""
    evidence: NotRequired[FileDigest | None]
    """The SHA-256 of the signed document or of the minutes; required of an official."""
    explicit: NotRequired[bool]
    """Whether consent was given in words or by a signature."""
    language: Language
    """The language in which the data subject read the notice."""
    method: Indication
    """How it was expressed."""
    notice: DocumentId
    """The notice that was read."""
    organisation: HostId
    """The controller."""
    purpose: Key
    """The purpose."""
    valid: Validity
    """How long the consent is valid."""


class RenewalView(TypedDict):
    """A consent that must be requested again."""

    data_subject: PartyName
    """The data subject."""
    purpose: PurposeRef
    """The purpose."""


class RenounceMandate(TypedDict):
    """Gives a mandate back, as its holder."""

    act_evidence: NotRequired[Evidence | None]
    """Evidence, if the kind asks for it."""
    effective_at: NotRequired[Timestamp | datetime | None]
    """When it ends; now if absent."""


class ReopenTask(TypedDict):
    """Puts a finished task back in progress. Needs `task.reopen`."""

    item: ItemId
    """The task."""


class ReplaceTree(TypedDict):
    """Replaces the plan with another, or with none: all its items go. Allowed only while nothing is
    attached to them: no work, asset, assignment, role or restriction on an item, required purpose or
    approval. Needs `process.administer`. `process.administer`.
    """

    template: NotRequired[DocumentId | None]
    """The template of the new plan, by the SHA-256 of its canonical JSON; absent for an empty plan."""


class Report(TypedDict):
    """All remarks made while reading a catalogue."""

    anomalies: list[Anomaly]
    """The anomalies, in the order in which they were found."""
    unread: list[str]
    """Files that were not read."""


RepresentativeAppointed = TypedDict(
    "RepresentativeAppointed",
    {
        # The evidence: a commitment to its SHA-256 in the vault, because the digest of a short text could be
        # guessed.
        "evidence": NotRequired["Commitment"],
        # When the appointment begins; now, if absent.
        "from": NotRequired["Timestamp"],
        # The capacity of the representative.
        "kind": "RepresentativeKind",
        # The public administration on whose behalf an official recorded it; none if the data subject chose
        # the representative.
        "organisation_id": NotRequired["OrganisationId"],
        # What the decision read in other streams.
        "relied_on": NotRequired["list[Reliance]"],
        # The representative.
        "representative_id": "PersonId",
        # What the appointment is for.
        "scope": "Extent",
        # When the appointment ends.
        "until": NotRequired["Timestamp"],
    },
)
"""A representative was appointed."""


class RepresentativeDismissed(TypedDict):
    """A representative was dismissed."""

    evidence: NotRequired[Commitment]
    """The evidence: a commitment to its SHA-256 in the vault."""
    organisation_id: NotRequired[OrganisationId]
    """The public administration on whose behalf an official recorded it; none if the data subject or the
    representative ended it.
    """
    relied_on: NotRequired[list[Reliance]]
    """What the decision read in other streams."""
    representative_id: PersonId
    """The representative."""


RepresentativeKind: TypeAlias = Literal[
    # As a holder of parental responsibility.
    "parental",
    # As somebody authorised by the person or by a court.
    "authorised",
]
"""In which capacity somebody represents a person."""


class RequestConsent(TypedDict):
    """Requests consent, on behalf of the controller."""

    data_subject: NotRequired[HostId | None]
    """The data subject, by the host's id."""
    notice: DocumentId
    """The notice that accompanies the request."""
    organisation: HostId
    """The controller, by the host's id."""
    purpose: Key
    """The purpose."""


RequestMandate = TypedDict(
    "RequestMandate",
    {
        # Evidence, if the kind asks for it.
        "act_evidence": NotRequired[Union["Evidence", None]],
        # The first day; today if absent.
        "from": NotRequired[Union["Date", None]],
        # The party that will act, by the host's id.
        "mandate_holder": "MandateHolderRef",
        # The kind.
        "mandate_kind": "DocumentId",
        # What it is limited to.
        "mandate_targets": NotRequired["list[MandateTarget]"],
        # The powers, by their codes; all of the kind's if none is named.
        "powers": NotRequired["list[Key]"],
        # The party that will be acted for, by the host's id.
        "principal": "PrincipalRef",
        # The last day.
        "through": NotRequired[Union["Date", None]],
        # How often it can be used.
        "uses": NotRequired[Union[int, None]],
    },
)
"""Asks for a mandate, as its future holder. It takes effect if the principal accepts it."""


class RequirePurpose(TypedDict):
    """Requires a purpose: for a process, for an item and everything below it, or for an asset."""

    asset: NotRequired[AssetId | None]
    """The asset, if the requirement is for one."""
    data_subjects: NotRequired[list[HostId]]
    """The people whose data an asset holds, by the host's ids; if absent, whoever opens it."""
    item: NotRequired[ItemId | None]
    """The item, if the requirement is for one and everything below it."""
    organisation: HostId
    """The organisation that has published the purpose, by the host's id."""
    purpose: Key
    """The purpose."""


RequirementId: TypeAlias = str
"""16 bytes as lower-case hexadecimal."""


class RequirementLeftOut(TypedDict):
    """A purpose that a process requires and a process made from it does not. Whoever repeats the work must
    know that it was required there: without it, data might be processed without a legal basis (GDPR
    Art. 6(1)).
    """

    asset: NotRequired[AssetId]
    """The asset of the original that it is about."""
    item: NotRequired[ItemId]
    """The item of the original that it is about, or to which the asset belongs; the whole process if
    absent.
    """
    key: NotRequired[Key]
    """The key of that item in the template; absent if the item was left out."""
    purpose: PurposeRef
    """The purpose, of the controller of the original."""


RestrictionId: TypeAlias = str
"""16 bytes as lower-case hexadecimal."""


class RestrictionLifted(TypedDict):
    """A restriction ended, at the event's time."""

    relied_on: NotRequired[list[Reliance]]
    """What the decision read in other streams."""
    restriction: RestrictionId
    """The restriction."""


class RestrictionPlaced(TypedDict):
    """A party was restricted."""

    holder: Holder
    """The party that is restricted."""
    item: NotRequired[ItemId]
    """The item on and below which the restriction applies; the whole process if absent."""
    permissions: PermissionSet
    """The permissions that are denied."""
    reason: Commitment
    """The reason: a commitment to a text in the vault."""
    relied_on: NotRequired[list[Reliance]]
    """What the decision read in other streams."""
    restriction: RestrictionId
    """The restriction's id."""
    window: Window
    """The time of the restriction."""


class RestrictionView(TypedDict):
    """A restriction."""

    ended: NotRequired[Timestamp]
    """When it was ended early."""
    holder: PartyName
    """The party that is restricted."""
    holds: bool
    """Whether it is in force at the moment of the view."""
    item: NotRequired[ItemId]
    """The item on and below which it applies; the whole process if absent."""
    permissions: PermissionSet
    """The permissions that are denied."""
    placed_by: PartyName
    """The person who placed it."""
    reason: NotRequired[str]
    """The reason; absent if the text was erased."""
    restriction: RestrictionId
    """Its id."""
    window: Window
    """The intended time of the restriction."""


class ResumeMandate(TypedDict):
    """Lets a suspended mandate continue."""


class RetentionDays(TypedDict):
    """This many days, 36 524 at most."""

    days: int


class RetentionUntilEventData(TypedDict):
    days: int
    """The longest, in days; 36 524 at most."""
    key: Key
    """The event, by its name for programs."""
    text: Localized
    """The event, as described to the data subject."""


class RetentionUntilEvent(TypedDict):
    """Until an event, or for this many days if it does not occur."""

    until_event: RetentionUntilEventData


Retention: TypeAlias = Union["RetentionDays", "RetentionUntilEvent"]
"""How long data are kept. There is always a last day."""


class ReturnContribution(TypedDict):
    """Returns a contribution with a reason. Needs what accepting needs."""

    contribution: ContributionId
    """The contribution."""
    reason: Remark
    """Why. Kept in the vault, as a text about the contributor."""


class ReversePoints(TypedDict):
    """Reverses one award, with a reason. Needs `contribution.review` on its task."""

    award: AwardId
    """The award."""
    reason: Remark
    """Why. Kept in the vault, as a text by the actor."""


class ReviseAsset(TypedDict):
    """Adds a version of an asset; earlier ones are kept. Needs `asset.edit` on its task."""

    asset: AssetId
    """The asset."""
    content: Content
    """Its new content."""


class RevokeConsent(TypedDict):
    """Ends a consent, on behalf of the controller."""

    data_subject: NotRequired[HostId | None]
    """The data subject."""
    organisation: HostId
    """The controller."""
    purpose: Key
    """The purpose."""
    reason: Remark
    """The reason. Kept in the vault."""


class RevokeMandate(TypedDict):
    """Revokes a mandate or some of its powers, on the principal's side; of one that was passed on, also on
    the side of whoever passed it on.
    """

    act_evidence: NotRequired[Evidence | None]
    """Evidence, if the kind asks for it."""
    effective_at: NotRequired[Timestamp | datetime | None]
    """When it ends; now if absent."""
    powers: NotRequired[list[Key]]
    """The powers that end; all of them if none is named."""


class RevokeRole(TypedDict):
    """Ends a grant at the command's time. Needs `role.grant` on its scope."""

    grant: GrantId
    """The grant."""
    reason: NotRequired[Remark | None]
    """The reason. Kept in the vault, as a text about the holder."""


Right: TypeAlias = Literal[
    # To be informed, if the data come from the data subject: Art. 13.
    "informed",
    # To be informed, if the data come from elsewhere: Art. 14.
    "informed_elsewhere",
    # Access: Art. 15.
    "access",
    # Rectification: Art. 16.
    "rectification",
    # Erasure: Art. 17.
    "erasure",
    # Restriction of processing: Art. 18.
    "processing_restriction",
    # Data portability: Art. 20.
    "portability",
    # Objection: Art. 21.
    "objection",
    # Not to be subject to solely automated decisions: Art. 22.
    "automated",
    # Withdrawal of consent: Art. 7(3).
    "withdrawal",
    # Complaint to an authority: Art. 77.
    "complaint",
]
"""A right of the data subject."""


class RightException(TypedDict):
    """A right that applies although the basis does not include it, or the other way round."""

    applies: bool
    """Whether the data subject has the right."""
    reason: Localized
    """The reason for the difference."""
    right: Right
    """The right."""


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
    """A role was granted."""

    grant: GrantId
    """The grant's id."""
    holder: Holder
    """The party that received it."""
    item: NotRequired[ItemId]
    """The item on and below which the grant applies; the whole process if absent."""
    kind: StakeholderKind
    """The stakeholder kind in which the holder received it."""
    organisation_id: NotRequired[OrganisationId]
    """The organisation for which a person holds it."""
    relied_on: NotRequired[list[Reliance]]
    """What the decision read in other streams."""
    role: Key
    """The role."""
    successor: NotRequired[bool]
    """Whether it was granted from outside the process, because nobody in it could administer it any more:
    by an administrator of the organisation for which the process is run, or by an operator if there is
    none.
    """
    window: Window
    """The time of the grant."""


class RoleRevoked(TypedDict):
    """A grant ended, at the event's time."""

    grant: GrantId
    """The grant."""
    reason: NotRequired[Commitment]
    """The reason: a commitment to a text in the vault."""
    relied_on: NotRequired[list[Reliance]]
    """What the decision read in other streams."""


class RoleView(TypedDict):
    """A role of the governance model."""

    holders: list[StakeholderKind]
    """The stakeholder kinds that may hold it."""
    name: ReadText
    """The name of the role."""
    permissions: PermissionSet
    """What it permits."""


class RulesRequest(TypedDict):
    """The rules of a process."""

    as_of: NotRequired[AsOf]
    """The state asked about."""
    at: Timestamp | datetime
    """The moment of the check."""
    language: NotRequired[Language | None]
    """The language; the process's own if absent."""
    process: ProcessId
    """The process."""


class RulesView(TypedDict):
    """The rules of a process at one moment."""

    approvals: list[ApprovalView]
    """The approvals that are open."""
    approvals_asked: list[ApprovalRequestView]
    """The open requests for approval."""
    at: Timestamp
    """The moment of the view."""
    governance: DocumentId
    """The governance model."""
    grants: list[GrantView]
    """All grants, in the order in which they were given."""
    name: ReadText
    """The governance model's name."""
    prerequisites: PrerequisitePolicy
    """Whether prerequisites are enforced."""
    process: ProcessId
    """The process."""
    restrictions: list[RestrictionView]
    """All restrictions, in the order in which they were placed."""
    roles: dict[str, RoleView]
    """The roles, by key."""
    seq: Seq
    """The number of the last event that the view includes."""


Salt: TypeAlias = str
"""16 bytes as lower-case hexadecimal."""


class ScheduleItem(TypedDict):
    """Plans a task; an absent day is unset. Needs `item.schedule`."""

    end: NotRequired[Date | date | None]
    """The last day."""
    item: ItemId
    """The task."""
    start: NotRequired[Date | date | None]
    """The first day."""


class Search(TypedDict):
    """A search among interlinkers. Every given condition must hold; absent ones do not matter."""

    area: NotRequired[Area | None]
    """Applying in this area."""
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
    target: NotRequired[Target | None]
    """For this target group, or for a broader one that contains it."""
    text: NotRequired[str | None]
    """Every word of this occurs in the name, the overview, the description or the tags, in any language.
    Case does not matter.
    """


class SearchRequest(TypedDict):
    """The interlinkers of a catalogue that match a search."""

    catalogue: DocumentId
    """The catalogue."""
    language: NotRequired[Language | None]
    """The language of names; English if absent."""
    search: NotRequired[Search]
    """The search; everything if absent."""


Seen: TypeAlias = str
"""32 bytes as lower-case hexadecimal."""


class Sentence(TypedDict):
    """One sentence."""

    language: Language
    """The language of its phrase, which may not be the one asked for."""
    parts: list[Part]
    """Its pieces, in order."""
    text: str
    """The whole text."""


Seq: TypeAlias = int
"""The number of an event in its stream, from 1, and so how far a stream has come; 0 before the first
event.
"""


class ServedTask(TypedDict):
    """A task that an interlinker serves."""

    answers: list[Key]
    """Its own problem profiles that the interlinker answers."""
    answers_of_objective: list[Key]
    """The problem profiles of its objective that the interlinker answers."""
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
"""The effect on a service."""


class SetLanguageRequest(TypedDict):
    """Sets the language of refusals, reasons and views for requests that name none."""

    language: NotRequired[Language | None]
    """The language; English if absent."""


class SettleDisagreement(TypedDict):
    """Records that an authority or a court settled a disagreement between representatives: their refusals
    no longer prevent consent. It is not itself a consent, and a later refusal counts again. Given by an
    official of a public administration that neither benefits nor has one of the representatives among
    its members.
    """

    acting_for: HostId
    """The public administration on whose behalf an official records it."""
    data_subject: NotRequired[HostId | None]
    """The data subject."""
    evidence: FileDigest
    """The SHA-256 of the decision."""
    organisation: HostId
    """The controller."""
    purpose: Key
    """The purpose."""


Source: TypeAlias = Literal[
    # An electronic attestation that the host verified.
    "attestation",
    # A decision of a court.
    "court",
    # A contract of employment.
    "employment",
    # The principal, or somebody who may grant for them.
    "grant",
    # The law itself, as for parents.
    "law",
    # An entry in a public register.
    "register",
]
"""Where a mandate comes from."""

SpecialCondition: TypeAlias = Literal[
    # The data subject consented explicitly: (a).
    "explicit_consent",
    # Employment and social security law: (b).
    "employment_law",
    # Somebody's life depends on it and the data subject cannot consent: (c).
    "vital_interest",
    # A non-profit body about its own members: (d).
    "own_members",
    # The data subject made them public: (e).
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
"""The conditions for processing special categories of data (GDPR Art. 9(2))."""

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
    """Starts an awaiting task. Needs `task.start`; no enforced prerequisite may be unmet."""

    item: ItemId
    """The task."""


State: TypeAlias = Literal[
    # Nothing is on record.
    "unknown",
    # Consent was requested.
    "requested",
    # The data subject will decide later.
    "deferred",
    # Consent was given.
    "given",
    # Consent was refused.
    "refused",
    # Consent was withdrawn.
    "withdrawn",
    # Somebody else ended the consent.
    "revoked",
    # The validity period, the number of uses or the event that ends the consent was reached.
    "expired",
    # An authority found the consent invalid, possibly retroactively.
    "invalidated",
    # Consent was renewed.
    "renewed",
    # An objection was raised and is undecided.
    "objected",
    # The objection was upheld.
    "objection_upheld",
    # Grounds that override the objection were given, and stay on record.
    "objection_overruled",
]
"""The state of a person's will about one purpose. The states of consent are those of the Data Privacy
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
"""The status of an item."""


class StepView(TypedDict):
    """A possible step."""

    act: NotRequired[NextAct]
    """The command; absent if it is done outside the library: expired data are deleted by whoever stores
    them.
    """
    approvals: NotRequired[list[ApprovalsView]]
    """Which approvals are needed, and which are given."""
    chain: int
    """The length of the longest chain of open tasks that begins here, this one included; 0 if it is not a
    task.
    """
    consents: NotRequired[list[ConsentLackView]]
    """The purposes required here that have no legal basis."""
    due: NotRequired[Date]
    """The last day for it."""
    frees: int
    """How many tasks can continue once it is done because they wait for nothing else."""
    group: Group
    """Its kind."""
    interlinkers: NotRequired[list[Recommendation]]
    """The three interlinkers that answer its problem profiles best."""
    item: NotRequired[ItemId]
    """The item; the process as a whole, or an organisation, if absent."""
    mine: NotRequired[MineView]
    """Why it is this person's."""
    name: NotRequired[ReadText]
    """The name of the item, the process or the organisation."""
    organisation_id: NotRequired[OrganisationId]
    """The organisation whose obligation it is."""
    overdue: bool
    """Whether it is late."""
    process: NotRequired[ProcessId]
    """The process."""
    ready: bool
    """Whether it can be done now: the command would be accepted at that moment."""
    reasons: list[NextReasonView]
    """Why it is listed, and what prevents it."""
    refers: RefersView
    """What the command refers to besides the item."""
    since: NotRequired[Timestamp]
    """Since when it applies, if known."""
    waits_for: NotRequired[list[NextWaitView]]
    """What it waits for."""


class Storage(TypedDict):
    """Where and how long data are kept."""

    places: list[Country]
    """The countries."""
    retention: Retention
    """The duration."""
    transfer: NotRequired[Transfer]
    """The ground for keeping them outside the European Economic Area, if one of the countries is outside."""


class StorageView(TypedDict):
    """A person's data for a purpose, kept beyond their storage period: they must be erased, or consent
    requested again.
    """

    data_subject: PartyName
    """The data subject."""
    purpose: PurposeRef
    """The purpose."""
    since: Timestamp
    """When the period began: at the last change of the consent."""
    state: State
    """The state of the consent."""
    until: Timestamp
    """When the period ended."""


class Story(TypedDict):
    """The story of a practice: INTERLINK's `data_story`. Public; it does not name its author."""

    countries: NotRequired[list[Country]]
    """The countries where it took place."""
    description: NotRequired[Localized]
    """What happened."""
    end: NotRequired[Date]
    """The last day."""
    figures: NotRequired[list[Figure]]
    """Figures."""
    incentives: NotRequired[Localized]
    """What people gained from taking part."""
    languages: NotRequired[list[Language]]
    """The languages used."""
    lessons_learned: NotRequired[Localized]
    """What was learned."""
    materials: NotRequired[list[Material]]
    """Resources to read or use."""
    objectives: NotRequired[Localized]
    """What was to be achieved."""
    owners: NotRequired[list[Owner]]
    """The organisations responsible for it."""
    results: Localized
    """What was achieved."""
    start: NotRequired[Date]
    """The first day."""
    summary: NotRequired[Localized]
    """The story in a line."""
    tags: NotRequired[dict[str, list[str]]]
    """Words to find it by, per language."""
    title: Localized
    """Its title."""


class StoryView(TypedDict):
    """A story that was read."""

    licence: NotRequired[Licence]
    """The licence it names, if valid: `process.publish` needs it beside the story."""
    report: Report
    """Remarks made while reading it."""
    story: Story
    """The story: the input of `process.publish`."""


StreamId: TypeAlias = str
"""A stream of the journal."""


class StreamsRequest(TypedDict):
    """The streams of the store."""

    after: NotRequired[StreamId | None]
    """The stream after which to begin; from the first if absent."""
    limit: int
    """How many at most, up to 10 000."""


class StreamsView(TypedDict):
    """Streams of the store."""

    streams: list[StreamId]
    """Ordered by name."""


class SubjectAccessRequest(TypedDict):
    """All data held about a person (GDPR Art. 15 and 20)."""

    language: NotRequired[Language | None]
    """The language of the sentences about events; English if absent."""
    person: HostId
    """The person, by the host's id. Nothing is held about an unknown person."""


class SubjectAccessView(TypedDict):
    """Everything that is held about a person: what the vault holds, and every event with the pseudonym."""

    consents: list[ConsentView]
    """The person's consents and objections, as of the last event; `receipt` writes a receipt for each."""
    kept: list[KeptView]
    """The texts about the person that a law requires to be kept, whatever the person requests."""
    markdown: str
    """The same in Markdown, for reading."""
    person: PartyName
    """The person."""
    texts: list[Held]
    """The texts about or by the person."""
    traces: list[Trace]
    """The events, in order."""


class SubjectMatter(TypedDict):
    """A matter of an appointment."""

    notice: NotRequired[DocumentId]
    """The version of a notice."""
    organisation_id: OrganisationId
    """The controller."""
    purpose: NotRequired[Key]
    """The purpose."""


class SubjectMatterRef(TypedDict):
    """A matter of an appointment: all purposes of a controller, one purpose with those within it, the
    purposes of one version of a notice, or one purpose as that version describes it.
    """

    notice: NotRequired[DocumentId | None]
    """The version of a notice: a consent is valid for no other."""
    organisation: HostId
    """The controller, by the host's id."""
    purpose: NotRequired[Key | None]
    """The purpose."""


class SubjectRequestAnswered(TypedDict):
    """The controller answered."""

    outcome: Outcome
    """The outcome."""
    reason: NotRequired[Commitment]
    """The reason: a commitment to a text in the vault."""
    relied_on: list[Reliance]
    """What the decision read in other streams."""
    request: SubjectRequestId
    """The request."""


class SubjectRequestExtended(TypedDict):
    """The controller extended the time by two months."""

    reason: Commitment
    """The reason: a commitment to a text in the vault."""
    relied_on: list[Reliance]
    """What the decision read in other streams."""
    request: SubjectRequestId
    """The request."""


SubjectRequestId: TypeAlias = str
"""16 bytes as lower-case hexadecimal."""


class SubjectRequestMade(TypedDict):
    """A data subject request was made."""

    noted: NotRequired[bool]
    """Whether the controller recorded it, having received it in another way."""
    organisation_id: OrganisationId
    """The controller."""
    relied_on: list[Reliance]
    """What the decision read in other streams."""
    represented: NotRequired[bool]
    """Whether a representative made it."""
    request: SubjectRequestId
    """The id of the request."""
    right: Right
    """The right that is exercised."""
    text: NotRequired[Commitment]
    """The request in the person's words: a commitment to a text in the vault."""


class SubjectRequestView(TypedDict):
    """A data subject request, and its deadlines."""

    answered: NotRequired[Timestamp]
    """When it was answered."""
    due: Timestamp
    """The deadline for the answer."""
    extended: bool
    """Whether the time was extended."""
    lifted: NotRequired[Timestamp]
    """When the restriction that was granted on it was lifted."""
    outcome: NotRequired[Outcome]
    """The outcome."""
    overdue: bool
    """Whether it was not answered in time."""
    person: PartyName
    """The person who makes the request."""
    received: Timestamp
    """When it was received."""
    request: SubjectRequestId
    """The id of the request."""
    right: Right
    """The right that is exercised."""


class SubjectRequestsRequest(TypedDict):
    """The subject requests made to a controller."""

    at: Timestamp | datetime
    """The moment of the check."""
    organisation_id: OrganisationId
    """The controller."""


class SubjectRequestsView(TypedDict):
    """All data subject requests to a controller, and the texts it keeps after erasures."""

    kept: list[KeptView]
    """Texts that a law requires to be kept, in the order in which they end."""
    requests: list[SubjectRequestView]
    """The requests, in the order of their deadlines."""


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


class SuspendMandate(TypedDict):
    """Suspends a mandate until it is resumed."""


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
    # Potential users of the service.
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
"""The target group. Broader ones contain narrower ones."""


class TaskCompleted(TypedDict):
    """A task was completed."""

    despite: NotRequired[list[Unmet]]
    """Unmet prerequisites of which the model only warns."""
    item: ItemId
    """The task."""
    relied_on: NotRequired[list[Reliance]]
    """What the decision read in other streams."""


class TaskEstimated(TypedDict):
    """The complexity of a task was estimated."""

    complexity: Complexity
    """For each kind of contribution."""
    item: ItemId
    """The task."""
    relied_on: NotRequired[list[Reliance]]
    """What the decision read in other streams."""


class TaskRecommendations(TypedDict):
    """The recommendations for one task."""

    item: ItemId
    """The task."""
    recommendations: list[Recommendation]
    """The recommendations, the best first."""


class TaskReopened(TypedDict):
    """A finished task went back in progress."""

    item: ItemId
    """The task."""
    relied_on: NotRequired[list[Reliance]]
    """What the decision read in other streams."""


class TaskStarted(TypedDict):
    """A task was started."""

    despite: NotRequired[list[Unmet]]
    """Unmet prerequisites of which the model only warns."""
    item: ItemId
    """The task."""
    relied_on: NotRequired[list[Reliance]]
    """What the decision read in other streams."""


class TasksServedRequest(TypedDict):
    """The tasks of a process that an interlinker serves."""

    as_of: NotRequired[AsOf]
    """The state asked about."""
    interlinker: Key
    """The interlinker, from the process's catalogue."""
    language: NotRequired[Language | None]
    """The language; the process's own if absent."""
    process: ProcessId
    """The process."""


class TasksServedView(TypedDict):
    """Tasks that an interlinker serves."""

    serves: list[ServedTask]
    """The tasks, in the tree's order."""


class TeamClosed(TypedDict):
    """A team was closed, and every membership in it ended at the event's time."""

    team_id: TeamId
    """The team."""


class TeamCreated(TypedDict):
    """A team was created; the actor leads it."""

    kind: StakeholderKind
    """What kind of stakeholder it is."""
    name: Localized
    """Its name."""
    team_id: TeamId
    """The id of the team."""


class TeamEdited(TypedDict):
    """A team was renamed."""

    name: Localized
    """The new name."""
    team_id: TeamId
    """The team."""


TeamId: TypeAlias = str
"""16 bytes as lower-case hexadecimal."""


class TeamMemberAdded(TypedDict):
    """A person joined a team."""

    person_id: PersonId
    """The person."""
    team_id: TeamId
    """The team."""
    window: Window
    """The time of the membership."""


class TeamMemberRemoved(TypedDict):
    """A person left a team, at the event's time."""

    person_id: PersonId
    """The person."""
    team_id: TeamId
    """The team."""


class TeamMerged(TypedDict):
    """A team was closed, and its members are in another team from the event's time on."""

    into_team_id: TeamId
    """The team that continues."""
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
    led_by: PartyName
    """Who leads it."""
    members: list[MembershipView]
    """Past, present and future members."""
    name: Localized
    """Its name, in all its languages."""
    team_id: TeamId
    """Its id."""


class TemplateAdopted(TypedDict):
    """The process adopted a higher version of its template."""

    effect: TemplateEffect
    """The effect of the change."""
    reason: Commitment
    """Why: a commitment to a text in the vault."""
    relied_on: NotRequired[list[Reliance]]
    """What the decision read in other streams."""
    template: DocumentId
    """The template."""


class TemplateDocument(TypedDict):
    """A template in its written form. Fields are in canonical order."""

    author: NotRequired[str]
    """Its author."""
    description: NotRequired[Localized]
    """What it is for."""
    document: TemplateMark
    """The kind of this document."""
    environments: NotRequired[list[str]]
    """The installations it is meant for, if not for all."""
    id: Key
    """The template's name for programs; all versions of a template share it."""
    languages: NotRequired[list[Language]]
    """The languages it is offered in."""
    licence: NotRequired[LicenceClass]
    """The licence class under which it may be used."""
    name: Localized
    """The template's name for people."""
    origin: NotRequired[Origin]
    """The process it was made from."""
    phases: list[TemplatePhase]
    """Its phases, in order."""
    tags: NotRequired[dict[str, list[str]]]
    """Words to find it by, per language."""
    version: int
    """The version of the template, from 1."""


class TemplateDocumentInput(TypedDict):
    """A template in its written form. Fields are in canonical order."""

    author: NotRequired[str | None]
    """Its author."""
    description: NotRequired[Localized | None]
    """What it is for."""
    document: TemplateMark
    """The kind of this document."""
    environments: NotRequired[list[str]]
    """The installations it is meant for, if not for all."""
    id: Key
    """The template's name for programs; all versions of a template share it."""
    languages: NotRequired[list[Language]]
    """The languages it is offered in."""
    licence: NotRequired[LicenceClass | None]
    """The licence class under which it may be used."""
    name: Localized
    """The template's name for people."""
    origin: NotRequired[Origin | None]
    """The process it was made from."""
    phases: list[TemplatePhaseInput]
    """Its phases, in order."""
    tags: NotRequired[dict[str, list[str]]]
    """Words to find it by, per language."""
    version: int
    """The version of the template, from 1."""


class TemplateEffect(TypedDict):
    """The difference that a new version of the template makes. Once work has begun, it must be declared in
    full.
    """

    items_added: NotRequired[list[Key]]
    """Items that are added, by their keys."""
    items_retired: NotRequired[list[ItemId]]
    """Items that the new version lacks and that are disabled."""
    items_reworded: NotRequired[list[ItemId]]
    """Items whose texts or marks follow the new version."""
    prerequisites_added: NotRequired[list[Unmet]]
    """Prerequisites that are added."""
    prerequisites_removed: NotRequired[list[Unmet]]
    """Prerequisites that are removed."""
    prerequisites_waived: NotRequired[list[Unmet]]
    """Enforced, unmet prerequisites that no longer apply: those that the change waives."""


TemplateMark: TypeAlias = Literal[
    # This document is a template.
    "template",
]
"""The text `template`."""


class TemplateObjective(TypedDict):
    """An objective of a template."""

    description: NotRequired[Localized]
    """A description."""
    key: Key
    """Its name for programs, unique in the template."""
    name: Localized
    """Its name for people."""
    prerequisites: NotRequired[list[TemplatePrerequisite]]
    """What it waits for."""
    problem_profiles: NotRequired[list[Key]]
    """The problem profiles it answers."""
    tasks: NotRequired[list[TemplateTask]]
    """Its tasks, in order."""


class TemplatePhase(TypedDict):
    """A phase of a template."""

    codelivery: bool
    """Whether the service is delivered in it, not only designed. INTERLINK's `is_part_of_codelivery`."""
    description: NotRequired[Localized]
    """A description."""
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
    """A description."""
    key: Key
    """Its name for programs, unique in the template."""
    name: Localized
    """Its name for people."""
    objectives: NotRequired[list[TemplateObjective]]
    """Its objectives, in order."""
    prerequisites: NotRequired[list[TemplatePrerequisite]]
    """What it waits for."""


class TemplatePrerequisite(TypedDict):
    """A prerequisite of an item in a template."""

    item: Key
    """The key of the item it waits for."""
    needs: Needs
    """The status it waits for."""


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
    """Its problem profiles."""


class TextAttributed(TypedDict):
    """The organisation that keeps a text after an erasure looked up whom it concerns."""

    organisation_id: OrganisationId
    """The organisation that keeps it."""
    relied_on: list[Reliance]
    """What the decision read in other streams."""
    text: Commitment
    """The text."""


class TextFile(TypedDict):
    """A text file of a folder."""

    path: str
    """Its path in the folder, with `/` between the parts."""
    text: str
    """Its text."""


class TextKept(TypedDict):
    """A text about the person will be kept despite an erasure."""

    attributed: NotRequired[bool]
    """Whether it is kept with attribution."""
    exception: Exception
    """The exception that applies."""
    law: Localized
    """The law that requires it."""
    organisation_id: OrganisationId
    """The organisation that keeps it."""
    relied_on: list[Reliance]
    """What the decision read in other streams."""
    text: Commitment
    """The text."""
    until: Timestamp
    """When it is no longer kept."""


class TextRectified(TypedDict):
    """A text about the person was rectified."""

    relied_on: list[Reliance]
    """What the decision read in other streams."""
    replaced_by: Commitment
    """A commitment to the new text."""
    request: NotRequired[SubjectRequestId]
    """The request; none if the author rectified the text."""
    text: Commitment
    """The text."""


class TextRedacted(TypedDict):
    """Words were removed from public texts."""

    documents: NotRequired[list[RedactedDocument]]
    """The documents that were rewritten."""
    events: NotRequired[list[RedactedEvent]]
    """The events of this stream that were rewritten."""
    left: NotRequired[list[DocumentId]]
    """The documents that still contain the words, because others rely on them."""
    reason: Commitment
    """The reason: a commitment to a text in the vault."""
    relied_on: NotRequired[list[Reliance]]
    """What the decision read in other streams."""
    texts: NotRequired[list[Commitment]]
    """Requests for approval that contained these words: commitments to texts that the vault forgot."""


TimeZone: TypeAlias = str
"""A civil time zone of Europe, by its name in the IANA time zone database, or UTC."""

Timestamp: TypeAlias = str
"""A moment (RFC 3339). It is written in UTC with milliseconds; anything finer is cut off."""


class TogetherAtLeast(TypedDict):
    """At least so many of those who hold a mandate of this kind for the principal; 2 or more."""

    at_least: int


Together: TypeAlias = Union[Literal["everybody"], "TogetherAtLeast"]
"""How many of those who hold a mandate must act together."""


class TogetherView(TypedDict):
    """Several people who must act together: different people by different mandates."""

    could_join: list[PartyName]
    """Who else could act with them."""
    counted: list[PartyName]
    """Those who count."""
    people_missing: int
    """How many are missing."""
    people_needed: int
    """How many it takes."""


class Trace(TypedDict):
    """Something on record that the person did or that names the person."""

    event: Event
    """The event."""
    position: Position
    """Its position in the store."""
    sentence: NotRequired[Sentence]
    """The event as a sentence."""


class Transfer(TypedDict):
    """The ground for a transfer of data out of the European Economic Area."""

    ground: TransferTerm
    """The article that allows it."""
    text: Localized
    """What the ground is here, and where a copy of it can be obtained (Art. 13(1)(f))."""


TransferTerm: TypeAlias = str
"""A ground for a transfer of the Data Privacy Vocabulary 2.3, by name or IRI."""


class TransferView(TypedDict):
    """The ground for a transfer of data out of the European Economic Area: Art. 30(1)(e)."""

    ground: TransferTerm
    """The article that allows it, by its term in the GDPR extension of the Data Privacy Vocabulary."""
    text: ReadText
    """What the ground is here."""


class TreeReplaced(TypedDict):
    """The plan was replaced."""

    relied_on: NotRequired[list[Reliance]]
    """What the decision read in other streams."""
    template: NotRequired[DocumentId]
    """The template of the new plan; none for an empty one."""


class TreeRequest(TypedDict):
    """A process as a tree."""

    as_of: NotRequired[AsOf]
    """The state asked about."""
    language: NotRequired[Language | None]
    """The language; the process's own if absent."""
    process: ProcessId
    """The process."""


class TreeView(TypedDict):
    """A process as a tree, in one language."""

    catalogue: NotRequired[DocumentId]
    """The catalogue it takes interlinkers from, if any."""
    closed: NotRequired[Timestamp]
    """When it was closed; it cannot change since."""
    description: NotRequired[ReadText]
    """Its description."""
    end: NotRequired[Date]
    """Its planned last day."""
    governance: DocumentId
    """The governance model."""
    languages: list[Language]
    """The languages in which it has texts."""
    name: ReadText
    """Its name."""
    organisation_id: NotRequired[OrganisationId]
    """The organisation in whose name it was created."""
    phases: list[ItemView]
    """The phases, in order."""
    process: ProcessId
    """The process."""
    progress: int
    """Its progress, in whole percent."""
    publications: NotRequired[list[DocumentId]]
    """Its publications as a good practice, in order."""
    seq: Seq
    """The `seq` that is shown."""
    start: NotRequired[Date]
    """Its planned first day."""
    status: Status
    """Its status."""
    template: NotRequired[DocumentId]
    """The template it uses."""


class Unmet(TypedDict):
    """A prerequisite that was unmet when work continued, because the governance model only warns."""

    item: ItemId
    """The item that has the prerequisite: the task itself, or one it lies in."""
    needs: Needs
    """The status that was waited for."""
    on: ItemId
    """The item that was waited for."""


Unsettled: TypeAlias = Literal[
    # The task was reopened and is not finished again.
    "reopened",
    # The task or something above it was disabled.
    "disabled",
]
"""Why points do not rely on finished work."""


class UnverifyOrganisation(TypedDict):
    """Revokes a verification, as an operator of the store."""


Uri: TypeAlias = str
"""An absolute URI that is displayed and never followed."""


class UsageRequest(TypedDict):
    """How much interlinkers are used, per process."""

    interlinker: NotRequired[Key | None]
    """The interlinker; all if absent."""
    process: NotRequired[ProcessId | None]
    """The process; all of the store if absent."""


class UsageView(TypedDict):
    """How much interlinkers are used."""

    usage: list[InterlinkerUse]
    """One entry for each process and interlinker, ordered by id."""


class UseConsent(TypedDict):
    """Records one use of a consent, on behalf of the controller; or sets a use aside for a requirement,
    which the next act that meets the requirement takes. The data subject and their representatives can
    also set a use aside for a requirement.
    """

    data_subject: NotRequired[HostId | None]
    """The data subject."""
    organisation: HostId
    """The controller."""
    purpose: Key
    """The purpose."""
    requirement: NotRequired[RequirementId | None]
    """The requirement that the use is for: where a process requires the purpose."""


class UseMandate(TypedDict):
    """Notes that a power was used outside a process, as its holder. It counts towards the limit."""

    mandate_target: NotRequired[MandateTarget | None]
    """What it was used for."""
    power: Key
    """The power, by its code."""


class ValidityDays(TypedDict):
    """This many days of 24 hours, counted from the act."""

    days: int


class ValidityUntil(TypedDict):
    """Until this moment."""

    until: Timestamp


class ValidityUntilEvent(TypedDict):
    """Until an event that the controller records with `consent.expire`."""

    until_event: Key


class ValidityUses(TypedDict):
    """For this many uses that the controller records with `consent.use`."""

    uses: int


Validity: TypeAlias = Union["ValidityDays", "ValidityUntil", "ValidityUntilEvent", "ValidityUses"]
"""How long a consent is valid; it always has a limit."""

Verb: TypeAlias = Literal[
    # To request consent.
    "request",
    # To defer the decision.
    "defer",
    # To consent.
    "give",
    # To refuse consent.
    "refuse",
    # To renew consent, before or after its end.
    "renew",
    # To withdraw consent.
    "withdraw",
    # To end somebody else's consent.
    "revoke",
    # To record that the event which ends a consent has occurred.
    "expire",
    # To record one use of a consent.
    "use",
    # To record that an authority found a consent invalid.
    "invalidate",
    # To object.
    "object",
    # To withdraw an objection.
    "withdraw_objection",
    # To uphold an objection.
    "uphold",
    # To override an objection with compelling grounds.
    "overrule",
    # To resume an upheld objection of somebody who was erased and came back. No command gives it.
    "resume",
]
"""An act that changes the state."""


class VerificationView(TypedDict):
    """An operator's verification of an organisation."""

    at: Timestamp
    """When the organisation was verified."""
    by: PartyName
    """The operator."""
    evidence: NotRequired[FileDigest]
    """The SHA-256 of the evidence that the operator saw."""
    here: bool
    """Whether an operator of this store verified it. Verifications by operators of other stores give no
    rights here.
    """
    register: RegisterEntry
    """Its entry in a public register."""


class Verified(TypedDict):
    """An intact stream."""

    head: EventId
    """The id of its last event. Keep it elsewhere, and nobody can shorten or rewrite the stream unnoticed."""
    seq: Seq
    """The `seq` of its last event."""
    stream: StreamId
    """The stream."""


class VerifiedStore(TypedDict):
    """The result for an intact store."""

    events: int
    """The number of events in all of them."""
    streams: list[Verified]
    """Its streams."""
    vault_entries: int
    """The number of vault entries that match their commitments."""


class VerifyOrganisation(TypedDict):
    """Records, as an operator of the store, that the organisation is what it claims to be."""

    evidence: NotRequired[FileDigest | None]
    """The SHA-256 of the evidence that the operator saw, such as an extract from the register."""
    kind: StakeholderKind
    """The kind of stakeholder according to the register; it becomes the organisation's kind."""
    register: RegisterEntry
    """Its entry in the register."""


class VerifyRequest(TypedDict):
    """Verifies one stream or the whole store."""

    expected: NotRequired[ExpectedHead | None]
    """An event known to belong to the stream."""
    stream: NotRequired[StreamId | None]
    """The stream; all if absent."""


class VersionView(TypedDict):
    """One version of an asset."""

    at: Timestamp
    """The time since when it is current."""
    by: PartyName
    """Who made it."""
    content: Content
    """Its content."""


class Wait(TypedDict):
    """A prerequisite of an item."""

    enforcement: Enforcement
    """Whether it holds work back or only gives a warning."""
    needs: Needs
    """The status waited for."""
    on: ItemId
    """The item waited for."""
    passed: NotRequired[PrerequisiteWaive]
    """Its waiver, if it was waived."""
    unmet: bool
    """Whether it applies now: it is neither met nor waived, and the other item is enabled."""


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
    """The state asked about."""
    at: Timestamp | datetime
    """The moment of the check."""
    item: NotRequired[ItemId | None]
    """The item; the process as a whole if absent."""
    permission: Permission
    """The permission asked for."""
    process: ProcessId
    """The process."""


Window = TypedDict(
    "Window",
    {
        "from": "Timestamp",
        "until": NotRequired["Timestamp"],
    },
)
"""From a moment (included) until a moment (excluded), or without end."""


class WithdrawApproval(TypedDict):
    """Withdraws the actor's own approval that has not been used."""

    approval: ApprovalId
    """The approval."""


class WithdrawAssignment(TypedDict):
    """Withdraws an assignment. Needs `task.assign` on its task, or to be the assignee."""

    assignment: AssignmentId
    """The assignment."""


class WithdrawConsent(TypedDict):
    """Withdraws a consent. No reason is needed (Art. 7(3))."""

    data_subject: NotRequired[HostId | None]
    """The data subject, if not the actor."""
    noted: NotRequired[Noted | None]
    """How an official learnt of it, if one records it."""
    organisation: HostId
    """The controller."""
    purpose: Key
    """The purpose."""


class WithdrawContribution(TypedDict):
    """Withdraws the actor's own claim if it was not reviewed; or a contribution that another person
    recorded of the actor, if it was not confirmed and no points were awarded for it.
    """

    contribution: ContributionId
    """The contribution."""


class WithdrawNotice(TypedDict):
    """Withdraws a notice: from now on, no processing can rest on it."""

    notice: Key
    """The name of the notice, the same in all versions."""


class WithdrawObjection(TypedDict):
    """Withdraws an objection."""

    data_subject: NotRequired[HostId | None]
    """The data subject, if not the actor."""
    organisation: HostId
    """The controller."""
    purpose: Key
    """The purpose."""


class WithdrawRating(TypedDict):
    """Withdraws the actor's rating."""

    rated: Rated
    """What was rated."""


class Withdrawal(TypedDict):
    """How to withdraw consent."""

    how: Localized
    """How to withdraw."""
    uri: Uri
    """Where to withdraw."""


class WorkPolicy(TypedDict):
    """The rules for work and credit."""

    asset_starts_task: NotRequired[bool]
    """Whether the first asset of an awaiting task starts the task."""
    self_review: NotRequired[bool]
    """Whether people may review their own contributions."""


class WorkRequest(TypedDict):
    """The work of a process and the credit for it."""

    as_of: NotRequired[AsOf]
    """The state asked about."""
    at: NotRequired[Timestamp | datetime | None]
    """The moment for which to list the work that must stop because a legal basis is missing."""
    process: ProcessId
    """The process."""


class WorkView(TypedDict):
    """The work of a process and the credit for it."""

    assignments: list[AssignmentView]
    """Every assignment, in order."""
    awards: list[AwardView]
    """Every award, in order."""
    complexities: dict[str, Complexity]
    """The complexity of tasks that were estimated."""
    contributions: list[ContributionView]
    """Every contribution, in order."""
    must_stop: NotRequired[list[MustStopView]]
    """Assignments and claims that must stop at the moment asked about because a required purpose has no
    legal basis; empty if no moment was given.
    """
    participations: list[ParticipationView]
    """Every request to take part, in order."""
    process: ProcessId
    """The process."""


class WriteArchiveRequest(TypedDict):
    """Writes a process as an export of the INTERLINK platform."""

    files: NotRequired[list[Base64]]
    """The files of assets that the host has, in any order: each is recognised by its SHA-256. Missing ones
    are reported.
    """
    process: ProcessId
    """The process."""


class WriteCatalogueRequest(TypedDict):
    """A catalogue in INTERLINK's folder layout."""

    catalogue: DocumentId
    """The catalogue."""


WrongCode: TypeAlias = Literal[
    # The acceptance is refused.
    "refuse",
    # The mandate is revoked.
    "revoke",
]
"""The effect of a wrong code."""


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
        "MandateHolder",
        "MandateHolderRef",
        "MandateTarget",
        "PermissionSet",
        "Principal",
        "PrincipalRef",
        "Rated",
        "Reason",
        "Retention",
        "Together",
        "Validity",
    ):
        globals()[_name] = TypeAliasType(_name, globals()[_name])
