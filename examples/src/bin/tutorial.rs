//! The program of the tutorial, which docs/tutorial shows piece by piece: a city, an association and a neighbourhood make a
//! garden together. `tests/tutorial.rs` holds the pages and what they show to this.
//!
//! ```text
//! cargo run --package coproduce --bin tutorial
//! ```
#![expect(clippy::print_stdout, reason = "a tutorial prints what its reader is to see")]

use std::time::{SystemTime, UNIX_EPOCH};

use interlink::consent::{GiveConsent, Indication, Validity};
use interlink::governance::{GovernanceModel, GrantRole, HolderRef, Shipped};
use interlink::journal::{Position, StreamId};
use interlink::kernel::{AsOf, Engine, Error, Executed, Host};
use interlink::notice::{Notice, PublishNotice};
use interlink::party::{AddTeamMember, CreateTeam, RegisterOrganisation, StakeholderKind, TeamPolicy};
use interlink::person::ErasePerson;
use interlink::process::view::ItemView;
use interlink::process::{CompleteTask, CreateProcess, StartTask, Template};
use interlink::requirement::RequirePurpose;
use interlink::types::{Language, Localized, Timestamp};

/// The clock and the randomness that the library asks your software for.
struct Machine;

impl Host for Machine {
    fn now(&self) -> Timestamp {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        let millis = i64::try_from(since.as_millis()).unwrap_or(i64::MAX);
        Timestamp::from_millis(millis).unwrap_or(Timestamp::MAX)
    }

    fn random(&self) -> [u8; 16] {
        let mut bytes = [0; 16];
        // Without randomness the bytes stay zero, and the library refuses them.
        getrandom::fill(&mut bytes).ok();
        bytes
    }
}

/// A text in English.
fn english(text: &str) -> Result<Localized, Box<dyn std::error::Error>> {
    Ok(Localized::new(Language::english(), text)?)
}

/// Prints what became of a command. Only a denied permission has reasons; any other refusal is one sentence.
fn show(what: &str, outcome: Result<Executed, Error>) {
    match outcome {
        Ok(_) => println!("{what}: done"),
        Err(error) => {
            println!("{what}: refused, {}", error.code());
            let reasons = error.reasons().iter().map(|reason| reason.message.clone());
            let sentences = if reasons.len() == 0 { vec![error.to_string()] } else { reasons.collect() };
            sentences.iter().for_each(|sentence| println!("  {sentence}"));
        }
    }
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let engine = Engine::open("memory:")?; // "sqlite:garden.sqlite" keeps the record in a file
    let anna = engine.acting("anna@city.example", &Machine)?;
    let bruno = engine.acting("bruno@association.example", &Machine)?;
    let dora = engine.acting("dora@mail.example", &Machine)?;

    let city = anna.execute(RegisterOrganisation {
        organisation: "city".parse()?,
        name: english("The City")?,
        kind: StakeholderKind::PublicAdministration,
        team_creation: TeamPolicy::Members,
    })?;
    let association = bruno.execute(RegisterOrganisation {
        organisation: "association".parse()?,
        name: english("Good Neighbours")?,
        kind: StakeholderKind::NonprofitOrganisation,
        team_creation: TeamPolicy::Members,
    })?;

    let association = association.stream;
    let board = CreateTeam {
        team: "board".parse()?,
        name: english("The board")?,
        kind: StakeholderKind::NonprofitOrganisation,
    };
    let street =
        CreateTeam { team: "street".parse()?, name: english("The street")?, kind: StakeholderKind::Citizen };
    bruno.execute_on(association, board)?;
    bruno.execute_on(association, street)?;
    for (team, person) in [("board", "bruno@association.example"), ("street", "dora@mail.example")] {
        bruno.execute_on(association, AddTeamMember::new(person.parse()?, team.parse()?))?;
    }
    println!("{} events", engine.verify_all()?.events);

    let template = engine.add_document(Template::parse(include_bytes!("../garden.json"))?)?;
    let model = GovernanceModel::shipped(Shipped::GPlusG).id();
    let create = CreateProcess {
        template: Some(template),
        acting_for: Some("city".parse()?),
        ..CreateProcess::new(model, Language::english(), english("A garden for the street")?)
    };
    let garden = anna.execute(create)?.process().ok_or("a process")?;
    for (team, role) in [("board", "civic_partner"), ("street", "contributor")] {
        anna.execute_on(garden, GrantRole::new(HolderRef::Team(team.parse()?), role.parse()?))?;
    }
    let tree = engine.tree(garden, None, AsOf::Now)?;
    let tasks: Vec<&ItemView> = tree
        .phases
        .iter()
        .flat_map(|phase| &phase.children)
        .flat_map(|objective| &objective.children)
        .collect();
    let [ask, plant, letter] = tasks.as_slice() else { return Err("three tasks".into()) };
    for task in &tasks {
        println!("{}{}", task.name.text, if task.blocked { " (waits)" } else { "" });
    }

    let plant = StartTask::new(plant.item);
    show("Dora plants the trees", dora.execute_on(garden, plant.clone()));
    show("Dora asks the street", dora.execute_on(garden, StartTask::new(ask.item)));
    show("Dora calls it finished", dora.execute_on(garden, CompleteTask::new(ask.item)));
    show("Bruno calls it finished", bruno.execute_on(garden, CompleteTask::new(ask.item)));
    show("Dora plants the trees", dora.execute_on(garden, plant));

    let zeno = engine.acting("zeno@mail.example", &Machine)?;
    if let Err(error) = zeno.execute_on(garden, StartTask::new(letter.item)) {
        let problem = engine.problem(&error, "it".parse()?);
        println!("{}\n  {}", problem.message, problem.help);
    }

    let notice = engine.add_document(Notice::parse(include_bytes!("../notice.json"))?)?;
    anna.execute_on(city.stream, PublishNotice { notice })?;
    anna.execute_on(
        garden,
        RequirePurpose {
            item: Some(letter.item),
            organisation: "city".parse()?,
            purpose: "keep-in-touch".parse()?,
            asset: None,
            data_subjects: Vec::new(),
        },
    )?;
    let letter = StartTask::new(letter.item);
    show("Dora writes to the street", dora.execute_on(garden, letter.clone()));

    let consent = GiveConsent {
        notice,
        organisation: "city".parse()?,
        purpose: "keep-in-touch".parse()?,
        language: Language::english(),
        method: Indication::Form,
        valid: Validity::Days(365),
        explicit: false,
        data_subject: None,
        acting_for: None,
        evidence: None,
        said_at: None,
    };
    let on_behalf = GiveConsent { data_subject: Some("dora@mail.example".parse()?), ..consent.clone() };
    show("Anna consents for Dora", anna.execute(on_behalf));
    show("Dora consents", dora.execute(consent));
    show("Dora writes to the street", dora.execute_on(garden, letter));

    println!("{} events verify", engine.verify_all()?.events);
    let id = "dora@mail.example".parse()?;
    let person = engine.person(&id)?.ok_or("Dora is known")?;
    dora.execute_on(StreamId::Person(person), ErasePerson { acting_for: None, reason: None })?;
    println!("Dora is known: {}", if engine.person(&id)?.is_some() { "yes" } else { "no" });
    println!("{} events verify", engine.verify_all()?.events);

    let trail = engine.audit_trail(Position(0), 100, Language::english())?;
    for entry in trail.entries.iter().rev().take(4).rev() {
        println!("{}", entry.sentence.text);
    }
    Ok(())
}
