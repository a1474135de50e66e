from collections.abc import Callable
from typing import Any

import pytest

from ...support import Api
from ..browsing import Browser

OpenPortal = Callable[..., Browser]


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


def events(api: Api, *types: str) -> list[Any]:
    """Return the data of the events of these types, oldest first."""
    query = {"events": list(types), "order": "asc", "limit": 100}
    return [event["data"] for event in api("GET", "/events", params=query)["data"]]
