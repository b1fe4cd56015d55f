//! Assets: put on tasks, versioned, licensed, deleted without being forgotten, and offered as they may be.
#![cfg(test)]

use interlink::asset::view::AssetView;
use interlink::governance::Shipped;
use interlink::interop::interlink::{Mode, export, read, shipped};
use interlink::journal::{EventData, StreamId};
use interlink::kernel::Executed;
use interlink::problem::Code;
use interlink::process::Status;
use interlink::types::{AssetId, ItemId, ProcessId};
use serde_json::{Value, json};
use testkit::{Town, reasons, small_template};

struct Workshop {
    town: Town,
    process: ProcessId,
    stream: StreamId,
}

fn added(executed: &Executed) -> AssetId {
    match &executed.events[0].data {
        EventData::Asset(interlink::asset::Event::AssetAdded(added)) => added.asset,
        other => panic!("{other:?}"),
    }
}

fn link(item: ItemId, uri: &str) -> Value {
    json!({"item": item, "title": {"en": "Notes", "it": "Appunti"}, "content": {"link": {"uri": uri}}})
}

impl Workshop {
    /// A process with the shipped catalogue; Carla is an officer, Dora contributes.
    fn under(model: Shipped) -> Self {
        let town = Town::new();
        let city = town.found("anna", "city", "public_administration");
        town.team("anna", city, "officers", "public_administration", &["carla"]);
        let template = town.template(&small_template());
        let catalogue = town.engine.add_document(read(&shipped(), Mode::Strict).unwrap().catalogue).unwrap();
        let process = town.process("anna", Some("city"), model, Some(template));
        let stream = StreamId::from(process);
        town.act("anna", stream, "catalogue.adopt", json!({"catalogue": catalogue}));
        let worker = if model == Shipped::C2g { "officer" } else { "public_partner" };
        town.act("anna", stream, "role.grant", json!({"holder": {"team": "officers"}, "role": worker}));
        town.act("anna", stream, "role.grant", json!({"holder": {"person": "dora"}, "role": "contributor"}));
        Self { town, process, stream }
    }

    fn item(&self, key: &str) -> ItemId {
        self.town.item(self.process, key)
    }

    fn seen_by(&self, actor: &str, item: Option<ItemId>) -> Vec<Value> {
        let request = json!({"assets": {
            "actor": actor, "at": self.town.now(), "process": self.process, "item": item, "language": "it",
        }});
        let mut request = request;
        if item.is_none() {
            request["assets"].as_object_mut().unwrap().remove("item");
        }
        let answer: Value =
            serde_json::from_str(&self.town.engine.request(request.to_string().as_bytes())).unwrap();
        answer["ok"]["assets"].as_array().unwrap_or_else(|| panic!("{answer}")).clone()
    }

    fn offers(&self, actor: &str, asset: AssetId) -> Vec<String> {
        let all = self.seen_by(actor, None);
        let found = all.iter().find(|found| found["asset"] == json!(asset)).unwrap();
        let offers = found["offers"].as_array().unwrap();
        offers.iter().map(|offer| offer["what"].as_str().unwrap().to_owned()).collect()
    }
}

#[test]
fn assets_are_put_on_tasks_by_who_may() {
    let shop = Workshop::under(Shipped::C2g);
    let (invite, dig) = (shop.item("invite"), shop.item("dig"));
    let refused = |actor: &str, data: Value| shop.town.refused(actor, shop.stream, "asset.add", data);
    assert_eq!(reasons(&refused("eva", link(invite, "https://example.org"))), ["reason.stranger"]);
    assert_eq!(reasons(&refused("carla", link(dig, "https://example.org"))), ["reason.waits_for"]);
    assert_eq!(refused("carla", link(shop.item("plan"), "https://example.org")).code, Code::ItemKind);
    let nowhere = ItemId::from_bytes([0; 16]);
    assert_eq!(refused("carla", link(nowhere, "https://example.org")).code, Code::ItemUnknown);
    let executed = shop.town.act("carla", shop.stream, "asset.add", link(invite, "https://example.org"));
    assert_eq!(executed.events.len(), 1, "C2G does not start tasks for an asset");
    assert_eq!(shop.town.status(shop.process, invite), Status::Awaiting);
    let seen = shop.seen_by("carla", Some(invite));
    assert_eq!(seen[0]["title"], json!({"text": "Appunti", "language": "it"}));
    assert_eq!(seen[0]["versions"][0]["by"]["host_id"], "carla");
    assert!(shop.seen_by("eva", None).is_empty(), "who may not see assets sees none");
}

#[test]
fn the_first_asset_starts_a_task_where_the_model_says_so() {
    let shop = Workshop::under(Shipped::GPlusG);
    let invite = shop.item("invite");
    let first = shop.town.act("carla", shop.stream, "asset.add", link(invite, "https://example.org/1"));
    let kinds: Vec<&str> = first.events.iter().map(|event| event.data.type_name()).collect();
    assert_eq!(kinds, ["asset.added", "task.started"]);
    assert_eq!(shop.town.status(shop.process, invite), Status::InProgress);
    let second = shop.town.act("carla", shop.stream, "asset.add", link(invite, "https://example.org/2"));
    assert_eq!(second.events.len(), 1);
    shop.town.engine.verify_all().unwrap();
}

#[test]
fn every_version_stays_and_what_it_came_from_is_known() {
    let shop = Workshop::under(Shipped::C2g);
    let invite = shop.item("invite");
    let file = |byte: u8| {
        let sha256 = format!("{byte:02x}").repeat(32);
        json!({"file": {"media_type": "application/pdf", "sha256": sha256, "size": 1000 + u64::from(byte)}})
    };
    let mut data = link(invite, "https://example.org");
    data["content"] = file(1);
    data["licence"] = json!("CC-BY-SA-4.0");
    let asset = added(&shop.town.act("carla", shop.stream, "asset.add", data.clone()));
    shop.town.act("carla", shop.stream, "asset.revise", json!({"asset": asset, "content": file(2)}));
    let refused = |kind: &str, data: Value| shop.town.refused("carla", shop.stream, kind, data).code;
    assert_eq!(refused("asset.revise", json!({"asset": asset, "content": file(2)})), Code::NothingToChange);
    assert_eq!(refused("asset.edit", json!({"asset": asset})), Code::NothingToChange);
    shop.town.act(
        "carla",
        shop.stream,
        "asset.edit",
        json!({"asset": asset, "description": {"en": "A plan."}}),
    );
    let derived = |version: u32| {
        let mut copy = data.clone();
        copy["content"] = file(3);
        copy["derived_from"] = json!([{"asset": asset, "version": version}]);
        copy
    };
    assert_eq!(refused("asset.add", derived(3)), Code::AssetVersionUnknown);
    assert_eq!(refused("asset.add", derived(0)), Code::AssetVersionUnknown);
    shop.town.act("carla", shop.stream, "asset.add", derived(1));
    let mut elsewhere = derived(9);
    elsewhere["derived_from"][0]["process"] = json!("ab".repeat(16));
    shop.town.act("carla", shop.stream, "asset.add", elsewhere);
    let mut unknown = derived(1);
    unknown["derived_from"][0]["asset"] = json!("00".repeat(16));
    assert_eq!(refused("asset.add", unknown), Code::AssetUnknown);
    let seen = &shop.seen_by("carla", Some(invite))[0];
    assert_eq!(seen["versions"].as_array().unwrap().len(), 2);
    assert_eq!(
        (seen["licence"].as_str(), seen["licence_class"].as_str()),
        (Some("CC-BY-SA-4.0"), Some("copyleft"))
    );

    let delete = json!({"asset": asset, "reason": "It was drawn on the back of a letter."});
    assert_eq!(
        shop.town.refused("dora", shop.stream, "asset.delete", delete.clone()).code,
        Code::PermissionDenied
    );
    shop.town.act("anna", shop.stream, "asset.delete", delete.clone());
    assert_eq!(shop.town.refused("anna", shop.stream, "asset.delete", delete).code, Code::AssetDeleted);
    let seen = &shop.seen_by("carla", Some(invite))[0];
    assert_eq!(seen["deleted"]["reason"], "It was drawn on the back of a letter.");
    assert_eq!(seen["versions"].as_array().unwrap().len(), 2, "that it was there stays");
    assert_eq!(seen["offers"], json!([]));
    shop.town.engine.verify_all().unwrap();
}

#[test]
fn what_is_offered_is_what_one_may_and_the_asset_admits() {
    let shop = Workshop::under(Shipped::C2g);
    let invite = shop.item("invite");
    let add = |content: Value| {
        let mut data = link(invite, "https://example.org");
        data["content"] = content;
        added(&shop.town.act("anna", shop.stream, "asset.add", data))
    };
    let page = add(json!({"link": {"uri": "https://example.org"}}));
    assert_eq!(shop.offers("anna", page), ["view", "edit", "clone", "delete"]);
    assert_eq!(shop.offers("dora", page), ["view", "clone"]);
    let file = add(json!({"file": {"media_type": "text/plain", "sha256": "0".repeat(64), "size": 0}}));
    assert_eq!(shop.offers("anna", file), ["view", "clone", "delete", "download"]);
    let held = add(json!({"held": {"interlinker": "shared-page", "asset": "page-17"}}));
    assert_eq!(shop.offers("anna", held), ["view", "edit", "clone", "delete"], "it offers no download");
    let seen = shop.seen_by("anna", None);
    let held_view = seen.iter().find(|asset| asset["asset"] == json!(held)).unwrap();
    assert_eq!(held_view["offers"][0]["text"]["text"], "Leggi");
    for interlinker in ["nobody", "who-is-here"] {
        let mut data = link(invite, "https://example.org");
        data["content"] = json!({"held": {"interlinker": interlinker, "asset": "x"}});
        assert_eq!(shop.town.refused("anna", shop.stream, "asset.add", data).code, Code::AssetNoHost);
    }
    for (content, code) in [
        (json!({"link": {"uri": "javascript:alert(1)"}}), Code::UriMalformed),
        (
            json!({"file": {"media_type": "pdf", "sha256": "0".repeat(64), "size": 1}}),
            Code::MediaTypeMalformed,
        ),
        (json!({"file": {"media_type": "a/b", "sha256": "0".repeat(63), "size": 1}}), Code::IdMalformed),
    ] {
        let mut request = json!({"execute": shop.town.command("anna", Some(shop.stream), "asset.add", link(invite, "https://example.org"))});
        request["execute"]["data"]["content"] = content;
        let answer: Value =
            serde_json::from_str(&shop.town.engine.request(request.to_string().as_bytes())).unwrap();
        assert_eq!(answer["problem"]["code"], code.as_str(), "{answer}");
    }
    let _: fn(&AssetView) -> AssetId = |view| view.asset;
}

/// What an asset was made from is a resource of the catalogue; what is used, where and when, is a view and a table.
#[test]
fn the_use_of_each_interlinker_is_counted() {
    let town = Town::new();
    let kept = town.engine.add_catalogue(&shipped()).unwrap();
    let template = town.template(&small_template());
    let process = town.process("anna", None, Shipped::C2c, Some(template));
    let stream = StreamId::from(process);
    let invite = town.item(process, "invite");
    let add = |interlinker: &str, content: Value| json!({"item": invite, "title": {"en": "It"}, "content": content, "interlinker": interlinker});
    let link = json!({"link": {"uri": "https://example.org"}});
    let refused = town.refused("anna", stream, "asset.add", add("our-agreement", link.clone()));
    assert_eq!(refused.code, Code::AssetNoResource, "the process uses no catalogue yet");
    town.act("anna", stream, "catalogue.adopt", json!({"catalogue": kept.catalogue}));
    for (interlinker, why) in
        [("shared-page", "software holds assets"), ("ballot", "so does this"), ("nothing", "there is none")]
    {
        let refused = town.refused("anna", stream, "asset.add", add(interlinker, link.clone()));
        assert_eq!(
            (refused.code, refused.path.as_deref()),
            (Code::AssetNoResource, Some("/data/interlinker")),
            "{why}"
        );
    }
    town.act("anna", stream, "asset.add", add("our-agreement", link.clone()));
    let held = json!({"held": {"asset": "page-1", "interlinker": "shared-page"}});
    let made = town.act("anna", stream, "asset.add", add("our-agreement", held));
    town.act("anna", stream, "asset.add", add("data-with-care", link));
    let gone = town.engine.process(process).unwrap().process().assets().iter().last().unwrap().id;
    town.act("anna", stream, "asset.delete", json!({"asset": gone}));
    assert!(made.events[0].to_json().contains("our-agreement"));
    let ask = |request: Value| -> Value {
        let answer: Value =
            serde_json::from_str(&town.engine.request(request.to_string().as_bytes())).unwrap();
        answer["ok"].clone()
    };
    let counted = |request: Value| -> Vec<(String, u64, u64)> {
        let answer = ask(request);
        let used = answer["usage"].as_array().unwrap().iter();
        used.map(|used| {
            assert_eq!(used["process"], json!(process));
            let by_month: u64 = used["months"]
                .as_array()
                .unwrap()
                .iter()
                .map(|month| month["assets"].as_u64().unwrap())
                .sum();
            assert_eq!(json!(by_month), used["assets"], "the months add up");
            let interlinker = used["interlinker"].as_str().unwrap().to_owned();
            (interlinker, used["assets"].as_u64().unwrap(), used["tasks"].as_u64().unwrap())
        })
        .collect()
    };
    let all = [("data-with-care", 1, 1), ("our-agreement", 2, 1), ("shared-page", 1, 1)];
    let all: Vec<(String, u64, u64)> =
        all.into_iter().map(|(id, assets, tasks)| (id.to_owned(), assets, tasks)).collect();
    assert_eq!(counted(json!({"usage": {}})), all, "what was deleted was used");
    assert_eq!(counted(json!({"usage": {"process": process}})), all);
    assert_eq!(counted(json!({"usage": {"interlinker": "shared-page"}})), all[2..]);
    let by_month = ask(json!({"usage": {"interlinker": "our-agreement"}}))["usage"][0]["months"].clone();
    assert_eq!(by_month, json!([{"assets": 2, "month": "2026-03-01"}]));
    let seen = ask(json!({"assets": {"process": process, "actor": "anna", "at": town.now()}}));
    assert_eq!(seen["assets"][1]["interlinker"], "our-agreement");
    // On the platform an asset names the resource, which its importer finds by its name.
    let written = export::write(&town.engine, process, |_| None).unwrap();
    assert!(export::read(&written.archive).is_ok());
}
