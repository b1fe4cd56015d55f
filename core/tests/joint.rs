//! Whoever gains by a consent does not give it for another: not the controller, not one that decides with it, not who receives
//! the data (GDPR Art. 4(11), 7(4), 26).
#![cfg(test)]

use interlink::journal::StreamId;
use interlink::problem::Code;
use interlink::types::OrganisationId;
use serde_json::{Value, json};
use testkit::{Controller, giving, with};

/// A city, a firm that Frank administers, and Dora, for whom Frank speaks.
struct Both {
    city: Controller,
    firm: OrganisationId,
}

fn both() -> Both {
    let city = Controller::new();
    let firm = city.town.found("frank", "firm", "forprofit_organisation");
    for who in ["frank", "rita"] {
        let chosen = json!({"kind": "authorised", "representative": who, "scope": "everything"});
        city.town.act("dora", None, "representative.appoint", chosen);
    }
    Both { city, firm }
}

/// The second version, where a firm decides with the city.
fn jointly(organisation: &Value) -> Value {
    let mut notice = testkit::notice(2);
    let mut firm = notice["controllers"][0].clone();
    firm["name"] = json!({"en": "The firm"});
    if !organisation.is_null() {
        firm["organisation"] = organisation.clone();
    }
    notice["controllers"].as_array_mut().unwrap().push(firm);
    notice["joint_arrangement"] = json!({"en": "The city answers you.", "it": "Risponde il comune."});
    notice
}

impl Both {
    fn publish(&self, notice: &Value) -> Value {
        let published = self.city.town.publish_notice("anna", self.city.id, notice);
        with(giving("city", published, "news"), &json!({"data_subject": "dora"}))
    }

    fn refused(&self, actor: &str, yes: &Value) -> Code {
        self.city.refused(actor, "consent.give", yes.clone()).code
    }
}

#[test]
fn nobody_of_a_joint_controller_agrees_for_another() {
    let both = both();
    let yes = both.publish(&jointly(&json!({"as": both.firm})));
    assert_eq!(both.refused("frank", &yes), Code::ConsentByController);
    both.city.town.act(
        "frank",
        StreamId::from(both.firm),
        "administrator.appoint",
        json!({"person": "fred"}),
    );
    both.city.town.act(
        "fred",
        StreamId::from(both.firm),
        "administrator.dismiss",
        json!({"person": "frank"}),
    );
    assert_eq!(both.refused("frank", &yes), Code::ConsentByController, "nor who left for the act");
    both.city.town.act("rita", None, "consent.give", yes);
    assert!(both.city.holds("dora", "news"));
}

#[test]
fn where_a_notice_does_not_say_which_organisation_decides_too_nobody_agrees_for_another() {
    let both = both();
    let yes = both.publish(&jointly(&Value::Null));
    for actor in ["frank", "rita"] {
        assert_eq!(both.refused(actor, &yes), Code::ConsentJointController, "{actor}");
    }
    let hers = giving(
        "city",
        serde_json::from_value::<String>(yes["notice"].clone()).unwrap().parse().unwrap(),
        "news",
    );
    both.city.town.act("dora", None, "consent.give", hers);
    assert!(both.city.holds("dora", "news"), "she herself does");
}

#[test]
fn an_organisation_that_is_not_known_here_is_not_named() {
    let both = both();
    let yes = both.publish(&jointly(&json!({"as": "0".repeat(32)})));
    assert_eq!(both.refused("rita", &yes), Code::ConsentJointController);
}

#[test]
fn a_joint_controller_that_takes_no_part_here_stands_in_nobodys_way() {
    let both = both();
    let yes = both.publish(&jointly(&json!("outside")));
    both.city.town.act("rita", None, "consent.give", yes);
    assert!(both.city.holds("dora", "news"));
}

#[test]
fn nobody_of_a_recipient_agrees_for_another() {
    let both = both();
    let mut notice = testkit::notice(2);
    notice["recipients"][0]["organisation"] = json!({"as": both.firm});
    let yes = both.publish(&notice);
    assert_eq!(both.refused("frank", &yes), Code::ConsentByController);
    both.city.town.act("rita", None, "consent.give", yes);
}

#[test]
fn an_official_of_a_joint_controller_records_no_consent_to_what_it_gains_by() {
    let both = both();
    both.city.town.authority("olga", "registry");
    let registry = both.city.town.authority("oskar", "region");
    let yes = with(
        both.publish(&jointly(&json!({"as": registry}))),
        &json!({"evidence": "e".repeat(64), "method": "paper", "data_subject": "tina"}),
    );
    let recorded = |acting_for: &str| with(yes.clone(), &json!({"acting_for": acting_for}));
    assert_eq!(both.refused("oskar", &recorded("region")), Code::ConsentByController);
    both.city.town.act("olga", None, "consent.give", recorded("registry"));
    assert!(both.city.holds("tina", "news"));
}

#[test]
fn a_joint_controller_does_not_settle_what_representatives_differ_about() {
    let both = both();
    let region = both.city.town.authority("oskar", "region");
    both.publish(&jointly(&json!({"as": region})));
    both.city.town.act("rita", None, "consent.refuse", testkit::of("dora", "news"));
    let settled = json!({"acting_for": "region", "evidence": "e".repeat(64), "organisation": "city", "purpose": "news", "data_subject": "dora"});
    assert_eq!(
        both.city.refused("oskar", "disagreement.settle", settled).code,
        Code::PartyConflictOfInterest
    );
}
