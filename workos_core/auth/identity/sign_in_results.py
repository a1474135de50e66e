"""The results of the steps of a browser sign-in. Distinguish success from failure by truth value (`if result:`) or by class."""

from collections.abc import Mapping
from typing import Any, Literal

from attrs import field, frozen

from workos_core.auth.identity.set_cookie import SetCookie
from workos_core.auth.sessions.results import SessionRefreshed
from workos_core.models.user_management import AuthenticationResponse

__all__ = ["OrganizationNotSwitched", "OrganizationSwitched", "Redirect", "SignInFailed", "SignedIn"]


@frozen
class Redirect:
    """A redirect to send to the browser: respond with 303 and this URL as `Location`.

    Attributes:
        url: The URL to redirect to. Not in `repr`, since it may contain secrets.
        cookies: The cookies to set in the same response.
    """

    url: str = field(repr=False)
    cookies: tuple[SetCookie, ...] = ()


@frozen
class SignedIn:
    """The result of a completed sign-in.

    Attributes:
        response: The response of the API: the user, the tokens, the organization, and the provider's tokens in `oauth_tokens`.
        return_to: The path to redirect the browser to. It is always a path of your own app.
        custom_state: The text that you passed to `start`.
        cookies: The cookies to set in the response: the session cookie, and the expired cookie of the sign-in.
        authenticated: Always `True`.
    """

    response: AuthenticationResponse = field(repr=False, hash=False)
    return_to: str
    custom_state: str | None
    cookies: tuple[SetCookie, ...]
    authenticated: Literal[True] = True

    def __bool__(self) -> Literal[True]:
        return True

    @property
    def impersonator(self) -> Mapping[str, Any] | None:
        """The `email` and `reason` of the person who impersonates the user, or `None`."""
        impersonator = self.response.impersonator
        return {"email": impersonator.email, "reason": impersonator.reason} if impersonator else None


@frozen
class SignInFailed:
    """The result of a failed sign-in.

    Attributes:
        reason: A machine-readable code; new codes may be added. `missing_state`: the sign-in was started elsewhere, such as at the
            identity provider; it is safe to start a new one. `missing_cookie`, `state_mismatch`, `expired` and the other reasons of
            `SealError`: this browser didn't start the sign-in, started it too long ago, or has already completed it.
            `redirect_uri_mismatch`: the sign-in was started at another host. Otherwise the error code of the redirect, such as
            `access_denied`; the error code with which the API rejected the authorization code, such as `invalid_grant` or
            `mfa_challenge`; `api_unavailable` or `rate_limited`.
        retryable: Whether a new sign-in may succeed a little later.
        cookies: The cookies to set in the response: the expired cookie of the sign-in.
        return_to: The path that the user wanted to go to.
        error: The exception that caused it. An `AuthenticationFlowError` has the data for the next step of the sign-in.
        authenticated: Always `False`.
    """

    reason: str
    retryable: bool = False
    cookies: tuple[SetCookie, ...] = ()
    return_to: str = "/"
    error: Exception | None = field(default=None, repr=False)
    authenticated: Literal[False] = False

    def __bool__(self) -> Literal[False]:
        return False


@frozen
class OrganizationSwitched:
    """The result of switching the session to another organization.

    Attributes:
        session: The refreshed session with the new tokens.
        cookies: The cookies to set in the response.
        authenticated: Always `True`.
    """

    session: SessionRefreshed[Any]
    cookies: tuple[SetCookie, ...]
    authenticated: Literal[True] = True

    def __bool__(self) -> Literal[True]:
        return True


@frozen
class OrganizationNotSwitched:
    """The result of a failed switch to another organization.

    Attributes:
        reason: A machine-readable code, as for a session that could not be refreshed.
        retryable: Whether a retry may succeed.
        sign_in: The redirect to a sign-in, if the organization requires a separate one.
        cookies: The cookies to set in the response if there is no such redirect.
        error: The exception that caused it, if any.
        authenticated: Always `False`.
    """

    reason: str
    retryable: bool = False
    sign_in: Redirect | None = None
    cookies: tuple[SetCookie, ...] = ()
    error: Exception | None = field(default=None, repr=False)
    authenticated: Literal[False] = False

    def __bool__(self) -> Literal[False]:
        return False
