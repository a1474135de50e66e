"""The request log, with secrets redacted."""

import json
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from urllib.parse import parse_qsl

from workos_emulator.http import errors, payload, query, spec
from workos_emulator.http.messages import Request
from workos_emulator.storage.clock import stamp

REDACTED = "[redacted]"
_MAX_BODY = 64 * 1024
_SECRETS = {
    "access_token",
    "authorization",
    "client_secret",
    "code",
    "code_verifier",
    "cookie",
    "device_code",
    "invitation_token",
    "new_password",
    "password",
    "password_hash",
    "pending_authentication_token",
    "refresh_token",
    "subject_token",
    "token",
    "totp_secret",
    "value",
}


@dataclass(slots=True, frozen=True)
class Entry:
    """A logged request: when it was received, its operation, the status of its response, and how long it took."""

    id: str
    at: datetime
    request: Request
    operation_id: str | None
    status: int
    seconds: float = 0.0

    @property
    def unknown_parameters(self) -> list[str]:
        """The query parameters that the operation does not document, and that therefore had no effect."""
        operation = spec.load().operations.get(self.operation_id or "")
        try:
            return query.unknown_names(operation, self.request.query) if operation else []
        except errors.ApiError:  # too many parameters
            return []

    def render(self) -> dict[str, Any]:
        """Return the entry as a JSON object. Keys, passwords, codes and tokens are redacted."""
        return {
            "id": self.id,
            "at": stamp(self.at),
            "method": self.request.method,
            "path": self.request.path,
            "query": {
                name: REDACTED if name in _SECRETS else value for name, value in parse_qsl(self.request.query, True)
            },
            "headers": {name: REDACTED if name in _SECRETS else value for name, value in self.request.headers.items()},
            "body": _body(self.request.body),
            "operation_id": self.operation_id,
            "unknown_parameters": self.unknown_parameters,
            "status": self.status,
        }


class RequestLog:
    """The most recent requests, oldest first. A body larger than 64 KB is replaced by its size.

    Args:
        size: The maximum number of requests.
    """

    def __init__(self, size: int = 1000) -> None:
        self._entries: deque[Entry] = deque(maxlen=size)

    def __len__(self) -> int:
        return len(self._entries)

    def __iter__(self) -> Iterator[Entry]:
        return iter(list(self._entries))

    def add(self, entry: Entry) -> None:
        """Log a request."""
        if len(entry.request.body) > _MAX_BODY:
            placeholder = json.dumps(f"[{len(entry.request.body)} bytes, not logged]").encode()
            entry = replace(entry, request=replace(entry.request, body=placeholder))
        self._entries.append(entry)

    def clear(self) -> None:
        """Remove all requests."""
        self._entries.clear()


def _body(raw: bytes) -> Any:
    if not raw:
        return None
    try:
        return _redact(json.loads(raw))
    except (ValueError, RecursionError):
        # The body may contain a secret.
        return f"[{len(raw)} bytes that are not JSON]"


def _redact(value: Any) -> Any:
    if payload.is_object(value):
        return {name: REDACTED if name in _SECRETS else _redact(item) for name, item in value.items()}
    if payload.is_list(value):
        return [_redact(item) for item in value]
    return value
