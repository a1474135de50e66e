# Generated from workos_async/_http/request_body.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Request bodies."""

from collections.abc import Callable
from functools import cache
from typing import Any, Self


@cache
def request_body_class(library: Any) -> Any:
    """A class of bodies that a cancelled request leaves nothing behind of: the library's own would leave an open iterator.

    Where one is given, they call a function at their end.
    """
    base: Any = library.ByteStream

    class Body(base):  # type: ignore[misc]
        def __init__(self, content: bytes | None, on_done: Callable[[], None] | None) -> None:
            base.__init__(self, content or b"")
            self._pieces = (content,) if content else ()
            self._at_end = on_done

        def __iter__(self) -> _Pieces:
            return _Pieces(self._pieces, self._at_end)

    return Body


class _Pieces:
    def __init__(self, pieces: tuple[bytes, ...], on_done: Callable[[], None] | None) -> None:
        self._rest = iter(pieces)
        self._at_end = on_done

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> bytes:
        for piece in self._rest:
            return piece
        if self._at_end is not None:
            self._at_end()
        raise StopIteration
