"""The session of a signed-in user, as it stands sealed in a cookie."""

import hashlib
from functools import partial
from typing import TYPE_CHECKING, Any

from attrs import evolve

from workos_async._auth.auth_state import RESULT_TTL
from workos_async._auth.refresh_lock import CALL_SECONDS
from workos_core.auth.sealing.iron import SealError, seal, unseal
from workos_core.auth.sealing.keyring import Password, read_passwords
from workos_core.auth.sessions.results import (
    AuthenticateResult,
    RefreshResult,
    SessionAuthenticated,
    SessionNotAuthenticated,
    SessionRefreshed,
)
from workos_core.auth.sessions.session_cookie import seal_session, unseal_session
from workos_core.auth.sessions.session_data import SessionData
from workos_core.auth.tokens.access_token import UnknownKeyError, unverified_claims
from workos_core.errors import (
    APIConnectionError,
    APIError,
    DecodeError,
    InvalidArgumentError,
    InvalidTokenError,
    RateLimitExceededError,
)
from workos_core.json_types import is_array
from workos_core.serialization.unstructure import to_dict

if TYPE_CHECKING:
    from workos_async._api_requestor import APIRequestor
    from workos_async.resources.user_management import UserManagement

_OF_PROXIES = (407, 408)
"""Statuses that say nothing of a session, whatever the body is."""

_OF_THE_APP = ("invalid_client", "unauthorized_client", "unauthorized", "Unauthorized")
"""Refusals of the API key or client id: a mistake in the settings must not sign everybody out."""


class Session:
    """A sealed session: check it, refresh it, end it. Made by `user_management.load_sealed_session`.

    Args:
        requestor: What knows the client.
        users: What refreshes.
        session_data: The value of the session cookie; None or empty when there was no cookie.
        cookie_password: The password, several of them (the first seals, all unseal), or a mapping of ids to passwords.

    Raises:
        ConfigurationError: (from its methods) a password has fewer than 32 characters.
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

    async def authenticate(self) -> AuthenticateResult:
        """Check the session. No request is made, but for the keys of access tokens now and then.

        Returns:
            SessionAuthenticated, or SessionNotAuthenticated whose `reason` is `no_session_cookie_provided`, `invalid_session_cookie`,
            `invalid_jwt` (`error.reason` is `expired` when it only has grown old: refresh; retryable when the token may be signed
            with a new key that is not known here yet), or `keys_unavailable` (retryable: the token could not be checked).
        """
        session = self._open()
        if isinstance(session, SessionNotAuthenticated):
            return session
        if session.access_token is None:
            return SessionNotAuthenticated("invalid_session_cookie")
        try:
            claims = await self._requestor.auth.jwks.verify(session.access_token)
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

    async def refresh(
        self, *, organization_id: str | None = None, cookie_password: Password | None = None
    ) -> RefreshResult:
        """Get new tokens and seal them. The refresh token works once, so parallel refreshes of one session share one request.

        A request that was begun goes on to its end even if the requestor is cancelled: the new tokens are there for whoever asks next.

        Args:
            organization_id: Another organization to go over to; None stays in the present one.
            cookie_password: Another password to seal the new cookie with.

        Returns:
            SessionRefreshed, or SessionNotAuthenticated. When that is `retryable`, keep the cookie: the session may well go on.
        """
        session = self._open()
        if isinstance(session, SessionNotAuthenticated):
            return session
        if session.refresh_token is None or session.user is None:
            return SessionNotAuthenticated("invalid_session_cookie")
        for password in (self._password, cookie_password or self._password):
            read_passwords(password).sealing()  # what can't seal must say so before there are new tokens
        token = session.refresh_token
        target = organization_id or session.organization_id or unverified_claims(session.access_token).get("org_id")

        organization = target if isinstance(target, str) else None
        old = session
        key = hashlib.sha256(f"{token}\n{organization}".encode("utf-8", "surrogatepass")).hexdigest()

        async def exchange() -> RefreshResult:
            return await self._exchange(old, token, organization)

        async def exchange_for_all() -> RefreshResult:
            shared = self._requestor.auth.refresh_lock
            if shared is None:
                return await exchange()
            found: RefreshResult = await shared.run(
                key, exchange, partial(self._write, key), partial(self._read, key), RESULT_TTL
            )
            return found

        answer: RefreshResult = await self._requestor.auth.refreshes.run(key, exchange_for_all, _is_refreshed)
        if isinstance(answer, SessionNotAuthenticated):
            return answer
        if cookie_password is not None:
            session = unseal_session(answer.sealed_session, self._password).session
            answer = evolve(answer, sealed_session=seal_session(session, cookie_password))
            self._password = cookie_password
        self._sealed = answer.sealed_session
        return answer

    def get_logout_url(self, *, return_to: str | None = None) -> str:
        """The URL that ends the session: send the browser there and delete the cookie.

        Args:
            return_to: Where the browser goes after that; without it, where the environment says.

        Raises:
            InvalidArgumentError: The cookie is missing or not genuine, so there is no session to end.
        """
        session = self._open()
        sid = (
            None if isinstance(session, SessionNotAuthenticated) else unverified_claims(session.access_token).get("sid")
        )
        if not isinstance(sid, str):
            raise InvalidArgumentError("there is no valid session in this cookie, so there is none to log out of")
        return self._users.get_logout_url(session_id=sid, return_to=return_to)

    def _open(self) -> SessionData | SessionNotAuthenticated:
        if not self._sealed:
            return SessionNotAuthenticated("no_session_cookie_provided")
        try:
            return unseal_session(self._sealed, self._password).session
        except SealError as error:
            return SessionNotAuthenticated("invalid_session_cookie", error=error)

    async def _exchange(
        self, old: SessionData, token: str, organization_id: str | None
    ) -> SessionRefreshed | SessionNotAuthenticated:
        arguments: dict[str, Any] = {} if organization_id is None else {"organization_id": organization_id}
        if self._requestor.auth.refresh_lock is not None:
            arguments["options"] = {"deadline": min(CALL_SECONDS, self._requestor.deadline or CALL_SECONDS)}
        try:
            answer = await self._users.authenticate_with_refresh_token(refresh_token=token, **arguments)
        except APIConnectionError as error:
            return SessionNotAuthenticated("api_unavailable", retryable=True, error=error)
        except DecodeError as error:
            return SessionNotAuthenticated("api_unavailable", retryable=True, error=error)
        except APIError as error:
            return _rejection(error)
        organization = unverified_claims(answer.access_token).get("org_id")
        fresh = SessionData.from_answer(
            to_dict(answer), organization_id=organization if isinstance(organization, str) else None
        )
        # What the application or another kit keeps in the session stays; a copy of the old cookie, which one kit keeps, does not.
        kept = {key: value for key, value in old.extra.items() if key != "sealedSession"}
        method = fresh.authentication_method or old.authentication_method
        fresh = evolve(fresh, authentication_method=method, extra=kept)
        return _refreshed(fresh, seal_session(fresh, self._password))

    def _write(self, key: str, answer: RefreshResult) -> str | None:
        """A new session for other processes. It is bound to the old one, so that nobody can exchange sealed values for each other."""
        if isinstance(answer, SessionNotAuthenticated):
            return None
        try:
            return seal({"refreshed": key, "session": answer.sealed_session}, self._password, ttl=RESULT_TTL)
        except SealError:  # too long
            return None

    def _read(self, key: str, text: str) -> RefreshResult | None:
        """The new session that another process wrote."""
        try:
            found = unseal(text, self._password)
            cookie = found.get("session")
            if found.get("refreshed") != key or not isinstance(cookie, str):
                return None
            return _refreshed(unseal_session(cookie, self._password).session, cookie)
        except SealError:
            return None


def _refreshed(session: SessionData, cookie: str) -> SessionRefreshed:
    claims = unverified_claims(session.access_token)
    return SessionRefreshed(
        sealed_session=cookie,
        access_token=session.access_token or "",
        refresh_token=session.refresh_token or "",
        user=session.user or {},
        organization_id=session.organization_id,
        impersonator=session.impersonator,
        role=role if isinstance(role := claims.get("role"), str) else None,
        permissions=_texts(claims, "permissions"),
        entitlements=_texts(claims, "entitlements"),
        session_id=sid if isinstance(sid := claims.get("sid"), str) else None,
        roles=_texts(claims, "roles"),
        feature_flags=_texts(claims, "feature_flags"),
    )


def _texts(claims: dict[str, Any], name: str) -> tuple[str, ...]:
    value = claims.get(name)
    return tuple(item for item in value if isinstance(item, str)) if is_array(value) else ()


def _is_refreshed(answer: RefreshResult) -> bool:
    return answer.authenticated


def _rejection(error: APIError) -> SessionNotAuthenticated:
    """Only what the API itself says with a code ends a session: a 403 in HTML is of some proxy on the way."""
    if isinstance(error, RateLimitExceededError):
        return SessionNotAuthenticated("rate_limited", retryable=True, retry_after=error.retry_after, error=error)
    reason = error.error or error.code
    if not reason or not 400 <= error.status < 500 or error.status in _OF_PROXIES:
        return SessionNotAuthenticated("api_unavailable", retryable=True, error=error)
    return SessionNotAuthenticated(reason, retryable=reason in _OF_THE_APP, error=error)
