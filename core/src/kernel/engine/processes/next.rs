//! What a person can do next, and what is theirs: in one process or in all.

use std::cell::RefCell;

use super::{Error, Moment};
use crate::check::ProcessView;
use crate::journal::StreamId;
use crate::next::{
    Asker, Best, Explainer, FactsView, Found, Group, MyTeamView, MyView, NextAct, NextView, RefersView, Said,
    Step, StepView, Telling, Theirs, Walk, team_name,
};
use crate::party::{Organisation, PartyName, Team};
use crate::problem::Code;
use crate::types::{
    Date, HostId, Key, Language, Map, OrganisationId, PersonId, ProcessId, TeamId, Timestamp,
};
use crate::vault::{CountedAct, Party};

/// An obligation of a controller.
struct Owed {
    code: Code,
    act: Option<NextAct>,
    organisation: OrganisationId,
    due: Option<Date>,
    overdue: bool,
    since: Option<Timestamp>,
    refers: RefersView,
}

impl Moment<'_> {
    /// What a person can do next, most urgent first: in one process, or in all of theirs and for the organisations they
    /// administer. Returns at most `limit` steps, and the total number.
    ///
    /// Permissions say what is permitted; this says what is possible now.
    ///
    /// # Examples
    ///
    /// ```
    /// use interlink::types::{HostId, Language, PersonId};
    /// let engine = interlink::Engine::open("memory:")?;
    /// let nobody = PersonId::from_bytes([7; 16]);
    /// let next = engine.next(nobody, None, "2026-03-02T09:00:00.000Z".parse().unwrap(), Language::english(), 10)?;
    /// assert_eq!((next.steps.len(), next.total), (0, 0));
    /// # Ok::<_, interlink::Error>(())
    /// ```
    ///
    /// # Errors
    /// `stream.unknown` if there is no such process, or what the store reports.
    pub fn next(
        &self,
        person: PersonId,
        process: Option<ProcessId>,
        at: Timestamp,
        language: Language,
        limit: usize,
    ) -> Result<NextView, Error> {
        let views = self.worked_on(person, process)?;
        let owed = if process.is_none() { self.owed(person, at, language)? } else { Vec::new() };
        let asker = Asker { person, at };
        let teams = Teams { moment: self, person, at, known: RefCell::default(), fault: RefCell::default() };
        let mut best = Best::new(limit);
        let mut tellings: Map<u32, Telling<'_>> = Map::new();
        let walk = |nth: u32, view| Walk::new(view, nth, asker, &mut |of, team| teams.has(of, team));
        for (nth, view) in (0..).zip(&views) {
            if let Some(walk) = walk(nth, view) {
                walk.run(&mut best);
                // Few of many processes end up in the answer; their walks are then made again.
                if views.len() == 1 {
                    tellings.insert(nth, Telling::new(walk));
                }
            }
        }
        owed.iter().zip(0..).for_each(|(owed, nth)| best.offer(owed.found(nth)));
        let (found, mut total) = best.done();
        let books = self.engine.message_catalogues();
        let teller = Explainer {
            books: books.read_in(language),
            language,
            purpose: &|of, key| teams.purpose(of, key, language),
            team: &|of, team| teams.name(of, team, language),
        };
        let mut steps = Vec::with_capacity(found.len());
        for found in &found {
            if let Step::Owed(nth) = found.step {
                let owed = usize::try_from(nth).ok().and_then(|nth| owed.get(nth));
                steps.extend(owed.map(|owed| owed.tell(&teller, &teams)));
                continue;
            }
            let view = usize::try_from(found.nth).ok().and_then(|nth| views.get(nth));
            let Some(view) = view else { continue };
            if found.step == Step::Claim && self.is_silent(view.process().id(), person)? {
                total = total.saturating_sub(1);
                continue;
            }
            if !tellings.contains_key(&found.nth)
                && let Some(walk) = walk(found.nth, view)
            {
                tellings.insert(found.nth, Telling::new(walk));
            }
            steps.extend(tellings.get_mut(&found.nth).map(|telling| telling.step(found, &teller)));
        }
        drop(tellings);
        teams.fault.take().map_or(Ok(()), Err)?;
        self.name_all(&mut steps)?;
        Ok(NextView { steps, total })
    }

    /// What is a person's: processes, teams, assignments, and acts that wait for approval.
    ///
    /// # Examples
    ///
    /// ```
    /// # let testkit::Example { engine, garden, now, .. } = testkit::example();
    /// let nora = engine.person(&"nora".parse()?)?.unwrap();
    /// let mine = engine.my(nora, now, "en".parse()?)?;
    /// assert_eq!((mine.processes[0].process, mine.teams.len()), (garden, 1));
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// What the store reports.
    pub fn my(&self, person: PersonId, at: Timestamp, language: Language) -> Result<MyView, Error> {
        let mut my = MyView::default();
        for stream in self.directory()? {
            let StreamId::Organisation(id) = stream else { continue };
            let Some(organisation) = self.organisation_stream(id)? else { continue };
            let mine = organisation.state.teams().filter(|team| team.has_member(person, at));
            my.teams.extend(mine.map(|team| MyTeamView {
                name: team.name.read(&language, &language).into(),
                team: team_name(team.id, id),
            }));
        }
        for view in self.processes_of(person)? {
            let at = at.max(view.stream.at);
            let theirs = Theirs { view: &view, asker: Asker { person, at }, language, teams: &my.teams };
            let (process, assignments, approvals) =
                (theirs.process(), theirs.assignments(), theirs.approvals());
            my.processes.extend(process);
            my.assignments.extend(assignments);
            my.approvals.extend(approvals);
        }
        let named = my.teams.iter_mut().map(|team| &mut team.team);
        let named = named.chain(my.assignments.iter_mut().filter_map(|made| made.team.as_mut()));
        self.name_parties(named.collect())?;
        Ok(my)
    }

    /// The processes in which the person might have something to do. A replica offers nothing to do here.
    fn worked_on(&self, person: PersonId, process: Option<ProcessId>) -> Result<Vec<ProcessView>, Error> {
        let mut views = match process {
            Some(id) => vec![self.process(id)?],
            None => self.processes_of(person)?,
        };
        if let Some(homes) = self.homes()? {
            views.retain(|view| homes.state.replica(view.process().id().into()).is_none());
        }
        Ok(views)
    }

    /// The processes in which a person, or a team of theirs, has a role.
    fn processes_of(&self, person: PersonId) -> Result<Vec<ProcessView>, Error> {
        let mut views = Vec::new();
        for stream in self.directory()? {
            let StreamId::Process(id) = stream else { continue };
            views.extend(self.view(id)?.filter(|view| view.access.person(person).is_some()));
        }
        Ok(views)
    }

    /// Whether a person took part in a process, was erased, and came back: then they can claim nothing.
    fn is_silent(&self, process: ProcessId, person: PersonId) -> Result<bool, Error> {
        let host_id = self.reading()?.host_id(Party::Person(person))?;
        match host_id {
            Some(host_id) => self.has_participated(process, CountedAct::Contribution, &host_id),
            None => Ok(true),
        }
    }

    /// The legal obligations, to data subjects and recipients, of the organisations that a person administers.
    fn owed(&self, person: PersonId, at: Timestamp, language: Language) -> Result<Vec<Owed>, Error> {
        let mut all = Vec::new();
        for stream in self.directory()? {
            let StreamId::Organisation(id) = stream else { continue };
            let found = self.organisation_stream(id)?;
            if !found.is_some_and(|found| found.state.is_administrator(person)) {
                continue;
            }
            let at_home = self.replica(id.into())?.is_none();
            for request in self.subject_requests(id, at)?.requests {
                if request.answered.is_some() || !at_home {
                    continue;
                }
                let refers = RefersView {
                    right: Some(request.request),
                    data_subject: Some(request.person),
                    ..RefersView::default()
                };
                let (due, since) = (Some(request.due.date()), Some(request.received));
                let (code, act) = (Code::NextRight, Some(NextAct::RIGHT_ANSWER));
                let overdue = request.overdue;
                all.push(Owed { code, act, organisation: id, due, overdue, since, refers });
            }
            let obligations = self.obligations(id, at, language)?;
            for duty in obligations.obligations.into_iter().filter(|duty| duty.notified.is_none()) {
                let refers = RefersView {
                    purpose: Some(duty.purpose.purpose),
                    recipient: Some(duty.recipient),
                    data_subject: Some(duty.data_subject),
                    ..RefersView::default()
                };
                let (due, since) = (Some(duty.notify_until.date()), Some(duty.since));
                let (code, act) = (Code::NextNotify, Some(NextAct::RECIPIENT_TELL));
                let overdue = duty.overdue;
                all.push(Owed { code, act, organisation: id, due, overdue, since, refers });
            }
            for renewal in obligations.renewals {
                let refers = RefersView {
                    purpose: Some(renewal.purpose.purpose),
                    data_subject: Some(renewal.data_subject),
                    ..RefersView::default()
                };
                let (code, act) = (Code::NextRenew, Some(NextAct::CONSENT_REQUEST));
                all.push(Owed {
                    code,
                    act,
                    organisation: id,
                    due: None,
                    overdue: false,
                    since: None,
                    refers,
                });
            }
            for past in obligations.storage {
                let refers = RefersView {
                    purpose: Some(past.purpose.purpose),
                    data_subject: Some(past.data_subject),
                    ..RefersView::default()
                };
                let (due, since) = (Some(past.until.date()), Some(past.until));
                let code = Code::NextStorage;
                all.push(Owed { code, act: None, organisation: id, due, overdue: true, since, refers });
            }
        }
        Ok(all)
    }

    /// Adds the host's ids to the parties of steps, if there are any: most steps name nobody.
    fn name_all(&self, steps: &mut [StepView]) -> Result<(), Error> {
        let mut parties: Vec<&mut PartyName> = Vec::new();
        for step in steps {
            parties.extend(step.mine.as_mut().and_then(|mine| mine.team.as_mut()));
            parties.extend(step.approvals.iter_mut().flat_map(|approvals| &mut approvals.who));
            parties.extend(step.waits_for.iter_mut().flat_map(|wait| &mut wait.who));
        }
        self.name_parties(parties)
    }

    fn name_parties(&self, parties: Vec<&mut PartyName>) -> Result<(), Error> {
        if parties.is_empty() {
            return Ok(());
        }
        let mut known: Map<Party, Option<HostId>> = Map::new();
        self.naming(|names| {
            for name in parties {
                let party = match (name.person_id, name.team_id, name.organisation_id) {
                    (Some(person), _, _) => Party::Person(person),
                    (None, Some(team), Some(organisation)) => Party::Team(team, organisation),
                    (None, None, Some(organisation)) => Party::Organisation(organisation),
                    (None, _, None) => continue,
                };
                name.host_id = known.or_insert_with(party, || names.host_id(party)).clone();
            }
        })
    }
}

impl Owed {
    const fn found(&self, nth: u32) -> Found {
        Found {
            nth: u32::MAX,
            step: Step::Owed(nth),
            ix: None,
            group: Group::Duty,
            ready: self.act.is_some(),
            since: self.since,
            due: self.due,
            overdue: self.overdue,
            mine: None,
            frees: 0,
            chain: 0,
        }
    }

    fn tell(&self, teller: &Explainer<'_>, teams: &Teams<'_, '_>) -> StepView {
        let name = teams.of(self.organisation, |of| of.name.clone());
        let name = name.map(|name| name.read(&teller.language, &teller.language).into());
        let name: Option<crate::types::ReadText> = name;
        let purpose = self.refers.purpose.as_ref();
        let called =
            purpose.map(|key| (teller.purpose)(self.organisation, key).unwrap_or_else(|| key.to_string()));
        let said = Said {
            facts: FactsView { date: self.due, ..FactsView::default() },
            organisation: name.as_ref().map(|name| name.text.clone()),
            purpose: called,
            ..Said::default()
        };
        let mut why = vec![teller.why(self.code, said)];
        if self.overdue {
            let facts = FactsView { date: self.due, ..FactsView::default() };
            why.push(teller.why(Code::NextLate, Said { facts, ..Said::default() }));
        }
        StepView {
            act: self.act,
            approvals: Vec::new(),
            chain: 0,
            consents: Vec::new(),
            due: self.due,
            frees: 0,
            group: Group::Duty,
            interlinkers: Vec::new(),
            item: None,
            mine: None,
            name,
            organisation_id: Some(self.organisation),
            overdue: self.overdue,
            process: None,
            ready: self.act.is_some(),
            refers: self.refers.clone(),
            since: self.since,
            waits_for: Vec::new(),
            reasons: why,
        }
    }
}

/// Questions about organisations during the walk. A store failure is noted and reported at the end.
struct Teams<'m, 'e> {
    moment: &'m Moment<'e>,
    person: PersonId,
    at: Timestamp,
    known: RefCell<Map<(OrganisationId, TeamId), bool>>,
    fault: RefCell<Option<Error>>,
}

impl Teams<'_, '_> {
    fn of<T>(&self, id: OrganisationId, ask: impl FnOnce(&Organisation) -> T) -> Option<T> {
        match self.moment.organisation_stream(id) {
            Ok(found) => found.map(|found| ask(&found.state)),
            Err(fault) => {
                self.fault.borrow_mut().get_or_insert(fault);
                None
            }
        }
    }

    /// Whether the person is in a team.
    fn has(&self, organisation: OrganisationId, team: TeamId) -> bool {
        if let Some(known) = self.known.borrow().get(&(organisation, team)) {
            return *known;
        }
        let is_in = |team: &Team| team.has_member(self.person, self.at);
        let has = self.of(organisation, |of| of.team(team).is_some_and(is_in)).unwrap_or_default();
        self.known.borrow_mut().insert((organisation, team), has);
        has
    }

    fn name(&self, organisation: OrganisationId, team: TeamId, language: Language) -> Option<String> {
        let read = |team: &Team| team.name.read(&language, &language).text.to_owned();
        self.of(organisation, |of| of.team(team).map(read)).flatten()
    }

    fn purpose(&self, organisation: OrganisationId, key: &Key, language: Language) -> Option<String> {
        let read = |of: &Organisation| {
            let (_, purpose) = of.notices().purpose(key)?;
            Some(purpose.name.read(&language, &language).text.to_owned())
        };
        self.of(organisation, read).flatten()
    }
}
