//! The engine's JSON interface, used by bindings and test vectors.
//!
//! A request is an object with one member, whose name says what is asked, and optionally the language of the answer
//! (`{"language": "lv", "check": …}`). The answer is `{"ok": …}` or `{"problem": …}` (see
//! [`Problem`](crate::problem::Problem)). The same request gives the same bytes in every binding.

mod answer;
mod ask;
mod asked;
mod read;

pub use answer::*;
pub use ask::*;

use serde::Serialize;

pub(super) use read::Wanted;

use super::engine::NOBODY;
use super::{AsOf, Command, Document, Engine, Error, Executed, Imported, Moment, Outcome};
use crate::check::{Explanation, PermissionTable};
use crate::consent::Asked;
use crate::consent::view::{ConsentView, ConsentsView, ObligationsView};
use crate::governance::view::RulesView;
use crate::governance::{GovernanceModel, Shipped};
use crate::home::{KnownOf, Terms};
use crate::journal::{Position, StreamHead, Verified};
use crate::mandate::view::{MandateAnswer, MandateView, MandatesView, PrincipalsView};
use crate::mandate::{MandateKind, ShippedKind};
use crate::messages::{AuditEntry, MessageCatalogue, MessageCatalogues, Notification, Page};
use crate::next::{GuideView, MyView, NextView, guide};
use crate::notice::ProcessingView;
use crate::notice::view::NoticesView;
use crate::operator::view::OperatorsView;
use crate::party::view::OrganisationView;
use crate::person::view::{AttributionView, SubjectAccessView, SubjectRequestsView};
use crate::problem::Code;
use crate::process::view::TreeView;
use crate::rating::view::RatingView;
use crate::types::json::{Readable, Reader};
use crate::types::{InputFault, Language};
use crate::work::view::{Leaderboard, WorkView};

/// The most changes that one request returns.
const MOST_CHANGES: u32 = 10_000;

macro_rules! is_in_language {
    (in_language) => {
        true
    };
    () => {
        false
    };
}

/// Generates everything that must know each request from the table below, so that none can be forgotten.
macro_rules! requests {
    ($($(#[$cfg:meta])? $name:literal $variant:ident($asked:ty) [$($flag:ident)?] $doc:literal;)+) => {
        /// The requests, by name.
        #[derive(Debug, Clone)]
        #[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
        #[cfg_attr(feature = "json-schema", schemars(rename_all = "snake_case", transform = read::with_language))]
        pub enum Request {
            /// Executes a command.
            Execute(#[cfg_attr(feature = "json-schema", schemars(with = "crate::schema::AnyCommand"))] Command),
            /// Executes a command in the host's own name. Never pass on a user's input as this.
            ExecuteAsHost(
                #[cfg_attr(feature = "json-schema", schemars(with = "crate::schema::AnyCommand"))] Command,
            ),
            /// Executes commands one after another, each on its own: a refused one does not hold up the next.
            ExecuteMany(
                #[cfg_attr(feature = "json-schema", schemars(with = "Vec<crate::schema::AnyCommand>"))] Vec<Command>,
            ),
            /// Decides a command and appends nothing.
            DryRun(#[cfg_attr(feature = "json-schema", schemars(with = "crate::schema::AnyCommand"))] Command),
            /// Stores a document: a governance model or a template.
            AddDocument(
                #[cfg_attr(feature = "json-schema", schemars(with = "crate::schema::AnyDocument"))] Document,
            ),
            /// Adds a message catalogue to this engine. It is not stored.
            AddMessageCatalogue(
                #[cfg_attr(feature = "json-schema", schemars(with = "crate::messages::MessageCatalogueDocument"))] MessageCatalogue,
            ),
            $(#[doc = $doc] $(#[$cfg])? $variant($asked),)+
        }

        impl Request {
            /// Every request by name.
            const NAMES: &'static [&'static str] = &[
                "execute", "execute_as_host", "execute_many", "dry_run", "add_document", "add_message_catalogue",
                $($(#[$cfg])? $name,)+
            ];

            /// Reads a request that is an object of its own; `None` if there is no request of that name.
            fn question(name: &str, reader: &mut Reader<'_>) -> Option<Self> {
                match name {
                    $($(#[$cfg])? $name => Some(Self::$variant(Readable::read(reader))),)+
                    _ => None,
                }
            }

            /// Whether the answer has a language and the question has a member of its own for it.
            fn is_in_language(name: &str) -> bool {
                match name {
                    $($(#[$cfg])? $name => is_in_language!($($flag)?),)+
                    _ => false,
                }
            }
        }
    };
}

// A row: the name, the question and its type, whether it is `in_language`, and its description.
requests! {
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
    "organisation" Organisation(OrganisationRequest) []
        "An organisation.";
    "operators" Operators(OperatorsRequest) []
        "The host's operators.";
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
    "party" Party(PartyRequest) []
        "The party behind a host id, with its own stream.";
    "streams" Streams(StreamsRequest) []
        "The streams of the store.";
    "document" Document(DocumentRequest) []
        "A document that was added, or one of the four shipped governance models.";
    "models" Models(ModelsRequest) [in_language]
        "The governance models that come with the library.";
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
    "next" Next(NextRequest) [in_language]
        "What a person can do next, the most urgent first: what is possible now, not only permitted.";
    "my" My(MyRequest) [in_language]
        "A person's processes, teams, assignments, and acts that wait for approval.";
    "guide" Guide(GuideRequest) [in_language]
        "Which governance model and template fit, from a few answers.";
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
    #[cfg(feature = "interop")] "receipt" Receipt(ReceiptRequest) []
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
    /// The answer to a check.
    Explanation(Explanation),
    /// Everything that a party may do.
    Permissions(PermissionTable),
    /// Everyone who may do a thing.
    People(PeopleView),
    /// A process as a tree.
    Tree(Box<TreeView>),
    /// The rules of a process.
    Rules(Box<RulesView>),
    /// An organisation.
    Organisation(Box<OrganisationView>),
    /// The host's operators.
    Operators(OperatorsView),
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
    Work(Box<WorkView>),
    /// The leaderboard of points.
    Leaderboard(Leaderboard),
    /// A mandate.
    Mandate(Box<MandateView>),
    /// The mandates of a party.
    Mandates(MandatesView),
    /// Whether a person may act for a party.
    MandateCheck(Box<MandateAnswer>),
    /// Kinds of mandates.
    MandateKinds(MandateKindsView),
    /// Everybody for whom a person may act.
    Principals(PrincipalsView),
    /// The ratings of something.
    Ratings(Box<RatingView>),
    /// Publications that were found.
    Publications(PublicationsView),
    /// A story of the INTERLINK platform.
    #[cfg(feature = "interop")]
    Story(Box<crate::interop::interlink::StoryView>),
    /// The party behind a host id.
    Party(PartyView),
    /// Streams of the store.
    Streams(StreamsView),
    /// A document.
    Kept(DocumentView),
    /// The governance models that come with the library.
    Models(ModelsView),
    /// Events of the feed.
    Changes(ChangesView),
    /// The language of a message catalogue, or the language set.
    Language(LanguageView),
    /// The audit trail.
    AuditTrail(Page<AuditEntry>),
    /// Notifications.
    Notifications(Page<Notification>),
    /// What a person can do next.
    Next(NextView),
    /// A person's processes, teams, assignments and approvals.
    My(Box<MyView>),
    /// Which governance model and template fit.
    Guide(GuideView),
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
    #[cfg(feature = "interop")]
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

impl Answer {
    /// Writes the reasons and refusals in it in a language.
    pub(super) fn speak(&mut self, books: &MessageCatalogues, language: Language) {
        if let Self::Explanation(explanation) = self {
            let all = explanation.reasons.iter_mut().chain(&mut explanation.warnings);
            all.for_each(|reason| books.speak_reason(reason, language));
        }
        if let Self::Outcomes(all) = self {
            for outcome in &mut all.outcomes {
                if let Outcome::Problem(_, problem) = outcome {
                    books.speak(problem, language);
                }
            }
        }
        if let Self::Consent(view) = self {
            view.message = books.told(&view.reason.said(), language);
        }
        if let Self::Consents(view) = self {
            for view in &mut view.consents {
                view.message = books.told(&view.reason.said(), language);
            }
        }
        if let Self::NoticeGaps(view) = self {
            for missing in &mut view.gaps {
                if let Some(lack) = missing.lack.get() {
                    missing.message = books.told(&lack.said(), language);
                }
            }
        }
        if let Self::Work(view) = self {
            for stop in &mut view.must_stop {
                if let Some(aside) = stop.aside.get() {
                    stop.reason = books.told(&aside.said(), language);
                }
            }
        }
    }
}

/// An answer, with the position of the store as of which it is valid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answered {
    /// The answer.
    pub answer: Answer,
    /// The position: the answer includes everything up to it and nothing later. `None` if it has no position, such as
    /// the models that come with the library.
    pub position: Option<Position>,
    /// The sources of replicas it relies on, and as of when these are known.
    pub known_of: Vec<KnownOf>,
}

impl From<Answer> for Answered {
    fn from(answer: Answer) -> Self {
        Self { answer, position: None, known_of: Vec::new() }
    }
}

impl From<Executed> for Answered {
    fn from(executed: Executed) -> Self {
        let Executed { stream, events, seq: version, position, repeated, scrubbed } = executed;
        let answer = Answer::Executed(ExecutedView { events, repeated, scrubbed, stream, seq: version });
        Self { answer, position: Some(position), known_of: Vec::new() }
    }
}

impl From<OutcomesView> for Answered {
    fn from(outcomes: OutcomesView) -> Self {
        Answer::Outcomes(outcomes).into()
    }
}

#[cfg(feature = "archive")]
impl From<super::ArchiveView> for Answered {
    fn from(archive: super::ArchiveView) -> Self {
        Answer::Archive(Box::new(archive)).into()
    }
}

impl From<Imported> for Answered {
    fn from(imported: Imported) -> Self {
        Self {
            position: Some(imported.position),
            answer: Answer::Imported(Box::new(imported)),
            known_of: Vec::new(),
        }
    }
}

impl Engine {
    /// Answers a request in JSON, as of one position of the store, which the answer names.
    ///
    /// # Examples
    ///
    /// ```
    /// use interlink::kernel::Answer;
    /// # let engine = interlink::Engine::open("memory:")?;
    /// let answered = engine.answer(br#"{"streams": {"limit": 10}}"#)?;
    /// assert!(matches!(answered.answer, Answer::Streams(view) if view.streams.is_empty()));
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// If the request is malformed, or what was asked failed or was refused.
    pub fn answer(&self, bytes: &[u8]) -> Result<Answered, Error> {
        self.ask(Request::in_language(bytes, self.language())?.0)
    }

    /// Answers a typed request; [`request`](Self::request) is the same in JSON.
    ///
    /// # Examples
    ///
    /// ```
    /// use interlink::kernel::{Answer, ModelsRequest, Request};
    /// use interlink::types::Language;
    /// # let engine = interlink::Engine::open("memory:")?;
    /// let Answer::Models(models) = engine.ask(Request::Models(ModelsRequest { language: Some(Language::english()) }))?.answer else { panic!() };
    /// assert!(models.models.len() > 1);
    /// # Ok::<_, interlink::Error>(())
    /// ```
    ///
    /// # Errors
    /// The refusal, or what the store reports.
    pub fn ask(&self, request: Request) -> Result<Answered, Error> {
        match request {
            Request::Execute(command) => Ok(self.execute(&command)?.into()),
            Request::ExecuteAsHost(command) => Ok(self.execute_as_host(&command)?.into()),
            Request::ExecuteMany(commands) => Ok(self.outcomes(&commands).within("/execute_many").into()),
            Request::DryRun(command) => Ok(self.dry_run(&command)?.into()),
            Request::AddDocument(document) => {
                let document = self.add_document(document)?;
                Ok(Answer::Document(AddedView { document }).into())
            }
            Request::AddMessageCatalogue(book) => {
                let language = book.language();
                self.add_message_catalogue(book);
                Ok(Answer::Language(LanguageView { language }).into())
            }
            Request::SetLanguage(s) => {
                self.set_language(s.language);
                let language = s.language.unwrap_or_else(Language::english);
                Ok(Answer::Language(LanguageView { language }).into())
            }
            Request::Models(m) => Ok(Answer::Models(models(m.language)).into()),
            Request::Check(c) => self.at_one_moment(|moment| moment.answer_check(&c)),
            Request::Permissions(p) => self.at_one_moment(|moment| moment.answer_permissions(&p)),
            Request::WhoMay(w) => self.at_one_moment(|moment| moment.answer_who_may(&w)),
            Request::Tree(t) => self.at_one_moment(|moment| {
                moment.tree(t.process, t.language, t.as_of).map(Box::new).map(Answer::Tree)
            }),
            Request::Rules(r) => self.at_one_moment(|moment| moment.answer_rules(&r)),
            Request::Organisation(o) => self.at_one_moment(|moment| {
                let stream = moment.organisation_as_of(o.organisation_id, o.as_of)?;
                let host = moment.operators()?.map(|(host, _)| host);
                let view = moment.naming(|names| stream.state.view(stream.seq, host.as_ref(), names))?;
                Ok(Answer::Organisation(Box::new(view)))
            }),
            Request::Operators(_) => self.at_one_moment(|moment| {
                let (operators, version) = moment.operators()?.unwrap_or_default();
                Ok(Answer::Operators(moment.naming(|names| operators.view(version, names))?))
            }),
            Request::Search(s) => self.at_one_moment(|moment| moment.answer_search(&s)),
            Request::Recommend(r) => self.at_one_moment(|moment| {
                let view = moment.process_as_of(r.process, r.as_of)?;
                let tasks = view.recommendations(r.item, r.language);
                Ok(Answer::Recommended(RecommendedView { tasks }))
            }),
            Request::TasksServed(s) => self.at_one_moment(|moment| moment.answer_tasks_served(&s)),
            Request::Assets(a) => self.at_one_moment(|moment| moment.answer_assets(&a)),
            Request::Usage(u) => self.at_one_moment(|moment| moment.answer_usage(&u)),
            Request::Work(w) => self.at_one_moment(|moment| {
                let view = moment.process_as_asked(w.process, w.as_of, w.at)?;
                Ok(Answer::Work(Box::new(moment.naming(|names| view.work(w.at, names))?)))
            }),
            Request::Leaderboard(l) => self.at_one_moment(|moment| {
                let view = moment.process_as_of(l.process, l.as_of)?;
                let board = moment.naming(|names| view.leaderboard(l.by, l.from, l.until, names))?;
                Ok(Answer::Leaderboard(board))
            }),
            Request::Mandate(m) => self
                .at_one_moment(|moment| Ok(Answer::Mandate(Box::new(moment.mandate(m.mandate_id, m.at)?)))),
            Request::Mandates(m) => {
                self.at_one_moment(|moment| Ok(Answer::Mandates(moment.mandates(&m.host_id, m.at)?)))
            }
            Request::MandateCheck(m) => self.at_one_moment(|moment| {
                Ok(Answer::MandateCheck(Box::new(moment.mandate_check(&m.question())?)))
            }),
            Request::MandateKinds(k) => Ok(Answer::MandateKinds(mandate_kinds(k.language)).into()),
            Request::Principals(p) => {
                self.at_one_moment(|moment| Ok(Answer::Principals(moment.principals(&p.actor, p.at)?)))
            }
            Request::Ratings(r) => self.at_one_moment(|moment| {
                let person = match &r.actor {
                    Some(actor) => moment.person(actor)?,
                    None => None,
                };
                Ok(Answer::Ratings(Box::new(moment.ratings(&r.rated, person, r.as_of)?)))
            }),
            Request::Publications(p) => self.at_one_moment(|moment| moment.answer_publications(&p)),
            #[cfg(feature = "interop")]
            Request::ReadStory(s) => {
                let story = crate::interop::interlink::read_story(s.file.as_bytes());
                let story = story.map_err(|fault| fault.within("/read_story/file"))?;
                Ok(Answer::Story(Box::new(story)).into())
            }
            Request::Party(p) => self.at_one_moment(|moment| {
                let party = moment.party_of(&p.host_id)?;
                let party = moment.naming(|names| party.map(|party| names.name(party)))?;
                Ok(Answer::Party(PartyView { party }))
            }),
            Request::Streams(s) => self.at_one_moment(|moment| {
                let streams = moment.streams_after(s.after, s.limit.min(MOST_CHANGES) as usize)?;
                Ok(Answer::Streams(StreamsView { streams }))
            }),
            Request::Document(d) => self.at_one_moment(|moment| {
                let content = moment.document(d.document)?;
                Ok(Answer::Kept(DocumentView { content }))
            }),
            Request::Changes(c) => self.at_one_moment(|moment| {
                let changes = moment.changes(c.after, c.limit.min(MOST_CHANGES) as usize)?;
                Ok(Answer::Changes(ChangesView { changes }))
            }),
            Request::SubjectAccess(a) => self.at_one_moment(|moment| {
                let language = a.language.unwrap_or_else(Language::english);
                let about = match moment.person(&a.person)? {
                    Some(person) => moment.subject_access(person, language)?,
                    None => SubjectAccessView::nothing(),
                };
                Ok(Answer::SubjectAccess(Box::new(about)))
            }),
            Request::AuditTrail(s) => self.at_one_moment(|moment| {
                let language = s.language.unwrap_or_else(Language::english);
                let limit = s.limit.min(MOST_CHANGES) as usize;
                Ok(Answer::AuditTrail(moment.audit_trail(s.after, limit, language)?))
            }),
            Request::Notifications(n) => self.at_one_moment(|moment| moment.answer_notifications(&n)),
            Request::Next(n) => self.at_one_moment(|moment| moment.answer_next(&n)),
            Request::My(m) => self.at_one_moment(|moment| moment.answer_my(&m)),
            Request::Guide(g) => {
                let language = g.language.unwrap_or_else(Language::english);
                Ok(Answer::Guide(guide(&g.answers, language)).into())
            }
            Request::Notices(n) => self.at_one_moment(|moment| {
                let language = n.language.unwrap_or_else(Language::english);
                let stream = moment.organisation_as_of(n.organisation_id, AsOf::Now)?;
                Ok(Answer::Notices(stream.state.notices().view(&language)))
            }),
            Request::NoticeGaps(m) => self.at_one_moment(|moment| {
                let gaps = moment.notice(m.notice)?.gaps(m.kind);
                Ok(Answer::NoticeGaps(NoticeGapsView { gaps }))
            }),
            Request::Consent(c) => self.at_one_moment(|moment| moment.answer_consent(&c)),
            Request::Consents(c) => self.at_one_moment(|moment| {
                let person = moment.person(&c.person)?.unwrap_or(NOBODY);
                Ok(Answer::Consents(moment.consents_of(person, Asked::new(c.at, c.past))?))
            }),
            Request::Obligations(d) => self.at_one_moment(|moment| {
                let language = d.language.unwrap_or_else(Language::english);
                Ok(Answer::Obligations(moment.obligations(d.organisation_id, d.at, language)?))
            }),
            Request::Processing(p) => self.at_one_moment(|moment| {
                let language = p.language.unwrap_or_else(Language::english);
                let stream = moment.organisation_as_of(p.organisation_id, AsOf::Now)?;
                Ok(Answer::Processing(Box::new(stream.state.notices().processing(p.at, &language))))
            }),
            Request::Attribution(a) => self.at_one_moment(|moment| {
                Ok(Answer::Attribution(moment.attribution(a.person_id, a.event, a.at)?))
            }),
            Request::SubjectRequests(r) => self.at_one_moment(|moment| {
                Ok(Answer::SubjectRequests(moment.subject_requests(r.organisation_id, r.at)?))
            }),
            #[cfg(feature = "interop")]
            Request::Receipt(r) => self.at_one_moment(|moment| Ok(Answer::Receipt(moment.receipt(&r)?))),
            #[cfg(feature = "interop")]
            Request::CloudEvents(c) => self.at_one_moment(|moment| {
                let changes = moment.changes(c.after, c.limit.min(MOST_CHANGES) as usize)?;
                let spoken = |change| crate::interop::cloudevents::CloudEvent::new(change, c.source.clone());
                let cloud_events = changes.into_iter().map(spoken).collect();
                Ok(Answer::CloudEvents(CloudEventsView { cloud_events }))
            }),
            #[cfg(feature = "archive")]
            Request::AddArchive(a) => Ok(self.add_archive_whole(a.archive.as_bytes())?.into()),
            #[cfg(feature = "archive")]
            Request::WriteArchive(w) => {
                let written = self.write_archive(w.process, &w.files)?;
                Ok(Answer::ArchiveWritten(Box::new(written)).into())
            }
            #[cfg(feature = "interop")]
            Request::AddCatalogue(c) => {
                let files = match c.files {
                    Some(files) => files.into_iter().map(|file| (file.path, file.text)).collect(),
                    None => crate::interop::interlink::shipped(),
                };
                Ok(Answer::Catalogue(self.add_catalogue(&files)?).into())
            }
            #[cfg(feature = "interop")]
            Request::WriteCatalogue(c) => self.at_one_moment(|moment| {
                let files = moment.catalogue_files(c.catalogue)?;
                let text = |(path, bytes): (&str, &[u8])| super::TextFile {
                    path: path.to_owned(),
                    text: String::from_utf8_lossy(bytes).into_owned(),
                };
                let files = files.iter().map(text).collect();
                Ok(Answer::CatalogueFiles(super::CatalogueFilesView { files }))
            }),
            Request::ImportBundle(i) => {
                let ImportBundleRequest { at, bundle, homes, source, take_over } = i;
                let terms = Terms { at, homes, source, take_over };
                Ok(self.import_bundle_on(bundle.as_bytes(), &terms)?.into())
            }
            Request::Verify(v) => self.answer_verify(&v),
        }
    }

    /// Asks at one moment, and names its position.
    fn at_one_moment(
        &self,
        question: impl Fn(&Moment<'_>) -> Result<Answer, Error>,
    ) -> Result<Answered, Error> {
        self.at_once(|moment| {
            let answer = question(moment)?;
            Ok(Answered { answer, position: Some(moment.position()), known_of: moment.known_of()? })
        })
    }

    /// Verification takes long, so it uses a moment that does not expire.
    fn answer_verify(&self, v: &VerifyRequest) -> Result<Answered, Error> {
        let moment = self.moment()?;
        let answer = match v.stream {
            Some(stream) => {
                let expected = v.expected.as_ref().map(|head| StreamHead { seq: head.seq, id: head.id });
                Answer::Verified(moment.verify(stream, expected)?)
            }
            None if v.expected.is_some() => {
                let message =
                    "The field “stream” is missing; it must name the stream that the event belongs to.";
                return Err(InputFault::new(Code::JsonMissingField, "/verify", message).into());
            }
            None => Answer::VerifiedStore(moment.verify_all()?),
        };
        Ok(Answered { answer, position: Some(moment.position()), known_of: Vec::new() })
    }
}

fn mandate_kinds(language: Option<Language>) -> MandateKindsView {
    let language = language.unwrap_or_else(Language::english);
    let view = |which| {
        let kind = MandateKind::shipped(which);
        let written = kind.document();
        MandateKindView {
            kind_code: written.kind_code.clone(),
            document: kind.id(),
            name: written.name.read(&language, &language).into(),
            version: written.version,
        }
    };
    MandateKindsView { mandate_kinds: ShippedKind::ALL.map(view).into() }
}

fn models(language: Option<Language>) -> ModelsView {
    let language = language.unwrap_or_else(Language::english);
    let view = |which| {
        let model = GovernanceModel::shipped(which);
        let written = model.document();
        ModelView {
            document: model.id(),
            id: written.id.clone(),
            name: written.name.read(&language, &language).into(),
            version: written.version,
        }
    };
    ModelsView { models: Shipped::ALL.map(view).into() }
}
