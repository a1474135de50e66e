"""Organizations, their domains, memberships, groups, IT contacts and Admin Portal links."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from workos_emulator.storage.store import Entity


@dataclass(slots=True, kw_only=True, repr=False)
class Organization(Entity):
    """An organization. Its domains are stored separately.

    Attributes:
        sso_required: Whether members must sign in through one of its SSO connections.
        mfa_required: Whether members need a second factor, except through SSO.
        sign_in_methods: Whether members may use a method (`password`, `magic_auth`, `google_oauth` …); by default they may.
        invitations_blocked: Whether sending invitations to the organization fails.
        policy_domains: The verified domains in its domain policy; None for all of them.
        domain_jit_membership: Whether users with a domain of the policy become members when they sign in.
        domain_sso_required: Whether users with a domain of the policy must sign in through an active connection, if there is one.
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
    mfa_required: bool = False
    invitations_blocked: bool = False
    policy_domains: list[str] | None = None
    domain_jit_membership: bool = True
    domain_sso_required: bool = True


@dataclass(slots=True, kw_only=True, repr=False)
class OrganizationDomain(Entity):
    """A domain of an organization."""

    organization_id: str
    domain: str
    state: str
    verification_token: str
    verification_prefix: str


@dataclass(slots=True, kw_only=True, repr=False)
class Membership(Entity):
    """An organization membership of a user."""

    user_id: str
    organization_id: str
    status: str
    role_slugs: list[str]
    directory_managed: bool = False
    custom_attributes: dict[str, Any] = field(default_factory=dict[str, Any])
    group_ids: list[str] = field(default_factory=list[str])


@dataclass(slots=True, kw_only=True, repr=False)
class Group(Entity):
    """A group of organization members. Each membership lists its groups."""

    organization_id: str
    name: str
    description: str | None = None


@dataclass(slots=True, kw_only=True, repr=False)
class ItContact(Entity):
    """An IT contact of an organization, and the intents they are invited for."""

    organization_id: str
    email: str
    intents: list[str] = field(default_factory=list[str])


@dataclass(slots=True, kw_only=True, repr=False)
class PortalLink(Entity):
    """A link to the Admin Portal. Its ID is the token in the link.

    Attributes:
        intents: The features that the link sets up; empty for all of them.
        options: The options of the intent, as the request had them.
        it_contact_id: The IT contact that the link was sent to by email, if any.
    """

    organization_id: str
    intents: list[str]
    expires_at: datetime
    external_user_id: str | None = None
    return_url: str | None = None
    success_url: str | None = None
    options: dict[str, Any] = field(default_factory=dict[str, Any])
    it_contact_id: str | None = None


@dataclass(slots=True, kw_only=True, repr=False)
class PortalSession(Entity):
    """A session of the Admin Portal, which a link has started. Its ID is part of the URLs of the pages.

    Attributes:
        browser: The value of the browser's cookie. Another browser cannot continue the session.
        csrf: The CSRF token that every form of the session must submit.
        intents: The features that the session can set up; empty for all of them.
        options: The options of the intent.
        it_contact_id: The IT contact that the link was sent to by email, if any.
        ui_locales: The preferred languages of the pages; empty if the link has none.
    """

    browser: str
    csrf: str
    organization_id: str
    intents: list[str]
    expires_at: datetime
    external_user_id: str | None = None
    return_url: str | None = None
    success_url: str | None = None
    options: dict[str, Any] = field(default_factory=dict[str, Any])
    it_contact_id: str | None = None
    ui_locales: str = ""
