//! What a process requires of people's consent, and what follows when they take it back.
#![cfg(test)]

use interlink::consent::PurposeRef;
use interlink::governance::{Permission, Shipped};
use interlink::journal::StreamId;
use interlink::kernel::AsOf;
use interlink::problem::Code;
use interlink::types::{AssetId, DocumentId, ItemId, OrganisationId, ProcessId};
use serde_json::{Value, json};
use testkit::{Town, host, notice, reasons, small_template};

/// A city with a notice, and a process in which Dora contributes.
struct Works {
    town: Town,
    city: OrganisationId,
    notice: DocumentId,
    process: ProcessId,
    task: ItemId,
}

impl Works {
    fn at(url: &str) -> Self {
        let town = Town::at(url);
        let city = town.found("anna", "city", "public_administration");
        let notice = town.publish_notice("anna", city, &notice(1));
        let template = town.template(&small_template());
        let process = town.process("anna", Some("city"), Shipped::C2g, Some(template));
        let task = town.item(process, "invite");
        let grant = json!({"holder": {"person": "dora"}, "role": "contributor"});
        town.act("anna", Some(process.into()), "role.grant", grant);
        Self { town, city, notice, process, task }
    }

    fn new() -> Self {
        Self::at("memory:")
    }

    fn act(&self, actor: &str, kind: &str, data: Value) -> interlink::kernel::Executed {
        self.town.act(actor, Some(self.process.into()), kind, data)
    }

    fn refused(&self, actor: &str, kind: &str, data: Value) -> interlink::problem::Problem {
        self.town.refused(actor, Some(self.process.into()), kind, data)
    }

    fn require(&self, more: &Value) -> Value {
        let mut data = json!({"organisation": "city", "purpose": "news"});
        for (key, value) in more.as_object().unwrap() {
            data[key] = value.clone();
        }
        let executed = self.act("anna", "purpose.require", data);
        serde_json::to_value(&executed.events[0]).unwrap()["data"]["requirement"].clone()
    }

    fn may(&self, actor: &str, permission: Permission) -> bool {
        let one = self.town.may(actor, permission, self.process, Some(self.task));
        // The table for everything at once says the same.
        let view = self.town.engine.process(self.process).unwrap();
        let person = self.town.engine.person(&host(actor)).unwrap().unwrap();
        let table = view.permissions_of(person, self.town.now());
        let row = table.items.iter().find(|row| row.item == self.task).unwrap();
        assert_eq!(row.permissions.contains(permission), one);
        one
    }

    fn withdraw(&self, actor: &str) {
        self.town.act(actor, None, "consent.withdraw", json!({"organisation": "city", "purpose": "news"}));
    }
}

#[test]
fn a_withdrawal_holds_from_the_very_next_command_on() {
    let works = Works::new();
    let claim = json!({"item": works.task, "kind": "development", "text": "I asked the neighbours."});
    assert!(works.may("dora", Permission::ContributionClaim));
    let requirement = works.require(&json!({"item": works.task}));
    assert!(!works.may("dora", Permission::ContributionClaim) && works.may("dora", Permission::AssetView));
    let refused = works.refused("dora", "contribution.claim", claim.clone());
    assert_eq!(
        (refused.code, reasons(&refused)),
        (Code::PermissionDenied, vec!["reason.no_basis".to_owned()])
    );
    assert!(refused.message.contains("has not consented"), "{}", refused.message);
    let ask = json!({"holder": {"person": "dora"}, "item": works.task});
    let not_asked = works.refused("anna", "assignment.make", ask.clone());
    assert_eq!(reasons(&not_asked), ["reason.no_basis"]);

    works.town.consent("dora", "city", works.notice, "news");
    let claimed = works.act("dora", "contribution.claim", claim.clone());
    let consent = StreamId::Consent(works.town.engine.person(&host("dora")).unwrap().unwrap());
    let relied_on = claimed.events[0].data.relied_on();
    assert!(
        relied_on.iter().any(|reliance| reliance.stream == consent),
        "the record says whose consent it rests on"
    );
    works.act("anna", "assignment.make", ask);
    let before = works.town.now();

    works.withdraw("dora");
    let again = works.refused("dora", "contribution.claim", claim.clone());
    assert!(again.message.contains("withdrawn"), "{}", again.message);
    assert!(!works.may("dora", Permission::TaskComplete));
    let then = works.town.engine.process_as_of(works.process, AsOf::Time(before)).unwrap();
    let person = works.town.engine.person(&host("dora")).unwrap().unwrap();
    let question =
        interlink::check::Question::new(person, Permission::ContributionClaim, before).on(works.task);
    assert!(then.check(&question).allowed(), "as it was then");

    works.act("anna", "purpose.release", json!({"requirement": requirement}));
    works.act("dora", "contribution.claim", claim);
    works.town.engine.verify_all().unwrap();
    let bundle = works.town.engine.export_bundle(works.process, true).unwrap();
    let elsewhere = interlink::Engine::open("memory:").unwrap();
    let imported = elsewhere.import_bundle(bundle.as_bytes()).unwrap();
    assert!(
        imported.streams.iter().any(|verified| verified.stream == consent),
        "what the record rests on goes with it"
    );
    let again = elsewhere.export_bundle(works.process, true).unwrap();
    assert_eq!(testkit::told_in(&again), testkit::told_in(&bundle));
}

#[test]
fn the_administrator_is_asked_like_everybody() {
    let works = Works::new();
    works.require(&json!({}));
    assert!(!works.may("anna", Permission::TaskStart), "administration does not stand in for consent");
    works.town.consent("dora", "city", works.notice, "news");
    assert!(works.may("dora", Permission::ContributionClaim));
}

#[test]
fn an_asset_is_opened_with_the_consent_of_the_people_in_it() {
    let works = Works::new();
    let content = json!({"link": {"uri": "https://files.example/interview"}});
    let added = works.act(
        "anna",
        "asset.add",
        json!({"item": works.task, "title": {"en": "Interview"}, "content": content}),
    );
    let asset = serde_json::to_value(&added.events[0]).unwrap()["data"]["asset"].clone();
    let id: AssetId = serde_json::from_value(asset.clone()).unwrap();
    works.require(&json!({"asset": asset, "data_subjects": ["rita", "vera"]}));
    let open = json!({"asset": asset});
    works.town.consent("rita", "city", works.notice, "news");
    assert_eq!(reasons(&works.refused("anna", "asset.open", open.clone())), ["reason.no_basis"]);
    let seen = |actor: &str| {
        let request = json!({"assets": {"actor": actor, "at": works.town.now(), "process": works.process}});
        let answer: Value =
            serde_json::from_str(&works.town.engine.request(request.to_string().as_bytes())).unwrap();
        answer["ok"]["assets"][0].clone()
    };
    assert_eq!(
        (&seen("anna")["closed"], &seen("anna")["versions"]),
        (&json!(true), &json!([])),
        "not even its link"
    );
    works.town.consent("vera", "city", works.notice, "news");
    let opened = works.act("anna", "asset.open", open.clone());
    assert_eq!(opened.events[0].data.relied_on().len(), 2);
    assert_eq!(seen("anna")["versions"].as_array().unwrap().len(), 1);
    let stranger = works.refused("bruno", "asset.open", open.clone());
    assert_eq!(reasons(&stranger), ["reason.stranger"]);
    works.withdraw("vera");
    assert_eq!(reasons(&works.refused("anna", "asset.open", open)), ["reason.no_basis"]);
    let _ = id;
}

#[test]
fn what_is_required_must_be_published_and_necessary() {
    let works = Works::new();
    let ask = |more: Value| {
        let mut data = json!({"organisation": "city", "purpose": "news"});
        for (key, value) in more.as_object().unwrap() {
            data[key] = value.clone();
        }
        data
    };
    let code = |actor: &str, more: Value| works.refused(actor, "purpose.require", ask(more)).code;
    assert_eq!(code("dora", json!({})), Code::PermissionDenied);
    assert_eq!(code("anna", json!({"purpose": "nothing"})), Code::PurposeUnknown);
    assert_eq!(code("anna", json!({"organisation": "nobody"})), Code::PartyUnknown);
    assert_eq!(code("anna", json!({"item": "0".repeat(32)})), Code::ItemUnknown);
    assert_eq!(code("anna", json!({"asset": "0".repeat(32)})), Code::AssetUnknown);
    assert_eq!(code("anna", json!({"data_subjects": ["dora"]})), Code::RequirementTarget);
    assert_eq!(code("anna", json!({"asset": "0".repeat(32), "item": works.task})), Code::RequirementTarget);
    works.require(&json!({}));
    assert_eq!(code("anna", json!({})), Code::RequirementExists);
    let unknown = works.refused("anna", "purpose.release", json!({"requirement": "0".repeat(32)}));
    assert_eq!(unknown.code, Code::RequirementUnknown);

    let mut optional = notice(2);
    for item in optional["purposes"][0]["data"].as_array_mut().unwrap() {
        item["necessity"] = json!("optional");
    }
    works.town.publish_notice("anna", works.city, &optional);
    works.act("anna", "purpose.release", json!({"requirement": works.town.engine.process(works.process).unwrap().process().requirements().iter().next().unwrap().id}));
    assert_eq!(code("anna", json!({})), Code::PurposeOptional, "Art. 7(4)");
}

#[test]
fn another_engine_and_a_snapshot_know_it_too() {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite:{}", folder.path().join("gates.sqlite").display());
    let works = Works::at(&url);
    works.require(&json!({}));
    works.town.consent("dora", "city", works.notice, "news");
    assert!(works.may("dora", Permission::ContributionClaim));
    let other = interlink::Engine::open(&url).unwrap();
    let person = other.person(&host("dora")).unwrap().unwrap();
    let may = |engine: &interlink::Engine| {
        let view = engine.process(works.process).unwrap();
        let question =
            interlink::check::Question::new(person, Permission::ContributionClaim, works.town.now());
        view.check(&question.on(works.task)).allowed()
    };
    assert!(may(&other));
    works.withdraw("dora");
    assert!(!may(&other) && !may(&works.town.engine));
    let mut third = notice(2);
    third["renews"] = json!(["news"]);
    works.town.consent("dora", "city", works.notice, "news");
    assert!(may(&other));
    works.town.publish_notice("anna", works.city, &third);
    assert!(!may(&other), "a newer notice asks again");
    let purpose = PurposeRef { organisation_id: works.city, purpose: "news".parse().unwrap() };
    assert!(
        !other.consent(person, &purpose, interlink::consent::Asked::Now(works.town.now())).unwrap().allowed
    );
}

/// What is required of an asset is required of what it holds, under whatever name it is put in again.
#[test]
fn a_gate_on_an_asset_is_not_passed_by_adding_it_again() {
    let works = Works::new();
    let add = |uri: &str, more: Value| {
        let mut data =
            json!({"item": works.task, "title": {"en": "Interview"}, "content": {"link": {"uri": uri}}});
        for (key, value) in more.as_object().unwrap() {
            data[key] = value.clone();
        }
        let added = works.act("anna", "asset.add", data);
        let added = serde_json::to_value(&added.events[0]).unwrap();
        added["data"]["asset"].clone()
    };
    let first = add("https://files.example/interview", json!({}));
    works.require(&json!({"asset": first, "data_subjects": ["dora"]}));
    let again = add("HTTPS://Files.Example:443/interview/#t=1", json!({}));
    let made = add("https://files.example/cut", json!({"derived_from": [{"asset": again, "version": 1}]}));
    let other = add("https://files.example/other", json!({}));
    for asset in [&first, &again, &made] {
        let refused = works.refused("anna", "asset.open", json!({"asset": asset}));
        assert_eq!(reasons(&refused), ["reason.no_basis"], "{asset}");
    }
    works.act("anna", "asset.open", json!({"asset": other}));
    works.town.consent("dora", "city", works.notice, "news");
    works.act("anna", "asset.open", json!({"asset": made}));
}

#[test]
fn copies_and_publications_name_what_they_do_not_require_any_more() {
    let works = Works::new();
    let link = json!({"link": {"uri": "https://files.example/i"}});
    let added =
        works.act("anna", "asset.add", json!({"item": works.task, "title": {"en": "I"}, "content": link}));
    let asset = serde_json::to_value(&added.events[0]).unwrap()["data"]["asset"].clone();
    works.require(&json!({}));
    works.require(&json!({"item": works.task}));
    works.require(&json!({"asset": asset}));
    works.town.act("anna", None, "process.clone", json!({"source": works.process, "acting_for": "city"}));
    let purpose = json!({"organisation_id": works.city, "purpose": "news"});
    let of_asset = json!({"asset": asset, "item": works.task, "key": "invite", "purpose": purpose});
    let of_item = json!({"item": works.task, "key": "invite", "purpose": purpose});
    let whole = json!({"purpose": purpose});
    let left = |executed: &interlink::kernel::Executed| {
        serde_json::to_value(&executed.events[0]).unwrap()["data"]["left_out"]["requirements"].clone()
    };
    let clone = |who: &str, acting_for: &str| {
        works.town.act(who, None, "process.clone", json!({"source": works.process, "acting_for": acting_for}))
    };
    assert_eq!(left(&clone("anna", "city")), json!([of_asset]), "the same controller keeps the others");
    works.town.found("frank", "office", "public_administration");
    let viewer = json!({"holder": {"person": "frank"}, "role": "observer"});
    works.act("anna", "role.grant", viewer);
    assert_eq!(left(&clone("frank", "office")), json!([whole, of_item, of_asset]));
    let story = json!({"title": {"en": "Garden"}, "results": {"en": "It grows."}});
    let published = works.act("anna", "process.publish", json!({"licence": "CC-BY-4.0", "story": story}));
    let id = serde_json::to_value(&published.events[0]).unwrap()["data"]["publication"].clone();
    let document = works.town.engine.document(id.as_str().unwrap().parse().unwrap()).unwrap();
    let document: Value = serde_json::from_str(document.as_str()).unwrap();
    assert_eq!(document["left_out"], json!([whole, of_item, of_asset]));
    works.town.engine.verify_all().unwrap();
}

#[test]
fn a_copy_keeps_what_its_controller_requires_and_says_what_it_left_out() {
    let works = Works::new();
    let link = json!({"link": {"uri": "https://files.example/i"}});
    works.act("anna", "asset.add", json!({"item": works.task, "title": {"en": "I"}, "content": link}));
    works.require(&json!({"item": works.task}));
    let copy =
        works.town.act("anna", None, "process.clone", json!({"source": works.process, "acting_for": "city"}));
    let created = serde_json::to_value(&copy.events[0]).unwrap();
    assert_eq!(created["data"]["left_out"], json!({"assets": 1, "contributions": 0}));
    let copy = copy.process().unwrap();
    let task = works.town.item(copy, "invite");
    let grant = json!({"holder": {"person": "dora"}, "role": "contributor"});
    works.town.act("anna", Some(copy.into()), "role.grant", grant);
    assert!(!works.town.may("dora", Permission::ContributionClaim, copy, Some(task)));
    works.town.consent("dora", "city", works.notice, "news");
    assert!(works.town.may("dora", Permission::ContributionClaim, copy, Some(task)));
}

#[test]
fn what_rests_on_a_withdrawn_consent_is_named_and_told() {
    let works = Works::new();
    works.require(&json!({"item": works.task}));
    works.town.consent("dora", "city", works.notice, "news");
    works.act("anna", "assignment.make", json!({"item": works.task, "holder": {"person": "dora"}}));
    works.act(
        "dora",
        "contribution.claim",
        json!({"item": works.task, "kind": "development", "text": "So."}),
    );
    let must_stop = || {
        let ask = json!({"work": {"process": works.process, "at": works.town.now()}});
        let said: Value =
            serde_json::from_str(&works.town.engine.request(ask.to_string().as_bytes())).unwrap();
        said["ok"]["must_stop"].as_array().cloned().unwrap_or_default()
    };
    assert!(must_stop().is_empty());
    let before =
        works.town.engine.changes(interlink::journal::Position(0), 1000).unwrap().last().unwrap().position;
    works.withdraw("dora");
    let listed = must_stop();
    assert_eq!(listed.len(), 2);
    assert!(listed[0]["assignment"].is_string() && listed[1]["contribution"].is_string());
    for one in &listed {
        assert_eq!((&one["item"], &one["person"]["host_id"]), (&json!(works.task), &json!("dora")));
        assert_eq!(one["purpose"]["purpose"], "news");
    }
    let news = works.town.engine.notifications(before, 10, None, "en".parse().unwrap()).unwrap();
    let told = serde_json::to_value(&news).unwrap();
    let told: Vec<_> =
        told["entries"].as_array().unwrap().iter().filter(|n| n["concern"] == "must_stop").collect();
    assert_eq!(told.len(), 1);
    assert_eq!(told[0]["person"]["host_id"], "anna");
}
