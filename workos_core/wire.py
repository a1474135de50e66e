"""Requests as plain values: what an endpoint takes, and from the arguments of a call to what is sent. Pure functions."""

import json
import re
import uuid
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, Generic, Literal, TypedDict, TypeVar
from urllib.parse import quote

from attrs import define, evolve, field, frozen

from workos_core.errors import InvalidArgumentError
from workos_core.hooks import ResponseInfo
from workos_core.not_given import NOT_GIVEN
from workos_core.retry import IDEMPOTENT_METHODS, RetryPolicy
from workos_core.shapes import is_object
from workos_core.timeouts import TimeoutLike

T = TypeVar("T")
Credentials = Literal["api_key", "access_token", "body", "none"]
QueryStyle = Literal["plain", "comma", "brackets"]

HATCH = "request"
"""The name of operations that the spec does not have. What a POST among them spends nobody knows."""


class RequestOptions(TypedDict, total=False):
    """Settings of a single call, over those of the client.

    Attributes:
        timeout: Seconds for each phase (connect, read, write, wait for a connection), a `Timeout` that tells them apart, or None for
            no limit.
        max_retries: How many times to try again.
        retry: How often and how long to wait between tries.
        deadline: Seconds for the whole call, retries included; None for no limit.
        headers: Further headers; they win over those of the SDK.
        repeatable: Whether the request may be sent again although the first may have been processed: True where you know that this does
            no harm, False to stop the repeats of a GET, PUT or DELETE. Left out, the method and the retry policy decide.
        on_response: Called with a `ResponseInfo` (status, headers, request id) for every answer of this call.
    """

    timeout: TimeoutLike
    max_retries: int
    retry: RetryPolicy
    deadline: float | None
    headers: Mapping[str, str]
    repeatable: bool
    on_response: Callable[[ResponseInfo], Any]


def check_options(options: RequestOptions) -> None:
    """Refuse options that don't exist, as Python refuses unknown keyword arguments."""
    unknown = set(options) - set(RequestOptions.__annotations__)
    if unknown:
        known = ", ".join(RequestOptions.__annotations__)
        raise TypeError(f"there is no option {', '.join(sorted(unknown))}; options of a call are {known}")


@frozen
class Exclusive:
    """Groups of arguments that exclude one another.

    Attributes:
        groups: The groups; all arguments of a group belong together.
        required: Whether one group must be given.
        optional: Arguments that may be missing from their group.
    """

    groups: tuple[tuple[str, ...], ...]
    required: bool = False
    optional: tuple[str, ...] = ()


@frozen
class Operation(Generic[T]):
    """What is fixed about an endpoint.

    Attributes:
        name: The method it stands behind, such as `organizations.get_organization`.
        method: The HTTP method.
        path: The path, with `{name}` where an argument goes.
        returns: The type of the answer; None where the answer has no body.
        credentials: What authenticates: see spec/README.md, `x-credentials`.
        wrapped: The property of the answer that is the result; empty where the answer itself is.
        idempotent: Whether the API honours an Idempotency-Key.
        single_use: Whether it spends a code or token that works once.
        exclusive: Arguments that exclude one another.
        any_of: Arguments of which at least one must be given.
        styles: How query arguments are written that are not plain values.
        limits: Documented rate limits that apply besides the general one, the narrowest first: names of `workos_core.documented.limits`.
        optional_body: Whether a body without a single property is not sent at all.
        server: Another host than the client's, or empty.
    """

    name: str
    method: str
    path: str
    returns: Any = None
    credentials: Credentials = "api_key"
    wrapped: str = ""
    idempotent: bool = False
    single_use: bool = False
    exclusive: tuple[Exclusive, ...] = ()
    any_of: tuple[str, ...] = ()
    styles: Mapping[str, QueryStyle] = field(factory=dict[str, QueryStyle])
    limits: tuple[str, ...] = ()
    optional_body: bool = False
    server: str = ""

    def repeatable(self, policy: RetryPolicy, wish: bool | None = None) -> bool:
        """Whether the request may be sent again although the first may have been processed.

        Args:
            policy: Of the client or the call.
            wish: What the call says itself.

        Raises:
            InvalidArgumentError: The call wishes to repeat what spends a code or token that works once.
        """
        if self.single_use:
            if wish:
                raise InvalidArgumentError(
                    f"{self.name.rpartition('.')[2]}() spends a code or token that works once, so it can't be `repeatable`"
                )
            return False
        if wish is not None:
            return wish
        return self.idempotent or self.method in IDEMPOTENT_METHODS or (policy.repeat_posts and self.name != HATCH)


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
        operation.path.format_map({name: _segment(name, value) for name, value in path.items()})
        if path
        else operation.path
    )
    encoded = _query(query, operation.styles)
    headers: dict[str, str] = {}
    content: bytes | None = None
    if operation.optional_body and body is not None and all(value is NOT_GIVEN for value in body.values()):
        body = None
    if body is not None:
        from workos_core.convert import to_dict  # which loads cattrs; nothing needs that before the first call

        headers["Content-Type"] = "application/json"
        content = _json_bytes(to_dict(body))
    if operation.idempotent:
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


def _segment(name: str, value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{name} takes str, not {type(value).__name__}")
    if value in ("", ".", ".."):
        raise InvalidArgumentError(
            f"{name} is {value!r}, which can't be part of a path; give the id of an existing object"
        )
    return _quote(name, value)


_UNRESERVED = re.compile(r"[A-Za-z0-9_.~-]*")


def _quote(name: str, value: str) -> str:
    if _UNRESERVED.fullmatch(value):
        return value
    try:
        return quote(value, safe="")
    except UnicodeEncodeError:
        raise InvalidArgumentError(f"{name} has half a surrogate pair in it, which is no text") from None


def _json_bytes(value: Any) -> bytes:
    try:
        text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    except ValueError as error:
        raise InvalidArgumentError(f"the arguments can't be written as JSON: {error}") from None
    try:
        return text.encode()
    except UnicodeEncodeError:  # half a surrogate pair, for which JSON has an escape and UTF-8 has nothing
        return json.dumps(value, separators=(",", ":")).encode()


def _query(query: Mapping[str, Any], styles: Mapping[str, QueryStyle]) -> str:
    pairs: list[tuple[str, str]] = []
    for name, value in query.items():
        if value is None or value is NOT_GIVEN:
            continue
        style = styles.get(name, "plain")
        if style == "comma":
            pairs.append((name, ",".join(_query_value(name, item) for item in value)))
        elif style == "brackets":
            pairs += [(f"{name}[{key}]", _query_value(name, item)) for key, item in value.items()]
        else:
            pairs.append((name, _query_value(name, value)))
    return "&".join(f"{_quote(name, name)}={_quote(name, value)}" for name, value in pairs)


def _query_value(name: str, value: Any) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return str(value)
    if isinstance(value, datetime):
        from workos_core.convert import format_time

        return format_time(value)
    raise TypeError(f"{name} can't be sent as {type(value).__name__}")


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


_HEADER_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")


def merge_headers(*parts: Mapping[str, Any]) -> dict[str, str]:
    """Headers with lower-case names; of several with one name the last counts.

    Raises:
        TypeError: A name or value is no text.
        InvalidArgumentError: It has characters that can't be sent. The value is not told: it may be a secret.
    """
    merged: dict[str, str] = {}
    for part in parts:
        for name, value in part.items():
            if not isinstance(value, str):
                raise TypeError(f"the header {name!r} takes text, not {type(value).__name__}")
            if not (value.isascii() and value.isprintable() and _HEADER_NAME.fullmatch(name)):
                raise InvalidArgumentError(
                    f"the header {name!r} has characters that can't be sent; look for line ends in it"
                )
            merged[name.lower()] = value
    return merged


_WORD = re.compile(r"[A-Za-z]+([_-][A-Za-z]+)*")


def without_ids(path: str) -> str:
    """A path with whatever may be an id or a token left out, for logs."""
    return "/".join(
        part if not part or (len(part) <= 32 and _WORD.fullmatch(part)) else "{}" for part in path.split("/")
    )
