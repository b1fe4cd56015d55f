//! The commands on a process.

use super::{ImportPerson, ItemKind, Needs, Story, TemplateEffect};
use crate::kernel::tagged;
use crate::types::{Date, DocumentId, HostId, ItemId, Key, Language, Licence, Localized, ProcessId, Remark};

tagged! {
    /// The commands of the process block; all but `process.create` are for a stream `process/ID`.
    pub enum Command {
        /// Creates a process under a governance model, empty or from a template.
        ///
        /// The actor receives the model's founder role, if the model opens it to their stakeholder kind.
        "process.create" CreateProcess {
            /// The organisation in whose name it is created, which determines the founder's stakeholder kind. Without
            /// one the actor acts for themselves, as a citizen.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub acting_for: Option<HostId>,
            /// The catalogue it takes interlinkers from, by the SHA-256 of its canonical JSON.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub catalogue: Option<DocumentId>,
            /// A description.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub description: Option<Localized>,
            /// The governance model, by the SHA-256 of its canonical JSON.
            pub governance: DocumentId,
            /// Its language by default.
            pub language: Language,
            /// Its name.
            pub name: Localized,
            /// The template it is made from, by the SHA-256 of its canonical JSON.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub template: Option<DocumentId>,
        }

        /// Changes the description, language or name of a process. Needs `process.edit`.
        "process.edit" EditProcess {
            /// The new description.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub description: Option<Localized>,
            /// The new default language.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub language: Option<Language>,
            /// The new name.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub name: Option<Localized>,
        }

        /// Creates a process from another: with the same rules, catalogue and plan, but without its people and their
        /// work. Needs `process.view` there, and what creating needs.
        "process.clone" CloneProcess {
            /// The organisation in whose name it is created. Without one the actor acts for themselves, as a citizen.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub acting_for: Option<HostId>,
            /// Its name; that of the source if absent.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub name: Option<Localized>,
            /// The source process, in the same store.
            pub source: ProcessId,
        }

        /// Creates a process from another system's export: its plan and progress, its assets, and its administrators.
        /// All of it or nothing. Needs what creating needs.
        "process.import" ImportProcess {
            /// The organisation in whose name it is created. Without one the actor acts for themselves, as a citizen.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub acting_for: Option<HostId>,
            /// The catalogue it takes interlinkers from, by the SHA-256 of its canonical JSON.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub catalogue: Option<DocumentId>,
            /// The governance model, by the SHA-256 of its canonical JSON.
            pub governance: DocumentId,
            /// The export of the other system, by the SHA-256 of its canonical JSON.
            pub import: DocumentId,
            /// The host's ids of the people named in the export, in their order.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub people: Vec<ImportPerson>,
        }

        /// Publishes the process as a good practice: its story, and a template for repeating it. No personal data are
        /// included. Needs `process.publish`.
        "process.publish" PublishProcess {
            /// The licence for using it.
            pub licence: Licence,
            /// Its story. Public: it must not be about private persons.
            pub story: Story,
        }

        /// Closes the process permanently: it can still be read, but not changed. The vault forgets the key of its
        /// participation markers. Needs `process.administer`.
        "process.close" CloseProcess {}

        /// Adds a phase, an objective or a task. Needs `item.add` on its parent.
        "item.add" AddItem {
            /// The sibling it comes before; it comes last if absent.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub before: Option<ItemId>,
            /// Whether the service is delivered in it; for phases only.
            #[serde(default, skip_serializing_if = "std::ops::Not::not")]
            pub codelivery: bool,
            /// A description.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub description: Option<Localized>,
            /// Its kind.
            pub kind: ItemKind,
            /// Its name.
            pub name: Localized,
            /// Its parent; absent for a phase.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub parent: Option<ItemId>,
            /// Its problem profiles.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub problem_profiles: Vec<Key>,
        }

        /// Changes an item. Absent fields stay unchanged. Needs `item.edit`.
        "item.edit" EditItem {
            /// Whether the service is delivered in it; for phases only.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub codelivery: Option<bool>,
            /// The new description, in all its languages.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub description: Option<Localized>,
            /// The item.
            pub item: ItemId,
            /// The new name, in all its languages.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub name: Option<Localized>,
            /// The new problem profiles.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub problem_profiles: Option<Vec<Key>>,
        }

        /// Moves an item among its siblings, or with everything in it to another parent. Needs `item.edit`, and for
        /// another parent `item.add` there. If a role, a restriction or a required purpose applies to the old or new
        /// place, so that others' permissions change, also needs `process.administer`.
        ///
        /// If something no longer has to wait then, this waives a prerequisite: it also needs `prerequisite.waive`
        /// there, the approvals that the model asks for, and a reason.
        "item.move" MoveItem {
            /// The sibling it comes before; it comes last if absent.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub before: Option<ItemId>,
            /// The item.
            pub item: ItemId,
            /// Its new parent; unchanged if absent.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub parent: Option<ItemId>,
            /// Why. Required if it waives a prerequisite. Kept in the vault, as a text by the actor.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub reason: Option<Remark>,
        }

        /// Disables an item with everything below it. Nothing is lost. Needs `item.disable`.
        ///
        /// If work waits for it and no longer has to then, this waives a prerequisite: it also needs
        /// `prerequisite.waive` there, the approvals that the model asks for, and a reason.
        "item.disable" DisableItem {
            /// The item.
            pub item: ItemId,
            /// Why. Required if it waives a prerequisite. Kept in the vault, as a text by the actor.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub reason: Option<Remark>,
        }

        /// Enables an item again, with those below it that were not disabled themselves. Needs `item.disable`.
        "item.enable" EnableItem {
            /// The item.
            pub item: ItemId,
        }

        /// Plans a task; an absent day is unset. Needs `item.schedule`.
        "item.schedule" ScheduleItem {
            /// The last day.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub end: Option<Date>,
            /// The task.
            pub item: ItemId,
            /// The first day.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub start: Option<Date>,
        }

        /// Makes an item wait for another. A cycle is refused. Needs `item.edit`.
        "prerequisite.add" AddPrerequisite {
            /// The item that will wait.
            pub item: ItemId,
            /// The status it waits for.
            pub needs: Needs,
            /// The other.
            pub on: ItemId,
        }

        /// Removes a prerequisite. Needs `item.edit`.
        ///
        /// If it is still unmet, this waives it: it also needs `prerequisite.waive` there, the approvals that the model
        /// asks for, and a reason.
        "prerequisite.remove" RemovePrerequisite {
            /// The item that waits.
            pub item: ItemId,
            /// The other.
            pub on: ItemId,
            /// Why. Required if it waives the prerequisite. Kept in the vault, as a text by the actor.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub reason: Option<Remark>,
        }

        /// Replaces the plan with another, or with none: all its items go. Allowed only while nothing is attached to
        /// them: no work, asset, assignment, role or restriction on an item, required purpose or approval. Needs
        /// `process.administer`.
        /// `process.administer`.
        "tree.replace" ReplaceTree {
            /// The template of the new plan, by the SHA-256 of its canonical JSON; absent for an empty plan.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub template: Option<DocumentId>,
        }

        /// Starts an awaiting task. Needs `task.start`; no enforced prerequisite may be unmet.
        "task.start" StartTask {
            /// The task.
            pub item: ItemId,
        }

        /// Completes a task in progress. Needs `task.complete`; no enforced prerequisite may be unmet.
        "task.complete" CompleteTask {
            /// The task.
            pub item: ItemId,
        }

        /// Puts a finished task back in progress. Needs `task.reopen`.
        "task.reopen" ReopenTask {
            /// The task.
            pub item: ItemId,
        }

        /// Lets work begin although a prerequisite is unmet. Needs `prerequisite.waive`.
        "prerequisite.waive" WaivePrerequisite {
            /// The item that waits.
            pub item: ItemId,
            /// What it waits for.
            pub on: ItemId,
            /// Why. Kept in the vault, as a text by the actor.
            pub reason: Remark,
        }

        /// Changes the catalogue, or its version, from which interlinkers are taken. Needs `process.administer`.
        "catalogue.adopt" AdoptCatalogue {
            /// The catalogue, by the SHA-256 of its canonical JSON.
            pub catalogue: DocumentId,
        }

        /// Adopts a higher version of the template from which the process was made.
        /// Needs `process.administer`.
        ///
        /// New items are added and items that the new version lacks are disabled. Texts and prerequisites follow the
        /// new version unless the process changed them itself. Once work has begun, the effect must be declared; a dry
        /// run computes it.
        "template.adopt" AdoptTemplate {
            /// The effect of the change. Required once work has begun.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub effect: Option<TemplateEffect>,
            /// Why. Kept in the vault, as a text by the actor.
            pub reason: Remark,
            /// The template, by the SHA-256 of its canonical JSON.
            pub template: DocumentId,
        }
    }
}

impl Command {
    /// The host ids that the command names, for the kernel to look up.
    pub(crate) fn host_ids(&self, each: &mut dyn FnMut(&HostId)) {
        match self {
            Self::CreateProcess(create) => create.acting_for.iter().for_each(each),
            Self::CloneProcess(clone) => clone.acting_for.iter().for_each(each),
            Self::ImportProcess(import) => {
                let people = import
                    .people
                    .iter()
                    .flat_map(|person| [Some(&person.host_id), person.acting_for.as_ref()]);
                import.acting_for.iter().chain(people.flatten()).for_each(each);
            }
            Self::EditProcess(_)
            | Self::PublishProcess(_)
            | Self::CloseProcess(_)
            | Self::AddItem(_)
            | Self::EditItem(_)
            | Self::MoveItem(_)
            | Self::DisableItem(_)
            | Self::EnableItem(_)
            | Self::ScheduleItem(_)
            | Self::AddPrerequisite(_)
            | Self::RemovePrerequisite(_)
            | Self::ReplaceTree(_)
            | Self::StartTask(_)
            | Self::CompleteTask(_)
            | Self::ReopenTask(_)
            | Self::WaivePrerequisite(_)
            | Self::AdoptCatalogue(_)
            | Self::AdoptTemplate(_) => {}
        }
    }
}
