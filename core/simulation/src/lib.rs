//! Simulated processes by the thousand, from one template and a seed.
//!
//! For demos, benchmarks, teaching and data analysis: a record to look at before there is a real one. All of it is made
//! by ordinary commands through [`Engine::execute`], so every rule applies and refusals are real. The same seed and
//! plan give the same bytes everywhere: the time and all random bytes come from the plan.
//!
//! No person and no organisation in it is real. Host ids show this: `citizen-0042`, `city-03`, `company-01-staff-2`.
//!
//! Organisations of three kinds are registered, with teams, members and a notice. Each process is created by one of
//! their members from the template; teams and citizens receive roles; tasks are started and completed in the order of
//! the tree, with assets, contributions and reviews; some tasks are disabled. Some processes require consent, and
//! refuse people who have not given it. People give, refuse, defer, withdraw and renew consent, let it expire, and
//! object; a few ask for erasure. Some processes stall, the others finish, and most of these are closed.
//!
//! Simplifications: a process works on one task at a time, nobody sleeps, nobody joins or leaves an organisation, and
//! durations depend on the process but not on the task.
#![forbid(unsafe_code)]

mod cast;
mod handler;
mod life;
mod notice;
mod random;
mod town;
mod will;
mod work;

use std::collections::BTreeMap;
use std::ops::ControlFlow;

use cast::Cast;
use handler::Handler;
use life::{End, Life, Step};
use serde::{Deserialize, Serialize};
use town::{Agenda, Next, Rules, SimulatedTown};

use interlink::governance::GovernanceModel;
use interlink::journal::{EventData, Position};
use interlink::kernel::{Engine, Error};
use interlink::party;
use interlink::problem::Code;
use interlink::process::Template;
use interlink::types::{DocumentId, Language, OrganisationId, ProcessId, Timestamp};
use interlink_values::json;

/// The parameters of a simulation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Plan {
    /// The seed. Each run in one engine needs a different seed: command ids are derived from it.
    pub seed: u64,
    /// The number of processes. The people and the next steps of each process are held in memory, about a kilobyte per
    /// process, besides what the engine holds.
    pub processes: u32,
    /// The template of all processes; it must have been added to the engine.
    pub template: DocumentId,
    /// The governance model of all processes: a shipped one, or one that was added to the engine.
    pub governance: DocumentId,
    /// When the organisations are registered, in UTC. Not before anything that the engine has of the same people.
    pub begin: Timestamp,
    /// The number of days of 24 hours over which the processes begin. They continue after that, for months.
    pub days: u32,
}

/// The result of a simulation.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Simulated {
    /// The processes created, in the order in which they began.
    pub processes: Vec<ProcessId>,
    /// The organisations registered.
    pub organisations: Vec<OrganisationId>,
    /// How many people were named in an accepted command, including those erased later.
    pub people: u32,
    /// How many commands were given, including refused ones.
    pub commands: u64,
    /// How many of them were refused.
    pub refused: u64,
    /// The reasons: for each refused command the code of the first reason against the actor, such as
    /// `reason.waits_for`, or that of the refusal if it was not about the actor.
    pub refusals: BTreeMap<Code, u64>,
    /// How many events the accepted commands led to.
    pub events: u64,
    /// How many processes finished and were closed.
    pub closed: u32,
    /// How many processes stalled before all was done. Those neither closed nor stalled finished and were left open, or
    /// were still running when the simulation was stopped.
    pub stalled: u32,
}

impl Simulated {
    /// In JSON: the same bytes in every binding.
    #[must_use]
    pub fn to_json(&self) -> String {
        json::text(self)
    }
}

/// Simulates processes in an engine.
///
/// `progress` is called with the number of ended processes after each; if it breaks, the run stops between two
/// commands, and everything done until then remains valid.
///
/// # Examples
///
/// ```
/// use interlink::governance::{GovernanceModel, Shipped};
/// use interlink::process::Template;
/// use interlink_simulation::{Plan, run};
/// use std::ops::ControlFlow;
///
/// let engine = interlink::Engine::open("memory:")?;
/// let template = engine.add_document(Template::parse(br#"{
///     "document": "template", "id": "garden", "version": 1, "name": {"en": "A shared garden"},
///     "phases": [{"key": "plan", "name": {"en": "Plan"}, "objectives": [
///         {"key": "meet", "name": {"en": "Meet"}, "tasks": [
///             {"key": "invite", "name": {"en": "Invite"}},
///             {"key": "agree", "name": {"en": "Agree"},
///              "prerequisites": [{"item": "invite", "needs": "finished"}]}]}]}]
/// }"#)?)?;
/// let plan = Plan {
///     seed: 7,
///     processes: 10,
///     template,
///     governance: GovernanceModel::shipped(Shipped::C2g).id(),
///     begin: "2026-03-02T09:00:00.000Z".parse()?,
///     days: 90,
/// };
/// let simulated = run(&engine, &plan, &mut |_| ControlFlow::Continue(()))?;
/// assert_eq!(simulated.processes.len(), 10);
/// assert_eq!(engine.verify_all()?.events, simulated.events);
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// `store.not_simulated` in a store with a clock, such as a file, that holds a record which did not begin as a
/// simulation: nobody could remove the simulated data again. `document.unknown` if the template or the model does not
/// exist or is of another kind; what the store reports; and a refusal of the commands that register the organisations,
/// such as `command.reused` if this seed was used before. Any other refusal is counted.
pub fn run(
    engine: &Engine,
    plan: &Plan,
    progress: &mut dyn FnMut(u32) -> ControlFlow<()>,
) -> Result<Simulated, Error> {
    refuse_beside_real(engine)?;
    let unknown = |id: DocumentId| Error::DocumentUnknown(Box::new(id));
    let template = engine.document(plan.template)?;
    let template = Template::parse(template.as_str().as_bytes()).map_err(|_| unknown(plan.template))?;
    let model = engine.document(plan.governance)?;
    let model = GovernanceModel::parse(model.as_str().as_bytes()).map_err(|_| unknown(plan.governance))?;
    let language = template.document().name.languages().next().copied().unwrap_or(Language::english());
    let mut handler = Handler::new(engine, plan.seed, plan.begin);
    let cast = Cast::new(&mut handler, plan.processes)?;
    let rules = Rules::new(&model);
    let mut town =
        SimulatedTown { handler, cast, rules, template: plan.template, language, agenda: Agenda::default() };
    let mut lives = town.open(plan);
    let mut simulated = Simulated::default();
    let mut done = 0;
    while let Some((at, next)) = town.agenda.pop() {
        town.handler.now = town.handler.now.max(at);
        let ended = match next {
            Next::Step(nth) => town.step(nth, &mut lives, &mut simulated)?,
            Next::Wish(wish) => town.fulfil(wish).map(|()| false)?,
            Next::Erasure => town.erase_somebody().map(|()| false)?,
        };
        if ended {
            done += 1;
            if progress(done).is_break() {
                break;
            }
        }
    }
    simulated.organisations = town.cast.organisations.iter().map(|organisation| organisation.id).collect();
    let met = town.cast.people.iter().filter(|person| person.met).count();
    simulated.people = u32::try_from(met).unwrap_or(u32::MAX);
    let Handler { commands, refusals, events, .. } = town.handler;
    Ok(Simulated { commands, events, refused: refusals.values().sum(), refusals, ..simulated })
}

/// Simulated data cannot be removed again from a persistent record. One in memory is gone when the program ends.
fn refuse_beside_real(engine: &Engine) -> Result<(), Error> {
    let first = engine.changes(Position(0), 1)?.pop();
    let is_real = first.is_some_and(|change| match change.event.data {
        EventData::Party(party::Event::OrganisationRegistered(founded)) => {
            let name = founded.name.get(&Language::english());
            !name.is_some_and(|name| name.starts_with(cast::SIMULATED))
        }
        _ => true,
    });
    if is_real && engine.store().now().is_some() { Err(Error::NotSimulated) } else { Ok(()) }
}

impl SimulatedTown<'_> {
    /// Schedules when each process begins, and when a person asks for erasure.
    fn open(&mut self, plan: &Plan) -> Vec<Option<Life>> {
        let hours = u64::from(plan.days) * 24;
        let mut lives = Vec::new();
        for nth in 0..usize::try_from(plan.processes).unwrap_or(usize::MAX) {
            lives.push(Some(Life::new(self, nth)));
            let wait = self.handler.random.below(hours);
            let at = self.handler.in_hours(wait);
            self.agenda.plan(at, Next::Step(nth));
        }
        // Each is searched for in the whole record, so their number grows slowly.
        for _ in 0..(plan.processes / 40).min(1 + plan.processes.isqrt() / 10) {
            let wait = self.handler.random.between(hours / 4, hours);
            let at = self.handler.in_hours(wait);
            self.agenda.plan(at, Next::Erasure);
        }
        lives
    }

    /// Lets a process do one step; returns whether that was its last.
    fn step(
        &mut self,
        nth: usize,
        lives: &mut [Option<Life>],
        simulated: &mut Simulated,
    ) -> Result<bool, Error> {
        let Some(slot) = lives.get_mut(nth) else { return Ok(false) };
        let Some(life) = slot else { return Ok(false) };
        let before = life.process;
        let step = life.step(self)?;
        if before.is_none() {
            simulated.processes.extend(life.process);
        }
        match step {
            Step::Until(at) => self.agenda.plan(at, Next::Step(nth)),
            Step::End(end) => {
                // An ended process need not be kept.
                *slot = None;
                simulated.closed += u32::from(end == End::Closed);
                simulated.stalled += u32::from(end == End::Stalled);
            }
        }
        Ok(matches!(step, Step::End(_)))
    }
}
