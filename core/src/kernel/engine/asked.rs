//! Many questions, asked by the ids that the host knows people by.

use super::read::NOBODY;
use super::{Engine, Error, Moment};
use crate::check::{ProcessView, Question};
use crate::consent::{Asked, ConsentQuestion, ConsentVerdict, PurposeRef};
use crate::governance::Permission;
use crate::kernel::{Consents, Rejection};
use crate::process::ProcessRefusal;
use crate::types::{HostId, ItemId, ProcessId, Timestamp};

/// May this person do this here? Asked by the host's id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HostQuestion<'a> {
    /// Who would do it, by the host's id.
    pub actor: &'a HostId,
    /// What she would do.
    pub permission: Permission,
    /// In which process.
    pub process: ProcessId,
    /// On which item; on the process as a whole if `None`.
    pub item: Option<ItemId>,
    /// When.
    pub at: Timestamp,
}

/// Many checks on one state: all are answered as of one [moment](Moment), whatever is appended meanwhile.
#[derive(Debug)]
pub struct Checks<'a> {
    moment: Moment<'a>,
    view: Option<(ProcessId, ProcessView)>,
}

impl Checks<'_> {
    /// Yes or no, without the reasons. For those, ask [`Engine::check`].
    ///
    /// # Errors
    /// `stream.unknown` or `item.unknown` where there is no such process or item, or what the store reports. A no is
    /// an answer, not an error; somebody unknown may nothing.
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

impl Consents<'_> {
    /// May the data of this person be processed for this purpose at this moment? Asked by the host's id; of somebody
    /// unknown as of somebody who said nothing.
    ///
    /// # Examples
    ///
    /// ```
    /// # let testkit::Example { engine, city, now, .. } = testkit::example();
    /// use interlink::consent::PurposeRef;
    /// let news = PurposeRef { organisation: city, purpose: "news".parse()? };
    /// let consents = engine.consents()?;
    /// // Nora has said nothing yet, and saying nothing is no consent.
    /// assert!(!consents.check_host(&"nora".parse()?, &news, now)?.allowed);
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// Where the store cannot be read. A no is an answer, not an error.
    pub fn check_host(
        &self,
        person: &HostId,
        purpose: &PurposeRef,
        at: Timestamp,
    ) -> Result<ConsentVerdict, Error> {
        self.engine().at_hand(|moment| {
            let subject = moment.known_person(person)?.unwrap_or(NOBODY);
            moment.with_register(|register| {
                register.check(&ConsentQuestion { data_subject_id: subject, purpose, asked: Asked::Now(at) })
            })
        })
    }
}

impl Engine {
    /// Checks for many questions, as the store is now.
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
    /// Where the store cannot be read.
    pub fn checks(&self) -> Result<Checks<'_>, Error> {
        Ok(Checks { moment: self.moment()?, view: None })
    }
}
