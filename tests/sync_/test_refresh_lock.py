# Generated from tests/async_/test_refresh_lock.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""The refresh lock in Redis: renewal, fencing, deadlines and outages. tests/test_refresh_lock.py has the tests with several processes."""

import hashlib
import threading
from collections.abc import Awaitable, Callable
from typing import Any

import httpx
import pytest
import redis

from tests.support.redis_server import RedisServer
from workos_core.auth.identity.identity import NotAuthenticated
from workos_core.auth.sessions.results import SessionNotAuthenticated
from workos_core.auth.sessions.session_cookie import seal_session
from workos_core.auth.sessions.session_data import SessionData
from workos_core.errors import StoreUnavailableError
from workos_emulator import Emulator
from workos_sync import APITimeoutError, WorkOS
from workos_sync._auth import refresh_lock
from workos_sync._auth.refresh_lock import RefreshLock
from workos_sync._auth.sign_in import SignIn
from workos_sync._concurrency.background_task import BackgroundTask
from workos_sync._concurrency.call_deadline import Deadline
from workos_sync._concurrency.sleep import sleep
from workos_sync._concurrency.thread_safe_event import ThreadSafeEvent

COOKIE = "a cookie password of more than thirty-two characters"
PASSWORD = "correct horse battery 1"
LOCK, HOLDERS, RESULT = (f"workos:refresh:{{key}}:{part}" for part in ("lock", "holders", "result"))


class Refresh:
    """A refresh that ends when the test says so."""

    def __init__(self, result: str, ttl: float = 60) -> None:
        self.result = result
        self.ttl = ttl
        self.started = ThreadSafeEvent()
        self.may_end = ThreadSafeEvent()
        self.results: list[str] = []

    def call(self) -> str:
        self.started.set()
        assert self.may_end.wait(30)
        return self.result

    def run(self, lock: RefreshLock) -> None:
        self.results.append(run(lock, self.call, self.ttl))

    def start(self, lock: RefreshLock) -> BackgroundTask:
        def run_refresh() -> None:
            self.run(lock)

        task = BackgroundTask(run_refresh)
        assert self.started.wait(30)
        return task

    def end(self, task: BackgroundTask) -> str:
        self.may_end.set()
        task.join()
        return self.results[0]


def run(lock: RefreshLock, call: Callable[[], Awaitable[str]], ttl: float = 60, **arguments: Any) -> str:
    """Run a call whose results that start with "rejected" are not shared."""

    def seal(result: str) -> str | None:
        return None if result.startswith("rejected") else result

    def unseal(text: str) -> str | None:
        return None if text == "forged" else text

    return lock.run("key", call, seal, unseal, ttl, in_doubt=lambda result: f"{result}, in doubt", **arguments)


def returning(result: str) -> Callable[[], Awaitable[str]]:
    def call() -> str:
        return result

    return call


def until(condition: Callable[[], object]) -> None:
    for _ in range(3000):
        if condition():
            return
        sleep(0.01)
    raise AssertionError("the condition did not become true within 30 seconds")


def test_lock_is_renewed_while_its_holder_works(redis_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(refresh_lock, "RENEW_INTERVAL", 0.01)
    first, second = RefreshLock(redis_url), RefreshLock(redis_url)
    with redis.Redis.from_url(redis_url) as store:
        refresh = Refresh("result")
        task = refresh.start(first)
        store.pexpire(LOCK, 100)
        until(lambda: store.pttl(LOCK) > 1500)
        token = store.get(LOCK)
        store.delete(LOCK)  # as in a restart of Redis
        until(lambda: store.get(LOCK) == token)
        assert refresh.end(task) == "result"
        assert run(second, returning("other")) == "result"
        assert store.keys("*") == [RESULT.encode()]
    first.close()
    second.close()


def test_lock_is_released_after_a_failure(redis_url: str) -> None:
    lock = RefreshLock(redis_url)

    def fail() -> str:
        raise OSError("down")

    with redis.Redis.from_url(redis_url) as store:
        with pytest.raises(OSError, match="down"):
            run(lock, fail)
        assert store.keys("*") == []
        assert run(lock, returning("rejected")) == "rejected"  # not in doubt
        assert store.keys("*") == []
    lock.close()


def test_lock_is_renewed_while_the_event_loop_is_blocked(redis_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(refresh_lock, "RENEW_INTERVAL", 0.01)
    lock = RefreshLock(redis_url)
    with redis.Redis.from_url(redis_url) as store:

        def block() -> str:
            store.pexpire(LOCK, 500)
            for _ in range(3000):
                if store.pttl(LOCK) > 500:
                    return "renewed"
                threading.Event().wait(0.01)  # blocks the event loop
            return "not renewed"

        assert run(lock, block) == "renewed"
    lock.close()


@pytest.mark.parametrize("key", [LOCK, RESULT])
def test_renewal_ends_when_another_process_has_the_lock_or_a_result(
    redis_url: str, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    monkeypatch.setattr(refresh_lock, "RENEW_INTERVAL", 0.01)
    lock = RefreshLock(redis_url)
    with redis.Redis.from_url(redis_url) as store:

        def scripts(statistics: Any) -> int:
            return int(statistics["cmdstat_evalsha"]["calls"])

        refresh = Refresh("rejected")
        task = refresh.start(lock)
        assert 0 < store.pttl(HOLDERS) <= 10_000
        with store.pipeline() as transaction:
            transaction.delete(LOCK)
            transaction.set(key, "2")
            transaction.info("commandstats")
            before = scripts(transaction.execute()[-1])
        until(lambda: scripts(store.info("commandstats")) > before)
        assert store.get(LOCK) == (b"2" if key == LOCK else None)
        refresh.end(task)
    lock.close()


def test_result_of_a_later_holder_is_not_overwritten(redis_url: str) -> None:
    first, second = RefreshLock(redis_url), RefreshLock(redis_url)
    with redis.Redis.from_url(redis_url) as store:
        older = Refresh("older")
        task = older.start(first)
        store.set(LOCK, "1")  # the first holder loses the lock to one that has died
        store.pexpire(LOCK, 1)
        assert run(second, returning("newer")) == "newer"
        assert older.end(task) == "newer"
        assert store.get(RESULT).endswith(b":newer")
    first.close()
    second.close()


def test_rejected_holder_returns_the_result_of_another(redis_url: str) -> None:
    first, second = RefreshLock(redis_url), RefreshLock(redis_url)
    with redis.Redis.from_url(redis_url) as store:
        refresh = Refresh("rejected")
        task = refresh.start(first)
        store.delete(LOCK)
        assert run(second, returning("result")) == "result"
        assert refresh.end(task) == "result"
    first.close()
    second.close()


def test_rejection_is_in_doubt_while_an_earlier_holder_is_unfinished(
    redis_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(refresh_lock, "RENEW_INTERVAL", 60)
    first, second = RefreshLock(redis_url), RefreshLock(redis_url)
    with redis.Redis.from_url(redis_url) as store:
        refresh = Refresh("result")
        task = refresh.start(first)
        store.delete(LOCK)
        assert run(second, returning("rejected")) == "rejected, in doubt"
        assert run(second, returning("rejected again")) == "rejected again, in doubt"
        assert refresh.end(task) == "result"
        assert run(second, returning("rejected")) == "result"
        store.delete(RESULT)
        assert run(second, returning("rejected")) == "rejected"
    first.close()
    second.close()


def test_silent_holder_is_forgotten(redis_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    lock = RefreshLock(redis_url)
    with redis.Redis.from_url(redis_url) as store:
        store.zadd(HOLDERS, {"1": 2})  # expired at the second microsecond of 1970
        assert run(lock, returning("rejected")) == "rejected"
        assert store.keys("*") == []
    lock.close()


def test_holder_that_lost_the_lock_is_in_doubt(redis_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(refresh_lock, "RENEW_INTERVAL", 60)
    lock = RefreshLock(redis_url)
    with redis.Redis.from_url(redis_url) as store:
        refresh = Refresh("rejected")
        task = refresh.start(lock)
        store.set(LOCK, "2", px=60_000)
        assert refresh.end(task) == "rejected, in doubt"
        assert store.get(LOCK) == b"2"
    lock.close()


def test_fencing_tokens_grow_if_the_clock_of_redis_is_set_back(redis_url: str) -> None:
    lock = RefreshLock(redis_url)
    with redis.Redis.from_url(redis_url) as store:
        future = 4_000_000_000_000_000
        store.zadd(HOLDERS, {str(future): future})
        assert run(lock, returning("result")) == "result"
        assert store.get(RESULT) == b"%d:result" % (future + 1)
    lock.close()


def test_forged_result_is_ignored_and_replaced(redis_url: str) -> None:
    lock = RefreshLock(redis_url)
    with redis.Redis.from_url(redis_url) as store:
        store.set(RESULT, "1:forged")
        assert run(lock, returning("result")) == "result"
        assert store.get(RESULT).endswith(b":result")
        store.set(RESULT, f"{10**18}:forged")
        assert run(lock, returning("other")) == "other"
    lock.close()


def test_result_is_not_stored_after_its_lifetime(redis_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(refresh_lock, "RENEW_INTERVAL", 60)
    lock = RefreshLock(redis_url)
    with redis.Redis.from_url(redis_url) as store:
        refresh = Refresh("result", ttl=0.05)
        task = refresh.start(lock)
        store.delete(LOCK)
        sleep(0.1)
        assert refresh.end(task) == "result"
        assert store.keys("*") == []
    lock.close()


def test_client_that_decodes_responses(redis_url: str) -> None:
    with redis.Redis.from_url(redis_url, decode_responses=True) as store:
        lock = RefreshLock(store)
        store.set(RESULT, "1:forged")
        assert run(lock, returning("rejected")) == "rejected"
        assert run(lock, returning("result")) == "result"
        assert run(lock, returning("other")) == "result"


def test_wait_for_another_process_ends_at_the_deadline(redis_url: str) -> None:
    lock = RefreshLock(redis_url)
    with redis.Redis.from_url(redis_url) as store:
        store.set(LOCK, "1")
        with pytest.raises(
            APITimeoutError, match=r"deadline of 0\.2 s passed while another process refreshed sessions;"
        ) as caught:
            run(lock, returning("result"), deadline=Deadline.start(0.2))
        assert (caught.value.sent, caught.value.attempts) == (False, 0)
    lock.close()


def test_waits_for_another_process_double_up_to_the_maximum(redis_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = RefreshLock(redis_url), RefreshLock(redis_url)
    refresh = Refresh("shared")
    task = refresh.start(first)
    waits: list[float] = []

    def record(seconds: float) -> None:
        waits.append(seconds)
        if len(waits) == 6:
            refresh.end(task)

    monkeypatch.setattr(refresh_lock, "sleep", record)
    assert run(second, returning("other")) == "shared"
    assert waits == [0.02, 0.04, 0.08, 0.16, 0.25, 0.25]
    first.close()
    second.close()


def test_the_newest_results_are_stored_later(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(refresh_lock, "_MAX_UNSAVED", 2)
    lock = RefreshLock("redis://127.0.0.1:1")
    for number in range(3):
        assert lock.run(f"{number}", returning("result"), lambda text: text, lambda text: text, 60) == "result"
    assert list(lock._unsaved) == [f"workos:refresh:{{{number}}}:result" for number in (1, 2)]
    lock.close()


def test_result_is_stored_when_redis_is_available_again(redis_server: RedisServer) -> None:
    first, second = RefreshLock(redis_server.url), RefreshLock(redis_server.url)
    refresh = Refresh("result")
    task = refresh.start(first)
    redis_server.stop()
    assert refresh.end(task) == "result"
    assert run(second, returning("rejected")) == "rejected, in doubt"
    redis_server.start()
    with redis.Redis.from_url(redis_server.url) as store:
        until(lambda: store.exists(RESULT))
        assert 0 < store.ttl(RESULT) <= 60
    assert run(second, returning("rejected")) == "result"
    first.close()
    second.close()


def test_result_without_the_lock_is_stored_unless_there_is_another(redis_server: RedisServer) -> None:
    first, second = RefreshLock(redis_server.url), RefreshLock(redis_server.url)
    redis_server.stop()
    assert run(first, returning("first")) == "first"
    redis_server.start()
    with redis.Redis.from_url(redis_server.url) as store:
        until(lambda: store.get(RESULT) == b"0:first")
        redis_server.suspend()
        try:
            assert run(second, returning("second"), deadline=Deadline.start(0.2)) == "second"
        finally:
            redis_server.resume()
        until(lambda: not second._unsaved)
        assert store.get(RESULT) == b"0:first"
    first.close()
    second.close()


def test_renewal_that_hangs_does_not_delay_the_result(
    redis_server: RedisServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(refresh_lock, "RENEW_INTERVAL", 0.01)
    without_timeouts = redis.Redis.from_url(redis_server.url, socket_timeout=None)
    lock = RefreshLock(without_timeouts)
    refresh = Refresh("result")
    task = refresh.start(lock)
    hanging = [RefreshLock(without_timeouts) for _ in range(8)]  # as many as there are worker threads
    redis_server.suspend()
    try:
        for other in hanging:
            with pytest.raises(StoreUnavailableError):
                other.is_marked("key", Deadline.start(0))
        refresh.may_end.set()
        end_in_time(task)
    finally:
        redis_server.resume()
    assert refresh.results == ["result"]
    until(lambda: all(not thread.name.startswith("workos") for thread in threading.enumerate()))
    without_timeouts.close()


def end_in_time(*tasks: BackgroundTask) -> None:
    """Wait until tasks have ended, at most 20 seconds, although Redis does not respond."""
    ended = ThreadSafeEvent()

    def join() -> None:
        for task in tasks:
            task.join()
        ended.set()

    waiting = BackgroundTask(join)
    assert ended.wait(20), "a task hangs"
    waiting.join()


def test_redis_that_hangs_does_not_delay_refresh_and_sign_out(redis_server: RedisServer) -> None:
    emulator = Emulator()
    without_timeouts = redis.Redis.from_url(redis_server.url, socket_timeout=None)
    settings = {"client_id": emulator.client_id, "transport": emulator.transport, "max_retries": 0}
    with WorkOS(emulator.api_key, refresh_lock=without_timeouts, deadline=4, **settings) as workos:
        users = workos.user_management
        users.create_user(email="ada@example.com", password=PASSWORD, email_verified=True)
        response = users.authenticate_with_password(email="ada@example.com", password=PASSWORD)
        data = SessionData(
            access_token=response.access_token, refresh_token=response.refresh_token, user={"id": response.user.id}
        )
        session = users.load_sealed_session(session_data=seal_session(data, COOKIE), cookie_password=COOKIE)
        results: list[object] = []

        def refresh() -> None:
            results.append((session.refresh()).authenticated)

        def sign_out() -> None:
            session.sign_out()
            results.append(session.revoke())

        redis_server.suspend()
        try:
            end_in_time(BackgroundTask(refresh), BackgroundTask(refresh))
            end_in_time(BackgroundTask(sign_out))
        finally:
            redis_server.resume()
    assert results == [True, True, True]
    until(lambda: all(not thread.name.startswith("workos") for thread in threading.enumerate()))
    without_timeouts.close()


def used_session() -> str:
    """Return the cookie of a session whose refresh token has been used."""
    return seal_session(SessionData(access_token="", refresh_token="used", user={"id": "user_1"}), COOKIE)


def client(url: str, **settings: Any) -> WorkOS:
    def handler(request: httpx.Request) -> httpx.Response:
        return httpx.Response(400, json={"error": "invalid_grant", "error_description": "already used"})

    return WorkOS(
        "sk_test", client_id="client_test", transport=httpx.MockTransport(handler), refresh_lock=url, **settings
    )


def test_invalid_grant_is_final_with_the_lock_and_retryable_without(redis_server: RedisServer) -> None:
    cookie = used_session()
    with client(redis_server.url) as workos:
        session = workos.user_management.load_sealed_session(session_data=cookie, cookie_password=COOKIE)
        result = session.refresh()
        assert isinstance(result, SessionNotAuthenticated)
        assert (result.reason, result.retryable) == ("invalid_grant", False)
        redis_server.stop()
        result = session.refresh()
        assert isinstance(result, SessionNotAuthenticated)
        assert (result.reason, result.retryable) == ("invalid_grant", True)


def test_redis_that_hangs_leaves_time_for_the_refresh(redis_server: RedisServer) -> None:
    with client(redis_server.url, deadline=0.9) as workos:
        session = workos.user_management.load_sealed_session(session_data=used_session(), cookie_password=COOKIE)
        redis_server.suspend()
        try:
            result = session.refresh()
        finally:
            redis_server.resume()
        assert isinstance(result, SessionNotAuthenticated)
        assert (result.reason, result.retryable) == ("invalid_grant", True)


def test_sign_in_keeps_the_cookie_of_a_session_in_doubt(redis_server: RedisServer) -> None:
    emulator = Emulator()
    settings = {"client_id": emulator.client_id, "transport": emulator.transport, "refresh_lock": redis_server.url}
    with WorkOS(emulator.api_key, **settings) as workos:
        users = workos.user_management
        emulator.clock.advance(-3600)  # so that the access token has expired
        users.create_user(email="ada@example.com", password=PASSWORD, email_verified=True)
        response = users.authenticate_with_password(email="ada@example.com", password=PASSWORD)
        users.authenticate_with_refresh_token(refresh_token=response.refresh_token)
        old = SessionData(
            access_token=response.access_token, refresh_token=response.refresh_token, user={"id": response.user.id}
        )
        emulator.clock.advance(3600)
        cookies = {"wos-session": seal_session(old, COOKIE)}
        sign_in = SignIn(workos, redirect_uri="http://localhost/callback", cookie_password=COOKIE)
        redis_server.stop()
        result = sign_in.authenticate(cookies)
        assert isinstance(result, NotAuthenticated)
        assert (result.reason, result.retryable, result.cookies) == ("invalid_grant", True, ())
        redis_server.start()
        result = sign_in.authenticate(cookies)
        assert isinstance(result, NotAuthenticated)
        assert (result.reason, result.retryable) == ("invalid_grant", False)
        assert result.cookies


def test_refresh_ends_at_the_deadline_of_the_client(redis_url: str) -> None:
    with redis.Redis.from_url(redis_url) as store:
        with client(redis_url, deadline=0.2) as workos:
            session = workos.user_management.load_sealed_session(session_data=used_session(), cookie_password=COOKIE)
            key = hashlib.sha256(b"used\nNone").hexdigest()
            store.set(f"workos:refresh:{{{key}}}:lock", "1")
            result = session.refresh()
        assert isinstance(result, SessionNotAuthenticated)
        assert (result.reason, result.retryable) == ("api_unavailable", True)
        assert isinstance(result.error, APITimeoutError)
        assert not result.error.sent
