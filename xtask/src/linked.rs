//! Which third-party crates are linked into what is shipped: as resolved by Cargo for exactly those packages, features
//! and target, without build-only crates (build scripts, macros, tests).

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::shell::{Failed, Shell};

/// Something that is shipped.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Artefact<'a> {
    /// Its packages.
    pub(crate) packages: &'a [&'a str],
    /// The target machine; this one if absent.
    pub(crate) target: Option<&'a str>,
    /// The features, instead of the default ones.
    pub(crate) features: Option<&'a str>,
}

/// One version of a crate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Crate {
    pub(crate) name: String,
    pub(crate) version: String,
    /// Its licence, as an SPDX expression or as the crate states it.
    pub(crate) licence: String,
    /// Whether the crate names a licence file instead of an expression.
    pub(crate) is_in_a_file: bool,
    pub(crate) authors: Vec<String>,
    pub(crate) repository: Option<String>,
    /// The folder of its sources.
    pub(crate) folder: PathBuf,
    /// Its origin; absent for a crate of this workspace.
    pub(crate) source: Option<String>,
}

/// A name and a version.
pub(crate) type Id = (String, String);

/// The crates of an artefact.
#[derive(Debug)]
pub(crate) struct Linked {
    /// Ordered by name; including those of this workspace.
    pub(crate) crates: Vec<Crate>,
    /// The dependencies.
    pub(crate) needs: BTreeMap<Id, BTreeSet<Id>>,
}

impl Crate {
    pub(crate) fn id(&self) -> Id {
        (self.name.clone(), self.version.clone())
    }
}

impl Linked {
    /// Third-party crates.
    pub(crate) fn of_others(&self) -> impl Iterator<Item = &Crate> {
        self.crates.iter().filter(|one| one.source.is_some())
    }
}

/// The crates of an artefact. `all` is the result of [`every`].
pub(crate) fn into(shell: &Shell, artefact: &Artefact<'_>, all: &[Crate]) -> Result<Linked, Failed> {
    let mut arguments = vec!["tree", "--locked", "--edges", "normal,no-proc-macro"];
    arguments.extend(["--prefix", "depth", "--format", " {p}"]);
    arguments.extend(artefact.packages.iter().flat_map(|package| ["--package", package]));
    arguments.extend(artefact.target.into_iter().flat_map(|target| ["--target", target]));
    if let Some(features) = artefact.features {
        arguments.extend(["--no-default-features", "--features", features]);
    }
    let needs = read_tree(&shell.output("cargo", &arguments)?);
    let crates: Vec<Crate> = all.iter().filter(|one| needs.contains_key(&one.id())).cloned().collect();
    if crates.len() != needs.len() {
        return Err(Failed("`cargo tree` names crates that `cargo metadata` does not".into()));
    }
    Ok(Linked { crates, needs })
}

/// Every crate in any build of the workspace, in order.
pub(crate) fn every(shell: &Shell) -> Result<Vec<Crate>, Failed> {
    let mut all = read_packages(&shell.metadata("--all-features")?)
        .ok_or_else(|| Failed("cargo metadata lists no packages".into()))?;
    all.sort_by_key(Crate::id);
    Ok(all)
}

/// Lines like `2 serde v1.0.2 (*)`: the depth, the crate, and whether its dependencies were listed before.
fn read_tree(tree: &str) -> BTreeMap<Id, BTreeSet<Id>> {
    let mut needs: BTreeMap<Id, BTreeSet<Id>> = BTreeMap::new();
    let mut above: Vec<Id> = Vec::new();
    for line in tree.lines() {
        let mut words = line.split_whitespace();
        let depth = words.next().and_then(|word| word.parse().ok());
        let (Some(depth), Some(name), Some(version)) = (depth, words.next(), words.next()) else { continue };
        let id = (name.to_owned(), version.trim_start_matches('v').to_owned());
        above.truncate(depth);
        if let Some(parent) = above.last() {
            needs.entry(parent.clone()).or_default().insert(id.clone());
        }
        needs.entry(id.clone()).or_default();
        above.push(id);
    }
    needs
}

fn read_packages(metadata: &Value) -> Option<Vec<Crate>> {
    metadata.get("packages")?.as_array()?.iter().map(read_package).collect()
}

fn read_package(package: &Value) -> Option<Crate> {
    let text = |name: &str| package.get(name).and_then(Value::as_str).map(str::to_owned);
    let authors = package.get("authors").and_then(Value::as_array).into_iter().flatten();
    Some(Crate {
        name: text("name")?,
        version: text("version")?,
        licence: text("license").unwrap_or_default(),
        is_in_a_file: text("license_file").is_some(),
        authors: authors.filter_map(|author| author.as_str().map(str::to_owned)).collect(),
        repository: text("repository"),
        folder: Path::new(&text("manifest_path")?).parent()?.to_owned(),
        source: text("source"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(name: &str, version: &str) -> Id {
        (name.into(), version.into())
    }

    #[test]
    fn a_tree_says_who_needs_whom() {
        let tree = "0 a v0.1.0 (/here)\n1 b v1.0.0\n2 c v2.0.0\n1 d v1.1.0\n2 c v2.0.0 (*)\n\n0 e v0.1.0\n1 c v2.1.0\n";
        let needs = read_tree(tree);
        assert_eq!(needs.len(), 6, "{needs:?}");
        assert_eq!(needs[&id("a", "0.1.0")], [id("b", "1.0.0"), id("d", "1.1.0")].into());
        assert_eq!(needs[&id("d", "1.1.0")], [id("c", "2.0.0")].into());
        assert_eq!(needs[&id("e", "0.1.0")], [id("c", "2.1.0")].into());
        assert!(needs[&id("c", "2.0.0")].is_empty());
    }

    #[test]
    fn a_build_without_the_embedded_store_does_not_link_it() {
        let shell = Shell::new().unwrap();
        let all = every(&shell).unwrap();
        let names = |artefact: &Artefact<'_>| -> Vec<String> {
            into(&shell, artefact, &all).unwrap().of_others().map(|one| one.name.clone()).collect()
        };
        let c = |features| names(&Artefact { packages: &["interlink-c"], target: None, features });
        let (whole, bare) = (c(None), c(Some("")));
        let sqlite = "rusqlite".to_owned();
        assert!(whole.contains(&sqlite) && !bare.contains(&sqlite), "{whole:?}\n{bare:?}");
        // Build-only crates are not linked: macros, build scripts and dependencies of tests.
        for name in ["syn", "cc", "proptest", "interlink"] {
            assert!(!whole.iter().any(|there| there == name), "{name} in {whole:?}");
        }
    }
}
