//! The notices that must accompany a build: the name, the licence and the licence texts of every third-party crate
//! linked into it, once each.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use crate::linked::{Crate, Linked};
use crate::shell::{Failed, text_of};

/// The name of the file.
pub(crate) const NAME: &str = "THIRD-PARTY-NOTICES.txt";

/// The prefixes of files in which crates state their licences.
const LEGAL: [&str; 6] = ["LICENSE", "LICENCE", "COPYING", "COPYRIGHT", "NOTICE", "UNLICENSE"];

/// Third-party code inside a crate whose author the crate does not name elsewhere.
const INSIDE: [(&str, &str); 1] = [(
    "libsqlite3-sys",
    "with SQLite, whose authors disclaim copyright to it: “May you do good and not evil. May you find forgiveness for \
     yourself and forgive others. May you share freely, never taking more than you give.”",
)];

/// A third-party component, with everything it says about its licence.
#[derive(Debug)]
struct Part {
    name: String,
    version: String,
    licence: String,
    /// Its author and source: all there is if it ships no text.
    origin: String,
    /// The texts, each with its file name.
    texts: Vec<(String, String)>,
}

/// The notices of an artefact. `modules` are folders of npm packages that went into it.
pub(crate) fn of(linked: &Linked, modules: &[PathBuf]) -> Result<String, Failed> {
    let crates = linked.of_others().map(of_a_crate);
    let parts: Vec<Part> =
        crates.chain(modules.iter().map(|folder| of_a_module(folder))).collect::<Result<_, _>>()?;
    Ok(written(&parts))
}

/// Writes them into a folder.
pub(crate) fn write(linked: &Linked, modules: &[PathBuf], folder: &Path) -> Result<(), Failed> {
    let path = folder.join(NAME);
    std::fs::write(&path, of(linked, modules)?)
        .map_err(|error| Failed(format!("{}: {error}", path.display())))
}

/// Whether notices name a crate or a package.
pub(crate) fn names(notices: &str, name: &str) -> bool {
    notices.lines().any(|line| line.split(' ').next() == Some(name))
}

fn of_a_crate(one: &Crate) -> Result<Part, Failed> {
    let origin = one.authors.iter().map(String::as_str).chain(one.repository.as_deref());
    Ok(Part {
        name: one.name.clone(),
        version: one.version.clone(),
        licence: one.licence.clone(),
        origin: origin.collect::<Vec<_>>().join(", "),
        texts: texts(&one.folder)?,
    })
}

fn of_a_module(folder: &Path) -> Result<Part, Failed> {
    let manifest = folder.join("package.json");
    let failed = |error: &dyn std::fmt::Display| Failed(format!("{}: {error}", manifest.display()));
    let said: serde_json::Value =
        serde_json::from_str(&text_of(&manifest)?).map_err(|error| failed(&error))?;
    let text = |name: &str| said.get(name).and_then(serde_json::Value::as_str).unwrap_or_default().to_owned();
    Ok(Part {
        name: text("name"),
        version: text("version"),
        licence: text("license"),
        origin: text("author"),
        texts: texts(folder)?,
    })
}

/// The licence texts beside a manifest, or in a folder of licences there, in order.
fn texts(folder: &Path) -> Result<Vec<(String, String)>, Failed> {
    let failed = |error| Failed(format!("{}: {error}", folder.display()));
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if !LEGAL.iter().any(|begin| name.to_ascii_uppercase().starts_with(begin)) {
            continue;
        }
        if path.is_dir() {
            for below in std::fs::read_dir(&path).map_err(failed)? {
                let below = below.map_err(failed)?.path();
                found.push((below.file_name().unwrap_or_default().to_string_lossy().into_owned(), below));
            }
        } else {
            found.push((name, path));
        }
    }
    found.sort();
    found.into_iter().map(|(name, path)| Ok((name, text_of(&path)?))).collect()
}

/// A text without insignificant differences between crates: indentation and line ends.
fn essence(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn written(parts: &[Part]) -> String {
    let mut text = String::from(
        "This build of interlink has inside what others wrote, under the licences below. Where a licence leaves a\n\
         choice (OR), each of them may be chosen.\n\n\
         The standard library of Rust is inside too, by the Rust Project Developers and others, MIT OR Apache-2.0:\n\
         https://github.com/rust-lang/rust\n\n",
    );
    // Texts in the order of first use, each with its crates.
    let mut texts: Vec<(String, &str, Vec<String>)> = Vec::new();
    for Part { name, version, licence, origin, texts: own } in parts {
        // Writing into a `String` cannot fail.
        writeln!(text, "{name} {version} ({licence})").ok();
        if let Some((_, what)) = INSIDE.iter().find(|(of, _)| of == name) {
            writeln!(text, "    {what}").ok();
        }
        if own.is_empty() {
            writeln!(text, "    ships no text of its licence; by {origin}; see https://spdx.org/licenses")
                .ok();
        }
        for (_, own) in own {
            let (essence, who) = (essence(own), format!("{name} {version}"));
            match texts.iter_mut().find(|(there, ..)| *there == essence) {
                Some((.., of)) if of.contains(&who) => {}
                Some((.., of)) => of.push(who),
                None => texts.push((essence, own, vec![who])),
            }
        }
    }
    for (_, own, of) in texts {
        let line = "-".repeat(100);
        writeln!(text, "\n{line}\nof {}\n{line}\n", of.join(", ")).ok();
        own.trim_matches('\n').lines().for_each(|line| _ = writeln!(text, "{}", line.trim_end()));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::linked::{self, Artefact};
    use crate::shell::Shell;

    fn part(name: &str, texts: &[&str]) -> Part {
        Part {
            name: name.into(),
            version: "1.0.0".into(),
            licence: "MIT".into(),
            origin: "somebody".into(),
            texts: texts.iter().map(|text| ("LICENSE".to_owned(), (*text).to_owned())).collect(),
        }
    }

    #[test]
    fn a_text_that_many_have_stands_once_and_says_whose_it_is() {
        let parts =
            [part("a", &["May do\n  all."]), part("b", &["May do\nall.\n", "Copyright b"]), part("c", &[])];
        let text = written(&parts);
        assert_eq!(text.matches("May do").count(), 1, "{text}");
        assert!(text.contains("\nof a 1.0.0, b 1.0.0\n") && text.contains("\nof b 1.0.0\n"), "{text}");
        assert!(text.contains("c 1.0.0 (MIT)\n    ships no text of its licence; by somebody"), "{text}");
        assert!(names(&text, "a") && names(&text, "c") && !names(&text, "d") && !names(&text, "1.0.0"));
    }

    #[test]
    fn each_build_names_what_it_links_and_nothing_else() {
        let shell = Shell::new().unwrap();
        let all = linked::every(&shell).unwrap();
        let build = |packages, target| {
            let artefact = Artefact { packages, target, features: None };
            of(&linked::into(&shell, &artefact, &all).unwrap(), &[]).unwrap()
        };
        let c = build(&["interlink-c"], None);
        let web = build(&["interlink-wasm"], Some("wasm32-unknown-unknown"));
        let python = build(&["interlink-python"], None);
        for (name, expected) in [
            ("serde_json", [true, true, true]),
            ("rusqlite", [true, false, true]),
            ("js-sys", [false, true, false]),
            ("uniffi_core", [false, false, true]),
            ("proptest", [false, false, false]),
            ("interlink", [false, false, false]),
        ] {
            assert_eq!([&c, &web, &python].map(|text| names(text, name)), expected, "{name}");
        }
        assert!(c.contains("Permission is hereby granted, free of charge"));
    }
}
