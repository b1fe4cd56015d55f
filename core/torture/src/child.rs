//! One process: two engines on the file, eight threads on them.

use std::collections::BTreeMap;
use std::io::{Write, stdin, stdout};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use interlink::Engine;
use interlink::consent::PurposeRef;
use interlink::journal::{Position, StreamId};
use interlink::types::{HostId, OrganisationId, ProcessId};
use serde_json::{Value, json};
use testkit::{about, giving};

use crate::compare::{alike, sayings};
use crate::hand::{Hand, now};
use crate::{Fault, fault};

/// The argument that marks a child process.
pub(crate) const MARK: &str = "child";
/// The line by which a child says that its workers are idle.
pub(crate) const RESTS: &str = "rests";

/// The work of a thread.
type Work = fn(&Shared, &mut Hand, Instant) -> Result<(), Fault>;

/// The eight threads: the engine each uses, and its work.
const THREADS: [(usize, Work); 8] =
    [(0, people), (1, people), (0, people), (1, work), (0, work), (0, look), (1, carry), (1, open)];

/// Shared by all threads.
pub(crate) struct Shared {
    url: String,
    engines: [Arc<Engine>; 2],
    organisation: OrganisationId,
    process: ProcessId,
    notice: String,
    /// How often each thing was done.
    counts: Mutex<BTreeMap<&'static str, u64>>,
    people: Mutex<Vec<String>>,
}

impl Shared {
    fn count(&self, what: &'static str) {
        *self.counts.lock().unwrap_or_else(PoisonError::into_inner).entry(what).or_default() += 1;
    }

    fn purpose(&self) -> Result<PurposeRef, Fault> {
        Ok(PurposeRef { organisation_id: self.organisation, purpose: "news".parse()? })
    }

    /// Both engines must agree, the one that executed the command and the other.
    fn says(&self, person: &str, expected: bool, after: &str) -> Result<(), Fault> {
        let (host_id, purpose): (HostId, _) = (person.parse()?, self.purpose()?);
        for (nth, engine) in self.engines.iter().enumerate() {
            // As of now: the question alone does not read what others appended.
            let allowed = match engine.person(&host_id)? {
                Some(known) => {
                    engine.consent(known, &purpose, interlink::consent::Asked::Now(now()))?.allowed
                }
                None => false,
            };
            if allowed != expected {
                return fault(format!("after {after} of {person}, engine {nth} says {allowed}"));
            }
        }
        Ok(())
    }
}

pub(crate) fn run(given: &[String]) -> Result<(), Fault> {
    if let [what, rest @ ..] = given
        && what == "until-killed"
    {
        return crate::kills::until_killed(rest);
    }
    let [url, organisation, process, notice, nth, seed, seconds] = given else {
        return fault("a child is told seven things");
    };
    let (nth, seed, seconds): (u64, u64, u64) = (nth.parse()?, seed.parse()?, seconds.parse()?);
    let shared = Shared {
        url: url.clone(),
        engines: [Arc::new(Engine::open(url)?), Arc::new(Engine::open(url)?)],
        organisation: organisation.parse()?,
        process: process.parse()?,
        notice: notice.clone(),
        counts: Mutex::default(),
        people: Mutex::default(),
    };
    let until = Instant::now() + Duration::from_secs(seconds);
    let faults: Vec<Fault> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0_u64..)
            .zip(THREADS)
            .map(|(thread, (engine, work))| {
                let name = format!("s{seed}-c{nth}-t{thread}");
                let engine = Arc::clone(&shared.engines[engine]);
                let mut hand =
                    Hand::new(engine, name, seed.wrapping_mul(31) ^ ((nth * 8 + thread + 1) * 0x9E37_79B9));
                let shared = &shared;
                scope.spawn(move || work(shared, &mut hand, until))
            })
            .collect();
        threads
            .into_iter()
            .filter_map(|thread| match thread.join() {
                Ok(done) => done.err(),
                Err(_) => Some(Fault("a thread panicked".into())),
            })
            .collect()
    });
    if let Some(Fault(what)) = faults.into_iter().next() {
        println!("{what}");
        return fault(what);
    }
    rest_and_compare(&shared)
}

/// Waits until the workers of all processes are idle, and then compares the engines.
fn rest_and_compare(shared: &Shared) -> Result<(), Fault> {
    let mut people = shared.people.lock().unwrap_or_else(PoisonError::into_inner).clone();
    people.sort_unstable();
    for person in &people {
        println!("person {person}");
    }
    println!("{RESTS}");
    stdout().flush()?;
    stdin().read_line(&mut String::new())?;
    let [one, other] = &shared.engines;
    let said = sayings(one, &people)?;
    alike("two engines of one process", &said, &sayings(other, &people)?)?;
    alike("an engine and one opened anew", &said, &sayings(&Engine::open(&shared.url)?, &people)?)?;
    one.verify_all()?;
    let counts = shared.counts.lock().unwrap_or_else(PoisonError::into_inner);
    let counts: Vec<String> = counts.iter().map(|(what, many)| format!("{many} {what}")).collect();
    println!("{}, {} events", counts.join(", "), one.store().position()?.0);
    Ok(())
}

/// People used by this thread alone: they give and withdraw consent, ask for a restriction, are erased. Everything
/// acknowledged is in the next answer of both engines.
fn people(shared: &Shared, hand: &mut Hand, until: Instant) -> Result<(), Fault> {
    let mut nth = 0;
    // One person has one clock: a consent dated before the person's last withdrawal is refused.
    hand.behind = 0;
    while Instant::now() < until {
        nth += 1;
        let person = format!("{}-p{nth}@mail.example", hand.name);
        shared.people.lock().unwrap_or_else(PoisonError::into_inner).push(person.clone());
        let give: Value = giving("city", shared.notice.parse()?, "news");
        hand.act(&person, None, "consent.give", give.clone())?;
        shared.says(&person, true, "a consent")?;
        shared.count("consents");
        match hand.below(4) {
            0 => {
                hand.act(&person, None, "consent.withdraw", about("news"))?;
                shared.says(&person, false, "a withdrawal")?;
                shared.count("withdrawals");
                hand.act(&person, None, "consent.give", give)?;
                shared.says(&person, true, "a consent given again")?;
            }
            1 => {
                restrict(shared, hand, &person)?;
            }
            2 => {
                let id =
                    hand.engine.person(&person.parse()?)?.ok_or_else(|| Fault("nobody is known".into()))?;
                let erased = hand.act(&person, Some(StreamId::Person(id)), "person.erase", json!({}))?;
                shared.says(&person, false, "an erasure")?;
                shared.count(if erased.scrubbed == Some(true) {
                    "erasures"
                } else {
                    "erasures to be scrubbed later"
                });
                // A returning person is a new person.
                hand.act(&person, None, "consent.give", give)?;
                shared.says(&person, true, "coming back")?;
            }
            _ => {
                // All workers name the same newcomers at once.
                let newcomer = format!("newcomer-{}@mail.example", now().as_millis() / 20);
                let grant = json!({"holder": {"person": newcomer}, "role": "contributor"});
                hand.try_do("anna", Some(shared.process.into()), "role.grant", grant)?;
                shared.people.lock().unwrap_or_else(PoisonError::into_inner).push(newcomer);
                shared.count("newcomers");
            }
        }
    }
    Ok(())
}

/// A restriction of processing, requested and granted.
fn restrict(shared: &Shared, hand: &mut Hand, person: &str) -> Result<(), Fault> {
    let request = json!({"organisation": "city", "right": "processing_restriction"});
    let asked = hand.act(person, None, "subject_request.make", request)?;
    let written = serde_json::from_slice::<Value>(&asked.events[0].body())?;
    let answer = json!({"request": written["data"]["request"], "outcome": "fulfilled"});
    hand.act("anna", Some(asked.stream), "subject_request.answer", answer)?;
    shared.says(person, false, "a restriction")?;
    shared.count("restrictions");
    Ok(())
}

/// Work on one process and one organisation that all threads write to, with clocks that differ slightly.
fn work(shared: &Shared, hand: &mut Hand, until: Instant) -> Result<(), Fault> {
    let (process, city) = (StreamId::from(shared.process), StreamId::from(shared.organisation));
    while Instant::now() < until {
        match hand.below(5) {
            0 => {
                let add = json!({"kind": "phase", "name": {"en": "One more"}});
                if let Some(_added) = hand.try_do("anna", Some(process), "item.add", add)? {
                    shared.count("items");
                }
            }
            1 => {
                hand.act("anna", Some(process), "process.edit", json!({"name": {"en": hand.name.clone()}}))?;
                shared.count("edits");
            }
            2 => {
                hand.act(
                    "anna",
                    Some(city),
                    "organisation.edit",
                    json!({"name": {"en": hand.name.clone()}}),
                )?;
                shared.count("edits");
            }
            3 => {
                let nth = hand.below(u64::MAX);
                let id = format!("{}-o{nth}", hand.name);
                let found = json!({"organisation": id, "name": {"en": "New"}, "kind": "nonprofit_organisation", "team_creation": "members"});
                hand.act("anna", None, "organisation.register", found)?;
                shared.count("organisations");
            }
            _ => {
                // The same command from both engines at once: one executes it, the other repeats it.
                let id = format!("t-{}", now().as_millis() / 10);
                let twin = json!({"id": id, "at": "2026-03-02T09:00:00.000Z", "actor": "anna", "entropy": "8d1f0c5e6a7b49d2b3e4f5a697887766",
                    "type": "organisation.register", "data": {"organisation": id, "name": {"en": "Twin"}, "kind": "nonprofit_organisation", "team_creation": "members"}});
                let command = interlink::Command::from_json(twin.to_string().as_bytes())?;
                let executed = hand.engine.execute(&command);
                let executed =
                    executed.map_err(|error| Fault(format!("a twin: {}: {error}", error.code().as_str())))?;
                shared.count(if executed.repeated { "repeated" } else { "first of twins" });
            }
        }
    }
    Ok(())
}

/// Views, lists and the feed, with checks that they are consistent.
fn look(shared: &Shared, hand: &mut Hand, until: Instant) -> Result<(), Fault> {
    let at = "2030-01-01T00:00:00.000Z";
    while Instant::now() < until {
        for engine in &shared.engines {
            let verified = engine.verify_all()?;
            let moment = engine.moment()?;
            let events: u64 = verified.streams.iter().map(|stream| stream.seq.0).sum();
            if events != verified.events || moment.position().0 < events {
                return fault(format!("{events} events were verified up to {:?}", moment.position()));
            }
            shared.count("verifications");
            for question in [
                json!({"tree": {"process": shared.process}}),
                json!({"work": {"process": shared.process}}),
                json!({"organisation": {"organisation_id": shared.organisation}}),
                json!({"obligations": {"organisation_id": shared.organisation, "at": at}}),
                json!({"subject_requests": {"organisation_id": shared.organisation, "at": at}}),
                json!({"notifications": {"limit": 50, "after": hand.below(moment.position().0)}}),
                json!({"changes": {"limit": 50, "after": hand.below(moment.position().0)}}),
            ] {
                let answer = engine.request(question.to_string().as_bytes());
                if !answer.starts_with("{\"ok\"") {
                    return fault(format!("{question} was answered {answer}"));
                }
                shared.count("views");
            }
            whole_feed(&moment)?;
        }
    }
    Ok(())
}

/// The feed of a moment ends at its position, and has as many events as the streams that it lists.
fn whole_feed(moment: &interlink::kernel::Moment<'_>) -> Result<(), Fault> {
    let (mut after, mut many) = (Position(0), 0_u64);
    loop {
        let page = moment.changes(after, 1000)?;
        many += page.len() as u64;
        match page.last() {
            Some(last) => after = last.position,
            None => break,
        }
    }
    match after == moment.position() && many == after.0 {
        true => Ok(()),
        false => {
            fault(format!("a feed of {many} events ends at {after:?} and not at {:?}", moment.position()))
        }
    }
}

/// Exports a bundle, and imports it into an empty store and into one that had it before.
fn carry(shared: &Shared, hand: &mut Hand, until: Instant) -> Result<(), Fault> {
    let other = Engine::open("memory:")?;
    while Instant::now() < until {
        let with_vault = hand.below(2) == 0;
        let bundle = hand.engine.export_bundle(shared.process, with_vault)?;
        Engine::open("memory:")?.import_bundle(bundle.as_bytes())?;
        let whole = hand.engine.export_bundle(shared.process, false)?;
        other.import_bundle(whole.as_bytes())?;
        // This engine accepts its own bundle too, and nothing in it is new.
        hand.engine.import_bundle(whole.as_bytes())?;
        shared.count("bundles");
    }
    Ok(())
}

/// Opens the file repeatedly, asks, and closes it.
fn open(shared: &Shared, hand: &mut Hand, until: Instant) -> Result<(), Fault> {
    while Instant::now() < until {
        let engine = Arc::new(Engine::open(&shared.url)?);
        let (nth, seed) = (hand.below(u64::MAX), hand.below(u64::MAX));
        let person = format!("{}-v{nth}@mail.example", hand.name);
        let mut visitor = Hand::new(Arc::clone(&engine), format!("{}-{nth}", hand.name), seed);
        visitor.act(&person, None, "consent.give", giving("city", shared.notice.parse()?, "news"))?;
        shared.people.lock().unwrap_or_else(PoisonError::into_inner).push(person.clone());
        shared.says(&person, true, "a consent through an engine opened for it")?;
        engine.process(shared.process)?;
        shared.count("openings");
    }
    Ok(())
}
