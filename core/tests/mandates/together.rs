//! Several people who must act together: different people, by different mandates.

use super::Hall;
use interlink::kernel::MandateQuestion;
use interlink::mandate::Dimension;
use interlink::mandate::view::{MandateAnswer, TogetherView};
use interlink::problem::Code;
use interlink::types::{DocumentId, Key, MandateId, Set};
use serde_json::{Value, json};
use testkit::host;

impl Hall {
    fn board(&self, together: &Value) -> DocumentId {
        self.kind(
            &json!({"kind_code": "NS:board", "together": together, "may_grant": {"party_itself": true}}),
        )
    }

    fn ask_together(&self, people: &[&str], principal: &str) -> MandateAnswer {
        let power: Key = "tax:pay".parse().unwrap();
        let (first, rest) = people.split_first().unwrap();
        let question = MandateQuestion {
            actor: &host(first),
            on_behalf_of: &host(principal),
            power: &power,
            target: None,
            effective_on: None,
            looks: false,
            together_with: &rest.iter().map(|other| host(other)).collect::<Set<_>>(),
            at: self.town.now(),
        };
        self.town.engine.mandate_check(&question).unwrap()
    }

    /// The company has these people, or organisations, in its board.
    fn seat(&self, kind: DocumentId, holders: &[&str]) -> Vec<MandateId> {
        holders.iter().map(|holder| self.grant("otto", kind, ("small-co", holder), &json!({}))).collect()
    }
}

fn names(all: &[interlink::party::PartyName]) -> Vec<String> {
    all.iter().map(|one| one.host_id.clone().unwrap().to_string()).collect()
}

fn counted(answer: &MandateAnswer) -> &TogetherView {
    answer.together.as_ref().expect("it takes several people")
}

// Property 9: three of four, and nobody counts twice because an organisation lets them act too.
#[test]
fn different_people_count_and_nobody_twice() {
    let hall = Hall::new();
    let board = hall.board(&json!({"at_least": 3}));
    hall.seat(board, &["p1", "p2", "p3", "p4", "books-ltd"]);
    let own = hall.kind(&json!({}));
    let assigned = hall.grant("bella", own, ("books-ltd", "p1"), &json!({}));
    let answer = hall.ask_together(&["p1", "p2"], "small-co");
    assert!(!answer.allowed && answer.mandate_ids.is_empty());
    let counts = counted(&answer);
    assert_eq!(
        (names(&counts.counted), counts.people_needed, counts.people_missing),
        (vec!["p1".into(), "p2".into()], 3, 1)
    );
    assert_eq!(answer.mandates[0].dimension, Dimension::Together);
    let could = names(&counts.could_join);
    assert!(could.contains(&"p3".into()) && could.contains(&"p4".into()), "{could:?}");
    // A third one, and everybody is named.
    let answer = hall.ask_together(&["p1", "p2", "p4"], "small-co");
    assert!(answer.allowed, "{answer:?}");
    assert_eq!(names(&counted(&answer).counted), ["p1", "p2", "p4"]);
    assert_eq!(answer.mandate_ids.len(), 3);
    // Somebody who has no seat does not count, nor does anybody who is named twice.
    assert!(!hall.ask_together(&["p1", "p2", "p9"], "small-co").allowed);
    assert!(!hall.ask_together(&["p1", "p2", "p1"], "small-co").allowed);
    assert!(!hall.ask_together(&["p1"], "small-co").allowed);
    // The organisation's seat is another one, and whoever acts for it is named with it.
    hall.on("p1", assigned, "mandate.renounce", json!({}));
    hall.grant("bella", own, ("books-ltd", "p8"), &json!({}));
    let answer = hall.ask_together(&["p8", "p1", "p2"], "small-co");
    assert!(answer.allowed && names(&answer.through) == ["books-ltd"], "{answer:?}");
}

// Two people by whom one organisation acts are that organisation, and a seat that two people could take goes to whom it
// is needed by.
#[test]
fn one_seat_counts_once_and_goes_where_it_is_needed() {
    let hall = Hall::new();
    let board = hall.board(&json!({"at_least": 2}));
    hall.seat(board, &["p1", "books-ltd"]);
    let own = hall.kind(&json!({}));
    for person in ["p1", "p5", "p6"] {
        hall.grant("bella", own, ("books-ltd", person), &json!({}));
    }
    assert!(!hall.ask_together(&["p5", "p6"], "small-co").allowed, "both are the same organisation");
    // p1 has two seats to choose from, and p5 only one.
    for people in [["p1", "p5"], ["p5", "p1"]] {
        assert!(hall.ask_together(&people, "small-co").allowed, "{people:?}");
    }
    // What was passed on counts as what it comes from.
    let third = hall.grant("otto", board, ("small-co", "p3"), &json!({"may_pass_on": true}));
    hall.pass_on("p3", third, "p4", &json!({}));
    assert!(!hall.ask_together(&["p3", "p4"], "small-co").allowed, "p4 stands in for p3");
    assert!(hall.ask_together(&["p4", "p5"], "small-co").allowed);
}

// All means all who have a seat, whether or not one of them can act at the time.
#[test]
fn all_means_everybody_and_the_only_one_acts_alone() {
    let hall = Hall::new();
    let board = hall.board(&json!("everybody"));
    let first = hall.seat(board, &["p1"])[0];
    assert!(hall.ask("p1", "small-co", "tax:pay").allowed, "there is nobody else");
    let second = hall.seat(board, &["p2"])[0];
    assert!(!hall.ask("p1", "small-co", "tax:pay").allowed);
    assert!(hall.ask_together(&["p2", "p1"], "small-co").allowed);
    hall.on("otto", second, "mandate.suspend", json!({}));
    let answer = hall.ask_together(&["p1", "p2"], "small-co");
    assert!(!answer.allowed, "whoever is suspended still has a seat");
    assert_eq!((counted(&answer).people_needed, counted(&answer).people_missing), (2, 1));
    hall.on("otto", second, "mandate.revoke", json!({}));
    assert!(hall.ask("p1", "small-co", "tax:pay").allowed);
    hall.on("otto", first, "mandate.revoke", json!({}));
    assert!(!hall.ask_together(&["p1", "p2"], "small-co").allowed);
}

// What several must do together nobody does alone: not outside a process, not by granting, and not in a process.
#[test]
fn nobody_does_alone_what_several_must_do() {
    let hall = Hall::new();
    let board = hall.board(&json!({"at_least": 2}));
    let seats = hall.seat(board, &["p1", "p2"]);
    let refused = hall.town.refused(
        "p1",
        interlink::journal::StreamId::from(seats[0]),
        "mandate.use",
        json!({"power": "tax:pay"}),
    );
    assert_eq!(refused.code, Code::MandateNotReaching);
    assert!(refused.message.contains("others who must act too"), "{}", refused.message);
    let other = hall.kind(&json!({"kind_code": "NS:clerk", "may_grant": {"by_kinds": ["NS:board"]}}));
    assert_eq!(
        hall.cannot_grant("p1", other, ("small-co", "p7"), &json!({})).code,
        Code::MandateNotPermitted
    );
    let principals = hall.town.engine.principals(&host("p1"), hall.town.now()).unwrap().principals;
    assert!(principals[0].powers.is_empty() && principals[0].joint_powers.len() == 3, "{principals:?}");
    // What can be done alone needs nobody else, and says so.
    let alone = hall.kind(&json!({"kind_code": "NS:alone"}));
    hall.grant("otto", alone, ("small-co", "p1"), &json!({}));
    let answer = hall.ask_together(&["p1", "p2"], "small-co");
    assert!(answer.allowed && answer.together.is_none(), "{answer:?}");
}

// Rules of two bodies in one chain are not counted against each other: it permits nothing.
#[test]
fn two_bodies_in_one_chain_permit_nothing() {
    let hall = Hall::new();
    let board = hall.board(&json!({"at_least": 2}));
    hall.seat(board, &["p1", "books-ltd"]);
    let signs = hall.kind(&json!({"kind_code": "NS:signs", "together": {"at_least": 2}}));
    for person in ["p5", "p6"] {
        hall.grant("bella", signs, ("books-ltd", person), &json!({}));
    }
    assert!(!hall.ask_together(&["p1", "p5", "p6"], "small-co").allowed);
    assert!(hall.ask_together(&["p5", "p6"], "books-ltd").allowed);
}

// Whoever was erased has no seat any more in the answer, and an act that needs them fails.
#[test]
fn who_was_erased_does_not_count() {
    let hall = Hall::new();
    let board = hall.board(&json!({"at_least": 2}));
    hall.seat(board, &["p1", "p2", "p3"]);
    assert!(hall.ask_together(&["p1", "p2"], "small-co").allowed);
    let person = hall.town.engine.person(&host("p2")).unwrap().unwrap();
    hall.town.act("p2", interlink::journal::StreamId::Person(person), "person.erase", json!({}));
    let answer = hall.ask_together(&["p1", "p2"], "small-co");
    assert!(!answer.allowed);
    assert_eq!(names(&counted(&answer).could_join), ["p3"]);
    assert!(hall.ask_together(&["p1", "p3"], "small-co").allowed);
}

#[test]
fn a_kind_says_at_least_two() {
    for (least, path) in [(0, "/together/at_least"), (1, "/together/at_least")] {
        let kind = super::kind(&json!({"together": {"at_least": least}}));
        let fault = interlink::mandate::MandateKind::parse(kind.to_string().as_bytes()).unwrap_err();
        assert_eq!((fault.code(), fault.path()), (Code::MandateKindInvalid, path));
    }
}
