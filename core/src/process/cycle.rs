//! Cycles of waiting, because of which nothing could ever finish.
//!
//! An item may wait for any other, and a part also waits through its whole: a task cannot begin before its objective
//! may, and a phase is finished only when its parts are. So if a task of the first phase waits for the second phase,
//! which waits for the first, that is a cycle although the prerequisites alone contain none. The search knows both
//! kinds of link. It is one pass without recursion: it marks everything that can happen; what remains is on a cycle or
//! waits for one.

use super::Needs;
use crate::types::{Map, shown};
use interlink_values::wording::{AsFact, Fact};

/// Items by number, with their places in the tree and what they wait for.
#[derive(Debug, Default)]
pub(crate) struct Graph {
    parents: Vec<Option<u32>>,
    waits: Vec<(u32, u32, Needs)>,
}

/// How many links of a cycle a message shows.
const MOST_TOLD: usize = 6;

/// Why one item of a cycle cannot go before the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Link {
    /// It has the other as a prerequisite.
    WaitsFor,
    /// It is part of the other, which may not begin.
    LiesIn,
    /// The other is a part of it that cannot finish, or cannot begin.
    HasPart,
}

impl Link {
    /// The link in words, between two names.
    #[must_use]
    pub const fn as_words(self) -> &'static str {
        match self {
            Self::WaitsFor => "waits for",
            Self::LiesIn => "lies in",
            Self::HasPart => "has as a part",
        }
    }
}

/// A cycle: each item is linked to the next, and the last to the first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cycle<T> {
    /// The items with the link from each to the next.
    pub steps: Vec<(T, Link)>,
}

impl<T> Cycle<T> {
    pub(crate) fn map<U>(self, mut f: impl FnMut(T) -> U) -> Cycle<U> {
        Cycle { steps: self.steps.into_iter().map(|(item, link)| (f(item), link)).collect() }
    }
}

impl<T: std::fmt::Display> AsFact for Cycle<T> {
    fn fact(&self) -> Fact {
        let name = |item: &T| ("name", Fact::Text(shown(&item.to_string()).to_string()));
        // A message shows the beginning and the end of a long cycle; the data contain all of it.
        let left_out = self.steps.len().saturating_sub(MOST_TOLD);
        let mut all = Vec::new();
        for (nth, (item, link)) in self.steps.iter().enumerate() {
            let is_last = nth + 1 == self.steps.len();
            if left_out > 0 && !is_last && nth + 1 >= MOST_TOLD {
                continue;
            }
            if left_out > 0 && is_last {
                all.push(Fact::Plain(format!("… (+{left_out}) …")));
            }
            all.push(Fact::Words("“{name}” {link}", vec![name(item), ("link", link.as_words().fact())]));
        }
        all.extend(self.steps.first().map(|(item, _)| Fact::Words("“{name}”", vec![name(item)])));
        Fact::Row(all)
    }
}

impl<T: std::fmt::Display> std::fmt::Display for Cycle<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.fact().fmt(f)
    }
}

/// A stage of an item.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Moment {
    /// It may begin.
    Free,
    /// It is in progress.
    Begun,
    /// It is finished.
    Finished,
}

const MOMENTS: [Moment; 3] = [Moment::Free, Moment::Begun, Moment::Finished];

impl Graph {
    pub(crate) fn add_item(&mut self, parent: Option<u32>) {
        self.parents.push(parent);
    }

    pub(crate) fn add_wait(&mut self, item: u32, on: u32, needs: Needs) {
        self.waits.push((item, on, needs));
    }

    /// For each item, whether it waits for ever: it is on a cycle, or waits for one that is.
    #[cfg(feature = "interop")]
    pub(crate) fn stuck(&self) -> Vec<bool> {
        Search::new(self).mark().chunks(MOMENTS.len()).map(|moments| moments.contains(&false)).collect()
    }

    /// Finds a cycle, if there is one.
    pub(crate) fn cycle(&self) -> Option<Cycle<u32>> {
        Search::new(self).run()
    }
}

/// A node is a stage of an item: number × 3 + stage.
struct Search {
    /// What each node needs first.
    needs: Vec<Vec<(usize, Link)>>,
    /// The nodes that need each node.
    helps: Vec<Vec<usize>>,
    /// Whether any one of the needs suffices (a parent has begun when any part has), or all are needed.
    any: Vec<bool>,
}

impl Search {
    fn new(graph: &Graph) -> Self {
        let nodes = graph.parents.len() * MOMENTS.len();
        let mut search =
            Self { needs: vec![Vec::new(); nodes], helps: vec![Vec::new(); nodes], any: vec![false; nodes] };
        let mut parts = vec![Vec::new(); graph.parents.len()];
        for (item, parent) in (0_u32..).zip(&graph.parents) {
            if let Some(parent) = parent {
                search.link(node(item, Moment::Free), node(*parent, Moment::Free), Link::LiesIn);
                if let Some(parts) = parts.get_mut(index(*parent)) {
                    parts.push(item);
                }
            }
        }
        for (item, parts) in (0_u32..).zip(&parts) {
            for moment in [Moment::Begun, Moment::Finished] {
                if parts.is_empty() {
                    search.link(node(item, moment), node(item, Moment::Free), Link::LiesIn);
                }
                for part in parts {
                    search.link(node(item, moment), node(*part, moment), Link::HasPart);
                }
            }
            if let Some(any) = search.any.get_mut(node(item, Moment::Begun)) {
                *any = !parts.is_empty();
            }
        }
        for (item, on, needs) in &graph.waits {
            let moment = match needs {
                Needs::Previous | Needs::Finished => Moment::Finished,
                Needs::InProgress => Moment::Begun,
            };
            search.link(node(*item, Moment::Free), node(*on, moment), Link::WaitsFor);
        }
        search
    }

    fn link(&mut self, from: usize, to: usize, link: Link) {
        if let (Some(needs), true) = (self.needs.get_mut(from), to < self.helps.len()) {
            needs.push((to, link));
        }
        if let Some(helps) = self.helps.get_mut(to) {
            helps.push(from);
        }
    }

    fn run(&self) -> Option<Cycle<u32>> {
        let happens = self.mark();
        let stuck = happens.iter().position(|happens| !happens)?;
        Some(self.follow(stuck, &happens))
    }

    /// Marks every node that can happen, beginning with those that need nothing.
    fn mark(&self) -> Vec<bool> {
        let mut missing: Vec<usize> =
            self.needs.iter().zip(&self.any).map(|(needs, any)| if *any { 1 } else { needs.len() }).collect();
        let mut happens = vec![false; missing.len()];
        let mut ready: Vec<usize> =
            missing.iter().enumerate().filter(|(_, missing)| **missing == 0).map(|(node, _)| node).collect();
        while let Some(node) = ready.pop() {
            let Some(done) = happens.get_mut(node) else { continue };
            if std::mem::replace(done, true) {
                continue;
            }
            for helped in self.helps.get(node).into_iter().flatten() {
                if let Some(missing) = missing.get_mut(*helped) {
                    *missing = missing.saturating_sub(1);
                    if *missing == 0 {
                        ready.push(*helped);
                    }
                }
            }
        }
        happens
    }

    /// Follows stuck needs from a stuck node until a node repeats; the path between is a cycle.
    fn follow(&self, start: usize, happens: &[bool]) -> Cycle<u32> {
        let mut way: Vec<(usize, Link)> = Vec::new();
        let mut came_at = vec![None; happens.len()];
        let mut here = start;
        while let Some(slot) = came_at.get_mut(here) {
            if let Some(first) = *slot {
                way.drain(..first);
                break;
            }
            *slot = Some(way.len());
            let stuck = |(need, _): &&(usize, Link)| happens.get(*need) == Some(&false);
            let Some((next, link)) = self.needs.get(here).and_then(|needs| needs.iter().find(stuck)) else {
                break;
            };
            way.push((here, *link));
            here = *next;
        }
        Cycle { steps: shorten(&way) }
    }
}

/// Leaves out implied links: that an item finishes, or begins, only after it may.
///
/// The path is rotated to start where something waits for an item. If it returns to an item that was met as a whole,
/// the links between were its own parts.
fn shorten(way: &[(usize, Link)]) -> Vec<(u32, Link)> {
    let waiting = way.iter().position(|(_, link)| *link == Link::WaitsFor).map_or(0, |at| at + 1);
    let turned = way.iter().skip(waiting).chain(way.iter().take(waiting));
    let item = |node: usize| u32::try_from(node / MOMENTS.len()).unwrap_or(u32::MAX);
    let mut steps: Vec<(u32, Link)> = Vec::new();
    let mut whole_at: Map<u32, usize> = Map::new();
    for (node, link) in turned {
        let item = item(*node);
        if node % MOMENTS.len() != Moment::Free as usize {
            whole_at.insert(item, steps.len());
        } else if let Some(before) = whole_at.get(&item).copied() {
            steps.truncate(before);
            whole_at.retain(|_, at| *at < before);
        }
        steps.push((item, *link));
    }
    steps
}

fn node(item: u32, moment: Moment) -> usize {
    index(item) * MOMENTS.len() + moment as usize
}

fn index(item: u32) -> usize {
    usize::try_from(item).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Two phases (0, 1), an objective in each (2, 3), two tasks in each objective (4, 5 and 6, 7).
    fn tree() -> Graph {
        let mut graph = Graph::default();
        for parent in [None, None, Some(0), Some(1), Some(2), Some(2), Some(3), Some(3)] {
            graph.add_item(parent);
        }
        graph
    }

    fn cycle(waits: &[(u32, u32, Needs)]) -> Option<Vec<(u32, Link)>> {
        let mut graph = tree();
        for (item, on, needs) in waits {
            graph.add_wait(*item, *on, *needs);
        }
        graph.cycle().map(|cycle| cycle.steps)
    }

    /// A cycle has no first step; this rotates it so that an item comes first.
    fn turned(mut steps: Vec<(u32, Link)>, first: u32) -> Vec<(u32, Link)> {
        let at = steps.iter().position(|(item, _)| *item == first).unwrap();
        steps.rotate_left(at);
        steps
    }

    #[test]
    fn a_plain_order_is_no_cycle() {
        assert_eq!(cycle(&[(1, 0, Needs::Finished), (5, 4, Needs::Previous), (7, 6, Needs::Previous)]), None);
        assert_eq!(
            cycle(&[(6, 0, Needs::InProgress), (7, 4, Needs::Finished), (7, 5, Needs::Finished)]),
            None
        );
    }

    #[test]
    fn a_chain_that_leads_back_is_named() {
        let found = cycle(&[(4, 5, Needs::Finished), (5, 4, Needs::Previous)]).unwrap();
        assert_eq!(turned(found, 4), [(4, Link::WaitsFor), (5, Link::WaitsFor)]);
        // Links between the whole and its own parts are implied.
        let found = cycle(&[(0, 1, Needs::Finished), (1, 0, Needs::Finished)]).unwrap();
        assert_eq!(turned(found, 0), [(0, Link::WaitsFor), (1, Link::WaitsFor)]);
        assert_eq!(cycle(&[(4, 4, Needs::Finished)]).unwrap(), [(4, Link::WaitsFor)]);
    }

    #[test]
    fn belonging_counts_as_waiting() {
        // The second phase waits for the first, a task of the first waits for a task of the second.
        let found = cycle(&[(1, 0, Needs::Finished), (4, 6, Needs::Finished)]).unwrap();
        let expected = [
            (0, Link::HasPart),
            (2, Link::HasPart),
            (4, Link::WaitsFor),
            (6, Link::LiesIn),
            (3, Link::LiesIn),
            (1, Link::WaitsFor),
        ];
        assert_eq!(turned(found, 0), expected);
    }

    #[test]
    fn a_part_cannot_wait_for_its_whole_nor_the_whole_for_its_part() {
        assert!(cycle(&[(4, 0, Needs::Finished)]).is_some());
        assert!(cycle(&[(4, 0, Needs::InProgress)]).is_none(), "the other task can begin first");
        assert!(cycle(&[(0, 4, Needs::Finished)]).is_some());
        assert!(cycle(&[(2, 5, Needs::InProgress)]).is_some());
    }

    #[test]
    fn a_whole_has_begun_when_any_part_has() {
        // Task 6 waits for its sibling's objective to begin; task 5 could begin it.
        assert!(cycle(&[(6, 2, Needs::InProgress), (4, 6, Needs::Finished)]).is_none());
        // Now neither part can begin before task 6.
        let both = [(6, 2, Needs::InProgress), (4, 6, Needs::Finished), (5, 6, Needs::Finished)];
        assert!(cycle(&both).is_some());
    }

    #[test]
    fn a_hundred_thousand_links_need_no_stack() {
        let mut graph = Graph::default();
        (0..100_000).for_each(|_| graph.add_item(None));
        for item in 1..100_000 {
            graph.add_wait(item, item - 1, Needs::Finished);
        }
        assert!(graph.cycle().is_none());
        graph.add_wait(0, 99_999, Needs::Finished);
        let search = move || graph.cycle().map(|cycle| cycle.steps.len());
        let small = std::thread::Builder::new().stack_size(64 * 1024).spawn(search).unwrap();
        assert_eq!(small.join().unwrap(), Some(100_000));
    }

    /// Whether everything can be finished, by trying: do whatever can be done, until nothing more can.
    fn can_all_finish(graph: &Graph) -> bool {
        let count = u32::try_from(graph.parents.len()).unwrap();
        let parts = |item: u32| (0..count).filter(move |part| graph.parents[index(*part)] == Some(item));
        let mut done = vec![false; index(count)];
        loop {
            let finished = |item: u32, done: &[bool]| -> bool {
                let mut stack = vec![item];
                while let Some(item) = stack.pop() {
                    if parts(item).next().is_none() && !done[index(item)] {
                        return false;
                    }
                    stack.extend(parts(item));
                }
                true
            };
            let begun = |item: u32, done: &[bool]| -> bool {
                let mut stack = vec![item];
                while let Some(item) = stack.pop() {
                    if parts(item).next().is_none() && done[index(item)] {
                        return true;
                    }
                    stack.extend(parts(item));
                }
                false
            };
            let free = |item: u32, done: &[bool]| {
                std::iter::successors(Some(item), |item| graph.parents[index(*item)]).all(|holder| {
                    graph.waits.iter().filter(|(waiting, ..)| *waiting == holder).all(|(_, on, needs)| {
                        match needs {
                            Needs::InProgress => begun(*on, done),
                            Needs::Previous | Needs::Finished => finished(*on, done),
                        }
                    })
                })
            };
            let next = (0..count)
                .find(|item| !done[index(*item)] && parts(*item).next().is_none() && free(*item, &done));
            match next {
                Some(task) => done[index(task)] = true,
                None => return (0..count).all(|item| parts(item).next().is_some() || done[index(item)]),
            }
        }
    }

    proptest! {
        #[test]
        fn a_cycle_is_found_exactly_when_something_can_never_finish(
            waits in proptest::collection::vec((0_u32..8, 0_u32..8, 0..3_u8), 0..7)
        ) {
            let mut graph = tree();
            for (item, on, needs) in waits {
                let needs = [Needs::Previous, Needs::InProgress, Needs::Finished][usize::from(needs)];
                graph.add_wait(item, on, needs);
            }
            let cycle = graph.cycle();
            prop_assert_eq!(cycle.is_none(), can_all_finish(&graph));
            // Every step of the evidence is an existing link, and the last leads back to the first.
            for (nth, (item, link)) in cycle.iter().flat_map(|cycle| cycle.steps.iter().enumerate()) {
                let steps = &cycle.as_ref().unwrap().steps;
                let next = steps[(nth + 1) % steps.len()].0;
                prop_assert!(match link {
                    Link::WaitsFor => graph.waits.iter().any(|(waiting, on, _)| (waiting, on) == (item, &next)),
                    Link::LiesIn => graph.parents[index(*item)] == Some(next),
                    Link::HasPart => graph.parents[index(next)] == Some(*item),
                }, "{:?}", steps);
            }
        }
    }
}
