//! What the project is made of: under which licences, from where, and a bill of materials of what is shipped.

use std::path::PathBuf;

use crate::shell::{Failed, Shell, target_folder};

/// Programs of others that look into dependencies, with the versions that this was tried with.
const TOOLS: [(&str, &str); 2] = [("cargo-deny", "0.20.2"), ("cargo-cyclonedx", "0.5.9")];

/// What is handed to others, each with a bill of its own.
const SHIPPED: [&str; 4] = ["interlink", "interlink-c", "interlink-python", "interlink-wasm"];

pub(crate) fn run(shell: &Shell) -> Result<(), Failed> {
    let [deny, cyclonedx] = TOOLS.map(|(name, version)| tool(shell, name, version));
    shell.say("audit: licences, duplicates and sources of every dependency");
    shell.run(shell.command(&deny?, &["check", "licenses", "bans", "sources"]))?;
    shell.say("audit: a bill of materials (CycloneDX 1.5) of what is shipped");
    let folder = target_folder(shell)?.join("sbom");
    std::fs::create_dir_all(&folder).map_err(|error| Failed(format!("{}: {error}", folder.display())))?;
    let all = ["cyclonedx", "--format", "json", "--spec-version", "1.5", "--override-filename", "sbom"];
    shell.run(shell.command(&cyclonedx?, &all))?;
    for package in SHIPPED {
        let written = manifest_folder(shell, package)?.join("sbom.json");
        let bill = folder.join(format!("{package}.cdx.json"));
        std::fs::rename(&written, &bill)
            .map_err(|error| Failed(format!("{}: {error}", written.display())))?;
        eprintln!("{}", bill.display());
    }
    leave_no_other(shell)
}

/// Where a program is; it is built where it is not there.
fn tool(shell: &Shell, name: &str, version: &str) -> Result<String, Failed> {
    let root = shell.root().join(".tools/cargo");
    let program = root.join("bin").join(name);
    if !program.exists() {
        eprintln!("{name} {version} is built; that takes some minutes, once");
        let root = root.to_string_lossy();
        shell.cargo(&["install", "--locked", "--quiet", "--root", &root, "--version", version, name])?;
    }
    Ok(program.to_string_lossy().into_owned())
}

fn manifest_folder(shell: &Shell, package: &str) -> Result<PathBuf, Failed> {
    let id = shell.output("cargo", &["pkgid", "--locked", "--package", package])?;
    let path = id.trim().strip_prefix("path+file://").and_then(|rest| rest.split('#').next());
    path.map(PathBuf::from).ok_or_else(|| Failed(format!("{package} is not of this workspace: {id}")))
}

/// A bill is written beside every manifest; those of tests and tools tell nobody anything.
fn leave_no_other(shell: &Shell) -> Result<(), Failed> {
    let metadata = shell.output("cargo", &["metadata", "--locked", "--no-deps", "--format-version", "1"])?;
    for piece in metadata.split("\"manifest_path\":\"").skip(1) {
        let manifest = piece.split('"').next().unwrap_or_default();
        std::fs::remove_file(PathBuf::from(manifest).with_file_name("sbom.json")).ok();
    }
    Ok(())
}
