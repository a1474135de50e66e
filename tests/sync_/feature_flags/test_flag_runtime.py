# Generated from tests/async_/feature_flags/test_flag_runtime.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Local evaluation of feature flags, against an emulator."""

import logging

import pytest

from workos_emulator import Emulator
from workos_sync import AuthenticationError, ConfigurationError, FlagChange, InvalidArgumentError, ServerError, WorkOS
from workos_sync._concurrency.thread_safe_event import ThreadSafeEvent

NEVER = 1e6
PATIENCE = 20.0


@pytest.fixture
def flags(emulator: Emulator) -> Emulator:
    emulator.seed.feature_flag("beta")
    emulator.seed.feature_flag("everyone", default_value=True)
    emulator.seed.feature_flag("off", enabled=False, default_value=True)
    return emulator


def requests(emulator: Emulator) -> int:
    return sum(entry.request.path == "/sdk/feature-flags" for entry in emulator.requests)


def test_flags_are_evaluated_without_a_request(workos: WorkOS, flags: Emulator) -> None:
    user = workos.user_management.create_user(email="a@example.com")
    organization = workos.organizations.create_organization(name="Acme")
    workos.feature_flags.add_flag_target("beta", organization.id)
    with workos.feature_flags.runtime(poll_seconds=NEVER) as runtime:
        assert runtime.wait_until_ready(PATIENCE)
        for _ in range(10):
            assert not runtime.is_enabled("beta")
            assert not runtime.is_enabled("beta", user_id=user.id)
            assert runtime.is_enabled("beta", user_id=user.id, organization_id=organization.id)
            assert runtime.is_enabled("everyone", user_id=user.id)
            assert not runtime.is_enabled("off", default=True)
            assert not runtime.is_enabled("unknown")
            assert runtime.is_enabled("unknown", default=True)
        assert runtime.evaluate_all(organization_id=organization.id) == {"beta": True, "everyone": True, "off": False}
        assert sorted(runtime.flags) == ["beta", "everyone", "off"]
        assert runtime.is_ready
        assert runtime.age is not None
        assert requests(flags) == 1
    assert runtime.is_enabled("everyone")
    assert repr(runtime) == "FlagRuntime(flags=3)"


def test_local_evaluation_matches_the_api(workos: WorkOS, flags: Emulator) -> None:
    user = workos.user_management.create_user(email="a@example.com")
    organization = workos.organizations.create_organization(name="Acme")
    workos.user_management.create_organization_membership(user_id=user.id, organization_id=organization.id)
    other = workos.organizations.create_organization(name="Other")
    for slug, target in (("the-user", user.id), ("the-organization", organization.id), ("others", other.id)):
        flags.seed.feature_flag(slug)
        workos.feature_flags.add_flag_target(slug, target)
    runtime = workos.feature_flags.runtime()
    runtime.refresh()
    evaluated = runtime.evaluate_all(user_id=user.id, organization_id=organization.id)
    listed = {flag.slug for flag in workos.user_management.list_user_feature_flags(user.id)}
    assert {slug for slug, on in evaluated.items() if on} == listed
    assert listed == {"everyone", "the-user", "the-organization"}


def test_on_change(workos: WorkOS, flags: Emulator) -> None:
    changes: list[FlagChange] = []
    is_complete = ThreadSafeEvent()

    def on_change(change: FlagChange) -> None:
        changes.append(change)
        if change.slug == "everyone":
            is_complete.set()
        raise ZeroDivisionError  # is logged

    with workos.feature_flags.runtime(poll_seconds=0.001, on_change=on_change) as runtime:
        runtime.wait_until_ready(PATIENCE)
        user = workos.user_management.create_user(email="a@example.com")
        workos.feature_flags.add_flag_target("beta", user.id)
        workos.feature_flags.disable_feature_flag("everyone")
        assert is_complete.wait(PATIENCE)
        assert runtime.is_enabled("beta", user_id=user.id)
        assert not runtime.is_enabled("everyone")
    assert [change.slug for change in changes] == ["beta", "everyone"]
    assert changes[1].before is not None
    assert changes[1].before.enabled
    assert changes[1].after is not None
    assert not changes[1].after.enabled


def test_last_successful_response_is_used_during_an_outage(
    workos: WorkOS, flags: Emulator, caplog: pytest.LogCaptureFixture
) -> None:
    runtime = workos.feature_flags.runtime(options={"max_retries": 0})
    runtime.refresh()
    flags.faults.add(status=500)
    with pytest.raises(ServerError):
        runtime.refresh()
    assert runtime.is_enabled("everyone")
    changed = ThreadSafeEvent()
    polled = workos.feature_flags.runtime(
        poll_seconds=0.001, options={"max_retries": 0}, on_change=lambda _: changed.set()
    )
    with caplog.at_level(logging.WARNING, "workos"):
        with polled:
            polled.wait_until_ready(PATIENCE)
            for _ in range(3):
                flags.faults.add(status=503)
            polled.close()
            polled.start()
            while len(flags.faults):
                assert polled.is_enabled("everyone")
                changed.wait(0.001)
            flags.seed.feature_flag("new")
            assert changed.wait(PATIENCE)
    assert "feature flags: ServerError" in caplog.text


def test_flags_not_fetched_yet(workos: WorkOS, flags: Emulator) -> None:
    for _ in range(3):
        flags.faults.add(status=503)
    with workos.feature_flags.runtime(poll_seconds=NEVER, options={"max_retries": 0}) as runtime:
        assert not runtime.wait_until_ready(0.001)
        assert not runtime.is_enabled("everyone")
        assert runtime.is_enabled("everyone", default=True)
        assert runtime.evaluate_all() == {}
        assert runtime.flags == {}
        assert not runtime.is_ready
        assert runtime.age is None


def test_wait_until_ready_raises_for_an_invalid_api_key(emulator: Emulator) -> None:
    client = WorkOS("sk_wrong", transport=emulator.transport)
    with client, client.feature_flags.runtime() as runtime:
        with pytest.raises(AuthenticationError):
            runtime.wait_until_ready(PATIENCE)
        assert not runtime.is_enabled("beta")


def test_polling_stops_when_the_client_is_closed(emulator: Emulator, caplog: pytest.LogCaptureFixture) -> None:
    client = WorkOS(emulator.api_key, transport=emulator.transport)
    runtime = client.feature_flags.runtime(poll_seconds=0.001)
    runtime.start()
    assert runtime.wait_until_ready(PATIENCE)
    client.close()
    assert runtime._task is not None
    runtime._task.join()
    assert "polling stopped" in caplog.text
    assert not runtime.is_enabled("beta")
    runtime.close()


def test_no_api_key(emulator: Emulator) -> None:
    client = WorkOS(client_id="client_1", transport=emulator.transport)
    with client, client.feature_flags.runtime() as runtime:
        with pytest.raises(ConfigurationError, match="API key"):
            runtime.wait_until_ready(PATIENCE)


def test_runtime_that_was_never_started(workos: WorkOS) -> None:
    runtime = workos.feature_flags.runtime()
    for evaluate in (lambda: runtime.is_enabled("beta"), runtime.evaluate_all):
        with pytest.raises(ConfigurationError, match="never fetched"):
            evaluate()
    with pytest.raises(ConfigurationError, match="never fetched"):
        runtime.wait_until_ready(0)


def test_start_and_close_are_idempotent(workos: WorkOS, flags: Emulator) -> None:
    runtime = workos.feature_flags.runtime(poll_seconds=NEVER)
    for _ in range(2):
        runtime.start()
        runtime.start()
        runtime.wait_until_ready(PATIENCE)
        runtime.refresh()
        runtime.close()
        runtime.close()


@pytest.mark.parametrize("seconds", [0, -1, float("nan")])
def test_invalid_poll_seconds(workos: WorkOS, seconds: float) -> None:
    with pytest.raises(InvalidArgumentError, match="poll_seconds"):
        workos.feature_flags.runtime(poll_seconds=seconds)
