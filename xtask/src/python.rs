//! Builds the wheel, installs it into a separate environment and tests it there; also the source distribution.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::linked::{self, Artefact};
use crate::shell::{Failed, Shell, target_folder};
use crate::{audit, notices};

/// The package's folder.
const PACKAGE: &str = "bindings/python";
/// The folder of the build tools.
const TOOLS: &str = ".tools/python/bin";
/// The contents of the wheel. The source distribution has the notices of a build on this machine.
const LINKED: Artefact<'static> = Artefact { packages: &["interlink-python"], target: None, features: None };
/// How packages are installed into an environment.
const INSTALL: [&str; 5] = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check"];

/// A program among the tools.
fn tool(shell: &Shell, name: &str) -> String {
    shell.root().join(TOOLS).join(name).to_string_lossy().into_owned()
}

/// A new, empty folder below `target/python`.
fn fresh(shell: &Shell, name: &str) -> Result<PathBuf, Failed> {
    let folder = target_folder(shell)?.join("python").join(name);
    std::fs::remove_dir_all(&folder).ok();
    std::fs::create_dir_all(&folder).map_err(|error| Failed(format!("{}: {error}", folder.display())))?;
    Ok(folder)
}

/// The one file in a folder.
fn only(shell: &Shell, folder: &Path) -> Result<String, Failed> {
    let name = shell.names(&folder.to_string_lossy())?.into_iter().next().unwrap_or_default();
    Ok(folder.join(name).to_string_lossy().into_owned())
}

/// Runs maturin, and returns the folder of its output.
fn made(shell: &Shell, what: &[&str], folder: &str) -> Result<PathBuf, Failed> {
    let folder = fresh(shell, folder)?;
    let to = folder.to_string_lossy().into_owned();
    let manifest = format!("{PACKAGE}/Cargo.toml");
    let arguments = [what, &["--manifest-path", &manifest, "--out", &to]].concat();
    let mut command = shell.command(&tool(shell, "maturin"), &arguments);
    // It calls uniffi-bindgen by name.
    let mut path = shell.root().join(TOOLS).into_os_string();
    path.push(":");
    path.push(std::env::var_os("PATH").unwrap_or_default());
    command.env("PATH", path);
    shell.run(command)?;
    Ok(folder)
}

/// Builds the wheel, and returns its folder.
pub(crate) fn build(shell: &Shell) -> Result<PathBuf, Failed> {
    let linked = linked::into(shell, &LINKED, &linked::every(shell)?)?;
    notices::write(&linked, &[], &shell.root().join(PACKAGE))?;
    let bill = audit::bill(shell, "interlink-python", &linked)?.to_string_lossy().into_owned();
    made(shell, &["build", "--profile", "shipped", "--locked", "--sbom-include", &bill], "wheels")
}

/// Regenerates the output of the notebooks, and their pictures.
pub(crate) fn notebooks(shell: &Shell) -> Result<(), Failed> {
    let python = installed(shell)?;
    let mut command = pytest(shell, &python, &[&format!("{PACKAGE}/tests/test_notebooks.py")]);
    command.env("UPDATE", "1");
    shell.run(command)
}

/// The tests, with the package's settings.
fn pytest(shell: &Shell, python: &str, arguments: &[&str]) -> Command {
    let settings = format!("{PACKAGE}/pyproject.toml");
    let pytest = ["-m", "pytest", "--quiet", "--config-file", &settings];
    shell.command(python, &[&pytest[..], arguments].concat())
}

/// Builds and installs the wheel, checks its types, and tests it.
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
    shell.run(pytest(shell, &python, &[&format!("{PACKAGE}/tests")]))?;
    let documented = [
        "--doctest-modules",
        "--pyargs",
        "interlink",
        "interlink._engine",
        "interlink._picture",
        "interlink._problem",
        "interlink._table",
        "interlink.pictures",
    ];
    shell.run(pytest(shell, &python, &documented))?;
    from_source(shell)
}

/// Installs the requirements for building the wheel elsewhere, as pip does, and tests the result.
fn from_source(shell: &Shell) -> Result<(), Failed> {
    let packed = only(shell, &made(shell, &["sdist"], "sdist")?)?;
    let unpacked = fresh(shell, "source")?.to_string_lossy().into_owned();
    // Files in the archive have the oldest date, which cargo would take for already built.
    let unpack =
        ["--extract", "--touch", "--strip-components=1", "--file", &packed, "--directory", &unpacked];
    shell.run(shell.command("tar", &unpack))?;
    let python = environment(shell, "from-source")?;
    let mut command = shell.command(&python, &[&INSTALL[..], &[&unpacked]].concat());
    // In a separate folder: cargo would confuse that library with the one here, whatever was changed since.
    command.env("CARGO_TARGET_DIR", target_folder(shell)?.join("python/built"));
    // This checks that the archive is complete; speed is tested with the wheel.
    command.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0");
    shell.run(command)?;
    let story = "import interlink; engine = interlink.Engine(); engine.simulate(10); print(engine.items())";
    shell.run(shell.command(&python, &["-c", story]))
}

/// A new, empty environment; returns the path of its Python.
fn environment(shell: &Shell, name: &str) -> Result<String, Failed> {
    let folder = fresh(shell, name)?;
    shell.run(shell.command("python3", &["-m", "venv", &folder.to_string_lossy()]))?;
    Ok(folder.join("bin/python").to_string_lossy().into_owned())
}

/// Installs the wheel into a new environment, and returns the path of its Python.
fn installed(shell: &Shell) -> Result<String, Failed> {
    let wheel = only(shell, &build(shell)?)?;
    let python = environment(shell, "clean")?;
    let needed = format!("{PACKAGE}/tests/requirements.txt");
    shell.run(shell.command(&python, &[&INSTALL[..], &["--requirement", &needed, &wheel]].concat()))?;
    Ok(python)
}
