"""Parsing of the authorization callback: the request of the browser to the redirect URI after a sign-in."""

import hmac
import re
from collections.abc import Iterable, Mapping
from typing import Any, Literal, TypeAlias, cast
from urllib.parse import parse_qsl

from attrs import field, frozen

from workos_core.argument_checks import check_type
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
        "connection_domain_invalid",
        "connection_invalid",
        "connection_strategy_invalid",
        "connection_unlinked",
        "domain_connection_selector_not_allowed",
        "idp_initiated_sso_disabled",
        "invalid_connection_selector",
        "organization_invalid",
        "oauth_failed",
        "profile_not_allowed_outside_organization",
        "server_error",
        "signin_consent_denied",
    ]
    | Literal["missing_code", "state_mismatch", "malformed_callback"]
    | str
)
"""Why there is no authorization code. The first nine come from WorkOS, the next three from this SDK; others are passed through."""

AUTHORIZATION_ERROR_CODES: Mapping[str, str] = {
    "access_denied": "The identity provider denied access, or the user declined to grant the requested permissions.",
    "ambiguous_connection_selector": "Several connections match, as in an organization with more than one; pass the connection.",
    "connection_domain_invalid": "No connection belongs to this domain.",
    "connection_invalid": "No connection has this ID.",
    "connection_strategy_invalid": "The environment has more than one strategy for this provider.",
    "connection_unlinked": "The connection is currently not linked.",
    "domain_connection_selector_not_allowed": "The deprecated domain parameter was passed; pass the organization or the connection.",
    "idp_initiated_sso_disabled": "The sign-in started at the identity provider, which the connection does not allow.",
    "invalid_connection_selector": "No valid connection, organization or provider was passed.",
    "organization_invalid": "No organization has this ID.",
    "oauth_failed": "The OAuth exchange with the provider failed for this user.",
    "profile_not_allowed_outside_organization": "The email address is in none of the organization's domains; add its domain.",
    "server_error": "SSO failed for this user; the sessions of the connection in the WorkOS dashboard have the details.",
    "signin_consent_denied": "The user declined on the page that asks them to confirm the email address from the identity provider.",
}
"""The documented error codes of a callback without an authorization code, with their meanings."""

_FULL_URL = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*://|/")
_PARAMETERS = ("code", "state", "error", "error_description")


class AuthorizationCallbackError(WorkOSError):
    """The callback has no usable authorization code.

    Attributes:
        error: An error code of WorkOS (`AUTHORIZATION_ERROR_CODES` lists the documented ones; others occur), or `missing_code`,
            `state_mismatch`, `malformed_callback`.
        error_description: The description of the error, if the callback has one. It passes through the browser, so don't trust it.
        state: The `state` of the callback, if it has one.
    """

    def __init__(self, error: AuthorizationErrorCode, error_description: str | None, state: str | None) -> None:
        super().__init__(f"{shorten(error)}: {shorten(error_description)}" if error_description else shorten(error))
        self.error = error
        self.error_description = error_description
        self.state = state


@frozen
class AuthorizationCallback:
    """A callback with an authorization code.

    Attributes:
        code: The authorization code for `authenticate_with_code` (AuthKit) or `get_profile_and_token` (SSO). It works once.
            Not in `repr`.
        state: The `state` of the authorization URL, unchanged, or `None` if it had none.
    """

    code: str = field(repr=False)
    state: str | None


def parse_authorization_callback(
    callback: str | Mapping[str, Any], *, expected_state: str | None | NotGiven = NOT_GIVEN
) -> AuthorizationCallback:
    """Parse the request that the browser sends to the redirect URI and check its `state`.

    Args:
        callback: The URL, its query string, or the query as a mapping of names to values or lists of values.
        expected_state: The `state` of the authorization URL, which you stored in a cookie or in the session of the browser. `None`, as
            for a missing cookie, matches no state. Omit it only for sign-ins that are started elsewhere, such as at the identity
            provider.

    Raises:
        AuthorizationCallbackError: The callback has an `error`, no code, an unexpected state, or a parameter more than once. The
            state is checked first, so that a forged callback can't cause any other error.
        InvalidArgumentError: `expected_state` is empty.
    """
    if expected_state == "":
        raise InvalidArgumentError("expected_state is empty: pass the state you sent, or omit it to skip the check")
    check_type("callback", callback, (str, Mapping), "a str or a dict of the query parameters")
    values = _read_parameters(callback)
    state = _single_value(values, "state", None)
    if not isinstance(expected_state, NotGiven) and not _equal(state, expected_state):
        raise AuthorizationCallbackError("state_mismatch", "the state differs from the one of this browser", state)
    error = _single_value(values, "error", state)
    if error:
        raise AuthorizationCallbackError(error, _single_value(values, "error_description", state), state)
    code = _single_value(values, "code", state)
    if not code:
        raise AuthorizationCallbackError("missing_code", "the callback has neither a code nor an error", state)
    return AuthorizationCallback(code, state)


def _equal(state: str | None, expected: str | None) -> bool:
    if state is None or expected is None:
        return False
    return hmac.compare_digest(state.encode("utf-8", "surrogatepass"), expected.encode("utf-8", "surrogatepass"))


def _read_parameters(callback: str | Mapping[str, Any]) -> dict[str, list[str]]:
    parameters: dict[str, list[str]] = {name: [] for name in _PARAMETERS}
    for name, value in _pairs(callback):
        if name in parameters:
            parameters[name].append(value)
    return parameters


def _pairs(callback: str | Mapping[str, Any]) -> Iterable[tuple[str, str]]:
    if isinstance(callback, str):
        query = callback.partition("#")[0]
        if _FULL_URL.match(query):
            query = query.partition("?")[2]
        yield from parse_qsl(query.removeprefix("?"), keep_blank_values=True, errors="replace")
        return
    for name in _PARAMETERS:
        value: Any = callback.get(name)
        values: list[Any] = list(cast("Iterable[Any]", value)) if isinstance(value, (list, tuple)) else [value]
        yield from ((name, item) for item in values if isinstance(item, str))


def _single_value(values: Mapping[str, list[str]], name: str, state: str | None) -> str | None:
    if len(values[name]) > 1:
        raise AuthorizationCallbackError("malformed_callback", f"the callback has {name!r} more than once", state)
    return values[name][0] if values[name] else None
