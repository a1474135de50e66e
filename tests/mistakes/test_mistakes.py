"""Every mistake raises an exception with this class and text, before a request is sent."""

import asyncio
import inspect
import re
from typing import Any

import pytest

import workos_async
import workos_sync
from tests.mistakes import (
    arguments,
    calls,
    client_settings,
    emulator,
    events,
    extras,
    sessions,
    sign_in,
    vault,
    webhooks,
)
from tests.mistakes.mistake import COOKIE_PASSWORD, SECRET, Mistake, Variant
from workos_core.errors import WorkOSError

TOPICS: dict[str, list[Mistake]] = {
    module.__name__.rpartition(".")[2]: module.MISTAKES
    for module in (
        arguments,
        calls,
        client_settings,
        emulator,
        events,
        extras,
        sessions,
        sign_in,
        vault,
        webhooks,
    )
}
CASES = [
    pytest.param(mistake, package, id=f"{topic}: {mistake.name} ({package.__name__})")
    for topic, mistakes in TOPICS.items()
    for mistake in mistakes
    for package in (workos_async, workos_sync)
    if mistake.only in (None, package.__name__)
]


@pytest.fixture(autouse=True)
def _clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (
        "WORKOS_API_KEY",
        "WORKOS_BASE_URL",
        "WORKOS_CLIENT_ID",
        "WORKOS_COOKIE_DOMAIN",
        "WORKOS_COOKIE_MAX_AGE",
        "WORKOS_COOKIE_NAME",
        "WORKOS_COOKIE_PASSWORD",
        "WORKOS_COOKIE_SAMESITE",
        "WORKOS_HTTP_LIBRARY",
        "WORKOS_ISSUER",
        "WORKOS_LOG",
        "WORKOS_REDIRECT_URI",
        "SSL_CERT_FILE",
        "SSL_CERT_DIR",
    ):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize(("mistake", "package"), CASES)
def test_the_error(mistake: Mistake, package: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in mistake.environment.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(Exception) as raised:  # noqa: PT011 - the class and the text are compared below
        asyncio.run(_make(mistake, Variant(package)))
    error = raised.value
    text = str(error.args[0]) if type(error) is KeyError else str(error)
    assert type(error) is mistake.error, f"{type(error).__name__}: {text}"
    if isinstance(mistake.text, re.Pattern):
        assert mistake.text.fullmatch(text), text
    else:
        assert text == mistake.text
    assert COOKIE_PASSWORD not in text
    assert SECRET not in text
    if isinstance(error, WorkOSError):
        assert error.__cause__ is None or not isinstance(error.__cause__, (AttributeError, KeyError))


async def _make(mistake: Mistake, variant: Variant) -> Any:
    result = mistake.act(variant)
    return await result if inspect.isawaitable(result) else result


def test_the_table_is_complete() -> None:
    mistakes = [mistake for rows in TOPICS.values() for mistake in rows]
    assert len(mistakes) >= 120
    assert len({mistake.name for mistake in mistakes}) == len(mistakes)
