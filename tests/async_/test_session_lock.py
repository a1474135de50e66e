"""What a session asks of the refresh lock that several processes share."""

from collections.abc import Callable
from typing import Any

import httpx
import pytest

from tests.support.session_api import API, COOKIE, cookie, load, refreshed, rejected, token, token_response
from workos_async import APITimeoutError, WorkOS
from workos_async._auth import refresh_lock
from workos_core.auth.sealing.iron import seal, unseal
from workos_core.auth.sessions.results import SessionNotAuthenticated, SessionRefreshed

OTHER = "another cookie password of more than thirty-two characters"


def client(api: API, **settings: Any) -> WorkOS:
    arguments: dict[str, Any] = {"client_id": "client_1", "max_retries": 0, "rate_limiter": None, **settings}
    return WorkOS("sk_1", transport=httpx.MockTransport(api), **arguments)


class Lock:
    """A refresh lock that records its arguments, and does what the test says."""

    def __init__(self, run: Callable[..., Any]) -> None:
        self.runs: list[tuple[Any, ...]] = []
        self._run = run

    async def run(
        self, key: str, call: Any, seal: Any, unseal: Any, ttl: float, *, in_doubt: Any, deadline: Any
    ) -> Any:
        self.runs.append((key, ttl, deadline.seconds))
        return await self._run(key=key, call=call, seal=seal, unseal=unseal, in_doubt=in_doubt)

    async def is_marked(self, key: str, deadline: Any) -> bool:
        return False

    async def mark(self, key: str, seconds: float, deadline: Any) -> None:
        pass

    async def aclose(self) -> None:
        pass


def use_lock(workos: WorkOS, run: Callable[..., Any]) -> Lock:
    lock = Lock(run)
    workos._requestor.auth.refresh_lock = lock  # type: ignore[assignment]
    return lock


async def test_results_are_sealed_for_other_processes() -> None:
    async def run(key: str, call: Any, seal: Any, unseal: Any, in_doubt: Any) -> Any:
        result = await call()
        text = seal(result)
        content = unseal_text(text)
        assert content == {"refreshed": key, "session": result.sealed_session}
        assert result.sealed_session not in text
        other = unseal(text)
        assert other == result
        assert other.session.get_logout_url() == result.session.get_logout_url()
        without_tokens = unseal(reseal({"refreshed": key, "session": cookie(access_token=None, refresh_token=None)}))
        assert (without_tokens.access_token, without_tokens.refresh_token) == ("", "")
        assert in_doubt(result) is result
        for changed in (
            content | {"refreshed": "x"},
            {"session": result.sealed_session},
            {"refreshed": key},
            {"refreshed": key, "session": 5},
            {"refreshed": key, "session": "x"},
        ):
            assert unseal(reseal(changed)) is None
        assert unseal("malformed") is None
        assert unseal(reseal(content, OTHER)) is None
        long = SessionRefreshed(result.session, "x" * 60_000, "a", "r", {"id": "user_1"}, None)
        assert seal(long) is None
        return other

    api = API(body=token_response(access_token=token(role="admin")))
    async with client(api, deadline=7) as workos:
        lock = use_lock(workos, run)
        result = refreshed(await load(workos, cookie()).refresh())
        assert (result.role, result.refresh_token) == ("admin", "new")
        assert await load(workos, cookie()).refresh(organization_id="org_1")
    (first, second) = lock.runs
    assert (first[1:], second[1:]) == ((60.0, 7), (60.0, 7))
    assert first[0] != second[0]
    assert len(first[0]) == 64


def unseal_text(text: str) -> Any:
    return unseal(text, COOKIE)


def reseal(content: Any, password: str = COOKIE) -> str:
    return seal(content, password)


async def test_sealed_results_expire(monkeypatch: pytest.MonkeyPatch) -> None:
    ttls: list[Any] = []

    def record(content: Any, password: Any, **arguments: Any) -> str:
        ttls.append(arguments)
        return seal(content, password, **arguments)

    async def run(key: str, call: Any, seal: Any, unseal: Any, in_doubt: Any) -> Any:
        result = await call()
        seal(result)
        return result

    monkeypatch.setattr("workos_async._auth.session.seal", record)
    async with client(API(), deadline=7) as workos:
        use_lock(workos, run)
        assert await load(workos, cookie()).refresh()
    assert ttls == [{"ttl": 60.0}]


@pytest.mark.parametrize(
    ("error", "retryable", "in_doubt"),
    [("invalid_grant", False, True), ("sso_required", False, False), ("invalid_client", True, True)],
)
async def test_rejections_are_not_shared(error: str, retryable: bool, in_doubt: bool) -> None:
    doubted: list[SessionNotAuthenticated] = []

    async def run(key: str, call: Any, seal: Any, unseal: Any, in_doubt: Any) -> Any:
        result = await call()
        assert seal(result) is None
        doubted.append(in_doubt(result))
        return result

    api = API(400, {"error": error})
    async with client(api, deadline=7) as workos:
        use_lock(workos, run)
        for _ in range(2):
            result = rejected(await load(workos, cookie()).refresh())
            assert (result.reason, result.retryable) == (error, retryable)
    assert [(each.reason, each.retryable) for each in doubted] == [(error, in_doubt)] * 2
    assert len(api.requests) == 2


async def test_lock_that_is_not_free_in_time() -> None:
    async def run(**_: Any) -> Any:
        raise APITimeoutError("another process has the lock", sent=False)

    async with client(API(), deadline=7) as workos:
        use_lock(workos, run)
        result = rejected(await load(workos, cookie()).refresh())
    assert (result.reason, result.retryable, str(result.error)) == (
        "api_unavailable",
        True,
        "another process has the lock",
    )


async def test_refresh_lock_has_a_deadline_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    async def run(key: str, call: Any, seal: Any, unseal: Any, in_doubt: Any) -> Any:
        return await call()

    monkeypatch.setattr(refresh_lock, "REFRESH_TIMEOUT", 11)
    async with client(API()) as workos:
        lock = use_lock(workos, run)
        assert await load(workos, cookie()).refresh()
    assert [deadline for _, _, deadline in lock.runs] == [11]
