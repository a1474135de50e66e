"""Answers that are given again when a request comes with the same idempotency key."""

from datetime import timedelta

from workos_emulator.messages import Request, Response
from workos_emulator.spec import Operation
from workos_emulator.state import State

_LIFETIME = timedelta(hours=24)


def known(state: State, operation: Operation, request: Request) -> Response | None:
    """The good answer that an earlier request with the same key got in the last 24 hours."""
    key = _key(operation, request)
    if key is None or key not in state.idempotent:
        return None
    until, response = state.idempotent[key]
    return _copy(response) if state.now() < until else None


def remember(state: State, operation: Operation, request: Request, response: Response) -> None:
    """Keep a good answer for 24 hours, if the request has a key and the operation honours it."""
    key, now = _key(operation, request), state.now()
    if key is None or response.status >= 300:
        return
    while state.idempotent and next(iter(state.idempotent.values()))[0] <= now:
        del state.idempotent[next(iter(state.idempotent))]
    state.idempotent.pop(key, None)
    state.idempotent[key] = (now + _LIFETIME, _copy(response))


def _key(operation: Operation, request: Request) -> tuple[str, str] | None:
    key = request.headers.get("idempotency-key", "")
    # The path belongs to it: the same key for another object is another request.
    return (f"{operation.id} {request.path}", key) if key and operation.raw.get("x-idempotency-key") else None


def _copy(response: Response) -> Response:
    return Response(response.status, dict(response.headers), response.body)
