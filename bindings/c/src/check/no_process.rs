//! In place of `permitted.rs` in a build without processes: the function stays in the library, so that programs link
//! with every build of it, and refuses.

use interlink::kernel::Engine;
use interlink::types::ProcessId;

use super::{Answers, InterlinkQuestion, answer_all};
use crate::result::{Fault, Given};

/// Refuses each question.
pub(super) fn answer(
    engine: &Engine,
    questions: &[InterlinkQuestion],
    answers: Answers,
) -> Result<Given, Fault> {
    answer_all(questions, answers, |question| {
        // SAFETY: the caller vouches for what the question points to.
        let process = unsafe { question.process.text("process") }?;
        let process: ProcessId = process.parse().map_err(Fault::value("/process"))?;
        match engine.process(process)? {}
    })
}
