//! The C library where a C developer looks for it: header, libraries, pkg-config and `CMake`.

use std::path::{Path, PathBuf};

use crate::shell::{Failed, Shell, target_folder};

const VERSION: &str = env!("CARGO_PKG_VERSION");

/// What a program that links the static library needs of the system; `rustc --print native-static-libs` says so.
const PRIVATE: &str = "-lgcc_s -lutil -lrt -lpthread -lm -ldl -lc";

/// Builds the library and puts everything under a prefix. `features` are Cargo's, with the embedded store if `None`.
pub(crate) fn run(shell: &Shell, prefix: &Path, features: Option<&str>) -> Result<(), Failed> {
    let mut arguments = vec!["build", "--locked", "--quiet", "--release", "--package", "interlink-c"];
    if let Some(features) = features {
        arguments.extend(["--no-default-features", "--features", features]);
    }
    shell.cargo(&arguments)?;
    let built = target_folder(shell)?.join("release");
    let prefix = shell.root().join(prefix);
    let at = |name: &str| prefix.join(name);
    for folder in ["include", "lib/pkgconfig", "lib/cmake/interlink"] {
        std::fs::create_dir_all(at(folder)).map_err(|error| failed(&at(folder), &error))?;
    }
    for header in ["interlink.h", "interlink.hpp"] {
        copy(&shell.root().join("bindings/c/include").join(header), &at("include").join(header))?;
    }
    let shared = format!("libinterlink.so.{VERSION}");
    copy(&built.join("libinterlink_c.so"), &at("lib").join(&shared))?;
    copy(&built.join("libinterlink_c.a"), &at("lib/libinterlink.a"))?;
    strip(shell, "--strip-unneeded", &at("lib").join(&shared))?;
    strip(shell, "--strip-debug", &at("lib/libinterlink.a"))?;
    for name in [soname(), "libinterlink.so".to_owned()] {
        link(&shared, &at("lib").join(name))?;
    }
    for (name, text) in [
        ("lib/pkgconfig/interlink.pc", pkg_config()),
        (
            "lib/cmake/interlink/interlink-config.cmake",
            CMAKE.replace("@SHARED@", &shared).replace("@SONAME@", &soname()),
        ),
        ("lib/cmake/interlink/interlink-config-version.cmake", cmake_version()),
    ] {
        std::fs::write(at(name), text).map_err(|error| failed(&at(name), &error))?;
    }
    eprintln!("interlink {VERSION} for C is in {}", prefix.display());
    Ok(())
}

/// The name by which programs ask for the library: that of the versions that do not break each other, which before 1.0
/// are those of one minor version. `bindings/c/build.rs` writes it into the library.
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

fn strip(shell: &Shell, how: &str, file: &Path) -> Result<(), Failed> {
    shell.run(shell.command("strip", &[how.as_ref(), file.as_os_str()]))
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
        &"c-install knows how libraries are named on Linux; elsewhere, take them from target/release",
    ))
}

/// Paths are told from where the file lies, so that the folder can be moved.
fn pkg_config() -> String {
    format!(
        "prefix=${{pcfiledir}}/../..\n\
         libdir=${{prefix}}/lib\n\
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
get_filename_component(_interlink_prefix \"${CMAKE_CURRENT_LIST_DIR}/../../..\" ABSOLUTE)

if(NOT TARGET interlink::interlink)
  add_library(interlink::interlink SHARED IMPORTED)
  set_target_properties(interlink::interlink PROPERTIES
    IMPORTED_LOCATION \"${_interlink_prefix}/lib/@SHARED@\"
    IMPORTED_SONAME \"@SONAME@\"
    INTERFACE_INCLUDE_DIRECTORIES \"${_interlink_prefix}/include\")
endif()

if(NOT TARGET interlink::static)
  find_package(Threads REQUIRED)
  add_library(interlink::static STATIC IMPORTED)
  set_target_properties(interlink::static PROPERTIES
    IMPORTED_LOCATION \"${_interlink_prefix}/lib/libinterlink.a\"
    INTERFACE_LINK_LIBRARIES \"Threads::Threads;m;${CMAKE_DL_LIBS}\"
    INTERFACE_INCLUDE_DIRECTORIES \"${_interlink_prefix}/include\")
endif()

unset(_interlink_prefix)
";

/// Before 1.0 a minor version may break what the last one had.
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
