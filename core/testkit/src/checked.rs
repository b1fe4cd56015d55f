//! Asks an engine and a checker the same questions.

use std::collections::BTreeSet;

use interlink::consent::PurposeRef;
use interlink::governance::Permission;
use interlink::kernel::{Checker, Engine, HostQuestion};
use interlink::problem::Problem;
use interlink::types::{HostId, ItemId, ProcessId, Timestamp};
use serde_json::Value;

use crate::host;

/// A day, in milliseconds.
const DAY: i64 = 86_400_000;

/// Everybody named in a bundle, and an unknown person.
fn people(bundle: &str) -> BTreeSet<HostId> {
    let lines = bundle.lines().filter_map(|line| serde_json::from_str::<Value>(line.get(65..)?).ok());
    let named = lines.filter_map(|line| {
        let link = line.get("pseudonym_link").filter(|link| link.get("person_id").is_some())?;
        Some(host(link.get("host_id")?.as_str()?))
    });
    named.chain([host("nobody whom anybody knows")]).collect()
}

/// A checker that has read a process's bundle answers like the engine that wrote it, for every question. Returns how
/// many answers were allowed.
pub fn alike(engine: &Engine, process: ProcessId, at: Timestamp) -> usize {
    let bundle = engine.export_bundle(process, true).expect("it goes out");
    let checker = Checker::read(bundle.as_bytes()).expect("it can be read");
    let view = engine.process(process).expect("it is there");
    assert_eq!((checker.process(), checker.seq()), (process, view.seq()));
    let items = view.process().tree().items().map(interlink::process::Item::id).map(Some);
    let items: Vec<Option<ItemId>> = items.chain([None, Some(ItemId::from_bytes([0; 16]))]).collect();
    let moments = [-3 * DAY, -DAY / 24, 0, DAY, 400 * DAY];
    let moments = moments.map(|away| Timestamp::from_millis(at.as_millis() + away).expect("a time"));
    let mut yes = 0;
    for actor in people(&bundle) {
        for (item, permission) in items.iter().flat_map(|item| Permission::ALL.iter().map(|p| (*item, *p))) {
            for at in moments {
                let there = engine.check(&actor, permission, process, item, at);
                let question = HostQuestion { actor: &actor, permission, process, item, at };
                let here = checker.check(&question);
                match (&there, &here) {
                    (Ok(there), Ok(here)) => {
                        assert_eq!(there, here, "{actor} {permission} {item:?} {at}");
                        assert_eq!(checker.allows(&question), Ok(there.allowed));
                        yes += usize::from(there.allowed);
                    }
                    (Err(there), Err(here)) => assert_eq!(Problem::from(there), Problem::from(here)),
                    _ => panic!("{there:?} and {here:?}"),
                }
            }
        }
        for purpose in view.process().requirements().iter().map(|requirement| &requirement.purpose) {
            yes += consents_alike(engine, &checker, &actor, purpose, &moments);
        }
    }
    yes
}

fn consents_alike(
    engine: &Engine,
    checker: &Checker,
    actor: &HostId,
    purpose: &PurposeRef,
    moments: &[Timestamp],
) -> usize {
    let person = engine.person(actor).expect("memory is there");
    let person = person.unwrap_or(interlink::types::PersonId::from_bytes([0; 16]));
    let same = |at: &&Timestamp| {
        let there =
            engine.consent(person, purpose, interlink::consent::Asked::Now(**at)).expect("it can be read");
        assert_eq!(there, checker.consent(actor, purpose, **at), "{actor} {purpose:?} {at}");
        assert_eq!(there.allowed, checker.consents(actor, purpose, **at).allowed);
        there.allowed
    };
    moments.iter().filter(same).count()
}
