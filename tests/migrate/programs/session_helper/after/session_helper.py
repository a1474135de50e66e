"""A framework-neutral helper around sealed sessions, async."""

from __future__ import annotations

from workos_async import WorkOS
from workos_core.auth import SessionData, SessionNotAuthenticated, seal_session


class Sessions:
    def __init__(self, client: WorkOS, password: str) -> None:
        self.client = client
        self.password = password

    async def sign_in(self, email: str, code: str) -> str:
        response = await self.client.user_management.authenticate_with_magic_auth(email=email, code=code)
        return seal_session(SessionData(
            access_token=response.access_token,
            refresh_token=response.refresh_token,
            user=response.user.to_dict(),
        ), self.password)

    async def status(self, cookie: str) -> str:
        session = self.client.user_management.load_sealed_session(session_data=cookie, cookie_password=self.password)
        result = await session.authenticate()
        if isinstance(result, SessionNotAuthenticated):
            if result.reason == "invalid_session_cookie":
                return "invalid"
            if result.reason == "no_session_cookie_provided":
                return "missing"
            refreshed = await session.refresh()
            return "refreshed" if refreshed.authenticated else "expired"
        return result.session_id

    async def sign_out_url(self, cookie: str) -> str:
        session = self.client.user_management.load_sealed_session(
            session_data=cookie, cookie_password=self.password
        )
        return session.get_logout_url(return_to="http://localhost/")
