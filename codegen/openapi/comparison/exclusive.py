"""Rules about fields that exclude one another, as text."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

QUERY_KEYWORD = "x-mutually-exclusive-parameter-groups"
BODY_KEYWORD = "x-mutually-exclusive-body-groups"


def their_rules(data: Mapping[str, Any], keyword: str) -> set[str]:
    """Return the rules of an operation of WorkOS's OpenAPI document.

    Args:
        data: The operation object.
        keyword: QUERY_KEYWORD or BODY_KEYWORD.
    """
    return {*_their_rules(data.get(keyword, {}))}


def _their_rules(groups: Mapping[str, Any]) -> Iterator[str]:
    for group in groups.values():
        optional = {field for fields in group.get("optionalFields", {}).values() for field in fields}
        yield _text(group.get("variants", {}).values(), optional, is_required=not group.get("optional"))


def our_rules(data: Mapping[str, Any]) -> set[str]:
    """Return the rules in the `x-exclusive` of an operation or a schema of the spec."""
    return {
        _text(rule["groups"], {*rule.get("optional", [])}, is_required=rule.get("required", False))
        for rule in data.get("x-exclusive", [])
    }


def _text(groups: Iterable[Sequence[str]], optional: set[str], *, is_required: bool) -> str:
    names = sorted(
        " with ".join(f"{name} (optional)" if name in optional else name for name in sorted(group)) for group in groups
    )
    return f"{'exactly' if is_required else 'at most'} one of {' | '.join(names)}"
