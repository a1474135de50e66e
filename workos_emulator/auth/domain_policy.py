"""Domain policies: how an organization manages the users whose email address has one of its verified domains."""

from workos_emulator.auth.invitations import join_organization
from workos_emulator.http import errors
from workos_emulator.storage.objects.organizations import Organization
from workos_emulator.storage.objects.sso import Connection
from workos_emulator.storage.objects.users import User
from workos_emulator.storage.state import State, fold

METHODS = ("apple_oauth", "github_oauth", "google_oauth", "magic_auth", "microsoft_oauth", "password")
"""The methods that the error `organization_authentication_methods_required` lists."""

EXEMPT_METHODS = frozenset({"CrossAppAuth", "ExternalAuth", "Impersonation", "MigratedSession"})
"""The methods that no policy restricts: the user does not sign in."""


def find_organization(state: State, email: str) -> Organization | None:
    """Return the organization whose domain policy manages users with this email address, if any."""
    domain = state.domains.find("domain", _domain_of(email))
    organization = state.organizations.get(domain.organization_id) if domain and domain.state == "verified" else None
    if domain is None or organization is None:
        return None
    is_included = organization.policy_domains is None or domain.domain in organization.policy_domains
    return organization if is_included else None


def owns_domain(state: State, organization_id: str | None, email: str) -> bool:
    """Return whether an organization has verified the domain of an email address."""
    domain = state.domains.find("domain", _domain_of(email))
    return domain is not None and domain.state == "verified" and domain.organization_id == organization_id


def active_connections(state: State, organization_id: str) -> list[Connection]:
    """Return the active connections of an organization, oldest first."""
    return [c for c in state.sso.connections.group("organization", organization_id) if c.state == "active"]


def required_connection(state: State, email: str, method: str) -> Connection | None:
    """Return the connection that users with this email address must use instead of a method; None if they may use the method."""
    organization = find_organization(state, email)
    if organization is None or method == "SSO" or method in EXEMPT_METHODS:
        return None
    if not (state.settings.domain_policy_sso and organization.domain_sso_required):
        return None
    if organization.sign_in_methods.get(policy_name(method), False):
        return None
    connections = active_connections(state, organization.id)
    return connections[0] if connections else None


def check(state: State, user: User, method: str) -> None:
    """Check a sign-in against the domain policy that manages the user.

    Raises:
        ApiError: 400 `organization_authentication_methods_required` if the policy does not allow the method.
    """
    if required_connection(state, user.email, method) is not None:
        organization = find_organization(state, user.email)
        assert organization is not None
        raise methods_error(state, organization, user, dict.fromkeys(METHODS, False) | organization.sign_in_methods)


def methods_error(state: State, organization: Organization, user: User, methods: dict[str, bool]) -> errors.ApiError:
    """Return the error for a method that an organization does not allow, with the allowed ones."""
    return errors.oauth(
        "organization_authentication_methods_required",
        "User must authenticate using one of the methods allowed by the organization.",
        email=user.email,
        sso_connection_ids=[connection.id for connection in active_connections(state, organization.id)],
        auth_methods=methods,
    )


def join(state: State, user: User) -> None:
    """Make a user with a verified email address a member of the organization that manages them, unless it has deactivated them."""
    organization = find_organization(state, user.email)
    if organization is None or not user.email_verified:
        return
    if not (state.settings.domain_jit_membership and organization.domain_jit_membership):
        return
    membership = state.memberships.find("pair", (user.id, organization.id))
    if membership is None or membership.status == "pending":
        join_organization(state, user, organization.id, None, "active")


def policy_name(method: str) -> str:
    """Return the policy's name of a method: `Password` → `password`, `GitHubOAuth` → `github_oauth`."""
    if method.endswith("OAuth"):
        return f"{method.removesuffix('OAuth').lower()}_oauth"
    return {"MagicAuth": "magic_auth"}.get(method, method.lower())


def _domain_of(email: str) -> str:
    return fold(email.rpartition("@")[2])
