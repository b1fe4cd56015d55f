//! A counted consent is used up by passing a gate.
#![cfg(test)]

use interlink::Engine;
use interlink::governance::Shipped;
use interlink::journal::StreamId;
use interlink::kernel::Command;
use interlink::problem::Code;
use interlink::types::ProcessId;
use serde_json::{Value, json};
use testkit::{Controller, with};

/// A process with a gate, in which Dora may work.
struct Gated {
    process: ProcessId,
    requirement: Value,
}

fn gated(city: &Controller) -> Gated {
    let town = &city.town;
    if town.engine.person(&testkit::host("dora")).unwrap().is_none() {
        town.act("anna", StreamId::from(city.id), "member.add", json!({"person": "dora"}));
    }
    let template = town.template(&testkit::small_template());
    let process = town.process("anna", Some("city"), Shipped::C2g, Some(template));
    let stream = StreamId::from(process);
    let grant = json!({"holder": {"person": "dora"}, "role": "coordinator", "acting_for": "city"});
    town.act("anna", stream, "role.grant", grant);
    let required =
        town.act("anna", stream, "purpose.require", json!({"organisation": "city", "purpose": "news"}));
    let event: Value = serde_json::from_str(&required.events[0].to_json()).unwrap();
    Gated { process, requirement: event["data"]["requirement"].clone() }
}

fn consent(city: &Controller, uses: u32) {
    let giving = with(testkit::giving("city", city.notice, "news"), &json!({"valid": {"uses": uses}}));
    city.town.act("dora", None, "consent.give", giving);
}

fn set_aside(gate: &Gated) -> Value {
    json!({"organisation": "city", "purpose": "news", "requirement": gate.requirement})
}

fn start(city: &Controller, gate: &Gated, key: &str) -> Command {
    let data = json!({"item": city.town.item(gate.process, key)});
    city.town.command("dora", Some(gate.process.into()), "task.start", data)
}

#[test]
fn each_act_takes_one_use_and_no_more_pass_than_there_are() {
    let city = Controller::new();
    let gate = gated(&city);
    consent(&city, 2);
    let town = &city.town;
    let refused = |key: &str| {
        let error = town.engine.execute(&start(&city, &gate, key)).unwrap_err();
        serde_json::to_string(&interlink::problem::Problem::from(&error)).unwrap()
    };
    assert!(refused("invite").contains("none was set aside"), "{}", refused("invite"));
    town.act("dora", None, "consent.use", set_aside(&gate));
    let started = town.engine.execute(&start(&city, &gate, "invite")).unwrap();
    assert_eq!(started.events.last().unwrap().data.type_name(), "purpose.used");
    // The use is gone: another act needs another.
    let complete = json!({"item": town.item(gate.process, "invite")});
    let stream = StreamId::from(gate.process);
    assert_eq!(town.refused("dora", stream, "task.complete", complete.clone()).code, Code::PermissionDenied);
    town.act("dora", None, "consent.use", set_aside(&gate));
    // It was the last, and still lets one act through.
    town.act("dora", stream, "task.complete", complete);
    assert_eq!(town.refused("dora", None, "consent.use", set_aside(&gate)).code, Code::ConsentTransition);
    assert!(refused("agree").contains("permission.denied"));
    town.engine.verify_all().unwrap();
}

#[test]
fn with_one_use_left_one_of_two_processes_passes() {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite:{}", folder.path().join("town.sqlite").display());
    let city = Controller::at(&url);
    let (one, two) = (gated(&city), gated(&city));
    consent(&city, 1);
    let engines = [Engine::open(&url).unwrap(), Engine::open(&url).unwrap()];
    let commands = [&one, &two].map(|gate| {
        [city.town.command("dora", None, "consent.use", set_aside(gate)), start(&city, gate, "invite")]
    });
    let passed: Vec<bool> = std::thread::scope(|scope| {
        let run = |(engine, commands): (&Engine, &[Command; 2])| {
            commands.iter().all(|command| engine.execute(command).is_ok())
        };
        let threads: Vec<_> =
            engines.iter().zip(&commands).map(|both| scope.spawn(move || run(both))).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    assert_eq!(passed.iter().filter(|passed| **passed).count(), 1);
    let again = Engine::open(&url).unwrap();
    again.verify_all().unwrap();
    let other = if passed[0] { &two } else { &one };
    assert!(again.execute(&start(&city, other, "invite")).is_err(), "nor after a restart");
}

#[test]
fn what_was_set_aside_does_not_outlive_her_no_or_pass_another_gate() {
    let city = Controller::new();
    let (one, two) = (gated(&city), gated(&city));
    let town = &city.town;
    consent(&city, 5);
    town.act("dora", None, "consent.use", set_aside(&one));
    assert!(town.engine.execute(&start(&city, &two, "invite")).is_err(), "it was for the other");
    // A stranger spends nobody's uses; the controller may.
    assert_eq!(
        town.refused("bruno", None, "consent.use", with(set_aside(&one), &json!({"data_subject": "dora"})))
            .code,
        Code::ConsentNotController
    );
    town.act("anna", None, "consent.use", with(set_aside(&two), &json!({"data_subject": "dora"})));
    town.act("dora", None, "consent.withdraw", testkit::about("news"));
    for gate in [&one, &two] {
        assert!(town.engine.execute(&start(&city, gate, "invite")).is_err(), "she said no since");
    }
    // A new consent does not bring old uses back.
    consent(&city, 5);
    assert!(town.engine.execute(&start(&city, &one, "invite")).is_err());
    town.act("dora", None, "consent.use", set_aside(&one));
    town.engine.execute(&start(&city, &one, "invite")).unwrap();
    town.engine.verify_all().unwrap();
    // Elsewhere the bundle tells the same.
    let bundle = town.engine.export_bundle(one.process, true).unwrap();
    let elsewhere = Engine::open("memory:").unwrap();
    elsewhere.import_bundle(bundle.as_bytes()).unwrap();
    elsewhere.verify_all().unwrap();
}

/// A consent that is not counted is not used up, and a gate asks for nothing more than it.
#[test]
fn a_consent_for_a_time_passes_as_often_as_it_holds() {
    let city = Controller::new();
    let gate = gated(&city);
    city.give("dora", "news");
    let started = city.town.engine.execute(&start(&city, &gate, "invite")).unwrap();
    assert_eq!(started.events.len(), 1);
}
