//! A small town for tests: an engine with a clock, and commands in few words.
#![allow(dead_code, reason = "each test takes what it needs")]

pub(crate) mod naive;

use std::cell::Cell;
use std::sync::Arc;

use interlink::governance::{GovernanceModel, Permission, Shipped};
use interlink::journal::{EventData, StreamId, Version};
use interlink::kernel::{Command, Engine, Error, Executed};
use interlink::problem::{Code, Problem};
use interlink::process::{Status, Template};
use interlink::types::{CommandId, DocumentId, HostId, ItemId, Key, OrganisationId, ProcessId, Timestamp};
use serde_json::{Value, json};

/// An engine, and a clock that goes on by a minute with every command.
pub(crate) struct Town {
    pub(crate) engine: Arc<Engine>,
    now: Cell<i64>,
    next: Cell<u64>,
}

impl Town {
    pub(crate) fn new() -> Self {
        Self::at("memory:")
    }

    pub(crate) fn at(url: &str) -> Self {
        Self::with(Arc::new(Engine::open(url).unwrap()))
    }

    pub(crate) fn with(engine: Arc<Engine>) -> Self {
        let start: Timestamp = "2026-03-02T09:00:00.000Z".parse().unwrap();
        Self { engine, now: Cell::new(start.as_millis()), next: Cell::new(0) }
    }

    /// Begins its commands' ids at a number, for a second town on the same store.
    pub(crate) fn numbering_from(self, number: u64) -> Self {
        self.next.set(number);
        self
    }

    pub(crate) fn now(&self) -> Timestamp {
        Timestamp::from_millis(self.now.get()).unwrap()
    }

    pub(crate) fn wait_minutes(&self, minutes: i64) {
        self.now.set(self.now.get() + minutes * 60_000);
    }

    /// The next command, not executed.
    pub(crate) fn command(&self, actor: &str, stream: Option<StreamId>, kind: &str, data: Value) -> Command {
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
        Command::from_json(text.to_string().as_bytes())
            .unwrap_or_else(|fault| panic!("{fault} at {}", fault.path()))
    }

    pub(crate) fn try_do(
        &self,
        actor: &str,
        stream: impl Into<Option<StreamId>>,
        kind: &str,
        data: Value,
    ) -> Result<Executed, Error> {
        self.engine.execute(&self.command(actor, stream.into(), kind, data))
    }

    pub(crate) fn act(
        &self,
        actor: &str,
        stream: impl Into<Option<StreamId>>,
        kind: &str,
        data: Value,
    ) -> Executed {
        self.try_do(actor, stream, kind, data)
            .unwrap_or_else(|error| panic!("{kind}: {}", Problem::from(&error)))
    }

    /// Executes a command that must be refused, and sees that nothing changed.
    pub(crate) fn refused(
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

    pub(crate) fn found(&self, actor: &str, organisation: &str, kind: &str) -> OrganisationId {
        let data = json!({"organisation": organisation, "name": {"en": organisation}, "kind": kind, "teams_by": "members"});
        match self.act(actor, None, "organisation.found", data).stream {
            StreamId::Organisation(id) => id,
            StreamId::Process(_) => unreachable!(),
        }
    }

    pub(crate) fn team(
        &self,
        actor: &str,
        organisation: OrganisationId,
        team: &str,
        kind: &str,
        members: &[&str],
    ) {
        let stream = StreamId::from(organisation);
        self.act(actor, stream, "team.create", json!({"team": team, "name": {"en": team}, "kind": kind}));
        for person in members {
            self.act(actor, stream, "team_member.add", json!({"team": team, "person": person}));
        }
    }

    pub(crate) fn model(&self, which: Shipped) -> DocumentId {
        GovernanceModel::shipped(which).id()
    }

    pub(crate) fn template(&self, text: &Value) -> DocumentId {
        let template = Template::parse(text.to_string().as_bytes()).unwrap_or_else(|fault| panic!("{fault}"));
        self.engine.add_document(template).unwrap()
    }

    /// A process under one of the shipped models, created by a person for an organisation.
    pub(crate) fn process(
        &self,
        actor: &str,
        capacity: Option<&str>,
        model: Shipped,
        template: Option<DocumentId>,
    ) -> ProcessId {
        self.process_under(actor, capacity, self.model(model), template)
    }

    pub(crate) fn process_under(
        &self,
        actor: &str,
        capacity: Option<&str>,
        model: DocumentId,
        template: Option<DocumentId>,
    ) -> ProcessId {
        let mut data = json!({"name": {"en": "A shared garden"}, "language": "en", "governance": model});
        if let Some(capacity) = capacity {
            data["capacity"] = json!(capacity);
        }
        if let Some(template) = template {
            data["template"] = json!(template);
        }
        match self.act(actor, None, "process.create", data).stream {
            StreamId::Process(id) => id,
            StreamId::Organisation(_) => unreachable!(),
        }
    }

    pub(crate) fn add_item(
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

    pub(crate) fn item(&self, process: ProcessId, key: &str) -> ItemId {
        self.engine.process(process).unwrap().process().item_id(&key.parse::<Key>().unwrap())
    }

    pub(crate) fn status(&self, process: ProcessId, item: ItemId) -> Status {
        self.engine.process(process).unwrap().process().tree().item(item).unwrap().status()
    }

    pub(crate) fn start(&self, actor: &str, process: ProcessId, item: ItemId) {
        self.act(actor, StreamId::from(process), "task.start", json!({"item": item}));
    }

    pub(crate) fn complete(&self, actor: &str, process: ProcessId, item: ItemId) {
        self.start(actor, process, item);
        self.act(actor, StreamId::from(process), "task.complete", json!({"item": item}));
    }

    pub(crate) fn may(
        &self,
        actor: &str,
        permission: Permission,
        process: ProcessId,
        item: Option<ItemId>,
    ) -> bool {
        self.engine.check(&host(actor), permission, process, item, self.now()).unwrap().allowed
    }

    pub(crate) fn version(&self, process: ProcessId) -> Version {
        self.engine.process(process).unwrap().version()
    }
}

pub(crate) fn host(id: &str) -> HostId {
    id.parse().unwrap()
}

pub(crate) fn command_id(id: &str) -> CommandId {
    id.parse().unwrap()
}

/// The codes of the reasons in a refusal.
pub(crate) fn reasons(problem: &Problem) -> Vec<String> {
    assert_eq!(problem.code, Code::PermissionDenied, "{problem}");
    problem.reasons.iter().map(|reason| reason.to_value()["code"].as_str().unwrap().to_owned()).collect()
}

/// Two phases; the second waits for the first. Two tasks in the first, in order; one in the second.
pub(crate) fn small_template() -> Value {
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
