from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from workos_emulator import Emulator

from ...support import Api
from ..browsing import Browser

OpenPortal = Callable[..., Browser]
NewCertificate = Callable[..., str]


@pytest.fixture
def acme(api: Api) -> Any:
    return api.organization("Acme")


@pytest.fixture
def open_portal(api: Api, browser: Browser, acme: Any) -> OpenPortal:
    """Return a function that opens a link to the Admin Portal of Acme."""

    def open_portal(intent: str | None = None, **fields: Any) -> Browser:
        body = {"organization": acme["id"], **({"intent": intent} if intent else {}), **fields}
        return browser.open(api("POST", "/portal/generate_link", 201, json=body)["link"])

    return open_portal


@pytest.fixture
def new_certificate(emulator: Emulator) -> NewCertificate:
    """Return a function that returns a PEM-encoded certificate which is valid for some days from now."""
    serials = iter(range(1, 1000))

    def new_certificate(days: int = 365) -> str:
        now = emulator.clock.now().replace(microsecond=0)
        start, end = now - timedelta(days=1000), now + timedelta(days=days)
        return emulator.environment.signing_key.certificate("idp.example.com", next(serials), start, end)

    return new_certificate
