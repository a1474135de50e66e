"""All that an emulator remembers."""

from datetime import datetime

from workos_emulator.clock import Clock
from workos_emulator.entities import (
    AuthorizationCode,
    AuthorizedApplication,
    Directory,
    DirectoryGroup,
    DirectoryUser,
    EmailVerification,
    Identity,
    Membership,
    Organization,
    OrganizationDomain,
    PendingAuthentication,
    RefreshToken,
    Session,
    User,
)
from workos_emulator.ids import Ids
from workos_emulator.roles import Roles
from workos_emulator.settings import Settings
from workos_emulator.store import Collection


class State:
    """The stored objects of an environment, with the indexes that the API's lookups need."""

    def __init__(self, *, clock: Clock, ids: Ids, settings: Settings) -> None:
        self.clock = clock
        self.ids = ids
        self.settings = settings
        self.roles = Roles()
        self.organizations = Collection[Organization](
            unique={"external_id": lambda o: o.external_id, "stripe_customer_id": lambda o: o.stripe_customer_id}
        )
        self.domains = Collection[OrganizationDomain](
            unique={"domain": lambda d: d.domain}, groups={"organization": lambda d: (d.organization_id,)}
        )
        self.memberships = Collection[Membership](
            unique={"pair": lambda m: (m.user_id, m.organization_id)},
            groups={"user": lambda m: (m.user_id,), "organization": lambda m: (m.organization_id,)},
        )
        self.users = Collection[User](
            unique={"email": lambda u: fold(u.email), "external_id": lambda u: u.external_id},
            groups={"organization": self._organizations_of},
        )
        self.identities = Collection[Identity](groups={"user": lambda i: (i.user_id,)})
        self.authorized_applications = Collection[AuthorizedApplication](
            groups={"user": lambda a: (a.user_id,), "organization": lambda a: (a.organization_id,)}
        )
        self.sessions = Collection[Session](groups={"user": lambda s: (s.user_id,)})
        self.refresh_tokens = Collection[RefreshToken](groups={"session": lambda t: (t.session_id,)})
        self.authorization_codes = Collection[AuthorizationCode]()
        self.pending_authentications = Collection[PendingAuthentication]()
        self.email_verifications = Collection[EmailVerification](groups={"user": lambda v: (v.user_id,)})
        self.directories = Collection[Directory](groups={"organization": lambda d: (d.organization_id,)})
        self.directory_groups = Collection[DirectoryGroup](groups={"directory": lambda g: (g.directory_id,)})
        self.directory_users = Collection[DirectoryUser](
            groups={
                "directory": lambda u: (u.directory_id,),
                "active": lambda u: (u.directory_id,) if u.state == "active" else (),
                "group": lambda u: u.group_ids,
            }
        )

    def now(self) -> datetime:
        """The present moment."""
        return self.clock.now()

    def _organizations_of(self, user: User) -> list[str]:
        return [membership.organization_id for membership in self.memberships.group("user", user.id)]


def fold(email: str) -> str:
    """An e-mail address or domain in the form in which it is compared."""
    return email.strip().casefold()
