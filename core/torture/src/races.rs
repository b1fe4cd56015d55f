//! Two processes, each with two engines and eight threads, on one file.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use interlink::Engine;
use interlink::journal::StreamId;
use interlink::process::Template;
use serde_json::json;
use testkit::{notice, small_template};

use crate::compare::{alike, replayed, sayings};
use crate::hand::Hand;
use crate::{Fault, child, fault};

/// The number of processes.
const PROCESSES: usize = 2;
/// The initial number of organisations: reading the register must take a while.
const ORGANISATIONS: usize = 300;

/// What the children need to know of the city.
pub(crate) struct City {
    pub(crate) organisation: String,
    pub(crate) process: String,
    pub(crate) notice: String,
}

/// A city with a notice, a process that requires a purpose, and many neighbours.
pub(crate) fn found(url: &str, organisations: usize) -> Result<City, Fault> {
    let engine = Arc::new(Engine::open(url)?);
    let mut hand = Hand::new(Arc::clone(&engine), "begin".into(), 7);
    let organisation = |id: &str| json!({"organisation": id, "name": {"en": id}, "kind": "public_administration", "team_creation": "members"});
    let city = hand.act("anna", None, "organisation.register", organisation("city"))?.stream;
    let document = interlink::notice::Notice::parse(notice(1).to_string().as_bytes())?;
    let published = engine.add_document(document)?;
    hand.act("anna", Some(city), "notice.publish", json!({"notice": published}))?;
    let template = engine.add_document(Template::parse(small_template().to_string().as_bytes())?)?;
    let model = interlink::governance::GovernanceModel::shipped(interlink::governance::Shipped::C2g).id();
    let create = json!({"name": {"en": "A shared garden"}, "language": "en", "governance": model, "acting_for": "city", "template": template});
    let process = hand.act("anna", None, "process.create", create)?.stream;
    let (StreamId::Organisation(city_id), StreamId::Process(process_id)) = (city, process) else {
        return fault("what was created is something else");
    };
    hand.act("anna", Some(process), "purpose.require", json!({"organisation": "city", "purpose": "news"}))?;
    for nth in 0..organisations {
        hand.act("anna", None, "organisation.register", organisation(&format!("neighbour-{nth}")))?;
    }
    Ok(City {
        organisation: city_id.to_string(),
        process: process_id.to_string(),
        notice: published.to_string(),
    })
}

/// Starts a child.
pub(crate) fn spawn(path: &Path, city: &City, nth: usize, seed: u64, seconds: u64) -> Result<Child, Fault> {
    let url = format!("sqlite:{}", path.display());
    let (nth, seed, seconds) = (nth.to_string(), seed.to_string(), seconds.to_string());
    let given = [&url, &city.organisation, &city.process, &city.notice, &nth, &seed, &seconds];
    let child = Command::new(std::env::current_exe()?)
        .arg(child::MARK)
        .args(given)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()?;
    Ok(child)
}

pub(crate) fn run(seed: u64, rounds: u32, seconds: u64) -> Result<(), Fault> {
    for round in 0..rounds {
        let seed = seed.wrapping_add(u64::from(round));
        let begun = Instant::now();
        let said = one(seed, seconds).map_err(|Fault(what)| Fault(format!("seed {seed}: {what}")))?;
        println!(
            "races, round {} of {rounds}, seed {seed}, {} s: {said}",
            round + 1,
            begun.elapsed().as_secs()
        );
    }
    Ok(())
}

fn one(seed: u64, seconds: u64) -> Result<String, Fault> {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("races.sqlite");
    let url = format!("sqlite:{}", path.display());
    let city = found(&url, ORGANISATIONS)?;
    let mut children = Vec::new();
    for nth in 0..PROCESSES {
        children.push(spawn(&path, &city, nth, seed, seconds)?);
    }
    let mut outputs = Vec::new();
    for child in &mut children {
        let output = child.stdout.take().ok_or_else(|| Fault("a child says nothing".into()))?;
        outputs.push(BufReader::new(output).lines());
    }
    let mut people = Vec::new();
    // Each reports when its workers are idle; when all are, each compares its engines.
    for output in &mut outputs {
        let mut rests = false;
        for line in output.by_ref() {
            let line = line?;
            match line.split_once(' ') {
                Some(("person", name)) => people.push(name.to_owned()),
                _ if line == child::RESTS => {
                    rests = true;
                    break;
                }
                _ => println!("  {line}"),
            }
        }
        if !rests {
            return fault("a child ended before its time; its output is above");
        }
    }
    for child in &mut children {
        if let Some(mut input) = child.stdin.take() {
            writeln!(input, "compare")?;
        }
    }
    let mut said = Vec::new();
    for (child, output) in children.iter_mut().zip(outputs) {
        for line in output {
            said.push(line?);
        }
        if !child.wait()?.success() {
            return fault(format!("a child failed: {}", said.join("\n")));
        }
    }
    last_word(&url, &people)?;
    Ok(said.join("; "))
}

/// A new engine on the file, and a replay.
fn last_word(url: &str, people: &[String]) -> Result<(), Fault> {
    let fresh = Engine::open(url)?;
    fresh.verify_all()?;
    let said = sayings(&fresh, people)?;
    let replay = replayed(fresh.store(), people)?;
    alike("the file and its replay", &said, &sayings(&replay, people)?)?;
    std::thread::sleep(Duration::from_millis(1));
    Ok(())
}
