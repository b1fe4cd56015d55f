//! Gates without a way round: what passes one is passing it, an approval is for one act and by somebody else, and what is held
//! in an organisation's name ends with it.
#![cfg(test)]

use interlink::governance::{GovernanceModel, Permission, Shipped};
use interlink::journal::{Position, StreamId};
use interlink::problem::{Code, Problem};
use interlink::process::Status;
use interlink::types::{ItemId, OrganisationId, ProcessId};
use serde_json::{Value, json};
use testkit::{Town, reasons, small_template};

/// A process under C2G, where an officer must stand behind every gate that is passed. “do” waits for “plan”.
struct Gate {
    town: Town,
    city: OrganisationId,
    process: ProcessId,
    stream: StreamId,
}

impl Gate {
    fn new() -> Self {
        Self::under(Shipped::C2g)
    }

    fn under(model: Shipped) -> Self {
        let town = Town::new();
        let city = town.found("anna", "city", "public_administration");
        town.team("anna", city, "officers", "public_administration", &["carla", "dario"]);
        let template = town.template(&small_template());
        let process = town.process("anna", Some("city"), model, Some(template));
        let gate = Self { town, city, process, stream: process.into() };
        let role = if model == Shipped::C2g { "officer" } else { "public_partner" };
        gate.act("anna", "role.grant", json!({"holder": {"team": "officers"}, "role": role}));
        gate
    }

    fn item(&self, key: &str) -> ItemId {
        self.town.item(self.process, key)
    }

    fn act(&self, actor: &str, kind: &str, data: Value) {
        self.town.act(actor, self.stream, kind, data);
    }

    fn refused(&self, actor: &str, kind: &str, data: Value) -> Problem {
        self.town.refused(actor, self.stream, kind, data)
    }

    fn in_city(&self, actor: &str, kind: &str, data: Value) {
        self.town.act(actor, StreamId::from(self.city), kind, data);
    }

    fn may(&self, actor: &str, permission: Permission, key: &str) -> bool {
        self.town.may(actor, permission, self.process, Some(self.item(key)))
    }

    fn pass(&self) -> Value {
        json!({"item": self.item("do"), "on": self.item("plan"), "reason": "The frost is over."})
    }

    fn approval(&self) -> Value {
        json!({"permission": "prerequisite.waive", "item": self.item("do"), "matter": {"on": self.item("plan")}})
    }

    /// Somebody stands behind a command of Anna's that passes the gate.
    fn approved(&self, by: &str, kind: &str, data: &Value) {
        self.town.approve((by, "anna"), self.stream, &self.approval(), (kind, data));
    }

    /// The data of `approval.ask`.
    fn asked(&self) -> Value {
        let mut ask = self.approval();
        ask["act"] = json!({"type": "prerequisite.waive", "data": self.pass()});
        ask
    }

    fn denied(&self, actor: &str, kind: &str, data: Value) {
        let problem = self.refused(actor, kind, data);
        assert_eq!(problem.code, Code::PermissionDenied, "{kind}: {}", problem.message);
    }

    fn approvals(&self) -> usize {
        self.town.engine.process(self.process).unwrap().process().governance().approvals().count()
    }
}

#[test]
fn whatever_ends_the_waiting_passes_the_gate() {
    let gate = Gate::new();
    let (first, second) = (gate.item("plan"), gate.item("do"));
    let remove = json!({"item": second, "on": first, "reason": "It cannot wait."});
    let disable = |item: ItemId| json!({"item": item, "reason": "It is not needed."});
    // An officer may edit and not pass gates; the coordinator may pass them with an officer behind her.
    gate.denied("carla", "prerequisite.remove", remove.clone());
    gate.denied("anna", "prerequisite.remove", remove.clone());
    assert_eq!(
        reasons(&gate.refused("anna", "prerequisite.remove", remove.clone())),
        ["reason.approval_missing"]
    );
    gate.denied("anna", "item.disable", disable(first));
    assert!(!gate.may("carla", Permission::TaskStart, "dig"));
    gate.approved("carla", "item.disable", &disable(first));
    let silent = gate.refused("anna", "prerequisite.remove", json!({"item": second, "on": first}));
    assert_eq!((silent.code, silent.path.as_deref()), (Code::PrerequisiteReason, Some("/data/reason")));
    assert_eq!(gate.refused("anna", "item.disable", json!({"item": first})).code, Code::PrerequisiteReason);
    let done = gate.town.act("anna", gate.stream, "item.disable", disable(first));
    let event: Value = serde_json::from_str(&done.events[0].to_json()).unwrap();
    assert_eq!(
        event["data"]["prerequisites_waived"],
        json!([{"item": second, "needs": "finished", "on": first}])
    );
    assert!(event["data"]["reason"].is_string());
    assert!(gate.may("carla", Permission::TaskStart, "dig"));
    assert_eq!(gate.approvals(), 0, "the approval was for this and is used up");
    // Enabled again, it is waited for again, and taking the wait away is another act.
    gate.act("anna", "item.enable", json!({"item": first}));
    gate.denied("anna", "prerequisite.remove", remove.clone());
    gate.approved("dario", "prerequisite.remove", &remove);
    gate.act("anna", "prerequisite.remove", remove);
    assert_eq!(gate.approvals(), 0);
    // Nothing waits any more: to disable needs no reason.
    gate.act("anna", "item.disable", json!({"item": first}));
}

#[test]
fn disabling_the_part_that_was_not_done_passes_the_gate_too() {
    let gate = Gate::new();
    let tree = gate.town.engine.process(gate.process).unwrap();
    let tasks: Vec<ItemId> = tree
        .process()
        .tree()
        .items()
        .filter(|item| item.kind() == interlink::process::ItemKind::Task)
        .map(interlink::process::Item::id)
        .collect();
    let in_plan: Vec<ItemId> = tasks
        .into_iter()
        .filter(|task| {
            let tree = tree.process().tree();
            let mut here = tree.item(*task);
            while let Some(above) = here.and_then(|item| tree.parent(item)) {
                here = Some(above);
            }
            here.is_some_and(|top| top.id() == gate.item("plan"))
        })
        .collect();
    let (last, before) = in_plan.split_last().unwrap();
    for task in before {
        let done = gate.town.try_do("carla", gate.stream, "task.start", json!({"item": task}));
        if done.is_ok() {
            gate.act("carla", "task.complete", json!({"item": task}));
        }
    }
    let status = gate.town.engine.process(gate.process).unwrap();
    assert_eq!(status.process().tree().item(gate.item("plan")).unwrap().status(), Status::InProgress);
    gate.denied("anna", "item.disable", json!({"item": last, "reason": "Enough."}));
}

#[test]
fn a_template_that_waits_for_less_passes_the_gates() {
    let gate = Gate::new();
    let mut text: Value = serde_json::from_str(&small_template().to_string()).unwrap();
    text["version"] = json!(2);
    text["phases"][1].as_object_mut().unwrap().remove("prerequisites");
    let next = gate.town.template(&text);
    let adopt = json!({"template": next, "reason": "A simpler plan."});
    gate.denied("anna", "template.adopt", adopt.clone());
    gate.approved("carla", "template.adopt", &adopt);
    let adopted = gate.town.act("anna", gate.stream, "template.adopt", adopt);
    let event: Value = serde_json::from_str(&adopted.events[0].to_json()).unwrap();
    assert_eq!(event["data"]["effect"]["prerequisites_waived"].as_array().unwrap().len(), 1);
    assert_eq!(gate.approvals(), 0);
}

#[test]
fn rules_that_ask_for_less_take_the_approvals_of_the_old_ones() {
    let gate = Gate::new();
    let changed = |change: &dyn Fn(&mut Value)| {
        let mut text: Value = serde_json::from_slice(GovernanceModel::shipped(Shipped::C2g).bytes()).unwrap();
        text["version"] = json!(2);
        change(&mut text);
        let model = GovernanceModel::parse(text.to_string().as_bytes()).unwrap();
        gate.town.engine.add_document(model).unwrap()
    };
    let none = changed(&|model| model["approvals"] = json!([]));
    let warned = changed(&|model| model["prerequisites"] = json!({"previous": "warned", "status": "warned"}));
    for model in [none, warned] {
        gate.denied("anna", "governance.adopt", json!({"model": model, "reason": "Faster."}));
    }
    // The approval of one gate is none of the rules, and that of one model none of another.
    gate.approved("carla", "prerequisite.waive", &gate.pass());
    gate.denied("anna", "governance.adopt", json!({"model": none, "reason": "Faster."}));
    let matter = json!({"command": "governance.adopt", "document": warned});
    let (about, act) = (
        json!({"permission": "prerequisite.waive", "matter": matter}),
        json!({"model": warned, "reason": "Faster."}),
    );
    gate.town.approve(("carla", "anna"), gate.stream, &about, ("governance.adopt", &act));
    gate.denied("anna", "governance.adopt", json!({"model": none, "reason": "Faster."}));
    gate.act("anna", "governance.adopt", json!({"model": warned, "reason": "Faster."}));
    assert_eq!(gate.approvals(), 1, "only that of the gate is left");
}

#[test]
fn nobody_is_her_own_second_pair_of_eyes() {
    let gate = Gate::new();
    gate.act(
        "anna",
        "role.grant",
        json!({"holder": {"person": "anna"}, "role": "officer", "acting_for": "city"}),
    );
    gate.denied("anna", "prerequisite.waive", gate.pass());
    // Nor through a team that she joined herself, nor through one that she gave the role to herself.
    gate.in_city("anna", "team_member.add", json!({"person": "anna", "team": "officers"}));
    gate.denied("anna", "prerequisite.waive", gate.pass());
    gate.town.team("anna", gate.city, "others", "public_administration", &["gina"]);
    gate.in_city("anna", "administrator.appoint", json!({"person": "bea"}));
    gate.in_city("bea", "team_member.add", json!({"person": "anna", "team": "others"}));
    gate.act("anna", "role.grant", json!({"holder": {"team": "others"}, "role": "officer"}));
    gate.denied("anna", "prerequisite.waive", gate.pass());
    let pass = gate.pass();
    let request =
        gate.town.ask_approval("anna", gate.stream, &gate.approval(), ("prerequisite.waive", &pass));
    let give = json!({"request": request});
    assert_eq!(gate.refused("anna", "approval.give", give.clone()).code, Code::ApprovalNotApprover);
    gate.act("gina", "approval.give", give);
    gate.act("anna", "prerequisite.waive", gate.pass());
}

#[test]
fn an_approval_is_for_one_act() {
    let gate = Gate::new();
    let (first, second, third) = (gate.item("plan"), gate.item("do"), gate.item("agree"));
    gate.act("anna", "prerequisite.add", json!({"item": second, "needs": "finished", "on": third}));
    let act = json!({"type": "prerequisite.waive", "data": gate.pass()});
    let vague = json!({"permission": "prerequisite.waive", "item": second, "act": act});
    let vague = gate.refused("anna", "approval.ask", vague);
    assert_eq!((vague.code, vague.path.as_deref()), (Code::ApprovalMatter, Some("/data/matter")));
    let of = |on: ItemId| {
        let about = json!({"permission": "prerequisite.waive", "item": second, "matter": {"on": on}});
        let mut pass = gate.pass();
        pass["on"] = json!(on);
        gate.town.approve(("carla", "anna"), gate.stream, &about, ("prerequisite.waive", &pass))
    };
    of(third);
    gate.denied("anna", "prerequisite.waive", gate.pass());
    of(first);
    gate.act("anna", "prerequisite.waive", gate.pass());
    assert_eq!(gate.approvals(), 1, "the other gate is another act");
}

#[test]
fn an_approval_ends_when_its_giver_leaves() {
    let gate = Gate::new();
    gate.approved("carla", "prerequisite.waive", &gate.pass());
    gate.in_city("anna", "team_member.remove", json!({"person": "carla", "team": "officers"}));
    gate.denied("anna", "prerequisite.waive", gate.pass());
    gate.in_city("anna", "team_member.add", json!({"person": "carla", "team": "officers"}));
    gate.denied("anna", "prerequisite.waive", gate.pass());
    gate.approved("carla", "prerequisite.waive", &gate.pass());
    gate.act("anna", "prerequisite.waive", gate.pass());
}

#[test]
fn approvals_are_asked_for_and_whoever_can_give_them_is_told() {
    let gate = Gate::new();
    let after = Position(0);
    assert_eq!(gate.refused("zoe", "approval.ask", gate.asked()).code, Code::PermissionDenied);
    gate.act("anna", "approval.ask", gate.asked());
    assert_eq!(gate.refused("anna", "approval.ask", gate.asked()).code, Code::ApprovalExists);
    let news = gate.town.engine.notifications(after, 100, None, "en".parse().unwrap()).unwrap();
    let told: Vec<String> = news
        .entries
        .iter()
        .filter(|news| serde_json::to_value(news.concern).unwrap() == "approval")
        .map(|news| news.person.host_id.as_ref().unwrap().to_string())
        .collect();
    let mut told = told;
    told.sort();
    assert_eq!(told, ["carla", "dario"]);
    gate.approved("dario", "prerequisite.waive", &gate.pass());
    gate.act("anna", "prerequisite.waive", gate.pass());
    let view = gate.town.engine.process(gate.process).unwrap();
    assert_eq!(view.process().governance().approval_requests().count(), 0);
}

/// Every permission that a model can ask approval for: an approval serves for one act and is gone after it.
#[test]
fn an_approval_is_used_up_whatever_it_was_for() {
    let town = Town::new();
    let city = town.found("anna", "city", "public_administration");
    town.team("anna", city, "officers", "public_administration", &["carla"]);
    let mut text: Value = serde_json::from_slice(GovernanceModel::shipped(Shipped::C2g).bytes()).unwrap();
    text["id"] = json!("all.approved");
    text["version"] = json!(1);
    let asked =
        ["role.grant", "restriction.place", "process.edit", "process.publish", "item.add", "task.assign"];
    let rule = |permission: &&str| json!({"by": "officer", "count": 1, "permission": permission});
    let model =
        town.engine.add_document(GovernanceModel::parse(text.to_string().as_bytes()).unwrap()).unwrap();
    let template = town.template(&small_template());
    let create = json!({"governance": model, "language": "en", "name": {"en": "G"}, "acting_for": "city", "template": template});
    let process = town.act("anna", None, "process.create", create).process().unwrap();
    let stream = StreamId::from(process);
    town.act("anna", stream, "role.grant", json!({"holder": {"team": "officers"}, "role": "officer"}));
    text["version"] = json!(2);
    let mut rules = text["approvals"].as_array().unwrap().clone();
    rules.extend(asked.iter().map(rule));
    text["approvals"] = json!(rules);
    let model =
        town.engine.add_document(GovernanceModel::parse(text.to_string().as_bytes()).unwrap()).unwrap();
    town.act("anna", stream, "governance.adopt", json!({"model": model, "reason": "Stricter."}));
    let task = town.item(process, "invite");
    let grant = json!({"holder": {"person": "eva"}, "role": "contributor"});
    let restrict = json!({"holder": {"person": "eva"}, "permissions": ["task.start"], "reason": "x"});
    let acts = [
        ("role.grant", Value::Null, grant.clone(), grant),
        (
            "restriction.place",
            Value::Null,
            json!({"command": "restriction.place", "holder": {"person": "eva"}}),
            restrict,
        ),
        ("process.edit", Value::Null, json!({}), json!({"name": {"en": "Other"}})),
        ("item.add", Value::Null, json!({}), json!({"kind": "phase", "name": {"en": "P"}})),
        (
            "task.assign",
            json!(task),
            json!({"command": "assignment.make", "holder": {"person": "eva"}}),
            json!({"item": task, "holder": {"person": "eva"}}),
        ),
    ];
    for (permission, item, mut matter, data) in acts {
        let command = match permission {
            "task.assign" => "assignment.make",
            other => other,
        };
        if permission == "role.grant" {
            matter["command"] = json!("role.grant");
        }
        let mut give = json!({"permission": permission, "matter": matter});
        if !item.is_null() {
            give["item"] = item;
        }
        assert_eq!(
            town.refused("anna", stream, command, data.clone()).code,
            Code::PermissionDenied,
            "{permission}"
        );
        town.approve(("carla", "anna"), stream, &give, (command, &data));
        town.act("anna", stream, command, data);
        let view = town.engine.process(process).unwrap();
        assert_eq!(view.process().governance().approvals().count(), 0, "{permission} is used up");
    }
    // Accepting a request is granting a role, by whatever command.
    town.act("fay", stream, "participation.ask", json!({"text": "I would like to."}));
    let view = town.engine.process(process).unwrap();
    let request = view.process().work().participations().next().unwrap().id;
    let accept = json!({"request": request, "role": "contributor"});
    assert_eq!(
        town.refused("anna", stream, "participation.accept", accept.clone()).code,
        Code::PermissionDenied
    );
    let matter = json!({"command": "role.grant", "holder": {"person": "fay"}, "role": "contributor"});
    let about = json!({"permission": "role.grant", "matter": matter});
    town.approve(("carla", "anna"), stream, &about, ("participation.accept", &accept));
    town.act("anna", stream, "participation.accept", accept);
    assert_eq!(town.engine.process(process).unwrap().process().governance().approvals().count(), 0);
}

#[test]
fn what_is_held_in_an_organisations_name_rests_with_the_membership() {
    let gate = Gate::new();
    gate.in_city("anna", "member.add", json!({"person": "dan"}));
    gate.act(
        "anna",
        "role.grant",
        json!({"holder": {"person": "dan"}, "role": "officer", "acting_for": "city"}),
    );
    let before = gate.town.now();
    assert!(gate.may("dan", Permission::TaskStart, "invite"));
    gate.in_city("anna", "member.remove", json!({"person": "dan"}));
    assert!(!gate.may("dan", Permission::TaskStart, "invite"));
    let then = gate.town.engine.check(
        &testkit::host("dan"),
        Permission::TaskStart,
        gate.process,
        Some(gate.item("invite")),
        before,
    );
    assert!(then.unwrap().allowed, "then she belonged");
    gate.in_city("anna", "member.add", json!({"person": "dan"}));
    assert!(gate.may("dan", Permission::TaskStart, "invite"), "it rested, and she is back");
    // An administrator who is dismissed, and is no member, has left.
    gate.in_city("anna", "administrator.appoint", json!({"person": "bea"}));
    gate.act(
        "anna",
        "role.grant",
        json!({"holder": {"person": "bea"}, "role": "coordinator", "acting_for": "city"}),
    );
    let administers = || gate.town.may("bea", Permission::ProcessAdminister, gate.process, None);
    assert!(administers());
    gate.in_city("anna", "member.add", json!({"person": "bea"}));
    gate.in_city("anna", "administrator.dismiss", json!({"person": "bea"}));
    assert!(administers(), "she is a member still");
    gate.in_city("anna", "member.remove", json!({"person": "bea"}));
    assert!(!administers());
}

#[test]
fn whoever_leaves_an_organisation_leaves_its_teams() {
    let gate = Gate::new();
    gate.in_city("anna", "member.add", json!({"person": "carla"}));
    assert!(gate.may("carla", Permission::TaskStart, "invite"));
    gate.in_city("anna", "member.remove", json!({"person": "carla"}));
    assert!(!gate.may("carla", Permission::TaskStart, "invite"));
    assert!(
        gate.may("dario", Permission::TaskStart, "invite"),
        "who never was a member is in the team as before"
    );
}

#[test]
fn nothing_that_is_said_today_begins_before_today() {
    let gate = Gate::new();
    let before = gate.town.now();
    gate.town.wait_minutes(5);
    let city = StreamId::from(gate.city);
    let grant = json!({"holder": {"person": "eva"}, "role": "contributor"});
    let restrict = json!({"holder": {"person": "eva"}, "permissions": ["process.view"], "reason": "x"});
    let join = json!({"person": "fay", "team": "officers"});
    let member = json!({"person": "fay"});
    let said: [(StreamId, &str, &Value); 4] = [
        (gate.process.into(), "role.grant", &grant),
        (gate.process.into(), "restriction.place", &restrict),
        (city, "team_member.add", &join),
        (city, "member.add", &member),
    ];
    let with_from = |data: &Value, from: Value| {
        let mut data = data.clone();
        data["from"] = from;
        data
    };
    // Before there was a process or an organisation, and a moment ago.
    for from in [json!("2020-01-01T00:00:00.000Z"), json!(before)] {
        for (stream, kind, data) in said {
            let problem = gate.town.refused("anna", stream, kind, with_from(data, from.clone()));
            assert_eq!(problem.code, Code::WindowBackdated, "{kind}");
            assert_eq!(problem.path.as_deref(), Some("/data/from"), "{kind}");
        }
    }
    // From this moment, or from one to come.
    for (stream, kind, data) in said {
        let from = json!(gate.town.now().plus_days(1));
        gate.town.act("anna", stream, kind, with_from(data, from));
    }
    let now = json!(testkit_next(&gate.town));
    gate.act(
        "anna",
        "role.grant",
        with_from(&json!({"holder": {"person": "gus"}, "role": "contributor"}), now),
    );
    assert!(gate.town.may("gus", Permission::ProcessView, gate.process, None));
}

/// The moment that the next command carries.
fn testkit_next(town: &Town) -> interlink::types::Timestamp {
    interlink::types::Timestamp::from_millis(town.now().as_millis() + 60_000).unwrap()
}

/// Asked about a version, the answer is the one that held then: who joined or left a team since does not change it.
#[test]
fn a_version_of_the_past_knows_the_teams_of_the_past() {
    let gate = Gate::new();
    let version = gate.town.version(gate.process);
    // She joins while the process stands at this version, and what was answered then is answered later.
    gate.town.wait_minutes(5);
    gate.in_city("anna", "team_member.add", json!({"person": "hugo", "team": "officers"}));
    gate.town.wait_minutes(5);
    let meanwhile = gate.town.now();
    assert!(gate.may("hugo", Permission::TaskStart, "invite"));
    gate.town.wait_minutes(5);
    gate.in_city("anna", "team_member.remove", json!({"person": "hugo", "team": "officers"}));
    gate.in_city("anna", "team_member.remove", json!({"person": "carla", "team": "officers"}));
    gate.in_city("anna", "team_member.add", json!({"person": "gina", "team": "officers"}));
    gate.act("anna", "process.edit", json!({"name": {"en": "Later"}}));
    let may = |actor: &str, as_of: Value, at: interlink::types::Timestamp| {
        let check = json!({"actor": actor, "permission": "task.start", "process": gate.process,
            "item": gate.item("invite"), "at": at, "as_of": as_of});
        let said = gate.town.engine.request(json!({"check": check}).to_string().as_bytes());
        let said: Value = serde_json::from_str(&said).unwrap();
        said["ok"]["allowed"].as_bool().unwrap()
    };
    let now = gate.town.now();
    let then = json!({"seq": version});
    assert!(may("hugo", then.clone(), meanwhile) && !may("hugo", then.clone(), now));
    assert_eq!((may("carla", then.clone(), now), may("gina", then, now)), (true, false));
    assert_eq!((may("carla", json!("now"), now), may("gina", json!("now"), now)), (false, true));
}

/// A team is renamed, closed and merged by who leads it; what was in it ends, and nothing is given to what is closed.
#[test]
fn teams_are_edited_closed_and_merged() {
    let gate = Gate::new();
    let city = StreamId::from(gate.city);
    let carla = |gate: &Gate| gate.may("carla", Permission::TaskStart, "invite");
    // Carla is in the team and does not lead it; Zoe has nothing to do with it.
    let name = json!({"team": "officers", "name": {"en": "Parks"}});
    for who in ["carla", "zoe"] {
        for (kind, data) in [("team.edit", name.clone()), ("team.close", json!({"team": "officers"}))] {
            assert_eq!(
                gate.town.refused(who, city, kind, data).code,
                Code::OrganisationDenied,
                "{who} {kind}"
            );
        }
    }
    gate.in_city("anna", "team.edit", name.clone());
    assert_eq!(gate.town.refused("anna", city, "team.edit", name).code, Code::NothingToChange);
    assert!(carla(&gate), "another name takes no right away");
    gate.town.team("anna", gate.city, "green", "public_administration", &["gina"]);
    gate.town.team("anna", gate.city, "friends", "citizen", &[]);
    let merge = |into: &str| json!({"team": "officers", "into": into});
    assert_eq!(
        gate.town.refused("anna", city, "team.merge", merge("friends")).code,
        Code::TeamMerge,
        "of another kind"
    );
    assert_eq!(
        gate.town.refused("anna", city, "team.merge", merge("officers")).code,
        Code::TeamMerge,
        "into itself"
    );
    let before = gate.town.now();
    gate.town.wait_minutes(5);
    gate.in_city("anna", "team.merge", merge("green"));
    assert!(!carla(&gate), "its role gives nothing any more");
    let then =
        gate.town.engine.check(&testkit::host("carla"), Permission::ProcessView, gate.process, None, before);
    assert!(then.unwrap().allowed, "it did before");
    gate.act("anna", "role.grant", json!({"holder": {"team": "green"}, "role": "officer"}));
    assert!(
        carla(&gate) && gate.may("gina", Permission::TaskStart, "invite"),
        "who was in it is in the other"
    );
    // Nobody joins what is closed, and nothing is asked of it or given to it.
    for (kind, data) in [
        ("team_member.add", json!({"team": "officers", "person": "hugo"})),
        ("team.close", json!({"team": "officers"})),
        ("team.merge", json!({"team": "green", "into": "officers"})),
    ] {
        assert_eq!(gate.town.refused("anna", city, kind, data).code, Code::TeamClosed, "{kind}");
    }
    let grant = json!({"holder": {"team": "officers"}, "role": "observer"});
    assert_eq!(gate.refused("anna", "role.grant", grant).code, Code::TeamClosed);
    let assign = json!({"holder": {"team": "officers"}, "item": gate.item("invite")});
    assert_eq!(gate.refused("anna", "assignment.make", assign).code, Code::TeamClosed);
}

/// What was recorded elsewhere after a version is not in the answer about it, however it is dated; what was recorded before is.
#[test]
fn a_version_goes_by_the_order_of_the_record_and_not_by_anybodys_clock() {
    let folder = tempfile::tempdir().unwrap();
    for url in ["memory:".to_owned(), format!("sqlite:{}", folder.path().join("a.sqlite").display())] {
        let town = Town::at(&url);
        let city = StreamId::from(town.found("anna", "city", "public_administration"));
        let StreamId::Organisation(id) = city else { panic!("an organisation") };
        let notice = town.publish_notice("anna", id, &testkit::notice(1));
        town.team("anna", id, "officers", "public_administration", &["carla"]);
        let template = town.template(&small_template());
        let process = town.process("anna", Some("city"), Shipped::C2g, Some(template));
        let stream = StreamId::from(process);
        town.act("anna", stream, "role.grant", json!({"holder": {"team": "officers"}, "role": "officer"}));
        town.act("anna", stream, "role.grant", json!({"holder": {"person": "dora"}, "role": "contributor"}));
        town.act(
            "anna",
            stream,
            "purpose.require",
            json!({"organisation": "city", "purpose": "news", "item": town.item(process, "dig")}),
        );
        town.consent("dora", "city", notice, "news");
        town.wait_minutes(60);
        let dated = |who: &str, on: Option<StreamId>, kind: &str, data: Value, minutes: i64| {
            let mut command = town.command(who, on, kind, data);
            let millis = command.at.as_millis() + minutes * 60_000;
            command.at = interlink::types::Timestamp::from_millis(millis).unwrap();
            town.engine.execute(&command).unwrap();
        };
        let about = json!({"organisation": "city", "purpose": "news"});
        // Withdrawn on a phone whose clock is ahead: from the next command on she may not.
        dated("dora", None, "consent.withdraw", about, 30);
        town.act("anna", stream, "process.edit", json!({"name": {"en": "First"}}));
        let (first, then) = (town.version(process), town.now());
        // Others' clocks are behind: nothing of this had happened.
        let officer = |person: &str| json!({"person": person, "team": "officers"});
        dated("anna", Some(city), "team_member.remove", officer("carla"), -50);
        dated("anna", Some(city), "team_member.add", officer("gina"), -50);
        town.wait_minutes(20);
        town.act("anna", stream, "process.edit", json!({"name": {"en": "Second"}}));
        let may = |actor: &str, permission: &str, item: &str, at| {
            let check = json!({"actor": actor, "permission": permission, "process": process,
                "item": town.item(process, item), "at": at, "as_of": {"seq": first}});
            let said = town.engine.request(json!({"check": check}).to_string().as_bytes());
            let said: Value = serde_json::from_str(&said).unwrap();
            said["ok"]["allowed"].as_bool().unwrap_or_else(|| panic!("{said}"))
        };
        for at in [then, town.now()] {
            assert!(may("carla", "task.start", "invite", at), "she was in the team");
            assert!(!may("gina", "task.start", "invite", at), "she was not");
            assert!(!may("dora", "contribution.claim", "dig", at), "she had withdrawn");
        }
        town.engine.verify_all().unwrap();
    }
}
