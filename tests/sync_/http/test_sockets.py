# Generated from tests/async_/http/test_sockets.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Real connections over loopback."""

import httpx
import pytest

from tests.faults.faults import respond_ok
from tests.faults.server import Server
from workos_emulator import Emulator
from workos_sync import APIConnectionError, APITimeoutError, WorkOS


def test_calls_over_a_socket(emulator: Emulator) -> None:
    with emulator.serve() as url:
        with WorkOS(emulator.api_key, client_id=emulator.client_id, base_url=url) as workos:
            created = workos.organizations.create_organization(name="Acme")
            assert [item.id for item in workos.organizations.list_organizations()] == [created.id]


def test_headers_of_consecutive_requests() -> None:
    with Server(respond_ok).running() as server:
        url = server.url
        with WorkOS("sk_1", base_url=url) as workos:
            get = workos.with_options(headers={"X-App": "one"}).organizations.get_organization
            workos.organizations.get_organization("org_1")
            workos.organizations.get_organization("org_1")
            get("org_1")
            workos.organizations.delete_organization("org_1", options={"headers": {"X-App": "two"}})
            workos.organizations.create_organization(name="Acme")
            workos.organizations.get_organization("org_1")
    assert [request.headers.get("x-app") for request in server.requests] == [None, None, "one", "two", None, None]
    for request in server.requests:
        assert request.headers["host"] == url.removeprefix("http://")
        assert request.headers["authorization"] == "Bearer sk_1"
        assert ("content-length" in request.headers) is (request.method == "POST")


def test_connection_refused() -> None:
    with WorkOS("sk_1", base_url="http://127.0.0.1:9", max_retries=0) as workos:
        with pytest.raises(APIConnectionError) as caught:
            workos.organizations.get_organization("org_1")
    assert caught.value.sent is False


def test_read_timeout(emulator: Emulator) -> None:
    emulator.faults.add(delay=5)
    with emulator.serve() as url:
        with WorkOS(emulator.api_key, base_url=url, timeout=0.1, max_retries=0) as workos:
            with pytest.raises(APITimeoutError) as caught:
                workos.organizations.get_organization("org_1")
    assert isinstance(caught.value.__cause__, httpx.ReadTimeout)
