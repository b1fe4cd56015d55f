#![no_main]

#[path = "../../../bindings/c/tests/any/mod.rs"]
mod any;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    any::calls(bytes);
});
