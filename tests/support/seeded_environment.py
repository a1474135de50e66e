"""An emulated environment with one object of every kind, so that requests do more than return 404."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from workos_emulator import Clock, Emulator, Request

NOW = datetime(2026, 1, 31, 12, tzinfo=UTC)
PASSWORD = "correct horse 1"


class SeededEnvironment:
    """The environment. `reset` restores it; every object has the same ID each time.

    Attributes:
        path_values: Values of path parameters that refer to existing objects, by parameter.
        body_values: The same for properties of request bodies and query parameters.
        access_token: The access token of a signed-in user.
    """

    def __init__(self) -> None:
        self.emulator = Emulator(clock=Clock(), seed=1)
        self.path_values: dict[str, str] = {}
        self.body_values: dict[str, str] = {}
        self.access_token = ""
        self.reset()

    def reset(self) -> None:
        self.emulator.clock.freeze(NOW)
        self.emulator.reset()
        self._create_organization()
        self._create_roles_and_resources()
        self._create_users_and_sessions()
        self._create_other_objects()

    def post(self, path: str, **body: Any) -> Any:
        headers = {"authorization": f"Bearer {self.emulator.api_key}", "content-type": "application/json"}
        response = self.emulator.handle(Request("POST", path, "", headers, json.dumps(body).encode()))
        assert response.status < 300, (path, response.body)
        return json.loads(response.body) if response.body else None

    def _add_values(self, **values: str) -> None:
        self.path_values |= values
        self.body_values |= values

    def _create_organization(self) -> None:
        seed = self.emulator.seed
        domains = [{"domain": "acme.example.com", "state": "pending"}]
        organization = self.post("/organizations", name="Acme", external_id="x1", domain_data=domains)
        user = self.post(
            "/user_management/users", email="ada@example.com", password=PASSWORD, external_id="x1", email_verified=True
        )
        self._add_values(organization_id=organization["id"], user_id=user["id"])
        ids = {"organization_id": organization["id"], "user_id": user["id"]}
        membership = self.post("/user_management/organization_memberships", **ids)
        group = self.post(f"/organizations/{organization['id']}/groups", name="G")
        self._add_values(organization_membership_id=membership["id"], group_id=group["id"], external_id="x1")
        self.path_values["organization_domain_id"] = organization["domains"][0]["id"]
        directory = seed.directory(organization["id"])
        directory_group = seed.directory_group(directory["id"], name="G")
        directory_user = seed.directory_user(directory["id"], email="a@example.com", group_ids=[directory_group["id"]])
        self._add_values(
            directory_id=directory["id"],
            directory=directory["id"],
            group=directory_group["id"],
            user=directory_user["id"],
        )
        self.path_values |= {"directory_group_id": directory_group["id"], "directory_user_id": directory_user["id"]}
        contact = self.post(f"/organizations/{organization['id']}/it_contacts", email="it@example.com")
        self.path_values["contact_id"] = contact["id"]
        self.body_values["organization"] = organization["id"]

    def _create_roles_and_resources(self) -> None:
        self.post("/authorization/permissions", slug="github", name="Read")
        roles = f"/authorization/organizations/{self.path_values['organization_id']}/roles"
        self.post(roles, name="Lead", slug="org-lead")
        self.emulator.seed.role("reader", ["read"], resource_type_slug="project")
        resource = self.post(
            "/authorization/resources",
            organization_id=self.path_values["organization_id"],
            resource_type_slug="project",
            external_id="x1",
            name="P",
        )
        membership = f"/authorization/organization_memberships/{self.path_values['organization_membership_id']}"
        assignment = self.post(f"{membership}/role_assignments", role_slug="reader", resource_id=resource["id"])
        self.path_values["role_assignment_id"] = assignment["id"]
        self._add_values(role_slug="org-lead", permission_slug="github")
        self._add_values(resource_id=resource["id"], resource_type_slug="project")
        self.body_values |= {"role_slug": "reader", "resource_external_id": "x1", "parent_resource_external_id": "x1"}
        self.body_values |= {"parent_resource_id": resource["id"], "parent_resource_type_slug": "project"}

    def _create_users_and_sessions(self) -> None:
        emulator, user, organization = self.emulator, self.path_values["user_id"], self.path_values["organization_id"]
        credentials = {"client_id": emulator.client_id, "client_secret": emulator.api_key}
        signed_in = self.post(
            "/user_management/authenticate",
            grant_type="password",
            email="ada@example.com",
            password=PASSWORD,
            **credentials,
        )
        self.access_token = signed_in["access_token"]
        self.body_values |= {"refresh_token": signed_in["refresh_token"], "user_access_token": self.access_token}
        self.body_values |= credentials
        session = next(iter(emulator.environment.state.sessions))
        self.body_values["session_id"] = session.id
        invitation = self.post("/user_management/invitations", email="bob@example.com", organization_id=organization)
        self.path_values |= {"invitation_id": invitation["id"], "token": invitation["token"]}
        self.path_values["magic_auth_id"] = self.post("/user_management/magic_auth", email="ada@example.com")["id"]
        self.path_values["password_reset_id"] = self.post("/user_management/password_reset", email="ada@example.com")[
            "id"
        ]
        other = self.post("/user_management/users", email="eve@example.com")
        self.post(f"/user_management/users/{other['id']}/email_verification/send")
        verification = next(iter(emulator.environment.state.codes.email_verifications))
        self.path_values["email_verification_id"] = verification.id
        for name, path in (
            ("redirect_uri_id", "redirect_uris"),
            ("authkit_oauth_resource_id", "authkit_oauth_resources"),
        ):
            self.path_values[name] = self.post(f"/user_management/{path}", uri="https://app.example.com/x")["id"]
        emulator.seed.radar_challenge(other["id"])
        factor = self.post("/auth/factors/enroll", type="totp", totp_issuer="A", totp_user="ada", user_id=user)
        challenge = self.post(f"/auth/factors/{factor['id']}/challenge")
        self.path_values |= {
            "factor_id": factor["id"],
            "challenge_id": challenge["id"],
            "client_id": emulator.client_id,
        }
        connection = emulator.seed.connection(organization)
        self._add_values(connection_id=connection["id"], connection=connection["id"])
        certificate = self.post(f"/connections/{connection['id']}/saml_sp_signing_cert")
        self.path_values["certificate_id"] = certificate["id"]
        waitlist = emulator.seed.waitlist()
        entry = self.post(f"/user_management/waitlists/{waitlist['id']}/entries", email="eve@example.com")
        self.path_values |= {"waitlist_id": waitlist["id"], "waitlist_entry_id": entry["id"]}

    def _create_other_objects(self) -> None:
        emulator, user, organization = self.emulator, self.path_values["user_id"], self.path_values["organization_id"]
        key = self.post(f"/organizations/{organization}/api_keys", name="K")
        application = self.post(
            "/connect/applications", name="M", application_type="m2m", scopes=[], organization_id=organization
        )
        secret = self.post(f"/connect/applications/{application['id']}/client_secrets")
        self.path_values |= {
            "api_key_id": key["id"],
            "application_id": application["id"],
            "client_secret_id": secret["id"],
        }
        self.post("/data-integrations", provider="github", auth_methods=["oauth", "api_key", "client_credentials"])
        self.post("/data-integrations", provider="github", ownership="organization")
        account = self.post(f"/user_management/users/{user}/connected_accounts/github", access_token="t")
        self.body_values["connected_account_id"] = account["id"]
        emulator.seed.feature_flag("github")
        self._add_values(slug="github")
        self.path_values["target_id"] = user
        blueprint = self.post("/agents/blueprints", name="B")
        tokens = f"/agents/blueprints/{blueprint['id']}/tokens"
        token = self.post(tokens, type="autonomous", organization_id=organization)
        registration = emulator.seed.agent_registration(organization)
        self.path_values |= {"agent_blueprint_id": blueprint["id"], "agent_instance_id": token["agent_instance_id"]}
        self.path_values["agent_instance_session_id"] = token["agent_instance_session_id"]
        self.path_values["agent_registration_id"] = registration["registration"]["id"]
        self.body_values["claim_attempt_token"] = registration["claim_attempt_token"]
        self.body_values["agent_access_token"] = token["access_token"]
        self.post("/audit_logs/actions/invoice.paid/schemas", targets=[{"type": "invoice"}])
        export = self.post(
            "/audit_logs/exports",
            organization_id=organization,
            range_start="2026-01-01T00:00:00Z",
            range_end="2026-02-01T00:00:00Z",
        )
        self.path_values |= {"action_name": "invoice.paid", "audit_log_export_id": export["id"]}
        vault_object = self.post("/vault/v1/kv", name="x1", value="v", key_context={"a": "b"})
        self.path_values |= {"object_id": vault_object["id"], "name": "x1"}
        self.body_values["version_check"] = vault_object["version_id"]
        data_key = self.post("/vault/v1/keys/data-key", context={"a": "b"})
        self.body_values |= {"keys": data_key["encrypted_keys"], "encrypted_keys": data_key["encrypted_keys"]}
        endpoint = self.post("/webhook_endpoints", endpoint_url="https://a.example.com", events=["user.created"])
        self.path_values["webhook_endpoint_id"] = endpoint["id"]
        attempt = self.post(
            "/radar/attempts",
            ip_address="203.0.113.9",
            user_agent="U",
            email="a@example.com",
            auth_method="SSO",
            action="sign-in",
        )
        link = self.post("/passwordless/sessions", email="a@example.com", type="MagicLink")
        team = self.post("/platform/teams", name="T", admin_email="a@example.com")
        self.path_values |= {"attempt_id": attempt["attempt_id"], "session_id": link["id"], "team_id": team["id"]}


def with_known_values(value: Any, known: Mapping[str, str]) -> Any:
    """Return a JSON value with every string property whose name is in `known`, at any depth, replaced by the value there."""
    if isinstance(value, dict):
        return {
            name: known[name] if name in known and isinstance(part, str) else with_known_values(part, known)
            for name, part in value.items()
        }
    return [with_known_values(part, known) for part in value] if isinstance(value, list) else value
