"""What the compiled library offers; uniffi writes the code behind it."""

class Refused(Exception):
    class Problem(Refused):
        outcome: str

class Progress:
    def on(self, done: int, of: int) -> bool: ...

class Archive:
    outcome: str
    files: list[bytes]

class Catalogue:
    catalogue: str
    templates: list[str]
    report: str

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
    def request(self, request: str) -> str: ...
    def export_bundle(self, process: str, with_vault: bool) -> str: ...
    def import_bundle(self, bundle: bytes) -> str: ...
    def add_archive(self, archive: bytes) -> Archive: ...
    def add_catalogue(self, files: dict[str, bytes] | None) -> Catalogue: ...
    def simulate(
        self,
        seed: int,
        processes: int,
        made_from: list[str],
        begin: str,
        days: int,
        progress: Progress | None,
    ) -> str: ...
    def check_many(self, names: Questioned, numbers: list[bytes], at: bytes) -> bytes: ...
    def table(
        self, name: str, at: str, language: str, smallest_group: int, progress: Progress | None
    ) -> Stream | None: ...
