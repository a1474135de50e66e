"""Call every method of both clients once against the emulator: request and response match the spec, and the response decodes."""

from collections.abc import Iterator
from typing import Any

import httpx
import pytest

import workos_async
import workos_sync
from workos_core.errors import APIError
from workos_core.serialization.unstructure import to_dict
from workos_emulator.http import json_schema
from workos_emulator.server import routing

from ..support.client_pair import ClientPair
from ..support.examples import example
from ..support.methods import Method, all_methods, full_name, schema_of
from ..support.seeded_environment import PASSWORD, SeededEnvironment, with_known_values

# Operations whose errors are undocumented.
UNDOCUMENTED_ERRORS = {"createRadarChallenge"}
EXISTING_ID = "the ID of an existing object"
# Arguments for which the API rejects the example value of the schema.
ARGUMENTS: dict[str, dict[str, Any]] = {
    "agents.create_blueprint_token": {"type": "autonomous", "organization_id": EXISTING_ID},
    "authorization.add_environment_role_permission": {"role_slug": "member"},
    "authorization.create_group_role_assignment": {"role_slug": "member"},
    "authorization.create_permission": {"slug": "new"},
    "authorization.create_resource": {"external_id": "new"},
    "authorization.delete_resource": {"cascade_delete": True},
    "authorization.delete_resource_by_external_id": {"cascade_delete": True},
    "authorization.get_environment_role": {"role_slug": "member"},
    "authorization.list_resources": {"resource_type_slug": "project"},
    "authorization.patch_group_role_assignments": {"add": [{"role_slug": "member"}]},
    "authorization.replace_group_role_assignments": {"role_assignments": [{"role_slug": "member"}]},
    "authorization.set_environment_role_permissions": {"role_slug": "member"},
    "authorization.update_environment_role": {"role_slug": "member"},
    "organization_domains.create": {"domain": "new.example.com"},
    "pipes.create_data_integration": {"provider": "slack"},
    "pipes.create_user_connected_account": {"connection_intent": "add"},
    "user_management.authenticate_with_password": {"email": "ada@example.com", "password": PASSWORD},
    "user_management.create_authkit_oauth_resource": {"uri": "https://new.example.com/mcp"},
    "user_management.create_cors_origin": {"origin": "https://new.example.com"},
    "user_management.create_password_reset": {"email": "ada@example.com"},
    "user_management.create_redirect_uri": {"uri": "https://new.example.com/callback"},
    "user_management.create_waitlist_entry": {"email": "new@example.com"},
    "user_management.send_email_change": {"new_email": "new@example.com"},
    "user_management.update_jwt_template": {"content": '{"a": "b"}'},
    "webhooks.create_webhook_endpoint": {"endpoint_url": "https://new.example.com"},
    "widgets.create_token": {"organization_id": EXISTING_ID, "user_id": EXISTING_ID},
}
# Methods that need another state than the seeded environment or a code from an email, with the expected error. tests/emulator covers their success.
EXPECTED_ERRORS: dict[str, str | int] = {
    "authorization.delete_group_role_assignment": 404,
    "authorization.delete_group_role_assignments": 422,
    "authorization.get_group_role_assignment": 404,
    "authorization.remove_organization_role_permission": 404,
    "connect.complete_oauth2": 404,
    "groups.remove_group_organization_membership": 404,
    "groups.update_group_organization_memberships": "invalid_request_parameters",
    "pipes.delete_organization_connected_account": 404,
    "pipes.finish_connection": 400,
    "pipes.get_organization_connected_account": 404,
    "pipes.update_data_integration_api_key": "auth_method_mismatch",
    "pipes.update_data_integration_client_credentials": "auth_method_mismatch",
    "pipes.update_organization_connected_account": 404,
    "radar.remove_list_entry": 404,
    "sso.authorize_logout": 404,
    "sso.create_connection_saml_idp_signing_cert": "invalid_request_parameters",
    "sso.delete_connection_saml_idp_signing_cert": 404,
    "sso.delete_connection_saml_sp_encryption_cert": 404,
    "sso.exchange_id_token": "invalid_grant",
    "sso.get_profile": "Unauthorized",
    "sso.get_profile_and_token": "invalid_grant",
    "user_management.authenticate_with_code": "invalid_grant",
    "user_management.authenticate_with_device_code": "invalid_grant",
    "user_management.authenticate_with_email_completion": "invalid_grant",
    "user_management.authenticate_with_email_verification": "invalid_pending_authentication_token",
    "user_management.authenticate_with_magic_auth": "invalid_one_time_code",
    "user_management.authenticate_with_organization_selection": "invalid_pending_authentication_token",
    "user_management.authenticate_with_radar_email_challenge": "invalid_pending_authentication_token",
    "user_management.authenticate_with_radar_sms_challenge": "invalid_pending_authentication_token",
    "user_management.authenticate_with_totp": "invalid_pending_authentication_token",
    "user_management.confirm_email_change": "no_pending_email_change",
    "user_management.create_organization_membership": "invalid_request_parameters",
    "user_management.create_radar_challenge": "invalid_pending_authentication_token",
    "user_management.delete_user_authorized_application": 404,
    "user_management.get_jwt_template": 404,
    "user_management.get_radar_challenge": 404,
    "user_management.reset_password": 404,
    "user_management.send_verification_email": "email_already_verified",
    "user_management.verify_email": "email_previously_verified",
}
METHODS = [method for method in all_methods() if method.kind != "url"]


class CheckingTransport:
    """A transport to the emulator that checks every response against the spec.

    Attributes:
        response: The last response.
        transport: The httpx transport.
    """

    def __init__(self, environment: SeededEnvironment) -> None:
        self._environment = environment
        self.response = httpx.Response(200)
        self.transport = httpx.MockTransport(self._handle)

    def _handle(self, request: httpx.Request) -> httpx.Response:
        with httpx.Client(transport=self._environment.emulator.transport) as client:
            self.response = response = client.send(request)
        operation, _ = routing.default_router().match(request.method, request.url.raw_path.decode().partition("?")[0])
        documented = operation.raw["responses"]
        status = "2XX" if response.is_success and "2XX" in documented else str(response.status_code)
        assert status in documented or operation.id in UNDOCUMENTED_ERRORS or "2XX" in documented
        if status in documented and "content" in documented[status]:
            pointer = f"{operation.pointer}/responses/{status}/content/application~1json/schema"
            assert json_schema.problems(json_schema.validator(pointer), response.json()) == []
        return httpx.Response(response.status_code, headers=response.headers, content=response.content)


class EmulatorClients(ClientPair):
    """Clients of the seeded environment."""

    def __init__(self) -> None:
        self.environment = SeededEnvironment()
        self._transport = CheckingTransport(self.environment)
        emulator = self.environment.emulator
        super().__init__(
            emulator.api_key,
            client_id=emulator.client_id,
            max_retries=0,
            rate_limiter=None,
            transport=self._transport.transport,
        )

    def check(self, result: Any) -> None:
        """Check that the result has exactly the content of the last response."""
        response = self._transport.response
        if not response.content:
            assert result is None
            return
        content = response.json()
        if isinstance(result, (workos_async.Page, workos_sync.Page)):
            assert to_dict(result.data) == content["data"]
        elif isinstance(content, list):
            assert to_dict(result) == content
        else:
            assert to_dict(result) == content or to_dict(result) in content.values()

    def arguments(self, method: Method) -> dict[str, Any]:
        """Return the required arguments, and the first group of exclusive arguments. The IDs refer to existing objects."""
        rules = [rule for rule in method.exclusive if rule.required]
        grouped = {name for rule in method.exclusive for group in rule.groups for name in group}
        chosen = {name for rule in rules for name in rule.groups[0]} | set(method.any_of[:1])
        arguments: dict[str, Any] = {}
        for argument in method.arguments:
            if not argument.from_client and (
                (argument.required and argument.name not in grouped) or argument.name in chosen
            ):
                known = self.environment.path_values if argument.location == "path" else self.environment.body_values
                value = example(schema_of(method, argument))
                arguments[argument.name] = with_known_values({argument.wire: value}, known)[argument.wire]
        if method.credentials == "access_token":
            arguments["access_token"] = self.environment.access_token
        for name, value in ARGUMENTS.get(full_name(method), {}).items():
            arguments[name] = self.environment.body_values[name] if value is EXISTING_ID else value
        return arguments


@pytest.fixture(scope="module")
def pair() -> Iterator[EmulatorClients]:
    clients = EmulatorClients()
    yield clients
    clients.close()


@pytest.mark.parametrize("method", METHODS, ids=full_name)
def test_method_returns_the_response_or_raises_the_expected_error(pair: EmulatorClients, method: Method) -> None:
    expected_error = EXPECTED_ERRORS.get(full_name(method))
    for client in pair.clients:
        pair.environment.reset()
        arguments = pair.arguments(method)
        if expected_error is None:
            result = pair.call(client, method, arguments)
            pair.check(result)
        else:
            with pytest.raises(APIError) as caught:
                pair.call(client, method, arguments)
            assert (caught.value.error or caught.value.code or caught.value.status) == expected_error


def test_the_tables_contain_only_existing_methods() -> None:
    assert ARGUMENTS.keys() | EXPECTED_ERRORS.keys() <= set(map(full_name, METHODS))
