"""The JSON Schemas that the control API and seed files share."""

from collections.abc import Mapping
from typing import Any

Schema = dict[str, Any]

STRING: Schema = {"type": "string"}
NULLABLE_STRING: Schema = {"type": ["string", "null"]}
BOOLEAN: Schema = {"type": "boolean"}
DATE_TIME: Schema = {"type": "string", "format": "date-time"}
STRINGS: Schema = {"type": "array", "items": STRING}
ANY_OBJECT: Schema = {"type": "object"}
API_OBJECT: Schema = {"type": "object", "required": ["object", "id"], "description": "The object, as in the API."}
DIRECTORY: dict[str, Schema] = {
    "name": STRING,
    "type": {**STRING, "description": "The directory type, such as `okta scim v2.0`."},
    "state": {"enum": ["linked", "unlinked", "deleting", "invalid_credentials", "validating"]},
    "domain": NULLABLE_STRING,
    "external_key": STRING,
    "provisions_users": {
        **BOOLEAN,
        "description": "Whether its users become users and members of the organization.",
    },
}
DIRECTORY_GROUP: dict[str, Schema] = {"name": STRING, "idp_id": STRING, "raw_attributes": ANY_OBJECT}
DIRECTORY_USER: dict[str, Schema] = {
    "email": NULLABLE_STRING,
    "first_name": NULLABLE_STRING,
    "last_name": NULLABLE_STRING,
    "state": {"enum": ["active", "inactive"]},
    "group_ids": STRINGS,
    "role_slugs": STRINGS,
    "idp_id": STRING,
    "custom_attributes": ANY_OBJECT,
    "raw_attributes": ANY_OBJECT,
}
CONNECTION: dict[str, Schema] = {
    "name": STRING,
    "state": {"enum": ["draft", "active", "inactive", "validating", "requires_type"]},
}
PROFILE: dict[str, Schema] = {
    "email": STRING,
    "first_name": NULLABLE_STRING,
    "last_name": NULLABLE_STRING,
    "idp_id": STRING,
    "role_slugs": STRINGS,
    "groups": STRINGS,
    "custom_attributes": ANY_OBJECT,
    "raw_attributes": ANY_OBJECT,
}


def object_schema(fields: Mapping[str, Schema], *required: str, closed: bool = True, **keywords: Any) -> Schema:
    """Return the schema of an object with these fields. A `closed` object allows no others."""
    schema: Schema = {"type": "object", "properties": dict(fields), **keywords}
    if required:
        schema["required"] = list(required)
    return schema | ({"additionalProperties": False} if closed else {})


def list_schema(item: Schema) -> Schema:
    """Return the schema of an object with a list in `data`."""
    return object_schema({"data": {"type": "array", "items": item}}, "data")


SIGN_IN_POLICY = object_schema(
    {
        "organization_id": STRING,
        "sso_required": BOOLEAN,
        "mfa_required": BOOLEAN,
        "methods": {"type": "object", "additionalProperties": BOOLEAN},
        "invitations_blocked": BOOLEAN,
    },
    "organization_id",
)
"""The sign-in policy of an organization."""

DOMAIN_POLICY = object_schema(
    {
        "organization_id": STRING,
        "domains": {"type": ["array", "null"], "items": STRING},
        "jit_membership": BOOLEAN,
        "sso_required": BOOLEAN,
    },
    "organization_id",
)
"""The domain policy of an organization."""

ENTITLEMENTS = object_schema({"organization_id": STRING, "names": STRINGS}, "organization_id", "names")
"""The entitlements of an organization."""

IMPERSONATION = object_schema(
    {
        **dict.fromkeys(("user_id", "email"), STRING),
        **dict.fromkeys(("reason", "organization_id", "authorization_url"), NULLABLE_STRING),
    },
    *("user_id", "email"),
)
"""An impersonation of a user."""

PASSKEY = object_schema(
    {
        "user_id": STRING,
        "rp_id": {
            **STRING,
            "minLength": 1,
            "description": "The host name of the hosted pages; `localhost` by default.",
        },
        "private_key": {
            **STRING,
            "description": "A P-256 private key in PEM format (PKCS #8); a generated one by default.",
        },
        "credential_id": {**STRING, "description": "The credential ID in base64url; a generated one by default."},
    },
    "user_id",
)
"""A passkey of a user."""

PASSKEY_SIGN_IN = object_schema(
    {"user_id": STRING, **dict.fromkeys(("organization_id", "authorization_url"), NULLABLE_STRING)}, "user_id"
)
"""A sign-in with a passkey."""

DEVICE = object_schema(
    {"user_code": STRING, **dict.fromkeys(("user_id", "organization_id"), NULLABLE_STRING), "denied": BOOLEAN}
)
"""A device with the decision of the user; none without `user_id` and `denied`."""

RADAR_CHALLENGE = object_schema(
    {"user_id": STRING, "kind": {"enum": ["email", "sms", "sign_up"]}, "control": NULLABLE_STRING}, "user_id"
)
"""The challenge of the next sign-ins of a user."""

RADAR_ASSESSMENT = object_schema(
    {
        "verdict": {"enum": ["allow", "block", "challenge"]},
        "reason": STRING,
        **dict.fromkeys(("control", "blocklist_type", "email"), NULLABLE_STRING),
    },
    "verdict",
)
"""The assessment of the next Radar attempt, or of the next attempt of an email address."""

RADAR_LOCATION = object_schema(
    {
        "ip_address": {**STRING, "description": "An IP address or a range, such as `203.0.113.0/24`."},
        "latitude": {"type": "number", "minimum": -90, "maximum": 90},
        "longitude": {"type": "number", "minimum": -180, "maximum": 180},
        "country": NULLABLE_STRING,
    },
    *("ip_address", "latitude", "longitude"),
)
"""Where an IP address is."""
