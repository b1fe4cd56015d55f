//! The toy passes through the tables and the engine like every other block.

use crate::journal::StreamId;
use crate::kernel::{Command, Engine, Error, Rejection};
use crate::problem::Problem;
use crate::toy::ToyRefusal;
use crate::types::RatingId;

const TOY: RatingId = RatingId::from_bytes([7; 16]);

fn wind(id: &str, turns: u64) -> Command {
    let stream = StreamId::from(TOY).to_string().replace("rating", "toy");
    let text = format!(
        r#"{{"actor": "anna", "at": "2026-03-02T09:00:00.000Z", "entropy": "8d1f0c5e6a7b49d2b3e4f5a697887766",
            "id": "{id}", "stream": "{stream}", "type": "toy.wind", "data": {{"turns": {turns}}}}}"#
    );
    Command::from_json(text.as_bytes()).unwrap()
}

/// The build with the toy is the model checker's, whose locks need its schedules.
fn once(test: fn()) {
    #[cfg(shuttle)]
    {
        let mut config = shuttle::Config::new();
        // Commands are read and decided on its stack.
        config.stack_size = 4 << 20;
        shuttle::Runner::new(shuttle::scheduler::RandomScheduler::new(1), config).run(test);
    }
    #[cfg(not(shuttle))]
    test();
}

#[test]
fn a_block_in_the_table_is_asked_refused_recorded_verified_and_read_again() {
    once(asked_refused_recorded_verified_and_read_again);
}

fn asked_refused_recorded_verified_and_read_again() {
    let engine = Engine::open("memory:").unwrap();
    let turns = || engine.moment().unwrap().turns(TOY).unwrap();
    assert_eq!(turns(), None);
    let wound = engine.execute(&wind("1", 4)).unwrap();
    assert_eq!((wound.stream, wound.events.len()), (StreamId::Toy(TOY), 1));
    assert_eq!(wound.events[0].data.type_name(), "toy.wound");
    assert_eq!(engine.execute(&wind("2", 5)).unwrap().seq.0, 2);
    assert_eq!(turns(), Some(9));

    // The decision relies on what was read: nine turns are there, and ten is the most.
    let refused = engine.execute(&wind("3", 2)).unwrap_err();
    assert!(matches!(refused.rejection(), Some(Rejection::Toy(ToyRefusal::Wound(_)))));
    assert_eq!(Problem::from(&refused).path.as_deref(), Some("/data/turns"));
    assert!(engine.execute(&wind("1", 4)).unwrap().repeated);
    let reused = engine.execute(&wind("1", 5)).unwrap_err();
    assert!(matches!(reused.rejection(), Some(Rejection::CommandReused { .. })));
    assert_eq!(turns(), Some(9));

    let whole = engine.verify_all().unwrap();
    assert_eq!((whole.streams.len(), whole.events), (1, 2));
    let news = engine.execute(&wind("4", 0)).unwrap();
    assert_eq!(news.seq.0, 3);
}

#[test]
fn a_stream_takes_only_the_commands_of_its_kind() {
    once(only_the_commands_of_its_kind);
}

fn only_the_commands_of_its_kind() {
    let engine = Engine::open("memory:").unwrap();
    let elsewhere = wind("1", 1).on(TOY);
    let refused = engine.execute(&elsewhere).unwrap_err();
    assert!(matches!(refused, Error::Rejected(ref why) if matches!(**why, Rejection::StreamUnsuited { .. })));
    let nowhere = Command { stream: None, ..wind("2", 1) };
    assert!(matches!(engine.execute(&nowhere).unwrap_err().rejection(), Some(Rejection::StreamMissing)));
}

/// The files of the library outside its folder that mention the toy: what a block with its own stream touches, besides
/// the list of floors.
#[test]
fn a_block_with_a_stream_touches_five_files_and_the_list_of_floors() {
    let names = |text: &str| {
        text.split(|sign: char| !sign.is_alphanumeric()).any(|word| word.eq_ignore_ascii_case("toy"))
    };
    let sources = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let below = ["src", "record/src", "values/src"].map(|folder| sources.join(folder));
    let (mut folders, mut found) = (Vec::from(below), Vec::new());
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.strip_prefix(sources).unwrap().display().to_string().replace('\\', "/");
            if path.is_dir() && name != "src/toy" {
                folders.push(path);
            } else if name.ends_with(".rs") && names(&std::fs::read_to_string(&path).unwrap()) {
                found.push(name);
            }
        }
    }
    found.sort_unstable();
    let listed = [
        "record/src/stream.rs",
        "src/blocks.rs",
        "src/journal/stream.rs",
        "src/lib.rs",
        "src/messages/slot.rs",
    ];
    assert_eq!(found, listed);
}
