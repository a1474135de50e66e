"""Requests that a reverse proxy has forwarded, and the configured public URL."""

from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from workos_emulator import Emulator

HOST = "workos.acme.test"


@pytest.fixture
def emulator() -> Emulator:
    return Emulator(seed=1, allowed_hosts=[HOST])


@pytest.fixture
def client(emulator: Emulator) -> Iterator[httpx.Client]:
    """A client of the served emulator, in the place of the proxy."""
    headers = {"authorization": f"Bearer {emulator.api_key}"}
    with emulator.serve(port=0) as url, httpx.Client(base_url=url, headers=headers) as client:
        yield client


def links(emulator: Emulator, client: httpx.Client, **headers: str) -> set[str]:
    """Return where the links of responses and emails lead to."""
    sent = {name.replace("_", "-"): value for name, value in headers.items()}

    def post(path: str, **body: Any) -> Any:
        response = client.post(path, json=body, headers=sent)
        assert response.is_success, response.text
        return response.json() if response.content else {}

    organization = post("/organizations", name="Acme")["id"]
    email = f"ada-{len(emulator.environment.state.organizations)}@example.com"
    user = post("/user_management/users", email=email)
    session = post("/passwordless/sessions", email=email, type="MagicLink")
    post(f"/passwordless/sessions/{session['id']}/send")
    post("/user_management/invitations", email=f"bob-{organization}@example.com")
    urls = [
        post("/user_management/password_reset", email=user["email"])["password_reset_url"],
        post("/portal/generate_link", organization=organization, intent="sso")["link"],
        post("/user_management/authorize/device", client_id=emulator.client_id)["verification_uri"],
        client.get("/provider-icons.json", headers=sent).json()[0]["light"],
        client.get("/.well-known/openid-configuration", headers=sent).json()["authorization_endpoint"],
        *(message.url for message in emulator.outbox if message.url is not None),
    ]
    assert len(urls) >= 8
    emulator.outbox.clear()
    return {str(httpx.URL(url).copy_with(raw_path=b"/")) for url in urls}


def test_the_host_and_port_of_the_request(emulator: Emulator, client: httpx.Client) -> None:
    assert links(emulator, client) == {f"{client.base_url}/"}
    assert links(emulator, client, host=f"{HOST}:8080") == {f"http://{HOST}:8080/"}


def test_a_proxy_with_tls(emulator: Emulator, client: httpx.Client) -> None:
    assert links(emulator, client, host=HOST, x_forwarded_proto="https") == {f"https://{HOST}/"}
    forwarded = {"x_forwarded_proto": "https, http", "x_forwarded_host": f"{HOST}, internal"}
    assert links(emulator, client, **forwarded) == {f"https://{HOST}/"}
    assert links(emulator, client, x_forwarded_proto="gopher") == {f"{client.base_url}/"}


def test_the_public_url(emulator: Emulator, client: httpx.Client) -> None:
    emulator.settings.public_url = "https://public.acme.test/"
    assert links(emulator, client, x_forwarded_host=HOST) == {"https://public.acme.test/"}


def test_a_forwarded_host_must_be_allowed(client: httpx.Client) -> None:
    for headers in ({"x-forwarded-host": "evil.example"}, {"x-forwarded-host": HOST, "host": "evil.example"}):
        response = client.get("/organizations", headers=headers)
        assert (response.status_code, response.json()["code"]) == (403, "host_not_allowed")


def test_forms_behind_a_proxy(emulator: Emulator, client: httpx.Client) -> None:
    """The origin of the page is the one of the proxy."""
    headers = {"x-forwarded-host": HOST, "x-forwarded-proto": "https"}
    query = {
        "client_id": emulator.client_id,
        "redirect_uri": "http://localhost:3000/callback",
        "response_type": "code",
        "provider": "GoogleOAuth",
    }
    redirect = client.get("/user_management/authorize", params=query, headers=headers)
    page = redirect.headers["location"]
    csrf = client.get(page, headers=headers).text.partition('name="csrf" value="')[2].partition('"')[0]
    form = {"csrf": csrf, "email": "ada@example.com"}
    assert client.post(page, data=form, headers={**headers, "origin": "https://evil.example"}).status_code == 403
    response = client.post(page, data=form, headers={**headers, "origin": f"https://{HOST}"})
    assert response.headers["location"].startswith("http://localhost:3000/callback?code=")


def test_links_from_before_the_first_request() -> None:
    emulator = Emulator()
    emulator.create("invitations", email="ada@example.com")
    with emulator.serve(port=0) as url:
        assert (emulator.outbox.last("ada@example.com").url or "").startswith(f"{url}/hosted/invite?")
        emulator.create("invitations", email="bob@example.com")
        assert (emulator.outbox.last("bob@example.com").url or "").startswith(f"{url}/hosted/invite?")
        emulator.reset()
        emulator.create("invitations", email="eve@example.com")
        assert (emulator.outbox.last("eve@example.com").url or "").startswith(f"{url}/hosted/invite?")
        emulator.settings.public_url = "https://public.acme.test"
        emulator.create("invitations", email="joe@example.com")
        assert (emulator.outbox.last("joe@example.com").url or "").startswith("https://public.acme.test/hosted/invite?")
