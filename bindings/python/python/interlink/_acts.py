"""The commands that an engine executes.

Generated from the JSON Schemas that the library publishes (`cargo xtask generate`).
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime

    from . import types

__all__ = ["Acts"]


def _given(data: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in data.items() if value is not None}


class Acts(ABC):
    """A method for each type of command, with what the type needs as keywords."""

    @abstractmethod
    def _act(self, type: str, data: dict[str, object]) -> types.ExecutedView:
        """Gives a command of that type."""

    def operator_appoint(self, *, person: types.HostId) -> types.ExecutedView:
        """Makes a person an operator of the store: by an operator, or by the host itself.

        Args:
            person: The host's id of the person.
        """
        given: dict[str, object] = {
            "person": person,
        }
        return self._act("operator.appoint", given)

    def operator_dismiss(self, *, person: types.HostId) -> types.ExecutedView:
        """Dismisses an operator: by an operator, or by the host itself. The last operator cannot be
        dismissed.

        Args:
            person: The host's id of the person.
        """
        given: dict[str, object] = {
            "person": person,
        }
        return self._act("operator.dismiss", given)

    def organisation_register(
        self,
        *,
        kind: types.StakeholderKind,
        name: types.Localized,
        organisation: types.HostId,
        team_creation: types.TeamPolicy,
    ) -> types.ExecutedView:
        """Registers an organisation; the actor becomes its administrator.

        Args:
            kind: What kind of stakeholder it is.
            name: Its name. Public: it must not be the name of a private person.
            organisation: The host's id for it.
            team_creation: Who may create teams in it.
        """
        given: dict[str, object] = {
            "kind": kind,
            "name": name,
            "organisation": organisation,
            "team_creation": team_creation,
        }
        return self._act("organisation.register", given)

    def organisation_edit(
        self,
        *,
        name: types.Localized | None = None,
        team_creation: types.TeamPolicy | None = None,
    ) -> types.ExecutedView:
        """Changes an organisation's name or who may create teams.

        Args:
            name: The new name.
            team_creation: Who may create teams from now on.
        """
        given: dict[str, object] = {
            "name": name,
            "team_creation": team_creation,
        }
        return self._act("organisation.edit", _given(given))

    def organisation_verify(
        self,
        *,
        kind: types.StakeholderKind,
        register: types.RegisterEntry,
        evidence: types.FileDigest | None = None,
    ) -> types.ExecutedView:
        """Records, as an operator of the store, that the organisation is what it claims to be.

        Args:
            kind: The kind of stakeholder according to the register; it becomes the organisation's kind.
            register: Its entry in the register.
            evidence: The SHA-256 of the evidence that the operator saw, such as an extract from the
                register.
        """
        given: dict[str, object] = {
            "kind": kind,
            "register": register,
            "evidence": evidence,
        }
        return self._act("organisation.verify", _given(given))

    def organisation_unverify(self) -> types.ExecutedView:
        """Revokes a verification, as an operator of the store."""
        return self._act("organisation.unverify", {})

    def administrator_appoint(self, *, person: types.HostId) -> types.ExecutedView:
        """Makes a person an administrator of the organisation: by an administrator; or by an operator of the
        store, if every administrator was erased.

        Args:
            person: The host's id of the person.
        """
        given: dict[str, object] = {
            "person": person,
        }
        return self._act("administrator.appoint", given)

    def administrator_dismiss(self, *, person: types.HostId) -> types.ExecutedView:
        """Ends a person's administration. The last administrator cannot be dismissed.

        Args:
            person: The host's id of the person.
        """
        given: dict[str, object] = {
            "person": person,
        }
        return self._act("administrator.dismiss", given)

    def member_add(
        self,
        *,
        person: types.HostId,
        from_: types.Timestamp | datetime | None = None,
        until: types.Timestamp | datetime | None = None,
    ) -> types.ExecutedView:
        """Makes a person a member of the organisation.

        Args:
            person: The host's id of the person.
            from_: When the membership begins; at the command's time if absent.
            until: When the membership ends; never if absent.
        """
        given: dict[str, object] = {
            "person": person,
            "from": from_,
            "until": until,
        }
        return self._act("member.add", _given(given))

    def member_remove(self, *, person: types.HostId) -> types.ExecutedView:
        """Ends a membership at the command's time.

        Args:
            person: The host's id of the person.
        """
        given: dict[str, object] = {
            "person": person,
        }
        return self._act("member.remove", given)

    def team_create(
        self,
        *,
        kind: types.StakeholderKind,
        name: types.Localized,
        team: types.HostId,
    ) -> types.ExecutedView:
        """Creates a team in the organisation; the actor leads it.

        Args:
            kind: What kind of stakeholder the team is; a municipality may host a team of citizens.
            name: Its name. Public: it must not be the name of a private person.
            team: The host's id for it.
        """
        given: dict[str, object] = {
            "kind": kind,
            "name": name,
            "team": team,
        }
        return self._act("team.create", given)

    def team_member_add(
        self,
        *,
        person: types.HostId,
        team: types.HostId,
        from_: types.Timestamp | datetime | None = None,
        until: types.Timestamp | datetime | None = None,
    ) -> types.ExecutedView:
        """Adds a person to a team.

        Args:
            person: The host's id of the person.
            team: The host's id of the team.
            from_: When the membership begins; at the command's time if absent.
            until: When the membership ends; never if absent.
        """
        given: dict[str, object] = {
            "person": person,
            "team": team,
            "from": from_,
            "until": until,
        }
        return self._act("team_member.add", _given(given))

    def team_edit(self, *, name: types.Localized, team: types.HostId) -> types.ExecutedView:
        """Renames a team. The actor must lead it or administer the organisation.

        Args:
            name: Its new name. Public: it must not be the name of a private person.
            team: The host's id of the team.
        """
        given: dict[str, object] = {
            "name": name,
            "team": team,
        }
        return self._act("team.edit", given)

    def team_close(self, *, team: types.HostId) -> types.ExecutedView:
        """Closes a team: every membership in it ends, and nobody can join it any more. Its roles stay on
        record and no longer permit anything. The actor must lead the team or administer the organisation.

        Args:
            team: The host's id of the team.
        """
        given: dict[str, object] = {
            "team": team,
        }
        return self._act("team.close", given)

    def team_merge(self, *, into: types.HostId, team: types.HostId) -> types.ExecutedView:
        """Closes a team and moves its members into another team of the same kind, each for the rest of their
        membership. Roles are not moved: whoever grants roles in a process grants them to the other team.
        The actor must lead both teams, or administer the organisation.

        Args:
            into: The host's id of the team that continues.
            team: The host's id of the team that is closed.
        """
        given: dict[str, object] = {
            "into": into,
            "team": team,
        }
        return self._act("team.merge", given)

    def team_member_remove(self, *, person: types.HostId, team: types.HostId) -> types.ExecutedView:
        """Removes a person from a team at the command's time.

        Args:
            person: The host's id of the person.
            team: The host's id of the team.
        """
        given: dict[str, object] = {
            "person": person,
            "team": team,
        }
        return self._act("team_member.remove", given)

    def role_grant(
        self,
        *,
        holder: types.HolderRef,
        role: types.Key,
        acting_for: types.HostId | None = None,
        from_: types.Timestamp | datetime | None = None,
        item: types.ItemId | None = None,
        until: types.Timestamp | datetime | None = None,
    ) -> types.ExecutedView:
        """Grants a party a role on the process, or on an item and everything below it.

        Needs `role.grant` there. Nobody can grant permissions that they do not hold: an actor who is not
        an administrator can only grant roles whose every permission they hold there.

        Args:
            holder: The party that receives the role.
            role: The role, by its key in the governance model.
            acting_for: The organisation for which a person will act; the role is then held in its
                stakeholder kind. Without one, the person acts for themselves, as a citizen. Not for teams,
                which have their own kind.
            from_: When the grant begins; at the command's time if absent.
            item: The item; the whole process if absent.
            until: When the grant ends; never if absent.
        """
        given: dict[str, object] = {
            "holder": holder,
            "role": role,
            "acting_for": acting_for,
            "from": from_,
            "item": item,
            "until": until,
        }
        return self._act("role.grant", _given(given))

    def role_revoke(self, *, grant: types.GrantId, reason: types.Remark | None = None) -> types.ExecutedView:
        """Ends a grant at the command's time. Needs `role.grant` on its scope.

        Args:
            grant: The grant.
            reason: The reason. Kept in the vault, as a text about the holder.
        """
        given: dict[str, object] = {
            "grant": grant,
            "reason": reason,
        }
        return self._act("role.revoke", _given(given))

    def restriction_place(
        self,
        *,
        holder: types.HolderRef,
        permissions: types.PermissionSet,
        reason: types.Remark,
        from_: types.Timestamp | datetime | None = None,
        item: types.ItemId | None = None,
        until: types.Timestamp | datetime | None = None,
    ) -> types.ExecutedView:
        """Denies a party permissions on the process, or on an item and everything below it.

        Needs `restriction.place` there. Only an administrator can deny `process.administer`.

        Args:
            holder: The party that is restricted.
            permissions: The permissions that are denied.
            reason: The reason. Kept in the vault, as a text about the person restricted.
            from_: When the restriction begins; at the command's time if absent.
            item: The item; the whole process if absent.
            until: When the restriction ends; never if absent.
        """
        given: dict[str, object] = {
            "holder": holder,
            "permissions": permissions,
            "reason": reason,
            "from": from_,
            "item": item,
            "until": until,
        }
        return self._act("restriction.place", _given(given))

    def restriction_lift(self, *, restriction: types.RestrictionId) -> types.ExecutedView:
        """Ends a restriction at the command's time. Needs `restriction.place` on its scope.

        Args:
            restriction: The restriction.
        """
        given: dict[str, object] = {
            "restriction": restriction,
        }
        return self._act("restriction.lift", given)

    def approval_ask(
        self,
        *,
        act: types.Deed,
        permission: types.Permission,
        item: types.ItemId | None = None,
        matter: types.MatterRef | None = None,
    ) -> types.ExecutedView:
        """Requests approval for an act for which the governance model requires it. Needs the permission of
        the act.

        Whoever may approve it is notified.

        Args:
            act: The exact command that will be given: the approval is for this command and nothing else.
                Kept in the vault, as a text about the person whom the command's own texts would concern, so
                that the approvers can read it.
            permission: The permission that the act needs.
            item: The item of the act; the process as a whole if absent.
            matter: What the act concerns besides the item.
        """
        given: dict[str, object] = {
            "act": act,
            "permission": permission,
            "item": item,
            "matter": matter,
        }
        return self._act("approval.ask", _given(given))

    def approval_give(self, *, request: types.ApprovalId) -> types.ExecutedView:
        """Approves somebody else's act before it happens, where the governance model requires it.

        Only a holder of a role that the model names for the act, on the item's scope, can approve, and
        only in a role that somebody else granted. The approval is for the exact command that was
        requested, as long as what it concerns does not change, and counts while the approver holds the
        role without interruption.

        Args:
            request: The request: the id of the `approval.asked`.
        """
        given: dict[str, object] = {
            "request": request,
        }
        return self._act("approval.give", given)

    def approval_withdraw(self, *, approval: types.ApprovalId) -> types.ExecutedView:
        """Withdraws the actor's own approval that has not been used.

        Args:
            approval: The approval.
        """
        given: dict[str, object] = {
            "approval": approval,
        }
        return self._act("approval.withdraw", given)

    def governance_adopt(
        self,
        *,
        model: types.DocumentId,
        reason: types.Remark,
        effect: types.Effect | None = None,
    ) -> types.ExecutedView:
        """Adopts another governance model for the process. Needs `process.administer`.

        Once work has begun, only a higher version of the same model can be adopted, and its effect must be
        declared; a dry run returns the effect.

        Args:
            model: The model, by the SHA-256 of its canonical JSON.
            reason: The reason. Kept in the vault, as a text by the actor.
            effect: The effect of the change. Required once work has begun.
        """
        given: dict[str, object] = {
            "model": model,
            "reason": reason,
            "effect": effect,
        }
        return self._act("governance.adopt", _given(given))

    def process_create(
        self,
        *,
        governance: types.DocumentId,
        language: types.Language,
        name: types.Localized,
        acting_for: types.HostId | None = None,
        catalogue: types.DocumentId | None = None,
        description: types.Localized | None = None,
        template: types.DocumentId | None = None,
    ) -> types.ExecutedView:
        """Creates a process under a governance model, empty or from a template.

        The actor receives the model's founder role, if the model opens it to their stakeholder kind.

        Args:
            governance: The governance model, by the SHA-256 of its canonical JSON.
            language: Its language by default.
            name: Its name.
            acting_for: The organisation in whose name it is created, which determines the founder's
                stakeholder kind. Without one the actor acts for themselves, as a citizen.
            catalogue: The catalogue it takes interlinkers from, by the SHA-256 of its canonical JSON.
            description: A description.
            template: The template it is made from, by the SHA-256 of its canonical JSON.
        """
        given: dict[str, object] = {
            "governance": governance,
            "language": language,
            "name": name,
            "acting_for": acting_for,
            "catalogue": catalogue,
            "description": description,
            "template": template,
        }
        return self._act("process.create", _given(given))

    def process_edit(
        self,
        *,
        description: types.Localized | None = None,
        language: types.Language | None = None,
        name: types.Localized | None = None,
    ) -> types.ExecutedView:
        """Changes the description, language or name of a process. Needs `process.edit`.

        Args:
            description: The new description.
            language: The new default language.
            name: The new name.
        """
        given: dict[str, object] = {
            "description": description,
            "language": language,
            "name": name,
        }
        return self._act("process.edit", _given(given))

    def process_clone(
        self,
        *,
        source: types.ProcessId,
        acting_for: types.HostId | None = None,
        name: types.Localized | None = None,
    ) -> types.ExecutedView:
        """Creates a process from another: with the same rules, catalogue and plan, but without its people and
        their work. Needs `process.view` there, and what creating needs.

        Args:
            source: The source process, in the same store.
            acting_for: The organisation in whose name it is created. Without one the actor acts for
                themselves, as a citizen.
            name: Its name; that of the source if absent.
        """
        given: dict[str, object] = {
            "source": source,
            "acting_for": acting_for,
            "name": name,
        }
        return self._act("process.clone", _given(given))

    def process_import(
        self,
        *,
        governance: types.DocumentId,
        import_: types.DocumentId,
        acting_for: types.HostId | None = None,
        catalogue: types.DocumentId | None = None,
        people: list[types.ImportPerson] | None = None,
    ) -> types.ExecutedView:
        """Creates a process from another system's export: its plan and progress, its assets, and its
        administrators. All of it or nothing. Needs what creating needs.

        Args:
            governance: The governance model, by the SHA-256 of its canonical JSON.
            import_: The export of the other system, by the SHA-256 of its canonical JSON.
            acting_for: The organisation in whose name it is created. Without one the actor acts for
                themselves, as a citizen.
            catalogue: The catalogue it takes interlinkers from, by the SHA-256 of its canonical JSON.
            people: The host's ids of the people named in the export, in their order.
        """
        given: dict[str, object] = {
            "governance": governance,
            "import": import_,
            "acting_for": acting_for,
            "catalogue": catalogue,
            "people": people,
        }
        return self._act("process.import", _given(given))

    def process_publish(self, *, licence: types.Licence, story: types.Story) -> types.ExecutedView:
        """Publishes the process as a good practice: its story, and a template for repeating it. No personal
        data are included. Needs `process.publish`.

        Args:
            licence: The licence for using it.
            story: Its story. Public: it must not be about private persons.
        """
        given: dict[str, object] = {
            "licence": licence,
            "story": story,
        }
        return self._act("process.publish", given)

    def process_close(self) -> types.ExecutedView:
        """Closes the process permanently: it can still be read, but not changed. The vault forgets the key
        of its participation markers. Needs `process.administer`.
        """
        return self._act("process.close", {})

    def item_add(
        self,
        *,
        kind: types.ItemKind,
        name: types.Localized,
        before: types.ItemId | None = None,
        codelivery: bool | None = None,
        description: types.Localized | None = None,
        parent: types.ItemId | None = None,
        problem_profiles: list[types.Key] | None = None,
    ) -> types.ExecutedView:
        """Adds a phase, an objective or a task. Needs `item.add` on its parent.

        Args:
            kind: Its kind.
            name: Its name.
            before: The sibling it comes before; it comes last if absent.
            codelivery: Whether the service is delivered in it; for phases only.
            description: A description.
            parent: Its parent; absent for a phase.
            problem_profiles: Its problem profiles.
        """
        given: dict[str, object] = {
            "kind": kind,
            "name": name,
            "before": before,
            "codelivery": codelivery,
            "description": description,
            "parent": parent,
            "problem_profiles": problem_profiles,
        }
        return self._act("item.add", _given(given))

    def item_edit(
        self,
        *,
        item: types.ItemId,
        codelivery: bool | None = None,
        description: types.Localized | None = None,
        name: types.Localized | None = None,
        problem_profiles: list[types.Key] | None = None,
    ) -> types.ExecutedView:
        """Changes an item. Absent fields stay unchanged. Needs `item.edit`.

        Args:
            item: The item.
            codelivery: Whether the service is delivered in it; for phases only.
            description: The new description, in all its languages.
            name: The new name, in all its languages.
            problem_profiles: The new problem profiles.
        """
        given: dict[str, object] = {
            "item": item,
            "codelivery": codelivery,
            "description": description,
            "name": name,
            "problem_profiles": problem_profiles,
        }
        return self._act("item.edit", _given(given))

    def item_move(
        self,
        *,
        item: types.ItemId,
        before: types.ItemId | None = None,
        parent: types.ItemId | None = None,
        reason: types.Remark | None = None,
    ) -> types.ExecutedView:
        """Moves an item among its siblings, or with everything in it to another parent. Needs `item.edit`,
        and for another parent `item.add` there. If a role, a restriction or a required purpose applies to
        the old or new place, so that others' permissions change, also needs `process.administer`.

        If something no longer has to wait then, this waives a prerequisite: it also needs
        `prerequisite.waive` there, the approvals that the model asks for, and a reason.

        Args:
            item: The item.
            before: The sibling it comes before; it comes last if absent.
            parent: Its new parent; unchanged if absent.
            reason: Why. Required if it waives a prerequisite. Kept in the vault, as a text by the actor.
        """
        given: dict[str, object] = {
            "item": item,
            "before": before,
            "parent": parent,
            "reason": reason,
        }
        return self._act("item.move", _given(given))

    def item_disable(self, *, item: types.ItemId, reason: types.Remark | None = None) -> types.ExecutedView:
        """Disables an item with everything below it. Nothing is lost. Needs `item.disable`.

        If work waits for it and no longer has to then, this waives a prerequisite: it also needs
        `prerequisite.waive` there, the approvals that the model asks for, and a reason.

        Args:
            item: The item.
            reason: Why. Required if it waives a prerequisite. Kept in the vault, as a text by the actor.
        """
        given: dict[str, object] = {
            "item": item,
            "reason": reason,
        }
        return self._act("item.disable", _given(given))

    def item_enable(self, *, item: types.ItemId) -> types.ExecutedView:
        """Enables an item again, with those below it that were not disabled themselves. Needs `item.disable`.

        Args:
            item: The item.
        """
        given: dict[str, object] = {
            "item": item,
        }
        return self._act("item.enable", given)

    def item_schedule(
        self,
        *,
        item: types.ItemId,
        end: types.Date | date | None = None,
        start: types.Date | date | None = None,
    ) -> types.ExecutedView:
        """Plans a task; an absent day is unset. Needs `item.schedule`.

        Args:
            item: The task.
            end: The last day.
            start: The first day.
        """
        given: dict[str, object] = {
            "item": item,
            "end": end,
            "start": start,
        }
        return self._act("item.schedule", _given(given))

    def prerequisite_add(
        self,
        *,
        item: types.ItemId,
        needs: types.Needs,
        on: types.ItemId,
    ) -> types.ExecutedView:
        """Makes an item wait for another. A cycle is refused. Needs `item.edit`.

        Args:
            item: The item that will wait.
            needs: The status it waits for.
            on: The other.
        """
        given: dict[str, object] = {
            "item": item,
            "needs": needs,
            "on": on,
        }
        return self._act("prerequisite.add", given)

    def prerequisite_remove(
        self,
        *,
        item: types.ItemId,
        on: types.ItemId,
        reason: types.Remark | None = None,
    ) -> types.ExecutedView:
        """Removes a prerequisite. Needs `item.edit`.

        If it is still unmet, this waives it: it also needs `prerequisite.waive` there, the approvals that
        the model asks for, and a reason.

        Args:
            item: The item that waits.
            on: The other.
            reason: Why. Required if it waives the prerequisite. Kept in the vault, as a text by the
                actor.
        """
        given: dict[str, object] = {
            "item": item,
            "on": on,
            "reason": reason,
        }
        return self._act("prerequisite.remove", _given(given))

    def tree_replace(self, *, template: types.DocumentId | None = None) -> types.ExecutedView:
        """Replaces the plan with another, or with none: all its items go. Allowed only while nothing is
        attached to them: no work, asset, assignment, role or restriction on an item, required purpose or
        approval. Needs `process.administer`. `process.administer`.

        Args:
            template: The template of the new plan, by the SHA-256 of its canonical JSON; absent for an
                empty plan.
        """
        given: dict[str, object] = {
            "template": template,
        }
        return self._act("tree.replace", _given(given))

    def task_start(self, *, item: types.ItemId) -> types.ExecutedView:
        """Starts an awaiting task. Needs `task.start`; no enforced prerequisite may be unmet.

        Args:
            item: The task.
        """
        given: dict[str, object] = {
            "item": item,
        }
        return self._act("task.start", given)

    def task_complete(self, *, item: types.ItemId) -> types.ExecutedView:
        """Completes a task in progress. Needs `task.complete`; no enforced prerequisite may be unmet.

        Args:
            item: The task.
        """
        given: dict[str, object] = {
            "item": item,
        }
        return self._act("task.complete", given)

    def task_reopen(self, *, item: types.ItemId) -> types.ExecutedView:
        """Puts a finished task back in progress. Needs `task.reopen`.

        Args:
            item: The task.
        """
        given: dict[str, object] = {
            "item": item,
        }
        return self._act("task.reopen", given)

    def prerequisite_waive(
        self,
        *,
        item: types.ItemId,
        on: types.ItemId,
        reason: types.Remark,
    ) -> types.ExecutedView:
        """Lets work begin although a prerequisite is unmet. Needs `prerequisite.waive`.

        Args:
            item: The item that waits.
            on: What it waits for.
            reason: Why. Kept in the vault, as a text by the actor.
        """
        given: dict[str, object] = {
            "item": item,
            "on": on,
            "reason": reason,
        }
        return self._act("prerequisite.waive", given)

    def catalogue_adopt(self, *, catalogue: types.DocumentId) -> types.ExecutedView:
        """Changes the catalogue, or its version, from which interlinkers are taken. Needs
        `process.administer`.

        Args:
            catalogue: The catalogue, by the SHA-256 of its canonical JSON.
        """
        given: dict[str, object] = {
            "catalogue": catalogue,
        }
        return self._act("catalogue.adopt", given)

    def template_adopt(
        self,
        *,
        reason: types.Remark,
        template: types.DocumentId,
        effect: types.TemplateEffect | None = None,
    ) -> types.ExecutedView:
        """Adopts a higher version of the template from which the process was made. Needs
        `process.administer`.

        New items are added and items that the new version lacks are disabled. Texts and prerequisites
        follow the new version unless the process changed them itself. Once work has begun, the effect must
        be declared; a dry run computes it.

        Args:
            reason: Why. Kept in the vault, as a text by the actor.
            template: The template, by the SHA-256 of its canonical JSON.
            effect: The effect of the change. Required once work has begun.
        """
        given: dict[str, object] = {
            "reason": reason,
            "template": template,
            "effect": effect,
        }
        return self._act("template.adopt", _given(given))

    def asset_add(
        self,
        *,
        content: types.Content,
        item: types.ItemId,
        title: types.Localized,
        derived_from: list[types.Derivation] | None = None,
        description: types.Localized | None = None,
        interlinker: types.Key | None = None,
        licence: types.Licence | None = None,
    ) -> types.ExecutedView:
        """Adds an asset to a task. Needs `asset.create` there.

        If the governance model says so, the first asset of an awaiting task starts the task.

        Args:
            content: Its content.
            item: The task.
            title: Its title. Public: it must not be about a private person.
            derived_from: What it was made from.
            description: A description.
            interlinker: The knowledge resource of the process's catalogue it was made from.
            licence: The licence for using it.
        """
        given: dict[str, object] = {
            "content": content,
            "item": item,
            "title": title,
            "derived_from": derived_from,
            "description": description,
            "interlinker": interlinker,
            "licence": licence,
        }
        return self._act("asset.add", _given(given))

    def asset_edit(
        self,
        *,
        asset: types.AssetId,
        description: types.Localized | None = None,
        licence: types.Licence | None = None,
        title: types.Localized | None = None,
    ) -> types.ExecutedView:
        """Changes the title, description or licence of an asset. Absent fields stay unchanged. Needs
        `asset.edit` on its task.

        Args:
            asset: The asset.
            description: The new description.
            licence: The new licence.
            title: The new title.
        """
        given: dict[str, object] = {
            "asset": asset,
            "description": description,
            "licence": licence,
            "title": title,
        }
        return self._act("asset.edit", _given(given))

    def asset_revise(self, *, asset: types.AssetId, content: types.Content) -> types.ExecutedView:
        """Adds a version of an asset; earlier ones are kept. Needs `asset.edit` on its task.

        Args:
            asset: The asset.
            content: Its new content.
        """
        given: dict[str, object] = {
            "asset": asset,
            "content": content,
        }
        return self._act("asset.revise", given)

    def asset_open(self, *, asset: types.AssetId) -> types.ExecutedView:
        """Opens an asset and records the access: who, what, and when. Needs `asset.view` on its task, and the
        purposes required for it.

        Args:
            asset: The asset.
        """
        given: dict[str, object] = {
            "asset": asset,
        }
        return self._act("asset.open", given)

    def asset_delete(
        self,
        *,
        asset: types.AssetId,
        reason: types.Remark | None = None,
    ) -> types.ExecutedView:
        """Deletes an asset. The record keeps that it existed. Needs `asset.delete` on its task.

        Args:
            asset: The asset.
            reason: Why. Kept in the vault, as a text by the actor.
        """
        given: dict[str, object] = {
            "asset": asset,
            "reason": reason,
        }
        return self._act("asset.delete", _given(given))

    def assignment_make(
        self,
        *,
        holder: types.HolderRef,
        item: types.ItemId,
        asset: types.AssetId | None = None,
        text: types.Remark | None = None,
    ) -> types.ExecutedView:
        """Assigns work on a task to a person or a team. Needs `task.assign` there.

        Args:
            holder: The assignee.
            item: The task.
            asset: The asset of the task to work on, if any.
            text: The work. Kept in the vault, as a text about the assignee.
        """
        given: dict[str, object] = {
            "holder": holder,
            "item": item,
            "asset": asset,
            "text": text,
        }
        return self._act("assignment.make", _given(given))

    def assignment_withdraw(self, *, assignment: types.AssignmentId) -> types.ExecutedView:
        """Withdraws an assignment. Needs `task.assign` on its task, or to be the assignee.

        Args:
            assignment: The assignment.
        """
        given: dict[str, object] = {
            "assignment": assignment,
        }
        return self._act("assignment.withdraw", given)

    def assignment_complete(self, *, assignment: types.AssignmentId) -> types.ExecutedView:
        """Marks an assignment as done. Needs to be the assignee or a member of the assigned team, or
        `task.assign` on its task. Credit for the work is claimed and reviewed as a contribution; this only
        closes the assignment.

        Args:
            assignment: The assignment.
        """
        given: dict[str, object] = {
            "assignment": assignment,
        }
        return self._act("assignment.complete", given)

    def contribution_claim(
        self,
        *,
        item: types.ItemId,
        kind: types.ContributionKind,
        text: types.Remark,
        asset: types.AssetId | None = None,
        assignment: types.AssignmentId | None = None,
        team: types.HostId | None = None,
    ) -> types.ExecutedView:
        """Claims the actor's own contribution to a task. Needs `contribution.claim` there.

        Args:
            item: The task.
            kind: Its kind.
            text: The work done. Kept in the vault, as a text about the contributor.
            asset: The asset of the task, if any.
            assignment: The assignment it answers.
            team: The team for which the person contributed, as a member of it.
        """
        given: dict[str, object] = {
            "item": item,
            "kind": kind,
            "text": text,
            "asset": asset,
            "assignment": assignment,
            "team": team,
        }
        return self._act("contribution.claim", _given(given))

    def contribution_record(
        self,
        *,
        item: types.ItemId,
        kind: types.ContributionKind,
        person: types.HostId,
        text: types.Remark,
        asset: types.AssetId | None = None,
        team: types.HostId | None = None,
    ) -> types.ExecutedView:
        """Records another person's contribution, for example of somebody who took part without a screen.
        Needs `contribution.review` on the task, and the contributor must be permitted to contribute there.
        It names its recorder. The contributor can confirm it or withdraw it, and the recorder may not
        review it.

        Args:
            item: The task.
            kind: Its kind.
            person: The contributor, by the host's id.
            text: The work done. Kept in the vault, as a text about the contributor.
            asset: The asset of the task, if any.
            team: The team for which the person contributed, as a member of it.
        """
        given: dict[str, object] = {
            "item": item,
            "kind": kind,
            "person": person,
            "text": text,
            "asset": asset,
            "team": team,
        }
        return self._act("contribution.record", _given(given))

    def contribution_confirm(self, *, contribution: types.ContributionId) -> types.ExecutedView:
        """Confirms a contribution that another person recorded of the actor.

        Args:
            contribution: The contribution.
        """
        given: dict[str, object] = {
            "contribution": contribution,
        }
        return self._act("contribution.confirm", given)

    def contribution_withdraw(self, *, contribution: types.ContributionId) -> types.ExecutedView:
        """Withdraws the actor's own claim if it was not reviewed; or a contribution that another person
        recorded of the actor, if it was not confirmed and no points were awarded for it.

        Args:
            contribution: The contribution.
        """
        given: dict[str, object] = {
            "contribution": contribution,
        }
        return self._act("contribution.withdraw", given)

    def contribution_accept(
        self,
        *,
        contribution: types.ContributionId,
        level: types.Level | None = None,
    ) -> types.ExecutedView:
        """Accepts a contribution. Needs `contribution.review` on its task. It must be another person's,
        unless the governance model lets people review their own.

        Args:
            contribution: The contribution.
            level: Its level; if absent, suggested from its share of the task's claims.
        """
        given: dict[str, object] = {
            "contribution": contribution,
            "level": level,
        }
        return self._act("contribution.accept", _given(given))

    def contribution_return(
        self,
        *,
        contribution: types.ContributionId,
        reason: types.Remark,
    ) -> types.ExecutedView:
        """Returns a contribution with a reason. Needs what accepting needs.

        Args:
            contribution: The contribution.
            reason: Why. Kept in the vault, as a text about the contributor.
        """
        given: dict[str, object] = {
            "contribution": contribution,
            "reason": reason,
        }
        return self._act("contribution.return", given)

    def task_estimate(self, *, complexity: types.Complexity, item: types.ItemId) -> types.ExecutedView:
        """Estimates the complexity of a task. Needs `item.edit` there.

        Args:
            complexity: For each kind of contribution.
            item: The task.
        """
        given: dict[str, object] = {
            "complexity": complexity,
            "item": item,
        }
        return self._act("task.estimate", given)

    def points_award(self, *, item: types.ItemId) -> types.ExecutedView:
        """Awards the points of a finished task to all its contributors at once. Needs `contribution.review`
        there; no claim may be waiting for review.

        Args:
            item: The task.
        """
        given: dict[str, object] = {
            "item": item,
        }
        return self._act("points.award", given)

    def points_reverse(self, *, award: types.AwardId, reason: types.Remark) -> types.ExecutedView:
        """Reverses one award, with a reason. Needs `contribution.review` on its task.

        Args:
            award: The award.
            reason: Why. Kept in the vault, as a text by the actor.
        """
        given: dict[str, object] = {
            "award": award,
            "reason": reason,
        }
        return self._act("points.reverse", given)

    def participation_ask(self, *, text: types.Remark) -> types.ExecutedView:
        """Asks to take part in the process. Needs no permission; a person may have one open request at a
        time.

        Args:
            text: Why. Kept in the vault, as a text about the person asking.
        """
        given: dict[str, object] = {
            "text": text,
        }
        return self._act("participation.ask", given)

    def participation_accept(
        self,
        *,
        request: types.ParticipationId,
        role: types.Key,
        acting_for: types.HostId | None = None,
        item: types.ItemId | None = None,
        reason: types.Remark | None = None,
    ) -> types.ExecutedView:
        """Accepts a request to take part and grants a role. Needs what granting the role needs.

        Args:
            request: The request.
            role: The role.
            acting_for: The organisation in whose name the person will hold the role; as a citizen if
                absent.
            item: The item to which the role applies, with everything below; the whole process if absent.
            reason: Why. Kept in the vault, as a text about the person asking.
        """
        given: dict[str, object] = {
            "request": request,
            "role": role,
            "acting_for": acting_for,
            "item": item,
            "reason": reason,
        }
        return self._act("participation.accept", _given(given))

    def participation_decline(
        self,
        *,
        reason: types.Remark,
        request: types.ParticipationId,
    ) -> types.ExecutedView:
        """Declines a request to take part. Needs `role.grant` on the process.

        Args:
            reason: Why. Kept in the vault, as a text about the person asking.
            request: The request.
        """
        given: dict[str, object] = {
            "reason": reason,
            "request": request,
        }
        return self._act("participation.decline", given)

    def rating_give(
        self,
        *,
        rated: types.Rated,
        seen_in: types.DocumentId,
        stars: types.Stars,
        text: types.Remark | None = None,
    ) -> types.ExecutedView:
        """Rates something, or changes the actor's earlier rating.

        Args:
            rated: What is rated.
            seen_in: The document that shows it: the catalogue or the publication, by the SHA-256 of its
                canonical JSON.
            stars: How helpful it was, from 0 to 5.
            text: The reason in the actor's words. Kept in the vault, as a text about the actor; readers
                of the ratings see it without the actor's name.
        """
        given: dict[str, object] = {
            "rated": rated,
            "seen_in": seen_in,
            "stars": stars,
            "text": text,
        }
        return self._act("rating.give", _given(given))

    def rating_withdraw(self, *, rated: types.Rated) -> types.ExecutedView:
        """Withdraws the actor's rating.

        Args:
            rated: What was rated.
        """
        given: dict[str, object] = {
            "rated": rated,
        }
        return self._act("rating.withdraw", given)

    def mandate_grant(
        self,
        *,
        mandate_holder: types.MandateHolderRef,
        mandate_kind: types.DocumentId,
        principal: types.PrincipalRef,
        acceptance_code: types.Key | None = None,
        act_evidence: types.Evidence | None = None,
        from_: types.Date | date | None = None,
        mandate_targets: list[types.MandateTarget] | None = None,
        may_pass_on: bool | None = None,
        powers: list[types.Key] | None = None,
        supersedes: types.MandateId | None = None,
        through: types.Date | date | None = None,
        uses: int | None = None,
    ) -> types.ExecutedView:
        """Grants a mandate: by the principal, or by whoever the kind says may grant it for them.

        Args:
            mandate_holder: The party that will act, by the host's id.
            mandate_kind: The kind.
            principal: The party that will be acted for, by the host's id.
            acceptance_code: The code by which the holder will accept it, if the kind asks for one. Kept
                in the vault.
            act_evidence: Evidence, if the kind asks for it.
            from_: The first day; today if absent.
            mandate_targets: What it is limited to.
            may_pass_on: Whether the holder may pass it on.
            powers: The powers, by their codes; all of the kind's if none is named.
            supersedes: An earlier mandate between the same parties that this one replaces once it begins.
            through: The last day.
            uses: How often it can be used.
        """
        given: dict[str, object] = {
            "mandate_holder": mandate_holder,
            "mandate_kind": mandate_kind,
            "principal": principal,
            "acceptance_code": acceptance_code,
            "act_evidence": act_evidence,
            "from": from_,
            "mandate_targets": mandate_targets,
            "may_pass_on": may_pass_on,
            "powers": powers,
            "supersedes": supersedes,
            "through": through,
            "uses": uses,
        }
        return self._act("mandate.grant", _given(given))

    def mandate_request(
        self,
        *,
        mandate_holder: types.MandateHolderRef,
        mandate_kind: types.DocumentId,
        principal: types.PrincipalRef,
        act_evidence: types.Evidence | None = None,
        from_: types.Date | date | None = None,
        mandate_targets: list[types.MandateTarget] | None = None,
        powers: list[types.Key] | None = None,
        through: types.Date | date | None = None,
        uses: int | None = None,
    ) -> types.ExecutedView:
        """Asks for a mandate, as its future holder. It takes effect if the principal accepts it.

        Args:
            mandate_holder: The party that will act, by the host's id.
            mandate_kind: The kind.
            principal: The party that will be acted for, by the host's id.
            act_evidence: Evidence, if the kind asks for it.
            from_: The first day; today if absent.
            mandate_targets: What it is limited to.
            powers: The powers, by their codes; all of the kind's if none is named.
            through: The last day.
            uses: How often it can be used.
        """
        given: dict[str, object] = {
            "mandate_holder": mandate_holder,
            "mandate_kind": mandate_kind,
            "principal": principal,
            "act_evidence": act_evidence,
            "from": from_,
            "mandate_targets": mandate_targets,
            "powers": powers,
            "through": through,
            "uses": uses,
        }
        return self._act("mandate.request", _given(given))

    def mandate_register(
        self,
        *,
        act_evidence: types.Evidence,
        mandate_holder: types.MandateHolderRef,
        mandate_kind: types.DocumentId,
        mandate_source: types.Source,
        principal: types.PrincipalRef,
        from_: types.Date | date | None = None,
        mandate_targets: list[types.MandateTarget] | None = None,
        may_pass_on: bool | None = None,
        powers: list[types.Key] | None = None,
        through: types.Date | date | None = None,
        uses: int | None = None,
    ) -> types.ExecutedView:
        """Registers a mandate that exists outside this record, as an operator who saw the evidence. It begins
        when it is registered: the record permits nothing for the time before.

        Args:
            act_evidence: The evidence.
            mandate_holder: The party that acts, by the host's id.
            mandate_kind: The kind.
            mandate_source: Where it comes from. What is granted is not registered.
            principal: The party that is acted for, by the host's id.
            from_: The first day; today if absent.
            mandate_targets: What it is limited to.
            may_pass_on: Whether the holder may pass it on.
            powers: The powers, by their codes; all of the kind's if none is named.
            through: The last day.
            uses: How often it can be used.
        """
        given: dict[str, object] = {
            "act_evidence": act_evidence,
            "mandate_holder": mandate_holder,
            "mandate_kind": mandate_kind,
            "mandate_source": mandate_source,
            "principal": principal,
            "from": from_,
            "mandate_targets": mandate_targets,
            "may_pass_on": may_pass_on,
            "powers": powers,
            "through": through,
            "uses": uses,
        }
        return self._act("mandate.register", _given(given))

    def mandate_pass_on(
        self,
        *,
        mandate_holder: types.MandateHolderRef,
        parent_id: types.MandateId,
        act_evidence: types.Evidence | None = None,
        from_: types.Date | date | None = None,
        mandate_targets: list[types.MandateTarget] | None = None,
        may_pass_on: bool | None = None,
        powers: list[types.Key] | None = None,
        through: types.Date | date | None = None,
        uses: int | None = None,
    ) -> types.ExecutedView:
        """Passes a mandate on: in each respect at most as far as it reaches. What is passed on ends with it.

        Args:
            mandate_holder: The party that will act, by the host's id.
            parent_id: The mandate that is passed on.
            act_evidence: Evidence, if the kind asks for it.
            from_: The first day; today if absent.
            mandate_targets: What it is limited to; as the parent if nothing is named.
            may_pass_on: Whether it may be passed on again.
            powers: The powers, by their codes; all that can be passed on if none is named.
            through: The last day; the parent's if absent.
            uses: How often it can be used.
        """
        given: dict[str, object] = {
            "mandate_holder": mandate_holder,
            "parent_id": parent_id,
            "act_evidence": act_evidence,
            "from": from_,
            "mandate_targets": mandate_targets,
            "may_pass_on": may_pass_on,
            "powers": powers,
            "through": through,
            "uses": uses,
        }
        return self._act("mandate.pass_on", _given(given))

    def mandate_accept(self, *, acceptance_code: types.Key | None = None) -> types.ExecutedView:
        """Accepts a mandate that waits for it: as the holder, or as the principal if the holder requested it.

        Args:
            acceptance_code: The code, if the kind asks for one.
        """
        given: dict[str, object] = {
            "acceptance_code": acceptance_code,
        }
        return self._act("mandate.accept", _given(given))

    def mandate_refuse(self) -> types.ExecutedView:
        """Refuses a mandate that waits for acceptance."""
        return self._act("mandate.refuse", {})

    def mandate_renounce(
        self,
        *,
        act_evidence: types.Evidence | None = None,
        effective_at: types.Timestamp | datetime | None = None,
    ) -> types.ExecutedView:
        """Gives a mandate back, as its holder.

        Args:
            act_evidence: Evidence, if the kind asks for it.
            effective_at: When it ends; now if absent.
        """
        given: dict[str, object] = {
            "act_evidence": act_evidence,
            "effective_at": effective_at,
        }
        return self._act("mandate.renounce", _given(given))

    def mandate_revoke(
        self,
        *,
        act_evidence: types.Evidence | None = None,
        effective_at: types.Timestamp | datetime | None = None,
        powers: list[types.Key] | None = None,
    ) -> types.ExecutedView:
        """Revokes a mandate or some of its powers, on the principal's side; of one that was passed on, also
        on the side of whoever passed it on.

        Args:
            act_evidence: Evidence, if the kind asks for it.
            effective_at: When it ends; now if absent.
            powers: The powers that end; all of them if none is named.
        """
        given: dict[str, object] = {
            "act_evidence": act_evidence,
            "effective_at": effective_at,
            "powers": powers,
        }
        return self._act("mandate.revoke", _given(given))

    def mandate_suspend(self) -> types.ExecutedView:
        """Suspends a mandate until it is resumed."""
        return self._act("mandate.suspend", {})

    def mandate_resume(self) -> types.ExecutedView:
        """Lets a suspended mandate continue."""
        return self._act("mandate.resume", {})

    def mandate_use(
        self,
        *,
        power: types.Key,
        mandate_target: types.MandateTarget | None = None,
    ) -> types.ExecutedView:
        """Notes that a power was used outside a process, as its holder. It counts towards the limit.

        Args:
            power: The power, by its code.
            mandate_target: What it was used for.
        """
        given: dict[str, object] = {
            "power": power,
            "mandate_target": mandate_target,
        }
        return self._act("mandate.use", _given(given))

    def person_erase(
        self,
        *,
        acting_for: types.HostId | None = None,
        reason: types.Remark | None = None,
    ) -> types.ExecutedView:
        """Erases the person (GDPR Art. 17): the pseudonym link to the host's id, and every text about them.

        By the person, everywhere. Or by an administrator for an organisation that has dealings with the
        person, with a reason: this erases what that organisation holds, and the pseudonym link if no other
        organisation has dealings with the person.

        Args:
            acting_for: The organisation on whose behalf the person is erased; none if the person does it.
            reason: The reason, if somebody else does it. Kept in the vault, as a text by the actor; it
                must not name the person.
        """
        given: dict[str, object] = {
            "acting_for": acting_for,
            "reason": reason,
        }
        return self._act("person.erase", _given(given))

    def subject_request_make(
        self,
        *,
        organisation: types.HostId,
        right: types.Right,
        text: types.Remark | None = None,
    ) -> types.ExecutedView:
        """Makes a request to a controller under GDPR Art. 15 to 22. By the person; by a representative for
        everything that this controller does; or by somebody who acts for the controller and received it.
        Without a stream, it concerns the actor.

        Args:
            organisation: The controller, by the host's id.
            right: The right that is exercised.
            text: The request in the person's words. Kept in the vault.
        """
        given: dict[str, object] = {
            "organisation": organisation,
            "right": right,
            "text": text,
        }
        return self._act("subject_request.make", _given(given))

    def subject_request_extend(
        self,
        *,
        reason: types.Remark,
        request: types.SubjectRequestId,
    ) -> types.ExecutedView:
        """Extends the time by two months, on behalf of the controller, within the first month (Art. 12(3)).

        Args:
            reason: The reason that the person is told. Kept in the vault.
            request: The request.
        """
        given: dict[str, object] = {
            "reason": reason,
            "request": request,
        }
        return self._act("subject_request.extend", given)

    def subject_request_answer(
        self,
        *,
        outcome: types.Outcome,
        request: types.SubjectRequestId,
        reason: types.Remark | None = None,
    ) -> types.ExecutedView:
        """Answers a request, on behalf of the controller.

        Args:
            outcome: The outcome.
            request: The request.
            reason: The reason that the person is told; required for a refusal. Kept in the vault.
        """
        given: dict[str, object] = {
            "outcome": outcome,
            "request": request,
            "reason": reason,
        }
        return self._act("subject_request.answer", _given(given))

    def processing_restriction_lift(
        self,
        *,
        reason: types.Remark,
        request: types.SubjectRequestId,
    ) -> types.ExecutedView:
        """Lifts a restriction of processing, on behalf of the controller. The person is told first (Art.
        18(3)).

        Args:
            reason: The reason that the person is told. Kept in the vault.
            request: The request on which the restriction was granted.
        """
        given: dict[str, object] = {
            "reason": reason,
            "request": request,
        }
        return self._act("processing_restriction.lift", given)

    def text_rectify(
        self,
        *,
        text: types.Commitment,
        words: types.Remark,
        request: types.SubjectRequestId | None = None,
    ) -> types.ExecutedView:
        """Rectifies a text about the person: on behalf of the controller that holds it, while a request for
        it is open (Art. 16); or by whoever wrote it in their own name. The vault forgets the previous
        text.

        Args:
            text: The text, by its commitment on record.
            words: The new text. Kept in the vault.
            request: The request; none if the author rectifies the text.
        """
        given: dict[str, object] = {
            "text": text,
            "words": words,
            "request": request,
        }
        return self._act("text.rectify", _given(given))

    def text_keep(
        self,
        *,
        exception: types.Exception,
        law: types.Localized,
        organisation: types.HostId,
        text: types.Commitment,
        until: types.Timestamp | datetime,
        attributed: bool | None = None,
    ) -> types.ExecutedView:
        """Keeps a text about the person despite an erasure, on behalf of the controller that holds it and is
        required by law to keep it (Art. 17(3)), for thirty years at most. The pseudonym link is erased
        nevertheless. A later command replaces the time of an earlier one, and whether the text is kept
        with attribution.

        Args:
            exception: The exception that applies.
            law: The law that requires it. Public.
            organisation: The controller, by the host's id.
            text: The text, by its commitment on record.
            until: When the text is no longer kept.
            attributed: Whether this controller can still find out whom the text concerns: for legal
                claims only, and not while an erasure request is open. The link is sealed when the person is
                erased, and used for nothing else.
        """
        given: dict[str, object] = {
            "exception": exception,
            "law": law,
            "organisation": organisation,
            "text": text,
            "until": until,
            "attributed": attributed,
        }
        return self._act("text.keep", _given(given))

    def text_attribute(self, *, text: types.Commitment) -> types.ExecutedView:
        """Looks up whom a text concerns that is kept with attribution after an erasure, on behalf of the
        controller that keeps it. This leaves an event; the request `attribution` names that event and
        returns the answer.

        Args:
            text: The text, by its commitment on record.
        """
        given: dict[str, object] = {
            "text": text,
        }
        return self._act("text.attribute", given)

    def notice_publish(self, *, notice: types.DocumentId) -> types.ExecutedView:
        """Publishes a notice, or its next version. It must be complete: see `Notice::gaps`.

        Args:
            notice: The SHA-256 of its canonical JSON.
        """
        given: dict[str, object] = {
            "notice": notice,
        }
        return self._act("notice.publish", given)

    def notice_withdraw(self, *, notice: types.Key) -> types.ExecutedView:
        """Withdraws a notice: from now on, no processing can rest on it.

        Args:
            notice: The name of the notice, the same in all versions.
        """
        given: dict[str, object] = {
            "notice": notice,
        }
        return self._act("notice.withdraw", given)

    def consent_request(
        self,
        *,
        notice: types.DocumentId,
        organisation: types.HostId,
        purpose: types.Key,
        data_subject: types.HostId | None = None,
    ) -> types.ExecutedView:
        """Requests consent, on behalf of the controller.

        Args:
            notice: The notice that accompanies the request.
            organisation: The controller, by the host's id.
            purpose: The purpose.
            data_subject: The data subject, by the host's id.
        """
        given: dict[str, object] = {
            "notice": notice,
            "organisation": organisation,
            "purpose": purpose,
            "data_subject": data_subject,
        }
        return self._act("consent.request", _given(given))

    def consent_defer(
        self,
        *,
        organisation: types.HostId,
        purpose: types.Key,
        data_subject: types.HostId | None = None,
    ) -> types.ExecutedView:
        """Defers the decision.

        Args:
            organisation: The controller.
            purpose: The purpose.
            data_subject: The data subject, if not the actor.
        """
        given: dict[str, object] = {
            "organisation": organisation,
            "purpose": purpose,
            "data_subject": data_subject,
        }
        return self._act("consent.defer", _given(given))

    def consent_give(
        self,
        *,
        language: types.Language,
        method: types.Indication,
        notice: types.DocumentId,
        organisation: types.HostId,
        purpose: types.Key,
        valid: types.Validity,
        acting_for: types.HostId | None = None,
        data_subject: types.HostId | None = None,
        evidence: types.FileDigest | None = None,
        explicit: bool | None = None,
        said_at: types.Timestamp | datetime | None = None,
    ) -> types.ExecutedView:
        """Consents to one purpose, under the notice in force.

        Args:
            language: The language in which the data subject read the notice.
            method: How it was expressed.
            notice: The notice that was read: the SHA-256 of its canonical JSON.
            organisation: The controller.
            purpose: The purpose.
            valid: How long the consent is valid.
            acting_for: The organisation on whose behalf an official records it.
            data_subject: The data subject, if not the actor.
            evidence: The SHA-256 of the signed document or of the minutes; required of an official.
            explicit: Whether consent was given in words or by a signature; required for special
                categories of data.
            said_at: When the consent was given elsewhere, if an official brings it over from another
                system or from paper. It counts from when it is recorded here, for no longer than it would
                have counted there, and never overrides anything that the data subject has expressed since.
        """
        given: dict[str, object] = {
            "language": language,
            "method": method,
            "notice": notice,
            "organisation": organisation,
            "purpose": purpose,
            "valid": valid,
            "acting_for": acting_for,
            "data_subject": data_subject,
            "evidence": evidence,
            "explicit": explicit,
            "said_at": said_at,
        }
        return self._act("consent.give", _given(given))

    def consent_renew(
        self,
        *,
        language: types.Language,
        method: types.Indication,
        notice: types.DocumentId,
        organisation: types.HostId,
        purpose: types.Key,
        valid: types.Validity,
        acting_for: types.HostId | None = None,
        data_subject: types.HostId | None = None,
        evidence: types.FileDigest | None = None,
        explicit: bool | None = None,
    ) -> types.ExecutedView:
        """Consents again, before or after the end of an earlier consent.

        Args:
            language: The language in which the data subject read the notice.
            method: How it was expressed.
            notice: The notice that was read.
            organisation: The controller.
            purpose: The purpose.
            valid: How long the consent is valid.
            acting_for: The organisation on whose behalf an official records it.
            data_subject: The data subject, if not the actor.
            evidence: The SHA-256 of the signed document or of the minutes; required of an official.
            explicit: Whether consent was given in words or by a signature.
        """
        given: dict[str, object] = {
            "language": language,
            "method": method,
            "notice": notice,
            "organisation": organisation,
            "purpose": purpose,
            "valid": valid,
            "acting_for": acting_for,
            "data_subject": data_subject,
            "evidence": evidence,
            "explicit": explicit,
        }
        return self._act("consent.renew", _given(given))

    def consent_refuse(
        self,
        *,
        organisation: types.HostId,
        purpose: types.Key,
        data_subject: types.HostId | None = None,
        noted: types.Noted | None = None,
    ) -> types.ExecutedView:
        """Refuses consent.

        Args:
            organisation: The controller.
            purpose: The purpose.
            data_subject: The data subject, if not the actor.
            noted: How an official learnt of it, if one records it.
        """
        given: dict[str, object] = {
            "organisation": organisation,
            "purpose": purpose,
            "data_subject": data_subject,
            "noted": noted,
        }
        return self._act("consent.refuse", _given(given))

    def consent_withdraw(
        self,
        *,
        organisation: types.HostId,
        purpose: types.Key,
        data_subject: types.HostId | None = None,
        noted: types.Noted | None = None,
    ) -> types.ExecutedView:
        """Withdraws a consent. No reason is needed (Art. 7(3)).

        Args:
            organisation: The controller.
            purpose: The purpose.
            data_subject: The data subject, if not the actor.
            noted: How an official learnt of it, if one records it.
        """
        given: dict[str, object] = {
            "organisation": organisation,
            "purpose": purpose,
            "data_subject": data_subject,
            "noted": noted,
        }
        return self._act("consent.withdraw", _given(given))

    def consent_revoke(
        self,
        *,
        organisation: types.HostId,
        purpose: types.Key,
        reason: types.Remark,
        data_subject: types.HostId | None = None,
    ) -> types.ExecutedView:
        """Ends a consent, on behalf of the controller.

        Args:
            organisation: The controller.
            purpose: The purpose.
            reason: The reason. Kept in the vault.
            data_subject: The data subject.
        """
        given: dict[str, object] = {
            "organisation": organisation,
            "purpose": purpose,
            "reason": reason,
            "data_subject": data_subject,
        }
        return self._act("consent.revoke", _given(given))

    def consent_expire(
        self,
        *,
        organisation: types.HostId,
        purpose: types.Key,
        until_event: types.Key,
        data_subject: types.HostId | None = None,
    ) -> types.ExecutedView:
        """Records, on behalf of the controller, that the event which ends a consent has occurred.

        Args:
            organisation: The controller.
            purpose: The purpose.
            until_event: The event that the consent names.
            data_subject: The data subject.
        """
        given: dict[str, object] = {
            "organisation": organisation,
            "purpose": purpose,
            "until_event": until_event,
            "data_subject": data_subject,
        }
        return self._act("consent.expire", _given(given))

    def consent_use(
        self,
        *,
        organisation: types.HostId,
        purpose: types.Key,
        data_subject: types.HostId | None = None,
        requirement: types.RequirementId | None = None,
    ) -> types.ExecutedView:
        """Records one use of a consent, on behalf of the controller; or sets a use aside for a requirement,
        which the next act that meets the requirement takes. The data subject and their representatives can
        also set a use aside for a requirement.

        Args:
            organisation: The controller.
            purpose: The purpose.
            data_subject: The data subject.
            requirement: The requirement that the use is for: where a process requires the purpose.
        """
        given: dict[str, object] = {
            "organisation": organisation,
            "purpose": purpose,
            "data_subject": data_subject,
            "requirement": requirement,
        }
        return self._act("consent.use", _given(given))

    def consent_invalidate(
        self,
        *,
        decision: types.Remark,
        from_: types.Timestamp | datetime,
        organisation: types.HostId,
        purpose: types.Key,
        data_subject: types.HostId | None = None,
        evidence: types.FileDigest | None = None,
        until: types.Timestamp | datetime | None = None,
    ) -> types.ExecutedView:
        """Records, on behalf of the controller, that an authority found a consent invalid.

        Args:
            decision: What the authority decided, and where the decision can be read. Kept in the vault.
            from_: From when on the consent was invalid; not after the command's time.
            organisation: The controller.
            purpose: The purpose.
            data_subject: The data subject.
            evidence: The SHA-256 of the decision.
            until: All consents that began before this are invalid; if absent, only the one that was valid
                at `from`, or the first that began after it.
        """
        given: dict[str, object] = {
            "decision": decision,
            "from": from_,
            "organisation": organisation,
            "purpose": purpose,
            "data_subject": data_subject,
            "evidence": evidence,
            "until": until,
        }
        return self._act("consent.invalidate", _given(given))

    def objection_raise(
        self,
        *,
        organisation: types.HostId,
        purpose: types.Key,
        data_subject: types.HostId | None = None,
        grounds: types.Remark | None = None,
        noted: types.Noted | None = None,
    ) -> types.ExecutedView:
        """Objects to processing for a public task or a legitimate interest (Art. 21).

        Args:
            organisation: The controller.
            purpose: The purpose.
            data_subject: The data subject, if not the actor.
            grounds: The grounds relating to the data subject's situation. Kept in the vault.
            noted: How an official learnt of it, if one records it.
        """
        given: dict[str, object] = {
            "organisation": organisation,
            "purpose": purpose,
            "data_subject": data_subject,
            "grounds": grounds,
            "noted": noted,
        }
        return self._act("objection.raise", _given(given))

    def objection_withdraw(
        self,
        *,
        organisation: types.HostId,
        purpose: types.Key,
        data_subject: types.HostId | None = None,
    ) -> types.ExecutedView:
        """Withdraws an objection.

        Args:
            organisation: The controller.
            purpose: The purpose.
            data_subject: The data subject, if not the actor.
        """
        given: dict[str, object] = {
            "organisation": organisation,
            "purpose": purpose,
            "data_subject": data_subject,
        }
        return self._act("objection.withdraw", _given(given))

    def objection_decide(
        self,
        *,
        organisation: types.HostId,
        purpose: types.Key,
        data_subject: types.HostId | None = None,
        grounds: types.Remark | None = None,
    ) -> types.ExecutedView:
        """Decides an objection, on behalf of the controller: it is upheld unless compelling grounds are
        given.

        Args:
            organisation: The controller.
            purpose: The purpose.
            data_subject: The data subject.
            grounds: The compelling legitimate grounds that override the objection; none if it is upheld.
                Kept in the vault.
        """
        given: dict[str, object] = {
            "organisation": organisation,
            "purpose": purpose,
            "data_subject": data_subject,
            "grounds": grounds,
        }
        return self._act("objection.decide", _given(given))

    def recipient_notify(
        self,
        *,
        organisation: types.HostId,
        purpose: types.Key,
        recipient: types.Key,
        data_subject: types.HostId | None = None,
    ) -> types.ExecutedView:
        """Records, on behalf of the controller, that a recipient was notified that processing must end (Art.
        19).

        Args:
            organisation: The controller.
            purpose: The purpose.
            recipient: The recipient, by its name in the notice.
            data_subject: The data subject.
        """
        given: dict[str, object] = {
            "organisation": organisation,
            "purpose": purpose,
            "recipient": recipient,
            "data_subject": data_subject,
        }
        return self._act("recipient.notify", _given(given))

    def date_of_birth_record(
        self,
        *,
        date_of_birth: types.Date | date,
        acting_for: types.HostId | None = None,
        data_subject: types.HostId | None = None,
        evidence: types.FileDigest | None = None,
    ) -> types.ExecutedView:
        """Records a date of birth, so that a child's consent is requested from somebody who may give it (Art.
        8). Given by the data subject or by an official. Kept in the vault.

        Args:
            date_of_birth: The date of birth.
            acting_for: The organisation on whose behalf an official records it: one that an operator
                verified.
            data_subject: The data subject, if not the actor.
            evidence: The SHA-256 of the evidence; required of an official.
        """
        given: dict[str, object] = {
            "date_of_birth": date_of_birth,
            "acting_for": acting_for,
            "data_subject": data_subject,
            "evidence": evidence,
        }
        return self._act("date_of_birth.record", _given(given))

    def representative_appoint(
        self,
        *,
        kind: types.RepresentativeKind,
        representative: types.HostId,
        scope: types.ExtentRef,
        acting_for: types.HostId | None = None,
        data_subject: types.HostId | None = None,
        evidence: types.FileDigest | None = None,
        from_: types.Timestamp | datetime | None = None,
        until: types.Timestamp | datetime | None = None,
    ) -> types.ExecutedView:
        """Appoints a representative: by the data subject, or by an official who has seen the evidence.

        Args:
            kind: The capacity of the representative.
            representative: The representative.
            scope: What the appointment is for. It is for everything only if it says so.
            acting_for: The organisation on whose behalf an official records it.
            data_subject: The data subject, if not the actor.
            evidence: The SHA-256 of the evidence; required of an official.
            from_: When the appointment begins; not in the past. Now, if absent.
            until: When the appointment ends.
        """
        given: dict[str, object] = {
            "kind": kind,
            "representative": representative,
            "scope": scope,
            "acting_for": acting_for,
            "data_subject": data_subject,
            "evidence": evidence,
            "from": from_,
            "until": until,
        }
        return self._act("representative.appoint", _given(given))

    def representative_dismiss(
        self,
        *,
        representative: types.HostId,
        acting_for: types.HostId | None = None,
        data_subject: types.HostId | None = None,
        evidence: types.FileDigest | None = None,
    ) -> types.ExecutedView:
        """Ends an appointment, whatever it is for: by the representative, who resigns; by an official who has
        seen the evidence; or by the data subject, if they chose the representative.

        Args:
            representative: The representative.
            acting_for: The organisation on whose behalf an official records it.
            data_subject: The data subject, if not the actor.
            evidence: The SHA-256 of the evidence; required of an official.
        """
        given: dict[str, object] = {
            "representative": representative,
            "acting_for": acting_for,
            "data_subject": data_subject,
            "evidence": evidence,
        }
        return self._act("representative.dismiss", _given(given))

    def disagreement_settle(
        self,
        *,
        acting_for: types.HostId,
        evidence: types.FileDigest,
        organisation: types.HostId,
        purpose: types.Key,
        data_subject: types.HostId | None = None,
    ) -> types.ExecutedView:
        """Records that an authority or a court settled a disagreement between representatives: their refusals
        no longer prevent consent. It is not itself a consent, and a later refusal counts again. Given by
        an official of a public administration that neither benefits nor has one of the representatives
        among its members.

        Args:
            acting_for: The public administration on whose behalf an official records it.
            evidence: The SHA-256 of the decision.
            organisation: The controller.
            purpose: The purpose.
            data_subject: The data subject.
        """
        given: dict[str, object] = {
            "acting_for": acting_for,
            "evidence": evidence,
            "organisation": organisation,
            "purpose": purpose,
            "data_subject": data_subject,
        }
        return self._act("disagreement.settle", _given(given))

    def purpose_require(
        self,
        *,
        organisation: types.HostId,
        purpose: types.Key,
        asset: types.AssetId | None = None,
        data_subjects: list[types.HostId] | None = None,
        item: types.ItemId | None = None,
    ) -> types.ExecutedView:
        """Requires a purpose: for a process, for an item and everything below it, or for an asset.

        Args:
            organisation: The organisation that has published the purpose, by the host's id.
            purpose: The purpose.
            asset: The asset, if the requirement is for one.
            data_subjects: The people whose data an asset holds, by the host's ids; if absent, whoever
                opens it.
            item: The item, if the requirement is for one and everything below it.
        """
        given: dict[str, object] = {
            "organisation": organisation,
            "purpose": purpose,
            "asset": asset,
            "data_subjects": data_subjects,
            "item": item,
        }
        return self._act("purpose.require", _given(given))

    def purpose_release(self, *, requirement: types.RequirementId) -> types.ExecutedView:
        """Removes a requirement.

        Args:
            requirement: The requirement.
        """
        given: dict[str, object] = {
            "requirement": requirement,
        }
        return self._act("purpose.release", given)

    def text_redact(self, *, reason: types.Remark, words: types.Remark) -> types.ExecutedView:
        """Removes words from every public text of the stream, permanently: from its events, and from the
        imported and published documents that only this stream relies on (GDPR Art. 17). By an
        administrator of the process or the organisation, or by an operator of the store; also once the
        process is closed. Only operators can redact what operators wrote. A document that others rely on
        stays unchanged, and the event names it.

        Spellings that read the same count as the same: upper and lower case, any encoding of accents, any
        white space. Words that are part of a longer word stay. Decide it with `dry_run` first: it cannot
        be undone.

        Args:
            reason: The reason. Kept in the vault, as a text by the actor; it must not repeat the words.
            words: The words to remove: a name, an address. They are not stored anywhere.
        """
        given: dict[str, object] = {
            "reason": reason,
            "words": words,
        }
        return self._act("text.redact", given)
