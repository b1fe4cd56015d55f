//! What people may do in processes.

use interlink::kernel::{Engine, HostQuestion};
use interlink::types::{HostId, Timestamp};

use super::{Answers, InterlinkQuestion, answer_all};
use crate::result::{Fault, Given};

/// Answers each question, one after another.
pub(super) fn answer(
    engine: &Engine,
    questions: &[InterlinkQuestion],
    answers: Answers,
) -> Result<Given, Fault> {
    let mut checks = engine.checks()?;
    answer_all(questions, answers, |question| {
        // SAFETY: the caller vouches for what the question points to.
        let [actor, permission, process, item] = unsafe {
            [
                question.actor.text("actor")?,
                question.permission.text("permission")?,
                question.process.text("process")?,
                question.item.text("item")?,
            ]
        };
        let actor: HostId = actor.parse().map_err(Fault::value("/actor"))?;
        let item = match item {
            "" => None,
            item => Some(item.parse().map_err(Fault::value("/item"))?),
        };
        let asked = HostQuestion {
            actor: &actor,
            permission: permission.parse().map_err(Fault::value("/permission"))?,
            process: process.parse().map_err(Fault::value("/process"))?,
            item,
            at: Timestamp::from_millis(question.at).map_err(Fault::value("/at"))?,
        };
        Ok(checks.allows(&asked)?)
    })
}
