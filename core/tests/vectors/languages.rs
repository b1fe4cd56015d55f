//! Being told no in one's own language.

use interlink::governance::Shipped;
use serde_json::{Value, json};

use crate::tape::{Tape, id, items, model, template};

/// Asks in a language; the sentence of the refusal.
fn told(tape: &mut Tape, language: &str, mut request: Value) -> Value {
    request["language"] = language.into();
    let answer = tape.ask(&request);
    assert_eq!(answer["problem"]["language"], language, "{answer}");
    answer["problem"].clone()
}

pub(crate) fn tell() -> String {
    let mut tape = Tape::new("Refusals and reasons in the language that is asked for.");
    let city = tape.found("anna", "city", "public_administration");
    let document = tape.ask(&json!({"add_document": template()}))["ok"]["document"].clone();
    let process = tape.create(
        "anna",
        json!({
            "name": {"en": "Garden", "lv": "Dārzs"}, "language": "en", "governance": model(Shipped::G2c),
            "template": document, "acting_for": "city",
        }),
    );
    let of = items(&mut tape, &id(&process));
    let (plan, late) = (of["plan"].clone(), of["invite"].clone());
    let name = json!({"ar": "\u{202e}حديقة \u{2069}", "lv": "Stādīšana"});
    tape.act("anna", &process, "item.edit", json!({"item": plan, "name": name}));
    let wrong = |tape: &mut Tape, actor: &str, kind: &str, data: Value| {
        let command = tape.command(actor, &process, kind, data);
        json!({"execute": command})
    };
    for language in ["en", "es", "it", "lv"] {
        tape.say(&format!(
            "In “{language}”: of the rules, the process, work, parties, and of what cannot be read."
        ));
        for (actor, kind, data) in [
            ("bruno", "task.start", json!({"item": late})),
            ("anna", "task.complete", json!({"item": late})),
            ("anna", "item.disable", json!({"item": "0".repeat(32)})),
            ("anna", "assignment.withdraw", json!({"assignment": "0".repeat(32)})),
            ("anna", "role.grant", json!({"role": "حديقة", "holder": {"person": "bruno"}})),
            ("anna", "role.grant", json!({"role": "gardener", "holder": {"person": "bruno"}})),
            ("anna", "task.start", json!({"task": late})),
        ] {
            let request = wrong(&mut tape, actor, kind, data);
            told(&mut tape, language, request);
        }
        let stream = json!({"organisation": "0".repeat(32)});
        told(&mut tape, language, json!({"organisation": stream}));
        let dismiss = tape.command("anna", &city, "administrator.dismiss", json!({"person": "anna"}));
        told(&mut tape, language, json!({"execute": dismiss}));
    }
    tape.say("Why, and why not: reasons name items in the language too, where they have a name in it.");
    let check = |actor: &str, language: &str, item: &Value, at: String| {
        json!({"language": language, "check": {"actor": actor, "permission": "task.start", "item": item,
               "process": id(&process), "at": at}})
    };
    for language in ["lv", "lv-LV", "ar", "it"] {
        for (actor, item) in [("anna", &of["dig"]), ("bruno", &of["agree"]), ("anna", &late)] {
            let at = tape.now();
            tape.ask(&check(actor, language, item, at));
        }
    }
    tape.say("Each command of many, and a question whose answer is in a language anyway.");
    let (one, two) = (
        tape.command("bruno", &process, "task.start", json!({"item": late})),
        tape.command("anna", &process, "task.start", json!({"item": late})),
    );
    let many = tape.ask(&json!({"language": "lv", "execute_many": [one, two]}));
    assert_eq!(many["ok"]["outcomes"][0]["problem"]["language"], "lv", "{many}");
    let tree = tape.ask(&json!({"language": "lv", "tree": {"process": id(&process)}}));
    assert_eq!(tree["ok"]["name"]["text"], "Dārzs", "{tree}");
    let tree = tape.ask(&json!({"language": "lv", "tree": {"process": id(&process), "language": "en"}}));
    assert_eq!(tree["ok"]["name"]["text"], "Garden", "{tree}");
    tape.say("A language that nobody has words for, one that is none, and what is no request in one that there is.");
    let unknown = tape.ask(&json!({"language": "tlh", "organisation": {"organisation_id": "0".repeat(32)}}));
    assert_eq!(unknown["problem"]["language"], "en");
    tape.ask(&json!({"language": "no language", "operators": {}}));
    tape.ask(&json!({"language": 1, "operators": {}}));
    tape.ask(&json!({"language": "es", "no_such_request": {}}));
    tape.ask(&json!({"language": "es"}));
    tape.ask(&json!({"language": "es", "operators": {}, "streams": {"limit": 1}}));
    tape.say(
        "A host’s own words come first; what a message catalogue says of a refusal is checked as the rest of it is.",
    );
    let book = |refusals: Value| {
        json!({"language": "de", "somebody": "jemand", "something": "etwas", "phrases": {}, "refusals": refusals,
               "help": {"item.unknown": "Prüfen Sie die Kennung."}})
    };
    for refusals in [
        json!({"item.unknown": "Kein {stars}."}),
        json!({"item.gone": "Fort."}),
        json!({"item.unknown/short": "Fort."}),
        json!({"item.unknown": "Kein Element {item"}),
    ] {
        let no = tape.ask(&json!({"add_message_catalogue": book(refusals)}));
        assert_eq!(no["problem"]["code"], "message_catalogue.invalid");
    }
    tape.ask(
        &json!({"add_message_catalogue": book(json!({"item.unknown": "Hier gibt es kein Element {item}."}))}),
    );
    let request = wrong(&mut tape, "anna", "item.disable", json!({"item": "0".repeat(32)}));
    told(&mut tape, "de", request);
    tape.text
}
