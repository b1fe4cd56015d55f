//! The vectors in `docs/vectors`: what goes into the engine's door, and what comes out, byte for byte.
//!
//! Every language runs the same files. A file is a list of lines: `# …` says what is shown, `> …` is a request
//! and the line `< …` after it the answer. Each file begins with an empty engine. `UPDATE=1` writes the files
//! anew from the stories told here; the difference is for people to read.
#![cfg(test)]

mod catalogue;
mod consent;
mod exchange;
mod governance;
mod languages;
mod mandate;
mod next;
mod notifications;
mod organisations;
mod parsing;
mod person;
mod process;
mod rating;
mod record;
mod requirement;
mod reuse;
mod standing;
mod tape;
mod will;
mod work;

use std::path::{Path, PathBuf};

use interlink::Engine;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/vectors")
}

#[test]
fn the_files_are_as_generated() {
    let update = std::env::var_os("UPDATE").is_some();
    type Story = fn() -> String;
    let stories: [(&str, Story); 19] = [
        ("organisations", organisations::tell),
        ("governance", governance::tell),
        ("process", process::tell),
        ("catalogue", catalogue::tell),
        ("work", work::tell),
        ("reuse", reuse::tell),
        ("rating", rating::tell),
        ("notifications", notifications::tell),
        ("languages", languages::tell),
        ("mandate", mandate::tell),
        ("next", next::tell),
        ("person", person::tell),
        ("consent", consent::tell),
        ("will", will::tell),
        ("standing", standing::tell),
        ("requirement", requirement::tell),
        ("record", record::tell),
        ("parsing", parsing::tell),
        ("exchange", exchange::tell),
    ];
    for (name, story) in stories {
        let path = folder().join(format!("{name}.vector"));
        let told = story();
        if update {
            std::fs::write(&path, told).unwrap();
        } else {
            let written = std::fs::read_to_string(&path).unwrap();
            assert!(
                written == told,
                "{name}.vector differs; UPDATE=1 cargo test --test vectors writes it anew"
            );
        }
    }
}

/// What every other language does with the files as well.
#[test]
fn the_files_run() {
    let (mut files, mut requests) = (0, 0);
    for entry in std::fs::read_dir(folder()).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "vector") {
            continue;
        }
        let engine = Engine::open("memory:").unwrap();
        let text = std::fs::read_to_string(&path).unwrap();
        let mut answer = None;
        for (number, line) in (1..).zip(text.lines()) {
            let place = format!("{}:{number}", path.display());
            if let Some(request) = line.strip_prefix("> ") {
                assert!(answer.is_none(), "{place}: two requests without an answer");
                answer = Some(engine.request(request.as_bytes()));
                requests += 1;
            } else if let Some(expected) = line.strip_prefix("< ") {
                assert_eq!(answer.take().as_deref(), Some(expected), "{place}");
            } else {
                assert!(line.is_empty() || line.starts_with('#'), "{place}: {line}");
            }
        }
        assert!(answer.is_none(), "the last request has no answer");
        files += 1;
    }
    assert!(files >= 5 && requests > 150, "{files} files, {requests} requests");
}
