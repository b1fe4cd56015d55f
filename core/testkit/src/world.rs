//! Random steps in a random world, most of which are not permitted.

use std::sync::Arc;

use interlink::Engine;
use interlink::governance::{GovernanceModel, Permission, Shipped};
use interlink::journal::{Store, StreamId};
use interlink::kernel::Command;
use interlink::party::Organisation;
use interlink::types::{ItemId, OrganisationId, PersonId, ProcessId, RestrictionId, Timestamp};
use serde_json::{Value, json};

use crate::{Town, small_template};

const PEOPLE: [&str; 6] = ["anna", "bruno", "carla", "dario", "elena", "fabio"];
const TEAMS: [(&str, &str); 3] =
    [("t0", "public_administration"), ("t1", "citizen"), ("t2", "nonprofit_organisation")];

/// A step to try; the numbers are interpreted as needed.
pub type Step = (u8, u8, u8, u8);

/// A city and a club with a process, on a store of their own.
#[derive(Debug)]
pub struct World {
    /// The town.
    pub town: Town,
    /// The process.
    pub process: ProcessId,
    city: OrganisationId,
    club: OrganisationId,
    model: Shipped,
}

impl World {
    /// A new world.
    pub fn new(store: Box<dyn Store>, model: Shipped, from_template: bool) -> Self {
        let town = Town::with(Arc::new(Engine::new(store))).recording();
        let city = town.found("anna", "city", "public_administration");
        let club = town.found("anna", "club", "nonprofit_organisation");
        for (team, kind) in TEAMS {
            let home = if kind == "nonprofit_organisation" { club } else { city };
            town.team("anna", home, team, kind, &[]);
        }
        let template = from_template.then(|| town.template(&small_template()));
        let acting_for = (model != Shipped::C2c).then_some("city");
        let process = town.process("anna", acting_for, model, template);
        Self { town, process, city, club, model }
    }

    /// All items.
    pub fn items(&self) -> Vec<ItemId> {
        let view = self.town.engine.process(self.process).unwrap();
        view.process().tree().items().map(interlink::process::Item::id).collect()
    }

    /// The command of a step.
    pub fn command(&self, (what, a, b, c): Step) -> Command {
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
                    data["acting_for"] = json!("city");
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
                let id = id.unwrap_or(RestrictionId::from_bytes([0; 16]));
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
            10 => (process, "item.disable", json!({"item": item(a), "reason": "It is not needed."})),
            11 => (process, "item.enable", json!({"item": item(a)})),
            12 => {
                let needs = ["previous", "in_progress", "finished"][usize::from(c) % 3];
                (process, "prerequisite.add", json!({"item": item(a), "on": item(b), "needs": needs}))
            }
            13 => {
                let data = json!({"item": item(a), "on": item(b), "reason": "It cannot wait."});
                (process, "prerequisite.remove", data)
            }
            14 | 15 => (process, "task.start", json!({"item": item(a)})),
            16 => (process, "task.complete", json!({"item": item(a)})),
            17 => (process, "task.reopen", json!({"item": item(a)})),
            18 => {
                let view = self.town.engine.process(self.process).unwrap();
                let open: Vec<_> =
                    view.process().governance().approval_requests().map(|asked| asked.id).collect();
                match open.get(usize::from(c) % (open.len() + 1)) {
                    Some(request) => (process, "approval.give", json!({"request": request})),
                    None => {
                        let data = json!({"item": item(a), "on": item(b), "reason": "It cannot wait."});
                        let act = json!({"type": "prerequisite.waive", "data": data});
                        let matter = json!({"on": item(b)});
                        let ask = json!({"permission": "prerequisite.waive", "item": item(a), "matter": matter, "act": act});
                        (process, "approval.ask", ask)
                    }
                }
            }
            _ => (
                process,
                "prerequisite.waive",
                json!({"item": item(a), "on": item(b), "reason": "It cannot wait."}),
            ),
        };
        self.town.command(actor, stream, kind, data)
    }

    /// The organisations.
    pub fn organisations(&self) -> Vec<Organisation> {
        [self.city, self.club]
            .map(|id| Organisation::clone(&self.town.engine.organisation(id).unwrap()))
            .into()
    }

    /// The people known, and an unknown one.
    pub fn people(&self) -> Vec<PersonId> {
        let known = PEOPLE.iter().filter_map(|id| self.town.engine.person(&crate::host(id)).unwrap());
        known.chain([PersonId::from_bytes([9; 16])]).collect()
    }
}
