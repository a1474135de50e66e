"""What is done, a little and a lot of it. Each function gets ready and returns what is measured, once."""

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
"""Takes the size. What it returns does the work; where not all the time counts, it gives the seconds of CPU and of waiting that do."""

PAGE = 100
"""Items of a page: the API gives no more."""
SECRET = "whsec_benchmark"


class Answering(httpx.AsyncBaseTransport):
    """Answers without a network, and only when so many requests have arrived: until then they are all under way at once.

    Args:
        answer: The body for a request.
        at_once: How many come before the first is answered.
    """

    def __init__(self, answer: Callable[[httpx.Request], bytes], at_once: int = 1) -> None:
        self._answer = answer
        self._missing = at_once
        self._all_here = asyncio.Event()

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        self._missing -= 1
        if self._missing <= 0:
            self._all_here.set()
        await self._all_here.wait()
        await request.aread()
        return httpx.Response(200, headers={"content-type": "application/json"}, content=self._answer(request))


def client(transport: httpx.AsyncBaseTransport) -> Any:
    """This SDK, which waits for no rate limit."""
    from workos_async import WorkOS

    return WorkOS("sk_test_benchmark", client_id="client_1", transport=transport, rate_limiter=None)


def items(size: int) -> Callable[[], Awaitable[None]]:
    """Read a list to its end, item by item. Pages are one text in which the number of the page is exchanged."""
    limit = min(size, PAGE)
    numbered = page([{**user(0), "id": f"user_@@@@@@@@{index:03d}"} for index in range(limit)], after="@@@@@@@@")
    last = page([{**user(0), "id": f"user_@@@@@@@@{index:03d}"} for index in range(size % limit or limit)])
    pages = math.ceil(size / limit)

    def answer(request: httpx.Request) -> bytes:
        number = int(request.url.params.get("after", -1)) + 1
        return (numbered if number + 1 < pages else last).replace(b"@@@@@@@@", b"%08d" % number)

    workos = client(Answering(answer))

    async def run() -> None:
        count, latest = 0, ""
        async for item in workos.user_management.list_users(limit=limit):
            count += 1
            latest = item.id
        expected = f"user_{pages - 1:08d}{(size - 1) % limit:03d}"
        if (count, latest) != (size, expected):
            raise SystemExit(f"{count} items up to {latest} instead of {size} up to {expected}")

    return run


def calls(size: int) -> Callable[[], Awaitable[None]]:
    """Calls that are all under way before the first is answered."""
    content = encode(organization(1))

    workos = client(Answering(lambda _: content, at_once=size))

    async def run() -> None:
        found = await asyncio.gather(*(workos.organizations.get_organization("org_1") for _ in range(size)))
        if len({id(one) for one in found}) != size:
            raise SystemExit("calls share an answer")

    return run


@cache
def server() -> str:
    """The URL of a server on loopback, a process of its own that ends with this one."""
    process = subprocess.Popen(
        [sys.executable, "-m", "benchmarks.server"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parent.parent.parent,
    )
    assert process.stdout is not None
    atexit.register(process.communicate)  # closes its standard input, and so ends it
    return f"http://127.0.0.1:{int(process.stdout.readline())}"


def sockets(library: str, size: int) -> Callable[[], Awaitable[None]]:
    """Calls of a new client, over as many connections as it opens by itself; the others wait until one is free."""
    from workos_async import WorkOS

    url = server()

    async def run() -> None:
        settings: Any = {"rate_limiter": None, "max_retries": 0, "http_library": library}
        async with WorkOS("sk_test_benchmark", base_url=url, **settings) as workos:
            found = await asyncio.gather(*(workos.organizations.get_organization("org_1") for _ in range(size)))
        if len({id(one) for one in found}) != size:
            raise SystemExit("calls share an answer")

    return run


def sessions(size: int) -> Callable[[], Awaitable[None]]:
    """Sessions of as many users, checked and then refreshed; all refreshes are under way before the first is answered."""
    from benchmarks.works.authkit import PASSWORD, key_set, token
    from workos_core.auth.sessions.session_cookie import seal_session
    from workos_core.auth.sessions.session_data import SessionData

    keys, old = key_set(), token("client_1")
    cookies = [
        seal_session(SessionData(access_token=old, refresh_token=f"old_{number}", user=user(number)), PASSWORD)
        for number in range(size)
    ]
    answers = {
        f"old_{number}": encode({"user": user(number), "access_token": old, "refresh_token": f"new_{number}"})
        for number in range(size)
    }

    transport = Answering(lambda request: answers[json.loads(request.content)["refresh_token"]], at_once=size)
    workos = client(Routed(keys, transport))

    async def run() -> None:
        async def visit(number: int) -> str:
            session = workos.user_management.load_sealed_session(session_data=cookies[number], cookie_password=PASSWORD)
            checked = await session.authenticate()
            if not checked or checked.user["id"] != user(number)["id"]:
                raise SystemExit(f"session {number} is not authenticated: {checked!r}")
            refreshed = await session.refresh()
            if not refreshed:
                raise SystemExit(f"session {number} is not refreshed: {refreshed.reason}")
            return str(refreshed.refresh_token)

        found = await asyncio.gather(*(visit(number) for number in range(size)))
        if found != [f"new_{number}" for number in range(size)]:
            raise SystemExit("sessions have tokens of others")

    return run


class Routed(httpx.AsyncBaseTransport):
    """Gives keys to who asks for keys, and hands the rest on."""

    def __init__(self, keys: bytes, rest: Answering) -> None:
        self._keys, self._rest = keys, rest

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        if request.url.path.startswith("/sso/jwks/"):
            return httpx.Response(200, headers={"content-type": "application/json"}, content=self._keys)
        return await self._rest.handle_async_request(request)


def events(size: int) -> Callable[[], Awaitable[tuple[float, float]]]:
    """Webhooks that come evenly for one second: the CPU time of checking them, and how long after it came one is a typed event."""
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
    for kind, data in kinds:  # what decodes a kind is made when the first event of it comes
        first = encode({"id": "event_0", "event": kind, "data": data, "created_at": TIME, "context": {}})
        construct_event(first, sign(first, SECRET), SECRET)

    async def run() -> tuple[float, float]:
        cpu, waited = 0.0, list[float]()
        started = time.perf_counter()
        for number in range(size):
            due = started + number / size
            early = due - time.perf_counter()
            if early > 0:
                await asyncio.sleep(early)
            payload, header = signed[number % len(signed)]
            before = time.thread_time()
            event = construct_event(payload, header, SECRET)
            cpu += time.thread_time() - before
            waited.append(time.perf_counter() - due)
            if event.id != f"event_{number % len(signed)}":
                raise SystemExit(f"{event.id} instead of event_{number % len(signed)}")
        return cpu, sorted(waited)[math.ceil(size * 0.99) - 1]

    return run
