"""A client that validates every response of the emulator against the OpenAPI document."""

import copy
from functools import cache
from typing import Any

import httpx
from jsonschema import Draft202012Validator
from referencing import Registry
from referencing.jsonschema import DRAFT202012

from workos_emulator import Emulator
from workos_emulator.http import payload, spec
from workos_emulator.server.routing import default_router


class CheckedTransport(httpx.BaseTransport):
    """A transport that fails when a successful response does not match the document, or has undocumented fields."""

    def __init__(self, inner: httpx.BaseTransport) -> None:
        self._inner = inner

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        response = self._inner.handle_request(request)
        response.read()
        assert response.headers["x-request-id"]
        check(request.method, request.url.raw_path.decode().partition("?")[0], response)
        return response


def check(method: str, path: str, response: httpx.Response) -> None:
    if (
        path == "/"
        or path.startswith(("/_emulator", "/hosted/", "/dashboard", "/oauth2/", "/.well-known/"))
        or not response.is_success
        or method in ("HEAD", "OPTIONS")
    ):
        return
    operation, _ = default_router().match(method, path)
    documented = operation.raw["responses"]
    status = str(response.status_code) if str(response.status_code) in documented else "2XX"
    assert status in documented, f"{operation.id} does not document {response.status_code}"
    if "content" not in documented[status]:
        assert response.content == b""
        return
    pointer = f"{operation.pointer}/responses/{status}/content/application~1json/schema"
    problems = [f"{error.json_path}: {error.message}" for error in _validator(pointer).iter_errors(response.json())]
    assert not problems, problems


@cache
def _validator(pointer: str) -> Any:
    return Draft202012Validator({"$ref": f"urn:strict#{pointer}"}, registry=_registry())


@cache
def _registry() -> Any:
    registry: Registry[Any] = Registry()
    return registry.with_resource("urn:strict", DRAFT202012.create_resource(_closed(copy.deepcopy(spec.load().raw))))


def _closed(node: Any) -> Any:
    if payload.is_object(node):
        if node.get("type") == "object" and "properties" in node:
            node.setdefault("additionalProperties", False)
        for value in node.values():
            _closed(value)
    elif payload.is_list(node):
        for value in node:
            _closed(value)
    return node


class Api:
    """A client that sends requests with the API key and returns the JSON of the responses."""

    def __init__(self, emulator: Emulator, client: httpx.Client) -> None:
        self.emulator = emulator
        self.client = client

    def __call__(self, method: str, path: str, status: int = 200, /, **options: Any) -> Any:
        """Send a request, check the status and return the JSON of the response (None without a body)."""
        response = self.client.request(method, path, **options)
        assert response.status_code == status, response.text
        return response.json() if response.content else None

    def organization(self, name: str = "Acme", **fields: Any) -> Any:
        return self("POST", "/organizations", 201, json={"name": name, **fields})

    def user(self, email: str = "ada@example.com", **fields: Any) -> Any:
        """Create a user whose email address is verified, so that they can sign in without a code."""
        return self("POST", "/user_management/users", 201, json={"email": email, "email_verified": True, **fields})

    def membership(self, user: Any, organization: Any, **fields: Any) -> Any:
        body = {"user_id": user["id"], "organization_id": organization["id"], **fields}
        return self("POST", "/user_management/organization_memberships", 201, json=body)

    def authenticate(self, grant_type: str, status: int = 200, /, **fields: Any) -> Any:
        body = {"client_id": self.emulator.client_id, "client_secret": self.emulator.api_key, "grant_type": grant_type}
        body = {name: value for name, value in (body | fields).items() if value is not None}
        return self("POST", "/user_management/authenticate", status, json=body)

    def pending(self, error: Any) -> dict[str, str]:
        """Return the field that continues a sign-in after an error."""
        return {"pending_authentication_token": error["pending_authentication_token"]}
