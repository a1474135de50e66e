"""Guards: objects that a framework calls before a route, and that accept only requests that satisfy a requirement."""

from typing import Any, Self

from workos_core.auth.identity.requirements import Requirement, check_requirement

__all__ = ["RequirementGuard"]


class RequirementGuard:
    """A guard for a requirement. Guards for equal requirements are one object per framework.

    Combine guards with `|` (either) and `&` (both), like requirements.

    Attributes:
        requirement: What the guard requires.
    """

    _guards: "dict[Requirement, Self]"
    requirement: Requirement

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        cls._guards = {}

    def __new__(cls, requirement: Requirement) -> Self:
        """Return the guard for a requirement.

        Raises:
            InvalidArgumentError: The argument is not a requirement.
        """
        guard = object.__new__(cls)
        guard.requirement = check_requirement(requirement)
        return cls._guards.setdefault(requirement, guard)

    def __or__(self, other: Any) -> Any:
        return type(self)(self.requirement | other.requirement) if isinstance(other, type(self)) else NotImplemented

    def __and__(self, other: Any) -> Any:
        return type(self)(self.requirement & other.requirement) if isinstance(other, type(self)) else NotImplemented

    def __repr__(self) -> str:
        return f"<guard: {self.requirement}>"

    def __reduce__(self) -> tuple[type[Self], tuple[Requirement]]:
        return type(self), (self.requirement,)
