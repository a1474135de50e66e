"""The kinds, in an order in which those that others refer to come first."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from workos_emulator.http import schema_parts, spec
from workos_emulator.http.schema_parts import TEXT, TEXTS, Schema, record
from workos_emulator.rendering.authorization import render_role
from workos_emulator.seeding.factories import connected_accounts
from workos_emulator.seeding.factories.factory import Fields, Kind, Make, body_schema, call, path_names

if TYPE_CHECKING:
    from workos_emulator.emulator import Emulator

_REFERENCES = {
    "organization_id": "organizations",
    "user_id": "users",
    "inviter_user_id": "users",
    "organization_membership_id": "memberships",
    "organization_membership_ids": "memberships",
    "group_id": "groups",
    "parent_resource_id": "resources",
    "resource_id": "resources",
    "connection_id": "connections",
    "directory_id": "directories",
    "waitlist_id": "waitlists",
    "agent_blueprint_id": "agent_blueprints",
    "data_integration_id": "data_integrations",
}
_NAMED = {"name": "Name {n}"}
_MEMBERSHIP: dict[str, Schema] = {
    "user_id": TEXT,
    "organization_id": TEXT,
    "status": {"enum": ["active", "inactive", "pending"]},
    "role_slugs": {**TEXTS, "minItems": 1},
    "directory_managed": schema_parts.FLAG,
    "custom_attributes": schema_parts.ANY_OBJECT,
}
_ROLE: dict[str, Schema] = {"slug": TEXT, "name": TEXT, "permissions": TEXTS, "resource_type_slug": TEXT}
_FLAG: dict[str, Schema] = {
    "slug": TEXT,
    "name": TEXT,
    "description": TEXT,
    "enabled": schema_parts.FLAG,
    "default_value": schema_parts.FLAG,
    "tags": TEXTS,
    "targets": TEXTS,
}
_IDENTITY: dict[str, Schema] = {"user_id": TEXT, "provider": TEXT, "idp_id": TEXT}
_REGISTRATION: dict[str, Schema] = {
    "organization_id": TEXT,
    "kind": {"enum": ["anonymous", "service_auth", "identity_assertion"]},
    "status": {"enum": ["unverified", "verified", "expired", "revoked"]},
    "email": TEXT,
}
_TARGET = {"type": "document"}


@cache
def kinds() -> Mapping[str, Kind]:
    """All kinds by name."""
    named = _NAMED
    found = [
        _api("permissions", "createPermission", "perm", ["slug"], {"slug": "permission-{n}", **named}),
        _own("roles", _role, "role", ["slug"], record(_ROLE, "slug"), {"slug": "role-{n}"}),
        _api("organizations", "createOrganization", "org", ["external_id", "name"], {"name": "Organization {n}"}),
        _api("domains", "createOrganizationDomain", "org_domain", ["domain"], {"domain": "domain-{n}.example.com"}),
        _api(
            "organization_roles",
            "createOrganizationRole",
            "role",
            ["slug", "name"],
            {"slug": "org-role-{n}", **named},
        ),
        _api("users", "createUser", "user", ["email"], {"email": "user-{n}@example.com"}),
        _own("identities", _identity, "identity", ["provider", "user_id"], record(_IDENTITY, "user_id", "provider"), {"provider": "GoogleOAuth"}),
        _own("memberships", _membership, "om", ["user_id", "organization_id"], record(_MEMBERSHIP, "user_id", "organization_id"), {}),
        _api("groups", "createOrganizationGroup", "group", ["name"], named, organization_membership_ids=TEXTS),
        _api(
            "resources",
            "createAuthorizationResource",
            "authz_resource",
            ["external_id"],
            {"external_id": "resource-{n}", "resource_type_slug": "document", **named},
        ),
        _api("role_assignments", "assignRole", "role_assignment", ["role_slug", "organization_membership_id"], {"role_slug": "member"}),
        _own("connections", _connection, "conn", ["name"], record({"organization_id": TEXT, "type": TEXT, **schema_parts.CONNECTION}, "organization_id"), {}),
        _own("profiles", _profile, "prof", ["email"], record({"connection_id": TEXT, **schema_parts.PROFILE}, "connection_id", "email"), {"email": "profile-{n}@example.com"}),
        _own("directories", _directory, "directory", ["name"], record({"organization_id": TEXT, **schema_parts.DIRECTORY}, "organization_id"), {}),
        _own("directory_groups", _directory_group, "directory_group", ["name"], record({"directory_id": TEXT, **schema_parts.GROUP}, "directory_id", "name"), named),
        _own(
            "directory_users",
            _directory_user,
            "directory_user",
            ["idp_id", "email"],
            record({"directory_id": TEXT, **schema_parts.PERSON}, "directory_id"),
            {"email": "employee-{n}@example.com"},
            group_ids="directory_groups",
        ),
        _own("feature_flags", _flag, "flag", ["slug"], record(_FLAG, "slug"), {"slug": "flag-{n}"}),
        _api("invitations", "sendInvitation", "invitation", ["email"], {"email": "guest-{n}@example.com"}),
        _api("api_keys", "createOrganizationApiKey", "api_key", ["name"], named),
        _api("user_api_keys", "createUserApiKey", "api_key", ["name"], named),
        _api("auth_factors", "enrollUserAuthFactor", "auth_factor", ["type", "user_id"], {"type": "totp"}),
        _api("it_contacts", "createItContact", "it_contact", ["email"], {"email": "it-{n}@example.com"}),
        _api(
            "applications",
            "createConnectApplication",
            "conn_app",
            ["name"],
            {"application_type": "oauth", "is_first_party": True, **named},
        ),
        _api(
            "webhook_endpoints",
            "createWebhookEndpoint",
            "we",
            ["endpoint_url"],
            {"endpoint_url": "https://example.com/webhooks/{n}", "events": ["user.created"]},
        ),
        _api("redirect_uris", "createRedirectUri", "redirect_uri", ["uri"], {"uri": "https://example.com/callback/{n}"}),
        _api("cors_origins", "createCorsOrigin", "cors_origin", ["origin"], {"origin": "https://app-{n}.example.com"}),
        _api(
            "vault_objects",
            "createVaultObject",
            "secret",
            ["name"],
            {"name": "secret-{n}", "value": "value", "key_context": {"scope": "test"}},
        ),
        _api(
            "audit_log_schemas",
            "createAuditLogSchema",
            "",
            ["action_name"],
            {"action_name": "action.{n}", "targets": [_TARGET]},
        ),
        _api(
            "data_integrations", "createDataIntegration", "data_integration", ["provider"], {"provider": "github"}
        ),
        _own(
            "connected_accounts",
            connected_accounts.make,
            "connected_account",
            ["account_identifier", "data_integration_id", "user_id"],
            connected_accounts.schema(),
            {"access_token": "token-{n}"},
        ),
        _own("waitlists", _waitlist, "waitlist", ["name"], record({}), {}),
        _api("waitlist_entries", "createWaitlistEntry", "waitlist_entry", ["email"], {"email": "waiting-{n}@example.com"}),
        _api("agent_blueprints", "createAgentBlueprint", "agent_blueprint", ["name"], named),
        _api("agent_blueprint_tokens", "createAgentBlueprintToken", "", ["agent_blueprint_id", "organization_id"], {"type": "autonomous"}),
        _own("agent_registrations", _registration, "agent_registration", ["email"], record(_REGISTRATION, "organization_id"), {}),
        _api(
            "radar_list_entries",
            "addRadarListEntry",
            "",
            ["entry"],
            {"type": "email", "action": "block", "entry": "blocked-{n}@example.com"},
        ),
        _api("magic_auths", "createMagicAuth", "magic_auth", ["email"], {"email": "magic-{n}@example.com"}),
    ]  # fmt: skip
    return {kind.name: kind for kind in found}


def _api(
    name: str, operation_id: str, prefix: str, natural: Sequence[str], defaults: Mapping[str, Any], **extra: Schema
) -> Kind:
    """A kind that an operation of the API creates."""
    operation = spec.load().operations[operation_id]
    schema = body_schema(operation)
    named = path_names(operation)
    document: dict[str, Any] = {**schema}
    if "properties" in schema:
        paths = dict.fromkeys(named, TEXT)
        document["properties"] = {**paths, **schema["properties"], **extra}
        document["required"] = [*named, *schema.get("required", ())]
        document["additionalProperties"] = False
    known: set[str] = set(document.get("properties", ()))

    def make(emulator: "Emulator", fields: Fields) -> Fields:
        body = {name: value for name, value in fields.items() if name not in extra}
        made: Fields = call(emulator, operation, body)
        _add_members(emulator, made, fields.get("organization_membership_ids", ()))
        return made

    return Kind(name, prefix, tuple(natural), document, make, _references(known), defaults)


def _own(
    name: str,
    make: Make,
    prefix: str,
    natural: Sequence[str],
    schema: Schema,
    defaults: Mapping[str, Any],
    **references: str,
) -> Kind:
    """A kind that the API cannot create, or not in every form."""
    found = {**_references(set(schema["properties"])), **references}
    return Kind(name, prefix, tuple(natural), schema, make, found, defaults)


def _references(fields: set[str]) -> dict[str, str]:
    return {name: kind for name, kind in _REFERENCES.items() if name in fields}


def _add_members(emulator: "Emulator", group: Fields, ids: Sequence[str]) -> None:
    operation = spec.load().operations["addGroupOrganizationMembership"]
    for id in ids:
        path = {"organization_id": group["organization_id"], "group_id": group["id"]}
        call(emulator, operation, {**path, "organization_membership_id": id})


def _role(emulator: "Emulator", fields: Fields) -> Fields:
    emulator.seed.role(**fields)
    role = emulator.environment.state.roles.find(fields["slug"])
    assert role is not None
    return render_role(role)


def _identity(emulator: "Emulator", fields: Fields) -> Fields:
    emulator.seed.identity(**fields)
    made = emulator.environment.state.identities.group("user", fields["user_id"])[-1]
    return {"id": made.id, "user_id": made.user_id, "provider": made.provider, "idp_id": made.idp_id}


def _flag(emulator: "Emulator", fields: Fields) -> Fields:
    targets = fields.pop("targets", ())
    made = emulator.seed.feature_flag(**fields)
    for target in targets:
        operation = spec.load().operations["addFlagTarget"]
        call(emulator, operation, {"slug": made["slug"], "target_id": target})
    return made


def _membership(emulator: "Emulator", fields: Fields) -> Fields:
    return emulator.seed.membership(**fields)


def _connection(emulator: "Emulator", fields: Fields) -> Fields:
    return emulator.seed.connection(**fields)


def _profile(emulator: "Emulator", fields: Fields) -> Fields:
    return emulator.seed.profile(**fields)


def _directory(emulator: "Emulator", fields: Fields) -> Fields:
    return emulator.seed.directory(**fields)


def _directory_group(emulator: "Emulator", fields: Fields) -> Fields:
    return emulator.seed.directory_group(**fields)


def _directory_user(emulator: "Emulator", fields: Fields) -> Fields:
    return emulator.seed.directory_user(**fields)


def _waitlist(emulator: "Emulator", fields: Fields) -> Fields:
    return emulator.seed.waitlist()


def _registration(emulator: "Emulator", fields: Fields) -> Fields:
    """The registration, with what the agent was given: `api_key`, `access_token`, `claim_attempt_token`."""
    made = emulator.seed.agent_registration(**fields)
    return {**made.pop("registration"), **made}
