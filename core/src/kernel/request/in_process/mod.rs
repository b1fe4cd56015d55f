//! The requests about processes, and what each asks of the engine.

mod answer;
mod ask;
mod asked;

pub use answer::*;
pub use ask::*;

use super::questions::{Question, at_one_moment};
use super::{Answer, Answered};
use crate::governance::{GovernanceModel, Shipped};
use crate::kernel::{Engine, Error};
use crate::mandate::{MandateKind, ShippedKind};
use crate::messages::MessageCatalogues;
use crate::next::guide;
use crate::types::Language;

at_one_moment! {
    CheckRequest: |c, moment| moment.answer_check(&c);
    PermissionsRequest: |p, moment| moment.answer_permissions(&p);
    WhoMayRequest: |w, moment| moment.answer_who_may(&w);
    TreeRequest: |t, moment| {
                moment.tree(t.process, t.language, t.as_of).map(Box::new).map(Answer::Tree)
            };
    RulesRequest: |r, moment| moment.answer_rules(&r);
    SearchRequest: |s, moment| moment.answer_search(&s);
    RecommendRequest: |r, moment| {
                let view = moment.process_as_of(r.process, r.as_of)?;
                let tasks = view.recommendations(r.item, r.language);
                Ok(Answer::Recommended(RecommendedView { tasks }))
            };
    TasksServedRequest: |s, moment| moment.answer_tasks_served(&s);
    AssetsRequest: |a, moment| moment.answer_assets(&a);
    UsageRequest: |u, moment| moment.answer_usage(&u);
    WorkRequest: |w, moment| {
                let view = moment.process_as_asked(w.process, w.as_of, w.at)?;
                Ok(Answer::Work(Box::new(moment.naming(|names| view.work(w.at, names))?)))
            };
    LeaderboardRequest: |l, moment| {
                let view = moment.process_as_of(l.process, l.as_of)?;
                let board = moment.naming(|names| view.leaderboard(l.by, l.from, l.until, names))?;
                Ok(Answer::Leaderboard(board))
            };
    MandateRequest: |m, moment| {
                Ok(Answer::Mandate(Box::new(moment.mandate(m.mandate_id, m.at)?)))
            };
    MandatesRequest: |m, moment| Ok(Answer::Mandates(moment.mandates(&m.host_id, m.at)?));
    MandateCheckRequest: |m, moment| {
                Ok(Answer::MandateCheck(Box::new(moment.mandate_check(&m.question())?)))
            };
    PrincipalsRequest: |p, moment| Ok(Answer::Principals(moment.principals(&p.actor, p.at)?));
    RatingsRequest: |r, moment| {
                let person = match &r.actor {
                    Some(actor) => moment.person(actor)?,
                    None => None,
                };
                Ok(Answer::Ratings(Box::new(moment.ratings(&r.rated, person, r.as_of)?)))
            };
    PublicationsRequest: |p, moment| moment.answer_publications(&p);
    NextRequest: |n, moment| moment.answer_next(&n);
    MyRequest: |m, moment| moment.answer_my(&m);
    #[cfg(feature = "interop")]
    WriteCatalogueRequest: |c, moment| {
                let files = moment.catalogue_files(c.catalogue)?;
                let text = |(path, bytes): (&str, &[u8])| crate::kernel::TextFile {
                    path: path.to_owned(),
                    text: String::from_utf8_lossy(bytes).into_owned(),
                };
                let files = files.iter().map(text).collect();
                Ok(Answer::CatalogueFiles(crate::kernel::CatalogueFilesView { files }))
            };
}

impl Question for MandateKindsRequest {
    fn answered(self, _engine: &Engine) -> Result<Answered, Error> {
        let k = self;
        Ok(Answer::MandateKinds(mandate_kinds(k.language)).into())
    }
}

impl Question for ModelsRequest {
    fn answered(self, _engine: &Engine) -> Result<Answered, Error> {
        let m = self;
        Ok(Answer::Models(models(m.language)).into())
    }
}

#[cfg(feature = "interop")]
impl Question for ReadStoryRequest {
    fn answered(self, _engine: &Engine) -> Result<Answered, Error> {
        let s = self;
        let story = crate::interop::interlink::read_story(s.file.as_bytes());
        let story = story.map_err(|fault| fault.within("/read_story/file"))?;
        Ok(Answer::Story(Box::new(story)).into())
    }
}

impl Question for GuideRequest {
    fn answered(self, _engine: &Engine) -> Result<Answered, Error> {
        let g = self;
        let language = g.language.unwrap_or_else(Language::english);
        Ok(Answer::Guide(guide(&g.answers, language)).into())
    }
}

#[cfg(feature = "archive")]
impl Question for AddArchiveRequest {
    fn answered(self, engine: &Engine) -> Result<Answered, Error> {
        let a = self;
        Ok(engine.add_archive_whole(a.archive.as_bytes())?.into())
    }
}

#[cfg(feature = "archive")]
impl Question for WriteArchiveRequest {
    fn answered(self, engine: &Engine) -> Result<Answered, Error> {
        let w = self;
        let written = engine.write_archive(w.process, &w.files)?;
        Ok(Answer::ArchiveWritten(Box::new(written)).into())
    }
}

#[cfg(feature = "interop")]
impl Question for AddCatalogueRequest {
    fn answered(self, engine: &Engine) -> Result<Answered, Error> {
        let c = self;
        let files = match c.files {
            Some(files) => files.into_iter().map(|file| (file.path, file.text)).collect(),
            None => crate::interop::interlink::shipped(),
        };
        Ok(Answer::Catalogue(engine.add_catalogue(&files)?).into())
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

impl Answer {
    /// Writes the reasons in it in a language.
    pub(super) fn speak_of_process(&mut self, books: &MessageCatalogues, language: Language) {
        if let Self::Explanation(explanation) = self {
            let all = explanation.reasons.iter_mut().chain(&mut explanation.warnings);
            all.for_each(|reason| books.speak_reason(reason, language));
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

#[cfg(feature = "archive")]
impl From<crate::kernel::ArchiveView> for Answered {
    fn from(archive: crate::kernel::ArchiveView) -> Self {
        Answer::Archive(Box::new(archive)).into()
    }
}

impl From<crate::kernel::Imported> for Answered {
    fn from(imported: crate::kernel::Imported) -> Self {
        Self {
            position: Some(imported.position),
            answer: Answer::Imported(Box::new(imported)),
            known_of: Vec::new(),
        }
    }
}
