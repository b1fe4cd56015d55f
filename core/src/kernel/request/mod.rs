//! The engine through one door of JSON: what bindings and test vectors speak.
//!
//! A request is an object with one member, whose name says what is asked; the answer is `{"ok": …}` or
//! `{"problem": …}` (see [`Problem`]). The same request gives the same bytes in every language.

mod answer;
mod ask;
mod read;

#[cfg(feature = "interop")]
use crate::types::Json;
use std::sync::Arc;

pub use answer::{
    AddedView, AssetsView, ChangesView, DocumentView, ExecutedView, FoundView, MissingView, ModelView,
    ModelsView, OutcomesView, PartyView, PeopleView, RecommendedView, ServedView, SpokenView, StreamsView,
};
#[cfg(feature = "interop")]
pub use answer::{CloudEventsView, ReceiptView};
pub use ask::{
    AboutRequest, AssetsRequest, ChangesRequest, CheckRequest, ConsentRequest, ConsentsRequest,
    DocumentRequest, DutiesRequest, ExpectedHead, LeaderboardRequest, MissingRequest, ModelsRequest,
    NewsRequest, NoticesRequest, OrganisationRequest, PartyRequest, PermissionsRequest, ProcessingRequest,
    RatingsRequest, RecommendRequest, RightRequestsRequest, RulesRequest, SearchRequest, SentencesRequest,
    ServedRequest, StreamsRequest, TreeRequest, VerifyRequest, WhoMayRequest, WorkRequest,
};
#[cfg(feature = "interop")]
pub use ask::{CloudEventsRequest, ReceiptFormat, ReceiptRequest};

use serde::Serialize;

pub(super) use read::name_of;

use super::engine::{NOBODY, known};
use super::{AsOf, Command, Document, Engine, Error, Executed, Imported};
use crate::catalogue::{Catalogue, Found, Interlinker};
use crate::check::{Explanation, PermissionTable, Question};
use crate::consent::PurposeRef;
use crate::consent::view::{ConsentView, ConsentsView, DutiesView};
use crate::governance::view::RulesView;
use crate::governance::{GovernanceModel, Holder, Shipped};
use crate::journal::{StreamHead, Verified};
use crate::news::{News, Page, Phrasebook, Told};
use crate::notice::ProcessingView;
use crate::notice::view::NoticesView;
use crate::party::view::OrganisationView;
use crate::person::view::{AboutPerson, RightRequestsView};
use crate::problem::Code;
use crate::process::view::TreeView;
use crate::rating::view::RatingView;
use crate::types::{InputFault, Language, ProcessId};
use crate::vault::{Names, Party};
use crate::work::view::{Leaderboard, WorkView};

/// The most changes that one request returns.
const MOST_CHANGES: u32 = 10_000;

/// What can be asked, by name.
#[derive(Debug, Clone)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "json-schema", schemars(rename_all = "snake_case"))]
pub enum Request {
    /// Executes a command.
    Execute(#[cfg_attr(feature = "json-schema", schemars(with = "crate::schema::AnyCommand"))] Command),
    /// Executes commands one after another, each for itself: one that is refused does not hold up the next.
    ExecuteMany(
        #[cfg_attr(feature = "json-schema", schemars(with = "Vec<crate::schema::AnyCommand>"))] Vec<Command>,
    ),
    /// Decides a command and appends nothing.
    DryRun(#[cfg_attr(feature = "json-schema", schemars(with = "crate::schema::AnyCommand"))] Command),
    /// Keeps a document: a governance model or a template.
    AddDocument(#[cfg_attr(feature = "json-schema", schemars(with = "crate::schema::AnyDocument"))] Document),
    /// May this party do this here, and why?
    Check(CheckRequest),
    /// Everything that a party may do in a process.
    Permissions(PermissionsRequest),
    /// Everyone who may do a thing here.
    WhoMay(WhoMayRequest),
    /// A process as a tree, in one language.
    Tree(TreeRequest),
    /// The rules of a process.
    Rules(RulesRequest),
    /// An organisation.
    Organisation(OrganisationRequest),
    /// The interlinkers of a catalogue that are as asked for.
    Search(SearchRequest),
    /// For tasks of a process, the interlinkers that answer their problem profiles, each with the reasons.
    Recommend(RecommendRequest),
    /// The tasks of a process that an interlinker serves.
    Served(ServedRequest),
    /// The assets of a process or a task that a person may see, with what she can be offered.
    Assets(AssetsRequest),
    /// The work of a process and the credit for it.
    Work(WorkRequest),
    /// Who has how many points.
    Leaderboard(LeaderboardRequest),
    /// What people say of an interlinker or a published process.
    Ratings(RatingsRequest),
    /// The party behind a host id, with the stream of its own.
    Party(PartyRequest),
    /// The streams of the store.
    Streams(StreamsRequest),
    /// A document: those that were added, and the four shipped governance models.
    Document(DocumentRequest),
    /// The governance models that come with the library.
    Models(ModelsRequest),
    /// The feed: the events of all streams after a position.
    Changes(ChangesRequest),
    /// Speaks by one more phrasebook from now on.
    AddPhrasebook(
        #[cfg_attr(feature = "json-schema", schemars(with = "crate::news::PhrasebookDocument"))] Phrasebook,
    ),
    /// The feed as sentences, in one language.
    Sentences(SentencesRequest),
    /// What concerns whom, in one language.
    News(NewsRequest),
    /// Everything that is held about a person.
    About(AboutRequest),
    /// What an organisation tells people about their data.
    Notices(NoticesRequest),
    /// What a notice still misses before it may be published.
    Missing(MissingRequest),
    /// May a person's data be processed for a purpose, and why?
    Consent(ConsentRequest),
    /// Everything that a person said about her data.
    Consents(ConsentsRequest),
    /// What a controller has to tell the recipients of data, and whom it has to ask again.
    Duties(DutiesRequest),
    /// The record of processing activities of a controller.
    Processing(ProcessingRequest),
    /// What data subjects asked of a controller, and how much time there is.
    RightRequests(RightRequestsRequest),
    /// A receipt for a consent.
    #[cfg(feature = "interop")]
    Receipt(ReceiptRequest),
    /// The feed as CloudEvents 1.0.
    #[cfg(feature = "interop")]
    CloudEvents(CloudEventsRequest),
    /// Checks one stream, or the whole store.
    Verify(VerifyRequest),
}

/// What was asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Answer {
    /// What a command led to, or would lead to.
    Executed(ExecutedView),
    /// What became of several commands.
    Outcomes(OutcomesView),
    /// The id of a document that is kept.
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
    /// Interlinkers that were found.
    Found(FoundView),
    /// What is recommended for tasks.
    Recommended(RecommendedView),
    /// Tasks that an interlinker serves.
    Served(ServedView),
    /// Assets.
    Assets(AssetsView),
    /// Work and credit.
    Work(Box<WorkView>),
    /// Who has how many points.
    Leaderboard(Leaderboard),
    /// What people say of something.
    Ratings(RatingView),
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
    /// The language of a phrasebook that is spoken by.
    Phrasebook(SpokenView),
    /// Events of the feed as sentences.
    Sentences(Page<Told>),
    /// What concerns whom.
    News(Page<News>),
    /// What an organisation tells people about their data.
    Notices(NoticesView),
    /// What a notice misses.
    Missing(MissingView),
    /// Whether a person's data may be processed for a purpose.
    Consent(Box<ConsentView>),
    /// Everything that a person said about her data.
    Consents(ConsentsView),
    /// What a controller has to tell whom.
    Duties(DutiesView),
    /// The record of processing activities of a controller.
    Processing(Box<ProcessingView>),
    /// What data subjects asked of a controller.
    RightRequests(RightRequestsView),
    /// A receipt for a consent.
    #[cfg(feature = "interop")]
    Receipt(ReceiptView),
    /// Everything that is held about a person.
    About(Box<AboutPerson>),
    /// Events of the feed as CloudEvents.
    #[cfg(feature = "interop")]
    CloudEvents(CloudEventsView),
    /// What an import has brought.
    Imported(Imported),
    /// What stands in an export of the INTERLINK platform.
    #[cfg(feature = "archive")]
    Archive(Box<super::ArchiveView>),
    /// A stream is whole.
    Verified(Verified),
    /// The store is whole.
    VerifiedStore(super::VerifiedStore),
}

impl From<Executed> for Answer {
    fn from(executed: Executed) -> Self {
        let Executed { stream, events, version, repeated } = executed;
        Self::Executed(ExecutedView { events, repeated, stream, version })
    }
}

impl From<OutcomesView> for Answer {
    fn from(outcomes: OutcomesView) -> Self {
        Self::Outcomes(outcomes)
    }
}

#[cfg(feature = "archive")]
impl From<super::ArchiveView> for Answer {
    fn from(archive: super::ArchiveView) -> Self {
        Self::Archive(Box::new(archive))
    }
}

impl From<Imported> for Answer {
    fn from(imported: Imported) -> Self {
        Self::Imported(imported)
    }
}

impl Engine {
    /// Answers a request in JSON.
    ///
    /// # Errors
    /// Where the request is malformed, or what was asked failed or was refused.
    pub fn answer(&self, bytes: &[u8]) -> Result<Answer, Error> {
        match Request::from_json(bytes)? {
            Request::Execute(command) => Ok(self.execute(&command)?.into()),
            Request::ExecuteMany(commands) => Ok(self.outcomes(&commands).within("/execute_many").into()),
            Request::DryRun(command) => Ok(self.dry_run(&command)?.into()),
            Request::AddDocument(document) => {
                Ok(Answer::Document(AddedView { document: self.add_document(document)? }))
            }
            Request::Check(c) => {
                let view = self.process_as_of(c.process, c.as_of)?;
                let actor = self.person(&c.actor)?.unwrap_or(NOBODY);
                let question =
                    Question { actor, permission: c.permission, item: c.item, asset: None, at: c.at };
                known(&view, c.item)?;
                Ok(Answer::Explanation(view.check(&question).explain()))
            }
            Request::Permissions(p) => {
                let view = self.process_as_of(p.process, p.as_of)?;
                let party = self.party_of(p.party.host_id())?;
                Ok(Answer::Permissions(match party {
                    Some(Party::Team(team, organisation)) => {
                        view.standing_of(Holder::Team { organisation, team }, p.at)
                    }
                    Some(Party::Person(person)) => view.permissions_of(person, p.at),
                    Some(Party::Organisation(_)) | None => view.permissions_of(NOBODY, p.at),
                }))
            }
            Request::WhoMay(w) => {
                let view = self.process_as_of(w.process, w.as_of)?;
                let people = view.who_may(w.permission, w.item, w.at);
                let people = Names::ask(self.store(), |names| {
                    people.into_iter().map(|person| names.name(Party::Person(person))).collect()
                })?;
                Ok(Answer::People(PeopleView { people }))
            }
            Request::Tree(t) => self.tree(t.process, t.language, t.as_of).map(Box::new).map(Answer::Tree),
            Request::Rules(r) => {
                let view = self.process_as_of(r.process, r.as_of)?;
                let language = r.language.unwrap_or_else(|| view.process().language());
                let rules = Names::ask(self.store(), |names| view.rules(language, r.at, names))?;
                Ok(Answer::Rules(Box::new(rules)))
            }
            Request::Organisation(o) => {
                let stream = self.organisation_as_of(o.organisation, o.as_of)?;
                let view = Names::ask(self.store(), |names| stream.state.view(stream.version, names))?;
                Ok(Answer::Organisation(Box::new(view)))
            }
            Request::Search(s) => {
                let catalogue = self.catalogue(s.catalogue)?;
                let language = s.language.unwrap_or_else(Language::english);
                let found = |interlinker: &Interlinker| Found {
                    interlinker: interlinker.id.clone(),
                    name: interlinker.name.read(&language, &language).into(),
                    kind: interlinker.kind(),
                };
                let interlinkers = catalogue.search(&s.search).into_iter().map(found).collect();
                Ok(Answer::Found(FoundView { interlinkers }))
            }
            Request::Recommend(r) => {
                let view = self.process_as_of(r.process, r.as_of)?;
                let tasks = view.recommendations(r.item, r.language);
                Ok(Answer::Recommended(RecommendedView { tasks }))
            }
            Request::Served(s) => {
                let view = self.process_as_of(s.process, s.as_of)?;
                let process = view.process();
                let language = s.language.unwrap_or_else(|| process.language());
                let served =
                    |catalogue: &Arc<Catalogue>| catalogue.served_by(&s.interlinker, process, &language);
                let serves = process.catalogue().map(served).unwrap_or_default();
                Ok(Answer::Served(ServedView { serves }))
            }
            Request::Assets(a) => {
                let view = self.process_as_of(a.process, a.as_of)?;
                let actor = self.person(&a.actor)?.unwrap_or(NOBODY);
                let language = a.language.unwrap_or_else(|| view.process().language());
                let assets =
                    Names::ask(self.store(), |names| view.assets(a.item, actor, language, a.at, names))?;
                Ok(Answer::Assets(AssetsView { assets }))
            }
            Request::Work(w) => {
                let view = self.process_as_of(w.process, w.as_of)?;
                Ok(Answer::Work(Box::new(Names::ask(self.store(), |names| view.work(names))?)))
            }
            Request::Leaderboard(l) => {
                let view = self.process_as_of(l.process, l.as_of)?;
                let board = Names::ask(self.store(), |names| view.leaderboard(l.by, l.from, l.until, names));
                Ok(Answer::Leaderboard(board?))
            }
            Request::Ratings(r) => {
                let person = match &r.actor {
                    Some(actor) => self.person(actor)?,
                    None => None,
                };
                Ok(Answer::Ratings(self.ratings(&r.rated, person, r.as_of)?))
            }
            Request::Party(p) => {
                let party = self.party_of(&p.host_id)?;
                let party = Names::ask(self.store(), |names| party.map(|party| names.name(party)))?;
                Ok(Answer::Party(PartyView { party }))
            }
            Request::Streams(s) => {
                let limit = s.limit.min(MOST_CHANGES) as usize;
                Ok(Answer::Streams(StreamsView { streams: self.store().streams(s.after, limit)? }))
            }
            Request::Document(d) => Ok(Answer::Kept(DocumentView { content: self.document(d.document)? })),
            Request::Models(m) => {
                let language = m.language.unwrap_or_else(Language::english);
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
                Ok(Answer::Models(ModelsView { models: Shipped::ALL.map(view).into() }))
            }
            Request::Changes(c) => {
                let limit = c.limit.min(MOST_CHANGES) as usize;
                Ok(Answer::Changes(ChangesView { changes: self.changes(c.after, limit)? }))
            }
            Request::AddPhrasebook(book) => {
                let language = book.language();
                self.add_phrasebook(book);
                Ok(Answer::Phrasebook(SpokenView { language }))
            }
            Request::About(a) => {
                let language = a.language.unwrap_or_else(Language::english);
                let about = match self.person(&a.person)? {
                    Some(person) => self.about(person, language)?,
                    None => AboutPerson::nothing(),
                };
                Ok(Answer::About(Box::new(about)))
            }
            Request::Sentences(s) => {
                let language = s.language.unwrap_or_else(Language::english);
                let limit = s.limit.min(MOST_CHANGES) as usize;
                Ok(Answer::Sentences(self.sentences(s.after, limit, language)?))
            }
            Request::News(n) => {
                let language = n.language.unwrap_or_else(Language::english);
                let limit = n.limit.min(MOST_CHANGES) as usize;
                let person = match &n.person {
                    // What concerns nobody whom anybody knows is nothing.
                    Some(host_id) => Some(self.person(host_id)?.unwrap_or(NOBODY)),
                    None => None,
                };
                Ok(Answer::News(self.news(n.after, limit, person, language)?))
            }
            Request::Notices(n) => {
                let language = n.language.unwrap_or_else(Language::english);
                let stream = self.organisation_as_of(n.organisation, AsOf::Now)?;
                Ok(Answer::Notices(stream.state.notices().view(&language)))
            }
            Request::Missing(m) => {
                let notice = self.notice(m.notice)?;
                Ok(Answer::Missing(MissingView { missing: notice.missing(m.kind) }))
            }
            Request::Consent(c) => {
                let purpose = PurposeRef { organisation: c.organisation, purpose: c.purpose };
                let person = self.person(&c.person)?.unwrap_or(NOBODY);
                Ok(Answer::Consent(Box::new(match c.as_known {
                    Some(version) => self.consent_as_known(person, &purpose, c.at, version)?,
                    None => self.consent(person, &purpose, c.at)?,
                })))
            }
            Request::Consents(c) => {
                let person = self.person(&c.person)?.unwrap_or(NOBODY);
                Ok(Answer::Consents(self.consents_of(person, c.at)?))
            }
            Request::Duties(d) => {
                let language = d.language.unwrap_or_else(Language::english);
                Ok(Answer::Duties(self.duties(d.organisation, d.at, language)?))
            }
            Request::Processing(p) => {
                let language = p.language.unwrap_or_else(Language::english);
                let stream = self.organisation_as_of(p.organisation, AsOf::Now)?;
                Ok(Answer::Processing(Box::new(stream.state.notices().processing(p.at, &language))))
            }
            Request::RightRequests(r) => {
                Ok(Answer::RightRequests(self.right_requests(r.organisation, r.at)?))
            }
            #[cfg(feature = "interop")]
            Request::Receipt(r) => Ok(Answer::Receipt(self.receipt(r)?)),
            #[cfg(feature = "interop")]
            Request::CloudEvents(c) => {
                let changes = self.changes(c.after, c.limit.min(MOST_CHANGES) as usize)?;
                let spoken = |change| crate::interop::cloudevents::CloudEvent::new(change, c.source.clone());
                let cloud_events = changes.into_iter().map(spoken).collect();
                Ok(Answer::CloudEvents(CloudEventsView { cloud_events }))
            }
            Request::Verify(v) => match v.stream {
                Some(stream) => {
                    let expected = v.expected.map(|head| StreamHead { version: head.seq, id: head.id });
                    Ok(Answer::Verified(self.verify(stream, expected)?))
                }
                None if v.expected.is_some() => {
                    let message = "The field “stream” is missing; it says which stream the event belongs to.";
                    Err(InputFault::new(Code::JsonMissingField, "/verify", message).into())
                }
                None => Ok(Answer::VerifiedStore(self.verify_all()?)),
            },
        }
    }

    #[cfg(feature = "interop")]
    fn receipt(&self, r: ReceiptRequest) -> Result<ReceiptView, Error> {
        use crate::interop::receipt::{dpv, govstack, kantara};
        let purpose = PurposeRef { organisation: r.organisation, purpose: r.purpose };
        let person = self.person(&r.person)?.unwrap_or(NOBODY);
        let Some(record) = self.consent_record(person, &purpose, r.at)? else {
            return Ok(ReceiptView { receipt: None });
        };
        let written = match r.format {
            ReceiptFormat::Record => dpv::record(&record),
            ReceiptFormat::Receipt => dpv::receipt(&record, r.at),
            ReceiptFormat::Govstack => govstack::record(&record),
            ReceiptFormat::Kantara => kantara::receipt(&record),
        };
        let receipt = written.ok().map(Json::written);
        Ok(ReceiptView { receipt })
    }

    /// A process as a tree, its texts in a language (its own if none is given) or the nearest there is.
    ///
    /// # Errors
    /// `stream.unknown`, `version.unknown`, or what the store reports.
    pub fn tree(
        &self,
        process: ProcessId,
        language: Option<Language>,
        as_of: AsOf,
    ) -> Result<TreeView, Error> {
        let view = self.process_as_of(process, as_of)?;
        let language = language.unwrap_or_else(|| view.process().language());
        Ok(Names::ask(self.store(), |names| view.tree(language, names))?)
    }
}
