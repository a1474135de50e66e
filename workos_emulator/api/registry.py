"""The registry of operation handlers."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args

from workos_emulator.auth.call import Call
from workos_emulator.http.messages import Response

Result = Mapping[str, Any] | list[Any] | Response | None
Function = Callable[[Call], Result]

Behavior = Literal["stateful", "computed", "canned"]
"""How a response is produced: from stored objects (`stateful`), computed from the request and stored objects (`computed`), or
always the same (`canned`)."""

BEHAVIORS: tuple[str, ...] = get_args(Behavior)


@dataclass(slots=True, frozen=True)
class Handler:
    """The handler of an operation.

    Attributes:
        function: The function that handles a call.
        exclusive_rules: Whether `x-exclusive` is checked first; a function with its own error codes checks it itself.
        behavior: How the response is produced.
    """

    function: Function
    exclusive_rules: bool = True
    behavior: Behavior = "stateful"


_handlers: dict[str, Handler] = {}


def operation(
    id: str, *, exclusive_rules: bool = True, behavior: Behavior = "stateful"
) -> Callable[[Function], Function]:
    """Register a function for the operation with this `operationId`.

    The function's result becomes the JSON body of the first success status that the operation documents. None is a response
    without a body, and a `Response` is sent unchanged.
    """

    def register(function: Function) -> Function:
        if id in _handlers:
            raise ValueError(f"{id} already has a handler")
        _handlers[id] = Handler(function, exclusive_rules, behavior)
        return function

    return register


def registered_handlers() -> Mapping[str, Handler]:
    """Return the handlers registered so far, by `operationId`. `handlers.handlers` imports all handler modules."""
    return _handlers
