"""The destinations of log streams, and the fields of their configurations."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from workos_emulator.events import log_streams
from workos_emulator.http import urls
from workos_emulator.pages.texts.catalog import Texts


@dataclass(slots=True, frozen=True)
class Field:
    """A field of a configuration.

    Attributes:
        label: The key of the label.
        kind: `text`, `name` (part of an address), `url`, `secret` or `choice`.
        choices: The values of a `choice`.
        required: Whether it must be filled in.
    """

    label: str
    kind: str = "text"
    choices: Sequence[str] = ()
    required: bool = True


_SOURCE = Field("portal.fields.source", required=False)
NAMES: Mapping[str, str] = {
    "Datadog": "Datadog",
    "Splunk": "Splunk",
    "S3": "AWS S3",
    "GoogleCloudStorage": "Google Cloud Storage",
    "AzureSentinel": "Microsoft Sentinel",
    "Snowflake": "Snowflake",
    "GenericHttps": "Generic HTTPS",
}
"""The names of the destinations by type."""

FIELDS: Mapping[str, Mapping[str, Field]] = {
    "Datadog": {
        "region": Field("portal.fields.region", "choice", tuple(log_streams.DATADOG_REGIONS)),
        "api_key": Field("portal.fields.api_key", "secret"),
        "source": _SOURCE,
    },
    "Splunk": {
        "url": Field("portal.fields.splunk_url", "url"),
        "token": Field("portal.fields.hec_token", "secret"),
        "source": _SOURCE,
    },
    "S3": {
        "account_id": Field("portal.fields.aws_account_id"),
        "region": Field("portal.fields.aws_region"),
        "role_name": Field("portal.fields.iam_role_name"),
        "bucket": Field("portal.fields.s3_bucket", "name"),
        "path": Field("portal.fields.s3_path", required=False),
    },
    "GoogleCloudStorage": {
        "bucket": Field("portal.fields.gcs_bucket", "name"),
        "access_key_id": Field("portal.fields.access_key_id"),
        "secret_access_key": Field("portal.fields.secret_access_key", "secret"),
    },
    "AzureSentinel": {
        "tenant_id": Field("portal.fields.tenant_id"),
        "client_id": Field("portal.oidc.client_id"),
        "client_secret": Field("portal.oidc.client_secret", "secret"),
        "endpoint": Field("portal.fields.endpoint_url", "url"),
        "rule_id": Field("portal.fields.rule_id"),
        "stream_name": Field("portal.fields.stream_name"),
    },
    "Snowflake": {
        "account": Field("portal.fields.account", "name"),
        "database": Field("portal.fields.database"),
        "schema": Field("portal.fields.schema"),
        "table": Field("portal.fields.table"),
    },
    "GenericHttps": {
        "url": Field("portal.fields.https_url", "url"),
        "format": Field("portal.fields.format", "choice", ("JSON", "NDJSON")),
        "header_name": Field("portal.fields.header_name", required=False),
        "header_value": Field("portal.fields.header_value", "secret", required=False),
        "source": _SOURCE,
    },
}
"""The fields of the configuration of a destination, by its type and by their names."""

_NAME = re.compile(r"[A-Za-z0-9._-]+")
_HEADER_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_RESERVED_HEADERS = ("connection", "content-length", "content-type", "host", "transfer-encoding")


def find_errors(text: Texts, type: str, values: Mapping[str, str]) -> dict[str, str]:
    """Return the errors of a configuration in the language of `text`, by field."""
    errors: dict[str, str] = {}
    for name, field in FIELDS[type].items():
        value = values[name]
        if not value:
            if field.required:
                errors[name] = text("portal.fields.missing")
        elif field.kind == "url" and not urls.is_secure(value):
            errors[name] = text("portal.fields.insecure_url")
        elif field.kind == "url" and urls.has_credentials(value):
            errors[name] = text("portal.fields.credentials")
        elif field.kind == "name" and not _NAME.fullmatch(value):
            errors[name] = text("portal.fields.invalid_name")
        elif field.kind == "choice" and value not in field.choices:
            errors[name] = text("portal.fields.invalid_choice", choices=", ".join(field.choices))
        elif field.kind == "secret" and not (value.isascii() and value.isprintable()):
            errors[name] = text("portal.fields.not_printable")
    name = values.get("header_name", "")
    if name and (not _HEADER_NAME.fullmatch(name) or name.lower() in _RESERVED_HEADERS):
        errors["header_name"] = text("portal.fields.invalid_header", example="Authorization")
    if "header_name" in values and bool(name) != bool(values["header_value"]):
        missing = "header_value" if name else "header_name"
        errors.setdefault(missing, text("portal.fields.incomplete_header"))
    return errors
