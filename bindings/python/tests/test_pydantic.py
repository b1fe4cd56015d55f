"""The types go into what checks data at run time: pydantic, and FastAPI on top of it."""

import inspect
import typing
from datetime import UTC, date, datetime

import interlink
import pytest
from conftest import Act
from fastapi import FastAPI
from fastapi.testclient import TestClient
from interlink import types
from pydantic import TypeAdapter, ValidationError

#: Every shape that crosses the border.
SHAPES = [name for name in types.__all__ if inspect.isclass(getattr(types, name))]


def test_pydantic_reads_every_shape() -> None:
    assert len(SHAPES) > 300
    for name in types.__all__:
        TypeAdapter(getattr(types, name)).json_schema()


def test_what_the_engine_answers_is_what_the_types_say(engine: interlink.Engine, act: Act, garden: str) -> None:
    act("anna", "item.add", {"kind": "phase", "name": {"en": "Look"}}, f"process/{garden}")
    tree = engine.tree(process=garden)
    assert TypeAdapter(types.TreeView).validate_python(tree, strict=True) == tree
    changes = engine.changes(limit=100)
    assert TypeAdapter(types.ChangesView).validate_python(changes) == changes
    with pytest.raises(ValidationError):
        TypeAdapter(types.TreeView).validate_python({**tree, "progress": "far"})


def test_moments_and_days_are_taken_where_the_types_say_so(engine: interlink.Engine, act: Act, garden: str) -> None:
    stream = f"process/{garden}"
    added = [act("anna", "item.add", {"kind": "phase", "name": {"en": "Look"}}, stream)]
    for kind in ("objective", "task"):
        parent = added[-1]["events"][0]["data"]["item"]  # type: ignore[typeddict-item]
        added.append(act("anna", "item.add", {"kind": kind, "name": {"en": kind}, "parent": parent}, stream))
    task = added[-1]["events"][0]["data"]["item"]  # type: ignore[typeddict-item]
    for field, takes in (("start", date), ("end", date)):
        assert takes in typing.get_args(typing.get_args(typing.get_type_hints(types.ScheduleItem)[field])[0]) or (
            takes in typing.get_args(typing.get_type_hints(types.ScheduleItem)[field])
        )
    plan = TypeAdapter(types.ScheduleItem).validate_python({"item": task, "start": date(2026, 5, 1)})
    anna = engine.acting("anna", stream, at=datetime(2026, 4, 1, 9, tzinfo=UTC))
    done = anna.item_schedule(item=plan["item"], start=plan["start"], end=date(2026, 5, 2))
    assert done["events"][0]["data"] == {"item": task, "start": "2026-05-01", "end": "2026-05-02"}
    asked = TypeAdapter(types.CheckRequest).validate_python(
        {"actor": "anna", "permission": "item.add", "process": garden, "at": datetime(2026, 5, 1, tzinfo=UTC)}
    )
    assert isinstance(asked["at"], datetime) and engine.check(**asked)["allowed"]


def test_an_app_of_fastapi_takes_and_gives_them(engine: interlink.Engine, garden: str) -> None:
    app = FastAPI()

    @app.post("/check")
    def check(asked: types.CheckRequest) -> types.Explanation:
        return engine.check(**asked)

    @app.get("/tree/{process}")
    def tree(process: types.ProcessId) -> types.TreeView:
        return engine.tree(process=process)

    client = TestClient(app)
    asked = {"actor": "anna", "permission": "item.add", "process": garden, "at": "2026-05-01T09:00:00.000Z"}
    answer = client.post("/check", json=asked)
    assert answer.status_code == 200 and answer.json()["allowed"] is True
    assert client.post("/check", json={**asked, "permission": "everything"}).status_code == 422
    assert client.get(f"/tree/{garden}").json() == engine.tree(process=garden)
    assert "CheckRequest" in client.get("/openapi.json").text
