"""Answers that go wrong on purpose."""

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from typing import Any, Literal, get_args

from workos_emulator.http.messages import Response

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
    """One thing that goes wrong for requests that it fits.

    Attributes:
        number: Its number among the faults of the emulator.
        status: The status of the answer; None for the normal answer, only later or broken.
        remaining: For how many more requests; None for all.
        method: Only requests with this method.
        path: Only requests whose path fits this pattern (`*` fits anything, slashes too).
        delay: Seconds before the answer.
        headers: Headers of the answer.
        body: The body of the answer: text or bytes as they are, anything else as JSON.
        connection: What happens to the connection; see `Faults.add`.
        probability: How likely it is that a request that fits is struck.
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
        """Whether a request is meant by this fault."""
        return (self.method is None or self.method == method) and (self.path is None or fnmatchcase(path, self.path))

    def is_triggered(self) -> bool:
        """Throw the random_source."""
        return self.probability >= 1 or self.random_source.random() < self.probability

    def response(self) -> Response | None:
        """The answer instead of the normal one, if there is one."""
        if self.connection == "reset":
            return Response(503)
        if self.status is None:
            return None
        if isinstance(self.body, str | bytes):
            text = self.body.encode() if isinstance(self.body, str) else self.body
            response = Response(self.status, {"content-type": "text/html; charset=utf-8"}, text)
        else:
            body = {"message": _MESSAGES.get(self.status, "Fault.")} if self.body is None else self.body
            response = Response.json(self.status, body)
        response.headers |= self.headers
        return response


class Faults:
    """The faults that are still to happen, in order. Of several that fit a request, the first one strikes."""

    def __init__(self) -> None:
        self._waiting: list[Fault] = []
        self._next = 1

    def __len__(self) -> int:
        return len(self._waiting)

    def __iter__(self) -> Iterator[Fault]:
        return iter(list(self._waiting))

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
        """Let the next `count` requests that fit go wrong; then service is normal again.

        Args:
            status: The status of the answer, from 200 to 599. Without it the request is handled, and `delay` and `connection` decide
                what becomes of the answer.
            count: How many requests are struck; None for all until the fault is removed.
            method: Only requests with this method.
            path: Only requests whose path fits this pattern, such as `/organizations/*`.
            retry_after: The `Retry-After` header: seconds, or an HTTP date as text.
            delay: Seconds before the answer.
            body: The body of the answer: text or bytes as they are, anything else as JSON. A message in JSON by default.
            headers: More headers of the answer.
            connection: `reset` ends the connection before anything is done; `reset_after` does what was asked and then ends the
                connection without an answer; `truncate` sends half of the body and ends the connection.
            probability: How likely it is, from 0 to 1, that a request that fits is struck.
            seed: Makes what the probability decides the same in every run.

        Returns:
            The fault; its `remaining` counts down.

        Raises:
            ValueError: Nothing would go wrong, or a value is out of range.
        """
        if status is None and delay is None and connection is None:
            raise ValueError("a fault needs a status, a delay or a connection")
        if status is not None and not 200 <= status <= 599:
            raise ValueError("status is a number from 200 to 599")
        if (count is not None and count < 1) or (delay or 0) < 0:
            raise ValueError("count is at least 1 and delay is not negative")
        if connection not in (None, *_CONNECTION_FAULTS):
            raise ValueError(f"connection is one of {', '.join(_CONNECTION_FAULTS)}")
        if not 0 <= probability <= 1:
            raise ValueError("probability is a number from 0 to 1")
        lowered = {name.lower(): value for name, value in (headers or {}).items()}
        if retry_after is not None:
            lowered["retry-after"] = str(retry_after)
        fault = Fault(
            number=self._next,
            status=status,
            remaining=count,
            method=method.upper() if method else None,
            path=path,
            delay=delay or 0.0,
            headers=lowered,
            body=body,
            connection=connection,
            probability=probability,
            random_source=random.Random(seed),  # noqa: S311 - repeatable on purpose
        )
        self._next += 1
        self._waiting.append(fault)
        return fault

    def remove(self, number: int) -> bool:
        """Forget the fault with this number. Returns whether there was one."""
        before = len(self._waiting)
        self._waiting = [fault for fault in self._waiting if fault.number != number]
        return len(self._waiting) < before

    def clear(self) -> None:
        """Forget all faults."""
        self._waiting.clear()

    def consume(self, method: str, path: str) -> Fault | None:
        """The fault that strikes this request, counted down."""
        for fault in self._waiting:
            if fault.matches(method, path) and fault.is_triggered():
                if fault.remaining is not None:
                    fault.remaining -= 1
                if fault.remaining == 0:
                    self._waiting.remove(fault)
                return fault
        return None
