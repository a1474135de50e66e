"""The challenges of the WebAuthn ceremonies. A challenge belongs to one hosted flow and can be used once."""

from datetime import timedelta

from workos_emulator.storage.objects.hosted_flows import HostedFlow
from workos_emulator.storage.state import State

LIFETIME = timedelta(minutes=5)
"""How long a challenge is valid."""


def issue(state: State, flow: HostedFlow) -> str:
    """Return the unused challenge of a flow, or a new one if less than half of its lifetime remains.

    A page that is shown in two tabs has one challenge, so that both can be used.
    """
    now, expires_at = state.now(), flow.passkey_challenge_expires_at
    if not flow.passkey_challenge or expires_at is None or expires_at - now < LIFETIME / 2:
        flow.passkey_challenge, flow.passkey_challenge_expires_at = state.ids.secret(43), now + LIFETIME
    return flow.passkey_challenge


def redeem(state: State, flow: HostedFlow) -> str | None:
    """Return the challenge of a flow, which can't be used again; None if it has been used or has expired."""
    challenge, expires_at = flow.passkey_challenge, flow.passkey_challenge_expires_at
    flow.passkey_challenge, flow.passkey_challenge_expires_at = "", None
    return challenge if challenge and expires_at is not None and expires_at > state.now() else None
