//! Random co-productions, held against the rules as they are stated.
#![cfg(test)]

use interlink::check::Question;
use interlink::governance::{GovernanceModel, Permission, Shipped};
use interlink::journal::{Position, StreamId};
use interlink::kernel::{AsOf, Engine};
use interlink::party::Organisation;
use interlink::types::{ItemId, OrganisationId, PersonId, ProcessId, Timestamp};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use serde_json::{Value, json};
use testkit::naive::Naive;
use testkit::{Town, Wrapped, small_template};

const PEOPLE: [&str; 6] = ["anna", "bruno", "carla", "dario", "elena", "fabio"];
const TEAMS: [(&str, &str); 3] =
    [("t0", "public_administration"), ("t1", "citizen"), ("t2", "nonprofit_organisation")];

/// One thing to try; the numbers are read as whatever it needs.
type Step = (u8, u8, u8, u8);

struct World {
    town: Town,
    city: OrganisationId,
    club: OrganisationId,
    process: ProcessId,
    model: Shipped,
    refused: u32,
}

impl World {
    fn new(model: Shipped, from_template: bool) -> Self {
        // Snapshots come every few events, so that they are met often.
        let store = Wrapped::with_snapshots_every(3);
        let town = Town::with(std::sync::Arc::new(Engine::new(Box::new(store))));
        let city = town.found("anna", "city", "public_administration");
        let club = town.found("anna", "club", "nonprofit_organisation");
        for (team, kind) in TEAMS {
            let home = if kind == "nonprofit_organisation" { club } else { city };
            town.team("anna", home, team, kind, &[]);
        }
        let template = from_template.then(|| town.template(&small_template()));
        let capacity = (model != Shipped::C2c).then_some("city");
        let process = town.process("anna", capacity, model, template);
        Self { town, city, club, process, model, refused: 0 }
    }

    fn items(&self) -> Vec<ItemId> {
        let view = self.town.engine.process(self.process).unwrap();
        view.process().tree().items().map(interlink::process::Item::id).collect()
    }

    /// Tries a step. Most that a random party tries is refused; whatever happens must hold the rules.
    fn step(&mut self, (what, a, b, c): Step) {
        let items = self.items();
        let nothing = ItemId::from_bytes([0; 16]);
        let item = |n: u8| items.get(usize::from(n) % items.len().max(1)).copied().unwrap_or(nothing);
        let person = |n: u8| PEOPLE[usize::from(n) % PEOPLE.len()];
        let actor = if c % 3 == 0 { person(c / 3) } else { "anna" };
        let party = |n: u8| match n % 9 {
            n @ 0..=5 => json!({"person": person(n)}),
            n => json!({"team": TEAMS[usize::from(n - 6)].0}),
        };
        let (city, process) = (Some(StreamId::from(self.city)), Some(StreamId::from(self.process)));
        let (team, kind) = TEAMS[usize::from(a) % 3];
        let home = if kind == "nonprofit_organisation" { Some(StreamId::from(self.club)) } else { city };
        let scoped = |mut data: Value| {
            if c % 2 == 0 {
                data["item"] = json!(item(c / 2));
            }
            if c % 5 == 0 {
                data["until"] = json!(
                    Timestamp::from_millis(self.town.now().as_millis() + i64::from(c) * 60_000).unwrap()
                );
            }
            data
        };
        let (stream, kind, data) = match what % 20 {
            0 => (home, "team_member.add", json!({"team": team, "person": person(b)})),
            1 => (home, "team_member.remove", json!({"team": team, "person": person(b)})),
            2 => (city, "member.add", json!({"person": person(a)})),
            3 | 4 => {
                let model = GovernanceModel::shipped(self.model);
                let roles: Vec<_> = model.document().roles.keys().cloned().collect();
                let mut data =
                    scoped(json!({"holder": party(a), "role": roles[usize::from(b) % roles.len()]}));
                if a % 9 < 6 && b >= 128 {
                    data["capacity"] = json!("city");
                }
                (process, "role.grant", data)
            }
            5 => {
                let view = self.town.engine.process(self.process).unwrap();
                let grants: Vec<_> = view.process().governance().grants().map(|grant| grant.id).collect();
                (process, "role.revoke", json!({"grant": grants[usize::from(a) % grants.len()]}))
            }
            6 | 7 => {
                let permissions = [Permission::ALL[usize::from(b) % Permission::ALL.len()]];
                let data = json!({"holder": party(a), "permissions": permissions, "reason": "Because."});
                (process, "restriction.place", scoped(data))
            }
            8 => {
                let view = self.town.engine.process(self.process).unwrap();
                let placed: Vec<_> = view.process().governance().restrictions().map(|r| r.id).collect();
                let id = placed.get(usize::from(a) % placed.len().max(1)).copied();
                let id = id.unwrap_or(interlink::types::RestrictionId::from_bytes([0; 16]));
                (process, "restriction.lift", json!({"restriction": id}))
            }
            9 => (
                process,
                "item.add",
                match a % 3 {
                    0 => json!({"kind": "phase", "name": {"en": "P"}}),
                    1 => json!({"kind": "objective", "name": {"en": "O"}, "parent": item(b)}),
                    _ => json!({"kind": "task", "name": {"en": "T"}, "parent": item(b)}),
                },
            ),
            10 => (process, "item.disable", json!({"item": item(a)})),
            11 => (process, "item.enable", json!({"item": item(a)})),
            12 => {
                let needs = ["previous", "in_progress", "finished"][usize::from(c) % 3];
                (process, "prerequisite.add", json!({"item": item(a), "on": item(b), "needs": needs}))
            }
            13 => (process, "prerequisite.remove", json!({"item": item(a), "on": item(b)})),
            14 | 15 => (process, "task.start", json!({"item": item(a)})),
            16 => (process, "task.complete", json!({"item": item(a)})),
            17 => (process, "task.reopen", json!({"item": item(a)})),
            18 => (process, "approval.give", json!({"permission": "gate.pass", "item": item(a)})),
            _ => (process, "gate.pass", json!({"item": item(a), "on": item(b), "reason": "It cannot wait."})),
        };
        let command = self.town.command(actor, stream, kind, data);
        let position = self.town.engine.store().position().unwrap();
        let dry = self.town.engine.dry_run(&command);
        assert_eq!(self.town.engine.store().position().unwrap(), position, "a dry run must change nothing");
        let executed = self.town.engine.execute(&command);
        assert_eq!(dry, executed, "a dry run says what executing does");
        if executed.is_err() {
            self.refused += 1;
            assert_eq!(
                self.town.engine.store().position().unwrap(),
                position,
                "a refusal must change nothing"
            );
        }
    }

    fn organisations(&self) -> Vec<Organisation> {
        [self.city, self.club]
            .map(|id| Organisation::clone(&self.town.engine.organisation(id).unwrap()))
            .into()
    }

    fn people(&self) -> Vec<PersonId> {
        let known = PEOPLE.iter().filter_map(|id| self.town.engine.person(&testkit::host(id)).unwrap());
        known.chain([PersonId::from_bytes([9; 16])]).collect()
    }
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
    fn whatever_happens_the_rules_hold(model in model(), from_template: bool, steps in steps(60)) {
        let mut world = World::new(model, from_template);
        for step in steps {
            world.step(step);
        }
        let engine = &world.town.engine;
        let view = engine.process(world.process).unwrap();
        let organisations = world.organisations();
        let naive = Naive::new(&view, &organisations);

        // Replaying the journal gives the live state, from its beginning or from a snapshot, here or elsewhere.
        engine.verify_all().unwrap();
        let replayed = engine.process_as_of(world.process, AsOf::Version(view.version())).unwrap();
        prop_assert_eq!(replayed.process(), view.process());

        // Status and progress follow from the tasks.
        let standing = view.process().tree().standing();
        prop_assert_eq!((standing.status, u64::from(standing.progress)), naive.standing_of(None));
        for item in view.process().tree().items() {
            prop_assert_eq!((item.status(), u64::from(item.progress())), naive.standing_of(Some(item)));
        }

        // Every question has the answer that the plain rule gives, one by one, in a table, and turned round.
        let at = world.town.now();
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
        for permission in [Permission::TaskStart, Permission::ProcessView, Permission::GatePass] {
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
            let mut world = World::new(model, true);
            steps.iter().for_each(|step| world.step(*step));
            let changes = world.town.engine.store().changes(Position(0), usize::MAX).unwrap();
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
        let mut world = World::new(Shipped::GPlusG, true);
        tried += u32::try_from(steps.len()).unwrap();
        steps.into_iter().for_each(|step| world.step(step));
        refused += world.refused;
    }
    assert!(refused * 10 > tried && refused * 10 < tried * 9, "{refused} of {tried} refused");
}
