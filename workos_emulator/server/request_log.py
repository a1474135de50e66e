"""The request log, with secrets redacted."""

import json
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from workos_emulator.http import errors, query, spec
from workos_emulator.http.messages import Request
from workos_emulator.server import redaction
from workos_emulator.storage.clock import stamp

_MAX_BODY = 64 * 1024


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

    @property
    def path(self) -> str:
        """The path, with secrets such as the token of an invitation redacted."""
        return redaction.redact_path(self.request.path, self.operation_id)

    def render(self) -> dict[str, Any]:
        """Return the entry as a JSON object. Keys, passwords, codes and tokens are redacted."""
        return {
            "id": self.id,
            "at": stamp(self.at),
            "method": self.request.method,
            "path": self.path,
            "query": redaction.redact_query(self.request.query),
            "headers": redaction.redact_headers(self.request.headers),
            "body": redaction.redact_body(self.request.body),
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
