"""What a route requires of the identity behind a request: a user, a role, a permission or a feature flag."""

from typing import Literal

from attrs import frozen

from workos_core.auth.identity.identity import Identity
from workos_core.errors import InvalidArgumentError

__all__ = ["Requirement", "anyone", "feature_flag", "permission", "role", "user"]


@frozen
class Requirement:
    """A requirement that an identity must satisfy. The same requirement works with every framework.

    Attributes:
        kind: What is required.
        value: The slug of the role, permission or feature flag; empty for `user` and `anyone`.
    """

    kind: Literal["anyone", "user", "role", "permission", "feature_flag"]
    value: str = ""

    def is_satisfied_by(self, identity: Identity) -> bool:
        """Return whether an identity satisfies the requirement."""
        match self.kind:
            case "anyone":
                return True
            case "user":
                return identity.user_id is not None
            case "role":
                return self.value in (*identity.roles, identity.role)
            case "permission":
                return self.value in identity.permissions
            case "feature_flag":
                return self.value in identity.feature_flags

    def __str__(self) -> str:
        return f"{self.kind} {self.value!r}" if self.value else self.kind


def anyone() -> Requirement:
    """Require any identity: a user, or the API key of an organization."""
    return Requirement("anyone")


def user() -> Requirement:
    """Require a user: one who is signed in, or the owner of a user API key."""
    return Requirement("user")


def role(slug: str) -> Requirement:
    """Require a role in the current organization. API keys have no roles."""
    return Requirement("role", _checked(slug, "role"))


def permission(slug: str) -> Requirement:
    """Require a permission of the user's roles or of the API key."""
    return Requirement("permission", _checked(slug, "permission"))


def feature_flag(slug: str) -> Requirement:
    """Require a feature flag that is enabled for the user. API keys have no feature flags."""
    return Requirement("feature_flag", _checked(slug, "feature flag"))


def _checked(slug: str, kind: str) -> str:
    if not slug:
        raise InvalidArgumentError(f"slug is empty: pass the slug of the {kind} to require")
    return slug
