"""The state of an environment: all stored objects."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from workos_emulator.http import origins
from workos_emulator.http.messages import Request
from workos_emulator.http.rate_limits import RateLimits
from workos_emulator.storage.clock import Clock
from workos_emulator.storage.ids import Ids
from workos_emulator.storage.objects.access import Access
from workos_emulator.storage.objects.accounts import PasswordlessSession, Team, WebhookEndpoint
from workos_emulator.storage.objects.agents import Agents
from workos_emulator.storage.objects.audit_logs import AuditLogs
from workos_emulator.storage.objects.auth_factors import Mfa
from workos_emulator.storage.objects.codes import Codes
from workos_emulator.storage.objects.configuration import Configuration
from workos_emulator.storage.objects.connect import Connect
from workos_emulator.storage.objects.credentials import Credentials
from workos_emulator.storage.objects.directories import Directory, DirectoryGroup, DirectoryUser
from workos_emulator.storage.objects.feature_flags import FeatureFlag
from workos_emulator.storage.objects.hosted_flows import Hosted
from workos_emulator.storage.objects.organizations import (
    Group,
    ItContact,
    Membership,
    Organization,
    OrganizationDomain,
    PortalLink,
    PortalSession,
)
from workos_emulator.storage.objects.passkeys import Passkeys
from workos_emulator.storage.objects.pipes import Pipes
from workos_emulator.storage.objects.radar import Radar
from workos_emulator.storage.objects.roles import Roles
from workos_emulator.storage.objects.sessions import (
    AuthorizationCode,
    EmailCompletion,
    PendingAuthentication,
    RefreshToken,
    Session,
)
from workos_emulator.storage.objects.sso import Sso
from workos_emulator.storage.objects.transient import Download, StoredResponse
from workos_emulator.storage.objects.users import AuthorizedApplication, Identity, User
from workos_emulator.storage.objects.vault import Vault
from workos_emulator.storage.objects.webhooks import Delivery
from workos_emulator.storage.outbox import Outbox
from workos_emulator.storage.settings import Settings
from workos_emulator.storage.store import Collection

if TYPE_CHECKING:
    from workos_emulator.events.event_log import EventLog

DEFAULT_BASE_URL = "http://localhost:4100"
"""The base URL of links before the first request: the one of `workos-emulator serve`."""


class State:
    """The stored objects of an environment, with the indexes that the API's lookups need.

    Attributes:
        downloads: Temporary files that can be downloaded without an API key.
        counted: The number of objects per kind that were seeded with a generated name.
        idempotent: Recorded responses for idempotency keys, oldest first.
    """

    def __init__(self, *, clock: Clock, ids: Ids, settings: Settings, events: "EventLog") -> None:
        self.clock = clock
        self.ids = ids
        self.settings = settings
        self._base_url = DEFAULT_BASE_URL
        self.environment_id: str = ids.new("environment")
        self.events = events
        self.access: Access = Access()
        self.roles: Roles = Roles(clock, ids, self.access)
        self.organizations: Collection[Organization] = Collection(
            unique={"external_id": lambda o: o.external_id, "stripe_customer_id": lambda o: o.stripe_customer_id}
        )
        self.domains: Collection[OrganizationDomain] = Collection(
            unique={"domain": lambda d: d.domain}, groups={"organization": lambda d: (d.organization_id,)}
        )
        self.memberships: Collection[Membership] = Collection(
            unique={"pair": lambda m: (m.user_id, m.organization_id)},
            groups={
                "user": lambda m: (m.user_id,),
                "organization": lambda m: (m.organization_id,),
                "group": lambda m: m.group_ids,
            },
        )
        self.groups: Collection[Group] = Collection(groups={"organization": lambda g: (g.organization_id,)})
        self.users: Collection[User] = Collection(
            unique={"email": lambda u: fold(u.email), "external_id": lambda u: u.external_id},
            groups={"organization": self._organizations_of},
        )
        self.identities: Collection[Identity] = Collection(groups={"user": lambda i: (i.user_id,)})
        self.authorized_applications: Collection[AuthorizedApplication] = Collection(
            groups={
                "user": lambda a: (a.user_id,),
                "organization": lambda a: (a.organization_id,),
                "application": lambda a: (a.application_id,),
            }
        )
        self.sessions: Collection[Session] = Collection(groups={"user": lambda s: (s.user_id,)})
        self.refresh_tokens: Collection[RefreshToken] = Collection(groups={"session": lambda t: (t.session_id,)})
        self.authorization_codes: Collection[AuthorizationCode] = Collection(
            groups={"user": lambda c: (c.user_id,) if c.user_id else ()}
        )
        self.email_completions: Collection[EmailCompletion] = Collection()
        self.pending_authentications: Collection[PendingAuthentication] = Collection(
            groups={"user": lambda p: (p.user_id,)}
        )
        self.directories: Collection[Directory] = Collection(groups={"organization": lambda d: (d.organization_id,)})
        self.directory_groups: Collection[DirectoryGroup] = Collection(
            groups={"directory": lambda g: (g.directory_id,)}
        )
        self.directory_users: Collection[DirectoryUser] = Collection(
            groups={
                "directory": lambda u: (u.directory_id,),
                "active": lambda u: (u.directory_id,) if u.state == "active" else (),
                "group": lambda u: u.group_ids,
            }
        )
        self.it_contacts: Collection[ItContact] = Collection(groups={"organization": lambda c: (c.organization_id,)})
        self.portal_links: Collection[PortalLink] = Collection(groups={"organization": lambda p: (p.organization_id,)})
        self.portal_sessions: Collection[PortalSession] = Collection(
            groups={"organization": lambda p: (p.organization_id,)}
        )
        self.feature_flags: Collection[FeatureFlag] = Collection(
            unique={"slug": lambda f: f.slug}, groups={"target": lambda f: (*f.users, *f.organizations)}
        )
        self.audit: AuditLogs = AuditLogs()
        self.vault: Vault = Vault()
        self.radar: Radar = Radar()
        self.webhook_endpoints: Collection[WebhookEndpoint] = Collection(unique={"url": lambda w: w.url})
        self.webhook_deliveries: Collection[Delivery] = Collection(
            groups={"state": lambda d: (d.state,), "endpoint": lambda d: (d.endpoint_id,)}
        )
        self.passwordless_sessions: Collection[PasswordlessSession] = Collection(unique={"token": lambda s: s.token})
        self.teams: Collection[Team] = Collection()
        self.agents: Agents = Agents()
        self.pipes: Pipes = Pipes()
        self.outbox: Outbox = Outbox(clock, ids)
        self.codes: Codes = Codes()
        self.mfa: Mfa = Mfa()
        self.passkeys: Passkeys = Passkeys()
        self.sso: Sso = Sso()
        self.hosted: Hosted = Hosted()
        self.credentials: Credentials = Credentials()
        self.connect: Connect = Connect()
        self.configuration: Configuration = Configuration()
        self.downloads: Collection[Download] = Collection()
        self.rate_limits: RateLimits = RateLimits()
        self.counted: dict[str, int] = {}
        self.idempotent: Collection[StoredResponse] = Collection()

    @property
    def base_url(self) -> str:
        """The base URL of links to the emulator: `Settings.public_url` or, by default, what clients send their requests to."""
        return (self.settings.public_url or self._base_url).rstrip("/")

    @base_url.setter
    def base_url(self, url: str) -> None:
        self._base_url = url

    def receive(self, request: Request, served_at: Sequence[str]) -> Request:
        """Return a request with the base URL of the links in its response. Links of the state follow it.

        Clients in process can send requests to the hosts of WorkOS. Their links lead to the server at the last of the URLs
        `served_at`, if there is one.
        """
        base_url = request.base_url
        if origins.is_workos_host(request.headers.get("host", "")):
            base_url = served_at[-1] if served_at else DEFAULT_BASE_URL
        self._base_url = base_url
        return request if request.base_url == self.base_url else replace(request, base_url=self.base_url)

    def serve_at(self, url: str) -> None:
        """Let links lead to a server, also those in messages from before it was started, such as those of a seed file."""
        if self._base_url == DEFAULT_BASE_URL:
            self.outbox.replace_base_url(DEFAULT_BASE_URL, url)
            self._base_url = url

    def now(self) -> datetime:
        """Return the current time."""
        return self.clock.now()

    def add_membership(self, membership: Membership) -> Membership:
        """Store a new membership and index its user by organization."""
        self.memberships.add(membership)
        if user := self.users.get(membership.user_id):
            self.users.reindex(user)
        return membership

    def _organizations_of(self, user: User) -> list[str]:
        return [membership.organization_id for membership in self.memberships.group("user", user.id)]


def fold(email: str) -> str:
    """Normalize an email address or other text for case-insensitive comparison."""
    folded = email.strip().casefold()
    return email if folded == email else folded  # an index then shares the string with the object
