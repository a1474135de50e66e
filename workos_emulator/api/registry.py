"""The registry of operation handlers."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args

from workos_emulator.auth.call import Call
from workos_emulator.http.messages import Response

Result = Mapping[str, Any] | list[Any] | Response | None
Function = Callable[[Call], Result]

Behavior = Literal["stateful", "computed", "canned"]
"""How an answer comes about: from stored objects (`stateful`), from the request and the objects without being one of them
(`computed`), or always in the same way (`canned`)."""

BEHAVIORS: tuple[str, ...] = get_args(Behavior)


@dataclass(slots=True, frozen=True)
class Handler:
    """The function for an operation.

    Attributes:
        exclusive_rules: Whether `x-exclusive` is checked before; a function that answers with codes of its own does it itself.
        behavior: How the answer comes about.
    """

    function: Function
    exclusive_rules: bool = True
    behavior: Behavior = "stateful"


_handlers: dict[str, Handler] = {}


def operation(
    id: str, *, exclusive_rules: bool = True, behavior: Behavior = "stateful"
) -> Callable[[Function], Function]:
    """Register a function for the operation with this `operationId`.

    What the function returns becomes the JSON body of the operation's first good status; None is an answer without a body, and a
    `Response` is sent as it is.
    """

    def register(function: Function) -> Function:
        if id in _handlers:
            raise ValueError(f"{id} is handled already")
        _handlers[id] = Handler(function, exclusive_rules, behavior)
        return function

    return register


def registered_handlers() -> Mapping[str, Handler]:
    """Return the handlers registered so far, by `operationId`; `handlers.handlers` imports all modules that register some."""
    return _handlers
