"""The verification of tokens of Connect applications in a request, shared by all frameworks."""

import json
import logging
from collections.abc import Sequence
from inspect import iscoroutinefunction
from typing import TYPE_CHECKING, Any, Unpack

from workos_core.auth.identity.web_response import WebResponse
from workos_core.auth.tokens.access_denied import AccessDenied
from workos_core.auth.tokens.connect_claims import ConnectTokenClaims
from workos_core.auth.tokens.protected_resource import ProtectedResource, ResourceOptions
from workos_core.errors import APIConnectionError, APIError, ConfigurationError, DecodeError, InvalidTokenError
from workos_core.lazy_names import lazy_type

if TYPE_CHECKING:
    from workos_async import WorkOS as AsyncWorkOS
    from workos_sync import WorkOS as SyncWorkOS
else:
    AsyncWorkOS = lazy_type("workos_async", "WorkOS")
    SyncWorkOS = lazy_type("workos_sync", "WorkOS")

__all__ = ["CLAIMS_KEY", "AsyncTokenCheck", "SyncTokenCheck", "TokenDenied", "metadata_response"]

CLAIMS_KEY = "workos_connect_claims"
"""The name under which the claims of a request are kept."""
RETRY_AFTER = 5
"""Seconds after which a client should try again if the signing keys can't be fetched."""
_OUTAGE = (APIConnectionError, APIError, DecodeError)

logger = logging.getLogger("workos")


class TokenDenied(Exception):
    """A request without a valid token, or one whose token can't be verified now.

    Attributes:
        response: The response to send: 401 if the client should sign in (again), 403 if the token lacks an organization, a permission or a
            scope, and 503 if the signing keys can't be fetched.
        description: What is wrong.
    """

    def __init__(self, response: WebResponse, description: str) -> None:
        super().__init__(description)
        self.response = response
        self.description = description


class _TokenCheck:
    def __init__(self, authkit_domain: str, resource: str, **options: Unpack[ResourceOptions]) -> None:
        self.resource: ProtectedResource = ProtectedResource(authkit_domain, resource, **options)

    def _options(self) -> dict[str, Any]:
        resource = self.resource
        return {"authkit_domain": resource.issuer, "audience": resource.audiences, "kinds": resource.kinds}

    def _denied(self, error: Exception) -> TokenDenied:
        if isinstance(error, _OUTAGE):
            logger.warning("The signing keys of %s can't be fetched: %s", self.resource.issuer, error)
            description = "the authorization server can't be reached"
            headers = {"Retry-After": str(RETRY_AFTER)}
            return TokenDenied(_json(503, "temporarily_unavailable", description, headers), description)
        denied = error if isinstance(error, AccessDenied) else AccessDenied(401, "invalid_token", str(error))
        headers = {"WWW-Authenticate": self.resource.challenge(denied)}
        return TokenDenied(_json(denied.status, denied.error or "unauthorized", str(denied), headers), str(denied))


class AsyncTokenCheck(_TokenCheck):
    """Verifies the token of a request, for async code.

    Args:
        workos: The client that fetches and caches the signing keys.
        authkit_domain: The AuthKit domain.
        resource: The public URL of the API.
        options: See `ResourceOptions`.
    """

    def __init__(
        self, workos: AsyncWorkOS, authkit_domain: str, resource: str, **options: Unpack[ResourceOptions]
    ) -> None:
        super().__init__(authkit_domain, resource, **options)
        if not is_async_client(workos):
            raise ConfigurationError("workos must be an async client: import WorkOS from workos_async")
        self._workos = workos

    async def verify(self, headers: Sequence[str]) -> ConnectTokenClaims:
        """Return the claims of the token in the `Authorization` headers of a request.

        Raises:
            TokenDenied: There is no valid token, or it can't be verified.
        """
        try:
            token = self.resource.read_token(headers)
            claims = await self._workos.verify_connect_token(token, **self._options())
            self.resource.check_access(claims)
        except (AccessDenied, InvalidTokenError, *_OUTAGE) as error:
            raise self._denied(error) from None
        return claims


class SyncTokenCheck(_TokenCheck):
    """Verifies the token of a request, for synchronous code.

    Args:
        workos: The client that fetches and caches the signing keys.
        authkit_domain: The AuthKit domain.
        resource: The public URL of the API.
        options: See `ResourceOptions`.
    """

    def __init__(
        self, workos: SyncWorkOS, authkit_domain: str, resource: str, **options: Unpack[ResourceOptions]
    ) -> None:
        super().__init__(authkit_domain, resource, **options)
        if is_async_client(workos):
            raise ConfigurationError("workos must be a sync client: import WorkOS from workos_sync")
        self._workos = workos

    def verify(self, headers: Sequence[str]) -> ConnectTokenClaims:
        """Return the claims of the token in the `Authorization` headers of a request.

        Raises:
            TokenDenied: There is no valid token, or it can't be verified.
        """
        try:
            token = self.resource.read_token(headers)
            claims = self._workos.verify_connect_token(token, **self._options())
            self.resource.check_access(claims)
        except (AccessDenied, InvalidTokenError, *_OUTAGE) as error:
            raise self._denied(error) from None
        return claims


def is_async_client(workos: object) -> bool:
    """Return whether a client is async."""
    return iscoroutinefunction(getattr(workos, "verify_connect_token", None))


def metadata_response(resource: ProtectedResource, method: str) -> WebResponse:
    """Return the metadata of a resource, for clients of any origin."""
    headers = {"Access-Control-Allow-Origin": "*"}
    if method == "OPTIONS":
        return WebResponse(
            204, "", headers | {"Access-Control-Allow-Methods": "GET", "Access-Control-Allow-Headers": "*"}
        )
    headers |= {"Content-Type": "application/json", "Cache-Control": "public, max-age=300"}
    return WebResponse(200, json.dumps(resource.metadata), headers)


def _json(status: int, error: str, description: str, headers: dict[str, str]) -> WebResponse:
    body = json.dumps({"error": error, "error_description": description})
    return WebResponse(status, body, {"Content-Type": "application/json", "Cache-Control": "no-store", **headers})
