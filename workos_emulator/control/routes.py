"""The route declarations of the control API, from which its OpenAPI document is generated too."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from workos_emulator.http.messages import Request

if TYPE_CHECKING:
    from workos_emulator.emulator import Emulator

Schema = Mapping[str, Any]


@dataclass(slots=True, frozen=True)
class ControlCall:
    """A request that fits its route.

    Attributes:
        emulator: The emulator.
        request: The request as it came.
        path: The decoded path parameters.
        query: The query parameters, as texts.
        body: The body; an empty object where there is none.
    """

    emulator: "Emulator"
    request: Request
    path: Mapping[str, str]
    query: Mapping[str, str]
    body: Any


Function = Callable[[ControlCall], Any]


@dataclass(slots=True, frozen=True)
class Route:
    """What one method on one path does.

    Attributes:
        path: The path below `/_emulator`, with parameters in braces.
        body: The schema of the body; None where none is read.
        other_content_type: A content type that is accepted beside JSON; the function gets the bytes.
        query: The query parameters and what they mean.
        status: The status of a good answer.
        response: The JSON Schema of the response body; None for a response without one.
        content_type: The content type of a good answer.
        function: What answers.
    """

    method: str
    path: str
    body: Schema | None
    other_content_type: str | None
    query: Mapping[str, str]
    status: int
    response: Schema | None
    content_type: str
    function: Function = field(repr=False)

    @property
    def tag(self) -> str:
        """The part of the control API that the route belongs to: the name of its module."""
        return self.function.__module__.rpartition(".")[2]

    @property
    def id(self) -> str:
        """The `operationId`."""
        first, *rest = self.function.__name__.strip("_").split("_")
        return first + "".join(word.capitalize() for word in rest)


_routes: list[Route] = []


def route(
    method: str,
    path: str,
    *,
    body: Schema | None = None,
    other_content_type: str | None = None,
    query: Mapping[str, str] | None = None,
    status: int = 200,
    response: Schema | None = None,
    content_type: str = "application/json",
) -> Callable[[Function], Function]:
    """Let a function answer a method on a path. Its docstring becomes the description in the document."""

    def register(function: Function) -> Function:
        _routes.append(
            Route(method, path, body, other_content_type, dict(query or {}), status, response, content_type, function)
        )
        return function

    return register


def registered_routes() -> tuple[Route, ...]:
    """Return the routes registered so far; `interface.routes` imports all modules that register some."""
    return tuple(_routes)
