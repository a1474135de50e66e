"""Browser sign-in: start and complete a sign-in, authenticate requests, switch organizations, sign out. For any framework."""

import os
from collections.abc import Mapping
from typing import Any

from workos_async._auth.api_key_cache import APIKeyCache
from workos_async._auth.authentication import authenticate_bearer, authenticate_session
from workos_async._auth.client import AuthClient
from workos_async._auth.session import Session
from workos_core.auth.identity.cookie_settings import CookieSettings, cookie_settings
from workos_core.auth.identity.identity import Authentication
from workos_core.auth.identity.set_cookie import SetCookie
from workos_core.auth.identity.sign_in_cookies import SignInCookies
from workos_core.auth.identity.sign_in_results import (
    OrganizationNotSwitched,
    OrganizationSwitched,
    Redirect,
    SignedIn,
    SignInFailed,
)
from workos_core.auth.sealing.iron import SealError
from workos_core.auth.sealing.keyring import Password
from workos_core.auth.sessions.results import SessionNotAuthenticated
from workos_core.auth.sessions.session_cookie import seal_session
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
from workos_core.auth.tokens.access_token import unverified_claims
from workos_core.auth.tokens.claims import text_claim
from workos_core.errors import (
    APIConnectionError,
    APIError,
    AuthenticationFlowError,
    ConfigurationError,
    DecodeError,
    InvalidArgumentError,
)
from workos_core.models.user_management import AuthenticationResponse, AuthorizationProvider, ScreenHint
from workos_core.not_given import NOT_GIVEN
from workos_core.serialization.unstructure import to_dict

_SIGN_IN_REQUIRED = ("sso_required", "mfa_enrollment", "mfa_challenge", "organization_authentication_methods_required")


class SignIn:
    """Signs the users of a web app in and out, and authenticates requests. Create one per client and share it.

    The arguments `cookies` are the cookies of a request by name, as returned by `read_cookies`. The results have `cookies` to set in
    the response.

    Args:
        workos: The client, which must have a client id.
        redirect_uri: The URL of your callback, to which the browser returns with a code, as registered with WorkOS; defaults to
            `WORKOS_REDIRECT_URI`.
        cookie_password: The password that seals the cookies, as for sealed sessions; defaults to `WORKOS_COOKIE_PASSWORD`.
        cookies: The settings of the cookies; defaults to `cookie_settings(redirect_uri)`.
        default_return_to: The path to redirect to if no path, or no safe one, was requested.
        post_logout_redirect_uri: The URL to redirect to after `sign_out`; defaults to the setting of the environment.

    Raises:
        ConfigurationError: There is no redirect URI or no cookie password.
        InvalidArgumentError: The API would reject the redirect URI.
    """

    def __init__(
        self,
        workos: AuthClient,
        *,
        redirect_uri: str | None = None,
        cookie_password: Password | None = None,
        cookies: CookieSettings | None = None,
        default_return_to: str = "/",
        post_logout_redirect_uri: str | None = None,
    ) -> None:
        uri = redirect_uri or os.environ.get("WORKOS_REDIRECT_URI")
        password = cookie_password or os.environ.get("WORKOS_COOKIE_PASSWORD")
        if not uri:
            raise ConfigurationError("redirect_uri is missing: pass it or set WORKOS_REDIRECT_URI")
        if not password:
            raise ConfigurationError("cookie_password is missing: pass it or set WORKOS_COOKIE_PASSWORD")
        check_redirect_uri(uri, environment="staging")
        self._workos = workos
        self._password: Password = password
        self._redirect_uri = uri
        self._cookies = SignInCookies(cookies or cookie_settings(uri))
        self._default_return_to = default_return_to
        self._post_logout_redirect_uri = post_logout_redirect_uri
        self._api_keys = APIKeyCache(workos)

    def __repr__(self) -> str:
        return f"SignIn(redirect_uri={self._redirect_uri!r})"

    @property
    def redirect_uri(self) -> str:
        """The URL of the callback."""
        return self._redirect_uri

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
        """
        pair = generate_pkce_pair()
        state = seal_verifier(
            pair.code_verifier,
            self._password,
            return_pathname=safe_return_path(return_to, self._default_return_to),
            custom_state=custom_state,
        )
        choices = {"organization_id": organization_id, "connection_id": connection_id, "provider": provider}
        selectors: dict[str, Any] = {name: value for name, value in choices.items() if value is not None}
        if len(selectors) > 1 and not (selectors.keys() == {"organization_id", "provider"} and provider == "authkit"):
            raise InvalidArgumentError(
                f"pass only one of {', '.join(selectors)}; only provider='authkit' can be combined with organization_id"
            )
        url = self._workos.user_management.get_authorization_url(
            **(selectors or {"provider": "authkit"}),
            redirect_uri=self._redirect_uri,
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
        expired: tuple[SetCookie, ...] = ()
        try:
            state = _read_state(query)
            expired = self._cookies.delete_verifier(state, cookies)
            pending = unseal_verifier(state, self._cookies.read_verifier(state, cookies), self._password)
        except AuthorizationCallbackError as error:
            return SignInFailed(error.error, cookies=expired, return_to=self._default_return_to, error=error)
        except SealError as error:
            return SignInFailed(error.reason, cookies=expired, return_to=self._default_return_to, error=error)
        return_to = safe_return_path(pending.return_pathname, self._default_return_to)
        try:
            callback = parse_authorization_callback(query, expected_state=state)
            response = await self._exchange_code(callback, pending, ip_address, user_agent)
        except AuthorizationCallbackError as error:
            retryable = error.error == "server_error"
            return SignInFailed(error.error, retryable=retryable, cookies=expired, return_to=return_to, error=error)
        except (APIConnectionError, APIError, DecodeError) as error:
            reason, retryable = _failure_reason(error)
            return SignInFailed(reason, retryable=retryable, cookies=expired, return_to=return_to, error=error)
        organization = text_claim(unverified_claims(response.access_token), "org_id")
        session = SessionData.from_response(to_dict(response), organization_id=organization)
        try:
            session_cookies = self._cookies.write_session(seal_session(session, self._password), cookies)
        except SealError as error:
            return SignInFailed(error.reason, cookies=expired, return_to=return_to, error=error)
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
        scheme, _, credentials = (authorization or "").strip().partition(" ")
        if scheme.lower() == "bearer":
            return await authenticate_bearer(self._workos, self._api_keys, credentials.strip())
        return await authenticate_session(
            self._load_session(cookies), lambda sealed: self._cookies.write_session(sealed, cookies)
        )

    def sign_out(self, cookies: Mapping[str, str], *, return_to: str | None = None) -> Redirect:
        """End the session and return the redirect to the sign-out URL.

        Call it only for POST requests from your own pages, so that links and images of other sites can't sign users out.

        Args:
            cookies: The cookies of the request.
            return_to: The URL to redirect to afterwards, as registered with WorkOS; defaults to `post_logout_redirect_uri`.
        """
        try:
            url = self._load_session(cookies).get_logout_url(return_to=return_to or self._post_logout_redirect_uri)
        except InvalidArgumentError:  # there is no session to end
            url = self._default_return_to
        return Redirect(url, self._cookies.write_session(None, cookies))

    async def switch_organization(
        self, cookies: Mapping[str, str], organization_id: str, *, return_to: str | None = None
    ) -> OrganizationSwitched | OrganizationNotSwitched:
        """Switch the session to another organization of the user.

        Args:
            cookies: The cookies of the request.
            organization_id: The ID of the organization.
            return_to: The path to return to if the organization requires a separate sign-in (`sign_in` of the result).
        """
        result = await self._load_session(cookies).refresh(organization_id=organization_id)
        if not isinstance(result, SessionNotAuthenticated):
            return OrganizationSwitched(result, self._cookies.write_session(result.sealed_session, cookies))
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

    def _load_session(self, cookies: Mapping[str, str]) -> Session:
        sealed = self._cookies.read_session(cookies)
        return self._workos.user_management.load_sealed_session(session_data=sealed, cookie_password=self._password)


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
