//! Names that would steer the words around them: in every sentence, refusal, picture and page.
#![cfg(test)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use interlink::Engine;
use interlink::problem::Code;
use serde_json::{Value, json};

/// Turns the direction round, ends isolates that it did not begin, begins some that it does not end, breaks the line.
const HOSTILE: &str = "\u{2069}\u{202e}\u{2067}x\u{2029}y\nz\u{e0041}\u{200b}\u{202a}";

/// Whether a text leaves nothing open, overrides nothing and has no control character but what `may` name.
fn is_sound(text: &str, may: &[char]) -> bool {
    let mut depth = 0_i32;
    let sound = text.chars().all(|c| {
        depth += i32::from(matches!(c, '\u{2066}'..='\u{2068}')) - i32::from(c == '\u{2069}');
        let steers = matches!(c, '\u{202a}'..='\u{202e}' | '\u{2028}' | '\u{2029}')
            || (c.is_control() && !may.contains(&c));
        depth >= 0 && !steers
    });
    sound && depth == 0
}

/// Whether an object is a text by language.
fn is_text(value: &Value) -> bool {
    value.as_object().is_some_and(|texts| {
        let tags = |tag: &String| {
            matches!(tag.as_str(), "en" | "it" | "lv" | "es" | "de" | "fr" | "en-GB" | "pt-BR")
        };
        !texts.is_empty() && texts.keys().all(tags) && texts.values().all(Value::is_string)
    })
}

/// Makes every name hostile.
fn spoil(value: &mut Value) {
    match value {
        Value::Object(members) => {
            for (name, member) in members {
                // A publication and a notice say what their words are made of elsewhere.
                if is_text(member) && name != "phrases" {
                    member.as_object_mut().unwrap().values_mut().for_each(|text| {
                        *text = json!(format!("{}{HOSTILE}", text.as_str().unwrap()));
                    });
                } else {
                    spoil(member);
                }
            }
        }
        Value::Array(list) => list.iter_mut().for_each(spoil),
        _ => {}
    }
}

/// Notes under which id something is known now that was known under another before.
fn learn(before: &Value, now: &Value, known: &mut BTreeMap<String, String>) {
    match (before, now) {
        (Value::Object(a), Value::Object(b)) => {
            a.iter()
                .for_each(|(name, value)| b.get(name).into_iter().for_each(|now| learn(value, now, known)));
        }
        (Value::Array(a), Value::Array(b)) => a.iter().zip(b).for_each(|(a, b)| learn(a, b, known)),
        (Value::String(a), Value::String(b)) if a != b => {
            let is_id = |text: &str| text.len() >= 32 && text.bytes().all(|b| b.is_ascii_hexdigit());
            if is_id(a) && is_id(b) {
                known.insert(a.clone(), b.clone());
            }
        }
        _ => {}
    }
}

/// Every message, repair and sentence of an answer.
fn sentences<'a>(value: &'a Value, found: &mut Vec<(&'a str, &'a str)>) {
    match value {
        Value::Object(members) => {
            for (name, member) in members {
                match (name.as_str(), member) {
                    ("message" | "repair", Value::String(text)) => found.push(("message", text)),
                    ("sentence", Value::Object(sentence)) => {
                        let whole = sentence["text"].as_str().unwrap();
                        let parts = sentence["parts"].as_array().unwrap();
                        let joined: String =
                            parts.iter().map(|part| part["text"].as_str().unwrap()).collect();
                        assert_eq!(joined, whole);
                        parts.iter().for_each(|part| found.push(("part", part["text"].as_str().unwrap())));
                        found.push(("sentence", whole));
                    }
                    ("markdown", Value::String(text)) => found.push(("markdown", text)),
                    _ => sentences(member, found),
                }
            }
        }
        Value::Array(list) => list.iter().for_each(|member| sentences(member, found)),
        _ => {}
    }
}

/// Plays a vector again with hostile names; gives the codes of refusals and the types of events that were met.
fn play(text: &str, met: &mut BTreeSet<String>) {
    let engine = Engine::open("memory:").unwrap();
    let mut known: BTreeMap<String, String> = BTreeMap::new();
    let ask = |request: &Value, met: &mut BTreeSet<String>| -> Value {
        let answer: Value = serde_json::from_str(&engine.request(request.to_string().as_bytes())).unwrap();
        let mut found = Vec::new();
        sentences(&answer, &mut found);
        for (what, text) in found {
            let may: &[char] = if what == "markdown" { &['\n'] } else { &[] };
            assert!(is_sound(text, may), "{what} of {request:.300}: {}", text.escape_unicode());
            assert!(what == "markdown" || text.chars().count() < 2200, "a {what} of {} bytes", text.len());
        }
        if let Some(code) = answer["problem"]["code"].as_str() {
            met.insert(code.to_owned());
        }
        answer
    };
    let lines: Vec<&str> = text.lines().collect();
    for pair in lines.windows(2) {
        let (Some(request), Some(answer)) = (pair[0].strip_prefix("> "), pair[1].strip_prefix("< ")) else {
            continue;
        };
        let mut request = request.to_owned();
        for (before, now) in &known {
            request = request.replace(before, now);
        }
        let Ok(mut request) = serde_json::from_str::<Value>(&request) else { continue };
        if request.get("speak").is_none() {
            spoil(&mut request);
        }
        let answer: Value = serde_json::from_str(answer).unwrap();
        learn(&answer, &ask(&request, met), &mut known);
    }
    for language in ["en", "es", "it", "lv"] {
        let told = ask(&json!({"audit_trail": {"language": language, "limit": 10_000}}), met);
        let told = told["ok"]["entries"].as_array().cloned().unwrap_or_default();
        assert!(!told.is_empty() || text.contains("parsing"), "nothing was told");
        for change in
            ask(&json!({"changes": {"limit": 10_000}}), met)["ok"]["changes"].as_array().into_iter().flatten()
        {
            met.insert(change["event"]["type"].as_str().unwrap().to_owned());
        }
    }
}

#[test]
fn no_sentence_is_steered_by_a_name_in_it() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/vectors");
    let mut met = BTreeSet::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|ext| ext == "vector") {
            play(&fs::read_to_string(&path).unwrap(), &mut met);
        }
    }
    // As much of the library speaks as its vectors make it speak.
    let codes = met.iter().filter(|met| Code::ALL.iter().any(|code| code.as_str() == *met)).count();
    assert!(codes > 60 && met.len() - codes > 60, "{codes} refusals and {} events", met.len() - codes);
}
