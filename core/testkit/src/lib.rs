//! A small town for tests: an engine with a clock, and short commands.
#![forbid(unsafe_code)]

mod checked;
pub mod city;
mod example;
pub mod fuzz;
pub mod naive;
mod notice;
pub mod world;
mod wrapped;

pub use checked::alike;
pub use example::{Clockwork, Example, example};
pub use notice::{Controller, about, giving, notice, of, with};
pub use wrapped::Wrapped;

use std::cell::{Cell, RefCell};
use std::sync::Arc;

use interlink::governance::{GovernanceModel, Permission, Shipped};
use interlink::journal::{EventData, Seq, StreamId};
use interlink::kernel::{Command, Engine, Error, Executed};
use interlink::problem::{Code, Problem};
use interlink::process::{Status, Template};
use interlink::types::{DocumentId, HostId, ItemId, Key, OrganisationId, ProcessId, Timestamp};
use interlink::vault::Party;
use serde_json::{Value, json};

/// An engine, and a clock that advances by a minute with every command.
#[derive(Debug)]
pub struct Town {
    /// The engine.
    pub engine: Arc<Engine>,
    now: Cell<i64>,
    next: Cell<u64>,
    asked: Option<RefCell<Vec<String>>>,
}

impl Default for Town {
    fn default() -> Self {
        Self::new()
    }
}

impl Town {
    /// A town in memory.
    pub fn new() -> Self {
        Self::at("memory:")
    }

    /// A town in the store named by a URL.
    pub fn at(url: &str) -> Self {
        Self::with(Arc::new(Engine::open(url).unwrap()))
    }

    /// A town on an existing engine.
    pub fn with(engine: Arc<Engine>) -> Self {
        let start: Timestamp = "2026-03-02T09:00:00.000Z".parse().unwrap();
        Self { engine, now: Cell::new(start.as_millis()), next: Cell::new(0), asked: None }
    }

    /// Begins the ids of its commands at a number, for a second town on the same store.
    pub fn numbering_from(self, number: u64) -> Self {
        self.next.set(number);
        self
    }

    /// Records every request from now on.
    pub fn recording(mut self) -> Self {
        self.asked = Some(RefCell::default());
        self
    }

    /// The requests recorded since the last call.
    pub fn asked(&self) -> Vec<String> {
        self.asked.as_ref().map(RefCell::take).unwrap_or_default()
    }

    fn note(&self, request: &Value) {
        if let Some(asked) = &self.asked {
            asked.borrow_mut().push(request.to_string());
        }
    }

    /// The time of the clock.
    pub fn now(&self) -> Timestamp {
        Timestamp::from_millis(self.now.get()).unwrap()
    }

    /// Advances the clock.
    pub fn wait_minutes(&self, minutes: i64) {
        self.now.set(self.now.get() + minutes * 60_000);
    }

    /// The next command, not executed.
    pub fn command(&self, actor: &str, stream: Option<StreamId>, kind: &str, data: Value) -> Command {
        self.command_by("execute", actor, stream, kind, data)
    }

    fn command_by(
        &self,
        request: &str,
        actor: &str,
        stream: Option<StreamId>,
        kind: &str,
        data: Value,
    ) -> Command {
        self.next.set(self.next.get() + 1);
        self.wait_minutes(1);
        let number = self.next.get();
        let mut text = json!({
            "id": format!("c{number}"), "at": self.now(), "actor": actor,
            "entropy": format!("{number:032x}"), "type": kind, "data": data,
        });
        if let Some(stream) = stream {
            text["stream"] = json!(stream);
        }
        self.note(&json!({request: text}));
        Command::from_json(text.to_string().as_bytes())
            .unwrap_or_else(|fault| panic!("{fault} at {}", fault.path()))
    }

    /// Executes a command in the host's own name.
    pub fn try_as_host(&self, kind: &str, data: Value) -> Result<Executed, Error> {
        self.engine.execute_as_host(&self.command_by("execute_as_host", "keeper", None, kind, data))
    }

    /// Verifies an organisation, by an operator whom the host appoints when first needed.
    pub fn verify(&self, organisation: OrganisationId, kind: &str) {
        if self.engine.operators().unwrap().is_none() {
            self.try_as_host("operator.appoint", json!({"person": "opal"})).unwrap();
        }
        let entry = json!({"register": "XX-REG", "number": format!("no-{}", self.next.get())});
        let data = json!({"kind": kind, "register": entry, "evidence": "e".repeat(64)});
        self.act("opal", StreamId::from(organisation), "organisation.verify", data);
    }

    /// Registers a public administration that an operator verifies.
    pub fn authority(&self, actor: &str, organisation: &str) -> OrganisationId {
        let id = self.found(actor, organisation, "public_administration");
        self.verify(id, "public_administration");
        id
    }

    /// Executes a command that may be refused.
    pub fn try_do(
        &self,
        actor: &str,
        stream: impl Into<Option<StreamId>>,
        kind: &str,
        data: Value,
    ) -> Result<Executed, Error> {
        self.engine.execute(&self.command(actor, stream.into(), kind, data))
    }

    /// Executes a command that must be accepted.
    pub fn act(&self, actor: &str, stream: impl Into<Option<StreamId>>, kind: &str, data: Value) -> Executed {
        self.try_do(actor, stream, kind, data)
            .unwrap_or_else(|error| panic!("{kind}: {}", Problem::from(&error)))
    }

    /// Asks for approval of a command, unless that was asked already; `about` names the act. Returns the request's id.
    pub fn ask_approval(&self, actor: &str, stream: StreamId, about: &Value, act: (&str, &Value)) -> Value {
        let mut ask = about.clone();
        ask["act"] = json!({"type": act.0, "data": act.1});
        let error = match self.try_do(actor, stream, "approval.ask", ask) {
            Ok(done) => {
                let event: Value = serde_json::from_str(&done.events[0].to_json()).unwrap();
                return event["data"]["request"].clone();
            }
            Err(error) => Problem::from(&error),
        };
        assert_eq!(error.code, Code::ApprovalExists, "{}", error.message);
        let StreamId::Process(process) = stream else { panic!("{stream} is no process") };
        let view = self.engine.process(process).unwrap();
        json!(view.process().governance().approval_requests().last().unwrap().id)
    }

    /// Approves another person's command.
    pub fn approve(
        &self,
        (giver, asker): (&str, &str),
        stream: StreamId,
        about: &Value,
        act: (&str, &Value),
    ) -> Executed {
        let request = self.ask_approval(asker, stream, about, act);
        self.act(giver, stream, "approval.give", json!({"request": request}))
    }

    /// A party as the commands about mandates name it; whoever is not known here is a person.
    pub fn named(&self, id: &str) -> Value {
        match self.engine.party_of(&host(id)).unwrap() {
            Some(Party::Organisation(_)) => json!({"organisation": id}),
            Some(Party::Team(..)) => json!({"team": id}),
            Some(Party::Person(_)) | None => json!({"person": id}),
        }
    }

    /// Executes a command that must be refused, and checks that nothing changed.
    pub fn refused(
        &self,
        actor: &str,
        stream: impl Into<Option<StreamId>>,
        kind: &str,
        data: Value,
    ) -> Problem {
        let before = self.engine.store().position().unwrap();
        let error = self.try_do(actor, stream, kind, data).expect_err(kind);
        assert_eq!(self.engine.store().position().unwrap(), before, "a refusal must change nothing");
        Problem::from(&error)
    }

    /// Registers an organisation in which members create teams.
    pub fn found(&self, actor: &str, organisation: &str, kind: &str) -> OrganisationId {
        let data = json!({"organisation": organisation, "name": {"en": organisation}, "kind": kind, "team_creation": "members"});
        match self.act(actor, None, "organisation.register", data).stream {
            StreamId::Organisation(id) => id,
            _ => unreachable!(),
        }
    }

    /// Creates a team and adds people to it.
    pub fn team(&self, actor: &str, organisation: OrganisationId, team: &str, kind: &str, members: &[&str]) {
        let stream = StreamId::from(organisation);
        self.act(actor, stream, "team.create", json!({"team": team, "name": {"en": team}, "kind": kind}));
        for person in members {
            self.act(actor, stream, "team_member.add", json!({"team": team, "person": person}));
        }
    }

    /// The id of a shipped governance model.
    pub fn model(&self, which: Shipped) -> DocumentId {
        GovernanceModel::shipped(which).id()
    }

    /// Adds a template that must be valid.
    pub fn template(&self, text: &Value) -> DocumentId {
        self.note(&json!({"add_document": text}));
        let template = Template::parse(text.to_string().as_bytes()).unwrap_or_else(|fault| panic!("{fault}"));
        self.engine.add_document(template).unwrap()
    }

    /// A process under one of the shipped models, created by a person for an organisation.
    pub fn process(
        &self,
        actor: &str,
        acting_for: Option<&str>,
        model: Shipped,
        template: Option<DocumentId>,
    ) -> ProcessId {
        self.process_under(actor, acting_for, self.model(model), template)
    }

    /// A process under any model.
    pub fn process_under(
        &self,
        actor: &str,
        acting_for: Option<&str>,
        model: DocumentId,
        template: Option<DocumentId>,
    ) -> ProcessId {
        let mut data = json!({"name": {"en": "A shared garden"}, "language": "en", "governance": model});
        if let Some(acting_for) = acting_for {
            data["acting_for"] = json!(acting_for);
        }
        if let Some(template) = template {
            data["template"] = json!(template);
        }
        match self.act(actor, None, "process.create", data).stream {
            StreamId::Process(id) => id,
            _ => unreachable!(),
        }
    }

    /// A process of a city that is open to citizens, in which a team of the city has a role.
    pub fn city_with(&self, team: &str, kind: &str, members: &[&str], role: &str) -> ProcessId {
        let city = self.found("anna", "city", "public_administration");
        self.team("anna", city, team, kind, members);
        let template = self.template(&small_template());
        let process = self.process("anna", Some("city"), Shipped::C2g, Some(template));
        let grant = json!({"holder": {"team": team}, "role": role});
        self.act("anna", StreamId::from(process), "role.grant", grant);
        process
    }

    /// Adds an item by hand and returns its id.
    pub fn add_item(
        &self,
        actor: &str,
        process: ProcessId,
        kind: &str,
        parent: Option<ItemId>,
        name: &str,
    ) -> ItemId {
        let mut data = json!({"kind": kind, "name": {"en": name}});
        if let Some(parent) = parent {
            data["parent"] = json!(parent);
        }
        let executed = self.act(actor, StreamId::from(process), "item.add", data);
        match &executed.events[0].data {
            EventData::Process(interlink::process::Event::ItemAdded(added)) => added.item,
            other => panic!("{other:?}"),
        }
    }

    /// The id of an item that came from a template.
    pub fn item(&self, process: ProcessId, key: &str) -> ItemId {
        self.engine.process(process).unwrap().process().item_id(&key.parse::<Key>().unwrap())
    }

    /// The status of an item.
    pub fn status(&self, process: ProcessId, item: ItemId) -> Status {
        self.engine.process(process).unwrap().process().tree().item(item).unwrap().status()
    }

    /// Starts a task.
    pub fn start(&self, actor: &str, process: ProcessId, item: ItemId) {
        self.act(actor, StreamId::from(process), "task.start", json!({"item": item}));
    }

    /// Starts a task and completes it.
    pub fn complete(&self, actor: &str, process: ProcessId, item: ItemId) {
        self.start(actor, process, item);
        self.act(actor, StreamId::from(process), "task.complete", json!({"item": item}));
    }

    /// The answer to a check at this moment.
    pub fn may(&self, actor: &str, permission: Permission, process: ProcessId, item: Option<ItemId>) -> bool {
        self.engine.check(&host(actor), permission, process, item, self.now()).unwrap().allowed
    }

    /// A process's `seq`.
    pub fn version(&self, process: ProcessId) -> Seq {
        self.engine.process(process).unwrap().seq()
    }
}

/// The size of a benchmark: large when it measures, small when it is only run (`cargo test --benches`), so that every
/// benchmark keeps working.
pub fn measured(much: usize, little: usize) -> usize {
    if std::env::args().any(|argument| argument == "--bench") { much } else { little }
}

/// A host id.
pub fn host(id: &str) -> HostId {
    id.parse().unwrap()
}

/// The content of a bundle: its lines without their hashes, its age, and the number of lines.
pub fn told_in(bundle: &str) -> Vec<&str> {
    let lines = bundle.lines().map(|line| line.split_once(' ').unwrap().1);
    lines.filter(|line| !line.starts_with("{\"known\":") && !line.starts_with("{\"end\":")).collect()
}

/// The codes of the reasons in a refusal.
pub fn reasons(problem: &Problem) -> Vec<String> {
    assert_eq!(problem.code, Code::PermissionDenied, "{problem}");
    problem.reasons.iter().map(|reason| reason.to_value()["code"].as_str().unwrap().to_owned()).collect()
}

/// Two phases; the second waits for the first. Two tasks in the first, in order; one in the second.
pub fn small_template() -> Value {
    json!({
        "document": "template", "id": "small", "version": 1, "name": {"en": "Small", "it": "Piccolo"},
        "phases": [
            {"key": "plan", "name": {"en": "Plan", "it": "Pianificare"}, "objectives": [
                {"key": "meet", "name": {"en": "Meet", "it": "Incontrarsi"}, "tasks": [
                    {"key": "invite", "name": {"en": "Invite", "it": "Invitare"}},
                    {"key": "agree", "name": {"en": "Agree", "it": "Accordarsi"},
                     "prerequisites": [{"item": "invite", "needs": "previous"}]}
                ]}
            ]},
            {"key": "do", "name": {"en": "Do", "it": "Fare"}, "codelivery": true,
             "prerequisites": [{"item": "plan", "needs": "finished"}], "objectives": [
                {"key": "build", "name": {"en": "Build", "it": "Costruire"}, "tasks": [
                    {"key": "dig", "name": {"en": "Dig", "it": "Scavare"}}
                ]}
            ]}
        ]
    })
}
