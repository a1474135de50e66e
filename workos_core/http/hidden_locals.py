"""Local variables without secrets in tracebacks: error trackers report the variables of every frame, whatever their names are."""

import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import wraps
from inspect import iscoroutinefunction, isfunction
from types import TracebackType
from typing import Any, TypeVar, cast

C = TypeVar("C", bound=type[Any])
F = TypeVar("F", bound=Callable[..., Any])

_SDK = frozenset(("workos_core", "workos_async", "workos_sync", "workos_web"))
_LIBRARIES = frozenset(
    (
        "aiohttp",
        "anyio",
        "asyncio",
        "h11",
        "h2",
        "hpack",
        "httpcore",
        "httpcore2",
        "httpx",
        "httpx2",
        "redis",
        "ssl",
        "trio",
    )
)
_SPECIAL_METHODS = ("__init__", "__call__")


def hides_locals(cls: C) -> C:
    """Clear the local variables of the SDK and of HTTP libraries when a public method of the class raises an exception.

    The traceback keeps its frames, and frames of the application, such as those of hooks, keep their variables.
    """
    return _wrap_methods(cls, _SDK | _LIBRARIES)


def hide_locals(method: F) -> F:
    """Return a function that clears local variables when it raises an exception, as the methods of a class with `hides_locals` do."""
    return cast("F", _wrap(method, _SDK | _LIBRARIES))


def hides_own_locals(cls: C) -> C:
    """Clear the local variables of the SDK, and of nothing else, when a public method of the class raises an exception.

    It is for code that calls the application, such as a middleware.
    """
    return _wrap_methods(cls, _SDK)


def _wrap_methods(cls: C, packages: frozenset[str]) -> C:
    for name, method in list(vars(cls).items()):
        if isfunction(method) and (not name.startswith("_") or name in _SPECIAL_METHODS):
            setattr(cls, name, _wrap(method, packages))
    return cls


def _wrap(method: Callable[..., Any], packages: frozenset[str]) -> Callable[..., Any]:
    if iscoroutinefunction(method):

        @wraps(method)
        async def call_async(*args: Any, **kwargs: Any) -> Any:
            handled = sys.exception()
            try:
                return await method(*args, **kwargs)
            except BaseException as error:
                del args, kwargs
                _clear_locals(error, handled, packages)
                raise

        return call_async

    @wraps(method)
    def call(*args: Any, **kwargs: Any) -> Any:
        handled = sys.exception()
        try:
            return method(*args, **kwargs)
        except BaseException as error:
            del args, kwargs
            _clear_locals(error, handled, packages)
            raise

    return call


def _clear_locals(error: BaseException, handled: BaseException | None, packages: frozenset[str]) -> None:
    """Clear the local variables in the frames of an exception and of those that led to it, except one that was handled before the call."""
    seen = {id(handled)}
    errors = [error]
    while errors:
        current = errors.pop()
        if id(current) in seen:
            continue
        seen.add(id(current))
        for frame in _frames(current.__traceback__):
            if str(frame.f_globals.get("__name__")).partition(".")[0] in packages:
                with suppress(RuntimeError):  # the frame is still running
                    frame.clear()
        group: tuple[BaseException, ...] = getattr(current, "exceptions", ())
        errors += [each for each in (current.__cause__, current.__context__, *group) if isinstance(each, BaseException)]


def _frames(traceback: TracebackType | None) -> Iterator[Any]:
    while traceback is not None:
        yield traceback.tb_frame
        traceback = traceback.tb_next
