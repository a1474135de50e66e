"""Responses: wrapped objects, bare arrays, empty bodies, missing fields, malformed and undeclared times."""

import pytest

from workos_core import errors, models
from workos_core.models import events
from workos_core.serialization.converter import from_dict
from workos_core.serialization.unstructure import to_dict

from ..bodies import SIGNED_IN, USER, sample
from ..sdk import SDK, StubResponse
from .support import pitfall


@pitfall("6.1")
def test_responses_with_a_single_property_are_unwrapped(sdk: SDK) -> None:
    for name, args, arguments, response, expected in (
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
        assert sdk.call(name, *args, responses=[response], **arguments).result == expected, name
    call = sdk.call("user_management.reset_password", token="t", new_password="p", responses=[{"user": USER}])
    assert type(call.result) is models.User
    verified = sdk.call(
        "mfa.verify_challenge",
        "auth_challenge_1",
        code="1",
        responses=[{"challenge": sample("mfa_challenge"), "valid": True}],
    )
    assert verified.result.valid is True
    enrolled = {
        "authentication_factor": sample("user_auth_factor"),
        "authentication_challenge": sample("mfa_challenge"),
    }
    assert sdk.call(
        "user_management.enroll_auth_factor", "user_1", responses=[enrolled]
    ).result.authentication_challenge


@pitfall("6.2")
def test_a_response_that_extends_an_object_decodes_to_the_object(sdk: SDK) -> None:
    call = sdk.call(
        "user_management.create_user", email="a@b.c", responses=[{**USER, "radar_auth_attempt_id": "radar_1"}]
    )
    assert type(call.result) is models.User
    assert call.result.radar_auth_attempt_id == "radar_1"


@pitfall("6.3")
def test_bare_arrays_are_decoded(sdk: SDK) -> None:
    identities = sdk.call("user_management.get_user_identities", "user_1", responses=[[sample("identity")]]).result
    assert [type(item) for item in identities] == [models.UserIdentity]
    assert sdk.call("connect.list_application_client_secrets", "app_1", responses=[[]]).result == []


@pitfall("6.4")
def test_lists_without_cursors_are_decoded(sdk: SDK) -> None:
    for name, args in (
        ("authorization.list_environment_roles", ()),
        ("authorization.list_organization_roles", ("org_1",)),
        ("pipes_provider.list_organization_data_integration_configurations", ("org_1",)),
        ("pipes.list_user_data_providers", ("user_1",)),
        ("vault.list_object_versions", ("kv_1",)),
    ):
        call = sdk.call(name, *args, responses=[{"data": []}])
        assert call.result == [], name
        assert call.request.url.query == b""
    objects = sdk.call("vault.list_objects", responses=[{"data": [{"id": "kv_1", "name": "n"}], "list_metadata": {}}])
    assert [item.id for item in objects.result.data] == ["kv_1"]


@pitfall("6.5")
def test_any_2xx_with_or_without_a_body_is_a_success(sdk: SDK) -> None:
    for status in (200, 202, 204):
        for name, args, arguments in (
            ("user_management.revoke_session", (), {"session_id": "session_1"}),
            ("user_management.delete_user", ("user_1",), {}),
            ("user_management.delete_organization_membership", ("om_1",), {}),
            ("organizations.delete_organization", ("org_1",), {}),
            ("directory_sync.delete_directory", ("directory_1",), {}),
        ):
            assert sdk.call(name, *args, responses=[StubResponse(None, status)], **arguments).result is None
    for response in (
        StubResponse({"message": "Entry already present"}, 200),
        StubResponse(None, 201),
        StubResponse(None, 204),
    ):
        sdk.call("radar.add_list_entry", "domain", "block", entry="a.b", responses=[response])


@pitfall("6.6")
def test_samples_without_promised_fields_decode(sdk: SDK) -> None:
    directory = from_dict(models.Directory, sample("directory"))
    assert directory.id
    with pytest.raises(errors.MissingFieldError, match="external_key"):
        _ = directory.external_key
    assert to_dict(directory) == sample("directory")


@pitfall("6.7")
def test_malformed_times_remain_strings(sdk: SDK) -> None:
    factor = from_dict(
        models.EnrolledAuthenticationFactor, {**sample("user_auth_factor"), "created_at": "2021-06-25T19: 07: 33.155Z"}
    )
    assert factor.created_at == "2021-06-25T19: 07: 33.155Z"


@pitfall("6.8")
def test_directory_states_of_both_vocabularies_are_preserved(sdk: SDK) -> None:
    for state in ("linked", "unlinked", "validating", "invalid_credentials", "deleting", "active", "inactive"):
        assert from_dict(models.Directory, {"id": "directory_1", "state": state}).state == state


@pitfall("6.9")
def test_times_without_a_declared_format_are_unchanged(sdk: SDK) -> None:
    tokens = from_dict(models.OauthTokens, {"expires_at": 1735141800})
    assert tokens.expires_at == 1735141800
    log_stream = from_dict(models.AuditLogStream, {"last_synced_at": "2026-01-01T00:00:00.000Z"})
    assert log_stream.last_synced_at == "2026-01-01T00:00:00.000Z"


@pitfall("6.10")
def test_the_string_null_is_preserved(sdk: SDK) -> None:
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


@pitfall("6.11")
def test_authentication_methods_of_both_vocabularies_are_preserved(sdk: SDK) -> None:
    response = from_dict(models.AuthenticationResponse, {**SIGNED_IN, "authentication_method": "SSO"})
    assert response.authentication_method == "SSO"
    session = from_dict(models.UserSession, {**sample("session"), "auth_method": "sso"})
    assert session.auth_method == "sso"


@pitfall("6.12")
def test_an_object_has_one_class_in_all_responses(sdk: SDK) -> None:
    names = [name for name in models.__all__ if name.startswith("OrganizationDomain") and "Event" not in name]
    created = sdk.call(
        "organization_domains.create", domain="a.b", organization_id="org_1", responses=[sample("organization_domain")]
    )
    read = sdk.call("organization_domains.get", "org_domain_1", responses=[sample("organization_domain")])
    assert type(created.result) is type(read.result) is models.OrganizationDomain
    assert not [name for name in names if "StandAlone" in name or name.endswith(("Json", "Dto"))]


@pitfall("6.13")
def test_the_request_id_header_is_read(sdk: SDK) -> None:
    error = sdk.expect_error(
        errors.NotFoundError,
        "organizations.get_organization",
        "org_1",
        responses=[StubResponse({}, 404, {"X-Request-ID": "req_9"})],
    )
    assert error.request_id == "req_9"
    assert "req_9" in str(error)
