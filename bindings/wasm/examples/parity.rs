//! `parity SEED COMMANDS`: random requests and what the library, built for this machine, answers, for another build to be
//! held against.
//!
//! A line `world` begins an engine on an empty store; `> ` is a request and `< ` the answer that must come.
#![forbid(unsafe_code)]

use std::io::{BufWriter, Error, Write, stdout};

use interlink::Engine;
use interlink::governance::Shipped;
use interlink::journal::MemoryStore;
use serde_json::json;
use testkit::world::{Step, World};

/// So many commands, then another world.
const IN_A_WORLD: u64 = 400;
/// Every so many commands, everything is looked at.
const LOOKED_AT: u64 = 40;

/// Sebastiano Vigna's `SplitMix64`: any seed is a good one.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn step(&mut self) -> Step {
        let [a, b, c, d, ..] = self.next().to_le_bytes();
        (a, b, c, d)
    }
}

fn main() -> Result<(), Error> {
    let mut arguments = std::env::args().skip(1).filter_map(|argument| argument.parse::<u64>().ok());
    let (Some(seed), Some(commands)) = (arguments.next(), arguments.next()) else {
        return Err(Error::other("say a seed, and how many commands"));
    };
    let (mut random, mut out, mut done) = (Random(seed), BufWriter::new(stdout().lock()), 0);
    while done < commands {
        let many = IN_A_WORLD.min(commands - done);
        play(&mut random, many, &mut out)?;
        done += many;
    }
    out.flush()
}

fn play(random: &mut Random, commands: u64, out: &mut impl Write) -> Result<(), Error> {
    let (which, from_template, ..) = random.step();
    let model = Shipped::ALL.into_iter().cycle().nth(which.into()).unwrap_or(Shipped::C2g);
    let world = World::new(Box::new(MemoryStore::new()), model, from_template < 128);
    let engine = Engine::new(Box::new(MemoryStore::new()));
    writeln!(out, "world")?;
    for number in 0..commands {
        let command = world.command(random.step());
        world.town.engine.execute(&command).ok();
        for request in world.town.asked() {
            write(&engine, &request, out)?;
        }
        if number % LOOKED_AT == LOOKED_AT - 1 {
            look(&world, &engine, out)?;
        }
    }
    Ok(())
}

fn look(world: &World, engine: &Engine, out: &mut impl Write) -> Result<(), Error> {
    let (process, at) = (world.process, world.town.now());
    let requests = [
        json!({"verify": {}}),
        json!({"tree": {"process": process, "language": "it"}}),
        json!({"permissions": {"process": process, "party": {"person": "bruno"}, "at": at}}),
        json!({"check": {"process": process, "actor": "carla", "permission": "task.start", "at": at}}),
        json!({"who_may": {"process": process, "permission": "task.complete", "at": at}}),
        json!({"work": {"process": process}}),
        json!({"audit_trail": {"after": 0, "limit": 50, "language": "lv"}}),
        json!({"changes": {"after": 0, "limit": 20}}),
    ];
    requests.iter().try_for_each(|request| write(engine, &request.to_string(), out))
}

fn write(engine: &Engine, request: &str, out: &mut impl Write) -> Result<(), Error> {
    writeln!(out, "> {request}\n< {}", engine.request(request.as_bytes()))
}
