"""SSO, directories, audit logs, the Admin Portal, organizations and their domains, groups, events and webhooks."""

import json
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from workos_emulator import Emulator

from .conftest import NodeError, NodeSdk, ids

CALLBACK = "http://localhost:3000/callback"


def test_organizations(node: NodeSdk) -> None:
    domains = [{"domain": "acme.com", "state": "verified"}]
    created = node(
        "organizations.createOrganization", name="Acme", domainData=domains, externalId="crm-1", metadata={"a": "b"}
    )
    id = created["id"]
    assert (created["domains"][0]["domain"], created["metadata"]) == ("acme.com", {"a": "b"})
    assert node("organizations.getOrganization", id) == created
    assert node("organizations.getOrganizationByExternalId", "crm-1")["id"] == id
    node("organizations.createOrganization", name="Other")
    assert ids(node("organizations.listOrganizations", domains=["acme.com", "other.com"])) == [id]
    assert ids(node("organizations.listOrganizations", domains=["acme.com"])) == [id]
    assert len(ids(node("organizations.listOrganizations"))) == 2
    changed = node("organizations.updateOrganization", organization=id, name="New", stripeCustomerId="cus_1")
    assert (changed["name"], changed["stripeCustomerId"]) == ("New", "cus_1")
    node("organizations.createOrganization", {"name": "Once"}, {"idempotencyKey": "once"})
    assert node("organizations.deleteOrganization", id) is None
    with pytest.raises(NodeError):
        node("organizations.getOrganization", id)


def test_organization_domains(node: NodeSdk, acme: str) -> None:
    domain = node("organizationDomains.createOrganizationDomain", domain="acme.dev", organizationId=acme)
    assert (domain["state"], domain["verificationStrategy"]) == ("pending", "dns")
    assert node("organizationDomains.verifyOrganizationDomain", domain["id"])["id"] == domain["id"]
    assert node("organizationDomains.getOrganizationDomain", domain["id"])["domain"] == "acme.dev"
    assert node("organizationDomains.deleteOrganizationDomain", domain["id"]) is None


def test_it_contacts(node: NodeSdk, acme: str) -> None:
    contact = node("organizations.createItContact", organizationId=acme, email="it@acme.com")
    options = {"organizationId": acme, "contactId": contact["id"]}
    assert ids(node("organizations.listItContacts", organizationId=acme)) == [contact["id"]]
    assert node("organizations.inviteItContact", **options, intents=["sso"]) is None
    assert node("organizations.revokeItContact", **options) is None
    assert node("organizations.deleteItContact", **options) is None
    assert ids(node("organizations.listItContacts", organizationId=acme)) == []


def test_groups(node: NodeSdk, acme: str, member: str) -> None:
    group = node("groups.createGroup", organizationId=acme, name="Board", description="All")
    options = {"organizationId": acme, "groupId": group["id"]}
    assert node("groups.getGroup", **options) == group
    assert node("groups.updateGroup", **options, name="Chiefs")["name"] == "Chiefs"
    assert ids(node("groups.listGroups", organizationId=acme)) == [group["id"]]
    node("groups.addOrganizationMembership", **options, organizationMembershipId=member)
    assert ids(node("groups.listOrganizationMemberships", **options)) == [member]
    assert node("groups.removeOrganizationMembership", **options, organizationMembershipId=member) is None
    assert ids(node("groups.listOrganizationMemberships", **options)) == []
    assert node("groups.deleteGroup", **options) is None
    assert ids(node("groups.listGroups", organizationId=acme)) == []


def test_sso(node: NodeSdk, acme: str, emulator: Emulator) -> None:
    connection = emulator.seed.connection(acme, name="Okta")["id"]
    assert node("sso.getConnection", connection)["name"] == "Okta"
    assert ids(node("sso.listConnections", organizationId=acme)) == [connection]
    assert ids(node("sso.listConnections", connectionType="AzureSAML")) == []
    options = {"connection": connection, "redirectUri": CALLBACK, "loginHint": "ada@acme.com"}
    location = httpx.get(node("sso.getAuthorizationUrl", **options, clientId=emulator.client_id)).headers["location"]
    code = parse_qs(urlsplit(location).query)["code"][0]
    response = node("sso.getProfileAndToken", code=code, clientId=emulator.client_id)
    assert response["profile"]["email"] == "ada@acme.com"
    assert node("sso.getProfile", accessToken=response["accessToken"])["id"] == response["profile"]["id"]
    pkce = node("sso.getAuthorizationUrlWithPKCE", **options, clientId=emulator.client_id)
    code = parse_qs(urlsplit(httpx.get(pkce["url"]).headers["location"]).query)["code"][0]
    options = {"code": code, "clientId": emulator.client_id, "codeVerifier": pkce["codeVerifier"]}
    assert node("sso.getProfileAndToken", **options)["profile"]["id"] == response["profile"]["id"]
    assert node("sso.deleteConnection", connection) is None
    assert ids(node("sso.listConnections")) == []


def test_directories(node: NodeSdk, acme: str, emulator: Emulator) -> None:
    directory = emulator.seed.directory(acme, name="Okta")["id"]
    group = emulator.seed.directory_group(directory, name="Staff")["id"]
    user = emulator.seed.directory_user(directory, email="ada@acme.com", group_ids=[group])["id"]
    assert node("directorySync.getDirectory", directory)["name"] == "Okta"
    assert ids(node("directorySync.listDirectories", organizationId=acme)) == [directory]
    assert node("directorySync.getGroup", group)["name"] == "Staff"
    assert node("directorySync.getUser", user)["groups"][0]["id"] == group
    assert ids(node("directorySync.listGroups", user=user)) == [group]
    assert ids(node("directorySync.listUsers", group=group)) == [user]
    assert node("directorySync.deleteDirectory", directory) is None


def test_audit_logs(node: NodeSdk, acme: str, emulator: Emulator) -> None:
    schema = node("auditLogs.createSchema", {"action": "invoice.paid", "targets": [{"type": "invoice"}]})
    assert schema["version"] == 1
    assert [item["version"] for item in node("auditLogs.listSchemas", "invoice.paid")["data"]] == [1]
    event: dict[str, Any] = {
        "action": "invoice.paid",
        "occurredAt": {"date": "2026-01-15T00:00:00Z"},
        "actor": {"id": "user_1", "type": "user"},
        "targets": [{"id": "inv_1", "type": "invoice"}],
        "context": {"location": "203.0.113.9"},
    }
    assert node("auditLogs.createEvent", acme, event) is None
    period = {"rangeStart": {"date": "2026-01-01T00:00:00Z"}, "rangeEnd": {"date": "2026-02-01T00:00:00Z"}}
    export = node("auditLogs.createExport", organizationId=acme, actions=["invoice.paid"], **period)
    ready = node("auditLogs.getExport", export["id"])
    assert ready["state"] == "ready"
    assert "invoice.paid" in httpx.get(ready["url"]).text
    assert node("auditLogs.updateOrganizationAuditLogsRetention", id=acme, retentionPeriod="1_YEAR") is not None
    assert node("auditLogs.getOrganizationAuditLogsRetention", id=acme) is not None


def test_admin_portal(node: NodeSdk, acme: str) -> None:
    link = node("adminPortal.generateLink", organization=acme, intent="sso", adminEmails=["it@acme.com"])["link"]
    assert httpx.get(link).headers["location"].startswith("/hosted/admin-portal/sso?session=")


def test_events(node: NodeSdk, acme: str) -> None:
    types = ["organization.created", "organization.deleted"]
    assert [event["data"]["id"] for event in node("events.listEvents", events=types)["data"]] == [acme]
    events = node("events.listEvents", events=["organization.created"], organizationId=acme)["data"]
    assert [(event["event"], event["data"]["id"]) for event in events] == [("organization.created", acme)]


def test_webhook_endpoints(node: NodeSdk) -> None:
    options = {"endpointUrl": "https://example.com/hooks", "events": ["user.created"]}
    endpoint = node("webhooks.createWebhookEndpoint", **options)
    assert ids(node("webhooks.listWebhookEndpoints")) == [endpoint["id"]]
    changed = node("webhooks.updateWebhookEndpoint", id=endpoint["id"], status="disabled", events=["user.deleted"])
    assert (changed["status"], changed["events"]) == ("disabled", ["user.deleted"])
    assert node("webhooks.deleteWebhookEndpoint", id=endpoint["id"]) is None


def test_signatures(node: NodeSdk) -> None:
    body, secret = json.dumps({"id": "event_1", "event": "user.created", "data": {}, "created_at": ""}), "secret"
    timestamp = str(4102444800000)
    header = f"t={timestamp}, v1={node('webhooks.computeSignature', timestamp, body, secret)}"
    options = {"payload": body, "sigHeader": header, "secret": secret, "tolerance": 10**15}
    assert node("webhooks.verifyHeader", **options) is True
    assert node("webhooks.getTimestampAndSignatureHash", header)[0] == timestamp
    assert node("actions.verifyHeader", **options) is True
    assert node("actions.serializeType", "authentication") == "authentication_action_response"
    response = node("actions.signResponse", {"type": "authentication", "verdict": "Allow"}, secret)
    assert response["payload"]["verdict"] == "Allow"


def test_widget_tokens(node: NodeSdk, acme: str, ada: str, member: str) -> None:
    options = {"organizationId": acme, "userId": ada, "scopes": ["widgets:users-table:manage"]}
    assert node("widgets.createToken", **options)["token"].count(".") == 2
