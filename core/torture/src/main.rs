//! Many workers on one file: threads, engines and processes that write, read, erase, export and import bundles, verify
//! and reopen, all at once; and processes killed in the middle.
//!
//! A run has the given length, prints its seed, and stops at the first property that does not hold:
//! - no command fails except by a refusal that its sender can expect;
//! - everything acknowledged is in the next answer, of the engine that acknowledged it and of every other;
//! - every answer is as of one position: `verify` finds nothing, every bundle can be imported;
//! - at the end each engine, a newly opened one and a replay of the events give the same answers.

mod child;
mod compare;
mod hand;
mod kills;
mod races;

use std::process::ExitCode;

/// A fault that was found.
#[derive(Debug)]
pub(crate) struct Fault(pub(crate) String);

impl<E: std::error::Error> From<E> for Fault {
    fn from(error: E) -> Self {
        Self(format!("{error} ({error:?})"))
    }
}

pub(crate) fn fault<T>(what: impl Into<String>) -> Result<T, Fault> {
    Err(Fault(what.into()))
}

const HELP: &str = "\
torture --races [--seconds N] [--rounds N] [--seed N]   threads, engines and processes on one file
torture --kills N [--seed N]                            processes that are killed in the middle";

/// What to run.
#[derive(Debug, Default)]
struct Plan {
    races: bool,
    kills: u32,
    seconds: Option<u64>,
    rounds: Option<u32>,
    seed: Option<u64>,
}

fn plan() -> Result<Plan, lexopt::Error> {
    use lexopt::prelude::*;
    let mut plan = Plan::default();
    let mut arguments = lexopt::Parser::from_env();
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("races") => plan.races = true,
            Long("kills") => plan.kills = arguments.value()?.parse()?,
            Long("seconds") => plan.seconds = Some(arguments.value()?.parse()?),
            Long("rounds") => plan.rounds = Some(arguments.value()?.parse()?),
            Long("seed") => plan.seed = Some(arguments.value()?.parse()?),
            _ => return Err(argument.unexpected()),
        }
    }
    Ok(plan)
}

fn run() -> Result<(), Fault> {
    // A child gets everything from its parent.
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [mark, given @ ..] = &arguments[..]
        && mark == child::MARK
    {
        return child::run(given);
    }
    let plan = plan().map_err(|error| Fault(format!("{error}\n{HELP}")))?;
    let seed = plan.seed.unwrap_or_else(hand::any_seed);
    if plan.races {
        races::run(seed, plan.rounds.unwrap_or(1), plan.seconds.unwrap_or(20))?;
    }
    if plan.kills > 0 {
        kills::run(seed, plan.kills)?;
    }
    if !plan.races && plan.kills == 0 {
        return fault(HELP);
    }
    Ok(())
}

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(Fault(what)) => {
            eprintln!("torture: {what}");
            ExitCode::FAILURE
        }
    }
}
