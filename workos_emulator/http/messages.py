"""The plain values that go in and out of the emulator, whatever carries them."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

JSON_TYPE = "application/json; charset=utf-8"


@dataclass(slots=True, frozen=True)
class Request:
    """An HTTP request.

    Attributes:
        method: The method in capitals.
        path: The path as it was sent, still percent-encoded, without the query.
        query: The query as it was sent, without the question mark.
        headers: The headers under their lower-case names; of a repeated header, the last.
        body: The bytes of the body.
        scheme: `http` or `https`.
    """

    method: str
    path: str
    query: str = ""
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    body: bytes = b""
    scheme: str = "https"

    @property
    def base_url(self) -> str:
        """The address that the request was sent to, without path."""
        return f"{self.scheme}://{self.headers.get('host', 'api.workos.com')}"

    @classmethod
    def from_raw(
        cls, method: str, target: str, headers: Iterable[tuple[bytes, bytes]], body: bytes = b"", scheme: str = "https"
    ) -> "Request":
        """A request from a target such as `/users?limit=1` and headers as bytes."""
        path, _, query = target.partition("?")
        texts = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in headers}
        return cls(method.upper(), path, query, texts, body, scheme)


@dataclass(slots=True)
class Response:
    """An HTTP response.

    Attributes:
        status: The status code.
        headers: The headers under their lower-case names.
        body: The bytes of the body.
        delay: Seconds that the transport waits before it hands the response over.
        connection: How the transport breaks the connection: `reset` instead of an answer, `truncate` in the middle of the body.
    """

    status: int
    headers: dict[str, str] = field(default_factory=dict[str, str])
    body: bytes = b""
    delay: float = 0.0
    connection: Literal["reset", "truncate"] | None = None

    @classmethod
    def json(cls, status: int, value: Any, headers: Mapping[str, str] | None = None) -> "Response":
        """A response whose body is `value` as JSON."""
        body = json.dumps(value, separators=(",", ":")).encode()
        return cls(status, {"content-type": JSON_TYPE, **(headers or {})}, body)

    @classmethod
    def redirect(cls, location: str) -> "Response":
        """A 302 to `location`."""
        return cls(302, {"location": location})
