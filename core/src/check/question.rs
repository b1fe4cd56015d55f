//! The question, and the fast answer.

use super::access::TeamAccess;
use super::explain::{Denied, Explanation, explain};
use super::{Access, ProcessView};
use crate::governance::rule::{AccessRule, Ruling, ScopePath};
use crate::governance::{Enforcement, Permission};
use crate::journal::Reliance;
use crate::kernel::Refused;
use crate::process::{Ix, Unmet};
use crate::types::{AssetId, ItemId, PersonId, Timestamp};

/// May this person do this here at this moment?
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Question {
    /// Who would do it.
    pub actor: PersonId,
    /// The permission that the act needs.
    pub permission: Permission,
    /// The item; the process as a whole if `None`.
    pub item: Option<ItemId>,
    /// The asset, if the act concerns one: the purposes required for it count too.
    pub asset: Option<AssetId>,
    /// The moment.
    pub at: Timestamp,
}

impl Question {
    /// A question about the process as a whole.
    ///
    /// # Examples
    ///
    /// ```
    /// # let testkit::Example { engine, garden, invite, now, .. } = testkit::example();
    /// use interlink::{check::Question, governance::Permission};
    /// let anna = engine.person(&"anna".parse()?)?.unwrap();
    /// let question = Question::new(anna, Permission::TaskStart, now).on(invite);
    /// assert!(engine.process(garden)?.check(&question).allowed());
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn new(actor: PersonId, permission: Permission, at: Timestamp) -> Self {
        Self { actor, permission, item: None, asset: None, at }
    }

    /// The same question about an item.
    #[must_use]
    pub const fn on(mut self, item: ItemId) -> Self {
        self.item = Some(item);
        self
    }

    /// The same question about an asset of the item.
    #[must_use]
    pub const fn about(mut self, asset: AssetId) -> Self {
        self.asset = Some(asset);
        self
    }
}

/// The answer to a [`Question`].
#[derive(Debug, Clone, Copy)]
#[must_use = "a verdict that nobody reads protects nothing"]
pub struct Verdict<'a> {
    view: &'a ProcessView,
    question: Question,
    allowed: bool,
}

impl Verdict<'_> {
    /// Whether it is allowed. Anything unknown (a stranger, an item that is not in the process) is denied.
    #[must_use]
    pub const fn allowed(&self) -> bool {
        self.allowed
    }

    /// The reasons.
    #[must_use]
    pub fn explain(&self) -> Explanation {
        explain(self.view, &self.question)
    }
}

/// What an allowed act relies on, for the record.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Authorization {
    /// The other streams that were read.
    pub(crate) relied_on: Vec<Reliance>,
    /// Prerequisites that are unmet and only cause a warning.
    pub(crate) despite: Vec<Unmet>,
}

impl Authorization {
    pub(crate) fn rely_on(&mut self, reliance: Reliance) {
        if !self.relied_on.contains(&reliance) {
            self.relied_on.push(reliance);
        }
    }
}

/// The access rule that allows an act.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct RuleBasis<'a> {
    pub(crate) line: AccessRule,
    pub(crate) team: Option<&'a TeamAccess>,
    pub(crate) as_administrator: bool,
}

impl ProcessView {
    /// Answers a question. Costs a few comparisons and no allocation.
    ///
    /// # Examples
    ///
    /// ```
    /// # let testkit::Example { engine, garden, now, .. } = testkit::example();
    /// use interlink::{check::Question, governance::Permission};
    /// let (view, nora) = (engine.process(garden)?, engine.person(&"nora".parse()?)?.unwrap());
    /// let verdict = view.check(&Question::new(nora, Permission::ItemAdd, now));
    /// assert!(!verdict.allowed());
    /// assert_eq!(verdict.explain().reasons[0].code.as_str(), "reason.no_grant");
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    pub fn check(&self, question: &Question) -> Verdict<'_> {
        let allowed = self.lets_in(question).is_some();
        Verdict { view: self, question: *question, allowed }
    }

    /// The same question for many at once.
    ///
    /// # Examples
    ///
    /// ```
    /// # let testkit::Example { engine, garden, now, .. } = testkit::example();
    /// use interlink::{check::Question, governance::Permission};
    /// let (view, nora) = (engine.process(garden)?, engine.person(&"nora".parse()?)?.unwrap());
    /// let ask = |permission| Question::new(nora, permission, now);
    /// let may = view.check_many(&[ask(Permission::ProcessView), ask(Permission::ItemAdd)]);
    /// assert_eq!(may, [true, false]);
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn check_many(&self, questions: &[Question]) -> Vec<bool> {
        questions.iter().map(|question| self.check(question).allowed()).collect()
    }

    /// The check as `decide` uses it: the explanation if denied, what to record if allowed.
    pub(crate) fn require(&self, question: &Question) -> Result<Authorization, Refused> {
        let let_in = self.lets_in(question).zip(self.target(question));
        let Some((word, (ix, path))) = let_in else {
            return Err(Box::new(Denied(explain(self, question))).into());
        };
        let mut pass = Authorization::default();
        let through = word.team.map(|team| team.organisation);
        let organisations = through.into_iter().chain(self.approving_through(question, &path));
        organisations.filter_map(|id| self.parties.reliance(id)).for_each(|reliance| pass.rely_on(reliance));
        if !self.process().requirements().is_empty() {
            let mut people = question.asset.map(|asset| self.subjects_of(asset)).unwrap_or_default();
            people.push(question.actor);
            self.relied_on_consents(&people).for_each(|reliance| pass.rely_on(reliance));
        }
        if let Some(ix) = ix.filter(|_| question.permission.is_work()) {
            pass.despite = self.unmet(ix, Enforcement::Warned).collect();
        }
        Ok(pass)
    }

    /// Whether the permission rule alone allows an act that is still to be approved.
    pub(crate) fn require_word(
        &self,
        question: &Question,
        path: &ScopePath,
    ) -> Result<Authorization, Refused> {
        let Some(word) = self.word(question, path) else {
            return Err(Box::new(Denied(self.check(question).explain())).into());
        };
        let through = word.team.and_then(|team| self.parties.reliance(team.organisation));
        Ok(Authorization { relied_on: through.into_iter().collect(), despite: Vec::new() })
    }

    /// The item and scope of the question; `None` for an item that is not in the process.
    pub(crate) fn target(&self, question: &Question) -> Option<(Option<Ix>, ScopePath)> {
        match question.item {
            None => Some((None, ScopePath::PROCESS)),
            Some(id) => {
                let ix = self.process().tree().ix(id)?;
                Some((Some(ix), self.process().tree().at(ix).path))
            }
        }
    }

    /// The permission rule, including for administrators of the process.
    pub(crate) fn word(&self, question: &Question, path: &ScopePath) -> Option<RuleBasis<'_>> {
        let access: &Access = &self.access;
        let person = access.person(question.actor)?;
        let word = |ruling, as_administrator| match ruling {
            Ruling::Herself(line) => Some(RuleBasis { line, team: None, as_administrator }),
            Ruling::Through(team, line) => Some(RuleBasis { line, team: Some(team), as_administrator }),
            Ruling::Restricted(_) | Ruling::Nothing => None,
        };
        word(access.ruling(person, path, question.permission, question.at), false)
            .or_else(|| word(access.administers(person, question.at)?, true))
    }

    /// Whether a person is restricted from something here, whoever they act for.
    pub(crate) fn restricts(
        &self,
        actor: PersonId,
        permission: Permission,
        item: Option<ItemId>,
        at: Timestamp,
    ) -> bool {
        let question = Question { actor, permission, item, asset: None, at };
        let (Some((_, path)), Some(person)) = (self.target(&question), self.access.person(actor)) else {
            return false;
        };
        match self.access.ruling(person, &path, permission, at) {
            Ruling::Restricted(_) => true,
            Ruling::Herself(_) | Ruling::Through(..) | Ruling::Nothing => false,
        }
    }

    /// Everybody who might administer the process at some moment, by their own roles or those of teams.
    pub(crate) fn may_administer(&self) -> Vec<PersonId> {
        let access: &Access = &self.access;
        let may = |person: &PersonId| access.person(*person).is_some_and(|entry| entry.may_administer);
        access.people().into_iter().filter(may).collect()
    }

    /// Since when the process is closed, if it is closed at a moment.
    pub(crate) fn closed_at(&self, at: Timestamp) -> Option<Timestamp> {
        self.process().closed().filter(|closed| *closed <= at)
    }

    /// The unmet prerequisites of an item that the model treats in this way.
    pub fn unmet(&self, ix: Ix, enforcement: Enforcement) -> impl Iterator<Item = Unmet> {
        self.process().unmet(ix, enforcement)
    }
}
