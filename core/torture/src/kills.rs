//! Processes killed in the middle: everything acknowledged is there, and everything erased is gone from the file once
//! it is opened again.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

use interlink::Engine;
use interlink::journal::StreamId;
use serde_json::json;

use crate::hand::Hand;
use crate::races::{City, found};
use crate::{Fault, child, fault};

pub(crate) fn run(seed: u64, kills: u32) -> Result<(), Fault> {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("kills.sqlite");
    let city = found(&format!("sqlite:{}", path.display()), 5)?;
    let mut random = Hand::new(Arc::new(Engine::open("memory:")?), "kill".into(), seed);
    let (mut acknowledged, mut erased) = (0, 0);
    for nth in 0..kills {
        let wait = Duration::from_millis(20 + random.below(120));
        let said = one(&path, &city, u64::from(nth), wait);
        let (acks, gone) = said.map_err(|Fault(what)| Fault(format!("seed {seed}, kill {nth}: {what}")))?;
        acknowledged += acks;
        erased += gone;
    }
    println!(
        "kills, seed {seed}: {kills} kills, {acknowledged} acknowledged commands there, {erased} erased people gone from the file"
    );
    Ok(())
}

/// Lets a process write until it is killed; returns how much it acknowledged, and how many people it erased.
fn one(path: &Path, city: &City, nth: u64, wait: Duration) -> Result<(u64, u64), Fault> {
    let url = format!("sqlite:{}", path.display());
    let mut child = Command::new(std::env::current_exe()?)
        .args([child::MARK, "until-killed", &url, &city.process, &nth.to_string()])
        .stdout(Stdio::piped())
        .spawn()?;
    let output = child.stdout.take().ok_or_else(|| Fault("a child says nothing".into()))?;
    let mut lines = BufReader::new(output).lines();
    // It is killed while it works, not while it starts.
    let first = lines.next().transpose()?;
    std::thread::sleep(wait);
    child.kill()?;
    child.wait()?;
    let mut said: Vec<String> = first.into_iter().collect();
    for line in lines {
        said.push(line?);
    }
    let engine = Engine::open(&url)?;
    engine.verify_all()?;
    let (mut acks, mut erased) = (0, Vec::new());
    for line in &said {
        match line.split_once(' ') {
            Some(("done", what)) => {
                let (stream, command) = what.split_once(' ').unwrap_or((what, ""));
                let found = engine.store().read()?.command(stream.parse()?, &command.parse()?)?;
                // The last line may be cut short by the kill.
                if found.is_none() && Some(line) != said.last() {
                    return fault(format!("{line} is lost"));
                }
                acks += 1;
            }
            Some(("erased", secret)) if secret.ends_with('.') => erased.push(secret.to_owned()),
            _ => {}
        }
    }
    drop(engine);
    for name in ["", "-wal", "-journal"] {
        let Ok(bytes) = std::fs::read(format!("{}{name}", path.display())) else { continue };
        for secret in &erased {
            if bytes.windows(secret.len()).any(|window| window == secret.as_bytes()) {
                return fault(format!("“{secret}” was erased and is still in the file{name}"));
            }
        }
    }
    Ok((acks, erased.len() as u64))
}

/// Writes, and prints what was acknowledged, until it is killed.
pub(crate) fn until_killed(given: &[String]) -> Result<(), Fault> {
    let [url, process, nth] = given else { return fault("one that is killed is told three things") };
    let process: StreamId = StreamId::Process(process.parse()?);
    let mut hand = Hand::new(Arc::new(Engine::open(url)?), format!("k{nth}"), nth.parse::<u64>()? * 7 + 1);
    for turn in 0_u64.. {
        let secret = format!("k{nth}-{turn}-secret.");
        let asked =
            hand.act(&secret, Some(process), "participation.ask", json!({"text": format!("I am {secret}")}))?;
        println!("done {} {}", asked.stream, hand.id_of(turn * 2 + 1));
        let id = hand.engine.person(&secret.parse()?)?.ok_or_else(|| Fault("nobody is known".into()))?;
        let erase = hand.command(&secret, Some(id.into()), "person.erase", json!({}))?;
        // From here on the kill may come between the erasure and its scrubbing: it counts as erased once it is recorded.
        hand.engine.execute(&erase)?;
        println!("erased {secret}");
        println!("done {} {}", StreamId::Person(id), erase.id);
    }
    Ok(())
}
