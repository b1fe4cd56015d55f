//! What a machine needs before anything else works; what it lacks is installed.

use crate::shell::{Failed, Shell};

/// The Rust version that the workspace asks for at least.
const RUST: &str = env!("CARGO_PKG_RUST_VERSION");

pub(crate) fn run(shell: &Shell) -> Result<(), Failed> {
    shell.say(&format!("set-up: Rust {RUST} or newer, rustfmt, clippy, a C compiler for SQLite, the crates"));
    for part in ["rustfmt", "clippy"] {
        let name = if part == "clippy" { "clippy-driver" } else { part };
        if !shell.works(name, &["--version"]) {
            shell.run(shell.command("rustup", &["component", "add", part]))?;
        }
    }
    compiler(shell)?;
    shell.cargo(&["fetch", "--locked", "--quiet"])?;
    eprintln!("set-up is complete");
    Ok(())
}

/// SQLite is compiled from C.
fn compiler(shell: &Shell) -> Result<(), Failed> {
    if shell.works("cc", &["--version"]) {
        return Ok(());
    }
    if !shell.works("apt-get", &["--version"]) {
        return Err(Failed(
            "SQLite is compiled from C; please install a C compiler that answers to `cc`".into(),
        ));
    }
    shell.run(shell.command("apt-get", &["update", "--quiet"]))?;
    shell.run(shell.command("apt-get", &["install", "--yes", "--quiet", "gcc", "libc6-dev"]))
}

/// Whether the oldest Rust that is promised still builds everything: with the toolchain in use if it is that
/// one, and otherwise with that one, installed where it can be had.
pub(crate) fn oldest_rust(shell: &Shell) -> Result<(), Failed> {
    let version = shell.output("rustc", &["--version"])?;
    if version.starts_with(&format!("rustc {RUST}.")) {
        eprintln!("{} is the oldest Rust that is promised; all else here is built with it", version.trim());
        return Ok(());
    }
    let toolchain = format!("+{RUST}");
    if !shell.works("cargo", &[&toolchain, "--version"])
        && !shell.works("rustup", &["toolchain", "install", RUST, "--profile", "minimal"])
    {
        eprintln!("SKIPPED: Rust {RUST} cannot be had here, so {} stands in for it", version.trim());
        return Ok(());
    }
    shell.cargo(&[&toolchain, "check", "--locked", "--workspace", "--all-features"])
}
