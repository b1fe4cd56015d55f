//! Clocks that are a little apart, and clocks that are wrong.

use std::sync::Mutex;

use interlink::Engine;
use interlink::journal::{Position, Seq, StreamId};
use interlink::problem::Code;
use interlink::types::Timestamp;
use serde_json::json;
use testkit::Town;

use super::{command, file, founding, url};

/// Honest clocks that are a little apart: nobody is refused, and the stream's time moves forward.
#[test]
fn eight_clocks_write_to_one_stream() {
    let town = Town::new();
    let city = town.found("anna", "city", "public_administration");
    let refused = Mutex::new(0);
    std::thread::scope(|scope| {
        for thread in 0..8_i64 {
            let (engine, refused) = (&town.engine, &refused);
            scope.spawn(move || {
                for nth in 0..200_i64 {
                    let at =
                        Timestamp::from_millis(1_780_000_000_000 + nth * 2 - (thread * 37 + nth * 13) % 90)
                            .unwrap();
                    let edit = command(
                        &format!("t{thread}-{nth}"),
                        &at.to_string(),
                        "anna",
                        Some(city.into()),
                        "organisation.edit",
                        &json!({"name": {"en": "Name"}}),
                    );
                    if engine.execute(&edit).is_err() {
                        *refused.lock().unwrap() += 1;
                    }
                }
            });
        }
    });
    assert_eq!(*refused.lock().unwrap(), 0);
    let changes = town.engine.changes(Position(1), usize::MAX).unwrap();
    let times: Vec<Timestamp> = changes.iter().map(|change| change.event.head.at).collect();
    assert!(times.is_sorted());
    let late = changes.iter().filter_map(|change| change.event.head.made_at.map(|made| (made, change)));
    assert!(late.clone().count() > 0, "some came late");
    assert!(late.into_iter().all(|(made, change)| made < change.event.head.at));
    town.engine.verify_all().unwrap();
}

/// The future is refused where there is a clock; a stream that stands there already has a way back.
#[test]
fn a_clock_that_was_wrong_once() {
    let (_folder, path) = file();
    let far = "2099-01-01T00:00:00.000Z";
    {
        let refused = Engine::open(&url(&path)).unwrap().execute(&founding("city", far)).unwrap_err();
        assert_eq!(refused.code(), Code::TimeAhead);
    }
    let city = {
        // A host that lets its clock be as wrong as this.
        let lenient = Engine::open(&format!("{}?skew_ms=9999999999999", url(&path))).unwrap();
        lenient.execute(&founding("city", far)).unwrap().stream
    };
    let engine = Engine::open(&url(&path)).unwrap();
    let edit = |id: &str, at: &str| {
        command(id, at, "anna", Some(city), "organisation.edit", &json!({"name": {"en": "Today"}}))
    };
    let back = engine.execute(&edit("back", "2026-03-02T10:00:00.000Z")).unwrap();
    let head = back.events[0].head;
    assert_eq!(
        (head.at.to_string().as_str(), head.corrected_from),
        ("2026-03-02T10:00:00.000Z", Some(far.parse().unwrap()))
    );
    let next = engine.execute(&edit("next", "2026-03-02T10:00:01.000Z")).unwrap();
    assert_eq!(next.events[0].head.corrected_from, None);
    engine.verify_all().unwrap();
    // Only what says so may lie before what came before it.
    let body = String::from_utf8(back.events[0].body()).unwrap();
    let claims = body.replace(r#""corrected_from":"2099-01-01T00:00:00.000Z","#, "");
    assert_ne!(claims, body);
    // In memory there is no clock: the stream goes on where it stands, and the claim is kept.
    let memory = Engine::open("memory:").unwrap();
    memory.execute(&founding("city", far)).unwrap();
    let executed = memory.execute(&edit("back", "2026-03-02T10:00:00.000Z")).unwrap();
    assert_eq!(executed.events[0].head.at, far.parse().unwrap());
    assert_eq!(executed.events[0].head.made_at, Some("2026-03-02T10:00:00.000Z".parse().unwrap()));
}

/// What was expected is held against what there is, also where there is nothing yet.
#[test]
fn an_expectation_about_a_new_stream_is_held_against_it() {
    let town = Town::new();
    let found = |expect: u64| founding("city", "2026-03-02T09:00:00.000Z").expecting(Seq(expect));
    assert_eq!(town.engine.execute(&found(5)).unwrap_err().code(), Code::StreamConflict);
    let city = town.engine.execute(&found(0)).unwrap().stream;
    let edit = command(
        "e",
        "2026-03-02T09:00:01.000Z",
        "anna",
        Some(city),
        "organisation.edit",
        &json!({"name": {"en": "Name"}}),
    );
    assert_eq!(town.engine.execute(&edit.expecting(Seq(0))).unwrap_err().code(), Code::StreamConflict);
}

/// A command is not dated past what was recorded where its right comes from.
#[test]
fn a_right_that_ended_is_not_used_by_dating_a_command_back() {
    let town = Town::new();
    let city = town.found("anna", "city", "public_administration");
    town.team("anna", city, "gardeners", "public_administration", &["carl"]);
    let process = town.process("anna", Some("city"), interlink::governance::Shipped::C2g, None);
    let grant = json!({"holder": {"team": "gardeners"}, "role": "coordinator"});
    town.act("anna", StreamId::from(process), "role.grant", grant);
    let before = town.now().to_string();
    town.wait_minutes(30);
    town.act(
        "anna",
        StreamId::from(city),
        "team_member.remove",
        json!({"team": "gardeners", "person": "carl"}),
    );
    let data = json!({"kind": "phase", "name": {"en": "His"}});
    let late = command("late", &before, "carl", Some(process.into()), "item.add", &data);
    assert_eq!(town.engine.execute(&late).unwrap_err().code(), Code::PermissionDenied);
}
