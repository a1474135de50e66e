"""The seed method for impersonation, which starts in the WorkOS dashboard."""

from contextlib import AbstractContextManager
from typing import Any
from urllib.parse import parse_qs, urlsplit

from workos_emulator.auth import sign_in_steps
from workos_emulator.storage.environment import Environment
from workos_emulator.storage.objects.sessions import AuthorizationCode


class ImpersonationSeed:
    """The seed method for impersonation. `Emulator.seed` has this method."""

    _environment: Environment
    _lock: AbstractContextManager[Any]

    def impersonation(
        self,
        user_id: str,
        *,
        email: str,
        reason: str | None = None,
        organization_id: str | None = None,
        authorization_url: str | None = None,
    ) -> str:
        """Impersonate a user, as a team member does in the dashboard. Additional sign-in steps and sign-in policies do not apply.

        Args:
            user_id: The ID of the impersonated user.
            email: The email address of the impersonator.
            reason: The reason that the impersonator states.
            organization_id: The ID of the organization, for a user who is a member of several.
            authorization_url: The URL to which the app's sign-in endpoint redirected the browser when the dashboard opened it. The
                code must then be exchanged with the verifier of the URL's `code_challenge`; by default, without a verifier.

        Returns:
            The authorization code that the browser would bring to the redirect URI of the app.
        """
        challenge = parse_qs(urlsplit(authorization_url or "").query).get("code_challenge", [None])[0]
        with self._lock:
            state, now = self._environment.state, self._environment.state.now()
            if organization_id is not None:
                state.organizations.require(organization_id)
            user = state.users.require(user_id)
            code = AuthorizationCode(
                id=state.ids.reserved("authorization_code") or state.ids.secret(),
                user_id=user.id,
                organization_id=organization_id,
                authentication_method="Impersonation",
                code_challenge=challenge,
                passed=sign_in_steps.EXEMPT,
                impersonator={"email": email, "reason": reason},
                expires_at=now + state.settings.authorization_code_lifetime,
                created_at=now,
                updated_at=now,
            )
            return state.authorization_codes.add(code).id
