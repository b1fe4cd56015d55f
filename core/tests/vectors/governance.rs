//! The rules of a process.

use interlink::governance::{GovernanceModel, Shipped};
use serde_json::{Value, json};

use crate::tape::{Tape, id, items, model, template};

pub(crate) fn tell() -> String {
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
    let create = |model: Value, acting_for: Option<&str>| {
        let mut data =
            json!({"name": {"en": "Garden"}, "language": "en", "governance": model, "template": document});
        acting_for.into_iter().for_each(|acting_for| data["acting_for"] = json!(acting_for));
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
        "acting_for.not_member",
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
    tape.refused("role.unknown", "anna", &process, "role.grant", grant(officers, "king"));
    let mut narrow = grant(json!({"person": "anna"}), "coordinator");
    narrow["item"] = items["plan"].clone();
    narrow["acting_for"] = json!("city");
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
    tape.refused("permission.denied", "anna", &process, "prerequisite.waive", pass.clone());
    let approve = json!({"permission": "prerequisite.waive", "item": items["do"]});
    let act = json!({"type": "prerequisite.waive", "data": pass});
    let ask = |permission: &str, matter: Value, act: &Value| {
        let item = if permission == "prerequisite.waive" { items["do"].clone() } else { Value::Null };
        let mut ask = json!({"permission": permission, "item": item, "matter": matter, "act": act});
        ask.as_object_mut().unwrap().retain(|_, value| !value.is_null());
        ask
    };
    let not_asked = ask("item.add", Value::Null, &act);
    tape.refused("approval.not_asked", "anna", &process, "approval.ask", not_asked);
    let other = ask("prerequisite.waive", json!({"command": "task.start"}), &act);
    tape.refused("approval.matter", "anna", &process, "approval.ask", other);
    let nothing = json!({"type": "approval.give", "data": {"request": "00000000000000000000000000000000"}});
    tape.refused(
        "approval.act",
        "anna",
        &process,
        "approval.ask",
        ask("prerequisite.waive", Value::Null, &nothing),
    );
    let approve = tape.ask_approval("anna", &process, &approve, ("prerequisite.waive", &pass));
    tape.refused(
        "approval.exists",
        "anna",
        &process,
        "approval.ask",
        ask("prerequisite.waive", Value::Null, &act),
    );
    tape.refused("approval.not_approver", "elena", &process, "approval.give", approve.clone());
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
    tape.say("In other words it is not approved.");
    let mut swapped = pass.clone();
    swapped["reason"] = json!("It suits me.");
    tape.refused("permission.denied", "anna", &process, "prerequisite.waive", swapped);
    let at = tape.now();
    tape.ask(&json!({"rules": {"process": id(&process), "language": "en", "at": at}}));
    tape.act("anna", &process, "prerequisite.waive", pass.clone());
    tape.refused("approval.unknown", "carla", &process, "approval.give", approve);
    let gate =
        json!({"permission": "prerequisite.waive", "item": items["do"], "matter": {"on": items["plan"]}});
    let once_more = tape.ask_approval("anna", &process, &gate, ("prerequisite.waive", &pass));
    tape.act("carla", &process, "approval.give", once_more);
    tape.refused("prerequisite.met", "anna", &process, "prerequisite.waive", pass);
    tape.say("What an act is about changed after it was asked for.");
    let again = json!({"item": items["do"], "on": items["plan"], "reason": "It is warm."});
    let stale = tape.ask_approval("anna", &process, &gate, ("prerequisite.waive", &again));
    tape.act(
        "anna",
        &process,
        "item.edit",
        json!({"item": items["do"], "description": {"en": "All of it."}}),
    );
    tape.refused("approval.changed", "carla", &process, "approval.give", stale);
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
