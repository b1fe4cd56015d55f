//! The documents speak of what is there: whatever they name in code type exists.
#![cfg(test)]

use std::collections::HashSet;
use std::path::{Path, PathBuf};

/// Folders with what others wrote or what is built.
const PASSED: [&str; 6] = ["target", "node_modules", "dist", "build", "__pycache__", "corpus"];

/// Words of other programs.
const FOREIGN: [&str; 1] = ["gzip_static"];

/// Text of programs, and of what programs read.
const PROGRAMS: [&str; 18] = [
    "rs", "py", "mjs", "js", "ts", "tsx", "c", "h", "cpp", "java", "go", "php", "cs", "toml", "json", "yml",
    "vector", "in",
];

fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let hidden = name.starts_with('.');
        if path.is_dir() && !hidden && !PASSED.contains(&name.as_str()) {
            walk(&path, found);
        } else if path.is_file() && name != "CHANGELOG.md" {
            found.push(path);
        }
    }
}

fn extension(path: &Path) -> &str {
    path.extension().and_then(|extension| extension.to_str()).unwrap_or_default()
}

/// What stands between single back-ticks outside of blocks of code, each with its line.
fn spoken_of(text: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let mut in_block = false;
    for (number, line) in (1..).zip(text.lines()) {
        in_block ^= line.trim_start().starts_with("```");
        if !in_block {
            let words = line.split('`').skip(1).step_by(2);
            found.extend(words.map(|word| (number, word.to_owned())));
        }
    }
    found
}

fn is_word(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_lowercase())
        && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
}

/// What is named in code type, by what it looks like.
enum Named<'a> {
    /// A name of a test, a field, a function.
    Identifier(&'a str),
    /// A command, a code, an event: two words with a dot.
    Dotted(&'a str),
    /// A step of `cargo xtask`.
    Step(&'a str),
    /// A file or folder.
    Path(&'a str),
    Other,
}

fn named(word: &str) -> Named<'_> {
    if let Some(rest) = word.strip_prefix("cargo xtask ") {
        return Named::Step(rest.split(' ').next().unwrap());
    }
    let top = ["core/", "docs/", "bindings/", "xtask/"].iter().any(|top| word.starts_with(top));
    if top && !word.contains([' ', '*', '<', '{']) {
        return Named::Path(word);
    }
    match word.split_once('.') {
        None if is_word(word) && word.contains('_') => Named::Identifier(word),
        Some((block, verb)) if is_word(block) && is_word(verb) && !PROGRAMS.contains(&verb) => {
            Named::Dotted(word)
        }
        _ => Named::Other,
    }
}

fn words_of(text: &str, part: impl Fn(char) -> bool) -> impl Iterator<Item = &str> {
    text.split(move |c: char| !part(c)).filter(|word| !word.is_empty())
}

#[test]
fn whatever_the_documents_name_exists() {
    let root = project();
    let mut files = Vec::new();
    walk(&root, &mut files);
    let (mut identifiers, mut dotted) = (HashSet::new(), HashSet::new());
    for file in files.iter().filter(|file| PROGRAMS.contains(&extension(file))) {
        let text = String::from_utf8_lossy(&std::fs::read(file).unwrap()).into_owned();
        identifiers.extend(words_of(&text, |c| c.is_alphanumeric() || c == '_').map(str::to_owned));
        let quoted = text.split('"').filter(|word| word.split('.').count() == 2);
        dotted.extend(quoted.map(str::to_owned));
    }
    // A word of a block that has commands is one of its words.
    let commands = std::fs::read_to_string(root.join("docs/schema/command.json")).unwrap();
    let commands = commands.split('"').filter_map(|word| word.split_once('.'));
    let blocks: HashSet<&str> = commands.filter(|(_, verb)| is_word(verb)).map(|(block, _)| block).collect();
    let steps = std::fs::read_to_string(root.join("xtask/src/main.rs")).unwrap();
    let (mut wrong, mut seen) = (Vec::new(), 0);
    for file in files.iter().filter(|file| extension(file) == "md") {
        let text = std::fs::read_to_string(file).unwrap();
        for (line, word) in spoken_of(&text) {
            let exists = match named(&word) {
                Named::Identifier(word) => identifiers.contains(word) || FOREIGN.contains(&word),
                Named::Dotted(word) if !blocks.contains(word.split('.').next().unwrap()) => continue,
                Named::Dotted(word) => dotted.contains(word),
                Named::Step(step) => steps.contains(&format!("\"{step}\"")),
                Named::Path(path) => root.join(path.trim_end_matches('/')).exists(),
                Named::Other => continue,
            };
            seen += 1;
            if !exists {
                wrong.push(format!("{}:{line}: {word}", file.strip_prefix(&root).unwrap().display()));
            }
        }
    }
    assert!(seen > 500, "{seen} words looked at");
    assert_eq!(wrong, Vec::<String>::new());
}

/// The rows of the page on data protection each name a test that holds them.
#[test]
fn every_row_about_data_protection_names_its_test() {
    let root = project();
    let mut files = Vec::new();
    walk(&root.join("core"), &mut files);
    let mut tests = HashSet::new();
    for file in files.iter().filter(|file| extension(file) == "rs") {
        let text = std::fs::read_to_string(file).unwrap();
        tests.extend(text.split("fn ").skip(1).filter_map(|rest| Some(rest.split_once('(')?.0.to_owned())));
    }
    let page = std::fs::read_to_string(root.join("docs/data-protection.md")).unwrap();
    let rows: Vec<&str> = page.lines().filter(|line| line.starts_with("| Art. ")).collect();
    assert!(rows.len() > 20, "{} rows", rows.len());
    for row in rows {
        let held = row.split('`').skip(1).step_by(2).any(|word| tests.contains(word));
        assert!(held, "no test is named: {row}");
    }
}

/// What somebody who writes Rust meets first, each with an example that runs. A question of an engine says that it is that of a
/// moment, which has the example.
const SHOWN: [&str; 114] = [
    "Acting::command",
    "Acting::execute",
    "Acting::execute_on",
    "Catalogue",
    "Catalogue::recommend",
    "Catalogue::search",
    "Checker",
    "Command",
    "Command::expecting",
    "Command::from_json",
    "Command::list_from_json",
    "Command::new",
    "Consents::check_host",
    "Date",
    "Deed::new",
    "Document::parse",
    "Engine",
    "Engine::acting",
    "Engine::add_archive",
    "Engine::add_catalogue",
    "Engine::add_document",
    "Engine::add_message_catalogue",
    "Engine::answer",
    "Engine::ask",
    "Engine::backup",
    "Engine::checks",
    "Engine::consents",
    "Engine::dry_run",
    "Engine::execute",
    "Engine::execute_as_host",
    "Engine::execute_many",
    "Engine::import_bundle",
    "Engine::import_bundle_on",
    "Engine::moment",
    "Engine::new",
    "Engine::open",
    "Engine::outcome",
    "Engine::outcomes",
    "Engine::problem",
    "Engine::request",
    "Engine::said",
    "Engine::set_language",
    "Engine::speak",
    "Engine::store",
    "Error::kind",
    "Error::reasons",
    "Executed::process",
    "GovernanceModel",
    "HostId",
    "Language",
    "Licence",
    "Localized",
    "Map",
    "MemoryStore",
    "Moment",
    "Moment::subject_access",
    "Moment::catalogue",
    "Moment::catalogue_files",
    "Moment::changes",
    "Moment::check",
    "Moment::consent",
    "Moment::consent_of",
    "Moment::consent_record",
    "Moment::consents_of",
    "Moment::document",
    "Moment::obligations",
    "Moment::export_bundle",
    "Moment::export_bundle_for",
    "Moment::host_id",
    "Moment::my",
    "Moment::notifications",
    "Moment::next",
    "Moment::notice",
    "Moment::operators",
    "Moment::organisation",
    "Moment::party_of",
    "Moment::person",
    "Moment::process",
    "Moment::process_as_of",
    "Moment::ratings",
    "Moment::replica",
    "Moment::subject_requests",
    "Moment::audit_trail",
    "Moment::streams",
    "Moment::verify",
    "Moment::verify_all",
    "Notice::gaps",
    "Notice::parse",
    "Notices::processing",
    "Outcome::to_json",
    "PermissionSet::of",
    "MessageCatalogue",
    "Problem",
    "ProcessView::check",
    "ProcessView::check_many",
    "ProcessView::permissions_of",
    "ProcessView::who_may",
    "Question::new",
    "Reply",
    "SqliteStore::open",
    "Stars::new",
    "State::after",
    "Table::read",
    "Template::parse",
    "Terms::from_json",
    "Timestamp",
    "Window",
    "age_of_consent",
    "canonical",
    "guide",
    "read_story",
    "refusals",
    "run",
    "svg",
];

fn first_word(text: &str) -> String {
    text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

/// The type that an `impl` is of.
fn type_of(header: &str) -> String {
    first_word(match (header.split_once(" for "), header.strip_prefix("impl<")) {
        (Some((_, name)), _) => name,
        (None, Some(rest)) => rest.split_once("> ").map_or(rest, |(_, name)| name),
        (None, None) => header.trim_start_matches("impl "),
    })
}

/// The names of what has an example in a source file: of a method, behind its type's.
fn shown_in(text: &str) -> Vec<String> {
    let (mut found, mut of, mut example) = (Vec::new(), None, false);
    for line in text.lines() {
        let item = line.trim_start();
        if item.starts_with("///") {
            example |= item == "/// # Examples";
            continue;
        }
        if item.starts_with(['#', ')']) {
            continue;
        }
        if line.starts_with("impl") {
            of = Some(type_of(line));
        } else if line.starts_with('}') {
            of = None;
        }
        let item = item.trim_start_matches("pub ").trim_start_matches("const ");
        let name =
            ["fn ", "struct ", "enum "].iter().find_map(|kind| item.strip_prefix(kind)).map(first_word);
        if let Some(name) = name.filter(|_| example) {
            found.push(of.as_ref().map_or_else(|| name.clone(), |of| format!("{of}::{name}")));
        }
        example = false;
    }
    found
}

#[test]
fn what_is_met_first_has_an_example() {
    let mut files = Vec::new();
    walk(&project().join("core"), &mut files);
    let mut shown = HashSet::new();
    for file in files.iter().filter(|file| extension(file) == "rs") {
        shown.extend(shown_in(&std::fs::read_to_string(file).unwrap()));
    }
    let lost: Vec<_> = SHOWN.iter().filter(|name| !shown.contains(**name)).collect();
    assert!(lost.is_empty(), "without an example: {lost:?}");
}
