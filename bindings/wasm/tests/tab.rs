//! A browser's store, without a browser: rows on a documents stand in for its database.
#![cfg(test)]

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::Arc;

use interlink::Engine;
use interlink::journal::{Position, Store, StoreError, StreamId, conformance};
use interlink::problem::Code;
use interlink::types::ProcessId;
use interlink_wasm::{Tab, Write};
use proptest::prelude::*;
use serde_json::json;
use testkit::Town;

/// What the database holds.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
struct Documents {
    journal: Vec<Vec<u8>>,
    vault: BTreeMap<u64, Vec<u8>>,
}

impl Documents {
    /// Writes down what a store says, as a browser's database would in one transaction.
    fn write(&mut self, writes: Vec<Write>) {
        for write in writes {
            match write {
                Write::Journal(key, bytes) => {
                    assert_eq!(key, self.journal.len() as u64, "rows of the journal come one after another");
                    self.journal.push(bytes);
                }
                Write::Rewritten(key, bytes) => {
                    *self.journal.get_mut(usize::try_from(key).unwrap()).expect("a row that is there") =
                        bytes;
                }
                Write::Vault(key, bytes) => {
                    assert!(self.vault.insert(key, bytes).is_none(), "a row is written once");
                }
                Write::Forget(key) => assert!(self.vault.remove(&key).is_some(), "what goes was there"),
            }
        }
    }

    /// What was not yet taken in, taken in.
    fn catch_up(&self, tab: &Tab) -> Result<(), StoreError> {
        let known = tab.ends().0;
        let mut rows = (0..).zip(&self.journal).filter(|(key, _)| *key >= known);
        rows.try_for_each(|(_, row)| tab.take(row, &self.vault()))
    }

    fn vault(&self) -> Vec<(u64, Vec<u8>)> {
        self.vault.iter().map(|(number, row)| (*number, row.clone())).collect()
    }

    fn opened(&self) -> Tab {
        let tab = Tab::new();
        self.catch_up(&tab).unwrap();
        assert_eq!(tab.writes(), [], "what is read is not written again");
        tab
    }

    fn holds(&self, needle: &str) -> bool {
        let all = self.journal.iter().chain(self.vault.values());
        all.flat_map(|row| row.windows(needle.len())).any(|window| window == needle.as_bytes())
    }
}

fn town(tab: &Tab) -> Town {
    Town::with(Arc::new(Engine::new(Box::new(tab.clone()))))
}

/// Two neighbours who say things, in a process of the city's.
fn lived(town: &Town) -> ProcessId {
    let process = town.city_with("neighbours", "citizen", &["dora-planted", "eva-planted"], "contributor");
    let invite = town.item(process, "invite");
    town.start("anna", process, invite);
    for who in ["dora", "eva"] {
        let text = format!("A text that {who} planted");
        let claim = json!({"item": invite, "kind": "development", "text": text});
        town.act(&format!("{who}-planted"), StreamId::from(process), "contribution.claim", claim);
    }
    process
}

/// Everything that an engine says about a process.
fn told(engine: &Engine, process: ProcessId) -> (String, Vec<String>) {
    let changes = engine.changes(Position(0), 10_000).unwrap();
    let changes = changes.iter().map(|change| change.event.to_json()).collect();
    (engine.export_bundle(process, true).unwrap(), changes)
}

#[test]
fn it_is_a_store_like_any_other_and_outlives_its_tab() {
    let last = RefCell::new(Tab::new());
    let fresh = || {
        last.replace(Tab::new());
        Ok(Box::new(last.borrow().clone()) as Box<dyn Store>)
    };
    let reopen = |closed: Box<dyn Store>| {
        drop(closed);
        let mut documents = Documents::default();
        documents.write(last.borrow().writes());
        Ok(Box::new(documents.opened()) as Box<dyn Store>)
    };
    let passed = conformance::run(&conformance::Subject { fresh: &fresh, reopen: Some(&reopen) }).unwrap();
    assert!(passed.len() >= 14, "{passed:?}");
}

#[test]
fn a_tab_that_is_opened_again_says_what_it_said() {
    let (tab, mut documents) = (Tab::new(), Documents::default());
    let first = town(&tab);
    let process = lived(&first);
    documents.write(tab.writes());
    let again = Engine::new(Box::new(documents.opened()));
    assert_eq!(told(&again, process), told(&first.engine, process));
}

#[test]
fn two_tabs_go_on_from_one_another() {
    let (one, other, mut documents) = (Tab::new(), Tab::new(), Documents::default());
    let (left, right) = (town(&one), town(&other).numbering_from(1_000));
    let process = lived(&left);
    documents.write(one.writes());
    documents.catch_up(&other).unwrap();
    let invite = right.item(process, "invite");
    right.wait_minutes(60);
    right.act("anna", StreamId::from(process), "task.complete", json!({"item": invite}));
    documents.write(other.writes());
    documents.catch_up(&one).unwrap();
    assert_eq!(told(&left.engine, process), told(&right.engine, process));
    assert_eq!(one.ends(), other.ends());
}

#[test]
fn who_is_erased_leaves_no_byte_in_any_row() {
    let (tab, mut documents) = (Tab::new(), Documents::default());
    let town = town(&tab);
    let process = lived(&town);
    documents.write(tab.writes());
    for planted in ["dora-planted", "A text that dora planted", "eva-planted", "A text that eva planted"] {
        assert!(documents.holds(planted), "{planted} is there before");
    }
    let dora = town.engine.person(&testkit::host("dora-planted")).unwrap().unwrap();
    town.act(
        "anna",
        StreamId::from(dora),
        "person.erase",
        json!({"acting_for": "city", "reason": "She asked."}),
    );
    documents.write(tab.writes());
    for (planted, there) in
        [("dora-planted", false), ("A text that dora planted", false), ("eva-planted", true)]
    {
        assert_eq!(documents.holds(planted), there, "{planted}");
    }
    let again = Engine::new(Box::new(documents.opened()));
    assert_eq!(told(&again, process), told(&town.engine, process));
    assert!(again.person(&testkit::host("dora-planted")).unwrap().is_none());
}

#[test]
fn a_name_that_is_taken_out_of_a_title_leaves_no_byte_in_any_row() {
    let (tab, behind, mut documents) = (Tab::new(), Tab::new(), Documents::default());
    let town = town(&tab);
    let process = lived(&town);
    let name = json!({"name": {"en": "A park for Zelda Quux"}});
    town.act("anna", StreamId::from(process), "process.edit", name);
    documents.write(tab.writes());
    documents.catch_up(&behind).unwrap();
    assert!(documents.holds("Zelda"));
    let redact = json!({"words": "zelda quux", "reason": "She never agreed."});
    town.act("anna", StreamId::from(process), "text.redact", redact);
    documents.write(tab.writes());
    assert!(!documents.holds("Zelda") && documents.holds("A park for […]"));
    documents.catch_up(&behind).unwrap();
    for other in [behind, documents.opened()] {
        let other = Engine::new(Box::new(other));
        assert_eq!(told(&other, process), told(&town.engine, process));
        other.verify_all().unwrap();
    }
}

#[test]
fn a_row_that_nobody_wrote_is_refused_and_changes_nothing() {
    let (tab, mut documents) = (Tab::new(), Documents::default());
    let process = lived(&town(&tab));
    documents.write(tab.writes());
    let before = told(&Engine::new(Box::new(tab.clone())), process);
    let ends = tab.ends();
    for row in [&b""[..], b"\x01", b"\x02\x01", b"\x01\x07", b"\x01\x01more"] {
        assert!(tab.take(row, &documents.vault()).is_err(), "{row:?}");
    }
    for row in &documents.journal {
        for cut in 1..row.len() {
            assert!(
                row[..cut].is_empty()
                    || Tab::new().take(&row[..cut], &documents.vault()).is_err()
                    || row[1] == 0
            );
        }
    }
    let again = tab.take(documents.journal.last().unwrap(), &documents.vault());
    assert!(matches!(again, Err(StoreError::Conflict { .. })), "{again:?}");
    assert_eq!((told(&Engine::new(Box::new(tab.clone())), process), tab.ends()), (before, ends));
}

#[test]
fn a_row_of_a_later_layout_says_so() {
    let refused = Tab::new().take(&[200, 1], &[]).unwrap_err();
    assert!(matches!(refused, StoreError::TooNew { found: 200, .. }), "{refused:?}");
}

#[test]
fn only_a_tab_with_a_clock_refuses_what_is_dated_ahead() {
    let before = || "2025-03-02T09:00:00.000Z".parse().ok();
    let after = || "2027-03-02T09:00:00.000Z".parse().ok();
    for (tab, taken) in [(Tab::new(), true), (Tab::with_clock(before), false), (Tab::with_clock(after), true)]
    {
        let town = town(&tab);
        let kind = json!({"name": {"en": "City"}, "kind": "public_administration", "team_creation": "members", "organisation": "city"});
        let said = town.engine.execute(&town.command("anna", None, "organisation.register", kind));
        assert_eq!(said.as_ref().map_err(interlink::Error::code).err(), (!taken).then_some(Code::TimeAhead));
        assert_eq!(tab.writes().is_empty(), !taken);
    }
}

proptest! {
    /// Any bytes are taken or refused; nothing panics and nothing hangs.
    #[test]
    fn any_bytes_are_taken_or_refused(
        row in prop::collection::vec(any::<u8>(), 0..300),
        vault in prop::collection::btree_map(0_u64..4, prop::collection::vec(any::<u8>(), 0..100), 0..4),
        known in any::<bool>(),
    ) {
        let mut row = row;
        if known {
            row.splice(0..0, [1, 1]);
        }
        let tab = Tab::new();
        if tab.take(&row, &Vec::from_iter(vault)).is_err() {
            prop_assert_eq!(tab.ends(), (0, 0));
        }
    }

    /// A row with a sign changed is refused, or is another row; the tab goes on either way.
    #[test]
    fn a_changed_row_does_no_harm(row in any::<prop::sample::Index>(), at in any::<prop::sample::Index>(), to in any::<u8>()) {
        let (tab, mut documents) = (Tab::new(), Documents::default());
        lived(&town(&tab));
        documents.write(tab.writes());
        let (row, len) = (row.index(documents.journal.len()), documents.journal.len());
        let place = at.index(documents.journal[row].len());
        documents.journal[row][place] = to;
        let opened = Tab::new();
        if documents.catch_up(&opened).is_ok() {
            prop_assert_eq!(opened.ends().0, len as u64);
        }
        let city = town(&opened).numbering_from(5_000);
        city.found("zoe", "another-city", "public_administration");
    }
}
