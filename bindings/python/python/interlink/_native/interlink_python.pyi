from typing import Any

_UniffiRustBufferBuilder: Any
_UniffiRustBuffer: Any
