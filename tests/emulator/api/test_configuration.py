from typing import Any

import pytest
from joserfc import jwt
from joserfc.jwk import KeySet

from workos_emulator.auth import oauth

from ..support import Api

ORIGINS = "/user_management/cors_origins"
URIS = "/user_management/redirect_uris"
RESOURCES = "/user_management/authkit_oauth_resources"
TEMPLATE = "/user_management/jwt_template"


def test_cors_origins(api: Api) -> None:
    added = [api("POST", ORIGINS, 201, json={"origin": f"https://{name}.example.com"}) for name in "ab"]
    assert api("GET", ORIGINS)["data"] == added[::-1]
    again = api("POST", ORIGINS, 409, json={"origin": "https://a.example.com"})
    assert again["code"] == "cors_origin_already_exists"
    for bad in ("", "a.example.com", "https://a.example.com/", "https://u@a.example.com", "ftp://a.example.com"):
        api("POST", ORIGINS, 422, json={"origin": bad})


def test_redirect_uris(api: Api) -> None:
    first = api("POST", URIS, 201, json={"uri": "https://app.example.com/callback"})
    second = api("POST", URIS, 201, json={"uri": "https://*.example.com/callback"})
    assert (first["default"], second["default"]) == (True, False)
    assert api("GET", f"{URIS}?order=asc")["data"] == [first, second]
    api("POST", URIS, 400, json={"uri": first["uri"]})
    api("DELETE", f"{URIS}/{first['id']}", 409)
    api("DELETE", f"{URIS}/{second['id']}", 204)
    api("DELETE", f"{URIS}/{first['id']}", 204)
    api("DELETE", f"{URIS}/{first['id']}", 404)


@pytest.mark.parametrize(
    ("uri", "allowed"),
    [
        ("http://localhost:3000/callback", True),
        ("http://127.0.0.1/callback", True),
        ("myapp://callback", True),
        ("https://*.example.com", True),
        ("https://prefix-*-suffix.example.com", True),
        ("http://*.com", False),
        ("https://*.com", False),
        ("https://sub.*.example.com", False),
        ("https://*.*.example.com", False),
        ("https://*.ngrok-free.app", False),
        ("https://example.com/*", False),
        ("javascript:alert(1)", False),
        ("/callback", False),
        ("https://", False),
        ("https://a.example.com/ b", False),
        ("https://a.example.com:99999", False),
        ("https://a.example.com/#x", False),
    ],
)
def test_redirect_uri_rules(api: Api, uri: str, allowed: bool) -> None:
    api("POST", URIS, 201 if allowed else 422, json={"uri": uri})


def test_wildcards() -> None:
    pattern = "https://*.example.com/cb"
    assert oauth.matches_redirect_uri(pattern, "https://a_b-1.example.com/cb")
    for other in ("https://a.b.example.com/cb", "https://.example.com/cb", "https://u:p@a.example.com/cb"):
        assert not oauth.matches_redirect_uri(pattern, other)
    assert not oauth.matches_redirect_uri(pattern, "https://a.example.com/cbx")


def test_only_registered_redirect_uris_are_allowed(api: Api) -> None:
    api.user()
    query = {"client_id": "client_emulator", "response_type": "code", "login_hint": "ada@example.com"}

    def status(uri: str) -> int:
        given = {**query, "redirect_uri": uri}
        responses = [
            api.client.get("/user_management/authorize", params={**given, "provider": "authkit"}),
            api.client.get("/sso/authorize", params={**given, "provider": "GoogleOAuth"}),
        ]
        assert responses[0].status_code == responses[1].status_code
        return responses[0].status_code

    assert status("https://evil.example/cb") == 302
    api("POST", URIS, 201, json={"uri": "https://*.example.com/cb"})
    assert status("https://app.example.com/cb") == 302
    assert status("https://evil.example/cb") == 400


REGISTERED = "https://app.example.com:8443/cb?a=1"


@pytest.mark.parametrize(
    "uri",
    [
        "https://app.example.com:8443/cb",
        "https://app.example.com:8443/cb?a=1&b=2",
        "https://app.example.com:8443/cb?a=12",
        "https://app.example.com:8443/cb/?a=1",
        "https://app.example.com:8443/CB?a=1",
        "https://app.example.com/cb?a=1",
        "http://app.example.com:8443/cb?a=1",
        "https://app-example.com:8443/cb?a=1",
        "https://b.app.example.com:8443/cb?a=1",
        "https://app.example.com:8443/cb?a=1#top",
    ],
)
def test_redirect_uris_without_a_wildcard_must_be_equal(api: Api, uri: str) -> None:
    assert oauth.matches_redirect_uri(REGISTERED, REGISTERED)
    assert not oauth.matches_redirect_uri(REGISTERED, uri)
    api("POST", URIS, 201, json={"uri": REGISTERED})
    query = {"client_id": "client_emulator", "response_type": "code", "provider": "authkit"}
    for path, status in ((REGISTERED, 302), (uri, 400)):
        response = api.client.get("/user_management/authorize", params={**query, "redirect_uri": path})
        assert response.status_code == status


@pytest.mark.parametrize(
    "uri", ["https://appXexample.com/cb", "https://app.exampleXcom/cb", "https://app.example.com/cbb"]
)
def test_dots_of_a_redirect_uri_with_a_wildcard_match_only_dots(uri: str) -> None:
    assert oauth.matches_redirect_uri("https://*.example.com/cb", "https://app.example.com/cb")
    assert not oauth.matches_redirect_uri("https://*.example.com/cb", uri)


def test_oauth_resources(api: Api) -> None:
    first = api("POST", RESOURCES, json={"uri": "https://mcp.example.com", "default": True})
    second = api("POST", RESOURCES, json={"uri": "https://api.example.com", "default": True})
    assert (first["default"], second["default"]) == (True, True)
    assert [item["default"] for item in api("GET", RESOURCES)["data"]] == [True, False]
    assert api("POST", RESOURCES, json={"uri": "https://api.example.com"}) == second
    api("POST", RESOURCES, 422, json={"uri": "none"})
    api("DELETE", f"{RESOURCES}/{first['id']}", 204)
    api("DELETE", f"{RESOURCES}/{first['id']}", 404)


def claims(api: Api) -> dict[str, Any]:
    token = api.authenticate("password", email="ada@example.com", password="correct horse 42")["access_token"]
    keys = KeySet.import_key_set(api("GET", f"/sso/jwks/{api.emulator.client_id}"))
    return dict(jwt.decode(token, keys, algorithms=["RS256"]).claims)


def test_jwt_template(api: Api) -> None:
    api("GET", TEMPLATE, 404)
    user = api.user(password="correct horse 42", first_name='A "da"', metadata={"team": "blue"})
    organization = api.organization("Acme", metadata={"plan": "pro"})
    api.membership(user, organization, role_slug="admin")
    content = """{
      "name": "{{ user.first_name }} {{user.last_name}}!",
      "team": {{ user.metadata.team }},
      "plan": "{{ organization.metadata.plan || 'free' }}",
      "seat": {{ organization.metadata.seat || user.external_id || 7 }},
      "status": {{organization_membership.status}},
      "all": {{ user.metadata }},
      "none": {{ user.first_name.x }},
      "nested": {"a": [{"b": "\\\\{{ user.email }}"}]}
    }"""
    template = api("PUT", TEMPLATE, json={"content": content})
    assert api("GET", TEMPLATE) == template
    payload = claims(api)
    assert payload["name"] == 'A "da" !'
    assert (payload["team"], payload["plan"], payload["seat"], payload["status"]) == ("blue", "pro", 7, "active")
    assert (payload["all"], payload["none"]) == ({"team": "blue"}, None)
    assert payload["nested"] == {"a": [{"b": "\\ada@example.com"}]}
    assert payload["sub"] == user["id"]


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        "{{ user.email }}",
        '{"a": {{ user.email }',
        '{"a": {{ 1 + 1 }}}',
        '{"sub": "x"}',
        '{"a": NaN}',
        "[" * 100_000,
    ],
)
def test_invalid_templates(api: Api, content: str) -> None:
    error = api("PUT", TEMPLATE, 422, json={"content": content})
    assert error["errors"] == [{"field": "content", "code": "invalid_template"}]


def test_claims_too_large(api: Api) -> None:
    api.user(password="correct horse 42", metadata={f"k{number}": "x" * 600 for number in range(6)})
    api("PUT", TEMPLATE, json={"content": '{"m": {{ user.metadata }}}'})
    error = api.authenticate("password", 400, email="ada@example.com", password="correct horse 42")
    assert error["error"] == "token_too_big"


def test_rendered_names_cannot_set_reserved_claims(api: Api) -> None:
    user = api.user(password="correct horse 42", first_name="sub")
    api("PUT", TEMPLATE, json={"content": '{"{{ user.first_name }}": "x"}'})
    assert claims(api)["sub"] == user["id"]
