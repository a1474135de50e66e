"""The workloads. Each function prepares a workload of a size and returns it; it is run once."""

import asyncio
import atexit
import json
import math
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable
from functools import cache
from pathlib import Path
from typing import Any

import httpx

from benchmarks.data import TIME, directory_user, encode, organization, page, user

Prepare = Callable[[int], Callable[[], Awaitable[tuple[float, float] | None]]]
"""Takes the size and returns the workload. If not all of its time counts, the workload returns its CPU time and waiting time in seconds."""

PAGE = 100
"""Items per page, the maximum of the API."""
ORGANIZATION_ID = str(organization(1)["id"])
SECRET = "whsec_benchmark"


class BarrierTransport(httpx.AsyncBaseTransport):
    """A transport without a network that responds only after a number of requests have arrived, so that all of them are in flight at once.

    Args:
        respond: Returns the response body for a request.
        concurrency: The number of requests to wait for.
    """

    def __init__(self, respond: Callable[[httpx.Request], bytes], concurrency: int = 1) -> None:
        self._respond = respond
        self._missing = concurrency
        self._complete = asyncio.Event()

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        self._missing -= 1
        if self._missing <= 0:
            self._complete.set()
        await self._complete.wait()
        await request.aread()
        return httpx.Response(200, headers={"content-type": "application/json"}, content=self._respond(request))


def client(transport: httpx.AsyncBaseTransport, *, limited: bool = False) -> Any:
    """Return a client of this SDK without a rate limiter, or with one whose limits for several scopes together are never reached."""
    from workos_async import RateLimiter, WorkOS

    never = (1_000_000_000, 1.0)
    limiter = RateLimiter({"general": never, "authkit_writes": never}) if limited else None
    return WorkOS("sk_test_benchmark", client_id="client_1", transport=transport, rate_limiter=limiter)


def items(size: int) -> Callable[[], Awaitable[None]]:
    """Iterate over a whole list. All pages are one template in which the page number is replaced."""
    limit = min(size, PAGE)
    numbered = page([{**user(0), "id": f"user_@@@@@@@@{index:03d}"} for index in range(limit)], after="@@@@@@@@")
    last = page([{**user(0), "id": f"user_@@@@@@@@{index:03d}"} for index in range(size % limit or limit)])
    pages = math.ceil(size / limit)

    def respond(request: httpx.Request) -> bytes:
        number = int(request.url.params.get("after", -1)) + 1
        return (numbered if number + 1 < pages else last).replace(b"@@@@@@@@", b"%08d" % number)

    workos = client(BarrierTransport(respond))

    async def run() -> None:
        count, latest = 0, ""
        async for item in workos.user_management.list_users(limit=limit):
            count += 1
            latest = item.id
        expected = f"user_{pages - 1:08d}{(size - 1) % limit:03d}"
        if (count, latest) != (size, expected):
            raise SystemExit(f"{count} items up to {latest} instead of {size} up to {expected}")

    return run


def limited_calls(size: int) -> Callable[[], Awaitable[None]]:
    """Make calls that are all in flight before the first response, with a rate limiter."""
    return calls(size, limited=True)


def default_calls(size: int) -> Callable[[], Awaitable[None]]:
    """Make concurrent calls with a client that has the default rate limiter."""
    from workos_async import WorkOS

    content = encode(organization(1))
    workos = WorkOS("sk_test_benchmark", client_id="client_1", transport=BarrierTransport(lambda _: content))

    async def run() -> None:
        await asyncio.gather(*(workos.organizations.get_organization(ORGANIZATION_ID) for _ in range(size)))

    return run


def fields(size: int) -> Callable[[], Awaitable[None]]:
    """Decode 100 users with this many fields, those beyond the known ones unknown."""
    from workos_core.http.operation import Operation
    from workos_core.http.responses import Response, decode_page
    from workos_core.models import User

    known = len(user(0))
    unknown = {f"new_field_{number}": "value" for number in range(size - known)}
    response = Response(200, {}, page([{**user(number), **unknown} for number in range(100)]))
    operation: Operation[User] = Operation("benchmark", "GET", "/", returns=User)

    async def run() -> None:
        users, _, _ = decode_page(operation, response)
        if len(users[-1].extra_fields) != max(0, size - known):
            raise SystemExit(f"{len(users[-1].extra_fields)} unknown fields instead of {size - known}")

    return run


def scopes(size: int) -> Callable[[], Awaitable[None]]:
    """Make a call for each of many email addresses, one after the other. Each address has a rate limit of its own."""
    content = encode({"object": "magic_auth", "id": "magic_auth_1", "code": "123456"})
    workos = client(BarrierTransport(lambda _: content), limited=True)

    async def run() -> None:
        for number in range(size):
            await workos.user_management.create_magic_auth(email=f"user_{number}@example.com")

    return run


def calls(size: int, *, limited: bool = False) -> Callable[[], Awaitable[None]]:
    """Make calls that are all in flight before the first response."""
    content = encode(organization(1))

    workos = client(BarrierTransport(lambda _: content, concurrency=size), limited=limited)

    async def run() -> None:
        organizations = await asyncio.gather(
            *(workos.organizations.get_organization(ORGANIZATION_ID) for _ in range(size))
        )
        if len({id(each) for each in organizations}) != size:
            raise SystemExit("calls share a response")

    return run


@cache
def server() -> str:
    """Start a loopback server in a process that ends with this one, and return its URL."""
    process = subprocess.Popen(
        [sys.executable, "-m", "benchmarks.server"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parent.parent.parent,
    )
    assert process.stdout is not None
    atexit.register(process.communicate)  # closes its standard input, which ends it
    return f"http://127.0.0.1:{int(process.stdout.readline())}"


def sockets(library: str, size: int) -> Callable[[], Awaitable[None]]:
    """Make calls with a new client, with its default number of connections; the other calls wait for a free connection."""
    from workos_async import WorkOS

    url = server()

    async def run() -> None:
        settings: Any = {"rate_limiter": None, "max_retries": 0, "http_library": library}
        async with WorkOS("sk_test_benchmark", base_url=url, **settings) as workos:
            organizations = await asyncio.gather(
                *(workos.organizations.get_organization(ORGANIZATION_ID) for _ in range(size))
            )
        if len({id(each) for each in organizations}) != size:
            raise SystemExit("calls share a response")

    return run


def sessions(size: int) -> Callable[[], Awaitable[None]]:
    """Authenticate and refresh sessions of different users; all refreshes are in flight before the first response."""
    from benchmarks.suites.authkit import PASSWORD, key_set, token
    from workos_core.auth.sessions.session_cookie import seal_session
    from workos_core.auth.sessions.session_data import SessionData

    keys, old = key_set(), token("client_1")
    cookies = [
        seal_session(SessionData(access_token=old, refresh_token=f"old_{number}", user=user(number)), PASSWORD)
        for number in range(size)
    ]
    responses = {
        f"old_{number}": encode({"user": user(number), "access_token": old, "refresh_token": f"new_{number}"})
        for number in range(size)
    }

    transport = BarrierTransport(
        lambda request: responses[json.loads(request.content)["refresh_token"]], concurrency=size
    )
    workos = client(JWKSTransport(keys, transport))

    async def run() -> None:
        async def refresh(number: int) -> str:
            session = workos.user_management.load_sealed_session(session_data=cookies[number], cookie_password=PASSWORD)
            authenticated = await session.authenticate()
            if not authenticated or authenticated.user.id != user(number)["id"]:
                raise SystemExit(f"session {number} is not authenticated: {authenticated!r}")
            refreshed = await session.refresh()
            if not refreshed:
                raise SystemExit(f"session {number} is not refreshed: {refreshed.reason}")
            return str(refreshed.refresh_token)

        tokens = await asyncio.gather(*(refresh(number) for number in range(size)))
        if tokens != [f"new_{number}" for number in range(size)]:
            raise SystemExit("sessions have the tokens of other sessions")

    return run


class JWKSTransport(httpx.AsyncBaseTransport):
    """A transport that responds to JWKS requests and passes all others to another transport."""

    def __init__(self, keys: bytes, transport: httpx.AsyncBaseTransport) -> None:
        self._keys, self._transport = keys, transport

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        if request.url.path.startswith("/sso/jwks/"):
            return httpx.Response(200, headers={"content-type": "application/json"}, content=self._keys)
        return await self._transport.handle_async_request(request)


def events(size: int) -> Callable[[], Awaitable[tuple[float, float]]]:
    """Verify webhooks that arrive evenly for one second; return the CPU time and the 99th percentile of the latency until the typed event."""
    from workos_core.webhooks.signatures import construct_event, sign

    kinds = [
        ("user.created", user(1)),
        ("organization.updated", organization(1)),
        ("dsync.user.created", directory_user(1)),
    ]
    payloads = [
        encode({"id": f"event_{number}", "event": kind, "data": data, "created_at": TIME, "context": {}})
        for number in range(max(1, min(size, 1000)))
        for kind, data in [kinds[number % len(kinds)]]
    ]
    signed = [(payload, sign(payload, SECRET)) for payload in payloads]
    for kind, data in kinds:  # the decoder of an event type is compiled for its first event
        first = encode({"id": "event_0", "event": kind, "data": data, "created_at": TIME, "context": {}})
        construct_event(first, sign(first, SECRET), SECRET)

    async def run() -> tuple[float, float]:
        cpu, latencies = 0.0, list[float]()
        started = time.perf_counter()
        for number in range(size):
            due = started + number / size
            delay = due - time.perf_counter()
            if delay > 0:
                await asyncio.sleep(delay)
            payload, header = signed[number % len(signed)]
            before = time.thread_time()
            event = construct_event(payload, header, SECRET)
            cpu += time.thread_time() - before
            latencies.append(time.perf_counter() - due)
            if event.id != f"event_{number % len(signed)}":
                raise SystemExit(f"{event.id} instead of event_{number % len(signed)}")
        return cpu, sorted(latencies)[math.ceil(size * 0.99) - 1]

    return run
