"""The header for what reads C by itself, read by cffi, and the library called as it says.

    python by_cffi.py PREFIX
"""

import json
import re
import sys
from pathlib import Path

from cffi import FFI

prefix = Path(sys.argv[1])
header = (prefix / "include/interlink.ffi.h").read_text()
ffi = FFI()
ffi.cdef(header)
library = ffi.dlopen(str(prefix / "lib/libinterlink.so"))

# Every function of the manual is declared, and is there: cffi looks for one when it is first named.
manual = (prefix / "include/interlink.h").read_text()
bare = re.sub(r"/\*.*?\*/|//[^\n]*|^#[^\n]*", "", manual, flags=re.DOTALL | re.MULTILINE)
functions = set(re.findall(r"\b(interlink_\w+)\(", bare))
assert len(functions) > 20, functions
for name in functions:
    assert ffi.typeof(getattr(library, name)).kind == "function", name
# So is every struct, with the same fields in the same order.
structs = re.findall(r"typedef struct (interlink_\w+) \{(.*?)^\}", bare, flags=re.DOTALL | re.MULTILINE)
assert len(structs) > 10, structs
for name, body in structs:
    fields = [field for pair in re.findall(r"\(\*(\w+)\)\(|\b(\w+);", body) for field in pair if field]
    assert [field for field, _ in ffi.typeof(name).fields] == fields, name


def call(function, *words):
    """What a call came to, and what it gave, copied and freed."""
    result = ffi.new("interlink_result *")
    status = function(*words, result)
    text = b"" if result.bytes == ffi.NULL else ffi.buffer(result.bytes, result.len)[:]
    library.interlink_result_free(result)
    return status, text


def ask(request):
    text = json.dumps(request).encode()
    return call(library.interlink_request, opened[0], text, len(text))


major, minor, patch = (int(number) for number in ffi.string(library.interlink_version()).split(b"."))
assert (major, minor, patch) >= (0, 1, 0)
opened = ffi.new("interlink_engine **")
url = b"memory:"
assert call(library.interlink_open, url, len(url), opened) == (library.INTERLINK_STATUS_OK, b"")
status, text = ask({"verify": {}})
assert status == library.INTERLINK_STATUS_OK and json.loads(text)["ok"]["events"] == 0, text
status, text = ask({"dance": {}})
assert status == library.INTERLINK_STATUS_MALFORMED, (status, text)
assert json.loads(text)["problem"]["code"] == "request.unknown", text
# A struct by its fields: nobody may do anything in a process that is not there.
kept = {name: ffi.from_buffer(text) for name, text in [("actor", b"anna"), ("permission", b"task.start"), ("process", b"0" * 32)]}
question = ffi.new("interlink_question *", {name: {"data": data, "len": len(data)} for name, data in kept.items()})
question.at = 1772442240000
allowed = ffi.new("bool[1]", [True])
status, text = call(library.interlink_check, opened[0], question, 1, allowed)
assert status == library.INTERLINK_STATUS_UNKNOWN and not allowed[0], (status, text)
library.interlink_close(opened[0])
print(f"cffi reads the header: {len(functions)} functions, {len(structs)} structs")
