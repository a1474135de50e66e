"""Sessions that several processes refresh at once, with a real Redis and an emulator on a socket."""

import logging
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
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
from workos_sync._auth.refresh_lock import RefreshLock

ROOT = Path(__file__).parent.parent
COOKIE = "a cookie password of more than thirty-two characters"
PASSWORD = "correct horse battery 1"

PROCESS = """
import asyncio, json, sys
from workos_async import WorkOS

async def main(url, client_id, key, redis, cookie, password, count):
    async with WorkOS(key, client_id=client_id, base_url=url, refresh_lock=redis) as workos:
        users = workos.user_management
        print("ready", flush=True)
        sys.stdin.readline()
        answers = await asyncio.gather(
            *(users.refresh_and_seal_session_data(session_data=cookie, cookie_password=password) for _ in range(count))
        )
    print(json.dumps([answer.sealed_session if answer.authenticated else answer.reason for answer in answers]))

asyncio.run(main(*sys.argv[1:7], int(sys.argv[7])))
"""


@pytest.fixture(scope="module")
def redis() -> Iterator[RedisServer]:
    server = RedisServer()
    yield server
    server.close()


def signed_in(emulator: Emulator) -> str:
    with WorkOS(emulator.api_key, client_id=emulator.client_id, transport=emulator.transport) as workos:
        users = workos.user_management
        user = users.create_user(email="ada@example.com", password=PASSWORD, email_verified=True)
        answer = users.authenticate_with_password(email="ada@example.com", password=PASSWORD)
    emulator.requests.clear()
    return seal_session(
        SessionData(access_token=answer.access_token, refresh_token=answer.refresh_token, user={"id": user.id}), COOKIE
    )


def test_fifty_refreshes_in_four_processes_make_one_call(redis: RedisServer) -> None:
    emulator = Emulator()
    cookie = signed_in(emulator)
    emulator.faults.add(path="/user_management/authenticate", delay=0.3)  # long enough for all to come and wait
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
            answers = [answer for process in processes for answer in _answers(process)]
        finally:
            for process in processes:
                process.kill()
                process.wait()
    assert len(answers) == 50
    assert len(set(answers)) == 1
    assert answers[0].startswith("Fe26.2*")
    assert len(emulator.requests) == 1


def _answers(process: "subprocess.Popen[str]") -> Any:
    import json

    return json.loads(process.communicate(timeout=60)[0])


def test_what_stands_in_redis_is_sealed_and_bound_to_the_old_session(redis: RedisServer) -> None:
    emulator = Emulator()
    cookie = signed_in(emulator)
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
    assert first.user["id"] not in text
    assert 0 < store.ttl(key) <= 60
    with _client(emulator, redis.url) as workos:
        again = workos.user_management.refresh_and_seal_session_data(session_data=cookie, cookie_password=COOKIE)
    assert again == first
    # What is sealed with the right password, but for something else, is no answer.
    for forged in (seal({"refreshed": "other", "session": cookie}, COOKIE), cookie, "x", seal({}, "y" * 32)):
        store.set(key, forged)
        with _client(emulator, redis.url) as workos:
            other = workos.user_management.refresh_and_seal_session_data(session_data=cookie, cookie_password=COOKIE)
        assert other != first


@pytest.mark.parametrize("gone", ["before", "meanwhile"])
def test_without_redis_each_refreshes_on_its_own(gone: str, caplog: pytest.LogCaptureFixture) -> None:
    server = RedisServer()
    try:
        emulator = Emulator()
        cookie = signed_in(emulator)
        if gone == "before":
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


def test_a_process_that_dies_holds_up_the_others_for_a_while_only(redis: RedisServer) -> None:
    store = import_module("redis").Redis.from_url(redis.url)
    store.flushall()
    store.set("workos:refresh:key:lock", "of somebody who died", px=80)
    shared = RefreshLock(redis.url)
    assert shared.run("key", lambda: "answer", lambda answer: answer, lambda text: text, 60) == "answer"
    assert store.get("workos:refresh:key:lock") is None


def test_a_call_that_fails_lets_the_next_try(redis: RedisServer) -> None:
    import_module("redis").Redis.from_url(redis.url).flushall()
    shared = RefreshLock(redis.url)

    def fail() -> str:
        raise OSError("down")

    with pytest.raises(OSError, match="down"):
        shared.run("key", fail, lambda answer: answer, lambda text: text, 60)
    assert shared.run("key", lambda: "bad", lambda _: None, lambda text: text, 60) == "bad"
    assert shared.run("key", lambda: "good", lambda answer: answer, lambda text: text, 60) == "good"
    assert shared.run("key", lambda: "other", lambda answer: answer, lambda text: text, 60) == "good"


def _client(emulator: Emulator, redis: str) -> WorkOS:
    return WorkOS(emulator.api_key, client_id=emulator.client_id, transport=emulator.transport, refresh_lock=redis)
