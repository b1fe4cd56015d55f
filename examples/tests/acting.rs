//! The page about acting for somebody shows what the program prints.
#![cfg(test)]

use std::path::Path;
use std::process::Command;

/// What the library puts around names, so that their direction stays their own; nobody sees it on a page.
const ISOLATES: [char; 2] = ['\u{2068}', '\u{2069}'];

#[test]
fn the_page_shows_what_the_program_prints() {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/explanation/acting-for-somebody.md");
    let page = std::fs::read_to_string(page).unwrap();
    let run = Command::new(env!("CARGO_BIN_EXE_acting")).output().unwrap();
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    let printed = String::from_utf8(run.stdout).unwrap().replace(ISOLATES, "");
    assert!(page.contains(&format!("```text\n{printed}```")), "the page should show:\n{printed}");
}
