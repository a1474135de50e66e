"""Idempotency keys: stored responses to repeated requests."""

from datetime import timedelta

from workos_emulator.http.messages import Request, Response
from workos_emulator.http.spec import Operation
from workos_emulator.storage.objects.transient import StoredResponse
from workos_emulator.storage.state import State

_LIFETIME = timedelta(hours=24)


def find_response(state: State, operation: Operation, request: Request) -> Response | None:
    """Return the successful response to an earlier request with the same key, if it is not older than 24 hours."""
    key = _key(operation, request)
    stored = None if key is None else state.idempotent.get(key)
    if stored is None or stored.expires_at <= state.now():
        return None
    return Response(stored.status, dict(stored.headers), stored.body)


def store_response(state: State, operation: Operation, request: Request, response: Response) -> None:
    """Store a successful response for 24 hours, if the request has a key and the operation accepts one."""
    key, now, stored = _key(operation, request), state.now(), state.idempotent
    if key is None or response.status >= 300:
        return
    while stored and (oldest := stored.at(stored.numbers()[0])).expires_at <= now:
        stored.remove(oldest.id)
    stored.remove(key)
    stored.add(
        StoredResponse(
            id=key,
            status=response.status,
            headers=dict(response.headers),
            body=response.body,
            expires_at=now + _LIFETIME,
            created_at=now,
            updated_at=now,
        )
    )


def _key(operation: Operation, request: Request) -> str | None:
    key = request.headers.get("idempotency-key", "")
    # Includes the path: the same key for another object is a different request.
    return f"{operation.id} {request.path} {key}" if key and operation.raw.get("x-idempotency-key") else None
