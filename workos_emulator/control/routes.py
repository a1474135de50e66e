"""The route declarations of the control API. Its OpenAPI document is generated from them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from workos_emulator.http import payload
from workos_emulator.http.messages import Request

if TYPE_CHECKING:
    from workos_emulator.emulator import Emulator

Schema = Mapping[str, Any]


@dataclass(slots=True, frozen=True)
class ControlCall:
    """A validated request to a route.

    Attributes:
        emulator: The emulator.
        request: The HTTP request.
        path: The decoded path parameters.
        query: The query parameters, as strings.
        body: The decoded body; an empty object if the request has none. For a route that accepts another content type than JSON, the
            bytes of the body.
    """

    emulator: "Emulator"
    request: Request
    path: Mapping[str, str]
    query: Mapping[str, str]
    body: Any

    @property
    def content_type(self) -> str:
        """The media type of the body, in lower case and without parameters; an empty string if the request has none."""
        return payload.media_type(self.request)


Function = Callable[[ControlCall], Any]


@dataclass(slots=True, frozen=True)
class Route:
    """A method and path of the control API, and the function that handles them.

    Attributes:
        path: The path below `/_emulator`, with parameters in braces.
        body: The JSON Schema of the request body; None if the route reads no body.
        other_content_type: A content type accepted in addition to JSON; the function parses both.
        query: The query parameters and their descriptions.
        status: The status of a successful response.
        response: The JSON Schema of the response body; None for a response without one.
        content_type: The content type of a successful response.
        function: The function that handles a request.
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
        """The OpenAPI tag: the name of the function's module."""
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
    """Register a function for a method and path. Its docstring becomes the description in the OpenAPI document."""

    def register(function: Function) -> Function:
        _routes.append(
            Route(method, path, body, other_content_type, dict(query or {}), status, response, content_type, function)
        )
        return function

    return register


def registered_routes() -> tuple[Route, ...]:
    """Return the routes registered so far; `interface.routes` imports all modules that register some."""
    return tuple(_routes)
