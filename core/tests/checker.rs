//! What reads a bundle and answers answers as an engine does.
#![cfg(test)]

use interlink::governance::{Permission, Shipped};
use interlink::kernel::{Checker, Document, Engine, HostQuestion};
use interlink::problem::{Code, Problem};
use interlink::types::ProcessId;
use proptest::prelude::*;
use serde_json::json;
use testkit::fuzz::hashed;
use testkit::world::{Step, World};
use testkit::{Town, alike, giving, host, notice, small_template, told_in, with};

/// A process that requires consents, of people some of whom gave them.
fn requiring(town: &Town) -> ProcessId {
    let city = town.found("anna", "city", "public_administration");
    town.team("anna", city, "officers", "public_administration", &["carla"]);
    let told = town.publish_notice("anna", city, &notice(1));
    let template = town.template(&small_template());
    let process = town.process("anna", Some("city"), Shipped::C2g, Some(template));
    for person in ["dora", "elena", "fabio"] {
        let data = json!({"holder": {"person": person}, "role": "contributor"});
        town.act("anna", Some(process.into()), "role.grant", data);
    }
    town.consent("dora", "city", told, "news");
    town.act(
        "elena",
        None,
        "consent.give",
        with(giving("city", told, "news"), &json!({"valid": {"days": 2}})),
    );
    let required = json!({"organisation": "city", "purpose": "news"});
    town.act("anna", Some(process.into()), "purpose.require", required);
    process
}

#[test]
fn consents_count_that_nothing_has_relied_on_yet() {
    let town = Town::new();
    let process = requiring(&town);
    assert!(alike(&town.engine, process, town.now()) > 0);
    let bundle = town.engine.export_bundle(process, true).unwrap();
    let checker = Checker::read(bundle.as_bytes()).unwrap();
    let task = Some(town.item(process, "invite"));
    let permission = Permission::ContributionClaim;
    let may = |person| {
        let question = HostQuestion { actor: &host(person), permission, process, item: task, at: town.now() };
        checker.allows(&question).unwrap()
    };
    assert_eq!(["dora", "elena", "fabio", "nobody"].map(may), [true, true, false, false]);
    // And so they do where the bundle is taken in.
    let elsewhere = Engine::open("memory:").unwrap();
    elsewhere.import_bundle(bundle.as_bytes()).unwrap();
    alike(&elsewhere, process, town.now());
    assert_eq!(told_in(&elsewhere.export_bundle(process, true).unwrap()), told_in(&bundle));
}

#[test]
fn what_was_said_later_counts_and_who_was_erased_is_nobody() {
    let town = Town::new();
    let process = requiring(&town);
    let taken_back = json!({"organisation": "city", "purpose": "news"});
    town.act("dora", None, "consent.withdraw", taken_back);
    alike(&town.engine, process, town.now());
    let elena = town.engine.person(&host("elena")).unwrap().unwrap();
    town.act("elena", Some(elena.into()), "person.erase", json!({}));
    alike(&town.engine, process, town.now());
}

#[test]
fn without_names_it_knows_nobody() {
    let town = Town::new();
    let process = requiring(&town);
    let bundle = town.engine.export_bundle(process, false).unwrap();
    let checker = Checker::read(bundle.as_bytes()).unwrap();
    let (actor, permission) = (&host("anna"), Permission::ProcessView);
    let question = HostQuestion { actor, permission, process, item: None, at: town.now() };
    assert!(!checker.allows(&question).unwrap());
    let elsewhere = HostQuestion { process: ProcessId::from_bytes([1; 16]), ..question };
    let (here, there) =
        (checker.check(&elsewhere).unwrap_err(), town.engine.process(elsewhere.process).unwrap_err());
    assert_eq!(Problem::from(&here), Problem::from(&there));
}

#[test]
fn catalogues_and_publications_stand_behind_a_process_as_well() {
    let town = Town::new();
    let source = requiring(&town);
    let story = json!({"title": {"en": "How"}, "results": {"en": "A garden."}, "countries": ["IT"], "languages": ["en"]});
    let publish = json!({"story": story, "licence": "CC-BY-4.0"});
    town.act("anna", Some(source.into()), "process.publish", publish);
    let publication = town.engine.process(source).unwrap().process().publications()[0];
    let catalogue = town.engine.add_document(
        Document::parse(json!({"document": "catalogue", "id": "ours", "version": 1}).to_string().as_bytes())
            .unwrap(),
    );
    let data = json!({
        "name": {"en": "Again"}, "language": "it", "acting_for": "city", "template": publication,
        "governance": town.model(Shipped::C2g), "catalogue": catalogue.unwrap(),
    });
    let again = town.act("anna", None, "process.create", data).process().unwrap();
    assert!(alike(&town.engine, again, town.now()) > 0);
}

#[cfg(feature = "archive")]
#[test]
fn an_imported_process_can_be_asked() {
    let files = testkit::fuzz::files(include_bytes!("../fuzz/seeds/export/yard.txt"));
    let read = interlink::interop::interlink::export::read(&files.to_archive().unwrap()).unwrap();
    let engine = Engine::open("memory:").unwrap();
    let process = testkit::fuzz::imported(&engine, &read);
    assert!(alike(&engine, process, "2026-01-01T00:00:00.000Z".parse().unwrap()) > 0);
}

#[test]
fn what_is_no_bundle_says_what_it_is_instead() {
    let town = Town::new();
    let process = requiring(&town);
    let bundle = town.engine.export_bundle(process, true).unwrap();
    let code = |bytes: &[u8]| Problem::from(&Checker::read(bytes).unwrap_err()).code;
    assert_eq!(code(b""), Code::BundleTruncated);
    assert_eq!(code(bundle.replace("dora", "dara").as_bytes()), Code::BundleChanged);
    let bare: Vec<&str> = bundle.lines().map(|line| line.split_at(65).1).collect();
    let without = |part: &str| {
        let kept: Vec<&str> =
            bare.iter().copied().filter(|line| !line.contains(part) && !line.contains("\"end\"")).collect();
        hashed(&format!("{}\n{{\"end\":{}}}\n", kept.join("\n"), kept.len()))
    };
    assert_eq!(code(without(&format!("process/{process}")).as_bytes()), Code::BundleMalformed);
    assert_eq!(code(without("\"process.created\"").as_bytes()), Code::RecordMalformed);
    assert_eq!(code(without("\"role\":\"contributor\"").as_bytes()), Code::RecordGap);
    assert_eq!(code(without("\"document\":\"template\"").as_bytes()), Code::RecordMalformed);
    assert_eq!(code(bundle.replace("role.granted", "role.taken").as_bytes()), Code::BundleChanged);
    Checker::read(without("nothing").as_bytes()).unwrap();
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn whatever_happens_it_answers_as_an_engine(
        model in proptest::sample::select(Shipped::ALL.to_vec()),
        from_template: bool,
        steps in proptest::collection::vec(any::<Step>(), 0..40),
    ) {
        let world = World::new(Box::new(interlink::journal::MemoryStore::new()), model, from_template);
        for step in steps {
            world.town.engine.execute(&world.command(step)).ok();
        }
        alike(&world.town.engine, world.process, world.town.now());
    }
}
