"""Several processes: a token that they share, and the audit log of a process that forks."""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Generator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from tests.support.redis_server import RedisServer

ROOT = Path(__file__).parents[2]
CALLS = 50

SHARE_ASYNC = """
import asyncio, sys
from workos_async import M2MTokens, _redis
from workos_async._auth import refresh_lock
_redis.TIMEOUT_SECONDS = refresh_lock.TIMEOUT_SECONDS = refresh_lock.LOCK_TTL = 20.0  # the machine may be busy

async def main(url, redis):
    async with M2MTokens(url, "client_1", "secret-1234567890", redis=redis) as tokens:
        print("ready", flush=True)
        sys.stdin.readline()
        results = await asyncio.gather(*[tokens.get() for _ in range({calls})])
    print(" ".join(results), flush=True)

asyncio.run(main(*sys.argv[1:]))
"""
SHARE_SYNC = """
import sys
from concurrent.futures import ThreadPoolExecutor
from workos_sync import M2MTokens, _redis
from workos_sync._auth import refresh_lock
_redis.TIMEOUT_SECONDS = refresh_lock.TIMEOUT_SECONDS = refresh_lock.LOCK_TTL = 20.0  # the machine may be busy

with M2MTokens(sys.argv[1], "client_1", "secret-1234567890", redis=sys.argv[2]) as tokens:
    with ThreadPoolExecutor({calls}) as threads:
        print("ready", flush=True)
        sys.stdin.readline()
        results = list(threads.map(lambda _: tokens.get(), range({calls})))
print(" ".join(results), flush=True)
"""


class Endpoint:
    """A token endpoint over a socket. It responds when both processes have started their calls, or have waited for a second."""

    def __init__(self) -> None:
        self.requests = 0
        endpoint, lock, second = self, threading.Lock(), threading.Event()

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self) -> None:
                self.rfile.read(int(self.headers["content-length"]))
                with lock:
                    endpoint.requests += 1
                    number = endpoint.requests
                if number > 1:
                    second.set()
                second.wait(1)
                body = json.dumps({"access_token": f"token-{number}", "expires_in": 300}).encode()
                self.send_response(200)
                self.send_header("content-type", "application/json")
                self.send_header("content-length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: Any) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)


@contextmanager
def serving() -> Generator[Endpoint]:
    endpoint = Endpoint()
    threading.Thread(target=endpoint.server.serve_forever, daemon=True).start()
    yield endpoint
    endpoint.server.shutdown()
    endpoint.server.server_close()


@contextmanager
def running(script: str, *arguments: str) -> Generator["subprocess.Popen[str]"]:
    process = subprocess.Popen(
        [sys.executable, "-c", script, *arguments],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


@pytest.mark.parametrize("scripts", [(SHARE_ASYNC, SHARE_ASYNC), (SHARE_SYNC, SHARE_ASYNC), (SHARE_SYNC, SHARE_SYNC)])
def test_50_simultaneous_calls_in_two_processes_make_one_token_request(
    redis_server: RedisServer, scripts: tuple[str, str]
) -> None:
    with serving() as endpoint:
        arguments = f"http://127.0.0.1:{endpoint.server.server_port}", redis_server.url
        first, second = (script.format(calls=CALLS) for script in scripts)
        with running(first, *arguments) as one, running(second, *arguments) as two:
            for process in (one, two):
                assert process.stdout is not None
                assert process.stdout.readline() == "ready\n", process.communicate()
            for process in (one, two):
                assert process.stdin is not None
                process.stdin.write("start\n")
                process.stdin.flush()
            outputs = [process.communicate(timeout=60) for process in (one, two)]
    assert [output for output, _ in outputs] == [" ".join(["token-1"] * CALLS) + "\n"] * 2, outputs
    assert endpoint.requests == 1


FORK_SYNC = """
import json, os, threading
import httpx
from workos_sync import ToolAuditLog, WorkOS

parent, release, started, sent = os.getpid(), threading.Event(), threading.Event(), []

def handle(request):
    started.set()
    if os.getpid() == parent:
        release.wait(60)
    sent.append(json.loads(request.content)["event"]["targets"][0]["id"])
    return httpx.Response(201, json={"success": True})

def record(log, tool):
    assert log.record(tool, actor={"type": "agent", "id": "agent_1"}, organization_id="org_1")

workos = WorkOS("sk_test", client_id="client_1", transport=httpx.MockTransport(handle), rate_limiter=None)
log = ToolAuditLog(workos, close_timeout=30)
record(log, "parent")
assert started.wait(30)
for _ in range(12):
    record(log, "parent")
child = os.fork()
if child == 0:
    record(log, "child")
    print(json.dumps([log.flush(20), sent]), flush=True)
    log.close()
    os._exit(0)
os.waitpid(child, 0)
release.set()
log.close()
print(json.dumps([log.dropped, sent]), flush=True)
"""
FORK_ASYNC = """
import asyncio, json, os
import httpx
from workos_async import ToolAuditLog, WorkOS

sent = []

def handle(request):
    sent.append(json.loads(request.content)["event"]["targets"][0]["id"])
    return httpx.Response(201, json={"success": True})

def record(log, tool):
    assert log.record(tool, actor={"type": "agent", "id": "agent_1"}, organization_id="org_1")

async def flush(log):
    return await log.flush(20)

workos = WorkOS("sk_test", client_id="client_1", transport=httpx.MockTransport(handle), rate_limiter=None)
log = ToolAuditLog(workos, close_timeout=30)
for _ in range(13):
    record(log, "parent")
child = os.fork()
if child == 0:
    record(log, "child")
    print(json.dumps([asyncio.run(flush(log)), sent]), flush=True)
    os._exit(0)
os.waitpid(child, 0)
asyncio.run(log.aclose())
print(json.dumps([log.dropped, sent]), flush=True)
"""

FORK_ASYNC_CONTEXT = FORK_ASYNC.replace(
    """    return await log.flush(20)
""",
    """    async with log:
        for _ in range(1000):  # a worker would send the events of the parent now
            await asyncio.sleep(0)
        record(log, "child")
        return await log.flush(20)
""",
).replace(
    """    record(log, "child")
    print""",
    """    print""",
)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="Windows has no fork")
@pytest.mark.parametrize("script", [FORK_SYNC, FORK_ASYNC, FORK_ASYNC_CONTEXT], ids=["sync", "async", "async context"])
def test_a_forked_process_sends_only_its_own_audit_log_events(script: str) -> None:
    with running(script) as process:
        output, errors = process.communicate(timeout=120)
    lines = [json.loads(line) for line in output.splitlines()]
    assert lines == [[True, ["child"]], [0, ["parent"] * 13]], errors
