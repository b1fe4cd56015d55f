//! What follows from a decision in a process: the approvals and uses of consents that it takes.

use super::{ProcessView, acts};
use crate::governance::{Act, ApprovalRequest, ApprovalUsed};
use crate::journal::EventData;
use crate::kernel::{Action, Context, OfProcess, Refused};
use crate::party::Texts;
use crate::requirement;
use crate::types::PersonId;

impl ProcessView {
    /// Requires the approvals of the decided acts, and adds the events that record what they use up: approvals and
    /// purposes.
    pub(crate) fn follow(
        &self,
        context: &mut Context<'_>,
        action: &Action,
        texts: Texts<'_>,
        events: &mut Vec<EventData>,
    ) -> Result<(), Refused> {
        // A request may have been approved as another kind of act. These are the acts that will have been done.
        let mut done: Vec<Act> = events.iter().flat_map(|event| acts(event, self.process())).collect();
        done.retain(|act| !act.declines_what_is_asked_of(context.actor()));
        let asked = self.asked_for(&done, action, texts, context)?;
        self.require_approved(context.actor(), context.at(), &done, &asked)?;
        let used = |asked: &ApprovalRequest| EventData::Governance(ApprovalUsed { request: asked.id }.into());
        events.extend(asked.into_iter().map(used));
        let uses = self.uses(whose(events).unwrap_or(context.actor()), &done, context.at());
        let used = |used| EventData::Requirement(requirement::Event::PurposeUsed(used));
        events.extend(uses.into_iter().map(used));
        Ok(())
    }

    /// The requests for exactly these acts: for this exact command, with what it concerns unchanged.
    fn asked_for(
        &self,
        acts: &[Act],
        action: &Action,
        texts: Texts<'_>,
        context: &mut Context<'_>,
    ) -> Result<Vec<&ApprovalRequest>, Refused> {
        let requests = self.process().governance().approval_requests();
        let mut asked: Vec<_> =
            requests.filter(|request| acts.contains(&request.act) && self.is_as_asked(request)).collect();
        if !asked.is_empty() {
            let said = action.said(context, "/data")?;
            asked.retain(|request| texts.holds(request.content, &said));
        }
        Ok(asked)
    }
}

/// Whose data the decided acts process, if not the actor's.
fn whose(events: &[EventData]) -> Option<PersonId> {
    events.iter().find_map(|event| match event.of_process()? {
        OfProcess::Work(event) => event.recorded_of(),
        OfProcess::Process(_)
        | OfProcess::Governance(_)
        | OfProcess::Asset(_)
        | OfProcess::Requirement(_)
        | OfProcess::Redaction => None,
    })
}
