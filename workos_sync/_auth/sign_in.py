# Generated from workos_async/_auth/sign_in.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Sign-in through the browser: there, back, on to another organization, and out. Values in, values out, for any framework."""

import os
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from workos_core.auth.identity.cookie_settings import CookieSettings, cookie_settings
from workos_core.auth.identity.identity import Authentication
from workos_core.auth.identity.set_cookie import SameSite, SetCookie
from workos_core.auth.identity.sign_in_results import (
    OrganizationNotSwitched,
    OrganizationSwitched,
    Redirect,
    SignedIn,
    SignInFailed,
)
from workos_core.auth.sealing.cookie_chunks import join_cookie, split_cookie, stale_cookies
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
from workos_core.auth.sign_in.verifier_cookie import (
    MAX_AGE,
    PendingSignIn,
    find_verifier_cookie,
    seal_verifier,
    stale_verifier_cookies,
    unseal_verifier,
    verifier_cookie_name,
)
from workos_core.auth.tokens.access_token import unverified_claims
from workos_core.errors import (
    APIConnectionError,
    APIError,
    AuthenticationFlowError,
    ConfigurationError,
    DecodeError,
    InvalidArgumentError,
)
from workos_core.not_given import NOT_GIVEN
from workos_core.serialization.unstructure import to_dict
from workos_sync._auth.api_key_cache import APIKeyCache
from workos_sync._auth.authentication import authenticate_bearer, authenticate_session

if TYPE_CHECKING:
    from workos_core.models.user_management import AuthorizationProvider, ScreenHint
    from workos_sync._auth.session import Session
    from workos_sync._client import WorkOS

_STEPS = ("sso_required", "mfa_enrollment", "mfa_challenge", "organization_authentication_methods_required")


class SignIn:
    """Signs the users of a web app in and out, and says who makes a request. Make one beside the client and share it.

    The arguments `cookies` are the cookies of a request by name, as `read_cookies` of `workos_core.auth.identity.set_cookie` gives them. What a
    method returns has `cookies` to set in the answer.

    Args:
        workos: The client, with a client id.
        redirect_uri: Where the browser comes back to with a code: the URL of your callback, as it is registered. Else
            `WORKOS_REDIRECT_URI`.
        cookie_password: What cookies are sealed with, as for sealed sessions; else `WORKOS_COOKIE_PASSWORD`.
        cookies: How cookies are set; None is what `cookie_settings(redirect_uri)` gives.
        default_return_to: The path to go to when none, or none that is safe, is asked for.
        post_logout_redirect_uri: The URL to go to after `sign_out`; None leaves that to the environment.

    Raises:
        ConfigurationError: There is no redirect URI or no cookie password.
        InvalidArgumentError: The redirect URI is none that the API would accept.
    """

    def __init__(
        self,
        workos: "WorkOS",
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
            raise ConfigurationError("there is no redirect URI: pass redirect_uri=… or set WORKOS_REDIRECT_URI")
        if not password:
            raise ConfigurationError(
                "there is no cookie password: pass cookie_password=… or set WORKOS_COOKIE_PASSWORD"
            )
        check_redirect_uri(uri, environment="staging")
        self._workos = workos
        self._password: Password = password
        self._redirect_uri = uri
        self._settings = cookies or cookie_settings(uri)
        self._default = default_return_to
        self._post_logout_redirect_uri = post_logout_redirect_uri
        self._keys = APIKeyCache(workos)

    def __repr__(self) -> str:
        return f"SignIn(redirect_uri={self._redirect_uri!r})"

    @property
    def redirect_uri(self) -> str:
        """Where the browser comes back to."""
        return self._redirect_uri

    def start(
        self,
        cookies: Mapping[str, str],
        *,
        return_to: str | None = None,
        custom_state: str | None = None,
        organization_id: str | None = None,
        connection_id: str | None = None,
        provider: "AuthorizationProvider | None" = None,
        screen_hint: "ScreenHint | None" = None,
        login_hint: str | None = None,
        domain_hint: str | None = None,
        prompt: str | None = None,
        max_age: int | None = None,
        invitation_token: str | None = None,
    ) -> Redirect:
        """Send the browser to sign in. At most five sign-ins of a browser are pending; the sixth takes the others away.

        Args:
            cookies: The cookies of the request.
            return_to: The path to come back to. It may be what a link says: what leads to another host is not used.
            custom_state: A text of yours to get back from `complete`, at most 2048 bytes.
            organization_id: The organization whose identity provider to sign in at.
            connection_id: The connection to sign in at.
            provider: The provider to sign in at; without one of these three it is `authkit`, the hosted pages.
            screen_hint: Which of the hosted pages comes first.
            login_hint: The e-mail address to fill in.
            domain_hint: The domain to fill in.
            prompt: What to ask the user even when nothing is needed, such as `login`.
            max_age: How many seconds may have passed since the user signed in.
            invitation_token: The invitation that the user accepts.

        Raises:
            InvalidArgumentError: The state is too long, or more than one of the three ways is given.
        """
        pair = generate_pkce_pair()
        state = seal_verifier(
            pair.code_verifier,
            self._password,
            return_pathname=safe_return_path(return_to, self._default),
            custom_state=custom_state,
        )
        ways: dict[str, Any] = {
            name: value
            for name, value in (
                ("organization_id", organization_id),
                ("connection_id", connection_id),
                ("provider", provider),
            )
            if value is not None
        }
        if len(ways) > 1:
            raise InvalidArgumentError(f"give one of {', '.join(ways)}, not {len(ways)}: each is a way to sign in")
        url = self._workos.user_management.get_authorization_url(
            **(ways or {"provider": "authkit"}),
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
        name = verifier_cookie_name(state)
        stale = stale_verifier_cookies(self._ours(cookies), name)
        return Redirect(url, (self._verifier(name, state, MAX_AGE), *(self._verifier(each, "", 0) for each in stale)))

    def complete(
        self,
        query: str | Mapping[str, Any],
        cookies: Mapping[str, str],
        *,
        ip_address: str | None = None,
        user_agent: str | None = None,
    ) -> SignedIn | SignInFailed:
        """Take the browser back from sign-in, in the request to the redirect URI.

        The code counts only in the browser that began the sign-in, and once. A session that was there before is replaced, whosever
        it was. Set the cookies of the result, whichever it is.

        Args:
            query: The query of the request, as text or as a mapping.
            cookies: The cookies of the request.
            ip_address: The IP address of the user, for Radar and the log of sessions.
            user_agent: The `User-Agent` header.
        """
        ours = self._ours(cookies)
        gone: tuple[SetCookie, ...] = ()
        try:
            state = _state(query)
            gone = self._verifier_gone(state, ours)
            pending = unseal_verifier(state, find_verifier_cookie(state or "", ours), self._password)
        except AuthorizationCallbackError as error:
            return SignInFailed(error.error, cookies=gone, return_to=self._default, error=error)
        except SealError as error:
            return SignInFailed(error.reason, cookies=gone, return_to=self._default, error=error)
        back = safe_return_path(pending.return_pathname, self._default)
        try:
            callback = parse_authorization_callback(query, expected_state=state)
            answer = self._exchange(callback, pending, ip_address, user_agent)
        except AuthorizationCallbackError as error:
            retryable = error.error == "server_error"
            return SignInFailed(error.error, retryable=retryable, cookies=gone, return_to=back, error=error)
        except (APIConnectionError, APIError, DecodeError) as error:
            reason, retryable = _reason(error)
            return SignInFailed(reason, retryable=retryable, cookies=gone, return_to=back, error=error)
        organization = unverified_claims(answer.access_token).get("org_id")
        session = SessionData.from_answer(
            to_dict(answer), organization_id=organization if isinstance(organization, str) else None
        )
        try:
            kept = self._session(seal_session(session, self._password), cookies)
        except SealError as error:
            return SignInFailed(error.reason, cookies=gone, return_to=back, error=error)
        return SignedIn(answer, back, pending.custom_state, (*kept, *gone))

    def authenticate(self, cookies: Mapping[str, str], *, authorization: str | None = None) -> Authentication:
        """Say who makes a request. With a cookie or token that is valid this needs no request, but for keys now and then.

        A session whose access token has expired is refreshed, once for all requests that come with it meanwhile; set the cookies of
        the result. A session is given up only when the API says that it is over.

        Args:
            cookies: The cookies of the request.
            authorization: The `Authorization` header. With `Bearer` it decides alone: an access token, or an API key, whose
                validity is asked for and kept for 30 seconds (5 if it is not valid).
        """
        scheme, _, credentials = (authorization or "").strip().partition(" ")
        if scheme.lower() == "bearer":
            return authenticate_bearer(self._workos, self._keys, credentials.strip())
        session = self._load(cookies)
        return authenticate_session(session, lambda sealed: self._session(sealed, cookies))

    def sign_out(self, cookies: Mapping[str, str], *, return_to: str | None = None) -> Redirect:
        """End the session. Do this on POST only, and for pages of your own only: links and pictures of others must not log users out.

        Args:
            cookies: The cookies of the request.
            return_to: The URL to go to afterwards, as it is registered; None is `post_logout_redirect_uri` of this object.
        """
        try:
            url = self._load(cookies).get_logout_url(return_to=return_to or self._post_logout_redirect_uri)
        except InvalidArgumentError:  # there is no session to end
            url = self._default
        return Redirect(url, self._session(None, cookies))

    def switch_organization(
        self, cookies: Mapping[str, str], organization_id: str, *, return_to: str | None = None
    ) -> OrganizationSwitched | OrganizationNotSwitched:
        """Go on in another organization of the user.

        Args:
            cookies: The cookies of the request.
            organization_id: The organization.
            return_to: The path to come back to, if the organization asks for a sign-in of its own (`sign_in` of the result).
        """
        answer = self._load(cookies).refresh(organization_id=organization_id)
        if not isinstance(answer, SessionNotAuthenticated):
            return OrganizationSwitched(answer, self._session(answer.sealed_session, cookies))
        sign_in = None
        if isinstance(answer.error, AuthenticationFlowError) or answer.reason in _STEPS:
            way: dict[str, Any] = {"organization_id": organization_id} if answer.reason == "sso_required" else {}
            sign_in = self.start(cookies, return_to=return_to, **way)
        # A refused change says nothing of the session itself: its cookie stays, and the next refresh tells.
        return OrganizationNotSwitched(answer.reason, answer.retryable, sign_in, error=answer.error)

    def _exchange(
        self, callback: AuthorizationCallback, pending: PendingSignIn, ip_address: str | None, user_agent: str | None
    ) -> Any:
        return self._workos.user_management.authenticate_with_code(
            code=callback.code,
            code_verifier=pending.code_verifier,
            ip_address=ip_address or NOT_GIVEN,
            user_agent=user_agent or NOT_GIVEN,
        )

    def _load(self, cookies: Mapping[str, str]) -> "Session":
        sealed = join_cookie(self._settings.name, self._ours(cookies))
        return self._workos.user_management.load_sealed_session(session_data=sealed, cookie_password=self._password)

    def _ours(self, cookies: Mapping[str, str]) -> dict[str, str]:
        """The cookies that have our prefix, without it."""
        prefix = self._settings.prefix
        return {name[len(prefix) :]: value for name, value in cookies.items() if name.startswith(prefix)}

    def _session(self, sealed: str | None, cookies: Mapping[str, str]) -> tuple[SetCookie, ...]:
        """The cookies of a session to set; None takes it away. What is left of an older one goes too."""
        name = self._settings.name
        written = {} if sealed is None else split_cookie(name, sealed)
        stale: Iterable[str] = stale_cookies(name, self._ours(cookies), written)
        return (
            *(self._cookie(each, value, self._settings.max_age) for each, value in written.items()),
            *(self._cookie(each, "", 0) for each in stale),
        )

    def _cookie(self, name: str, value: str, max_age: int) -> SetCookie:
        s = self._settings
        return SetCookie(s.prefix + name, value, max_age, s.domain, s.secure, s.same_site)

    def _verifier(self, name: str, value: str, max_age: int) -> SetCookie:
        """A cookie of a pending sign-in. With SameSite=Strict the callback would not see it: the browser comes from another site."""
        s = self._settings
        site: SameSite = "none" if s.same_site == "none" else "lax"
        return SetCookie(s.prefix + name, value, max_age, s.domain, s.secure, site)

    def _verifier_gone(self, state: str | None, ours: Mapping[str, str]) -> tuple[SetCookie, ...]:
        """The cookie of this sign-in taken away, and only of this one: others may be under way in other tabs."""
        name = verifier_cookie_name(state) if state else ""
        return (self._verifier(name, "", 0),) if name in ours else ()


def _state(query: str | Mapping[str, Any]) -> str | None:
    """The state of a callback, whatever else is in it."""
    try:
        return parse_authorization_callback(query).state
    except AuthorizationCallbackError as error:
        if error.error == "malformed_callback":
            raise
        return error.state


def _reason(error: APIConnectionError | APIError | DecodeError) -> tuple[str, bool]:
    """Why the API gave no session for a code, and whether signing in again may help."""
    if not isinstance(error, APIError):
        return "api_unavailable", True
    if error.status == 429:
        return "rate_limited", True
    if error.status == 408 or error.status >= 500:
        return "api_unavailable", True
    return error.error or error.code or "refused", False
