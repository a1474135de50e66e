"""The changes between two public surfaces."""

import json
from typing import Any, Literal

from attrs import frozen

from codegen.surface.snapshot import Surface


@frozen
class Change:
    """A difference between two surfaces.

    Attributes:
        what: What happened.
        where: The method, argument, model, field or value, such as `organizations.create_organization(name)` or `User.email`.
        detail: Before and after; for an addition or removal, a description of it.
        breaking: Whether code that works with the old surface can fail with the new one, at run time or in a type checker.
    """

    what: Literal["added", "removed", "changed"]
    where: str
    detail: str
    breaking: bool

    def __str__(self) -> str:
        return f"{'BREAKING ' if self.breaking else '':9}{self.what:8}{self.where}{': ' if self.detail else ''}{self.detail}"


def compare(old: Surface, new: Surface) -> list[Change]:
    """Return every change from one surface to another, breaking changes first."""
    changes: list[Change] = []
    for name, before, after in _pairs(old["methods"], new["methods"]):
        if before is None or after is None:
            changes.append(_whole("method", name, before is None))
        else:
            changes += _compare_methods(name, before, after)
    for name, before, after in _pairs(old["types"], new["types"]):
        if before is None or after is None:
            changes.append(_whole(str({**(before or {}), **(after or {})}["kind"]), name, before is None))
        elif before["kind"] != after["kind"]:
            changes.append(Change("changed", name, f"{before['kind']} → {after['kind']}", True))
        else:
            changes += _compare_types(name, before, after)
    return sorted(changes, key=lambda change: (not change.breaking, change.where, change.what))


def as_json(changes: list[Change]) -> str:
    """Return the changes as JSON."""
    rows = [{"what": c.what, "where": c.where, "detail": c.detail, "breaking": c.breaking} for c in changes]
    return json.dumps(
        {"breaking": any(change.breaking for change in changes), "changes": rows}, indent=1, ensure_ascii=False
    )


def as_text(changes: list[Change]) -> str:
    """Return the changes as text: one line each, and a count."""
    breaking = sum(change.breaking for change in changes)
    return "\n".join([*map(str, changes), f"{len(changes)} change(s), {breaking} breaking"])


def _pairs(old: dict[str, Any], new: dict[str, Any]) -> list[tuple[str, Any, Any]]:
    return [(name, old.get(name), new.get(name)) for name in sorted({*old, *new}) if old.get(name) != new.get(name)]


def _whole(kind: str, name: str, added: bool) -> Change:
    return Change("added" if added else "removed", name, kind, not added)


def _compare_methods(name: str, old: dict[str, Any], new: dict[str, Any]) -> list[Change]:
    changes = [
        Change("changed", name, f"{key}: {old[key]} → {new[key]}", key != "endpoint")
        for key in ("endpoint", "kind", "returns")
        if old[key] != new[key]
    ]
    if old["positional"] != new["positional"][: len(old["positional"])]:
        changes.append(Change("changed", name, f"positional: {old['positional']} → {new['positional']}", True))
    rules = old.get("rules", []), new.get("rules", [])
    changes += [Change("removed", name, f"rule: {rule}", False) for rule in rules[0] if rule not in rules[1]]
    changes += [Change("added", name, f"rule: {rule}", True) for rule in rules[1] if rule not in rules[0]]
    for argument, before, after in _pairs(old["arguments"], new["arguments"]):
        where = f"{name}({argument})"
        if before is None:
            changes.append(Change("added", where, _described(after), after["required"]))
        elif after is None:
            changes.append(Change("removed", where, _described(before), True))
        else:
            narrower = not _parts(before["type"]) <= _parts(after["type"])
            stricter = after["required"] and not before["required"]
            changes.append(
                Change("changed", where, f"{_described(before)} → {_described(after)}", narrower or stricter)
            )
    return changes


def _compare_types(name: str, old: dict[str, Any], new: dict[str, Any]) -> list[Change]:
    if old["kind"] == "enum":
        return _members(name, old["values"], new["values"], "value")
    if old["kind"] == "union":
        tag = [Change("changed", name, f"tag: {old['tag']} → {new['tag']}", True)] if old["tag"] != new["tag"] else []
        return tag + _members(name, old["members"], new["members"], "member")
    changes: list[Change] = []
    if old["module"] != new["module"]:
        changes.append(Change("changed", name, f"module: {old['module']} → {new['module']}", True))
    for field, before, after in _pairs(old["fields"], new["fields"]):
        where = f"{name}.{field}"
        if before is None:
            changes.append(Change("added", where, _described(after), False))
        elif after is None:
            changes.append(Change("removed", where, _described(before), True))
        else:
            wider = not _parts(after["type"]) <= _parts(before["type"])
            looser = before["required"] and not after["required"]
            changes.append(Change("changed", where, f"{_described(before)} → {_described(after)}", wider or looser))
    return changes


def _members(name: str, old: list[str], new: list[str], what: str) -> list[Change]:
    removed = [Change("removed", f"{name} {value!r}", what, True) for value in old if value not in new]
    return removed + [Change("added", f"{name} {value!r}", what, False) for value in new if value not in old]


def _described(part: dict[str, Any]) -> str:
    return f"{part['type']}{'' if part['required'] else ', optional'}"


def _parts(kind: str) -> set[str]:
    """Return the members of a union annotation; `a | None` has two."""
    return set(kind.split(" | "))
