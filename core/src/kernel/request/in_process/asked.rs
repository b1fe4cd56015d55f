//! Answers requests about processes that are asked of a moment.

use std::sync::Arc;

use super::super::MOST_CHANGES;
use super::{
    Answer, AssetsRequest, AssetsView, CheckRequest, FoundView, MyRequest, NextRequest, PeopleView,
    PermissionsRequest, PublicationsRequest, PublicationsView, RulesRequest, SearchRequest,
    TasksServedRequest, TasksServedView, UsageRequest, UsageView, WhoMayRequest,
};
use crate::asset::InterlinkerUse;
use crate::catalogue::{Catalogue, Found, Interlinker};
use crate::check::Question;
use crate::governance::Holder;
use crate::journal::StreamId;
use crate::kernel::engine::{NOBODY, known};
use crate::kernel::{AsOf, Error, Moment};
use crate::process::PublicationFound;
use crate::process::view::TreeView;
use crate::types::{Language, ProcessId};
use crate::vault::Party;

impl Moment<'_> {
    pub(super) fn answer_check(&self, c: &CheckRequest) -> Result<Answer, Error> {
        if let Some(principal) = &c.on_behalf_of {
            let whom = (&c.actor, principal);
            return Ok(Answer::Explanation(self.check_for(whom, c.permission, (c.process, c.item), c.at)?));
        }
        let view = self.process_as_asked(c.process, c.as_of, Some(c.at))?;
        let actor = self.person(&c.actor)?.unwrap_or(NOBODY);
        let question = Question { actor, permission: c.permission, item: c.item, asset: None, at: c.at };
        known(&view, c.item)?;
        Ok(Answer::Explanation(view.check(&question).explain()))
    }

    pub(super) fn answer_permissions(&self, p: &PermissionsRequest) -> Result<Answer, Error> {
        let view = self.process_as_asked(p.process, p.as_of, Some(p.at))?;
        let party = self.party_of(p.party.host_id())?;
        Ok(Answer::Permissions(match party {
            Some(Party::Team(team, organisation)) => {
                view.standing_of(Holder::Team { organisation_id: organisation, team_id: team }, p.at)
            }
            Some(Party::Person(person)) => view.permissions_of(person, p.at),
            Some(Party::Organisation(_)) | None => view.permissions_of(NOBODY, p.at),
        }))
    }

    pub(super) fn answer_who_may(&self, w: &WhoMayRequest) -> Result<Answer, Error> {
        let view = self.process_as_asked(w.process, w.as_of, Some(w.at))?;
        let people = view.who_may(w.permission, w.item, w.at);
        let people = self
            .naming(|names| people.into_iter().map(|person| names.name(Party::Person(person))).collect())?;
        Ok(Answer::People(PeopleView { people }))
    }

    pub(super) fn answer_rules(&self, r: &RulesRequest) -> Result<Answer, Error> {
        let view = self.process_as_asked(r.process, r.as_of, Some(r.at))?;
        let language = r.language.unwrap_or_else(|| view.process().language());
        let rules = self.naming(|names| view.rules(language, r.at, names))?;
        Ok(Answer::Rules(Box::new(rules)))
    }

    pub(super) fn answer_search(&self, s: &SearchRequest) -> Result<Answer, Error> {
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

    pub(super) fn answer_tasks_served(&self, s: &TasksServedRequest) -> Result<Answer, Error> {
        let view = self.process_as_of(s.process, s.as_of)?;
        let process = view.process();
        let language = s.language.unwrap_or_else(|| process.language());
        let served = |catalogue: &Arc<Catalogue>| catalogue.served_by(&s.interlinker, process, &language);
        let serves = process.catalogue().map(served).unwrap_or_default();
        Ok(Answer::TasksServed(TasksServedView { serves }))
    }

    pub(super) fn answer_usage(&self, u: &UsageRequest) -> Result<Answer, Error> {
        let processes = match u.process {
            Some(process) => vec![process],
            None => self.streams()?.into_iter().filter_map(StreamId::process).collect(),
        };
        let mut usage = Vec::new();
        for process in processes {
            let used = self.process(process)?.process().interlinker_usage();
            let asked =
                |used: &InterlinkerUse| u.interlinker.as_ref().is_none_or(|asked| *asked == used.interlinker);
            usage.extend(used.into_iter().filter(asked));
        }
        Ok(Answer::Usage(UsageView { usage }))
    }

    pub(super) fn answer_publications(&self, p: &PublicationsRequest) -> Result<Answer, Error> {
        let language = p.language.unwrap_or_else(Language::english);
        let mut publications = Vec::new();
        for process in self.streams()?.into_iter().filter_map(StreamId::process) {
            let view = self.process(process)?;
            let Some(id) = view.process().publications().last() else { continue };
            // A bundle brings a process with its publications; a missing one cannot be shown.
            let Ok(found) = self.publication(*id) else { continue };
            if p.search.admits(&found) {
                publications.push(PublicationFound::new(process, &found, &language));
            }
        }
        Ok(Answer::Publications(PublicationsView { publications }))
    }

    pub(super) fn answer_assets(&self, a: &AssetsRequest) -> Result<Answer, Error> {
        let view = self.process_as_asked(a.process, a.as_of, Some(a.at))?;
        let actor = self.person(&a.actor)?.unwrap_or(NOBODY);
        let language = a.language.unwrap_or_else(|| view.process().language());
        let assets = self.naming(|names| view.assets(a.item, actor, language, a.at, names))?;
        Ok(Answer::Assets(AssetsView { assets }))
    }

    pub(super) fn answer_next(&self, n: &NextRequest) -> Result<Answer, Error> {
        let language = n.language.unwrap_or_else(Language::english);
        let limit = n.limit.min(MOST_CHANGES) as usize;
        let person = self.person(&n.person)?.unwrap_or(NOBODY);
        Ok(Answer::Next(self.next(person, n.process, n.at, language, limit)?))
    }

    pub(super) fn answer_my(&self, m: &MyRequest) -> Result<Answer, Error> {
        let language = m.language.unwrap_or_else(Language::english);
        let person = self.person(&m.person)?.unwrap_or(NOBODY);
        Ok(Answer::My(Box::new(self.my(person, m.at, language)?)))
    }

    /// A process as a tree, its texts in a language (its own if none is given) or the nearest available.
    ///
    /// # Errors
    /// `stream.unknown`, `stream.seq_unknown`, or what the store reports.
    pub fn tree(
        &self,
        process: ProcessId,
        language: Option<Language>,
        as_of: AsOf,
    ) -> Result<TreeView, Error> {
        let view = self.process_as_of(process, as_of)?;
        let language = language.unwrap_or_else(|| view.process().language());
        self.naming(|names| view.tree(language, names))
    }
}
