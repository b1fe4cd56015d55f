//! The vectors in `docs/vectors`: what goes into the engine's door, and what comes out, byte for byte.
//!
//! Every language runs the same files. A file is a list of lines: `# …` says what is shown, `> …` is a request
//! and the line `< …` after it the answer. Each file begins with an empty engine. `UPDATE=1` writes the files
//! anew from the stories told here; the difference is for people to read.
#![cfg(test)]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use interlink::Engine;
use interlink::governance::{GovernanceModel, Shipped};
use serde_json::{Value, json};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/vectors")
}

/// An engine whose every request and answer is written down.
struct Tape {
    engine: Engine,
    text: String,
    next: u32,
}

impl Tape {
    fn new(about: &str) -> Self {
        let text = format!("# {about}\n");
        Self { engine: Engine::open("memory:").unwrap(), text, next: 0 }
    }

    fn say(&mut self, words: &str) {
        writeln!(self.text, "\n# {words}").unwrap();
    }

    fn ask_text(&mut self, request: &str) -> Value {
        let answer = self.engine.request(request.as_bytes());
        assert!(!request.contains('\n') && !answer.contains('\n'));
        writeln!(self.text, "> {request}\n< {answer}").unwrap();
        serde_json::from_str(&answer).unwrap()
    }

    fn ask(&mut self, request: &Value) -> Value {
        self.ask_text(&request.to_string())
    }

    fn now(&self) -> String {
        format!("2026-03-02T{:02}:{:02}:00.000Z", 9 + self.next / 60, self.next % 60)
    }

    fn command(&mut self, actor: &str, stream: &Value, kind: &str, data: &Value) -> Value {
        self.next += 1;
        let mut command = json!({
            "id": format!("v-{:03}", self.next), "at": self.now(), "actor": actor,
            "entropy": format!("{:032x}", self.next), "type": kind, "data": data,
        });
        if !stream.is_null() {
            command["stream"] = stream.clone();
        }
        command
    }

    /// Executes a command that is taken; gives the first event's data and the stream.
    fn act(&mut self, actor: &str, stream: &Value, kind: &str, data: Value) -> (Value, Value) {
        let command = self.command(actor, stream, kind, &data);
        let answer = self.ask(&json!({"execute": command}));
        assert!(answer.get("ok").is_some(), "{kind}: {answer}");
        (answer["ok"]["events"][0]["data"].clone(), answer["ok"]["stream"].clone())
    }

    /// Executes a command that is refused with this code.
    fn refused(&mut self, code: &str, actor: &str, stream: &Value, kind: &str, data: Value) -> Value {
        let command = self.command(actor, stream, kind, &data);
        let answer = self.ask(&json!({"execute": command}));
        assert_eq!(answer["problem"]["code"], code, "{kind}: {answer}");
        answer["problem"].clone()
    }

    fn found(&mut self, actor: &str, organisation: &str, kind: &str) -> Value {
        let data = json!({"organisation": organisation, "name": {"en": organisation}, "kind": kind, "teams_by": "members"});
        self.act(actor, &Value::Null, "organisation.found", data).1
    }

    fn create(&mut self, actor: &str, data: Value) -> Value {
        self.act(actor, &Value::Null, "process.create", data).1
    }
}

fn model(which: Shipped) -> Value {
    json!(GovernanceModel::shipped(which).id())
}

/// `process/ID` to `ID`.
fn id(stream: &Value) -> Value {
    json!(stream.as_str().unwrap().split('/').nth(1).unwrap())
}

fn template() -> Value {
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
fn items(tape: &mut Tape, process: &Value) -> std::collections::BTreeMap<String, Value> {
    let tree = tape.ask(&json!({"tree": {"process": process}}));
    let mut items = std::collections::BTreeMap::new();
    let mut stack = vec![tree["ok"]["phases"].clone()];
    while let Some(list) = stack.pop() {
        for item in list.as_array().into_iter().flatten() {
            items.insert(item["key"].as_str().unwrap_or_default().to_owned(), item["item"].clone());
            stack.push(item["children"].clone());
        }
    }
    items
}

fn organisations() -> String {
    let mut tape = Tape::new("Organisations and teams: who rules them, and who is in them.");
    let none = Value::Null;
    let city = tape.found("anna", "city", "public_administration");
    let person = |name: &str| json!({"person": name});
    let team = |name: &str| json!({"team": name, "name": {"en": name}, "kind": "citizen"});
    tape.say("Only administrators add members; members create teams here; whoever creates one leads it.");
    tape.refused("organisation.denied", "bruno", &city, "member.add", person("bruno"));
    tape.act("anna", &city, "member.add", person("bruno"));
    tape.refused("member.exists", "anna", &city, "member.add", person("bruno"));
    tape.refused("organisation.denied", "carla", &city, "team.create", team("gardeners"));
    tape.act("bruno", &city, "team.create", team("gardeners"));
    tape.refused("party.host_id_taken", "bruno", &city, "team.create", team("gardeners"));
    let in_team = json!({"team": "gardeners", "person": "carla", "until": "2027-01-01T00:00:00.000Z"});
    tape.act("bruno", &city, "team_member.add", in_team.clone());
    tape.refused(
        "organisation.denied",
        "dario",
        &city,
        "team_member.remove",
        json!({"team": "gardeners", "person": "carla"}),
    );
    tape.refused("window.empty", "bruno", &city, "team_member.add",
        json!({"team": "gardeners", "person": "dario", "from": "2027-01-01T00:00:00.000Z", "until": "2026-01-01T00:00:00.000Z"}));
    tape.refused(
        "party.unknown",
        "bruno",
        &city,
        "team_member.add",
        json!({"team": "nobody", "person": "dario"}),
    );
    tape.refused(
        "party.kind_mismatch",
        "bruno",
        &city,
        "team_member.add",
        json!({"team": "anna", "person": "dario"}),
    );
    tape.act("carla", &city, "team_member.remove", json!({"team": "gardeners", "person": "carla"}));
    tape.refused(
        "member.unknown",
        "bruno",
        &city,
        "team_member.remove",
        json!({"team": "gardeners", "person": "carla"}),
    );
    tape.say("Somebody always administers.");
    tape.refused("organisation.last_administrator", "anna", &city, "administrator.dismiss", person("anna"));
    tape.refused("administrator.unknown", "anna", &city, "administrator.dismiss", person("bruno"));
    tape.act("anna", &city, "administrator.appoint", person("bruno"));
    tape.refused("administrator.exists", "anna", &city, "administrator.appoint", person("bruno"));
    tape.act("bruno", &city, "administrator.dismiss", person("anna"));
    tape.act(
        "bruno",
        &city,
        "organisation.edit",
        json!({"teams_by": "administrators", "name": {"en": "The City"}}),
    );
    tape.refused("edit.empty", "bruno", &city, "organisation.edit", json!({}));
    tape.refused("organisation.denied", "anna", &city, "team.create", team("walkers"));
    tape.act("bruno", &city, "member.remove", person("bruno"));
    tape.refused("member.unknown", "bruno", &city, "member.remove", person("bruno"));
    tape.say("Teams belong to one organisation.");
    let club = tape.found("elena", "club", "nonprofit_organisation");
    tape.refused(
        "team.unknown",
        "elena",
        &club,
        "team_member.add",
        json!({"team": "gardeners", "person": "elena"}),
    );
    tape.refused(
        "party.host_id_taken",
        "elena",
        &none,
        "organisation.found",
        json!({"organisation": "city", "name": {"en": "x"}, "kind": "citizen", "teams_by": "anyone"}),
    );
    tape.say("As it is, and as it was.");
    tape.ask(&json!({"organisation": {"organisation": id(&city)}}));
    tape.ask(&json!({"organisation": {"organisation": id(&city), "as_of": {"version": 3}}}));
    tape.ask(&json!({"organisation": {"organisation": id(&city), "as_of": {"version": 99}}}));
    tape.ask(&json!({"verify": {}}));
    tape.text
}

fn governance() -> String {
    let mut tape =
        Tape::new("The rules of a process: grants, restrictions, approvals, and changing the rules.");
    let city = tape.found("anna", "city", "public_administration");
    let club = tape.found("bruno", "club", "nonprofit_organisation");
    for (actor, of, team, kind, person) in [
        ("anna", &city, "officers", "public_administration", "carla"),
        ("bruno", &club, "gardeners", "citizen", "elena"),
    ] {
        tape.act(actor, of, "team.create", json!({"team": team, "name": {"en": team}, "kind": kind}));
        tape.act(actor, of, "team_member.add", json!({"team": team, "person": person}));
    }
    let document = tape.ask(&json!({"add_document": template()}))["ok"]["document"].clone();
    let create = |model: Value, capacity: Option<&str>| {
        let mut data =
            json!({"name": {"en": "Garden"}, "language": "en", "governance": model, "template": document});
        capacity.into_iter().for_each(|capacity| data["capacity"] = json!(capacity));
        data
    };
    tape.say("The founder must be of a kind that the model lets found.");
    let none = Value::Null;
    tape.refused(
        "role.kind_not_admitted",
        "anna",
        &none,
        "process.create",
        create(model(Shipped::C2g), None),
    );
    tape.refused(
        "capacity.not_member",
        "bruno",
        &none,
        "process.create",
        create(model(Shipped::C2g), Some("city")),
    );
    tape.refused(
        "document.unknown",
        "anna",
        &none,
        "process.create",
        create(json!("0".repeat(64)), Some("city")),
    );
    tape.refused("document.kind", "anna", &none, "process.create", create(document.clone(), Some("city")));
    let process = tape.create("anna", create(model(Shipped::C2g), Some("city")));
    let items = items(&mut tape, &id(&process));
    tape.say("Grants.");
    let grant = |holder: Value, role: &str| json!({"holder": holder, "role": role});
    let officers = json!({"team": "officers"});
    let (granted, _) = tape.act("anna", &process, "role.grant", grant(officers.clone(), "officer"));
    let mut for_march = grant(json!({"person": "fabio"}), "observer");
    for_march["until"] = json!("2026-03-31T00:00:00.000Z");
    for_march["item"] = items["plan"].clone();
    tape.act("anna", &process, "role.grant", for_march);
    tape.refused(
        "permission.denied",
        "carla",
        &process,
        "role.grant",
        grant(json!({"team": "gardeners"}), "contributor"),
    );
    tape.refused(
        "role.kind_not_admitted",
        "anna",
        &process,
        "role.grant",
        grant(json!({"team": "gardeners"}), "officer"),
    );
    tape.refused("role.unknown", "anna", &process, "role.grant", grant(officers.clone(), "king"));
    let mut narrow = grant(json!({"person": "anna"}), "coordinator");
    narrow["item"] = items["plan"].clone();
    narrow["capacity"] = json!("city");
    tape.refused("role.scope_too_narrow", "anna", &process, "role.grant", narrow);
    let (citizens, _) =
        tape.act("anna", &process, "role.grant", grant(json!({"team": "gardeners"}), "contributor"));
    tape.say("Restrictions.");
    let restriction = json!({
        "holder": {"person": "elena"}, "permissions": ["asset.create"], "item": items["meet"], "reason": "Agreed with her.",
    });
    let (placed, _) = tape.act("anna", &process, "restriction.place", restriction);
    let check = |tape: &mut Tape, actor: &str, permission: &str, item: &Value| {
        let at = tape.now();
        let mut check = json!({"actor": actor, "permission": permission, "process": id(&process), "at": at});
        if !item.is_null() {
            check["item"] = item.clone();
        }
        tape.ask(&json!({"check": check}))["ok"]["allowed"].as_bool().unwrap()
    };
    assert!(!check(&mut tape, "elena", "asset.create", &items["invite"]));
    tape.act("anna", &process, "restriction.lift", json!({"restriction": placed["restriction"]}));
    tape.refused(
        "restriction.ended",
        "anna",
        &process,
        "restriction.lift",
        json!({"restriction": placed["restriction"]}),
    );
    assert!(check(&mut tape, "elena", "asset.create", &items["invite"]));
    tape.refused(
        "restriction.empty",
        "anna",
        &process,
        "restriction.place",
        json!({"holder": {"person": "elena"}, "permissions": [], "reason": "Nothing."}),
    );
    tape.refused(
        "process.last_administrator",
        "anna",
        &process,
        "restriction.place",
        json!({"holder": {"person": "anna"}, "permissions": ["process.administer"], "reason": "Myself."}),
    );
    tape.say("Every kind of answer to a check.");
    assert!(check(&mut tape, "anna", "process.publish", &none));
    assert!(check(&mut tape, "carla", "task.start", &items["invite"]));
    assert!(!check(&mut tape, "nobody", "process.view", &none));
    assert!(!check(&mut tape, "elena", "task.start", &items["invite"]));
    assert!(!check(&mut tape, "fabio", "process.view", &items["dig"]));
    assert!(!check(&mut tape, "carla", "task.start", &items["dig"]));
    assert!(check(&mut tape, "carla", "task.start", &items["agree"]));
    let late = json!({"actor": "fabio", "permission": "process.view", "process": id(&process), "item": items["plan"],
        "at": "2026-04-01T00:00:00.000Z"});
    tape.ask(&json!({"check": late}));
    tape.say("Approvals.");
    let pass = json!({"item": items["do"], "on": items["plan"], "reason": "The frost is over."});
    tape.refused("permission.denied", "anna", &process, "gate.pass", pass.clone());
    let approve = json!({"permission": "gate.pass", "item": items["do"]});
    tape.refused("approval.not_yours", "elena", &process, "approval.give", approve.clone());
    tape.refused("approval.not_asked", "carla", &process, "approval.give", json!({"permission": "item.add"}));
    let (given, _) = tape.act("carla", &process, "approval.give", approve.clone());
    tape.refused("approval.exists", "carla", &process, "approval.give", approve.clone());
    tape.act("carla", &process, "approval.withdraw", json!({"approval": given["approval"]}));
    tape.refused(
        "approval.unknown",
        "carla",
        &process,
        "approval.withdraw",
        json!({"approval": given["approval"]}),
    );
    tape.act("carla", &process, "approval.give", approve.clone());
    tape.act("anna", &process, "gate.pass", pass.clone());
    tape.act("carla", &process, "approval.give", approve);
    tape.refused("prerequisite.met", "anna", &process, "gate.pass", pass);
    tape.say("Who may what.");
    let at = tape.now();
    tape.ask(&json!({"permissions": {"process": id(&process), "party": {"person": "carla"}, "at": at}}));
    tape.ask(&json!({"permissions": {"process": id(&process), "party": {"team": "gardeners"}, "at": at}}));
    tape.ask(&json!({"who_may": {"process": id(&process), "permission": "task.start", "item": items["invite"], "at": at}}));
    tape.say("Another model, once work has begun: only with its effect declared.");
    tape.act("carla", &process, "task.start", json!({"item": items["invite"]}));
    let mut second: Value = serde_json::from_slice(GovernanceModel::shipped(Shipped::C2g).bytes()).unwrap();
    second["version"] = json!(2);
    second["roles"]["contributor"]["holders"] = json!(["nonprofit_organisation"]);
    second["roles"]["officer"]["permissions"].as_array_mut().unwrap().push(json!("item.disable"));
    second["roles"].as_object_mut().unwrap().remove("observer");
    let second = tape.ask(&json!({"add_document": second}))["ok"]["document"].clone();
    let adopt = |model: &Value| json!({"model": model, "reason": "The council decided."});
    tape.refused(
        "governance_model.version",
        "anna",
        &process,
        "governance.adopt",
        adopt(&model(Shipped::G2c)),
    );
    let problem = tape.refused("effect.undeclared", "anna", &process, "governance.adopt", adopt(&second));
    let mut declared = adopt(&second);
    declared["effect"] = problem["details"]["effect"].clone();
    tape.act("anna", &process, "governance.adopt", declared);
    tape.refused("grant.ended", "anna", &process, "role.revoke", json!({"grant": citizens["grant"]}));
    tape.act(
        "anna",
        &process,
        "role.revoke",
        json!({"grant": granted["grant"], "reason": "The project is over for them."}),
    );
    tape.refused("permission.denied", "carla", &process, "task.complete", json!({"item": items["invite"]}));
    let at = tape.now();
    tape.ask(&json!({"rules": {"process": id(&process), "at": at, "language": "it"}}));
    tape.ask(&json!({"verify": {"stream": process}}));
    tape.text
}

fn process() -> String {
    let mut tape =
        Tape::new("The tree of work: from a template and by hand, what waits for what, and what follows.");
    tape.found("anna", "city", "public_administration");
    let document = tape.ask(&json!({"add_document": template()}))["ok"]["document"].clone();
    let process = tape.create(
        "anna",
        json!({
            "name": {"en": "Garden", "it": "Giardino"}, "description": {"en": "For all."}, "language": "en",
            "governance": model(Shipped::GPlusG), "template": document, "capacity": "city",
        }),
    );
    let of = items(&mut tape, &id(&process));
    tape.say("Tasks.");
    tape.refused("task.status", "anna", &process, "task.complete", json!({"item": of["invite"]}));
    tape.refused("item.kind", "anna", &process, "task.start", json!({"item": of["plan"]}));
    tape.refused("item.unknown", "anna", &process, "task.start", json!({"item": "0".repeat(32)}));
    tape.refused("permission.denied", "anna", &process, "task.start", json!({"item": of["dig"]}));
    tape.refused("permission.denied", "eva", &process, "task.start", json!({"item": of["invite"]}));
    tape.act("anna", &process, "task.start", json!({"item": of["agree"]}));
    tape.act("anna", &process, "task.start", json!({"item": of["invite"]}));
    tape.act("anna", &process, "task.complete", json!({"item": of["invite"]}));
    tape.act("anna", &process, "task.reopen", json!({"item": of["invite"]}));
    tape.say("By hand.");
    let (phase, _) = tape.act(
        "anna",
        &process,
        "item.add",
        json!({"kind": "phase", "name": {"en": "Rest"}, "before": of["do"]}),
    );
    let (objective, _) = tape.act("anna", &process, "item.add", json!({
        "kind": "objective", "name": {"en": "Sit"}, "parent": phase["item"], "problem_profiles": ["know-needs"],
    }));
    tape.refused(
        "item.kind",
        "anna",
        &process,
        "item.add",
        json!({"kind": "task", "name": {"en": "x"}, "parent": phase["item"]}),
    );
    tape.act("anna", &process, "item.edit", json!({
        "item": objective["item"], "name": {"en": "Sit down", "it": "Sedersi"}, "description": {"en": "In the shade."},
    }));
    tape.act("anna", &process, "item.reorder", json!({"item": phase["item"]}));
    tape.refused(
        "item.not_sibling",
        "anna",
        &process,
        "item.reorder",
        json!({"item": phase["item"], "before": of["dig"]}),
    );
    tape.act(
        "anna",
        &process,
        "process.edit",
        json!({"name": {"en": "The garden", "it": "Il giardino"}, "language": "it"}),
    );
    tape.say("Days.");
    tape.act(
        "anna",
        &process,
        "item.schedule",
        json!({"item": of["invite"], "start": "2026-04-01", "end": "2026-04-10"}),
    );
    tape.refused(
        "dates.reversed",
        "anna",
        &process,
        "item.schedule",
        json!({"item": of["agree"], "start": "2026-04-02", "end": "2026-04-01"}),
    );
    tape.refused(
        "dates.derived",
        "anna",
        &process,
        "item.schedule",
        json!({"item": of["meet"], "end": "2026-04-01"}),
    );
    tape.say("What waits for what.");
    let wait = |item: &Value, on: &Value, needs: &str| json!({"item": item, "on": on, "needs": needs});
    tape.act("anna", &process, "prerequisite.add", wait(&of["dig"], &of["agree"], "in_progress"));
    tape.refused(
        "prerequisite.exists",
        "anna",
        &process,
        "prerequisite.add",
        wait(&of["dig"], &of["agree"], "finished"),
    );
    tape.refused(
        "prerequisite.cycle",
        "anna",
        &process,
        "prerequisite.add",
        wait(&of["invite"], &of["dig"], "finished"),
    );
    tape.refused(
        "prerequisite.cycle",
        "anna",
        &process,
        "prerequisite.add",
        wait(&of["agree"], &of["meet"], "finished"),
    );
    tape.refused(
        "prerequisite.unknown",
        "anna",
        &process,
        "prerequisite.remove",
        json!({"item": of["invite"], "on": of["dig"]}),
    );
    tape.act("anna", &process, "prerequisite.remove", json!({"item": of["agree"], "on": of["invite"]}));
    tape.say("Disabled, and enabled again.");
    tape.act("anna", &process, "item.disable", json!({"item": of["plan"]}));
    tape.refused("item.disabled", "anna", &process, "item.disable", json!({"item": of["plan"]}));
    tape.refused("item.disabled_above", "anna", &process, "item.enable", json!({"item": of["meet"]}));
    tape.refused(
        "permission.denied",
        "anna",
        &process,
        "item.edit",
        json!({"item": of["meet"], "name": {"en": "x"}}),
    );
    tape.act("anna", &process, "task.start", json!({"item": of["dig"]}));
    tape.act("anna", &process, "item.enable", json!({"item": of["plan"]}));
    tape.say("A new version of the template: only with its effect declared.");
    let mut second = template();
    second["version"] = json!(2);
    second["phases"][0]["objectives"][0]["tasks"][1] =
        json!({"key": "vote", "name": {"en": "Vote", "it": "Votare"}});
    second["phases"][0]["name"] = json!({"en": "Think", "it": "Pensare"});
    let second = tape.ask(&json!({"add_document": second}))["ok"]["document"].clone();
    let adopt = json!({"template": second, "reason": "The new edition."});
    let problem = tape.refused("effect.undeclared", "anna", &process, "template.adopt", adopt.clone());
    let mut declared = adopt.clone();
    declared["effect"] = problem["details"]["effect"].clone();
    tape.act("anna", &process, "template.adopt", declared);
    tape.refused("template.version", "anna", &process, "template.adopt", adopt);
    tape.say("The tree in two languages, in one that there is not, and as it was.");
    tape.ask(&json!({"tree": {"process": id(&process), "language": "en"}}));
    tape.ask(&json!({"tree": {"process": id(&process), "language": "lv"}}));
    tape.ask(&json!({"tree": {"process": id(&process), "as_of": {"version": 4}}}));
    tape.ask(&json!({"tree": {"process": id(&process), "as_of": {"time": "2026-03-02T09:12:00.000Z"}}}));
    tape.ask(&json!({"tree": {"process": id(&process), "as_of": {"time": "2026-03-02T08:00:00.000Z"}}}));
    tape.ask(&json!({"verify": {"stream": process}}));
    tape.text
}

fn record() -> String {
    let mut tape = Tape::new("The record: repeated commands, versions, time, the feed, and verification.");
    let none = Value::Null;
    let found = tape.command("anna", &none, "organisation.found",
        &json!({"organisation": "city", "name": {"en": "City"}, "kind": "public_administration", "teams_by": "anyone"}));
    tape.say("A dry run says what would happen; executing does it; the same again gives the same.");
    tape.ask(&json!({"dry_run": found}));
    let city = tape.ask(&json!({"execute": found}))["ok"]["stream"].clone();
    tape.ask(&json!({"execute": found}));
    let mut other = found.clone();
    other["data"]["name"]["en"] = json!("Town");
    tape.ask(&json!({"execute": other}));
    tape.say("A command meant for another version, one from the past, and ones for the wrong stream.");
    let mut edit = tape.command("anna", &city, "organisation.edit", &json!({"teams_by": "members"}));
    edit["expect"] = json!(7);
    tape.ask(&json!({"execute": edit}));
    edit["expect"] = json!(1);
    tape.ask(&json!({"execute": edit}));
    let mut early = tape.command("anna", &city, "organisation.edit", &json!({"teams_by": "anyone"}));
    early["at"] = json!("2026-03-02T08:59:59.999Z");
    tape.ask(&json!({"execute": early}));
    tape.refused("command.stream_missing", "anna", &none, "organisation.edit", json!({"teams_by": "anyone"}));
    tape.refused("command.stream_given", "anna", &city, "organisation.found", found["data"].clone());
    tape.refused("command.stream_unsuited", "anna", &city, "process.edit", json!({"name": {"en": "x"}}));
    let nowhere = json!(format!("process/{}", "0".repeat(32)));
    tape.refused("stream.unknown", "anna", &nowhere, "process.edit", json!({"name": {"en": "x"}}));
    tape.say("The feed.");
    tape.ask(&json!({"changes": {"limit": 1}}));
    tape.ask(&json!({"changes": {"after": 1, "limit": 10}}));
    tape.ask(&json!({"changes": {"after": 2, "limit": 10}}));
    tape.say("Verification, against what is there and against an event kept elsewhere.");
    let head = tape.ask(&json!({"verify": {"stream": city}}))["ok"].clone();
    let expected =
        |id: &Value, seq: u64| json!({"verify": {"stream": city, "expected": {"id": id, "seq": seq}}});
    tape.ask(&expected(&head["head"], 2));
    tape.ask(&expected(&head["head"], 1));
    tape.ask(&expected(&head["head"], 3));
    tape.ask(&json!({"verify": {}}));
    tape.text
}

fn door() -> String {
    let mut tape = Tape::new("The door: what is malformed, misspelt or too much, with code and path.");
    let found = tape.command(
        "anna",
        &Value::Null,
        "organisation.found",
        &json!({"organisation": "city", "name": {"en": "City"}, "kind": "citizen", "teams_by": "anyone"}),
    );
    let text = json!({"execute": found}).to_string();
    for (words, request) in [
        ("No JSON.", String::new()),
        ("Cut short.", text[..text.len() - 3].to_owned()),
        ("Two texts.", format!("{text}{text}")),
        ("A key twice.", text.replacen("\"actor\":", "\"actor\":\"eva\",\"actor\":", 1)),
        ("A key twice, once escaped.", text.replacen("\"en\":", "\"e\\u006e\":\"Town\",\"en\":", 1)),
        ("A language in two spellings.", text.replacen("\"en\":", "\"EN\":\"Town\",\"en\":", 1)),
        ("Half a surrogate pair.", text.replace("City", "\\ud800")),
        ("No whole number.", r#"{"changes":{"limit":1.5}}"#.into()),
        ("Too large a number.", r#"{"changes":{"limit":9007199254740992}}"#.into()),
        ("Too deep.", format!("{}{}", "[".repeat(33), "]".repeat(33))),
        ("An unknown request.", r#"{"dance":{}}"#.into()),
        ("Two requests in one.", r#"{"changes":{"limit":1},"verify":{}}"#.into()),
        ("A list for an object.", r#"{"changes":[0,1]}"#.into()),
        ("An unknown field.", r#"{"changes":{"limt":1}}"#.into()),
        ("A missing field.", r#"{"changes":{}}"#.into()),
        ("A wrong type.", r#"{"changes":{"limit":"1"}}"#.into()),
        ("An unknown command.", text.replace("organisation.found", "organisation.dissolve")),
        ("An unknown kind.", text.replace("citizen", "king")),
        ("An impossible date.", text.replace("2026-03-02", "2026-02-30")),
        ("An id that is an address.", text.replace("v-001", "anna@city.example")),
        ("An id that is none.", format!(r#"{{"tree":{{"process":"{}"}}}}"#, "0".repeat(31))),
        ("An unknown language.", text.replacen("\"en\":", "\"xx\":", 1)),
        ("A malformed language.", text.replacen("\"en\":", "\"en_GB\":", 1)),
        ("No text.", text.replace("City", " ")),
        ("A document of no kind.", r#"{"add_document":{"document":"poem"}}"#.into()),
        ("A document of no kind at all.", r#"{"add_document":{}}"#.into()),
    ] {
        tape.say(words);
        let answer = tape.ask_text(&request);
        assert!(answer.get("problem").is_some(), "{words} {answer}");
    }
    tape.say("Documents that make no sense.");
    let mut cyclic = template();
    cyclic["phases"][0]["prerequisites"] = json!([{"item": "do", "needs": "finished"}]);
    tape.ask(&json!({"add_document": cyclic}));
    let mut dangling = template();
    dangling["phases"][1]["prerequisites"] = json!([{"item": "nowhere", "needs": "finished"}]);
    tape.ask(&json!({"add_document": dangling}));
    let mut founderless: Value =
        serde_json::from_slice(GovernanceModel::shipped(Shipped::C2c).bytes()).unwrap();
    founderless["founder"] = json!("member");
    tape.ask(&json!({"add_document": founderless}));
    tape.say("After all that, nothing is there.");
    let answer = tape.ask(&json!({"verify": {}}));
    assert_eq!(answer["ok"]["events"], 0);
    tape.text
}

#[test]
fn the_files_are_what_the_stories_tell() {
    let update = std::env::var_os("UPDATE").is_some();
    type Story = fn() -> String;
    let stories: [(&str, Story); 5] = [
        ("organisations", organisations),
        ("governance", governance),
        ("process", process),
        ("record", record),
        ("door", door),
    ];
    for (name, story) in stories {
        let path = folder().join(format!("{name}.vector"));
        let told = story();
        if update {
            std::fs::write(&path, told).unwrap();
        } else {
            let written = std::fs::read_to_string(&path).unwrap();
            assert!(
                written == told,
                "{name}.vector differs; UPDATE=1 cargo test --test vectors writes it anew"
            );
        }
    }
}

/// What every other language does with the files as well.
#[test]
fn the_files_run() {
    let (mut files, mut requests) = (0, 0);
    for entry in std::fs::read_dir(folder()).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "vector") {
            continue;
        }
        let engine = Engine::open("memory:").unwrap();
        let text = std::fs::read_to_string(&path).unwrap();
        let mut answer = None;
        for (number, line) in (1..).zip(text.lines()) {
            let place = format!("{}:{number}", path.display());
            if let Some(request) = line.strip_prefix("> ") {
                assert!(answer.is_none(), "{place}: two requests without an answer");
                answer = Some(engine.request(request.as_bytes()));
                requests += 1;
            } else if let Some(expected) = line.strip_prefix("< ") {
                assert_eq!(answer.take().as_deref(), Some(expected), "{place}");
            } else {
                assert!(line.is_empty() || line.starts_with('#'), "{place}: {line}");
            }
        }
        assert!(answer.is_none(), "the last request has no answer");
        files += 1;
    }
    assert!(files >= 5 && requests > 150, "{files} files, {requests} requests");
}
