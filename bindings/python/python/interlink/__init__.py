"""Co-production of public services: roles, tasks, consent, and a record that can be verified.

Open an :class:`Engine`, execute commands, ask, and take whole tables into polars, pandas or duckdb:

>>> import interlink
>>> with interlink.Engine() as engine:
...     engine.items()
<interlink.Table items: 0 rows of process, process_name, item, parent, kind, key, name, status, progress, enabled, blocked, \
waits_for, planned_start, planned_end, started, finished>
"""

from . import types
from ._engine import Engine
from ._problem import InterlinkError
from ._table import Table

__all__ = ["Engine", "InterlinkError", "Table", "types"]
