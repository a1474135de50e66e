"""The template of the claims in access tokens: JSON with `{{ user.email }}` in it."""

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
"""The claims that a template cannot set."""

MAX_BYTES = 3072
"""The most bytes that the claims of a template may have."""

_PATH = re.compile(r"[A-Za-z_]\w*(\.[\w-]+)*")


def render(content: str, context: Mapping[str, Any]) -> dict[str, Any]:
    """The claims for a context of objects.

    In `{{ … }}` stands a path such as `user.metadata.team`, or several alternatives with `||` between them, of which the first that
    is not null counts; the last may be a JSON value. Inside of a string it is written as text, elsewhere as JSON.

    Raises:
        ValueError: It is no template of a JSON object.
    """
    claims = _parsed("".join(_pieces(content, context)))
    if not payload.is_object(claims):
        raise ValueError("the template must be a JSON object")
    return claims


def check(content: str) -> None:
    """Look at a template before it is used.

    Raises:
        ValueError: It is no template of a JSON object, or sets a reserved claim.
    """
    try:
        claims = render(content, {})
    except RecursionError:
        raise ValueError("the template is too deep") from None
    if reserved := RESERVED & claims.keys():
        raise ValueError(f"the template sets reserved claims: {', '.join(sorted(reserved))}")


def _pieces(content: str, context: Mapping[str, Any]) -> list[str]:
    pieces: list[str] = []
    inside, position = False, 0
    while position < len(content):
        if content.startswith("{{", position):
            end = content.find("}}", position)
            if end < 0:
                raise ValueError("{{ without }}")
            pieces.append(_written(_value(content[position + 2 : end], context), inside))
            position = end + 2
            continue
        length = 2 if inside and content[position] == "\\" else 1
        inside ^= content[position] == '"'
        pieces.append(content[position : position + length])
        position += length
    return pieces


def _written(value: Any, inside: bool) -> str:
    if not inside:
        return json.dumps(value)
    text = "" if value is None else value if isinstance(value, str) else json.dumps(value)
    return json.dumps(text)[1:-1]


def _value(expression: str, context: Mapping[str, Any]) -> Any:
    for alternative in expression.split("||"):
        text = alternative.strip()
        if text[:1] == text[-1:] == "'" and len(text) > 1:
            return text[1:-1]
        value = (
            _follow(text, context) if _PATH.fullmatch(text) and text not in ("true", "false", "null") else _parsed(text)
        )
        if value is not None:
            return value
    return None


def _parsed(text: str) -> Any:
    return json.loads(text, parse_constant=_no_constant)


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is not JSON")


def _follow(path: str, context: Mapping[str, Any]) -> Any:
    value: Any = context
    for name in path.split("."):
        if not isinstance(value, Mapping):
            return None
        value = cast(Mapping[str, Any], value).get(name)
    return value
