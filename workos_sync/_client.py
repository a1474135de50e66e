# Generated from workos_async/_client.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""The client: its settings and what belongs to no resource."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from types import TracebackType
from typing import TYPE_CHECKING, Any, Literal, Self

from workos_core.config import DEFAULT_LEEWAY, load_config, user_agent
from workos_core.http.connection_settings import ConnectionLimits, HasLimits, http_settings
from workos_core.http.headers import merge_headers
from workos_core.http.hooks import Hooks
from workos_core.http.request_options import RequestOptions
from workos_core.http.retry_policy import RetryPolicy
from workos_core.http.timeouts import TimeoutLike, check_seconds
from workos_core.http.tracing import Tracing
from workos_core.not_given import NOT_GIVEN, NotGiven
from workos_sync._api_requestor import APIRequestor
from workos_sync._auth.auth_state import AuthState
from workos_sync._http.libraries import HTTPClient, Transport
from workos_sync._http.request_sender import RequestSender
from workos_sync._rate_limiting.rate_limiter import RateLimiter, limiter_or_none
from workos_sync.resources import Resources

if TYPE_CHECKING:
    from workos_core.auth.sign_in.pkce import PKCE
    from workos_core.auth.tokens.access_token import AccessTokenClaims
    from workos_sync._redis import RedisClient
    from workos_sync._webhooks import Actions


class WorkOS(Resources):
    """A client of the WorkOS API. Make one per process and share it; it keeps connections open between calls.

    The resources of the API are attributes: `workos.organizations`, `workos.user_management`, `workos.directory_sync` and so on.

    Args:
        api_key: The secret key of an environment (`sk_…`); else the environment variable `WORKOS_API_KEY`. A public client
            (a device or browser application) has none and can only sign users in.
        client_id: The client id of the environment (`client_…`), needed for sign-in; else `WORKOS_CLIENT_ID`.
        base_url: Where the API is; else `WORKOS_BASE_URL`, else `https://api.workos.com`. Plain http is for this machine only.
        timeout: Seconds for each phase of a request (connect, read, write, wait for a free connection; 60 if not given), a `Timeout`
            that tells them apart (one of httpx will do), or None for no limit. A client passed as `http_client` keeps its own timeout
            for what is not given here.
        max_retries: How many times a failed call is tried again, where that is safe.
        retry: How often and how long to wait between tries, in place of `max_retries`.
        deadline: Seconds for a whole call, from the first attempt to the end of the last; None for no limit.
        limits: How many connections may be open, and kept open: `ConnectionLimits`, or those of httpx.
        http2: Whether HTTP/2 is offered; needs `httpx[http2]` or `httpx2[http2]`.
        proxy: The URL of an HTTP or SOCKS proxy, None for none. If not given: HTTP_PROXY, HTTPS_PROXY, ALL_PROXY and NO_PROXY,
            or what the system is set to. SOCKS needs `httpx[socks]` or `httpx2[socks]`.
        verify: True trusts the certificates that the HTTP library trusts, a path those of a file or folder, an `ssl.SSLContext` what
            that says, and False anyone, which gives the key to whoever asks.
        http_library: `"httpx"`, `"httpx2"`, or `"aiohttp"` where docs/connections.md allows it; else `WORKOS_HTTP_LIBRARY`, else httpx2 where it is installed, else httpx.
        transport: A transport of httpx or httpx2 to send requests through. You close it.
        http_client: A client of httpx or httpx2 to send requests with; its proxies, pool limits and certificates apply. You close it.
        headers: Further headers for every request.
        hooks: Functions to call before every attempt, after every answer, before every retry and every wait for a rate limit.
        rate_limiter: What keeps requests under the rate limits of the API: a `RateLimiter` or `RedisRateLimiter`, which clients may
            share; None or False for nothing. If not given, the client has one of its own.
        tracing: Makes a span of OpenTelemetry for every call; None makes none.
        issuer: The issuer, or issuers, whose access tokens are accepted; else `WORKOS_ISSUER`, else any whose tokens the keys of
            the environment have signed.
        leeway: Seconds by which the clocks of WorkOS and of this machine may differ when an access token is checked.
        refresh_lock: The URL of a Redis server, or a `redis.Redis` of yours: of several processes that refresh one session at once, one
            calls the API and the others get its answer (extra `redis`). Without it, that holds within this client.

    Raises:
        ConfigurationError: There is neither API key nor client id, or the settings contradict each other.
    """

    def __init__(
        self,
        api_key: str | None = None,
        *,
        client_id: str | None = None,
        base_url: str | None = None,
        timeout: TimeoutLike | NotGiven = NOT_GIVEN,
        max_retries: int = 3,
        retry: RetryPolicy | None = None,
        deadline: float | None = None,
        limits: ConnectionLimits | HasLimits | None = None,
        http2: bool = False,
        proxy: str | None | NotGiven = NOT_GIVEN,
        verify: Any = True,
        http_library: str | None = None,
        transport: Transport | None = None,
        http_client: HTTPClient | None = None,
        headers: Mapping[str, str] | None = None,
        hooks: Hooks | None = None,
        rate_limiter: RateLimiter | Literal[False] | None | NotGiven = NOT_GIVEN,
        tracing: Tracing | None = None,
        issuer: str | Sequence[str] | None = None,
        leeway: float = DEFAULT_LEEWAY,
        refresh_lock: "str | RedisClient | None" = None,
    ) -> None:
        policy = retry or RetryPolicy(max_retries=max_retries)
        self._config = load_config(api_key, client_id, base_url, issuer=issuer, leeway=leeway)
        self._connection = RequestSender(
            timeout=timeout,
            transport=transport,
            http_client=http_client,
            settings=http_settings(limits, http2, proxy, verify, http_library),
        )
        all_headers = merge_headers({"User-Agent": user_agent(), "Accept": "application/json"}, headers or {})
        requestor = APIRequestor(
            self._config,
            policy,
            self._connection,
            all_headers,
            hooks or Hooks(),
            check_seconds("deadline", deadline),
            limiter_or_none(rate_limiter),
            tracing,
        )
        requestor.auth = AuthState(requestor, refresh_lock)
        super().__init__(requestor)

    def __repr__(self) -> str:
        key = "set" if self._config.api_key else "none"
        return f"WorkOS(api_key=<{key}>, client_id={self._config.client_id!r}, base_url={self._config.base_url!r})"

    @property
    def client_id(self) -> str | None:
        """The client id, if one is set."""
        return self._config.client_id

    @property
    def base_url(self) -> str:
        """Where the API is."""
        return self._config.base_url

    @cached_property
    def actions(self) -> "Actions":
        """Checking the requests of Actions and signing the answers."""
        from workos_sync._webhooks import Actions

        return Actions()

    @cached_property
    def pkce(self) -> "PKCE":
        """Code verifiers and challenges for sign-in without a secret."""
        from workos_core.auth.sign_in.pkce import PKCE

        return PKCE()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, exc_type: type[BaseException] | None, exc: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close all connections. A transport or HTTP client that you passed in stays open."""
        self._connection.close()
        self._requestor.auth.close()

    def request(
        self,
        method: str,
        path: str,
        *,
        query: Mapping[str, Any] | None = None,
        body: Mapping[str, Any] | None = None,
        options: RequestOptions | None = None,
    ) -> Any:
        """Call an endpoint that this version of the SDK has no method for, with the same key, retries and errors.

        Args:
            method: The HTTP method.
            path: The path, from the slash after the host; quote ids in it yourself (`urllib.parse.quote(value, safe="")`).
            query: Query parameters; lists are joined with commas, None is left out.
            body: The JSON body, if the endpoint takes one.
            options: As for every method.

        Returns:
            The decoded JSON of the answer, or None where it has no body.

        Raises:
            InvalidArgumentError: The path does not start with a slash, or leaves the API (`..`, `//`, `?`, `#`).
        """
        return self._requestor.request(method, path, query, body, options)

    def verify_access_token(
        self,
        token: str,
        *,
        issuer: str | Sequence[str] | None | NotGiven = NOT_GIVEN,
        leeway: float | NotGiven = NOT_GIVEN,
    ) -> "AccessTokenClaims":
        """Check the access token of a user's session and return its claims.

        The keys come from `/sso/jwks/{client_id}` and are kept for five minutes, so most calls need no request. While the endpoint
        is down, the keys that were last seen go on being used.

        Args:
            token: The access token, as in `Authorization: Bearer …`.
            issuer: The issuer, or issuers, to accept, None for any; if not given, as the client is set up.
            leeway: Seconds by which clocks may differ; if not given, as the client is set up.

        Raises:
            InvalidTokenError: The token is not genuine, not valid now, or that of an agent or a widget; `reason` says why.
            APIConnectionError, APIError, DecodeError: The token can't be checked, since there are no keys and they can't be fetched.
                That says nothing against the token: trying again may help.
            ConfigurationError: The client has no client id.
        """
        return self._requestor.auth.jwks.verify(token, issuer=issuer, leeway=leeway)
