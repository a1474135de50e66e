"""The public surface as plain data: what users can call and read, without descriptions. Compared by `codegen diff` and kept as a snapshot."""

import json
from typing import Any, Literal

from attrs import frozen

from codegen.ir import Api, Enum, Exclusive, Method, Model, Union
from codegen.render.annotations import annotation

Surface = dict[str, Any]
SNAPSHOT = "spec/surface.json"


def surface_of(api: Api) -> Surface:
    """Every method with its arguments and answer, every model with its fields, every enum and union, as sorted JSON values."""
    return {
        "methods": {
            f"{method.resource}.{method.name}": _method(method) for method in sorted(api.methods, key=_full_name)
        },
        "types": {name: _type(kind) for name, kind in sorted(api.types.items())},
    }


def render_surface(surface: Surface) -> str:
    """The snapshot as text: JSON with one line for each method and type, so that a change is a changed line."""
    sections: list[str] = []
    for section, entries in surface.items():
        lines = [f" {json.dumps(name)}: {json.dumps(entry, ensure_ascii=False)}" for name, entry in entries.items()]
        sections.append(f"{json.dumps(section)}: {{\n" + ",\n".join(lines) + "\n}")
    return "{" + ",\n".join(sections) + "}\n"


def _full_name(method: Method) -> str:
    return f"{method.resource}.{method.name}"


def _method(method: Method) -> dict[str, Any]:
    arguments = {
        argument.name: {"type": annotation(argument.type), "required": argument.required and not argument.from_client}
        for argument in method.arguments
        if argument.from_client != "api_key"
    }
    if method.credentials == "access_token":
        arguments["access_token"] = {"type": "str", "required": True}
    if method.accepts_idempotency_key:
        arguments["idempotency_key"] = {"type": "str", "required": False}
    positional = [
        argument.name for argument in method.arguments if argument.location == "path" and not argument.from_client
    ]
    rules = [_rule(rule) for rule in method.exclusive]
    if method.any_of:
        rules.append(f"one or more of {', '.join(method.any_of)}")
    return {
        "endpoint": f"{method.http_method} {method.path}",
        "kind": method.kind,
        "positional": positional,
        "arguments": arguments,
        **({"rules": rules} if rules else {}),
        "returns": annotation(method.returns),
    }


def _rule(rule: Exclusive) -> str:
    """Which arguments exclude one another, in words."""
    groups = (
        " with ".join(f"{name} (optional)" if name in rule.optional else name for name in group)
        for group in rule.groups
    )
    return f"{'exactly' if rule.required else 'at most'} one of {' | '.join(groups)}"


def _type(kind: Model | Enum | Union) -> dict[str, Any]:
    if isinstance(kind, Enum):
        return {"kind": "enum", "values": sorted(kind.values)}
    if isinstance(kind, Union):
        return {"kind": "union", "tag": kind.tag, "members": sorted(kind.members)}
    fields = {item.name: {"type": annotation(item.type), "required": item.required} for item in kind.fields}
    return {"kind": "model", "module": kind.module, "fields": fields}


@frozen
class Change:
    """One difference between two surfaces.

    Attributes:
        what: `added`, `removed` or `changed`.
        where: The method, argument, model, field or value, such as `organizations.create_organization(name)` or `User.email`.
        detail: Before and after, or what came or went.
        breaking: Whether code that was right before can be wrong after, for a program or a type checker.
    """

    what: Literal["added", "removed", "changed"]
    where: str
    detail: str
    breaking: bool

    def __str__(self) -> str:
        return f"{'BREAKING ' if self.breaking else '':9}{self.what:8}{self.where}{': ' if self.detail else ''}{self.detail}"


def compare(old: Surface, new: Surface) -> list[Change]:
    """Every change from one surface to another, breaking ones first."""
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
    """The changes for programs."""
    rows = [{"what": c.what, "where": c.where, "detail": c.detail, "breaking": c.breaking} for c in changes]
    return json.dumps(
        {"breaking": any(change.breaking for change in changes), "changes": rows}, indent=1, ensure_ascii=False
    )


def as_text(changes: list[Change]) -> str:
    """The changes for people: a line each and a count."""
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
    gone = [Change("removed", f"{name} {value!r}", what, True) for value in old if value not in new]
    return gone + [Change("added", f"{name} {value!r}", what, False) for value in new if value not in old]


def _described(part: dict[str, Any]) -> str:
    return f"{part['type']}{'' if part['required'] else ', optional'}"


def _parts(kind: str) -> set[str]:
    """The alternatives of an annotation; `a | None` has two."""
    return set(kind.split(" | "))
