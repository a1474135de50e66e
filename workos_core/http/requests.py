"""Requests as plain values: from the arguments of a call to what is sent. Pure functions."""

import json
import re
import uuid
from collections.abc import Mapping
from typing import Any

from attrs import define, evolve, field

from workos_core.errors import InvalidArgumentError
from workos_core.http.operation import Exclusive, Operation, QueryStyle
from workos_core.http.path_encoding import encode_path_segment
from workos_core.http.query_encoding import encode_query
from workos_core.json_types import is_object
from workos_core.not_given import NOT_GIVEN

_PATH = re.compile(r"(?:[A-Za-z0-9/._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})+")


@define
class Request:
    """A request, ready but for what the client adds (host, key, user agent).

    Attributes:
        operation: What is called.
        target: Path and query, percent-encoded.
        headers: Those that the operation asks for.
        content: The body, JSON; None where there is none.
        arguments: What was passed, by wire name, where a rate limit may count by it.
    """

    operation: Operation[Any]
    target: str = field(repr=False)
    headers: dict[str, str] = field(repr=False)
    content: bytes | None = field(repr=False)
    arguments: Mapping[str, Any] = field(factory=dict[str, Any], repr=False)

    @classmethod
    def of(cls, operation: Operation[Any], query: Mapping[str, Any], body: Any) -> "Request":
        """A request for a path that is complete already.

        Raises:
            InvalidArgumentError: The path is none, or leads somewhere else.
        """
        path = operation.path
        if not path.startswith("/") or set(path.split("/")[1:-1]) & {"", ".", ".."} or path.endswith(("/.", "/..")):
            raise InvalidArgumentError(f"{path!r} is no path of the API; write it like /organizations/org_1")
        if not _PATH.fullmatch(path):
            raise InvalidArgumentError(
                f"{path!r} has characters that must be percent-encoded; a query goes into `query`"
            )
        styles: dict[str, QueryStyle] = {
            name: "comma" for name, value in query.items() if isinstance(value, (list, tuple))
        }
        return build_request(evolve(operation, styles=styles), {}, query, body)


def build_request(
    operation: Operation[Any],
    path: Mapping[str, str],
    query: Mapping[str, Any],
    body: Mapping[str, Any] | None,
    idempotency_key: str | None = None,
) -> Request:
    """Encode arguments.

    Args:
        operation: The endpoint.
        path: Arguments of the path by name.
        query: Arguments of the query by wire name; those that are None or not given are left out.
        body: Properties of the JSON body by wire name; those not given are left out. None where the endpoint has no body.
        idempotency_key: The key to send where the API honours one; None makes one.

    Raises:
        InvalidArgumentError: A path argument is empty, `.` or `..`, or arguments exclude one another.
        TypeError: An argument has a type that can't be sent.
    """
    if operation.any_of and all(query.get(name) is None for name in operation.any_of):
        raise InvalidArgumentError(f"{operation.name.rpartition('.')[2]}() needs {' or '.join(operation.any_of)}")
    for rule in operation.exclusive:
        _check_exclusive(operation, rule, {**query, **(body or {})})
    target = (
        operation.path.format_map({name: encode_path_segment(name, value) for name, value in path.items()})
        if path
        else operation.path
    )
    encoded = encode_query(query, operation.styles)
    headers: dict[str, str] = {}
    content: bytes | None = None
    if operation.optional_body and body is not None and all(value is NOT_GIVEN for value in body.values()):
        body = None
    if body is not None:
        from workos_core.serialization.unstructure import (
            to_dict,  # which loads cattrs; nothing needs that before the first call
        )

        headers["Content-Type"] = "application/json"
        content = _json_bytes(to_dict(body))
    if operation.accepts_idempotency_key:
        headers["Idempotency-Key"] = idempotency_key or str(uuid.uuid4())
    arguments = {**query, **(body or {}), **path} if operation.limits else {}
    return Request(operation, f"{target}?{encoded}" if encoded else target, headers, content, arguments)


def array(name: str, value: Any) -> Any:
    """A list argument as a list. Text is refused: it would be taken for a list of letters."""
    if value is None or value is NOT_GIVEN:
        return value
    if isinstance(value, (str, bytes)) or is_object(value):
        raise TypeError(f"{name} takes a list of values, not a single {value.__class__.__name__}")
    return list(value)


def _json_bytes(value: Any) -> bytes:
    try:
        text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    except ValueError as error:
        raise InvalidArgumentError(f"the arguments can't be written as JSON: {error}") from None
    try:
        return text.encode()
    except UnicodeEncodeError:  # half a surrogate pair, for which JSON has an escape and UTF-8 has nothing
        return json.dumps(value, separators=(",", ":")).encode()


def _check_exclusive(operation: Operation[Any], rule: Exclusive, arguments: Mapping[str, Any]) -> None:
    def given(name: str) -> bool:
        return arguments.get(name) is not None and arguments.get(name) is not NOT_GIVEN

    started = [group for group in rule.groups if any(given(name) for name in group)]
    method = operation.name.rpartition(".")[2]
    choices = " or ".join(" with ".join(group) for group in rule.groups)
    if len(started) > 1:
        names = " and ".join(name for group in started for name in group if given(name))
        raise InvalidArgumentError(f"{method}() takes either {choices}, not {names} together")
    if not started:
        if rule.required:
            raise InvalidArgumentError(f"{method}() needs {choices}")
        return
    missing = [name for name in started[0] if not given(name) and name not in rule.optional]
    if missing:
        raise InvalidArgumentError(f"{method}() needs {' and '.join(missing)} as well, together with {started[0][0]}")
