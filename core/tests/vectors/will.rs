//! What the specific and the general make of each other: each answer is stated here, from the law, and held against what comes.

use serde_json::{Value, json};
use testkit::notice;

use crate::tape::{Tape, id};

fn with(mut data: Value, more: &Value) -> Value {
    for (key, value) in more.as_object().unwrap() {
        data[key] = value.clone();
    }
    data
}

fn about(purpose: &str) -> Value {
    json!({"organisation": "city", "purpose": purpose})
}

fn of(subject: &str, purpose: &str) -> Value {
    with(about(purpose), &json!({ "data_subject": subject }))
}

/// A story about one controller.
struct Told {
    tape: Tape,
    city: Value,
    notice: Value,
}

impl Told {
    fn publish(&mut self, document: &Value) {
        self.notice = self.tape.ask(&json!({ "add_document": document }))["ok"]["document"].clone();
        let data = json!({"notice": self.notice});
        self.tape.act("anna", &self.city.clone(), "notice.publish", data);
    }

    fn act(&mut self, actor: &str, kind: &str, data: Value) -> Value {
        self.tape.act(actor, &Value::Null, kind, data).0
    }

    fn yes(&self, purpose: &str, more: &Value) -> Value {
        let form = json!({"language": "en", "method": "form", "notice": self.notice, "valid": {"days": 300}});
        with(with(about(purpose), &form), more)
    }

    /// Asks, and holds the answer against what is right.
    fn is(&mut self, person: &str, purpose: &str, allowed: bool, reason: &Value) {
        let ask = json!({"at": self.tape.now(), "organisation_id": id(&self.city), "person": person, "purpose": purpose});
        let answer = self.tape.ask(&json!({ "consent": ask }));
        assert_eq!(
            (&answer["ok"]["allowed"], &answer["ok"]["reason"]),
            (&json!(allowed), reason),
            "{answer}"
        );
    }
}

fn document(version: u32, change: impl Fn(&mut Value)) -> Value {
    let mut document = notice(version);
    change(&mut document);
    document
}

pub(crate) fn tell() -> String {
    let mut tape =
        Tape::new("What holds: the specific and the general, versions of a notice, and whose word counts.");
    let city = tape.found("anna", "city", "public_administration");
    let mut told = Told { tape, city, notice: Value::Null };
    told.publish(&notice(1));
    specific(&mut told);
    versions(&mut told);
    own_word(&mut told);
    restricted(&mut told);
    told.tape.ask(&json!({"verify": {}}));
    told.tape.text
}

fn specific(told: &mut Told) {
    told.tape.say("A yes reaches what lies within it, as long as nothing was said about that.");
    let yes = told.yes("news", &json!({}));
    told.act("dora", "consent.give", yes);
    told.is("dora", "news.local", true, &json!({"consent": {"seq": 1, "by_wider_purpose": true}}));
    told.act("dora", "consent.refuse", about("news.local"));
    told.is("dora", "news.local", false, &json!({"no_consent": "refused"}));
    told.is("dora", "news", true, &json!({"consent": {"seq": 1, "by_wider_purpose": false}}));
    told.tape.say("A no to the general ends no yes to the specific, and gives none.");
    let yes = told.yes("news.local", &json!({}));
    told.act("dora", "consent.give", yes);
    told.act("dora", "consent.withdraw", about("news"));
    told.is("dora", "news.local", true, &json!({"consent": {"seq": 3, "by_wider_purpose": false}}));
    told.is("dora", "news", false, &json!({"no_consent": "withdrawn"}));
}

fn versions(told: &mut Told) {
    told.tape.say("A version that only says it in other words asks nobody again; one that adds data does.");
    let yes = told.yes("news", &json!({}));
    told.act("eva", "consent.give", yes);
    told.publish(&document(2, |notice| {
        notice["purposes"][0]["description"] = json!({"en": "Letters.", "it": "Lettere."});
        notice["rewords"] = json!(["news"]);
    }));
    told.is("eva", "news", true, &json!({"consent": {"seq": 1, "by_wider_purpose": false}}));
    told.publish(&document(3, |notice| {
        notice["purposes"][0]["description"] = json!({"en": "Letters.", "it": "Lettere."});
        notice["purposes"][0]["data"][1]["category"] = json!("Location");
    }));
    told.is("eva", "news", false, &json!({"renewal_due": {}}));
    let swapped = document(4, |notice| {
        notice["purposes"][0]["recipients"] = json!(["printer", "cloud"]);
        notice["rewords"] = json!(["news"]);
    });
    let swapped = told.tape.ask(&json!({ "add_document": swapped }))["ok"]["document"].clone();
    let city = told.city.clone();
    told.tape.refused("notice.wording", "anna", &city, "notice.publish", json!({ "notice": swapped }));
    let yes = told.yes("news", &json!({}));
    told.act("eva", "consent.renew", yes);
    told.is("eva", "news", true, &json!({"consent": {"seq": 2, "by_wider_purpose": false}}));
    told.tape.say("What becomes special is consented to explicitly.");
    told.publish(&document(4, |notice| {
        notice["purposes"][0]["data"][0]["category"] = json!("HealthRecord");
        notice["purposes"][0]["condition"] = json!("explicit_consent");
    }));
    told.is("eva", "news", false, &json!({"not_explicit": {}}));
    told.publish(&document(5, |_| {}));
}

fn own_word(told: &mut Told) {
    told.tape.say("Whoever speaks for a person says no yes to what that person declined.");
    let pia = json!({"kind": "authorised", "representative": "pia", "scope": "everything"});
    told.act("fay", "representative.appoint", pia);
    told.act("fay", "consent.refuse", about("news"));
    let nothing = Value::Null;
    let for_her = told.yes("news", &json!({"data_subject": "fay"}));
    told.tape.refused("consent.declined", "pia", &nothing, "consent.give", for_her.clone());
    let asking = with(of("fay", "news"), &json!({"notice": told.notice}));
    told.act("anna", "consent.request", asking);
    told.act("fay", "consent.defer", about("news"));
    told.act("pia", "consent.give", for_her);
    told.is("fay", "news", true, &json!({"consent": {"seq": 5, "by_wider_purpose": false}}));
    told.tape.say(
        "Nobody agrees for another to what decides with the city and is not said to be which organisation.",
    );
    told.publish(&document(6, |notice| {
        let mut region = notice["controllers"][0].clone();
        region["name"] = json!({"en": "The region"});
        notice["controllers"].as_array_mut().unwrap().push(region);
        notice["joint_arrangement"] = json!({"en": "The city answers you.", "it": "Risponde il comune."});
    }));
    told.is("fay", "news", false, &json!({"renewal_due": {}}));
    let for_her = told.yes("news", &json!({"data_subject": "fay"}));
    told.tape.refused("consent.joint_controller", "pia", &nothing, "consent.renew", for_her);
    told.publish(&document(7, |_| {}));
}

fn restricted(told: &mut Told) {
    told.tape.say("What is restricted is only stored; that the controller overruled an objection is no consent to more.");
    told.act("gus", "objection.raise", about("planning"));
    let (asked, stream) = told.tape.act(
        "gus",
        &Value::Null,
        "subject_request.make",
        json!({"organisation": "city", "right": "processing_restriction"}),
    );
    let granted = json!({"outcome": "fulfilled", "request": asked["request"]});
    told.tape.act("anna", &stream, "subject_request.answer", granted);
    let overruled = with(of("gus", "planning"), &json!({"grounds": "The bridge must be built."}));
    told.act("anna", "objection.decide", overruled);
    told.is("gus", "planning", false, &json!({"processing_restricted": {}}));
    told.tape.say("A purpose that nobody published is none.");
    told.is("gus", "gardening", false, &json!({"purpose_unknown": {}}));
}
