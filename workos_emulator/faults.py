"""Answers that go wrong on purpose."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from typing import Any

from workos_emulator.messages import Response

_MESSAGES = {
    429: "Too many requests.",
    500: "Internal server error.",
    502: "Bad gateway.",
    503: "Service unavailable.",
    504: "Gateway timeout.",
}


@dataclass(slots=True, kw_only=True)
class Fault:
    """One thing that goes wrong for the next requests that it fits.

    Attributes:
        status: The status of the answer; None for the normal answer, only later.
        remaining: For how many more requests.
        method: Only requests with this method.
        path: Only requests whose path fits this pattern (`*` fits anything, slashes too).
        delay: Seconds before the answer.
        headers: Headers of the answer.
        body: The body of the answer: text or bytes as they are, anything else as JSON.
    """

    status: int | None
    remaining: int
    method: str | None = None
    path: str | None = None
    delay: float = 0.0
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    body: Any = None

    def fits(self, method: str, path: str) -> bool:
        """Whether a request is meant by this fault."""
        return (self.method is None or self.method == method) and (self.path is None or fnmatchcase(path, self.path))

    def response(self) -> Response | None:
        """The answer instead of the normal one, if there is one."""
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

    def __len__(self) -> int:
        return len(self._waiting)

    def __iter__(self) -> Iterator[Fault]:
        return iter(list(self._waiting))

    def add(
        self,
        *,
        status: int | None = None,
        count: int = 1,
        method: str | None = None,
        path: str | None = None,
        retry_after: float | str | None = None,
        delay: float | None = None,
        body: Any = None,
        headers: Mapping[str, str] | None = None,
    ) -> Fault:
        """Let the next `count` requests that fit go wrong; then service is normal again.

        Args:
            status: The status of the answer, from 200 to 599. Without it only `delay` has an effect.
            count: How many requests are struck.
            method: Only requests with this method.
            path: Only requests whose path fits this pattern, such as `/organizations/*`.
            retry_after: The `Retry-After` header: seconds, or an HTTP date as text.
            delay: Seconds before the answer.
            body: The body of the answer: text or bytes as they are, anything else as JSON. A message in JSON by default.
            headers: More headers of the answer.

        Returns:
            The fault; its `remaining` counts down.

        Raises:
            ValueError: There is neither a status nor a delay, or a number is out of range.
        """
        if status is None and delay is None:
            raise ValueError("a fault needs a status or a delay")
        if status is not None and not 200 <= status <= 599:
            raise ValueError("status is a number from 200 to 599")
        if count < 1 or (delay or 0) < 0:
            raise ValueError("count is at least 1 and delay is not negative")
        lowered = {name.lower(): value for name, value in (headers or {}).items()}
        if retry_after is not None:
            lowered["retry-after"] = str(retry_after)
        fault = Fault(
            status=status,
            remaining=count,
            method=method.upper() if method else None,
            path=path,
            delay=delay or 0.0,
            headers=lowered,
            body=body,
        )
        self._waiting.append(fault)
        return fault

    def clear(self) -> None:
        """Forget all faults."""
        self._waiting.clear()

    def take(self, method: str, path: str) -> Fault | None:
        """The fault that strikes this request, counted down."""
        for fault in self._waiting:
            if fault.fits(method, path):
                fault.remaining -= 1
                if fault.remaining == 0:
                    self._waiting.remove(fault)
                return fault
        return None
