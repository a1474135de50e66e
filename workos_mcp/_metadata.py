"""Metadata of the authorization server (RFC 8414)."""

import time
from typing import Any

from workos_async import WorkOS
from workos_async._auth.authkit_metadata import fetch_authkit_metadata
from workos_core.errors import APIConnectionError, APIError, DecodeError

MAX_AGE = 300.0
"""Seconds for which the metadata of the authorization server is cached; while it can't be fetched, it stays in use."""
RETRY_AFTER = 10.0
"""Seconds between two attempts to fetch it, after one has failed."""


class AuthorizationServerMetadata:
    """The metadata of an AuthKit domain, for older clients, which look for it at the MCP server.

    Args:
        workos: The client that fetches it.
        issuer: The URL of the AuthKit domain.
    """

    def __init__(self, workos: WorkOS, issuer: str) -> None:
        self._workos = workos
        self._issuer = issuer
        self._document: dict[str, Any] | None = None
        self._fetch_at = float("-inf")

    async def get(self) -> dict[str, Any]:
        """Return the metadata.

        Raises:
            APIConnectionError, APIError, DecodeError: It can't be fetched, and there is none from before.
        """
        if self._document is None or time.monotonic() >= self._fetch_at:
            try:
                self._document = await fetch_authkit_metadata(self._workos, self._issuer)
                self._fetch_at = time.monotonic() + MAX_AGE
            except (APIConnectionError, APIError, DecodeError):
                self._fetch_at = time.monotonic() + RETRY_AFTER
                if self._document is None:
                    raise
        return self._document
