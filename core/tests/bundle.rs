//! A process in one file: the same bytes everywhere, nothing believed that is not verified.
#![cfg(test)]

use std::path::Path;

use interlink::governance::Shipped;
use interlink::home::Terms;
use interlink::journal::StreamId;
use interlink::kernel::{Engine, Error};
use interlink::problem::{Code, Problem};
use interlink::types::ProcessId;
use proptest::prelude::*;
use serde_json::{Value, json};
use testkit::fuzz::hashed;
use testkit::{Town, small_template, told_in};

/// A process with a bit of everything, and an organisation whose team takes part.
fn lived(town: &Town) -> ProcessId {
    let city = town.found("anna", "city", "public_administration");
    town.team("anna", city, "officers", "public_administration", &["carla"]);
    let template = town.template(&small_template());
    let process = town.process("anna", Some("city"), Shipped::GPlusG, Some(template));
    let stream = StreamId::from(process);
    town.act("anna", stream, "role.grant", json!({"holder": {"team": "officers"}, "role": "public_partner"}));
    let invite = town.item(process, "invite");
    town.act(
        "carla",
        stream,
        "asset.add",
        json!({
            "item": invite, "title": {"en": "Notes"}, "content": {"link": {"uri": "https://example.org"}},
        }),
    );
    town.act(
        "carla",
        stream,
        "contribution.claim",
        json!({"item": invite, "kind": "management", "text": "I planned it."}),
    );
    town.act("carla", stream, "task.complete", json!({"item": invite}));
    process
}

fn memory() -> Engine {
    Engine::open("memory:").unwrap()
}

fn code(error: &Error) -> Code {
    Problem::from(error).code
}

#[test]
fn out_in_and_out_again_is_the_same_and_says_how_old_it_is() {
    let folder = tempfile::TempDir::new().unwrap();
    let town = Town::new();
    let process = lived(&town);
    for with_vault in [false, true] {
        let bundle = town.engine.export_bundle(process, with_vault).unwrap();
        let file = format!("sqlite:{}", folder.path().join(format!("{with_vault}.sqlite")).display());
        for engine in [memory(), Engine::open(&file).unwrap()] {
            let imported = engine.import_bundle(bundle.as_bytes()).unwrap();
            assert_eq!(imported.process, process);
            // And the record of the import itself.
            assert_eq!(imported.events + 1, engine.verify_all().unwrap().events);
            let again = engine.export_bundle(process, with_vault).unwrap();
            assert_eq!(told_in(&again), told_in(&bundle));
            // But for how old it is, which whoever wrote it first had nothing to say about.
            let known = |bundle: &str| bundle.matches("{\"known\":").count();
            assert_eq!((known(&bundle), known(&again)), (0, 1));
            let (here, there) = (engine.process(process).unwrap(), town.engine.process(process).unwrap());
            assert_eq!(here.process(), there.process());
            let known = engine.person(&"carla".parse().unwrap()).unwrap();
            assert_eq!(known.is_some(), with_vault);
            let again = engine.import_bundle(bundle.as_bytes()).unwrap();
            assert_eq!(again.events, 0, "what is here already is not taken twice");
        }
    }
}

/// The seed of the fuzz target: a whole bundle, without its hashes.
#[test]
fn the_seed_is_as_generated() {
    let town = Town::new();
    let process = lived(&town);
    let bundle = town.engine.export_bundle(process, true).unwrap();
    let said: String = bundle.lines().map(|line| format!("{}\n", line.split_once(' ').unwrap().1)).collect();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/seeds/bundle/lived");
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, &said).unwrap();
    }
    assert_eq!(std::fs::read_to_string(&path).unwrap(), said, "UPDATE=1 writes it anew");
    assert_eq!(hashed(&said), bundle);
}

#[test]
fn without_the_vault_nobody_is_named() {
    let town = Town::new();
    let process = lived(&town);
    let (without, with) =
        (town.engine.export_bundle(process, false), town.engine.export_bundle(process, true));
    for personal in ["carla", "anna", "I planned it."] {
        assert!(!without.as_ref().unwrap().contains(personal), "{personal}");
        assert!(with.as_ref().unwrap().contains(personal), "{personal}");
    }
}

#[test]
fn work_goes_on_where_it_was_taken_to() {
    let town = Town::new();
    let process = lived(&town);
    let stream = StreamId::from(process);
    let elsewhere = memory();
    let says = |said: Value| Terms::from_json(said.to_string().as_bytes()).unwrap();
    let moves = says(json!({"take_over": [stream]}));
    elsewhere.import_bundle_on(town.engine.export_bundle(process, true).unwrap().as_bytes(), &moves).unwrap();
    // Rights came along: Carla is still in her team.
    let agree = town.item(process, "agree");
    let start = town.command("carla", Some(stream), "task.start", json!({"item": agree}));
    elsewhere.execute(&start).unwrap();
    // A command that was given before is still known.
    let before = elsewhere.process(process).unwrap().seq();
    assert!(elsewhere.execute(&start).unwrap().repeated);
    assert_eq!(elsewhere.process(process).unwrap().seq(), before);
    // And back: the old place goes on from the new one.
    let back = says(json!({"homes": [stream], "take_over": [stream]}));
    let bundle = elsewhere.export_bundle(process, false).unwrap();
    assert_eq!(town.engine.import_bundle_on(bundle.as_bytes(), &back).unwrap().events, 1);
    town.engine.verify_all().unwrap();
    // But not if both went on.
    town.act("carla", stream, "task.complete", json!({"item": agree}));
    let other = town.command("anna", Some(stream), "task.complete", json!({"item": agree}));
    elsewhere.execute(&other).unwrap();
    let error =
        town.engine.import_bundle(elsewhere.export_bundle(process, false).unwrap().as_bytes()).unwrap_err();
    assert_eq!(code(&error), Code::BundleDiverged);
    assert_eq!(Problem::from(&error).details.get("stream").unwrap().to_value(), json!(stream));
}

#[test]
fn nobody_becomes_somebody_else() {
    let town = Town::new();
    let process = lived(&town);
    let bundle = town.engine.export_bundle(process, true).unwrap();
    let other = Town::new();
    // A number is passed over, so that the organisation is another one.
    other.try_do("carla", None, "organisation.edit", json!({})).unwrap_err();
    other.found("carla", "association", "nonprofit_organisation");
    let before = other.engine.store().position().unwrap();
    let error = other.engine.import_bundle(bundle.as_bytes()).unwrap_err();
    assert_eq!(code(&error), Code::BundleLink);
    assert_eq!(other.engine.store().position().unwrap(), before);
    other.engine.import_bundle(town.engine.export_bundle(process, false).unwrap().as_bytes()).unwrap();
}

#[test]
fn what_is_cut_or_put_together_otherwise_is_refused() {
    let town = Town::new();
    let process = lived(&town);
    let bundle = town.engine.export_bundle(process, true).unwrap();
    let refused = |text: &str| {
        let engine = memory();
        let error = engine.import_bundle(text.as_bytes()).unwrap_err();
        assert_eq!(engine.store().position().unwrap().0, 0, "nothing is taken");
        code(&error)
    };
    let lines: Vec<&str> = bundle.lines().collect();
    assert_eq!(refused(""), Code::BundleTruncated);
    assert_eq!(refused("hello\n"), Code::BundleMalformed);
    assert_eq!(refused(bundle.trim_end_matches('\n')), Code::BundleTruncated);
    assert_eq!(refused(&(lines[..lines.len() - 1].join("\n") + "\n")), Code::BundleTruncated);
    assert_eq!(refused(&(bundle.clone() + "x\n")), Code::BundleMalformed);
    let mut exchanged = lines.clone();
    exchanged.swap(5, 6);
    assert_eq!(refused(&(exchanged.join("\n") + "\n")), Code::BundleChanged);
    let mut missing = lines.clone();
    missing.remove(4);
    assert_eq!(refused(&(missing.join("\n") + "\n")), Code::BundleChanged);
    // Whoever can count hashes can make a bundle of anything; the record in it must still hold.
    let said: Vec<&str> = lines.iter().map(|line| line.split_once(' ').unwrap().1).collect();
    let forged = |change: &dyn Fn(&str) -> String| hashed(&change(&said.join("\n")));
    assert_eq!(refused(&forged(&|json| json.replace("\"bundle\":1", "\"bundle\":2"))), Code::BundleVersion);
    assert_eq!(refused(&forged(&|json| json.replace("management", "development"))), Code::RecordChain);
    assert_eq!(refused(&forged(&|json| json.replace("I planned it.", "I slept."))), Code::RecordVault);
    assert_eq!(
        refused(&forged(&|json| json.replace("Annaffiare", "x").replace("\"Dig\"", "\"Fig\""))),
        Code::RecordDocument
    );
    assert_eq!(
        refused(&hashed(&said[..3].join(
            "
"
        ))),
        Code::BundleTruncated
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// One byte changed anywhere: refused, and the line that is named is the line it is in.
    #[test]
    fn one_byte_changed_is_found_where_it_is(at in any::<prop::sample::Index>(), by in 1_u8..=255) {
        let town = Town::new();
        let process = lived(&town);
        let mut bytes = town.engine.export_bundle(process, true).unwrap().into_bytes();
        let at = at.index(bytes.len());
        let line = bytes[..at].iter().filter(|byte| **byte == b'\n').count() as u64 + 1;
        let was_end_of_line = bytes[at] == b'\n';
        bytes[at] ^= by;
        let engine = memory();
        let problem = Problem::from(&engine.import_bundle(&bytes).unwrap_err());
        prop_assert_eq!(engine.store().position().unwrap().0, 0);
        let named = problem.details.get("line").unwrap().to_value();
        if bytes[at] != b'\n' && !was_end_of_line {
            prop_assert_eq!(named, Value::from(line), "{}", problem);
        }
    }
}
