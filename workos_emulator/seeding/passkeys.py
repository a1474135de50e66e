"""Seed methods for passkeys, which users otherwise create and use in a browser."""

from contextlib import AbstractContextManager
from typing import Any
from urllib.parse import parse_qs, urlsplit

from workos_emulator.auth.passkeys.ceremonies import encode
from workos_emulator.rendering.passkeys import render_passkey
from workos_emulator.storage.environment import Environment
from workos_emulator.storage.objects.passkeys import Passkey
from workos_emulator.storage.objects.sessions import AuthorizationCode


class PasskeySeed:
    """The seed methods for passkeys. `Emulator.seed` has these methods."""

    _environment: Environment
    _lock: AbstractContextManager[Any]

    def passkey(
        self,
        user_id: str,
        *,
        rp_id: str = "localhost",
        private_key: str | None = None,
        credential_id: str | None = None,
    ) -> dict[str, Any]:
        """Add a passkey to a user, as if they had created it on the hosted pages.

        Args:
            user_id: The ID of the user.
            rp_id: The host name of the hosted pages, without the port. The passkey can be used only there.
            private_key: A P-256 private key in PEM format; a new one by default.
            credential_id: The ID of the credential in base64url, of at least 16 bytes; a new one by default.

        Returns:
            The passkey, with its `private_key` in PEM format and its `user_handle` in base64url. With them, the virtual authenticator of
            a browser can use it. The emulator stores only the public key.

        Raises:
            ValueError: The private key or the credential ID is malformed.
            DuplicateKeyError: Another passkey has this credential ID.
        """
        from workos_emulator.auth.passkeys import key_pairs

        with self._lock:
            state, now = self._environment.state, self._environment.state.now()
            user = state.users.require(user_id)
            if credential_id is not None and not key_pairs.is_credential_id(credential_id):
                raise ValueError(f"credential_id must be the base64url of 16 to 1023 bytes (got {credential_id!r})")
            key = (
                key_pairs.load(private_key)
                if private_key is not None
                else key_pairs.generate(state.ids.random_bytes(40))
            )
            added = Passkey(
                id=state.ids.new("passkey"),
                user_id=user.id,
                credential_id=credential_id or encode(state.ids.random_bytes(32)),
                public_key=key_pairs.public_key(key),
                rp_id=rp_id,
                transports=["internal"],
                created_at=now,
                updated_at=now,
            )
            rendered = render_passkey(state.passkeys.all.add(added))
            return rendered | {"user_handle": encode(user.id.encode()), "private_key": key_pairs.to_pem(key)}

    def delete_passkey(self, passkey_id: str) -> None:
        """Delete a passkey. The sessions of the user stay active."""
        with self._lock:
            passkeys = self._environment.state.passkeys.all
            passkeys.remove(passkeys.require(passkey_id).id)

    def passkey_sign_in(
        self, user_id: str, organization_id: str | None = None, *, authorization_url: str | None = None
    ) -> str:
        """Sign in a user with a passkey, as the hosted pages do, but without a browser. A user who has no passkey gets one.

        The exchange of the code can require further steps, such as email verification or the selection of an organization, but no
        second factor.

        Args:
            user_id: The ID of the user.
            organization_id: The ID of the organization to sign in to.
            authorization_url: The URL to which the app redirected the browser. The code must then be exchanged with the verifier of
                the URL's `code_challenge`; by default, without a verifier.

        Returns:
            The authorization code that the browser would bring to the redirect URI of the app.
        """
        query = parse_qs(urlsplit(authorization_url or "").query)
        with self._lock:
            state, now = self._environment.state, self._environment.state.now()
            user = state.users.require(user_id)
            organization_id = organization_id or query.get("organization_id", [None])[0]
            if organization_id is not None:
                state.organizations.require(organization_id)
            if not state.passkeys.all.numbers("user", user.id):
                self.passkey(user.id)
            passkey = state.passkeys.all.group("user", user.id)[-1]
            passkey.last_used_at = passkey.updated_at = now
            code = AuthorizationCode(
                id=state.ids.reserved("authorization_code") or state.ids.secret(),
                user_id=user.id,
                organization_id=organization_id,
                authentication_method="Passkey",
                code_challenge=query.get("code_challenge", [None])[0],
                invitation_token=query.get("invitation_token", [None])[0],
                expires_at=now + state.settings.authorization_code_lifetime,
                created_at=now,
                updated_at=now,
            )
            return state.authorization_codes.add(code).id
