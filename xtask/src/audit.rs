//! What the project consists of: licences, origins, and bills of materials of what is shipped.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::linked::{self, Artefact, Crate, Id, Linked};
use crate::shell::{Failed, Shell, target_folder, text_of};

/// The tool that also reads the texts of licences, with the version that was tested.
const DENY: (&str, &str) = ("cargo-deny", "0.20.2");

/// The tool that compares the Rust API with that of the last release.
const SEMVER: (&str, &str) = ("cargo-semver-checks", "0.51.0");

/// What is shipped, each with its own bill of materials.
const SHIPPED: [(&str, Artefact<'static>); 4] = [
    ("interlink", Artefact { packages: &["interlink"], target: None, features: None }),
    ("interlink-c", Artefact { packages: &["interlink-c"], target: None, features: None }),
    ("interlink-python", Artefact { packages: &["interlink-python"], target: None, features: None }),
    (
        "interlink-wasm",
        Artefact {
            packages: &["interlink-wasm", "interlink-wasm-check"],
            target: Some("wasm32-unknown-unknown"),
            features: None,
        },
    ),
];

/// All audits; missing tools are built.
pub(crate) fn run(shell: &Shell) -> Result<(), Failed> {
    check(shell)?;
    shell.say("audit: what the texts of licences say");
    let deny = tool(shell, DENY)?;
    shell.run(shell.command(&deny, &["check", "licenses", "bans", "sources"]))
}

/// Audits that take seconds and need only what set-up brings: licences and sources as the crates state them, bills of
/// materials, and whether every file here states its licence.
pub(crate) fn check(shell: &Shell) -> Result<(), Failed> {
    shell.say("audit: licences and sources of every dependency");
    let all = linked::every(shell)?;
    let allowed = allowed(&text_of(&shell.root().join("deny.toml"))?)?;
    let faults: Vec<String> = all.iter().filter_map(|one| fault(one, &allowed)).collect();
    if !faults.is_empty() {
        return Err(Failed(format!("what deny.toml does not allow:\n{}", faults.join("\n"))));
    }
    eprintln!("{} crates, all of them allowed", all.iter().filter(|one| one.source.is_some()).count());
    shell.say("audit: a bill of materials (CycloneDX 1.5) of what is shipped");
    for (name, artefact) in SHIPPED {
        let linked = linked::into(shell, &artefact, &all)?;
        eprintln!("{}", bill(shell, name, &linked)?.display());
    }
    reuse(shell)
}

/// Writes the bill of materials of something that is shipped, and returns its path.
pub(crate) fn bill(shell: &Shell, name: &str, linked: &Linked) -> Result<PathBuf, Failed> {
    if let Some(one) = linked.of_others().find(|one| one.licence.is_empty()) {
        return Err(Failed(format!(
            "{name} has {} {} inside, which names no licence",
            one.name, one.version
        )));
    }
    let folder = target_folder(shell)?.join("sbom");
    let path = folder.join(format!("{name}.cdx.json"));
    let failed = |error: &dyn std::fmt::Display| Failed(format!("{}: {error}", path.display()));
    let text = serde_json::to_string_pretty(&materials(name, linked)).map_err(|error| failed(&error))?;
    let written = std::fs::create_dir_all(&folder).and_then(|()| std::fs::write(&path, text + "\n"));
    written.map_err(|error| failed(&error))?;
    Ok(path)
}

/// The licences that `deny.toml` allows. They are read from there, so that the list exists once.
fn allowed(deny: &str) -> Result<Vec<spdx::Licensee>, Failed> {
    let list = deny.split_once("\nallow = [").and_then(|(_, rest)| rest.split_once(']'));
    let (list, _) = list.ok_or_else(|| Failed("deny.toml has no list of licences".into()))?;
    let read = |name: &str| spdx::Licensee::parse(name).map_err(|error| Failed(format!("{name}: {error}")));
    list.split('"').skip(1).step_by(2).map(read).collect()
}

/// Why a crate is not allowed.
fn fault(one: &Crate, allowed: &[spdx::Licensee]) -> Option<String> {
    let Crate { name, version, licence, .. } = one;
    let is_known = |source: &String| source.starts_with("registry+") && source.ends_with("/crates.io-index");
    if let Some(source) = one.source.as_ref().filter(|source| !is_known(source)) {
        return Some(format!("{name} {version} comes from {source}"));
    }
    // Only cargo-deny reads files; nothing shipped has such a crate (`bill`).
    if licence.is_empty() && one.is_in_a_file {
        return None;
    }
    // Some crates still write `MIT/Apache-2.0`, as Cargo once asked for.
    let Ok(read) = spdx::Expression::parse_mode(licence, spdx::ParseMode::LAX) else {
        return Some(format!("{name} {version} says “{licence}”, which is not an SPDX licence"));
    };
    let is_allowed = read.evaluate(|wanted| allowed.iter().any(|licensee| licensee.satisfies(wanted)));
    (!is_allowed).then(|| format!("{name} {version} is under {licence}"))
}

fn materials(name: &str, linked: &Linked) -> Value {
    let version = env!("CARGO_PKG_VERSION");
    let reference = |(name, version): &Id| format!("{name}@{version}");
    let component = |one: &Crate| {
        let mut component = json!({
            "type": "library",
            "bom-ref": reference(&one.id()),
            "name": one.name,
            "version": one.version,
            "scope": "required",
            "licenses": [{ "expression": one.licence.replace('/', " OR ") }],
        });
        if let (Some(component), true) = (component.as_object_mut(), one.source.is_some()) {
            component.insert("purl".into(), format!("pkg:cargo/{}@{}", one.name, one.version).into());
        }
        component
    };
    let needs = linked.needs.iter().map(|(id, needs)| {
        json!({ "ref": reference(id), "dependsOn": needs.iter().map(reference).collect::<Vec<_>>() })
    });
    json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": { "component": { "type": "library", "bom-ref": name, "name": name, "version": version } },
        "components": linked.crates.iter().map(component).collect::<Vec<_>>(),
        "dependencies": needs.collect::<Vec<_>>(),
    })
}

/// Whether every file states its licence and its copyright.
fn reuse(shell: &Shell) -> Result<(), Failed> {
    shell.say("audit: REUSE, every file has a licence");
    let reuse = shell.root().join(".tools/python/bin/reuse");
    if !reuse.exists() {
        eprintln!("SKIPPED: no Python 3 with venv here, so this is not checked");
        return Ok(());
    }
    // A folder that is not a checkout has built files among its sources, which have no licence.
    if !shell.works("git", &["rev-parse", "--is-inside-work-tree"]) {
        eprintln!("SKIPPED: this is not a checkout, so built files cannot be told from sources");
        return Ok(());
    }
    shell.run(shell.command(&reuse.to_string_lossy(), &["lint", "--quiet"]))?;
    eprintln!("every file has one");
    Ok(())
}

/// The crates whose public types a Rust program uses.
const PROMISED: [&str; 7] = [
    "interlink",
    "interlink-pictures",
    "interlink-record",
    "interlink-simulation",
    "interlink-sqlite",
    "interlink-tables",
    "interlink-values",
];

/// Compares the Rust API with a commit, or with the last release if there is one.
pub(crate) fn semver(shell: &Shell, revision: Option<&str>) -> Result<(), Failed> {
    let last =
        shell.output("git", &["tag", "--list", "v*", "--merged", "HEAD", "--sort=-version:refname"])?;
    let Some(revision) = revision.or_else(|| last.lines().next()) else {
        eprintln!("there is no release yet (no tag v…), so there is nothing to compare with");
        eprintln!("`cargo xtask semver COMMIT` compares with a commit");
        return Ok(());
    };
    let tool = tool(shell, SEMVER)?;
    // Re-exported types are compared in their own crate.
    let packages = PROMISED.iter().flat_map(|package| ["--package", package]);
    let how = ["--baseline-rev", revision, "--all-features"];
    let arguments: Vec<&str> = ["semver-checks"].into_iter().chain(packages).chain(how).collect();
    shell.run(shell.command(&tool, &arguments))
}

/// The path of a program; it is built if missing.
fn tool(shell: &Shell, (name, version): (&str, &str)) -> Result<String, Failed> {
    let root = shell.root().join(".tools/cargo");
    let program = root.join("bin").join(name);
    if !is_installed(shell, &program, version) {
        eprintln!("building {name} {version}; this takes some minutes, once");
        let root = root.to_string_lossy();
        shell.cargo(&["install", "--locked", "--quiet", "--root", &root, "--version", version, name])?;
    }
    Ok(program.to_string_lossy().into_owned())
}

fn is_installed(shell: &Shell, program: &Path, version: &str) -> bool {
    let said = shell.output(&program.to_string_lossy(), &["--version"]);
    program.exists() && said.is_ok_and(|said| said.trim().ends_with(version))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(licence: &str, source: &str) -> Crate {
        Crate {
            name: "a".into(),
            version: "1.0.0".into(),
            licence: licence.into(),
            is_in_a_file: false,
            authors: Vec::new(),
            repository: None,
            folder: PathBuf::new(),
            source: (!source.is_empty()).then(|| source.to_owned()),
        }
    }

    #[test]
    fn what_is_not_allowed_is_found() {
        let allowed =
            allowed("[licenses]\nallow = [\n    \"MIT\",\n    \"Apache-2.0 WITH LLVM-exception\",\n]\n")
                .unwrap();
        let registry = "registry+https://example.org/crates.io-index";
        for (licence, source, is_good) in [
            ("MIT", registry, true),
            ("MIT/Apache-2.0", registry, true),
            ("GPL-3.0-only OR MIT", "", true),
            ("Apache-2.0 WITH LLVM-exception", registry, true),
            ("Apache-2.0", registry, false),
            ("GPL-3.0-only AND MIT", registry, false),
            ("whatever", registry, false),
            ("", registry, false),
            ("MIT", "git+https://example.org/a", false),
        ] {
            assert_eq!(fault(&one(licence, source), &allowed).is_none(), is_good, "{licence} from {source}");
        }
        let in_a_file = Crate { is_in_a_file: true, ..one("", registry) };
        assert_eq!(fault(&in_a_file, &allowed), None);
        assert!(super::allowed("[licenses]\n").is_err());
    }

    #[test]
    fn a_bill_names_each_part_where_it_comes_from_and_what_it_needs() {
        let (ours, theirs) =
            (one("EUPL-1.2", ""), Crate { name: "b".into(), ..one("MIT/Apache-2.0", "registry+x") });
        let needs = [(ours.id(), [theirs.id()].into()), (theirs.id(), [].into())].into();
        let bill = materials("whole", &Linked { crates: vec![ours, theirs], needs });
        assert_eq!(bill["components"][0].get("purl"), None);
        assert_eq!(bill["components"][1]["purl"], "pkg:cargo/b@1.0.0");
        assert_eq!(bill["components"][1]["licenses"][0]["expression"], "MIT OR Apache-2.0");
        assert_eq!(bill["dependencies"][0], json!({ "ref": "a@1.0.0", "dependsOn": ["b@1.0.0"] }));
    }
}
