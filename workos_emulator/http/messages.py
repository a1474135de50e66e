"""The request and response types of the emulator, independent of the transport."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

JSON_TYPE = "application/json; charset=utf-8"
_ENCODER = json.JSONEncoder(separators=(",", ":"))


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
        base_url: The base URL of links in the response, by default the URL that the request was sent to, without the path.
    """

    method: str
    path: str
    query: str = ""
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    body: bytes = b""
    scheme: str = "https"
    fetched: Fetched | None = None
    base_url: str = ""

    def __post_init__(self) -> None:
        if not self.base_url:
            object.__setattr__(self, "base_url", self.origin)

    @property
    def origin(self) -> str:
        """The origin that the request was sent to."""
        return f"{self.scheme}://{self.headers.get('host', 'localhost')}"

    def cookie(self, name: str) -> str | None:
        """Return the value of a cookie. All ports of a host share their cookies, so cookies of other applications are ignored, malformed ones too."""
        for pair in self.headers.get("cookie", "").split(";"):
            key, separator, value = pair.partition("=")
            if separator and key.strip(" \t") == name:
                return value.strip(" \t").removeprefix('"').removesuffix('"')
        return None

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
        cookies: The values of `Set-Cookie` headers, in addition to one in `headers`.
        delay: The seconds that the transport waits before it returns the response.
        connection: How the transport breaks the connection: `reset` before the response, `truncate` in the middle of the body.
    """

    status: int
    headers: dict[str, str] = field(default_factory=dict[str, str])
    body: bytes = b""
    cookies: list[str] = field(default_factory=list[str])
    delay: float = 0.0
    connection: Literal["reset", "truncate"] | None = None

    @property
    def header_list(self) -> list[tuple[str, str]]:
        """All headers, with a `set-cookie` header for each cookie."""
        return [*self.headers.items(), *(("set-cookie", cookie) for cookie in self.cookies)]

    @classmethod
    def json(cls, status: int, value: Any, headers: Mapping[str, str] | None = None) -> "Response":
        """Return a response whose body is `value` as JSON."""
        body = _ENCODER.encode(value).encode()
        return cls(status, {"content-type": JSON_TYPE, **(headers or {})}, body)

    @classmethod
    def redirect(cls, location: str) -> "Response":
        """Return a 302 redirect to `location`."""
        return cls(302, {"location": location})
