"""The trace callback of httpx."""

from collections.abc import Callable
from typing import Any


def tracer(tell: Callable[[str], None]) -> Any:
    """What a transport of httpx calls with the name of each step of a request."""

    def trace(name: str, _: object) -> None:
        tell(name)

    return trace
