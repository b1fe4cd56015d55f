//! Decides commands for the host's stream.

use super::{AppointedBy, Command, Event, OperatorAppointed, OperatorDismissed, OperatorRefusal, Operators};
use crate::kernel::{Context, Refused};

/// Decides a command; `operators` is `None` before the host has appointed the first. Only the engine sets `as_host`:
/// nothing in a command does.
pub(crate) fn decide(
    context: &mut Context<'_>,
    operators: Option<&Operators>,
    as_host: bool,
    command: &Command,
) -> Result<Event, Refused> {
    let is = |person| operators.is_some_and(|operators| operators.has(person));
    let by = match (as_host, is(context.actor())) {
        (true, _) => AppointedBy::Host,
        (false, true) => AppointedBy::Operator,
        (false, false) => return Err(OperatorRefusal::NotOperator.into()),
    };
    match command {
        Command::AppointOperator(c) => {
            let person = context.person(&c.person, "/data/person")?;
            if is(person) {
                return Err(OperatorRefusal::Already.into());
            }
            Ok(OperatorAppointed { by, person_id: person }.into())
        }
        Command::DismissOperator(c) => {
            let person = context.person(&c.person, "/data/person")?;
            if !is(person) {
                return Err(OperatorRefusal::Unknown.into());
            }
            if operators.is_some_and(|operators| operators.people().count() == 1) {
                return Err(OperatorRefusal::Last.into());
            }
            Ok(OperatorDismissed { by, person_id: person }.into())
        }
    }
}
