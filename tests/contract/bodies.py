"""Response bodies of the API, each with every promised field. They are based on the samples of the API reference."""

import json
from pathlib import Path
from typing import Any

_SAMPLES = Path(__file__).parent.parent / "samples"


def sample(name: str) -> Any:
    """Return a sample object of the API reference, as JSON."""
    return json.loads((_SAMPLES / f"{name}.json").read_text(encoding="utf-8"))


TIME = "2026-01-15T12:00:00.000Z"

AUDIT_LOG_SCHEMA = {
    **sample("audit_log_schema"),
    "actor": {"metadata": {"type": "object", "properties": {"role": {"type": "string"}}}},
    "targets": [{"type": "user", "metadata": {"type": "object", "properties": {"status": {"type": "string"}}}}],
    "metadata": {"type": "object", "properties": {"invoice_id": {"type": "string"}}},
}
AUDIT_LOG_ACTION = {
    "object": "audit_log_action",
    "name": "user.viewed_invoice",
    "schema": AUDIT_LOG_SCHEMA,
    "created_at": TIME,
    "updated_at": TIME,
}
AUDIT_LOG_EXPORT = sample("audit_log_export")
AUDIT_LOG_CONFIGURATION = {
    "organization_id": "org_1",
    "retention_period_in_days": 30,
    "state": "active",
    "log_stream": {
        "id": "als_1",
        "type": "Datadog",
        "state": "active",
        "last_synced_at": TIME,
        "created_at": TIME,
    },
}

USER = {**sample("user"), "name": "Marcelina Davis", "locale": "en"}
IDENTITY = sample("identity")
SESSION = sample("session")
SIGNED_IN = {
    "user": USER,
    "organization_id": "org_1",
    "access_token": "eyJhbGciOiJSUzI1NiJ9.e30.c2ln",
    "refresh_token": "Xw0NsCVXMBf7svAoIoKBmkpEK",
    "authentication_method": "Password",
    "impersonator": {"email": "admin@foocorp.com", "reason": "A question about an invoice"},
}
JWKS = {
    "keys": [
        {
            "alg": "RS256",
            "kty": "RSA",
            "use": "sig",
            "kid": "sso_oidc_key_pair_1",
            "n": "0vx7agoebGcQ",
            "e": "AQAB",
            "x5c": ["MIIDQjCCAiqgAwIBAgIG"],
            "x5t#S256": "ZjQzYjI0OT",
        }
    ]
}
MAGIC_AUTH = sample("magic_auth")
USER_FACTOR = sample("user_auth_factor")
LISTED_FACTOR = {
    **{name: value for name, value in USER_FACTOR.items() if name != "totp"},
    "totp": {"issuer": "Foo Corp", "user": "alan.turing@example.com"},
}
CHALLENGE = sample("mfa_challenge")
EMAIL_VERIFICATION = sample("email_verification")
PASSWORD_RESET = sample("password_reset")
MEMBERSHIP = {**sample("organization_membership"), "directory_managed": False, "user": USER, "custom_attributes": {}}
INVITATION = {**sample("invitation"), "accepted_user_id": None, "role_slug": "member"}
DEVICE = {
    "device_code": "ETaHpDNhfxu0HyLhp6b8HGSh26NzYJSKw3TT6aS7HKKBhTyTD0zAW6ApTTolug0b",
    "user_code": "BCDF-GHJK",
    "verification_uri": "https://auth.example.com/device",
    "verification_uri_complete": "https://auth.example.com/device?user_code=BCDF-GHJK",
    "expires_in": 300,
    "interval": 5,
}
API_KEY = {**sample("api_key"), "expires_at": None}
DIRECTORY = {
    **sample("directory"),
    "state": "linked",
    "external_key": "9asBRBVHz2ASEkgg",
    "metadata": {"users": {"active": 12, "inactive": 1}, "groups": 3},
}
DIRECTORY_GROUP = {**sample("directory_group"), "object": "directory_group"}
DIRECTORY_USER = {
    **sample("directory_user"),
    "object": "directory_user",
    "email": "marcelina@example.com",
    "name": "Marcelina Davis",
    "job_title": "Software Engineer",
    "roles": [{"slug": "member"}],
    "groups": [DIRECTORY_GROUP],
}
DOMAIN = {
    **sample("organization_domain"),
    "verification_prefix": "superapp-domain-verification-z3kjny",
    "created_at": TIME,
    "updated_at": TIME,
}
FLAG = {
    **sample("feature_flag"),
    "owner": {"email": "jane@example.com", "first_name": "Jane", "last_name": "Doe"},
    "tags": ["reports"],
    "enabled": True,
    "default_value": False,
}
FACTOR = {**sample("mfa_factor"), "totp": USER_FACTOR["totp"]}
ORGANIZATION = {**sample("organization"), "metadata": {"tier": "diamond"}, "domains": [DOMAIN]}
CONNECTION = {
    "object": "connection",
    "id": "conn_1",
    "organization_id": "org_1",
    "connection_type": "OktaSAML",
    "name": "Foo Corp",
    "state": "active",
    "status": "linked",
    "domains": [{"object": "connection_domain", "id": "conn_domain_1", "domain": "foo-corp.com"}],
    "created_at": TIME,
    "updated_at": TIME,
}
EVENT = {
    "object": "event",
    "id": "event_1",
    "event": "dsync.group.created",
    "data": DIRECTORY_GROUP,
    "created_at": TIME,
    "context": {"client_id": "client_123456789"},
}
RADAR_ASSESSMENT = {
    "verdict": "challenge",
    "reason": "An unknown device",
    "attempt_id": "radar_att_1",
    "control": "unrecognized_device",
    "blocklist_type": None,
}
ACCOUNT_TOKEN = {
    "active": True,
    "access_token": {
        "object": "access_token",
        "access_token": "gho_16C7e42F292c6912E7710c838347Ae178B4a",
        "expires_at": TIME,
        "scopes": ["repo"],
        "missing_scopes": [],
    },
}


def page(*items: Any, before: str | None = None, after: str | None = None) -> Any:
    """Return one page of a list."""
    return {"object": "list", "data": list(items), "list_metadata": {"before": before, "after": after}}
