"""Mistakes with the emulator and the testing kit."""

# Type checkers report these mistakes, too.
# mypy: disable-error-code="arg-type, attr-defined, call-arg, call-overload"
# pyright: reportArgumentType=false, reportAttributeAccessIssue=false, reportCallIssue=false

import re
from datetime import UTC, datetime, timedelta

from tests.mistakes.mistake import Mistake
from workos_core.errors import InvalidArgumentTypeError
from workos_emulator import Clock, Emulator, SeedError, Settings, UnknownIdError
from workos_emulator.storage.persistence.errors import UnreadableError
from workos_testing import Factory, SessionFactory

MISTAKES = [
    Mistake(
        "text as time of a frozen clock",
        lambda _: Clock().freeze("2026-01-31"),
        TypeError,
        "the time must be a datetime, not str; for text, pass datetime.fromisoformat(…)",
    ),
    Mistake(
        "a time without a time zone",
        lambda _: Clock().freeze(datetime(2026, 1, 31)),
        ValueError,
        "the datetime must have a time zone, such as datetime(2026, 1, 1, tzinfo=UTC)",
    ),
    Mistake(
        "text as time to travel to",
        lambda _: Clock().travel("2026-01-31"),
        TypeError,
        "the time must be a datetime, not str; for text, pass datetime.fromisoformat(…)",
    ),
    Mistake(
        "text as step of the clock",
        lambda _: Clock().advance("1h"),
        TypeError,
        "by must be a timedelta or a number of seconds, not str; or pass hours=1, days=1",
    ),
    Mistake("text as hours", lambda _: Clock().advance(hours="1"), TypeError, "hours must be a number, not str"),
    Mistake(
        "a step beyond the last year",
        lambda _: Clock().advance(timedelta(days=4_000_000)),
        OverflowError,
        "the clock must stay between the years 1000 and 8999",
    ),
    Mistake(
        "an unknown section of a seed",
        lambda _: Emulator().load({"people": []}),
        SeedError,
        "seed:1: unknown factory 'people'; use one of permissions, roles, organizations, domains, organization_roles, users, identities, memberships, groups, resources, role_assignments, connections, profiles, directories, directory_groups, directory_users, feature_flags, invitations, api_keys, user_api_keys, auth_factors, it_contacts, applications, client_secrets, client_metadata_documents, oauth_resources, authorized_applications, webhook_endpoints, redirect_uris, cors_origins, vault_objects, audit_log_schemas, data_integrations, connected_accounts, waitlists, waitlist_entries, agent_blueprints, agent_blueprint_tokens, agent_registrations, radar_list_entries, magic_auths, sign_in_policies, domain_policies, entitlements, impersonations, passkeys, passkey_sign_ins, devices, radar_challenges, radar_assessments, radar_locations",
    ),
    Mistake(
        "a mapping as section of a seed",
        lambda _: Emulator().load({"users": {"email": "a@example.com"}}),
        SeedError,
        "seed:1: users must be a list",
    ),
    Mistake(
        "an unknown field in a seed",
        lambda _: Emulator().load({"users": [{"email": "ada@example.com", "mail": "x"}]}),
        SeedError,
        re.compile(r"seed:1: users: unknown field 'mail'; did you mean 'email'\? The fields are email, .*"),
    ),
    Mistake(
        "an unknown factory",
        lambda _: Factory(Emulator()).person(),
        AttributeError,
        "unknown factory 'person'; use one of agent_blueprint, agent_blueprint_token, agent_registration, api_key, application, audit_log_schema, auth_factor, authorized_application, client_metadata_document, client_secret, connected_account, connection, cors_origin, data_integration, device, directory, directory_group, directory_user, domain, domain_policy, entitlement, feature_flag, group, identity, impersonation, invitation, it_contact, magic_auth, membership, oauth_resource, organization, organization_role, passkey, passkey_sign_in, permission, profile, radar_assessment, radar_challenge, radar_list_entry, radar_location, redirect_uri, resource, role, role_assignment, sign_in_policy, user, user_api_key, vault_object, waitlist, waitlist_entry, webhook_endpoint",
    ),
    Mistake(
        "an unknown factory by name",
        lambda _: Emulator().create("people"),
        ValueError,
        "unknown factory 'people'; use one of permissions, roles, organizations, domains, organization_roles, users, identities, memberships, groups, resources, role_assignments, connections, profiles, directories, directory_groups, directory_users, feature_flags, invitations, api_keys, user_api_keys, auth_factors, it_contacts, applications, client_secrets, client_metadata_documents, oauth_resources, authorized_applications, webhook_endpoints, redirect_uris, cors_origins, vault_objects, audit_log_schemas, data_integrations, connected_accounts, waitlists, waitlist_entries, agent_blueprints, agent_blueprint_tokens, agent_registrations, radar_list_entries, magic_auths, sign_in_policies, domain_policies, entitlements, impersonations, passkeys, passkey_sign_ins, devices, radar_challenges, radar_assessments, radar_locations",
    ),
    Mistake(
        "a fault without an effect",
        lambda _: Emulator().faults.add(),
        ValueError,
        "a fault needs status, delay or connection",
    ),
    Mistake(
        "a fault with an unknown status",
        lambda _: Emulator().faults.add(status=999),
        ValueError,
        "status must be from 200 to 599 (got 999)",
    ),
    Mistake(
        "a public address of the emulator",
        lambda _: Emulator().serve(host="0.0.0.0").__enter__(),
        ValueError,
        "host '0.0.0.0' is reachable from other machines; pass allow_remote=True (--allow-remote) to allow it",
    ),
    Mistake(
        "an invalid snapshot",
        lambda _: Emulator().restore({}),
        UnreadableError,
        "this is not a snapshot of an emulator",
    ),
    Mistake(
        "the ID of a user that does not exist, in a factory",
        lambda _: Factory(Emulator()).membership(user="user_1"),
        UnknownIdError,
        "memberships: no object of users has the ID 'user_1' (user_id); create it first, or omit user_id",
    ),
    Mistake(
        "the ID of an organization that does not exist, in a seed method",
        lambda _: Emulator().seed.directory("org_1"),
        UnknownIdError,
        "no organization has the ID 'org_1'; create it first",
    ),
    Mistake(
        "the ID of a user that does not exist, in a session",
        lambda _: SessionFactory(Emulator()).headers("user_1"),
        UnknownIdError,
        "no user has the ID 'user_1'; create it first",
    ),
    Mistake(
        "None as user of a session",
        lambda _: SessionFactory(Emulator()).headers(None),
        TypeError,
        "user must be a model such as User, or its ID, not NoneType",
    ),
    Mistake(
        "a delivery that does not exist",
        lambda _: Emulator().deliveries.retry("delivery_1"),
        UnknownIdError,
        "no webhook delivery has the ID 'delivery_1'; create it first",
    ),
    Mistake(
        "a datetime as clock",
        lambda _: Emulator(clock=datetime(2026, 1, 31, tzinfo=UTC)),
        TypeError,
        "clock must be a Clock, not datetime; pass clock=Clock(), and call its method freeze(…)",
    ),
    Mistake(
        "a dict as settings",
        lambda _: Emulator(settings={"mfa_required": True}),
        TypeError,
        "settings must be a Settings, not dict; pass Settings(mfa_required=True)",
    ),
    Mistake("None as API key", lambda _: Emulator(api_key=None), TypeError, "api_key must be a str, not NoneType"),
    Mistake(
        "an empty client ID",
        lambda _: Emulator(client_id=""),
        ValueError,
        "client_id is empty; omit it for the default",
    ),
    Mistake(
        "a mapping as random seed",
        lambda _: Emulator(seed={"users": []}),
        TypeError,
        "seed must be an int or a str, not dict; to create objects, call load(…)",
    ),
    Mistake(
        "a path as signing key",
        lambda _: Emulator(signing_key="key.pem"),
        ValueError,
        "signing_key must be an RSA private key in PEM format, which starts with -----BEGIN PRIVATE KEY-----",
    ),
    Mistake("a number as database", lambda _: Emulator(db=5), TypeError, "db must be the path of a file, not int"),
    Mistake(
        "seconds as lifetime",
        lambda _: Settings(access_token_lifetime=300),
        TypeError,
        "access_token_lifetime must be a timedelta, not int; pass timedelta(seconds=…)",
    ),
    Mistake(
        "text as switch, in a running emulator",
        lambda _: setattr(Emulator().settings, "mfa_required", "yes"),
        TypeError,
        "mfa_required must be True or False, not str",
    ),
    Mistake(
        "an unknown choice",
        lambda _: Settings(hosted_pages="sometimes"),
        ValueError,
        "hosted_pages must be one of automatic, always, never (got 'sometimes')",
    ),
    Mistake(
        "one provider instead of a list",
        lambda _: Settings(authkit_providers="GoogleOAuth"),
        TypeError,
        "authkit_providers must be a list, not str",
    ),
    Mistake("text as port", lambda _: Emulator().serve(port="80"), TypeError, "port must be an int, not str"),
    Mistake(
        "a port that does not exist",
        lambda _: Emulator().serve(port=99_999),
        ValueError,
        "port must be from 0 to 65535 (got 99999); 0 picks a free port",
    ),
    Mistake(
        "a list as seed",
        lambda _: Emulator().load([{"email": "a@example.com"}]),
        TypeError,
        "seed must be the path of a file or a mapping, not list; pass {'users': […]}",
    ),
    Mistake(
        "text as status of a fault",
        lambda _: Emulator().faults.add(status="503"),
        TypeError,
        "status must be an int or None, not str",
    ),
    Mistake(
        "a number as webhook receiver",
        lambda _: Emulator().deliveries.mount("https://app.example.com", 5),
        TypeError,
        "app must be callable, not int",
    ),
    Mistake(
        "a URL instead of the emulator",
        lambda _: Factory("http://localhost:4100"),
        InvalidArgumentTypeError,
        "emulator must be an Emulator, not str",
    ),
]
