# Generated from workos_async/_auth/session_methods.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""The hand-written session methods of `user_management`: loading, authenticating, refreshing and ending sealed sessions."""

from typing import TYPE_CHECKING, cast

from workos_core.argument_checks import check_text
from workos_core.auth.sealing.keyring import Password, load_keyring
from workos_core.auth.sessions.results import AuthenticateResult, RefreshResult
from workos_core.errors import ConfigurationError
from workos_core.http.hidden_locals import hides_locals
from workos_core.lazy_names import lazy_type
from workos_sync._auth.device_flow import DeviceFlowMethods

if TYPE_CHECKING:
    from workos_sync._auth.session import Session
    from workos_sync.resources.user_management import UserManagement
else:
    Session = lazy_type("workos_sync._auth.session", "Session")


@hides_locals
class SessionMethods(DeviceFlowMethods):
    """Methods for sealed sessions. `cookie_password` defaults to the environment variable `WORKOS_COOKIE_PASSWORD`."""

    def load_sealed_session(self, *, session_data: str | None, cookie_password: Password | None = None) -> "Session":
        """Return the session in a session cookie. The cookie is verified when you call the methods of the session.

        Args:
            session_data: The value of the cookie, in the Fe26.2 format of this SDK and the WorkOS SDKs for Node, or in the format of
                the official Python SDK. `None` if there is no cookie.
            cookie_password: The password that seals the cookie, at least 32 characters; several, of which the first seals; or a
                mapping of IDs to passwords.

        Raises:
            ConfigurationError: There is no password, or it has fewer than 32 characters.
        """
        from workos_sync._auth.session import Session

        password = cookie_password or self._requestor.cookie_password
        if not password:
            raise ConfigurationError("cookie_password is missing: pass it or set WORKOS_COOKIE_PASSWORD")
        load_keyring(password)
        if session_data is not None:
            check_text("session_data", session_data)
        return Session(self._requestor, cast("UserManagement", self), session_data, password)

    def authenticate_with_session_cookie(
        self, *, session_data: str | None, cookie_password: Password | None = None
    ) -> AuthenticateResult:
        """Authenticate the session in a cookie; see `Session.authenticate`."""
        return self.load_sealed_session(session_data=session_data, cookie_password=cookie_password).authenticate()

    def refresh_and_seal_session_data(
        self,
        *,
        session_data: str | None,
        organization_id: str | None = None,
        cookie_password: Password | None = None,
    ) -> "RefreshResult[Session]":
        """Refresh the session in a cookie and seal it again; see `Session.refresh`."""
        session = self.load_sealed_session(session_data=session_data, cookie_password=cookie_password)
        return session.refresh(organization_id=organization_id)

    def get_logout_url_from_session_cookie(
        self, *, session_data: str | None, cookie_password: Password | None = None, return_to: str | None = None
    ) -> str:
        """Return the URL that ends the session in a cookie; see `Session.get_logout_url`."""
        session = self.load_sealed_session(session_data=session_data, cookie_password=cookie_password)
        return session.get_logout_url(return_to=return_to)
