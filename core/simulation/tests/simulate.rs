//! Simulated processes: the same for the same seed, of every kind, and valid.
#![cfg(test)]

use std::collections::BTreeSet;
use std::ops::ControlFlow;
use std::path::Path;

use interlink::Engine;
use interlink::consent::{PurposeRef, State};
use interlink::governance;
use interlink::governance::{GovernanceModel, Shipped};
use interlink::interop::interlink::{Mode, read, shipped};
use interlink::journal::{EventData, Position, StreamId};
use interlink::kernel::{ChangeEvent, Error};
use interlink::party::StakeholderKind;
use interlink::problem::Code;
use interlink::process::{Status, Template};
use interlink::types::{DocumentId, ProcessId, Timestamp};
use interlink_simulation::{Plan, Simulated, run};
use proptest::prelude::*;
use serde_json::{Value, json};
use testkit::small_template;

/// Thirty tasks in three phases, each phase after the one before and each task after the one before it.
fn template() -> Value {
    let name = |text: String| json!({"en": text});
    let mut phases = Vec::new();
    for p in 0..3 {
        let objectives: Vec<Value> = (0..2)
            .map(|o| {
                let task = |t: u32| {
                    let waits: Vec<Value> = (t > 0)
                        .then(|| json!({"item": format!("t{p}{o}{}", t - 1), "needs": "finished"}))
                        .into_iter()
                        .collect();
                    json!({"key": format!("t{p}{o}{t}"), "name": name(format!("Task {t}")), "prerequisites": waits})
                };
                let tasks: Vec<Value> = (0..5).map(task).collect();
                json!({"key": format!("o{p}{o}"), "name": name(format!("Objective {o}")), "tasks": tasks})
            })
            .collect();
        let waits: Vec<Value> = (p > 0)
            .then(|| json!({"item": format!("p{}", p - 1), "needs": "finished"}))
            .into_iter()
            .collect();
        phases.push(json!({
            "key": format!("p{p}"), "name": name(format!("Phase {p}")), "objectives": objectives,
            "prerequisites": waits,
        }));
    }
    json!({"document": "template", "id": "thirty", "version": 1, "name": {"en": "Thirty"}, "phases": phases})
}

fn plan(engine: &Engine, template: &Value, seed: u64, processes: u32) -> Plan {
    let template = Template::parse(template.to_string().as_bytes()).unwrap();
    Plan {
        seed,
        processes,
        template: engine.add_document(template).unwrap(),
        governance: GovernanceModel::shipped(Shipped::C2g).id(),
        begin: "2026-03-02T09:00:00.000Z".parse().unwrap(),
        days: 180,
    }
}

fn simulated(template: &Value, seed: u64, processes: u32) -> (Engine, Simulated) {
    let engine = Engine::open("memory:").unwrap();
    let plan = plan(&engine, template, seed, processes);
    let simulated = run(&engine, &plan, &mut |_| ControlFlow::Continue(())).unwrap();
    (engine, simulated)
}

fn bundles((engine, simulated): &(Engine, Simulated)) -> Vec<String> {
    simulated.processes.iter().map(|process| engine.export_bundle(*process, true).unwrap()).collect()
}

fn events(engine: &Engine) -> Vec<ChangeEvent> {
    engine.changes(Position(0), usize::MAX).unwrap()
}

/// The demo's example of a process that others have worked on. It contains no names.
#[test]
fn the_one_of_the_demo_is_as_generated() {
    let template = read(&shipped(), Mode::Strict).unwrap().templates.remove(0);
    let template = serde_json::from_slice(template.bytes()).unwrap();
    let (engine, simulated) = simulated(&template, 2026, 12);
    let way = |process: &ProcessId| {
        let standing = engine.process(*process).unwrap().process().tree().standing();
        (standing.status == Status::InProgress, standing.progress)
    };
    let process = simulated.processes.iter().copied().max_by_key(way).unwrap();
    assert!(way(&process).0);
    let bundle = engine.export_bundle(process, false).unwrap();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/demo/public/simulated.bundle");
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, &bundle).unwrap();
    }
    assert_eq!(std::fs::read_to_string(&path).unwrap(), bundle, "UPDATE=1 writes it anew");
}

#[test]
fn the_same_seed_makes_the_same_bytes_and_another_does_not() {
    let (one, same, other) =
        (simulated(&template(), 7, 12), simulated(&template(), 7, 12), simulated(&template(), 8, 12));
    assert_eq!(one.1, same.1);
    assert_eq!(bundles(&one), bundles(&same));
    // Not only the processes: every stream.
    let all = |run: &(Engine, Simulated)| -> Vec<(Position, Vec<u8>)> {
        events(&run.0).iter().map(|change| (change.position, change.event.body())).collect()
    };
    assert_eq!(all(&one), all(&same));
    assert_ne!(bundles(&one), bundles(&other));
    // Not only their ids: the events differ.
    let types = |run: &(Engine, Simulated)| -> Vec<&str> {
        events(&run.0).iter().map(|change| change.event.data.type_name()).collect()
    };
    assert_ne!(types(&one), types(&other));
}

#[test]
fn another_store_holds_the_same_bytes() {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite:{}", folder.path().join("simulated.sqlite").display());
    let engine = Engine::open(&url).unwrap();
    // A file has a clock, so the simulation must lie in the past.
    let by_now = |engine: &Engine| Plan {
        begin: "2021-03-01T09:00:00.000Z".parse().unwrap(),
        ..plan(engine, &small_template(), 7, 5)
    };
    let to_come = Plan { begin: "2199-03-01T09:00:00.000Z".parse().unwrap(), ..by_now(&engine) };
    let refused = run(&engine, &to_come, &mut |_| ControlFlow::Continue(())).unwrap_err();
    assert_eq!(refused.code(), Code::TimeAhead);
    let memory = Engine::open("memory:").unwrap();
    let [there, here] = [engine, memory].map(|engine| {
        let plan = by_now(&engine);
        let simulated = run(&engine, &plan, &mut |_| ControlFlow::Continue(())).unwrap();
        (engine, simulated)
    });
    assert_eq!(bundles(&there), bundles(&here));
}

#[test]
fn fifty_processes_are_whole_and_much_happens_in_them() {
    let (engine, simulated) = simulated(&template(), 1, 50);
    let verified = engine.verify_all().unwrap();
    assert_eq!(verified.events, simulated.events);
    assert_eq!(simulated.processes.len(), 50);
    let succeeded = simulated.commands - simulated.refused;
    assert!(simulated.refused > 50 && succeeded > 10 * simulated.refused / 2, "{simulated:?}");
    assert!(simulated.closed > 5 && simulated.stalled > 5, "{simulated:?}");
    assert!(simulated.closed + simulated.stalled <= 50);

    let (mut kinds, mut types, mut erased) = (BTreeSet::new(), BTreeSet::new(), 0);
    for change in events(&engine) {
        types.insert(change.event.data.type_name());
        match &change.event.data {
            EventData::Governance(governance::Event::RoleGranted(granted)) => {
                kinds.insert(granted.kind);
            }
            EventData::Person(_) => erased += 1,
            _ => {}
        }
    }
    assert_eq!(kinds.len(), StakeholderKind::ALL.len(), "{kinds:?}");
    assert_eq!(erased, 1);
    for expected in [
        "asset.added",
        "assignment.made",
        "consent.deferred",
        "consent.given",
        "consent.refused",
        "consent.renewed",
        "consent.requested",
        "consent.withdrawn",
        "contribution.accepted",
        "contribution.claimed",
        "contribution.returned",
        "item.disabled",
        "member.added",
        "notice.published",
        "objection.decided",
        "objection.raised",
        "organisation.registered",
        "points.awarded",
        "process.closed",
        "process.created",
        "purpose.required",
        "recipient.notified",
        "role.granted",
        "task.completed",
        "task.started",
        "task.estimated",
        "team_member.added",
    ] {
        assert!(types.contains(expected), "{expected} is not among {types:?}");
    }

    // Acts that were too early, without consent, or without a role were refused for that reason.
    for why in [Code::ReasonWaitsFor, Code::ReasonNoBasis, Code::ReasonNoGrant] {
        assert!(simulated.refusals.contains_key(&why), "{why} is not among {:?}", simulated.refusals);
    }

    // The states agree with the counts.
    let views: Vec<_> = simulated.processes.iter().map(|id| engine.process(*id).unwrap()).collect();
    let closed = views.iter().filter(|view| view.process().closed().is_some()).count();
    assert_eq!(u32::try_from(closed).unwrap(), simulated.closed);
    let finished = |view: &&interlink::check::ProcessView| view.process().tree().standing().progress == 100;
    assert!(views.iter().filter(|view| view.process().closed().is_some()).all(|view| finished(&view)));
    let unfinished = views.iter().filter(|view| !finished(view)).count();
    assert_eq!(u32::try_from(unfinished).unwrap(), simulated.stalled);
    let requiring = views.iter().filter(|view| view.process().requirements().iter().len() > 0).count();
    assert!((5..30).contains(&requiring), "{requiring}");
}

#[test]
fn consents_are_in_many_states() {
    let (engine, simulated) = simulated(&template(), 3, 120);
    let late: Timestamp = "2031-01-01T00:00:00.000Z".parse().unwrap();
    let mut states = BTreeSet::new();
    for stream in engine.streams().unwrap() {
        let StreamId::Consent(person) = stream else { continue };
        for organisation in &simulated.organisations {
            for purpose in ["taking-part", "news", "planning"] {
                let purpose =
                    PurposeRef { organisation_id: *organisation, purpose: purpose.parse().unwrap() };
                let year = late.as_millis() - 4 * 365 * 86_400_000;
                for at in [Timestamp::from_millis(year).unwrap(), late] {
                    states.insert(
                        engine.consent(person, &purpose, interlink::consent::Asked::Past(at)).unwrap().state,
                    );
                }
            }
        }
    }
    for state in [
        State::Given,
        State::Renewed,
        State::Refused,
        State::Withdrawn,
        State::Expired,
        State::Deferred,
        State::Objected,
        State::ObjectionUpheld,
        State::ObjectionOverruled,
    ] {
        assert!(states.contains(&state), "{state:?} is not among {states:?}");
    }
}

#[test]
fn time_goes_forward_for_all_together() {
    let (engine, _) = simulated(&small_template(), 5, 30);
    let times: Vec<Timestamp> = events(&engine).iter().map(|change| change.event.head.at).collect();
    assert!(times.is_sorted());
    let span = times.last().unwrap().as_millis() - times.first().unwrap().as_millis();
    assert!(span > 90 * 86_400_000, "months go by");
}

#[test]
fn host_ids_say_that_they_are_made_up() {
    let (engine, simulated) = simulated(&small_template(), 5, 20);
    let mut names = 0;
    for change in events(&engine) {
        let Some(name) = engine.host_id(change.event.head.actor).unwrap() else { continue };
        let kinds = ["citizen-", "city-", "association-", "company-"];
        assert!(kinds.iter().any(|kind| name.as_str().starts_with(kind)), "{name}");
        names += 1;
    }
    assert!(names > 100 && simulated.people > 30);
}

#[test]
fn progress_is_told_and_stops_the_run() {
    let engine = Engine::open("memory:").unwrap();
    let plan = plan(&engine, &small_template(), 9, 20);
    let mut told = Vec::new();
    let stopped = run(&engine, &plan, &mut |done| {
        told.push(done);
        if done == 5 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    })
    .unwrap();
    assert_eq!(told, [1, 2, 3, 4, 5]);
    assert!((5..=20).contains(&stopped.processes.len()));
    assert_eq!(engine.verify_all().unwrap().events, stopped.events);
    let whole = simulated(&small_template(), 9, 20);
    let (some, all) = (events(&engine), events(&whole.0));
    assert!(some.len() < all.len());
    let same = |(one, other): (&ChangeEvent, &ChangeEvent)| one.event.id == other.event.id;
    assert!(some.iter().zip(&all).all(same), "what was done is what would have been done");
}

#[test]
fn runs_add_up_in_one_engine() {
    let engine = Engine::open("memory:").unwrap();
    let first = plan(&engine, &small_template(), 1, 5);
    let second = Plan { seed: 2, begin: first.begin.plus_days(2000), ..first };
    let done = [first, second].map(|plan| run(&engine, &plan, &mut |_| ControlFlow::Continue(())).unwrap());
    let both = done[0].events + done[1].events;
    assert_eq!(engine.verify_all().unwrap().events, both);
    assert!(done[0].organisations.iter().all(|id| !done[1].organisations.contains(id)));
    let again = run(&engine, &first, &mut |_| ControlFlow::Continue(())).unwrap_err();
    assert_eq!(again.code(), Code::CommandReused);
    assert_eq!(engine.verify_all().unwrap().events, both, "and nothing was done");
}

#[test]
fn what_is_not_there_is_an_error() {
    let engine = Engine::open("memory:").unwrap();
    let good = plan(&engine, &small_template(), 1, 3);
    let nothing: DocumentId = "0".repeat(64).parse().unwrap();
    for bad in [
        Plan { template: nothing, ..good },
        Plan { template: good.governance, ..good },
        Plan { governance: nothing, ..good },
        Plan { governance: good.template, ..good },
    ] {
        let error = run(&engine, &bad, &mut |_| ControlFlow::Continue(())).unwrap_err();
        assert!(matches!(error, Error::DocumentUnknown(_)), "{error}");
    }
    assert_eq!(engine.store().position().unwrap(), Position(0));
}

#[test]
fn every_shipped_model_can_be_run_under_and_time_may_end() {
    for model in Shipped::ALL {
        let engine = Engine::open("memory:").unwrap();
        let plan = plan(&engine, &template(), 4, 12);
        let plan = Plan { governance: GovernanceModel::shipped(model).id(), ..plan };
        let simulated = run(&engine, &plan, &mut |_| ControlFlow::Continue(())).unwrap();
        assert_eq!(simulated.processes.len(), 12, "{model:?}");
        assert!(simulated.closed > 0, "{model:?} {simulated:?}");
        let roles = simulated.refusals.contains_key(&Code::RoleKindNotAdmitted);
        assert!(!roles, "{model:?}: nobody is granted a role that is not for their kind");
        assert_eq!(engine.verify_all().unwrap().events, simulated.events);
    }
    let engine = Engine::open("memory:").unwrap();
    let late = Timestamp::from_millis(Timestamp::MAX.as_millis() - 20 * 86_400_000).unwrap();
    let last = Plan { begin: late, days: 10, ..plan(&engine, &small_template(), 1, 4) };
    let simulated = run(&engine, &last, &mut |_| ControlFlow::Continue(())).unwrap();
    assert_eq!(simulated.processes.len(), 4);
    engine.verify_all().unwrap();
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// For any seed, the record verifies, and everything planned comes to an end.
    #[test]
    fn any_seed_makes_a_whole_record(
        seed: u64, processes in 0_u32..7, days in 0_u32..400, model in 0_usize..4,
    ) {
        let engine = Engine::open("memory:").unwrap();
        let plan = plan(&engine, &small_template(), seed, processes);
        let plan = Plan { days, governance: GovernanceModel::shipped(Shipped::ALL[model]).id(), ..plan };
        let mut last = 0;
        let simulated = run(&engine, &plan, &mut |done| {
            last = done;
            ControlFlow::Continue(())
        }).unwrap();
        prop_assert_eq!(last, processes);
        prop_assert_eq!(simulated.processes.len(), processes as usize);
        let verified = engine.verify_all().unwrap();
        prop_assert_eq!(verified.events, simulated.events);
    }
}

/// How long many processes take: `cargo test --release … -- --ignored --nocapture`.
#[test]
#[ignore = "a measurement"]
fn ten_thousand_processes() {
    for processes in [1_000, 10_000] {
        let began = std::time::Instant::now();
        let (engine, simulated) = simulated(&template(), 1, processes);
        let took = began.elapsed();
        println!(
            "{processes} processes in {took:.1?}: {} commands, {} refused, {} events, {} people, {} organisations, {} closed, {} stalled, {} streams; {:?}",
            simulated.commands,
            simulated.refused,
            simulated.events,
            simulated.people,
            simulated.organisations.len(),
            simulated.closed,
            simulated.stalled,
            engine.streams().unwrap().len(),
            simulated.refusals,
        );
    }
}

/// Simulated data are not mixed with a real record.
#[test]
fn beside_a_real_record_nothing_is_simulated() {
    let folder = tempfile::TempDir::new().unwrap();
    // A simulated record spans years, so it is dated ahead of any clock.
    let at = |name: &str| format!("sqlite:{}?skew_ms=315360000000", folder.path().join(name).display());
    let simulated = Engine::open(&at("simulated.sqlite")).unwrap();
    for seed in [1, 2] {
        // A simulated record is not an obstacle.
        run(&simulated, &plan(&simulated, &small_template(), seed, 2), &mut |_| ControlFlow::Continue(()))
            .unwrap();
    }
    let town = testkit::Town::at(&at("real.sqlite"));
    town.found("anna", "city", "public_administration");
    let events = town.engine.verify_all().unwrap().events;
    let plan = plan(&town.engine, &small_template(), 3, 2);
    let refused = run(&town.engine, &plan, &mut |_| ControlFlow::Continue(())).unwrap_err();
    assert_eq!(refused.code(), Code::StoreNotSimulated);
    assert_eq!(town.engine.verify_all().unwrap().events, events);
}
