//! What next: what is said to be possible is taken when it is tried, whatever can be done is said, and nothing that the
//! asker may not see is told.
#![cfg(test)]

use std::collections::BTreeSet;

use interlink::check::Question;
use interlink::governance::{GovernanceModel, Permission, Shipped};
use interlink::interop::interlink::{Mode, read, shipped};
use interlink::journal::{MemoryStore, StreamId};
use interlink::kernel::Command;
use interlink::next::{Group, MineBy, NextView, StepView};
use interlink::problem::Problem;
use interlink::types::{DocumentId, ItemId, Language, PersonId, ProcessId, Timestamp};
use proptest::prelude::*;
use serde_json::{Value, json};
use testkit::world::{Step, World};
use testkit::{Controller, Town, host, small_template};

const PEOPLE: [&str; 6] = ["anna", "bruno", "carla", "dario", "elena", "fabio"];

fn next_at(town: &Town, who: &str, process: Option<ProcessId>, at: Timestamp, limit: usize) -> NextView {
    let Some(person) = town.engine.person(&host(who)).unwrap() else { return NextView::default() };
    town.engine.next(person, process, at, Language::english(), limit).unwrap()
}

fn next(town: &Town, who: &str, process: ProcessId) -> NextView {
    next_at(town, who, Some(process), town.now(), 10_000)
}

fn codes(step: &StepView) -> Vec<&'static str> {
    step.reasons.iter().map(|why| why.code.as_str()).collect()
}

fn act(step: &StepView) -> &'static str {
    step.act.map(interlink::next::NextAct::as_str).unwrap_or_default()
}

/// Whether a command would be taken at this moment.
fn taken(town: &Town, who: &str, stream: StreamId, kind: &str, data: Value) -> Result<(), String> {
    let mut text = json!({
        "id": "f".repeat(32), "at": town.now(), "actor": who, "entropy": "0123456789abcdef".repeat(2),
        "type": kind, "stream": stream,
    });
    text["data"] = data;
    let command = Command::from_json(text.to_string().as_bytes()).map_err(|fault| fault.to_string())?;
    town.engine.dry_run(&command).map(drop).map_err(|error| Problem::from(&error).to_string())
}

fn host_of(town: &Town, person: PersonId) -> String {
    town.engine.host_id(person).unwrap().unwrap().to_string()
}

/// The data of `approval.ask` for a gate that is to be passed.
fn asking(item: ItemId, on: ItemId, reason: &str) -> Value {
    let pass = json!({"item": item, "on": on, "reason": reason});
    let act = json!({"type": "prerequisite.waive", "data": pass});
    json!({"permission": "prerequisite.waive", "item": item, "matter": {"on": on}, "act": act})
}

/// The command that a step says can be done.
fn command(town: &Town, process: ProcessId, step: &StepView, catalogue: DocumentId) -> (String, Value) {
    let refers = serde_json::to_value(&step.refers).unwrap();
    let mut data = match act(step) {
        "task.start" | "task.complete" | "points.award" => json!({}),
        "contribution.claim" => {
            json!({"kind": "development", "text": "I was there.", "assignment": refers["assignment"]})
        }
        "approval.give" => {
            return ("approval.give".into(), json!({"request": refers["approval"]}));
        }
        "prerequisite.waive" => json!({"on": refers["on"], "reason": "It cannot wait."}),
        "contribution.accept" => return (act(step).into(), json!({"contribution": refers["contribution"]})),
        "participation.accept" => {
            return (
                act(step).into(),
                json!({"request": refers["participation"], "role": refers["roles"][0]}),
            );
        }
        "participation.decline" => {
            return (
                act(step).into(),
                json!({"request": refers["participation"], "reason": "There are enough."}),
            );
        }
        "item.add" => return (act(step).into(), json!({"kind": "phase", "name": {"en": "First"}})),
        "role.grant" => {
            let view = town.engine.process(process).unwrap();
            let roles = &view.process().governance().model().document().roles;
            let kind = interlink::party::StakeholderKind::Citizen;
            let (role, _) = roles.iter().find(|(_, role)| role.holders.contains(&kind)).unwrap();
            return (act(step).into(), json!({"holder": {"team": "t1"}, "role": role}));
        }
        "item.schedule" => json!({"end": "2030-01-01"}),
        "catalogue.adopt" => return (act(step).into(), json!({"catalogue": catalogue})),
        other => panic!("{other} is not tried here"),
    };
    data["item"] = json!(step.item.unwrap());
    (act(step).into(), data)
}

/// Steps that a world does not take by itself: work, credit, dates, and asking.
fn work(world: &World, (what, a, b, c): Step) {
    let items = world.items();
    let Some(item) = items.get(usize::from(a) % items.len().max(1)).copied() else { return };
    let on = items[usize::from(b) % items.len()];
    let who = PEOPLE[usize::from(c) % 6];
    let actor = if c % 2 == 0 { "anna" } else { PEOPLE[usize::from(b) % 6] };
    let view = world.town.engine.process(world.process).unwrap();
    let claim = view.process().work().contributions().nth(usize::from(b) % 3);
    let claim = claim.map_or_else(|| "0".repeat(32), |claim| claim.id.to_string());
    let holder = if b % 4 == 0 { json!({"team": "t1"}) } else { json!({"person": who}) };
    let (kind, actor, data) = match what % 10 {
        0 | 1 => ("assignment.make", actor, json!({"item": item, "holder": holder})),
        2 => ("contribution.claim", who, json!({"item": item, "kind": "development", "text": "I dug."})),
        3 => ("contribution.accept", actor, json!({"contribution": claim})),
        4 => ("participation.ask", who, json!({"text": "I would like to help."})),
        5 => ("approval.ask", actor, asking(item, on, "It cannot wait.")),
        6 => (
            "item.schedule",
            actor,
            json!({"item": item, "end": if b % 2 == 0 { "2026-01-05" } else { "2026-12-01" }}),
        ),
        7 => (
            "task.estimate",
            actor,
            json!({"item": item, "complexity": {"development": 10, "exploitation": 0, "management": 1}}),
        ),
        8 => ("task.complete", actor, json!({"item": item})),
        _ => ("task.start", actor, json!({"item": item})),
    };
    world.town.try_do(actor, StreamId::from(world.process), kind, data).ok();
}

fn sees(town: &Town, process: ProcessId, person: PersonId, item: Option<ItemId>) -> bool {
    let view = town.engine.process(process).unwrap();
    let question =
        Question { actor: person, permission: Permission::ProcessView, item, asset: None, at: town.now() };
    view.check(&question).allowed()
}

/// The names of the items that a person may not see.
fn unseen(town: &Town, process: ProcessId, person: PersonId) -> Vec<String> {
    let view = town.engine.process(process).unwrap();
    let hidden = view.process().tree().items().filter(|item| !sees(town, process, person, Some(item.id())));
    let english = Language::english();
    hidden.map(|item| item.name().read(&english, &english).text.to_owned()).collect()
}

fn holds(world: &World, catalogue: DocumentId) {
    let (town, process) = (&world.town, world.process);
    let stream = StreamId::from(process);
    let view = town.engine.process(process).unwrap();
    for who in PEOPLE {
        let Some(person) = town.engine.person(&host(who)).unwrap() else { continue };
        let all = next(town, who, process);
        assert_eq!(all, next(town, who, process), "asked twice, it is the same");
        assert_eq!(all.steps.len(), usize::try_from(all.total).unwrap());
        for limit in [0, 1, 3, 7] {
            let few = next_at(town, who, Some(process), town.now(), limit);
            assert_eq!(few.steps, all.steps[..limit.min(all.steps.len())], "few are the first of many");
            assert_eq!(few.total, all.total);
        }
        let groups: Vec<Group> = all.steps.iter().map(|step| step.group).collect();
        assert!(groups.is_sorted(), "{groups:?}");

        // What is said to be possible now is taken now.
        for step in all.steps.iter().filter(|step| step.ready) {
            let (kind, data) = command(town, process, step, catalogue);
            if let Err(refused) = taken(town, who, stream, &kind, data) {
                panic!("{who} was told of {kind} on {:?}: {refused}", step.name);
            }
        }
        // Nothing is told that may not be seen.
        let hidden = unseen(town, process, person);
        for step in &all.steps {
            assert!(sees(town, process, person, step.item), "{step:?}");
            let mut named = step.waits_for.iter().flat_map(|wait| [Some(wait.on), wait.first]).flatten();
            assert!(named.all(|item| sees(town, process, person, Some(item))), "{step:?}");
            let written = serde_json::to_string(step).unwrap();
            assert!(
                !hidden.iter().any(|name| written.contains(&format!("\u{2068}{name}\u{2069}"))),
                "{written}"
            );
            let people =
                step.waits_for.iter().map(|wait| &wait.who).chain(step.approvals.iter().map(|a| &a.who));
            assert!(people.flatten().next().is_none() || sees(town, process, person, None), "{step:?}");
        }
        // Whatever could be done is said: tried the naive way, one thing after another.
        let said: BTreeSet<(&str, String)> = all
            .steps
            .iter()
            .filter(|step| step.ready)
            .map(|step| {
                let refers = serde_json::to_value(&step.refers).unwrap();
                let what = ["approval", "contribution", "participation"]
                    .iter()
                    .find_map(|name| refers[*name].as_str());
                (
                    act(step),
                    what.map_or_else(
                        || step.item.map(|item| item.to_string()).unwrap_or_default(),
                        str::to_owned,
                    ),
                )
            })
            .collect();
        let has = |acts: &[&'static str], what: &str| {
            acts.iter().any(|act| said.contains(&(*act, what.to_owned())))
        };
        for item in view.process().tree().items() {
            let id = item.id().to_string();
            for kind in ["task.start", "task.complete", "points.award"] {
                if taken(town, who, stream, kind, json!({"item": id})).is_ok()
                    && sees(town, process, person, Some(item.id()))
                {
                    assert!(has(&[kind], &id), "{who} could {kind} {id} and was not told");
                }
            }
        }
        for claim in view.process().work().contributions() {
            let id = claim.id.to_string();
            let data = json!({"contribution": id});
            if taken(town, who, stream, "contribution.accept", data).is_ok()
                && sees(town, process, person, Some(claim.item))
            {
                assert!(has(&["contribution.accept"], &id), "{who} could accept {id}");
            }
        }
        for asked in view.process().work().participations() {
            let id = asked.id.to_string();
            let data = json!({"request": id, "reason": "There are enough."});
            if taken(town, who, stream, "participation.decline", data).is_ok()
                && sees(town, process, person, None)
            {
                assert!(
                    has(&["participation.accept", "participation.decline"], &id),
                    "{who} could answer {id}"
                );
            }
        }
        for request in view.process().governance().approval_requests().filter(|request| request.by != person)
        {
            let id = request.id.to_string();
            // Still of use: the gate is there, and nothing but somebody behind it is missing for whoever asks.
            let by = host(&host_of(town, request.by));
            let told = town
                .engine
                .check(&by, Permission::PrerequisiteWaive, process, request.act.item, town.now())
                .unwrap();
            let only = told.reasons.iter().all(|reason| reason.code.as_str() == "reason.approval_missing");
            let wanted = !told.allowed && only;
            let unmet = view.process().tree().items().any(|item| {
                Some(item.id()) == request.act.item
                    && view.process().tree().prerequisites(item).any(|(on, needs, passed)| {
                        Some(on.id()) == request.act.matter.on
                            && !passed
                            && on.enabled()
                            && !needs.met_by(on.status())
                    })
            });
            if wanted
                && unmet
                && taken(town, who, stream, "approval.give", json!({"request": id})).is_ok()
                && sees(town, process, person, request.act.item)
            {
                assert!(has(&["approval.give"], &id), "{who} could stand behind {id}");
            }
        }
    }
}

fn model() -> impl Strategy<Value = Shipped> {
    prop::sample::select(Shipped::ALL.to_vec())
}

fn cases() -> u32 {
    std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(40)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_possible_is_said_and_what_is_said_is_possible(
        model in model(),
        from_template: bool,
        steps in prop::collection::vec((any::<bool>(), any::<Step>()), 1..60),
    ) {
        let world = World::new(Box::new(MemoryStore::new()), model, from_template);
        let catalogue = world.town.engine.add_document(read(&shipped(), Mode::Repair).unwrap().catalogue).unwrap();
        for (ordinary, step) in steps {
            if ordinary {
                world.town.engine.execute(&world.command(step)).ok();
            } else {
                work(&world, step);
            }
        }
        holds(&world, catalogue);
    }
}

/// A process under G+G that a city and its people share; “do” waits for “plan”, “agree” comes after “invite”.
struct Garden {
    town: Town,
    process: ProcessId,
}

impl Garden {
    fn new() -> Self {
        let town = Town::new();
        let city = town.found("anna", "city", "public_administration");
        town.team("anna", city, "officers", "public_administration", &["carla"]);
        let template = town.template(&small_template());
        let process = town.process("anna", Some("city"), Shipped::GPlusG, Some(template));
        let garden = Self { town, process };
        garden.act("anna", "role.grant", json!({"holder": {"team": "officers"}, "role": "public_partner"}));
        garden.act("anna", "role.grant", json!({"holder": {"person": "dora"}, "role": "civic_partner"}));
        garden.act("anna", "role.grant", json!({"holder": {"person": "emil"}, "role": "contributor"}));
        garden
    }

    fn act(&self, actor: &str, kind: &str, data: Value) {
        self.town.act(actor, StreamId::from(self.process), kind, data);
    }

    fn item(&self, key: &str) -> ItemId {
        self.town.item(self.process, key)
    }

    fn next(&self, who: &str) -> Vec<StepView> {
        next(&self.town, who, self.process).steps
    }

    fn of(&self, who: &str, key: &str) -> Option<StepView> {
        let item = self.item(key);
        self.next(who).into_iter().find(|step| step.item == Some(item))
    }
}

#[test]
fn a_finished_task_may_be_started_and_never_is_next() {
    let garden = Garden::new();
    let invite = garden.item("invite");
    garden.town.complete("dora", garden.process, invite);
    assert!(garden.town.may("dora", Permission::TaskStart, garden.process, Some(invite)), "it is permitted");
    assert!(garden.of("dora", "invite").is_none(), "and not possible");
}

#[test]
fn the_longest_chain_comes_first_and_what_is_blocked_says_who_can_end_that() {
    let garden = Garden::new();
    let first = &garden.next("emil")[0];
    assert_eq!((act(first), first.item, first.ready), ("task.start", Some(garden.item("invite")), true));
    assert_eq!(first.chain, 3, "invite, agree, dig");
    assert_eq!(codes(first), ["next.start", "next.chain"]);
    let by = first.mine.as_ref().unwrap();
    assert_eq!((by.by, by.role.as_ref().unwrap().as_str()), (MineBy::Role, "contributor"));

    let dig = garden.of("emil", "dig").unwrap();
    assert_eq!((dig.ready, dig.group, codes(&dig)), (false, Group::Blocked, vec!["next.waits"]));
    assert_eq!(dig.reasons[0].message, "“\u{2068}Do\u{2069}” waits for “\u{2068}Plan\u{2069}”.");
    let wait = &dig.waits_for[0];
    assert_eq!((wait.on, wait.first), (garden.item("plan"), Some(garden.item("invite"))));
    let who: BTreeSet<String> =
        wait.who.iter().map(|who| who.host_id.as_ref().unwrap().to_string()).collect();
    assert_eq!(who, ["anna", "carla", "dora", "emil"].map(String::from).into(), "who can start it");

    // Who can complete it is somebody else than who can start it.
    garden.town.start("emil", garden.process, garden.item("invite"));
    let dig = garden.of("emil", "dig").unwrap();
    let who: BTreeSet<String> =
        dig.waits_for[0].who.iter().map(|who| who.host_id.as_ref().unwrap().to_string()).collect();
    assert_eq!(who, ["anna", "carla", "dora"].map(String::from).into());
    assert!(
        garden.of("emil", "invite").is_none(),
        "a contributor does not complete tasks, and nobody asked this one"
    );
}

#[test]
fn a_decision_that_frees_more_comes_first_and_ends_when_it_is_taken() {
    let garden = Garden::new();
    let gate = asking(garden.item("do"), garden.item("plan"), "It thawed.");
    garden.act("dora", "approval.ask", gate);
    garden.act(
        "emil",
        "contribution.claim",
        json!({"item": garden.item("invite"), "kind": "development", "text": "I wrote letters."}),
    );

    let own = garden.next("dora").into_iter().find(|step| act(step) == "prerequisite.waive").unwrap();
    assert_eq!((own.ready, own.group), (false, Group::Blocked));
    assert!(codes(&own).contains(&"next.approval_missing"));
    let missing = own.approvals.iter().find(|approvals| approvals.given < approvals.wanted).unwrap();
    assert_eq!(
        (missing.role.as_str(), missing.who[0].host_id.as_ref().unwrap().as_str()),
        ("public_partner", "carla")
    );

    let carla = garden.next("carla");
    assert_eq!((act(&carla[0]), carla[0].frees), ("approval.give", 1), "dig can go on then");
    assert_eq!(act(&carla[1]), "contribution.accept");
    assert!(carla[0].group == Group::Decision && carla[0].since.is_some());
    let request = carla[0].refers.approval.unwrap();
    garden.act("carla", "approval.give", json!({"request": request}));
    assert!(garden.next("carla").iter().all(|step| act(step) != "approval.give"), "once is enough");
    let own = &garden.next("dora")[0];
    assert_eq!((act(own), own.ready, codes(own)[0]), ("prerequisite.waive", true, "next.approved"));
    garden.act(
        "dora",
        "prerequisite.waive",
        json!({"item": garden.item("do"), "on": garden.item("plan"), "reason": "It thawed."}),
    );
    assert!(garden.next("dora").iter().all(|step| act(step) != "prerequisite.waive"));
    assert!(garden.of("dora", "dig").unwrap().ready);
}

#[test]
fn what_is_asked_by_name_and_late_comes_before_what_is_only_possible() {
    let garden = Garden::new();
    let task = garden.town.add_item("anna", garden.process, "task", Some(garden.item("meet")), "Paint");
    garden.act("anna", "item.schedule", json!({"item": task, "end": "2026-03-02"}));
    garden.act("anna", "assignment.make", json!({"item": task, "holder": {"person": "emil"}}));
    assert_ne!(garden.next("emil")[0].item, Some(task), "the last day is not over");
    garden.town.wait_minutes(24 * 60);
    let first = &garden.next("emil")[0];
    assert_eq!((first.item, first.group, first.overdue), (Some(task), Group::Overdue, true));
    assert_eq!(codes(first), ["next.start", "next.asked", "next.late", "next.chain"]);
    assert_eq!(first.mine.as_ref().unwrap().by, MineBy::Assignment);
    assert_eq!(
        garden.next("dora").iter().find(|step| step.item == Some(task)).unwrap().group,
        Group::Possible
    );
    garden.town.start("emil", garden.process, task);
    let claim = garden.next("emil").into_iter().find(|step| act(step) == "contribution.claim").unwrap();
    assert!(claim.ready && claim.refers.assignment.is_some() && claim.since.is_some());
    let data = json!({"item": task, "kind": "development", "text": "I painted.", "assignment": claim.refers.assignment});
    garden.act("emil", "contribution.claim", data);
    assert!(garden.next("emil").iter().all(|step| act(step) != "contribution.claim"), "it was said");
}

/// What is said to be done is asked of nobody any more, whether it was claimed or not.
#[test]
fn an_assignment_that_is_done_is_nobodys_any_more() {
    let garden = Garden::new();
    let invite = garden.item("invite");
    garden.act("anna", "assignment.make", json!({"item": invite, "holder": {"person": "emil"}}));
    garden.town.start("emil", garden.process, invite);
    let emil = garden.town.engine.person(&host("emil")).unwrap().unwrap();
    let mine = || garden.town.engine.my(emil, garden.town.now(), Language::english()).unwrap().assignments;
    let asked = |step: &StepView| step.mine.as_ref().is_some_and(|mine| mine.by == MineBy::Assignment);
    assert!(mine().len() == 1 && garden.next("emil").iter().any(asked));
    garden.act("emil", "assignment.complete", json!({"assignment": mine()[0].assignment}));
    assert!(mine().is_empty() && !garden.next("emil").iter().any(asked));
}

/// A team is asked whose organisation has no other part in the process: its members still answer for it.
#[test]
fn a_member_of_a_team_that_is_only_asked_can_answer() {
    let garden = Garden::new();
    let club = garden.town.found("bruno", "club", "nonprofit_organisation");
    garden.town.team("bruno", club, "gardeners", "nonprofit_organisation", &["emil"]);
    let invite = garden.item("invite");
    garden.act("anna", "assignment.make", json!({"item": invite, "holder": {"team": "gardeners"}}));
    garden.town.start("emil", garden.process, invite);
    let claim = garden.next("emil").into_iter().find(|step| act(step) == "contribution.claim").unwrap();
    let mine = claim.mine.unwrap();
    assert_eq!((mine.by, mine.team.unwrap().host_id.unwrap().as_str()), (MineBy::Team, "gardeners"));
    let data =
        json!({"item": invite, "kind": "development", "text": "I wrote.", "assignment": mine.assignment});
    garden.act("emil", "contribution.claim", data);
}

/// Who is asked and has no role for it is told who has.
#[test]
fn who_is_asked_without_the_role_is_told_who_can_begin() {
    let town = Town::new();
    let city = town.found("anna", "city", "public_administration");
    town.team("anna", city, "officers", "public_administration", &["carla"]);
    let template = town.template(&small_template());
    let process = town.process("anna", Some("city"), Shipped::C2g, Some(template));
    let stream = StreamId::from(process);
    town.act("anna", stream, "role.grant", json!({"holder": {"person": "dora"}, "role": "contributor"}));
    let invite = town.item(process, "invite");
    assert!(next(&town, "dora", process).steps.is_empty(), "a contributor starts nothing here");
    town.act("anna", stream, "assignment.make", json!({"item": invite, "holder": {"person": "dora"}}));
    let step = next(&town, "dora", process).steps.remove(0);
    assert_eq!((step.ready, codes(&step)), (false, vec!["next.asked", "next.chain", "next.not_permitted"]));
    assert_eq!(step.waits_for[0].who[0].host_id.as_ref().unwrap().as_str(), "anna");
    town.start("anna", process, invite);
    assert_eq!(act(&next(&town, "dora", process).steps[0]), "contribution.claim");
}

#[test]
fn whoever_sees_a_part_is_told_nothing_of_the_rest() {
    let garden = Garden::new();
    garden.act(
        "anna",
        "role.grant",
        json!({"holder": {"person": "fabio"}, "role": "contributor", "item": garden.item("do")}),
    );
    let steps = garden.next("fabio");
    assert_eq!(steps.len(), 1, "{steps:?}");
    assert_eq!((steps[0].item, codes(&steps[0])), (Some(garden.item("dig")), vec!["next.waits_hidden"]));
    assert!(steps[0].waits_for.is_empty());
    let written = serde_json::to_string(&steps).unwrap();
    for hidden in [garden.item("plan").to_string(), "Plan".into(), "dora".into(), "carla".into()] {
        assert!(!written.contains(&hidden), "{hidden} in {written}");
    }
    assert!(next(&garden.town, "nobody", garden.process).steps.is_empty());
    // Without the right to see, nothing; whatever else is allowed.
    let unseen = json!({"holder": {"person": "emil"}, "permissions": ["process.view"], "reason": "So."});
    garden.act("anna", "restriction.place", unseen);
    assert!(garden.town.may("emil", Permission::TaskStart, garden.process, Some(garden.item("invite"))));
    assert!(garden.next("emil").is_empty());
}

#[test]
fn a_clock_that_is_behind_is_told_what_holds_when_its_command_is_recorded() {
    let garden = Garden::new();
    let before = garden.town.now();
    let end = json!({"holder": {"person": "fabio"}, "role": "contributor", "until": Timestamp::from_millis(before.as_millis() + 180_000).unwrap()});
    garden.act("anna", "role.grant", end);
    garden.town.wait_minutes(10);
    garden.act("anna", "process.edit", json!({"name": {"en": "Ours"}}));
    assert!(
        next_at(&garden.town, "fabio", Some(garden.process), before, 10).steps.is_empty(),
        "the role is over by then"
    );
}

#[test]
fn a_closed_process_and_a_replica_have_no_steps() {
    let garden = Garden::new();
    let bundle = garden.town.engine.export_bundle(garden.process, true).unwrap();
    let elsewhere = Town::new();
    elsewhere.engine.import_bundle(bundle.as_bytes()).unwrap();
    assert!(next(&elsewhere, "dora", garden.process).steps.is_empty(), "it is at home somewhere else");
    garden.act("anna", "process.close", json!({}));
    for who in ["anna", "carla", "dora", "emil"] {
        assert!(garden.next(who).is_empty());
        assert!(next_at(&garden.town, who, None, garden.town.now(), 10).steps.is_empty());
    }
}

#[test]
fn an_administrator_is_told_what_a_process_lacks_and_others_are_not() {
    let town = Town::new();
    town.found("anna", "city", "public_administration");
    let process = town.process("anna", Some("city"), Shipped::C2g, None);
    let lacks: Vec<&str> = next(&town, "anna", process).steps.iter().map(|step| codes(step)[0]).collect();
    assert_eq!(lacks, ["next.no_role", "next.no_team", "next.no_items", "next.no_catalogue"]);
    town.act(
        "anna",
        StreamId::from(process),
        "role.grant",
        json!({"holder": {"person": "dora"}, "role": "contributor"}),
    );
    assert!(next(&town, "dora", process).steps.is_empty());
    let lacks: Vec<&str> = next(&town, "anna", process).steps.iter().map(|step| codes(step)[0]).collect();
    assert_eq!(lacks, ["next.no_team", "next.no_items", "next.no_catalogue"]);
}

#[test]
fn a_missing_consent_is_said_to_whose_it_is_and_to_nobody_else() {
    let town = Town::new();
    let city = town.found("anna", "city", "public_administration");
    let notice = town.publish_notice("anna", city, &testkit::notice(1));
    let template = town.template(&small_template());
    let process = town.process("anna", Some("city"), Shipped::GPlusG, Some(template));
    let stream = StreamId::from(process);
    town.act("anna", stream, "role.grant", json!({"holder": {"person": "dora"}, "role": "contributor"}));
    town.act("anna", stream, "purpose.require", json!({"organisation": "city", "purpose": "news"}));
    let invite = town.item(process, "invite");
    let step = next(&town, "dora", process).steps.into_iter().find(|step| step.item == Some(invite)).unwrap();
    assert_eq!((step.ready, codes(&step)), (false, vec!["next.chain", "next.consent_missing"]));
    assert!(step.consents[0].own && step.reasons[1].message.contains("Purpose news"));
    town.consent("dora", "city", notice, "news");
    let step = next(&town, "dora", process).steps.into_iter().find(|step| step.item == Some(invite)).unwrap();
    assert!(step.ready && step.consents.is_empty());
    town.act("anna", stream, "assignment.make", json!({"item": invite, "holder": {"person": "dora"}}));
    town.act("dora", None, "consent.withdraw", json!({"organisation": "city", "purpose": "news"}));
    let duty = next(&town, "anna", process).steps.into_iter().find(|step| step.group == Group::Duty).unwrap();
    assert_eq!((act(&duty), codes(&duty)), ("assignment.withdraw", vec!["next.must_stop"]));
    let data = json!({"assignment": duty.refers.assignment});
    taken(&town, "anna", stream, "assignment.withdraw", data).unwrap();
    // Whose data it is about is not told to who waits.
    let mut subjects = next(&town, "anna", process).steps;
    subjects.retain(|step| step.consents.iter().any(|lack| !lack.own));
    assert!(subjects.is_empty());
}

#[test]
fn a_controller_is_told_what_is_due_and_can_do_it() {
    let city = Controller::new();
    let asked = city.town.act(
        "dora",
        None,
        "subject_request.make",
        json!({"organisation": "city", "right": "access"}),
    );
    city.give("dora", "news");
    city.town.act("dora", None, "consent.withdraw", testkit::about("news"));
    let all = |who: &str| next_at(&city.town, who, None, city.town.now(), 100).steps;
    let owed = all("anna");
    let found: Vec<(&str, &str)> = owed.iter().map(|step| (act(step), codes(step)[0])).collect();
    assert!(
        found.contains(&("subject_request.answer", "next.right"))
            && found.contains(&("recipient.notify", "next.notify")),
        "{found:?}"
    );
    for step in owed.iter().filter(|step| step.ready) {
        assert_eq!((step.group, step.organisation_id, step.overdue), (Group::Duty, Some(city.id), false));
        let subject = step.refers.data_subject.as_ref().unwrap();
        let who = subject.host_id.as_ref().unwrap();
        let person = subject.person_id.unwrap();
        let (stream, data) = match act(step) {
            "subject_request.answer" => {
                (asked.stream, json!({"outcome": "fulfilled", "request": step.refers.right}))
            }
            "recipient.notify" => (
                StreamId::Consent(person),
                json!({"organisation": "city", "purpose": step.refers.purpose, "recipient": step.refers.recipient, "data_subject": who}),
            ),
            other => panic!("{other}"),
        };
        taken(&city.town, "anna", stream, act(step), data).unwrap();
    }
    assert!(all("dora").is_empty(), "it is nobody else's");
    city.town.wait_minutes(60 * 24 * 40);
    assert!(all("anna").iter().all(|step| step.overdue && codes(step).contains(&"next.late")));
}

#[test]
fn everything_over_all_processes_is_one_list_and_what_is_mine_is_mine() {
    let garden = Garden::new();
    let other = garden.town.process("anna", Some("city"), Shipped::C2g, None);
    let late = garden.town.process("dora", None, Shipped::C2c, None);
    garden.act(
        "anna",
        "assignment.make",
        json!({"item": garden.item("agree"), "holder": {"team": "officers"}}),
    );
    let ids = |who: &str| -> BTreeSet<ProcessId> {
        next_at(&garden.town, who, None, garden.town.now(), 1000)
            .steps
            .iter()
            .filter_map(|step| step.process)
            .collect()
    };
    assert_eq!(ids("anna"), [garden.process, other].into());
    assert_eq!(ids("dora"), [garden.process, late].into());
    // What began after the first question is there in the next.
    let latest = garden.town.process("dora", None, Shipped::C2c, None);
    assert_eq!(ids("dora"), [garden.process, late, latest].into());

    let my = |who: &str| {
        let person = garden.town.engine.person(&host(who)).unwrap().unwrap();
        garden.town.engine.my(person, garden.town.now(), Language::english()).unwrap()
    };
    let carla = my("carla");
    assert_eq!((carla.processes.len(), carla.teams.len(), carla.assignments.len()), (1, 1, 1));
    assert_eq!(carla.teams[0].team.host_id.as_ref().unwrap().as_str(), "officers");
    assert_eq!(carla.assignments[0].item, garden.item("agree"));
    assert_eq!(carla.processes[0].roles[0].as_str(), "public_partner");
    assert!(my("emil").teams.is_empty() && my("emil").assignments.is_empty());
    // Whoever has a role on a part has what lies in it, and not the rest.
    garden.act(
        "anna",
        "role.grant",
        json!({"holder": {"person": "fabio"}, "role": "contributor", "item": garden.item("do")}),
    );
    for key in ["dig", "invite"] {
        garden.act(
            "anna",
            "assignment.make",
            json!({"item": garden.item(key), "holder": {"person": "fabio"}}),
        );
    }
    let fabio = my("fabio");
    assert!(fabio.processes.is_empty() && fabio.approvals.is_empty());
    let asked: Vec<ItemId> = fabio.assignments.iter().map(|made| made.item).collect();
    assert_eq!(asked, [garden.item("dig")]);
    let gate = asking(garden.item("do"), garden.item("plan"), "It thawed.");
    garden.act("dora", "approval.ask", gate);
    assert!(my("dora").approvals[0].own && !my("carla").approvals[0].own && my("emil").approvals.is_empty());
}

#[test]
fn it_is_said_in_every_language_of_the_phrasebooks() {
    let garden = Garden::new();
    let person = garden.town.engine.person(&host("emil")).unwrap().unwrap();
    let mut said = BTreeSet::new();
    for tag in ["en", "es", "it", "lv"] {
        let language: Language = tag.parse().unwrap();
        let next = garden.town.engine.next(person, None, garden.town.now(), language, 10).unwrap();
        assert!(next.steps.iter().flat_map(|step| &step.reasons).all(|why| why.language == language));
        said.insert(next.steps[0].reasons[0].message.clone());
    }
    assert_eq!(said.len(), 4);
    assert!(GovernanceModel::shipped(Shipped::GPlusG).document().roles.len() > 2);
}

/// Another engine on the same store, and one that opens it from a snapshot, say the same.
#[test]
fn another_engine_says_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite:{}", folder.path().join("next.db").display());
    let town = Town::at(&url);
    town.found("anna", "city", "public_administration");
    let template = town.template(&small_template());
    let process = town.process("anna", Some("city"), Shipped::C2g, Some(template));
    town.start("anna", process, town.item(process, "invite"));
    let here = next_at(&town, "anna", None, town.now(), 100);
    assert!(here.steps.iter().any(|step| act(step) == "task.complete" && step.since.is_some()));
    let other = Town::at(&url);
    assert_eq!(here, next_at(&other, "anna", None, town.now(), 100));
    town.process("anna", Some("city"), Shipped::C2g, None);
    let more = next_at(&town, "anna", None, town.now(), 100);
    assert_eq!(more, next_at(&other, "anna", None, town.now(), 100), "what another engine began is seen");
    assert!(more.total > here.total);
}
