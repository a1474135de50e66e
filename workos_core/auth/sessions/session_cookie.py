"""Sealing and unsealing of session cookies: written as Fe26.2, read as Fe26.2 or as Fernet of the official Python SDK."""

from typing import Literal

from attrs import frozen

from workos_core.argument_checks import check_text, check_type
from workos_core.auth.sealing.fernet import is_fernet, unseal_fernet
from workos_core.auth.sealing.iron import seal, unseal
from workos_core.auth.sealing.keyring import Password
from workos_core.auth.sessions.session_data import SessionData

CookieFormat = Literal["fe26.2", "fernet"]
"""`fe26.2` is the format of this SDK and the WorkOS SDKs for Node, `fernet` that of the official Python SDK."""


@frozen
class UnsealedSession:
    """The session in a cookie and the format of the cookie.

    Attributes:
        session: The session.
        format: The format of the cookie. Reseal a `fernet` session with `seal_session` so that every SDK can read it.
    """

    session: SessionData
    format: CookieFormat


def seal_session(session: SessionData, password: Password) -> str:
    """Return the value of a session cookie. The sealed value doesn't expire; the tokens in it do.

    Raises:
        SealError: The value would be longer than 65,536 characters, or the session can't be written as JSON.
        ConfigurationError: A password is too short.
    """
    check_type("session", session, SessionData, "a SessionData")
    return seal(session.to_json(), password)


def unseal_session(sealed: str, password: Password, *, now: float | None = None) -> UnsealedSession:
    """Return the session in a cookie of this SDK, of a WorkOS SDK for Node, or of the official Python SDK.

    Args:
        sealed: The value of the cookie. Join its chunks first with `workos_core.auth.join_cookie`.
        password: The password, or several. For a cookie of the official Python SDK, those that are Fernet keys are tried.
        now: The current Unix time in seconds; defaults to the system clock.

    Raises:
        SealError: The value is forged, expired, malformed or not a session. No input raises any other error.
        ConfigurationError: A password is too short.
    """
    check_text("sealed", sealed)
    if is_fernet(sealed):
        return UnsealedSession(SessionData.from_python_sdk(unseal_fernet(sealed, password)), "fernet")
    return UnsealedSession(SessionData.from_json(unseal(sealed, password, now=now)), "fe26.2")
