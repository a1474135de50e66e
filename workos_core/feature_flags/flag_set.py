"""Whether feature flags are on, decided from all flags and their targets. Pure."""

from collections.abc import Iterator, Mapping

from attrs import frozen

from workos_core.models.feature_flags import RuntimeFeatureFlag


@frozen
class FlagChange:
    """A flag that is new, gone, or decides otherwise than before.

    Attributes:
        slug: Its name.
        before: The flag as it was; None when it is new.
        after: The flag as it is; None when it is gone.
    """

    slug: str
    before: RuntimeFeatureFlag | None
    after: RuntimeFeatureFlag | None


class FlagSet:
    """All flags of an environment at one moment, ready to be asked.

    Args:
        flags: The flags by slug, as the API gives them.

    Raises:
        MissingFieldError: The API left out a field that decides.
    """

    def __init__(self, flags: Mapping[str, RuntimeFeatureFlag]) -> None:
        self.flags = dict(flags)
        self._rules = {slug: _Rule.of(flag) for slug, flag in flags.items()}

    def is_enabled(self, slug: str, user_id: str | None, organization_id: str | None, default: bool) -> bool:
        """Whether a flag is on.

        A flag that is not enabled is off for everybody. Else the entry of the user decides, else that of the organization, else the
        default value of the flag.

        Args:
            slug: The name of the flag.
            user_id: The user, if there is one.
            organization_id: The organization, if there is one.
            default: The answer for a flag that does not exist.
        """
        rule = self._rules.get(slug)
        return default if rule is None else rule.decide(user_id, organization_id)

    def evaluate_all(self, user_id: str | None, organization_id: str | None) -> dict[str, bool]:
        """What every flag decides, by slug."""
        return {slug: rule.decide(user_id, organization_id) for slug, rule in self._rules.items()}

    def changes(self, newer: "FlagSet") -> Iterator[FlagChange]:
        """The flags that decide otherwise in a newer set, and those that came and went, by slug."""
        for slug in sorted({*self._rules, *newer._rules}):
            if self._rules.get(slug) != newer._rules.get(slug):
                yield FlagChange(slug, self.flags.get(slug), newer.flags.get(slug))


@frozen
class _Rule:
    enabled: bool
    default_value: bool
    users: dict[str, bool]
    organizations: dict[str, bool]

    @classmethod
    def of(cls, flag: RuntimeFeatureFlag) -> "_Rule":
        users = {target.id: target.enabled for target in flag.targets.users}
        organizations = {target.id: target.enabled for target in flag.targets.organizations}
        return cls(flag.enabled, flag.default_value, users, organizations)

    def decide(self, user_id: str | None, organization_id: str | None) -> bool:
        if not self.enabled:
            return False
        if user_id is not None and user_id in self.users:
            return self.users[user_id]
        if organization_id is not None and organization_id in self.organizations:
            return self.organizations[organization_id]
        return self.default_value
