"""Every URL in responses, messages, events and pages leads to the emulator, in the form in which the client knows it, or to the application."""

import json
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from urllib.parse import unquote, urlsplit

import httpx
import pytest

from workos_core.errors import APIError
from workos_emulator import Emulator
from workos_emulator.http.messages import Response
from workos_emulator.server.request_log import Entry
from workos_emulator.storage.state import DEFAULT_BASE_URL

from .test_every_method_against_the_emulator import METHODS, EmulatorClients

_URL = re.compile(r"https?://[A-Za-z0-9\[][^\s\"'<>\\`)|,]*")
# The hosts of the application and of its users in the examples, none of which the emulator knows by itself.
_APPLICATION = re.compile(r"(.*\.)?example\.(com|org|net)|example\.test")
# Identifiers that look like URLs, and the namespaces of XML.
_IDENTIFIERS = ("http://www.w3.org/", "https://api.workos.com")

SEED = Path(__file__).parents[1] / "emulator" / "seed.yaml"
"""A seed file with an object of every kind."""

PATHS = {
    "/hosted/admin-portal",
    "/hosted/device",
    "/hosted/invite",
    "/hosted/magic-link",
    "/hosted/reset-password",
    "/data-integrations/",
    "/provider-icons",
    "/sso/logout",
}
"""Where links must lead to that this test would otherwise not have found."""

PAGES = (
    *("/", "/hosted/mail", "/dashboard/events", "/dashboard/webhooks", "/dashboard/requests", "/dashboard/settings"),
    *("/dashboard/users", "/dashboard/organizations", "/dashboard/connections", "/dashboard/directories"),
    *("/dashboard/feature-flags", "/dashboard/radar", "/dashboard/clock", "/dashboard/faults", "/hosted/signed-out"),
    *("/.well-known/oauth-authorization-server", "/.well-known/openid-configuration", "/_emulator/outbox"),
    *("/_emulator/requests", "/_emulator/openapi.json", "/hosted/nothing"),
)


class Collector:
    """The texts of all responses of an emulator, with what they belong to."""

    def __init__(self, emulator: Emulator) -> None:
        self.texts: list[tuple[str, str]] = []
        emulator.observers.append(self._observe)

    def _observe(self, entry: Entry, response: Response) -> None:
        headers, body = response.headers, response.body
        name = entry.operation_id or f"{entry.request.method} {entry.request.path}"
        self.texts += [(name, body.decode("utf-8", "replace")), (name, headers.get("location", ""))]

    def add_stored(self, emulator: Emulator) -> None:
        """Add the messages and events that the last requests have caused."""
        self.texts += [("a message", json.dumps(each.render())) for each in emulator.outbox]
        events = emulator.environment.state.events.events
        self.texts += [(event.type, json.dumps({**event.data})) for event in events]

    def urls(self) -> Iterator[tuple[str, str]]:
        """Return every absolute URL, also one in the query of another, with what it belongs to."""
        for name, text in self.texts:
            for url in _URL.findall(unquote(text.replace("\\/", "/"))):
                yield name, url


def _is_allowed(name: str, url: str, sent_to: str, base_url: str) -> bool:
    if url.startswith(_IDENTIFIERS[0]) or url == _IDENTIFIERS[1]:
        return True
    if "/.well-known/" in name and "/oauth2/authorize" not in url:  # the issuer is the origin that the client uses
        base_url = sent_to
    host = urlsplit(url).hostname or ""
    is_application = _APPLICATION.fullmatch(host) is not None or url.startswith("http://localhost:3000")
    return is_application or url == base_url or url.startswith((f"{base_url}/", f"{base_url}?"))


def _call_every_method(clients: EmulatorClients, collector: Collector) -> None:
    _, client = clients.clients
    for method in METHODS:
        clients.environment.reset()
        arguments = clients.arguments(method)
        with suppress(APIError):
            clients.call(client, method, arguments)
        collector.add_stored(clients.environment.emulator)


def _open_pages(emulator: Emulator, client: httpx.Client, collector: Collector) -> None:
    client.headers["authorization"] = f"Bearer {emulator.api_key}"  # the seed file sets another one
    for path in PAGES:
        client.get(path)
    query = {"client_id": emulator.client_id, "redirect_uri": "http://localhost:3000/callback", "response_type": "code"}
    organization = emulator.create("organizations", name="Linked")
    connection = emulator.create("connections", organization_id=organization["id"])
    profile = emulator.create("profiles", connection_id=connection["id"])
    client.post("/sso/logout/authorize", json={"profile_id": profile["id"]})
    client.get("/provider-icons.json")
    client.post("/user_management/authorize/device", json={"client_id": emulator.client_id})
    client.post("/portal/generate_link", json={"organization": organization["id"], "intent": "sso"})
    session = client.post("/passwordless/sessions", json={"email": "link@example.com", "type": "MagicLink"}).json()
    client.post(f"/passwordless/sessions/{session['id']}/send")
    user = emulator.create("users", email="link@example.com")
    client.post("/user_management/password_reset", json={"email": user["email"]})
    client.get("/data-integrations")
    for parameters in (
        *({"provider": "authkit"}, {"provider": "authkit", "screen_hint": "sign-up"}, {"provider": "GoogleOAuth"}),
        {"connection_id": connection["id"]},
    ):
        client.get("/user_management/authorize", params={**query, **parameters})
    client.get("/sso/authorize", params={**query, "connection": connection["id"]})
    for text in [text for _, text in collector.texts]:
        for path in re.findall(r"/hosted/[a-z-]+\?(?:token|invitation_token|user_code)=[A-Za-z0-9-]+", text):
            client.get(path)
    for event in emulator.environment.state.events.events:
        client.get(f"/dashboard/events/{event.id}")


@pytest.mark.parametrize(
    ("sent_to", "base_url"),
    [("https://api.workos.com", DEFAULT_BASE_URL), ("https://workos.acme.test:8443", "https://workos.acme.test:8443")],
)
def test_links_lead_to_the_emulator(sent_to: str, base_url: str) -> None:
    clients = EmulatorClients()
    emulator = clients.environment.emulator
    collector = Collector(emulator)
    if sent_to == "https://api.workos.com":
        _call_every_method(clients, collector)
    headers = {"accept": "text/html"}
    with httpx.Client(transport=emulator.transport, base_url=sent_to, headers=headers) as browser:
        emulator.reset()
        browser.get("/")  # links in messages lead to where the last request was sent
        emulator.load(SEED)
        _open_pages(emulator, browser, collector)
    collector.add_stored(emulator)
    clients.close()
    # The objects of the environment are created by requests to https://localhost.
    found = {(name, url) for name, url in collector.urls() if not url.startswith("https://localhost/")}
    assert sorted((name, url) for name, url in found if not _is_allowed(name, url, sent_to, base_url)) == []
    paths = {urlsplit(url).path for _, url in found if url.startswith(base_url)}
    assert [path for path in PATHS if not any(each.startswith(path) for each in paths)] == []
