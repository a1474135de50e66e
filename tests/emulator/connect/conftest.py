from typing import Any

import pytest

from ..pages.browsing import Browser
from ..support import Api
from .client import EMAIL, PASSWORD, OAuthClient


@pytest.fixture
def browser(api: Api) -> Browser:
    return Browser(api.client)


@pytest.fixture
def ada(api: Api) -> Any:
    return api.user(EMAIL, password=PASSWORD, first_name="Ada", last_name="Lovelace")


@pytest.fixture
def partner(api: Api) -> Any:
    """The organization that third-party applications belong to."""
    return api.organization("Partner")


@pytest.fixture
def client(api: Api) -> OAuthClient:
    """A confidential first-party application."""
    return OAuthClient.create(api)


@pytest.fixture
def public_client(api: Api) -> OAuthClient:
    """A public first-party application."""
    return OAuthClient.create(api, uses_pkce=True)


@pytest.fixture
def third_party(api: Api, partner: Any) -> OAuthClient:
    """A confidential third-party application."""
    return OAuthClient.create(api, is_first_party=False, organization_id=partner["id"])
