"""The public surface as JSON values: methods, models, enums and unions, without descriptions. Kept in spec/surface.json."""

import json
from typing import Any

from codegen.ir import Api, Definition, Enum, Exclusive, Method, Union
from codegen.render.annotations import annotation

Surface = dict[str, Any]
SNAPSHOT = "spec/surface.json"


def surface_of(api: Api) -> Surface:
    """Return methods with their arguments and return types, models with their fields, enums and unions, as sorted JSON values."""
    return {
        "methods": {
            f"{method.resource}.{method.name}": _method(method) for method in sorted(api.methods, key=_full_name)
        },
        "types": {name: _type(definition) for name, definition in sorted(api.types.items())},
    }


def render_surface(surface: Surface) -> str:
    """Return the snapshot as JSON text with one line per method and type, for readable diffs."""
    sections: list[str] = []
    for section, entries in surface.items():
        lines = [f" {json.dumps(name)}: {json.dumps(entry, ensure_ascii=False)}" for name, entry in entries.items()]
        sections.append(f"{json.dumps(section)}: {{\n" + ",\n".join(lines) + "\n}")
    return "{" + ",\n".join(sections) + "}\n"


def _full_name(method: Method) -> str:
    return f"{method.resource}.{method.name}"


def _method(method: Method) -> dict[str, Any]:
    arguments = {
        argument.name: {
            "type": annotation(argument.type),
            "required": argument.required and not argument.from_client,
            **({"default": argument.sent_default} if argument.sent_default else {}),
        }
        for argument in method.arguments
        if argument.from_client != "api_key"
    }
    if method.credentials == "access_token":
        arguments["access_token"] = {"type": "str", "required": True}
    if method.has_idempotency_key:
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
    """Return mutually exclusive arguments as text."""
    groups = (
        " with ".join(f"{name} (optional)" if name in rule.optional else name for name in group)
        for group in rule.groups
    )
    text = f"{'exactly' if rule.required else 'at most'} one of {' | '.join(groups)}"
    exceptions = [f"{name} with {other}={value}" for name, other, value in rule.allowed_with]
    return f"{text}, or {', '.join(exceptions)}" if exceptions else text


def _type(definition: Definition) -> dict[str, Any]:
    if isinstance(definition, Enum):
        return {"kind": "enum", "values": sorted(definition.values)}
    if isinstance(definition, Union):
        return {"kind": "union", "tag": definition.tag, "members": sorted(definition.members)}
    fields = {item.name: {"type": annotation(item.type), "required": item.required} for item in definition.fields}
    return {"kind": "model", "module": definition.module, "fields": fields}
