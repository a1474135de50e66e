# Generated from workos_async/_auth/session.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""The session of a signed-in user, sealed in a cookie."""

import hashlib
import logging
from functools import partial
from typing import TYPE_CHECKING, Any

from attrs import evolve

from workos_core.argument_checks import check_text
from workos_core.auth.sealing.iron import SealError, seal, unseal
from workos_core.auth.sealing.keyring import Password, load_keyring
from workos_core.auth.sessions.results import (
    AuthenticateResult,
    RefreshResult,
    SessionAuthenticated,
    SessionNotAuthenticated,
    SessionRefreshed,
)
from workos_core.auth.sessions.session_cookie import seal_session, unseal_session
from workos_core.auth.sessions.session_data import SessionData
from workos_core.auth.tokens.claims import text_claim, text_claims
from workos_core.auth.tokens.signed_token import UnknownKeyError, unverified_claims
from workos_core.errors import (
    APIConnectionError,
    APIError,
    APITimeoutError,
    DecodeError,
    InvalidArgumentError,
    InvalidTokenError,
    MissingFieldError,
    RateLimitExceededError,
)
from workos_core.http.hidden_locals import hides_locals
from workos_core.lazy_names import lazy_type
from workos_core.serialization.unstructure import to_dict
from workos_sync._auth.auth_state import RESULT_TTL
from workos_sync._concurrency.call_deadline import Deadline, deadline_options, remaining_seconds

if TYPE_CHECKING:
    from workos_core.models.user_management import AuthenticationResponse
    from workos_sync._api_requestor import APIRequestor
    from workos_sync._auth.refresh_lock import RefreshLock
    from workos_sync._concurrency.callbacks import Call
    from workos_sync._concurrency.single_flight import SingleFlight
    from workos_sync.resources.user_management import UserManagement
else:
    APIRequestor = lazy_type("workos_sync._api_requestor", "APIRequestor")
    UserManagement = lazy_type("workos_sync.resources.user_management", "UserManagement")

logger = logging.getLogger("workos")

_PROXY_STATUSES = (407, 408)
"""Statuses that don't mean that the session has ended, whatever the body is."""

_CREDENTIAL_ERRORS = ("invalid_client", "unauthorized_client", "unauthorized", "Unauthorized")
"""Errors of the API key or client id: a misconfiguration must not sign out all users."""


@hides_locals
class Session:
    """A sealed session that you can authenticate, refresh and end. Create it with `user_management.load_sealed_session`.

    Its methods raise `ConfigurationError` if a password has fewer than 32 characters.

    Args:
        requestor: The requestor of the client.
        users: The resource client that refreshes the session.
        session_data: The value of the session cookie, or `None` or empty if there is no cookie.
        cookie_password: The password, several (the first seals, all unseal), or a mapping of ids to passwords.
    """

    def __init__(
        self, requestor: "APIRequestor", users: "UserManagement", session_data: str | None, cookie_password: Password
    ) -> None:
        self._requestor = requestor
        self._users = users
        self._sealed = session_data
        self._password = cookie_password

    def __repr__(self) -> str:
        return "Session(<sealed>)"

    def authenticate(self) -> AuthenticateResult:
        """Verify the session. No request is made, except for the occasional fetch of the public keys.

        Returns:
            `SessionAuthenticated`, or `SessionNotAuthenticated` whose `reason` is `no_session_cookie_provided`,
            `invalid_session_cookie`, `invalid_jwt` (if `error.reason` is `expired`, refresh the session; retryable if the token may be
            signed with a new key that has not been fetched yet), or `keys_unavailable` (retryable: the token could not be verified).
        """
        return self._authenticate(self._requestor.start_deadline())

    def _authenticate(self, deadline: Deadline | None) -> AuthenticateResult:
        session = self._unseal()
        if isinstance(session, SessionNotAuthenticated):
            return session
        if session.access_token is None:
            return SessionNotAuthenticated("invalid_session_cookie")
        try:
            claims = self._requestor.auth.tokens.verify_access_token(
                session.access_token, deadline=remaining_seconds(deadline)
            )
        except UnknownKeyError as error:
            wait = error.retry_after
            return SessionNotAuthenticated("invalid_jwt", retryable=wait is not None, retry_after=wait, error=error)
        except InvalidTokenError as error:
            return SessionNotAuthenticated("invalid_jwt", error=error)
        except (APIConnectionError, APIError, DecodeError) as error:
            return SessionNotAuthenticated("keys_unavailable", retryable=True, error=error)
        return SessionAuthenticated(
            user=session.user or {},
            claims=claims,
            access_token=session.access_token,
            impersonator=session.impersonator,
            authentication_method=session.authentication_method,
        )

    def refresh(
        self, *, organization_id: str | None = None, cookie_password: Password | None = None
    ) -> "RefreshResult[Session]":
        """Get new tokens and seal them. The refresh token works once, so concurrent refreshes of a session share one request.

        Once started, the request completes even if the caller is cancelled: the next refresh of the session receives its tokens.

        Args:
            organization_id: The id of the organization to switch to; `None` keeps the current one.
            cookie_password: Another password to seal the new cookie with.

        Returns:
            `SessionRefreshed` or `SessionNotAuthenticated` (`session_ended` if it was signed out). If the latter is `retryable`, keep the cookie: the session may still be
            valid. With a refresh lock, this includes an `invalid_grant` if another process may hold the new tokens, because Redis is
            unavailable or the process did not finish: a retry looks for its result first.

        Raises:
            InvalidArgumentError: `organization_id` is empty.

        The deadline of the client (25 seconds with a refresh lock, if it has none) includes the wait for other refreshes of the session.
        """
        return self._refresh(organization_id, cookie_password, self._start_deadline())

    def _refresh(
        self, organization_id: str | None, cookie_password: Password | None, deadline: Deadline | None
    ) -> "RefreshResult[Session]":
        if organization_id is not None:
            check_text("organization_id", organization_id)
            if not organization_id:
                raise InvalidArgumentError(
                    "organization_id is empty: pass the ID of an organization, or None to keep the current one"
                )
        session = self._unseal()
        if isinstance(session, SessionNotAuthenticated):
            return session
        if session.refresh_token is None or session.user is None:
            return SessionNotAuthenticated("invalid_session_cookie")
        for password in (self._password, cookie_password or self._password):
            load_keyring(password).newest_password()  # raises before the refresh token is used
        token = session.refresh_token
        current = session.organization_id or text_claim(unverified_claims(session.access_token), "org_id")
        organization = organization_id or current
        session_id = text_claim(unverified_claims(session.access_token), "sid")
        ended_sessions = self._requestor.auth.ended_sessions
        if ended_sessions.contains(session_id):
            return SessionNotAuthenticated("session_ended")
        request_tokens = partial(self._request_tokens, session, token, organization, deadline)
        is_new = False

        def refresh() -> "RefreshResult[Session]":
            nonlocal is_new
            is_new = True
            return request_tokens()

        key = hashlib.sha256(f"{token}\n{organization}".encode("utf-8", "surrogatepass")).hexdigest()

        def refresh_with_lock() -> "RefreshResult[Session]":
            lock = self._requestor.auth.refresh_lock
            if lock is None or deadline is None:
                return refresh()
            return self._refresh_with_lock(lock, key, refresh, deadline)

        single_flight: SingleFlight[RefreshResult[Session]] = self._requestor.auth.single_flight_refresh
        try:
            result = single_flight.run(key, refresh_with_lock, _is_refreshed, deadline)
        except APITimeoutError as error:  # another call has not refreshed the session in time
            return SessionNotAuthenticated("api_unavailable", retryable=True, error=error)
        if isinstance(result, SessionNotAuthenticated):
            return result
        if ended_sessions.contains(session_id) or (not is_new and ended_sessions.contains_shared(session_id, deadline)):
            return SessionNotAuthenticated("session_ended")
        if cookie_password is not None:
            session = unseal_session(result.sealed_session, self._password).session
            result = evolve(result, sealed_session=seal_session(session, cookie_password))
            self._password = cookie_password
        self._sealed = result.sealed_session
        return evolve(result, session=self._with_cookie(self._sealed))

    def get_logout_url(self, *, return_to: str | None = None) -> str:
        """Return the URL that ends the session. Redirect the browser to it and delete the cookie.

        Args:
            return_to: The URL to redirect to after sign-out; defaults to the setting of the environment.

        Raises:
            InvalidArgumentError: The cookie is missing or invalid, so there is no session to end.
        """
        session = self._unseal()
        token = None if isinstance(session, SessionNotAuthenticated) else session.access_token
        session_id = text_claim(unverified_claims(token), "sid")
        if session_id is None:
            raise InvalidArgumentError("session_data is not a valid session cookie, so there is no session to end")
        return self._users.get_logout_url(session_id=session_id, return_to=return_to)

    def sign_out(self, *, return_to: str | None = None) -> str:
        """Return the URL that ends the session, as `get_logout_url` does, and discard tokens that are kept for concurrent requests.

        Without it, a request that still carries an old cookie receives the tokens of an earlier refresh for up to 60 seconds. With a
        refresh lock, they are discarded in all processes, else in this one only.

        Args:
            return_to: The URL to redirect to after sign-out; defaults to the setting of the environment.

        Raises:
            InvalidArgumentError: The cookie is missing or invalid, so there is no session to end.
        """
        url = self.get_logout_url(return_to=return_to)
        self._discard_results(self._requestor.start_deadline())
        return url

    def revoke(self) -> bool:
        """End the session at WorkOS without the browser. Return whether the API has confirmed it; errors of the API are not raised."""
        deadline = self._requestor.start_deadline()
        session_id = self._discard_results(deadline)
        if session_id is None:
            return False
        try:
            self._users.revoke_session(session_id=session_id, options=deadline_options(deadline))
        except (APIConnectionError, APIError, DecodeError) as error:
            logger.warning("a session could not be revoked: %s", type(error).__name__)
            return False
        return True

    def _discard_results(self, deadline: Deadline | None) -> str | None:
        session = self._unseal()
        token = None if isinstance(session, SessionNotAuthenticated) else session.access_token
        session_id = text_claim(unverified_claims(token), "sid")
        if session_id is not None:
            self._requestor.auth.ended_sessions.add(session_id, deadline)
            self._requestor.auth.single_flight_refresh.discard(lambda result: result.session_id == session_id)
        return session_id

    def _unseal(self) -> SessionData | SessionNotAuthenticated:
        if not self._sealed:
            return SessionNotAuthenticated("no_session_cookie_provided")
        try:
            return unseal_session(self._sealed, self._password).session
        except SealError as error:
            return SessionNotAuthenticated("invalid_session_cookie", error=error)

    def _start_deadline(self) -> Deadline | None:
        """Start the deadline of a refresh: that of the client, or with a refresh lock at least a timeout."""
        deadline = self._requestor.start_deadline()
        if deadline is None and self._requestor.auth.refresh_lock is not None:
            from workos_sync._auth.refresh_lock import REFRESH_TIMEOUT

            return Deadline.start(REFRESH_TIMEOUT)
        return deadline

    def _refresh_with_lock(
        self, lock: "RefreshLock", key: str, refresh: "Call[RefreshResult[Session]]", deadline: Deadline
    ) -> "RefreshResult[Session]":
        seal, unseal = partial(self._seal_result, key), partial(self._unseal_result, key)
        try:
            return lock.run(key, refresh, seal, unseal, RESULT_TTL, in_doubt=_in_doubt, deadline=deadline)
        except APITimeoutError as error:
            return SessionNotAuthenticated("api_unavailable", retryable=True, error=error)

    def _request_tokens(
        self, old: SessionData, token: str, organization_id: str | None, deadline: Deadline | None
    ) -> "RefreshResult[Session]":
        arguments: dict[str, Any] = {} if organization_id is None else {"organization_id": organization_id}
        options = deadline_options(deadline)
        try:
            response = self._users.authenticate_with_refresh_token(refresh_token=token, options=options, **arguments)
            return self._seal_new(old, response)
        except (APIConnectionError, DecodeError) as error:
            return SessionNotAuthenticated("api_unavailable", retryable=True, error=error)
        except (MissingFieldError, SealError) as error:  # the response has no tokens, or can't be stored
            return SessionNotAuthenticated("invalid_response", retryable=True, error=error)
        except APIError as error:
            return _rejection(error)

    def _seal_new(self, old: SessionData, response: "AuthenticationResponse") -> "SessionRefreshed[Session]":
        """Return the new session.

        Raises:
            MissingFieldError: The response has no tokens.
            SealError: The session can't be stored.
        """
        new_token: object = response.refresh_token
        if not new_token:
            raise SealError("the response has an empty refresh token", reason="bad_payload")
        organization_id = text_claim(unverified_claims(response.access_token), "org_id")
        new = SessionData.from_response(to_dict(response), organization_id=organization_id)
        # Keys of the application or of another SDK are kept, except the copy of the old cookie that one SDK stores.
        extra = {key: value for key, value in old.extra.items() if key != "sealedSession"}
        method = new.authentication_method or old.authentication_method
        new = evolve(new, user=new.user or old.user, authentication_method=method, extra=extra)
        try:
            return self._refreshed(new, seal_session(new, self._password))
        except SealError as error:
            if error.reason != "too_long":
                raise
            new = new.without_details()
            return self._refreshed(new, seal_session(new, self._password))

    def drop_details(self) -> str | None:
        """Keep only the tokens and the identity of the user in the session, which is too long for a cookie.

        Returns:
            The new value of the cookie, or `None` if the session can't be opened.
        """
        session = self._unseal()
        if isinstance(session, SessionNotAuthenticated):
            return None
        self._sealed = seal_session(session.without_details(), self._password)
        return self._sealed

    def _seal_result(self, key: str, result: "RefreshResult[Session]") -> str | None:
        """Seal a new session for other processes. It includes the key, so that no other sealed session can be substituted."""
        if isinstance(result, SessionNotAuthenticated):
            return None
        try:
            return seal({"refreshed": key, "session": result.sealed_session}, self._password, ttl=RESULT_TTL)
        except SealError:  # too long
            return None

    def _unseal_result(self, key: str, text: str) -> "RefreshResult[Session] | None":
        """Return the new session that another process has sealed, or `None` if it is not genuine."""
        try:
            content = unseal(text, self._password)
            cookie = content.get("session")
            if content.get("refreshed") != key or not isinstance(cookie, str):
                return None
            return self._refreshed(unseal_session(cookie, self._password).session, cookie)
        except SealError:
            return None

    def _with_cookie(self, cookie: str) -> "Session":
        return Session(self._requestor, self._users, cookie, self._password)

    def _refreshed(self, session: SessionData, cookie: str) -> "SessionRefreshed[Session]":
        claims = unverified_claims(session.access_token)
        return SessionRefreshed(
            session=self._with_cookie(cookie),
            sealed_session=cookie,
            access_token=session.access_token or "",
            refresh_token=session.refresh_token or "",
            user=session.user or {},
            organization_id=session.organization_id,
            impersonator=session.impersonator,
            role=text_claim(claims, "role"),
            permissions=text_claims(claims, "permissions"),
            entitlements=text_claims(claims, "entitlements"),
            session_id=text_claim(claims, "sid"),
            roles=text_claims(claims, "roles"),
            feature_flags=text_claims(claims, "feature_flags"),
        )


def start_deadline_of(session: Session) -> Deadline | None:
    """Start the deadline of several calls of a session that are parts of one."""
    return session._start_deadline()  # pyright: ignore[reportPrivateUsage]


def authenticate_within(session: Session, deadline: Deadline | None) -> AuthenticateResult:
    """Authenticate a session within a deadline; see `Session.authenticate`."""
    return session._authenticate(deadline)  # pyright: ignore[reportPrivateUsage]


def refresh_within(session: Session, deadline: Deadline | None) -> RefreshResult[Session]:
    """Refresh a session within a deadline; see `Session.refresh`."""
    return session._refresh(None, None, deadline)  # pyright: ignore[reportPrivateUsage]


def _in_doubt(result: "RefreshResult[Session]") -> "RefreshResult[Session]":
    """Return the result to report if another process may have used the refresh token, and hold the new tokens."""
    if isinstance(result, SessionNotAuthenticated) and result.reason == "invalid_grant":
        return evolve(result, retryable=True)
    return result


def _is_refreshed(result: "RefreshResult[Session]") -> bool:
    return result.authenticated


def _rejection(error: APIError) -> SessionNotAuthenticated:
    """Return the result for an error response. Only an error code of the API ends a session: a 403 in HTML is from a proxy."""
    if isinstance(error, RateLimitExceededError):
        return SessionNotAuthenticated("rate_limited", retryable=True, retry_after=error.retry_after, error=error)
    reason = error.error or error.code
    if not reason or not 400 <= error.status < 500 or error.status in _PROXY_STATUSES:
        return SessionNotAuthenticated("api_unavailable", retryable=True, error=error)
    return SessionNotAuthenticated(reason, retryable=reason in _CREDENTIAL_ERRORS, error=error)
