//! Creates a process: new, as a copy, or from another system.

use crate::kernel::Refused;
use std::sync::Arc;

use super::{
    CloneProcess, CreateProcess, Event, ImportProcess, ImportedPerson, LeftOut, ProcessCreated,
    ProcessImported, ProcessRefusal,
};
use crate::check::{ProcessView, Question};
use crate::governance::{self, GovernanceModel, GovernanceRefusal, Permission};
use crate::journal::StreamId;
use crate::kernel::{Context, Documents};
use crate::party::Parties;
use crate::requirement::{self, PurposeRequired, Target};
use crate::types::{DocumentId, Key, OrganisationId, RequirementId};

/// Decides the command that creates a process: its creation, and the founder's role.
pub(crate) fn create(
    context: &mut Context<'_>,
    documents: &dyn Documents,
    parties: &Parties,
    c: &CreateProcess,
) -> Result<(Event, governance::Event), Refused> {
    create_from(context, documents, parties, c).map(|(created, founder)| (created.into(), founder))
}

fn create_from(
    context: &mut Context<'_>,
    documents: &dyn Documents,
    parties: &Parties,
    c: &CreateProcess,
) -> Result<(ProcessCreated, governance::Event), Refused> {
    let model = model(documents, c.governance, "/data/governance")?;
    if let Some(id) = c.template {
        template(documents, id, "/data/template")?;
    }
    if let Some(id) = c.catalogue {
        catalogue(documents, id)?;
    }
    let acting_for = governance::acting_for(context, parties, c.acting_for.as_ref())?;
    let founder = model.document().founder.clone();
    if !model.document().roles.get(&founder).is_some_and(|role| role.holders.contains(&acting_for.kind)) {
        let refusal = GovernanceRefusal::KindNotAdmitted {
            role: founder,
            kind: acting_for.kind,
            path: "/data/acting_for",
        };
        return Err(refusal.into());
    }
    let created = ProcessCreated {
        catalogue: c.catalogue,
        description: c.description.clone(),
        governance: c.governance,
        kind: acting_for.kind,
        language: c.language,
        left_out: None,
        name: c.name.clone(),
        organisation_id: acting_for.organisation,
        relied_on: acting_for.relied_on,
        template: c.template,
    };
    Ok((created, governance::found(context, founder, acting_for.kind, acting_for.organisation)))
}

/// Decides the command that copies a process.
pub(crate) fn duplicate(
    context: &mut Context<'_>,
    documents: &dyn Documents,
    parties: &Parties,
    source: Option<&ProcessView>,
    c: &CloneProcess,
) -> Result<(Event, governance::Event, Vec<requirement::Event>), Refused> {
    let view = source.ok_or(ProcessRefusal::SourceUnknown { process: c.source })?;
    let (actor, at) = (context.actor(), context.at());
    view.require(&Question::new(actor, Permission::ProcessView, at))?;
    let source = view.process();
    let template = match source.tree().is_empty() {
        true => None,
        false => {
            Some(view.to_template(Key::of_copy(source.id()), 1).map_err(|_| ProcessRefusal::NothingToCopy)?)
        }
    };
    let create = CreateProcess {
        acting_for: c.acting_for.clone(),
        catalogue: source.catalogue().map(|catalogue| catalogue.id()),
        description: source.description().cloned(),
        governance: source.governance().model().id(),
        language: source.language(),
        name: c.name.clone().unwrap_or_else(|| source.name().clone()),
        template: None,
    };
    let (created, founder) = create_from(context, documents, parties, &create)?;
    let template = template.map(|template| context.make(template));
    let kept = keep_requirements(context, parties, view, created.organisation_id);
    let count = |many: usize| u32::try_from(many).unwrap_or(u32::MAX);
    let left_out = LeftOut {
        assets: count(source.assets().len()),
        contributions: count(source.work().contributions().len()),
        requirements: view.requirements_left_out(|required| kept.iter().any(|(id, _)| *id == required.id)),
    };
    let left_out = (left_out != LeftOut::default()).then_some(left_out);
    // The source is recorded in the template as its origin: a copy does not rely on its source.
    let kept = kept.into_iter().map(|(_, event)| event).collect();
    Ok((ProcessCreated { left_out, template, ..created }.into(), founder, kept))
}

/// The required purposes that a copy in the name of the same controller keeps: those of the process and of the copied
/// items, each with its id in the original.
fn keep_requirements(
    context: &Context<'_>,
    parties: &Parties,
    view: &ProcessView,
    controller: Option<OrganisationId>,
) -> Vec<(RequirementId, requirement::Event)> {
    let StreamId::Process(copy) = context.stream() else { return Vec::new() };
    let all = view.process().requirements().iter().filter(|r| Some(r.purpose.organisation_id) == controller);
    let kept = all.filter_map(|required| {
        let item = match required.target {
            Target::Process => None,
            Target::Item(item) => Some(view.copied_item(item, copy)?),
            Target::Asset(_) => return None,
        };
        let id = context.new_id_for("interlink/requirement/copy/1", required.id.as_bytes());
        let event = PurposeRequired {
            asset: None,
            item,
            purpose: required.purpose.clone(),
            relied_on: parties.reliance(required.purpose.organisation_id).into_iter().collect(),
            requirement: RequirementId::from_bytes(id),
            data_subject_ids: Vec::new(),
        };
        Some((required.id, event.into()))
    });
    kept.collect()
}

/// Decides the command that imports a process from another system: its creation, its content, and the roles of the
/// founder and of the administrators there.
pub(crate) fn import(
    context: &mut Context<'_>,
    documents: &dyn Documents,
    parties: &Parties,
    c: &ImportProcess,
) -> Result<(Vec<Event>, Vec<governance::Event>), Refused> {
    let found = documents.import(c.import);
    let import = found.ok_or_else(|| missing(documents, c.import, "import", "/data/import"))?;
    let said = import.document();
    if c.people.len() != said.people as usize {
        return Err(ProcessRefusal::ImportPeople { expected: said.people, named: c.people.len() }.into());
    }
    let create = CreateProcess {
        acting_for: c.acting_for.clone(),
        catalogue: c.catalogue,
        description: said.description.clone(),
        governance: c.governance,
        language: said.language,
        name: said.name.clone(),
        template: None,
    };
    let (created, founder) = create_from(context, documents, parties, &create)?;
    let template = import.template().map(|_| import.id());
    let mut people = Vec::with_capacity(c.people.len());
    for person in &c.people {
        let known = context.person(&person.host_id, "/data/people")?;
        let named = person.named.as_ref().unwrap_or(&person.host_id);
        people.push(ImportedPerson { named: context.commit(known, named.as_str()), person_id: known });
    }
    let model = model(documents, c.governance, "/data/governance")?;
    let mut grants = vec![founder];
    let mut holders = vec![context.actor()];
    for nth in said.administrators.iter().map(|nth| *nth as usize) {
        let (Some(asked), Some(known)) = (c.people.get(nth), people.get(nth)) else { continue };
        if !holders.contains(&known.person_id) {
            let grant =
                governance::appoint(context, parties, &model, known.person_id, asked.acting_for.as_ref());
            grants.push(grant?);
            holders.push(known.person_id);
        }
    }
    let imported = ProcessImported { import: c.import, people };
    Ok((vec![ProcessCreated { template, ..created }.into(), imported.into()], grants))
}

fn model(
    documents: &dyn Documents,
    id: DocumentId,
    path: &'static str,
) -> Result<Arc<GovernanceModel>, Refused> {
    Ok(documents.model(id).ok_or_else(|| missing(documents, id, "governance model", path))?)
}

pub(super) fn template(
    documents: &dyn Documents,
    id: DocumentId,
    path: &'static str,
) -> Result<Arc<super::Template>, Refused> {
    Ok(documents.template(id).ok_or_else(|| missing(documents, id, "template", path))?)
}

pub(super) fn catalogue(documents: &dyn Documents, id: DocumentId) -> Result<(), Refused> {
    let found = documents.catalogue(id).map(drop);
    Ok(found.ok_or_else(|| missing(documents, id, "catalogue", "/data/catalogue"))?)
}

/// Why a document is not the expected one: there is none, or it is of another kind.
fn missing(
    documents: &dyn Documents,
    document: DocumentId,
    expected: &'static str,
    path: &'static str,
) -> ProcessRefusal {
    match documents.document(document) {
        Some(_) => ProcessRefusal::DocumentKind { document, expected, path },
        None => ProcessRefusal::DocumentUnknown { document, path },
    }
}
