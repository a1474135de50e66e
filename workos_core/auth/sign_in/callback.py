"""The way back from sign-in: what the browser brings to the redirect URI, read and checked."""

import hmac
import re
from collections.abc import Iterable, Mapping
from typing import Any, Literal, TypeAlias, cast
from urllib.parse import parse_qsl

from attrs import field, frozen

from workos_core.errors import InvalidArgumentError, WorkOSError, shorten
from workos_core.not_given import NOT_GIVEN, NotGiven

__all__ = [
    "AUTHORIZATION_ERROR_CODES",
    "AuthorizationCallback",
    "AuthorizationCallbackError",
    "AuthorizationErrorCode",
    "parse_authorization_callback",
]

AuthorizationErrorCode: TypeAlias = (
    Literal[
        "access_denied",
        "ambiguous_connection_selector",
        "connection_invalid",
        "connection_strategy_invalid",
        "connection_unlinked",
        "invalid_connection_selector",
        "organization_invalid",
        "oauth_failed",
        "server_error",
    ]
    | Literal["missing_code", "state_mismatch", "malformed_callback"]
    | str
)
"""Why there is no code. The first nine come from WorkOS, the next three from this SDK; others that come are kept as they are."""

AUTHORIZATION_ERROR_CODES: Mapping[str, str] = {
    "access_denied": "The identity provider refused the user, or the user refused to share what was asked for.",
    "ambiguous_connection_selector": "Several connections fit, as in an organization with more than one; name the connection.",
    "connection_invalid": "No connection has this id.",
    "connection_strategy_invalid": "The environment has more than one strategy for this provider.",
    "connection_unlinked": "The connection is not linked at present.",
    "invalid_connection_selector": "Neither connection nor organization nor provider was given in a way that can be used.",
    "organization_invalid": "No organization has this id.",
    "oauth_failed": "The OAuth exchange with the provider failed for this user.",
    "server_error": "SSO failed for this user; the sessions of the connection in the WorkOS dashboard say more.",
}
"""The documented codes of a redirect without a code, and what each means."""

_FULL_URL = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*://|/")
_READ = ("code", "state", "error", "error_description")


class AuthorizationCallbackError(WorkOSError):
    """The redirect brought no code that may be used.

    Attributes:
        error: Why: a code of WorkOS (`AUTHORIZATION_ERROR_CODES` lists the documented ones, others occur), or `missing_code`,
            `state_mismatch`, `malformed_callback`.
        error_description: What WorkOS says about it, if it says anything. It comes through the browser, so anyone may have written it.
        state: The `state` of the redirect, if it has one.
    """

    def __init__(self, error: AuthorizationErrorCode, error_description: str | None, state: str | None) -> None:
        super().__init__(f"{shorten(error)}: {shorten(error_description)}" if error_description else shorten(error))
        self.error = error
        self.error_description = error_description
        self.state = state


@frozen
class AuthorizationCallback:
    """A redirect that brought a code.

    Attributes:
        code: For `authenticate_with_code` (AuthKit) or `get_profile_and_token` (SSO). Can be used once. Not in `repr`.
        state: What went into the authorization URL as `state`, unchanged; None if nothing did.
    """

    code: str = field(repr=False)
    state: str | None


def parse_authorization_callback(
    callback: str | Mapping[str, Any], *, expected_state: str | None | NotGiven = NOT_GIVEN
) -> AuthorizationCallback:
    """Read the request that the browser makes to the redirect URI.

    Args:
        callback: The URL, its query string, or the query as a mapping of names to values (or to lists of values).
        expected_state: The `state` you put into the authorization URL, as you kept it in the browser's cookie or session. None, which
            is what a cookie gives that is gone, matches nothing. Leave it out only where sign-in begins elsewhere, such as at the
            identity provider.

    Raises:
        AuthorizationCallbackError: There is an `error` instead of a code, no code, another state than the expected one, or one of
            them twice. The state is looked at first: nothing else of a forged redirect counts.
        InvalidArgumentError: The expected state is empty, so that it would protect from nothing.
    """
    if expected_state == "":
        raise InvalidArgumentError("expected_state is empty; keep the state you send, and leave it out to check none")
    values = _values(callback)
    state = _one(values, "state", None)
    if not isinstance(expected_state, NotGiven) and not _equal(state, expected_state):
        raise AuthorizationCallbackError(
            "state_mismatch", "the state is not the one that this browser was sent away with", state
        )
    error = _one(values, "error", state)
    if error:
        raise AuthorizationCallbackError(error, _one(values, "error_description", state), state)
    code = _one(values, "code", state)
    if not code:
        raise AuthorizationCallbackError("missing_code", "the redirect has neither a code nor an error", state)
    return AuthorizationCallback(code, state)


def _equal(state: str | None, expected: str | None) -> bool:
    if state is None or expected is None:
        return False
    return hmac.compare_digest(state.encode("utf-8", "surrogatepass"), expected.encode("utf-8", "surrogatepass"))


def _values(callback: str | Mapping[str, Any]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {name: [] for name in _READ}
    for name, value in _pairs(callback):
        if name in found:
            found[name].append(value)
    return found


def _pairs(callback: str | Mapping[str, Any]) -> Iterable[tuple[str, str]]:
    if isinstance(callback, str):
        query = callback.partition("#")[0]
        if _FULL_URL.match(query):
            query = query.partition("?")[2]
        yield from parse_qsl(query.removeprefix("?"), keep_blank_values=True, errors="replace")
        return
    for name in _READ:
        value: Any = callback.get(name)
        values: list[Any] = list(cast("Iterable[Any]", value)) if isinstance(value, (list, tuple)) else [value]
        yield from ((name, item) for item in values if isinstance(item, str))


def _one(values: Mapping[str, list[str]], name: str, state: str | None) -> str | None:
    if len(values[name]) > 1:
        raise AuthorizationCallbackError("malformed_callback", f"the redirect has {name!r} more than once", state)
    return values[name][0] if values[name] else None
