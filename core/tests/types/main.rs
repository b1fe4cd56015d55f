//! The types of everything that crosses the border, for languages with types of their own: as generated from the
//! schemas.
#![cfg(test)]

mod lifted;
mod python;
mod shape;
mod typescript;

use std::path::Path;

fn as_generated(path: &str, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path);
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, text).unwrap();
    }
    let written = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(written == text, "{} differs; UPDATE=1 writes it anew", path.display());
}

#[test]
fn the_types_are_as_generated() {
    let border = shape::Border::all();
    as_generated("bindings/wasm/js/src/types.ts", &typescript::write(&border));
    let lifted = lifted::Lifted::of(&border);
    as_generated("bindings/python/python/interlink/types.py", &python::types(&lifted));
    as_generated("bindings/python/python/interlink/_asks.py", &python::asks(&border, &lifted));
    as_generated("bindings/python/python/interlink/_acts.py", &python::acts(&lifted));
}

#[test]
fn every_request_has_a_name_and_an_answer() {
    let border = shape::Border::all();
    assert!(border.requests.len() > 30);
    for shape::Request { sent, answer, .. } in &border.requests {
        assert!(!sent.optional, "{}", sent.name);
        assert!(!matches!(answer, shape::Shape::Any), "{}", sent.name);
    }
}
