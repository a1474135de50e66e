"""The redaction of secrets in logged requests."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from workos_emulator.http import payload, spec
from workos_emulator.storage import downloads

REDACTED = "[redacted]"
"""What a log has instead of a secret."""

# The secrets that the document does not mark with `format: password`, and those that are in no body: OAuth parameters and headers.
_NAMES = frozenset(
    {
        "assertion",
        "authkit_authorization_code",
        "authorization",
        "claim_nonce",
        "client_assertion",
        "code",
        "connect_code",
        "cookie",
        "credential",
        "device_code",
        "id_token_hint",
        "password_hash",
        "proxy_authorization",
        "x_api_key",
    }
)
_SUFFIXES = ("password", "secret", "token")


def redact_body(body: bytes) -> Any:
    """Return a JSON body without secrets. For any other body, return its size, since it may contain a secret anywhere."""
    if not body:
        return None
    try:
        return _redact(payload.parse(body))
    except (ValueError, RecursionError):
        return f"[{len(body)} bytes that are not JSON]"


def redact_query(query: str) -> dict[str, str]:
    """Return the parameters of a query without secrets."""
    return {name: REDACTED if _is_secret(name) else value for name, value in parse_qsl(query, True)}


def redact_headers(headers: Mapping[str, str]) -> dict[str, str]:
    """Return headers without secrets. The address of the previous page can contain some."""
    redacted = {name: REDACTED if _is_secret(name) else value for name, value in headers.items()}
    if _has_secret(redacted.get("referer", "")):
        redacted["referer"] = REDACTED
    return redacted


def redact_path(path: str, operation_id: str | None) -> str:
    """Return the path of a request without secrets, such as the token of an invitation."""
    if path.startswith(downloads.PREFIX):
        return downloads.PREFIX + REDACTED
    operation = spec.load().operations.get(operation_id or "")
    if operation is None:
        return path
    template, parts = operation.path.split("/"), path.split("/")
    if len(template) != len(parts):
        return path
    return "/".join(
        REDACTED if name.startswith("{") and _is_secret(name[1:-1]) else part
        for name, part in zip(template, parts, strict=True)
    )


def _redact(value: Any) -> Any:
    if payload.is_object(value):
        return {name: REDACTED if _is_secret(name) else _redact(item) for name, item in value.items()}
    if payload.is_list(value):
        return [_redact(item) for item in value]
    return value


def _is_secret(name: str) -> bool:
    """Return whether a field, parameter or header with this name contains a secret; `a[b]` is the parameter `b`."""
    last = name.lower().replace("-", "_").rpartition("[")[2].rstrip("]")
    return last in _NAMES or last.endswith(_SUFFIXES) or last in _documented_names()


def _has_secret(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return True
    return "@" in parts.netloc or any(_is_secret(name) for name, _ in parse_qsl(parts.query, True))


@cache
def _documented_names() -> frozenset[str]:
    """Return the names of the fields of request bodies that the document declares as secret."""
    document, seen = spec.load(), set[int]()

    def find(node: Any) -> Iterator[str]:
        if payload.is_list(node):
            for item in node:
                yield from find(item)
        if not payload.is_object(node) or id(resolved := document.resolve(node)) in seen:
            return
        seen.add(id(resolved))
        for name, field in resolved.get("properties", {}).items():
            if payload.is_object(field) and document.resolve(field).get("format") == "password":
                yield name
        for item in resolved.values():
            yield from find(item)

    bodies = [
        document.at(operation.body_pointer) for operation in document.operations.values() if operation.body_pointer
    ]
    return frozenset(find(bodies))
