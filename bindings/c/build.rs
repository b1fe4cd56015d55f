//! Gives the shared library the name by which programs ask for it: it changes when the ABI breaks.

fn main() {
    let major = std::env::var("CARGO_PKG_VERSION_MAJOR").unwrap_or_default();
    if std::env::var("CARGO_CFG_TARGET_OS").as_deref() == Ok("linux") {
        println!("cargo:rustc-cdylib-link-arg=-Wl,-soname,libinterlink.so.{major}");
    }
    println!("cargo:rerun-if-changed=build.rs");
}
