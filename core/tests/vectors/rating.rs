//! Ratings.

use serde_json::{Value, json};

use crate::tape::Tape;

pub(crate) fn tell() -> String {
    let mut tape = Tape::new("Ratings: one for each person, from 0 to 5, hers to change.");
    let catalogue = json!({
        "document": "catalogue", "id": "ours", "version": 1,
        "interlinkers": [{"id": "poster", "name": {"en": "A poster"}, "body": {"external_knowledge": {}}}],
    });
    let seen_in = tape.ask(&json!({"add_document": catalogue}))["ok"]["document"].clone();
    let rated = json!({"interlinker": {"catalogue": "ours", "interlinker": "poster"}});
    let (nothing, rate) =
        (Value::Null, |stars: u8| json!({"rated": rated, "seen_in": seen_in, "stars": stars}));
    tape.ask(&json!({"ratings": {"rated": rated}}));
    tape.act("anna", &nothing, "rating.give", rate(5));
    tape.act("bruno", &nothing, "rating.give", rate(2));
    tape.refused("rating.exists", "anna", &nothing, "rating.give", rate(5));
    tape.act("anna", &nothing, "rating.give", rate(3));
    let mut with_words = rate(2);
    with_words["text"] = json!("Our poster was rained off.");
    tape.act("bruno", &nothing, "rating.give", with_words);
    tape.ask(&json!({"ratings": {"rated": rated, "actor": "anna"}}));
    let mut wrong = rate(3);
    wrong["rated"]["interlinker"]["interlinker"] = json!("ballot");
    tape.refused("rating.not_shown", "anna", &nothing, "rating.give", wrong);
    tape.refused("rating.range", "anna", &nothing, "rating.give", rate(6));
    tape.act("anna", &nothing, "rating.withdraw", json!({"rated": rated}));
    tape.refused("rating.unknown", "anna", &nothing, "rating.withdraw", json!({"rated": rated}));
    tape.ask(&json!({"ratings": {"rated": rated, "actor": "anna", "as_of": {"seq": 2}}}));
    tape.ask(&json!({"verify": {}}));
    tape.text
}
