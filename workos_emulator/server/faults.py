"""Fault injection."""

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from types import NoneType
from typing import Any, Literal, get_args

from workos_emulator.http.messages import Response
from workos_emulator.storage.argument_checks import check_type

ConnectionFault = Literal["reset", "reset_after", "truncate"]

_CONNECTION_FAULTS: tuple[str, ...] = get_args(ConnectionFault)
_MESSAGES = {
    429: "Too many requests.",
    500: "Internal server error.",
    502: "Bad gateway.",
    503: "Service unavailable.",
    504: "Gateway timeout.",
}


@dataclass(slots=True, kw_only=True)
class Fault:
    """A fault that is injected into matching requests.

    Attributes:
        number: The number of the fault, unique within the emulator.
        status: The status of the response. None for the normal response, which may be delayed or truncated.
        remaining: The number of requests still to affect; None for all.
        method: The method of matching requests; None for any.
        path: The path pattern of matching requests (`*` matches any text, slashes included); None for any.
        delay: The delay before the response, in seconds.
        headers: The headers of the response.
        body: The body of the response: a string or bytes are sent as is, any other value as JSON.
        connection: What happens to the connection; see `Faults.add`.
        probability: The probability that a matching request is affected.
        random_source: The random number generator that `probability` uses.
    """

    number: int
    status: int | None
    remaining: int | None
    method: str | None = None
    path: str | None = None
    delay: float = 0.0
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    body: Any = None
    connection: ConnectionFault | None = None
    probability: float = 1.0
    random_source: random.Random = field(default_factory=random.Random, repr=False, compare=False)

    def matches(self, method: str, path: str) -> bool:
        """Return whether the fault matches a request."""
        return (self.method is None or self.method == method) and (self.path is None or fnmatchcase(path, self.path))

    def is_triggered(self) -> bool:
        """Return whether the fault affects the current request, at random with `probability`."""
        return self.probability >= 1 or self.random_source.random() < self.probability

    def response(self) -> Response | None:
        """Return the response that replaces the normal one, if any."""
        if self.connection == "reset":
            return Response(503)
        if self.status is None:
            return None
        if isinstance(self.body, str | bytes):
            content = self.body.encode() if isinstance(self.body, str) else self.body
            response = Response(self.status, {"content-type": "text/html; charset=utf-8"}, content)
        else:
            body = {"message": _MESSAGES.get(self.status, "Fault.")} if self.body is None else self.body
            response = Response.json(self.status, body)
        response.headers |= self.headers
        return response


class Faults:
    """The pending faults, oldest first. If several faults match a request, the oldest one applies."""

    def __init__(self) -> None:
        self._pending: list[Fault] = []
        self._next_number = 1

    def __len__(self) -> int:
        return len(self._pending)

    def __iter__(self) -> Iterator[Fault]:
        return iter(list(self._pending))

    def add(
        self,
        *,
        status: int | None = None,
        count: int | None = 1,
        method: str | None = None,
        path: str | None = None,
        retry_after: float | str | None = None,
        delay: float | None = None,
        body: Any = None,
        headers: Mapping[str, str] | None = None,
        connection: ConnectionFault | None = None,
        probability: float = 1.0,
        seed: int | str | None = None,
    ) -> Fault:
        """Inject a fault into the next `count` matching requests.

        Args:
            status: The status of the response, from 200 to 599. By default, the request is handled normally, and `delay` and
                `connection` affect its response.
            count: The number of requests to affect; None for all until you remove the fault.
            method: Affect only requests with this method.
            path: Affect only requests whose path matches this pattern, such as `/organizations/*`.
            retry_after: The `Retry-After` header: seconds, or an HTTP date as a string.
            delay: The delay before the response, in seconds.
            body: The body of the response: a string or bytes are sent as is, any other value as JSON. By default, a JSON object with
                a message.
            headers: Additional response headers.
            connection: `reset` ends the connection before the request is handled; `reset_after` handles the request, then ends the
                connection without a response; `truncate` sends half of the body, then ends the connection.
            probability: The probability, from 0 to 1, that a matching request is affected.
            seed: Makes `probability` deterministic.

        Returns:
            The fault. Its `remaining` counts down.

        Raises:
            TypeError: An argument has the wrong type.
            ValueError: The fault would have no effect, or a value is out of range.
        """
        optional_int, optional_text = (int, NoneType), (str, NoneType)
        check_type("status", status, optional_int, "an int or None")
        check_type("count", count, optional_int, "an int or None")
        check_type("method", method, optional_text, "a str or None")
        check_type("path", path, optional_text, "a str or None")
        check_type("retry_after", retry_after, (int, float, str, NoneType), "a number of seconds or the text of a date")
        check_type("delay", delay, (int, float, NoneType), "a number of seconds")
        check_type("headers", headers, (Mapping, NoneType), "a mapping or None")
        check_type("probability", probability, (int, float), "a number from 0 to 1")
        if status is None and delay is None and connection is None:
            raise ValueError("a fault needs status, delay or connection")
        if status is not None and not 200 <= status <= 599:
            raise ValueError(f"status must be from 200 to 599 (got {status})")
        if (count is not None and count < 1) or (delay or 0) < 0:
            raise ValueError(f"count must be at least 1 and delay at least 0 (got {count} and {delay})")
        if connection not in (None, *_CONNECTION_FAULTS):
            raise ValueError(f"connection must be one of {', '.join(_CONNECTION_FAULTS)} (got {connection!r})")
        if not 0 <= probability <= 1:
            raise ValueError(f"probability must be from 0 to 1 (got {probability})")
        lowered = {name.lower(): value for name, value in (headers or {}).items()}
        if retry_after is not None:
            lowered["retry-after"] = str(retry_after)
        fault = Fault(
            number=self._next_number,
            status=status,
            remaining=count,
            method=method.upper() if method else None,
            path=path,
            delay=delay or 0.0,
            headers=lowered,
            body=body,
            connection=connection,
            probability=probability,
            random_source=random.Random(seed),  # noqa: S311 - deterministic on purpose
        )
        self._next_number += 1
        self._pending.append(fault)
        return fault

    def remove(self, number: int) -> bool:
        """Remove the fault with this number. Return whether it existed."""
        before = len(self._pending)
        self._pending = [fault for fault in self._pending if fault.number != number]
        return len(self._pending) < before

    def clear(self) -> None:
        """Remove all faults."""
        self._pending.clear()

    def consume(self, method: str, path: str) -> Fault | None:
        """Return the fault that affects this request, if any, and decrement its `remaining`."""
        for fault in self._pending:
            if fault.matches(method, path) and fault.is_triggered():
                if fault.remaining is not None:
                    fault.remaining -= 1
                if fault.remaining == 0:
                    self._pending.remove(fault)
                return fault
        return None
