//! Work on the tasks of one process, in the order of its tree and mostly in the order of its prerequisites.

use super::cast::Who;
use super::handler::{english, word};
use super::life::{End, Life, Party};
use super::town::SimulatedTown;
use interlink::asset::{self, AddAsset, Content};
use interlink::check::ProcessView;
use interlink::governance::{HolderRef, Permission};
use interlink::journal::EventData;
use interlink::kernel::{Error, Executed};
use interlink::process::{self, CompleteTask, DisableItem, Item, ReopenTask, StartTask, Status};
use interlink::types::{AssetId, AssignmentId, ContributionId, FileDigest, ItemId};
use interlink::work::{
    self, AcceptContribution, AwardPoints, ClaimContribution, Complexity, ContributionKind, EstimateTask,
    MakeAssignment, ReturnContribution,
};
use interlink_values::derive;

/// After this many refusals in a row the founder does the work, and after as many more nobody continues.
const PATIENCE: u8 = 3;

/// A task that is being worked on.
#[derive(Debug)]
pub(super) struct Task {
    item: ItemId,
    asset: Option<AssetId>,
    /// The assignee on it.
    asked: Option<(Who, AssignmentId)>,
    /// The number of contributions still to come.
    to_come: u64,
    /// Contributions that wait for review, with their contributors.
    open: Vec<(Who, ContributionId)>,
    accepted: bool,
}

/// The work to do.
enum Found {
    Begun(ItemId),
    Ready(ItemId),
    /// There is work left, but all of it waits.
    Waiting,
    Finished,
}

/// The tasks that are not disabled, in the order of the tree.
fn tasks(view: &ProcessView) -> impl Iterator<Item = &Item> {
    let tree = view.process().tree();
    let objectives = tree.phases().flat_map(|phase| tree.children(phase));
    objectives.flat_map(|objective| tree.children(objective)).filter(|task| task.enabled())
}

fn is_waiting(view: &ProcessView, task: &Item) -> bool {
    let tree = view.process().tree();
    tree.ix(task.id()).is_some_and(|ix| tree.unmet(ix).next().is_some())
}

fn find(view: &ProcessView) -> Found {
    let (mut ready, mut left) = (None, false);
    for task in tasks(view) {
        match task.status() {
            Status::InProgress => return Found::Begun(task.id()),
            Status::Finished => {}
            Status::Awaiting => {
                left = true;
                if ready.is_none() && !is_waiting(view, task) {
                    ready = Some(task.id());
                }
            }
        }
    }
    match ready {
        Some(item) => Found::Ready(item),
        None if left => Found::Waiting,
        None => Found::Finished,
    }
}

impl Life {
    /// Does one thing; returns how the work ended, once it has.
    pub(super) fn work(&mut self, town: &mut SimulatedTown<'_>) -> Result<Option<End>, Error> {
        if self.failures > 2 * PATIENCE {
            return Ok(Some(End::Stalled));
        }
        match self.task.take() {
            Some(task) => self.go_on(town, task)?,
            None => return self.begin(town),
        }
        Ok(None)
    }

    fn view(&self, town: &SimulatedTown<'_>) -> Result<Option<ProcessView>, Error> {
        self.process.map(|process| town.handler.engine.process(process)).transpose()
    }

    pub(super) fn last_phase(&self, town: &SimulatedTown<'_>) -> Result<Option<ItemId>, Error> {
        Ok(self.view(town)?.and_then(|view| view.process().tree().phases().last().map(Item::id)))
    }

    /// A person who may do something. After refusals it is the founder; now and then it is a person who may not.
    fn somebody(&self, town: &mut SimulatedTown<'_>, permission: Permission, but: Option<Who>) -> Who {
        self.party(town, permission, but).map_or(self.founder, |party| party.who)
    }

    fn party(
        &self,
        town: &mut SimulatedTown<'_>,
        permission: Permission,
        but: Option<Who>,
    ) -> Option<&Party> {
        let anybody = town.handler.random.permille(15);
        let fits = |party: &&Party| {
            !town.cast.is_gone(party.who)
                && Some(party.who) != but
                && (anybody || party.permissions.contains(permission))
        };
        // The founder, who is first, has all permissions, and leaves the work to others if there are any.
        let able: Vec<&Party> = self.parties.iter().skip(1).filter(fits).collect();
        if self.failures < PATIENCE { town.handler.random.pick(&able).copied() } else { None }
    }

    fn begin(&mut self, town: &mut SimulatedTown<'_>) -> Result<Option<End>, Error> {
        // The view is dropped before a command, so that the engine need not copy the process.
        let Some(found) = self.view(town)?.map(|view| find(&view)) else { return Ok(Some(End::Refused)) };
        let item = match found {
            Found::Finished => return Ok(Some(End::Open)),
            Found::Waiting => return Ok(Some(End::Stalled)),
            Found::Begun(item) => {
                self.task = Some(Task::new(town, item));
                return Ok(None);
            }
            Found::Ready(item) => item,
        };
        if town.handler.random.permille(self.stall) {
            return Ok(Some(End::Stalled));
        }
        match town.handler.random.below(1000) {
            0..=29 => self.too_early(town)?,
            30..=49 => {
                self.act(town, self.founder, process::Command::from(DisableItem { item, reason: None }))?;
            }
            _ => self.start(town, item)?,
        }
        Ok(None)
    }

    /// A person starts a task that still waits, and is refused if the governance model enforces it.
    fn too_early(&mut self, town: &mut SimulatedTown<'_>) -> Result<(), Error> {
        let Some(view) = self.view(town)? else { return Ok(()) };
        let awaiting = tasks(&view).filter(|task| task.status() == Status::Awaiting);
        let waiting: Vec<ItemId> = awaiting.filter(|task| is_waiting(&view, task)).map(Item::id).collect();
        drop(view);
        if let Some(item) = town.handler.random.pick(&waiting).copied() {
            let who = self.somebody(town, Permission::TaskStart, None);
            self.act(town, who, process::Command::from(StartTask { item }))?;
        }
        Ok(())
    }

    fn start(&mut self, town: &mut SimulatedTown<'_>, item: ItemId) -> Result<(), Error> {
        if town.handler.random.permille(250) {
            let mut hard =
                || u8::try_from(town.handler.random.between(1, 10) * 10).unwrap_or(Complexity::MOST);
            let complexity = Complexity { development: hard(), exploitation: hard(), management: hard() };
            self.act(town, self.founder, work::Command::from(EstimateTask { complexity, item }))?;
        }
        let who = self.somebody(town, Permission::TaskStart, None);
        if !self.act(town, who, process::Command::from(StartTask { item }))? {
            self.failures += 1;
            return Ok(());
        }
        self.failures = 0;
        let mut task = Task::new(town, item);
        if town.handler.random.permille(150) {
            let asked = self.somebody(town, Permission::ContributionClaim, None);
            let holder = HolderRef::Person(town.cast.name(asked));
            let text = Some(word("Made up: please take care of this task.")?);
            let make = work::Command::from(MakeAssignment { asset: None, holder, item, text });
            let made = self.execute(town, self.founder, make)?;
            task.asked = made.as_ref().and_then(|executed| match first(executed)? {
                EventData::Work(work::Event::AssignmentMade(made)) => Some((asked, made.assignment)),
                _ => None,
            });
        }
        self.task = Some(task);
        Ok(())
    }

    /// One act on a task that was begun: a contribution, a review, or its completion.
    fn go_on(&mut self, town: &mut SimulatedTown<'_>, mut task: Task) -> Result<(), Error> {
        if task.to_come > 0 {
            task.to_come -= 1;
            self.contribute(town, &mut task)?;
        } else if let Some((by, contribution)) = task.open.pop() {
            self.review(town, &mut task, by, contribution)?;
        } else {
            let item = task.item;
            let who = self.somebody(town, Permission::TaskComplete, None);
            if !self.act(town, who, process::Command::from(CompleteTask { item }))? {
                self.failures += 1;
                self.task = Some(task);
                return Ok(());
            }
            self.failures = 0;
            if task.accepted && town.handler.random.permille(600) {
                let who = self.somebody(town, Permission::ContributionReview, None);
                self.act(town, who, work::Command::from(AwardPoints { item }))?;
            } else if town.handler.random.permille(15) {
                self.act(town, self.founder, process::Command::from(ReopenTask { item }))?;
            }
            return Ok(());
        }
        self.task = Some(task);
        Ok(())
    }

    fn contribute(&self, town: &mut SimulatedTown<'_>, task: &mut Task) -> Result<(), Error> {
        let asked = task.asked.take().filter(|(who, _)| !town.cast.is_gone(*who));
        let (who, team) = match asked {
            Some((who, _)) => (who, None),
            None => {
                let party = self.party(town, Permission::ContributionClaim, None);
                party.map_or((self.founder, None), |party| (party.who, party.team.clone()))
            }
        };
        let item = task.item;
        if town.handler.random.permille(450) {
            let title = english(format!("Simulated draft {}", town.handler.commands))?;
            let licence = if town.handler.random.permille(300) { Some(word("CC-BY-4.0")?) } else { None };
            let content = content(town)?;
            let add = AddAsset {
                content,
                derived_from: Vec::new(),
                description: None,
                interlinker: None,
                item,
                licence,
                title,
            };
            let added = self.execute(town, who, asset::Command::from(add))?;
            task.asset = added.as_ref().and_then(|executed| match first(executed)? {
                EventData::Asset(asset::Event::AssetAdded(added)) => Some(added.asset),
                _ => None,
            });
        }
        let kind = town.handler.random.pick(&ContributionKind::ALL).copied();
        let claim = ClaimContribution {
            asset: task.asset.filter(|_| town.handler.random.permille(700)),
            assignment: asked.map(|(_, assignment)| assignment),
            item,
            kind: kind.unwrap_or(ContributionKind::Development),
            team: team.filter(|_| town.handler.random.permille(500)),
            text: word("Made up: I did my part of it.")?,
        };
        let claimed = self.execute(town, who, work::Command::from(claim))?;
        if let Some(EventData::Work(work::Event::ContributionClaimed(claimed))) =
            claimed.as_ref().and_then(first)
        {
            task.open.push((who, claimed.contribution));
        }
        Ok(())
    }

    fn review(
        &mut self,
        town: &mut SimulatedTown<'_>,
        task: &mut Task,
        by: Who,
        contribution: ContributionId,
    ) -> Result<(), Error> {
        let who = self.somebody(town, Permission::ContributionReview, Some(by));
        let accepts = town.handler.random.permille(850);
        let review = if accepts {
            work::Command::from(AcceptContribution { contribution, level: None })
        } else {
            let reason = word("Made up: something is missing.")?;
            work::Command::from(ReturnContribution { contribution, reason })
        };
        if !self.act(town, who, review)? {
            self.failures += 1;
            // It waits for somebody else; after too long it is left as it is.
            if self.failures <= PATIENCE {
                task.open.push((by, contribution));
            }
            return Ok(());
        }
        self.failures = 0;
        task.accepted |= accepts;
        task.to_come += u64::from(!accepts && town.handler.random.permille(500));
        Ok(())
    }
}

impl Task {
    fn new(town: &mut SimulatedTown<'_>, item: ItemId) -> Self {
        let to_come = town.handler.random.below(3);
        Self { item, asset: None, asked: None, to_come, open: Vec::new(), accepted: false }
    }
}

/// A link or a file, neither of which exists.
fn content(town: &mut SimulatedTown<'_>) -> Result<Content, Error> {
    let nth = town.handler.commands;
    if town.handler.random.permille(600) {
        return Ok(Content::Link { uri: word(&format!("https://simulated.example/drafts/{nth}"))? });
    }
    let sha256 = FileDigest::from_bytes(derive("interlink/simulated/1", &[&town.handler.random.bytes()]));
    let size = town.handler.random.between(1_000, 5_000_000);
    Ok(Content::File { media_type: word("application/pdf")?, sha256, size })
}

fn first(executed: &Executed) -> Option<&EventData> {
    executed.events.first().map(|event| &event.data)
}
