"""Browser sign-in: start and complete a sign-in, authenticate requests, switch organizations, sign out. For any framework."""

import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from copy import copy
from typing import Any, Self
from urllib.parse import quote, unquote, urlsplit

from attrs import evolve

from workos_async._auth.api_key_cache import APIKeyCache
from workos_async._auth.authentication import authenticate_bearer, authenticate_session, store_session
from workos_async._auth.client import AuthClient
from workos_async._auth.session import Session
from workos_async._concurrency.variants import check_client, check_function, resolve
from workos_core.argument_checks import check_text, check_type
from workos_core.auth.identity.cookie_settings import CookieSettings, cookie_settings
from workos_core.auth.identity.identity import Authentication
from workos_core.auth.identity.origins import check_origins, origin_of
from workos_core.auth.identity.request_uris import RequestURI, RequestURIs
from workos_core.auth.identity.set_cookie import SetCookie
from workos_core.auth.identity.sign_in_cookies import SignInCookies
from workos_core.auth.identity.sign_in_results import (
    OrganizationNotSwitched,
    OrganizationSwitched,
    Redirect,
    SignedIn,
    SignInFailed,
)
from workos_core.auth.identity.trusted_proxies import TrustedProxies
from workos_core.auth.identity.web_request import WebRequest, clean_root_path
from workos_core.auth.sealing.iron import SealError
from workos_core.auth.sealing.keyring import Password, load_keyring
from workos_core.auth.sessions.results import SessionNotAuthenticated
from workos_core.auth.sessions.session_cookie import seal_session, unseal_session
from workos_core.auth.sessions.session_data import SessionData
from workos_core.auth.sign_in.callback import (
    AuthorizationCallback,
    AuthorizationCallbackError,
    parse_authorization_callback,
)
from workos_core.auth.sign_in.pkce import generate_pkce_pair
from workos_core.auth.sign_in.redirect_uris import check_redirect_uri
from workos_core.auth.sign_in.return_paths import safe_return_path
from workos_core.auth.sign_in.verifier_cookie import PendingSignIn, seal_verifier, unseal_verifier
from workos_core.auth.tokens.claims import text_claim
from workos_core.auth.tokens.signed_token import unverified_claims
from workos_core.errors import (
    APIConnectionError,
    APIError,
    AuthenticationFlowError,
    ConfigurationError,
    DecodeError,
    InvalidArgumentError,
    MissingFieldError,
)
from workos_core.http.hidden_locals import hides_locals
from workos_core.http.hooks import logger
from workos_core.models.user_management import AuthenticationResponse, AuthorizationProvider, ScreenHint
from workos_core.not_given import NOT_GIVEN
from workos_core.serialization.unstructure import to_dict

_SIGN_IN_REQUIRED = ("sso_required", "mfa_enrollment", "mfa_challenge", "organization_authentication_methods_required")


@hides_locals
class SignIn:
    """Signs the users of a web app in and out, and authenticates requests. Create one per client and share it.

    The arguments `cookies` are the cookies of a request by name, as returned by `read_cookies`. The results have `cookies` to set in
    the response.

    Args:
        workos: The client, which must have a client id.
        redirect_uri: The URL of your callback, to which the browser returns with a code, as registered with WorkOS; defaults to
            `WORKOS_REDIRECT_URI`. If the app has several hosts, pass a list of URLs, of which the host of the request selects one, or
            a function that takes the request and returns the URL, or `None` for a host that the app doesn't serve. A sign-in must be
            completed at the redirect URI that it was started with.
        cookie_password: The password that seals the cookies, as for sealed sessions; defaults to `WORKOS_COOKIE_PASSWORD`.
        cookies: The settings of the cookies; defaults to `cookie_settings(redirect_uri)`.
        previous_cookies: The cookie settings of earlier deployments, if their name, domain or path was another. Signing in and out
            removes those session cookies.
        allowed_origins: Other origins whose pages belong to the application, such as `https://app.example.com` of a frontend that calls
            this server. The origin of the redirect URI always does. A request that a page of another origin makes is not
            authenticated by its cookies.
        default_return_to: The path to redirect to if no path, or no safe one, was requested. Below a path such as `/shop`, it is
            relative to that path.
        post_logout_redirect_uri: The URL to redirect to after `sign_out`; defaults to the setting of the environment. For several hosts,
            pass a list or a function, as for `redirect_uri`.
        trusted_proxies: The IP addresses and networks of the reverse proxies whose forwarding headers count, or `"*"`;
            `TrustedProxies` also selects the headers. By default, no forwarding header counts.

    Raises:
        ConfigurationError: A setting is invalid. Missing settings raise it when they are first needed.
        InvalidArgumentError: The API would reject a redirect URI.
    """

    def __init__(
        self,
        workos: AuthClient,
        *,
        redirect_uri: RequestURI | None = None,
        cookie_password: Password | None = None,
        cookies: CookieSettings | None = None,
        previous_cookies: Sequence[CookieSettings] = (),
        allowed_origins: Sequence[str] = (),
        default_return_to: str = "/",
        post_logout_redirect_uri: RequestURI | None = None,
        trusted_proxies: Sequence[str] | TrustedProxies = (),
    ) -> None:
        check_client(workos)
        self._password: Password = cookie_password or os.environ.get("WORKOS_COOKIE_PASSWORD") or ""
        if self._password:
            load_keyring(self._password).newest_password()
        uris = RequestURIs.of(redirect_uri or os.environ.get("WORKOS_REDIRECT_URI"))
        post_logout_uris = RequestURIs.of(post_logout_redirect_uri, "post_logout_redirect_uri")
        if cookies is not None:
            check_type("cookies", cookies, CookieSettings, "the result of cookie_settings()")
        check_text("default_return_to", default_return_to)
        for name, function in (
            ("redirect_uri", uris.function),
            ("post_logout_redirect_uri", post_logout_uris.function),
        ):
            check_function(name, function)
        for name, uri in (
            *(("redirect_uri", each) for each in uris.uris),
            *(("post_logout_redirect_uri", each) for each in post_logout_uris.uris),
        ):
            try:
                check_redirect_uri(uri, environment="staging")
            except InvalidArgumentError as error:
                raise InvalidArgumentError(f"{name}: {error}") from None
        self._workos = workos
        self._redirect_uris = uris
        self._redirect_uri = uris.first if uris.is_fixed else None
        self._derives_secure = cookies is None
        self._own_origins = tuple(origin_of(uri) for uri in uris.uris)
        host = urlsplit(self._redirect_uri or "").hostname or ""
        settings = cookies or cookie_settings(uris.first or "https://")
        self._cookies = SignInCookies(settings, host, tuple(previous_cookies))
        self._allowed_origins = check_origins(allowed_origins)
        self._default_return_to = default_return_to
        self._post_logout_redirect_uris = post_logout_uris
        self._post_logout_redirect_uri = post_logout_uris.first if post_logout_uris.is_fixed else None
        self._proxies = (
            trusted_proxies if isinstance(trusted_proxies, TrustedProxies) else TrustedProxies(trusted_proxies)
        )
        self._api_keys = APIKeyCache(workos)

    def __repr__(self) -> str:
        return (
            f"SignIn(redirect_uri={self._redirect_uri or self._redirect_uris.function or self._redirect_uris.uris!r})"
        )

    @property
    def redirect_uri(self) -> str:
        """The URL of the callback.

        Raises:
            ConfigurationError: It is missing, depends on the request (see `for_request`), or the host of the request has none.
        """
        if self._redirect_uri is not None:
            return self._redirect_uri
        if self._redirect_uris.is_fixed:
            raise ConfigurationError("redirect_uri is missing: pass it or set WORKOS_REDIRECT_URI")
        raise ConfigurationError(
            "redirect_uri depends on the request: call for_request first. If you did, the host of the request has none"
        )

    @property
    def has_redirect_uri(self) -> bool:
        """Whether the host of the request has a redirect URI; also true if the setting is missing, which `start` reports."""
        return self._redirect_uris.is_fixed or self._redirect_uri is not None

    @property
    def callback_paths(self) -> tuple[str, ...]:
        """The percent-decoded paths of the redirect URIs; empty if they are missing or a function returns them."""
        return self._redirect_uris.paths

    def prepare(self, request: WebRequest) -> WebRequest:
        """Return the request as the browser sent it: with the host, scheme, path prefix and address that trusted proxies report."""
        root_path = clean_root_path(request.root_path)
        return self._proxies.apply(request if root_path == request.root_path else evolve(request, root_path=root_path))

    async def for_request(self, request: WebRequest) -> Self:
        """Return this sign-in flow with the settings that depend on the request: the URIs, and the path and `Secure` of the cookies.

        `SignInRoutes` calls it for you.
        """
        request = self.prepare(request)
        uris, post_logout_uris = self._redirect_uris, self._post_logout_redirect_uris
        if uris.is_fixed and post_logout_uris.is_fixed and not request.root_path:
            return self
        bound = copy(self)
        bound._redirect_uri = await _select(uris, request)
        if uris.function is not None and bound._redirect_uri is not None:
            check_redirect_uri(bound._redirect_uri, environment="staging")
        bound._post_logout_redirect_uri = await _select(post_logout_uris, request)
        bound._own_origins = (origin_of(bound._redirect_uri or f"{request.scheme}://{request.host}"),)
        settings = self._cookie_settings(bound._redirect_uri, request)
        bound._cookies = evolve(self._cookies, settings=settings, host=urlsplit(bound._own_origins[0]).hostname or "")
        root_path = quote(request.root_path)
        default = self._default_return_to
        if default.startswith("/") and not f"{default}/".startswith(f"{root_path}/"):
            bound._default_return_to = root_path + default
        return bound

    @property
    def allowed_origins(self) -> tuple[str, ...]:
        """The origins whose pages belong to the application: that of the redirect URI, and those that you passed."""
        return (*self._own_origins, *self._allowed_origins)

    @property
    def default_return_to(self) -> str:
        """The path to redirect to if no path, or no safe one, was requested."""
        return self._default_return_to

    def is_own_cookie(self, name: str) -> bool:
        """Return whether a cookie with this name belongs to the session or to a pending sign-in."""
        return self._cookies.is_own(name)

    @property
    def workos(self) -> AuthClient:
        """The client."""
        return self._workos

    @property
    def session_cookie_name(self) -> str:
        """The name of the session cookie, with its prefix. A long session is stored in several cookies, `name.0` and so on."""
        settings = self._cookies.settings
        return settings.prefix + settings.name

    def start(
        self,
        cookies: Mapping[str, str],
        *,
        return_to: str | None = None,
        custom_state: str | None = None,
        organization_id: str | None = None,
        connection_id: str | None = None,
        provider: AuthorizationProvider | None = None,
        screen_hint: ScreenHint | None = None,
        login_hint: str | None = None,
        domain_hint: str | None = None,
        prompt: str | None = None,
        max_age: int | None = None,
        invitation_token: str | None = None,
    ) -> Redirect:
        """Start a sign-in and return the redirect to the authorization URL.

        At most five sign-ins can be pending in a browser: when a sixth starts, the others are discarded.

        Args:
            cookies: The cookies of the request.
            return_to: The path to return to after the sign-in. It can be untrusted: a URL of another host is ignored.
            custom_state: A string that `complete` returns to you, at most 2048 bytes.
            organization_id: The ID of the organization whose identity provider the user signs in with. With `provider="authkit"`, the
                organization that the hosted pages preselect.
            connection_id: The ID of the connection that the user signs in with.
            provider: The provider that the user signs in with. Defaults to `authkit`, the hosted pages, if you pass neither an
                organization nor a connection.
            screen_hint: The hosted page to show first.
            login_hint: The email address to prefill.
            domain_hint: The domain to prefill.
            prompt: The step to require even if the user is signed in, such as `login`.
            max_age: Seconds since the last sign-in of the user after which a new one is required.
            invitation_token: The token of the invitation that the user accepts.

        Raises:
            InvalidArgumentError: `custom_state` is too long, or you passed more than one of organization, connection and provider; only an
                organization with `provider="authkit"` is allowed.
            ConfigurationError: The redirect URI or the cookie password is missing.
        """
        check_type("cookies", cookies, Mapping, "a dict of the cookies by name; call read_cookies(header)")
        if custom_state is not None:
            check_text("custom_state", custom_state)
        redirect_uri, password = self.redirect_uri, self._require_password()
        pair = generate_pkce_pair()
        state = seal_verifier(
            pair.code_verifier,
            password,
            return_pathname=safe_return_path(return_to, self._default_return_to),
            custom_state=custom_state,
            redirect_uri=None if self._redirect_uris.is_fixed else redirect_uri,
        )
        choices = {"organization_id": organization_id, "connection_id": connection_id, "provider": provider}
        selectors: dict[str, Any] = {name: value for name, value in choices.items() if value is not None}
        if len(selectors) > 1 and not (selectors.keys() == {"organization_id", "provider"} and provider == "authkit"):
            raise InvalidArgumentError(
                f"pass only one of {', '.join(selectors)}; only provider='authkit' can be combined with organization_id"
            )
        url = self._workos.user_management.get_authorization_url(
            **(selectors or {"provider": "authkit"}),
            redirect_uri=redirect_uri,
            state=state,
            code_challenge=pair.code_challenge,
            screen_hint=screen_hint,
            login_hint=login_hint,
            domain_hint=domain_hint,
            prompt=prompt,
            max_age=max_age,
            invitation_token=invitation_token,
        )
        return Redirect(url, self._cookies.write_verifier(state, cookies))

    async def complete(
        self,
        query: str | Mapping[str, Any],
        cookies: Mapping[str, str],
        *,
        ip_address: str | None = None,
        user_agent: str | None = None,
    ) -> SignedIn | SignInFailed:
        """Complete a sign-in in the callback: verify the state, exchange the code and seal the session.

        The code is accepted only once, and only from the browser that started the sign-in. An existing session is replaced, even that
        of another user. Set the cookies of the result, whether it is a success or a failure.

        Args:
            query: The query of the request, as a string or mapping.
            cookies: The cookies of the request.
            ip_address: The IP address of the user, for Radar and the list of sessions.
            user_agent: The `User-Agent` header.
        """
        try:
            state = _read_state(query)
        except AuthorizationCallbackError as error:
            return SignInFailed(error.error, return_to=self._default_return_to, error=error)
        expired = self._cookies.delete_verifier(state, cookies)
        try:
            pending = unseal_verifier(state, self._cookies.read_verifier(state, cookies), self._require_password())
        except SealError as error:
            return SignInFailed(error.reason, cookies=expired, return_to=self._default_return_to, error=error)
        return_to = safe_return_path(pending.return_pathname, self._default_return_to)
        if not self._ends_where_it_began(pending):
            return SignInFailed("redirect_uri_mismatch", cookies=expired, return_to=self._default_return_to)
        try:
            callback = parse_authorization_callback(query, expected_state=state)
            response = await self._exchange_code(callback, pending, ip_address, user_agent)
        except AuthorizationCallbackError as error:
            retryable = error.error == "server_error"
            return SignInFailed(error.error, retryable=retryable, cookies=expired, return_to=return_to, error=error)
        except (APIConnectionError, APIError, DecodeError) as error:
            reason, retryable = _failure_reason(error)
            return SignInFailed(reason, retryable=retryable, cookies=expired, return_to=return_to, error=error)
        try:
            session_cookies = self._create_session(response, cookies)
        except SealError as error:
            return SignInFailed(error.reason, cookies=expired, return_to=return_to, error=error)
        except MissingFieldError as error:  # the response has no tokens
            return SignInFailed("invalid_response", retryable=True, cookies=expired, return_to=return_to, error=error)
        return SignedIn(response, return_to, pending.custom_state, (*session_cookies, *expired))

    async def authenticate(self, cookies: Mapping[str, str], *, authorization: str | None = None) -> Authentication:
        """Authenticate a request by its session cookie or its `Authorization` header.

        A valid session or access token needs no request to the API, except for the occasional fetch of the public keys. A session with
        an expired access token is refreshed, once for all concurrent requests; set the cookies of the result. A session is deleted only
        if the API reports that it has ended.

        Args:
            cookies: The cookies of the request.
            authorization: The `Authorization` header. `Bearer` credentials take precedence over the cookies: an access token, or an API
                key, whose validity is cached for 30 seconds (5 if it is invalid).
        """
        scheme, _, credentials = (authorization or "").strip(" \t").partition(" ")
        if scheme.lower() == "bearer":
            return await authenticate_bearer(self._workos, self._api_keys, credentials.strip(" \t"))
        return await authenticate_session(
            self._load_session(cookies), lambda sealed: self._cookies.write_session(sealed, cookies)
        )

    async def sign_out(self, cookies: Mapping[str, str], *, return_to: str | None = None) -> Redirect:
        """End the session and return the redirect to the sign-out URL.

        All session cookies of the browser are removed, and tokens that are kept for concurrent requests are discarded. If the request has
        several session cookies, such as after a change of the cookie domain, all sessions in them end.

        Call it only for POST requests from your own pages, so that links and images of other sites can't sign users out.

        Args:
            cookies: The cookies of the request, as returned by `read_cookies`.
            return_to: The URL to redirect to afterwards, as registered with WorkOS; defaults to `post_logout_redirect_uri`. If there is
                no session to end, the browser is redirected there at once.
        """
        return_to = return_to or self._post_logout_redirect_uri
        url = return_to or self._default_return_to
        is_ended = False
        for session in self._load_sessions(cookies):
            if is_ended:  # the browser can end only one
                await session.revoke()
                continue
            with suppress(InvalidArgumentError):  # not a session
                url = await session.sign_out(return_to=return_to)
                is_ended = True
        return Redirect(url, self._cookies.replace_session(None, cookies))

    def read_session(self, cookies: Mapping[str, str]) -> SessionData | None:
        """Return the content of the session cookie, or `None` if there is none that can be opened. The access token may have expired."""
        sealed = self._cookies.read_session(cookies)
        try:
            return unseal_session(sealed, self._password).session if sealed and self._password else None
        except SealError:
            return None

    def expire_session(self, cookies: Mapping[str, str]) -> tuple[SetCookie, ...]:
        """Return the cookies that remove the session from the browser. The session at WorkOS is not changed."""
        return self._cookies.write_session(None, cookies)

    async def revoke_session(self, session_id: str | None) -> None:
        """End a session at WorkOS. An error of the API is logged and not raised: nobody holds the tokens of a session that was denied.

        Args:
            session_id: The ID of the session; with `None`, nothing happens.
        """
        if session_id is None:
            return
        try:
            await self._workos.user_management.revoke_session(session_id=session_id)
        except (APIConnectionError, APIError, DecodeError) as error:
            logger.warning("a session could not be revoked: %s", type(error).__name__)

    async def switch_organization(
        self, cookies: Mapping[str, str], organization_id: str, *, return_to: str | None = None
    ) -> OrganizationSwitched | OrganizationNotSwitched:
        """Switch the session to another organization of the user.

        Args:
            cookies: The cookies of the request.
            organization_id: The ID of the organization.
            return_to: The path to return to if the organization requires a separate sign-in (`sign_in` of the result).

        Raises:
            InvalidArgumentError: `organization_id` is empty.
        """
        session = self._load_session(cookies)
        result = await session.refresh(organization_id=organization_id)
        if not isinstance(result, SessionNotAuthenticated):
            new_cookies = store_session(session, result, lambda sealed: self._cookies.write_session(sealed, cookies))
            return OrganizationSwitched(result, new_cookies)
        sign_in = None
        if isinstance(result.error, AuthenticationFlowError) or result.reason in _SIGN_IN_REQUIRED:
            provider = None if result.reason == "sso_required" else "authkit"
            sign_in = self.start(cookies, return_to=return_to, organization_id=organization_id, provider=provider)
        # The session may still be valid in the current organization, so its cookie is kept until the next refresh.
        return OrganizationNotSwitched(result.reason, result.retryable, sign_in, error=result.error)

    async def _exchange_code(
        self, callback: AuthorizationCallback, pending: PendingSignIn, ip_address: str | None, user_agent: str | None
    ) -> AuthenticationResponse:
        return await self._workos.user_management.authenticate_with_code(
            code=callback.code,
            code_verifier=pending.code_verifier,
            ip_address=ip_address or NOT_GIVEN,
            user_agent=user_agent or NOT_GIVEN,
        )

    def _create_session(self, response: AuthenticationResponse, cookies: Mapping[str, str]) -> tuple[SetCookie, ...]:
        organization = text_claim(unverified_claims(response.access_token), "org_id")
        session = SessionData.from_response(to_dict(response), organization_id=organization)
        return self._cookies.replace_session(seal_session(session, self._password), cookies)

    def _ends_where_it_began(self, pending: PendingSignIn) -> bool:
        """Return whether a sign-in was started with the redirect URI of this request."""
        if pending.redirect_uri is None and self._redirect_uris.is_fixed:
            return True
        return pending.redirect_uri == self.redirect_uri

    def _cookie_settings(self, redirect_uri: str | None, request: WebRequest) -> CookieSettings:
        settings = self._cookies.settings
        uri = urlsplit(redirect_uri or "")
        is_callback_below = redirect_uri is None or unquote(uri.path).startswith(f"{request.root_path}/")
        root_path = quote(request.root_path) if is_callback_below and not settings.host_only else ""
        settings = evolve(settings, path=settings.path or root_path or "/")
        if not self._derives_secure or settings.same_site == "none" or redirect_uri is None:
            return settings
        return evolve(settings, secure=uri.scheme == "https")

    def _require_password(self) -> Password:
        if not self._password:
            raise ConfigurationError("cookie_password is missing: pass it or set WORKOS_COOKIE_PASSWORD")
        return self._password

    def _load_session(self, cookies: Mapping[str, str]) -> Session:
        return self._load(self._cookies.read_session(cookies))

    def _load_sessions(self, cookies: Mapping[str, str]) -> list[Session]:
        """Return the session of a request, or several if it has duplicate session cookies."""
        sealed = self._cookies.read_session(cookies)
        values = self._cookies.read_duplicates(cookies) if sealed is None else (sealed,)
        return [self._load(value) for value in values]

    def _load(self, sealed: str | None) -> Session:
        return self._workos.user_management.load_sealed_session(session_data=sealed, cookie_password=self._password)


async def _select(uris: RequestURIs, request: WebRequest) -> str | None:
    return uris.select(request) if uris.function is None else await resolve(uris.function(request))


def _read_state(query: str | Mapping[str, Any]) -> str | None:
    """Return the state of a callback, even if the callback has an error."""
    try:
        return parse_authorization_callback(query).state
    except AuthorizationCallbackError as error:
        if error.error == "malformed_callback":
            raise
        return error.state


def _failure_reason(error: APIConnectionError | APIError | DecodeError) -> tuple[str, bool]:
    """Return the reason for a failed code exchange, and whether a new sign-in may succeed."""
    if not isinstance(error, APIError):
        return "api_unavailable", True
    if error.status == 429:
        return "rate_limited", True
    if error.status == 408 or error.status >= 500:
        return "api_unavailable", True
    return error.error or error.code or "refused", False
