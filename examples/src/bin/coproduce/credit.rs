//! Credit for work.

use interlink::Engine;
use interlink::asset::{AddAsset, Content};
use interlink::governance::{Event as Governance, HolderRef};
use interlink::journal::{EventData, StreamId};
use interlink::kernel::{Action, Answer, AsOf, Executed, LeaderboardRequest, Request};
use interlink::process::view::TreeView;
use interlink::requirement::Event as Requirement;
use interlink::types::{ApprovalId, ContributionId, ProcessId, RequirementId};
use interlink::work::{
    AcceptContribution, AwardPoints, ClaimContribution, Complexity, ContributionKind, EstimateTask,
    Event as Work, MakeAssignment, view::RankBy,
};

use crate::Fallible;
use crate::cast::{ANNA, BRUNO, CARLA, DORA, ELENA, NEIGHBOURS, in_two, name};
use crate::host::Host;
use crate::show::Show;

/// Work is assigned, contributions are claimed and reviewed, and the points of the task go to all contributors.
pub(crate) fn give(
    engine: &Engine,
    host: &Host<'_>,
    show: &Show,
    process: ProcessId,
    tree: &TreeView,
) -> Fallible<()> {
    let stream = StreamId::from(process);
    let task = tree.phases.iter().flat_map(|phase| &phase.children).flat_map(|objective| &objective.children);
    let task = task.clone().next().ok_or("the template has no task")?;
    let item = task.item;
    show.heading(&format!("Credit for “{}”", task.name.text));
    let act = |step: &str, actor: &str, action: Action| host.act(step, actor, stream, action);

    let content = Content::Link { uri: "https://example.org/invitation".parse()? };
    let asset = AddAsset {
        licence: Some("CC-BY-4.0".parse()?),
        ..AddAsset::new(content, item, in_two("The invitation", "L'invito")?)
    };
    act("asset", ELENA, asset.into())?;
    let assignment = MakeAssignment::new(HolderRef::Team(NEIGHBOURS.parse()?), item);
    act("ask-neighbours", ANNA, assignment.into())?;
    show.line("Elena adds the invitation to the task; Anna assigns its delivery to the neighbours");
    let claims = [
        (DORA, "exploitation", ContributionKind::Exploitation, "I carried it to forty houses.", CARLA),
        (ELENA, "development", ContributionKind::Development, "I wrote the invitation.", CARLA),
        (CARLA, "management", ContributionKind::Management, "I found out who lives where.", BRUNO),
    ];
    for (who, step, kind, text, reviewer) in claims {
        // Dora did it for the neighbours' team.
        let team = if who == DORA { Some(NEIGHBOURS.parse()?) } else { None };
        let claim = ClaimContribution { team, ..ClaimContribution::new(item, kind, text.parse()?) };
        let contribution = contribution_in(&act(&format!("claim-{step}"), who, claim.into())?)?;
        let accept = AcceptContribution::new(contribution);
        act(&format!("accept-{step}"), reviewer, accept.into())?;
        show.line(&format!("{}: “{text}” – accepted by {}", name(who), name(reviewer)));
    }
    let complexity = Complexity { development: 40, exploitation: 30, management: 10 };
    act("weigh", ANNA, EstimateTask::new(complexity, item).into())?;
    act("award", BRUNO, AwardPoints::new(item).into())?;
    for by in [RankBy::Person, RankBy::StakeholderKind] {
        let board = LeaderboardRequest { as_of: AsOf::Now, by, from: None, process, until: None };
        if let Answer::Leaderboard(board) = engine.ask(Request::Leaderboard(board))?.answer {
            show.places(&board.places);
        }
    }
    Ok(())
}

/// The claimed contribution.
pub(crate) fn contribution_in(executed: &Executed) -> Fallible<ContributionId> {
    match executed.events.first().map(|event| &event.data) {
        Some(EventData::Work(Work::ContributionClaimed(claimed))) => Ok(claimed.contribution),
        _ => Err("a contribution was to be claimed".into()),
    }
}

/// The request for approval.
pub(crate) fn request_in(executed: &Executed) -> Fallible<ApprovalId> {
    match executed.events.first().map(|event| &event.data) {
        Some(EventData::Governance(Governance::ApprovalAsked(asked))) => Ok(asked.request),
        _ => Err("approval was to be asked for".into()),
    }
}

/// The required purpose.
pub(crate) fn requirement_in(executed: &Executed) -> Fallible<RequirementId> {
    match executed.events.first().map(|event| &event.data) {
        Some(EventData::Requirement(Requirement::PurposeRequired(required))) => Ok(required.requirement),
        _ => Err("a purpose was to be required".into()),
    }
}
