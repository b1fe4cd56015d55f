//! Acting for somebody else: a daughter for her mother, a clerk of a bookkeeper's for a company, two who sign together, and a
//! no that is said by telephone. `tests/acting.rs` holds the page that shows this to it.
//!
//! ```text
//! cargo run --package coproduce --bin acting
//! ```
#![expect(clippy::print_stdout, reason = "an example prints what its reader is to see")]

use std::cell::Cell;

use interlink::Engine;
use interlink::consent::{GiveConsent, Indication, Noted, Validity, WithdrawConsent};
use interlink::governance::{GovernanceModel, GrantRole, HolderRef, Shipped};
use interlink::journal::{Position, StreamId};
use interlink::kernel::{Acting, AsOf, Error, Executed, Host, MandateQuestion};
use interlink::mandate::{
    AcceptMandate, GrantMandate, MandateHolderRef, MandateKind, PassOnMandate, PrincipalRef, RevokeMandate,
    ShippedKind, Together,
};
use interlink::notice::{Notice, PublishNotice};
use interlink::party::{AddTeamMember, CreateTeam, RegisterOrganisation, StakeholderKind, TeamPolicy};
use interlink::process::{CreateProcess, StartTask, Template};
use interlink::types::{FileDigest, HostId, ItemId, Key, Language, Localized, ProcessId, Set, Timestamp};

type Fallible<T> = Result<T, Box<dyn std::error::Error>>;

/// A clock that advances by a minute at each reading, and the system's random bytes.
struct Machine {
    minutes: Cell<i64>,
}

impl Host for Machine {
    fn now(&self) -> Timestamp {
        self.minutes.set(self.minutes.get() + 1);
        Timestamp::from_millis(self.minutes.get() * 60_000).unwrap_or(Timestamp::MAX)
    }

    fn random(&self) -> [u8; 16] {
        let mut bytes = [0; 16];
        // Zeros are refused, so nothing is recorded on a system without randomness.
        getrandom::fill(&mut bytes).ok();
        bytes
    }
}

fn english(text: &str) -> Fallible<Localized> {
    Ok(Localized::new(Language::english(), text)?)
}

/// Prints what became of a command.
fn show(what: &str, outcome: Result<Executed, Error>) -> Option<StreamId> {
    match outcome {
        Ok(done) => {
            println!("  ✓ {what}");
            Some(done.stream)
        }
        Err(error) => {
            println!("  ✗ {what}\n      {error} ({})", error.code());
            None
        }
    }
}

/// The people and organisations of a town.
struct Town<'e> {
    engine: &'e Engine,
    machine: &'e Machine,
}

impl<'e> Town<'e> {
    fn person(&self, id: &str) -> Fallible<Acting<'e, Machine>> {
        Ok(self.engine.acting(id, self.machine)?)
    }

    fn register(
        &self,
        who: &str,
        organisation: &str,
        name: &str,
        kind: StakeholderKind,
    ) -> Fallible<StreamId> {
        let (organisation, team_creation) = (organisation.parse()?, TeamPolicy::Members);
        let founded = RegisterOrganisation { kind, name: english(name)?, organisation, team_creation };
        Ok(self.person(who)?.execute(founded)?.stream)
    }

    /// Whether a person may exercise a power for a party, with others.
    fn may(&self, what: &str, actor: &str, (principal, power): (&str, &str), with: &[&str]) -> Fallible<()> {
        let with: Set<HostId> = with.iter().map(|id| id.parse()).collect::<Result<_, _>>()?;
        let answer = self.engine.mandate_check(&MandateQuestion {
            actor: &actor.parse()?,
            on_behalf_of: &principal.parse()?,
            power: &power.parse()?,
            target: None,
            effective_on: None,
            looks: false,
            together_with: &with,
            at: self.machine.now(),
        })?;
        let missing = answer.together.map_or(0, |together| together.people_missing);
        let why = match (answer.allowed, missing, answer.mandates.first()) {
            (true, _, _) => "yes".to_owned(),
            (false, 0, None) => "no: there is no mandate".to_owned(),
            (false, 0, Some(fault)) => format!("no: it does not reach, by its {}", fault.dimension.as_str()),
            (false, missing, _) => format!("no: {missing} more must act too"),
        };
        println!("  {what} {why}");
        Ok(())
    }
}

fn main() -> Fallible<()> {
    let engine = Engine::open("memory:")?;
    let begin: Timestamp = "2026-03-02T09:00:00.000Z".parse()?;
    let machine = Machine { minutes: Cell::new(begin.as_millis() / 60_000) };
    let town = Town { engine: &engine, machine: &machine };
    let city = town.register("anna", "city", "The City", StakeholderKind::PublicAdministration)?;
    let (garden, task) = garden(&town, city)?;
    daughter(&town, garden, task)?;
    clerk(&town)?;
    signatories(&town)?;
    counter(&town, city)?;
    println!("{} events verify", engine.verify_all()?.events);
    Ok(())
}

/// A garden in which Maria may work.
fn garden(town: &Town<'_>, city: StreamId) -> Fallible<(ProcessId, ItemId)> {
    let anna = town.person("anna")?;
    let street =
        CreateTeam { team: "street".parse()?, name: english("The street")?, kind: StakeholderKind::Citizen };
    anna.execute_on(city, street)?;
    anna.execute_on(city, AddTeamMember::new("maria".parse()?, "street".parse()?))?;
    let template = town.engine.add_document(Template::parse(include_bytes!("../garden.json"))?)?;
    let model = GovernanceModel::shipped(Shipped::GPlusG).id();
    let create = CreateProcess {
        template: Some(template),
        acting_for: Some("city".parse()?),
        ..CreateProcess::new(model, Language::english(), english("A garden for the street")?)
    };
    let garden = anna.execute(create)?.process().ok_or("a process")?;
    anna.execute_on(garden, GrantRole::new(HolderRef::Team("street".parse()?), "contributor".parse()?))?;
    let tree = town.engine.tree(garden, None, AsOf::Now)?;
    let first = tree.phases.first().and_then(|phase| phase.children.first());
    let task = first.and_then(|objective| objective.children.first()).ok_or("a task")?;
    Ok((garden, task.item))
}

fn daughter(town: &Town<'_>, garden: ProcessId, task: ItemId) -> Fallible<()> {
    println!("Dana works for her mother Maria");
    let (maria, dana) = (town.person("maria")?, town.person("dana")?);
    let for_maria = |action: StartTask| -> Fallible<_> {
        Ok(town.engine.execute(&dana.command(action).on(garden).on_behalf_of("maria".parse()?)))
    };
    show("Dana starts the task for Maria", for_maria(StartTask::new(task))?);
    let help = MandateKind::shipped(ShippedKind::NeighbourlyHelp).id();
    let (holder, principal) =
        (MandateHolderRef::Person("dana".parse()?), PrincipalRef::Person("maria".parse()?));
    let grant = GrantMandate::new(holder, help, principal);
    let mandate = show("Maria gives Dana a mandate", maria.execute(grant)).ok_or("a mandate")?;
    show("Dana accepts it", dana.execute_on(mandate, AcceptMandate { acceptance_code: None }));
    show("Dana starts the task in her own name", dana.execute_on(garden, StartTask::new(task)));
    show("Dana starts the task for Maria", for_maria(StartTask::new(task))?);
    let maria_id = town.engine.person(&"maria".parse()?)?;
    let told = town.engine.notifications(Position(0), 1_000, maria_id, Language::english())?;
    let last = told.entries.last().ok_or("Maria is told")?;
    println!("  Maria is told: {}", last.sentence.text);
    show("Maria takes it back", maria.execute_on(mandate, RevokeMandate::new()));
    Ok(())
}

fn clerk(town: &Town<'_>) -> Fallible<()> {
    println!("Clara keeps a company's books, as a clerk of Books Ltd");
    town.register("otto", "bakery", "The Bakery", StakeholderKind::ForprofitOrganisation)?;
    town.register("bella", "books", "Books Ltd", StakeholderKind::ForprofitOrganisation)?;
    let (otto, bella) = (town.person("otto")?, town.person("bella")?);
    let client = MandateKind::shipped(ShippedKind::NoClient).id();
    let (bakery, books) = ("bakery".parse()?, "books".parse()?);
    let may = |what: &str| town.may(what, "clara", ("bakery", "NO:accounting"), &[]);
    let grant = GrantMandate {
        may_pass_on: true,
        ..GrantMandate::new(MandateHolderRef::Organisation(books), client, PrincipalRef::Organisation(bakery))
    };
    let mandate = show("the bakery gives Books Ltd a mandate", otto.execute(grant)).ok_or("a mandate")?;
    may("may Clara keep the bakery's books?")?;
    let StreamId::Mandate(id) = mandate else { return Err("a mandate was to be granted".into()) };
    let to_clara = PassOnMandate::new(MandateHolderRef::Person("clara".parse()?), id);
    show("Books Ltd passes it on to Clara", bella.execute(to_clara));
    may("may Clara keep the bakery's books?")?;
    show("the bakery takes its mandate back", otto.execute_on(mandate, RevokeMandate::new()));
    may("may Clara keep the bakery's books?")
}

fn signatories(town: &Town<'_>) -> Fallible<()> {
    println!("Two of the bakery's three signatories sign together");
    let mut kind = MandateKind::shipped(ShippedKind::SeSignatory).document().clone();
    (kind.together, kind.evidence_for) = (Some(Together::AtLeast(2)), Set::default());
    let kind = town.engine.add_document(MandateKind::new(kind)?)?;
    let otto = town.person("otto")?;
    for holder in ["pia", "pepe", "petra"] {
        let bakery = PrincipalRef::Organisation("bakery".parse()?);
        otto.execute(GrantMandate::new(MandateHolderRef::Person(holder.parse()?), kind, bakery))?;
    }
    let sign = ("bakery", "SE:represent");
    town.may("may Pia sign?", "pia", sign, &[])?;
    town.may("may Pia and Clara?", "pia", sign, &["clara"])?;
    town.may("may Pia and Petra?", "pia", sign, &["petra"])
}

fn counter(town: &Town<'_>, city: StreamId) -> Fallible<()> {
    println!("Maria says no by telephone, and the city records it");
    let (anna, maria) = (town.person("anna")?, town.person("maria")?);
    let notice = town.engine.add_document(Notice::parse(include_bytes!("../notice.json"))?)?;
    anna.execute_on(city, PublishNotice { notice })?;
    let (organisation, purpose) = ("city".parse::<HostId>()?, "keep-in-touch".parse::<Key>()?);
    let yes = GiveConsent::new(
        Language::english(),
        Indication::Form,
        notice,
        organisation.clone(),
        purpose.clone(),
        Validity::Days(365),
    );
    let for_maria = Some("maria".parse()?);
    show("Maria consents to letters", maria.execute(yes.clone()));
    let call = Noted {
        acting_for: organisation.clone(),
        evidence: FileDigest::of(b"the minutes of the call"),
        method: Indication::Telephone,
        received_at: None,
    };
    let no = WithdrawConsent {
        data_subject: for_maria.clone(),
        noted: Some(call),
        ..WithdrawConsent::new(organisation.clone(), purpose)
    };
    show(
        "Anna withdraws it for her without having heard it",
        anna.execute(WithdrawConsent { noted: None, ..no.clone() }),
    );
    show("Anna records that Maria said no by telephone", anna.execute(no));
    let yes = GiveConsent {
        acting_for: Some(organisation),
        data_subject: for_maria,
        evidence: Some(FileDigest::of(b"the minutes of another call")),
        method: Indication::Telephone,
        ..yes
    };
    show("Anna records a yes, by which the city gains", anna.execute(yes));
    Ok(())
}
