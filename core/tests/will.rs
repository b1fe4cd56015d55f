//! Everything that can be said about a purpose, in any order, against what the law makes of it: given, refused, withdrawn, used
//! up, run out, asked again by a newer notice, restricted, erased by the controller, objected to and decided.
//!
//! The model below is written from the GDPR (Art. 4(11), 6(1), 7, 9, 17, 18, 21) and keeps no register: it remembers the last
//! word about each purpose, and works out the answer anew each time.
#![cfg(test)]

use interlink::consent::Asked;
use interlink::journal::StreamId;
use interlink::types::{DocumentId, Timestamp};
use proptest::prelude::*;
use serde_json::{Value, json};
use testkit::{Controller, Town, about, giving, notice, of, with};

/// Two purposes on consent and two on a public task, each second one within the first.
const PURPOSES: [&str; 4] = ["news", "news.local", "planning", "planning.garden"];

/// What was said last about a purpose.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Word {
    Yes(Yes),
    No,
    Objected,
    Upheld,
    Overruled,
}

#[derive(Debug, Clone, Copy, PartialEq)]
struct Yes {
    at: Timestamp,
    until: Timestamp,
    uses: Option<u32>,
    version: u32,
}

/// What the law makes of it.
#[derive(Debug, Default)]
struct Law {
    said: [Option<Word>; 4],
    /// The last version that asked again, by purpose.
    asked_again: [u32; 4],
    restricted: Option<Timestamp>,
    erased: Option<Timestamp>,
}

impl Law {
    const fn above(purpose: usize) -> Option<usize> {
        match purpose {
            1 | 3 => Some(purpose - 1),
            _ => None,
        }
    }

    const fn on_consent(purpose: usize) -> bool {
        purpose < 2
    }

    fn allowed(&self, purpose: usize, now: Timestamp) -> bool {
        if Self::on_consent(purpose) { self.agreed(purpose, now) } else { self.unopposed(purpose) }
    }

    /// A yes to the purpose; where nothing was said about it, one to the wider that the narrower stood beside unchanged.
    fn agreed(&self, purpose: usize, now: Timestamp) -> bool {
        let nearest = self.said[purpose].map_or(Self::above(purpose), |_| Some(purpose));
        let Some(level) = nearest else { return false };
        let Some(Word::Yes(yes)) = self.said[level] else { return false };
        now < yes.until
            && yes.uses != Some(0)
            && (level..=purpose).all(|of| self.asked_again[of] <= yes.version)
            && self.erased.is_none_or(|erased| erased < yes.at)
            && self.restricted.is_none_or(|since| since <= yes.at)
    }

    /// A task goes on until somebody objects to it or to what contains it, and again where that was overruled.
    fn unopposed(&self, purpose: usize) -> bool {
        let levels = [Some(purpose), Self::above(purpose)];
        // What the controller overruled of the one decides nothing about the other.
        let objects = |level| matches!(self.said[level], Some(Word::Objected | Word::Upheld));
        let opposed = levels.into_iter().flatten().any(objects);
        !opposed && self.restricted.is_none()
    }
}

/// One thing that is done: which, about which purpose, and for how long or how often.
type Act = (usize, usize, u32);

/// A city, Dora, and what the law says so far.
struct Play {
    city: Controller,
    law: Law,
    /// Which version described each purpose as it is described now.
    described: [u32; 4],
    version: u32,
    last: DocumentId,
    /// The request by which her data are restricted.
    request: Option<Value>,
}

fn document(version: u32, described: &[u32; 4], renews: &[&str]) -> Value {
    let mut document = notice(version);
    let all = document["purposes"].as_array().unwrap().clone();
    let find = |id: &str| all.iter().find(|purpose| purpose["id"] == id).unwrap().clone();
    let garden = with(find("planning"), &json!({"id": "planning.garden", "within": "planning"}));
    let mut purposes = vec![find("news"), find("news.local"), find("planning"), garden];
    for (purpose, version) in purposes.iter_mut().zip(described) {
        purpose["description"] =
            json!({"en": format!("As of {version}."), "it": format!("Versione {version}.")});
    }
    document["purposes"] = json!(purposes);
    if !renews.is_empty() {
        document["renews"] = json!(renews);
    }
    document
}

impl Play {
    fn new() -> Self {
        let town = Town::new();
        let id = town.found("anna", "city", "public_administration");
        town.found("rosa", "museum", "public_administration");
        let notice = town.publish_notice("anna", id, &document(1, &[0; 4], &[]));
        // Somebody else has to do with her too, so that an erasure by the city is not one everywhere.
        town.act("dora", None, "subject_request.make", json!({"organisation": "museum", "right": "access"}));
        let city = Controller { town, id, notice };
        Self { city, law: Law::default(), described: [0; 4], version: 1, last: notice, request: None }
    }

    fn stream(&self) -> StreamId {
        StreamId::Person(self.city.person("dora"))
    }

    /// Publishes a version that describes a purpose anew, or asks again about it in the same words.
    fn publish(&mut self, purpose: usize, anew: bool) {
        self.version += 1;
        self.law.asked_again[purpose] = self.version;
        let renews = if anew { &[] } else { &PURPOSES[purpose..=purpose] };
        if anew {
            self.described[purpose] = self.version;
        }
        let document = document(self.version, &self.described, renews);
        self.last = self.city.town.publish_notice("anna", self.city.id, &document);
    }

    /// Whether it was done, and when.
    fn does(&self, actor: &str, kind: &str, data: Value) -> Option<Timestamp> {
        let done = self.city.town.try_do(actor, None, kind, data).ok()?;
        Some(done.events[0].head.at)
    }

    fn says_yes(&mut self, kind: &str, purpose: usize, valid: &Value) {
        let data = with(giving("city", self.last, PURPOSES[purpose]), &json!({"valid": valid}));
        let Some(at) = self.does("dora", kind, data) else { return };
        let many = |name: &str| valid[name].as_u64().map(|many| u32::try_from(many).unwrap());
        let (until, uses) = (many("days").map_or(Timestamp::MAX, |days| at.plus_days(days)), many("uses"));
        self.law.said[purpose] = Some(Word::Yes(Yes { at, until, uses, version: self.version }));
    }

    fn says(&mut self, (actor, kind): (&str, &str), purpose: usize, more: &Value, word: Option<Word>) {
        let name = PURPOSES[purpose];
        let data = if actor == "dora" { about(name) } else { of("dora", name) };
        if self.does(actor, kind, with(data, more)).is_some() {
            self.law.said[purpose] = word;
        }
    }

    fn uses(&mut self, purpose: usize) {
        if self.does("anna", "consent.use", of("dora", PURPOSES[purpose])).is_some()
            && let Some(Word::Yes(Yes { uses: Some(uses), .. })) = &mut self.law.said[purpose]
        {
            *uses -= 1;
        }
    }

    fn restricts(&mut self) {
        if self.request.is_some() {
            return;
        }
        let town = &self.city.town;
        let asked = json!({"organisation": "city", "right": "processing_restriction"});
        let made = town.act("dora", None, "subject_request.make", asked);
        let event: Value = serde_json::from_str(&made.events[0].to_json()).unwrap();
        let request = event["data"]["request"].clone();
        let granted = json!({"outcome": "fulfilled", "request": request});
        let granted = town.act("anna", self.stream(), "subject_request.answer", granted);
        self.law.restricted = Some(granted.events[0].head.at);
        self.request = Some(request);
    }

    fn lifts(&mut self) {
        let Some(request) = self.request.clone() else { return };
        let lift = json!({"reason": "It was settled.", "request": request});
        if self.city.town.try_do("anna", self.stream(), "processing_restriction.lift", lift).is_ok() {
            (self.law.restricted, self.request) = (None, None);
        }
    }

    fn erases(&mut self) {
        let erase = json!({"acting_for": "city", "reason": "Its time is over."});
        if let Ok(done) = self.city.town.try_do("anna", self.stream(), "person.erase", erase) {
            self.law.erased = Some(done.events[0].head.at);
        }
    }

    fn act(&mut self, (act, purpose, many): Act) {
        let agreed = purpose % 2;
        match act {
            0 => self.says_yes("consent.give", agreed, &json!({"days": many})),
            1 => self.says_yes("consent.give", agreed, &json!({"uses": many})),
            2 => self.says_yes("consent.renew", agreed, &json!({"days": many})),
            3 => self.says(("dora", "consent.refuse"), agreed, &json!({}), Some(Word::No)),
            4 => self.says(("dora", "consent.withdraw"), agreed, &json!({}), Some(Word::No)),
            5 => self.says(("dora", "consent.defer"), agreed, &json!({}), Some(Word::No)),
            6 => {
                let asking = json!({"notice": self.last});
                self.says(("anna", "consent.request"), agreed, &asking, Some(Word::No));
            }
            7 => {
                let reason = json!({"reason": "It ends."});
                self.says(("anna", "consent.revoke"), agreed, &reason, Some(Word::No));
            }
            8 => self.uses(agreed),
            9 => self.publish(agreed, true),
            10 => self.publish(agreed, false),
            11 => self.city.town.wait_minutes(i64::from(many) * 24 * 60),
            12 => self.restricts(),
            13 => self.lifts(),
            14 => self.erases(),
            15 => self.says(("dora", "objection.raise"), 2 + agreed, &json!({}), Some(Word::Objected)),
            16 => self.says(("dora", "objection.withdraw"), 2 + agreed, &json!({}), None),
            17 => self.says(("anna", "objection.decide"), 2 + agreed, &json!({}), Some(Word::Upheld)),
            _ => {
                let grounds = json!({"grounds": "The bridge must be built."});
                self.says(("anna", "objection.decide"), 2 + agreed, &grounds, Some(Word::Overruled));
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(if cfg!(debug_assertions) { 80 } else { 600 }))]

    /// A yes is answered where the law has one, and nowhere else; and later it is still known what held then.
    #[test]
    fn the_answer_is_what_the_law_makes_of_it(
        acts in proptest::collection::vec((0..19_usize, 0..2_usize, 1..4_u32), 1..40),
    ) {
        let mut play = Play::new();
        let mut held = Vec::new();
        for (nth, act) in acts.iter().enumerate() {
            play.act(*act);
            let now = play.city.town.now();
            for (purpose, name) in PURPOSES.into_iter().enumerate() {
                let asked = Asked::Now(now);
                let town = &play.city.town;
                let answer = town.engine.consent(play.city.person("dora"), &play.city.purpose(name), asked).unwrap();
                let lawful = play.law.allowed(purpose, now);
                prop_assert_eq!(answer.allowed, lawful, "{} after {:?}: {:?} {:?}", name, &acts[..=nth], answer.reason, &play.law);
                held.push((now, name, lawful));
            }
        }
        for (then, name, lawful) in held {
            let (dora, asked) = (play.city.person("dora"), Asked::Past(then));
            let answer = play.city.town.engine.consent(dora, &play.city.purpose(name), asked).unwrap();
            prop_assert_eq!(answer.allowed, lawful, "{} at {} in {:?}: {:?}", name, then, &acts, answer.reason);
        }
        play.city.town.engine.verify_all().unwrap();
    }
}
