from typing import Any

_UniffiRustBufferBuilder: Any
