//! The tasks for people and CI: `cargo xtask help` lists them.
#![expect(clippy::print_stderr, reason = "this program prints for people")]
#![forbid(unsafe_code)]

mod alone;
mod audit;
mod book;
mod c;
mod c_docs;
mod ci;
mod floors;
mod header;
mod install;
mod linked;
mod markdown;
mod notices;
mod python;
mod setup;
mod shell;
mod story;
mod wasm;

use std::process::ExitCode;

use shell::{Failed, Shell, target_folder};

const HELP: &str = "\
cargo xtask setup           install what is needed: toolchain parts, a C compiler, the crates
cargo xtask test            the tests
cargo xtask ci              everything that CI checks: set-up, format, lints, docs, generated files, tests, the story
cargo xtask bench [NAME]    the benchmarks
cargo xtask generate        regenerate: schemas, vectors, error codes, the picture, the floors, the C header
cargo xtask header          only the C header
cargo xtask c-install --prefix P [--features F] [--target TRIPLE] [--libdir FOLDER]
                            the C library (features: sqlite; consent for consents alone): headers, shared and static library, pkg-config file, CMake package;
                            below DESTDIR, if that is set
cargo xtask c-test          tests of it with C compilers, valgrind, Java, Go, PHP and Mono
cargo xtask wasm            the npm package, into bindings/wasm/js/dist
cargo xtask wasm-test       the same, and its tests in Node and Chromium
cargo xtask demo            the demo, built and served on this machine
cargo xtask demo-test       tests of the demo in Chromium, with the package as last built
cargo xtask python          the wheel, into target/python/wheels
cargo xtask python-test     the same, installed and tested in a separate environment
cargo xtask notebooks       the notebooks, executed, with new outputs
cargo xtask torture ARGUMENTS
                            many threads, engines and processes on one file (--races), or killed processes
                            (--kills N); --seconds, --rounds and --seed set length and seed
cargo xtask model [SCHEDULES]
                            the engine's cache under this many schedules of a model checker (default 1,000)
cargo xtask alone           the library without processes, by itself and on a store of the whole library
cargo xtask toy             one more block in the tables: what a block takes
cargo xtask book [--release VERSION]
                            the site of the documents, with search, into target/book; a link that leads nowhere fails
cargo xtask audit           licences and sources of every dependency, bills of materials into target/sbom, and REUSE
cargo xtask floors          whether every module uses only those below it; redraws the picture
cargo xtask semver [COMMIT] what changed in the Rust API since the last release, or since a commit
cargo xtask miri            a sequence of C calls under Miri (needs nightly and its component miri)
cargo xtask fuzz [SECONDS]  every fuzz target for this long (needs nightly and cargo-fuzz)
";

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let (task, rest) = (arguments.next().unwrap_or_default(), arguments.collect::<Vec<_>>());
    let rest: Vec<&str> = rest.iter().map(String::as_str).collect();
    match Shell::new().and_then(|shell| run(&shell, &task, &rest)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failed(what)) => {
            eprintln!("xtask: {what}");
            ExitCode::FAILURE
        }
    }
}

fn run(shell: &Shell, task: &str, rest: &[&str]) -> Result<(), Failed> {
    match task {
        "setup" => setup::run(shell),
        "test" => ci::tests(shell),
        "audit" => audit::run(shell),
        "book" => book::run(shell, rest),
        "floors" => floors::write(shell),
        "semver" => audit::semver(shell, rest.first().copied()),
        "ci" => ci::run(shell),
        ci::BESIDE_TASK => ci::beside(shell),
        "bench" => bench(shell, rest.first().copied()),
        "generate" => ci::generate(shell),
        "header" => header::write(shell),
        "c-install" => install(shell, rest),
        "c-test" => c::run(shell),
        "wasm" => wasm::build(shell),
        "demo" => wasm::demo(shell),
        "demo-test" => wasm::demo_tests(shell),
        "wasm-test" => wasm::run(shell),
        "python" => python::build(shell).map(|wheels| eprintln!("the wheel is in {}", wheels.display())),
        "python-test" => python::run(shell),
        "notebooks" => python::notebooks(shell),
        "torture" => torture(shell, rest),
        "model" => model(shell, rest.first().copied().unwrap_or("1000")),
        "toy" => toy(shell),
        "alone" => alone::run(shell),
        "miri" => c::miri(shell),
        "fuzz" => fuzz(shell, rest.first().copied().unwrap_or("30")),
        "help" | "--help" | "-h" => {
            eprint!("{HELP}");
            Ok(())
        }
        other => Err(Failed(format!("there is no task “{other}”.\n{HELP}"))),
    }
}

fn install(shell: &Shell, rest: &[&str]) -> Result<(), Failed> {
    let options = install::Options::read(rest);
    install::run(shell, &options.ok_or_else(|| Failed(format!("c-install needs a prefix.\n{HELP}")))?)
}

fn bench(shell: &Shell, name: Option<&str>) -> Result<(), Failed> {
    let mut arguments = vec!["bench", "--workspace"];
    match name {
        Some(name) => arguments.extend(["--bench", name]),
        None => arguments.push("--benches"),
    }
    shell.cargo(&arguments)
}

/// Everything after `torture` is passed on.
fn torture(shell: &Shell, rest: &[&str]) -> Result<(), Failed> {
    let arguments = ["run", "--locked", "--release", "--quiet", "--package", "torture", "--"];
    shell.cargo(&[&arguments[..], rest].concat())
}

/// Builds the library with the checker's locks instead of the standard library's, in a separate folder.
fn model(shell: &Shell, schedules: &str) -> Result<(), Failed> {
    under_the_checker(shell, &["--test", "model"], schedules)
}

/// Builds the library with one more block, which shows what a block takes. Only test builds have it.
fn toy(shell: &Shell) -> Result<(), Failed> {
    under_the_checker(shell, &["--lib", "toy::"], "1")
}

fn under_the_checker(shell: &Shell, tests: &[&str], schedules: &str) -> Result<(), Failed> {
    let arguments = ["test", "--locked", "--package", "interlink", "--no-default-features"];
    let mut command = shell.command("cargo", &[&arguments[..], &["--features", "archive"], tests].concat());
    command.env("RUSTFLAGS", "--cfg shuttle --cfg toy").env("SCHEDULES", schedules);
    command.env("CARGO_TARGET_DIR", target_folder(shell)?.join("model"));
    shell.run(command)
}

/// The targets are those whose files exist; each begins with its committed seeds.
fn fuzz(shell: &Shell, seconds: &str) -> Result<(), Failed> {
    let limit = format!("-max_total_time={seconds}");
    for target in shell.names("core/fuzz/fuzz_targets")? {
        let target = target.trim_end_matches(".rs");
        shell.say(&format!("fuzz target {target}, {seconds} s"));
        let seeds = format!("core/fuzz/seeds/{target}");
        let corpus = format!("core/fuzz/corpus/{target}");
        shell.make_folder(&corpus)?;
        shell.cargo(&[
            "+nightly",
            "fuzz",
            "run",
            "--fuzz-dir",
            "core/fuzz",
            target,
            &corpus,
            &seeds,
            "--",
            &limit,
        ])?;
    }
    Ok(())
}
