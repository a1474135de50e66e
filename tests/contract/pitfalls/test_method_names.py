"""Method names where the API reference, the official spec and the official SDKs differ."""

import inspect
from urllib.parse import urlsplit

import pytest

from ..bodies import USER, sample
from ..sdk import SDK
from .support import pitfall, request_target

METHODS_BY_PITFALL = {
    "2.1": ("portal.generate_link",),
    "2.2": (
        "mfa.enroll_factor",
        "mfa.challenge_factor",
        "mfa.verify_challenge",
        "mfa.get_factor",
        "mfa.delete_factor",
    ),
    "2.3": ("user_management.enroll_auth_factor", "user_management.list_auth_factors"),
    "2.5": ("api_keys.validate_api_key",),
    "2.6": ("organization_domains.get", "organization_domains.create", "organization_domains.verify"),
    "2.7": ("organizations.list_organization_feature_flags", "user_management.list_user_feature_flags"),
    "2.8": ("user_management.create_organization_membership", "user_management.list_organization_memberships"),
    "2.9": ("groups.list_organization_groups", "groups.add_group_organization_membership"),
    "2.10": (
        "authorization.list_role_assignments_for_resource_by_external_id",
        "authorization.replace_group_role_assignments",
    ),
    "2.11": (
        "vault.create_object",
        "vault.read_object",
        "vault.describe_object",
        "vault.list_object_versions",
        "vault.decrypt_data_key",
    ),
    "2.14": (
        "user_management.refresh_and_seal_session_data",
        "user_management.get_logout_url_from_session_cookie",
    ),
}


@pitfall(*METHODS_BY_PITFALL)
@pytest.mark.parametrize("number", METHODS_BY_PITFALL)
def test_methods_exist_under_the_chosen_names(sdk: SDK, number: str) -> None:
    for name in METHODS_BY_PITFALL[number]:
        assert inspect.getdoc(sdk.method(name)), name


@pitfall("2.4")
def test_reset_password_sets_the_new_password(sdk: SDK) -> None:
    created = sdk.call("user_management.create_password_reset", email="a@b.c", responses=[sample("password_reset")])
    assert request_target(created.request) == "/user_management/password_reset"
    confirmed = sdk.call("user_management.reset_password", token="t", new_password="p", responses=[{"user": USER}])
    assert request_target(confirmed.request) == "/user_management/password_reset/confirm"


@pitfall("2.12")
def test_logout_urls_are_built_by_get_logout_url(sdk: SDK) -> None:
    client = sdk.client()
    url = client.user_management.get_logout_url(session_id="session_1")
    assert urlsplit(url).path == "/user_management/sessions/logout"
    session = client.user_management.load_sealed_session(session_data="", cookie_password="x" * 32)
    assert callable(session.get_logout_url)


@pitfall("2.13")
def test_the_jwt_template_is_returned_by_get_not_list(sdk: SDK) -> None:
    assert not hasattr(sdk.client().user_management, "list_jwt_template")
    template = {"object": "jwt_template", "content": "{}", "created_at": "x", "updated_at": "y"}
    assert sdk.call("user_management.get_jwt_template", responses=[template]).result.content == "{}"
