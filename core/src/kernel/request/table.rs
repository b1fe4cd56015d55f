//! The table of requests and that of answers.
//!
//! Those about processes are in groups of their own, at their places in the order: a build without processes has none.

/// The requests about processes, for the places that the table leaves for them.
#[cfg(feature = "process")]
macro_rules! requests_of_processes {
    ($rows:ident) => {
        $rows! {
            {
            "check" Check(CheckRequest) []
                "May this party do this here, and why?";
            "permissions" Permissions(PermissionsRequest) []
                "Everything that a party is permitted to do in a process; `next` lists what is possible now.";
            "who_may" WhoMay(WhoMayRequest) []
                "Everyone who may do a thing here.";
            "tree" Tree(TreeRequest) [in_language]
                "A process as a tree, in one language.";
            "rules" Rules(RulesRequest) [in_language]
                "The rules of a process.";
            }
            {
            "search" Search(SearchRequest) [in_language]
                "The interlinkers of a catalogue that match a search.";
            "recommend" Recommend(RecommendRequest) [in_language]
                "For tasks of a process, the interlinkers that answer their problem profiles, each with the reasons.";
            "tasks_served" TasksServed(TasksServedRequest) [in_language]
                "The tasks of a process that an interlinker serves.";
            "assets" Assets(AssetsRequest) [in_language]
                "The assets of a process or a task that a person may see, each with the actions available to them.";
            "usage" Usage(UsageRequest) []
                "How much interlinkers are used, per process and over time.";
            "work" Work(WorkRequest) []
                "The work of a process and the credit for it.";
            "leaderboard" Leaderboard(LeaderboardRequest) []
                "The leaderboard of points.";
            "mandate" Mandate(MandateRequest) []
                "A mandate.";
            "mandates" Mandates(MandatesRequest) []
                "The mandates of a party: those by which others act for it, and those that it holds.";
            "mandate_check" MandateCheck(MandateCheckRequest) []
                "May this person exercise this power for that party, and by which mandates?";
            "mandate_kinds" MandateKinds(MandateKindsRequest) [in_language]
                "The kinds of mandates that come with the library.";
            "principals" Principals(PrincipalsRequest) []
                "Everybody for whom a person may act.";
            "ratings" Ratings(RatingsRequest) []
                "The ratings of an interlinker or a published process.";
            "publications" Publications(PublicationsRequest) [in_language]
                "The publications of the store that match a search: for each process the latest.";
            #[cfg(feature = "interop")] "read_story" ReadStory(ReadStoryRequest) []
                "Reads a `data_story` of the INTERLINK platform as the story that `process.publish` takes.";
            }
            {
            "models" Models(ModelsRequest) [in_language]
                "The governance models that come with the library.";
            }
            {
            "next" Next(NextRequest) [in_language]
                "What a person can do next, the most urgent first: what is possible now, not only permitted.";
            "my" My(MyRequest) [in_language]
                "A person's processes, teams, assignments, and acts that wait for approval.";
            "guide" Guide(GuideRequest) [in_language]
                "Which governance model and template fit, from a few answers.";
            }
        }
    };
}

#[cfg(not(feature = "process"))]
macro_rules! requests_of_processes {
    ($rows:ident) => {
        $rows! { {} {} {} {} }
    };
}

/// All requests. A row: the name, the question and its type, whether it is `in_language`, and its description.
macro_rules! request_rows {
    ({$($rules:tt)*} {$($work:tt)*} {$($models:tt)*} {$($next:tt)*}) => {
        requests! {
            $($rules)*
            "organisation" Organisation(OrganisationRequest) []
                "An organisation.";
            "operators" Operators(OperatorsRequest) []
                "The host's operators.";
            $($work)*
            "party" Party(PartyRequest) []
                "The party behind a host id, with its own stream.";
            "streams" Streams(StreamsRequest) []
                "The streams of the store.";
            "document" Document(DocumentRequest) []
                "A document that was added, or one of the four shipped governance models.";
            $($models)*
            "changes" Changes(ChangesRequest) []
                "The feed: the events of all streams after a position.";
            "subject_access" SubjectAccess(SubjectAccessRequest) [in_language]
                "All data held about a person (GDPR Art. 15 and 20).";
            "audit_trail" AuditTrail(AuditTrailRequest) [in_language]
                "The audit trail: the feed as sentences, in one language.";
            "set_language" SetLanguage(SetLanguageRequest) []
                "Sets the language of refusals, reasons and views for requests that name none.";
            "notifications" Notifications(NotificationsRequest) [in_language]
                "Notifications for the people whom events concern, in one language.";
            $($next)*
            "notices" Notices(NoticesRequest) [in_language]
                "The notices of an organisation.";
            "notice_gaps" NoticeGaps(NoticeGapsRequest) []
                "What a notice still lacks before it may be published.";
            "consent" Consent(ConsentRequest) []
                "May a person's data be processed for a purpose, and why?";
            "consents" Consents(ConsentsRequest) []
                "All consents of a person.";
            "obligations" Obligations(ObligationsRequest) [in_language]
                "The obligations of a controller: recipients to notify, and people whose consent must be asked for again.";
            "processing" Processing(ProcessingRequest) [in_language]
                "The record of processing activities of a controller.";
            "subject_requests" SubjectRequests(SubjectRequestsRequest) []
                "The subject requests made to a controller, with their deadlines.";
            "attribution" Attribution(AttributionRequest) []
                "The owner of a text that an organisation keeps for a legal claim.";
            #[cfg(feature = "receipts")] "receipt" Receipt(ReceiptRequest) []
                "A receipt for a consent.";
            #[cfg(feature = "interop")] "cloud_events" CloudEvents(CloudEventsRequest) []
                "The feed as CloudEvents 1.0.";
            #[cfg(feature = "archive")] "add_archive" AddArchive(AddArchiveRequest) []
                "Reads an export of the INTERLINK platform, a zip archive, and stores it as the document that `process.import` takes.";
            #[cfg(feature = "archive")] "write_archive" WriteArchive(WriteArchiveRequest) []
                "A process as an export of the INTERLINK platform, for its importer.";
            #[cfg(feature = "interop")] "add_catalogue" AddCatalogue(AddCatalogueRequest) []
                "Reads a catalogue in INTERLINK's folder layout and stores it with its templates.";
            #[cfg(feature = "interop")] "write_catalogue" WriteCatalogue(WriteCatalogueRequest) []
                "A catalogue in INTERLINK's folder layout, with its templates.";
            "import_bundle" ImportBundle(ImportBundleRequest) []
                "Imports a bundle on the host's terms.";
            "verify" Verify(VerifyRequest) []
                "Verifies one stream or the whole store.";
        }
    };
}

/// The answers about processes, for the same places.
#[cfg(feature = "process")]
macro_rules! answers_of_processes {
    ($rows:ident) => {
        $rows! {
            {
            /// The answer to a check.
            Explanation(crate::check::Explanation),
            /// Everything that a party may do.
            Permissions(crate::check::PermissionTable),
            /// Everyone who may do a thing.
            People(PeopleView),
            /// A process as a tree.
            Tree(Box<crate::process::view::TreeView>),
            /// The rules of a process.
            Rules(Box<crate::governance::view::RulesView>),
            }
            {
            /// Interlinkers that were found.
            Found(FoundView),
            /// Recommendations for tasks.
            Recommended(RecommendedView),
            /// Tasks that an interlinker serves.
            TasksServed(TasksServedView),
            /// Assets.
            Assets(AssetsView),
            /// How much interlinkers are used.
            Usage(UsageView),
            /// Work and credit.
            Work(Box<crate::work::view::WorkView>),
            /// The leaderboard of points.
            Leaderboard(crate::work::view::Leaderboard),
            /// A mandate.
            Mandate(Box<crate::mandate::view::MandateView>),
            /// The mandates of a party.
            Mandates(crate::mandate::view::MandatesView),
            /// Whether a person may act for a party.
            MandateCheck(Box<crate::mandate::view::MandateAnswer>),
            /// Kinds of mandates.
            MandateKinds(MandateKindsView),
            /// Everybody for whom a person may act.
            Principals(crate::mandate::view::PrincipalsView),
            /// The ratings of something.
            Ratings(Box<crate::rating::view::RatingView>),
            /// Publications that were found.
            Publications(PublicationsView),
            /// A story of the INTERLINK platform.
            #[cfg(feature = "interop")]
            Story(Box<crate::interop::interlink::StoryView>),
            }
            {
            /// The governance models that come with the library.
            Models(ModelsView),
            }
            {
            /// What a person can do next.
            Next(crate::next::NextView),
            /// A person's processes, teams, assignments and approvals.
            My(Box<crate::next::MyView>),
            /// Which governance model and template fit.
            Guide(crate::next::GuideView),
            }
        }
    };
}

#[cfg(not(feature = "process"))]
macro_rules! answers_of_processes {
    ($rows:ident) => {
        $rows! { {} {} {} {} }
    };
}

macro_rules! answer_rows {
    ({$($rules:tt)*} {$($work:tt)*} {$($models:tt)*} {$($next:tt)*}) => {
        /// The answer to a request.
        #[derive(Debug, Clone, PartialEq, Eq, Serialize)]
        #[serde(untagged)]
        pub enum Answer {
            /// The effect of a command, executed or not.
            Executed(ExecutedView),
            /// The outcomes of several commands.
            Outcomes(OutcomesView),
            /// The id of a stored document.
            Document(AddedView),
            $($rules)*
            /// An organisation.
            Organisation(Box<OrganisationView>),
            /// The host's operators.
            Operators(OperatorsView),
            $($work)*
            /// The party behind a host id.
            Party(PartyView),
            /// Streams of the store.
            Streams(StreamsView),
            /// A document.
            Kept(DocumentView),
            $($models)*
            /// Events of the feed.
            Changes(ChangesView),
            /// The language of a message catalogue, or the language set.
            Language(LanguageView),
            /// The audit trail.
            AuditTrail(Page<AuditEntry>),
            /// Notifications.
            Notifications(Page<Notification>),
            $($next)*
            /// The notices of an organisation.
            Notices(NoticesView),
            /// The gaps of a notice.
            NoticeGaps(NoticeGapsView),
            /// Whether a person's data may be processed for a purpose.
            Consent(Box<ConsentView>),
            /// All consents of a person.
            Consents(ConsentsView),
            /// The obligations of a controller.
            Obligations(ObligationsView),
            /// The record of processing activities of a controller.
            Processing(Box<ProcessingView>),
            /// The subject requests made to a controller.
            SubjectRequests(SubjectRequestsView),
            /// The owner of a text kept for a legal claim.
            Attribution(AttributionView),
            /// A receipt for a consent.
            #[cfg(feature = "receipts")]
            Receipt(ReceiptView),
            /// All data held about a person.
            SubjectAccess(Box<SubjectAccessView>),
            /// Events of the feed as CloudEvents.
            #[cfg(feature = "interop")]
            CloudEvents(CloudEventsView),
            /// The result of an import.
            Imported(Box<Imported>),
            /// The contents of an export of the INTERLINK platform.
            #[cfg(feature = "archive")]
            Archive(Box<super::ArchiveView>),
            /// A process as an export of the INTERLINK platform.
            #[cfg(feature = "archive")]
            ArchiveWritten(Box<super::ArchiveWrittenView>),
            /// A stored catalogue.
            #[cfg(feature = "interop")]
            Catalogue(super::CatalogueView),
            /// The files of a catalogue.
            #[cfg(feature = "interop")]
            CatalogueFiles(super::CatalogueFilesView),
            /// An intact stream.
            Verified(Verified),
            /// An intact store.
            VerifiedStore(super::VerifiedStore),
        }
    };
}
