//! The wheel: built, installed into an environment of its own, and tried there.

use std::path::PathBuf;

use crate::shell::{Failed, Shell, target_folder};

/// Where the package lies.
const PACKAGE: &str = "bindings/python";
/// Where the tools lie that build it.
const TOOLS: &str = ".tools/python/bin";

/// A program among the tools.
fn tool(shell: &Shell, name: &str) -> String {
    shell.root().join(TOOLS).join(name).to_string_lossy().into_owned()
}

/// Builds the wheel, and says in which folder it is.
pub(crate) fn build(shell: &Shell) -> Result<PathBuf, Failed> {
    let wheels = target_folder(shell)?.join("python/wheels");
    // One wheel and no other: what is installed next is this one.
    std::fs::remove_dir_all(&wheels).ok();
    let to = wheels.to_string_lossy().into_owned();
    let manifest = format!("{PACKAGE}/Cargo.toml");
    let arguments = ["build", "--release", "--locked", "--manifest-path", &manifest, "--out", &to];
    let mut command = shell.command(&tool(shell, "maturin"), &arguments);
    // It calls uniffi-bindgen by its name.
    let mut path = shell.root().join(TOOLS).into_os_string();
    path.push(":");
    path.push(std::env::var_os("PATH").unwrap_or_default());
    command.env("PATH", path);
    shell.run(command)?;
    Ok(wheels)
}

/// The wheel is built, installs, has types, and does what it says.
pub(crate) fn run(shell: &Shell) -> Result<(), Failed> {
    if !shell.root().join(TOOLS).join("maturin").exists() {
        eprintln!("SKIPPED: no Python 3 with venv here, so there is no wheel");
        return Ok(());
    }
    for arguments in [["format", "--check", PACKAGE], ["check", "--quiet", PACKAGE]] {
        shell.run(shell.command(&tool(shell, "ruff"), &arguments))?;
    }
    let python = installed(shell)?;
    let sources = format!("{PACKAGE}/python/interlink");
    let settings = format!("{PACKAGE}/pyproject.toml");
    let mypy = ["--config-file", &settings, "--python-executable", &python, &sources];
    shell.run(shell.command(&tool(shell, "mypy"), &mypy))?;
    shell.run(
        shell.command(&tool(shell, "pyright"), &["--pythonpath", &python, "--project", PACKAGE, &sources]),
    )?;
    let tests = format!("{PACKAGE}/tests");
    let pytest = ["-m", "pytest", "--quiet", "--config-file", &settings, &tests];
    shell.run(shell.command(&python, &pytest))?;
    let documented = ["-m", "pytest", "--quiet", "--config-file", &settings, "--doctest-modules", "--pyargs"];
    let modules = [
        "interlink",
        "interlink._engine",
        "interlink._picture",
        "interlink._problem",
        "interlink._table",
        "interlink.pictures",
    ];
    shell.run(shell.command(&python, &[&documented[..], &modules].concat()))
}

/// Installs the wheel into a new environment, and says which Python has it.
fn installed(shell: &Shell) -> Result<String, Failed> {
    let wheels = build(shell)?;
    let folder = target_folder(shell)?.join("python/clean");
    std::fs::remove_dir_all(&folder).ok();
    shell.run(shell.command("python3", &["-m", "venv", &folder.to_string_lossy()]))?;
    let python = folder.join("bin/python").to_string_lossy().into_owned();
    let wheel = shell.names(&wheels.to_string_lossy())?.into_iter().next().unwrap_or_default();
    let wheel = wheels.join(wheel).to_string_lossy().into_owned();
    let needed = format!("{PACKAGE}/tests/requirements.txt");
    let install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check"];
    shell.run(shell.command(&python, &[&install[..], &["--requirement", &needed, &wheel]].concat()))?;
    Ok(python)
}
