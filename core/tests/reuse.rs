//! Doing it again: a process copied, and published with its story for others to use.
#![cfg(test)]

use interlink::governance::Shipped;
use interlink::interop::interlink::read_story;
use interlink::journal::StreamId;
use interlink::kernel::{Document, Engine};
use interlink::problem::Code;
use interlink::process::{Process, Status};
use interlink::types::ProcessId;
use serde_json::{Value, json};
use testkit::{Town, small_template};

/// A process with work done, one task of its own and one disabled.
fn lived(town: &Town) -> ProcessId {
    let city = town.found("anna", "city", "public_administration");
    town.team("anna", city, "officers", "public_administration", &["carla"]);
    let template = town.template(&small_template());
    let process = town.process("anna", Some("city"), Shipped::GPlusG, Some(template));
    let stream = StreamId::from(process);
    town.act("anna", stream, "role.grant", json!({"holder": {"team": "officers"}, "role": "public_partner"}));
    let [invite, agree, dig] = ["invite", "agree", "dig"].map(|key| town.item(process, key));
    let meet = town.engine.process(process).unwrap();
    let meet = meet.process().tree().parent(meet.process().tree().item(invite).unwrap()).unwrap().id();
    let sing = json!({"kind": "task", "parent": meet, "name": {"en": "Sing", "it": "Cantare"}, "problem_profiles": ["keep-going"]});
    let sing = town.act("anna", stream, "item.add", sing);
    let sing: Value = serde_json::from_str(&sing.events[0].to_json()).unwrap();
    town.act(
        "anna",
        stream,
        "prerequisite.add",
        json!({"item": sing["data"]["item"], "on": invite, "needs": "finished"}),
    );
    town.act("anna", stream, "prerequisite.add", json!({"item": dig, "on": agree, "needs": "previous"}));
    town.act("anna", stream, "item.disable", json!({"item": agree}));
    town.complete("carla", process, invite);
    town.act(
        "carla",
        stream,
        "contribution.claim",
        json!({"item": invite, "kind": "management", "text": "Secret."}),
    );
    process
}

/// What of a process is a plan: kinds, names, profiles, and what waits for what, by names.
fn plan(process: &Process) -> Vec<(String, Vec<String>, Vec<String>)> {
    let name = |item: &interlink::process::Item| {
        item.name().read(&"it".parse().unwrap(), &"en".parse().unwrap()).text.to_owned()
    };
    let tree = process.tree();
    let mut plan: Vec<_> = tree
        .items()
        .filter(|item| item.enabled())
        .map(|item| {
            let waits =
                tree.prerequisites(item).filter(|(on, ..)| on.enabled()).map(|(on, ..)| name(on)).collect();
            (name(item), item.problem_profiles().iter().map(ToString::to_string).collect(), waits)
        })
        .collect();
    plan.sort();
    plan
}

fn story() -> Value {
    json!({
        "title": {"en": "How we dug a garden", "it": "Come abbiamo scavato un giardino"},
        "results": {"en": "There is a garden."}, "countries": ["IT", "LV"], "languages": ["it"],
        "figures": [{"name": {"en": "Trees"}, "value": "12.5", "unit": "trees"}],
        "materials": [{"name": {"en": "The plan"}, "uri": "https://example.org/plan"}],
        "owners": [{"name": {"en": "The City"}}], "start": "2026-01-01", "end": "2026-03-01",
        "tags": {"en": ["garden"]},
    })
}

#[test]
fn a_copy_has_the_plan_and_nothing_of_the_people() {
    let town = Town::new();
    let source = lived(&town);
    assert_eq!(
        town.refused("eva", None, "process.clone", json!({"source": source})).code,
        Code::PermissionDenied
    );
    assert_eq!(
        town.refused("carla", None, "process.clone", json!({"source": ProcessId::from_bytes([9; 16])})).code,
        Code::StreamUnknown
    );
    let copy = town.act(
        "anna",
        None,
        "process.clone",
        json!({"source": source, "acting_for": "city", "name": {"en": "Another"}}),
    );
    let copy = copy.process().unwrap();
    let (old, new) = (town.engine.process(source).unwrap(), town.engine.process(copy).unwrap());
    assert_eq!(plan(new.process()), plan(old.process()));
    assert!(
        plan(new.process()).iter().any(|(name, ..)| name == "Cantare"),
        "what was added by hand comes along"
    );
    assert_eq!(new.process().tree().items().filter(|item| item.status() != Status::Awaiting).count(), 0);
    assert_eq!(new.process().governance().grants().len(), 1, "only the new founder's");
    assert_eq!((new.process().work().contributions().len(), new.process().assets().len()), (0, 0));
    let origin = new.process().template().unwrap().document().origin.unwrap();
    assert_eq!((origin.process, origin.seq), (source, old.seq()));
    town.engine.verify_all().unwrap();
    // A copy goes elsewhere without what it is a copy of.
    let elsewhere = Engine::open("memory:").unwrap();
    elsewhere.import_bundle(town.engine.export_bundle(copy, false).unwrap().as_bytes()).unwrap();
    assert!(elsewhere.process(source).is_err());
    // And a copy of the copy knows where it is from.
    let again = town
        .act("anna", None, "process.clone", json!({"source": copy, "acting_for": "city"}))
        .process()
        .unwrap();
    let again = town.engine.process(again).unwrap();
    assert_eq!(again.process().template().unwrap().document().origin.unwrap().process, copy);
    assert_eq!(plan(again.process()), plan(old.process()));
}

#[test]
fn a_publication_tells_the_story_and_can_be_done_again_elsewhere() {
    let town = Town::new();
    let source = lived(&town);
    let stream = StreamId::from(source);
    let publish = json!({"story": story(), "licence": "CC-BY-4.0"});
    assert_eq!(town.refused("eva", stream, "process.publish", publish.clone()).code, Code::PermissionDenied);
    // Under G+G both sides stand behind a publication.
    let missing = town.refused("anna", stream, "process.publish", publish.clone());
    assert!(missing.reasons.iter().all(|reason| reason.to_value()["code"] == "reason.approval_missing"));
    let club = town.found("bruno", "club", "nonprofit_organisation");
    town.team("bruno", club, "board", "nonprofit_organisation", &["elena"]);
    town.act("anna", stream, "role.grant", json!({"holder": {"team": "board"}, "role": "civic_partner"}));
    let about = json!({"permission": "process.publish"});
    town.approve(("elena", "anna"), stream, &about, ("process.publish", &publish));
    town.act("carla", stream, "process.publish", publish);
    let view = town.engine.process(source).unwrap();
    let [publication] = view.process().publications() else { panic!() };
    let found = |search: Value| -> usize {
        let ask = json!({"publications": {"search": search, "language": "it"}}).to_string();
        let answer: Value = serde_json::from_str(&town.engine.request(ask.as_bytes())).unwrap();
        let found = answer["ok"]["publications"].as_array().unwrap();
        for one in found {
            assert_eq!(one["publication"], json!(publication));
            assert_eq!((&one["process"], &one["title"]["language"]), (&json!(source), &json!("it")));
        }
        found.len()
    };
    for search in [
        json!({}),
        json!({"text": "DUG garden"}),
        json!({"text": "scavato"}),
        json!({"country": "LV", "language": "it", "licence": "permissive"}),
    ] {
        assert_eq!(found(search.clone()), 1, "{search}");
    }
    for search in [
        json!({"text": "dug lake"}),
        json!({"country": "FR"}),
        json!({"language": "lv"}),
        json!({"licence": "public_domain"}),
    ] {
        assert_eq!(found(search.clone()), 0, "{search}");
    }
    let text = town.engine.document(*publication).unwrap();
    for personal in ["carla", "anna", "Secret", "officers", &format!("{}", view.process().created_by())] {
        assert!(!text.as_str().contains(personal), "{personal} is in what is public");
    }
    // Elsewhere it can be read and done again, and what is done again knows where it is from.
    let other = Town::new();
    other.try_do("x", None, "organisation.edit", json!({})).unwrap_err();
    other.found("zoe", "village", "public_administration");
    let document = Document::parse(text.as_str().as_bytes()).unwrap();
    assert_eq!(document.id(), *publication);
    other.engine.add_document(document).unwrap();
    let data = json!({
        "name": {"en": "Ours"}, "language": "en", "acting_for": "village", "governance": other.model(Shipped::C2g),
        "template": publication,
    });
    let ours = other.act("zoe", None, "process.create", data).process().unwrap();
    let ours = other.engine.process(ours).unwrap();
    assert_eq!(plan(ours.process()), plan(view.process()));
    assert_eq!(ours.process().template().unwrap().document().origin.unwrap().process, source);
    other.engine.verify_all().unwrap();
    town.engine.verify_all().unwrap();
}

#[test]
fn stories_that_make_no_sense_are_refused() {
    let town = Town::new();
    town.found("anna", "city", "public_administration");
    let process = town.process("anna", Some("city"), Shipped::C2g, None);
    let stream = StreamId::from(process);
    let publish = |change: fn(&mut Value)| {
        let mut story = story();
        change(&mut story);
        json!({"story": story, "licence": "CC0-1.0"})
    };
    assert_eq!(town.refused("anna", stream, "process.publish", publish(|_| {})).code, Code::TemplateInvalid);
    let clone = json!({"source": process, "acting_for": "city"});
    town.act("anna", None, "process.clone", clone);
    town.add_item("anna", process, "phase", None, "Phase");
    let backwards =
        town.refused("anna", stream, "process.publish", publish(|story| story["end"] = json!("2025-01-01")));
    assert_eq!(backwards.code, Code::PublicationInvalid);
    let ask = |data: &Value| {
        let mut request =
            json!({"execute": town.command("anna", Some(stream), "process.publish", publish(|_| {}))});
        request["execute"]["data"] = data.clone();
        let answer: Value =
            serde_json::from_str(&town.engine.request(request.to_string().as_bytes())).unwrap();
        answer["problem"]["code"].as_str().unwrap_or_default().to_owned()
    };
    assert_eq!(ask(&publish(|story| story["countries"] = json!(["Italy"]))), "country.malformed");
    assert_eq!(ask(&publish(|story| story["materials"][0]["uri"] = json!("javascript:x"))), "uri.malformed");
    assert_eq!(ask(&publish(|story| story["mood"] = json!("good"))), "json.unknown_field");
    town.act("anna", stream, "process.publish", publish(|_| {}));
    town.act("anna", stream, "process.publish", publish(|_| {}));
    assert_eq!(town.engine.process(process).unwrap().process().publications().len(), 2);
}

/// The platform's file with everything in it, and with as little as it can have.
#[test]
fn a_story_of_the_platform_is_read() {
    let whole = json!({
        "title": "Un parco", "short_description": "Per tutti", "countries": "IT, lv", "logo": "/static/x.png", "schema_template": null,
        "coproduction_story_squema_id": "s", "description": "Com'era", "objectives": "Ombra", "results": "Alberi", "lessons_learned": "",
        "licenses": "CC-BY-4.0", "incentives": "None", "materials": [
            {"name": "Due", "order": 2, "type": "pdf", "link": "https://example.org/2"},
            {"name": "Uno", "order": 1, "type": "pdf", "link": "https://example.org/1"},
            {"name": "Nessuno", "order": 3, "type": "pdf", "link": "nowhere"},
        ],
        "owners": [{"order": 1, "name": "Comune", "info": "Il comune", "logo": "x.png", "link": ""}],
        "stats": [{"order": 1, "name": "Alberi", "value": 12.5, "units_measure": "alberi", "category": "verde"}],
        "languages": "it,en", "story_language": "it", "tags": ["parco"], "keywords": "verde, ombra ,parco", "start_at": "05-02-2023",
        "end_at": "31-12-2023",
    });
    let read = read_story(whole.to_string().as_bytes()).unwrap();
    let story = json!(read.story);
    assert_eq!(story["title"], json!({"it": "Un parco"}));
    assert_eq!(story["countries"], json!(["IT", "LV"]));
    assert_eq!((&story["start"], &story["end"]), (&json!("2023-02-05"), &json!("2023-12-31")));
    assert_eq!(story["figures"][0]["value"], "12.5", "as it was written");
    let names: Vec<&Value> =
        story["materials"].as_array().unwrap().iter().map(|one| &one["name"]["it"]).collect();
    assert_eq!(names, ["Uno", "Due"], "in their order, and what leads nowhere is left out");
    assert_eq!(story["tags"], json!({"it": ["parco", "verde", "ombra"]}));
    assert_eq!(read.licence.unwrap().as_str(), "CC-BY-4.0");
    let unread: Vec<&str> = read
        .report
        .anomalies
        .iter()
        .filter(|anomaly| anomaly.code == Code::AnomalyUnknownField)
        .map(|anomaly| anomaly.pointer.as_str())
        .collect();
    for pointer in ["/logo", "/schema_template", "/coproduction_story_squema_id", "/owners/0/logo"] {
        assert!(unread.contains(&pointer), "{pointer}: {unread:?}");
    }
    // Every field but the title is optional, and none may be of a kind that ends the reading.
    for name in whole.as_object().unwrap().keys().filter(|name| *name != "title") {
        for value in [
            None,
            Some(Value::Null),
            Some(json!("")),
            Some(json!(7)),
            Some(json!([{}])),
            Some(json!({"a": [1]})),
        ] {
            let mut other = whole.clone();
            match value {
                None => drop(other.as_object_mut().unwrap().remove(name)),
                Some(value) => other[name] = value,
            }
            let read =
                read_story(other.to_string().as_bytes()).unwrap_or_else(|fault| panic!("{name}: {fault}"));
            // What was read is a story that a process may be published with.
            let publish = json!({"story": read.story, "licence": "CC0-1.0"}).to_string();
            let command: Value = serde_json::from_str(&publish).unwrap();
            assert!(command["story"]["results"].is_object(), "{name}");
        }
    }
    for (wrong, path) in [("[]", ""), ("{}", "/title"), (r#"{"title": ""}"#, "/title")] {
        assert_eq!(read_story(wrong.as_bytes()).unwrap_err().path(), path, "{wrong}");
    }
}
