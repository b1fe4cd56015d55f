//! The tree of work.

use interlink::governance::Shipped;
use serde_json::{Value, json};

use crate::tape::{Tape, id, items, model, template};

pub(crate) fn tell() -> String {
    let mut tape =
        Tape::new("The tree of work: from a template and by hand, what waits for what, and what follows.");
    let city = tape.found("anna", "city", "public_administration");
    let club = tape.found("bruno", "club", "nonprofit_organisation");
    let document = tape.ask(&json!({"add_document": template()}))["ok"]["document"].clone();
    let process = tape.create(
        "anna",
        json!({
            "name": {"en": "Garden", "it": "Giardino"}, "description": {"en": "For all."}, "language": "en",
            "governance": model(Shipped::GPlusG), "template": document, "acting_for": "city",
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
    tape.act("anna", &process, "item.move", json!({"item": phase["item"]}));
    tape.refused(
        "item.not_sibling",
        "anna",
        &process,
        "item.move",
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
    let off = json!({"item": of["plan"], "reason": "We have planned enough."});
    tape.refused("permission.denied", "anna", &process, "item.disable", off.clone());
    for (actor, of, kind, team, person, role) in [
        ("anna", &city, "public_administration", "officers", "carla", "public_partner"),
        ("bruno", &club, "nonprofit_organisation", "board", "elena", "civic_partner"),
    ] {
        tape.act(actor, of, "team.create", json!({"team": team, "name": {"en": team}, "kind": kind}));
        tape.act(actor, of, "team_member.add", json!({"team": team, "person": person}));
        tape.act("anna", &process, "role.grant", json!({"holder": {"team": team}, "role": role}));
    }
    let approve = json!({"permission": "prerequisite.waive", "item": of["do"], "matter": {"on": of["plan"]}});
    let approve = tape.ask_approval("anna", &process, &approve, ("item.disable", &off));
    tape.act("carla", &process, "approval.give", approve.clone());
    tape.refused("permission.denied", "anna", &process, "item.disable", off.clone());
    tape.act("elena", &process, "approval.give", approve);
    tape.refused("prerequisite.reason", "anna", &process, "item.disable", json!({"item": of["plan"]}));
    tape.act("anna", &process, "item.disable", off);
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
    tape.say("An item goes to another parent; a plan that nothing hangs on makes way for another.");
    tape.refused(
        "item.kind",
        "anna",
        &process,
        "item.move",
        json!({"item": objective["item"], "parent": of["meet"]}),
    );
    tape.act("anna", &process, "item.move", json!({"item": objective["item"], "parent": of["plan"]}));
    tape.refused("tree.in_use", "anna", &process, "tree.replace", json!({"template": second}));
    let empty = tape.create(
        "anna",
        json!({"name": {"en": "Another"}, "language": "en", "governance": model(Shipped::GPlusG), "acting_for": "city"}),
    );
    tape.refused("edit.empty", "anna", &empty, "tree.replace", json!({}));
    tape.act("anna", &empty, "tree.replace", json!({"template": second}));
    tape.act("anna", &empty, "tree.replace", json!({}));
    tape.say("The tree in two languages, in one that there is not, and as it was.");
    tape.ask(&json!({"tree": {"process": id(&process), "language": "en"}}));
    tape.ask(&json!({"tree": {"process": id(&process), "language": "lv"}}));
    tape.ask(&json!({"tree": {"process": id(&process), "as_of": {"seq": 4}}}));
    tape.ask(&json!({"tree": {"process": id(&process), "as_of": {"time": "2026-03-02T09:12:00.000Z"}}}));
    tape.ask(&json!({"tree": {"process": id(&process), "as_of": {"time": "2026-03-02T08:00:00.000Z"}}}));
    tape.ask(&json!({"verify": {"stream": process}}));
    tape.text
}
