//! Installs the C library where C developers expect it: header, libraries, pkg-config and `CMake`.

use std::ffi::OsString;
use std::path::{Component, Path, PathBuf};

use crate::linked::{self, Artefact};
use crate::shell::{Failed, Shell, target_folder};
use crate::{audit, notices};

const VERSION: &str = env!("CARGO_PKG_VERSION");

/// System libraries that a program linking the static library needs; from `rustc --print native-static-libs`.
const PRIVATE: &str = "-lgcc_s -lutil -lrt -lpthread -lm -ldl -lc";

/// The options of an installation.
#[derive(Debug, Clone, Default)]
pub(crate) struct Options<'a> {
    /// The prefix.
    pub(crate) prefix: PathBuf,
    /// What is in the library, as given; everything if absent. `consent` leaves the processes out.
    pub(crate) features: Option<&'a str>,
    /// The target machine, by Rust's name; this one if absent.
    pub(crate) target: Option<&'a str>,
    /// The folder of libraries below the prefix; `lib` if absent.
    pub(crate) libdir: Option<&'a str>,
}

impl<'a> Options<'a> {
    pub(crate) fn read(rest: &[&'a str]) -> Option<Self> {
        let (mut options, mut has_prefix) = (Self::default(), false);
        for pair in rest.chunks(2) {
            match *pair {
                ["--prefix", path] => (options.prefix, has_prefix) = (path.into(), true),
                ["--features", features] => options.features = Some(features),
                ["--target", target] => options.target = Some(target),
                ["--libdir", folder] => {
                    let is_below =
                        Path::new(folder).components().all(|part| matches!(part, Component::Normal(_)));
                    options.libdir = is_below.then_some(folder);
                    options.libdir?;
                }
                _ => return None,
            }
        }
        has_prefix.then_some(options)
    }

    /// Cargo's features; the default ones if absent. Whoever names features has the processes, unless it is consents
    /// alone that they want.
    fn cargo_features(&self) -> Option<String> {
        let given: Vec<&str> = self.features?.split(',').map(str::trim).collect();
        let is_consent = given.contains(&"consent");
        let own = given.into_iter().filter(|name| !name.is_empty() && *name != "consent");
        Some(own.chain((!is_consent).then_some("process")).collect::<Vec<_>>().join(","))
    }

    fn libdir(&self) -> &'a str {
        self.libdir.unwrap_or("lib")
    }

    /// A tool that reads the target's files. Its name is prefixed with `CROSS_COMPILE`, as in other projects
    /// (`aarch64-linux-gnu-`).
    fn tool(&self, name: &str) -> String {
        let prefix = std::env::var("CROSS_COMPILE").unwrap_or_default();
        self.target.map_or_else(|| name.to_owned(), |_| format!("{prefix}{name}"))
    }
}

/// Builds the library and installs everything under a prefix; with `DESTDIR` before it, for packaging.
pub(crate) fn run(shell: &Shell, options: &Options<'_>) -> Result<(), Failed> {
    let mut arguments =
        vec!["build", "--locked", "--quiet", "--profile", "shipped", "--package", "interlink-c"];
    let features = options.cargo_features();
    if let Some(features) = &features {
        arguments.extend(["--no-default-features", "--features", features]);
    }
    arguments.extend(options.target.into_iter().flat_map(|target| ["--target", target]));
    shell.cargo(&arguments)?;
    let Places { built, prefix, include, lib } =
        Places::of(options, shell.root(), &target_folder(shell)?, std::env::var_os("DESTDIR"));
    let lib = |name: &str| lib.join(name);
    for folder in [include.clone(), lib("pkgconfig"), lib("cmake/interlink")] {
        std::fs::create_dir_all(&folder).map_err(|error| failed(&folder, &error))?;
    }
    for header in ["interlink.h", "interlink.hpp", "interlink.ffi.h"] {
        copy(&shell.root().join("bindings/c/include").join(header), &include.join(header))?;
    }
    let shared = shared();
    copy(&built.join("libinterlink_c.so"), &lib(&shared))?;
    copy(&built.join("libinterlink_c.a"), &lib("libinterlink.a"))?;
    shell.run(
        shell.command(&options.tool("strip"), &["--strip-unneeded".as_ref(), lib(&shared).as_os_str()]),
    )?;
    let archive = lib("libinterlink.a");
    shell.run(shell.command(&options.tool("strip"), &["--strip-debug".as_ref(), archive.as_os_str()]))?;
    rename_sqlite(shell, options, &archive)?;
    for name in [soname(), "libinterlink.so".to_owned()] {
        link(&shared, &lib(&name))?;
    }
    for (name, text) in told(options.libdir()) {
        std::fs::write(lib(name), text).map_err(|error| failed(&lib(name), &error))?;
    }
    legal(shell, options, &prefix.join(LEGAL))?;
    eprintln!("interlink {VERSION} for C is in {}", prefix.display());
    Ok(())
}

/// The folder below the prefix for the documents that must accompany the library.
pub(crate) const LEGAL: &str = "share/doc/interlink";

/// Writes the licences of the library and of what is linked into it, and its bill of materials.
fn legal(shell: &Shell, options: &Options<'_>, folder: &Path) -> Result<(), Failed> {
    std::fs::create_dir_all(folder).map_err(|error| failed(folder, &error))?;
    let features = options.cargo_features();
    let artefact =
        Artefact { packages: &["interlink-c"], target: options.target, features: features.as_deref() };
    let linked = linked::into(shell, &artefact, &linked::every(shell)?)?;
    notices::write(&linked, &[], folder)?;
    copy(&audit::bill(shell, "interlink-c", &linked)?, &folder.join("interlink-c.cdx.json"))?;
    let licences = folder.join("LICENSES");
    shell.copy("LICENSES", &licences.to_string_lossy())
}

/// Where files are taken from and put.
#[derive(Debug, PartialEq, Eq)]
struct Places {
    /// Cargo's output.
    built: PathBuf,
    /// The final prefix.
    prefix: PathBuf,
    /// The headers.
    include: PathBuf,
    /// The libraries, and the files that describe them.
    lib: PathBuf,
}

impl Places {
    fn of(options: &Options<'_>, root: &Path, target: &Path, destination: Option<OsString>) -> Self {
        // Cargo has a folder per target only if one is named.
        let built = options.target.map_or_else(|| target.to_owned(), |triple| target.join(triple));
        let prefix = staged(&root.join(&options.prefix), destination);
        Self {
            built: built.join("shipped"),
            include: prefix.join("include"),
            lib: prefix.join(options.libdir()),
            prefix,
        }
    }
}

/// The files that tell other programs where the library is, each by its path below the libraries.
fn told(libdir: &str) -> [(&'static str, String); 3] {
    // The number of folders between the prefix and these files.
    let up = "../".repeat(Path::new(libdir).components().count());
    let cmake = CMAKE.replace("@SHARED@", &shared()).replace("@SONAME@", &soname());
    [
        ("pkgconfig/interlink.pc", pkg_config(libdir, &up)),
        ("cmake/interlink/interlink-config.cmake", cmake.replace("@LIB@", libdir).replace("@UP@", &up)),
        ("cmake/interlink/interlink-config-version.cmake", cmake_version()),
    ]
}

/// The file name of the shared library.
fn shared() -> String {
    format!("libinterlink.so.{VERSION}")
}

/// Where files for a prefix are put during installation.
fn staged(prefix: &Path, destination: Option<OsString>) -> PathBuf {
    let Some(destination) = destination.filter(|folder| !folder.is_empty()) else { return prefix.to_owned() };
    let below = prefix.components().filter(|part| matches!(part, Component::Normal(_)));
    below.fold(PathBuf::from(destination), |path, part| path.join(part))
}

/// Renames the functions of the embedded SQLite: a program that links another SQLite has both, and each uses its own.
fn rename_sqlite(shell: &Shell, options: &Options<'_>, archive: &Path) -> Result<(), Failed> {
    let path = archive.to_string_lossy().into_owned();
    let flags = ["--defined-only", "--extern-only", "--format=just-symbols", "--quiet", &path];
    let symbols = shell.output(&options.tool("nm"), &flags)?;
    let renamed: String = symbols
        .lines()
        .filter(|symbol| symbol.starts_with("sqlite3"))
        .map(|symbol| format!("{symbol} interlink_{symbol}\n"))
        .collect();
    if renamed.is_empty() {
        return Ok(());
    }
    let list = archive.with_extension("symbols");
    std::fs::write(&list, renamed).map_err(|error| failed(&list, &error))?;
    let flags = ["--redefine-syms", &list.to_string_lossy(), &path];
    shell.run(shell.command(&options.tool("objcopy"), &flags))?;
    std::fs::remove_file(&list).map_err(|error| failed(&list, &error))
}

/// The SONAME, shared by compatible versions, which before 1.0 are those of one minor version. `bindings/c/build.rs`
/// writes it into the library.
pub(crate) fn soname() -> String {
    let mut parts = VERSION.split('.');
    match (parts.next().unwrap_or("0"), parts.next().unwrap_or("0")) {
        ("0", minor) => format!("libinterlink.so.0.{minor}"),
        (major, _) => format!("libinterlink.so.{major}"),
    }
}

fn failed(path: &Path, error: &dyn std::fmt::Display) -> Failed {
    Failed(format!("{}: {error}", path.display()))
}

fn copy(from: &Path, to: &Path) -> Result<(), Failed> {
    std::fs::copy(from, to).map(drop).map_err(|error| failed(from, &error))
}

#[cfg(unix)]
fn link(to: &str, at: &PathBuf) -> Result<(), Failed> {
    std::fs::remove_file(at).ok();
    std::os::unix::fs::symlink(to, at).map_err(|error| failed(at, &error))
}

#[cfg(not(unix))]
fn link(_: &str, at: &PathBuf) -> Result<(), Failed> {
    Err(failed(
        at,
        &"c-install knows how libraries are named on Linux; elsewhere, take them from target/shipped",
    ))
}

/// Paths are relative to the file, so that the folder can be moved.
fn pkg_config(libdir: &str, up: &str) -> String {
    format!(
        "prefix=${{pcfiledir}}/{up}..\n\
         libdir=${{prefix}}/{libdir}\n\
         includedir=${{prefix}}/include\n\n\
         Name: interlink\n\
         Description: Building blocks for the co-production of public services\n\
         Version: {VERSION}\n\
         Cflags: -I${{includedir}}\n\
         Libs: -L${{libdir}} -linterlink\n\
         Libs.private: {PRIVATE}\n"
    )
}

const CMAKE: &str = "\
get_filename_component(_interlink_prefix \"${CMAKE_CURRENT_LIST_DIR}/@UP@../..\" ABSOLUTE)

if(NOT TARGET interlink::interlink)
  add_library(interlink::interlink SHARED IMPORTED)
  set_target_properties(interlink::interlink PROPERTIES
    IMPORTED_LOCATION \"${_interlink_prefix}/@LIB@/@SHARED@\"
    IMPORTED_SONAME \"@SONAME@\"
    INTERFACE_INCLUDE_DIRECTORIES \"${_interlink_prefix}/include\")
endif()

if(NOT TARGET interlink::static)
  find_package(Threads REQUIRED)
  add_library(interlink::static STATIC IMPORTED)
  set_target_properties(interlink::static PROPERTIES
    IMPORTED_LOCATION \"${_interlink_prefix}/@LIB@/libinterlink.a\"
    INTERFACE_LINK_LIBRARIES \"Threads::Threads;m;${CMAKE_DL_LIBS}\"
    INTERFACE_INCLUDE_DIRECTORIES \"${_interlink_prefix}/include\")
endif()

unset(_interlink_prefix)
";

/// Before 1.0 a minor version may break compatibility.
fn cmake_version() -> String {
    let (same, _) = VERSION.rsplit_once('.').unwrap_or((VERSION, ""));
    format!(
        "set(PACKAGE_VERSION \"{VERSION}\")\n\
         if(PACKAGE_FIND_VERSION VERSION_GREATER PACKAGE_VERSION)\n  \
           set(PACKAGE_VERSION_COMPATIBLE FALSE)\n\
         elseif(PACKAGE_FIND_VERSION VERSION_LESS \"{same}\")\n  \
           set(PACKAGE_VERSION_COMPATIBLE FALSE)\n\
         else()\n  \
           set(PACKAGE_VERSION_COMPATIBLE TRUE)\n\
         endif()\n\
         if(PACKAGE_FIND_VERSION STREQUAL PACKAGE_VERSION)\n  \
           set(PACKAGE_VERSION_EXACT TRUE)\n\
         endif()\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn options<'a>(rest: &[&'a str]) -> Options<'a> {
        Options::read(rest).unwrap()
    }

    fn places(rest: &[&str], destination: &str) -> Places {
        Places::of(&options(rest), Path::new("/src"), Path::new("/src/target"), Some(destination.into()))
    }

    /// A path with `..` parts, resolved from a folder.
    fn resolved(from: &Path, way: &str) -> PathBuf {
        let mut found = from.to_owned();
        for part in Path::new(way).components() {
            match part {
                Component::ParentDir => assert!(found.pop(), "{way} leads out of {}", from.display()),
                Component::Normal(part) => found.push(part),
                other => panic!("{other:?} in {way}"),
            }
        }
        found
    }

    #[test]
    fn files_go_below_the_prefix_and_come_from_what_was_built_for_the_machine() {
        let expected = |built: &str, prefix: &str, lib: &str| Places {
            built: built.into(),
            prefix: prefix.into(),
            include: format!("{prefix}/include").into(),
            lib: format!("{prefix}/{lib}").into(),
        };
        for (rest, destination, found) in [
            (&["--prefix", "/usr"][..], "", expected("/src/target/shipped", "/usr", "lib")),
            // A relative prefix is relative to the project's root.
            (&["--prefix", "out"], "", expected("/src/target/shipped", "/src/out", "lib")),
            (
                &["--prefix", "/usr", "--target", "aarch64-unknown-linux-gnu"],
                "",
                expected("/src/target/aarch64-unknown-linux-gnu/shipped", "/usr", "lib"),
            ),
            (
                &["--libdir", "lib/aarch64-linux-gnu", "--prefix", "/usr"],
                "",
                expected("/src/target/shipped", "/usr", "lib/aarch64-linux-gnu"),
            ),
            (
                &["--prefix", "/usr", "--libdir", "lib64", "--target", "riscv64gc-unknown-linux-gnu"],
                "/tmp/package",
                expected("/src/target/riscv64gc-unknown-linux-gnu/shipped", "/tmp/package/usr", "lib64"),
            ),
            // `DESTDIR` is given by the caller, and may be relative.
            (&["--prefix", "/"], "package", expected("/src/target/shipped", "package", "lib")),
        ] {
            assert_eq!(places(rest, destination), found, "{rest:?} below “{destination}”");
        }
        let unset = Places::of(&options(&["--prefix", "/usr"]), Path::new("/src"), Path::new("/t"), None);
        assert_eq!(unset.prefix, Path::new("/usr"));
    }

    /// They do not contain `DESTDIR`, which no longer exists when they are read, and find the prefix from their own
    /// place.
    #[test]
    fn what_says_where_the_library_is_finds_it_from_where_it_lies() {
        for libdir in ["lib", "lib64", "lib/x86_64-linux-gnu", "a/b/c", "lib/", "lib/./x"] {
            let rest = ["--prefix", "/usr", "--libdir", libdir];
            let Places { prefix, lib, include, .. } = places(&rest, "/tmp/package");
            let [(pc, pc_text), (config, config_text), (version, version_text)] = told(libdir);
            for text in [&pc_text, &config_text, &version_text] {
                assert!(!text.contains('@') && !text.contains("/tmp") && !text.contains("/usr"), "{text}");
            }
            assert_eq!(
                (pc, config, version),
                (
                    "pkgconfig/interlink.pc",
                    "cmake/interlink/interlink-config.cmake",
                    "cmake/interlink/interlink-config-version.cmake"
                )
            );
            let after = |text: &str, before: &str| {
                let rest = text.split_once(before).unwrap_or_else(|| panic!("no {before} in {text}")).1;
                rest.split(['\n', '"']).next().unwrap().to_owned()
            };
            let folder = |file: &str| lib.join(file).parent().unwrap().to_owned();
            let from_pc = resolved(&folder(pc), &after(&pc_text, "prefix=${pcfiledir}/"));
            assert_eq!(from_pc, prefix, "pkg-config, {libdir}");
            assert_eq!(from_pc.join(after(&pc_text, "libdir=${prefix}/")), lib);
            assert_eq!(from_pc.join(after(&pc_text, "includedir=${prefix}/")), include);
            let from_cmake = resolved(&folder(config), &after(&config_text, "${CMAKE_CURRENT_LIST_DIR}/"));
            assert_eq!(from_cmake, prefix, "CMake, {libdir}");
            for (property, file) in [
                ("IMPORTED_LOCATION \"${_interlink_prefix}/", shared()),
                (
                    "add_library(interlink::static STATIC IMPORTED)\n  set_target_properties(interlink::static PROPERTIES\n    IMPORTED_LOCATION \"${_interlink_prefix}/",
                    "libinterlink.a".into(),
                ),
                ("INTERFACE_INCLUDE_DIRECTORIES \"${_interlink_prefix}/", String::new()),
            ] {
                let expected = if file.is_empty() { include.clone() } else { lib.join(file) };
                assert_eq!(from_cmake.join(after(&config_text, property)), expected, "{property}");
            }
        }
    }

    #[test]
    fn what_makes_no_sense_is_not_understood() {
        for rest in [
            &[][..],
            &["--prefix"],
            &["--libdir", "lib"],
            &["--prefix", "/usr", "--libdir", "/lib"],
            &["--prefix", "/usr", "--libdir", "../lib"],
            &["--prefix", "/usr", "--libdir", "lib/../../etc"],
            &["--prefix", "/usr", "--colour", "blue"],
        ] {
            assert!(Options::read(rest).is_none(), "{rest:?}");
        }
        let all = ["--features", "f", "--target", "t", "--libdir", "l/m", "--prefix", "p"];
        let all = options(&all);
        assert_eq!((all.features, all.target, all.libdir()), (Some("f"), Some("t"), "l/m"));
        for (given, cargo) in
            [("", "process"), ("sqlite", "sqlite,process"), ("consent, sqlite", "sqlite"), ("consent", "")]
        {
            let options = Options { features: Some(given), ..Options::default() };
            assert_eq!(options.cargo_features().as_deref(), Some(cargo), "{given}");
        }
        assert_eq!((all.prefix.as_path(), options(&["--prefix", "p"]).libdir()), (Path::new("p"), "lib"));
    }
}
