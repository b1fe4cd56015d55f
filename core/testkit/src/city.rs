//! The subject of the benchmarks: a process of the size of a city's, and commands to work on it.

use interlink::governance::Shipped;
use interlink::journal::StreamId;
use interlink::kernel::Command;
use interlink::process::Template;
use interlink::types::{ItemId, OrganisationId, ProcessId};
use serde_json::{Value, json};

use crate::Town;

/// A city with a process under C2G of 5 phases × 4 objectives × 5 tasks (125 items), 100 people in 20 teams of
/// five, and 40 grants on scopes of every depth. `person-0` administers the process.
#[derive(Debug)]
pub struct City {
    /// The town it belongs to.
    pub town: Town,
    /// The process.
    pub process: ProcessId,
    /// Its phases.
    pub phases: Vec<ItemId>,
    /// Its objectives.
    pub objectives: Vec<ItemId>,
    /// Its tasks.
    pub tasks: Vec<ItemId>,
}

impl City {
    /// Builds it, by 250 commands.
    pub fn new(url: &str) -> Self {
        let town = Town::at(url);
        let organisation = town.found("person-0", "city", "public_administration");
        let process = town.process("person-0", Some("city"), Shipped::C2g, None);
        let (mut phases, mut objectives, mut tasks) = (Vec::new(), Vec::new(), Vec::new());
        let add = |kind: &str, parent: Option<ItemId>, name: String| {
            town.add_item("person-0", process, kind, parent, &name)
        };
        for p in 0..5 {
            let phase = add("phase", None, format!("Phase {p}"));
            phases.push(phase);
            for o in 0..4 {
                let objective = add("objective", Some(phase), format!("Objective {p}.{o}"));
                objectives.push(objective);
                for t in 0..5 {
                    tasks.push(add("task", Some(objective), format!("Task {p}.{o}.{t}")));
                }
            }
        }
        let city = Self { town, process, phases, objectives, tasks };
        city.people(organisation);
        city
    }

    fn people(&self, organisation: OrganisationId) {
        for team in 0..20 {
            let name = format!("team-{team}");
            let (kind, role) =
                if team < 10 { ("public_administration", "officer") } else { ("citizen", "contributor") };
            let people: Vec<String> = (0..5).map(|member| format!("person-{}", team * 5 + member)).collect();
            let people: Vec<&str> = people.iter().map(String::as_str).collect();
            self.town.team("person-0", organisation, &name, kind, &people);
            let wide = (team % 2 == 1).then(|| self.phases[team % 5]);
            for item in [wide, Some(self.objectives[team])] {
                let mut data = json!({"holder": {"team": name}, "role": role});
                if let Some(item) = item {
                    data["item"] = json!(item);
                }
                self.town.act("person-0", StreamId::from(self.process), "role.grant", data);
            }
        }
    }

    /// Commands by the administrator that complete and reopen tasks in turn. All tasks are started first.
    pub fn work(&self, many: usize) -> Vec<Command> {
        let stream = StreamId::from(self.process);
        for task in &self.tasks {
            self.town.start("person-0", self.process, *task);
        }
        let count = self.tasks.len();
        let kinds = ["task.complete", "task.reopen"];
        let command = |n: usize| {
            let data = json!({"item": self.tasks[n % count]});
            self.town.command("person-0", Some(stream), kinds[n / count % 2], data)
        };
        (0..many).map(command).collect()
    }
}

/// A template with as many items as INTERLINK's default one, and texts of similar length in four languages.
pub fn template() -> Template {
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
            let task = |key: String| json!({"key": key, "name": text(1), "description": text(20), "problem_profiles": ["p-1"]});
            let tasks: Vec<Value> = (0..tasks).map(|_| task(key())).collect();
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
    let document = json!({"document": "template", "id": "default-sized", "version": 1, "name": text(1), "phases": phases});
    Template::parse(document.to_string().as_bytes()).unwrap()
}
