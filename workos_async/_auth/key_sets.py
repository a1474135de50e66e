"""The key sets of a client: those of its environment and of AuthKit domains, and the verification of tokens with them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from workos_async._auth.jwks_cache import JWKSCache
from workos_core.auth.tokens.argument_checks import accepted_issuers, check_leeway
from workos_core.http.operation import Operation
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
        deadline: float | None = None,
    ) -> "AccessTokenClaims":
        """Verify the access token of a session; see `WorkOS.verify_access_token`.

        `deadline` is the time limit of the calling client in seconds; None for the default.
        """
        from workos_core.auth.tokens.access_token_verification import verify_access_token

        client_id = self._requestor.require_client_id(None)
        # Arguments are checked before the keys are fetched, and settings were when the client was created.
        issuers = self._requestor.config.issuers
        if not isinstance(issuer, NotGiven):
            issuers = None if issuer is None else accepted_issuers(issuer)
        seconds = self._leeway(leeway)
        if audience is not None:
            from workos_core.auth.tokens.audiences import required_values

            audience = required_values("audience", audience)

        return await self.jwks.verify(
            token,
            lambda keys: verify_access_token(
                token, keys, issuer=issuers, client_id=client_id, audience=audience, leeway=seconds
            ),
            deadline,
        )

    async def verify_connect_token(
        self,
        token: str,
        *,
        authkit_domain: str,
        audience: str | Sequence[str],
        kinds: "Sequence[ConnectTokenKind]",
        leeway: float | NotGiven = NOT_GIVEN,
        deadline: float | None = None,
    ) -> "ConnectTokenClaims":
        """Verify the token of a Connect application; see `WorkOS.verify_connect_token`.

        `deadline` is the time limit of the calling client in seconds; None for the default.
        """
        from workos_core.auth.tokens.connect_token_verification import (
            ConnectTokenRequirements,
            verify_with_requirements,
        )

        # Checked before the keys are fetched, and only once, which takes a few microseconds.
        requirements = ConnectTokenRequirements.check(
            authkit_domain, audience, kinds, allow_insecure_http=self._requestor.config.allow_insecure_http
        )
        seconds = self._leeway(leeway)
        jwks = self._jwks_of(requirements.issuer)
        return await jwks.verify(
            token, lambda keys: verify_with_requirements(token, keys, requirements, leeway=seconds), deadline
        )

    def _leeway(self, leeway: float | NotGiven) -> float:
        if isinstance(leeway, NotGiven):
            return self._requestor.config.leeway
        check_leeway(leeway)
        return leeway

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
