"""Exports as people have them: named as they name things, packed again by other programs, saved by editors.

Out: for each the length of its name, its name, its length, and the archive; lengths in eight bytes.
"""

import io
import json
import struct
import sys
import unicodedata
import zipfile
import zlib

PROCESS = "c0ffee00-0000-4000-8000-000000000001"


def number(n):
    return f"{n:08x}-0000-4000-8000-000000000000"


def about(**more):
    said = dict(
        id=PROCESS, schema_used="None", language="it", name="import_Il parco", description="Per tutti.",
        logotype=f"/static/coproductionprocesses/{PROCESS}.png", aim=None, idea=None, organization_desc=None,
        challenges=None, requirements=None, incentive_and_rewards_state=None, intergovernmental_model="C2G",
        is_part_of_publication=None, is_public=None, status="in_progress", rating="0.0", administrators=["ada@town.example"],
        tags=[], start_date=None, end_date=None, logotype_link="http://localhost/x.png",
    )
    return said | more


def item(n, kind, name, **more):
    said = dict(
        id=number(n), type=kind, name=name, description="", status="awaiting", creator_id=None, disabler_id=None,
        disabled_on=None, from_item=None, from_schema=None, prerequisites_ids=[],
    )
    return said | more


def file_asset(n):
    return dict(
        id=number(n), type="internalasset", task_id=number(3), creator_id="account-ada", created_at="2023-10-19T08:38:56.964502",
        updated_at=None, external_asset_id="x", softwareinterlinker_id=number(90), knowledgeinterlinker_id=None,
        capabilities=None, link=None, internal_link="http://googledrive/assets/x", softwareinterlinker={"name": "Drive"},
        knowledgeinterlinker=None,
    )


def plan(tasks=None):
    tasks = tasks if tasks is not None else [item(3, "task", "Invitare", assets=[file_asset(51)])]
    return [item(1, "phase", "Progettare", objectives=[item(2, "objective", "Incontrarsi", tasks=tasks)])]


def members(folder="Il_parco", said=None, tree=None, asset="verbale.docx"):
    raw = lambda value: value if isinstance(value, bytes) else json.dumps(value).encode()
    base = f"processes_exported/{folder}/"
    return [
        (base + "schema.json", raw(plan() if tree is None else tree)),
        (base + "coproduction.json", raw(about() if said is None else said)),
        (base + f"{PROCESS}.png", b"\x89PNG"),
        (base + f"assets/{number(51)}.{asset}", b"what was said"),
    ]


def pack(files, write=lambda archive, name, content: archive.writestr(name, content), out=None):
    out = io.BytesIO() if out is None else out
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files:
            write(archive, name, content)
    return out


def long_sizes(archive, name, content):
    with archive.open(name, "w", force_zip64=True) as entry:
        entry.write(content)


class Stream(io.RawIOBase):
    """Cannot go back, so sizes come after the content."""

    def __init__(self):
        self.all = bytearray()

    def writable(self):
        return True

    def write(self, more):
        self.all += bytes(more)
        return len(more)


def by_hand(files, flags=0):
    """With names as the bytes that are given."""
    out, directory = b"", b""
    for name, content in files:
        common = struct.pack("<HHHHIIIHH", flags, 0, 0, 0x5421, zlib.crc32(content), len(content), len(content), len(name), 0)
        directory += struct.pack("<IHH", 0x02014B50, 20, 20) + common + struct.pack("<HHHII", 0, 0, 0, 0, len(out)) + name
        out += struct.pack("<IH", 0x04034B50, 20) + common + name + content
    end = struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, len(files), len(files), len(directory), len(out), 0)
    return out + directory + end


def zips():
    for name in [
        "Bologna: parco", "Parchi / Giardini", "Qué hacer?", 'A "B" C', "Parco*", "a|b", "Ēnas un dārzi", "🌳 giardino", "L'orto",
        "100% verde", "Verde S.p.A.", "CON", "back\\slash", "..", ".nascosto", "due  spazi", "spazio ", "x" * 240, "/", "a\tb",
        unicodedata.normalize("NFD", "Ēnas"),
    ]:
        folder = name.replace(" ", "_")
        yield f"process {name!r}", pack(members(folder, about(name="import_" + name))).getvalue()
    for name in [
        "verbale 12:30.docx", "piano?.pdf", "a\\b.txt", "ünïcode.docx", "x.tar.gz", ".docx", "nome", "tab\t.txt", "zero\u200b.txt",
        "rtl\u202ecod.exe", "a/b.txt", "..", "con.", "y" * 300 + ".pdf",
    ]:
        yield f"asset {name!r}", pack(members(asset=name)).getvalue()
    plain = members()
    yield "long sizes", pack(plain, long_sizes).getvalue()
    yield "streamed", bytes(pack(plain, out=Stream()).all)
    yield "streamed with long sizes", bytes(pack(plain, long_sizes, Stream()).all)
    folders = [("processes_exported/", b""), ("processes_exported/Il_parco/", b"")]
    yield "folders listed", pack(folders + plain).getvalue()
    mac = ["__MACOSX/processes_exported/Il_parco/._schema.json", "processes_exported/.DS_Store", "processes_exported/Il_parco/.DS_Store"]
    yield "from a Mac", pack(plain + [(name, b"x") for name in mac]).getvalue()
    yield "a folder around it", pack([("export/" + name, content) for name, content in plain]).getvalue()
    yield "two folders around it", pack([("a/b c/" + name, content) for name, content in plain]).getvalue()
    yield "without the outer folder", pack([(name.split("/", 1)[1], content) for name, content in plain]).getvalue()
    yield "without any folder", pack([(name.split("/", 2)[2], content) for name, content in plain]).getvalue()
    yield "with ./", pack([("./" + name, content) for name, content in plain]).getvalue()
    yield "backslashes", by_hand([(name.replace("/", "\\").encode(), content) for name, content in plain])
    accented = members(asset="perché.docx")
    yield "code page 437", by_hand([(name.encode("cp437"), content) for name, content in accented])
    yield "UTF-8 that is not said", by_hand([(name.encode(), content) for name, content in accented])
    yield "UTF-8 that is said", by_hand([(name.encode(), content) for name, content in accented], 0x800)
    yield "something before it", b"#!/bin/sh\n" + pack(plain).getvalue()
    raw = lambda **more: json.dumps(about(**more)).encode()
    yield "a byte order mark", pack(members(said=b"\xef\xbb\xbf" + raw(), tree=b"\xef\xbb\xbf" + json.dumps(plan()).encode())).getvalue()
    yield "a fraction", pack(members(said=about(rating=4.5, share=1e-3))).getvalue()
    yield "a number beyond 2^53", pack(members(said=about(ratings_count=2**60, less=-(2**70)))).getvalue()
    for name, levels in (("nested deep", 400), ("nested too deep for the platform", 5000)):
        deep = b"[" * levels + b'{"a": [1.5, "b"]}' + b"]" * levels
        yield name, pack(members(said=raw()[:-1] + b', "extra": ' + deep + b"}")).getvalue()
    tasks = lambda *waits: [item(3 + n, "task", f"task {n}", prerequisites_ids=list(ids), assets=[]) for n, ids in enumerate(waits)]
    yield "a circle of two", pack(members(tree=plan(tasks([number(4)], [number(3)])))).getvalue()
    yield "a circle behind another wait", pack(members(tree=plan(tasks([number(4), number(5)], [], [number(3)])))).getvalue()
    yield "a circle through the tree", pack(members(tree=plan(tasks([number(2)])))).getvalue()
    yield "a circle of one", pack(members(tree=plan(tasks([number(3)])))).getvalue()


for name, archive in zips():
    for part in (name.encode("utf-8", "surrogatepass"), archive):
        sys.stdout.buffer.write(len(part).to_bytes(8, "little") + part)
