"""The whole SDK follows the clock of the emulator in a test that uses the fixtures of the plugin."""

import time
from datetime import timedelta
from importlib.util import find_spec

import pytest

import workos_core.clock
from tests.plugin.projects import run
from workos_core.clock import elapsed_time, unix_time
from workos_emulator import Emulator
from workos_testing import follow_clock

pytest_plugins = ["pytester"]

CLOCKS = "@pytest.mark.workos(clock='2020-01-31T12:00:00Z')", "@pytest.mark.workos(clock='2090-01-31T12:00:00Z')", ""
TESTS = """
import pytest
import workos_async, workos_sync
from tests.support.browser import CookieJar
from workos_core.auth import read_state, sign_state, StateError, seal, unseal, SealError
from workos_core.webhooks import SignatureVerificationError, construct_event

PASSWORD = "a cookie password of more than thirty-two characters"
CALLBACK = "http://localhost:3000/callback"
HOUR, DAYS, YEAR = dict(hours=1), dict(days=2), dict(days=365)

@pytest.fixture
def anyio_backend():
    return "asyncio"

@pytest.fixture(params=[HOUR, DAYS], ids=["hour", "days"])
def step(request):
    return request.param

MARK
class TestClock:
    @pytest.mark.anyio
    async def test_async_sign_in(self, workos_client, workos_factory, workos_test_emulator, step):
        emulator = workos_test_emulator
        ada = workos_factory.user(email="ada@example.com", email_verified=True)
        kit = workos_async.SignIn(workos_client, redirect_uri=CALLBACK, cookie_password=PASSWORD)
        jar = CookieJar()
        redirect = kit.start(jar, login_hint=ada.email)
        jar.store(redirect.cookies)
        emulator.clock.advance(minutes=9)
        result = await kit.complete(jar.open_authorization_url(emulator, redirect.url), jar)
        assert isinstance(result, workos_async.SignedIn), result
        jar.store(result.cookies)
        first = await kit.authenticate(jar)
        assert first.authenticated and not first.refreshed
        for _ in range(3):
            emulator.clock.advance(**step)
            authentication = await kit.authenticate(jar)
            assert authentication.authenticated and authentication.refreshed, authentication
            jar.store(authentication.cookies)
            again = await kit.authenticate(jar)
            assert again.authenticated and not again.refreshed
        emulator.clock.advance(**YEAR)
        ended = await kit.authenticate(jar)
        assert not ended.authenticated and not ended.retryable and ended.reason == "invalid_grant"
        assert ended.cookies and all(cookie.max_age == 0 for cookie in ended.cookies)

    def test_sync_session(self, workos_sync_client, workos_factory, workos_sign_in, workos_test_emulator, step):
        cookie = workos_sign_in.sealed_cookie(workos_factory.user())
        session = workos_sync_client.user_management.load_sealed_session(session_data=cookie, cookie_password=workos_sign_in.cookie_password)
        assert session.authenticate().authenticated
        for _ in range(3):
            workos_test_emulator.clock.advance(**step)
            expired = session.authenticate()
            assert expired.reason == "invalid_jwt" and expired.error.reason == "expired"
            assert session.refresh().authenticated
            assert session.authenticate().authenticated
        workos_test_emulator.clock.advance(**YEAR)
        assert session.refresh().reason == "invalid_grant"

    def test_new_session_a_year_ahead(self, workos_sync_client, workos_factory, workos_sign_in, workos_test_emulator):
        ada = workos_factory.user()
        workos_sync_client.verify_access_token(workos_sign_in.access_token(ada))
        workos_test_emulator.clock.advance(**YEAR)
        assert workos_sync_client.verify_access_token(workos_sign_in.access_token(ada)).sub == ada.id

    def test_late_sign_in_is_rejected(self, workos_sync_client, workos_factory, workos_test_emulator):
        emulator = workos_test_emulator
        ada = workos_factory.user(email="ada@example.com", email_verified=True)
        kit = workos_sync.SignIn(workos_sync_client, redirect_uri=CALLBACK, cookie_password=PASSWORD)
        jar = CookieJar()
        redirect = kit.start(jar, login_hint=ada.email)
        jar.store(redirect.cookies)
        query = jar.open_authorization_url(emulator, redirect.url)
        emulator.clock.advance(minutes=12)
        assert isinstance(kit.complete(query, jar), workos_sync.SignInFailed)

    def test_application_with_its_own_client(self, workos_server, workos_factory, workos_sign_in, workos_test_emulator, step):
        with workos_sync.WorkOS() as workos:
            token = workos_sign_in.access_token(workos_factory.user())
            assert workos.verify_access_token(token).sid
            workos_test_emulator.clock.advance(**step)
            with pytest.raises(workos_sync.InvalidTokenError, match="expired"):
                workos.verify_access_token(token)

    def test_cached_api_key(self, workos_sync_client, workos_factory, workos_test_emulator):
        kit = workos_sync.SignIn(workos_sync_client, redirect_uri=CALLBACK, cookie_password=PASSWORD)
        key = workos_factory.api_key()
        authorization = f"Bearer {key.value}"
        assert kit.authenticate({}, authorization=authorization).authenticated
        workos_sync_client.api_keys.delete_api_key(key.id)
        assert kit.authenticate({}, authorization=authorization).authenticated  # cached
        workos_test_emulator.clock.advance(minutes=1)
        assert not kit.authenticate({}, authorization=authorization).authenticated

    def test_webhooks(self, workos_client, workos_sync_client, workos_factory, workos_webhooks, workos_test_emulator):
        user = workos_factory.user()
        webhook = workos_webhooks.latest("user.created")
        header = webhook.headers["WorkOS-Signature"]
        for construct in (construct_event, workos_client.webhooks.construct_event, workos_sync_client.webhooks.construct_event):
            assert construct(webhook.body, header, workos_webhooks.secret).data.id == user.id
        fastapi = pytest.importorskip("fastapi", reason="nox -s web runs this")
        from fastapi.testclient import TestClient
        from workos_web.fastapi import webhook_route

        app, events = fastapi.FastAPI(), []
        app.routes.append(webhook_route("/webhooks", workos_webhooks.secret, events.append))
        browser = TestClient(app)
        assert browser.post("/webhooks", content=webhook.body, headers=webhook.headers).is_success
        assert [event.data.id for event in events] == [user.id]
        workos_test_emulator.clock.advance(minutes=10)
        assert browser.post("/webhooks", content=webhook.body, headers=webhook.headers).status_code == 400
        with pytest.raises(SignatureVerificationError):
            construct_event(webhook.body, header, workos_webhooks.secret)

    def test_states_and_sealed_values(self, workos_test_emulator):
        state, sealed = sign_state("x", "secret"), seal({"a": 1}, PASSWORD, ttl=60)
        assert read_state(state, "secret") == "x" and unseal(sealed, PASSWORD) == {"a": 1}
        workos_test_emulator.clock.advance(hours=1)
        with pytest.raises(StateError, match="expired"):
            read_state(state, "secret")
        with pytest.raises(SealError):
            unseal(sealed, PASSWORD)
"""


@pytest.mark.parametrize("mark", CLOCKS, ids=["past", "future", "now"])
def test_applications_live_in_the_time_of_the_emulator(project: pytest.Pytester, mark: str) -> None:
    project.makepyfile(TESTS.replace("MARK", mark))
    result = run(project)
    result.assert_outcomes(**({"passed": 11} if find_spec("fastapi") else {"passed": 10, "skipped": 1}))


def test_marker_rejects_a_clock_without_a_time_zone(project: pytest.Pytester) -> None:
    project.makepyfile(
        "import pytest\n@pytest.mark.workos(clock='2026-01-31T12:00:00')\ndef test_naive(workos_test_emulator): ...\n"
        "@pytest.mark.workos(clock='tomorrow')\ndef test_text(workos_test_emulator): ...\n"
    )
    result = run(project)
    result.assert_outcomes(errors=2)
    result.stdout.fnmatch_lines(["*marker workos: clock must be a time with a time zone*(got 'tomorrow')*"])


def test_follow_clock_ends_with_its_block() -> None:
    emulator = Emulator(seed="clock")
    with follow_clock(emulator.clock):
        emulator.clock.advance(days=365)
        assert unix_time() - time.time() > 364 * 86_400
    assert abs(unix_time() - time.time()) < 60


def test_elapsed_time_never_runs_backward_and_follows_forward_moves() -> None:
    before = elapsed_time()
    clock = Emulator(seed="clock").clock
    with follow_clock(clock):
        started = elapsed_time()
        assert started - before > 3600  # what was cached before has expired
        clock.advance(hours=1)
        assert 3600 <= elapsed_time() - started < 3660
        moved = elapsed_time()
        clock.advance(hours=-2)
        clock.freeze()
        clock.unfreeze()
        assert moved <= elapsed_time() < moved + 60
        clock.travel(clock.now() + timedelta(days=400))
        last = elapsed_time()
        assert last - moved > 399 * 86_400
    assert elapsed_time() > last
    assert workos_core.clock._replacement is None
