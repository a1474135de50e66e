"""The `x-` extensions: where each is allowed, and the JSON Schema of its value. spec/README.md explains them."""

from typing import Any

_METHOD = {"type": "string", "pattern": r"^[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*$"}
_NAMES = {"type": "array", "items": {"type": "string"}, "minItems": 1, "uniqueItems": True}
_SOURCE = {"enum": ["newer", "cdn", "reference"]}
_FROM_CLIENT = {"enum": ["client_id", "api_key"]}
_PYTHON_NAME = {"type": "string", "pattern": "^[a-z][a-z0-9_]*$"}


# The scopes of documented limits. Those of a client are the same for every call; those of a call depend on its arguments.
CLIENT_KEYS = ("ip", "api_key", "environment")
CALL_KEYS = (
    "connection",
    "directory",
    "email",
    "email_and_ip",
    "email_or_challenge",
    "ip_and_challenge",
    "ip_and_email",
    "user",
)


def _record(required_names: list[str], /, **properties: Any) -> dict[str, Any]:
    return {"type": "object", "required": required_names, "properties": properties, "additionalProperties": False}


_DOCS_URL = {"type": "string", "pattern": r"^https://workos\.com/docs/\S+$"}
# OpenAPI's own `externalDocs`, which only operations may have.
EXTERNAL_DOCS = _record(["url"], url=_DOCS_URL)
_TRUE = {"const": True}
_TEXT = {"type": "string", "minLength": 1}
_EXCLUSIVE = {
    "type": "array",
    "minItems": 1,
    "items": _record(
        ["groups"],
        groups={"type": "array", "items": _NAMES, "minItems": 2},
        required={"type": "boolean"},
        optional=_NAMES,
        **{
            "allowed-with": {
                "type": "object",
                "minProperties": 1,
                "additionalProperties": {
                    "type": "object",
                    "minProperties": 1,
                    "maxProperties": 1,
                    "additionalProperties": _TEXT,
                },
            }
        },
    ),
}

# Kind of object → extension → JSON Schema of its value.
EXTENSIONS: dict[str, dict[str, Any]] = {
    "document": {
        "x-rate-limits": {
            "type": "object",
            "additionalProperties": _record(
                ["limit", "period", "key", "description"],
                limit={"type": "integer", "minimum": 1},
                period={"type": "integer", "minimum": 1},
                key={"enum": [*CLIENT_KEYS, *CALL_KEYS]},
                by=_NAMES,
                description=_TEXT,
            ),
        }
    },
    "resource file": {
        "x-resource": _record(
            ["name", "class", "description"],
            name=_PYTHON_NAME,
            description=_TEXT,
            docs=_DOCS_URL,
            extends={"type": "string", "pattern": r"^_[a-z_.]+\.[A-Z][A-Za-z]+$"},
            **{"class": _TEXT},
        )
    },
    "operation": {
        "x-method": _METHOD,
        "x-methods": {
            "type": "array",
            "minItems": 1,
            "items": _record(
                ["method"],
                method=_METHOD,
                summary=_TEXT,
                description=_TEXT,
                body=_TEXT,
                docs=_DOCS_URL,
                **{"url-builder": _TRUE, "error-codes": _NAMES},
            ),
        },
        "x-pagination": {"const": "cursor"},
        "x-url-builder": _TRUE,
        "x-credentials": {"enum": ["api_key", "access_token", "body", "none"]},
        "x-idempotency-key": _TRUE,
        "x-single-use": _TRUE,
        "x-returns-requested-id": _TEXT,
        "x-rate-limit": _NAMES,
        "x-exclusive": _EXCLUSIVE,
        "x-any-of": _NAMES,
        "x-wrapped": _TEXT,
        "x-error-codes": {
            "type": "object",
            "propertyNames": {"pattern": "^[45][0-9][0-9]$"},
            "additionalProperties": _NAMES,
        },
        "x-feature-flag": _TEXT,
        "x-known-as": _record([], node=_NAMES, python=_NAMES),
        "x-source": _SOURCE,
    },
    "parameter": {
        "x-from-client": _FROM_CLIENT,
        "x-sent-default": _TEXT,
        "x-sent-with": _TEXT,
        "x-name": _PYTHON_NAME,
        "x-source": _SOURCE,
    },
    "schema": {"x-exclusive": _EXCLUSIVE, "x-source": _SOURCE},
    "property": {
        "x-from-client": _FROM_CLIENT,
        "x-argument-coercion": _PYTHON_NAME,
        "x-sent-with": _TEXT,
        "x-name": _PYTHON_NAME,
        "x-source": _SOURCE,
    },
}
