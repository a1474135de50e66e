"""Encoding of requests: query parameters, paths, bodies and times."""

import json
from datetime import UTC, datetime, timedelta, timezone
from typing import Any
from urllib.parse import parse_qs, urlsplit

from workos_core import errors, models
from workos_core.serialization.converter import from_dict
from workos_core.serialization.unstructure import to_dict

from ..bodies import ORGANIZATION, SIGNED_IN, USER, page
from ..sdk import KEY, SDK
from .support import operations, pitfall, query_parameters, request_target


@pitfall("3.1")
def test_query_arrays_are_joined_with_commas(sdk: SDK) -> None:
    cases: list[tuple[str, tuple[Any, ...], dict[str, Any], str]] = [
        ("events.list_events", (), {"events": ["user.created", "user.deleted"]}, "events"),
        ("organizations.list_organizations", (), {"domains": ["a.b", "c.d"]}, "domains"),
        (
            "user_management.list_organization_memberships",
            (),
            {"user_id": "u", "statuses": ["active", "inactive"]},
            "statuses",
        ),
        ("connect.list_applications", (), {"registration_types": ["a", "b"]}, "registration_types"),
    ]
    for name, args, arguments, wire in cases:
        request = sdk.call(name, *args, responses=[page()], **arguments).request
        values = arguments[wire]
        assert query_parameters(request)[wire] == [",".join(values)]
    for resource in ("sso", "user_management"):
        url = getattr(sdk.client(), resource).get_authorization_url(
            provider="GoogleOAuth", redirect_uri="https://a.b", provider_scopes=["x", "y"]
        )
        assert parse_qs(urlsplit(url).query)["provider_scopes"] == ["x,y"]


@pitfall("3.2")
def test_query_objects_use_bracket_notation(sdk: SDK) -> None:
    for resource in ("sso", "user_management"):
        url = getattr(sdk.client(), resource).get_authorization_url(
            provider="GoogleOAuth", redirect_uri="https://a.b", provider_query_params={"hd": "a b"}
        )
        assert parse_qs(urlsplit(url).query)["provider_query_params[hd]"] == ["a b"]


@pitfall("3.3")
def test_every_request_body_is_json(sdk: SDK) -> None:
    content_types = {
        content_type
        for operation in operations().values()
        for content_type in operation.get("requestBody", {}).get("content", {})
    }
    assert content_types == {"application/json"}
    request = sdk.call("user_management.create_device_authorization", responses=[{"device_code": "d"}]).request
    assert request.headers["content-type"] == "application/json"


@pitfall("3.4")
def test_client_secret_is_sent_in_the_body_and_never_in_the_url(sdk: SDK) -> None:
    for name, arguments in (
        ("sso.get_profile_and_token", {"code": "c"}),
        ("user_management.authenticate_with_code", {"code": "c"}),
        ("user_management.authenticate_with_password", {"email": "a@b.c", "password": "p"}),
    ):
        request = sdk.call(name, responses=[SIGNED_IN], **arguments).request
        assert request.url.query == b""
        assert json.loads(request.content)["client_secret"] == KEY
    for name, operation in operations().items():
        in_query = {parameter.get("name") for parameter in operation.get("parameters", [])}
        assert "client_secret" not in in_query, name


@pitfall("3.5")
def test_camel_case_wire_names_and_metadata_keys_are_preserved(sdk: SDK) -> None:
    request = sdk.call("vault.list_objects", updated_after=datetime(2026, 1, 1, tzinfo=UTC), responses=[page()]).request
    assert query_parameters(request)["updatedAfter"] == ["2026-01-01T00:00:00.000Z"]
    metadata = {"someKey": "v", "other_key": "w"}
    request = sdk.call(
        "organizations.create_organization", name="x", metadata=metadata, responses=[ORGANIZATION]
    ).request
    assert json.loads(request.content)["metadata"] == metadata
    user = from_dict(models.User, {**USER, "metadata": metadata})
    assert user.metadata == metadata


@pitfall("3.6")
def test_a_wire_name_that_is_not_an_identifier_round_trips(sdk: SDK) -> None:
    key = {"kty": "RSA", "x5t#S256": "thumbprint"}
    jwks = sdk.call("user_management.get_jwks", responses=[{"keys": [key]}]).result
    assert jwks.keys[0].x5t_s256 == "thumbprint"
    assert to_dict(jwks.keys[0]) == key


@pitfall("3.7")
def test_paths_keep_their_hyphens_and_underscores(sdk: SDK) -> None:
    call = sdk.call("groups.list_group_organization_memberships", "org_1", "group_1", responses=[page()])
    assert request_target(call.request).startswith("/organizations/org_1/groups/group_1/organization-memberships")
    call = sdk.call("feature_flags.list_feature_flags", responses=[page()])
    assert request_target(call.request).startswith("/feature-flags")
    call = sdk.call("directory_sync.list_users", directory="d", responses=[page()])
    assert request_target(call.request).startswith("/directory_users")


@pitfall("3.8")
def test_free_text_in_a_path_is_percent_encoded(sdk: SDK) -> None:
    call = sdk.call("user_management.get_user_by_external_id", "a/b?c#d e%2F", responses=[USER])
    assert request_target(call.request) == "/user_management/users/external_id/a%2Fb%3Fc%23d%20e%252F"
    for value in ("", ".", ".."):
        sdk.expect_error(errors.InvalidArgumentError, "user_management.get_user_by_external_id", value)


@pitfall("3.9")
def test_times_are_sent_in_utc_with_milliseconds(sdk: SDK) -> None:
    value = datetime(2026, 1, 1, 12, tzinfo=timezone(timedelta(hours=2)))
    request = sdk.call("events.list_events", events=["user.created"], range_start=value, responses=[page()]).request
    assert query_parameters(request)["range_start"] == ["2026-01-01T10:00:00.000Z"]
    naive = datetime(2026, 1, 1, 10)
    sdk.expect_error(errors.InvalidArgumentError, "events.list_events", events=["user.created"], range_start=naive)


@pitfall("3.10")
def test_order_is_sent_only_if_passed_except_for_events(sdk: SDK) -> None:
    request = sdk.call("organizations.list_organizations", responses=[page()]).request
    assert "order" not in query_parameters(request)
    for order, sent in (({}, "asc"), ({"order": "desc"}, "desc")):
        request = sdk.call("events.list_events", events=["user.created"], responses=[page()], **order).request
        assert query_parameters(request)["order"] == [sent]
