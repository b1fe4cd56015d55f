//! `docs/glossary.md` has every word of the wire once, with the types that the schemas give it; words that were retired do not
//! come back.
#![cfg(test)]

#[path = "glossary/page.rs"]
mod page;
#[path = "glossary/retired.rs"]
mod retired;
#[path = "glossary/words.rs"]
mod words;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use interlink::governance::{ActName, Permission};
use interlink::problem::Code;

use page::{Kind, Page, quoted};
use words::Words;

/// A file of the project.
fn project(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(path)
}

fn read(path: &str) -> String {
    std::fs::read_to_string(project(path)).unwrap()
}

/// The glossary, and the words of the schemas and tables without those of the formats that it says are others'.
fn both() -> (Page, Words) {
    let page = Page::read(&read("docs/glossary.md"));
    let foreign = page.rows(Kind::Format).flat_map(|row| quoted(&row.cells[1])).collect();
    (page, Words::read(&project("docs/schema"), &foreign))
}

/// The first part of each code.
fn blocks() -> BTreeSet<String> {
    Code::ALL.iter().map(|code| code.as_str().split('.').next().unwrap().to_owned()).collect()
}

fn none(wrong: &[String], advice: &str) {
    assert!(wrong.is_empty(), "docs/glossary.md: {advice}:\n{}", wrong.join("\n"));
}

#[test]
fn every_word_stands_once_and_none_is_stale() {
    let (page, words) = both();
    let mut seen = BTreeSet::new();
    let twice: Vec<_> = page.words().filter(|word| !seen.insert(word.clone())).collect();
    none(&twice, "these have two rows");
    let there = words.all();
    assert!(there.len() > 900, "{} words", there.len());
    let missing: Vec<_> = there.difference(&seen).cloned().collect();
    none(&missing, "these have no row");
    let known = &there | &blocks();
    none(&seen.difference(&known).cloned().collect::<Vec<_>>(), "these are in no schema");
    none(&blocks().difference(&seen).cloned().collect::<Vec<_>>(), "these blocks of codes have no row");
}

#[test]
fn each_row_names_the_types_that_the_schemas_have() {
    let (page, words) = both();
    let (mut wrong, mut untold) = (Vec::new(), Vec::new());
    for row in page.rows(Kind::Word) {
        let (word, meaning) = (row.word(), &row.cells[2]);
        let types = words.types_of(&word);
        if row.cells[1] != types.cell() {
            wrong.push(format!("{word}: {} should be: {}", row.cells[1], types.cell()));
        }
        let said: BTreeSet<String> = quoted(meaning).collect();
        let names = types.names();
        if names.len() > 1 {
            let silent = names.iter().filter(|name| !said.contains(*name));
            untold.extend(silent.map(|name| format!("{word}: as {name}")));
        }
    }
    none(&wrong, "these have other types");
    none(&untold, "a word with several types says what it is in each; these do not");
}

#[test]
fn commands_events_and_permissions_are_as_the_schemas_have_them() {
    let (page, words) = both();
    let column = |at: usize| -> BTreeSet<String> {
        page.rows(Kind::Act).flat_map(|row| quoted(&row.cells[at]).collect::<Vec<_>>()).collect()
    };
    let commands = column(0);
    for (there, all) in [(&commands, words.values_of("Command")), (&column(1), words.values_of("Event"))] {
        let wrong: Vec<_> = (there ^ &all).into_iter().collect();
        none(&wrong, "these stand in the wrong column, or in none");
    }
    let needed: BTreeMap<&str, Permission> =
        ActName::ALL.iter().map(|name| (name.as_str(), name.permission())).collect();
    for row in page.rows(Kind::Act) {
        let permission =
            needed.get(row.word().as_str()).map(|permission| format!("`{}`", permission.as_str()));
        assert_eq!(row.cells[2], permission.unwrap_or_else(|| "–".to_owned()), "{}", row.cells[0]);
    }
    let others: BTreeSet<String> = page.rows(Kind::Permission).map(page::Row::word).collect();
    let all = words.values_of("Permission");
    assert_eq!(others, &all - &commands);
}

#[test]
fn the_types_are_explained() {
    let (page, words) = both();
    let explained: BTreeSet<String> = page.rows(Kind::Type).map(page::Row::word).collect();
    none(
        &(&explained ^ &words.simple).into_iter().collect::<Vec<_>>(),
        "these types have no row, or are no simple type",
    );
    for row in page.rows(Kind::Format) {
        for name in quoted(&row.cells[1]) {
            assert!(words.foreign.contains(&name), "{name} is no schema with words of its own");
        }
    }
}

#[test]
fn no_two_rows_mean_the_same() {
    let (page, _) = both();
    let (mut meanings, mut wrong, mut order) = (BTreeMap::new(), Vec::new(), Vec::new());
    let mut before: Option<(String, Kind, String)> = None;
    for row in page.all().iter().filter(|row| row.kind != Kind::Format) {
        let meaning = row.meaning().to_lowercase();
        assert!(meaning.ends_with('.') && meaning.len() > 8, "no meaning: {}", row.cells.join(" | "));
        assert!(!row.cells.last().unwrap().is_empty(), "no source, and no –: {}", row.word());
        if let Some(other) = meanings.insert(meaning, row.word()) {
            wrong.push(format!("{other} and {}", row.word()));
        }
        let this = (row.section.clone(), row.kind, row.word().to_lowercase());
        if let Some(last) = &before
            && (&last.0, last.1) == (&this.0, this.1)
            && last.2 > this.2
        {
            order.push(format!("{} after {}", this.2, last.2));
        }
        before = Some(this);
    }
    none(&wrong, "these mean the same, so one of the words is too many");
    none(&order, "these are out of order");
}

/// What no field, command, code or type is called any more, in what others see.
#[test]
fn retired_words_do_not_come_back() {
    let (_, words) = both();
    let mut names: Vec<(String, String)> = Vec::new();
    let mut add = |place: &str, found: &mut dyn Iterator<Item = String>| {
        names.extend(found.map(|name| (place.to_owned(), name)));
    };
    add("schemas", &mut words.all().into_iter().chain(words.definitions.iter().cloned()));
    add("requests", &mut words.requests().into_iter());
    add("codes", &mut Code::ALL.iter().map(|code| code.as_str().to_owned()));
    for path in [
        "bindings/c/include/interlink.h",
        "bindings/wasm/js/src/types.ts",
        "bindings/python/python/interlink/types.py",
    ] {
        add(path, &mut retired::identifiers(&retired::without_comments(&read(path), path.ends_with(".py"))));
    }
    let mut pages = vec!["README.md".to_owned()];
    for folder in ["docs", "docs/explanation", "docs/how-to", "docs/tutorial"] {
        for entry in std::fs::read_dir(project(folder)).unwrap() {
            let name = entry.unwrap().file_name().into_string().unwrap();
            if Path::new(&name).extension().is_some_and(|extension| extension == "md") {
                pages.push(format!("{folder}/{name}"));
            }
        }
    }
    for page in &pages {
        add(
            page,
            &mut retired::identifiers(&retired::code_of(&read(page))).filter(|name| !retired::is_test(name)),
        );
    }
    assert!(names.len() > 5000 && pages.len() > 20, "{} names on {} pages", names.len(), pages.len());
    let found = names.iter().filter_map(|(place, name)| {
        let (old, new) = retired::found_in(name, place == "requests")?;
        Some(format!("{place}: {name}: `{old}` is now {new}"))
    });
    let wrong: BTreeSet<String> = found.collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    none(
        &words.seqs_called_version(),
        "`seq` is the number of an event in its stream; these fields say version",
    );
}
