//! Numbers that look random and follow from a seed alone.

use interlink::types::Entropy;

/// `SplitMix64`: a counter that is scrambled (Steele, Lea and Flood, “Fast splittable pseudorandom number generators”,
/// OOPSLA 2014; the constants are those of the Java platform's `SplittableRandom`).
///
/// Suitable for simulation, not for secrets. It uses whole numbers only, so that it gives the same on every machine.
#[derive(Debug, Clone)]
pub(super) struct Random(u64);

impl Random {
    pub(super) const fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 to below `end`; 0 if `end` is 0.
    pub(super) fn below(&mut self, end: u64) -> u64 {
        let wide = u128::from(self.next()) * u128::from(end);
        u64::try_from(wide >> 64).unwrap_or_default()
    }

    /// A number from `first` to `last`, both included.
    pub(super) fn between(&mut self, first: u64, last: u64) -> u64 {
        first + self.below(last.saturating_sub(first).saturating_add(1))
    }

    /// Whether an event with this chance in a thousand happens.
    pub(super) fn permille(&mut self, chance: u64) -> bool {
        self.below(1000) < chance
    }

    /// An index in a list of a length.
    pub(super) fn place(&mut self, length: usize) -> usize {
        let length = u64::try_from(length).unwrap_or(u64::MAX);
        usize::try_from(self.below(length)).unwrap_or_default()
    }

    /// One element of a list; `None` if it is empty.
    pub(super) fn pick<'a, T>(&mut self, list: &'a [T]) -> Option<&'a T> {
        list.get(self.place(list.len()))
    }

    /// Sixteen bytes.
    pub(super) fn bytes(&mut self) -> [u8; 16] {
        ((u128::from(self.next()) << 64) | u128::from(self.next())).to_be_bytes()
    }

    /// Stands for the bytes that a host would draw from the operating system for a command.
    pub(super) fn entropy(&mut self) -> Entropy {
        Entropy::from_bytes(self.bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_numbers_are_the_known_ones() {
        let mut random = Random::new(1_234_567);
        let first: Vec<u64> = (0..3).map(|_| random.next()).collect();
        assert_eq!(first, [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423]);
    }

    #[test]
    fn numbers_stay_within_their_bounds() {
        let mut random = Random::new(7);
        let mut met = [0_u32; 6];
        for _ in 0..6000 {
            met[random.place(6)] += 1;
            assert!((3..=5).contains(&random.between(3, 5)));
        }
        assert!(met.iter().all(|count| (800..1200).contains(count)), "{met:?}");
        assert_eq!(random.pick::<u8>(&[]), None);
        assert!(!random.permille(0) && random.permille(1000));
        assert_eq!(random.between(0, u64::MAX).min(1), 1);
    }
}
