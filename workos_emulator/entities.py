"""The objects that the emulator stores."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from workos_emulator.store import Entity


@dataclass(slots=True, kw_only=True)
class Organization(Entity):
    """A customer. Its domains are objects of their own.

    Attributes:
        sso_required: Whether its members must sign in through one of its connections.
        sign_in_methods: Which other methods its members may use (`password`, `magic_auth`, `google_oauth` …); all that are not named.
        invitations_blocked: Whether nobody can be invited to it.
    """

    name: str
    external_id: str | None = None
    metadata: dict[str, str] = field(default_factory=dict[str, str])
    stripe_customer_id: str | None = None
    allow_profiles_outside_organization: bool = False
    entitlements: list[str] = field(default_factory=list[str])
    audit_logs: dict[str, Any] = field(default_factory=dict[str, Any])
    sso_required: bool = False
    sign_in_methods: dict[str, bool] = field(default_factory=dict[str, bool])
    invitations_blocked: bool = False


@dataclass(slots=True, kw_only=True)
class OrganizationDomain(Entity):
    """A domain of an organization."""

    organization_id: str
    domain: str
    state: str
    verification_token: str
    verification_prefix: str


@dataclass(slots=True, kw_only=True)
class PasswordHash:
    """A stored password.

    Attributes:
        kind: `emulator` for a password that was given as text, else the type of the hash that was given.
        value: The hash.
        salt: The salt of the kind `emulator`, else nothing.
        salt_position: Where the salt of an `ssha` hash stands, `prefix` or `suffix`.
    """

    kind: str
    value: str = field(repr=False)
    salt: str = field(default="", repr=False)
    salt_position: str = "suffix"


@dataclass(slots=True, kw_only=True)
class User(Entity):
    """A person who can sign in."""

    email: str
    email_verified: bool = False
    first_name: str | None = None
    last_name: str | None = None
    name: str | None = None
    profile_picture_url: str | None = None
    external_id: str | None = None
    metadata: dict[str, str] = field(default_factory=dict[str, str])
    locale: str | None = None
    last_sign_in_at: datetime | None = None
    password: PasswordHash | None = None


@dataclass(slots=True, kw_only=True)
class Identity(Entity):
    """An account of a user at an OAuth provider."""

    user_id: str
    idp_id: str
    provider: str


@dataclass(slots=True, kw_only=True)
class Membership(Entity):
    """A user in an organization."""

    user_id: str
    organization_id: str
    status: str
    role_slugs: list[str]
    directory_managed: bool = False
    custom_attributes: dict[str, Any] = field(default_factory=dict[str, Any])
    group_ids: list[str] = field(default_factory=list[str])


@dataclass(slots=True, kw_only=True)
class AuthorizedApplication(Entity):
    """The permission that a user, as a member of an organization, gave to a Connect application."""

    user_id: str
    organization_id: str
    granted_scopes: list[str]
    application_id: str


@dataclass(slots=True, kw_only=True)
class Session(Entity):
    """A sign-in of a user.

    Attributes:
        authentication_method: How the user signed in, as the answer of authenticate names it (`Password`).
        ended_at: When it was revoked; None as long as it was not.
        impersonator: Who of the team is the user: `email` and `reason`. None when it is the user.
    """

    user_id: str
    organization_id: str | None
    authentication_method: str
    ip_address: str | None
    user_agent: str | None
    expires_at: datetime
    ended_at: datetime | None = None
    impersonator: dict[str, Any] | None = None


@dataclass(slots=True, kw_only=True)
class RefreshToken(Entity):
    """A refresh token; its id is the token.

    Attributes:
        used_at: When it was used first; None as long as it was not.
    """

    session_id: str
    used_at: datetime | None = None


@dataclass(slots=True, kw_only=True)
class AuthorizationCode(Entity):
    """A code from an authorization URL; its id is the code.

    Attributes:
        invitation_token: The token of the invitation that the sign-in accepts.
        passed: What the hosted pages have asked for already.
        impersonator: Who of the team is the user, if it is not the user.
    """

    user_id: str
    organization_id: str | None
    authentication_method: str
    code_challenge: str | None
    expires_at: datetime
    invitation_token: str | None = None
    passed: frozenset[str] = frozenset()
    impersonator: dict[str, Any] | None = None


@dataclass(slots=True, kw_only=True)
class PendingAuthentication(Entity):
    """A sign-in that waits for something more; its id is the pending authentication token.

    Attributes:
        passed: What it has been through already: `radar`, `mfa`.
        invitation_id: The invitation that is accepted at its end.
    """

    user_id: str
    organization_id: str | None
    authentication_method: str
    expires_at: datetime
    passed: frozenset[str] = frozenset()
    invitation_id: str | None = None


@dataclass(slots=True, kw_only=True)
class Directory(Entity):
    """A directory of an organization."""

    organization_id: str
    name: str
    type: str
    state: str
    external_key: str
    domain: str | None = None


@dataclass(slots=True, kw_only=True)
class DirectoryGroup(Entity):
    """A group in a directory."""

    directory_id: str
    idp_id: str
    name: str
    raw_attributes: dict[str, Any] = field(default_factory=dict[str, Any])


@dataclass(slots=True, kw_only=True)
class DirectoryUser(Entity):
    """A person in a directory, and the ids of the groups the person is in."""

    directory_id: str
    idp_id: str
    email: str | None
    first_name: str | None
    last_name: str | None
    state: str
    role_slugs: list[str] = field(default_factory=list[str])
    custom_attributes: dict[str, Any] = field(default_factory=dict[str, Any])
    raw_attributes: dict[str, Any] = field(default_factory=dict[str, Any])
    group_ids: list[str] = field(default_factory=list[str])
