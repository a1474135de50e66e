"""The written methods of `user_management`: sessions that are sealed in cookies, and those of `_device`."""

from typing import TYPE_CHECKING, cast

from workos_async._auth.device_flow import DeviceFlowMethods
from workos_core.errors import ConfigurationError

if TYPE_CHECKING:
    from workos_async._api_requestor import APIRequestor
    from workos_async._auth.session import Session
    from workos_async.resources.user_management import UserManagement
    from workos_core.auth.sealing.keyring import Password
    from workos_core.auth.sessions.results import AuthenticateResult, RefreshResult


class SessionMethods(DeviceFlowMethods):
    """Sealed sessions. The password of a method is the argument, else the environment variable `WORKOS_COOKIE_PASSWORD`."""

    __slots__ = ("_requestor",)

    def __init__(self, requestor: "APIRequestor") -> None:
        self._requestor = requestor

    def load_sealed_session(self, *, session_data: str | None, cookie_password: "Password | None" = None) -> "Session":
        """A session from the value of its cookie. Nothing is checked before its methods are called.

        Args:
            session_data: The value of the cookie: Fe26.2, as this SDK and the kits for Node write it, or what the official Python
                SDK wrote. None when there is no cookie.
            cookie_password: The password it is sealed with, at least 32 characters; several, of which the first seals; or a
                mapping of ids to passwords.

        Raises:
            ConfigurationError: There is no password.
        """
        from workos_async._auth.session import Session

        password = cookie_password or self._requestor.cookie_password
        if not password:
            raise ConfigurationError(
                "there is no cookie password: pass cookie_password=… or set WORKOS_COOKIE_PASSWORD"
            )
        return Session(self._requestor, cast("UserManagement", self), session_data, password)

    async def authenticate_with_session_cookie(
        self, *, session_data: str | None, cookie_password: "Password | None" = None
    ) -> "AuthenticateResult":
        """Check the session in a cookie; see `Session.authenticate`."""
        return await self.load_sealed_session(session_data=session_data, cookie_password=cookie_password).authenticate()

    async def refresh_and_seal_session_data(
        self,
        *,
        session_data: str | None,
        organization_id: str | None = None,
        cookie_password: "Password | None" = None,
    ) -> "RefreshResult":
        """Get new tokens for the session in a cookie, and a new cookie; see `Session.refresh`."""
        session = self.load_sealed_session(session_data=session_data, cookie_password=cookie_password)
        return await session.refresh(organization_id=organization_id)

    def get_logout_url_from_session_cookie(
        self, *, session_data: str | None, cookie_password: "Password | None" = None, return_to: str | None = None
    ) -> str:
        """The URL that ends the session in a cookie; see `Session.get_logout_url`."""
        session = self.load_sealed_session(session_data=session_data, cookie_password=cookie_password)
        return session.get_logout_url(return_to=return_to)
