"""Authentication of requests: API keys and access tokens."""

import hmac

from workos_emulator.http import errors
from workos_emulator.http.messages import Request
from workos_emulator.http.spec import Operation
from workos_emulator.storage.environment import Environment


def check_credentials(environment: Environment, operation: Operation, request: Request) -> None:
    """Check the `Authorization` header if the operation requires one. Handlers check secrets in the body.

    Raises:
        ApiError: 401 if the header is missing or invalid.
    """
    if operation.credentials == "api_key":
        if not secrets_equal(bearer_token(request), environment.api_key):
            raise errors.plain(401, "Unauthorized")
    elif operation.credentials == "access_token":
        token = environment.state.sso.tokens.get(bearer_token(request))
        if token is None or token.expires_at <= environment.state.now():
            raise errors.ApiError(401, {"error": "Unauthorized"})


def bearer_token(request: Request) -> str:
    """Return the bearer token of a request; empty if there is none."""
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" else ""


def secrets_equal(candidate: str, secret: str) -> bool:
    """Return whether two secrets are equal, compared in constant time."""
    return hmac.compare_digest(candidate.encode("utf-8", "replace"), secret.encode("utf-8", "replace"))
