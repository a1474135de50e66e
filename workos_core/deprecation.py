"""Deprecations: warnings for parts of the public surface that a later version removes. docs/versioning.md has the policy."""

import inspect
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any, TypeVar, cast

from workos_core.errors import WorkOSDeprecationWarning

F = TypeVar("F", bound=Callable[..., Any])
_OWN_PACKAGES = (
    "workos_core",
    "workos_async",
    "workos_sync",
    "workos_web",
    "workos_testing",
    "functools",
    "contextlib",
)


@dataclass(frozen=True)
class Deprecation:
    """The deprecation of a public name or argument.

    Attributes:
        what: What is deprecated, as users write it: `workos.organizations.find` or `the argument name of create_user`.
        since: The version that deprecates it, such as `0.4.0`.
        removed_in: The version that removes it.
        instead: What to use instead, as the end of a sentence: `use get_organization`.
    """

    what: str
    since: str
    removed_in: str
    instead: str

    def warn(self) -> None:
        """Emit a `WorkOSDeprecationWarning` for the line of the application that called the SDK."""
        text = f"{self.what} is deprecated since {self.since} and will be removed in {self.removed_in}: {self.instead}"
        warnings.warn(text, WorkOSDeprecationWarning, stacklevel=_stacklevel())

    def callable(self, function: F) -> F:
        """Decorate a deprecated function, method or coroutine function. Each call emits the warning."""
        return _before_each_call(function, lambda arguments: self.warn())

    def argument(self, old: str, new: str) -> Callable[[F], F]:
        """Return a decorator for a function whose keyword argument `old` is now named `new`.

        The decorated function accepts both names. Passing both at the same time raises `TypeError`.
        """

        def decorate(function: F) -> F:
            def rename(arguments: dict[str, Any]) -> None:
                if old not in arguments:
                    return
                if new in arguments:
                    name = function.__name__
                    raise TypeError(f"{name}() got {old!r} and {new!r}, which are the same argument: pass {new!r} only")
                self.warn()
                arguments[new] = arguments.pop(old)

            return _before_each_call(function, rename)

        return decorate


def _before_each_call(function: F, change: Callable[[dict[str, Any]], None]) -> F:
    """Return the function with a step before each call, which may change the keyword arguments."""

    @wraps(function)
    def call(*args: Any, **kwargs: Any) -> Any:
        change(kwargs)
        return function(*args, **kwargs)

    @wraps(function)
    async def call_async(*args: Any, **kwargs: Any) -> Any:
        change(kwargs)
        return await function(*args, **kwargs)

    return cast("F", call_async if inspect.iscoroutinefunction(function) else call)


def _stacklevel() -> int:
    """Return the `stacklevel` for `warnings.warn`, called by the caller of this function, of the first frame outside of the SDK."""
    level, frame = 0, inspect.currentframe()
    while frame is not None and str(frame.f_globals.get("__name__")).partition(".")[0] in _OWN_PACKAGES:
        frame, level = frame.f_back, level + 1
    return level
