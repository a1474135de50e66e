"""Request bodies and arguments."""

import inspect
import json
from datetime import UTC, datetime
from urllib.parse import parse_qs, urlsplit

import pytest

from workos_core import errors, models
from workos_core.not_given import NOT_GIVEN
from workos_core.serialization.unstructure import to_dict

from ..bodies import ORGANIZATION, page
from ..sdk import SDK, StubResponse
from .support import METHODS, pitfall, request_target


@pitfall("5.1")
def test_each_grant_type_has_its_own_method(sdk: SDK) -> None:
    grants = {
        next(constant.type.value for constant in method.constants if constant.wire == "grant_type")
        for method in METHODS.values()
        if method.path == "/user_management/authenticate"
    }
    assert len(grants) == 11
    assert "authorization_code" in grants
    assert "urn:ietf:params:oauth:grant-type:device_code" in grants


@pitfall("5.2")
def test_other_unions_have_a_method_and_a_class_per_variant(sdk: SDK) -> None:
    application = {"object": "connect_application", "id": "app_1", "name": "M", "application_type": "m2m", "scopes": []}
    call = sdk.call("connect.create_m2m_application", name="M", organization_id="org_1", responses=[application])
    assert json.loads(call.request.content)["application_type"] == "m2m"
    assert type(call.result) is models.M2mConnectApplication
    unknown = sdk.call(
        "connect.get_application", "app_1", responses=[{**application, "application_type": "robot"}]
    ).result
    assert type(unknown) is models.UnknownConnectApplication
    assert to_dict(unknown) == {**application, "application_type": "robot"}


@pitfall("5.3")
def test_mutually_exclusive_arguments_are_rejected_before_the_request(sdk: SDK) -> None:
    both = {"role_slug": "a", "role_slugs": ["b"]}
    error = sdk.expect_error(
        errors.InvalidArgumentError, "user_management.update_organization_membership", "om_1", **both
    )
    assert "role_slug" in str(error)
    sdk.expect_error(
        errors.InvalidArgumentError, "user_management.create_user", email="a@b.c", password="p", password_hash="h"
    )
    sdk.expect_error(errors.InvalidArgumentError, "user_management.create_user", email="a@b.c", password_hash="h")
    sdk.expect_error(
        errors.InvalidArgumentError, "authorization.check", "om_1", permission_slug="p", resource_external_id="x"
    )
    sdk.expect_error(
        errors.InvalidArgumentError, "authorization.list_resources", parent_resource_id="a", parent_external_id="b"
    )
    assert sum(bool(method.exclusive) for method in METHODS.values()) >= 12


@pitfall("5.4")
def test_omitted_fields_are_unchanged_and_none_clears_a_field(sdk: SDK) -> None:
    call = sdk.call("organizations.update_organization", "org_1", external_id=None, responses=[ORGANIZATION])
    assert json.loads(call.request.content) == {"external_id": None}
    call = sdk.call(
        "organizations.update_organization", "org_1", name="x", external_id=NOT_GIVEN, responses=[ORGANIZATION]
    )
    assert json.loads(call.request.content) == {"name": "x"}


@pitfall("5.5")
def test_delete_requests_can_have_a_body(sdk: SDK) -> None:
    for name, args, arguments in (
        ("authorization.remove_role", ("om_1",), {"role_slug": "r", "resource_id": "res_1"}),
        ("authorization.delete_group_role_assignments", ("group_1",), {"role_slug": "r"}),
        ("radar.remove_list_entry", ("domain", "block"), {"entry": "a.b"}),
    ):
        request = sdk.call(name, *args, responses=[StubResponse(None, 204)], **arguments).request
        assert request.method == "DELETE"
        assert json.loads(request.content).items() >= arguments.items()


@pitfall("5.6")
def test_operations_without_a_body_send_none(sdk: SDK) -> None:
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
        request = sdk.call(name, *args, responses=[{"user": {}}]).request
        assert request.content == b"", name
        assert "content-type" not in request.headers
    for name, args in (
        ("user_management.resend_invitation", ("invitation_1",)),
        ("mfa.challenge_factor", ("auth_factor_1",)),
    ):
        assert sdk.call(name, *args, responses=[{}]).request.content == b"{}", name


@pitfall("5.7")
def test_arguments_are_sent_under_their_wire_names(sdk: SDK) -> None:
    call = sdk.call("mfa.enroll_factor", type="totp", totp_issuer="I", totp_user="U", responses=[{}])
    assert json.loads(call.request.content) == {"type": "totp", "totp_issuer": "I", "totp_user": "U"}
    call = sdk.call("vault.create_object", name="n", value="v", key_context={"a": "b"}, responses=[{}])
    assert json.loads(call.request.content)["key_context"] == {"a": "b"}
    call = sdk.call("pipes.get_access_token", "github", user_id="user_1", responses=[{"active": False}])
    assert request_target(call.request) == "/data-integrations/github/token"


@pitfall("5.8")
def test_audit_log_schemas_accept_a_short_form(sdk: SDK) -> None:
    short = sdk.call(
        "audit_logs.create_schema", "a.b", targets=[{"type": "user", "metadata": {"status": "string"}}], responses=[{}]
    )
    full = {"type": "object", "properties": {"status": {"type": "string"}}}
    assert json.loads(short.request.content)["targets"] == [{"type": "user", "metadata": full}]
    long = sdk.call("audit_logs.create_schema", "a.b", targets=[{"type": "user", "metadata": full}], responses=[{}])
    assert long.request.content == short.request.content


@pitfall("5.9")
def test_portal_links_accept_it_contact_emails(sdk: SDK) -> None:
    call = sdk.call(
        "portal.generate_link",
        organization="org_1",
        intent="sso",
        it_contact_emails=["it@a.b"],
        responses=[{"link": "https://x"}],
    )
    assert json.loads(call.request.content)["it_contact_emails"] == ["it@a.b"]
    assert "20" in (inspect.getdoc(sdk.method("portal.generate_link")) or "")


@pitfall("5.10")
def test_radar_actions_are_an_open_enum(sdk: SDK) -> None:
    for action in ("sign-up", "sign-in", "signup"):
        call = sdk.call(
            "radar.create_attempt",
            ip_address="1.2.3.4",
            user_agent="u",
            email="a@b.c",
            auth_method="SSO",
            action=action,
            responses=[{}],
        )
        assert json.loads(call.request.content)["action"] == action


@pitfall("5.11")
def test_idempotency_keys_are_generated_only_where_the_api_honors_them(sdk: SDK) -> None:
    event = {
        "action": "a.b",
        "occurred_at": datetime(2026, 1, 1, tzinfo=UTC),
        "actor": {"id": "1", "type": "user"},
        "targets": [],
    }
    event["context"] = {"location": "1.2.3.4"}
    call = sdk.call("audit_logs.create_event", organization_id="org_1", event=event, responses=[{"success": True}])
    assert len(call.request.headers["idempotency-key"]) == 36
    call = sdk.call("organizations.create_organization", name="x", responses=[ORGANIZATION])
    assert "idempotency-key" not in call.request.headers


@pitfall("5.12")
def test_an_authorization_url_requires_exactly_one_selector(sdk: SDK) -> None:
    client = sdk.client()
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


@pitfall("5.13")
def test_listing_memberships_requires_a_user_or_an_organization(sdk: SDK) -> None:
    sdk.expect_error(errors.InvalidArgumentError, "user_management.list_organization_memberships")
    sdk.call("user_management.list_organization_memberships", user_id="user_1", responses=[page()])
    sdk.call("user_management.list_organization_memberships", organization_id="org_1", responses=[page()])


@pitfall("5.14")
def test_sso_authorization_urls_accept_a_code_challenge(sdk: SDK) -> None:
    url = sdk.client().sso.get_authorization_url(
        provider="GoogleOAuth", redirect_uri="https://a.b", code_challenge="c" * 43
    )
    query = parse_qs(urlsplit(url).query)
    assert (query["code_challenge"], query["code_challenge_method"]) == (["c" * 43], ["S256"])
