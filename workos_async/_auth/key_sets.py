"""The key sets of a client: those of its environment and of AuthKit domains, and the verification of tokens with them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from workos_async._auth.jwks_cache import JWKSCache
from workos_core.auth.tokens.audiences import authkit_origin
from workos_core.http.operation import Operation
from workos_core.http.timeouts import check_seconds
from workos_core.not_given import NOT_GIVEN, NotGiven

if TYPE_CHECKING:
    from workos_async._api_requestor import APIRequestor
    from workos_core.auth.tokens.claims import AccessTokenClaims
    from workos_core.auth.tokens.connect_claims import ConnectTokenClaims, ConnectTokenKind

MAX_DOMAINS = 16
"""The AuthKit domains whose keys are kept. A client has one, or a few that are staged."""

_GET_JWKS: Operation[Any] = Operation(
    "user_management.get_jwks", "GET", "/sso/jwks/{client_id}", returns=Any, credentials="none"
)


class KeySets:
    """The key sets with which a client verifies access tokens.

    Args:
        requestor: The requestor that fetches the keys; it knows the client id.

    Attributes:
        jwks: The public keys of the client's environment.
    """

    def __init__(self, requestor: "APIRequestor") -> None:
        self._requestor = requestor
        self.jwks: JWKSCache = JWKSCache(requestor, _GET_JWKS, lambda: {"client_id": requestor.require_client_id(None)})
        self._authkit_jwks: dict[str, JWKSCache] = {}

    async def verify_access_token(
        self,
        token: str,
        *,
        issuer: str | Sequence[str] | None | NotGiven = NOT_GIVEN,
        audience: str | Sequence[str] | None = None,
        leeway: float | NotGiven = NOT_GIVEN,
    ) -> "AccessTokenClaims":
        """Verify the access token of a session; see `WorkOS.verify_access_token`."""
        from workos_core.auth.tokens.access_token_verification import verify_access_token

        client_id = self._requestor.require_client_id(None)
        issuers = self._requestor.config.issuers if isinstance(issuer, NotGiven) else issuer
        seconds = self._leeway(leeway)

        return await self.jwks.verify(
            token,
            lambda keys: verify_access_token(
                token, keys, issuer=issuers, client_id=client_id, audience=audience, leeway=seconds
            ),
        )

    async def verify_connect_token(
        self,
        token: str,
        *,
        authkit_domain: str,
        audience: str | Sequence[str],
        kinds: "Sequence[ConnectTokenKind]",
        leeway: float | NotGiven = NOT_GIVEN,
    ) -> "ConnectTokenClaims":
        """Verify the token of a Connect application; see `WorkOS.verify_connect_token`."""
        from workos_core.auth.tokens.audiences import required_values
        from workos_core.auth.tokens.connect_token_verification import check_kinds, verify_connect_token

        is_insecure_allowed = self._requestor.config.allow_insecure_http
        origin = authkit_origin(authkit_domain, allow_insecure_http=is_insecure_allowed)
        required_values("audience", audience)
        check_kinds(kinds)
        seconds = self._leeway(leeway)

        return await self._jwks_of(origin).verify(
            token,
            lambda keys: verify_connect_token(
                token,
                keys,
                authkit_domain=origin,
                audience=audience,
                kinds=kinds,
                leeway=seconds,
                allow_insecure_http=is_insecure_allowed,
            ),
        )

    def _leeway(self, leeway: float | NotGiven) -> float:
        seconds = self._requestor.config.leeway if isinstance(leeway, NotGiven) else leeway
        check_seconds("leeway", seconds)
        return seconds

    def _jwks_of(self, origin: str) -> JWKSCache:
        """Return the cache of the keys of an AuthKit domain. Races are harmless: at worst, keys are fetched twice."""
        cache = self._authkit_jwks.get(origin)
        if cache is None:
            operation: Operation[Any] = Operation(
                "connect.get_jwks", "GET", "/oauth2/jwks", returns=Any, credentials="none", server=origin
            )
            cache = self._authkit_jwks.setdefault(origin, JWKSCache(self._requestor, operation))
            for other in list(self._authkit_jwks)[:-MAX_DOMAINS]:
                self._authkit_jwks.pop(other, None)
        return cache
