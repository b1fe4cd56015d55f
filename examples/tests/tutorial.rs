//! The tutorial shows the program as it is, and what it prints.
#![cfg(test)]

use std::path::{Path, PathBuf};
use std::process::Command;

use interlink::kernel::Command as Asked;

/// The pages in the order in which they are read.
const PAGES: [&str; 5] =
    ["README.md", "1-parties.md", "2-refused-and-allowed.md", "3-consent.md", "4-erasure.md"];

/// What the library puts around names, so that their direction stays their own; nobody sees it on a page.
const ISOLATES: [char; 2] = ['\u{2068}', '\u{2069}'];

/// What stands between fences, each with its language.
fn blocks(folder: &Path) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for page in PAGES {
        let text = std::fs::read_to_string(folder.join(page)).unwrap();
        let mut open: Option<(String, String)> = None;
        for line in text.lines() {
            match (line.strip_prefix("```"), &mut open) {
                (Some(_), Some(_)) => found.extend(open.take()),
                (Some(language), None) => open = Some((language.to_owned(), String::new())),
                (None, Some((_, text))) => {
                    text.push_str(line);
                    text.push('\n');
                }
                (None, None) => {}
            }
        }
    }
    found
}

fn of(language: &str, blocks: &[(String, String)]) -> String {
    blocks.iter().filter(|(name, _)| name == language).map(|(_, text)| text.as_str()).collect()
}

/// The lines of a program, wherever it is indented and wherever it has an empty line.
fn lines(program: &str) -> Vec<&str> {
    program.lines().map(str::trim).filter(|line| !line.is_empty()).collect()
}

#[test]
fn the_tutorial_shows_the_program_and_what_it_prints() {
    let here = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let blocks = blocks(&here.join("../docs/tutorial"));
    let program = std::fs::read_to_string(here.join("src/bin/tutorial.rs")).unwrap();
    let program = program.split_once("\nuse ").map(|(_, rest)| format!("use {rest}")).unwrap();
    assert_eq!(lines(&of("rust", &blocks)), lines(&program));

    let run = Command::new(env!("CARGO_BIN_EXE_tutorial")).output().unwrap();
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    let printed = String::from_utf8(run.stdout).unwrap().replace(ISOLATES, "");
    assert_eq!(lines(&printed), lines(&of("text", &blocks)));

    // The command in JSON is one that an engine takes.
    let engine = interlink::Engine::open("memory:").unwrap();
    engine.execute(&Asked::from_json(of("json", &blocks).as_bytes()).unwrap()).unwrap();
}
