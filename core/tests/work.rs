//! Work and credit: assigned, claimed, reviewed, awarded at once, taken back exactly, and ranked.
#![cfg(test)]

use interlink::governance::Shipped;
use interlink::journal::{EventData, StreamId};
use interlink::kernel::Executed;
use interlink::problem::Code;
use interlink::types::{ItemId, ProcessId, Timestamp};
use interlink::work::{Complexity, ContributionKind, Event, Level};
use proptest::prelude::*;
use serde_json::{Value, json};
use testkit::{Town, reasons, small_template};

struct Yard {
    town: Town,
    process: ProcessId,
    stream: StreamId,
}

/// The id in the first event that a command of this block made.
fn id_of(executed: &Executed) -> Value {
    let EventData::Work(event) = &executed.events[0].data else { panic!("{executed:?}") };
    match event {
        Event::AssignmentMade(e) => json!(e.assignment),
        Event::AssignmentCompleted(e) => json!(e.assignment),
        Event::ContributionClaimed(e) => json!(e.contribution),
        Event::PointsAwarded(e) => json!(e.award),
        Event::ParticipationAsked(e) => json!(e.request),
        other => panic!("{other:?}"),
    }
}

impl Yard {
    /// Anna founds, Carla and Carlo are officers, Dora and Elena contribute for the gardeners.
    fn new() -> Self {
        let town = Town::new();
        let city = town.found("anna", "city", "public_administration");
        let club = town.found("bruno", "club", "nonprofit_organisation");
        town.team("anna", city, "officers", "public_administration", &["carla", "carlo"]);
        town.team("bruno", club, "gardeners", "citizen", &["dora", "elena"]);
        let template = town.template(&small_template());
        let process = town.process("anna", Some("city"), Shipped::C2g, Some(template));
        let stream = StreamId::from(process);
        town.act("anna", stream, "role.grant", json!({"holder": {"team": "officers"}, "role": "officer"}));
        town.act(
            "anna",
            stream,
            "role.grant",
            json!({"holder": {"team": "gardeners"}, "role": "contributor"}),
        );
        Self { town, process, stream }
    }

    fn item(&self, key: &str) -> ItemId {
        self.town.item(self.process, key)
    }

    fn act(&self, actor: &str, kind: &str, data: Value) -> Value {
        id_of(&self.town.act(actor, self.stream, kind, data))
    }

    fn does(&self, actor: &str, kind: &str, data: Value) {
        self.town.act(actor, self.stream, kind, data);
    }

    fn refused(&self, actor: &str, kind: &str, data: Value) -> Code {
        self.town.refused(actor, self.stream, kind, data).code
    }

    fn claim(&self, actor: &str, item: ItemId, kind: &str) -> Value {
        self.act(actor, "contribution.claim", json!({"item": item, "kind": kind, "text": "I did it."}))
    }

    fn accept(&self, contribution: &Value) {
        self.does("carla", "contribution.accept", json!({"contribution": contribution}));
    }

    fn ask(&self, request: &Value) -> Value {
        let answer: Value =
            serde_json::from_str(&self.town.engine.request(request.to_string().as_bytes())).unwrap();
        assert!(answer.get("ok").is_some(), "{answer}");
        answer["ok"].clone()
    }

    fn leaders(&self, more: &Value) -> Vec<(String, u64, u64)> {
        let mut request = json!({"process": self.process});
        request.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        let places = self.ask(&json!({"leaderboard": request}))["places"].clone();
        let place = |place: &Value| {
            let who = place["party"]["host_id"].as_str().or_else(|| place["stakeholder_kind"].as_str());
            (who.unwrap().to_owned(), place["rank"].as_u64().unwrap(), place["points"].as_u64().unwrap())
        };
        places.as_array().unwrap().iter().map(place).collect()
    }
}

#[test]
fn who_is_asked_answers() {
    let yard = Yard::new();
    let (invite, agree) = (yard.item("invite"), yard.item("agree"));
    let to_dora = json!({"item": invite, "holder": {"person": "dora"}, "text": "Write the letter, please."});
    assert_eq!(yard.refused("dora", "assignment.make", to_dora.clone()), Code::PermissionDenied);
    let assignment = yard.act("anna", "assignment.make", to_dora.clone());
    assert_eq!(yard.refused("anna", "assignment.make", to_dora), Code::AssignmentExists);
    let claim = |item: ItemId, assignment: &Value| json!({"item": item, "kind": "development", "text": "Written.", "assignment": assignment});
    assert_eq!(
        yard.refused("elena", "contribution.claim", claim(invite, &assignment)),
        Code::AssignmentNotAssignee
    );
    assert_eq!(
        yard.refused("dora", "contribution.claim", claim(agree, &assignment)),
        Code::AssignmentUnknown
    );
    yard.act("dora", "contribution.claim", claim(invite, &assignment));
    let to_team =
        yard.act("anna", "assignment.make", json!({"item": invite, "holder": {"team": "gardeners"}}));
    yard.act("elena", "contribution.claim", claim(invite, &to_team));
    assert_eq!(
        yard.refused("elena", "assignment.withdraw", json!({"assignment": assignment})),
        Code::PermissionDenied
    );
    yard.does("dora", "assignment.withdraw", json!({"assignment": assignment}));
    assert_eq!(
        yard.refused("dora", "contribution.claim", claim(invite, &assignment)),
        Code::AssignmentWithdrawn
    );
    assert_eq!(
        yard.refused(
            "anna",
            "assignment.make",
            json!({"item": yard.item("plan"), "holder": {"person": "x"}})
        ),
        Code::ItemKind
    );
    let seen = yard.ask(&json!({"work": {"process": yard.process}}));
    assert_eq!(seen["assignments"][0]["text"], "Write the letter, please.");
    assert_eq!(seen["contributions"][0]["assignment"], assignment);
}

#[test]
fn nobody_reviews_herself_and_a_review_stands() {
    let yard = Yard::new();
    let invite = yard.item("invite");
    let own = yard.act(
        "carla",
        "contribution.claim",
        json!({"item": invite, "kind": "management", "text": "Called."}),
    );
    assert_eq!(
        yard.refused("carla", "contribution.accept", json!({"contribution": own})),
        Code::ContributionOwn
    );
    assert_eq!(
        yard.refused("dora", "contribution.accept", json!({"contribution": own})),
        Code::PermissionDenied
    );
    yard.does("carlo", "contribution.accept", json!({"contribution": own, "level": "high"}));
    assert_eq!(
        yard.refused("carlo", "contribution.accept", json!({"contribution": own})),
        Code::ContributionClosed
    );
    let hers = yard.claim("dora", invite, "development");
    assert_eq!(
        yard.refused("elena", "contribution.withdraw", json!({"contribution": hers})),
        Code::ContributionNotReviewer
    );
    yard.does(
        "carla",
        "contribution.return",
        json!({"contribution": hers, "reason": "The letter has no date."}),
    );
    let again = yard.claim("dora", invite, "development");
    yard.does("dora", "contribution.withdraw", json!({"contribution": again}));
    let unknown = json!({"contribution": "00".repeat(16)});
    assert_eq!(yard.refused("carla", "contribution.accept", unknown), Code::ContributionUnknown);
    let seen = yard.ask(&json!({"work": {"process": yard.process}}))["contributions"].clone();
    let stages: Vec<&str> = seen.as_array().unwrap().iter().map(|c| c["stage"].as_str().unwrap()).collect();
    assert_eq!(stages, ["accepted", "returned", "withdrawn"]);
    assert_eq!(seen[1]["reason"], "The letter has no date.");
    assert_eq!(seen[0]["stakeholder_kind"], "public_administration");
    let dig = yard.item("dig");
    let early = json!({"item": dig, "kind": "development", "text": "Dug."});
    assert_eq!(
        reasons(&yard.town.refused("dora", yard.stream, "contribution.claim", early)),
        ["reason.waits_for"]
    );
}

#[test]
fn points_go_to_all_at_once_and_come_back_exactly() {
    let yard = Yard::new();
    let (invite, agree) = (yard.item("invite"), yard.item("agree"));
    let weigh = |item, development: u8| json!({"item": item, "complexity": {"development": development, "management": 10, "exploitation": 0}});
    assert_eq!(yard.refused("dora", "task.estimate", weigh(invite, 50)), Code::PermissionDenied);
    assert_eq!(yard.refused("anna", "task.estimate", weigh(invite, 101)), Code::ComplexityRange);
    yard.does("anna", "task.estimate", weigh(invite, 50));
    assert_eq!(yard.refused("anna", "task.estimate", weigh(invite, 50)), Code::NothingToChange);
    yard.does("anna", "task.estimate", weigh(agree, 8));
    let award = |item| json!({"item": item});
    let claims = [
        yard.claim("dora", invite, "development"),
        yard.claim("dora", invite, "development"),
        yard.claim("elena", invite, "management"),
    ];
    assert_eq!(yard.refused("carla", "points.award", award(invite)), Code::TaskStatus);
    yard.town.complete("carla", yard.process, invite);
    assert_eq!(yard.refused("carla", "points.award", award(invite)), Code::AwardPending);
    claims.iter().for_each(|claim| yard.accept(claim));
    let first = yard.act("carla", "points.award", award(invite));
    assert_eq!(yard.refused("carla", "points.award", award(invite)), Code::AwardExists);
    // Dora has two of three claims: high; Elena one of three: average.
    assert_eq!(yard.leaders(&json!({})), [("dora".into(), 1, 150), ("elena".into(), 2, 20)]);

    yard.town.complete("carla", yard.process, agree);
    assert_eq!(yard.refused("carla", "points.award", award(agree)), Code::AwardEmpty);
    yard.town.act("carla", yard.stream, "task.reopen", json!({"item": agree}));
    let team = json!({"item": agree, "kind": "development", "text": "Talked.", "team": "gardeners"});
    assert_eq!(yard.refused("carla", "contribution.claim", team.clone()), Code::TeamNotMember);
    let third = yard.act("elena", "contribution.claim", team);
    yard.does("carla", "contribution.accept", json!({"contribution": third, "level": "low"}));
    yard.town.act("carla", yard.stream, "task.complete", json!({"item": agree}));
    let before_second = yard.town.now();
    let second = yard.act("carla", "points.award", award(agree));
    assert_eq!(yard.leaders(&json!({})), [("dora".into(), 1, 150), ("elena".into(), 2, 28)]);
    assert_eq!(yard.leaders(&json!({"by": "team"})), [("gardeners".into(), 1, 8)]);
    assert_eq!(yard.leaders(&json!({"by": "stakeholder_kind"})), [("citizen".into(), 1, 178)]);
    let after = Timestamp::from_millis(before_second.as_millis() + 1).unwrap();
    assert_eq!(yard.leaders(&json!({"from": after})), [("elena".into(), 1, 8)], "only the second award");
    assert_eq!(yard.leaders(&json!({"until": after})).len(), 2);

    let version = yard.town.engine.process(yard.process).unwrap().seq();
    let reverse = json!({"award": first, "reason": "The letters came back."});
    assert_eq!(yard.refused("dora", "points.reverse", reverse.clone()), Code::PermissionDenied);
    yard.does("carla", "points.reverse", reverse.clone());
    assert_eq!(yard.refused("carla", "points.reverse", reverse), Code::AwardReversed);
    assert_eq!(yard.leaders(&json!({})), [("elena".into(), 1, 8)], "the other award stands");
    assert_eq!(yard.leaders(&json!({"as_of": {"seq": version}})).len(), 2, "as it was");
    yard.act("carla", "points.award", award(invite));
    assert_eq!(yard.leaders(&json!({})), [("dora".into(), 1, 150), ("elena".into(), 2, 28)]);
    yard.does("carla", "points.reverse", json!({"award": second, "reason": "And that one."}));
    yard.town.engine.verify_all().unwrap();
}

#[test]
fn who_has_no_role_asks_to_take_part() {
    let yard = Yard::new();
    let ask = json!({"text": "I live across the street."});
    let request = yard.act("fabio", "participation.ask", ask.clone());
    assert_eq!(yard.refused("fabio", "participation.ask", ask.clone()), Code::ParticipationExists);
    let decline = json!({"request": request, "reason": "We are full this month."});
    assert_eq!(yard.refused("dora", "participation.decline", decline.clone()), Code::PermissionDenied);
    yard.does("anna", "participation.decline", decline.clone());
    assert_eq!(yard.refused("anna", "participation.decline", decline), Code::ParticipationUnknown);
    let request = yard.act("fabio", "participation.ask", ask.clone());
    let accept = |role: &str| json!({"request": request, "role": role, "reason": "Welcome."});
    assert_eq!(yard.refused("dora", "participation.accept", accept("contributor")), Code::PermissionDenied);
    assert_eq!(yard.refused("anna", "participation.accept", accept("officer")), Code::RoleKindNotAdmitted);
    assert_eq!(yard.refused("anna", "participation.accept", accept("king")), Code::RoleUnknown);
    let accepted = yard.town.act("anna", yard.stream, "participation.accept", accept("contributor"));
    let kinds: Vec<&str> = accepted.events.iter().map(|event| event.data.type_name()).collect();
    assert_eq!(kinds, ["participation.accepted", "role.granted"]);
    yard.claim("fabio", yard.item("invite"), "exploitation");
    assert_eq!(yard.refused("fabio", "participation.ask", ask), Code::ParticipationHeld);
    let seen = yard.ask(&json!({"work": {"process": yard.process}}))["participations"].clone();
    assert_eq!((&seen[0]["accepted"], &seen[1]["accepted"]), (&json!(false), &json!(true)));
    assert_eq!(seen[0]["reason"], "We are full this month.");
}

proptest! {
    /// Points written a second time, from the words: complexity × level, the level from the share.
    #[test]
    fn points_follow_from_complexity_and_share(
        claims in prop::collection::vec((0_usize..4, 0_usize..3), 1..24), weights in prop::array::uniform3(0_u8..=100),
    ) {
        let people = ["dora", "elena", "carla", "carlo"];
        let kinds = ["development", "exploitation", "management"];
        let yard = Yard::new();
        let invite = yard.item("invite");
        let complexity = json!({"development": weights[0], "exploitation": weights[1], "management": weights[2]});
        if weights != [0; 3] {
            yard.does("anna", "task.estimate", json!({"item": invite, "complexity": complexity}));
        }
        for (person, kind) in &claims {
            let claim = yard.claim(people[*person], invite, kinds[*kind]);
            yard.does("anna", "contribution.accept", json!({"contribution": claim}));
        }
        yard.town.complete("carla", yard.process, invite);
        yard.act("carla", "points.award", json!({"item": invite}));
        for (at, person) in people.iter().enumerate() {
            let hers = claims.iter().filter(|(who, _)| *who == at).count();
            // Below 0.15, which is 3/20; below 0.6, which is 3/5.
            let factor = if hers * 20 < 3 * claims.len() { 1 } else if hers * 5 < 3 * claims.len() { 2 } else { 3 };
            let expected: u64 = (0..3)
                .filter(|kind| claims.contains(&(at, *kind)))
                .map(|kind| u64::from(weights[kind]) * factor)
                .sum();
            let found = yard.leaders(&json!({})).into_iter().find(|(who, ..)| who == person);
            prop_assert_eq!(found.map_or(0, |(_, _, points)| points), expected, "{} of {:?}", person, claims);
        }
    }
}

#[test]
fn complexities_and_levels_are_what_they_say() {
    let complexity = Complexity { development: 1, exploitation: 2, management: 3 };
    assert_eq!(ContributionKind::ALL.map(|kind| complexity.of(kind)), [1, 2, 3]);
    assert!(complexity.is_valid() && !Complexity { management: 101, ..complexity }.is_valid());
    assert_eq!([Level::Low, Level::Medium, Level::High].map(Level::factor), [1, 2, 3]);
}

/// An assignment can be done: whom it asks says so, or who may ask; nobody else, and once.
#[test]
fn an_assignment_is_done_by_whom_it_asks() {
    let yard = Yard::new();
    let invite = yard.item("invite");
    let to_dora = json!({"item": invite, "holder": {"person": "dora"}});
    let hers = json!({"assignment": yard.act("anna", "assignment.make", to_dora.clone())});
    let to_team = json!({"item": invite, "holder": {"team": "gardeners"}});
    let theirs = json!({"assignment": yard.act("anna", "assignment.make", to_team)});
    // Elena is in the team, and may not speak for Dora.
    assert_eq!(yard.refused("elena", "assignment.complete", hers.clone()), Code::PermissionDenied);
    assert_eq!(yard.refused("zoe", "assignment.complete", theirs.clone()), Code::PermissionDenied);
    yard.does("dora", "assignment.complete", hers.clone());
    yard.does("elena", "assignment.complete", theirs);
    for (kind, code) in
        [("assignment.complete", Code::AssignmentDone), ("assignment.withdraw", Code::AssignmentDone)]
    {
        assert_eq!(yard.refused("dora", kind, hers.clone()), code, "{kind}");
    }
    let work = yard.town.engine.request(json!({"work": {"process": yard.process}}).to_string().as_bytes());
    let work: Value = serde_json::from_str(&work).unwrap();
    let done = &work["ok"]["assignments"];
    assert_eq!(done[0]["completed_by"]["host_id"], "dora", "{done}");
    assert_eq!(done[1]["completed_by"]["host_id"], "elena", "{done}");
    // What was done is claimed for all that, and the same can be asked again.
    let claim =
        json!({"item": invite, "kind": "development", "text": "Written.", "assignment": hers["assignment"]});
    yard.act("dora", "contribution.claim", claim);
    let again = json!({"assignment": yard.act("anna", "assignment.make", to_dora)});
    // Who may ask may also say that it is done; and whoever asked is told by others.
    yard.does("carla", "assignment.complete", again);
    let told = yard
        .town
        .engine
        .request(json!({"notifications": {"limit": 1000, "language": "en"}}).to_string().as_bytes());
    let told: Value = serde_json::from_str(&told).unwrap();
    let done = told["ok"]["entries"].as_array().unwrap().iter().filter(|news| news["concern"] == "done");
    assert!(
        done.clone().count() == 3 && done.clone().all(|news| news["person"]["host_id"] == "anna"),
        "{told}"
    );
}

/// Points of a task that was reopened or disabled since are shown as such, and a claim after the award says what it came after.
#[test]
fn points_that_rest_on_unfinished_work_say_so() {
    let yard = Yard::new();
    let invite = yard.item("invite");
    let claim = |text: &str| json!({"item": invite, "kind": "development", "text": text});
    let first = yard.act("dora", "contribution.claim", claim("I wrote the letter."));
    yard.town.complete("carla", yard.process, invite);
    yard.does("carla", "contribution.accept", json!({"contribution": first}));
    yard.does(
        "anna",
        "task.estimate",
        json!({"item": invite, "complexity": {"development": 10, "exploitation": 0, "management": 0}}),
    );
    let award = yard.act("carla", "points.award", json!({"item": invite}));
    let late = yard.act("elena", "contribution.claim", claim("I folded it."));
    let ask = |request: Value| -> Value {
        serde_json::from_str(&yard.town.engine.request(request.to_string().as_bytes())).unwrap()
    };
    let work = || ask(json!({"work": {"process": yard.process}}))["ok"].clone();
    let leaders = || ask(json!({"leaderboard": {"process": yard.process}}))["ok"]["places"].clone();
    let of = |work: &Value, id: &Value| {
        work["contributions"]
            .as_array()
            .unwrap()
            .iter()
            .find(|found| found["contribution"] == *id)
            .unwrap()
            .clone()
    };
    assert_eq!(of(&work(), &late)["after_award"], award, "it brings nothing while that award stands");
    assert_eq!(of(&work(), &first)["after_award"], Value::Null);
    assert_eq!(work()["awards"][0]["unsettled"], Value::Null);
    assert_eq!(leaders().as_array().unwrap().len(), 1, "elena has nothing and no place");
    let points = leaders()[0]["points"].clone();
    assert_eq!(leaders()[0]["unsettled"], Value::Null);
    yard.does("anna", "task.reopen", json!({"item": invite}));
    assert_eq!(
        (&work()["awards"][0]["unsettled"], &leaders()[0]["unsettled"]),
        (&json!("reopened"), &points)
    );
    yard.does("anna", "task.complete", json!({"item": invite}));
    assert_eq!((&work()["awards"][0]["unsettled"], &leaders()[0]["unsettled"]), (&Value::Null, &Value::Null));
    yard.does("carla", "points.reverse", json!({"award": award, "reason": "Elena was forgotten."}));
    assert_eq!(of(&work(), &late)["after_award"], Value::Null, "the next award has it too");
}

/// So do those of a task that was disabled since, by itself or by what it lies in; also where it was finished, or reopened.
#[test]
fn points_of_a_disabled_task_say_so() {
    let yard = Yard::new();
    // A phase that nothing waits for, so that it can be disabled without anybody behind it.
    let mut lies_in = Vec::new();
    for kind in ["phase", "objective", "task"] {
        lies_in.push(yard.town.add_item("anna", yard.process, kind, lies_in.last().copied(), "Look back"));
    }
    let task = lies_in[2];
    let first = yard.claim("dora", task, "development");
    yard.town.complete("carla", yard.process, task);
    yard.accept(&first);
    let complexity = json!({"development": 10, "exploitation": 0, "management": 0});
    yard.does("anna", "task.estimate", json!({"item": task, "complexity": complexity}));
    let award = yard.act("carla", "points.award", json!({"item": task}));
    let said = || {
        let work = yard.ask(&json!({"work": {"process": yard.process}}));
        let place = yard.ask(&json!({"leaderboard": {"process": yard.process}}))["places"][0].clone();
        (work["awards"][0]["unsettled"].clone(), place["unsettled"].clone(), place["points"].clone())
    };
    let points = json!(30);
    let settled = (Value::Null, Value::Null, points.clone());
    let disabled = (json!("disabled"), points.clone(), points.clone());
    assert_eq!(said(), settled);
    for item in lies_in {
        yard.does("anna", "item.disable", json!({"item": item}));
        assert_eq!(said(), disabled, "the points stand, and are said not to rest on work that counts");
        yard.does("anna", "item.enable", json!({"item": item}));
        assert_eq!(said(), settled);
    }
    // Reopened and disabled, it is disabled; enabled again, it is still reopened.
    yard.does("anna", "task.reopen", json!({"item": task}));
    yard.does("anna", "item.disable", json!({"item": task}));
    assert_eq!(said(), disabled);
    yard.does("anna", "item.enable", json!({"item": task}));
    assert_eq!(said(), (json!("reopened"), points.clone(), points));
    // Points that were taken back rest on nothing.
    yard.does("carla", "points.reverse", json!({"award": award, "reason": "Nobody came."}));
    assert_eq!(said(), (Value::Null, Value::Null, Value::Null));
}
