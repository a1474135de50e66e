# Generated from workos_async/_http/request_body.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Request bodies."""

from collections.abc import Callable
from functools import cache
from typing import Any, Self


@cache
def request_body_class(library: Any) -> Any:
    """Return a class of request bodies whose iterators need no closing: a canceled request would leave those of the library open.

    A body calls `on_done`, if it is given, when it has been read to its end.
    """
    base: Any = library.ByteStream

    class Body(base):  # type: ignore[misc]
        def __init__(self, content: bytes | None, on_done: Callable[[], None] | None) -> None:
            base.__init__(self, content or b"")
            self._chunks = (content,) if content else ()
            self._on_done = on_done

        def __iter__(self) -> _ChunkIterator:
            return _ChunkIterator(self._chunks, self._on_done)

    return Body


class _ChunkIterator:
    def __init__(self, chunks: tuple[bytes, ...], on_done: Callable[[], None] | None) -> None:
        self._chunks = iter(chunks)
        self._on_done = on_done

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> bytes:
        for chunk in self._chunks:
            return chunk
        if self._on_done is not None:
            self._on_done()
        raise StopIteration
