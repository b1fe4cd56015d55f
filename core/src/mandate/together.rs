//! Mandates that are exercised only by several people together.
//!
//! What counts is different people by different mandates: nobody counts twice because an organisation also lets them act,
//! and two people by whom one organisation acts count as that one organisation.

use super::{Exercise, LinkFault, Mandate, MandateHolder, MandateStatus, Represented, Sides, Together};
use crate::types::{Key, MandateId, PersonId};

/// How far people who act together have come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Joint {
    /// Who else could act with them.
    pub(crate) could: Vec<MandateHolder>,
    /// Those who count, in the order in which they were named.
    pub(crate) have: Vec<PersonId>,
    /// How many it takes.
    pub(crate) needed: usize,
}

impl Joint {
    /// How many are still missing.
    pub(crate) fn missing(&self) -> usize {
        self.needed.saturating_sub(self.have.len())
    }
}

/// What comes of an act of several people.
#[derive(Debug)]
pub(crate) struct JointAct {
    /// The mandates of all of them; or for each mandate between them and the principal the first respect in which it does
    /// not reach.
    pub(crate) found: Result<Represented, Vec<LinkFault>>,
    /// Whom it takes, if it takes several.
    pub(crate) joint: Option<Joint>,
}

impl JointAct {
    /// The mandates that it rests on, or that lack something.
    pub(crate) fn mandates(&self) -> impl Iterator<Item = MandateId> {
        let (found, faults) = match &self.found {
            Ok(found) => (&found.mandates[..], &[][..]),
            Err(faults) => (&[][..], &faults[..]),
        };
        found.iter().copied().chain(faults.iter().map(|fault| fault.mandate_id))
    }
}

/// Somebody, and those of the mandates that must be exercised together by which they act.
struct Signatory {
    person: PersonId,
    chains: Vec<Represented>,
}

impl Sides<'_> {
    /// Whether the actor may do something for a principal together with others.
    pub(crate) fn together(&self, exercise: &Exercise<'_>, others: &[PersonId]) -> JointAct {
        let alone = self.represented(exercise);
        let Some(kind) = self.kind_together(exercise).filter(|_| alone.is_err()) else {
            return JointAct { found: alone, joint: None };
        };
        let mut people = vec![self.actor];
        people.extend(others.iter().copied().filter(|other| *other != self.actor));
        people.dedup();
        let signatories: Vec<Signatory> =
            people.into_iter().map(|person| self.signatory(person, exercise, &kind)).collect();
        let group = self.group(exercise, &kind);
        let counted = matched(&signatories, |chain| self.root(chain));
        let have: Vec<&Represented> = counted.iter().filter_map(|found| found.as_ref()).collect();
        let taken: Vec<MandateId> = have.iter().filter_map(|chain| self.root(chain)).collect();
        let counts =
            |(signatory, found): (&Signatory, &Option<Represented>)| found.as_ref().map(|_| signatory.person);
        let free = group.iter().filter(|mandate| !taken.contains(&mandate.id));
        let free = free.filter(|mandate| !self.mandates.has_erased_party(mandate));
        let joint = Joint {
            could: free.map(|mandate| mandate.terms.mandate_holder).collect(),
            have: signatories.iter().zip(&counted).filter_map(counts).collect(),
            needed: needed(kind.1, group.len()),
        };
        let found = if joint.missing() == 0 { joined(&have).ok_or_else(Vec::new) } else { alone };
        JointAct { found, joint: Some(joint) }
    }

    /// The mandate in a chain whose kind has it exercised by several people, if that takes more than one.
    pub(super) fn takes_others(&self, found: &Represented, exercise: &Exercise<'_>) -> Option<MandateId> {
        let outer = self.mandates.get(found.mandate).and_then(|mandate| self.rule_of(mandate));
        let inner = found.by_mandate.and_then(|by| self.mandates.get(by));
        let takes = |kind: &(Key, Together)| needed(kind.1, self.group(exercise, kind).len()) > 1;
        match (outer, inner.and_then(|inner| self.rule_of(inner))) {
            (_, Some(_)) => found.by_mandate,
            (Some(kind), None) if takes(&kind) => Some(found.mandate),
            (Some(_) | None, None) => None,
        }
    }

    /// The first kind of the actor's chains that several people exercise.
    fn kind_together(&self, exercise: &Exercise<'_>) -> Option<(Key, Together)> {
        let mut chains = self.chains(exercise).filter_map(Result::ok);
        chains.find_map(|chain| {
            self.rule_of(self.mandates.get(chain.mandate)?).filter(|_| !self.is_joint_within(&chain))
        })
    }

    /// Whether the organisation in between has the power exercised by several of its own people. Two such rules in one
    /// chain are not counted against each other: it permits nothing.
    fn is_joint_within(&self, chain: &Represented) -> bool {
        let inner = chain.by_mandate.and_then(|by| self.mandates.get(by));
        inner.is_some_and(|inner| self.rule_of(inner).is_some())
    }

    fn rule_of(&self, mandate: &Mandate) -> Option<(Key, Together)> {
        let document = mandate.kind.document();
        Some((document.kind_code.clone(), document.together?))
    }

    fn signatory(&self, person: PersonId, exercise: &Exercise<'_>, kind: &(Key, Together)) -> Signatory {
        let sides = Sides { actor: person, ..*self };
        let is_of_kind = |chain: &Represented| {
            let mandate = self.mandates.get(chain.mandate);
            mandate.is_some_and(|mandate| mandate.kind.document().kind_code == kind.0)
                && !self.is_joint_within(chain)
        };
        let chains = sides.chains(exercise).filter_map(Result::ok).filter(is_of_kind).collect();
        Signatory { person, chains }
    }

    /// The mandate that the principal granted in a chain: what was passed on counts as what it comes from.
    fn root(&self, chain: &Represented) -> Option<MandateId> {
        chain.mandates.last().copied()
    }

    /// Whose acts count: the mandates of a kind that the principal granted and that somebody has, even if one of them is
    /// suspended and nobody can exercise it now.
    fn group(&self, exercise: &Exercise<'_>, kind: &(Key, Together)) -> Vec<&Mandate> {
        let all = self.mandates.for_principal(exercise.principal).filter_map(|id| self.mandates.get(id));
        let counts = |mandate: &&Mandate| {
            mandate.parent.is_none()
                && mandate.kind.document().kind_code == kind.0
                && mandate.has_asked(exercise.asked, self.at)
                && matches!(
                    self.mandates.status(mandate, self.at),
                    MandateStatus::Active | MandateStatus::Suspended
                )
        };
        all.filter(counts).collect()
    }
}

/// How many it takes, of so many.
fn needed(rule: Together, of: usize) -> usize {
    match rule {
        Together::Everybody => of,
        Together::AtLeast(least) => usize::try_from(least).unwrap_or(usize::MAX),
    }
}

/// The mandates of all of them, and everybody who stands in between.
fn joined(chains: &[&Represented]) -> Option<Represented> {
    let (first, rest) = chains.split_first()?;
    let mut all = Represented::clone(first);
    for chain in rest {
        let new = chain.mandates.iter().filter(|id| !all.mandates.contains(id)).copied();
        let new: Vec<MandateId> = new.collect();
        all.mandates.extend(new);
        let new = chain.through.iter().filter(|holder| !all.through.contains(holder)).copied();
        let new: Vec<MandateHolder> = new.collect();
        all.through.extend(new);
    }
    Some(all)
}

/// Gives each person another mandate, so that as many as possible have one: the most pairs of a bipartite graph, by
/// augmenting paths.
fn matched(
    signatories: &[Signatory],
    root: impl Fn(&Represented) -> Option<MandateId>,
) -> Vec<Option<Represented>> {
    // For each mandate that is taken, by whom and by which of their chains.
    let mut taken: Vec<(MandateId, usize, usize)> = Vec::new();
    for person in 0..signatories.len() {
        let mut seen = Vec::new();
        place(signatories, &root, person, &mut taken, &mut seen);
    }
    let chain = |person: usize| {
        let (_, _, chain) = taken.iter().find(|(_, by, _)| *by == person)?;
        signatories.get(person)?.chains.get(*chain).cloned()
    };
    (0..signatories.len()).map(chain).collect()
}

/// Finds a mandate for one person, moving others to another of theirs where they have one.
fn place(
    signatories: &[Signatory],
    root: &impl Fn(&Represented) -> Option<MandateId>,
    person: usize,
    taken: &mut Vec<(MandateId, usize, usize)>,
    seen: &mut Vec<MandateId>,
) -> bool {
    let chains = signatories.get(person).map_or(&[][..], |signatory| &signatory.chains);
    for (index, chain) in chains.iter().enumerate() {
        let Some(mandate) = root(chain).filter(|mandate| !seen.contains(mandate)) else { continue };
        seen.push(mandate);
        let by = taken.iter().find(|(other, _, _)| *other == mandate).map(|(_, by, _)| *by);
        if by.is_none_or(|by| place(signatories, root, by, taken, seen)) {
            taken.retain(|(other, by, _)| *other != mandate && *by != person);
            taken.push((mandate, person, index));
            return true;
        }
    }
    false
}
