//! One check, and everything a party may do, in a process of 125 items, 100 people, 20 teams and 40 grants.
//!
//! The peer does the same work in the way that one would first write it: it keeps the grants in a list and
//! walks from the item up to the process, looking through the list at every step.
mod support;

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use interlink::check::{ProcessView, Question};
use interlink::governance::{Holder, Permission};
use interlink::types::{ItemId, PersonId, Timestamp};
use support::City;

/// The permission rule, once more and plainly: lists, and a walk.
struct Plain<'a> {
    view: &'a ProcessView,
    members: Vec<(interlink::types::TeamId, Vec<PersonId>)>,
}

impl<'a> Plain<'a> {
    fn new(city: &'a City, view: &'a ProcessView) -> Self {
        let mut members = Vec::new();
        for stream in city.clerk.engine.streams().unwrap() {
            if let interlink::journal::StreamId::Organisation(id) = stream {
                let organisation = city.clerk.engine.organisation(id).unwrap();
                members.extend(
                    organisation.teams().map(|team| (team.id, team.members().map(|(p, _)| p).collect())),
                );
            }
        }
        Self { view, members }
    }

    fn standing(
        &self,
        is: &dyn Fn(Holder) -> bool,
        permission: Permission,
        item: ItemId,
        at: Timestamp,
    ) -> Option<bool> {
        let (process, governance) = (self.view.process(), self.view.process().governance());
        let mut here = process.tree().item(item);
        loop {
            let scope = here.map(interlink::process::Item::id);
            let restricted = governance.restrictions().any(|r| {
                is(r.holder) && r.item == scope && r.window.holds_at(at) && r.permissions.contains(permission)
            });
            if restricted {
                return Some(false);
            }
            let roles = &governance.model().document().roles;
            let granted = governance.grants().any(|g| {
                is(g.holder)
                    && g.item == scope
                    && g.window.holds_at(at)
                    && roles[g.role.as_str()].permissions.contains(permission)
            });
            if granted {
                return Some(true);
            }
            here = process.tree().parent(here?);
        }
    }

    fn may(&self, person: PersonId, permission: Permission, item: ItemId, at: Timestamp) -> bool {
        match self.standing(&|holder| holder == Holder::Person(person), permission, item, at) {
            Some(decided) => decided,
            None => self.members.iter().filter(|(_, members)| members.contains(&person)).any(|(team, _)| {
                let is = |holder| matches!(holder, Holder::Team { team: held, .. } if held == *team);
                self.standing(&is, permission, item, at) == Some(true)
            }),
        }
    }
}

fn check(c: &mut Criterion) {
    let city = City::new("memory:");
    let view = city.clerk.engine.process(city.process).unwrap();
    let at = city.clerk.now();
    let person =
        |n: usize| city.clerk.engine.person(&format!("person-{n}").parse().unwrap()).unwrap().unwrap();
    let people: Vec<PersonId> = (0..100).map(person).collect();
    let permissions =
        [Permission::TaskStart, Permission::AssetCreate, Permission::ProcessView, Permission::ItemAdd];
    let questions: Vec<Question> = (0..1000)
        .map(|n| Question::new(people[n * 7 % 100], permissions[n % 4], at).on(city.tasks[n * 13 % 100]))
        .collect();
    let plain = Plain::new(&city, &view);
    // Administrators may do everything; the plain peer knows only the rule, so it is asked about the others.
    let asked: Vec<Question> = questions.into_iter().filter(|question| question.actor != people[0]).collect();
    let agreed = asked
        .iter()
        .filter(|q| view.check(q).allowed() == plain.may(q.actor, q.permission, q.item.unwrap(), at))
        .count();
    assert_eq!(agreed, asked.len(), "both must say the same");

    let mut group = c.benchmark_group("check");
    let mut next = asked.iter().cycle();
    group.bench_function("one", |b| b.iter(|| view.check(black_box(next.next().unwrap())).allowed()));
    let mut next = asked.iter().cycle();
    group.bench_function("one, plain walk", |b| {
        b.iter(|| {
            let q = black_box(next.next().unwrap());
            plain.may(q.actor, q.permission, q.item.unwrap(), at)
        });
    });
    let mut next = asked.iter().cycle();
    group.bench_function("one, with its explanation", |b| {
        b.iter(|| view.check(black_box(next.next().unwrap())).explain())
    });
    let host: interlink::types::HostId = "person-12".parse().unwrap();
    group.bench_function("one, by host id through the engine", |b| {
        b.iter(|| {
            city.clerk
                .engine
                .check(black_box(&host), Permission::TaskStart, city.process, Some(city.tasks[5]), at)
                .unwrap()
                .allowed
        });
    });
    let mut next = people.iter().cycle();
    group.bench_function("everything for one party", |b| {
        b.iter(|| view.permissions_of(black_box(*next.next().unwrap()), at));
    });
    group.bench_function("who may", |b| {
        b.iter(|| view.who_may(black_box(Permission::TaskStart), Some(city.tasks[5]), at))
    });
    group.finish();
}

criterion_group!(benches, check);
criterion_main!(benches);
