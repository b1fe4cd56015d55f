"""What the compiled library offers; uniffi writes the code behind it."""

class Refused(Exception):
    class Problem(Refused):
        outcome: str

    class Closed(Refused): ...

class Progress:
    def on(self, done: int, of: int) -> bool: ...

class Archive:
    outcome: str
    files: list[bytes]

class Written:
    text: str
    position: int

class Verdicts:
    answers: bytes
    position: int

class Catalogue:
    catalogue: str
    templates: list[str]
    report: str

class Simulation:
    def __init__(self, *, seed: int, processes: int, template: str, governance: str, begin: str, days: int) -> None: ...

class Options:
    at: str
    past: bool
    after: int
    at_most: int
    smallest_group: int
    def __init__(
        self,
        *,
        at: str,
        past: bool,
        after: int,
        at_most: int,
        language: str,
        smallest_group: int,
        process: str | None,
        asked_by: str | None,
    ) -> None: ...

class Questioned:
    def __init__(
        self, *, actors: list[str], permissions: list[str], processes: list[str], items: list[str]
    ) -> None: ...

class Stream:
    def address(self) -> int: ...
    def length(self) -> int: ...

class Core:
    @staticmethod
    def open(url: str) -> Core: ...
    def close(self) -> None: ...
    def backup(self, path: str) -> None: ...
    def request(self, request: str) -> str: ...
    def export_bundle(self, process: str, with_vault: bool) -> Written: ...
    def export_bundle_for(self, process: str, person: str) -> Written: ...
    def import_bundle(self, bundle: bytes) -> str: ...
    def add_archive(self, archive: bytes) -> Archive: ...
    def add_catalogue(self, files: dict[str, bytes] | None) -> Catalogue: ...
    def simulate(self, simulation: Simulation, progress: Progress | None) -> str: ...
    def check_many(self, names: Questioned, numbers: list[bytes], at: bytes) -> Verdicts: ...
    def picture(self, request: str) -> Written | None: ...
    def table(self, name: str, options: Options, progress: Progress | None) -> Stream | None: ...

def tables() -> list[str]: ...
def check_licence(licence: str) -> None: ...
