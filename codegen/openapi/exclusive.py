"""Rules about fields that exclude one another."""

from collections.abc import Mapping
from typing import Any, NamedTuple

QUERY_KEYWORD = "x-mutually-exclusive-parameter-groups"
BODY_KEYWORD = "x-mutually-exclusive-body-groups"


class Rule(NamedTuple):
    """At most one of several groups of fields may be given.

    Attributes:
        groups: The fields of each group.
        optional: The fields that a group may omit.
        is_required: Whether one of the groups must be given.
    """

    groups: tuple[tuple[str, ...], ...]
    optional: frozenset[str]
    is_required: bool

    def __str__(self) -> str:
        groups = [
            " with ".join(f"{name} (optional)" if name in self.optional else name for name in sorted(group))
            for group in self.groups
        ]
        return f"{'exactly' if self.is_required else 'at most'} one of {' | '.join(sorted(groups))}"


def their_rules(operation: Mapping[str, Any], keyword: str) -> list[Rule]:
    """Return the rules of an operation of WorkOS's OpenAPI document.

    Args:
        operation: The operation object.
        keyword: QUERY_KEYWORD or BODY_KEYWORD.
    """
    return [
        Rule(
            tuple(map(tuple, group.get("variants", {}).values())),
            frozenset(name for names in group.get("optionalFields", {}).values() for name in names),
            not group.get("optional"),
        )
        for group in operation.get(keyword, {}).values()
    ]


def our_rules(data: Mapping[str, Any]) -> list[Rule]:
    """Return the rules in the `x-exclusive` of an operation or a schema of the spec."""
    return [
        Rule(tuple(map(tuple, rule["groups"])), frozenset(rule.get("optional", [])), rule.get("required", False))
        for rule in data.get("x-exclusive", [])
    ]


def as_extension(rule: Rule) -> dict[str, Any]:
    """Return a rule as an entry of `x-exclusive`."""
    entry: dict[str, Any] = {"groups": [[*group] for group in rule.groups]}
    if rule.is_required:
        entry["required"] = True
    if rule.optional:
        entry["optional"] = sorted(rule.optional)
    return entry
