//! Ordered maps and sets of few entries, each in one list.
//!
//! Documents and views have many of them, of many types and mostly with a handful of entries. For so few, binary search
//! in one list is as fast, and a fifth of the code of a tree for each type.

use std::borrow::Borrow;
use std::{slice, vec};

use serde::{Serialize, Serializer};

use super::json::{MapKey, Readable, Reader};

/// A map of few entries, ordered by key.
///
/// A look-up takes log *n* steps; an insertion takes *n*, except at the end.
///
/// # Examples
///
/// ```
/// use interlink::types::Map;
/// let map: Map<_, _> = [(2, "two"), (1, "one"), (2, "zwei")].into_iter().collect();
/// assert_eq!(map.iter().collect::<Vec<_>>(), [(&1, &"one"), (&2, &"zwei")]);
/// assert_eq!(map.get(&2), Some(&"zwei"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Map<K, V>(Vec<(K, V)>);

impl<K, V> Default for Map<K, V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<K, V> Map<K, V> {
    /// An empty map.
    #[must_use]
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// The number of entries.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether the map is empty.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The entries, in order.
    pub fn iter(&self) -> Entries<'_, K, V> {
        Entries(self.0.iter())
    }

    /// The keys, in order.
    pub fn keys(&self) -> impl DoubleEndedIterator<Item = &K> + ExactSizeIterator {
        self.0.iter().map(|(key, _)| key)
    }

    /// Mutable references to the values, in the order of their keys.
    pub fn values_mut(&mut self) -> impl DoubleEndedIterator<Item = &mut V> + ExactSizeIterator {
        self.0.iter_mut().map(|(_, value)| value)
    }

    /// The values, in the order of their keys.
    pub fn values(&self) -> impl DoubleEndedIterator<Item = &V> + ExactSizeIterator {
        self.0.iter().map(|(_, value)| value)
    }
}

impl<K: Ord, V> Map<K, V> {
    fn find<Q: Ord + ?Sized>(&self, key: &Q) -> Result<usize, usize>
    where
        K: Borrow<Q>,
    {
        self.0.binary_search_by(|(other, _)| other.borrow().cmp(key))
    }

    /// The value for a key.
    #[must_use]
    pub fn get<Q: Ord + ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
    {
        self.0.get(self.find(key).ok()?).map(|(_, value)| value)
    }

    /// A mutable reference to the value for a key.
    #[must_use]
    pub fn get_mut<Q: Ord + ?Sized>(&mut self, key: &Q) -> Option<&mut V>
    where
        K: Borrow<Q>,
    {
        let at = self.find(key).ok()?;
        self.0.get_mut(at).map(|(_, value)| value)
    }

    /// Whether the map has the key.
    #[must_use]
    pub fn contains_key<Q: Ord + ?Sized>(&self, key: &Q) -> bool
    where
        K: Borrow<Q>,
    {
        self.find(key).is_ok()
    }

    /// Inserts a value; returns the previous value for the key.
    pub fn insert(&mut self, key: K, value: V) -> Option<V> {
        match self.find(&key) {
            Ok(at) => self.0.get_mut(at).map(|(_, before)| std::mem::replace(before, value)),
            Err(at) => {
                self.0.insert(at, (key, value));
                None
            }
        }
    }

    /// The value for a key, which is made if there is none.
    #[expect(clippy::indexing_slicing, reason = "the place was found or made just now")]
    pub fn or_insert_with(&mut self, key: K, make: impl FnOnce() -> V) -> &mut V {
        let at = self.find(&key).unwrap_or_else(|at| {
            self.0.insert(at, (key, make()));
            at
        });
        &mut self.0[at].1
    }

    /// The value for a key, which is the type's default if there is none.
    pub fn or_default(&mut self, key: K) -> &mut V
    where
        V: Default,
    {
        self.or_insert_with(key, V::default)
    }

    /// Keeps only the wanted entries.
    pub fn retain(&mut self, mut wanted: impl FnMut(&K, &mut V) -> bool) {
        self.0.retain_mut(|(key, value)| wanted(key, value));
    }

    /// Removes an entry; returns its value.
    pub fn remove<Q: Ord + ?Sized>(&mut self, key: &Q) -> Option<V>
    where
        K: Borrow<Q>,
    {
        self.find(key).ok().map(|at| self.0.remove(at).1)
    }
}

/// The entries of a [`Map`], in order.
#[derive(Debug, Clone)]
pub struct Entries<'a, K, V>(slice::Iter<'a, (K, V)>);

impl<'a, K, V> Iterator for Entries<'a, K, V> {
    type Item = (&'a K, &'a V);

    fn next(&mut self) -> Option<Self::Item> {
        self.0.next().map(|(key, value)| (key, value))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.0.size_hint()
    }
}

impl<K, V> DoubleEndedIterator for Entries<'_, K, V> {
    fn next_back(&mut self) -> Option<Self::Item> {
        self.0.next_back().map(|(key, value)| (key, value))
    }
}

impl<K, V> ExactSizeIterator for Entries<'_, K, V> {}

impl<'a, K, V> IntoIterator for &'a Map<K, V> {
    type Item = (&'a K, &'a V);
    type IntoIter = Entries<'a, K, V>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<K, V> IntoIterator for Map<K, V> {
    type Item = (K, V);
    type IntoIter = vec::IntoIter<(K, V)>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

// There is no `Extend`: adding a few entries to many would sort all of them each time. Collect many at once, and insert
// single ones.
impl<K: Ord, V> FromIterator<(K, V)> for Map<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(entries: I) -> Self {
        let mut entries: Vec<(K, V)> = entries.into_iter().collect();
        entries.sort_by(|(a, _), (b, _)| a.cmp(b));
        // Of two entries with one key, the later one counts.
        entries.dedup_by(|later, earlier| {
            let same = later.0 == earlier.0;
            if same {
                std::mem::swap(later, earlier);
            }
            same
        });
        Self(entries)
    }
}

impl<K: Ord, V, const N: usize> From<[(K, V); N]> for Map<K, V> {
    fn from(entries: [(K, V); N]) -> Self {
        entries.into_iter().collect()
    }
}

impl<K: Serialize, V: Serialize> Serialize for Map<K, V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self)
    }
}

/// A duplicate key is refused, also in another spelling.
impl<K: MapKey + Ord, V: Readable> Readable for Map<K, V> {
    fn read(reader: &mut Reader<'_>) -> Self {
        let (mut map, mut entries) = (Self::new(), reader.map());
        while let Some(text) = entries.next(reader) {
            match K::of(&text) {
                Ok(key) if map.contains_key(&key) => entries.refuse_twice(reader, &key),
                Ok(key) => drop(map.insert(key, V::read(reader))),
                Err(fault) => entries.refuse(reader, &text, &fault),
            }
        }
        map
    }
}

#[cfg(feature = "json-schema")]
impl<K: schemars::JsonSchema, V: schemars::JsonSchema> schemars::JsonSchema for Map<K, V> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        std::collections::BTreeMap::<K, V>::schema_name()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        std::collections::BTreeMap::<K, V>::json_schema(generator)
    }
}

/// An ordered set of few values.
///
/// # Examples
///
/// ```
/// use interlink::types::Set;
/// let set: Set<_> = [3, 1, 3].into_iter().collect();
/// assert_eq!(set.iter().collect::<Vec<_>>(), [&1, &3]);
/// assert!(set.contains(&3));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Set<T>(Vec<T>);

impl<T> Default for Set<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> Set<T> {
    /// An empty set.
    #[must_use]
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// The number of values.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether the set is empty.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The values, in order.
    pub fn iter(&self) -> slice::Iter<'_, T> {
        self.0.iter()
    }
}

impl<T: Ord> Set<T> {
    fn find<Q: Ord + ?Sized>(&self, value: &Q) -> Result<usize, usize>
    where
        T: Borrow<Q>,
    {
        self.0.binary_search_by(|other| other.borrow().cmp(value))
    }

    /// Whether the set contains a value.
    #[must_use]
    pub fn contains<Q: Ord + ?Sized>(&self, value: &Q) -> bool
    where
        T: Borrow<Q>,
    {
        self.find(value).is_ok()
    }

    /// The values that are not in another set.
    #[must_use]
    pub fn without(&self, other: &Self) -> Self
    where
        T: Clone,
    {
        Self(self.iter().filter(|value| !other.contains(*value)).cloned().collect())
    }

    /// Inserts a value; returns whether it was not there before.
    pub fn insert(&mut self, value: T) -> bool {
        match self.find(&value) {
            Ok(_) => false,
            Err(at) => {
                self.0.insert(at, value);
                true
            }
        }
    }

    /// Removes a value; returns whether it was there.
    pub fn remove<Q: Ord + ?Sized>(&mut self, value: &Q) -> bool
    where
        T: Borrow<Q>,
    {
        self.find(value).is_ok_and(|at| {
            self.0.remove(at);
            true
        })
    }
}

impl<T> IntoIterator for Set<T> {
    type Item = T;
    type IntoIter = vec::IntoIter<T>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'a, T> IntoIterator for &'a Set<T> {
    type Item = &'a T;
    type IntoIter = slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<T: Ord> FromIterator<T> for Set<T> {
    fn from_iter<I: IntoIterator<Item = T>>(values: I) -> Self {
        let mut values: Vec<T> = values.into_iter().collect();
        values.sort_unstable();
        values.dedup();
        Self(values)
    }
}

impl<T: Ord, const N: usize> From<[T; N]> for Set<T> {
    fn from(values: [T; N]) -> Self {
        values.into_iter().collect()
    }
}

impl<T: Serialize> Serialize for Set<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl<T: Readable + Ord> Readable for Set<T> {
    fn read(reader: &mut Reader<'_>) -> Self {
        Vec::read(reader).into_iter().collect()
    }
}

#[cfg(feature = "json-schema")]
impl<T: schemars::JsonSchema> schemars::JsonSchema for Set<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        std::collections::BTreeSet::<T>::schema_name()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        std::collections::BTreeSet::<T>::json_schema(generator)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use proptest::prelude::*;

    use super::*;

    proptest! {
        /// They behave like those of the standard library.
        #[test]
        fn they_are_maps_and_sets(steps in proptest::collection::vec((0_u8..3, 0_u8..12, 0_u8..9), 0..60)) {
            let (mut map, mut set) = (Map::new(), Set::new());
            let (mut their_map, mut their_set) = (BTreeMap::new(), BTreeSet::new());
            for (step, key, value) in steps {
                match step {
                    0 => {
                        prop_assert_eq!(map.insert(key, value), their_map.insert(key, value));
                        prop_assert_eq!(set.insert(key), their_set.insert(key));
                    }
                    1 => {
                        prop_assert_eq!(map.remove(&key), their_map.remove(&key));
                        prop_assert_eq!(set.remove(&key), their_set.remove(&key));
                    }
                    _ => {
                        *map.or_default(key) = value;
                        *their_map.entry(key).or_default() = value;
                        map = map.into_iter().chain([(value, key)]).collect();
                        their_map.insert(value, key);
                        set = set.into_iter().chain([key, value]).collect();
                        their_set.extend([key, value]);
                    }
                }
                prop_assert_eq!(map.get(&value), their_map.get(&value));
                prop_assert_eq!(set.contains(&value), their_set.contains(&value));
                prop_assert!(map.iter().eq(their_map.iter()) && map.keys().eq(their_map.keys()));
                prop_assert!(map.values().rev().eq(their_map.values().rev()) && set.iter().eq(their_set.iter()));
                prop_assert_eq!(map.len(), their_map.len());
            }
        }
    }
}
