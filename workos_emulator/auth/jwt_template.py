"""JWT templates: JSON with expressions such as `{{ user.email }}` for the claims of access tokens."""

import json
import re
from collections.abc import Mapping
from typing import Any, cast

from workos_emulator.http import payload

RESERVED = frozenset(
    {
        "act",
        "aud",
        "auth_time",
        "client_id",
        "entitlements",
        "exp",
        "feature_flags",
        "iat",
        "iss",
        "jti",
        "nbf",
        "org_id",
        "permissions",
        "role",
        "roles",
        "sid",
        "sub",
    }
)
"""The reserved claims, which a template cannot set."""

MAX_BYTES = 3072
"""The maximum size of the rendered claims in bytes."""

_PATH = re.compile(r"[A-Za-z_]\w*(\.[\w-]+)*")


def render(content: str, context: Mapping[str, Any]) -> dict[str, Any]:
    """Render the claims of a template for a context of objects.

    An expression `{{ … }}` is a path such as `user.metadata.team`, or several alternatives separated by `||`: the first one
    that is not null is used, and the last one may be a JSON value. Within a string it is rendered as text, elsewhere as JSON.

    Raises:
        ValueError: The template does not render to a JSON object.
    """
    claims = _parse("".join(_render_parts(content, context)))
    if not payload.is_object(claims):
        raise ValueError("the template must be a JSON object")
    return claims


def check(content: str) -> None:
    """Validate a template.

    Raises:
        ValueError: The template does not render to a JSON object, or sets a reserved claim.
    """
    try:
        claims = render(content, {})
    except RecursionError:
        raise ValueError("the template is nested too deeply") from None
    if reserved := RESERVED & claims.keys():
        raise ValueError(f"the template sets reserved claims: {', '.join(sorted(reserved))}")


def _render_parts(content: str, context: Mapping[str, Any]) -> list[str]:
    parts: list[str] = []
    in_string, position = False, 0
    while position < len(content):
        if content.startswith("{{", position):
            end = content.find("}}", position)
            if end < 0:
                raise ValueError("'{{' without '}}'")
            parts.append(_render_value(_evaluate(content[position + 2 : end], context), in_string))
            position = end + 2
            continue
        length = 2 if in_string and content[position] == "\\" else 1
        in_string ^= content[position] == '"'
        parts.append(content[position : position + length])
        position += length
    return parts


def _render_value(value: Any, in_string: bool) -> str:
    if not in_string:
        return json.dumps(value)
    text = "" if value is None else value if isinstance(value, str) else json.dumps(value)
    return json.dumps(text)[1:-1]


def _evaluate(expression: str, context: Mapping[str, Any]) -> Any:
    for alternative in expression.split("||"):
        text = alternative.strip()
        if text[:1] == text[-1:] == "'" and len(text) > 1:
            return text[1:-1]
        value = (
            _resolve(text, context) if _PATH.fullmatch(text) and text not in ("true", "false", "null") else _parse(text)
        )
        if value is not None:
            return value
    return None


def _parse(text: str) -> Any:
    return json.loads(text, parse_constant=_reject_constant)


def _reject_constant(name: str) -> None:
    raise ValueError(f"{name} is not JSON")


def _resolve(path: str, context: Mapping[str, Any]) -> Any:
    value: Any = context
    for name in path.split("."):
        if not isinstance(value, Mapping):
            return None
        value = cast(Mapping[str, Any], value).get(name)
    return value
