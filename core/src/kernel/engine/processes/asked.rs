//! Many permission checks, asked by the host's ids.

use super::read::NOBODY;
use super::{Engine, Error, Moment};
use crate::check::{ProcessView, Question};
use crate::governance::Permission;
use crate::kernel::Rejection;
use crate::process::ProcessRefusal;
use crate::types::{HostId, ItemId, ProcessId, Timestamp};

/// May this person do this here? Asked by the host's id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HostQuestion<'a> {
    /// The person, by the host's id.
    pub actor: &'a HostId,
    /// The permission asked for.
    pub permission: Permission,
    /// The process.
    pub process: ProcessId,
    /// The item; `None` for the process as a whole.
    pub item: Option<ItemId>,
    /// The time of the check.
    pub at: Timestamp,
}

/// Many checks on one state: all are answered as of one [moment](Moment), whatever is appended meanwhile.
#[derive(Debug)]
pub struct Checks<'a> {
    moment: Moment<'a>,
    view: Option<(ProcessId, ProcessView)>,
}

impl Checks<'_> {
    /// Whether it is allowed, without the reasons. For the reasons, use [`Engine::check`].
    ///
    /// # Errors
    /// `stream.unknown` or `item.unknown` if there is no such process or item, or what the store reports. A denial is
    /// an answer, not an error. An unknown person is denied.
    pub fn allows(&mut self, question: &HostQuestion<'_>) -> Result<bool, Error> {
        let HostQuestion { actor, permission, process, item, at } = *question;
        let actor = self.moment.known_person(actor)?.unwrap_or(NOBODY);
        let view = match &mut self.view {
            Some((last, view)) if *last == process => view,
            other => {
                let view =
                    self.moment.view(process)?.ok_or(Error::StreamUnknown(Box::new(process.into())))?;
                &other.insert((process, view)).1
            }
        };
        known(view, item)?;
        Ok(view.check(&Question { actor, permission, item, asset: None, at }).allowed())
    }
}

/// Refuses a question about an item that the process does not have.
pub(crate) fn known(view: &ProcessView, item: Option<ItemId>) -> Result<(), Error> {
    match item.filter(|item| !view.has(Some(*item))) {
        Some(item) => Err(Rejection::from(ProcessRefusal::ItemUnknown { item, path: "/item" }).into()),
        None => Ok(()),
    }
}

impl Engine {
    /// A checker for many questions, on the store's current state.
    ///
    /// # Examples
    ///
    /// ```
    /// use interlink::governance::Permission;
    /// use interlink::kernel::{Engine, HostQuestion};
    /// let engine = Engine::open("memory:")?;
    /// let (actor, process) = ("anna".parse()?, "0123456789abcdef0123456789abcdef".parse()?);
    /// let at = "2026-03-02T09:00:00.000Z".parse()?;
    /// let question =
    ///     HostQuestion { actor: &actor, permission: Permission::TaskStart, process, item: None, at };
    /// let error = engine.checks()?.allows(&question).unwrap_err();
    /// assert_eq!(error.code().as_str(), "stream.unknown");
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// If the store cannot be read.
    pub fn checks(&self) -> Result<Checks<'_>, Error> {
        Ok(Checks { moment: self.moment()?, view: None })
    }
}
