"""Mistakes with the emulator and the testing kit."""

# Type checkers report these mistakes, too.
# mypy: disable-error-code="arg-type, attr-defined, call-arg"
# pyright: reportArgumentType=false, reportAttributeAccessIssue=false, reportCallIssue=false

import re
from datetime import datetime, timedelta

from tests.mistakes.mistake import Mistake
from workos_emulator import Clock, Emulator, SeedError
from workos_emulator.storage.persistence.errors import UnreadableError
from workos_testing import Factory

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
        "the step is out of range: the clock must stay between the years 1 and 9999",
    ),
    Mistake(
        "an unknown section of a seed",
        lambda _: Emulator().load({"people": []}),
        SeedError,
        "seed:1: unknown factory 'people'; use one of permissions, roles, organizations, domains, organization_roles, users, identities, memberships, groups, resources, role_assignments, connections, profiles, directories, directory_groups, directory_users, feature_flags, invitations, api_keys, user_api_keys, auth_factors, it_contacts, applications, webhook_endpoints, redirect_uris, cors_origins, vault_objects, audit_log_schemas, data_integrations, connected_accounts, waitlists, waitlist_entries, agent_blueprints, agent_blueprint_tokens, agent_registrations, radar_list_entries, magic_auths, sign_in_policies, domain_policies, entitlements, impersonations, devices, radar_challenges, radar_assessments",
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
        "unknown factory 'person'; use one of agent_blueprint, agent_blueprint_token, agent_registration, api_key, application, audit_log_schema, auth_factor, connected_account, connection, cors_origin, data_integration, device, directory, directory_group, directory_user, domain, domain_policy, entitlement, feature_flag, group, identity, impersonation, invitation, it_contact, magic_auth, membership, organization, organization_role, permission, profile, radar_assessment, radar_challenge, radar_list_entry, redirect_uri, resource, role, role_assignment, sign_in_policy, user, user_api_key, vault_object, waitlist, waitlist_entry, webhook_endpoint",
    ),
    Mistake(
        "an unknown factory by name",
        lambda _: Emulator().create("people"),
        ValueError,
        "unknown factory 'people'; use one of permissions, roles, organizations, domains, organization_roles, users, identities, memberships, groups, resources, role_assignments, connections, profiles, directories, directory_groups, directory_users, feature_flags, invitations, api_keys, user_api_keys, auth_factors, it_contacts, applications, webhook_endpoints, redirect_uris, cors_origins, vault_objects, audit_log_schemas, data_integrations, connected_accounts, waitlists, waitlist_entries, agent_blueprints, agent_blueprint_tokens, agent_registrations, radar_list_entries, magic_auths, sign_in_policies, domain_policies, entitlements, impersonations, devices, radar_challenges, radar_assessments",
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
]
