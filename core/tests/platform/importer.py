"""Does with each archive what the INTERLINK platform's importer does, and ends where it ends.

In: archives, each after its length in eight bytes. Out: for each a line of JSON, what was created or why it ended.
"""

import io
import json
import os
import re
import sys
import tempfile
import traceback
import uuid
import zipfile
from datetime import date
from pathlib import Path

LANGUAGES = ("en", "es", "it", "lv")


def text(value):
    assert isinstance(value, str), f"a text is expected, not {value!r}"
    return value


def maybe(read, value):
    return None if value is None else read(value)


def whole(value):
    assert isinstance(value, int), f"a whole number is expected, not {value!r}"
    return value


def listed(value):
    assert isinstance(value, list), f"a list is expected, not {value!r}"
    return value


def item(node, optional):
    created = {"name": text(node["name"]), "description": text(node["description"]), "type": node["type"]}
    maybe(uuid.UUID, node["from_schema"])
    maybe(uuid.UUID, node["from_item"])
    kept = {name: maybe(read, node.get(name)) for name, read in optional.items()}
    return created | {name: str(value) if isinstance(value, date) else value for name, value in kept.items()}


TASK = {
    "problemprofiles": listed, "status": text, "start_date": date.fromisoformat, "end_date": date.fromisoformat,
    "management": whole, "development": whole, "exploitation": whole,
}
OBJECTIVE = {"problemprofiles": listed}
PHASE = {"is_part_of_codelivery": bool}


def file_of(assets, asset):
    found = [name for name in os.listdir(assets) if name.startswith(asset["id"])]
    assert len(found) == 1, f"{asset['id']} could be any of {found}"
    return found[0]


def upload(assets, asset):
    """The name under which a file of an asset is kept there: what follows the first dot."""
    name = file_of(assets, asset)
    renamed = name[name.find(".") + 1:] if "." in name else name
    assert renamed != name and renamed, f"{name} would be copied onto itself"
    content = (assets / name).read_bytes()
    (assets / renamed).write_bytes(content)
    return {"file": renamed, "bytes": len(content)}


def take(archive):
    folder = Path(tempfile.mkdtemp())
    with zipfile.ZipFile(io.BytesIO(archive)) as packed:
        assert packed.testzip() is None
        packed.extractall(folder)
    (root,) = [entry for entry in (folder / "processes_exported").iterdir() if entry.is_dir()]
    process = json.loads((root / "coproduction.json").read_text())
    logotype = process["logotype"]
    rating = None if process["rating"] == "None" else process["rating"]
    maybe(float, rating)
    assert process["language"] in LANGUAGES, process["language"]
    created = {"name": text(process["name"]), "description": maybe(text, process.get("description")), "items": [], "assets": []}
    assert (root / os.path.basename(logotype)).read_bytes()
    asset_made = service = None
    for phase in json.loads((root / "schema.json").read_text()):
        if phase["type"] == "phase":
            created["items"].append(item(phase, PHASE))
            for objective in phase["objectives"]:
                if objective["type"] == "objective":
                    created["items"].append(item(objective, OBJECTIVE))
                    for task in objective["tasks"]:
                        if task["type"] == "task":
                            created["items"].append(item(task, TASK))
                            for asset in task["assets"]:
                                if asset["type"] == "internalasset":
                                    made_of = None
                                    if asset["knowledgeinterlinker_id"]:
                                        made_of = text(asset["knowledgeinterlinker"]["name"])
                                    found = re.search("http://(.*?)/", asset["internal_link"])
                                    service = found.group(1) if found else service
                                    assert service
                                    asset_made = {"task": task["name"], "made_of": made_of} | upload(root / "assets", asset)
                                if asset["type"] == "externalasset":
                                    asset_made = {"task": task["name"], "name": text(asset["name"]), "uri": text(asset["uri"])}
                                # An asset of neither kind is the one before it once more.
                                assert asset_made is not None
                                created["assets"].append(asset_made)
    return created


while length := sys.stdin.buffer.read(8):
    try:
        said = {"ok": take(sys.stdin.buffer.read(int.from_bytes(length, "little")))}
    except Exception:
        said = {"ended": traceback.format_exc(limit=-2)}
    print(json.dumps(said), flush=True)
