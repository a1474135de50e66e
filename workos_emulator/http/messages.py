"""The request and response types of the emulator, independent of the transport."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

JSON_TYPE = "application/json; charset=utf-8"


@dataclass(slots=True, frozen=True)
class Fetched:
    """A document from another server: the body and the value of `Cache-Control`, or the error."""

    url: str
    body: bytes = b""
    cache_control: str = ""
    error: str | None = None


@dataclass(slots=True, frozen=True)
class Request:
    """An HTTP request.

    Attributes:
        method: The method in upper case.
        path: The path as sent: percent-encoded, without the query.
        query: The query as sent, without the question mark.
        headers: The headers by lower-case name; the last value of a repeated header.
        body: The bytes of the body.
        scheme: `http` or `https`.
        fetched: The document that was fetched to handle the request, if any.
    """

    method: str
    path: str
    query: str = ""
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    body: bytes = b""
    scheme: str = "https"
    fetched: Fetched | None = None

    @property
    def base_url(self) -> str:
        """The URL that the request was sent to, without the path."""
        return f"{self.scheme}://{self.headers.get('host', 'api.workos.com')}"

    @classmethod
    def from_raw(
        cls, method: str, target: str, headers: Iterable[tuple[bytes, bytes]], body: bytes = b"", scheme: str = "https"
    ) -> "Request":
        """Return a request from a target, such as `/users?limit=1`, and raw headers."""
        path, _, query = target.partition("?")
        decoded = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in headers}
        return cls(method.upper(), path, query, decoded, body, scheme)


@dataclass(slots=True)
class Response:
    """An HTTP response.

    Attributes:
        status: The status code.
        headers: The headers by lower-case name.
        body: The bytes of the body.
        delay: The seconds that the transport waits before it returns the response.
        connection: How the transport breaks the connection: `reset` before the response, `truncate` in the middle of the body.
    """

    status: int
    headers: dict[str, str] = field(default_factory=dict[str, str])
    body: bytes = b""
    delay: float = 0.0
    connection: Literal["reset", "truncate"] | None = None

    @classmethod
    def json(cls, status: int, value: Any, headers: Mapping[str, str] | None = None) -> "Response":
        """Return a response whose body is `value` as JSON."""
        body = json.dumps(value, separators=(",", ":")).encode()
        return cls(status, {"content-type": JSON_TYPE, **(headers or {})}, body)

    @classmethod
    def redirect(cls, location: str) -> "Response":
        """Return a 302 redirect to `location`."""
        return cls(302, {"location": location})
