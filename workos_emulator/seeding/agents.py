"""Seed methods for agent registrations."""

from contextlib import AbstractContextManager
from datetime import timedelta
from typing import Any

from workos_emulator.rendering.agents import render_registration
from workos_emulator.storage.environment import Environment
from workos_emulator.storage.objects.agents import AgentRegistration

_CLAIM_LIFETIME = timedelta(hours=1)
_TOKEN_SECONDS = 3600


class AgentSeed:
    """The seed methods for actions of agents. `Emulator.seed` has these methods."""

    _environment: Environment
    _lock: AbstractContextManager[Any]

    def agent_registration(
        self, organization_id: str, *, kind: str = "anonymous", status: str = "unverified", email: str | None = None
    ) -> dict[str, Any]:
        """Register an agent with an organization, with an API key, an access token and a claim that is valid for an hour.

        Args:
            organization_id: The ID of the organization.
            kind: `anonymous`, `service_auth` or `identity_assertion`.
            status: `unverified`, `verified`, `expired` or `revoked`.
            email: The only email address that may claim the agent. By default, any user may claim it.

        Returns:
            `registration` as the API returns it, `api_key`, `access_token` and `claim_attempt_token`.
        """
        with self._lock:
            state, now = self._environment.state, self._environment.state.now()
            organization_id = state.organizations.require(organization_id).id
            registration = AgentRegistration(
                id=state.ids.new("agent_registration"),
                organization_id=organization_id,
                kind=kind,
                status=status,
                identity_id=state.ids.new("agent_identity"),
                api_keys=[f"sk_agent_{state.ids.secret(32)}"],
                claim_id=state.ids.new("agent_registration_claim"),
                claim_token=state.ids.secret(32),
                claim_email=email,
                claim_expires_at=now + _CLAIM_LIFETIME,
                created_at=now,
                updated_at=now,
            )
            state.agents.registrations.add(registration)
            claims = {
                "iss": state.settings.issuer,
                "sub": registration.id,
                "aud": [self._environment.client_id, state.settings.issuer],
                "jti": state.ids.ulid(),
                "org_id": organization_id,
                "agent_registration_id": registration.id,
                "iat": int(now.timestamp()),
                "exp": int(now.timestamp()) + _TOKEN_SECONDS,
            }
            return {
                "registration": render_registration(state, registration),
                "api_key": registration.api_keys[0],
                "access_token": self._environment.signing_key.sign(claims),
                "claim_attempt_token": registration.claim_token,
            }

    def complete_agent_claim(self, agent_registration_id: str, user_code: str) -> dict[str, Any]:
        """Complete the claim of an agent with the user code.

        Returns:
            The registration as the API returns it.

        Raises:
            ValueError: The user code is wrong or has expired.
        """
        with self._lock:
            state, now = self._environment.state, self._environment.state.now()
            registration = state.agents.registrations.require(agent_registration_id)
            if registration.user_code != user_code or (registration.user_code_expires_at or now) <= now:
                raise ValueError("the user code is wrong or has expired")
            registration.status, registration.completed_at, registration.updated_at = "verified", now, now
            registration.completion_id = state.ids.new("agent_registration_claim_completion")
            state.agents.registrations.changed(registration)
            return render_registration(state, registration)
