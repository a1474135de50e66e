"""The destinations of log streams, and the fields of their configurations."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from workos_emulator.events import log_streams
from workos_emulator.http import urls


@dataclass(slots=True, frozen=True)
class Field:
    """A field of a configuration.

    Attributes:
        label: The label.
        kind: `text`, `name` (part of an address), `url`, `secret` or `choice`.
        choices: The values of a `choice`.
        required: Whether it must be filled in.
    """

    label: str
    kind: str = "text"
    choices: Sequence[str] = ()
    required: bool = True


_SOURCE = Field("Source", required=False)
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
        "region": Field("Region", "choice", tuple(log_streams.DATADOG_REGIONS)),
        "api_key": Field("API key", "secret"),
        "source": _SOURCE,
    },
    "Splunk": {"url": Field("Splunk URL", "url"), "token": Field("HEC token", "secret"), "source": _SOURCE},
    "S3": {
        "account_id": Field("AWS account ID"),
        "region": Field("AWS region"),
        "role_name": Field("IAM role name"),
        "bucket": Field("S3 bucket name", "name"),
        "path": Field("Path in the S3 bucket", required=False),
    },
    "GoogleCloudStorage": {
        "bucket": Field("GCS bucket name", "name"),
        "access_key_id": Field("Access key ID"),
        "secret_access_key": Field("Secret access key", "secret"),
    },
    "AzureSentinel": {
        "tenant_id": Field("Tenant ID"),
        "client_id": Field("Client ID"),
        "client_secret": Field("Client secret", "secret"),
        "endpoint": Field("Data collection endpoint URL", "url"),
        "rule_id": Field("Data collection rule ID"),
        "stream_name": Field("Stream name"),
    },
    "Snowflake": {
        "account": Field("Account identifier", "name"),
        "database": Field("Database"),
        "schema": Field("Schema"),
        "table": Field("Table"),
    },
    "GenericHttps": {
        "url": Field("Endpoint URL", "url"),
        "format": Field("Format", "choice", ("JSON", "NDJSON")),
        "header_name": Field("Authentication header name", required=False),
        "header_value": Field("Authentication header value", "secret", required=False),
        "source": _SOURCE,
    },
}
"""The fields of the configuration of a destination, by its type and by their names."""

_NAME = re.compile(r"[A-Za-z0-9._-]+")
_HEADER_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_RESERVED_HEADERS = ("connection", "content-length", "content-type", "host", "transfer-encoding")


def find_errors(type: str, values: Mapping[str, str]) -> dict[str, str]:
    """Return the errors of a configuration, by field."""
    errors: dict[str, str] = {}
    for name, field in FIELDS[type].items():
        value = values[name]
        if not value:
            if field.required:
                errors[name] = f"Enter the {_in_sentence(field.label)}."
        elif field.kind == "url" and not urls.is_secure(value):
            errors[name] = "Enter an https URL, or an http URL of this machine."
        elif field.kind == "url" and urls.has_credentials(value):
            errors[name] = "Enter a URL without a user name and a password."
        elif field.kind == "name" and not _NAME.fullmatch(value):
            errors[name] = "Enter only letters, digits, periods, hyphens and underscores."
        elif field.kind == "choice" and value not in field.choices:
            errors[name] = f"Choose one of {', '.join(field.choices)}."
        elif field.kind == "secret" and not (value.isascii() and value.isprintable()):
            errors[name] = "Enter only printable ASCII characters."
    name = values.get("header_name", "")
    if name and (not _HEADER_NAME.fullmatch(name) or name.lower() in _RESERVED_HEADERS):
        errors["header_name"] = "Enter the name of a header, such as Authorization."
    if "header_name" in values and bool(name) != bool(values["header_value"]):
        missing = "header_value" if name else "header_name"
        errors.setdefault(missing, "Enter the name and the value of the header, or neither.")
    return errors


def _in_sentence(label: str) -> str:
    """Return a label as part of a sentence: in lower case, unless it starts with an abbreviation."""
    return label[0].lower() + label[1:] if label[1].islower() else label
