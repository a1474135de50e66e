"""Progressive enrollment: users who sign in with a password are asked to create a passkey."""

from workos_emulator.storage.objects.users import User
from workos_emulator.storage.state import State


def is_due(state: State, user: User, method: str) -> bool:
    """Return whether a user who signs in with a method is asked to create a passkey."""
    settings = state.settings
    if not (settings.passkey_enabled and settings.passkey_progressive_enrollment and method == "Password"):
        return False
    if state.passkeys.all.numbers("user", user.id):
        return False
    if user.id not in state.passkeys.skipped:
        return True
    again_at = state.passkeys.skipped[user.id]
    return again_at is not None and again_at <= state.now()


def skip(state: State, user: User, *, forever: bool) -> None:
    """Record that a user created no passkey. They are asked again after `Settings.passkey_reminder_interval`, unless `forever`."""
    state.passkeys.skipped[user.id] = None if forever else state.now() + state.settings.passkey_reminder_interval
