"""What a page or an endpoint asks of whoever requests it. The same objects serve every framework."""

from typing import Literal

from attrs import frozen

from workos_core.auth.identity.identity import Identity
from workos_core.errors import InvalidArgumentError

__all__ = ["Requirement", "anyone", "feature_flag", "permission", "role", "user"]


@frozen
class Requirement:
    """Something that an identity must have.

    Attributes:
        kind: What.
        value: Which one; empty for `user` and `anyone`.
    """

    kind: Literal["anyone", "user", "role", "permission", "feature_flag"]
    value: str = ""

    def is_satisfied_by(self, identity: Identity) -> bool:
        """Whether an identity has it."""
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
    """Any identity will do: a user, or the API key of an organization."""
    return Requirement("anyone")


def user() -> Requirement:
    """A user: signed in, or by an API key of the user's own."""
    return Requirement("user")


def role(slug: str) -> Requirement:
    """A role in the present organization. API keys have no roles."""
    return Requirement("role", _named("role", slug))


def permission(slug: str) -> Requirement:
    """A permission, of the user's roles or of the API key."""
    return Requirement("permission", _named("permission", slug))


def feature_flag(slug: str) -> Requirement:
    """A feature flag that is on for the user. API keys have none."""
    return Requirement("feature_flag", _named("feature flag", slug))


def _named(what: str, slug: str) -> str:
    if not slug:
        raise InvalidArgumentError(f"the slug of the {what} is empty, so nobody could have it")
    return slug
