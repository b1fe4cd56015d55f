//! The fuzz targets' properties on what is at hand: the committed seeds, whole and damaged, and random bytes.
#![cfg(test)]

use std::path::Path;

use proptest::prelude::*;
use testkit::fuzz::TARGETS;

/// The seeds of a target: inputs that mean something, and every input that once broke something.
fn seeds(target: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/seeds").join(target);
    let mut paths: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths.into_iter().map(|path| std::fs::read(path).unwrap()).collect()
}

#[test]
fn seeds_hold() {
    for (target, holds) in TARGETS {
        let seeds = seeds(target);
        assert!(!seeds.is_empty(), "{target} has no seeds");
        seeds.iter().for_each(|seed| holds(seed));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn random_bytes_hold(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        TARGETS.iter().for_each(|(_, holds)| holds(&bytes));
    }

    /// Seeds with some bytes changed, taken out or repeated.
    #[test]
    fn damaged_seeds_hold(which: proptest::sample::Index, damage in proptest::collection::vec((any::<proptest::sample::Index>(), 0..4_u8, any::<u8>()), 1..6)) {
        for (target, holds) in TARGETS {
            let seeds = seeds(target);
            let mut bytes = which.get(&seeds).clone();
            for (at, how, byte) in &damage {
                if bytes.is_empty() {
                    break;
                }
                let at = at.index(bytes.len());
                match how {
                    0 => bytes[at] = *byte,
                    1 => drop(bytes.remove(at)),
                    2 => bytes.insert(at, *byte),
                    _ => bytes.truncate(at),
                }
            }
            holds(&bytes);
        }
    }
}
