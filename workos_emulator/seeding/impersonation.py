"""What somebody of the team does in the dashboard: becoming a user for a while."""

from contextlib import AbstractContextManager
from typing import Any
from urllib.parse import parse_qs, urlsplit

from workos_emulator.auth.sign_in_steps import STEPS
from workos_emulator.storage.environment import Environment
from workos_emulator.storage.objects.sessions import AuthorizationCode


class ImpersonationSeed:
    """What belongs to impersonation. `Emulator.seed` has this method too."""

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
        """Let somebody of the team be a user, as the dashboard does. No steps and no policies of the sign-in stand in the way.

        Args:
            user_id: The user.
            email: The e-mail address of the person who impersonates.
            reason: What the person says it is for.
            organization_id: The organization, for a user who is in several.
            authorization_url: Where the sign-in endpoint of the app, to which the dashboard leads, has sent the browser. The code
                then needs the verifier to the `code_challenge` of that URL; without one it must come without a verifier.

        Returns:
            The code that the browser would bring to the redirect URI of the app.
        """
        challenge = parse_qs(urlsplit(authorization_url or "").query).get("code_challenge", [None])[0]
        with self._lock:
            state, now = self._environment.state, self._environment.state.now()
            user = state.users.require(user_id)
            code = AuthorizationCode(
                id=state.ids.secret(),
                user_id=user.id,
                organization_id=organization_id,
                authentication_method="Impersonation",
                code_challenge=challenge,
                passed=frozenset(STEPS),
                impersonator={"email": email, "reason": reason},
                expires_at=now + state.settings.authorization_code_lifetime,
                created_at=now,
                updated_at=now,
            )
            return state.authorization_codes.add(code).id
