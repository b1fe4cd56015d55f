//! What can be asked of a process.

use super::{ImportPerson, ItemKind, Needs, Story, TemplateEffect};
use crate::kernel::tagged;
use crate::types::{Date, DocumentId, HostId, ItemId, Key, Language, Licence, Localized, ProcessId, Remark};

tagged! {
    /// The commands of the process block; all but `process.create` are for a stream `process/ID`.
    pub enum Command {
        /// Creates a process under a governance model, empty or from a template.
        ///
        /// Whoever asks receives the model's founder role, if the model opens it to her stakeholder kind.
        "process.create" CreateProcess {
            /// The organisation in whose name it is created, which makes the founder of its stakeholder kind.
            /// Without one she acts for herself, as a citizen.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub acting_for: Option<HostId>,
            /// The catalogue it takes interlinkers from, by the SHA-256 of its canonical JSON.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub catalogue: Option<DocumentId>,
            /// What it is about.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub description: Option<Localized>,
            /// The governance model it runs under, by the SHA-256 of its canonical JSON.
            pub governance: DocumentId,
            /// The language it is read in where no other is asked for.
            pub language: Language,
            /// Its name.
            pub name: Localized,
            /// The template it is made from, by the SHA-256 of its canonical JSON.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub template: Option<DocumentId>,
        }

        /// Changes what the process says of itself. Needs `process.edit`.
        "process.edit" EditProcess {
            /// The new description.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub description: Option<Localized>,
            /// The language it is read in from now on where no other is asked for.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub language: Option<Language>,
            /// The new name.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub name: Option<Localized>,
        }

        /// Creates a process like another: the same rules, catalogue and plan; nothing of the people and their
        /// work. Needs `process.view` there, and what creating needs.
        "process.clone" CloneProcess {
            /// The organisation in whose name it is created. Without one she acts for herself, as a citizen.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub acting_for: Option<HostId>,
            /// Its name; that of the other if absent.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub name: Option<Localized>,
            /// The other process, in the same store.
            pub source: ProcessId,
        }

        /// Creates a process as another system had it: its plan and how far that had come, its assets, and who
        /// administered it. All of it or nothing. Needs what creating needs.
        "process.import" ImportProcess {
            /// The organisation in whose name it is created. Without one she acts for herself, as a citizen.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub acting_for: Option<HostId>,
            /// The catalogue it takes interlinkers from, by the SHA-256 of its canonical JSON.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub catalogue: Option<DocumentId>,
            /// The governance model it runs under, by the SHA-256 of its canonical JSON.
            pub governance: DocumentId,
            /// What the other system handed over, by the SHA-256 of its canonical JSON.
            pub import: DocumentId,
            /// Who is meant by each of the people that it speaks of, in their order.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub people: Vec<ImportPerson>,
        }

        /// Publishes the process as a good practice: its story, and a template to do it again. Nothing of the
        /// people goes with it. Needs `process.publish`.
        "process.publish" PublishProcess {
            /// Under what licence it may be used.
            pub licence: Licence,
            /// Its story. Public: it must not be about private persons.
            pub story: Story,
        }

        /// Closes the process for good: what is in it stays to be read, and nothing is changed any more. The vault forgets
        /// the key by which it knew who had her say in it. Needs `process.administer`.
        "process.close" CloseProcess {}

        /// Adds a phase, an objective or a task. Needs `item.add` on what it lies in.
        "item.add" AddItem {
            /// The sibling it comes before; it comes last if absent.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub before: Option<ItemId>,
            /// Whether the service is delivered in it; for phases only.
            #[serde(default, skip_serializing_if = "std::ops::Not::not")]
            pub codelivery: bool,
            /// What it is about.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub description: Option<Localized>,
            /// What it is.
            pub kind: ItemKind,
            /// Its name.
            pub name: Localized,
            /// What it lies in; nothing for a phase.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub parent: Option<ItemId>,
            /// The problem profiles that it has.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub problem_profiles: Vec<Key>,
        }

        /// Changes an item. What is absent stays as it is. Needs `item.edit`.
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
            /// The problem profiles that it has from now on.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub problem_profiles: Option<Vec<Key>>,
        }

        /// Moves an item among its siblings, or with all that is in it to another parent. Needs `item.edit`, and for another
        /// parent `item.add` there; where a role, a restriction or a required purpose stands on what it leaves or comes
        /// into, so that others may do other things with it there, `process.administer`.
        ///
        /// Where something need not wait any longer then, that passes a gate: it needs `prerequisite.waive` there too, the
        /// approvals that the model asks for, and a reason.
        "item.move" MoveItem {
            /// The sibling it comes before; it comes last if absent.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub before: Option<ItemId>,
            /// The item.
            pub item: ItemId,
            /// What it lies in from now on; it stays where it lies if absent.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub parent: Option<ItemId>,
            /// Why. Needed where it passes a gate. Kept in the vault, as a text by the actor.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub reason: Option<Remark>,
        }

        /// Disables an item with everything below it. Nothing is lost. Needs `item.disable`.
        ///
        /// Where work waits for it and need not wait any longer then, that passes a gate: it needs `prerequisite.waive` there too,
        /// the approvals that the model asks for, and a reason.
        "item.disable" DisableItem {
            /// The item.
            pub item: ItemId,
            /// Why. Needed where it passes a gate. Kept in the vault, as a text by the actor.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub reason: Option<Remark>,
        }

        /// Enables an item again, and what below it was not disabled itself. Needs `item.disable`.
        "item.enable" EnableItem {
            /// The item.
            pub item: ItemId,
        }

        /// Plans a task; a day that is absent is unset. Needs `item.schedule`.
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
            /// What of the other it waits for.
            pub needs: Needs,
            /// The other.
            pub on: ItemId,
        }

        /// Makes an item wait for another no longer. Needs `item.edit`.
        ///
        /// Where it still waits for it, that passes a gate: it needs `prerequisite.waive` there too, the approvals that the model
        /// asks for, and a reason.
        "prerequisite.remove" RemovePrerequisite {
            /// The item that waits.
            pub item: ItemId,
            /// The other.
            pub on: ItemId,
            /// Why. Needed where it passes a gate. Kept in the vault, as a text by the actor.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub reason: Option<Remark>,
        }

        /// Puts another plan in the place of this one, or none: all its items go. Only as long as nothing hangs on any of them: no
        /// work, no asset, no assignment, no role or restriction on an item, no required purpose, no approval. Needs
        /// `process.administer`.
        "tree.replace" ReplaceTree {
            /// The template of the new plan, by the SHA-256 of its canonical JSON; the process is empty if absent.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub template: Option<DocumentId>,
        }

        /// Starts a task that is awaiting. Needs `task.start`, and that nothing enforced holds it back.
        "task.start" StartTask {
            /// The task.
            pub item: ItemId,
        }

        /// Completes a task in progress. Needs `task.complete`, and that nothing enforced holds it back.
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

        /// Takes interlinkers from this catalogue, or this version of it, from now on. Needs
        /// `process.administer`.
        "catalogue.adopt" AdoptCatalogue {
            /// The catalogue, by the SHA-256 of its canonical JSON.
            pub catalogue: DocumentId,
        }

        /// Takes over a higher version of the template that the process was made from.
        /// Needs `process.administer`.
        ///
        /// New items come, items that the new version lacks are disabled, texts and prerequisites follow the
        /// new version where the process had not changed them itself. Once work has begun, the effect must be
        /// declared; a dry run says what it is.
        "template.adopt" AdoptTemplate {
            /// What the change does. Required once work has begun.
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
