//! Any calls in any order: nothing fails inside, statuses and results agree, and every record stays whole.
#![cfg(test)]
#![expect(unsafe_code, reason = "it calls what C calls")]

mod any;

use std::path::Path;

use proptest::prelude::*;

/// Opens an engine, founds a city, begins a process, asks, and carries it to another engine.
const STORY: &[u8] =
    &[0, 0, 0, 1, 0, 0, 1, 0, 1, 1, 1, 0, 250, 1, 0, 1, 0, 251, 1, 0, 4, 0, 252, 1, 1, 8, 0, 1, 0];

#[test]
fn a_story_holds() {
    assert_eq!(any::calls(STORY), 4, "two commands, a request, and an import");
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../core/fuzz/seeds/calls");
    let mut paths: Vec<_> = std::fs::read_dir(&seeds).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    assert!(!paths.is_empty());
    for path in paths {
        any::calls(&std::fs::read(path).unwrap());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn random_calls_hold(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        any::calls(&bytes);
    }

    /// Random choices among few, so that engines are open and commands mean something.
    #[test]
    fn likely_calls_hold(bytes in proptest::collection::vec(prop_oneof![0..12_u8, 249..255_u8], 0..300)) {
        any::calls(&bytes);
    }
}
