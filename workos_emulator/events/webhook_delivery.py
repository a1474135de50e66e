"""Webhook delivery: to a URL, an ASGI application or a function."""

import hmac
import ssl
from collections.abc import Awaitable, Callable, Mapping, MutableMapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from hashlib import sha256
from typing import Any
from urllib.parse import unquote, urlsplit

from workos_emulator.http import urls
from workos_emulator.http.messages import Request, Response

TIMEOUT = 10.0
"""The timeout for the response of an endpoint, in seconds."""

Message = MutableMapping[str, Any]
App = Callable[..., Awaitable[None]]
Function = Callable[[Request], Response | int | None]

_LOOPBACK = ("localhost", "127.0.0.1", "::1")


@dataclass(slots=True, frozen=True)
class Outcome:
    """The outcome of a delivery attempt: the status of the response, or the error if there was none."""

    status: int | None
    error: str | None = None

    @property
    def is_success(self) -> bool:
        """Whether the endpoint accepted the webhook (2xx)."""
        return self.status is not None and 200 <= self.status < 300


@dataclass(slots=True, frozen=True)
class Mount:
    """An app or function of this process that receives webhooks for URLs that start with `prefix`."""

    prefix: str
    app: App | None = None
    function: Function | None = None


def signature(body: str, secret: str, at: datetime) -> str:
    """Return the `WorkOS-Signature` header: a timestamp in milliseconds, and the HMAC-SHA-256 of the timestamp and body."""
    timestamp = str(int(at.timestamp() * 1000))
    digest = hmac.new(secret.encode(), f"{timestamp}.{body}".encode(), sha256).hexdigest()
    return f"t={timestamp}, v1={digest}"


def build_request(url: str, body: str, more: Mapping[str, str]) -> Request:
    """Return the request that delivers a webhook or an audit log event, with `more` headers."""
    host, target = _split(url)
    path, _, query = target.partition("?")
    headers = {
        "host": host,
        "content-type": "application/json",
        "user-agent": "WorkOS-Emulator",
        **more,
        "content-length": str(len(body.encode())),
    }
    return Request("POST", path, query, headers, body.encode(), urls.scheme(url))


def _split(url: str) -> tuple[str, str]:
    """Return the host with the port, and the path with the query, as they are sent: in ASCII, without a user name."""
    import httpx  # slow to import, and only needed for webhooks

    try:
        parsed = httpx.URL(url)
    except httpx.InvalidURL:  # such as a host name that is not valid; only a mounted app or function can receive this
        parts = urlsplit(url)
        host, target = parts.netloc.rpartition("@")[2], f"{parts.path or '/'}?{parts.query}"
        return urls.percent_encode(host), urls.percent_encode(target)
    return parsed.netloc.decode("ascii"), parsed.raw_path.decode("ascii")


def is_local(url: str) -> bool:
    """Return whether a URL is valid and points to this machine."""
    return urls.is_web_url(url) and urlsplit(url).hostname in _LOOPBACK


def send(url: str, request: Request) -> Outcome:
    """Send a webhook over the network."""
    import httpx

    try:
        with httpx.Client(timeout=TIMEOUT, trust_env=False, verify=_ssl_context()) as client:
            return Outcome(client.post(url, content=request.body, headers=dict(request.headers)).status_code)
    except (httpx.HTTPError, httpx.InvalidURL, ValueError) as error:  # ValueError: text that cannot be encoded
        return Outcome(None, f"{type(error).__name__}: {error}")


async def send_async(url: str, request: Request) -> Outcome:
    """Send a webhook over the network without blocking the event loop."""
    import httpx

    try:
        async with httpx.AsyncClient(timeout=TIMEOUT, trust_env=False, verify=_ssl_context()) as client:
            response = await client.post(url, content=request.body, headers=dict(request.headers))
            return Outcome(response.status_code)
    except (httpx.HTTPError, httpx.InvalidURL, ValueError) as error:  # ValueError: text that cannot be encoded
        return Outcome(None, f"{type(error).__name__}: {error}")


@cache
def _ssl_context() -> ssl.SSLContext:
    """Return the TLS settings of all webhooks. Loading the certificates takes longer than sending a webhook."""
    import httpx

    return httpx.create_ssl_context(trust_env=False)


def call_function(function: Function, request: Request) -> Outcome:
    """Pass a webhook to a function. A result of None means success."""
    try:
        result: Any = function(request)
    except Exception as error:
        return Outcome(None, f"{type(error).__name__}: {error}")
    status = result.status if isinstance(result, Response) else 200 if result is None else result
    if isinstance(status, int) and not isinstance(status, bool):
        return Outcome(status)
    kind = type(status).__name__
    return Outcome(None, f"the function must return a Response, a status or None, not {kind}")


async def call_app(app: App, request: Request) -> Outcome:
    """Pass a webhook to an ASGI application."""
    statuses: list[int] = []
    body = [request.body]

    async def receive() -> Message:
        if body:
            return {"type": "http.request", "body": body.pop(), "more_body": False}
        return {"type": "http.disconnect"}

    async def send(message: Message) -> None:
        if message["type"] == "http.response.start":
            statuses.append(message["status"])

    try:
        await app(_scope(request), receive, send)
    except Exception as error:
        return Outcome(None, f"{type(error).__name__}: {error}")
    return Outcome(statuses[0]) if statuses else Outcome(None, "the application sent no response")


def _scope(request: Request) -> Message:
    """Return the ASGI scope of a webhook.

    Raises:
        UnicodeEncodeError: A header cannot be encoded.
    """
    return {
        "type": "http",
        "asgi": {"version": "3.0", "spec_version": "2.3"},
        "http_version": "1.1",
        "method": request.method,
        "scheme": request.scheme,
        "path": unquote(request.path),
        "raw_path": request.path.encode("ascii"),
        "query_string": request.query.encode("ascii"),
        "root_path": "",
        "headers": [(name.encode(), value.encode("latin-1")) for name, value in request.headers.items()],
        "client": ("127.0.0.1", 1),
        "server": (request.headers["host"], None),
    }
