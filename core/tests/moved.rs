//! A plan that is put otherwise: nobody gains by where an item lies, and nothing that was said of it is lost.
#![cfg(test)]

use interlink::governance::{GovernanceModel, Permission, Shipped};
use interlink::journal::StreamId;
use interlink::kernel::Executed;
use interlink::problem::Code;
use interlink::process::{Item, Status};
use interlink::types::{ItemId, ProcessId};
use proptest::prelude::*;
use serde_json::{Value, json};
use testkit::{Town, small_template};

struct Plan {
    town: Town,
    process: ProcessId,
}

impl Plan {
    /// A process in which nobody else must stand behind anything.
    fn new() -> Self {
        let town = Town::new();
        let city = town.found("anna", "city", "public_administration");
        for who in ["carla", "dan"] {
            town.act("anna", StreamId::from(city), "member.add", json!({"person": who}));
        }
        let mut model: Value =
            serde_json::from_slice(GovernanceModel::shipped(Shipped::C2g).bytes()).unwrap();
        (model["id"], model["approvals"]) = (json!("alone"), json!([]));
        // Somebody who makes the plan, and does not say who may what in it.
        let mut planner = model["roles"]["coordinator"].clone();
        planner["permissions"]
            .as_array_mut()
            .unwrap()
            .retain(|permission| *permission != "process.administer");
        model["roles"]["planner"] = planner;
        let model =
            town.engine.add_document(GovernanceModel::parse(model.to_string().as_bytes()).unwrap()).unwrap();
        let template = town.template(&small_template());
        let process = town.process_under("anna", Some("city"), model, Some(template));
        Self { town, process }
    }

    fn grant(&self, who: &str, more: &Value) {
        let data = json!({"holder": {"person": who}, "role": "planner", "acting_for": "city"});
        self.act("anna", "role.grant", testkit::with(data, more));
    }

    fn stream(&self) -> StreamId {
        self.process.into()
    }

    fn item(&self, key: &str) -> ItemId {
        self.town.item(self.process, key)
    }

    fn act(&self, who: &str, kind: &str, data: Value) -> Executed {
        self.town.act(who, self.stream(), kind, data)
    }

    fn code(&self, who: &str, kind: &str, data: Value) -> Code {
        self.town.refused(who, self.stream(), kind, data).code
    }

    fn may(&self, who: &str, permission: Permission, item: ItemId) -> bool {
        self.town.may(who, permission, self.process, Some(item))
    }

    fn parent(&self, item: ItemId) -> Option<ItemId> {
        let view = self.town.engine.process(self.process).unwrap();
        let tree = view.process().tree();
        tree.item(item).and_then(|item| tree.parent(item)).map(Item::id)
    }

    /// The same by a store that never had it in memory, and by a page of permissions.
    fn holds_together(&self) {
        testkit::alike(&self.town.engine, self.process, self.town.now());
        self.town.engine.verify_all().unwrap();
        let bundle = self.town.engine.export_bundle(self.process, true).unwrap();
        let there = interlink::Engine::open("memory:").unwrap();
        there.import_bundle(bundle.as_bytes()).unwrap();
        assert_eq!(
            there.process(self.process).unwrap().process(),
            self.town.engine.process(self.process).unwrap().process()
        );
    }
}

#[test]
fn a_task_goes_to_another_objective_with_all_that_is_its_own() {
    let plan = Plan::new();
    let (invite, build) = (plan.item("agree"), plan.item("build"));
    plan.town.complete("anna", plan.process, plan.item("invite"));
    plan.act("anna", "item.schedule", json!({"item": invite, "start": "2026-04-01", "end": "2026-05-01"}));
    plan.town.start("anna", plan.process, invite);
    plan.act(
        "anna",
        "item.move",
        json!({"item": invite, "parent": build, "before": plan.item("dig"), "reason": "It belongs there."}),
    );
    assert_eq!(plan.parent(invite), Some(build));
    assert_eq!(plan.town.status(plan.process, build), Status::InProgress);
    assert_eq!(plan.town.status(plan.process, plan.item("meet")), Status::Finished);
    plan.holds_together();
    // An objective takes its tasks along, also to a phase that came later.
    let later = plan.town.add_item("anna", plan.process, "phase", None, "Later");
    plan.act("anna", "item.move", json!({"item": build, "parent": later, "reason": "Not before."}));
    assert_eq!((plan.parent(build), plan.parent(invite)), (Some(later), Some(build)));
    assert_eq!(plan.town.status(plan.process, later), Status::InProgress);
    plan.holds_together();
    let refused = |data: Value| plan.code("anna", "item.move", data);
    assert_eq!(refused(json!({"item": invite, "parent": later})), Code::ItemKind);
    assert_eq!(refused(json!({"item": later, "parent": build})), Code::ItemKind);
    assert_eq!(refused(json!({"item": build, "parent": build})), Code::ItemKind);
    assert_eq!(
        refused(json!({"item": invite, "parent": plan.item("meet"), "before": plan.item("dig")})),
        Code::ItemNotSibling
    );
}

/// Who is kept from a phase must not get at a task by putting it elsewhere, nor put one where she may more.
#[test]
fn nobody_but_who_says_who_may_what_moves_it_past_a_word_about_that() {
    let plan = Plan::new();
    let (dig, meet, build) = (plan.item("dig"), plan.item("meet"), plan.item("build"));
    plan.grant("carla", &json!({}));
    assert!(plan.may("carla", Permission::ItemEdit, dig) && plan.may("carla", Permission::ItemAdd, meet));
    plan.act(
        "carla",
        "item.move",
        json!({"item": dig, "parent": meet, "reason": "Nothing is said of either."}),
    );
    plan.act("carla", "item.move", json!({"item": dig, "parent": build}));
    let taken = json!({"holder": {"person": "carla"}, "item": plan.item("do"), "permissions": ["task.start"], "reason": "Not hers."});
    plan.act("anna", "restriction.place", taken);
    assert!(!plan.may("carla", Permission::TaskStart, dig));
    let away = json!({"item": dig, "parent": meet, "reason": "I want to."});
    assert_eq!(plan.code("carla", "item.move", away.clone()), Code::PermissionDenied);
    let into = json!({"item": plan.item("invite"), "parent": build, "reason": "So that nobody does it."});
    assert_eq!(plan.code("carla", "item.move", into), Code::PermissionDenied);
    // Somebody's role and somebody's restriction stand on other items, so each permission is looked at by itself.
    plan.grant("dan", &json!({"item": plan.item("do")}));
    plan.holds_together();
    plan.act("anna", "item.move", away);
    plan.holds_together();
    assert!(plan.may("carla", Permission::TaskStart, dig), "now that she who may say so put it there");
    // And not without adding where it goes.
    plan.grant("dan", &json!({"item": meet}));
    assert_eq!(plan.code("dan", "item.move", json!({"item": dig, "parent": build})), Code::PermissionDenied);
    plan.holds_together();
}

#[test]
fn moving_does_not_lead_round_a_gate() {
    let plan = Plan::new();
    let (dig, invite, meet, build) =
        (plan.item("dig"), plan.item("invite"), plan.item("meet"), plan.item("build"));
    // The second phase waits for the first, so its task does, and not any more where it lies in the first.
    assert!(!plan.may("anna", Permission::TaskStart, dig));
    assert_eq!(
        plan.code("anna", "item.move", json!({"item": dig, "parent": meet})),
        Code::PrerequisiteReason
    );
    let moved =
        plan.act("anna", "item.move", json!({"item": dig, "parent": meet, "reason": "It cannot wait."}));
    let event = serde_json::to_value(&moved.events[0]).unwrap();
    assert_eq!(event["data"]["prerequisites_waived"][0]["item"], json!(dig), "{event}");
    // What is not done is not done by being put out of the way.
    for task in [invite, dig] {
        plan.town.complete("anna", plan.process, task);
    }
    let circle = json!({"item": invite, "parent": build, "reason": "Later."});
    assert_eq!(
        plan.code("anna", "item.move", circle),
        Code::PrerequisiteCycle,
        "what waits for it lies before"
    );
    let third = plan.town.add_item("anna", plan.process, "phase", None, "Third");
    let there = plan.town.add_item("anna", plan.process, "objective", Some(third), "There");
    let away = json!({"item": plan.item("agree"), "parent": there});
    assert_eq!(
        plan.code("anna", "item.move", away),
        Code::PrerequisiteReason,
        "the first phase would be done"
    );
    plan.grant("carla", &json!({}));
    plan.act(
        "anna",
        "restriction.place",
        json!({"holder": {"person": "carla"}, "permissions": ["prerequisite.waive"], "reason": "No."}),
    );
    let away = json!({"item": plan.item("agree"), "parent": there, "reason": "Let us go on."});
    assert_eq!(plan.code("carla", "item.move", away.clone()), Code::PermissionDenied);
    plan.act("anna", "item.move", away);
    assert!(plan.may("anna", Permission::TaskComplete, plan.item("agree")));
    plan.holds_together();
}

#[test]
fn a_new_version_of_the_template_leaves_what_was_moved_where_it_is() {
    let plan = Plan::new();
    plan.act(
        "anna",
        "item.move",
        json!({"item": plan.item("dig"), "parent": plan.item("meet"), "reason": "First."}),
    );
    let mut text = small_template();
    text["version"] = json!(2);
    text["phases"][1]["name"] = json!({"en": "Do it"});
    let template = plan.town.template(&text);
    plan.act("anna", "template.adopt", json!({"template": template, "reason": "A better word."}));
    assert_eq!(plan.parent(plan.item("dig")), Some(plan.item("meet")));
    plan.holds_together();
}

#[test]
fn a_plan_is_replaced_as_long_as_nothing_hangs_on_it() {
    let plan = Plan::new();
    let other = json!({"document": "template", "id": "other", "version": 1, "name": {"en": "Other"}, "phases": [
        {"key": "only", "name": {"en": "Only"}, "codelivery": false, "objectives": [
            {"key": "one", "name": {"en": "One"}, "tasks": [{"key": "act", "name": {"en": "Act"}}]}]}]});
    let other = plan.town.template(&other);
    plan.grant("carla", &json!({}));
    assert_eq!(plan.code("carla", "tree.replace", json!({"template": other})), Code::PermissionDenied);
    assert_eq!(plan.code("anna", "tree.replace", json!({"template": "0".repeat(64)})), Code::DocumentUnknown);
    plan.act("anna", "tree.replace", json!({}));
    let tasks = |plan: &Plan| plan.town.engine.process(plan.process).unwrap().process().tree().len();
    assert_eq!(tasks(&plan), 0);
    assert_eq!(plan.code("anna", "tree.replace", json!({})), Code::NothingToChange);
    plan.holds_together();
    plan.act("anna", "tree.replace", json!({"template": other}));
    assert_eq!(tasks(&plan), 3);
    plan.holds_together();
    let act = plan.item("act");
    for (who, kind, data) in [
        ("anna", "role.grant", json!({"holder": {"person": "dan"}, "role": "contributor", "item": act})),
        ("anna", "task.start", json!({"item": act})),
    ] {
        let before = Plan::new();
        before.act("anna", "tree.replace", json!({"template": before.town.template(&json!({"document": "template", "id": "other", "version": 1, "name": {"en": "Other"}, "phases": [
            {"key": "only", "name": {"en": "Only"}, "codelivery": false, "objectives": [
                {"key": "one", "name": {"en": "One"}, "tasks": [{"key": "act", "name": {"en": "Act"}}]}]}]}))}));
        let mut data = data;
        data["item"] = json!(before.item("act"));
        before.act(who, kind, data);
        assert_eq!(before.code("anna", "tree.replace", json!({})), Code::TreeInUse, "{kind}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(20))]
    /// Whatever is moved where: an item lies in one place, permissions by the table and one by one are the same, and who reads
    /// the record anew finds what is in memory.
    #[test]
    fn whatever_is_moved_the_tree_is_whole(moves in prop::collection::vec((0_usize..12, 0_usize..12), 1..12)) {
        let plan = Plan::new();
        let later = plan.town.add_item("anna", plan.process, "phase", None, "Later");
        plan.town.add_item("anna", plan.process, "objective", Some(later), "Room");
        plan.grant("dan", &json!({"item": plan.item("do")}));
        plan.grant("carla", &json!({}));
        let taken = json!({"holder": {"person": "carla"}, "item": plan.item("meet"), "permissions": ["item.edit"], "reason": "No."});
        plan.act("anna", "restriction.place", taken);
        for (what, into) in moves {
            let items: Vec<ItemId> =
                plan.town.engine.process(plan.process).unwrap().process().tree().items().map(Item::id).collect();
            let (what, into) = (items[what % items.len()], items[into % items.len()]);
            let data = json!({"item": what, "parent": into, "reason": "Elsewhere."});
            plan.town.try_do("anna", Some(plan.stream()), "item.move", data).ok();
        }
        let view = plan.town.engine.process(plan.process).unwrap();
        let tree = view.process().tree();
        let mut met = 0;
        let mut open: Vec<&Item> = tree.phases().collect();
        while let Some(item) = open.pop() {
            met += 1;
            for part in tree.children(item) {
                prop_assert_eq!(tree.parent(part).map(Item::id), Some(item.id()));
                open.push(part);
            }
        }
        prop_assert_eq!(met, tree.len());
        plan.holds_together();
    }
}
