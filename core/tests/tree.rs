//! The tree of work: building and changing it, what waits for what, and what follows from what.
#![cfg(test)]

use interlink::governance::{GovernanceModel, Permission, Shipped};
use interlink::journal::StreamId;
use interlink::kernel::AsOf;
use interlink::problem::{Code, Problem};
use interlink::process::{Item, Status, Template};
use interlink::types::{DocumentId, ItemId, Language, ProcessId, Timestamp};
use serde_json::{Value, json};
use testkit::{Town, reasons, small_template};

struct Plan {
    town: Town,
    process: ProcessId,
    stream: StreamId,
}

impl Plan {
    /// A process under G+G from the small template, administered by `anna`.
    fn new() -> Self {
        Self::from_template(Shipped::GPlusG, &small_template())
    }

    /// The same, where nobody else must stand behind anything.
    fn alone() -> Self {
        let mut model: Value =
            serde_json::from_slice(GovernanceModel::shipped(Shipped::GPlusG).bytes()).unwrap();
        model["id"] = json!("alone");
        model["approvals"] = json!([]);
        let town = Town::new();
        town.found("anna", "city", "public_administration");
        let template = town.template(&small_template());
        let model = GovernanceModel::parse(model.to_string().as_bytes()).unwrap();
        let model = town.engine.add_document(model).unwrap();
        let process = town.process_under("anna", Some("city"), model, Some(template));
        Self { town, process, stream: process.into() }
    }

    fn from_template(model: Shipped, template: &Value) -> Self {
        let town = Town::new();
        town.found("anna", "city", "public_administration");
        let template = town.template(template);
        let acting_for = (model != Shipped::C2c).then_some("city");
        let process = town.process("anna", acting_for, model, Some(template));
        Self { town, process, stream: process.into() }
    }

    fn item(&self, key: &str) -> ItemId {
        self.town.item(self.process, key)
    }

    fn act(&self, kind: &str, data: Value) {
        self.town.act("anna", self.stream, kind, data);
    }

    fn refused(&self, kind: &str, data: Value) -> Problem {
        self.town.refused("anna", self.stream, kind, data)
    }

    fn on_item<T>(&self, item: ItemId, ask: impl FnOnce(&Item) -> T) -> T {
        ask(self.town.engine.process(self.process).unwrap().process().tree().item(item).unwrap())
    }

    fn status(&self, key: &str) -> (Status, u8) {
        self.on_item(self.item(key), |item| (item.status(), item.progress()))
    }

    fn whole(&self) -> (Status, u8) {
        let standing = self.town.engine.process(self.process).unwrap().process().tree().standing();
        (standing.status, standing.progress)
    }

    /// The names of the parts of an item, or of the phases, in order.
    fn names(&self, of: Option<ItemId>) -> Vec<String> {
        let view = self.town.engine.process(self.process).unwrap();
        let tree = view.process().tree();
        let name = |item: &Item| item.name().get(&"en".parse().unwrap()).unwrap().to_owned();
        match of {
            None => tree.phases().map(name).collect(),
            Some(id) => tree.children(tree.item(id).unwrap()).map(name).collect(),
        }
    }
}

#[test]
fn a_template_becomes_a_process_in_all_its_languages() {
    let plan = Plan::new();
    let read = |language: &str| {
        let language: Language = language.parse().unwrap();
        let tree = plan.town.engine.tree(plan.process, Some(language), AsOf::Now).unwrap();
        let task = &tree.phases[0].children[0].children[0];
        (tree.phases[1].name.text.clone(), task.name.text.clone(), task.name.language.to_string())
    };
    assert_eq!(read("it"), ("Fare".into(), "Invitare".into(), "it".into()));
    assert_eq!(read("it-CH"), ("Fare".into(), "Invitare".into(), "it".into()));
    assert_eq!(read("lv"), ("Do".into(), "Invite".into(), "en".into()));
    let tree = plan.town.engine.tree(plan.process, None, AsOf::Now).unwrap();
    assert_eq!(tree.languages.iter().map(Language::as_str).collect::<Vec<_>>(), ["en", "it"]);
    assert!(tree.phases[1].codelivery && tree.phases[1].blocked && !tree.phases[0].blocked);
    assert!(tree.phases[1].children[0].children[0].blocked, "what lies in a blocked phase is blocked");
    assert_eq!(tree.phases[1].waits_for[0].on, plan.item("plan"));
}

#[test]
fn statuses_and_progress_follow_upwards() {
    let plan = Plan::new();
    assert_eq!(plan.whole(), (Status::Awaiting, 0));
    plan.town.start("anna", plan.process, plan.item("invite"));
    assert_eq!(
        [plan.status("invite"), plan.status("meet"), plan.status("plan")],
        [(Status::InProgress, 50), (Status::InProgress, 25), (Status::InProgress, 50),]
    );
    plan.act("task.complete", json!({"item": plan.item("invite")}));
    assert_eq!(plan.status("meet"), (Status::InProgress, 50));
    plan.town.complete("anna", plan.process, plan.item("agree"));
    assert_eq!(plan.status("plan"), (Status::Finished, 100));
    assert_eq!(plan.whole(), (Status::InProgress, 50));
    plan.act("task.reopen", json!({"item": plan.item("agree")}));
    assert_eq!(plan.status("plan"), (Status::InProgress, 50));
    let wrong = |kind: &str, key: &str| plan.refused(kind, json!({"item": plan.item(key)})).code;
    assert_eq!(wrong("task.reopen", "agree"), Code::TaskStatus);
    assert_eq!(wrong("task.start", "agree"), Code::TaskStatus);
    assert_eq!(wrong("task.complete", "dig"), Code::PermissionDenied);
    assert_eq!(wrong("task.start", "meet"), Code::ItemKind);
    assert_eq!(plan.refused("task.start", json!({"item": "00".repeat(16)})).code, Code::ItemUnknown);
}

#[test]
fn the_tree_is_built_and_changed_by_hand() {
    let plan = Plan::new();
    let town = &plan.town;
    let third = town.add_item("anna", plan.process, "phase", None, "Third");
    let objective = town.add_item("anna", plan.process, "objective", Some(third), "Learn");
    let task = town.add_item("anna", plan.process, "task", Some(objective), "Write down");
    assert_eq!(plan.names(None), ["Plan", "Do", "Third"]);
    plan.act("item.move", json!({"item": third, "before": plan.item("do")}));
    assert_eq!(plan.names(None), ["Plan", "Third", "Do"]);
    plan.act("item.move", json!({"item": plan.item("plan")}));
    assert_eq!(plan.names(None), ["Third", "Do", "Plan"]);
    plan.act("item.add", json!({
        "kind": "task", "name": {"en": "First"}, "parent": plan.item("meet"), "before": plan.item("invite"),
        "problem_profiles": ["p-1"],
    }));
    assert_eq!(plan.names(Some(plan.item("meet"))), ["First", "Invite", "Agree"]);
    plan.act(
        "item.edit",
        json!({"item": task, "name": {"en": "Write it down"}, "description": {"en": "On paper."}}),
    );
    plan.act("item.edit", json!({"item": third, "codelivery": true}));
    plan.on_item(task, |item| {
        assert_eq!(item.description().unwrap().get(&"en".parse().unwrap()), Some("On paper."));
    });
    assert!(plan.on_item(third, Item::codelivery));

    let add = |kind: &str, parent: Option<ItemId>| {
        let mut data = json!({"kind": kind, "name": {"en": "x"}});
        if let Some(parent) = parent {
            data["parent"] = json!(parent);
        }
        data
    };
    let refused = |data: Value| plan.refused("item.add", data).code;
    assert_eq!(refused(add("phase", Some(third))), Code::ItemKind);
    assert_eq!(refused(add("objective", None)), Code::ItemKind);
    assert_eq!(refused(add("task", Some(third))), Code::ItemKind);
    assert_eq!(refused(add("task", Some(task))), Code::ItemKind);
    assert_eq!(refused(add("task", Some(ItemId::from_bytes([1; 16])))), Code::ItemUnknown);
    let mut beside = add("task", Some(objective));
    beside["before"] = json!(plan.item("invite"));
    assert_eq!(refused(beside), Code::ItemNotSibling);
    let mut codelivery = add("task", Some(objective));
    codelivery["codelivery"] = json!(true);
    assert_eq!(refused(codelivery), Code::ItemKind);
    let reorder = |item: ItemId, before: ItemId| {
        plan.refused("item.move", json!({"item": item, "before": before})).code
    };
    assert_eq!(reorder(task, plan.item("invite")), Code::ItemNotSibling);
    assert_eq!(reorder(task, task), Code::ItemNotSibling);
    assert_eq!(plan.refused("item.edit", json!({"item": task})).code, Code::NothingToChange);
    assert_eq!(plan.refused("item.edit", json!({"item": task, "codelivery": true})).code, Code::ItemKind);
    assert_eq!(plan.refused("process.edit", json!({})).code, Code::NothingToChange);
}

#[test]
fn disabling_takes_everything_below_along_and_loses_nothing() {
    let plan = Plan::alone();
    plan.town.complete("anna", plan.process, plan.item("invite"));
    plan.act("item.disable", json!({"item": plan.item("agree"), "reason": "Not needed."}));
    assert_eq!(plan.status("plan"), (Status::Finished, 100));
    plan.act("item.disable", json!({"item": plan.item("plan")}));
    assert_eq!(plan.whole(), (Status::Awaiting, 0));
    assert_eq!(plan.status("plan"), (Status::Finished, 100), "a disabled item keeps its standing");
    for key in ["plan", "meet", "invite", "agree"] {
        assert!(!plan.on_item(plan.item(key), Item::enabled), "{key}");
    }
    // Readable, not workable.
    let may = |permission| plan.town.may("anna", permission, plan.process, Some(plan.item("invite")));
    assert!(may(Permission::ProcessView) && may(Permission::AssetView) && may(Permission::ItemDisable));
    assert!(!may(Permission::ItemEdit) && !may(Permission::TaskReopen) && !may(Permission::AssetEdit));
    let problem = plan.refused("task.reopen", json!({"item": plan.item("invite")}));
    assert_eq!(reasons(&problem), ["reason.item_disabled"]);
    assert_eq!(problem.reasons[0].to_value()["facts"]["item"], json!(plan.item("plan")));
    // What is disabled is not waited for.
    plan.town.complete("anna", plan.process, plan.item("dig"));
    assert_eq!(plan.whole(), (Status::Finished, 100));

    assert_eq!(plan.refused("item.enable", json!({"item": plan.item("meet")})).code, Code::ItemDisabledAbove);
    assert_eq!(plan.refused("item.disable", json!({"item": plan.item("agree")})).code, Code::ItemDisabled);
    plan.act("item.enable", json!({"item": plan.item("plan")}));
    assert!(!plan.on_item(plan.item("agree"), Item::enabled), "what was disabled itself stays so");
    assert_eq!(plan.status("invite"), (Status::Finished, 100));
    plan.act("item.enable", json!({"item": plan.item("agree")}));
    assert_eq!(plan.status("plan"), (Status::InProgress, 50));
    assert_eq!(plan.refused("item.enable", json!({"item": plan.item("agree")})).code, Code::ItemEnabled);
}

#[test]
fn enforced_prerequisites_hold_back_and_others_warn() {
    let plan = Plan::new();
    // G+G enforces what waits for a status and warns of what is only an order.
    let agree = json!({"item": plan.item("agree")});
    let executed = plan.town.act("anna", plan.stream, "task.start", agree);
    let event: Value = serde_json::from_str(&executed.events[0].to_json()).unwrap();
    let unmet = json!([{"item": plan.item("agree"), "needs": "previous", "on": plan.item("invite")}]);
    assert_eq!(event["data"]["despite"], unmet);
    let problem = plan.refused("task.start", json!({"item": plan.item("dig")}));
    assert_eq!(reasons(&problem), ["reason.waits_for"]);
    let message = "The phase “\u{2068}Do\u{2069}” waits for the phase “\u{2068}Plan\u{2069}” to finish; it is in progress.";
    assert_eq!(problem.reasons[0].to_value()["message"], message);

    // G2C enforces both.
    let strict = Plan::from_template(Shipped::G2c, &small_template());
    let problem = strict.refused("task.start", json!({"item": strict.item("agree")}));
    assert_eq!(reasons(&problem), ["reason.waits_for"]);
    // C2C enforces neither.
    let town = Town::new();
    let template = town.template(&small_template());
    let process = town.process("anna", None, Shipped::C2c, Some(template));
    town.start("anna", process, town.item(process, "dig"));
}

#[test]
fn an_item_may_wait_for_many() {
    let plan = Plan::alone();
    let (dig, invite, agree) = (plan.item("dig"), plan.item("invite"), plan.item("agree"));
    plan.act("prerequisite.add", json!({"item": dig, "on": invite, "needs": "in_progress"}));
    plan.act("prerequisite.add", json!({"item": dig, "on": agree, "needs": "finished"}));
    plan.act(
        "prerequisite.remove",
        json!({"item": plan.item("do"), "on": plan.item("plan"), "reason": "A mistake."}),
    );
    let why = || plan.refused("task.start", json!({"item": dig})).reasons;
    let on = |reasons: &[interlink::types::Json]| {
        reasons.iter().map(|reason| reason.to_value()["facts"]["on"].clone()).collect::<Vec<_>>()
    };
    assert_eq!(on(&why()), [json!(invite), json!(agree)]);
    plan.town.start("anna", plan.process, invite);
    assert_eq!(on(&why()), [json!(agree)]);
    plan.town.complete("anna", plan.process, agree);
    plan.town.start("anna", plan.process, dig);
    // What was finished and is reopened holds back again.
    plan.act("task.reopen", json!({"item": agree}));
    let problem = plan.refused("task.complete", json!({"item": dig}));
    assert_eq!(reasons(&problem), ["reason.waits_for"]);

    let again = json!({"item": dig, "on": agree, "needs": "previous"});
    assert_eq!(plan.refused("prerequisite.add", again).code, Code::PrerequisiteExists);
    let none = json!({"item": invite, "on": dig});
    assert_eq!(plan.refused("prerequisite.remove", none).code, Code::PrerequisiteUnknown);
}

#[test]
fn cycles_are_refused_with_the_cycle() {
    let plan = Plan::new();
    let add =
        |item: &str, on: &str| json!({"item": plan.item(item), "on": plan.item(on), "needs": "finished"});
    // INTERLINK's check looks along one chain of prerequisites; this one goes through the tree.
    let problem = plan.refused("prerequisite.add", add("invite", "dig"));
    assert_eq!((problem.code, problem.path.as_deref()), (Code::PrerequisiteCycle, Some("/data/on")));
    let cycle: Vec<ItemId> =
        serde_json::from_value(problem.details.get("cycle").unwrap().to_value()).unwrap();
    for key in ["do", "plan", "invite", "dig"] {
        assert!(cycle.contains(&plan.item(key)), "{key} is part of the cycle");
    }
    assert!(
        problem.message.contains("“\u{2068}Do\u{2069}” waits for “\u{2068}Plan\u{2069}”"),
        "{}",
        problem.message
    );
    for (item, on) in
        [("invite", "invite"), ("invite", "agree"), ("plan", "do"), ("meet", "plan"), ("plan", "invite")]
    {
        assert_eq!(
            plan.refused("prerequisite.add", add(item, on)).code,
            Code::PrerequisiteCycle,
            "{item} on {on}"
        );
    }
    // Disabling what leads round does not let a cycle in: it may be enabled again.
    plan.act("item.disable", json!({"item": plan.item("do")}));
    assert_eq!(plan.refused("prerequisite.add", add("invite", "dig")).code, Code::PrerequisiteCycle);
}

#[test]
fn a_closed_process_is_read_and_nothing_else() {
    let plan = Plan::from_template(Shipped::C2c, &small_template());
    let invite = Some(plan.item("invite"));
    let may = |permission| plan.town.may("anna", permission, plan.process, invite);
    assert!(may(Permission::TaskStart) && may(Permission::ProcessAdminister));
    plan.act("process.close", json!({}));
    for permission in Permission::ALL.iter().copied() {
        let reads = [Permission::ProcessView, Permission::AssetView].contains(&permission);
        assert_eq!((may(permission), permission.survives_closing()), (reads, reads), "{permission}");
    }
    let (actor, at) = (testkit::host("anna"), plan.town.now());
    let said = plan.town.engine.check(&actor, Permission::TaskStart, plan.process, invite, at).unwrap();
    assert_eq!(said.reasons.len(), 1);
    assert_eq!(said.reasons[0].code, Code::ReasonProcessClosed);
    assert_eq!(said.reasons[0].message, "The process was closed on 2026-03-02.");
    // What was allowed before is known as such.
    let before = Timestamp::from_millis(at.as_millis() - 60_000).unwrap();
    let then = plan.town.engine.check(&actor, Permission::TaskStart, plan.process, invite, before).unwrap();
    assert!(
        then.allowed && before < plan.town.engine.process(plan.process).unwrap().process().closed().unwrap()
    );
}

#[test]
fn a_gate_is_passed_with_a_reason_that_stays() {
    let plan = Plan::from_template(Shipped::C2c, &small_template());
    // C2C only warns, so the gate can be passed but nothing waited on it.
    let gate = json!({"item": plan.item("do"), "on": plan.item("plan"), "reason": "The seeds cannot wait."});
    plan.act("prerequisite.waive", gate.clone());
    assert_eq!(plan.refused("prerequisite.waive", gate).code, Code::PrerequisiteMet);
    let tree = plan.town.engine.tree(plan.process, None, AsOf::Now).unwrap();
    let wait = &tree.phases[1].waits_for[0];
    assert!(!wait.unmet);
    assert_eq!(wait.passed.as_ref().unwrap().reason.as_deref(), Some("The seeds cannot wait."));
    let none = json!({"item": plan.item("dig"), "on": plan.item("plan"), "reason": "x"});
    assert_eq!(plan.refused("prerequisite.waive", none).code, Code::PrerequisiteUnknown);
}

#[test]
fn dates_follow_upwards_and_run_forwards() {
    let plan = Plan::new();
    let schedule =
        |key: &str, start: &str, end: &str| json!({"item": plan.item(key), "start": start, "end": end});
    plan.act("item.schedule", schedule("invite", "2026-04-01", "2026-04-10"));
    plan.act("item.schedule", schedule("agree", "2026-04-05", "2026-04-20"));
    plan.act("item.schedule", json!({"item": plan.item("dig"), "end": "2026-06-30"}));
    let dates = |key: &str| {
        let plan = plan.on_item(plan.item(key), Item::plan);
        [plan.start, plan.end].map(|date| date.map(|date| date.to_string()))
    };
    let days = |start: &str, end: &str| [Some(start.to_owned()), Some(end.to_owned())];
    assert_eq!(dates("meet"), days("2026-04-01", "2026-04-20"));
    assert_eq!(dates("do"), [None, Some("2026-06-30".to_owned())]);
    let whole = plan.town.engine.process(plan.process).unwrap().process().tree().plan();
    assert_eq!(whole.start.zip(whole.end).map(|(s, e)| format!("{s}/{e}")).unwrap(), "2026-04-01/2026-06-30");
    plan.act("item.disable", json!({"item": plan.item("agree")}));
    assert_eq!(dates("plan"), days("2026-04-01", "2026-04-10"));
    plan.act("item.schedule", json!({"item": plan.item("invite")}));
    assert_eq!(dates("plan"), [None, None]);

    assert_eq!(
        plan.refused("item.schedule", schedule("invite", "2026-04-02", "2026-04-01")).code,
        Code::DatesReversed
    );
    assert_eq!(
        plan.refused("item.schedule", schedule("meet", "2026-04-01", "2026-04-02")).code,
        Code::DatesDerived
    );
    plan.act("item.schedule", schedule("invite", "2026-04-01", "2026-04-01"));
}

fn second_version(change: impl FnOnce(&mut Value)) -> Value {
    let mut template = small_template();
    template["version"] = json!(2);
    change(&mut template);
    template
}

#[test]
fn a_new_version_of_the_template_is_taken_over_with_its_effect_declared() {
    let plan = Plan::alone();
    let (town, engine) = (&plan.town, &plan.town.engine);
    plan.act("item.edit", json!({"item": plan.item("dig"), "name": {"en": "Dig deep"}}));
    town.start("anna", plan.process, plan.item("invite"));
    let next = town.template(&second_version(|t| {
        let meet = &mut t["phases"][0]["objectives"][0];
        meet["name"] = json!({"en": "Come together", "it": "Riunirsi"});
        meet["tasks"] = json!([
            {"key": "invite", "name": {"en": "Invite", "it": "Invitare"}},
            {"key": "listen", "name": {"en": "Listen", "it": "Ascoltare"},
             "prerequisites": [{"item": "invite", "needs": "finished"}]},
        ]);
        t["phases"][1]["objectives"][0]["tasks"][0]["name"] =
            json!({"en": "Dig and sow", "it": "Scavare e seminare"});
        t["phases"][1]["prerequisites"] = json!([]);
    }));
    let adopt = |template: DocumentId, effect: Option<Value>| {
        let mut data = json!({"template": template, "reason": "The new edition."});
        if let Some(effect) = effect {
            data["effect"] = effect;
        }
        data
    };
    let problem = plan.refused("template.adopt", adopt(next, None));
    assert_eq!(problem.code, Code::EffectUndeclared);
    let effect = problem.details.get("effect").unwrap().to_value();
    let link = |item: &str, needs: &str, on: &str| json!({"item": plan.item(item), "needs": needs, "on": plan.item(on)});
    assert_eq!(
        effect,
        json!({
            "prerequisites_waived": [link("do", "finished", "plan")],
            "items_added": ["listen"],
            "items_retired": [plan.item("agree")],
            "items_reworded": [plan.item("meet")],
            "prerequisites_added": [link("listen", "finished", "invite")],
            "prerequisites_removed": [link("agree", "previous", "invite"), link("do", "finished", "plan")],
        })
    );
    plan.act("template.adopt", adopt(next, Some(effect)));
    assert_eq!(plan.names(Some(plan.item("meet"))), ["Invite", "Agree", "Listen"]);
    assert!(!plan.on_item(plan.item("agree"), Item::enabled));
    let name = |key: &str| {
        plan.on_item(plan.item(key), |item| item.name().get(&"en".parse().unwrap()).unwrap().to_owned())
    };
    assert_eq!(name("dig"), "Dig deep", "what the process changed itself stays");
    assert_eq!(name("meet"), "Come together");
    assert_eq!(plan.status("invite"), (Status::InProgress, 50));
    engine.verify_all().unwrap();

    assert_eq!(plan.refused("template.adopt", adopt(next, None)).code, Code::TemplateVersion);
    let moved = town.template(&{
        let mut t = small_template();
        t["version"] = json!(3);
        let task = t["phases"][0]["objectives"][0]["tasks"][0].take();
        t["phases"][0]["objectives"][0]["tasks"] = json!([]);
        t["phases"][1]["objectives"][0]["tasks"].as_array_mut().unwrap().push(task);
        t
    });
    assert_eq!(plan.refused("template.adopt", adopt(moved, None)).code, Code::TemplateInvalid);
    let model = GovernanceModel::shipped(Shipped::C2g).id();
    assert_eq!(plan.refused("template.adopt", adopt(model, None)).code, Code::DocumentKind);
    let process = town.process("anna", Some("city"), Shipped::C2g, None);
    let by_hand = town.refused("anna", StreamId::from(process), "template.adopt", adopt(next, None));
    assert_eq!(by_hand.code, Code::TemplateNone);
}

/// What the process added itself can make a circle with what the new version brings.
#[test]
fn a_new_version_cannot_close_a_circle() {
    let plan = Plan::alone();
    let (agree, dig) = (plan.item("agree"), plan.item("dig"));
    plan.act(
        "prerequisite.remove",
        json!({"item": plan.item("do"), "on": plan.item("plan"), "reason": "A mistake."}),
    );
    plan.act("prerequisite.add", json!({"item": agree, "on": dig, "needs": "finished"}));
    let next = plan.town.template(&second_version(|t| {
        t["phases"][1]["objectives"][0]["tasks"][0]["prerequisites"] =
            json!([{"item": "agree", "needs": "finished"}]);
    }));
    let problem = plan.refused("template.adopt", json!({"template": next, "reason": "The new edition."}));
    assert_eq!(problem.code, Code::PrerequisiteCycle);
    let cycle: Vec<ItemId> =
        serde_json::from_value(problem.details.get("cycle").unwrap().to_value()).unwrap();
    assert!(cycle.contains(&agree) && cycle.contains(&dig));
}

#[test]
fn templates_that_make_no_sense_are_refused_with_the_place() {
    let refused = |change: &dyn Fn(&mut Value)| {
        let mut text = small_template();
        change(&mut text);
        match Template::parse(text.to_string().as_bytes()).unwrap_err() {
            interlink::process::TemplateFault::Input(fault) => (fault.code(), fault.path().to_owned()),
            fault @ interlink::process::TemplateFault::Cycle(_) => (fault.code(), fault.to_string()),
        }
    };
    let invalid = |path: &str| (Code::TemplateInvalid, path.to_owned());
    let tasks = "/phases/0/objectives/0/tasks";
    let task = |t: &mut Value, n: usize, field: &str, value: Value| {
        t["phases"][0]["objectives"][0]["tasks"][n][field] = value;
    };
    assert_eq!(refused(&|t| t["version"] = json!(0)), invalid("/version"));
    assert_eq!(refused(&|t| t["phases"] = json!([])), invalid("/phases"));
    assert_eq!(refused(&|t| task(t, 1, "key", json!("invite"))), invalid(&format!("{tasks}/1/key")));
    let dangling = json!([{"item": "nowhere", "needs": "finished"}]);
    assert_eq!(
        refused(&|t| task(t, 1, "prerequisites", dangling.clone())),
        invalid(&format!("{tasks}/1/prerequisites/0/item"))
    );
    let twice = json!([{"item": "invite", "needs": "finished"}, {"item": "invite", "needs": "previous"}]);
    assert_eq!(
        refused(&|t| task(t, 1, "prerequisites", twice.clone())),
        invalid(&format!("{tasks}/1/prerequisites/1"))
    );
    let back = json!([{"item": "agree", "needs": "finished"}]);
    let (code, message) = refused(&|t| task(t, 0, "prerequisites", back.clone()));
    assert_eq!(code, Code::PrerequisiteCycle);
    assert!(message.contains("“\u{2068}invite\u{2069}” waits for “\u{2068}agree\u{2069}”"), "{message}");
    let (code, path) = refused(&|t| task(t, 0, "name", json!({"xx": "?"})));
    assert_eq!((code, path), (Code::LanguageUnknown, format!("{tasks}/0/name/xx")));
}

#[test]
fn snapshots_open_to_the_same_state() {
    let folder = tempfile::TempDir::new().unwrap();
    let url = format!("sqlite:{}", folder.path().join("long.sqlite").display());
    let town = Town::at(&url);
    town.found("anna", "city", "public_administration");
    let template = town.template(&small_template());
    let process = town.process("anna", Some("city"), Shipped::GPlusG, Some(template));
    let stream = StreamId::from(process);
    town.act(
        "anna",
        stream,
        "item.edit",
        json!({"item": town.item(process, "dig"), "name": {"en": "Dig deep"}}),
    );
    town.act("anna", stream, "item.disable", json!({"item": town.item(process, "agree")}));
    town.act(
        "anna",
        stream,
        "item.schedule",
        json!({"item": town.item(process, "invite"), "start": "2026-05-01"}),
    );
    town.start("anna", process, town.item(process, "invite"));
    for _ in 0..600 {
        town.act("anna", stream, "task.complete", json!({"item": town.item(process, "invite")}));
        town.act("anna", stream, "task.reopen", json!({"item": town.item(process, "invite")}));
    }
    let reading = town.engine.store().read().unwrap();
    let snapshot =
        reading.snapshot(stream, interlink::journal::Seq(u64::MAX)).unwrap().expect("one was taken");
    assert!(snapshot.seq.0 >= 1024);
    drop(reading);
    let live = town.engine.process(process).unwrap();
    let opened = interlink::Engine::open(&url).unwrap().process(process).unwrap();
    assert_eq!(opened.process(), live.process());
    assert_eq!(opened.seq(), live.seq());
    town.engine.verify_all().unwrap();

    // A snapshot that lies is found, and passed over once it is gone.
    let path = folder.path().join("long.sqlite");
    let file = rusqlite::Connection::open(&path).unwrap();
    file.execute_batch(
        "UPDATE snapshot SET bytes = CAST(replace(CAST(bytes AS TEXT), 'Dig deep', 'Dig low') AS BLOB)",
    )
    .unwrap();
    let verdict = interlink::Engine::open(&url).unwrap().verify_all().unwrap_err();
    assert_eq!(verdict.code(), Code::RecordSnapshot);
    // One that makes no sense is not believed.
    file.execute_batch("UPDATE snapshot SET bytes = CAST('{}' AS BLOB)").unwrap();
    let opened = interlink::Engine::open(&url).unwrap().process(process).unwrap();
    assert_eq!(opened.process(), live.process());
}

/// A circle of thousands is a sentence; all of it is in the details.
#[test]
fn a_long_cycle_is_told_in_a_sentence() {
    let tasks: Vec<Value> = (0..1500)
        .map(|n: u32| {
            let waits = if n == 0 { json!([]) } else { json!([{"item": format!("t{}", n - 1), "needs": "finished"}]) };
            json!({"key": format!("t{n}"), "name": {"en": format!("Task {n} {}", "x".repeat(500))}, "prerequisites": waits})
        })
        .collect();
    let long = json!({"document": "template", "id": "long", "version": 1, "name": {"en": "Long"}, "phases": [
        {"key": "p", "name": {"en": "P"}, "objectives": [{"key": "o", "name": {"en": "O"}, "tasks": tasks}]}
    ]});
    let plan = Plan::from_template(Shipped::C2c, &long);
    let data = json!({"item": plan.item("t0"), "on": plan.item("t1499"), "needs": "finished"});
    let problem = plan.refused("prerequisite.add", data);
    assert_eq!(problem.code, Code::PrerequisiteCycle);
    let cycle: Vec<ItemId> =
        serde_json::from_value(problem.details.get("cycle").unwrap().to_value()).unwrap();
    assert_eq!(cycle.len(), 1500);
    assert!(problem.message.len() < 2000 && problem.message.contains("(+1494)"), "{}", problem.message);
}

/// What has nothing left to do is neither waited for nor counted.
#[test]
fn an_empty_phase_holds_nothing_back() {
    let plan = Plan::alone();
    let empty = plan.town.add_item("anna", plan.process, "phase", None, "Later, perhaps");
    let [invite, agree, dig, meet] = ["invite", "agree", "dig", "meet"].map(|key| plan.item(key));
    plan.act("prerequisite.add", json!({"item": plan.item("plan"), "on": empty, "needs": "finished"}));
    assert!(
        plan.town.may("anna", Permission::TaskStart, plan.process, Some(invite)),
        "nobody can ever finish it"
    );
    // Something comes into it: then it is waited for; and disabled again, it is passed like a gate.
    let aim = plan.town.add_item("anna", plan.process, "objective", Some(empty), "Aim");
    assert!(
        plan.town.may("anna", Permission::TaskStart, plan.process, Some(invite)),
        "an empty part is nothing to do"
    );
    let sow = plan.town.add_item("anna", plan.process, "task", Some(aim), "Sow");
    assert!(!plan.town.may("anna", Permission::TaskStart, plan.process, Some(invite)));
    assert_eq!(plan.refused("item.disable", json!({"item": sow})).code, Code::PrerequisiteReason);
    plan.act("item.disable", json!({"item": sow, "reason": "Nothing grows in winter."}));
    for task in [invite, agree] {
        plan.town.complete("anna", plan.process, task);
    }
    assert_eq!(plan.town.status(plan.process, meet), Status::Finished);
    plan.town.complete("anna", plan.process, dig);
    let view = plan.town.engine.process(plan.process).unwrap();
    let standing = view.process().tree().standing();
    assert_eq!((standing.status, standing.progress), (Status::Finished, 100), "all is done that can be");
    plan.act("item.enable", json!({"item": sow}));
    let view = plan.town.engine.process(plan.process).unwrap();
    assert_eq!(view.process().tree().standing().status, Status::InProgress, "there is something to do again");
}
