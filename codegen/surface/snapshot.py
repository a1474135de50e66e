"""The public surface as plain data: what users can call and read, without descriptions. Compared by `codegen diff` and kept as a snapshot."""

import json
from typing import Any

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
