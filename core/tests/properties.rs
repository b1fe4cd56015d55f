//! Random co-productions, held against the rules as they are stated.
#![cfg(test)]

use interlink::check::Question;
use interlink::governance::{Permission, Shipped};
use interlink::journal::Position;
use interlink::kernel::AsOf;
use interlink::kernel::{Error, Executed};
use interlink::types::{ItemId, PersonId, Timestamp};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use serde_json::json;
use testkit::Wrapped;
use testkit::naive::Naive;
use testkit::world::{Step, World};

/// Tries a step. Most that a random party tries is refused; whatever happens must hold the rules. Whether it was refused.
fn step(world: &World, step: Step) -> bool {
    let engine = &world.town.engine;
    let command = world.command(step);
    let position = engine.store().position().unwrap();
    let dry = engine.dry_run(&command);
    assert_eq!(engine.store().position().unwrap(), position, "a dry run must change nothing");
    let executed = engine.execute(&command);
    // It says so of the record before.
    let told = |executed: &Result<Executed, Error>| executed.clone().map(|e| (e.stream, e.events, e.seq));
    assert_eq!(told(&dry), told(&executed), "a dry run says what executing does");
    if executed.is_err() {
        assert_eq!(engine.store().position().unwrap(), position, "a refusal must change nothing");
    }
    executed.is_err()
}

// Snapshots come every few events, so that they are met often.
fn world(model: Shipped, from_template: bool) -> World {
    World::new(Box::new(Wrapped::with_snapshots_every(3)), model, from_template)
}

fn steps(most: usize) -> impl Strategy<Value = Vec<Step>> {
    proptest::collection::vec(any::<Step>(), 0..most)
}

fn model() -> impl Strategy<Value = Shipped> {
    proptest::sample::select(Shipped::ALL.to_vec())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases()))]

    #[test]
    fn whatever_happens_the_rules_hold(model in model(), from_template: bool, closed: bool, earlier: bool, steps in steps(60)) {
        let world = world(model, from_template);
        for tried in steps {
            step(&world, tried);
        }
        if closed {
            // Some steps take from her what she needs for that.
            world.town.try_do("anna", Some(world.process.into()), "process.close", json!({})).ok();
        }
        let engine = &world.town.engine;
        let view = engine.process(world.process).unwrap();
        let organisations = world.organisations();
        let naive = Naive::new(&view, &organisations);

        // Replaying the journal gives the live state, from its beginning or from a snapshot, here or elsewhere.
        engine.verify_all().unwrap();
        let replayed = engine.process_as_of(world.process, AsOf::Seq(view.seq())).unwrap();
        prop_assert_eq!(replayed.process(), view.process());

        // Status and progress follow from the tasks.
        let standing = view.process().tree().standing();
        prop_assert_eq!((standing.status, u64::from(standing.progress)), naive.standing_of(None));
        for item in view.process().tree().items() {
            prop_assert_eq!((item.status(), u64::from(item.progress())), naive.standing_of(Some(item)));
        }

        // Every question has the answer that the plain rule gives, one by one, in a table, and turned round.
        // At the end, and before it may have been closed.
        let at = Timestamp::from_millis(world.town.now().as_millis() - if earlier { 60_000 } else { 0 }).unwrap();
        let items: Vec<Option<ItemId>> = world.items().into_iter().map(Some).chain([None]).collect();
        for actor in world.people() {
            let table = view.permissions_of(actor, at);
            for item in items.iter().copied() {
                let listed = match item {
                    None => table.process,
                    Some(id) => table.items.iter().find(|row| row.item == id).unwrap().permissions,
                };
                for permission in Permission::ALL.iter().copied() {
                    let question = Question { actor, permission, item, asset: None, at };
                    let verdict = view.check(&question);
                    prop_assert_eq!(verdict.allowed(), naive.allowed(&question), "{:?}", verdict.explain());
                    prop_assert_eq!(verdict.allowed(), listed.contains(permission), "{:?}", verdict.explain());
                    let explanation = verdict.explain();
                    prop_assert_eq!(explanation.allowed, verdict.allowed());
                    prop_assert!(!explanation.reasons.is_empty(), "a verdict says why");
                }
            }
        }
        for permission in [Permission::TaskStart, Permission::ProcessView, Permission::PrerequisiteWaive] {
            for item in items.iter().copied() {
                let may = view.who_may(permission, item, at);
                let expected: Vec<PersonId> = {
                    let asked = |actor| Question { actor, permission, item, asset: None, at };
                    let mut people: Vec<_> = world.people().into_iter().filter(|p| naive.allowed(&asked(*p))).collect();
                    people.sort();
                    people
                };
                prop_assert_eq!(may, expected);
            }
        }
    }

    /// The same steps on another store make the same record, byte for byte.
    #[test]
    fn the_record_follows_from_the_commands(model in model(), steps in steps(40)) {
        let record = || {
            let world = world(model, true);
            steps.iter().for_each(|tried| {
                step(&world, *tried);
            });
            let changes = world.town.engine.store().read().unwrap().changes(Position(0), usize::MAX).unwrap();
            changes.into_iter().map(|change| change.stored.body).collect::<Vec<_>>()
        };
        prop_assert_eq!(record(), record());
    }
}

/// More with `PROPTEST_CASES`; the default keeps the suite short.
fn cases() -> u32 {
    std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(64)
}

/// A generator that only ever makes refusals would prove nothing.
#[test]
fn random_steps_do_get_somewhere() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let (mut tried, mut refused) = (0, 0);
    for _ in 0..20 {
        let steps = steps(60).new_tree(&mut runner).unwrap().current();
        let world = world(Shipped::GPlusG, true);
        tried += u32::try_from(steps.len()).unwrap();
        refused += steps.into_iter().map(|tried| u32::from(step(&world, tried))).sum::<u32>();
    }
    assert!(refused * 10 > tried && refused * 10 < tried * 9, "{refused} of {tried} refused");
}
