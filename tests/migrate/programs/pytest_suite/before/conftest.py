from collections.abc import Iterator

import pytest
from workos import WorkOSClient


@pytest.fixture
def client() -> Iterator[WorkOSClient]:
    with WorkOSClient(max_retries=0) as client:
        yield client


@pytest.fixture
def organization_id(client: WorkOSClient) -> str:
    return client.organizations.create_organization(name="Acme").id
