"""Coverage: operations, resources and markers that other descriptions of the API lack."""

import inspect
import re

from ..bodies import page
from ..sdk import SDK
from .support import METHODS, SCHEMAS, SPEC, operations, pitfall, request_target


@pitfall("1.1")
def test_newer_operations_are_marked(sdk: SDK) -> None:
    by_name = operations()
    newer = [name for name, operation in by_name.items() if operation.get("x-source") == "newer"]
    assert len(newer) == 61, "number of operations with `x-source: newer`; if you added or removed one, update it here"
    assert len(by_name) - len(newer) == 212 + 2  # 212 operations of the official spec and two files on the CDN


@pitfall("1.2")
def test_endpoints_missing_from_the_official_spec_are_covered(sdk: SDK) -> None:
    link = {
        "object": "passwordless_session",
        "id": "passwordless_session_1",
        "email": "a@b.c",
        "link": "https://x",
        "expires_at": "2026-01-01",
    }
    call = sdk.call("passwordless.create_session", email="a@b.c", responses=[link])
    assert (call.request.method, request_target(call.request)) == ("POST", "/passwordless/sessions")
    sdk.call("passwordless.send_session", "passwordless_session_1", responses=[{"success": True}])
    flags = sdk.call("feature_flags.get_runtime_flags", responses=[{"a": {"slug": "a", "enabled": True}}])
    assert request_target(flags.request) == "/sdk/feature-flags"
    assert flags.result["a"].enabled is True


@pitfall("1.3")
def test_effective_permissions_are_available_by_membership_and_by_resource(sdk: SDK) -> None:
    by_membership = sdk.call("authorization.list_effective_permissions", "om_1", "res_1", responses=[page()])
    assert request_target(by_membership.request).startswith(
        "/authorization/organization_memberships/om_1/resources/res_1/permissions"
    )
    by_resource = sdk.call("authorization.list_effective_permissions_for_resource", "res_1", "om_1", responses=[page()])
    assert request_target(by_resource.request).startswith(
        "/authorization/resources/res_1/organization_memberships/om_1/permissions"
    )


@pitfall("1.4")
def test_methods_missing_from_the_node_sdk_are_covered(sdk: SDK) -> None:
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
        assert inspect.getdoc(sdk.method(name))


@pitfall("1.5")
def test_the_spec_has_no_paths_of_other_emulators(sdk: SDK) -> None:
    assert not [path for path in SPEC["paths"] if path.startswith("/x/")]


@pitfall("1.6")
def test_resources_missing_from_the_api_reference_are_covered(sdk: SDK) -> None:
    client = sdk.client()
    for resource in ("sso", "vault", "webhooks", "widgets", "authorization", "groups", "connect", "agents"):
        assert inspect.getdoc(getattr(client, resource))
    assert inspect.getdoc(client.portal.revoke_link)


@pitfall("1.7")
def test_deprecated_fields_and_parameters_are_marked(sdk: SDK) -> None:
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
    assert re.search(r"[Dd]eprecated", inspect.getdoc(sdk.method("directory_sync.list_directories")) or "")


@pitfall("1.8")
def test_docstrings_name_the_feature_flag_of_an_operation(sdk: SDK) -> None:
    flags = {name: method.feature_flag for name, method in METHODS.items() if method.feature_flag}
    assert len(flags) >= 17
    for name, flag in flags.items():
        assert flag in (inspect.getdoc(sdk.method(name)) or ""), name
