//! What people say of interlinkers and of published processes.
#![cfg(test)]

use std::collections::BTreeMap;

use interlink::catalogue::Catalogue;
use interlink::governance::Shipped;
use interlink::kernel::AsOf;
use interlink::problem::Code;
use interlink::rating::Rated;
use interlink::types::DocumentId;
use proptest::prelude::*;
use serde_json::{Value, json};
use testkit::{Town, small_template};

fn catalogue(town: &Town, version: u32) -> DocumentId {
    let document = json!({
        "document": "catalogue", "id": "ours", "version": version, "interlinkers": [
            {"id": "poster", "name": {"en": "A poster"}, "body": {"external_knowledge": {}}},
            {"id": "ballot", "name": {"en": "A ballot"}, "body": {"external_knowledge": {}}},
        ],
    });
    town.engine.add_document(Catalogue::parse(document.to_string().as_bytes()).unwrap()).unwrap()
}

fn poster() -> Value {
    json!({"interlinker": {"catalogue": "ours", "interlinker": "poster"}})
}

fn the_poster() -> Rated {
    Rated::Interlinker { catalogue: "ours".parse().unwrap(), interlinker: "poster".parse().unwrap() }
}

fn rate(seen_in: DocumentId, stars: u8) -> Value {
    json!({"rated": poster(), "seen_in": seen_in, "stars": stars})
}

fn asked(town: &Town, rated: &Value, actor: &str) -> Value {
    let request = json!({"ratings": {"rated": rated, "actor": actor}});
    let answer: Value = serde_json::from_str(&town.engine.request(request.to_string().as_bytes())).unwrap();
    answer["ok"].clone()
}

#[test]
fn one_for_each_person_and_hers_to_change() {
    let town = Town::new();
    let seen_in = catalogue(&town, 1);
    assert_eq!(asked(&town, &poster(), "anna")["count"], 0, "nothing said is no error");
    town.act("anna", None, "rating.give", rate(seen_in, 5));
    town.act("bruno", None, "rating.give", rate(seen_in, 2));
    town.act("carla", None, "rating.give", rate(seen_in, 1));
    let now = asked(&town, &poster(), "anna");
    assert_eq!(
        (&now["sum"], &now["count"], &now["average"], &now["own"]),
        (&json!(8), &json!(3), &json!("2.67"), &json!(5))
    );
    let refused = town.refused("anna", None, "rating.give", rate(seen_in, 5));
    assert_eq!(refused.code, Code::RatingExists);
    // Another version of the catalogue is the same interlinker.
    town.act("anna", None, "rating.give", rate(catalogue(&town, 2), 0));
    assert_eq!(asked(&town, &poster(), "anna")["counts"], json!([1, 1, 1, 0, 0, 0]));
    town.act("anna", None, "rating.withdraw", json!({"rated": poster()}));
    let refused = town.refused("anna", None, "rating.withdraw", json!({"rated": poster()}));
    assert_eq!(refused.code, Code::RatingUnknown);
    assert_eq!(asked(&town, &poster(), "anna").get("own"), None);
    let rated = the_poster();
    let then = town.engine.ratings(&rated, None, AsOf::Seq(interlink::journal::Seq(2))).unwrap();
    assert_eq!((then.sum, then.count), (7, 2), "as it was");
    assert_eq!(town.engine.verify_all().unwrap().events, 5);
}

#[test]
fn only_what_she_can_show_is_rated() {
    let town = Town::new();
    let seen_in = catalogue(&town, 1);
    let mut elsewhere = rate(seen_in, 3);
    elsewhere["rated"]["interlinker"]["catalogue"] = json!("theirs");
    assert_eq!(town.refused("anna", None, "rating.give", elsewhere).code, Code::RatingNotShown);
    let mut unknown = rate(seen_in, 3);
    unknown["rated"]["interlinker"]["interlinker"] = json!("nothing");
    assert_eq!(town.refused("anna", None, "rating.give", unknown).code, Code::RatingNotShown);
    let mut nowhere = rate(seen_in, 3);
    nowhere["seen_in"] = json!("0".repeat(64));
    assert_eq!(town.refused("anna", None, "rating.give", nowhere).code, Code::DocumentUnknown);
    let range = town.engine.request(
        json!({"execute": {"id": "x1", "at": town.now(), "actor": "anna", "entropy": "8d1f0c5e6a7b49d2b3e4f5a697887766",
            "type": "rating.give", "data": rate(seen_in, 6)}})
        .to_string()
        .as_bytes(),
    );
    let range: Value = serde_json::from_str(&range).unwrap();
    assert_eq!(range["problem"]["code"], "rating.range");
    assert_eq!(range["problem"]["path"], "/execute/data/stars");
    let city = town.found("anna", "city", "public_administration");
    let stream = interlink::journal::StreamId::from(city);
    assert_eq!(
        town.refused("anna", stream, "rating.give", rate(seen_in, 3)).code,
        Code::CommandStreamUnsuited
    );

    let template = town.template(&small_template());
    let process = town.process("anna", Some("city"), Shipped::C2g, Some(template));
    let rated = json!({"process": {"process": process}});
    let mut private = rate(seen_in, 4);
    private["rated"] = rated.clone();
    assert_eq!(
        town.refused("bruno", None, "rating.give", private).code,
        Code::RatingNotShown,
        "not published"
    );
    let story = json!({"licence": "CC-BY-4.0", "story": {"title": {"en": "A"}, "results": {"en": "B"}}});
    town.act("anna", interlink::journal::StreamId::from(process), "process.publish", story);
    let view = town.engine.process(process).unwrap();
    let publication = view.process().publications()[0];
    town.act("bruno", None, "rating.give", json!({"rated": rated, "seen_in": publication, "stars": 4}));
    assert_eq!(asked(&town, &rated, "anna")["average"], "4.00");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever people say in whatever order: the tally is that of each one's last word, live, replayed and in
    /// another engine on the same store.
    #[test]
    fn the_tally_is_everybodys_last_word(said in prop::collection::vec((0..5_u8, 0..7_u8), 0..30)) {
        let town = Town::new();
        let seen_in = catalogue(&town, 1);
        let mut naive: BTreeMap<u8, u8> = BTreeMap::new();
        for (who, stars) in said {
            let actor = format!("p{who}");
            if stars > 5 {
                let taken = town.try_do(&actor, None, "rating.withdraw", json!({"rated": poster()})).is_ok();
                prop_assert_eq!(taken, naive.remove(&who).is_some());
            } else {
                let taken = town.try_do(&actor, None, "rating.give", rate(seen_in, stars)).is_ok();
                prop_assert_eq!(taken, naive.insert(who, stars) != Some(stars));
            }
        }
        let rated = the_poster();
        let live = town.engine.ratings(&rated, None, AsOf::Now).unwrap();
        prop_assert_eq!(live.sum, naive.values().map(|stars| u64::from(*stars)).sum::<u64>());
        prop_assert_eq!(live.count, naive.len() as u64);
        if live.seq.0 > 0 {
            prop_assert_eq!(&town.engine.ratings(&rated, None, AsOf::Seq(live.seq)).unwrap(), &live);
        }
        town.engine.verify_all().unwrap();
    }
}

/// Words may go with the stars: they lie in the vault, are read without a name, and go with whoever wrote them.
#[test]
fn a_rating_may_carry_words() {
    let town = Town::new();
    let seen_in = catalogue(&town, 1);
    let with_words = |stars: u8, text: &str| {
        let mut data = rate(seen_in, stars);
        data["text"] = json!(text);
        data
    };
    let given =
        town.act("anna", None, "rating.give", with_words(4, "Our meeting was full, says Anna Ozola."));
    assert!(!given.events[0].to_json().contains("Ozola"), "no words in the journal");
    town.act("bruno", None, "rating.give", with_words(1, "Nobody came."));
    town.act("carla", None, "rating.give", rate(seen_in, 3));
    let now = asked(&town, &poster(), "anna");
    assert_eq!(
        (&now["own"], &now["own_text"]),
        (&json!(4), &json!("Our meeting was full, says Anna Ozola."))
    );
    let mut words: Vec<(u64, String)> = now["words"]
        .as_array()
        .unwrap()
        .iter()
        .map(|said| (said["stars"].as_u64().unwrap(), said["text"].as_str().unwrap().to_owned()))
        .collect();
    words.sort();
    assert_eq!(
        words,
        [(1, "Nobody came.".to_owned()), (4, "Our meeting was full, says Anna Ozola.".to_owned())]
    );
    let told = |who: &str| now.to_string().contains(who);
    assert!(!told("bruno") && !told("carla"), "nobody is named: {now}");
    // Other words with the same stars are another rating; the same stars without words are none.
    town.act("bruno", None, "rating.give", with_words(1, "Two came."));
    assert_eq!(town.refused("bruno", None, "rating.give", rate(seen_in, 1)).code, Code::RatingExists);
    let now = asked(&town, &poster(), "bruno");
    assert_eq!(now["own_text"], "Two came.");
    assert!(!now.to_string().contains("Nobody came."), "what was said before no longer counts");
    // Nobody writes words for somebody else: they are the actor's, and hers to have and to have erased.
    let about =
        |who: &str| town.engine.request(json!({"subject_access": {"person": who}}).to_string().as_bytes());
    assert!(about("bruno").contains("Two came.") && about("bruno").contains("Nobody came."));
    assert!(!about("anna").contains("Two came."));
    let bruno = town.engine.person(&"bruno".parse().unwrap()).unwrap().unwrap();
    town.act("bruno", interlink::journal::StreamId::Person(bruno), "person.erase", json!({}));
    let now = asked(&town, &poster(), "anna");
    assert_eq!(
        (now["count"].as_u64(), now["words"].as_array().unwrap().len()),
        (Some(3), 1),
        "the stars stay, the words go"
    );
}
