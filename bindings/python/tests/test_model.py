"""The rules once more, small and in Python, held against the library by random commands.

What is modelled: who may do what by grants and restrictions on the process and its items, administration, what is
disabled; and what status and progress follow from the tasks.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field

import interlink
from conftest import command
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from interlink import types

PEOPLE = ["anna", "bruno", "carla", "dario"]
PERMISSIONS = ["process.view", "process.administer", "item.add", "task.start", "role.grant", "asset.view"]
# What cannot be done with what is disabled: it is readable and governable, and nothing else.
NOT_WHEN_OFF = {"item.add", "task.start"}
KINDS = ["phase", "objective", "task"]


@dataclass
class Item:
    """An item, as far as the rules need it."""

    kind: str
    parent: str | None
    off: bool = False
    status: str = "awaiting"


@dataclass
class Line:
    """A grant or a restriction: on the process where there is no item."""

    person: str
    item: str | None
    permissions: set[str]
    takes_away: bool


@dataclass
class World:
    """All that is modelled."""

    items: dict[str, Item] = field(default_factory=dict)
    lines: list[Line] = field(default_factory=list)

    def way(self, item: str | None) -> list[str | None]:
        """From an item up to the process."""
        way: list[str | None] = []
        while item is not None:
            way.append(item)
            item = self.items[item].parent
        return [*way, None]

    def standing(self, person: str, permission: str, item: str | None) -> bool | None:
        for scope in self.way(item):
            said = [
                line.takes_away
                for line in self.lines
                if line.person == person and line.item == scope and permission in line.permissions
            ]
            if said:
                return not any(said)
        return None

    def enabled(self, item: str | None) -> bool:
        return not any(self.items[scope].off for scope in self.way(item) if scope is not None)

    def may(self, person: str, permission: str, item: str | None) -> bool:
        word = self.standing(person, permission, item) or self.standing(person, "process.administer", None)
        return bool(word) and (permission not in NOT_WHEN_OFF or self.enabled(item))

    def parts(self, item: str) -> list[str]:
        return [name for name, part in self.items.items() if part.parent == item]

    def left_to_do(self, item: str) -> list[str]:
        """The parts that count: not disabled, and tasks or with something left to do in them."""
        return [
            part
            for part in self.parts(item)
            if not self.items[part].off and (self.items[part].kind == "task" or self.left_to_do(part))
        ]

    def status(self, item: str) -> tuple[str, int]:
        """The status and the progress of an item."""
        of = self.items[item]
        if of.kind == "task":
            return of.status, {"awaiting": 0, "in_progress": 50, "finished": 100}[of.status]
        parts = [self.status(part)[0] for part in self.left_to_do(item)]
        finished, begun = parts.count("finished"), parts.count("in_progress")
        if not parts or finished + begun == 0:
            return "awaiting", 0
        status = "finished" if finished == len(parts) else "in_progress"
        return status, (2 * finished + begun) * 50 // len(parts)


class CoProduction(RuleBasedStateMachine):
    """Random commands by random people; whatever is refused changes nothing."""

    @initialize()
    def begin(self) -> None:
        self.numbers = itertools.count(1)
        self.engine = interlink.Engine()
        self.world = World()
        models = {model["id"]: model["document"] for model in self.engine.models()["models"]}
        data = {"name": {"en": "A garden"}, "language": "en", "governance": models["interlink.c2c"]}
        self.stream = self.act("anna", "process.create", data)["stream"]
        self.process = self.stream.removeprefix("process/")
        document = self.engine.document(document=models["interlink.c2c"])["content"]
        assert isinstance(document, dict)
        roles = document["roles"]
        assert isinstance(roles, dict)
        # Only what citizens may hold, since nobody here is in an organisation.
        self.roles = {
            name: set(role["permissions"])  # type: ignore[call-overload,index,arg-type]
            for name, role in roles.items()
            if "citizen" in role["holders"]  # type: ignore[call-overload,index,operator]
        }
        self.world.lines.append(Line("anna", None, self.roles["organiser"], False))
        # Something to work on, so that work is not a matter of luck.
        for within in (0, 1, 2, 2, 2):
            self.add("anna", within)

    def act(self, actor: str, kind: str, data: dict[str, object]) -> types.ExecutedView:
        stream = None if kind == "process.create" else self.stream
        return self.engine.execute(command(next(self.numbers), actor, kind, data, stream))

    def tried(self, actor: str, kind: str, data: dict[str, object]) -> types.ExecutedView | None:
        before = self.engine.verify()["events"]
        try:
            return self.act(actor, kind, data)
        except interlink.InterlinkError as error:
            assert self.engine.verify()["events"] == before
            self.code = error.code
            return None

    def some(self, number: int) -> str | None:
        names = [None, *self.world.items]
        return names[number % len(names)]

    def task(self, number: int) -> str | None:
        tasks = [name for name, item in self.world.items.items() if item.kind == "task"]
        return tasks[number % len(tasks)] if tasks else None

    @rule(actor=st.sampled_from(PEOPLE), within=st.integers(0, 40))
    def add_somewhere(self, actor: str, within: int) -> None:
        self.add(actor, within)

    def add(self, actor: str, within: int) -> None:
        parent = self.some(within)
        if parent is not None and self.world.items[parent].kind == "task":
            parent = self.world.items[parent].parent
        kind = "phase" if parent is None else KINDS[KINDS.index(self.world.items[parent].kind) + 1]
        data: dict[str, object] = {"kind": kind, "name": {"en": "It"}}
        if parent is not None:
            data["parent"] = parent
        done = self.tried(actor, "item.add", data)
        assert (done is not None) == self.world.may(actor, "item.add", parent)
        if done is not None:
            name = done["events"][0]["data"]["item"]  # type: ignore[typeddict-item]
            assert isinstance(name, str)
            self.world.items[name] = Item(kind, parent)

    @rule(person=st.sampled_from(PEOPLE), role=st.integers(0, 9), where=st.integers(0, 40))
    def grant(self, person: str, role: int, where: int) -> None:
        name = sorted(self.roles)[role % len(self.roles)]
        item = None if "process.administer" in self.roles[name] else self.some(where)
        data: dict[str, object] = {"holder": {"person": person}, "role": name}
        if item is not None:
            data["item"] = item
        if self.tried("anna", "role.grant", data) is not None:
            self.world.lines.append(Line(person, item, self.roles[name], False))

    @rule(person=st.sampled_from(PEOPLE[1:]), permission=st.sampled_from(PERMISSIONS), where=st.integers(0, 40))
    def restrict(self, person: str, permission: str, where: int) -> None:
        item = self.some(where)
        data: dict[str, object] = {"holder": {"person": person}, "permissions": [permission], "reason": "So."}
        if item is not None:
            data["item"] = item
        if self.tried("anna", "restriction.place", data) is not None:
            self.world.lines.append(Line(person, item, {permission}, True))

    @rule(where=st.integers(0, 40), off=st.booleans())
    def switch(self, where: int, off: bool) -> None:
        item = self.some(where)
        if item is None:
            return
        done = self.tried("anna", "item.disable" if off else "item.enable", {"item": item})
        assert (done is not None) == (self.world.items[item].off != off)
        self.world.items[item].off = off

    @rule(actor=st.sampled_from(["anna", *PEOPLE]), which=st.integers(0, 40))
    def start(self, actor: str, which: int) -> None:
        task = self.task(which)
        if task is None:
            return
        done = self.tried(actor, "task.start", {"item": task})
        may = self.world.may(actor, "task.start", task)
        assert (done is not None) == (may and self.world.items[task].status == "awaiting"), self.code
        if done is not None:
            self.world.items[task].status = "in_progress"

    @rule(which=st.integers(0, 40))
    def complete(self, which: int) -> None:
        task = self.task(which)
        if task is not None and self.tried("anna", "task.complete", {"item": task}) is not None:
            self.world.items[task].status = "finished"

    @invariant()
    def checks_say_what_the_rule_says(self) -> None:
        items = [None, *self.world.items]
        asked = list(itertools.product(PEOPLE, PERMISSIONS, items))
        said = self.engine.check_columns(
            [person for person, _, _ in asked],
            [permission for _, permission, _ in asked],
            [self.process] * len(asked),
            [item for _, _, item in asked],
            "2026-12-01T00:00:00.000Z",
        )
        for question, allowed in zip(asked, said, strict=True):
            assert allowed == self.world.may(*question), question

    @invariant()
    def items_stand_as_their_tasks_make_them(self) -> None:
        rows = self.engine.items().to_arrow().select(["item", "status", "progress", "enabled"]).to_pylist()
        assert {row["item"] for row in rows} == set(self.world.items)
        for row in rows:
            assert (row["status"], row["progress"]) == self.world.status(row["item"])
            assert row["enabled"] == self.world.enabled(row["item"])

    def teardown(self) -> None:
        if hasattr(self, "engine"):
            self.engine.close()


TestCoProduction = CoProduction.TestCase
TestCoProduction.settings = settings(
    max_examples=60, stateful_step_count=40, deadline=None, suppress_health_check=list(HealthCheck), database=None
)
