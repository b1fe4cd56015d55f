//! Tests the C interface with real compilers, checkers and languages.

use std::path::{Path, PathBuf};
use std::process::Stdio;

use crate::shell::{Failed, Shell, target_folder, text_of};
use crate::{alone, c_docs, install};

/// Every warning is an error.
const STRICT: [&str; 4] = ["-Wall", "-Wextra", "-Wpedantic", "-Werror"];

/// A test program: its name, its sources, its compiler flags, and the library it is linked with.
struct Program {
    name: &'static str,
    sources: &'static [&'static str],
    flags: &'static [&'static str],
    library: Library,
}

/// A program whose store is written in C brings its own SQLite, which must not collide with the library's.
#[derive(Clone, Copy)]
enum Library {
    Bare,
    Sqlite,
}

/// The oldest glibc, 2.N, with which the library runs; `docs/c.md` states it.
const OLDEST_GLIBC: u32 = 34;

const CROWD: &str = "bindings/c/tests/crowd.c";
const VECTORS: &str = "bindings/c/tests/vectors.c";
const STORE: [&str; 2] = ["bindings/c/examples/store_sqlite.c", "bindings/c/examples/store_sqlite_write.c"];

const PROGRAMS: [Program; 7] = [
    Program {
        name: "hostile",
        sources: &["bindings/c/tests/hostile.c"],
        flags: &["-DINTERLINK_PANIC_TEST"],
        library: Library::Bare,
    },
    Program { name: "lives", sources: &["bindings/c/tests/lives.c"], flags: &[], library: Library::Bare },
    Program {
        name: "store",
        sources: &["bindings/c/tests/store.c", STORE[0], STORE[1]],
        flags: &["-lsqlite3"],
        library: Library::Bare,
    },
    Program { name: "crowd", sources: &[CROWD], flags: &[], library: Library::Sqlite },
    Program {
        name: "crowd_on_a_store",
        sources: &[CROWD, STORE[0], STORE[1]],
        flags: &["-DWITH_STORE", "-lsqlite3"],
        library: Library::Bare,
    },
    Program { name: "vectors", sources: &[VECTORS], flags: &[], library: Library::Bare },
    Program {
        name: "vectors_on_a_store",
        sources: &[VECTORS, STORE[0], STORE[1]],
        flags: &["-DWITH_STORE", "-lsqlite3"],
        library: Library::Bare,
    },
];

/// How the programs are built and run: plainly, with sanitizers, and under valgrind.
struct Way {
    name: &'static str,
    compiler: &'static str,
    flags: &'static [&'static str],
    under: &'static [&'static str],
    lives: &'static str,
    /// The number of commands that each thread of a crowd sends.
    crowd: &'static str,
}

const WAYS: [Way; 2] = [
    Way { name: "gcc", compiler: "gcc", flags: &["-g"], under: &[], lives: "50000", crowd: "100" },
    Way {
        name: "AddressSanitizer and UndefinedBehaviorSanitizer",
        compiler: "clang",
        flags: &["-g", "-fsanitize=address,undefined", "-fno-sanitize-recover=all"],
        under: &[],
        lives: "2000",
        crowd: "50",
    },
];

/// Takes as long as everything else: one thread at a time, fifty times slower.
const VALGRIND: Way = Way {
    name: "valgrind",
    compiler: "gcc",
    flags: &["-g"],
    under: &[
        "valgrind",
        "--quiet",
        "--error-exitcode=9",
        // One thread at a time, each in its turn: otherwise a waiting thread may starve.
        "--fair-sched=yes",
        "--leak-check=full",
        // “Possibly lost” is not lost: the standard library keeps each thread's handle by an interior pointer.
        "--show-leak-kinds=definite",
        "--errors-for-leak-kinds=definite",
    ],
    lives: "100",
    crowd: "10",
};

pub(crate) fn run(shell: &Shell) -> Result<(), Failed> {
    let folder = target_folder(shell)?.join("c-test");
    std::fs::remove_dir_all(&folder).ok();
    std::fs::create_dir_all(&folder).map_err(|error| Failed(format!("{}: {error}", folder.display())))?;
    header(shell, &folder)?;
    let libraries = Libraries::build(shell, &folder)?;
    let consent = library(shell, &folder, "consent", &["--no-default-features"])?;
    alone::in_c(shell, &folder, &[&consent, &libraries.sqlite])?;
    std::thread::scope(|scope| {
        let slow = scope.spawn(|| programs(shell, &folder, &libraries, &VALGRIND));
        let rest = native(shell, &folder, &libraries);
        let slow = slow.join().map_err(|_| Failed("the tests under valgrind did not end".into()))?;
        rest.and(slow)
    })?;
    if shell.works("cargo", &["+nightly", "miri", "--version"]) {
        return miri(shell);
    }
    eprintln!("SKIPPED: there is no nightly toolchain with Miri here, so the calls are not run under it");
    Ok(())
}

/// Everything that runs at full speed.
fn native(shell: &Shell, folder: &Path, libraries: &Libraries) -> Result<(), Failed> {
    WAYS.iter().try_for_each(|way| programs(shell, folder, libraries, way))?;
    let installed = folder.join("installed");
    install::run(shell, &install::Options { prefix: installed.clone(), ..install::Options::default() })?;
    notices(&installed)?;
    exports(shell, &installed)?;
    beside_another_sqlite(shell, folder, &installed)?;
    old_enough(shell, &installed)?;
    stories(shell, folder, &installed)?;
    cffi(shell, &installed)?;
    c_docs::run(shell, folder, &installed)
}

/// Checks what no C compiler can see: whether the `unsafe` blocks follow Rust's own rules.
pub(crate) fn miri(shell: &Shell) -> Result<(), Failed> {
    shell.say("a sequence of calls under Miri");
    let arguments = ["+nightly", "miri", "test", "--package", "interlink-c", "--no-default-features"];
    let which =
        ["--features", "process", "--target-dir", "target/miri", "--test", "any_calls", "a_story_holds"];
    let mut command = shell.command("cargo", &[&arguments[..], &which].concat());
    // The calls leave some results unfreed on purpose, as careless callers do.
    command.env("MIRIFLAGS", "-Zmiri-disable-isolation -Zmiri-ignore-leaks");
    shell.run(command)
}

/// The header alone, as C11 and C++17, and the layer for C++.
fn header(shell: &Shell, folder: &Path) -> Result<(), Failed> {
    let (c, cpp) = (folder.join("header.c"), folder.join("header.cpp"));
    let written = std::fs::write(&c, "#include <interlink.h>\nint main(void) { return 0; }\n")
        .and_then(|()| std::fs::write(&cpp, "#include <interlink.hpp>\nint main() { return 0; }\n"));
    written.map_err(|error| Failed(error.to_string()))?;
    let (c, cpp) = (text(&c), text(&cpp));
    for (compiler, standard, source) in [
        ("gcc", "-std=c11", &c),
        ("clang", "-std=c11", &c),
        ("g++", "-std=c++17", &cpp),
        ("clang++", "-std=c++17", &cpp),
    ] {
        if !there(shell, compiler) {
            continue;
        }
        let arguments = [standard, "-fsyntax-only", "-Ibindings/c/include", source];
        shell.run(shell.command(compiler, &[&STRICT[..], &arguments].concat()))?;
        eprintln!("the header is clean for {compiler} {standard}");
    }
    Ok(())
}

/// The libraries with their debug checks: one with the panic function and without the embedded store, and one as it is
/// installed.
struct Libraries {
    bare: PathBuf,
    sqlite: PathBuf,
}

impl Libraries {
    fn build(shell: &Shell, folder: &Path) -> Result<Self, Failed> {
        Ok(Self {
            bare: library(
                shell,
                folder,
                "bare",
                &["--no-default-features", "--features", "panic-test,process"],
            )?,
            sqlite: library(shell, folder, "sqlite", &[])?,
        })
    }

    fn get(&self, library: Library) -> &Path {
        match library {
            Library::Bare => &self.bare,
            Library::Sqlite => &self.sqlite,
        }
    }
}

/// Builds a library and moves it aside: the next one would overwrite it.
fn library(shell: &Shell, folder: &Path, name: &str, features: &[&str]) -> Result<PathBuf, Failed> {
    shell.cargo(&[&["build", "--locked", "--quiet", "--package", "interlink-c"][..], features].concat())?;
    let (from, to) =
        (target_folder(shell)?.join("debug/libinterlink_c.a"), folder.join(format!("libinterlink_{name}.a")));
    std::fs::copy(&from, &to).map_err(|error| Failed(format!("{}: {error}", from.display())))?;
    Ok(to)
}

fn programs(shell: &Shell, folder: &Path, libraries: &Libraries, way: &Way) -> Result<(), Failed> {
    if ![way.compiler].iter().chain(way.under.first()).all(|program| there(shell, program)) {
        return Ok(());
    }
    shell.say(&format!("C tests: {}", way.name));
    let vectors = shell.names("docs/vectors")?.into_iter().filter(|name| name.ends_with(".vector"));
    let vectors: Vec<String> = vectors.map(|name| format!("docs/vectors/{name}")).collect();
    let work = folder.join(way.name.split(' ').next().unwrap_or(way.name));
    std::fs::create_dir_all(&work).map_err(|error| Failed(error.to_string()))?;
    let place = text(&work);
    for program in &PROGRAMS {
        let (binary, library) = (text(&work.join(program.name)), text(libraries.get(program.library)));
        let mut arguments = vec!["-std=c11", "-Ibindings/c/include", "-o", &binary];
        arguments.extend(STRICT.iter().chain(way.flags).chain(program.sources));
        arguments.push(&library);
        arguments.extend(program.flags.iter().chain(&["-lpthread", "-lm", "-ldl"]));
        shell.run(shell.command(way.compiler, &arguments))?;
        let mut words: Vec<&str> = way.under.to_vec();
        words.push(&binary);
        match program.name {
            "lives" => words.push(way.lives),
            "store" => words.push(&place),
            name if name.starts_with("crowd") => words.extend([place.as_str(), way.crowd]),
            name if name.starts_with("vectors") => {
                words.push(&place);
                words.extend(vectors.iter().map(String::as_str));
            }
            _ => {}
        }
        let Some((first, rest)) = words.split_first() else { continue };
        let mut command = shell.command(first, rest);
        // A requested panic needs no backtrace.
        command.env("RUST_BACKTRACE", "0");
        shell.run(command)?;
        eprintln!("{}: {} passed", way.name, program.name);
    }
    Ok(())
}

/// What is installed states its contents.
fn notices(installed: &Path) -> Result<(), Failed> {
    let folder = installed.join(install::LEGAL);
    let read = |name: &str| text_of(&folder.join(name));
    let (text, bill) = (read(crate::notices::NAME)?, read("interlink-c.cdx.json")?);
    for (name, is_linked) in [("rusqlite", true), ("serde_json", true), ("uniffi_core", false)] {
        let named = crate::notices::names(&text, name);
        if (named, bill.contains(&format!("pkg:cargo/{name}@"))) != (is_linked, is_linked) {
            return Err(Failed(format!("{name} is linked: {is_linked}; its notices say: {named}")));
        }
    }
    read("LICENSES/EUPL-1.2.txt")?;
    eprintln!("what is installed states its contents");
    Ok(())
}

/// The shared library exports its own functions, no others, and has its SONAME.
fn exports(shell: &Shell, installed: &Path) -> Result<(), Failed> {
    let library = text(&installed.join("lib/libinterlink.so"));
    let symbols = shell.output("nm", &["--dynamic", "--defined-only", "--format=just-symbols", &library])?;
    let header = std::fs::read_to_string(shell.root().join(crate::header::HEADER));
    let header = header.map_err(|error| Failed(error.to_string()))?;
    for symbol in symbols.lines() {
        if !header.contains(&format!("{symbol}(")) {
            return Err(Failed(format!(
                "the shared library exports {symbol}, which the header does not declare"
            )));
        }
    }
    let named = shell.output("readelf", &["--dynamic", &library])?;
    let soname = install::soname();
    if !named.contains(&format!("[{soname}]")) {
        return Err(Failed(format!("the shared library has no SONAME {soname}")));
    }
    eprintln!("the shared library exports {} functions, all in the header", symbols.lines().count());
    Ok(())
}

/// A program with its own SQLite and a store written in C is linked with the static library and the library's SQLite:
/// each uses its own.
fn beside_another_sqlite(shell: &Shell, folder: &Path, installed: &Path) -> Result<(), Failed> {
    let archive = text(&installed.join("lib/libinterlink.a"));
    let symbols = shell.output("nm", &["--extern-only", "--format=just-symbols", "--quiet", &archive])?;
    if let Some(symbol) = symbols.lines().find(|symbol| symbol.starts_with("sqlite3")) {
        return Err(Failed(format!("the static library has {symbol}, which another SQLite has too")));
    }
    let binary = text(&folder.join("crowd_beside"));
    let mut arguments = vec!["-std=c11", "-Ibindings/c/include", "-DWITH_STORE", "-o", &binary, CROWD];
    arguments.extend(STORE);
    arguments.extend([archive.as_str(), "-lsqlite3", "-lpthread", "-lm", "-ldl"]);
    shell.run(shell.command("gcc", &arguments))?;
    shell.run(shell.command(&binary, &[text(folder).as_str(), "20"]))
}

/// The shared library needs no function of the C library newer than stated.
fn old_enough(shell: &Shell, installed: &Path) -> Result<(), Failed> {
    let library = text(&installed.join("lib/libinterlink.so"));
    let needed = shell.output("objdump", &["--dynamic-syms", &library])?;
    let minor = |line: &str| {
        line.split("GLIBC_2.").nth(1)?.split(|sign: char| !sign.is_ascii_digit()).next()?.parse().ok()
    };
    let newest: u32 = needed.lines().filter_map(minor).max().unwrap_or(0);
    if newest > OLDEST_GLIBC {
        return Err(Failed(format!(
            "the shared library needs glibc 2.{newest}, docs/c.md says 2.{OLDEST_GLIBC}"
        )));
    }
    eprintln!("the shared library needs glibc 2.{newest}");
    Ok(())
}

/// The story in every language prints the same lines.
fn stories(shell: &Shell, folder: &Path, installed: &Path) -> Result<(), Failed> {
    shell.say("C, C++, Java, Go, PHP and C# tell the same story");
    let examples = shell.root().join("bindings/c/examples");
    let (prefix, build) = (text(installed), folder.join("cmake"));
    let configure = ["-S", &text(&examples), "-B", &text(&build), &format!("-DCMAKE_PREFIX_PATH={prefix}")];
    shell.output("cmake", &configure)?;
    shell.output("cmake", &["--build", &text(&build)])?;
    let by_pkg_config = folder.join("story_pkg_config");
    pkg_config(shell, &examples.join("story.c"), &by_pkg_config, installed)?;

    let told = shell.output(&text(&by_pkg_config), &[])?;
    eprint!("{told}");
    let java = ["-cp", "/usr/share/java/jna.jar", &format!("-Djna.library.path={prefix}/lib")];
    let java_story = text(&examples.join("Story.java"));
    let ffm = ["--enable-native-access=ALL-UNNAMED", &format!("-Djava.library.path={prefix}/lib")];
    let ffm_story = text(&examples.join("StoryFfm.java"));
    let go_story = go(shell, folder, installed, &examples.join("go"))?;
    let php_story = text(&examples.join("story.php"));
    let csharp_story = text(&folder.join("Story.exe"));
    if there(shell, "mcs") {
        let arguments = ["-warnaserror", &format!("-out:{csharp_story}"), &text(&examples.join("Story.cs"))];
        shell.run(shell.command("mcs", &arguments))?;
    }
    for (program, arguments) in [
        (java_with_ffm(shell)?, [&ffm[..], &[&ffm_story]].concat()),
        (go_story, vec![]),
        (text(&build.join("story_c")), vec![]),
        (text(&build.join("story_c_static")), vec![]),
        (text(&build.join("story_cpp")), vec![]),
        ("java".to_owned(), [&java[..], &[&java_story]].concat()),
        ("php".to_owned(), vec!["-d", "ffi.enable=1", &php_story, &prefix]),
        ("mono".to_owned(), vec![&csharp_story]),
    ] {
        if program.is_empty() || !program.starts_with('/') && !there(shell, &program) {
            continue;
        }
        let mut command = shell.command(&program, &arguments);
        command.env("LD_LIBRARY_PATH", format!("{prefix}/lib")).stderr(Stdio::inherit());
        let output = command.output().map_err(|error| Failed(format!("{program} cannot be run: {error}")))?;
        if !output.status.success() || String::from_utf8_lossy(&output.stdout) != told {
            return Err(Failed(format!("{program} tells another story")));
        }
        eprintln!("the same from {}", program.rsplit('/').next().unwrap_or(&program));
    }
    Ok(())
}

/// The header without preprocessor lines is read by another parser than PHP's, and the library called accordingly.
fn cffi(shell: &Shell, installed: &Path) -> Result<(), Failed> {
    let python = text(&shell.root().join(".tools/python/bin/python"));
    if !shell.works(&python, &["-c", "import cffi"]) {
        eprintln!("SKIPPED: there is no Python with cffi in .tools here, so nothing is tried with it");
        return Ok(());
    }
    shell.run(shell.command(&python, &["bindings/c/tests/by_cffi.py", &text(installed)]))
}

/// The first Java with the final foreign function and memory API, which came with version 22; none if there is none. A
/// machine may have several besides `java`.
fn java_with_ffm(shell: &Shell) -> Result<String, Failed> {
    let beside = std::fs::read_dir("/usr/lib/jvm").into_iter().flatten().flatten();
    let beside = beside.map(|folder| text(&folder.path().join("bin/java")));
    for java in std::iter::once("java".to_owned()).chain(beside) {
        if !shell.works(&java, &["--version"]) {
            continue;
        }
        let said = shell.output(&java, &["--version"])?;
        let version =
            said.split_whitespace().nth(1).and_then(|version| version.split('.').next()?.parse().ok());
        if version.is_some_and(|version: u32| version >= 22) {
            return Ok(java);
        }
    }
    eprintln!(
        "SKIPPED: there is no Java 22 or newer here, so nothing is tried with its own foreign functions"
    );
    Ok(String::new())
}

/// The oldest Go, 1.N, for the example: it can pin what a struct points to.
const OLDEST_GO: u32 = 21;

/// Builds the story in Go, and returns its path; empty if there is no Go, or an older one.
fn go(shell: &Shell, folder: &Path, installed: &Path, source: &Path) -> Result<String, Failed> {
    let said = if shell.answers("go") { shell.output("go", &["version"])? } else { String::new() };
    let minor = said
        .split("go1.")
        .nth(1)
        .and_then(|rest| rest.split(|sign: char| !sign.is_ascii_digit()).next()?.parse().ok());
    if minor.is_none_or(|minor: u32| minor < OLDEST_GO) {
        eprintln!("SKIPPED: there is no Go 1.{OLDEST_GO} or newer here, so nothing is tried with it");
        return Ok(String::new());
    }
    let binary = text(&folder.join("story_go"));
    for arguments in [vec!["vet", "."], vec!["build", "-o", &binary, "."]] {
        let mut command = shell.command("go", &arguments);
        command.current_dir(source).env("PKG_CONFIG_PATH", installed.join("lib/pkgconfig"));
        command.env("CGO_ENABLED", "1").env("GOTOOLCHAIN", "local");
        shell.run(command)?;
    }
    Ok(binary)
}

/// As in the header comment of story.c.
fn pkg_config(shell: &Shell, source: &Path, to: &Path, installed: &Path) -> Result<(), Failed> {
    let mut command = shell.command("pkg-config", &["--cflags", "--libs", "interlink"]);
    command.env("PKG_CONFIG_PATH", installed.join("lib/pkgconfig"));
    let output = command.output().map_err(|error| Failed(format!("pkg-config: {error}")))?;
    let flags = String::from_utf8_lossy(&output.stdout).into_owned();
    let rpath = format!("-Wl,-rpath,{}", text(&installed.join("lib")));
    let (source, to) = (text(source), text(to));
    let mut arguments = vec!["-std=c11", &source, "-o", &to, &rpath];
    arguments.extend(STRICT.iter().copied().chain(flags.split_whitespace()));
    shell.run(shell.command("cc", &arguments))
}

/// Whether a program exists; if not, prints what is skipped.
fn there(shell: &Shell, program: &str) -> bool {
    let there = shell.works(program, &["--version"]);
    if !there {
        eprintln!("SKIPPED: there is no {program} here, so nothing is tried with it");
    }
    there
}

fn text(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}
