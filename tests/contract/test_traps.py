"""Where the API is not what a generator would take it for: one test for each such place, numbered by topic."""

import inspect
import json
import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any, get_args
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from workos_core import errors, models
from workos_core.http.retry_policy import AttemptOutcome, RetryPolicy, delay_before_retry
from workos_core.models import events
from workos_core.not_given import NOT_GIVEN
from workos_core.serialization.converter import from_dict
from workos_core.serialization.unstructure import to_dict
from workos_emulator.http import spec

from ..support.methods import all_methods, full_name
from .rows.api import BOTH, CLIENT_ID, KEY, Answer, Api
from .rows.bodies import ORGANIZATION, SIGNED_IN, USER, page, sample

ROOT = Path(__file__).parent.parent.parent
Trap = Callable[[Api], None]
TRAPS: dict[str, Trap] = {}
COUNTS = {1: 8, 2: 14, 3: 10, 4: 13, 5: 14, 6: 13, 7: 5, 8: 9, 9: 4, 10: 6, 11: 1}
"""Topics: coverage, names, wire encoding, credentials, bodies, answers, pagination, errors, enums, values made here, newer fields."""

RAW = spec.load().raw
SCHEMAS: dict[str, Any] = RAW["components"]["schemas"]
METHODS = {full_name(method): method for method in all_methods()}


def trap(number: str) -> Callable[[Trap], Trap]:
    def add(test: Trap) -> Trap:
        assert number not in TRAPS
        TRAPS[number] = test
        return test

    return add


@pytest.mark.parametrize(
    "number", sorted(f"{topic}.{point}" for topic, last in COUNTS.items() for point in range(1, last + 1))
)
def test_trap(number: str) -> None:
    for api in BOTH:
        TRAPS[number](api)


def test_every_point_is_tested_once() -> None:
    assert len(TRAPS) == sum(COUNTS.values())


def operations() -> dict[str, dict[str, Any]]:
    return {
        f"{verb.upper()} {path}": operation
        for path, item in RAW["paths"].items()
        for verb, operation in item.items()
        if verb in ("get", "post", "put", "patch", "delete")
    }


def query_of(request: httpx.Request) -> dict[str, list[str]]:
    return parse_qs(request.url.query.decode(), keep_blank_values=True)


def target(request: httpx.Request) -> str:
    return request.url.raw_path.decode()


# 1. Coverage


@trap("1.1")
def newer_operations_are_marked_as_such(api: Api) -> None:
    found = operations()
    newer = [name for name, operation in found.items() if operation.get("x-source") == "newer"]
    assert len(newer) == 61
    assert len(found) - len(newer) == 212 + 2  # and two files on the CDN


@trap("1.2")
def endpoints_that_no_description_of_the_api_has(api: Api) -> None:
    link = {
        "object": "passwordless_session",
        "id": "passwordless_session_1",
        "email": "a@b.c",
        "link": "https://x",
        "expires_at": "2026-01-01",
    }
    made = api.call("passwordless.create_session", email="a@b.c", answers=[link])
    assert (made.request.method, target(made.request)) == ("POST", "/passwordless/sessions")
    api.call("passwordless.send_session", "passwordless_session_1", answers=[{"success": True}])
    flags = api.call("feature_flags.get_runtime_flags", answers=[{"a": {"slug": "a", "enabled": True}}])
    assert target(flags.request) == "/sdk/feature-flags"
    assert flags.result["a"].enabled is True


@trap("1.3")
def effective_permissions_by_either_path(api: Api) -> None:
    by_membership = api.call("authorization.list_effective_permissions", "om_1", "res_1", answers=[page()])
    assert target(by_membership.request).startswith(
        "/authorization/organization_memberships/om_1/resources/res_1/permissions"
    )
    by_resource = api.call("authorization.list_effective_permissions_for_resource", "res_1", "om_1", answers=[page()])
    assert target(by_resource.request).startswith(
        "/authorization/resources/res_1/organization_memberships/om_1/permissions"
    )


@trap("1.4")
def what_the_node_client_lacks_is_here(api: Api) -> None:
    for name in (
        "user_management.create_device_authorization",
        "user_management.authenticate_with_device_code",
        "user_management.list_cors_origins",
        "user_management.create_redirect_uri",
        "user_management.get_jwt_template",
        "user_management.send_email_change",
        "sso.get_logout_url",
        "sso.authorize_logout",
        "user_management.list_user_authorized_applications",
        "client_api.create_token",
        "api_keys.expire_api_key",
        "audit_logs.list_actions",
    ):
        assert inspect.getdoc(api.method(name))


@trap("1.5")
def there_are_no_paths_of_the_emulator_of_others(api: Api) -> None:
    assert not [path for path in RAW["paths"] if path.startswith("/x/")]


@trap("1.6")
def resources_beyond_the_api_reference_are_here(api: Api) -> None:
    client = api.client()
    for resource in ("sso", "vault", "webhooks", "widgets", "authorization", "groups", "connect", "agents"):
        assert inspect.getdoc(getattr(client, resource))
    assert inspect.getdoc(client.portal.revoke_link)


@trap("1.7")
def deprecated_fields_say_so(api: Api) -> None:
    deprecated = {
        f"{name}.{field}"
        for name, schema in SCHEMAS.items()
        for field, part in schema.get("properties", {}).items()
        if part.get("deprecated")
    }
    assert {"DirectoryUser.emails", "DirectoryUser.username", "DirectoryUser.job_title"} <= deprecated
    parameters = {
        (name, parameter["name"])
        for name, operation in operations().items()
        for parameter in operation.get("parameters", [])
        if parameter.get("deprecated")
    }
    assert ("GET /directories", "domain") in parameters
    assert re.search(r"[Dd]eprecated", inspect.getdoc(api.method("directory_sync.list_directories")) or "")


@trap("1.8")
def feature_flags_of_the_account_are_in_the_docstring(api: Api) -> None:
    flagged = [method for method in METHODS.values() if method.feature_flag]
    assert len(flagged) >= 17
    for method in flagged:
        assert method.feature_flag in (inspect.getdoc(api.method(full_name(method))) or ""), full_name(method)


# 2. Names


def same_names(number: str, *names: str) -> None:
    @trap(number)
    def names_are_there(api: Api) -> None:
        for name in names:
            assert inspect.getdoc(api.method(name)), name


same_names("2.1", "portal.generate_link")
same_names(
    "2.2", "mfa.enroll_factor", "mfa.challenge_factor", "mfa.verify_challenge", "mfa.get_factor", "mfa.delete_factor"
)
same_names("2.3", "user_management.enroll_auth_factor", "user_management.list_auth_factors")
same_names("2.5", "api_keys.validate_api_key")
same_names("2.6", "organization_domains.get", "organization_domains.create", "organization_domains.verify")
same_names("2.7", "organizations.list_organization_feature_flags", "user_management.list_user_feature_flags")
same_names("2.8", "user_management.create_organization_membership", "user_management.list_organization_memberships")
same_names("2.9", "groups.list_organization_groups", "groups.add_group_organization_membership")
same_names(
    "2.10",
    "authorization.list_role_assignments_for_resource_by_external_id",
    "authorization.replace_group_role_assignments",
)
same_names(
    "2.11",
    "vault.create_object",
    "vault.read_object",
    "vault.describe_object",
    "vault.list_object_versions",
    "vault.decrypt_data_key",
)
same_names(
    "2.14", "user_management.refresh_and_seal_session_data", "user_management.get_logout_url_from_session_cookie"
)


@trap("2.4")
def reset_password_is_the_step_that_sets_one(api: Api) -> None:
    made = api.call("user_management.create_password_reset", email="a@b.c", answers=[sample("password_reset")])
    assert target(made.request) == "/user_management/password_reset"
    done = api.call("user_management.reset_password", token="t", new_password="p", answers=[{"user": USER}])
    assert target(done.request) == "/user_management/password_reset/confirm"


@trap("2.12")
def logout_urls_have_both_spellings(api: Api) -> None:
    client = api.client()
    url = client.user_management.get_logout_url(session_id="session_1")
    assert urlsplit(url).path == "/user_management/sessions/logout"
    session = client.user_management.load_sealed_session(session_data="", cookie_password="x" * 32)
    assert callable(session.get_logout_url)


@trap("2.13")
def one_object_is_got_not_listed(api: Api) -> None:
    assert not hasattr(api.client().user_management, "list_jwt_template")
    template = {"object": "jwt_template", "content": "{}", "created_at": "x", "updated_at": "y"}
    assert api.call("user_management.get_jwt_template", answers=[template]).result.content == "{}"


# 3. Wire encoding


@trap("3.1")
def query_arrays_are_joined_with_commas(api: Api) -> None:
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
    for name, args, given, wire in cases:
        request = api.call(name, *args, answers=[page()], **given).request
        values = next(value for key, value in given.items() if key == wire)
        assert query_of(request)[wire] == [",".join(values)]
    for resource in ("sso", "user_management"):
        url = getattr(api.client(), resource).get_authorization_url(
            provider="GoogleOAuth", redirect_uri="https://a.b", provider_scopes=["x", "y"]
        )
        assert parse_qs(urlsplit(url).query)["provider_scopes"] == ["x,y"]


@trap("3.2")
def objects_in_the_query_are_written_in_brackets(api: Api) -> None:
    for resource in ("sso", "user_management"):
        url = getattr(api.client(), resource).get_authorization_url(
            provider="GoogleOAuth", redirect_uri="https://a.b", provider_query_params={"hd": "a b"}
        )
        assert parse_qs(urlsplit(url).query)["provider_query_params[hd]"] == ["a b"]


@trap("3.3")
def every_body_is_json(api: Api) -> None:
    kinds = {
        kind for operation in operations().values() for kind in operation.get("requestBody", {}).get("content", {})
    }
    assert kinds == {"application/json"}
    request = api.call("user_management.create_device_authorization", answers=[{"device_code": "d"}]).request
    assert request.headers["content-type"] == "application/json"


@trap("3.4")
def the_secret_is_in_the_body_and_in_no_url(api: Api) -> None:
    for name, given in (
        ("sso.get_profile_and_token", {"code": "c"}),
        ("user_management.authenticate_with_code", {"code": "c"}),
        ("user_management.authenticate_with_password", {"email": "a@b.c", "password": "p"}),
    ):
        request = api.call(name, answers=[SIGNED_IN], **given).request
        assert request.url.query == b""
        assert json.loads(request.content)["client_secret"] == KEY
    for name, operation in operations().items():
        in_query = {parameter.get("name") for parameter in operation.get("parameters", [])}
        assert "client_secret" not in in_query, name


@trap("3.5")
def names_on_the_wire_are_kept_where_they_are_in_camel_case(api: Api) -> None:
    request = api.call("vault.list_objects", updated_after=datetime(2026, 1, 1, tzinfo=UTC), answers=[page()]).request
    assert query_of(request)["updatedAfter"] == ["2026-01-01T00:00:00.000Z"]
    keys = {"someKey": "v", "other_key": "w"}
    request = api.call("organizations.create_organization", name="x", metadata=keys, answers=[ORGANIZATION]).request
    assert json.loads(request.content)["metadata"] == keys
    user = from_dict(models.User, {**USER, "metadata": keys})
    assert user.metadata == keys


@trap("3.6")
def a_name_that_is_no_identifier(api: Api) -> None:
    key = {"kty": "RSA", "x5t#S256": "thumbprint"}
    jwks = api.call("user_management.get_jwks", answers=[{"keys": [key]}]).result
    assert jwks.keys[0].x5t_s256 == "thumbprint"
    assert to_dict(jwks.keys[0]) == key


@trap("3.7")
def paths_are_written_as_they_are_with_hyphens_or_underscores(api: Api) -> None:
    done = api.call("groups.list_group_organization_memberships", "org_1", "group_1", answers=[page()])
    assert target(done.request).startswith("/organizations/org_1/groups/group_1/organization-memberships")
    done = api.call("feature_flags.list_feature_flags", answers=[page()])
    assert target(done.request).startswith("/feature-flags")
    done = api.call("directory_sync.list_users", directory="d", answers=[page()])
    assert target(done.request).startswith("/directory_users")


@trap("3.8")
def free_text_in_a_path_is_encoded_whole(api: Api) -> None:
    done = api.call("user_management.get_user_by_external_id", "a/b?c#d e%2F", answers=[USER])
    assert target(done.request) == "/user_management/users/external_id/a%2Fb%3Fc%23d%20e%252F"
    for value in ("", ".", ".."):
        api.refusal(errors.InvalidArgumentError, "user_management.get_user_by_external_id", value)


@trap("3.9")
def times_are_sent_in_utc_with_milliseconds(api: Api) -> None:
    for value in (
        datetime(2026, 1, 1, 12, tzinfo=timezone(timedelta(hours=2))),
        datetime(2026, 1, 1, 10),
    ):
        request = api.call("events.list_events", events=["user.created"], range_start=value, answers=[page()]).request
        assert query_of(request)["range_start"] == ["2026-01-01T10:00:00.000Z"]


@trap("3.10")
def no_order_is_sent_that_nobody_asked_for(api: Api) -> None:
    for name, given in (("events.list_events", {"events": ["user.created"]}), ("organizations.list_organizations", {})):
        assert "order" not in query_of(api.call(name, answers=[page()], **given).request)


# 4. Credentials


@trap("4.1")
def urls_for_the_browser_are_made_without_a_request_and_without_the_key(api: Api) -> None:
    client = api.client()
    urls = [
        client.sso.get_authorization_url(provider="GoogleOAuth", redirect_uri="https://a.b"),
        client.user_management.get_authorization_url(provider="authkit", redirect_uri="https://a.b"),
        client.user_management.get_logout_url(session_id="session_1"),
        client.sso.get_logout_url(token="t"),
    ]
    for url in urls:
        assert isinstance(url, str)
        assert KEY not in url


@trap("4.2")
def public_keys_are_fetched_without_the_key(api: Api) -> None:
    request = api.call("user_management.get_jwks", answers=[{"keys": []}]).request
    assert "authorization" not in request.headers


@trap("4.3")
def the_sso_token_is_asked_for_with_the_secret_in_the_body_alone(api: Api) -> None:
    request = api.call("sso.get_profile_and_token", code="c", answers=[{"access_token": "t"}]).request
    assert "authorization" not in request.headers
    assert json.loads(request.content)["client_id"] == CLIENT_ID


@trap("4.4")
def a_device_needs_no_key(api: Api) -> None:
    request = api.call("user_management.create_device_authorization", answers=[{"device_code": "d"}]).request
    assert "authorization" not in request.headers
    assert json.loads(request.content) == {"client_id": CLIENT_ID}


@trap("4.5")
def authenticate_sends_the_key_as_client_secret_alone(api: Api) -> None:
    request = api.call(
        "user_management.authenticate_with_refresh_token", refresh_token="r", answers=[SIGNED_IN]
    ).request
    assert "authorization" not in request.headers
    assert json.loads(request.content)["client_secret"] == KEY


@trap("4.6")
def a_profile_is_read_with_the_token_of_the_user(api: Api) -> None:
    request = api.call("sso.get_profile", access_token="token_of_user", answers=[{"id": "prof_1"}]).request
    assert request.headers["authorization"] == "Bearer token_of_user"


@trap("4.7")
def everything_else_takes_the_key_as_bearer_token(api: Api) -> None:
    others = {name for name, method in METHODS.items() if method.credentials != "api_key" and method.kind != "url"}
    assert {name.rpartition(".")[2] for name in others if "authenticate_with" not in name} == {
        "create_device_authorization",
        "exchange_id_token",
        "get_jwks",
        "get_profile",
        "get_profile_and_token",
        "list_provider_icons",
    }


@trap("4.8")
def the_secret_is_sent_where_it_must_be_and_left_out_where_it_must(api: Api) -> None:
    request = api.call("user_management.authenticate_with_device_code", device_code="d", answers=[SIGNED_IN]).request
    assert "client_secret" not in json.loads(request.content)
    for name, given in (
        ("user_management.authenticate_with_password", {"email": "a@b.c", "password": "p"}),
        ("user_management.authenticate_with_magic_auth", {"code": "c", "email": "a@b.c"}),
        ("user_management.authenticate_with_email_verification", {"code": "c", "pending_authentication_token": "p"}),
        (
            "user_management.authenticate_with_totp",
            {"code": "c", "pending_authentication_token": "p", "authentication_challenge_id": "a"},
        ),
        (
            "user_management.authenticate_with_organization_selection",
            {"organization_id": "org_1", "pending_authentication_token": "p"},
        ),
    ):
        assert json.loads(api.call(name, answers=[SIGNED_IN], **given).request.content)["client_secret"] == KEY
        api.refusal(errors.ConfigurationError, name, settings={"api_key": None}, **given)
    for name, given in (
        ("user_management.authenticate_with_code", {"code": "c", "code_verifier": "v" * 43}),
        ("user_management.authenticate_with_refresh_token", {"refresh_token": "r"}),
    ):
        request = api.call(name, answers=[SIGNED_IN], settings={"api_key": None}, **given).request
        assert "client_secret" not in json.loads(request.content)


@trap("4.9")
def the_logout_url_is_on_its_own_host_and_gets_no_key_there(api: Api) -> None:
    assert urlsplit(api.client().sso.get_logout_url(token="t")).netloc == "auth.workos.com"
    request = api.call(
        "sso.authorize_logout", profile_id="prof_1", answers=[{"logout_url": "u", "logout_token": "t"}]
    ).request
    assert request.url.host == "auth.workos.com" or request.url.host == "api.workos.com"
    assert request.headers["authorization"] == f"Bearer {KEY}"


@trap("4.10")
def a_public_client_refuses_operations_that_need_a_key(api: Api) -> None:
    for name, args in (("organizations.get_organization", ("org_1",)), ("user_management.get_user", ("user_1",))):
        error = api.refusal(errors.ConfigurationError, name, *args, settings={"api_key": None})
        assert "API key" in str(error)


@trap("4.11")
def a_public_client_may_do_what_needs_none(api: Api) -> None:
    settings = {"api_key": None}
    client = api.client(**settings)
    assert client.user_management.get_authorization_url(provider="authkit", redirect_uri="https://a.b")
    assert client.user_management.get_logout_url(session_id="session_1")
    api.call("user_management.create_device_authorization", answers=[{"device_code": "d"}], settings=settings)
    api.call("user_management.get_jwks", answers=[{"keys": []}], settings=settings)


@trap("4.12")
def the_key_goes_to_no_other_host(api: Api) -> None:
    request = api.call("portal.list_provider_icons", answers=[{"providers": []}]).request
    assert request.url.host == "cdn.workos.com"
    assert "authorization" not in request.headers
    moved = Answer(None, 302, {"location": "https://evil.example/organizations/org_1"})
    api.refusal(
        errors.APIError, "organizations.get_organization", "org_1", answers=[moved]
    )  # one request, not followed


@trap("4.13")
def a_key_inside_a_url_or_header_of_the_user_stays_theirs(api: Api) -> None:
    done = api.call(
        "organizations.get_organization", "org_1", answers=[ORGANIZATION], options={"headers": {"X-Own": "1"}}
    )
    assert done.request.headers["x-own"] == "1"
    assert KEY not in str(done.request.url)


# 5. Request bodies


@trap("5.1")
def each_grant_is_a_method_of_its_own(api: Api) -> None:
    grants = {
        next(constant.type.value for constant in method.constants if constant.wire == "grant_type")
        for method in METHODS.values()
        if method.path == "/user_management/authenticate"
    }
    assert len(grants) == 10
    assert "authorization_code" in grants
    assert "urn:ietf:params:oauth:grant-type:device_code" in grants


@trap("5.2")
def other_unions_are_methods_and_tagged_types(api: Api) -> None:
    application = {"object": "connect_application", "id": "app_1", "name": "M", "application_type": "m2m", "scopes": []}
    made = api.call("connect.create_m2m_application", name="M", organization_id="org_1", answers=[application])
    assert json.loads(made.request.content)["application_type"] == "m2m"
    assert type(made.result) is models.M2mConnectApplication
    future = api.call("connect.get_application", "app_1", answers=[{**application, "application_type": "robot"}]).result
    assert type(future) is models.UnknownConnectApplication
    assert to_dict(future) == {**application, "application_type": "robot"}


@trap("5.3")
def arguments_that_exclude_one_another_are_refused_before_any_request(api: Api) -> None:
    both = {"role_slug": "a", "role_slugs": ["b"]}
    error = api.refusal(errors.InvalidArgumentError, "user_management.update_organization_membership", "om_1", **both)
    assert "role_slug" in str(error)
    api.refusal(
        errors.InvalidArgumentError, "user_management.create_user", email="a@b.c", password="p", password_hash="h"
    )
    api.refusal(errors.InvalidArgumentError, "user_management.create_user", email="a@b.c", password_hash="h")
    api.refusal(
        errors.InvalidArgumentError, "authorization.check", "om_1", permission_slug="p", resource_external_id="x"
    )
    api.refusal(
        errors.InvalidArgumentError, "authorization.list_resources", parent_resource_id="a", parent_external_id="b"
    )
    assert sum(bool(method.exclusive) for method in METHODS.values()) >= 12


@trap("5.4")
def left_out_means_unchanged_and_null_means_cleared(api: Api) -> None:
    done = api.call("organizations.update_organization", "org_1", external_id=None, answers=[ORGANIZATION])
    assert json.loads(done.request.content) == {"external_id": None}
    done = api.call(
        "organizations.update_organization", "org_1", name="x", external_id=NOT_GIVEN, answers=[ORGANIZATION]
    )
    assert json.loads(done.request.content) == {"name": "x"}


@trap("5.5")
def delete_with_a_body(api: Api) -> None:
    for name, args, given in (
        ("authorization.remove_role", ("om_1",), {"role_slug": "r", "resource_id": "res_1"}),
        ("authorization.delete_group_role_assignments", ("group_1",), {"role_slug": "r"}),
        ("radar.remove_list_entry", ("domain", "block"), {"entry": "a.b"}),
    ):
        request = api.call(name, *args, answers=[Answer(None, 204)], **given).request
        assert request.method == "DELETE"
        assert json.loads(request.content).items() >= given.items()


@trap("5.6")
def no_body_where_the_api_takes_none(api: Api) -> None:
    for name, args in (
        ("feature_flags.enable_feature_flag", ("f",)),
        ("feature_flags.disable_feature_flag", ("f",)),
        ("feature_flags.add_flag_target", ("f", "user_1")),
        ("user_management.deactivate_organization_membership", ("om_1",)),
        ("user_management.reactivate_organization_membership", ("om_1",)),
        ("organization_domains.verify", ("org_domain_1",)),
        ("user_management.accept_invitation", ("invitation_1",)),
        ("user_management.revoke_invitation", ("invitation_1",)),
        ("user_management.send_verification_email", ("user_1",)),
        ("api_keys.expire_api_key", ("api_key_1",)),
    ):
        request = api.call(name, *args, answers=[{"user": {}}]).request
        assert request.content == b"", name
        assert "content-type" not in request.headers
    for name, args in (
        ("user_management.resend_invitation", ("invitation_1",)),
        ("mfa.challenge_factor", ("auth_factor_1",)),
    ):
        assert api.call(name, *args, answers=[{}]).request.content == b"{}", name


@trap("5.7")
def arguments_whose_name_differs_from_that_on_the_wire(api: Api) -> None:
    done = api.call("mfa.enroll_factor", type="totp", totp_issuer="I", totp_user="U", answers=[{}])
    assert json.loads(done.request.content) == {"type": "totp", "totp_issuer": "I", "totp_user": "U"}
    done = api.call("vault.create_object", name="n", value="v", key_context={"a": "b"}, answers=[{}])
    assert json.loads(done.request.content)["key_context"] == {"a": "b"}
    done = api.call("pipes.get_access_token", "github", user_id="user_1", answers=[{"active": False}])
    assert target(done.request) == "/data-integrations/github/token"


@trap("5.8")
def audit_log_schemas_may_be_given_in_short(api: Api) -> None:
    short = api.call(
        "audit_logs.create_schema", "a.b", targets=[{"type": "user", "metadata": {"status": "string"}}], answers=[{}]
    )
    long = {"type": "object", "properties": {"status": {"type": "string"}}}
    assert json.loads(short.request.content)["targets"] == [{"type": "user", "metadata": long}]
    same = api.call("audit_logs.create_schema", "a.b", targets=[{"type": "user", "metadata": long}], answers=[{}])
    assert same.request.content == short.request.content


@trap("5.9")
def portal_links_take_contacts_and_options(api: Api) -> None:
    done = api.call(
        "portal.generate_link",
        organization="org_1",
        intent="sso",
        it_contact_emails=["it@a.b"],
        answers=[{"link": "https://x"}],
    )
    sent = json.loads(done.request.content)
    assert sent["it_contact_emails"] == ["it@a.b"]
    assert "20" in (inspect.getdoc(api.method("portal.generate_link")) or "")


@trap("5.10")
def actions_of_radar_are_open_words(api: Api) -> None:
    for action in ("sign-up", "sign-in", "signup"):
        done = api.call(
            "radar.create_attempt",
            ip_address="1.2.3.4",
            user_agent="u",
            email="a@b.c",
            auth_method="SSO",
            action=action,
            answers=[{}],
        )
        assert json.loads(done.request.content)["action"] == action


@trap("5.11")
def an_idempotency_key_goes_only_where_it_is_honoured(api: Api) -> None:
    event = {
        "action": "a.b",
        "occurred_at": datetime(2026, 1, 1, tzinfo=UTC),
        "actor": {"id": "1", "type": "user"},
        "targets": [],
    }
    event["context"] = {"location": "1.2.3.4"}
    done = api.call("audit_logs.create_event", organization_id="org_1", event=event, answers=[{"success": True}])
    assert len(done.request.headers["idempotency-key"]) == 36
    done = api.call("organizations.create_organization", name="x", answers=[ORGANIZATION])
    assert "idempotency-key" not in done.request.headers


@trap("5.12")
def an_authorization_url_has_exactly_one_selector(api: Api) -> None:
    client = api.client()
    for resource, names in (
        ("user_management", ("connection_id", "organization_id")),
        ("sso", ("connection", "organization")),
    ):
        build = getattr(client, resource).get_authorization_url
        with pytest.raises(errors.InvalidArgumentError):
            build(redirect_uri="https://a.b")
        with pytest.raises(errors.InvalidArgumentError):
            build(redirect_uri="https://a.b", provider="GoogleOAuth", **{names[0]: "x"})
        for name in names:
            assert parse_qs(urlsplit(build(redirect_uri="https://a.b", **{name: "x"})).query)[name] == ["x"]


@trap("5.13")
def memberships_are_listed_of_a_user_or_an_organization(api: Api) -> None:
    api.refusal(errors.InvalidArgumentError, "user_management.list_organization_memberships")
    api.call("user_management.list_organization_memberships", user_id="user_1", answers=[page()])
    api.call("user_management.list_organization_memberships", organization_id="org_1", answers=[page()])


@trap("5.14")
def sso_takes_a_code_challenge_too(api: Api) -> None:
    url = api.client().sso.get_authorization_url(
        provider="GoogleOAuth", redirect_uri="https://a.b", code_challenge="c" * 43
    )
    query = parse_qs(urlsplit(url).query)
    assert (query["code_challenge"], query["code_challenge_method"]) == (["c" * 43], ["S256"])


# 6. Answers


@trap("6.1")
def wrapped_answers_are_unwrapped_where_one_thing_counts(api: Api) -> None:
    for name, args, given, answer, expected in (
        ("portal.generate_link", (), {"organization": "o", "intent": "sso"}, {"link": "L"}, "L"),
        ("widgets.create_token", (), {"organization_id": "o", "user_id": "u"}, {"token": "T"}, "T"),
        ("client_api.create_token", (), {"organization_id": "o", "user_id": "u"}, {"token": "T"}, "T"),
        ("authorization.check", ("om",), {"permission_slug": "p", "resource_id": "r"}, {"authorized": True}, True),
        (
            "connect.complete_oauth2",
            (),
            {"external_auth_id": "e", "user": {"id": "1", "email": "a@b.c"}},
            {"redirect_uri": "R"},
            "R",
        ),
    ):
        assert api.call(name, *args, answers=[answer], **given).result == expected, name
    done = api.call("user_management.reset_password", token="t", new_password="p", answers=[{"user": USER}])
    assert type(done.result) is models.User
    verified = api.call(
        "mfa.verify_challenge",
        "auth_challenge_1",
        code="1",
        answers=[{"challenge": sample("mfa_challenge"), "valid": True}],
    )
    assert verified.result.valid is True
    enrolled = {
        "authentication_factor": sample("user_auth_factor"),
        "authentication_challenge": sample("mfa_challenge"),
    }
    assert api.call("user_management.enroll_auth_factor", "user_1", answers=[enrolled]).result.authentication_challenge


@trap("6.2")
def an_answer_that_extends_an_object(api: Api) -> None:
    done = api.call(
        "user_management.create_user", email="a@b.c", answers=[{**USER, "radar_auth_attempt_id": "radar_1"}]
    )
    assert type(done.result) is models.User
    assert done.result.radar_auth_attempt_id == "radar_1"


@trap("6.3")
def bare_arrays(api: Api) -> None:
    identities = api.call("user_management.get_user_identities", "user_1", answers=[[sample("identity")]]).result
    assert [type(item) for item in identities] == [models.UserIdentity]
    assert api.call("connect.list_application_client_secrets", "app_1", answers=[[]]).result == []


@trap("6.4")
def lists_without_cursors(api: Api) -> None:
    for name, args in (
        ("authorization.list_environment_roles", ()),
        ("authorization.list_organization_roles", ("org_1",)),
        ("pipes_provider.list_organization_data_integration_configurations", ("org_1",)),
        ("pipes.list_user_data_providers", ("user_1",)),
        ("vault.list_object_versions", ("kv_1",)),
    ):
        done = api.call(name, *args, answers=[{"data": []}])
        assert done.result == [], name
        assert done.request.url.query == b""
    listed = api.call("vault.list_objects", answers=[{"data": [{"id": "kv_1", "name": "n"}], "list_metadata": {}}])
    assert [item.id for item in listed.result.data] == ["kv_1"]


@trap("6.5")
def any_2xx_with_or_without_a_body_is_a_success(api: Api) -> None:
    for status in (200, 202, 204):
        for name, args, given in (
            ("user_management.revoke_session", (), {"session_id": "session_1"}),
            ("user_management.delete_user", ("user_1",), {}),
            ("user_management.delete_organization_membership", ("om_1",), {}),
            ("organizations.delete_organization", ("org_1",), {}),
            ("directory_sync.delete_directory", ("directory_1",), {}),
        ):
            assert api.call(name, *args, answers=[Answer(None, status)], **given).result is None
    for answer in (Answer({"message": "Entry already present"}, 200), Answer(None, 201), Answer(None, 204)):
        api.call("radar.add_list_entry", "domain", "block", entry="a.b", answers=[answer])


@trap("6.6")
def samples_that_lack_promised_fields_decode(api: Api) -> None:
    directory = from_dict(models.Directory, sample("directory"))
    assert directory.id
    with pytest.raises(errors.MissingFieldError, match="external_key"):
        _ = directory.external_key
    assert to_dict(directory) == sample("directory")


@trap("6.7")
def malformed_times_stay_text(api: Api) -> None:
    factor = from_dict(
        models.EnrolledAuthenticationFactor, {**sample("user_auth_factor"), "created_at": "2021-06-25T19: 07: 33.155Z"}
    )
    assert factor.created_at == "2021-06-25T19: 07: 33.155Z"


@trap("6.8")
def states_of_directories_in_both_vocabularies(api: Api) -> None:
    for state in ("linked", "unlinked", "validating", "invalid_credentials", "deleting", "active", "inactive"):
        assert from_dict(models.Directory, {"id": "directory_1", "state": state}).state == state


@trap("6.9")
def what_is_not_promised_to_be_a_time_stays_as_it_came(api: Api) -> None:
    tokens = from_dict(models.OauthTokens, {"expires_at": 1735141800})
    assert tokens.expires_at == 1735141800
    log_stream = from_dict(models.AuditLogStream, {"last_synced_at": "2026-01-01T00:00:00.000Z"})
    assert log_stream.last_synced_at == "2026-01-01T00:00:00.000Z"


@trap("6.10")
def null_as_a_word(api: Api) -> None:
    data = {
        "id": "event_1",
        "event": "agent.registration.credential.issued",
        "data": {"detail": {"expires_at": "null"}},
    }
    for expires_at in ("null", None, "2026-01-01T00:00:00.000Z"):
        event = from_dict(
            events.AgentRegistrationCredentialIssuedEvent, {**data, "data": {"detail": {"expires_at": expires_at}}}
        )
        assert to_dict(event)["data"]["detail"]["expires_at"] == expires_at


@trap("6.11")
def methods_of_authentication_in_both_vocabularies(api: Api) -> None:
    response = from_dict(models.AuthenticationResponse, {**SIGNED_IN, "authentication_method": "SSO"})
    assert response.authentication_method == "SSO"
    session = from_dict(models.UserSession, {**sample("session"), "auth_method": "sso"})
    assert session.auth_method == "sso"


@trap("6.12")
def one_class_for_one_thing(api: Api) -> None:
    names = [name for name in models.__all__ if name.startswith("OrganizationDomain") and "Event" not in name]
    created = api.call(
        "organization_domains.create", domain="a.b", organization_id="org_1", answers=[sample("organization_domain")]
    )
    read = api.call("organization_domains.get", "org_domain_1", answers=[sample("organization_domain")])
    assert type(created.result) is type(read.result) is models.OrganizationDomain
    assert not [name for name in names if "StandAlone" in name or name.endswith(("Json", "Dto"))]


@trap("6.13")
def the_request_id_is_read_although_no_description_has_it(api: Api) -> None:
    error = api.refusal(
        errors.NotFoundError,
        "organizations.get_organization",
        "org_1",
        answers=[Answer({}, 404, {"X-Request-ID": "req_9"})],
    )
    assert error.request_id == "req_9"
    assert "req_9" in str(error)


# 7. Pagination


@trap("7.1")
def lists_with_cursors_take_the_same_arguments(api: Api) -> None:
    pagers = [method for method in METHODS.values() if method.kind == "pager"]
    assert len(pagers) >= 40
    for method in pagers:
        assert {"limit", "before", "after", "order"} <= {argument.name for argument in method.arguments}, full_name(
            method
        )


@trap("7.2")
def order_normal_is_walked_the_right_way(api: Api) -> None:
    answers = [
        {"data": [{"id": "b"}], "list_metadata": {"before": "b", "after": None}},
        {"data": [{"id": "a"}], "list_metadata": {"before": None, "after": "b"}},
    ]
    done = api.call("organizations.list_organizations", order="normal", limit=1, answers=answers, every_page=True)
    assert [item.id for item in done.result] == ["b", "a"]
    assert "after" not in query_of(done.requests[1])
    assert query_of(done.requests[1])["before"] == ["b"]


@trap("7.3")
def all_pages_are_read_also_when_a_limit_was_given_or_a_page_is_empty(api: Api) -> None:
    answers = [
        {"data": [{"id": "a"}], "list_metadata": {"after": "a"}},
        {"data": [], "list_metadata": {"after": "x"}},
        {"data": [{"id": "b"}], "list_metadata": {"after": None}},
    ]
    done = api.call("organizations.list_organizations", limit=1, answers=answers, every_page=True)
    assert [item.id for item in done.result] == ["a", "b"]


@trap("7.4")
def events_are_paged_like_the_rest(api: Api) -> None:
    event = {"id": "event_1", "event": "something.new", "data": {}}
    answers = [
        {"data": [event], "list_metadata": {"after": "event_1"}},
        {"data": [], "list_metadata": {"after": None}},
    ]
    done = api.call("events.list_events", events=["user.created"], answers=answers, every_page=True)
    assert [type(item) for item in done.result] == [events.UnknownEvent]
    assert query_of(done.requests[1])["after"] == ["event_1"]


@trap("7.5")
def cursors_may_be_null_or_absent_at_the_ends(api: Api) -> None:
    for metadata in ({}, {"after": None}, None):
        done = api.call(
            "organizations.list_organizations", answers=[{"data": [], "list_metadata": metadata}], every_page=True
        )
        assert done.result == []


# 8. Errors


def error_of(api: Api, status: int, body: Any) -> Any:
    with pytest.raises(errors.APIError) as caught:
        api.call("organizations.get_organization", "org_1", answers=[Answer(body, status)])
    return caught.value


@trap("8.1")
def all_forms_of_error_bodies(api: Api) -> None:
    for body, message, code, error in (
        ({"message": "M"}, "M", None, None),
        ({"code": "c", "message": "M"}, "M", "c", None),
        ({"error": "e", "error_description": "D"}, "D", None, "e"),
        ({"message": "M", "errors": [{"code": "x"}]}, "M", None, None),
        ({"error": "E"}, "E", None, "E"),
        ({"message": ["one", "two"], "error": "Bad Request"}, "one", None, "Bad Request"),
        ({"message": "M", "code": "c", "statusCode": 400}, "M", "c", None),
    ):
        found = error_of(api, 400, body)
        assert message in found.message
        assert (found.code, found.error, found.body) == (code, error, body)


@trap("8.2")
def all_shapes_of_error_details(api: Api) -> None:
    details = [
        {"field": "f", "code": "c"},
        {"code": "c", "message": "m"},
        {"instancePath": "/a"},
        {"property": "p", "constraints": {"x": "y"}},
        "text",
    ]
    assert error_of(api, 422, {"message": "M", "errors": details}).errors == details


@trap("8.3")
def codes_are_documented_and_new_ones_pass(api: Api) -> None:
    codes = {
        code
        for operation in operations().values()
        for found in operation.get("x-error-codes", {}).values()
        for code in found
    }
    assert len(codes) >= 104
    assert error_of(api, 400, {"code": "never_seen", "message": "M"}).code == "never_seen"


def test_each_way_to_sign_in_names_the_codes_that_it_can_meet() -> None:
    for name in ("password", "code", "refresh_token", "totp", "device_code"):
        codes = {
            code
            for found in METHODS[f"user_management.authenticate_with_{name}"].error_codes.values()
            for code in found
        }
        assert ("invalid_credentials" in codes) is (name == "password")
        assert ("slow_down" in codes) is (name == "device_code")
        assert ("invalid_pending_authentication_token" in codes) is (name == "totp")
        assert ("invalid_grant" in codes) is (name in ("code", "refresh_token", "device_code"))
        assert "invalid_client" in codes


@trap("8.4")
def steps_of_a_sign_in_by_code_or_error_whatever_the_status(api: Api) -> None:
    for reason, kind in (
        ("mfa_enrollment", errors.MfaEnrollmentError),
        ("mfa_challenge", errors.MfaChallengeError),
        ("sso_required", errors.SsoRequiredError),
        ("organization_authentication_methods_required", errors.OrganizationAuthenticationMethodsRequiredError),
        ("organization_selection_required", errors.OrganizationSelectionRequiredError),
        ("email_verification_required", errors.EmailVerificationRequiredError),
    ):
        for status in (400, 403):
            for key in ("code", "error"):
                found = error_of(
                    api, status, {key: reason, "pending_authentication_token": "p", "connection_ids": ["conn_1"]}
                )
                assert type(found) is kind
                assert found.pending_authentication_token == "p"


@trap("8.5")
def challenges_of_radar_under_all_their_names(api: Api) -> None:
    for reason in (
        "radar_challenge",
        "radar_sign_up_challenge",
        "radar_sms_sign_in_challenge",
        "radar_email_challenge",
        "radar_sms_challenge",
    ):
        assert type(error_of(api, 403, {"code": reason})) is errors.RadarChallengeError, reason


@trap("8.6")
def further_fields_of_an_error_are_kept(api: Api) -> None:
    body = {"code": "new_step", "pending_authentication_token": "p", "something": {"a": 1}}
    assert error_of(api, 403, body).body == body


@trap("8.7")
def the_device_flow_is_not_retried(api: Api) -> None:
    for reason in ("authorization_pending", "slow_down"):
        answer = Answer({"error": reason, "error_description": "Wait."}, 400)
        error = api.refusal(
            errors.BadRequestError,
            "user_management.authenticate_with_device_code",
            device_code="d",
            answers=[answer],
            settings={"max_retries": 3},
        )
        assert (error.error, error.attempts) == (reason, 1)


@trap("8.8")
def a_code_that_works_once_is_sent_once(api: Api) -> None:
    for name, given in (
        ("user_management.authenticate_with_code", {"code": "c"}),
        ("user_management.authenticate_with_refresh_token", {"refresh_token": "r"}),
    ):
        error = api.refusal(errors.ServerError, name, answers=[Answer({}, 502)], settings={"max_retries": 3}, **given)
        assert error.attempts == 1
    waited = delay_before_retry(RetryPolicy(), 1, AttemptOutcome(429, 7.0), idempotent=False)
    assert waited is not None
    assert waited >= 7


@trap("8.9")
def a_page_of_a_proxy_keeps_status_body_and_request_id(api: Api) -> None:
    answer = Answer("<html>Bad gateway</html>", 502, {"x-request-id": "req_1"})
    error = api.refusal(errors.ServerError, "organizations.get_organization", "org_1", answers=[answer])
    assert (error.status, error.body, error.request_id) == (502, "<html>Bad gateway</html>", "req_1")


# 9. Enums that move


@trap("9.1")
def every_enum_takes_words_that_nobody_knows_yet(api: Api) -> None:
    user = from_dict(models.UserIdentity, {"idp_id": "1", "type": "OAuth", "provider": "BrandNewOAuth"})
    assert user.provider == "BrandNewOAuth"
    for name in ("DirectoryState", "DirectoryType", "ConnectionType"):
        assert str in get_args(getattr(models, name)), name


@trap("9.2")
def unknown_events_keep_what_they_carry(api: Api) -> None:
    data = {"id": "event_1", "event": "never.seen", "data": {"a": [1]}, "created_at": "2026-01-01T00:00:00.000Z"}
    event: Any = from_dict(events.Event, data)  # type: ignore[arg-type]
    assert type(event) is events.UnknownEvent
    assert event.data == {"a": [1]}
    assert to_dict(event) == data
    known = [item for item in get_args(events.Event) if item is not events.UnknownEvent]
    assert len(known) >= 111


@trap("9.3")
def no_enum_is_closed(api: Api) -> None:
    closed = [
        name
        for name in models.__all__
        if get_args(getattr(models, name))
        and all(not isinstance(item, type) for item in get_args(getattr(models, name)))
    ]
    assert closed == []


@trap("9.4")
def types_of_connections_directories_and_locales(api: Api) -> None:
    request = api.call("sso.list_connections", connection_type="GithubOAuth", answers=[page()]).request
    assert query_of(request)["connection_type"] == ["GithubOAuth"]
    done = api.call("user_management.update_user", "user_1", locale="fil", answers=[{**USER, "locale": "fil"}])
    assert done.result.locale == "fil"


# 10. Values made here


@trap("10.1")
def a_cookie_is_sealed_as_the_node_clients_do(api: Api) -> None:
    from workos_core.auth.sealing.iron import seal, unseal

    sealed = seal({"accessToken": "a"}, "x" * 32)
    assert sealed.startswith("Fe26.2*")
    assert sealed.endswith("~2")
    assert unseal(sealed, "x" * 32) == {"accessToken": "a"}


@trap("10.2")
def the_password_of_cookies_comes_from_the_environment(api: Api) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("WORKOS_COOKIE_PASSWORD", "y" * 32)
        session = api.client().user_management.load_sealed_session(session_data="nonsense")
        assert "y" * 32 not in repr(session)


@trap("10.3")
def keys_that_cannot_be_fetched_are_no_exception_and_no_logout(api: Api) -> None:
    from workos_core.auth.sealing.iron import seal

    token = "eyJhbGciOiJSUzI1NiIsImtpZCI6ImsifQ.eyJleHAiOjk5OTk5OTk5OTl9.c2ln"
    cookie = seal({"accessToken": token, "refreshToken": "r", "user": USER}, "x" * 32)

    def authenticate(client: Any) -> Any:
        return client.user_management.load_sealed_session(session_data=cookie, cookie_password="x" * 32).authenticate()

    result = api.call(authenticate, answers=[Answer({}, 503)]).result
    assert (result.authenticated, result.retryable) == (False, True)


@trap("10.4")
def reasons_are_words_that_may_grow(api: Api) -> None:
    def authenticate(client: Any) -> Any:
        return client.user_management.load_sealed_session(session_data="", cookie_password="x" * 32).authenticate()

    result = api.call(authenticate).result
    assert (result.authenticated, result.reason) == (False, "no_session_cookie_provided")


@trap("10.5")
def signatures_are_read_with_or_without_spaces(api: Api) -> None:
    from workos_core.webhooks.signatures import SignatureVerificationError, construct_event, sign

    payload = b'{"id": "event_1", "event": "never.seen", "data": {}}'
    header = sign(payload, "secret", now=1000)
    for text in (header, header.replace(", ", ","), ", ".join(reversed(header.split(", ")))):
        assert construct_event(payload, text, "secret", now=1000).id == "event_1"
    for now in (1000 + 181, 1000 - 181):
        with pytest.raises(SignatureVerificationError):
            construct_event(payload, header, "secret", now=now)


@trap("10.6")
def vault_values_have_the_layout_of_the_published_clients(api: Api) -> None:
    from workos_core.vault.envelope import decrypt, encrypt

    blob = encrypt("text", b"k" * 32, b"encrypted keys")
    assert decrypt(blob, b"k" * 32) == "text"


# 11. Newer fields on older endpoints


@trap("11.1")
def newer_arguments_stand_beside_the_older_ones(api: Api) -> None:
    for name, arguments in (
        ("portal.generate_link", {"external_user_id"}),
        ("user_management.create_magic_auth", {"locale"}),
        ("user_management.create_password_reset", {"locale"}),
        ("audit_logs.update_organization_audit_logs_retention", {"retention_period_in_days"}),
    ):
        assert arguments <= inspect.signature(api.method(name)).parameters.keys(), name
