//! Answers requests that are asked of a moment.

use std::sync::Arc;

#[cfg(feature = "interop")]
use super::answer::ReceiptView;
use super::answer::{AssetsView, FoundView, PeopleView, PublicationsView, TasksServedView, UsageView};
use super::ask::{
    AssetsRequest, CheckRequest, ConsentRequest, MyRequest, NextRequest, NotificationsRequest,
    PermissionsRequest, PublicationsRequest, RulesRequest, SearchRequest, TasksServedRequest, UsageRequest,
    WhoMayRequest,
};
#[cfg(feature = "interop")]
use super::ask::{ReceiptFormat, ReceiptRequest};
use super::{Answer, MOST_CHANGES};
use crate::asset::InterlinkerUse;
use crate::catalogue::{Catalogue, Found, Interlinker};
use crate::check::Question;
use crate::consent::{Asked, PurposeRef};
use crate::governance::Holder;
use crate::journal::StreamId;
use crate::kernel::engine::{NOBODY, known};
use crate::kernel::{AsOf, Error, Moment};
use crate::process::PublicationFound;
use crate::process::view::TreeView;
#[cfg(feature = "interop")]
use crate::types::Json;
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

    pub(super) fn answer_notifications(&self, n: &NotificationsRequest) -> Result<Answer, Error> {
        let language = n.language.unwrap_or_else(Language::english);
        let limit = n.limit.min(MOST_CHANGES) as usize;
        let person = match &n.person {
            // Nothing concerns an unknown person.
            Some(host_id) => Some(self.person(host_id)?.unwrap_or(NOBODY)),
            None => None,
        };
        Ok(Answer::Notifications(self.notifications(n.after, limit, person, language)?))
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

    pub(super) fn answer_consent(&self, c: &ConsentRequest) -> Result<Answer, Error> {
        let purpose = PurposeRef { organisation_id: c.organisation_id, purpose: c.purpose.clone() };
        let asked = Asked::new(c.at, c.past);
        Ok(Answer::Consent(Box::new(match c.as_known {
            Some(version) => {
                let person = self.person(&c.person)?.unwrap_or(NOBODY);
                self.consent_as_known(person, &purpose, asked, version)?
            }
            None => self.consent_of(&c.person, &purpose, asked)?,
        })))
    }

    #[cfg(feature = "interop")]
    pub(super) fn receipt(&self, r: &ReceiptRequest) -> Result<ReceiptView, Error> {
        use crate::interop::receipt::{FormFault, dpv, govstack, kantara};
        let purpose = PurposeRef { organisation_id: r.organisation_id, purpose: r.purpose.clone() };
        // An erased person has no host id any more and is named by the pseudonym.
        let person = self.person(&r.person)?.or_else(|| r.person.as_str().parse().ok()).unwrap_or(NOBODY);
        let Some(record) = self.consent_record(person, &purpose, Asked::new(r.at, r.past))? else {
            return Ok(ReceiptView { receipt: None });
        };
        let written = match r.format {
            ReceiptFormat::Record => dpv::record(&record).map_err(FormFault::from),
            ReceiptFormat::Receipt => dpv::receipt(&record, r.at).map_err(FormFault::from),
            ReceiptFormat::Govstack => govstack::record(&record),
            ReceiptFormat::Kantara => kantara::receipt(&record),
        };
        match written {
            Ok(receipt) => Ok(ReceiptView { receipt: Some(Json::written(receipt)) }),
            Err(FormFault::NoConsent) => Ok(ReceiptView { receipt: None }),
            Err(fault @ FormFault::Incomplete { .. }) => Err(Error::Receipt(Box::new(fault))),
        }
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
