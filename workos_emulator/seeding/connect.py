"""Seed methods for Connect: client secrets, client ID metadata documents and revoked authorizations."""

from collections.abc import Mapping
from contextlib import AbstractContextManager
from typing import Any

from workos_emulator.auth.authorization_server import client_metadata
from workos_emulator.http import errors
from workos_emulator.rendering.applications import render_application, render_client_secret
from workos_emulator.storage.deletion import sign_in_dependents
from workos_emulator.storage.environment import Environment
from workos_emulator.storage.objects.credentials import ClientSecret

_MIN_SECRET = 8


class ConnectSeed:
    """The seed methods for Connect. `Emulator.seed` has these methods."""

    _environment: Environment
    _lock: AbstractContextManager[Any]

    def client_secret(self, application_id: str, secret: str) -> dict[str, Any]:
        """Add a client secret with a known value to a Connect application.

        Raises:
            ValueError: The secret has fewer than 8 characters.
        """
        if len(secret) < _MIN_SECRET:
            raise ValueError(f"secret must have at least {_MIN_SECRET} characters (got {len(secret)})")
        with self._lock:
            state, now = self._environment.state, self._environment.state.now()
            added = ClientSecret(
                id=state.ids.new("secret"),
                application_id=state.credentials.applications.require(application_id).id,
                secret=secret,
                created_at=now,
                updated_at=now,
            )
            return {**render_client_secret(state.credentials.client_secrets.add(added)), "secret": secret}

    def client_metadata_document(self, client_id: str, metadata: Mapping[str, Any]) -> dict[str, Any]:
        """Provide the metadata document of a client ID that is a URL, so that the emulator does not fetch it.

        Args:
            client_id: The client ID: the URL of the document.
            metadata: The content of the document; `client_id` can be omitted.

        Returns:
            The Connect application that the document describes.

        Raises:
            ValueError: The URL cannot be a client ID, or the document is invalid.
        """
        with self._lock:
            state = self._environment.state
            try:
                application = client_metadata.add(state, client_id, {"client_id": client_id, **metadata})
            except errors.ApiError as error:
                raise ValueError(error.text) from None
            return render_application(application)

    def revoke_authorized_application(self, id: str) -> None:
        """Revoke the authorization that a user granted to a Connect application, with its tokens."""
        with self._lock:
            state = self._environment.state
            sign_in_dependents.delete_authorization(state, state.authorized_applications.require(id))
