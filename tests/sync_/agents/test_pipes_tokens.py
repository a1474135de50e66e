# Generated from tests/async_/agents/test_pipes_tokens.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Tokens of connected accounts: caching, missing connections and missing scopes."""

from collections.abc import Callable

import httpx
import pytest

from workos_emulator import Emulator
from workos_sync import ConnectionNeededError, NotFoundError, PipesTokens, WorkOS
from workos_testing.clock import follow_clock


class Pipes:
    """The Pipes endpoints of the API."""

    def __init__(self) -> None:
        self.requests: list[str] = []
        self.scopes = ["repo"]
        self.error: str | None = None
        self.expires_at: str | None = None

    def handle(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request.url.path.rpartition("/")[2])
        if request.url.path.endswith("/authorize"):
            return httpx.Response(200, json={"url": "https://api.workos.com/data-integrations/start"})
        if self.error is not None:
            return httpx.Response(200, json={"active": False, "error": self.error})
        token = {"object": "access_token", "access_token": f"token-{len(self.requests)}", "expires_at": self.expires_at}
        return httpx.Response(
            200, json={"active": True, "access_token": {**token, "scopes": self.scopes, "missing_scopes": []}}
        )


@pytest.fixture
def pipes() -> Pipes:
    return Pipes()


@pytest.fixture
def tokens(pipes: Pipes, against: Callable[..., WorkOS]) -> PipesTokens:
    return PipesTokens(against(pipes.handle), "github", user_id="user_1", organization_id="org_1")


def test_a_token_is_cached(pipes: Pipes, tokens: PipesTokens) -> None:
    emulator = Emulator()
    with follow_clock(emulator.clock):
        assert [tokens.get(), tokens.get(scopes=["repo"])] == ["token-1"] * 2
        emulator.clock.advance(minutes=5)
        assert tokens.get() == "token-2"
    assert tokens.replace("token-2") == "token-3"


@pytest.mark.parametrize("expires_at", ["2020-01-01T00:00:00", "2020-01-01T00:00:00Z"])
def test_a_token_that_has_expired_is_not_cached(pipes: Pipes, tokens: PipesTokens, expires_at: str) -> None:
    pipes.expires_at = expires_at
    assert [tokens.get(), tokens.get()] == ["token-1", "token-2"]


def test_a_malformed_expiry_is_ignored(pipes: Pipes, tokens: PipesTokens) -> None:
    pipes.expires_at = "2020-01-01T00: 00: 00Z"
    assert [tokens.get(), tokens.get()] == ["token-1"] * 2


@pytest.mark.parametrize("reason", ["not_installed", "needs_reauthorization"])
def test_a_missing_connection_raises_the_url_to_connect_it(pipes: Pipes, tokens: PipesTokens, reason: str) -> None:
    pipes.error = reason
    with pytest.raises(ConnectionNeededError) as caught:
        tokens.get()
    error = caught.value
    assert (error.provider, error.reason, error.missing_scopes) == ("github", reason, ())
    assert error.authorize_url == "https://api.workos.com/data-integrations/start"
    assert error.authorize_url not in str(error)
    pipes.error = None
    assert tokens.get() == "token-3"


def test_missing_scopes_are_named_and_noticed_when_they_are_granted(pipes: Pipes, tokens: PipesTokens) -> None:
    tokens.get()
    with pytest.raises(ConnectionNeededError, match="gist, user") as caught:
        tokens.get(scopes=["repo", "gist", "user"])
    assert (caught.value.reason, caught.value.missing_scopes) == ("missing_scopes", ("gist", "user"))
    pipes.scopes = ["repo", "gist", "user"]
    assert tokens.get(scopes=["gist"]) == "token-4"


def test_against_the_emulator(workos: WorkOS, emulator: Emulator) -> None:
    user = workos.user_management.create_user(email="ada@example.com")
    with pytest.raises(NotFoundError):
        PipesTokens(workos, "github", user_id=user.id).get()
    workos.pipes.create_data_integration(provider="github")
    tokens = PipesTokens(workos, "github", user_id=user.id)
    with pytest.raises(ConnectionNeededError) as caught:
        tokens.get()
    assert caught.value.reason == "not_installed"
    assert caught.value.authorize_url.startswith("http")
    workos.pipes.create_user_connected_account(user.id, "github", access_token="gho_1", scopes=["repo"])
    assert tokens.get(scopes=["repo"]) == "gho_1"
    with pytest.raises(ConnectionNeededError) as caught:
        tokens.get(scopes=["gist"])
    assert (caught.value.reason, caught.value.missing_scopes) == ("missing_scopes", ("gist",))
