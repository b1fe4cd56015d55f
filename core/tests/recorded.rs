//! What somebody did who did not say it herself: recorded by who saw it, confirmed or taken back by her, reviewed by a third.
#![cfg(test)]

use interlink::governance::Shipped;
use interlink::journal::StreamId;
use interlink::problem::Code;
use interlink::types::{ContributionId, ItemId, ProcessId};
use interlink::work::{Contribution, ContributionStatus};
use serde_json::{Value, json};
use testkit::{Town, small_template};

struct Workshop {
    town: Town,
    process: ProcessId,
    invite: ItemId,
}

/// `anna` and `paul` coordinate, `dora` takes part, `eva` looks on.
fn workshop() -> Workshop {
    let town = Town::new();
    let city = town.found("anna", "city", "public_administration");
    town.act("anna", StreamId::from(city), "member.add", json!({"person": "paul"}));
    let template = town.template(&small_template());
    let process = town.process("anna", Some("city"), Shipped::C2g, Some(template));
    for (who, role, acting_for) in
        [("paul", "coordinator", Some("city")), ("dora", "contributor", None), ("eva", "observer", None)]
    {
        let mut data = json!({"holder": {"person": who}, "role": role});
        acting_for.into_iter().for_each(|acting_for| data["acting_for"] = json!(acting_for));
        town.act("anna", StreamId::from(process), "role.grant", data);
    }
    let invite = town.item(process, "invite");
    town.start("anna", process, invite);
    Workshop { town, process, invite }
}

impl Workshop {
    fn stream(&self) -> StreamId {
        self.process.into()
    }

    fn of(&self, who: &str) -> Value {
        json!({"item": self.invite, "kind": "development", "person": who, "text": "She drew the map on paper."})
    }

    fn record(&self, who: &str) -> ContributionId {
        let done = self.town.act("anna", self.stream(), "contribution.record", self.of(who));
        let data = serde_json::to_value(&done.events[0]).unwrap()["data"].clone();
        data["contribution"].as_str().unwrap().parse().unwrap()
    }

    fn act(&self, who: &str, kind: &str, id: ContributionId) {
        self.town.act(who, self.stream(), kind, json!({"contribution": id}));
    }

    fn code(&self, who: &str, kind: &str, id: ContributionId) -> Code {
        self.town.refused(who, self.stream(), kind, json!({"contribution": id})).code
    }

    fn found(&self, id: ContributionId) -> Contribution {
        let view = self.town.engine.process(self.process).unwrap();
        view.process().work().contributions().find(|found| found.id == id).unwrap().clone()
    }
}

#[test]
fn it_is_hers_and_says_who_recorded_it() {
    let shop = workshop();
    let id = shop.record("dora");
    let (dora, anna) =
        ["dora", "anna"].map(|who| shop.town.engine.person(&testkit::host(who)).unwrap().unwrap()).into();
    let found = shop.found(id);
    assert_eq!((found.by, found.recorded_by, found.confirmed), (dora, Some(anna), None));
    let shown = shop.town.engine.request(json!({"work": {"process": shop.process}}).to_string().as_bytes());
    let shown: Value = serde_json::from_str(&shown).unwrap();
    assert_eq!(shown["ok"]["contributions"][0]["recorded_by"]["host_id"], "anna");
    let news = json!({"notifications": {"person": "dora", "limit": 100}}).to_string();
    let news = shop.town.engine.request(news.as_bytes());
    assert!(news.contains("\"recorded\""), "{news}");
    assert_eq!(shop.code("eva", "contribution.confirm", id), Code::ContributionNotReviewer);
    assert_eq!(shop.code("anna", "contribution.withdraw", id), Code::ContributionNotReviewer);
    shop.act("dora", "contribution.confirm", id);
    assert!(shop.found(id).confirmed.is_some());
    assert_eq!(shop.code("dora", "contribution.confirm", id), Code::ContributionClosed);
    shop.town.engine.verify_all().unwrap();
}

#[test]
fn only_who_reviews_records_and_only_of_whoever_may_contribute() {
    let shop = workshop();
    let refused =
        |who: &str, of: &str| shop.town.refused(who, shop.stream(), "contribution.record", shop.of(of)).code;
    assert_eq!(refused("dora", "dora"), Code::PermissionDenied);
    assert_eq!(refused("eva", "dora"), Code::PermissionDenied);
    assert_eq!(refused("anna", "eva"), Code::PermissionDenied, "she looks on");
    assert_eq!(refused("anna", "zoe"), Code::PermissionDenied, "nobody is made known by being written about");
    assert!(shop.town.engine.person(&testkit::host("zoe")).unwrap().is_none());
    assert_eq!(refused("anna", "anna"), Code::ContributionOwn);
}

#[test]
fn whoever_recorded_it_does_not_review_it() {
    let shop = workshop();
    let id = shop.record("dora");
    assert_eq!(shop.code("anna", "contribution.accept", id), Code::ContributionOwn);
    shop.act("paul", "contribution.accept", id);
    // What others say of her and others accepted is not so because she was not asked.
    shop.act("dora", "contribution.withdraw", id);
    assert!(matches!(shop.found(id).status, ContributionStatus::Withdrawn { .. }));
    let again = shop.record("dora");
    shop.act("dora", "contribution.confirm", again);
    shop.act("paul", "contribution.accept", again);
    assert_eq!(shop.code("dora", "contribution.withdraw", again), Code::ContributionClosed);
    assert_eq!(shop.code("dora", "contribution.confirm", id), Code::ContributionClosed);
}

/// What is required of whoever contributes is required of her, and not of who writes it down.
#[test]
fn her_consent_is_asked_for_and_not_the_recorder_s() {
    let of = testkit::Controller::new();
    let town = &of.town;
    let template = town.template(&small_template());
    let process = town.process("anna", Some("city"), Shipped::C2g, Some(template));
    let (stream, invite) = (StreamId::from(process), town.item(process, "invite"));
    town.act("anna", stream, "role.grant", json!({"holder": {"person": "dora"}, "role": "contributor"}));
    town.start("anna", process, invite);
    let data = json!({"item": invite, "kind": "development", "person": "dora", "text": "She dug."});
    let required = json!({"organisation": "city", "purpose": "news", "item": invite});
    town.act("anna", stream, "purpose.require", required);
    of.give("anna", "news");
    assert_eq!(
        town.refused("anna", stream, "contribution.record", data.clone()).code,
        Code::PermissionDenied
    );
    of.give("dora", "news");
    town.act("anna", stream, "contribution.record", data);
    // Erased, her text is gone, and what was recorded counts on under a pseudonym.
    let dora = StreamId::from(of.person("dora"));
    town.act("dora", dora, "person.erase", json!({}));
    let shown = town.engine.request(json!({"work": {"process": process}}).to_string().as_bytes());
    assert!(!shown.contains("She dug.") && !shown.contains("dora"), "{shown}");
    town.engine.verify_all().unwrap();
}
