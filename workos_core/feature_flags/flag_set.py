"""Local evaluation of feature flags from their definitions and targets."""

from collections.abc import Iterator, Mapping

from attrs import field, frozen

from workos_core.models.feature_flags import RuntimeFeatureFlag


@frozen
class FlagChange:
    """A change of a feature flag: it was added, removed, or evaluates differently.

    Attributes:
        slug: The slug of the flag.
        before: The previous definition; None if the flag was added.
        after: The new definition; None if the flag was removed.
    """

    slug: str
    before: RuntimeFeatureFlag | None = field(hash=False)
    after: RuntimeFeatureFlag | None = field(hash=False)


class FlagSet:
    """A snapshot of the feature flags of an environment.

    Args:
        flags: The flags by slug, as returned by the API.

    Raises:
        MissingFieldError: A flag lacks a field that the evaluation requires.
    """

    def __init__(self, flags: Mapping[str, RuntimeFeatureFlag]) -> None:
        self.flags: dict[str, RuntimeFeatureFlag] = dict(flags)
        self._rules = {slug: _Rule.of(flag) for slug, flag in flags.items()}

    def is_enabled(
        self,
        slug: str,
        user_id: str | None,
        organization_id: str | None,
        default: bool,
        custom_targets: Mapping[str, str] | None = None,
    ) -> bool:
        """Return whether a flag is on for a user and an organization.

        A disabled flag is off. Otherwise the target of the user decides; if there is none, the target of the organization; if there
        is none, the flag is on for a custom target, or has its default value.

        Args:
            slug: The slug of the flag.
            user_id: The ID of the user, or None.
            organization_id: The ID of the organization, or None.
            default: The value to return if the flag does not exist.
            custom_targets: The IDs of targets of custom types, by type.
        """
        rule = self._rules.get(slug)
        return default if rule is None else rule.evaluate(user_id, organization_id, custom_targets or {})

    def evaluate_all(
        self, user_id: str | None, organization_id: str | None, custom_targets: Mapping[str, str] | None = None
    ) -> dict[str, bool]:
        """Return whether each flag is on, by slug."""
        custom = custom_targets or {}
        return {slug: rule.evaluate(user_id, organization_id, custom) for slug, rule in self._rules.items()}

    def changes(self, newer: "FlagSet") -> Iterator[FlagChange]:
        """Yield the changes from this set to a newer one, in the order of the slugs."""
        for slug in sorted({*self._rules, *newer._rules}):
            if self._rules.get(slug) != newer._rules.get(slug):
                yield FlagChange(slug, self.flags.get(slug), newer.flags.get(slug))


@frozen
class _Rule:
    enabled: bool
    default_value: bool
    users: dict[str, bool]
    organizations: dict[str, bool]
    custom: frozenset[tuple[str, str]]

    @classmethod
    def of(cls, flag: RuntimeFeatureFlag) -> "_Rule":
        users = {target.id: target.enabled for target in flag.targets.users}
        organizations = {target.id: target.enabled for target in flag.targets.organizations}
        custom = frozenset((target.type, target.id) for target in flag.targets.custom_targets or () if target.enabled)
        return cls(flag.enabled, flag.default_value, users, organizations, custom)

    def evaluate(self, user_id: str | None, organization_id: str | None, custom_targets: Mapping[str, str]) -> bool:
        if not self.enabled:
            return False
        if user_id is not None and user_id in self.users:
            return self.users[user_id]
        if organization_id is not None and organization_id in self.organizations:
            return self.organizations[organization_id]
        return self.default_value or any(target in self.custom for target in custom_targets.items())
