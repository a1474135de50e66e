"""The client: its settings, raw requests and access-token verification."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from types import TracebackType
from typing import TYPE_CHECKING, Any, Literal, NoReturn, ParamSpec, Self, TypeVar, Unpack

from workos_async._api_requestor import APIRequestor
from workos_async._auth.auth_state import AuthState
from workos_async._concurrency.callbacks import Method
from workos_async._concurrency.variants import resolve
from workos_async._concurrency.wrong_variant import OTHER_VARIANT, ClientSyntax
from workos_async._http.libraries import HTTPClient, Transport
from workos_async._http.request_sender import RequestSender
from workos_async._rate_limiting.rate_limiter import RateLimiter, limiter_or_none
from workos_async._redis import RedisClient
from workos_async._webhooks import Actions
from workos_async.resources import Resources
from workos_core.config import DEFAULT_LEEWAY, URL, load_config, user_agent
from workos_core.errors import InvalidArgumentError, InvalidArgumentTypeError
from workos_core.http.connection_settings import ConnectionLimits, HasLimits, http_settings
from workos_core.http.headers import merge_headers
from workos_core.http.hidden_locals import hides_locals
from workos_core.http.hooks import Hooks
from workos_core.http.request_options import RequestOptions
from workos_core.http.response_recording import APIResponse, record_responses
from workos_core.http.retry_policy import RetryPolicy
from workos_core.http.timeouts import TimeoutLike, check_seconds
from workos_core.http.tracing import Tracing
from workos_core.lazy_names import lazy_type
from workos_core.log_setup import configure_logging
from workos_core.not_given import NOT_GIVEN, NotGiven
from workos_core.serialization.plain_values import SecretText
from workos_core.suggestions import missing_name_error

if TYPE_CHECKING:
    from workos_core.auth.sign_in.pkce import PKCE
    from workos_core.auth.tokens.claims import AccessTokenClaims
    from workos_core.auth.tokens.connect_claims import ConnectTokenClaims, ConnectTokenKind
else:
    PKCE = lazy_type("workos_core.auth.sign_in.pkce", "PKCE")
    AccessTokenClaims = lazy_type("workos_core.auth.tokens.claims", "AccessTokenClaims")
    ConnectTokenClaims = lazy_type("workos_core.auth.tokens.connect_claims", "ConnectTokenClaims")
    ConnectTokenKind = lazy_type("workos_core.auth.tokens.connect_claims", "ConnectTokenKind")

P = ParamSpec("P")
T = TypeVar("T")
_RENAMED = {
    "admin_portal": "workos.portal",
    "users": "workos.user_management",
    "sessions": "workos.user_management",
    "organization_memberships": "workos.user_management",
    "invitations": "workos.user_management",
    "directories": "workos.directory_sync",
    "directory": "workos.directory_sync",
    "connections": "workos.sso",
    "multi_factor_auth": "workos.mfa",
    "fga": "workos.authorization",
    "permissions": "workos.authorization",
    "roles": "workos.authorization",
    "magic_auth": "workos.user_management",
    **OTHER_VARIANT,
}


@hides_locals
class WorkOS(ClientSyntax, Resources):
    """A client of the WorkOS API. Create one per process and share it: it keeps connections open between calls.

    The resources of the API are attributes: `workos.organizations`, `workos.user_management`, `workos.directory_sync` and so on.

    Args:
        api_key: The API key of an environment (`sk_…`); defaults to the environment variable `WORKOS_API_KEY`. A public client, such
            as a device or browser application, has no API key and can only sign users in. A `SecretStr` of pydantic is accepted, too.
        client_id: The client ID of the environment (`client_…`), required for sign-in; defaults to `WORKOS_CLIENT_ID`.
        base_url: The base URL of the API; defaults to `WORKOS_BASE_URL`, then `https://api.workos.com`. Plain http is allowed only for
            the local machine. A URL object of httpx is accepted, too.
        allow_insecure_http: Whether to allow plain http to other hosts, which sends the API key unencrypted: for an emulator in another
            container of a private network.
        timeout: Seconds for each phase of a request (connect, read, write, wait for a free connection; 60 by default), a `Timeout` with
            a value for each phase (or one of httpx), or `None` for no limit. A client passed as `http_client` keeps its own timeouts for
            phases that you don't set here.
        max_retries: The number of retries after the first attempt, for failures that are safe to retry.
        retry: A retry policy with the number of retries and the delays between them; replaces `max_retries`.
        deadline: Seconds for a whole call, including all retries; `None` for no limit.
        limits: The maximum number of open and idle connections: a `ConnectionLimits`, or the `Limits` of httpx.
        http2: Whether to offer HTTP/2; requires `httpx[http2]` or `httpx2[http2]`.
        proxy: The URL of an HTTP or SOCKS proxy, or `None` for no proxy. Defaults to HTTP_PROXY, HTTPS_PROXY, ALL_PROXY and NO_PROXY,
            or the system settings. SOCKS requires `httpx[socks]` or `httpx2[socks]`.
        verify: `True` trusts the certificates that the HTTP library trusts. Pass the path of a file or folder with certificates, or an
            `ssl.SSLContext`. `False` disables verification, which sends the API key to an unverified host.
        http_library: `"httpx"`, `"httpx2"`, or `"aiohttp"` where docs/connections.md allows it. Defaults to `WORKOS_HTTP_LIBRARY`, then
            httpx2 if it is installed, then httpx. In tests, a library that mocks httpx (pytest-httpx, respx, VCR.py) makes httpx the default.
        transport: A transport of httpx or httpx2 that sends the requests. Close it yourself.
        http_client: A client of httpx or httpx2 that sends the requests; its proxies, pool limits and certificates apply. Close
            it yourself.
        headers: Additional headers for every request.
        hooks: Functions that are called before every attempt, after every response, before every retry and every rate-limit wait.
        rate_limiter: The `RateLimiter` or `RedisRateLimiter` that keeps requests below the rate limits of the API. Several clients can
            share one. `None` or `False` disables rate limiting; by default, the client has its own rate limiter.
        tracing: Creates an OpenTelemetry span for every call; `None` creates none.
        issuer: The accepted issuer or issuers of access tokens; defaults to `WORKOS_ISSUER`, then any issuer whose tokens are signed
            with the keys of the environment.
        leeway: Seconds of clock skew to allow when access tokens are verified.
        refresh_lock: The URL of a Redis server, or your own `redis.Redis` (extra `redis`). If several processes refresh a session at the
            same time, only one calls the API and the others receive its result. Without it, this applies only within one client. Give
            your own `redis.Redis` a `socket_timeout` and a `socket_connect_timeout`, such as 1: a command without them occupies a
            thread for as long as Redis does not respond.

    Raises:
        ConfigurationError: A setting is invalid, or two settings contradict each other. A missing API key or client ID raises it in the
            first call that requires it.
    """

    _is_copy = False

    def __init__(
        self,
        api_key: str | SecretText | None = None,
        *,
        client_id: str | None = None,
        base_url: str | URL | None = None,
        allow_insecure_http: bool = False,
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
        refresh_lock: str | RedisClient | None = None,
    ) -> None:
        configure_logging()
        checked: list[tuple[str, Any, type]] = [
            ("retry", retry, RetryPolicy),
            ("hooks", hooks, Hooks),
            ("tracing", tracing, Tracing),
        ]
        for name, value, kind in checked:
            if value is not None and not isinstance(value, kind):
                raise InvalidArgumentTypeError(f"{name} must be a {kind.__name__} or None, not {type(value).__name__}")
        policy = retry or RetryPolicy(max_retries=max_retries)
        self._config = load_config(
            api_key, client_id, base_url, issuer=issuer, leeway=leeway, allow_insecure_http=allow_insecure_http
        )
        if self._config.cookie_password:
            from workos_core.auth.sealing.keyring import load_keyring

            load_keyring(self._config.cookie_password)
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
        """The client ID, or `None`."""
        return self._config.client_id

    @property
    def base_url(self) -> str:
        """The base URL of the API."""
        return self._config.base_url

    @cached_property
    def actions(self) -> Actions:
        """Verification of Action requests, and signing of the responses."""
        return Actions()

    @cached_property
    def pkce(self) -> "PKCE":
        """PKCE code verifiers and challenges, for sign-in without a client secret."""
        from workos_core.auth.sign_in.pkce import PKCE

        return PKCE()

    def with_options(self, **options: Unpack[RequestOptions]) -> Self:
        """Return a client with other defaults for the options of its calls. It shares connections, rate limits and sessions with this one.

        Closing the returned client does nothing; close this one. Options of a call replace those given here, and headers are joined.

        Args:
            options: `timeout`, `max_retries`, `headers` and the other options of a call; see `RequestOptions`.
        """
        client = type(self).__new__(type(self))
        is_resource = {name for name in vars(self) if isinstance(getattr(type(self), name, None), type)}
        vars(client).update({name: value for name, value in vars(self).items() if name not in is_resource})
        client._requestor = self._requestor.with_options(options)
        client._is_copy = True
        return client

    async def with_response(self, method: Method[P, T], *args: P.args, **kwargs: P.kwargs) -> APIResponse[T]:
        """Call a method and return its result with the status, the headers and the request ID of the response.

        For a list, pass the method `page` of the pager: `workos.with_response(workos.organizations.list_organizations().page)`.

        Args:
            method: A method of a resource client, a pager or a session.
            args: Its positional arguments.
            kwargs: Its keyword arguments.

        Raises:
            InvalidArgumentError: The method sent no request.
        """
        if not callable(method):
            raise InvalidArgumentTypeError(
                f"method must be a method, not {type(method).__name__}: pass workos.organizations.get_organization and its arguments"
            )
        with record_responses() as responses:
            result: Any = method(*args, **kwargs)
            data: T = await resolve(result)
        if not responses:
            name = getattr(method, "__qualname__", repr(method))
            raise InvalidArgumentError(f"{name} sent no request; for a list, pass the method `page` of the pager")
        info = responses[-1]
        return APIResponse(data, info.status, info.headers, info.request_id, info.request.attempt)

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> NoReturn:
            raise missing_name_error("WorkOS", name, dir(type(self)), _RENAMED)

        def __reduce_ex__(self, protocol: object) -> NoReturn:
            raise TypeError(
                "a client can't be copied or pickled: it has open connections. Create one in each process, or call with_options() "
                "for other settings"
            )

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, exc_type: type[BaseException] | None, exc: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await self.aclose()

    async def aclose(self) -> None:
        """Close all connections. A transport or HTTP client that you passed in is not closed."""
        if self._is_copy:
            return
        await self._connection.aclose()
        await self._requestor.auth.aclose()

    async def request(
        self,
        method: str,
        path: str,
        *,
        query: Mapping[str, Any] | None = None,
        body: Mapping[str, Any] | None = None,
        idempotency_key: str | None = None,
        options: RequestOptions | None = None,
    ) -> Any:
        """Send a raw request to an endpoint that has no method in this version of the SDK, with the same API key, retries and errors.

        Args:
            method: The HTTP method: GET, HEAD, POST, PUT, PATCH, DELETE or OPTIONS.
            path: The path, which starts with a slash. Percent-encode IDs in it yourself (`urllib.parse.quote(value, safe="")`).
            query: The query parameters. Lists are joined with commas, and `None` is omitted.
            body: The JSON body, if the endpoint takes one.
            idempotency_key: Sent in the `Idempotency-Key` header of a POST. It does not change which failures are retried: pass
                `options={"idempotent": True}` as well if the endpoint honors it.
            options: The request options, as for every method.

        Returns:
            The decoded JSON of the response, or `None` if it has no body.

        Raises:
            InvalidArgumentError: The method is another one, there is an idempotency key but no POST, or the path doesn't start with a slash or contains `//`, `?`, `#`, `..` or
                the percent-encoded form of `..`.
        """
        return await self._requestor.request(method, path, query, body, idempotency_key, options)

    async def verify_access_token(
        self,
        token: str,
        *,
        issuer: str | Sequence[str] | None | NotGiven = NOT_GIVEN,
        audience: str | Sequence[str] | None = None,
        leeway: float | NotGiven = NOT_GIVEN,
    ) -> "AccessTokenClaims":
        """Verify the access token of a user's session and return its claims.

        The public keys are fetched from `/sso/jwks/{client_id}` and cached for five minutes, so most calls need no request. While the
        endpoint is unavailable, the cached keys stay in use. A call ends at the deadline of the client, or after ten seconds.

        Args:
            token: The access token, as in `Authorization: Bearer …`.
            issuer: The accepted issuer or issuers, or `None` for any; defaults to the setting of the client.
            audience: The audience or audiences (`aud`) of which the token must have one, as with a JWT template that sets `aud`; `None`
                accepts any.
            leeway: Seconds of clock skew to allow; defaults to the setting of the client.

        Raises:
            InvalidTokenError: The token is forged, malformed, expired or not yet valid, or it does not belong to a user's session, like
                those of agents, widgets and Connect applications; see `reason`.
            APIConnectionError, APIError, DecodeError: The keys can't be fetched, so the token can't be verified. The token may be
                valid: a retry may succeed.
            InvalidArgumentError: The issuer is not a string, or the leeway is not a finite number of at least 0.
            ConfigurationError: The client has no client id, or the audience is empty or not a string.
        """
        requestor = self._requestor
        return await requestor.auth.tokens.verify_access_token(
            token, issuer=issuer, audience=audience, leeway=leeway, deadline=requestor.deadline
        )

    async def verify_connect_token(
        self,
        token: str,
        *,
        authkit_domain: str,
        audience: str | Sequence[str],
        kinds: "Sequence[ConnectTokenKind]" = ("user",),
        leeway: float | NotGiven = NOT_GIVEN,
    ) -> "ConnectTokenClaims":
        """Verify a token that an AuthKit domain issued to a Connect application, such as an MCP client, and return its claims.

        The public keys are fetched from `/oauth2/jwks` of the AuthKit domain and cached for five minutes, so most calls need no request.
        While the endpoint is unavailable, the cached keys stay in use. A call ends at the deadline of the client, or after ten seconds.

        Args:
            token: The access token, as in `Authorization: Bearer …`.
            authkit_domain: The AuthKit domain, such as `example.authkit.app`, or its URL. It must be the issuer of the token.
            audience: The audience or audiences of which the token must have one: the URL of your resource server as registered with WorkOS.
            kinds: The accepted kinds: `user`, `m2m` and `agent`. Tokens of applications (`m2m`) have no audience: include `m2m` only if
                every application of the environment may call your server.
            leeway: Seconds of clock skew to allow; defaults to the setting of the client.

        Raises:
            InvalidTokenError: The token is forged, malformed, expired or not yet valid, or it has another issuer, audience or kind; see
                `reason`. Respond with 401.
            APIConnectionError, APIError, DecodeError: The keys can't be fetched, so the token can't be verified. The token may be
                valid: a retry may succeed. Respond with 503, so that clients don't sign in again.
            InvalidArgumentError: The leeway is not a finite number of at least 0.
            ConfigurationError: The domain, the audience or a kind is empty or malformed.
        """
        requestor = self._requestor
        return await requestor.auth.tokens.verify_connect_token(
            token,
            authkit_domain=authkit_domain,
            audience=audience,
            kinds=kinds,
            leeway=leeway,
            deadline=requestor.deadline,
        )
