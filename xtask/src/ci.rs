//! Everything that CI checks, cheapest to fail first.

use std::path::PathBuf;
use std::process::Child;

use crate::shell::{Failed, Shell, target_folder, text_of};
use crate::{alone, audit, book, c, floors, header, python, setup, story, wasm};

/// What benchmarks and their helpers may do like tests, since clippy does not recognise them.
const BENCHES_MAY: [&str; 6] = [
    "-Aclippy::unwrap_used",
    "-Aclippy::expect_used",
    "-Aclippy::indexing_slicing",
    "-Aclippy::panic",
    "-Aclippy::print_stdout",
    "-Amissing_docs",
];

/// Feature sets with which the library must build, each on its own.
const FEATURES: [&str; 6] = ["", "receipts", "process", "interop", "sqlite,snapshots", "json-schema"];

/// Crates that must never be part of a build for the web: they are heavy, or bring a clock or randomness of their own.
const NOT_ON_THE_WEB: [&str; 7] =
    ["jsonschema", "rusqlite", "getrandom", "uuid", "regex", "idna", "arrow-array"];

/// Tests that need the INTERLINK catalogues beside the project, and are ignored in ordinary test runs.
const OF_CATALOGUES: [&str; 2] = [
    "no_leaf_of_a_catalogue_is_lost_on_the_way_through_the_library",
    "a_task_is_helped_by_what_helps_its_objective",
];

/// Tests that need the mandates beside the project.
const OF_MANDATES: [&str; 2] =
    ["the_days_of_what_is_passed_on_are_within_the_parents", "whether_it_may_be_passed_on_is_the_kinds_rule"];

/// Their folder.
const CATALOGUES: &str = "../shared/data";

/// How tests are built, whichever of them run: a single package has other features, and would be rebuilt with its
/// dependencies. One package must be built by itself: among the others the library has its processes.
pub(crate) const WORKSPACE: [&str; 6] =
    ["test", "--locked", "--workspace", "--exclude", "alone", "--all-features"];

type Step = (&'static str, fn(&Shell) -> Result<(), Failed>);

/// Cheapest to fail.
const FIRST: [Step; 4] = [
    ("set-up", setup::run),
    ("licences, sources and a bill of materials", audit::check),
    ("floors, and no arrow up", floors::run),
    ("format", |shell| shell.cargo(&["fmt", "--all", "--check"])),
];

const HERE: [Step; 8] = [
    ("lints", lints),
    ("the oldest Rust that is promised", setup::oldest_rust),
    ("features, each by itself", features),
    ("documentation", docs),
    ("the story, from founding to finish", story::run),
    ("tests", tests),
    ("consents alone", alone::run),
    ("the site of the documents", book::complete),
];

/// What builds in folders of its own goes on beside the others: whenever one crate is compiled, a core would wait.
const BESIDE: [Step; 6] = [
    ("one more block", crate::toy),
    ("the cache under a checker's schedules", |shell| crate::model(shell, "200")),
    ("the C interface", c::run),
    ("the npm package", wasm::run),
    ("the demo", wasm::demo_tests),
    ("the wheel", python::run),
];

const LAST: [Step; 1] = [("generated files", generated)];

const STEPS: usize = FIRST.len() + HERE.len() + BESIDE.len() + LAST.len();

pub(crate) fn run(shell: &Shell) -> Result<(), Failed> {
    let shell = &shell.once();
    FIRST.iter().try_for_each(|step| one(shell, step))?;
    let mut beside = Beside::begin(shell)?;
    HERE.iter().try_for_each(|step| one(shell, step).and_then(|()| beside.has_not_failed()))?;
    beside.end()?;
    LAST.iter().try_for_each(|step| one(shell, step))?;
    eprintln!("\nci: all {STEPS} steps passed");
    Ok(())
}

fn one(shell: &Shell, (name, step): &Step) -> Result<(), Failed> {
    let before = FIRST.iter().chain(&HERE).chain(&BESIDE).chain(&LAST).take_while(|(other, _)| other != name);
    shell.say(&format!("{} of {STEPS}: {name}", before.count().saturating_add(1)));
    let begun = std::time::Instant::now();
    step(shell)?;
    eprintln!("{name}: {} s", begun.elapsed().as_secs());
    Ok(())
}

/// The steps that another process does meanwhile. What they print is shown when all of them have ended.
struct Beside {
    process: Child,
    printed: PathBuf,
}

/// The task of the other process.
pub(crate) const BESIDE_TASK: &str = "ci-beside";

impl Beside {
    fn begin(shell: &Shell) -> Result<Self, Failed> {
        let failed = |error: std::io::Error| Failed(format!("no steps beside the others: {error}"));
        let printed = target_folder(shell)?.join("ci-beside.txt");
        let file = std::fs::File::create(&printed).map_err(failed)?;
        let this = std::env::current_exe().map_err(failed)?;
        let mut command = shell.command(&this.to_string_lossy(), &[BESIDE_TASK]);
        command.stdout(file.try_clone().map_err(failed)?).stderr(file);
        let process = command.spawn().map_err(failed)?;
        eprintln!("beside these, into {}: {}", printed.display(), BESIDE.map(|(name, _)| name).join(", "));
        Ok(Self { process, printed })
    }

    /// Whether they go on, or have ended well.
    fn has_not_failed(&mut self) -> Result<(), Failed> {
        match self.process.try_wait() {
            Ok(None) => Ok(()),
            Ok(Some(status)) if status.success() => Ok(()),
            Ok(Some(_)) | Err(_) => self.end(),
        }
    }

    fn end(&mut self) -> Result<(), Failed> {
        let status = self.process.wait();
        eprintln!("\n{}", text_of(&self.printed)?);
        match status {
            Ok(status) if status.success() => Ok(()),
            Ok(_) | Err(_) => Err(Failed("a step beside the others failed: see above".into())),
        }
    }
}

/// The steps beside the others. They end after the current one if the process that began them is gone.
pub(crate) fn beside(shell: &Shell) -> Result<(), Failed> {
    let (shell, parent) = (&shell.once(), std::os::unix::process::parent_id());
    BESIDE.iter().try_for_each(|step| match std::os::unix::process::parent_id() == parent {
        true => one(shell, step),
        false => Err(Failed("the other steps have ended".into())),
    })
}

fn lints(shell: &Shell) -> Result<(), Failed> {
    let all = ["clippy", "--locked", "--workspace", "--all-features", "--quiet"];
    let targets = ["--lib", "--bins", "--examples", "--tests", "--", "-Dwarnings"];
    shell.cargo(&[&all[..], &targets].concat())?;
    shell.cargo(&[&all[..], &["--benches", "--", "-Dwarnings"], &BENCHES_MAY].concat())
}

fn features(shell: &Shell) -> Result<(), Failed> {
    for features in FEATURES {
        let arguments = ["clippy", "--locked", "--quiet", "--package", "interlink", "--no-default-features"];
        shell.cargo(&[&arguments[..], &["--features", features, "--", "-Dwarnings"]].concat())?;
    }
    let tree = [
        "tree",
        "--locked",
        "--package",
        "interlink-wasm",
        "--package",
        "interlink-wasm-check",
        "--package",
        "interlink-wasm-consent",
    ];
    let tree = [&tree[..], &["--target", "wasm32-unknown-unknown", "--edges", "normal"]].concat();
    let tree = shell.output("cargo", &tree)?;
    eprint!("the contents of the npm package:\n{tree}");
    let is_part = |name: &&&str| tree.contains(&format!("─ {name} v"));
    match NOT_ON_THE_WEB.iter().find(is_part) {
        Some(name) => Err(Failed(format!("{name} would be part of a build for the web"))),
        None => Ok(()),
    }
}

fn docs(shell: &Shell) -> Result<(), Failed> {
    let arguments = ["doc", "--locked", "--workspace", "--all-features", "--no-deps", "--quiet"];
    let mut command = shell.command("cargo", &arguments);
    command.env("RUSTDOCFLAGS", "-Dwarnings");
    shell.run(command)?;
    // The front page is the README, whose picture and links are relative.
    for name in ["docs", "LICENSES", "SECURITY.md", "CHANGELOG.md", "CONTRIBUTING.md"] {
        shell.copy(name, &format!("target/doc/interlink/{name}"))?;
    }
    Ok(())
}

pub(crate) fn tests(shell: &Shell) -> Result<(), Failed> {
    shell.cargo(&WORKSPACE)?;
    of_catalogues(shell)?;
    of_mandates(shell)?;
    // Each benchmark once, with little to do, so that it keeps working.
    shell.cargo(&[&WORKSPACE[..], &["--quiet", "--benches"]].concat())?;
    // The fuzz targets are a separate workspace; here it is checked that they compile.
    shell.cargo(&["check", "--locked", "--quiet", "--manifest-path", "core/fuzz/Cargo.toml"])
}

/// Runs the tests over every INTERLINK catalogue beside the project, by name. A renamed ignored test would never run,
/// so the names are checked first.
fn of_catalogues(shell: &Shell) -> Result<(), Failed> {
    let has_schemas = |name: &String| shell.root().join(CATALOGUES).join(name).join("schemas").is_dir();
    if !shell.names(CATALOGUES).is_ok_and(|names| names.iter().any(has_schemas)) {
        eprintln!("skipped: no data at {CATALOGUES}");
        return Ok(());
    }
    let test = [&WORKSPACE[..], &["--quiet", "--test", "interlinkers", "--", "--ignored"]].concat();
    let there = shell.output("cargo", &[&test[..], &["--list"]].concat())?;
    let is_gone = |name: &&&str| !there.lines().any(|line| line.strip_suffix(": test") == Some(name));
    match OF_CATALOGUES.iter().find(is_gone) {
        Some(name) => Err(Failed(format!("there is no ignored test “{name}”"))),
        None => shell.cargo(&[&test[..], &["--exact"], &OF_CATALOGUES].concat()),
    }
}

/// Tests with the national mandates beside the project: those of Estonia by name, and all of the crate with the others.
fn of_mandates(shell: &Shell) -> Result<(), Failed> {
    if !shell.root().join(CATALOGUES).join("mandates/ee-paasuke").is_dir() {
        eprintln!("skipped: no mandates at {CATALOGUES}");
        return Ok(());
    }
    let test = [&WORKSPACE[..], &["--quiet", "--test", "mandates", "--", "--ignored", "--exact"]].concat();
    shell.cargo(&[&test[..], &OF_MANDATES].concat())?;
    shell.cargo(&[&WORKSPACE[..], &["--quiet", "--test", "national", "--", "--ignored"]].concat())
}

/// Regenerates everything that is generated from the source.
pub(crate) fn generate(shell: &Shell) -> Result<(), Failed> {
    let tests = [
        "--test",
        "vectors",
        "--test",
        "schemas",
        "--test",
        "types",
        "--test",
        "error_codes",
        "--test",
        "bundle",
        "--test",
        "simulate",
    ];
    let arguments = [&WORKSPACE[..], &["--quiet"], &tests, &["as_generated"]].concat();
    let mut command = shell.command("cargo", &arguments);
    command.env("UPDATE", "1");
    shell.run(command)?;
    floors::write(shell)?;
    header::write(shell)?;
    story::draw(shell)
}

/// Generated files are committed, and generating them changes nothing.
fn generated(shell: &Shell) -> Result<(), Failed> {
    generate(shell)?;
    if shell.works("git", &["rev-parse", "--is-inside-work-tree"]) {
        shell.run(shell.command(
            "git",
            &[
                "diff",
                "--exit-code",
                "--stat",
                "--",
                "docs",
                "bindings/c/include",
                "core/fuzz/seeds",
                "bindings/wasm/js/src/types.ts",
                "bindings/python/python/interlink",
                "Cargo.lock",
            ],
        ))?;
    }
    Ok(())
}
