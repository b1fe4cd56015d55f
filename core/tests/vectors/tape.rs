//! What every story needs: an engine whose every request and answer is written down.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use interlink::Engine;
use interlink::governance::{GovernanceModel, Shipped};
use serde_json::{Map, Value, json};

/// An engine whose every request and answer is written down.
pub(crate) struct Tape {
    engine: Engine,
    pub(crate) text: String,
    next: u32,
}

impl Tape {
    pub(crate) fn new(about: &str) -> Self {
        let text = format!("# {about}\n");
        Self { engine: Engine::open("memory:").unwrap(), text, next: 0 }
    }

    pub(crate) fn say(&mut self, words: &str) {
        writeln!(self.text, "\n# {words}").unwrap();
    }

    pub(crate) fn ask_text(&mut self, request: &str) -> Value {
        let answer = self.engine.request(request.as_bytes());
        assert!(!request.contains('\n') && !answer.contains('\n'));
        writeln!(self.text, "> {request}\n< {answer}").unwrap();
        serde_json::from_str(&answer).unwrap()
    }

    pub(crate) fn ask(&mut self, request: &Value) -> Value {
        self.ask_text(&request.to_string())
    }

    pub(crate) fn now(&self) -> String {
        format!("2026-03-02T{:02}:{:02}:00.000Z", 9 + self.next / 60, self.next % 60)
    }

    pub(crate) fn command(&mut self, actor: &str, stream: &Value, kind: &str, data: Value) -> Value {
        self.next += 1;
        let mut command = Map::new();
        for (name, value) in [
            ("id", json!(format!("v-{:03}", self.next))),
            ("at", json!(self.now())),
            ("actor", json!(actor)),
            ("entropy", json!(format!("{:032x}", self.next))),
            ("type", json!(kind)),
            ("data", data),
            ("stream", stream.clone()),
        ] {
            command.insert(name.to_owned(), value);
        }
        command.retain(|_, value| !value.is_null());
        Value::Object(command)
    }

    /// Executes a command that is taken; gives the first event's data and the stream.
    pub(crate) fn act(&mut self, actor: &str, stream: &Value, kind: &str, data: Value) -> (Value, Value) {
        let command = self.command(actor, stream, kind, data);
        let answer = self.ask(&json!({"execute": command}));
        assert!(answer.get("ok").is_some(), "{kind}: {answer}");
        (answer["ok"]["events"][0]["data"].clone(), answer["ok"]["stream"].clone())
    }

    /// Asks others to stand behind a command; gives the data of `approval.give`.
    pub(crate) fn ask_approval(
        &mut self,
        actor: &str,
        stream: &Value,
        about: &Value,
        (kind, data): (&str, &Value),
    ) -> Value {
        let mut ask = about.clone();
        ask["act"] = json!({"type": kind, "data": data});
        let (asked, _) = self.act(actor, stream, "approval.ask", ask);
        json!({"request": asked["request"]})
    }

    /// Executes a command that is refused with this code.
    pub(crate) fn refused(
        &mut self,
        code: &str,
        actor: &str,
        stream: &Value,
        kind: &str,
        data: Value,
    ) -> Value {
        let command = self.command(actor, stream, kind, data);
        let answer = self.ask(&json!({"execute": command}));
        assert_eq!(answer["problem"]["code"], code, "{kind}: {answer}");
        answer["problem"].clone()
    }

    pub(crate) fn found(&mut self, actor: &str, organisation: &str, kind: &str) -> Value {
        let data = json!({"organisation": organisation, "name": {"en": organisation}, "kind": kind, "team_creation": "members"});
        self.act(actor, &Value::Null, "organisation.register", data).1
    }

    /// Executes a command in the host's own name.
    pub(crate) fn as_host(&mut self, kind: &str, data: Value) {
        let command = self.command("keeper", &Value::Null, kind, data);
        let answer = self.ask(&json!({"execute_as_host": command}));
        assert!(answer.get("ok").is_some(), "{kind}: {answer}");
    }

    /// Founds a public administration and has an operator verify it.
    pub(crate) fn authority(&mut self, actor: &str, organisation: &str) -> Value {
        let stream = self.found(actor, organisation, "public_administration");
        self.as_host("operator.appoint", json!({"person": "opal"}));
        let entry = json!({"number": "90000000000", "register": "LV-UR"});
        let data = json!({"kind": "public_administration", "register": entry});
        self.act("opal", &stream, "organisation.verify", data);
        stream
    }

    pub(crate) fn create(&mut self, actor: &str, data: Value) -> Value {
        self.act(actor, &Value::Null, "process.create", data).1
    }
}

pub(crate) fn model(which: Shipped) -> Value {
    json!(GovernanceModel::shipped(which).id())
}

/// `process/ID` to `ID`.
pub(crate) fn id(stream: &Value) -> Value {
    json!(stream.as_str().unwrap().split('/').nth(1).unwrap())
}

pub(crate) fn template() -> Value {
    let text = |en: &str, it: &str| json!({"en": en, "it": it});
    json!({
        "document": "template", "id": "garden", "version": 1, "name": text("A garden", "Un giardino"),
        "phases": [
            {"key": "plan", "name": text("Plan", "Pianificare"), "objectives": [
                {"key": "meet", "name": text("Meet", "Incontrarsi"), "tasks": [
                    {"key": "invite", "name": text("Invite", "Invitare"), "problem_profiles": ["reach-people"]},
                    {"key": "agree", "name": text("Agree", "Accordarsi"),
                     "prerequisites": [{"item": "invite", "needs": "previous"}]}]}]},
            {"key": "do", "name": text("Do", "Fare"), "codelivery": true,
             "prerequisites": [{"item": "plan", "needs": "finished"}], "objectives": [
                {"key": "build", "name": text("Build", "Costruire"), "tasks": [
                    {"key": "dig", "name": text("Dig", "Scavare")}]}]}]
    })
}

/// The ids of a process's items, by key, as its tree shows them.
pub(crate) fn items(tape: &mut Tape, process: &Value) -> BTreeMap<String, Value> {
    let tree = tape.ask(&json!({"tree": {"process": process}}));
    let mut items = BTreeMap::new();
    let mut stack = vec![tree["ok"]["phases"].clone()];
    while let Some(list) = stack.pop() {
        for item in list.as_array().into_iter().flatten() {
            items.insert(item["key"].as_str().unwrap_or_default().to_owned(), item["item"].clone());
            stack.push(item["children"].clone());
        }
    }
    items
}
