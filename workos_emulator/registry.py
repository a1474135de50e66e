"""Which function handles which operation."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypeVar, get_args

from workos_emulator import errors, pagination, validation
from workos_emulator.messages import Request, Response
from workos_emulator.spec import Operation
from workos_emulator.state import State
from workos_emulator.store import Collection, Entity
from workos_emulator.tokens import SigningKey

E = TypeVar("E", bound=Entity)


@dataclass(slots=True, frozen=True)
class Environment:
    """What belongs to one emulator for good."""

    api_key: str
    client_id: str
    state: State
    signing_key: SigningKey


@dataclass(slots=True, frozen=True)
class Call:
    """A request that has passed routing, the check of credentials and validation.

    Attributes:
        environment: The environment it is for.
        operation: The operation.
        request: The request as it came.
        path: The decoded path parameters.
        query: The known query parameters, converted.
        body: The body; empty where there is none.
    """

    environment: Environment
    operation: Operation
    request: Request
    path: Mapping[str, str]
    query: Mapping[str, Any]
    body: Mapping[str, Any]

    @property
    def state(self) -> State:
        """The stored objects."""
        return self.environment.state

    def absent(self, kind: str, key: str) -> errors.ApiError:
        """The error for an id or name of the request that names nothing: 404, or what the operation documents in its place."""
        documented = self.operation.raw["responses"]
        status = next((code for code in (404, 400, 422) if str(code) in documented), 404)
        return errors.plain(status, f"{kind} not found: '{key}'.")

    def page(
        self,
        collection: Collection[E],
        render: Callable[[E], Any],
        *,
        numbers: Sequence[int] | None = None,
        keep: Callable[[E], bool] | None = None,
    ) -> dict[str, Any]:
        """`pagination.page` with the query of this call.

        Raises:
            ApiError: The cursor is unknown.
        """
        try:
            return pagination.page(collection, self.query, render, numbers=numbers, keep=keep)
        except pagination.UnknownCursorError as error:
            raise validation.failure(self.operation, [{"field": error.field, "code": "unknown_cursor"}]) from None


Answer = Mapping[str, Any] | list[Any] | Response | None
Function = Callable[[Call], Answer]

Behaviour = Literal["stateful", "computed", "canned"]
"""How an answer comes about: from stored objects (`stateful`), from the request and the objects without being one of them
(`computed`), or always in the same way (`canned`)."""

BEHAVIOURS: tuple[str, ...] = get_args(Behaviour)


@dataclass(slots=True, frozen=True)
class Handler:
    """The function for an operation.

    Attributes:
        exclusive_rules: Whether `x-exclusive` is checked before; a function that answers with codes of its own does it itself.
        behaviour: How the answer comes about.
    """

    function: Function
    exclusive_rules: bool = True
    behaviour: Behaviour = "stateful"


_handlers: dict[str, Handler] = {}


def operation(
    id: str, *, exclusive_rules: bool = True, behaviour: Behaviour = "stateful"
) -> Callable[[Function], Function]:
    """Register a function for the operation with this `operationId`.

    What the function returns becomes the JSON body of the operation's first good status; None is an answer without a body, and a
    `Response` is sent as it is.
    """

    def register(function: Function) -> Function:
        if id in _handlers:
            raise ValueError(f"{id} is handled already")
        _handlers[id] = Handler(function, exclusive_rules, behaviour)
        return function

    return register


def handlers() -> Mapping[str, Handler]:
    """All handlers by `operationId`."""
    from workos_emulator import areas

    areas.load()
    return _handlers
