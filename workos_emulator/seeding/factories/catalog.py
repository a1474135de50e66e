"""The factories, ordered so that objects come after the objects that they refer to."""

from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any

from workos_emulator.http import schema_parts, spec
from workos_emulator.http.schema_parts import BOOLEAN, STRING, STRINGS, Schema, object_schema
from workos_emulator.rendering.authorization import render_role
from workos_emulator.seeding.factories import connected_accounts
from workos_emulator.seeding.factories.factory import (
    CreateObject,
    Fields,
    ObjectFactory,
    body_schema,
    call_operation,
    path_names,
)

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
    "group_ids": "directory_groups",
    "application_id": "applications",
}
_ROLE = object_schema({"slug": STRING, "name": STRING, "permissions": STRINGS, "resource_type_slug": STRING}, "slug")
_IDENTITY = object_schema({"user_id": STRING, "provider": STRING, "idp_id": STRING}, "user_id", "provider")
_MEMBERSHIP = object_schema(
    {
        "user_id": STRING,
        "organization_id": STRING,
        "status": {"enum": ["active", "inactive", "pending"]},
        "role_slugs": {**STRINGS, "minItems": 1},
        "directory_managed": BOOLEAN,
        "custom_attributes": schema_parts.ANY_OBJECT,
    },
    *("user_id", "organization_id"),
)
_CONNECTION = object_schema({"organization_id": STRING, "type": STRING, **schema_parts.CONNECTION}, "organization_id")
_PROFILE = object_schema({"connection_id": STRING, **schema_parts.PROFILE}, "connection_id", "email")
_DIRECTORY = object_schema({"organization_id": STRING, **schema_parts.DIRECTORY}, "organization_id")
_DIRECTORY_GROUP = object_schema({"directory_id": STRING, **schema_parts.DIRECTORY_GROUP}, "directory_id", "name")
_DIRECTORY_USER = object_schema({"directory_id": STRING, **schema_parts.DIRECTORY_USER}, "directory_id")
_FLAG = object_schema(
    {
        **dict.fromkeys(("slug", "name", "description"), STRING),
        **dict.fromkeys(("enabled", "default_value"), BOOLEAN),
        **dict.fromkeys(("tags", "targets"), STRINGS),
    },
    "slug",
)
_REGISTRATION = object_schema(
    {
        "organization_id": STRING,
        "kind": {"enum": ["anonymous", "service_auth", "identity_assertion"]},
        "status": {"enum": ["unverified", "verified", "expired", "revoked"]},
        "email": STRING,
    },
    "organization_id",
)
_CLIENT_SECRET = object_schema(
    {"application_id": STRING, "secret": {**STRING, "minLength": 8}}, "application_id", "secret"
)
_CLIENT_METADATA = object_schema({"client_id": STRING, "metadata": schema_parts.ANY_OBJECT}, "client_id", "metadata")
_AUTHORIZED_APPLICATION = object_schema(
    {"user_id": STRING, "organization_id": STRING, "application_id": STRING, "granted_scopes": STRINGS},
    *("user_id", "organization_id"),
)

_TEXT: Schema = {"type": "string", "pattern": "\\S"}
_PINNED = {
    "value": "api_key_value",
    "client_id": "client_id",
    "client_secret": "client_secret",
    "secret": "webhook_secret",
}
"""The fields of seeds that set what the API generates, with the names under which `Ids.reserve` knows the values."""

_NAME = {"name": "Name {n}"}
_IMPERSONATOR = {"email": "support-{n}@example.com"}
_RESOURCE = {"external_id": "resource-{n}", "resource_type_slug": "document", **_NAME}
_APPLICATION = {"application_type": "oauth", "is_first_party": True, **_NAME}
_ENDPOINT = {"endpoint_url": "https://example.com/webhooks/{n}", "events": ["user.created"]}
_VAULT_OBJECT = {"name": "secret-{n}", "value": "value", "key_context": {"scope": "test"}}
_SCHEMA = {"action_name": "action.{n}", "targets": [{"type": "document"}]}
_METADATA = {"client_name": "Client", "redirect_uris": ["http://127.0.0.1/callback"]}
_LIST_ENTRY = {"type": "email", "action": "block", "entry": "blocked-{n}@example.com"}


@cache
def factories() -> Mapping[str, ObjectFactory]:
    """Return all factories by name."""
    account, account_key = connected_accounts.schema(), "account_identifier data_integration_id user_id"
    ordered = [
        _api("permissions", "createPermission", "perm", "slug", {"slug": "permission-{n}", **_NAME}),
        _custom("roles", _role, "role", "slug", _ROLE, {"slug": "role-{n}"}),
        _api("organizations", "createOrganization", "org", "external_id name", {"name": "Organization {n}"}),
        _api("domains", "createOrganizationDomain", "org_domain", "domain", {"domain": "domain-{n}.example.com"}),
        _api("organization_roles", "createOrganizationRole", "role", "slug name", {"slug": "org-role-{n}", **_NAME}),
        _users(),
        _custom("identities", _identity, "identity", "provider user_id", _IDENTITY, {"provider": "GoogleOAuth"}),
        _custom("memberships", _seed("membership"), "om", "user_id organization_id", _MEMBERSHIP),
        _api("groups", "createOrganizationGroup", "group", "name", _NAME, organization_membership_ids=STRINGS),
        _api("resources", "createAuthorizationResource", "authz_resource", "external_id", _RESOURCE),
        _api(
            *("role_assignments", "assignRole", "role_assignment", "role_slug organization_membership_id"),
            {"role_slug": "member"},
        ),
        _custom("connections", _seed("connection"), "conn", "name", _CONNECTION),
        _custom("profiles", _seed("profile"), "prof", "email", _PROFILE, {"email": "profile-{n}@example.com"}),
        _custom("directories", _seed("directory"), "directory", "name", _DIRECTORY),
        _custom("directory_groups", _seed("directory_group"), "directory_group", "name", _DIRECTORY_GROUP, _NAME),
        _custom(
            *("directory_users", _seed("directory_user"), "directory_user", "idp_id email", _DIRECTORY_USER),
            {"email": "employee-{n}@example.com"},
        ),
        _custom("feature_flags", _flag, "flag", "slug", _FLAG, {"slug": "flag-{n}"}),
        _api("invitations", "sendInvitation", "invitation", "email", {"email": "guest-{n}@example.com"}),
        _api("api_keys", "createOrganizationApiKey", "api_key", "name", _NAME, value=_TEXT),
        _api("user_api_keys", "createUserApiKey", "api_key", "name", _NAME, value=_TEXT),
        _api("auth_factors", "enrollUserAuthFactor", "auth_factor", "type user_id", {"type": "totp"}),
        _api("it_contacts", "createItContact", "it_contact", "email", {"email": "it-{n}@example.com"}),
        _api(
            *("applications", "createConnectApplication", "conn_app", "name", _APPLICATION),
            client_id=_TEXT,
            client_secret=_TEXT,
        ),
        _custom(
            *("client_secrets", _seed("client_secret"), "secret", "secret", _CLIENT_SECRET),
            {"secret": "client-secret-{n}"},
        ),
        _custom(
            *("client_metadata_documents", _seed("client_metadata_document"), "conn_app", "client_id"),
            *(_CLIENT_METADATA, {"client_id": "https://client-{n}.example.com/client.json", "metadata": _METADATA}),
        ),
        _api(
            *("oauth_resources", "createAuthkitOauthResource", "authkit_oauth_resource", "uri"),
            {"uri": "https://mcp-{n}.example.com/mcp"},
        ),
        _custom(
            *("authorized_applications", _seed("authorized_application"), "authorized_connect_app", "user_id"),
            _AUTHORIZED_APPLICATION,
        ),
        _api("webhook_endpoints", "createWebhookEndpoint", "we", "endpoint_url", _ENDPOINT, secret=_TEXT),
        _api("redirect_uris", "createRedirectUri", "redirect_uri", "uri", {"uri": "https://example.com/callback/{n}"}),
        _api("cors_origins", "createCorsOrigin", "cors_origin", "origin", {"origin": "https://app-{n}.example.com"}),
        _api("vault_objects", "createVaultObject", "secret", "name", _VAULT_OBJECT),
        _api("audit_log_schemas", "createAuditLogSchema", "", "action_name", _SCHEMA),
        _api("data_integrations", "createDataIntegration", "data_integration", "provider", {"provider": "github"}),
        _custom(
            *("connected_accounts", connected_accounts.create, "connected_account", account_key, account),
            {"access_token": "token-{n}"},
        ),
        _custom("waitlists", lambda emulator, fields: emulator.seed.waitlist(), "waitlist", "name", object_schema({})),
        _api(
            "waitlist_entries", "createWaitlistEntry", "waitlist_entry", "email", {"email": "waiting-{n}@example.com"}
        ),
        _api("agent_blueprints", "createAgentBlueprint", "agent_blueprint", "name", _NAME),
        _api(
            *("agent_blueprint_tokens", "createAgentBlueprintToken", "", "agent_blueprint_id organization_id"),
            {"type": "autonomous"},
        ),
        _custom("agent_registrations", _registration, "agent_registration", "email", _REGISTRATION),
        _api("radar_list_entries", "addRadarListEntry", "", "entry", _LIST_ENTRY),
        _api("magic_auths", "createMagicAuth", "magic_auth", "email", {"email": "magic-{n}@example.com"}),
        _custom("sign_in_policies", _seed("sign_in_policy"), "", "organization_id", schema_parts.SIGN_IN_POLICY),
        _custom("domain_policies", _seed("domain_policy"), "", "organization_id", schema_parts.DOMAIN_POLICY),
        _custom(
            *("entitlements", _seed("entitlements"), "", "organization_id", schema_parts.ENTITLEMENTS),
            {"names": ["reports"]},
        ),
        replace(
            _custom("impersonations", _impersonation, "", "user_id", schema_parts.IMPERSONATION, _IMPERSONATOR),
            code_name="authorization_code",
        ),
        _custom("passkeys", _seed("passkey"), "passkey", "credential_id", schema_parts.PASSKEY),
        replace(
            _custom("passkey_sign_ins", _passkey_sign_in, "", "user_id", schema_parts.PASSKEY_SIGN_IN),
            code_name="authorization_code",
        ),
        replace(_custom("devices", _device, "", "user_code", schema_parts.DEVICE), code_name="device_code"),
        _custom("radar_challenges", _seed("radar_challenge"), "", "user_id", schema_parts.RADAR_CHALLENGE),
        _custom(
            *("radar_assessments", _seed("radar_assessment"), "", "verdict", schema_parts.RADAR_ASSESSMENT),
            {"verdict": "block"},
        ),
        _custom(
            *("radar_locations", _seed("radar_location"), "", "ip_address", schema_parts.RADAR_LOCATION),
            {"ip_address": "203.0.113.{n}", "latitude": 0, "longitude": 0},
        ),
    ]
    return {factory.name: factory for factory in ordered}


def _api(
    name: str, operation_id: str, prefix: str, natural_key: str, defaults: Mapping[str, Any], **extra: Schema
) -> ObjectFactory:
    """Return a factory that calls an API operation; `extra` are fields that the operation does not have."""
    operation = spec.load().operations[operation_id]
    schema = _extend(body_schema(operation), path_names(operation), extra)

    def create(emulator: "Emulator", fields: Fields) -> Fields:
        body = {name: value for name, value in fields.items() if name not in extra}
        with ExitStack() as stack:
            for field in extra.keys() & _PINNED.keys() & fields.keys():
                stack.enter_context(emulator.environment.state.ids.reserve(_PINNED[field], fields[field]))
            created: Fields = call_operation(emulator, operation, body)
            if "client_secret" in fields and "client_secret" in extra:
                secret = spec.load().operations["createConnectApplicationClientSecret"]
                created["client_secret"] = call_operation(emulator, secret, {path_names(secret)[0]: created["id"]})[
                    "secret"
                ]
        _add_members(emulator, created, fields.get("organization_membership_ids", ()))
        return created

    return _custom(name, create, prefix, natural_key, schema, defaults)


def _custom(
    name: str,
    create: CreateObject,
    prefix: str,
    natural_key: str,
    schema: Schema,
    defaults: Mapping[str, Any] | None = None,
) -> ObjectFactory:
    """Return a factory for objects that the API cannot create, or only some of their forms."""
    names = {name for variant in (schema, *schema.get("oneOf", ())) for name in variant.get("properties", ())}
    references = {field: target for field, target in _REFERENCES.items() if field in names}
    return ObjectFactory(name, prefix, tuple(natural_key.split()), schema, create, references, defaults or {})


def _extend(schema: Mapping[str, Any], path: Sequence[str], extra: Mapping[str, Schema]) -> dict[str, Any]:
    """Return the schema of a request body, or of each of its variants, with the path parameters and further fields."""
    if "oneOf" in schema:
        variants = [_extend(spec.load().resolve(variant), path, extra) for variant in schema["oneOf"]]
        return {"oneOf": variants}
    if "properties" not in schema:
        return dict(schema)
    return {
        **schema,
        "properties": {**dict.fromkeys(path, STRING), **schema["properties"], **extra},
        "required": [*path, *schema.get("required", ())],
        "additionalProperties": False,
    }


def _users() -> ObjectFactory:
    """Return the factory of users, whose email addresses are verified unless `email_verified` is false."""
    factory = _api("users", "createUser", "user", "email", {"email": "user-{n}@example.com"})

    def create(emulator: "Emulator", fields: Fields) -> Fields:
        return factory.create(emulator, {"email_verified": True, **fields})

    return replace(factory, create=create)


def _seed(method: str) -> CreateObject:
    """Return a function that creates objects with a method of `Emulator.seed`."""

    def create(emulator: "Emulator", fields: Fields) -> Fields:
        created: Fields | None = getattr(emulator.seed, method)(**fields)
        return fields if created is None else created

    return create


def _add_members(emulator: "Emulator", group: Fields, ids: Sequence[str]) -> None:
    operation = spec.load().operations["addGroupOrganizationMembership"]
    for id in ids:
        path = {"organization_id": group["organization_id"], "group_id": group["id"]}
        call_operation(emulator, operation, {**path, "organization_membership_id": id})


def _role(emulator: "Emulator", fields: Fields) -> Fields:
    emulator.seed.role(**fields)
    role = emulator.environment.state.roles.find(fields["slug"])
    assert role is not None
    return render_role(role)


def _identity(emulator: "Emulator", fields: Fields) -> Fields:
    emulator.seed.identity(**fields)
    created = emulator.environment.state.identities.group("user", fields["user_id"])[-1]
    return {name: getattr(created, name) for name in ("id", "user_id", "provider", "idp_id")}


def _flag(emulator: "Emulator", fields: Fields) -> Fields:
    targets = fields.pop("targets", ())
    created = emulator.seed.feature_flag(**fields)
    for target in targets:
        operation = spec.load().operations["addFlagTarget"]
        call_operation(emulator, operation, {"slug": created["slug"], "target_id": target})
    return created


def _impersonation(emulator: "Emulator", fields: Fields) -> Fields:
    """Return the fields with the authorization code as `id`."""
    return {**fields, "id": emulator.seed.impersonation(**fields)}


def _passkey_sign_in(emulator: "Emulator", fields: Fields) -> Fields:
    """Return the fields with the authorization code as `id`."""
    return {**fields, "id": emulator.seed.passkey_sign_in(**fields)}


def _device(emulator: "Emulator", fields: Fields) -> Fields:
    """Return the fields with the device code as `id`."""
    created = emulator.seed.device(**fields)
    return {**fields, "id": created["device_code"], "user_code": created["user_code"]}


def _registration(emulator: "Emulator", fields: Fields) -> Fields:
    """Return the registration with the credentials of the agent: `api_key`, `access_token`, `claim_attempt_token`."""
    created = emulator.seed.agent_registration(**fields)
    return {**created.pop("registration"), **created}
