"""The refresh lock between several processes, with a real Redis and an emulator on a socket."""

import logging
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from tests.support.redis_server import RedisServer
from workos_core.auth.sealing.iron import seal
from workos_core.auth.sessions.session_cookie import seal_session
from workos_core.auth.sessions.session_data import SessionData
from workos_emulator import Emulator
from workos_sync import WorkOS
from workos_sync._auth.refresh_lock import LOCK_TTL, RefreshLock

ROOT = Path(__file__).parent.parent
COOKIE = "a cookie password of more than thirty-two characters"
PASSWORD = "correct horse battery 1"
LOCK, RESULT = "workos:refresh:{key}:lock", "workos:refresh:{key}:result"

PROCESS = """
import asyncio, json, sys
from workos_async import WorkOS

async def main(url, client_id, key, redis, cookie, password, count):
    async with WorkOS(key, client_id=client_id, base_url=url, refresh_lock=redis) as workos:
        users = workos.user_management
        print("ready", flush=True)
        sys.stdin.readline()
        results = await asyncio.gather(
            *(users.refresh_and_seal_session_data(session_data=cookie, cookie_password=password) for _ in range(count))
        )
    print(json.dumps([result.sealed_session if result.authenticated else result.reason for result in results]))

asyncio.run(main(*sys.argv[1:7], int(sys.argv[7])))
"""


HOLDER = """
import sys
from workos_sync._auth.refresh_lock import LOCK_TTL, RefreshLock

def refresh():
    print("started", flush=True)
    return sys.stdin.readline().strip()

def seal(result):
    return None if result == "rejected" else result

lock = RefreshLock(sys.argv[1])
print(lock.run("key", refresh, seal, str, 60, in_doubt=lambda result: result + ", in doubt"), flush=True)
"""

RETRYING_PROCESS = """
import sys
from workos_sync import WorkOS

url, client_id, key, redis, cookie, password = sys.argv[1:]
with WorkOS(key, client_id=client_id, base_url=url, refresh_lock=redis) as workos:
    session = workos.user_management.load_sealed_session(session_data=cookie, cookie_password=password)
    print("ready", flush=True)
    for _ in sys.stdin:
        result = session.refresh()
        print(result.sealed_session if result else f"{result.reason} {result.retryable}", flush=True)
"""


class Process:
    """A Python process that a test talks to line by line."""

    def __init__(self, program: str, *arguments: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", program, *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )

    def read(self) -> str:
        assert self._process.stdout is not None
        return self._process.stdout.readline().strip()

    def write(self, line: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(f"{line}\n")
        self._process.stdin.flush()

    def send_signal(self, number: int) -> None:
        self._process.send_signal(number)

    def kill(self) -> None:
        self._process.kill()
        self._process.communicate()


@pytest.fixture
def start() -> Iterator[Callable[..., Process]]:
    """Start a process, which the test ends."""
    processes: list[Process] = []

    def start_process(*arguments: str) -> Process:
        processes.append(Process(*arguments))
        return processes[-1]

    yield start_process
    for process in processes:
        process.kill()


@pytest.fixture(scope="module")
def redis() -> Iterator[RedisServer]:
    server = RedisServer()
    yield server
    server.close()


def sign_in(emulator: Emulator) -> str:
    with WorkOS(emulator.api_key, client_id=emulator.client_id, transport=emulator.transport) as workos:
        users = workos.user_management
        user = users.create_user(email="ada@example.com", password=PASSWORD, email_verified=True)
        response = users.authenticate_with_password(email="ada@example.com", password=PASSWORD)
    emulator.requests.clear()
    return seal_session(
        SessionData(access_token=response.access_token, refresh_token=response.refresh_token, user={"id": user.id}),
        COOKIE,
    )


def test_fifty_refreshes_in_four_processes_send_one_request(redis: RedisServer) -> None:
    emulator = Emulator()
    cookie = sign_in(emulator)
    emulator.faults.add(path="/user_management/authenticate", delay=0.3)  # long enough for all processes to wait
    with emulator.serve() as url:
        arguments = [url, emulator.client_id, emulator.api_key, redis.url, cookie, COOKIE]
        processes = [
            subprocess.Popen(
                [sys.executable, "-c", PROCESS, *arguments, str(count)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
                env={**os.environ, "PYTHONPATH": str(ROOT)},
            )
            for count in (13, 13, 12, 12)
        ]
        try:
            for process in processes:
                assert process.stdout is not None
                assert process.stdout.readline() == "ready\n"
            for process in processes:
                assert process.stdin is not None
                process.stdin.write("go\n")
                process.stdin.flush()
            results = [result for process in processes for result in _read_results(process)]
        finally:
            for process in processes:
                process.kill()
                process.wait()
    assert len(results) == 50
    assert len(set(results)) == 1
    assert results[0].startswith("Fe26.2*")
    assert len(emulator.requests) == 1


def _read_results(process: "subprocess.Popen[str]") -> Any:
    import json

    return json.loads(process.communicate(timeout=60)[0])


def test_result_in_redis_is_sealed_and_bound_to_the_old_session(redis: RedisServer) -> None:
    emulator = Emulator()
    cookie = sign_in(emulator)
    store = import_module("redis").Redis.from_url(redis.url)
    store.flushall()
    with _client(emulator, redis.url) as workos:
        users = workos.user_management
        first = users.refresh_and_seal_session_data(session_data=cookie, cookie_password=COOKIE)
        assert first.authenticated
    (key,) = store.keys("*")
    text = store.get(key).decode()
    assert first.access_token not in text
    assert first.refresh_token not in text
    assert first.user.id not in text
    assert 0 < store.ttl(key) <= 60
    with _client(emulator, redis.url) as workos:
        again = workos.user_management.refresh_and_seal_session_data(session_data=cookie, cookie_password=COOKIE)
    assert again == first
    # A value that is sealed with the right password, but for another purpose, is ignored.
    for forged in (seal({"refreshed": "other", "session": cookie}, COOKIE), cookie, "x", seal({}, "y" * 32)):
        store.set(key, forged)
        with _client(emulator, redis.url) as workos:
            other = workos.user_management.refresh_and_seal_session_data(session_data=cookie, cookie_password=COOKIE)
        assert other != first


@pytest.mark.parametrize("stopped", ["before", "meanwhile"])
def test_each_process_refreshes_while_redis_is_unavailable(stopped: str, caplog: pytest.LogCaptureFixture) -> None:
    server = RedisServer()
    try:
        emulator = Emulator()
        cookie = sign_in(emulator)
        if stopped == "before":
            server.stop()
        else:
            emulator.faults.add(path="/user_management/authenticate", delay=0.3)
            threading.Timer(0.0, _stop_after_first_request, (server, emulator)).start()
        with caplog.at_level(logging.WARNING, "workos"), _client(emulator, server.url) as workos:
            result = workos.user_management.refresh_and_seal_session_data(session_data=cookie, cookie_password=COOKIE)
        assert result.authenticated
        assert "without the lock" in caplog.text
        assert COOKIE not in caplog.text
        assert cookie not in caplog.text
    finally:
        server.close()


def _stop_after_first_request(server: RedisServer, emulator: Emulator) -> None:
    while not emulator.requests:
        threading.Event().wait(0.005)
    server.stop()


def test_killed_holder_is_noticed_within_three_seconds(redis: RedisServer, start: Callable[..., Process]) -> None:
    store = import_module("redis").Redis.from_url(redis.url)
    store.flushall()
    holder = start(HOLDER, redis.url)
    assert holder.read() == "started"
    time.sleep(LOCK_TTL + 0.5)  # the lock of a holder that works does not expire
    assert 0 < store.pttl(LOCK) <= 1000 * LOCK_TTL
    other = start(HOLDER, redis.url)
    _wait_until(lambda: store.info("clients")["connected_clients"] >= 3)  # with that of this test
    holder.kill()
    killed = time.monotonic()
    assert other.read() == "started"
    assert time.monotonic() - killed < 3
    other.write("result")
    assert other.read() == "result"
    assert store.get(RESULT).decode().partition(":")[2] == "result"


@pytest.mark.parametrize(("older", "newer"), [("older", "newer"), ("rejected", "newer"), ("older", "rejected")])
def test_suspended_holder_does_not_overwrite_a_newer_result(
    redis: RedisServer, start: Callable[..., Process], older: str, newer: str
) -> None:
    store = import_module("redis").Redis.from_url(redis.url)
    store.flushall()
    suspended = start(HOLDER, redis.url)
    assert suspended.read() == "started"
    suspended.send_signal(signal.SIGSTOP)
    second = start(HOLDER, redis.url)
    assert second.read() == "started"
    second.write(newer)
    # The suspended process may have used the refresh token, so a rejection is not final.
    assert second.read() == (newer if newer == "newer" else "rejected, in doubt")
    suspended.write(older)
    suspended.send_signal(signal.SIGCONT)
    expected = newer if newer == "newer" else older
    assert suspended.read() == expected
    assert store.get(RESULT).decode().partition(":")[2] == expected
    assert store.keys("*") == [RESULT.encode()]


def test_processes_keep_the_session_if_redis_disappears_during_a_refresh(start: Callable[..., Process]) -> None:
    server = RedisServer()
    try:
        emulator = Emulator()
        cookie = sign_in(emulator)
        emulator.faults.add(path="/user_management/authenticate", delay=1.5)
        with emulator.serve() as url:
            arguments = [url, emulator.client_id, emulator.api_key, server.url, cookie, COOKIE]
            processes = [start(RETRYING_PROCESS, *arguments) for _ in range(4)]
            for process in processes:
                assert process.read() == "ready"
            store = import_module("redis").Redis.from_url(server.url)
            for process in processes:
                process.write("refresh")
            _wait_until(lambda: emulator.requests and store.info("clients")["connected_clients"] >= 5)
            server.stop()
            results = [process.read() for process in processes]
            assert sorted(results)[1:] == ["invalid_grant True"] * 3
            (refreshed,) = [result for result in results if result != "invalid_grant True"]
            assert refreshed.startswith("Fe26.2*")
            assert len(emulator.requests) == 4
            server.start()
            _wait_until(lambda: store.keys("workos:refresh:*:result"))
            for process, result in zip(processes, results, strict=True):
                if result != refreshed:
                    process.write("refresh")
                    assert process.read() == refreshed
            assert len(emulator.requests) == 4
    finally:
        server.close()


def _wait_until(condition: Callable[[], object]) -> None:
    ends_at = time.monotonic() + 30
    while not condition():
        assert time.monotonic() < ends_at
        time.sleep(0.01)


def test_lock_of_a_dead_process_expires(redis: RedisServer) -> None:
    store = import_module("redis").Redis.from_url(redis.url)
    store.flushall()
    store.set(LOCK, "of a dead process", px=80)
    lock = RefreshLock(redis.url)
    assert lock.run("key", lambda: "result", lambda result: result, lambda text: text, 60) == "result"
    assert store.get(LOCK) is None


def test_next_caller_retries_after_a_failure(redis: RedisServer) -> None:
    import_module("redis").Redis.from_url(redis.url).flushall()
    lock = RefreshLock(redis.url)

    def fail() -> str:
        raise OSError("down")

    with pytest.raises(OSError, match="down"):
        lock.run("key", fail, lambda result: result, lambda text: text, 60)
    assert lock.run("key", lambda: "bad", lambda _: None, lambda text: text, 60) == "bad"
    assert lock.run("key", lambda: "good", lambda result: result, lambda text: text, 60) == "good"
    assert lock.run("key", lambda: "other", lambda result: result, lambda text: text, 60) == "good"


def _client(emulator: Emulator, redis: str) -> WorkOS:
    return WorkOS(emulator.api_key, client_id=emulator.client_id, transport=emulator.transport, refresh_lock=redis)
