"""The client of WorkOS, created on first use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workos_async import WorkOS

if TYPE_CHECKING:
    from desk.config import Settings


class WorkOSProvider:
    """Creates the client lazily, so that importing the application needs no API key."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._client: WorkOS | None = None

    @property
    def client(self) -> WorkOS:
        if self._client is None:
            self._client = WorkOS(
                timeout=self._settings.request_timeout,
                max_retries=2,
            )
        return self._client

    async def close(self) -> None:
        if self._client is not None:
            await self._client.aclose()
            self._client = None
