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
        """Makes a person an operator of the store: by an operator, or by the host in its own name.

        Args:
            person: The host's id of the person.
        """
        given: dict[str, object] = {
            "person": person,
        }
        return self._act("operator.appoint", given)

    def operator_dismiss(self, *, person: types.HostId) -> types.ExecutedView:
        """Ends a person's time as an operator: by an operator, or by the host in its own name. The last
        operator stays.

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
        """Founds an organisation; whoever asks becomes its administrator.

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
        """Notes, as an operator of the store, that the organisation is what it participations it is.

        Args:
            kind: What kind of stakeholder it is by the register; from then on that is its kind.
            register: Its entry in the register.
            evidence: The SHA-256 of what the operator saw, such as an extract from the register.
        """
        given: dict[str, object] = {
            "kind": kind,
            "register": register,
            "evidence": evidence,
        }
        return self._act("organisation.verify", _given(given))

    def organisation_unverify(self) -> types.ExecutedView:
        """Takes a verification back, as an operator of the store."""
        return self._act("organisation.unverify", {})

    def administrator_appoint(self, *, person: types.HostId) -> types.ExecutedView:
        """Makes a person an administrator of the organisation: by an administrator; or, where every
        administrator was erased, by an operator of the store.

        Args:
            person: The host's id of the person.
        """
        given: dict[str, object] = {
            "person": person,
        }
        return self._act("administrator.appoint", given)

    def administrator_dismiss(self, *, person: types.HostId) -> types.ExecutedView:
        """Ends a person's administration. The last administrator stays.

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
            from_: From when; from the command's time if absent.
            until: Until when; without end if absent.
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
        """Creates a team in the organisation; whoever asks leads it.

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
        """Puts a person into a team.

        Args:
            person: The host's id of the person.
            team: The host's id of the team.
            from_: From when; from the command's time if absent.
            until: Until when; without end if absent.
        """
        given: dict[str, object] = {
            "person": person,
            "team": team,
            "from": from_,
            "until": until,
        }
        return self._act("team_member.add", _given(given))

    def team_edit(self, *, name: types.Localized, team: types.HostId) -> types.ExecutedView:
        """Renames a team. Needs to lead it or to administer the organisation.

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
        """Closes a team: everybody's time in it ends, and nobody joins it any more. Its roles stay on record
        and give nothing. Needs to lead it or to administer the organisation.

        Args:
            team: The host's id of the team.
        """
        given: dict[str, object] = {
            "team": team,
        }
        return self._act("team.close", given)

    def team_merge(self, *, into: types.HostId, team: types.HostId) -> types.ExecutedView:
        """Closes a team and takes whoever is in it into another of the same kind, for as long as they were
        meant to stay. Roles do not go along: who gives roles in a process gives them to the other team.
        Needs to lead both, or to administer the organisation.

        Args:
            into: The host's id of the team that goes on.
            team: The host's id of the team that is closed.
        """
        given: dict[str, object] = {
            "into": into,
            "team": team,
        }
        return self._act("team.merge", given)

    def team_member_remove(self, *, person: types.HostId, team: types.HostId) -> types.ExecutedView:
        """Takes a person out of a team at the command's time.

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
        """Gives a party a role on the process or on an item and all below it.

        Needs `role.grant` there. Nobody gives what she does not hold: who is no administrator can only
        grant roles whose every permission she has there herself.

        Args:
            holder: To whom.
            role: Which role of the governance model.
            acting_for: The organisation in whose name a person will act, which makes her of its
                stakeholder kind. Without one she acts for herself, as a citizen. Not for teams, which have a
                kind of their own.
            from_: From when; from the command's time if absent.
            item: On which item; on the whole process if absent.
            until: Until when; without end if absent.
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
            grant: Which grant.
            reason: Why. Kept in the vault, as a text about the holder.
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
        """Takes permissions from a party on the process or on an item and all below it.

        Needs `restriction.place` there. Only an administrator takes `process.administer` away.

        Args:
            holder: From whom.
            permissions: What is taken away.
            reason: Why. Kept in the vault, as a text about the person restricted.
            from_: From when; from the command's time if absent.
            item: On which item; on the whole process if absent.
            until: Until when; without end if absent.
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
            restriction: Which restriction.
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
        """Asks others to stand behind an act that the governance model wants approved. Needs the permission
        itself.

        Whoever may approve it is told so by the news.

        Args:
            act: The command that is to be given, word for word: this is what is approved, and nothing
                else. Kept in the vault, as a text about whom its own texts would be about, so that whoever is
                asked can read it.
            permission: The permission that the act needs.
            item: On which item the act will be; the process as a whole if absent.
            matter: What the act is about besides the item.
        """
        given: dict[str, object] = {
            "act": act,
            "permission": permission,
            "item": item,
            "matter": matter,
        }
        return self._act("approval.ask", _given(given))

    def approval_give(self, *, request: types.ApprovalId) -> types.ExecutedView:
        """Stands behind an act of somebody else before it happens, where the governance model asks for it.

        Only a holder of a role that the model names for the act, on the item's scope, can, and only in a
        role that somebody else gave her. It is for the command that was asked about, word for word, while
        that which it is about stays as it was then, and counts while she holds the role without a break.

        Args:
            request: What was asked: the id of the `approval.asked`.
        """
        given: dict[str, object] = {
            "request": request,
        }
        return self._act("approval.give", given)

    def approval_withdraw(self, *, approval: types.ApprovalId) -> types.ExecutedView:
        """Takes back an approval of one's own that has not been used.

        Args:
            approval: Which approval.
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
        """Puts the process under another governance model. Needs `process.administer`.

        Once work has begun, only a higher version of the same model is taken, and its effect must be
        declared; a dry run says what it is.

        Args:
            model: The model, by the SHA-256 of its canonical JSON.
            reason: Why. Kept in the vault, as a text by the actor.
            effect: What the change does. Required once work has begun.
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

        Whoever asks receives the model's founder role, if the model opens it to her stakeholder kind.

        Args:
            governance: The governance model it runs under, by the SHA-256 of its canonical JSON.
            language: The language it is read in where no other is asked for.
            name: Its name.
            acting_for: The organisation in whose name it is created, which makes the founder of its
                stakeholder kind. Without one she acts for herself, as a citizen.
            catalogue: The catalogue it takes interlinkers from, by the SHA-256 of its canonical JSON.
            description: What it is about.
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
        """Changes what the process says of itself. Needs `process.edit`.

        Args:
            description: The new description.
            language: The language it is read in from now on where no other is asked for.
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
        """Creates a process like another: the same rules, catalogue and plan; nothing of the people and their
        work. Needs `process.view` there, and what creating needs.

        Args:
            source: The other process, in the same store.
            acting_for: The organisation in whose name it is created. Without one she acts for herself, as
                a citizen.
            name: Its name; that of the other if absent.
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
        """Creates a process as another system had it: its plan and how far that had come, its assets, and who
        administered it. All of it or nothing. Needs what creating needs.

        Args:
            governance: The governance model it runs under, by the SHA-256 of its canonical JSON.
            import_: What the other system handed over, by the SHA-256 of its canonical JSON.
            acting_for: The organisation in whose name it is created. Without one she acts for herself, as
                a citizen.
            catalogue: The catalogue it takes interlinkers from, by the SHA-256 of its canonical JSON.
            people: Who is meant by each of the people that it speaks of, in their order.
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
        """Publishes the process as a good practice: its story, and a template to do it again. Nothing of the
        people goes with it. Needs `process.publish`.

        Args:
            licence: Under what licence it may be used.
            story: Its story. Public: it must not be about private persons.
        """
        given: dict[str, object] = {
            "licence": licence,
            "story": story,
        }
        return self._act("process.publish", given)

    def process_close(self) -> types.ExecutedView:
        """Closes the process for good: what is in it stays to be read, and nothing is changed any more.
        The vault forgets the key by which it knew who had her say in it. Needs `process.administer`.
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
        """Adds a phase, an objective or a task. Needs `item.add` on what it lies in.

        Args:
            kind: What it is.
            name: Its name.
            before: The sibling it comes before; it comes last if absent.
            codelivery: Whether the service is delivered in it; for phases only.
            description: What it is about.
            parent: What it lies in; nothing for a phase.
            problem_profiles: The problem profiles that it has.
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
        """Changes an item. What is absent stays as it is. Needs `item.edit`.

        Args:
            item: The item.
            codelivery: Whether the service is delivered in it; for phases only.
            description: The new description, in all its languages.
            name: The new name, in all its languages.
            problem_profiles: The problem profiles that it has from now on.
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
        """Moves an item among its siblings, or with all that is in it to another parent. Needs `item.edit`,
        and for another parent `item.add` there; where a role, a restriction or a required purpose stands
        on what it leaves or comes into, so that others may do other things with it there,
        `process.administer`.

        Where something need not wait any longer then, that passes a gate: it needs `prerequisite.waive`
        there too, the approvals that the model asks for, and a reason.

        Args:
            item: The item.
            before: The sibling it comes before; it comes last if absent.
            parent: What it lies in from now on; it stays where it lies if absent.
            reason: Why. Needed where it passes a gate. Kept in the vault, as a text by the actor.
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

        Where work waits for it and need not wait any longer then, that passes a gate: it needs
        `prerequisite.waive` there too, the approvals that the model asks for, and a reason.

        Args:
            item: The item.
            reason: Why. Needed where it passes a gate. Kept in the vault, as a text by the actor.
        """
        given: dict[str, object] = {
            "item": item,
            "reason": reason,
        }
        return self._act("item.disable", _given(given))

    def item_enable(self, *, item: types.ItemId) -> types.ExecutedView:
        """Enables an item again, and what below it was not disabled itself. Needs `item.disable`.

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
        """Plans a task; a day that is absent is unset. Needs `item.schedule`.

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
            needs: What of the other it waits for.
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
        """Makes an item wait for another no longer. Needs `item.edit`.

        Where it still waits for it, that passes a gate: it needs `prerequisite.waive` there too, the
        approvals that the model asks for, and a reason.

        Args:
            item: The item that waits.
            on: The other.
            reason: Why. Needed where it passes a gate. Kept in the vault, as a text by the actor.
        """
        given: dict[str, object] = {
            "item": item,
            "on": on,
            "reason": reason,
        }
        return self._act("prerequisite.remove", _given(given))

    def tree_replace(self, *, template: types.DocumentId | None = None) -> types.ExecutedView:
        """Puts another plan in the place of this one, or none: all its items go. Only as long as nothing
        hangs on any of them: no work, no asset, no assignment, no role or restriction on an item, no
        required purpose, no approval. Needs `process.administer`.

        Args:
            template: The template of the new plan, by the SHA-256 of its canonical JSON; the process is
                empty if absent.
        """
        given: dict[str, object] = {
            "template": template,
        }
        return self._act("tree.replace", _given(given))

    def task_start(self, *, item: types.ItemId) -> types.ExecutedView:
        """Starts a task that is awaiting. Needs `task.start`, and that nothing enforced holds it back.

        Args:
            item: The task.
        """
        given: dict[str, object] = {
            "item": item,
        }
        return self._act("task.start", given)

    def task_complete(self, *, item: types.ItemId) -> types.ExecutedView:
        """Completes a task in progress. Needs `task.complete`, and that nothing enforced holds it back.

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
        """Takes interlinkers from this catalogue, or this version of it, from now on. Needs
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
        """Takes over a higher version of the template that the process was made from. Needs
        `process.administer`.

        New items come, items that the new version lacks are disabled, texts and prerequisites follow the
        new version where the process had not changed them itself. Once work has begun, the effect must be
        declared; a dry run says what it is.

        Args:
            reason: Why. Kept in the vault, as a text by the actor.
            template: The template, by the SHA-256 of its canonical JSON.
            effect: What the change does. Required once work has begun.
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
        """Puts an asset on a task. Needs `asset.create` there.

        Where the governance model says so, the first asset of a task that is awaiting starts the task.

        Args:
            content: What it is.
            item: The task.
            title: What it is called. Public: it must not be about a private person.
            derived_from: What it was made from.
            description: What it is about.
            interlinker: The knowledge resource of the process's catalogue that it was made from.
            licence: Under what licence it may be used.
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
        """Changes what is said of an asset. What is absent stays as it is. Needs `asset.edit` on its task.

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
        """Adds a version of an asset; those before stay. Needs `asset.edit` on its task.

        Args:
            asset: The asset.
            content: What it is now.
        """
        given: dict[str, object] = {
            "asset": asset,
            "content": content,
        }
        return self._act("asset.revise", given)

    def asset_open(self, *, asset: types.AssetId) -> types.ExecutedView:
        """Opens an asset, on record: who looked at what, and when. Needs `asset.view` on its task, and the
        purposes that are required of it.

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
        """Deletes an asset. That it was there stays on record. Needs `asset.delete` on its task.

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
        """Asks a person or a team to do something on a task. Needs `task.assign` there.

        Args:
            holder: Who is asked.
            item: The task.
            asset: On which of the task's assets, if on one.
            text: What to do. Kept in the vault, as a text about the person asked.
        """
        given: dict[str, object] = {
            "holder": holder,
            "item": item,
            "asset": asset,
            "text": text,
        }
        return self._act("assignment.make", _given(given))

    def assignment_withdraw(self, *, assignment: types.AssignmentId) -> types.ExecutedView:
        """Takes an assignment back. Needs `task.assign` on its task, or to be the person asked.

        Args:
            assignment: Which.
        """
        given: dict[str, object] = {
            "assignment": assignment,
        }
        return self._act("assignment.withdraw", given)

    def assignment_complete(self, *, assignment: types.AssignmentId) -> types.ExecutedView:
        """Says that what an assignment asks for is done. Needs to be the person asked or in the team asked,
        or `task.assign` on its task. What was done is claimed and reviewed as a contribution; this only
        ends the asking.

        Args:
            assignment: Which.
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
        """Says that oneself did something on a task. Needs `contribution.claim` there.

        Args:
            item: The task.
            kind: Of which kind it is.
            text: What she did. Kept in the vault, as a text about her.
            asset: On which of the task's assets, if on one.
            assignment: The assignment that it answers.
            team: The team that she contributed for, of which she is a member.
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
        """Records what somebody else did, who did not say it herself: she was there without a screen. Needs
        `contribution.review` on the task, and that she herself may contribute there. It participations by
        whom it was recorded; she confirms it or takes it back, and whoever recorded it does not review it.

        Args:
            item: The task.
            kind: Of which kind it is.
            person: Who did it, by the host's id.
            text: What she did. Kept in the vault, as a text about her.
            asset: On which of the task's assets, if on one.
            team: The team that she contributed for, of which she is a member.
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
        """Says that what somebody else recorded of oneself is so.

        Args:
            contribution: Which.
        """
        given: dict[str, object] = {
            "contribution": contribution,
        }
        return self._act("contribution.confirm", given)

    def contribution_withdraw(self, *, contribution: types.ContributionId) -> types.ExecutedView:
        """Takes back a claim of one's own that was not reviewed; or what somebody else recorded of oneself,
        as long as one has not confirmed it and no points were awarded for it.

        Args:
            contribution: Which.
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
        """Accepts a contribution. Needs `contribution.review` on its task, and that it is somebody else's,
        unless the governance model lets people review themselves.

        Args:
            contribution: Which.
            level: How much it was; suggested from its share of the task's claims if absent.
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
        """Returns a contribution, with the reason. Needs what accepting needs.

        Args:
            contribution: Which.
            reason: Why. Kept in the vault, as a text about whoever claimed it.
        """
        given: dict[str, object] = {
            "contribution": contribution,
            "reason": reason,
        }
        return self._act("contribution.return", given)

    def task_estimate(self, *, complexity: types.Complexity, item: types.ItemId) -> types.ExecutedView:
        """Says how hard a task is. Needs `item.edit` there.

        Args:
            complexity: In each kind of contribution.
            item: The task.
        """
        given: dict[str, object] = {
            "complexity": complexity,
            "item": item,
        }
        return self._act("task.estimate", given)

    def points_award(self, *, item: types.ItemId) -> types.ExecutedView:
        """Awards the points of a finished task to all its contributors at once. Needs `contribution.review`
        there, and that no claim waits for review.

        Args:
            item: The task.
        """
        given: dict[str, object] = {
            "item": item,
        }
        return self._act("points.award", given)

    def points_reverse(self, *, award: types.AwardId, reason: types.Remark) -> types.ExecutedView:
        """Takes one award back, with the reason. Needs `contribution.review` on its task.

        Args:
            award: Which.
            reason: Why. Kept in the vault, as a text by the actor.
        """
        given: dict[str, object] = {
            "award": award,
            "reason": reason,
        }
        return self._act("points.reverse", given)

    def participation_ask(self, *, text: types.Remark) -> types.ExecutedView:
        """Asks to take part in the process. Takes no permission; one may ask once at a time.

        Args:
            text: Why. Kept in the vault, as a text about whoever asks.
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
        """Accepts a request to take part, and gives a role. Needs what giving the role needs.

        Args:
            request: Which request.
            role: The role.
            acting_for: The organisation in whose name she will hold the role; as a citizen if absent.
            item: On which item and below; on the whole process if absent.
            reason: Why. Kept in the vault, as a text about whoever asked.
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
            reason: Why. Kept in the vault, as a text about whoever asked.
            request: Which request.
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
        """Rates something, or changes what the actor said of it before.

        Args:
            rated: What.
            seen_in: Where she found it: the catalogue, or the publication, by the SHA-256 of its
                canonical JSON.
            stars: How helpful it was, from 0 to 5.
            text: Why, in her own words. Kept in the vault, as a text about her; whoever reads the ratings
                reads it, without her name.
        """
        given: dict[str, object] = {
            "rated": rated,
            "seen_in": seen_in,
            "stars": stars,
            "text": text,
        }
        return self._act("rating.give", _given(given))

    def rating_withdraw(self, *, rated: types.Rated) -> types.ExecutedView:
        """Takes the actor's rating back.

        Args:
            rated: Of what.
        """
        given: dict[str, object] = {
            "rated": rated,
        }
        return self._act("rating.withdraw", given)

    def person_erase(
        self,
        *,
        acting_for: types.HostId | None = None,
        reason: types.Remark | None = None,
    ) -> types.ExecutedView:
        """Erases the person (GDPR Art. 17): her tie to the host's id, and every text about her.

        For herself, everywhere. Or for an organisation that the actor administers and that has to do with
        her, with a reason: then what that organisation holds, and her tie once nobody else has to do with
        her.

        Args:
            acting_for: The organisation that does it for her; nothing where she does it herself.
            reason: Why, where somebody else does it. Kept in the vault, as a text by the actor; it must
                not name her.
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
        """Asks a controller for something under GDPR Art. 15 to 22. By herself; by who speaks for her in
        everything that this controller does; or by somebody who acts for the controller and received it.
        Without a stream it is the actor's own.

        Args:
            organisation: The controller, by the host's id.
            right: What.
            text: In her words. Kept in the vault.
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
        """Takes two months more, in the name of the controller, within the first (Art. 12(3)).

        Args:
            reason: Why, as she is told. Kept in the vault.
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
        """Answers a request, in the name of the controller.

        Args:
            outcome: What became of it.
            request: The request.
            reason: Why, as she is told; a refusal participations why. Kept in the vault.
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
        """Ends a restriction that was granted, in the name of the controller. She is told before (Art.
        18(3)).

        Args:
            reason: Why, as she is told. Kept in the vault.
            request: The request that the restriction was granted on.
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
        """Puts a text about her right, in the name of the controller that holds it, while she asks for it
        (Art. 16); or by whoever wrote it in her own name. The vault forgets the text that stood there.

        Args:
            text: Which text, by what the record holds in its place.
            words: What it participations from now on. Kept in the vault.
            request: The request; none where whoever wrote it puts it right.
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
        """Keeps a text about her when she is erased, in the name of the controller that holds it and whom a
        law asks for it (Art. 17(3)), for thirty years at most. Her tie to the host's id goes nevertheless.
        Later times take the place of earlier ones, and what is said later of whether it is kept
        attributably.

        Args:
            exception: Which of the exceptions it is.
            law: Which law. It is public.
            organisation: The controller, by the host's id.
            text: Which text, by what the record holds in its place.
            until: Until when.
            attributed: Whether it stays known to this controller whose text it is: for legal claims
                alone, and not while her request to be erased is open. The tie is sealed when she is erased,
                and used for nothing else.
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
        """Looks whose text it is that is kept attributably of somebody who was erased, in the name of the
        controller that keeps it. It leaves an event; the request `attribution` names that and gives the
        answer.

        Args:
            text: Which text, by what the record holds in its place.
        """
        given: dict[str, object] = {
            "text": text,
        }
        return self._act("text.attribute", given)

    def notice_publish(self, *, notice: types.DocumentId) -> types.ExecutedView:
        """Publishes a notice, or the next version of one. It must be complete: see `Notice::missing`.

        Args:
            notice: The SHA-256 of its canonical JSON.
        """
        given: dict[str, object] = {
            "notice": notice,
        }
        return self._act("notice.publish", given)

    def notice_withdraw(self, *, notice: types.Key) -> types.ExecutedView:
        """Ends a notice: from now on nothing is processed on what it says.

        Args:
            notice: Its name, the same in all versions.
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
        """Asks for consent, in the name of the controller.

        Args:
            notice: The notice that goes with it.
            organisation: The controller, by the host's id.
            purpose: The purpose.
            data_subject: Whom, by the host's id.
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
        """Puts the decision off.

        Args:
            organisation: The controller.
            purpose: The purpose.
            data_subject: Whose decision, if not the actor's own.
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
        """Consents to one purpose, under the notice that is in force.

        Args:
            language: The language in which she read the notice.
            method: How she said it.
            notice: The notice that she read: the SHA-256 of its canonical JSON.
            organisation: The controller.
            purpose: The purpose.
            valid: For how long.
            acting_for: The organisation in whose name an official records it.
            data_subject: Whose consent, if not the actor's own.
            evidence: The SHA-256 of what she signed or of the minutes; an official needs it.
            explicit: Whether she said so in words or by a signature; special categories of data need it.
            said_at: When she gave it elsewhere, where an official brings it over from another system or
                from paper. It counts from when it is recorded here, for no longer than it would have counted
                there, and not against anything that she said since.
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
        """Consents again, before or after the end of what she gave.

        Args:
            language: The language in which she read the notice.
            method: How she said it.
            notice: The notice that she read.
            organisation: The controller.
            purpose: The purpose.
            valid: For how long.
            acting_for: The organisation in whose name an official records it.
            data_subject: Whose consent, if not the actor's own.
            evidence: The SHA-256 of what she signed or of the minutes; an official needs it.
            explicit: Whether she said so in words or by a signature.
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
    ) -> types.ExecutedView:
        """Says no.

        Args:
            organisation: The controller.
            purpose: The purpose.
            data_subject: Whose decision, if not the actor's own.
        """
        given: dict[str, object] = {
            "organisation": organisation,
            "purpose": purpose,
            "data_subject": data_subject,
        }
        return self._act("consent.refuse", _given(given))

    def consent_withdraw(
        self,
        *,
        organisation: types.HostId,
        purpose: types.Key,
        data_subject: types.HostId | None = None,
    ) -> types.ExecutedView:
        """Takes a consent back. Nobody asks for a reason (Art. 7(3)).

        Args:
            organisation: The controller.
            purpose: The purpose.
            data_subject: Whose consent, if not the actor's own.
        """
        given: dict[str, object] = {
            "organisation": organisation,
            "purpose": purpose,
            "data_subject": data_subject,
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
        """Ends somebody's consent, in the name of the controller.

        Args:
            organisation: The controller.
            purpose: The purpose.
            reason: Why. Kept in the vault.
            data_subject: Whose consent.
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
        event: types.Key,
        organisation: types.HostId,
        purpose: types.Key,
        data_subject: types.HostId | None = None,
    ) -> types.ExecutedView:
        """Notes, in the name of the controller, that what a consent was tied to has come.

        Args:
            event: What has come: the event that the consent names.
            organisation: The controller.
            purpose: The purpose.
            data_subject: Whose consent.
        """
        given: dict[str, object] = {
            "event": event,
            "organisation": organisation,
            "purpose": purpose,
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
        """Uses a consent up once, in the name of the controller; or sets a use aside for a gate, which the
        next act that passes it takes. A use for a gate is also set aside by herself, or by whoever speaks
        for her.

        Args:
            organisation: The controller.
            purpose: The purpose.
            data_subject: Whose consent.
            requirement: The gate that the use is for: where a process requires the purpose.
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
        """Notes, in the name of the controller, that an authority found a consent invalid.

        Args:
            decision: What the authority decided, and where that can be read. Kept in the vault.
            from_: From when on it was invalid; not after the command's time.
            organisation: The controller.
            purpose: The purpose.
            data_subject: Whose consent.
            evidence: The SHA-256 of the decision.
            until: The consents that began before this are invalid, all of them; only the one that held at
                `from`, or began first after it, if absent.
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
    ) -> types.ExecutedView:
        """Objects to processing for a public task or a legitimate interest (Art. 21).

        Args:
            organisation: The controller.
            purpose: The purpose.
            data_subject: Whose objection, if not the actor's own.
            grounds: The grounds that lie in her situation. Kept in the vault.
        """
        given: dict[str, object] = {
            "organisation": organisation,
            "purpose": purpose,
            "data_subject": data_subject,
            "grounds": grounds,
        }
        return self._act("objection.raise", _given(given))

    def objection_withdraw(
        self,
        *,
        organisation: types.HostId,
        purpose: types.Key,
        data_subject: types.HostId | None = None,
    ) -> types.ExecutedView:
        """Takes an objection back.

        Args:
            organisation: The controller.
            purpose: The purpose.
            data_subject: Whose objection, if not the actor's own.
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
        """Decides an objection, in the name of the controller: it stands, unless compelling grounds are
        shown.

        Args:
            organisation: The controller.
            purpose: The purpose.
            data_subject: Whose objection.
            grounds: The compelling legitimate grounds that override hers; none where the objection
                stands. Kept in the vault.
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
        """Notes, in the name of the controller, that a recipient knows that processing has to end (Art. 19).

        Args:
            organisation: The controller.
            purpose: The purpose.
            recipient: The recipient, by its name in the notice.
            data_subject: Of whose data.
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
        """Records a birthday, so that a child's consent is asked of who may give it (Art. 8). By herself, or
        by an official. Kept in the vault.

        Args:
            date_of_birth: The day.
            acting_for: The organisation in whose name an official records it: one that an operator
                verified.
            data_subject: Whose, if not the actor's own.
            evidence: The SHA-256 of what shows it; an official needs it.
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
        """Lets somebody speak for a person: by herself, or by an official who has seen the evidence.

        Args:
            kind: In which capacity she is represented.
            representative: Who speaks for her.
            scope: About what. Nobody speaks for another about everything unless that is said.
            acting_for: The organisation in whose name an official records it.
            data_subject: Whom she speaks for, if not the actor.
            evidence: The SHA-256 of what shows it; an official needs it.
            from_: From when on; not in the past. From now on if absent.
            until: Until when.
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
        """Ends a representation, whatever it was about: by the representative, who lays it down; by an
        official who has seen what shows it; or by herself, as far as she chose it.

        Args:
            representative: Who no longer speaks for her.
            acting_for: The organisation in whose name an official records it.
            data_subject: Whom she spoke for, if not the actor.
            evidence: The SHA-256 of what shows it; an official needs it.
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
        """Records that an authority or a court decided where those who speak for somebody differ: their noes
        no longer stand in the way of a yes. It is no yes itself, and a later no stands again. By an
        official of a public administration that neither gains by it nor has one of them among its own.

        Args:
            acting_for: The public administration in whose name an official records it.
            evidence: The SHA-256 of the decision.
            organisation: The controller.
            purpose: The purpose.
            data_subject: Whose.
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
        item: types.ItemId | None = None,
        subjects: list[types.HostId] | None = None,
    ) -> types.ExecutedView:
        """Requires a purpose: of a process, of an item and what lies below, or of an asset.

        Args:
            organisation: The organisation that has published the purpose, by the host's id.
            purpose: The purpose.
            asset: The asset, if it is about one.
            item: The item, if it is about one and what lies below.
            subjects: The people whose data an asset holds, by the host's ids; whoever opens it if nobody
                is named.
        """
        given: dict[str, object] = {
            "organisation": organisation,
            "purpose": purpose,
            "asset": asset,
            "item": item,
            "subjects": subjects,
        }
        return self._act("purpose.require", _given(given))

    def purpose_release(self, *, requirement: types.RequirementId) -> types.ExecutedView:
        """Requires a purpose no longer.

        Args:
            requirement: The requirement.
        """
        given: dict[str, object] = {
            "requirement": requirement,
        }
        return self._act("purpose.release", given)

    def text_redact(self, *, reason: types.Remark, words: types.Remark) -> types.ExecutedView:
        """Takes words out of every public text of the stream, for good: out of its events, and out of the
        imported and published documents that it alone relies on (GDPR Art. 17). By whoever administers the
        process or the organisation, or by an operator of the store; also once the process is closed. What
        operators wrote is for operators to take out. A document that others rely on stays as it is, and is
        named in the event.

        What reads the same is the same: capital and small letters, an accent however it is written, any
        blank. Words that are part of a longer word stay. Decide it with `dry_run` first: there is no way
        back.

        Args:
            reason: Why. Kept in the vault, as a text by the actor; it must not repeat the words.
            words: What is taken out: a name, an address. Nobody keeps it.
        """
        given: dict[str, object] = {
            "reason": reason,
            "words": words,
        }
        return self._act("text.redact", given)
