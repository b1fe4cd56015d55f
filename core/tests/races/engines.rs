//! Two engines on one file, and what they meet at once.

use std::sync::{Arc, Barrier};

use interlink::Engine;
use interlink::journal::StreamId;
use interlink::kernel::Executed;
use serde_json::json;
use testkit::{Controller, Town, giving};

use super::{command, file, founding, url};

/// Two engines meet the same new person at once: both are right, and she is one person.
#[test]
fn two_engines_name_the_same_newcomer() {
    let (_folder, path) = file();
    let city = Controller::at(&url(&path));
    let engines = [Engine::open(&url(&path)).unwrap(), Engine::open(&url(&path)).unwrap()];
    let both = Barrier::new(2);
    std::thread::scope(|scope| {
        for (nth, engine) in engines.iter().enumerate() {
            let (both, notice) = (&both, city.notice);
            scope.spawn(move || {
                for person in 0..60 {
                    let (id, actor) = (format!("e{nth}-{person}"), format!("newcomer-{person}"));
                    let purpose = ["news", "news.local"][nth];
                    let give = command(
                        &id,
                        "2026-03-05T09:00:00.000Z",
                        &actor,
                        None,
                        "consent.give",
                        &giving("city", notice, purpose),
                    );
                    both.wait();
                    engine.execute(&give).unwrap_or_else(|error| panic!("{id}: {error}"));
                }
            });
        }
    });
    city.town.wait_minutes(10_000);
    for person in 0..60 {
        assert!(city.holds(&format!("newcomer-{person}"), "news"));
        assert!(city.holds(&format!("newcomer-{person}"), "news.local"));
    }
    city.town.engine.verify_all().unwrap();
}

/// The same command through two engines at once leads to one thing, and both say so.
#[test]
fn a_retry_that_meets_another_worker_is_told_what_it_led_to() {
    let (_folder, path) = file();
    let engines = [Engine::open(&url(&path)).unwrap(), Engine::open(&url(&path)).unwrap()];
    let both = Barrier::new(2);
    let outcomes: Vec<Vec<Executed>> = std::thread::scope(|scope| {
        let threads = engines.each_ref().map(|engine| {
            let both = &both;
            scope.spawn(move || {
                (0..80)
                    .map(|nth| {
                        let found = founding(&format!("twin-{nth}"), "2026-03-02T09:00:00.000Z");
                        both.wait();
                        engine.execute(&found).unwrap_or_else(|error| panic!("{nth}: {error}"))
                    })
                    .collect()
            })
        });
        threads.map(|thread| thread.join().unwrap()).into()
    });
    for (one, other) in outcomes[0].iter().zip(&outcomes[1]) {
        assert_eq!(one.events, other.events);
        assert!(one.repeated != other.repeated, "one was first");
    }
}

/// Somebody is dismissed while she gives a command: one of the two comes first, and the record says which.
#[test]
fn a_decision_rests_on_what_still_holds() {
    let (_folder, path) = file();
    let town = Town::at(&url(&path));
    let city = town.found("anna", "city", "public_administration");
    let process = town.process("anna", Some("city"), interlink::governance::Shipped::C2g, None);
    let other = Engine::open(&url(&path)).unwrap();
    for nth in 0..40 {
        let (team, at) = (format!("team-{nth}"), "2026-03-09T09:00:00.000Z");
        let town = Town::with(Arc::clone(&town.engine)).numbering_from(1000 + nth * 100);
        town.wait_minutes(5000);
        town.team("anna", city, &team, "public_administration", &["eva"]);
        town.act(
            "anna",
            StreamId::from(process),
            "role.grant",
            json!({"holder": {"team": team}, "role": "coordinator"}),
        );
        let remove = town.command(
            "anna",
            Some(city.into()),
            "team_member.remove",
            json!({"team": team, "person": "eva"}),
        );
        let add = command(
            &format!("add-{nth}"),
            at,
            "eva",
            Some(process.into()),
            "item.add",
            &json!({"kind": "phase", "name": {"en": "Hers"}}),
        );
        let both = Barrier::new(2);
        let (removed, added) = std::thread::scope(|scope| {
            let removed = scope.spawn(|| {
                both.wait();
                town.engine.execute(&remove).unwrap()
            });
            let added = scope.spawn(|| {
                both.wait();
                other.execute(&add)
            });
            (removed.join().unwrap(), added.join().unwrap())
        });
        if let Ok(added) = added {
            assert!(added.position < removed.position, "she was taken at her word after she had left");
        }
    }
}
