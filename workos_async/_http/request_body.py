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

        def __aiter__(self) -> _Pieces:
            return _Pieces(self._pieces, self._at_end)

    return Body


class _Pieces:
    def __init__(self, pieces: tuple[bytes, ...], on_done: Callable[[], None] | None) -> None:
        self._rest = iter(pieces)
        self._at_end = on_done

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> bytes:
        for piece in self._rest:
            return piece
        if self._at_end is not None:
            self._at_end()
        raise StopAsyncIteration
