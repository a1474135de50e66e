"""Identities and session results as JSON, and as fields of pydantic models."""

from typing import Any

import pytest

from tests.core.auth.sessions.test_results import CLAIMS
from workos_core.auth.identity.identity import AuthenticatedUser, Identity
from workos_core.auth.sessions.json_object import JSONObject
from workos_core.auth.sessions.results import SessionAuthenticated, SessionRefreshed

IDENTITY = Identity(kind="api_key", user_id=None, organization_id="org_é", permissions=("posts:read",))
KINDS: list[type[JSONObject]] = [Identity, AuthenticatedUser, SessionAuthenticated, SessionRefreshed]
kinds = pytest.mark.parametrize("kind", KINDS)


def test_json_text() -> None:
    assert IDENTITY.to_json() == (
        '{"kind": "api_key", "user_id": null, "organization_id": "org_é", "role": null, "roles": [],'
        ' "permissions": ["posts:read"], "entitlements": [], "feature_flags": [], "user": null, "api_key": null,'
        ' "impersonator": null, "is_impersonated": false}'
    )


def test_indented_json_text() -> None:
    assert IDENTITY.to_json(indent=2).startswith('{\n  "kind": "api_key",\n  "user_id": null,\n')


def test_json_of_a_session() -> None:
    session = SessionAuthenticated({"id": "user_1", "new": [1]}, CLAIMS, "secret", {"email": "a@example.com"}, "SSO")
    assert session.to_dict() == {
        "user": {"id": "user_1", "new": [1]},
        "organization_id": "org_1",
        "role": "admin",
        "roles": ["admin", "editor"],
        "permissions": ["posts:write"],
        "entitlements": ["audit-logs"],
        "feature_flags": ["beta"],
        "impersonator": {"email": "a@example.com"},
        "authentication_method": "SSO",
    }
    assert list(session) == list(session.to_dict().items())


def adapter(kind: Any) -> Any:
    pydantic = pytest.importorskip("pydantic", reason="nox -s mutation installs it")
    return pydantic.TypeAdapter(kind)


@kinds
def test_json_schema(kind: type[JSONObject]) -> None:
    document = adapter(list[kind]).json_schema()  # type: ignore[valid-type]
    schema = document["$defs"][kind.__name__]
    assert schema["type"] == "object"
    assert schema["required"] == list(schema["properties"]) == list(kind.__json_types__)
    assert "description" not in schema  # the docstring describes attributes that the JSON does not have
    properties = schema["properties"]
    assert (properties["roles"]["type"], properties["roles"]["items"]) == ("array", {"type": "string"})
    user = properties["user"]
    assert user.get("anyOf", [user])[0] == {"$ref": "#/$defs/User"}
    assert document["$defs"]["User"]["properties"]["email"]["type"] == "string"


@kinds
def test_pydantic_accepts_instances_only(kind: type[JSONObject]) -> None:
    pydantic = pytest.importorskip("pydantic", reason="nox -s mutation installs it")
    with pytest.raises(pydantic.ValidationError) as caught:
        adapter(kind).validate_python({})
    [error] = caught.value.errors()
    assert (error["type"], error["msg"]) == (
        "instance_type",
        f"Input should be an instance of {kind.__name__}, which can't be created from the data of a request",
    )


def test_pydantic_writes_the_same_json() -> None:
    identities = adapter(Identity)
    assert identities.validate_python(IDENTITY) is IDENTITY
    assert identities.dump_python(IDENTITY) == IDENTITY.to_dict()
