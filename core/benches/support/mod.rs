//! What the benches measure: a process of a size that a city knows, and the commands to work on it.
#![allow(dead_code, reason = "each bench takes what it needs")]

use interlink::governance::{GovernanceModel, Shipped};
use interlink::journal::{EventData, StreamId};
use interlink::kernel::{Command, Engine};
use interlink::process::{Event, Template};
use interlink::types::{DocumentId, ItemId, ProcessId, Timestamp};
use serde_json::{Value, json};

/// Gives commands numbers and times.
pub(crate) struct Clerk {
    pub(crate) engine: Engine,
    next: u64,
}

impl Clerk {
    pub(crate) fn new(url: &str) -> Self {
        Self { engine: Engine::open(url).unwrap(), next: 0 }
    }

    pub(crate) fn now(&self) -> Timestamp {
        Timestamp::from_millis(1_772_442_000_000 + i64::try_from(self.next).unwrap()).unwrap()
    }

    pub(crate) fn command(
        &mut self,
        actor: &str,
        stream: Option<StreamId>,
        kind: &str,
        data: Value,
    ) -> Command {
        self.next += 1;
        let mut text = json!({
            "id": format!("bench-{:08}", self.next), "at": self.now(), "actor": actor,
            "entropy": format!("{:032x}", self.next), "type": kind, "data": data,
        });
        if let Some(stream) = stream {
            text["stream"] = json!(stream);
        }
        Command::from_json(text.to_string().as_bytes()).unwrap()
    }

    pub(crate) fn act(
        &mut self,
        actor: &str,
        stream: Option<StreamId>,
        kind: &str,
        data: Value,
    ) -> Vec<EventData> {
        let command = self.command(actor, stream, kind, data);
        let executed = self.engine.execute(&command).unwrap();
        executed.events.into_iter().map(|event| event.data).collect()
    }

    pub(crate) fn add_item(
        &mut self,
        stream: StreamId,
        kind: &str,
        parent: Option<ItemId>,
        name: &str,
    ) -> ItemId {
        let mut data = json!({"kind": kind, "name": {"en": name}});
        if let Some(parent) = parent {
            data["parent"] = json!(parent);
        }
        match self.act("person-0", Some(stream), "item.add", data).first() {
            Some(EventData::Process(Event::ItemAdded(added))) => added.item,
            other => panic!("{other:?}"),
        }
    }
}

/// A city with a process of 5 phases × 4 objectives × 5 tasks (125 items), 100 people in 20 teams of five,
/// and 40 grants on scopes of every depth.
pub(crate) struct City {
    pub(crate) clerk: Clerk,
    pub(crate) process: ProcessId,
    pub(crate) phases: Vec<ItemId>,
    pub(crate) objectives: Vec<ItemId>,
    pub(crate) tasks: Vec<ItemId>,
}

impl City {
    pub(crate) fn new(url: &str) -> Self {
        let mut clerk = Clerk::new(url);
        let (process, stream) = clerk.found();
        let (mut phases, mut objectives, mut tasks) = (Vec::new(), Vec::new(), Vec::new());
        for p in 0..5 {
            let phase = clerk.add_item(stream, "phase", None, &format!("Phase {p}"));
            phases.push(phase);
            for o in 0..4 {
                let objective =
                    clerk.add_item(stream, "objective", Some(phase), &format!("Objective {p}.{o}"));
                objectives.push(objective);
                for t in 0..5 {
                    tasks.push(clerk.add_item(stream, "task", Some(objective), &format!("Task {p}.{o}.{t}")));
                }
            }
        }
        let mut city = Self { clerk, process, phases, objectives, tasks };
        city.people(stream);
        city
    }

    fn people(&mut self, stream: StreamId) {
        let organisation = Some(self.clerk.city_stream());
        for team in 0..20 {
            let name = format!("team-{team}");
            let kind = if team < 10 { "public_administration" } else { "citizen" };
            let data = json!({"team": name, "name": {"en": name}, "kind": kind});
            self.clerk.act("person-0", organisation, "team.create", data);
            for member in 0..5 {
                let person = format!("person-{}", team * 5 + member);
                self.clerk.act(
                    "person-0",
                    organisation,
                    "team_member.add",
                    json!({"team": name, "person": person}),
                );
            }
        }
        let role = |team: usize| if team < 10 { "officer" } else { "contributor" };
        for team in 0..20 {
            let holder = json!({"team": format!("team-{team}")});
            let wide = if team % 2 == 0 { Value::Null } else { json!(self.phases[team % 5]) };
            for item in [wide, json!(self.objectives[team])] {
                let mut data = json!({"holder": holder, "role": role(team)});
                if !item.is_null() {
                    data["item"] = item;
                }
                self.clerk.act("person-0", Some(stream), "role.grant", data);
            }
        }
    }
}

impl Clerk {
    /// Founds the city and a process under C2G, both administered by `person-0`.
    pub(crate) fn found(&mut self) -> (ProcessId, StreamId) {
        let data = json!({
            "organisation": "city", "name": {"en": "City"}, "kind": "public_administration", "teams_by": "members",
        });
        self.act("person-0", None, "organisation.found", data);
        self.create(None)
    }

    pub(crate) fn create(&mut self, template: Option<DocumentId>) -> (ProcessId, StreamId) {
        let command = self.create_command(template);
        let stream = self.engine.execute(&command).unwrap().stream;
        match stream {
            StreamId::Process(process) => (process, stream),
            StreamId::Organisation(_) => panic!("a process was created"),
        }
    }

    pub(crate) fn create_command(&mut self, template: Option<DocumentId>) -> Command {
        let mut data = json!({
            "name": {"en": "A park"}, "language": "en", "capacity": "city",
            "governance": GovernanceModel::shipped(Shipped::C2g).id(),
        });
        if let Some(template) = template {
            data["template"] = json!(template);
        }
        self.command("person-0", None, "process.create", data)
    }

    fn city_stream(&self) -> StreamId {
        let streams = self.engine.streams().unwrap();
        streams.into_iter().find(|stream| matches!(stream, StreamId::Organisation(_))).unwrap()
    }
}

/// A template with as many items as INTERLINK's default one, and texts of about its length in four languages.
pub(crate) fn template() -> Template {
    let text = |words: usize| {
        let body = "shared work on a public service ".repeat(words);
        json!({"en": body, "es": body, "it": body, "lv": body})
    };
    let mut count = 0;
    let mut key = || {
        count += 1;
        format!("item-{count}")
    };
    let mut phases = Vec::new();
    let (mut phase_before, mut rest) = (None::<String>, 51);
    for (p, objectives) in [4, 7, 3, 3].into_iter().enumerate() {
        let phase = key();
        let mut made = Vec::new();
        for _ in 0..objectives {
            let tasks = rest.min(3);
            rest -= tasks;
            let tasks: Vec<Value> = (0..tasks)
                .map(|_| json!({"key": key(), "name": text(1), "description": text(20), "problem_profiles": ["p-1"]}))
                .collect();
            made.push(json!({"key": key(), "name": text(1), "description": text(15), "tasks": tasks}));
        }
        let waits: Vec<Value> =
            phase_before.iter().map(|before| json!({"item": before, "needs": "finished"})).collect();
        phases.push(json!({
            "key": phase, "name": text(1), "description": text(15), "objectives": made,
            "prerequisites": waits, "codelivery": p >= 2,
        }));
        phase_before = Some(phase);
    }
    let document = json!({
        "document": "template", "id": "default-sized", "version": 1, "name": text(1), "phases": phases,
    });
    Template::parse(document.to_string().as_bytes()).unwrap()
}
