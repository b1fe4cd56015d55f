"""The questions that an engine answers.

Generated from the JSON Schemas that the library publishes (`cargo xtask generate`).
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from datetime import date, datetime

    from . import types

__all__ = ["Asks"]


def _given(data: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in data.items() if value is not None}


class Asks(ABC):
    """A method for each request that asks and changes nothing."""

    @abstractmethod
    def _ask(self, name: str, data: dict[str, object]) -> object:
        """Sends a request; what it is answered with."""

    def dry_run(self, command: types.Command) -> types.ExecutedView:
        """Decides a command and appends nothing."""
        return cast("types.ExecutedView", self._ask("dry_run", cast("dict[str, object]", command)))

    def check(
        self,
        *,
        actor: types.HostId,
        at: types.Timestamp | datetime,
        permission: types.Permission,
        process: types.ProcessId,
        as_of: types.AsOf | None = None,
        item: types.ItemId | None = None,
        on_behalf_of: types.HostId | None = None,
    ) -> types.Explanation:
        """May this party do this here, and why?

        Args:
            actor: The actor, by the host's id.
            at: The moment of the check.
            permission: The permission asked for.
            process: The process.
            as_of: The state asked about.
            item: The item; the process as a whole if absent.
            on_behalf_of: The person in whose name the actor would act, by the host's id; absent for an
                act of their own. It is answered for the present state.
        """
        data: dict[str, object] = {
            "actor": actor,
            "at": at,
            "permission": permission,
            "process": process,
            "as_of": as_of,
            "item": item,
            "on_behalf_of": on_behalf_of,
        }
        return cast("types.Explanation", self._ask("check", _given(data)))

    def permissions(
        self,
        *,
        at: types.Timestamp | datetime,
        party: types.HolderRef,
        process: types.ProcessId,
        as_of: types.AsOf | None = None,
    ) -> types.PermissionTable:
        """Everything that a party is permitted to do in a process; `next` lists what is possible now.

        Args:
            at: The moment of the check.
            party: The party: a person, with everything their teams bring; or a team, with what it passes
                on.
            process: The process.
            as_of: The state asked about.
        """
        data: dict[str, object] = {"at": at, "party": party, "process": process, "as_of": as_of}
        return cast("types.PermissionTable", self._ask("permissions", _given(data)))

    def who_may(
        self,
        *,
        at: types.Timestamp | datetime,
        permission: types.Permission,
        process: types.ProcessId,
        as_of: types.AsOf | None = None,
        item: types.ItemId | None = None,
    ) -> types.PeopleView:
        """Everyone who may do a thing here.

        Args:
            at: The moment of the check.
            permission: The permission asked for.
            process: The process.
            as_of: The state asked about.
            item: The item; the process as a whole if absent.
        """
        data: dict[str, object] = {
            "at": at,
            "permission": permission,
            "process": process,
            "as_of": as_of,
            "item": item,
        }
        return cast("types.PeopleView", self._ask("who_may", _given(data)))

    def tree(
        self,
        *,
        process: types.ProcessId,
        as_of: types.AsOf | None = None,
        language: types.Language | None = None,
    ) -> types.TreeView:
        """A process as a tree, in one language.

        Args:
            process: The process.
            as_of: The state asked about.
            language: The language; the process's own if absent.
        """
        data: dict[str, object] = {"process": process, "as_of": as_of, "language": language}
        return cast("types.TreeView", self._ask("tree", _given(data)))

    def rules(
        self,
        *,
        at: types.Timestamp | datetime,
        process: types.ProcessId,
        as_of: types.AsOf | None = None,
        language: types.Language | None = None,
    ) -> types.RulesView:
        """The rules of a process.

        Args:
            at: The moment of the check.
            process: The process.
            as_of: The state asked about.
            language: The language; the process's own if absent.
        """
        data: dict[str, object] = {"at": at, "process": process, "as_of": as_of, "language": language}
        return cast("types.RulesView", self._ask("rules", _given(data)))

    def organisation(
        self,
        *,
        organisation_id: types.OrganisationId,
        as_of: types.AsOf | None = None,
    ) -> types.OrganisationView:
        """An organisation.

        Args:
            organisation_id: The organisation.
            as_of: The state asked about.
        """
        data: dict[str, object] = {"organisation_id": organisation_id, "as_of": as_of}
        return cast("types.OrganisationView", self._ask("organisation", _given(data)))

    def operators(self) -> types.OperatorsView:
        """The host's operators."""
        return cast("types.OperatorsView", self._ask("operators", {}))

    def search(
        self,
        *,
        catalogue: types.DocumentId,
        language: types.Language | None = None,
        search: types.Search | None = None,
    ) -> types.FoundView:
        """The interlinkers of a catalogue that match a search.

        Args:
            catalogue: The catalogue.
            language: The language of names; English if absent.
            search: The search; everything if absent.
        """
        data: dict[str, object] = {"catalogue": catalogue, "language": language, "search": search}
        return cast("types.FoundView", self._ask("search", _given(data)))

    def recommend(
        self,
        *,
        process: types.ProcessId,
        as_of: types.AsOf | None = None,
        item: types.ItemId | None = None,
        language: types.Language | None = None,
    ) -> types.RecommendedView:
        """For tasks of a process, the interlinkers that answer their problem profiles, each with the reasons.

        Args:
            process: The process.
            as_of: The state asked about.
            item: The task; every enabled one with a problem profile if absent.
            language: The language; the process's own if absent.
        """
        data: dict[str, object] = {"process": process, "as_of": as_of, "item": item, "language": language}
        return cast("types.RecommendedView", self._ask("recommend", _given(data)))

    def tasks_served(
        self,
        *,
        interlinker: types.Key,
        process: types.ProcessId,
        as_of: types.AsOf | None = None,
        language: types.Language | None = None,
    ) -> types.TasksServedView:
        """The tasks of a process that an interlinker serves.

        Args:
            interlinker: The interlinker, from the process's catalogue.
            process: The process.
            as_of: The state asked about.
            language: The language; the process's own if absent.
        """
        data: dict[str, object] = {
            "interlinker": interlinker,
            "process": process,
            "as_of": as_of,
            "language": language,
        }
        return cast("types.TasksServedView", self._ask("tasks_served", _given(data)))

    def assets(
        self,
        *,
        actor: types.HostId,
        at: types.Timestamp | datetime,
        process: types.ProcessId,
        as_of: types.AsOf | None = None,
        item: types.ItemId | None = None,
        language: types.Language | None = None,
    ) -> types.AssetsView:
        """The assets of a process or a task that a person may see, each with the actions available to them.

        Args:
            actor: The person who asks, by the host's id.
            at: The moment of the check.
            process: The process.
            as_of: The state asked about.
            item: The task; all if absent.
            language: The language; the process's own if absent.
        """
        data: dict[str, object] = {
            "actor": actor,
            "at": at,
            "process": process,
            "as_of": as_of,
            "item": item,
            "language": language,
        }
        return cast("types.AssetsView", self._ask("assets", _given(data)))

    def usage(
        self,
        *,
        interlinker: types.Key | None = None,
        process: types.ProcessId | None = None,
    ) -> types.UsageView:
        """How much interlinkers are used, per process and over time.

        Args:
            interlinker: The interlinker; all if absent.
            process: The process; all of the store if absent.
        """
        data: dict[str, object] = {"interlinker": interlinker, "process": process}
        return cast("types.UsageView", self._ask("usage", _given(data)))

    def work(
        self,
        *,
        process: types.ProcessId,
        as_of: types.AsOf | None = None,
        at: types.Timestamp | datetime | None = None,
    ) -> types.WorkView:
        """The work of a process and the credit for it.

        Args:
            process: The process.
            as_of: The state asked about.
            at: The moment for which to list the work that must stop because a legal basis is missing.
        """
        data: dict[str, object] = {"process": process, "as_of": as_of, "at": at}
        return cast("types.WorkView", self._ask("work", _given(data)))

    def leaderboard(
        self,
        *,
        process: types.ProcessId,
        as_of: types.AsOf | None = None,
        by: types.RankBy | None = None,
        from_: types.Timestamp | datetime | None = None,
        until: types.Timestamp | datetime | None = None,
    ) -> types.Leaderboard:
        """The leaderboard of points.

        Args:
            process: The process.
            as_of: The state asked about: awards taken back later still count.
            by: What to rank by; people if absent.
            from_: Awards count from this time; from the beginning if absent.
            until: Awards count until this time, exclusive; without end if absent.
        """
        data: dict[str, object] = {
            "process": process,
            "as_of": as_of,
            "by": by,
            "from": from_,
            "until": until,
        }
        return cast("types.Leaderboard", self._ask("leaderboard", _given(data)))

    def mandate(self, *, at: types.Timestamp | datetime, mandate_id: types.MandateId) -> types.MandateView:
        """A mandate.

        Args:
            at: The moment that its status is for.
            mandate_id: The mandate.
        """
        return cast("types.MandateView", self._ask("mandate", {"at": at, "mandate_id": mandate_id}))

    def mandates(self, *, at: types.Timestamp | datetime, host_id: types.HostId) -> types.MandatesView:
        """The mandates of a party: those by which others act for it, and those that it holds.

        Args:
            at: The moment that their status is for.
            host_id: The party, by the host's id.
        """
        return cast("types.MandatesView", self._ask("mandates", {"at": at, "host_id": host_id}))

    def mandate_check(
        self,
        *,
        actor: types.HostId,
        at: types.Timestamp | datetime,
        on_behalf_of: types.HostId,
        power: types.Key,
        effective_on: types.Date | date | None = None,
        looks: bool | None = None,
        mandate_target: types.MandateTarget | None = None,
        together_with: list[types.HostId] | None = None,
    ) -> types.MandateAnswer:
        """May this person exercise this power for that party, and by which mandates?

        Args:
            actor: The person who would act, by the host's id.
            at: The moment of the check.
            on_behalf_of: The party that they would act for, by the host's id.
            power: The power, by its code.
            effective_on: The day on which the act would take effect, or that what is looked at is of.
            looks: Whether the actor would only look.
            mandate_target: What it would be exercised for.
            together_with: The people with whom the actor would act, by the host's ids, where several must
                act together.
        """
        data: dict[str, object] = {
            "actor": actor,
            "at": at,
            "on_behalf_of": on_behalf_of,
            "power": power,
            "effective_on": effective_on,
            "looks": looks,
            "mandate_target": mandate_target,
            "together_with": together_with,
        }
        return cast("types.MandateAnswer", self._ask("mandate_check", _given(data)))

    def mandate_kinds(self, *, language: types.Language | None = None) -> types.MandateKindsView:
        """The kinds of mandates that come with the library.

        Args:
            language: The language; English if absent.
        """
        return cast("types.MandateKindsView", self._ask("mandate_kinds", _given({"language": language})))

    def principals(self, *, actor: types.HostId, at: types.Timestamp | datetime) -> types.PrincipalsView:
        """Everybody for whom a person may act.

        Args:
            actor: The person, by the host's id.
            at: The moment of the check.
        """
        return cast("types.PrincipalsView", self._ask("principals", {"actor": actor, "at": at}))

    def ratings(
        self,
        *,
        rated: types.Rated,
        actor: types.HostId | None = None,
        as_of: types.AsOf | None = None,
    ) -> types.RatingView:
        """The ratings of an interlinker or a published process.

        Args:
            rated: What is rated.
            actor: The person who asks, by the host's id, to see their own rating.
            as_of: The state asked about.
        """
        data: dict[str, object] = {"rated": rated, "actor": actor, "as_of": as_of}
        return cast("types.RatingView", self._ask("ratings", _given(data)))

    def publications(
        self,
        *,
        language: types.Language | None = None,
        search: types.PublicationSearch | None = None,
    ) -> types.PublicationsView:
        """The publications of the store that match a search: for each process the latest.

        Args:
            language: The language of titles; English if absent.
            search: The search; everything if absent.
        """
        data: dict[str, object] = {"language": language, "search": search}
        return cast("types.PublicationsView", self._ask("publications", _given(data)))

    def read_story(self, *, file: str) -> types.StoryView:
        """Reads a `data_story` of the INTERLINK platform as the story that `process.publish` takes.

        Args:
            file: The content of the file.
        """
        return cast("types.StoryView", self._ask("read_story", {"file": file}))

    def party(self, *, host_id: types.HostId) -> types.PartyView:
        """The party behind a host id, with its own stream.

        Args:
            host_id: The host's id.
        """
        return cast("types.PartyView", self._ask("party", {"host_id": host_id}))

    def streams(self, *, limit: int, after: types.StreamId | None = None) -> types.StreamsView:
        """The streams of the store.

        Args:
            limit: How many at most, up to 10 000.
            after: The stream after which to begin; from the first if absent.
        """
        return cast("types.StreamsView", self._ask("streams", _given({"limit": limit, "after": after})))

    def document(self, *, document: types.DocumentId) -> types.DocumentView:
        """A document that was added, or one of the four shipped governance models.

        Args:
            document: The SHA-256 of its canonical JSON.
        """
        return cast("types.DocumentView", self._ask("document", {"document": document}))

    def models(self, *, language: types.Language | None = None) -> types.ModelsView:
        """The governance models that come with the library.

        Args:
            language: The language of names; English if absent.
        """
        return cast("types.ModelsView", self._ask("models", _given({"language": language})))

    def changes(self, *, limit: int, after: types.Position | None = None) -> types.ChangesView:
        """The feed: the events of all streams after a position.

        Args:
            limit: How many events at most, up to 10 000.
            after: The position after which to begin; 0 for the beginning.
        """
        return cast("types.ChangesView", self._ask("changes", _given({"limit": limit, "after": after})))

    def subject_access(
        self,
        *,
        person: types.HostId,
        language: types.Language | None = None,
    ) -> types.SubjectAccessView:
        """All data held about a person (GDPR Art. 15 and 20).

        Args:
            person: The person, by the host's id. Nothing is held about an unknown person.
            language: The language of the sentences about events; English if absent.
        """
        data: dict[str, object] = {"person": person, "language": language}
        return cast("types.SubjectAccessView", self._ask("subject_access", _given(data)))

    def audit_trail(
        self,
        *,
        limit: int,
        after: types.Position | None = None,
        language: types.Language | None = None,
    ) -> types.AuditEntryPage:
        """The audit trail: the feed as sentences, in one language.

        Args:
            limit: How many events are read at most, up to 10 000.
            after: The position after which to begin; 0 for the beginning.
            language: The language; English if absent.
        """
        data: dict[str, object] = {"limit": limit, "after": after, "language": language}
        return cast("types.AuditEntryPage", self._ask("audit_trail", _given(data)))

    def set_language(self, *, language: types.Language | None = None) -> types.LanguageView:
        """Sets the language of refusals, reasons and views for requests that name none.

        Args:
            language: The language; English if absent.
        """
        return cast("types.LanguageView", self._ask("set_language", _given({"language": language})))

    def notifications(
        self,
        *,
        limit: int,
        after: types.Position | None = None,
        language: types.Language | None = None,
        person: types.HostId | None = None,
    ) -> types.NotificationPage:
        """Notifications for the people whom events concern, in one language.

        Args:
            limit: How many events are read at most, up to 10 000.
            after: The position after which to begin; 0 for the beginning.
            language: The language; English if absent.
            person: Only notifications for this person, by the host's id.
        """
        data: dict[str, object] = {"limit": limit, "after": after, "language": language, "person": person}
        return cast("types.NotificationPage", self._ask("notifications", _given(data)))

    def next(
        self,
        *,
        at: types.Timestamp | datetime,
        limit: int,
        person: types.HostId,
        language: types.Language | None = None,
        process: types.ProcessId | None = None,
    ) -> types.NextView:
        """What a person can do next, the most urgent first: what is possible now, not only permitted.

        Args:
            at: The current time.
            limit: How many steps are returned at most, up to 10 000.
            person: The person, by the host's id. An unknown person has nothing to do.
            language: The language; English if absent.
            process: The process; if absent, all of theirs, and the organisations they administer.
        """
        data: dict[str, object] = {
            "at": at,
            "limit": limit,
            "person": person,
            "language": language,
            "process": process,
        }
        return cast("types.NextView", self._ask("next", _given(data)))

    def my(
        self,
        *,
        at: types.Timestamp | datetime,
        person: types.HostId,
        language: types.Language | None = None,
    ) -> types.MyView:
        """A person's processes, teams, assignments, and acts that wait for approval.

        Args:
            at: The current time.
            person: The person, by the host's id.
            language: The language; English if absent.
        """
        data: dict[str, object] = {"at": at, "person": person, "language": language}
        return cast("types.MyView", self._ask("my", _given(data)))

    def guide(
        self,
        *,
        answers: dict[str, types.Key] | None = None,
        language: types.Language | None = None,
    ) -> types.GuideView:
        """Which governance model and template fit, from a few answers.

        Args:
            answers: The answers so far, by question; the answer to an empty request lists the questions.
            language: The language; English if absent.
        """
        data: dict[str, object] = {"answers": answers, "language": language}
        return cast("types.GuideView", self._ask("guide", _given(data)))

    def notices(
        self,
        *,
        organisation_id: types.OrganisationId,
        language: types.Language | None = None,
    ) -> types.NoticesView:
        """The notices of an organisation.

        Args:
            organisation_id: The organisation.
            language: The language; English if absent.
        """
        data: dict[str, object] = {"organisation_id": organisation_id, "language": language}
        return cast("types.NoticesView", self._ask("notices", _given(data)))

    def notice_gaps(self, *, kind: types.StakeholderKind, notice: types.DocumentId) -> types.NoticeGapsView:
        """What a notice still lacks before it may be published.

        Args:
            kind: The organisation's stakeholder kind.
            notice: The notice; it must have been added.
        """
        return cast("types.NoticeGapsView", self._ask("notice_gaps", {"kind": kind, "notice": notice}))

    def consent(
        self,
        *,
        at: types.Timestamp | datetime,
        organisation_id: types.OrganisationId,
        person: types.HostId,
        purpose: types.Key,
        as_known: types.Seq | None = None,
        past: bool | None = None,
    ) -> types.ConsentView:
        """May a person's data be processed for a purpose, and why?

        Args:
            at: The moment of the check.
            organisation_id: The controller.
            person: The data subject, by the host's id.
            purpose: The purpose.
            as_known: The `seq` of the person's stream as of which the record is read; as known now if
                absent.
            past: Whether `at` is a past moment: then the recorded times decide. Otherwise `at` is the
                current time, and whatever has ended something counts, however it is dated.
        """
        data: dict[str, object] = {
            "at": at,
            "organisation_id": organisation_id,
            "person": person,
            "purpose": purpose,
            "as_known": as_known,
            "past": past,
        }
        return cast("types.ConsentView", self._ask("consent", _given(data)))

    def consents(
        self,
        *,
        at: types.Timestamp | datetime,
        person: types.HostId,
        past: bool | None = None,
    ) -> types.ConsentsView:
        """All consents of a person.

        Args:
            at: The moment of the check.
            person: The person, by the host's id.
            past: Whether `at` is a past moment: then the recorded times decide. Otherwise `at` is the
                current time, and whatever has ended something counts, however it is dated.
        """
        data: dict[str, object] = {"at": at, "person": person, "past": past}
        return cast("types.ConsentsView", self._ask("consents", _given(data)))

    def obligations(
        self,
        *,
        at: types.Timestamp | datetime,
        organisation_id: types.OrganisationId,
        language: types.Language | None = None,
    ) -> types.ObligationsView:
        """The obligations of a controller: recipients to notify, and people whose consent must be asked for
        again.

        Args:
            at: The moment of the check.
            organisation_id: The controller.
            language: The language; English if absent.
        """
        data: dict[str, object] = {"at": at, "organisation_id": organisation_id, "language": language}
        return cast("types.ObligationsView", self._ask("obligations", _given(data)))

    def processing(
        self,
        *,
        at: types.Timestamp | datetime,
        organisation_id: types.OrganisationId,
        language: types.Language | None = None,
    ) -> types.ProcessingView:
        """The record of processing activities of a controller.

        Args:
            at: The moment of the check.
            organisation_id: The controller.
            language: The language; English if absent.
        """
        data: dict[str, object] = {"at": at, "organisation_id": organisation_id, "language": language}
        return cast("types.ProcessingView", self._ask("processing", _given(data)))

    def subject_requests(
        self,
        *,
        at: types.Timestamp | datetime,
        organisation_id: types.OrganisationId,
    ) -> types.SubjectRequestsView:
        """The subject requests made to a controller, with their deadlines.

        Args:
            at: The moment of the check.
            organisation_id: The controller.
        """
        data: dict[str, object] = {"at": at, "organisation_id": organisation_id}
        return cast("types.SubjectRequestsView", self._ask("subject_requests", data))

    def attribution(
        self,
        *,
        at: types.Timestamp | datetime,
        event: types.EventId,
        person_id: types.PersonId,
    ) -> types.AttributionView:
        """The owner of a text that an organisation keeps for a legal claim.

        Args:
            at: The moment of the check.
            event: The event by which the organisation recorded the access.
            person_id: The pseudonym of the text's owner.
        """
        data: dict[str, object] = {"at": at, "event": event, "person_id": person_id}
        return cast("types.AttributionView", self._ask("attribution", data))

    def receipt(
        self,
        *,
        at: types.Timestamp | datetime,
        format: types.ReceiptFormat,
        organisation_id: types.OrganisationId,
        person: types.HostId,
        purpose: types.Key,
        past: bool | None = None,
    ) -> types.ReceiptView:
        """A receipt for a consent.

        Args:
            at: The moment; also the date of the receipt.
            format: The format.
            organisation_id: The controller.
            person: The data subject, by the host's id; by the pseudonym after an erasure.
            purpose: The purpose.
            past: Whether `at` is a past moment: then the recorded times decide. Otherwise `at` is the
                current time, and whatever has ended something counts, however it is dated.
        """
        data: dict[str, object] = {
            "at": at,
            "format": format,
            "organisation_id": organisation_id,
            "person": person,
            "purpose": purpose,
            "past": past,
        }
        return cast("types.ReceiptView", self._ask("receipt", _given(data)))

    def cloud_events(
        self,
        *,
        limit: int,
        source: types.Uri,
        after: types.Position | None = None,
    ) -> types.CloudEventsView:
        """The feed as CloudEvents 1.0.

        Args:
            limit: How many events at most, up to 10 000.
            source: The `source` of the events.
            after: The position after which to begin; 0 for the beginning.
        """
        data: dict[str, object] = {"limit": limit, "source": source, "after": after}
        return cast("types.CloudEventsView", self._ask("cloud_events", _given(data)))

    def write_archive(
        self,
        *,
        process: types.ProcessId,
        files: list[types.Base64] | None = None,
    ) -> types.ArchiveWrittenView:
        """A process as an export of the INTERLINK platform, for its importer.

        Args:
            process: The process.
            files: The files of assets that the host has, in any order: each is recognised by its SHA-256.
                Missing ones are reported.
        """
        data: dict[str, object] = {"process": process, "files": files}
        return cast("types.ArchiveWrittenView", self._ask("write_archive", _given(data)))

    def write_catalogue(self, *, catalogue: types.DocumentId) -> types.CatalogueFilesView:
        """A catalogue in INTERLINK's folder layout, with its templates.

        Args:
            catalogue: The catalogue.
        """
        return cast("types.CatalogueFilesView", self._ask("write_catalogue", {"catalogue": catalogue}))

    def verify(
        self,
        *,
        expected: types.ExpectedHead | None = None,
        stream: types.StreamId | None = None,
    ) -> types.Verified | types.VerifiedStore:
        """Verifies one stream or the whole store.

        Args:
            expected: An event known to belong to the stream.
            stream: The stream; all if absent.
        """
        data: dict[str, object] = {"expected": expected, "stream": stream}
        return cast("types.Verified | types.VerifiedStore", self._ask("verify", _given(data)))
