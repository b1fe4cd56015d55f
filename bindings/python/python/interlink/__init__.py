"""Co-production of public services: roles, tasks, consent, and a record that can be verified.

Open an :class:`Engine`, execute commands, ask, and take whole tables into polars, pandas or duckdb:

>>> import interlink
>>> with interlink.Engine() as engine:
...     simulated = engine.simulate(10)
...     len(engine.items())
340
"""

from importlib.metadata import version as _version

from . import _copy as _copy
from . import types
from ._acting import Acting
from ._engine import Catalogue, Engine, Simulated
from ._picture import Picture
from ._problem import InterlinkError
from ._table import Table

__all__ = ["Acting", "Catalogue", "Engine", "InterlinkError", "Picture", "Simulated", "Table", "types"]

#: The version of the library.
__version__ = _version("interlink")
