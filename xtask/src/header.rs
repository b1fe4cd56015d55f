//! The C header, from the declarations in `bindings/c`.

use crate::shell::{Failed, Shell};

/// Where it lies.
pub(crate) const HEADER: &str = "bindings/c/include/interlink.h";

/// Writes the header anew.
pub(crate) fn write(shell: &Shell) -> Result<(), Failed> {
    let folder = shell.root().join("bindings/c");
    let unreadable = |error: String| Failed(format!("bindings/c/cbindgen.toml: {error}"));
    let config = cbindgen::Config::from_file(folder.join("cbindgen.toml")).map_err(unreadable)?;
    let bindings = cbindgen::Builder::new()
        .with_crate(&folder)
        .with_config(config)
        .with_define("feature", "panic-test", "INTERLINK_PANIC_TEST")
        .generate()
        .map_err(|error| Failed(format!("the header cannot be made: {error}")))?;
    let mut text = Vec::new();
    bindings.write(&mut text);
    let text = for_c(&String::from_utf8_lossy(&text));
    std::fs::write(shell.root().join(HEADER), text).map_err(|error| Failed(format!("{HEADER}: {error}")))
}

/// What Rust's comments say to Rust is put in words for C.
fn for_c(text: &str) -> String {
    text.replace(" * # Safety\n", " * What you promise:\n")
}
