"""Session cookies: written as Fe26.2, read as that or as what the official Python SDK wrote."""

from typing import Literal

from attrs import frozen

from workos_core.auth.sealing.fernet import is_fernet, unseal_fernet
from workos_core.auth.sealing.iron import seal, unseal
from workos_core.auth.sealing.keyring import Password
from workos_core.auth.sessions.session_data import SessionData

CookieFormat = Literal["fe26.2", "fernet"]
"""`fe26.2` is what this SDK and the kits for Node write, `fernet` what the official Python SDK writes."""


@frozen
class UnsealedSession:
    """A session as it came out of a cookie.

    Attributes:
        session: The session.
        format: How the cookie was sealed. Seal what was `fernet` anew with `seal_session`, so that every kit can read it.
    """

    session: SessionData
    format: CookieFormat


def seal_session(session: SessionData, password: Password) -> str:
    """The value of a session cookie. It does not expire; the tokens inside do.

    Raises:
        SealError: It would be longer than 65,536 characters, or holds what JSON can't.
        ConfigurationError: A password is too short.
    """
    return seal(session.to_json(), password)


def unseal_session(sealed: str, password: Password, *, now: float | None = None) -> UnsealedSession:
    """Open a session cookie of this SDK, of a kit for Node, or of the official Python SDK.

    Args:
        sealed: The value of the cookie; join its chunks first (`workos_core.auth.sealing.cookie_chunks.join_cookie`).
        password: The password, or several; of the official Python SDK those that are Fernet keys are tried.
        now: Unix time in seconds; None is the present.

    Raises:
        SealError: It is not genuine, has expired, or holds no session. Nothing else is raised, whatever the text is.
        ConfigurationError: A password is too short.
    """
    if is_fernet(sealed):
        return UnsealedSession(SessionData.from_python_sdk(unseal_fernet(sealed, password)), "fernet")
    return UnsealedSession(SessionData.from_json(unseal(sealed, password, now=now)), "fe26.2")
