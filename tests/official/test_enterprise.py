"""SSO, directories, audit logs, the Admin Portal, Vault, Radar, Pipes, agents, events, webhooks and smaller resources."""

from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

workos = pytest.importorskip("workos", reason="the official SDK is not installed: nox -s official runs this")

from workos.agents.models import AgentAdminLinkClaimAttemptToExternalUserRequestUser  # noqa: E402
from workos.audit_logs import RetentionPeriodInDays  # noqa: E402
from workos.audit_logs.models import (  # noqa: E402
    AuditLogEvent,
    AuditLogEventActor,
    AuditLogEventContext,
    AuditLogEventTarget,
    AuditLogSchemaTargetInput,
)

from workos_emulator import Emulator, Request  # noqa: E402


def test_sso(official: Any, acme: Any, emulator: Emulator) -> None:
    sso = official.sso
    connection = emulator.seed.connection(acme.id, name="Okta")
    assert sso.get_connection(connection["id"]).name == "Okta"
    assert [item.id for item in sso.list_connections(organization_id=acme.id).data] == [connection["id"]]
    query = {"connection": connection["id"], "redirect_uri": "http://localhost:3000/cb", "login_hint": "ada@acme.com"}
    location = httpx.get(sso.get_authorization_url(**query)).headers["location"]
    response = sso.get_profile_and_token(code=parse_qs(urlsplit(location).query)["code"][0])
    assert response.profile.email == "ada@acme.com"
    assert sso.get_profile(access_token=response.access_token).id == response.profile.id
    assert sso.authorize_logout(profile_id=response.profile.id).logout_token
    assert sso.update_connection(connection["id"], name="Other").name == "Other"
    signing = sso.create_connection_saml_sp_signing_cert(connection["id"])
    sso.list_connection_saml_sp_signing_cert(connection["id"])
    sso.delete_connection_saml_sp_signing_cert(connection["id"], signing.id)
    encryption = sso.create_connection_saml_sp_encryption_cert(connection["id"])
    sso.list_connection_saml_sp_encryption_certs(connection["id"])
    sso.delete_connection_saml_sp_encryption_cert(connection["id"], encryption.id)
    sso.list_connection_saml_idp_signing_certs(connection["id"])
    sso.delete_connection(connection["id"])


def test_directories(official: Any, acme: Any, emulator: Emulator) -> None:
    sync = official.directory_sync
    directory = emulator.seed.directory(acme.id, domain="acme.com")
    group = emulator.seed.directory_group(directory["id"], name="G")
    directory_user = emulator.seed.directory_user(
        directory["id"], email="ada@acme.com", first_name="Ada", group_ids=[group["id"]], role_slugs=["member"]
    )
    assert sync.get_directory(directory["id"]).name == directory["name"]
    assert [item.id for item in sync.list_directories(organization_id=acme.id).data] == [directory["id"]]
    assert sync.get_group(group["id"]).name == "G"
    assert sync.get_user(directory_user["id"]).email == "ada@acme.com"
    assert [item.id for item in sync.list_users(group=group["id"]).data] == [directory_user["id"]]
    assert [item.id for item in sync.list_groups(user=directory_user["id"]).data] == [group["id"]]
    sync.delete_directory(directory["id"])


def test_audit_logs(official: Any, acme: Any, emulator: Emulator) -> None:
    logs, now = official.audit_logs, datetime.now(UTC)
    schema = logs.create_schema("invoice.paid", targets=[AuditLogSchemaTargetInput(type="invoice")])
    assert schema.version == 1
    assert len(logs.list_action_schemas("invoice.paid").data) == 1
    assert [item.name for item in logs.list_actions().data] == ["invoice.paid"]
    event = AuditLogEvent(
        action="invoice.paid",
        occurred_at=now,
        actor=AuditLogEventActor(id="user_1", type="user"),
        targets=[AuditLogEventTarget(id="inv_1", type="invoice")],
        context=AuditLogEventContext(location="203.0.113.9"),
    )
    assert logs.create_event(organization_id=acme.id, event=event).success is True
    export = logs.create_export(
        organization_id=acme.id, range_start=now - timedelta(days=1), range_end=now + timedelta(days=1)
    )
    assert logs.get_export(export.id).state in ("pending", "ready")
    assert logs.get_organization_audit_logs_retention(acme.id).retention_period_in_days is None
    changed = logs.update_organization_audit_logs_retention(acme.id, retention=RetentionPeriodInDays(365))
    assert changed.retention_period_in_days == 365


def test_admin_portal(official: Any, acme: Any) -> None:
    assert official.admin_portal.generate_link(organization=acme.id, intent="sso").link


def test_vault(official: Any) -> None:
    vault = official.vault
    created = vault.create_kv(name="secret", value="v1", key_context={"customer": "1"})
    assert vault.get_kv(created.id).value == vault.get_name("secret").value == "v1"
    vault.update_kv(created.id, value="v2")
    assert len(vault.list_kv_versions(created.id).data) == 2
    assert vault.list_kv_metadata(created.id).id == created.id
    assert [item.name for item in vault.list_kv().data] == ["secret"]
    sealed = vault.encrypt(data="hello", key_context={"customer": "1"}, associated_data="a")
    assert vault.decrypt(encrypted_data=sealed, associated_data="a") == "hello"
    pair = vault.create_data_key(context={"customer": "1"})
    assert vault.create_decrypt(keys=pair.encrypted_keys).data_key == pair.data_key
    assert vault.create_rekey(context={"customer": "2"}, encrypted_keys=pair.encrypted_keys).encrypted_keys
    vault.delete_kv(created.id)


def test_radar(official: Any) -> None:
    radar = official.radar
    attempt = radar.create_attempt(
        ip_address="203.0.113.9", user_agent="U", email="a@example.com", auth_method="Password", action="sign-in"
    )
    assert attempt.verdict in ("allow", "block", "challenge")
    radar.update_attempt(attempt.attempt_id, attempt_status="success")
    radar.add_list_entry(type="email", action="block", entry="a@example.com")
    blocked = radar.create_attempt(
        ip_address="203.0.113.9", user_agent="U", email="a@example.com", auth_method="Password", action="sign-in"
    )
    assert blocked.verdict == "block"
    radar.add_list_entry(type="email", action="block", entry="a@example.com")
    radar.remove_list_entry(type="email", action="block", entry="a@example.com")


def test_pipes(official: Any, acme: Any, ada: Any, member: Any) -> None:
    pipes = official.pipes
    integration = pipes.create_data_integration(provider="github", auth_methods=["oauth", "api_key"])
    assert pipes.get_data_integration(integration.slug).slug == integration.slug
    assert len(pipes.list_data_integrations().data) == 1
    assert pipes.update_data_integration(integration.slug, description="Ours").description == "Ours"
    url = pipes.authorize_data_integration(integration.slug, user_id=ada.id, return_to="http://localhost:3000/").url
    assert httpx.get(url).status_code == 302
    assert pipes.get_access_token(integration.slug, user_id=ada.id)
    assert pipes.get_user_connected_account(ada.id, integration.slug).id
    assert len(pipes.list_user_data_providers(ada.id).data) == 1
    assert pipes.list_organization_data_providers(acme.id).data is not None
    pipes.delete_user_connected_account(ada.id, integration.slug)
    settings = official.pipes_provider
    assert len(settings.list_organization_data_integration_configurations(acme.id).data) == 1
    settings.update_organization_data_integration_configuration(acme.id, integration.slug, enabled=True)
    pipes.delete_data_integration(integration.slug)


def test_agents(official: Any, acme: Any, emulator: Emulator) -> None:
    agents = official.agents
    blueprint = agents.create_blueprint(name="B")
    assert agents.get_blueprint(blueprint.id).name == "B"
    assert agents.update_blueprint(blueprint.id, name="C").name == "C"
    assert [item.id for item in agents.list_blueprints().data] == [blueprint.id]
    token = agents.create_blueprint_token(blueprint.id, type="autonomous", organization_id=acme.id)
    assert agents.validate_blueprint_token(blueprint.id, agent_access_token=token.access_token)
    assert agents.get_instance(token.agent_instance_id).id == token.agent_instance_id
    assert len(agents.list_instances().data) == 1
    assert agents.get_session(token.agent_instance_session_id).id == token.agent_instance_session_id
    assert len(agents.list_sessions().data) == 1
    agents.revoke_session(token.agent_instance_session_id)
    agents.delete_instance(token.agent_instance_id)
    registered = emulator.seed.agent_registration(acme.id)
    registration_id = registered["registration"]["id"]
    assert agents.get_registration(registration_id).id == registration_id
    assert agents.update_attempts(
        type="link_external_user",
        claim_attempt_token=registered["claim_attempt_token"],
        user=AgentAdminLinkClaimAttemptToExternalUserRequestUser(external_id="hr-1", email="ada@example.com"),
    )
    agents.revoke_registration(registration_id)
    agents.delete_blueprint(blueprint.id)


def test_events_and_webhooks(official: Any, emulator: Emulator) -> None:
    endpoint = official.webhooks.create_webhook_endpoint(
        endpoint_url="https://app.example.com/hook", events=["user.created"]
    )
    webhooks: list[Request] = []
    emulator.deliveries.mount("https://app.example.com", function=webhooks.append)
    user = official.user_management.create_user(email="ada@example.com")
    emulator.deliveries.run()
    event = official.webhooks.verify_event(
        event_body=webhooks[0].body, event_signature=webhooks[0].headers["workos-signature"], secret=endpoint.secret
    )
    assert event.event == "user.created"
    assert event.data.id == user.id
    assert [item.id for item in official.events.list_events(events=["user.created"]).data] == [event.id]
    changed = official.webhooks.update_webhook_endpoint(endpoint.id, status="disabled")
    assert changed.status == "disabled"
    assert len(official.webhooks.list_webhook_endpoints().data) == 1
    official.webhooks.delete_webhook_endpoint(endpoint.id)


def test_all_emitted_events_can_be_parsed(official: Any, acme: Any, ada: Any, member: Any, emulator: Emulator) -> None:
    """The events that the fixtures and a few further changes emit."""
    directory = emulator.seed.directory(acme.id)
    group = emulator.seed.directory_group(directory["id"], name="G")
    emulator.seed.directory_user(directory["id"], email="a@acme.com", group_ids=[group["id"]])
    emulator.seed.connection(acme.id)
    official.authorization.create_permission(slug="p", name="P")
    official.authorization.create_environment_role(slug="r", name="R")
    official.user_management.send_invitation(email="bob@example.com")
    official.api_keys.create_organization_api_key(acme.id, name="K")
    official.organization_domains.create_organization_domain(domain="acme.org", organization_id=acme.id)
    official.user_management.delete_user(ada.id)
    types = {event.type for event in emulator.environment.state.events.events}
    assert len(types) >= 12
    events = list(official.events.list_events(events=sorted(types)).auto_paging_iter())
    assert {event.event for event in events} == types


def test_passwordless_sessions_and_platform_teams(official: Any) -> None:
    session = official.passwordless.create_session(email="ada@example.com", type="MagicLink")
    official.passwordless.send_session(session.id)
    team = official.platform_teams.create_team(admin_email="ada@example.com", name="T")
    assert official.platform_teams.get_team(team.id).name == "T"


def test_not_found_error(official: Any) -> None:
    with pytest.raises(workos.NotFoundError):
        official.directory_sync.get_user("directory_user_none")
