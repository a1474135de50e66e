"""What a route requires of the identity behind a request: a user, a role, a permission or a feature flag, or a combination of them."""

from typing import Literal, NoReturn

from attrs import field, frozen

from workos_core.auth.identity.identity import Identity
from workos_core.errors import InvalidArgumentError

__all__ = ["Requirement", "anyone", "check_requirement", "feature_flag", "permission", "role", "user"]


@frozen
class Requirement:
    """A requirement that an identity must satisfy. The same requirement works with every framework.

    Combine requirements with `|` (either) and `&` (both): `role("admin") | permission("reports:read")`. `&` binds more tightly than `|`.
    Requirements are equal if they have the same parts, in whatever order.

    Attributes:
        kind: What is required. `any_of` and `all_of` combine other requirements.
        value: The slug of the role, permission or feature flag; empty for other kinds.
        parts: The combined requirements; empty for other kinds.
    """

    kind: Literal["anyone", "user", "role", "permission", "feature_flag", "any_of", "all_of"]
    value: str = ""
    parts: "tuple[Requirement, ...]" = field(default=(), eq=frozenset)

    def __attrs_post_init__(self) -> None:
        if (self.kind in ("any_of", "all_of")) != (len(self.parts) > 0):
            raise InvalidArgumentError(
                f"a requirement of the kind {self.kind!r} with {len(self.parts)} parts: combine with | and &"
            )

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
            case "any_of":
                return any(part.is_satisfied_by(identity) for part in self.parts)
            case "all_of":
                return all(part.is_satisfied_by(identity) for part in self.parts)

    def __or__(self, other: "Requirement") -> "Requirement":
        if not isinstance(other, Requirement):  # pyright: ignore[reportUnnecessaryIsInstance] - not checked at run time
            return NotImplemented
        return _combine("any_of", self, other)

    def __and__(self, other: "Requirement") -> "Requirement":
        if not isinstance(other, Requirement):  # pyright: ignore[reportUnnecessaryIsInstance] - not checked at run time
            return NotImplemented
        return _combine("all_of", self, other)

    def __bool__(self) -> NoReturn:
        raise TypeError(
            "a requirement is neither true nor false: combine requirements with | and & instead of `or` and `and`, "
            "and check an identity with is_satisfied_by"
        )

    def __str__(self) -> str:
        if self.parts:
            separator = " or " if self.kind == "any_of" else " and "
            return separator.join(f"({part})" if part.parts else str(part) for part in self.parts)
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


def check_requirement(requirement: object) -> Requirement:
    """Return a requirement.

    Raises:
        InvalidArgumentError: It is something else.
    """
    if not isinstance(requirement, Requirement):
        raise InvalidArgumentError(
            f"requirement must be a Requirement, such as role('admin') of workos_core.auth (got {type(requirement).__name__})"
        )
    return requirement


Requirement.__init__.__annotations__["parts"] = tuple[Requirement, ...]  # attrs makes no reference to the class itself


def _combine(kind: Literal["any_of", "all_of"], first: Requirement, second: Requirement) -> Requirement:
    """Return the combination of two requirements, without nesting and duplicates."""
    parts = [part for each in (first, second) for part in (each.parts if each.kind == kind else (each,))]
    distinct = tuple(dict.fromkeys(parts))
    return distinct[0] if len(distinct) == 1 else Requirement(kind, parts=distinct)


def _checked(slug: object, kind: str) -> str:
    if not isinstance(slug, str):
        raise InvalidArgumentError(
            f"slug must be the slug of the {kind} to require, a string (got {type(slug).__name__})"
        )
    if not slug:
        raise InvalidArgumentError(f"slug is empty: pass the slug of the {kind} to require")
    return slug
