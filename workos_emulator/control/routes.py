"""Which function answers which request to the control interface. The same declarations make its OpenAPI document."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, unquote

from workos_emulator import control, errors, payload
from workos_emulator.messages import Request, Response
from workos_emulator.store import DuplicateKeyError

if TYPE_CHECKING:
    from workos_emulator.emulator import Emulator

Schema = Mapping[str, Any]

_MODULES = ("environment", "faults", "logs", "seeding", "snapshots", "world")


@dataclass(slots=True, frozen=True)
class Call:
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


Function = Callable[[Call], Any]


@dataclass(slots=True, frozen=True)
class Route:
    """What one method on one path does.

    Attributes:
        path: The path below `/_emulator`, with parameters in braces.
        tag: The part of the interface it belongs to.
        body: The schema of the body; None where none is read.
        other_body: A content type that is accepted beside JSON; the function gets the bytes.
        query: The query parameters and what they mean.
        status: The status of a good answer.
        answer: The schema of a good answer; None for one without a body.
        content_type: The content type of a good answer.
        function: What answers.
    """

    method: str
    path: str
    tag: str
    body: Schema | None
    other_body: str | None
    query: Mapping[str, str]
    status: int
    answer: Schema | None
    content_type: str
    function: Function = field(repr=False)

    @property
    def id(self) -> str:
        """The `operationId`."""
        first, *rest = self.function.__name__.strip("_").split("_")
        return first + "".join(word.capitalize() for word in rest)


_routes: list[Route] = []


def route(
    method: str,
    path: str,
    tag: str,
    *,
    body: Schema | None = None,
    other_body: str | None = None,
    query: Mapping[str, str] | None = None,
    status: int = 200,
    answer: Schema | None = None,
    content_type: str = "application/json",
) -> Callable[[Function], Function]:
    """Let a function answer a method on a path. Its docstring becomes the description in the document."""

    def register(function: Function) -> Function:
        _routes.append(
            Route(method, path, tag, body, other_body, dict(query or {}), status, answer, content_type, function)
        )
        return function

    return register


@cache
def routes() -> tuple[Route, ...]:
    """All routes."""
    for name in _MODULES:
        import_module(f"workos_emulator.control.{name}")
    return tuple(_routes)


def answer(emulator: "Emulator", request: Request, path: str) -> Response:
    """Answer a request whose path, without the prefix, is `path`.

    Raises:
        ApiError: 404, 405, or 4xx for what does not fit the route.
    """
    found = [(each, values) for each in routes() if (values := _match(each.path, path)) is not None]
    if not found:
        raise errors.plain(404, f"Cannot {request.method} {request.path}")
    wanted = "GET" if request.method == "HEAD" else request.method
    for each, values in found:
        if each.method == wanted:
            return _run(each, emulator, request, values)
    allow = {"allow": ", ".join(sorted(each.method for each, _ in found))}
    raise errors.ApiError(405, {"message": f"Cannot {request.method} {request.path}"}, allow)


def _match(template: str, path: str) -> dict[str, str] | None:
    wanted, given = template.split("/"), path.split("/")
    if len(wanted) != len(given):
        return None
    values: dict[str, str] = {}
    for name, value in zip(wanted, given, strict=True):
        if name.startswith("{") and value:
            values[name[1:-1]] = unquote(value)
        elif name != value:
            return None
    return values


def _run(found: Route, emulator: "Emulator", request: Request, path: Mapping[str, str]) -> Response:
    query = dict(parse_qsl(request.query, keep_blank_values=True))
    if unknown := sorted(query.keys() - found.query.keys()):
        raise errors.invalid([{"field": name, "code": "unknown_parameter"} for name in unknown])
    call = Call(emulator, request, path, query, _body(found, request))
    try:
        result = found.function(call)
    except KeyError as error:
        raise errors.plain(404, f"Not found: {error.args[0]!r}.") from None
    except DuplicateKeyError as error:
        raise errors.coded(409, "duplicate", f"Another object has the same {error.index}.") from None
    except ValueError as error:
        raise errors.coded(422, "invalid", str(error)) from None
    if isinstance(result, Response):
        return result
    return Response(found.status) if result is None else Response.json(found.status, result)


def _body(found: Route, request: Request) -> Any:
    if found.body is None:
        return {}
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if found.other_body is not None and kind == found.other_body:
        return request.body
    body: Any = payload.read(request, largest=control.largest_body(request.path)) if request.body else {}
    from workos_emulator import schemas

    if problems := schemas.problems(_validator(json.dumps(found.body)), body):
        raise errors.invalid(problems)
    return body


@cache
def _validator(schema: str) -> Any:
    from workos_emulator import schemas

    return schemas.standalone(json.loads(schema))
