//! The library without processes: what a vendor gets who wants consents only.

use std::path::Path;

use crate::ci::WORKSPACE;
use crate::shell::{Failed, Shell, target_folder};

/// Tells the tests where the store is that both builds use.
const STORE: &str = "INTERLINK_WHOLE_STORE";
/// The test of the whole library that writes the store, and the one that verifies it afterwards.
const WHOLE: [&str; 2] = ["a_store_is_written_for_another_build", "a_store_that_another_build_used_is_whole"];
/// What the example in C prints.
const TOLD: &str = "may the city write to Dora? no
may the city write to Dora? yes
may the city write to Dora? no
";

/// Tests it by itself, and on a store that the whole library wrote and reads again afterwards.
pub(crate) fn run(shell: &Shell) -> Result<(), Failed> {
    let store = target_folder(shell)?.join("alone.db");
    for name in ["alone.db", "alone.db-wal", "alone.db-shm"] {
        std::fs::remove_file(store.with_file_name(name)).ok();
    }
    whole(shell, WHOLE[0], &store)?;
    // In a build of its own: features add up among packages that are built together.
    let alone = ["test", "--locked", "--quiet", "--package", "alone", "--features", "alone"];
    let mut command = shell.command("cargo", &[&alone[..], &["--", "--include-ignored"]].concat());
    command.env(STORE, &store);
    shell.run(command)?;
    whole(shell, WHOLE[1], &store)
}

/// Runs one test of the whole library, built as all its tests are.
fn whole(shell: &Shell, test: &str, store: &Path) -> Result<(), Failed> {
    let which = ["--quiet", "--test", "beside_alone", "--", "--ignored", "--exact", test];
    let mut command = shell.command("cargo", &[&WORKSPACE[..], &which].concat());
    command.env(STORE, store);
    shell.run(command)
}

/// The example in C tells the same with a library that has nothing but consents and with the whole one.
pub(crate) fn in_c(shell: &Shell, folder: &Path, libraries: &[&Path]) -> Result<(), Failed> {
    for library in libraries {
        let binary = folder.join("consent").to_string_lossy().into_owned();
        let source = "bindings/c/examples/consent.c";
        let strict =
            ["-std=c11", "-Wall", "-Wextra", "-Wpedantic", "-Werror", "-Ibindings/c/include", source];
        let library = library.to_string_lossy();
        let linked = ["-o", &binary, &library, "-lpthread", "-lm", "-ldl"];
        shell.run(shell.command("gcc", &[&strict[..], &linked].concat()))?;
        let told = shell.output(&binary, &["examples/src/notice.json"])?;
        if told != TOLD {
            return Err(Failed(format!("with {library} the example of consents says:\n{told}")));
        }
    }
    eprintln!("consents alone in C, with both libraries");
    Ok(())
}
