"""Mutually exclusive fields (`x-exclusive` in the OpenAPI document)."""

from collections.abc import Mapping
from typing import Any, cast


def problems(rules: Any, present: Mapping[str, Any]) -> list[dict[str, str]]:
    """Return the problems of a set of fields, each as `{field, code}`.

    Args:
        rules: The value of `x-exclusive`.
        present: The fields in the request.
    """
    return [problem for rule in cast(list[Mapping[str, Any]], rules or []) for problem in _check(rule, present)]


def _check(rule: Mapping[str, Any], present: Mapping[str, Any]) -> list[dict[str, str]]:
    groups = cast(list[list[str]], rule["groups"])
    optional = cast(list[str], rule.get("optional", []))
    conditions = cast(Mapping[str, Mapping[str, str]], rule.get("allowed-with", {}))
    accompanying = {
        name
        for name, condition in conditions.items()
        if all(present.get(other) == value for other, value in condition.items())
    }
    used = [group for group in groups if any(name in present for name in group) and not accompanying & {*group}]
    if len(used) > 1:
        return [{"field": name, "code": "mutually_exclusive"} for group in used for name in group if name in present]
    if not used:
        return [{"field": groups[0][0], "code": "required"}] if rule.get("required") else []
    missing = [name for name in used[0] if name not in present and name not in optional]
    return [{"field": name, "code": "required"} for name in missing]
