"""Requests as plain values, built by pure functions from the arguments of a call."""

import json
import re
import uuid
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from urllib.parse import unquote, urlencode

from attrs import define, evolve, field

from workos_core.argument_checks import check_text, check_type
from workos_core.errors import InvalidArgumentError, InvalidArgumentTypeError
from workos_core.http.operation import Exclusive, Operation, QueryStyle
from workos_core.http.path_encoding import encode_path_segment
from workos_core.http.query_encoding import encode_query
from workos_core.json_types import is_object
from workos_core.not_given import NOT_GIVEN
from workos_core.serialization.plain_values import plain_text
from workos_core.serialization.unstructure import encode_arguments

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
"""The HTTP methods of raw requests."""

_DECODINGS = 5
_PATH = re.compile(r"(?:[A-Za-z0-9/._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})+")


@define
class Request:
    """A request before the client adds the host, the API key and the user agent.

    Attributes:
        operation: The API operation.
        target: The path and query, percent-encoded.
        headers: The headers that the operation requires.
        content: The body as JSON or form data; None if there is no body.
        arguments: The arguments by wire name, if a rate limit of the operation may apply per argument; otherwise empty.
    """

    operation: Operation[Any]
    target: str = field(repr=False)
    headers: dict[str, str] = field(repr=False)
    content: bytes | None = field(repr=False)
    arguments: Mapping[str, Any] = field(factory=dict[str, Any], repr=False)


def build_request(
    operation: Operation[Any],
    path: Mapping[str, str],
    query: Mapping[str, Any],
    body: Mapping[str, Any] | None,
    idempotency_key: str | None = None,
) -> Request:
    """Build a request from the arguments of a call.

    Args:
        operation: The API operation.
        path: The path parameters by name.
        query: The query parameters by wire name; those that are None or not given are omitted.
        body: The properties of the body by wire name; those that are not given are omitted. None if the operation has no body.
        idempotency_key: The idempotency key. None generates a key where the API honors one, and sends none elsewhere.

    Raises:
        InvalidArgumentError: A path parameter is empty, `.` or `..`, a required argument is missing, arguments are mutually exclusive,
            or the idempotency key is empty.
        InvalidArgumentTypeError: An argument has an unsupported type.
    """
    if operation.any_of and all(query.get(name) is None for name in operation.any_of):
        raise InvalidArgumentError(f"{operation.name.rpartition('.')[2]}() requires {' or '.join(operation.any_of)}")
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
        if operation.is_form:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
            content = urlencode(encode_arguments(body)).encode("ascii")
        else:
            headers["Content-Type"] = "application/json"
            content = _json_bytes(encode_arguments(body))
    if idempotency_key is not None:
        headers["Idempotency-Key"] = _check_idempotency_key(idempotency_key)
    elif operation.accepts_idempotency_key:
        headers["Idempotency-Key"] = str(uuid.uuid4())
    arguments = {**query, **(body or {}), **path} if operation.limits else {}
    return Request(operation, f"{target}?{encoded}" if encoded else target, headers, content, arguments)


def build_raw_request(
    operation: Operation[Any], query: Mapping[str, Any], body: Any, idempotency_key: str | None = None
) -> Request:
    """Build a request for a path that has no parameters and is already percent-encoded.

    Raises:
        InvalidArgumentError: There is an idempotency key, but the method is not POST. The method is not an HTTP method. The path is not absolute, has empty segments, has dot segments, even
            percent-encoded ones, or has characters that must be percent-encoded.
    """
    path = operation.path
    check_text("path", path)
    check_type("query", query, Mapping, "a dict")
    if body is not None:
        check_type("body", body, Mapping, "a dict")
    if operation.method not in METHODS:
        raise InvalidArgumentError(f"method must be one of {', '.join(METHODS)} (got {operation.method!r})")
    if not path.startswith("/") or "" in path.split("/")[1:-1] or _has_dot_segment(path):
        raise InvalidArgumentError(f"path must be an API path such as /organizations/org_1 (got {path!r})")
    if not _PATH.fullmatch(path):
        raise InvalidArgumentError(
            f"path {path!r} has characters that must be percent-encoded; pass a query string as `query`"
        )
    if idempotency_key is not None and operation.method != "POST":
        raise InvalidArgumentError(f"idempotency_key is for POST requests; omit it for a {operation.method}")
    styles: dict[str, QueryStyle] = {name: "comma" for name, value in query.items() if isinstance(value, (list, tuple))}
    return build_request(evolve(operation, styles=styles), {}, query, body, idempotency_key)


def _has_dot_segment(path: str) -> bool:
    """Return whether a path has a segment `.` or `..`, which a server may resolve even if it is percent-encoded."""
    for _ in range(_DECODINGS):
        if {".", ".."} & set(re.split(r"[/\\]", path)):
            return True
        decoded = unquote(path)
        if decoded == path:
            return False
        path = decoded
    return True


def array(name: str, value: Any) -> Any:
    """Return a list argument as a list. A single string raises `InvalidArgumentTypeError`: it would become a list of characters."""
    if value is None or value is NOT_GIVEN:
        return value
    if isinstance(value, (str, bytes)) or is_object(value):
        raise InvalidArgumentTypeError(f"{name} must be a list of values, not a single {value.__class__.__name__}")
    return list(value)


def utc_time(name: str, value: Any) -> Any:
    """Return a time argument in UTC, because the API accepts no other offset. A text without an offset is interpreted as UTC.

    Raises:
        InvalidArgumentError: A text is not a time in ISO 8601 format.
    """
    if not isinstance(value, str) or value.endswith("Z"):
        return value
    try:
        time = datetime.fromisoformat(value)
    except ValueError:
        raise InvalidArgumentError(
            f"{name} must be a datetime or a time in ISO 8601 format, such as 2026-01-31T12:00:00Z (got {value!r})"
        ) from None
    return time if time.tzinfo else time.replace(tzinfo=UTC)


def _check_idempotency_key(value: object) -> str:
    key = plain_text("idempotency_key", value)
    if not (key.strip() and key.isascii() and key.isprintable()):
        raise InvalidArgumentError(
            "idempotency_key must be a non-empty str of printable ASCII characters, such as str(uuid.uuid4())"
        )
    return key


def _json_bytes(value: Any) -> bytes:
    try:
        text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    except ValueError:
        name = next(name for name, each in value.items() if not _is_encodable(each))
        raise InvalidArgumentError(
            f"{name} can't be encoded as JSON: it contains NaN or infinity, or refers to itself; pass None or another number"
        ) from None
    try:
        return text.encode()
    except UnicodeEncodeError:  # a lone surrogate, which JSON can escape and UTF-8 can't encode
        return json.dumps(value, separators=(",", ":")).encode()


def _is_encodable(value: Any) -> bool:
    try:
        json.dumps(value, allow_nan=False)
    except ValueError:
        return False
    return True


def _check_exclusive(operation: Operation[Any], rule: Exclusive, arguments: Mapping[str, Any]) -> None:
    def is_given(name: str) -> bool:
        return arguments.get(name) is not None and arguments.get(name) is not NOT_GIVEN

    accompanying = {name for name, other, value in rule.allowed_with if arguments.get(other) == value}
    given_groups = [
        group for group in rule.groups if any(is_given(name) for name in group) and not accompanying & {*group}
    ]
    method = operation.name.rpartition(".")[2]
    choices = " or ".join(
        [
            *(" with ".join(group) for group in rule.groups),
            *(f"{name} with {other}={value!r}" for name, other, value in rule.allowed_with),
        ]
    )
    if len(given_groups) > 1:
        names = " and ".join(name for group in given_groups for name in group if is_given(name))
        raise InvalidArgumentError(f"{method}() accepts either {choices}, not {names} together")
    if not given_groups:
        if rule.required:
            raise InvalidArgumentError(f"{method}() requires {choices}")
        return
    missing = [name for name in given_groups[0] if not is_given(name) and name not in rule.optional]
    if missing:
        raise InvalidArgumentError(f"{method}() requires {' and '.join(missing)} together with {given_groups[0][0]}")
