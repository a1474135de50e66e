# Generated from workos_async/_agents/m2m_tokens.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Access tokens of machine-to-machine applications."""

import hashlib
import hmac
from collections.abc import Sequence
from functools import partial
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, cast

from workos_core.auth.sealing.iron import SealError, seal, unseal
from workos_core.auth.tokens.audiences import authkit_origin
from workos_core.clock import elapsed_time, unix_time
from workos_core.errors import ConfigurationError, DecodeError, InvalidArgumentTypeError
from workos_core.http.hidden_locals import hides_locals
from workos_core.http.operation import Operation
from workos_core.json_types import is_object
from workos_core.lazy_names import lazy_type
from workos_core.not_given import NOT_GIVEN
from workos_core.serialization.plain_values import SecretText, plain_value
from workos_sync._agents.token_cache import IssuedToken, TokenCache
from workos_sync._concurrency.call_deadline import Deadline, deadline_options
from workos_sync._concurrency.variants import check_client

if TYPE_CHECKING:
    from workos_sync._auth.refresh_lock import RefreshLock
    from workos_sync._client import WorkOS
    from workos_sync._redis import RedisClient
else:
    WorkOS = lazy_type("workos_sync._client", "WorkOS")
    RedisClient = lazy_type("workos_sync._redis", "RedisClient")

DEFAULT_LIFETIME = 300.0
"""Seconds for which a token is used if the response doesn't specify its lifetime."""
SHARED_TTL = 86_400.0
"""Seconds for which a token stays in Redis. It is not used longer than its lifetime."""
TOKEN_TIMEOUT = 25.0
"""Seconds for a token request, including its retries and the wait for another process, if the client has no deadline."""


@hides_locals
class M2MTokens:
    """The access tokens of a machine-to-machine application (the client credentials grant of OAuth 2.0).

    A token is cached, and renewed before it expires. Concurrent calls make one token request. Create one object per process and share it.

    Args:
        authkit_domain: The AuthKit domain that issues the tokens, such as `example.authkit.app`, or its URL.
        client_id: The client ID of the application (`client_…`).
        client_secret: The client secret. It is sent to the AuthKit domain only. A `SecretStr` of pydantic is accepted, too.
        scopes: The scopes to request; by default those of the application.
        workos: The client that sends the requests, without its API key; by default a new one, which is closed with this object.
        redis: The URL of a Redis server, or a `redis.Redis` with timeouts, with which several processes share a token. It is stored encrypted with a
            key that is derived from the client secret. While Redis is unavailable, each process requests its own token.
        allow_insecure_http: Whether the AuthKit domain may be a plain http URL of another machine, such as an emulator in a container.

    Raises:
        ConfigurationError: An argument is empty or malformed.
    """

    def __init__(
        self,
        authkit_domain: str,
        client_id: str,
        client_secret: str | SecretText,
        *,
        scopes: Sequence[str] = (),
        workos: "WorkOS | None" = None,
        redis: "str | RedisClient | None" = None,
        allow_insecure_http: bool = False,
    ) -> None:
        self.issuer: str = authkit_origin(authkit_domain, allow_insecure_http=allow_insecure_http)
        self.client_id: str = _required("client_id", client_id)
        self._client_secret = _required("client_secret", client_secret)
        self._scope = " ".join(_scopes(scopes))
        if workos is not None:
            check_client(workos)
        self._own_client = workos is None
        self._workos = workos or _create_client(allow_insecure_http)
        self._lock: RefreshLock | None = None if redis is None else _create_lock(redis)
        self._operation: Operation[Any] = Operation(
            "connect.create_m2m_token",
            "POST",
            "/oauth2/token",
            returns=Any,
            credentials="none",
            server=self.issuer,
            is_form=True,
        )
        self._cache = TokenCache(self._fetch, repr(self))

    def __repr__(self) -> str:
        return f"M2MTokens({self.issuer!r}, {self.client_id!r})"

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, exc_type: type[BaseException] | None, exc: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the connections to Redis and those of the client, unless you passed them."""
        if self._lock is not None:
            self._lock.close()
        if self._own_client:
            self._workos.close()

    def get(self) -> str:
        """Return a valid access token. Most calls need no request.

        Raises:
            APIError: AuthKit rejected the request: `error` and `error_description` say why, such as `invalid_client`.
            APIConnectionError, DecodeError: No valid response was received, and there is no token from before that is still valid.
        """
        return self._cache.get(self._start_deadline())

    def replace(self, rejected: str) -> str:
        """Return another access token in place of one that a server rejected. `M2MAuth` does this for you.

        Args:
            rejected: The rejected token. If the current token is another one already, no request is made.

        Raises:
            APIError: AuthKit rejected the request: `error` and `error_description` say why.
            APIConnectionError, DecodeError: No valid response was received.
        """
        return self._cache.replace(rejected, self._start_deadline())

    def _start_deadline(self) -> Deadline:
        requestor = self._workos._requestor  # pyright: ignore[reportPrivateUsage]
        return requestor.start_deadline() or Deadline.start(TOKEN_TIMEOUT)

    def _fetch(self, replaced: str | None, deadline: Deadline | None) -> IssuedToken:
        request = partial(self._request, deadline)
        if self._lock is None:
            return request()
        unseal_token = partial(self._unseal, replaced)
        return self._lock.run(self._key, request, self._seal, unseal_token, SHARED_TTL, deadline=deadline)

    def _request(self, deadline: Deadline | None) -> IssuedToken:
        started = elapsed_time()
        requestor = self._workos._requestor  # pyright: ignore[reportPrivateUsage]
        response = requestor.call(
            self._operation,
            body={
                "grant_type": "client_credentials",
                "client_id": self.client_id,
                "client_secret": self._client_secret,
                "scope": self._scope or NOT_GIVEN,
            },
            # Each response is a token of its own, so a repeated request does no harm.
            options=deadline_options(deadline, {"idempotent": True}),
        )
        return _read_response(response, started)

    @property
    def _key(self) -> str:
        """The name of the token in Redis. It differs for other secrets, so that a rotated one does not use the old token."""
        return self._derive(f"{self.issuer}\n{self.client_id}\n{self._scope}")

    @property
    def _password(self) -> str:
        return self._derive("password of shared tokens")

    def _derive(self, purpose: str) -> str:
        return hmac.new(self._client_secret.encode(), f"workos m2m: {purpose}".encode(), hashlib.sha256).hexdigest()

    def _seal(self, token: IssuedToken) -> str:
        offset = unix_time() - elapsed_time()
        data = {
            "token": token.access_token,
            "renew_at": token.renew_at + offset,
            "expires_at": token.expires_at + offset,
            "lifetime": token.expires_at - elapsed_time(),
        }
        return seal(data, self._password)

    def _unseal(self, replaced: str | None, text: str) -> IssuedToken | None:
        """Return a shared token, or `None` if it is not genuine, due for renewal, or the one to replace."""
        try:
            data = unseal(text, self._password)
            token, renew_at, expires_at = str(data["token"]), float(data["renew_at"]), float(data["expires_at"])
            lifetime = float(data["lifetime"])
        except (SealError, KeyError, TypeError, ValueError):
            return None
        offset = unix_time() - elapsed_time()
        # The clock of another host may be ahead: a token is never used for longer than its lifetime.
        offset += max(0.0, expires_at - unix_time() - lifetime)
        shared = IssuedToken(token, renew_at - offset, expires_at - offset)
        return None if token == replaced or elapsed_time() >= shared.renew_at else shared


def _read_response(response: Any, started: float) -> IssuedToken:
    data: dict[str, Any] = response if is_object(response) else {}
    token, lifetime, kind = data.get("access_token"), data.get("expires_in", DEFAULT_LIFETIME), data.get("token_type")
    if not isinstance(token, str) or not token or not token.isascii() or not token.isprintable():
        raise _decode_error("the token response has no valid access_token", "$.access_token")
    if isinstance(lifetime, bool) or not isinstance(lifetime, (int, float)) or not 0 < lifetime < float("inf"):
        raise _decode_error("the token response has no valid expires_in", "$.expires_in")
    if kind is not None and str(kind).lower() != "bearer":
        raise _decode_error("the access token is not a bearer token", "$.token_type")
    return IssuedToken.create(token, float(lifetime), started)


def _decode_error(message: str, path: str) -> DecodeError:
    return DecodeError(message, path=path, status=200, request_id=None, body="")


def _required(name: str, value: "str | SecretText") -> str:
    text: object = plain_value(value)
    if not isinstance(text, str):
        raise InvalidArgumentTypeError(f"{name} must be a str, not {type(value).__name__}")
    if not text.strip():
        raise ConfigurationError(f"{name} must not be empty; see Applications in the WorkOS dashboard")
    return text


def _scopes(scopes: Sequence[str]) -> tuple[str, ...]:
    given = cast("object", scopes)
    if isinstance(given, str) or not all(scope and " " not in scope for scope in scopes):
        raise ConfigurationError(f"scopes must be a list of texts without spaces (got {scopes!r})")
    return tuple(scopes)


def _create_client(allow_insecure_http: bool) -> WorkOS:
    from workos_sync._client import WorkOS

    return WorkOS(rate_limiter=None, allow_insecure_http=allow_insecure_http)


def _create_lock(redis: "str | RedisClient") -> "RefreshLock":
    from workos_sync._auth.refresh_lock import RefreshLock  # imported lazily, since most programs have no lock

    return RefreshLock(redis, purpose="access tokens")
