"""The tables of the codemod: for every method of the official SDK, our method for the same endpoint."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from codegen.ir import Api, Method, Model
from codegen.official.classes import OfficialClasses
from codegen.official.read import OfficialMethod
from codegen.official.snapshot import load_snapshot, render_rows

PATH = "workos_migrate/tables/official.json"


def render_table(api: Api, root: Path) -> str:
    """Return the table as JSON.

    Each form of a method has the first and the last version that has it (`since`, `until`), its `kind`, and `to`, our method, with `our_kind`.
    Without `to`, no method of ours has the endpoint; `choices` lists them if there are several. The other keys may be missing:

    - `arguments` has our name of an argument that has another one, or null if this SDK sends the value by itself.
    - `groups` has the arguments that replace an argument that takes an object, by class and attribute.
    - `unknown` lists the arguments without a counterpart.
    - `omits_none` lists the arguments that are not sent if they are None, whereas ours sends null.
    - `positional` lists the positional arguments if their order differs.
    - `wrapped` is the attribute of the official result that our method returns instead of the whole result.
    - `post` is true if our method accepts `idempotency_key`.
    """
    snapshot = load_snapshot(root)
    rows: dict[str, list[dict[str, Any]]] = {}
    models: dict[str, str] = {}
    for since, until, method in snapshot.forms:
        ours = _find(method, api.methods)
        row: dict[str, Any] = {"since": since, "until": until, "kind": method.kind}
        row |= _row(method, ours[0]) if len(ours) == 1 else {"choices": sorted(map(_full_name, ours))} if ours else {}
        if len(ours) == 1 and method.returns and (returned := _returned_model(ours[0])):
            models[method.returns] = returned
        existing = rows.setdefault(method.name, [])
        if existing and {**existing[-1], "until": until, "since": since} == row:
            existing[-1]["until"] = until
        else:
            existing.append(row)
    enums = snapshot.classes.enums
    document = {
        "x-generated": "Generated from spec/ and codegen/official/methods.json by `python -m codegen`. Do not edit.",
        "versions": [snapshot.versions[0], snapshot.versions[-1]],
        "methods": rows,
        "models": _models(api, snapshot.classes, models),
        "enums": {
            name: {member: value for member, value in enums[target].items() if value != member.lower()}
            for name, target in sorted(({name: name for name in enums} | _enum_aliases(snapshot.classes)).items())
        },
    }
    return render_rows(document)


def _enum_aliases(classes: OfficialClasses) -> dict[str, str]:
    targets = {alias: classes.resolve(alias) for alias in classes.aliases}
    return {alias: target for alias, target in targets.items() if target in classes.enums}


def _models(api: Api, classes: OfficialClasses, returned: dict[str, str]) -> dict[str, str]:
    """Return the name of our model by the name of the official one: found by the event type, the name, or the method that returns it."""
    events = {
        field.type.value: item.name
        for item in api.types.values()
        if isinstance(item, Model)
        for field in item.fields
        if field.name == "event" and field.type.kind == "const"
    }
    names = {**dict.fromkeys(classes.enums, ""), **classes.models}
    models: dict[str, str] = {}
    for name, event in names.items():
        target = classes.resolve(name)
        ours = events.get(event or names.get(target, "")) or (name if name in api.types else returned.get(name))
        if ours is None and target != name:
            ours = target if target in api.types else returned.get(target)
        if ours is not None:
            models[name] = ours
    return models


def _returned_model(method: Method) -> str:
    returns = method.returns.parts[0] if method.returns.kind == "list" else method.returns
    return returns.name if returns.kind == "named" else ""


def _full_name(method: Method) -> str:
    return f"{method.resource}.{method.name}"


def _find(method: OfficialMethod, ours: Iterable[Method]) -> list[Method]:
    """Return our methods for the endpoint of a method: one if it can be decided."""
    same_endpoint = [
        item for item in ours if item.http_method == method.http_method and _template(item.path) == method.path
    ]
    matching = [item for item in same_endpoint if _sends_the_same_constants(item, method)] or same_endpoint
    if len(matching) > 1:
        named = [item for item in matching if method.name in item.known_as.get("python", [])]
        same_name = [item for item in named or matching if item.name == method.name.partition(".")[2]]
        return same_name or (named if len(named) == 1 else matching)
    return matching


def _row(method: OfficialMethod, ours: Method) -> dict[str, Any]:
    path = re.findall(r"\{(\w+)\}", ours.path)
    by_wire = {argument.wire: argument for argument in ours.arguments if argument.location != "path"}
    constants = {constant.wire for constant in ours.constants}
    arguments: dict[str, str | None] = {}
    unknown: list[str] = []
    for name, wires in method.arguments.items():
        if name in method.groups:
            continue
        names = [path[int(wire[1:-1])] if wire.startswith("{") else wire for wire in wires]
        found = [wire for wire in names if wire in by_wire or wire in path]
        if name == "idempotency_key" and ours.has_idempotency_key:
            arguments[name] = name
        elif found:
            argument = by_wire.get(found[0])
            arguments[name] = (
                None if argument and argument.from_client == "api_key" else (argument.name if argument else found[0])
            )
        elif name == "access_token" and ours.credentials == "access_token":
            arguments[name] = name
        elif name == "client_id" and any(item.from_client == "client_id" for item in ours.arguments):
            arguments[name] = "client_id"
        elif names and set(names) <= constants:
            arguments[name] = None
        else:
            unknown.append(name)
    groups = {
        name: {
            class_: {attribute: by_wire[wire].name for attribute, wire in attributes.items() if wire in by_wire}
            for class_, attributes in classes.items()
        }
        for name, classes in method.groups.items()
    }
    required = [
        item.name for item in ours.arguments if item.location == "path" and item.required and not item.from_client
    ]
    omitted = {item.name for item in ours.arguments if item.location == "body" and not item.required}
    row: dict[str, Any] = {
        "to": _full_name(ours),
        "our_kind": ours.kind,
        "arguments": {name: other for name, other in arguments.items() if name != other},
        "groups": groups,
        "unknown": unknown,
        "omits_none": [name for name in method.omits_none if arguments.get(name) in omitted],
        "wrapped": "" if method.returns_list else ours.wrapped,
        "post": ours.has_idempotency_key,
    }
    if [arguments.get(name) for name in method.positional] != required[: len(method.positional)]:
        row["positional"] = method.positional
    return {key: value for key, value in row.items() if value}


def _sends_the_same_constants(ours: Method, method: OfficialMethod) -> bool:
    """Return whether no property that both always send has different values, and at least one has the same value."""
    values = {constant.wire: constant.type.value for constant in ours.constants}
    shared = values.keys() & method.constants.keys()
    return bool(shared) and all(values[wire] == method.constants[wire] for wire in shared)


def _template(path: str) -> str:
    return re.sub(r"\{\w+\}", "{}", path)
