"""A framework-neutral helper around sealed sessions, async."""

from __future__ import annotations

import workos.session
from workos import AsyncWorkOSClient
from workos.session import (
    AsyncSession,
    AuthenticateWithSessionCookieErrorResponse,
    AuthenticateWithSessionCookieFailureReason,
    seal_session_from_auth_response,
)


class Sessions:
    def __init__(self, client: AsyncWorkOSClient, password: str) -> None:
        self.client = client
        self.password = password

    async def sign_in(self, email: str, code: str) -> str:
        response = await self.client.user_management.authenticate_with_magic_auth(email=email, code=code)
        return seal_session_from_auth_response(
            access_token=response.access_token,
            refresh_token=response.refresh_token,
            user=response.user.to_dict(),
            cookie_password=self.password,
        )

    async def status(self, cookie: str) -> str:
        session = AsyncSession(client=self.client, session_data=cookie, cookie_password=self.password)
        result = session.authenticate()
        if isinstance(result, AuthenticateWithSessionCookieErrorResponse):
            if result.reason == AuthenticateWithSessionCookieFailureReason.INVALID_SESSION_COOKIE:
                return "invalid"
            if result.reason is workos.session.AuthenticateWithSessionCookieFailureReason.NO_SESSION_COOKIE_PROVIDED:
                return "missing"
            refreshed = await session.refresh()
            return "refreshed" if refreshed.authenticated else "expired"
        return result.session_id

    async def sign_out_url(self, cookie: str) -> str:
        session = self.client.user_management.load_sealed_session(
            session_data=cookie, cookie_password=self.password
        )
        return await session.get_logout_url(return_to="http://localhost/")
