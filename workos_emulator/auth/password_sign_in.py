"""Authentication with an email address and a password, and the lockout after repeated wrong passwords."""

from workos_emulator.auth import passwords
from workos_emulator.http import errors
from workos_emulator.storage.objects.users import User
from workos_emulator.storage.state import State, fold

LOCKED = "too_many_requests"
"""The error code for a locked password."""


def authenticate(state: State, email: str, password: str) -> User:
    """Return the user with this email address and password.

    `Settings.password_attempts_limit` wrong passwords in a row lock the password, even for the correct one.

    Raises:
        ApiError: 400 `invalid_credentials` if the email address or the password is wrong, 429 while the password is locked.
    """
    user = state.users.find("email", fold(email))
    if user is None or user.password is None:
        raise _invalid_credentials()
    if user.locked_until is not None and user.locked_until > state.now():
        message = "Too many incorrect passwords were entered. Try again later, or reset the password."
        raise errors.ApiError(429, {"error": LOCKED, "error_description": message})
    if not passwords.matches(user.password, password):
        user.wrong_passwords += 1
        if 0 < state.settings.password_attempts_limit <= user.wrong_passwords:
            user.wrong_passwords, user.locked_until = 0, state.now() + state.settings.password_lockout
        raise _invalid_credentials()
    unlock(user)
    return user


def unlock(user: User) -> None:
    """Unlock the password of a user and forget the wrong passwords."""
    user.wrong_passwords, user.locked_until = 0, None


def _invalid_credentials() -> errors.ApiError:
    return errors.coded(400, "invalid_credentials", "Invalid credentials.")
