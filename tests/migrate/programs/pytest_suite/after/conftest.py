from collections.abc import Iterator

import pytest
from workos_sync import WorkOS


@pytest.fixture
def client() -> Iterator[WorkOS]:
    with WorkOS(max_retries=0) as client:
        yield client


@pytest.fixture
def organization_id(client: WorkOS) -> str:
    return client.organizations.create_organization(name="Acme").id
