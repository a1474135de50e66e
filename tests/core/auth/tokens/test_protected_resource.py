"""An API as a protected resource of an AuthKit domain."""

from datetime import UTC, datetime
from typing import Any

import pytest

from workos_core.auth.tokens.access_denied import AccessDenied
from workos_core.auth.tokens.connect_claims import ConnectTokenClaims
from workos_core.auth.tokens.protected_resource import ProtectedResource
from workos_core.errors import ConfigurationError

AUTHKIT = "https://example.authkit.app"
RESOURCE = "https://mcp.example.com/mcp"
METADATA_PATH = "/.well-known/oauth-protected-resource"


def claims(**fields: Any) -> ConnectTokenClaims:
    defaults: dict[str, Any] = {
        "kind": "user",
        "sub": "user_1",
        "sid": "app_consent_1",
        "aud": (RESOURCE,),
        "iss": AUTHKIT,
        "exp": datetime(2026, 1, 1, tzinfo=UTC),
        "iat": None,
        "jti": None,
        "org_id": None,
        "scopes": (),
        "permissions": (),
        "client_id": None,
        "act": None,
        "claims": {},
    }
    return ConnectTokenClaims(**defaults | fields)


def test_defaults() -> None:
    resource = ProtectedResource("example.authkit.app", RESOURCE)
    assert (resource.issuer, resource.resource, resource.audiences) == (AUTHKIT, RESOURCE, (RESOURCE,))
    assert (resource.scopes, resource.permissions, resource.kinds) == ((), (), ("user",))
    assert resource.organization_required is False
    assert repr(resource) == f"ProtectedResource('{AUTHKIT}', '{RESOURCE}')"


def test_settings() -> None:
    resource = ProtectedResource(
        AUTHKIT,
        "https://MCP.example.com:443/mcp/",
        scopes=["openid", "X!~"],
        permissions=["files:read"],
        organization_required=True,
        allow_default_audience="client_1",
        kinds=["m2m", "agent"],
    )
    assert resource.resource == "https://MCP.example.com:443/mcp/"  # as registered
    assert resource.audiences == ("https://mcp.example.com/mcp/", "client_1")
    assert (resource.scopes, resource.permissions) == (("openid", "X!~"), ("files:read",))
    assert (resource.organization_required, resource.kinds) == (True, ("m2m", "agent"))


@pytest.mark.parametrize(
    ("url", "metadata_url", "metadata_paths"),
    [
        (RESOURCE, f"https://mcp.example.com{METADATA_PATH}/mcp", (METADATA_PATH, f"{METADATA_PATH}/mcp")),
        (f"{RESOURCE}/a/", f"https://mcp.example.com{METADATA_PATH}/mcp/a", (METADATA_PATH, f"{METADATA_PATH}/mcp/a")),
        ("https://mcp.example.com:8443/", f"https://mcp.example.com:8443{METADATA_PATH}", (METADATA_PATH,)),
        ("http://[::1]:8000", f"http://[::1]:8000{METADATA_PATH}", (METADATA_PATH,)),
    ],
)
def test_metadata_is_below_the_origin(url: str, metadata_url: str, metadata_paths: tuple[str, ...]) -> None:
    resource = ProtectedResource(AUTHKIT, url)
    assert (resource.metadata_url, resource.metadata_paths) == (metadata_url, metadata_paths)
    metadata = {"resource": url, "authorization_servers": [AUTHKIT], "bearer_methods_supported": ["header"]}
    assert resource.metadata == metadata
    assert ProtectedResource(AUTHKIT, url, scopes=["a", "b"]).metadata == {**metadata, "scopes_supported": ["a", "b"]}


def test_challenge_of_a_denied_request() -> None:
    resource = ProtectedResource(AUTHKIT, RESOURCE, scopes=["openid", "email"])
    location = f'resource_metadata="https://mcp.example.com{METADATA_PATH}/mcp"'
    assert resource.challenge(AccessDenied(401)) == f'Bearer scope="openid email", {location}'
    assert resource.challenge(AccessDenied(401, "invalid_token", "it has expired")) == (
        f'Bearer error="invalid_token", error_description="it has expired", scope="openid email", {location}'
    )


@pytest.mark.parametrize(
    "header",
    ["Bearer XtokenX", "bearer XtokenX", "BEARER XtokenX", "  Bearer   XtokenX  "],
)
def test_token_of_a_request(header: str) -> None:
    assert ProtectedResource(AUTHKIT, RESOURCE).read_token([header]) == "XtokenX"


def test_only_spaces_separate_the_token() -> None:
    assert ProtectedResource(AUTHKIT, RESOURCE).read_token(["Bearer \ttoken\t"]) == "\ttoken\t"  # no valid token


@pytest.mark.parametrize(
    "headers", [[], [""], ["Bearer"], [" Bearer  "], ["Basic dTpw"], ["BearerX token"], ["token"], ["Bearer\ttoken"]]
)
def test_a_request_without_a_bearer_token(headers: list[str]) -> None:
    with pytest.raises(AccessDenied) as caught:
        ProtectedResource(AUTHKIT, RESOURCE).read_token(headers)
    assert (caught.value.status, caught.value.error, caught.value.description) == (401, None, None)


def test_a_request_with_two_authorization_headers() -> None:
    with pytest.raises(AccessDenied) as caught:
        ProtectedResource(AUTHKIT, RESOURCE).read_token(["Bearer token", "Bearer token"])
    assert (caught.value.status, caught.value.error) == (401, "invalid_request")
    assert caught.value.description == "the request has several Authorization headers"


@pytest.mark.parametrize(
    ("settings", "fields"),
    [
        ({}, {}),
        ({}, {"org_id": "org_1", "permissions": ("a",), "scopes": ("a",)}),
        ({"organization_required": True}, {"org_id": "org_1"}),
        ({"permissions": ["a", "b"]}, {"permissions": ("b", "a", "c")}),
        ({"scopes": ["a", "b"]}, {"scopes": ("b", "a", "c")}),
        ({"scopes": ["a", "b"]}, {}),  # like every token of WorkOS for users
    ],
)
def test_access_is_allowed(settings: dict[str, Any], fields: dict[str, Any]) -> None:
    ProtectedResource(AUTHKIT, RESOURCE, **settings).check_access(claims(**fields))


LACKING: dict[str, Any] = {"organization_required": True, "permissions": ["a", "b", "c"], "scopes": ["x", "y", "z"]}


@pytest.mark.parametrize(
    ("fields", "error", "description"),
    [
        ({}, "access_denied", "sign in again and select an organization"),
        ({"org_id": "org_1"}, "access_denied", "the principal lacks the permission 'a'"),
        ({"org_id": "org_1", "permissions": ("a",)}, "access_denied", "the principal lacks the permission 'b'"),
        (
            {"org_id": "org_1", "permissions": ("a", "b", "c"), "scopes": ("x",)},
            "insufficient_scope",
            "the token lacks the scope 'y'",
        ),
    ],
)
def test_access_is_denied(fields: dict[str, Any], error: str, description: str) -> None:
    with pytest.raises(AccessDenied) as caught:
        ProtectedResource(AUTHKIT, RESOURCE, **LACKING).check_access(claims(**fields))
    assert (caught.value.status, caught.value.error, caught.value.description) == (403, error, description)


@pytest.mark.parametrize(
    "url",
    [
        "mcp.example.com/mcp",
        "ftp://mcp.example.com/mcp",
        "https:///mcp",
        "https://mcp.example.com/a b",
        " https://mcp.example.com",
        "https://mcp.example.com/mcp\n",
        "https://mcp.example.com/é",
        "https://user@mcp.example.com/mcp",
        "https://:password@mcp.example.com/mcp",
        "https://mcp.example.com/mcp?",
        "https://mcp.example.com/mcp?x",
        "https://mcp.example.com/mcp#",
        "https://mcp.example.com/mcp#x",
    ],
)
def test_a_resource_is_a_url_without_credentials_query_and_fragment(url: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        ProtectedResource(AUTHKIT, url)
    assert str(caught.value) == (
        f"resource {url!r} must be the public URL of your server, such as https://mcp.example.com/mcp"
    )


@pytest.mark.parametrize(
    ("url", "text"),
    [
        (" ", "resource must not be empty; pass the URL of your resource server as registered with WorkOS"),
        (None, "resource must be a str, not NoneType"),
        ([RESOURCE], "resource must be a str, not list"),
        ("https://h:x/mcp", "resource 'https://h:x/mcp' is malformed (Port could not be cast to integer value as 'x')"),
        (
            "https://bücher.example/mcp",
            "the host of resource 'https://bücher.example/mcp' must be in its ASCII form, xn--bcher-kva.example",
        ),
        (
            "http://mcp.example.com/mcp",
            "resource 'http://mcp.example.com/mcp' must be https; plain http is allowed only for this machine",
        ),
    ],
)
def test_malformed_resource(url: Any, text: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        ProtectedResource(AUTHKIT, url)
    assert str(caught.value) == text


@pytest.mark.parametrize("user", ["user", "user:password", ":password", ""])
def test_an_authkit_domain_has_no_credentials(user: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        ProtectedResource(f"https://{user}@example.authkit.app", RESOURCE)
    assert str(caught.value) == (
        f"authkit_domain 'https://{user}@example.authkit.app' must look like example.authkit.app or"
        " https://example.authkit.app"
    )


@pytest.mark.parametrize("url", ["http://localhost:8000/mcp", "http://127.0.0.1/mcp", "https://mcp.example.com/X@Y"])
def test_valid_resource(url: str) -> None:
    assert ProtectedResource(AUTHKIT, url).resource == url


def test_plain_http_must_be_allowed_for_other_machines() -> None:
    resource = ProtectedResource("http://authkit:8000", "http://api:8000/mcp", allow_insecure_http=True)
    assert (resource.issuer, resource.resource) == ("http://authkit:8000", "http://api:8000/mcp")
    with pytest.raises(ConfigurationError) as caught:
        ProtectedResource("http://authkit:8000", RESOURCE)
    assert str(caught.value) == (
        "authkit_domain 'http://authkit:8000' must be https; plain http is allowed only for this machine"
    )


def test_one_kind_needs_no_list() -> None:
    settings: dict[str, Any] = {"kinds": "m2m"}
    assert ProtectedResource(AUTHKIT, RESOURCE, **settings).kinds == ("m2m",)


@pytest.mark.parametrize("name", ["scopes", "permissions"])
@pytest.mark.parametrize("value", ["", " ", "a b", 'a"b', "a\\b", "a\x7f", "é"])
def test_names_of_scopes_and_permissions(name: str, value: str) -> None:
    settings: dict[str, Any] = {name: ["X!~", value]}
    with pytest.raises(ConfigurationError) as caught:
        ProtectedResource(AUTHKIT, RESOURCE, **settings)
    assert str(caught.value) == f"{name} must be names of printable ASCII characters without spaces (got {value!r})"


@pytest.mark.parametrize(
    ("settings", "text"),
    [
        ({"scopes": "openid"}, "scopes must be a list of strings, not a str; pass ['openid']"),
        ({"permissions": "a:b"}, "permissions must be a list of strings, not a str; pass ['a:b']"),
        (
            {"allow_default_audience": ""},
            "allow_default_audience must not be empty; pass the URL of your resource server as registered with WorkOS",
        ),
        ({"kinds": ["users"]}, "kinds must be a list of 'user', 'm2m', 'agent', with at least one (got 'users')"),
        ({"kinds": []}, "kinds must be a list of 'user', 'm2m', 'agent', with at least one"),
        ({"kinds": None}, "kinds must be a list of 'user', 'm2m', 'agent' (got None)"),
        ({"scopes": None}, "scopes must be a list of strings, not NoneType"),
        ({"permissions": b"a"}, "permissions must be a list of strings, not bytes"),
        ({"permissions": bytearray(b"a")}, "permissions must be a list of strings, not bytearray"),
        ({"scopes": ["a", 5]}, "scopes must be a list of strings, not a list with int"),
    ],
)
def test_malformed_settings(settings: dict[str, Any], text: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        ProtectedResource(AUTHKIT, RESOURCE, **settings)
    assert str(caught.value) == text
