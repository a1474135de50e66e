from collections.abc import Iterator
from typing import Any

import pytest

from workos_emulator import Emulator

PASSWORD = "correct horse 42"


@pytest.fixture
def emulator() -> Emulator:
    return Emulator(seed=1)


@pytest.fixture
def official(emulator: Emulator) -> Iterator[Any]:
    """The client of the official SDK."""
    import workos

    with emulator.serve() as url:
        client = workos.WorkOSClient(api_key=emulator.api_key, client_id=emulator.client_id, base_url=url)
        try:
            yield client
        finally:
            client.close()


@pytest.fixture
def acme(official: Any) -> Any:
    """An organization."""
    return official.organizations.create_organization(name="Acme", external_id="crm-1")


@pytest.fixture
def ada(official: Any) -> Any:
    """A user with a password."""
    from workos.user_management import PasswordPlaintext

    return official.user_management.create_user(
        email="ada@example.com", password=PasswordPlaintext(PASSWORD), first_name="Ada", email_verified=True
    )


@pytest.fixture
def member(official: Any, acme: Any, ada: Any) -> Any:
    """The membership of the user in the organization."""
    return official.organization_membership.create_organization_membership(user_id=ada.id, organization_id=acme.id)
