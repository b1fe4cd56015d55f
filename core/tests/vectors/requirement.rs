//! What a process requires of people's consent.

use interlink::governance::Shipped;
use serde_json::{Value, json};
use testkit::notice;

use crate::tape::{Tape, id, items, model, template};

pub(crate) fn tell() -> String {
    let mut tape =
        Tape::new("Requirements: work and assets that depend on what people want done with their data.");
    let city = tape.found("anna", "city", "public_administration");
    let document = tape.ask(&json!({"add_document": notice(1)}))["ok"]["document"].clone();
    tape.act("anna", &city, "notice.publish", json!({"notice": document}));
    let garden = tape.ask(&json!({"add_document": template()}))["ok"]["document"].clone();
    let process = tape.create(
        "anna",
        json!({
            "name": {"en": "Garden", "it": "Giardino"}, "language": "en", "governance": model(Shipped::C2g),
            "template": garden, "acting_for": "city",
        }),
    );
    let of = items(&mut tape, &id(&process));
    let grant = json!({"holder": {"person": "dora"}, "role": "contributor"});
    tape.act("anna", &process, "role.grant", grant);
    let require = json!({"item": of["invite"], "organisation": "city", "purpose": "news"});
    tape.refused("permission.denied", "dora", &process, "purpose.require", require.clone());
    let required = tape.act("anna", &process, "purpose.require", require.clone()).0;
    tape.refused("requirement.exists", "anna", &process, "purpose.require", require);
    let unknown = json!({"organisation": "city", "purpose": "nothing"});
    tape.refused("purpose.unknown", "anna", &process, "purpose.require", unknown);

    let claim = json!({"item": of["invite"], "kind": "development", "text": "I asked the neighbours."});
    tape.refused("permission.denied", "dora", &process, "contribution.claim", claim.clone());
    let check = |at: String| {
        json!({"check": {
            "actor": "dora", "at": at, "item": of["invite"], "permission": "contribution.claim", "process": id(&process),
        }})
    };
    let now = tape.now();
    tape.ask(&check(now.clone()));
    tape.ask(&json!({"permissions": {"at": now, "party": {"person": "dora"}, "process": id(&process)}}));
    let form = json!({
        "language": "en", "method": "form", "notice": document, "organisation": "city", "purpose": "news",
        "valid": {"days": 300},
    });
    tape.act("dora", &Value::Null, "consent.give", form.clone());
    tape.act("dora", &process, "contribution.claim", claim.clone());
    tape.act("dora", &Value::Null, "consent.withdraw", json!({"organisation": "city", "purpose": "news"}));
    tape.refused("permission.denied", "dora", &process, "contribution.claim", claim);
    tape.act("anna", &process, "purpose.release", json!({"requirement": required["requirement"]}));

    let content = json!({"link": {"uri": "https://files.example/interview"}});
    let asset = json!({"item": of["invite"], "title": {"en": "Interview"}, "content": content});
    let asset = tape.act("anna", &process, "asset.add", asset).0["asset"].clone();
    let people =
        json!({"asset": asset, "organisation": "city", "purpose": "news", "data_subjects": ["dora"]});
    let guarded = tape.act("anna", &process, "purpose.require", people).0;
    tape.refused("permission.denied", "anna", &process, "asset.open", json!({"asset": asset}));
    let now = tape.now();
    tape.ask(&json!({"assets": {"actor": "anna", "at": now, "process": id(&process)}}));
    tape.act("dora", &Value::Null, "consent.give", form.clone());
    tape.act("anna", &process, "asset.open", json!({"asset": asset}));

    tape.say("A consent for so many uses lets through who takes a use that was set aside.");
    let mut counted = form;
    counted["valid"] = json!({"uses": 1});
    tape.act("dora", &Value::Null, "consent.withdraw", json!({"organisation": "city", "purpose": "news"}));
    tape.act("dora", &Value::Null, "consent.give", counted);
    tape.refused("permission.denied", "anna", &process, "asset.open", json!({"asset": asset}));
    let aside = json!({
        "organisation": "city", "purpose": "news", "requirement": guarded["requirement"], "data_subject": "dora",
    });
    tape.act("anna", &Value::Null, "consent.use", aside.clone());
    tape.act("anna", &process, "asset.open", json!({"asset": asset}));
    tape.refused("permission.denied", "anna", &process, "asset.open", json!({"asset": asset}));
    tape.refused("consent.transition", "anna", &Value::Null, "consent.use", aside);
    tape.ask(&json!({"subject_access": {"person": "dora"}}));
    tape.ask(&json!({"verify": {}}));
    tape.text
}
