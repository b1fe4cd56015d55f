//! What happens, in order.

use interlink::catalogue::Catalogue;
use interlink::check::Question;
use interlink::governance::{GovernanceModel, Permission, Shipped};
use interlink::journal::{StreamId, Version};
use interlink::kernel::{AsOf, VerifiedStore};
use interlink::next::NextView;
use interlink::problem::Problem;
use interlink::process::Template;
use interlink::process::view::{ItemView, TreeView};
use interlink::types::{HostId, ItemId, ProcessId};
use interlink::{Engine, Error};
use serde_json::{Value, json};

use crate::Fallible;
use crate::cast::{
    ANNA, ASSOCIATION, BOARD, BRUNO, CARLA, CITY, DORA, ELENA, FABIO, NEIGHBOURS, OFFICE, PEOPLE, ZENO,
};
use crate::credit;
use crate::exchange;
use crate::host::Host;
use crate::options::Options;
use crate::show::Show;

/// What was reached.
pub(crate) struct Outcome {
    pub(crate) round: u32,
    pub(crate) tree: TreeView,
    pub(crate) refusals: Vec<(String, Problem)>,
    pub(crate) rights: Vec<(String, Vec<Permission>)>,
    pub(crate) verified: VerifiedStore,
}

/// What the table of rights shows.
pub(crate) const COLUMNS: [(Permission, &str); 6] = [
    (Permission::ProcessView, "see"),
    (Permission::ItemAdd, "plan"),
    (Permission::TaskStart, "start"),
    (Permission::TaskComplete, "complete"),
    (Permission::GatePass, "pass gates"),
    (Permission::ProcessAdminister, "administer"),
];

/// Tells the story from where the record stands: finishes a round that was begun, or begins the next.
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

/// The round to tell: the last one that is not finished, or the one after it. Each ends with somebody being erased.
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
    /// Two organisations and three teams; founded once, whatever the round.
    fn parties(&self) -> Fallible<()> {
        self.show.heading("Parties join");
        let organisation = |id: &str, en: &str, it: &str, kind: &str| json!({"organisation": id, "name": {"en": en, "it": it}, "kind": kind, "teams_by": "administrators"});
        let city =
            organisation(CITY, "City of Porto Nuovo", "Comune di Porto Nuovo", "public_administration");
        let association =
            organisation(ASSOCIATION, "Good Neighbours", "Buoni vicini", "nonprofit_organisation");
        let city = self.host.once("found-city", ANNA, None, "organisation.found", city)?.stream;
        let association =
            self.host.once("found-association", BRUNO, None, "organisation.found", association)?.stream;
        for (lead, organisation, team, en, kind, people) in [
            (ANNA, city, OFFICE, "Office for neighbourhoods", "public_administration", [ANNA, CARLA]),
            (BRUNO, association, BOARD, "Board", "nonprofit_organisation", [BRUNO, ELENA]),
            (BRUNO, association, NEIGHBOURS, "Neighbours", "citizen", [DORA, BRUNO]),
        ] {
            let data = json!({"team": team, "name": {"en": en}, "kind": kind});
            self.host.once(&format!("team-{team}"), lead, organisation, "team.create", data)?;
            for person in people {
                let (step, data) = (
                    format!("{team}-{}", crate::cast::name(person)),
                    json!({"team": team, "person": person}),
                );
                self.host.once(&step, lead, organisation, "team_member.add", data)?;
            }
        }
        self.show.line("the city of Porto Nuovo (public administration) with its office: Anna, Carla");
        self.show.line("the association Good Neighbours (non-profit) with its board: Bruno, Elena");
        self.show
            .line("neighbours (citizens), hosted by the association: Dora, Bruno; and Fabio, by himself");
        Ok(())
    }

    /// The process, under public-civil partnership, and who holds which role in it.
    fn found(&self, template: Template, catalogue: Catalogue) -> Fallible<ProcessId> {
        self.show.heading("A process is founded, and roles are given");
        let name = template.document().name.clone();
        let (template, catalogue) =
            (self.engine.add_document(template)?, self.engine.add_document(catalogue)?);
        let model = GovernanceModel::shipped(Shipped::GPlusG);
        let data = json!({
            "name": *name, "language": self.options.language, "governance": model.id(), "template": template,
            "capacity": CITY, "catalogue": catalogue,
        });
        let stream = self.host.act("create", ANNA, None, "process.create", data)?.stream;
        let StreamId::Process(process) = stream else { return Err("a process was to be created".into()) };
        let until = self.host.now().as_millis() + 7 * 24 * 3_600_000;
        let until = interlink::types::Timestamp::from_millis(until)?;
        for (step, data) in [
            ("office", json!({"holder": {"team": OFFICE}, "role": "public_partner"})),
            ("board", json!({"holder": {"team": BOARD}, "role": "civic_partner"})),
            ("neighbours", json!({"holder": {"team": NEIGHBOURS}, "role": "contributor"})),
            ("fabio", json!({"holder": {"person": FABIO}, "role": "contributor", "until": until})),
        ] {
            self.host.act(&format!("grant-{step}"), ANNA, stream, "role.grant", data)?;
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

    /// What of the catalogue helps the first tasks along, and why.
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

    /// Who may do what on the first task, before work begins.
    fn rights(&self, process: ProcessId) -> Fallible<Vec<(String, Vec<Permission>)>> {
        let view = self.engine.process(process)?;
        let first =
            view.process().tree().items().find(|item| item.kind() == interlink::process::ItemKind::Task);
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

    /// What is next for each of them, and why: what is possible now, which is less than what is permitted.
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

    /// What is tried in the first days, and refused.
    fn first_week(&mut self, process: ProcessId) -> Fallible<()> {
        self.show.heading("What is not allowed is refused, with its reasons");
        let stream = StreamId::from(process);
        let tree = self.tree(process)?;
        let (first, last) = (first_task(&tree)?, last_task(&tree)?);
        // Where the record is ahead of the story nothing may be blocked any more; then nothing is tried either.
        let later = blocked_task(&tree).unwrap_or(first);
        self.refused(
            "a stranger",
            "Zeno, whom nobody asked, starts a task",
            ZENO,
            stream,
            "task.start",
            json!({"item": first}),
        )?;
        self.refused(
            "a wrong role",
            "Dora, who contributes, adds a phase",
            DORA,
            stream,
            "item.add",
            json!({"kind": "phase", "name": {"en": "A party"}}),
        )?;
        self.refused(
            "an unmet prerequisite",
            "Carla starts a task of a later phase",
            CARLA,
            stream,
            "task.start",
            json!({"item": later}),
        )?;
        self.refused(
            "a cycle",
            "Elena makes the first task wait for the last",
            ELENA,
            stream,
            "prerequisite.add",
            json!({"item": first, "on": last, "needs": "finished"}),
        )?;
        // Two people change the same thing; the second had not seen what the first did.
        let seen = self.engine.process(process)?.version();
        let goal = json!({"description": {"en": "A service that neighbours run with their city."}});
        self.host.act("describe", CARLA, stream, "process.edit", goal)?;
        self.conflict(stream, seen)?;
        self.host.wait_days(8);
        self.refused(
            "an expired grant",
            "Fabio starts a task after his week",
            FABIO,
            stream,
            "task.start",
            json!({"item": first}),
        )?;
        self.refused(
            "an approval missing",
            "Carla opens a gate on her own",
            CARLA,
            stream,
            "gate.pass",
            gate(&tree)?.pass("I would rather begin now."),
        )
    }

    /// Something that must not be allowed.
    pub(crate) fn refused(
        &mut self,
        what: &str,
        who: &str,
        actor: &str,
        stream: StreamId,
        kind: &str,
        data: Value,
    ) -> Fallible<()> {
        // The step's name keeps the command's id apart from those that are taken.
        let step = format!("in-vain.{}", what.replace(' ', "-"));
        let command = self.host.command(&step, actor, Some(stream), kind, data)?;
        if self.host.is_live() {
            let error = self.host.try_in_vain(&command)?;
            self.note(what, who, &error);
        }
        Ok(())
    }

    fn conflict(&mut self, stream: StreamId, seen: Version) -> Fallible<()> {
        let data = json!({"description": {"en": "Something else."}});
        let mut command =
            self.host.command("in-vain.a-conflict", ELENA, Some(stream), "process.edit", data)?;
        command.expect = Some(seen);
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

    /// All tasks, phase by phase; the last phase is opened while the one before is not finished.
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
        self.host.act(&format!("start-{task}"), actor, stream, "task.start", json!({"item": task})).map(drop)
    }

    fn complete(&self, actor: &str, stream: StreamId, task: ItemId) -> Fallible<()> {
        self.host
            .act(&format!("complete-{task}"), actor, stream, "task.complete", json!({"item": task}))
            .map(drop)
    }

    /// A task before the last phase is reopened, so the phase has to wait again; both sides let work begin all
    /// the same. Gives the task that was begun.
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
        self.show.heading("A gate is opened by both sides");
        self.host.act("reopen", CARLA, stream, "task.reopen", json!({"item": before}))?;
        self.show.line("Carla reopens a task, so the last phase has to wait again");
        let gate = gate(tree)?;
        let pass = gate.pass("The task is small, and the neighbours are ready.");
        let act = json!({"type": "gate.pass", "data": pass});
        let ask = json!({"permission": "gate.pass", "item": gate.item, "act": act});
        let request = credit::id_in(&self.host.act("ask", CARLA, stream, "approval.ask", ask)?, "request")?;
        self.host.act("approve", ELENA, stream, "approval.give", json!({"request": request}))?;
        self.host.act("pass", CARLA, stream, "gate.pass", pass)?;
        self.show.line(
            "Elena stands behind it for the association, Carla opens it for the city; why is on record",
        );
        self.start(DORA, stream, first.item)?;
        self.show.line(&format!("Dora, a neighbour, begins “{}” at once", first.name.text));
        self.host.act("complete-again", CARLA, stream, "task.complete", json!({"item": before}))?;
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

/// The gate of the last phase.
struct Gate {
    item: ItemId,
    on: ItemId,
}

impl Gate {
    fn pass(&self, reason: &str) -> Value {
        json!({"item": self.item, "on": self.on, "reason": reason})
    }
}

fn gate(tree: &TreeView) -> Fallible<Gate> {
    let last = tree.phases.last().ok_or("the template has no phase")?;
    let wait = last.waits_for.first().ok_or("the last phase waits for nothing")?;
    Ok(Gate { item: last.item, on: wait.on })
}
