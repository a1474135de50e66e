"""Scopes."""

from workos_emulator.storage.objects.credentials import Application

BUILT_IN = ("email", "offline_access", "openid", "profile")
"""The scopes of OpenID Connect that every OAuth application may request."""


class UnknownScopeError(Exception):
    """The application may not request a scope, which the message names, or the parameter has none."""


def parse(text: str) -> list[str]:
    """Return the scopes in a parameter without duplicates.

    Raises:
        UnknownScopeError: It has only spaces.
    """
    scopes = list(dict.fromkeys(text.split()))
    if not scopes:
        raise UnknownScopeError("scope must have at least one scope.")
    return scopes


def select(application: Application, requested: str | None) -> list[str]:
    """Return the requested scopes without duplicates, or by default the scopes of the application.

    An application may request the built-in scopes, which need a user, and its own.

    Raises:
        UnknownScopeError: It may not request one of them.
    """
    if requested is None:
        return list(application.scopes)
    allowed = {*application.scopes, *(BUILT_IN if application.type == "oauth" else ())}
    scopes = parse(requested)
    for scope in scopes:
        if scope not in allowed:
            raise UnknownScopeError(f"The application may not request the scope {scope!r}.")
    return scopes
