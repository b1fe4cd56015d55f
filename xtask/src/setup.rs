//! Prepares a machine: installs what is missing.

use crate::shell::{Failed, Shell};
use crate::wasm;

/// The oldest Rust version of the workspace.
const RUST: &str = env!("CARGO_PKG_RUST_VERSION");

pub(crate) fn run(shell: &Shell) -> Result<(), Failed> {
    shell.say(&format!(
        "set-up: Rust {RUST} or newer, rustfmt, clippy, C compilers, the crates, what builds for the web, what tests use of Python, Java, Go, PHP, Mono, Node and Chromium"
    ));
    for part in ["rustfmt", "clippy"] {
        let name = if part == "clippy" { "clippy-driver" } else { part };
        if !shell.works(name, &["--version"]) {
            shell.run(shell.command("rustup", &["component", "add", part]))?;
        }
    }
    compiler(shell)?;
    // If Debian's packages are not available, missing programs are skipped with a message.
    shell.install(&FOR_C)?;
    shell.cargo(&["fetch", "--locked", "--quiet"])?;
    python(shell)?;
    wasm::setup(shell)?;
    eprintln!("set-up is complete");
    Ok(())
}

/// Python packages for tests, in the project's own folder; reinstalled when their list changes.
fn python(shell: &Shell) -> Result<(), Failed> {
    let (list, folder) = (shell.root().join(".ci/python.txt"), shell.root().join(".tools/python"));
    let mark = folder.join("installed.txt");
    let read = |path: &std::path::Path| std::fs::read_to_string(path).unwrap_or_default();
    if !read(&list).is_empty() && read(&list) == read(&mark) {
        return Ok(());
    }
    std::fs::remove_dir_all(&folder).ok();
    let path = folder.to_string_lossy().into_owned();
    if !shell.works("python3", &["-m", "venv", &path]) {
        shell.install_now(&["python3", "python3-venv"])?;
        if !shell.works("python3", &["-m", "venv", &path]) {
            eprintln!(
                "SKIPPED: no Python 3 with venv here; the tests that need it are skipped with a message"
            );
            return Ok(());
        }
    }
    pip(shell, &["--requirement", &list.to_string_lossy()])?;
    std::fs::write(&mark, read(&list)).map_err(|error| Failed(format!("{}: {error}", mark.display())))
}

/// Installs Python packages into the project's own folder.
pub(crate) fn pip(shell: &Shell, wanted: &[&str]) -> Result<(), Failed> {
    let python = shell.root().join(".tools/python/bin/python");
    let install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check"];
    shell.run(shell.command(&python.to_string_lossy(), &[&install[..], wanted].concat()))
}

/// Programs for testing the C interface: a program or a file that shows whether it is installed, and its Debian
/// package.
const FOR_C: [(&str, &str); 12] = [
    ("g++", "g++"),
    ("clang", "clang"),
    ("cmake", "cmake"),
    ("pkg-config", "pkg-config"),
    ("valgrind", "valgrind"),
    ("php", "php-cli"),
    ("mcs", "mono-mcs"),
    ("mono", "mono-runtime"),
    ("java", "default-jdk-headless"),
    ("go", "golang-go"),
    ("/usr/share/java/jna.jar", "libjna-java"),
    ("/usr/include/sqlite3.h", "libsqlite3-dev"),
];

/// SQLite is compiled from C.
fn compiler(shell: &Shell) -> Result<(), Failed> {
    shell.install(&[("cc", "gcc"), ("/usr/include/stdio.h", "libc6-dev")])?;
    if shell.works("cc", &["--version"]) {
        return Ok(());
    }
    Err(Failed("SQLite is compiled from C; please install a C compiler that answers to `cc`".into()))
}

/// Whether the oldest supported Rust still builds everything: with the toolchain in use if it is that one, and
/// otherwise with that one, installed if available.
pub(crate) fn oldest_rust(shell: &Shell) -> Result<(), Failed> {
    let version = shell.output("rustc", &["--version"])?;
    if version.starts_with(&format!("rustc {RUST}.")) {
        eprintln!("{} is the oldest supported Rust; everything else here is built with it", version.trim());
        return Ok(());
    }
    let toolchain = format!("+{RUST}");
    if !shell.works("cargo", &[&toolchain, "--version"])
        && !shell.works("rustup", &["toolchain", "install", RUST, "--profile", "minimal"])
    {
        eprintln!("SKIPPED: Rust {RUST} is not available here, so {} is used instead", version.trim());
        return Ok(());
    }
    shell.cargo(&[&toolchain, "check", "--locked", "--workspace", "--all-features"])
}
