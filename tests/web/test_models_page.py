"""The examples of the page "Models" for each framework, run as they are."""

import asyncio
import json
import re
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from workos_emulator import Emulator
from workos_sync import WorkOS

PAGE = next((Path(__file__).parents[2] / "docs").rglob("models.md")).read_text(encoding="utf-8")


def needs(package: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(find_spec(package) is None, reason="nox -s web installs the frameworks")


@pytest.fixture
def example(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[ModuleType, str]]:
    """The module of an example, and the ID of an organization, with an emulator as WorkOS."""
    heading: str = request.param
    section = PAGE.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    (source,) = re.findall(r"```python\n(.*?)```", section, re.DOTALL)
    if heading.startswith("Django"):
        import tests.web.apps._django_project  # noqa: F401  # settings
    emulator = Emulator()
    with emulator.serve() as url:
        for name, value in (("API_KEY", emulator.api_key), ("CLIENT_ID", emulator.client_id), ("BASE_URL", url)):
            monkeypatch.setenv(f"WORKOS_{name}", value)
        with WorkOS() as workos:
            organization_id = workos.organizations.create_organization(name="Acme", external_id="acme").id
        module = ModuleType("example")
        monkeypatch.setitem(sys.modules, "example", module)
        exec(compile(source, "models.md", "exec"), module.__dict__)
        yield module, organization_id
        if hasattr(module.workos, "aclose"):
            asyncio.run(module.workos.aclose())
        else:
            module.workos.close()


def check(one: Any, several: Any, organization_id: str, *, names: set[str] | None = None) -> None:
    """Check the JSON of one organization and that of a list."""
    assert (one["object"], one["id"], one["name"], one["domains"]) == ("organization", organization_id, "Acme", [])
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", one["created_at"])
    (listed,) = several
    assert listed == one if names is None else set(listed) == names


@needs("django")
@pytest.mark.parametrize("example", ["Django"], indirect=True)
def test_django(example: tuple[Any, str]) -> None:
    module, organization_id = example
    one = json.loads(module.organization(None, organization_id).content)
    several = json.loads(module.organizations(None).content)
    assert several["next"] is None
    check(one, several["organizations"], organization_id)


@needs("rest_framework")
@pytest.mark.parametrize("example", ["Django REST framework"], indirect=True)
def test_django_rest_framework(example: tuple[Any, str]) -> None:
    from rest_framework.test import APIRequestFactory

    module, organization_id = example
    get = APIRequestFactory().get("/", headers={"Accept": "application/json"})
    one = json.loads(module.organization(get, organization_id).render().content)
    several = json.loads(module.organizations(get).render().content)
    check(one, several, organization_id, names={"id", "name", "external_id", "created_at"})
    assert (several[0]["id"], several[0]["name"], several[0]["external_id"]) == (organization_id, "Acme", "acme")


@needs("flask")
@pytest.mark.parametrize("example", ["Flask"], indirect=True)
def test_flask(example: tuple[Any, str]) -> None:
    module, organization_id = example
    client = module.app.test_client()
    several = client.get("/organizations").json
    assert several["next"] is None
    check(client.get(f"/organizations/{organization_id}").json, several["organizations"], organization_id)


@needs("litestar")
@pytest.mark.parametrize("example", ["Litestar"], indirect=True)
def test_litestar(example: tuple[Any, str]) -> None:
    from litestar.testing import TestClient

    module, organization_id = example
    with TestClient(module.app) as client:
        page = client.get("/organizations").json()
        assert (page["object"], page["list_metadata"]) == ("list", {"before": None, "after": None})
        check(client.get("/acme").json(), page["data"], organization_id)
        schemas = client.get("/schema/openapi.json").json()["components"]["schemas"]
    assert {"object", "id", "name", "domains", "created_at"} <= set(schemas["Organization"]["properties"])


@needs("fastapi")
@pytest.mark.parametrize("example", ["pydantic and FastAPI"], indirect=True)
def test_fastapi(example: tuple[Any, str]) -> None:
    from fastapi.testclient import TestClient

    module, organization_id = example
    with TestClient(module.app) as client:
        (organization,) = client.get("/organizations").json()["data"]
        customer = client.post("/customers", json=organization).json()
    check(organization, [customer["organization"]], organization_id)
    assert customer["users"] == []


@needs("litestar")
def test_litestar_without_a_plugin_sends_no_tokens() -> None:
    from litestar import Litestar, get
    from litestar.testing import TestClient

    from tests.core.auth.sessions.test_results import CLAIMS
    from workos_core.auth.identity.identity import Identity, from_access_token
    from workos_web.litestar import ModelPlugin

    identity = from_access_token(CLAIMS, "secret")

    def handler() -> Identity:
        return identity

    def route() -> Any:
        return get("/", sync_to_thread=False)(handler)

    with TestClient(Litestar([route()], logging_config=None), raise_server_exceptions=False) as client:
        assert client.get("/").status_code == 500
        assert "secret" not in client.get("/").text
    with TestClient(Litestar([route()], plugins=[ModelPlugin()])) as client:
        assert client.get("/").json() == identity.to_dict()
        schemas = client.get("/schema/openapi.json").json()["components"]["schemas"]
    assert set(schemas["Identity"]["properties"]) == set(identity.to_dict())
