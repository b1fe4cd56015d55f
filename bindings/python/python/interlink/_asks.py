"""The questions that an engine answers.

Generated from the JSON Schemas that the library publishes (`cargo xtask generate`).
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from datetime import datetime

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
    ) -> types.Explanation:
        """May this party do this here, and why?

        Args:
            actor: Who, by the host's id.
            at: For which moment.
            permission: What.
            process: In which process.
            as_of: The state that is asked about.
            item: On which item; on the process as a whole if absent.
        """
        data: dict[str, object] = {
            "actor": actor,
            "at": at,
            "permission": permission,
            "process": process,
            "as_of": as_of,
            "item": item,
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
        """Everything that a party is permitted to do in a process; what is possible now is what `next`
        participations.

        Args:
            at: For which moment.
            party: Who: a person, with all that her teams bring; or a team, with what it passes on.
            process: In which process.
            as_of: The state that is asked about.
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
            at: For which moment.
            permission: What.
            process: In which process.
            as_of: The state that is asked about.
            item: On which item; on the process as a whole if absent.
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
            process: Which process.
            as_of: The state that is asked about.
            language: In which language; in the process's own if absent.
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
            at: For which moment.
            process: Which process.
            as_of: The state that is asked about.
            language: In which language; in the process's own if absent.
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
            organisation_id: Which organisation.
            as_of: The state that is asked about.
        """
        data: dict[str, object] = {"organisation_id": organisation_id, "as_of": as_of}
        return cast("types.OrganisationView", self._ask("organisation", _given(data)))

    def operators(self) -> types.OperatorsView:
        """Who speaks for the host."""
        return cast("types.OperatorsView", self._ask("operators", {}))

    def search(
        self,
        *,
        catalogue: types.DocumentId,
        language: types.Language | None = None,
        search: types.Search | None = None,
    ) -> types.FoundView:
        """The interlinkers of a catalogue that are as asked for.

        Args:
            catalogue: Which catalogue.
            language: The language that names are read in; English if absent.
            search: What is looked for; everything if absent.
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
            process: Which process.
            as_of: The state that is asked about.
            item: Which task; every enabled one with a problem profile if absent.
            language: In which language; in the process's own if absent.
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
            interlinker: Which interlinker of the process's catalogue.
            process: Which process.
            as_of: The state that is asked about.
            language: In which language; in the process's own if absent.
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
        """The assets of a process or a task that a person may see, with what she can be offered.

        Args:
            actor: Who asks, by the host's id.
            at: For which moment.
            process: Of which process.
            as_of: The state that is asked about.
            item: Of which task; of all if absent.
            language: In which language; in the process's own if absent.
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
        """How much interlinkers are used: by process, and over time.

        Args:
            interlinker: Which interlinker; all if absent.
            process: In which process; in all of the store if absent.
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
            process: Of which process.
            as_of: The state that is asked about.
            at: The moment for which to say what must stop, since a basis is missing.
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
        """Who has how many points.

        Args:
            process: In which process.
            as_of: The state that is asked about: awards taken back later still count.
            by: By what it ranks; by person if absent.
            from_: From when on awards count; from the beginning if absent.
            until: Until when awards count, that moment not included; without end if absent.
        """
        data: dict[str, object] = {
            "process": process,
            "as_of": as_of,
            "by": by,
            "from": from_,
            "until": until,
        }
        return cast("types.Leaderboard", self._ask("leaderboard", _given(data)))

    def ratings(
        self,
        *,
        rated: types.Rated,
        actor: types.HostId | None = None,
        as_of: types.AsOf | None = None,
    ) -> types.RatingView:
        """What people say of an interlinker or a published process.

        Args:
            rated: Of what.
            actor: Who asks, by the host's id, to see what she said herself.
            as_of: The state that is asked about.
        """
        data: dict[str, object] = {"rated": rated, "actor": actor, "as_of": as_of}
        return cast("types.RatingView", self._ask("ratings", _given(data)))

    def publications(
        self,
        *,
        language: types.Language | None = None,
        search: types.PublicationSearch | None = None,
    ) -> types.PublicationsView:
        """The publications of the store that are as asked for: of each process the latest.

        Args:
            language: The language that titles are read in; English if absent.
            search: What is looked for; everything if absent.
        """
        data: dict[str, object] = {"language": language, "search": search}
        return cast("types.PublicationsView", self._ask("publications", _given(data)))

    def read_story(self, *, file: str) -> types.StoryView:
        """Reads a `data_story` of the INTERLINK platform as the story that `process.publish` takes.

        Args:
            file: What stands in the file.
        """
        return cast("types.StoryView", self._ask("read_story", {"file": file}))

    def party(self, *, host_id: types.HostId) -> types.PartyView:
        """The party behind a host id, with the stream of its own.

        Args:
            host_id: The host's id.
        """
        return cast("types.PartyView", self._ask("party", {"host_id": host_id}))

    def streams(self, *, limit: int, after: types.StreamId | None = None) -> types.StreamsView:
        """The streams of the store.

        Args:
            limit: How many at most; 10 000 is the most there is.
            after: The stream after which to begin; at the first if absent.
        """
        return cast("types.StreamsView", self._ask("streams", _given({"limit": limit, "after": after})))

    def document(self, *, document: types.DocumentId) -> types.DocumentView:
        """A document: those that were added, and the four shipped governance models.

        Args:
            document: The SHA-256 of its canonical JSON.
        """
        return cast("types.DocumentView", self._ask("document", {"document": document}))

    def models(self, *, language: types.Language | None = None) -> types.ModelsView:
        """The governance models that come with the library.

        Args:
            language: The language that names are read in; English if absent.
        """
        return cast("types.ModelsView", self._ask("models", _given({"language": language})))

    def changes(self, *, limit: int, after: types.Position | None = None) -> types.ChangesView:
        """The feed: the events of all streams after a position.

        Args:
            limit: How many events at most; 10 000 is the most there is.
            after: The position after which to begin; 0 for the beginning.
        """
        return cast("types.ChangesView", self._ask("changes", _given({"limit": limit, "after": after})))

    def subject_access(
        self,
        *,
        person: types.HostId,
        language: types.Language | None = None,
    ) -> types.SubjectAccessView:
        """Everything that is held about a person.

        Args:
            person: Who, by the host's id. About somebody whom nobody knows, nothing is held.
            language: In which language events are told; in English if absent.
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
        """The feed as sentences, in one language.

        Args:
            limit: How many events are read at most; 10 000 is the most there is.
            after: After which position; from the beginning if absent.
            language: In which language; in English if absent.
        """
        data: dict[str, object] = {"limit": limit, "after": after, "language": language}
        return cast("types.AuditEntryPage", self._ask("audit_trail", _given(data)))

    def set_language(self, *, language: types.Language | None = None) -> types.LanguageView:
        """Says refusals, reasons and what is shown in this language from now on, where a request names none.

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
        """What concerns whom, in one language.

        Args:
            limit: How many events are read at most; 10 000 is the most there is.
            after: After which position; from the beginning if absent.
            language: In which language; in English if absent.
            person: Only what concerns this person, by the host's id.
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
            at: What the clock participations now.
            limit: How many steps are told at most; 10 000 is the most there is.
            person: Who, by the host's id. Somebody whom nobody knows has nothing to do.
            language: In which language; in English if absent.
            process: In which process; in all of theirs, and for the organisations that they administer,
                if absent.
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
        """What is a person's: processes, teams, assignments, acts that wait for approval.

        Args:
            at: What the clock participations now.
            person: Who, by the host's id.
            language: In which language; in English if absent.
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
            answers: The answers so far, by question; the answer to an empty request has the questions.
            language: In which language; in English if absent.
        """
        data: dict[str, object] = {"answers": answers, "language": language}
        return cast("types.GuideView", self._ask("guide", _given(data)))

    def notices(
        self,
        *,
        organisation_id: types.OrganisationId,
        language: types.Language | None = None,
    ) -> types.NoticesView:
        """What an organisation tells people about their data.

        Args:
            organisation_id: Which organisation.
            language: In which language; in English if absent.
        """
        data: dict[str, object] = {"organisation_id": organisation_id, "language": language}
        return cast("types.NoticesView", self._ask("notices", _given(data)))

    def notice_gaps(self, *, kind: types.StakeholderKind, notice: types.DocumentId) -> types.NoticeGapsView:
        """What a notice still misses before it may be published.

        Args:
            kind: What kind of stakeholder the organisation is.
            notice: The notice, which was added.
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
            at: For which moment.
            organisation_id: The controller.
            person: Whose data, by the host's id.
            purpose: The purpose.
            as_known: As it was known when her stream had this version; as it is known now if absent.
            past: Whether `at` is a past moment: then the times of what is on record decide. Without it
                `at` is what the clock participations now, and whatever has ended something counts, however it
                is dated.
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
        """Everything that a person said about her data.

        Args:
            at: For which moment.
            person: Who, by the host's id.
            past: Whether `at` is a past moment: then the times of what is on record decide. Without it
                `at` is what the clock participations now, and whatever has ended something counts, however it
                is dated.
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
        """What a controller has to tell the recipients of data, and whom it has to ask again.

        Args:
            at: For which moment.
            organisation_id: The controller.
            language: In which language; in English if absent.
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
            at: For which moment.
            organisation_id: The controller.
            language: In which language; in English if absent.
        """
        data: dict[str, object] = {"at": at, "organisation_id": organisation_id, "language": language}
        return cast("types.ProcessingView", self._ask("processing", _given(data)))

    def subject_requests(
        self,
        *,
        at: types.Timestamp | datetime,
        organisation_id: types.OrganisationId,
    ) -> types.SubjectRequestsView:
        """What data subjects asked of a controller, and how much time there is.

        Args:
            at: For which moment.
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
        """Whose text it is that an organisation keeps for a legal claim.

        Args:
            at: For which moment.
            event: The event by which the organisation looked.
            person_id: The pseudonym whose text it is.
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
            at: For which moment; the receipt is dated so.
            format: In which format.
            organisation_id: The controller.
            person: Whose consent, by the host's id; by her pseudonym once she was erased.
            purpose: The purpose.
            past: Whether `at` is a past moment: then the times of what is on record decide. Without it
                `at` is what the clock participations now, and whatever has ended something counts, however it
                is dated.
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
            limit: How many events at most; 10 000 is the most there is.
            source: Who speaks: the `source` of the events.
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
        """A process as an export of the INTERLINK platform, which its importer takes.

        Args:
            process: Which process.
            files: What assets hold, as far as the host has it, in any order: each is known by its
                SHA-256. What is missing is reported.
        """
        data: dict[str, object] = {"process": process, "files": files}
        return cast("types.ArchiveWrittenView", self._ask("write_archive", _given(data)))

    def write_catalogue(self, *, catalogue: types.DocumentId) -> types.CatalogueFilesView:
        """A catalogue in INTERLINK's folders, with its templates.

        Args:
            catalogue: Which catalogue.
        """
        return cast("types.CatalogueFilesView", self._ask("write_catalogue", {"catalogue": catalogue}))

    def verify(
        self,
        *,
        expected: types.ExpectedHead | None = None,
        stream: types.StreamId | None = None,
    ) -> types.Verified | types.VerifiedStore:
        """Checks one stream, or the whole store.

        Args:
            expected: An event that is known to belong to the stream.
            stream: Which stream; all if absent.
        """
        data: dict[str, object] = {"expected": expected, "stream": stream}
        return cast("types.Verified | types.VerifiedStore", self._ask("verify", _given(data)))
