//! The events of the story, in order.

use interlink::catalogue::Catalogue;
use interlink::check::Question;
use interlink::governance::{
    AskApproval, GiveApproval, GovernanceModel, GrantRole, HolderRef, Permission, Shipped,
};
use interlink::journal::{Seq, StreamId};
use interlink::kernel::{Action, AsOf, Deed, VerifiedStore};
use interlink::next::NextView;
use interlink::party::{AddTeamMember, CreateTeam, RegisterOrganisation, StakeholderKind, TeamPolicy};
use interlink::problem::Problem;
use interlink::process::view::{ItemView, TreeView};
use interlink::process::{
    AddItem, AddPrerequisite, CompleteTask, CreateProcess, EditProcess, ItemKind, Needs, ReopenTask,
    StartTask, Template, WaivePrerequisite,
};
use interlink::types::{HostId, ItemId, ProcessId, Timestamp};
use interlink::{Engine, Error};

use crate::Fallible;
use crate::cast::{
    ANNA, ASSOCIATION, BOARD, BRUNO, CARLA, CITY, DORA, ELENA, FABIO, NEIGHBOURS, OFFICE, PEOPLE, ZENO,
    english, in_two,
};
use crate::credit;
use crate::exchange;
use crate::host::Host;
use crate::options::Options;
use crate::show::Show;

/// The result.
pub(crate) struct Outcome {
    pub(crate) round: u32,
    pub(crate) tree: TreeView,
    pub(crate) refusals: Vec<(String, Problem)>,
    pub(crate) rights: Vec<(String, Vec<Permission>)>,
    pub(crate) verified: VerifiedStore,
}

/// The columns of the table of permissions.
pub(crate) const COLUMNS: [(Permission, &str); 6] = [
    (Permission::ProcessView, "see"),
    (Permission::ItemAdd, "plan"),
    (Permission::TaskStart, "start"),
    (Permission::TaskComplete, "complete"),
    (Permission::PrerequisiteWaive, "waive"),
    (Permission::ProcessAdminister, "administer"),
];

/// Tells the story from the record's present state: finishes a round that was begun, or begins the next.
pub(crate) fn tell(
    engine: &Engine,
    template: Template,
    catalogue: Catalogue,
    options: &Options,
    show: &Show,
) -> Fallible<Outcome> {
    let round = round(engine)?;
    let host = Host::new(engine, round)?;
    let mut story = Story { engine, host, options, show, refusals: Vec::new() };
    story.parties()?;
    let process = story.found(template, catalogue)?;
    let rights = story.rights(process)?;
    let first = first_task(&story.tree(process)?)?;
    story.consent(process, first)?;
    story.next(process)?;
    story.first_week(process)?;
    story.work(process)?;
    credit::give(engine, &story.host, show, process, &story.tree(process)?)?;
    story.finish(process, round, rights)
}

/// The round to tell: the last one that is not finished, or the one after it. Each ends with an erasure.
fn round(engine: &Engine) -> Fallible<u32> {
    let erased = engine.streams()?.into_iter().filter(|stream| matches!(stream, StreamId::Person(_)));
    Ok(u32::try_from(erased.count())? + 1)
}

pub(crate) struct Story<'a> {
    pub(crate) engine: &'a Engine,
    pub(crate) host: Host<'a>,
    pub(crate) options: &'a Options,
    pub(crate) show: &'a Show,
    refusals: Vec<(String, Problem)>,
}

impl Story<'_> {
    /// Two organisations and three teams; registered once for all rounds.
    fn parties(&self) -> Fallible<()> {
        self.show.heading("Parties join");
        let organisation = |id: &str, name, kind| -> Fallible<RegisterOrganisation> {
            Ok(RegisterOrganisation::new(kind, name, id.parse()?, TeamPolicy::Administrators))
        };
        let name = in_two("City of Porto Nuovo", "Comune di Porto Nuovo")?;
        let city = organisation(CITY, name, StakeholderKind::PublicAdministration)?;
        let name = in_two("Good Neighbours", "Buoni vicini")?;
        let association = organisation(ASSOCIATION, name, StakeholderKind::NonprofitOrganisation)?;
        let city = self.host.once("found-city", ANNA, None, city)?.stream;
        let association = self.host.once("found-association", BRUNO, None, association)?.stream;
        let public = StakeholderKind::PublicAdministration;
        for (lead, organisation, team, name, kind, people) in [
            (ANNA, city, OFFICE, "Office for neighbourhoods", public, [ANNA, CARLA]),
            (BRUNO, association, BOARD, "Board", StakeholderKind::NonprofitOrganisation, [BRUNO, ELENA]),
            (BRUNO, association, NEIGHBOURS, "Neighbours", StakeholderKind::Citizen, [DORA, BRUNO]),
        ] {
            let create = CreateTeam::new(kind, english(name)?, team.parse()?);
            self.host.once(&format!("team-{team}"), lead, organisation, create)?;
            for person in people {
                let step = format!("{team}-{}", crate::cast::name(person));
                let add = AddTeamMember::new(person.parse()?, team.parse()?);
                self.host.once(&step, lead, organisation, add)?;
            }
        }
        self.show.line("the city of Porto Nuovo (public administration) with its office: Anna, Carla");
        self.show.line("the association Good Neighbours (non-profit) with its board: Bruno, Elena");
        self.show
            .line("neighbours (citizens), hosted by the association: Dora, Bruno; and Fabio, by himself");
        Ok(())
    }

    /// The process, under public-civil partnership, and its roles.
    fn found(&self, template: Template, catalogue: Catalogue) -> Fallible<ProcessId> {
        self.show.heading("A process is created, and roles are granted");
        let name = template.document().name.clone();
        let (template, catalogue) =
            (self.engine.add_document(template)?, self.engine.add_document(catalogue)?);
        let model = GovernanceModel::shipped(Shipped::GPlusG);
        let create = CreateProcess {
            acting_for: Some(CITY.parse()?),
            catalogue: Some(catalogue),
            template: Some(template),
            ..CreateProcess::new(model.id(), self.options.language, (*name).clone())
        };
        let stream = self.host.act("create", ANNA, None, create)?.stream;
        let StreamId::Process(process) = stream else { return Err("a process was to be created".into()) };
        let until = Timestamp::from_millis(self.host.now().as_millis() + 7 * 24 * 3_600_000)?;
        let team = |team: &str, role: &str| -> Fallible<GrantRole> {
            Ok(GrantRole::new(HolderRef::Team(team.parse()?), role.parse()?))
        };
        let fabio = GrantRole {
            until: Some(until),
            ..GrantRole::new(HolderRef::Person(FABIO.parse()?), "contributor".parse()?)
        };
        for (step, grant) in [
            ("office", team(OFFICE, "public_partner")?),
            ("board", team(BOARD, "civic_partner")?),
            ("neighbours", team(NEIGHBOURS, "contributor")?),
            ("fabio", fabio),
        ] {
            self.host.act(&format!("grant-{step}"), ANNA, stream, grant)?;
        }
        self.show.line(&format!(
            "“{}” under {}",
            name.read(&self.options.language, &self.options.language).text,
            "public-civil partnership (G+G)"
        ));
        self.show.line("the office is public partner, the board civic partner, the neighbours contribute");
        self.show.line(&format!("Fabio contributes for a week, until {until}"));
        self.show.tree(&self.tree(process)?, false);
        self.recommend(process)?;
        Ok(process)
    }

    /// The interlinkers of the catalogue that support the first tasks, and why.
    fn recommend(&self, process: ProcessId) -> Fallible<()> {
        let view = self.engine.process(process)?;
        self.show.heading("What would help");
        for task in view.recommendations(None, Some(self.options.language)).iter().take(3) {
            let item = view.process().tree().item(task.item).ok_or("a task is missing")?;
            let name = item.name().read(&self.options.language, &view.process().language()).text;
            self.show.helps(name, task.recommendations.first());
        }
        Ok(())
    }

    /// The permissions on the first task, before work begins.
    fn rights(&self, process: ProcessId) -> Fallible<Vec<(String, Vec<Permission>)>> {
        let view = self.engine.process(process)?;
        let first = view.process().tree().items().find(|item| item.kind() == ItemKind::Task);
        let first = first.ok_or("the template has no task")?.id();
        let mut rights = Vec::new();
        for (host_id, name) in PEOPLE {
            let person = self.engine.person(&host_id.parse::<HostId>()?)?;
            let may = |permission: Permission| {
                person.is_some_and(|actor| {
                    let question =
                        Question { actor, permission, item: Some(first), asset: None, at: self.host.now() };
                    view.check(&question).allowed()
                })
            };
            let held = COLUMNS
                .iter()
                .map(|(permission, _)| *permission)
                .filter(|permission| may(*permission))
                .collect();
            rights.push((name.to_owned(), held));
        }
        self.show.heading("Who may do what on the first task");
        self.show.rights(&rights);
        Ok(rights)
    }

    /// The next steps of each person, with reasons: what is possible now, which is less than what is permitted.
    fn next(&self, process: ProcessId) -> Fallible<()> {
        self.show.heading("What is next for whom, and why");
        for (host_id, name) in PEOPLE {
            let person = self.engine.person(&host_id.parse::<HostId>()?)?;
            let next = match person {
                Some(person) => {
                    let (at, language) = (self.host.now(), self.options.language);
                    self.engine.next(person, Some(process), at, language, 2)?
                }
                None => NextView::default(),
            };
            self.show.next(name, &next);
        }
        Ok(())
    }

    /// Acts tried in the first days, and refused.
    fn first_week(&mut self, process: ProcessId) -> Fallible<()> {
        self.show.heading("What is not allowed is refused, with its reasons");
        let stream = StreamId::from(process);
        let tree = self.tree(process)?;
        let (first, last) = (first_task(&tree)?, last_task(&tree)?);
        // If the record is ahead of the story, nothing may be blocked any more; then nothing is tried either.
        let later = blocked_task(&tree).unwrap_or(first);
        self.refused(
            "a stranger",
            "Zeno, whom nobody invited, starts a task",
            ZENO,
            stream,
            StartTask::new(first),
        )?;
        self.refused(
            "a wrong role",
            "Dora, who contributes, adds a phase",
            DORA,
            stream,
            AddItem::new(ItemKind::Phase, english("A party")?),
        )?;
        self.refused(
            "an unmet prerequisite",
            "Carla starts a task of a later phase",
            CARLA,
            stream,
            StartTask::new(later),
        )?;
        self.refused(
            "a cycle",
            "Elena makes the first task wait for the last",
            ELENA,
            stream,
            AddPrerequisite::new(first, Needs::Finished, last),
        )?;
        // Two people change the same thing; the second had not seen what the first did.
        let seen = self.engine.process(process)?.seq();
        let goal = english("A service that neighbours run with their city.")?;
        let describe = EditProcess { description: Some(goal), ..EditProcess::new() };
        self.host.act("describe", CARLA, stream, describe)?;
        self.conflict(stream, seen)?;
        self.host.wait_days(8);
        self.refused(
            "an expired grant",
            "Fabio starts a task after his week",
            FABIO,
            stream,
            StartTask::new(first),
        )?;
        self.refused(
            "an approval missing",
            "Carla waives a prerequisite on her own",
            CARLA,
            stream,
            gate(&tree)?.pass("I would rather begin now.")?,
        )
    }

    /// An act that must not be allowed.
    pub(crate) fn refused(
        &mut self,
        what: &str,
        who: &str,
        actor: &str,
        stream: StreamId,
        action: impl Into<Action>,
    ) -> Fallible<()> {
        // The step's name keeps the command's id apart from those in use.
        let step = format!("in-vain.{}", what.replace(' ', "-"));
        let command = self.host.command(&step, actor, stream, action)?;
        if self.host.is_live() {
            let error = self.host.try_in_vain(&command)?;
            self.note(what, who, &error);
        }
        Ok(())
    }

    fn conflict(&mut self, stream: StreamId, seen: Seq) -> Fallible<()> {
        let otherwise = EditProcess { description: Some(english("Something else.")?), ..EditProcess::new() };
        let command = self.host.command("in-vain.a-conflict", ELENA, stream, otherwise)?.expecting(seen);
        if self.host.is_live() {
            let error = self.host.try_in_vain(&command)?;
            self.note("a conflict", "Elena describes the process, not having seen what Carla wrote", &error);
        }
        Ok(())
    }

    fn note(&mut self, what: &str, who: &str, error: &Error) {
        let problem = Problem::from(error);
        self.show.refusal(what, who, &problem);
        self.refusals.push((what.to_owned(), problem));
    }

    /// All tasks, phase by phase; the last phase is opened before the previous one is finished.
    fn work(&self, process: ProcessId) -> Fallible<()> {
        let stream = StreamId::from(process);
        let phases = self.tree(process)?.phases.len();
        for nth in 0..phases {
            let tree = self.tree(process)?;
            let Some(phase) = tree.phases.get(nth) else { break };
            let early = nth > 0 && nth + 1 == phases;
            let started = if early { Some(self.open_early(process, &tree)?) } else { None };
            self.show.heading(&phase.name.text);
            for objective in &phase.children {
                for (at, task) in objective.children.iter().enumerate() {
                    let actor = [CARLA, ELENA, ANNA, BRUNO].get((nth + at) % 4).copied().unwrap_or(CARLA);
                    if started != Some(task.item) {
                        self.start(actor, stream, task.item)?;
                    }
                    self.complete(actor, stream, task.item)?;
                }
                self.host.wait_days(1);
                self.show.done(&objective.name.text, objective.children.len());
            }
            let tree = self.tree(process)?;
            self.show.progress(tree.progress);
        }
        Ok(())
    }

    fn start(&self, actor: &str, stream: StreamId, task: ItemId) -> Fallible<()> {
        self.host.act(&format!("start-{task}"), actor, stream, StartTask::new(task)).map(drop)
    }

    fn complete(&self, actor: &str, stream: StreamId, task: ItemId) -> Fallible<()> {
        self.host.act(&format!("complete-{task}"), actor, stream, CompleteTask::new(task)).map(drop)
    }

    /// A task before the last phase is reopened, so the phase has to wait again; both sides waive the prerequisite.
    /// Returns the task that was started.
    fn open_early(&self, process: ProcessId, tree: &TreeView) -> Fallible<ItemId> {
        let stream = StreamId::from(process);
        let before = tree
            .phases
            .iter()
            .rev()
            .nth(1)
            .and_then(last_task_of)
            .ok_or("there is a phase before the last")?;
        let first =
            tree.phases.last().and_then(|phase| tasks(phase).next()).ok_or("the last phase has no task")?;
        self.show.heading("Both sides waive a prerequisite");
        self.host.act("reopen", CARLA, stream, ReopenTask::new(before))?;
        self.show.line("Carla reopens a task, so the last phase has to wait again");
        let gate = gate(tree)?;
        let pass = gate.pass("The task is small, and the neighbours are ready.")?;
        let ask = AskApproval {
            item: Some(gate.item),
            ..AskApproval::new(Deed::new(pass.clone()), Permission::PrerequisiteWaive)
        };
        let request = credit::request_in(&self.host.act("ask", CARLA, stream, ask)?)?;
        self.host.act("approve", ELENA, stream, GiveApproval::new(request))?;
        self.host.act("pass", CARLA, stream, pass)?;
        self.show
            .line("Elena approves for the association, Carla waives it for the city; the reason is recorded");
        self.start(DORA, stream, first.item)?;
        self.show.line(&format!("Dora, a neighbour, begins “{}” at once", first.name.text));
        self.host.act("complete-again", CARLA, stream, CompleteTask::new(before))?;
        self.show.line("Carla completes the task that was reopened");
        Ok(first.item)
    }

    fn finish(
        self,
        process: ProcessId,
        round: u32,
        rights: Vec<(String, Vec<Permission>)>,
    ) -> Fallible<Outcome> {
        let tree = self.tree(process)?;
        self.show.heading("The whole");
        self.show.tree(&tree, true);
        exchange::publish(self.engine, &self.host, self.show, process)?;
        exchange::news(self.engine, self.show, self.options.language)?;
        self.show.heading("The process goes elsewhere");
        exchange::to_platform(self.engine, &self.host, self.show, process)?;
        exchange::take_elsewhere(self.engine, self.show, process)?;
        exchange::forget(self.engine, &self.host, self.show)?;
        let verified = self.engine.verify_all()?;
        self.show.heading("The record verifies");
        self.show.verified(&verified);
        Ok(Outcome { round, tree, refusals: self.refusals, rights, verified })
    }

    fn tree(&self, process: ProcessId) -> Fallible<TreeView> {
        Ok(self.engine.tree(process, Some(self.options.language), AsOf::Now)?)
    }
}

fn tasks(phase: &ItemView) -> impl DoubleEndedIterator<Item = &ItemView> {
    phase.children.iter().flat_map(|objective| &objective.children)
}

fn last_task_of(phase: &ItemView) -> Option<ItemId> {
    tasks(phase).next_back().map(|task| task.item)
}

fn first_task(tree: &TreeView) -> Fallible<ItemId> {
    Ok(tree.phases.iter().flat_map(tasks).next().ok_or("the template has no task")?.item)
}

fn last_task(tree: &TreeView) -> Fallible<ItemId> {
    Ok(tree.phases.iter().flat_map(tasks).next_back().ok_or("the template has no task")?.item)
}

fn blocked_task(tree: &TreeView) -> Option<ItemId> {
    tree.phases.iter().flat_map(tasks).find(|task| task.blocked).map(|task| task.item)
}

/// The prerequisite of the last phase.
struct Gate {
    item: ItemId,
    on: ItemId,
}

impl Gate {
    fn pass(&self, reason: &str) -> Fallible<WaivePrerequisite> {
        Ok(WaivePrerequisite::new(self.item, self.on, reason.parse()?))
    }
}

fn gate(tree: &TreeView) -> Fallible<Gate> {
    let last = tree.phases.last().ok_or("the template has no phase")?;
    let wait = last.waits_for.first().ok_or("the last phase waits for nothing")?;
    Ok(Gate { item: last.item, on: wait.on })
}
