"""The JSON schemas of the control interface."""

from collections.abc import Mapping
from typing import Any

Schema = dict[str, Any]

TEXT: Schema = {"type": "string"}
TEXT_OR_NULL: Schema = {"type": ["string", "null"]}
FLAG: Schema = {"type": "boolean"}
MOMENT: Schema = {"type": "string", "format": "date-time"}
TEXTS: Schema = {"type": "array", "items": TEXT}
ANY_OBJECT: Schema = {"type": "object"}
API_OBJECT: Schema = {
    "type": "object",
    "required": ["object", "id"],
    "description": "The object as the API sends it.",
}
DIRECTORY: dict[str, Schema] = {
    "name": TEXT,
    "type": {**TEXT, "description": "Such as `okta scim v2.0`."},
    "state": {"enum": ["linked", "unlinked", "deleting", "invalid_credentials", "validating"]},
    "domain": TEXT_OR_NULL,
    "external_key": TEXT,
}
GROUP: dict[str, Schema] = {"name": TEXT, "idp_id": TEXT, "raw_attributes": ANY_OBJECT}
PERSON: dict[str, Schema] = {
    "email": TEXT_OR_NULL,
    "first_name": TEXT_OR_NULL,
    "last_name": TEXT_OR_NULL,
    "state": {"enum": ["active", "inactive"]},
    "group_ids": TEXTS,
    "role_slugs": TEXTS,
    "idp_id": TEXT,
    "custom_attributes": ANY_OBJECT,
    "raw_attributes": ANY_OBJECT,
}
CONNECTION: dict[str, Schema] = {
    "name": TEXT,
    "state": {"enum": ["draft", "active", "inactive", "validating", "requires_type"]},
}
PROFILE: dict[str, Schema] = {
    "email": TEXT,
    "first_name": TEXT_OR_NULL,
    "last_name": TEXT_OR_NULL,
    "idp_id": TEXT,
    "role_slugs": TEXTS,
    "groups": TEXTS,
    "custom_attributes": ANY_OBJECT,
    "raw_attributes": ANY_OBJECT,
}


def record(fields: Mapping[str, Schema], *required: str, closed: bool = True, **more: Any) -> Schema:
    """An object with these fields; `required` names those that must be there."""
    schema: Schema = {"type": "object", "properties": dict(fields), **more}
    if required:
        schema["required"] = list(required)
    return schema | ({"additionalProperties": False} if closed else {})


def data(item: Schema) -> Schema:
    """A list in `data`."""
    return record({"data": {"type": "array", "items": item}}, "data")
